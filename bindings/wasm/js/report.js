// A report, put together from the codes that the module says. Nothing is decided here.
import { RehabplanError } from './error.js'
import { words } from './words.js'

// What stands for texts that are not there yet.
const LATER = { code: 'textsNotLoaded', text: 'Teksterne er ikke hentet endnu' }

/** What the module says, which is JSON, or else a code and a message to make an error of. */
export function json(said) {
  if (/^[[{]/.test(said)) return said
  throw new RehabplanError(...said.split('\n'))
}

/** Whether it is a report in codes; one with profiles or a horizon is JSON. */
export const isCodes = (said) => said[0] === '['

/** The report of a check with these options. */
export function reported(said, { lang, asOf }) {
  const [variant, phase, conclusion, complete, counts, errors, warnings, results, input, notes, [rules, paths]] = said
  const [met, notMet, exempt, notApplicable, review, undetermined] = counts
  const known = words()
  const noted = notes.map((code) => note(code, lang, known))
  return {
    ruleSet: { ...known.ruleSet },
    lang,
    variant,
    phase,
    asOf,
    conclusion,
    complete: complete === 1,
    limitedTo: rules ? { rules, paths } : null,
    counts: { met, notMet, exempt, notApplicable, review, undetermined },
    errors,
    warnings,
    results: results.map((row) => answer(row, lang, known)),
    input: input.map((row) => found(row, lang, known)),
    notes: known.notes ? noted : [...noted, LATER],
  }
}

function answer([id, outcome, severity, says, noted, exemption, sameAs, dependsOn, paths], lang, known) {
  const rule = known.byId.get(id)
  const speaks = known.notes?.[says]
  const isToDo = outcome === 'notMet' || outcome === 'undetermined'
  const own = outcome === 'notMet' ? rule.finding : outcome === 'review' ? (rule.judgement ?? rule.summary) : rule.summary
  return {
    rule: id,
    key: `${id}!${paths.join()}`,
    citation: rule.citation,
    provision: { ...rule.provision },
    page: rule.page[lang],
    outcome,
    severity,
    paths,
    message: (speaks?.text ?? own)?.[lang] ?? rule.citation,
    remedy: (isToDo && (speaks?.remedy ?? rule.remedy)?.[lang]) || null,
    exemption,
    sameAs,
    dependsOn,
    note: noted && note(noted, lang, known),
  }
}

const note = (code, lang, known) => ({ code, text: known.notes?.[code].text[lang] ?? code })

function found([code, severity, nearest, min, max, allowed, paths], lang, known) {
  const texts = known.input?.[nearest === null ? code : `${code}?`]
  const given = { min, max, n: min, nearest, allowed: allowed.join(', ') }
  const filled = (text) => text?.[lang].replace(/\{(\w+)\}/g, (_, name) => given[name]) ?? code
  return { path: paths[0], code, severity, message: filled(texts?.message), remedy: filled(texts?.remedy), nearest, ...(paths.length > 1 && { paths }) }
}
