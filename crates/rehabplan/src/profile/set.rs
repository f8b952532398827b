//! The profiles that are chosen together, checked against each other.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::built_in;
use super::data::{Force, Profile, ProfileChoice};
use super::error::{ProfileError, ProfilePlace, SuppressionFault};
use super::given::RuleRef;
use super::load::{self, Compiled, Loaded, What};
use super::rules::ProfileRule;
use super::suppression::{self, Placed, Suppression};
use crate::plan::Date;

/// The profiles and suppressions that a check is to heed. Make it with [`ProfileSet::builder`].
///
/// The order in which they are chosen does not matter. A clone shares what it holds.
#[derive(Debug, Clone, Default)]
pub struct ProfileSet {
    pub(crate) chosen: Arc<[Arc<Chosen>]>,
    pub(crate) effects: Arc<[Effective]>,
    pub(crate) suppressions: Arc<[Known]>,
    /// The case that is checked, by the caller's own id.
    case: Option<Arc<str>>,
}

/// One suppression, and what chose it.
#[derive(Debug, Clone)]
pub(crate) struct Known {
    pub(crate) suppression: Arc<Suppression>,
    /// The place of the effect that it is; `None` for one from a list of its own.
    pub(crate) effect: Option<usize>,
}

/// One profile that is chosen.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Chosen {
    pub(crate) profile: Arc<Profile>,
    /// The places of the themes that are chosen, in the profile's order.
    pub(crate) themes: Vec<usize>,
    pub(crate) parameters: BTreeMap<String, f64>,
    pub(crate) valid_from: Option<Date>,
    pub(crate) valid_to: Option<Date>,
    /// Sorted; none means all.
    pub(crate) authorities: Vec<u16>,
}

/// One effect, with the place of its profile among the chosen ones.
#[derive(Debug, Clone)]
pub(crate) struct Effective {
    pub(crate) chosen: usize,
    pub(crate) effect: Compiled,
}

impl ProfileSet {
    /// A set with nothing chosen yet.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Whether nothing is chosen, so that a report is the same as without the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty() && self.suppressions.is_empty()
    }

    /// The profiles that are chosen, sorted by their ids.
    pub fn profiles(&self) -> impl Iterator<Item = &Profile> {
        self.chosen.iter().map(|chosen| &*chosen.profile)
    }

    /// The rules that they add, in the order of the rules.
    pub fn rules(&self) -> impl Iterator<Item = &'static ProfileRule> {
        self.added(|_| true).map(|(rule, _)| rule)
    }

    /// Whether any of the profiles is no law in force.
    #[must_use]
    pub fn has_proposals(&self) -> bool {
        self.profiles().any(|profile| profile.force == Force::Proposal)
    }

    /// The suppressions, sorted by their cases and keys.
    pub fn suppressions(&self) -> impl Iterator<Item = &Suppression> {
        self.suppressions.iter().map(|known| &*known.suppression)
    }

    /// The same for one case: see [`Checker::of_case`](crate::Checker::of_case).
    pub(crate) fn of_case(&self, id: impl Into<Arc<str>>) -> Self {
        Self { case: Some(id.into()), ..self.clone() }
    }

    /// Whether a suppression is about the case that is checked.
    pub(crate) fn is_of_the_case(&self, suppression: &Suppression) -> bool {
        suppression.case.as_deref().is_none_or(|case| self.case.as_deref() == Some(case))
    }

    /// Whether the caller said which case is checked.
    pub(crate) fn has_case(&self) -> bool {
        self.case.is_some()
    }
}

/// Puts a [`ProfileSet`] together.
///
/// ```
/// use rehabplan::profile::ProfileSet;
///
/// let profiles = ProfileSet::builder().built_in("vejledning", &[])?.build()?;
/// assert_eq!(profiles.profiles().count(), 1);
/// # Ok::<(), rehabplan::ProfileError>(())
/// ```
#[derive(Debug, Clone, Default)]
pub struct Builder {
    chosen: BTreeMap<String, (Loaded, Choice)>,
    suppressions: Vec<Placed>,
    is_for_one_plan: bool,
}

#[derive(Debug, Clone, Default, PartialEq)]
struct Choice {
    themes: Vec<usize>,
    parameters: BTreeMap<String, f64>,
    valid_from: Option<Date>,
    valid_to: Option<Date>,
    authorities: Vec<u16>,
}

impl ProfileChoice {
    /// Reads a choice as it is written on a command line: the profile's id, and after a colon its themes and what is
    /// set in it, with commas between them, as in `proces:maksSider=50` and
    /// `forsoeg/nordjylland-2017:1A,2,validFrom=2018-01-01,authority=851`.
    ///
    /// # Errors
    ///
    /// A value that is no number, no date or no code.
    pub fn parse(text: &str) -> Result<Self, ProfileError> {
        let (profile, rest) = text.split_once(':').unwrap_or((text, ""));
        let mut choice = Self { profile: profile.trim().to_owned(), ..Self::default() };
        let at = ProfilePlace::new(&choice.profile);
        for item in rest.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            let Some((name, value)) = item.split_once('=') else {
                choice.themes.push(item.to_owned());
                continue;
            };
            let day = || {
                let what = "a date is written YYYY-MM-DD".to_owned();
                Date::parse(value).ok_or_else(|| ProfileError::Shape { at: at.below(name), position: None, what })
            };
            match name {
                "validFrom" => choice.valid_from = Some(day()?),
                "validTo" => choice.valid_to = Some(day()?),
                "authority" => choice.authorities.push(value.to_owned()),
                _ => {
                    let number = value.parse().map_err(|_| ProfileError::ParameterValue { at: at.below(name) })?;
                    if choice.parameters.insert(name.to_owned(), number).is_some_and(|before| before != number) {
                        let place = at.below(name);
                        return Err(ProfileError::Conflict {
                            about: name.to_owned(),
                            first: place.clone(),
                            second: place,
                        });
                    }
                }
            }
        }
        Ok(choice)
    }
}

impl Builder {
    /// Chooses a profile that comes with the product, and themes of it.
    ///
    /// # Errors
    ///
    /// When there is no such profile or theme, or when the profile's themes are chosen one by one and none is.
    pub fn built_in(self, name: &str, themes: &[&str]) -> Result<Self, ProfileError> {
        let themes = themes.iter().map(|theme| (*theme).to_owned()).collect();
        self.choose(&ProfileChoice { profile: name.to_owned(), themes, ..ProfileChoice::default() })
    }

    /// Chooses a profile that comes with the product, with parameters, period and authorities.
    ///
    /// # Errors
    ///
    /// As [`Builder::built_in`], and when something is set that the profile cannot have, or that an earlier choice of
    /// the same profile sets differently.
    pub fn choose(self, choice: &ProfileChoice) -> Result<Self, ProfileError> {
        let Some(json) = built_in::json(&choice.profile) else {
            let nearest = crate::letters::nearest(&choice.profile, built_in::names());
            let name = choice.profile.chars().take(100).collect();
            return Err(ProfileError::UnknownProfile {
                name,
                nearest: nearest.map(str::to_owned),
                known: built_in::names().map(str::to_owned).collect(),
            });
        };
        let loaded = load::profile(json)?;
        let Profile { themes, parameters, .. } = &*loaded.profile;
        let known = || themes.iter().map(|theme| theme.id.clone()).collect::<Vec<_>>();
        if choice.themes.is_empty() && !themes.is_empty() && loaded.profile.effects.is_empty() {
            return Err(ProfileError::NoTheme { profile: choice.profile.clone(), known: known() });
        }
        let mut places = Vec::new();
        for name in &choice.themes {
            let place = themes.iter().position(|theme| theme.id.eq_ignore_ascii_case(name));
            places.push(place.ok_or_else(|| ProfileError::UnknownTheme {
                profile: choice.profile.clone(),
                theme: name.chars().take(100).collect(),
                known: known(),
                parameters: parameters.keys().cloned().collect(),
            })?);
        }
        self.add(loaded, choice, places)
    }

    /// Reads a profile from JSON and chooses it, with all of its themes.
    ///
    /// # Errors
    ///
    /// When the JSON is no profile, names something that does not exist, or contradicts itself; the error says where.
    pub fn load(self, json: &str) -> Result<Self, ProfileError> {
        let loaded = load::profile(json)?;
        if built_in::json(&loaded.profile.id).is_some() {
            let at = ProfilePlace::new(&loaded.profile.id).below("id");
            return Err(ProfileError::Duplicate { at, name: loaded.profile.id.clone() });
        }
        let themes = (0..loaded.profile.themes.len()).collect();
        self.add(loaded, &ProfileChoice::default(), themes)
    }

    /// Reads suppressions from JSON: a list of objects with `case`, `key`, `reason`, `author` and `date`; see
    /// [`Suppression`].
    ///
    /// # Errors
    ///
    /// [`ProfileError::Suppression`] when one has no reason or no author, names a rule that does not exist, or names an
    /// entry of a list by its number; the error says where.
    pub fn suppress(mut self, json: &str) -> Result<Self, ProfileError> {
        self.suppressions.extend(suppression::list(json)?);
        Ok(self)
    }

    /// Says that exactly one plan is to be checked. Only then may a suppression leave out its case.
    #[must_use]
    pub fn for_one_plan(self) -> Self {
        Self { is_for_one_plan: true, ..self }
    }

    fn add(mut self, loaded: Loaded, set: &ProfileChoice, themes: Vec<usize>) -> Result<Self, ProfileError> {
        let profile = &loaded.profile;
        let at = ProfilePlace::new(&profile.id);
        for (name, value) in &set.parameters {
            let at = at.below(name);
            if !profile.parameters.contains_key(name) {
                let (parameter, known) = (Some(name.clone()), profile.parameters.keys().cloned().collect());
                return Err(ProfileError::UnknownParameter { at, position: None, parameter, known });
            }
            if !load::is_parameter(*value) {
                return Err(ProfileError::ParameterValue { at });
            }
        }
        load::authorities(&set.authorities, &at.below("authority"))?;
        // What the profile says itself cannot be set to something wider.
        let valid_from = profile.valid_from.max(set.valid_from);
        let valid_to = match (profile.valid_to, set.valid_to) {
            (Some(own), Some(set)) => Some(own.min(set)),
            (own, set) => own.or(set),
        };
        load::period(valid_from, valid_to, at.below("validTo"))?;
        let codes = |codes: &[String]| -> Vec<u16> { codes.iter().filter_map(|code| load::authority(code)).collect() };
        let (own, set_codes) = (codes(&profile.authorities), codes(&set.authorities));
        let mut authorities = if own.is_empty() { set_codes.clone() } else { own.clone() };
        if !own.is_empty() && !set_codes.is_empty() {
            authorities.retain(|code| set_codes.contains(code));
            if authorities.is_empty() {
                return Err(ProfileError::Authority { at: at.below("authority") });
            }
        }
        authorities.sort_unstable();
        authorities.dedup();
        let mut choice = Choice { themes, parameters: set.parameters.clone(), valid_from, valid_to, authorities };
        if let Some((before, chosen)) = self.chosen.remove(&profile.id) {
            // Themes add up; everything else must be the same.
            let differing = || {
                let ways = |name: &&String| chosen.parameters.get(*name) != choice.parameters.get(*name);
                chosen.parameters.keys().chain(choice.parameters.keys()).find(ways).cloned()
            };
            let differs = if before.profile != *profile {
                Some("id".to_owned())
            } else if chosen.parameters != choice.parameters {
                differing()
            } else if (chosen.valid_from, chosen.valid_to) != (choice.valid_from, choice.valid_to) {
                Some("validFrom".to_owned())
            } else if chosen.authorities != choice.authorities {
                Some("authorities".to_owned())
            } else {
                None
            };
            if let Some(about) = differs {
                let place = at.below(&about);
                return Err(ProfileError::Conflict { about, first: place.clone(), second: place });
            }
            choice.themes.extend(chosen.themes);
        }
        choice.themes.sort_unstable();
        choice.themes.dedup();
        self.chosen.insert(profile.id.clone(), (loaded, choice));
        Ok(self)
    }

    /// Checks the profiles against each other and puts them together.
    ///
    /// # Errors
    ///
    /// [`ProfileError::Conflict`] when two effects cannot both hold: two severities for one rule, a rule that is turned
    /// off and changed as well, one rule with two values of a parameter. [`ProfileError::Suppression`] when two
    /// suppressions of one finding differ, or when one names no case, unless exactly [one plan](Self::for_one_plan) is
    /// checked.
    pub fn build(self) -> Result<ProfileSet, ProfileError> {
        let (mut chosen, mut effects) = (Vec::new(), Vec::new());
        let mut entries: Vec<(Placed, Option<usize>)> = self.suppressions.into_iter().map(|one| (one, None)).collect();
        for (place, (loaded, choice)) in self.chosen.into_values().enumerate() {
            let Choice { themes, parameters: chosen_parameters, valid_from, valid_to, authorities } = choice;
            let mut parameters: BTreeMap<String, f64> = loaded
                .profile
                .parameters
                .iter()
                .filter_map(|(name, parameter)| Some((name.clone(), parameter.default?)))
                .collect();
            parameters.extend(chosen_parameters);
            for effect in loaded.effects {
                if effect.theme.is_some_and(|theme| !themes.contains(&theme)) {
                    continue;
                }
                if let What::Suppress(suppression) = &effect.what {
                    let (at, suppression) = (effect.at.clone(), suppression.clone());
                    entries.push((Placed { at, position: None, suppression }, Some(effects.len())));
                }
                effects.push(Effective { chosen: place, effect });
            }
            let profile = loaded.profile;
            chosen.push(Arc::new(Chosen { profile, themes, parameters, valid_from, valid_to, authorities }));
        }
        entries.sort_by(|(one, _), (other, _)| (&one.suppression, &one.at).cmp(&(&other.suppression, &other.at)));
        entries.dedup_by(|(next, _), (first, _)| next.suppression == first.suppression);
        for pair in entries.windows(2) {
            if let [(first, _), (second, _)] = pair
                && (&first.suppression.case, &first.suppression.key)
                    == (&second.suppression.case, &second.suppression.key)
            {
                let (first, second) = if first.at < second.at { (first, second) } else { (second, first) };
                return Err(second.refused(SuppressionFault::Conflict { first: first.at.clone() }));
            }
        }
        if !self.is_for_one_plan
            && let Some((entry, _)) = entries.iter().find(|(entry, _)| entry.suppression.case.is_none())
        {
            return Err(entry.refused(SuppressionFault::NoCase));
        }
        let known = |(entry, effect): (Placed, _)| Known { suppression: Arc::new(entry.suppression), effect };
        let set = ProfileSet {
            chosen: chosen.into(),
            effects: effects.into(),
            suppressions: entries.into_iter().map(known).collect(),
            case: None,
        };
        set.check_effects()?;
        Ok(set)
    }
}

impl ProfileSet {
    /// Holds every effect against every other on the same rule.
    fn check_effects(&self) -> Result<(), ProfileError> {
        #[derive(Clone, Copy, PartialEq)]
        enum On<'s> {
            Severity(crate::Severity),
            Off,
            Added(usize, &'s [&'static str]),
        }
        let mut seen: BTreeMap<&'static str, Vec<(On<'_>, usize, &ProfilePlace)>> = BTreeMap::new();
        for Effective { chosen, effect } in self.effects.iter() {
            let (ons, rules): (On<'_>, Vec<RuleRef>) = match &effect.what {
                What::Add(rules) => {
                    for rule in rules {
                        let on = On::Added(*chosen, rule.parameters);
                        seen.entry(rule.id).or_default().push((on, *chosen, &effect.at));
                    }
                    continue;
                }
                What::Exempt(ground) if ground.is_unconditional() => (On::Off, ground.rules.clone()),
                What::Exempt(_) | What::Accept(_) | What::Suppress(_) => continue,
                What::Severity { rules, to } => (On::Severity(*to), rules.clone()),
            };
            for rule in rules {
                seen.entry(rule.id()).or_default().push((ons, *chosen, &effect.at));
            }
        }
        for (rule, ons) in seen {
            for (index, (one, one_profile, first)) in ons.iter().enumerate() {
                for (other, other_profile, second) in ons.iter().skip(index + 1) {
                    let contradict = match (one, other) {
                        (On::Severity(one), On::Severity(other)) => one != other,
                        // What is never asked for cannot be graver. Other evidence for it is merely idle.
                        (On::Off, On::Severity(_)) | (On::Severity(_), On::Off) => true,
                        // Another profile may turn off what this one adds; one that adds and turns off says nothing.
                        (On::Off, On::Added(..)) | (On::Added(..), On::Off) => one_profile == other_profile,
                        (On::Added(one, parameters), On::Added(other, _)) => {
                            parameters.iter().any(|name| self.parameter(*one, name) != self.parameter(*other, name))
                        }
                        _ => false,
                    };
                    if contradict {
                        let (first, second) = ((*first).clone(), (*second).clone());
                        return Err(ProfileError::Conflict { about: rule.to_owned(), first, second });
                    }
                }
            }
        }
        Ok(())
    }

    fn parameter(&self, chosen: usize, name: &str) -> Option<f64> {
        self.chosen.get(chosen)?.parameters.get(name).copied()
    }

    /// The rules that are added, in the order of the rules, each with the places of the profiles that add it.
    pub(crate) fn added<'s>(
        &'s self,
        has_effect: impl Fn(&Effective) -> bool + 's,
    ) -> impl Iterator<Item = (&'static ProfileRule, Vec<usize>)> + 's {
        super::rules::rules().filter_map(move |rule| {
            let mut adding: Vec<usize> = self
                .effects
                .iter()
                .filter(|effective| matches!(&effective.effect.what, What::Add(rules) if rules.contains(&rule)))
                .filter(|effective| has_effect(effective))
                .map(|effective| effective.chosen)
                .collect();
            adding.dedup();
            (!adding.is_empty()).then_some((rule, adding))
        })
    }
}
