//! A row of a table: labels and what stands beside, above or below them, and what stands in a cell.

use std::sync::Arc;

use super::boxes::{OPEN, TICKED, is_ticked, ticked, with_boxes};
use super::placing::{is_choice, is_option};
use super::tables::{is_reference, of_others};
use super::{IN_TABLE, MAX_HEADING, Reader};
use crate::document::answer::{Answer, Answers, Choice, choose, chosen};
use crate::document::flow::{Block, Cell, DOUBTFUL, Paragraph, TableRow, UNREAD, columns, text_of};
use crate::document::heading::strip;
use crate::document::names::part;
use crate::document::template::{is_instruction, written};
use crate::document::title::recommends;
use crate::document::{letterhead, meaning};
use crate::record::NameKind;

impl<'n> Reader<'n> {
    /// Whether all that is written there stands in controls that have a place of their own.
    fn is_held(&self, blocks: &[Block]) -> bool {
        blocks.iter().all(|block| match block {
            Block::Paragraph(paragraph) => paragraph.is_blank() || self.is_in_control(paragraph),
            Block::Table(rows) => rows.iter().flatten().all(|cell| self.is_held(&cell.blocks)),
        })
    }

    pub(super) fn is_in_control(&self, paragraph: &Paragraph) -> bool {
        paragraph.control.iter().any(|name| self.names.find(name, &[], None, self.near).is_some())
    }

    /// A cell with its label as its first line.
    pub(super) fn whole(&mut self, cell: &Cell) {
        let Some((label, more)) = lines_of(cell) else { return };
        if part(&label).is_some() && text_of(&more).is_empty() {
            self.heading(&label, IN_TABLE, true, cell.page());
            return;
        }
        self.apart(|reader| {
            reader.heading(&label, IN_TABLE + 1, true, cell.page());
            more.iter().for_each(|block| reader.within(block));
        });
    }

    /// Reads a label with what there is to choose beside it, in the first of some rows and in those below that are of it, and the mark in
    /// a cell of its own. Says how many rows that are.
    pub(super) fn choice(&mut self, rows: &[TableRow]) -> Option<usize> {
        let (first, below) = rows.split_first()?;
        let (label, values) = first.split_first().filter(|(label, _)| self.is_label(label))?;
        let text = label.text();
        let name = self.find(&text).filter(|name| name.is_short)?;
        let is_option = |text: &str| is_option(name, text);
        let is_of_it = |row: &&TableRow| {
            let Some((own, more)) = row.split_first() else { return false };
            let may_be = |cell: &Cell| {
                let text = cell.text();
                text.is_empty() || is_ticked(&text).is_some() || is_option(&text)
            };
            (own.text().is_empty() || own.is_continued) && more.iter().all(may_be)
        };
        let taken = 1 + below.iter().take_while(is_of_it).count();
        if values.iter().any(|value| self.holds_label(value)) {
            return None;
        }
        let page = label.page();
        let answer = match chosen(rows.get(..taken)?, &is_option, &is_ticked)? {
            Choice::Made(text) => Paragraph { text, page, ..Paragraph::default() },
            Choice::Open => Paragraph::doubtful(page),
        };
        self.cell(&text, &[Block::Paragraph(answer)], page);
        Some(taken)
    }

    /// Labels side by side, with their values below.
    pub(super) fn labels_above(&mut self, cells: &[Cell], below: Option<&TableRow>) -> bool {
        let Some(below) = below else { return false };
        let are_known = cells.iter().all(|cell| self.find(&cell.text()).is_some());
        if !are_known || below.iter().any(|cell| self.find(&cell.text()).is_some() || self.may_be_meant(cell)) {
            return false;
        }
        for (label, value) in cells.iter().zip(below) {
            self.cell(&label.text(), &value.blocks, label.page());
        }
        true
    }

    /// Labels with their values beside them, in a row with another below it.
    pub(super) fn row(&mut self, cells: &[Cell], answers: &Answers, below: Option<&TableRow>) {
        let cells: Vec<(usize, &Cell)> = columns(cells).collect();
        // The number of a row is none of its labels.
        let is_number = |cell: &Cell| strip(&format!("{} a", cell.text())) == "a";
        let cells = cells
            .split_first()
            .filter(|((_, first), rest)| !rest.is_empty() && is_number(first))
            .map_or(cells.as_slice(), |(_, rest)| rest);
        if !self.may_be_others() {
            for ((_, label), (_, value)) in cells.iter().zip(cells.iter().skip(1)) {
                self.several.label(&label.text(), &value.text());
            }
        }
        if let [(_, first), others @ ..] = cells
            && !others.is_empty()
            && others.iter().all(|(_, cell)| cell.text().is_empty())
        {
            let text = first.text();
            let is_group = !text.is_empty() && self.find(&text).is_none_or(|name| name.whole.is_some());
            self.group = is_group.then_some(text).or(self.group.take());
        }
        // What a label asks to choose among may be called as a heading is.
        if let [(_, label), (_, answer)] = cells
            && self.find(&label.text()).is_some_and(|name| is_choice(name, &answer.text()))
        {
            return self.cell(&label.text(), &answer.blocks, label.page());
        }
        // A label beside a label may be its answer. What only speaks of such things is one where other rows have theirs there, and no values
        // stand below.
        let is_over_values = || below.is_some_and(|below| below.len() > 1 && !self.is_labelled(below));
        let is_answer =
            |from: usize, cell: &Cell| *answers == Answers::Mostly(from) && !self.is_label(cell) && !is_over_values();
        if let [(_, label), (from, answer)] = cells
            && self.may_be_label(label)
            && self.may_be_label(answer)
            && !is_answer(*from, answer)
        {
            self.cell(&label.text(), &[Block::Paragraph(Paragraph::doubtful(answer.page()))], label.page());
            return;
        }
        let mut cells = cells.iter().copied().peekable();
        let mut is_first = true;
        while let Some((_, cell)) = cells.next() {
            let text = cell.text();
            let mut is_meant = || is_first && cells.peek().is_some() && self.is_meant(cell);
            let is_known = !text.is_empty() && text.len() <= MAX_HEADING && self.find(&text).is_some() || is_meant();
            if is_known {
                let mut values = Vec::new();
                while let Some(next) = cells.next_if(|(_, next)| {
                    self.find(&next.text()).is_none() && (values.is_empty() || !self.holds_label(next))
                }) {
                    values.push(next);
                }
                self.beside(&text, &values, answers, cell.page());
            } else if self.has_label_first(cell)
                && cells.peek().is_some_and(|(_, next)| !self.holds_label(next))
                && let Some((label, more)) = lines_of(cell)
            {
                // What stands under the label says what to write, or it is the answer of somebody who took no notice of
                // the cell beside it.
                let value = cells.next().map(|(_, value)| value);
                let (lines, is_instructed) = written(&more);
                self.out.is_instructed |= is_instructed;
                self.cell(&label, blocks_of(value), cell.page());
                let part = self.part().map(|(key, _)| key);
                let has_text = lines.iter().any(|line| line != UNREAD);
                self.unplaced(NameKind::Cell, label, cell.page(), has_text, part);
            } else if self.holds_label(cell) {
                self.inner(cell);
            } else if is_first && !text.is_empty() && cells.peek().is_some() {
                // A label that nobody knows, with what stands beside it.
                let values: Vec<&Cell> = cells.by_ref().map(|(_, value)| value).collect();
                if let [value] = values.as_slice()
                    && recommends(&text, &value.text())
                {
                    return self.cell(&text, &value.blocks, cell.page());
                }
                let known = values.iter().position(|value| self.find(&value.text()).is_some());
                let own = known.unwrap_or(values.len());
                // A sentence is no label, and is listed even where nothing stands beside it.
                let has_text = values.iter().take(own).any(|value| !value.text().is_empty())
                    || text.ends_with('.') && !cell.is_continued && !written(&cell.blocks).0.is_empty();
                let is_held = has_text && values.iter().take(own).all(|value| self.is_held(&value.blocks));
                let part = self.part().map(|(key, _)| key);
                let beside: Vec<String> = values.iter().take(own).map(|value| value.text()).collect();
                let beside = || beside.iter().map(String::as_str);
                let are_both = || letterhead::are_of_case(std::iter::once(text.as_str()).chain(beside()));
                if letterhead::is_of_case(&text, beside()) || are_both() {
                    self.out.has_letterhead = true;
                } else if !is_held {
                    self.unplaced(NameKind::Cell, text, cell.page(), has_text, part);
                }
                let mut rest = values.into_iter().skip(own);
                while let Some(label) = rest.next() {
                    let value = rest.next();
                    self.cell(&label.text(), blocks_of(value), label.page());
                }
                return;
            } else if letterhead::are_of_case(std::iter::once(text.as_str())) {
                self.out.has_letterhead = true;
            } else if !text.is_empty() && !self.is_held(&cell.blocks) {
                let part = self.part().map(|(key, _)| key);
                self.unplaced(NameKind::Cell, String::new(), cell.page(), true, part);
            }
            is_first = false;
        }
    }

    /// A label and what stands beside it, of which one cell is its answer.
    fn beside(&mut self, label: &str, values: &[(usize, &Cell)], answers: &Answers, page: Option<u32>) {
        let is_short = self.find(label).is_some_and(|name| name.is_short);
        // Boxes to tick may stand in cells of their own.
        let filled: Vec<String> = values.iter().map(|(_, cell)| cell.text()).filter(|text| !text.is_empty()).collect();
        let are_boxes = filled.len() > 1 && filled.iter().all(|text| with_boxes(text).contains([OPEN, TICKED]));
        let text = filled.join(" ");
        if is_short && are_boxes && ticked(&text).is_some() {
            return self.cell(label, &[Block::Paragraph(Paragraph { text, page, ..Paragraph::default() })], page);
        }
        self.out.is_instructed |= values.iter().any(|(_, cell)| written(&cell.blocks).1);
        let (answer, others) = choose(values, answers, is_short);
        match answer {
            Answer::In(cell) => self.cell(label, blocks_of(cell), page),
            Answer::Doubtful => self.cell(label, &[Block::Paragraph(Paragraph::doubtful(page))], page),
        }
        for cell in others {
            if !self.is_held(&cell.blocks) {
                let part = self.part().map(|(key, _)| key);
                self.unplaced(NameKind::Cell, String::new(), cell.page(), true, part);
            }
        }
    }

    /// Whether a cell is a label and nothing more.
    pub(super) fn is_label(&self, cell: &Cell) -> bool {
        let text = cell.text();
        !text.is_empty() && text.len() <= MAX_HEADING && !text.contains('\n') && self.find(&text).is_some()
    }

    /// Whether a cell is a label by what its words mean.
    pub(super) fn is_meant(&self, cell: &Cell) -> bool {
        let text = cell.text();
        text.len() <= MAX_HEADING && !text.contains('\n') && self.meant(&text, None).is_some()
    }

    /// Whether a cell is a label or may be one.
    pub(super) fn may_be_label(&self, cell: &Cell) -> bool {
        self.is_label(cell) || self.may_be_meant(cell)
    }

    /// Whether it may be one, so that nobody can say that it answers another.
    fn may_be_meant(&self, cell: &Cell) -> bool {
        let text = cell.text();
        text.len() <= MAX_HEADING && !text.contains('\n') && !self.is_elsewhere() && meaning::may_be(&text)
    }

    /// Whether a label is the first line of a cell with more in it.
    pub(super) fn has_label_first(&self, cell: &Cell) -> bool {
        first_of(cell).is_some_and(|(first, more)| {
            let (label, rest) = first.text.trim().split_once('\n').unwrap_or((first.text.trim(), ""));
            let is_more = |block: &Block| !matches!(block, Block::Paragraph(paragraph) if paragraph.is_guidance);
            (!rest.is_empty() || more.iter().any(is_more))
                && label.len() <= MAX_HEADING
                && self.find(label.trim()).is_some()
        })
    }

    /// Whether a cell has its label as its first line, or lines with labels of their own.
    pub(super) fn holds_label(&self, cell: &Cell) -> bool {
        cell.blocks.iter().any(|block| match block {
            Block::Paragraph(paragraph) => {
                self.run_in(paragraph).is_some()
                    || paragraph.text.trim().len() <= MAX_HEADING && self.find(paragraph.text.trim()).is_some()
            }
            Block::Table(_) => true,
        })
    }

    /// A cell that has labels in it.
    fn inner(&mut self, cell: &Cell) {
        self.apart(|reader| cell.blocks.iter().for_each(|block| reader.within(block)));
    }

    /// What stands in a cell that has labels in it.
    pub(super) fn within(&mut self, block: &Block) {
        match block {
            Block::Paragraph(paragraph)
                if self.run_in(paragraph).is_none() && self.find(paragraph.text.trim()).is_some() =>
            {
                self.heading(paragraph.text.trim(), IN_TABLE + 2, true, paragraph.page);
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph),
            Block::Table(rows) => self.table_of(rows, of_others(rows)),
        }
    }

    /// A label and its value.
    fn cell(&mut self, label: &str, value: &[Block], page: Option<u32>) {
        let part = self.part().map(|(key, _)| key);
        let recommended = || self.outcome(part).filter(|_| recommends(label, text_of(value).trim()));
        let known = self.find(label).cloned().or_else(recommended);
        let is_meant = known.is_none();
        let Some(name) = known.or_else(|| self.meant(label, None).cloned()) else {
            self.unplaced(NameKind::Cell, label.to_owned(), page, !text_of(value).is_empty(), part);
            return;
        };
        // A text that is a number and no more is the page of a table of contents, and one that is a provision tells where the
        // regulation asks for it. Alone among answers it may be one.
        let unread = [Block::Paragraph(Paragraph::unread(page))];
        let is_reference = !name.is_short && name.columns.is_none() && is_reference(&text_of(value));
        if is_reference && self.is_contents {
            return;
        }
        let value = if is_reference { &unread } else { value };
        self.known += 1;
        self.headed_now.insert(Arc::clone(&name.place));
        self.several.meet(&name);
        self.last = Some(self.called(label, &name));
        let mut section = self.begin(NameKind::Cell, IN_TABLE, Some(name), label, page);
        section.is_meant = is_meant;
        // A list may stand as a table in the cell.
        let mut tables = value.iter().filter_map(|block| match block {
            Block::Table(rows) => Some(rows),
            Block::Paragraph(_) => None,
        });
        let outer = self.section.replace(section);
        let is_table = tables.next().filter(|rows| self.is_of_entries(rows)).map(|rows| self.entries(rows)).is_some();
        let Some(mut section) = std::mem::replace(&mut self.section, outer) else { return };
        if is_table {
            self.place(Some(section));
            return;
        }
        // A table in the cell may have labels of its own.
        let mut inner = Vec::new();
        for block in value {
            if let Block::Table(rows) = block
                && self.is_of_labels(rows)
            {
                inner.push(rows);
                continue;
            }
            let (lines, is_instructed) = written(std::slice::from_ref(block));
            section.lines.extend(lines);
            self.out.is_instructed |= is_instructed;
            if let Block::Paragraph(paragraph) = block
                && paragraph.is_item
                && !is_instruction(paragraph)
            {
                section.items.push(paragraph.text.trim().to_owned());
            }
        }
        // It may be of somebody else, and whether that is the answer nobody can say.
        if inner.iter().any(|rows| of_others(rows).is_some()) {
            section.lines.push(DOUBTFUL.to_owned());
        }
        self.place(Some(section));
        inner.into_iter().for_each(|rows| self.apart(|reader| reader.table_of(rows, of_others(rows))));
    }
}

/// The paragraph that a cell begins with, and what comes after it.
fn first_of(cell: &Cell) -> Option<(&Paragraph, &[Block])> {
    let is_blank = |block: &Block| matches!(block, Block::Paragraph(paragraph) if paragraph.is_blank());
    let start = cell.blocks.iter().position(|block| !is_blank(block))?;
    let (Block::Paragraph(first), more) = cell.blocks.get(start..)?.split_first()? else { return None };
    Some((first, more))
}

/// The first line of a cell, and what stands below it.
fn lines_of(cell: &Cell) -> Option<(String, Vec<Block>)> {
    let (first, more) = first_of(cell)?;
    let (label, rest) = first.text.trim().split_once('\n').unwrap_or((first.text.trim(), ""));
    let rest = (!rest.trim().is_empty()).then(|| Paragraph { text: rest.to_owned(), lead: 0, ..first.clone() });
    let more = rest.map(Block::Paragraph).into_iter().chain(more.iter().cloned()).collect();
    Some((label.trim().to_owned(), more))
}

fn blocks_of(cell: Option<&Cell>) -> &[Block] {
    cell.map_or_else(Default::default, |cell| cell.blocks.as_slice())
}
