//! What the team recommends, which decides what of §§ 8-11 and 16 applies, and not what the case began as (T49).
//!
//! That is so in the cases of [`BY_OUTCOME`]. A first jobafklaringsforløb and sygedagpenge in category 3 are put to the team for
//! the measures alone: another outcome there is worth a warning, and brings none of § 8, stk. 1, and §§ 9-11 and 16 into play
//! (T32, T33). Without the team there is no recommendation.

use super::words::{Circumstance, If};
use super::{BY_OUTCOME, Cells, INDSTILLING, JANY, Rule};
use crate::answer::Answer;
use crate::case::{Case, Condition};
use crate::plan::place::{At, FieldOf, Flag, at};
use crate::plan::{Field, Udfald};
use crate::text::said;

/// A requirement for the content of the recommendation that depends on what is recommended.
pub(super) const VED_UDFALD: Rule = Rule { cells: Cells::NONE.conditional(BY_OUTCOME), ..INDSTILLING };

/// A ressourceforløb (§ 8, stk. 1).
pub(super) const RESSOURCEFORLOEB: If = If::Is(&Circumstance {
    holds: |case| recommends(case, Udfald::Ressourceforloeb),
    words: said("teamet indstiller ressourceforløb", "the team recommends a ressourceforløb"),
});

/// The measures of a jobafklaringsforløb: always in a first one.
pub(super) const JOBAFKLARING: If = If::Is(&Circumstance {
    holds: jobafklaring,
    words: said(
        "sagen angår et første jobafklaringsforløb, eller teamet indstiller et nyt",
        "the case concerns a first jobafklaringsforløb, or the team recommends a new one",
    ),
});

/// That a new jobafklaringsforløb is recommended: asked for in a case on one alone.
pub(super) const NYT_JOBAFKLARINGSFORLOEB: If = If::Is(&Circumstance {
    holds: jobafklaring,
    words: said("teamet indstiller et nyt jobafklaringsforløb", "the team recommends a new jobafklaringsforløb"),
});

/// A fleksjob; support for the self-employed is another outcome (T35).
pub(super) const FLEKSJOB: If = If::Is(&Circumstance {
    holds: |case| recommends(case, Udfald::Fleksjob),
    words: said("teamet indstiller fleksjob", "the team recommends a fleksjob"),
});

/// That the case goes on as one of førtidspension. Not without the team: § 1, stk. 3, does not refer to chapter 3 (T16).
pub(super) const FOERTIDSPENSION: If = If::Is(&Circumstance {
    holds: |case| recommends(case, Udfald::Foertidspension),
    words: said("teamet indstiller førtidspension", "the team recommends førtidspension"),
});

/// Another measure than the four benefits, also after a jobafklaringsforløb (T34).
pub(super) const ANDEN_INDSATS: If = If::Is(&Circumstance {
    holds: |case| recommends(case, Udfald::AndenIndsats),
    words: said("teamet indstiller en anden indsats", "the team recommends another measure"),
});

/// Support for the self-employed.
pub(super) const TILSKUD: If = If::Is(&Circumstance {
    holds: |case| recommends(case, Udfald::Tilskud),
    words: said("teamet indstiller tilskud til selvstændige", "the team recommends support for the self-employed"),
});

/// Whether the team recommends one outcome. In a case on a new jobafklaringsforløb, a yes to one with no outcome beside
/// it stands alone: nothing else is recommended (A31). An answer that cannot be read may be that yes, and no outcome be missing.
fn recommends(case: &Case<'_>, udfald: Udfald) -> Condition {
    match case.indstillet(&[udfald]) {
        Condition::Unknown(outcome) if case.is(JANY) => match NYT_FORLOEB.of(case) {
            Field::Present(true) => Condition::Fails,
            Field::Unreadable => Condition::Unreadable(NYT_FORLOEB.pointer),
            Field::Present(false) | Field::Absent => Condition::Unknown(outcome),
        },
        condition => condition,
    }
}

pub(super) const NYT_FORLOEB: At<Flag> = at!(indstilling.nyt_forloeb);
pub(super) const UDFALD: At<FieldOf<Udfald>> = at!(indstilling.udfald);

/// Whether the outcome stands for a new jobafklaringsforløb and its measures.
pub(super) fn is_new_course(udfald: Udfald) -> bool {
    matches!(udfald, Udfald::NytForloeb | Udfald::Jobafklaringsindsats)
}

/// In a case on a new jobafklaringsforløb: whether the team recommends one. The express answer governs; where only the
/// outcome is given, it does (A31). In a first one the measures of the course are what the team is asked for.
pub(super) fn jobafklaring(case: &Case<'_>) -> Condition {
    if !case.is(JANY) {
        return Condition::Holds;
    }
    match (NYT_FORLOEB.of(case), UDFALD.of(case)) {
        (Field::Present(yes), _) => (*yes).into(),
        (Field::Unreadable, _) => Condition::Unreadable(NYT_FORLOEB.pointer),
        (Field::Absent, Field::Present(udfald)) => is_new_course(*udfald).into(),
        // An outcome that cannot be read would have governed.
        (Field::Absent, Field::Unreadable) => Condition::Unreadable(UDFALD.pointer),
        (Field::Absent, Field::Absent) => Condition::Unknown(NYT_FORLOEB.pointer),
    }
}

/// No outcome, or the measures, is what such a case is put to the team for; another outcome is worth a look (A21).
pub(super) fn only_the_measures(case: &Case<'_>, measures: Udfald) -> Answer {
    match case.indstilling().udfald {
        Field::Absent => Answer::met(),
        Field::Present(udfald) if udfald == measures => Answer::met(),
        Field::Present(_) => Answer::advice(),
        Field::Unreadable => Answer::unreadable(),
    }
}
