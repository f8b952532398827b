// What the codes of a report stand for: the words, and what there is to say about the rules. A module that has them tells them
// itself; the small one has files beside it, with what does not stand in it in any case, of which the texts may come later than the
// first check.
import { answers, call } from './load.js'

let facts
let texts
let known

/** What there is to say about the rules, but for the texts. */
export function know(given) {
  ;[facts, known] = [given, undefined]
}

/** The texts, once they are there. */
export function speak(given) {
  ;[texts, known] = [given, undefined]
}

/** The rules by their ids, and what notes and findings about documents say, each text by its language. */
export function words() {
  if (!known) {
    known = answers('words') ? JSON.parse(call('words')) : joined()
    known.byId = new Map(known.rules.map((rule) => [rule.id, rule]))
  }
  return known
}

/** An object of these members. */
const object = (names, values) => Object.fromEntries(names.map((name, place) => [name, values[place]]))

/**
 * The rows of a table that was written by columns: the members that its values have, when they are objects, its different values in
 * the order in which they come, and for each row how far back its own stands; 0 is the next one.
 */
const rows = (columns) => {
  const written = columns.map(([name, names, values, steps]) => {
    const all = values.map((value) => (names && value ? object(names, value) : value))
    let next = 0
    return [name, steps.map((back) => all[back ? next - back : next++])]
  })
  return written[0][1].map((_, row) => Object.fromEntries(written.map(([name, values]) => [name, values[row]])))
}

function joined() {
  const told = JSON.parse(call('rules'))
  const rules = rows(facts.rules).map(({ unit, provision, matrix, ...rule }, place) => {
    const [id, citation, paths] = told[place]
    return { id, unit, citation, provision, ...rule, paths, ...texts?.rules[place], matrix, page: { da: facts.page.replace('*', id) } }
  })
  return { ruleSet: facts.ruleSet, rules, notes: texts?.notes, input: texts?.input }
}
