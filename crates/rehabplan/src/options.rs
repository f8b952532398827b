//! How a plan is to be checked, as a [`Checker`](crate::Checker) was told.

use crate::case::Phase;
use crate::horizon::Horizon;
use crate::language::Search;
use crate::plan::Date;
use crate::selection::Selection;

/// What was chosen; the methods of [`Checker`](crate::Checker) say what each choice means.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    pub(crate) phase: Option<Phase>,
    pub(crate) as_of: Option<Date>,
    pub(crate) detail: Detail,
    pub(crate) only: Option<Selection>,
    pub(crate) horizon: Option<Horizon>,
    pub(crate) search: Search,
}

/// Which answers a report keeps. Its counts are the same either way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Detail {
    /// Findings and what could not be determined.
    #[default]
    Findings,
    /// The answer to every requirement.
    All,
}

impl Detail {
    /// Both, the lesser first.
    pub const EACH: &'static [Self] = &[Self::Findings, Self::All];

    /// The code as it stands in options.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Findings => "findings",
            Self::All => "all",
        }
    }

    /// The detail with a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::EACH.iter().copied().find(|detail| detail.code() == code)
    }
}
