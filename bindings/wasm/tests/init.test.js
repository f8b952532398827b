// Where the wasm file comes from: importing reads none, init() takes it in every form, and a wrong one is no end.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { runInNewContext } from 'node:vm'
import { marked } from '../build.mjs'
import { bin, built } from '../tools.mjs'
import { scratch } from './support/files.js'
import { serve } from './support/server.js'

const folder = scratch('rehabplan-init')
const file = join(built, 'rehabplan-full.wasm')
const wasm = readFileSync(file)

let copies = 0

/** A copy of the package, since a module is loaded once; without any wasm file beside it. */
async function fresh(entry = 'node.js') {
  const copy = join(folder, String((copies += 1)))
  cpSync(built, copy, { recursive: true, filter: (from) => !from.endsWith('.wasm') })
  return import(join(copy, entry))
}

const conclusion = ({ validate }) => validate({ sag: { sagstype: 'revalidering' } }).conclusion

let server

before(async () => {
  cpSync(file, join(folder, 'rehabplan.wasm'))
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>page</title>')
  server = await serve(folder, '')
})

after(() => server.close())

test('importing touches no file, and on a server nothing beside the program is needed', async () => {
  assert.equal(conclusion(await fresh()), 'deficient')
  const begun = await fresh()
  await begun.init()
  assert.equal(conclusion(begun), 'deficient')
})

test('CommonJS finds the file beside it, and says where it is missing', async () => {
  const { default: rehabplan } = await fresh('node.cjs')
  assert.throws(() => conclusion(rehabplan), { name: 'Error', code: 'ENOENT' })
  await rehabplan.init(file)
  assert.equal(conclusion(rehabplan), 'deficient')
  const { default: whole } = await import(join(built, 'node.cjs'))
  assert.equal(conclusion(whole), 'deficient')
})

const sources = {
  'a path': () => file,
  'a path from here': () => relative('.', file),
  'the address of a file, as text': () => pathToFileURL(file).href,
  'the address of a file': () => pathToFileURL(file),
  'an address of another realm': () => runInNewContext('make()', { make: () => pathToFileURL(file) }),
  'an address on a server': () => `${server.address}/rehabplan.wasm`,
  'an address on a server, as URL': () => new URL('/rehabplan.wasm', server.address),
  'a request': () => new Request(`${server.address}/rehabplan.wasm`),
  'a response': () => new Response(wasm, { headers: { 'content-type': 'application/wasm' } }),
  'a response without a type': () => new Response(wasm),
  'a response to come': () => fetch(`${server.address}/rehabplan.wasm`),
  'a blob': () => new Blob([wasm]),
  bytes: () => wasm,
  'a buffer': () => wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength),
  'shared bytes': () => {
    const shared = new Uint8Array(new SharedArrayBuffer(wasm.length))
    shared.set(wasm)
    return shared
  },
  'bytes of another realm': () => runInNewContext('Uint8Array.from(bytes)', { bytes: [...wasm] }),
  'bytes to come': async () => wasm,
  'a module': () => new WebAssembly.Module(wasm),
  'a module to come': () => WebAssembly.compile(wasm),
  'a module of another realm': () => runInNewContext('new WebAssembly.Module(Uint8Array.from(bytes))', { bytes: [...wasm] }),
}

for (const [name, source] of Object.entries(sources)) {
  test(`init() takes ${name}`, async () => {
    for (const entry of ['node.js', 'index.cjs', ...(/path|of a file|another realm/.test(name) ? [] : ['index.js'])]) {
      const imported = await fresh(entry)
      const rehabplan = imported.default ?? imported
      await rehabplan.init(source())
      assert.equal(conclusion(rehabplan), 'deficient', entry)
    }
  })
}

/** A module that has the mark of this build, and breaks down when it is called. */
function broken() {
  const text = `(module
    (memory (export "memory") 1)
    (func (export "__wbindgen_start"))
    (func (export "__wbindgen_malloc") (param i32 i32) (result i32) (i32.const 0))
    (func (export "choose") (param i32 i32) (result i32 i32) unreachable))`
  writeFileSync(join(folder, 'broken.wat'), text)
  execFileSync(bin('wasm-opt'), ['--enable-multivalue', join(folder, 'broken.wat'), '-o', join(folder, 'broken.wasm')])
  return readFileSync(join(folder, 'broken.wasm'))
}

test('a wrong file is an error that says what it is, and the right one may follow', async () => {
  const nothing = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)
  for (const [source, code, words] of [
    [join(folder, 'page.html'), 'badWasm', /page\.html is no whole wasm file; .*rehabplan\/inline/],
    [() => `${server.address}/page.html`, 'badWasm', /page\.html is no whole wasm file/],
    [() => `${server.address}/nowhere.wasm`, 'badWasm', /nowhere\.wasm \(404\)/],
    [new Response('', { status: 404 }), 'badWasm', /at what init\(\) was given \(404\)/],
    [new Response('<!doctype html>'), 'badWasm', /no whole wasm file/],
    [new Uint8Array(), 'badWasm', /no whole wasm file/],
    [nothing, 'badWasm', /not one of this build/],
    [new WebAssembly.Module(nothing), 'badWasm', /not one of this build/],
    [marked(nothing, '0123456789abcdef'), 'badWasm', /not one of this build/],
    // As a download that broke off, in the middle of a section and between two.
    [wasm.subarray(0, 1000), 'badWasm', /no whole wasm file/],
    [wasm.subarray(0, -1), 'badWasm', /no whole wasm file/],
    [new Response(wasm.subarray(0, 1000), { headers: { 'content-type': 'application/wasm' } }), 'badWasm', /no whole wasm file/],
    [wasm.subarray(0, 8), 'badWasm', /not one of this build/],
    [7, 'badWasm', /init\(\) takes/],
    [{}, 'badWasm', /init\(\) takes/],
    [() => Promise.reject(new Error('no')), undefined, /^no$/],
  ]) {
    const rehabplan = await fresh(typeof source === 'string' ? 'node.js' : 'index.js')
    const wrong = typeof source === 'function' ? source() : source
    const [failed, followed] = [rehabplan.init(wrong), rehabplan.init(wasm)]
    await assert.rejects(failed, (error) => error.code === code && words.test(error.message), String(words))
    await followed
    assert.equal(conclusion(rehabplan), 'deficient')
  }
})

test('what cannot be opened is an error that says what it is and what to do', async () => {
  const { address, close } = await serve(folder, '')
  await close()
  for (const [source, words] of [
    [join(folder, 'nowhere.wasm'), /nowhere\.wasm cannot be read \(ENOENT\); tell init\(\)/],
    [pathToFileURL(join(folder, 'nowhere.wasm')), /nowhere\.wasm cannot be read \(ENOENT\)/],
    [folder, /cannot be read \(EISDIR\)/],
    ['file://elsewhere/rehabplan.wasm', /cannot be read \(ERR_/],
    [`${address}/rehabplan.wasm`, /rehabplan\.wasm cannot be read \(ECONNREFUSED\)/],
    [new Request(`${address}/rehabplan.wasm`), /rehabplan\.wasm cannot be read \(ECONNREFUSED\)/],
  ]) {
    for (const entry of ['node.js', 'index.cjs']) {
      const imported = await fresh(entry)
      const rehabplan = imported.default ?? imported
      await assert.rejects(rehabplan.init(source), (error) => error.code === 'badWasm' && words.test(error.message) && error.cause !== undefined, `${entry} ${words}`)
      await rehabplan.init(wasm)
      assert.equal(conclusion(rehabplan), 'deficient')
    }
  }
})

test('a promise that is rejected is the error of its own call, and never one that nobody handles', async () => {
  const unhandled = []
  const note = (error) => unhandled.push(error)
  process.on('unhandledRejection', note)
  try {
    const no = () => Promise.reject(new Error('no'))
    // A rejection that nobody handles is told before the next turn.
    const turn = () => new Promise((done) => setImmediate(done))
    const slow = () => {
      let come
      const promise = new Promise((done) => (come = () => done(wasm)))
      return { promise, come }
    }
    // The second is not asked for before the first is there, and then never.
    const rehabplan = await fresh('full.js')
    const first = slow()
    const both = [rehabplan.init(first.promise), rehabplan.init(no(), { language: no() })]
    await turn()
    first.come()
    await Promise.all(both)
    await turn()
    assert.equal(conclusion(rehabplan), 'deficient')
    // One for what is there already.
    await rehabplan.init(no(), { language: no() })
    // One whose call waits for another, which fails.
    const other = await fresh('full.js')
    const second = slow()
    const failed = [other.init(second.promise.then(() => new Uint8Array())), other.init(no(), { language: no() })]
    await turn()
    second.come()
    await assert.rejects(failed[0], { code: 'badWasm' })
    await assert.rejects(failed[1], { message: 'no' })
    await other.init(wasm)
    // The language check, for which nobody waits.
    const small = await fresh('index.js')
    await small.init(readFileSync(join(built, 'rehabplan.wasm')), { language: no(), languageLater: true, textsLater: true })
    await turn()
    assert.deepEqual(unhandled, [])
    assert.equal(conclusion(small), 'deficient')
  } finally {
    process.off('unhandledRejection', note)
  }
})

test('a later init() leaves a source unread for what is there already', async () => {
  const rehabplan = await fresh('full.js')
  await rehabplan.init(wasm)
  const source = { arrayBuffer: () => assert.fail('it was read') }
  await rehabplan.init(source)
  await rehabplan.init('https://rehabplan.invalid/rehabplan.wasm')
  assert.equal(conclusion(rehabplan), 'deficient')
})

test('a module that breaks down is an error with a code', async () => {
  const rehabplan = await fresh('index.js')
  const { build } = await import(join(built, 'build-id.js'))
  await rehabplan.init(marked(broken(), build))
  for (const again of [1, 2]) assert.throws(() => rehabplan.validate({}), { name: 'RehabplanError', code: 'failed' }, `${again}`)
})

test('every wasm file of the package has the same mark, and is still one', () => {
  for (const name of ['rehabplan', 'rehabplan-language', 'rehabplan-full', 'rehabplan-node']) {
    const module = new WebAssembly.Module(readFileSync(join(built, `${name}.wasm`)))
    const [mark, ...more] = WebAssembly.Module.customSections(module, 'rehabplan')
    assert.match(new TextDecoder().decode(mark), /^[0-9a-f]{16}$/)
    assert.deepEqual(more, [])
  }
})

test('files that have like names are not taken for each other', async () => {
  const [checker, language, full] = ['', '-language', '-full'].map((name) => readFileSync(join(built, `rehabplan${name}.wasm`)))
  for (const [entry, right] of [['index.js', checker], ['inline.js', checker], ['full.js', full], ['node.js', full]]) {
    const { init, ...rehabplan } = await fresh(entry)
    await assert.rejects(init(language), { code: 'badWasm', message: /rehabplan/ }, entry)
    if (right === full) await assert.rejects(init(checker), { code: 'badWasm', message: /rehabplan-full\.wasm/ }, entry)
    await init(right, { language })
    assert.equal(conclusion(rehabplan), 'deficient', entry)
  }
  const { init, ...rehabplan } = await fresh('index.js')
  await assert.rejects(init(checker, { language: checker }), { code: 'badWasm', message: /rehabplan-language\.wasm/ })
  await init(checker, { language })
  assert.equal(conclusion(rehabplan), 'deficient')
})
