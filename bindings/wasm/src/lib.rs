//! The checker in browsers and in Node: text in, text out.
//!
//! This crate holds no rule and no text. It reads the options, calls the core and hands on its bytes; the npm package
//! in `js/` wraps the functions in types.
//!
//! It is built twice: with the feature `full`, and without it for a browser that only wants the regulation in Danish.

use rehabplan::law::catalogue;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg_attr(not(feature = "full"), path = "without.rs")]
mod beside;
mod options;

use options::Given;

/// Half the code of the standard library's allocator, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Checks a plan in UTF-8 bytes, and gives the report in JSON: the core's bytes.
///
/// # Errors
///
/// A code and on the next line a message when the document or an option cannot be read. Nothing of the document is in it.
#[wasm_bindgen]
pub fn validate(plan: &[u8], options: &str) -> Result<String, String> {
    let mut given = Given::read(options)?;
    let report = beside::check(plan, &mut given)?;
    Ok(report.to_json(given.lang))
}

/// Every requirement and scope rule in JSON: the same as `rehabplan rules --format json`.
#[wasm_bindgen]
#[must_use]
pub fn rules() -> String {
    // Writing plain data to a string cannot fail.
    serde_json::to_string(&catalogue().collect::<Vec<_>>()).unwrap_or_default()
}

/// Every profile that comes with the product, in JSON: the same as `rehabplan profiles --format json`.
///
/// # Errors
///
/// As [`validate`], in a module without profiles.
#[wasm_bindgen]
pub fn profiles() -> Result<String, String> {
    beside::profiles()
}
