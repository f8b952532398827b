//! Lines that are drawn along text: under it, as under a heading, and through it, where it does not hold any more.

use std::ops::RangeInclusive;

use crate::document::columns::Piece;
use crate::document::flow::LOST;
use crate::document::grid::{Grid, Stroke};

/// Where a line under letters is, and one through them, above their base and in heights of them.
const UNDER: RangeInclusive<f64> = -0.3..=0.0;
const THROUGH: RangeInclusive<f64> = 0.15..=0.5;
/// So far beyond its text a line under it goes; what goes further is one of a table, or to write on.
const BEYOND: f64 = 0.3;
/// How much of a text is underlined at the least, and how much of it has a line through it; or so many heights of its letters.
const MOST: f64 = 0.8;
const HALF: f64 = 0.5;
const LONG: f64 = 1.0;

/// How much of a piece lines go along that come from left to right.
#[derive(Clone, Copy)]
struct Along {
    to: f64,
    length: f64,
}

impl Along {
    fn add(&mut self, piece: &Piece, stroke: &Stroke) {
        let to = stroke.to.min(piece.to);
        self.length += (to - stroke.from.max(piece.from).max(self.to)).max(0.0);
        self.to = self.to.max(to);
    }
}

/// Says of text that it is underlined; of what is crossed out, nobody can say what it means.
pub(super) fn mark(pieces: &mut [Piece], grid: &Grid, crossed_out: &[Stroke]) {
    let none = Along { to: f64::MIN, length: 0.0 };
    let (mut under, mut through) = (vec![none; pieces.len()], vec![none; pieces.len()]);
    let mut strokes: Vec<Stroke> = grid.alone().chain(crossed_out.iter().copied()).collect();
    strokes.sort_by(|one, other| one.from.total_cmp(&other.from));
    for stroke in &strokes {
        let is_at = |piece: &Piece, band: &RangeInclusive<f64>| {
            let height = (stroke.at - piece.base) / piece.size;
            band.contains(&height) && piece.from < stroke.to && piece.to > stroke.from
        };
        for (piece, along) in pieces.iter().zip(&mut through).filter(|(piece, _)| is_at(piece, &THROUGH)) {
            along.add(piece, stroke);
        }
        let over = || pieces.iter().filter(|piece| is_at(piece, &UNDER));
        let reaches =
            |piece: &Piece, end: f64| piece.from - BEYOND * piece.size <= end && end <= piece.to + BEYOND * piece.size;
        if over().any(|piece| reaches(piece, stroke.from)) && over().any(|piece| reaches(piece, stroke.to)) {
            for (piece, along) in pieces.iter().zip(&mut under).filter(|(piece, _)| is_at(piece, &UNDER)) {
                along.add(piece, stroke);
            }
        }
    }
    for ((piece, under), through) in pieces.iter_mut().zip(under).zip(through) {
        let width = piece.to - piece.from;
        piece.is_underlined = width > 0.0 && under.length >= MOST * width;
        let is_crossed_out = through.length > 0.0 && through.length >= f64::min(HALF * width, LONG * piece.size);
        if is_crossed_out && !piece.text.trim().is_empty() {
            piece.text = LOST.repeat(2);
        }
    }
}
