//! The first look at a text: how its words begin.
//!
//! The one step that is taken for every text, so it goes [`BLOCK`] bytes at a time. Each beginning of a word has a weight of
//! its own, and a sentence whose beginnings do not add up is passed over. (What a word that matters is cannot be seen by its
//! beginning alone; the trainer sets the sum so low that hardly a sentence is lost.)

use crate::model::{GATE, WEIGHTS};

/// As many bytes as there are bits in a mask of them.
pub(crate) const BLOCK: usize = u64::BITS as usize;
/// What is of note in a block, a bit for each byte.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Block {
    /// A word begins.
    pub(crate) starts: u64,
    /// A sentence may end.
    pub(crate) ends: u64,
}

/// Reads the block that begins at a place; `after_letter` goes from block to block.
pub(crate) fn block(bytes: &[u8], at: usize, after_letter: &mut u64) -> Block {
    let rest = bytes.get(at..).unwrap_or(&[]);
    let mut padded = [0; BLOCK];
    let bytes = rest.first_chunk().unwrap_or_else(|| {
        if let Some(beginning) = padded.get_mut(..rest.len()) {
            beginning.copy_from_slice(rest);
        }
        &padded
    });
    // Past ASCII it is a letter, but for what a non-breaking blank, « and » are made of.
    let other = |byte: u8| (byte >= 0x80) & (byte != 0xc2) & (byte != 0xa0) & (byte != 0xab) & (byte != 0xbb);
    let letter = |byte: u8| ((byte | 0x20).wrapping_sub(b'a') < 26) | other(byte);
    let letters = places(bytes, letter);
    let ends = places(bytes, |byte| (byte == b'.') | (byte == b'\n') | (byte == b'!') | (byte == b'?'));
    let starts = letters & !(letters << 1 | *after_letter);
    *after_letter = letters >> (BLOCK - 1);
    Block { starts, ends }
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

/// The slot of four bytes, the same in capitals.
fn slot(four: u32) -> usize {
    ((four | 0x2020_2020).wrapping_mul(0x9e37_79b9) >> (u32::BITS - GATE.ilog2())) as usize
}

/// The slot of the word that begins at a place.
fn slot_at(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or(&[]);
    let four = match rest {
        [a, b, c, d, ..] => [*a, *b, *c, *d],
        [a, b, c] => [*a, *b, *c, 0],
        [a, b] => [*a, *b, 0, 0],
        [a] => [*a, 0, 0, 0],
        [] => [0; 4],
    };
    slot(u32::from_le_bytes(four))
}

/// The sum of the words that begin at places of the block.
pub(crate) fn sum(bytes: &[u8], block: usize, mut starts: u64) -> i32 {
    let mut sum = 0;
    while starts != 0 {
        let at = block + starts.trailing_zeros() as usize;
        sum += WEIGHTS.gate.get(slot_at(bytes, at)).copied().map_or(0, i32::from);
        starts &= starts - 1;
    }
    sum
}

/// The slots of every word of a text.
#[cfg(feature = "training")]
pub(crate) fn slots(text: &str) -> impl Iterator<Item = usize> {
    let mut after_letter = 0;
    (0..text.len()).step_by(BLOCK).flat_map(move |from| {
        let block = block(text.as_bytes(), from, &mut after_letter);
        (0..BLOCK).filter(move |at| block.starts >> at & 1 == 1).map(move |at| slot_at(text.as_bytes(), from + at))
    })
}
