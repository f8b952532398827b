//! The options that every check takes.

use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::{PyDate, PyString};
use rehabplan::law;
use rehabplan::plan::Date;
use rehabplan::{Detail, Lang, Phase, Selection};

/// How a check is to be done.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    pub(crate) core: rehabplan::Options,
    pub(crate) lang: Lang,
}

impl Options {
    /// Reads the options.
    ///
    /// # Errors
    ///
    /// `ValueError` for a value that is none of those that exist, `TypeError` for a value of the wrong type.
    pub(crate) fn new(
        phase: Option<&str>,
        as_of: Option<&Bound<'_, PyAny>>,
        lang: &str,
        detail: &str,
        only_rules: Option<Vec<String>>,
        only_paths: Option<Vec<String>>,
    ) -> PyResult<Self> {
        let phase = phase
            .map(|code| Phase::from_code(code).ok_or_else(|| not_one_of("phase", code, &Phase::ALL.map(Phase::code))))
            .transpose()?;
        let detail = match detail {
            "findings" => Detail::Findings,
            "all" => Detail::All,
            other => return Err(not_one_of("detail", other, &["findings", "all"])),
        };
        Ok(Self {
            core: rehabplan::Options {
                phase,
                as_of: as_of.map(day).transpose()?,
                detail,
                only: selection(only_rules, only_paths)?,
            },
            lang: read_lang(lang)?,
        })
    }
}

/// Reads a language.
pub(crate) fn read_lang(tag: &str) -> PyResult<Lang> {
    Lang::from_tag(tag).ok_or_else(|| not_one_of("lang", tag, &Lang::ALL.map(Lang::tag)))
}

fn not_one_of(name: &str, given: &str, known: &[&str]) -> PyErr {
    PyValueError::new_err(format!("{name} must be one of {}, not {given:?}", quoted(known)))
}

fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("{name:?}")).collect::<Vec<_>>().join(", ")
}

/// Reads a day: `datetime.date` or ISO 8601 text.
fn day(value: &Bound<'_, PyAny>) -> PyResult<chrono::NaiveDate> {
    let text = if let Ok(text) = value.cast::<PyString>() {
        text.to_str()?.to_owned()
    } else if let Ok(date) = value.cast::<PyDate>() {
        // A datetime is a date too; its own isoformat goes on with the time of day.
        date.call_method1("__format__", ("%Y-%m-%d",))?.extract()?
    } else {
        let kind = value.get_type().name()?;
        return Err(PyTypeError::new_err(format!("as_of must be a datetime.date or a str, not {kind}")));
    };
    match Date::parse(&text) {
        Some(date) => Ok(date.0),
        None => Err(PyValueError::new_err(format!("as_of must be a day as YYYY-MM-DD, not {text:?}"))),
    }
}

/// What the check is limited to. A selection that selects nothing would come out as a plan without findings, so what
/// is misspelt is refused.
fn selection(rules: Option<Vec<String>>, paths: Option<Vec<String>>) -> PyResult<Option<Selection>> {
    if rules.is_none() && paths.is_none() {
        return Ok(None);
    }
    let selection = Selection { rules: rules.unwrap_or_default(), paths: paths.unwrap_or_default() };
    if selection.rules.is_empty() && selection.paths.is_empty() {
        return Err(PyValueError::new_err(
            "only_rules and only_paths select nothing; leave them out to check everything",
        ));
    }
    for id in &selection.rules {
        if law::rule(id).is_none() {
            return Err(PyValueError::new_err(format!(
                "only_rules: there is no rule {id:?}; rehabplan.rules() has them all"
            )));
        }
    }
    for path in &selection.paths {
        let under = |place: &&str| {
            place.strip_prefix(path.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if !law::rules().any(|rule| rule.paths.iter().any(under)) {
            return Err(PyValueError::new_err(format!(
                "only_paths: no rule looks at {path:?}; a path is a JSON Pointer such as \"/forberedendeDel/oensker\""
            )));
        }
    }
    Ok(Some(selection))
}
