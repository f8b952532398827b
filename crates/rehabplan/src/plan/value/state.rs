//! What a field, a part or a whole plan amounts to.

/// Whether a field, a part or a whole plan holds anything (A7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Nothing is filled in.
    Missing,
    /// Nothing that can be read is filled in, but something unreadable stands there.
    Unreadable,
    /// All that is filled in says that there is nothing ("ingen"). That is an answer.
    Nothing,
    /// All that is filled in only refers to another document ("se bilag"), which a machine cannot read.
    Reference,
    /// At least one field is filled in.
    Present,
}

impl State {
    /// The fuller of two states.
    pub(crate) fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// The fuller of two states; the other one is looked at only where it can be fuller.
    pub(crate) fn or_else(self, other: impl FnOnce() -> Self) -> Self {
        if self == Self::Present { self } else { self.or(other()) }
    }

    /// Whether anything that can be read is filled in.
    #[must_use]
    pub fn is_present(self) -> bool {
        self >= Self::Nothing
    }
}

/// What a value amounts to as an answer, the least first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Given {
    /// Nothing stands there.
    Blank,
    /// "None" and nothing else.
    Nothing,
    /// It cannot be read.
    Unreadable,
    /// It only refers to a document.
    Reference,
    /// An answer.
    Answer,
}
