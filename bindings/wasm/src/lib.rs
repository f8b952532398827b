//! The checker in browsers and in Node: UTF-8 in, UTF-8 out.
//!
//! This crate holds no rule and no text. It reads the options, calls the core and hands on its bytes; the npm package
//! in `js/` wraps the functions in types.
//!
//! It is built twice: with the feature `full`, and without it for a browser that only wants the regulation in Danish.

use std::cell::RefCell;

use rehabplan::report::Counts;
use rehabplan::{Checker, Lang};
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg_attr(not(feature = "full"), path = "without.rs")]
mod beside;
mod codes;
#[cfg(feature = "full")]
mod latin1;
mod options;
#[cfg(feature = "full")]
mod words;

use options::{Given, thrown};

/// Half the code of the standard library's allocator, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What stays from one check to the next.
#[derive(Default)]
struct Kept {
    /// Where the JavaScript side writes a plan.
    plan: Vec<u8>,
    check: Option<Check>,
}

/// A check that was chosen.
struct Check {
    checker: Checker,
    lang: Lang,
}

thread_local! {
    static KEPT: RefCell<Kept> = RefCell::default();
}

/// Chooses what is checked from now on, by [options](Given::read). Nothing, or else a code and on the next line a message. (As
/// bytes and not as an error, a text needs no code here to become a value of JavaScript.)
#[wasm_bindgen]
#[must_use]
pub fn choose(options: &[u8]) -> Vec<u8> {
    let chosen = Given::read(options).and_then(|mut given| Ok((given.lang, beside::checker(&mut given)?)));
    KEPT.with_borrow_mut(|kept| match chosen {
        Ok((lang, checker)) => {
            kept.check = Some(Check { checker, lang });
            Vec::new()
        }
        Err(error) => error.into_bytes(),
    })
}

/// The place where a plan of so many bytes is to be written.
#[wasm_bindgen]
#[must_use]
pub fn room(length: usize) -> *mut u8 {
    KEPT.with_borrow_mut(|kept| {
        if kept.plan.len() < length {
            kept.plan.resize(length, 0);
        }
        kept.plan.as_mut_ptr()
    })
}

/// Checks the plan that was written, as was chosen, and gives the report: in [codes](codes::of), or, with profiles or a
/// horizon, in JSON, the core's bytes.
///
/// What cannot be read gives a code and on the next line a message instead, which begins as neither does. Nothing of the
/// document is in it.
#[wasm_bindgen]
#[must_use]
pub fn check(length: usize) -> Vec<u8> {
    KEPT.with_borrow(|kept| kept.said_of(kept.plan.get(..length).unwrap_or_default()))
}

/// The same for a plan that was written in Latin-1, as a server writes it.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn check_latin1(length: usize) -> Vec<u8> {
    KEPT.with_borrow(|kept| kept.said_of(&latin1::to_utf8(kept.plan.get(..length).unwrap_or_default())))
}

impl Kept {
    fn said_of(&self, plan: &[u8]) -> Vec<u8> {
        let Some(Check { checker, lang }) = &self.check else { return Vec::new() };
        let said = match checker.check_slice(plan) {
            Ok(report) => codes::of(&report).unwrap_or_else(|| beside::json(&report, *lang)),
            Err(error) => thrown(error.code(), &beside::message(plan, &error, *lang)),
        };
        said.into_bytes()
    }
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
