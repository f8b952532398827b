// What runs in the browser: checks of the same plans, objects as a form holds them, by the product and by ajv in turn.
import { Checker, init } from 'rehabplan'
import { compile } from './ajv.js'
import { turns } from './turns.js'

export async function measure(plans, schema, rounds) {
  await init('/rehabplan.wasm')
  const ajv = compile(schema)
  const checker = new Checker({ asOf: '2020-06-01' })
  return turns([['rehabplan', (plan) => checker.check(plan)], ['ajv', (plan) => ajv(plan)]], plans, rounds)
}
