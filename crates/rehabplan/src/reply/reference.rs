//! References to another document or place (A36).

use super::beginnings::{BESIDE, DOCUMENT, KNOWS_WITHIN, LETTERS, NO_REFERENCE, OPENING, begins_as};
use super::labels::behind_marks;
use super::lists::{BESIDES, BETWEEN, CERTIFICATES, DOCUMENTS, ENDINGS, OPENINGS, SECTIONS};
use super::words::{IS_SMALL, begins_alike, is_month, is_of_letters, is_one_of, is_same, next_plain_word, next_word};
use crate::letters::spelt;

/// What a reference points with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference {
    /// The name of a document comes first: it may be the answer to which document it is.
    Name,
    /// "See", "attached".
    Pointer,
}

/// Whether a text whose first word is of some kinds is a reference and nothing else, perhaps behind a date, the number of an
/// item or a short label: »12.3.2020: Se bilag 3«.
pub(super) fn marked_reference(text: &str, kinds: u8) -> Option<Reference> {
    let of_kinds = |text, kinds: u8| if kinds & (DOCUMENT | BESIDE | OPENING) == 0 { None } else { reference(text) };
    of_kinds(text, kinds).or_else(|| behind_marks(text).and_then(|behind| of_kinds(behind, begins_as(behind))))
}

/// Whether a text is a reference and nothing else: perhaps an opening, then names of documents or »vedlagt«, with numbers
/// and dates (A36).
pub(super) fn reference(text: &str) -> Option<Reference> {
    /// What is a reference so far will be none that anybody can read.
    const ENOUGH: usize = 500;
    let (mut kind, mut points, mut rest) = (None, false, text);
    for _ in 0..ENOUGH {
        let Some(word) = next_word(&mut rest) else { break };
        let kinds = begins_as(word);
        if is_out(word, kinds) {
            return None;
        }
        let mut ahead = rest;
        let pointing = pointing(word, kinds);
        let this = match pointing {
            Some(Pointing::Document) => Reference::Name,
            Some(Pointing::Certificate)
                if next_word(&mut ahead).is_some_and(|number| CERTIFICATES.contains(&number)) =>
            {
                rest = ahead;
                Reference::Name
            }
            Some(Pointing::Beside | Pointing::Opening) => Reference::Pointer,
            // None begins with such a word.
            _ if kind.is_some() && is_one_of(word, SECTIONS) => {
                points = true;
                continue;
            }
            _ if kind.is_some() && is_between(word) => continue,
            _ => return None,
        };
        points |= pointing != Some(Pointing::Opening);
        kind = kind.or(Some(this));
    }
    kind.filter(|_| points)
}

/// Whether a word near the beginning of a text that begins as a reference does shows at once that the text is none: all that a reference
/// is made of is listed, and nearly all words of the language are out by how they begin. Never wrong when it says yes of a text that has
/// no markup in so many bytes.
pub(super) fn is_plainly_none(text: &str, bytes: usize) -> bool {
    /// Hardly a text that begins as a reference does goes on so for longer.
    const WORDS: usize = 4;
    let mut rest = text;
    for place in 0..WORDS {
        match next_plain_word(&mut rest) {
            Some(word) if text.len() - rest.len() <= bytes => {
                // The first one is not: the text begins as a reference does.
                if place > 0 && is_out(word, begins_as(word)) {
                    return true;
                }
            }
            _ => break,
        }
    }
    false
}

/// Whether a word is none of those that references are made of.
fn is_out(word: &str, kinds: u8) -> bool {
    KNOWS_WITHIN && kinds & !NO_REFERENCE == 0 && is_of_letters(word)
}

/// What a word of a reference does that is not only between others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pointing {
    /// It names a document.
    Document,
    /// It names a certificate when a number follows.
    Certificate,
    /// It says where the document lies.
    Beside,
    /// It opens the reference.
    Opening,
}

/// What a word does, which begins as some kinds do.
pub(super) fn pointing(word: &str, kinds: u8) -> Option<Pointing> {
    let may_be = |kind: u8| kinds & kind != 0;
    // So few letters are known as a whole.
    let is_known = matches!(word.len(), 1..LETTERS) && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    if may_be(DOCUMENT) && is_document(word) {
        Some(Pointing::Document)
    } else if may_be(DOCUMENT) && is_one_of(word, &["LÆ"]) {
        Some(Pointing::Certificate)
    } else if may_be(BESIDE) && is_one_of(word, BESIDES) {
        Some(Pointing::Beside)
    } else if may_be(OPENING) && (is_known || is_opening(word)) {
        Some(Pointing::Opening)
    } else {
        None
    }
}

/// A word that openings are made of. That they are put together as they should be is not looked at: no answer can be made
/// of them.
fn is_opening(word: &str) -> bool {
    // Splitting takes longer than all the rest.
    let Some(first) = word.bytes().next() else { return false };
    let may_hold = |opening: &str| {
        let begins = |pair: &[u8]| matches!(pair, [b' ', letter] if letter.eq_ignore_ascii_case(&first));
        begins_alike(word, opening) || opening.as_bytes().windows(2).any(begins)
    };
    OPENINGS.iter().any(|opening| may_hold(opening) && opening.split(' ').any(|part| is_same(word, part)))
        && !is_one_of(word, BETWEEN)
}

/// The name of a document in one word, bent or not.
fn is_document(word: &str) -> bool {
    let is_ending = |rest: &str| ENDINGS.iter().any(|ending| rest.eq_ignore_ascii_case(ending));
    DOCUMENTS.iter().any(|name| begins_alike(word, name) && after(word, name).is_some_and(is_ending))
        || after(word, "LÆ").is_some_and(|number| CERTIFICATES.contains(&number))
}

/// What a word has more than its beginning.
fn after<'w>(word: &'w str, beginning: &str) -> Option<&'w str> {
    // No letter is spelt with more letters than it has bytes, and none of what is listed with fewer.
    if word.len() < beginning.len() || !begins_alike(word, beginning) {
        return None;
    }
    // As it is listed, nearly always; then nothing has to be spelt, unless a ring belongs to its last letter.
    if !IS_SMALL
        && let Some((head, rest)) = word.split_at_checked(beginning.len())
        && head.eq_ignore_ascii_case(beginning)
        && rest.bytes().next().is_none_or(|next| next.is_ascii())
    {
        return Some(rest);
    }
    let mut letters = spelt(word);
    if spelt(beginning).all(|letter| letters.next() == Some(letter)) { letters.rest() } else { None }
}

fn is_between(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
        || word.chars().nth(1).is_none()
        || is_one_of(word, BETWEEN)
        || is_month(word)
}
