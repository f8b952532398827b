// What runs in the browser: one edit of a draft of each plan, and ajv's check of the whole object in turn. A key that is pressed
// makes a text a little longer; another date is checked with all that it may change.
import { draft, init } from 'rehabplan'
import { compile } from './ajv.js'
import { turns } from './turns.js'

export async function measure(plans, schema, rounds) {
  await init('/rehabplan-full.wasm')
  const ajv = compile(schema)
  const drafts = plans.map((plan) => draft(plan, { asOf: '2020-06-01' }))
  for (const one of drafts) one.set('/forberedendeDel/oensker', 'At arbejde med administration')
  const contenders = [
    ['key', (_, place, round) => drafts[place].set('/forberedendeDel/oensker', `At arbejde med administration ${'i en mindre virksomhed tæt på hjemmet'.slice(0, round + 4)}`)],
    ['date', (_, place, round) => drafts[place].set('/forberedendeDel/dato', round % 2 ? '2020-01-20' : '2020-01-21')],
    ['ajv', (plan) => ajv(plan)],
  ]
  return turns(contenders, plans, rounds)
}
