// The plan as a Standard Schema (https://standardschema.dev), for form libraries.
import { Checker } from './checker.js'
import { RehabplanError } from './error.js'
import { sortOut } from './form.js'

export function planSchemaFor(options = {}) {
  // What is wrong with their shape is said at once.
  new Checker(options)
  return {
    '~standard': {
      version: 1,
      vendor: 'rehabplan',
      validate: (value, given) => check(value, options, given?.libraryOptions ?? {}),
    },
  }
}

export const planSchema = planSchemaFor()

/** The options that are meant for us; a form library may pass others along. */
function known({ phase, lang, asOf }) {
  return Object.fromEntries(Object.entries({ phase, lang, asOf }).filter(([, value]) => value !== undefined))
}

/** What is wrong with the program and not with the plan. */
const THROWN = ['badOptions', 'badProfile', 'needsFull', 'notReady', 'failed']

function check(value, options, others) {
  let report
  try {
    report = new Checker({ ...options, ...known(others) }).check(value, others.case)
  } catch (error) {
    const isOfPlan = error.code === 'notAPlan' || (error instanceof RehabplanError && !THROWN.includes(error.code))
    if (!isOfPlan) throw error
    return { issues: [{ message: error.message, code: error.code }] }
  }
  const issues = sortOut(report).blocking.flatMap((finding) => finding.paths.map((path) => issue(finding, path)))
  return issues.length > 0 ? { issues } : { value }
}

function issue({ rule, citation, message, remedy }, pointer) {
  return {
    message: citation ? `${message} (${citation})` : message,
    path: pointer
      .split('/')
      .slice(1)
      // The plan has no key of digits alone, so digits are a place in a list.
      .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment)),
    rule,
    citation,
    remedy,
  }
}
