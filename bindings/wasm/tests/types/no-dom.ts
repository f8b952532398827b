// The types hold where there is neither a browser nor Node: without the libraries of either.
import { type Report, type WasmSource, init, planSchema, validate } from 'rehabplan'

const source: WasmSource = new Uint8Array()
await init(source)
await init('/somewhere/rehabplan.wasm')
await init(Promise.resolve(new ArrayBuffer(8)))
const report: Report = validate(new DataView(new ArrayBuffer(8)))
validate(new SharedArrayBuffer(8))
planSchema['~standard'].validate(report)

// @ts-expect-error a number is no wasm file
await init(7)
// @ts-expect-error a promise of a number is none either
await init(Promise.resolve(7))
