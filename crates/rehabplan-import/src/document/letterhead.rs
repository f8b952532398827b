//! What stands at the top of a document before it says what it is: who sends it, and how they are reached. None of it answers
//! anything.

use super::asides::{is_of_sender, is_to_reader};
use super::flow::{Block, Paragraph};
use super::letter::{
    GREETINGS, MAX_LINES, are_names, is_address, is_greeting, is_of_paper, is_of_signature, is_signer, is_somebody,
};
use super::names::{Names, part};
use super::template::{LONGEST, is_page};
use super::title::{is_of_plan, is_title, whose};
use crate::dates;
use crate::names::letters;

/// What a letterhead has in one of its lines at least.
const SIGNS: [&str; 14] = [
    "kommune",
    "jobcent",
    "forvaltning",
    "afdeling",
    "center",
    "tlf.",
    "tlf:",
    "telefon",
    "cvr",
    "@",
    "www.",
    "postboks",
    "sagsbehandler",
    "journalnr",
];
/// What it says with a label, in the letters of the label. Another label may be that of an answer.
const LABELS: [&str; 34] = [
    "adresse",
    "afdeling",
    "borger",
    "cpr",
    "cprnr",
    "cprnummer",
    "cvr",
    "dato",
    "deresref",
    "dokument",
    "dokumentnr",
    "ean",
    "email",
    "forvaltning",
    "jnr",
    "journalnr",
    "journalnummer",
    "kommune",
    "kontakt",
    "kontaktperson",
    "mail",
    "navn",
    "ref",
    "sag",
    "sagsbehandler",
    "sagsnr",
    "sagsnummer",
    "side",
    "sted",
    "telefon",
    "telefontid",
    "tlf",
    "voresref",
    "åbningstid",
];

/// Labels of the case file: what stands beside them says whose case it is and who has it, and answers nothing.
const CASE: [&str; 24] = [
    "adresse",
    "bopæl",
    "borgerensadresse",
    "borgerenscprnr",
    "borgerensnavn",
    "cpr",
    "cprnr",
    "cprnummer",
    "email",
    "jobcenter",
    "journalnr",
    "kommune",
    "mail",
    "mobil",
    "navn",
    "navnpåborger",
    "personnummer",
    "postnr",
    "postnrogby",
    "sagsbehandler",
    "sagsnr",
    "sagsnummer",
    "telefon",
    "tlf",
];
/// The most lines beside such a label; more may be an answer that stands below it.
const MAX_BESIDE: usize = 3;
/// The most words of what ends as a sentence does and is none: `Havnegade 3, 2. tv.`
const MAX_WORDS: usize = 5;
/// Beside this stands a name, or what the citizen says.
const CITIZEN: &str = "borger";

/// Whether a label is one of the case file, and what stands beside it no more than that needs.
pub(super) fn is_of_case<'l>(label: &str, beside: impl Iterator<Item = &'l str>) -> bool {
    let label = letters(label);
    let label = label.strip_suffix("nr").filter(|rest| CASE.contains(rest)).unwrap_or(&label);
    let is_sentence = |line: &str| line.ends_with(['.', '!', '?']) && line.split(' ').count() > MAX_WORDS;
    let is_label = |line: &str| CASE.contains(&label) || label == CITIZEN && is_somebody(line);
    let mut lines = 0;
    (CASE.contains(&label) || label == CITIZEN)
        && beside.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()).all(|line| {
            lines += 1;
            lines <= MAX_BESIDE && line.chars().count() <= LONGEST && !is_sentence(line) && is_label(line)
        })
}

/// Whether each of some lines is a label of the case file with what stands behind it.
pub(super) fn are_of_case<'l>(lines: impl Iterator<Item = &'l str>) -> bool {
    let mut lines = lines.flat_map(str::lines).map(str::trim).filter(|line| !line.is_empty()).peekable();
    let is_it = |line: &str| {
        line.split_once([':', '\t']).is_some_and(|(label, value)| is_of_case(label, std::iter::once(value)))
    };
    lines.peek().is_some() && lines.all(is_it)
}

/// How many paragraphs at the beginning of a document are its letterhead.
pub(super) fn length(blocks: &[Block], names: &Names) -> usize {
    let mut length = 0;
    let mut has_sign = false;
    for block in blocks {
        let Block::Paragraph(paragraph) = block else { break };
        if begins(paragraph, names) {
            break;
        }
        for line in paragraph.text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            has_sign |= is_sign(line);
            if !may_stand_there(line) {
                return 0;
            }
        }
        length += 1;
        if paragraph.is_unread || length > MAX_LINES {
            return 0;
        }
    }
    // What nothing comes after is no head of anything.
    if has_sign && length < blocks.len() { length } else { 0 }
}

/// What says no more than that a document ends, in the letters of the line.
const ENDS: [&str; 5] = ["slut", "slutpåudskrift", "slutpåudskriften", "udskriftslut", "slutpådokument"];

/// Whether a line begins a letter to somebody: `Kære Jens`, `Til Jens Bo Dam`.
fn is_to_somebody(line: &str) -> bool {
    let name = line.strip_prefix("Til ").map(|name| name.trim_end_matches([',', '!']));
    is_salutation(line) || name.is_some_and(|name| is_somebody(name) || is_name(name))
}

/// Whether a line greets somebody, and does nothing else.
pub(super) fn is_salutation(line: &str) -> bool {
    let name = ["Kære ", "Hej "].iter().find_map(|word| line.strip_prefix(word));
    let name = name.map(|name| name.trim_end_matches([',', '!']));
    name.is_some_and(|name| is_somebody(name) || is_name(name))
}

fn is_name(word: &str) -> bool {
    !word.contains(' ') && word.starts_with(char::is_uppercase)
}

/// How many blocks at the beginning of a document are a letter that the plan goes with: all before the title of the plan, where
/// somebody is greeted there and no part of a plan begins.
pub(super) fn cover(blocks: &[Block]) -> usize {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) => paragraph.text.trim().to_owned(),
        Block::Table(_) => String::new(),
    };
    let title = blocks.iter().position(|block| is_of_plan(&text(block)) || whose(&text(block)).is_some());
    let before = title.and_then(|title| blocks.get(..title)).unwrap_or_default();
    // Who sends it may stand behind the greeting: `Venlig hilsen Karen`.
    let is_end = |line: &str| GREETINGS.iter().any(|greeting| letters(line).starts_with(greeting));
    let is_of_letter = |line: &str| is_to_somebody(line) || line.len() <= LONGEST && is_end(line) || is_to_reader(line);
    let is_letter = before.iter().any(|block| text(block).lines().map(str::trim).any(is_of_letter));
    let is_plan = before.iter().any(|block| part(&text(block)).is_some());
    if is_letter && !is_plan { before.len() } else { 0 }
}

/// How many paragraphs at the end of a document are the greeting of a letter and who sends it, or say no more than that it ends.
pub(super) fn closing(blocks: &[Block], names: &Names) -> usize {
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) if paragraph.level.is_none() && !names.knows(&paragraph.text) => {
            Some(paragraph.text.trim().to_owned())
        }
        _ => None,
    };
    let last = blocks.iter().rev().take(MAX_LINES).map_while(text);
    let last: Vec<String> = last
        .take_while(|text| text.lines().all(|line| line.is_empty() || may_stand_there(line) || is_greeting(line)))
        .collect();
    let greeting = last.iter().rposition(|text| text.lines().next().is_some_and(is_greeting));
    let end = last.iter().position(|text| !text.is_empty()).filter(|at| {
        last.get(*at)
            .is_some_and(|text| ENDS.contains(&letters(text).as_str()) && !text.starts_with(char::is_alphabetic))
    });
    let length = greeting.or(end).map_or(0, |place| place + 1).max(signature(blocks, names));
    match blocks.get(..blocks.len() - length) {
        Some(before) if length > 0 => length + letter(before, names),
        _ => length,
    }
}

/// The paragraphs of a closing with something behind the greeting that says nothing of who sends it: somebody may have answered with
/// it.
pub(super) fn behind_greeting<'b>(closing: &'b [Block], names: &Names) -> Vec<&'b Paragraph> {
    let (mut is_behind, mut is_name_told) = (false, false);
    let mut may_answer = |line: &str| {
        if is_greeting(line) {
            is_behind = true;
            return false;
        }
        let is_first = is_behind && !std::mem::replace(&mut is_name_told, is_behind);
        is_behind && !(is_first && is_name(line)) && !is_of_letter(line, names)
    };
    let paragraphs = closing.iter().filter_map(|block| match block {
        Block::Paragraph(paragraph) => Some(paragraph),
        Block::Table(_) => None,
    });
    paragraphs
        .filter(|paragraph| {
            let lines = paragraph.text.lines().map(str::trim).filter(|line| !line.is_empty());
            lines.filter(|line| may_answer(line)).count() > 0
        })
        .collect()
}

/// Whether a line at the end of a letter says who sends it, when, how they are reached, or what became of the paper.
fn is_of_letter(line: &str, names: &Names) -> bool {
    /// What may stand between the words of a name.
    const BETWEEN: [&str; 6] = ["af", "for", "i", "og", "på", "til"];
    let is_labelled = line.split_once(':').is_some_and(|(label, _)| is_usual(label) || is_sign(label));
    let is_of_name = |word: &str| word.starts_with(char::is_uppercase) || BETWEEN.contains(&word);
    let is_department = line.contains(' ') && are_names(line) || is_sign(line) && line.split(' ').all(is_of_name);
    let is_of_paper = is_of_signature(line) || is_of_paper(line, names) || is_page(line);
    let is_end =
        letters(line).is_empty() || ENDS.contains(&letters(line).as_str()) || dates::read(line, None).is_some();
    is_of_sender(line) || is_labelled || is_department || is_of_paper || is_end
}

/// How many paragraphs before the end of a letter are what goes with it, and the letter itself where it is a short one to somebody.
/// What stands right below a heading is its answer all the same.
fn letter(blocks: &[Block], names: &Names) -> usize {
    /// What a letter says of what goes with it, in the letters of the label.
    const WITH: [&str; 5] = ["bilag", "vedlagt", "vedlagtebilag", "vedhæftet", "vedlægges"];
    const LONGEST_LETTER: usize = 8;
    let is_with = |line: &str| {
        line.split_once(':').is_some_and(|(label, _)| WITH.contains(&letters(label).as_str()))
            && line.chars().count() <= LONGEST
    };
    let text = |block: &Block| match block {
        Block::Paragraph(paragraph) if paragraph.level.is_none() && !names.knows(&paragraph.text) => {
            Some(paragraph.text.trim().to_owned())
        }
        _ => None,
    };
    let last: Vec<String> = blocks.iter().rev().take(MAX_LINES).map_while(text).collect();
    let is_answer = |place: usize| last.iter().skip(place + 1).any(|text| !text.is_empty());
    let with = last.iter().take_while(|text| text.is_empty() || is_with(text)).count();
    let begins = last.iter().take(with + LONGEST_LETTER).position(|text| is_to_somebody(text));
    let whole = begins.filter(|place| is_answer(*place)).map(|place| place + 1);
    whole.unwrap_or_else(|| if with > 0 && is_answer(with - 1) { with } else { 0 })
}

/// How many paragraphs at the end of a document say who signs it, when it was printed, who else has it, or what became of it.
fn signature(blocks: &[Block], names: &Names) -> usize {
    let mut length = 0;
    let is_it = |line: &str| is_of_signature(line) || is_of_paper(line, names);
    for (at, block) in blocks.iter().rev().take(MAX_LINES).enumerate() {
        let Block::Paragraph(paragraph) = block else { break };
        if paragraph.level.is_some() || paragraph.is_item || paragraph.is_unread {
            break;
        }
        let lines = || paragraph.text.lines().map(str::trim).filter(|line| !line.is_empty());
        if !lines().all(|line| is_it(line) || is_signer(line) || is_address(line)) {
            break;
        }
        if lines().next().is_some_and(is_it) {
            length = at + 1;
        }
    }
    // A CV may be attached, and that is the answer then.
    let is_of_cv = |block: &Block| match block {
        Block::Paragraph(paragraph) => {
            paragraph.text.split(|sign: char| !sign.is_alphanumeric()).any(|word| word == "CV")
        }
        Block::Table(_) => false,
    };
    let begin = blocks.len() - length;
    let is_attached = begin > 0 && blocks.get(begin - 1..=begin).is_some_and(|pair| pair.iter().all(is_of_cv));
    length - usize::from(is_attached)
}

/// Whether the document itself begins with a paragraph.
fn begins(paragraph: &Paragraph, names: &Names) -> bool {
    let text = paragraph.text.trim();
    let is_label = |line: &str| line.split_once(':').is_some_and(|(label, _)| names.knows(label) && !is_usual(label));
    let stands_out = paragraph.look.is_bold || paragraph.look.is_caps;
    paragraph.level.is_some()
        || is_title(text)
        || whose(text).is_some()
        || part(text).is_some()
        || names.knows(text)
        || text.lines().any(is_label)
        || stands_out && !text.is_empty() && !is_sign(text)
}

fn is_usual(label: &str) -> bool {
    LABELS.contains(&letters(label).as_str())
}

pub(super) fn is_sign(line: &str) -> bool {
    let line = line.to_lowercase();
    SIGNS.iter().any(|sign| line.contains(sign))
}

/// A few words, and no sentence or answer.
fn may_stand_there(line: &str) -> bool {
    let is_usual = line.split_once(':').is_none_or(|(label, _)| is_usual(label) || is_sign(label));
    line.chars().count() <= LONGEST && !line.ends_with(['.', '!', '?', ';']) && is_usual
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::super::{Documents, dokument};
    use super::{Block, Names, Paragraph, are_of_case, closing, cover, is_of_case, length};

    fn names() -> Names {
        Documents::new(dokument().unwrap()).names
    }

    fn of(lines: &[&str]) -> usize {
        let paragraph = |line: &&str| Block::Paragraph(Paragraph { text: (*line).to_owned(), ..Paragraph::default() });
        length(&lines.iter().map(paragraph).collect::<Vec<_>>(), &names())
    }

    #[test]
    fn a_letterhead_ends_where_the_document_says_what_it_is() {
        let sender = [
            "Jobcenter Syd",
            "Havnegade 3, 5000 Odense C",
            "Tlf. 66 13 13 13",
            "Dato: 11. februar 2020",
            "Jens Hansen",
        ];
        for first in ["Rehabiliteringsplan", "Forberedende del", "Netværk", "Netværk: En søster."] {
            assert_eq!(of(&[&sender[..], &[first]].concat()), sender.len(), "{first}");
        }
    }

    #[test]
    fn a_letter_ends_with_its_greeting_and_a_print_with_its_end() {
        let of = |lines: &[&str]| {
            let paragraph =
                |line: &&str| Block::Paragraph(Paragraph { text: (*line).to_owned(), ..Paragraph::default() });
            closing(&lines.iter().map(paragraph).collect::<Vec<_>>(), &names())
        };
        assert_eq!(of(&["Gift.", "Med venlig hilsen", "", "Karen Lund\nSagsbehandler"]), 3);
        assert_eq!(of(&["Gift.", "Mvh.", "Karen Lund"]), 2);
        assert_eq!(of(&["Gift.", "*** Slut på udskrift ***", ""]), 2);
        // What comes after it may be an answer, and a word in one is no greeting.
        for other in ["Hun skrev: Med venlig hilsen", "Slut", "Løn til 2019, slut i maj"] {
            assert_eq!(of(&["Gift.", other]), 0, "{other}");
        }
        assert_eq!(of(&["Med venlig hilsen", "Karen Lund", "Netværk", "Hun har en søster."]), 0);
    }

    #[test]
    fn who_signs_a_plan_and_who_else_has_it_answers_nothing() {
        let of = |lines: &[&str]| {
            let paragraph =
                |line: &&str| Block::Paragraph(Paragraph { text: (*line).to_owned(), ..Paragraph::default() });
            closing(&lines.iter().map(paragraph).collect::<Vec<_>>(), &names())
        };
        for (lines, length) in [
            (&["Netværk", "Vejle, den 3. maj 2021", "", "Karen Bente Lund"][..], 3),
            (&["Netværk", "", "__________", "Borgerens underskrift"], 2),
            (&["Netværk", "Underskrift: ______"], 1),
            (&["Netværk", "Sagsbehandler: Karen Lund", "Tlf. 66 13 13 13"], 2),
            (&["Netværk", "Udskrevet den 3. maj 2021 kl. 9.15"], 1),
            (&["Netværk", "Kopi til: egen læge"], 1),
            (&["Netværk", "Vejle, den 3. maj 2021", "Jens Bo Dam", "Karen Lund, sagsbehandler"], 3),
            (&["Netværk", "Bilag: CV og lægebrev"], 1),
            (&["Borgerens CV", "Bilag: CV og lægebrev"], 0),
            (&["Netværk", "Planen er læst og godkendt af borgeren d. 3. maj 2021.", "Kopi sendt til egen læge."], 2),
            (&["Netværk", "En søster.", "Kopi: egen læge", "Bygade 4 B, 2. tv.", "5000 Odense C"], 3),
            (&["Netværk", "En søster.", "Vedlagt: CV", "", "Med venlig hilsen", "Karen Lund"], 4),
            (&["Netværk", "En søster.", "Kære Jens", "Vedlagt finder du planen.", "Venlig hilsen", "Karen Lund"], 4),
        ] {
            assert_eq!(of(lines), length, "{lines:?}");
        }
        for other in [
            "Karen Bente Lund",
            "Hun gav en underskrift til kommunen.",
            "Mødte ind, den dag hun kunne",
            "Udskrevet i maj",
            "Vedlagt: CV",
            "5000 Odense C",
            "Bygade 4",
            "Kære kommune, jeg er træt.",
            "Planen er at flytte tættere på min søster.",
            "Planen er drøftet med borgeren. Han ser sin bror hver uge.",
            "Jeg har læst til pædagog.",
            "Klage over naboen.",
        ] {
            assert_eq!(of(&["Netværk", other]), 0, "{other}");
        }
        // What stands right below a heading is its answer, whatever follows.
        assert_eq!(of(&["CV", "Vedlagt: CV", "Med venlig hilsen", "Karen Lund"]), 2);
        assert_eq!(of(&["Netværk", "Kære Jens", "Jeg savner dig.", "Venlig hilsen", "Karen Lund"]), 2);
    }

    #[test]
    fn what_stands_beside_a_label_of_the_case_file_is_no_answer_where_it_is_short() {
        assert!(is_of_case("CPR-nr.:", ["010170-1234"].into_iter()));
        assert!(is_of_case("Telefonnr.", ["66 13 13 13"].into_iter()));
        assert!(
            is_of_case("Borger", ["Karen Lund"].into_iter()) && !is_of_case("Borger", ["Vil køre bus"].into_iter())
        );
        let long = "Hun er blevet træt. Hun sover om dagen.";
        assert!(!is_of_case("Navn", [long].into_iter()) && !is_of_case("Kæledyr", ["En kat"].into_iter()));
        assert!(are_of_case(["Navn: Karen Lund", "Sagsnr.\t4711"].into_iter()));
        assert!(!are_of_case(["Navn: Karen Lund", "En kat"].into_iter()) && !are_of_case([].into_iter()));
    }

    #[test]
    fn a_letter_that_a_plan_goes_with_ends_where_the_title_of_the_plan_is() {
        let of = |lines: &[&str]| {
            let paragraph =
                |line: &&str| Block::Paragraph(Paragraph { text: (*line).to_owned(), ..Paragraph::default() });
            cover(&lines.iter().map(paragraph).collect::<Vec<_>>())
        };
        let plan = ["Rehabiliteringsplan – fleksjob", "Netværk", "En søster.", "Venlig hilsen"];
        for letter in [
            &["Kære Jens", "Helbred", "Ring til os."][..],
            &["Helbred", "Ring til os.", "Venlig hilsen Karen"],
            &["Helbred", "Ring til os.\nMed venlig hilsen\nKaren Lund"],
            &["Til Jens Bo Dam", "Her er planen."],
        ] {
            assert_eq!(of(&[letter, &plan].concat()), letter.len(), "{letter:?}");
        }
        for other in [&["Helbred", "Slidgigt."][..], &["Forberedende del", "Netværk", "En bror.", "Venlig hilsen"], &[]]
        {
            assert_eq!(of(&[other, &plan].concat()), 0, "{other:?}");
        }
        assert_eq!(of(&["Kære Jens", "Netværk", "En bror."]), 0, "there is no title");
    }

    #[test]
    fn what_may_be_an_answer_is_none() {
        for other in ["Hun har arbejdet i kommunen.", "Civilstand: gift"] {
            assert_eq!(of(&["Jobcenter Syd", other, "Netværk"]), 0, "{other}");
        }
        assert_eq!(of(&["Gift, to børn", "Bor i hus", "Netværk"]), 0, "nobody sends it");
        assert_eq!(of(&["Jobcenter Syd", "Havnegade 3"]), 0, "nothing comes after it");
    }
}
