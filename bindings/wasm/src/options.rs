//! The options of a check, as the JavaScript side writes them: a line `name=value` for each.

use rehabplan::language::Language;
use rehabplan::plan::Date;
use rehabplan::text::nearest;
use rehabplan::{Checker, Detail, Lang, Phase};

use crate::beside::{self, Beside};
use crate::thrown;

/// What was asked for.
#[derive(Default)]
pub(crate) struct Given {
    pub(crate) phase: Option<Phase>,
    as_of: Option<Date>,
    detail: Detail,
    is_unsearched: bool,
    pub(crate) lang: Lang,
    beside: Beside,
    /// What the check is to be limited to; which rules there are depends on the profiles.
    only: Option<Only>,
}

/// Ids of rules and JSON Pointers.
#[derive(Default)]
struct Only {
    rules: Vec<String>,
    paths: Vec<String>,
}

impl Given {
    /// Reads the options. What is wrong with them is for a programmer to see, so it is said in English, and no value is
    /// repeated: it may be a plan that was given in the place of the options.
    pub(crate) fn read(lines: &[u8]) -> Result<Self, String> {
        let mut given = Self::default();
        // The JavaScript side writes UTF-8; anything else is no option.
        let lines = str::from_utf8(lines).unwrap_or("=");
        for line in lines.lines() {
            let (name, value) = line.split_once('=').unwrap_or_default();
            if !given.beside.set(name, value)? {
                given.set(name, value).map_err(|message| thrown("badOptions", &message))?;
            }
        }
        Ok(given)
    }

    /// Takes an option. What is wrong with one is a message, and two lines below it the place.
    fn set(&mut self, name: &str, value: &str) -> Result<(), String> {
        let not = |what: &str| [name, " is ", what, "\n\n/", name].concat();
        match name {
            "phase" => {
                let phase = Phase::from_code(value).ok_or_else(|| not("forelaeggelse, indstilling or indsats"))?;
                self.phase = Some(phase);
            }
            "asOf" => self.as_of = Some(Date::parse(value).ok_or_else(|| not("a date, YYYY-MM-DD"))?),
            "lang" => self.lang = Lang::from_tag(value).ok_or_else(|| not("da or en"))?,
            "detail" => self.detail = Detail::from_code(value).ok_or_else(|| not("findings or all"))?,
            "language" => {
                self.is_unsearched = match value {
                    "true" => false,
                    "false" => true,
                    _ => return Err(not("true or false")),
                }
            }
            "only" => self.only = Some(Only::default()),
            "rule" => self.only.get_or_insert_default().rules.push(value.to_owned()),
            "path" => self.only.get_or_insert_default().paths.push(value.to_owned()),
            _ => return Err(unknown(name)),
        }
        Ok(())
    }

    /// The check that was asked for, of a selection among the rules that there are.
    pub(crate) fn checker(self) -> Result<Checker, String> {
        let beside = self.beside.ready(self.lang)?;
        let select = |Only { rules, paths }: Only| {
            let [rules, paths] = [&rules, &paths].map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
            beside.select(&rules, &paths).map_err(|error| beside::bad_selection(&error))
        };
        let only = self.only.map(select).transpose()?;
        let checker = Checker::new()
            .phase(self.phase)
            .as_of(self.as_of)
            .detail(self.detail)
            .language(if self.is_unsearched { Language::off() } else { beside::language() })
            .only(only);
        beside.with(checker)
    }
}

/// What to say of a name that there is none of. The JavaScript side marks it with `?`, and with `?only.` within `only`.
fn unknown(name: &str) -> String {
    let name = name.trim_start_matches('?');
    let (name, what, known, place) = match name.strip_prefix("only.") {
        Some(name) => (name, "only has ", &["rules", "paths"][..], "\n\n/only"),
        None => (
            name,
            "the options are ",
            &["phase", "asOf", "detail", "lang", "language", "only", "horizon", "profiles", "suppress", "case"][..],
            "",
        ),
    };
    let meant = nearest(name, known.iter().copied()).map(|name| ["; did you mean ", name, "?"].concat());
    [what, &known.join(", "), &meant.unwrap_or_default(), place].concat()
}
