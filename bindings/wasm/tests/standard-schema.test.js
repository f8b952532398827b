// The plan as a Standard Schema, by itself and with the two form libraries.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { FormApi } from '@tanstack/react-form'
import { createFormControl } from 'react-hook-form'
import { json, rehabplan, wholePlans } from './support/files.js'

const { planSchema, planSchemaFor, sortOut, validate } = rehabplan
const base = (name) => json(`tests/corpus/base/${name}.json`)

test('it is a Standard Schema, and it answers at once', () => {
  const { version, vendor, validate } = planSchema['~standard']
  assert.deepEqual([version, vendor, typeof validate], [1, 'rehabplan', 'function'])
  assert.ok(!(validate({}) instanceof Promise))
})

test('a plan without blocking findings comes back as it is', () => {
  const plan = base('RF')
  const result = planSchema['~standard'].validate(plan)
  assert.equal(result.value, plan)
  assert.equal(result.issues, undefined)
})

test('issues are the blocking findings and no other, one for each place', () => {
  let warned = 0
  for (const { bytes, options } of wholePlans()) {
    const { phase, asOf } = options
    const { blocking, warnings } = sortOut(validate(bytes, { phase, asOf }))
    const { issues = [] } = planSchema['~standard'].validate(JSON.parse(bytes), { libraryOptions: { phase, asOf } })
    const expected = blocking.flatMap(({ paths, rule }) => paths.map((path) => [rule, path]))
    assert.deepEqual(issues.map(({ rule, path }) => [rule, ['', ...path].join('/')]), expected)
    warned += warnings.length
  }
  assert.ok(warned > 0, 'no plan has a warning, so this shows nothing')
})

test('a message holds the provision, and a place in a list is a number', () => {
  const plan = base('RF')
  plan.forberedendeDel.hidtidigIndsats.beskaeftigelse[0].kommunensErfaring = ''
  plan.forberedendeDel.hidtidigIndsats.beskaeftigelse[0].startdato = '31-02-2020'
  const { issues } = planSchema['~standard'].validate(plan)
  const [date, experience] = issues
  assert.deepEqual(date.path, ['forberedendeDel', 'hidtidigIndsats', 'beskaeftigelse', 0, 'startdato'])
  assert.equal(date.citation, null)
  assert.equal(experience.path[3], 0)
  assert.match(experience.message, /\(§ 3, stk\. 2, 2\. pkt\..*\)$/)
  assert.equal(experience.citation.startsWith('§ 3, stk. 2, 2. pkt.'), true)
  assert.ok(experience.remedy.length > 0)
})

test('libraryOptions choose phase, language and day, and others are left alone', () => {
  const plan = base('RF')
  delete plan.indstilling.begrundelse
  const issues = (libraryOptions) => planSchema['~standard'].validate(plan, { libraryOptions }).issues
  assert.equal(issues({ phase: 'forelaeggelse' }), undefined)
  assert.match(issues({ phase: 'indstilling' })[0].message, /begrund/)
  assert.match(issues({ lang: 'en', somebodyElses: () => {} })[0].message, /reason/)
  assert.equal(planSchemaFor({ phase: 'forelaeggelse' })['~standard'].validate(plan).issues, undefined)
  assert.match(planSchemaFor({ lang: 'en' })['~standard'].validate(plan).issues[0].message, /reason/)
  assert.throws(() => issues({ phase: 'nonsense' }), { code: 'badOptions' })
})

test('what is not a plan at all is one issue without a path', () => {
  for (const value of [undefined, null, 7, [], 'text']) {
    const { issues } = planSchema['~standard'].validate(value)
    assert.equal(issues.length, 1)
    assert.equal(issues[0].path, undefined)
    assert.ok(issues[0].message.length > 10)
  }
})

test('TanStack Form: a field has its message, and loses it when it is filled in', async () => {
  const plan = base('RF')
  const { oensker } = plan.forberedendeDel
  plan.forberedendeDel.oensker = ''
  plan.forberedendeDel.hidtidigIndsats.beskaeftigelse[0].kommunensErfaring = ''
  let submitted
  const form = new FormApi({
    defaultValues: plan,
    validators: { onChange: planSchema },
    onSubmit: ({ value }) => (submitted = value),
  })
  form.mount()
  await form.handleSubmit()
  assert.equal(submitted, undefined)
  const errors = (name) => form.getFieldMeta(name)?.errors ?? []
  const [wish] = errors('forberedendeDel.oensker')
  assert.equal(wish.rule, 'P3.1.4')
  assert.match(wish.message, /\(§ 3, stk\. 1, nr\. 4\)$/)
  assert.equal(errors('forberedendeDel.hidtidigIndsats.beskaeftigelse[0].kommunensErfaring').length, 1)
  form.setFieldValue('forberedendeDel.oensker', oensker)
  assert.deepEqual(errors('forberedendeDel.oensker'), [])
  form.setFieldValue('forberedendeDel.hidtidigIndsats.beskaeftigelse[0].kommunensErfaring', 'Borgeren mødte hver dag')
  await form.handleSubmit()
  assert.equal(submitted?.forberedendeDel.oensker, oensker)
})

test('React Hook Form: the resolver gives each field its first message, and lets a plan in order through', async () => {
  const plan = base('RF')
  const { oensker } = plan.forberedendeDel
  plan.forberedendeDel.oensker = ''
  plan.forberedendeDel.hidtidigIndsats.beskaeftigelse[0].kommunensErfaring = ''
  const form = createFormControl({ defaultValues: plan, resolver: standardSchemaResolver(planSchema) })
  for (const name of ['forberedendeDel.oensker', 'forberedendeDel.hidtidigIndsats.beskaeftigelse.0.kommunensErfaring']) form.register(name)
  let submitted
  let errors
  const submit = form.handleSubmit((value) => (submitted = value), (given) => (errors = given))
  await submit()
  assert.equal(submitted, undefined)
  assert.match(errors.forberedendeDel.oensker.message, /\(§ 3, stk\. 1, nr\. 4\)$/)
  assert.match(errors.forberedendeDel.hidtidigIndsats.beskaeftigelse[0].kommunensErfaring.message, /§ 3, stk\. 2/)
  form.setValue('forberedendeDel.oensker', oensker)
  form.setValue('forberedendeDel.hidtidigIndsats.beskaeftigelse.0.kommunensErfaring', 'Borgeren mødte hver dag')
  await submit()
  assert.equal(submitted?.forberedendeDel.oensker, oensker)
})
