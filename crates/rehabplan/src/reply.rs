//! What a text amounts to as a reply (catalogue section 3, nr. 1, and A8).
//!
//! The four lists are data, and they are exhaustive: a text is matched as a whole, without regard to case, to blanks or
//! to punctuation around it. Anything longer is an answer, and whether it is a good one is for a person to judge.

use crate::letters;

/// Placeholders: the field is empty.
pub const PLACEHOLDERS: [&str; 6] = ["ikke oplyst", "udfyldes senere", "kommer", "xx", "tbd", "n/a"];

/// References: the content is in another document, which a machine cannot read.
pub const REFERENCES: [&str; 3] = ["se journal", "se bilag", "vedlagt"];

/// Replies that there is nothing to say: an answer where the requirement allows it.
pub const NOTHINGS: [&str; 5] = ["ingen", "intet", "nej", "ikke relevant", "ingen betydning"];

/// An activity that is only promised: a person must judge whether it is concrete (§ 5, stk. 1, nr. 3).
pub const LATER: [&str; 1] = ["afklares senere"];

/// What a text amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reply {
    /// Nothing: no letter and no digit, or a placeholder.
    Blank,
    /// A reference to an attached document and nothing else.
    Reference,
    /// "None", "nothing", "not relevant" and nothing else.
    Nothing,
    /// An answer.
    Answer,
}

/// No listed reply, however its words are spaced, is taken to be longer than this many bytes.
const LONGEST: usize = 64;

/// What `text` amounts to.
///
/// ```
/// use rehabplan::reply::{reply, Reply};
///
/// assert_eq!(reply("\u{a0}-"), Reply::Blank);
/// assert_eq!(reply("Ikke oplyst."), Reply::Blank);
/// assert_eq!(reply("Se bilag"), Reply::Reference);
/// assert_eq!(reply("Nej"), Reply::Nothing);
/// assert_eq!(reply("Nej, men hun vil gerne"), Reply::Answer);
/// ```
#[must_use]
pub fn reply(text: &str) -> Reply {
    let words = trimmed(text);
    if words.len() > LONGEST {
        return Reply::Answer;
    }
    let Some(first) = first_letter(words) else { return Reply::Blank };
    if is_listed(words, first, &PLACEHOLDERS) {
        Reply::Blank
    } else if is_listed(words, first, &REFERENCES) {
        Reply::Reference
    } else if is_listed(words, first, &NOTHINGS) {
        Reply::Nothing
    } else {
        Reply::Answer
    }
}

/// Whether `text` is no answer at all.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    reply(text) == Reply::Blank
}

/// Whether `text` only promises that an activity will be found.
pub(crate) fn is_later(text: &str) -> bool {
    let words = trimmed(text);
    words.len() <= LONGEST && first_letter(words).is_some_and(|first| is_listed(words, first, &LATER))
}

/// From the first letter or digit to the last.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| !character.is_alphanumeric())
}

fn first_letter(text: &str) -> Option<char> {
    text.chars().next().map(letters::lower)
}

/// Whether a text is one of a list, word for word. Nearly every text differs from all of a list in its first letter.
fn is_listed(text: &str, first: char, list: &[&str]) -> bool {
    list.iter().any(|listed| {
        // A letter of ASCII in all of them.
        listed.bytes().next().map(char::from) == Some(first) && {
            let mut words = words(text);
            listed.split(' ').all(|listed| words.next().is_some_and(|word| is_same(word, listed)))
                && words.next().is_none()
        }
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|character: char| character.is_whitespace() || is_invisible(character)).filter(|word| !word.is_empty())
}

fn is_same(word: &str, listed: &str) -> bool {
    word.chars().map(letters::lower).eq(listed.chars())
}

/// Characters without width, which Unicode does not count as white space.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn listed_replies_begin_with_a_small_letter_of_ascii() {
        for listed in [&PLACEHOLDERS[..], &REFERENCES, &NOTHINGS, &LATER].concat() {
            assert!(listed.starts_with(|first: char| first.is_ascii_lowercase()), "{listed}");
        }
    }
}
