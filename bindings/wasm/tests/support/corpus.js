// The shared corpus (tests/corpus/README.md), run through the package. Runs in Node and in a browser alike.

/** RFC 7396: objects are merged, `null` deletes, and everything else is replaced whole. */
function merge(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch
  const merged = target !== null && typeof target === 'object' && !Array.isArray(target) ? { ...target } : {}
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key]
    else merged[key] = merge(merged[key], value)
  }
  return merged
}

/** The plan and the options of every case: its base, the patches that it names, and its own. */
export function cases({ bases, patches, files }) {
  return files.flatMap(({ name, cases }) =>
    cases.map(({ name: title, base, with: named = [], patch, phase, asOf, profiles, expect, ...rest }) => {
      const at = `${name} / ${title}`
      const unknown = Object.keys(rest).filter((key) => !['title', 'also'].includes(key))
      unknown.push(...named.filter((name) => !patches[name]))
      if (!bases[base] || unknown.length > 0) throw new Error(`${at}: an unknown base, key or patch: ${base} ${unknown}`)
      const plan = [...named.map((name) => patches[name].patch), patch].reduce(merge, bases[base])
      return { at, base, plan, options: { phase, asOf, profiles }, expect }
    }),
  )
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other)

/** Runs one case, and says everything that differs from what it expects. */
export function differences({ validate }, ids, { plan, options, expect }) {
  const wrong = []
  const differ = (what, expected, got) => {
    if (!same(expected, got)) wrong.push(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
  }
  const report = validate(plan, { ...options, detail: 'all' })
  const results = new Map(report.results.map((result) => [result.rule, result]))
  for (const key of Object.keys(expect)) {
    if (!['variant', 'conclusion', 'results', 'findings', 'input'].includes(key)) wrong.push(`unknown key ${key}`)
  }
  if ('variant' in expect) differ('variant', expect.variant, report.variant)
  if ('conclusion' in expect) differ('conclusion', expect.conclusion, report.conclusion)
  const isAnswered = report.variant !== null && report.conclusion !== 'outsideValidity'
  differ('number of answers', isAnswered ? ids.length : 0, results.size)
  for (const [rule, expected] of Object.entries(expect.results)) {
    const got = results.get(rule)
    if (!got) {
      wrong.push(`${rule}: no answer`)
      continue
    }
    for (const [key, value] of Object.entries(expected)) differ(`${rule} ${key}`, value, got[key])
    if (expected.outcome === 'notMet') differ(`${rule} sameAs`, expected.sameAs ?? null, got.sameAs)
  }
  if (expect.findings) {
    differ('findings', expect.findings, report.results.filter(({ outcome }) => outcome === 'notMet').map(({ rule }) => rule))
  }
  if (expect.input) differ('input', expect.input, report.input.map(({ path, code }) => ({ path, code })))
  const kept = report.results.filter(({ outcome }) => outcome === 'notMet' || outcome === 'undetermined')
  if (!same({ ...report, results: kept }, validate(plan, options))) {
    wrong.push('the report of findings differs from the full one in more than what it leaves out')
  }
  return wrong
}

/** What differs in a case with profiles. */
function profileDifferences({ validate }, { plan, options, expect }) {
  const report = validate(plan, { ...options, detail: 'all' })
  const wrong = []
  const differ = (what, expected, got) => {
    if (!same(expected, got)) wrong.push(`${what}: expected ${JSON.stringify(expected)}, got ${JSON.stringify(got)}`)
  }
  for (const key of ['conclusion', 'baseConclusion']) if (key in expect) differ(key, expect[key], report[key])
  for (const list of ['results', 'profileResults']) {
    for (const [rule, expected] of Object.entries(expect[list] ?? {})) {
      const got = report[list].find((result) => result.rule === rule)
      if (expected === null) differ(rule, undefined, got)
      else if (got === undefined) wrong.push(`${rule}: no answer`)
      else for (const key of ['outcome', 'severity', 'paths']) if (key in expected) differ(`${rule} ${key}`, expected[key], got[key])
    }
  }
  return wrong
}

/** Runs every case of the profiles: what differs, and how many there were. */
export function runProfiles(rehabplan, corpus) {
  const all = cases(corpus)
  return { count: all.length, faults: all.flatMap((one) => profileDifferences(rehabplan, one).map((wrong) => `${one.at}: ${wrong}`)) }
}

/** Runs every case: what differs, how many there were, and the bytes of each full report. */
export function runCorpus(rehabplan, corpus) {
  const ids = rehabplan.rules().filter(({ kind }) => kind !== 'scope').map(({ id }) => id)
  const all = cases(corpus)
  return {
    count: all.length,
    faults: all.flatMap((one) => differences(rehabplan, ids, one).map((wrong) => `${one.at}: ${wrong}`)),
    reports: all.map(({ plan, options }) => rehabplan.validateJson(plan, { ...options, detail: 'all' })),
  }
}

/** Fails at the first byte that differs, and shows it without the hundred kilobytes around it. */
export function sameBytes(got, expected, name) {
  if (got === expected) return
  let at = 0
  while (got[at] === expected[at]) at += 1
  const around = (text) => text.slice(Math.max(0, at - 80), at + 80)
  throw new Error(`${name}: expected ...${around(expected)}... and got ...${around(got)}...`)
}
