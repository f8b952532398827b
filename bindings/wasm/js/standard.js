// The plan as a Standard Schema (https://standardschema.dev), for form libraries.
import { RehabplanError, validate } from './checker.js'
import { sortOut } from './form.js'

export function planSchemaFor(options = {}) {
  return {
    '~standard': {
      version: 1,
      vendor: 'rehabplan',
      validate: (value, { libraryOptions } = {}) => check(value, { ...options, ...known(libraryOptions) }),
    },
  }
}

export const planSchema = planSchemaFor()

/** The options that are meant for us; a form library may pass others along. */
function known({ phase, lang, asOf } = {}) {
  return JSON.parse(JSON.stringify({ phase, lang, asOf }))
}

function check(value, options) {
  let report
  try {
    report = validate(value, options)
  } catch (error) {
    if (!(error instanceof RehabplanError) || error.code === 'notReady' || error.code === 'badOptions') throw error
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
