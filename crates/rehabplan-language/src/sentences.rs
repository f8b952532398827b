//! Where sentences begin and end.

use std::ops::Range;

use arrayvec::ArrayVec;

use crate::forms::{asks_for_advice, is_answered, is_heading};
use crate::gate::{self, Blocks};
use crate::lines::{odd_blank, unseen};

/// Words after which a full stop ends no sentence.
const ABBREVIATIONS: [&str; 45] = [
    "bgr", "dr", "hr", "fr", "nr", "ca", "kl", "pt", "stk", "afd", "overl", "spl", "evt", "vedr", "iflg", "jf",
    "sagsb", "anbef", "anb", "indst", "inst", "foresl", "forsl", "fores", "mhp", "ift", "ifm", "pga", "anbf", "ds",
    "beh", "komm", "borg", "konkl", "vurd", "fleksj", "medarb", "rehab", "indstl", "soc", "psyk", "koord", "sb", "sbh",
    "tidl",
];
/// Each at the place of its hash, so that a word is held against one of them.
static PACKED: [u64; PLACES] = packed(ABBREVIATIONS);
const PLACES: usize = 128;
/// No word is packed so.
const NONE: u64 = u64::MAX;

/// The longest of them.
const LONGEST: usize = 6;

/// Whether a text ends in a word after which a full stop ends no sentence.
fn is_abbreviated(text: &[u8]) -> bool {
    let letters = text.iter().rev().take(LONGEST + 1).take_while(|byte| byte.is_ascii_alphabetic()).count();
    letters <= LONGEST && is_packed(pack(text.get(text.len() - letters..).unwrap_or(&[])))
}

/// The same of a word in small letters that the first of some bytes are.
pub(crate) fn is_abbreviation_in(bytes: [u8; 8], length: usize) -> bool {
    (1..=LONGEST).contains(&length) && is_packed(u64::from_be_bytes(bytes) >> (u64::BITS as usize - 8 * length))
}

fn is_packed(packed: u64) -> bool {
    PACKED.get(place(packed)) == Some(&packed)
}

/// From so many bytes on, a line may be one that is broken for want of room, whoever writes.
const FULL: usize = 40;

/// Words that no line is finished with.
const JOINING: [&[u8]; 9] = [b"at", b"og", b"som", b"til", b"af", b"for", b"med", b"en", b"et"];

/// As many blanks may stand before a sentence in small letters; as many blank lines between a label and what stands under it, with
/// the end of the label.
const BLANKS: usize = 64;

/// So soon the first cell of a row ends, in bytes.
const ROW: usize = 64;

/// A word of up to eight small letters in one number, so that a list of them is searched without looking at letters.
const fn pack(letters: &[u8]) -> u64 {
    let (mut number, mut rest) = (0, letters);
    while let [letter, after @ ..] = rest {
        number = number << 8 | letter.to_ascii_lowercase() as u64;
        rest = after;
    }
    number
}

const fn place(packed: u64) -> usize {
    (packed.wrapping_mul(FACTOR) >> (u64::BITS - PLACES.ilog2())) as usize
}

/// No two abbreviations come to the same place with it.
const FACTOR: u64 = 0xf472_2d95_c7c9_5f81;

#[allow(clippy::indexing_slicing)]
const fn packed<const N: usize>(words: [&str; N]) -> [u64; PLACES] {
    let (mut places, mut at) = ([NONE; PLACES], 0);
    while at < N {
        let word = pack(words[at].as_bytes());
        assert!(places[place(word)] == NONE, "two abbreviations come to one place: another factor is needed");
        places[place(word)] = word;
        at += 1;
    }
    places
}

fn begins_small(text: &[u8]) -> bool {
    matches!(text, [b'a'..=b'z', ..] | [0xc3, 0xa6 | 0xb8 | 0xa5, ..])
}

/// A line without the marks at its end that make it bold.
fn without_marks(mut line: &[u8]) -> &[u8] {
    while let [rest @ .., b'*' | b'_'] = line {
        line = rest;
    }
    line
}

/// The sentences of a text, each with what the beginnings of its words weigh.
pub(crate) struct Sentences<'t> {
    text: &'t str,
    /// Where the sentence begins.
    from: usize,
    blocks: Blocks<'t>,
    /// What the words weigh up to each mark that may end a sentence, and up to the end of the text. That is weighed first: of most texts
    /// it shows that no sentence matters, wherever it ends.
    stretches: ArrayVec<(usize, i64), STRETCHES>,
    /// So many of them are of sentences that have been given.
    given: usize,
    /// A line has been met that may end in another way than with a line feed, or in the middle of a word, or a blank as few write.
    pub(crate) is_odd: bool,
}

/// So many stretches are weighed at a time.
const STRETCHES: usize = 24;

impl<'t> Sentences<'t> {
    // Inlined, so that it is made where it stands and not moved there.
    #[inline(always)]
    pub(crate) fn new(text: &'t str) -> Self {
        let blocks = Blocks::new(text.as_bytes());
        Self { text, from: 0, blocks, stretches: ArrayVec::new_const(), given: 0, is_odd: false }
    }

    /// Weighs the stretches that come next.
    fn weigh(&mut self) {
        self.stretches.clear();
        self.given = 0;
        let (text, mut sum) = (self.text.as_bytes(), 0);
        while !self.stretches.is_full() {
            // The words before the next mark, or all that are left of the block.
            let ends = &mut self.blocks.ends;
            let end = *ends & ends.wrapping_neg();
            *ends &= !end;
            self.blocks.words_before(end, |hash, at| sum = gate::plus(sum, hash, text, at));
            if end != 0 {
                self.stretches.push((self.blocks.at + end.trailing_zeros() as usize, sum));
                sum = 0;
            } else if !self.blocks.advance() {
                self.stretches.push((text.len(), sum));
                break;
            }
        }
    }

    /// Whether a sentence may be one of those whose beginnings are enough, before any has been given. A sentence is some stretches, one
    /// after the other, so where none of them add up to that, nobody need know where it ends. Of a text that has not been weighed to its end, or in
    /// which a line may end in another way, nothing is known.
    pub(crate) fn may_be_one(&mut self, is_enough: impl Fn(i64) -> bool) -> bool {
        self.weigh();
        let is_weighed = self.stretches.last().is_some_and(|(end, _)| *end == self.text.len());
        let mut sum = 0_i64;
        !is_weighed
            || self.stretches.iter().any(|(end, weight)| {
                sum = sum.max(0).saturating_add(*weight);
                is_enough(sum) || self.is_odd_at(*end)
            })
    }

    /// Whether a sentence ends with the mark at a place.
    fn ends_at(&mut self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let mark = bytes.get(at).copied().unwrap_or(0);
        let before = bytes.get(self.from..at).unwrap_or(&[]);
        match mark {
            // The text does.
            b'.' | b'!' | b'?' if at + 1 + self.closing(at) == bytes.len() => return false,
            b'?' if asks_for_advice(before) || self.is_answered(at) => return false,
            b'.' | b'!' | b'?' => {}
            _ => {
                self.is_odd |= self.is_odd_at(at);
                return mark == b'\n' && self.ends_line(at);
            }
        }
        let rest = bytes.get(at + 1..).unwrap_or(&[]);
        let rest = match rest {
            // "… pension.« Det"
            [b'"' | b')', rest @ ..] | [0xc2, 0xab, rest @ ..] | [0xe2, 0x80, 0x9c | 0x9d, rest @ ..] => rest,
            rest => rest,
        };
        let is_blank = matches!(rest, [] | [b' ' | b'\n' | b'\r' | b'\t', ..] | [0xc2, 0xa0, ..]);
        if !is_blank {
            return false;
        }
        let rest = rest.trim_ascii_start();
        // A capital, in Danish letters too; or a mark, as before somebody's words.
        let begins = matches!(
            rest,
            [] | [b'A'..=b'Z' | b'"' | b'-', ..] | [b'/', b'/', ..] | [0xc2, ..] | [0xe2, ..] | [0xc3, 0x80..=0x9e, ..]
        );
        (begins || self.has_no_capitals(at, rest)) && (mark != b'.' || !(is_abbreviated(before) || self.is_number(at)))
    }

    /// Whether a line may end here in another way than with a line feed, or in the middle of a word, or a blank stands here as few write.
    #[inline(always)]
    fn is_odd_at(&self, at: usize) -> bool {
        // Mostly a stop stands here, or the text ends.
        !matches!(self.text.as_bytes().get(at), None | Some(b'.' | b'!' | b'?')) && self.is_odd_mark(at)
    }

    fn is_odd_mark(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        let rest = bytes.get(at..).unwrap_or(&[]);
        let before = bytes.get(at.wrapping_sub(1)).copied();
        match rest {
            [] => false,
            [b'\n', ..] => self.is_hyphenated(at),
            [b'\r', next, ..] => *next != b'\n',
            [0xcc, next, ..] => *next == 0x8a,
            [0xe1..=0xe3, ..] => odd_blank(rest).or(unseen(rest)).is_some(),
            // "Å", "è" and "é" end as other line's ends do, but begin otherwise; "€" ends as none of them.
            [0xac, ..] => false,
            [0xad, ..] => before == Some(0xc2),
            _ => before != Some(0xc3),
        }
    }

    /// Whether the question that ends here, or the line with it, has its answer behind it.
    fn is_answered(&self, at: usize) -> bool {
        let question = self.text.as_bytes().get(self.from..at);
        question.is_some_and(|question| is_answered(question, self.text.as_bytes().get(at + 1..).unwrap_or(&[])))
    }

    /// Whether whoever writes does without capitals: the sentence begins with a small letter, as what is behind its end does. The
    /// word before the stop is one that may be written out.
    fn has_no_capitals(&self, at: usize, rest: &[u8]) -> bool {
        /// Shorter words are abbreviations more often than not.
        const WHOLE: usize = 4;
        let is_small = |text: &[u8]| matches!(text, [b'a'..=b'z', ..] | [0xc3, 0xa5 | 0xa6 | 0xb8, ..]);
        let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || *byte >= 0x80;
        let sentence = self.text.as_bytes().get(self.from..at).unwrap_or(&[]);
        let word = sentence.iter().rev().take_while(|byte| is_letter(byte)).take(WHOLE).count();
        let is_stop = self.text.as_bytes().get(at) == Some(&b'.');
        // No more blanks are looked past than these: they would be looked at again at each stop.
        let beginning = sentence.get(..BLANKS).unwrap_or(sentence).trim_ascii_start();
        // "Smertekl. anbefaler": a word by itself is no sentence.
        let has_several = beginning.contains(&b' ');
        is_small(rest) && is_small(beginning) && (word == WHOLE && has_several || !is_stop)
    }

    /// Whether the line ends in a hyphen.
    fn is_hyphenated(&self, at: usize) -> bool {
        let line = self.text.as_bytes().get(self.from..at).unwrap_or(&[]);
        matches!(line, [.., b'-' | 0xad | 0x90] | [.., b'-' | 0xad | 0x90, b'\r' | b' '])
    }

    /// Whether it ends where a line does.
    #[inline(never)]
    fn ends_line(&self, at: usize) -> bool {
        let bytes = self.text.as_bytes();
        // No more blanks are looked past than these: they would be looked at again at each of many blank lines.
        let line = bytes.get(self.from.max(at.saturating_sub(BLANKS))..at).unwrap_or(&[]).trim_ascii_end();
        // What stands under a label or a heading goes on with it.
        let is_question = || asks_for_advice(line) || line.ends_with(b"?") && self.is_answered(at);
        let is_label = || without_marks(line).ends_with(b":") || is_question();
        let leads = is_label() || bytes.get(self.from..at).is_some_and(is_heading);
        !(leads || self.goes_on(at, line) || self.is_row(at, line))
    }

    /// Whether it is a row of a table of recommendations, and another one follows.
    fn is_row(&self, at: usize, line: &[u8]) -> bool {
        let has_cells = |line: &[u8]| line.iter().take_while(|byte| **byte != b'\n').any(|byte| *byte == b'|');
        let bytes = self.text.as_bytes();
        let next = || bytes.get(at + 1..).map(|rest| rest.get(..ROW).unwrap_or(rest)).unwrap_or(&[]);
        let head = || bytes.get(self.from..at).and_then(|table| table.split(|byte| *byte == b'\n').next());
        line.contains(&b'|') && has_cells(next()) && head().is_some_and(is_heading)
    }

    /// Whether a line is not finished, and the sentence goes on in the next one: that begins small, where whoever writes knows
    /// capitals, or the line ends in a comma or as no sentence does.
    fn goes_on(&self, at: usize, line: &[u8]) -> bool {
        if line.is_empty() {
            return false;
        }
        let from = |place: usize| {
            let rest = self.text.as_bytes().get(place..).unwrap_or(&[]);
            rest.get(..BLANKS).unwrap_or(rest)
        };
        let rest = from(at + 1);
        let next = rest.trim_ascii_start();
        let is_small = begins_small(next);
        if line.len() >= FULL && is_small {
            return true;
        }
        let is_apart = rest.iter().take(rest.len() - next.len()).any(|blank| *blank == b'\n');
        if is_apart || !matches!(next, [b'a'..=b'z' | b'A'..=b'Z' | 0xc3, ..]) {
            return false;
        }
        match line {
            [.., b','] => true,
            [.., b'.' | b'!' | b'?' | b';'] => false,
            _ => {
                let has_capitals = || !begins_small(from(self.from).trim_ascii_start());
                let last = line.rsplit(|byte| *byte == b' ').next().unwrap_or(&[]);
                JOINING.contains(&last) || is_small && has_capitals()
            }
        }
    }

    /// As many bytes as the mark takes that closes what was quoted behind the end of its last sentence: "»Jeg er træt.« Det".
    fn closing(&self, at: usize) -> usize {
        match self.text.as_bytes().get(at + 1..) {
            Some([b'"', ..]) => 1,
            Some([0xc2, 0xab, ..]) => 2,
            Some([0xe2, 0x80, 0x9c | 0x9d, ..]) => 3,
            _ => 0,
        }
    }

    /// Whether it stands behind the number of an entry under a heading that the sentence goes on from: "Anbefalinger⏎1. Fleksjob".
    fn is_number(&self, at: usize) -> bool {
        let before = self.text.as_bytes().get(self.from..at).unwrap_or(&[]);
        match before {
            [.., b'\n', b'0'..=b'9', b'0'..=b'9'] | [.., b'\n', b'0'..=b'9'] => {
                !before.trim_ascii_start().first().is_some_and(u8::is_ascii_digit)
            }
            _ => false,
        }
    }
}

impl Iterator for Sentences<'_> {
    type Item = (Range<usize>, i64);

    fn next(&mut self) -> Option<Self::Item> {
        let (from, mut sum) = (self.from, 0_i64);
        loop {
            let Some((end, weight)) = self.stretches.get(self.given).copied() else {
                self.weigh();
                continue;
            };
            self.given += 1;
            sum = sum.saturating_add(weight);
            let is_last = end == self.text.len();
            if is_last || self.ends_at(end) {
                self.from = if is_last { end } else { end + 1 + self.closing(end) };
                return (from < self.from).then_some((from..self.from, sum));
            }
        }
    }
}
