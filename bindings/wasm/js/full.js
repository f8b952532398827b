// The entry for browsers and bundlers that has everything: profiles, and texts in English.
import { start } from './checker.js'

export * from './api.js'

export function init(source = new URL('./rehabplan-full.wasm', import.meta.url)) {
  return start(source)
}
