//! The small module has no profiles, no horizon and no English texts, and says where they are. The language check is a module of
//! its own (`../language`), which may come later.

use rehabplan::language::Language;
use rehabplan::{Checker, Lang, ReadError, Report, Selection, SelectionError};

use crate::thrown;

/// Nothing lies beside the regulation here.
#[derive(Default)]
pub(crate) struct Beside;

impl Beside {
    /// Refuses an option that only the full module has.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<bool, String> {
        match (name, value) {
            ("profile" | "profileFile" | "suppress" | "case" | "horizon", _) | ("lang", "en") => Err(needs_full()),
            _ => Ok(false),
        }
    }

    /// There is nothing to make ready.
    #[allow(clippy::unnecessary_wraps)]
    pub(crate) fn ready(self, _: Lang) -> Result<Self, String> {
        Ok(self)
    }

    /// The rules of the regulation are all that there are.
    #[allow(clippy::unused_self)]
    pub(crate) fn select(&self, rules: &[&str], paths: &[&str]) -> Result<Selection, SelectionError> {
        Selection::new(rules, paths)
    }

    /// There is nothing to add to a check.
    #[allow(clippy::unnecessary_wraps, clippy::unused_self)]
    pub(crate) fn with(self, checker: Checker) -> Result<Checker, String> {
        Ok(checker)
    }
}

fn needs_full() -> String {
    thrown("needsFull", "profiles, a horizon and texts in English are not in this module; import from 'rehabplan/full'")
}

/// What is wrong with a document that is no plan. A form has no files, so their kinds are not known here.
pub(crate) fn message(_: &[u8], error: &ReadError, lang: Lang) -> String {
    error.message(lang)
}

/// There is nothing here that a report could not say in codes.
pub(crate) fn json(_: &Report, _: Lang) -> String {
    String::new()
}

/// The JavaScript side, between the two modules.
#[cfg(target_arch = "wasm32")]
mod javascript {
    #[link(wasm_import_module = "language")]
    #[allow(unsafe_code)]
    // Nothing is written, and nothing is kept: the text is only read.
    unsafe extern "C" {
        /// Whether the language check is there.
        pub(super) safe fn is_there() -> bool;
        /// Whether the text at an address recommends or assesses what is to happen.
        pub(super) safe fn recommends(text: *const u8, length: usize, is_citizens: bool) -> bool;
    }
}

/// The language check, once it is there; until then nothing is searched, and the report says so.
#[cfg(target_arch = "wasm32")]
pub(crate) fn language() -> Language {
    if javascript::is_there() {
        Language::asking(|text, is_citizens| javascript::recommends(text.as_ptr(), text.len(), is_citizens))
    } else {
        Language::off()
    }
}

#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn language() -> Language {
    Language::off()
}

/// A selection of what does not exist.
pub(crate) fn bad_selection(error: &SelectionError) -> String {
    thrown("badOptions", &["only: ", &error.message(Lang::En)].concat())
}

/// There are none here.
pub(crate) fn profiles() -> Result<String, String> {
    Err(needs_full())
}
