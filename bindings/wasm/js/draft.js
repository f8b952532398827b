// A plan that is being written: it is read once, and each value that is set says what came of it.
import { needsFull } from './compare.js'
import { json as written, planGiven } from './given.js'
import { call, callOn } from './load.js'
import { lines } from './options.js'
import { isCodes, json, reported } from './report.js'
import { words } from './words.js'

let drafts = 0

// The module keeps what a page has let go of, until it is told.
const forgotten = new FinalizationRegistry(forget)

function forget(number) {
  try {
    call('draft_end', number)
  } catch {
    // The module has broken down, and nothing is kept any more.
  }
}

const byRule = (results) => new Map(results.map((result) => [result.rule, result]))

const isSame = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other)

/** The answers that others do not hold. */
function without(results, others) {
  if (results === others) return []
  const known = byRule(others)
  return results.filter((result) => !isSame(known.get(result.rule), result))
}

/** The report that is said behind another one: all of it in JSON, or in codes without the answers that have stayed. */
function next(before, said, given) {
  if (!isCodes(said)) return JSON.parse(said)
  const codes = JSON.parse(said)
  const report = reported(codes, given)
  const gone = codes.at(-1)
  if (!report.results.length && !gone.length) return { ...report, results: before.results }
  const answers = byRule([...before.results, ...report.results])
  gone.forEach((rule) => answers.delete(rule))
  // In the order of the law, in which the rules are.
  return { ...report, results: words().rules.flatMap(({ id }) => answers.get(id) ?? []) }
}

class Draft {
  #number = ++drafts
  #given
  #report

  constructor(plan, options) {
    this.#given = { lang: options.lang ?? 'da', asOf: options.asOf ?? null }
    const said = json(callOn('draft', lines(options), planGiven(plan), this.#number))
    this.#report = isCodes(said) ? reported(JSON.parse(said), this.#given) : JSON.parse(said)
    forgotten.register(this, this.#number, this)
  }

  get report() {
    return this.#report
  }

  get needs() {
    return JSON.parse(json(call('draft_needs', this.#number)))
  }

  set(pointer, value) {
    const before = this.#report
    // In one piece. No JSON that was written here has a line feed in it.
    const said = callOn('draft_set', undefined, `${written(value ?? null)}\n${String(pointer)}`, this.#number)
    if (said === '') return { came: [], went: [], report: before }
    this.#report = next(before, json(said), this.#given)
    const { results } = this.#report
    return { came: without(results, before.results), went: without(before.results, results), report: this.#report }
  }

  end() {
    forgotten.unregister(this)
    forget(this.#number)
  }
}

export function draft(plan, options = {}) {
  needsFull('draft')
  return new Draft(plan, options)
}
