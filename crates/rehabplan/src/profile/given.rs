//! What whoever writes a profile or a list of suppressions may give: how much, and which rules it names.

use super::error::{ProfileError, ProfilePlace};
use super::rules::{self, ProfileRule};
use crate::law::{self, Rule};
use crate::limits::MAX_PROFILE_ENTRIES;
use crate::positions::Position;
use crate::scan::place;

/// How long a name may be.
pub(super) const MAX_NAME: usize = 80;

/// How long a text of a profile may be.
pub(super) const MAX_TEXT: usize = 10_000;

/// That a list is not too long.
pub(super) fn at_most(length: usize, at: &ProfilePlace) -> Result<(), ProfileError> {
    if length > MAX_PROFILE_ENTRIES { Err(ProfileError::TooMany { at: at.clone() }) } else { Ok(()) }
}

/// A rule of the regulation or one beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum RuleRef {
    Law(&'static Rule),
    Added(&'static ProfileRule),
}

impl RuleRef {
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Law(rule) => rule.id,
            Self::Added(rule) => rule.id,
        }
    }

    pub(super) fn all() -> impl Iterator<Item = Self> {
        law::rules().map(Self::Law).chain(rules::rules().map(Self::Added))
    }

    /// The rules that a name stands for: the one with that id, and those whose ids go on from it after a full stop.
    pub(super) fn named(name: &str, at: ProfilePlace) -> Result<Vec<Self>, ProfileError> {
        let goes_on = |id: &str| id.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        let found: Vec<_> = Self::all().filter(|rule| goes_on(rule.id())).collect();
        if found.is_empty() { Err(unknown_rule(name, at)) } else { Ok(found) }
    }
}

pub(super) fn unknown_rule(name: &str, at: ProfilePlace) -> ProfileError {
    let nearest = crate::letters::nearest(name, RuleRef::all().map(RuleRef::id));
    let rule = name.chars().take(MAX_NAME).collect();
    ProfileError::UnknownRule { at, rule, nearest: nearest.map(str::to_owned) }
}

/// Where serde found a mistake, its column counted in characters like every other.
pub(super) fn position(json: &str, error: &serde_json::Error) -> Position {
    // The parser counts bytes, and none after the last line feed.
    let line = json.split_inclusive('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let (_, column) = place(line.as_bytes(), error.column());
    Position { line: error.line(), column: column.max(1) }
}
