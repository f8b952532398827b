//! Names in the form in which they are compared, and how alike two of them are.

use std::cmp::Ordering;
use std::ops::Deref;

use crate::names::normal;

/// How alike two names are at most that are not the same.
const MOST: f64 = 0.96;

/// The letters and digits of a name. Each name is compared with every name that a place may have, so what that takes is worked
/// out once.
#[derive(Clone)]
pub(super) struct Letters {
    text: String,
    /// Each letter with the one behind it, sorted.
    pairs: Vec<[u8; 2]>,
}

impl Letters {
    pub(super) fn of(name: &str) -> Self {
        Self::of_normal(normal(name))
    }

    /// Of a name of which nothing but letters and digits is left.
    pub(super) fn of_normal(text: String) -> Self {
        let bytes = text.as_bytes();
        let pairs = bytes.iter().zip(bytes.iter().skip(1));
        let mut pairs: Vec<[u8; 2]> = pairs.map(|(one, next)| [*one, *next]).collect();
        pairs.sort_unstable();
        Self { text, pairs }
    }

    /// How alike two names are, from 0 to 1: how many of their pairs of letters are the same (Sørensen and Dice).
    pub(super) fn like(&self, other: &Self) -> f64 {
        // Of names so unlike in length, too few pairs can be the same.
        let (short, long) = (self.text.len().min(other.text.len()), self.text.len().max(other.text.len()));
        match self.text == other.text {
            _ if short == 0 => 0.0,
            true => 1.0,
            false if short < 2 || short * 2 < long => 0.0,
            false => {
                let all = self.pairs.len() + other.pairs.len();
                (2.0 * same(&self.pairs, &other.pairs) as f64 / all as f64).min(MOST)
            }
        }
    }
}

impl Deref for Letters {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

/// How many of some sorted pairs are among others.
fn same(mut one: &[[u8; 2]], mut other: &[[u8; 2]]) -> usize {
    let mut count = 0;
    while let ([first, rest @ ..], [second, more @ ..]) = (one, other) {
        match first.cmp(second) {
            Ordering::Less => one = rest,
            Ordering::Greater => other = more,
            Ordering::Equal => {
                count += 1;
                (one, other) = (rest, more);
            }
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::Letters;

    #[test]
    fn names_are_as_alike_as_their_pairs_of_letters() {
        let like = |one: &str, other: &str| Letters::of(one).like(&Letters::of(other));
        assert_eq!(like("Ønsker", "oensker"), 1.0);
        // na, at, tt of the one; na, ac, ch, ht of the other.
        assert_eq!(like("natt", "nacht"), 2.0 / 7.0);
        // A pair that comes twice counts twice where both have it so.
        assert_eq!(like("anan", "ananas"), 6.0 / 8.0);
        assert_eq!(like("maal", "maalbeskrivelse"), 0.0);
        assert_eq!(like("", ""), 0.0);
        assert_eq!(like("a", "ab"), 0.0);
        assert!(like("aaaaaaaa", "aaaaaaaaa") < 0.97);
    }
}
