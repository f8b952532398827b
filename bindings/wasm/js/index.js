// The entry for browsers and bundlers: the regulation in Danish. The wasm files are fetched by init().
import { start } from './load.js'

export * from './api.js'

export function init(source, options) {
  const file = () => source ?? new URL('./rehabplan.wasm', import.meta.url)
  return start(file, options, () => new URL('./rehabplan-language.wasm', import.meta.url))
}
