//! Headings under which those that are known are none of the plan: of somebody else, of another time, of another document.

use super::names::in_brackets;
use crate::people::{Speaker, is_of_other};

/// What says of a plan that it is another, and what is attached.
const EARLIER: [&str; 4] = ["forrige", "gammel", "tidligere", "gamle"];
const EXCERPTS: [&str; 2] = ["uddrag", "udskrift"];
const ATTACHED: [&str; 3] = ["bilag", "bilagene", "vedlagt"];
const PLAN: &str = "plan";
/// How the names of other papers begin, and of those who write them: what stands under one is copied from it.
const PAPERS: [&str; 13] = [
    "epikrise",
    "erklæring",
    "handleplan",
    "journal",
    "klinisk",
    "misbrugsplan",
    "psykiat",
    "psykolog",
    "ressourceprofil",
    "speciallæge",
    "statusattest",
    "udtalelse",
    "uddannelsesplan",
];

/// Whether a heading that nobody knows is of somebody else, of another time or of another document. What is attached, or has
/// a year, may be the plan itself where nothing comes before it.
pub(super) fn is_elsewhere(heading: &str, is_first: bool) -> bool {
    let heading = heading.to_lowercase();
    let words: Vec<&str> =
        heading.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let speaker = in_brackets(&heading).and_then(Speaker::of);
    let is_of_other = is_of_other(&heading) || matches!(speaker, Some(Speaker::Doctor | Speaker::Other));
    let is_earlier = has(&EXCERPTS) || has(&EARLIER) && words.iter().any(|word| word.contains(PLAN));
    let is_paper = words.iter().any(|word| PAPERS.iter().any(|paper| word.starts_with(paper)));
    is_of_other || is_earlier || is_paper || !is_first && (has(&ATTACHED) || words.iter().any(|word| is_year(word)))
}

/// Whether a heading is that of what a doctor wrote, under which nothing is the citizen's: `LÆ 265`, `Lægens vurdering`.
pub(super) fn is_doctors(heading: &str) -> bool {
    const BEGINNINGS: [&str; 4] = ["lægeattest", "lægens", "læges", "lægevurdering"];
    let heading = heading.to_lowercase();
    let mut words = heading.split(|letter: char| !letter.is_alphabetic());
    words.any(|word| word == "læ" || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning)))
}

pub(super) fn is_year(word: &str) -> bool {
    word.len() == 4
        && word.chars().all(|letter| letter.is_ascii_digit())
        && ["19", "20"].iter().any(|century| word.starts_with(century))
}

#[cfg(test)]
mod tests {
    use super::is_elsewhere;

    #[test]
    fn another_person_time_or_document_is_told_from_a_chapter() {
        for heading in [
            "Ægtefællens forhold",
            "Samlevers økonomi",
            "Mentors vurdering",
            "Støttepersonens oplysninger",
            "Børnenes situation",
            "Uddrag af tidligere rehabiliteringsplan fra 2018",
            "Handleplan efter serviceloven",
            "Psykologens udtalelse",
            "Forrige plan",
        ] {
            assert!(is_elsewhere(heading, true), "{heading}");
        }
        for heading in ["Opfølgning 2022", "Bilag 3"] {
            assert!(is_elsewhere(heading, false) && !is_elsewhere(heading, true), "{heading}");
        }
        for heading in [
            "Kapitel 2",
            "Sagens oplysninger",
            "Beskrivelse af borgeren",
            "Borgeren og børnene",
            "Moderne tider",
            "Mange forhold",
        ] {
            assert!(!is_elsewhere(heading, false), "{heading}");
        }
    }
}
