// The entry for servers, in Node and its kin, bundled or not: everything, made for speed, and no file beside it. So tools
// may put it where they like, and a runtime that asks before a file is read has nothing to ask.
import { latin1, open } from './file.js'
import { onFirstCall, start, writeWith } from './load.js'
import base64 from './rehabplan-node.wasm.js'

const decoded = () => process.getBuiltinModule('node:buffer').Buffer.from(base64, 'base64')

onFirstCall(() => new WebAssembly.Module(decoded()))
writeWith(latin1)

export * from './api.js'

export function init(source, options) {
  return start(source, options, { checker: decoded }, open)
}
