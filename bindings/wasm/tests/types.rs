//! `js/types.d.ts`: the TypeScript types of the plan and the report, made from the core.
//!
//! The plan's types come from its JSON Schema, the closed lists of codes from the core's enums, and the report's shape
//! from real reports. Run with `REHABPLAN_WRITE=1` to write the file; without it, the test fails when it is out of date.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use rehabplan::law::{Kind, SCOPE, rules};
use rehabplan::plan::Date;
use rehabplan::profile::{Builder, Force, ProfileSet, rules as added};
use rehabplan::text::notes;
use rehabplan::{Checker, Conclusion, Detail, Horizon, Lang, Outcome, Phase, RULE_SET, Selection, Severity, Variant};
use serde_json::{Value, json};

#[test]
fn the_types_are_current() {
    let made = types();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("js/types.d.ts");
    if std::env::var_os("REHABPLAN_WRITE").is_some() {
        fs::write(&file, &made).expect("js/types.d.ts can be written");
    }
    let present = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        made == present,
        "js/types.d.ts is out of date; run this test with REHABPLAN_WRITE=1 and read what changed"
    );
}

fn types() -> String {
    let mut out = String::from(
        "// Written by the test `types` of the crate rehabplan-wasm from the Rust types. Change them, not this file.\n",
    );
    codes(&mut out);
    report(&mut out);
    plan(&mut out);
    out
}

/// A closed list of codes.
fn union(out: &mut String, name: &str, doc: &str, codes: impl IntoIterator<Item = impl std::fmt::Display>) {
    let _ = write!(out, "\n/** {doc} */\nexport type {name} =");
    for code in codes {
        let _ = write!(out, "\n  | '{code}'");
    }
    out.push('\n');
}

fn codes(out: &mut String) {
    // A new one makes the `match` below fail to compile.
    let conclusions = [
        Conclusion::Fulfilled,
        Conclusion::Deficient,
        Conclusion::Undetermined,
        Conclusion::OutOfScope,
        Conclusion::OutsideValidity,
    ];
    for conclusion in conclusions {
        match conclusion {
            Conclusion::Fulfilled
            | Conclusion::Deficient
            | Conclusion::Undetermined
            | Conclusion::OutOfScope
            | Conclusion::OutsideValidity => {}
        }
    }
    let kinds = [Kind::Requirement, Kind::Advice, Kind::Judgement, Kind::Exemption].map(Kind::code);
    union(out, "Lang", "A language of the texts.", Lang::ALL.map(Lang::tag));
    union(out, "Phase", "How far a case has come; each phase includes the ones before.", Phase::ALL.map(Phase::code));
    union(out, "Variant", "One of the 15 case variants.", Variant::ALL.map(Variant::code));
    union(out, "Outcome", "What a requirement amounts to.", Outcome::ALL.map(Outcome::code));
    union(out, "Severity", "How serious a finding is.", [Severity::Error, Severity::Warning].map(Severity::code));
    union(out, "Conclusion", "What the whole plan amounts to.", conclusions.map(Conclusion::code));
    union(out, "RuleKind", "What kind of requirement a rule is.", kinds.into_iter().chain(["scope"]));
    let doc = "Why an answer is what it is. A single requirement may have notes of its own besides.";
    union(out, "NoteCode", doc, notes::ALL.iter().map(|note| note.code));
    union(out, "InputCode", "What is wrong with one place of the document itself.", INPUT_CODES);
    let ids = rules().map(|rule| rule.id).chain(SCOPE.iter().map(|scope| scope.id));
    union(out, "RuleId", "The id of a requirement or of a rule of scope.", ids);
    // One variant, or two in a mixed case, as the report writes them.
    union(out, "Variants", "The variant of a case, or both in a mixed one.", {
        let mixed = ["FJ+SELV", "FP12+FP13"].map(str::to_owned);
        Variant::ALL.map(|variant| variant.code().to_owned()).into_iter().chain(mixed)
    });
}

/// The codes of `InputCode`, which has no list of its own; the reports below show that none is forgotten that they hold.
const INPUT_CODES: [&str; 16] = [
    "notText",
    "notADate",
    "notABoolean",
    "notANumber",
    "notWhole",
    "outOfRange",
    "notACode",
    "notAList",
    "notAnObject",
    "scopeUnknown",
    "notAPlan",
    "planBelow",
    "unknownKey",
    "duplicateKey",
    "courseBackwards",
    "repeatedText",
];

// The report.

/// The interfaces, where they stand, and what there is to say about them.
const INTERFACES: [(&str, &str, &str); 15] = [
    ("Report", "", "What a plan amounts to under the regulation. It holds nothing that stands in the plan."),
    ("RuleSet", "/ruleSet", "A rule set: one version of the regulation."),
    ("Selection", "/limitedTo", "What a check was limited to."),
    ("HorizonCoverage", "/horizon", "How many of the requirements can be checked on the source."),
    ("Counts", "/counts", "How many requirements had each outcome. A finding that repeats another is not counted."),
    ("RuleResult", "/results/*", "The answer to one requirement."),
    ("Provision", "/results/*/provision", "A place in the regulation."),
    ("Note", "/results/*/note", "An explanation with a stable code."),
    ("InputFinding", "/input/*", "Something that is wrong with the document itself."),
    ("ProfileChange", "/results/*/changedBy/*", "What a profile did to an answer."),
    ("SuppressedBecause", "/results/*/suppressed", "Why a finding is suppressed."),
    ("ProfileStatus", "/profiles/*", "A profile that was chosen."),
    ("ProfileReason", "/profiles/*/reason", "Why a profile has no effect."),
    ("ProfileThemeStatus", "/profiles/*/themes/*", "A theme of a profile that was chosen."),
    ("ProfileResult", "/profileResults/*", "The answer of a rule that lies beside the regulation."),
];

/// The fields, in the order of the report: where they stand, their type where the shape alone does not say it, and what
/// there is to say about them.
const FIELDS: [(&str, &str, &str); 51] = [
    ("/ruleSet", "", "The rules that the plan was held against."),
    ("/ruleSet/id", "", "Opaque and stable."),
    ("/ruleSet/validFrom", "", "The first day on which they apply, `YYYY-MM-DD`."),
    ("/ruleSet/supersededFrom", "", "The first day on which a later regulation applies, `YYYY-MM-DD`."),
    ("/ruleSet/version", "", "The version of this library."),
    ("/lang", "Lang", "The language of the texts."),
    ("/variant", "Variants", "The case variant; `null` when the case is out of scope."),
    ("/phase", "Phase", "The phase that the plan was checked for."),
    ("/asOf", "", "The day that the check counts as today, `YYYY-MM-DD`."),
    ("/conclusion", "Conclusion", "What the whole plan amounts to."),
    ("/complete", "", "Whether every check ran to its end. A report that is not complete never concludes `fulfilled`."),
    ("/limitedTo", "", "What the check was limited to, if it was; the report then says nothing of the rest."),
    ("/limitedTo/rules", "RuleId[]", "Ids of requirements."),
    ("/limitedTo/paths", "", "JSON Pointers."),
    ("/counts", "", "How many requirements had each outcome."),
    ("/counts/met", "", "Met."),
    ("/counts/notMet", "", "Not met, errors and warnings together."),
    ("/counts/exempt", "", "Exempt."),
    ("/counts/notApplicable", "", "Not relevant in this case or phase."),
    ("/counts/review", "", "For a person to judge."),
    ("/counts/undetermined", "", "Could not be determined, for another reason than the horizon."),
    ("/errors", "", "How many findings are errors."),
    ("/warnings", "", "How many findings are warnings."),
    ("/results", "", "The answers, in the order of the law."),
    ("/results/*/rule", "RuleId", "The id of the requirement."),
    ("/results/*/key", "", "The key of the answer, the same from run to run as long as it is about the same places."),
    ("/results/*/citation", "", "The provision, such as `§ 3, stk. 1, nr. 4`."),
    ("/results/*/provision", "", "The provision, piece by piece."),
    ("/results/*/provision/paragraf", "", "§ (paragraf)."),
    ("/results/*/provision/stk", "", "Stykke; `null` in a paragraph that has only one."),
    ("/results/*/provision/nr", "", "Number in a list."),
    ("/results/*/provision/pkt", "", "Sentence (punktum)."),
    ("/results/*/provision/led", "", "A part of a sentence that the regulation does not number itself."),
    ("/results/*/page", "", "The address of the rule's page, relative to the documentation."),
    ("/results/*/outcome", "Outcome", "What the requirement amounts to."),
    ("/results/*/severity", "Severity", "How serious a finding is; `null` for every outcome but `notMet`."),
    ("/results/*/paths", "", "JSON Pointers to the places that the answer is about."),
    ("/results/*/message", "", "What the answer says to a person."),
    ("/results/*/remedy", "", "What to do about it; `null` where there is nothing to do."),
    ("/results/*/exemption", "", "The provision that exempts; `null` for every outcome but `exempt`."),
    ("/results/*/sameAs", "RuleId", "The leading requirement that the same defect breaks too."),
    ("/results/*/dependsOn", "", "JSON Pointer to the missing fact that leaves the answer undetermined."),
    ("/results/*/note", "", "Why the answer is what it is, where the rule's own texts do not say it."),
    ("/input", "", "What is wrong with the document itself, in the order of the model; unknown keys come last."),
    ("/input/*/path", "", "JSON Pointer to the place; to the first of several."),
    ("/input/*/code", "InputCode", "What is wrong."),
    (
        "/input/*/severity",
        "Severity",
        "`error` when the value is lost to the rules, `warning` when it is only worth a look.",
    ),
    ("/input/*/message", "", "What is wrong, in words."),
    ("/input/*/remedy", "", "What to do about it."),
    ("/input/*/nearest", "", "The name that was most likely meant."),
    ("/input/*/paths", "", "Every place, where the finding is about several at once."),
];

const MORE_FIELDS: [(&str, &str, &str); 3] = [
    ("/results/*/note/code", "NoteCode | (string & {})", "The code, the same in every language and every version."),
    ("/results/*/note/text", "", "The explanation."),
    ("/notes", "Note[]", "What there is to say about the report as a whole."),
];

/// The one member of the regulation's own report that is there only where it says something.
const SEVERAL_PLACES: &str = "/input/*/paths";

/// What a horizon, profiles and suppressions add to a report.
const BESIDE: [(&str, &str, &str); 57] = [
    ("/horizon", "", "What can be checked on the source. With the option `horizon` only."),
    ("/horizon/checkable", "", "The requirements that look at some place that the source holds."),
    ("/horizon/notCheckable", "", "The requirements whose places all lie outside."),
    (
        "/counts/notInSource",
        "",
        "Could not be determined because what decides has no place in the source. In no share. With `horizon` only.",
    ),
    ("/results/*/baseOutcome", "Outcome", "What it was before a profile changed it."),
    ("/results/*/baseSeverity", "Severity", "How serious the finding was before a profile changed it."),
    ("/results/*/changedBy", "", "The profiles that changed the answer."),
    ("/results/*/changedBy/*/profile", "", "The id of the profile."),
    ("/results/*/changedBy/*/theme", "string", "The theme, where it is a theme's doing."),
    ("/results/*/changedBy/*/force", "ProfileForce", "What force the profile's source has."),
    ("/results/*/changedBy/*/effect", "'exempt' | 'accept' | 'severity'", "What it did."),
    ("/results/*/changedBy/*/basis", "", "The ground that the profile gives."),
    ("/results/*/suppressed", "", "Why the finding does not stand in the way, where it is suppressed."),
    ("/results/*/suppressed/reason", "", "The reason."),
    ("/results/*/suppressed/author", "", "Who decided so."),
    ("/results/*/suppressed/date", "", "When, `YYYY-MM-DD`."),
    (
        "/baseConclusion",
        "Conclusion",
        "What the plan amounts to under the regulation alone. With profiles only, like all that follows.",
    ),
    ("/profiles", "", "The profiles that were chosen."),
    ("/profiles/*/id", "", "The name by which it is chosen."),
    ("/profiles/*/title", "", "What it is called."),
    ("/profiles/*/source", "", "Where it comes from."),
    ("/profiles/*/force", "ProfileForce", "What force that has."),
    ("/profiles/*/forceText", "", "The same in words."),
    ("/profiles/*/inForce", "", "Whether it has effect in this case."),
    ("/profiles/*/reason", "", "Why it has none."),
    ("/profiles/*/reason/code", "", "The code, the same in every language."),
    ("/profiles/*/reason/text", "", "The reason in words."),
    ("/profiles/*/themes", "", "Its themes that were chosen."),
    ("/profiles/*/themes/*/id", "", "The name by which it is chosen."),
    ("/profiles/*/themes/*/title", "", "What it is called."),
    ("/profiles/*/themes/*/inForce", "", "Whether it has effect in this case."),
    ("/profiles/*/themes/*/reason", "ProfileReason", "Why it has none."),
    ("/profiles/*/themes/*/withoutEffect", "string", "Why it does nothing to the content of a plan, where that is so."),
    ("/profileCounts", "Counts", "How many of the profiles' rules had each outcome."),
    ("/profileResults", "", "The answers of the profiles' rules. They never make a case deficient."),
    ("/profileResults/*/rule", "", "The id of the rule, such as `proces/PR1`."),
    ("/profileResults/*/key", "", "The key of the answer, as for a requirement."),
    ("/profileResults/*/profiles", "", "The profiles that add the rule."),
    ("/profileResults/*/force", "ProfileForce", "What force they have; the strongest."),
    ("/profileResults/*/forceText", "", "The same in words."),
    ("/profileResults/*/citation", "", "Where the rule comes from."),
    ("/profileResults/*/page", "", "The address of the rule's page, relative to the documentation."),
    ("/profileResults/*/outcome", "Outcome", "What the rule amounts to."),
    ("/profileResults/*/severity", "Severity", "How serious a finding is; `null` for every outcome but `notMet`."),
    ("/profileResults/*/paths", "", "JSON Pointers to the places that the answer is about."),
    ("/profileResults/*/message", "", "What the answer says to a person."),
    ("/profileResults/*/remedy", "", "What to do about it; `null` where there is nothing to do."),
    ("/profileResults/*/sameAs", "RuleId", "The requirement that the same defect breaks."),
    ("/profileResults/*/dependsOn", "", "JSON Pointer to the missing fact that leaves the answer undetermined."),
    ("/profileResults/*/note", "Note", "Why the answer is what it is, where the rule's own texts do not say it."),
    ("/profileResults/*/baseOutcome", "Outcome", "As for a requirement."),
    ("/profileResults/*/baseSeverity", "Severity", "As for a requirement."),
    ("/profileResults/*/changedBy", "ProfileChange[]", "As for a requirement."),
    ("/profileResults/*/suppressed", "SuppressedBecause", "As for a requirement."),
    ("/measures", "ProfileMeasure[]", "What the profiles measure."),
    ("/suppressed", "", "How many findings are suppressed."),
    ("/unusedSuppressions", "string[]", "The keys of suppressions that match no finding."),
];

/// What one place of the reports holds, over all of them.
#[derive(Default)]
struct Shape {
    kinds: BTreeSet<&'static str>,
    /// How often an object stood here, and how often each member was in it.
    objects: usize,
    members: Vec<(String, usize, Shape)>,
    entries: Option<Box<Shape>>,
}

impl Shape {
    fn add(&mut self, value: &Value) {
        match value {
            Value::Null => _ = self.kinds.insert("null"),
            Value::Bool(_) => _ = self.kinds.insert("boolean"),
            Value::Number(_) => _ = self.kinds.insert("number"),
            Value::String(_) => _ = self.kinds.insert("string"),
            Value::Array(entries) => {
                let shape = self.entries.get_or_insert_default();
                entries.iter().for_each(|entry| shape.add(entry));
            }
            Value::Object(members) => {
                self.objects += 1;
                for (key, value) in members {
                    let known = self.members.iter().position(|(known, ..)| known == key);
                    let place = known.unwrap_or_else(|| {
                        self.members.push((key.clone(), 0, Self::default()));
                        self.members.len() - 1
                    });
                    let (_, times, shape) = &mut self.members[place];
                    *times += 1;
                    shape.add(value);
                }
            }
        }
    }

    fn typescript(&self, place: &str) -> String {
        let mut types: Vec<String> = match word(place) {
            Some((named, _)) if !named.is_empty() => vec![named.to_owned()],
            _ => self.kinds.iter().filter(|kind| **kind != "null").map(|kind| (*kind).to_owned()).collect(),
        };
        if let (Some(entries), true) = (&self.entries, types.is_empty()) {
            types.push(format!("{}[]", entries.typescript(&format!("{place}/*"))));
        }
        if !self.members.is_empty() && types.is_empty() {
            types.push(interface(place).0.to_owned());
        }
        assert_eq!(types.len(), 1, "{place} has no one type: {types:?}");
        if self.kinds.contains("null") {
            types.push("null".to_owned());
        }
        types.join(" | ")
    }

    fn at(&self, place: &str) -> &Self {
        place.split('/').skip(1).fold(self, |shape, step| match step {
            "*" => shape.entries.as_ref().expect("a list"),
            key => &shape.members.iter().find(|(name, ..)| name == key).unwrap_or_else(|| panic!("no {place}")).2,
        })
    }
}

fn word(place: &str) -> Option<(&'static str, &'static str)> {
    FIELDS.iter().chain(&MORE_FIELDS).chain(&BESIDE).find(|(at, ..)| *at == place).map(|(_, named, doc)| (*named, *doc))
}

fn interface(place: &str) -> (&'static str, &'static str) {
    let (name, _, doc) =
        INTERFACES.iter().find(|(_, at, _)| *at == place).unwrap_or_else(|| panic!("no name: {place}"));
    (name, doc)
}

fn report(out: &mut String) {
    let mut shape = Shape::default();
    reports().iter().for_each(|report| shape.add(report));
    for (name, place, doc) in INTERFACES {
        let _ = writeln!(out, "\n/** {doc} */\nexport interface {name} {{");
        let object = shape.at(place);
        for (key, times, member) in &object.members {
            let at = format!("{place}/{key}");
            let (_, doc) = word(&at).unwrap_or_else(|| panic!("the report has a key without a word: {at}"));
            let optional = *times < object.objects;
            let may_be_missing = at == SEVERAL_PLACES || BESIDE.iter().any(|(beside, ..)| *beside == at);
            assert!(!optional || may_be_missing, "{at} is not always there");
            let mark = if optional { "?" } else { "" };
            let _ = writeln!(out, "  /** {doc} */\n  {key}{mark}: {}", member.typescript(&at));
        }
        out.push_str("}\n");
    }
    rule(out);
}

/// The requirement, as `rules()` gives it.
fn rule(out: &mut String) {
    let forces = [Force::Guidance, Force::OtherLaw, Force::Trial, Force::Proposal, Force::Local];
    union(out, "ProfileForce", "What force the source of a profile has.", forces.map(Force::code));
    out.push_str(
        "
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
  /** The measure of this plan; `null` where the plan does not say enough for it. */
  value: number | null
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
",
    );
}

/// Reports that between them show everything a report can hold: those of the whole plans, and of some documents made for
/// it.
fn reports() -> Vec<Value> {
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/plans");
    let mut names: Vec<PathBuf> = fs::read_dir(plans.join("expected"))
        .expect("tests/plans/expected")
        .map(|entry| PathBuf::from(entry.expect("an entry").file_name()))
        .collect();
    names.sort();
    let read = |path: PathBuf| fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reports: Vec<Value> = names
        .iter()
        .map(|name| {
            let stated: Value = serde_json::from_slice(&read(plans.join("expected").join(name))).expect("JSON");
            let phase = Phase::from_code(stated["phase"].as_str().expect("a phase"));
            let as_of = Date::parse(stated["asOf"].as_str().expect("a day"));
            made(&read(plans.join(name)), &Checker::new().phase(phase).as_of(as_of).detail(Detail::All))
        })
        .collect();
    let only = Selection::new(&["P2.1.pkt2"], &["/moede"]).expect("a rule and a place");
    reports.push(made(b"{}", &Checker::new().only(only)));
    let horizon = Horizon::of(&["!/forberedendeDel/oensker"]).ok();
    reports.push(made(br#"{"sag": {"sagstype": "fleksjob"}}"#, &Checker::new().horizon(horizon)));
    let later = RULE_SET.superseded_from.to_string();
    let document = json!({
        "sag": { "sagstype": "fleksjob", "sagstpe": "x", "kategori": "x", "qqqqqqqq": 1 },
        "moede": { "dato": later, "deltagere": 1 },
        "afgoerelse": { "udfald": "x" },
        "forloeb": [],
        "forberedendeDel": { "cv": "tre ens ord", "oensker": "tre ens ord", "maal": "tre ens ord" },
    });
    reports.push(made(document.to_string().as_bytes(), &Checker::new()));
    reports.extend(beside(&plans, &names));
    reports
}

/// Reports with profiles and suppressions, which add to what a report can hold.
fn beside(plans: &Path, names: &[PathBuf]) -> Vec<Value> {
    let own = json!({
        "id": "kommune/eksempel", "title": "x", "source": "x", "force": "local", "validFrom": "2100-01-01",
        "effects": [{ "add": { "rules": ["proces/PR2"] } }],
    });
    let graver = |id: &str| json!({ "severity": { "rule": id, "to": "error" } });
    let graver: Vec<Value> = ["P6.1.pkt1.b"].into_iter().chain(added().map(|rule| rule.id)).map(graver).collect();
    let graver = json!({ "id": "kommune/strengere", "title": "x", "source": "x", "force": "local", "effects": graver });
    let mut reports = Vec::new();
    for name in names {
        let bytes = fs::read(plans.join(name)).expect("a plan");
        let plan = Checker::new().check_slice(&bytes).expect("a plan that can be read");
        let because = |key: String| json!({ "key": key, "reason": "known", "author": "a team leader", "date": "2020-01-01", "position": true });
        let keys: Vec<Value> = plan.findings().take(1).map(|finding| because(finding.key())).collect();
        let unused = because("P3.1.4!/nowhere".to_owned());
        let set = ProfileSet::builder()
            .built_in("proces", &[])
            .and_then(|set| set.built_in("vejledning", &[]))
            .and_then(|set| set.built_in("forslag/2018-laege-valgfri", &[]))
            .and_then(|set| set.built_in("forsoeg/nordjylland-2017", &["1A", "1C", "2"]))
            .and_then(|set| set.load(&own.to_string()))
            .and_then(|set| set.load(&graver.to_string()))
            .and_then(|set| set.suppress(&Value::from([keys, vec![unused]].concat()).to_string()))
            .map(Builder::for_one_plan)
            .and_then(Builder::build)
            .expect("profiles that exist");
        let options = Checker::new().detail(Detail::All);
        let report = options.clone().profiles(set.clone()).check_slice(&bytes).expect("a plan that can be read");
        reports.push(serde_json::from_str(&report.to_json(Lang::En)).expect("JSON"));
    }
    reports
}

fn made(plan: &[u8], options: &Checker) -> Value {
    let report = options.check_slice(plan).expect("a plan that can be read");
    let report: Value = serde_json::from_str(&report.to_json(Lang::En)).expect("JSON");
    for finding in report["input"].as_array().expect("a list") {
        let code = finding["code"].as_str().expect("a code");
        assert!(INPUT_CODES.contains(&code), "InputCode has one more: {code}");
    }
    report
}

// The plan.

fn plan(out: &mut String) {
    let schema = rehabplan::schema::json_schema(Lang::En);
    object(out, "Plan", &schema);
    for (name, definition) in schema["$defs"].as_object().expect("definitions") {
        match definition["oneOf"].as_array() {
            Some(choices) => {
                let doc = one_line(definition);
                union(out, name, &doc, choices.iter().map(|choice| choice["const"].as_str().expect("a code")));
            }
            None => object(out, name, definition),
        }
    }
}

fn object(out: &mut String, name: &str, schema: &Value) {
    let _ = writeln!(out, "\n/** {} */\nexport interface {name} {{", one_line(schema));
    for (key, field) in schema["properties"].as_object().expect("properties") {
        let provision = field["x-hjemmel"].as_str().unwrap_or_default();
        let _ = writeln!(
            out,
            "  /** {} Serves {provision}. */\n  {key}?: {} | undefined",
            one_line(field),
            field_type(field)
        );
    }
    out.push_str("}\n");
}

fn one_line(schema: &Value) -> String {
    schema["description"].as_str().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn field_type(field: &Value) -> String {
    if let Some(choices) = field["anyOf"].as_array() {
        return choices.iter().map(field_type).collect::<Vec<_>>().join(" | ");
    }
    if let Some(reference) = field["$ref"].as_str() {
        return reference.rsplit('/').next().unwrap_or_default().to_owned();
    }
    let kinds: Vec<&str> = match &field["type"] {
        Value::String(kind) => vec![kind],
        Value::Array(kinds) => kinds.iter().filter_map(Value::as_str).collect(),
        _ => return "unknown".to_owned(),
    };
    let kind = |kind: &&str| match *kind {
        "integer" => "number".to_owned(),
        "array" => match field_type(&field["items"]) {
            items if items.contains(' ') => format!("({items})[]"),
            items => format!("{items}[]"),
        },
        other => other.to_owned(),
    };
    kinds.iter().map(kind).collect::<Vec<_>>().join(" | ")
}
