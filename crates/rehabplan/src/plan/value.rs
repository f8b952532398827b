//! What a field of the plan can hold, and how it is read: leniently, and only once.

use std::borrow::Cow;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use super::FieldKind;
#[cfg(feature = "profiles")]
use crate::places::Step;
use crate::read::nearest;
use crate::reply::{self, Reply};
use crate::report::InputCode;

/// The value of one field: absent, present or unreadable.
///
/// `null`, an empty string and a placeholder in a field that is not text are absent
/// ([which ones](crate::reply)). A value of the wrong kind, an
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

    /// Whether nothing stands in the field.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
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

impl<T> Field<Vec<T>> {
    /// The entries of a list: none when it is absent or cannot be read.
    pub fn entries(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
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
    /// All that is filled in only refers to another document ("se bilag"), which a machine cannot read.
    Reference,
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

/// What a value amounts to as an answer, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Given {
    /// Nothing stands there.
    Blank,
    /// "None" and nothing else.
    Nothing,
    /// It cannot be read.
    Unreadable,
    /// It only refers to a document.
    Reference,
    /// An answer.
    Answer,
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

    /// Reads the value from what stands in its place, `null` apart. `Ok(None)` when that is an empty answer.
    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode>;

    /// How much the value says.
    fn state(&self) -> State {
        State::Present
    }

    /// The value as free text, if it is such.
    fn as_text(&self) -> Option<&str> {
        None
    }
}

/// What stands in the place of a value.
#[derive(Debug)]
pub(crate) enum Scalar<'a> {
    /// `null`.
    Null,
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

    /// `null` is nothing, and so is a text that stands for nothing in the place of another value.
    fn is_nothing(&self, stands_for_nothing: fn(&str) -> bool) -> bool {
        match self {
            Self::Null => true,
            Self::Text(text) => stands_for_nothing(text),
            _ => false,
        }
    }
}

/// What a text is that is none of the codes of its field: a placeholder, or an error that names the nearest code.
pub(crate) fn unknown_code(text: &str, codes: &'static [&'static str]) -> Result<(), InputCode> {
    if reply::is_no_value(text) {
        Ok(())
    } else {
        Err(InputCode::NotACode { nearest: nearest(text.trim(), codes.iter().copied()), allowed: codes })
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
            Reply::Reference => State::Reference,
            Reply::Answer => State::Present,
        }
    }

    fn as_text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl<'a> Leaf<'a> for Date {
    const KIND: FieldKind = FieldKind::Date;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        let text = scalar.into_text().ok_or(InputCode::NotADate)?;
        match Self::parse(&text).or_else(|| Self::parse(text.trim())) {
            Some(date) => Ok(Some(date)),
            None if reply::is_placeholder_alone(&text) => Ok(None),
            None => Err(InputCode::NotADate),
        }
    }
}

impl<'a> Leaf<'a> for bool {
    const KIND: FieldKind = FieldKind::Boolean;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Boolean(value) => Ok(Some(value)),
            other if other.is_nothing(reply::is_no_value) => Ok(None),
            _ => Err(InputCode::NotABoolean),
        }
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Number<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Number(value) => Self::new(value).map(Some).ok_or(InputCode::OutOfRange { min: MIN, max: MAX }),
            other if other.is_nothing(reply::is_placeholder_alone) => Ok(None),
            _ => Err(InputCode::NotANumber { min: MIN, max: MAX }),
        }
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Count<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        if matches!(scalar, Scalar::Number(value) if value.fract() != 0.0) {
            return Err(InputCode::NotWhole { min: MIN, max: MAX });
        }
        match Number::<MIN, MAX>::parse(scalar)? {
            None => Ok(None),
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

    fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text.as_str()),
            Self::Number(_) => None,
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

/// A type that a field of the plan can have.
pub(crate) trait Kind {
    /// What such a field holds.
    const KIND: FieldKind;
}

/// A field, a list or a part: what the reader can fill. The reader knows it as `dyn Value`, so that the parser is compiled
/// once, and not for each type of the plan.
pub(crate) trait Value<'a> {
    /// How the value is filled. A list begins anew.
    fn shape(&mut self) -> Shape<'_, 'a>;

    /// Takes what stands in the value's place, when that is not the list or the object that belongs there. `null` makes
    /// the value absent. An error says why the value is unreadable.
    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode>;

    /// Something stands here, but it cannot be read.
    fn set_unreadable(&mut self);

    /// Whether anything is filled in.
    fn state(&self) -> State;

    /// Whether any field in the value is in this state, whatever the others hold.
    fn holds(&self, state: State) -> bool {
        self.state() == state
    }

    /// Changes what stands right below the value: the fields of a part, the entries of a list. A leaf has nothing below.
    #[cfg(feature = "profiles")]
    fn below(&mut self, _change: &mut dyn FnMut(Step, &mut dyn Value<'a>)) {}

    /// What the value amounts to as an answer. It says that there is nothing, or refers to a document, when it does nothing
    /// else (A8, A46): beside "ingen", what cannot be read may be an answer.
    fn given(&self) -> Given {
        match self.state() {
            State::Missing => Given::Blank,
            State::Unreadable => Given::Unreadable,
            State::Nothing | State::Reference if self.holds(State::Unreadable) => Given::Unreadable,
            State::Nothing => Given::Nothing,
            State::Reference if !self.holds(State::Nothing) => Given::Reference,
            State::Reference | State::Present => Given::Answer,
        }
    }

    /// What there is to look at.
    fn view(&self) -> View<'_, 'a>;

    /// Makes the texts absent that stand for nothing.
    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool);
}

/// A value as something to look at.
pub(crate) enum View<'v, 'a> {
    /// Free text.
    Text(&'v str),
    /// Another value, or none.
    Other,
    /// A list.
    List(&'v dyn Entries<'a>),
    /// An object.
    Part(&'v dyn Part<'a>),
}

/// How a value is filled.
pub(crate) enum Shape<'v, 'a> {
    /// From one scalar.
    Leaf,
    /// From a list, entry by entry.
    List(&'v mut dyn Entries<'a>),
    /// From an object, field by field.
    Part(&'v mut dyn Part<'a>),
}

/// The entries of a list.
pub(crate) trait Entries<'a> {
    /// Adds an empty entry, which is always there.
    fn add(&mut self) -> Option<&mut dyn Value<'a>>;

    /// The entry at a place.
    fn entry(&self, place: usize) -> Option<&dyn Value<'a>>;
}

/// An object of the plan. Implemented by `part!` alone.
pub(crate) trait Part<'a> {
    /// The keys of the fields, in the order of the declaration.
    fn keys(&self) -> &'static [&'static str];

    /// The place of a key.
    #[cfg(not(target_arch = "wasm32"))]
    fn place(&self, key: &str) -> Option<usize>;

    /// The field that has the key at this place.
    fn field(&self, place: usize) -> Option<&dyn Value<'a>>;

    /// The same, to be filled.
    fn field_mut(&mut self, place: usize) -> Option<&mut dyn Value<'a>>;
}

impl<'a> dyn Value<'a> + '_ {
    /// Makes the value absent.
    pub(crate) fn clear(&mut self) {
        // `null` can be read everywhere.
        let _ = self.take(Scalar::Null);
    }
}

impl<'a> dyn Part<'a> + '_ {
    /// The place of a key. Small before fast in a browser: once for all parts.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        self.keys().iter().position(|known| *known == key)
    }

    fn fields(&self) -> impl Iterator<Item = &dyn Value<'a>> {
        (0..).map_while(|place| self.field(place))
    }

    /// Whether nothing is filled in but fields with these keys.
    pub(crate) fn holds_only(&self, keys: &[&str]) -> bool {
        self.keys().iter().zip(self.fields()).all(|(key, field)| keys.contains(key) || field.state() == State::Missing)
    }

    fn change(&mut self, change: impl Fn(&mut dyn Value<'a>)) {
        let mut place = 0;
        while let Some(field) = self.field_mut(place) {
            change(field);
            place += 1;
        }
    }

    fn take(&mut self, scalar: &Scalar<'a>) -> Result<(), InputCode> {
        if !scalar.is_nothing(reply::is_no_value) {
            self.change(|field| field.set_unreadable());
            return Err(InputCode::NotAnObject);
        }
        self.change(|field| field.clear());
        Ok(())
    }

    fn state(&self) -> State {
        self.fields().fold(State::Missing, |state, field| state.or_else(|| field.state()))
    }
}

impl<'a, P: Part<'a>> Value<'a> for P {
    fn shape(&mut self) -> Shape<'_, 'a> {
        Shape::Part(self)
    }

    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
        (self as &mut dyn Part<'a>).take(&scalar)
    }

    fn set_unreadable(&mut self) {
        (self as &mut dyn Part<'a>).change(|field| field.set_unreadable());
    }

    #[cfg(feature = "profiles")]
    fn below(&mut self, change: &mut dyn FnMut(Step, &mut dyn Value<'a>)) {
        for (place, key) in self.keys().iter().enumerate() {
            if let Some(field) = self.field_mut(place) {
                change(Step::Key(key), field);
            }
        }
    }

    fn state(&self) -> State {
        (self as &dyn Part<'a>).state()
    }

    fn holds(&self, state: State) -> bool {
        (self as &dyn Part<'a>).fields().any(|field| field.holds(state))
    }

    fn view(&self) -> View<'_, 'a> {
        View::Part(self)
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        (self as &mut dyn Part<'a>).change(|field| field.forget(stands_for_nothing));
    }
}

impl<'a, T: Leaf<'a>> Kind for Field<T> {
    const KIND: FieldKind = T::KIND;
}

impl<'a, T: Leaf<'a>> Value<'a> for Field<T> {
    fn shape(&mut self) -> Shape<'_, 'a> {
        Shape::Leaf
    }

    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
        *self = match scalar {
            Scalar::Null => Self::Absent,
            scalar => match T::parse(scalar) {
                Ok(None) => Self::Absent,
                Ok(Some(value)) => Self::Present(value),
                Err(code) => {
                    *self = Self::Unreadable;
                    return Err(code);
                }
            },
        };
        Ok(())
    }

    fn set_unreadable(&mut self) {
        *self = Self::Unreadable;
    }

    fn state(&self) -> State {
        match self {
            Self::Present(value) if T::COUNTS => value.state(),
            Self::Unreadable if T::COUNTS => State::Unreadable,
            _ => State::Missing,
        }
    }

    fn view(&self) -> View<'_, 'a> {
        self.get().and_then(Leaf::as_text).map_or(View::Other, View::Text)
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        if self.get().and_then(Leaf::as_text).is_some_and(stands_for_nothing) {
            *self = Self::Absent;
        }
    }
}

impl<T: Kind> Kind for List<T> {
    const KIND: FieldKind = FieldKind::List { entry: &T::KIND };
}

impl<'a, T: Value<'a> + Default> Value<'a> for List<T> {
    fn shape(&mut self) -> Shape<'_, 'a> {
        *self = Self::Present(Vec::new());
        match self {
            Self::Present(entries) => Shape::List(entries),
            Self::Absent | Self::Unreadable => Shape::Leaf,
        }
    }

    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
        *self = if scalar.is_nothing(reply::is_no_value) { Self::Absent } else { Self::Unreadable };
        if self.is_unreadable() { Err(InputCode::NotAList) } else { Ok(()) }
    }

    fn set_unreadable(&mut self) {
        *self = Self::Unreadable;
    }

    #[cfg(feature = "profiles")]
    fn below(&mut self, change: &mut dyn FnMut(Step, &mut dyn Value<'a>)) {
        if let Self::Present(entries) = self {
            entries.iter_mut().for_each(|entry| change(Step::Each, entry));
        }
    }

    fn state(&self) -> State {
        match self {
            Self::Absent => State::Missing,
            Self::Unreadable => {
                let mut entry = T::default();
                entry.set_unreadable();
                entry.state()
            }
            Self::Present(items) => items.iter().fold(State::Missing, |state, item| state.or_else(|| item.state())),
        }
    }

    fn holds(&self, state: State) -> bool {
        match self {
            Self::Present(items) => items.iter().any(|item| item.holds(state)),
            Self::Absent | Self::Unreadable => self.state() == state,
        }
    }

    /// A list amounts to what its best entry does, so that one that only says "ingen" changes nothing beside another (A49).
    fn given(&self) -> Given {
        match self {
            Self::Unreadable => Given::Unreadable,
            _ => self.entries().iter().map(Value::given).max().unwrap_or(Given::Blank),
        }
    }

    fn view(&self) -> View<'_, 'a> {
        match self {
            Self::Present(entries) => View::List(entries),
            Self::Absent | Self::Unreadable => View::Other,
        }
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        if let Self::Present(entries) = self {
            entries.iter_mut().for_each(|entry| entry.forget(stands_for_nothing));
        }
    }
}

impl<'a, T: Value<'a> + Default> Entries<'a> for Vec<T> {
    fn add(&mut self) -> Option<&mut dyn Value<'a>> {
        self.push(T::default());
        self.last_mut().map(|entry| entry as _)
    }

    fn entry(&self, place: usize) -> Option<&dyn Value<'a>> {
        self.get(place).map(|entry| entry as _)
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
