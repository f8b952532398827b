//! Whether a case calls for an indsatsdel, and where that stands.

use super::min_plan::Home;
use super::words::{Circumstance, Door, If};
use super::{BY_OUTCOME, Cells, JA13D, JA22, JAX, SDP3};
use crate::answer::Answer;
use crate::case::{Case, Condition, Variant};
use crate::plan::Afgoerelsesudfald;
#[cfg(feature = "profiles")]
use crate::plan::Indsatsdel;
use crate::plan::place::{At, Flag, at};
use crate::pointer;
use crate::text::{Note, notes, said};

/// The cases in which the indsatsdel is required from the outset.
pub(super) const FROM_THE_OUTSET: &[Variant] = &[JA22, JAX, JA13D, SDP3];

/// Where § 5 applies: from the outset in jobafklaring and category 3, elsewhere when the decision calls for it (T49).
pub(crate) const INDSATSDEL: Cells = Cells::NONE.required(FROM_THE_OUTSET).conditional(BY_OUTCOME);

/// Whether the case calls for an indsatsdel.
///
/// In jobafklaring and category 3 it does, unless the decision is expressly another one; an unknown or unreadable
/// decision does not lift the requirement (A13). Elsewhere the decision must be ressourceforløb or jobafklaring.
pub(crate) fn required(case: &Case<'_>) -> Condition {
    use Afgoerelsesudfald::{Jobafklaringsforloeb, Ressourceforloeb, Sygedagpengeindsats};
    if case.is_any(FROM_THE_OUTSET) {
        match case.afgjort(&[Jobafklaringsforloeb, Ressourceforloeb, Sygedagpengeindsats]) {
            Condition::Fails => Condition::Fails,
            _ => Condition::Holds,
        }
    } else {
        case.afgjort(&[Ressourceforloeb, Jobafklaringsforloeb])
    }
}

/// That the case calls for an indsatsdel.
pub(super) const INDSATSDEL_KRAEVES: If = If::Is(&Circumstance {
    holds: required,
    words: said(
        "afgørelsen er et ressourceforløb eller et jobafklaringsforløb (i et første jobafklaringsforløb og i sygedagpenge i kategori 3 altid, medmindre afgørelsen udtrykkeligt går ud på andet end et forløb eller sygedagpengeindsatsen)",
        "the decision is a ressourceforløb or a jobafklaringsforløb (always in a first jobafklaringsforløb and in sygedagpenge in category 3, unless the decision is expressly for something other than a course or the measures under sygedagpenge)",
    ),
});

pub(super) static MIN_PLAN_NOT_SENT: Note = Note::new(
    "minPlanNotSent",
    "Kan ikke afgøres: alt står i Min Plan, men indholdet er ikke sendt med",
    "Cannot be determined: everything is in Min Plan, but its content was not sent along",
)
.remedy("Send indholdet af Min Plan med", "Send the content of Min Plan along");

const CONTAINS_ALL: At<Flag> = at!(min_plan.indeholder_alt);

/// Where the whole part is missing, nothing is said of it: that is one finding on the requirement for the part, or, as long
/// as the decision is unknown, one answer that cannot be determined (A4, A43).
pub(super) const PART: Door = Door {
    shut: |case| match (required(case), case.indsatsdel().0) {
        (Condition::Fails, _) => Some(Answer::not_relevant()),
        // Whether its content stands in Min Plan is not known (A6, T25).
        (_, Home::Nowhere) if CONTAINS_ALL.of(case).is_unreadable() => {
            Some(Answer::unreadable().depends_on_fact(CONTAINS_ALL.pointer))
        }
        (_, Home::Nowhere) => Some(Answer::not_applicable(&notes::PART_MISSING)),
        (Condition::Holds, _) => None,
        (unknown, _) => Some(unknown.then(Answer::met)),
    },
    words: said("der skal være en indsatsdel", "there is to be an indsatsdel"),
};

/// The content of the indsatsdel, wherever it stands: in a separate part or in Min Plan (T25).
pub(crate) const INDSATSDELEN: Door = Door {
    shut: |case| {
        let not_sent = || Answer::undetermined(&MIN_PLAN_NOT_SENT).depends_on_fact(pointer!(min_plan.indsatsdel));
        (PART.shut)(case).or_else(|| (case.indsatsdel().0 == Home::NotSent).then(not_sent))
    },
    ..PART
};

/// A requirement of a profile for the content of the indsatsdel.
#[cfg(feature = "profiles")]
pub(crate) fn content(case: &Case<'_>, check: impl FnOnce(&Indsatsdel<'_>) -> Answer) -> Answer {
    (INDSATSDELEN.shut)(case).unwrap_or_else(|| check(case.indsatsdel().1))
}
