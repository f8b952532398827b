// Contenders in turn over the same plans: the seconds for one plan, round by round.
export function turns(contenders, plans, rounds) {
  const times = Object.fromEntries(contenders.map(([name]) => [name, []]))
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, run] of round % 2 ? contenders : contenders.toReversed()) {
      const begun = performance.now()
      plans.forEach((plan, place) => run(plan, place, round))
      if (round > 0) times[name].push((performance.now() - begun) / 1000 / plans.length)
    }
  }
  return times
}
