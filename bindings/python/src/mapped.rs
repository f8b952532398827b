//! Exports by a mapping: files and data frames become plans.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray, StructArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use pyo3_arrow::input::AnyRecordBatch;
use rehabplan::Lang;
use rehabplan::plan::Sagstype;
use rehabplan::text::Wording;
use rehabplan_batch::{AGAIN, Item, Problem, shown};
use rehabplan_import::document::{self, Documents};
use rehabplan_import::import::{Case, Import, ImportError};
use rehabplan_import::mapping::{Mapping, Source as Said, SourceKind};
use rehabplan_import::source::{self, Opened};
use rehabplan_import::{account, draft};

use crate::failure::{not_pickled, raised};
use crate::options::{Spoken, not_one_of};
use crate::source::Source;

/// A file or a data frame.
#[derive(FromPyObject)]
pub(crate) enum Table<'py> {
    Path(PathBuf),
    Frame(Bound<'py, PyAny>),
}

/// The table of the cases, the mapping as TOML or JSON, and the other tables by name.
pub(crate) type Tables<'py> = (Table<'py>, Vec<u8>, Vec<(String, Table<'py>)>);

/// An error of a mapping or a source, as a `rehabplan.ReadError`.
fn wrong(py: Python<'_>, error: &ImportError, lang: Lang) -> PyErr {
    let [danish, english] = [Lang::Da, Lang::En].map(|lang| error.message(lang));
    raised(py, &Problem::Other { code: error.code(), danish, english }, lang)
}

impl Table<'_> {
    fn open(&self, py: Python<'_>, said: &Said, lang: Lang) -> PyResult<Result<Opened, source::SourceError>> {
        const NO_COLUMNS: Wording =
            Wording::new("en dataramme har kolonner med navne", "a data frame has named columns");
        const NO_TYPE: Wording = Wording::new(
            "en af kolonnerne har ingen type i Arrow; skriv den som tekst først",
            "one of the columns has no type in Arrow; write it as text first",
        );
        match self {
            Self::Path(path) => {
                std::fs::metadata(path)?;
                Ok(py.detach(|| source::open(path, said)))
            }
            Self::Frame(frame) => {
                let batches = frame.extract::<AnyRecordBatch>().and_then(AnyRecordBatch::into_reader);
                // What Arrow says of it may hold a value.
                let batches = batches.map_err(|error| {
                    let has_columns =
                        ["columns", "column_names"].iter().any(|names| frame.hasattr(*names).unwrap_or(false));
                    let is_value = error.is_instance_of::<PyValueError>(py);
                    let why = if is_value && !has_columns { NO_COLUMNS } else { NO_TYPE };
                    PyTypeError::new_err(why.get(lang))
                })?;
                Ok(Ok(source::of_batches(batches)))
            }
        }
    }
}

/// Opens sources by a mapping, and says which files it names beside that of the cases.
pub(crate) fn open(
    py: Python<'_>,
    (cases, map, children): &Tables<'_>,
    lang: Lang,
) -> PyResult<(Import, Vec<PathBuf>)> {
    let mapping = Mapping::read(map).map_err(|error| wrong(py, &error.into(), lang))?;
    let failed = |table: Option<&String>, error| wrong(py, &ImportError::Source { table: table.cloned(), error }, lang);
    let opened = cases.open(py, &mapping.file().source, lang)?.map_err(|error| failed(None, error))?;
    let mut tables = Vec::new();
    for (name, table) in children {
        let opened = table.open(py, &mapping.source_of(name), lang)?.map_err(|error| failed(Some(name), error))?;
        tables.push((name.clone(), opened));
    }
    let file = if let Table::Path(path) = cases { Some(path.as_path()) } else { None };
    let is_given = |name: &str| children.iter().any(|(given, _)| given == name);
    let beside = file.into_iter().flat_map(|file| mapping.beside(file));
    let beside = beside.filter(|(name, _)| !is_given(name)).map(|(_, path)| path).collect();
    let import = py.detach(|| Import::with(&mapping, opened, file, tables)).map_err(|error| wrong(py, &error, lang))?;
    Ok((import, beside))
}

/// What there is to say of a file that is met again under another name.
pub(crate) fn again(file: &Path, lang: Lang) -> String {
    format!("{}: {}", shown(&file.to_string_lossy()), AGAIN.get(lang))
}

/// What there is to say of a file that lies in a folder of documents and is none.
pub(crate) fn not_read(file: &Path, lang: Lang) -> String {
    let is_json =
        |ending: &std::ffi::OsStr| ["json", "ndjson", "jsonl"].iter().any(|name| ending.eq_ignore_ascii_case(name));
    let why = if file.extension().is_some_and(is_json) {
        Wording::new(
            "ikke læst, for her læses kun docx, odt og PDF; planer i JSON læser validate_many",
            "not read, for only docx, odt and PDF are read here; validate_many reads plans in JSON",
        )
    } else {
        Wording::new(
            "ikke læst, for af en mappe læses kun docx, odt og PDF",
            "not read, for of a folder only docx, odt and PDF are read",
        )
    };
    let why = why.get(lang);
    format!("{}: {why}", shown(&file.to_string_lossy()))
}

/// What the mapping names and no case has, as far as they were looked at, and of which days nothing tells the order.
pub(crate) fn missing(import: &Import, lang: Lang) -> Vec<String> {
    let missing = import.bound().missing().iter().map(|error| error.message(lang));
    let notes = import.bound().notes().iter().map(|error| error.message(lang));
    missing.chain(account::of_either_order(import.bound(), lang)).chain(notes).collect()
}

/// What reads documents: by a mapping, or by the one that comes along.
pub(crate) fn documents(py: Python<'_>, map: Option<&[u8]>, sagstype: Option<&str>, lang: Lang) -> PyResult<Documents> {
    let mapping = map.map_or_else(document::dokument, Mapping::read);
    let mapping = mapping.map_err(|error| wrong(py, &error.into(), lang))?;
    if mapping.file().source.kind != Some(SourceKind::Document) {
        const OF_TABLES: Wording = Wording::new(
            "kortet er til tabeller og ikke til dokumenter; et kort til dokumenter har kind = \"document\" under [source]",
            "the mapping is of tables and not of documents; one of documents has kind = \"document\" under [source]",
        );
        return Err(PyValueError::new_err(OF_TABLES.get(lang)));
    }
    let sagstype = sagstype.map(|name| {
        let codes = Sagstype::ALL.iter().map(|sagstype| sagstype.code());
        Sagstype::from_code(name).ok_or_else(|| not_one_of("sagstype", name, codes, lang))
    });
    Ok(Documents::new(mapping).sagstype(sagstype.transpose()?))
}

/// The cases of an import, to be checked.
pub(crate) struct Mapped {
    items: Box<dyn Iterator<Item = Item> + Send>,
    row: u64,
}

impl Mapped {
    pub(crate) fn new(import: Import) -> Self {
        Self { items: Box::new(rehabplan_import::items(import)), row: 0 }
    }
}

impl Source for Mapped {
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>> {
        let mut items: Vec<Item> = py.detach(|| self.items.by_ref().take(count).collect());
        for item in &mut items {
            // The row as a person counts, where there is one.
            item.name.row = item.name.line.map_or(self.row, |line| line as u64);
            self.row += 1;
        }
        Ok(items)
    }

    fn progress(&self) -> (u64, Option<u64>) {
        (self.row, None)
    }
}

/// Plans that are read out of tables, for whatever reads Arrow: a row for each case, with its id, its row, what goes along,
/// and the plan as JSON. They are made as they are read, and can be read once.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct Plans {
    import: Mutex<Option<Import>>,
    schema: SchemaRef,
    horizon: Vec<String>,
    remarks: Vec<String>,
    lang: Lang,
}

/// Rows in one batch.
const BATCH: usize = 1024;

/// What the columns beside those that are carried are called.
const OWN: [&str; 4] = ["id", "row", "plan", "error"];

#[pymethods]
impl Plans {
    #[new]
    fn new(py: Python<'_>, tables: Tables<'_>, lang: Spoken) -> PyResult<Self> {
        let lang = lang.read()?;
        let (import, _) = open(py, &tables, lang)?;
        let mut fields = vec![Field::new("id", DataType::Utf8, true), Field::new("row", DataType::Int64, true)];
        fields.extend(import.carried().iter().map(|name| Field::new(&**name, DataType::Utf8, true)));
        clash(import.carried(), &OWN, lang)?;
        fields.extend(["plan", "error"].map(|name| Field::new(name, DataType::Utf8, true)));
        let horizon = import.horizon().fields().map(str::to_owned).collect();
        let others: Vec<_> = import.tables().iter().cloned().zip(import.joined().unused()).collect();
        let remarks = missing(&import, lang).into_iter().chain(account::unkeyed(&others, lang)).collect();
        Ok(Self { import: Mutex::new(Some(import)), schema: Arc::new(Schema::new(fields)), horizon, remarks, lang })
    }

    /// The places of a plan that the tables have a place for: what `horizon=` takes.
    #[getter]
    fn horizon(&self) -> Vec<String> {
        self.horizon.clone()
    }

    /// What there is to say of the mapping and the other tables, line by line.
    #[getter]
    fn remarks(&self) -> Vec<String> {
        self.remarks.clone()
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Plans", "pyarrow.table(plans)", self.lang))
    }

    fn __repr__(&self) -> String {
        format!("<rehabplan.Plans: {} columns>", self.schema.fields().len())
    }

    /// The schema, for whatever reads Arrow.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    /// The rows, for whatever reads Arrow. They can be read once.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let import = self.import.lock().ok().and_then(|mut import| import.take());
        const READ: Wording =
            Wording::new("disse planer er læst; læs tabellen igen", "these plans have been read; read the table again");
        let mut import = import.ok_or_else(|| PyRuntimeError::new_err(READ.get(self.lang)))?;
        let (schema, field) =
            (Arc::clone(&self.schema), Arc::new(Field::new_struct("", self.schema.fields().clone(), false)));
        let batches = std::iter::from_fn(move || {
            let cases: Vec<_> = import.by_ref().take(BATCH).collect();
            (!cases.is_empty()).then(|| batch(&cases, &schema))
        });
        let arrays = batches.map(|batch| Ok(Arc::new(StructArray::from(batch?)) as ArrayRef));
        Ok(to_stream_pycapsule(py, Box::new(ArrayIterator::new(arrays, field)), requested_schema)?)
    }
}

fn batch(cases: &[Result<Case, source::SourceError>], schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
    let of = |case: &Result<Case, source::SourceError>| case.as_ref().ok().cloned();
    let ids: StringArray = cases.iter().map(|case| of(case)?.id()).collect();
    let row = |case: &Result<Case, source::SourceError>| match case {
        Ok(case) => case.row(),
        Err(error) => error.row,
    };
    let rows: Int64Array = cases.iter().map(|case| i64::try_from(row(case)?).ok()).collect();
    let carried: Vec<Vec<Option<String>>> =
        cases.iter().map(|case| of(case).map(|case| case.carried()).unwrap_or_default()).collect();
    let mut columns: Vec<ArrayRef> = vec![Arc::new(ids), Arc::new(rows)];
    for place in 0..schema.fields().len() - OWN.len() {
        let column: StringArray = carried.iter().map(|carried| carried.get(place).cloned().flatten()).collect();
        columns.push(Arc::new(column));
    }
    let plans: StringArray =
        cases.iter().map(|case| case.as_ref().ok().and_then(|case| String::from_utf8(case.plan()).ok())).collect();
    let errors: StringArray = cases.iter().map(|case| case.as_ref().err().map(|error| error.fault.code())).collect();
    columns.push(Arc::new(plans));
    columns.push(Arc::new(errors));
    RecordBatch::try_new(Arc::clone(schema), columns)
}

/// What is carried must not have the name of another column.
pub(crate) fn clash(carried: &[Arc<str>], own: &[&str], lang: Lang) -> PyResult<()> {
    const CLASH: Wording = Wording::new(
        "kolonnen »{name}« kan ikke følge med: resultatet har en med det navn",
        "the column \"{name}\" cannot be carried along: the result has one of that name",
    );
    match carried.iter().find(|name| own.contains(&&***name)) {
        Some(name) => Err(PyValueError::new_err(CLASH.get(lang).replace("{name}", name))),
        None => Ok(()),
    }
}

/// The name of a column as it may be shown; nothing for one that may be a value.
#[pyfunction]
pub(crate) fn shown_name(name: &str) -> Option<String> {
    rehabplan_import::names::shown(name).map(|name| name.into_owned())
}

/// Proposes a mapping for tables: each with its name, the first that of the cases.
#[pyfunction]
pub(crate) fn draft_map(py: Python<'_>, tables: Vec<(String, Table<'_>)>, lang: Spoken) -> PyResult<String> {
    let lang = lang.read()?;
    let mut found = Vec::new();
    for (index, (name, table)) in tables.iter().enumerate() {
        let opened = table.open(py, &Said::default(), lang)?;
        let opened = opened.and_then(Opened::certain);
        let opened = opened.map_err(|error| wrong(py, &ImportError::Source { table: None, error }, lang))?;
        let file = match table {
            Table::Path(path) if index > 0 => path.file_name().map(|name| name.to_string_lossy().into_owned()),
            _ => None,
        };
        found.push(draft::Table { name: name.clone(), file, opened });
    }
    Ok(py.detach(|| draft::draft(found, lang)).toml)
}
