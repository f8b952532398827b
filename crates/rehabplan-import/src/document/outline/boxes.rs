//! Boxes to tick, however they are drawn.

use crate::document::answer::is_mark;
use crate::names::letters;

/// Whether a text is nothing but a box, or the mark of one, and ticked.
pub(super) fn is_ticked(text: &str) -> Option<bool> {
    match ticked(text) {
        Some(Ticked::Alone(is_ticked)) => Some(is_ticked),
        _ => is_mark(text).then_some(true),
    }
}

/// A label and the boxes behind it: `Deltager borgeren: ☐ Ja ☒ Nej`.
pub(super) fn boxed(line: &str) -> Option<(&str, &str)> {
    let is_box = |at: &usize| {
        let rest = line.get(*at..).unwrap_or_default();
        with_boxes(rest).starts_with([OPEN, TICKED])
    };
    let at = line.char_indices().map(|(at, _)| at).find(is_box)?;
    let (label, boxes) = line.split_at_checked(at)?;
    let label = label.trim();
    (label.contains(char::is_alphabetic) && ticked(boxes).is_some()).then_some((label, boxes))
}

/// Whether it answers a question by itself.
pub(super) fn is_reply(word: &str) -> bool {
    ["ja", "nej", "ingen", "intet"].contains(&letters(word).as_str())
}

pub(super) enum Ticked {
    /// A box without words.
    Alone(bool),
    /// Of several with words, those that are ticked.
    Of(Vec<String>),
}

/// Reads a line of boxes to tick: `☒ Ja ☐ Nej`, or with the boxes behind: `Ja [x] Nej [ ]`.
pub(super) fn ticked(line: &str) -> Option<Ticked> {
    if let Some(chosen) = crossed(line) {
        return Some(Ticked::Of(vec![chosen.to_owned()]));
    }
    let line = with_boxes(line);
    let is_box = |letter: char| letter == OPEN || letter == TICKED;
    let begins = line.starts_with(is_box);
    // Where boxes stand behind their words, the line ends with one, and a sign in a sentence is none.
    if !(begins || line.ends_with(is_box) && line.matches(is_box).count() > 1) {
        return None;
    }
    let mut chosen = Vec::new();
    let mut has_words = false;
    let mut is_any = false;
    let mut rest = line.as_str();
    while let Some(at) = rest.find(is_box) {
        let (before, from) = rest.split_at(at);
        let is_ticked = from.starts_with(TICKED);
        let sign = from.chars().next().map_or(0, char::len_utf8);
        let from = from.get(sign..).unwrap_or_default();
        let (word, more) = if begins { from.split_at(from.find(is_box).unwrap_or(from.len())) } else { (before, from) };
        let word = word.trim_matches([',', ';', ':', '/', ' ', '\t', '\u{a0}']);
        has_words |= !word.is_empty();
        if is_ticked {
            is_any = true;
            chosen.extend((!word.is_empty()).then(|| word.to_owned()));
        }
        rest = more;
    }
    Some(if has_words { Ticked::Of(chosen) } else { Ticked::Alone(is_any) })
}

/// Which of yes and no has a cross behind it, where a line has both and nothing else: `Ja: X Nej:`, `Ja ___ Nej _x_`. With a cross at
/// neither or at both, nothing is chosen.
fn crossed(line: &str) -> Option<&'static str> {
    let words = line.split(|letter: char| letter.is_whitespace() || [':', '_', '.', '…', '/', ','].contains(&letter));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["ja", "x", "nej"] => Some("Ja"),
        ["ja", "nej", "x"] => Some("Nej"),
        _ => None,
    }
}

pub(super) const TICKED: char = '☒';

pub(super) const OPEN: char = '☐';

/// A line with one sign for a box that is ticked and one for a box that is not, however they are drawn.
pub(super) fn with_boxes(line: &str) -> String {
    pub(super) const WRITTEN: [(&str, char); 10] = [
        ("[x]", TICKED),
        ("[X]", TICKED),
        ("(x)", TICKED),
        ("(X)", TICKED),
        ("[ ]", OPEN),
        ("[]", OPEN),
        ("( )", OPEN),
        ("()", OPEN),
        ("[\u{a0}]", OPEN),
        ("(\u{a0})", OPEN),
    ];
    let drawn = line.chars().map(|letter| match letter {
        '☑' | '✓' | '✔' | '■' | '●' | '✗' | '✘' | '⊠' | '◉' | '⬛' => TICKED,
        '□' | '○' | '◻' | '⬜' => OPEN,
        letter => letter,
    });
    let drawn: String = drawn.collect();
    WRITTEN.iter().fold(drawn, |line, (written, sign)| line.replace(written, sign.encode_utf8(&mut [0; 4])))
}
