// As full.js, for development servers: some move a package's modules without the files beside them.
import { decoded } from './base64.js'
import { start } from './load.js'
import base64 from './rehabplan-node.wasm.js'

export * from './api.js'

export function init(source, options) {
  return start(source, options, { checker: () => decoded(base64) })
}
