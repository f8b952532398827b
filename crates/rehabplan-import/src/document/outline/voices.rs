//! Columns that have the words of different people, side by side: `Borgeren` and `Kommunen`. Each is read by itself, and what somebody says
//! is put where the plan has their words, or nowhere: two voices are never one text.

use std::collections::HashMap;
use std::sync::Arc;

use super::{IN_TABLE, Placed, Reader, Section};
use crate::document::flow::{Block, Cell, Paragraph, TableRow, columns, text_of};
use crate::document::letter::is_somebody;
use crate::document::names::Name;
use crate::people::Speaker;
use crate::record::{NameKind, Unread};
use crate::value::Value;

/// A column: where it begins, whose words it has, and what stands below its name.
struct Column {
    from: usize,
    voice: Speaker,
    blocks: Vec<Block>,
}

impl<'n> Reader<'n> {
    /// Reads a table whose columns have the words of different people, with what stands above the columns' names and below them. Says
    /// whether it is one.
    pub(super) fn voices(&mut self, rows: &[TableRow]) -> bool {
        let Some((head, mut columns)) =
            rows.iter().enumerate().find_map(|(at, row)| heads(row).map(|columns| (at, columns)))
        else {
            return false;
        };
        // A list, a day or a yes has no voices.
        let name = self.section.as_ref().filter(|section| !section.is_closed).and_then(|section| section.name.as_ref());
        if name.is_some_and(|name| name.is_short || name.columns.is_some()) {
            return false;
        }
        let is_wide = |row: &&TableRow| row.len() < 2;
        let over = rows.get(..head).unwrap_or_default();
        let titles = over.iter().rev().take_while(is_wide).count();
        let (before, titles) = over.split_at(over.len() - titles);
        if !before.is_empty() {
            self.table_of(before, None);
        }
        titles.iter().flatten().for_each(|cell| put(&mut columns, cell));
        let below = rows.get(head + 1..).unwrap_or_default();
        let own = below.iter().position(|row| self.is_beside_labels(row)).unwrap_or(below.len());
        let (below, after) = below.split_at(own);
        for row in below.iter().filter(|row| heads(row).is_none()) {
            match row.as_slice() {
                [cell] => put(&mut columns, cell),
                // A label that has its row for itself is that of all columns.
                [label, others @ ..] if self.is_label(label) && others.iter().all(|cell| cell.text().is_empty()) => {
                    put(&mut columns, label);
                }
                cells => each_in(&mut columns, cells),
            }
        }
        self.columns_of_voices(columns);
        if !after.is_empty() {
            self.table_of(after, None);
        }
        true
    }

    fn columns_of_voices(&mut self, columns: Vec<Column>) {
        let is_led = |reader: &Self, column: &Column| {
            let first = column.blocks.iter().find(|block| !text_of(std::slice::from_ref(*block)).is_empty());
            first.is_some_and(|first| reader.holds_label(&Cell { blocks: vec![first.clone()], ..Cell::default() }))
        };
        let is_open = |section: &Section| section.name.is_some() && section.is_blank() && !section.is_closed;
        let around = self.section.take_if(|section| is_open(section));
        let (mut starts, mut is_told) = (Vec::new(), false);
        let outer = self.voice;
        for column in &columns {
            starts.push(self.out.placed.len());
            self.voice = Some(column.voice);
            let text = text_of(&column.blocks);
            let has_text = !text.is_empty();
            // Who signs, in the column of what they are, says nothing.
            let own = around.as_ref().filter(|_| has_text && !is_somebody(text.trim()) && !is_led(self, column));
            is_told |= has_text;
            self.apart(|reader| {
                if let Some(around) = own {
                    let name = around.name.clone();
                    reader.section = Some(reader.begin(NameKind::Cell, IN_TABLE, name, &around.heading, around.page));
                }
                column.blocks.iter().for_each(|block| reader.within(block));
            });
        }
        self.voice = outer;
        let column_of = |at: usize| starts.partition_point(|start| *start <= at);
        let from = starts.first().copied().unwrap_or_default();
        self.clash(from, |placed| &placed.place, column_of);
        // What the heading asks for stands in the columns, as far as it stands anywhere.
        if let Some(mut around) = around {
            around.is_group = is_told;
            self.section = Some(around);
        }
    }

    /// Of what was placed from here on, texts under one name or at one place that stand side by side are two answers to one question: nobody
    /// can say which is meant.
    fn clash(&mut self, from: usize, key: impl Fn(&Placed) -> &Arc<str>, column_of: impl Fn(usize) -> usize) {
        let mut told: HashMap<&str, Vec<usize>> = HashMap::new();
        for (at, placed) in self.out.placed.iter().enumerate().skip(from) {
            if matches!(placed.value, Value::Text(_)) && !placed.is_nobodys {
                told.entry(key(placed)).or_default().push(at);
            }
        }
        let value = |at: usize| self.out.placed.get(at).map(|placed| &placed.value);
        let differ = |all: &Vec<usize>| {
            let first = all.first().copied().unwrap_or_default();
            all.iter().any(|at| column_of(*at) != column_of(first) && value(*at) != value(first))
        };
        let mut doubtful: Vec<usize> = told.into_values().filter(differ).flatten().collect();
        doubtful.sort_unstable();
        for at in doubtful {
            let part = self.part().map(|(key, _)| key);
            let Some(placed) = self.out.placed.get_mut(at) else { continue };
            (placed.value, placed.unread) = (Value::Unreadable, Some(Unread::Doubtful));
            let page = placed.page;
            self.unplaced(NameKind::Cell, String::new(), page, true, part);
        }
    }

    /// The same of what was placed in a row whose cells have labels in them.
    pub(super) fn clash_in_row(&mut self, from: usize, row: &TableRow) {
        let is_text = |block: &Block| matches!(block, Block::Paragraph(_));
        if row.len() > 1 && row.iter().all(|cell| cell.blocks.iter().all(is_text)) {
            self.clash(from, |placed| &placed.name, |at| at);
        }
    }

    /// Whether a place has the words of somebody else than those whose column is read.
    pub(super) fn is_unheard_at(&self, name: &Name) -> bool {
        self.voice.is_some_and(|voice| !voice.is_heard_at(&name.place))
    }

    /// Whether a row has a label at its beginning and something else beside it, as rows of labels and answers do.
    fn is_beside_labels(&self, row: &TableRow) -> bool {
        let Some((first, others)) = row.split_first() else { return false };
        let is_answer = |cell: &Cell| !cell.text().is_empty() && !self.holds_label(cell);
        self.is_label(first) && others.iter().any(is_answer)
    }
}

/// The columns of a row that names them by those whose words they have, where these are not the same; what else a column is called, it is
/// nobody's. What stands below its name in the same cell is the first of the column.
fn heads(row: &TableRow) -> Option<Vec<Column>> {
    let all: Vec<(usize, String, &Cell)> = columns(row).map(|(from, cell)| (from, cell.text(), cell)).collect();
    let voice = |text: &str| Speaker::of(text.lines().next().unwrap_or_default());
    let first = voice(&all.first()?.1)?;
    let is_other = |(_, text, _): &(usize, String, &Cell)| voice(text).is_some_and(|voice| voice != first);
    if !all.iter().any(is_other) {
        return None;
    }
    let column = |(from, text, cell): (usize, String, &Cell)| {
        let mut blocks = cell.blocks.clone();
        if let Some(Block::Paragraph(name)) =
            blocks.iter_mut().find(|block| !text_of(std::slice::from_ref(*block)).is_empty())
        {
            let rest = name.text.trim().split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap_or_default();
            *name = Paragraph { text: rest, lead: 0, ..name.without_text() };
        }
        Column { from, voice: voice(&text).unwrap_or(Speaker::Other), blocks }
    };
    Some(all.into_iter().map(column).collect())
}

/// Puts a cell that takes up the whole of a row into each column.
fn put(columns: &mut [Column], cell: &Cell) {
    columns.iter_mut().for_each(|column| column.blocks.extend(cell.blocks.iter().cloned()));
}

/// Puts each cell of a row into the column that it begins in.
fn each_in(all: &mut [Column], row: &[Cell]) {
    for (from, cell) in columns(row) {
        if let Some(column) = all.iter_mut().rev().find(|column| column.from <= from) {
            column.blocks.extend(cell.blocks.iter().cloned());
        }
    }
}
