//! Where many documents come from: the files that a path leads to, a Python iterable, a data frame.

mod files;
mod frame;
mod items;

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;
use rehabplan_batch::{Item, Problem};

use crate::failure::no_id;

pub(crate) use files::Files;
pub(crate) use frame::{Frame, narrowed};
pub(crate) use items::Items;

/// A source of documents.
pub(crate) trait Source: Send {
    /// The next documents, at most `count` of them; none at the end.
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>>;

    /// How much of the input has been taken, and how much there is, where that is known: bytes or documents.
    fn progress(&self) -> (u64, Option<u64>);
}

/// What gives the id of a document, where Python code does. A document on which it fails has no id, and says so.
///
/// # Errors
///
/// What is no `Exception`: Ctrl-C.
pub(crate) fn call_for_id(
    callable: Option<&Py<PyAny>>,
    document: &Bound<'_, PyAny>,
) -> PyResult<Result<Option<String>, Problem>> {
    let py = document.py();
    match callable.map(|callable| callable.bind(py).call1((document,))) {
        None => Ok(Ok(None)),
        Some(Ok(id)) => named(&id),
        Some(Err(error)) => failing(py, error),
    }
}

/// An id as text; none where it is nothing that names a document.
///
/// # Errors
///
/// As `call_for_id`.
pub(crate) fn named(id: &Bound<'_, PyAny>) -> PyResult<Result<Option<String>, Problem>> {
    match name(id) {
        Ok(id) => Ok(Ok(id)),
        Err(error) => failing(id.py(), error),
    }
}

fn name(id: &Bound<'_, PyAny>) -> PyResult<Option<String>> {
    static ID: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    if id.is_instance_of::<PyString>() {
        return id.str()?.extract().map(Some);
    }
    ID.import(id.py(), "rehabplan._json", "id_of")?.call1((id,))?.extract()
}

/// The caller's code failed on a document.
fn failing<T>(py: Python<'_>, error: PyErr) -> PyResult<Result<T, Problem>> {
    if !error.is_instance_of::<PyException>(py) {
        return Err(error);
    }
    Ok(Err(no_id(error.get_type(py).name()?.to_str()?)))
}
