//! Rows that are one case.

use std::sync::Arc;

use crate::record::{Record, Unread};
use crate::source::Row;
use crate::value::Value;

/// The row of a case; or its rows, of which the first counts that has something at a place.
#[derive(Debug, Clone)]
pub(crate) enum OfCase {
    One(Row),
    Several(Arc<[Row]>),
    /// Rows that have the number of another case as well.
    Divided(Arc<[Row]>, Arc<Divided>),
}

/// What nobody knows of a case whose number another has too.
#[derive(Debug, Clone)]
pub(crate) struct Divided {
    /// The fields of which nobody knows what they are in this one.
    pub(crate) fields: Vec<usize>,
    /// The numbers of the rows that are most likely the other's, where they have any.
    pub(crate) rows: Vec<Option<u64>>,
}

impl OfCase {
    pub(crate) fn of(mut rows: Vec<Row>) -> Self {
        match (rows.pop(), rows.is_empty()) {
            (Some(row), true) => Self::One(row),
            (last, _) => Self::Several(rows.into_iter().chain(last).collect()),
        }
    }

    /// The same case, beside another with its number.
    pub(crate) fn divided(self, divided: Divided) -> Self {
        if divided.rows.is_empty() { self } else { Self::Divided(self.rows().into(), divided.into()) }
    }

    /// All of them.
    pub(crate) fn rows(&self) -> &[Row] {
        match self {
            Self::One(row) => std::slice::from_ref(row),
            Self::Several(rows) | Self::Divided(rows, _) => rows,
        }
    }

    fn is_divided(&self, field: usize) -> bool {
        matches!(self, Self::Divided(_, divided) if divided.fields.contains(&field))
    }

    /// The first in which something stands at a place, else the first.
    fn row_of(&self, field: usize) -> Option<&Row> {
        let rows = self.rows();
        rows.iter().find(|row| !row.value(field).is_nothing()).or(rows.first())
    }
}

impl Record for OfCase {
    fn value(&self, field: usize) -> Value<'_> {
        match self {
            Self::One(row) => row.value(field),
            _ if self.is_divided(field) => Value::Unreadable,
            _ => self.row_of(field).map_or(Value::Nothing, |row| row.value(field)),
        }
    }

    fn row(&self) -> Option<u64> {
        self.rows().first().and_then(Record::row)
    }

    fn is_of_another(&self, row: Option<u64>) -> bool {
        matches!(self, Self::Divided(_, divided) if row.is_none() || divided.rows.contains(&row))
    }

    /// A row that is whole says that the id of all of them is one.
    fn is_cut_off(&self) -> bool {
        self.rows().iter().all(Record::is_cut_off)
    }

    fn unread(&self, field: usize) -> Option<Unread> {
        match self.is_divided(field) {
            true => Some(Unread::Differing),
            false => self.row_of(field).and_then(|row| row.unread(field)),
        }
    }

    fn giving(&self, field: usize, is_filled: &dyn Fn(Value<'_>) -> bool) -> Option<&dyn Record> {
        let (Self::Several(rows) | Self::Divided(rows, _)) = self else { return None };
        if self.is_divided(field) {
            return None;
        }
        rows.iter().find(|row| is_filled(row.value(field))).map(|row| row as &dyn Record)
    }
}
