import type { FieldNeed, Finding, FormRequirement, Needs, Options, ParagraphRequirements, ReportWithNeeds, SortedOut } from './form.js'
import type { AddedRule, Conclusion, Lang, LocalText, Note, Outcome, Phase, Plan, ProfileInfo, Report, Rule, RuleId, RuleKind, RuleSet, Variant } from './types.js'
import type { StandardSchemaV1 } from './standard-schema.js'

export type * from './types.js'
export type { FieldNeed, Finding, FormRequirement, Needs, Options, ParagraphRequirements, ReportWithNeeds, RequirementNeed, RequirementStatus, SortedOut } from './form.js'
export type { StandardSchemaV1 } from './standard-schema.js'

/** Something that gives bytes, such as a `Response` or a `Blob`. */
export interface BytesToCome {
  arrayBuffer(): Promise<ArrayBufferLike>
}

/** A `WebAssembly.Module`, which has no members. */
export interface WasmModule {
  readonly arrayBuffer?: never
}

/**
 * A wasm file of this package: its address (text or `URL`; in Node and its kin a path too), a `Request`, a `Response`, its
 * bytes, or the compiled module.
 */
export type WasmSource = string | { readonly href: string } | BytesToCome | ArrayBufferLike | ArrayBufferView | WasmModule

/** What else {@link init} may be told. */
export interface InitOptions {
  /** The file with the language check (`rehabplan-language.wasm`), when it does not lie beside this module either. */
  language?: WasmSource | PromiseLike<WasmSource> | undefined
  /**
   * Not to wait for the language check, where it is a file of its own (`rehabplan` in a browser). Checks can begin sooner;
   * until it is there, the texts are not searched, and every report says so (`notSearched`, on `P3.3.b`). A later `init()`
   * waits for it.
   */
  languageLater?: boolean | undefined
  /**
   * Not to wait for the texts, where they are a file of their own (`rehabplan` in a browser). Until they are there, a finding
   * says its provision in their place, `rules()` throws `notReady`, and every report has the note `textsNotLoaded`.
   */
  textsLater?: boolean | undefined
}

/**
 * Makes the checker ready. In a browser it fetches the wasm files and the texts, once however often it is called: a later
 * call loads what is not there yet and waits for it, and a source that it is given for what is there already is left unread.
 * After a failure it may be called again. In Node and on a server, and with `rehabplan/inline`, the first call makes the checker
 * ready, so this need not be called; it does the same without keeping the program waiting.
 *
 * @param source The wasm file, or a promise of it, when it does not lie beside this module.
 * @param options What to wait for, and where the second file is.
 * @throws {RehabplanError} `badWasm` when it is something else than a whole wasm file of this build of the package, or, in
 * Node and its kin, when it cannot be read; and what a promise is rejected with, and what a browser's `fetch` and `WebAssembly` throw, such as when the page's content security policy lacks `'wasm-unsafe-eval'`.
 */
export function init(source?: WasmSource | PromiseLike<WasmSource>, options?: InitOptions): Promise<void>

/** What a plan may be given as. Buffers and views of every kind are UTF-8 bytes. */
export type PlanSource = Plan | string | ArrayBufferLike | ArrayBufferView | object

/**
 * Checks a plan.
 *
 * @param plan The plan as a plain object, as JSON text, or as the UTF-8 bytes of it (at most 8 MiB). Bytes and text are
 * read as they are: duplicate keys and a byte order mark are seen only there. In an object, `undefined` and `NaN` are
 * absent, a `Date` at midnight (here or in UTC) is a day, and what has a `toJSON` is what that gives; anything else that
 * is not JSON, such as a `Map` or a function, is reported as a value that cannot be read.
 * @throws {RehabplanError} when the document is not a plan that can be read, when an option cannot be, or before
 * `init()` is done. Everything else that is wrong with a document is in the report.
 * @throws {TypeError} with the code `notAPlan`, when it is no plan of any kind: a promise, a `Response`, a `Map`, an
 * instance of a class. It names what came, and nothing that stands in it.
 */
export function validate(plan: PlanSource, options?: Options): Report

/**
 * Checks a plan like {@link validate}, and gives the report as one line of JSON: the same bytes as from Rust, Python and
 * the command line.
 *
 * @throws {RehabplanError} and `TypeError` as {@link validate}.
 */
export function validateJson(plan: PlanSource, options?: Options): string

/**
 * Checks a plan like {@link validate}, and says what the case requires of its requirements and fields: for {@link requirements},
 * {@link requirementsByParagraph} and {@link fieldNeeds}. The answer of a server with `needs=true` is the same.
 *
 * @param options With `detail: 'all'`, and without `only`.
 * @throws {RehabplanError} `needsAll` when answers are missing: they would look like requirements that ask for nothing. And, with
 * `TypeError`, as {@link validate}.
 */
export function validateWithNeeds(plan: PlanSource, options: Options & { detail: 'all'; only?: undefined }): ReportWithNeeds

/** The options of a check of many plans. `case` is none of them: it is given with each plan. */
export type CheckerOptions = Omit<Options, 'case'> & { case?: never }

/**
 * A check that is kept, for many plans with the same options: they are read once, and what {@link validate} does is done
 * sooner. A suppression must name its case; one that does not is refused by the first check, as `badProfile` with the reason `noCase`.
 */
export class Checker {
  /** @throws {RehabplanError} `badOptions`, when the options are not of the right shape; what is wrong with their values, the first check says. */
  constructor(options?: CheckerOptions)
  /**
   * As {@link validate}.
   *
   * @param id Your own id of the plan, which suppressions name as their `case`. Those that name another leave the plan alone, and
   * without an id all of them do.
   */
  check(plan: PlanSource, id?: string): Report
  /** As {@link validateJson}, with the `id` as in {@link check}. */
  checkJson(plan: PlanSource, id?: string): string
}

/**
 * Begins a draft: a plan that is read once and then set value by value, as a form does. Drafts are in `rehabplan/full`, and in Node.
 *
 * @throws {RehabplanError} `needsFull` when a browser has loaded the small module. And, with `TypeError`, as {@link validate}.
 */
export function draft(plan: PlanSource, options?: Options): Draft

/** A plan that is being written, with the report on it. Made by {@link draft}. */
export interface Draft {
  /** What {@link validate} would say of the plan as it stands. */
  readonly report: Report
  /**
   * What the case requires by the plan as it stands. A draft has both, so {@link requirements} and the others take it as it is.
   *
   * @throws {RehabplanError} `needsAll` as {@link validateWithNeeds}.
   */
  readonly needs: Needs
  /**
   * Sets one value, and says what came of it. Only that value is read, and a text that was searched for recommendations is not
   * searched again as long as it stands.
   *
   * @param pointer JSON Pointer to a field of the plan, with the number of the entry in a list. The number behind the last entry
   * adds one.
   * @param value The value. `null` and `undefined` take it away. What cannot be read as what belongs there is an entry of the
   * report's `input`, as always.
   * @throws {RehabplanError} Nothing is changed then. `unknownPlace`: the plan has no such field. `entryMissing`: entries before
   * it are missing. `notOneValue`: an object or a list stands there. `unreadable`: it lies in something that cannot be read.
   * `noDraft`: the draft was ended, or the checker has begun anew after a failure. And as {@link validate} of the value.
   */
  set(pointer: string, value: unknown): DraftChange
  /** Forgets the plan in the checker. What nobody holds any more is forgotten by itself, but later. */
  end(): void
}

/** What a value that was set has changed. An answer that was changed is in both lists. */
export interface DraftChange {
  /** The answers that the report did not hold before. */
  readonly came: Report['results']
  /** The answers that it holds no more. */
  readonly went: Report['results']
  /** The report as it is now. */
  readonly report: Report
}

/**
 * How many points are for a person to judge, in words and in the language of the report; `null` when none is. They are no
 * findings, so a page that shows findings alone shows nothing of them.
 *
 * @param how How to see them, where they are not shown: a name of yours for it.
 */
export function reviewLine(report: Report, how?: string): string | null

/** Every requirement in the order of the law, then the rules of scope. The same array each time; do not change it. */
export function rules(): readonly Rule[]

/**
 * The profiles that come with the product: guidance, the demands of other law, trials and proposals, for
 * `validate(plan, { profiles })`. The same array each time; do not change it.
 *
 * @throws {RehabplanError} `needsFull` when a browser has loaded the small module.
 */
export function profiles(): readonly ProfileInfo[]

/**
 * Everything there is to say about one requirement, or about one rule that a profile adds.
 *
 * @param id The id, such as `P3.1.4`; case does not matter. Those of profiles, such as `proces/PR1`, are in the full module.
 * @throws {RehabplanError} `unknownRule` when there is no such rule.
 */
export function explain(id: RuleId): Rule
export function explain(id: string): Rule | AddedRule

/** The JSON Schema (2020-12) of a plan. `title` is Danish, `x-hjemmel` is the provision that a field serves. */
export function jsonSchema(): Record<string, unknown>

/** The JSON Schema (2020-12) of a report. */
export function reportSchema(): Record<string, unknown>

/** The JSON Schema (2020-12) of a profile file, as `validate(plan, { profiles })` takes one. */
export function profileSchema(): Record<string, unknown>

/** The JSON Schema (2020-12) of a list of suppressions, as `validate(plan, { suppress })` takes one. */
export function suppressionSchema(): Record<string, unknown>

/** The rule set that plans are held against, the `ruleSet` of every report. */
export function ruleSet(): RuleSet

/** What the codes of a report are called, in both languages. The same object each time; do not change it. */
export function names(): Names

/**
 * Which requirement applies in which case variant, in the order of the law: `K` is required, `K°` required under a condition of the
 * rule's own, `U §x,y` exempt under that provision, `S` for a person to judge, and `-` not relevant.
 */
export function matrix(): { variants: Variant[]; rules: Record<RuleId, Record<Variant, string>> }

/**
 * What becomes of each of the 121 legal units of §§ 1-16.
 *
 * @param lang The language of the reasons: Danish, unless something else is said.
 * @throws {RehabplanError} `needsFull` when a browser has loaded the small module.
 */
export function coverage(lang?: Lang): LegalUnit[]

/**
 * What profiles change: the same plans without any of them, and with all of them together.
 *
 * @param plans The plans, each as {@link validate} takes one, or as a pair of your own id and the plan. A document that is no plan
 * is counted in `unreadable`.
 * @param options `profiles`, at least one; and how plans are checked.
 * @throws {RehabplanError} `needsFull` when a browser has loaded the small module; `badOptions` and `badProfile` as {@link validate}.
 */
export function compare(plans: Iterable<PlanSource | readonly [id: string | number, plan: PlanSource]>, options: CompareOptions): Comparison

/**
 * What a plan will have to hold, before there is one: the requirements that may apply in a kind of case as far as it has come,
 * as a list to write by. For a plan that is being written, {@link requirementsByParagraph} says what each of them amounts to.
 *
 * @param kind A type of case (`fleksjob`, `foertidspension`), which stands for all that it may turn out to be, or one of its
 * variants (`FP12`).
 * @param options `phase`: how far the case has come, `forelaeggelse` unless something else is said; `lang`.
 * @throws {RehabplanError} `badOptions` when there is no such kind of case, with those that there are, or which lists to take for a
 * case of two types (`FJ+SELV`); `needsFull` when a browser has loaded the small module.
 */
export function checklist(kind: string, options?: Pick<Options, 'phase' | 'lang'>): Checklist

/**
 * Line and column, from 1, of every place that a report speaks of, by its JSON Pointer. A field that is missing is shown at the
 * object that it is missing from. Columns are characters.
 *
 * @param plan The plan as the text or the bytes that were checked. An object has no lines.
 * @throws {RehabplanError} `badOptions` for an object; `notAReport`; `needsFull` when a browser has loaded the small module.
 */
export function positions(plan: string | ArrayBufferLike | ArrayBufferView, report: Report): Record<string, Position>

/**
 * The sentence of a text that recommends or assesses what is to happen (§ 3, stk. 3), and the words in it that weighed most.
 * `null` where the language check finds nothing, which does not say that the text is in order.
 *
 * @param path The place of the text as a finding of P3.3.b names it; in the citizen's own fields "jeg" is the citizen. A place that
 * is no text of the citizen's, a part of the plan too, is the municipality's.
 * @throws {RehabplanError} `notReady` while a browser has not loaded the language check; `badOptions` for a path that no plan has.
 */
export function recommendation(text: string, path?: string): Recommendation | null

/** What {@link validate} and its companions throw. Neither the message nor anything else in it is from the plan. */
export class RehabplanError extends Error {
  /**
   * - `notUtf8`, `notJson`, `notAnObject`, `tooLarge`, `tooDeep`, `listTooLong`, `tooManyFindings`: the document cannot be
   *   read;
   * - `notSerializable`: the object refers to itself, is far too large or deep, or something in it throws;
   * - `badOptions`, `badProfile`, `unknownRule`, `notReady`: a mistake in the program that calls, or in a profile;
   * - `badWasm`: what `init()` was given, or found at its place, is no wasm file of this build of the package; or, in Node
   *   and its kin, nothing can be read there (`cause` says why);
   * - `notAReport`: what was given to a helper for forms is no report;
   * - `needsAll`: the report does not have every answer, or what the case requires is not beside it, so nothing can be said of
   *   every requirement or field;
   * - `unknownPlace`, `entryMissing`, `notOneValue`, `unreadable`, `noDraft`: a value that cannot be set, see {@link Draft.set};
   * - `failed`: a fault of the checker itself, which the next call begins anew;
   * - `needsFull`: the small module has no profiles, no horizon and no English texts; import from `rehabplan/full`.
   */
  readonly code:
    | 'notUtf8'
    | 'notJson'
    | 'notAnObject'
    | 'tooLarge'
    | 'tooDeep'
    | 'listTooLong'
    | 'tooManyFindings'
    | 'notSerializable'
    | 'badOptions'
    | 'badProfile'
    | 'needsFull'
    | 'notAReport'
    | 'needsAll'
    | 'unknownRule'
    | 'notReady'
    | 'badWasm'
    | 'unknownPlace'
    | 'entryMissing'
    | 'notOneValue'
    | 'unreadable'
    | 'noDraft'
    | 'failed'
  /** What is wrong with a profile, `only` or `horizon`, as a code of its own; `null` otherwise. C, Python and the server have the same. */
  readonly reason: string | null
  /** JSON Pointer into the profile, or to the option (`/asOf`, `/only/rules/0`); `null` where none is known. */
  readonly path: string | null
  constructor(code: RehabplanError['code'], message: string, reason?: string | null, path?: string | null)
}

/** What codes are called, by the code. */
export interface Names {
  /** Case variants; `short` is for a narrow place. */
  variants: Record<Variant, { title: Names.Text; short: Names.Text }>
  /** Phases, and when they are. */
  phases: Record<Phase, { title: Names.Text; meaning: Names.Text }>
  /** What a paragraph of the regulation is about, by its number. */
  paragraphs: Record<string, Names.Text>
  outcomes: Record<Outcome, Names.Text>
  conclusions: Record<Conclusion, Names.Text>
}
export namespace Names {
  /** A text in both languages, whichever module is loaded. */
  type Text = Required<LocalText>
}

/** What a plan will have to hold, in the order of the law. */
export interface Checklist {
  /** The case variants that it is for, joined by `+`. */
  variant: string
  phase: Phase
  points: ChecklistPoint[]
  /** What such a case is exempt from because it is such a case. */
  exempt: ChecklistPoint[]
}

/** One requirement of a {@link Checklist}. */
export interface ChecklistPoint {
  rule: RuleId
  /** The provision. */
  citation: string
  /** The number of the paragraph, 2 to 16. */
  paragraph: number
  /** The address of the page of the requirement. */
  page: string
  kind: RuleKind
  /** The phase from which it applies. */
  phase: Phase
  /** The places of the plan that it is about, in the parts that are written by then; `*` stands for any entry of a list. */
  paths: string[]
  /** What the provision demands. */
  demand: string
  /** What to write; `null` for a question to a person and for an exemption. */
  remedy: string | null
  /** What a person must judge. */
  judgement: string | null
  /** What applies in each variant in which it is relevant, as in {@link matrix}. */
  matrix: Partial<Record<Variant, string>>
}

/** A unit of the law, the smallest that one can comply with by itself. */
export interface LegalUnit {
  unit: string
  /** The provision. */
  citation: string
  /** `rule`: a requirement; `scope`: where the regulation applies; `via`: through the rules that are named; `out`: outside. */
  status: 'rule' | 'scope' | 'via' | 'out'
  /** The ids of the rules that check it. */
  rules: RuleId[]
  /** Why no rule of its own checks it. */
  reason: string | null
}

/** How the plans of {@link compare} are checked. */
export type CompareOptions = Omit<Options, 'detail' | 'only' | 'suppress' | 'case'> & Required<Pick<Options, 'profiles'>>

/** What profiles change. */
export interface Comparison {
  /** How many plans were compared. */
  plans: number
  /** How many documents were no plan that can be read. */
  unreadable: number
  /** How many plans came to each conclusion. */
  conclusions: { conclusion: Conclusion; before: number; after: number }[]
  /** The plans whose conclusion changes: the id, or the place among the plans, from 0. */
  changed: { plan: string; before: Conclusion; after: Conclusion }[]
  /** The rules and case variants in which findings fall away or appear. */
  rules: { rule: string; variant: string; before: number; after: number; fallAway: number; appear: number }[]
  /** What the profiles measure: the median of days, or the share of plans in percent. */
  measures: { rule: string; code: string; title: string; unit: string; plans: number; value: number | null; national: number | null }[]
  /** What there is to say of the whole: that a proposal is no law in force. */
  notes: Note[]
}

/** Why the language check points out a text: where in it, from and to, as `slice` takes them. */
export interface Recommendation {
  sentence: [start: number, end: number]
  /** The heaviest first. */
  words: [start: number, end: number][]
}

/** A place in a text. */
export interface Position {
  line: number
  column: number
}

/** An issue of {@link planSchema}: a finding that blocks, at one place. */
export interface PlanIssue extends StandardSchemaV1.Issue {
  /** What is wrong, with the provision in brackets. */
  readonly message: string
  /** Keys and places in lists, the latter as numbers. Left out where the whole document cannot be read. */
  readonly path?: readonly (string | number)[]
  /** The id of the requirement; `null` for a value that cannot be read. */
  readonly rule?: string | null
  /** The provision, such as `§ 3, stk. 1, nr. 4`; `null` for a value that cannot be read. */
  readonly citation?: string | null
  /** What to do about it. */
  readonly remedy?: string | null
  /** Where the whole document cannot be read: why, as in {@link RehabplanError}, or `notAPlan`. */
  readonly code?: string
}

/** A Standard Schema whose answers are given at once. */
export interface PlanSchema extends StandardSchemaV1<Plan, Plan> {
  readonly '~standard': Omit<StandardSchemaV1.Props<Plan, Plan>, 'validate'> & {
    readonly validate: (
      value: unknown,
      options?: StandardSchemaV1.Options,
    ) => StandardSchemaV1.SuccessResult<Plan> | { readonly issues: readonly PlanIssue[] }
  }
}

/**
 * The plan as a [Standard Schema](https://standardschema.dev): TanStack Form, React Hook Form and others take it as it
 * is. Issues are the findings that block, and nothing else; warnings, judgement points and what could not be determined
 * are in {@link validate}. A case that the regulation does not apply to has no issues. What is no plan at all is an issue
 * without a path; what is wrong with the options is thrown.
 *
 * `libraryOptions` may hold `phase`, `lang` and `asOf`, and `case`: your own id of the plan.
 */
export const planSchema: PlanSchema

/** {@link planSchema} with options of its own, for libraries that pass none along. It is for any number of plans, as a {@link Checker} is. */
export function planSchemaFor(options?: CheckerOptions): PlanSchema

/** The answers of a report, apart: what blocks, what does not, and what is left to a person. */
export function sortOut(report: Report): SortedOut

/**
 * What to show at each place of the plan, the gravest first: findings, and facts that others wait for. The key is the
 * JSON Pointer to the place, which may be a field, an entry of a list or a whole part.
 */
export function findingsByPath(report: Report): Map<string, Finding[]>

/**
 * Every requirement with what it amounts to in this case and phase: whether it is required now, and what has lifted it.
 *
 * @param checked What {@link validateWithNeeds}, a {@link draft} or a server gives.
 * @throws {RehabplanError} `needsAll` when what the case requires is not there, or of another check or version than this.
 */
export function requirements(checked: ReportWithNeeds): FormRequirement[]

/**
 * What the case asks of each field: a function of the field's JSON Pointer.
 *
 * @param checked As for {@link requirements}.
 * @throws {RehabplanError} `needsAll` as {@link requirements}.
 */
export function fieldNeeds(checked: ReportWithNeeds): (pointer: string) => FieldNeed

/** The {@link requirements} by paragraph, with progress. It wants the same. */
export function requirementsByParagraph(checked: ReportWithNeeds): ParagraphRequirements[]
