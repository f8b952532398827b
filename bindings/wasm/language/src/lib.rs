//! The language check for browsers: a file beside the small module, so that a form can check before it is there.

use rehabplan::language::{self, Voice};
use wasm_bindgen::prelude::wasm_bindgen;

#[path = "../../src/recommendation.rs"]
mod recommendation;
pub use recommendation::recommendation;

#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Whether a text recommends or assesses what is to happen, in a field that is for the citizen's own words or not.
#[wasm_bindgen]
#[must_use]
pub fn recommends(text: &[u8], is_citizens: bool) -> bool {
    let voice = if is_citizens { Voice::Citizen } else { Voice::Other };
    // The other module holds nothing but UTF-8.
    str::from_utf8(text).is_ok_and(|text| language::recommendation(text, voice).is_some())
}
