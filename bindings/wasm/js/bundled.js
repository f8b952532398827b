// The entry for programs that are bundled for a server, and for runtimes that ask before a file is read: everything, and
// no file beside it.
import { decoded } from './base64.js'
import { open } from './file.js'
import { onFirstCall, start } from './load.js'
import base64 from './rehabplan-full.wasm.js'

onFirstCall(() => new WebAssembly.Module(decoded(base64)))

export * from './api.js'

export function init(source) {
  return start(() => source ?? decoded(base64), open)
}
