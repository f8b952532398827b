//! PDFs that hold text: the letters where they stand on each page, put together as lines, and the fields of a form.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, LazyLock};

use lopdf::content::Content;
use lopdf::{Dictionary, Document as Pdf, Encoding, Error, LoadOptions, Object, ObjectId, Stream};

use super::DocumentError;
use super::bands;
use super::columns::{Columns, Piece};
use super::flow::{Beside, Block, Cell, Control, Flow, Ink, LOST, Look, Paragraph, TableRow, UNREAD, spread};
use super::grid::{Grid, NEAR, Square};
use super::inline::without_inline;
use super::margin;
use super::names::{Names, is_ending};
use super::widths;
use crate::limits::{MAX_DOCUMENT_ELEMENTS, MAX_DOCUMENT_UNPACKED_BYTES, MAX_PAGES};
use crate::record::NameKind;
use crate::value::Value;

mod centred;
mod labelled;

use labelled::{Open, doubt_last, labelled, labelled_rows, untold_labels};

/// Fields inside each other in a form, and fields in all.
const MAX_LEVELS: usize = 16;
const MAX_FORM_FIELDS: usize = 10_000;
/// Parts with names that a page may draw, one in the other or one after the other.
const MAX_FORM_PARTS: usize = 64;
/// How a PDF ends, and how near to its last byte.
const END: &[u8] = b"%%EOF";
const LAST_BYTES: usize = 4_096;
/// So many pieces back, a piece of the same line may be the same once more.
const MAX_SHADOWS: usize = 16;
/// Lines of one label.
const MAX_LABEL_LINES: usize = 4;
/// So many letters on end, on a page whose others are not, are a text.
const MIN_TURNED: usize = 20;
/// States that a page may put aside.
const MAX_STATES: usize = 256;
/// Signs that begin an entry of a list.
const BULLETS: [char; 7] = ['•', '◦', '▪', '‣', '·', '\u{f0b7}', '\u{f0a7}'];

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

/// A picture where it stands on a page: what may be an answer, and cannot be read.
#[derive(Debug, Clone, Copy)]
struct Picture {
    /// The object that it is, where it is one that can be drawn again.
    id: Option<ObjectId>,
    from: f64,
    to: f64,
    top: f64,
    bottom: f64,
}

/// Pictures of one page.
const MAX_PICTURES: usize = 200;
/// The smallest picture that somebody has put there for what is in it, in points.
const SMALLEST: f64 = 20.0;

impl Picture {
    /// A picture fills the square of one unit, wherever that is.
    fn of(id: Option<ObjectId>, page: Matrix) -> Option<Self> {
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
        let piece = Piece {
            from: self.from,
            to: self.to,
            base,
            size: 0.0,
            is_bold: false,
            is_italic: false,
            ink: Ink::default(),
            is_invisible: false,
            text: UNREAD.to_owned(),
            lead: 0,
        };
        Some(Line { page, run: None, base, size: SMALLEST, square, pieces: vec![piece], picture: self.id })
    }
}

/// Puts the pictures of a page where they stand among its lines.
fn put_pictures(pictures: &[Picture], runs: &mut Vec<Vec<Line>>, page: u32, grid: &Grid) {
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

/// Leaves out pictures that are drawn on more than one page, as those of a letterhead are.
fn without_letterhead(lines: &mut Vec<Line>) {
    let mut pages: HashMap<ObjectId, HashSet<u32>> = HashMap::new();
    for line in &*lines {
        if let Some(id) = line.picture {
            pages.entry(id).or_default().insert(line.page);
        }
    }
    lines.retain(|line| line.picture.is_none_or(|id| pages.get(&id).is_some_and(|pages| pages.len() == 1)));
}

type Matrix = [f64; 6];
const UNIT: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

fn times(first: Matrix, second: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = first;
    let [g, h, i, j, k, l] = second;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

fn point(x: f64, y: f64, [a, b, c, d, e, f]: Matrix) -> (f64, f64) {
    (a * x + c * y + e, b * x + d * y + f)
}

/// A font, as far as it tells what is written and how wide it is.
struct Font<'p> {
    encoding: Option<Encoding<'p>>,
    is_bold: bool,
    is_italic: bool,
    /// Bytes of a letter.
    bytes: usize,
    widths: HashMap<u32, f64>,
    usual: f64,
}

/// What is set in no font.
static NO_FONT: LazyLock<Font<'static>> = LazyLock::new(|| Font {
    encoding: None,
    is_bold: false,
    is_italic: false,
    bytes: 1,
    widths: HashMap::new(),
    usual: 500.0,
});

fn number(object: &Object) -> Option<f64> {
    match object {
        #[allow(clippy::cast_precision_loss)]
        Object::Integer(number) => Some(*number as f64),
        Object::Real(number) => Some(f64::from(*number)),
        _ => None,
    }
}

/// The colour that operands set: a grey, red with green and blue, or what is printed of four colours. A pattern is none.
fn ink(operands: &[Object]) -> Ink {
    let parts: Vec<f64> = operands.iter().filter_map(number).collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let byte = |part: f64| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    match parts.as_slice() {
        [grey] => Ink::of([byte(*grey); 3]),
        [red, green, blue] => Ink::of([byte(*red), byte(*green), byte(*blue)]),
        [cyan, magenta, yellow, black] => {
            Ink::of([cyan, magenta, yellow].map(|part| byte((1.0 - part) * (1.0 - black))))
        }
        _ => Ink::default(),
    }
}

fn entry<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary, key: &[u8]) -> Option<&'p Object> {
    let object = dictionary.get(key).ok()?;
    pdf.dereference(object).ok().map(|(_, object)| object)
}

fn font<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary) -> Font<'p> {
    let most = usize::try_from(MAX_DOCUMENT_UNPACKED_BYTES).unwrap_or(usize::MAX);
    let name =
        dictionary.get(b"BaseFont").and_then(Object::as_name).map(|name| String::from_utf8_lossy(name).to_lowercase());
    let name = name.unwrap_or_default();
    let is_bold = ["bold", "black", "heavy"].into_iter().any(|weight| name.contains(weight));
    let is_italic = ["italic", "oblique"].into_iter().any(|slant| name.contains(slant));
    let is_composed = dictionary.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Type0");
    let mut widths = HashMap::new();
    let mut usual = 500.0;
    if is_composed {
        let descendant = entry(pdf, dictionary, b"DescendantFonts").and_then(|list| list.as_array().ok());
        let descendant = descendant.and_then(|list| pdf.dereference(list.first()?).ok()?.1.as_dict().ok());
        if let Some(descendant) = descendant {
            usual = entry(pdf, descendant, b"DW").and_then(number).unwrap_or(1_000.0);
            if let Some(list) = entry(pdf, descendant, b"W").and_then(|list| list.as_array().ok()) {
                composed_widths(pdf, list, &mut widths);
            }
        }
    } else if let Some(list) = entry(pdf, dictionary, b"Widths").and_then(|list| list.as_array().ok()) {
        let first = entry(pdf, dictionary, b"FirstChar").and_then(|first| first.as_i64().ok()).unwrap_or_default();
        let first = u32::try_from(first).unwrap_or_default();
        for (code, width) in (first..).zip(list.iter().take(256)) {
            widths.extend(pdf.dereference(width).ok().and_then(|(_, width)| number(width)).map(|width| (code, width)));
        }
    } else {
        let letters = (b' '..=u8::MAX).map(|code| (u32::from(code), widths::of(&name, is_bold, char::from(code))));
        widths.extend(letters);
    }
    // The numbers of the shapes in a font say nothing of the letters.
    let is_of_shapes = is_composed
        && !dictionary.has(b"ToUnicode")
        && dictionary.get(b"Encoding").and_then(Object::as_name).is_ok_and(|name| name.starts_with(b"Identity"));
    let encoding = dictionary.get_font_encoding_with_limit(pdf, most).ok().filter(|_| !is_of_shapes);
    Font { encoding, is_bold, is_italic, bytes: if is_composed { 2 } else { 1 }, widths, usual }
}

/// `[first [w w w] first last w ...]`
fn composed_widths(pdf: &Pdf, list: &[Object], widths: &mut HashMap<u32, f64>) {
    let mut list = list.iter().filter_map(|object| pdf.dereference(object).ok().map(|(_, object)| object));
    while let (Some(first), Some(next)) = (list.next(), list.next()) {
        let Some(first) = first.as_i64().ok().and_then(|first| u32::try_from(first).ok()) else { return };
        if let Ok(each) = next.as_array() {
            widths.extend((first..).zip(each.iter().filter_map(number)).take(65_536));
        } else {
            let last = next.as_i64().ok().and_then(|last| u32::try_from(last).ok()).unwrap_or(first).min(65_535);
            let Some(width) = list.next().and_then(number) else { return };
            widths.extend((first..=last).map(|code| (code, width)));
        }
    }
}

/// How text is set at the moment.
#[derive(Clone)]
struct State {
    page: Matrix,
    font: Vec<u8>,
    size: f64,
    leading: f64,
    rise: f64,
    scale: f64,
    letters: f64,
    words: f64,
    ink: Ink,
    is_invisible: bool,
}

impl Default for State {
    fn default() -> Self {
        Self {
            page: UNIT,
            font: Vec::new(),
            size: 1.0,
            leading: 0.0,
            rise: 0.0,
            scale: 1.0,
            letters: 0.0,
            words: 0.0,
            ink: Ink::default(),
            is_invisible: false,
        }
    }
}

struct Setter<'p, 'f> {
    fonts: &'f HashMap<Vec<u8>, Font<'p>>,
    state: State,
    text: Matrix,
    line: Matrix,
    pieces: Vec<Piece>,
    is_unreadable: bool,
    /// How many letters stand upwards, and downwards.
    turned: [usize; 2],
}

impl Setter<'_, '_> {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = times([1.0, 0.0, 0.0, 1.0, x, y], self.line);
        self.text = self.line;
    }

    fn show(&mut self, bytes: &[u8]) {
        // A font that is not there explains nothing.
        let font = self.fonts.get(&self.state.font).unwrap_or(&NO_FONT);
        let text = font.encoding.as_ref().and_then(|encoding| Pdf::decode_text(encoding, bytes).ok());
        self.is_unreadable |= text.is_none() && !bytes.is_empty();
        let lost = || LOST.repeat(bytes.len().div_ceil(font.bytes));
        // Codes that came out as they are tell nothing either.
        let is_code = |text: &String| {
            !text.is_empty() && text.chars().all(|letter| letter.is_control() && !letter.is_whitespace())
        };
        let text = text.filter(|text| !is_code(text)).unwrap_or_else(lost);
        let text: String = text.chars().filter(|letter| !letter.is_control()).collect();
        let mut width = 0.0;
        for code in bytes.chunks(font.bytes) {
            let code = code.iter().fold(0_u32, |code, byte| code << 8 | u32::from(*byte));
            let own = font.widths.get(&code).copied().unwrap_or(font.usual) / 1_000.0 * self.state.size;
            width += (own + self.state.letters + if code == 32 { self.state.words } else { 0.0 }) * self.state.scale;
        }
        let whole = times(times([1.0, 0.0, 0.0, 1.0, 0.0, self.state.rise], self.text), self.state.page);
        let [a, b, c, d, from, base] = whole;
        let along = (a * a + b * b).sqrt();
        let size = self.state.size * (c * c + d * d).sqrt();
        // What is written upwards beside text that is not is no text of a plan's.
        if a.abs() <= b.abs() * 0.1 {
            let [up, down] = &mut self.turned;
            *(if b > 0.0 { up } else { down }) += text.trim().len();
        }
        let is_level = b.abs() <= a.abs() * 0.1 && a > 0.0;
        if is_level && !text.is_empty() && from.is_finite() && base.is_finite() && size.is_finite() {
            let (is_bold, is_italic) = (font.is_bold, font.is_italic);
            let (ink, is_invisible) = (self.state.ink, self.state.is_invisible);
            let to = from + width * along;
            self.pieces.push(Piece { from, to, base, size, is_bold, is_italic, ink, is_invisible, text, lead: 0 });
        }
        self.advance(width);
    }

    fn advance(&mut self, width: f64) {
        self.text = times([1.0, 0.0, 0.0, 1.0, width, 0.0], self.text);
    }
}

/// What is drawn on a page, or on a part of it that has a name of its own.
struct Drawing<'p, 'd> {
    pdf: &'p Pdf,
    grid: &'d mut Grid,
    flow: &'d mut Flow,
    /// Bytes that may still be unpacked, and parts with names that may still be drawn.
    left: &'d mut usize,
    parts_left: usize,
    pieces: Vec<Piece>,
    is_unreadable: bool,
    /// How many letters stand upwards, and downwards.
    turned: [usize; 2],
    pictures: Vec<Picture>,
    has_picture: bool,
}

/// What stands on a page.
struct Page {
    pieces: Vec<Piece>,
    pictures: Vec<Picture>,
    grid: Grid,
    is_turned: bool,
}

/// Text that is not drawn. On a page that is a picture, it is what the picture says.
const INVISIBLE: f64 = 3.0;

/// What nobody can read of a text is told where it stands. A sign alone is a bullet or an ornament.
fn with_what_is_lost(pieces: &mut Vec<Piece>, has_picture: bool, flow: &mut Flow) {
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
fn has_notes(pdf: &Pdf, page: ObjectId) -> bool {
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
fn typed(pdf: &Pdf, page: ObjectId, left: &mut usize) -> Vec<Piece> {
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

/// What is laid upon a page: notes, fields of a form, text that somebody typed.
fn annotations(pdf: &Pdf, page: ObjectId) -> impl Iterator<Item = (Option<ObjectId>, &Dictionary)> {
    let all = pdf.get_dictionary(page).ok().and_then(|page| entry(pdf, page, b"Annots")?.as_array().ok());
    all.into_iter().flatten().filter_map(|one| {
        let (id, one) = pdf.dereference(one).ok()?;
        Some((id, one.as_dict().ok()?))
    })
}

fn is_named(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|own| own == name)
}

/// Whether an annotation is set to be hidden.
fn is_hidden(annotation: &Dictionary) -> bool {
    const HIDDEN: i64 = 1 << 1;
    annotation.get(b"F").and_then(Object::as_i64).is_ok_and(|flags| flags & HIDDEN != 0)
}

/// The text of a page. Where all of it is turned, so is the page.
fn pieces(pdf: &Pdf, page: ObjectId, content: &[u8], left: &mut usize, flow: &mut Flow) -> Result<Page, DocumentError> {
    const UPRIGHT: [Matrix; 2] = [[0.0, -1.0, 1.0, 0.0, 0.0, 0.0], [0.0, 1.0, -1.0, 0.0, 0.0, 0.0]];
    let mut resources = Vec::new();
    let (own, inherited) = pdf.get_page_resources(page).unwrap_or_default();
    resources.extend(own);
    resources.extend(inherited.into_iter().filter_map(|id| pdf.get_dictionary(id).ok()));
    let mut start = UNIT;
    loop {
        let mut grid = Grid::default();
        let mut drawing = Drawing {
            pdf,
            grid: &mut grid,
            flow: &mut *flow,
            left: &mut *left,
            parts_left: MAX_FORM_PARTS,
            pieces: Vec::new(),
            is_unreadable: false,
            turned: [0; 2],
            pictures: Vec::new(),
            has_picture: false,
        };
        let state = State { page: start, ..State::default() };
        drawing.draw(content, &resources, state, 0)?;
        let Drawing { mut pieces, is_unreadable, turned, pictures, has_picture, .. } = drawing;
        let [up, down] = turned;
        if pieces.is_empty() && start == UNIT && up + down > 0 {
            let [up_is_right, down_is_right] = UPRIGHT;
            start = if up >= down { up_is_right } else { down_is_right };
            continue;
        }
        // Text that no font explains would be lost without a word.
        with_what_is_lost(&mut pieces, has_picture, flow);
        let is_lost = |piece: &Piece| piece.text.chars().all(|letter| LOST.starts_with(letter) || letter == ' ');
        if is_unreadable && pieces.iter().all(is_lost) {
            return Err(DocumentError::NoText);
        }
        if has_picture && pieces.is_empty() {
            flow.beside.insert(Beside::ScannedPages);
        }
        if start == UNIT {
            pieces.extend(typed(pdf, page, left));
        }
        // A word in the margin is none of a plan's.
        if up + down >= MIN_TURNED {
            flow.beside.insert(Beside::Turned);
        }
        grid.finish();
        return Ok(Page { pieces, pictures, grid, is_turned: start != UNIT });
    }
}

impl<'p> Drawing<'p, '_> {
    fn draw(
        &mut self,
        content: &[u8],
        resources: &[&'p Dictionary],
        state: State,
        level: usize,
    ) -> Result<(), DocumentError> {
        let pdf = self.pdf;
        let fonts: HashMap<Vec<u8>, Font<'_>> = resources
            .iter()
            .rev()
            .filter_map(|resources| entry(pdf, resources, b"Font")?.as_dict().ok())
            .flat_map(Dictionary::iter)
            .filter_map(|(name, own)| Some((name.clone(), font(pdf, pdf.dereference(own).ok()?.1.as_dict().ok()?))))
            .collect();
        // Where it cannot be read on, the rest of the page would be missing without a word.
        let content = Content::decode_strict(content).or_else(|_| Content::decode_strict(&without_inline(content)));
        let content = content.map_err(|_| DocumentError::Broken)?;
        let mut setter = Setter {
            fonts: &fonts,
            state,
            text: UNIT,
            line: UNIT,
            pieces: Vec::new(),
            is_unreadable: false,
            turned: [0; 2],
        };
        let mut saved: Vec<State> = Vec::new();
        for operation in &content.operations {
            let operands = &operation.operands;
            let at = |place: usize| operands.get(place).and_then(number).unwrap_or_default();
            let matrix = || [at(0), at(1), at(2), at(3), at(4), at(5)];
            match operation.operator.as_str() {
                "q" if saved.len() < MAX_STATES => saved.push(setter.state.clone()),
                "Q" => {
                    if let Some(state) = saved.pop() {
                        setter.state = state;
                    }
                }
                "cm" => setter.state.page = times(matrix(), setter.state.page),
                "BT" => (setter.text, setter.line) = (UNIT, UNIT),
                "Tf" => {
                    setter.state.font =
                        operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default().to_vec();
                    setter.state.size = at(1);
                }
                "g" | "rg" | "k" | "sc" | "scn" => setter.state.ink = ink(operands),
                "cs" => setter.state.ink = Ink::default(),
                "TL" => setter.state.leading = at(0),
                "Ts" => setter.state.rise = at(0),
                "Tz" => setter.state.scale = at(0) / 100.0,
                "Tr" => setter.state.is_invisible = at(0) == INVISIBLE,
                "Tc" => setter.state.letters = at(0),
                "Tw" => setter.state.words = at(0),
                "Tm" => (setter.text, setter.line) = (matrix(), matrix()),
                "Td" => setter.next_line(at(0), at(1)),
                "TD" => {
                    setter.state.leading = -at(1);
                    setter.next_line(at(0), at(1));
                }
                "T*" => setter.next_line(0.0, -setter.state.leading),
                "Tj" => operands.iter().filter_map(|text| text.as_str().ok()).for_each(|text| setter.show(text)),
                "'" | "\"" => {
                    setter.next_line(0.0, -setter.state.leading);
                    operands.iter().filter_map(|text| text.as_str().ok()).for_each(|text| setter.show(text));
                }
                "TJ" => {
                    for piece in operands.iter().filter_map(|list| list.as_array().ok()).flatten() {
                        match piece.as_str() {
                            Ok(text) => setter.show(text),
                            Err(_) => {
                                let back = number(piece).unwrap_or_default();
                                setter.advance(-back / 1_000.0 * setter.state.size * setter.state.scale);
                            }
                        }
                    }
                }
                "m" => self.grid.move_to(point(at(0), at(1), setter.state.page)),
                "l" => self.grid.line_to(point(at(0), at(1), setter.state.page)),
                "h" => self.grid.close(),
                "re" => {
                    let (x, y, to_x, to_y) = (at(0), at(1), at(0) + at(2), at(1) + at(3));
                    let corners = [(x, y), (to_x, y), (to_x, to_y), (x, to_y)];
                    self.grid.rectangle(corners.map(|(x, y)| point(x, y, setter.state.page)));
                }
                "s" | "b" | "b*" => {
                    self.grid.close();
                    self.grid.paint(true);
                }
                "S" | "f" | "F" | "f*" | "B" | "B*" => self.grid.paint(true),
                "n" => self.grid.paint(false),
                "Do" => {
                    let name = operands.first().and_then(|name| name.as_name().ok()).unwrap_or_default();
                    let part = resources.iter().find_map(|resources| {
                        let parts = entry(pdf, resources, b"XObject")?.as_dict().ok()?;
                        let (id, part) = pdf.dereference(parts.get(name).ok()?).ok()?;
                        Some((id, part.as_stream().ok()?))
                    });
                    let (id, part) = part.map_or((None, None), |(id, part)| (id, Some(part)));
                    let is_form = part.is_some_and(|part| {
                        part.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Form")
                    });
                    match part.filter(|_| is_form && level < MAX_LEVELS && self.parts_left > 0) {
                        Some(part) => self.part(part, resources, &setter.state, level)?,
                        None => self.picture(Picture::of(id, setter.state.page)),
                    }
                }
                "BI" => self.picture(Picture::of(None, setter.state.page)),
                _ => {}
            }
        }
        let Setter { pieces, is_unreadable, turned: [up, down], .. } = setter;
        self.pieces.extend(pieces);
        self.is_unreadable |= is_unreadable;
        let [all_up, all_down] = &mut self.turned;
        *all_up += up;
        *all_down += down;
        Ok(())
    }

    /// A part of the page that has a name, with fonts of its own.
    fn part(
        &mut self,
        part: &'p Stream,
        resources: &[&'p Dictionary],
        state: &State,
        level: usize,
    ) -> Result<(), DocumentError> {
        self.parts_left -= 1;
        let content = part.get_plain_content_with_limit(*self.left).map_err(|error| fault(&error))?;
        *self.left = self.left.saturating_sub(content.len());
        let own = entry(self.pdf, &part.dict, b"Resources").and_then(|own| own.as_dict().ok());
        let numbers = entry(self.pdf, &part.dict, b"Matrix").and_then(|matrix| matrix.as_array().ok());
        let numbers: Vec<f64> = numbers.into_iter().flatten().filter_map(number).collect();
        let matrix = <Matrix>::try_from(numbers).unwrap_or(UNIT);
        let state = State { page: times(matrix, state.page), ..state.clone() };
        let own: Vec<&Dictionary> = own.map_or_else(|| resources.to_vec(), |own| vec![own]);
        self.draw(&content, &own, state, level + 1)
    }

    fn picture(&mut self, picture: Option<Picture>) {
        self.has_picture = true;
        self.pictures.extend(picture.filter(|_| self.pictures.len() < MAX_PICTURES));
        self.flow.beside.insert(Beside::Pictures);
    }
}

/// The lines of a page, from top to bottom.
fn to_lines(pieces: Vec<Piece>, page: u32, grid: &Grid) -> Vec<Line> {
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
    let is_frame = |square: &Square| {
        let is_table = |line: &&Line| line.square.as_ref() == Some(square) && line.pieces.len() > 1 && !is_item(line);
        square.columns == 1 && lines.iter().filter(is_table).nth(1).is_some()
    };
    let frames: Vec<bool> = lines.iter().map(|line| line.square.as_ref().is_some_and(is_frame)).collect();
    for (line, _) in lines.iter_mut().zip(frames).filter(|(_, is_in_frame)| *is_in_frame) {
        line.square = None;
    }
    lines
}

/// Where the pieces of the lines above and below a line begin, other than it does itself. What begins there in the line is a cell
/// of its own, however near the label before it comes.
fn starts_beside(whole: &[Vec<Piece>], at: usize, line: &Line) -> Vec<f64> {
    let Some(own) = line.pieces.first().filter(|_| line.square.is_none()) else { return Vec::new() };
    let beside = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().filter_map(|at| whole.get(at)).flatten();
    let is_near = |piece: &&Piece| (piece.base - own.base).abs() <= 2.0 * own.size && piece.from > own.from + own.size;
    beside.filter(is_near).map(|piece| piece.from).collect()
}

/// The pieces of a line, those as one that have no gap between them and do not begin at some place.
fn together(pieces: &[Piece], starts: &[f64]) -> Vec<Piece> {
    /// So many letters make a label, and not a number or a sign before a text.
    const FEWEST: usize = 3;
    let is_start = |before: &Piece, piece: &Piece| {
        piece.from - before.to > -0.1 * piece.size
            && before.text.chars().filter(|letter| letter.is_alphabetic()).count() >= FEWEST
            && starts.iter().any(|start| (piece.from - start).abs() <= 1.0)
    };
    let mut together: Vec<Piece> = Vec::new();
    for piece in pieces.iter().cloned() {
        match together.last_mut() {
            Some(before) if piece.from - before.to < 0.7 * piece.size && !is_start(before, &piece) => {
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
                } else if !is_sign(&piece.text) {
                    before.is_bold &= piece.is_bold;
                    before.is_italic &= piece.is_italic;
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
fn is_sign(text: &str) -> bool {
    !text.contains(char::is_alphabetic)
}

/// Leaves out what stands alone at the foot of a page, whether or not the same stands on the others.
fn without_foot(mut lines: Vec<Line>, names: &Names, flow: &mut Flow) -> Vec<Line> {
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
fn without_repeated(lines: Vec<Line>, pages: usize, names: &Names, flow: &mut Flow) -> Vec<Line> {
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

/// How far the lines of a document go, and those of each column.
struct Widths {
    all: f64,
    columns: HashMap<(u32, usize), (f64, f64)>,
}

impl Widths {
    fn of(lines: &[Line]) -> Self {
        let all = lines.iter().map(Line::to).fold(0.0, f64::max);
        let mut columns = HashMap::new();
        for line in lines {
            if let Some(run) = line.run {
                let (from, to) = columns.entry((line.page, run)).or_insert((f64::MAX, f64::MIN));
                (*from, *to) = (line.from().min(*from), line.to().max(*to));
            }
        }
        Self { all, columns }
    }

    /// Whether the next word had no room in a line, as far as that can be told.
    fn are_filled_by(&self, line: &Line) -> bool {
        let own = line.run.and_then(|run| self.columns.get(&(line.page, run)));
        let (from, to) = own.copied().unwrap_or((0.0, self.all));
        line.to() - from >= (to - from) * 0.8
    }
}

/// Lines as paragraphs and tables.
fn blocks(mut lines: Vec<Line>, names: &Names) -> Vec<Block> {
    centred::align(&mut lines, names);
    let mut blocks = Vec::new();
    let mut open = None;
    while let Some(labelled) = labelled(&lines, open, names) {
        let rest = lines.split_off(labelled.to);
        let table = lines.split_off(labelled.from);
        blocks.extend(even(lines, names));
        let page = table.first().map_or(0, |line| line.page);
        let is_told = match labelled.rows {
            bands::Rows::Told(rows) => {
                labelled_rows(table, &rows, &labelled.columns, labelled.goes_on, names, &mut blocks);
                true
            }
            bands::Rows::Untold => {
                if labelled.goes_on {
                    doubt_last(&mut blocks);
                }
                blocks.push(Block::Table(untold_labels(&table, names)));
                blocks.push(Block::Table(untold(None, &table)));
                false
            }
        };
        let ends_page = rest.first().is_none_or(|next| next.page != page);
        open = ends_page.then_some(Open { page, columns: labelled.columns, is_told });
        lines = rest;
    }
    blocks.extend(even(lines, names));
    blocks
}

/// The same where no table without lines around its cells stands among them.
fn even(lines: Vec<Line>, names: &Names) -> Vec<Block> {
    let widths = Widths::of(&lines);
    let mut blocks = Vec::new();
    let mut paragraph: Option<(Paragraph, f64, bool, f64)> = None;
    let mut last: Option<(u32, f64, f64)> = None;
    let mut lines = lines.into_iter().peekable();
    while let Some(line) = lines.next() {
        if line.square.is_some() {
            blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
            let mut inside = vec![line];
            while let Some(next) = lines.next_if(|next| next.square.is_some()) {
                inside.push(next);
            }
            blocks.push(Block::Table(ruled(inside, names)));
            continue;
        }
        if line.is_picture() {
            blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
            blocks.push(Block::Paragraph(Paragraph::unread(Some(line.page))));
            last = None;
            continue;
        }
        if line.pieces.len() >= 2 && !is_item(&line) {
            // A label with a text behind it that goes on at the margin is no row of a table.
            let is_label = line.pieces.len() == 2 && line.pieces.first().is_some_and(|first| names.knows(&first.text));
            let is_text = |next: &Line| {
                let is_near = next.page == line.page && line.base - next.base <= 1.6 * line.size;
                is_near
                    && next.pieces.len() == 1
                    && (next.from() - line.from()).abs() <= 2.0
                    && !names.knows(&next.text())
                    && !look_of(next).is_bold
            };
            if is_label && widths.are_filled_by(&line) && lines.peek().is_some_and(is_text) {
                blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
                let mut texts = line.pieces.iter().map(|piece| piece.text.trim());
                let text = format!(
                    "{}:\t{}",
                    texts.next().unwrap_or_default().trim_end_matches(':'),
                    texts.collect::<String>()
                );
                let look = Look { is_bold: false, ..look_of(&line) };
                let next = Paragraph { text, look, page: Some(line.page), ..Paragraph::default() };
                last = Some((line.page, line.base, line.from()));
                paragraph = Some((next, line.base, true, line.size));
                continue;
            }
            let columns: Vec<f64> = line.pieces.iter().map(|piece| piece.from).collect();
            // Where the line above stands in another column than the first, labels are in the middle of their cells or at
            // their bottom, and which label a line belongs to cannot be told.
            let is_beside = |(line_page, base, from): (u32, f64, f64)| {
                let is_near = line_page == line.page && base > line.base && base - line.base <= 1.4 * line.size;
                is_near && column(from, &columns).is_some_and(|column| column > 0)
            };
            let is_doubtful = last.take().is_some_and(is_beside);
            let before = paragraph.take().map(|(paragraph, ..)| paragraph);
            let mut table = vec![line];
            while let Some(next) = lines.next_if(|next| {
                if is_doubtful { is_within(&table, next, &columns) } else { goes_on(&table, next, &columns, names) }
            }) {
                table.push(next);
            }
            if is_doubtful {
                blocks.push(Block::Table(untold(before.as_ref(), &table)));
            } else {
                blocks.extend(before.map(Block::Paragraph));
                blocks.push(Block::Table(rows(table, &columns, names)));
            }
            continue;
        }
        last = Some((line.page, line.base, line.from()));
        let text = line.text();
        let look = look_of(&line);
        let starts_item = is_item(&line);
        if let Some((before, base, was_full, size)) = &mut paragraph {
            let is_near = before.page == Some(line.page) && *base - line.base <= 1.6 * size.max(line.size);
            // A line that begins with a small letter goes on with the one before it, whatever its words are elsewhere.
            let goes_on = text.starts_with(char::is_lowercase);
            // A label with its answer behind it begins anew, however full the line above it is.
            let is_led = text.split_once(':').is_some_and(|(label, _)| names.knows(label))
                || text.get(..line.lead()).is_some_and(|lead| names.knows(lead));
            let is_name = names.knows(&before.text) && !is_ending(&text) || (names.knows(&text) || is_led) && !goes_on;
            if is_near && (*was_full || goes_on) && before.look == look && !starts_item && !is_name {
                before.text.push(' ');
                before.text.push_str(&text);
                (*base, *was_full) = (line.base, widths.are_filled_by(&line));
                continue;
            }
        }
        blocks.extend(paragraph.take().map(|(paragraph, ..)| Block::Paragraph(paragraph)));
        let plain = text.trim_start_matches(BULLETS).trim_start().to_owned();
        let lead = line.lead().saturating_sub(if starts_item { text.len() - plain.len() } else { 0 });
        let text = if starts_item { plain } else { text };
        let next = Paragraph { text, look, lead, is_item: starts_item, page: Some(line.page), ..Paragraph::default() };
        paragraph = Some((next, line.base, widths.are_filled_by(&line), line.size));
    }
    blocks.extend(paragraph.map(|(paragraph, ..)| Block::Paragraph(paragraph)));
    blocks
}

/// The rows of a table whose cells have lines around them.
fn ruled(lines: Vec<Line>, names: &Names) -> Vec<TableRow> {
    let mut rows: Vec<TableRow> = Vec::new();
    let mut above: Option<(u32, f64)> = None;
    // How far down the cell above goes in each column.
    let mut bottoms: HashMap<usize, f64> = HashMap::new();
    let mut lines = lines.into_iter();
    while let Some(line) = lines.next() {
        let Some(square) = &line.square else { continue };
        let here = Some((line.page, square.top));
        if above.is_some_and(|(page, _)| page != line.page) {
            bottoms.clear();
        }
        // A row that goes on upon the next page has nothing in its first cell there, or what goes on itself.
        let goes_on = above.is_some_and(|(page, _)| page + 1 == line.page)
            && (square.column > 0 || line.text().starts_with(char::is_lowercase))
            && rows.last().is_some_and(|row| row.len() == square.columns);
        if here != above && !goes_on {
            if rows.last().is_some_and(|row| row.len() != square.columns) {
                bottoms.clear();
            }
            let is_merged = |column: usize| bottoms.get(&column).is_some_and(|bottom| square.top > bottom + NEAR);
            let cell = |column: usize| Cell { is_continued: is_merged(column), ..Cell::default() };
            rows.push((0..square.columns).map(cell).collect());
        }
        bottoms.insert(square.column, square.bottom);
        above = here;
        let Some(cell) = rows.last_mut().and_then(|row| row.get_mut(square.column)) else { continue };
        if line.is_picture() {
            cell.blocks.push(Block::Paragraph(Paragraph::unread(Some(line.page))));
            continue;
        }
        let (mut text, look, is_item) = (line.text(), look_of(&line), is_item(&line));
        // Where a label stands in the cell of its answer, another may come below that.
        let next = lines.as_slice().iter().take_while(|next| next.square == line.square).take(MAX_LABEL_LINES - 1);
        let another = another_label(cell, &text, next, names);
        let is_another = another.is_some();
        if let Some((label, more)) = another {
            text = label;
            lines.by_ref().take(more).for_each(drop);
        }
        // A label in the cell of its answer is a line of its own.
        let is_label = |blocks: &[Block]| match blocks {
            [Block::Paragraph(first)] => {
                names.knows(&first.text) && !is_ending(&text) && !names.knows(&format!("{} {text}", first.text))
            }
            _ => false,
        };
        let is_below_label = is_label(cell.blocks.get(cell.blocks.len().saturating_sub(1)..).unwrap_or_default());
        match cell.blocks.last_mut() {
            Some(Block::Paragraph(before)) if before.look == look && !is_item && !is_below_label && !is_another => {
                before.text.push(' ');
                before.text.push_str(&text);
            }
            _ => {
                let text = text.trim_start_matches(BULLETS).trim_start().to_owned();
                let page = Some(line.page);
                cell.blocks.push(Block::Paragraph(Paragraph { text, look, is_item, page, ..Paragraph::default() }));
            }
        }
    }
    spread(&mut rows);
    rows
}

/// The next label in a cell with a label above its answer, which stands behind a whole sentence or has a colon: in a line, and
/// so many of those below it.
fn another_label<'l>(
    cell: &Cell,
    text: &str,
    next: impl Iterator<Item = &'l Line>,
    names: &Names,
) -> Option<(String, usize)> {
    let [Block::Paragraph(first), .., Block::Paragraph(last)] = cell.blocks.as_slice() else { return None };
    if !names.knows(&first.text) || !text.starts_with(|first: char| first.is_uppercase() || first.is_ascii_digit()) {
        return None;
    }
    let mut label = text.to_owned();
    let mut labels = vec![label.clone()];
    labels.extend(next.map(|next| {
        label = format!("{label} {}", next.text());
        label.clone()
    }));
    let is_ended = last.text.trim_end().ends_with(['.', '!', '?', ':']);
    let is_it = |(_, label): &(usize, String)| names.knows(label) && (is_ended || label.trim_end().ends_with(':'));
    labels.into_iter().enumerate().rev().find(is_it).map(|(more, label)| (label, more))
}

fn is_item(line: &Line) -> bool {
    line.pieces.first().is_some_and(|piece| piece.text.trim_start().starts_with(BULLETS))
}

fn look_of(line: &Line) -> Look {
    let text = line.text();
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let words = || line.pieces.iter().filter(|piece| !is_sign(&piece.text));
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let size = (line.size.clamp(0.0, 500.0) * 2.0).round() as u16;
    Look {
        size,
        is_bold: words().all(|piece| piece.is_bold) && words().next().is_some(),
        is_caps: letters().count() >= 4 && letters().all(char::is_uppercase),
        is_underlined: false,
        is_italic: words().all(|piece| piece.is_italic) && words().next().is_some(),
        ink: words()
            .next()
            .map(|piece| piece.ink)
            .filter(|ink| words().all(|piece| piece.ink == *ink))
            .unwrap_or_default(),
    }
}

/// Which column something begins in.
fn column(from: f64, columns: &[f64]) -> Option<usize> {
    const NEAR: f64 = 6.0;
    columns.iter().position(|column| (column - from).abs() <= NEAR)
}

/// Whether a line belongs to the table before it.
fn goes_on(table: &[Line], line: &Line, columns: &[f64], names: &Names) -> bool {
    let Some(before) = table.last() else { return false };
    let in_columns = line.pieces.iter().all(|piece| column(piece.from, columns).is_some());
    let is_near = before.page == line.page && before.base - line.base <= 3.0 * line.size;
    match line.pieces.as_slice() {
        // Under the labels it is none of them.
        _ if line.is_picture() && column(line.from(), columns) == Some(0) => false,
        _ if !in_columns || is_item(line) && line.pieces.len() == 1 && column(line.from(), columns) == Some(0) => false,
        [piece] => {
            let is_beside = column(piece.from, columns) != Some(0);
            // A label that goes on in the next line stays within its column.
            let stays = columns.get(1).is_some_and(|second| piece.to <= second + 2.0);
            let is_close = before.base - line.base <= 1.4 * line.size;
            // A heading of its own, or what follows a label that is whole, is no more of it.
            let goes_on = goes_on_as_label(table, piece, columns, names);
            before.page == line.page && (is_beside && is_near || stays && is_close && goes_on)
        }
        _ => is_near || before.page != line.page,
    }
}

/// Whether a piece in the first column goes on with the label above it: the two are one that is known, or neither is.
fn goes_on_as_label(table: &[Line], piece: &Piece, columns: &[f64], names: &Names) -> bool {
    let mut label = String::new();
    for line in table.iter().rev().take(MAX_LABEL_LINES) {
        let Some(first) = line.pieces.first().filter(|first| column(first.from, columns) == Some(0)) else { break };
        label = format!("{} {label}", first.text.trim());
        if names.knows(&format!("{label} {}", piece.text.trim())) {
            return true;
        }
        if names.knows(&label) {
            return false;
        }
    }
    !names.knows(&piece.text)
}

/// Whether each piece of a line close by begins where a column does.
fn is_within(table: &[Line], line: &Line, columns: &[f64]) -> bool {
    let is_near = |before: &Line| before.page == line.page && before.base - line.base <= 2.0 * line.size;
    let is_in_columns = || line.pieces.iter().all(|piece| column(piece.from, columns).is_some());
    line.square.is_none() && table.last().is_some_and(is_near) && is_in_columns()
}

/// Lines of which nobody can tell whose they are: a row without a label, which is listed and placed nowhere.
fn untold(before: Option<&Paragraph>, lines: &[Line]) -> Vec<TableRow> {
    let before = before.map(|before| before.text.clone());
    let text = before.into_iter().chain(lines.iter().map(Line::text)).collect::<Vec<_>>().join("\n");
    let page = lines.first().map(|line| line.page);
    let blocks = vec![Block::Paragraph(Paragraph { text, page, ..Paragraph::default() })];
    let cell = Cell { blocks, ..Cell::default() };
    vec![vec![Cell::default(), cell]]
}

fn rows(lines: Vec<Line>, columns: &[f64], names: &Names) -> Vec<TableRow> {
    let mut rows: Vec<Vec<(String, bool)>> = Vec::new();
    let mut pages = Vec::new();
    let mut above: Option<(u32, f64)> = None;
    for line in lines {
        let first = line.pieces.iter().find(|piece| column(piece.from, columns) == Some(0));
        let gap = above.map(|(page, base)| if page == line.page { (base - line.base) / line.size } else { f64::MAX });
        let label = rows.last().and_then(|row| row.first()).map(|(label, _)| label.as_str()).unwrap_or_default();
        let goes_on = first.is_some_and(|first| names.knows(&format!("{label} {}", first.text.trim())));
        let begins = first.is_some_and(|first| names.knows(&first.text)) && !goes_on;
        let is_new = match gap {
            None => true,
            Some(_) if begins => true,
            Some(gap) => first.is_some() && gap > 1.4 && !goes_on || gap > 3.0 && first.is_some(),
        };
        if is_new {
            rows.push(vec![(String::new(), true); columns.len()]);
            pages.push(line.page);
        }
        above = Some((line.page, line.base));
        let Some(row) = rows.last_mut() else { continue };
        for piece in line.pieces {
            let Some(at) = column(piece.from, columns) else { continue };
            let Some((text, is_bold)) = row.get_mut(at) else { continue };
            // Words beside a picture are the answer.
            if text == UNREAD {
                text.clear();
            } else if piece.text == UNREAD && !text.is_empty() {
                continue;
            }
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(piece.text.trim());
            *is_bold &= piece.is_bold;
        }
    }
    let cell = |(text, is_bold): (String, bool), page: u32| {
        let look = Look { is_bold, ..Look::default() };
        let blocks = vec![Block::Paragraph(Paragraph { text, look, page: Some(page), ..Paragraph::default() })];
        Cell { blocks, ..Cell::default() }
    };
    rows.into_iter().zip(pages).map(|(row, page)| row.into_iter().map(|text| cell(text, page)).collect()).collect()
}

/// The fields of a form, by their names: those that the form lists, and those that stand on a page and it does not list.
fn form(pdf: &Pdf, pages: &BTreeMap<u32, ObjectId>, left: &mut usize, flow: &mut Flow) {
    let form = pdf.catalog().ok().and_then(|catalog| entry(pdf, catalog, b"AcroForm")?.as_dict().ok());
    let fields = form.and_then(|form| entry(pdf, form, b"Fields")?.as_array().ok());
    let by_page: BTreeMap<ObjectId, u32> = pages.iter().map(|(number, page)| (*page, *number)).collect();
    let mut reader = Form { pdf, pages: by_page, met: HashSet::new(), left, flow };
    for field in fields.into_iter().flatten() {
        reader.field(pdf.dereference(field).ok(), &Inherited::default(), 0);
    }
    for (id, widget) in pages.values().flat_map(|page| annotations(pdf, *page)) {
        if let Some(id) = id
            && is_named(widget, b"Subtype", b"Widget")
        {
            let id = uppermost(pdf, id);
            reader.field(pdf.get_object(id).ok().map(|field| (Some(id), field)), &Inherited::default(), 0);
        }
    }
}

/// The field that a part of one belongs to.
fn uppermost(pdf: &Pdf, mut id: ObjectId) -> ObjectId {
    for _ in 0..MAX_LEVELS {
        let above = pdf.get_dictionary(id).and_then(|field| field.get(b"Parent")?.as_reference());
        let Ok(above) = above else { break };
        id = above;
    }
    id
}

/// What a field has from those above it.
#[derive(Default, Clone)]
struct Inherited<'p> {
    name: String,
    kind: Option<&'p [u8]>,
    flags: i64,
    value: Option<&'p Object>,
    choices: Option<&'p Object>,
}

struct Form<'p, 'f> {
    pdf: &'p Pdf,
    pages: BTreeMap<ObjectId, u32>,
    /// The fields that have been read.
    met: HashSet<ObjectId>,
    /// Bytes that may still be unpacked.
    left: &'f mut usize,
    flow: &'f mut Flow,
}

impl<'p> Form<'p, '_> {
    fn field(&mut self, field: Option<(Option<ObjectId>, &'p Object)>, above: &Inherited<'p>, level: usize) {
        let pdf = self.pdf;
        if level > MAX_LEVELS || self.flow.controls.len() >= MAX_FORM_FIELDS {
            return;
        }
        let Some((id, field)) = field else { return };
        // What was read is not read again, whatever way leads there.
        if id.is_some_and(|id| !self.met.insert(id)) {
            return;
        }
        let Ok(field) = field.as_dict() else { return };
        let own = entry(pdf, field, b"T").and_then(|name| text_of(name, self.left));
        let name = match (&own, above.name.as_str()) {
            (Some(own), "") => own.clone(),
            (Some(own), above) => format!("{above}.{own}"),
            (None, above) => above.to_owned(),
        };
        let kind = entry(pdf, field, b"FT").and_then(|kind| kind.as_name().ok()).or(above.kind);
        let flags = entry(pdf, field, b"Ff").and_then(|flags| flags.as_i64().ok()).unwrap_or(above.flags);
        let value = entry(pdf, field, b"V").or(above.value);
        let choices = entry(pdf, field, b"Opt").or(above.choices);
        let kids = entry(pdf, field, b"Kids").and_then(|kids| kids.as_array().ok());
        // Where what is below has no name, it only says where on the page the field stands.
        let named = |kid: &Object| {
            let kid = pdf.dereference(kid).ok().and_then(|(_, kid)| kid.as_dict().ok());
            kid.is_some_and(|kid| kid.has(b"T"))
        };
        if let Some(kids) = kids.filter(|kids| kids.iter().any(named)) {
            for kid in kids {
                self.field(
                    pdf.dereference(kid).ok(),
                    &Inherited { name: name.clone(), kind, flags, value, choices },
                    level + 1,
                );
            }
            return;
        }
        let first = kids.and_then(|kids| pdf.dereference(kids.first()?).ok()?.1.as_dict().ok()).unwrap_or(field);
        let page = first.get(b"P").and_then(Object::as_reference).ok().and_then(|page| self.pages.get(&page).copied());
        let value = match (kind, value) {
            (Some(b"Btn"), Some(Object::Name(state))) => self.state(state, flags, choices),
            (Some(b"Btn"), _) => Value::Nothing,
            // More than one may be chosen of a list.
            (_, Some(Object::Array(chosen))) => {
                let chosen: Option<Vec<String>> =
                    chosen.iter().map(|one| text_of(pdf.dereference(one).ok()?.1, self.left)).collect();
                chosen.map_or(Value::Unreadable, |chosen| Value::from(chosen.join("\n")))
            }
            (_, Some(Object::Null) | None) => Value::Nothing,
            (_, Some(value)) => text_of(value, self.left).map_or(Value::Unreadable, Value::from),
        };
        let told = entry(pdf, field, b"TU").and_then(|told| text_of(told, self.left));
        let names = [Some(name), own, told].into_iter().flatten().filter(|name| !name.is_empty());
        let names: Vec<Arc<str>> = names.map(Arc::from).collect();
        if !names.is_empty() && kind != Some(b"Sig".as_slice()) {
            self.flow.controls.push(Control { kind: NameKind::Form, names, value, page, is_in_text: false });
        }
    }

    /// What a button says: one to tick that it is ticked or not, one of several which of them is chosen. That may be said by its
    /// place among them, and where nothing tells what they are called, nobody knows what it means.
    fn state(&mut self, state: &[u8], flags: i64, choices: Option<&Object>) -> Value<'static> {
        const ONE_OF_SEVERAL: i64 = 1 << 15;
        let is_one_of_several = flags & ONE_OF_SEVERAL != 0;
        if state == b"Off" {
            return if is_one_of_several { Value::Nothing } else { Value::Flag(false) };
        }
        let place = std::str::from_utf8(state).ok().and_then(|place| place.parse::<usize>().ok());
        if let Some(place) = place.filter(|_| is_one_of_several || choices.is_some()) {
            let chosen = choices.and_then(|choices| choices.as_array().ok()?.get(place));
            let chosen = chosen.and_then(|chosen| self.pdf.dereference(chosen).ok());
            return chosen.and_then(|(_, chosen)| text_of(chosen, self.left)).map_or(Value::Unreadable, Value::from);
        }
        match state {
            b"Yes" | b"On" | b"1" | b"Ja" => Value::Flag(true),
            state => Value::from(latin(state)),
        }
    }
}

/// A text string of a PDF, whatever its encoding, or a stream that is one.
fn text_of(object: &Object, left: &mut usize) -> Option<String> {
    match object {
        Object::Name(name) => Some(latin(name)),
        Object::Stream(stream) => {
            let bytes = stream.get_plain_content_with_limit(*left).ok()?;
            *left = left.saturating_sub(bytes.len());
            text_of(&Object::string_literal(bytes), left)
        }
        object => lopdf::decode_text_string(object).ok().map(|text| text.replace('\r', "\n")),
    }
}

fn latin(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}
