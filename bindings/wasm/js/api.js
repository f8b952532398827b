// What every entry exports, but for init().
export { Checker, explain, matrix, profiles, reviewLine, rules, validate, validateJson } from './checker.js'
export { checklistFor, compare, coverage, positions, recommendation } from './compare.js'
export { draft } from './draft.js'
export { RehabplanError } from './error.js'
export { checklist, fieldNeeds, findingsByPath, requirements, sortOut } from './form.js'
export { names, profileSchema, reportSchema, schema, suppressionSchema } from './data.js'
export { planSchema, planSchemaFor } from './standard.js'
