//! The few kinds of test that most requirements are made of.

use super::Rule;
use crate::answer::{Answer, Path};
use crate::case::Case;
use crate::plan::value::Value;
use crate::plan::{Date, Field, List, State, Text};
use crate::reply::{self, Reply};
use crate::text::notes;

/// What a text field amounts to, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Given {
    Blank,
    Nothing,
    Unreadable,
    Reference,
    Answer,
}

pub(crate) fn given(field: &Field<Text<'_>>) -> Given {
    match field {
        Field::Absent => Given::Blank,
        Field::Unreadable => Given::Unreadable,
        Field::Present(text) => given_text(text),
    }
}

/// The same for a field that asks for the name of a document: the name is an answer (A36).
pub(crate) fn given_a_name(field: &Field<Text<'_>>) -> Given {
    match field {
        Field::Present(text) => given_as(reply::reply_with_a_name(text.as_str())),
        _ => given(field),
    }
}

pub(crate) fn given_text(text: &Text<'_>) -> Given {
    given_as(reply::reply(text.as_str()))
}

fn given_as(reply: Reply) -> Given {
    match reply {
        Reply::Blank => Given::Blank,
        Reply::Reference => Given::Reference,
        Reply::Nothing => Given::Nothing,
        Reply::Answer => Given::Answer,
    }
}

/// An answer in words. That there is nothing to say is no sufficient answer, but no error either (A8).
pub(crate) fn answered(field: &Field<Text<'_>>) -> Answer {
    answered_as(given(field))
}

/// The same for what is already known to be given.
pub(crate) fn answered_as(given: Given) -> Answer {
    match given {
        Given::Answer => Answer::met(),
        Given::Nothing => Answer::warning(&notes::NOTHING_IS_NO_ANSWER),
        Given::Reference => Answer::undetermined(&notes::ATTACHED),
        Given::Unreadable => Answer::unreadable(),
        Given::Blank => Answer::missing(),
    }
}

/// An answer in words; that there is nothing to say is one.
pub(crate) fn answered_or_nothing(field: &Field<Text<'_>>) -> Answer {
    match given(field) {
        Given::Nothing => Answer::met(),
        _ => answered(field),
    }
}

/// A yes or a no; no is an answer (T56).
pub(crate) fn decided<T>(field: &Field<T>) -> Answer {
    match field {
        Field::Present(_) => Answer::met(),
        Field::Unreadable => Answer::unreadable(),
        Field::Absent => Answer::missing(),
    }
}

/// Something is there.
pub(crate) fn there(state: State) -> Answer {
    match state {
        State::Present => Answer::met(),
        State::Nothing => Answer::warning(&notes::NOTHING_IS_NO_ANSWER),
        State::Unreadable => Answer::unreadable(),
        State::Missing => Answer::missing(),
    }
}

/// Something is there; that there is nothing, said in an entry or by a flag, is an answer too.
pub(crate) fn there_or_none(state: State, none: &Field<bool>, none_path: &'static str) -> Answer {
    match state {
        State::Present | State::Nothing => Answer::met(),
        _ if none.value() == Some(true) => Answer::met(),
        State::Unreadable => Answer::unreadable(),
        State::Missing if none.is_unreadable() => Answer::unreadable().at(none_path),
        State::Missing => Answer::missing(),
    }
}

/// The entries of a list that count: empty ones do not, and one that only says "ingen" says that there are none.
pub(crate) fn entries<'l, 'a: 'l, T: Value<'a>>(list: &'l List<T>) -> impl Iterator<Item = (usize, &'l T)> + Clone {
    list.entries().iter().enumerate().filter(|(_, entry)| matches!(entry.state(), State::Present | State::Unreadable))
}

/// One entry of a list, and where it stands.
pub(crate) struct Entry<'l, T> {
    pub(crate) value: &'l T,
    pointer: &'l str,
    index: usize,
}

impl<T> Entry<'_, T> {
    /// The JSON Pointer to a field of the entry.
    pub(crate) fn path(&self, key: &str) -> Path {
        format!("{}/{}/{key}", self.pointer, self.index).into()
    }

    /// Tells where in the entry an answer that is not "met" is about.
    pub(crate) fn at(&self, key: &str, answer: Answer) -> Answer {
        if answer.is_met() { answer } else { answer.at(self.path(key)) }
    }
}

/// A check of every entry of a list that counts. Not relevant when there are none.
pub(crate) fn each<'l, 'a: 'l, T: Value<'a>>(
    list: &'l List<T>,
    pointer: &'l str,
    check: impl Fn(&Entry<'l, T>) -> Answer,
) -> Answer {
    if list.is_unreadable() {
        return Answer::unreadable().at(pointer.to_owned());
    }
    let answers = entries(list).map(|(index, value)| check(&Entry { value, pointer, index }));
    Answer::gravest(answers).unwrap_or_else(Answer::not_relevant)
}

/// At least one entry of a list has its text.
pub(crate) fn described<'l, 'a: 'l, T: Value<'a>>(
    list: &'l List<T>,
    pointer: &str,
    key: &str,
    text: impl Fn(&'l T) -> &'l Field<Text<'a>>,
) -> Answer {
    let entries = match list {
        Field::Unreadable => return Answer::unreadable().at(pointer.to_owned()),
        Field::Absent => &[][..],
        Field::Present(entries) => entries,
    };
    let filled = entries.iter().enumerate().filter(|(_, entry)| entry.state() != State::Missing);
    let Some(best) = filled.clone().map(|(_, entry)| given(text(entry))).max() else {
        return Answer::missing().at(pointer.to_owned());
    };
    let answer = answered_as(best);
    if answer.is_met() {
        return answer;
    }
    let places = filled.filter(|(_, entry)| given(text(entry)) == best);
    answer.at_all(places.map(|(index, _)| {
        let entry = format!("{pointer}/{index}");
        if key.is_empty() { entry.into() } else { below(&entry, key) }
    }))
}

/// One of several places is enough, and the joint one is worth a warning (T51): `own` is the field of the rule.
pub(crate) fn own_or_joint(own: Answer, joint: &Field<Text<'_>>, joint_path: &'static str) -> Answer {
    if own.is_met() || given(joint) == Given::Blank {
        return own;
    }
    match given(joint) {
        Given::Unreadable => Answer::unreadable().at(joint_path),
        Given::Reference => Answer::undetermined(&notes::ATTACHED).at(joint_path),
        _ => Answer::warning(&notes::JOINT_FIELD).at(joint_path),
    }
}

/// A requirement that repeats others has their gravest answer, and the finding is theirs (A2).
pub(crate) fn repeats(case: &Case<'_>, others: &[&'static Rule]) -> Answer {
    let answers = others.iter().filter_map(|rule| Some((*rule, case.answer_to(rule)?)));
    let Some((rule, gravest)) = answers.reduce(|first, next| if next.1.outweighs(first.1) { next } else { first })
    else {
        return Answer::not_relevant();
    };
    if gravest.is_not_met() || gravest.is_undetermined() {
        let repeated = gravest.repeated().same_as_rule(gravest.same_as().unwrap_or(rule));
        if gravest.paths().is_empty() {
            repeated.at_all(rule.paths.iter().map(|path| Path::from(*path)))
        } else {
            repeated
        }
    } else {
        Answer::met()
    }
}

/// One of two is enough: the better answer, with the places of both when neither is better.
pub(crate) fn either(first: Answer, second: Answer) -> Answer {
    match (first.outweighs(&second), second.outweighs(&first)) {
        (true, _) => second,
        (_, true) => first,
        _ => first.and(second),
    }
}

/// The same joint text is one finding, on the first rule that it answers for (A2).
pub(crate) fn joint_after(case: &Case<'_>, before: &[&'static Rule], answer: Answer) -> Answer {
    let is_joint = |answer: &Answer| answer.says() == Some(&notes::JOINT_FIELD);
    if !is_joint(&answer) {
        return answer;
    }
    match before.iter().find(|rule| case.answer_to(rule).is_some_and(is_joint)) {
        Some(leading) => answer.same_as_rule(leading),
        None => answer,
    }
}

/// A date of the plan and where it stands.
pub(crate) type At<'c> = (&'c Field<Date>, &'static str);

/// One date is not after another; the same day will do.
pub(crate) fn not_after((earlier, earlier_path): At<'_>, (later, later_path): At<'_>) -> Answer {
    match (earlier.value(), later.value()) {
        (Some(first), Some(second)) if first <= second => Answer::met(),
        (Some(_), Some(_)) => Answer::missing().at(earlier_path).at(later_path),
        _ => {
            let (field, path) = if earlier.value().is_none() { (earlier, earlier_path) } else { (later, later_path) };
            if field.is_unreadable() {
                Answer::unreadable().at(path).depends_on_fact(path)
            } else {
                Answer::lacks(path).at(path)
            }
        }
    }
}

/// A JSON Pointer below another.
pub(crate) fn below(pointer: &str, key: &str) -> Path {
    format!("{pointer}/{key}").into()
}
