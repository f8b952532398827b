//! From a plan to a report: the facts of the case first, then every rule in the order of the law.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::answer::Path;
use crate::case::{Answers, Case, CaseKind, Phase, Variants};
use crate::conclude;
use crate::law::{self, Scope};
use crate::options::Options;
use crate::outcome::Severity;
use crate::plan::{Date, Field, Plan};
use crate::pointer;
use crate::report::{Conclusion, Counts, InputCode, InputFinding, Report, RuleResult};
use crate::rule_set::{LATER, RULE_SET};
use crate::text::notes;
use crate::{places, repeated};

/// What is known of the texts of a plan before it is checked, or is found on the way.
#[derive(Debug)]
pub(crate) struct KnownTexts {
    /// They are held against each other only where some may be the same.
    pub(crate) may_repeat: bool,
    /// The places of those that recommend or assess what is to happen.
    pub(crate) recommending: OnceCell<Vec<Path>>,
}

impl KnownTexts {
    /// Of a plan that is checked for the first time.
    pub(crate) fn unsearched(may_repeat: bool) -> Self {
        Self { may_repeat, recommending: OnceCell::new() }
    }
}

/// Checks a plan, and heeds the regulation alone.
pub(crate) fn check(plan: &Plan<'_>, texts: &KnownTexts, options: &Options) -> Report {
    let mut report = answered(&seen(plan, options), texts, options);
    if !report.results.is_empty() {
        conclude::limit(&mut report);
        conclude::conclude(&mut report);
        report.shorten(options.detail);
    }
    report
}

/// The plan as far as its source can hold it.
pub(crate) fn seen<'c, 'p>(plan: &'c Plan<'p>, options: &Options) -> Cow<'c, Plan<'p>> {
    options.horizon.as_ref().map_or(Cow::Borrowed(plan), |horizon| Cow::Owned(horizon.seen(plan)))
}

/// Every answer, with nothing counted or left out yet; none when the regulation does not apply or nobody can tell.
pub(crate) fn answered(plan: &Plan<'_>, texts: &KnownTexts, options: &Options) -> Report {
    let phase = options.phase.unwrap_or_else(|| Phase::of(plan));
    let fields = plan.days();
    let dates = fields.map(Field::value);
    let any_date = |test: &dyn Fn(Date) -> bool| dates.iter().flatten().any(|date| test(*date));
    // One date from before the regulation is enough, so where one of them cannot be read, the case may be older (A30).
    let of_unknown_age = fields.iter().any(|date| date.is_unreadable());

    let mut input = plan.input.clone();
    if texts.may_repeat {
        input.extend(repeated::texts(plan));
    }
    if law::runs_backwards(&plan.forloeb) {
        input.push(InputFinding::new(pointer!(forloeb.slutdato), InputCode::CourseBackwards));
    }
    if law::is_of_two_lengths(&plan.forloeb) {
        input.push(InputFinding::new(pointer!(forloeb.varighed_maaneder), InputCode::CourseOfTwoLengths));
    }
    let mut reasons = Vec::new();
    let scope = law::scope(&plan.sag);
    if law::lacks_ground(&plan.sag, scope) {
        input.push(InputFinding::new(pointer!(sag.uden_team_hjemmel), InputCode::NoGround));
    }
    let (variants, conclusion) = match scope {
        Scope::Outside(why) => {
            reasons.push(why);
            (Variants::NONE, Some(Conclusion::OutOfScope))
        }
        Scope::Unclear { fact, allowed } => {
            // What cannot be read has been found there already; what is only odd, or stands twice, does not say why.
            let says_why = |InputFinding { path, code, .. }: &InputFinding| {
                *path == fact && code.severity() == Severity::Error && *code != InputCode::DuplicateKey
            };
            if !input.iter().any(says_why) {
                input.push(InputFinding::new(fact, InputCode::ScopeUnknown { allowed }));
            }
            reasons.push(&notes::NOTHING_TRIED);
            (Variants::NONE, Some(Conclusion::Undetermined))
        }
        Scope::Inside(kind) if any_date(&|date| date < RULE_SET.valid_from) => {
            reasons.push(&notes::OLDER_THAN_THE_LAW);
            (kind.variants, Some(Conclusion::OutsideValidity))
        }
        Scope::Inside(kind) if of_unknown_age => {
            reasons.push(&notes::AGE_UNKNOWN);
            (kind.variants, None)
        }
        Scope::Inside(kind) => (kind.variants, None),
    };

    places::sort(&mut input);
    let mut report = Report {
        rule_set: &RULE_SET,
        variants,
        phase,
        as_of: options.as_of,
        conclusion: conclusion.unwrap_or(Conclusion::Fulfilled),
        complete: conclusion.map_or(!of_unknown_age, |conclusion| conclusion != Conclusion::Undetermined),
        counts: Counts::default(),
        errors: 0,
        warnings: 0,
        results: Vec::new(),
        input,
        notes: reasons,
        limited_to: options.only.clone(),
        horizon: options.horizon.clone(),
        profiles: None,
    };
    for later in LATER {
        if later.concerns(variants, dates.iter().flatten().copied()) {
            report.notes.push(later.note);
        }
    }
    if options.only.is_some() {
        report.notes.push(&notes::LIMITED);
    }
    if let (Scope::Inside(kind), None) = (scope, conclusion) {
        // What lies outside of a horizon is no text, so the texts are the same in all plans that this one could be.
        let answers_to = |plan: &Plan<'_>, kind| answers(plan, kind, phase, options, &texts.recommending);
        let mut answers = answers_to(plan, kind);
        let others = law::possible(&plan.sag);
        if !others.is_empty() {
            report.notes.push(&notes::KIND_UNREADABLE);
        }
        for (kind, fact) in others {
            law::leave_open(&mut answers, answers_to(plan, kind), fact);
        }
        if let Some(horizon) = &options.horizon {
            horizon.settle(plan, &mut answers, &answers_to);
        }
        // Said of the report too: where what is for a person to judge is left out, it would look as if the texts had been read.
        if answers.iter().any(|(_, answer)| answer.note() == Some(&notes::NOT_SEARCHED)) {
            report.notes.push(&notes::NOT_SEARCHED);
        }
        report.results = answers.into_iter().map(|(rule, answer)| RuleResult { rule, answer, changes: None }).collect();
    }
    report
}

/// The answer to every requirement, in the order of the law.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn answers(
    plan: &Plan<'_>,
    kind: CaseKind,
    phase: Phase,
    options: &Options,
    recommending: &OnceCell<Vec<Path>>,
) -> Answers {
    let mut case = Case::new(plan, kind, phase, options.as_of, &options.search, recommending);
    for (rule, step) in law::rules().zip(law::agenda(kind.variants, phase).iter()) {
        let answer = step.answer(&case, rule);
        case.record(rule, answer);
    }
    case.into_answers()
}
