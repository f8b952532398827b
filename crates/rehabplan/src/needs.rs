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

use serde::{Serialize, Serializer};

use crate::json::{Json, Members};
use crate::law::{self, Cell, Provision, RULE_COUNT, RuleKind};
use crate::outcome::{Outcome, Severity};
use crate::places::{self, is_at_or_below};
use crate::plan::Plan;
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
///
/// Written as `{"requirements": {"P3.1.4": {"status": "met", "isRequired": true, "exemptedBy": []}, ...}, "fields":
/// {"/forberedendeDel/oensker": "required", ...}}`, for every requirement that has an answer and every place of the model that is
/// not [free](Need::Free), as [`field`](Self::field) says it.
#[derive(Debug, Clone, Copy)]
pub struct Needs<'r> {
    report: &'r Report,
}

impl<'r> Needs<'r> {
    /// Of a report with every answer; `None` when answers are missing ([`Detail::Findings`](crate::Detail::Findings), a
    /// [`Selection`](crate::Selection)), for they would look like requirements that ask for nothing.
    #[must_use]
    pub fn of(report: &'r Report) -> Option<Self> {
        let is_whole = report.results.len() == RULE_COUNT;
        let is_unanswered = report.variants.is_empty() || report.conclusion == Conclusion::OutsideValidity;
        (is_whole || report.results.is_empty() && is_unanswered).then_some(Self { report })
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
    pub fn exempted_by(&self, result: &RuleResult) -> impl Iterator<Item = &'static str> + use<'r> {
        let report = self.report;
        let speaks = move |id: &&str| {
            let outcome = report.result(id).map(RuleResult::outcome);
            !matches!(outcome, Some(Outcome::NotApplicable | Outcome::NotMet))
        };
        result.exemption().into_iter().flat_map(law::grounds).filter(speaks)
    }

    /// What the case asks of the field at a JSON Pointer.
    #[must_use]
    pub fn field(&self, pointer: &str) -> FieldNeed<'r> {
        if self.report.variants.is_empty() && self.report.conclusion == Conclusion::Undetermined {
            return FieldNeed { need: Need::Unknown, exemption: None, results: Vec::new() };
        }
        let place = places::general(pointer);
        let answers = |is_about: &dyn Fn(&RuleResult) -> bool| -> Vec<_> {
            self.report.results.iter().filter(|result| is_about(result)).collect()
        };
        // The indsatsdel may stand in Min Plan (§ 5, stk. 3), and requirements name its fields at their own places.
        let is_field = |own: &&str| *own != pointer!(indsatsdel) && is_at_or_below(own, pointer!(indsatsdel));
        let own = place.strip_prefix(pointer!(min_plan)).filter(is_field).unwrap_or(&place);
        let names = |result: &RuleResult| result.rule.paths().contains(&own);
        let looks_besides = |result: &RuleResult| !names(result) && result.rule.looks_at().contains(&own);
        let mut results = answers(&|result| names(result) || hangs_on(result, &place));
        if results.is_empty() {
            results = answers(&looks_besides);
        }
        let exemption = results.iter().find_map(|result| result.exemption());
        let need = match self.need(&place, &results) {
            // What lifts a requirement may ask that a blank field is marked, or used where the case has it (§§ 12-13).
            Need::Exempt if self.report.results.iter().any(|one| minds(one) && looks_besides(one)) => Need::Optional,
            need => need,
        };
        FieldNeed { need, exemption, results }
    }

    fn need(&self, place: &str, results: &[&RuleResult]) -> Need {
        let every = |statuses: &[Status]| results.iter().all(|result| statuses.contains(&Status::of(result)));
        // A requirement may accept several fields; its answer says which of them it is about.
        let asks = |result: &&RuleResult| self.is_required(result) && hangs_on(result, place);
        if results.is_empty() {
            Need::Free
        } else if results.iter().any(asks) {
            Need::Required
        } else if every(&[Status::NotRelevant]) {
            Need::Irrelevant
        } else if results.iter().any(|result| Status::of(result) == Status::Exempt) {
            Need::Exempt
        } else if every(&[Status::Later, Status::NotRelevant]) {
            Need::Later
        } else {
            Need::Optional
        }
    }
}

/// Whether an answer names a field, or waits for it.
fn hangs_on(result: &RuleResult, field: &str) -> bool {
    result.paths().chain(result.depends_on()).any(|path| places::general(path) == field)
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

impl Serialize for Needs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let results = &self.report.results;
        Json::Object(&|members: &mut Members<'_>| {
            members.object("requirements", &|members| {
                results.iter().for_each(|result| {
                    members.object(result.rule.id, &|members| {
                        members.text("status", Status::of(result).code());
                        members.flag("isRequired", self.is_required(result));
                        members.texts("exemptedBy", &self.exempted_by(result).collect::<Vec<_>>());
                    });
                });
            });
            members.object("fields", &|members| {
                Plan::each_place(&mut |place, _, _| match self.field(place).need {
                    Need::Free => {}
                    need => members.text(place, need.code()),
                });
            });
        })
        .serialize(serializer)
    }
}

impl Cell {
    /// Whether the kind of case asks for it, whatever else the plan holds. What may be exempt is asked for until it is.
    #[must_use]
    pub fn is_required(self) -> bool {
        matches!(self, Self::Required | Self::Exempt(_))
    }
}
