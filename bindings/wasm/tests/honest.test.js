// Nothing is fulfilled where nothing was checked: plans made dirty at random, from fixed seeds.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { json, rehabplan } from './support/files.js'

const { planSchema, rules, sortOut, validate } = rehabplan
const bases = ['AND', 'FJ', 'FJ+SELV', 'FP', 'FP12', 'FPU18', 'JA22', 'REV', 'RF', 'SELV'].map((name) => json(`tests/corpus/base/${name}.json`))

/** Numbers from 0 to 1, the same each time (mulberry32). */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** What exports, forms and programs leave where something should be. */
const DIRT = [
  ...['', ' ', 'x', 'nan', 'None', 'null', 'undefined', 'NaT', '<NA>', '[object Object]', '#REF!', '<p><br></p>', '&nbsp;', 'todo'.toUpperCase(), 'mangler'],
  ...['se bilag 3', 'jf. journal', 'ingen', '31-02-2020', '2020-13-01', '\ud800', 'ja', 'true', '0', 'Fleksjob', 'noget andet'],
  ...[null, undefined, NaN, Infinity, 0, -1, 1.5, 2 ** 53, 10n, true, false, [], {}, [[]], [null], [{}], ['x'], { x: 1 }],
  ...[() => 'x', Symbol('x'), new Map(), new Set(['x']), new Date(NaN), new Date(0), new Date(1583143200123), Promise.resolve('x')],
]

/** Every place of a plan: the object or list that holds it, and its key. */
function places(value, found = [], around = []) {
  if (typeof value !== 'object' || value === null || around.includes(value)) return found
  for (const key of Object.keys(value)) {
    found.push([value, key])
    places(value[key], found, [...around, value])
  }
  return found
}

function dirty(chance) {
  const any = (list) => list[Math.floor(chance() * list.length)]
  const plan = structuredClone(any(bases))
  for (let left = 1 + Math.floor(chance() ** 3 * 30); left > 0; left--) {
    const all = places(plan)
    if (all.length === 0) break
    const [holder, key] = any(all)
    const how = chance()
    if (how < 0.2) delete holder[key]
    else if (how < 0.3) [holder[`${key}x`], holder[key]] = [holder[key], undefined]
    else if (how < 0.35) any(all)[0][key] = holder[key]
    else holder[key] = any(DIRT)
  }
  return plan
}

/** What does not hold of a report that says fulfilled. */
function unfounded({ complete, variant, counts, results, notes }, { detail }) {
  const met = detail === 'all' ? results.filter(({ outcome }) => outcome === 'met').length : counts.met
  // The one exception (A54), which says so itself.
  const isTooEarly = notes.some(({ code }) => code === 'noRequirementYet')
  const kinds = { complete, variant: variant !== null, met: met > 0 || isTooEarly, undetermined: counts.undetermined === 0 }
  const isBlocking = ({ outcome, severity, sameAs }) => outcome === 'notMet' && severity === 'error' && !sameAs
  return [
    ...Object.keys(kinds).filter((key) => !kinds[key]),
    ...results.filter((result) => result.outcome === 'undetermined' || isBlocking(result)).map(({ rule }) => rule),
  ]
}

/** A part that was put into itself, and half a surrogate pair where an object belongs, make a document that is none. */
function checked(plan, options) {
  try {
    return validate(plan, options)
  } catch ({ code }) {
    assert.ok(['notSerializable', 'notAnObject', 'notJson'].includes(code), code)
    return { conclusion: code }
  }
}

test('fulfilled means: a known kind of case, something met, nothing undetermined and nothing that blocks', () => {
  const seen = new Map()
  for (let seed = 0; seed < 6000; seed++) {
    const chance = random(seed)
    const plan = dirty(chance)
    const phase = [undefined, 'forelaeggelse', 'indstilling', 'indsats'][Math.floor(chance() * 4)]
    const some = rules().filter(({ kind }) => kind !== 'scope')[Math.floor(chance() * 100)].id
    const only = chance() < 0.2 ? { rules: [some] } : undefined
    const options = { phase, only, detail: chance() < 0.5 ? 'all' : 'findings' }
    const report = checked(plan, options)
    seen.set(report.conclusion, (seen.get(report.conclusion) ?? 0) + 1)
    if (report.conclusion === 'fulfilled') assert.deepEqual(unfounded(report, options), [], `seed ${seed} ${JSON.stringify(options)}`)
  }
  for (const conclusion of ['fulfilled', 'deficient', 'undetermined']) assert.ok(seen.get(conclusion) > 50, `${conclusion}: ${seen.get(conclusion)}`)
})

test('a plan that passes the schema has nothing that blocks, and a kind of case that can be read', () => {
  let passed = 0
  for (let seed = 0; seed < 3000; seed++) {
    const plan = dirty(random(seed))
    const report = checked(plan)
    if (!report.counts) continue
    const { issues } = planSchema['~standard'].validate(plan)
    if (issues) continue
    passed += 1
    assert.deepEqual(sortOut(report).blocking, [], `seed ${seed}`)
    assert.ok(report.variant !== null || report.conclusion === 'outOfScope', `seed ${seed}`)
  }
  assert.ok(passed > 100, `only ${passed}`)
})

test('what holds nothing, and what is no plan, is not fulfilled, not out of scope and no pass', () => {
  for (const plan of [{}, { sag: null }, { sag: {} }, { sag: { sagstype: null } }, { sag: { sagstype: 'xyz' } }, { sag: { sagstype: () => 'fleksjob' } }, { Sag: { sagstype: 'fleksjob' } }, { sagsnummer: 1, plan: bases[0] }]) {
    const { conclusion, complete, input } = validate(plan)
    assert.deepEqual([conclusion, complete], ['undetermined', false])
    assert.ok(input.length > 0)
    assert.ok(planSchema['~standard'].validate(plan).issues.length > 0)
  }
})
