//! Where sentences begin and end.

use std::ops::Range;

use crate::gate::{self, BLOCK, Block};
use crate::model::WEIGHTS;

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 16] =
    ["bgr", "dr", "hr", "fr", "nr", "ca", "kl", "pt", "stk", "afd", "overl", "spl", "evt", "vedr", "iflg", "jf"];

/// The sentences of a text, each with whether it may recommend anything, as far as the beginnings of its words tell.
pub(crate) struct Sentences<'t> {
    text: &'t str,
    /// Where the sentence begins.
    from: usize,
    /// Where the block begins.
    at: usize,
    block: Block,
    after_letter: u64,
}

impl<'t> Sentences<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        let mut after_letter = 0;
        let block = gate::block(text.as_bytes(), 0, &mut after_letter);
        Self { text, from: 0, at: 0, block, after_letter }
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
    type Item = (Range<usize>, bool);

    fn next(&mut self) -> Option<Self::Item> {
        let (from, mut sum) = (self.from, 0);
        let passes = |sum: i32| sum >= i32::from(WEIGHTS.gate_threshold);
        loop {
            // The words before the next mark, or all that are left of the block.
            let end = self.block.ends & self.block.ends.wrapping_neg();
            let before = self.block.starts & end.wrapping_sub(1);
            self.block.starts &= !before;
            sum += gate::sum(self.text.as_bytes(), self.at, before);
            if end != 0 {
                self.block.ends &= !end;
                let at = self.at + end.trailing_zeros() as usize;
                if self.ends_at(at) {
                    self.from = at + 1;
                    return Some((from..self.from, passes(sum)));
                }
                continue;
            }
            self.at += BLOCK;
            if self.at >= self.text.len() {
                self.from = self.text.len();
                return (from < self.text.len()).then_some((from..self.text.len(), passes(sum)));
            }
            self.block = gate::block(self.text.as_bytes(), self.at, &mut self.after_letter);
        }
    }
}
