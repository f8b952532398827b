//! What the full module has besides: profiles and suppressions, what the source of a plan can hold, the language check.

use rehabplan::foreign::instead_of_a_plan;
use rehabplan::language::Language;
use rehabplan::profile::{Builder, ProfileChoice, ProfileSet, catalogue};
use rehabplan::{Checker, Horizon, Lang, ProfileError, ReadError, Report, Selection};

use crate::options::{Given, thrown};

/// The profiles and suppressions that were asked for.
#[derive(Default)]
pub(crate) struct Beside {
    builder: Builder,
    /// The caller's own id of the plan.
    case: Option<String>,
    /// JSON Pointers to what the source can hold.
    horizon: Option<Vec<String>>,
}

impl Beside {
    /// Takes an option, if it is one of these. What is wrong with a profile is said in English, like all that is wrong
    /// with options.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<bool, String> {
        match name {
            "case" => self.case = Some(value.to_owned()),
            "horizon" => self.horizon = Some(Vec::new()),
            "place" => self.horizon.get_or_insert_default().push(value.to_owned()),
            _ => return self.set_profile(name, value),
        }
        Ok(true)
    }

    fn set_profile(&mut self, name: &str, value: &str) -> Result<bool, String> {
        let builder = std::mem::take(&mut self.builder);
        let built = match name {
            "profile" => ProfileChoice::parse(value).and_then(|choice| builder.choose(&choice)),
            "profileFile" => builder.load(value),
            "suppress" => builder.suppress(value),
            _ => {
                self.builder = builder;
                return Ok(false);
            }
        };
        self.builder = built.map_err(|error| bad(&error))?;
        Ok(true)
    }
}

fn bad(error: &ProfileError) -> String {
    thrown("badProfile", &error.message(Lang::En))
}

fn read_horizon(places: Vec<String>) -> Result<Horizon, String> {
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    Horizon::of(&places).map_err(|error| thrown("badOptions", &["horizon: ", &error.message(Lang::En)].concat()))
}

/// What is wrong with a document that is no plan. One that is plainly of another kind, such as a PDF, is named.
pub(crate) fn message(document: &[u8], error: &ReadError, lang: Lang) -> String {
    instead_of_a_plan(document).map_or_else(|| error.message(lang), |kind| kind.message(lang).to_owned())
}

/// The check that was asked for.
pub(crate) fn checker(given: &mut Given) -> Result<Checker, String> {
    let Beside { builder, case, horizon } = std::mem::take(&mut given.beside);
    // One call checks one plan, so that a suppression may leave out its case.
    let set: ProfileSet = builder.for_one_plan().build().map_err(|error| bad(&error))?;
    let select = |rules: &[&str], paths: &[&str]| Selection::with_profiles(rules, paths, &set);
    let checker = given.checker(select)?.horizon(horizon.map(read_horizon).transpose()?);
    let checker = checker.profiles(set);
    Ok(if let Some(case) = case { checker.of_case(case) } else { checker })
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
    Ok(serde_json::to_string(&catalogue().collect::<Vec<_>>()).unwrap_or_default())
}
