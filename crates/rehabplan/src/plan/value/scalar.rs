//! What a document has in the place of a value, and the codes of lists.

use std::borrow::Cow;

use crate::input::InputCode;
use crate::letters::{self, nearest};
use crate::reply;

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
    pub(super) fn is_nothing(&self, stands_for_nothing: fn(&str) -> bool) -> bool {
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
