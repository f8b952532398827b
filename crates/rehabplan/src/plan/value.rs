//! What a field of the plan can hold, and how it is read: leniently, and only once.

use std::borrow::Cow;
use std::fmt;
#[cfg(feature = "profiles")]
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{Datelike as _, NaiveDate};
use serde::{Serialize, Serializer};

use super::FieldKind;
#[cfg(feature = "profiles")]
use super::stated::Stated;
use super::stated::States;
use crate::input::InputCode;
use crate::letters::{self, nearest};
use crate::reply::{self, Reply};

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

/// `None` is a field that is not there.
impl<T> From<Option<T>> for Field<T> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Absent, Self::Present)
    }
}

impl<'a> From<&'a str> for Field<Text<'a>> {
    fn from(text: &'a str) -> Self {
        Self::Present(text.into())
    }
}

impl From<String> for Field<Text<'_>> {
    fn from(text: String) -> Self {
        Self::Present(text.into())
    }
}

impl<'a> From<&'a str> for Field<TextOrNumber<'a>> {
    fn from(text: &'a str) -> Self {
        Self::Present(TextOrNumber::Text(text.into()))
    }
}

impl From<String> for Field<TextOrNumber<'_>> {
    fn from(text: String) -> Self {
        Self::Present(TextOrNumber::Text(text.into()))
    }
}

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

/// A list of the plan.
pub type List<T> = Field<Vec<T>>;

/// Whether a field, a part or a whole plan holds anything (A7).
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

/// Free text, with what it amounts to as a reply: many rules ask, and it is worked out once.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    text: Cow<'a, str>,
    reply: Reply,
    is_read: Looked,
}

/// Whether anybody has looked at the words of a text. Hardly a rule does, and where none has, other words that amount to the same
/// change nothing: so a draft knows what need not be checked again. A browser's small build has no drafts, and does not note it.
#[derive(Debug, Default)]
struct Looked {
    #[cfg(feature = "profiles")]
    is_noted: AtomicBool,
}

impl Looked {
    fn note(&self) {
        #[cfg(feature = "profiles")]
        self.is_noted.store(true, Ordering::Relaxed);
    }

    fn is_noted(&self) -> bool {
        #[cfg(feature = "profiles")]
        return self.is_noted.load(Ordering::Relaxed);
        #[cfg(not(feature = "profiles"))]
        true
    }
}

impl Clone for Looked {
    fn clone(&self) -> Self {
        Self {
            #[cfg(feature = "profiles")]
            is_noted: self.is_noted().into(),
        }
    }
}

impl Text<'_> {
    /// The text as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.is_read.note();
        &self.text
    }

    /// The same for whoever says by itself what other words would change.
    pub(crate) fn words(&self) -> &str {
        &self.text
    }

    /// Whether anybody has looked at the words as [`Self::as_str`] gives them, or compared them.
    pub(crate) fn is_read(&self) -> bool {
        self.is_read.is_noted()
    }

    /// What the text amounts to.
    #[must_use]
    pub fn reply(&self) -> Reply {
        self.reply
    }
}

impl PartialEq for Text<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Text<'_> {}

impl<'a> From<Cow<'a, str>> for Text<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self { reply: reply::reply(&text), text, is_read: Looked::default() }
    }
}

impl<'a> From<&'a str> for Text<'a> {
    fn from(text: &'a str) -> Self {
        Cow::Borrowed(text).into()
    }
}

impl From<String> for Text<'_> {
    fn from(text: String) -> Self {
        Cow::Owned::<str>(text).into()
    }
}

impl Default for Text<'_> {
    fn default() -> Self {
        "".into()
    }
}

impl Serialize for Text<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text)
    }
}

/// A day of the calendar, written `YYYY-MM-DD`.
///
/// ```
/// use rehabplan::plan::Date;
///
/// let date = Date::new(2020, 2, 29).expect("a leap day");
/// assert_eq!(Date::parse("2020-02-29"), Some(date));
/// assert_eq!(date.to_string(), "2020-02-29");
/// assert_eq!((date.year(), date.month(), date.day()), (2020, 2, 29));
/// assert_eq!(Date::new(2021, 2, 29), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(crate) NaiveDate);

impl Date {
    /// A day of the years 1 to 9999; `None` when there is no such day.
    #[must_use]
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < 1 || year > 9999 {
            return None;
        }
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Some(Self(date)),
            None => None,
        }
    }

    /// Reads `YYYY-MM-DD` and nothing else; `None` for an impossible day, another order or a time of day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => {
                let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
                Self::new(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
            }
            _ => None,
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(feature = "chrono")]
impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

#[cfg(feature = "chrono")]
impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
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
    /// The extent as a number of hours a week.
    Number(Number<0, 168>),
}

impl Serialize for TextOrNumber<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => text.serialize(serializer),
            Self::Number(number) => number.serialize(serializer),
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

/// A value that can be kept when the document that it was read from is gone.
pub(crate) trait IntoOwned {
    /// The same value, which borrows nothing.
    type Owned;

    fn into_owned(self) -> Self::Owned;
}

macro_rules! owned_already {
    ($([$($generics:tt)*] $type:ty;)*) => {
        $(
            impl<$($generics)*> IntoOwned for $type {
                type Owned = Self;

                fn into_owned(self) -> Self {
                    self
                }
            }
        )*
    };
}

owned_already! {
    [] bool;
    [] Date;
    [] Anything;
    [const MIN: u32, const MAX: u32] Number<MIN, MAX>;
    [const MIN: u32, const MAX: u32] Count<MIN, MAX>;
}

impl IntoOwned for Text<'_> {
    type Owned = Text<'static>;

    fn into_owned(self) -> Text<'static> {
        Text { text: Cow::Owned(self.text.into_owned()), reply: self.reply, is_read: self.is_read }
    }
}

impl IntoOwned for TextOrNumber<'_> {
    type Owned = TextOrNumber<'static>;

    fn into_owned(self) -> TextOrNumber<'static> {
        match self {
            Self::Text(text) => TextOrNumber::Text(text.into_owned()),
            Self::Number(number) => TextOrNumber::Number(number),
        }
    }
}

impl<T: IntoOwned> IntoOwned for Field<T> {
    type Owned = Field<T::Owned>;

    fn into_owned(self) -> Field<T::Owned> {
        match self {
            Self::Absent => Field::Absent,
            Self::Present(value) => Field::Present(value.into_owned()),
            Self::Unreadable => Field::Unreadable,
        }
    }
}

impl<T: IntoOwned> IntoOwned for Vec<T> {
    type Owned = Vec<T::Owned>;

    fn into_owned(self) -> Vec<T::Owned> {
        self.into_iter().map(T::into_owned).collect()
    }
}

/// One step on the way to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Key(&'static str),
    /// Any entry of a list.
    Each,
}

/// A value that is written as one JSON scalar.
pub(crate) trait Leaf<'a>: States<'a> + Sized {
    /// Whether a value makes the part that holds it present (A7: a § 12 mark does not).
    const COUNTS: bool = true;

    /// What a field with such a value holds.
    const KIND: FieldKind;

    /// Reads the value from what stands in its place, `null` apart. `Ok(None)` when that is an empty answer.
    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode>;

    /// The value as free text, if it is such.
    fn as_text(&self) -> Option<&Text<'a>> {
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
    /// The same, which borrows nothing from the document.
    pub(crate) fn into_owned(self) -> Scalar<'static> {
        match self {
            Self::Null => Scalar::Null,
            Self::Text(text) => Scalar::Text(Cow::Owned(text.into_owned())),
            Self::NoText => Scalar::NoText,
            Self::Boolean(value) => Scalar::Boolean(value),
            Self::Number(value) => Scalar::Number(value),
            Self::NoNumber => Scalar::NoNumber,
            Self::Composite { empty } => Scalar::Composite { empty },
        }
    }

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

/// The place of a code among those of a list, once for all lists. A placeholder is none, and any other text an error that
/// names the nearest code.
pub(crate) fn code(
    scalar: Scalar<'_>,
    codes: &'static [&'static str],
    aliases: &[(&str, usize)],
) -> Result<Option<usize>, InputCode> {
    let Some(text) = scalar.into_text() else { return Err(InputCode::NotACode { nearest: None, allowed: codes }) };
    match spelt(&text, codes, aliases) {
        None if !reply::is_no_value(&text) => {
            Err(InputCode::NotACode { nearest: nearest(text.trim(), codes.iter().copied()), allowed: codes })
        }
        known => Ok(known),
    }
}

/// The place of the code that is spelt like this; exactly so, if there is one.
pub(crate) fn spelt(written: &str, codes: &[&str], aliases: &[(&str, usize)]) -> Option<usize> {
    let find = |is_it: fn(&str, &str) -> bool| {
        let code = codes.iter().position(|code| is_it(written, code));
        code.or_else(|| aliases.iter().find(|(alias, _)| is_it(written, alias)).map(|(_, place)| *place))
    };
    find(|written, spelling| written == spelling).or_else(|| find(letters::is_same_code))
}

impl<'a> Leaf<'a> for Text<'a> {
    const KIND: FieldKind = FieldKind::Text;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        scalar.into_text().map(|text| Some(text.into())).ok_or(InputCode::NotText)
    }

    fn as_text(&self) -> Option<&Text<'a>> {
        Some(self)
    }
}

impl<'a> Leaf<'a> for Date {
    const KIND: FieldKind = FieldKind::Date;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        let text = scalar.into_text().ok_or(InputCode::NotADate)?;
        match Self::parse(&text).or_else(|| Self::parse(text.trim())) {
            // What programs write for no date (0001-01-01, 1900-01-01, 9999-12-31) is none that anything in a case can have.
            Some(date) if !(1901..9999).contains(&date.year()) => Err(InputCode::NotADate),
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

/// A number between two bounds, once for all bounds.
fn number_within(scalar: &Scalar<'_>, min: u32, max: u32) -> Result<Option<f64>, InputCode> {
    match scalar {
        Scalar::Number(value) if (f64::from(min)..=f64::from(max)).contains(value) => Ok(Some(*value)),
        Scalar::Number(_) => Err(InputCode::OutOfRange { min, max }),
        other if other.is_nothing(reply::is_placeholder_alone) => Ok(None),
        _ => Err(InputCode::NotANumber { min, max }),
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Number<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        number_within(&scalar, MIN, MAX).map(|value| value.map(Self))
    }
}

impl<'a, const MIN: u32, const MAX: u32> Leaf<'a> for Count<MIN, MAX> {
    const KIND: FieldKind = FieldKind::Number;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        if matches!(scalar, Scalar::Number(value) if value.fract() != 0.0) {
            return Err(InputCode::NotWhole { min: MIN, max: MAX });
        }
        // The bounds are those of `u32`, so the conversion is exact.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
        number_within(&scalar, MIN, MAX).map(|value| value.map(|value| Self(value as u32)))
    }
}

impl<'a> Leaf<'a> for TextOrNumber<'a> {
    const KIND: FieldKind = FieldKind::Text;

    fn parse(scalar: Scalar<'a>) -> Result<Option<Self>, InputCode> {
        match scalar {
            Scalar::Text(text) => Ok(Some(Self::Text(text.into()))),
            Scalar::Number(_) => Ok(Number::parse(scalar)?.map(Self::Number)),
            _ => Err(InputCode::NotText),
        }
    }

    fn as_text(&self) -> Option<&Text<'a>> {
        match self {
            Self::Text(text) => Some(text),
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
pub(crate) trait HasKind {
    /// What such a field holds.
    const KIND: FieldKind;
}

/// A field, a list or a part: what the reader can fill. The reader knows it as `dyn Value`, so that the parser is compiled
/// once, and not for each type of the plan.
pub(crate) trait Value<'a> {
    /// How the value is filled. A list begins anew.
    fn shape(&mut self) -> Shape<'_, 'a>;

    /// The same, to go on in what stands there: a list keeps its entries.
    fn within(&mut self) -> Shape<'_, 'a> {
        self.shape()
    }

    /// Whether the value is filled from one scalar, whatever stands there.
    fn is_leaf(&self) -> bool {
        false
    }

    /// Takes what stands in the value's place, when that is not the list or the object that belongs there. `null` makes
    /// the value absent. An error says why the value is unreadable.
    fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode>;

    /// Something stands here, but it cannot be read.
    fn set_unreadable(&mut self);

    /// What there is to look at. All that is asked of a value follows from it, and is worked out once for all types.
    fn view(&self) -> View<'_, 'a>;

    /// What a field that can be read states; `None` for parts and lists, too.
    #[cfg(feature = "profiles")]
    fn stated(&self) -> Option<Stated<'_, 'a>> {
        None
    }

    /// Whether anything is filled in.
    fn state(&self) -> State
    where
        Self: Sized,
    {
        state_of(self)
    }

    /// What the value amounts to as an answer.
    fn given(&self) -> Given
    where
        Self: Sized,
    {
        given_of(self)
    }

    /// Changes what stands right below the value: the fields of a part, the entries of a list. A leaf has nothing below.
    #[cfg(feature = "profiles")]
    fn below(&mut self, _change: &mut dyn FnMut(Step, &mut dyn Value<'a>)) {}

    /// Makes the texts absent that stand for nothing.
    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool);
}

/// A value as something to look at.
pub(crate) enum View<'v, 'a> {
    /// Free text.
    Text(&'v Text<'a>),
    /// Another value, or none, and what is to be said of it.
    Other(State),
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

    /// The same, to be changed; behind the last one it is an empty one that is added.
    fn entry_mut(&mut self, place: usize) -> Option<&mut dyn Value<'a>>;
}

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

/// An object of the plan. Implemented by `part!` alone.
pub(crate) trait Part<'a> {
    /// The keys of the fields, in the order of the declaration.
    fn keys(&self) -> &'static [Key];

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

/// Whether anything is filled in.
pub(crate) fn state_of<'a>(value: &(dyn Value<'a> + '_)) -> State {
    match value.view() {
        View::Text(text) => match text.reply() {
            Reply::Blank => State::Missing,
            Reply::Nothing => State::Nothing,
            Reply::Reference => State::Reference,
            Reply::Answer => State::Present,
        },
        View::Other(state) => state,
        View::List(entries) => entries.all().fold(State::Missing, |state, entry| state.or_else(|| state_of(entry))),
        View::Part(part) => part.fields().fold(State::Missing, |state, field| state.or_else(|| state_of(field))),
    }
}

/// Whether any field in a value is in this state, whatever the others hold.
fn holds<'a>(value: &(dyn Value<'a> + '_), state: State) -> bool {
    match value.view() {
        View::List(entries) => entries.all().any(|entry| holds(entry, state)),
        View::Part(part) => part.fields().any(|field| holds(field, state)),
        View::Text(_) | View::Other(_) => state_of(value) == state,
    }
}

/// What a value amounts to as an answer. It says that there is nothing, or refers to a document, when it does nothing else
/// (A8, A46): beside "ingen", what cannot be read may be an answer. A list amounts to what its best entry does, so that one
/// that only says "ingen" changes nothing beside another (A49).
pub(crate) fn given_of<'a>(value: &(dyn Value<'a> + '_)) -> Given {
    if let View::List(entries) = value.view() {
        return entries.all().map(given_of).max().unwrap_or(Given::Blank);
    }
    match state_of(value) {
        State::Missing => Given::Blank,
        State::Unreadable => Given::Unreadable,
        State::Nothing | State::Reference if holds(value, State::Unreadable) => Given::Unreadable,
        State::Nothing => Given::Nothing,
        State::Reference if !holds(value, State::Nothing) => Given::Reference,
        State::Reference | State::Present => Given::Answer,
    }
}

impl<'a> dyn Entries<'a> + '_ {
    pub(crate) fn all(&self) -> impl Iterator<Item = &dyn Value<'a>> {
        (0..).map_while(|place| self.entry(place))
    }
}

impl<'a> dyn Part<'a> + '_ {
    /// The place of a key. Small before fast in a browser: once for all parts.
    #[cfg(target_arch = "wasm32")]
    pub(crate) fn place(&self, key: &str) -> Option<usize> {
        self.keys().iter().position(|known| known.name == key)
    }

    pub(crate) fn fields(&self) -> impl Iterator<Item = &dyn Value<'a>> {
        (0..).map_while(|place| self.field(place))
    }

    /// Whether nothing is filled in but fields with these keys.
    pub(crate) fn holds_only(&self, keys: &[&str]) -> bool {
        self.keys()
            .iter()
            .zip(self.fields())
            .all(|(key, field)| keys.contains(&key.name) || state_of(field) == State::Missing)
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
                change(Step::Key(key.name), field);
            }
        }
    }

    fn view(&self) -> View<'_, 'a> {
        View::Part(self)
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        (self as &mut dyn Part<'a>).change(|field| field.forget(stands_for_nothing));
    }
}

impl<'a, T: Leaf<'a>> HasKind for Field<T> {
    const KIND: FieldKind = T::KIND;
}

impl<'a, T: Leaf<'a>> Value<'a> for Field<T> {
    fn shape(&mut self) -> Shape<'_, 'a> {
        Shape::Leaf
    }

    fn is_leaf(&self) -> bool {
        true
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

    fn view(&self) -> View<'_, 'a> {
        match self {
            Self::Present(value) if T::COUNTS => value.as_text().map_or(View::Other(State::Present), View::Text),
            Self::Unreadable if T::COUNTS => View::Other(State::Unreadable),
            _ => View::Other(State::Missing),
        }
    }

    #[cfg(feature = "profiles")]
    fn stated(&self) -> Option<Stated<'_, 'a>> {
        self.get().map(States::stated)
    }

    #[cfg(feature = "profiles")]
    fn forget(&mut self, stands_for_nothing: &dyn Fn(&str) -> bool) {
        if self.get().and_then(Leaf::as_text).is_some_and(|text| stands_for_nothing(text.as_str())) {
            *self = Self::Absent;
        }
    }
}

impl<T: HasKind> HasKind for List<T> {
    const KIND: FieldKind = FieldKind::List { entry: &T::KIND };
}

impl<'a, T: Value<'a> + Default> Value<'a> for List<T> {
    fn shape(&mut self) -> Shape<'_, 'a> {
        *self = Self::Absent;
        self.within()
    }

    fn within(&mut self) -> Shape<'_, 'a> {
        if !matches!(self, Self::Present(_)) {
            *self = Self::Present(Vec::new());
        }
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

    fn view(&self) -> View<'_, 'a> {
        match self {
            Self::Present(entries) => View::List(entries),
            Self::Absent => View::Other(State::Missing),
            Self::Unreadable => {
                // As one entry that cannot be read, which may be of a kind that does not count (A7).
                let mut entry = T::default();
                entry.set_unreadable();
                View::Other(state_of(&entry))
            }
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

    fn entry_mut(&mut self, place: usize) -> Option<&mut dyn Value<'a>> {
        if place == self.len() {
            return self.add();
        }
        self.get_mut(place).map(|entry| entry as _)
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
        ['a] TextOrNumber<'a> => { "type": ["string", "number"], "minimum": 0, "maximum": 168 };
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

#[cfg(test)]
mod tests {
    use super::NAMES;
    use crate::plan::{FieldInfo, FieldKind, Plan};

    #[test]
    fn what_needs_no_answer_of_its_own_is_a_field() {
        fn keys(fields: &'static [FieldInfo], all: &mut Vec<&'static str>) {
            for field in fields {
                all.push(field.key);
                let mut kind = field.kind;
                while let FieldKind::List { entry } = kind {
                    kind = *entry;
                }
                if let FieldKind::Part { fields } = kind {
                    keys(fields, all);
                }
            }
        }
        let mut all = Vec::new();
        keys(Plan::fields(), &mut all);
        for name in NAMES {
            assert!(all.contains(&name), "{name}");
        }
    }
}
