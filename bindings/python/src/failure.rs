//! What goes wrong, and what Python hears of it. No message holds anything from a plan.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};

use pyo3::exceptions::{PyRuntimeError, PyTypeError};
use pyo3::import_exception;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyType;
use rehabplan::foreign::Foreign;
use rehabplan::text::Wording;
use rehabplan::{Lang, ProfileError};
use rehabplan_batch::Problem;

/// A problem that only Python has: an object that holds itself.
pub(crate) fn cyclic() -> Problem {
    Problem::Other {
        code: "cyclic",
        danish: "planen har ingen ende: en dict eller liste i den indeholder sig selv".to_owned(),
        english: "the plan has no end: a dict or list in it holds itself".to_owned(),
    }
}

/// The function that should name a document fails on it. Its message may show the document, so only the kind of exception
/// is told.
pub(crate) fn no_id(exception: &str) -> Problem {
    Problem::Other {
        code: "noId",
        danish: format!("funktionen i id= fejler på dokumentet: {exception}"),
        english: format!("the function given as id= fails on the document: {exception}"),
    }
}

/// The problem with what Python can do about it, where there is something else to do than elsewhere.
pub(crate) fn in_python(problem: Problem) -> Problem {
    let Problem::Foreign(kind) = problem else { return problem };
    let way = other_way(kind);
    let [danish, english] = [Lang::Da, Lang::En].map(|lang| format!("{}{}", kind.message(lang), way.get(lang)));
    Problem::Other { code: kind.code(), danish, english }
}

/// The problem as a `rehabplan.ReadError`.
pub(crate) fn to_exception<'py>(py: Python<'py>, problem: &Problem, lang: Lang) -> PyResult<Bound<'py, PyAny>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "rehabplan._errors", "ReadError")?.call1((problem.message(lang), problem.code()))
}

/// The problem, to be raised.
pub(crate) fn raised(py: Python<'_>, problem: &Problem, lang: Lang) -> PyErr {
    to_exception(py, problem, lang).map_or_else(|error| error, PyErr::from_value)
}

/// How Python reads plans from a file of this kind.
fn other_way(kind: Foreign) -> Wording {
    match kind {
        Foreign::Gzip => Wording::new(
            ", eller åbn den: validate_many(gzip.open(path, \"rb\"))",
            ", or open it: validate_many(gzip.open(path, \"rb\"))",
        ),
        Foreign::Workbook | Foreign::Parquet | Foreign::Csv => Wording::new(
            "; en dataramme, der er læst fra den, kan gives til validate_frame()",
            "; a data frame that was read from it can be given to validate_frame()",
        ),
        _ => Wording::new("", ""),
    }
}

import_exception!(rehabplan._errors, OptionError);

/// An option with a value that does not exist, as a `rehabplan.OptionError`. `path` is where it stands among the options.
pub(crate) fn wrong(path: &str, message: String) -> PyErr {
    OptionError::new_err((message, None::<&str>, path.to_owned()))
}

/// Profiles that cannot be used, as a `rehabplan.ProfileError`. `name` is what the caller knows the file or the dict by.
pub(crate) fn refused(py: Python<'_>, name: Option<&str>, error: &ProfileError, lang: Lang) -> PyErr {
    let message = match name {
        Some(name) => format!("{name}: {}", error.message(lang)),
        None => error.message(lang),
    };
    let path = error.place().map(|place| place.path.as_str());
    let (line, column) = error.position().map(|position| (position.line, position.column)).unzip();
    profile_error(py)
        .and_then(|class| class.call1((message, error.code(), path, line, column)))
        .map_or_else(|error| error, PyErr::from_value)
}

/// The text of a file of a profile or of suppressions, as the command line reads it.
///
/// Raises `ProfileError` where it is not in UTF-8.
#[pyfunction]
pub(crate) fn text_of(py: Python<'_>, name: &str, data: Vec<u8>, lang: &str) -> PyResult<String> {
    // Another language is an error where the options are read, which is after the files.
    let lang = Lang::from_tag(lang).unwrap_or_default();
    rehabplan_batch::text_of(data).map_err(|problem| {
        let message = format!("{name}: {}", problem.message(lang));
        let made = profile_error(py).and_then(|class| class.call1((message, problem.code())));
        made.map_or_else(|error| error, PyErr::from_value)
    })
}

fn profile_error(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
    static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
    CLASS.import(py, "rehabplan._errors", "ProfileError")
}

/// What is not sent to another process, since it points to what this one holds; `way` is what may be sent instead.
pub(crate) fn not_pickled(kind: &str, way: &str, lang: Lang) -> PyErr {
    const REFUSED: Wording = Wording::new(
        "rehabplan.{kind} kan ikke gemmes med pickle; gem det, den siger: {way}",
        "rehabplan.{kind} cannot be pickled; keep what it says: {way}",
    );
    PyTypeError::new_err(REFUSED.get(lang).replace("{kind}", kind).replace("{way}", way))
}

/// Does a piece of work in the core. The core does not panic; should it do so all the same, Python gets an exception
/// that can be caught, and not PyO3's `PanicException`.
pub(crate) fn guarded<T>(lang: Lang, work: impl FnOnce() -> T) -> PyResult<T> {
    const DEFECT: Wording = Wording::new(
        "rehabplan selv gik i stykker på dette input, og det er en fejl i rehabplan: meld den gerne, uden planen",
        "rehabplan itself failed on this input, which is a defect of rehabplan: please report it, without the plan",
    );
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| PyRuntimeError::new_err(DEFECT.get(lang)))
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
