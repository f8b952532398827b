//! What a field of the plan can hold, and how it is read: leniently, and only once.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use chrono::NaiveDate;
use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};
use serde_json::value::RawValue;

use super::{FieldInfo, FieldKind};
use crate::read::Reader;
use crate::reply::{self, Reply};
use crate::report::InputCode;

/// The value of one field: absent, present or unreadable.
///
/// `null`, an empty string and a placeholder in a field that is not text are absent. A value of the wrong kind, an
/// impossible date or an unknown code is unreadable: rules that need it answer *undetermined*, and the report's
/// `input` says where it stands.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Field<T> {
    /// The field is not there, or it is `null`.
    #[default]
    Absent,
    /// The field holds a value.
    Present(T),
    /// Something stands in the field, but it cannot be read as a value of the field's kind.
    Unreadable,
}

impl<T> Field<T> {
    /// The value, if there is one that can be read.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Present(value) => Some(value),
            Self::Absent | Self::Unreadable => None,
        }
    }

    /// Whether something unreadable stands in the field.
    pub fn is_unreadable(&self) -> bool {
        matches!(self, Self::Unreadable)
    }
}

impl<T: Copy> Field<T> {
    /// A copy of the value, if there is one that can be read.
    pub fn value(&self) -> Option<T> {
        self.get().copied()
    }
}

impl<T> From<T> for Field<T> {
    fn from(value: T) -> Self {
        Self::Present(value)
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

/// A list of the plan.
pub type List<T> = Field<Vec<T>>;

/// Whether a field, a part or a whole plan holds anything (catalogue A7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing is filled in.
    Missing,
    /// Nothing that can be read is filled in, but something unreadable stands there.
    Unreadable,
    /// All that is filled in says that there is nothing ("ingen"). That is an answer.
    Nothing,
    /// At least one field is filled in.
    Present,
}

impl State {
    /// The fuller of two states.
    pub(crate) fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// The fuller of two states; the other one is looked at only where it can be fuller.
    pub(crate) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Present { self } else { self.or(other()) }
    }

    /// Whether anything that can be read is filled in.
    #[must_use]
    pub fn is_present(self) -> bool {
        self >= Self::Nothing
    }
}

/// Free text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text<'a>(pub Cow<'a, str>);

impl Text<'_> {
    /// The text as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Self(Cow::Borrowed(text))
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

/// A date, written `YYYY-MM-DD`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(pub NaiveDate);

impl Date {
    /// Reads `YYYY-MM-DD` and nothing else; `None` for an impossible day, another order or a time of day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, month, day) = match text.as_bytes() {
            [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => {
                (number(&[*y1, *y2, *y3, *y4])?, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
            }
            _ => return None,
        };
        if year == 0 {
            return None;
        }
        NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day).map(Self)
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

/// A number between two bounds, both included; decimals are allowed.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Number<const MIN: u32, const MAX: u32>(f64);

/// A whole number between two bounds, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count<const MIN: u32, const MAX: u32>(u32);

impl<const MIN: u32, const MAX: u32> Number<MIN, MAX> {
    /// The number; `None` outside the bounds.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (f64::from(MIN)..=f64::from(MAX)).contains(&value).then_some(Self(value))
    }

    /// The number as given.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Count<MIN, MAX> {
    /// The number; `None` outside the bounds.
    #[must_use]
    pub fn new(value: u32) -> Option<Self> {
        (MIN..=MAX).contains(&value).then_some(Self(value))
    }

    /// The number as given.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Serialize for Number<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0)
    }
}

impl<const MIN: u32, const MAX: u32> Serialize for Count<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}

/// Text or a number, where the regulation asks for an extent that may be written either way.
#[derive(Debug, Clone, PartialEq)]
pub enum TextOrNumber<'a> {
    /// The extent in words.
    Text(Text<'a>),
    /// The extent as a number.
    Number(f64),
}

impl Serialize for TextOrNumber<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Number(number) => serializer.serialize_f64(*number),
        }
    }
}

/// Anything at all, in a place that the regulation wants empty. Only whether it is empty is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anything;

impl Serialize for Anything {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}

/// A value that is written as one JSON scalar.
pub(crate) trait Leaf<'a>: Sized {
    /// Whether a value makes the part that holds it present (A7: a § 12 mark does not).
    const COUNTS: bool = true;

    /// What a field with such a value holds.
    const KIND: FieldKind;

    /// Reads the value from what stands in its place. `Ok(None)` when that is an empty answer.
    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode>;

    /// How much the value says.
    fn state(&self) -> State {
        State::Present
    }
}

/// What stands in the place of a scalar, `null` apart.
#[derive(Debug)]
pub(crate) enum Scalar<'a> {
    /// A string.
    Text(Cow<'a, str>),
    /// A string that no Unicode text can hold: half a surrogate pair.
    NoText,
    /// `true` or `false`.
    Boolean(bool),
    /// A number.
    Number(f64),
    /// A number too large for a `f64`.
    NoNumber,
    /// A list or an object, with something in it or not.
    Composite { empty: bool },
}

impl<'a> Scalar<'a> {
    /// The text of a string.
    pub(crate) fn into_text(self) -> Option<Cow<'a, str>> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// A placeholder such as `""`, `"-"` or `"ikke oplyst"` is empty in a field of any kind (A8).
    fn is_placeholder(&self) -> bool {
        matches!(self, Self::Text(text) if reply::is_blank(text))
    }

    /// Reads a scalar from the text of a JSON value; `None` for `null`.
    pub(crate) fn from_raw(raw: &'a str) -> Option<Self> {
        Some(match raw.as_bytes() {
            [b'n', ..] => return None,
            [b't', ..] => Self::Boolean(true),
            [b'f', ..] => Self::Boolean(false),
            [b'{' | b'[', inner @ .., _] => Self::Composite { empty: inner.iter().all(u8::is_ascii_whitespace) },
            [b'"', ..] => match raw.strip_prefix('"').and_then(|raw| raw.strip_suffix('"')) {
                Some(plain) if !plain.contains('\\') => Self::Text(Cow::Borrowed(plain)),
                _ => serde_json::from_str(raw).map_or(Self::NoText, |text| Self::Text(Cow::Owned(text))),
            },
            _ => serde_json::from_str(raw).map_or(Self::NoNumber, Self::Number),
        })
    }
}

impl<'a> Leaf<'a> for Text<'a> {
    const KIND: FieldKind = FieldKind::Text;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        scalar.into_text().map(|text| Some(Self(text))).ok_or(InputCode::NotText)
    }

    fn state(&self) -> State {
        match reply::reply(&self.0) {
            Reply::Blank => State::Missing,
            Reply::Nothing => State::Nothing,
            Reply::Reference | Reply::Answer => State::Present,
        }
    }
}

impl<'a> Leaf<'a> for Date {
    const KIND: FieldKind = FieldKind::Date;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        let text = scalar.into_text().ok_or(InputCode::NotADate)?;
        match Self::parse(text.trim()) {
            Some(date) => Ok(Some(date)),
            None if reply::is_blank(&text) => Ok(None),
            None => Err(InputCode::NotADate),
        }
    }
}

impl<'a> Leaf<'a> for bool {
    const KIND: FieldKind = FieldKind::Boolean;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Boolean(value) => Ok(Some(value)),
            other if other.is_placeholder() => Ok(None),
            _ => Err(InputCode::NotABoolean),
        }
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Number<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Number(value) => Self::new(value).map(Some).ok_or(InputCode::OutOfRange { min: MIN, max: MAX }),
            other if other.is_placeholder() => Ok(None),
            _ => Err(InputCode::NotANumber { min: MIN, max: MAX }),
        }
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Count<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match Number::<MIN, MAX>::parse(scalar)? {
            None => Ok(None),
            Some(Number(value)) if value.fract() != 0.0 => Err(InputCode::NotANumber { min: MIN, max: MAX }),
            // The bounds are those of `u32`, so the conversion is exact.
            #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
            Some(Number(value)) => Ok(Some(Self(value as u32))),
        }
    }
}

impl<'a> Leaf<'a> for TextOrNumber<'a> {
    const KIND: FieldKind = FieldKind::Text;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Text(text) => Ok(Some(Self::Text(Text(text)))),
            Scalar::Number(number) => Ok(Some(Self::Number(number))),
            _ => Err(InputCode::NotText),
        }
    }

    fn state(&self) -> State {
        match self {
            Self::Text(text) => text.state(),
            Self::Number(_) => State::Present,
        }
    }
}

impl<'a> Leaf<'a> for Anything {
    const KIND: FieldKind = FieldKind::Anything;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        let is_empty = match &scalar {
            Scalar::Text(text) => matches!(reply::reply(text), Reply::Blank | Reply::Nothing),
            Scalar::Boolean(value) => !value,
            Scalar::Composite { empty } => *empty,
            _ => false,
        };
        Ok((!is_empty).then_some(Self))
    }
}

/// A field, a list or a part: what the reader can fill.
pub(crate) trait Value<'a>: Default {
    /// What it is.
    const KIND: FieldKind;

    /// The value that stands for "something is here, but it cannot be read".
    fn unreadable() -> Self;

    /// Whether there is nothing to write.
    fn is_absent(&self) -> bool;

    /// Whether anything is filled in.
    fn state(&self) -> State;

    /// Reads the value. An error is a document that is not JSON or that breaks a limit, never a bad value.
    fn read<D: Deserializer<'a>>(&mut self, source: D, reader: &mut Reader) -> Result<(), D::Error>;
}

impl<'a, T: Leaf<'a>> Value<'a> for Field<T> {
    const KIND: FieldKind = T::KIND;

    fn unreadable() -> Self {
        Self::Unreadable
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn state(&self) -> State {
        match self {
            Self::Present(value) if T::COUNTS => value.state(),
            Self::Unreadable if T::COUNTS => State::Unreadable,
            _ => State::Missing,
        }
    }

    fn read<D: Deserializer<'a>>(&mut self, source: D, reader: &mut Reader) -> Result<(), D::Error> {
        let scalar = if reader.is_careful() {
            let raw = <&'a RawValue>::deserialize(source)?.get();
            reader.check_depth(raw)?;
            Scalar::from_raw(raw)
        } else {
            source.deserialize_any(ScalarVisitor { reader, lifetime: PhantomData })?
        };
        *self = match scalar.map(T::parse) {
            None | Some(Ok(None)) => Self::Absent,
            Some(Ok(Some(value))) => Self::Present(value),
            Some(Err(code)) => {
                reader.unreadable(code);
                Self::Unreadable
            }
        };
        Ok(())
    }
}

impl<'a, T: Value<'a>> Value<'a> for List<T> {
    const KIND: FieldKind = FieldKind::List { entry: &T::KIND };

    fn unreadable() -> Self {
        Self::Unreadable
    }

    fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    fn state(&self) -> State {
        match self {
            Self::Absent => State::Missing,
            Self::Unreadable => T::unreadable().state(),
            Self::Present(items) => items.iter().fold(State::Missing, |state, item| state.or_else(|| item.state())),
        }
    }

    fn read<D: Deserializer<'a>>(&mut self, source: D, reader: &mut Reader) -> Result<(), D::Error> {
        source.deserialize_any(ListVisitor { list: self, reader, lifetime: PhantomData })
    }
}

/// A [`Value`] as the seed of a deserialiser.
pub(crate) struct Seed<'x, V> {
    pub(crate) value: &'x mut V,
    pub(crate) reader: &'x mut Reader,
}

impl<'a, V: Value<'a>> DeserializeSeed<'a> for Seed<'_, V> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, source: D) -> Result<(), D::Error> {
        self.value.read(source, self.reader)
    }
}

/// Takes what stands in the place of a scalar; `None` for `null`.
struct ScalarVisitor<'x, 'a> {
    reader: &'x mut Reader,
    lifetime: PhantomData<&'a ()>,
}

impl<'a> Visitor<'a> for ScalarVisitor<'_, 'a> {
    type Value = Option<Scalar<'a>>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<Self::Value, E> {
        Ok(Some(Scalar::Text(Cow::Borrowed(text))))
    }

    fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Some(Scalar::Text(Cow::Owned(text.to_owned()))))
    }

    fn visit_bool<E>(self, value: bool) -> Result<Self::Value, E> {
        Ok(Some(Scalar::Boolean(value)))
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    // A whole number beyond 2^53 loses its last digits; every bound of the model is far below.
    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, value: i64) -> Result<Self::Value, E> {
        Ok(Some(Scalar::Number(value as f64)))
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, value: u64) -> Result<Self::Value, E> {
        Ok(Some(Scalar::Number(value as f64)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Self::Value, E> {
        Ok(Some(Scalar::Number(value)))
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut empty = true;
        while let Some(raw) = seq.next_element::<&'a RawValue>()? {
            self.reader.check_depth_below(raw.get(), 1)?;
            empty = false;
        }
        Ok(Some(Scalar::Composite { empty }))
    }

    fn visit_map<A: MapAccess<'a>>(self, map: A) -> Result<Self::Value, A::Error> {
        let empty = skip_map(map, self.reader)?;
        Ok(Some(Scalar::Composite { empty }))
    }
}

/// The scalars that stand where an object or a list was expected. `null` and a blank string are nothing.
macro_rules! scalars_are_unreadable {
    ($code:expr) => {
        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("any JSON value")
        }

        fn visit_unit<E>(self) -> Result<(), E> {
            Ok(())
        }

        fn visit_bool<E>(self, _: bool) -> Result<(), E> {
            self.unreadable()
        }

        fn visit_i64<E>(self, _: i64) -> Result<(), E> {
            self.unreadable()
        }

        fn visit_u64<E>(self, _: u64) -> Result<(), E> {
            self.unreadable()
        }

        fn visit_f64<E>(self, _: f64) -> Result<(), E> {
            self.unreadable()
        }

        fn visit_str<E>(self, text: &str) -> Result<(), E> {
            if reply::is_blank(text) { Ok(()) } else { self.unreadable() }
        }
    };
}

struct ListVisitor<'x, 'a, T> {
    list: &'x mut List<T>,
    reader: &'x mut Reader,
    lifetime: PhantomData<&'a ()>,
}

impl<'a, T: Value<'a>> ListVisitor<'_, 'a, T> {
    fn unreadable<E>(self) -> Result<(), E> {
        self.reader.unreadable(InputCode::NotAList);
        *self.list = List::Unreadable;
        Ok(())
    }
}

impl<'a, T: Value<'a>> Visitor<'a> for ListVisitor<'_, 'a, T> {
    type Value = ();

    scalars_are_unreadable!(NotAList);

    fn visit_map<A: MapAccess<'a>>(self, map: A) -> Result<(), A::Error> {
        skip_map(map, &mut *self.reader)?;
        self.unreadable()
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        let mut items = Vec::new();
        loop {
            let mut item = T::default();
            self.reader.enter_index(items.len())?;
            let more = seq.next_element_seed(Seed { value: &mut item, reader: self.reader })?.is_some();
            self.reader.leave();
            if !more {
                break;
            }
            items.push(item);
        }
        *self.list = List::Present(items);
        Ok(())
    }
}

/// An object of the plan. Implemented by `part!` alone.
pub(crate) trait Part<'a>: Value<'a> {
    /// The fields of the object, in the order of the declaration.
    const FIELDS: &'static [FieldInfo];

    /// The place of a key among the fields.
    fn index(key: &str) -> Option<u8>;

    /// Reads the field at a place.
    fn read_field<D: Deserializer<'a>>(
        &mut self,
        index: u8,
        repeated: bool,
        source: D,
        reader: &mut Reader,
    ) -> Result<(), D::Error>;
}

/// Reads an object of the plan.
pub(crate) fn read_part<'a, P: Part<'a>, D: Deserializer<'a>>(
    part: &mut P,
    source: D,
    reader: &mut Reader,
) -> Result<(), D::Error> {
    source.deserialize_any(PartVisitor { part, reader, lifetime: PhantomData })
}

struct PartVisitor<'x, 'a, P> {
    part: &'x mut P,
    reader: &'x mut Reader,
    lifetime: PhantomData<&'a ()>,
}

impl<'a, P: Part<'a>> PartVisitor<'_, 'a, P> {
    fn unreadable<E>(self) -> Result<(), E> {
        self.reader.unreadable(InputCode::NotAnObject);
        *self.part = P::unreadable();
        Ok(())
    }
}

impl<'a, P: Part<'a>> Visitor<'a> for PartVisitor<'_, 'a, P> {
    type Value = ();

    scalars_are_unreadable!(NotAnObject);

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        while let Some(raw) = seq.next_element::<&'a RawValue>()? {
            self.reader.check_depth_below(raw.get(), 1)?;
        }
        self.unreadable()
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        let mut seen = 0_u64;
        while let Some(key) = map.next_key_seed(KeySeed::<P>(PhantomData))? {
            match key {
                Key::Known(index) => {
                    let bit = 1 << index;
                    let field =
                        FieldSeed { part: &mut *self.part, index, repeated: seen & bit != 0, reader: self.reader };
                    map.next_value_seed(field)?;
                    seen |= bit;
                }
                Key::Unknown(key) => {
                    let raw = map.next_value::<&'a RawValue>()?;
                    self.reader.check_depth_below(raw.get(), 1)?;
                    self.reader.unknown_key(&key, P::FIELDS);
                }
            }
        }
        Ok(())
    }
}

/// Passes over an object, and says whether it was empty.
fn skip_map<'a, A: MapAccess<'a>>(mut map: A, reader: &mut Reader) -> Result<bool, A::Error> {
    let mut empty = true;
    while map.next_key::<IgnoredAny>()?.is_some() {
        reader.check_depth_below(map.next_value::<&'a RawValue>()?.get(), 1)?;
        empty = false;
    }
    Ok(empty)
}

struct FieldSeed<'x, P> {
    part: &'x mut P,
    index: u8,
    repeated: bool,
    reader: &'x mut Reader,
}

impl<'a, P: Part<'a>> DeserializeSeed<'a> for FieldSeed<'_, P> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, source: D) -> Result<(), D::Error> {
        self.part.read_field(self.index, self.repeated, source, self.reader)
    }
}

enum Key {
    Known(u8),
    Unknown(String),
}

struct KeySeed<P>(PhantomData<P>);

impl<'a, P: Part<'a>> DeserializeSeed<'a> for KeySeed<P> {
    type Value = Key;

    fn deserialize<D: Deserializer<'a>>(self, source: D) -> Result<Key, D::Error> {
        source.deserialize_identifier(self)
    }
}

impl<'a, P: Part<'a>> Visitor<'a> for KeySeed<P> {
    type Value = Key;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Key, E> {
        Ok(P::index(key).map_or_else(|| Key::Unknown(key.to_owned()), Key::Known))
    }
}

#[cfg(feature = "schema")]
mod schema {
    use std::borrow::Cow;

    use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

    use super::{Anything, Count, Date, Field, Number, Text, TextOrNumber};

    macro_rules! schema {
        ($([$($generics:tt)*] $type:ty => $json:tt;)*) => {
            $(
                impl<$($generics)*> JsonSchema for $type {
                    fn inline_schema() -> bool {
                        true
                    }

                    fn schema_name() -> Cow<'static, str> {
                        stringify!($type).into()
                    }

                    fn json_schema(_: &mut SchemaGenerator) -> Schema {
                        json_schema!($json)
                    }
                }
            )*
        };
    }

    schema! {
        ['a] Text<'a> => { "type": "string" };
        [] Date => { "type": "string", "format": "date" };
        ['a] TextOrNumber<'a> => { "type": ["string", "number"] };
        [] Anything => {};
        [const MIN: u32, const MAX: u32] Number<MIN, MAX> => { "type": "number", "minimum": MIN, "maximum": MAX };
        [const MIN: u32, const MAX: u32] Count<MIN, MAX> => { "type": "integer", "minimum": MIN, "maximum": MAX };
    }

    impl<T: JsonSchema> JsonSchema for Field<T> {
        fn inline_schema() -> bool {
            true
        }

        fn schema_name() -> Cow<'static, str> {
            T::schema_name()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            Option::<T>::json_schema(generator)
        }
    }
}
