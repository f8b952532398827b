//! How what a plan comes to is written: as text for people, as JSON, or as a table.

mod csv;
mod json;
mod text;

use rehabplan::Lang;
use rehabplan_batch::{Name, Problem};
use rehabplan_render::Overview;

use crate::checked::{Checked, Show};
use crate::{CheckArgs, CheckFormat};

/// One form of the result. Plans are rendered in parallel, each for itself, and written in their order.
pub(crate) trait Render: Sync {
    /// What stands before everything.
    fn begin(&self) -> Vec<u8> {
        Vec::new()
    }

    /// What stands between two documents that were rendered.
    fn between(&self, _before: &[u8], _after: &[u8]) -> &'static [u8] {
        b""
    }

    /// A plan that was checked.
    fn plan(&self, checked: &Checked<'_>) -> Vec<u8>;

    /// A document that could not be read as a plan.
    fn problem(&self, name: &Name, problem: &Problem) -> Vec<u8>;

    /// What stands after everything.
    fn end(&self, _: &Overview) -> Vec<u8> {
        Vec::new()
    }
}

/// What is made of all plans together: nothing is written before its end.
struct Whole;

impl Render for Whole {
    fn plan(&self, _: &Checked<'_>) -> Vec<u8> {
        Vec::new()
    }

    fn problem(&self, _: &Name, _: &Problem) -> Vec<u8> {
        Vec::new()
    }
}

/// The renderer of a format.
///
/// What goes along with each plan, `carried`, has columns of its own in a table.
pub(crate) fn of(args: &CheckArgs, carried: Vec<String>, lang: Lang, show: Show) -> Box<dyn Render> {
    match args.format {
        CheckFormat::Text => Box::new(text::PlainText { lang, show }),
        CheckFormat::Json => Box::new(json::Json { lang }),
        CheckFormat::Ndjson => Box::new(json::Ndjson { lang }),
        CheckFormat::Csv => Box::new(csv::Csv::new(lang, show, carried, args.excel)),
        CheckFormat::Html | CheckFormat::Xlsx => Box::new(Whole),
    }
}
