//! What the full module has besides: profiles and suppressions, what the source of a plan can hold, the language check.

use std::collections::BTreeMap;

use rehabplan::catalogue;
use rehabplan::compare::Comparison;
use rehabplan::foreign::instead_of_a_plan;
use rehabplan::language::Language;
use rehabplan::law::{Checklist, coverage};
use rehabplan::positions::Positions;
use rehabplan::profile::{Builder, ProfileChoice, ProfileSet};
use rehabplan::text::Wording;
use rehabplan::{
    Checker, Horizon, HorizonError, Lang, Phase, ProfileError, ReadError, Report, Selection, SelectionError,
};

use crate::thrown;

/// Adds what a text says to a set of profiles.
type Add = fn(Builder, &str) -> Result<Builder, ProfileError>;

/// The profiles and suppressions that were asked for, and the rest that only this module has.
#[derive(Default)]
pub(crate) struct Beside {
    /// Profiles by name, profile files and lists of suppressions, in the order in which they were given. What is wrong with one is
    /// said in the language that was asked for, which may be given after it.
    profiles: Vec<(Add, String)>,
    /// The caller's own id of the plan.
    case: Option<String>,
    /// JSON Pointers to what the source can hold.
    horizon: Option<Vec<String>>,
    /// Whether one plan is checked, so that a suppression may leave out its case.
    is_one: bool,
}

impl Beside {
    /// Takes an option, if it is one of these.
    #[allow(clippy::unnecessary_wraps)]
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<bool, String> {
        let mut profile = |with| self.profiles.push((with, value.to_owned()));
        match name {
            "profile" => profile(|builder, name| ProfileChoice::parse(name).and_then(|choice| builder.choose(&choice))),
            "profileFile" => profile(Builder::load),
            "suppress" => profile(Builder::suppress),
            "case" => self.case = Some(value.to_owned()),
            "one" => self.is_one = true,
            "horizon" => self.horizon = Some(Vec::new()),
            "place" => self.horizon.get_or_insert_default().push(value.to_owned()),
            _ => return Ok(false),
        }
        Ok(true)
    }

    /// With the profiles put together.
    pub(crate) fn ready(self, lang: Lang) -> Result<Ready, String> {
        let Self { profiles, case, horizon, is_one } = self;
        let built = profiles.iter().try_fold(ProfileSet::builder(), |builder, (with, value)| with(builder, value));
        let scope = |builder: Builder| if is_one { builder.for_one_plan() } else { builder };
        let set = built.and_then(|builder| scope(builder).build()).map_err(|error| bad(&error, lang))?;
        Ok(Ready { set, case, horizon })
    }
}

/// The same, ready for a check.
pub(crate) struct Ready {
    set: ProfileSet,
    case: Option<String>,
    horizon: Option<Vec<String>>,
}

impl Ready {
    /// A selection among all rules, those of the profiles too.
    pub(crate) fn select(&self, rules: &[&str], paths: &[&str]) -> Result<Selection, SelectionError> {
        Selection::with_profiles(rules, paths, &self.set)
    }

    /// The check, with all of this.
    pub(crate) fn with(self, checker: Checker) -> Result<Checker, String> {
        let checker = checker.horizon(self.horizon.map(read_horizon).transpose()?).profiles(self.set);
        Ok(if let Some(case) = self.case { checker.of_case(case) } else { checker })
    }
}

/// A profile that cannot be used, with what it is, and where in the profile.
fn bad(error: &ProfileError, lang: Lang) -> String {
    // A message is one line here.
    let message = error.message(lang).replace('\n', " ");
    refused("badProfile", &message, error.code(), error.place().map_or("", |place| &place.path))
}

/// What the JavaScript side makes an error of: code, message, a finer code, and where, each on a line of its own.
fn refused(code: &str, message: &str, reason: &str, path: &str) -> String {
    thrown(code, &[message, "\n", reason, "\n", path].concat())
}

/// A selection of what does not exist. What is for a programmer to see is said in English.
pub(crate) fn bad_selection(error: &SelectionError) -> String {
    let path = error.entry().map(|(list, place)| format!("/only/{list}/{place}"));
    let message = ["only: ", &error.message(Lang::En)].concat();
    refused("badOptions", &message, error.code(), &path.unwrap_or_default())
}

fn bad_horizon(error: &HorizonError) -> String {
    let path = error.index().map(|place| format!("/horizon/{place}"));
    let message = ["horizon: ", &error.message(Lang::En)].concat();
    refused("badOptions", &message, error.code(), &path.unwrap_or_default())
}

fn read_horizon(places: Vec<String>) -> Result<Horizon, String> {
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    Horizon::of(&places).map_err(|error| bad_horizon(&error))
}

/// What is wrong with a document that is no plan. One that is plainly of another kind, such as a PDF, is named.
pub(crate) fn message(document: &[u8], error: &ReadError, lang: Lang) -> String {
    instead_of_a_plan(document).map_or_else(|| error.message(lang), |kind| kind.message(lang).to_owned())
}

/// A report in JSON.
pub(crate) fn json(report: &Report, lang: Lang) -> String {
    report.to_json(lang)
}

/// The language check is in this module.
pub(crate) fn language() -> Language {
    Language::default()
}

/// Every profile that comes with the product, in JSON.
pub(crate) fn profiles() -> Result<String, String> {
    // Writing plain data to a string cannot fail.
    Ok(serde_json::to_string(&catalogue::profiles().collect::<Vec<_>>()).unwrap_or_default())
}

/// What becomes of each legal unit, in JSON.
pub(crate) fn units(lang: Lang) -> String {
    serde_json::to_string(&coverage(lang).collect::<Vec<_>>()).unwrap_or_default()
}

/// What a plan will have to hold in a kind of case, as far as it has come, in JSON. A kind that there is none of may be what a user
/// wrote, and no mistake of the programmer's: which ones there are, and that a case of two has none of its own, is said in the
/// language of the list.
pub(crate) fn checklist(case: &str, phase: Option<Phase>, lang: Lang) -> Result<String, String> {
    const NONE: Wording = Wording::new("sagstypen er en af ", "the case is one of ");
    let known = || Checklist::names().collect::<Vec<_>>().join(", ");
    let why = || Checklist::of_two_types(case, lang).unwrap_or_else(|| [NONE.get(lang), &known()].concat());
    let variants = Checklist::variants(case).ok_or_else(|| thrown("badOptions", &why()))?;
    Ok(Checklist::new(variants, phase.unwrap_or(Phase::Forelaeggelse)).to_json(lang))
}

/// Line and column of each pointer, one on a line, in a plan, in JSON.
pub(crate) fn positions(plan: &[u8], pointers: &str) -> String {
    let Ok(plan) = str::from_utf8(plan) else { return thrown("notUtf8", "the plan is not UTF-8") };
    let mut positions = Positions::new(plan);
    let places: BTreeMap<_, _> = pointers.lines().map(|pointer| (pointer, positions.of(pointer))).collect();
    serde_json::to_string(&places).unwrap_or_default()
}

/// A comparison, in JSON.
pub(crate) fn compared(comparison: &Comparison, lang: Lang) -> String {
    serde_json::to_string(&comparison.rendered(lang)).unwrap_or_default()
}

#[cfg(test)]
#[allow(clippy::expect_used)]
mod tests {
    use rehabplan::Lang;

    use super::{Checklist, checklist};

    #[test]
    fn which_kinds_of_case_there_are_is_said_in_the_language_of_the_list() {
        for (lang, said) in
            [(Lang::Da, "badOptions\nsagstypen er en af "), (Lang::En, "badOptions\nthe case is one of ")]
        {
            let refused = checklist("fleksjobs", None, lang).expect_err("there is no such kind of case");
            let known = refused.strip_prefix(said).expect("the language of the list").split(", ").collect::<Vec<_>>();
            assert!(["fleksjob", "FJ", "SELV"].iter().all(|kind| known.contains(kind)), "{refused}");
            assert!(!refused.contains("fleksjobs"), "{refused}");
            let refused = checklist("SELV+FJ", None, lang).expect_err("a case of two types has no list of its own");
            let why = Checklist::of_two_types("FJ+SELV", lang).expect("two types");
            assert_eq!(refused, ["badOptions\n", &why].concat());
            assert!(checklist("FJ", None, lang).is_ok());
        }
    }
}
