//! What a field of the plan holds: nothing, a value, or something that cannot be read.

use serde::{Serialize, Serializer};

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

impl<T: Serialize> Serialize for Field<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.get().serialize(serializer)
    }
}

/// A list of the plan.
pub type List<T> = Field<Vec<T>>;
