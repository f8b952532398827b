//! Whether anything is filled in of a part of a plan, as a check sees it.

use std::fmt;

use rehabplan::reply;
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Whether a plan has nothing in a part: neither a value nor a text that is an answer.
pub(crate) fn is_blank(plan: &[u8], part: &str) -> bool {
    // Whoever reads stops at the first thing that is filled in, and at what cannot be read, for nobody knows what it is.
    let mut source = serde_json::Deserializer::from_slice(plan);
    Blank(Some(part)).deserialize(&mut source).is_ok()
}

/// What is blank, or has this member blank.
#[derive(Clone, Copy)]
struct Blank<'p>(Option<&'p str>);

impl<'de> DeserializeSeed<'de> for Blank<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<(), D::Error> {
        source.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Blank<'_> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("nothing")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        if reply::is_blank(text) { Ok(()) } else { Err(E::custom("filled in")) }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        while entries.next_element_seed(self)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<(), A::Error> {
        while let Some(key) = members.next_key::<String>()? {
            if self.0.is_none_or(|part| part == key) {
                members.next_value_seed(Blank(None))?;
            } else {
                members.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
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
