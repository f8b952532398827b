//! A preparatory part that is only attached.

use super::answering::{Given, documents};
use crate::answer::Answer;
use crate::case::Case;
use crate::plan::ForberedendeDel;
use crate::plan::place::key;
use crate::plan::value::Part;
use crate::pointer;
use crate::text::notes;

/// What can be said of the content of a preparatory part that consists of attached documents alone, its dates apart: only
/// a person can read them (A42). `None` when anything else is filled in; a document beside it then fills no blank field.
pub(crate) fn only_attached(case: &Case<'_>) -> Option<Answer> {
    case.only_attached.get_or_init(|| attached(case.fd())).clone()
}

fn attached(fd: &ForberedendeDel<'_>) -> Option<Answer> {
    let beside = [
        key!(ForberedendeDel.bilag),
        key!(ForberedendeDel.dato),
        key!(ForberedendeDel.underskriftsdato),
        key!(ForberedendeDel.afklaringer),
        key!(ForberedendeDel.samarbejde),
    ];
    let is_alone = (fd as &dyn Part<'_>).holds_only(&beside)
        && (&fd.samarbejde as &dyn Part<'_>).holds_only(&[key!(Samarbejde.samtaledato)]);
    if !is_alone {
        return None;
    }
    let answer = match documents(&fd.bilag) {
        Given::Answer | Given::Reference => Answer::undetermined(&notes::ATTACHED),
        Given::Unreadable => Answer::unreadable(),
        Given::Nothing | Given::Blank => return None,
    };
    Some(answer.at(pointer!(forberedende_del.bilag)))
}
