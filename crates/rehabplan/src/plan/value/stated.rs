//! What a field states, for whoever compares it with something: a flag, a code, a number, a date or a text.

use super::anything::Anything;
use super::date::Date;
use super::number::{Count, Number};
use super::text::{Text, TextOrNumber};

/// What stands in a field.
pub(crate) enum Stated<'v, 'a> {
    /// Free text.
    Text(&'v Text<'a>),
    /// A yes or a no.
    Flag(bool),
    /// One of the codes of a list.
    Code(&'static str),
    Number(f64),
    Date(Date),
    /// Anything else, of which only is known that it is there.
    Anything,
}

/// A value that states something.
pub(crate) trait States<'a> {
    fn stated(&self) -> Stated<'_, 'a>;
}

impl<'a> States<'a> for Text<'a> {
    fn stated(&self) -> Stated<'_, 'a> {
        Stated::Text(self)
    }
}

impl<'a> States<'a> for TextOrNumber<'a> {
    fn stated(&self) -> Stated<'_, 'a> {
        match self {
            Self::Text(text) => Stated::Text(text),
            Self::Number(number) => Stated::Number(number.get()),
        }
    }
}

/// The values that know nothing of the document: how each is stated.
macro_rules! states {
    ($([$($generics:tt)*] $type:ty, $value:pat => $stated:expr;)*) => {
        $(
            impl<'a, $($generics)*> States<'a> for $type {
                fn stated(&self) -> Stated<'_, 'a> {
                    let $value = *self;
                    $stated
                }
            }
        )*
    };
}

states! {
    [] bool, flag => Stated::Flag(flag);
    [] Date, date => Stated::Date(date);
    [] Anything, _ => Stated::Anything;
    [const MIN: u32, const MAX: u32] Number<MIN, MAX>, number => Stated::Number(number.get());
    [const MIN: u32, const MAX: u32] Count<MIN, MAX>, count => Stated::Number(count.get().into());
}
