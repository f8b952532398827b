//! The rules that lie beside the regulation: one file for each kind of source, each rule one declaration.

use std::collections::BTreeMap;
use std::fmt;

use super::measure::Measure;
use crate::answer::Answer;
use crate::case::{Case, Condition, Phase};
use crate::law::answering::{decided, unknown};
use crate::law::{About, Cells, Texts, text, texts};
use crate::outcome::Severity;
use crate::plan::place::{At, Day, FieldOf, ListOf, at};
use crate::plan::{Afgoerelsesudfald, Date, Field, Genforelaeggelse, Udfald};
use crate::text::{Lang, Wording};

mod forslag;
pub(super) mod proces;
mod senere;
pub(super) mod vejledning;

/// The numbers that are set in the profiles that add a rule.
pub(crate) type Parameters = BTreeMap<String, f64>;

/// One rule beside the regulation. Its findings never make a case deficient.
#[non_exhaustive]
pub struct ProfileRule {
    /// The id, such as `proces/PR1`. Opaque, stable and never used again for something else.
    pub id: &'static str,
    /// Where the source says it.
    pub citation: Wording,
    /// The gravest finding that the rule can give; `None` for one that only measures.
    pub severity: Option<Severity>,
    /// The first phase in which it applies.
    pub phase: Phase,
    /// Where it applies: one cell for each case variant.
    pub cells: Cells,
    /// JSON Pointers to the evidence; `*` stands for any place in a list.
    pub paths: &'static [&'static str],
    /// What it says to people.
    pub texts: Texts,
    /// The parameters that it knows.
    pub parameters: &'static [&'static str],
    /// The parameter without which there is no such rule.
    pub(crate) needs: Option<&'static str>,
    pub(crate) about: About,
    pub(crate) check: Option<fn(&Case<'_>, &Parameters) -> Answer>,
    pub(crate) measure: Option<fn(&Case<'_>) -> Vec<Measure>>,
}

/// What rules beside the regulation begin with: from the first phase on, whatever is missing. Nothing is said yet.
const UNSAID: ProfileRule = ProfileRule {
    id: "",
    citation: text("", ""),
    severity: None,
    phase: Phase::Forelaeggelse,
    cells: Cells::NONE,
    paths: &[],
    texts: texts! { demand: "", ""; finding: "", ""; remedy: "", ""; },
    parameters: &[],
    needs: None,
    about: About::Any,
    check: None,
    measure: None,
};

/// A rule whose findings are warnings.
const ADVARSEL: ProfileRule = ProfileRule { severity: Some(Severity::Warning), ..UNSAID };

/// A rule that only measures.
const MAALING: ProfileRule = UNSAID;

impl ProfileRule {
    /// The address of the rule's page, relative to the documentation.
    #[must_use]
    pub fn page(&self, lang: Lang) -> String {
        super::page(self.id, lang)
    }

    /// What sort of rule it is: `measure` for one that only measures, otherwise `added`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        if self.severity.is_some() { "added" } else { "measure" }
    }
}

/// Two rules are the same when they have the same id.
impl PartialEq for ProfileRule {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for ProfileRule {}

impl fmt::Debug for ProfileRule {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_tuple("ProfileRule").field(&self.id).finish()
    }
}

const FILES: [&[&ProfileRule]; 4] = [vejledning::RULES, proces::RULES, forslag::RULES, senere::RULES];

/// A rule that says neither what is checked nor what is measured does not compile.
const _: () = {
    let mut files: &[&[&ProfileRule]] = &FILES;
    while let [rules, others @ ..] = files {
        let mut rules: &[&ProfileRule] = rules;
        while let [rule, rest @ ..] = rules {
            assert!(rule.check.is_some() || rule.measure.is_some(), "a rule checks or measures something");
            rules = rest;
        }
        files = others;
    }
};

/// Every rule beside the regulation.
pub fn rules() -> impl Iterator<Item = &'static ProfileRule> + Clone {
    FILES.into_iter().flatten().copied()
}

/// The rule with an id.
#[must_use]
pub fn rule(id: &str) -> Option<&'static ProfileRule> {
    rules().find(|rule| rule.id == id)
}

/// How a decision stands to the recommendation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decision {
    Follows,
    Departs,
    /// Two outcomes that may or may not be the same.
    Unclear,
}

/// What is not known of an outcome on which it hangs whether anything is asked for.
fn undecided<T: 'static>(case: &Case<'_>, outcome: At<FieldOf<T>>) -> Answer {
    if outcome.of(case).is_unreadable() {
        Answer::unreadable().depends_on_fact(outcome.pointer)
    } else {
        Answer::lacks(outcome.pointer)
    }
}

/// Whether the municipality has decided what the team recommends; otherwise the answer that says what is not known.
fn decision(case: &Case<'_>) -> Result<Decision, Answer> {
    use Afgoerelsesudfald as A;
    const DECIDED: At<FieldOf<A>> = at!(afgoerelse.udfald);
    const RECOMMENDED: At<FieldOf<Udfald>> = at!(indstilling.udfald);
    let Some(decided) = DECIDED.of(case).value() else { return Err(undecided(case, DECIDED)) };
    let new_course = case.indstilling().nyt_forloeb.value() == Some(true);
    let recommended = RECOMMENDED.of(case).value().or_else(|| new_course.then_some(Udfald::NytForloeb));
    let Some(recommended) = recommended else { return Err(undecided(case, RECOMMENDED)) };
    let follows = match recommended {
        Udfald::Ressourceforloeb => decided == A::Ressourceforloeb,
        Udfald::Fleksjob => decided == A::Fleksjob,
        Udfald::Tilskud => decided == A::Tilskud,
        Udfald::Foertidspension => decided == A::Foertidspension,
        Udfald::Jobafklaringsindsats | Udfald::NytForloeb => decided == A::Jobafklaringsforloeb,
        Udfald::Sygedagpengeindsats => decided == A::Sygedagpengeindsats,
        // A refusal of the benefit, or revalidering, may well be what another measure than the benefits comes to.
        Udfald::AndenIndsats if matches!(decided, A::Afslag | A::Revalidering) => return Ok(Decision::Unclear),
        Udfald::AndenIndsats => decided == A::AndenIndsats,
    };
    Ok(if follows { Decision::Follows } else { Decision::Departs })
}

/// The new meetings.
const MEETINGS: At<ListOf<Genforelaeggelse>> = at!(moede.genforelaeggelser);

/// The entries of the list of new meetings that lie after the recommendation and not after the decision. The decision
/// may fall on the day of the meeting, since it may be taken after it.
fn put_again(case: &Case<'_>, also: impl Fn(&Genforelaeggelse) -> bool) -> Answer {
    let list = MEETINGS.of(case);
    if list.is_unreadable() {
        return MEETINGS.tell(case, Answer::unreadable());
    }
    let meetings = list.entries();
    if meetings.is_empty() {
        return MEETINGS.tell(case, Answer::missing());
    }
    let known = |day: At<Day>| {
        let unreadable = || day.tell(case, Answer::unreadable());
        let date = day.of(case);
        date.value().ok_or_else(|| if date.is_unreadable() { unreadable() } else { Answer::lacks(day.pointer) })
    };
    let dates = known(at!(indstilling.dato)).and_then(|from| Ok((from, known(at!(afgoerelse.dato))?)));
    let (from, to) = match dates {
        Ok(dates) => dates,
        Err(answer) => return answer,
    };
    if meetings.iter().any(|meeting| meeting.dato.value().is_some_and(|day| from < day && day <= to) && also(meeting)) {
        Answer::met()
    } else if meetings.iter().any(|meeting| meeting.dato.is_unreadable()) {
        MEETINGS.tell(case, Answer::unreadable())
    } else {
        MEETINGS.tell(case, Answer::missing())
    }
}

/// How many days one date lies after another.
fn days_between(from: Date, to: Date) -> i64 {
    (to.0 - from.0).num_days()
}

/// Something must have happened at most so many days after a date. Without a date of its own it is a finding once the
/// last day has passed.
fn within(case: &Case<'_>, from: At<Day>, done: At<Day>, days: i64) -> Answer {
    let Some(start) = from.of(case).value() else { return unknown(case, from) };
    let late = || Answer::missing().at(from.pointer).at(done.pointer);
    let field = done.of(case);
    match field.value() {
        Some(day) if days_between(start, day) <= days => Answer::met(),
        Some(_) => late(),
        None if field.is_unreadable() => unknown(case, done),
        None => match case.as_of {
            Some(today) if days_between(start, today) > days => late(),
            _ => unknown(case, done),
        },
    }
}

/// Whether a condition holds; otherwise what the answer is.
fn only(condition: Condition, answer: impl FnOnce() -> Answer) -> Answer {
    condition.then(answer)
}

/// A yes or a no that must be a yes.
fn is_yes(field: &Field<bool>) -> Answer {
    match field {
        Field::Present(false) => Answer::missing(),
        _ => decided(field),
    }
}
