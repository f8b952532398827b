// The entry for browsers and bundlers: the regulation in Danish. The wasm files are fetched by init().
import facts from './facts.js'
import { start } from './load.js'
import { know, speak } from './words.js'

export * from './api.js'

export function init(source, options) {
  know(facts)
  return start(source, options, {
    checker: () => new URL('./rehabplan.wasm', import.meta.url),
    language: () => new URL('./rehabplan-language.wasm', import.meta.url),
    texts: async () => speak((await import('./texts.js')).default),
  })
}
