//! § 3, stk. 2: the earlier measures, one by one.

use super::check::{Given, answered, given};
use super::evidence::Listed;
use crate::answer::Answer;
use crate::case::Case;
use crate::plan::place::{At, Earlier, at, key};
use crate::plan::{Field, Indsats};
use crate::text::notes;

/// The lists of earlier measures that § 3, stk. 2, names.
pub(crate) const HIDTIL: [At<Earlier>; 3] = [
    at!(forberedende_del.hidtidig_indsats.beskaeftigelse),
    at!(forberedende_del.hidtidig_indsats.social_borger),
    at!(forberedende_del.hidtidig_indsats.social_familie),
];

/// The same place in every measure of these lists.
macro_rules! i_hver_indsats {
    ($field:ident) => {
        [
            at!(forberedende_del.hidtidig_indsats.beskaeftigelse[].$field),
            at!(forberedende_del.hidtidig_indsats.social_borger[].$field),
            at!(forberedende_del.hidtidig_indsats.social_familie[].$field),
        ]
    };
}

pub(super) use i_hver_indsats;

/// The JSON Pointers to several places in every measure of these lists.
macro_rules! steder_i_hver_indsats {
    ($($field:ident),*) => {
        &[$(
            pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse[].$field),
            pointer!(forberedende_del.hidtidig_indsats.social_borger[].$field),
            pointer!(forberedende_del.hidtidig_indsats.social_familie[].$field),
        )*]
    };
}

pub(super) use steder_i_hver_indsats;

/// What is said of each of these lists.
macro_rules! hidtil {
    ($da:literal, $en:literal) => {
        texts! {
            described: $da, $en;
            remedy: "Beskriv indsatserne, eller angiv udtrykkeligt, at der ingen har været",
                "Describe the measures, or state expressly that there have been none";
            judgement: "Er oplysningerne fuldstændige?", "Is the information complete?";
        }
    };
}

pub(super) use hidtil;

/// A check of every earlier measure. Not relevant when there are none.
pub(super) fn in_every_measure(case: &Case<'_>, check: impl Fn(&Listed<'_, Indsats<'_>>) -> Answer) -> Answer {
    Answer::gravest(HIDTIL.iter().map(|list| list.each(case, &check))).unwrap_or_else(Answer::not_relevant)
}

/// How long a measure lasted: in words, or as dates that do not run backwards.
pub(super) fn duration(entry: &Listed<'_, Indsats<'_>>) -> Answer {
    let Indsats { varighed, startdato, slutdato, .. } = entry.value;
    match (startdato, slutdato) {
        (Field::Present(start), Field::Present(end)) if end < start => Answer::missing()
            .with_note(&notes::END_BEFORE_START)
            .at(entry.path(key!(Indsats.startdato)))
            .at(entry.path(key!(Indsats.slutdato))),
        (Field::Unreadable, _) => Answer::unreadable().at(entry.path(key!(Indsats.startdato))),
        // With neither a start nor a duration, the end says nothing of how long it lasted (A53).
        (Field::Absent, Field::Unreadable) if given(varighed) == Given::Blank => {
            Answer::missing().at(entry.path(key!(Indsats.varighed)))
        }
        (_, Field::Unreadable) => Answer::unreadable().at(entry.path(key!(Indsats.slutdato))),
        // A measure that is still running has no end.
        (Field::Present(_), _) => Answer::met(),
        _ => entry.at(key!(Indsats.varighed), answered(varighed)),
    }
}
