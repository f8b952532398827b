//! Whether a text of a Danish *rehabiliteringsplan* recommends or assesses what should happen in the case, in the
//! municipality's own present voice (§ 3, stk. 3).
//!
//! No list of words can tell that: "bør have fleksjob" is a recommendation when the municipality writes it, a wish when
//! the citizen says it and history when it was said in 2017. So the check has learned from sentences of many hands. It is a
//! linear model: what is seen in a sentence (words, their neighbours, who speaks, in what order) has weights, and where
//! their sum reaches a threshold, the sentence is pointed out. `tools/language` trains it; the weights are a file.
//!
//! The answer is a hint for a human, never a verdict.
//!
//! ```
//! use rehabplan_language::{Field, check};
//!
//! let text = "Borgeren har været i praktik. Det indstilles, at borgeren tilkendes førtidspension.";
//! let hit = check(text, Field::Other).expect("a recommendation");
//! assert_eq!(&text[hit.sentence], "Det indstilles, at borgeren tilkendes førtidspension.");
//! assert!(check("Borgeren ønsker førtidspension.", Field::Citizen).is_none());
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

use std::ops::Range;

mod features;
mod gate;
mod roles;
mod sentences;
mod words;

use sentences::Sentences;
use words::Words;

/// Whose words the field is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Field {
    /// The municipality's.
    #[default]
    Other,
    /// The citizen's own: wishes and own assessments, where "jeg" is mostly the citizen.
    Citizen,
}

/// How many words a [`Hit`] names.
pub const NAMED: usize = 4;

/// A sentence that recommends or assesses what should happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its place in the text, in bytes.
    pub sentence: Range<usize>,
    /// The words that weighed most, the heaviest first; empty ranges when there are fewer.
    pub words: [Range<usize>; NAMED],
}

/// Looks for the sentence that most clearly recommends or assesses what should happen in the case.
///
/// Pure, and in time that grows with the text and no faster. Nothing is allocated.
#[must_use]
pub fn check(text: &str, field: Field) -> Option<Hit> {
    check_but(text, field, |_| false)
}

/// The same, but for sentences that are to be left alone.
#[must_use]
pub fn check_but(text: &str, field: Field, leave_alone: impl Fn(&str) -> bool) -> Option<Hit> {
    let mut best: Option<(i32, Range<usize>)> = None;
    for (sentence, _) in Sentences::new(text).filter(|(_, may_recommend)| *may_recommend) {
        pieces(text.get(sentence.clone()).unwrap_or(""), |from, to, words| {
            let score = model::score(words, field == Field::Citizen);
            let is_best = best.as_ref().is_none_or(|(best, _)| score > *best);
            let piece = trimmed(text, sentence.start + from..sentence.start + to);
            if score >= 0 && is_best && !leave_alone(text.get(piece.clone()).unwrap_or("")) {
                best = Some((score, piece));
            }
        });
    }
    let (_, sentence) = best?;
    let (words, _) = Words::read(text.get(sentence.clone())?);
    let named = model::heaviest(&words, field == Field::Citizen);
    let words = named.map(|at| match at.and_then(|at| words.all().get(at)) {
        Some(word) => word.place(sentence.start),
        None => sentence.start..sentence.start,
    });
    Some(Hit { sentence, words })
}

/// Gives a sentence, or the pieces of a very long one.
fn pieces(sentence: &str, mut give: impl FnMut(usize, usize, &Words)) {
    let mut from = 0;
    while let Some(rest) = sentence.get(from..).filter(|rest| !rest.is_empty()) {
        let (words, read) = Words::read(rest);
        give(from, from + read, &words);
        from += read;
    }
}

/// A place without the blanks around it.
fn trimmed(text: &str, place: Range<usize>) -> Range<usize> {
    let part = text.get(place.clone()).unwrap_or("");
    let start = place.start + (part.len() - part.trim_start().len());
    start..start + part.trim().len()
}

/// The weights, and what they make of a sentence.
mod model {
    use super::NAMED;
    use crate::features::features;
    use crate::words::{LONGEST, Words};

    /// What the trainer writes: the sum that a sentence needs, the one that its beginnings of words need, the weights of
    /// those, and for each feature a byte of its hash with its weight.
    #[derive(Clone, Copy)]
    #[repr(C)]
    pub(crate) struct Weights {
        pub(crate) threshold: i16,
        pub(crate) gate_threshold: i16,
        pub(crate) gate: [i8; GATE],
        tags: [u8; SLOTS],
        weights: [i8; SLOTS],
    }

    pub(crate) const GATE: usize = 1 << 12;
    pub(crate) const SLOTS: usize = 1 << 13;

    pub(crate) static WEIGHTS: Weights = read(include_bytes!("weights.bin"));

    #[allow(clippy::indexing_slicing, clippy::cast_possible_wrap)]
    const fn read(file: &[u8; 4 + GATE + 2 * SLOTS]) -> Weights {
        let mut weights = Weights {
            threshold: i16::from_le_bytes([file[0], file[1]]),
            gate_threshold: i16::from_le_bytes([file[2], file[3]]),
            gate: [0; GATE],
            tags: [0; SLOTS],
            weights: [0; SLOTS],
        };
        let mut at = 0;
        while at < GATE {
            weights.gate[at] = file[4 + at] as i8;
            at += 1;
        }
        at = 0;
        while at < SLOTS {
            weights.tags[at] = file[4 + GATE + at];
            weights.weights[at] = file[4 + GATE + SLOTS + at] as i8;
            at += 1;
        }
        weights
    }

    fn weight(feature: u32) -> i32 {
        let slot = (feature >> (u32::BITS - SLOTS.ilog2())) as usize;
        let is_it = WEIGHTS.tags.get(slot).is_some_and(|tag| u32::from(*tag) == feature & 0xff);
        if is_it { WEIGHTS.weights.get(slot).copied().map_or(0, i32::from) } else { 0 }
    }

    /// By how much a sentence passes the threshold.
    pub(crate) fn score(words: &Words, is_first_person: bool) -> i32 {
        let mut sum = -i32::from(WEIGHTS.threshold);
        features(words, is_first_person, |feature, _, _| sum += weight(feature));
        sum
    }

    /// The words that weigh most, with half of what a feature weighs for each of its ends.
    pub(crate) fn heaviest(words: &Words, is_first_person: bool) -> [Option<usize>; NAMED] {
        let mut sums = [0; LONGEST];
        features(words, is_first_person, |feature, first, last| {
            for at in [first, last] {
                if let Some(sum) = sums.get_mut(at) {
                    *sum += weight(feature);
                }
            }
        });
        let mut named = [None; NAMED];
        for place in &mut named {
            let sorted = sums.iter().enumerate().filter(|(_, sum)| **sum > 0);
            let Some((at, _)) = sorted.max_by_key(|(at, sum)| (**sum, LONGEST - at)) else { break };
            *place = Some(at);
            if let Some(sum) = sums.get_mut(at) {
                *sum = 0;
            }
        }
        named
    }
}

/// What the trainer reads of a text: for each sentence its features, and the slots of its beginnings of words in the gate.
#[cfg(feature = "training")]
#[must_use]
pub fn training(text: &str, field: Field) -> Vec<(Vec<u32>, Vec<usize>)> {
    let mut sentences = Vec::new();
    for (sentence, _) in Sentences::new(text) {
        let sentence = text.get(sentence).unwrap_or("");
        pieces(sentence, |from, to, words| {
            let mut all = Vec::new();
            features::features(words, field == Field::Citizen, |feature, _, _| all.push(feature));
            let gate = gate::slots(sentence.get(from..to).unwrap_or("")).collect();
            if !words.all().is_empty() {
                sentences.push((all, gate));
            }
        });
    }
    sentences
}
