//! A table: whether it is of labels, of entries or of text, and which of its rows are titles.

use super::boxes::{is_reply, ticked};
use super::headings::may_be_heading;
use super::known::begins;
use super::{ENOUGH, IN_TABLE, MAX_HEADING, Reader, Section};
use crate::dates;
use crate::document::answer::{Answers, is_head, is_provision};
use crate::document::elsewhere::{is_chapter_elsewhere, is_doctors, is_elsewhere, is_of_another};
use crate::document::flow::{Block, Cell, Paragraph, TableRow, UNREAD};
use crate::document::heading::strip;
use crate::document::kinds;
use crate::document::names::{Name, part};
use crate::document::numbers::{Number, Numbers};
use crate::document::template::{is_instruction, is_name_of_column, is_row_of_names};
use crate::document::title::{is_title, whose};
use crate::people;
use crate::record::NameKind;

/// The longest title of rows in a table.
const MAX_TITLE: usize = 80;

/// What a row among labels and their answers is that may be the title of the labels after it.
enum Title {
    Told,
    /// Nobody knows it: whose what stands below it is, nobody can say.
    Unknown,
    /// It may be the answer as well.
    Doubtful,
}

impl<'n> Reader<'n> {
    pub(super) fn table(&mut self, rows: &[TableRow]) {
        self.table_of(rows, None);
    }

    /// Whether a line says who else the table of labels right below it is about.
    pub(super) fn is_over_table<'b>(&self, paragraph: &Paragraph, mut below: impl Iterator<Item = &'b Block>) -> bool {
        let text = paragraph.text.trim();
        let is_plain = paragraph.level.is_none() && !paragraph.is_item && paragraph.control.is_empty();
        let is_blank = |block: &&Block| matches!(block, Block::Paragraph(paragraph) if paragraph.is_blank());
        is_plain
            && text.len() <= MAX_TITLE
            && may_be_title(text)
            && is_others(text)
            && !self.is_name(text)
            && matches!(below.find(|block| !is_blank(block)), Some(Block::Table(rows)) if self.is_of_labels(rows))
    }

    /// A table, and who else it is said to be about.
    pub(super) fn table_of(&mut self, rows: &[TableRow], whose: Option<String>) {
        self.settle();
        // What was answered in a table does not go on in the next one, but for one that goes on upon the next page.
        let page = rows.iter().flatten().find_map(Cell::page);
        let is_done = |section: &Section| section.level > IN_TABLE && !section.is_blank() && section.page == page;
        if self.section.as_ref().is_some_and(is_done) {
            self.close_section();
        }
        if self.is_of_entries(rows) {
            self.entries(rows);
            return;
        }
        if kinds::are_rows_of_measures(rows) {
            self.settle();
            for row in rows {
                let cells: Vec<String> = row.iter().map(Cell::text).filter(|text| !text.is_empty()).collect();
                let page = row.first().and_then(Cell::page);
                match self.section.is_some() {
                    true => self.text(&cells.join("; "), NameKind::Cell, false, page),
                    false => self.list(std::slice::from_ref(row)),
                }
            }
            return;
        }
        if self.voices(rows) {
            return;
        }
        // A word of an entry is no label, and nobody knows of what it is where the heading is that of no list.
        let is_head_known = || rows.first().and_then(|head| head.first()).is_some_and(|first| self.is_label(first));
        if kinds::are_entries(rows) && !is_head_known() {
            self.list(rows.get(1..).unwrap_or_default());
            return;
        }
        let are_in_cells = self.are_in_cells(rows);
        let labels = self.labels(rows).filter(|_| !are_in_cells);
        let answers = match rows.first() {
            Some(head) if rows.len() > 1 && !head.first().is_some_and(|cell| self.is_label(cell)) => Answers::of(head),
            _ => Answers::Unsaid,
        };
        let answers = match answers {
            // What may be a label as well tells nothing.
            Answers::Unsaid => Answers::mostly(
                rows.iter()
                    .filter(|row| self.is_labelled(row) && !row.get(1).is_some_and(|cell| self.may_be_label(cell))),
            ),
            told => told,
        };
        if self.is_in_doubt(rows) {
            self.list(rows);
            return;
        }
        // What has no label in a table of labels, or follows it, is no more of what stands above it.
        let is_of_labels = !are_in_cells && rows.iter().any(|row| self.is_labelled(row));
        if is_of_labels {
            // Its heading only groups the labels.
            if let Some(section) = self.section.as_mut().filter(|section| section.name.is_some() && section.is_blank())
            {
                section.is_group = true;
            }
            self.close_section();
        }
        let is_contents = self.is_contents(rows);
        let is_column = self.is_column_of_labels(rows);
        let is_column = std::mem::replace(&mut self.is_column_of_labels, is_column);
        let outer = (std::mem::replace(&mut self.is_contents, is_contents), std::mem::replace(&mut self.group, whose));
        self.rows(rows, &answers, are_in_cells, labels, is_of_labels);
        (self.is_contents, self.group) = outer;
        self.is_column_of_labels = is_column;
    }

    /// Whether a row has a label and something beside it.
    pub(super) fn is_labelled(&self, row: &TableRow) -> bool {
        row.len() > 1
            && (row.iter().any(|cell| self.is_label(cell)) || row.first().is_some_and(|cell| self.is_meant(cell)))
    }

    /// Whether beside most of the labels of a table stands no more than a page, or a provision.
    fn is_contents(&self, rows: &[TableRow]) -> bool {
        let is_long = |cell: &Cell| self.is_label(cell) && self.find(&cell.text()).is_some_and(|name| !name.is_short);
        let labelled = rows.iter().filter(|row| row.len() > 1 && row.first().is_some_and(is_long));
        let is_reference = |row: &&TableRow| row.iter().skip(1).all(|cell| is_reference(&cell.text()));
        let (references, others): (Vec<_>, Vec<_>) = labelled.partition(is_reference);
        references.len() > others.len()
    }

    /// Whether a table under a heading that asks for a text may be that text: one of its words is a label elsewhere, and the
    /// others are none.
    fn is_in_doubt(&self, rows: &[TableRow]) -> bool {
        let Some(name) = self
            .section
            .as_ref()
            .filter(|section| section.kind == NameKind::Heading && !section.is_closed)
            .and_then(|section| section.name.as_ref())
            .filter(|name| !name.is_short && name.columns.is_none())
        else {
            return false;
        };
        let is_beside = |other: &Name| {
            let around = name.place.rsplit_once('/').map_or("", |(around, _)| around);
            around.matches('/').count() > 1 && other.place.starts_with(around)
        };
        let first = |row: &TableRow| row.first().map(Cell::text).filter(|text| row.len() > 1 && !text.is_empty());
        let firsts: Vec<String> = rows.iter().filter_map(first).collect();
        let known: Vec<&Name> = firsts.iter().filter_map(|text| self.known(text)).collect();
        matches!(known.as_slice(), [only] if firsts.len() > 1 && !is_beside(only))
            && !rows.iter().any(|row| row.iter().skip(1).any(|cell| self.is_label(cell)))
    }

    /// Takes down rows that may be the answer of the section or have answers of their own.
    fn list(&mut self, rows: &[TableRow]) {
        let part = self.part().map(|(key, _)| key);
        for row in rows.iter().filter(|row| row.iter().any(|cell| !cell.text().is_empty())) {
            self.unplaced(NameKind::Cell, String::new(), row.first().and_then(Cell::page), true, part);
        }
        self.unread(UNREAD);
    }

    fn rows(
        &mut self,
        rows: &[TableRow],
        answers: &Answers,
        are_in_cells: bool,
        labels: Option<usize>,
        is_of_labels: bool,
    ) {
        let mut rows_of_values: Vec<bool> = vec![false; rows.len()];
        for (at, row) in rows.iter().enumerate() {
            if rows_of_values.get(at).copied().unwrap_or_default() {
                continue;
            }
            let placed = self.out.placed.len();
            match row.as_slice() {
                [] => {}
                cells if are_in_cells && self.is_each_whole(cells) => cells.iter().for_each(|cell| self.whole(cell)),
                // What has no label is no more of what stands above the table.
                [cell] if are_in_cells && !self.holds_label(cell) && part(&cell.text()).is_none() => {
                    self.apart(|reader| reader.blocks(&cell.blocks));
                }
                [cell] if is_of_labels && let Some(title) = self.over_rows(cell, rows.get(at + 1)) => {
                    self.title(&title, cell);
                }
                [cell] => {
                    let is_over_labels = rows.get(at + 1).is_some_and(|next| self.is_table_of_labels(next));
                    let is_named = is_over_labels || labels.is_some_and(|parity| at % 2 == parity);
                    match self.title_in(rows, at).filter(|_| !is_named) {
                        Some(title) => self.title(&title, cell),
                        None => self.alone(cell, is_named),
                    }
                    // The name of a list may be the first row of its table.
                    let rest = rows.get(at + 1..).unwrap_or_default();
                    if self.is_of_entries(rest) {
                        self.entries(rest);
                        return;
                    }
                }
                cells if at == 0 && rows.len() > 1 && is_row_of_names(cells) => {}
                cells if at == 0 && rows.len() > 1 && head_of_others(cells).is_some() => {
                    self.group = head_of_others(cells);
                }
                cells if at == 0 && *answers != Answers::Unsaid && is_head(cells) => {}
                cells => {
                    if is_of_labels {
                        self.close_section();
                    }
                    let below = rows.get(at + 1).filter(|below| below.len() == cells.len());
                    if let Some(taken) = self.choice(rows.get(at..).unwrap_or_default()) {
                        rows_of_values.iter_mut().skip(at).take(taken).for_each(|is_taken| *is_taken = true);
                    } else if self.labels_above(cells, below) {
                        if let Some(taken) = rows_of_values.get_mut(at + 1) {
                            *taken = true;
                        }
                    } else {
                        self.row(cells, answers, rows.get(at + 1));
                    }
                }
            }
            self.clash_in_row(placed, row);
        }
    }

    /// Whether a row is one cell with nothing but a table of labels in it.
    fn is_table_of_labels(&self, row: &TableRow) -> bool {
        let [cell] = row.as_slice() else { return false };
        let is_it = |block: &Block| match block {
            Block::Paragraph(paragraph) => paragraph.is_blank(),
            Block::Table(rows) => self.is_of_labels(rows),
        };
        !cell.text().is_empty() && cell.blocks.iter().all(is_it)
    }

    /// Whether the cells of a table have their labels in them, above the answers.
    fn are_in_cells(&self, rows: &[TableRow]) -> bool {
        let cells = || rows.iter().flatten();
        let with_answers = cells().filter(|cell| self.has_label_first(cell)).count();
        let alone = cells().filter(|cell| self.is_label(cell)).count();
        with_answers >= ENOUGH && with_answers >= alone
    }

    /// Whether each cell of a row has a label in it and its answer or a blank below, or nothing at all.
    fn is_each_whole(&self, cells: &[Cell]) -> bool {
        let has_lines = |cell: &Cell| cell.text().contains('\n');
        let is_whole = |cell: &Cell| has_lines(cell) || self.is_label(cell) || cell.text().is_empty();
        cells.iter().any(|cell| has_lines(cell) || self.is_label(cell)) && cells.iter().all(is_whole)
    }

    /// In a table of one column, which rows are labels where these and the answers take turns: the even ones or the odd.
    fn labels(&self, rows: &[TableRow]) -> Option<usize> {
        let is_known = |text: &str| self.names.knows(text) || self.known(text).is_some();
        let is_label = |row: &TableRow| matches!(row.as_slice(), [cell] if is_known(&cell.text()));
        if rows.iter().any(|row| row.len() != 1) {
            return None;
        }
        let mut known = rows.iter().enumerate().filter(|(_, row)| is_label(row)).map(|(at, _)| at % 2);
        let first = known.next()?;
        let mut others = 0;
        let take_turns = known.all(|parity| {
            others += 1;
            parity == first
        });
        (take_turns && others >= 1).then_some(first)
    }

    /// What a row of one cell is that stands after a label, or its answer, and before the next label, where it may be the
    /// title of those that follow.
    fn title_in(&self, rows: &[TableRow], at: usize) -> Option<Title> {
        let section = self.section.as_ref().filter(|section| section.level >= IN_TABLE && !section.is_closed)?;
        let name = section.name.as_ref()?;
        let [Block::Paragraph(paragraph)] = rows.get(at)?.first()?.blocks.as_slice() else { return None };
        let text = paragraph.text.trim();
        let is_plain = may_be_title(text) && !text.contains('\n') && self.level(paragraph).is_none();
        if !is_plain || self.is_name(text) || is_instruction(paragraph) {
            return None;
        }
        // Behind an answer somebody else is the next label, unless the answer is about people.
        if !section.is_blank() && is_of_another(text, false) && !people::are_at(&name.place) {
            return Some(Title::Told);
        }
        let is_blank = |row: &&TableRow| row.iter().all(|cell| cell.text().is_empty() && !cell.is_unread());
        // Titles may stand one below the other.
        let alone = |row: &TableRow| match row.as_slice() {
            [cell] => Some(cell.text()),
            _ => None,
        };
        let mut after = rows.iter().skip(at + 1).filter(|row| !is_blank(row)).map(alone);
        let next = after.find(|text| text.as_ref().is_none_or(|text| self.is_name(text) || !may_be_title(text)));
        let is_name = |text: String| text.len() <= MAX_HEADING && self.is_name(&text);
        let is_before_answer =
            next.as_ref().is_some_and(Option::is_some) && after.next().flatten().is_some_and(is_name);
        if !next.flatten().is_some_and(is_name) {
            // A label with its answer, or an answer in two rows.
            return (section.is_blank() && is_before_answer).then_some(Title::Doubtful);
        }
        let are_numbered = Number::of(&section.heading).and_then(|_| Numbers::of(text));
        if are_numbered.is_some_and(|numbers| numbers.has(text, self.number.as_ref())) {
            return Some(Title::Told);
        }
        // The blank is the answer, or it sets the answer apart.
        let is_after_blank = at.checked_sub(1).and_then(|before| rows.get(before)).is_some_and(|row| is_blank(&row));
        match (self.names.is_of_templates(text), section.is_blank()) {
            (true, true) if is_after_blank => Some(Title::Told),
            (true, false) => Some(Title::Told),
            (true, true) => Some(Title::Doubtful),
            (false, true) if is_after_blank => Some(Title::Doubtful),
            (false, _) => None,
        }
    }

    /// What a cell that takes up the whole of a row is, where it is the title of the rows of labels below it.
    fn over_rows(&self, cell: &Cell, next: Option<&TableRow>) -> Option<Title> {
        const MOST_WORDS: usize = 2;
        let [Block::Paragraph(paragraph)] = cell.blocks.as_slice() else { return None };
        let text = paragraph.text.trim();
        let is_short =
            text.len() <= MAX_TITLE && text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit());
        let is_sentence = text.ends_with(['.', ',', ';', '!', '-']) || text.contains('\n') || is_reply(text);
        let is_plain = is_short && !is_sentence && dates::read(text, None).is_none() && ticked(text).is_none();
        // Where the label above has nothing beside it, it may be the answer; so may what says nothing that titles do.
        let is_open = self.section.as_ref().is_some_and(|section| section.name.is_some() && section.is_blank());
        let is_told = is_chapter_elsewhere(text, false, true, self.names)
            || is_doctors(text)
            || self.names.is_of_templates(strip(text));
        // What has a word that no title has may be the name of somebody else, where it goes on with no answer.
        let is_unknown = || {
            self.section.as_ref().is_none_or(|section| section.name.is_none())
                && !self.out.placed.is_empty()
                && may_be_title(text)
                && text.split_whitespace().count() <= MOST_WORDS
                && !self.is_meant(cell)
                && is_chapter_elsewhere(text, false, false, self.names)
        };
        // What the document is called, or whose plan it is, is no title of rows.
        let is_of_plan = is_title(text) || whose(text).is_some();
        let title = if is_of_plan {
            None
        } else if is_told {
            Some(Title::Told)
        } else {
            is_unknown().then_some(Title::Unknown)
        };
        let is_title = is_plain
            && !is_open
            && self.level(paragraph).is_none()
            && !self.is_name(text)
            && !is_instruction(paragraph)
            && next.is_some_and(|next| next.len() > 1);
        title.filter(|_| is_title)
    }

    fn title(&mut self, title: &Title, cell: &Cell) {
        let part = self.part().map(|(key, _)| key);
        match title {
            Title::Told | Title::Unknown => {
                let text = cell.text();
                self.heading(&text, IN_TABLE, true, cell.page());
                self.unplaced(NameKind::Heading, text, cell.page(), true, part);
                if matches!(title, Title::Unknown)
                    && let Some(above) = self.above.last_mut()
                {
                    (above.is_elsewhere, above.is_nobodys) = (false, true);
                }
            }
            Title::Doubtful => {
                self.unplaced(NameKind::Line, String::new(), cell.page(), true, part);
                // What stands below may be the answer to it.
                if let Some(section) = &mut self.section {
                    section.begins_in_doubt = true;
                }
            }
        }
    }

    /// A cell that is a row: read as text is, except that what stands out in it is nearer than a heading outside.
    fn alone(&mut self, cell: &Cell, is_named: bool) {
        let is_label =
            matches!(cell.blocks.as_slice(), [Block::Paragraph(paragraph)] if self.run_in(paragraph).is_none());
        let is_answered = self.section.as_ref().is_none_or(|section| section.name.is_none() || !section.is_blank());
        if let [Block::Paragraph(paragraph)] = cell.blocks.as_slice()
            && (self.label(paragraph) || self.label_in_column(paragraph))
        {
            return;
        }
        let text = cell.text();
        let is_named = is_named || self.is_name(&text);
        let is_meant = is_label && !is_named && self.is_meant(cell);
        let is_plain = || match cell.blocks.as_slice() {
            [Block::Paragraph(paragraph)] => self.level(paragraph).is_none(),
            _ => false,
        };
        if is_meant && !is_answered && !text.ends_with(['?', ':']) && is_plain() {
            // It may be the answer as well.
            return self.title(&Title::Doubtful, cell);
        }
        if is_label && text.len() <= MAX_HEADING && (is_named || is_meant) {
            let is_around = begins(&text) || self.find(&text).is_some_and(|name| name.whole.is_some());
            let level = if is_around { IN_TABLE } else { IN_TABLE + 1 };
            self.heading(&text, level, true, cell.page());
            return;
        }
        self.blocks(&cell.blocks);
    }

    /// Whether a table has labels that are known, with something beside or below them.
    pub(super) fn is_of_labels(&self, rows: &[TableRow]) -> bool {
        let is_label = |cell: &Cell| {
            let text = cell.text();
            !text.is_empty() && text.len() <= MAX_HEADING && self.find(&text).is_some()
        };
        self.labels(rows).is_some() || rows.iter().any(|row| row.len() > 1 && row.iter().any(is_label))
    }
}

/// Whether a row of a table looks so, with its number before it or a colon behind it.
fn may_be_title(row: &str) -> bool {
    !row.trim_end().ends_with(['.', ',', ';', '!', '-']) && may_be_heading(strip(row)) && !is_reply(row)
}

/// Whether a text is no more than a number or a provision.
pub(super) fn is_reference(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|letter| letter.is_ascii_digit()) || is_provision(text)
}

/// Who else the first label of a table in a cell says that it is about.
pub(super) fn of_others(rows: &[TableRow]) -> Option<String> {
    let first = rows.first()?.first()?.text();
    (may_be_title(&first) && is_others(&first)).then_some(first)
}

fn is_others(text: &str) -> bool {
    is_elsewhere(text, false) || is_doctors(text)
}

/// Who else the first row of a table says that it is about, beside no more than names of columns, or in bold type throughout.
fn head_of_others(cells: &[Cell]) -> Option<String> {
    let is_bold = |cell: &Cell| matches!(cell.blocks.as_slice(), [Block::Paragraph(only)] if only.look.is_bold);
    let is_bare = |cell: &Cell| cell.text().is_empty() || is_name_of_column(&cell.text());
    let (first, others) = cells.split_first()?;
    let is_head =
        !others.is_empty() && (others.iter().all(|cell| is_name_of_column(&cell.text())) || cells.iter().all(is_bold));
    let named = [first].into_iter().filter(|_| is_head);
    // Answers in a single column, which is theirs: `Emne | Ægtefælle`.
    let is_name = |cell: &&Cell| cell.text().split_whitespace().nth(2).is_none() && may_be_title(&cell.text());
    let only = others.first().filter(|_| others.len() == 1 && is_bare(first)).filter(is_name);
    named.chain(only).map(Cell::text).find(|text| is_others(text))
}
