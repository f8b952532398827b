// The bridge to the wasm module: text in, text out. Nothing is decided here.
import load, { initSync, rules as rulesJson, validateBytes, validateText } from './core.js'

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

/** Calls the wasm module, and makes an error of what it throws. */
function call(run) {
  if (!isReady) throw new RehabplanError('notReady', 'call init() and wait for it before anything else')
  try {
    return run()
  } catch (thrown) {
    if (typeof thrown !== 'string') throw thrown
    const { code, message } = JSON.parse(thrown)
    throw new RehabplanError(code, message)
  }
}

export function validateJson(plan, options = {}) {
  const given = text(options, 'badOptions', 'the options')
  return plan instanceof Uint8Array
    ? call(() => validateBytes(plan, given))
    : call(() => validateText(typeof plan === 'string' ? plan : text(plan, 'notSerializable', 'the plan'), given))
}

/** A value in JSON. What JSON.stringify says of a value that it cannot write may name what is in it. */
function text(value, code, what) {
  try {
    return JSON.stringify(value) ?? 'null'
  } catch {
    throw new RehabplanError(code, `${what} cannot be written as JSON: it refers to itself or holds a BigInt`)
  }
}

export function validate(plan, options) {
  return JSON.parse(validateJson(plan, options))
}

let known

export function rules() {
  known ??= JSON.parse(call(rulesJson))
  return known
}

export function explain(id) {
  const rule = rules().find((rule) => rule.id.toLowerCase() === String(id).toLowerCase())
  if (!rule) throw new RehabplanError('unknownRule', 'there is no requirement with this id; rules() has them all')
  return rule
}
