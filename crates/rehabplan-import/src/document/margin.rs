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
    let all: usize = pieces.iter().map(letters).sum();
    let Some(size) = usual_size(pieces) else { return Vec::new() };
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
fn usual_size(pieces: &[Piece]) -> Option<f64> {
    /// Sizes that are no further apart are one.
    const STEP: f64 = 0.25;
    let mut sizes: Vec<(f64, usize)> = pieces.iter().map(|piece| (piece.size, letters(piece))).collect();
    sizes.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    let groups = sizes.chunk_by(|(one, _), (other, _)| other - one < STEP);
    let usual = groups.max_by_key(|group| group.iter().map(|(_, count)| count).sum::<usize>())?;
    usual.iter().max_by_key(|(_, count)| *count).map(|(size, _)| *size)
}

fn letters(piece: &Piece) -> usize {
    piece.text.chars().filter(|letter| letter.is_alphanumeric()).count()
}
