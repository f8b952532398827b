// The entry for workers at the edge, which compile nothing: their tools do, ahead of time.
import { onFirstCall, start } from './load.js'
import module from './rehabplan-full.wasm'

onFirstCall(() => module)

export * from './api.js'

export function init(source, options) {
  return start(source, options, { checker: () => module })
}
