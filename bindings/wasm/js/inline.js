// The entry that carries the wasm files in itself: needs no init(), at the price of a third more bytes.
import { decoded } from './base64.js'
import facts from './facts.js'
import { onFirstCall, start } from './load.js'
import language from './rehabplan-language.wasm.js'
import checker from './rehabplan.wasm.js'
import texts from './texts.js'
import { know, speak } from './words.js'

onFirstCall(...[checker, language].map((base64) => () => new WebAssembly.Module(decoded(base64))))
know(facts)
speak(texts)

export * from './api.js'

export function init(source, options) {
  return start(source, options, { checker: () => decoded(checker), language: () => decoded(language) })
}
