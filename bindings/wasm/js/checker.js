// The functions that the wasm module answers: UTF-8 in, UTF-8 out. Nothing is decided here.
import { RehabplanError } from './error.js'
import { encode, planGiven } from './given.js'
import { call, check } from './load.js'
import { lines } from './options.js'
import { isCodes, json, reported } from './report.js'
import { words } from './words.js'

export class Checker {
  #lines
  #given

  constructor(options = {}) {
    this.#lines = lines(options)
    this.#given = { lang: options.lang ?? 'da', asOf: options.asOf ?? null }
  }

  check(plan) {
    const said = this.#checked(plan)
    return isCodes(said) ? reported(JSON.parse(said), this.#given) : JSON.parse(said)
  }

  checkJson(plan) {
    const said = this.#checked(plan)
    return isCodes(said) ? JSON.stringify(reported(JSON.parse(said), this.#given)) : said
  }

  #checked(plan) {
    return json(check(planGiven(plan), this.#lines))
  }
}

export const validate = (plan, options) => new Checker(options).check(plan)

export const validateJson = (plan, options) => new Checker(options).checkJson(plan)

export function reviewLine({ lang, counts }, how = '') {
  return call('review_line', ...[lang, String(counts.review), how].map(encode)) || null
}

export function rules() {
  const { rules, notes } = words()
  if (notes) return rules
  throw new RehabplanError('notReady', 'the texts are not there yet; wait for init() without textsLater')
}

export function matrix() {
  const all = words().rules.filter(({ matrix }) => matrix)
  return { variants: Object.keys(all[0].matrix), rules: Object.fromEntries(all.map(({ id, matrix }) => [id, { ...matrix }])) }
}

let listed

export function profiles() {
  listed ??= JSON.parse(json(call('profiles')))
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
