//! Where many documents come from: the lines of a file, the files of a folder, a Python iterable, a data frame.

mod files;
mod frame;
mod items;
mod lines;

use pyo3::prelude::*;

use crate::check::Item;

pub(crate) use files::Files;
pub(crate) use frame::Frame;
pub(crate) use items::Items;
pub(crate) use lines::Lines;

/// How many bytes may wait for their turn; one document more is always taken.
const MAX_WAITING: usize = 16 << 20;

/// A source of documents.
pub(crate) trait Source: Send {
    /// The next documents, at most `count` of them; none at the end.
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>>;

    /// How much of the input has been taken, and how much there is, where that is known: bytes or documents.
    fn progress(&self) -> (u64, Option<u64>);
}

/// What gives the id of a document, where Python code does.
pub(crate) fn call_for_id(callable: Option<&Py<PyAny>>, document: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    let Some(callable) = callable else { return Ok(None) };
    named(&callable.bind(document.py()).call1((document,))?)
}

/// An id as text.
pub(crate) fn named(id: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    if id.is_none() { Ok(None) } else { id.str()?.extract().map(Some) }
}
