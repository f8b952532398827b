// As index.js, for development servers: some move a package's modules without the files beside them.
import { decoded } from './base64.js'
import facts from './facts.js'
import { start } from './load.js'
import language from './rehabplan-language.wasm.js'
import checker from './rehabplan.wasm.js'
import texts from './texts.js'
import { know, speak } from './words.js'

export * from './api.js'

export function init(source, options) {
  know(facts)
  return start(source, options, { checker: () => decoded(checker), language: () => decoded(language), texts: () => speak(texts) })
}
