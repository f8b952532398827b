// What the package says of the regulation and of many plans: the same as the other languages.
import assert from 'node:assert/strict'
import { readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { test } from 'node:test'
import { built, root } from '../tools.mjs'
import { json, rehabplan } from './support/files.js'

const { RehabplanError, checklist, compare, coverage, matrix, names, positions, profileSchema, recommendation, reportSchema, ruleSet, rules, suppressionSchema, validate } = rehabplan
// The entry whose modules are those of a browser; as CommonJS, since one module has one checker.
const inline = createRequire(import.meta.url)(join(built, 'inline.cjs'))
const base = (name) => json(`tests/corpus/base/${name}.json`)

test('matrix() is the table that was read out of the regulation', () => {
  const { variants, rules: cells } = matrix()
  const corpus = 'tests/corpus/rules'
  const files = readdirSync(join(root, corpus)).map((name) => json(corpus, name))
  assert.deepEqual(Object.keys(cells).sort(), files.map(({ rule }) => rule).sort())
  for (const { rule, row } of files) {
    const stated = Object.entries(row.cells).flatMap(([cell, of]) => of.split(' ').map((variant) => [variant, cell]))
    assert.deepEqual(cells[rule], Object.fromEntries(stated), rule)
    assert.deepEqual(Object.keys(cells[rule]), variants)
  }
})

test('ruleSet() is the one of every report, in a browser too', () => {
  const { ruleSet: own } = validate({})
  assert.deepEqual([ruleSet(), inline.ruleSet()], [own, own])
  assert.equal(own.validFrom, '2020-01-01')
})

test('a browser knows the same of every rule, but for the English', () => {
  const danish = (_, value) => (value?.en ? { da: value.da } : value)
  assert.deepEqual(inline.rules(), JSON.parse(JSON.stringify(rules()), danish))
})

test('names() and the schemas are what the core has generated', () => {
  assert.deepEqual(names(), json('docs/names.json'))
  assert.deepEqual(reportSchema(), json('docs/report.schema.json'))
  assert.deepEqual(profileSchema(), json('docs/profile.schema.json'))
  assert.deepEqual(suppressionSchema(), json('docs/suppressions.schema.json'))
  assert.equal(names().variants.FJ.title.da, 'Fleksjob')
  for (const file of ['names.json', 'report.schema.json', 'profile.schema.json', 'suppressions.schema.json']) assert.deepEqual(JSON.parse(readFileSync(join(built, file), 'utf8')), json('docs', file))
})

test('coverage() has each of the 121 units once, with rules that there are', () => {
  const units = coverage()
  assert.equal(new Set(units.map(({ unit }) => unit)).size, 121)
  const known = new Set(rules().map(({ id }) => id))
  for (const { unit, rules, reason, status } of units) {
    assert.ok(rules.every((id) => known.has(id)), unit)
    assert.equal(['rule', 'scope'].includes(status), reason === null, unit)
  }
  assert.notEqual(coverage('en').find(({ reason }) => reason).reason, units.find(({ reason }) => reason).reason)
  assert.throws(() => coverage('fr'), { code: 'badOptions' })
})

test('positions() says where in the text each place of a report is', () => {
  const text = '{\n  "sag": {"sagstype": "noget"},\n  "x": 1\n}'
  const places = positions(text, validate(text))
  assert.deepEqual(places['/sag/sagstype'], { line: 2, column: 23 })
  assert.deepEqual(places['/x'], { line: 3, column: 8 })
  assert.deepEqual(positions(new TextEncoder().encode(text), validate(text)), places)
  // An object has no lines, and what is no report names no place.
  assert.throws(() => positions({}, validate({})), { code: 'badOptions' })
  assert.throws(() => positions(text, {}), { code: 'notAReport' })
  const report = validate(JSON.stringify(base('RF')), { profiles: ['proces'], detail: 'all' })
  const all = [...report.results, ...report.profileResults].flatMap(({ paths, dependsOn }) => [...paths, ...(dependsOn ? [dependsOn] : [])])
  assert.deepEqual(Object.keys(positions(JSON.stringify(base('RF')), report)).sort(), [...new Set(all)].sort())
})

test('recommendation() says which words of a text recommend, as JavaScript counts', () => {
  const before = '\u{1F642} Borgeren har hjemmeboende børn. '
  const text = `${before}Det anbefales, at borgeren får bevilget et fleksjob.`
  const { sentence, words } = recommendation(text, '/forberedendeDel/helbred/situation')
  assert.equal(text.slice(...sentence).trim(), text.slice(before.length))
  assert.ok(words.map(([start, end]) => text.slice(start, end)).includes('anbefales'))
  assert.equal(recommendation('Borgeren har hjemmeboende børn.'), null)
  assert.throws(() => recommendation(17), { code: 'badOptions' })
  // A part of the plan is the municipality's.
  assert.notEqual(recommendation('Jeg anbefaler fleksjob.', '/forberedendeDel/helbred'), null)
  assert.equal(recommendation('Jeg anbefaler fleksjob.', '/forberedendeDel/oensker'), null)
  // A place that no plan has is no field of the municipality's.
  for (const path of ['/x', '/forberedendeDel/oenske', 'oensker']) {
    // There is no selection of which the caller could know.
    const message = 'path is no place of a plan that a rule looks at'
    assert.throws(() => recommendation(text, path), { code: 'badOptions', path: null, message }, path)
    assert.throws(() => inline.recommendation(text, path), { code: 'badOptions', message }, path)
  }
  // Half a surrogate pair is one character, as in the text.
  const half = `\u{1F642}\ud83d ${text}`
  assert.equal(half.slice(...recommendation(half).sentence).trim(), text.slice(before.length))
  assert.equal(recommendation(half).words.map(([start, end]) => half.slice(start, end)).includes('anbefales'), true)
  // Where the language check is a file of its own, it says the same; the citizen's "jeg" is nobody's recommendation there either.
  const own = ['Jeg anbefaler fleksjob.', '/forberedendeDel/hidtidigIndsats/beskaeftigelse/2/borgerensErfaring']
  for (const given of [[text, '/forberedendeDel/helbred/situation'], [before], [''], ['Jeg anbefaler fleksjob.'], own]) {
    assert.deepEqual(inline.recommendation(...given), recommendation(...given))
  }
  assert.notEqual(inline.recommendation(own[0]), null)
  assert.equal(inline.recommendation(...own), null)
})

// § 12 exempts FP12 from most of § 3 already; theme 1A of the trial exempts from §§ 6-8 and 10.
test('compare() says what profiles change, and counts what is no plan', () => {
  const without = { ...base('RF'), moede: undefined, indstilling: undefined }
  const plans = function* () {
    yield ['a', without]
    yield [17, JSON.stringify(base('RF'))]
    yield '{'
    yield base('FJ')
  }
  const options = { profiles: ['vejledning'], asOf: '2020-06-01' }
  const comparison = compare(plans(), options)
  assert.deepEqual([comparison.plans, comparison.unreadable, comparison.notes], [3, 1, []])
  const sum = (when) => comparison.conclusions.reduce((sum, row) => sum + row[when], 0)
  assert.deepEqual([sum('before'), sum('after')], [3, 3])
  for (const { plan } of comparison.changed) assert.ok(['a', '17', '3'].includes(plan), plan)
  const found = [without, base('RF'), base('FJ')].flatMap((plan) => validate(plan, { ...options, detail: 'all' }).profileResults)
  const appear = found.filter(({ outcome, sameAs }) => outcome === 'notMet' && !sameAs).length
  assert.ok(appear > 0)
  assert.equal(comparison.rules.filter(({ rule }) => rule.startsWith('vejledning/')).reduce((sum, row) => sum + row.appear, 0), appear)
  assert.deepEqual(compare([], options).plans, 0)
})

// § 1, stk. 2: without the team there is nothing to write before the decision. § 12 is for førtidspension.
test('checklist() is what a plan will have to hold, up to a phase', () => {
  const ids = ({ points }) => points.map(({ rule }) => rule)
  const early = checklist('fleksjob')
  assert.deepEqual([early.variant, early.phase], ['FJ', 'forelaeggelse'])
  assert.ok(ids(early).includes('P3.1.4') && !ids(early).some((id) => id.startsWith('P7.')))
  assert.ok(ids(checklist('fj', { phase: 'indstilling' })).includes('P7.1.a'))
  assert.equal(checklist('foertidspension').variant, 'FP+FP12+FP13+FPU18+FPU17')
  const none = checklist('JA13D')
  assert.ok(none.points.length === 0 && none.exempt.length > 0)
  const texts = new Map(rules().map((rule) => [rule.id, rule]))
  for (const lang of ['da', 'en']) {
    for (const { rule, demand, remedy, kind, matrix: cells } of checklist('foertidspension', { phase: 'indsats', lang }).points) {
      assert.equal(demand, texts.get(rule).summary[lang])
      if (['judgement', 'exemption'].includes(kind)) assert.equal(remedy, null, rule)
      else assert.equal(remedy, texts.get(rule).remedy[lang])
      for (const [variant, cell] of Object.entries(cells)) assert.equal(cell, matrix().rules[rule][variant])
    }
  }
})

test('checklist() says which kinds of case there are, and repeats nothing', () => {
  const refused = (...given) => {
    try {
      checklist(...given)
    } catch (error) {
      assert.equal(error.code, 'badOptions')
      return error.message
    }
  }
  assert.match(refused('Kanariefugl'), /^sagstypen er en af .*fleksjob.*FP12/)
  assert.match(refused('fleksjobs', { lang: 'en' }), /^the case is one of .*fleksjob.*FP12/)
  // A case of two types, as a report names it, has none of its own.
  assert.match(refused('FJ+SELV', { lang: 'en' }), /take both the list for FJ and the list for SELV/)
  assert.match(refused('fp13+fp12'), /tag både listen til FP12 og listen til FP13/)
  for (const given of [['Kanariefugl'], [{ sag: 'Kanariefugl' }], ['FJ', { phase: 'Kanariefugl' }], ['FJ', { Kanariefugl: 1 }], ['FJ', { detail: 'all' }]]) {
    assert.ok(!refused(...given).includes('Kanariefugl'))
  }
  assert.match(refused('FJ', { phase: 'x' }), /phase is/)
  assert.match(refused('FJ', { lang: 'fr' }), /lang is/)
})

test('compare() begins anew after a failure, and within another', () => {
  const options = { profiles: ['vejledning'] }
  const nested = function* () {
    yield base('RF')
    assert.equal(compare([base('FJ'), base('FJ')], options).plans, 2)
    yield base('RF')
  }
  assert.equal(compare(nested(), options).plans, 2)
  const failing = function* () {
    yield base('RF')
    throw new Error('no more')
  }
  assert.throws(() => compare(failing(), options), { message: 'no more' })
  assert.throws(() => compare([new Map()], options), { code: 'notAPlan' })
  assert.equal(compare([base('RF')], options).plans, 1)
})

test('compare() refuses what would mean nothing', () => {
  for (const options of [undefined, {}, { profiles: [] }]) assert.throws(() => compare([], options), { code: 'badOptions' })
  for (const more of [{ detail: 'findings' }, { only: { rules: ['P3.1.4'] } }, { suppress: [] }, { case: 'x' }]) {
    assert.throws(() => compare([], { profiles: ['vejledning'], ...more }), { code: 'badOptions' })
  }
  assert.throws(() => compare([], { profiles: ['nope'] }), { code: 'badProfile', reason: 'unknownProfile' })
})

test('what is wrong with a profile is said as a code, with its place, and in the language of the report', () => {
  const own = json('examples/profiles/kommune.json')
  own.effects[1].severity.rule = 'P6.1.pkt1.bb'
  const thrown = (options) => {
    try {
      validate(base('RF'), options)
    } catch (error) {
      assert.ok(error instanceof RehabplanError)
      return error
    }
    return assert.fail('nothing is thrown')
  }
  const [danish, english] = ['da', 'en'].map((lang) => thrown({ profiles: ['vejledninge'], lang }))
  for (const error of [danish, english]) assert.deepEqual([error.code, error.reason, error.path], ['badProfile', 'unknownProfile', null])
  assert.match(danish.message, /findes ikke|ingen profil/)
  assert.match(english.message, /there is no profile|does not exist|no profile/)
  const shape = thrown({ profiles: [own] })
  assert.deepEqual([shape.code, shape.reason, shape.path], ['badProfile', 'unknownRule', '/effects/1/severity/rule'])
  const only = thrown({ only: { paths: ['/sag', '/nope'] } })
  assert.deepEqual([only.code, only.path], ['badOptions', '/only/paths/1'])
  assert.ok(only.reason)
  const horizon = thrown({ horizon: ['/nope'] })
  assert.deepEqual([horizon.code, horizon.path], ['badOptions', '/horizon/0'])
})
