// The options as the wasm module reads them: a line `name=value` for each. What their values may be is for the module to say.
import { RehabplanError } from './error.js'
import { isPlain, json } from './given.js'

const wrong = (place, what) => new RehabplanError('badOptions', `${place || 'the options'} ${what}`, '', place && `/${place}`)

export const line = (name, value, place = name) => {
  if (typeof value !== 'string' || value.includes('\n')) throw wrong(place, 'is not a text')
  return `${name}=${value}`
}

const list = (place, values, each) => {
  if (!Array.isArray(values)) throw wrong(place, 'is not a list')
  return Array.from(values, (value, index) => each(value, `${place}/${index}`))
}

const texts = (place, name) => (values) => list(place, values, (value, at) => line(name, value, at))

/** The members of an object that are given, each written as it is to be; a name that is not known, for the module to say. */
function members(place, given, write) {
  if (typeof given !== 'object' || given === null || !isPlain(given)) throw wrong(place, 'must be a plain object')
  return Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([key, value]) => (Object.hasOwn(write, key) ? write[key](value) : `?${place && 'only.'}${/^\w*$/.test(key) ? key : ''}=`))
}

const text = (name) => (value) => line(name, value)

const ONLY = {
  rules: texts('only/rules', 'rule'),
  paths: texts('only/paths', 'path'),
}

const OPTIONS = {
  ...Object.fromEntries(['phase', 'asOf', 'detail', 'lang', 'case'].map((name) => [name, text(name)])),
  language: (on) => {
    if (typeof on !== 'boolean') throw wrong('language', 'is not true or false')
    return `language=${on}`
  },
  only: (only) => ['only=', ...members('only', only, ONLY)],
  horizon: (horizon) => ['horizon=', ...texts('horizon', 'place')(horizon)],
  profiles: (profiles) => list('profiles', profiles, (one, at) => (one && typeof one === 'object' ? `profileFile=${json(one)}` : line('profile', one, at))),
  suppress: (suppress) => (list('suppress', suppress, String).length > 0 ? `suppress=${json(suppress)}` : []),
}

/** The options of a check of one plan, or of many. Of one, a suppression may leave out its case; without any, nothing is said of that. */
export function lines(options, isMany) {
  if (isMany && options?.case) throw wrong('case', 'is given with each plan')
  const all = members('', options, OPTIONS).join('\n')
  return isMany || !/^(suppress|profileFile)=/m.test(all) ? all : `${all}\none=`
}
