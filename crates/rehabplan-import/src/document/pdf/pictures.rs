//! Pictures on a page, each of which may hold text that nobody can read.

use lopdf::ObjectId;

use super::Line;
use super::matrix::{Matrix, point};
use crate::document::columns::Piece;
use crate::document::flow::UNREAD;
use crate::document::grid::Grid;

/// A picture where it stands on a page: what may be an answer, and cannot be read.
#[derive(Debug, Clone, Copy)]
pub(super) struct Picture {
    /// The object that it is, where it is one that can be drawn again.
    id: Option<ObjectId>,
    from: f64,
    to: f64,
    top: f64,
    bottom: f64,
}

/// Pictures of one page.
pub(super) const MAX_PICTURES: usize = 200;

/// The smallest picture that somebody has put there for what is in it, in points.
const SMALLEST: f64 = 20.0;

impl Picture {
    /// A picture fills the square of one unit, wherever that is.
    pub(super) fn of(id: Option<ObjectId>, page: Matrix) -> Option<Self> {
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)].map(|(x, y)| point(x, y, page));
        let fold = |start: f64, least: fn(f64, f64) -> f64, which: fn(&(f64, f64)) -> f64| {
            corners.iter().map(which).fold(start, least)
        };
        let (from, to) = (fold(f64::MAX, f64::min, |(x, _)| *x), fold(f64::MIN, f64::max, |(x, _)| *x));
        let (bottom, top) = (fold(f64::MAX, f64::min, |(_, y)| *y), fold(f64::MIN, f64::max, |(_, y)| *y));
        let is_large = to - from >= SMALLEST && top - bottom >= SMALLEST;
        is_large.then_some(Self { id, from, to, top, bottom })
    }

    /// Which of the columns of a page it stands in: the lowest that begins above it.
    fn run(&self, runs: &[Vec<Line>]) -> usize {
        let top = |run: &[Line]| run.iter().map(|line| line.base).fold(f64::MIN, f64::max);
        let is_over = |run: &[Line]| {
            run.iter().any(|line| line.from() < self.to && line.to() > self.from) && top(run) >= self.bottom
        };
        let over = runs.iter().enumerate().filter(|(_, run)| is_over(run));
        over.min_by(|(_, one), (_, other)| top(one).total_cmp(&top(other))).map_or(0, |(at, _)| at)
    }

    /// The line that it takes the place of, among those of its page; nothing, where text stands upon it.
    fn line(&self, lines: &[Line], page: u32, grid: &Grid) -> Option<Line> {
        let is_beside = |base: f64| (self.bottom..=self.top).contains(&base);
        let covers = |piece: &Piece| is_beside(piece.base) && piece.from < self.to && piece.to > self.from;
        if lines.iter().flat_map(|line| &line.pieces).any(covers) {
            return None;
        }
        // A label to the left of it is its label.
        let left = lines.iter().filter(|line| is_beside(line.base) && line.to() <= self.from).map(|line| line.base);
        let base = left.fold(self.top, f64::min) - 1.0;
        let square = grid.square((f64::midpoint(self.from, self.to), f64::midpoint(self.bottom, self.top)));
        let piece = Piece { from: self.from, to: self.to, base, text: UNREAD.to_owned(), ..Piece::default() };
        Some(Line { page, run: None, base, size: SMALLEST, square, pieces: vec![piece], picture: self.id })
    }
}

/// Puts the pictures of a page where they stand among its lines.
pub(super) fn put_pictures(pictures: &[Picture], runs: &mut Vec<Vec<Line>>, page: u32, grid: &Grid) {
    if runs.is_empty() {
        runs.push(Vec::new());
    }
    let in_run: Vec<usize> = pictures.iter().map(|picture| picture.run(runs)).collect();
    for (run, lines) in runs.iter_mut().enumerate() {
        let own = pictures.iter().zip(&in_run).filter(|(_, in_run)| **in_run == run);
        let drawn: Vec<Line> = own.filter_map(|(picture, _)| picture.line(lines, page, grid)).collect();
        for line in drawn {
            let place = lines.iter().position(|other| other.comes_after(&line)).unwrap_or(lines.len());
            lines.insert(place, line);
        }
    }
}
