// The entry for Node: ready when it is imported.
import { readFileSync } from 'node:fs'
import { startSync } from './checker.js'

startSync(readFileSync(new URL('./rehabplan-node.wasm', import.meta.url)))

export * from './api.js'

export async function init() {}
