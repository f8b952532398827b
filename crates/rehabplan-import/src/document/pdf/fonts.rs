//! Fonts: what their bytes mean, and how wide the letters are.

use std::collections::HashMap;
use std::sync::LazyLock;

use lopdf::{Dictionary, Document as Pdf, Encoding, Object};

use super::{entry, number};
use crate::document::widths;
use crate::limits::MAX_DOCUMENT_UNPACKED_BYTES;

/// A font, as far as it tells what is written and how wide it is.
pub(super) struct Font<'p> {
    pub(super) encoding: Option<Encoding<'p>>,
    pub(super) is_bold: bool,
    pub(super) is_italic: bool,
    /// Bytes of a letter.
    pub(super) bytes: usize,
    pub(super) widths: HashMap<u32, f64>,
    pub(super) usual: f64,
}

/// What is set in no font.
pub(super) static NO_FONT: LazyLock<Font<'static>> = LazyLock::new(|| Font {
    encoding: None,
    is_bold: false,
    is_italic: false,
    bytes: 1,
    widths: HashMap::new(),
    usual: 500.0,
});

pub(super) fn font<'p>(pdf: &'p Pdf, dictionary: &'p Dictionary) -> Font<'p> {
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
