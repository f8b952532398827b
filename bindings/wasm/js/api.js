// What every entry exports, but for init().
export { Checker, explain, matrix, profiles, reviewLine, ruleSet, rules, validate, validateJson, validateWithNeeds } from './checker.js'
export { checklist, compare, coverage, positions, recommendation } from './compare.js'
export { draft } from './draft.js'
export { RehabplanError } from './error.js'
export { fieldNeeds, findingsByPath, requirements, requirementsByParagraph, sortOut } from './form.js'
export { jsonSchema, names, profileSchema, reportSchema, suppressionSchema } from './data.js'
export { planSchema, planSchemaFor } from './standard.js'
