//! What stands on a page beside what is drawn: notes, text that was typed on it, and what is lost.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

use super::form::text_of;
use super::{annotations, entry, is_named, number};
use crate::document::columns::Piece;
use crate::document::flow::{Beside, Flow, LOST};
use crate::document::grid::{MAX_STROKES, Stroke};

/// So many letters on end, on a page whose others are not, are a text.
pub(super) const MIN_TURNED: usize = 20;

/// What nobody can read of a text is told where it stands. A sign alone is a bullet or an ornament.
pub(super) fn with_what_is_lost(pieces: &mut Vec<Piece>, has_picture: bool, flow: &mut Flow) {
    for piece in pieces.iter_mut().filter(|piece| piece.is_invisible && !has_picture && !piece.text.trim().is_empty()) {
        piece.text = LOST.repeat(2);
        flow.beside.insert(Beside::Hidden);
    }
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut was_lost = false;
    let is_lost = |piece: &Piece| piece.text.chars().all(|letter| LOST.starts_with(letter));
    for piece in pieces.drain(..) {
        let is_more = |before: &Piece| {
            (before.base - piece.base).abs() <= 0.3 * piece.size && (piece.from - before.to).abs() <= piece.size
        };
        let was_before = std::mem::replace(&mut was_lost, is_lost(&piece));
        match kept.last_mut() {
            Some(before) if was_lost && was_before && is_more(before) => {
                before.to = piece.to;
                before.text.push_str(&piece.text);
            }
            _ => kept.push(piece),
        }
    }
    kept.retain(|piece| piece.text != LOST);
    *pieces = kept;
}

/// Whether a page has notes that are opened with a click, or are about words that are marked.
pub(super) fn has_notes(pdf: &Pdf, page: ObjectId) -> bool {
    const NOTES: [&[u8]; 6] = [b"Text", b"Highlight", b"Underline", b"StrikeOut", b"Squiggly", b"Caret"];
    let has_words = |annotation: &Dictionary| {
        let words = entry(pdf, annotation, b"Contents").and_then(|words| words.as_str().ok());
        words.is_some_and(|words| words.iter().any(u8::is_ascii_alphanumeric))
    };
    annotations(pdf, page).any(|(_, annotation)| {
        NOTES.iter().any(|kind| is_named(annotation, b"Subtype", kind))
            && !is_hidden(annotation)
            && has_words(annotation)
    })
}

/// What somebody typed upon a page is as good as drawn there.
pub(super) fn typed(pdf: &Pdf, page: ObjectId, left: &mut usize) -> Vec<Piece> {
    /// Of letters whose size nobody says, and how wide one is of its size.
    const SIZE: f64 = 11.0;
    const WIDTH: f64 = 0.5;
    let annotations = annotations(pdf, page).filter(|(_, annotation)| !is_hidden(annotation));
    let mut pieces = Vec::new();
    for (_, annotation) in annotations.filter(|(_, annotation)| is_named(annotation, b"Subtype", b"FreeText")) {
        let corners = entry(pdf, annotation, b"Rect").and_then(|corners| corners.as_array().ok());
        let corners: Vec<f64> = corners.into_iter().flatten().filter_map(number).collect();
        let (&[x, y, to_x, to_y], Some(text)) =
            (corners.as_slice(), entry(pdf, annotation, b"Contents").and_then(|text| text_of(text, left)))
        else {
            continue;
        };
        for (line, text) in (1_u16..).zip(text.lines()) {
            let from = x.min(to_x);
            #[allow(clippy::cast_precision_loss)]
            let to = from + text.chars().count() as f64 * SIZE * WIDTH;
            let base = y.max(to_y) - f64::from(line) * SIZE;
            pieces.push(Piece { from, to, base, size: SIZE, text: text.to_owned(), ..Piece::default() });
        }
    }
    pieces
}

/// Where words of a page are crossed out by a mark that is laid upon them.
pub(super) fn crossed_out(pdf: &Pdf, page: ObjectId) -> Vec<Stroke> {
    /// The corners of a quadrangle.
    const CORNERS: usize = 8;
    let is_one = |annotation: &Dictionary| is_named(annotation, b"Subtype", b"StrikeOut") && !is_hidden(annotation);
    let marks = annotations(pdf, page).filter(|(_, annotation)| is_one(annotation));
    let places = marks.flat_map(|(_, annotation)| {
        let numbers = entry(pdf, annotation, b"QuadPoints").or_else(|| entry(pdf, annotation, b"Rect"));
        let numbers = numbers.and_then(|numbers| numbers.as_array().ok());
        let numbers: Vec<f64> = numbers.into_iter().flatten().filter_map(number).take(CORNERS * MAX_STROKES).collect();
        numbers.chunks(CORNERS).map(<[f64]>::to_vec).collect::<Vec<_>>()
    });
    let ends = |numbers: &mut dyn Iterator<Item = &f64>| {
        numbers.fold((f64::MAX, f64::MIN), |(low, high), number| (low.min(*number), high.max(*number)))
    };
    let strokes = places.map(|corners| {
        let (from, to) = ends(&mut corners.iter().step_by(2));
        let (low, high) = ends(&mut corners.iter().skip(1).step_by(2));
        Stroke { at: f64::midpoint(low, high), from, to }
    });
    strokes.take(MAX_STROKES).collect()
}

/// Whether an annotation is set to be hidden.
fn is_hidden(annotation: &Dictionary) -> bool {
    const HIDDEN: i64 = 1 << 1;
    annotation.get(b"F").and_then(Object::as_i64).is_ok_and(|flags| flags & HIDDEN != 0)
}
