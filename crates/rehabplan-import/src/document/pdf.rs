//! PDFs that hold text: the letters where they stand on each page, put together as lines, and the fields of a form.

use std::borrow::Cow;

use lopdf::{Dictionary, Document as Pdf, Error, LoadOptions, Object, ObjectId};

use super::columns::{Columns, Piece};
use super::flow::{Beside, Flow, UNREAD};
use super::grid::Square;
use super::names::Names;
use super::{DocumentError, margin};
use crate::limits::{MAX_DOCUMENT_ELEMENTS, MAX_DOCUMENT_UNPACKED_BYTES, MAX_PAGES};
use blocks::blocks;
use drawing::{Page, pieces};
use form::form;
use lines::{to_lines, without_foot, without_letterhead, without_repeated};
use notes::has_notes;
use pictures::put_pictures;

mod blocks;
mod centred;
mod drawing;
mod fonts;
mod footnotes;
mod form;
mod labelled;
mod lines;
mod matrix;
mod notes;
mod pictures;
mod strokes;

/// How a PDF ends, and how near to its last byte.
const END: &[u8] = b"%%EOF";
const LAST_BYTES: usize = 4_096;
pub(super) fn read(bytes: &[u8], names: &Names) -> Result<Flow, DocumentError> {
    let most = usize::try_from(MAX_DOCUMENT_UNPACKED_BYTES).unwrap_or(usize::MAX);
    // A file that is cut short may still have pages, and the rest of the plan would be missing without a word.
    let last = bytes.get(bytes.len().saturating_sub(LAST_BYTES)..).unwrap_or(bytes);
    let ends = last.windows(END.len()).any(|window| window == END);
    if !ends && !is_whole(last) {
        return Err(DocumentError::Broken);
    }
    let bytes = if ends { bytes.into() } else { Cow::Owned([bytes, b"\n", END].concat()) };
    let options = LoadOptions { max_decompressed_size: Some(most), ..LoadOptions::default() };
    let pdf = Pdf::load_mem_with_options(&bytes, options).map_err(|error| fault(&error))?;
    if pdf.is_encrypted() {
        return Err(DocumentError::Locked);
    }
    let pages = pdf.get_pages();
    if pages.is_empty() {
        return Err(DocumentError::Broken);
    }
    if pages.len() > MAX_PAGES {
        return Err(DocumentError::TooManyPages);
    }
    let mut flow = Flow::default();
    let (mut left, mut pieces_left) = (most, MAX_DOCUMENT_ELEMENTS);
    form(&pdf, &pages, &mut left, &mut flow);
    let mut lines = Vec::new();
    let mut is_upright = true;
    let mut columns = Columns::default();
    for (number, page) in &pages {
        let content = pdf.get_page_content_with_limit(*page, left).map_err(|error| fault(&error))?;
        left = left.saturating_sub(content.len());
        let Page { mut pieces, pictures: drawn, grid, is_turned } =
            pieces(&pdf, *page, &content, &mut left, &mut flow)?;
        pieces_left = pieces_left.checked_sub(pieces.len() + drawn.len()).ok_or(DocumentError::TooManyElements)?;
        is_upright &= !is_turned;
        let may_be_labels = |notes: &[Piece]| {
            let lines = to_lines(notes.to_vec(), *number, &grid);
            let is_label = |text: &str| text.trim_end().ends_with(':') || names.knows(text);
            lines.iter().any(|line| line.square.is_some() || is_label(&line.text()))
        };
        let notes = margin::take(&mut pieces, &may_be_labels);
        if !notes.is_empty() || has_notes(&pdf, *page) {
            flow.beside.insert(Beside::Comments);
        }
        if footnotes::take(&mut pieces, &grid, &may_be_labels) {
            flow.beside.insert(Beside::Footnotes);
        }
        let texts = |pieces: &[Piece]| to_lines(pieces.to_vec(), *number, &grid).iter().map(Line::text).collect();
        let runs = columns.runs(pieces, &grid, names, &texts);
        let mut runs: Vec<Vec<Line>> = runs.into_iter().map(|run| to_lines(run, *number, &grid)).collect();
        put_pictures(&drawn, &mut runs, *number, &grid);
        let is_in_columns = runs.len() > 1;
        for (run, own) in runs.into_iter().enumerate() {
            let run = is_in_columns.then_some(run);
            lines.extend(own.into_iter().map(|line| Line { run, ..line }));
        }
    }
    without_letterhead(&mut lines);
    let lines = match pages.len() {
        1 => lines,
        all => without_repeated(lines, all, names, &mut flow),
    };
    let lines = if is_upright { without_foot(lines, names, &mut flow) } else { lines };
    flow.blocks = blocks(lines, names);
    if flow.blocks.is_empty() && flow.controls.iter().all(|control| control.value.is_nothing()) {
        return Err(DocumentError::NoText);
    }
    Ok(flow)
}

/// Whether a file without its last line has all of the line before it, which tells where its table of contents is.
fn is_whole(last: &[u8]) -> bool {
    let last = last.trim_ascii_end();
    let end = last.iter().rposition(|byte| !byte.is_ascii_digit()).map_or(0, |end| end + 1);
    let (place, _) = last.split_at_checked(end).unwrap_or_default();
    place.len() < last.len() && place.trim_ascii_end().ends_with(b"startxref")
}

fn fault(error: &Error) -> DocumentError {
    match error {
        Error::Decryption(_) | Error::InvalidPassword | Error::UnsupportedSecurityHandler(_) => DocumentError::Locked,
        Error::Decompress(_) => DocumentError::TooMuchUnpacked,
        _ => DocumentError::Broken,
    }
}

/// A line of a page, in pieces with gaps between them.
#[derive(Debug)]
struct Line {
    page: u32,
    /// On a page in columns, which of them it stands in, or of what stands above and below them.
    run: Option<usize>,
    base: f64,
    size: f64,
    /// The cell that it is in; a line has one for all of its pieces.
    square: Option<Square>,
    pieces: Vec<Piece>,
    /// The picture that it stands for, where that can be drawn again.
    picture: Option<ObjectId>,
}

impl Line {
    fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.trim()).collect::<Vec<_>>().join(" ")
    }

    /// How much of the text is bold, where a line of one piece begins so and goes on otherwise.
    fn lead(&self) -> usize {
        let [piece] = self.pieces.as_slice() else { return 0 };
        let blanks = piece.text.len() - piece.text.trim_start().len();
        piece.lead.saturating_sub(blanks)
    }

    fn from(&self) -> f64 {
        self.pieces.first().map_or(0.0, |piece| piece.from)
    }

    fn is_picture(&self) -> bool {
        matches!(self.pieces.as_slice(), [piece] if piece.text == UNREAD)
    }

    /// Where it stands among the lines of its page: further down in what is read is further on.
    fn comes_after(&self, other: &Self) -> bool {
        let row = |line: &Self| line.square.as_ref().map_or(line.base, |square| square.top);
        let cell = |line: &Self| line.square.as_ref().map_or(0, |square| square.column);
        let rows = row(other).total_cmp(&row(self));
        let lines = rows.then(cell(self).cmp(&cell(other))).then(other.base.total_cmp(&self.base));
        self.page.cmp(&other.page).then(lines).is_gt()
    }

    fn to(&self) -> f64 {
        self.pieces.last().map_or(0.0, |piece| piece.to)
    }
}

fn entry<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary, key: &[u8]) -> Option<&'p Object> {
    let object = dictionary.get(key).ok()?;
    pdf.dereference(object).ok().map(|(_, object)| object)
}

fn is_named(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|own| own == name)
}

fn number(object: &Object) -> Option<f64> {
    match object {
        #[allow(clippy::cast_precision_loss)]
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}

/// What is laid upon a page: notes, fields of a form, text that somebody typed.
fn annotations(pdf: &Pdf, page: ObjectId) -> impl Iterator<Item = (Option<ObjectId>, &Dictionary)> {
    let all = pdf.get_dictionary(page).ok().and_then(|page| entry(pdf, page, b"Annots")?.as_array().ok());
    all.into_iter().flatten().filter_map(|one| {
        let (id, one) = pdf.dereference(one).ok()?;
        Some((id, one.as_dict().ok()?))
    })
}
