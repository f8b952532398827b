//! From lines to paragraphs and tables.

use std::collections::HashMap;

use super::labelled::{Open, doubt_last, labelled, labelled_rows, untold_labels};
use super::lines::{BULLETS, column, is_item, look_of};
use super::{Line, centred};
use crate::document::bands;
use crate::document::columns::Piece;
use crate::document::flow::{Block, Cell, Look, Paragraph, TableRow, UNREAD, spread};
use crate::document::grid::NEAR;
use crate::document::names::{Names, is_ending};

/// Lines of one label.
const MAX_LABEL_LINES: usize = 4;

/// How far the lines of a document go, and those of each column.
pub(super) struct Widths {
    all: f64,
    columns: HashMap<(u32, usize), (f64, f64)>,
}

impl Widths {
    pub(super) fn of(lines: &[Line]) -> Self {
        let all = lines.iter().map(Line::to).fold(0.0, f64::max);
        let mut columns = HashMap::new();
        for line in lines {
            if let Some(run) = line.run {
                let (from, to) = columns.entry((line.page, run)).or_insert((f64::MAX, f64::MIN));
                (*from, *to) = (line.from().min(*from), line.to().max(*to));
            }
        }
        Self { all, columns }
    }

    /// Whether the next word had no room in a line, as far as that can be told.
    fn are_filled_by(&self, line: &Line) -> bool {
        let own = line.run.and_then(|run| self.columns.get(&(line.page, run)));
        let (from, to) = own.copied().unwrap_or((0.0, self.all));
        line.to() - from >= (to - from) * 0.8
    }
}

/// Lines as paragraphs and tables.
pub(super) fn blocks(mut lines: Vec<Line>, names: &Names) -> Vec<Block> {
    centred::align(&mut lines, names);
    let mut blocks = Vec::new();
    let mut open = None;
    while let Some(labelled) = labelled(&lines, open, names) {
        let rest = lines.split_off(labelled.to);
        let table = lines.split_off(labelled.from);
        blocks.extend(even(lines, names));
        let page = table.first().map_or(0, |line| line.page);
        let is_told = match labelled.rows {
            bands::Rows::Told(rows) => {
                labelled_rows(table, &rows, &labelled.columns, labelled.goes_on, names, &mut blocks);
                true
            }
            bands::Rows::Untold => {
                if labelled.goes_on {
                    doubt_last(&mut blocks);
                }
                blocks.push(Block::Table(untold_labels(&table, names)));
                blocks.push(Block::Table(untold(None, &table)));
                false
            }
        };
        let ends_page = rest.first().is_none_or(|next| next.page != page);
        open = ends_page.then_some(Open { page, columns: labelled.columns, is_told });
        lines = rest;
    }
    blocks.extend(even(lines, names));
    blocks
}

/// The same where no table without lines around its cells stands among them.
fn even(lines: Vec<Line>, names: &Names) -> Vec<Block> {
    let widths = Widths::of(&lines);
    let mut blocks = Vec::new();
    let mut paragraph: Option<(Paragraph, f64, bool, f64)> = None;
    let mut last: Option<(u32, f64, f64)> = None;
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if line.square.is_some() {
            blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
            let mut inside = vec![line];
            while let Some(next) = lines.next_if(|next| next.square.is_some()) {
                inside.push(next);
            }
            blocks.push(Block::Table(ruled(inside, names)));
            continue;
        }
        if line.is_picture() {
            blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
            blocks.push(Block::Paragraph(Paragraph::unread(Some(line.page))));
            last = None;
            continue;
        }
        if line.pieces.len() >= 2 && !is_item(&line) {
            // A label with a text behind it that goes on at the margin is no row of a table.
            let is_label = line.pieces.len() == 2 && line.pieces.first().is_some_and(|first| names.knows(&first.text));
            let is_text = |next: &Line| {
                let is_near = next.page == line.page && line.base - next.base <= 1.6 * line.size;
                is_near
                    && next.pieces.len() == 1
                    && (next.from() - line.from()).abs() <= 2.0
                    && !names.knows(&next.text())
                    && !look_of(next).is_bold
            };
            if is_label && widths.are_filled_by(&line) && lines.peek().is_some_and(is_text) {
                blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
                let mut texts = line.pieces.iter().map(|piece| piece.text.trim());
                let text = format!(
                    "{}:\t{}",
                    texts.next().unwrap_or_default().trim_end_matches(':'),
                    texts.collect::<String>()
                );
                let look = Look { is_bold: false, ..look_of(&line) };
                let next = Paragraph { text, look, page: Some(line.page), ..Paragraph::default() };
                last = Some((line.page, line.base, line.from()));
                paragraph = Some((next, line.base, true, line.size));
                continue;
            }
            let columns: Vec<f64> = line.pieces.iter().map(|piece| piece.from).collect();
            // Where the line above stands in another column than the first, labels are in the middle of their cells or at
            // their bottom, and which label a line belongs to cannot be told.
            let is_beside = |(line_page, base, from): (u32, f64, f64)| {
                let is_near = line_page == line.page && base > line.base && base - line.base <= 1.4 * line.size;
                is_near && column(from, &columns).is_some_and(|column| column > 0)
            };
            let is_doubtful = last.take().is_some_and(is_beside);
            let before = paragraph.take().map(|(paragraph, ..)| paragraph);
            let mut table = vec![line];
            while let Some(next) = lines.next_if(|next| {
                if is_doubtful { is_within(&table, next, &columns) } else { goes_on(&table, next, &columns, names) }
            }) {
                table.push(next);
            }
            if is_doubtful {
                blocks.push(Block::Table(untold(before.as_ref(), &table)));
            } else {
                blocks.extend(before.map(Block::Paragraph));
                blocks.push(Block::Table(rows(table, &columns, names)));
            }
            continue;
        }
        last = Some((line.page, line.base, line.from()));
        let text = line.text();
        let look = look_of(&line);
        let starts_item = is_item(&line);
        if let Some((before, base, was_full, size)) = &mut paragraph {
            let is_near = before.page == Some(line.page) && *base - line.base <= 1.6 * size.max(line.size);
            // A line that begins with a small letter goes on with the one before it, whatever its words are elsewhere.
            let goes_on = text.starts_with(char::is_lowercase);
            // A label with its answer behind it begins anew, however full the line above it is.
            let is_led = text.split_once(':').is_some_and(|(label, _)| names.knows(label))
                || text.get(..line.lead()).is_some_and(|lead| names.knows(lead));
            let is_name = names.knows(&before.text) && !is_ending(&text) || (names.knows(&text) || is_led) && !goes_on;
            if is_near && (*was_full || goes_on) && before.look == look && !starts_item && !is_name {
                before.text.push(' ');
                before.text.push_str(&text);
                (*base, *was_full) = (line.base, widths.are_filled_by(&line));
                continue;
            }
        }
        blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
        let plain = text.trim_start_matches(BULLETS).trim_start().to_owned();
        let lead = line.lead().saturating_sub(if starts_item { text.len() - plain.len() } else { 0 });
        let text = if starts_item { plain } else { text };
        let next = Paragraph { text, look, lead, is_item: starts_item, page: Some(line.page), ..Paragraph::default() };
        paragraph = Some((next, line.base, widths.are_filled_by(&line), line.size));
    }
    blocks.extend(paragraph.map(|(paragraph, ..)| Block::Paragraph(paragraph)));
    blocks
}

/// The rows of a table whose cells have lines around them.
fn ruled(lines: Vec<Line>, names: &Names) -> Vec<TableRow> {
    let mut rows: Vec<TableRow> = Vec::new();
    let mut above: Option<(u32, f64)> = None;
    // How far down the cell above goes in each column.
    let mut bottoms: HashMap<usize, f64> = HashMap::new();
    let mut lines = lines.into_iter();
    while let Some(line) = lines.next() {
        let Some(square) = &line.square else { continue };
        let here = Some((line.page, square.top));
        if above.is_some_and(|(page, _)| page != line.page) {
            bottoms.clear();
        }
        // A row that goes on upon the next page has nothing in its first cell there, or what goes on itself.
        let goes_on = above.is_some_and(|(page, _)| page + 1 == line.page)
            && (square.column > 0 || line.text().starts_with(char::is_lowercase))
            && rows.last().is_some_and(|row| row.len() == square.columns);
        if here != above && !goes_on {
            if rows.last().is_some_and(|row| row.len() != square.columns) {
                bottoms.clear();
            }
            let is_merged = |column: usize| bottoms.get(&column).is_some_and(|bottom| square.top > bottom + NEAR);
            let cell = |column: usize| Cell { is_continued: is_merged(column), ..Cell::default() };
            rows.push((0..square.columns).map(cell).collect());
        }
        bottoms.insert(square.column, square.bottom);
        above = here;
        let Some(cell) = rows.last_mut().and_then(|row| row.get_mut(square.column)) else { continue };
        if line.is_picture() {
            cell.blocks.push(Block::Paragraph(Paragraph::unread(Some(line.page))));
            continue;
        }
        let (mut text, look, is_item) = (line.text(), look_of(&line), is_item(&line));
        // Where a label stands in the cell of its answer, another may come below that.
        let next = lines.as_slice().iter().take_while(|next| next.square == line.square).take(MAX_LABEL_LINES - 1);
        let another = another_label(cell, &text, next, names);
        let is_another = another.is_some();
        if let Some((label, more)) = another {
            text = label;
            lines.by_ref().take(more).for_each(drop);
        }
        // A label in the cell of its answer is a line of its own.
        let is_label = |blocks: &[Block]| match blocks {
            [Block::Paragraph(first)] => {
                names.knows(&first.text) && !is_ending(&text) && !names.knows(&format!("{} {text}", first.text))
            }
            _ => false,
        };
        let is_below_label = is_label(cell.blocks.get(cell.blocks.len().saturating_sub(1)..).unwrap_or_default());
        match cell.blocks.last_mut() {
            Some(Block::Paragraph(before)) if before.look == look && !is_item && !is_below_label && !is_another => {
                before.text.push(' ');
                before.text.push_str(&text);
            }
            _ => {
                let text = text.trim_start_matches(BULLETS).trim_start().to_owned();
                let page = Some(line.page);
                cell.blocks.push(Block::Paragraph(Paragraph { text, look, is_item, page, ..Paragraph::default() }));
            }
        }
    }
    spread(&mut rows);
    rows
}

/// The next label in a cell with a label above its answer, which stands behind a whole sentence or has a colon: in a line, and
/// so many of those below it.
fn another_label<'l>(
    cell: &Cell,
    text: &str,
    next: impl Iterator<Item = &'l Line>,
    names: &Names,
) -> Option<(String, usize)> {
    let [Block::Paragraph(first), .., Block::Paragraph(last)] = cell.blocks.as_slice() else { return None };
    if !names.knows(&first.text) || !text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()) {
        return None;
    }
    let mut label = text.to_owned();
    let mut labels = vec![label.clone()];
    labels.extend(next.map(|next| {
        label = format!("{label} {}", next.text());
        label.clone()
    }));
    let is_ended = last.text.trim_end().ends_with(['.', '!', '?', ':']);
    let is_it = |(_, label): &(usize, String)| names.knows(label) && (is_ended || label.trim_end().ends_with(':'));
    labels.into_iter().enumerate().rev().find(is_it).map(|(more, label)| (label, more))
}

/// Whether a line belongs to the table before it.
fn goes_on(table: &[Line], line: &Line, columns: &[f64], names: &Names) -> bool {
    let Some(before) = table.last() else { return false };
    let in_columns = line.pieces.iter().all(|piece| column(piece.from, columns).is_some());
    let is_near = before.page == line.page && before.base - line.base <= 3.0 * line.size;
    match line.pieces.as_slice() {
        // Under the labels it is none of them.
        _ if line.is_picture() && column(line.from(), columns) == Some(0) => false,
        _ if !in_columns || is_item(line) && line.pieces.len() == 1 && column(line.from(), columns) == Some(0) => false,
        [piece] => {
            let is_beside = column(piece.from, columns) != Some(0);
            // A label that goes on in the next line stays within its column.
            let stays = columns.get(1).is_some_and(|second| piece.to <= second + 2.0);
            let is_close = before.base - line.base <= 1.4 * line.size;
            // A heading of its own, or what follows a label that is whole, is no more of it.
            let goes_on = goes_on_as_label(table, piece, columns, names);
            // Nor is what is set larger.
            let is_larger = line.size > 1.2 * before.size;
            before.page == line.page && !is_larger && (is_beside && is_near || stays && is_close && goes_on)
        }
        _ => is_near || before.page != line.page,
    }
}

/// Whether a piece in the first column goes on with the label above it: the two are one that is known, or neither is.
fn goes_on_as_label(table: &[Line], piece: &Piece, columns: &[f64], names: &Names) -> bool {
    let mut label = String::new();
    for line in table.iter().rev().take(MAX_LABEL_LINES) {
        let Some(first) = line.pieces.first().filter(|first| column(first.from, columns) == Some(0)) else { break };
        label = format!("{} {label}", first.text.trim());
        if names.knows(&format!("{label} {}", piece.text.trim())) {
            return true;
        }
        if names.knows(&label) {
            return false;
        }
    }
    !names.knows(&piece.text)
}

/// Whether each piece of a line close by begins where a column does.
fn is_within(table: &[Line], line: &Line, columns: &[f64]) -> bool {
    let is_near = |before: &Line| before.page == line.page && before.base - line.base <= 2.0 * line.size;
    let is_in_columns = || line.pieces.iter().all(|piece| column(piece.from, columns).is_some());
    line.square.is_none() && table.last().is_some_and(is_near) && is_in_columns()
}

/// Lines of which nobody can tell whose they are: a row without a label, which is listed and placed nowhere.
fn untold(before: Option<&Paragraph>, lines: &[Line]) -> Vec<TableRow> {
    let before = before.map(|before| before.text.clone());
    let text = before.into_iter().chain(lines.iter().map(Line::text)).collect::<Vec<_>>().join("\n");
    let page = lines.first().map(|line| line.page);
    let blocks = vec![Block::Paragraph(Paragraph { text, page, ..Paragraph::default() })];
    let cell = Cell { blocks, ..Cell::default() };
    vec![vec![Cell::default(), cell]]
}

pub(super) fn rows(lines: Vec<Line>, columns: &[f64], names: &Names) -> Vec<TableRow> {
    let mut rows: Vec<Vec<(String, bool)>> = Vec::new();
    let mut pages = Vec::new();
    let mut above: Option<(u32, f64)> = None;
    for line in lines {
        let first = line.pieces.iter().find(|piece| column(piece.from, columns) == Some(0));
        let gap = above.map(|(page, base)| if page == line.page { (base - line.base) / line.size } else { f64::MAX });
        let label = rows.last().and_then(|row| row.first()).map(|(label, _)| label.as_str()).unwrap_or_default();
        let goes_on = first.is_some_and(|first| names.knows(&format!("{label} {}", first.text.trim())));
        let begins = first.is_some_and(|first| names.knows(&first.text)) && !goes_on;
        let is_new = match gap {
            None => true,
            Some(_) if begins => true,
            Some(gap) => first.is_some() && gap > 1.4 && !goes_on || gap > 3.0 && first.is_some(),
        };
        if is_new {
            rows.push(vec![(String::new(), true); columns.len()]);
            pages.push(line.page);
        }
        above = Some((line.page, line.base));
        let Some(row) = rows.last_mut() else { continue };
        for piece in line.pieces {
            let Some(at) = column(piece.from, columns) else { continue };
            let Some((text, is_bold)) = row.get_mut(at) else { continue };
            // Words beside a picture are the answer.
            if text == UNREAD {
                text.clear();
            } else if piece.text == UNREAD && !text.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(piece.text.trim());
            *is_bold &= piece.is_bold;
        }
    }
    let cell = |(text, is_bold): (String, bool), page: u32| {
        let look = Look { is_bold, ..Look::default() };
        let blocks = vec![Block::Paragraph(Paragraph { text, look, page: Some(page), ..Paragraph::default() })];
        Cell { blocks, ..Cell::default() }
    };
    rows.into_iter().zip(pages).map(|(row, page)| row.into_iter().map(|text| cell(text, page)).collect()).collect()
}
