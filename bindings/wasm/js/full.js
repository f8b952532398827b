// The entry for browsers and bundlers that has everything: profiles, and texts in English.
import { start } from './load.js'

export * from './api.js'

export function init(source, options) {
  return start(source, options, { checker: () => new URL('./rehabplan-full.wasm', import.meta.url) })
}
