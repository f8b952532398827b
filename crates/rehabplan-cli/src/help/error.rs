//! What is wrong with a command line, in words.

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use rehabplan::Lang;
use rehabplan::text::{Wording, nearest};
use rehabplan_batch::shown;

use super::{usage, words};
use crate::texts::fill;

/// What is wrong, what was most likely meant, and how the command is used.
pub(super) fn message(error: &Error, lang: Lang) -> String {
    let told = Told { error, lang };
    let mut parts = vec![told.what()];
    parts.extend(told.hint());
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(text)) => format!("\n{} {}", words::USAGE.get(lang), usage(text, lang)),
        _ => String::new(),
    };
    format!("{}{usage}\n{}", parts.join("; "), words::MORE.get(lang))
}

struct Told<'e> {
    error: &'e Error,
    lang: Lang,
}

impl Told<'_> {
    fn what(&self) -> String {
        let argument = self.texts(ContextKind::InvalidArg).join(", ");
        let value = self.texts(ContextKind::InvalidValue).join(", ");
        match self.error.kind() {
            ErrorKind::UnknownArgument if argument.starts_with('-') => {
                self.say(words::UNKNOWN_ARGUMENT, &[("argument", &argument)])
            }
            ErrorKind::UnknownArgument => self.say(words::TOO_MUCH, &[("argument", &argument)]),
            ErrorKind::InvalidSubcommand => {
                let argument = self.texts(ContextKind::InvalidSubcommand).join(", ");
                self.say(words::UNKNOWN_COMMAND, &[("argument", &argument)])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation if value.is_empty() => {
                self.say(words::MISSING_VALUE, &[("argument", &argument)])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                self.say(words::WRONG_VALUE, &[("argument", &argument), ("value", &value)])
            }
            ErrorKind::TooManyValues => self.say(words::NO_VALUE, &[("argument", &argument)]),
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                self.say(words::MISSING_VALUE, &[("argument", &argument)])
            }
            ErrorKind::ArgumentConflict => {
                let other = self.texts(ContextKind::PriorArg).join(", ");
                if other.is_empty() || other == argument {
                    self.say(words::TWICE, &[("argument", &argument)])
                } else {
                    self.say(words::CONFLICT, &[("argument", &argument), ("other", &other)])
                }
            }
            ErrorKind::MissingRequiredArgument => self.say(words::MISSING, &[("values", &argument)]),
            ErrorKind::InvalidUtf8 => words::NOT_TEXT.get(self.lang).to_owned(),
            _ => words::WRONG.get(self.lang).to_owned(),
        }
    }

    /// What to write instead.
    fn hint(&self) -> Option<String> {
        let argument = self.texts(ContextKind::InvalidArg).join(", ");
        let option = argument.split_whitespace().next().unwrap_or_default();
        let expected = words::EXPECTED.iter().find(|(known, _)| *known == option);
        let is_wrong_value = matches!(self.error.kind(), ErrorKind::InvalidValue | ErrorKind::ValueValidation);
        if let Some((_, text)) = expected.filter(|_| is_wrong_value) {
            return Some(text.get(self.lang).to_owned());
        }
        let meant = [ContextKind::SuggestedValue, ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand];
        let meant = meant.into_iter().map(|kind| self.texts(kind)).find(|meant| !meant.is_empty());
        let possible = self.texts(ContextKind::ValidValue);
        // Where all values are named besides, only one that is near was meant: clap takes "afgoerelse" for "forelaeggelse".
        let value = self.texts(ContextKind::InvalidValue).join(", ");
        let is_near = possible.is_empty() || nearest(&value, possible.iter().map(String::as_str)).is_some();
        let meant = meant.filter(|_| is_near);
        let mut hints = Vec::new();
        if let Some(meant) = meant {
            // The likeliest is the last.
            let values =
                meant.iter().rev().map(|one| self.quoted(one)).collect::<Vec<_>>().join(words::OR.get(self.lang));
            hints.push(fill(words::MEANT.get(self.lang), &[("values", &values)]));
        } else if self.error.get(ContextKind::TrailingArg).is_some() {
            hints.push(words::AFTER_DASHES.get(self.lang).to_owned());
        }
        if !possible.is_empty() {
            hints.push(fill(words::ONE_OF.get(self.lang), &[("values", &possible.join(", "))]));
        }
        (!hints.is_empty()).then(|| hints.join("; "))
    }

    fn quoted(&self, name: &str) -> String {
        match self.lang {
            Lang::En => format!("\"{name}\""),
            _ => format!("»{name}«"),
        }
    }

    fn say(&self, text: Wording, values: &[(&str, &dyn std::fmt::Display)]) -> String {
        fill(text.get(self.lang), values)
    }

    /// What clap knows of the error, as the user wrote it.
    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![shown(text)],
            Some(ContextValue::Strings(texts)) => texts.iter().map(|text| shown(text)).collect(),
            _ => Vec::new(),
        }
    }
}
