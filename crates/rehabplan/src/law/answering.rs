//! How a place of the plan answers a requirement: the few steps that most checks are made of.

use super::Rule;
use crate::answer::{Answer, Path};
use crate::case::Case;
use crate::plan::place::{At, Day, FieldOf};
pub(crate) use crate::plan::value::Given;
use crate::plan::value::Value;
use crate::plan::{Date, Dokument, Field, List, Text};
use crate::text::{Note, notes};

pub(crate) fn given(field: &Field<Text<'_>>) -> Given {
    field.given()
}

/// The same for a field that asks for the name of a document: the name is an answer (A36).
pub(crate) fn given_a_name(field: &Field<Text<'_>>) -> Given {
    match field {
        Field::Present(text) if text.is_a_name() => Given::Answer,
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

/// What goes with a yes: which, what or why. Left out, it is an error, and "ingen" is worth a look; where there is a note, it
/// says both, and both are worth a look (A47).
pub(crate) fn with_a_yes(case: &Case<'_>, text: At, left_out: Option<&'static Note>) -> Answer {
    let answer = match (text.given(case), left_out) {
        (Given::Blank | Given::Nothing, Some(note)) => Answer::warning(note),
        (given, _) => answered_as(given),
    };
    text.tell(case, answer)
}

/// What a list of documents amounts to. A document is a reference, so an entry that only refers to one is what is asked
/// for; one that has a date alone refers to nothing, and one that is called "ingen" is none, whatever its date (A41).
pub(crate) fn documents(list: &List<Dokument<'_>>) -> Given {
    let named = |document: &Dokument<'_>| match document.given() {
        Given::Answer => given(&document.titel).max(given(&document.henvisning)),
        other => other,
    };
    match list.entries().iter().map(named).max() {
        None => list.given(),
        Some(Given::Reference) => Given::Answer,
        Some(other) => other,
    }
}

/// Whether an entry of a list counts: an empty one does not, nor does one that only says "ingen".
pub(super) fn counts(entry: Given) -> bool {
    !matches!(entry, Given::Blank | Given::Nothing)
}

/// The entries of a list that count: empty ones do not, and one that only says "ingen" says that there are none.
pub(crate) fn entries<'l, 'a: 'l, T: Value<'a>>(list: &'l List<T>) -> impl Iterator<Item = (usize, &'l T)> + Clone {
    list.entries().iter().enumerate().filter(|(_, entry)| counts(entry.given()))
}

/// A requirement that repeats others has their gravest answer, and the finding is theirs (A2, A39).
pub(crate) fn repeats(case: &Case<'_>, others: &[&'static Rule]) -> Answer {
    let answers = others.iter().filter_map(|rule| Some((*rule, case.answer_to(rule)?)));
    // Those that the kind of case settles may be counted alone, and are no answer to repeat; where all were, nothing was looked at.
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

/// One date is not after another; the same day will do.
pub(crate) fn not_after(case: &Case<'_>, earlier: At<Day>, later: At<Day>) -> Answer {
    in_order(case, earlier, later, later.of(case))
}

/// The same, where the later date may stand elsewhere than where it is told of.
#[cfg_attr(target_arch = "wasm32", inline(never))]
pub(crate) fn in_order(case: &Case<'_>, earlier: At<Day>, later: At<Day>, date: &Field<Date>) -> Answer {
    match (earlier.of(case).value(), date.value()) {
        (Some(first), Some(second)) if first <= second => Answer::met(),
        (Some(_), Some(_)) => Answer::missing().at(earlier.pointer).at(later.pointer),
        (first, _) => unknown(case, if first.is_none() { earlier } else { later }),
    }
}

/// What is not known of a fact that others hang on, at its place.
pub(crate) fn unknown<T: 'static>(case: &Case<'_>, fact: At<FieldOf<T>>) -> Answer {
    unknown_at(fact.of(case), fact.path(case))
}

/// The same where the place is in an entry.
pub(crate) fn unknown_at<T>(field: &Field<T>, path: Path) -> Answer {
    if field.is_unreadable() {
        Answer::unreadable().depends_on_fact(path.clone()).at(path)
    } else {
        Answer::lacks(path.clone()).at(path)
    }
}
