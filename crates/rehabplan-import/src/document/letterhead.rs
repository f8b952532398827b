//! What stands at the top of a document before it says what it is: who sends it, and how they are reached. None of it answers
//! anything.

use super::flow::{Block, Paragraph};
use super::names::{Names, letters, part};
use super::title::{is_title, whose};

/// The most lines of a letterhead, and the letters of one.
const MAX_LINES: usize = 20;
const LONGEST: usize = 90;
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

fn is_sign(line: &str) -> bool {
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
    use super::{Block, Paragraph, length};

    fn of(lines: &[&str]) -> usize {
        let documents = Documents::new(dokument().unwrap());
        let paragraph = |line: &&str| Block::Paragraph(Paragraph { text: (*line).to_owned(), ..Paragraph::default() });
        length(&lines.iter().map(paragraph).collect::<Vec<_>>(), &documents.names)
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
    fn what_may_be_an_answer_is_none() {
        for other in ["Hun har arbejdet i kommunen.", "Civilstand: gift"] {
            assert_eq!(of(&["Jobcenter Syd", other, "Netværk"]), 0, "{other}");
        }
        assert_eq!(of(&["Gift, to børn", "Bor i hus", "Netværk"]), 0, "nobody sends it");
        assert_eq!(of(&["Jobcenter Syd", "Havnegade 3"]), 0, "nothing comes after it");
    }
}
