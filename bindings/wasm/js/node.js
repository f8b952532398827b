// The entry for Node. The file is read by init() or by the first call, whichever comes first.
import { RehabplanError } from './error.js'
import { open, read } from './file.js'
import { onFirstCall, start } from './load.js'

const file = () => new URL('./rehabplan-node.wasm', import.meta.url)

onFirstCall(() => {
  try {
    return new WebAssembly.Module(read(file()))
  } catch {
    throw new RehabplanError('notReady', 'rehabplan-node.wasm does not lie beside the program; call init() with the place of the file, and wait for it')
  }
})

export * from './api.js'

export function init(source) {
  return start(() => source ?? file(), open)
}
