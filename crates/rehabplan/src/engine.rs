//! From a plan to a report: the facts of the case first, then every rule in the order of the law.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::answer::{Answer, Severity};
use crate::case::{Case, Phase, Variants};
use crate::conclude;
use crate::error::ReadError;
use crate::horizon::Horizon;
use crate::language::Language;
use crate::law::{self, Rule, Scope};
use crate::plan::{Date, Field, Plan};
use crate::pointer;
use crate::report::{Conclusion, Counts, InputCode, InputFinding, Report, RuleResult};
use crate::rule_set::{LATER, RULE_SET, TEAMS_SINCE};
use crate::selection::Selection;
use crate::text::notes;
use crate::{input, read, repeated};

/// How a plan is to be checked. `Options::default()` derives the phase from the plan and keeps only findings and what
/// could not be determined.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// The phase; derived from the parts of the plan when it is left out.
    pub phase: Option<Phase>,
    /// The day that counts as today. No clock is read: without it, what depends on today cannot be determined.
    pub as_of: Option<NaiveDate>,
    /// Which answers the report keeps.
    pub detail: Detail,
    /// Limits the check, for a draft; the report then says so.
    pub only: Option<Selection>,
    /// What the source of the plan can hold, where that is not everything.
    pub horizon: Option<Horizon>,
    /// Whether free texts are searched for recommendations (§ 3, stk. 3).
    pub language: Language,
}

/// Which answers a report keeps. Its counts are the same either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Detail {
    /// Findings and what could not be determined.
    #[default]
    Findings,
    /// The answer to every requirement.
    All,
}

/// Reads a plan from UTF-8 JSON and checks it. A byte order mark is tolerated.
///
/// # Errors
///
/// A [`ReadError`] when the bytes are not UTF-8, not JSON, not an object, or beyond one of the
/// [limits](crate::limits). Nothing else about a document is an error.
///
/// # Example
///
/// ```
/// use rehabplan::{Options, validate_slice};
///
/// let report = validate_slice(br#"{"sag": {"sagstype": "revalidering"}}"#, &Options::default())?;
/// let blocking: Vec<_> = report.findings().filter(|finding| finding.is_blocking()).collect();
/// assert_eq!(blocking.len(), 1);
/// assert_eq!(blocking[0].rule.id, "P2.1.pkt2");
/// # Ok::<(), rehabplan::ReadError>(())
/// ```
pub fn validate_slice(bytes: &[u8], options: &Options) -> Result<Report, ReadError> {
    Ok(validate(&read::from_slice(bytes)?, options))
}

/// Reads a plan from JSON text and checks it, like [`validate_slice`].
///
/// # Errors
///
/// As [`validate_slice`], but for bytes that are not UTF-8.
pub fn validate_str(text: &str, options: &Options) -> Result<Report, ReadError> {
    Ok(validate(&read::from_str(text)?, options))
}

impl<'a> Plan<'a> {
    /// Reads a plan from JSON text. What could not be read is in its [`input`](Plan::input), and so in the report.
    ///
    /// # Errors
    ///
    /// As [`validate_str`].
    pub fn from_json(text: &'a str) -> Result<Self, ReadError> {
        read::from_str(text)
    }
}

/// Checks a plan that was built in Rust, or read with [`Plan::from_json`].
#[must_use]
pub fn validate(plan: &Plan<'_>, options: &Options) -> Report {
    let mut report = answered(&seen(plan, options), options);
    if !report.results.is_empty() {
        conclude::limit(&mut report);
        conclude::conclude(&mut report);
        conclude::shorten(&mut report, options.detail);
    }
    report
}

/// The plan as far as its source can hold it, and without dates that no such case can have.
pub(crate) fn seen<'c, 'p>(plan: &'c Plan<'p>, options: &Options) -> Cow<'c, Plan<'p>> {
    let mut plan = match &options.horizon {
        Some(horizon) => Cow::Owned(horizon.seen(plan)),
        None => Cow::Borrowed(plan),
    };
    // What programs write for no date (0001-01-01, 1900-01-01) and a mistyped century would put the whole case before the
    // regulation, and nothing would be looked at. Such a date is an impossible one (A6).
    let is_possible = |date: &Field<Date>| date.value().is_none_or(|date| date >= TEAMS_SINCE);
    if ![&plan.moede.dato, &plan.indstilling.dato, &plan.afgoerelse.dato].into_iter().all(is_possible) {
        let Plan { moede, indstilling, afgoerelse, input, .. } = plan.to_mut();
        for (path, date) in [
            (pointer!(moede.dato), &mut moede.dato),
            (pointer!(indstilling.dato), &mut indstilling.dato),
            (pointer!(afgoerelse.dato), &mut afgoerelse.dato),
        ] {
            if !is_possible(date) {
                *date = Field::Unreadable;
                input.push(InputFinding::new(path, InputCode::NotADate));
            }
        }
    }
    plan
}

/// Every answer, with nothing counted or left out yet; none when the regulation does not apply or nobody can tell.
pub(crate) fn answered(plan: &Plan<'_>, options: &Options) -> Report {
    let phase = options.phase.unwrap_or_else(|| Phase::of(plan));
    let dates = [&plan.moede.dato, &plan.indstilling.dato, &plan.afgoerelse.dato].map(Field::value);
    let any_date = |test: &dyn Fn(Date) -> bool| dates.iter().flatten().any(|date| test(*date));

    let mut input = plan.input.clone();
    input.extend(repeated::texts(plan));
    if law::runs_backwards(&plan.forloeb) {
        input.push(InputFinding::new(pointer!(forloeb.slutdato), InputCode::CourseBackwards));
    }

    let (variants, conclusion) = match law::scope(&plan.sag) {
        Scope::Outside => (Variants::NONE, Some(Conclusion::OutOfScope)),
        Scope::Unclear { fact, allowed } => {
            // What cannot be read has been found there already; what is only odd does not say why.
            let says_why = |finding: &InputFinding| finding.path == fact && finding.code.severity() == Severity::Error;
            if !input.iter().any(says_why) {
                input.push(InputFinding::new(fact, InputCode::ScopeUnknown { allowed }));
            }
            (Variants::NONE, Some(Conclusion::Undetermined))
        }
        Scope::Inside(variants) if any_date(&|date| date < RULE_SET.valid_from) => {
            (variants, Some(Conclusion::OutsideValidity))
        }
        Scope::Inside(variants) => (variants, None),
    };

    input::sort(&mut input);
    let mut report = Report {
        variants,
        phase,
        as_of: options.as_of,
        conclusion: conclusion.unwrap_or(Conclusion::Fulfilled),
        complete: conclusion != Some(Conclusion::Undetermined),
        counts: Counts::default(),
        errors: 0,
        warnings: 0,
        results: Vec::new(),
        input,
        notes: Vec::new(),
        limited_to: options.only.clone(),
        horizon: options.horizon.clone(),
        profiles: None,
    };
    for later in &LATER {
        if later.concerns(variants, dates.iter().flatten().copied()) {
            report.notes.push(later.note);
        }
    }
    if options.only.is_some() {
        report.notes.push(&notes::LIMITED);
    }
    if conclusion.is_none() {
        let mut answers = answers(plan, report.variants, phase, options);
        if let Some(horizon) = &options.horizon {
            horizon.settle(plan, phase, options, &mut answers);
        }
        report.results = answers.into_iter().map(|(rule, answer)| RuleResult { rule, answer, changes: None }).collect();
    }
    report
}

/// The answer to every requirement, in the order of the law.
pub(crate) fn answers(
    plan: &Plan<'_>,
    variants: Variants,
    phase: Phase,
    options: &Options,
) -> Vec<(&'static Rule, Answer)> {
    let mut case = Case::new(plan, variants, phase, options);
    for rule in law::rules() {
        let answer = law::answer(&case, rule);
        case.record(rule, answer);
    }
    case.into_answers()
}
