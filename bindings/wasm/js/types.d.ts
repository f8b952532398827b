// Written by the test `types` of the crate rehabplan-wasm from the Rust types. Change them, not this file.

/** A language of the texts. */
export type Lang =
  | 'da'
  | 'en'

/** How far a case has come; each phase includes the ones before. */
export type Phase =
  | 'forelaeggelse'
  | 'indstilling'
  | 'indsats'

/** One of the 15 case variants. */
export type Variant =
  | 'JA22'
  | 'JAX'
  | 'JA13D'
  | 'JANY'
  | 'RF'
  | 'FJ'
  | 'FP'
  | 'FP12'
  | 'FP13'
  | 'FPU18'
  | 'FPU17'
  | 'REV'
  | 'SELV'
  | 'SDP3'
  | 'AND'

/** What a requirement amounts to. */
export type Outcome =
  | 'met'
  | 'notMet'
  | 'exempt'
  | 'notApplicable'
  | 'review'
  | 'undetermined'

/** How serious a finding is. */
export type Severity =
  | 'error'
  | 'warning'

/** What the whole plan amounts to. */
export type Conclusion =
  | 'fulfilled'
  | 'deficient'
  | 'undetermined'
  | 'outOfScope'
  | 'outsideValidity'

/** What kind of requirement a rule is. */
export type RuleKind =
  | 'requirement'
  | 'advice'
  | 'judgement'
  | 'exemption'
  | 'scope'

/** Why an answer is what it is. A single requirement may have notes of its own besides. */
export type NoteCode =
  | 'otherVariant'
  | 'laterPhase'
  | 'partMissing'
  | 'conditionNotMet'
  | 'exemptionNotUsed'
  | 'factMissing'
  | 'unreadable'
  | 'attachedDocument'
  | 'leadingUndetermined'
  | 'nothingIsNoAnswer'
  | 'jointField'
  | 'endBeforeStart'
  | 'shorterThanSixMonths'
  | 'shortCourseNotCovered'
  | 'remainder'
  | 'reservation13d'
  | 'laterRegulation'
  | 'proposal'
  | 'limited'

/** What is wrong with one place of the document itself. */
export type InputCode =
  | 'notText'
  | 'notADate'
  | 'notABoolean'
  | 'notANumber'
  | 'notWhole'
  | 'outOfRange'
  | 'notACode'
  | 'notAList'
  | 'notAnObject'
  | 'scopeUnknown'
  | 'notAPlan'
  | 'planBelow'
  | 'unknownKey'
  | 'duplicateKey'
  | 'courseBackwards'
  | 'repeatedText'

/** The id of a requirement or of a rule of scope. */
export type RuleId =
  | 'P2.1.pkt2'
  | 'P2.2.a'
  | 'P2.2.b'
  | 'P2.3.1'
  | 'P2.3.2'
  | 'P2.3.3'
  | 'P3.1.pkt1.a'
  | 'P3.1.pkt1.c'
  | 'P3.1.pkt2'
  | 'P3.1.1.a'
  | 'P3.1.1.b'
  | 'P3.1.2'
  | 'P3.1.3.a'
  | 'P3.1.3.b'
  | 'P3.1.4'
  | 'P3.1.5.a'
  | 'P3.1.5.b'
  | 'P3.1.5.c'
  | 'P3.1.6'
  | 'P3.1.7'
  | 'P3.2.pkt1.a'
  | 'P3.2.pkt1.b'
  | 'P3.2.pkt1.c'
  | 'P3.2.pkt1.d'
  | 'P3.2.pkt2.a'
  | 'P3.2.pkt2.b'
  | 'P3.2.pkt2.c'
  | 'P3.2.pkt2.d'
  | 'P3.3.a'
  | 'P3.3.b'
  | 'P3.4.pkt1'
  | 'P3.4.pkt2.a'
  | 'P3.4.pkt2.b'
  | 'P4.1.pkt1'
  | 'P4.1.pkt2'
  | 'P4.2.pkt1'
  | 'P4.2.pkt2'
  | 'P4.3.a'
  | 'P4.3.1'
  | 'P4.3.2'
  | 'P4.3.3'
  | 'P4.3.4'
  | 'P4.4.pkt1'
  | 'P5.1.pkt1'
  | 'P5.1.pkt2'
  | 'P5.1.1.pkt1'
  | 'P5.1.1.pkt2'
  | 'P5.1.2.a'
  | 'P5.1.2.b'
  | 'P5.1.2.c'
  | 'P5.1.3.a'
  | 'P5.1.3.b'
  | 'P5.1.4.a'
  | 'P5.1.4.b'
  | 'P5.1.4.c'
  | 'P5.2.a'
  | 'P5.2.b'
  | 'P5.2.c'
  | 'P5.3.pkt1'
  | 'P5.3.pkt2'
  | 'P6.1.pkt1.b'
  | 'P7.1.a'
  | 'P7.1.b'
  | 'P7.2.pkt1'
  | 'P7.2.pkt2'
  | 'P7.2.pkt3.a'
  | 'P7.2.pkt3.b'
  | 'P7.3.a'
  | 'P7.3.b'
  | 'P7.4.pkt1'
  | 'P7.4.pkt2.a'
  | 'P7.4.pkt2.b'
  | 'P8.1.a'
  | 'P8.1.b'
  | 'P8.1.c'
  | 'P8.1.d'
  | 'P8.2'
  | 'P8.3.a'
  | 'P8.3.b'
  | 'P8.3.c'
  | 'P8.4.a'
  | 'P8.4.b'
  | 'P8.4.c'
  | 'P8.5.1'
  | 'P8.5.2'
  | 'P8.5.3.a'
  | 'P8.5.3.b'
  | 'P8.5.4'
  | 'P8.6.pkt1'
  | 'P9.1.pkt1.a'
  | 'P9.1.pkt1.b'
  | 'P9.1.pkt1.c'
  | 'P9.1.1.a'
  | 'P9.1.1.b'
  | 'P9.1.2.a'
  | 'P9.1.2.b'
  | 'P9.2'
  | 'P10.1.pkt1.a'
  | 'P10.1.pkt1.b'
  | 'P10.1.pkt1.c'
  | 'P10.1.pkt2.a'
  | 'P10.1.pkt2.b'
  | 'P11.1.1'
  | 'P11.1.2'
  | 'P12.1.pkt1.a'
  | 'P12.1.pkt1.b'
  | 'P12.1.pkt1.c'
  | 'P12.1.pkt2.a'
  | 'P12.1.pkt2.b'
  | 'P13.1.pkt1'
  | 'P13.1.pkt2'
  | 'P14.1.pkt1'
  | 'P14.1.pkt2'
  | 'P14.1.pkt3.a'
  | 'P14.1.pkt3.b'
  | 'P15.1.1.a'
  | 'P15.1.1.b'
  | 'P15.1.1.c'
  | 'P15.1.1.d'
  | 'P15.1.2'
  | 'P15.1.3'
  | 'P15.1.4.a'
  | 'P15.1.4.b'
  | 'P15.1.5.a'
  | 'P15.1.5.b'
  | 'P15.1.5.c'
  | 'P15.1.6'
  | 'P15.2'
  | 'P16.1'
  | 'P1.1'
  | 'P1.1.1'
  | 'P1.1.2'
  | 'P1.1.3'
  | 'P1.1.4'
  | 'P1.1.5'
  | 'P1.2'
  | 'P1.3'
  | 'P1.4.pkt1'
  | 'P1.4.pkt2'
  | 'P1.5'
  | 'P12.2'
  | 'P13.2'

/** The variant of a case, or both in a mixed one. */
export type Variants =
  | 'JA22'
  | 'JAX'
  | 'JA13D'
  | 'JANY'
  | 'RF'
  | 'FJ'
  | 'FP'
  | 'FP12'
  | 'FP13'
  | 'FPU18'
  | 'FPU17'
  | 'REV'
  | 'SELV'
  | 'SDP3'
  | 'AND'
  | 'FJ+SELV'
  | 'FP12+FP13'

/** What a plan amounts to under the regulation. It holds nothing that stands in the plan. */
export interface Report {
  /** The rules that the plan was held against. */
  ruleSet: RuleSet
  /** The language of the texts. */
  lang: Lang
  /** The case variant; `null` when the case is out of scope. */
  variant: Variants | null
  /** The phase that the plan was checked for. */
  phase: Phase
  /** The day that the check counts as today, `YYYY-MM-DD`. */
  asOf: string | null
  /** What the whole plan amounts to. */
  conclusion: Conclusion
  /** Whether every check ran to its end. A report that is not complete never concludes `fulfilled`. */
  complete: boolean
  /** What the check was limited to, if it was; the report then says nothing of the rest. */
  limitedTo: Selection | null
  /** How many requirements had each outcome. */
  counts: Counts
  /** How many findings are errors. */
  errors: number
  /** How many findings are warnings. */
  warnings: number
  /** The answers, in the order of the law. */
  results: RuleResult[]
  /** What is wrong with the document itself, in the order of the model; unknown keys come last. */
  input: InputFinding[]
  /** What there is to say about the report as a whole. */
  notes: Note[]
  /** What the plan amounts to under the regulation alone. With profiles only, like all that follows. */
  baseConclusion?: Conclusion
  /** The profiles that were chosen. */
  profiles?: ProfileStatus[]
  /** How many of the profiles' rules had each outcome. */
  profileCounts?: Counts
  /** The answers of the profiles' rules. They never make a case deficient. */
  profileResults?: ProfileResult[]
  /** What the profiles measure. */
  measures?: ProfileMeasure[]
  /** How many findings are suppressed. */
  suppressed?: number
  /** The keys of suppressions that match no finding. */
  unusedSuppressions?: string[]
}

/** A rule set: one version of the regulation. */
export interface RuleSet {
  /** Opaque and stable. */
  id: string
  /** The first day on which they apply, `YYYY-MM-DD`. */
  validFrom: string
  /** The first day on which a later regulation applies, `YYYY-MM-DD`. */
  supersededFrom: string
  /** The version of this library. */
  version: string
}

/** What a check was limited to. */
export interface Selection {
  /** Ids of requirements. */
  rules: RuleId[]
  /** JSON Pointers. */
  paths: string[]
}

/** How many requirements had each outcome. A finding that repeats another is not counted. */
export interface Counts {
  /** Met. */
  met: number
  /** Not met, errors and warnings together. */
  notMet: number
  /** Exempt. */
  exempt: number
  /** Not relevant in this case or phase. */
  notApplicable: number
  /** For a person to judge. */
  review: number
  /** Could not be determined. */
  undetermined: number
}

/** The answer to one requirement. */
export interface RuleResult {
  /** The id of the requirement. */
  rule: RuleId
  /** The key of the answer, the same from run to run as long as it is about the same places. */
  key: string
  /** The provision, such as `§ 3, stk. 1, nr. 4`. */
  citation: string
  /** The provision, piece by piece. */
  provision: Provision
  /** The address of the rule's page, relative to the documentation. */
  page: string
  /** What the requirement amounts to. */
  outcome: Outcome
  /** How serious a finding is; `null` for every outcome but `notMet`. */
  severity: Severity | null
  /** JSON Pointers to the places that the answer is about. */
  paths: string[]
  /** What the answer says to a person. */
  message: string
  /** What to do about it; `null` where there is nothing to do. */
  remedy: string | null
  /** The provision that exempts; `null` for every outcome but `exempt`. */
  exemption: string | null
  /** The leading requirement that the same defect breaks too. */
  sameAs: RuleId | null
  /** JSON Pointer to the missing fact that leaves the answer undetermined. */
  dependsOn: string | null
  /** Why the answer is what it is, where the rule's own texts do not say it. */
  note: Note | null
  /** What it was before a profile changed it. */
  baseOutcome?: Outcome
  /** How serious the finding was before a profile changed it. */
  baseSeverity?: Severity | null
  /** The profiles that changed the answer. */
  changedBy?: ProfileChange[]
  /** Why the finding does not stand in the way, where it is suppressed. */
  suppressed?: SuppressedBecause | null
}

/** A place in the regulation. */
export interface Provision {
  /** § (paragraf). */
  paragraf: number
  /** Stykke; `null` in a paragraph that has only one. */
  stk: number | null
  /** Number in a list. */
  nr: number | null
  /** Sentence (punktum). */
  pkt: number | null
  /** A part of a sentence that the regulation does not number itself. */
  led: string | null
}

/** An explanation with a stable code. */
export interface Note {
  /** The code, the same in every language and every version. */
  code: NoteCode | (string & {})
  /** The explanation. */
  text: string
}

/** Something that is wrong with the document itself. */
export interface InputFinding {
  /** JSON Pointer to the place; to the first of several. */
  path: string
  /** What is wrong. */
  code: InputCode
  /** `error` when the value is lost to the rules, `warning` when it is only worth a look. */
  severity: Severity
  /** What is wrong, in words. */
  message: string
  /** What to do about it. */
  remedy: string
  /** The name that was most likely meant. */
  nearest: string | null
  /** Every place, where the finding is about several at once. */
  paths?: string[]
}

/** What a profile did to an answer. */
export interface ProfileChange {
  /** The id of the profile. */
  profile: string
  /** The theme, where it is a theme's doing. */
  theme: string | null
  /** What force the profile's source has. */
  force: ProfileForce
  /** What it did. */
  effect: 'exempt' | 'accept' | 'severity'
  /** The ground that the profile gives. */
  basis: string | null
}

/** Why a finding is suppressed. */
export interface SuppressedBecause {
  /** The reason. */
  reason: string
  /** Who decided so. */
  author: string
  /** When, `YYYY-MM-DD`. */
  date: string
}

/** A profile that was chosen. */
export interface ProfileStatus {
  /** The name by which it is chosen. */
  id: string
  /** What it is called. */
  title: string
  /** Where it comes from. */
  source: string
  /** What force that has. */
  force: ProfileForce
  /** The same in words. */
  forceText: string
  /** Whether it has effect in this case. */
  inForce: boolean
  /** Why it has none. */
  reason: ProfileReason | null
  /** Its themes that were chosen. */
  themes: ProfileThemeStatus[]
}

/** Why a profile has no effect. */
export interface ProfileReason {
  /** The code, the same in every language. */
  code: string
  /** The reason in words. */
  text: string
}

/** A theme of a profile that was chosen. */
export interface ProfileThemeStatus {
  /** The name by which it is chosen. */
  id: string
  /** What it is called. */
  title: string
  /** Whether it has effect in this case. */
  inForce: boolean
  /** Why it has none. */
  reason: ProfileReason | null
  /** Why it does nothing to the content of a plan, where that is so. */
  withoutEffect: string | null
}

/** The answer of a rule that lies beside the regulation. */
export interface ProfileResult {
  /** The id of the rule, such as `proces/PR1`. */
  rule: string
  /** The key of the answer, as for a requirement. */
  key: string
  /** The profiles that add the rule. */
  profiles: string[]
  /** What force they have; the strongest. */
  force: ProfileForce
  /** The same in words. */
  forceText: string
  /** Where the rule comes from. */
  citation: string
  /** The address of the rule's page, relative to the documentation. */
  page: string
  /** What the rule amounts to. */
  outcome: Outcome
  /** How serious a finding is; `null` for every outcome but `notMet`. */
  severity: Severity | null
  /** JSON Pointers to the places that the answer is about. */
  paths: string[]
  /** What the answer says to a person. */
  message: string
  /** What to do about it; `null` where there is nothing to do. */
  remedy: string | null
  /** The requirement that the same defect breaks. */
  sameAs: RuleId | null
  /** JSON Pointer to the missing fact that leaves the answer undetermined. */
  dependsOn: string | null
  /** Why the answer is what it is, where the rule's own texts do not say it. */
  note: Note | null
  /** As for a requirement. */
  baseOutcome?: Outcome
  /** As for a requirement. */
  baseSeverity?: Severity
  /** As for a requirement. */
  changedBy?: ProfileChange[]
  /** As for a requirement. */
  suppressed?: SuppressedBecause | null
}

/** What force the source of a profile has. */
export type ProfileForce =
  | 'guidance'
  | 'otherLaw'
  | 'trial'
  | 'proposal'
  | 'local'

/** A number that a profile measures. */
export interface ProfileMeasure {
  /** The id of the rule that measures. */
  rule: string
  /** What is measured. */
  code: string
  /** The same in words. */
  title: string
  /** The unit. */
  unit: string
  /** The measure of this plan. */
  value: number
  /** The national figure, where the source has one. */
  national: number | null
}

/** A known finding, and why it does not stand in the way. */
export interface Suppression {
  /** The case that it is about: your own id of the plan, given as the option `case`. Without it, whichever plan is checked. */
  case?: string
  /** The key of the finding, as a report gives it, but with `aktivitetIdentifier=...` in the place of a number in a list. */
  key: string
  /** The reason. */
  reason: string
  /** Who decided so. */
  author: string
  /** When, `YYYY-MM-DD`. */
  date: string
  /** Whether the key may name an entry of a list by its number, where it has no identifier. */
  position?: boolean
}

/** A profile that comes with the product; it has the shape of a profile file, and the rules that it adds. */
export interface ProfileInfo {
  /** The name by which it is chosen. */
  id: string
  title: LocalText
  /** Where it comes from. */
  source: LocalText
  force: ProfileForce
  /** Numbers that can be set, as in `proces:maksSider=50`. */
  parameters?: Record<string, { title: LocalText; default?: number }>
  /** Groups of effects that are chosen one by one, as in `forsoeg/nordjylland-2017:1A`. */
  themes?: { id: string; title: LocalText; [key: string]: unknown }[]
  /** The rules that it adds. */
  rules: AddedRule[]
  [key: string]: unknown
}

/** Everything there is to say about a rule that a profile adds. It is no provision of the regulation. */
export interface AddedRule extends Omit<Rule, 'id' | 'unit' | 'citation' | 'provision' | 'kind'> {
  id: string
  /** `measure` for one that only measures. */
  kind: 'added' | 'measure'
  unit: null
  /** Where it comes from. */
  citation: LocalText
  provision: null
}

/** A text in Danish, and in English too in Node and in `rehabplan/full`. */
export interface LocalText {
  da: string
  en?: string
}

/** Everything there is to say about one requirement, or about one rule of scope (`kind: 'scope'`). */
export interface Rule {
  /** The id; opaque, stable and never used again for something else. */
  id: RuleId
  /** The legal unit that it belongs to. */
  unit: string
  /** The provision, such as `§ 3, stk. 1, nr. 4`. */
  citation: string
  /** The provision, piece by piece. */
  provision: Provision
  kind: RuleKind
  /** The gravest finding that it can give. */
  severity: Severity | null
  /** The phases in which it applies. */
  phases: Phase[]
  /** JSON Pointers to the evidence; `*` stands for any place in a list. */
  paths: string[]
  /** What the provision demands. */
  summary: LocalText
  /** What is wrong when it is not met. */
  finding: LocalText | null
  /** What to do about it. */
  remedy: LocalText | null
  /** What is left to a person. */
  judgement: LocalText | null
  /** What applies in each variant: `K`, `K°`, `U §12,1`, `S` or `-`; `null` for a rule of scope. */
  matrix: Record<Variant, string> | null
  /** The address of its page, relative to the documentation. */
  page: LocalText
}

/** A whole case: the facts of the case and the parts of the plan that exist so far. */
export interface Plan {
  /** Sagen (§ 1). What the case is about. Decides which case variant, and so which requirements, apply. */
  sag?: Sag | null | undefined
  /** Forberedende del (§§ 2-4, 12-15). The preparatory part of the plan. */
  forberedendeDel?: ForberedendeDel | null | undefined
  /** Møde i rehabiliteringsteamet (§§ 3 og 6). The team's meeting. */
  moede?: Moede | null | undefined
  /** Rehabiliteringsteamets indstilling (§§ 7-11, 16). The team's recommendation. */
  indstilling?: Indstilling | null | undefined
  /** Kommunens afgørelse (§ 2, stk. 3, og § 5). The municipality's decision. */
  afgoerelse?: Afgoerelse | null | undefined
  /** Forløbet (§ 5, stk. 2). The course (ressourceforløb, jobafklaringsforløb or sygedagpengeforløb) that the indsatsdel belongs to. */
  forloeb?: Forloeb | null | undefined
  /** Indsatsdel (§ 5). The part of the plan that holds goals, measures and follow-up. */
  indsatsdel?: Indsatsdel | null | undefined
  /** Min Plan (§ 5, stk. 3). The citizen's Min Plan, in so far as it shows the measures. */
  minPlan?: MinPlan | null | undefined
  /** Forsøg (profil: forsoeg/nordjylland-2017). The facts of a trial that exempts from the regulation. Nothing in §§ 1-16 looks at them. */
  forsoeg?: Forsoeg | null | undefined
}

/** The facts that decide which of the 15 case variants the case is (§ 1; § 12; § 13). A fact that is left out never triggers an exemption. */
export interface Sag {
  /** Sagstype (§ 1). What the case is about. */
  sagstype?: Sagstype | null | undefined
  /** Både fleksjob og tilskud (§ 1, stk. 1, nr. 4). Both fleksjob and support for the self-employed are to be considered. The case type is one of the two, and the requirements of both apply. */
  blandetFleksjobTilskud?: boolean | null | undefined
  /** Første jobafklaringsforløb (§ 1, stk. 1, nr. 2-3). Whether this is the first jobafklaringsforløb; any later one is a new one. */
  foersteForloeb?: boolean | null | undefined
  /** Overgang ved revurdering efter 22 uger (§ 4, stk. 2). Whether the citizen passes to jobafklaring at the reassessment after 22 weeks. */
  revurdering22Uger?: boolean | null | undefined
  /** Har fået indsats efter sygedagpengelovens § 13 d (§ 1, stk. 2). Whether the citizen has had the interdisciplinary measure under § 13 d of the sickness benefit act. */
  indsats13d?: boolean | null | undefined
  /** Sygedagpenge ophørt efter § 24, stk. 1 (§ 1, stk. 2). Whether sickness benefit ended under § 24, stk. 1, of the sickness benefit act. */
  ophoer24Stk1?: boolean | null | undefined
  /** Raskmelding ventes inden 8 uger (§ 1, stk. 1). Whether the citizen is expected to be fit for work within 8 weeks; such a jobafklaring case is not put to the team. */
  forventetRaskmelding8Uger?: boolean | null | undefined
  /** Sygedagpengekategori (§ 1, stk. 1, nr. 2). The sickness benefit category, 1 to 3. */
  kategori?: number | null | undefined
  /** Arbejdsevnen er væsentligt nedsat (§ 12, stk. 1). Whether the citizen's ability to work is substantially reduced. */
  vaesentligtNedsat?: boolean | null | undefined
  /** Helt åbenbart, at arbejdsevnen ikke kan forbedres (§ 12, stk. 1). Whether it is entirely obvious that the ability to work cannot be improved. */
  heltAabenbart?: boolean | null | undefined
  /** Ansøgning efter pensionslovens § 17, stk. 2 (§ 13, stk. 1). Whether the citizen has applied under § 17, stk. 2, of the pensions act. */
  ansoegning17Stk2?: boolean | null | undefined
  /** Behandles uden om rehabiliteringsteamet (§ 1, stk. 3). Whether the municipality handles the pension case without the team. */
  udenTeam?: boolean | null | undefined
  /** Hjemmel til behandling uden om teamet (§ 1, stk. 3). The provision of the pensions act that lets the case go without the team: `17,3` (or the older `17,4`) or `18,2`. Spelled-out forms such as `§ 18, stk. 2` are read too. */
  udenTeamHjemmel?: string | null | undefined
  /** Bekendtgørelsen anvendes frivilligt (§ 1, stk. 5). In another case: whether the municipality has chosen to apply the regulation. */
  anvendBekendtgoerelsen?: boolean | null | undefined
  /** Kommunekode (profil: myndigheder). The code of the municipality, such as `851`. Decides whether a profile for some municipalities has effect. */
  kommunekode?: string | null | undefined
  /** Overgang til jobafklaring (profil: proces/PR1). The day on which the citizen passed to jobafklaring. ISO date. */
  overgangsdato?: string | null | undefined
  /** Nyt ressourceforløb efter et tidligere (profil: proces/PR7). Whether a new ressourceforløb follows an earlier one. */
  nytRessourceforloeb?: boolean | null | undefined
  /** Det tidligere forløbs sidste dag (profil: proces/PR7). The last day of the earlier one. ISO date. */
  forrigeForloebSlutdato?: string | null | undefined
  /** Forlængelse af et ressourceforløb (profil: forslag/2018-forlaengelse-uden-team). Whether the case is about extending a ressourceforløb that runs. */
  forlaengelse?: boolean | null | undefined
  /** Nye oplysninger siden sidste møde (profil: forslag/2018-forlaengelse-uden-team). Whether there is new information since the team last saw the case. */
  nyeOplysninger?: boolean | null | undefined
  /** Arbejdsevne i timer om ugen (profil: forsøgets tema 1B). Hours a week that the citizen can work, 0 to 168. */
  arbejdsevneTimerPrUge?: number | null | undefined
  /** Sagens sider (profil: proces/PR10). How many pages the documents of the case have. */
  sideantal?: number | null | undefined
}

/** What the case is about (§ 1). */
export type Sagstype =
  | 'ressourceforloeb'
  | 'jobafklaringsforloeb'
  | 'sygedagpenge'
  | 'fleksjob'
  | 'tilskud'
  | 'foertidspension'
  | 'revalidering'
  | 'anden'
  | 'jobafklaring'

/** The preparatory part: what the municipality and the citizen have prepared (§§ 2-4, 12-15). */
export interface ForberedendeDel {
  /** Færdig den (§ 2, stk. 3, og § 3, stk. 1). The day on which the part was finished. ISO date. */
  dato?: string | null | undefined
  /** Sagsgruppe (§ 3, stk. 4, 1. pkt.). The group of cases that the case belongs to. */
  sagsgruppe?: Sagsgruppe | null | undefined
  /** Første jobafklaringsforløb (§ 3, stk. 4, 2. pkt.). In jobafklaring: whether it is the first one. Must agree with the case. */
  foersteForloeb?: boolean | null | undefined
  /** Samarbejde med borgeren (§ 2, stk. 2). The cooperation with the citizen. */
  samarbejde?: Samarbejde | null | undefined
  /** Borgerens egen vurdering af situationen (§ 3, stk. 1, 1. pkt.). The citizen's own assessment of the whole situation. */
  borgerensEgenVurdering?: string | null | undefined
  /** Erfaringer og ressourcer (§ 3, stk. 1, nr. 1). Experience and resources in relation to job and education. */
  erfaringerRessourcer?: string | null | undefined
  /** CV (§ 3, stk. 1, nr. 1). The CV as text. */
  cv?: string | null | undefined
  /** CV som dokument (§ 3, stk. 1, nr. 1). The CV as one or more documents. */
  cvDokumenter?: Dokument[] | null | undefined
  /** Personlige ressourcer (§ 3, stk. 1, nr. 2). Personal resources. */
  personligeRessourcer?: PersonligeRessourcer | null | undefined
  /** Udfordringer (§ 3, stk. 1, nr. 3). Employment and social challenges. */
  udfordringer?: Udfordringer | null | undefined
  /** Ønsker til job og uddannelse (§ 3, stk. 1, nr. 4). The citizen's wishes for future job and education. */
  oensker?: string | null | undefined
  /** Helbred (§ 3, stk. 1, nr. 5-6). Health. */
  helbred?: Helbred | null | undefined
  /** Forsørgelseshistorik (§ 3, stk. 1, nr. 7). History of support, in words. */
  forsoergelseshistorik?: string | null | undefined
  /** Forsørgelse periode for periode (§ 3, stk. 1, nr. 7). History of support, period by period. */
  forsoergelsesperioder?: Forsoergelsesperiode[] | null | undefined
  /** Kommunens hidtidige indsats (§ 3, stk. 2). What the municipality has done so far. */
  hidtidigIndsats?: HidtidigIndsats | null | undefined
  /** Lægens vurdering (§ 4). The GP's assessment, or the certificate that stands in for it. */
  laege?: Laege | null | undefined
  /** Behandling uden lægens vurdering (§ 4, stk. 1, § 12 og § 13). The provision under which the GP's assessment is left out. */
  laegeFritagelse?: LaegeFritagelse | null | undefined
  /** Arbejdsevne (§ 14, 3. pkt.). In revalidering: the ability to work. */
  arbejdsevne?: Arbejdsevne | null | undefined
  /** Arbejdet i virksomheden (§ 15, stk. 1). In support for the self-employed: the work in the business. */
  selvstaendig?: Selvstaendig | null | undefined
  /** Felter, der ikke er relevante eller mulige at udfylde (§ 12, stk. 1). Fields that could not be filled in or are not relevant. Has an effect in §§ 12-13 cases only. */
  ikkeRelevantEllerMuligt?: (Markering | null)[] | null | undefined
  /** Bilag (§ 3, stk. 1, nr. 5). Documents attached to the part as a whole. */
  bilag?: Dokument[] | null | undefined
  /** Uddannelses- og beskæftigelsesmål (profil: vejledning/V2). The citizen's education and employment goals, where they stand apart from the wishes. */
  maal?: string | null | undefined
  /** Underskrevet af borgeren den (profil: proces/PR11). The day on which the citizen signed the part. ISO date. */
  underskriftsdato?: string | null | undefined
  /** Vurdering af arbejdsevne og forsørgelse den (profil: forslag/2019-afklaringsgaranti). The days on which the ability to work and the support were assessed. ISO dates. */
  afklaringer?: (string | null)[] | null | undefined
  /** Indstilling (skal være tom) (§ 3, stk. 3). Must be empty: the preparatory part holds no recommendation of what is to happen. */
  indstilling?: unknown | undefined
  /** Anbefaling (skal være tom) (§ 3, stk. 3). Must be empty: the preparatory part recommends no outcome. */
  anbefaling?: unknown | undefined
}

/** The group of cases that the preparatory part must name (§ 3, stk. 4): the group, not one outcome of it. */
export type Sagsgruppe =
  | 'ressourceforloebFleksjobFoertidspension'
  | 'jobafklaring'
  | 'sygedagpengeKategori3'

/** How the citizen took part (§ 2, stk. 2). */
export interface Samarbejde {
  /** Udarbejdet sammen med borgeren (§ 2, stk. 2). Whether the part was made together with the citizen. */
  medBorger?: boolean | null | undefined
  /** Samtale med borgeren den (§ 2, stk. 2). The day of the conversation. ISO date. */
  samtaledato?: string | null | undefined
  /** Hvorfor borgeren ikke medvirkede (§ 2, stk. 2). Why the citizen did not or could not take part. */
  begrundelse?: string | null | undefined
}

/** A reference to a document. */
export interface Dokument {
  /** Dokument (§ 3, stk. 1, nr. 5). What the document is. */
  titel?: string | null | undefined
  /** Dokumentets dato (§ 3, stk. 1, nr. 5). The day of the document. ISO date. */
  dato?: string | null | undefined
  /** Henvisning (§ 3, stk. 1, nr. 5). Where the document lies: a journal number or the like. */
  henvisning?: string | null | undefined
}

/** Personal resources (§ 3, stk. 1, nr. 2). */
export interface PersonligeRessourcer {
  /** Personlige ressourcer (§ 3, stk. 1, nr. 2). The resources in general. */
  beskrivelse?: string | null | undefined
  /** Familie (§ 3, stk. 1, nr. 2). Family. */
  familie?: string | null | undefined
  /** Netværk (§ 3, stk. 1, nr. 2). Network. */
  netvaerk?: string | null | undefined
}

/** Challenges in getting into job or education (§ 3, stk. 1, nr. 3). */
export interface Udfordringer {
  /** Beskæftigelsesmæssige udfordringer (§ 3, stk. 1, nr. 3). Employment challenges. */
  beskaeftigelse?: string | null | undefined
  /** Sociale udfordringer (§ 3, stk. 1, nr. 3). Social challenges. */
  sociale?: string | null | undefined
  /** Udfordringer i ét felt (§ 3, stk. 1, nr. 3). Both in one text. Accepted, with a warning. */
  samlet?: string | null | undefined
}

/** Health (§ 3, stk. 1, nr. 5-6). */
export interface Helbred {
  /** Helbredssituation (§ 3, stk. 1, nr. 5). The health situation. */
  situation?: string | null | undefined
  /** Igangværende undersøgelse eller behandling (§ 3, stk. 1, nr. 5). Ongoing examination or treatment; "ingen" is an answer. */
  igangvaerende?: string | null | undefined
  /** Helbredsoplysninger med dokumentation (§ 3, stk. 1, nr. 5). The health documents that the municipality already has. */
  dokumentation?: Dokument[] | null | undefined
  /** Ingen helbredsoplysninger foreligger (§ 3, stk. 1, nr. 5). Whether the municipality has no health documents. */
  ingenForeliggende?: boolean | null | undefined
  /** Borgerens vurdering af helbredets betydning (§ 3, stk. 1, nr. 6). The citizen's own assessment of what health means for job and education. */
  borgerensVurdering?: string | null | undefined
}

/** One period of support (§ 3, stk. 1, nr. 7). */
export interface Forsoergelsesperiode {
  /** Forsørgelse (§ 3, stk. 1, nr. 7). The benefit or income. */
  ydelse?: string | null | undefined
  /** Fra og med (§ 3, stk. 1, nr. 7). First day. ISO date. */
  startdato?: string | null | undefined
  /** Til og med (§ 3, stk. 1, nr. 7). Last day, included. ISO date. */
  slutdato?: string | null | undefined
}

/** What the municipality has done so far, and why it did not lead to job or education (§ 3, stk. 2). */
export interface HidtidigIndsats {
  /** Beskæftigelsesindsats (§ 3, stk. 2, 1. pkt.). Employment measures. */
  beskaeftigelse?: Indsats[] | null | undefined
  /** Ingen beskæftigelsesindsats (§ 3, stk. 2, 1. pkt.). There has been no employment measure. */
  ingenBeskaeftigelse?: boolean | null | undefined
  /** Social indsats for borgeren (§ 3, stk. 2, 1. pkt.). Social measures for the citizen. */
  socialBorger?: Indsats[] | null | undefined
  /** Ingen social indsats for borgeren (§ 3, stk. 2, 1. pkt.). There has been no social measure for the citizen. */
  ingenSocialBorger?: boolean | null | undefined
  /** Social indsats for familien (§ 3, stk. 2, 1. pkt.). Social measures for the family. */
  socialFamilie?: Indsats[] | null | undefined
  /** Ingen social indsats for familien (§ 3, stk. 2, 1. pkt.). There has been no social measure for the family. */
  ingenSocialFamilie?: boolean | null | undefined
  /** Sundhedsindsats (profil: vejledning/V3). Earlier health measures. */
  sundhed?: Indsats[] | null | undefined
  /** Kommunens opfattelse af årsagen (§ 3, stk. 2, 2. pkt.). The municipality's view of why the measures have not led to job or education. */
  aarsagKommune?: string | null | undefined
  /** Borgerens opfattelse af årsagen (§ 3, stk. 2, 2. pkt.). The citizen's view of the same. */
  aarsagBorger?: string | null | undefined
}

/** One earlier measure (§ 3, stk. 2). */
export interface Indsats {
  /** Indhold (§ 3, stk. 2, 1. pkt.). What it was. */
  indhold?: string | null | undefined
  /** Formål (§ 3, stk. 2, 1. pkt.). What it was for. */
  formaal?: string | null | undefined
  /** Varighed (§ 3, stk. 2, 1. pkt.). How long it lasted, in words. */
  varighed?: string | null | undefined
  /** Fra og med (§ 3, stk. 2, 1. pkt.). First day. ISO date. Enough for a measure that is still running. */
  startdato?: string | null | undefined
  /** Til og med (§ 3, stk. 2, 1. pkt.). Last day, included. ISO date. */
  slutdato?: string | null | undefined
  /** Kommunens erfaring (§ 3, stk. 2, 2. pkt.). The municipality's experience with the measure. */
  kommunensErfaring?: string | null | undefined
  /** Borgerens erfaring (§ 3, stk. 2, 2. pkt.). The citizen's experience with the measure. */
  borgerensErfaring?: string | null | undefined
  /** Dokumentation for indsatsen (profil: vejledning/V3). The documents behind it. */
  dokumentation?: Dokument[] | null | undefined
}

/** The GP's assessment of the citizen's health in relation to work (§ 4). */
export interface Laege {
  /** Attestens dato (§ 4, stk. 1). The day of the assessment. ISO date. */
  dato?: string | null | undefined
  /** Lægens rolle (§ 4, stk. 1). Who gave it. */
  rolle?: Laegerolle | null | undefined
  /** Lægeoplysningens art (§ 4, stk. 1-2). Whether it is the GP's assessment or the follow-up certificate. */
  art?: Laegeart | null | undefined
  /** Bygger på en konsultation (§ 4, stk. 3). Whether the assessment rests on a consultation with the citizen. */
  konsultation?: boolean | null | undefined
  /** Konsultationens dato (§ 4, stk. 3). The day of the consultation. ISO date. */
  konsultationsdato?: string | null | undefined
  /** Relevante helbredsforhold (§ 4, stk. 3, nr. 1). Relevant health conditions. */
  helbredsforhold?: string | null | undefined
  /** Særlige hensyn (§ 4, stk. 3, nr. 2). Special considerations that health will require. */
  saerligeHensyn?: string | null | undefined
  /** Kommentarer til borgerens perspektiv (§ 4, stk. 3, nr. 3). The doctor's comments on the citizen's own view of health and work. */
  kommentarTilBorger?: string | null | undefined
  /** Andre forhold af betydning (§ 4, stk. 3, nr. 4). Other matters of importance. */
  andreForhold?: string | null | undefined
  /** Afgivet på en lægeattest (§ 4, stk. 4). Whether the assessment was given on a medical certificate. */
  attest?: boolean | null | undefined
  /** Attesttype (§ 4, stk. 4). The kind of document, such as `LÆ 265`. */
  attesttype?: string | null | undefined
  /** Vedlagt attest (§ 4, stk. 3-4). The certificate as an attached document. A machine cannot read what it says. */
  vedlagtAttest?: Dokument | null | undefined
  /** Kommunen vurderer, at attesten rækker (§ 4, stk. 2, 2. pkt.). With the follow-up certificate: whether the municipality finds that it and the other health information are enough for the team. */
  kommunensVurdering?: boolean | null | undefined
  /** Begrundelse for, at attesten rækker (§ 4, stk. 2, 2. pkt.). The reasons for that. */
  kommunensVurderingTekst?: string | null | undefined
}

/** Who gave the medical assessment (§ 4, stk. 1). */
export type Laegerolle =
  | 'praktiserendeLaege'
  | 'speciallaege'
  | 'hospitalslaege'
  | 'kliniskFunktion'
  | 'anden'

/** What the medical document is (§ 4, stk. 1-2). */
export type Laegeart =
  | 'laegevurdering'
  | 'opfoelgningsattest'

/** The ground on which the GP's assessment is left out (§ 4, stk. 1, 2. pkt.; § 12; § 13). */
export interface LaegeFritagelse {
  /** Hjemmel (§ 4, stk. 1, 2. pkt.). The provision: `4,2`, `12,1`, `12,2`, `13,1` or `13,2`. Spelled-out forms such as `§ 12, stk. 1` are read too. */
  hjemmel?: string | null | undefined
  /** Kommunen vurderer, at helbredsoplysningerne er tilstrækkelige (§ 12, stk. 1, 2. pkt.). Under § 12: whether the municipality finds the health information sufficient. */
  kommunensVurdering?: boolean | null | undefined
  /** Begrundelse (§ 12, stk. 1, 2. pkt.). The reasons for that. */
  begrundelse?: string | null | undefined
}

/** In revalidering: the ability to work, described and documented (§ 14, 3. pkt.). */
export interface Arbejdsevne {
  /** Beskrivelse af arbejdsevnen (§ 14, 3. pkt.). The description. */
  beskrivelse?: string | null | undefined
  /** Dokumentation for arbejdsevnen (§ 14, 3. pkt.). The documents behind it. */
  dokumentation?: Dokument[] | null | undefined
}

/** In support for the self-employed: the work in the business (§ 15, stk. 1). */
export interface Selvstaendig {
  /** Opgaver i virksomheden (§ 15, stk. 1, nr. 1). The citizen's tasks in the business. */
  opgaver?: string | null | undefined
  /** Svære opgaver (§ 15, stk. 1, nr. 1). The tasks that are difficult. */
  svaereOpgaver?: string | null | undefined
  /** Kompensation (§ 15, stk. 1, nr. 1). What the citizen does to make up for it. */
  kompensation?: string | null | undefined
  /** Timer om ugen (§ 15, stk. 1, nr. 1). Hours a week that the citizen can work in the business, 0 to 168; 0 is an answer. */
  timerPrUge?: number | null | undefined
  /** Arbejdsomfang de sidste 24 måneder (§ 15, stk. 1, nr. 2). To what extent the citizen has worked in the business in the last 24 months, in words or as a number of hours a week. */
  omfang24Mdr?: string | number | null | undefined
  /** Andet arbejde (§ 15, stk. 1, nr. 3). Whether the citizen has other work. */
  andetArbejde?: boolean | null | undefined
  /** Hvilket andet arbejde (§ 15, stk. 1, nr. 3). What the other work is. */
  andetArbejdeTekst?: string | null | undefined
  /** Personlige ressourcer og netværk (§ 15, stk. 1, nr. 4). Personal resources and network. */
  ressourcer?: string | null | undefined
  /** Sociale udfordringer (§ 15, stk. 1, nr. 4). Social challenges. */
  socialeUdfordringer?: string | null | undefined
  /** Helbred (§ 15, stk. 1, nr. 5). Health. */
  helbred?: string | null | undefined
  /** Eget helbredsperspektiv (§ 15, stk. 1, nr. 5). The citizen's own view of health. */
  helbredsperspektiv?: string | null | undefined
  /** Egen vurdering af helbredets betydning (§ 15, stk. 1, nr. 5). The citizen's assessment of what health means for keeping the business. */
  helbredetsBetydning?: string | null | undefined
  /** Helbredsperspektiv og betydning i ét felt (§ 15, stk. 1, nr. 5). The two in one text. Accepted, with a warning. */
  helbredsperspektivOgBetydning?: string | null | undefined
  /** Igangværende undersøgelse eller behandling (§ 15, stk. 1, nr. 6). Ongoing examination or treatment; "ingen" is an answer. */
  igangvaerende?: string | null | undefined
}

/** A field of § 3, stk. 1-2, that has been marked as not relevant or not possible to fill in (§ 12, stk. 1). The code is the field's place in the preparatory part. The code of an object covers the fields in it. */
export type Markering =
  | 'erfaringerRessourcer'
  | 'cv'
  | 'personligeRessourcer'
  | 'udfordringer'
  | 'udfordringer/beskaeftigelse'
  | 'udfordringer/sociale'
  | 'oensker'
  | 'helbred'
  | 'helbred/situation'
  | 'helbred/igangvaerende'
  | 'helbred/dokumentation'
  | 'helbred/borgerensVurdering'
  | 'forsoergelseshistorik'
  | 'hidtidigIndsats'
  | 'hidtidigIndsats/beskaeftigelse'
  | 'hidtidigIndsats/socialBorger'
  | 'hidtidigIndsats/socialFamilie'
  | 'hidtidigIndsats/aarsagKommune'
  | 'hidtidigIndsats/aarsagBorger'

/** The meeting of the rehabiliteringsteam (§ 3, stk. 1; § 6). */
export interface Moede {
  /** Mødedato (§ 3, stk. 1, 1. pkt.). The day of the meeting. ISO date. */
  dato?: string | null | undefined
  /** Deltagere (§ 6, 1. pkt.). Who took part. */
  deltagere?: (Deltager | null)[] | null | undefined
  /** Nye forelæggelser (profil: vejledning/V9 og proces/PR4). The meetings at which the case was put to the team again. */
  genforelaeggelser?: Genforelaeggelse[] | null | undefined
  /** Akut fravær (profil: forsøgets tema 4). Whether a member of the team was absent at short notice. */
  akutFravaer?: boolean | null | undefined
  /** Den fraværendes vurdering er afgivet til mødelederen (profil: forsøgets tema 4). Whether the absent member had given an assessment to whoever led the meeting. */
  fravaerendesVurdering?: boolean | null | undefined
  /** Vurdering af, at de øvrige kan dække (profil: forsøgets tema 4). Why the others could cover for the absent member. */
  oevrigeKanDaekke?: string | null | undefined
}

/** Somebody who took part in the meeting (§ 6). */
export type Deltager =
  | 'borger'
  | 'sagsbehandler'
  | 'koordinerendeSagsbehandler'
  | 'repraesentant'
  | 'beskaeftigelse'
  | 'sundhed'
  | 'social'
  | 'uddannelse'
  | 'sundhedskoordinator'
  | 'virksomhedskonsulent'
  | 'moedeleder'
  | 'anden'
  | 'bisidder'
  | 'partsrepraesentant'

/** A meeting at which the case was put to the team again. */
export interface Genforelaeggelse {
  /** Mødedato (profil: vejledning/V9). The day of the meeting. ISO date. */
  dato?: string | null | undefined
  /** Deltagere (profil: proces/PR4). Who took part. */
  deltagere?: (Deltager | null)[] | null | undefined
}

/** The team's recommendation (§§ 7-11 and 16). */
export interface Indstilling {
  /** Indstillingsdato (§ 2, stk. 3, nr. 1). The day of the recommendation. ISO date. */
  indstillingsdato?: string | null | undefined
  /** Udfald (§ 7, stk. 1-3). What the team recommends. */
  udfald?: Udfald | null | undefined
  /** Nyt jobafklaringsforløb (§ 7, stk. 2, 2. pkt.). After a jobafklaringsforløb: whether the team recommends a new one. */
  nytForloeb?: boolean | null | undefined
  /** Begrundelse (§ 7, stk. 4). The team's reasons. */
  begrundelse?: string | null | undefined
  /** Forhold, teamet har lagt vægt på (§§ 8-10). What the team has given weight to. */
  forhold?: Forhold | null | undefined
  /** Indsatser (§ 7, stk. 2-3, og § 8, stk. 5, nr. 2). The measures that the team finds necessary. */
  indsatser?: IndstilletIndsats[] | null | undefined
  /** Indsatser i ét felt (§ 7, stk. 2-3). The measures in one text. */
  indsatserTekst?: string | null | undefined
  /** Overordnet job- eller uddannelsesmål (§ 8, stk. 5, nr. 1). The overall job or education goal. */
  maal?: string | null | undefined
  /** Tilrettelæggelse af opfølgning (§ 8, stk. 5, nr. 3). How follow-up should be arranged. */
  opfoelgning?: string | null | undefined
  /** Behov for mentor (§ 8, stk. 5, nr. 3). Whether a mentor is needed. */
  mentorBehov?: boolean | null | undefined
  /** Teamet ønsker at se sagen igen (§ 8, stk. 5, nr. 4). Whether the team wants to see the case again. */
  genforelaeggelse?: boolean | null | undefined
  /** Indsatserne kan sættes i gang parallelt (§ 8, stk. 6, 1. pkt.). Whether the measures can run in parallel. */
  parallel?: boolean | null | undefined
  /** Hvorfor indsatserne ikke kan køre parallelt (§ 8, stk. 6, 1. pkt.). Why they cannot. */
  parallelTekst?: string | null | undefined
  /** Rækkefølge (§ 8, stk. 6). The order that the team proposes. */
  raekkefoelge?: string | null | undefined
  /** Indstilling om fleksjob (§ 9). Only for fleksjob. */
  fleksjob?: FleksjobIndstilling | null | undefined
  /** Indstilling om førtidspension (§ 10). Only for førtidspension. */
  foertidspension?: PensionIndstilling | null | undefined
  /** Indstilling om anden indsats (§ 11). Only for another measure. */
  andenIndsats?: AndenIndsats | null | undefined
  /** Indstilling om tilskud (§ 16). Only for support for the self-employed. */
  tilskud?: TilskudIndstilling | null | undefined
  /** Dokumentation bag indstillingen (profil: vejledning/V13). The documents that the recommendation rests on. */
  dokumentation?: Dokument[] | null | undefined
}

/** What the team recommends (§ 7). */
export type Udfald =
  | 'ressourceforloeb'
  | 'fleksjob'
  | 'tilskud'
  | 'foertidspension'
  | 'andenIndsats'
  | 'jobafklaringsindsats'
  | 'nytForloeb'
  | 'sygedagpengeindsats'

/** What the team has given weight to (§ 8, stk. 1-4; § 9, stk. 1; § 10). */
export interface Forhold {
  /** Beskæftigelsesmæssige forhold (§ 8, stk. 1, § 9, stk. 1, og § 10). Employment. */
  beskaeftigelse?: string | null | undefined
  /** Sociale forhold (§ 8, stk. 1, § 9, stk. 1, og § 10). Social matters. */
  sociale?: string | null | undefined
  /** Helbredsmæssige forhold (§ 8, stk. 1-4, § 9, stk. 1, og § 10). Health. */
  helbred?: string | null | undefined
  /** Forudsætninger (§ 8, stk. 3-4). Abilities and circumstances. */
  forudsaetninger?: string | null | undefined
  /** Behov (§ 8, stk. 3-4). Needs. */
  behov?: string | null | undefined
  /** Forhold i ét felt (§ 8, stk. 1, § 9, stk. 1, og § 10). Employment, social matters and health in one text. Accepted, with a warning, in § 8, stk. 1, § 9 and § 10. */
  samlet?: string | null | undefined
}

/** One measure that the team recommends (§ 7, stk. 2-3; § 8, stk. 5, nr. 2; § 11, nr. 1). */
export interface IndstilletIndsats {
  /** Område (§ 8, stk. 5, nr. 2, og § 11, nr. 1). The area it belongs to. */
  omraade?: Omraade | null | undefined
  /** Indsats (§ 7, stk. 2-3, § 8, stk. 5, nr. 2, og § 11, nr. 1). What it is. */
  beskrivelse?: string | null | undefined
  /** Indsatstype (profil: proces/PR12). The kind of measure. */
  indsatstype?: Indsatstype | null | undefined
}

/** The four areas that objectives and measures belong to (§ 5, stk. 1, nr. 2; § 8, stk. 5, nr. 2; § 11, nr. 1). */
export type Omraade =
  | 'beskaeftigelse'
  | 'uddannelse'
  | 'social'
  | 'sundhed'
  | 'helbred'

/** What kind of measure it is. No provision of the regulation asks for it; guidance and analyses do. */
export type Indsatstype =
  | 'virksomhedsrettet'
  | 'mentor'
  | 'social'
  | 'sundhed'
  | 'uddannelse'
  | 'anden'

/** Reasons for fleksjob (§ 9). */
export interface FleksjobIndstilling {
  /** Afklaret i forhold til uddannelse og beskæftigelse (§ 9, stk. 1, nr. 1). Why the citizen is clarified in relation to education and employment. */
  afklaret?: string | null | undefined
  /** Kan ikke arbejde på ordinære vilkår (§ 9, stk. 1, nr. 1). Why the citizen cannot work on ordinary terms. */
  ikkeOrdinaert?: string | null | undefined
  /** Typer af fleksjob (§ 9, stk. 1, nr. 2). Types of fleksjob. */
  typer?: (string | null)[] | null | undefined
  /** Arbejdsfunktioner (§ 9, stk. 1, nr. 2). Work functions. */
  arbejdsfunktioner?: (string | null)[] | null | undefined
  /** Særlige hensyn (§ 9, stk. 1, nr. 2). Whether special considerations should be taken. */
  saerligeHensyn?: boolean | null | undefined
  /** Hvilke særlige hensyn (§ 9, stk. 1, nr. 2). Which. */
  saerligeHensynTekst?: string | null | undefined
  /** Støtte i en overgangsperiode (§ 9, stk. 1, nr. 2). Whether support is needed for a transitional period. */
  overgangsstoette?: boolean | null | undefined
  /** Hvilken støtte (§ 9, stk. 1, nr. 2). Which. */
  overgangsstoetteTekst?: string | null | undefined
  /** Meget begrænset arbejdsevne (§ 9, stk. 2). Whether the ability to work is very limited at present. */
  megetBegraenset?: boolean | null | undefined
  /** Udvikling af arbejdsevnen (§ 9, stk. 2). Why it can be developed within a reasonable period. */
  udvikling?: string | null | undefined
  /** Timer om ugen i fleksjobbet (profil: forslag/2019-fleksjob-under-5-timer). Hours a week in the fleksjob, 0 to 168. */
  timerPrUge?: number | null | undefined
  /** Plan for stigende timetal (profil: forslag/2019-fleksjob-under-5-timer). The plan for more hours. */
  planFlereTimer?: string | null | undefined
  /** Timetallet er steget senest (profil: forslag/2019-fleksjob-under-5-timer). The day by which the hours are to have gone up. ISO date. */
  planFlereTimerSenest?: string | null | undefined
  /** Borgeren ønsker selv timetallet (profil: forslag/2019-fleksjob-under-5-timer). Whether the citizen wants the few hours. */
  borgerenOenskerTimetallet?: boolean | null | undefined
  /** Konkret arbejdsmarked eller job (profil: forslag/2019-konkret-arbejdsmarked). The concrete labour market or job that the fleksjob points to. */
  konkretArbejdsmarked?: string | null | undefined
}

/** The professional explanation for førtidspension (§ 10, 2. pkt.). */
export interface PensionIndstilling {
  /** Væsentligt og varigt nedsat arbejdsevne (§ 10, 2. pkt.). Why the ability to work is substantially and permanently reduced. */
  nedsat?: string | null | undefined
  /** Ingen selvforsørgelse trods støtte (§ 10, 2. pkt.). Why what is left of it cannot provide a living, whatever support there is. */
  selvforsoergelse?: string | null | undefined
  /** Faglig forklaring i ét felt (§ 10, 2. pkt.). Both in one text. Accepted, with a warning. */
  samletForklaring?: string | null | undefined
}

/** Another measure than the four benefits (§ 11). */
export interface AndenIndsats {
  /** Indsatser, der bør sættes i gang (§ 11, nr. 1). The measures that should be started. */
  indsatser?: IndstilletIndsats[] | null | undefined
  /** Behov for øvrig støtte (§ 11, nr. 2). Whether further support is needed. */
  oevrigStoette?: boolean | null | undefined
  /** Hvilken støtte (§ 11, nr. 2). Which. */
  oevrigStoetteTekst?: string | null | undefined
}

/** Reasons for support for the self-employed (§ 16). */
export interface TilskudIndstilling {
  /** Varigt og væsentligt nedsat arbejdsevne i virksomheden (§ 16). Why the ability to work in the business is permanently and substantially reduced. */
  begrundelse?: string | null | undefined
}

/** The municipality's decision (§ 2, stk. 3; § 5, stk. 1). */
export interface Afgoerelse {
  /** Afgørelsesdato (§ 2, stk. 3). The day of the decision. ISO date. */
  dato?: string | null | undefined
  /** Afgørelse (§ 5, stk. 1). What was decided. */
  udfald?: Afgoerelsesudfald | null | undefined
  /** Første samtale efter afgørelsen (profil: proces/PR8). The day of the first conversation with the citizen after the decision. ISO date. */
  foersteSamtaledato?: string | null | undefined
}

/** What the municipality decides. Independent of the case type and of the recommendation. */
export type Afgoerelsesudfald =
  | 'ressourceforloeb'
  | 'jobafklaringsforloeb'
  | 'sygedagpengeindsats'
  | 'fleksjob'
  | 'tilskud'
  | 'foertidspension'
  | 'revalidering'
  | 'andenIndsats'
  | 'afslag'
  | 'jobafklaring'

/** The course that the indsatsdel belongs to (§ 5, stk. 2). Its kind follows the decision. */
export interface Forloeb {
  /** Forløbets første dag (§ 5, stk. 2). First day. ISO date. */
  startdato?: string | null | undefined
  /** Forløbets forventede sidste dag (§ 5, stk. 2). Last expected day, included. ISO date. */
  slutdato?: string | null | undefined
  /** Forventet varighed i måneder (§ 5, stk. 2). Expected length in whole months, where the dates are not known. */
  varighedMaaneder?: number | null | undefined
  /** Perioder fritaget for rådighed eller uden kontakt (profil: senere/2022-genbehandling). Periods of exemption from availability, and periods without contact. Both days are included. */
  ikkeMedregnedePerioder?: Periode[] | null | undefined
  /** Ordinære løntimer i de første 6 måneder (profil: senere/2022-genbehandling). Hours of ordinary paid work in the first 6 months of the course, all together. */
  ordinaereTimer?: number | null | undefined
}

/** A period for which measures and follow-up are laid down (§ 5, stk. 2). Both days are included. */
export interface Periode {
  /** Fra og med (§ 5, stk. 2). First day. ISO date. */
  startdato?: string | null | undefined
  /** Til og med (§ 5, stk. 2). Last day, included. ISO date. */
  slutdato?: string | null | undefined
}

/** Goals, measures and follow-up (§ 5). */
export interface Indsatsdel {
  /** Udarbejdet den (§ 7, stk. 4). The day on which the part was made. ISO date. */
  dato?: string | null | undefined
  /** Mål (§ 5, stk. 1, nr. 1). The goal. */
  maal?: Maal | null | undefined
  /** Delmål (§ 5, stk. 1, nr. 2). The objectives that lead to the goal. */
  delmaal?: Delmaal[] | null | undefined
  /** Fælles begrundelse for delmålene (§ 5, stk. 1, nr. 2). Reasons for all of the objectives. */
  delmaalBegrundelse?: string | null | undefined
  /** Tilbud og aktiviteter (§ 5, stk. 1, nr. 3). The measures and activities. */
  tilbud?: Tilbud[] | null | undefined
  /** Fælles mål på kort sigt (§ 5, stk. 1, nr. 3). The short-term goal of all of them. */
  kortsigtetMaal?: string | null | undefined
  /** Opfølgning (§ 5, stk. 1, nr. 4). The follow-up, in words. */
  opfoelgning?: string | null | undefined
  /** Opfølgninger (§ 5, stk. 1, nr. 4). The follow-up, one by one. */
  opfoelgninger?: Opfoelgning[] | null | undefined
  /** Mentor (§ 5, stk. 1, nr. 4). Mentor. */
  mentor?: Mentor | null | undefined
  /** Planperioder (§ 5, stk. 2). The periods for which measures and follow-up are laid down. */
  perioder?: Periode[] | null | undefined
  /** Senest opdateret (§ 5, stk. 2). The day on which the part was last updated. ISO date. */
  senestOpdateret?: string | null | undefined
  /** Koordinerende sagsbehandler (profil: vejledning/V10 og proces/PR5). The coordinating caseworker, by name or by role. */
  koordinerendeSagsbehandler?: string | null | undefined
  /** Lavet sammen med borgeren (profil: vejledning/V10). Whether the part was made together with the citizen. */
  samarbejdeMedBorger?: boolean | null | undefined
  /** Opfølgningssamtaler på 12 måneder (profil: proces/PR6). Follow-up conversations, planned or held, in 12 months; in a shorter course, in all of it. */
  samtalerPr12Maaneder?: number | null | undefined
}

/** The goal (§ 5, stk. 1, nr. 1). */
export interface Maal {
  /** Konkret mål (§ 5, stk. 1, nr. 1, 1. pkt.). A concrete job or education goal. */
  konkret?: string | null | undefined
  /** Overordnet mål (§ 5, stk. 1, nr. 1, 2. pkt.). An overall goal, such as a trade or a function. */
  overordnet?: string | null | undefined
  /** Konkret mål er ikke muligt (§ 5, stk. 1, nr. 1, 2. pkt.). Whether a concrete goal is not possible. */
  konkretIkkeMuligt?: boolean | null | undefined
}

/** One objective (§ 5, stk. 1, nr. 2). */
export interface Delmaal {
  /** Delmål (§ 5, stk. 1, nr. 2). What it is. */
  beskrivelse?: string | null | undefined
  /** Område (§ 5, stk. 1, nr. 2). The area it belongs to. */
  omraade?: Omraade | null | undefined
  /** Begrundelse (§ 5, stk. 1, nr. 2). Why it leads to the goal. */
  begrundelse?: string | null | undefined
}

/** One measure or activity (§ 5, stk. 1, nr. 3). */
export interface Tilbud {
  /** Nøgle (§ 5, stk. 3, 1. pkt.). The citizen's key of the measure, the same here and in Min Plan. */
  aktivitetIdentifier?: string | null | undefined
  /** Tilbud eller aktivitet (§ 5, stk. 1, nr. 3). What it is. */
  beskrivelse?: string | null | undefined
  /** Mål på kort sigt (§ 5, stk. 1, nr. 3). What it is to achieve in the short term. */
  kortsigtetMaal?: string | null | undefined
  /** Fra og med (§ 5, stk. 2). First day. ISO date. */
  startdato?: string | null | undefined
  /** Til og med (§ 5, stk. 2). Last day, included. ISO date. */
  slutdato?: string | null | undefined
  /** Ansvarlig myndighed (§ 5, stk. 1, nr. 3). The authority that is responsible for the measure. */
  ansvarligMyndighed?: string | null | undefined
  /** Indsatstype (profil: proces/PR12). The kind of measure. */
  indsatstype?: Indsatstype | null | undefined
  /** Indsatsens hjemmel (profil: senere/2022-genbehandling). The provision that the measure is given under. */
  hjemmel?: Indsatshjemmel | null | undefined
}

/** The provision that a measure is given under. The regulation does not ask for it; a later one does. */
export type Indsatshjemmel =
  | 'labKapitel11'
  | 'labKapitel12'
  | 'labKapitel14'
  | 'serviceloven'
  | 'sundhedsloven'
  | 'anden'

/** One follow-up (§ 5, stk. 1, nr. 4). */
export interface Opfoelgning {
  /** Dato (§ 5, stk. 1, nr. 4). The day. ISO date. */
  dato?: string | null | undefined
  /** Opfølgning (§ 5, stk. 1, nr. 4). What it is about. */
  beskrivelse?: string | null | undefined
}

/** Mentor (§ 5, stk. 1, nr. 4). */
export interface Mentor {
  /** Behov for mentor (§ 5, stk. 1, nr. 4). Whether a mentor is needed. */
  behov?: boolean | null | undefined
  /** Mentorens rolle og opgaver (§ 5, stk. 1, nr. 4). The mentor's role and tasks. */
  rolleOgOpgaver?: string | null | undefined
}

/** The citizen's Min Plan (§ 5, stk. 3). */
export interface MinPlan {
  /** Indsatsdelen indgår i Min Plan (§ 5, stk. 3, 1. pkt.). Whether the indsatsdel is part of Min Plan. */
  indgaar?: boolean | null | undefined
  /** Alle oplysninger står i Min Plan (§ 5, stk. 3, 2. pkt.). Whether Min Plan holds everything, so that there is no separate indsatsdel. */
  indeholderAlt?: boolean | null | undefined
  /** Indsatser i Min Plan (§ 5, stk. 3, 1. pkt.). The measures that Min Plan shows. */
  indsatser?: MinPlanIndsats[] | null | undefined
  /** Indsatsdelens oplysninger i Min Plan (§ 5, stk. 3, 2. pkt.). What Min Plan holds instead of a separate indsatsdel. */
  indsatsdel?: Indsatsdel | null | undefined
}

/** One measure in Min Plan (§ 5, stk. 3, 1. pkt.). */
export interface MinPlanIndsats {
  /** Nøgle (§ 5, stk. 3, 1. pkt.). The key of the measure, the same here and in the indsatsdel. */
  aktivitetIdentifier?: string | null | undefined
  /** Indsats (§ 5, stk. 3, 1. pkt.). What it is. */
  beskrivelse?: string | null | undefined
}

/** What a municipality states when it uses one of the trial exemptions of 2017. The regulation asks for none of it, and no requirement of §§ 2-16 looks at it. */
export interface Forsoeg {
  /** Afgørelse om, at sagen ikke behandles i teamet (profil: tema 1A og 1B). Whether the municipality has decided that the case is not put to the team. */
  afgoerelseUdenTeam?: boolean | null | undefined
  /** Vurdering af, at tværfaglig indsats ikke er nødvendig (profil: tema 1A). The municipality's own assessment of why a coordinated interdisciplinary measure is not necessary. */
  ikkeTvaerfagligVurdering?: string | null | undefined
  /** Fastholdelsesfleksjob (profil: tema 1B). Whether the citizen is to keep the present job as a fleksjob. */
  fastholdelsesfleksjob?: boolean | null | undefined
  /** Alene arbejdsmarkedsrettede udfordringer (profil: tema 1B). Whether the challenges have to do with the labour market only. */
  kunArbejdsmarkedsrettet?: boolean | null | undefined
  /** Udvikling ud over 10 timer om ugen (profil: tema 1B). How the ability to work is expected to grow beyond 10 hours a week. */
  udviklingOver10Timer?: string | null | undefined
  /** Udviklingen er nået senest (profil: tema 1B). The day by which it is expected to have done so. ISO date. */
  udviklingSenest?: string | null | undefined
  /** Højst 5 år til folkepensionsalderen (profil: tema 1C). Whether the citizen is at most 5 years from the state pension age. */
  hoejst5AarTilFolkepension?: boolean | null | undefined
  /** Langvarig tilknytning til arbejdsmarkedet (profil: tema 1C). Whether the citizen has long been attached to the labour market. */
  langvarigTilknytning?: boolean | null | undefined
  /** Begrundelse for, at helbredsoplysningerne rækker (profil: tema 2). The municipality's professional reasons why the health information at hand is enough. */
  helbredsoplysningerRaekker?: string | null | undefined
  /** Vurdering af, hvilken lægelig oplysning der er relevant (profil: ansøgning 3). The social worker's assessment of which medical information is relevant. */
  laegeoplysningVurdering?: string | null | undefined
  /** Lægelig oplysning i stedet for opfølgningsattesten (profil: ansøgning 3). The medical information that was obtained instead. */
  laegeoplysning?: Laegeoplysning | null | undefined
}

/** The medical information that stands in for the certificate of the first follow-up conversation. */
export type Laegeoplysning =
  | 'journaloplysninger'
  | 'statusattest'
