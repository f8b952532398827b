//! A row of any source.

use std::borrow::Cow;
use std::sync::Arc;

use rehabplan::plan::Date;
use serde_json::Value as Json;

use crate::record::{Field, Record};
use crate::value::Value;

/// A row of a source, which keeps what stands in it.
#[derive(Clone)]
pub struct Row {
    number: u64,
    cells: Cells,
}

#[derive(Clone)]
enum Cells {
    /// A line of text, and how many cells it should have.
    #[cfg(feature = "csv")]
    Text(::csv::ByteRecord, usize),
    /// Cells of a sheet.
    Sheet(Box<[Cell]>),
    /// An object of JSON, with the keys that are asked for.
    Json(Json, Arc<[Field]>),
    /// A row of a batch.
    #[cfg(feature = "arrow")]
    Batch(arrow_array::RecordBatch, usize),
}

/// What stands in a cell of a sheet.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(not(feature = "workbook"), allow(dead_code))]
pub(super) enum Cell {
    #[default]
    Nothing,
    Text(Box<str>),
    Number(f64),
    Flag(bool),
    Date(Date),
    Unreadable,
}

impl Cell {
    fn value(&self) -> Value<'_> {
        match self {
            Self::Nothing => Value::Nothing,
            Self::Text(text) => Value::Text(Cow::Borrowed(text)),
            Self::Number(number) => Value::Number(*number),
            Self::Flag(flag) => Value::Flag(*flag),
            Self::Date(date) => Value::Date(*date),
            Self::Unreadable => Value::Unreadable,
        }
    }
}

impl std::fmt::Debug for Row {
    // Without what stands in it.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Row").field("number", &self.number).finish_non_exhaustive()
    }
}

impl Row {
    #[cfg(feature = "csv")]
    pub(super) fn of_text(number: u64, cells: ::csv::ByteRecord, columns: usize) -> Self {
        Self { number, cells: Cells::Text(cells, columns) }
    }

    #[cfg_attr(not(feature = "workbook"), allow(dead_code))]
    pub(super) fn of_sheet(number: u64, cells: Vec<Cell>) -> Self {
        Self { number, cells: Cells::Sheet(cells.into()) }
    }

    pub(super) fn of_json(number: u64, object: Json, fields: Arc<[Field]>) -> Self {
        Self { number, cells: Cells::Json(object, fields) }
    }

    #[cfg(feature = "arrow")]
    pub(super) fn of_batch(number: u64, batch: arrow_array::RecordBatch, place: usize) -> Self {
        Self { number, cells: Cells::Batch(batch, place) }
    }
}

impl Record for Row {
    fn value(&self, field: usize) -> Value<'_> {
        match &self.cells {
            #[cfg(feature = "csv")]
            Cells::Text(cells, columns) => match cells.get(field) {
                Some(cell) => {
                    let is_last = field + 1 == cells.len();
                    let cell = if is_last { cell.strip_suffix(b"\r").unwrap_or(cell) } else { cell };
                    std::str::from_utf8(cell).map_or(Value::Unreadable, Value::from)
                }
                // A row that ends early: nobody knows what would have stood there.
                None if field < *columns => Value::Unreadable,
                None => Value::Nothing,
            },
            Cells::Sheet(cells) => cells.get(field).map_or(Value::Nothing, Cell::value),
            Cells::Json(object, fields) => {
                let found = fields.get(field).and_then(|field| object.get(field.name.as_ref()));
                found.map_or(Value::Nothing, Value::of_json)
            }
            #[cfg(feature = "arrow")]
            Cells::Batch(batch, place) => {
                batch.columns().get(field).map_or(Value::Nothing, |column| super::arrow::value(column, *place))
            }
        }
    }

    fn row(&self) -> Option<u64> {
        Some(self.number)
    }
}
