//! From a plan to a report: the facts of the case first, then every rule in the order of the law.

use std::borrow::Cow;
use std::cell::OnceCell;

use crate::answer::Path;
use crate::case::{Answers, Case, CaseKind, Phase, Variants};
use crate::conclude;
use crate::input::{InputCode, InputFinding};
use crate::law::{self, Standing, Ways};
use crate::options::{Detail, Options};
use crate::outcome::Severity;
use crate::plan::{Field, Plan};
use crate::reply::IS_SMALL;
use crate::report::{Conclusion, Counts, Report, RuleResult};
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
    // Where nobody sees an answer that is no finding, nor changes it, it is only counted. (Small before fast in a browser.)
    let is_plain =
        !IS_SMALL && options.detail == Detail::Findings && options.only.is_none() && options.horizon.is_none();
    let mut report = answered(&seen(plan, options), texts, options, is_plain);
    if !report.results.is_empty() || report.counts != Counts::default() {
        conclude::limit(&mut report);
        conclude::conclude(&mut report, Counts::default());
        report.shorten(options.detail);
    }
    report
}

/// The plan as far as its source can hold it.
pub(crate) fn seen<'c, 'p>(plan: &'c Plan<'p>, options: &Options) -> Cow<'c, Plan<'p>> {
    options.horizon.as_ref().map_or(Cow::Borrowed(plan), |horizon| Cow::Owned(horizon.seen(plan)))
}

/// Every answer, with nothing counted or left out yet, but for those that are no findings, where they are only to be counted;
/// none when the regulation does not apply or nobody can tell.
pub(crate) fn answered(plan: &Plan<'_>, texts: &KnownTexts, options: &Options, counts_others: bool) -> Report {
    let phase = options.phase.unwrap_or_else(|| Phase::of(plan));
    let mut input = plan.input.clone();
    if texts.may_repeat {
        input.extend(repeated::texts(plan));
    }
    let standing = law::standing(plan, RULE_SET.valid_from);
    for (place, code) in law::contradictions(plan, standing.kind()) {
        input.push(InputFinding::new(place, code));
    }
    if let Standing::Unclear { fact, allowed } = standing {
        // What cannot be read has been found there already; what is only odd, or stands twice, does not say why.
        let says_why = |InputFinding { path, code, .. }: &InputFinding| {
            *path == fact && code.severity() == Severity::Error && *code != InputCode::DuplicateKey
        };
        if !input.iter().any(says_why) {
            input.push(InputFinding::new(fact, InputCode::ScopeUnknown { allowed }));
        }
    }
    let variants = standing.kind().map_or(Variants::NONE, |kind| kind.variants);
    let conclusion = match standing {
        Standing::Outside(_) => Some(Conclusion::OutOfScope),
        Standing::Unclear { .. } => Some(Conclusion::Undetermined),
        Standing::Before(_) => Some(Conclusion::OutsideValidity),
        Standing::PerhapsBefore(_) | Standing::Inside(_) => None,
    };

    places::sort(&mut input);
    let mut report = Report {
        rule_set: &RULE_SET,
        variants,
        phase,
        as_of: options.as_of,
        conclusion: conclusion.unwrap_or(Conclusion::Fulfilled),
        complete: !matches!(standing, Standing::Unclear { .. } | Standing::PerhapsBefore(_)),
        counts: Counts::default(),
        errors: 0,
        warnings: 0,
        results: Vec::new(),
        input,
        notes: standing.reason().into_iter().collect(),
        limited_to: options.only.clone(),
        horizon: options.horizon.clone(),
        profiles: None,
    };
    for later in LATER {
        if later.concerns(variants, plan.days().into_iter().filter_map(Field::value)) {
            report.notes.push(later.note);
        }
    }
    if options.only.is_some() {
        report.notes.push(&notes::LIMITED);
    }
    if let (Some(kind), None) = (standing.kind(), conclusion) {
        let others = law::possible(&plan.sag);
        // What lies outside of a horizon is no text, so the texts are the same in all plans that this one could be.
        let answers_to = |plan: &Plan<'_>, kind| answers(plan, kind, phase, options, &texts.recommending, None);
        // Where it may be a case of another kind, all answers are held against each other.
        let mut answers = if counts_others && others.is_empty() {
            answers(plan, kind, phase, options, &texts.recommending, Some(&mut report.counts))
        } else {
            answers_to(plan, kind)
        };
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

/// The answer to every requirement, in the order of the law; of those that are no findings, where they are to be counted, no more than
/// that.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn answers(
    plan: &Plan<'_>,
    kind: CaseKind,
    phase: Phase,
    options: &Options,
    recommending: &OnceCell<Vec<Path>>,
    others: Option<&mut Counts>,
) -> Answers {
    let mut others = if IS_SMALL { None } else { others };
    let mut case = Case::new(plan, kind, phase, options.as_of, &options.search, recommending, others.is_some());
    let (agenda, open) = (law::agenda(kind.variants, phase), Ways::open(&case));
    if let Some(counts) = &mut others {
        agenda.settled.iter().for_each(|(outcome, count)| counts.add_settled(*outcome, *count));
        for (rule, ways) in &agenda.asked {
            let answer = ways.answer(&case, open, rule);
            case.record(rule, answer);
        }
    } else {
        for (rule, item) in law::rules().zip(&agenda.items) {
            let answer = item.answer(&case, open, rule);
            case.record(rule, answer);
        }
    }
    let mut answers = case.into_answers();
    if let Some(counts) = others {
        answers.retain(|(_, answer)| {
            // What was not searched is said of the report too.
            let is_kept = answer.outcome().is_shown() || answer.note() == Some(&notes::NOT_SEARCHED);
            if !is_kept {
                counts.add(answer);
            }
            is_kept
        });
    }
    answers
}
