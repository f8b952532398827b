// The entry that carries the wasm file in itself: needs no init(), at the price of a third more bytes.
import { decoded } from './base64.js'
import { onFirstCall, start } from './load.js'
import base64 from './rehabplan.wasm.js'

onFirstCall(() => new WebAssembly.Module(decoded(base64)))

export * from './api.js'

export function init(source) {
  return start(() => source ?? decoded(base64))
}
