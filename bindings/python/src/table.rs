//! Results as Arrow tables: `__arrow_c_stream__`, for whatever reads data frames.

use std::borrow::Cow;
use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray, StructArray};
use arrow_schema::{ArrowError, DataType, Field, Schema, SchemaRef};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList};
use pyo3_arrow::ffi::{ArrayIterator, to_schema_pycapsule, to_stream_pycapsule};
use rehabplan::profile::{Changes, Comparison, MeasureSummary, ProfileReport, ProfileResult, RuleDifference};
use rehabplan::report::InputFinding;
use rehabplan::text::notes;
use rehabplan::{Lang, Report, Severity, law};

use crate::check::Checked;
use crate::failure::{Problem, guarded};
use crate::run::Batch;
use crate::tally::{Tally, UNREADABLE};

/// One value of a row.
enum Cell<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Share(f64),
    Flag(bool),
    Null,
}

impl<'a> From<&'a str> for Cell<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Cell<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<Cow<'a, str>> for Cell<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Cell<'_> {
    fn from(number: u64) -> Self {
        Self::Number(number.try_into().unwrap_or(i64::MAX))
    }
}

impl From<u32> for Cell<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<u8> for Cell<'_> {
    fn from(number: u8) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for Cell<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl From<f64> for Cell<'_> {
    fn from(share: f64) -> Self {
        Self::Share(share)
    }
}

impl<'a, T: Into<Cell<'a>>> From<Option<T>> for Cell<'a> {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

type Columns = &'static [(&'static str, DataType)];

const TEXT: DataType = DataType::Utf8;
const NUMBER: DataType = DataType::Int64;
const SHARE: DataType = DataType::Float64;
const FLAG: DataType = DataType::Boolean;

const FINDINGS: Columns = &[
    ("id", TEXT),
    ("row", NUMBER),
    ("variant", TEXT),
    ("phase", TEXT),
    ("rule", TEXT),
    ("paragraph", NUMBER),
    ("citation", TEXT),
    ("outcome", TEXT),
    ("severity", TEXT),
    ("path", TEXT),
    ("message", TEXT),
    ("remedy", TEXT),
    ("exemption", TEXT),
    ("same_as", TEXT),
    ("depends_on", TEXT),
    ("note", TEXT),
    ("key", TEXT),
    ("profile", TEXT),
    ("base_outcome", TEXT),
    ("base_severity", TEXT),
    ("suppressed", TEXT),
];

const PLANS: Columns = &[
    ("id", TEXT),
    ("row", NUMBER),
    ("variant", TEXT),
    ("phase", TEXT),
    ("conclusion", TEXT),
    ("complete", FLAG),
    ("errors", NUMBER),
    ("warnings", NUMBER),
    ("met", NUMBER),
    ("not_met", NUMBER),
    ("exempt", NUMBER),
    ("not_applicable", NUMBER),
    ("review", NUMBER),
    ("undetermined", NUMBER),
    ("not_in_source", NUMBER),
    ("input", NUMBER),
    ("notes", TEXT),
    ("error_code", TEXT),
    ("error", TEXT),
    ("base_conclusion", TEXT),
    ("profile_findings", NUMBER),
    ("suppressed", NUMBER),
    ("without_effect", TEXT),
];

const RULES: Columns = &[
    ("variant", TEXT),
    ("rule", TEXT),
    ("paragraph", NUMBER),
    ("citation", TEXT),
    ("requirement", TEXT),
    ("plans", NUMBER),
    ("met", NUMBER),
    ("errors", NUMBER),
    ("warnings", NUMBER),
    ("undetermined", NUMBER),
    ("not_in_source", NUMBER),
    ("review", NUMBER),
    ("exempt", NUMBER),
    ("not_applicable", NUMBER),
    ("share", SHARE),
    ("left_out", TEXT),
];

const CONCLUSIONS: Columns = &[("conclusion", TEXT), ("before", NUMBER), ("after", NUMBER)];

const CHANGED: Columns = &[("plan", TEXT), ("before", TEXT), ("after", TEXT)];

const DIFFERENCES: Columns = &[
    ("rule", TEXT),
    ("variant", TEXT),
    ("before", NUMBER),
    ("after", NUMBER),
    ("fall_away", NUMBER),
    ("appear", NUMBER),
];

const MEASURES: Columns = &[
    ("rule", TEXT),
    ("code", TEXT),
    ("title", TEXT),
    ("unit", TEXT),
    ("plans", NUMBER),
    ("value", SHARE),
    ("national", NUMBER),
];

const PARAGRAPHS: Columns = &[
    ("variant", TEXT),
    ("paragraph", NUMBER),
    ("plans", NUMBER),
    ("applies", NUMBER),
    ("deficient", NUMBER),
    ("share", SHARE),
    ("left_out", TEXT),
];

/// Results as a table, for whatever reads Arrow: `polars.DataFrame(table)`, `pyarrow.table(table)`,
/// `pandas.DataFrame.from_arrow(table)`, or a query in DuckDB.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct Table {
    name: &'static str,
    schema: SchemaRef,
    batches: Vec<Made>,
    rows: usize,
}

/// Writes the rows of one document.
type RowsOf = for<'a> fn(&'a Checked, Lang, &mut Rows<'a>);

/// Rows that are there, or that are made when they are read, so that a table takes no more than the reports do.
#[derive(Clone)]
enum Made {
    Already(RecordBatch),
    From(Batch, RowsOf, Lang),
}

impl Made {
    fn batch(&self, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
        match self {
            Self::Already(batch) => Ok(batch.clone()),
            Self::From(batch, rows_of, lang) => {
                let mut rows = Rows::default();
                for checked in batch.iter() {
                    rows_of(checked, *lang, &mut rows);
                }
                rows.finish(schema)
            }
        }
    }
}

/// Rows on their way into columns.
#[derive(Default)]
struct Rows<'a>(Vec<Vec<Cell<'a>>>);

impl<'a> Rows<'a> {
    fn push<const N: usize>(&mut self, row: [Cell<'a>; N]) {
        self.0.push(row.into());
    }

    fn finish(&self, schema: &SchemaRef) -> Result<RecordBatch, ArrowError> {
        macro_rules! column {
            ($place:ident, $kind:ident, $array:ty) => {{
                let value = |row: &'_ Vec<Cell<'a>>| match row.get($place) {
                    Some(Cell::$kind(value)) => Some(value.to_owned()),
                    _ => None,
                };
                Arc::new(self.0.iter().map(value).collect::<$array>())
            }};
        }
        let column = |(place, field): (usize, &Arc<Field>)| -> ArrayRef {
            match *field.data_type() {
                NUMBER => column!(place, Number, Int64Array),
                SHARE => column!(place, Share, Float64Array),
                FLAG => column!(place, Flag, BooleanArray),
                _ => column!(place, Text, StringArray),
            }
        };
        RecordBatch::try_new(Arc::clone(schema), schema.fields().iter().enumerate().map(column).collect())
    }
}

impl Table {
    fn new(name: &'static str, columns: Columns, batches: Vec<Made>, rows: usize) -> Self {
        let fields: Vec<_> = columns.iter().map(|(name, kind)| Field::new(*name, kind.clone(), true)).collect();
        Self { name, schema: Arc::new(Schema::new(fields)), batches, rows }
    }

    /// Rows that stand for no single document.
    fn made(name: &'static str, columns: Columns, rows: &Rows<'_>) -> PyResult<Self> {
        let mut table = Self::new(name, columns, Vec::new(), rows.0.len());
        let batch = rows.finish(&table.schema).map_err(impossible)?;
        table.batches.push(Made::Already(batch));
        Ok(table)
    }

    fn of(name: &'static str, columns: Columns, batches: Vec<Batch>, rows_of: RowsOf, lang: Lang, rows: usize) -> Self {
        let batches = batches.into_iter().map(|batch| Made::From(batch, rows_of, lang)).collect();
        Self::new(name, columns, batches, rows)
    }

    /// One row for each finding.
    pub(crate) fn findings(batches: Vec<Batch>, lang: Lang) -> Self {
        let rows_of_one = |checked: &Checked| match &checked.result {
            Ok(report) => report.results.len() + added(report).len() + report.input.len(),
            Err(_) => 1,
        };
        let rows = batches.iter().flat_map(|batch| batch.iter()).map(rows_of_one).sum();
        Self::of("findings", FINDINGS, batches, findings, lang, rows)
    }

    /// One row for each plan.
    pub(crate) fn plans(batches: Vec<Batch>, lang: Lang) -> Self {
        let rows = batches.iter().map(|batch| batch.len()).sum();
        Self::of("plans", PLANS, batches, plan, lang, rows)
    }

    /// One row for each case variant and requirement that is relevant in some plan.
    pub(crate) fn rules(tally: &Tally, lang: Lang) -> PyResult<Self> {
        let mut rows = Rows::default();
        for counts in tally.variants.values() {
            for (rule, answers) in law::rules().zip(&counts.rules) {
                let decided = answers.met + answers.errors + answers.warnings + answers.undetermined;
                if decided + answers.not_in_source + answers.review + answers.exempt == 0 {
                    continue;
                }
                rows.push([
                    counts.variant.as_str().into(),
                    rule.id.into(),
                    rule.provision.paragraf.into(),
                    rule.provision.to_string().into(),
                    rule.texts.demand.get(lang).into(),
                    counts.plans.into(),
                    answers.met.into(),
                    answers.errors.into(),
                    answers.warnings.into(),
                    answers.undetermined.into(),
                    answers.not_in_source.into(),
                    answers.review.into(),
                    answers.exempt.into(),
                    answers.not_applicable.into(),
                    share(answers.errors, decided).into(),
                    Cell::Null,
                ]);
            }
        }
        left_out::<{ RULES.len() }>(tally, 5, &mut rows);
        Self::made("rules", RULES, &rows)
    }

    /// One row for each case variant and paragraph.
    pub(crate) fn paragraphs(tally: &Tally) -> PyResult<Self> {
        let mut rows = Rows::default();
        for counts in tally.variants.values() {
            for (number, paragraph) in counts.paragraphs.iter().enumerate().skip(2) {
                rows.push([
                    counts.variant.as_str().into(),
                    (number as u64).into(),
                    counts.plans.into(),
                    paragraph.applies.into(),
                    paragraph.deficient.into(),
                    share(paragraph.deficient, paragraph.applies).into(),
                    Cell::Null,
                ]);
            }
        }
        left_out::<{ PARAGRAPHS.len() }>(tally, 2, &mut rows);
        Self::made("paragraphs", PARAGRAPHS, &rows)
    }

    /// One row for each conclusion.
    pub(crate) fn conclusions(comparison: &Comparison) -> PyResult<Self> {
        let mut rows = Rows::default();
        for (code, (before, after)) in &comparison.conclusions {
            rows.push([(*code).into(), (*before as u64).into(), (*after as u64).into()]);
        }
        Self::made("conclusions", CONCLUSIONS, &rows)
    }

    /// One row for each plan whose conclusion changes.
    pub(crate) fn changed(comparison: &Comparison) -> PyResult<Self> {
        let mut rows = Rows::default();
        for (plan, before, after) in &comparison.changed {
            rows.push([plan.as_str().into(), before.code().into(), after.code().into()]);
        }
        Self::made("changed", CHANGED, &rows)
    }

    /// One row for each rule and case variant in which findings fall away or appear.
    pub(crate) fn differences(comparison: &Comparison) -> PyResult<Self> {
        let mut rows = Rows::default();
        for (rule, variant, difference) in comparison.differences() {
            let RuleDifference { before, after, fall_away, appear, .. } = difference;
            let [before, after, fall_away, appear] =
                [before, after, fall_away, appear].map(|count| Cell::from(count as u64));
            rows.push([rule.into(), variant.into(), before, after, fall_away, appear]);
        }
        Self::made("differences", DIFFERENCES, &rows)
    }

    /// One row for each measure.
    pub(crate) fn measures(comparison: &Comparison, lang: Lang) -> PyResult<Self> {
        let mut rows = Rows::default();
        for MeasureSummary { measure, plans, value, .. } in comparison.measures() {
            rows.push([
                measure.rule.into(),
                measure.code.into(),
                measure.title.get(lang).into(),
                measure.unit.code().into(),
                (plans as u64).into(),
                value.into(),
                measure.national.into(),
            ]);
        }
        Self::made("measures", MEASURES, &rows)
    }

    fn read(&self) -> impl Iterator<Item = Result<RecordBatch, ArrowError>> + Send + use<> {
        let (batches, schema) = (self.batches.clone(), Arc::clone(&self.schema));
        batches.into_iter().map(move |made| made.batch(&schema))
    }
}

/// One row for each reason why plans are in no variant, with their number at the place of `plans` and the reason last: what
/// was not checked is not to be missing unnoticed.
fn left_out<const N: usize>(tally: &Tally, plans: usize, rows: &mut Rows<'_>) {
    for (reason, count) in &tally.left_out {
        let mut row = [const { Cell::Null }; N];
        if let Some(cell) = row.get_mut(plans) {
            *cell = (*count).into();
        }
        if let Some(cell) = row.last_mut() {
            *cell = (*reason).into();
        }
        rows.push(row);
    }
}

fn share(part: u64, of: u64) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

/// The columns are as long as each other and of the types that the schema says.
fn impossible(_: ArrowError) -> PyErr {
    PyRuntimeError::new_err("the table cannot be made")
}

fn variant(report: &Report) -> Cell<'static> {
    (!report.variants.is_empty()).then(|| report.variants.to_string()).into()
}

/// The answers to the rules that profiles add.
fn added(report: &Report) -> &[ProfileResult] {
    report.profiles.as_ref().map_or(&[], |beside| &beside.results)
}

/// The row of an answer. Answers to the regulation's rules and to those of profiles are alike in all but what stands in
/// `$rule`: id, paragraph, citation and exemption.
macro_rules! finding {
    ($id:expr, $row:expr, $report:expr, $rule:expr, $result:expr, $profiles:expr, $lang:expr) => {{
        let [rule, paragraph, citation, exemption] = $rule;
        let changes = $result.changes();
        [
            $id,
            $row.into(),
            variant($report),
            $report.phase.code().into(),
            rule,
            paragraph,
            citation,
            if $result.is_not_in_source() { notes::NOT_IN_SOURCE.code } else { $result.outcome().code() }.into(),
            $result.severity().map(Severity::code).into(),
            // No key of a plan holds a blank, so a blank can part the paths.
            $result.paths().collect::<Vec<_>>().join(" ").into(),
            $result.message().get($lang).into(),
            $result.remedy().map(|text| text.get($lang)).into(),
            exemption,
            $result.same_as().map(|rule| rule.id).into(),
            $result.depends_on().into(),
            $result.note().map(|note| note.text.get($lang)).into(),
            $result.key().into(),
            profiles($profiles, changes).into(),
            changes.map(|changes| changes.base_outcome.code()).into(),
            changes.and_then(|changes| changes.base_severity).map(Severity::code).into(),
            changes.and_then(Changes::suppressed).map(|suppression| suppression.reason.as_str()).into(),
        ]
    }};
}

/// The profiles that add a rule and those that changed the answer to it, with a blank between them.
fn profiles<'a>(mut profiles: Vec<&'a str>, changes: Option<&'a Changes>) -> Option<String> {
    profiles.extend(changes.iter().flat_map(|changes| &changes.by).map(|change| change.profile().id.as_str()));
    (!profiles.is_empty()).then(|| profiles.join(" "))
}

/// The chosen profiles and themes that have no effect in a case, each with the reason, with a blank between them.
fn without_effect(beside: &ProfileReport) -> Option<String> {
    let mut idle = Vec::new();
    for status in &beside.profiles {
        let id = &status.profile().id;
        match status.reason {
            Some(reason) => idle.push(format!("{id}={}", reason.code())),
            None => {
                let themes = status.themes().filter_map(|(theme, reason)| Some((theme, reason?)));
                idle.extend(themes.map(|(theme, reason)| format!("{id}:{}={}", theme.id, reason.code())));
            }
        }
    }
    (!idle.is_empty()).then(|| idle.join(" "))
}

fn findings<'a>(checked: &'a Checked, lang: Lang, rows: &mut Rows<'a>) {
    let id = || checked.id.as_deref().into();
    match &checked.result {
        Ok(report) => {
            for result in &report.results {
                let provision = &result.rule.provision;
                let exemption = result.exemption().map(|provision| provision.to_string());
                let rule =
                    [result.rule.id.into(), provision.paragraf.into(), provision.to_string().into(), exemption.into()];
                rows.push(finding!(id(), checked.row, report, rule, result, Vec::new(), lang));
            }
            for result in added(report) {
                let rule = [result.rule.id.into(), Cell::Null, result.rule.citation.get(lang).into(), Cell::Null];
                let profiles = result.profiles().map(|profile| profile.id.as_str()).collect();
                rows.push(finding!(id(), checked.row, report, rule, result, profiles, lang));
            }
            for found in &report.input {
                rows.push(input(id(), checked.row, report, found, lang));
            }
        }
        Err(problem) => rows.push(unreadable(id(), checked.row, problem, lang)),
    }
}

fn input<'a>(
    id: Cell<'a>,
    row: u64,
    report: &'a Report,
    found: &'a InputFinding,
    lang: Lang,
) -> [Cell<'a>; FINDINGS.len()] {
    [
        id,
        row.into(),
        variant(report),
        report.phase.code().into(),
        Cell::Null,
        Cell::Null,
        Cell::Null,
        "input".into(),
        found.code.severity().code().into(),
        found.paths().collect::<Vec<_>>().join(" ").into(),
        found.message(lang).into(),
        found.remedy(lang).into(),
        Cell::Null,
        Cell::Null,
        Cell::Null,
        Cell::Null,
        format!("{}!{}", found.code.code(), found.path).into(),
        Cell::Null,
        Cell::Null,
        Cell::Null,
        Cell::Null,
    ]
}

fn unreadable<'a>(id: Cell<'a>, row: u64, problem: &Problem, lang: Lang) -> [Cell<'a>; FINDINGS.len()] {
    [
        id,
        row.into(),
        Cell::Null,
        Cell::Null,
        Cell::Null,
        Cell::Null,
        Cell::Null,
        UNREADABLE.into(),
        Severity::Error.code().into(),
        Cell::Null,
        problem.message(lang).into(),
        Cell::Null,
        Cell::Null,
        Cell::Null,
        Cell::Null,
        Cell::Null,
        problem.code().into(),
        Cell::Null,
        Cell::Null,
        Cell::Null,
        Cell::Null,
    ]
}

fn plan<'a>(checked: &'a Checked, lang: Lang, rows: &mut Rows<'a>) {
    let id = checked.id.as_deref().into();
    let row = checked.row.into();
    rows.push(match &checked.result {
        Ok(report) => [
            id,
            row,
            variant(report),
            report.phase.code().into(),
            report.conclusion.code().into(),
            report.complete.into(),
            report.errors.into(),
            report.warnings.into(),
            report.counts.met.into(),
            report.counts.not_met.into(),
            report.counts.exempt.into(),
            report.counts.not_applicable.into(),
            report.counts.review.into(),
            report.counts.undetermined.into(),
            report.counts.not_in_source.into(),
            (report.input.len() as u64).into(),
            report.notes.iter().map(|note| note.code).collect::<Vec<_>>().join(" ").into(),
            Cell::Null,
            Cell::Null,
            report.profiles.as_ref().map(|beside| beside.base_conclusion.code()).into(),
            report.profiles.as_ref().map(|beside| beside.counts.not_met).into(),
            report.profiles.as_ref().map(|beside| beside.suppressed).into(),
            report.profiles.as_ref().and_then(|beside| without_effect(beside)).into(),
        ],
        Err(problem) => {
            let mut cells = [const { Cell::Null }; PLANS.len()];
            let [first, second, _, _, conclusion, .., code, message, _, _, _, _] = &mut cells;
            (*first, *second, *conclusion) = (id, row, UNREADABLE.into());
            (*code, *message) = (problem.code().into(), problem.message(lang).into());
            cells
        }
    });
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
            let batch = py.detach(|| guarded(|| batch))?.map_err(impossible)?;
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
