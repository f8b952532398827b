//! Why the language check points out a text. This file is in the module of the language check (`../language`) too.

use std::ops::Range;

use rehabplan::language;
use rehabplan::law::voice_at;
use wasm_bindgen::prelude::wasm_bindgen;

/// The places in a text of the sentence that recommends and of the words that weighed most, the heaviest first: for each from and
/// to, as JavaScript counts. None where nothing is found. The path is that of the text in a plan.
#[wasm_bindgen]
#[must_use]
pub fn recommendation(text: &[u8], path: &[u8]) -> Vec<u32> {
    // The JavaScript side writes UTF-8.
    let [text, path] = [text, path].map(|text| str::from_utf8(text).unwrap_or_default());
    let mut places = Vec::new();
    let mut add = |place: &Range<usize>| {
        places.extend([utf16(text, place.start), utf16(text, place.end)]);
    };
    if let Some(hit) = language::recommendation(text, voice_at(path)) {
        add(&hit.sentence);
        hit.words().for_each(add);
    }
    places
}

/// How long a text is for JavaScript as far as a place. (A plan is far below 4 GiB.)
#[allow(clippy::cast_possible_truncation)]
fn utf16(text: &str, end: usize) -> u32 {
    text.get(..end).map_or(0, |before| before.encode_utf16().count()) as u32
}
