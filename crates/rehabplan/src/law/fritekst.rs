//! The free texts of the preparatory part, which must not recommend or assess what is to happen (§ 3, stk. 3): all of them,
//! the citizen's wishes and assessments too, where a caseworker may have written (A52).
//!
//! The doctor's assessment and the municipality's under § 4, stk. 2, and § 12 are assessments by law (T39), so the
//! fields of those are not among them; nor are those that must be empty, which § 3, stk. 3, finds otherwise, and what
//! documents are called.

use crate::answer::Path;
use crate::case::Case;
#[cfg(feature = "profiles")]
use crate::language::Language;
#[cfg(feature = "language")]
use crate::language::Voice;
use crate::plan::State;
use crate::plan::place::{At, Every, Row, at};
use crate::plan::value::{Value, View};
use crate::pointer;

const TEXTS: &[At] = &[
    at!(forberedende_del.samarbejde.begrundelse),
    at!(forberedende_del.borgerens_egen_vurdering),
    at!(forberedende_del.erfaringer_ressourcer),
    at!(forberedende_del.cv),
    at!(forberedende_del.personlige_ressourcer.beskrivelse),
    at!(forberedende_del.personlige_ressourcer.familie),
    at!(forberedende_del.personlige_ressourcer.netvaerk),
    at!(forberedende_del.udfordringer.beskaeftigelse),
    at!(forberedende_del.udfordringer.sociale),
    at!(forberedende_del.udfordringer.samlet),
    at!(forberedende_del.oensker),
    at!(forberedende_del.maal),
    at!(forberedende_del.helbred.situation),
    at!(forberedende_del.helbred.igangvaerende),
    at!(forberedende_del.helbred.borgerens_vurdering),
    at!(forberedende_del.forsoergelseshistorik),
    at!(forberedende_del.hidtidig_indsats.aarsag_kommune),
    at!(forberedende_del.hidtidig_indsats.aarsag_borger),
    at!(forberedende_del.arbejdsevne.beskrivelse),
    at!(forberedende_del.selvstaendig.opgaver),
    at!(forberedende_del.selvstaendig.svaere_opgaver),
    at!(forberedende_del.selvstaendig.kompensation),
    at!(forberedende_del.selvstaendig.andet_arbejde_tekst),
    at!(forberedende_del.selvstaendig.ressourcer),
    at!(forberedende_del.selvstaendig.sociale_udfordringer),
    at!(forberedende_del.selvstaendig.helbred),
    at!(forberedende_del.selvstaendig.helbredsperspektiv),
    at!(forberedende_del.selvstaendig.helbredets_betydning),
    at!(forberedende_del.selvstaendig.helbredsperspektiv_og_betydning),
    at!(forberedende_del.selvstaendig.igangvaerende),
    at!(forberedende_del.selvstaendig.omfang_24_mdr),
];

macro_rules! indsats {
    ($list:ident) => {
        &[
            at!(forberedende_del.hidtidig_indsats.$list[].indhold),
            at!(forberedende_del.hidtidig_indsats.$list[].formaal),
            at!(forberedende_del.hidtidig_indsats.$list[].varighed),
            at!(forberedende_del.hidtidig_indsats.$list[].kommunens_erfaring),
            at!(forberedende_del.hidtidig_indsats.$list[].borgerens_erfaring),
        ]
    };
}

/// The texts in the entries of each list.
const IN_LISTS: &[&[At<Every>]] = &[
    &[at!(forberedende_del.forsoergelsesperioder[].ydelse)],
    indsats!(beskaeftigelse),
    indsats!(social_borger),
    indsats!(social_familie),
    indsats!(sundhed),
];

/// The citizen's own words, where "jeg" is mostly the citizen.
const CITIZENS: &[&str] = &[
    pointer!(forberedende_del.borgerens_egen_vurdering),
    pointer!(forberedende_del.oensker),
    pointer!(forberedende_del.maal),
    pointer!(forberedende_del.helbred.borgerens_vurdering),
    pointer!(forberedende_del.hidtidig_indsats.aarsag_borger),
    pointer!(forberedende_del.selvstaendig.helbredsperspektiv),
    pointer!(forberedende_del.selvstaendig.helbredets_betydning),
    pointer!(forberedende_del.selvstaendig.helbredsperspektiv_og_betydning),
    pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse[].borgerens_erfaring),
    pointer!(forberedende_del.hidtidig_indsats.social_borger[].borgerens_erfaring),
    pointer!(forberedende_del.hidtidig_indsats.social_familie[].borgerens_erfaring),
    pointer!(forberedende_del.hidtidig_indsats.sundhed[].borgerens_erfaring),
];

/// Whose words the field at a place is for, as a finding names it (a JSON Pointer): what
/// [`recommendation`](crate::language::recommendation) needs to say why the text there was pointed out. A place that is no text
/// of the citizen's is the municipality's, a part of the plan too, which has texts of both; so nothing is missed there that would be
/// pointed out in one of them. Whether there is such a place, [`Selection::new`](crate::Selection::new) tells.
///
/// ```
/// use rehabplan::language::{Voice, recommendation};
/// use rehabplan::law::voice_at;
///
/// let text = "Jeg anbefaler fleksjob.";
/// assert_eq!(voice_at("/forberedendeDel/oensker"), Voice::Citizen);
/// assert!(recommendation(text, voice_at("/forberedendeDel/udfordringer/samlet")).is_some());
/// assert_eq!(voice_at("/forberedendeDel/helbred"), Voice::Other);
/// ```
#[cfg(feature = "language")]
#[must_use]
pub fn voice_at(place: &str) -> Voice {
    if is_citizens(place) { Voice::Citizen } else { Voice::Other }
}

/// Whether the field at a place is for the citizen's own words.
pub(crate) fn is_citizens(place: &str) -> bool {
    CITIZENS.contains(&crate::places::general(place).as_str())
}

/// The fields that are searched, as JSON Pointers with `*` for any entry of a list.
///
/// ```
/// assert!(rehabplan::law::searched().contains(&"/forberedendeDel/oensker"));
/// assert!(!rehabplan::law::searched().iter().any(|field| field.starts_with("/forberedendeDel/laege/")));
/// ```
#[must_use]
pub fn searched() -> Vec<&'static str> {
    // Loops, as below.
    let mut fields = Vec::new();
    for place in TEXTS {
        fields.push(place.pointer);
    }
    for places in IN_LISTS {
        for place in *places {
            fields.push(place.pointer);
        }
    }
    fields
}

/// The places of the texts that recommend or assess what is to happen.
pub(super) fn recommending(case: &Case<'_>) -> Vec<Path> {
    places_of(
        case,
        |value, pointer| matches!(value.view(), View::Text(text) if case.recommends(text.words(), CITIZENS.contains(&pointer))),
    )
}

/// The places where there is something and no text that could be searched.
pub(super) fn unreadable(case: &Case<'_>) -> Vec<Path> {
    let mut found = places_of(case, |value, _| matches!(value.view(), View::Other(State::Unreadable)));
    for places in IN_LISTS {
        let list = places.first().filter(|place| matches!(place.row(case, 0), Row::Unreadable));
        found.extend(list.and_then(|place| place.pointer.split("/*").next()).map(Path::from));
    }
    found
}

/// How many sentences are left alone that recommend or assess what is to happen.
#[cfg(feature = "profiles")]
pub(crate) fn left_alone(case: &Case<'_>, language: &Language) -> u32 {
    let mut count: u32 = 0;
    places_of(case, |value, pointer| {
        let View::Text(text) = value.view() else { return false };
        let sentences = language.left_alone(text.words(), CITIZENS.contains(&pointer));
        count = count.saturating_add(sentences);
        sentences > 0
    });
    count
}

/// The places of the texts of which something is so, as it is asked of each with its JSON Pointer.
fn places_of(case: &Case<'_>, mut is_so: impl FnMut(&dyn Value<'_>, &str) -> bool) -> Vec<Path> {
    let mut found = Vec::new();
    for place in TEXTS {
        if is_so(place.of(case), place.pointer) {
            found.push(place.path(case));
        }
    }
    for places in IN_LISTS {
        // Entry by entry. (Loops, because iterators in each other are twice the code for a browser.)
        for index in 0..places.first().map_or(0, |place| place.length(case)) {
            for place in *places {
                if matches!(place.row(case, index), Row::Entry { field, .. } if is_so(field, place.pointer)) {
                    found.push(place.entry(case, index));
                }
            }
        }
    }
    found
}
