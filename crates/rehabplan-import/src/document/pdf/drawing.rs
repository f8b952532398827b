//! From the operators of a page to pieces of text, each with its place and its look.

use std::collections::HashMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document as Pdf, Object, ObjectId, Stream};

use super::fonts::{Font, NO_FONT, font};
use super::form::{MAX_FORM_PARTS, MAX_LEVELS};
use super::matrix::{Matrix, UNIT, point, times};
use super::notes::{MIN_TURNED, crossed_out, typed, with_what_is_lost};
use super::pictures::{MAX_PICTURES, Picture};
use super::{entry, fault, number, strokes};
use crate::document::DocumentError;
use crate::document::columns::Piece;
use crate::document::flow::{Beside, Flow, Ink, LOST};
use crate::document::grid::Grid;
use crate::document::inline::without_inline;
use crate::limits::{MAX_PAGE_BYTES, MAX_PAGE_PIECES};

/// So many pieces back, a piece of the same line may be the same once more.
pub(super) const MAX_SHADOWS: usize = 16;

/// States that a page may put aside.
const MAX_STATES: usize = 256;

/// The colour that operands set: a grey, red with green and blue, or what is printed of four colours. A pattern is none.
pub(super) fn ink(operands: &[Object]) -> Ink {
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
            self.pieces.push(Piece {
                from,
                to: from + width * along,
                base,
                size,
                is_bold: font.is_bold,
                is_italic: font.is_italic,
                ink: self.state.ink,
                is_invisible: self.state.is_invisible,
                text,
                ..Piece::default()
            });
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
    /// Bytes that may still be unpacked, those among them that this page may be drawn by, and parts with names that may still be drawn.
    left: &'d mut usize,
    page_left: usize,
    parts_left: usize,
    pieces: Vec<Piece>,
    is_unreadable: bool,
    /// How many letters stand upwards, and downwards.
    turned: [usize; 2],
    pictures: Vec<Picture>,
    has_picture: bool,
}

/// What stands on a page.
pub(super) struct Page {
    pub(super) pieces: Vec<Piece>,
    pub(super) pictures: Vec<Picture>,
    pub(super) grid: Grid,
    pub(super) is_turned: bool,
}

/// Text that is not drawn. On a page that is a picture, it is what the picture says.
const INVISIBLE: f64 = 3.0;

/// The text of a page. Where all of it is turned, so is the page.
pub(super) fn pieces(
    pdf: &Pdf,
    page: ObjectId,
    content: &[u8],
    left: &mut usize,
    flow: &mut Flow,
) -> Result<Page, DocumentError> {
    const UPRIGHT: [Matrix; 2] = [[0.0, -1.0, 1.0, 0.0, 0.0, 0.0], [0.0, 1.0, -1.0, 0.0, 0.0, 0.0]];
    let mut resources = Vec::new();
    let (own, inherited) = pdf.get_page_resources(page).unwrap_or_default();
    resources.extend(own);
    resources.extend(inherited.into_iter().filter_map(|id| pdf.get_dictionary(id).ok()));
    let page_left = MAX_PAGE_BYTES.checked_sub(content.len()).ok_or(DocumentError::PageTooFull)?;
    let mut start = UNIT;
    loop {
        let mut grid = Grid::default();
        let mut drawing = Drawing {
            pdf,
            grid: &mut grid,
            flow: &mut *flow,
            left: &mut *left,
            page_left,
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
        // What stands beyond the page is as what is not drawn.
        if let Some([left, low, right, high]) = sheet(pdf, page).filter(|_| start == UNIT) {
            let is_beyond = |piece: &Piece| {
                piece.to < left || piece.from > right || piece.base > high || piece.base + piece.size < low
            };
            pieces.iter_mut().for_each(|piece| piece.is_invisible |= is_beyond(piece));
        }
        grid.finish();
        strokes::mark(&mut pieces, &grid, &crossed_out(pdf, page));
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
        return Ok(Page { pieces, pictures, grid, is_turned: start != UNIT });
    }
}

/// The edges of what is seen of a page: left, low, right and high.
fn sheet(pdf: &Pdf, page: ObjectId) -> Option<[f64; 4]> {
    /// Pages stand in groups, and these in others.
    const MOST: usize = 16;
    let above = |id: &ObjectId| pdf.get_dictionary(*id).and_then(|own| own.get(b"Parent")?.as_reference()).ok();
    let chain: Vec<ObjectId> = std::iter::successors(Some(page), above).take(MOST).collect();
    let edges = |key: &[u8]| {
        let own = chain.iter().find_map(|id| entry(pdf, pdf.get_dictionary(*id).ok()?, key)?.as_array().ok())?;
        let own: Vec<f64> = own.iter().filter_map(|edge| number(pdf.dereference(edge).ok()?.1)).collect();
        let [left, low, right, high] = own.try_into().ok()?;
        Some([f64::min(left, right), f64::min(low, high), f64::max(left, right), f64::max(low, high)])
    };
    edges(b"CropBox").or_else(|| edges(b"MediaBox"))
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
            if setter.pieces.len() > self.pieces_left() {
                return Err(DocumentError::PageTooFull);
            }
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
        if pieces.len() > self.pieces_left() {
            return Err(DocumentError::PageTooFull);
        }
        self.pieces.extend(pieces);
        self.is_unreadable |= is_unreadable;
        let [all_up, all_down] = &mut self.turned;
        *all_up += up;
        *all_down += down;
        Ok(())
    }

    /// How many pieces of text the page may still have.
    fn pieces_left(&self) -> usize {
        MAX_PAGE_PIECES.saturating_sub(self.pieces.len())
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
        self.page_left = self.page_left.checked_sub(content.len()).ok_or(DocumentError::PageTooFull)?;
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
