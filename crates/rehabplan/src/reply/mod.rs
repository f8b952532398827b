//! What a text amounts to as a reply (A8, A35 and A36).
//!
//! The lists are data, and they are exhaustive: a text is matched as a whole, without its markup and without regard to
//! case, to blanks, to punctuation around it, or to how `æ`, `ø` and `å` are written. Anything else is an answer, and
//! whether it is a good one is for a person to judge.

use crate::markup;

mod beginnings;
mod labels;
mod listed;
mod lists;
mod promise;
mod reference;
mod words;

use beginnings::{BESIDE, DOCUMENT, NO_REFERENCE, OPENING, WITHIN, begins_as};
use listed::{LONGEST, is_in_brackets, is_listed, is_listed_with_signs, is_none, is_placeholder};
pub use lists::{
    BESIDES, BETWEEN, CERTIFICATES, DOCUMENTS, ENDINGS, FILLERS, LATER, LATER_BESIDE, LEFTOVERS, MONTHS, NOTHINGS,
    OPENINGS, PLACEHOLDERS, SECTIONS, SIGNS,
};
pub(crate) use promise::is_later;
pub(crate) use reference::Reference;
use reference::{is_plainly_none, marked_reference, reference};
pub(crate) use words::IS_SMALL;
use words::{
    begins_alike, first_word, is_danish, is_same, may_be_of_danish, next_word, said_once, says_something, trimmed,
};

/// What a text amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reply {
    /// Nothing: neither a digit nor two letters, one letter again and again, all of it in brackets, a placeholder, or labels
    /// with nothing behind them, or boxes of which none is ticked.
    Blank,
    /// A reference to another document or place and nothing else.
    Reference,
    /// "None", "nothing", "not relevant" and nothing else.
    Nothing,
    /// An answer.
    Answer,
}

/// A reply, with what a reference points with: whether it is an answer hangs on what is asked for (A36).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Worth {
    Blank,
    Refers(Reference),
    Nothing,
    Answer,
}

impl Worth {
    /// What it amounts to where words are asked for.
    pub(crate) fn reply(self) -> Reply {
        match self {
            Self::Blank => Reply::Blank,
            Self::Refers(_) => Reply::Reference,
            Self::Nothing => Reply::Nothing,
            Self::Answer => Reply::Answer,
        }
    }

    /// The same where the name of a document is.
    pub(crate) fn reply_with_a_name(self) -> Reply {
        if self == Self::Refers(Reference::Name) { Reply::Answer } else { self.reply() }
    }
}

/// What `text` amounts to.
///
/// ```
/// use rehabplan::reply::{reply, Reply};
///
/// assert_eq!(reply("\u{a0}-"), Reply::Blank);
/// assert_eq!(reply("Ikke oplyst."), Reply::Blank);
/// assert_eq!(reply("<p>&nbsp;</p>"), Reply::Blank);
/// assert_eq!(reply("[indsæt tekst]"), Reply::Blank);
/// assert_eq!(reply("Job:\nUddannelse:"), Reply::Blank);
/// assert_eq!(reply("☐ Job ☐ Uddannelse"), Reply::Blank);
/// assert_eq!(reply("Se bilag 3"), Reply::Reference);
/// assert_eq!(reply("12.3.2020: Se bilag 3"), Reply::Reference);
/// assert_eq!(reply("Jf. vedlagte attest af 12. marts 2020"), Reply::Reference);
/// assert_eq!(reply("Nej"), Reply::Nothing);
/// assert_eq!(reply("Nej, men hun vil gerne"), Reply::Answer);
/// ```
#[must_use]
pub fn reply(text: &str) -> Reply {
    worth(text).reply()
}

/// What `text` amounts to where the name of a document is asked for: the name is an answer, and only "see ..." and
/// "attached" are references (A36).
#[must_use]
pub fn reply_with_a_name(text: &str) -> Reply {
    worth(text).reply_with_a_name()
}

pub(crate) fn worth(text: &str) -> Worth {
    at_first_sight(text).unwrap_or_else(|| looked_at_closely(text))
}

fn looked_at_closely(text: &str) -> Worth {
    let plain = markup::removed(text);
    let words = said_once(trimmed(&plain));
    if !says_something(words) || is_in_brackets(&plain) || is_listed_with_signs(&plain) {
        Worth::Blank
    } else {
        let kinds = begins_as(words);
        let may_be = |kind: u8| kinds & kind != 0;
        if is_none(words, kinds) {
            Worth::Blank
        } else if let Some(reference) = marked_reference(words, kinds) {
            Worth::Refers(reference)
        } else if may_be(NO_REFERENCE) && is_listed(words, NOTHINGS) {
            Worth::Nothing
        } else if text.len() <= markup::ENOUGH && (labels::is_of_labels(&plain) || labels::is_of_empty_boxes(&plain)) {
            Worth::Blank
        } else {
            Worth::Answer
        }
    }
}

/// Whether `text` is no answer at all.
#[must_use]
pub fn is_blank(text: &str) -> bool {
    reply(text) == Reply::Blank
}

/// Whether a text is one of an authority's own placeholders, held against it as the lists of this module are.
#[cfg(feature = "profiles")]
pub(crate) fn is_own_placeholder(text: &str, placeholders: &[String]) -> bool {
    let plain = markup::removed(text);
    placeholders.iter().any(|placeholder| words::are_alike(&plain, placeholder))
}

/// Whether a text stands for nothing in the place of a code, of a yes or no, or of something larger: the lists hold, but
/// one letter may be meant (A35).
pub(crate) fn is_no_value(text: &str) -> bool {
    let plain = markup::removed(text);
    let words = trimmed(&plain);
    words.is_empty() || is_listed_with_signs(&plain) || is_none(words, begins_as(words))
}

/// Whether a text stands for nothing in the place of a number or a date, where only the placeholders do (A35).
pub(crate) fn is_placeholder_alone(text: &str) -> bool {
    let words = trimmed(text);
    words.is_empty() || is_placeholder(words)
}

/// What a text is at first sight, which is never wrong. Nearly all are answers: they begin as nothing else does, or they are long,
/// without markup and brackets, and no reference. A short reference is one as it stands.
fn at_first_sight(text: &str) -> Option<Worth> {
    /// More than any listed reply has.
    const LETTERS: u32 = 24;
    let bytes = text.as_bytes();
    let says_something = match bytes {
        // Æ, Ø and Å, which are two bytes, beside a letter of ASCII.
        [0xc3, letter, second, ..] if !IS_SMALL => is_danish(*letter) && second.is_ascii_alphabetic(),
        [first, 0xc3, letter, ..] if !IS_SMALL => first.is_ascii_alphabetic() && is_danish(*letter),
        [first, b' ', second, ..] | [first, second, ..] => {
            let are_both = first.is_ascii_alphabetic() && second.is_ascii_alphanumeric();
            are_both && !first.eq_ignore_ascii_case(second)
        }
        _ => false,
    };
    if !says_something || labels::may_begin(text) {
        return None;
    }
    let kinds = begins_as(text) & !WITHIN;
    // (Small before fast in a browser.)
    if IS_SMALL {
        return (kinds == 0).then_some(Worth::Answer);
    }
    // (Without a branch for each byte.)
    let is_odd = |byte: u8| u8::from(!(byte.is_ascii() | may_be_of_danish(byte)));
    let is_plain = || text.bytes().fold(0, |any, byte| any | is_odd(byte)) == 0;
    if kinds & NO_REFERENCE == 0 {
        // What is neither listed nor labelled is an answer unless it is a reference.
        let is_short = bytes.len() <= labels::HEAD;
        if kinds == 0 || is_plainly_none(text, labels::HEAD) {
            return Some(Worth::Answer);
        }
        if is_short && is_plain() {
            return Some(reference(text).map_or(Worth::Answer, Worth::Refers));
        }
    }
    // What nobody sees, and letters in two parts, are taken off a short text first; a longer one is no listed reply.
    if bytes.len() < LONGEST && !is_plain() {
        return None;
    }
    let head = bytes.get(..LONGEST).unwrap_or(bytes);
    let (mut letters, mut signs) = (0, 0);
    for byte in head {
        letters += u32::from(byte.is_ascii_alphabetic());
        signs += u32::from(matches!(byte, b'<' | b'&' | b'\\' | b'[' | b'{'));
    }
    let is_no_reference = || kinds & (DOCUMENT | BESIDE | OPENING) == 0 || reference(text).is_none();
    // (A reference that is said again is one as a whole.)
    let is_said_once = || kinds & NO_REFERENCE == 0 || said_once(text).len() == text.len();
    let is_filler = || {
        let word = next_word(&mut { text }).unwrap_or_default();
        FILLERS.iter().any(|filler| begins_alike(word, filler) && is_same(word, first_word(filler)))
    };
    let is_answer =
        signs == 0 && letters > LETTERS && !markup::is_in(text) && is_no_reference() && is_said_once() && !is_filler();
    is_answer.then_some(Worth::Answer)
}

#[cfg(test)]
mod tests {
    use super::reference::pointing;
    use super::*;
    use crate::letters::spelt;

    #[test]
    fn lists_begin_with_a_letter_or_sign_of_ascii() {
        let lists =
            [PLACEHOLDERS, LEFTOVERS, SIGNS, NOTHINGS, LATER, OPENINGS, BESIDES, DOCUMENTS, BETWEEN, LATER_BESIDE];
        for listed in lists.concat() {
            assert!(listed.starts_with(|first: char| first.is_ascii()), "{listed}");
        }
        // As long as »at first sight« looks.
        for listed in [PLACEHOLDERS, LEFTOVERS, NOTHINGS].concat() {
            assert!(listed.chars().filter(|letter| letter.is_alphanumeric()).count() <= 24, "{listed}");
        }
    }

    #[test]
    fn what_is_known_at_first_sight_is_so() {
        let lists: [&[&str]; 8] =
            [PLACEHOLDERS, LEFTOVERS, NOTHINGS, FILLERS, OPENINGS, BESIDES, DOCUMENTS, &["LÆ 285", "n/a"]];
        let letters = || ('a'..='z').chain("æøåé× 1.".chars());
        let long = "a".repeat(70);
        let pairs = letters().flat_map(|first| letters().map(move |second| format!("{first}{second}")));
        let listed = lists.concat().into_iter().flat_map(|text| [text.to_owned(), spelt(text).collect()]);
        for begin in pairs.chain(listed).flat_map(|text| [text.to_uppercase(), text]) {
            for end in [
                "",
                "x",
                "\u{30a}",
                ".",
                " ingen",
                " bilag 3",
                "<b>&nbsp;</b>",
                "} [x]",
                "er en del af det hele, som vi kender det, og af alt det andet med",
                " å aa, å aa",
                "ene og attesterne og journalnotaterne a\u{30a}",
                "ene og attesterne og journalnotaterne 285\u{200b}se",
                &long,
            ] {
                let text = format!("{begin}{end}");
                assert_eq!(worth(&text), looked_at_closely(&text), "{text:?}");
                assert!(!is_no_value(&text) || reply(&text) == Reply::Blank, "{text:?}");
            }
        }
    }

    #[test]
    fn every_word_that_begins_a_reference_is_known_by_its_start() {
        let openings = OPENINGS.iter().map(|opening| opening.split(' ').next().unwrap_or_default());
        for word in openings.chain(BESIDES.iter().copied()).chain(DOCUMENTS.iter().copied()).chain(["LÆ"]) {
            let spelt: String = spelt(word).collect();
            for word in [word, &word.to_uppercase(), &spelt] {
                assert!(pointing(word, begins_as(word)).is_some(), "{word}");
            }
        }
        let parts = OPENINGS.iter().flat_map(|opening| opening.split(' ')).filter(|part| !BETWEEN.contains(part));
        assert!(parts.into_iter().all(|part| begins_as(part) & OPENING != 0));
        for word in ["borgeren", "se2", "afsnit", "marts", "læge", "sagt", "referere", "x", "", "ø"] {
            assert!(pointing(word, begins_as(word)).is_none(), "{word}");
        }
    }
}
