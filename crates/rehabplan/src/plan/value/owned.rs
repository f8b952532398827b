//! Values that borrow nothing.

use super::anything::Anything;
use super::date::Date;
use super::field::Field;
use super::number::{Count, Number};

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
