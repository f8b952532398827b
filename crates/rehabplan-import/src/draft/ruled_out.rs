//! What a name says besides what it is like, and by which it is the name of something else.

use rehabplan::{is_at_or_below, pointer};

use super::{Column, Read};
use crate::names::folded;

/// What is said of now, which is no history.
const NOW: [&str; 3] = ["nuvaerende", "aktuel", "igangvaerende"];
const BEFORE: [&str; 4] = ["tidligere", "hidtidig", "forudgaaende", "histori"];

/// What tells that something is about the doctor.
const DOCTOR: [&str; 6] = ["laege", "attest", "lae265", "lae285", "doctor", "physician"];

const HISTORY: [&str; 2] =
    [pointer!(forberedende_del.forsoergelseshistorik), pointer!(forberedende_del.forsoergelsesperioder)];
pub(super) const DOCTORS: &str = pointer!(forberedende_del.laege);
/// What the doctor writes of the citizen: others write of the same.
const OF_CITIZEN: [&str; 4] = [
    pointer!(forberedende_del.laege.helbredsforhold),
    pointer!(forberedende_del.laege.saerlige_hensyn),
    pointer!(forberedende_del.laege.kommentar_til_borger),
    pointer!(forberedende_del.laege.andre_forhold),
];

/// Whether a name that is only like that of a place says that it is another: it is about now, where the place is about what was; it is
/// the citizen's, where the place is the doctor's; it is about a follow-up, where the place is not.
pub(super) fn is_of_another(name: &str, place: &str) -> bool {
    let own = folded(name);
    let has = |words: &[&str]| words.iter().any(|word| own.contains(word));
    let is_history = HISTORY.iter().any(|history| is_at_or_below(place, history));
    is_history && has(&NOW) && !has(&BEFORE)
        || is_at_or_below(place, DOCTORS) && own.starts_with("borger")
        || own.contains("opfoelgning") && !place.to_lowercase().contains("opfoelgning")
}

/// Whether a name says of a meeting or of anything else that it did not come to pass.
pub(super) fn is_called_off(name: &str) -> bool {
    const OFF: [&str; 4] = ["aflyst", "annulleret", "cancelled", "canceled"];
    let own = folded(name);
    OFF.iter().any(|word| own.contains(word))
}

/// Whether a name says that there is none of something, or that it is not so. A yes to the one is a no to the other.
pub(super) fn is_negated(name: &str) -> bool {
    const NONE: [&str; 13] = [
        "aldrig", "ej", "fravalgt", "ikke", "ingen", "intet", "mangler", "never", "no", "none", "not", "uden",
        "without",
    ];
    // "ingenBeskaeftigelse" is two words.
    let mut spaced = String::new();
    let mut was_lower = false;
    for letter in name.chars() {
        if letter.is_uppercase() && was_lower {
            spaced.push(' ');
        }
        was_lower = letter.is_lowercase();
        spaced.push(letter);
    }
    spaced.split(|letter: char| !letter.is_alphanumeric()).map(folded).any(|word| NONE.contains(&&*word))
}

/// Whether a name begins with a sign of the recommendation of a course, and the place is of another part.
pub(super) fn is_of_recommendation(name: &str, place: &str) -> bool {
    const SIGNS: [&str; 2] = ["RF", "FJ"];
    let sign = name.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    SIGNS.contains(&sign) && !is_at_or_below(place, pointer!(indstilling))
}

/// Whether a place has the doctor's words of the citizen, and the name of the column does not say that they are the doctor's.
pub(super) fn is_doctors(column: &Column, place: &str) -> bool {
    OF_CITIZEN.contains(&place) && !names_doctor(&column.name)
}

/// Whether a name says that something is about the doctor.
pub(super) fn names_doctor(name: &str) -> bool {
    let own = folded(name);
    DOCTOR.iter().any(|word| own.contains(word))
}

impl Read {
    /// Whether any column says that it is about the doctor.
    pub(super) fn has_doctor(&self) -> bool {
        self.columns
            .iter()
            .any(|column| names_doctor(&column.name) || column.over.iter().any(|over| names_doctor(over)))
    }
}
