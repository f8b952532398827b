// The entry for browsers and bundlers: the regulation in Danish. The wasm file is fetched by init().
import { start } from './load.js'

export * from './api.js'

export function init(source) {
  return start(() => source ?? new URL('./rehabplan.wasm', import.meta.url))
}
