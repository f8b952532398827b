// A report, sorted the way a form needs it. Outcomes, texts, which cells of the matrix ask for something and what exempts are the
// core's. What they come to for a form it says too (`needs.rs`), but only of a report that it has made itself: this one may come
// from a server or from a file, and the small module has no room to read it. So it is worked out here, and the whole plans in
// `tests/plans` hold it to the core's.
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

/** Every requirement must have its answer, for one that is left out would look like one that asks for nothing. */
function whole(report) {
  held(report)
  const known = new Map(words().rules.filter(({ kind }) => kind !== 'scope').map((rule) => [rule.id, rule]))
  const isWhole = report.results.length === known.size && report.results.every(({ rule }) => known.has(rule))
  const isUnanswered = report.results.length === 0 && (report.variant === null || report.conclusion === 'outsideValidity')
  if (isWhole || isUnanswered) return known
  throw new RehabplanError('needsAll', "the report does not have every answer; check with detail: 'all' and without only")
}

export function requirements(report) {
  const known = whole(report)
  const outcomes = new Map(report.results.map((result) => [result.rule, result.outcome]))
  return report.results.map((result) => {
    const rule = known.get(result.rule)
    const status = statusOf(result)
    return {
      ...result,
      status,
      kind: rule.kind,
      demand: rule.summary?.[report.lang] ?? rule.citation,
      fields: rule.paths,
      isRequired: rule.kind === 'requirement' && isRequired(status, rule, report.variant),
      exemptedBy: result.exemption ? grounds(result.exemption, outcomes) : [],
    }
  })
}

function statusOf({ outcome, severity, note }) {
  if (outcome === 'notMet') return severity === 'error' ? 'missing' : 'warning'
  if (outcome !== 'notApplicable') return outcome
  return { partMissing: 'partMissing', laterPhase: 'later', otherVariant: 'notRelevant' }[note?.code] ?? 'notNow'
}

/** Nothing is known of a part that is missing, so what the matrix says of the case decides. */
function isRequired(status, rule, variant) {
  if (status !== 'partMissing') return ['met', 'missing', 'undetermined'].includes(status)
  return variant.split('+').some((one) => words().required.includes(rule.matrix[one]))
}

/** The rules of a provision that exempts, as far as they have something to say in this case. */
const grounds = (exemption, outcomes) =>
  (words().exempting[exemption] ?? []).filter((id) => !['notApplicable', 'notMet'].includes(outcomes.get(id)))

export function requirementsByParagraph(report) {
  const paragraphs = new Map()
  for (const requirement of requirements(report)) {
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

const patternOf = (pointer) => pointer.replace(/\/\d+(?=\/|$)/g, '/*')

export function fieldNeeds(report) {
  const known = requirements(report)
  const isCaseUnknown = report.variant === null && report.conclusion === 'undetermined'
  return (pointer) => {
    if (isCaseUnknown) return { need: 'unknown', exemption: null, requirements: [] }
    const pattern = patternOf(pointer)
    // The indsatsdel may stand in Min Plan, and requirements name its fields at their own places.
    const own = pattern.replace('/minPlan/indsatsdel/', '/indsatsdel/')
    const named = known.filter((one) => one.fields.includes(own) || hangsOn(one, pattern))
    const besides = known.filter(({ rule }) => words().beside[own]?.includes(rule))
    const all = named[0] ? named : besides
    const exemption = all.find(({ exemption }) => exemption)?.exemption ?? null
    const need = needOf(all, pattern)
    // What lifts a requirement may ask that a blank field is marked, or used where the case has it (§§ 12-13).
    return { need: need === 'exempt' && besides.some(minds) ? 'optional' : need, exemption, requirements: all }
  }
}

/** Whether an answer names a field, or waits for it. */
const hangsOn = ({ paths, dependsOn }, pattern) => [...paths, dependsOn ?? ''].some((path) => patternOf(path) === pattern)

/** Whether a requirement is asked of the case, and would say so if a field were blank that it looks at. What lifts requirements
 * itself answers so as long as nothing is blank. */
function minds({ kind, status, exemption, provision }) {
  if (!['requirement', 'advice'].includes(kind)) return false
  return ['met', 'missing', 'warning', 'undetermined'].includes(status) || exemption?.startsWith(`§ ${provision.paragraf},`)
}

function needOf(all, pattern) {
  const every = (...statuses) => all.every(({ status }) => statuses.includes(status))
  if (all.length === 0) return 'free'
  // A requirement may accept several fields; its answer says which of them it is about.
  if (all.some((one) => one.isRequired && hangsOn(one, pattern))) return 'required'
  if (every('notRelevant')) return 'irrelevant'
  if (all.some(({ status }) => status === 'exempt')) return 'exempt'
  return every('later', 'notRelevant') ? 'later' : 'optional'
}
