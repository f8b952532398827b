//! What there is to say about the profiles, in the shape that every language gives it in.

use serde::Serialize;

use super::built_in::built_in;
use super::data::{Effect, Profile};
use super::rules::{ProfileRule, rule};
use crate::law::Entry;

/// A profile, with everything there is to say about it.
///
/// Written as the profile is, and with `rules`: the [entries](Entry) of the rules that it adds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[non_exhaustive]
pub struct ProfileEntry {
    /// The profile.
    #[serde(flatten)]
    pub profile: Profile,
    /// The rules that it adds, those of its themes among them.
    pub rules: Vec<Entry>,
}

/// Every profile that comes with the product.
pub fn catalogue() -> impl Iterator<Item = ProfileEntry> {
    built_in().map(|profile| ProfileEntry { rules: profile.rules().map(Entry::Added).collect(), profile })
}

impl Profile {
    /// The rules that the profile adds, those of its themes among them.
    pub fn rules(&self) -> impl Iterator<Item = &'static ProfileRule> {
        let effects = self.effects.iter().chain(self.themes.iter().flat_map(|theme| &theme.effects));
        let ids = effects.filter_map(|effect| if let Effect::Add(add) = effect { Some(&add.rules) } else { None });
        ids.flatten().filter_map(|id| rule(id))
    }
}
