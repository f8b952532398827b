// The entry that carries the wasm file in itself: ready when it is imported, at the price of a third more bytes.
import { startSync } from './checker.js'
import base64 from './wasm.base64.js'

startSync(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)))

export * from './api.js'

export async function init() {}
