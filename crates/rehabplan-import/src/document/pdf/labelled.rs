//! Tables of labels and answers without lines around their cells, over the pages of a file.

use super::Line;
use super::lines::{BULLETS, column, is_item, look_of};
use crate::document::bands;
use crate::document::columns::Piece;
use crate::document::flow::{Block, Cell, Look, Paragraph, TableRow};
use crate::document::names::{Names, part};

/// Takes the answer of the last row away, where it may go on in what cannot be told: it is listed, and nobody knows whose it is.
pub(super) fn doubt_last(blocks: &mut Vec<Block>) {
    let Some(Block::Table(rows)) = blocks.last_mut() else { return };
    let Some([label, answer]) = rows.last_mut().map(Vec::as_mut_slice) else { return };
    if label.blocks.is_empty() || answer.is_unread() {
        return;
    }
    let doubtful = Cell { blocks: vec![Block::Paragraph(Paragraph::doubtful(answer.page()))], ..Cell::default() };
    let answer = std::mem::replace(answer, doubtful);
    blocks.push(Block::Table(vec![vec![Cell::default(), answer]]));
}

/// A page that ends in a table without lines around its cells.
#[derive(Clone, Copy)]
pub(super) struct Open {
    pub(super) page: u32,
    /// Where its columns begin.
    pub(super) columns: [f64; 2],
    pub(super) is_told: bool,
}

/// Lines that are labels with answers beside them, without lines around them.
pub(super) struct Labelled {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) columns: [f64; 2],
    /// They are the first of their page, and the page before ends in such a table.
    pub(super) goes_on: bool,
    pub(super) rows: bands::Rows,
}

/// The first lines that are such a table of two columns, with two labels that are known, or one where it is in doubt.
pub(super) fn labelled(lines: &[Line], open: Option<Open>, names: &Names) -> Option<Labelled> {
    let is_text = |line: &Line| line.square.is_none() && !line.is_picture();
    let is_alike = |one: &Line, other: &Line| {
        let are_texts = is_text(one) && is_text(other) && (one.size - other.size).abs() <= 1.0;
        let is_near = (one.base - other.base).abs() <= 4.0 * one.size;
        are_texts && is_near && one.page == other.page && one.run == other.run
    };
    // What stands first on the page after such a table.
    let open = open.filter(|open| {
        lines.first().is_some_and(|first| {
            let is_in = |piece: &Piece| column(piece.from, &open.columns).is_some();
            first.page == open.page + 1 && is_text(first) && first.pieces.iter().all(is_in)
        })
    });
    // No two lines of one text are nearer than their letters are high.
    let seed = |at: usize| {
        let line = lines.get(at).filter(|line| is_text(line) && !is_item(line))?;
        if let Some(open) = open.filter(|_| at == 0) {
            return Some(open.columns);
        }
        if let [label, answer] = line.pieces.as_slice() {
            return Some([label.from, answer.from]);
        }
        let next = lines.get(at + 1).filter(|next| is_alike(line, next) && next.pieces.len() == 1)?;
        if is_between(lines, at, names) {
            return Some([line.from(), next.from()]);
        }
        let (left, right) = if line.from() <= next.from() { (line, next) } else { (next, line) };
        let is_beside = left.pieces.len() == 1 && left.to() < right.from();
        ((line.base - next.base).abs() < 0.9 * line.size && is_beside).then(|| [left.from(), right.from()])
    };
    let mut next = 0;
    while next < lines.len() {
        let Some(columns) = seed(next) else {
            next += 1;
            continue;
        };
        let [_, second] = columns;
        let is_within = |line: &Line| {
            let is_label = |piece: &Piece| column(piece.from, &columns) == Some(0) && piece.to <= second + 2.0;
            let is_one = |piece: &Piece| is_label(piece) || column(piece.from, &columns) == Some(1);
            let is_listed = is_item(line) && column(line.from(), &columns) == Some(0);
            line.pieces.iter().all(is_one) && part(&line.text()).is_none() && !is_listed
        };
        let are_one =
            |pair: &[Line]| matches!(pair, [one, other] if is_alike(one, other) && is_within(one) && is_within(other));
        let ends = |pair: &[Line]| !are_one(pair);
        let goes_on = open.is_some() && next == 0;
        let from = lines.get(..=next)?.windows(2).rposition(ends).map_or(0, |end| end + 1);
        let to = lines.get(next..)?.windows(2).position(ends).map_or(lines.len(), |end| next + end + 1);
        next = to.max(next + 1);
        let (from, to) = if goes_on { (from, to) } else { without_headings(lines, from, to, &columns) };
        let table = lines.get(from..to)?;
        let beside = [from.checked_sub(1), Some(to)].map(|at| lines.get(at?));
        let has_picture = beside.iter().flatten().any(|line| line.is_picture());
        let strips: Vec<bands::Strip> = table.iter().map(|line| strip(line, &columns)).collect();
        let texts: Vec<&str> = strips.iter().filter_map(|strip| strip.label.as_deref()).collect();
        let known = bands::labels(&texts, names).len();
        if !goes_on && (has_picture || known == 0 || table.len() < 2) {
            continue;
        }
        let is_untold = open.filter(|_| goes_on).is_some_and(|open| !open.is_told);
        let rows = if is_untold { bands::Rows::Untold } else { bands::rows(&strips, goes_on, names) };
        // A row that begins at the foot of a page may go on upon the next.
        let ends_page = lines.get(to).is_none_or(|next| table.iter().any(|line| line.page != next.page));
        if goes_on || known > 1 || ends_page || rows == bands::Rows::Untold {
            return Some(Labelled { from, to, columns, goes_on, rows });
        }
    }
    None
}

/// Whether a label stands in the middle between the lines of its answer, at the height of none of them. Where a label stands above
/// each, as in a list, the first line is a label.
fn is_between(lines: &[Line], at: usize, names: &Names) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let Some([above, label, below]) = lines.get(before..before + 3) else { return false };
    let is_beside = |line: &Line| {
        line.page == label.page && line.pieces.len() == 1 && line.from() > label.to() && !line.is_picture()
    };
    let (up, down) = (above.base - label.base, label.base - below.base);
    let is_in_middle = (up - down).abs() <= 0.05 * label.size && up <= 1.6 * label.size;
    let first = lines.get(..before).unwrap_or_default().iter().rev().take_while(|line| is_beside(line)).count();
    let over = before.checked_sub(first + 1).and_then(|over| Some((lines.get(over)?, lines.get(over + 1)?)));
    let is_list = over.is_some_and(|(over, next)| {
        over.page == label.page
            && over.base - next.base <= 1.6 * label.size
            && (over.from() - label.from()).abs() <= 2.0
    });
    is_beside(above)
        && is_beside(below)
        && (above.from() - below.from()).abs() <= 2.0
        && is_in_middle
        && !is_list
        && names.knows(&label.text())
}

/// A table without what stands apart above and below it under its labels alone: headings, or text.
fn without_headings(lines: &[Line], mut from: usize, mut to: usize, columns: &[f64]) -> (usize, usize) {
    let is_label = |line: &Line| line.pieces.iter().all(|piece| column(piece.from, columns) == Some(0));
    let is_apart = |above: &Line, below: &Line| above.base - below.base > 1.4 * above.size;
    let apart = |lines: &[Line], from: usize| {
        lines.windows(2).position(|pair| matches!(pair, [one, next] if is_apart(one, next))).map(|end| from + end + 1)
    };
    while let Some(end) = lines.get(from..to).and_then(|rest| apart(rest, from))
        && lines.get(from..end).is_some_and(|band| band.iter().all(is_label))
    {
        from = end;
    }
    while let Some(start) = lines.get(from..to).and_then(|rest| {
        rest.windows(2).rposition(|pair| matches!(pair, [one, next] if is_apart(one, next))).map(|end| from + end + 1)
    }) && lines.get(start..to).is_some_and(|band| band.iter().all(is_label))
    {
        to = start;
    }
    (from, to)
}

/// A line of a table by its columns.
fn strip(line: &Line, columns: &[f64]) -> bands::Strip {
    let of = |at: usize| {
        let own = line.pieces.iter().filter(|piece| column(piece.from, columns) == Some(at));
        own.map(|piece| piece.text.trim()).collect::<Vec<_>>().join(" ")
    };
    bands::Strip {
        base: line.base,
        size: line.size,
        label: Some(of(0)).filter(|label| !label.is_empty()),
        has_answer: !of(1).is_empty(),
    }
}

/// The rows of such a table. What stands alone in one and is no label is a heading as any other.
pub(super) fn labelled_rows(
    lines: Vec<Line>,
    rows: &[std::ops::Range<usize>],
    columns: &[f64],
    goes_on: bool,
    names: &Names,
    blocks: &mut Vec<Block>,
) {
    // What looks like the other labels and is known is one, with or without an answer.
    let usual = lines.iter().flat_map(|line| &line.pieces).find(|piece| column(piece.from, columns) == Some(0));
    let usual = usual.map(|label| label.is_bold);
    let is_label = |label: &Paragraph| usual == Some(label.look.is_bold) && names.knows(&label.text);
    let mut is_begun = goes_on;
    for (at, row) in rows.iter().enumerate() {
        let mut label: Option<Paragraph> = None;
        let mut answer: Vec<Block> = Vec::new();
        let mut above: Option<f64> = None;
        for line in lines.get(row.clone()).unwrap_or_default() {
            let look = look_of(line);
            for piece in &line.pieces {
                let (text, page) = (piece.text.trim(), Some(line.page));
                if column(piece.from, columns) == Some(0) {
                    let look = Look { is_bold: piece.is_bold, ..look };
                    match &mut label {
                        Some(label) => {
                            label.text = format!("{} {text}", label.text);
                            label.look.is_bold &= piece.is_bold;
                        }
                        None => label = Some(Paragraph { text: text.to_owned(), look, page, ..Paragraph::default() }),
                    }
                    continue;
                }
                let is_item = text.starts_with(BULLETS);
                let is_near = above.is_some_and(|base| base - line.base <= 1.6 * line.size);
                above = Some(line.base);
                match answer.last_mut() {
                    Some(Block::Paragraph(before)) if is_near && !is_item => {
                        before.text = format!("{} {text}", before.text);
                    }
                    _ => {
                        let text = text.trim_start_matches(BULLETS).trim_start().to_owned();
                        let paragraph = Paragraph { text, is_item, page, ..Paragraph::default() };
                        answer.push(Block::Paragraph(paragraph));
                    }
                }
            }
        }
        // A label may go on upon the next page, as its answer does.
        if let Some(rest) = label.as_ref().filter(|_| goes_on && at == 0)
            && let Some(Block::Table(rows)) = blocks.last_mut()
            && let Some([before, text]) = rows.last_mut().map(Vec::as_mut_slice)
            && let whole = format!("{} {}", before.text(), rest.text)
            && (names.knows(&whole) || rest.text.starts_with(char::is_lowercase))
        {
            before.blocks = vec![Block::Paragraph(Paragraph { text: whole, ..rest.clone() })];
            text.blocks.extend(answer);
            continue;
        }
        let answer = Cell { blocks: answer, ..Cell::default() };
        match (label, blocks.last_mut()) {
            (Some(label), _) if answer.blocks.is_empty() && !is_label(&label) => {
                blocks.push(Block::Paragraph(label));
            }
            (Some(label), last) => {
                let label = Cell { blocks: vec![Block::Paragraph(label)], ..Cell::default() };
                match last {
                    Some(Block::Table(rows)) if is_begun => rows.push(vec![label, answer]),
                    _ => blocks.push(Block::Table(vec![vec![label, answer]])),
                }
                is_begun = true;
            }
            (None, Some(Block::Table(rows))) if goes_on => {
                if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                    cell.blocks.extend(answer.blocks);
                }
            }
            (None, _) => blocks.push(Block::Table(vec![vec![Cell::default(), answer]])),
        }
    }
}

/// The labels among lines of which nobody can tell whose they are, each beside what cannot be read.
pub(super) fn untold_labels(table: &[Line], names: &Names) -> Vec<TableRow> {
    let from = table.iter().map(Line::from).fold(f64::MAX, f64::min);
    let page = table.first().map(|line| line.page);
    let row = |text: String| {
        let label = Block::Paragraph(Paragraph { text, page, ..Paragraph::default() });
        [label, Block::Paragraph(Paragraph::doubtful(page))]
            .map(|block| Cell { blocks: vec![block], ..Cell::default() })
    };
    let strips: Vec<bands::Strip> = table.iter().map(|line| strip(line, &[from])).collect();
    let texts: Vec<&str> = strips.iter().filter_map(|strip| strip.label.as_deref()).collect();
    let known = bands::labels(&texts, names);
    let text = |(at, count): (usize, usize)| Some(texts.get(at..at + count)?.join(" "));
    known.into_iter().filter_map(text).map(|label| row(label).into()).collect()
}
