//! A table that is a list: the names of its columns, and a row for each entry.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde_json::{Map, Value as Json};

use super::Reader;
use super::placing::value_of;
use super::values::{FROM, TO, period};
use crate::document::flow::{Cell, TableRow, columns};
use crate::document::heading::strip;
use crate::names::letters;
use crate::record::NameKind;
use crate::value::Value;

const PERIOD: &str = "periode";

impl<'n> Reader<'n> {
    /// Whether a table is a list: a row of names of columns, and a row for each entry.
    pub(super) fn is_of_entries(&self, rows: &[TableRow]) -> bool {
        let Some((head, rest)) = rows.split_first() else { return false };
        let columns = self.section.as_ref().and_then(|section| section.name.as_ref()?.columns.as_ref());
        let Some(columns) = columns else { return false };
        let known = head.iter().filter(|cell| is_column(&cell.text(), columns)).count();
        // A column alone may be questions with their answers below.
        let is_column = |row: &TableRow| matches!(row.as_slice(), [cell] if is_column(&cell.text(), columns));
        let is_alone = head.len() < 2 && rest.iter().any(|row| row.len() > 1 || is_column(row));
        !rest.is_empty() && !is_alone && known * 2 >= head.len()
    }

    pub(super) fn entries(&mut self, rows: &[TableRow]) {
        let Some(section) = &mut self.section else { return };
        let known = section.name.as_ref().and_then(|name| name.columns.clone()).unwrap_or_default();
        let Some((head, rest)) = rows.split_first() else { return };
        let names: BTreeMap<usize, String> =
            columns(head).map(|(from, cell)| (from, column(&cell.text(), &known))).collect();
        let width = columns(head).map(|(from, cell)| from.saturating_add(cell.span.max(1))).max().unwrap_or_default();
        let (mut unknown, mut between) = (Vec::new(), Vec::new());
        for row in rest {
            // On the next page, the names of the columns come again.
            if row.len() == head.len()
                && row.iter().zip(head).all(|(cell, name)| letters(&cell.text()) == letters(&name.text()))
            {
                continue;
            }
            // What takes up the whole of a row is a heading among the entries, and none of them.
            if let [cell] = row.as_slice()
                && head.len() > 1
            {
                between.push((cell.text(), cell.page()));
                continue;
            }
            // Two cells under one name are a period, or a text in two.
            let mut texts: BTreeMap<usize, (&String, Vec<&Cell>)> = BTreeMap::new();
            for (from, cell) in columns(row) {
                match names.range(..=from).next_back().filter(|_| from < width) {
                    Some((head, name)) => texts.entry(*head).or_insert((name, Vec::new())).1.push(cell),
                    None => between.push((cell.text(), cell.page())),
                }
            }
            let mut entry = Map::new();
            for (name, cells) in texts.into_values() {
                let is_known = |name: &str| known.iter().any(|known| **known == *name);
                let written: Vec<String> =
                    cells.iter().map(|cell| cell.text()).filter(|text| !text.is_empty()).collect();
                let written: Vec<String> = written.join(" - ").lines().map(str::to_owned).collect();
                let Value::Text(text) = value_of(&written, None) else {
                    if cells.iter().any(|cell| cell.is_unread()) && is_known(name) {
                        // A list is no value of any field.
                        entry.insert(name.clone(), Json::Array(vec![Json::Null]));
                    }
                    continue;
                };
                if letters(name) == PERIOD
                    && is_known(FROM)
                    && is_known(TO)
                    && let Some((from, to)) = period(&text)
                {
                    for (name, day) in [(FROM, Some(from)), (TO, to)] {
                        entry.extend(day.map(|day| (name.to_owned(), Json::String(day))));
                        if !section.columns.iter().any(|known| **known == *name) {
                            section.columns.push(name.into());
                        }
                    }
                    continue;
                }
                if !is_known(name) {
                    unknown.push((name.clone(), cells.iter().find_map(|cell| cell.page())));
                    continue;
                }
                entry.insert(name.clone(), Json::String(text.into_owned()));
            }
            if !entry.is_empty() {
                section.entries.push(Json::Object(entry));
            }
        }
        section
            .columns
            .extend(names.values().filter(|name| letters(name) != PERIOD).map(|name| Arc::from(name.as_str())));
        let part = section.part;
        for (text, page) in between {
            // It may be of an entry, and is not shown.
            self.unplaced(NameKind::Cell, String::new(), page, !text.is_empty(), part);
        }
        let mut told: Vec<String> = Vec::new();
        for (name, page) in unknown {
            if !told.contains(&name) {
                told.push(name.clone());
                self.unplaced(NameKind::Column, name, page, true, part);
            }
        }
    }
}

/// A column as the mapping names it, where it has a name for it.
pub(super) fn column(text: &str, known: &[Arc<str>]) -> String {
    let own = letters(strip(text));
    known.iter().find(|known| letters(known) == own).map_or_else(|| strip(text).to_owned(), |known| known.to_string())
}

pub(super) fn is_column(text: &str, known: &[Arc<str>]) -> bool {
    let own = letters(strip(text));
    !own.is_empty() && (own == PERIOD || known.iter().any(|known| letters(known) == own))
}
