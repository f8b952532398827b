//! Notes in the margin of a page: smaller than the text, and beside all of it.

use super::columns::Piece;

/// Smaller than this part of the text, and it may be a note.
const SMALLER: f64 = 0.85;
/// So far from all of the text at the least.
const APART: f64 = 4.0;
/// Of so many letters one may stand in notes: where there are more, they are a column.
const FEW: usize = 10;

/// Takes the notes out of the pieces of a page. What may be a label, as whoever asks says of the pieces together, is none.
pub(super) fn take(pieces: &mut Vec<Piece>, may_be_labels: &dyn Fn(&[Piece]) -> bool) -> Vec<Piece> {
    let letters = |piece: &Piece| piece.text.chars().filter(|letter| letter.is_alphanumeric()).count();
    let all: usize = pieces.iter().map(letters).sum();
    let Some(size) = usual_size(pieces, &letters) else { return Vec::new() };
    let is_text = |piece: &&Piece| piece.size >= size * SMALLER && letters(piece) > 0;
    let texts = || pieces.iter().filter(is_text);
    let left = texts().map(|piece| piece.from).fold(f64::MAX, f64::min) - APART;
    let right = texts().map(|piece| piece.to).fold(f64::MIN, f64::max) + APART;
    let (low, high) =
        texts().fold((f64::MAX, f64::MIN), |(low, high), piece| (low.min(piece.base), high.max(piece.base)));
    let is_note = |piece: &Piece| {
        let is_beside = piece.to < left || piece.from > right;
        piece.size < size * SMALLER && is_beside && (low..=high).contains(&piece.base)
    };
    let notes: Vec<Piece> = pieces.iter().filter(|piece| is_note(piece)).cloned().collect();
    let count: usize = notes.iter().map(letters).sum();
    if count == 0 || count * FEW > all || may_be_labels(&notes) {
        return Vec::new();
    }
    pieces.retain(|piece| !is_note(piece));
    notes
}

/// The size that most letters have.
fn usual_size(pieces: &[Piece], letters: &dyn Fn(&Piece) -> usize) -> Option<f64> {
    let mut sizes: Vec<(f64, usize)> = Vec::new();
    for piece in pieces {
        match sizes.iter_mut().find(|(size, _)| (*size - piece.size).abs() < 0.25) {
            Some((_, count)) => *count += letters(piece),
            None => sizes.push((piece.size, letters(piece))),
        }
    }
    sizes.into_iter().max_by_key(|(_, count)| *count).map(|(size, _)| size)
}
