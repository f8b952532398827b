//! Results as Arrow tables: `__arrow_c_stream__`, for whatever reads data frames.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray, StructArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use rehabplan::Lang;
use rehabplan::compare::Comparison;
use rehabplan::text::Wording;
use rehabplan_batch::table::{self, Cell, Column, ColumnKind, FINDINGS, Finding, PLANS, Row};
use rehabplan_batch::{Checked, NotComparable, Tally};
use rehabplan_render::{Breakdown, Groups};

use crate::failure::{guarded, not_pickled};

/// Plans that were checked together.
pub(crate) type Batch = Arc<Vec<Checked>>;

/// The columns of `findings`, in their order.
const OF_FINDINGS: [&str; 22] = [
    "id",
    "row",
    "variant",
    "phase",
    "rule",
    "paragraph",
    "citation",
    "outcome",
    "severity",
    "path",
    "message",
    "remedy",
    "exemption",
    "sameAs",
    "dependsOn",
    "note",
    "key",
    "profile",
    "baseOutcome",
    "baseSeverity",
    "suppressed",
    "origin",
];

/// The columns that `plans` leaves out: a plan is known by its id and its row.
const NOT_OF_PLANS: [&str; 3] = ["file", "line", "at"];

/// Results as a table, for whatever reads Arrow: `polars.DataFrame(table)`, `pyarrow.table(table)`,
/// `pandas.DataFrame.from_arrow(table)`, or a query in DuckDB.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct Table {
    name: &'static str,
    schema: SchemaRef,
    /// The places of the columns among those that a row has.
    places: Arc<[usize]>,
    /// The names of what goes along with each plan, whose columns come last.
    carried: Arc<[Arc<str>]>,
    batches: Vec<Made>,
    rows: usize,
    /// The language of errors.
    lang: Lang,
}

/// Makes the rows of some plans.
type RowsOf = for<'a> fn(&'a [Checked], Lang) -> table::Table<'a>;

/// How many rows a plan has.
type RowsFor = fn(&Checked) -> usize;

fn findings_of(checked: &Checked) -> usize {
    match &checked.result {
        Ok(report) => Finding::all(report).count(),
        Err(_) => 1,
    }
}

/// Rows that are there, or that are made when they are read, so that a table takes no more than the reports do.
#[derive(Clone)]
enum Made {
    Already(RecordBatch),
    From(Batch, RowsOf, RowsFor, Lang),
}

impl Made {
    fn batch(&self, schema: &SchemaRef, places: &[usize], carried: &[Arc<str>]) -> Result<RecordBatch, ArrowError> {
        match self {
            Self::Already(batch) => Ok(batch.clone()),
            Self::From(batch, rows_of, rows_for, lang) => {
                let mut columns = in_columns(&rows_of(batch, *lang).rows, schema, places);
                for name in carried {
                    let cell = |checked: &Checked| {
                        let found = checked.name.carried.iter().find(|(known, _)| known == name);
                        std::iter::repeat_n(found.and_then(|(_, value)| value.clone()), rows_for(checked))
                    };
                    columns.push(Arc::new(batch.iter().flat_map(cell).collect::<StringArray>()));
                }
                RecordBatch::try_new(Arc::clone(schema), columns)
            }
        }
    }
}

/// Rows as columns.
fn in_columns<'a>(rows: &[Row<'a>], schema: &SchemaRef, places: &[usize]) -> Vec<ArrayRef> {
    macro_rules! column {
        ($place:ident, $kind:ident, $array:ty) => {{
            let value = |row: &Row<'a>| match row.get(*$place) {
                Some(Cell::$kind(value)) => Some(value.to_owned()),
                _ => None,
            };
            Arc::new(rows.iter().map(value).collect::<$array>())
        }};
    }
    let column = |(place, field): (&usize, &Arc<Field>)| -> ArrayRef {
        match *field.data_type() {
            NUMBER => column!(place, Number, Int64Array),
            SHARE => column!(place, Share, Float64Array),
            FLAG => column!(place, Flag, BooleanArray),
            _ => column!(place, Text, StringArray),
        }
    };
    places.iter().zip(schema.fields()).map(column).collect()
}

const NUMBER: DataType = DataType::Int64;
const SHARE: DataType = DataType::Float64;
const FLAG: DataType = DataType::Boolean;

fn field(column: &Column) -> Field {
    let kind = match column.kind {
        ColumnKind::Text => DataType::Utf8,
        ColumnKind::Number => NUMBER,
        ColumnKind::Share => SHARE,
        ColumnKind::Flag => FLAG,
    };
    Field::new(column.snake_case(), kind, true)
}

impl Table {
    /// A table with some of the columns that its rows have.
    fn new(
        name: &'static str,
        columns: &[Column],
        places: Vec<usize>,
        carried: &Arc<[Arc<str>]>,
        batches: Vec<Made>,
        rows: usize,
        lang: Lang,
    ) -> Self {
        let mut fields: Vec<_> = places.iter().filter_map(|place| columns.get(*place)).map(field).collect();
        fields.extend(carried.iter().map(|name| Field::new(&**name, DataType::Utf8, true)));
        let schema = Arc::new(Schema::new(fields));
        Self { name, schema, places: places.into(), carried: Arc::clone(carried), batches, rows, lang }
    }

    /// Looks whether columns can be carried along.
    ///
    /// # Errors
    ///
    /// `ValueError` when one has the name of another column.
    pub(crate) fn takes(carried: &[Arc<str>], lang: Lang) -> PyResult<()> {
        let own: Vec<String> = FINDINGS.iter().chain(PLANS).map(Column::snake_case).collect();
        crate::mapped::clash(carried, &own.iter().map(String::as_str).collect::<Vec<_>>(), lang)
    }

    /// Rows that stand for no single document.
    fn made(made: &table::Table<'_>, lang: Lang) -> PyResult<Self> {
        let places = (0..made.columns.len()).collect();
        let mut table = Self::new(made.name, made.columns, places, &Arc::default(), Vec::new(), made.rows.len(), lang);
        let columns = in_columns(&made.rows, &table.schema, &table.places);
        let batch = RecordBatch::try_new(Arc::clone(&table.schema), columns).map_err(impossible(lang))?;
        table.batches.push(Made::Already(batch));
        Ok(table)
    }

    /// One row for each finding.
    pub(crate) fn findings(batches: Vec<Batch>, carried: &Arc<[Arc<str>]>, lang: Lang) -> Self {
        let rows = batches.iter().flat_map(|batch| batch.iter()).map(findings_of).sum();
        let made = |batch| Made::From(batch, |batch, lang| table::Table::findings(batch, lang), findings_of, lang);
        let places = table::places(FINDINGS, &OF_FINDINGS);
        Self::new("findings", FINDINGS, places, carried, batches.into_iter().map(made).collect(), rows, lang)
    }

    /// One row for each plan.
    pub(crate) fn plans(batches: Vec<Batch>, carried: &Arc<[Arc<str>]>, lang: Lang) -> Self {
        let rows = batches.iter().map(|batch| batch.len()).sum();
        let made = |batch| Made::From(batch, |batch, lang| table::Table::plans(batch, lang), |_| 1, lang);
        let names: Vec<_> =
            PLANS.iter().map(|column| column.name).filter(|name| !NOT_OF_PLANS.contains(name)).collect();
        let places = table::places(PLANS, &names);
        Self::new("plans", PLANS, places, carried, batches.into_iter().map(made).collect(), rows, lang)
    }

    /// One row for each case variant and requirement that is relevant in some plan.
    pub(crate) fn rules(tally: &Tally, lang: Lang) -> PyResult<Self> {
        Self::made(&table::Table::rules(tally, lang), lang)
    }

    /// One row for each case variant and paragraph.
    pub(crate) fn paragraphs(tally: &Tally, lang: Lang) -> PyResult<Self> {
        Self::made(&table::Table::paragraphs(tally), lang)
    }

    /// The plans by what they are grouped by.
    pub(crate) fn groups(groups: &Groups, detail: Breakdown, lang: Lang) -> PyResult<Self> {
        let by = groups.columns().iter().map(|column| Field::new(column, DataType::Utf8, true));
        let fields: Vec<_> = by.chain(detail.columns().iter().map(field)).collect();
        let (rows, places) = (groups.rows(detail), (0..fields.len()).collect());
        let schema = Arc::new(Schema::new(fields));
        let mut table = Self {
            name: "groups",
            schema,
            places,
            carried: Arc::default(),
            batches: Vec::new(),
            rows: rows.len(),
            lang,
        };
        let columns = in_columns(&rows, &table.schema, &table.places);
        let batch = RecordBatch::try_new(Arc::clone(&table.schema), columns).map_err(impossible(lang))?;
        table.batches.push(Made::Already(batch));
        Ok(table)
    }

    /// What became of the findings of one run in another.
    pub(crate) fn changes(before: &[Batch], after: &[Batch], lang: Lang) -> Result<PyResult<Self>, NotComparable> {
        let [before, after] = [before, after].map(|batches| batches.iter().flat_map(|batch| batch.iter()));
        Ok(Self::made(&table::Table::changes(before, after, lang)?, lang))
    }

    /// One row for each conclusion.
    pub(crate) fn conclusions(comparison: &Comparison, lang: Lang) -> PyResult<Self> {
        Self::made(&table::Table::conclusions(comparison), lang)
    }

    /// One row for each plan whose conclusion changes.
    pub(crate) fn changed(comparison: &Comparison, lang: Lang) -> PyResult<Self> {
        Self::made(&table::Table::changed(comparison), lang)
    }

    /// One row for each rule and case variant in which findings fall away or appear.
    pub(crate) fn differences(comparison: &Comparison, lang: Lang) -> PyResult<Self> {
        Self::made(&table::Table::differences(comparison), lang)
    }

    /// One row for each measure.
    pub(crate) fn measures(comparison: &Comparison, lang: Lang) -> PyResult<Self> {
        Self::made(&table::Table::measures(comparison, lang), lang)
    }

    fn read(&self) -> impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send + use<> {
        let (batches, carried) = (self.batches.clone(), Arc::clone(&self.carried));
        let (schema, places) = (Arc::clone(&self.schema), Arc::clone(&self.places));
        batches.into_iter().map(move |made| made.batch(&schema, &places, &carried))
    }
}

/// The columns are as long as each other and of the types that the schema says.
fn impossible(lang: Lang) -> impl Fn(ArrowError) -> PyErr {
    const IMPOSSIBLE: Wording = Wording::new("tabellen kan ikke laves", "the table cannot be made");
    move |_| PyRuntimeError::new_err(IMPOSSIBLE.get(lang))
}

#[pymethods]
impl Table {
    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<&str> {
        self.schema.fields().iter().map(|field| field.name().as_str()).collect()
    }

    /// The rows as dicts, for when no data frame library is at hand.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyList>> {
        let rows = PyList::empty(py);
        for batch in self.read() {
            let batch = py.detach(|| guarded(self.lang, || batch))?.map_err(impossible(self.lang))?;
            for row in 0..batch.num_rows() {
                let values = PyDict::new(py);
                for (field, column) in self.schema.fields().iter().zip(batch.columns()) {
                    values.set_item(field.name(), value(py, column, row)?)?;
                }
                rows.append(values)?;
            }
        }
        Ok(rows)
    }

    fn __len__(&self) -> usize {
        self.rows
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Table", "to_dicts()", Lang::default()))
    }

    fn __repr__(&self) -> String {
        format!("<rehabplan.Table {}: {} rows, {} columns>", self.name, self.rows, self.schema.fields().len())
    }

    /// The schema, for whatever reads Arrow.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        Ok(to_schema_pycapsule(py, self.schema.as_ref())?)
    }

    /// The rows, for whatever reads Arrow. They are made as they are read, and can be read again.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyCapsule>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let field = Arc::new(Field::new_struct("", self.schema.fields().clone(), false));
        let arrays = self.read().map(|batch| Ok(Arc::new(StructArray::from(batch?)) as ArrayRef));
        Ok(to_stream_pycapsule(py, Box::new(ArrayIterator::new(arrays, field)), requested_schema)?)
    }
}

fn value<'py>(py: Python<'py>, column: &ArrayRef, row: usize) -> PyResult<Bound<'py, PyAny>> {
    if column.is_null(row) {
        return Ok(py.None().into_bound(py));
    }
    Ok(match *column.data_type() {
        NUMBER => column.as_primitive::<Int64Type>().value(row).into_pyobject(py)?.into_any(),
        SHARE => column.as_primitive::<Float64Type>().value(row).into_pyobject(py)?.into_any(),
        FLAG => column.as_boolean().value(row).into_pyobject(py)?.to_owned().into_any(),
        _ => column.as_string::<i32>().value(row).into_pyobject(py)?.into_any(),
    })
}
