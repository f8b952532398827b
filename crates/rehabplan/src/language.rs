//! Whether a text recommends or assesses what should happen in the case, which the preparatory part must not (§ 3, stk. 3).
//!
//! The check itself is a crate of its own, [`rehabplan_language`]; here it is switched off, and told what to leave alone.

use std::collections::HashMap;
use std::sync::{Arc, Mutex};

// Here a field is one of a plan, and to check is to check a plan.
#[cfg(feature = "language")]
pub use rehabplan_language::{Field as Voice, Hit, NAMED, check as recommendation};

#[cfg(feature = "language")]
use crate::letters::lower;

/// Whether a text recommends; the second says whether the field is for the citizen's own words.
type Ask = fn(&str, bool) -> bool;

/// Whether the free texts are searched, and which of their sentences are left alone.
#[derive(Debug, Clone, Default)]
pub struct Language {
    is_off: bool,
    leave_alone: Vec<String>,
    ask: Option<Ask>,
}

impl Language {
    /// No text is searched. The requirement is then for a person to judge, and a note says that nothing was searched.
    #[must_use]
    pub fn off() -> Self {
        Self { is_off: true, ..Self::default() }
    }

    /// Asks for each text whether it recommends or assesses what is to happen, where the check itself is not in this build
    /// (in a browser it is a file of its own); the second value says whether the field is for the citizen's own words.
    #[must_use]
    pub fn asking(ask: fn(&str, bool) -> bool) -> Self {
        Self { ask: Some(ask), ..Self::default() }
    }

    /// Leaves sentences alone, without regard to case and blanks: those that an authority knows and has found to be mere
    /// description. (Without effect on who is [asked](Language::asking) instead.)
    #[must_use]
    pub fn leaving_alone(mut self, sentences: impl IntoIterator<Item = impl Into<String>>) -> Self {
        self.leave_alone.extend(sentences.into_iter().map(Into::into));
        self
    }

    /// Whether the texts are searched: not if it was switched off, nor in a build without the check that asks nobody else.
    #[must_use]
    pub fn is_on(&self) -> bool {
        !self.is_off && (self.ask.is_some() || cfg!(feature = "language"))
    }

    /// Whether a text recommends or assesses what is to happen, in a field that is the citizen's own or not.
    fn recommends(&self, text: &str, is_citizens: bool) -> bool {
        match self.ask {
            Some(ask) => ask(text, is_citizens),
            None => self.finds(text, is_citizens),
        }
    }

    #[cfg(feature = "language")]
    fn finds(&self, text: &str, is_citizens: bool) -> bool {
        let voice = if is_citizens { Voice::Citizen } else { Voice::Other };
        let is_known = |sentence: &str| self.leave_alone.iter().any(|known| is_same_sentence(sentence, known));
        rehabplan_language::check_but(text, voice, is_known).is_some()
    }

    #[cfg(not(feature = "language"))]
    fn finds(&self, _: &str, _: bool) -> bool {
        false
    }
}

/// What the texts of one plan were found to be, kept from one check of it to the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verdicts(Option<Arc<Mutex<Known>>>);

#[derive(Debug, Default)]
struct Known {
    /// The sentences that were left alone; profiles that come into force add to them.
    leave_alone: Vec<String>,
    /// The texts that are the citizen's own, and the others.
    texts: [HashMap<Box<str>, bool>; 2],
}

impl Verdicts {
    /// More texts than any plan has at one time; then all are forgotten.
    const MOST: usize = 4096;

    /// Such as are kept. Others are not, and each text is searched whenever it is asked for.
    pub(crate) fn kept() -> Self {
        Self(Some(Arc::default()))
    }

    /// Whether a text recommends or assesses what is to happen, in a field that is the citizen's own or not.
    fn of(&self, language: &Language, text: &str, is_citizens: bool) -> bool {
        // Without what it protects being in order, there is nothing to be had from it.
        let known = self.0.as_ref().and_then(|known| known.lock().ok());
        let Some(mut known) = known else { return language.recommends(text, is_citizens) };
        if known.leave_alone != language.leave_alone {
            *known = Known { leave_alone: language.leave_alone.clone(), ..Known::default() };
        }
        let [own, others] = &mut known.texts;
        let texts = if is_citizens { own } else { others };
        if let Some(verdict) = texts.get(text) {
            return *verdict;
        }
        if texts.len() == Self::MOST {
            texts.clear();
        }
        let verdict = language.recommends(text, is_citizens);
        texts.insert(text.into(), verdict);
        verdict
    }
}

/// The search of the texts as it was asked for, with what it has found so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    pub(crate) language: Language,
    pub(crate) verdicts: Verdicts,
}

impl Search {
    /// Whether a text recommends or assesses what is to happen, in a field that is the citizen's own or not.
    pub(crate) fn recommends(&self, text: &str, is_citizens: bool) -> bool {
        self.verdicts.of(&self.language, text, is_citizens)
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
