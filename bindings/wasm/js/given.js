// What was given from outside, of whatever realm it is: a plan as UTF-8, bytes as bytes. No error holds anything of it.
import { RehabplanError } from './error.js'

/** What reading gives. A getter or a proxy may throw, and what it says may be of the plan. */
function attempt(read, otherwise) {
  try {
    return read()
  } catch {
    return otherwise
  }
}

/** The kind of an object in every realm. It may be made up, so it is compared and not repeated. */
export const kindOf = (value) => attempt(() => Object.prototype.toString.call(value).slice(8, -1))

/** The bytes of a buffer or a view of any kind; nothing when it is neither. */
export function bytesOf(value) {
  if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength)
  return /^(Shared)?ArrayBuffer$/.test(kindOf(value)) ? new Uint8Array(value) : undefined
}

/** In every realm, what plain objects inherit from is all that inherits from nothing itself. */
export const isPlain = (value) =>
  attempt(() => {
    const prototype = Object.getPrototypeOf(value)
    return prototype === null || Object.getPrototypeOf(prototype) === null
  })

/** A plan as a text, or as bytes of UTF-8. */
export function planGiven(plan) {
  if (typeof plan === 'string') return plan
  // The bytes may have been handed to another thread.
  const bytes = attempt(() => bytesOf(plan))
  if (bytes) return bytes
  // No number, no boolean and no list is a plan either, but they are JSON, of which the core says so.
  const isJson = plan === null || !/^[ofs]/.test(typeof plan) || Array.isArray(plan) || (typeof plan === 'object' && isPlain(plan))
  if (isJson) return json(plan)
  const message = `a plan is a plain object, JSON text or its bytes, and this is ${named(plan)}`
  throw Object.assign(new TypeError(message), { code: 'notAPlan' })
}

function named(value) {
  if (typeof value !== 'object') return `a ${typeof value}`
  const [kind] = /^(Promise|ArrayBuffer|Map|Set|Date|Error|URL|Response|Request|Blob|File|FormData|ReadableStream)$/.exec(kindOf(value)) ?? ['class instance']
  return `a ${kind}${kind === 'Promise' ? '; await it' : value.arrayBuffer ? '; await its arrayBuffer()' : ''}`
}

const encoder = new TextEncoder()

/**
 * Text as UTF-8. Half a surrogate pair, which UTF-8 does not have, becomes the escape that JSON has for it, and the core
 * says what it thinks of it. Behind a backslash it is no JSON in any case.
 */
export function encode(text) {
  const isWhole = text.isWellFormed?.() ?? !/\p{Surrogate}/u.test(text)
  const escaped = (found) => (found[0] === '\\' ? found : JSON.stringify(found).slice(1, -1))
  return encoder.encode(isWhole ? text : text.replace(/\\[^]|\p{Surrogate}/gu, escaped))
}

/** Text that is no JSON as UTF-8. For half a surrogate pair there is a sign that is one character too, so that places stay the same. */
export const utf8 = (text) => encoder.encode(text)

// JSON, and yet nothing that a field of any kind, or an entry of a list, could hold.
const UNREADABLE = [[]]
// The core refuses what is larger, and each value takes a byte at least.
const MOST = 8 * 1024 * 1024

/**
 * A value as JSON. `undefined` and `NaN` are absent, and a day is one. What has no JSON stands at its place as something
 * that cannot be read: a function, a map, an instance of a class without `toJSON`.
 */
export function json(value) {
  if (typeof value === 'string') return JSON.stringify(value)
  let count = 0
  function written(key, value) {
    if (count++ > MOST) throw value
    const given = this[key]
    if (given !== value && kindOf(given) === 'Date') return attempt(() => day(given), UNREADABLE)
    if (typeof value === 'bigint') return Number(value)
    const isOther = typeof value === 'object' ? value && !Array.isArray(value) && !isPlain(value) : /^(f|sy)/.test(typeof value)
    return isOther || value === Infinity || value === -Infinity ? UNREADABLE : value
  }
  try {
    return JSON.stringify(value, written) ?? 'null'
  } catch {
    // What was thrown may say what stands in the plan.
    throw new RehabplanError('notSerializable', 'it cannot be written as JSON: it refers to itself, is far too large or deep, or something in it throws')
  }
}

/** A date at midnight, here or in UTC, is a day. Another is a moment, and is written as one. */
function day(date) {
  const utc = Date.prototype.toISOString.call(date)
  const here = new Date(utc)
  here.setMinutes(here.getMinutes() - here.getTimezoneOffset())
  const day = [utc, here.toISOString()].find((one) => one.endsWith('T00:00:00.000Z'))
  return day ? day.slice(0, -14) : utc
}
