//! Whether anything is filled in of a part of a plan, as a check sees it.

use std::fmt;

use rehabplan::reply;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Whether a plan has nothing in a part: neither a value nor a text that is an answer.
pub(crate) fn is_blank(plan: &[u8], part: &str) -> bool {
    // Whoever reads stops at the first thing that is filled in, and at what cannot be read, for nobody knows what it is.
    let mut source = serde_json::Deserializer::from_slice(plan);
    matches!(Filled(Some(part)).deserialize(&mut source), Ok(false))
}

/// Whether anything is filled in, or in this member. What comes behind the first thing that is, is left where it stands, which the
/// reader takes for an error; both say the same.
#[derive(Clone, Copy)]
struct Filled<'p>(Option<&'p str>);

impl<'de> DeserializeSeed<'de> for Filled<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<bool, D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Filled<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("nothing")
    }

    fn visit_unit<E>(self) -> Result<bool, E> {
        Ok(false)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<bool, E> {
        Ok(!reply::is_blank(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<bool, A::Error> {
        while let Some(is_filled) = entries.next_element_seed(self)? {
            if is_filled {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<bool, A::Error> {
        while let Some(is_it) = members.next_key_seed(Is(self.0))? {
            if !is_it {
                members.next_value::<IgnoredAny>()?;
            } else if members.next_value_seed(Filled(None))? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Whether a key is this one; any is, where none is asked for.
struct Is<'p>(Option<&'p str>);

impl<'de> DeserializeSeed<'de> for Is<'_> {
    type Value = bool;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<bool, D::Error> {
        source.deserialize_str(self)
    }
}

impl Visitor<'_> for Is<'_> {
    type Value = bool;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        Ok(self.0.is_none_or(|part| part == key))
    }
}

#[cfg(test)]
mod tests {
    use super::is_blank;

    #[test]
    fn a_part_is_blank_when_no_answer_stands_in_it() {
        for plan in
            [r#"{"a":{"x":"Bus"}}"#, r#"{"a":1,"del":{}}"#, r#"{"del":{"x":"-","y":{"z":" ","w":[{"v":"x"},null]}}}"#]
        {
            assert!(is_blank(plan.as_bytes(), "del"), "{plan}");
        }
        for plan in [
            r#"{"del":{"x":"-","y":{"z":"Bus"}}}"#,
            r#"{"del":{"x":false}}"#,
            r#"{"del":{"x":"2020-03-02"}}"#,
            r#"{"del":{"x":"ingen ønsker"}}"#,
            r#"{"del":{"x":"\ud800"}}"#,
        ] {
            assert!(!is_blank(plan.as_bytes(), "del"), "{plan}");
        }
    }
}
