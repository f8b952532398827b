//! A JSON value as it is written, without the cost of its error messages.
//!
//! `RawValue` describes what it wanted if it should not get it. The parser always gives it, but every program then has to
//! carry what prints the description: floating-point numbers, for one (9 KB gzipped in a browser). So it is asked only how
//! it would be read, and then it is read so.

use std::fmt::{self, Display};

use serde::de::{Deserializer, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, de};
use serde_json::value::RawValue;

/// The text of a value.
pub(crate) struct Raw<'a>(pub(crate) &'a str);

impl<'a> Deserialize<'a> for Raw<'a> {
    fn deserialize<D: Deserializer<'a>>(source: D) -> Result<Self, D::Error> {
        let name = <&RawValue>::deserialize(Ask).map_or_else(|Name(name)| name, |_| "");
        source.deserialize_newtype_struct(name, Take)
    }
}

/// Takes the text: the parser gives it as the one value of a map.
struct Take;

impl<'a> Visitor<'a> for Take {
    type Value = Raw<'a>;

    fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<Raw<'a>, A::Error> {
        map.next_key::<IgnoredAny>()?;
        map.next_value().map(Raw)
    }

    fn visit_newtype_struct<D: Deserializer<'a>>(self, _: D) -> Result<Raw<'a>, D::Error> {
        // It was no parser of JSON text, and there is no such one here.
        Ok(Raw(""))
    }
}

/// Answers nothing but the name by which a type wants to be read.
struct Ask;

#[derive(Debug)]
struct Name(&'static str);

impl<'a> Deserializer<'a> for Ask {
    type Error = Name;

    fn deserialize_newtype_struct<V: Visitor<'a>>(self, name: &'static str, _: V) -> Result<V::Value, Name> {
        Err(Name(name))
    }

    fn deserialize_any<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Name> {
        Err(Name(""))
    }

    serde::forward_to_deserialize_any! { <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl Display for Name {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl std::error::Error for Name {}

impl de::Error for Name {
    fn custom<T: Display>(_: T) -> Self {
        Self("")
    }
}
