//! The checker in browsers and in Node: UTF-8 in, UTF-8 out.
//!
//! This crate holds no rule and no text. It reads the options, calls the core and hands on its bytes; the npm package
//! in `js/` wraps the functions in types.
//!
//! It is built twice: with the feature `full`, and without it for a browser that only wants the regulation, with texts that lie beside it.

// The package is JavaScript's; whoever reads this works on the crate.
#![allow(rustdoc::private_intra_doc_links)]

use std::cell::RefCell;

use rehabplan::needs::Needs;
use rehabplan::report::Counts;
use rehabplan::{Checker, Lang, Report};
use wasm_bindgen::prelude::wasm_bindgen;

#[cfg_attr(not(feature = "full"), path = "without.rs")]
mod beside;
mod codes;
#[cfg(feature = "full")]
mod drafts;
#[cfg(feature = "full")]
mod latin1;
mod options;
#[cfg(feature = "full")]
mod recommendation;
#[cfg(feature = "full")]
mod words;

use options::Given;
#[cfg(feature = "full")]
pub use recommendation::recommendation;

/// What the JavaScript side makes an error of: the code, and on the next line the message.
fn thrown(code: &str, message: &str) -> String {
    [code, "\n", message].concat()
}

/// Half the code of the standard library's allocator, and faster.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// What stays from one check to the next.
#[derive(Default)]
struct Kept {
    /// Where the JavaScript side writes a plan.
    plan: Vec<u8>,
    /// The same in UTF-8, where it is written in Latin-1.
    #[cfg(feature = "full")]
    utf8: Vec<u8>,
    chosen: Option<Chosen>,
    /// The plans that are being written.
    #[cfg(feature = "full")]
    drafts: drafts::Drafts,
    /// The comparisons that were begun and not ended. There may be several: what gives the plans of one may make another.
    #[cfg(feature = "full")]
    comparisons: Vec<rehabplan::compare::Comparison>,
}

/// A check that was chosen.
struct Chosen {
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
    let chosen = Given::read(options).and_then(|given| Ok((given.lang, given.checker()?)));
    KEPT.with_borrow_mut(|kept| match chosen {
        Ok((lang, checker)) => {
            kept.chosen = Some(Chosen { checker, lang });
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

/// The same, and on the next line [what the case requires](Needs::to_json): a form asks for both at every change.
#[wasm_bindgen]
#[must_use]
pub fn check_with_needs(length: usize) -> Vec<u8> {
    KEPT.with_borrow(|kept| {
        kept.checked(kept.plan.get(..length).unwrap_or_default(), |report, lang| {
            required(report).map_or_else(|error| error, |needs| [&said(report, lang), "\n", &needs].concat())
        })
    })
}

/// The same for a plan that was written in Latin-1, as a server writes it.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn check_latin1(length: usize) -> Vec<u8> {
    KEPT.with_borrow_mut(|kept| {
        let mut room = std::mem::take(&mut kept.utf8);
        let said = kept.said_of(latin1::to_utf8(kept.plan.get(..length).unwrap_or_default(), &mut room));
        kept.utf8 = room;
        said
    })
}

/// Begins a draft of the plan that was written, under a number of the JavaScript side's own, and says what [`check`] says.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn draft(length: usize, number: u32) -> Vec<u8> {
    KEPT.with_borrow_mut(|kept| {
        let Kept { plan, chosen: Some(chosen), drafts, .. } = kept else { return Vec::new() };
        drafts.begin(number, chosen, plan.get(..length).unwrap_or_default()).into_bytes()
    })
}

/// Sets a value of a draft that was written, in JSON and with its JSON Pointer on the next line, and says what that changed: the
/// report in [codes](codes::of) with the answers that came, and the rules of those that went without another; or the whole report,
/// where that is in JSON; or nothing where it stays as it is.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn draft_set(length: usize, number: u32) -> Vec<u8> {
    KEPT.with_borrow_mut(|kept| {
        let Kept { plan, drafts, .. } = kept;
        // The JavaScript side writes UTF-8.
        let given = str::from_utf8(plan.get(..length).unwrap_or_default()).unwrap_or_default();
        let (value, pointer) = given.split_once('\n').unwrap_or_default();
        drafts.set(number, pointer, value)
    })
    .into_bytes()
}

/// What the case requires by a draft as it stands, in JSON, or else a code and on the next line a message.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn draft_needs(number: u32) -> Vec<u8> {
    KEPT.with_borrow(|kept| kept.drafts.needs(number)).into_bytes()
}

/// Forgets a draft.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn draft_end(number: u32) {
    KEPT.with_borrow_mut(|kept| kept.drafts.end(number));
}

/// Begins a comparison of plans without the chosen profiles and with them.
#[cfg(feature = "full")]
#[wasm_bindgen]
pub fn compare() {
    KEPT.with_borrow_mut(|kept| kept.comparisons.push(Default::default()));
}

/// Adds the plan that was written to the comparison that was begun last, under a name. A document that is no plan is counted as
/// such. Nothing, or else a code and on the next line a message.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn compare_plan(length: usize, name: &[u8]) -> Vec<u8> {
    KEPT.with_borrow_mut(|kept| {
        let Kept { plan, chosen: Some(chosen), comparisons, .. } = kept else { return Vec::new() };
        let Some(comparison) = comparisons.last_mut() else {
            return thrown("failed", "no comparison was begun").into();
        };
        match chosen.checker.check_slice(plan.get(..length).unwrap_or_default()) {
            Ok(report) => comparison.add(str::from_utf8(name).unwrap_or_default(), &report),
            Err(_) => comparison.unreadable += 1,
        }
        Vec::new()
    })
}

/// Ends the comparison that was begun last, and gives it in JSON, in the language that was chosen.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn compared(lang: &[u8]) -> Vec<u8> {
    let comparison = KEPT.with_borrow_mut(|kept| kept.comparisons.pop()).unwrap_or_default();
    beside::compared(&comparison, spoken(lang)).into_bytes()
}

/// Line and column of JSON Pointers, one on a line, in the plan that was written, in JSON.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn positions(length: usize, pointers: &[u8]) -> Vec<u8> {
    KEPT.with_borrow(|kept| {
        let plan = kept.plan.get(..length).unwrap_or_default();
        beside::positions(plan, str::from_utf8(pointers).unwrap_or_default()).into_bytes()
    })
}

/// What becomes of each legal unit, in JSON: the same as `rehabplan coverage --format json`.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn coverage(lang: &[u8]) -> Vec<u8> {
    beside::units(spoken(lang)).into_bytes()
}

/// What a plan will have to hold in a kind of case, by [options](Given::read) of which the phase and the language count, in JSON;
/// or else a code and on the next line a message.
#[cfg(feature = "full")]
#[wasm_bindgen]
#[must_use]
pub fn checklist(case: &[u8], options: &[u8]) -> Vec<u8> {
    let case = str::from_utf8(case).unwrap_or_default();
    let said = Given::read(options).and_then(|given| beside::checklist(case, given.phase, given.lang));
    said.unwrap_or_else(|error| error).into_bytes()
}

/// A language that the JavaScript side has looked at.
#[cfg(feature = "full")]
fn spoken(lang: &[u8]) -> Lang {
    str::from_utf8(lang).ok().and_then(Lang::from_tag).unwrap_or_default()
}

impl Kept {
    fn said_of(&self, plan: &[u8]) -> Vec<u8> {
        self.checked(plan, said)
    }

    /// What is said of the report on a plan, or that it is none.
    fn checked(&self, plan: &[u8], said: fn(&Report, Lang) -> String) -> Vec<u8> {
        let Some(Chosen { checker, lang }) = &self.chosen else { return Vec::new() };
        let said = match checker.check_slice(plan) {
            Ok(report) => said(&report, *lang),
            Err(error) => thrown(error.code(), &beside::message(plan, &error, *lang)),
        };
        said.into_bytes()
    }
}

/// A report, in codes where it can be said in them.
fn said(report: &Report, lang: Lang) -> String {
    codes::of(report).unwrap_or_else(|| beside::json(report, lang))
}

/// What a case requires, in JSON; of a report that has not every answer a code and on the next line a message.
fn required(report: &Report) -> Result<String, String> {
    let missing =
        || thrown("needsAll", "what a case requires needs every answer; check with detail: 'all' and without only");
    Needs::of(report).map(|needs| needs.to_json()).ok_or_else(missing)
}

/// How many points of a report are for a person to judge, in words and in the language of the report; nothing where none
/// is. `how` says how to see them, and is nothing where they are shown.
#[wasm_bindgen]
#[must_use]
pub fn review_line(lang: &[u8], review: &[u8], how: &[u8]) -> Vec<u8> {
    // The JavaScript side writes UTF-8.
    let [lang, review, how] = [lang, review, how].map(|text| str::from_utf8(text).unwrap_or_default());
    let mut counts = Counts::default();
    counts.review = review.parse().unwrap_or_default();
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

/// Of each rule what stands in the module, which [the file beside it](words) has not: in [codes](codes::rules).
#[cfg(not(feature = "full"))]
#[wasm_bindgen]
#[must_use]
pub fn rules() -> Vec<u8> {
    codes::rules().into_bytes()
}

/// Every profile that comes with the product, in JSON: the same as `rehabplan profiles --format json`. In a module without
/// profiles, a code and a message as from [`check`].
#[wasm_bindgen]
#[must_use]
pub fn profiles() -> Vec<u8> {
    beside::profiles().unwrap_or_else(|error| error).into_bytes()
}
