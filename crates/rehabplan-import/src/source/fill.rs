//! Blank cells that mean what stands above them.

use rehabplan::plan::FieldKind;

use super::{Row, Rows};
use crate::aliases;
use crate::convert::{Conversion, is_same};
use crate::limits::MAX_FILLED_BYTES;
use crate::mapping::Fill;
use crate::names::tidy;
use crate::record::{Field, Record as _};
use crate::sums;
use crate::value::Value;

/// The places of the columns of a [`Fill`] in a table.
#[derive(Debug, Clone, Default)]
pub(crate) struct Places {
    pub(crate) columns: Vec<usize>,
    known_by: Vec<usize>,
    of_case: Vec<usize>,
    cells: usize,
    conversion: Conversion,
}

impl Places {
    pub(super) fn of(fill: &Fill, fields: &[Field]) -> Self {
        let column = |name: &String| fields.iter().position(|field| tidy(&field.name) == tidy(name));
        let places = |names: &[String]| names.iter().filter_map(column).collect::<Vec<usize>>();
        let columns = places(&fill.columns);
        let mut known_by = places(&fill.known_by);
        known_by.retain(|place| columns.contains(place));
        let who = fields.iter().enumerate().filter(|(_, field)| aliases::is_personal(&field.name));
        let mut of_case: Vec<usize> = places(&fill.of_case).into_iter().chain(who.map(|(place, _)| place)).collect();
        let of_entries = places(&fill.of_entries);
        of_case.retain(|place| !known_by.contains(place) && !of_entries.contains(place));
        of_case.sort_unstable();
        of_case.dedup();
        let words: Vec<&str> = fill.nothing.iter().map(String::as_str).collect();
        Self {
            columns,
            known_by,
            of_case,
            cells: fields.len(),
            conversion: Conversion::with_nothing(&words).for_place(Some(FieldKind::Text)),
        }
    }

    /// Those of one column, of whatever is known by nothing else.
    pub(crate) fn of_column(column: usize) -> Self {
        Self { columns: vec![column], ..Self::default() }
    }
}

/// What was met of a case so far.
struct Above {
    /// For each of the columns what stands above.
    values: Vec<Value<'static>>,
    /// For each of the columns that a case has once what its rows say there.
    of_case: Vec<Option<Value<'static>>>,
    /// The number of the row before.
    row: Option<u64>,
}

/// Rows in which a blank cell of some columns means what stands above it. Of a part of a table nobody knows what stands above the first,
/// and whose a row without a number is that says something else of the case than the rows above it, or that stands below a blank row, a
/// sum or a row that could not be read: neither that row nor the next ones are given the number above them.
pub(crate) fn filled(rows: Rows, places: Places, is_part: bool) -> Rows {
    let first = if is_part { Value::Unreadable } else { Value::Nothing };
    let mut above =
        Above { values: vec![first; places.columns.len()], of_case: vec![None; places.of_case.len()], row: None };
    Box::new(rows.map(move |row| match row {
        Ok(row) => Ok(above.fill(row, &places)),
        Err(error) => {
            above.lose(&places);
            above.row = error.row;
            Err(error)
        }
    }))
}

impl Above {
    fn fill(&mut self, row: Row, places: &Places) -> Row {
        let is_below = self.row.zip(row.row()).is_none_or(|(before, own)| own <= before + 1);
        self.row = row.row();
        let has_number = places.known_by.iter().any(|place| !row.value(*place).is_nothing());
        if has_number {
            self.of_case.fill(None);
        } else if !is_below || sums::is_sum(&row, places.cells) || !self.is_same_case(&row, places) {
            self.lose(places);
        }
        for (place, known) in places.of_case.iter().zip(&mut self.of_case) {
            let value = row.value(*place);
            if known.is_none() && !places.conversion.is_blank(&value) {
                *known = Some(value.into_owned());
            }
        }
        let mut given = Vec::new();
        for (column, above) in places.columns.iter().zip(&mut self.values) {
            let value = row.value(*column);
            if value.is_nothing() {
                given.push((*column, above.clone()));
                continue;
            }
            *above = match &value {
                Value::Text(text) if text.len() > MAX_FILLED_BYTES => Value::Unreadable,
                Value::Nested(_) => Value::Unreadable,
                _ => value.into_owned(),
            };
        }
        // What is below a sum is not of what the sum is called.
        if has_number && sums::is_called_so(&row, places.cells) {
            self.lose(places);
        }
        row.with_above(given)
    }

    /// Nobody knows any more what stands above.
    fn lose(&mut self, places: &Places) {
        if !places.known_by.is_empty() {
            self.values.fill(Value::Unreadable);
            self.of_case.fill(None);
        }
    }

    /// Whether a row says nothing of its case that the rows above it do not say, or leave open.
    fn is_same_case(&self, row: &Row, places: &Places) -> bool {
        places.of_case.iter().zip(&self.of_case).all(|(place, known)| {
            let value = row.value(*place);
            let is_known = |known: &Value<'static>| value != Value::Unreadable && is_same(known, &value);
            places.conversion.is_blank(&value) || known.as_ref().is_none_or(is_known)
        })
    }
}
