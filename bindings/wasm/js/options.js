// The options as the wasm module reads them: a line `name=value` for each. What their values may be is for the module to say.
import { RehabplanError } from './error.js'
import { isPlain, json } from './given.js'

const wrong = (message) => new RehabplanError('badOptions', message)

const line = (name, value) => {
  if (typeof value !== 'string' || value.includes('\n')) throw wrong(`${name} is not a text`)
  return `${name}=${value}`
}

const list = (name, values, each) => {
  if (!Array.isArray(values)) throw wrong(`${name} is not a list`)
  return Array.from(values, each)
}

/** The members of an object that are given, each written as it is to be; a name that is not known, for the module to say. */
function members(name, given, write, prefix = '') {
  if (typeof given !== 'object' || given === null || !isPlain(given)) throw wrong(`${name} a plain object`)
  return Object.entries(given)
    .filter(([, value]) => value !== undefined && value !== null)
    .flatMap(([key, value]) => (Object.hasOwn(write, key) ? write[key](value) : `?${prefix}${/^\w*$/.test(key) ? key : ''}=`))
}

const text = (name) => (value) => line(name, value)

const ONLY = {
  rules: (rules) => list('only.rules', rules, text('rule')),
  paths: (paths) => list('only.paths', paths, text('path')),
}

const OPTIONS = {
  ...Object.fromEntries(['phase', 'asOf', 'detail', 'lang', 'case'].map((name) => [name, text(name)])),
  language: (on) => {
    if (typeof on !== 'boolean') throw wrong('language is not true or false')
    return `language=${on}`
  },
  only: (only) => ['only=', ...members('only is', only, ONLY, 'only.')],
  horizon: (horizon) => ['horizon=', ...list('horizon', horizon, text('place'))],
  profiles: (profiles) => list('profiles', profiles, (one) => (typeof one === 'object' ? `profileFile=${json(one)}` : line('profile', one))),
  suppress: (suppress) => (list('suppress', suppress, String).length > 0 ? `suppress=${json(suppress)}` : []),
}

export const lines = (options) => members('the options are', options, OPTIONS).join('\n')
