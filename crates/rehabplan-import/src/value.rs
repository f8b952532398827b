//! What a source holds at one place, before it is known what it is for.

use std::borrow::Cow;

use rehabplan::plan::Date;
use serde_json::Value as Json;

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
            Self::Text(text) => text.trim().is_empty(),
            Self::Nested(json) => match json.as_ref() {
                Json::Null => true,
                Json::Array(entries) => entries.is_empty(),
                Json::Object(members) => members.is_empty(),
                _ => false,
            },
            _ => false,
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

    /// What stands further in, where the value has something inside. Each step is a key or the place in a list.
    #[must_use]
    pub fn at(self, steps: &[String]) -> Self {
        match self {
            value if steps.is_empty() => value,
            Self::Nested(Cow::Borrowed(json)) => inner(json, steps).map_or(Self::Nothing, Self::of_json),
            Self::Nested(Cow::Owned(json)) => {
                inner(&json, steps).map_or(Self::Nothing, |json| Value::of_json(json).into_owned())
            }
            _ => Self::Nothing,
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

fn inner<'j>(json: &'j Json, steps: &[String]) -> Option<&'j Json> {
    steps.iter().try_fold(json, |json, step| match json {
        Json::Object(members) => members.get(step),
        Json::Array(entries) => entries.get(step.parse::<usize>().ok()?),
        _ => None,
    })
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
