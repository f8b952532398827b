//! Many plans: taken in batches, checked on all cores while Python does other things, and handed back in order.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, TryLockError};

use pyo3::exceptions::{PyKeyError, PyOSError, PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;
use rehabplan::text::Wording;
use rehabplan::{Detail, Lang};
use rehabplan_batch::{
    Checked as Outcome, Format, Item, Keys, Missing, NotComparable, Problem, Threads, is_read, passed_over,
};
use rehabplan_import::account;
use rehabplan_import::bound::Asked;
use rehabplan_import::import::Joined;
use rehabplan_render::{By, Groups, Overview, TooMany, Workbook, WorkbookError, html};

use crate::check::{Counted, check};
use crate::comparison::Comparison;
use crate::failure::{guarded, in_python, not_pickled, raised, to_exception};
use crate::mapped::{self, Mapped, Tables};
use crate::options::{Given, Options};
use crate::report::Report;
use crate::source::{Files, Frame, Items, Source, narrowed};
use crate::table::{Batch, Table};

/// How many documents are checked at a time for each thread: enough to keep all of them busy, and few enough for
/// Ctrl-C to be heard.
const DOCUMENTS_PER_THREAD: usize = 256;

/// How many documents a thread takes at once.
const DOCUMENTS_AT_ONCE: usize = 16;

/// What `rehabplan.Run` runs.
#[pyclass(frozen, module = "rehabplan._native")]
pub(crate) struct Run {
    state: Mutex<State>,
    threads: Threads,
    keys: Arc<Keys>,
    by: Vec<By>,
    options: Options,
    /// The names of what goes along with each plan.
    carried: Arc<[Arc<str>]>,
    /// The tables that are joined to the cases, by name.
    joined: Option<(Vec<String>, Arc<Joined>)>,
    /// The conditions of the mapping that ask for words.
    asked: Vec<Asked>,
    /// What the mapping names and no case has, and the files of a folder that are no documents.
    missing: Vec<String>,
    /// The files that the mapping names beside that of the cases.
    beside: Vec<PathBuf>,
}

struct State {
    source: Box<dyn Source>,
    kept: Vec<Batch>,
    counted: Counted,
    failed: bool,
}

impl Run {
    fn new(
        source: impl Source + 'static,
        (keys, by): (Arc<Keys>, Vec<By>),
        options: Options,
        threads: Threads,
    ) -> Self {
        let counted = Counted::new(&options, &by);
        let state = State { source: Box::new(source), kept: Vec::new(), counted, failed: false };
        let carried = by.iter().map(|by| by.name().into()).collect();
        Self {
            state: Mutex::new(state),
            threads,
            keys,
            by,
            options,
            carried,
            joined: None,
            asked: Vec::new(),
            missing: Vec::new(),
            beside: Vec::new(),
        }
    }

    /// The same where these columns go along with each plan, whether it is grouped by them or not.
    ///
    /// # Errors
    ///
    /// `KeyError` when it is to be grouped by another column, `ValueError` when one has the name of a column of the result.
    fn along(mut self, carried: &[Arc<str>]) -> PyResult<Self> {
        Table::takes(carried, self.options.lang)?;
        if let Some(unknown) = columns(&self.by).iter().find(|name| carried.iter().all(|known| **known != ***name)) {
            const UNKNOWN: Wording = Wording::new(
                "groups »{name}«: kortet lader ingen kolonne af det navn følge med (carry)",
                "groups \"{name}\": the mapping carries no such column along",
            );
            return Err(PyKeyError::new_err(UNKNOWN.get(self.options.lang).replace("{name}", unknown)));
        }
        let others = self.carried.iter().filter(|name| !carried.contains(name));
        self.carried = carried.iter().chain(others).cloned().collect();
        Ok(self)
    }

    fn state(&self) -> PyResult<MutexGuard<'_, State>> {
        self.state.try_lock().map_err(|error| {
            let why = match error {
                TryLockError::WouldBlock => {
                    Wording::new("kørslen er i gang i en anden tråd", "the run is going on in another thread")
                }
                TryLockError::Poisoned(_) => Wording::new("kørslen er gået i stå", "the run has failed"),
            };
            PyRuntimeError::new_err(why.get(self.options.lang))
        })
    }

    /// Takes and checks the next documents; none at the end.
    fn advance(&self, py: Python<'_>, state: &mut State) -> PyResult<Option<Batch>> {
        // The only place where Ctrl-C is heard: everything before it is done, and nothing after it has begun.
        py.check_signals()?;
        if state.failed {
            const FAILED: Wording = Wording::new(
                "kørslen er gået i stå før sin ende; begynd den forfra",
                "the run has failed before its end; start it again",
            );
            return Err(PyRuntimeError::new_err(FAILED.get(self.options.lang)));
        }
        state.failed = true;
        let items = state.source.next(py, self.threads.count() * DOCUMENTS_PER_THREAD)?;
        let parts = py.detach(|| guarded(self.options.lang, || self.check(items)))?;
        let mut batch = Vec::new();
        for (part, counted) in parts {
            batch.extend(part);
            state.counted.merge(counted);
        }
        if batch.is_empty() {
            self.look_for_keys()?;
        }
        state.failed = false;
        Ok((!batch.is_empty()).then(|| Arc::new(batch)))
    }

    fn check(&self, items: Vec<Item>) -> Vec<(Vec<Outcome>, Counted)> {
        let mut items = items.into_iter();
        let part = || Some(items.by_ref().take(DOCUMENTS_AT_ONCE).collect()).filter(|part: &Vec<_>| !part.is_empty());
        let parts = std::iter::from_fn(part).collect();
        self.threads.map(parts, |part| check(part, &self.keys, &self.by, &self.options))
    }

    /// A key that no document has is a mistake in the call, and not in the documents.
    fn look_for_keys(&self) -> PyResult<()> {
        let (option, key) = match self.keys.unfound() {
            Some(Missing::Id(key)) => ("id", key),
            Some(Missing::Plan(key)) => ("plan", key),
            Some(Missing::Carried(key)) => ("groups", key),
            _ => return Ok(()),
        };
        const NOWHERE: Wording = Wording::new(
            "intet dokument har nøglen {key}, som {option}= nævner",
            "no document has the key {key}, which {option}= names",
        );
        let text = NOWHERE.get(self.options.lang).replace("{option}", option);
        Err(PyKeyError::new_err(text.replace("{key}", &format!("{key:?}"))))
    }

    fn checked(&self, batch: &Batch) -> Vec<Checked> {
        let lang = self.options.lang;
        (0..batch.len()).map(|place| Checked { batch: Arc::clone(batch), place, lang }).collect()
    }
}

const NO_PLANS: Wording = Wording::new(
    "mappen har ingen fil, der er .json, .ndjson eller .jsonl",
    "the folder holds no .json, .ndjson or .jsonl file",
);

const NO_DOCUMENTS: Wording =
    Wording::new("mappen har ingen dokumenter: docx, odt eller PDF", "the folder holds no documents: docx, odt or PDF");

const NO_CASES: Wording = Wording::new(
    "der er ingen sager i tabellen, så intet er kontrolleret",
    "the table has no cases, so nothing was checked",
);

#[pymethods]
impl Run {
    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Run", "findings.to_dicts()", self.options.lang))
    }

    /// The lines of a file, or the files of a folder.
    #[staticmethod]
    #[pyo3(signature = (path, ndjson, id, plan, options))]
    fn of_path(
        py: Python<'_>,
        path: PathBuf,
        ndjson: bool,
        id: Option<Bound<'_, PyAny>>,
        plan: Option<String>,
        options: Given<'_>,
    ) -> PyResult<Self> {
        let (by, threads) = options.run()?;
        let options = options.read(py, false)?;
        let (callable, keys) = id_of(id, plan, &by, options.lang)?;
        match Files::open(&path, ndjson, callable)? {
            Ok(files) => {
                let missing = files.again.iter().map(|file| mapped::again(file, options.lang)).collect();
                Ok(Self { missing, ..Self::new(files, (keys, by), options, threads) })
            }
            Err(Problem::NothingToCheck) => Err(PyValueError::new_err(NO_PLANS.get(options.lang))),
            Err(problem) => Err(raised(py, &in_python(problem), options.lang)),
        }
    }

    /// The items of an iterable.
    #[staticmethod]
    #[pyo3(signature = (items, id, plan, options))]
    fn of_items(
        items: &Bound<'_, PyAny>,
        id: Option<Bound<'_, PyAny>>,
        plan: Option<String>,
        options: Given<'_>,
    ) -> PyResult<Self> {
        let (by, threads) = options.run()?;
        let options = options.read(items.py(), false)?;
        let (callable, keys) = id_of(id, plan, &by, options.lang)?;
        Ok(Self::new(Items::new(items, callable, Arc::clone(&keys))?, (keys, by), options, threads))
    }

    /// The rows of a data frame.
    #[staticmethod]
    #[pyo3(signature = (frame, column, id, options))]
    fn of_frame(frame: &Bound<'_, PyAny>, column: &str, id: Option<&str>, options: Given<'_>) -> PyResult<Self> {
        let (by, threads) = options.run()?;
        let options = options.read(frame.py(), false)?;
        let carried = columns(&by);
        let carried: Vec<&str> = carried.iter().map(String::as_str).collect();
        let frame = &narrowed(frame, column, id, &carried, options.lang)?;
        let batches = frame.extract::<AnyRecordBatch>().and_then(AnyRecordBatch::into_reader).map_err(|error| {
            // What Arrow says of it helps nobody, and may hold a value.
            let has_columns = ["columns", "column_names"].iter().any(|names| frame.hasattr(*names).unwrap_or(false));
            if has_columns {
                let used: Vec<_> = [column].into_iter().chain(id).chain(carried.iter().copied()).collect();
                const NO_TYPE: Wording = Wording::new(
                    "en af kolonnerne {used} er af en type, som Arrow ikke har; skriv den som tekst først",
                    "of the columns {used} one has no type in Arrow; write it as text first",
                );
                PyTypeError::new_err(NO_TYPE.get(options.lang).replace("{used}", &format!("{used:?}")))
            } else if error.is_instance_of::<PyValueError>(frame.py()) {
                // A column alone is a stream too, but not one of rows.
                const NO_NAMES: Wording = Wording::new(
                    "en dataramme har kolonner med navne; værdierne i én kolonne gives til validate_many()",
                    "a data frame has named columns; the values of one column are for validate_many()",
                );
                PyTypeError::new_err(NO_NAMES.get(options.lang))
            } else {
                error
            }
        })?;
        let source = Frame::new(batches, column, id, &carried, options.lang)?;
        Ok(Self::new(source, (Arc::default(), by), options, threads))
    }

    /// Documents, by a mapping or by the one that comes along.
    #[staticmethod]
    #[pyo3(signature = (path, map, sagstype, options))]
    fn of_documents(
        py: Python<'_>,
        path: PathBuf,
        map: Option<Vec<u8>>,
        sagstype: Option<&str>,
        options: Given<'_>,
    ) -> PyResult<Self> {
        let (by, threads) = options.run()?;
        let options = options.read(py, false)?;
        let documents = mapped::documents(py, map.as_deref(), sagstype, options.lang)?;
        let documents: Arc<dyn Format> = Arc::new(documents);
        let mut others = passed_over(std::slice::from_ref(&path), std::slice::from_ref(&documents));
        let files = Files::of_format(&path, documents)?;
        let files = files.map_err(|problem| match problem {
            Problem::NothingToCheck => PyValueError::new_err(NO_DOCUMENTS.get(options.lang)),
            problem => raised(py, &problem, options.lang),
        })?;
        others.extend_from_slice(&files.plans_beside);
        others.sort_unstable();
        let missing = others.iter().map(|file| mapped::not_read(file, options.lang));
        let missing = missing.chain(files.again.iter().map(|file| mapped::again(file, options.lang))).collect();
        Ok(Self { missing, ..Self::new(files, (Arc::default(), by), options, threads).along(&[])? })
    }

    /// The cases of tables, by a mapping.
    #[staticmethod]
    fn of_tables(py: Python<'_>, tables: Tables<'_>, options: Given<'_>) -> PyResult<Self> {
        let (by, threads) = options.run()?;
        let mut options = options.read(py, false)?;
        let (import, beside) = mapped::open(py, &tables, options.lang)?;
        let carried = import.carried().to_vec();
        options.checker = options.checker.horizon(import.horizon().clone());
        let joined = Some((import.tables().to_vec(), import.joined()));
        let missing = mapped::missing(&import, options.lang);
        let asked = import.bound().asked().to_vec();
        let run = Self::new(Mapped::new(import), (Arc::default(), by), options, threads).along(&carried)?;
        Ok(Self { joined, asked, missing, beside, ..run })
    }

    /// Whether a file is one that the run reads: one of those that it was given, or one that the mapping names.
    fn reads(&self, file: PathBuf, given: Vec<PathBuf>) -> bool {
        is_read(&file, given.iter().chain(&self.beside).map(PathBuf::as_path), &[])
    }

    /// What there is to say of the mapping and the tables after the last case, line by line.
    #[getter]
    fn remarks(&self) -> Vec<String> {
        let Some((names, joined)) = &self.joined else { return self.missing.clone() };
        let tables: Vec<_> = names.iter().cloned().zip(joined.unused()).collect();
        let lang = self.options.lang;
        // A plan with nothing of the preparatory part says so itself: it is undetermined, for what is not in the source.
        let mut noticed = joined.noticed();
        noticed.without_part = 0;
        let never_held = account::never_held([self.asked.as_slice()]);
        let told = [
            account::unmatched(&tables, noticed, lang),
            account::remarks(&tables, noticed, lang),
            account::without_rows(&never_held, &tables, lang),
        ];
        // A table of headings alone was not checked.
        let is_empty = self.state().is_ok_and(|state| state.source.progress().0 == 0);
        let nothing = is_empty.then(|| NO_CASES.get(lang).to_owned());
        self.missing.iter().cloned().chain(told.into_iter().flatten()).chain(nothing).collect()
    }

    /// Checks the next documents and hands them over; empty at the end.
    fn stream(&self, py: Python<'_>) -> PyResult<Vec<Checked>> {
        let batch = self.advance(py, &mut *self.state()?)?;
        Ok(batch.map_or_else(Vec::new, |batch| self.checked(&batch)))
    }

    /// Checks the next documents and keeps what came of them; false at the end.
    fn keep(&self, py: Python<'_>) -> PyResult<bool> {
        let mut state = self.state()?;
        let batch = self.advance(py, &mut state)?;
        let more = batch.is_some();
        state.kept.extend(batch);
        Ok(more)
    }

    /// The documents of a batch that was kept; empty after the last.
    fn kept(&self, index: usize) -> PyResult<Vec<Checked>> {
        Ok(self.state()?.kept.get(index).map_or_else(Vec::new, |batch| self.checked(batch)))
    }

    /// Whether the run ended before its input did.
    #[getter]
    fn failed(&self) -> bool {
        self.state.try_lock().is_ok_and(|state| state.failed)
    }

    /// How much of the input has been taken, and how much there is, where that is known.
    #[getter]
    fn progress(&self) -> PyResult<(u64, Option<u64>)> {
        Ok(self.state()?.source.progress())
    }

    /// How many documents came to each conclusion.
    #[getter]
    fn conclusions(&self) -> PyResult<BTreeMap<&'static str, usize>> {
        Ok(self.state()?.counted.overview.summary.codes().collect())
    }

    /// How many points of the plans are for a person to judge.
    #[getter]
    fn review(&self) -> PyResult<u64> {
        Ok(self.state()?.counted.overview.summary.review)
    }

    /// The language of the texts.
    #[getter]
    fn lang(&self) -> &'static str {
        self.options.lang.tag()
    }

    /// What the chosen profiles change.
    fn comparison(&self) -> PyResult<Comparison> {
        if !self.options.has_profiles {
            const NO_PROFILES: Wording = Wording::new(
                "der er intet at sammenligne: kørslen fik ingen profiler",
                "there is nothing to compare: the run was given no profiles",
            );
            return Err(PyValueError::new_err(NO_PROFILES.get(self.options.lang)));
        }
        Ok(Comparison::new(self.state()?.counted.comparison.clone(), self.options.lang))
    }

    /// The table of findings of what was kept.
    fn findings(&self) -> PyResult<Table> {
        Ok(Table::findings(self.state()?.kept.clone(), &self.carried, self.options.lang))
    }

    /// The table of plans of what was kept.
    fn plans(&self) -> PyResult<Table> {
        Ok(Table::plans(self.state()?.kept.clone(), &self.carried, self.options.lang))
    }

    /// How often each requirement is met and not met, by case variant.
    fn rules(&self) -> PyResult<Table> {
        Table::rules(&self.state()?.counted.overview.tally, self.options.lang)
    }

    /// How often something is missing under each paragraph, by case variant.
    fn paragraphs(&self) -> PyResult<Table> {
        Table::paragraphs(&self.state()?.counted.overview.tally, self.options.lang)
    }

    /// The names of what the plans can be grouped by.
    #[getter]
    fn groups(&self) -> Vec<String> {
        self.by.iter().map(By::name).collect()
    }

    /// The plans by some of what they can be grouped by, and by `rule` or `paragraph` where one of them is named.
    fn grouped(&self, by: Vec<String>, min_group: u64) -> PyResult<Table> {
        let (details, by): (Vec<String>, Vec<String>) =
            by.into_iter().partition(|name| matches!(name.as_str(), "rule" | "paragraph"));
        let detail = match details.iter().map(String::as_str).collect::<Vec<_>>()[..] {
            [] => rehabplan_render::Breakdown::Plans,
            ["rule"] => rehabplan_render::Breakdown::Rules,
            ["paragraph"] => rehabplan_render::Breakdown::Paragraphs,
            _ => {
                const ONCE: Wording = Wording::new(
                    "by nævner enten \"rule\" eller \"paragraph\", og kun én gang",
                    "by names either \"rule\" or \"paragraph\", once",
                );
                return Err(PyValueError::new_err(ONCE.get(self.options.lang)));
            }
        };
        let state = self.state()?;
        Table::groups(&self.groups_by(&state, &by, min_group)?, detail, self.options.lang)
    }

    /// The page of what was kept.
    fn to_html(&self, py: Python<'_>, by: Vec<String>, min_group: u64) -> PyResult<String> {
        let state = self.state()?;
        let (overview, lang) = (self.overview(&state, &by, min_group)?, self.options.lang);
        let kept = state.kept.clone();
        py.detach(|| {
            guarded(lang, || {
                let mut page = html::Page::new(overview, lang);
                for Outcome { name, result, places, .. } in kept.iter().flat_map(|batch| batch.iter()) {
                    page.show(name, result.as_deref(), &|path| places.get(path).cloned());
                }
                page.finish()
            })
        })
    }

    /// Writes the workbook of what was kept.
    fn to_excel(&self, py: Python<'_>, path: PathBuf, by: Vec<String>, min_group: u64) -> PyResult<()> {
        let state = self.state()?;
        let (overview, lang) = (self.overview(&state, &by, min_group)?, self.options.lang);
        let kept = state.kept.clone();
        let to = path.clone();
        let write = || -> Result<(), WorkbookError> {
            let mut book = Workbook::new(overview, lang)?;
            for Outcome { name, result, places, .. } in kept.iter().flat_map(|batch| batch.iter()) {
                book.show(name, result.as_deref(), &|path| places.get(path).cloned())?;
            }
            let mut file = File::create(&to)?;
            book.finish(&mut file)?;
            Ok(())
        };
        py.detach(|| guarded(lang, write))?.map_err(|error| match error {
            WorkbookError::Write(error) => not_written(&error, &path, lang),
            WorkbookError::TooMany(error) => PyValueError::new_err(error.message(lang)),
        })
    }
}

/// A file that cannot be written, as Python knows it, in the language of the run.
fn not_written(error: &std::io::Error, path: &Path, lang: Lang) -> PyErr {
    const NO_FOLDER: Wording = Wording::new(
        "mappen til filen i argumentet path findes ikke",
        "there is no such folder as that of the file given as path",
    );
    const FOLDER: Wording =
        Wording::new("argumentet path er en mappe og ingen fil", "what is given as path is a folder and no file");
    const REFUSED: Wording =
        Wording::new("filen i argumentet path kan ikke skrives", "the file given as path cannot be written");
    let text = match error.kind() {
        std::io::ErrorKind::NotFound => NO_FOLDER,
        std::io::ErrorKind::IsADirectory => FOLDER,
        _ => REFUSED,
    };
    let text = text.get(lang);
    match error.raw_os_error() {
        Some(number) => PyOSError::new_err((number, text, path.to_string_lossy().into_owned())),
        None => PyOSError::new_err(format!("{text}: {}", path.display())),
    }
}

impl Run {
    /// The plans by some of what they can be grouped by.
    fn groups_by(&self, state: &State, by: &[String], min_group: u64) -> PyResult<Groups> {
        let lang = self.options.lang;
        let too_many = |error: &TooMany| {
            const FEWER: Wording = Wording::new(
                "; gruppér efter noget, som færre planer har hver deres af",
                "; group by what fewer plans have each their own of",
            );
            PyValueError::new_err(error.message(lang) + FEWER.get(lang))
        };
        let groups = state.counted.groups.as_ref().map_err(too_many)?;
        let by: Vec<&str> = by.iter().map(String::as_str).collect();
        groups.by(&by, min_group).ok_or_else(|| {
            let known = groups.columns();
            let unknown = by.iter().find(|name| known.iter().all(|column| column != *name)).unwrap_or(&"");
            const UNKNOWN: Wording = Wording::new(
                "argumentet by er \"rule\", \"paragraph\" eller noget af det, som groups= nævnte, da planerne blev kontrolleret, ikke {given}",
                "by must be \"rule\", \"paragraph\", or of what groups= named when the plans were checked, not {given}",
            );
            PyValueError::new_err(UNKNOWN.get(lang).replace("{given}", &format!("{unknown:?}")))
        })
    }

    /// What was counted, with groups where some are named.
    fn overview(&self, state: &State, by: &[String], min_group: u64) -> PyResult<Overview> {
        let groups = if by.is_empty() { None } else { Some(self.groups_by(state, by, min_group)?) };
        Ok(state.counted.overview.clone().grouped(groups))
    }
}

/// What has become of the findings of one run in a later one; both were kept.
#[pyfunction]
pub(crate) fn diff(before: &Run, after: &Run) -> PyResult<Table> {
    if [before, after].iter().any(|run| run.options.detail != Detail::All) {
        const KEPT: Wording = Wording::new(
            "hvad der er løst, kan kun siges, hvor alle svar er gemt: kontroller begge med detail=\"all\"",
            "what is solved can only be told where every answer was kept: check both with detail=\"all\"",
        );
        return Err(PyValueError::new_err(KEPT.get(after.options.lang)));
    }
    let kept = |run: &Run| Ok::<_, PyErr>(run.state()?.kept.clone());
    let (first, second) = (kept(before)?, kept(after)?);
    Table::changes(&first, &second, after.options.lang).map_err(|error| {
        let why = match error {
            NotComparable::NoId => Wording::new(
                "en plan har intet id, så den kan ikke findes i den anden kørsel: nævn det med id=",
                "a plan has no id, so it cannot be found in the other run: name it with id=",
            ),
            _ => Wording::new(
                "to planer i en kørsel har samme id, så de kan ikke skelnes i den anden kørsel",
                "two plans of a run have the same id, so they cannot be told apart in the other run",
            ),
        };
        PyValueError::new_err(why.get(after.options.lang))
    })?
}

/// What is carried along beside the plans.
fn columns(by: &[By]) -> Vec<String> {
    by.iter().filter(|by| by.is_column()).map(By::name).collect()
}

/// What names the documents: Python code, or a key.
fn id_of(
    id: Option<Bound<'_, PyAny>>,
    plan: Option<String>,
    by: &[By],
    lang: Lang,
) -> PyResult<(Option<Py<PyAny>>, Arc<Keys>)> {
    const NO_ID: Wording = Wording::new(
        "argumentet id er navnet på en nøgle eller en funktion fra et dokument til dets id",
        "id must be the name of a key, or a function from a document to its id",
    );
    let carried = columns(by);
    let carried: Vec<&str> = carried.iter().map(String::as_str).collect();
    let keys = |id: Option<&str>| Arc::new(Keys::new(plan.as_deref(), id).carrying(&carried));
    match id {
        None => Ok((None, keys(None))),
        Some(id) if id.is_callable() => Ok((Some(id.unbind()), keys(None))),
        Some(id) => match id.extract::<String>() {
            Ok(key) => Ok((None, keys(Some(&key)))),
            Err(_) => Err(PyTypeError::new_err(NO_ID.get(lang))),
        },
    }
}

/// What came of one of many documents.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct Checked {
    batch: Batch,
    place: usize,
    lang: Lang,
}

impl Checked {
    fn outcome(&self) -> PyResult<&Outcome> {
        const NONE: Wording = Wording::new("kørslen har ikke det dokument", "the run has no such document");
        self.batch.get(self.place).ok_or_else(|| PyRuntimeError::new_err(NONE.get(self.lang)))
    }

    fn problem(&self) -> PyResult<Option<&Problem>> {
        Ok(self.outcome()?.result.as_ref().err())
    }
}

#[pymethods]
impl Checked {
    /// The place in the input, from 0. In an NDJSON file it is the line's number less 1.
    #[getter]
    fn row(&self) -> PyResult<u64> {
        Ok(self.outcome()?.name.row)
    }

    /// The caller's own id, if there is one.
    #[getter]
    fn id(&self) -> PyResult<Option<&str>> {
        Ok(self.outcome()?.name.id.as_deref())
    }

    /// The report; `None` when the document could not be read as a plan.
    #[getter]
    fn report(&self) -> PyResult<Option<Report>> {
        let report = self.outcome()?.result.as_ref().ok();
        Ok(report.map(|report| Report::new(Arc::clone(report), self.lang)))
    }

    /// Why the document could not be read as a plan: a `ReadError`, not raised; `None` when there is a report.
    #[getter]
    fn error<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        self.problem()?.map(|problem| to_exception(py, problem, self.lang)).transpose()
    }

    /// Whether the document is a plan and its report is `ok`.
    #[getter]
    fn ok(&self) -> PyResult<bool> {
        Ok(self.outcome()?.result.as_ref().is_ok_and(|report| crate::report::is_ok(report)))
    }

    /// Neither true nor false, as a report.
    fn __bool__(&self) -> PyResult<bool> {
        const NEITHER: Wording = Wording::new(
            "det, der kom ud af et dokument, er hverken sandt eller falsk: checked.ok siger, om planen er i orden, og \
             `checked.report is not None`, om den kunne læses",
            "what came of a document is neither true nor false: checked.ok says whether the plan is fulfilled, \
             `checked.report is not None` whether it could be read",
        );
        Err(PyTypeError::new_err(NEITHER.get(self.lang)))
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Checked", "report.to_dict()", self.lang))
    }

    fn __repr__(&self) -> PyResult<String> {
        let outcome = self.outcome()?;
        let came_to = match &outcome.result {
            Ok(report) => report.conclusion.code(),
            Err(problem) => problem.code(),
        };
        Ok(format!("<rehabplan.Checked row={} {came_to}>", outcome.name.row))
    }
}
