//! Headings under which those that are known are none of the plan: of somebody else, of another time, of another document.

use super::meaning;
use super::names::{Names, in_brackets, strip};
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

/// Those who have a chapter of their own in what is copied into a plan, by the whole word for them and by how it ends.
const OTHERS: [&str; 9] = [
    "arbejdspladsen",
    "bostøtte",
    "bostøtten",
    "faderen",
    "kriminalforsorgen",
    "moderen",
    "underretning",
    "værge",
    "værgen",
];
const TRADES: [&str; 13] = [
    "aktør",
    "forsorg",
    "kontaktperson",
    "konsulent",
    "koordinator",
    "læge",
    "partsrepræsentant",
    "praktor",
    "pædagog",
    "psykiater",
    "psykolog",
    "terapeut",
    "vejleder",
];
/// How the names of papers end, and of where they are written, alone or behind another word.
const WRITINGS: [&str; 6] = ["attest", "erklæring", "journal", "klinik", "notat", "rapport"];
/// The same, where they are the plan's own alone: `Undersøgelser`, `Plan`.
const OF_ANOTHER: [&str; 5] = ["behandling", "plan", "sted", "støtte", "undersøgelse"];
/// The plan has a chapter of what a mentor is for (§ 5, stk. 1, nr. 4).
const MENTOR: &str = "mentor";
/// What the plan itself is called, and what is in it.
const PLANS: [&str; 4] = ["helhedsplan", "indsatsplan", "rehabiliteringsplan", "sagsplan"];
/// How a word may go on.
const INFLECTIONS: [&str; 14] =
    ["", "en", "ens", "er", "ere", "erens", "erne", "ernes", "et", "ets", "n", "ns", "r", "s"];
/// How a word ends that says what a text is about or how it is, and names nobody, whatever comes before: `Livssituation`, `socialfaglig`.
const OWN: [&str; 25] = [
    "afsnit",
    "baggrund",
    "barrierer",
    "beskrivelse",
    "del",
    "else",
    "ende",
    "erfaringer",
    "forhold",
    "grundlag",
    "hed",
    "heder",
    "historie",
    "historik",
    "kapitel",
    "kompetencer",
    "lig",
    "lige",
    "liv",
    "mål",
    "oplysninger",
    "ressourcer",
    "situation",
    "situationen",
    "økonomi",
];

/// How words begin that say what a case is about.
const CASES: [&str; 6] =
    ["fleksjob", "førtidspension", "jobafklaring", "ressourceforløb", "revalidering", "sygedagpenge"];
/// So few letters has a word that only counts, or says which piece of the paper it is.
const SHORT: usize = 5;

/// Whether a heading that is no name of the mapping is that of a chapter in which nothing is the citizen's: of somebody else, or with a
/// word that neither the plan nor templates have in their headings. What the document begins with may be called anything.
pub(super) fn is_chapter_elsewhere(heading: &str, is_first: bool, is_title: bool, names: &Names) -> bool {
    // What stands in square brackets says what to write.
    let lower = strip(heading.split('[').next().unwrap_or_default()).to_lowercase();
    let words = || lower.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    let ends = |word: &str, endings: &[&str], is_alone: bool| {
        endings.iter().any(|ending| {
            let (before, rest) = word.rsplit_once(ending).unwrap_or_default();
            word.contains(ending) && INFLECTIONS.contains(&rest) && (is_alone || !before.is_empty())
        })
    };
    let is_plans = |word: &str| PLANS.iter().any(|plan| word.starts_with(plan));
    let is_of_others = |word: &str| {
        OTHERS.contains(&word)
            || ends(word, &TRADES, true)
            || ends(word, &WRITINGS, true)
            || ends(word, &OF_ANOTHER, false) && !is_plans(word)
    };
    let is_copied = words().next() == Some("fra") && words().any(|word| word.contains(PLAN));
    let is_own = |word: &str| {
        let is_short = word.chars().nth(1).is_none();
        let is_of_case = CASES.iter().any(|case| word.starts_with(case));
        is_short
            || is_of_case
            || names.has_word(word)
            || meaning::knows(word)
            || OWN.iter().any(|own| word.ends_with(own))
    };
    // One short word that nobody knows makes no other chapter of what is the plan's: `Blok 2 – Helbred`.
    let unknown: Vec<&str> = words().filter(|word| !is_own(word)).collect();
    let is_of_plan = || meaning::is_of_plan(strip(heading));
    let is_harmless =
        unknown.len() < words().count() && matches!(unknown.as_slice(), [one] if one.chars().count() <= SHORT);
    // What is called by a whole sentence is no chapter.
    let may_be_anything = is_title || heading.ends_with(['.', '!']) || is_harmless && is_of_plan();
    // Alone, the word is over what the mentor says; beside another it is asked for.
    let is_mentors = || lower.trim() == MENTOR;
    let is_others = is_copied || is_mentors() || words().any(is_of_others) || !may_be_anything && !unknown.is_empty();
    is_elsewhere(heading, is_first) || is_others && !is_doctors(heading)
}

/// Whether a heading is that of what a workplace says, and not of a business of one's own.
pub(super) fn is_of_workplace(heading: &str) -> bool {
    let first = heading.split(' ').next().unwrap_or_default().to_lowercase();
    ["virksomheden", "virksomhedens"].contains(&first.as_str()) && !is_of_self_employed(heading)
}

/// Whether a heading says that what follows is asked of somebody who is self-employed.
pub(super) fn is_of_self_employed(heading: &str) -> bool {
    ["selvstændig", "§ 15"].iter().any(|own| heading.to_lowercase().contains(own))
}

/// Whether a heading that nobody knows is of somebody else, of another time or of another document. What is attached, or has
/// a year, may be the plan itself where nothing comes before it.
pub(super) fn is_elsewhere(heading: &str, is_first: bool) -> bool {
    let lower = heading.to_lowercase();
    let words = words_of(&lower);
    let is_paper = words.iter().any(|word| PAPERS.iter().any(|paper| word.starts_with(paper)));
    let is_attached = || words.iter().any(|word| ATTACHED.contains(word) || is_year(word));
    let speaker = in_brackets(&lower).and_then(Speaker::of);
    is_of_another(heading, is_first)
        || matches!(speaker, Some(Speaker::Doctor | Speaker::Other))
        || is_paper
        || !is_first && is_attached()
}

/// Whether a heading names somebody else, or an earlier plan: a part of a plan that stands below is theirs.
pub(super) fn is_of_another(heading: &str, is_first: bool) -> bool {
    let heading = heading.to_lowercase();
    let words = words_of(&heading);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    // A mentor is of the plan's own where it is asked for besides something else: `Opfølgning og mentor`.
    let plain = heading.replace("og mentor", "og").replace("mentor og", "og");
    let has_year = || !is_first && words.iter().any(|word| is_year(word));
    let is_plan = || words.iter().any(|word| word.contains(PLAN));
    let is_of_other = is_of_other(&plain) && strip(&plain) != MENTOR;
    is_of_other || has(&EXCERPTS) || (has(&EARLIER) || has_year()) && is_plan()
}

/// Whether a heading names somebody of the family, an earlier plan or what is attached, and nobody who has a part in the case.
pub(super) fn is_of_family_or_another_paper(heading: &str) -> bool {
    const IN_THE_CASE: [&str; 5] = ["arbejdsgiver", "bisidder", "mentor", "pårørende", "støtteperson"];
    let heading = heading.to_lowercase();
    let words = words_of(&heading);
    let others: Vec<&str> =
        words.iter().copied().filter(|word| !IN_THE_CASE.iter().any(|role| word.starts_with(role))).collect();
    is_of_another(&others.join(" "), false) || words.iter().any(|word| ATTACHED.contains(word))
}

fn words_of(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// Whether a heading is the name of the paper that a doctor filled in, and not what the plan asks of it: `LÆ 265`.
pub(super) fn is_paper_of_doctors(heading: &str) -> bool {
    let heading = heading.to_lowercase();
    words_of(&heading).iter().any(|word| *word == "læ" || word.starts_with("lægeattest"))
}

/// Whether a heading is that of what a doctor wrote, under which nothing is the citizen's: `LÆ 265`, `Lægens vurdering`.
pub(super) fn is_doctors(heading: &str) -> bool {
    const BEGINNINGS: [&str; 4] = ["lægeattest", "lægens", "læges", "lægevurdering"];
    let heading = heading.to_lowercase();
    let mut words = heading.split(|letter: char| !letter.is_alphabetic());
    ["læge", "lægen", "egen læge"].contains(&heading.trim())
        || words.any(|word| word == "læ" || BEGINNINGS.iter().any(|beginning| word.starts_with(beginning)))
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
