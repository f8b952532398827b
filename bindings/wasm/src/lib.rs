//! The checker in browsers and in Node: text in, text out.
//!
//! This crate holds no rule and no text. It reads the options, calls the core and hands on its bytes; the npm package
//! in `js/` wraps the three functions in types.

use rehabplan::law::catalogue;
use rehabplan::{Lang, Report, validate_slice, validate_str};
use wasm_bindgen::prelude::wasm_bindgen;

mod options;

use options::Given;

/// Checks a plan in JSON text, and gives the report in JSON: the core's bytes.
///
/// # Errors
///
/// `{"code": ..., "message": ...}` when the document or an option cannot be read. Nothing of the document is in it.
#[wasm_bindgen(js_name = validateText)]
pub fn validate_text(plan: &str, options: &str) -> Result<String, String> {
    let given = Given::read(options)?;
    let report = validate_str(plan, &given.options).map_err(|error| given.unreadable(&error))?;
    Ok(render(&report, given.lang))
}

/// Checks a plan in UTF-8 bytes, like [`validate_text`].
///
/// # Errors
///
/// As [`validate_text`], and when the bytes are not UTF-8.
#[wasm_bindgen(js_name = validateBytes)]
pub fn validate_bytes(plan: &[u8], options: &str) -> Result<String, String> {
    let given = Given::read(options)?;
    let report = validate_slice(plan, &given.options).map_err(|error| given.unreadable(&error))?;
    Ok(render(&report, given.lang))
}

/// Every requirement and scope rule in JSON: the same as `rehabplan rules --format json`.
#[wasm_bindgen]
#[must_use]
pub fn rules() -> String {
    // Writing plain data to a string cannot fail.
    serde_json::to_string(&catalogue().collect::<Vec<_>>()).unwrap_or_default()
}

fn render(report: &Report, lang: Lang) -> String {
    report.to_json(lang)
}
