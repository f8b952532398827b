//! The few kinds of test that most requirements are made of.

use super::Rule;
use crate::answer::{Answer, Path};
use crate::case::Case;
pub(crate) use crate::plan::value::Given;
use crate::plan::value::Value;
use crate::plan::{Date, Dokument, Field, List, Text};
use crate::reply::{self, Reply};
use crate::text::{Note, notes};

pub(crate) fn given(field: &Field<Text<'_>>) -> Given {
    field.given()
}

/// The same for a field that asks for the name of a document: the name is an answer (A36).
pub(crate) fn given_a_name(field: &Field<Text<'_>>) -> Given {
    match field {
        Field::Present(text)
            if text.reply() == Reply::Reference && reply::reply_with_a_name(text.as_str()) == Reply::Answer =>
        {
            Given::Answer
        }
        _ => given(field),
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

/// What goes with a yes: which, what or why. Left out, or "ingen", it is worth a look, and the note says so (A47).
pub(crate) fn with_a_yes(field: &Field<Text<'_>>, path: &'static str, left_out: &'static Note) -> Answer {
    match given(field) {
        Given::Answer => Answer::met(),
        Given::Blank | Given::Nothing => Answer::warning(left_out).at(path),
        other => answered_as(other).at(path),
    }
}

/// What a list of documents amounts to. A document is a reference, so an entry that only refers to one is what is asked
/// for.
pub(crate) fn documents(list: &List<Dokument<'_>>) -> Given {
    match list.given() {
        Given::Reference => Given::Answer,
        other => other,
    }
}

/// The entries of a list that count: empty ones do not, and one that only says "ingen" says that there are none.
pub(crate) fn entries<'l, 'a: 'l, T: Value<'a>>(list: &'l List<T>) -> impl Iterator<Item = (usize, &'l T)> + Clone {
    let counts = |(_, entry): &(usize, &T)| !matches!(entry.given(), Given::Blank | Given::Nothing);
    list.entries().iter().enumerate().filter(counts)
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

/// A check of every entry of a list that counts. Not relevant when there are none. What an entry says that only refers to
/// a document, a machine cannot read (A46).
pub(crate) fn each<'l, 'a: 'l, T: Value<'a>>(
    list: &'l List<T>,
    pointer: &'l str,
    check: impl Fn(&Entry<'l, T>) -> Answer,
) -> Answer {
    if list.is_unreadable() {
        return Answer::unreadable().at(pointer.to_owned());
    }
    let answers = entries(list).map(|(index, value)| match value.given() {
        Given::Reference => Answer::undetermined(&notes::ATTACHED).at(format!("{pointer}/{index}")),
        _ => check(&Entry { value, pointer, index }),
    });
    Answer::gravest(answers).unwrap_or_else(Answer::not_relevant)
}

/// A requirement that repeats others has their gravest answer, and the finding is theirs (A2, A39).
pub(crate) fn repeats(case: &Case<'_>, others: &[&'static Rule]) -> Answer {
    let answers = others.iter().filter_map(|rule| Some((*rule, case.answer_to(rule)?)));
    let Some((rule, gravest)) = answers.reduce(|first, next| if next.1.outweighs(first.1) { next } else { first })
    else {
        return Answer::not_relevant();
    };
    if gravest.is_not_met() || gravest.is_undetermined() {
        let repeated = gravest.repeated().same_as_rule(rule);
        if gravest.paths().is_empty() { repeated.at_all(rule.paths().into_iter().map(Path::from)) } else { repeated }
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
