//! Conditions: facts of the plan, checked against the model when a profile is loaded and against a plan later.

use super::data::{Fact, Is};
use super::error::{ProfileError, ProfilePlace};
use super::given::at_most;
use crate::letters::nearest;
use crate::places;
use crate::plan::value::{Stated, Step, Value, View};
use crate::plan::{Date, FieldKind, Plan};
use crate::reply::Reply;

/// A condition that the model knows.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Condition {
    Fact { steps: Vec<Step>, test: Test },
    Any(Vec<Vec<Self>>),
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Test {
    Flag(bool),
    Codes(Vec<&'static str>),
    /// An answer in words.
    Answered,
    /// Anything that can be read.
    Given,
    AtLeast(f64),
    Below(f64),
    Before(Date),
    NotBefore(Date),
    Count(u32),
}

/// The fact that a pointer leads to, and the way there. An index would be read as any entry, so it is none.
fn resolve(path: &str, at: &ProfilePlace) -> Result<(Vec<Step>, FieldKind), ProfileError> {
    let unknown = |nearest| ProfileError::UnknownFact { at: at.clone(), fact: path.to_owned(), nearest };
    let steps = places::find(path).map_err(unknown)?;
    let pointer = places::pointer(&steps);
    match places::kind(&steps).filter(|_| pointer == path && !steps.is_empty()) {
        Some(kind) => Ok((steps, kind)),
        None => Err(unknown(Some(pointer).filter(|pointer| !pointer.is_empty()))),
    }
}

/// Checks a list of conditions against the model.
pub(crate) fn conditions(facts: &[Fact], at: &ProfilePlace, is_inner: bool) -> Result<Vec<Condition>, ProfileError> {
    at_most(facts.len(), at)?;
    facts.iter().enumerate().map(|(index, fact)| condition(fact, &at.below(index), is_inner)).collect()
}

fn condition(fact: &Fact, at: &ProfilePlace, is_inner: bool) -> Result<Condition, ProfileError> {
    let wrong = |place: &ProfilePlace| ProfileError::Test { at: place.clone() };
    let tests = [
        fact.is.is_some(),
        fact.filled.is_some(),
        fact.at_least.is_some(),
        fact.below.is_some(),
        fact.before.is_some(),
        fact.not_before.is_some(),
        fact.count_at_least.is_some(),
    ];
    let given = tests.into_iter().filter(|given| *given).count();
    if let Some(groups) = &fact.any {
        if fact.path.is_some() || given > 0 || is_inner {
            return Err(wrong(at));
        }
        let at = at.below("any");
        if groups.is_empty() {
            return Err(ProfileError::Empty { at });
        }
        at_most(groups.len(), &at)?;
        let group = |(index, group): (usize, &Vec<Fact>)| {
            let at = at.below(index);
            if group.is_empty() { Err(ProfileError::Empty { at }) } else { conditions(group, &at, true) }
        };
        return Ok(Condition::Any(groups.iter().enumerate().map(group).collect::<Result<_, _>>()?));
    }
    let Some(path) = fact.path.as_deref().filter(|_| given == 1) else { return Err(wrong(at)) };
    let (steps, kind) = resolve(path, &at.below("path"))?;
    let test = test(fact, kind, at)?.ok_or_else(|| wrong(at))?;
    Ok(Condition::Fact { steps, test })
}

/// The one test of a fact; `None` when it does not fit what the fact holds.
fn test(fact: &Fact, kind: FieldKind, at: &ProfilePlace) -> Result<Option<Test>, ProfileError> {
    if let Some(is) = &fact.is {
        let at = at.below("is");
        return match (is, kind) {
            (Is::Flag(flag), FieldKind::Boolean) => Ok(Some(Test::Flag(*flag))),
            (Is::Code(code), FieldKind::Code { codes }) => Ok(Some(Test::Codes(vec![known(code, codes, at)?]))),
            (Is::OneOf(list), FieldKind::Code { .. }) if list.is_empty() => Err(ProfileError::Empty { at }),
            (Is::OneOf(list), FieldKind::Code { codes }) => {
                let codes = list.iter().enumerate().map(|(index, code)| known(code, codes, at.below(index)));
                Ok(Some(Test::Codes(codes.collect::<Result<_, _>>()?)))
            }
            _ => Ok(None),
        };
    }
    let is_number = kind == FieldKind::Number;
    let is_date = kind == FieldKind::Date;
    Ok(match *fact {
        Fact { filled: Some(true), .. } if kind == FieldKind::Text => Some(Test::Answered),
        Fact { filled: Some(true), .. } => Some(Test::Given),
        Fact { at_least: Some(number), .. } if is_number && number.is_finite() => Some(Test::AtLeast(number)),
        Fact { below: Some(number), .. } if is_number && number.is_finite() => Some(Test::Below(number)),
        Fact { before: Some(date), .. } if is_date => Some(Test::Before(date)),
        Fact { not_before: Some(date), .. } if is_date => Some(Test::NotBefore(date)),
        // A list has always at least no entries, so a count of nought would be a test that cannot fail.
        Fact { count_at_least: Some(count), .. } if count > 0 && matches!(kind, FieldKind::List { .. }) => {
            Some(Test::Count(count))
        }
        _ => None,
    })
}

fn known(code: &str, codes: &'static [&'static str], at: ProfilePlace) -> Result<&'static str, ProfileError> {
    codes.iter().copied().find(|known| *known == code).ok_or_else(|| ProfileError::UnknownCode {
        at,
        code: code.to_owned(),
        nearest: nearest(code, codes.iter().copied()).map(str::to_owned),
    })
}

/// Whether all conditions are there in a plan. A value that cannot be read is never there.
pub(crate) fn hold(conditions: &[Condition], plan: &Plan<'_>) -> bool {
    conditions.iter().all(|condition| match condition {
        Condition::Fact { steps, test } => reaches(plan, steps, test),
        Condition::Any(groups) => groups.iter().any(|group| hold(group, plan)),
    })
}

fn reaches<'a>(value: &(dyn Value<'a> + '_), steps: &[Step], test: &Test) -> bool {
    match (steps, value.view()) {
        ([], _) => passes(value, test),
        ([Step::Key(key), rest @ ..], View::Part(part)) => {
            let field = part.place(key).and_then(|place| part.field(place));
            field.is_some_and(|field| reaches(field, rest, test))
        }
        ([Step::Each, rest @ ..], View::List(entries)) => entries.all().any(|entry| reaches(entry, rest, test)),
        _ => false,
    }
}

fn passes<'a>(value: &(dyn Value<'a> + '_), test: &Test) -> bool {
    match (test, value.stated()) {
        (Test::Given, _) => is_given(value),
        (Test::Count(least), _) => match value.view() {
            View::List(entries) => entries.all().filter(|entry| is_given(*entry)).count() >= *least as usize,
            _ => false,
        },
        (Test::Flag(wanted), Some(Stated::Flag(flag))) => flag == *wanted,
        (Test::Codes(codes), Some(Stated::Code(code))) => codes.contains(&code),
        (Test::Answered, Some(Stated::Text(text))) => text.reply() == Reply::Answer,
        (Test::Answered, Some(Stated::Number(_))) => true,
        (Test::AtLeast(least), Some(Stated::Number(number))) => number >= *least,
        (Test::Below(limit), Some(Stated::Number(number))) => number < *limit,
        (Test::Before(limit), Some(Stated::Date(date))) => date < *limit,
        (Test::NotBefore(least), Some(Stated::Date(date))) => date >= *least,
        _ => false,
    }
}

/// Whether anything is filled in: "none" in words is nothing here, for it would exempt from something.
fn is_given<'a>(value: &(dyn Value<'a> + '_)) -> bool {
    match value.view() {
        View::List(entries) => entries.all().any(is_given),
        View::Part(part) => part.fields().any(is_given),
        View::Text(text) => matches!(text.reply(), Reply::Answer | Reply::Reference),
        View::Other(_) => value.stated().is_some(),
    }
}
