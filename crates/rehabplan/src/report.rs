//! The report: one value that says, for every requirement, what the plan amounts to.
//!
//! A report is light: rules, outcomes and paths. Texts are looked up when it is rendered, so the same report can be
//! shown in Danish and in English. It holds nothing that stands in the plan.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::ser::{SerializeMap, SerializeSeq as _};
use serde::{Serialize, Serializer};

use crate::answer::{Answer, Outcome, Severity};
use crate::case::{Phase, Variants};
use crate::law::Rule;
use crate::profile::{
    Change, Changes, Force, Measure, ProfileReport, ProfileResult, ProfileStatus, Reason, Suppression,
};
use crate::rule_set::RULE_SET;
use crate::text::{Lang, Note, Text};

/// What the whole plan amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Conclusion {
    /// Nothing that the regulation demands is missing, and nothing was left undetermined.
    Fulfilled,
    /// At least one requirement of error severity is not met.
    Deficient,
    /// No requirement is known to be missing, but something could not be determined.
    Undetermined,
    /// The case does not fall under the regulation (§ 1).
    OutOfScope,
    /// The case is older than the regulation (§ 17).
    OutsideValidity,
}

impl Conclusion {
    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::Deficient => "deficient",
            Self::Undetermined => "undetermined",
            Self::OutOfScope => "outOfScope",
            Self::OutsideValidity => "outsideValidity",
        }
    }

    /// The conclusion in words.
    #[must_use]
    pub fn text(self) -> Text {
        match self {
            Self::Fulfilled => Text { da: "Opfyldt", en: "Fulfilled" },
            Self::Deficient => Text { da: "Mangelfuld", en: "Deficient" },
            Self::Undetermined => Text { da: "Kan ikke afgøres", en: "Cannot be determined" },
            Self::OutOfScope => Text { da: "Uden for anvendelsesområdet", en: "Out of scope" },
            Self::OutsideValidity => {
                Text { da: "Uden for regelsættets periode", en: "Outside the period of the rule set" }
            }
        }
    }
}

/// How many requirements had each outcome. A finding that repeats another (`sameAs`) is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counts {
    /// Met.
    pub met: u32,
    /// Not met, errors and warnings together.
    pub not_met: u32,
    /// Exempt.
    pub exempt: u32,
    /// Not relevant in this case or phase.
    pub not_applicable: u32,
    /// For a person to judge.
    pub review: u32,
    /// Could not be determined.
    pub undetermined: u32,
}

impl Counts {
    pub(crate) fn add(&mut self, outcome: Outcome) {
        let count = match outcome {
            Outcome::Met => &mut self.met,
            Outcome::NotMet => &mut self.not_met,
            Outcome::Exempt => &mut self.exempt,
            Outcome::NotApplicable => &mut self.not_applicable,
            Outcome::Review => &mut self.review,
            Outcome::Undetermined => &mut self.undetermined,
        };
        *count += 1;
    }
}

/// The answer to one requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleResult {
    /// The requirement.
    pub rule: &'static Rule,
    pub(crate) answer: Answer,
    /// What profiles and suppressions did to the answer.
    pub(crate) changes: Option<Box<Changes>>,
}

impl RuleResult {
    /// What the requirement amounts to.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        self.answer.outcome()
    }

    /// How serious a finding is; `None` for every outcome but [`Outcome::NotMet`].
    #[must_use]
    pub fn severity(&self) -> Option<Severity> {
        self.answer.severity()
    }

    /// Whether the finding stands in the way: an error that repeats no other finding.
    #[must_use]
    pub fn is_blocking(&self) -> bool {
        self.severity() == Some(Severity::Error) && self.same_as().is_none() && self.suppressed().is_none()
    }

    /// What profiles and suppressions did to the answer, if they did anything.
    #[must_use]
    pub fn changes(&self) -> Option<&Changes> {
        self.changes.as_deref()
    }

    /// Why a finding is suppressed, who decided so, and when.
    #[must_use]
    pub fn suppressed(&self) -> Option<&Suppression> {
        self.changes()?.suppressed()
    }

    /// JSON Pointers to the places in the plan that the answer is about. Where the rule has several and the answer is
    /// about none in particular, it is the first.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.answer.paths_or(self.rule.paths)
    }

    /// The provision that exempts; `None` for every outcome but [`Outcome::Exempt`].
    #[must_use]
    pub fn exemption(&self) -> Option<crate::law::Provision> {
        self.answer.exemption()
    }

    /// The leading rule that the same defect breaks too.
    #[must_use]
    pub fn same_as(&self) -> Option<&'static Rule> {
        self.answer.same_as()
    }

    /// JSON Pointer to the missing fact that leaves the answer undetermined.
    #[must_use]
    pub fn depends_on(&self) -> Option<&str> {
        self.answer.depends_on()
    }

    /// Why the answer is what it is, where the rule's own texts do not say it.
    #[must_use]
    pub fn note(&self) -> Option<&'static Note> {
        self.answer.note()
    }

    /// The key of the answer, the same from run to run as long as it is about the same places: `rule!path`, with a
    /// comma between paths.
    #[must_use]
    pub fn key(&self) -> String {
        key(self.rule.id, self.paths())
    }

    /// What the answer says to a person.
    #[must_use]
    pub fn message(&self) -> Text {
        self.answer.message(&self.rule.texts)
    }

    /// What to do about it; `None` where there is nothing to do.
    #[must_use]
    pub fn remedy(&self) -> Option<Text> {
        self.answer.remedy(&self.rule.texts)
    }
}

pub(crate) fn key<'p>(rule: &str, paths: impl Iterator<Item = &'p str>) -> String {
    let mut key = format!("{rule}!");
    for (place, path) in paths.enumerate() {
        if place > 0 {
            key.push(',');
        }
        key.push_str(path);
    }
    key
}

/// What is wrong with one place of the document itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum InputCode {
    /// Text was expected.
    NotText,
    /// A date, `YYYY-MM-DD`, was expected.
    NotADate,
    /// `true` or `false` was expected.
    NotABoolean,
    /// A number was expected.
    NotANumber {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// The number is out of range.
    OutOfRange {
        /// The least.
        min: u32,
        /// The greatest.
        max: u32,
    },
    /// The code is not on the list.
    NotACode {
        /// The code that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// A list was expected.
    NotAList,
    /// An object was expected.
    NotAnObject,
    /// The plan has no such field.
    UnknownKey {
        /// The field that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// The key stands twice in the same object; the last value counts.
    DuplicateKey,
    /// The course ends before it begins, so it exempts from nothing.
    EndBeforeStart,
}

impl InputCode {
    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NotText => "notText",
            Self::NotADate => "notADate",
            Self::NotABoolean => "notABoolean",
            Self::NotANumber { .. } => "notANumber",
            Self::OutOfRange { .. } => "outOfRange",
            Self::NotACode { .. } => "notACode",
            Self::NotAList => "notAList",
            Self::NotAnObject => "notAnObject",
            Self::UnknownKey { .. } => "unknownKey",
            Self::DuplicateKey => "duplicateKey",
            Self::EndBeforeStart => "endBeforeStart",
        }
    }

    /// Whether the value is lost to the rules (error) or only worth a look (warning).
    #[must_use]
    pub fn severity(self) -> Severity {
        match self {
            Self::UnknownKey { .. } | Self::DuplicateKey => Severity::Warning,
            _ => Severity::Error,
        }
    }

    /// The name that was most likely meant.
    #[must_use]
    pub fn nearest(self) -> Option<&'static str> {
        match self {
            Self::NotACode { nearest } | Self::UnknownKey { nearest } => nearest,
            _ => None,
        }
    }

    fn texts(self) -> (Text, Text) {
        const SCHEMA: Text = Text {
            da: "Ret nøglen, eller fjern den; »rehabplan schema« viser de nøgler, der findes",
            en: "Correct the key or remove it; \"rehabplan schema\" shows the keys that exist",
        };
        match self {
            Self::NotText => (
                Text { da: "Værdien er ikke tekst", en: "The value is not text" },
                Text { da: "Skriv en tekst i anførselstegn", en: "Write a text in quotation marks" },
            ),
            Self::NotADate => (
                Text { da: "Værdien er ikke en mulig dato", en: "The value is not a possible date" },
                Text { da: "Skriv datoen som ÅÅÅÅ-MM-DD", en: "Write the date as YYYY-MM-DD" },
            ),
            Self::NotABoolean => (
                Text { da: "Værdien er ikke sand eller falsk", en: "The value is neither true nor false" },
                Text {
                    da: "Skriv true eller false uden anførselstegn",
                    en: "Write true or false without quotation marks",
                },
            ),
            Self::NotANumber { .. } => (
                Text {
                    da: "Værdien er ikke et tal af den rette slags",
                    en: "The value is not a number of the right kind",
                },
                Text {
                    da: "Skriv et tal fra {min} til {max} uden anførselstegn",
                    en: "Write a number from {min} to {max} without quotation marks",
                },
            ),
            Self::OutOfRange { .. } => (
                Text { da: "Tallet ligger uden for det mulige", en: "The number is out of range" },
                Text { da: "Skriv et tal fra {min} til {max}", en: "Write a number from {min} to {max}" },
            ),
            Self::NotACode { nearest: Some(_) } => (
                Text {
                    da: "Koden findes ikke; mentes »{nearest}«?",
                    en: "There is no such code; did you mean \"{nearest}\"?",
                },
                Text { da: "Brug en af feltets koder", en: "Use one of the field's codes" },
            ),
            Self::NotACode { nearest: None } => (
                Text { da: "Koden findes ikke", en: "There is no such code" },
                Text { da: "Brug en af feltets koder", en: "Use one of the field's codes" },
            ),
            Self::NotAList => (
                Text { da: "Værdien er ikke en liste", en: "The value is not a list" },
                Text { da: "Skriv en liste, [ ... ]", en: "Write a list, [ ... ]" },
            ),
            Self::NotAnObject => (
                Text { da: "Værdien er ikke et objekt", en: "The value is not an object" },
                Text { da: "Skriv et objekt, { ... }", en: "Write an object, { ... }" },
            ),
            Self::UnknownKey { nearest: Some(_) } => (
                Text {
                    da: "Her står en nøgle, som planen ikke har; mentes »{nearest}«?",
                    en: "A key stands here that the plan does not have; did you mean \"{nearest}\"?",
                },
                SCHEMA,
            ),
            Self::UnknownKey { nearest: None } => (
                Text {
                    da: "Her står en nøgle, som planen ikke har; den læses ikke",
                    en: "A key stands here that the plan does not have; it is not read",
                },
                SCHEMA,
            ),
            Self::DuplicateKey => (
                Text {
                    da: "Nøglen står to gange; den sidste værdi gælder",
                    en: "The key stands twice; the last value counts",
                },
                Text { da: "Slet den ene", en: "Delete one of them" },
            ),
            Self::EndBeforeStart => (
                Text {
                    da: "Forløbet slutter, før det begynder, og giver derfor ingen undtagelse",
                    en: "The course ends before it begins, and so it exempts from nothing",
                },
                Text { da: "Ret den ene af de to datoer", en: "Correct one of the two dates" },
            ),
        }
    }

    fn fill(self, template: &'static str) -> Cow<'static, str> {
        match self {
            Self::NotANumber { min, max } | Self::OutOfRange { min, max } => {
                template.replace("{min}", &min.to_string()).replace("{max}", &max.to_string()).into()
            }
            Self::NotACode { nearest: Some(nearest) } | Self::UnknownKey { nearest: Some(nearest) } => {
                template.replace("{nearest}", nearest).into()
            }
            _ => template.into(),
        }
    }
}

/// Something that is wrong with the document itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputFinding {
    /// JSON Pointer to the place. A key that does not look like the name of a field is not repeated; the pointer is
    /// then to the object that holds it.
    pub path: String,
    /// What is wrong.
    pub code: InputCode,
}

impl InputFinding {
    /// What is wrong, in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> Cow<'static, str> {
        self.code.fill(self.code.texts().0.get(lang))
    }

    /// What to do about it.
    #[must_use]
    pub fn remedy(&self, lang: Lang) -> Cow<'static, str> {
        self.code.fill(self.code.texts().1.get(lang))
    }
}

/// What a plan amounts to under the regulation.
///
/// Render it with [`Report::to_json`], or read it piece by piece.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// The case variants: none when the case is out of scope, two in a mixed case.
    pub variants: Variants,
    /// The phase that the plan was checked for.
    pub phase: Phase,
    /// The day that the check counts as today.
    pub as_of: Option<NaiveDate>,
    /// What the whole plan amounts to.
    pub conclusion: Conclusion,
    /// Whether every check ran to its end. A report that is not complete never concludes `fulfilled`.
    pub complete: bool,
    /// How many requirements had each outcome.
    pub counts: Counts,
    /// How many findings are errors.
    pub errors: u32,
    /// How many findings are warnings.
    pub warnings: u32,
    /// The answers, in the order of the law: all of them, or only findings and what could not be determined.
    pub results: Vec<RuleResult>,
    /// What is wrong with the document itself, in the order of the document.
    pub input: Vec<InputFinding>,
    /// What there is to say about the report as a whole.
    pub notes: Vec<&'static Note>,
    /// What the check was limited to, if it was.
    pub limited_to: Option<crate::Selection>,
    /// What profiles and suppressions made of it; `None` when none was chosen.
    pub profiles: Option<Box<ProfileReport>>,
}

impl Report {
    /// The findings: requirements that are not met, errors and warnings.
    pub fn findings(&self) -> impl Iterator<Item = &RuleResult> {
        self.results.iter().filter(|result| result.outcome() == Outcome::NotMet)
    }

    /// The result of a rule, if the report holds one.
    #[must_use]
    pub fn result(&self, rule: &str) -> Option<&RuleResult> {
        self.results.iter().find(|result| result.rule.id == rule)
    }

    /// The report as one line of JSON, with its texts in a language.
    ///
    /// The bytes are the same for the same plan, options and language, on every platform.
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        // Writing plain data to a string cannot fail.
        serde_json::to_string(&self.rendered(lang)).unwrap_or_default()
    }

    /// The report with its texts in a language, ready for any serde format.
    #[must_use]
    pub fn rendered(&self, lang: Lang) -> Rendered<'_> {
        Rendered { report: self, lang }
    }
}

/// A [`Report`] with its texts in one language.
#[derive(Debug, Clone, Copy)]
pub struct Rendered<'r> {
    report: &'r Report,
    lang: Lang,
}

impl Serialize for Rendered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { report, lang } = *self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ruleSet", &RULE_SET)?;
        map.serialize_entry("lang", lang.tag())?;
        map.serialize_entry("variant", &report.variants)?;
        map.serialize_entry("phase", report.phase.code())?;
        map.serialize_entry("asOf", &report.as_of.map(crate::plan::Date))?;
        map.serialize_entry("conclusion", report.conclusion.code())?;
        map.serialize_entry("complete", &report.complete)?;
        map.serialize_entry("limitedTo", &report.limited_to)?;
        map.serialize_entry("counts", &report.counts)?;
        map.serialize_entry("errors", &report.errors)?;
        map.serialize_entry("warnings", &report.warnings)?;
        map.serialize_entry("results", &List(report.results.iter().map(|result| RenderedResult { result, lang })))?;
        map.serialize_entry("input", &List(report.input.iter().map(|finding| RenderedInput { finding, lang })))?;
        map.serialize_entry("notes", &List(report.notes.iter().map(|note| RenderedNote { note, lang })))?;
        if let Some(beside) = &report.profiles {
            let statuses = beside.profiles.iter().map(|status| RenderedStatus { status, lang });
            let results = beside.results.iter().map(|result| RenderedProfileResult { result, lang });
            let measures = beside.measures.iter().map(|measure| RenderedMeasure { measure, lang });
            let unused = beside.unused_suppressions().map(|suppression| &suppression.key);
            map.serialize_entry("baseConclusion", beside.base_conclusion.code())?;
            map.serialize_entry("profiles", &List(statuses))?;
            map.serialize_entry("profileCounts", &beside.counts)?;
            map.serialize_entry("profileResults", &List(results))?;
            map.serialize_entry("measures", &List(measures))?;
            map.serialize_entry("suppressed", &beside.suppressed)?;
            map.serialize_entry("unusedSuppressions", &List(unused))?;
        }
        map.end()
    }
}

/// A list that is written as it is made.
struct List<I>(I);

impl<I: Iterator<Item: Serialize> + Clone> Serialize for List<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        for item in self.0.clone() {
            list.serialize_element(&item)?;
        }
        list.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedResult<'r> {
    result: &'r RuleResult,
    lang: Lang,
}

impl Serialize for RenderedResult<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { result, lang } = *self;
        let paths: Vec<&str> = result.paths().collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rule", result.rule.id)?;
        map.serialize_entry("key", &result.key())?;
        map.serialize_entry("citation", &result.rule.provision.to_string())?;
        map.serialize_entry("provision", &result.rule.provision)?;
        map.serialize_entry("page", &result.rule.page(lang))?;
        map.serialize_entry("outcome", result.outcome().code())?;
        map.serialize_entry("severity", &result.severity().map(Severity::code))?;
        map.serialize_entry("paths", &paths)?;
        map.serialize_entry("message", result.message().get(lang))?;
        map.serialize_entry("remedy", &result.remedy().map(|text| text.get(lang)))?;
        map.serialize_entry("exemption", &result.exemption().map(|provision| provision.to_string()))?;
        map.serialize_entry("sameAs", &result.same_as().map(|rule| rule.id))?;
        map.serialize_entry("dependsOn", &result.depends_on())?;
        map.serialize_entry("note", &result.note().map(|note| RenderedNote { note, lang }))?;
        if let Some(changes) = result.changes() {
            serialize_changes(&mut map, changes, lang)?;
        }
        map.end()
    }
}

/// What profiles and suppressions did to an answer.
fn serialize_changes<M: SerializeMap>(map: &mut M, changes: &Changes, lang: Lang) -> Result<(), M::Error> {
    map.serialize_entry("baseOutcome", changes.base_outcome.code())?;
    map.serialize_entry("baseSeverity", &changes.base_severity.map(Severity::code))?;
    map.serialize_entry("changedBy", &List(changes.by.iter().map(|change| RenderedChange { change, lang })))?;
    map.serialize_entry("suppressed", &changes.suppressed().map(RenderedSuppression))
}

#[derive(Clone, Copy)]
struct RenderedChange<'r> {
    change: &'r Change,
    lang: Lang,
}

impl Serialize for RenderedChange<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { change, lang } = *self;
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("profile", &change.profile().id)?;
        map.serialize_entry("theme", &change.theme())?;
        map.serialize_entry("force", change.profile().force.code())?;
        map.serialize_entry("effect", change.kind.code())?;
        map.serialize_entry("basis", &change.basis(lang))?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedSuppression<'r>(&'r Suppression);

impl Serialize for RenderedSuppression<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("reason", &self.0.reason)?;
        map.serialize_entry("author", &self.0.author)?;
        map.serialize_entry("date", &self.0.date)?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedStatus<'r> {
    status: &'r ProfileStatus,
    lang: Lang,
}

impl Serialize for RenderedStatus<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { status, lang } = *self;
        let profile = status.profile();
        let reason = |reason: Option<Reason>| reason.map(|reason| RenderedReason { reason, lang });
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &profile.id)?;
        map.serialize_entry("title", profile.title.get(lang))?;
        map.serialize_entry("source", profile.source.get(lang))?;
        map.serialize_entry("force", profile.force.code())?;
        map.serialize_entry("forceText", profile.force.text().get(lang))?;
        map.serialize_entry("inForce", &status.is_in_force())?;
        map.serialize_entry("reason", &reason(status.reason))?;
        let themes = status.themes().map(|(theme, why)| RenderedTheme {
            id: &theme.id,
            title: theme.title.get(lang),
            reason: reason(why),
            without_effect: theme.without_effect.as_ref().map(|words| words.get(lang)),
        });
        map.serialize_entry("themes", &List(themes))?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedReason {
    reason: Reason,
    lang: Lang,
}

impl Serialize for RenderedReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("code", self.reason.code())?;
        map.serialize_entry("text", self.reason.text().get(self.lang))?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedTheme<'r> {
    id: &'r str,
    title: &'r str,
    reason: Option<RenderedReason>,
    without_effect: Option<&'r str>,
}

impl Serialize for RenderedTheme<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("id", self.id)?;
        map.serialize_entry("title", self.title)?;
        map.serialize_entry("inForce", &self.reason.is_none())?;
        map.serialize_entry("reason", &self.reason)?;
        map.serialize_entry("withoutEffect", &self.without_effect)?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedProfileResult<'r> {
    result: &'r ProfileResult,
    lang: Lang,
}

impl Serialize for RenderedProfileResult<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { result, lang } = *self;
        let paths: Vec<&str> = result.paths().collect();
        let force = result.profiles().map(|profile| profile.force).min();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rule", result.rule.id)?;
        map.serialize_entry("key", &result.key())?;
        map.serialize_entry("profiles", &List(result.profiles().map(|profile| &profile.id)))?;
        map.serialize_entry("force", &force.map(Force::code))?;
        map.serialize_entry("forceText", &force.map(|force| force.text().get(lang)))?;
        map.serialize_entry("citation", result.rule.citation.get(lang))?;
        map.serialize_entry("page", &result.rule.page(lang))?;
        map.serialize_entry("outcome", result.outcome().code())?;
        map.serialize_entry("severity", &result.severity().map(Severity::code))?;
        map.serialize_entry("paths", &paths)?;
        map.serialize_entry("message", result.message().get(lang))?;
        map.serialize_entry("remedy", &result.remedy().map(|text| text.get(lang)))?;
        map.serialize_entry("sameAs", &result.same_as().map(|rule| rule.id))?;
        map.serialize_entry("dependsOn", &result.depends_on())?;
        map.serialize_entry("note", &result.note().map(|note| RenderedNote { note, lang }))?;
        if let Some(changes) = result.changes() {
            serialize_changes(&mut map, changes, lang)?;
        }
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedMeasure<'r> {
    measure: &'r Measure,
    lang: Lang,
}

impl Serialize for RenderedMeasure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { measure, lang } = *self;
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("rule", measure.rule)?;
        map.serialize_entry("code", measure.code)?;
        map.serialize_entry("title", measure.title.get(lang))?;
        map.serialize_entry("unit", measure.unit.code())?;
        map.serialize_entry("value", &measure.value)?;
        map.serialize_entry("national", &measure.national)?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedNote {
    note: &'static Note,
    lang: Lang,
}

impl Serialize for RenderedNote {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("code", self.note.code)?;
        map.serialize_entry("text", self.note.text.get(self.lang))?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedInput<'r> {
    finding: &'r InputFinding,
    lang: Lang,
}

impl Serialize for RenderedInput<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { finding, lang } = *self;
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("path", &finding.path)?;
        map.serialize_entry("code", finding.code.code())?;
        map.serialize_entry("severity", finding.code.severity().code())?;
        map.serialize_entry("message", &finding.message(lang))?;
        map.serialize_entry("remedy", &finding.remedy(lang))?;
        map.serialize_entry("nearest", &finding.code.nearest())?;
        map.end()
    }
}
