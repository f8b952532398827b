//! What is asked: a plan, or an envelope around one.

use std::borrow::Cow;
use std::fmt;

use rehabplan::Report;
use rehabplan_json::{Checker, Failure};
use serde::Deserialize;
use serde::de::{Deserializer as _, MapAccess, Visitor};
use serde_json::value::RawValue;

/// A plan that is to be checked, with what is to be heeded.
pub(crate) struct Asked<'d> {
    pub(crate) plan: &'d [u8],
    pub(crate) options: Option<&'d [u8]>,
    /// The caller's own id of the plan.
    pub(crate) id: Option<String>,
}

impl<'d> Asked<'d> {
    /// Looks whether there is an envelope. What cannot be read is taken for a plan, so that the core says what is wrong.
    ///
    /// # Errors
    ///
    /// `badEnvelope`. It names nothing of what came.
    pub(crate) fn of(document: &'d [u8]) -> Result<Self, Failure> {
        let plan = Self { plan: document, options: None, id: None };
        let Ok(text) = str::from_utf8(document) else { return Ok(plan) };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut source = serde_json::Deserializer::from_str(text);
        let read = source.deserialize_map(Members).and_then(|envelope| source.end().map(|()| envelope));
        let bad = |message: &str| Err(Failure::new("badEnvelope", message));
        let (inside, options, id, is_odd) = match read {
            Ok(Envelope { plan: Some(inside), options, id, is_odd }) => (inside, options, id, is_odd),
            // No plan has options: with a warning only, it would be checked in another way than was asked for.
            Ok(Envelope { plan: None, options: Some(_), .. }) => {
                return bad("\"options\" belong in an envelope, which has the plan in \"plan\"");
            }
            _ => return Ok(plan),
        };
        if is_odd {
            return bad("beside \"plan\", an envelope has \"options\" and \"id\" and nothing else, each once");
        }
        let id = match id.map(RawValue::get) {
            None | Some("null") => None,
            Some(number) if number.starts_with(|first: char| first == '-' || first.is_ascii_digit()) => {
                Some(number.to_owned())
            }
            Some(text) => match serde_json::from_str(text) {
                Ok(text) => Some(text),
                Err(_) => return bad("\"id\" is a text or a number: your own id of the plan"),
            },
        };
        let options = options.map(|options| options.get().as_bytes()).filter(|options| *options != b"null");
        Ok(Self { plan: inside.get().as_bytes(), options, id })
    }

    /// Its options, or else those that came beside it.
    ///
    /// # Errors
    ///
    /// `badOptions`, when there are both.
    pub(crate) fn options_or(&self, beside: &'d [u8]) -> Result<&'d [u8], Failure> {
        match self.options {
            None => Ok(beside),
            Some(own) if beside.is_empty() => Ok(own),
            Some(_) => Err(Failure::new(
                "badOptions",
                "there are options in the address and in the envelope; write all of them in one place",
            )),
        }
    }

    /// Checks the plan, which begins on a line of what was sent.
    ///
    /// # Errors
    ///
    /// The plan cannot be read.
    pub(crate) fn check(&self, checker: &Checker, line: usize) -> Result<Report, Failure> {
        let report = checker.report(self.plan, self.id.as_deref());
        report.map_err(|error| Failure::no_plan(self.plan, &error.at_line(line), checker.lang()))
    }
}

#[derive(Default)]
struct Envelope<'d> {
    plan: Option<&'d RawValue>,
    options: Option<&'d RawValue>,
    id: Option<&'d RawValue>,
    /// Whether there is anything else, or anything twice.
    is_odd: bool,
}

struct Members;

impl<'de> Visitor<'de> for Members {
    type Value = Envelope<'de>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        /// A key, borrowed where it can be.
        #[derive(Deserialize)]
        struct Key<'d>(#[serde(borrow)] Cow<'d, str>);

        let mut envelope = Envelope::default();
        while let Some(Key(key)) = map.next_key()? {
            let value = map.next_value()?;
            let before = match &*key {
                "plan" => envelope.plan.replace(value),
                "options" => envelope.options.replace(value),
                "id" => envelope.id.replace(value),
                _ => Some(value),
            };
            envelope.is_odd |= before.is_some();
        }
        Ok(envelope)
    }
}
