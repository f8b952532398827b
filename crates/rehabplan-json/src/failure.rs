//! What goes wrong, and what the caller hears of it. Nothing of a plan is in it, and of the options only what is wrong with a profile
//! or a suppression of one's own, which is named.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook};
use std::sync::Once;

use rehabplan::foreign::instead_of_a_plan;
use rehabplan::{HorizonError, Lang, ProfileError, ReadError, SelectionError};
use serde::Serialize;

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// A stable code.
    ///
    /// - The document is no plan that can be read, with the codes of [`ReadError::code`]: `notUtf8`, `notJson`,
    ///   `notAnObject`, `tooLarge`, `tooDeep`, `listTooLong`, `tooManyFindings`.
    /// - The program that calls is wrong: `badOptions`, `badProfile`, `unknownRule`, `badArgument`, `noChecker`.
    /// - The checker itself is wrong: `failed`.
    pub code: &'static str,
    /// What is wrong, where, and what to do. A document's errors and those of a profile are in the language that was asked for;
    /// what is for a programmer to see is in English.
    pub message: String,
    /// A finer code, where there is one: what is wrong with the profile, the selection or the horizon.
    pub reason: Option<&'static str>,
    /// Where in the options or in the profile it is, where that is known.
    pub path: Option<String>,
}

impl Failure {
    /// A failure that has nothing but a code and a message.
    #[must_use]
    pub fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), reason: None, path: None }
    }

    /// A mistake in the options.
    pub(crate) fn options(message: impl Into<String>) -> Self {
        Self::new("badOptions", message)
    }

    /// The same, at a place among the options that is known; one that is closer, and was said before, stands.
    pub(crate) fn at(self, path: impl FnOnce() -> String) -> Self {
        Self { path: self.path.or_else(|| Some(path())), ..self }
    }

    pub(crate) fn selection(error: &SelectionError) -> Self {
        let path = error.entry().map(|(list, place)| format!("/only/{list}/{place}"));
        let message = format!("only: {}", error.message(Lang::En));
        Self { reason: Some(error.code()), path, ..Self::options(message) }
    }

    pub(crate) fn horizon(error: &HorizonError) -> Self {
        let path = error.index().map(|place| format!("/horizon/{place}"));
        let message = format!("horizon: {}", error.message(Lang::En));
        Self { reason: Some(error.code()), path, ..Self::options(message) }
    }

    pub(crate) fn profile(error: &ProfileError, lang: Lang) -> Self {
        let path = error.place().map(|place| place.path.clone());
        Self { reason: Some(error.code()), path, ..Self::new("badProfile", error.message(lang)) }
    }

    /// A document that is no plan that can be read, in a language.
    #[must_use]
    pub fn unreadable(error: &ReadError, lang: Lang) -> Self {
        Self::new(error.code(), error.message(lang))
    }

    /// The same, where the whole document is at hand: one that is plainly of another kind, such as a PDF, is named in the message.
    #[must_use]
    pub fn no_plan(document: &[u8], error: &ReadError, lang: Lang) -> Self {
        let kind = instead_of_a_plan(document);
        Self::new(error.code(), kind.map_or_else(|| error.message(lang), |kind| kind.message(lang).to_owned()))
    }

    /// The failure as one line of JSON, with all four members.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Writing plain data to a string cannot fail.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// Does a piece of work in the checker. The checker does not panic; should it do so all the same, that becomes a failure, and
/// nothing unwinds into code of another language.
///
/// # Errors
///
/// Those of the work, and `failed`.
pub fn guarded<T>(work: impl FnOnce() -> Result<T, Failure>) -> Result<T, Failure> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        Err(Failure::new(
            "failed",
            "rehabplan itself failed on this input, which is a defect of rehabplan: please report it, without the plan",
        ))
    })
}

/// The standard hook prints what a panic says, and that may be a piece of a plan. From the first call on, only its place is
/// printed.
///
/// It is for a library that has its own copy of the standard library; in a Rust program it would take the program's hook away.
pub fn say_only_where() {
    static SET: Once = Once::new();
    SET.call_once(|| {
        set_hook(Box::new(|panic| {
            if let Some(place) = panic.location() {
                #[allow(clippy::print_stderr)]
                {
                    eprintln!("rehabplan: internal error at {}:{}", place.file(), place.line());
                }
            }
        }));
    });
}
