//! The keys of the plan, as the reader finds them.

/// Fields that need no answer of their own: they hold names, references and measures, which may well be the same.
const NAMES: [&str; 14] = [
    "aktivitetIdentifier",
    "ansvarligMyndighed",
    "arbejdsfunktioner",
    "attesttype",
    "henvisning",
    "hjemmel",
    "kommunekode",
    "koordinerendeSagsbehandler",
    "titel",
    "typer",
    "udenTeamHjemmel",
    "varighed",
    "ydelse",
    // What stands in Min Plan stands elsewhere too, as § 5, stk. 3, wants it.
    "minPlan",
];

/// A key of the plan, and how it begins in a document.
pub(crate) struct Key {
    pub(crate) name: &'static str,
    /// Whether what stands below is no answer of its own, but a name, a reference or a measure.
    pub(crate) is_name: bool,
    /// The first eight bytes of the name and its closing quotation mark, and where they are fewer, those that count.
    head: u64,
    mask: u64,
}

impl Key {
    /// Made by the compiler.
    pub(crate) const fn new(name: &'static str) -> Self {
        let (mut head, mut mask, mut place) = (0, 0, 0);
        let mut rest = name.as_bytes();
        while place < u64::BITS {
            let (byte, is_last) = match rest {
                [first, others @ ..] => {
                    rest = others;
                    (*first, false)
                }
                [] => (b'"', true),
            };
            head |= (byte as u64) << place;
            mask |= 0xff << place;
            place += u8::BITS;
            if is_last {
                break;
            }
        }
        let (mut is_name, mut names) = (false, NAMES.as_slice());
        while let [first, others @ ..] = names {
            is_name |= is_same(first.as_bytes(), name.as_bytes());
            names = others;
        }
        Self { name, is_name, head, mask }
    }

    /// Whether the key stands at the beginning of a text, whose first eight bytes are given too, with its quotation mark
    /// behind it.
    #[inline]
    pub(crate) fn stands_at(&self, head: &[u8; 8], text: &[u8]) -> bool {
        (u64::from_le_bytes(*head) ^ self.head) & self.mask == 0
            && (self.name.len() < size_of_val(head)
                || text.strip_prefix(self.name.as_bytes()).is_some_and(|rest| rest.first() == Some(&b'"')))
    }
}

/// Whether two names are the same, for the compiler.
const fn is_same(mut one: &[u8], mut other: &[u8]) -> bool {
    while let ([first, rest @ ..], [second, others @ ..]) = (one, other) {
        if *first != *second {
            return false;
        }
        (one, other) = (rest, others);
    }
    one.is_empty() && other.is_empty()
}

#[cfg(test)]
mod tests {
    use super::NAMES;
    use crate::plan::Plan;

    #[test]
    fn what_needs_no_answer_of_its_own_is_a_field() {
        let mut all = Vec::new();
        Plan::each_place(&mut |_, field, _| all.push(field.key));
        for name in NAMES {
            assert!(all.contains(&name), "{name}");
        }
    }
}
