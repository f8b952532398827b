//! The rows of a data frame, batch by batch.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::{Array as _, ArrayRef, BinaryViewArray, RecordBatch, RecordBatchReader, StringViewArray};
use arrow_cast::{can_cast_types, cast};
use arrow_schema::DataType;
use pyo3::exceptions::{PyKeyError, PyRuntimeError, PyTypeError};
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyList, PyString};
use rehabplan::Lang;
use rehabplan::text::Wording;
use rehabplan_batch::{Item, Name};

use super::Source;

/// A column of plans, and perhaps one of ids.
pub(crate) struct Frame {
    batches: Box<dyn RecordBatchReader + Send>,
    /// The batch that is being read, and how far.
    batch: Option<(RecordBatch, usize)>,
    plan: usize,
    id: Option<usize>,
    carried: Vec<(Arc<str>, usize)>,
    row: u64,
    /// The language of what is said when it cannot be read.
    lang: Lang,
}

impl Frame {
    pub(crate) fn new(
        batches: Box<dyn RecordBatchReader + Send>,
        column: &str,
        id: Option<&str>,
        carried: &[&str],
        lang: Lang,
    ) -> PyResult<Self> {
        let schema = batches.schema();
        let index = |column: &str| {
            let known = || schema.fields().iter().map(|field| field.name());
            schema.index_of(column).map_err(|_| no_column(column, known(), lang))
        };
        let plan = index(column)?;
        let kind = schema.field(plan).data_type();
        if !is_text(kind) {
            const NO_JSON: Wording = Wording::new(
                "kolonnen {column} er {kind}, og planer er JSON som tekst eller byte",
                "column {column} is {kind}, and plans are JSON as text or bytes",
            );
            const WRITE: Wording = Wording::new(
                "; skriv den som JSON først (polars: .struct.json_encode())",
                "; write it as JSON first (polars: .struct.json_encode())",
            );
            let way = if matches!(kind, DataType::Struct(_)) { WRITE.get(lang) } else { "" };
            let text = NO_JSON.get(lang).replace("{kind}", &name_of(kind, lang));
            return Err(PyTypeError::new_err(text.replace("{column}", &format!("{column:?}")) + way));
        }
        let id = id.map(index).transpose()?;
        let place = |name: &&str| Ok((Arc::from(*name), index(name)?));
        let carried: Vec<(Arc<str>, usize)> = carried.iter().map(place).collect::<PyResult<_>>()?;
        for (what, place) in id.map(|id| ("id", id)).into_iter().chain(carried.iter().map(|(_, at)| ("groups", *at))) {
            let kind = schema.field(place).data_type();
            if kind.is_nested() || !can_cast_types(kind, &DataType::Utf8View) {
                const NO_TEXT: Wording = Wording::new(
                    "kolonnen i {what}= er tekst eller tal, ikke {kind}",
                    "the column of {what}= must be text or numbers, not {kind}",
                );
                let text = NO_TEXT.get(lang).replace("{what}", what);
                return Err(PyTypeError::new_err(text.replace("{kind}", &name_of(kind, lang))));
            }
        }
        Ok(Self { batches, batch: None, plan, id, carried, row: 0, lang })
    }
}

/// The frame with the columns that are used alone, where it can be asked for them: another column may be of a type that
/// Arrow does not have.
pub(crate) fn narrowed<'py>(
    frame: &Bound<'py, PyAny>,
    column: &str,
    id: Option<&str>,
    carried: &[&str],
    lang: Lang,
) -> PyResult<Bound<'py, PyAny>> {
    // pyarrow calls the names `column_names`, polars and pandas `columns`.
    let of_arrow = frame.getattr_opt("column_names")?;
    let Some(names) = of_arrow.clone().map_or_else(|| frame.getattr_opt("columns"), |names| Ok(Some(names)))? else {
        return Ok(frame.clone());
    };
    // pandas has names of any type.
    let Ok(names) = names.try_iter()?.map(|name| name?.str()?.extract()).collect::<PyResult<Vec<String>>>() else {
        return Ok(frame.clone());
    };
    let mut used = vec![column];
    for name in id.iter().chain(carried) {
        if !used.contains(name) {
            used.push(name);
        }
    }
    for name in &used {
        match names.iter().filter(|known| known == name).count() {
            0 => return Err(no_column(name, names.iter(), lang)),
            1 => {}
            _ => {
                const TWICE: Wording =
                    Wording::new("der er mere end én kolonne {name}", "there is more than one column {name}");
                return Err(PyKeyError::new_err(TWICE.get(lang).replace("{name}", &format!("{name:?}"))));
            }
        }
    }
    let list = PyList::new(frame.py(), &used)?;
    let narrowed = if of_arrow.is_some() { frame.call_method1("select", (list,)) } else { frame.get_item(list) };
    // What cannot be asked so is read whole.
    let narrowed = narrowed.unwrap_or_else(|_| frame.clone());
    Ok(nulls_as_text(&narrowed, &used).unwrap_or(narrowed))
}

/// A frame of polars whose columns of nothing but nulls are columns of text: it writes the others in a way that Arrow for Rust
/// does not read.
fn nulls_as_text<'py>(frame: &Bound<'py, PyAny>, names: &[&str]) -> PyResult<Bound<'py, PyAny>> {
    let kinds = PyDict::new(frame.py());
    for name in names {
        if frame.get_item(name)?.getattr("dtype")?.str()? == "Null" {
            kinds.set_item(name, frame.py().get_type::<PyString>())?;
        }
    }
    if kinds.is_empty() { Ok(frame.clone()) } else { frame.call_method1("cast", (kinds,)) }
}

fn no_column<'n>(column: &str, known: impl Iterator<Item = &'n String>, lang: Lang) -> PyErr {
    const NONE: Wording =
        Wording::new("der er ingen kolonne {column}; der er {known}", "there is no column {column}; there are {known}");
    let known: Vec<_> = known.map(|name| format!("{name:?}")).collect();
    let pieces = NONE.get(lang).replace("{known}", &known.join(", "));
    PyKeyError::new_err(pieces.replace("{column}", &format!("{column:?}")))
}

/// A type as a message names it. What a nested one holds has names, which somebody may have put a person's into.
fn name_of(kind: &DataType, lang: Lang) -> String {
    const RECORD: Wording = Wording::new("en post", "a struct");
    const NESTED: Wording = Wording::new("en liste eller andet sammensat", "a list or something else that is nested");
    match kind {
        DataType::Struct(_) => RECORD.get(lang).to_owned(),
        kind if kind.is_nested() => NESTED.get(lang).to_owned(),
        kind => kind.to_string(),
    }
}

fn is_text(kind: &DataType) -> bool {
    match kind {
        DataType::Dictionary(_, values) => is_text(values),
        DataType::RunEndEncoded(_, values) => is_text(values.data_type()),
        // A column of nothing but nulls.
        DataType::Null => true,
        kind => kind.is_string() || kind.is_binary() && !matches!(kind, DataType::FixedSizeBinary(_)),
    }
}

fn is_binary(kind: &DataType) -> bool {
    match kind {
        DataType::Dictionary(_, values) => is_binary(values),
        DataType::RunEndEncoded(_, values) => is_binary(values.data_type()),
        kind => kind.is_binary(),
    }
}

/// A column's cells as text; views, so that long texts stay where they are.
fn text(column: &ArrayRef, lang: Lang) -> PyResult<StringViewArray> {
    Ok(cast(column, &DataType::Utf8View).map_err(unreadable(lang))?.as_string_view().clone())
}

/// A column's cells as bytes. What calls itself text is taken for bytes too: the core looks at what it is.
fn bytes(column: &ArrayRef, lang: Lang) -> PyResult<BinaryViewArray> {
    if is_binary(column.data_type()) {
        Ok(cast(column, &DataType::BinaryView).map_err(unreadable(lang))?.as_binary_view().clone())
    } else {
        Ok(text(column, lang)?.to_binary_view())
    }
}

/// What Arrow says of an error may hold the value it is about.
fn unreadable(lang: Lang) -> impl Fn(arrow_schema::ArrowError) -> PyErr {
    const BROKEN_OFF: Wording =
        Wording::new("datarammen kunne ikke læses til sin ende", "the data frame could not be read to its end");
    move |_| PyRuntimeError::new_err(BROKEN_OFF.get(lang))
}

/// A plan in a cell.
struct Cell {
    column: Arc<BinaryViewArray>,
    place: usize,
}

impl AsRef<[u8]> for Cell {
    fn as_ref(&self) -> &[u8] {
        // No plan is no object, and the core says so.
        if self.column.is_null(self.place) { b"null" } else { self.column.value(self.place) }
    }
}

impl Source for Frame {
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>> {
        let lang = self.lang;
        let (batch, start) = loop {
            match self.batch.take() {
                Some((batch, start)) if start < batch.num_rows() => break (batch, start),
                _ => match py.detach(|| self.batches.next()) {
                    None => return Ok(Vec::new()),
                    Some(batch) => self.batch = Some((batch.map_err(unreadable(lang))?, 0)),
                },
            }
        };
        let length = count.min(batch.num_rows() - start);
        let plans = Arc::new(bytes(&batch.column(self.plan).slice(start, length), lang)?);
        let ids = self.id.map(|id| text(&batch.column(id).slice(start, length), lang)).transpose()?;
        let carry = |(name, column): &(Arc<str>, usize)| {
            Ok((Arc::clone(name), text(&batch.column(*column).slice(start, length), lang)?))
        };
        let carried = self.carried.iter().map(carry).collect::<PyResult<Vec<_>>>()?;
        let value = |texts: &StringViewArray, place| texts.is_valid(place).then(|| texts.value(place).to_owned());
        let items = (0..length)
            .map(|place| {
                let id = ids.as_ref().and_then(|ids| value(ids, place));
                let carried = carried.iter().map(|(name, texts)| (Arc::clone(name), value(texts, place))).collect();
                let mut name = Name::default();
                (name.row, name.id, name.carried) = (self.row + place as u64, id, carried);
                Item::new(Cell { column: Arc::clone(&plans), place }).named(name)
            })
            .collect();
        self.row += length as u64;
        self.batch = Some((batch, start + length));
        Ok(items)
    }

    fn progress(&self) -> (u64, Option<u64>) {
        (self.row, None)
    }
}
