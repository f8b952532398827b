//! Those who are near to the citizen, by the words for them.

use std::sync::LazyLock;

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

/// What stands beside those who are said to speak, and says no more.
#[cfg(feature = "document")]
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
/// Which of them say that what follows are their words.
#[cfg(feature = "document")]
const SAID: [&str; 11] = [
    "bemærkninger",
    "beskrivelse",
    "fra",
    "ifølge",
    "oplevelse",
    "oplysninger",
    "opfattelse",
    "ord",
    "svar",
    "syn",
    "vurdering",
];

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
        Self::among(brackets, &BESIDE, |word| {
            let is_it = |name: &&str| word.strip_prefix(&*folded(name)).is_some_and(|rest| ENDINGS.contains(&rest));
            KNOWN.iter().find(|(_, names)| names.iter().any(is_it)).map(|(speaker, _)| *speaker)
        })
    }

    /// The one that words name, but for those beside them that say no more.
    fn among(text: &str, beside: &[&str], of: impl Fn(&str) -> Option<Self>) -> Option<Self> {
        let words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
        let is_beside = |word: &String| beside.iter().any(|beside| folded(beside) == *word);
        let mut speakers = words.map(folded).filter(|word| !is_beside(word)).map(|word| of(&word));
        let first = speakers.next()??;
        speakers.all(|other| other == Some(first)).then_some(first)
    }

    /// Whose words a line begins with, or has below it, and whether it says that they speak: `Lægens bemærkninger`, `Jobkonsulenten skriver`;
    /// `Mentor` may be what is asked for. Nothing, where it says more than that.
    pub(crate) fn of_lead(lead: &str) -> Option<(Self, bool)> {
        const MANY: usize = 7;
        /// What somebody does who speaks, or has spoken.
        const SPEAKS: [&str; 22] = [
            "anbefaler",
            "anbefaling",
            "bemærker",
            "bemærkning",
            "fortæller",
            "input",
            "kommentar",
            "kommentarer",
            "mener",
            "notat",
            "noter",
            "oplyser",
            "perspektiv",
            "siger",
            "skriver",
            "supplerer",
            "tilføjer",
            "udtaler",
            "udtalelse",
            "vurderer",
            "vinkel",
            "ønsker",
        ];
        const MORE: [&str; 12] =
            ["den", "det", "følgende", "har", "her", "her", "hertil", "om", "selv", "supplerende", "til", "også"];
        /// Those who work with citizens, whatever stands before the word, and those who are near to them.
        const TRADES: [(Speaker, &[&str]); 3] = [
            (Speaker::Doctor, &["læge"]),
            (
                Speaker::Municipality,
                &[
                    "forvaltning",
                    "jobcenter",
                    "jobcentr",
                    "kommune",
                    "konsulent",
                    "koordinator",
                    "rådgiver",
                    "sagsbehandler",
                    "team",
                    "vejleder",
                ],
            ),
            (
                Speaker::Other,
                &[
                    "behandler",
                    "bostøtte",
                    "fysioterapeut",
                    "kontaktperson",
                    "psykiater",
                    "psykolog",
                    "pædagog",
                    "repræsentant",
                    "terapeut",
                ],
            ),
        ];
        if lead.split_whitespace().nth(MANY).is_some() {
            return None;
        }
        let beside: Vec<&str> = BESIDE.into_iter().chain(SPEAKS).chain(MORE).collect();
        let speaker = Self::among(lead, &beside, |word| {
            let ends = |name: &&str| {
                let name = folded(name);
                word.rfind(&*name)
                    .and_then(|at| word.get(at + name.len()..))
                    .is_some_and(|rest| ENDINGS.contains(&rest))
            };
            let of_trade = || TRADES.iter().find(|(_, names)| names.iter().any(ends)).map(|(speaker, _)| *speaker);
            Self::of(word).or_else(of_trade).or_else(|| is_of_other(word).then_some(Self::Other))
        })?;
        let mut words =
            lead.split(|letter: char| !letter.is_alphanumeric()).map(folded).filter(|word| !word.is_empty());
        let says = words.any(|word| SAID.iter().chain(&SPEAKS).any(|said| folded(said) == word));
        Some((speaker, says))
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
    static FOLDED: LazyLock<Vec<String>> = LazyLock::new(|| OTHERS.iter().map(|other| folded(other)).collect());
    let is_other = |word: &String| {
        let is_it = |other: &String| word.strip_prefix(other.as_str()).is_some_and(|ending| ENDINGS.contains(&ending));
        FOLDED.iter().any(is_it)
    };
    words.iter().any(is_other) && !words.iter().any(|word| word.starts_with("borger"))
}
