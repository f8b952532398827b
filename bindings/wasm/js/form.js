// A report, sorted the way a form needs it. Outcomes, texts, and what each of them comes to for a form, are the core's.
import { RehabplanError } from './error.js'
import { words } from './words.js'

/** An entry of `input` in the shape of a finding; it has no rule, but a place and something to do. */
function fromInput({ path, paths = [path], code, severity, message, remedy }) {
  const key = `${code}!${path}`
  return { rule: null, key, citation: null, severity, outcome: 'notMet', paths, message, remedy, note: null }
}

export function sortOut(report) {
  held(report)
  const all = [...report.input.map(fromInput), ...report.results.filter((result) => !result.sameAs)]
  const findings = all.filter(({ outcome, suppressed }) => outcome === 'notMet' && !suppressed)
  const having = (outcome) => all.filter((result) => result.outcome === outcome)
  return {
    blocking: findings.filter(({ severity }) => severity === 'error'),
    warnings: findings.filter(({ severity }) => severity === 'warning'),
    undetermined: having('undetermined').filter(({ note }) => note?.code !== 'notInSource'),
    reviews: having('review'),
    exempt: having('exempt'),
  }
}

export function findingsByPath(report) {
  const { blocking, warnings, undetermined } = sortOut(report)
  const byPath = new Map()
  const add = (finding, path) => byPath.set(path, [...(byPath.get(path) ?? []), finding])
  for (const finding of [...blocking, ...warnings]) finding.paths.forEach((path) => add(finding, path))
  // Many requirements may wait for one fact: its place says so once, and not at all when it says what is wrong already.
  for (const result of undetermined) {
    const places = result.dependsOn === null ? result.paths : [result.dependsOn]
    places.filter((path) => !byPath.has(path)).forEach((path) => add(result, path))
  }
  return byPath
}

/** Something else than a report, such as the promise of one, has no findings, and must not look like one that has none. */
export function held(report) {
  if (!report?.input || !report.results) throw new RehabplanError('notAReport', 'not a report')
}

/** A report with what the case requires beside it. They must be of one check, and of the rules that are known here. */
function beside(checked) {
  const { report = checked, needs } = checked ?? {}
  held(report)
  const { byId } = words()
  const isOf = ({ rule }) => byId.has(rule) && needs.requirements[rule]
  if (needs?.requirements && needs.fields && report.results.length === Object.keys(needs.requirements).length && report.results.every(isOf)) return { report, needs, byId }
  throw new RehabplanError('needsAll', 'what the case requires is not beside the report; validateWithNeeds() gives both, and so does a server with needs=true')
}

export function requirements(checked) {
  const { report, needs, byId } = beside(checked)
  return report.results.map((result) => {
    const { kind, summary, citation, paths } = byId.get(result.rule)
    return { ...result, ...needs.requirements[result.rule], kind, demand: summary?.[report.lang] ?? citation, fields: paths }
  })
}

export function requirementsByParagraph(checked) {
  const paragraphs = new Map()
  for (const requirement of requirements(checked)) {
    if (requirement.sameAs) continue
    const { paragraf } = requirement.provision
    if (!paragraphs.has(paragraf)) paragraphs.set(paragraf, { paragraf, requirements: [], required: 0, met: 0 })
    const paragraph = paragraphs.get(paragraf)
    paragraph.requirements.push(requirement)
    if (requirement.isRequired) paragraph.required += 1
    if (requirement.isRequired && requirement.status === 'met') paragraph.met += 1
  }
  return [...paragraphs.values()]
}

const FREE = { need: 'free', exemption: null, rules: [] }

export function fieldNeeds(checked) {
  const { fields } = beside(checked).needs
  const known = new Map(requirements(checked).map((one) => [one.rule, one]))
  return (pointer) => {
    const { rules, ...need } = fields[pointer.replace(/\/\d+(?=\/|$)/g, '/*')] ?? FREE
    return { ...need, requirements: rules.map((id) => known.get(id)) }
  }
}
