// The functions that the wasm module answers: UTF-8 in, UTF-8 out. Nothing is decided here.
import { RehabplanError } from './error.js'
import { encode, planGiven } from './given.js'
import { call, callOn, check } from './load.js'
import { line, lines } from './options.js'
import { isCodes, json, reported } from './report.js'
import { words } from './words.js'

const said = (plan, options) => json(check(planGiven(plan), options))

const given = ({ lang, asOf }) => ({ lang: lang ?? 'da', asOf: asOf ?? null })

const report = (said, given) => (isCodes(said) ? reported(JSON.parse(said), given) : JSON.parse(said))

const written = (said, given) => (isCodes(said) ? JSON.stringify(report(said, given)) : said)

export class Checker {
  #lines
  #given

  constructor(options = {}) {
    this.#lines = lines(options, true)
    this.#given = given(options)
  }

  check(plan, id) {
    return report(this.#said(plan, id), this.#given)
  }

  checkJson(plan, id) {
    return written(this.#said(plan, id), this.#given)
  }

  #said(plan, id) {
    return said(plan, this.#lines + (id == null ? '' : `\n${line('case', id)}`))
  }
}

export const validate = (plan, options = {}) => report(said(plan, lines(options)), given(options))

export function validateWithNeeds(plan, options = {}) {
  const [said, needs] = json(callOn('check_with_needs', lines(options), planGiven(plan))).split('\n')
  return { report: report(said, given(options)), needs: JSON.parse(needs) }
}

export const validateJson = (plan, options = {}) => written(said(plan, lines(options)), given(options))

export function reviewLine({ lang, counts }, how = '') {
  return call('review_line', ...[lang, String(counts.review), how].map(encode)) || null
}

export function rules() {
  const { rules, notes } = words()
  if (notes) return rules
  throw new RehabplanError('notReady', 'the texts are not there yet; wait for init() without textsLater')
}

export const ruleSet = () => ({ ...words().ruleSet })

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
