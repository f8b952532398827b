// The helpers for forms: every answer has one place, and what blocks stands apart from what does not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cases } from './support/corpus.js'
import { corpus, json, rehabplan, wholePlans } from './support/files.js'

const { fieldNeeds, findingsByPath, requirements, requirementsByParagraph, rules, sortOut, validate, validateWithNeeds } = rehabplan
const base = (name) => json(`tests/corpus/base/${name}.json`)
const full = (plan, options) => validateWithNeeds(plan, { asOf: '2020-06-01', detail: 'all', ...options })

test('sortOut() has every answer that says something once, and what repeats another not at all', () => {
  for (const { name, bytes, options } of wholePlans()) {
    const report = validate(bytes, options)
    const { blocking, warnings, undetermined, reviews, exempt } = sortOut(report)
    const spoken = report.results.filter(({ sameAs }) => sameAs === null)
    const count = (outcome, severity) => spoken.filter((one) => one.outcome === outcome && (!severity || one.severity === severity)).length
    const input = (severity) => report.input.filter((one) => one.severity === severity).length
    assert.equal(blocking.length, count('notMet', 'error') + input('error'), name)
    assert.equal(warnings.length, count('notMet', 'warning') + input('warning'), name)
    assert.deepEqual([undetermined.length, reviews.length, exempt.length], [count('undetermined'), count('review'), count('exempt')], name)
    assert.equal(blocking.length - input('error'), report.errors, name)
    assert.equal(new Set([...blocking, ...warnings].map(({ key }) => key)).size, blocking.length + warnings.length, name)
  }
})

test('findingsByPath() has each finding at each of its places, the blocking ones first', () => {
  for (const { name, bytes, options } of wholePlans()) {
    const report = validate(bytes, options)
    const { blocking, warnings } = sortOut(report)
    const byPath = findingsByPath(report)
    const pairs = [...byPath].flatMap(([path, all]) => all.filter(({ severity }) => severity).map(({ key }) => `${path} ${key}`))
    assert.deepEqual(pairs.sort(), [...blocking, ...warnings].flatMap(({ paths, key }) => paths.map((path) => `${path} ${key}`)).sort(), name)
    for (const all of byPath.values()) {
      const rank = all.map(({ severity }) => ['error', 'warning', null].indexOf(severity))
      assert.deepEqual(rank, [...rank].sort(), name)
    }
  }
})

test('a fact that many requirements wait for is said once, at its place, and not beside what is wrong with it', () => {
  const plan = base('RF')
  delete plan.indstilling.udfald
  const { report } = full(plan)
  const waiting = report.results.filter(({ dependsOn }) => dependsOn === '/indstilling/udfald')
  assert.ok(waiting.length > 1)
  assert.equal(findingsByPath(report).get('/indstilling/udfald').length, 1)
  plan.indstilling.udfald = 'noget andet'
  const [one, ...more] = findingsByPath(full(plan).report).get('/indstilling/udfald')
  assert.deepEqual([one.severity, one.rule, more.length], ['error', null, 0])
})

test('a plan in order has every requirement met, in every kind of case', () => {
  for (const variant of ['RF', 'JA22', 'FJ', 'FP', 'FP12', 'FPU18', 'REV', 'SELV', 'FJ+SELV', 'AND']) {
    const all = requirementsByParagraph(full(base(variant)))
    assert.ok(all.length > 2, variant)
    for (const { paragraf, required, met } of all) assert.equal(met, required, `${variant} § ${paragraf}`)
    assert.ok(all.some(({ required }) => required > 0), variant)
  }
})

test('requirements() answers for every rule, and says what has lifted one', () => {
  const all = requirements(full(base('JA22')))
  assert.deepEqual(all.map(({ rule }) => rule), rules().filter(({ kind }) => kind !== 'scope').map(({ id }) => id))
  const lifted = all.find(({ rule }) => rule === 'P4.3.1')
  assert.deepEqual([lifted.status, lifted.exemption, lifted.isRequired], ['exempt', '§ 4, stk. 2', false])
  assert.deepEqual(lifted.exemptedBy, ['P4.2.pkt2'])
  assert.equal(lifted.demand, rules().find(({ id }) => id === 'P4.3.1').summary.da)
  for (const { status, exemption, exemptedBy } of [...requirements(full(base('FP12'))), ...requirements(full(base('REV')))]) {
    if (status === 'exempt') assert.ok(exemption && exemptedBy.length > 0, exemption)
  }
})

test('what the whole plans require is what the core says of them, beside the same report', () => {
  for (const { name, bytes, options } of wholePlans()) {
    const { report, needs } = validateWithNeeds(bytes, options)
    assert.deepEqual(report, validate(bytes, options), name)
    assert.deepEqual(needs, json('tests/plans/needs', name), name)
  }
})

test('what the helpers give is read off what the core says, and nothing besides', () => {
  const { report, needs } = full(base('JA22'))
  // As a server might say it whose rules are others in this.
  needs.requirements['P3.1.4'] = { status: 'later', isRequired: true, exemptedBy: ['P2.1.pkt2'] }
  needs.fields['/forberedendeDel/oensker'] = { need: 'exempt', exemption: '§ 99', rules: ['P3.1.4', 'P7.1.a'] }
  const one = requirements({ report, needs }).find(({ rule }) => rule === 'P3.1.4')
  assert.deepEqual([one.status, one.isRequired, one.exemptedBy], ['later', true, ['P2.1.pkt2']])
  const { need, exemption, requirements: about } = fieldNeeds({ report, needs })('/forberedendeDel/oensker')
  assert.deepEqual([need, exemption, about.map(({ rule }) => rule)], ['exempt', '§ 99', ['P3.1.4', 'P7.1.a']])
})

test('a draft says what a form needs to know of the plan as it stands', () => {
  const plan = rehabplan.draft(base('RF'), { detail: 'all' })
  const { need } = fieldNeeds(plan)('/forberedendeDel/oensker')
  plan.set('/sag/sagstype', 'tilskud')
  assert.deepEqual([need, fieldNeeds(plan)('/forberedendeDel/selvstaendig/opgaver').need], ['required', 'required'])
  assert.deepEqual(plan.needs, validateWithNeeds({ ...base('RF'), sag: { ...base('RF').sag, sagstype: 'tilskud' } }, { detail: 'all' }).needs)
  plan.end()
  assert.throws(() => plan.needs, { code: 'noDraft' })
  assert.throws(() => rehabplan.draft(base('RF')).needs, { code: 'needsAll' })
})

test('nothing is written yet: what the kind of case will require is required already', () => {
  const needs = (sag) => fieldNeeds(full({ sag }))
  const oensker = '/forberedendeDel/oensker'
  assert.equal(needs({ sagstype: 'ressourceforloeb' })(oensker).need, 'required')
  assert.equal(needs({ sagstype: 'ressourceforloeb' })('/indstilling/begrundelse').need, 'later')
  assert.equal(needs({ sagstype: 'ressourceforloeb' })('/forberedendeDel/selvstaendig/opgaver').need, 'irrelevant')
  assert.equal(needs({ sagstype: 'tilskud' })('/forberedendeDel/selvstaendig/opgaver').need, 'required')
})

test('what is not known of the case is not known of any field, and nothing is asked where the regulation does not apply', () => {
  for (const sag of [{ sagstype: 'noget' }, {}, undefined]) {
    assert.deepEqual(fieldNeeds(full({ sag }))('/forberedendeDel/oensker'), { need: 'unknown', exemption: null, requirements: [] })
  }
  const outside = full({ sag: { sagstype: 'sygedagpenge', kategori: 1 } })
  assert.equal(outside.report.conclusion, 'outOfScope')
  assert.equal(fieldNeeds(outside)('/forberedendeDel/oensker').need, 'free')
  const early = full({ ...base('RF'), moede: { ...base('RF').moede, dato: '2019-06-01' } })
  assert.equal(early.report.conclusion, 'outsideValidity')
  assert.equal(fieldNeeds(early)('/forberedendeDel/oensker').need, 'free')
})

test('a report that lacks answers is refused: they would look like requirements that ask for nothing', () => {
  const plan = base('JA22')
  const error = { name: 'RehabplanError', code: 'needsAll' }
  for (const options of [undefined, { detail: 'all', only: { rules: ['P3.1.4'] } }, { detail: 'all', only: { paths: ['/moede'] } }]) {
    assert.throws(() => validateWithNeeds(plan, options), error)
  }
  const { report, needs } = full(plan)
  const unknown = { ...report, results: report.results.map((one, place) => (place === 0 ? { ...one, rule: 'P99' } : one)) }
  const wanting = [report, { report }, { report, needs: {} }, { report: validate(plan), needs }, { report: { ...report, results: report.results.slice(1) }, needs }, { report: unknown, needs }]
  for (const checked of wanting) {
    for (const view of [fieldNeeds, requirements, requirementsByParagraph]) assert.throws(() => view(checked), error)
  }
})

test('fieldNeeds() knows phase, exemption, and which of several fields a requirement is about', () => {
  const plan = base('JA22')
  const need = fieldNeeds(full(plan))
  assert.deepEqual([need('/forberedendeDel/laege/helbredsforhold').need, need('/forberedendeDel/laege/helbredsforhold').exemption], ['exempt', '§ 4, stk. 2'])
  assert.equal(need('/forberedendeDel/cv').need, 'required')
  assert.equal(need('/forberedendeDel/cvDokumenter').need, 'optional')
  assert.equal(need('/forberedendeDel/bilag/0/titel').need, 'free')
  const early = fieldNeeds(full(plan, { phase: 'forelaeggelse' }))
  assert.equal(early('/indstilling/begrundelse').need, 'later')
  plan.forberedendeDel.hidtidigIndsats.beskaeftigelse[0].kommunensErfaring = ''
  assert.equal(fieldNeeds(full(plan))('/forberedendeDel/hidtidigIndsats/beskaeftigelse/0/kommunensErfaring').need, 'required')
})

test('what is no report has no findings, and is not said to have none', () => {
  const helpers = [sortOut, findingsByPath, requirements, requirementsByParagraph, fieldNeeds]
  for (const helper of helpers) {
    for (const other of [null, undefined, {}, [], 'report', 7, Promise.resolve(), { results: [] }, { input: [] }, { code: 'notJson' }]) {
      assert.throws(() => helper(other), { name: 'RehabplanError', code: 'notAReport' }, `${helper.name} ${other}`)
    }
  }
})

test('no field is free where a finding of the corpus stands, or may stand', () => {
  const inOrder = new Map()
  let places = 0
  for (const { base: name, plan, options } of cases(corpus())) {
    const checked = validateWithNeeds(plan, { ...options, detail: 'all' })
    if (!inOrder.has(name)) inOrder.set(name, fieldNeeds(full(base(name))))
    const need = fieldNeeds(checked)
    for (const { rule, paths } of checked.report.results.filter(({ outcome }) => outcome === 'notMet')) {
      for (const path of paths) {
        assert.notEqual(need(path).need, 'free', `${rule} at ${path}`)
        assert.notEqual(inOrder.get(name)(path).need, 'free', `${rule} at ${path}, before it`)
        places += 1
      }
    }
  }
  assert.ok(places > 1000, `${places}`)
})

test('what a requirement looks at in passing is not free, nor what is not asked for when a finding stands there', () => {
  const plan = base('RF')
  const { need, requirements: looking } = fieldNeeds(full(plan))('/indsatsdel/perioder/0/slutdato')
  assert.deepEqual([need, looking.map(({ rule }) => rule)], ['optional', ['P5.2.a']])
  assert.equal(fieldNeeds(full(plan))('/minPlan/indsatsdel/perioder/0/slutdato').need, 'optional')
  const opgaver = '/forberedendeDel/selvstaendig/opgaver'
  assert.equal(fieldNeeds(full(plan))(opgaver).need, 'irrelevant')
  plan.forberedendeDel.selvstaendig = { opgaver: 'Kommunen indstiller borgeren til fleksjob.' }
  assert.equal(fieldNeeds(full(plan))(opgaver).need, 'optional')
})
