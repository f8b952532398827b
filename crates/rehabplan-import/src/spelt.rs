//! Keys that may be the same and are written otherwise: "S-101" beside "2021/S-101", "Sag S-101" and "S101". A case without a row under
//! its own key has none only where no key of the table may be its own.

use std::collections::HashSet;
use std::hash::{BuildHasher as _, BuildHasherDefault, DefaultHasher};

/// A piece of a key with fewer letters and digits is a piece of too many.
const SHORTEST: usize = 3;

/// How the keys of a table are written.
#[derive(Debug, Default)]
pub(crate) struct Spelt {
    /// Letters, digits and which other signs there are, as hashes.
    kinds: HashSet<u64>,
    /// The letters and digits of each.
    whole: HashSet<u64>,
    /// What each begins or ends with, from one word or number of it on.
    pieces: HashSet<u64>,
}

impl Spelt {
    pub(crate) fn of<'k>(keys: impl Iterator<Item = &'k str>) -> Self {
        let mut spelt = Self::default();
        for key in keys {
            let (letters, starts) = plain(key);
            spelt.kinds.insert(kind(key));
            spelt.pieces.extend(pieces(&letters, &starts).map(hash));
            spelt.whole.insert(hash(&letters));
        }
        spelt
    }

    /// Whether a key that is none of them may be one of them all the same: no key is written in its manner, or one has it in itself.
    pub(crate) fn may_have(&self, key: &str) -> bool {
        if self.whole.is_empty() {
            return false;
        }
        let (letters, starts) = plain(key);
        let own = hash(&letters);
        !self.kinds.contains(&kind(key))
            || self.whole.contains(&own)
            || letters.chars().count() >= SHORTEST && self.pieces.contains(&own)
            || pieces(&letters, &starts).any(|piece| self.whole.contains(&hash(piece)))
    }
}

fn hash<T: std::hash::Hash + ?Sized>(value: &T) -> u64 {
    BuildHasherDefault::<DefaultHasher>::default().hash_one(value)
}

/// Whether a key has letters and digits, and which other signs.
fn kind(key: &str) -> u64 {
    let (mut has_letters, mut has_digits, mut signs) = (false, false, Vec::new());
    for sign in key.chars() {
        match sign {
            sign if sign.is_alphabetic() => has_letters = true,
            sign if sign.is_numeric() => has_digits = true,
            sign if !signs.contains(&sign) => signs.push(sign),
            _ => {}
        }
    }
    signs.sort_unstable();
    hash(&(has_letters, has_digits, signs))
}

/// The letters and digits of a key, in small letters, and where its words and numbers begin there.
fn plain(key: &str) -> (String, Vec<usize>) {
    let (mut letters, mut starts) = (String::with_capacity(key.len()), Vec::new());
    let mut before = None;
    for sign in key.chars() {
        let class = if sign.is_alphabetic() { Some(false) } else { sign.is_numeric().then_some(true) };
        if class.is_some() {
            if class != before {
                starts.push(letters.len());
            }
            letters.extend(sign.to_lowercase());
        }
        before = class;
    }
    (letters, starts)
}

fn pieces<'k>(letters: &'k str, starts: &'k [usize]) -> impl Iterator<Item = &'k str> {
    let inner = starts.iter().copied().filter(|start| *start > 0);
    let both = inner.filter_map(|start| letters.split_at_checked(start)).flat_map(|(begin, end)| [begin, end]);
    // A piece without a number is no key: "Sag", "S".
    both.filter(|piece| piece.chars().count() >= SHORTEST && piece.chars().any(char::is_numeric))
}

#[cfg(test)]
mod tests {
    use super::Spelt;

    fn may_have(keys: &[&str], key: &str) -> bool {
        Spelt::of(keys.iter().copied()).may_have(key)
    }

    #[test]
    fn a_key_may_be_written_with_more_or_less_or_other_signs() {
        for other in ["2021/S-101", "Sag S-101", "S101", "s 101", "S-101 Jensen", "S-101/2"] {
            assert!(may_have(&["S-100", other], "S-101"), "{other}");
            assert!(may_have(&["2021/S-1", "Sag S-1", "S1", "s-1-1", "S-101"], other), "{other}");
        }
        // None is written so.
        assert!(may_have(&["4711", "4712"], "S-101"));
    }

    #[test]
    fn a_key_of_another_case_is_not_taken_for_it() {
        for other in ["S-102", "S-1011", "S-10", "T-101"] {
            assert!(!may_have(&[other], "S-101"), "{other}");
        }
        assert!(!may_have(&["2021-101", "2022-102"], "2022-101"));
        assert!(!may_have(&["12345", "7"], "123"));
        assert!(!may_have(&[], "S-101"));
    }
}
