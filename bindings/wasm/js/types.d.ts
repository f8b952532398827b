// Written by `cargo xtask gen` from the JSON Schemas. Change those, and not this file.

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

/** What kind of requirement a rule is. */
export type RuleKind =
  | 'requirement'
  | 'advice'
  | 'judgement'
  | 'exemption'
  | 'scope'

/** Why an answer or a report is what it is. */
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
  | 'outside8Weeks'
  | 'outsideCategory'
  | 'olderThanTheLaw'
  | 'outsideNotChosen'
  | 'laterRegulation'
  | 'teamOptional'
  | 'teamComposition'
  | 'coursesEnding'
  | 'coursesEnded'
  | 'teamEnding'
  | 'proposal'
  | 'limited'
  | 'notSearched'
  | 'allToBeJudged'
  | 'kindUnreadable'
  | 'nothingTried'
  | 'ageUnknown'
  | 'nothingMet'
  | 'onlyBeside'
  | 'noRequirementYet'
  | 'notInSource'
  | 'notWithTheCitizen'
  | 'familyOrNetworkBlank'
  | 'noProvision'
  | 'noReasonForCertificate'
  | 'otherCertificate'
  | 'minPlanNotSent'
  | 'concreteGoalNotRuledOut'
  | 'asOfMissing'
  | 'periodHasRunOut'
  | 'notShownInMinPlan'
  | 'notATeamOutcome'
  | 'outcomeContradicts'
  | 'noButANewCourse'
  | 'preparationUndetermined'
  | 'inParallelButOrdered'
  | 'supportWithoutText'
  | 'groundNotSupported'
  | 'applicationNotStated'
  | 'informationOfTheCaseUnused'
  | 'otherWorkWithoutText'
  | 'otherEvidence'
  | 'exemptByProfile'
  | 'certificateAge'
  | 'wishesStandIn'

/** What is wrong with one place of the document itself. */
export type InputCode =
  | 'notText'
  | 'notADate'
  | 'tooEarly'
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
  | 'unknownKeys'
  | 'otherSpelling'
  | 'duplicateKey'
  | 'courseBackwards'
  | 'courseOfTwoLengths'
  | 'noGround'
  | 'repeatedText'
  | 'unplaced'

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
  /** The day that the check counts as today. */
  asOf: string | null
  /** What the whole plan amounts to. */
  conclusion: Conclusion
  /** Whether every check ran to its end. A report that is not complete never concludes `fulfilled`. */
  complete: boolean
  /** What the check was limited to, if it was; the report then says nothing of the rest. */
  limitedTo: Selection | null
  /** What can be checked on the source. With a horizon only. */
  horizon?: HorizonCoverage
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
  /** The answers of the profiles' rules. They never make a plan deficient. */
  profileResults?: ProfileResult[]
  /** What the profiles measure. */
  measures?: ProfileMeasure[]
  /** How many findings are suppressed. */
  suppressed?: number
  /** How many sentences the language check would have pointed to, but has left alone under the profiles. */
  leftAlone?: number
  /** The keys of suppressions that match no finding. */
  unusedSuppressions?: string[]
}

/** A rule set: one version of the regulation. */
export interface RuleSet {
  /** Opaque and stable. */
  id: string
  /** The first day on which it applies. */
  validFrom: string
  /** The first day on which a later regulation applies. */
  supersededFrom: string
  /** The version of this library. */
  version: string
}

/** A language of the texts. */
export type Lang =
  | 'da'
  | 'en'

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

/** How far a case has come; each phase includes the ones before. */
export type Phase =
  | 'forelaeggelse'
  | 'indstilling'
  | 'indsats'

/** What the whole plan amounts to. `fulfilled`: nothing that the regulation demands is missing, nothing was left undetermined, and at least one requirement was seen to be met (in a case that § 1, stk. 2, exempts, nothing is required before the last phase; a note says so). `deficient`: at least one requirement of error severity is not met. `undetermined`: nothing is known to be missing, but something could not be determined, or nothing was there to be checked. `outOfScope`: the case does not fall under the regulation (§ 1). `outsideValidity`: the case is older than the regulation (§ 17). */
export type Conclusion =
  | 'fulfilled'
  | 'deficient'
  | 'undetermined'
  | 'outOfScope'
  | 'outsideValidity'

/** What a check was limited to. */
export interface Selection {
  /** Ids of requirements. */
  rules: string[]
  /** JSON Pointers. */
  paths: string[]
}

/** How many of the requirements can be checked on the source. */
export interface HorizonCoverage {
  /** The requirements whose places the source all holds. */
  checkable: number
  /** The requirements whose places the source holds only some of. */
  partlyCheckable: number
  /** The requirements whose places all lie outside. */
  notCheckable: number
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
  /** Could not be determined, for another reason than the horizon. */
  undetermined: number
  /** Could not be determined because what decides has no place in the source. With a horizon only. */
  notInSource?: number
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

/** An explanation with a stable code. */
export interface Note {
  /** The code, the same in every language and every version. */
  code: NoteCode | (string & {})
  /** The explanation. */
  text: string
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
  effect: ProfileEffect
  /** The ground that the profile gives. */
  basis: string | null
}

/** What force the source of a profile has. */
export type ProfileForce =
  | 'guidance'
  | 'otherLaw'
  | 'trial'
  | 'proposal'
  | 'local'

/** What a profile does to an answer. */
export type ProfileEffect =
  | 'exempt'
  | 'accept'
  | 'severity'
  | 'leaveAlone'

/** Why a finding is suppressed. */
export interface SuppressedBecause {
  /** The reason. */
  reason: string
  /** Who decided so. */
  author: string
  /** When. */
  date: string
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
  /** What it was before a profile changed it. */
  baseOutcome?: Outcome
  /** How serious the finding was before a profile changed it. */
  baseSeverity?: Severity | null
  /** The profiles that changed the answer. */
  changedBy?: ProfileChange[]
  /** Why the finding does not stand in the way, where it is suppressed. */
  suppressed?: SuppressedBecause | null
}

/** A number that a profile measures. */
export interface ProfileMeasure {
  /** The rule that measures it. */
  rule: string
  /** The code of the measure. */
  code: string
  /** What it is called. */
  title: string
  /** The unit. */
  unit: string
  /** The number; `null` when it cannot be measured in the plan. */
  value: number | null
  /** That of the whole country by the source, where it has one. */
  national: number | null
}

/** A profile: what lies beside the regulation, and what it does to the answers. */
export interface ProfileInfo {
  /** The name by which the profile is chosen: lower-case letters, digits, `-` and `/`. */
  id: string
  /** What the profile is called. */
  title: LocalText
  /** Where it comes from. */
  source: LocalText
  /** What force that has. */
  force: ProfileForce
  /** The first day on which it has effect. */
  validFrom?: string | null
  /** The last day on which it has effect. */
  validTo?: string | null
  /** Codes of the municipalities for which it has effect; none means all. */
  authorities?: string[]
  /** Numbers that whoever chooses the profile may set. */
  parameters?: Record<string, ProfileParameter>
  /** The authority's own placeholders: a text that is one of them, without regard to case, blanks and markup, is empty. They decide what a plan says, so the regulation's own answers heed them too. */
  placeholders?: string[]
  /** Sentences that the language check is to leave alone, since the authority knows them and has found them to be mere description. They are held against the texts without regard to case, blanks, the mark of a list and the full stop. An entry of several sentences stands for each of them. */
  leaveAlone?: string[]
  /** Groups of effects that are chosen one by one. */
  themes?: ProfileTheme[]
  /** What it does to the answers. */
  effects?: ProfileFileEffect[]
  /** What the source says that has no effect on the content of a plan, and why. */
  withoutEffect?: ProfileWithoutEffect[]
  /** The rules that it adds. */
  rules: AddedRule[]
}

/** A number that whoever chooses the profile may set. */
export interface ProfileParameter {
  /** What the number is. */
  title: LocalText
  /** Its value when nothing else is set; without one, the rule that needs it does not apply. */
  default?: number | null
}

/** A group of effects that is chosen by itself. */
export interface ProfileTheme {
  /** The name by which it is chosen: letters, digits and `-`. */
  id: string
  /** What it is called. */
  title: LocalText
  /** The first day on which it has effect. */
  validFrom?: string | null
  /** The last day on which it has effect. */
  validTo?: string | null
  /** What it does to the answers. */
  effects?: ProfileFileEffect[]
  /** Why it does nothing to the content of a plan, where that is so. */
  withoutEffect?: LocalText | null
}

/** Something that a profile does to the answers. */
export type ProfileFileEffect = { add: ProfileAdd } | { exempt: ProfileExempt } | { accept: ProfileExempt } | { severity: ProfileSeverityChange } | { suppress: Suppression }

/** The rules that a profile adds. */
export interface ProfileAdd {
  /** Ids of rules that lie beside the regulation, such as `proces/PR1`. */
  rules: string[]
}

/** Rules that are exempt, or met by other evidence, under conditions. */
export interface ProfileExempt {
  /** Ids of rules, or what they begin with up to a full stop: `P4` means all of § 4. */
  rules: string[]
  /** Case variants; none means all. A mixed case must have both of its variants here. */
  variants?: string[]
  /** Facts of the plan that must all be there. */
  conditions?: ProfileFact[]
  /** The ground, as it is shown in the report. */
  basis: LocalText
}

/** A fact of the plan and what it must be: one test, or several groups of facts of which one must be there. A fact that is missing or cannot be read is never there. */
export interface ProfileFact {
  /** JSON Pointer to the field; `*` stands for any entry of a list. */
  path?: string | null
  /** `true`, `false`, a code, or several codes of which it must be one. */
  is?: ProfileIs | null
  /** Only `true`: there must be an answer. */
  filled?: boolean | null
  /** A number of at least so much. */
  atLeast?: number | null
  /** A number below so much. */
  below?: number | null
  /** A date before this one. */
  before?: string | null
  /** A date that is this one or later. */
  notBefore?: string | null
  /** A list with at least so many entries that hold something. */
  countAtLeast?: number | null
  /** Groups of facts; all facts of one group must be there. Takes the place of `path` and its test. */
  any?: ProfileFact[][] | null
}

/** What a fact must be. */
export type ProfileIs = boolean | string | string[]

/** A rule whose findings are to be graver or less grave. */
export interface ProfileSeverityChange {
  /** The id of the rule, or what several begin with up to a full stop. */
  rule: string
  /** How grave its findings are to be. */
  to: Severity
}

/** A finding that is known, and why it does not stand in the way. */
export interface Suppression {
  /** The case that the finding belongs to, by the caller's own id of the plan. May be left out only where exactly one plan is checked. */
  case?: string | null
  /** The finding's key as it stands in the report, `RULE!/path`. An entry of a list is named by its own identifier in the place of its number, `/indsatsdel/tilbud/aktivitetIdentifier=...` or, for a document, `henvisning=...`. */
  key: string
  /** Why it does not stand in the way. It is shown. */
  reason: string
  /** Who decided so. It is shown. */
  author: string
  /** The day on which it was decided. */
  date: string
  /** Whether the key may name an entry of a list by its number, where it has no identifier. It then means whichever entry has that number. */
  position?: boolean
}

/** Something that the source says and the profile does nothing about. */
export interface ProfileWithoutEffect {
  /** What it is, and where the source says it. */
  source: LocalText
  /** Why it has no effect on the content of a plan. */
  reason: LocalText
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
  /** What the case is about. Decides which case variant, and so which requirements, apply. Serves § 1. */
  sag?: Sag | null | undefined
  /** The preparatory part of the plan. Serves §§ 2-4, 12-15. */
  forberedendeDel?: ForberedendeDel | null | undefined
  /** The team's meeting. Serves §§ 3 og 6. */
  moede?: Moede | null | undefined
  /** The team's recommendation. Serves §§ 7-11, 16. */
  indstilling?: Indstilling | null | undefined
  /** The municipality's decision. Serves § 2, stk. 3, og § 5. */
  afgoerelse?: Afgoerelse | null | undefined
  /** The course (ressourceforløb, jobafklaringsforløb or sygedagpengeforløb) that the indsatsdel belongs to. Serves § 5, stk. 2. */
  forloeb?: Forloeb | null | undefined
  /** The part of the plan that holds goals, measures and follow-up. Serves § 5. */
  indsatsdel?: Indsatsdel | null | undefined
  /** The citizen's Min Plan, in so far as it shows the measures. Serves § 5, stk. 3. */
  minPlan?: MinPlan | null | undefined
  /** The facts of a trial that exempts from the regulation. Nothing in §§ 1-16 looks at them. Serves profil: forsoeg/nordjylland-2017. */
  forsoeg?: Forsoeg | null | undefined
}

/** The facts that decide which of the 15 case variants the case is (§ 1; § 12; § 13). A fact that is left out never triggers an exemption. */
export interface Sag {
  /** What the case is about. Serves § 1. */
  sagstype?: Sagstype | null | undefined
  /** Both fleksjob and support for the self-employed are to be considered. The case type is one of the two, and the requirements of both apply. Serves § 1, stk. 1, nr. 4. */
  blandetFleksjobTilskud?: boolean | null | undefined
  /** Whether this is the first jobafklaringsforløb; any later one is a new one. Serves § 1, stk. 1, nr. 2-3. */
  foersteForloeb?: boolean | null | undefined
  /** Whether the citizen passes to jobafklaring at the reassessment after 22 weeks. Serves § 4, stk. 2. */
  revurdering22Uger?: boolean | null | undefined
  /** Whether the citizen has had the interdisciplinary measure under § 13 d of the sygedagpenge act. Serves § 1, stk. 2. */
  indsats13d?: boolean | null | undefined
  /** Whether sygedagpenge ended under § 24, stk. 1, of the sygedagpenge act. Serves § 1, stk. 2. */
  ophoer24Stk1?: boolean | null | undefined
  /** Whether the citizen is expected to be fit for work within 8 weeks; such a jobafklaring case is not put to the team. Serves § 1, stk. 1. */
  forventetRaskmelding8Uger?: boolean | null | undefined
  /** The sygedagpenge category, 1 to 3. Serves § 1, stk. 1, nr. 2. */
  kategori?: number | null | undefined
  /** Whether the citizen's ability to work is substantially reduced. Serves § 12, stk. 1. */
  vaesentligtNedsat?: boolean | null | undefined
  /** Whether it is entirely obvious that the ability to work cannot be improved. Serves § 12, stk. 1. */
  heltAabenbart?: boolean | null | undefined
  /** Whether the citizen has applied under § 17, stk. 2, of the pensions act. Serves § 13, stk. 1. */
  ansoegning17Stk2?: boolean | null | undefined
  /** Whether the municipality handles the pension case without the team. Serves § 1, stk. 3. */
  udenTeam?: boolean | null | undefined
  /** The provision of the pensions act that lets the case go without the team: `17,3` (or the older `17,4`) or `18,2`. Spelled-out forms such as `§ 18, stk. 2` are read too. Serves § 1, stk. 3. */
  udenTeamHjemmel?: string | null | undefined
  /** In another case: whether the municipality has chosen to apply the regulation. Serves § 1, stk. 5. */
  anvendBekendtgoerelsen?: boolean | null | undefined
  /** The code of the municipality, such as `851`. Decides whether a profile for some municipalities has effect. Serves profil: myndigheder. */
  kommunekode?: string | null | undefined
  /** The day on which the citizen passed to jobafklaring. ISO date. Serves profil: proces/PR1. */
  overgangsdato?: string | null | undefined
  /** Whether a new ressourceforløb follows an earlier one. Serves profil: proces/PR7. */
  nytRessourceforloeb?: boolean | null | undefined
  /** The last day of the earlier one. ISO date. Serves profil: proces/PR7. */
  forrigeForloebSlutdato?: string | null | undefined
  /** Whether the case is about extending a ressourceforløb that runs. Serves profil: forslag/2018-forlaengelse-uden-team. */
  forlaengelse?: boolean | null | undefined
  /** Whether there is new information since the team last saw the case. Serves profil: forslag/2018-forlaengelse-uden-team. */
  nyeOplysninger?: boolean | null | undefined
  /** Hours a week that the citizen can work, 0 to 168. Serves profil: forsøgets tema 1B. */
  arbejdsevneTimerPrUge?: number | null | undefined
  /** How many pages the documents of the case have. Serves profil: proces/PR10. */
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
  /** The day on which the part was finished. ISO date. Serves § 2, stk. 3, og § 3, stk. 1. */
  dato?: string | null | undefined
  /** The group of cases that the case belongs to. Serves § 3, stk. 4, 1. pkt.. */
  sagsgruppe?: Sagsgruppe | null | undefined
  /** In jobafklaring: whether it is the first one. Must agree with the case. Serves § 3, stk. 4, 2. pkt.. */
  foersteForloeb?: boolean | null | undefined
  /** The cooperation with the citizen. Serves § 2, stk. 2. */
  samarbejde?: Samarbejde | null | undefined
  /** The citizen's own assessment of the whole situation. Serves § 3, stk. 1, 1. pkt.. */
  borgerensEgenVurdering?: string | null | undefined
  /** Experience and resources in relation to job and education. Serves § 3, stk. 1, nr. 1. */
  erfaringerRessourcer?: string | null | undefined
  /** The CV as text. Serves § 3, stk. 1, nr. 1. */
  cv?: string | null | undefined
  /** The CV as one or more documents. Serves § 3, stk. 1, nr. 1. */
  cvDokumenter?: Dokument[] | null | undefined
  /** Personal resources. Serves § 3, stk. 1, nr. 2. */
  personligeRessourcer?: PersonligeRessourcer | null | undefined
  /** Employment and social challenges. Serves § 3, stk. 1, nr. 3. */
  udfordringer?: Udfordringer | null | undefined
  /** The citizen's wishes for future job and education. Serves § 3, stk. 1, nr. 4. */
  oensker?: string | null | undefined
  /** Health. Serves § 3, stk. 1, nr. 5-6. */
  helbred?: Helbred | null | undefined
  /** History of support, in words. Serves § 3, stk. 1, nr. 7. */
  forsoergelseshistorik?: string | null | undefined
  /** History of support, period by period. Serves § 3, stk. 1, nr. 7. */
  forsoergelsesperioder?: Forsoergelsesperiode[] | null | undefined
  /** What the municipality has done so far. Serves § 3, stk. 2. */
  hidtidigIndsats?: HidtidigIndsats | null | undefined
  /** The GP's assessment, or the certificate that stands in for it. Serves § 4. */
  laege?: Laege | null | undefined
  /** The provision under which the GP's assessment is left out. Serves § 4, stk. 1, § 12 og § 13. */
  laegeFritagelse?: LaegeFritagelse | null | undefined
  /** In revalidering: the ability to work. Serves § 14, 3. pkt.. */
  arbejdsevne?: Arbejdsevne | null | undefined
  /** In support for the self-employed: the work in the business. Serves § 15, stk. 1. */
  selvstaendig?: Selvstaendig | null | undefined
  /** Fields that could not be filled in or are not relevant. Has an effect in §§ 12-13 cases only. Serves § 12, stk. 1. */
  ikkeRelevantEllerMuligt?: (Markering | null)[] | null | undefined
  /** Documents attached to the part as a whole. Serves § 3, stk. 1, nr. 5. */
  bilag?: Dokument[] | null | undefined
  /** The citizen's education and employment goals, where they stand apart from the wishes. Serves profil: vejledning/V2. */
  maal?: string | null | undefined
  /** The day on which the citizen signed the part. ISO date. Serves profil: proces/PR11. */
  underskriftsdato?: string | null | undefined
  /** The days on which the ability to work and the support were assessed. ISO dates. Serves profil: forslag/2019-afklaringsgaranti. */
  afklaringer?: (string | null)[] | null | undefined
  /** Must be empty: the preparatory part holds no recommendation of what is to happen. Serves § 3, stk. 3. */
  indstilling?: unknown | undefined
  /** Must be empty: the preparatory part recommends no outcome. Serves § 3, stk. 3. */
  anbefaling?: unknown | undefined
}

/** The group of cases that the preparatory part must name (§ 3, stk. 4): the group, not one outcome of it. */
export type Sagsgruppe =
  | 'ressourceforloebFleksjobFoertidspension'
  | 'jobafklaring'
  | 'sygedagpengeKategori3'
  | 'ressourceforløb, fleksjob eller førtidspension'
  | 'jobafklaringsforloeb'
  | 'sygedagpenge, kategori 3'
  | 'sygedagpenge i kategori 3'

/** How the citizen took part (§ 2, stk. 2). */
export interface Samarbejde {
  /** Whether the part was made together with the citizen. Serves § 2, stk. 2. */
  medBorger?: boolean | null | undefined
  /** The day of the conversation. ISO date. Serves § 2, stk. 2. */
  samtaledato?: string | null | undefined
  /** Why the citizen did not or could not take part. Serves § 2, stk. 2. */
  begrundelse?: string | null | undefined
}

/** A reference to a document. */
export interface Dokument {
  /** What the document is. Serves § 3, stk. 1, nr. 5. */
  titel?: string | null | undefined
  /** The day of the document. ISO date. Serves § 3, stk. 1, nr. 5. */
  dato?: string | null | undefined
  /** Where the document lies: a journal number or the like. Serves § 3, stk. 1, nr. 5. */
  henvisning?: string | null | undefined
}

/** Personal resources (§ 3, stk. 1, nr. 2). */
export interface PersonligeRessourcer {
  /** The resources in general. Serves § 3, stk. 1, nr. 2. */
  beskrivelse?: string | null | undefined
  /** Family. Serves § 3, stk. 1, nr. 2. */
  familie?: string | null | undefined
  /** Network. Serves § 3, stk. 1, nr. 2. */
  netvaerk?: string | null | undefined
}

/** Challenges in getting into job or education (§ 3, stk. 1, nr. 3). */
export interface Udfordringer {
  /** Employment challenges. Serves § 3, stk. 1, nr. 3. */
  beskaeftigelse?: string | null | undefined
  /** Social challenges. Serves § 3, stk. 1, nr. 3. */
  sociale?: string | null | undefined
  /** Both in one text. Accepted, with a warning. Serves § 3, stk. 1, nr. 3. */
  samlet?: string | null | undefined
}

/** Health (§ 3, stk. 1, nr. 5-6). */
export interface Helbred {
  /** The health situation. Serves § 3, stk. 1, nr. 5. */
  situation?: string | null | undefined
  /** Ongoing examination or treatment; "ingen" is an answer. Serves § 3, stk. 1, nr. 5. */
  igangvaerende?: string | null | undefined
  /** The health documents that the municipality already has. Serves § 3, stk. 1, nr. 5. */
  dokumentation?: Dokument[] | null | undefined
  /** Whether the municipality has no health documents. Serves § 3, stk. 1, nr. 5. */
  ingenForeliggende?: boolean | null | undefined
  /** The citizen's own assessment of what health means for job and education. Serves § 3, stk. 1, nr. 6. */
  borgerensVurdering?: string | null | undefined
}

/** One period of support (§ 3, stk. 1, nr. 7). */
export interface Forsoergelsesperiode {
  /** The benefit or income. Serves § 3, stk. 1, nr. 7. */
  ydelse?: string | null | undefined
  /** First day. ISO date. Serves § 3, stk. 1, nr. 7. */
  startdato?: string | null | undefined
  /** Last day, included. ISO date. Serves § 3, stk. 1, nr. 7. */
  slutdato?: string | null | undefined
}

/** What the municipality has done so far, and why it did not lead to job or education (§ 3, stk. 2). */
export interface HidtidigIndsats {
  /** Employment measures. Serves § 3, stk. 2, 1. pkt.. */
  beskaeftigelse?: Indsats[] | null | undefined
  /** There has been no employment measure. Serves § 3, stk. 2, 1. pkt.. */
  ingenBeskaeftigelse?: boolean | null | undefined
  /** Social measures for the citizen. Serves § 3, stk. 2, 1. pkt.. */
  socialBorger?: Indsats[] | null | undefined
  /** There has been no social measure for the citizen. Serves § 3, stk. 2, 1. pkt.. */
  ingenSocialBorger?: boolean | null | undefined
  /** Social measures for the family. Serves § 3, stk. 2, 1. pkt.. */
  socialFamilie?: Indsats[] | null | undefined
  /** There has been no social measure for the family. Serves § 3, stk. 2, 1. pkt.. */
  ingenSocialFamilie?: boolean | null | undefined
  /** Earlier health measures. Serves profil: vejledning/V3. */
  sundhed?: Indsats[] | null | undefined
  /** The municipality's view of why the measures have not led to job or education. Serves § 3, stk. 2, 2. pkt.. */
  aarsagKommune?: string | null | undefined
  /** The citizen's view of the same. Serves § 3, stk. 2, 2. pkt.. */
  aarsagBorger?: string | null | undefined
}

/** One earlier measure (§ 3, stk. 2). */
export interface Indsats {
  /** What it was. Serves § 3, stk. 2, 1. pkt.. */
  indhold?: string | null | undefined
  /** What it was for. Serves § 3, stk. 2, 1. pkt.. */
  formaal?: string | null | undefined
  /** How long it lasted, in words. Serves § 3, stk. 2, 1. pkt.. */
  varighed?: string | null | undefined
  /** First day. ISO date. Enough for a measure that is still running. Serves § 3, stk. 2, 1. pkt.. */
  startdato?: string | null | undefined
  /** Last day, included. ISO date. Serves § 3, stk. 2, 1. pkt.. */
  slutdato?: string | null | undefined
  /** The municipality's experience with the measure. Serves § 3, stk. 2, 2. pkt.. */
  kommunensErfaring?: string | null | undefined
  /** The citizen's experience with the measure. Serves § 3, stk. 2, 2. pkt.. */
  borgerensErfaring?: string | null | undefined
  /** The documents behind it. Serves profil: vejledning/V3. */
  dokumentation?: Dokument[] | null | undefined
}

/** The GP's assessment of the citizen's health in relation to work (§ 4). */
export interface Laege {
  /** The day of the assessment. ISO date. Serves § 4, stk. 1. */
  dato?: string | null | undefined
  /** Who gave it. Serves § 4, stk. 1. */
  rolle?: Laegerolle | null | undefined
  /** Whether it is the GP's assessment or the follow-up certificate. Serves § 4, stk. 1-2. */
  art?: Laegeart | null | undefined
  /** Whether the assessment rests on a consultation with the citizen. Serves § 4, stk. 3. */
  konsultation?: boolean | null | undefined
  /** The day of the consultation. ISO date. Serves § 4, stk. 3. */
  konsultationsdato?: string | null | undefined
  /** Relevant health conditions. Serves § 4, stk. 3, nr. 1. */
  helbredsforhold?: string | null | undefined
  /** Special considerations that health will require. Serves § 4, stk. 3, nr. 2. */
  saerligeHensyn?: string | null | undefined
  /** The doctor's comments on the citizen's own view of health and work. Serves § 4, stk. 3, nr. 3. */
  kommentarTilBorger?: string | null | undefined
  /** Other matters of importance. Serves § 4, stk. 3, nr. 4. */
  andreForhold?: string | null | undefined
  /** Whether the assessment was given on a medical certificate. Serves § 4, stk. 4. */
  attest?: boolean | null | undefined
  /** The kind of document, such as `LÆ 265`. Serves § 4, stk. 4. */
  attesttype?: string | null | undefined
  /** The certificate as an attached document. A machine cannot read what it says. Serves § 4, stk. 3-4. */
  vedlagtAttest?: Dokument | null | undefined
  /** With the follow-up certificate: whether the municipality finds that it and the other health information are enough for the team. Serves § 4, stk. 2, 2. pkt.. */
  kommunensVurdering?: boolean | null | undefined
  /** The reasons why the municipality finds so. Serves § 4, stk. 2, 2. pkt.. */
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
  /** The provision: `4,2`, `12,1`, `12,2`, `13,1` or `13,2`. Spelled-out forms such as `§ 12, stk. 1` are read too. Serves § 4, stk. 1, 2. pkt.. */
  hjemmel?: string | null | undefined
  /** Under § 12: whether the municipality finds the health information sufficient. Serves § 12, stk. 1, 2. pkt.. */
  kommunensVurdering?: boolean | null | undefined
  /** The reasons for that. Serves § 12, stk. 1, 2. pkt.. */
  begrundelse?: string | null | undefined
}

/** In revalidering: the ability to work, described and documented (§ 14, 3. pkt.). */
export interface Arbejdsevne {
  /** The description. Serves § 14, 3. pkt.. */
  beskrivelse?: string | null | undefined
  /** The documents behind it. Serves § 14, 3. pkt.. */
  dokumentation?: Dokument[] | null | undefined
}

/** In support for the self-employed: the work in the business (§ 15, stk. 1). */
export interface Selvstaendig {
  /** The citizen's tasks in the business. Serves § 15, stk. 1, nr. 1. */
  opgaver?: string | null | undefined
  /** The tasks that are difficult. Serves § 15, stk. 1, nr. 1. */
  svaereOpgaver?: string | null | undefined
  /** What the citizen does to make up for the difficulties. Serves § 15, stk. 1, nr. 1. */
  kompensation?: string | null | undefined
  /** Hours a week that the citizen can work in the business, 0 to 168; 0 is an answer. Serves § 15, stk. 1, nr. 1. */
  timerPrUge?: number | null | undefined
  /** To what extent the citizen has worked in the business in the last 24 months, in words or as a number of hours a week, 0 to 168. Serves § 15, stk. 1, nr. 2. */
  omfang24Mdr?: string | number | null | undefined
  /** Whether the citizen has other work. Serves § 15, stk. 1, nr. 3. */
  andetArbejde?: boolean | null | undefined
  /** What the other work is. Serves § 15, stk. 1, nr. 3. */
  andetArbejdeTekst?: string | null | undefined
  /** Personal resources and network. Serves § 15, stk. 1, nr. 4. */
  ressourcer?: string | null | undefined
  /** Social challenges. Serves § 15, stk. 1, nr. 4. */
  socialeUdfordringer?: string | null | undefined
  /** Health. Serves § 15, stk. 1, nr. 5. */
  helbred?: string | null | undefined
  /** The citizen's own view of health. Serves § 15, stk. 1, nr. 5. */
  helbredsperspektiv?: string | null | undefined
  /** The citizen's assessment of what health means for continuing the business. Serves § 15, stk. 1, nr. 5. */
  helbredetsBetydning?: string | null | undefined
  /** The two in one text. Accepted, with a warning. Serves § 15, stk. 1, nr. 5. */
  helbredsperspektivOgBetydning?: string | null | undefined
  /** Ongoing examination or treatment; "ingen" is an answer. Serves § 15, stk. 1, nr. 6. */
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
  /** The day of the meeting. ISO date. Serves § 3, stk. 1, 1. pkt.. */
  dato?: string | null | undefined
  /** Who took part. Serves § 6, 1. pkt.. */
  deltagere?: (Deltager | null)[] | null | undefined
  /** The meetings at which the case was put to the team again. Serves profil: vejledning/V9 og proces/PR4. */
  genforelaeggelser?: Genforelaeggelse[] | null | undefined
  /** Whether a member of the team was absent at short notice. Serves profil: forsøgets tema 4. */
  akutFravaer?: boolean | null | undefined
  /** Whether the absent member had given an assessment to whoever led the meeting. Serves profil: forsøgets tema 4. */
  fravaerendesVurdering?: boolean | null | undefined
  /** Why the others could cover for the absent member. Serves profil: forsøgets tema 4. */
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
  /** The day of the meeting. ISO date. Serves profil: vejledning/V9. */
  dato?: string | null | undefined
  /** Who took part. Serves profil: proces/PR4. */
  deltagere?: (Deltager | null)[] | null | undefined
}

/** The team's recommendation (§§ 7-11 and 16). */
export interface Indstilling {
  /** The day of the recommendation. ISO date. Serves § 2, stk. 3, nr. 1. */
  indstillingsdato?: string | null | undefined
  /** What the team recommends. Serves § 7, stk. 1-3. */
  udfald?: Udfald | null | undefined
  /** After a jobafklaringsforløb: whether the team recommends a new one. Serves § 7, stk. 2, 2. pkt.. */
  nytForloeb?: boolean | null | undefined
  /** The team's reasons. Serves § 7, stk. 4. */
  begrundelse?: string | null | undefined
  /** What the team has given weight to. Serves §§ 8-10. */
  forhold?: Forhold | null | undefined
  /** The measures that the team finds necessary. Serves § 7, stk. 2-3, og § 8, stk. 5, nr. 2. */
  indsatser?: IndstilletIndsats[] | null | undefined
  /** The measures in one text. Serves § 7, stk. 2-3. */
  indsatserTekst?: string | null | undefined
  /** The overall job or education goal. Serves § 8, stk. 5, nr. 1. */
  maal?: string | null | undefined
  /** How follow-up should be arranged. Serves § 8, stk. 5, nr. 3. */
  opfoelgning?: string | null | undefined
  /** Whether a mentor is needed. Serves § 8, stk. 5, nr. 3. */
  mentorBehov?: boolean | null | undefined
  /** Whether the team wants to see the case again. Serves § 8, stk. 5, nr. 4. */
  genforelaeggelse?: boolean | null | undefined
  /** Whether the measures can run in parallel. Serves § 8, stk. 6, 1. pkt.. */
  parallel?: boolean | null | undefined
  /** Why they cannot. Serves § 8, stk. 6, 1. pkt.. */
  parallelTekst?: string | null | undefined
  /** The order that the team proposes. Serves § 8, stk. 6. */
  raekkefoelge?: string | null | undefined
  /** Only for fleksjob. Serves § 9. */
  fleksjob?: FleksjobIndstilling | null | undefined
  /** Only for førtidspension. Serves § 10. */
  foertidspension?: PensionIndstilling | null | undefined
  /** Only for another measure. Serves § 11. */
  andenIndsats?: AndenIndsats | null | undefined
  /** Only for support for the self-employed. Serves § 16. */
  tilskud?: TilskudIndstilling | null | undefined
  /** The documents that the recommendation rests on. Serves profil: vejledning/V13. */
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
  | 'jobafklaringsforloeb'
  | 'jobafklaring'

/** What the team has given weight to (§ 8, stk. 1-4; § 9, stk. 1; § 10). */
export interface Forhold {
  /** Employment. Serves § 8, stk. 1, § 9, stk. 1, og § 10. */
  beskaeftigelse?: string | null | undefined
  /** Social matters. Serves § 8, stk. 1, § 9, stk. 1, og § 10. */
  sociale?: string | null | undefined
  /** Health. Serves § 8, stk. 1-4, § 9, stk. 1, og § 10. */
  helbred?: string | null | undefined
  /** Abilities and circumstances. Serves § 8, stk. 3-4. */
  forudsaetninger?: string | null | undefined
  /** Needs. Serves § 8, stk. 3-4. */
  behov?: string | null | undefined
  /** Employment, social matters and health in one text. Accepted, with a warning, in § 8, stk. 1, § 9 and § 10. Serves § 8, stk. 1, § 9, stk. 1, og § 10. */
  samlet?: string | null | undefined
}

/** One measure that the team recommends (§ 7, stk. 2-3; § 8, stk. 5, nr. 2; § 11, nr. 1). */
export interface IndstilletIndsats {
  /** The area it belongs to. Serves § 8, stk. 5, nr. 2, og § 11, nr. 1. */
  omraade?: Omraade | null | undefined
  /** What it is. Serves § 7, stk. 2-3, § 8, stk. 5, nr. 2, og § 11, nr. 1. */
  beskrivelse?: string | null | undefined
  /** The kind of measure. Serves profil: proces/PR12. */
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
  /** Why it is clear what the citizen can do in education and employment. Serves § 9, stk. 1, nr. 1. */
  afklaret?: string | null | undefined
  /** Why the citizen cannot work on ordinary terms. Serves § 9, stk. 1, nr. 1. */
  ikkeOrdinaert?: string | null | undefined
  /** Types of fleksjob. Serves § 9, stk. 1, nr. 2. */
  typer?: (string | null)[] | null | undefined
  /** Work functions. Serves § 9, stk. 1, nr. 2. */
  arbejdsfunktioner?: (string | null)[] | null | undefined
  /** Whether special considerations should be taken. Serves § 9, stk. 1, nr. 2. */
  saerligeHensyn?: boolean | null | undefined
  /** Which special considerations. Serves § 9, stk. 1, nr. 2. */
  saerligeHensynTekst?: string | null | undefined
  /** Whether support is needed for a transitional period. Serves § 9, stk. 1, nr. 2. */
  overgangsstoette?: boolean | null | undefined
  /** Which support for the period. Serves § 9, stk. 1, nr. 2. */
  overgangsstoetteTekst?: string | null | undefined
  /** Whether the ability to work is very limited at present. Serves § 9, stk. 2. */
  megetBegraenset?: boolean | null | undefined
  /** Why it can be developed within a reasonable period. Serves § 9, stk. 2. */
  udvikling?: string | null | undefined
  /** Hours a week in the fleksjob, 0 to 168. Serves profil: forslag/2019-fleksjob-under-5-timer. */
  timerPrUge?: number | null | undefined
  /** The plan for more hours. Serves profil: forslag/2019-fleksjob-under-5-timer. */
  planFlereTimer?: string | null | undefined
  /** The day by which the hours are to have gone up. ISO date. Serves profil: forslag/2019-fleksjob-under-5-timer. */
  planFlereTimerSenest?: string | null | undefined
  /** Whether the citizen wants the few hours. Serves profil: forslag/2019-fleksjob-under-5-timer. */
  borgerenOenskerTimetallet?: boolean | null | undefined
  /** The concrete labour market or job that the fleksjob points to. Serves profil: forslag/2019-konkret-arbejdsmarked. */
  konkretArbejdsmarked?: string | null | undefined
}

/** The professional explanation for førtidspension (§ 10, 2. pkt.). */
export interface PensionIndstilling {
  /** Why the ability to work is substantially and permanently reduced. Serves § 10, 2. pkt.. */
  nedsat?: string | null | undefined
  /** Why what is left of it cannot provide a living, whatever support there is. Serves § 10, 2. pkt.. */
  selvforsoergelse?: string | null | undefined
  /** Both in one text. Accepted, with a warning. Serves § 10, 2. pkt.. */
  samletForklaring?: string | null | undefined
}

/** Another measure than the four benefits (§ 11). */
export interface AndenIndsats {
  /** The measures that should be started. Serves § 11, nr. 1. */
  indsatser?: IndstilletIndsats[] | null | undefined
  /** Whether further support is needed. Serves § 11, nr. 2. */
  oevrigStoette?: boolean | null | undefined
  /** Which further support. Serves § 11, nr. 2. */
  oevrigStoetteTekst?: string | null | undefined
}

/** Reasons for support for the self-employed (§ 16). */
export interface TilskudIndstilling {
  /** Why the ability to work in the business is permanently and substantially reduced. Serves § 16. */
  begrundelse?: string | null | undefined
}

/** The municipality's decision (§ 2, stk. 3; § 5, stk. 1). */
export interface Afgoerelse {
  /** The day of the decision. ISO date. Serves § 2, stk. 3. */
  dato?: string | null | undefined
  /** What was decided. Serves § 5, stk. 1. */
  udfald?: Afgoerelsesudfald | null | undefined
  /** The day of the first conversation with the citizen after the decision. ISO date. Serves profil: proces/PR8. */
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
  /** First day. ISO date. Serves § 5, stk. 2. */
  startdato?: string | null | undefined
  /** Last expected day, included. ISO date. Serves § 5, stk. 2. */
  slutdato?: string | null | undefined
  /** Expected length in whole months, where the dates are not known. Serves § 5, stk. 2. */
  varighedMaaneder?: number | null | undefined
  /** Periods of exemption from availability, and periods without contact. Both days are included. Serves profil: senere/2022-genbehandling. */
  ikkeMedregnedePerioder?: Periode[] | null | undefined
  /** Hours of ordinary paid work in the first 6 months of the course, all together. Serves profil: senere/2022-genbehandling. */
  ordinaereTimer?: number | null | undefined
}

/** A period for which measures and follow-up are laid down (§ 5, stk. 2). Both days are included. */
export interface Periode {
  /** First day. ISO date. Serves § 5, stk. 2. */
  startdato?: string | null | undefined
  /** Last day, included. ISO date. Serves § 5, stk. 2. */
  slutdato?: string | null | undefined
}

/** Goals, measures and follow-up (§ 5). */
export interface Indsatsdel {
  /** The day on which the part was made. ISO date. Serves § 7, stk. 4. */
  dato?: string | null | undefined
  /** The goal. Serves § 5, stk. 1, nr. 1. */
  maal?: Maal | null | undefined
  /** The objectives that lead to the goal. Serves § 5, stk. 1, nr. 2. */
  delmaal?: Delmaal[] | null | undefined
  /** Reasons for all of the objectives. Serves § 5, stk. 1, nr. 2. */
  delmaalBegrundelse?: string | null | undefined
  /** The measures and activities. Serves § 5, stk. 1, nr. 3. */
  tilbud?: Tilbud[] | null | undefined
  /** The short-term goal of all of them. Serves § 5, stk. 1, nr. 3. */
  kortsigtetMaal?: string | null | undefined
  /** The follow-up, in words. Serves § 5, stk. 1, nr. 4. */
  opfoelgning?: string | null | undefined
  /** The follow-up, one by one. Serves § 5, stk. 1, nr. 4. */
  opfoelgninger?: Opfoelgning[] | null | undefined
  /** Mentor. Serves § 5, stk. 1, nr. 4. */
  mentor?: Mentor | null | undefined
  /** The periods for which measures and follow-up are laid down. Serves § 5, stk. 2. */
  perioder?: Periode[] | null | undefined
  /** The day on which the part was last updated. ISO date. Serves § 5, stk. 2. */
  senestOpdateret?: string | null | undefined
  /** The coordinating caseworker, by name or by role. Serves profil: vejledning/V10 og proces/PR5. */
  koordinerendeSagsbehandler?: string | null | undefined
  /** Whether the part was made together with the citizen. Serves profil: vejledning/V10. */
  samarbejdeMedBorger?: boolean | null | undefined
  /** Follow-up conversations, planned or held, in 12 months; in a shorter course, in all of it. Serves profil: proces/PR6. */
  samtalerPr12Maaneder?: number | null | undefined
}

/** The goal (§ 5, stk. 1, nr. 1). */
export interface Maal {
  /** A concrete job or education goal. Serves § 5, stk. 1, nr. 1, 1. pkt.. */
  konkret?: string | null | undefined
  /** An overall goal, such as a trade or a function. Serves § 5, stk. 1, nr. 1, 2. pkt.. */
  overordnet?: string | null | undefined
  /** Whether a concrete goal is not possible. Serves § 5, stk. 1, nr. 1, 2. pkt.. */
  konkretIkkeMuligt?: boolean | null | undefined
}

/** One objective (§ 5, stk. 1, nr. 2). */
export interface Delmaal {
  /** What it is. Serves § 5, stk. 1, nr. 2. */
  beskrivelse?: string | null | undefined
  /** The area it belongs to. Serves § 5, stk. 1, nr. 2. */
  omraade?: Omraade | null | undefined
  /** Why it leads to the goal. Serves § 5, stk. 1, nr. 2. */
  begrundelse?: string | null | undefined
}

/** One measure or activity (§ 5, stk. 1, nr. 3). */
export interface Tilbud {
  /** The id of the measure, the same here and in Min Plan. Serves § 5, stk. 3, 1. pkt.. */
  aktivitetIdentifier?: string | null | undefined
  /** What it is. Serves § 5, stk. 1, nr. 3. */
  beskrivelse?: string | null | undefined
  /** What it is to achieve in the short term. Serves § 5, stk. 1, nr. 3. */
  kortsigtetMaal?: string | null | undefined
  /** First day. ISO date. Serves § 5, stk. 2. */
  startdato?: string | null | undefined
  /** Last day, included. ISO date. Serves § 5, stk. 2. */
  slutdato?: string | null | undefined
  /** The authority that is responsible for the measure. Serves § 5, stk. 1, nr. 3. */
  ansvarligMyndighed?: string | null | undefined
  /** The kind of measure. Serves profil: proces/PR12. */
  indsatstype?: Indsatstype | null | undefined
  /** The provision that the measure is given under. Serves profil: senere/2022-genbehandling. */
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
  /** The day. ISO date. Serves § 5, stk. 1, nr. 4. */
  dato?: string | null | undefined
  /** What it is about. Serves § 5, stk. 1, nr. 4. */
  beskrivelse?: string | null | undefined
}

/** Mentor (§ 5, stk. 1, nr. 4). */
export interface Mentor {
  /** Whether a mentor is needed. Serves § 5, stk. 1, nr. 4. */
  behov?: boolean | null | undefined
  /** The mentor's role and tasks. Serves § 5, stk. 1, nr. 4. */
  rolleOgOpgaver?: string | null | undefined
}

/** The citizen's Min Plan (§ 5, stk. 3). */
export interface MinPlan {
  /** Whether the indsatsdel is part of Min Plan. Serves § 5, stk. 3, 1. pkt.. */
  indgaar?: boolean | null | undefined
  /** Whether Min Plan holds everything, so that there is no separate indsatsdel. Serves § 5, stk. 3, 2. pkt.. */
  indeholderAlt?: boolean | null | undefined
  /** The measures that Min Plan shows. Serves § 5, stk. 3, 1. pkt.. */
  indsatser?: MinPlanIndsats[] | null | undefined
  /** What Min Plan holds instead of a separate indsatsdel. Serves § 5, stk. 3, 2. pkt.. */
  indsatsdel?: Indsatsdel | null | undefined
}

/** One measure in Min Plan (§ 5, stk. 3, 1. pkt.). */
export interface MinPlanIndsats {
  /** The id of the measure, the same here and in the indsatsdel. Serves § 5, stk. 3, 1. pkt.. */
  aktivitetIdentifier?: string | null | undefined
  /** What it is. Serves § 5, stk. 3, 1. pkt.. */
  beskrivelse?: string | null | undefined
}

/** What a municipality states when it uses one of the trial exemptions of 2017. The regulation asks for none of it, and no requirement of §§ 2-16 looks at it. */
export interface Forsoeg {
  /** Whether the municipality has decided that the case is not put to the team. Serves profil: tema 1A og 1B. */
  afgoerelseUdenTeam?: boolean | null | undefined
  /** The municipality's own assessment of why a coordinated interdisciplinary measure is not necessary. Serves profil: tema 1A. */
  ikkeTvaerfagligVurdering?: string | null | undefined
  /** Whether the citizen is to keep the present job as a fleksjob. Serves profil: tema 1B. */
  fastholdelsesfleksjob?: boolean | null | undefined
  /** Whether the challenges have to do with the labour market only. Serves profil: tema 1B. */
  kunArbejdsmarkedsrettet?: boolean | null | undefined
  /** How the ability to work is expected to grow beyond 10 hours a week. Serves profil: tema 1B. */
  udviklingOver10Timer?: string | null | undefined
  /** The day by which it is expected to have done so. ISO date. Serves profil: tema 1B. */
  udviklingSenest?: string | null | undefined
  /** Whether the citizen is at most 5 years from the state pension age. Serves profil: tema 1C. */
  hoejst5AarTilFolkepension?: boolean | null | undefined
  /** Whether the citizen has long been attached to the labour market. Serves profil: tema 1C. */
  langvarigTilknytning?: boolean | null | undefined
  /** The municipality's professional reasons why the health information at hand is enough. Serves profil: tema 2. */
  helbredsoplysningerRaekker?: string | null | undefined
  /** The social worker's assessment of which medical information is relevant. Serves profil: ansøgning 3. */
  laegeoplysningVurdering?: string | null | undefined
  /** The medical information that was obtained instead. Serves profil: ansøgning 3. */
  laegeoplysning?: Laegeoplysning | null | undefined
}

/** The medical information that stands in for the certificate of the first follow-up conversation. */
export type Laegeoplysning =
  | 'journaloplysninger'
  | 'statusattest'
