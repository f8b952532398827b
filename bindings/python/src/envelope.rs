//! An export's own wrapping of a plan: `{"sagsnummer": "4711", "plan": {...}}`.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::failure::Problem;
use crate::tally::Tally;

/// Which keys of a document hold the caller's id and the plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Keys {
    pub(crate) id: Option<String>,
    pub(crate) plan: Option<String>,
}

/// What a document holds: the caller's id, and the plan.
pub(crate) type Opened<'d> = (Option<String>, Result<Cow<'d, [u8]>, Problem>);

impl Keys {
    fn are_none(&self) -> bool {
        self.id.is_none() && self.plan.is_none()
    }

    /// Notes which of the named keys a document has, and says what is wrong if one is missing. `is_named` says that the
    /// document has an id already, and so needs none of its own.
    pub(crate) fn look(&self, has_id: bool, has_plan: bool, is_named: bool, tally: &mut Tally) -> Result<(), Problem> {
        let missing = |option, key: &String| Err(Problem::NoKey(option, key.clone()));
        let mut result = Ok(());
        if let Some(key) = &self.plan {
            tally.plan_key.note(has_plan);
            if !has_plan {
                result = missing("plan", key);
            }
        }
        if let Some(key) = &self.id {
            if has_id || !is_named {
                tally.id_key.note(has_id);
            }
            if !has_id && !is_named {
                result = missing("id", key);
            }
        }
        result
    }

    /// Opens a document. One that is no JSON object is a plan without an id, so that the core says what is wrong.
    pub(crate) fn open<'d>(&self, document: &'d [u8], is_named: bool, tally: &mut Tally) -> Opened<'d> {
        let whole = (None, Ok(Cow::Borrowed(document)));
        if self.are_none() {
            return whole;
        }
        let Ok(text) = std::str::from_utf8(document) else { return whole };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut source = serde_json::Deserializer::from_str(text);
        let Ok((id, plan)) = source.deserialize_map(Members(self)).and_then(|members| source.end().map(|()| members))
        else {
            return whole;
        };
        let missing = self.look(id.is_some(), plan.is_some(), is_named, tally);
        let plan = match plan {
            None => Cow::Borrowed(document),
            Some(raw) => match serde_json::from_str::<String>(raw.get()) {
                Ok(text) => Cow::Owned(text.into_bytes()),
                Err(_) => Cow::Borrowed(raw.get().as_bytes()),
            },
        };
        (id.and_then(name), missing.map(|()| plan))
    }
}

/// An id as text; only text and numbers name anything.
fn name(raw: &RawValue) -> Option<String> {
    let raw = raw.get();
    match raw.as_bytes().first() {
        Some(b'"') => serde_json::from_str(raw).ok(),
        Some(b'-' | b'0'..=b'9') => Some(raw.to_owned()),
        _ => None,
    }
}

/// Finds the two members of an object and passes over the rest.
struct Members<'k>(&'k Keys);

impl<'de> Visitor<'de> for Members<'_> {
    type Value = (Option<&'de RawValue>, Option<&'de RawValue>);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let Keys { id, plan } = self.0;
        let mut found = (None, None);
        while let Some(key) = map.next_key::<Cow<'de, str>>()? {
            if plan.as_deref() == Some(&*key) {
                found.1 = Some(map.next_value()?);
            } else if id.as_deref() == Some(&*key) {
                found.0 = Some(map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(found)
    }
}
