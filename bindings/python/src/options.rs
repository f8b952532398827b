//! The options that every check takes.

use std::borrow::Cow;

use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};
use rehabplan::language::Language;
use rehabplan::plan::Date;
use rehabplan::profile::{Builder, ProfileChoice, ProfileSet};
use rehabplan::text::Wording;
use rehabplan::{Checker, Detail, Horizon, Lang, Phase, ProfileError, Selection};
use rehabplan_batch::table::{Column, FINDINGS, GROUP_PARAGRAPHS, GROUP_RULES, GROUPS, PLANS};
use rehabplan_batch::{MAX_THREADS, Summary, Threads};
use rehabplan_render::By;

use crate::failure::{OptionError, refused, wrong};

/// How a check is to be done.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) checker: Checker,
    /// Which answers a report keeps.
    pub(crate) detail: Detail,
    /// Whether profiles were chosen, and not suppressions alone.
    pub(crate) has_profiles: bool,
    /// What a run comes to before it has begun.
    pub(crate) summary: Summary,
    pub(crate) lang: Lang,
}

/// A profile by its name, or with what an error calls it and its JSON; see `rehabplan._profiles`.
pub(crate) type Profile = (String, Option<String>);

/// A list of suppressions, with what an error calls it.
pub(crate) type Suppressions = (String, String);

/// The options as Python gives them: what `rehabplan._options.ready` makes of them.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
pub(crate) struct Given<'py> {
    phase: Option<String>,
    as_of: Option<Bound<'py, PyAny>>,
    lang: String,
    detail: String,
    only: Option<Only>,
    horizon: Option<Vec<String>>,
    language: bool,
    profiles: Option<Vec<Profile>>,
    suppress: Option<Suppressions>,
    groups: Option<Vec<String>>,
    threads: Option<i64>,
}

/// What a check is limited to.
#[derive(FromPyObject)]
#[pyo3(from_item_all)]
struct Only {
    rules: Vec<String>,
    paths: Vec<String>,
}

impl Given<'_> {
    /// What the plans of a run can be grouped by, and how many are checked at a time.
    ///
    /// # Errors
    ///
    /// `OptionError`.
    pub(crate) fn run(&self) -> PyResult<(Vec<By>, Threads)> {
        const NO_NUMBER: Wording = Wording::new(
            "argumentet threads er 1 til {n}, eller 0 for en til hver kerne",
            "threads must be 1 to {n}, or 0 for one for each core",
        );
        let lang = read_lang(&self.lang)?;
        let threads = u16::try_from(self.threads.unwrap_or(0)).ok().filter(|threads| *threads <= MAX_THREADS);
        let threads =
            threads.ok_or_else(|| wrong("/threads", NO_NUMBER.get(lang).replace("{n}", &MAX_THREADS.to_string())))?;
        let threads = Threads::new(threads).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        Ok((read_groups(self.groups.as_deref().unwrap_or_default(), lang)?, threads))
    }

    /// Reads the options.
    ///
    /// # Errors
    ///
    /// `OptionError` for a value that is none of those that exist, and `ProfileError` for profiles and suppressions that
    /// cannot be used. Only where there is one plan may a suppression leave out its case.
    pub(crate) fn read(self, py: Python<'_>, is_one_plan: bool) -> PyResult<Options> {
        let lang = read_lang(&self.lang)?;
        let profiles = profile_set(py, lang, self.profiles.unwrap_or_default(), self.suppress, is_one_plan)?;
        let phase = self.phase.as_deref().map(|phase| read_phase(phase, lang)).transpose()?;
        let is_none = || not_one_of("detail", &self.detail, Detail::EACH.iter().map(|detail| detail.code()), lang);
        let detail = Detail::from_code(&self.detail).ok_or_else(is_none)?;
        let only = self.only.map(|only| only.selected(&profiles, lang)).transpose()?;
        let has_profiles = profiles.profiles().next().is_some();
        let horizon = self.horizon.map(|places| read_horizon(&places, lang)).transpose()?;
        Ok(Options {
            summary: Summary::new(&profiles, horizon.as_ref()),
            checker: Checker::new()
                .phase(phase)
                .as_of(self.as_of.as_ref().map(|as_of| day(as_of, lang)).transpose()?)
                .only(only)
                .horizon(horizon)
                .language(if self.language { Language::default() } else { Language::off() })
                .profiles(profiles),
            detail,
            has_profiles,
            lang,
        })
    }
}

/// Puts the chosen profiles together.
pub(crate) fn profile_set(
    py: Python<'_>,
    lang: Lang,
    profiles: Vec<Profile>,
    suppress: Option<Suppressions>,
    is_one_plan: bool,
) -> PyResult<ProfileSet> {
    let plain = |error: ProfileError| refused(py, None, &error, lang);
    let scope = |builder: Builder| if is_one_plan { builder.for_one_plan() } else { builder };
    let mut builder = ProfileSet::builder();
    for (name, json) in profiles {
        builder = match json {
            None => ProfileChoice::parse(&name).and_then(|choice| builder.choose(&choice)).map_err(plain)?,
            Some(json) => builder.load(&json).map_err(|error| refused(py, Some(&name), &error, lang))?,
        };
    }
    if let Some((name, json)) = suppress {
        // By itself first, so that what is wrong is told with the name.
        let list = ProfileSet::builder().suppress(&json).and_then(|list| scope(list).build());
        list.map_err(|error| refused(py, Some(&name), &error, lang))?;
        builder = builder.suppress(&json).map_err(plain)?;
    }
    scope(builder).build().map_err(plain)
}

/// What the plans of a run can be grouped by.
fn read_groups(groups: &[String], lang: Lang) -> PyResult<Vec<By>> {
    const REFUSED: Wording = Wording::new("argumentet groups, {name}: {why}", "groups {name}: {why}");
    const NO_DATE: Wording = Wording::new("planen har ingen dato på det sted", "the plan has no date at this place");
    const TAKEN: Wording =
        Wording::new("tabellerne har en kolonne af det navn", "the tables have a column of this name");
    const TWICE: Wording = Wording::new("det er nævnt to gange", "it is named twice");
    let is_taken = |name: &String| {
        let columns = [GROUPS, GROUP_PARAGRAPHS, GROUP_RULES, FINDINGS, PLANS].into_iter().flatten();
        columns.map(Column::snake_case).any(|column| column == *name)
    };
    let mut all: Vec<By> = Vec::new();
    for (place, name) in groups.iter().enumerate() {
        let refuse = |why: Wording| {
            let message = REFUSED.get(lang).replace("{why}", why.get(lang)).replace("{name}", &format!("{name:?}"));
            wrong(&format!("/groups/{place}"), message)
        };
        let by = By::parse(name).map_err(|_| refuse(NO_DATE))?;
        if is_taken(name) {
            return Err(refuse(TAKEN));
        }
        if all.contains(&by) {
            return Err(refuse(TWICE));
        }
        all.push(by);
    }
    Ok(all)
}

/// Reads a language. Which one whoever names none of them reads is not known; programmers read English.
pub(crate) fn read_lang(tag: &str) -> PyResult<Lang> {
    Lang::from_tag(tag).ok_or_else(|| not_one_of("lang", tag, Lang::ALL.iter().copied().map(Lang::tag), Lang::En))
}

/// The language that is asked for in an argument `lang`, or why there is none.
pub(crate) struct Spoken(PyResult<Lang>);

impl Spoken {
    pub(crate) fn read(self) -> PyResult<Lang> {
        self.0
    }
}

impl Default for Spoken {
    fn default() -> Self {
        Self(Ok(Lang::default()))
    }
}

/// Whatever is given: what PyO3 says of another type is in English, and names no argument.
impl<'a, 'py> FromPyObject<'a, 'py> for Spoken {
    type Error = PyErr;

    fn extract(given: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(read_text(&given, "lang", Lang::default()).and_then(|tag| read_lang(&tag))))
    }
}

/// Reads a phase.
pub(crate) fn read_phase(code: &str, lang: Lang) -> PyResult<Phase> {
    let known = || Phase::ALL.iter().copied().map(Phase::code);
    Phase::from_code(code).ok_or_else(|| not_one_of("phase", code, known(), lang))
}

/// A text that is given as an argument.
///
/// # Errors
///
/// `TypeError` for anything else.
pub(crate) fn read_text<'a>(given: &'a Bound<'_, PyAny>, name: &str, lang: Lang) -> PyResult<Cow<'a, str>> {
    const NO_TEXT: Wording =
        Wording::new("argumentet {name} er en str, ikke {kind}", "{name} must be a str, not {kind}");
    match given.cast::<PyString>() {
        Ok(text) => text.to_cow(),
        Err(_) => {
            let kind = given.get_type().name()?.to_string();
            Err(PyTypeError::new_err(NO_TEXT.get(lang).replace("{name}", name).replace("{kind}", &kind)))
        }
    }
}

/// A value of an option that is none of those that it takes.
pub(crate) fn not_one_of(name: &str, given: &str, known: impl IntoIterator<Item = &'static str>, lang: Lang) -> PyErr {
    const NONE: Wording =
        Wording::new("argumentet {name} er en af {known}, ikke {given}", "{name} must be one of {known}, not {given}");
    let known: Vec<_> = known.into_iter().map(|name| format!("{name:?}")).collect();
    let message = NONE.get(lang).replace("{name}", name).replace("{known}", &known.join(", "));
    wrong(&format!("/{name}"), message.replace("{given}", &format!("{given:?}")))
}

/// Reads a day: `datetime.date` or ISO 8601 text.
fn day(value: &Bound<'_, PyAny>, lang: Lang) -> PyResult<Date> {
    const NO_DAY: Wording = Wording::new(
        "argumentet as_of er en datetime.date eller en str, ikke {given}",
        "as_of must be a datetime.date or a str, not {given}",
    );
    const IMPOSSIBLE: Wording = Wording::new(
        "argumentet as_of er en dag som ÅÅÅÅ-MM-DD, ikke {given}",
        "as_of must be a day as YYYY-MM-DD, not {given}",
    );
    let text = if let Ok(text) = value.cast::<PyString>() {
        text.to_str()?.to_owned()
    } else if let Ok(date) = value.cast::<PyDate>() {
        // A datetime is a date too; its own isoformat goes on with the time of day.
        date.call_method1("__format__", ("%Y-%m-%d",))?.extract()?
    } else {
        let kind = value.get_type().name()?.to_string();
        return Err(PyTypeError::new_err(NO_DAY.get(lang).replace("{given}", &kind)));
    };
    match Date::parse(&text) {
        Some(date) => Ok(date),
        None => Err(wrong("/as_of", IMPOSSIBLE.get(lang).replace("{given}", &format!("{text:?}")))),
    }
}

/// What the source can hold.
fn read_horizon(places: &[String], lang: Lang) -> PyResult<Horizon> {
    let pointers: Vec<&str> = places.iter().map(String::as_str).collect();
    Horizon::of(&pointers).map_err(|error| {
        let given = error.index().and_then(|index| places.get(index).map(|place| (index, place)));
        let (path, given) =
            given.map_or_else(Default::default, |(index, place)| (format!("/{index}"), format!(" {place:?}")));
        let message = format!("horizon{given}: {}", error.message(lang));
        OptionError::new_err((message, error.code(), format!("/horizon{path}")))
    })
}

impl Only {
    fn selected(&self, profiles: &ProfileSet, lang: Lang) -> PyResult<Selection> {
        let [rules, paths] =
            [&self.rules, &self.paths].map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
        Selection::with_profiles(&rules, &paths, profiles).map_err(|error| {
            let given = error.entry().and_then(|(list, index)| {
                let names = if list == "rules" { &rules } else { &paths };
                names.get(index).map(|name| (format!("/{list}/{index}"), format!(" {name:?}")))
            });
            let (path, given) = given.unwrap_or_default();
            let message = format!("only{given}: {}", error.message(lang));
            OptionError::new_err((message, error.code(), format!("/only{path}")))
        })
    }
}
