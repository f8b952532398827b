//! A plan that was checked, as renderers see it.

use rehabplan::language::recommendation;
use rehabplan::law::voice_at;
use rehabplan::positions::{Position, Positions};
use rehabplan::{Lang, Report, is_at_or_below};
use rehabplan_batch::{Name, Origins, Plan};
use serde_json::Value;

/// A plan that was checked.
pub(crate) struct Checked<'d> {
    pub(crate) name: &'d Name,
    pub(crate) report: &'d Report,
    pub(crate) plan: &'d Plan<'d>,
}

impl<'d> Checked<'d> {
    /// Where the paths of the report stand.
    pub(crate) fn places(&self) -> Places<'d> {
        // What was read as a plan is UTF-8.
        let text = std::str::from_utf8(self.plan.text).unwrap_or_default();
        Places { positions: Positions::new(text), plan: self.plan }
    }

    /// Where the value at a path came from, when the plan was made out of something else.
    pub(crate) fn origin(&self, path: &str, lang: Lang) -> Option<String> {
        self.plan.origins()?.origin(path, lang)
    }

    /// Whether the source has no room for what stands at a path.
    pub(crate) fn is_outside(&self, path: &str) -> bool {
        let is_number = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
        let steps = path.split('/').map(|step| if is_number(step) { "*" } else { step });
        let place = steps.collect::<Vec<_>>().join("/");
        let is_held = |field: &str| is_at_or_below(field, &place) || is_at_or_below(&place, field);
        self.report.horizon.as_ref().is_some_and(|horizon| !horizon.fields().any(is_held))
    }

    /// Which sentence of the text at a path the language check points out, counted from 1. Where sentences were left alone, it may be
    /// another, and nobody can tell.
    pub(crate) fn sentence(&self, path: &str) -> Option<usize> {
        if self.report.profiles.as_ref().is_some_and(|beside| beside.left_alone > 0) {
            return None;
        }
        let plan: Value = serde_json::from_slice(self.plan.text).ok()?;
        let text = plan.pointer(path)?.as_str()?;
        Some(recommendation(text, voice_at(path))?.number(text))
    }

    /// What the plan was made out of, when it has no text of its own.
    pub(crate) fn origins(&self) -> Option<&'d dyn Origins> {
        self.plan.origins()
    }
}

/// Finds the places of JSON Pointers in a file.
pub(crate) struct Places<'d> {
    positions: Positions<'d>,
    plan: &'d Plan<'d>,
}

impl Places<'_> {
    /// The place of a JSON Pointer, as a line and a column of the file.
    pub(crate) fn of(&mut self, pointer: &str) -> Position {
        self.plan.place(self.positions.of(pointer))
    }

    /// The place of a JSON Pointer in a file, in words: its line and column, or where the value came from.
    pub(crate) fn in_words(&mut self, file: &str, pointer: &str, title: &str, lang: Lang) -> String {
        match self.plan.origins() {
            None => {
                let Position { line, column } = self.of(pointer);
                format!("{file}:{line}:{column}{title}  {pointer}")
            }
            Some(origins) => match origins.origin(pointer, lang) {
                Some(origin) => format!("{file}, {origin}{title}  {pointer}"),
                None => format!("{file}{title}  {pointer}"),
            },
        }
    }
}

/// What is to be shown besides findings and what could not be determined.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Show {
    /// Every answer.
    pub(crate) all: bool,
    /// What is for a person to judge.
    pub(crate) review: bool,
    /// What profiles and suppressions did.
    pub(crate) beside: bool,
    /// What has no place in the source.
    pub(crate) horizon: bool,
}
