//! How a check is limited: which rules and places there are to choose among.

use crate::catalogue::AnyRule;
use crate::law;
use crate::letters;
use crate::places;
#[cfg(feature = "profiles")]
use crate::profile::{self, ProfileSet};
use crate::selection::{Selection, is_looked_at};
use crate::text::{Lang, Wording, filled, text};

/// Why there is no such selection. No error holds what was given; it says which entry is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SelectionError {
    /// Nothing is selected.
    Empty,
    /// There is no rule with this id.
    UnknownRule {
        /// The place of the id in the list, counted from 0.
        index: usize,
        /// The id that was most likely meant.
        nearest: Option<&'static str>,
    },
    /// The rule is one on where the regulation applies. It gives no answer that could be asked for.
    ScopeRule {
        /// The place of the id in the list, counted from 0.
        index: usize,
        /// The id.
        rule: &'static str,
    },
    /// The rule is added by profiles, and none of them is chosen.
    NotChosen {
        /// The place of the id in the list, counted from 0.
        index: usize,
        /// The id.
        rule: &'static str,
        /// The profiles among those that come with the product that add it.
        profiles: Vec<&'static str>,
    },
    /// The plan has no such place.
    UnknownPath {
        /// The place of the pointer in the list, counted from 0.
        index: usize,
        /// The place that was most likely meant.
        nearest: Option<String>,
    },
    /// The plan has the place, but no rule that may be asked looks at it.
    NoRule {
        /// The place of the pointer in the list, counted from 0.
        index: usize,
    },
}

impl Selection {
    /// Limits a check to rules and to places: ids such as `P3.1.4` (case does not matter), and JSON Pointers into the
    /// plan such as `/forberedendeDel/laege`. An index or `*` in a pointer stands for every entry of a list, since a rule
    /// is about all of them.
    ///
    /// # Errors
    ///
    /// A [`SelectionError`] when nothing is selected, when an id or a pointer does not exist, and when no rule looks at a
    /// place.
    ///
    /// # Example
    ///
    /// ```
    /// use rehabplan::{Lang, Selection, SelectionError};
    ///
    /// let health = Selection::new(&[], &["/forberedendeDel/helbred"])?;
    /// assert_eq!(health.paths().collect::<Vec<_>>(), ["/forberedendeDel/helbred"]);
    ///
    /// let error = Selection::new(&["P3.1.4", "P3.1.4x"], &[]).unwrap_err();
    /// assert_eq!((error.code(), error.entry()), ("unknownRule", Some(("rules", 1))));
    /// assert_eq!(error.message(Lang::En), "rule no. 2 of the selection does not exist; did you mean P3.1.4?");
    /// # Ok::<(), SelectionError>(())
    /// ```
    pub fn new(rules: &[&str], paths: &[&str]) -> Result<Self, SelectionError> {
        Self::among(rules, paths, &[])
    }

    /// The same for a check with profiles: the rules that they add may be named, and their places too.
    ///
    /// # Errors
    ///
    /// As [`Selection::new`].
    #[cfg(feature = "profiles")]
    pub fn with_profiles(rules: &[&str], paths: &[&str], profiles: &ProfileSet) -> Result<Self, SelectionError> {
        let added: Vec<Added> = profiles.rules().map(|rule| (rule.id, rule.paths)).collect();
        Self::among(rules, paths, &added)
    }

    fn among(rules: &[&str], paths: &[&str], added: &[Added]) -> Result<Self, SelectionError> {
        if rules.is_empty() && paths.is_empty() {
            return Err(SelectionError::Empty);
        }
        let rules = rules.iter().enumerate().map(|(index, id)| rule(index, id, added)).collect::<Result<_, _>>()?;
        let path = |(index, pointer): (usize, &&str)| {
            let steps = places::find(pointer).map_err(|nearest| SelectionError::UnknownPath { index, nearest })?;
            let pointer = places::pointer(&steps);
            let is_under = |place: &&str| is_looked_at(place, &pointer);
            let mut of_rules =
                law::rules().map(law::Rule::looks_at).chain(added.iter().map(|(_, paths)| paths.to_vec()));
            if of_rules.any(|places| places.iter().any(&is_under)) {
                Ok(pointer)
            } else {
                Err(SelectionError::NoRule { index })
            }
        };
        let paths = paths.iter().enumerate().map(path).collect::<Result<_, _>>()?;
        Ok(Self { rules, paths })
    }
}

/// A rule that a chosen profile adds: its id and its places.
type Added = (&'static str, &'static [&'static str]);

fn rule(index: usize, id: &str, added: &[Added]) -> Result<&'static str, SelectionError> {
    match AnyRule::find(id) {
        Some(AnyRule::Rule(rule)) => Ok(rule.id),
        Some(AnyRule::Scope(scope)) => Err(SelectionError::ScopeRule { index, rule: scope.id }),
        #[cfg(feature = "profiles")]
        Some(AnyRule::Added(rule)) if added.iter().any(|(added, _)| *added == rule.id) => Ok(rule.id),
        #[cfg(feature = "profiles")]
        Some(AnyRule::Added(rule)) => {
            let adds = |name: &&str| {
                profile::built_in().any(|profile| profile.id == *name && profile.rules().any(|added| added == rule))
            };
            let profiles = profile::names().filter(adds).collect();
            Err(SelectionError::NotChosen { index, rule: rule.id, profiles })
        }
        #[cfg(not(feature = "profiles"))]
        Some(AnyRule::Added(rule)) => match *rule {},
        None => {
            let ids = || law::rules().map(|rule| rule.id).chain(added.iter().map(|(id, _)| *id));
            // What goes on where an id stops comes before what is spelt alike.
            let is_begun = |known: &&str| {
                !id.is_empty() && known.get(..id.len()).is_some_and(|start| start.eq_ignore_ascii_case(id))
            };
            // The name of the profile that an id begins with is easily left out.
            let is_behind = |known: &&str| known.rsplit_once('/').is_some_and(|(_, own)| own.eq_ignore_ascii_case(id));
            let behind = || AnyRule::all().map(AnyRule::id).find(is_behind);
            let nearest = ids().find(is_begun).or_else(behind).or_else(|| letters::nearest(id, ids()));
            Err(SelectionError::UnknownRule { index, nearest })
        }
    }
}

impl SelectionError {
    /// A stable code for the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "emptySelection",
            Self::UnknownRule { .. } => "unknownRule",
            Self::ScopeRule { .. } => "scopeRule",
            Self::NotChosen { .. } => "profileNotChosen",
            Self::UnknownPath { .. } => "unknownPath",
            Self::NoRule { .. } => "noRuleAtPath",
        }
    }

    /// Which entry is meant: the list, `rules` or `paths`, and the place in it, counted from 0. `None` when there is none.
    #[must_use]
    pub fn entry(&self) -> Option<(&'static str, usize)> {
        match self {
            Self::Empty => None,
            Self::UnknownRule { index, .. } | Self::ScopeRule { index, .. } | Self::NotChosen { index, .. } => {
                Some(("rules", *index))
            }
            Self::UnknownPath { index, .. } | Self::NoRule { index } => Some(("paths", *index)),
        }
    }

    /// The error in words.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        let (template, name) = match self {
            Self::Empty => (
                text(
                    "udvalget er tomt; nævn et krav eller et sted i planen, eller udelad udvalget for at kontrollere alt",
                    "the selection is empty; name a rule or a place of the plan, or leave it out to check everything",
                ),
                None,
            ),
            Self::UnknownRule { nearest: Some(nearest), .. } => (
                text(
                    "krav nr. {n} i udvalget findes ikke; mente du {name}?",
                    "rule no. {n} of the selection does not exist; did you mean {name}?",
                ),
                Some((*nearest).to_owned()),
            ),
            Self::UnknownRule { nearest: None, .. } => (
                text(
                    "krav nr. {n} i udvalget findes ikke; et krav hedder noget som P3.1.4, og »rehabplan rules« viser dem alle",
                    "rule no. {n} of the selection does not exist; an id looks like P3.1.4, and \"rehabplan rules\" shows them all",
                ),
                None,
            ),
            Self::ScopeRule { rule, .. } => (
                text(
                    "krav nr. {n} i udvalget, {name}, afgør, om sagen er omfattet, og kan ikke vælges for sig",
                    "rule no. {n} of the selection, {name}, decides whether the case is covered, and cannot be chosen on its own",
                ),
                Some((*rule).to_owned()),
            ),
            Self::NotChosen { profiles, .. } => (
                text(
                    "krav nr. {n} i udvalget hører til profilen {name}, som ikke er valgt",
                    "rule no. {n} of the selection belongs to the profile {name}, which is not chosen",
                ),
                Some(profiles.join(OR.get(lang))),
            ),
            Self::UnknownPath { nearest: Some(nearest), .. } => (
                text(
                    "sted nr. {n} i udvalget findes ikke i en plan; mente du {name}?",
                    "place no. {n} of the selection is not one of a plan; did you mean {name}?",
                ),
                Some(nearest.clone()),
            ),
            Self::UnknownPath { nearest: None, .. } => (
                text(
                    "sted nr. {n} i udvalget findes ikke i en plan; et sted er en JSON Pointer som /forberedendeDel/oensker",
                    "place no. {n} of the selection is not one of a plan; a place is a JSON Pointer such as /forberedendeDel/oensker",
                ),
                None,
            ),
            Self::NoRule { .. } => (
                text(
                    "intet krav ser på sted nr. {n} i udvalget; »rehabplan rules« viser, hvad hvert krav ser på",
                    "no rule looks at place no. {n} of the selection; \"rehabplan rules\" shows what each rule looks at",
                ),
                None,
            ),
        };
        let number = self.entry().map_or(0, |(_, index)| index + 1).to_string();
        let name = name.unwrap_or_default();
        filled(template.get(lang), &|what| if what == "n" { number.clone() } else { name.clone() }.into())
    }
}

const OR: Wording = text(" eller ", " or ");

impl std::fmt::Display for SelectionError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for SelectionError {}
