// As index.js, for development servers: some move a package's modules without the files beside them.
import { decoded } from './base64.js'
import { start } from './load.js'
import language from './rehabplan-language.wasm.js'
import checker from './rehabplan.wasm.js'

export * from './api.js'

export function init(source, options) {
  return start(() => source ?? decoded(checker), options, () => decoded(language))
}
