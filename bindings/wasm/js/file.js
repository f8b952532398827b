// Files, for the entries of Node and its kin.

const builtin = (name) => process.getBuiltinModule(name)

/** The place of a file, as text; nothing for an address that is none. A drive has one letter and is no scheme. */
function path(address) {
  const [scheme] = address.match(/^[a-z][a-z\d+.-]+:/i) ?? []
  if (!scheme) return address
  return scheme === 'file:' ? builtin('node:url').fileURLToPath(address) : undefined
}

/** What an address leads to, on the disk or elsewhere. */
export async function open(address) {
  const file = path(address)
  return file === undefined ? fetch(address) : builtin('node:fs/promises').readFile(file)
}

/** Writes a text at a place of a buffer, a byte for each character. */
export const latin1 = (text, buffer, at) => builtin('node:buffer').Buffer.from(buffer, at, text.length).write(text, 'latin1')

export const read = (file) => builtin('node:fs').readFileSync(file)
