//! What goes wrong, and what Python hears of it. No message holds anything from a plan.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use rehabplan::text::Text;
use rehabplan::{Lang, ProfileError, ReadError};

/// Why there is no report on a document.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// The document cannot be read as a plan.
    Read(ReadError),
    /// Its file cannot be read.
    File(io::ErrorKind),
}

impl Problem {
    /// A stable code for the kind of problem.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::File(io::ErrorKind::NotFound) => "notFound",
            Self::File(io::ErrorKind::PermissionDenied) => "noAccess",
            Self::File(_) => "notReadable",
        }
    }

    /// The problem in words.
    pub(crate) fn message(&self, lang: Lang) -> String {
        const NOT_FOUND: Text = Text { da: "findes ikke", en: "not found" };
        const NO_ACCESS: Text = Text { da: "ingen adgang til at læse", en: "no permission to read" };
        const NOT_READABLE: Text = Text { da: "kan ikke læses", en: "cannot be read" };
        let text = match self {
            Self::Read(error) => return error.message(lang),
            Self::File(io::ErrorKind::NotFound) => NOT_FOUND,
            Self::File(io::ErrorKind::PermissionDenied) => NO_ACCESS,
            Self::File(_) => NOT_READABLE,
        };
        text.get(lang).to_owned()
    }

    /// The problem as a `rehabplan.ReadError`.
    pub(crate) fn to_exception<'py>(&self, py: Python<'py>, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        CLASS.import(py, "rehabplan._errors", "ReadError")?.call1((self.message(lang), self.code()))
    }

    /// The problem, to be raised.
    pub(crate) fn raised(&self, py: Python<'_>, lang: Lang) -> PyErr {
        self.to_exception(py, lang).map_or_else(|error| error, PyErr::from_value)
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        Self::File(error.kind())
    }
}

/// Profiles that cannot be used, as a `rehabplan.ProfileError`. `name` is what the caller knows the file or the dict by.
pub(crate) fn refused(py: Python<'_>, name: Option<&str>, error: &ProfileError, lang: Lang) -> PyErr {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    let message = match name {
        Some(name) => format!("{name}: {}", error.message(lang)),
        None => error.message(lang),
    };
    let path = error.place().map(|place| place.path.as_str());
    let class = CLASS.import(py, "rehabplan._errors", "ProfileError");
    class.and_then(|class| class.call1((message, error.code(), path))).map_or_else(|error| error, PyErr::from_value)
}

/// Does a piece of work in the core. The core does not panic; should it do so all the same, Python gets an exception
/// that can be caught, and not PyO3's `PanicException`.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> PyResult<T> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| {
        PyRuntimeError::new_err(
            "rehabplan itself failed on this input, which is a defect of rehabplan: please report it, without the plan",
        )
    })
}

/// The standard hook prints what a panic says, and that may be a piece of a plan. This one says where it was.
pub(crate) fn say_only_where() {
    set_hook(Box::new(|panic| {
        if let Some(place) = panic.location() {
            #[allow(clippy::print_stderr)]
            {
                eprintln!("rehabplan: internal error at {}:{}", place.file(), place.line());
            }
        }
    }));
}
