//! What a text may be by how it begins, in tables that the compiler makes of the lists.

use super::lists::{
    BESIDES, BETWEEN, DOCUMENTS, FILLERS, LEFTOVERS, MONTHS, NOTHINGS, OPENINGS, PLACEHOLDERS, SECTIONS,
};
use super::words::IS_SMALL;

/// How many letters of a beginning are looked at.
pub(super) const LETTERS: usize = 4;

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
pub(super) fn begins_as(text: &str) -> u8 {
    if !IS_SMALL && SECONDS.leave_out(text) {
        return 0;
    }
    let letters = if IS_SMALL { beginning(text) } else { plain_beginning(text).or_else(|| beginning(text)) };
    let Some(letters) = letters else { return ANY };
    let Some(listed) = BEGINNINGS.get(letter_place(letters[0])) else { return ANY };
    let letters = u32::from_le_bytes(letters);
    let listed = listed.iter().take_while(|(listed, ..)| *listed != NO_LETTERS);
    listed
        .filter(|(listed, left_out, _)| (letters ^ listed) << left_out == 0)
        .fold(0, |kinds, (_, _, kind)| kinds | kind)
}

/// The same as [`beginning`], of four bytes at once where all are of ASCII; `None` where they are not, or where there are fewer.
#[inline]
fn plain_beginning(text: &str) -> Option<[u8; LETTERS]> {
    const HIGHEST: u32 = each(0x80);
    let bytes = *text.as_bytes().first_chunk()?;
    let as_number = u32::from_le_bytes(bytes);
    let small = as_number | each(0x20);
    // Added to so much, a byte from `a` on has its highest bit, and so has one behind `z`.
    let is_letter = small.wrapping_add(each(0x80 - b'a')) & !small.wrapping_add(each(0x7f - b'z'));
    let count = (!is_letter & HIGHEST).trailing_zeros() / u8::BITS;
    let is_plain = as_number & HIGHEST == 0 && bytes.get(count as usize) != Some(&b'&');
    let beyond = u32::MAX.checked_shl(count * u8::BITS).unwrap_or(0);
    is_plain.then(|| (small & !beyond).to_le_bytes())
}

/// The same byte in each place.
const fn each(byte: u8) -> u32 {
    u32::from_le_bytes([byte; LETTERS])
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
pub(super) const DOCUMENT: u8 = 1;
pub(super) const BESIDE: u8 = 2;
pub(super) const OPENING: u8 = 4;
pub(super) const NO_REFERENCE: u8 = 8;
pub(super) const WITHIN: u8 = 16;
const ANY: u8 = u8::MAX;

/// Whether what stands within a reference is listed too. Small before fast in a browser.
pub(super) const KNOWS_WITHIN: bool = cfg!(not(target_arch = "wasm32"));

/// As many beginnings as there are of one letter.
const MOST: usize = if KNOWS_WITHIN { 14 } else { 10 };

/// Where no more is listed.
const NO_LETTERS: u32 = u32::MAX;

/// The beginnings of all that is listed, by their first letter, with what begins so; and with the bits of the last letters
/// that are not looked at, since the names of documents have endings, which are letters too.
static BEGINNINGS: [[(u32, u8, u8); MOST]; 26] = {
    /// As many letters as there are, the first three, or as many as the listed word has.
    const ALL: u8 = 0;
    const THREE: u8 = 8;
    const OWN: u8 = u8::MAX;
    let lists: [(&[&str], u8, u8); 11] = [
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
    let mut beginnings = [[(NO_LETTERS, 0, 0); MOST]; 26];
    let mut lists = lists.as_slice();
    // Made by the compiler, so that a letter with more of them than there is room for does not compile.
    #[allow(clippy::indexing_slicing)]
    while let [(list, kind, left_out), others @ ..] = lists {
        let mut list = *list;
        while let [listed, others @ ..] = list {
            let Some(letters) = beginning(listed) else { panic!("words are written in the letters of Danish") };
            let all = u32::from_le_bytes(letters);
            let left_out = if *left_out == OWN { all.leading_zeros() as u8 / 8 * 8 } else { *left_out };
            let of_letter = &mut beginnings[letter_place(letters[0])];
            let mut place = 0;
            while of_letter[place].0 != NO_LETTERS && (of_letter[place].0 != all || of_letter[place].1 != left_out) {
                place += 1;
            }
            of_letter[place] = (all, left_out, of_letter[place].2 | *kind);
            list = others;
        }
        lists = others;
    }
    beginnings
};

/// For each first letter of what is listed the second ones, a bit for each letter.
pub(super) struct Seconds([u32; 26]);

impl Seconds {
    /// Those of a list. Run by the compiler, as what makes the table above: a word that it cannot read does not compile.
    #[allow(clippy::panic, clippy::indexing_slicing)]
    pub(super) const fn of(list: &[&str]) -> Self {
        let (mut seconds, mut list) = ([0; 26], list);
        while let [listed, others @ ..] = list {
            let Some([first, second, ..]) = beginning(listed) else {
                panic!("words are written in the letters of Danish")
            };
            if let Some(second) = bit_of(second) {
                seconds[letter_place(first)] |= second;
            }
            list = others;
        }
        Self(seconds)
    }

    /// Whether a text is none of what is listed, as two letters tell of nearly all words of the language. Never wrong when it says yes.
    #[inline]
    pub(super) fn leave_out(&self, text: &str) -> bool {
        let [first, second, ..] = text.as_bytes() else { return false };
        let of_first = self.0.get(letter_place(*first));
        of_first.zip(bit_of(*second)).is_some_and(|(seconds, second)| seconds & second == 0)
    }
}

/// Those of the table; all of them where the first letter is all there is.
static SECONDS: Seconds = {
    let (mut seconds, mut first) = ([0; 26], 0);
    // Made by the compiler, as the table that it goes by.
    #[allow(clippy::indexing_slicing)]
    while first < BEGINNINGS.len() {
        let mut place = 0;
        while place < BEGINNINGS[first].len() && BEGINNINGS[first][place].0 != NO_LETTERS {
            let (letters, left_out, _) = BEGINNINGS[first][place];
            seconds[first] |= match bit_of(letters.to_le_bytes()[1]) {
                Some(second) => second,
                // No letter is looked at, or no letter may follow.
                None if left_out > 16 => u32::MAX,
                None => 0,
            };
            place += 1;
        }
        first += 1;
    }
    Seconds(seconds)
};

#[cfg(test)]
mod tests {
    use super::{beginning, plain_beginning};

    #[test]
    fn four_bytes_at_once_are_the_same_beginning() {
        let signs =
            ["a", "Z", "m", "@", "[", "`", "{", "&", " ", "1", ".", "\0", "\u{7f}", "æ", "Ø", "å", "é", "½", "×"];
        let mut met = 0;
        for first in signs {
            for second in signs {
                for third in signs {
                    for fourth in signs {
                        let text = format!("{first}{second}{third}{fourth}");
                        if let Some(letters) = plain_beginning(&text) {
                            assert_eq!(Some(letters), beginning(&text), "{text:?}");
                            met += 1;
                        }
                    }
                }
            }
        }
        assert!(met > 10_000, "{met}");
        assert_eq!(plain_beginning("se"), None);
    }
}
