//! Headings under which those that are known are none of the plan: of somebody else, of another time, of another document.

use super::heading::{in_brackets, strip};
use super::meaning;
use super::names::Names;
use crate::people::{Speaker, is_of_other};

/// What says of a plan that it is another, and what is attached.
const EARLIER: [&str; 6] = ["forrige", "gammel", "tidligere", "gamle", "seneste", "sidste"];
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

/// What begins the heading of what a template says of its own, or shows.
const OF_TEMPLATES: [&str; 6] = ["eksempel", "eksempler", "hjælpetekst", "sådan", "skabelon", "vejledning"];
/// What may stand behind `Sådan` in one.
const TO_DO: [&str; 6] = ["bruger", "bruges", "gør", "læses", "udfylder", "udfyldes"];
/// What begins the heading of what was at another time, and what that was.
const LAST: [&str; 3] = ["forrige", "seneste", "sidste"];
const OF_LAST: [&str; 6] = ["forløb", "møde", "mødet", "opfølgning", "plan", "samtale"];
/// The others of a household.
const FURTHER: [&str; 4] = ["andre", "øvrige", "øvrig", "øvrigt"];
const HOUSEHOLDS: [&str; 2] = ["hjem", "husstand"];
/// Who writes notes of their own, by how the word begins.
const OFFICERS: [&str; 5] = ["interne", "kommunens", "koordinator", "rådgiver", "sagsbehandler"];

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
    let is_others = is_copied || words().any(is_of_others) || !may_be_anything && !unknown.is_empty();
    is_elsewhere(heading, is_first) || is_others && !is_doctors(heading)
}

/// Whether a heading is over what a mentor says, where the part it stands in asks for none.
pub(super) fn is_of_mentor(heading: &str) -> bool {
    strip(heading).to_lowercase() == MENTOR
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
    let first = words.first().copied().unwrap_or_default();
    let says = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let is_of_template = OF_TEMPLATES.contains(&first) && (first != "sådan" || says(&TO_DO));
    let is_of_last = LAST.contains(&first) && (first == "forrige" || says(&OF_LAST));
    let is_of_household =
        says(&FURTHER) && words.iter().any(|word| HOUSEHOLDS.iter().any(|household| word.starts_with(household)));
    let are_notes = says(&["noter"]) && OFFICERS.iter().any(|officer| first.starts_with(officer));
    let is_attached = || words.iter().any(|word| ATTACHED.contains(word) || is_year(word));
    let speaker = in_brackets(&lower).and_then(Speaker::of);
    is_of_another(heading, is_first)
        || matches!(speaker, Some(Speaker::Doctor | Speaker::Other))
        || is_paper
        || is_of_template
        || is_of_last
        || is_of_household
        || are_notes
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

/// Whether a heading says itself that what stands under it is somebody else's, another time's or an example, whatever it asks for:
/// `Helbredssituation (Peter)`, `Helbredssituation jf. plan 2017`, `Tidl. helbredssituation`.
pub(super) fn says_it_is_of_another(heading: &str, names: &Names) -> bool {
    const BEFORE: [&str; 2] = ["tidl.", "fhv."];
    const BETWEEN: [&str; 3] = ["fra", "for", "jf"];
    const BESIDES: [&str; 4] = ["fra", "i", "pr", "år"];
    // A reference is cut off from what a heading is called, and may be one to another plan.
    let lower = heading.to_lowercase();
    let words = words_of(&lower);
    let has = |known: &[&str]| words.iter().any(|word| known.contains(word));
    let has_year = words.iter().any(|word| is_year(word));
    let brackets = in_brackets(heading).unwrap_or_default().trim_matches(['(', ')', '[', ']', ' ', ':']);
    let inside = words_of(brackets);
    let is_year_alone = !inside.is_empty()
        && inside.iter().any(|word| is_year(word))
        && inside.iter().all(|word| is_year(word) || BESIDES.contains(&word.to_lowercase().as_str()));
    let is_copied = has(&BETWEEN) && words.iter().any(|word| word.contains(PLAN)) && (has_year || has(&EARLIER));
    let is_example = words.len() > 1 && words.last().is_some_and(|last| *last == "eksempel");
    let is_neighbours = lower.contains(" for nabo") || lower.contains("(nabo");
    let is_doctors_word = lower.contains("ifølge læge") || lower.contains("ifølge egen læge");
    BEFORE.iter().any(|before| strip(&lower).starts_with(before))
        || is_year_alone
        || is_copied
        || is_example
        || is_neighbours
        || is_doctors_word
        || are_names_in_brackets(&inside, names)
}

/// Whether what stands in brackets is nothing but what may be somebody's name.
fn are_names_in_brackets(words: &[&str], names: &Names) -> bool {
    const MOST: usize = 3;
    /// What brackets say of a field.
    const OF_FIELDS: [&str; 8] =
        ["borger", "borgeren", "fritekst", "obligatorisk", "obligatoriske", "påkrævet", "valgfri", "valgfrit"];
    let is_name = |word: &&str| {
        let mut letters = word.chars();
        let lower = word.to_lowercase();
        letters.next().is_some_and(char::is_uppercase)
            && letters.clone().next().is_some()
            && letters.all(char::is_lowercase)
            && !names.has_word(word)
            && !meaning::knows(&lower)
            && !OF_FIELDS.contains(&lower.as_str())
    };
    (1..=MOST).contains(&words.len()) && words.iter().all(is_name)
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
