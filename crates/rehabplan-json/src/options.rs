//! Options as JSON.
//!
//! What is wrong with them is for a programmer to see. No value is repeated, and no name that is not known: it may be a plan
//! that was given in the place of the options.

use std::borrow::Cow;
use std::fmt;

use rehabplan::language::Language;
use rehabplan::plan::Date;
use rehabplan::profile::{Builder, ProfileChoice};
use rehabplan::text::nearest;
use rehabplan::{Checker, Detail, Horizon, Lang, Phase, ProfileSet, Selection};
use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use crate::MAX_OPTIONS_BYTES;
use crate::failure::Failure;

/// The options of a check.
pub(crate) const OF_A_CHECK: &[&str] =
    &["phase", "asOf", "detail", "lang", "language", "only", "horizon", "profiles", "suppress", "needs", "case"];

/// What was asked for. Lists and profiles are read when the language of their errors is known.
#[derive(Default)]
pub(crate) struct Given<'o> {
    phase: Option<Phase>,
    as_of: Option<Date>,
    detail: Detail,
    language: Language,
    pub(crate) lang: Lang,
    only: Option<Only>,
    horizon: Option<Vec<String>>,
    profiles: Vec<&'o RawValue>,
    suppress: Option<&'o RawValue>,
    /// Whether what the case requires is wanted beside the report.
    needs: bool,
    pub(crate) case: Option<String>,
    pub(crate) schema: Option<Schema>,
}

/// Which schema was asked for.
#[derive(Clone, Copy, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Schema {
    Plan,
    Report,
    Profile,
    Suppressions,
}

/// Ids of rules and JSON Pointers.
#[derive(Default)]
struct Only {
    rules: Vec<String>,
    paths: Vec<String>,
}

impl<'o> Given<'o> {
    /// Reads options of which these are known.
    pub(crate) fn read(bytes: &'o [u8], known: &[&'static str]) -> Result<Self, Failure> {
        Self::read_in(bytes, known, Lang::default())
    }

    /// The same, in a language where they name none.
    pub(crate) fn read_in(bytes: &'o [u8], known: &[&'static str], lang: Lang) -> Result<Self, Failure> {
        let mut given = Self { lang, ..Self::default() };
        if bytes.len() > MAX_OPTIONS_BYTES {
            return Err(Failure::options(format!("the options are larger than {MAX_OPTIONS_BYTES} bytes")));
        }
        let text = str::from_utf8(bytes).map_err(|_| Failure::options("the options are not UTF-8"))?;
        if text.is_empty() {
            return Ok(given);
        }
        for (name, value) in members(text, "", known)? {
            if !known.contains(&&*name) {
                return Err(unknown("the options are ", &name, known));
            }
            given.set(&name, value).map_err(|failure| failure.at(|| format!("/{name}")))?;
        }
        Ok(given)
    }

    fn set(&mut self, name: &str, value: &'o RawValue) -> Result<(), Failure> {
        match name {
            "phase" => {
                const WHAT: &str = "phase is forelaeggelse, indstilling or indsats";
                self.phase = Some(Phase::from_code(&read::<String>(value, WHAT)?).ok_or(Failure::options(WHAT))?);
            }
            "asOf" => {
                const WHAT: &str = "asOf is a date, YYYY-MM-DD";
                self.as_of = Some(Date::parse(&read::<String>(value, WHAT)?).ok_or(Failure::options(WHAT))?);
            }
            "lang" => {
                const WHAT: &str = "lang is da or en";
                self.lang = Lang::from_tag(&read::<String>(value, WHAT)?).ok_or(Failure::options(WHAT))?;
            }
            "detail" => {
                const WHAT: &str = "detail is findings or all";
                self.detail = Detail::from_code(&read::<String>(value, WHAT)?).ok_or(Failure::options(WHAT))?;
            }
            "language" => {
                let is_on = read(value, "language is true or false")?;
                self.language = if is_on { Language::default() } else { Language::off() };
            }
            "only" => self.only = Some(Only::read(value)?),
            "horizon" => self.horizon = Some(texts_in(value, "horizon is a list of JSON Pointers", "/horizon")?),
            "profiles" => {
                const WHAT: &str = "profiles is a list of names and of profiles";
                self.profiles = read(value, WHAT)?;
                // `null` is what Java and .NET hand over for a text that is no JSON, such as an empty file: a bad profile.
                let is_other = |profile: &&RawValue| !profile.get().starts_with(['"', '{']) && profile.get() != "null";
                if let Some(place) = self.profiles.iter().position(is_other) {
                    return Err(Failure::options(WHAT).at(|| format!("/profiles/{place}")));
                }
            }
            "suppress" => {
                let list: Vec<&RawValue> = read(value, "suppress is a list of suppressions")?;
                self.suppress = Some(value).filter(|_| !list.is_empty());
            }
            "needs" => self.needs = read(value, "needs is true or false")?,
            "case" => self.case = Some(read(value, "case is a text")?),
            "schema" => self.schema = Some(read(value, "schema is plan, report, profile or suppressions")?),
            _ => {}
        }
        Ok(())
    }

    /// The profiles and suppressions that were asked for.
    pub(crate) fn profile_set(&self, finish: impl FnOnce(Builder) -> Builder) -> Result<ProfileSet, Failure> {
        let bad = |error| Failure::profile(&error, self.lang);
        let mut builder = ProfileSet::builder();
        for profile in &self.profiles {
            let json = profile.get();
            builder = match serde_json::from_str::<String>(json) {
                Ok(name) => ProfileChoice::parse(&name).and_then(|choice| builder.choose(&choice)),
                Err(_) => builder.load(json),
            }
            .map_err(bad)?;
        }
        if let Some(suppress) = self.suppress {
            builder = builder.suppress(suppress.get()).map_err(bad)?;
        }
        finish(builder).build().map_err(bad)
    }

    /// Whether what the case requires is wanted beside the report, which says so only where it has every answer.
    pub(crate) fn wants_needs(&self) -> Result<bool, Failure> {
        const WHAT: &str = "needs are told of every answer: give detail all with them, and no only";
        let is_whole = self.detail == Detail::All && self.only.is_none();
        if self.needs && !is_whole {
            return Err(Failure::options(WHAT).at(|| "/needs".to_owned()));
        }
        Ok(self.needs)
    }

    /// The check that was asked for.
    pub(crate) fn checker(self, profiles: ProfileSet) -> Result<Checker, Failure> {
        let only = self.only.as_ref().map(|only| only.selected(&profiles)).transpose()?;
        let horizon = self.horizon.as_deref().map(|places| Horizon::of(&texts(places)));
        let horizon = horizon.transpose().map_err(|error| Failure::horizon(&error))?;
        Ok(Checker::new()
            .phase(self.phase)
            .as_of(self.as_of)
            .detail(self.detail)
            .language(self.language)
            .only(only)
            .horizon(horizon)
            .profiles(profiles))
    }
}

impl Only {
    fn read(value: &RawValue) -> Result<Self, Failure> {
        const KNOWN: &[&str] = &["rules", "paths"];
        let mut only = Self::default();
        if !value.get().starts_with('{') {
            return Err(Failure::options("only is an object with rules and paths"));
        }
        for (name, value) in members(value.get(), "only.", KNOWN)? {
            match &*name {
                "rules" => only.rules = texts_in(value, "only.rules is a list of ids", "/only/rules")?,
                "paths" => only.paths = texts_in(value, "only.paths is a list of JSON Pointers", "/only/paths")?,
                _ => return Err(unknown("only has ", &name, KNOWN)),
            }
        }
        Ok(only)
    }

    fn selected(&self, profiles: &ProfileSet) -> Result<Selection, Failure> {
        Selection::with_profiles(&texts(&self.rules), &texts(&self.paths), profiles)
            .map_err(|error| Failure::selection(&error))
    }
}

fn texts(owned: &[String]) -> Vec<&str> {
    owned.iter().map(String::as_str).collect()
}

fn read<'o, T: Deserialize<'o>>(value: &'o RawValue, what: &str) -> Result<T, Failure> {
    // What serde says may hold the value.
    serde_json::from_str(value.get()).map_err(|_| Failure::options(what))
}

/// The texts of a list at a place among the options.
fn texts_in(value: &RawValue, what: &str, path: &str) -> Result<Vec<String>, Failure> {
    let list: Vec<&RawValue> = read(value, what).map_err(|failure| failure.at(|| path.to_owned()))?;
    let read = |(place, one)| read(one, what).map_err(|failure| failure.at(|| format!("{path}/{place}")));
    list.into_iter().enumerate().map(read).collect()
}

/// What to say of a name that there is none of.
fn unknown(what: &str, name: &str, known: &[&'static str]) -> Failure {
    let meant = nearest(name, known.iter().copied()).map(|name| format!("; did you mean {name}?"));
    Failure::options(format!("{what}{}{}", known.join(", "), meant.unwrap_or_default()))
}

/// A member of an object.
type Member<'o> = (Cow<'o, str>, &'o RawValue);

/// The members of an object of options that are not `null`. Names that are known may be repeated, after what stands before them.
fn members<'o>(json: &'o str, before: &str, known: &[&str]) -> Result<Vec<Member<'o>>, Failure> {
    struct Object;

    impl<'de> Visitor<'de> for Object {
        type Value = Vec<Member<'de>>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let mut members = Vec::new();
            while let Some(Key(key)) = map.next_key()? {
                members.push((key, map.next_value()?));
            }
            Ok(members)
        }
    }

    /// A key, borrowed where it can be.
    #[derive(Deserialize)]
    struct Key<'o>(#[serde(borrow)] Cow<'o, str>);

    let text = json.strip_prefix('\u{feff}').unwrap_or(json);
    let mut source = serde_json::Deserializer::from_str(text);
    let read = source.deserialize_map(Object).and_then(|members| source.end().map(|()| members));
    let mut members = read.map_err(|error| {
        Failure::options(if error.is_data() {
            "the options are not a JSON object".to_owned()
        } else {
            format!("the options are not JSON: line {}, column {}", error.line(), error.column())
        })
    })?;
    members.sort_by(|(one, _), (other, _)| one.cmp(other));
    let twice = members.windows(2).find_map(|pair| match pair {
        [(one, _), (other, _)] if one == other => Some(one),
        _ => None,
    });
    if let Some(name) = twice {
        let name = known.iter().find(|known| *known == name).map(|name| format!("{before}{name}"));
        return Err(Failure::options(format!("{} is given twice", name.as_deref().unwrap_or("an option"))));
    }
    members.retain(|(_, value)| value.get() != "null");
    Ok(members)
}
