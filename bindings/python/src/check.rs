//! The check of one of many documents, away from the interpreter.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::{Array as _, BinaryViewArray};
use rehabplan::limits::MAX_BYTES;
use rehabplan::profile::validate_slice_with;
use rehabplan::{Detail, Outcome, ReadError, Report};

use crate::envelope::Keys;
use crate::failure::Problem;
use crate::options::Options;
use crate::plan::Json;
use crate::tally::Tally;

/// A document on its way to the check.
pub(crate) struct Item {
    /// Its place in the input, from 0.
    pub(crate) row: u64,
    /// The line of the file, from 1, where it stands on one.
    pub(crate) line: Option<usize>,
    /// The caller's id, where it is known already.
    pub(crate) id: Option<String>,
    pub(crate) content: Content,
    /// Whether the document has been opened: it is a plan, with nothing around it.
    pub(crate) is_opened: bool,
}

/// Where the text of a document is.
pub(crate) enum Content {
    /// In a Python object.
    Python(Json),
    /// In a line of a file.
    Line(Vec<u8>),
    /// In a file that has not been read yet, so that what waits takes no memory.
    File(PathBuf),
    /// In a cell of a data frame.
    Cell(Arc<BinaryViewArray>, usize),
    /// Nowhere: it could not be had.
    Nowhere(Problem),
}

impl Content {
    fn read(&self) -> Result<Cow<'_, [u8]>, Problem> {
        match self {
            Self::Python(json) => Ok(json.as_ref().into()),
            Self::Line(bytes) => Ok(bytes.into()),
            Self::File(path) => {
                let mut bytes = Vec::new();
                // One byte beyond the limit is enough for the core to refuse it.
                File::open(path)?.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
                Ok(bytes.into())
            }
            // No plan is no object, and the core says so.
            Self::Cell(cells, place) if cells.is_null(*place) => Ok(b"null".into()),
            Self::Cell(cells, place) => Ok(cells.value(*place).into()),
            Self::Nowhere(problem) => Err(problem.clone()),
        }
    }

    /// How many bytes wait in memory.
    pub(crate) fn held(&self) -> usize {
        match self {
            Self::Python(json) => json.as_ref().len(),
            Self::Line(bytes) => bytes.len(),
            Self::Cell(..) | Self::File(_) | Self::Nowhere(_) => 0,
        }
    }
}

/// A document that was checked.
pub(crate) struct Checked {
    pub(crate) row: u64,
    pub(crate) id: Option<Box<str>>,
    pub(crate) result: Result<Arc<Report>, Problem>,
}

/// Checks a document, and counts what came of it.
pub(crate) fn check(item: &Item, keys: &Keys, options: &Options, tally: &mut Tally) -> Checked {
    let (id, result) = match item.content.read() {
        Err(problem) => (item.id.clone(), Err(problem)),
        Ok(document) => {
            let (id, plan) = if item.is_opened { (None, document.as_ref().into()) } else { keys.open(&document) };
            let id = item.id.clone().or(id);
            let of_case = id.as_deref().map(|id| options.profiles.of_case(id));
            // The tally wants every answer, whatever the report is to keep.
            let all = rehabplan::Options { detail: Detail::All, ..options.core.clone() };
            let result = validate_slice_with(&plan, &all, of_case.as_ref().unwrap_or(&options.profiles));
            (id, result.map_err(|error| located(error, item.line)))
        }
    };
    tally.add(result.as_ref().ok());
    tally.compare(result.as_ref().ok(), || id.clone().unwrap_or_else(|| item.row.to_string()));
    let result = result.map(|mut report| {
        if options.core.detail == Detail::Findings {
            let stays = |outcome| matches!(outcome, Outcome::NotMet | Outcome::Undetermined);
            report.results.retain(|result| stays(result.outcome()));
            report.results.shrink_to_fit();
            if let Some(beside) = &mut report.profiles {
                beside.results.retain(|result| stays(result.outcome()));
                beside.results.shrink_to_fit();
            }
        }
        Arc::new(report)
    });
    let id = id.map(String::into_boxed_str);
    Checked { row: item.row, id, result }
}

/// An error told by its line in the file.
fn located(error: ReadError, line: Option<usize>) -> Problem {
    Problem::Read(match line {
        Some(first) => error.at_line(first),
        None => error,
    })
}
