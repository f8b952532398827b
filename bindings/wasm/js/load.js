// The wasm module: where it comes from, whether it is the right one, when it is ready, and how it is called.
import { build } from './build-id.js'
import { RehabplanError } from './error.js'
import { bytesOf, kindOf } from './given.js'

let module
let wasm
let atHand

/** For an entry that has the module at hand: the first call makes it ready, without init(). */
export function onFirstCall(give) {
  atHand = give
}

// wasm-bindgen's table of JavaScript values; there are none, since bytes go in and out.
const imports = { './core_bg.js': { __wbindgen_init_externref_table() {} } }

function run({ exports }) {
  exports.__wbindgen_start()
  wasm = exports
}

/** Calls a function of the module, and gives its text. */
export function call(name, ...given) {
  if (!wasm && !module && atHand) module = ours(atHand())
  if (!wasm && module) run(new WebAssembly.Instance(module, imports))
  if (!wasm) throw new RehabplanError('notReady', 'call init() and wait for it before anything else')
  try {
    const [at, length] = wasm[name](...given.flatMap(put))
    const said = new TextDecoder().decode(new Uint8Array(wasm.memory.buffer, at >>> 0, length))
    wasm.__wbindgen_free(at, length, 1)
    return said
  } catch {
    // Nobody knows what state it is in, so the next call begins anew.
    wasm = undefined
    throw new RehabplanError('failed', 'the checker itself has failed; please report it')
  }
}

/** Copies bytes into the module, which frees them itself. */
function put(bytes) {
  const at = wasm.__wbindgen_malloc(bytes.length, 1)
  new Uint8Array(wasm.memory.buffer).set(bytes, at >>> 0)
  return [at, bytes.length]
}

let last = Promise.resolve()

/**
 * Loads the module, once. Whoever asks meanwhile waits for it, and tries again when it has failed. What an address leads to
 * is fetched, where an entry has no files to open.
 */
export function start(source, open = fetch) {
  const load = async () => {
    if (module) return
    const loaded = ours(await compiled(await source(), open))
    run(await WebAssembly.instantiate(loaded, imports))
    module = loaded
  }
  return (last = last.then(load, load))
}

const unfit = (message) => new RehabplanError('badWasm', message)

async function compiled(source, open, from = 'what init() was given') {
  const kind = kindOf(source)
  if (kind === 'WebAssembly.Module') return source
  if (typeof source === 'string' || kind === 'URL') return compiled(await open(String(source)), open, String(source))
  if (kind === 'Request') return compiled(await fetch(source))
  if (typeof source?.arrayBuffer === 'function') {
    if (source.ok === false) throw unfit(`there is no wasm file at ${source.url} (${source.status}); ${ADVICE}`)
    return (await streamed(source)) ?? compiled(await source.arrayBuffer(), open, source.url || from)
  }
  const bytes = bytesOf(source)
  if (!bytes) throw unfit('init() takes an address, a response, bytes or a compiled module')
  if (String(bytes.subarray(0, 4)) !== '0,97,115,109') throw unfit(`${from} is no wasm file; ${ADVICE}`)
  return WebAssembly.compile(bytes.slice())
}

const ADVICE = "copy rehabplan.wasm there, tell init() where it is, or import 'rehabplan/inline'"

/** A browser keeps what it compiles from a stream. What is no stream of the right type is read as bytes. */
async function streamed(response) {
  try {
    return await WebAssembly.compileStreaming(response.clone())
  } catch {
    return undefined
  }
}

/** The module, if it is one of this very package: the two speak a language of their own. */
function ours(module) {
  const [mark = new Uint8Array()] = WebAssembly.Module.customSections(module, 'rehabplan')
  if (new TextDecoder().decode(mark) !== build) throw unfit('the wasm file is not one of this build of the package; copy it anew')
  return module
}
