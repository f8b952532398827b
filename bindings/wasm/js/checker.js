// The bridge to the wasm module: UTF-8 in, UTF-8 out. Nothing is decided here.
import load, { initSync, profiles as profilesJson, rules as rulesJson, validate as validateBytes } from './core.js'

export class RehabplanError extends Error {
  name = 'RehabplanError'

  constructor(code, message) {
    super(message)
    this.code = code
  }
}

let isReady = false

let starting

/** Loads the wasm file once; after a failure it may be tried again. */
export function start(source) {
  starting ??= load({ module_or_path: source }).then(
    () => {
      isReady = true
    },
    (error) => {
      starting = undefined
      throw error
    },
  )
  return starting
}

export function startSync(bytes) {
  initSync({ module: bytes })
  isReady = true
}

/** Calls the wasm module. What it gives is JSON, or else a code and a message to make an error of. */
function call(run) {
  if (!isReady) throw new RehabplanError('notReady', 'call init() and wait for it before anything else')
  let said
  try {
    said = decoder.decode(run())
  } catch {
    throw new RehabplanError('failed', 'the checker itself has failed; load it anew, and report what kind of plan it was')
  }
  if (/^[[{]/.test(said)) return said
  const [code, message] = said.split('\n')
  throw new RehabplanError(code, message)
}

const decoder = new TextDecoder()

export function validateJson(plan, options = {}) {
  const given = encoder.encode(lines(options))
  const bytes = plan instanceof Uint8Array ? plan : encoder.encode(typeof plan === 'string' ? plan : text(plan))
  return call(() => validateBytes(bytes, given))
}

const encoder = new TextEncoder()

/** A value in JSON. What JSON.stringify says of a value that it cannot write may name what is in it. */
function text(value) {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    throw new RehabplanError('notSerializable', 'what was given cannot be written as JSON: it refers to itself or holds a BigInt')
  }
}

/** The options as the wasm module reads them: a line for each. What their values may be is for the module to say. */
function lines(options) {
  if (typeof options !== 'object' || options === null) throw wrong('the options are an object')
  const line = (name, value, kind = 'text') => {
    if (typeof value !== 'string' || value.includes('\n')) throw wrong(`${name} is not a ${kind}`)
    return `${name}=${value}`
  }
  const list = (name, values, each) => {
    if (!Array.isArray(values)) throw wrong(`${name} is not a list`)
    return values.map(each)
  }
  const json = (name, value) => line(name, text(value))
  const write = {
    only: ({ rules = [], paths = [] }) => [
      'only=',
      ...list('only.rules', rules, (rule) => line('rule', rule)),
      ...list('only.paths', paths, (path) => line('path', path)),
    ],
    profiles: (profiles) =>
      list('profiles', profiles, (one) => (typeof one === 'object' ? json('profileFile', one) : line('profile', one))),
    suppress: (suppressions) => (list('suppress', suppressions, String).length > 0 ? json('suppress', suppressions) : []),
  }
  return Object.entries(options)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([name, value]) => (KNOWN.includes(name) ? line(name, value) : Object.hasOwn(write, name) ? write[name](value) : '='))
    .join('\n')
}

const KNOWN = ['phase', 'asOf', 'detail', 'lang', 'case']

const wrong = (message) => new RehabplanError('badOptions', message)

export function validate(plan, options) {
  return JSON.parse(validateJson(plan, options))
}

let known

export function rules() {
  known ??= JSON.parse(call(rulesJson))
  return known
}

let listed

export function profiles() {
  listed ??= JSON.parse(call(profilesJson))
  return listed
}

export function explain(id) {
  const wanted = String(id).toLowerCase()
  // The ids of the rules that profiles add have a slash in them.
  const all = wanted.includes('/') ? profiles().flatMap((profile) => profile.rules) : rules()
  const rule = all.find((rule) => rule.id.toLowerCase() === wanted)
  if (!rule) throw new RehabplanError('unknownRule', 'there is no rule with this id; rules() and profiles() have them all')
  return rule
}
