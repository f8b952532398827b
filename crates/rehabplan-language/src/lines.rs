//! Lines that end in another way than with a line feed, or in the middle of a word, as those of documents may do, and blanks
//! of other kinds.

use std::ops::Range;

/// A text with a line feed at the end of each line, its words in one piece, and a blank between them.
pub(crate) struct Lines {
    pub(crate) text: String,
    /// Where each of its bytes stands in the text that it is of, and where that ends.
    places: Vec<usize>,
}

impl Lines {
    #[cold]
    pub(crate) fn of(text: &str) -> Self {
        let (mut bytes, mut places) = (Vec::with_capacity(text.len()), Vec::with_capacity(text.len()));
        let mut rest = text.as_bytes();
        while let [first, after @ ..] = rest {
            // Å may be written as an A with its ring behind it.
            if let [first @ (b'a' | b'A'), 0xcc, 0x8a, behind @ ..] = rest {
                bytes.extend([0xc3, if *first == b'a' { 0xa5 } else { 0x85 }]);
                places.extend([text.len() - rest.len(); 2]);
                rest = behind;
                continue;
            }
            if let Some(behind) = unseen(rest).and_then(|size| rest.get(size..)) {
                rest = behind;
                continue;
            }
            let (byte, behind) = match rest {
                [b'\r', b'\n', ..] => (b' ', after),
                [0x0b..=b'\r', behind @ ..] | [0xc2, 0x85, behind @ ..] | [0xe2, 0x80, 0xa8 | 0xa9, behind @ ..] => {
                    (b'\n', behind)
                }
                // "Praktik-⏎og kursus" are two.
                [b'o', b'g', b' ', ..] | [b'e', b'l', b'l', b'e', b'r', b' ', ..] => (*first, after),
                [b'a'..=b'z', ..] | [0xc3, 0xa5 | 0xa6 | 0xb8, ..] => {
                    let end = first_part(&bytes);
                    bytes.truncate(end);
                    places.truncate(end);
                    (*first, after)
                }
                _ => odd_blank(rest).and_then(|size| rest.get(size..)).map_or((*first, after), |behind| (b' ', behind)),
            };
            bytes.push(byte);
            places.push(text.len() - rest.len());
            rest = behind;
        }
        places.push(text.len());
        Self { text: String::from_utf8(bytes).unwrap_or_default(), places }
    }

    /// Where a place stands in the text that it is of; nothing where there is nothing.
    pub(crate) fn place(&self, place: Range<usize>) -> Range<usize> {
        let at = |place: usize| self.places.get(place).copied().unwrap_or_default();
        if place.is_empty() { place } else { at(place.start)..at(place.end) }
    }
}

/// As many bytes as a blank takes that is not of ASCII: one that no line breaks at, thin ones and wide ones.
pub(crate) fn odd_blank(text: &[u8]) -> Option<usize> {
    match text {
        [0xc2, 0xa0, ..] => Some(2),
        [0xe1, 0x9a, 0x80, ..]
        | [0xe2, 0x80, 0x80..=0x8a | 0xaf, ..]
        | [0xe2, 0x81, 0x9f, ..]
        | [0xe3, 0x80, 0x80, ..] => Some(3),
        _ => None,
    }
}

/// As many bytes as a sign takes that nobody sees in a word: a soft hyphen, unless the line ends there, and blanks without a width.
pub(crate) fn unseen(text: &[u8]) -> Option<usize> {
    match text {
        [0xc2, 0xad, rest @ ..] => {
            let ends =
                matches!(rest, [] | [b'\n' | b'\r', ..] | [b' ', b'\n' | b'\r', ..] | [0xe2, 0x80, 0xa8 | 0xa9, ..]);
            (!ends).then_some(2)
        }
        [0xe2, 0x80, 0x8b..=0x8d, ..] | [0xe2, 0x81, 0xa0, ..] => Some(3),
        _ => None,
    }
}

/// Where the first part of a word ends that the line's end behind it divides, or all of it: "anbe-⏎".
fn first_part(bytes: &[u8]) -> usize {
    let line = bytes.trim_ascii_end();
    let breaks = bytes.iter().skip(line.len()).filter(|blank| **blank == b'\n').count();
    match line {
        [first @ .., b'-'] | [first @ .., 0xc2, 0xad] | [first @ .., 0xe2, 0x80, 0x90]
            if breaks == 1 && matches!(first, [.., b'a'..=b'z' | b'A'..=b'Z' | 0x80..]) =>
        {
            first.len()
        }
        _ => bytes.len(),
    }
}
