//! What stands on a page beside what is drawn: notes, text that was typed on it, and what is lost.

use lopdf::{Dictionary, Document as Pdf, Object, ObjectId};

use super::form::text_of;
use super::{annotations, entry, is_named, number};
use crate::document::columns::Piece;
use crate::document::flow::{Beside, Flow, Ink, LOST};

/// So many letters on end, on a page whose others are not, are a text.
pub(super) const MIN_TURNED: usize = 20;

/// What nobody can read of a text is told where it stands. A sign alone is a bullet or an ornament.
pub(super) fn with_what_is_lost(pieces: &mut Vec<Piece>, has_picture: bool, flow: &mut Flow) {
    for piece in pieces.iter_mut().filter(|piece| piece.is_invisible && !has_picture && !piece.text.trim().is_empty()) {
        piece.text = LOST.repeat(2);
        flow.beside.insert(Beside::Hidden);
    }
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    let is_lost = |piece: &Piece| piece.text.chars().all(|letter| LOST.starts_with(letter));
    for piece in pieces.drain(..) {
        let is_more = |before: &Piece| {
            (before.base - piece.base).abs() <= 0.3 * piece.size && (piece.from - before.to).abs() <= piece.size
        };
        match kept.last_mut() {
            Some(before) if is_lost(&piece) && is_lost(before) && is_more(before) => {
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
            let text = text.to_owned();
            let (is_bold, is_italic, is_invisible, ink) = (false, false, false, Ink::default());
            pieces.push(Piece { from, to, base, size: SIZE, is_bold, is_italic, ink, is_invisible, text, lead: 0 });
        }
    }
    pieces
}

/// Whether an annotation is set to be hidden.
fn is_hidden(annotation: &Dictionary) -> bool {
    const HIDDEN: i64 = 1 << 1;
    annotation.get(b"F").and_then(Object::as_i64).is_ok_and(|flags| flags & HIDDEN != 0)
}
