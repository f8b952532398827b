import type { Lang, Note, Outcome, Phase, Report, RuleId, RuleKind, RuleResult, Severity, Suppression } from './types.js'

/** How a plan is to be checked. */
export interface Options {
  /** How far the case has come; left out, the parts that are there decide. */
  phase?: Phase | undefined
  /** The day that counts as today, `YYYY-MM-DD`. The clock is never read: without a day, what depends on today cannot be determined. */
  asOf?: string | undefined
  /**
   * `findings` (the default) keeps what is not met and what could not be determined; `all` keeps the answer to every requirement.
   * The counts are the same.
   */
  detail?: 'findings' | 'all' | undefined
  /** The language of the texts: `da` (the default) or `en`. In a browser, English is in `rehabplan/full`. */
  lang?: Lang | undefined
  /** Whether the free texts are searched for recommendations (§ 3, stk. 3). They are, unless this is `false`. */
  language?: boolean | undefined
  /**
   * Ids of rules, or JSON Pointers to parts of the plan, to limit the check to. The report says that it was limited. What limits
   * it to nothing, or to a rule or a place that does not exist, is an error.
   */
  only?: { rules?: readonly string[] | undefined; paths?: readonly string[] | undefined } | undefined
  /**
   * JSON Pointers to the places that the source of the plan has room for, such as the columns of an export; `*` stands for any
   * entry of a list. With `!` before it a place is taken away again; where every place has one, they are taken from the whole plan:
   * `['!/forberedendeDel/cv']`. A requirement whose answer hangs on what there is no room for is no defect: it is
   * undetermined with the note `notInSource`, and counted apart. In a browser, this is in `rehabplan/full`.
   */
  horizon?: readonly string[] | undefined
  /**
   * What to heed beside the regulation: the names of profiles that come with the product, with their themes and settings after a
   * colon (`'vejledning'`, `'forsoeg/nordjylland-2017:1A'`, `'proces:maksSider=50'`), and profile files as objects. Their order does
   * not matter. What they find is kept apart and makes no plan deficient. In a browser, profiles are in `rehabplan/full`.
   */
  profiles?: readonly (string | object)[] | undefined
  /**
   * Known findings that are to stand in nobody's way, each with its key, a reason, an author, a date and the case that it is about.
   * They are still in the report. In a browser, this is in `rehabplan/full`.
   */
  suppress?: readonly Suppression[] | undefined
  /**
   * Your own id of the plan. Suppressions that name another case leave it alone; those that name none hold for this one plan. In a
   * browser, this is in `rehabplan/full`.
   */
  case?: string | undefined
}

/** Something to show: an answer of the report, or a value that cannot be read, which belongs to no requirement. */
export interface Finding {
  /** The id of the requirement; `null` for a value that cannot be read. */
  rule: RuleId | null
  /** The same from run to run as long as it is about the same places. */
  key: string
  /** The provision, such as `§ 3, stk. 1, nr. 4`; `null` for a value that cannot be read. */
  citation: string | null
  outcome: Outcome
  /** `error` blocks; `null` for what could not be determined. */
  severity: Severity | null
  /** JSON Pointers. */
  paths: string[]
  message: string
  remedy: string | null
  /** Why, where the message does not say it. */
  note: Note | null
}

/** A report, sorted. What repeats another finding (`sameAs`) is left out. */
export interface SortedOut {
  /** What stands in the way: requirements that are not met, and values that cannot be read. */
  blocking: Finding[]
  /** Worth a look; does not stand in the way. */
  warnings: Finding[]
  /** What the plan does not say enough of. */
  undetermined: RuleResult[]
  /** For a person to judge. Needs `detail: 'all'`. */
  reviews: RuleResult[]
  /** What a provision or a profile has lifted. Needs `detail: 'all'`. */
  exempt: RuleResult[]
}

/**
 * What a requirement amounts to, seen from a form.
 *
 * - `met`, `missing`, `warning`, `undetermined`, `review`, `exempt`: as in the report;
 * - `partMissing`: the whole part is missing, which is one finding on the requirement for the part;
 * - `later`: it applies in a later phase;
 * - `notNow`: its condition is not there;
 * - `notRelevant`: not in this kind of case.
 */
export type RequirementStatus =
  | 'met'
  | 'missing'
  | 'warning'
  | 'undetermined'
  | 'review'
  | 'exempt'
  | 'partMissing'
  | 'later'
  | 'notNow'
  | 'notRelevant'

/** A report, and beside it what the case requires. */
export interface ReportWithNeeds {
  readonly report: Report
  readonly needs: Needs
}

/** What the core says that a case requires. */
export interface Needs {
  /** Every requirement that has an answer. */
  requirements: Record<RuleId, RequirementNeed>
  /**
   * What the case asks of each field, by its JSON Pointer with `*` for any place in a list. A field that is not there is asked for by no
   * requirement.
   */
  fields: Record<string, { need: Exclude<FieldNeed['need'], 'free'>; exemption: string | null; rules: RuleId[] }>
}

/** What a case requires of one requirement. */
export interface RequirementNeed {
  status: RequirementStatus
  /** Whether it must be met now: what is met, missing or undetermined, but not what is exempt, later or a person's. */
  isRequired: boolean
  /** When it is exempt: the requirements and rules of scope that say why. */
  exemptedBy: RuleId[]
}

/** A requirement in this case and phase. */
export interface FormRequirement extends RuleResult, RequirementNeed {
  kind: RuleKind
  /** What the provision demands. */
  demand: string
  /** The fields that it is about, as JSON Pointers; `*` stands for any place in a list. */
  fields: string[]
}

/** The requirements of one paragraph. */
export interface ParagraphRequirements {
  /** The number of the paragraph, 2 to 16. */
  paragraf: number
  requirements: FormRequirement[]
  /** How many are required now. */
  required: number
  /** How many of those are met. */
  met: number
}

/** What a case asks of one field. */
export interface FieldNeed {
  /**
   * - `required`: a requirement needs it now;
   * - `optional`: a requirement looks at it, but does not need it now;
   * - `exempt`: a provision has lifted the requirement;
   * - `later`: in a later phase;
   * - `irrelevant`: not in this kind of case;
   * - `free`: no requirement looks at it, which is so of every field where the regulation does not apply;
   * - `unknown`: the plan does not say what kind of case it is.
   */
  need: 'required' | 'optional' | 'exempt' | 'later' | 'irrelevant' | 'free' | 'unknown'
  /** The provision that has lifted it. */
  exemption: string | null
  /** The requirements that are about it, in the order of the law. */
  requirements: FormRequirement[]
}
