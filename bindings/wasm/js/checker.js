// The functions that the wasm module answers: UTF-8 in, UTF-8 out. Nothing is decided here.
import { RehabplanError } from './error.js'
import { encode, planBytes } from './given.js'
import { call } from './load.js'
import { lines } from './options.js'

/** What the module says, which is JSON, or else a code and a message to make an error of. */
function json(name, ...given) {
  const said = call(name, ...given)
  if (/^[[{]/.test(said)) return said
  const [code, message] = said.split('\n')
  throw new RehabplanError(code, message)
}

export function validateJson(plan, options = {}) {
  return json('validate', planBytes(plan), encode(lines(options)))
}

export function validate(plan, options) {
  return JSON.parse(validateJson(plan, options))
}

export function reviewLine({ lang, counts }, how = '') {
  return call('review_line', ...[lang, String(counts.review), how].map(encode)) || null
}

let known

export function rules() {
  known ??= JSON.parse(json('rules'))
  return known
}

let listed

export function profiles() {
  listed ??= JSON.parse(json('profiles'))
  return listed
}

export function explain(id) {
  const wanted = String(id).toLowerCase()
  // The ids of the rules that profiles add have a slash in them.
  const all = wanted.includes('/') ? profiles().flatMap((profile) => profile.rules) : rules()
  const rule = all.find((rule) => rule.id.toLowerCase() === wanted)
  if (!rule) throw new RehabplanError('unknownRule', 'there is no rule with this id; rules() and profiles() have them all')
  return rule
}
