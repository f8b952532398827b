//! The rules that a profile adds.

use super::data::{Effect, Profile};
use super::rules::{ProfileRule, rule};

impl Profile {
    /// The rules that the profile adds, those of its themes among them.
    pub fn rules(&self) -> impl Iterator<Item = &'static ProfileRule> {
        let effects = self.effects.iter().chain(self.themes.iter().flat_map(|theme| &theme.effects));
        let ids = effects.filter_map(|effect| if let Effect::Add(add) = effect { Some(&add.rules) } else { None });
        ids.flatten().filter_map(|id| rule(id))
    }
}
