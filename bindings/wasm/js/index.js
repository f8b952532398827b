// The entry for browsers and bundlers: the regulation in Danish. The wasm file is fetched by init().
import { start } from './checker.js'

export * from './api.js'

export function init(source = new URL('./rehabplan.wasm', import.meta.url)) {
  return start(source)
}
