//! What of a letter or of the paper stands in the middle of a document: who signs, who has the case, what is said to whoever gets
//! the plan. None of it is the citizen's matter.

use super::flow::{Block, Paragraph};
use super::letter::{MAX_LINES, are_names, is_address, is_greeting, is_of_paper, is_signature, is_signer};
use super::names::{Names, part};
use super::template::LONGEST;
use crate::dates;
use crate::names::letters;

/// Labels of the case file that say nothing of the citizen's life, in the letters of the label.
const OFFICE: [&str; 4] = ["jobcenter", "journalnr", "journalnummer", "sagsbehandler"];
/// How sentences begin that a letter says to whoever gets it.
const TO_READER: [&str; 32] = [
    "Du bedes ",
    "Du er altid velkommen til at ",
    "Du er velkommen til at ",
    "Du får hermed ",
    "Du kan altid kontakte ",
    "Du kan kontakte mig",
    "Du kan kontakte os",
    "Du kan læse mere ",
    "Du modtager hermed ",
    "Har du spørgsmål",
    "Her er din plan",
    "Her er planen",
    "Hermed fremsendes ",
    "Hermed sendes ",
    "Hvis du har spørgsmål",
    "Jeg sender hermed ",
    "Kontakt mig ",
    "Kontakt os ",
    "Læs mere på ",
    "Ring til mig",
    "Ring til os",
    "Send venligst ",
    "Tak for din henvendelse",
    "Tak for mødet",
    "Tak for samtalen",
    "Vedhæftet finder du ",
    "Vedlagt finder du ",
    "Vedlagt følger ",
    "Vedlagt sendes ",
    "Vi behandler dine ",
    "Vi fremsender ",
    "Vi sender hermed ",
];
/// What somebody has a right to in every case.
const RIGHTS: [&str; 5] = ["aktindsigt", "bisidder", "indsigt", "klage", "partsrepræsentant"];

/// Where in some blocks the next paragraphs stand that say who signs or who has the case, and how many they are.
pub(super) fn next(blocks: &[Block], names: &Names) -> Option<(usize, usize)> {
    let from = blocks.iter().position(|block| is_plain(block, names).is_some_and(begins))?;
    let is_more = |block: &&Block| is_plain(block, names).is_some_and(|text| begins(text) || goes_on(text));
    let more = blocks.iter().skip(from + 1).take(MAX_LINES).take_while(is_more).count();
    // The day on which it is signed may stand before the line to sign upon.
    let text = |at: usize| blocks.get(at).and_then(|block| is_plain(block, names));
    let is_signed = text(from).is_some_and(|text| text.lines().next().is_some_and(is_to_sign));
    let before = usize::from(is_signed && from > 0 && text(from - 1).is_some_and(is_dated));
    Some((from - before, 1 + before + more))
}

/// Whether a text is said to whoever gets the plan, or says what became of the paper. Somebody may have answered with it.
pub(super) fn may_be_of_letter(text: &str, names: &Names) -> bool {
    const FEWEST_WORDS: usize = 4;
    let is_paper =
        |line: &str| !line.contains(':') && line.split(' ').count() >= FEWEST_WORDS && is_of_paper(line, names);
    is_to_reader(text) || lines(text).all(|line| is_to_reader(line) || is_paper(line))
}

/// Whether a text begins as what a letter says to whoever gets it.
pub(super) fn is_to_reader(text: &str) -> bool {
    let is_right = || text.starts_with("Du har ret til ") && RIGHTS.iter().any(|right| text.contains(right));
    TO_READER.iter().any(|opening| text.starts_with(opening)) || is_right()
}

/// Cuts off who signs where it stands in the last lines of a paragraph.
pub(super) fn cut(blocks: &mut Vec<Block>) {
    let of = |block: Block| match block {
        Block::Paragraph(mut paragraph) if paragraph.level.is_none() => {
            let lines: Vec<&str> = paragraph.text.lines().collect();
            // From the end on, so that each line is looked at once.
            let last = lines.iter().rev().take_while(|line| goes_on(line) || starts(line)).count();
            let first = (lines.len() - last).max(1);
            let found = lines.iter().skip(first).position(|line| starts(line));
            let Some(at) = found.map(|place| first + place) else { return vec![Block::Paragraph(paragraph)] };
            let (own, end) = (lines.iter().take(at), lines.iter().skip(at));
            let (own, end) = (own.copied().collect::<Vec<_>>().join("\n"), end.copied().collect::<Vec<_>>().join("\n"));
            let end = Paragraph { text: end, lead: 0, ..paragraph.clone() };
            paragraph.text = own;
            vec![Block::Paragraph(paragraph), Block::Paragraph(end)]
        }
        block => vec![block],
    };
    *blocks = std::mem::take(blocks).into_iter().flat_map(of).collect();
}

/// The text of a paragraph that is no heading, no entry and no field.
fn is_plain<'b>(block: &'b Block, names: &Names) -> Option<&'b str> {
    let Block::Paragraph(paragraph) = block else { return None };
    let Paragraph { text, level, look, is_item, is_unread, control, is_form, .. } = paragraph;
    let is_other = level.is_some() || look.is_bold || *is_item || *is_unread || *is_form || !control.is_empty();
    let text = text.trim();
    // A label that a mapping has a place for is none of the office's.
    let is_known = names.knows(text) || text.split_once(':').is_some_and(|(label, _)| names.knows(label));
    (!is_other && !text.is_empty() && !is_known && part(text).is_none()).then_some(text)
}

fn begins(text: &str) -> bool {
    let mut lines = lines(text);
    lines.next().is_some_and(starts) && lines.all(|line| starts(line) || goes_on(line))
}

fn starts(line: &str) -> bool {
    is_greeting_of(line) || is_of_office(line) || is_to_sign(line) || is_office(line)
}

fn goes_on(text: &str) -> bool {
    lines(text).all(|line| {
        let is_person = is_signer(line) || is_address(line) || is_reached(line) || is_post(line);
        is_of_office(line) || is_to_sign(line) || is_office(line) || is_person || is_dated(line)
    })
}

/// Whether a line says who sends a letter, or how they are reached.
pub(super) fn is_of_sender(line: &str) -> bool {
    starts(line) || goes_on(line)
}

fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}

/// `Med venlig hilsen`, also with the name behind it.
fn is_greeting_of(line: &str) -> bool {
    let is_it = |at: usize| {
        line.split_at_checked(at).is_some_and(|(greeting, name)| {
            let name = name.trim_start_matches([',', '.', ' ']);
            is_greeting(greeting) && (are_names(name) || is_signer(name))
        })
    };
    // Each blank may end the greeting, and a text without end has as many of them as it has words.
    is_greeting(line) || line.chars().count() <= LONGEST && line.match_indices(' ').any(|(at, _)| is_it(at))
}

/// `Sagsbehandler: Karen Lund`.
fn is_of_office(line: &str) -> bool {
    const MAX_WORDS: usize = 5;
    line.split_once(':').is_some_and(|(label, value)| {
        OFFICE.contains(&letters(label).as_str())
            && line.chars().count() <= LONGEST
            && !(value.ends_with('.') && value.split(' ').count() > MAX_WORDS)
    })
}

/// `Jobcenter Syd, Havnegade 3, 5000 Odense C`.
fn is_office(line: &str) -> bool {
    const OFFICES: [&str; 2] = ["jobcenter", "kommune"];
    let (office, address) = line.split_once(", ").unwrap_or((line, ""));
    let office = office.to_lowercase();
    OFFICES.iter().any(|name| office.contains(name)) && address.split(", ").all(is_address)
}

/// `Underskrift: ____`, `Borgerens underskrift`, `Underskrift af borger`.
pub(super) fn is_to_sign(line: &str) -> bool {
    const MAX_WORDS: usize = 2;
    let is_short = || line.split(' ').count() <= MAX_WORDS;
    is_signature(line) && (line.contains([':', '_']) || line.starts_with("Underskrift") || is_short())
}

/// `Dato: 3. maj 2021`.
fn is_dated(line: &str) -> bool {
    let day = line.strip_prefix("Dato").map(|rest| rest.trim_start_matches([':', '.', ' ']));
    day.is_some_and(|day| day.trim_matches(['_', '.', ' ']).is_empty() || dates::read(day.trim(), None).is_some())
}

/// How somebody is reached: `Tlf. 66 13 13 13`, `kl@syd.dk`.
fn is_reached(line: &str) -> bool {
    const LABELS: [&str; 7] = ["direkte", "email", "mail", "mobil", "telefon", "tlf", "træffetid"];
    let label = line.split([':', '.', ' ']).next().unwrap_or_default();
    let is_number = line.chars().any(|sign| sign.is_ascii_digit()) && line.chars().count() <= LONGEST;
    let is_mail = line.contains('@') && !line.contains(' ');
    LABELS.contains(&letters(label).as_str()) && (is_number || line.contains('@')) || is_mail
}

/// What somebody is who signs: `Sagsbehandler`, `Jobcenter Syd`.
fn is_post(line: &str) -> bool {
    const POSTS: [&str; 9] = [
        "afdelingsleder",
        "beskæftigelsesrådgiver",
        "jobcenter",
        "koordinator",
        "rehabiliteringskoordinator",
        "rådgiver",
        "sagsbehandler",
        "socialrådgiver",
        "teamleder",
    ];
    const MAX_WORDS: usize = 4;
    let first = line.split([' ', ',']).next().unwrap_or_default().to_lowercase();
    POSTS.contains(&first.as_str()) && line.split(' ').count() <= MAX_WORDS && !line.ends_with(['.', ':'])
}
