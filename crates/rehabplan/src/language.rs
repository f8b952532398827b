//! Whether a text recommends or assesses what should happen in the case, which the preparatory part must not (§ 3, stk. 3).
//!
//! The check itself is a crate of its own, [`rehabplan_language`]; here it is switched off, and told what to leave alone.

#[cfg(all(feature = "language", feature = "profiles"))]
use std::cell::Cell;
#[cfg(feature = "language")]
use std::cell::RefCell;
use std::sync::{Arc, Mutex};

// Here to check is to check a plan.
#[cfg(feature = "language")]
pub use rehabplan_language::{Hit, Voice, check as recommendation};

#[cfg(feature = "language")]
use crate::letters::{apart, lower};

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

    /// Leaves sentences alone, without regard to case, blanks, soft hyphens, marks of a list and the full stop: those that an authority knows
    /// and has found to be mere description. Of a text of several sentences, each is left alone wherever it stands. What has no
    /// words leaves nothing alone. (Without effect on who is [asked](Language::asking) instead.)
    #[must_use]
    pub fn leaving_alone(mut self, sentences: impl IntoIterator<Item = impl Into<String>>) -> Self {
        for sentence in sentences {
            let sentence = sentence.into();
            #[cfg(feature = "language")]
            self.leave_each_alone(&sentence);
            self.leave_alone.push(sentence);
        }
        self
    }

    /// The sentences of a text, where there are several, so that each is known by itself.
    #[cfg(feature = "language")]
    fn leave_each_alone(&mut self, text: &str) {
        if !text.trim_end().trim_end_matches(['.', '!']).contains(['.', '!', '?', '\n']) {
            return;
        }
        for voice in [Voice::Other, Voice::Citizen] {
            let each = RefCell::new(&mut self.leave_alone);
            // None is taken for the best, so each is told that may be pointed out; others need not be left alone.
            let _none = rehabplan_language::check_but(text, voice, |sentence| {
                each.borrow_mut().push(sentence.to_owned());
                true
            });
        }
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
        rehabplan_language::recommends(text, voice, |sentence| self.is_known(sentence))
    }

    #[cfg(not(feature = "language"))]
    fn finds(&self, _: &str, _: bool) -> bool {
        false
    }

    /// How many sentences of a text are left alone; none in one that would not have been pointed out anyway.
    #[cfg(all(feature = "language", feature = "profiles"))]
    pub(crate) fn left_alone(&self, text: &str, is_citizens: bool) -> u32 {
        let is_idle = !self.is_on() || self.ask.is_some() || self.leave_alone.is_empty();
        let voice = if is_citizens { Voice::Citizen } else { Voice::Other };
        if is_idle || !rehabplan_language::recommends(text, voice, |_| false) {
            return 0;
        }
        let count = Cell::new(0);
        // None is taken for the best, so each is asked about.
        let best = rehabplan_language::check_but(text, voice, |sentence| {
            count.set(count.get() + u32::from(self.is_known(sentence)));
            true
        });
        best.map_or(count.get(), |_| 0)
    }

    #[cfg(all(not(feature = "language"), feature = "profiles"))]
    pub(crate) fn left_alone(&self, _: &str, _: bool) -> u32 {
        0
    }

    /// Whether a sentence is one that is left alone.
    #[cfg(feature = "language")]
    fn is_known(&self, sentence: &str) -> bool {
        self.leave_alone.iter().any(|known| is_same_sentence(sentence, known))
    }
}

/// What the texts of one plan were found to be, kept from one check of it to the next.
#[derive(Debug, Clone, Default)]
pub(crate) struct Verdicts(Option<Arc<Mutex<Known>>>);

#[derive(Debug, Default)]
struct Known {
    /// The sentences that were left alone; profiles that come into force add to them.
    leave_alone: Vec<String>,
    /// The texts that are the citizen's own, and the others, in order. (A table of hashes is much code for a browser.)
    texts: [Vec<(Box<str>, bool)>; 2],
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
        let mut place = match texts.binary_search_by(|(known, _)| (**known).cmp(text)) {
            Ok(place) => return texts.get(place).is_some_and(|(_, verdict)| *verdict),
            Err(place) => place,
        };
        if texts.len() == Self::MOST {
            texts.clear();
            place = 0;
        }
        let verdict = language.recommends(text, is_citizens);
        texts.insert(place, (text.into(), verdict));
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

/// Whether two sentences differ in nothing but case, blanks, soft hyphens, the mark of a list before them and the full stop.
#[cfg(feature = "language")]
fn is_same_sentence(one: &str, other: &str) -> bool {
    fn is_seen(letter: &char) -> bool {
        !matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{feff}')
    }
    fn letters(sentence: &str) -> impl Iterator<Item = char> {
        let sentence = sentence.trim_start_matches(|sign: char| !sign.is_alphanumeric());
        // "2) …", "(a) …".
        let numbered = sentence.split_once(')').filter(|(number, _)| number.len() < 4 && !number.contains(' '));
        let sentence = numbered.map_or(sentence, |(_, rest)| rest);
        let words = sentence.trim_end_matches(['.', '!', ' ']).split_whitespace();
        let spelt = |word| str::chars(word).filter(is_seen).flat_map(|letter| apart(lower(letter)));
        words.flat_map(move |word| spelt(word).chain(std::iter::once(' ')))
    }
    // An empty form that is known says nothing of one that is filled in.
    letters(one).eq(letters(other)) && rehabplan_language::ticks(one) == rehabplan_language::ticks(other)
}
