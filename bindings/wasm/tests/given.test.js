// What may be given as a plan and as options, of whatever realm; and that nothing else passes for either.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { runInNewContext } from 'node:vm'
import { json, rehabplan } from './support/files.js'

const { planSchema, planSchemaFor, validate, validateJson } = rehabplan
const plan = json('tests/corpus/base/RF.json')
const text = JSON.stringify(plan)
const utf8 = new TextEncoder().encode(text)
const expected = validateJson(text)
const elsewhere = (code, given = {}) => runInNewContext(`(${code})`, given)

/** Everything that is wrong with the values of a plan. */
const input = (plan) => validate(plan).input.map(({ path, code }) => `${path} ${code}`)
const oensker = (value) => ({ ...plan, forberedendeDel: { ...plan.forberedendeDel, oensker: value } })
const hasWishes = (plan) => validate(plan, { detail: 'all' }).results.find(({ rule }) => rule === 'P3.1.4').outcome

test('bytes are bytes, in every kind of buffer and view and of every realm', () => {
  const shared = new SharedArrayBuffer(utf8.length)
  new Uint8Array(shared).set(utf8)
  const apart = new Uint8Array(utf8.length + 8)
  apart.set(utf8, 3)
  const even = new TextEncoder().encode(text + ' '.repeat(8 - (utf8.length % 8)))
  const given = {
    Uint8Array: utf8,
    Buffer: Buffer.from(utf8),
    ArrayBuffer: utf8.buffer.slice(0, utf8.length),
    SharedArrayBuffer: shared,
    'a view of shared bytes': new Uint8Array(shared),
    DataView: new DataView(apart.buffer, 3, utf8.length),
    'a part of a buffer': apart.subarray(3, 3 + utf8.length),
    Uint8ClampedArray: new Uint8ClampedArray(utf8),
    Float64Array: new Float64Array(even.buffer),
    'a Uint8Array of another realm': elsewhere('Uint8Array.from(bytes)', { bytes: [...utf8] }),
    'an ArrayBuffer of another realm': elsewhere('Uint8Array.from(bytes).buffer', { bytes: [...utf8] }),
    'a DataView of another realm': elsewhere('new DataView(Uint8Array.from(bytes).buffer)', { bytes: [...utf8] }),
  }
  for (const [name, bytes] of Object.entries(given)) {
    assert.equal(validateJson(bytes), expected, name)
    assert.equal(planSchema['~standard'].validate(bytes).issues, undefined, name)
  }
  assert.equal(elsewhere('new Uint8Array()') instanceof Uint8Array, false)
})

test('a plain object is a plan, of whatever realm', () => {
  const bare = Object.assign(Object.create(null), plan)
  for (const given of [plan, bare, elsewhere('JSON.parse(text)', { text }), new Proxy(plan, {}), Object.freeze({ ...plan })]) {
    assert.equal(validateJson(given), expected)
  }
})

class Plan {
  constructor() {
    Object.assign(this, plan)
  }
}

test('what is no plan is a TypeError that names what came and nothing in it, and passes no schema', () => {
  const SECRET = 'KANARIE'
  class Named {
    get [Symbol.toStringTag]() {
      return SECRET
    }
  }
  for (const [given, name] of [
    [Promise.resolve(SECRET), /a Promise; await it/],
    [new Response(text), /a Response; await its arrayBuffer/],
    [new Blob([text]), /a Blob; await its arrayBuffer/],
    [new File([text], SECRET), /a File; await its arrayBuffer/],
    [new Request('http://localhost/KANARIE'), /a Request/],
    [new Map(Object.entries(plan)), /a Map$/],
    [new Set([SECRET]), /a Set$/],
    [new Date(), /a Date$/],
    [new Error(SECRET), /a Error$/],
    [/KANARIE/, /a class instance$/],
    [new URL('http://localhost/KANARIE'), /a URL$/],
    [elsewhere('new Map()'), /a Map$/],
    [elsewhere('Promise.resolve()'), /a Promise; await it$/],
    [new Plan(), /a class instance$/],
    [new Named(), /a class instance$/],
    [Object.create(plan), /a class instance$/],
    [new String(text), /a class instance$/],
    [() => plan, /a function$/],
    [Symbol(SECRET), /a symbol$/],
  ]) {
    for (const run of [validate, validateJson]) {
      assert.throws(
        () => run(given),
        (error) => error instanceof TypeError && error.code === 'notAPlan' && name.test(error.message) && !`${error}${error.stack}`.includes(SECRET),
        String(name),
      )
    }
    const { issues, value } = planSchema['~standard'].validate(given)
    assert.deepEqual([issues.length, issues[0].code, issues[0].path, value], [1, 'notAPlan', undefined, undefined], String(name))
  }
})

test('JSON that is no object is said to be none', () => {
  for (const given of [null, undefined, 7, NaN, true, 7n, [], [plan], elsewhere('[]')]) {
    assert.throws(() => validate(given), { name: 'RehabplanError', code: 'notAnObject' })
  }
})

test('what is absent in JavaScript is absent: undefined and NaN', () => {
  for (const value of [undefined, NaN, null]) {
    assert.deepEqual(input(oensker(value)), [])
    assert.equal(hasWishes(oensker(value)), 'notMet')
  }
  assert.equal(hasWishes(oensker('Kok')), 'met')
})

test('what cannot be read is said at its place', () => {
  for (const value of [() => 'Kok', Symbol('Kok'), new Map(), new Set(['Kok']), Promise.resolve('Kok'), Infinity, -Infinity, new Plan(), /Kok/, new Date(NaN)]) {
    assert.deepEqual(input(oensker(value)), ['/forberedendeDel/oensker notText'])
    assert.notEqual(hasWishes(oensker(value)), 'met')
  }
})

/** The places of the plan's schema, with 0 for an entry of a list. */
function places(schema, defs, at = []) {
  const one = schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
  const kind = one.$ref ? defs[one.$ref.split('/').pop()] : one
  const below = kind.properties ? Object.entries(kind.properties).flatMap(([key, field]) => places(field, defs, [...at, key])) : []
  // Two fields have no type: whatever stands there is too much.
  return [...(at.length > 0 && kind.type ? [at] : []), ...below, ...(kind.items ? places(kind.items, defs, [...at, '0']) : [])]
}

test('every field of a plan says so of what it cannot read', () => {
  const { $defs, ...schema } = rehabplan.jsonSchema()
  const all = places(schema, $defs)
  assert.ok(all.length > 200)
  for (const steps of all) {
    // From the inside out: an object for a name, a list for a place in one.
    const plan = steps.reduceRight((inner, step) => (step === '0' ? [inner] : { [step]: inner }), new Map())
    // Where a list belongs, what cannot be read counts as its only entry.
    const found = new RegExp(`^/${steps.join('/')}(/0)? not[A-Z]`)
    assert.equal(input(plan).filter((one) => found.test(one)).length, 1, steps.join('/'))
  }
})

test('a date at midnight is a day, here or in UTC; another moment is none', () => {
  const on = (dato) => validate({ ...plan, moede: { ...plan.moede, dato } })
  const [known] = [on('2020-03-02')]
  assert.deepEqual(known.input, [])
  for (const date of [new Date('2020-03-02'), new Date(2020, 2, 2), elsewhere("new Date('2020-03-02')"), { toJSON: () => '2020-03-02' }]) assert.deepEqual(on(date), known)
  for (const date of [new Date('2020-03-02T09:30:00Z'), new Date(2020, 2, 2, 0, 0, 0, 1), new Date(NaN)]) {
    assert.deepEqual(on(date).input.map(({ path, code }) => [path, code]), [['/moede/dato', 'notADate']])
  }
})

test('a BigInt is a whole number', () => {
  const pages = (sideantal) => validate({ ...plan, sag: { ...plan.sag, sideantal } })
  assert.deepEqual(pages(12n), pages(12))
  assert.deepEqual(input({ ...plan, sag: { ...plan.sag, sideantal: 12n } }), [])
})

test('what cannot be written as JSON is an error that holds nothing of it, and passes no schema', () => {
  const throws = () => {
    throw new Error('KANARIE')
  }
  const itself = { ...plan }
  itself.moede = { dato: itself }
  const list = []
  list.push(list)
  let deep = 'x'
  for (let level = 0; level < 100_000; level++) deep = { deep }
  // Thirty lists that are two to the thirtieth when written.
  let many = 'x'
  for (let level = 0; level < 30; level++) many = [many, many]
  for (const given of [
    itself,
    { moede: list },
    { deep },
    { many },
    { moede: { deltagere: new Array(2 ** 32 - 1) } },
    { sag: { toJSON: throws } },
    { get sag() { return throws() } },
    { sag: new Proxy({}, { ownKeys: throws }) },
  ]) {
    assert.throws(() => validate(given), (error) => error.code === 'notSerializable' && !`${error}${error.stack}`.includes('KANARIE'))
    assert.equal(planSchema['~standard'].validate(given).issues.length, 1)
  }
})

test('what is used twice is written twice', () => {
  const shared = { beskrivelse: 'Kursus' }
  assert.deepEqual(validate({ sag: plan.sag, indsatser: [shared, shared] }), validate({ sag: plan.sag, indsatser: [{ ...shared }, { ...shared }] }))
})

test('half a surrogate pair is a value that cannot be read, in text and in objects', () => {
  for (const given of [oensker('a\ud800'), JSON.stringify(oensker('#')).replace('"#"', '"a\ud800"'), JSON.stringify(oensker('#')).replace('"#"', '"\udc00b"')]) {
    assert.deepEqual(input(given), ['/forberedendeDel/oensker notText'])
  }
  assert.deepEqual(input(oensker('\ud83d\ude00 kok')), [])
  assert.throws(() => validate('{"x":"\\\ud800"}'), { code: 'notJson' })
  assert.throws(() => validate('{"x":\ud800}'), { code: 'notJson' })
})

test('options are a plain object with names that exist, and a selection selects something', () => {
  for (const [options, words] of [
    [new Map([['phase', 'indsats']]), /plain object/],
    [[], /plain object/],
    [null, /plain object/],
    ['indsats', /plain object/],
    [() => ({}), /plain object/],
    [Object.create({ phase: 'indsats' }), /plain object/],
    [{ phse: 'indsats' }, /did you mean phase\?/],
    [{ asof: '2020-01-01' }, /did you mean asOf\?/],
    [{ profile: ['vejledning'] }, /did you mean profiles\?/],
    [{ KANARIE: 1 }, /the options are phase, asOf/],
    [{ '=\nphase': 1 }, /the options are phase, asOf/],
    [{ only: { rule: ['P3.1.4'] } }, /did you mean rules\?/],
    [{ only: { KANARIE: 1 } }, /only has rules, paths$/],
    [{ rule: ['P3.1.4'] }, /the options are phase, asOf/],
    [{ only: {} }, /./],
    [{ only: { rules: undefined } }, /./],
    [{ only: { rules: [] } }, /./],
    [{ only: { rules: [], paths: [] } }, /./],
    [{ only: { rules: ['nope'] } }, /./],
    [{ only: { rules: ['P3.1.4', 'nope'] } }, /./],
    [{ only: { paths: ['/nope'] } }, /./],
    [{ only: { rules: [,] } }, /only\/rules\/0 is not a text/],
    [{ only: 'x' }, /only must be a plain object/],
    [{ only: true }, /only must be a plain object/],
    [{ only: [] }, /only must be a plain object/],
    [{ only: new Set(['P3.1.4']) }, /only must be a plain object/],
  ]) {
    const isRight = (error) => error.code === 'badOptions' && words.test(error.message) && !error.message.includes('KANARIE')
    assert.throws(() => validate(plan, options), isRight, `${words}`)
    assert.throws(() => planSchemaFor(options)['~standard'].validate(plan), isRight, `${words}`)
  }
  for (const [horizon, words] of [
    ['/sag', /horizon is not a list/],
    [[], /^horizon: the source holds nothing/],
    [[17], /horizon\/0 is not a text/],
    [['/sag', '!/forberedendeDel/onsker'], /^horizon: place no\. 2 .*did you mean \/forberedendeDel\/oensker\?/],
  ]) {
    assert.throws(() => validate(plan, { horizon }), (error) => error.code === 'badOptions' && words.test(error.message), `${words}`)
  }
  assert.deepEqual(validate(plan, { only: { rules: ['P3.1.4'], paths: [] } }).limitedTo, { rules: ['P3.1.4'], paths: [] })
  assert.equal(validate(plan, { only: undefined }).limitedTo, null)
})

test('a fault of the program is thrown by a schema, and not shown to whoever fills in the form', () => {
  assert.throws(() => planSchemaFor({ profiles: ['nope'] })['~standard'].validate(plan), { code: 'badProfile' })
  assert.throws(() => planSchema['~standard'].validate(plan, { libraryOptions: { phase: () => {} } }), { code: 'badOptions' })
})

test('bytes that went to another thread are no plan any more, and that is said', () => {
  const bytes = new TextEncoder().encode('{}')
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] })
  assert.throws(() => validate(bytes.buffer), { name: 'TypeError', code: 'notAPlan', message: /an? ArrayBuffer/ })
  // A view of them has no bytes.
  assert.throws(() => validate(bytes), (error) => /^not/.test(error.code))
})
