//! Where sentences begin and end.

use std::ops::Range;

use crate::gate::{self, Blocks};

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 16] =
    ["bgr", "dr", "hr", "fr", "nr", "ca", "kl", "pt", "stk", "afd", "overl", "spl", "evt", "vedr", "iflg", "jf"];

/// The sentences of a text, each with what the beginnings of its words weigh.
pub(crate) struct Sentences<'t> {
    text: &'t str,
    /// Where the sentence begins.
    from: usize,
    blocks: Blocks<'t>,
}

impl<'t> Sentences<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Self { text, from: 0, blocks: Blocks::new(text.as_bytes()) }
    }

    /// Whether a sentence ends with the mark at a place.
    fn ends_at(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let mark = bytes.get(at).copied().unwrap_or(0);
        if mark == b'\n' {
            return true;
        }
        let rest = bytes.get(at + 1..).unwrap_or(&[]);
        let rest = match rest {
            // "… pension.« Det"
            [b'"' | b')', rest @ ..] | [0xc2, 0xab, rest @ ..] | [0xe2, 0x80, 0x9d, rest @ ..] => rest,
            rest => rest,
        };
        let is_blank = matches!(rest, [] | [b' ' | b'\n' | b'\r' | b'\t', ..] | [0xc2, 0xa0, ..]);
        if !is_blank {
            return false;
        }
        let rest = rest.trim_ascii_start();
        // A capital, in Danish letters too; or a mark, as before somebody's words.
        let begins =
            matches!(rest, [] | [b'A'..=b'Z' | b'"' | b'-', ..] | [0xc2, ..] | [0xe2, ..] | [0xc3, 0x80..=0x9e, ..]);
        begins && (mark != b'.' || !self.is_abbreviated(at))
    }

    fn is_abbreviated(&self, at: usize) -> bool {
        let before = self.text.as_bytes().get(self.from..at).unwrap_or(&[]);
        let letters = before.iter().rev().take_while(|byte| byte.is_ascii_alphabetic()).count();
        let word = before.get(before.len() - letters..).unwrap_or(&[]);
        ABBREVIATIONS.iter().any(|known| word.eq_ignore_ascii_case(known.as_bytes()))
    }
}

impl Iterator for Sentences<'_> {
    type Item = (Range<usize>, i32);

    fn next(&mut self) -> Option<Self::Item> {
        let (from, mut sum) = (self.from, 0);
        loop {
            // The words before the next mark, or all that are left of the block.
            let ends = &mut self.blocks.ends;
            let end = *ends & ends.wrapping_neg();
            *ends &= !end;
            self.blocks.words_before(end, |slot| sum += gate::weight(slot));
            let is_last = end == 0 && !self.blocks.advance();
            let mark = self.blocks.at + end.trailing_zeros() as usize;
            if is_last {
                self.from = self.text.len();
                return (from < self.from).then_some((from..self.from, sum));
            }
            if end != 0 && self.ends_at(mark) {
                self.from = mark + 1;
                return Some((from..self.from, sum));
            }
        }
    }
}
