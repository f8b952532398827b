//! Notes at the foot of a page: under a short line, or smaller than the text, each behind its sign.

use std::collections::HashSet;

use crate::document::columns::Piece;
use crate::document::flow::LOST;
use crate::document::grid::{Grid, NEAR};

/// Smaller than this part of the text is the text of a note, and a sign that stands in the text.
const SMALLER: f64 = 0.95;
const RAISED: f64 = 0.8;
/// How long the line above notes is, in points; it may also be so much of the width of the text.
const SHORTEST: f64 = 20.0;
const LONGEST: f64 = 200.0;
const HALF: f64 = 0.5;
/// Pieces that far above the lowest are of one line, in heights of letters.
const ROW: f64 = 0.6;
/// More room than that is a gap above notes, in heights of letters.
const GAP: f64 = 2.2;
/// So many letters of the size of the text may stand below notes, as at the foot of each page.
const FOOT: usize = 20;
/// Signs, and lines, that a page is looked at for.
const MAX_SIGNS: usize = 50;

/// Takes the notes out of the pieces of a page, and the signs in its text that lead to them. What may be labels, as whoever asks says of
/// the pieces together, is none. Says whether there are any.
pub(super) fn take(pieces: &mut Vec<Piece>, grid: &Grid, may_be_labels: &dyn Fn(&[Piece]) -> bool) -> bool {
    let page = Page { pieces, grid };
    let Some(top) = page.top().filter(|top| {
        let notes: Vec<Piece> = page.below(*top).cloned().collect();
        notes.len() < pieces.len() && !may_be_labels(&notes)
    }) else {
        return false;
    };
    let size = page.size(top);
    let signs: HashSet<String> = page.signs(top).collect();
    pieces.retain(|piece| piece.base >= top);
    let is_sign = |piece: &Piece| piece.size <= RAISED * size && signs.contains(piece.text.trim());
    let texts: Vec<Piece> = pieces.iter().filter(|piece| !is_sign(piece) && !is_blank(piece)).cloned().collect();
    // A text in another cell of the same row is none that it stands at.
    let is_at = |sign: &Piece, is_before: bool| {
        texts.iter().any(|text| {
            let is_level = text.base < sign.base + 1.0 && sign.base < text.base + text.size;
            let gap = if is_before { sign.from - text.to } else { text.from - sign.to };
            is_level && (-text.size..=text.size).contains(&gap)
        })
    };
    // Where nothing else stands there, what the note says is the answer.
    for sign in pieces.iter_mut().filter(|piece| is_sign(piece)).take(MAX_SIGNS) {
        if is_at(sign, true) {
            sign.text.clear();
        } else if !is_at(sign, false) {
            sign.text = LOST.repeat(2);
        }
    }
    pieces.retain(|piece| !piece.text.is_empty());
    true
}

struct Page<'p> {
    pieces: &'p [Piece],
    grid: &'p Grid,
}

impl<'p> Page<'p> {
    fn below(&self, top: f64) -> impl Iterator<Item = &'p Piece> {
        self.pieces.iter().filter(move |piece| piece.base < top)
    }

    /// The size of the smallest text above, without signs.
    fn size(&self, top: f64) -> f64 {
        let is_text = |piece: &&Piece| !is_sign(piece.text.trim()) && piece.text.contains(char::is_alphabetic);
        let above = self.pieces.iter().filter(|piece| piece.base >= top).filter(is_text);
        above.map(|piece| piece.size).min_by(f64::total_cmp).unwrap_or_default()
    }

    /// Below what the notes of the page stand.
    fn top(&self) -> Option<f64> {
        let lines = self.lines().into_iter().filter(|top| self.are_notes(*top));
        let mut signs: Vec<&Piece> = self.pieces.iter().filter(|piece| is_sign(piece.text.trim())).collect();
        signs.sort_by(|one, other| one.base.total_cmp(&other.base));
        let tops = signs.into_iter().take(MAX_SIGNS).map(|sign| sign.base + 0.1);
        lines.chain(tops.filter(|top| self.are_apart(*top))).max_by(f64::total_cmp)
    }

    /// Short lines at the left of the text, and under none of it.
    fn lines(&self) -> Vec<f64> {
        let texts = || self.pieces.iter().filter(|piece| !is_blank(piece));
        let left = texts().map(|piece| piece.from).fold(f64::MAX, f64::min);
        let right = texts().map(|piece| piece.to).fold(f64::MIN, f64::max);
        let longest = f64::max(LONGEST, HALF * (right - left));
        let lines = self.grid.alone().filter(|line| {
            let is_under = |piece: &Piece| {
                piece.from < line.to && (0.0..=0.4 * piece.size).contains(&(piece.base - line.at)) && !is_blank(piece)
            };
            (line.from - left).abs() <= 2.0 * NEAR
                && (SHORTEST..=longest).contains(&(line.to - line.from))
                && !self.pieces.iter().any(is_under)
        });
        let mut lines: Vec<f64> = lines.map(|line| line.at).collect();
        // From top to bottom: the lowest are those above notes.
        lines.drain(..lines.len().saturating_sub(MAX_SIGNS));
        lines
    }

    /// The first line of what stands below, from left to right.
    fn first_row(&self, top: f64) -> Vec<&'p Piece> {
        let written = || self.below(top).filter(|piece| !is_blank(piece));
        let highest = written().map(|piece| piece.base).fold(f64::MIN, f64::max);
        let mut row: Vec<&Piece> = written().filter(|piece| piece.base >= highest - ROW * piece.size).collect();
        row.sort_by(|one, other| one.from.total_cmp(&other.from));
        row
    }

    /// Whether what stands below a short line are notes: their text is smaller, or the first has a sign, raised or one that the text
    /// has too.
    fn are_notes(&self, top: f64) -> bool {
        let (row, size) = (self.first_row(top), self.size(top));
        let has_sign = row.first().is_some_and(|first| {
            let sign = sign_of(first);
            let leads =
                |piece: &&Piece| piece.base >= top && piece.size <= RAISED * size && Some(piece.text.trim()) == sign;
            sign.is_some() && (is_raised(&row) || self.pieces.iter().any(|piece| leads(&piece)))
        });
        !row.is_empty() && (has_sign || self.is_small(top))
    }

    /// Whether notes begin there with a raised sign, apart from the text: smaller, below a line, or with more room above.
    fn are_apart(&self, top: f64) -> bool {
        let row = self.first_row(top);
        let Some(base) = row.last().map(|last| last.base) else { return false };
        let above = self.pieces.iter().filter(|piece| piece.base >= top && !is_blank(piece));
        let above = above.map(|piece| piece.base).fold(f64::MAX, f64::min);
        let is_ruled = || self.grid.alone().any(|line| (top..above).contains(&line.at));
        is_raised(&row) && (self.is_small(top) || above - base >= GAP * self.size(top) || is_ruled())
    }

    /// Whether what stands below is smaller than the text, but for what stands at the foot of a page.
    fn is_small(&self, top: f64) -> bool {
        let size = self.size(top);
        let is_large = |piece: &&Piece| piece.size >= SMALLER * size;
        let large = self.below(top).filter(is_large).flat_map(|piece| piece.text.chars());
        !self.first_row(top).iter().any(is_large) && large.filter(|letter| letter.is_alphanumeric()).count() <= FOOT
    }

    /// The signs that lines below begin with.
    fn signs(&self, top: f64) -> impl Iterator<Item = String> {
        self.below(top).filter_map(|piece| sign_of(piece).map(str::to_owned))
    }
}

fn is_blank(piece: &Piece) -> bool {
    piece.text.trim().is_empty()
}

/// A number of few digits, a letter or small Roman numeral, or a star.
fn is_sign(text: &str) -> bool {
    const STARS: [char; 3] = ['*', '†', '‡'];
    let count = text.chars().count();
    let is_number = count <= 3 && text.chars().all(|letter| letter.is_ascii_digit() || "¹²³⁴⁵⁶⁷⁸⁹⁰".contains(letter));
    let is_roman = count <= 5 && text.chars().all(|letter| "ivx".contains(letter));
    let is_letter = count == 1 && text.chars().all(|letter| letter.is_ascii_lowercase());
    count > 0 && (is_number || is_roman || is_letter || text.chars().all(|letter| STARS.contains(&letter)))
}

fn sign_of(piece: &Piece) -> Option<&str> {
    piece.text.split_whitespace().next().filter(|first| is_sign(first))
}

/// Whether a line begins with a sign above the base of its text.
fn is_raised(row: &[&Piece]) -> bool {
    let Some((sign, rest)) = row.split_first() else { return false };
    let text = rest.iter().find(|piece| piece.text.trim().chars().any(char::is_alphanumeric));
    let is_up = |text: &&&Piece| {
        sign.size < SMALLER * text.size && sign.base > text.base && text.from - sign.to <= 2.0 * text.size
    };
    is_sign(sign.text.trim()) && text.filter(is_up).is_some()
        || sign.text.trim().starts_with(|first| "¹²³⁴⁵⁶⁷⁸⁹".contains(first))
}
