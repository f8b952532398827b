//! From pieces of text to lines, without what every page repeats.

use std::collections::{HashMap, HashSet};

use lopdf::ObjectId;

use super::Line;
use super::drawing::MAX_SHADOWS;
use crate::document::columns::Piece;
use crate::document::flow::{Beside, Flow, Ink, Look};
use crate::document::grid::{Grid, Square};
use crate::document::names::Names;

/// Signs that begin an entry of a list.
pub(super) const BULLETS: [char; 7] = ['•', '◦', '▪', '‣', '·', '\u{f0b7}', '\u{f0a7}'];

/// Leaves out pictures that are drawn on more than one page, as those of a letterhead are.
pub(super) fn without_letterhead(lines: &mut Vec<Line>) {
    let mut pages: HashMap<ObjectId, HashSet<u32>> = HashMap::new();
    for line in &*lines {
        if let Some(id) = line.picture {
            pages.entry(id).or_default().insert(line.page);
        }
    }
    lines.retain(|line| line.picture.is_none_or(|id| pages.get(&id).is_some_and(|pages| pages.len() == 1)));
}

/// The lines of a page, from top to bottom.
pub(super) fn to_lines(pieces: Vec<Piece>, page: u32, grid: &Grid) -> Vec<Line> {
    let square = |piece: &Piece| grid.square((piece.from, piece.base + piece.size * 0.25));
    let pieces = pieces.into_iter().filter(|piece| !piece.text.is_empty());
    let mut pieces: Vec<(Option<Square>, Piece)> = pieces.map(|piece| (square(&piece), piece)).collect();
    // Row by row, cell by cell, and from top to bottom in each; what stands in no cell is a row of its own.
    let row = |square: &Option<Square>, piece: &Piece| square.as_ref().map_or(piece.base, |square| square.top);
    let cell = |square: &Option<Square>| square.as_ref().map_or(0, |square| square.column);
    pieces.sort_by(|(square, piece), (other_square, other)| {
        let rows = row(other_square, other).total_cmp(&row(square, piece));
        let cells = cell(square).cmp(&cell(other_square));
        rows.then(cells).then(other.base.total_cmp(&piece.base)).then(piece.from.total_cmp(&other.from))
    });
    let mut lines: Vec<Line> = Vec::new();
    for (square, piece) in pieces {
        match lines.last_mut() {
            Some(line)
                if line.square == square && (line.base - piece.base).abs() <= 0.3 * line.size.max(piece.size) =>
            {
                line.size = line.size.max(piece.size);
                // Letters that are drawn twice, a little beside each other, are bold or have a shadow.
                let is_again =
                    |other: &Piece| other.text == piece.text && (other.from - piece.from).abs() <= 0.1 * piece.size;
                if !line.pieces.iter().rev().take(MAX_SHADOWS).any(is_again) {
                    line.pieces.push(piece);
                }
            }
            _ => lines.push(Line {
                page,
                run: None,
                base: piece.base,
                size: piece.size,
                square,
                pieces: vec![piece],
                picture: None,
            }),
        }
    }
    for line in &mut lines {
        line.pieces.sort_by(|one, other| one.from.total_cmp(&other.from));
    }
    let whole: Vec<Vec<Piece>> = lines.iter().map(|line| together(&line.pieces, &[])).collect();
    for (at, line) in lines.iter_mut().enumerate() {
        let starts = starts_beside(&whole, at, line);
        line.pieces = together(&line.pieces, &starts);
    }
    lines.retain(|line| !line.pieces.is_empty());
    // A frame around a table without lines is no cell.
    let is_row = |line: &&Line| line.pieces.len() > 1 && !is_item(line);
    for inside in lines.chunk_by_mut(|one, other| one.square == other.square) {
        let is_in_one = inside.first().and_then(|line| line.square.as_ref()).is_some_and(|square| square.columns == 1);
        if is_in_one && inside.iter().filter(is_row).nth(1).is_some() {
            inside.iter_mut().for_each(|line| line.square = None);
        }
    }
    lines
}

/// Where the pieces of the lines above and below a line begin, other than it does itself. What begins there in the line is a cell
/// of its own, however near the label before it comes.
fn starts_beside(whole: &[Vec<Piece>], at: usize, line: &Line) -> Vec<f64> {
    let Some(own) = line.pieces.first().filter(|_| line.square.is_none()) else { return Vec::new() };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| whole.get(at)).flatten();
    let is_near = |piece: &&Piece| (piece.base - own.base).abs() <= 2.0 * own.size && piece.from > own.from + own.size;
    let mut starts: Vec<f64> = beside.filter(is_near).map(|piece| piece.from).collect();
    starts.sort_by(f64::total_cmp);
    starts
}

/// The pieces of a line, those as one that have no gap between them and do not begin at one of these places, which are in order.
/// Beyond so many, gaps are those between words.
fn together(pieces: &[Piece], starts: &[f64]) -> Vec<Piece> {
    /// So many letters make a label, and not a number or a sign before a text.
    const FEWEST: usize = 3;
    const MOST: usize = 200;
    let is_start = |before: &Piece, piece: &Piece| {
        let next = starts.get(starts.partition_point(|start| *start < piece.from - 1.0));
        piece.from - before.to > -0.1 * piece.size
            && next.is_some_and(|next| *next <= piece.from + 1.0)
            && before.text.chars().filter(|letter| letter.is_alphabetic()).nth(FEWEST - 1).is_some()
    };
    let mut together: Vec<Piece> = Vec::new();
    for piece in pieces.iter().cloned() {
        let is_full = together.len() >= MOST;
        match together.last_mut() {
            Some(before) if is_full || piece.from - before.to < 0.7 * piece.size && !is_start(before, &piece) => {
                let is_apart = piece.from - before.to > 0.15 * piece.size;
                if is_apart && !before.text.ends_with(' ') && !piece.text.starts_with(' ') {
                    before.text.push(' ');
                }
                if before.lead == 0 && before.leads_in(&piece) && !is_sign(&piece.text) {
                    before.lead = before.text.len();
                }
                // A number before a heading, and a colon behind it, look like nothing of their own.
                if is_sign(&before.text) {
                    (before.is_bold, before.is_italic, before.ink) = (piece.is_bold, piece.is_italic, piece.ink);
                    before.is_underlined = piece.is_underlined;
                } else if !is_sign(&piece.text) {
                    before.is_bold &= piece.is_bold;
                    before.is_italic &= piece.is_italic;
                    before.is_underlined &= piece.is_underlined;
                    before.ink = if before.ink == piece.ink { piece.ink } else { Ink::default() };
                }
                before.text.push_str(&piece.text);
                before.to = piece.to.max(before.to);
                before.size = before.size.max(piece.size);
            }
            _ => together.push(piece),
        }
    }
    together.retain(|piece| !piece.text.trim().is_empty());
    together
}

/// Whether a piece is numbers and signs alone.
pub(super) fn is_sign(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
}

pub(super) fn is_item(line: &Line) -> bool {
    line.pieces.first().is_some_and(|piece| piece.text.trim_start().starts_with(BULLETS))
}

pub(super) fn look_of(line: &Line) -> Look {
    let text = line.text();
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let words = || line.pieces.iter().filter(|piece| !is_sign(&piece.text));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let size = (line.size.clamp(0.0, 500.0) * 2.0).round() as u16;
    Look {
        size,
        is_bold: words().all(|piece| piece.is_bold) && words().next().is_some(),
        is_caps: letters().count() >= 4 && letters().all(char::is_uppercase),
        is_underlined: words().all(|piece| piece.is_underlined) && words().next().is_some(),
        is_italic: words().all(|piece| piece.is_italic) && words().next().is_some(),
        ink: words()
            .next()
            .map(|piece| piece.ink)
            .filter(|ink| words().all(|piece| piece.ink == *ink))
            .unwrap_or_default(),
    }
}

/// Which column something begins in.
pub(super) fn column(from: f64, columns: &[f64]) -> Option<usize> {
    const NEAR: f64 = 6.0;
    columns.iter().position(|column| (column - from).abs() <= NEAR)
}

/// Leaves out what stands alone at the foot of a page, whether or not the same stands on the others.
pub(super) fn without_foot(mut lines: Vec<Line>, names: &Names, flow: &mut Flow) -> Vec<Line> {
    /// In points from the edge: a text ends above that.
    const FOOT: f64 = 50.0;
    let mut lowest: HashMap<u32, f64> = HashMap::new();
    for line in lines.iter().filter(|line| line.base > FOOT) {
        let lowest = lowest.entry(line.page).or_insert(f64::MAX);
        *lowest = lowest.min(line.base);
    }
    // Where all of a page stands down there, that is the text.
    let is_alone = |line: &Line| lowest.get(&line.page).is_some_and(|lowest| lowest - line.base > 3.0 * line.size);
    let is_foot = |line: &Line| {
        line.square.is_none() && (0.0..=FOOT).contains(&line.base) && is_alone(line) && !names.knows(&line.text())
    };
    let all = lines.len();
    lines.retain(|line| !is_foot(line));
    if lines.len() < all {
        flow.beside.insert(Beside::HeaderFooter);
    }
    lines
}

/// Leaves out what stands at the same height of every page, as page numbers do.
pub(super) fn without_repeated(lines: Vec<Line>, pages: usize, names: &Names, flow: &mut Flow) -> Vec<Line> {
    #[allow(clippy::cast_possible_truncation)]
    let key = |line: &Line| {
        let text: String = line.text().chars().filter(|letter| !letter.is_ascii_digit()).collect();
        (line.base.round() as i64, text)
    };
    let mut met: HashMap<(i64, String), HashSet<u32>> = HashMap::new();
    for line in &lines {
        met.entry(key(line)).or_default().insert(line.page);
    }
    // The headings of a template stand at the same height too, when each page is a plan.
    let is_repeated = |line: &Line| {
        met.get(&key(line)).is_some_and(|met| met.len() == pages) && !line.is_picture() && !names.knows(&line.text())
    };
    // What else comes again stands between lines that do not.
    let mut body: HashMap<u32, (f64, f64)> = HashMap::new();
    for line in lines.iter().filter(|line| !is_repeated(line)) {
        let (lowest, highest) = body.entry(line.page).or_insert((f64::MAX, f64::MIN));
        (*lowest, *highest) = (lowest.min(line.base), highest.max(line.base));
    }
    let is_around =
        |line: &Line| body.get(&line.page).is_none_or(|(lowest, highest)| line.base < *lowest || line.base > *highest);
    let is_left_out: Vec<bool> = lines.iter().map(|line| is_repeated(line) && is_around(line)).collect();
    if is_left_out.contains(&true) {
        flow.beside.insert(Beside::HeaderFooter);
    }
    lines.into_iter().zip(is_left_out).filter(|(_, is_left_out)| !is_left_out).map(|(line, _)| line).collect()
}
