// The wasm modules: where they come from, whether they are the right ones, when they are ready, and how they are called.
import { build } from './build-id.js'
import { RehabplanError } from './error.js'
import { bytesOf, encode, kindOf } from './given.js'

let checker
let language
/** What runs of them. */
let wasm
let searching
let atHand = []
/** The options that the module was given last; none, once it is another or the language check has come. */
let chosen
let latin1

/** For an entry that has its modules at hand: the first call makes them ready, without init(). */
export function onFirstCall(...give) {
  atHand = give
}

/** For Node and its kin: what writes a text whose characters are a byte each, which takes a tenth of encoding it. */
export function writeWith(write) {
  latin1 = write
}

const imports = {
  // wasm-bindgen's table of JavaScript values; there are none, since bytes go in and out.
  './core_bg.js': { __wbindgen_init_externref_table() {} },
  // What the small module asks, which has no language check in it.
  language: {
    is_there: () => searching !== undefined,
    recommends(at, length, isCitizens) {
      const text = new Uint8Array(wasm.memory.buffer, at >>> 0, length)
      return searching.recommends(...put(text, searching), isCitizens)
    },
  },
}

const isAsking = (module) => WebAssembly.Module.imports(module).some(({ module }) => module === 'language')

function begun({ exports }) {
  exports.__wbindgen_start()
  return exports
}

/** Makes ready what is at hand, and anew what has broken down. */
function run() {
  if (!checker) [checker, language] = atHand.map((give) => ours(give()))
  ;[wasm, searching] = [checker, language].map((module) => module && begun(new WebAssembly.Instance(module, imports)))
  chosen = undefined
}

function ready() {
  if (!wasm) run()
  if (!wasm) throw new RehabplanError('notReady', 'call init() and wait for it before anything else')
}

/** Whether the module has a function. */
export function answers(name) {
  ready()
  return name in wasm
}

const decoder = new TextDecoder()

/** The text that a function of the module says. */
function said([at, length]) {
  const text = decoder.decode(new Uint8Array(wasm.memory.buffer, at >>> 0, length))
  wasm.__wbindgen_free(at, length, 1)
  return text
}

/** What the module says when it is asked. */
function asked(ask) {
  ready()
  try {
    return ask()
  } catch {
    // Nobody knows what state it is in, so the next call begins anew.
    wasm = undefined
    throw new RehabplanError('failed', 'the checker itself has failed; please report it')
  }
}

/** A number as it is, and bytes copied into the module. */
const handed = (given) => given.flatMap((one) => (typeof one === 'number' ? one : put(one)))

/** Calls a function of the module, and gives its text. */
export const call = (name, ...given) => asked(() => said(wasm[name](...handed(given)) ?? [0, 0]))

/** Where the language check points in a text: places, one number after the other. The small module has it in another file. */
export function pointed(...given) {
  ready()
  if (!wasm.recommendation && !searching) throw new RehabplanError('notReady', 'the language check is not there yet; wait for init()')
  return asked(() => {
    const module = wasm.recommendation ? wasm : searching
    const [at, length] = module.recommendation(...given.flatMap((bytes) => put(bytes, module)))
    const places = [...new Uint32Array(module.memory.buffer, at >>> 0, length)]
    module.__wbindgen_free(at, length * Uint32Array.BYTES_PER_ELEMENT, Uint32Array.BYTES_PER_ELEMENT)
    return places
  })
}

/** Has the module check with these options from now on; says what is wrong with them. */
export function choose(options) {
  if (chosen === options && wasm) return ''
  return asked(() => {
    chosen = undefined
    const wrong = said(wasm.choose(...put(encode(options))))
    if (!wrong) chosen = options
    return wrong
  })
}

/** Writes a plan, a text or bytes, where the module reads it; gives its length. */
function write(plan) {
  const bytes = typeof plan === 'string' ? encode(plan) : plan
  const at = wasm.room(bytes.length) >>> 0
  new Uint8Array(wasm.memory.buffer).set(bytes, at)
  return bytes.length
}

/** Calls a function of the module on a plan, with these options where there are some. */
export function callOn(name, options, plan, ...given) {
  const wrong = options !== undefined && choose(options)
  return wrong || asked(() => said(wasm[name](write(plan), ...handed(given))))
}

/** Checks a plan, a text or bytes, with these options. */
export function check(plan, options) {
  const wrong = choose(options)
  return wrong || asked(() => {
    if (latin1 && wasm.check_latin1 && typeof plan === 'string' && !/[^\x00-\xff]/.test(plan)) {
      // The memory may grow for it, and then its buffer is another.
      const at = wasm.room(plan.length) >>> 0
      latin1(plan, wasm.memory.buffer, at)
      return said(wasm.check_latin1(plan.length))
    }
    return said(wasm.check(write(plan)))
  })
}

/** Copies bytes into a module, which frees them itself. */
function put(bytes, to = wasm) {
  const at = to.__wbindgen_malloc(bytes.length, 1)
  new Uint8Array(to.memory.buffer).set(bytes, at >>> 0)
  return [at, bytes.length]
}

const waiting = [Promise.resolve(), Promise.resolve(), Promise.resolve()]

/** One load after another: whoever asks meanwhile waits for it, and tries again when it has failed. */
const turn = (place, load) => (waiting[place] = waiting[place].then(load, load))

/**
 * Loads the modules, each once, from what is given or from beside: the checker, and where that has neither texts nor a language
 * check, these too, which checks need not wait for. What an address leads to is fetched, where an entry has no files to open.
 */
export function start(source, { language: given, languageLater, textsLater } = {}, beside, open = fetch) {
  const load = async (source, does) => {
    const module = ours(await compiled(await source, open), does)
    return [module, begun(await WebAssembly.instantiate(module, imports))]
  }
  const texts = turn(2, () => beside.texts?.())
  const first = turn(0, async () => {
    if (!checker) [checker, wasm, chosen] = await load(source ?? beside.checker(), beside.language ? 'choose' : 'words')
  })
  const searched = first.then(() => turn(1, async () => {
    if (!language && isAsking(checker)) [language, searching, chosen] = await load(given ?? (beside.language ?? missing)(), 'recommends')
  }))
  // Who does not wait for something need not hear that it failed: every report says what is missing. And what is given is not
  // asked for before its turn, or never, where all is there.
  for (const later of [texts, searched, source, given]) Promise.resolve(later).catch(() => {})
  return Promise.all([first, textsLater || texts, languageLater || searched]).then(() => {})
}

const missing = () => {
  throw unfit('this wasm file has no language check; give init() the one that has as `language`')
}

const unfit = (message) => new RehabplanError('badWasm', message)

async function compiled(source, open, from = 'what init() was given') {
  const kind = kindOf(source)
  if (kind === 'WebAssembly.Module') return source
  if (typeof source === 'string' || kind === 'URL') return compiled(await open(String(source)), open, String(source))
  if (kind === 'Request') return compiled(await open(source))
  if (typeof source?.arrayBuffer === 'function') {
    if (source.ok === false) throw unfit(`there is no wasm file at ${source.url || from} (${source.status}); ${ADVICE}`)
    return (await streamed(source)) ?? compiled(await source.arrayBuffer(), open, source.url || from)
  }
  const bytes = bytesOf(source)
  if (!bytes) throw unfit('init() takes an address, a response, bytes or a compiled module')
  const own = bytes.slice()
  return WebAssembly.compile(own).catch((error) => {
    // A page may forbid that anything is compiled, which is no fault of the file.
    throw WebAssembly.validate(own) ? error : unfit(`${from} is no whole wasm file; ${ADVICE}`)
  })
}

const ADVICE = "copy the package's wasm files there, tell init() where they are, or import 'rehabplan/inline'"

/** A browser keeps what it compiles from a stream. What is no stream of the right type is read as bytes. */
async function streamed(response) {
  try {
    return await WebAssembly.compileStreaming(response.clone())
  } catch {
    return undefined
  }
}

/** What tells the files of the package from each other, whose names are alike. */
const FILES = { choose: 'rehabplan.wasm', words: 'rehabplan-full.wasm', recommends: 'rehabplan-language.wasm' }

/** The module, if it is one of this very package and the right one: JavaScript and it speak a language of their own. */
function ours(module, does) {
  const [mark = new Uint8Array()] = WebAssembly.Module.customSections(module, 'rehabplan')
  if (new TextDecoder().decode(mark) !== build) throw unfit('the wasm file is not one of this build of the package; copy it anew')
  if (does && !WebAssembly.Module.exports(module).some(({ name }) => name === does)) throw unfit(`what is wanted here is ${FILES[does]}`)
  return module
}
