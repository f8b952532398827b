//! The checker in browsers and in Node: UTF-8 in, UTF-8 out.
//!
//! This crate holds no rule and no text. It reads the options, calls the core and hands on its bytes; the npm package
//! in `js/` wraps the functions in types.
//!
//! It is built twice: with the feature `full`, and without it for a browser that only wants the regulation in Danish.

use rehabplan::Lang;
use rehabplan::report::Counts;
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg_attr(not(feature = "full"), path = "without.rs")]
mod beside;
mod codes;
mod options;
#[cfg(feature = "full")]
mod words;

use options::Given;

/// Half the code of the standard library's allocator, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// Checks a plan with [options](Given::read), and gives the report: in [codes](codes::of), or, with profiles or a horizon,
/// in JSON, the core's bytes.
///
/// What cannot be read gives a code and on the next line a message instead, which begins as neither does. Nothing of
/// the document is in it. (As bytes and not as an error, a text needs no code here to become a value of JavaScript.)
#[wasm_bindgen]
#[must_use]
pub fn validate(plan: &[u8], options: &[u8]) -> Vec<u8> {
    checked(plan, options).unwrap_or_else(|error| error).into_bytes()
}

fn checked(plan: &[u8], options: &[u8]) -> Result<String, String> {
    let mut given = Given::read(options)?;
    let report = beside::check(plan, &mut given)?;
    Ok(codes::of(&report).unwrap_or_else(|| beside::json(&report, given.lang)))
}

/// How many points of a report are for a person to judge, in words and in the language of the report; nothing where none
/// is. `how` says how to see them, and is nothing where they are shown.
#[wasm_bindgen]
#[must_use]
pub fn review_line(lang: &[u8], review: &[u8], how: &[u8]) -> Vec<u8> {
    // The JavaScript side writes UTF-8.
    let [lang, review, how] = [lang, review, how].map(|text| str::from_utf8(text).unwrap_or_default());
    let counts = Counts { review: review.parse().unwrap_or_default(), ..Counts::default() };
    let line = counts.review_line(Lang::from_tag(lang).unwrap_or_default(), Some(how).filter(|how| !how.is_empty()));
    line.unwrap_or_default().into_bytes()
}

/// The words for every code of a report, and the rules, in JSON. A module without them has a file beside it.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn words() -> Vec<u8> {
    words::json()
}

/// Every profile that comes with the product, in JSON: the same as `rehabplan profiles --format json`. In a module without
/// profiles, a code and a message as from [`validate`].
#[wasm_bindgen]
#[must_use]
pub fn profiles() -> Vec<u8> {
    beside::profiles().unwrap_or_else(|error| error).into_bytes()
}
