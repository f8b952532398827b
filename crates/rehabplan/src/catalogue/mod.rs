//! What there is to say about rules, profiles and notes, in the shape that every language gives it in.

#[cfg(feature = "profiles")]
use serde::Serialize;

use crate::law::{self, Rule, SCOPE, ScopeRule};
#[cfg(feature = "profiles")]
use crate::profile;
use crate::profile::ProfileRule;

#[cfg(feature = "profiles")]
mod cited;
#[cfg(feature = "texts")]
mod facts;

#[cfg(feature = "profiles")]
pub use cited::{Cited, going_on};
#[cfg(feature = "texts")]
pub use facts::all_notes;

/// A requirement, a scope rule or a rule that a profile adds, with everything there is to say about it.
///
/// Written as an object with `id`, `unit`, `citation`, `provision`, `kind`, `severity`, `phases`, `paths`, `summary`,
/// `finding`, `remedy`, `judgement`, `matrix` and `page`; texts and pages are objects with a member for each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnyRule {
    /// A requirement.
    Rule(&'static Rule),
    /// A rule on where the regulation applies. It gives no findings, so what belongs to one is `null`.
    Scope(&'static ScopeRule),
    /// A rule beside the regulation. It is no provision: `unit` and `provision` are `null`, and `citation` is a text. A build
    /// without `profiles` has none.
    Added(&'static ProfileRule),
}

/// Every rule of the regulation: the requirements in the order of the law, then the scope rules.
pub fn rules() -> impl Iterator<Item = AnyRule> + Clone {
    law::rules().map(AnyRule::Rule).chain(SCOPE.iter().map(AnyRule::Scope))
}

impl AnyRule {
    /// The id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id,
            Self::Scope(scope) => scope.id,
            #[cfg(feature = "profiles")]
            Self::Added(rule) => rule.id,
            #[cfg(not(feature = "profiles"))]
            Self::Added(rule) => match *rule {},
        }
    }

    /// Every rule that there is: [those of the regulation](rules), then those that profiles add.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        #[cfg(feature = "profiles")]
        let added = profile::rules().map(Self::Added);
        #[cfg(not(feature = "profiles"))]
        let added = std::iter::empty();
        rules().chain(added)
    }

    /// The rule with an id, among [all](AnyRule::all); case and blanks around it do not matter.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        let id = id.trim();
        Self::all().find(|rule| rule.id().eq_ignore_ascii_case(id))
    }
}

/// A profile, with everything there is to say about it.
///
/// Written as the profile is, and with `rules`: those that it adds.
#[cfg(feature = "profiles")]
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ProfileEntry {
    /// The profile.
    #[serde(flatten)]
    pub profile: profile::Profile,
    /// The rules that it adds, those of its themes among them.
    pub rules: Vec<AnyRule>,
}

/// Every profile that comes with the product, with everything there is to say about it.
#[cfg(feature = "profiles")]
pub fn profiles() -> impl Iterator<Item = ProfileEntry> {
    profile::built_in().map(|profile| ProfileEntry { rules: profile.rules().map(AnyRule::Added).collect(), profile })
}
