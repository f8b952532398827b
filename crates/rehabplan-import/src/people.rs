//! Those who are near to the citizen, by the words for them.

#[cfg(feature = "document")]
use rehabplan::{is_at_or_below, pointer};

use crate::names::folded;

/// Those who are close to the citizen or speak of them, and have a life or a voice of their own.
const OTHERS: [&str; 22] = [
    "arbejdsgiver",
    "barn",
    "bisidder",
    "bror",
    "børn",
    "datter",
    "far",
    "forældre",
    "hustru",
    "kone",
    "kæreste",
    "mand",
    "mentor",
    "mor",
    "partner",
    "pårørende",
    "samlever",
    "støtteperson",
    "søn",
    "søskende",
    "søster",
    "ægtefælle",
];
/// How a word may end that names one, in the genitive or not.
const ENDINGS: [&str; 14] = ["", "s", "en", "ens", "n", "ns", "et", "ets", "ene", "enes", "ne", "nen", "nens", "nes"];

/// Whether a place of the plan is about them.
pub(crate) fn are_at(pointer: &str) -> bool {
    const PLACES: [&str; 3] = ["familie", "mentor", "personligeressourcer"];
    let pointer = pointer.to_lowercase();
    PLACES.iter().any(|place| pointer.contains(place))
}

/// Whose words a text is said to be.
#[cfg(feature = "document")]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    Citizen,
    Doctor,
    Municipality,
    Mentor,
    /// Somebody who is near to the citizen, or speaks for them.
    Other,
}

#[cfg(feature = "document")]
impl Speaker {
    /// Whose words what stands in brackets says that a text is, where it says no more: `(lægens ord)`, `(pårørende)`.
    pub(crate) fn of(brackets: &str) -> Option<Self> {
        const KNOWN: [(Speaker, &[&str]); 5] = [
            (Speaker::Citizen, &["borger"]),
            (Speaker::Doctor, &["læge", "speciallæge"]),
            (
                Speaker::Municipality,
                &["jobcenter", "jobcentr", "kommune", "koordinator", "rådgiver", "sagsbehandler", "team"],
            ),
            (Speaker::Mentor, &["mentor"]),
            (Speaker::Other, &["arbejdsgiver", "bisidder", "partsrepræsentant", "pårørende", "støtteperson", "værge"]),
        ];
        const BESIDE: [&str; 18] = [
            "af",
            "behandlende",
            "bemærkninger",
            "beskrivelse",
            "egen",
            "egne",
            "fra",
            "ifølge",
            "og",
            "oplevelse",
            "oplysninger",
            "opfattelse",
            "ord",
            "praktiserende",
            "svar",
            "syn",
            "udsagn",
            "vurdering",
        ];
        let words = brackets.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let mut speakers =
            words.map(folded).filter(|word| BESIDE.iter().all(|beside| folded(beside) != *word)).map(|word| {
                let is_it = |name: &&str| word.strip_prefix(&*folded(name)).is_some_and(|rest| ENDINGS.contains(&rest));
                KNOWN.iter().find(|(_, names)| names.iter().any(is_it)).map(|(speaker, _)| *speaker)
            });
        let first = speakers.next()??;
        speakers.all(|other| other == Some(first)).then_some(first)
    }

    /// Whether a place of the plan has the words of somebody.
    pub(crate) fn is_heard_at(self, pointer: &str) -> bool {
        let is_in = |parts: &[&str]| parts.iter().any(|part| is_at_or_below(pointer, part));
        match self {
            // What is the doctor's or the municipality's own is none of the citizen's.
            Self::Citizen => {
                !is_in(&[pointer!(forberedende_del.laege), pointer!(forberedende_del.hidtidig_indsats.aarsag_kommune)])
            }
            Self::Doctor => is_in(&[pointer!(forberedende_del.laege)]),
            Self::Municipality => {
                !is_in(&[pointer!(forberedende_del)])
                    || is_in(&[pointer!(forberedende_del.hidtidig_indsats), pointer!(forberedende_del.arbejdsevne)])
                        && !is_in(&[pointer!(forberedende_del.hidtidig_indsats.aarsag_borger)])
            }
            Self::Mentor => pointer.contains("mentor"),
            Self::Other => false,
        }
    }
}

/// Whether a name is that of something of somebody else than the citizen, whichever way Danish letters are written.
pub(crate) fn is_of_other(name: &str) -> bool {
    let words = name.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let words: Vec<String> = words.map(folded).collect();
    let is_other = |word: &String| {
        let is_it =
            |other: &str| word.strip_prefix(folded(other).as_str()).is_some_and(|ending| ENDINGS.contains(&ending));
        OTHERS.iter().any(|other| is_it(other))
    };
    words.iter().any(is_other) && !words.iter().any(|word| word.starts_with("borger"))
}
