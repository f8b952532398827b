//! § 3, stk. 2: the earlier measures, one by one.

use super::check::{Entry, Given, answered, each, given};
use crate::answer::Answer;
use crate::case::Case;
use crate::plan::{Field, HidtidigIndsats, Indsats, List};
use crate::pointer;
use crate::text::notes;

/// The three lists of earlier measures and where they stand.
fn lists<'c>(indsats: &'c HidtidigIndsats<'c>) -> [(&'c List<Indsats<'c>>, &'static str); 3] {
    [
        (&indsats.beskaeftigelse, pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse)),
        (&indsats.social_borger, pointer!(forberedende_del.hidtidig_indsats.social_borger)),
        (&indsats.social_familie, pointer!(forberedende_del.hidtidig_indsats.social_familie)),
    ]
}

/// A check of every earlier measure. Not relevant when there are none.
pub(super) fn in_every_measure<'c>(case: &'c Case<'c>, check: impl Fn(&Entry<'c, Indsats<'c>>) -> Answer) -> Answer {
    let answers = lists(&case.fd().hidtidig_indsats).map(|(list, pointer)| each(list, pointer, &check));
    Answer::gravest(answers).unwrap_or_else(Answer::not_relevant)
}

/// How long a measure lasted: in words, or as dates that do not run backwards.
pub(super) fn duration(entry: &Entry<'_, Indsats<'_>>) -> Answer {
    let Indsats { varighed, startdato, slutdato, .. } = entry.value;
    match (startdato, slutdato) {
        (Field::Present(start), Field::Present(end)) if end < start => {
            Answer::missing().with_note(&notes::END_BEFORE_START).at(entry.path("startdato")).at(entry.path("slutdato"))
        }
        (Field::Unreadable, _) => Answer::unreadable().at(entry.path("startdato")),
        // With neither a start nor a duration, the end says nothing of how long it lasted (A53).
        (Field::Absent, Field::Unreadable) if given(varighed) == Given::Blank => {
            Answer::missing().at(entry.path("varighed"))
        }
        (_, Field::Unreadable) => Answer::unreadable().at(entry.path("slutdato")),
        // A measure that is still running has no end.
        (Field::Present(_), _) => Answer::met(),
        _ => entry.at("varighed", answered(varighed)),
    }
}
