//! What there is to say about the profiles, in the shape that every language gives it in.

use serde::Serialize;

use super::built_in::built_in;
use super::data::{Effect, Profile};
use super::rules::{self, ProfileRule};
use crate::answer::Severity;
use crate::text::Text;

/// A profile with the rules that it adds. Written as the profile is, with `rules` beside what it holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Listed {
    /// The profile.
    #[serde(flatten)]
    pub profile: Profile,
    rules: Vec<Added>,
}

/// A rule that a profile adds.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Added {
    id: &'static str,
    citation: Text,
    summary: Text,
    severity: Option<&'static str>,
    phase: &'static str,
    paths: &'static [&'static str],
}

impl From<Profile> for Listed {
    fn from(profile: Profile) -> Self {
        let added = |rule: &'static ProfileRule| Added {
            id: rule.id,
            citation: rule.citation,
            summary: rule.texts.demand,
            severity: rule.severity.map(Severity::code),
            phase: rule.phase.code(),
            paths: rule.paths,
        };
        Self { rules: added_rules(&profile).into_iter().map(added).collect(), profile }
    }
}

/// The profiles that come with the product, each with the rules that it adds.
pub fn catalogue() -> impl Iterator<Item = Listed> {
    built_in().map(Listed::from)
}

/// The rules that a profile adds, with all of its themes.
#[must_use]
pub fn added_rules(profile: &Profile) -> Vec<&'static ProfileRule> {
    let effects = profile.effects.iter().chain(profile.themes.iter().flat_map(|theme| &theme.effects));
    effects
        .filter_map(|effect| if let Effect::Add(add) = effect { Some(&add.rules) } else { None })
        .flatten()
        .filter_map(|id| rules::rule(id))
        .collect()
}
