// What every entry exports, but for init().
export { Checker, explain, profiles, reviewLine, rules, validate, validateJson } from './checker.js'
export { RehabplanError } from './error.js'
export { checklist, fieldNeeds, findingsByPath, requirements, sortOut } from './form.js'
export { schema } from './schema.js'
export { planSchema, planSchemaFor } from './standard.js'
