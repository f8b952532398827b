// The package in Node: what it says is what the core says, and its errors are clear.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { test } from 'node:test'
import { here, target } from '../tools.mjs'
import { runCorpus, runProfiles, sameBytes } from './support/corpus.js'
import { corpus, json, profileCorpus, rehabplan, wholePlans } from './support/files.js'

const { Checker, RehabplanError, compare, explain, jsonSchema, planSchemaFor, profiles, rules, validate, validateJson } = rehabplan
const bytes = (text) => new TextEncoder().encode(text)

test('every case of the corpus gives what the law demands', () => {
  const { count, faults } = runCorpus(rehabplan, corpus())
  assert.ok(count > 500, `only ${count} cases`)
  assert.deepEqual(faults, [])
})

test('whole plans give the bytes of their expected reports', () => {
  const plans = wholePlans()
  assert.ok(plans.length >= 15)
  for (const { name, bytes, options, report } of plans) {
    sameBytes(validateJson(bytes, options), report, name)
    sameBytes(validateJson(bytes.toString('utf8'), options), report, name)
    sameBytes(validateJson(JSON.parse(bytes.toString('utf8')), options), report, name)
    sameBytes(JSON.stringify(validate(bytes, options)), report, name)
  }
})

test('a checker that is kept answers as a call of its own does, whatever was asked in between', () => {
  const plans = wholePlans()
  const kept = plans.map(({ options }) => new rehabplan.Checker(options))
  for (const again of [1, 2]) {
    for (const [place, { name, bytes, report }] of plans.entries()) {
      sameBytes(kept[place].checkJson(bytes), report, `${name} ${again}`)
      assert.equal(kept[place].check(bytes.toString('utf8')).lang, 'da')
      assert.throws(() => validate(bytes, { phase: 'SECRET' }), { code: 'badOptions' })
    }
  }
  assert.throws(() => new rehabplan.Checker({ SECRET: [] }).check({}), { code: 'badOptions' })
  assert.throws(() => new rehabplan.Checker('SECRET'), { code: 'badOptions' })
  const checker = new rehabplan.Checker({ lang: 'en' })
  assert.throws(() => checker.check('{"sag":'), { code: 'notJson', message: /^not JSON/ })
  assert.equal(checker.check({ sag: { sagstype: 'fleksjob' } }).lang, 'en')
  for (const [document, message] of [['%PDF-1.7\n', /PDF/], ['PK\x03\x04', /zip/], ['<html>', /HTML/]]) {
    assert.throws(() => checker.check(document), { code: 'notJson', message })
  }
})

test('a text is the same in one byte for each character, in two, and in UTF-8', () => {
  // An error counts characters up to its place, so that one that became two, or none, would show.
  for (const word of ['bl\u00e5b\u00e6r', '\u00ff\u00fe\u0080', 'abcdefg\u00e6', '\u00e6bcdefgh', '\u0142', 'ord\u2026', 'x'.repeat(2 ** 17)]) {
    const plan = `{"sag":{"sagstype":"fleksjob"},"forberedendeDel":{"oensker":"${word} og mere"}}`
    sameBytes(validateJson(plan, { detail: 'all' }), validateJson(bytes(plan), { detail: 'all' }), word.slice(0, 9))
    const broken = `{"sag":"${word}",}`
    const message = messageOf(() => validate(broken))
    assert.equal(message, messageOf(() => validate(bytes(broken))))
    assert.match(message, new RegExp(`kolonne ${broken.length}$`))
  }
})

function messageOf(run) {
  try {
    run()
  } catch ({ message }) {
    return message
  }
}

test('rules() is what the command line says, and explain() finds one of them', () => {
  const native = execFileSync(
    'cargo',
    ['run', '--quiet', '--package', 'rehabplan-cli', '--manifest-path', '../../Cargo.toml', '--target-dir', target, '--', 'rules', '--format', 'json'],
    { cwd: here, encoding: 'utf8', maxBuffer: 2 ** 30 },
  )
  assert.equal(JSON.stringify(rules()), JSON.stringify(JSON.parse(native)))
  assert.equal(explain('p3.1.4').citation, '§ 3, stk. 1, nr. 4')
  assert.equal(explain('proces/pr1').kind, 'added')
  assert.throws(() => explain('proces/PR99'), { name: 'RehabplanError', code: 'unknownRule' })
  assert.throws(() => explain('P99'), { name: 'RehabplanError', code: 'unknownRule' })
})

test('jsonSchema() is the published schema', () => {
  assert.deepEqual(jsonSchema(), json('docs/plan.schema.json'))
})

test('documents that cannot be read are errors with a code, in the language asked for', () => {
  const deep = `{"sag":${'['.repeat(100)}${']'.repeat(100)}}`
  const long = JSON.stringify({ moede: { deltagere: Array(10_001).fill('borger') } })
  for (const [plan, code] of [
    ['', 'notJson'],
    ['{"sag": ', 'notJson'],
    ['[]', 'notAnObject'],
    ['null', 'notAnObject'],
    [null, 'notAnObject'],
    [undefined, 'notAnObject'],
    [7, 'notAnObject'],
    [deep, 'tooDeep'],
    [long, 'listTooLong'],
    [JSON.stringify({ forberedendeDel: { hidtidigIndsats: { beskaeftigelse: Array(6000).fill({ startdato: 'x', slutdato: 'x' }) } } }), 'tooManyFindings'],
    [`{"x":"${'a'.repeat(8 * 1024 * 1024)}"}`, 'tooLarge'],
    [bytes('{"x":"a"}').with(6, 0xff), 'notUtf8'],
  ]) {
    for (const [lang, word] of [['da', /ikke|for /], ['en', /not|too /]]) {
      assert.throws(
        () => validate(plan, { lang }),
        (error) => error instanceof RehabplanError && error instanceof Error && error.code === code && word.test(error.message),
        `${code} ${lang}`,
      )
    }
  }
})

test('a byte order mark and a repeated key are seen in text and in bytes', () => {
  const text = '\ufeff{"sag":{"sagstype":"fleksjob"},"moede":{"dato":"2020-05-01","dato":"2020-05-02"}}'
  for (const plan of [text, bytes(text)]) assert.deepEqual(validate(plan).input.map(({ code }) => code), ['duplicateKey'])
})

test('wrong options are errors that say what is possible, and repeat nothing', () => {
  const plan = { sag: { sagstype: 'fleksjob' } }
  for (const [options, words] of [
    [{ phase: 'SECRET' }, 'forelaeggelse'],
    [{ asOf: '01-01-2020' }, 'YYYY-MM-DD'],
    [{ asOf: 5 }, 'asOf'],
    [{ lang: 'SECRET' }, 'da or en'],
    [{ detail: 'SECRET' }, 'findings or all'],
    [{ SECRET: 1 }, 'phase, asOf'],
    [{ phase: 'indsats\nlang=SECRET' }, 'phase'],
    [{ only: { rules: 'SECRET' } }, 'only'],
    [{ lang: 7, only: 'SECRET' }, 'lang'],
    ...[{}, { rules: [] }, { rule: ['P3.1.4'] }, 'SECRET', true].map((only) => [{ only }, 'only']),
    [{ only: { rules: ['P3.1.4', 'SECRET'] } }, 'rule no. 2'],
    [{ only: { paths: ['/moede', '/SECRET'] } }, 'place no. 2'],
    [{ profiles: 'SECRET' }, 'profiles'],
    [{ profiles: [7] }, 'profile'],
    [{ suppress: 'SECRET' }, 'suppress'],
    ['SECRET', 'object'],
    [{ SECRET: 1n }, 'options'],
  ]) {
    assert.throws(
      () => validate(plan, options),
      (error) => error.code === 'badOptions' && error.message.includes(words) && !`${error.message}${error.stack}`.includes('SECRET'),
      JSON.stringify(options, (_, value) => (typeof value === 'bigint' ? 'bigint' : value)),
    )
  }
})

test('options do what they say', () => {
  const plan = { sag: { sagstype: 'ressourceforloeb' }, forberedendeDel: { oensker: 'Kok' } }
  assert.equal(validate(plan).phase, 'forelaeggelse')
  assert.equal(validate(plan, { phase: 'indsats' }).phase, 'indsats')
  assert.equal(validate(plan, { asOf: '2020-02-01' }).asOf, '2020-02-01')
  assert.equal(validate(plan, { asOf: undefined, phase: undefined }).asOf, null)
  assert.ok(validate(plan, { detail: 'all' }).results.length > validate(plan).results.length)
  assert.deepEqual(validate(plan, { only: { rules: ['P3.1.5.a'] } }).limitedTo, { rules: ['P3.1.5.a'], paths: [] })
  assert.match(validate(plan, { lang: 'en' }).results[0].message, /^[A-Z][ -~]*$/)
})

test('profiles() is what the command line says', () => {
  const native = execFileSync(
    'cargo',
    ['run', '--quiet', '--package', 'rehabplan-cli', '--manifest-path', '../../Cargo.toml', '--target-dir', target, '--', 'profiles', '--format', 'json'],
    { cwd: here, encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  assert.deepEqual(profiles(), JSON.parse(native))
  assert.equal(profiles().length, 16)
})

test('the corpus of the profiles gives what it expects', () => {
  const given = profileCorpus()
  const { count, faults } = runProfiles(rehabplan, given)
  assert.ok(count > 150, `only ${count} cases`)
  assert.deepEqual(faults, [])
})

test('without a profile or a suppression, the report is that of the regulation', () => {
  for (const { bytes, options, report } of wholePlans()) {
    sameBytes(validateJson(bytes, { ...options, profiles: [], suppress: [] }), report, 'no profiles')
  }
})

test('a profile of an authority, and a suppression with its reason', () => {
  const plan = { sag: { sagstype: 'ressourceforloeb', kommunekode: '851' }, moede: { dato: '2020-03-30' } }
  const profile = json('examples/profiles/kommune.json')
  const before = validate(plan)
  const [finding] = before.results.filter(({ severity }) => severity === 'error')
  const suppress = [
    { key: finding.key, reason: 'kendt', author: 'en leder', date: '2020-03-02' },
    { key: 'P3.1.4!/intetsteds', reason: 'kendt', author: 'en leder', date: '2020-03-02' },
  ]
  const report = validate(plan, { profiles: [profile, 'vejledning'], suppress })
  assert.deepEqual(report.profiles.map(({ id, inForce }) => [id, inForce]), [['kommune/eksempel', true], ['vejledning', true]])
  assert.deepEqual([report.suppressed, report.unusedSuppressions], [1, ['P3.1.4!/intetsteds']])
  assert.equal(report.results.find(({ rule }) => rule === finding.rule).suppressed.reason, 'kendt')
  assert.equal(report.baseConclusion, before.conclusion)
  const blocking = (report) => rehabplan.sortOut(report).blocking.map(({ key }) => key)
  assert.deepEqual(blocking(report), blocking(before).filter((key) => key !== finding.key))
})

test('what the source has no room for is no defect, and is counted apart', () => {
  const plan = { sag: { sagstype: 'fleksjob' }, forberedendeDel: { erfaringerRessourcer: 'Har kørt bus.' } }
  const of = (options) => validate(plan, { detail: 'all', phase: 'forelaeggelse', ...options })
  const answer = (report) => report.results.find(({ rule }) => rule === 'P3.1.4')
  const plain = of({})
  assert.deepEqual([answer(plain).severity, plain.horizon, plain.counts.notInSource], ['error', undefined, undefined])
  const report = of({ horizon: ['!/forberedendeDel/oensker'] })
  assert.deepEqual([answer(report).outcome, answer(report).note.code], ['undetermined', 'notInSource'])
  const checkable = report.results.length - 1
  assert.deepEqual([report.horizon, report.counts.notInSource], [{ checkable, partlyCheckable: 0, notCheckable: 1 }, 1])
  assert.deepEqual(of({ horizon: ['', '!/forberedendeDel/oensker'] }), report)
  assert.ok(!rehabplan.sortOut(report).undetermined.some(({ rule }) => rule === 'P3.1.4'))
})

test('one line says how many points are for a person', () => {
  const report = validate({ sag: { sagstype: 'revalidering' }, forberedendeDel: { oensker: 'At køre bus.' } })
  const { review } = report.counts
  assert.ok(review > 1)
  assert.equal(rehabplan.reviewLine(report), `${review} punkter skal et menneske tage stilling til`)
  assert.equal(rehabplan.reviewLine({ ...report, lang: 'en' }, 'Alle svar'), `${review} points are for a person to judge; see them with Alle svar`)
  assert.equal(rehabplan.reviewLine({ ...report, counts: { ...report.counts, review: 1 } }), '1 punkt skal et menneske tage stilling til')
  assert.equal(rehabplan.reviewLine(validate({ sag: { sagstype: 'anden' } })), null)
})

test('a text in many fields is shown at each of them', () => {
  const text = 'Det samme hvert sted.'
  const report = validate({ sag: { sagstype: 'revalidering' }, forberedendeDel: { oensker: text, cv: text, erfaringerRessourcer: text } })
  const at = ['cv', 'erfaringerRessourcer', 'oensker'].map((key) => rehabplan.findingsByPath(report).get(`/forberedendeDel/${key}`))
  for (const findings of at) assert.ok(findings.some(({ key }) => key.startsWith('repeatedText!')))
})

test('a suppression holds for its case alone', () => {
  const plan = { sag: { sagstype: 'revalidering' } }
  const [{ key }] = validate(plan).results.filter(({ severity }) => severity === 'error')
  const suppress = [{ case: '4711', key, reason: 'kendt', author: 'en leder', date: '2020-03-02' }]
  const errors = (options) => validate(plan, { suppress, ...options }).errors
  assert.deepEqual([errors({ case: '4711' }), errors({ case: '4712' }), errors({})], [0, 1, 1])
  assert.equal(validate(plan, { suppress, case: '4711' }).conclusion, 'deficient')
  assert.deepEqual(validate(plan, { suppress, case: '4712' }).unusedSuppressions, [])
  assert.deepEqual(validate(plan, { suppress }).unusedSuppressions, [key])
})

test('of many plans, a suppression names its case, and each check says which plan it is', () => {
  const plan = { sag: { sagstype: 'revalidering' } }
  const [{ key }] = validate(plan).results.filter(({ severity }) => severity === 'error')
  const entry = { key, reason: 'kendt', author: 'en leder', date: '2020-03-02' }
  const profile = { id: 'kommune/x', title: 'x', source: 'x', force: 'local', effects: [{ suppress: entry }] }
  // One plan may be meant without a name, any number may not.
  for (const options of [{ suppress: [entry] }, { profiles: [profile] }]) {
    assert.equal(validate(plan, options).errors, 0)
    assert.throws(() => new Checker(options).check(plan), { code: 'badProfile', reason: 'noCase' })
    assert.throws(() => planSchemaFor(options)['~standard'].validate(plan), { code: 'badProfile', reason: 'noCase' })
  }
  assert.throws(() => compare([plan], { profiles: [profile] }), { code: 'badProfile', reason: 'noCase' })
  const checker = new Checker({ suppress: [{ ...entry, case: '4711' }] })
  assert.deepEqual(['4711', '4712', undefined].map((id) => checker.check(plan, id).errors), [0, 1, 1])
  assert.equal(checker.checkJson(plan, '4711'), validateJson(plan, { suppress: [{ ...entry, case: '4711' }], case: '4711' }))
  assert.throws(() => new Checker({ case: '4711' }), { code: 'badOptions', path: '/case' })
  assert.throws(() => planSchemaFor({ case: '4711' }), { code: 'badOptions', path: '/case' })
  assert.throws(() => checker.check(plan, 4711), { code: 'badOptions', path: '/case' })
  const schema = planSchemaFor({ suppress: [{ ...entry, case: '4711' }] })['~standard']
  assert.deepEqual(schema.validate(plan, { libraryOptions: { case: '4711' } }), { value: plan })
  assert.equal(schema.validate(plan, { libraryOptions: { case: '4712' } }).issues.length, 1)
})

// The same places as from C, Java, .NET and the server (crates/rehabplan-json/tests/options.rs).
test('what is wrong with an option is said with its place', () => {
  for (const [options, path] of [
    [{ phase: 'x' }, '/phase'],
    [{ phase: 1 }, '/phase'],
    [{ asOf: '2020-02-30' }, '/asOf'],
    [{ lang: 'sv' }, '/lang'],
    [{ detail: 'x' }, '/detail'],
    [{ language: 'x' }, '/language'],
    [{ only: 'x' }, '/only'],
    [{ only: { rule: [] } }, '/only'],
    [{ only: { rules: 'x' } }, '/only/rules'],
    [{ only: { paths: ['/moede', 1] } }, '/only/paths/1'],
    [{ only: { rules: ['P3.1.4', 'P99'] } }, '/only/rules/1'],
    [{ horizon: 'x' }, '/horizon'],
    [{ horizon: ['/sag', 1] }, '/horizon/1'],
    [{ profiles: 'x' }, '/profiles'],
    [{ profiles: ['vejledning', 1] }, '/profiles/1'],
    [{ suppress: {} }, '/suppress'],
    [{ case: 4711 }, '/case'],
    ['x', null],
    [{ pahse: 1 }, null],
  ]) {
    assert.throws(() => validate({}, options), { code: 'badOptions', path }, JSON.stringify(options))
  }
})

test('profiles that do not exist or contradict each other are errors', () => {
  const grave = (id, to) => ({ id, title: 'x', source: 'x', force: 'local', effects: [{ severity: { rule: 'P3.1.4', to } }] })
  for (const [options, words] of [
    [{ profiles: ['vejledningen'] }, 'vejledning'],
    [{ profiles: ['forsoeg/nordjylland-2017'] }, '1A'],
    [{ profiles: ['proces:maksSider=mange'] }, 'maksSider'],
    [{ profiles: [{}] }, 'id'],
    [{ profiles: [grave('a/b', 'warning'), grave('c/d', 'error')] }, 'P3.1.4'],
    [{ suppress: [{ key: 'P3.1.4!/x' }] }, 'reason'],
    [{ suppress: [{ key: 'P3.1.4', reason: 'x', author: 'x', date: '2020-03-02' }] }, 'fund, der ses bort fra, /0/key (linje 1, kolonne 9)'],
    [{ suppress: [{ key: 'P5.1.3.b!/indsatsdel/tilbud/0/x', reason: 'x', author: 'x', date: '2020-03-02' }] }, 'aktivitetIdentifier'],
  ]) {
    assert.throws(
      () => validate({}, options),
      (error) => error instanceof RehabplanError && error.code === 'badProfile' && error.message.includes(words),
      JSON.stringify(options),
    )
  }
})

test('nothing that stands in a plan comes out', () => {
  const canary = 'KANARIEFUGL-0101701234'
  const fill = (schema, defs, key = '') => {
    const one = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
    const kind = one.$ref ? defs[one.$ref.split('/').pop()] : one
    if (kind.properties) return Object.fromEntries(Object.entries(kind.properties).map(([name, field]) => [name, fill(field, defs, name)]))
    if (kind.items) return [fill(kind.items, defs), canary]
    // The case type is kept, so that the rules run.
    return key === 'sagstype' ? 'fleksjob' : canary
  }
  const plan = fill(jsonSchema(), jsonSchema().$defs)
  plan[canary] = { [canary]: canary }
  plan.sag[canary] = canary
  for (const detail of ['all', 'findings']) {
    for (const lang of ['da', 'en']) {
      for (const given of [plan, JSON.stringify(plan), bytes(JSON.stringify(plan))]) {
        const report = validateJson(given, { detail, lang })
        assert.ok(JSON.parse(report).input.length > 50)
        assert.ok(!report.includes('KANARIE') && !report.includes('0101701234'))
      }
    }
  }
  const view = rehabplan.requirements(rehabplan.validateWithNeeds(plan, { detail: 'all' }))
  const schemaSays = rehabplan.planSchema['~standard'].validate(plan)
  assert.ok(!JSON.stringify([view, schemaSays]).includes('KANARIE'))
  for (const broken of [`{"${canary}`, `{"a":"${canary}"`, `${canary}`, `["${canary}"]`, bytes(`"${canary}`).fill(0xff, 3, 4)]) {
    assert.throws(
      () => validate(broken),
      (error) => error.code && !`${error}${error.stack}${JSON.stringify(error)}`.includes('KANARIE'),
    )
  }
})
