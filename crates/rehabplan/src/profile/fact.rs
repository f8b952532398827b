//! Conditions: facts of the plan, checked against the model when a profile is loaded and against a plan later.

use serde_json::Value;

use super::data::{Fact, Is};
use super::error::{Place, ProfileError};
use crate::letters::nearest;
use crate::places;
use crate::plan::value::Step;
use crate::plan::{Date, FieldKind};
use crate::reply::{self, Reply};

/// A condition that the model knows.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Condition {
    Fact { steps: Vec<Step>, test: Test },
    Any(Vec<Vec<Self>>),
}

#[derive(Debug, Clone, PartialEq)]
pub(super) enum Test {
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
fn resolve(path: &str, at: &Place) -> Result<(Vec<Step>, FieldKind), ProfileError> {
    let unknown = |nearest| ProfileError::UnknownFact { at: at.clone(), fact: path.to_owned(), nearest };
    let steps = places::find(path).map_err(unknown)?;
    let pointer = places::pointer(&steps);
    match places::kind(&steps).filter(|_| pointer == path && !steps.is_empty()) {
        Some(kind) => Ok((steps, kind)),
        None => Err(unknown(Some(pointer).filter(|pointer| !pointer.is_empty()))),
    }
}

/// Checks a list of conditions against the model.
pub(super) fn conditions(facts: &[Fact], at: &Place, is_inner: bool) -> Result<Vec<Condition>, ProfileError> {
    super::load::at_most(facts.len(), at)?;
    facts.iter().enumerate().map(|(index, fact)| condition(fact, &at.below(index), is_inner)).collect()
}

fn condition(fact: &Fact, at: &Place, is_inner: bool) -> Result<Condition, ProfileError> {
    let wrong = |place: &Place| ProfileError::Test { at: place.clone() };
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
        super::load::at_most(groups.len(), &at)?;
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
fn test(fact: &Fact, kind: FieldKind, at: &Place) -> Result<Option<Test>, ProfileError> {
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

fn known(code: &str, codes: &'static [&'static str], at: Place) -> Result<&'static str, ProfileError> {
    codes.iter().copied().find(|known| *known == code).ok_or_else(|| ProfileError::UnknownCode {
        at,
        code: code.to_owned(),
        nearest: nearest(code, codes.iter().copied()).map(str::to_owned),
    })
}

/// Whether all conditions are there in a plan, which is given as its own JSON. A value that cannot be read is `null`
/// in it, and so it is never there.
pub(super) fn hold(conditions: &[Condition], plan: &Value) -> bool {
    conditions.iter().all(|condition| match condition {
        Condition::Fact { steps, test } => reaches(plan, steps, test),
        Condition::Any(groups) => groups.iter().any(|group| hold(group, plan)),
    })
}

fn reaches(value: &Value, steps: &[Step], test: &Test) -> bool {
    match steps {
        [] => passes(value, test),
        [Step::Key(key), rest @ ..] => value.get(key).is_some_and(|value| reaches(value, rest, test)),
        [Step::Each, rest @ ..] => {
            value.as_array().is_some_and(|list| list.iter().any(|entry| reaches(entry, rest, test)))
        }
    }
}

fn passes(value: &Value, test: &Test) -> bool {
    let date = || value.as_str().and_then(Date::parse);
    match test {
        Test::Flag(flag) => value.as_bool() == Some(*flag),
        Test::Codes(codes) => value.as_str().is_some_and(|code| codes.contains(&code)),
        Test::Answered => value.as_str().map_or(value.is_number(), |text| reply::reply(text) == Reply::Answer),
        Test::Given => is_given(value),
        Test::AtLeast(least) => value.as_f64().is_some_and(|number| number >= *least),
        Test::Below(limit) => value.as_f64().is_some_and(|number| number < *limit),
        Test::Before(limit) => date().is_some_and(|date| date < *limit),
        Test::NotBefore(least) => date().is_some_and(|date| date >= *least),
        Test::Count(least) => {
            value.as_array().is_some_and(|list| list.iter().filter(|entry| is_given(entry)).count() >= *least as usize)
        }
    }
}

/// Whether anything is filled in: "none" in words is nothing here, for it would exempt from something.
fn is_given(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => matches!(reply::reply(text), Reply::Answer | Reply::Reference),
        Value::Bool(_) | Value::Number(_) => true,
        Value::Array(list) => list.iter().any(is_given),
        Value::Object(members) => members.values().any(is_given),
    }
}
