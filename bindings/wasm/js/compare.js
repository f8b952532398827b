// What only a module with everything can say: what profiles change over many plans, where in a text a finding is, what becomes of
// each legal unit, and what a plan will have to hold; and why the language check points a text out. Nothing is decided here.
import { json } from './report.js'
import { RehabplanError } from './error.js'
import { bytesOf, encode, planGiven, utf8 } from './given.js'
import { held } from './form.js'
import { answers, call, callOn, choose, pointed } from './load.js'
import { lines } from './options.js'

export function needsFull(name, asked = name) {
  if (answers(asked)) return
  throw new RehabplanError('needsFull', `${name}() is not in this module; import from 'rehabplan/full'`)
}

const NOT_HERE = ['detail', 'only', 'suppress', 'case']

export function compare(plans, options = {}) {
  needsFull('compare')
  const wrong = NOT_HERE.find((name) => options?.[name] !== undefined)
  if (wrong) throw new RehabplanError('badOptions', `compare() has no ${wrong}: it takes every answer of every plan`, '', `/${wrong}`)
  const given = lines({ ...options, detail: 'all' }, true)
  if (!options.profiles?.length) throw new RehabplanError('badOptions', 'profiles names nothing to compare with')
  json(choose(given) || '{}')
  call('compare')
  // Whatever is thrown on the way, what was begun is ended.
  let said
  try {
    let row = 0
    for (const one of plans) {
      const [id, plan] = Array.isArray(one) ? one : [row, one]
      json(callOn('compare_plan', given, written(plan), encode(String(id))) || '{}')
      row += 1
    }
  } finally {
    said = call('compared', encode(options.lang ?? 'da'))
  }
  return JSON.parse(said)
}

/** A plan for the module to read. What cannot be written as JSON is no plan that it could read either. */
function written(plan) {
  try {
    return planGiven(plan)
  } catch (error) {
    if (error instanceof RehabplanError) return ''
    throw error
  }
}

export function positions(plan, report) {
  needsFull('positions')
  // An object has no lines; at its places all would be the first.
  if (typeof plan !== 'string' && !bytesOf(plan)) throw new RehabplanError('badOptions', 'positions are those in a text or its bytes: give the plan as it was checked')
  held(report)
  const of = ({ paths, dependsOn }) => [...paths, ...(dependsOn ? [dependsOn] : [])]
  const input = report.input.flatMap(({ path, paths = [path] }) => paths)
  const all = [...report.results.flatMap(of), ...(report.profileResults ?? []).flatMap(of), ...input]
  // A line break is in no name of the model, and of other keys those alone are repeated that look like one.
  return JSON.parse(json(callOn('positions', undefined, planGiven(plan), encode([...new Set(all)].join('\n')))))
}

export function coverage(lang = 'da') {
  needsFull('coverage')
  if (lang !== 'da' && lang !== 'en') throw new RehabplanError('badOptions', 'lang is da or en')
  return JSON.parse(call('coverage', encode(lang)))
}

export function recommendation(text, path = '') {
  if (typeof text !== 'string' || typeof path !== 'string') throw new RehabplanError('badOptions', 'text and path are texts')
  // A place that no plan has would be taken for one whose words are the municipality's.
  const [wrong, , reason] = path ? choose(lines({ only: { paths: [path] } })).split('\n') : []
  if (wrong) throw new RehabplanError(wrong, 'path is no place of a plan that a rule looks at', reason)
  const ends = pointed(utf8(text), encode(path))
  const [sentence, ...words] = ends.flatMap((end, place) => (place % 2 ? [[ends[place - 1], end]] : []))
  return sentence ? { sentence, words } : null
}

export function checklist(kind, { phase, lang, ...others } = {}) {
  needsFull('checklist')
  if (typeof kind !== 'string') throw new RehabplanError('badOptions', 'the kind of case is not a text')
  if (Object.keys(others).length > 0) throw new RehabplanError('badOptions', 'checklist() has the options phase and lang, and no others')
  return JSON.parse(json(call('checklist', encode(kind), encode(lines({ phase, lang })))))
}
