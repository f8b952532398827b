//! Those who are near to the citizen, by the words for them.

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
const ENDINGS: [&str; 12] = ["", "s", "en", "ens", "n", "ns", "et", "ets", "ene", "enes", "ne", "nes"];

/// Whether a place of the plan is about them.
pub(crate) fn are_at(pointer: &str) -> bool {
    const PLACES: [&str; 3] = ["familie", "mentor", "personligeressourcer"];
    let pointer = pointer.to_lowercase();
    PLACES.iter().any(|place| pointer.contains(place))
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
