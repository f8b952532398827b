//! What a source holds at one place, before it is known what it is for.

use std::borrow::Cow;

use rehabplan::plan::Date;
use serde_json::Value as Json;

use crate::limits::MAX_NESTED_BYTES;

/// What stands in a cell, under a heading or in a form field.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Value<'r> {
    /// Nothing.
    #[default]
    Nothing,
    /// Text, as it was written.
    Text(Cow<'r, str>),
    /// A yes or a no that the source itself knows as one: a ticked box, a column of truth values.
    Flag(bool),
    /// A number that the source itself knows as one.
    Number(f64),
    /// A day that the source itself knows as one.
    Date(Date),
    /// What has something inside: a list or an object of JSON, a struct of Parquet.
    Nested(Cow<'r, Json>),
    /// Something stands there, and it cannot be read: an error of a formula, a text that no encoding explains.
    Unreadable,
}

impl<'r> Value<'r> {
    /// Whether nothing stands there: nothing at all, white space, or an empty list or object.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Text(text) => text.chars().all(char::is_whitespace),
            Self::Nested(json) => match json.as_ref() {
                Json::Null => true,
                Json::Array(entries) => entries.is_empty(),
                Json::Object(members) => members.is_empty(),
                _ => false,
            },
            _ => false,
        }
    }

    /// The same, without a copy of it.
    pub(crate) fn borrowed(&self) -> Value<'_> {
        match self {
            Self::Text(text) => Value::Text(Cow::Borrowed(text)),
            Self::Nested(json) => Value::Nested(Cow::Borrowed(json)),
            Self::Nothing => Value::Nothing,
            Self::Flag(flag) => Value::Flag(*flag),
            Self::Number(number) => Value::Number(*number),
            Self::Date(date) => Value::Date(*date),
            Self::Unreadable => Value::Unreadable,
        }
    }

    /// What stands there as text, to be compared or joined: a number without superfluous decimals, a date as
    /// `YYYY-MM-DD`. `None` for nothing, and for what is no text.
    #[must_use]
    pub fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => Some(Cow::Borrowed(text)),
            Self::Flag(flag) => Some(if *flag { "true" } else { "false" }.into()),
            Self::Number(number) => Some(number.to_string().into()),
            Self::Date(date) => Some(date.to_string().into()),
            Self::Nothing | Self::Nested(_) | Self::Unreadable => None,
        }
    }

    /// What a value of JSON is.
    #[must_use]
    pub fn of_json(json: &'r Json) -> Self {
        match json {
            Json::Null => Self::Nothing,
            Json::Bool(flag) => Self::Flag(*flag),
            Json::Number(number) => Self::of_number(number),
            Json::String(text) => Self::Text(Cow::Borrowed(text)),
            Json::Array(_) | Json::Object(_) => Self::Nested(Cow::Borrowed(json)),
        }
    }

    /// A whole number that is not held exactly is most likely an id, and stays what it is as text.
    fn of_number(number: &serde_json::Number) -> Self {
        const EXACT: u64 = 1 << 53;
        match number.as_u64().or_else(|| number.as_i64().map(i64::unsigned_abs)) {
            Some(whole) if whole > EXACT => Self::Text(Cow::Owned(number.to_string())),
            _ => number.as_f64().map_or(Self::Unreadable, Self::Number),
        }
    }

    /// What stands further in, where the value has something inside. Each step is a key or the place in a list. Where
    /// something else stands than what has an inside, that cannot be read.
    #[must_use]
    pub fn at(self, steps: &[String]) -> Self {
        let Some((step, rest)) = steps.split_first() else { return self };
        match self.opened() {
            Self::Nested(Cow::Borrowed(json)) => inner(json, step).at(rest),
            Self::Nested(Cow::Owned(json)) => inner(&json, step).at(rest).into_owned(),
            value if value.is_nothing() => Self::Nothing,
            _ => Self::Unreadable,
        }
    }

    /// The same value; a text that is JSON is what it says. So nested values stand in the cells of a table.
    #[must_use]
    pub fn opened(self) -> Self {
        match &self {
            Self::Text(text) => json_of(text).map_or(self, |json| Self::Nested(Cow::Owned(json))),
            _ => self,
        }
    }

    /// The same value, which borrows nothing from its record.
    #[must_use]
    pub fn into_owned(self) -> Value<'static> {
        match self {
            Self::Nothing => Value::Nothing,
            Self::Text(text) => Value::Text(Cow::Owned(text.into_owned())),
            Self::Flag(flag) => Value::Flag(flag),
            Self::Number(number) => Value::Number(number),
            Self::Date(date) => Value::Date(date),
            Self::Nested(json) => Value::Nested(Cow::Owned(json.into_owned())),
            Self::Unreadable => Value::Unreadable,
        }
    }
}

/// The list or the object that a text is, where it is one as JSON.
pub(crate) fn json_of(text: &str) -> Option<Json> {
    let may_be_it = text.len() <= MAX_NESTED_BYTES && text.trim_start().starts_with(['{', '[']);
    may_be_it.then(|| serde_json::from_str(text).ok())?
}

/// What stands one step further in.
fn inner<'j>(json: &'j Json, step: &str) -> Value<'j> {
    let found = match json {
        Json::Object(members) => members.get(step),
        Json::Array(entries) if entries.is_empty() => None,
        Json::Array(entries) => match step.parse::<usize>() {
            Ok(place) => entries.get(place),
            Err(_) => return Value::Unreadable,
        },
        _ => None,
    };
    found.map_or(Value::Nothing, Value::of_json)
}

impl<'r> From<&'r str> for Value<'r> {
    fn from(text: &'r str) -> Self {
        Self::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(Cow::Owned(text))
    }
}

/// Writing JSON to memory does not fail.
pub(crate) fn json_to<T: serde::Serialize + ?Sized>(out: &mut Vec<u8>, value: &T) {
    let _ = serde_json::to_writer(out, value);
}
