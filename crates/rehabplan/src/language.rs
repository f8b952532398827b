//! Whether a text recommends or assesses what should happen in the case, which the preparatory part must not (§ 3, stk. 3).
//!
//! The check itself is a crate of its own, [`rehabplan_language`]; here it is switched off, and told what to leave alone.

#[cfg(feature = "language")]
pub use rehabplan_language::{Field, Hit, NAMED, check};

#[cfg(feature = "language")]
use crate::letters::lower;

/// Whether the free texts are searched, and which of their sentences are left alone.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Language {
    is_off: bool,
    leave_alone: Vec<String>,
}

impl Language {
    /// No text is searched. The requirement is then for a person to judge, and a note says that nothing was searched.
    #[must_use]
    pub fn off() -> Self {
        Self { is_off: true, leave_alone: Vec::new() }
    }

    /// Leaves sentences alone, without regard to case and blanks: those that an authority knows and has found to be mere
    /// description.
    #[must_use]
    pub fn leaving_alone(mut self, sentences: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.leave_alone.extend(sentences.into_iter().map(Into::into));
        self
    }

    /// Whether the texts are searched: not if it was switched off, nor in a build without the check.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.is_off && cfg!(feature = "language")
    }

    /// Whether a text recommends or assesses what is to happen, in a field that is the citizen's own or not.
    #[cfg(feature = "language")]
    pub(crate) fn recommends(&self, text: &str, is_citizens: bool) -> bool {
        let field = if is_citizens { Field::Citizen } else { Field::Other };
        let is_known = |sentence: &str| self.leave_alone.iter().any(|known| is_same_sentence(sentence, known));
        rehabplan_language::check_but(text, field, is_known).is_some()
    }

    #[cfg(not(feature = "language"))]
    pub(crate) fn recommends(&self, _: &str, _: bool) -> bool {
        false
    }
}

/// Whether two sentences differ in nothing but case, blanks and the full stop.
#[cfg(feature = "language")]
fn is_same_sentence(one: &str, other: &str) -> bool {
    fn letters(sentence: &str) -> impl Iterator<Item = char> {
        let words = sentence.trim_end_matches(['.', '!', ' ']).split_whitespace();
        words.flat_map(|word| word.chars().map(lower).chain(std::iter::once(' ')))
    }
    letters(one).eq(letters(other))
}
