// Files, for the entries of Node and its kin.
import { RehabplanError } from './error.js'

const builtin = (name) => process.getBuiltinModule(name)

/** The place of a file, as text; nothing for an address that is none. A drive has one letter and is no scheme. */
function path(address) {
  const [scheme] = address.match(/^[a-z][a-z\d+.-]+:/i) ?? []
  if (!scheme) return address
  return scheme === 'file:' ? builtin('node:url').fileURLToPath(address) : undefined
}

/** What an address or a request leads to, on the disk or elsewhere. */
export async function open(source) {
  try {
    const file = typeof source === 'string' ? path(source) : undefined
    return await (file === undefined ? fetch(source) : builtin('node:fs/promises').readFile(file))
  } catch (cause) {
    const why = `${source.url ?? source} cannot be read (${cause.cause?.code ?? cause.code ?? cause.name}); ${ADVICE}`
    throw Object.assign(new RehabplanError('badWasm', `the wasm file at ${why}`), { cause })
  }
}

const ADVICE = "tell init() where the package's wasm file is; without a source it needs none here"

/** Writes a text at a place of a buffer, a byte for each character. */
export const latin1 = (text, buffer, at) => builtin('node:buffer').Buffer.from(buffer, at, text.length).write(text, 'latin1')

export const read = (file) => builtin('node:fs').readFileSync(file)
