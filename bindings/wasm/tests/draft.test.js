// A plan that is being written: what a draft says after each value is what a check of the whole plan says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cases } from './support/corpus.js'
import { corpus, rehabplan } from './support/files.js'

const { Checker, draft: begin } = rehabplan

/** The same numbers each time. */
function random(seed) {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) % below
  }
}

const VALUES = [null, true, false, '', 'ingen', 'Se bilag 3', 'Kursus i regnskab.', '2020-03-01', '1019-01-01', 7, 'fleksjob', [], {}]
const TEXT = 'Det indstilles, at borgeren får fleksjob.'

/** The pointers to all that a document holds and is one value, and of an entry more in each list. */
function places(value, pointer = '') {
  if (Array.isArray(value)) {
    const more = value.map((one) => (typeof one === 'object' ? one : undefined)).at(-1)
    return [...value, ...(more ? [more] : [])].flatMap((one, place) => places(one, `${pointer}/${place}`))
  }
  if (value === null || typeof value !== 'object') return [pointer]
  return Object.entries(value).flatMap(([key, one]) => places(one, `${pointer}/${key}`))
}

function set(plan, pointer, value) {
  const steps = pointer.split('/').slice(1)
  const last = steps.pop()
  let place = plan
  for (const step of steps) place = place[step] ??= {}
  place[last] = value
}

/** What two reports hold of answers that the other does not. */
function beyond(one, other) {
  const known = new Set(other.results.map((result) => JSON.stringify(result)))
  return one.results.filter((result) => !known.has(JSON.stringify(result)))
}

for (const [kind, more] of Object.entries({
  findings: {},
  'all answers': { detail: 'all' },
  'a part in English': { only: { paths: ['/forberedendeDel'] }, lang: 'en' },
  'a profile': { profiles: ['proces'], detail: 'all' },
  'a horizon': { horizon: ['/sag', '/forberedendeDel', '/indstilling'] },
})) {
  test(`after each value the report is that of the whole plan: ${kind}`, () => {
    const next = random(7)
    let sets = 0
    for (const { plan, options } of cases(corpus()).filter((_, place) => place % 60 === 0)) {
      const given = { ...options, ...more }
      const checker = new Checker(given)
      const written = structuredClone(plan)
      const draft = begin(written, given)
      assert.deepEqual(draft.report, checker.check(written))
      const all = [...places(written), '/forberedendeDel/oensker', '/indsatsdel/mentor/navn']
      for (let step = 0; step < 12; step += 1) {
        const pointer = all[next(all.length)]
        const value = next(6) === 0 ? TEXT : VALUES[next(VALUES.length)]
        const before = draft.report
        try {
          const { came, went, report } = draft.set(pointer, value)
          set(written, pointer, value)
          assert.deepEqual(came, beyond(report, before))
          assert.deepEqual(went, beyond(before, report))
          sets += 1
        } catch (error) {
          if (error.code === 'ERR_ASSERTION') throw error
          assert.match(error.code, /^(unknownPlace|entryMissing|notOneValue|unreadable)$/)
          assert.equal(draft.report, before)
        }
        assert.deepEqual(draft.report, checker.check(written), pointer)
      }
      draft.end()
    }
    assert.ok(sets > 50, `only ${sets} values were set`)
  })
}

test('a value that cannot be set changes nothing, and nothing of it is said', () => {
  const draft = begin({ sag: { sagstype: 'fleksjob' }, moede: { deltagere: ['borger'] }, indsatsdel: 'SECRET' }, { lang: 'en' })
  const before = draft.report
  for (const [pointer, value, code] of [
    ['/forberedendeDel/oenske', 'SECRET', 'unknownPlace'],
    ['oensker', 'SECRET', 'unknownPlace'],
    ['', 'SECRET', 'notOneValue'],
    [undefined, 'SECRET', 'unknownPlace'],
    ['/moede/deltagere/2', 'SECRET', 'entryMissing'],
    ['/moede/deltagere/-1', 'SECRET', 'unknownPlace'],
    ['/moede', 'SECRET', 'notOneValue'],
    ['/moede/deltagere', [], 'notOneValue'],
    ['/indsatsdel/opfoelgning', 'SECRET', 'unreadable'],
    ['/forberedendeDel/oensker', { toJSON: () => { throw new Error('SECRET') } }, 'notSerializable'],
  ]) {
    assert.throws(
      () => draft.set(pointer, value),
      (error) => {
        assert.equal(error.code, code, String(pointer))
        assert.doesNotMatch(error.message, /SECRET/)
        return true
      },
    )
    assert.deepEqual(draft.report, before)
  }
  assert.equal(draft.set('/moede/dato', 'SECRET').report.input.some(({ path }) => path === '/moede/dato'), true)
  assert.doesNotMatch(JSON.stringify(draft.report), /SECRET/)
})

test('a document that is no plan begins no draft, and one that was ended is no more', () => {
  assert.throws(() => begin('{'), { code: 'notJson' })
  assert.throws(() => begin(new Map()), { code: 'notAPlan' })
  assert.throws(() => begin({}, { phase: 'SECRET' }), { code: 'badOptions' })
  const [one, other] = [begin({}), begin({ sag: { sagstype: 'revalidering' } })]
  one.end()
  one.end()
  assert.throws(() => one.set('/sag/sagstype', 'fleksjob'), { code: 'noDraft' })
  assert.equal(other.set('/sag/sagstype', 'ressourceforloeb').report.variant, 'RF')
})

test('a day and what is absent are set as they are in a plan', () => {
  const draft = begin({ sag: { sagstype: 'fleksjob' } }, { detail: 'all' })
  draft.set('/forberedendeDel/dato', new Date('2020-03-02'))
  draft.set('/moede/dato', '2020-03-09')
  assert.deepEqual(draft.report.input, [])
  draft.set('/moede/dato', undefined)
  assert.deepEqual(draft.report, new Checker({ detail: 'all' }).check({ sag: { sagstype: 'fleksjob' }, forberedendeDel: { dato: '2020-03-02' } }))
})
