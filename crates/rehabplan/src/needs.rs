//! What a case requires now: of a plan, requirement by requirement, and of each of its fields. For forms, and for whoever
//! counts how far a plan has come.
//!
//! A report says what is wrong. A form asks before anything is: which fields have to be filled in, which does this kind of
//! case never ask for, what has lifted a requirement.
//!
//! ```
//! use rehabplan::needs::{Need, Needs};
//! use rehabplan::{Checker, Detail};
//!
//! let checker = Checker::new().detail(Detail::All);
//! let report = checker.check_str(r#"{"sag": {"sagstype": "ressourceforloeb"}}"#)?;
//! let needs = Needs::of(&report).expect("a report with every answer");
//! assert_eq!(needs.field("/forberedendeDel/oensker").need, Need::Required);
//! assert_eq!(needs.field("/indstilling/begrundelse").need, Need::Later);
//! assert_eq!(needs.field("/forberedendeDel/selvstaendig/opgaver").need, Need::Irrelevant);
//! # Ok::<(), rehabplan::ReadError>(())
//! ```

use crate::law::{self, Cell, Provision, RULE_COUNT, Rule, RuleKind};
use crate::outcome::{Outcome, Severity};
use crate::places::{self, is_at_or_below};
use crate::pointer;
use crate::report::{Conclusion, Report, RuleResult};
use crate::text::notes;

/// What a requirement amounts to, seen by whoever writes the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Status {
    /// Met.
    Met,
    /// Not met.
    Missing,
    /// Worth a look.
    Warning,
    /// The plan does not say enough.
    Undetermined,
    /// For a person to judge.
    Review,
    /// A provision has lifted it.
    Exempt,
    /// The whole part is missing, which is one finding on the requirement for the part.
    PartMissing,
    /// It applies in a later phase.
    Later,
    /// Its condition is not there.
    NotNow,
    /// Not in this kind of case.
    NotRelevant,
}

impl Status {
    /// All of them.
    pub const ALL: &'static [Self] = &[
        Self::Met,
        Self::Missing,
        Self::Warning,
        Self::Undetermined,
        Self::Review,
        Self::Exempt,
        Self::PartMissing,
        Self::Later,
        Self::NotNow,
        Self::NotRelevant,
    ];

    /// What an answer amounts to.
    #[must_use]
    pub fn of(result: &RuleResult) -> Self {
        match result.outcome() {
            Outcome::Met => Self::Met,
            Outcome::NotMet if result.severity() == Some(Severity::Error) => Self::Missing,
            Outcome::NotMet => Self::Warning,
            Outcome::Undetermined => Self::Undetermined,
            Outcome::Review => Self::Review,
            Outcome::Exempt => Self::Exempt,
            Outcome::NotApplicable => match result.note() {
                Some(note) if note == &notes::PART_MISSING => Self::PartMissing,
                Some(note) if note == &notes::LATER_PHASE => Self::Later,
                Some(note) if note == &notes::OTHER_VARIANT => Self::NotRelevant,
                _ => Self::NotNow,
            },
        }
    }

    /// The code, as the npm package and Python have it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missing => "missing",
            Self::Warning => "warning",
            Self::Undetermined => "undetermined",
            Self::Review => "review",
            Self::Exempt => "exempt",
            Self::PartMissing => "partMissing",
            Self::Later => "later",
            Self::NotNow => "notNow",
            Self::NotRelevant => "notRelevant",
        }
    }
}

/// What a case asks of a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Need {
    /// A requirement needs it now.
    Required,
    /// A requirement looks at it, but does not need it now.
    Optional,
    /// A provision has lifted the requirement.
    Exempt,
    /// In a later phase.
    Later,
    /// Not in this kind of case.
    Irrelevant,
    /// No requirement looks at it, which is so of every field where the regulation does not apply.
    Free,
    /// The plan does not say what kind of case it is.
    Unknown,
}

impl Need {
    /// All of them.
    pub const ALL: &'static [Self] =
        &[Self::Required, Self::Optional, Self::Exempt, Self::Later, Self::Irrelevant, Self::Free, Self::Unknown];

    /// The code, as the npm package and Python have it.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Optional => "optional",
            Self::Exempt => "exempt",
            Self::Later => "later",
            Self::Irrelevant => "irrelevant",
            Self::Free => "free",
            Self::Unknown => "unknown",
        }
    }
}

/// What a case asks of one field.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct FieldNeed<'r> {
    /// What it asks.
    pub need: Need,
    /// The provision that has lifted a requirement that is about the field.
    pub exemption: Option<Provision>,
    /// The answers of the requirements that are about it, in the order of the law: those that name it, those whose answer
    /// stands there, and those that wait for it. Where there are none, those that look at it besides ([`Rule::looks_at`](crate::law::Rule::looks_at)).
    pub results: Vec<&'r RuleResult>,
}

/// What a case requires, as a report with every answer says it.
#[derive(Debug, Clone)]
pub struct Needs<'r> {
    report: &'r Report,
    /// Every place that an answer is about, in the order of the answers.
    subjects: Vec<Subject<'r>>,
}

/// A place of the model that an answer is about.
#[derive(Debug, Clone)]
struct Subject<'r> {
    place: String,
    is: About,
    result: &'r RuleResult,
}

/// How an answer is about a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum About {
    /// The requirement names it.
    Named,
    /// The requirement looks at it, and names others.
    LookedAt,
    /// The answer stands there, or waits for it.
    Answered,
}

impl<'r> Needs<'r> {
    /// Of a report with every answer; `None` when answers are missing ([`Detail::Findings`](crate::Detail::Findings), a
    /// [`Selection`](crate::Selection)), for they would look like requirements that ask for nothing.
    #[must_use]
    pub fn of(report: &'r Report) -> Option<Self> {
        let is_whole = report.results.len() == RULE_COUNT;
        let is_unanswered = report.variants.is_empty() || report.conclusion == Conclusion::OutsideValidity;
        if !(is_whole || report.results.is_empty() && is_unanswered) {
            return None;
        }
        let mut subjects = Vec::new();
        for result in &report.results {
            let mut add = |place, is| subjects.push(Subject { place, is, result });
            let names = result.rule.paths();
            for place in result.rule.looks_at() {
                add(place.to_owned(), if names.contains(&place) { About::Named } else { About::LookedAt });
            }
            for place in result.paths().chain(result.depends_on()) {
                add(places::general(place), About::Answered);
            }
        }
        Some(Self { report, subjects })
    }

    /// Whether a requirement must be met now: what is met, missing or undetermined is, but not what is exempt, later or a
    /// person's to judge. Of a part that is missing nothing is known, so the matrix decides.
    #[must_use]
    pub fn is_required(&self, result: &RuleResult) -> bool {
        let is_in_matrix = || self.report.variants.iter().any(|variant| result.rule.cells.get(variant).is_required());
        result.rule.kind == RuleKind::Requirement
            && match Status::of(result) {
                Status::Met | Status::Missing | Status::Undetermined => true,
                Status::PartMissing => is_in_matrix(),
                _ => false,
            }
    }

    /// The ids of the requirements and rules of scope that say why a requirement is exempt: those of the provision that
    /// exempts, as far as they have something to say in this case. None for one that is not exempt.
    #[must_use]
    pub fn exempted_by(&self, result: &RuleResult) -> Vec<&'static str> {
        let mut by = result.exemption().map(law::grounds).unwrap_or_default();
        by.retain(|id| {
            let outcome = self.report.result(id).map(RuleResult::outcome);
            !matches!(outcome, Some(Outcome::NotApplicable | Outcome::NotMet))
        });
        by
    }

    /// What the case asks of the field at a JSON Pointer.
    #[must_use]
    pub fn field(&self, pointer: &str) -> FieldNeed<'r> {
        if self.report.variants.is_empty() && self.report.conclusion == Conclusion::Undetermined {
            return FieldNeed { need: Need::Unknown, exemption: None, results: Vec::new() };
        }
        let place = places::general(pointer);
        let own = place.strip_prefix(pointer!(min_plan)).filter(|own| is_in_indsatsdel(own)).unwrap_or(&place);
        let (mut results, mut besides): (Vec<&RuleResult>, Vec<&RuleResult>) = (Vec::new(), Vec::new());
        // A requirement may accept several fields; its answer says which of them it is about. And what lifts requirements may ask
        // that a blank field is marked, or used where the case has it (§§ 12-13).
        let (mut is_required, mut is_minded) = (false, false);
        for about in &self.subjects {
            let result = about.result;
            let is_answered = about.is == About::Answered;
            if about.place != if is_answered { &place } else { own } {
                continue;
            }
            if about.is == About::LookedAt {
                is_minded |= minds(result);
                besides.push(result);
                continue;
            }
            is_required |= is_answered && self.is_required(result);
            if results.last().is_none_or(|last| last.rule != result.rule) {
                results.push(result);
            }
        }
        if results.is_empty() {
            results = besides;
        }
        let every = |is: fn(Status) -> bool| results.iter().all(|result| is(Status::of(result)));
        let need = if results.is_empty() {
            Need::Free
        } else if is_required {
            Need::Required
        } else if every(|status| status == Status::NotRelevant) {
            Need::Irrelevant
        } else if !every(|status| status != Status::Exempt) {
            if is_minded { Need::Optional } else { Need::Exempt }
        } else if every(|status| matches!(status, Status::Later | Status::NotRelevant)) {
            Need::Later
        } else {
            Need::Optional
        };
        FieldNeed { need, exemption: results.iter().find_map(|result| result.exemption()), results }
    }

    /// All of it, as one line of JSON: every requirement that has an answer, and every place that is not [free](Need::Free), as
    /// [`field`](Self::field) says it, in the order of the law. What no requirement looks at is not there.
    ///
    /// ```json
    /// {
    ///   "requirements": {"P3.1.4": {"status": "met", "isRequired": true, "exemptedBy": []}},
    ///   "fields": {"/forberedendeDel/oensker": {"need": "required", "exemption": null, "rules": ["P3.1.4"]}}
    /// }
    /// ```
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut json = String::from("{\"requirements\":{");
        for result in &self.report.results {
            begin(&mut json, result.rule.id);
            put(&mut json, &["{\"status\":\"", Status::of(result).code(), "\",\"isRequired\":"]);
            put(&mut json, &[if self.is_required(result) { "true" } else { "false" }, ",\"exemptedBy\":"]);
            list(&mut json, &self.exempted_by(result));
            json.push('}');
        }
        json.push_str("},\"fields\":{");
        let mut told: Vec<String> = Vec::new();
        let mut tell = |place: String| {
            if told.contains(&place) {
                return;
            }
            let FieldNeed { need, exemption, results } = self.field(&place);
            told.push(place);
            let (Some(place), true) = (told.last(), need != Need::Free) else { return };
            begin(&mut json, place);
            let mark = if exemption.is_some() { "\"" } else { "" };
            let exemption = exemption.map_or("null".to_owned(), |by| by.to_string());
            put(&mut json, &["{\"need\":\"", need.code(), "\",\"exemption\":", mark, &exemption, mark, ",\"rules\":"]);
            list(&mut json, &results.iter().map(|result| result.rule.id).collect::<Vec<_>>());
            json.push('}');
        };
        for place in law::rules().flat_map(Rule::looks_at) {
            tell(place.to_owned());
            if is_in_indsatsdel(place) {
                tell([pointer!(min_plan), place].concat());
            }
        }
        self.subjects.iter().for_each(|about| tell(about.place.clone()));
        json.push_str("}}");
        json
    }
}

/// Whether a field is one of the indsatsdel, which may stand in Min Plan (§ 5, stk. 3); requirements name them at their own places.
fn is_in_indsatsdel(place: &str) -> bool {
    place != pointer!(indsatsdel) && is_at_or_below(place, pointer!(indsatsdel))
}

// All that is written are codes, ids and places of the model, in which JSON escapes nothing. So a module that writes no other JSON
// needs nothing more for it.

fn put(json: &mut String, texts: &[&str]) {
    texts.iter().for_each(|text| json.push_str(text));
}

/// Begins a member of an object.
fn begin(json: &mut String, name: &str) {
    let between = if json.ends_with('{') { "" } else { "," };
    put(json, &[between, "\"", name, "\":"]);
}

fn list(json: &mut String, texts: &[&str]) {
    json.push('[');
    for text in texts {
        let between = if json.ends_with('[') { "" } else { "," };
        put(json, &[between, "\"", text, "\""]);
    }
    json.push(']');
}

/// Whether a requirement is asked of the case, and would say so if a field were blank that it looks at. What lifts requirements
/// itself answers so as long as nothing is blank.
fn minds(result: &RuleResult) -> bool {
    let (RuleKind::Requirement | RuleKind::Advice) = result.rule.kind else { return false };
    match Status::of(result) {
        Status::Met | Status::Missing | Status::Warning | Status::Undetermined => true,
        Status::Exempt => result.exemption().is_some_and(|by| by.paragraf == result.rule.provision.paragraf),
        _ => false,
    }
}

impl Cell {
    /// Whether the kind of case asks for it, whatever else the plan holds. What may be exempt is asked for until it is.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::Exempt(_))
    }
}
