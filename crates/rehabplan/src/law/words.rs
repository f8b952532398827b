//! The words that most checks are said in.
//!
//! A check is a value: which places of the plan, and what is asked of them. One function looks at what each place amounts
//! to and answers. Because it is data, the same value says which places a rule is about, and in words what is checked.
//! Where a provision is more than the words can say, its check is a function ([`Check::Own`]).

use super::Rule;
use super::answering::{Given, answered_as, either, joint_after, not_after, repeats, with_a_yes};
use super::evidence::list_of;
use crate::answer::{Answer, Outcome, Path, Severity};
use crate::case::{Case, Condition};
use crate::plan::Field;
use crate::plan::place::{At, Day, Documents, Every, Flag};
use crate::plan::value::Value as _;
use crate::text::{Note, Said, notes};

/// What is checked.
///
/// [`VOCABULARY`](super::VOCABULARY) says the same to the readers of the documentation.
#[derive(Clone, Copy)]
pub(crate) enum Check {
    /// An answer in words. "Ingen" is worth a look (A8).
    Answered(At),
    /// An answer in words; "ingen" is one.
    AnsweredOrNone(At),
    /// A yes or a no, one of the codes, or a number. No is an answer, and so is 0 (T56).
    Decided(At),
    /// A yes or a no, and with a yes the text that goes with it. Left out, it is an error, and "ingen" is worth a look; where
    /// there is a note, it says both, and both are worth a look (A47).
    DecidedWith(At<Flag>, At, Option<&'static Note>),
    /// An answer in words, or at least one entry of a list that has the field filled in.
    AnsweredOrListed(At, At<Every>),
    /// An entry, or the express statement that there is none.
    ThereOrNone(At, At<Flag>),
    /// A document. It is a reference, so one that only refers to it is what is asked for.
    Documented(At<Documents>),
    /// A document, or the express statement that there is none.
    DocumentedOrNone(At<Documents>, At<Flag>),
    /// At least one entry of the list has the field filled in.
    Described(At<Every>),
    /// The field is answered in every entry of the lists. Not relevant when there are no entries.
    Each(&'static [At<Every>]),
    /// The field is answered in every entry, or one answer is for all of them, those that say "ingen" too. Without such an answer
    /// "ingen" is worth a look in either place, and that of an entry counts before a common field that cannot be read or only
    /// refers to a document (A46). Not relevant when there are no entries.
    EachOrOne(At<Every>, At),
    /// The field of the rule, or a joint one, which is worth a warning (T51). The same joint text is one finding, on the
    /// first of these rules that it answers for (A2).
    OwnOrJoint(&'static Check, At, &'static [&'static Rule]),
    /// A check of a field; where that is not filled in, a document may hold it.
    OrAttached(&'static Check, &'static Door),
    /// One date is not after another; the same day will do. Without either it cannot be determined.
    NotAfter(At<Day>, At<Day>),
    /// Other rules check it, and the finding is theirs (A2).
    Repeats(&'static [&'static Rule]),
    /// Nothing is checked: a person judges.
    Review,
    /// A check, and where that is met, more than the words can say.
    Then(&'static Check, &'static Further),
    /// All of these.
    All(&'static [Check]),
    /// One of the two.
    Either(&'static Check, &'static Check),
    /// Only under a condition.
    When(If, &'static Check),
    /// Only where a part is.
    In(&'static Door, &'static Check),
    /// More than the words can say; the rule names its places itself, and says what is looked at.
    Own(fn(&Case<'_>) -> Answer),
    /// Nothing yet. A rule that leaves it at that does not compile.
    Unsaid,
}

/// A condition of a check.
#[derive(Clone, Copy)]
pub(crate) enum If {
    /// The plan says yes.
    Yes(At<Flag>),
    /// The case is one of a kind.
    Is(&'static Circumstance),
}

/// What kind of case it is, in a way that several rules ask for.
pub(crate) struct Circumstance {
    pub(crate) holds: fn(&Case<'_>) -> Condition,
    /// As it continues "where ...".
    pub(crate) words: Said,
}

/// What is asked besides.
pub(crate) struct Further {
    pub(crate) check: fn(&Case<'_>) -> Answer,
    /// As it continues "and ...".
    pub(crate) words: Said,
}

/// What is settled before a part of the plan is looked at.
pub(crate) struct Door {
    /// The answer, where the part is not there to be looked at; `None` where it is.
    pub(crate) shut: fn(&Case<'_>) -> Option<Answer>,
    /// As it continues "where ...".
    pub(crate) words: Said,
}

impl Check {
    /// The answer to the requirement. This is all that the words do.
    pub(crate) fn answer(&self, case: &Case<'_>) -> Answer {
        match *self {
            Self::Answered(place) | Self::Decided(place) => place.told(case, answered_as(place.given(case))),
            Self::AnsweredOrNone(place) => {
                let given = place.given(case);
                place.told(case, if given == Given::Nothing { Answer::met() } else { answered_as(given) })
            }
            Self::DecidedWith(decision, text, note) => match decision.of(case) {
                Field::Present(true) => with_a_yes(case, text, note),
                decided => decision.tell(case, answered_as(decided.given())),
            },
            Self::AnsweredOrListed(text, every) => {
                // What else an entry has makes more of a field that says something, and nothing of one that does not.
                let entry = |(whole, field)| if field > Given::Unreadable { whole } else { field };
                let nothing = if every.is_unreadable(case) { Given::Unreadable } else { Given::Blank };
                let listed = every.rows(case).map(entry).max().unwrap_or(nothing);
                better(case, text, listed, every.list(case))
            }
            Self::ThereOrNone(list, none) => there_or_none(case, list.given(case), none),
            Self::Documented(list) => answered_as(list.given(case)),
            Self::DocumentedOrNone(list, none) => there_or_none(case, list.given(case), none),
            Self::Described(every) => described(case, every),
            Self::Each(lists) => {
                let answers = lists.iter().map(|every| {
                    let answer = every.each_row(case, &|index, given| every.answered(case, index, given));
                    if answer.is_met() { every.found(case) } else { answer }
                });
                Answer::gravest(answers).unwrap_or_else(Answer::not_relevant)
            }
            Self::EachOrOne(every, one) => each_or_one(case, every, one),
            Self::OwnOrJoint(own, joint, before) => joint_after(case, before, own_or_joint(case, own, joint)),
            Self::OrAttached(check, document) => match check.answer(case) {
                answer if answer.severity() == Some(Severity::Error) => (document.shut)(case).unwrap_or(answer),
                answer => answer,
            },
            Self::NotAfter(earlier, later) => not_after(case, earlier, later),
            Self::Repeats(rules) => repeats(case, rules),
            Self::Review => Answer::review(),
            Self::Then(check, further) => match check.answer(case) {
                answer if answer.is_met() => (further.check)(case),
                answer => answer,
            },
            Self::All(checks) => Answer::all(checks.iter().map(|check| check.tell(case))),
            Self::Either(one, other) => match one.tell(case) {
                met if met.is_met() => met,
                unmet => either(unmet, other.found(case)),
            },
            Self::When(If::Is(circumstance), check) => (circumstance.holds)(case).then(|| check.answer(case)),
            Self::When(If::Yes(place), check) => match place.of(case) {
                Field::Present(true) => check.answer(case),
                Field::Present(false) => Answer::not_relevant(),
                Field::Absent => Answer::lacks(place.path(case)),
                Field::Unreadable => Answer::unreadable().depends_on_fact(place.path(case)),
            },
            Self::In(gate, check) => (gate.shut)(case).unwrap_or_else(|| check.answer(case)),
            Self::Own(check) => check(case),
            Self::Unsaid => Answer::review(),
        }
    }

    /// The same, with the place where it is not met, for a check that is one of several.
    fn tell(&self, case: &Case<'_>) -> Answer {
        let answer = self.answer(case);
        match self {
            _ if !answer.paths().is_empty() => answer,
            Self::Answered(place) | Self::AnsweredOrNone(place) | Self::Decided(place) => place.tell(case, answer),
            Self::Documented(list) => list.tell(case, answer),
            _ => answer,
        }
    }

    /// The same, with its first place where it is met, for a check that stands behind another.
    fn found(&self, case: &Case<'_>) -> Answer {
        let answer = self.tell(case);
        let mut first = None;
        if answer.is_met() && !case.counts_met() && answer.paths().is_empty() {
            self.places(&mut |place| first = first.or(Some(place)));
        }
        first.into_iter().fold(answer, Answer::at)
    }

    /// Goes through the check and those that it is made of.
    pub(crate) fn each(&self, see: &mut dyn FnMut(&Self)) {
        see(self);
        match *self {
            Self::OwnOrJoint(check, ..)
            | Self::OrAttached(check, _)
            | Self::Then(check, _)
            | Self::When(_, check)
            | Self::In(_, check) => check.each(see),
            Self::All(checks) => checks.iter().for_each(|check| check.each(see)),
            Self::Either(one, other) => [one, other].into_iter().for_each(|check| check.each(see)),
            _ => {}
        }
    }

    /// Goes through the places where the evidence stands, in order. Those of conditions are not among them.
    pub(crate) fn places(&self, see: &mut dyn FnMut(&'static str)) {
        match *self {
            Self::Answered(place) | Self::AnsweredOrNone(place) | Self::Decided(place) => see(place.pointer),
            Self::DecidedWith(decision, text, _) => [decision.pointer, text.pointer].into_iter().for_each(see),
            Self::AnsweredOrListed(text, every) => [text.pointer, list_of(every.pointer)].into_iter().for_each(see),
            Self::Documented(list) => see(list.pointer),
            Self::DocumentedOrNone(list, none) => [list.pointer, none.pointer].into_iter().for_each(see),
            Self::ThereOrNone(list, none) => [list.pointer, none.pointer].into_iter().for_each(see),
            Self::Described(every) => see(list_of(every.pointer)),
            Self::Each(lists) => lists.iter().for_each(|every| see(every.pointer)),
            Self::EachOrOne(every, one) => [every.pointer, one.pointer].into_iter().for_each(see),
            Self::OwnOrJoint(own, joint, _) => {
                own.places(see);
                see(joint.pointer);
            }
            Self::OrAttached(check, _) | Self::Then(check, _) => check.places(see),
            Self::NotAfter(earlier, later) => [earlier.pointer, later.pointer].into_iter().for_each(see),
            Self::Repeats(rules) => rules.iter().for_each(|rule| rule.each_path(see)),
            Self::All(checks) => checks.iter().for_each(|check| check.places(see)),
            Self::Either(one, other) => [one, other].into_iter().for_each(|check| check.places(see)),
            Self::When(_, check) | Self::In(_, check) => check.places(see),
            Self::Review | Self::Own(_) | Self::Unsaid => {}
        }
    }

    /// Goes through the fields of entries at which an answer may stand, where the evidence is the list.
    pub(crate) fn fields(&self, see: &mut dyn FnMut(&'static str)) {
        self.each(&mut |check| match check {
            Self::Described(every) | Self::AnsweredOrListed(_, every) => see(every.pointer),
            Self::Repeats(rules) => rules.iter().for_each(|rule| rule.each_place(see)),
            _ => {}
        });
    }
}

/// A text, or an entry: the better of the two, at its place (A53). "Ingen" in an entry is worth as much as in the text, and so
/// is a reference (A46).
pub(super) fn better(case: &Case<'_>, text: At, listed: Given, list: Path) -> Answer {
    let in_words = text.given(case);
    if listed > in_words { answered_as(listed).at(list) } else { text.tell(case, answered_as(in_words)) }
}

/// Something is in a list; that there is nothing, said in an entry or by a flag, is an answer too.
fn there_or_none(case: &Case<'_>, list: Given, none: At<Flag>) -> Answer {
    let flag = none.of(case);
    match list {
        Given::Answer | Given::Nothing => Answer::met(),
        _ if flag.value() == Some(true) => none.found(case),
        Given::Blank if flag.is_unreadable() => Answer::unreadable().at(none.path(case)),
        other => answered_as(other),
    }
}

/// One of several places is enough, and the joint one is worth a warning. Where the own one says "ingen", that is worth the
/// same, whatever a joint one that cannot be read may say (A46).
fn own_or_joint(case: &Case<'_>, own: &Check, joint: At) -> Answer {
    let takes_nothing = matches!(own, Check::AnsweredOrNone(_));
    let own = own.answer(case);
    let given = joint.given(case);
    if own.is_met() || given == Given::Blank {
        return own;
    }
    let answer = match given {
        Given::Unreadable | Given::Reference if own.severity() == Some(Severity::Warning) => return own,
        Given::Unreadable => Answer::unreadable(),
        Given::Reference => Answer::undetermined(&notes::ATTACHED),
        // Where "ingen" is no answer in the own place, it is none in the joint one either (A8).
        Given::Nothing if !takes_nothing => Answer::warning(&notes::NOTHING_IS_NO_ANSWER),
        _ => Answer::warning(&notes::JOINT_FIELD),
    };
    answer.at(joint.path(case))
}

/// An answer in every entry, or one for all of them, which answers for the entries that have none of their own: that are
/// blank, say "ingen", refer to a document or cannot be read.
fn each_or_one(case: &Case<'_>, every: At<Every>, one: At) -> Answer {
    let common = one.given(case);
    let each = every.each_row(case, &|index, given| match (given, common) {
        (Given::Blank, Given::Nothing | Given::Unreadable | Given::Reference) => one.tell(case, answered_as(common)),
        _ => every.answered(case, index, given),
    });
    // Where the list cannot be read, whether there is anything that wants an answer is not known (A6).
    let may_do_without =
        matches!(each.outcome(), Outcome::NotMet | Outcome::Undetermined) && !every.is_unreadable(case);
    if common == Given::Answer && may_do_without { one.found(case) } else { each }
}

/// At least one entry of a list has its text.
fn described(case: &Case<'_>, every: At<Every>) -> Answer {
    if every.is_unreadable(case) {
        return Answer::unreadable().at(every.list(case));
    }
    let entries = every.rows(case).enumerate().filter(|(_, (whole, _))| *whole != Given::Blank);
    let Some(best) = entries.clone().map(|(_, (_, given))| given).max() else {
        return Answer::missing().at(every.list(case));
    };
    let answer = answered_as(best);
    if answer.is_met() {
        return answer;
    }
    answer.at_all(entries.filter(|(_, (_, given))| *given == best).map(|(index, _)| every.entry(case, index)))
}
