// The functions that the wasm module answers: UTF-8 in, UTF-8 out. Nothing is decided here.
import { RehabplanError } from './error.js'
import { encode, planBytes } from './given.js'
import { call } from './load.js'
import { lines } from './options.js'
import { reported } from './report.js'
import { words } from './words.js'

/** What the module says, which is JSON, or else a code and a message to make an error of. */
function json(name, ...given) {
  const said = call(name, ...given)
  if (/^[[{]/.test(said)) return said
  const [code, message] = said.split('\n')
  throw new RehabplanError(code, message)
}

const checked = (plan, options) => json('validate', planBytes(plan), encode(lines(options)))

/** Whether it is a report in codes; one with profiles or a horizon is JSON. */
const isCodes = (said) => said[0] === '['

export function validate(plan, options = {}) {
  const said = checked(plan, options)
  return isCodes(said) ? reported(JSON.parse(said), options) : JSON.parse(said)
}

export function validateJson(plan, options = {}) {
  const said = checked(plan, options)
  return isCodes(said) ? JSON.stringify(reported(JSON.parse(said), options)) : said
}

export function reviewLine({ lang, counts }, how = '') {
  return call('review_line', ...[lang, String(counts.review), how].map(encode)) || null
}

export function rules() {
  const { rules, notes } = words()
  if (notes) return rules
  throw new RehabplanError('notReady', 'the texts are not there yet; wait for init() without textsLater')
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
