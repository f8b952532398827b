//! Reading a provision that a plan invokes, however it is spelt.

use crate::letters::number;
use crate::plan::{Field, Text};
use crate::reply::Reply;

/// What a plan invokes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hjemmel {
    /// Nothing.
    Ingen,
    /// A paragraph and a stykke.
    Bestemmelse(u32, u32),
    /// Another document, where it stands.
    Henvisning,
    /// Something that names no paragraph and stykke.
    Andet,
    /// Something that cannot be read.
    Ulaeselig,
}

/// `12,1`, `§ 12, stk. 1` and `§ 12 stk. 1 i bekendtgørelsen` are the same: the first two numbers count.
pub(super) fn hjemmel(field: &Field<Text<'_>>) -> Hjemmel {
    let text = match field {
        Field::Absent => return Hjemmel::Ingen,
        Field::Unreadable => return Hjemmel::Ulaeselig,
        Field::Present(text) => text,
    };
    match text.reply() {
        Reply::Blank | Reply::Nothing => return Hjemmel::Ingen,
        Reply::Reference => return Hjemmel::Henvisning,
        Reply::Answer => {}
    }
    let mut numbers = text
        .as_str()
        .split(|character: char| !character.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map(|digits| number(digits, 10).unwrap_or(u32::MAX));
    match (numbers.next(), numbers.next()) {
        (Some(paragraf), Some(stk)) => Hjemmel::Bestemmelse(paragraf, stk),
        _ => Hjemmel::Andet,
    }
}
