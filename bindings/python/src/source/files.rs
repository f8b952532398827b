//! The documents that a path leads to: the lines of a file, or the files of a folder.

use std::fs;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use rehabplan_batch::{Format, Item, Items, Problem, Source, shown, sources};

use super::{Source as Documents, call_for_id};

/// The documents of a file, or of the files of a folder and the folders in it, sorted by name.
pub(crate) struct Files {
    items: Items,
    /// Whether they are the lines of one file, which are known by their row alone: the line's number less 1.
    is_one_file: bool,
    /// An item that was looked at before it was its turn.
    first: Option<Item>,
    id: Option<Py<PyAny>>,
    /// Plans in JSON beside what a format reads.
    pub(crate) plans_beside: Vec<PathBuf>,
    /// Other names of files that are read.
    pub(crate) again: Vec<PathBuf>,
}

impl Files {
    /// The documents that a path leads to, or why there are none: the folder has no plans, or the file holds no lines of
    /// JSON but something else.
    ///
    /// # Errors
    ///
    /// When there is no such path, or it cannot be read.
    pub(crate) fn open(path: &Path, ndjson: bool, id: Option<Py<PyAny>>) -> io::Result<Result<Self, Problem>> {
        Self::of(path, ndjson, id, None)
    }

    /// The documents that a format reads: a file, or those of a folder that have its names.
    ///
    /// # Errors
    ///
    /// See [`Files::open`].
    pub(crate) fn of_format(path: &Path, format: Arc<dyn Format>) -> io::Result<Result<Self, Problem>> {
        Self::of(path, false, None, Some(format))
    }

    fn of(
        path: &Path,
        ndjson: bool,
        id: Option<Py<PyAny>>,
        format: Option<Arc<dyn Format>>,
    ) -> io::Result<Result<Self, Problem>> {
        let is_folder = fs::metadata(path)?.is_dir();
        let folder = if is_folder {
            drop(fs::read_dir(path)?);
            path
        } else {
            drop(fs::File::open(path)?);
            path.parent().unwrap_or(path)
        };
        let mut sources = sources(&[PathBuf::from(path)], ndjson, format.as_slice());
        let mut plans_beside = Vec::new();
        if format.is_some() && is_folder {
            let is_read = |source: &Source| source.is_of_a_format() || source.problem().is_some();
            let (read, beside): (Vec<_>, Vec<_>) = sources.into_iter().partition(is_read);
            plans_beside = beside.iter().map(|source| source.path().to_owned()).collect();
            sources = read;
        }
        let again = sources.iter().flat_map(Source::also).cloned().collect();
        for source in &mut sources {
            source.file = if ndjson { "".into() } else { name(folder, source.path()).into() };
        }
        let nothing = sources.iter().all(|source| source.problem() == Some(&Problem::NothingToCheck));
        let mut items = Items::of(sources);
        let first = if ndjson { items.next() } else { None };
        match first.as_ref().and_then(Item::problem) {
            _ if nothing => Ok(Err(Problem::NothingToCheck)),
            Some(problem @ Problem::Foreign(_)) => Ok(Err(problem.clone())),
            _ => Ok(Ok(Self { items, is_one_file: ndjson, first, id, plans_beside, again })),
        }
    }

    /// Gives an item the id that Python code gives it, or else the name of its file.
    fn named(&self, py: Python<'_>, mut item: Item) -> PyResult<Item> {
        let is_line = item.name.line.is_some();
        match item.name.line {
            Some(line) if self.is_one_file => item.name.row = line as u64 - 1,
            _ if !self.is_one_file && (is_line || self.id.is_none()) => item.name.id = Some(item.name.to_string()),
            _ => {}
        }
        let document = match (item.path(), item.bytes()) {
            (Some(path), _) => path.into_pyobject(py)?.into_any(),
            (None, Some(line)) if self.is_one_file => PyBytes::new(py, line).into_any(),
            _ => return Ok(item),
        };
        if self.id.is_some() {
            match call_for_id(self.id.as_ref(), &document)? {
                Ok(id) => item.name.id = id,
                Err(problem) => return Ok(item.but(problem)),
            }
        }
        Ok(item)
    }
}

/// The name of a file in its folder, with `/` between folders on every system. A control character in it, which could
/// break a line or command a terminal, is written as an escape.
fn name(folder: &Path, path: &Path) -> String {
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy();
    shown(&name.replace(MAIN_SEPARATOR, "/"))
}

impl Documents for Files {
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>> {
        let first = self.first.take();
        let items = py.detach(|| self.items.take_some(count));
        // An empty file is no plans.
        let is_something = |item: &Item| !self.is_one_file || item.problem() != Some(&Problem::NothingToCheck);
        first.into_iter().chain(items).filter(is_something).map(|item| self.named(py, item)).collect()
    }

    fn progress(&self) -> (u64, Option<u64>) {
        (self.items.taken(), Some(self.items.total()))
    }
}
