//! What was found out about a table, and what of its rows is looked at.

use std::collections::BTreeSet;
use std::sync::Arc;

use serde_json::Value as Json;

use super::column::{are_lists, number, plain};
use super::letters::Letters;
use super::{COMPARED, Column, Proposal, Read, SAMPLE, Table, places};
use crate::aliases;
use crate::convert::Conversion;
use crate::dates;
use crate::ids::Form;
use crate::mapping::SourceKind;
use crate::names::{normal, normals, unnumbered};
use crate::nothing;
use crate::record::{Field, Record as _};
use crate::source::{Row, Rows, SourceError, SourceFault};
use crate::sums;
use crate::twice::is_twice;
use crate::value::Value;

/// How many rows that cannot be read are told, of those that are looked at first and of the others.
const TOLD: usize = 20;

impl Read {
    pub(super) fn of(table: Table) -> Self {
        let Table { name, file, opened } = table;
        let mut rest = opened.rows;
        let mut unreadable = Vec::new();
        let rows = readable(rest.by_ref().take(SAMPLE), &mut unreadable).collect();
        let mut read =
            Self { file, sheet: opened.found.sheet, rest, unreadable, ..Self::new(name, &opened.fields, rows) };
        for column in &mut read.columns {
            column.stand_under(opened.found.groups.get(column.cell).map_or(&[], Vec::as_slice));
        }
        if opened.found.kind == SourceKind::Json { read.wrapped().unwrap_or(read) } else { read }
    }

    /// The list of cases that a document of one object holds further in: the one of which more is recognised than of the
    /// object itself.
    fn wrapped(&self) -> Option<Self> {
        let [whole] = self.rows.as_slice() else { return None };
        let mut lists = Vec::new();
        for column in self.columns.iter().filter(|column| column.is_nested) {
            if let Value::Nested(json) = whole.value(column.cell).at(&column.steps)
                && let Json::Array(entries) = json.as_ref()
            {
                let objects: Vec<Json> = entries.iter().filter(|entry| entry.is_object()).cloned().collect();
                lists.extend(column.shown().map(|_| (column.pointer(), objects)));
            }
        }
        let own = Self::new(String::new(), &self.fields, self.rows.clone()).recognised();
        let of = |(at, objects): (String, Vec<Json>)| {
            let (fields, rows) = table_of(&objects);
            let (is_all, sample) = (rows.len() <= SAMPLE, rows.iter().take(SAMPLE).cloned().collect::<Vec<_>>());
            let score = Self::new(String::new(), &fields, sample.clone()).recognised();
            let rest: Rows =
                if is_all { Box::new(std::iter::empty()) } else { Box::new(rows.into_iter().skip(SAMPLE).map(Ok)) };
            let read =
                Self { file: self.file.clone(), at: Some(at), rest, ..Self::new(self.name.clone(), &fields, sample) };
            (score > own).then_some((score, read))
        };
        let mut lists: Vec<(usize, Self)> = lists.into_iter().filter_map(of).collect();
        // The first of those of which most is recognised.
        lists.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let mut lists = lists.into_iter().map(|(_, read)| read);
        let mut found = lists.next()?;
        let names = |read: &Self| read.fields.iter().map(|field| field.name.to_string()).collect::<BTreeSet<_>>();
        let own = names(&found);
        let are_alike = |other: &BTreeSet<String>| own.intersection(other).count() * 2 > own.len().max(other.len());
        let others = lists.filter(|other| are_alike(&names(other)));
        found.unreadable.extend(others.map(|other| SourceFault::OtherList(other.at).into()));
        Some(found)
    }

    /// What its columns are called in the source.
    pub(super) fn headings(&self) -> Vec<&str> {
        self.fields.iter().map(|field| &*field.name).collect()
    }

    /// Whether another table is one of cases too, by its headings: they are those of this one, or most of what is known of a case here
    /// stands there as well.
    pub(super) fn is_of_same(&self, other: &Self) -> bool {
        const FEWEST: usize = 2;
        let (own, others) = (self.headings(), other.headings());
        let there = normals(others.iter().copied());
        let placed = self.columns.iter().filter(|column| matches!(column.is_for, Some(Proposal::Place(_))));
        let (shared, alone): (Vec<&Column>, Vec<&Column>) =
            placed.partition(|column| there.contains(&normal(&column.name)));
        aliases::are_alike(&own, &others) || shared.len() >= FEWEST && shared.len() > alone.len()
    }

    /// How many of the columns are known.
    pub(super) fn recognised(mut self) -> usize {
        let has_id = usize::from(self.take_id(&[]).is_some());
        has_id + self.take_places(places::outside_lists(), "", &Conversion::default()).len()
    }

    pub(super) fn new(name: String, fields: &[Field], rows: Vec<Row>) -> Self {
        let is_encoded_twice = fields.iter().any(|field| is_twice(field.name.as_bytes()))
            || rows.iter().any(|row| {
                (0..fields.len()).any(|place| row.value(place).text().is_some_and(|text| is_twice(text.as_bytes())))
            });
        let mut columns = Vec::new();
        for (cell, field) in fields.iter().enumerate() {
            let values: Vec<Value<'_>> = rows.iter().map(|row| row.value(cell).opened()).collect();
            let others = values.iter().filter(|value| !value.is_nothing() && inside(value).is_none()).count();
            let values: Vec<&Json> = values.iter().filter_map(inside).collect();
            Column {
                name: field.name.to_string(),
                cell,
                steps: Vec::new(),
                over: Vec::new(),
                is_nested: are_lists(&values),
                letters: Letters::of(unnumbered(&field.name)),
                bare: Letters::of(plain(unnumbered(&field.name))),
                numbered: number(&field.name),
                is_for: None,
            }
            .opened(&values, others, &mut columns);
        }
        let rest = Box::new(std::iter::empty());
        let fields = fields.to_vec();
        let unreadable = Vec::new();
        Self {
            name,
            file: None,
            sheet: None,
            at: None,
            fill: None,
            fields,
            columns,
            rows,
            rest,
            unreadable,
            is_encoded_twice,
            left_inside: Vec::new(),
            is_key_a_guess: false,
            holds_other_cases: false,
            has_unknown_kinds: false,
        }
    }

    /// What stands in a row, by the place of a column among those that are looked at.
    pub(super) fn value<'r>(&self, row: &'r Row, column: usize) -> Value<'r> {
        self.columns.get(column).map_or(Value::Nothing, |column| row.value(column.cell).at(&column.steps))
    }

    /// What a column has in the rows where something stands there.
    pub(super) fn filled(&self, column: usize) -> impl Iterator<Item = (&Row, String)> {
        let text = move |row| self.value(row, column).text().map(|text| text.trim().to_owned());
        self.rows.iter().filter_map(move |row| Some((row, text(row).filter(|text| !text.is_empty())?)))
    }

    /// Whether a row looks as if it were no case. A day says that it is one.
    pub(super) fn is_no_case(&self, row: &Row, id: sums::Id) -> bool {
        let is_day = |value: Value<'_>| match value {
            Value::Date(_) => true,
            Value::Text(text) => text.contains(['-', '.', '/']) && dates::read(&text, None).is_some(),
            _ => false,
        };
        sums::is_no_case(row, &self.fields, id, |_| (0..self.fields.len()).any(|cell| is_day(row.value(cell))))
    }

    /// Reads the rest of the source, takes the rows that are no cases away from those that are looked at, and says whether there are
    /// any.
    pub(super) fn read_on(&mut self, id: Option<&str>) -> bool {
        let mut rest: Rows = std::mem::replace(&mut self.rest, Box::new(std::iter::empty()));
        let id = id.and_then(|id| self.columns.iter().position(|column| column.name == id));
        let mut form = Form::UNKNOWN;
        id.into_iter().for_each(|id| self.filled(id).for_each(|(_, text)| form.add(&text)));
        let is_none = |row: &Row| {
            let text = id.map(|id| self.value(row, id).text().map(|text| text.trim().to_owned()).unwrap_or_default());
            let id = match &text {
                None => sums::Id::Unknown,
                Some(text) if text.is_empty() => sums::Id::Blank,
                Some(text) if form.has(text) => sums::Id::Is,
                Some(_) => sums::Id::Odd,
            };
            self.is_no_case(row, id)
        };
        let mut unreadable = Vec::new();
        let none: Vec<bool> = self.rows.iter().map(is_none).collect();
        let beyond = readable(&mut rest, &mut unreadable).filter(is_none).count();
        self.unreadable.extend(unreadable);
        let before = self.rows.len();
        let mut none = none.into_iter();
        self.rows.retain(|_| !none.next().unwrap_or_default());
        beyond > 0 || self.rows.len() < before
    }

    /// The words for nothing that stand in cells.
    pub(super) fn words_for_nothing(&self) -> impl Iterator<Item = &'static str> {
        let cells = self.rows.iter().flat_map(|row| (0..self.columns.len()).map(|place| self.value(row, place)));
        cells.filter_map(|value| if let Value::Text(text) = value { nothing::word(&text) } else { None })
    }

    pub(super) fn take_persons(&mut self) {
        let personal = normals(aliases::PERSONAL.iter().copied());
        let columns = self.columns.iter_mut().filter(|column| column.is_for.is_none());
        columns.filter(|column| personal.contains(&*column.letters)).for_each(|column| {
            column.is_for = Some(Proposal::Personal);
        });
    }

    /// What goes along untouched stands beside the cases.
    pub(super) fn take_groups(&mut self) {
        let groups = normals(aliases::GROUPS.iter().copied());
        let columns = self.columns.iter_mut().filter(|column| column.is_for.is_none() && column.steps.is_empty());
        columns.filter(|column| groups.contains(&*column.letters)).for_each(|column| {
            column.is_for = Some(Proposal::Carry);
        });
    }
}

/// The rows that can be read; what is wrong with the others is kept, of so many.
fn readable(
    rows: impl Iterator<Item = Result<Row, SourceError>>,
    unreadable: &mut Vec<SourceError>,
) -> impl Iterator<Item = Row> {
    rows.filter_map(|row| match row {
        Ok(row) => Some(row),
        Err(error) => {
            if unreadable.len() < TOLD {
                unreadable.push(error);
            }
            None
        }
    })
}

/// Objects as a table: a column for each key, in the order in which it is met.
pub(super) fn table_of(objects: &[Json]) -> (Arc<[Field]>, Vec<Row>) {
    let mut keys: Vec<&str> = Vec::new();
    for key in objects.iter().filter_map(Json::as_object).flat_map(serde_json::Map::keys) {
        if !keys.contains(&key.as_str()) && keys.len() < COMPARED {
            keys.push(key);
        }
    }
    let fields: Arc<[Field]> = keys.iter().map(|key| Field::column(key)).collect();
    let rows = objects.iter().map(|object| Row::of_json(0, object.clone(), Arc::clone(&fields)));
    (Arc::clone(&fields), rows.collect())
}

/// What a value has inside.
pub(super) fn inside<'v>(value: &'v Value<'_>) -> Option<&'v Json> {
    if let Value::Nested(json) = value { Some(json.as_ref()) } else { None }
}
