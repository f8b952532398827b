//! The words of a text.

use super::lists::MONTHS;
use crate::letters::{self, spelt};

/// Whether small goes before fast: in a browser's small build.
pub(crate) const IS_SMALL: bool = cfg!(all(target_arch = "wasm32", not(feature = "profiles")));

/// Whether a byte is the second one of Æ, Ø or Å.
pub(super) fn is_danish(second: u8) -> bool {
    matches!(second, 0x86 | 0x98 | 0x85 | 0xa6 | 0xb8 | 0xa5)
}

/// From the first letter or digit to the last.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| !letters::is_letter(character))
}

/// Whether a text holds a digit, or two letters that are not the same one.
pub(super) fn says_something(text: &str) -> bool {
    let mut letters = text.chars().filter(|character| letters::is_letter(*character)).map(letters::lower);
    let Some(first) = letters.next() else { return false };
    first.is_ascii_digit() || letters.any(|other| other != first)
}

/// What is said again and again is said once, whatever stands between: »mangler mangler«, »nan,nan«, »ikke oplyst. Ikke
/// oplyst.«
pub(super) fn said_once(text: &str) -> &str {
    /// No listed reply has more words, with the two of »n/a«.
    const WORDS: usize = 3;
    let mut rest = text;
    let first = next_word(&mut rest).unwrap_or_default();
    // Nearly always the first word does not come again so soon, and then nothing is.
    if !(0..WORDS).any(|_| next_word(&mut rest).is_some_and(|word| spelt(word).eq(spelt(first)))) {
        return text;
    }
    (1..=WORDS).find_map(|count| once(text, count)).unwrap_or(text)
}

/// The first so many words, when the text is these again and again.
fn once(text: &str, count: usize) -> Option<&str> {
    let (mut before, mut rest) = (text, text);
    for _ in 0..count {
        next_word(&mut rest)?;
    }
    let (length, mut number) = (text.len() - rest.len(), count);
    // Each word is the one that stands as many words before it.
    while let Some(word) = next_word(&mut rest) {
        if !spelt(word).eq(spelt(next_word(&mut before)?)) {
            return None;
        }
        number += 1;
    }
    if number == count || number % count != 0 { None } else { text.get(..length).map(trimmed) }
}

/// Takes the next word off a text.
pub(super) fn next_word<'t>(rest: &mut &'t str) -> Option<&'t str> {
    let plain = if IS_SMALL { None } else { next_plain_word(rest) };
    plain.or_else(|| next_word_of_any_letters(rest))
}

/// The same where nothing but signs of ASCII stands before the word, and nothing but those and letters of Danish in it and behind it;
/// `None` where there is anything else.
#[inline]
pub(super) fn next_plain_word<'t>(rest: &mut &'t str) -> Option<&'t str> {
    let bytes = rest.as_bytes();
    let from = bytes.iter().position(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric())?;
    let mut to = from;
    loop {
        match bytes.get(to..)? {
            [letter, ..] if letter.is_ascii_alphanumeric() => to += 1,
            [0xc3, letter, ..] if is_danish(*letter) => to += 2,
            [byte, ..] if !byte.is_ascii() => return None,
            _ => break,
        }
    }
    let word = rest.get(from..to)?;
    *rest = rest.get(to..)?;
    Some(word)
}

/// The same where there is a letter, or a sign, that Danish does not have.
#[cold]
fn next_word_of_any_letters<'t>(rest: &mut &'t str) -> Option<&'t str> {
    let begins = rest.find(|character| !ends_a_word(character))?;
    let from = rest.get(begins..)?;
    let (word, others) = from.split_at_checked(from.find(ends_a_word).unwrap_or(from.len()))?;
    *rest = others;
    Some(word)
}

pub(super) fn first_word(text: &str) -> &str {
    words(text).next().unwrap_or_default()
}

pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(letters::is_blank).filter(|word| !word.is_empty())
}

pub(super) fn is_same(word: &str, listed: &str) -> bool {
    begins_alike(word, listed) && spelt(word).eq(spelt(listed))
}

/// Nearly every text differs from all of a list in its first letter or sign, which is one of ASCII in all lists.
#[inline]
pub(super) fn begins_alike(text: &str, listed: &str) -> bool {
    match (text.as_bytes(), listed.as_bytes()) {
        ([first, ..], [listed, ..]) => first.eq_ignore_ascii_case(listed),
        (text, listed) => text.is_empty() && listed.is_empty(),
    }
}

/// Whether a word has several letters, all of them such as Danish words have, and nothing else.
pub(super) fn is_of_letters(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic() || may_be_of_danish(byte))
}

/// Whether a byte past ASCII can be of a letter as Danish words have it: Latin-1's second half is 0xc3 and one of the others.
pub(super) fn may_be_of_danish(byte: u8) -> bool {
    matches!(byte, 0x80..=0xbf | 0xc3)
}

fn ends_a_word(character: char) -> bool {
    match character {
        // What nearly all words are made of; the tables of Unicode take longer.
        '\0'..='\u{7f}' => !character.is_ascii_alphanumeric(),
        'Æ' | 'Ø' | 'Å' | 'æ' | 'ø' | 'å' => false,
        // The ring of an `å` belongs to its letter.
        _ => !letters::is_letter(character) && character != '\u{30a}',
    }
}

pub(super) fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|listed| is_same(word, listed))
}

/// Whether a word is a month, whole or cut to three letters.
pub(super) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|month| {
        begins_alike(word, month) && (is_same(word, month) || month.get(..3).is_some_and(|cut| is_same(word, cut)))
    })
}

/// Whether two texts are made of the same words.
#[cfg(feature = "profiles")]
pub(super) fn are_alike(one: &str, other: &str) -> bool {
    let mut rest = words(trimmed(one));
    words(trimmed(other)).all(|word| rest.next().is_some_and(|same| spelt(same).eq(spelt(word))))
        && rest.next().is_none()
}
