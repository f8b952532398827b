//! The options of a check, as JavaScript gives them.

use rehabplan::plan::Date;
use rehabplan::{Detail, Lang, Options, Phase, ReadError, Selection};
use serde::{Deserialize, Serialize};

/// The options in JSON.
#[derive(Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Json {
    phase: Option<String>,
    as_of: Option<String>,
    detail: Option<String>,
    lang: Option<String>,
    only: Option<Only>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Only {
    #[serde(default)]
    rules: Vec<String>,
    #[serde(default)]
    paths: Vec<String>,
}

/// What was asked for.
pub(crate) struct Given {
    pub(crate) options: Options,
    pub(crate) lang: Lang,
}

/// What the JavaScript side makes an error of.
#[derive(Serialize)]
struct Thrown<'t> {
    code: &'t str,
    message: &'t str,
}

impl Thrown<'_> {
    fn to_json(&self) -> String {
        // Writing plain data to a string cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

impl Given {
    /// Reads the options. What is wrong with them is for a programmer to see, so it is said in English, and no value is
    /// repeated: it may be a plan that was given in the place of the options.
    pub(crate) fn read(options: &str) -> Result<Self, String> {
        let wrong = |message: &str| Thrown { code: "badOptions", message }.to_json();
        let json: Json = serde_json::from_str(options).map_err(|_| {
            wrong("the options are an object of texts: phase, asOf, detail, lang, and only: { rules: [], paths: [] }")
        })?;
        let read = |text: Option<String>, expected: &str| text.map(|text| (text, wrong(expected)));
        let phase = read(json.phase, "phase is forelaeggelse, indstilling or indsats")
            .map(|(text, wrong)| Phase::from_code(&text).ok_or(wrong));
        let as_of = read(json.as_of, "asOf is a date, YYYY-MM-DD")
            .map(|(text, wrong)| Date::parse(&text).map(|date| date.0).ok_or(wrong));
        let lang = read(json.lang, "lang is da or en").map(|(text, wrong)| Lang::from_tag(&text).ok_or(wrong));
        let detail = match json.detail.as_deref() {
            None | Some("findings") => Detail::Findings,
            Some("all") => Detail::All,
            Some(_) => return Err(wrong("detail is findings or all")),
        };
        let only = json.only.map(|only| Selection { rules: only.rules, paths: only.paths });
        let options = Options { phase: phase.transpose()?, as_of: as_of.transpose()?, detail, only };
        Ok(Self { options, lang: lang.transpose()?.unwrap_or_default() })
    }

    /// A document that cannot be read, in the language that was asked for.
    pub(crate) fn unreadable(&self, error: &ReadError) -> String {
        Thrown { code: error.code(), message: &error.message(self.lang) }.to_json()
    }
}
