//! Where a whole document, or a value that decides, cannot be read, the requirements that hang on it cannot be determined.

use super::check::{Given, documents};
use super::{Cell, Kind, Part, Provision, Rule, p12};
use crate::answer::Answer;
use crate::case::Case;
use crate::plan::value::Part as PlanPart;
use crate::text::notes;

/// Why a requirement cannot be determined whatever its own fields hold; `None` where its own check has the answer.
pub(crate) fn unclear(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    // § 12 lifts the whole of § 4 on the municipality's word, so where that cannot be read, nobody knows (A45).
    let by_section_12 = |cell| matches!(cell, Cell::Exempt(Provision { paragraf: 12, .. }));
    if rule.provision.paragraf == 4
        && case.cells(rule).any(by_section_12)
        && let Some(fact) = p12::unreadable_word(case)
    {
        return Some(Answer::unreadable().at(fact).depends_on_fact(fact));
    }
    match rule.part {
        Part::ForberedendeDel | Part::Laege if rule.kind == Kind::Requirement => only_attached(case),
        _ => None,
    }
}

/// What can be said of the content of a preparatory part that consists of attached documents alone, its dates apart: only
/// a person can read them (A42). `None` when anything else is filled in; a document beside it then fills no blank field.
pub(super) fn only_attached(case: &Case<'_>) -> Option<Answer> {
    let fd = case.fd();
    let beside = ["bilag", "dato", "underskriftsdato", "afklaringer", "samarbejde"];
    let is_alone = (fd as &dyn PlanPart<'_>).holds_only(&beside)
        && (&fd.samarbejde as &dyn PlanPart<'_>).holds_only(&["samtaledato"]);
    if !is_alone {
        return None;
    }
    let answer = match documents(&fd.bilag) {
        Given::Answer | Given::Reference => Answer::undetermined(&notes::ATTACHED),
        Given::Unreadable => Answer::unreadable(),
        Given::Nothing | Given::Blank => return None,
    };
    Some(answer.at("/forberedendeDel/bilag"))
}
