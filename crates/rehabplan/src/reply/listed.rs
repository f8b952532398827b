//! Whether a text is one of those that are listed.

use super::beginnings::NO_REFERENCE;
use super::lists::{FILLERS, LEFTOVERS, PLACEHOLDERS, SIGNS};
use super::words::{begins_alike, is_same, trimmed, words};
use crate::letters;

/// No listed reply, however its words are spaced, is taken to be longer than this many bytes. References may be.
pub(super) const LONGEST: usize = 64;

/// Whether words that begin as some kinds do are a placeholder or a leftover.
pub(super) fn is_none(words: &str, kinds: u8) -> bool {
    kinds & NO_REFERENCE != 0 && (is_placeholder(words) || is_leftover(words))
}

pub(super) fn is_placeholder(words: &str) -> bool {
    is_listed(words, PLACEHOLDERS)
}

fn is_leftover(words: &str) -> bool {
    let begins = |filler: &str| {
        let mut words = self::words(words);
        filler.split(' ').all(|filler| words.next().is_some_and(|word| is_same(trimmed(word), filler)))
    };
    is_listed(words, LEFTOVERS) || FILLERS.iter().any(|filler| begins_alike(words, filler) && begins(filler))
}

pub(super) fn is_listed_with_signs(text: &str) -> bool {
    let text = text.trim_matches(letters::is_blank);
    text.starts_with(['<', '\\', '(', '[', '#'])
        && (SIGNS.iter().any(|listed| is_same(text, listed)) || words(text).all(is_error_of_a_spreadsheet))
}

/// »#REF!«, »#NAVN?«, »#DIV/0!«.
fn is_error_of_a_spreadsheet(word: &str) -> bool {
    let name = word.strip_prefix('#').and_then(|word| word.strip_suffix(['!', '?']));
    let is_capital = |letter: char| letters::lower(letter) != letter;
    name.is_some_and(|name| {
        name.len() > 1 && name.chars().all(|sign| is_capital(sign) || matches!(sign, '/' | '_' | '0'..='9'))
    })
}

/// Whether a text is one of a list, word for word.
pub(super) fn is_listed(text: &str, list: &[&str]) -> bool {
    text.len() <= LONGEST
        && list.iter().any(|listed| {
            begins_alike(text, listed) && {
                let mut words = words(text);
                listed.split(' ').all(|listed| words.next().is_some_and(|word| is_same(word, listed)))
                    && words.next().is_none()
            }
        })
}

/// Whether all that a text says stands in brackets: »[indsæt tekst]«, »{{felt}}«.
pub(super) fn is_in_brackets(text: &str) -> bool {
    let mut depth = 0_usize;
    for character in text.chars() {
        match character {
            '[' | '<' | '{' => depth += 1,
            ']' | '>' | '}' => depth = depth.saturating_sub(1),
            _ if depth == 0 && letters::is_letter(character) => return false,
            _ => {}
        }
    }
    depth == 0
}
