// What runs in the browser: checks of the same plans, objects as a form holds them, by the product and by ajv in turn.
import { Checker, init } from 'rehabplan'
import { compile } from './ajv.js'

export async function measure(plans, schema, rounds) {
  await init('/rehabplan.wasm')
  const ajv = compile(schema)
  const checker = new Checker({ asOf: '2020-06-01' })
  const contenders = [
    ['rehabplan', (plan) => checker.check(plan)],
    ['ajv', (plan) => ajv(plan)],
  ]
  const times = { rehabplan: [], ajv: [] }
  // The first round warms up.
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, check] of round % 2 ? contenders : contenders.toReversed()) {
      const begun = performance.now()
      for (const plan of plans) check(plan)
      if (round > 0) times[name].push((performance.now() - begun) / 1000 / plans.length)
    }
  }
  return times
}
