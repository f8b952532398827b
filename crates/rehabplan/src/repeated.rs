//! Texts that were copied from field to field (A37).

use crate::input::{InputCode, InputFinding};
use crate::plan::value::{Value, View};
use crate::plan::{Plan, Text};
use crate::reply::Reply;

/// As many fields with the same text are worth a look.
const FIELDS: usize = 3;

/// As many words, at the least, for fewer are soon the same. (They take four bytes and more.)
const WORDS: usize = 3;

/// So many kinds of texts are told apart: with half of them, four times as many plans are gone through for nothing.
const KINDS: usize = 2048;

/// How many texts there are of each kind, as far as their lengths, beginnings and ends nearly always tell them apart.
#[derive(Debug, Clone)]
pub(crate) struct Tally {
    counts: [u8; KINDS],
    may_repeat: bool,
}

impl Tally {
    pub(crate) fn new() -> Self {
        Self { counts: [0; KINDS], may_repeat: false }
    }

    /// The texts of a plan.
    pub(crate) fn of(plan: &Plan<'_>) -> Self {
        let mut tally = Self::new();
        walk(plan, &mut Vec::new(), &mut |_, text| tally.count(text.words()));
        tally
    }

    /// Counts a text that needs to be an answer of its own.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn count(&mut self, text: &str) {
        let text = trimmed(text);
        if let Some(count) = self.of_kind(text) {
            *count = count.saturating_add(1);
            self.may_repeat |= usize::from(*count) >= FIELDS && has_words(text);
        }
    }

    /// Counts a text in the place of another, unless one of them may be the same as two others: then nothing is counted.
    pub(crate) fn replace(&mut self, before: &str, now: &str) -> Option<()> {
        let [before, now] = [before, now].map(trimmed);
        let mut of = |text| self.of_kind(text).map_or(0, |count| usize::from(*count));
        if of(before) >= FIELDS || of(now) + 1 >= FIELDS {
            return None;
        }
        if let Some(count) = self.of_kind(before) {
            *count = count.saturating_sub(1);
        }
        if let Some(count) = self.of_kind(now) {
            *count = count.saturating_add(1);
        }
        Some(())
    }

    /// How many there are of the kind of a text; `None` for one that is too short to have words.
    #[inline]
    fn of_kind(&mut self, text: &str) -> Option<&mut u8> {
        let [head, tail] = [text.as_bytes().first_chunk()?, text.as_bytes().last_chunk()?];
        let [head, tail] = [head, tail].map(|four| u32::from_le_bytes(*four) as usize);
        let mixed = (head ^ tail.rotate_left(9) ^ text.len() << 20).wrapping_mul(0x9e37_79b1);
        self.counts.get_mut(mixed >> 16 & (KINDS - 1))
    }

    /// Whether three texts may be the same. Nearly always they are not, and then nothing else is looked at.
    pub(crate) fn may_repeat(&self) -> bool {
        self.may_repeat
    }
}

/// A text without the blanks around it. Hardly one has any.
#[inline]
fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim(),
    }
}

/// Whether a text has enough words.
fn has_words(text: &str) -> bool {
    text.split_whitespace().nth(WORDS - 1).is_some()
}

/// A finding for each text of at least three words that stands word for word in three or more fields that each need an
/// answer of their own.
pub(crate) fn texts(plan: &Plan<'_>) -> Vec<InputFinding> {
    let mut texts = Vec::new();
    each(plan, &mut |_, text| texts.push((text, texts.len())));
    texts.sort_unstable();
    let same: Vec<_> = texts.chunk_by(|one, next| one.0 == next.0).filter(|same| same.len() >= FIELDS).collect();
    let mut paths = Vec::new();
    if !same.is_empty() {
        each(plan, &mut |steps, _| paths.push(path(steps)));
    }
    same.into_iter()
        .filter_map(|same| {
            let mut paths = same.iter().filter_map(|(_, place)| paths.get(*place).cloned());
            let first = InputFinding::new(paths.next()?, InputCode::RepeatedText);
            Some(InputFinding { others: paths.collect(), ..first })
        })
        .collect()
}

/// Goes through the texts that are long enough to be held against each other, with their places.
fn each<'v>(plan: &'v Plan<'v>, see: &mut dyn FnMut(&[PathStep], &'v str)) {
    walk(plan, &mut Vec::new(), &mut |steps, text| {
        let words = trimmed(text.words());
        if text.reply() != Reply::Blank && has_words(words) {
            see(steps, words);
        }
    });
}

fn path(steps: &[PathStep]) -> String {
    let step = |step: &PathStep| match step {
        PathStep::Key(key) => format!("/{key}"),
        PathStep::Index(index) => format!("/{index}"),
    };
    steps.iter().map(step).collect()
}

enum PathStep {
    Key(&'static str),
    Index(usize),
}

/// Goes through the texts of a plan that need to be answers of their own, with their places.
fn walk<'v>(value: &'v dyn Value<'v>, steps: &mut Vec<PathStep>, visit: &mut dyn FnMut(&[PathStep], &'v Text<'v>)) {
    match value.view() {
        View::Other(_) => {}
        View::Text(text) => visit(steps, text),
        View::List(entries) => {
            for (index, entry) in entries.all().enumerate() {
                steps.push(PathStep::Index(index));
                walk(entry, steps, visit);
                steps.pop();
            }
        }
        View::Part(part) => {
            for (key, field) in part.keys().iter().zip(part.fields()).filter(|(key, _)| !key.is_name) {
                steps.push(PathStep::Key(key.name));
                walk(field, steps, visit);
                steps.pop();
            }
        }
    }
}
