//! The report: one value that says, for every requirement, what the plan amounts to.
//!
//! A report is light: rules, outcomes and paths. Texts are looked up when it is rendered, so the same report can be
//! shown in Danish and in English. It holds nothing that stands in the plan.

#[cfg(feature = "texts")]
use serde::{Serialize, Serializer};

use crate::answer::{self, Answer};
use crate::case::{Phase, Variants};
use crate::horizon::Horizon;
#[cfg(feature = "texts")]
use crate::json::{Json, Members, Written};
use crate::law::Rule;
use crate::outcome::{Outcome, Severity};
use crate::plan::Date;
#[cfg(feature = "profiles")]
use crate::profile::Suppression;
use crate::profile::{ProfileChanges, ProfileReport};
use crate::rule_set::RuleSet;
use crate::selection::Selection;
use crate::text::{Lang, Note, Said};

pub use crate::counts::{Conclusion, Counts};
pub use crate::input::{InputCode, InputFinding};
#[cfg(feature = "sources")]
pub use crate::input::{Told, ToldPlace, UNREADABLE};

/// The answer to one requirement.
#[derive(Debug, Clone, PartialEq)]
pub struct RuleResult {
    /// The requirement.
    pub rule: &'static Rule,
    pub(crate) answer: Answer,
    /// What profiles and suppressions did to the answer.
    pub(crate) changes: Option<Box<ProfileChanges>>,
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
        self.severity() == Some(Severity::Error) && self.same_as().is_none() && !self.is_suppressed()
    }

    /// How serious the finding is before a user made it graver or less grave.
    pub(crate) fn base_severity(&self) -> Option<Severity> {
        let severity = self.severity()?;
        self.changes.as_ref().map_or(Some(severity), |changes| changes.base_severity())
    }

    pub(crate) fn is_suppressed(&self) -> bool {
        self.changes.as_ref().is_some_and(|changes| changes.is_suppressed())
    }

    /// JSON Pointers to the places in the plan that the answer is about. Where the rule has several and the answer is
    /// about none in particular, it is the first.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.answer.paths_or(|| self.rule.first_path())
    }

    /// Whether the answer is open because what decides has no place in the source of the plan. Such answers are counted
    /// apart, in [`Counts::not_in_source`], and belong in no denominator.
    #[must_use]
    pub fn is_not_in_source(&self) -> bool {
        self.answer.is_beyond_the_horizon()
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

    /// The note that speaks in the place of the rule's own texts, where one does.
    #[must_use]
    pub fn says(&self) -> Option<&'static Note> {
        self.answer.says()
    }

    /// The key of the answer, the same from run to run as long as it is about the same places: `rule!path`, with a
    /// comma between paths.
    #[must_use]
    pub fn key(&self) -> String {
        answer::key(self.rule.id, self.paths())
    }

    /// What the answer says to a person.
    #[must_use]
    pub fn message(&self) -> Said {
        self.answer.message(&self.rule.texts)
    }

    /// What to do about it; `None` where there is nothing to do.
    #[must_use]
    pub fn remedy(&self) -> Option<Said> {
        self.answer.remedy(&self.rule.texts)
    }
}

#[cfg(feature = "profiles")]
impl RuleResult {
    /// What profiles and suppressions did to the answer, if they did anything.
    #[must_use]
    pub fn changes(&self) -> Option<&ProfileChanges> {
        self.changes.as_deref()
    }

    /// Why a finding is suppressed, who decided so, and when.
    #[must_use]
    pub fn suppressed(&self) -> Option<&Suppression> {
        self.changes()?.suppressed()
    }
}

/// What a plan amounts to under the regulation.
///
/// Render it with [`Report::to_json`], or read it piece by piece.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Report {
    /// What the plan was held against.
    pub rule_set: &'static RuleSet,
    /// The case variants: none when the case is out of scope, two in a mixed case.
    pub variants: Variants,
    /// The phase that the plan was checked for.
    pub phase: Phase,
    /// The day that the check counts as today.
    pub as_of: Option<Date>,
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
    /// What is wrong with the document itself, in the order of the model; keys that it does not have come last. The order
    /// of the keys in the document has no say.
    pub input: Vec<InputFinding>,
    /// What there is to say about the report as a whole.
    pub notes: Vec<&'static Note>,
    /// What the check was limited to, if it was.
    pub limited_to: Option<Selection>,
    /// What the source can hold, if that was said.
    pub horizon: Option<Horizon>,
    /// What profiles and suppressions made of it; `None` when none was chosen.
    pub profiles: Option<Box<ProfileReport>>,
}

impl Report {
    /// The findings: requirements that are not met, errors and warnings.
    pub fn findings(&self) -> impl Iterator<Item = &RuleResult> {
        self.results.iter().filter(|result| result.outcome() == Outcome::NotMet)
    }

    /// The JSON Pointers to all places that the report speaks of: what answers and findings on the document are about, and the
    /// facts that are missing. One may come more than once.
    #[cfg(feature = "profiles")]
    pub fn pointers(&self) -> impl Iterator<Item = &str> {
        let results = self.results.iter().flat_map(|result| result.paths().chain(result.depends_on()));
        let beside = self.profiles.iter().flat_map(|beside| &beside.results);
        let beside = beside.flat_map(|result| result.paths().chain(result.depends_on()));
        results.chain(beside).chain(self.input.iter().flat_map(InputFinding::paths))
    }

    /// The result of a rule, if the report holds one.
    #[must_use]
    pub fn result(&self, rule: &str) -> Option<&RuleResult> {
        self.results.iter().find(|result| result.rule.id == rule)
    }

    /// How many requirements are for a person to judge, in words; `None` when none is. They are no findings, so a report
    /// that keeps only findings shows nothing of them: `how` says where it is shown how to see them (`--all`), and is left
    /// out where they are shown.
    ///
    /// # Example
    ///
    /// ```
    /// use rehabplan::{Lang, Checker};
    ///
    /// let plan = r#"{"sag": {"sagstype": "revalidering"}, "forberedendeDel": {"oensker": "At køre bus igen."}}"#;
    /// let report = Checker::new().check_str(plan)?;
    /// let line = report.review_line(Lang::En, Some("--all")).expect("something to judge");
    /// assert!(line.ends_with("points are for a person to judge; see them with --all"), "{line}");
    /// # Ok::<(), rehabplan::ReadError>(())
    /// ```
    #[must_use]
    pub fn review_line(&self, lang: Lang, how: Option<&str>) -> Option<String> {
        self.counts.review_line(lang, how)
    }

    /// The report as one line of JSON, with its texts in a language.
    ///
    /// The bytes are the same for the same plan, options and language, on every platform.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn to_json(&self, lang: Lang) -> String {
        // Writing plain data to a string cannot fail.
        serde_json::to_string(&self.rendered(lang)).unwrap_or_default()
    }

    /// The report with its texts in a language, ready for any serde format.
    #[cfg(feature = "texts")]
    #[must_use]
    pub fn rendered(&self, lang: Lang) -> Rendered<'_> {
        Rendered { report: self, lang }
    }
}

#[cfg(feature = "texts")]
impl RuleResult {
    /// The answer as it stands in the report that is [written](Report::rendered), ready for any serde format.
    #[must_use]
    pub fn rendered(&self, lang: Lang) -> impl Serialize + '_ {
        Written(move |members: &mut Members<'_>| self.write(members, lang.spoken()))
    }
}

/// A [`Report`] with its texts in one language.
#[cfg(feature = "texts")]
#[derive(Debug, Clone, Copy)]
pub struct Rendered<'r> {
    report: &'r Report,
    lang: Lang,
}

#[cfg(feature = "texts")]
impl Serialize for Rendered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.report.write(members, self.lang)).serialize(serializer)
    }
}

#[cfg(feature = "texts")]
impl Report {
    fn write(&self, members: &mut Members<'_>, lang: Lang) {
        let lang = lang.spoken();
        let variants = (!self.variants.is_empty()).then(|| self.variants.to_string());
        members.object("ruleSet", &|members| self.rule_set.write(members));
        members.text("lang", lang.tag());
        members.text_or_null("variant", variants.as_deref());
        members.text("phase", self.phase.code());
        members.text_or_null("asOf", self.as_of.map(|day| day.to_string()).as_deref());
        members.text("conclusion", self.conclusion.code());
        members.flag("complete", self.complete);
        members.object_or_null("limitedTo", self.limited_to.as_ref(), Selection::write);
        if let Some(horizon) = &self.horizon {
            members.object("horizon", &|members| horizon.coverage().write(members));
        }
        members.object("counts", &|members| self.counts.write(members));
        members.number("errors", self.errors);
        members.number("warnings", self.warnings);
        members.list("results", &self.results, |result, members| result.write(members, lang));
        members.list("input", &self.input, |finding, members| finding.write(members, lang));
        members.list("notes", &self.notes, |note, members| note.write(members, lang));
        if let Some(beside) = &self.profiles {
            beside.write(members, lang);
        }
    }
}

#[cfg(feature = "texts")]
impl RuleResult {
    fn write(&self, members: &mut Members<'_>, lang: Lang) {
        let rule = self.rule;
        members.text("rule", rule.id);
        members.text("key", &self.key());
        members.text("citation", &rule.provision.to_string());
        members.object("provision", &|members| rule.provision.write(members));
        members.text("page", &rule.page(lang));
        members.text("outcome", self.outcome().code());
        members.text_or_null("severity", self.severity().map(Severity::code));
        members.texts("paths", &self.paths().collect::<Vec<_>>());
        members.text("message", self.message().get(lang));
        members.text_or_null("remedy", self.remedy().map(|text| text.get(lang)));
        members.text_or_null("exemption", self.exemption().map(|provision| provision.to_string()).as_deref());
        members.text_or_null("sameAs", self.same_as().map(|rule| rule.id));
        members.text_or_null("dependsOn", self.depends_on());
        members.object_or_null("note", self.note(), |note, members| note.write(members, lang));
        if let Some(changes) = &self.changes {
            changes.write(members, lang);
        }
    }
}
