//! The first look at a text: how its words begin.
//!
//! The one step that is taken for every text, so it goes [`STEP`] bytes at a time. Each beginning of a word has a weight of
//! its own, and a sentence whose beginnings do not add up is passed over. (What a word that matters is cannot be seen by its
//! beginning alone; the trainer sets the sum so low that hardly a sentence is lost.)

use crate::model::{GATE, WEIGHTS};

/// As many bytes as there are bits in a mask of them.
const BLOCK: usize = u64::BITS as usize;

/// As many bytes of a word are its beginning: with more of them, each verb would be another when it is misspelt.
const BEGINNING: usize = 6;

/// They are read as one number.
const NUMBER: usize = size_of::<u64>();

/// From one block to the next. So the beginning of each word that begins before the next block is in this one.
const STEP: usize = BLOCK - NUMBER;

/// A block with what follows on it, so that as many bytes as a number has can be read at each of its bytes.
const WINDOW: usize = BLOCK + NUMBER;

/// The blocks of a text, one after the other.
pub(crate) struct Blocks<'t> {
    text: &'t [u8],
    /// Where the block begins.
    pub(crate) at: usize,
    /// Of each byte of the block, whether it is of a letter.
    letters: u64,
    /// There are letters or marks in it that are neither of ASCII nor of Danish.
    is_foreign: bool,
    /// Where signs of three bytes begin in it, as boxes and dashes are: they are of no word.
    signs: u64,
    /// The words that begin in it, and where a sentence may end: a bit for each that has not been met.
    starts: u64,
    pub(crate) ends: u64,
    /// What the last block holds, and zeros.
    last: [u8; WINDOW],
}

impl<'t> Blocks<'t> {
    /// Stands before the first block.
    pub(crate) fn new(text: &'t [u8]) -> Self {
        let at = 0_usize.wrapping_sub(STEP);
        Self { text, at, letters: 0, is_foreign: false, signs: 0, starts: 0, ends: 0, last: [0; WINDOW] }
    }

    /// Goes on to the next block; says whether there is one.
    #[inline]
    pub(crate) fn advance(&mut self) -> bool {
        self.at = self.at.wrapping_add(STEP);
        let is_there = self.at < self.text.len();
        if is_there {
            self.read();
        }
        is_there
    }

    #[inline(always)]
    fn read(&mut self) {
        const NEW: u64 = u64::MAX >> NUMBER;
        let rest = self.text.get(self.at..).unwrap_or(&[]);
        if rest.len() < WINDOW {
            self.last = [0; WINDOW];
            self.last.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
        }
        let before = self.letters >> (STEP - 1) & 1;
        let Some(block) = rest.first_chunk::<WINDOW>().unwrap_or(&self.last).first_chunk() else { return };
        let is_ascii_letter = |byte: u8| (byte | 0x20).wrapping_sub(b'a') < 26;
        let ends_in_ascii =
            |byte: u8| (byte == b'.') | (byte == b'!') | (byte == b'?') | (byte.wrapping_sub(b'\n') < 4);
        // Of two bytes that a block divides, the second stands in the next one.
        let was_foreign = self.is_foreign;
        self.is_foreign = block.iter().fold(false, |any, byte| any | (*byte >= 0xc2) & (*byte != 0xc3));
        if self.is_foreign | was_foreign {
            // Past ASCII it is a letter, but for what a non-breaking blank, « and » are made of.
            let other = |byte: u8| (byte >= 0x80) & (byte != 0xc2) & (byte != 0xa0) & (byte != 0xab) & (byte != 0xbb);
            // The last bytes of U+0085, U+2028, U+2029 and a soft hyphen, the first ones of the blanks that are no ASCII and of the
            // ring of an Å that stands behind its A.
            let is_odd = |byte: u8| {
                (byte == 0x85) | (byte & 0xfa == 0xa8) | (byte.wrapping_sub(0xe1) < 3) | (byte == 0xcc) | (byte == 0xa0)
            };
            let signs = places(block, |byte| (byte == 0xe2) | (byte == 0xef));
            let of_before = self.signs >> (STEP - 1) | self.signs >> (STEP - 2);
            let of_signs = signs | signs << 1 | signs << 2 | of_before;
            self.signs = signs & NEW;
            self.letters = places(block, |byte| is_ascii_letter(byte) | other(byte)) & !of_signs;
            self.ends = places(block, |byte| ends_in_ascii(byte) | is_odd(byte)) & NEW;
        } else {
            self.signs = 0;
            self.letters = places(block, |byte| is_ascii_letter(byte) | (byte >= 0x80));
            self.ends = places(block, ends_in_ascii) & NEW;
        }
        self.starts = self.letters & !(self.letters << 1 | before) & NEW;
    }

    /// Gives the hashes of the words that begin before a bit of the block, each once, and where they begin.
    #[inline]
    pub(crate) fn words_before(&mut self, bit: u64, mut give: impl FnMut(u32, usize)) {
        let mut starts = self.starts & bit.wrapping_sub(1);
        if starts == 0 {
            return;
        }
        self.starts &= !starts;
        let window: &[u8; WINDOW] = self.text.get(self.at..).and_then(<[u8]>::first_chunk).unwrap_or(&self.last);
        let gaps = !self.letters;
        while starts != 0 {
            // There is a first one; said so, it need not be asked.
            let first = starts.trailing_zeros() % u64::BITS;
            starts &= starts - 1;
            let from = first as usize;
            let eight = window.get(from..from + NUMBER).and_then(<[u8]>::first_chunk).copied().unwrap_or_default();
            give(hash(eight, gaps >> first), self.at + from);
        }
    }
}

/// A bit for each byte. The question has no branches, so that many bytes are asked at once.
fn places(block: &[u8; BLOCK], is_one: impl Fn(u8) -> bool) -> u64 {
    let marks = block.map(|byte| u8::from(is_one(byte)));
    let (eights, _) = marks.as_chunks::<8>();
    let (pairs, _) = eights.as_chunks::<2>();
    pairs.iter().rev().fold(0, |bits, pair| bits << 16 | side_by_side(pair.map(u64::from_le_bytes)))
}

/// The lowest bits of sixteen bytes.
#[cfg(not(all(target_arch = "wasm32", target_feature = "simd128")))]
#[inline]
fn side_by_side(eights: [u64; 2]) -> u64 {
    // Multiplied so, those of eight bytes come to stand in the highest one.
    let [first, second] = eights.map(|eight| eight.wrapping_mul(0x0102_0408_1020_4080) >> 56);
    second << 8 | first
}

/// The same where there is an instruction for it that nobody has to be trusted with.
#[cfg(all(target_arch = "wasm32", target_feature = "simd128"))]
#[allow(clippy::cast_possible_wrap)]
fn side_by_side([first, second]: [u64; 2]) -> u64 {
    use core::arch::wasm32::{i8x16_bitmask, i8x16_shl, i64x2};
    i8x16_bitmask(i8x16_shl(i64x2(first as i64, second as i64), 7)).into()
}

/// The bits of a hash behind those of its slot, which tell a word from others in the same one.
const TAG: u32 = u8::BITS;

/// The hash of the beginning of a word, the same in capitals; a bit for each byte that is of no letter says how far it goes.
#[inline]
fn hash(eight: [u8; NUMBER], gaps: u64) -> u32 {
    // Behind the last byte that is looked at, the word ends.
    let beyond = u64::BITS - (gaps | 1 << BEGINNING).trailing_zeros() * u8::BITS;
    let letters = (u64::from_le_bytes(eight) | 0x2020_2020_2020_2020) << (beyond % u64::BITS);
    (letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - GATE.ilog2() - TAG)) as u32
}

/// What the slot of a beginning has that opens the gate whatever stands beside it, and what that comes to in a sum: more than the
/// other words of any text could take away.
const ALWAYS: i8 = i8::MAX;
const OPEN: i64 = 1 << 48;

/// A sum with the weight of a beginning.
#[inline]
pub(crate) fn plus(sum: i64, hash: u32, text: &[u8], at: usize) -> i64 {
    match WEIGHTS.gate.get((hash >> TAG) as usize).copied().unwrap_or_default() {
        ALWAYS => {
            if is_sure(hash, text, at) {
                OPEN
            } else {
                sum
            }
        }
        weight => sum + i64::from(weight),
    }
}

/// Whether it is the beginning itself, and not one that only shares its slot; but nothing is plain that was recommended then.
#[cold]
fn is_sure(hash: u32, text: &[u8], at: usize) -> bool {
    WEIGHTS.sure.contains(&hash) && !is_past(text.get(at..).unwrap_or(&[]))
}

/// Whether a text begins with a verb of the past: "anbefalede", "foreslog"; but not with "foreslåede", as in "foreslåede tiltag".
fn is_past(text: &[u8]) -> bool {
    let end = text.iter().position(|byte| !(byte.is_ascii_alphabetic() || *byte >= 0x80)).unwrap_or(text.len());
    let word = text.get(..end).unwrap_or(&[]);
    matches!(word, [.., b'e', b'd', b'e'] | [.., b's', b'l', b'o', b'g']) && !word.ends_with("åede".as_bytes())
}

/// The hashes of the beginnings of every word of a text. One that is of then is another in the same slot.
#[cfg(feature = "training")]
pub(crate) fn hashes(text: &str) -> Vec<u32> {
    let bytes = text.as_bytes();
    let (mut blocks, mut all) = (Blocks::new(bytes), Vec::new());
    loop {
        blocks.words_before(0, |hash, at| all.push(hash ^ u32::from(is_past(bytes.get(at..).unwrap_or(&[])))));
        if !blocks.advance() {
            return all;
        }
    }
}
