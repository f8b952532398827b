//! Words of a mapping that values are held against, and which of them no value was.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// Which of some words were met. All who hold values against the same words share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Met(Arc<[AtomicBool]>);

impl Met {
    pub(crate) fn none_of(words: usize) -> Self {
        Self((0..words).map(|_| AtomicBool::new(false)).collect())
    }

    /// Takes down that a word was met, by its place.
    pub(crate) fn note(&self, word: usize) {
        if let Some(met) = self.0.get(word).filter(|met| !met.load(Ordering::Relaxed)) {
            met.store(true, Ordering::Relaxed);
        }
    }

    fn has(&self, word: usize) -> bool {
        self.0.get(word).is_some_and(|met| met.load(Ordering::Relaxed))
    }
}

/// The words of a condition, in lower case.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    pub(crate) words: Vec<String>,
    pub(crate) met: Met,
}

impl Words {
    pub(crate) fn of(words: Vec<String>) -> Self {
        Self { met: Met::none_of(words.len()), words }
    }

    /// Whether a text, in lower case too, is one of them.
    pub(crate) fn has(&self, text: &str) -> bool {
        let place = self.words.iter().position(|word| word == text);
        if let Some(place) = place {
            self.met.note(place);
        }
        place.is_some()
    }
}

/// Where words of a mapping stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum WordsOf {
    /// What a condition asks for or rules out.
    Where,
    /// What rows are left out by.
    Skip,
    /// The codes of a source.
    Codes,
}

/// Words that values of a column are held against.
#[derive(Debug, Clone)]
pub(crate) struct Sought {
    pub(crate) by: WordsOf,
    /// The table, where it is not that of the cases.
    pub(crate) table: Option<Arc<str>>,
    /// The column; none for codes of the whole mapping.
    pub(crate) column: Option<Arc<str>>,
    pub(crate) words: Vec<String>,
    pub(crate) met: Met,
    /// Where all of them being met by nothing is told in another way.
    pub(crate) is_asked: bool,
}

impl Sought {
    /// The words that no value was; none of them, where that is told in another way.
    pub(crate) fn unmet(&self) -> Vec<&str> {
        let words = self.words.iter().enumerate().filter(|(place, _)| !self.met.has(*place));
        let unmet: Vec<&str> = words.map(|(_, word)| word.as_str()).collect();
        if self.is_asked && unmet.len() == self.words.len() { Vec::new() } else { unmet }
    }
}
