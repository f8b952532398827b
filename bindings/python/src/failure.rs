//! What goes wrong, and what Python hears of it. No message holds anything from a plan.

use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use rehabplan::foreign::{Foreign, recognise};
use rehabplan::text::Text;
use rehabplan::{Lang, ProfileError, ReadError};

/// Why there is no report on a document.
#[derive(Debug, Clone)]
pub(crate) enum Problem {
    /// The document cannot be read as a plan.
    Read(ReadError),
    /// Its file cannot be read, or the object that holds it.
    File(io::ErrorKind),
    /// Its file holds no JSON, but something else that is known.
    Foreign(Foreign),
    /// It is a dict or a list that holds itself.
    Cyclic,
    /// It lacks a key that it should have: the option that names the key, and the key.
    NoKey(&'static str, String),
    /// The function that should name it fails on it: the kind of exception.
    NoId(String),
}

impl Problem {
    /// A stable code for the kind of problem.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::File(io::ErrorKind::NotFound) => "notFound",
            Self::File(io::ErrorKind::PermissionDenied) => "noAccess",
            Self::File(_) => "notReadable",
            Self::Foreign(_) => "foreignFile",
            Self::Cyclic => "cyclic",
            Self::NoKey("plan", _) => "noPlan",
            Self::NoKey(..) | Self::NoId(_) => "noId",
        }
    }

    /// The problem in words.
    pub(crate) fn message(&self, lang: Lang) -> String {
        const NOT_FOUND: Text = Text::new("findes ikke", "not found");
        const NO_ACCESS: Text = Text::new("ingen adgang til at læse", "no permission to read");
        const NOT_READABLE: Text = Text::new("kan ikke læses", "cannot be read");
        const CYCLIC: Text = Text::new(
            "planen har ingen ende: en dict eller liste i den indeholder sig selv",
            "the plan has no end: a dict or list in it holds itself",
        );
        let text = match self {
            Self::Read(error) => return error.message(lang),
            Self::File(io::ErrorKind::NotFound) => NOT_FOUND,
            Self::File(io::ErrorKind::PermissionDenied) => NO_ACCESS,
            Self::File(_) => NOT_READABLE,
            Self::Foreign(kind) => return format!("{}{}", kind.message(lang), other_way(*kind).get(lang)),
            Self::Cyclic => CYCLIC,
            Self::NoKey(option, key) => {
                return match lang {
                    Lang::En => format!("the document has no key {key:?}, which {option}= names"),
                    _ => format!("dokumentet har ikke nøglen {key:?}, som {option}= peger på"),
                };
            }
            Self::NoId(exception) => {
                return match lang {
                    Lang::En => format!("the function given as id= fails on the document: {exception}"),
                    _ => format!("funktionen i id= fejler på dokumentet: {exception}"),
                };
            }
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

/// How Python reads plans from a file of this kind.
fn other_way(kind: Foreign) -> Text {
    match kind {
        Foreign::Gzip => Text::new(
            ", eller åbn den: validate_many(gzip.open(path, \"rb\"))",
            ", or open it: validate_many(gzip.open(path, \"rb\"))",
        ),
        Foreign::Workbook | Foreign::Parquet | Foreign::Csv => Text::new(
            "; en dataramme, der er læst fra den, kan gives til validate_frame()",
            "; a data frame that was read from it can be given to validate_frame()",
        ),
        _ => Text::new("", ""),
    }
}

/// Why a file of one document cannot be read. What is plainly no JSON is named; where it only looks so, the place of the
/// first mistake says more.
pub(crate) fn unreadable(error: ReadError, file: &[u8]) -> Problem {
    let is_no_json = matches!(error, ReadError::NotUtf8 { .. } | ReadError::NotJson { .. });
    match recognise(file).filter(|kind| is_no_json && !kind.is_guess()) {
        Some(kind) => Problem::Foreign(kind),
        None => Problem::Read(error),
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
