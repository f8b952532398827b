//! How reports and rules are written as JSON: whatever they say, the code that writes it is there once, and not for each
//! type and each serializer.

use serde::ser::{SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

/// A value to be written.
#[derive(Clone, Copy)]
pub(crate) enum Json<'v> {
    Null,
    Boolean(bool),
    Number(u32),
    #[cfg(feature = "profiles")]
    Whole(i64),
    Text(&'v str),
    /// A list of texts.
    Texts(&'v [&'v str]),
    /// A list of objects: how many, and what says the members of the one at a place.
    List(usize, &'v dyn Fn(usize, &mut Members<'_>)),
    /// An object: what says its members.
    Object(&'v dyn Fn(&mut Members<'_>)),
}

/// An object by itself, by what says its members.
#[cfg(feature = "texts")]
pub(crate) struct Written<F>(pub(crate) F);

#[cfg(feature = "texts")]
impl<F: Fn(&mut Members<'_>)> Serialize for Written<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&self.0).serialize(serializer)
    }
}

/// The members of an object, said one by one.
pub(crate) struct Members<'m>(&'m mut dyn FnMut(&str, Json<'_>));

impl Members<'_> {
    /// A value of any kind.
    pub(crate) fn put(&mut self, key: &str, value: Json<'_>) {
        (self.0)(key, value);
    }

    pub(crate) fn text(&mut self, key: &str, text: &str) {
        self.put(key, Json::Text(text));
    }

    pub(crate) fn text_or_null(&mut self, key: &str, text: Option<&str>) {
        self.put(key, text.map_or(Json::Null, Json::Text));
    }

    pub(crate) fn flag(&mut self, key: &str, value: bool) {
        self.put(key, Json::Boolean(value));
    }

    pub(crate) fn number(&mut self, key: &str, number: u32) {
        self.put(key, Json::Number(number));
    }

    pub(crate) fn number_or_null(&mut self, key: &str, number: Option<u8>) {
        self.put(key, number.map_or(Json::Null, |number| Json::Number(number.into())));
    }

    pub(crate) fn texts(&mut self, key: &str, texts: &[&str]) {
        self.put(key, Json::Texts(texts));
    }

    pub(crate) fn object(&mut self, key: &str, members: &dyn Fn(&mut Members<'_>)) {
        self.put(key, Json::Object(members));
    }

    pub(crate) fn object_or_null<T>(&mut self, key: &str, value: Option<&T>, members: impl Fn(&T, &mut Members<'_>)) {
        match value {
            Some(value) => self.object(key, &|object| members(value, object)),
            None => self.put(key, Json::Null),
        }
    }

    pub(crate) fn list<T>(&mut self, key: &str, entries: &[T], members: impl Fn(&T, &mut Members<'_>)) {
        let members = |place, object: &mut Members<'_>| {
            if let Some(entry) = entries.get(place) {
                members(entry, object);
            }
        };
        self.put(key, Json::List(entries.len(), &members));
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Self::Null => serializer.serialize_unit(),
            Self::Boolean(value) => serializer.serialize_bool(value),
            Self::Number(number) => serializer.serialize_u32(number),
            #[cfg(feature = "profiles")]
            Self::Whole(number) => serializer.serialize_i64(number),
            Self::Text(text) => serializer.serialize_str(text),
            Self::Texts(texts) => {
                let mut list = serializer.serialize_seq(Some(texts.len()))?;
                texts.iter().try_for_each(|text| list.serialize_element(&Self::Text(text)))?;
                list.end()
            }
            Self::List(length, members) => {
                let mut list = serializer.serialize_seq(Some(length))?;
                (0..length).try_for_each(|place| {
                    list.serialize_element(&Json::Object(&|object: &mut Members<'_>| members(place, object)))
                })?;
                list.end()
            }
            Self::Object(members) => {
                let mut object = serializer.serialize_map(None)?;
                let mut result = Ok(());
                members(&mut Members(&mut |key, value| {
                    if result.is_ok() {
                        result = object.serialize_entry(key, &value);
                    }
                }));
                result?;
                object.end()
            }
        }
    }
}
