//! What a field, a part or a whole plan amounts to.

use crate::reply::IS_SMALL;

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

/// In which states the leaves of a value are, a bit for each, and one for the days that stand right in it: the whole of what rules ask of
/// a part or a list, in one byte.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Leaves(u8);

impl Leaves {
    /// No leaf is filled in.
    pub(crate) const NONE: Self = Self(0);
    /// A day that can be read. It is the last bit, since it fills a field as much as anything does.
    pub(crate) const DAY: Self = Self(1 << (State::Present as u8 + 1));

    /// One leaf.
    #[inline]
    pub(crate) const fn of(state: State) -> Self {
        Self(1 << state as u8 & !1)
    }

    #[inline]
    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// As they are seen from without.
    #[inline]
    pub(crate) const fn outside(self) -> Self {
        let day = self.0 & Self::DAY.0;
        Self(self.0 & !Self::DAY.0 | day >> 1)
    }

    const fn holds(self, state: State) -> bool {
        self.0 & Self::of(state).0 != 0
    }

    /// The state of the leaf that is filled in the most.
    #[inline]
    pub(crate) const fn state(self) -> State {
        match self.0 | 1 {
            2..4 => State::Unreadable,
            4..8 => State::Nothing,
            8..16 => State::Reference,
            16.. => State::Present,
            _ => State::Missing,
        }
    }

    /// What the value amounts to as an answer. It says that there is nothing, or refers to a document, when it does nothing else
    /// (A8, A46): beside "ingen", what cannot be read may be an answer. A day beside that says no more, as it does not in a text ("se
    /// bilag 2 af 1. maj").
    #[inline]
    pub(crate) fn given(self) -> Given {
        // Looked up, since each rule asks. (Small before fast in a browser.)
        if IS_SMALL {
            return self.worked_out();
        }
        Self::GIVEN.get(usize::from(self.0)).copied().unwrap_or(Given::Blank)
    }

    /// The same for each state that the leaves can be in.
    const GIVEN: [Given; 64] = {
        let mut given = [Given::Blank; 64];
        let mut bits = 0;
        #[allow(clippy::indexing_slicing, clippy::cast_possible_truncation)]
        while bits < given.len() {
            given[bits] = Self(bits as u8).worked_out();
            bits += 1;
        }
        given
    };

    const fn worked_out(self) -> Given {
        let in_words = Self(self.0 & !Self::DAY.0);
        match in_words.state() {
            State::Nothing | State::Reference if self.holds(State::Unreadable) => Given::Unreadable,
            State::Nothing => Given::Nothing,
            State::Reference if !self.holds(State::Nothing) => Given::Reference,
            State::Reference | State::Present => Given::Answer,
            _ if self.0 & Self::DAY.0 != 0 => Given::Answer,
            State::Unreadable => Given::Unreadable,
            State::Missing => Given::Blank,
        }
    }
}
