//! Free text, and what may be text or a number.

use std::borrow::Cow;
#[cfg(feature = "profiles")]
use std::sync::atomic::{AtomicBool, Ordering};

use serde::{Serialize, Serializer};

use super::field::Field;
use super::number::Number;
use super::owned::IntoOwned;
use super::state::{Leaves, State};
use crate::reply::{self, IS_SMALL, Reference, Reply, Worth};

/// Free text, with what it amounts to as a reply: many rules ask, and it is worked out once.
#[derive(Debug, Clone)]
pub struct Text<'a> {
    text: Cow<'a, str>,
    /// What it amounts to, as parts and lists want it of their leaves.
    leaves: Leaves,
    /// Whether it is no more than the name of a document, which is a reference, and an answer where such a name is asked for (A36).
    is_a_name: bool,
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
    #[cfg_attr(target_arch = "wasm32", inline(never))]
    pub fn reply(&self) -> Reply {
        match self.leaves.state() {
            State::Missing | State::Unreadable => Reply::Blank,
            State::Nothing => Reply::Nothing,
            State::Reference => Reply::Reference,
            State::Present => Reply::Answer,
        }
    }

    #[inline]
    pub(super) fn leaves(&self) -> Leaves {
        self.leaves
    }

    pub(crate) fn is_a_name(&self) -> bool {
        self.is_a_name
    }

    /// Whether it makes no difference to any rule that does not look at the words which of two texts stands there.
    pub(crate) fn amounts_to_as_much_as(&self, other: &Text<'_>) -> bool {
        self.leaves == other.leaves && self.is_a_name == other.is_a_name
    }

    /// Whether the text stands for nothing where something else than words is meant, as the key of an entry (A35).
    pub(crate) fn is_no_value(&self) -> bool {
        // What has no value is blank, as hardly a text is. (Small before fast in a browser.)
        (IS_SMALL || self.reply() == Reply::Blank) && reply::is_no_value(self.as_str())
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
        let worth = reply::worth(&text);
        let leaves = Leaves::of(match worth.reply() {
            Reply::Blank => State::Missing,
            Reply::Nothing => State::Nothing,
            Reply::Reference => State::Reference,
            Reply::Answer => State::Present,
        });
        Self { text, leaves, is_a_name: worth == Worth::Refers(Reference::Name), is_read: Looked::default() }
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

impl IntoOwned for Text<'_> {
    type Owned = Text<'static>;

    fn into_owned(self) -> Text<'static> {
        Text {
            text: Cow::Owned(self.text.into_owned()),
            leaves: self.leaves,
            is_a_name: self.is_a_name,
            is_read: self.is_read,
        }
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
