//! What a text amounts to as a reply (A8, A35 and A36).
//!
//! The lists are data, and they are exhaustive: a text is matched as a whole, without its markup and without regard to
//! case, to blanks, to punctuation around it, or to how `æ`, `ø` and `å` are written. Anything else is an answer, and
//! whether it is a good one is for a person to judge.

use crate::letters::{self, spelt};
use crate::markup;

/// Placeholders: a field of any kind is empty (A8).
pub const PLACEHOLDERS: &[&str] = &["ikke oplyst", "udfyldes senere", "kommer", "xx", "tbd", "n/a"];

/// Words of machines, and words for what is not there yet: a text, a code or a yes or no is empty (A35).
pub const LEFTOVERS: &[&str] = &[
    "nan",
    "nat",
    "null",
    "none",
    "nil",
    "undefined",
    "todo",
    "tba",
    "test",
    "asdf",
    "qwerty",
    "lorem ipsum",
    "udfyldes",
    "ikke udfyldt",
    "ikke angivet",
    "n.a",
    "mangler",
    "afventer",
    "uoplyst",
    "vedhæftes senere",
    "eftersendes",
    "følger",
    "skal udfyldes",
    "kommer senere",
    "følger senere",
    "afventes",
    "ej oplyst",
    "ej udfyldt",
    "ikke besvaret",
];

/// The same for what programs write with signs around it, which belong to the word. Besides, a word between `#` and `!` or
/// `?` is an error of a spreadsheet in whatever language: »#VÆRDI!«, »#NAME?«, »#DIV/0!«.
pub const SIGNS: &[&str] = &["<na>", "\\N", "(null)", "[object Object]", "#N/A", "#I/T"];

/// How a text begins that is no text, whatever follows: what a form or a template shows where nothing is written yet.
pub const FILLERS: &[&str] = &[
    "lorem ipsum",
    "klik her for at",
    "klik eller tryk her for at",
    "klik eller tryk for at",
    "vælg et element",
    "click here to enter",
    "click or tap here to enter",
    "click or tap to enter",
    "choose an item",
];

/// References: how one may begin (A36).
pub const OPENINGS: &[&str] = &[
    "se",
    "er",
    "jf",
    "jfr",
    "jvf",
    "jævnfør",
    "fremgår af",
    "henviser til",
    "henvises til",
    "der henvises til",
    "det fremgår af",
];

/// References: what lies beside the field, without the name of a document.
pub const BESIDES: &[&str] = &[
    "vedlagt",
    "vedlagte",
    "vedlægges",
    "vedhæftet",
    "vedhæftede",
    "vedhæftes",
    "ovenfor",
    "nedenfor",
    "ovenstående",
    "nedenstående",
];

/// References: the places in a document. Behind an opening they are as good as its name: »se punkt 3«.
pub const SECTIONS: &[&str] = &["side", "punkt", "pkt", "afsnit", "felt"];

/// References: the names of documents. Each may have one of the [`ENDINGS`].
pub const DOCUMENTS: &[&str] = &[
    "bilag",
    "journal",
    "akt",
    "sag",
    "attest",
    "lægeattest",
    "statusattest",
    "erklæring",
    "lægeerklæring",
    "speciallægeerklæring",
    "epikrise",
    "rapport",
    "referat",
    "notat",
    "journalnotat",
    "journaludtræk",
    "dokument",
    "fil",
    "cv",
];

/// References: the numbers of the medical certificates that are named »LÆ« and a number.
pub const CERTIFICATES: &[&str] = &["265", "285"];

/// The endings that bend the name of a document: »attesten«, »bilagene«, »journaludtrækket«.
pub const ENDINGS: &[&str] =
    &["", "s", "n", "ns", "r", "rne", "e", "en", "ens", "et", "ets", "er", "erne", "ernes", "ene", "ket", "kene"];

/// References: what may stand beside names and openings, besides numbers, dates and single letters.
pub const BETWEEN: &[&str] = &[
    "nr",
    "nummer",
    "næste",
    "forrige",
    "egen",
    "læge",
    "læges",
    "lægens",
    "af",
    "fra",
    "til",
    "den",
    "dateret",
    "pr",
    "som",
    "og",
    "samt",
    "også",
    "venligst",
    "for",
    "yderligere",
    "uddybning",
];

/// References: the months, which may be cut to three letters.
pub const MONTHS: &[&str] = &[
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// Replies that there is nothing to say: an answer where the requirement allows it.
pub const NOTHINGS: &[&str] = &["ingen", "intet", "nej", "ikke relevant", "ingen betydning", "ved ikke"];

/// An activity that is only promised: a person must judge whether it is concrete (§ 5, stk. 1, nr. 3).
pub const LATER: &[&str] = &["afklares senere"];

/// What a text amounts to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reply {
    /// Nothing: neither a digit nor two letters, one letter again and again, all of it in brackets, or a placeholder.
    Blank,
    /// A reference to another document or place and nothing else.
    Reference,
    /// "None", "nothing", "not relevant" and nothing else.
    Nothing,
    /// An answer.
    Answer,
}

/// No listed reply, however its words are spaced, is taken to be longer than this many bytes. References may be.
const LONGEST: usize = 64;

/// What `text` amounts to.
///
/// ```
/// use rehabplan::reply::{reply, Reply};
///
/// assert_eq!(reply("\u{a0}-"), Reply::Blank);
/// assert_eq!(reply("Ikke oplyst."), Reply::Blank);
/// assert_eq!(reply("<p>&nbsp;</p>"), Reply::Blank);
/// assert_eq!(reply("[indsæt tekst]"), Reply::Blank);
/// assert_eq!(reply("Se bilag 3"), Reply::Reference);
/// assert_eq!(reply("Jf. vedlagte attest af 12. marts 2020"), Reply::Reference);
/// assert_eq!(reply("Nej"), Reply::Nothing);
/// assert_eq!(reply("Nej, men hun vil gerne"), Reply::Answer);
/// ```
#[must_use]
pub fn reply(text: &str) -> Reply {
    if is_plainly_an_answer(text) {
        return Reply::Answer;
    }
    amounts_to(text, Reply::Reference)
}

/// What `text` amounts to where the name of a document is asked for: the name is an answer, and only "see ..." and
/// "attached" are references (A36).
#[must_use]
pub fn reply_with_a_name(text: &str) -> Reply {
    amounts_to(text, Reply::Answer)
}

fn amounts_to(text: &str, name_alone: Reply) -> Reply {
    let plain = markup::removed(text);
    let words = said_once(trimmed(&plain));
    if !says_something(words) || is_in_brackets(&plain) || is_listed_with_signs(&plain) {
        Reply::Blank
    } else {
        let kinds = begins_as(words);
        let may_be = |kind: u8| kinds & kind != 0;
        if is_none(words, kinds) {
            Reply::Blank
        } else if may_be(DOCUMENT | BESIDE | OPENING)
            && let Some(reference) = reference(words)
        {
            if reference == Reference::Name { name_alone } else { Reply::Reference }
        } else if may_be(NO_REFERENCE) && is_listed(words, NOTHINGS) {
            Reply::Nothing
        } else {
            Reply::Answer
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
    placeholders.iter().any(|placeholder| {
        let mut words = words(trimmed(&plain));
        self::words(trimmed(placeholder)).all(|own| words.next().is_some_and(|word| spelt(word).eq(spelt(own))))
            && words.next().is_none()
    })
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

/// Whether `text` only promises that an activity will be found.
pub(crate) fn is_later(text: &str) -> bool {
    let begins_otherwise = text.starts_with(|first: char| first.is_ascii_alphabetic())
        && !LATER.iter().any(|later| begins_alike(text, later));
    !begins_otherwise && is_listed(trimmed(&markup::removed(text)), LATER)
}

/// Whether a text is an answer at first sight, as nearly all are: it begins as nothing else does, or it is long, without
/// markup and brackets, and no reference. Never wrong when it says yes.
fn is_plainly_an_answer(text: &str) -> bool {
    /// More than any listed reply has.
    const LETTERS: u32 = 24;
    let bytes = text.as_bytes();
    let says_something = match bytes {
        // A digit begins no reply that a list holds.
        [b'0'..=b'9', ..] => return true,
        // Æ, Ø and Å, which are two bytes, beside a letter of ASCII.
        [0xc3, letter, second, ..] => is_danish(*letter) && second.is_ascii_alphabetic(),
        [first, 0xc3, letter, ..] => first.is_ascii_alphabetic() && is_danish(*letter),
        [first, b' ', second, ..] | [first, second, ..] => {
            let are_both = first.is_ascii_alphabetic() && second.is_ascii_alphanumeric();
            are_both && !first.eq_ignore_ascii_case(second)
        }
        _ => false,
    };
    if !says_something {
        return false;
    }
    let kinds = begins_as(text) & !WITHIN;
    if kinds == 0 {
        return true;
    }
    // What nobody sees, and letters in two parts, are taken off a short text first; a longer one is no listed reply.
    if bytes.len() < LONGEST && !text.bytes().all(|byte| byte.is_ascii() || may_be_of_danish(byte)) {
        return false;
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
    signs == 0 && letters > LETTERS && !markup::is_in(text) && is_no_reference() && is_said_once() && {
        let word = next_word(&mut { text }).unwrap_or_default();
        !FILLERS.iter().any(|filler| begins_alike(word, filler) && is_same(word, first_word(filler)))
    }
}

/// Whether a byte is the second one of Æ, Ø or Å.
fn is_danish(second: u8) -> bool {
    matches!(second, 0x86 | 0x98 | 0x85 | 0xa6 | 0xb8 | 0xa5)
}

/// How many letters of a beginning are looked at.
const LETTERS: usize = 4;

/// How a text begins: as many letters of its first word as are looked at, as they are spelt out, and zeros where it has no
/// more. `None` where there is a letter that a Danish word does not have, or one that is written as an entity. (By hand, because
/// the compiler makes tables of it.)
const fn beginning(text: &str) -> Option<[u8; LETTERS]> {
    let (mut letters, mut count) = ([0; LETTERS], 0);
    let mut rest = text.as_bytes();
    while count < LETTERS {
        let (first, second) = match rest {
            [letter, others @ ..] if letter.is_ascii() => {
                rest = others;
                if *letter == b'&' {
                    return None;
                }
                if !letter.is_ascii_alphabetic() {
                    break;
                }
                (letter.to_ascii_lowercase(), 0)
            }
            [0xc3, letter, others @ ..] => {
                rest = others;
                match letter {
                    0xa6 | 0x86 => (b'a', b'e'),
                    0xb8 | 0x98 => (b'o', b'e'),
                    0xa5 | 0x85 => (b'a', b'a'),
                    _ => return None,
                }
            }
            [] => break,
            _ => return None,
        };
        // Both places are below the length.
        #[allow(clippy::indexing_slicing)]
        {
            letters[count] = first;
            count += 1;
            if second != 0 && count < LETTERS {
                letters[count] = second;
                count += 1;
            }
        }
    }
    Some(letters)
}

/// What a text may be by its beginning: the kinds of what is listed that begin so.
#[cfg_attr(not(target_arch = "wasm32"), inline)]
#[cfg_attr(target_arch = "wasm32", inline(never))]
fn begins_as(text: &str) -> u8 {
    if !IS_SMALL
        && let [first, second, ..] = text.as_bytes()
        && let (Some(seconds), Some(second)) = (SECONDS.get(letter_place(*first)), bit_of(*second))
        && seconds & second == 0
    {
        // Nearly all words of the language are out by two letters.
        return 0;
    }
    let Some(letters) = beginning(text) else { return ANY };
    let Some(listed) = BEGINNINGS.get(letter_place(letters[0])) else { return ANY };
    let letters = u32::from_le_bytes(letters);
    let listed = listed.iter().take_while(|(listed, ..)| *listed != NO_LETTERS);
    listed.filter(|(listed, mask, _)| (letters ^ listed) & mask == 0).fold(0, |kinds, (_, _, kind)| kinds | kind)
}

/// The place of a letter of ASCII in the alphabet; a place that is not there for any other byte.
const fn letter_place(letter: u8) -> usize {
    (letter | 0x20).wrapping_sub(b'a') as usize
}

/// A bit for a letter of ASCII.
const fn bit_of(letter: u8) -> Option<u32> {
    if letter.is_ascii_alphabetic() { Some(1 << letter_place(letter)) } else { None }
}

/// Kinds of what is listed: the name of a document, what lies beside, an opening, all that is no reference, and what stands
/// within one without beginning it.
const DOCUMENT: u8 = 1;
const BESIDE: u8 = 2;
const OPENING: u8 = 4;
const NO_REFERENCE: u8 = 8;
const WITHIN: u8 = 16;
const ANY: u8 = u8::MAX;

/// Whether small goes before fast: in a browser's small build.
const IS_SMALL: bool = cfg!(all(target_arch = "wasm32", not(feature = "profiles")));

/// Whether what stands within a reference is listed too. Small before fast in a browser.
const KNOWS_WITHIN: bool = cfg!(not(target_arch = "wasm32"));

/// Where no more is listed.
const NO_LETTERS: u32 = u32::MAX;

/// The beginnings of all that is listed, by their first letter, with what begins so; and with a mask for the names of
/// documents, since their endings are letters too.
static BEGINNINGS: [[(u32, u32, u8); 13]; 26] = {
    /// As many letters as are looked at, the first three, or as many as the listed word has.
    const ALL: u32 = u32::MAX;
    const THREE: u32 = 0x00ff_ffff;
    const OWN: u32 = 0;
    let lists: [(&[&str], u8, u32); 11] = [
        (PLACEHOLDERS, NO_REFERENCE, ALL),
        (LEFTOVERS, NO_REFERENCE, ALL),
        (FILLERS, NO_REFERENCE, ALL),
        (NOTHINGS, NO_REFERENCE, ALL),
        (OPENINGS, OPENING, ALL),
        (BESIDES, BESIDE, ALL),
        (&["LÆ"], DOCUMENT, ALL),
        (DOCUMENTS, DOCUMENT, OWN),
        (if KNOWS_WITHIN { SECTIONS } else { &[] }, WITHIN, ALL),
        (if KNOWS_WITHIN { BETWEEN } else { &[] }, WITHIN, ALL),
        (if KNOWS_WITHIN { MONTHS } else { &[] }, WITHIN, THREE),
    ];
    let mut beginnings = [[(NO_LETTERS, NO_LETTERS, 0); 13]; 26];
    let mut lists = lists.as_slice();
    // Made by the compiler, so that a letter with more of them than there is room for does not compile.
    #[allow(clippy::indexing_slicing)]
    while let [(list, kind, mask), others @ ..] = lists {
        let mut list = *list;
        while let [listed, others @ ..] = list {
            let Some(letters) = beginning(listed) else { panic!("words are written in the letters of Danish") };
            let all = u32::from_le_bytes(letters);
            let mask = if *mask == OWN { u32::MAX >> (all.leading_zeros() / 8 * 8) } else { *mask };
            let of_letter = &mut beginnings[letter_place(letters[0])];
            let mut place = 0;
            while of_letter[place].0 != NO_LETTERS && (of_letter[place].0 != all || of_letter[place].1 != mask) {
                place += 1;
            }
            of_letter[place] = (all, mask, of_letter[place].2 | *kind);
            list = others;
        }
        lists = others;
    }
    beginnings
};

/// For each first letter of what is listed the second ones, a bit for each letter; all of them where the first is all there is.
static SECONDS: [u32; 26] = {
    let (mut seconds, mut first) = ([0; 26], 0);
    // Made by the compiler, as the table that it goes by.
    #[allow(clippy::indexing_slicing)]
    while first < BEGINNINGS.len() {
        let mut place = 0;
        while place < BEGINNINGS[first].len() && BEGINNINGS[first][place].0 != NO_LETTERS {
            let (letters, mask, _) = BEGINNINGS[first][place];
            seconds[first] |= match bit_of(letters.to_le_bytes()[1]) {
                Some(second) => second,
                // No letter is looked at, or no letter may follow.
                None if mask.to_le_bytes()[1] == 0 => u32::MAX,
                None => 0,
            };
            place += 1;
        }
        first += 1;
    }
    seconds
};

/// From the first letter or digit to the last.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| !letters::is_letter(character))
}

/// Whether a text holds a digit, or two letters that are not the same one.
fn says_something(text: &str) -> bool {
    let mut letters = text.chars().filter(|character| letters::is_letter(*character)).map(letters::lower);
    let Some(first) = letters.next() else { return false };
    first.is_ascii_digit() || letters.any(|other| other != first)
}

/// What is said again and again is said once, whatever stands between: »mangler mangler«, »nan,nan«, »ikke oplyst. Ikke
/// oplyst.«
fn said_once(text: &str) -> &str {
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
fn next_word<'t>(rest: &mut &'t str) -> Option<&'t str> {
    if IS_SMALL {
        return next_word_of_any_letters(rest);
    }
    let bytes = rest.as_bytes();
    let from = bytes.iter().position(|byte| !byte.is_ascii() || byte.is_ascii_alphanumeric())?;
    let mut to = from;
    loop {
        match bytes.get(to..)? {
            [letter, ..] if letter.is_ascii_alphanumeric() => to += 1,
            [0xc3, letter, ..] if is_danish(*letter) => to += 2,
            [byte, ..] if !byte.is_ascii() => return next_word_of_any_letters(rest),
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

fn first_word(text: &str) -> &str {
    words(text).next().unwrap_or_default()
}

/// Whether all that a text says stands in brackets: »[indsæt tekst]«, »{{felt}}«.
fn is_in_brackets(text: &str) -> bool {
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

/// Whether words that begin as some kinds do are a placeholder or a leftover.
fn is_none(words: &str, kinds: u8) -> bool {
    kinds & NO_REFERENCE != 0 && (is_placeholder(words) || is_leftover(words))
}

fn is_placeholder(words: &str) -> bool {
    is_listed(words, PLACEHOLDERS)
}

fn is_leftover(words: &str) -> bool {
    let begins = |filler: &str| {
        let mut words = self::words(words);
        filler.split(' ').all(|filler| words.next().is_some_and(|word| is_same(trimmed(word), filler)))
    };
    is_listed(words, LEFTOVERS) || FILLERS.iter().any(|filler| begins_alike(words, filler) && begins(filler))
}

fn is_listed_with_signs(text: &str) -> bool {
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
fn is_listed(text: &str, list: &[&str]) -> bool {
    text.len() <= LONGEST
        && list.iter().any(|listed| {
            begins_alike(text, listed) && {
                let mut words = words(text);
                listed.split(' ').all(|listed| words.next().is_some_and(|word| is_same(word, listed)))
                    && words.next().is_none()
            }
        })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(letters::is_blank).filter(|word| !word.is_empty())
}

fn is_same(word: &str, listed: &str) -> bool {
    begins_alike(word, listed) && spelt(word).eq(spelt(listed))
}

/// Nearly every text differs from all of a list in its first letter or sign, which is one of ASCII in all lists.
#[inline]
fn begins_alike(text: &str, listed: &str) -> bool {
    match (text.as_bytes(), listed.as_bytes()) {
        ([first, ..], [listed, ..]) => first.eq_ignore_ascii_case(listed),
        (text, listed) => text.is_empty() && listed.is_empty(),
    }
}

/// What a reference points with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Reference {
    /// The name of a document comes first: it may be the answer to which document it is.
    Name,
    /// "See", "attached".
    Pointer,
}

/// Whether a text is a reference and nothing else: perhaps an opening, then names of documents or »vedlagt«, with numbers
/// and dates (A36).
fn reference(text: &str) -> Option<Reference> {
    /// What is a reference so far will be none that anybody can read.
    const ENOUGH: usize = 500;
    let (mut kind, mut points, mut rest) = (None, false, text);
    for _ in 0..ENOUGH {
        let Some(word) = next_word(&mut rest) else { break };
        let kinds = begins_as(word);
        // Nearly all words of the language are out by how they begin.
        if KNOWS_WITHIN && kinds & !NO_REFERENCE == 0 && is_of_letters(word) {
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

/// Whether a word has several letters, all of them such as Danish words have, and nothing else.
fn is_of_letters(word: &str) -> bool {
    word.len() > 2 && word.bytes().all(|byte| byte.is_ascii_alphabetic() || may_be_of_danish(byte))
}

/// Whether a byte past ASCII can be of a letter as Danish words have it: Latin-1's second half is 0xc3 and one of the others.
fn may_be_of_danish(byte: u8) -> bool {
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

/// What a word of a reference does that is not only between others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pointing {
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
fn pointing(word: &str, kinds: u8) -> Option<Pointing> {
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
        || CERTIFICATES.iter().any(|number| after(word, "LÆ") == Some(number))
}

/// What a word has more than its beginning.
fn after<'w>(word: &'w str, beginning: &str) -> Option<&'w str> {
    if !begins_alike(word, beginning) {
        return None;
    }
    let mut letters = spelt(word);
    if spelt(beginning).all(|letter| letters.next() == Some(letter)) { letters.rest() } else { None }
}

fn is_between(word: &str) -> bool {
    word.contains(|letter: char| letter.is_ascii_digit())
        || word.chars().nth(1).is_none()
        || is_one_of(word, BETWEEN)
        || MONTHS.iter().any(|month| is_same(word, month) || month.get(..3).is_some_and(|cut| is_same(word, cut)))
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.iter().any(|listed| is_same(word, listed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_begin_with_a_letter_or_sign_of_ascii() {
        let lists = [PLACEHOLDERS, LEFTOVERS, SIGNS, NOTHINGS, LATER, OPENINGS, BESIDES, DOCUMENTS, BETWEEN];
        for listed in lists.concat() {
            assert!(listed.starts_with(|first: char| first.is_ascii()), "{listed}");
        }
        // As long as »at first sight« looks.
        for listed in [PLACEHOLDERS, LEFTOVERS, NOTHINGS, LATER].concat() {
            assert!(listed.chars().filter(|letter| letter.is_alphanumeric()).count() <= 24, "{listed}");
        }
    }

    #[test]
    fn what_is_an_answer_at_first_sight_is_one() {
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
                assert_eq!(reply(&text), amounts_to(&text, Reply::Reference), "{text:?}");
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
