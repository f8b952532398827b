//! What makes a document impossible to check at all.

use crate::limits;
use crate::text::Lang;

/// The document is not a plan that can be read.
///
/// Everything else that is wrong with a document (a value of the wrong kind, an impossible date, an unknown key) is a
/// finding in the report's `input`. No error holds or shows anything from the document.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The bytes are not UTF-8.
    #[error("not UTF-8: the byte at line {line}, column {column} belongs to no character; save the document as UTF-8")]
    NotUtf8 {
        /// The line of the first byte that is no part of a character, counted from 1.
        line: usize,
        /// Its column in characters, counted from 1.
        column: usize,
    },
    /// The text is not JSON.
    #[error("not JSON: {} at line {line}, column {column}", ended(*ends_early))]
    NotJson {
        /// The line of the first mistake, counted from 1.
        line: usize,
        /// The column of the first mistake in characters, counted from 1.
        column: usize,
        /// Whether the text stops before the document is complete.
        ends_early: bool,
    },
    /// The text is JSON, but not an object.
    #[error("not a plan: the document must be a JSON object, {{ ... }}")]
    NotAnObject,
    /// The document is larger than [`limits::MAX_BYTES`].
    #[error("too large: {bytes} bytes, and the limit is {}", limits::MAX_BYTES)]
    TooLarge {
        /// The size of the document.
        bytes: usize,
    },
    /// Objects and lists are nested deeper than [`limits::MAX_DEPTH`].
    #[error("too deep: the value at {} is nested deeper than the limit of {} levels", at(path), limits::MAX_DEPTH)]
    TooDeep {
        /// JSON Pointer to the value, or to the object that holds it under a key that the plan does not have; empty where that is
        /// the document itself.
        path: String,
    },
    /// More values and keys cannot be read than [`limits::MAX_INPUT_FINDINGS`].
    #[error(
        "too much that cannot be read: more than {} values and keys, the last at {}; is it a plan?",
        limits::MAX_INPUT_FINDINGS,
        at(path)
    )]
    TooManyFindings {
        /// JSON Pointer to the value, or to the object that holds the key; empty where that is the document itself.
        path: String,
    },
    /// A list is longer than [`limits::MAX_LIST_LENGTH`].
    #[error("too long: the list at \"{path}\" has more than {} entries", limits::MAX_LIST_LENGTH)]
    ListTooLong {
        /// JSON Pointer to the list.
        path: String,
    },
}

fn ended(early: bool) -> &'static str {
    if early { "the text ends too early" } else { "something stands here that does not belong" }
}

/// A place in words; the whole document has no name of its own.
fn at(path: &str) -> String {
    if path.is_empty() { "the root of the document".to_owned() } else { format!("\"{path}\"") }
}

/// The same in Danish, with its preposition.
fn paa(path: &str) -> String {
    if path.is_empty() { "i dokumentets rod".to_owned() } else { format!("på \"{path}\"") }
}

impl ReadError {
    /// The same error of a document that begins on a line of a longer text, such as a file with a plan on each line.
    #[must_use]
    pub fn at_line(self, first: usize) -> Self {
        let moved = |line: usize| line + first.saturating_sub(1);
        match self {
            Self::NotJson { line, column, ends_early } => Self::NotJson { line: moved(line), column, ends_early },
            Self::NotUtf8 { line, column } => Self::NotUtf8 { line: moved(line), column },
            other => other,
        }
    }

    /// A stable code for the kind of error.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotUtf8 { .. } => "notUtf8",
            Self::NotJson { .. } => "notJson",
            Self::NotAnObject => "notAnObject",
            Self::TooLarge { .. } => "tooLarge",
            Self::TooDeep { .. } => "tooDeep",
            Self::ListTooLong { .. } => "listTooLong",
            Self::TooManyFindings { .. } => "tooManyFindings",
        }
    }

    /// The error in a language for people; in Danish when the build has no texts in another. The English text is that of
    /// [`Display`](std::fmt::Display).
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        if cfg!(feature = "english") && lang == Lang::En {
            return self.to_string();
        }
        match self {
            Self::NotUtf8 { line, column } => {
                format!(
                    "ikke UTF-8: byten på linje {line}, kolonne {column} hører ikke til noget tegn; gem dokumentet som UTF-8"
                )
            }
            Self::NotJson { line, column, ends_early } => {
                let what =
                    if *ends_early { "teksten slutter for tidligt" } else { "her står noget, der ikke hører til" };
                format!("ikke JSON: {what}, linje {line}, kolonne {column}")
            }
            Self::NotAnObject => "ikke en plan: dokumentet skal være et JSON-objekt, { ... }".to_owned(),
            Self::TooLarge { bytes } => format!("for stort: {bytes} byte, og grænsen er {}", limits::MAX_BYTES),
            Self::TooDeep { path } => {
                format!(
                    "for dybt: værdien {} er indlejret dybere end grænsen på {} niveauer",
                    paa(path),
                    limits::MAX_DEPTH
                )
            }
            Self::ListTooLong { path } => {
                format!("for lang: listen på \"{path}\" har flere end {} poster", limits::MAX_LIST_LENGTH)
            }
            Self::TooManyFindings { path } => {
                format!(
                    "for meget, der ikke kan læses: flere end {} værdier og nøgler, den sidste {}; er det en plan?",
                    limits::MAX_INPUT_FINDINGS,
                    paa(path)
                )
            }
        }
    }
}
