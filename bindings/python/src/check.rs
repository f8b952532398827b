//! The check of one of many documents, away from the interpreter.

use std::borrow::Cow;
use std::fs::File;
use std::io::Read as _;
use std::path::PathBuf;
use std::sync::Arc;

use arrow_array::{Array as _, BinaryViewArray};
use rehabplan::limits::MAX_BYTES;
use rehabplan::{Detail, Outcome, Report};

use crate::envelope::Keys;
use crate::failure::{Problem, unreadable};
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
    /// Whether the document has been opened, and so is a plan with nothing around it; which of the named keys it had.
    pub(crate) opened: Option<HadKeys>,
}

/// Which of the keys that the caller named a document had.
#[derive(Clone, Copy, Default)]
pub(crate) struct HadKeys {
    pub(crate) id: bool,
    pub(crate) plan: bool,
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
            let is_named = item.id.is_some();
            let (id, plan) = match item.opened {
                None => keys.open(&document, is_named, tally),
                Some(had) => (None, keys.look(had.id, had.plan, is_named, tally).map(|()| document.as_ref().into())),
            };
            let id = item.id.clone().or(id);
            // The tally wants every answer, whatever the report is to keep.
            let all = options.checker.clone().detail(Detail::All);
            let all = if let Some(id) = id.as_deref() { all.of_case(id) } else { all };
            let checked = |plan: Cow<'_, [u8]>| {
                let report = all.check_slice(&plan);
                report.map_err(|error| {
                    // In a file of lines, an error is told by the line of the file.
                    let error = item.line.map_or(error.clone(), |first| error.at_line(first));
                    match &item.content {
                        Content::File(_) => unreadable(error, &document),
                        _ => Problem::Read(error),
                    }
                })
            };
            (id, plan.and_then(checked))
        }
    };
    tally.add(result.as_ref().ok());
    tally.compare(result.as_ref().ok(), || id.clone().unwrap_or_else(|| item.row.to_string()));
    let result = result.map(|mut report| {
        if options.detail == Detail::Findings {
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
