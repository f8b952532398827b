//! Names in the form in which they are compared, and how alike two of them are.

use std::ops::Deref;

use crate::names::normal;

/// How alike two names are at most that are not the same.
const MOST: f64 = 0.96;

/// The letters and digits of a name. Each name is compared with every name that a place may have, so what that takes is worked
/// out once.
#[derive(Clone)]
pub(super) struct Letters {
    text: String,
    /// Each letter with the next, in order.
    pairs: Box<[(char, char)]>,
}

impl Letters {
    pub(super) fn of(name: &str) -> Self {
        Self::of_normal(normal(name))
    }

    /// Of a name of which nothing but letters and digits is left.
    pub(super) fn of_normal(text: String) -> Self {
        let mut pairs: Box<[_]> = text.chars().zip(text.chars().skip(1)).collect();
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
                (2.0 * count(self.shared(other)) / count(all.max(1))).min(MOST)
            }
        }
    }

    /// How many pairs both have, a pair as often as both have it.
    fn shared(&self, other: &Self) -> usize {
        let mut others = other.pairs.iter().peekable();
        let is_shared = |pair: &&(char, char)| {
            while others.next_if(|other| other < pair).is_some() {}
            others.next_if_eq(pair).is_some()
        };
        self.pairs.iter().filter(is_shared).count()
    }
}

/// A number of pairs, which are no more than the letters of a name.
fn count(pairs: usize) -> f64 {
    f64::from(u32::try_from(pairs).unwrap_or(u32::MAX))
}

impl Deref for Letters {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
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
