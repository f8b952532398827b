//! The first look at a text: how its words begin.
//!
//! The one step that is taken for every text, so it goes [`BLOCK`] bytes at a time. Each beginning of a word has a weight of
//! its own, and a sentence whose beginnings do not add up is passed over. (What a word that matters is cannot be seen by its
//! beginning alone; the trainer sets the sum so low that hardly a sentence is lost.)

use crate::model::{GATE, WEIGHTS};

/// As many bytes as there are bits in a mask of them.
pub(crate) const BLOCK: usize = u64::BITS as usize;

/// As many bytes of a word are its beginning.
const BEGINNING: usize = size_of::<u64>();

/// What is of note in a block, a bit for each byte.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Block {
    /// It is of a letter.
    letters: u64,
    /// A word begins.
    starts: u64,
    /// A sentence may end.
    pub(crate) ends: u64,
}

/// Reads the block that begins at a place, behind another; an empty one behind the end.
fn block(bytes: &[u8], at: usize, before: Block) -> Block {
    if at >= bytes.len() {
        return Block::default();
    }
    let bytes: &[u8; BLOCK] = &padded(bytes, at);
    // Past ASCII it is a letter, but for what a non-breaking blank, « and » are made of.
    let other = |byte: u8| (byte >= 0x80) & (byte != 0xc2) & (byte != 0xa0) & (byte != 0xab) & (byte != 0xbb);
    let letter = |byte: u8| ((byte | 0x20).wrapping_sub(b'a') < 26) | other(byte);
    let letters = places(bytes, letter);
    let ends = places(bytes, |byte| (byte == b'.') | (byte == b'\n') | (byte == b'!') | (byte == b'?'));
    let starts = letters & !(letters << 1 | before.letters >> (BLOCK - 1));
    Block { letters, starts, ends }
}

/// So many bytes from a place on, and zeros where there are no more.
fn padded<const N: usize>(bytes: &[u8], at: usize) -> [u8; N] {
    let rest = bytes.get(at..).unwrap_or(&[]);
    rest.first_chunk().copied().unwrap_or_else(|| {
        let mut padded = [0; N];
        padded.iter_mut().zip(rest).for_each(|(place, byte)| *place = *byte);
        padded
    })
}

/// The blocks of a text, one after the other.
pub(crate) struct Blocks<'t> {
    text: &'t [u8],
    /// Where the block begins.
    pub(crate) at: usize,
    pub(crate) block: Block,
    /// The one behind it, where the last word may go on.
    next: Block,
    /// The bytes of the block, and as many more as are looked at of its last word.
    bytes: [u8; BLOCK + BEGINNING],
}

impl<'t> Blocks<'t> {
    pub(crate) fn new(text: &'t [u8]) -> Self {
        let first = block(text, 0, Block::default());
        Self { text, at: 0, block: first, next: block(text, BLOCK, first), bytes: padded(text, 0) }
    }

    /// Goes on to the next block; says whether there is one.
    pub(crate) fn advance(&mut self) -> bool {
        self.at += BLOCK;
        if self.at >= self.text.len() {
            return false;
        }
        self.block = self.next;
        self.next = block(self.text, self.at + BLOCK, self.block);
        self.bytes = padded(self.text, self.at);
        true
    }

    /// Gives the slots of the words that begin before a bit of the block, each once.
    #[inline]
    pub(crate) fn words_before(&mut self, bit: u64, mut give: impl FnMut(usize)) {
        let mut starts = self.block.starts & bit.wrapping_sub(1);
        self.block.starts &= !starts;
        while starts != 0 {
            let first = starts.trailing_zeros();
            starts &= starts - 1;
            let letters = self.block.letters >> first | self.next.letters << 1 << (u64::BITS - 1 - first);
            // Always there: a bit's place is below the length of a block.
            let eight = self.bytes.get(first as usize..).and_then(<[u8]>::first_chunk).copied().unwrap_or_default();
            give(slot(eight, letters.trailing_ones()));
        }
    }
}

/// A bit for each byte. The question has no branches, so that many bytes are asked at once.
fn places(block: &[u8; BLOCK], is_one: impl Fn(u8) -> bool) -> u64 {
    let marks = block.map(|byte| u8::from(is_one(byte)));
    let (eights, _) = marks.as_chunks::<8>();
    eights.iter().rev().fold(0, |bits, eight| {
        // Multiplied so, the eight lowest bits come to stand side by side in the highest byte.
        let side_by_side = u64::from_le_bytes(*eight).wrapping_mul(0x0102_0408_1020_4080) >> 56;
        bits << 8 | side_by_side
    })
}

/// The slot of a word, which goes on for some bytes, the same in capitals.
#[inline]
fn slot(eight: [u8; BEGINNING], length: u32) -> usize {
    let beyond = u64::BITS.saturating_sub(length * u8::BITS);
    let letters = (u64::from_le_bytes(eight) | 0x2020_2020_2020_2020) << beyond;
    (letters.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (u64::BITS - GATE.ilog2())) as usize
}

/// The weight of a slot.
#[inline]
pub(crate) fn weight(slot: usize) -> i32 {
    WEIGHTS.gate.get(slot).copied().map_or(0, i32::from)
}

/// The slots of every word of a text.
#[cfg(feature = "training")]
pub(crate) fn slots(text: &str) -> Vec<usize> {
    let (mut blocks, mut all) = (Blocks::new(text.as_bytes()), Vec::new());
    loop {
        blocks.words_before(0, |slot| all.push(slot));
        if !blocks.advance() {
            return all;
        }
    }
}
