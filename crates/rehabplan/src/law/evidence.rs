//! What stands at the places of the plan of a case, and where that is.

use super::Rule;
use super::answering::{Given, answered_as, counts, documents, entries};
use crate::answer::{Answer, Outcome, Path};
use crate::case::Case;
use crate::letters::split;
use crate::places::is_at_or_below;
use crate::plan::place::{AnyField, Documents, Every, Place, Row};
use crate::plan::value::Value;
use crate::plan::{List, Plan};
use crate::pointer;
use crate::text::notes;

// Inlined, so that nothing of a place that a rule names is left at run time but what is asked of it.
impl<F: Copy> Place<F> {
    #[inline(always)]
    fn accessor(&self, case: &Case<'_>) -> F {
        self.get(case.is_in_min_plan())
    }

    /// What stands here.
    #[inline(always)]
    pub(crate) fn of<'p, V: ?Sized>(&self, case: &Case<'p>) -> &'p V
    where
        F: Fn(&'p Plan<'p>) -> &'p V,
    {
        self.accessor(case)(case.plan)
    }

    /// Whether it stands in Min Plan in this case.
    fn is_moved(&self, case: &Case<'_>) -> bool {
        self.in_min_plan.is_some() && case.is_in_min_plan()
    }

    /// The JSON Pointer, to where it stands in this case.
    pub(crate) fn path(&self, case: &Case<'_>) -> Path {
        moved(self.pointer, self.is_moved(case))
    }

    /// Met, and it was found here, which is not the first place that the rule names.
    pub(crate) fn found(&self, case: &Case<'_>) -> Answer {
        if case.counts_met() { Answer::met() } else { Answer::met().at(self.path(case)) }
    }

    /// Not met, then at this place.
    #[inline(always)]
    pub(crate) fn tell(&self, case: &Case<'_>, answer: Answer) -> Answer {
        told_at(self.pointer, self.in_min_plan.is_some().then_some(case), answer)
    }

    /// The same where the place is not the first one that the rule names: in the indsatsdel, which may be in Min Plan.
    pub(super) fn told(&self, case: &Case<'_>, answer: Answer) -> Answer {
        if self.in_min_plan.is_some() { self.tell(case, answer) } else { answer }
    }

    /// The [entries](entries) of a list that count.
    pub(crate) fn entries<'p, T: Value<'p> + 'p>(&self, case: &Case<'p>) -> impl Iterator<Item = Listed<'p, T>> + Clone
    where
        F: Fn(&'p Plan<'p>) -> &'p List<T>,
    {
        let (list, is_moved) = (self.pointer, self.is_moved(case));
        entries(self.of(case)).map(move |(index, value)| Listed { value, list, is_moved, index })
    }

    /// A check of every entry of a list that counts. See [`in_each`].
    pub(crate) fn each<'p, T: Value<'p> + 'p>(
        &self,
        case: &Case<'p>,
        check: impl Fn(&Listed<'p, T>) -> Answer,
    ) -> Answer
    where
        F: Fn(&'p Plan<'p>) -> &'p List<T>,
    {
        let (values, list, is_moved) = (self.of(case), self.pointer, self.is_moved(case));
        let entry = |index| values.entries().get(index).map(|value| Listed { value, list, is_moved, index });
        let whole = |index| entry(index).map(|entry| entry.value.given());
        let place = || moved(list, is_moved);
        in_each(&place, values.is_unreadable(), &whole, &|index| entry(index).map(|entry| check(&entry)))
    }
}

fn told_at(pointer: &'static str, moves: Option<&Case<'_>>, answer: Answer) -> Answer {
    if answer.is_met() { answer } else { answer.at(moved(pointer, moves.is_some_and(Case::is_in_min_plan))) }
}

/// An answer that names no place is about the first one of the rule: in Min Plan, where the indsatsdel stands there.
pub(super) fn in_its_place(case: &Case<'_>, rule: &Rule, answer: Answer) -> Answer {
    let is_about_a_place = !matches!(answer.outcome(), Outcome::NotApplicable | Outcome::Exempt);
    let is_seen = !(answer.is_met() && case.counts_met());
    if !is_about_a_place || !is_seen || !case.is_in_min_plan() || !answer.paths().is_empty() {
        return answer;
    }
    match rule.first_path().filter(|place| is_at_or_below(place, pointer!(indsatsdel))) {
        Some(place) => answer.at(moved(place, true)),
        None => answer,
    }
}

/// The same place in the indsatsdel that Min Plan holds.
fn moved(pointer: &'static str, in_min_plan: bool) -> Path {
    if in_min_plan { format!("/minPlan{pointer}").into() } else { pointer.into() }
}

impl Place<AnyField> {
    pub(crate) fn given(&self, case: &Case<'_>) -> Given {
        self.of(case).amounts_to()
    }
}

impl Place<Documents> {
    pub(super) fn given(&self, case: &Case<'_>) -> Given {
        documents(self.of(case))
    }
}

/// One entry of a list, and where it stands.
pub(crate) struct Listed<'p, T> {
    pub(crate) value: &'p T,
    list: &'static str,
    is_moved: bool,
    index: usize,
}

impl<T> Listed<'_, T> {
    /// The JSON Pointer to a field of the entry, by its [`key!`](crate::plan::place::key).
    pub(crate) fn path(&self, key: &'static str) -> Path {
        field_of(self.list, self.is_moved, self.index, key)
    }

    /// Not met, then at a field of the entry.
    pub(crate) fn at(&self, key: &'static str, answer: Answer) -> Answer {
        if answer.is_met() { answer } else { answer.at(self.path(key)) }
    }
}

fn field_of(list: &'static str, is_moved: bool, index: usize, key: &'static str) -> Path {
    format!("{}/{index}/{key}", moved(list, is_moved)).into()
}

/// A check of every entry of a list that counts; what stands in the place of the list may be none. What an entry says that only
/// refers to a document, a machine cannot read (A46). Not relevant when there are none. (By index, so that it is there once,
/// whatever the entries are.)
fn in_each(
    list: &dyn Fn() -> Path,
    is_unreadable: bool,
    entry: &dyn Fn(usize) -> Option<Given>,
    check: &dyn Fn(usize) -> Option<Answer>,
) -> Answer {
    if is_unreadable {
        return Answer::unreadable().at(list());
    }
    let entries = (0..).map_while(|index| Some((index, entry(index)?)));
    let answers = entries.filter(|(_, whole)| counts(*whole)).filter_map(|(index, whole)| match whole {
        Given::Reference => Some(Answer::undetermined(&notes::ATTACHED).at(format!("{}/{index}", list()))),
        _ => check(index),
    });
    Answer::gravest(answers).unwrap_or_else(Answer::not_relevant)
}

/// The list that an entry's place lies in.
pub(super) fn list_of(pointer: &'static str) -> &'static str {
    split(pointer, "/*").map_or(pointer, |(list, _)| list)
}

/// A place in each entry of a list, whatever the entries are.
impl Place<Every> {
    pub(super) fn list(&self, case: &Case<'_>) -> Path {
        moved(list_of(self.pointer), self.is_moved(case))
    }

    /// An entry of the list, and what stands at the place in it.
    pub(crate) fn row<'p>(&self, case: &Case<'p>, index: usize) -> Row<'p> {
        self.accessor(case)(case.plan, index)
    }

    pub(super) fn is_unreadable(&self, case: &Case<'_>) -> bool {
        matches!(self.row(case, 0), Row::Unreadable)
    }

    /// How many entries there are.
    pub(crate) fn length(&self, case: &Case<'_>) -> usize {
        (0..).take_while(|index| matches!(self.row(case, *index), Row::Entry { .. })).count()
    }

    /// The JSON Pointer to the place in an entry.
    pub(crate) fn entry(&self, case: &Case<'_>, index: usize) -> Path {
        let path = self.path(case);
        let (list, field) = split(&path, "*").unwrap_or((&path, ""));
        format!("{list}{index}{field}").into()
    }

    /// Each entry: what it amounts to as a whole, and what the place in it does.
    pub(super) fn rows(&self, case: &Case<'_>) -> impl Iterator<Item = (Given, Given)> + Clone {
        let (get, plan) = (self.accessor(case), case.plan);
        (0..).map_while(move |index| match get(plan, index) {
            Row::Entry { whole, field } => Some((whole.amounts_to(), field.amounts_to())),
            Row::End | Row::Unreadable => None,
        })
    }

    /// A check of the place in every entry that counts. See [`in_each`].
    pub(super) fn each_row(&self, case: &Case<'_>, check: &dyn Fn(usize, Given) -> Answer) -> Answer {
        let row = |index| match self.row(case, index) {
            Row::Entry { whole, field } => Some((whole, field)),
            Row::End | Row::Unreadable => None,
        };
        let whole = |index| row(index).map(|(whole, _)| whole.amounts_to());
        in_each(&|| self.list(case), self.is_unreadable(case), &whole, &|index| {
            row(index).map(|(_, field)| check(index, field.amounts_to()))
        })
    }

    /// The answer in one entry.
    pub(super) fn answered(&self, case: &Case<'_>, index: usize, given: Given) -> Answer {
        let answer = answered_as(given);
        if answer.is_met() { answer } else { answer.at(self.entry(case, index)) }
    }
}
