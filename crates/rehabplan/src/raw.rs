//! A JSON value as it is written, without the cost of its error messages.
//!
//! `RawValue` describes what it wanted if it should not get it. The parser always gives it, but serde's usual error keeps
//! the description, and every program then has to carry what prints it: floating-point numbers, for one (9 KB gzipped in a
//! browser). So `RawValue` is read here with an error that keeps what the parser says, and nothing else.

use std::fmt::{self, Debug, Display};

use serde::Deserialize;
use serde::de::{self, DeserializeSeed, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

/// The text of a value.
pub(crate) struct Raw<'a>(pub(crate) &'a str);

impl<'a> Deserialize<'a> for Raw<'a> {
    fn deserialize<D: Deserializer<'a>>(source: D) -> Result<Self, D::Error> {
        match <&'a RawValue>::deserialize(Quiet(source)) {
            Ok(raw) => Ok(Self(raw.get())),
            Err(QuietError::Parser(error)) => Err(error),
            // It was no parser of JSON text, and there is no such one here.
            Err(QuietError::Unsaid) => Ok(Self("")),
        }
    }
}

/// A part of serde's machinery with an error that does not describe anything.
struct Quiet<T>(T);

#[derive(Debug)]
enum QuietError<E> {
    Parser(E),
    Unsaid,
}

impl<E> Display for QuietError<E> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}

impl<E: Debug> std::error::Error for QuietError<E> {}

impl<E: Debug> de::Error for QuietError<E> {
    fn custom<T: Display>(_: T) -> Self {
        Self::Unsaid
    }

    fn invalid_type(_: de::Unexpected<'_>, _: &dyn de::Expected) -> Self {
        Self::Unsaid
    }
}

impl<'a, D: Deserializer<'a>> Deserializer<'a> for Quiet<D> {
    type Error = QuietError<D::Error>;

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Self::Error> {
        let read = self.0.deserialize_newtype_struct(name, Quiet(visitor)).map_err(QuietError::Parser)?;
        read.ok_or(QuietError::Unsaid)
    }

    fn deserialize_any<V: Visitor<'a>>(self, _: V) -> Result<V::Value, Self::Error> {
        Err(QuietError::Unsaid)
    }

    serde::forward_to_deserialize_any! { <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct seq
        tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'a, V: Visitor<'a>> Visitor<'a> for Quiet<V> {
    type Value = Option<V::Value>;

    fn expecting(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }

    fn visit_newtype_struct<D: Deserializer<'a>>(self, _: D) -> Result<Self::Value, D::Error> {
        Ok(None)
    }

    fn visit_map<A: MapAccess<'a>>(self, map: A) -> Result<Self::Value, A::Error> {
        match self.0.visit_map(Quiet(map)) {
            Ok(value) => Ok(Some(value)),
            Err(QuietError::Parser(error)) => Err(error),
            Err(QuietError::Unsaid) => Ok(None),
        }
    }
}

impl<'a, A: MapAccess<'a>> MapAccess<'a> for Quiet<A> {
    type Error = QuietError<A::Error>;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, Self::Error> {
        self.0.next_key_seed(seed).map_err(QuietError::Parser)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, Self::Error> {
        self.0.next_value_seed(seed).map_err(QuietError::Parser)
    }
}
