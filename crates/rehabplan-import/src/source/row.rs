//! A row of any source.

use std::borrow::Cow;
use std::sync::Arc;

use rehabplan::plan::Date;
use serde_json::Value as Json;

use crate::convert::is_error;
use crate::record::{Field, Record, Unread};
use crate::talk::says_nothing;
#[cfg(feature = "csv")]
use crate::twice;
use crate::value::Value;

/// A row of a source, which keeps what stands in it.
#[derive(Clone)]
pub struct Row {
    /// None where nobody can count, because the table is a part of one.
    number: Option<u64>,
    cells: Cells,
    /// What stands above some of its cells that are blank, and is meant there.
    above: Option<Box<[(usize, Value<'static>)]>>,
}

#[derive(Clone)]
enum Cells {
    /// A line of text.
    #[cfg(feature = "csv")]
    Text(Line),
    /// Cells of a sheet.
    Sheet(Box<[Cell]>),
    /// Nothing of it can be read.
    Lost,
    /// An object of JSON, with the keys that are asked for.
    Json(Json, Arc<[Field]>),
    /// A row of a batch.
    #[cfg(feature = "arrow")]
    Batch(arrow_array::RecordBatch, usize),
}

/// The cells of a line, one text after the other.
#[cfg(feature = "csv")]
#[derive(Clone)]
struct Line {
    text: Box<str>,
    /// Where each cell ends.
    ends: Box<[usize]>,
    /// The cells that no encoding explains; in them stands nothing.
    unreadable: Vec<usize>,
    /// How many cells there should be.
    columns: usize,
}

#[cfg(feature = "csv")]
impl Line {
    fn of(cells: &::csv::ByteRecord, columns: usize, is_twice: bool) -> Self {
        let ends = || {
            let mut ends = Vec::with_capacity(cells.len());
            cells.iter().fold(0, |end, cell| {
                ends.push(end + cell.len());
                end + cell.len()
            });
            ends.into_boxed_slice()
        };
        // The whole is looked at once; which cell it is that is no text matters only where one is.
        if let Ok(text) = simdutf8::basic::from_utf8(cells.as_slice())
            && !is_twice
        {
            return Self { text: text.into(), ends: ends(), unreadable: Vec::new(), columns };
        }
        let mut line = Self { text: Box::default(), ends: Box::default(), unreadable: Vec::new(), columns };
        let (mut text, mut ends) = (String::new(), Vec::new());
        for (place, cell) in cells.iter().enumerate() {
            match std::str::from_utf8(cell) {
                Ok(cell) if is_twice => text.push_str(&twice::once(cell)),
                Ok(cell) => text.push_str(cell),
                Err(_) => line.unreadable.push(place),
            }
            ends.push(text.len());
        }
        Self { text: text.into(), ends: ends.into(), ..line }
    }

    fn value(&self, field: usize) -> Value<'_> {
        let Some(end) = self.ends.get(field) else {
            // A row that ends early: nobody knows what would have stood there.
            return if field < self.columns { Value::Unreadable } else { Value::Nothing };
        };
        let start = field.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        // A letter that stands in two cells is in neither.
        match self.text.get(start..*end) {
            Some(cell) if !self.unreadable.contains(&field) => {
                let is_last = field + 1 == self.ends.len();
                match plain(if is_last { cell.strip_suffix('\r').unwrap_or(cell) } else { cell }) {
                    cell if is_formula(cell) => Value::Unreadable,
                    cell => Value::from(cell),
                }
            }
            _ => Value::Unreadable,
        }
    }

    /// Whether what stands in a cell is text in some encoding, and cannot be read for what it is.
    fn is_text(&self, field: usize) -> bool {
        !self.unreadable.contains(&field)
    }
}

/// What a cell of text says: spreadsheets are given a formula, `="002"`, that they may take no zeros away.
#[cfg(feature = "csv")]
pub(super) fn plain(cell: &str) -> &str {
    let text = cell.strip_prefix("=\"").and_then(|text| text.strip_suffix('"'));
    text.filter(|text| !text.contains('"')).unwrap_or(cell)
}

/// Whether a cell begins as a formula does: what it would have computed, nobody knows.
#[cfg(feature = "csv")]
fn is_formula(cell: &str) -> bool {
    let Some(formula) = cell.strip_prefix('=') else { return false };
    let formula = formula.trim_start_matches(['+', '-', '(']);
    if let Some(text) = formula.strip_prefix('"') {
        return text.split_once('"').is_some_and(|(_, behind)| behind.trim_start().starts_with('&'));
    }
    let is_of_name = |letter: char| letter.is_alphanumeric() || ['_', '.', '$'].contains(&letter);
    let name: String = formula.chars().take_while(|letter| is_of_name(*letter)).collect();
    let behind = formula.get(name.len()..).unwrap_or_default();
    let plain = name.replace('$', "");
    let column = plain.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_cell = plain.len() > column.len()
        && (1..=3).contains(&column.len())
        && column.bytes().all(|it| it.is_ascii_uppercase());
    is_cell || !name.is_empty() && behind.starts_with(['(', '!']) || formula.starts_with(['[', '\''])
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
    pub(super) fn of_text(number: u64, cells: &::csv::ByteRecord, columns: usize, is_twice: bool) -> Self {
        Self { number: Some(number), cells: Cells::Text(Line::of(cells, columns, is_twice)), above: None }
    }

    #[cfg_attr(not(feature = "workbook"), allow(dead_code))]
    pub(super) fn of_sheet(number: u64, cells: Vec<Cell>) -> Self {
        Self { number: Some(number), cells: Cells::Sheet(cells.into()), above: None }
    }

    /// A row of which nothing can be read.
    pub(crate) fn lost(number: u64) -> Self {
        Self { number: Some(number), cells: Cells::Lost, above: None }
    }

    pub(crate) fn of_json(number: u64, object: Json, fields: Arc<[Field]>) -> Self {
        Self { number: Some(number), cells: Cells::Json(object, fields), above: None }
    }

    /// The same with other keys that are asked for.
    pub(super) fn with_fields(mut self, asked: &Arc<[Field]>) -> Self {
        if let Cells::Json(_, fields) = &mut self.cells {
            *fields = Arc::clone(asked);
        }
        self
    }

    /// The same with what stands above its blank cells in some columns.
    pub(super) fn with_above(self, above: Vec<(usize, Value<'static>)>) -> Self {
        Self { above: (!above.is_empty()).then(|| above.into()), ..self }
    }

    fn above(&self, field: usize) -> Option<&Value<'static>> {
        self.above.as_ref()?.iter().find(|(column, _)| *column == field).map(|(_, value)| value)
    }

    #[cfg(feature = "arrow")]
    pub(super) fn of_batch(number: Option<u64>, batch: arrow_array::RecordBatch, place: usize) -> Self {
        Self { number, cells: Cells::Batch(batch, place), above: None }
    }
}

impl Record for Row {
    fn value(&self, field: usize) -> Value<'_> {
        if let Some(above) = self.above(field) {
            return above.borrowed();
        }
        match &self.cells {
            #[cfg(feature = "csv")]
            Cells::Text(line) => line.value(field),
            Cells::Sheet(cells) => cells.get(field).map_or(Value::Nothing, Cell::value),
            Cells::Lost => Value::Unreadable,
            Cells::Json(object, fields) => {
                let found = fields.get(field).and_then(|field| object.get(field.name.as_ref()));
                found.map_or(Value::Nothing, Value::of_json)
            }
            #[cfg(feature = "arrow")]
            Cells::Batch(batch, place) => {
                batch.columns().get(field).map_or(Value::Nothing, |column| super::arrow_value::value(column, *place))
            }
        }
    }

    fn row(&self) -> Option<u64> {
        self.number
    }

    fn is_cut_off(&self) -> bool {
        match &self.cells {
            #[cfg(feature = "csv")]
            Cells::Text(line) => line.ends.len() < line.columns,
            _ => false,
        }
    }

    fn unread(&self, field: usize) -> Option<Unread> {
        if let Some(above) = self.above(field) {
            return (*above == Value::Unreadable).then_some(Unread::Above);
        }
        match &self.cells {
            #[cfg(feature = "csv")]
            Cells::Text(line) if field < line.columns && field >= line.ends.len() => Some(Unread::ShortRow),
            #[cfg(feature = "csv")]
            Cells::Text(line) if line.value(field) == Value::Unreadable => {
                Some(if line.is_text(field) { Unread::NoValue } else { Unread::Encoding })
            }
            Cells::Sheet(cells) if cells.get(field) == Some(&Cell::Unreadable) => Some(Unread::NoValue),
            Cells::Lost => Some(Unread::NoValue),
            _ => match self.value(field) {
                value if is_error(&value) => Some(Unread::NoValue),
                Value::Text(text) => says_nothing(&text).then_some(Unread::Hollow),
                _ => None,
            },
        }
    }
}
