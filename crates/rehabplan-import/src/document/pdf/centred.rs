//! Labels in the middle between the sides of their column, each of which begins elsewhere.

use std::ops::Range;

use super::Line;
use super::lines::column;
use crate::document::columns::Piece;
use crate::document::names::Names;

/// How far the middles of labels are from each other at most, and how much room there may be between lines of a table, in heights
/// of letters.
const NEAR: f64 = 4.0;
const ROOM: f64 = 4.0;
/// So many labels that are known tell that they are labels.
const ENOUGH: usize = 2;

/// Sets such labels to the left, as those of any other table of labels and answers.
pub(super) fn align(lines: &mut [Line], names: &Names) {
    let mut next = 0;
    while next < lines.len() {
        let Some((table, second)) = table(lines, next, names) else {
            next += 1;
            continue;
        };
        next = table.end.max(next + 1);
        let table = lines.get_mut(table).unwrap_or_default();
        let labels = || table.iter().flat_map(|line| &line.pieces).filter(|piece| piece.from < second - NEAR);
        let first = labels().map(|piece| piece.from).fold(f64::MAX, f64::min);
        let known = labels().filter(|piece| names.knows(&piece.text)).count();
        if known >= ENOUGH && labels().any(|piece| column(piece.from, &[first]).is_none()) {
            let pieces = table.iter_mut().flat_map(|line| &mut line.pieces);
            pieces.filter(|piece| piece.from < second - NEAR).for_each(|piece| piece.from = first);
        }
    }
}

/// The lines around one that begins with a known label, as far as each has nothing but labels over the middle of that, and answers;
/// and where the answers begin.
fn table(lines: &[Line], at: usize, names: &Names) -> Option<(Range<usize>, f64)> {
    let is_text = |line: &Line| line.square.is_none() && !line.is_picture();
    let middle = |piece: &Piece| f64::midpoint(piece.from, piece.to);
    let line = lines.get(at).filter(|line| is_text(line))?;
    let label = line.pieces.first().filter(|label| names.knows(&label.text))?;
    let beside = [Some(at + 1), at.checked_sub(1)].into_iter().flatten().filter_map(|at| lines.get(at));
    let beside = line.pieces.get(1).into_iter().chain(beside.filter_map(|line| line.pieces.first()));
    let second = beside.map(|piece| piece.from).find(|from| *from > label.to)?;
    let is_label = |piece: &Piece| piece.to <= second && (middle(piece) - middle(label)).abs() <= NEAR;
    let is_in = |own: &Line| {
        let is_one = |piece: &Piece| is_label(piece) || column(piece.from, &[second]).is_some();
        is_text(own) && own.page == line.page && own.run == line.run && own.pieces.iter().all(is_one)
    };
    let ends = |pair: &[Line]| {
        let [one, other] = pair else { return true };
        !is_in(one) || !is_in(other) || (one.base - other.base).abs() > ROOM * one.size
    };
    let from = lines.get(..=at)?.windows(2).rposition(ends).map_or(0, |end| end + 1);
    let to = lines.get(at..)?.windows(2).position(ends).map_or(lines.len(), |end| at + end + 1);
    Some((from..to, second))
}
