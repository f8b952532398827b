//! Whether a text of a Danish *rehabiliteringsplan* recommends or assesses what should happen in the case, in the
//! municipality's own present voice (§ 3, stk. 3).
//!
//! No list of words can tell that: "bør have fleksjob" is a recommendation when the municipality writes it, a wish when
//! the citizen says it and history when it was said in 2017. So the check has learned from sentences of many hands. It is a
//! linear model: what is seen in a sentence (words, their neighbours, who speaks, in what order) has weights, and where
//! their sum reaches a threshold, the sentence is pointed out. `tools/language` trains it; the weights are a file. Beside it
//! stands one rule: a sentence that recommends in plain words ("det indstilles, at", "vi anbefaler") in the municipality's
//! voice is pointed out whatever its other words weigh.
//!
//! The answer is a hint for a human, never a verdict.
//!
//! ```
//! use rehabplan_language::{Voice, check};
//!
//! let text = "Borgeren har været i praktik. Det indstilles, at borgeren tilkendes førtidspension.";
//! let hit = check(text, Voice::Other).expect("a recommendation");
//! assert_eq!(&text[hit.sentence], "Det indstilles, at borgeren tilkendes førtidspension.");
//! assert!(check("Borgeren ønsker førtidspension.", Voice::Citizen).is_none());
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

use std::cell::OnceCell;
use std::ops::Range;

mod features;
mod forms;
mod gate;
mod grounds;
mod labels;
mod lines;
mod plain;
mod roles;
mod sentences;
mod speakers;
mod usual;
mod walk;
mod words;

pub use forms::ticks;
use lines::Lines;
use roles::{Form, Role};
use sentences::Sentences;
use speakers::Speakers;
use words::{Token, Words};

/// Whose words a text is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Voice {
    /// The municipality's.
    #[default]
    Other,
    /// The citizen's own: wishes and own assessments, where "jeg" is mostly the citizen.
    Citizen,
}

/// How many words a [`Hit`] names.
const NAMED: usize = 4;

/// A sentence that recommends or assesses what should happen.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Hit {
    /// By how much its weights pass the threshold; for putting hits in order, and no probability.
    pub score: i32,
    /// Its place in the text, in bytes.
    pub sentence: Range<usize>,
    /// Empty ranges when there are fewer.
    words: [Range<usize>; NAMED],
}

impl Hit {
    /// The places of the words that weighed most, in bytes, the heaviest first.
    pub fn words(&self) -> impl Iterator<Item = &Range<usize>> {
        self.words.iter().filter(|word| !word.is_empty())
    }

    /// Which sentence of the text it was found in, counted from 1; headings and labels with something behind them count as sentences.
    #[must_use]
    pub fn number(&self, text: &str) -> usize {
        let before = Lines::of(text.get(..self.sentence.start).unwrap_or("")).text;
        let has_words = |(place, _): &(Range<usize>, i64)| {
            before.get(place.clone()).is_some_and(|piece| piece.contains(char::is_alphabetic))
        };
        1 + Sentences::new(&before).filter(has_words).count()
    }
}

/// Looks for the sentence that most clearly recommends or assesses what should happen in the case.
///
/// Pure, and in time that grows with the text and no faster. Nothing is allocated, but for a text in which lines end in
/// another way than with a line feed, or in the middle of a word: it is read with line feeds, and the words in one piece.
#[must_use]
pub fn check(text: &str, voice: Voice) -> Option<Hit> {
    check_but(text, voice, |_| false)
}

/// The same, but for sentences that are to be left alone.
#[must_use]
pub fn check_but(text: &str, voice: Voice, leave_alone: impl Fn(&str) -> bool) -> Option<Hit> {
    search(text, voice, &leave_alone, None)
}

/// Whether there is such a sentence that is not to be left alone, without asking for the clearest one.
#[must_use]
pub fn recommends(text: &str, voice: Voice, leave_alone: impl Fn(&str) -> bool) -> bool {
    search(text, voice, &leave_alone, Some(model::threshold(model::LONG))).is_some()
}

/// Looks for the clearest sentence and its words, or for any that has enough.
fn search(text: &str, voice: Voice, leave_alone: &dyn Fn(&str) -> bool, enough: Option<i32>) -> Option<Hit> {
    let mut sentences = Sentences::new(text);
    if !sentences.may_be_one(model::may_be_enough) {
        let is_missed = |(_, beginnings)| model::may_be_enough(beginnings);
        debug_assert!(!sentences.any(is_missed) && !sentences.is_odd, "a sentence is passed over with its text");
        return None;
    }
    let (mut count, mut best) = (0, None);
    // Room for words is made for the first sentence that is looked at closer: most texts have none.
    let mut words = None;
    let (mut quotes, mut speakers, mut retold) = (None, None::<Speakers>, None);
    // Says whether that is enough; what has not as much as this is not looked at to the end.
    let mut look = |text: &str, (sentence, _): (Range<usize>, i64), least: i32| {
        pieces(text, sentence, words.get_or_insert_default(), |piece, words| {
            let voice = whose(words, voice, || *retold.get_or_insert_with(|| is_retold(text)));
            let score = model::score(words, voice, least);
            let is_best = score >= least && best.as_ref().is_none_or(|(best, _)| score > *best);
            let mut is_quoted = || quotes.get_or_insert_with(|| Quotes::of(text)).hold(text, &piece);
            let mut is_held = || speakers.get_or_insert_default().hold(text, &piece);
            // "Jeg bør have et fleksjob", "kommunen bør give mig det", in the citizen's own words.
            let is_said_by = |role| words.all().iter().any(|word| word.role == role);
            let is_own = || is_said_by(Role::Own) && !asks_of_own(words);
            let is_citizens = || voice == Voice::Citizen && is_said_by(Role::Me) && !is_own();
            if is_best
                && !is_citizens()
                && !is_quoted()
                && !is_held()
                && !leave_alone(text.get(piece.clone()).unwrap_or(""))
            {
                best = Some((score, piece));
            }
        });
        best.as_ref().zip(enough).is_some_and(|((score, _), enough)| *score >= enough)
    };
    // Whether a text is a long one, which lets less pass, shows only when so many sentences have been met.
    let mut waiting = [const { (0..0, 0) }; model::LONG - 1];
    let (lines, mut text, mut done) = (OnceCell::new(), text, 0);
    while let Some(sentence) = sentences.next() {
        if sentences.is_odd && lines.get().is_none() {
            text = &lines.get_or_init(|| Lines::of(text)).text;
            sentences = Sentences::new(text);
            continue;
        }
        // Looked at before the first such line was met.
        if sentence.0.end <= done {
            continue;
        }
        done = sentence.0.end;
        count += 1;
        if let Some(place) = waiting.get_mut(count - 1) {
            *place = sentence;
            continue;
        }
        if count == model::LONG {
            waiting.iter_mut().map(std::mem::take).filter(|met| model::may_recommend(met, count)).for_each(|met| {
                look(text, met, model::threshold(count));
            });
        }
        if model::may_recommend(&sentence, count) && look(text, sentence, model::threshold(count)) {
            break;
        }
    }
    if count < model::LONG {
        waiting.into_iter().take(count).filter(|met| model::may_recommend(met, count)).for_each(|met| {
            look(text, met, model::threshold(count));
        });
    }
    let (score, sentence) = best?;
    let words = match enough {
        Some(_) => [const { 0..0 }; NAMED],
        None => named(text, sentence.clone(), voice),
    };
    let place = |place: Range<usize>| match lines.get() {
        Some(lines) => lines.place(place),
        None => place,
    };
    Some(Hit { score: score - model::threshold(count), sentence: place(sentence), words: words.map(place) })
}

/// Whose words a sentence of a field is: "jeg anbefaler" is not the citizen's where the text retells what he says, or where a
/// label says so.
fn whose(words: &Words, voice: Voice, is_retold: impl FnOnce() -> bool) -> Voice {
    if voice == Voice::Citizen && labels::is_writers(words.all()) {
        return Voice::Other;
    }
    let recommends =
        |token: &Token| token.role == Role::Recommend && matches!(token.form, Form::Present | Form::Infinitive);
    let all = words.all();
    // "Jeg må altså fraråde", "min indstilling er".
    let is_near = |near: &[Token]| near.iter().any(|one| one.role == Role::Me) && near.iter().any(recommends);
    let is_citizens = voice == Voice::Citizen
        && (all.windows(all.len().clamp(1, NEAR_VERB)).any(is_near) || all.windows(2).any(is_my_advice));
    if is_citizens && is_retold() { Voice::Other } else { voice }
}

/// "Min indstilling".
fn is_my_advice(pair: &[Token]) -> bool {
    matches!(pair, [my, advice] if [my.role, advice.role] == [Role::My, Role::Advice])
}

/// So many words there are from "jeg" to what it does, both counted.
const NEAR_VERB: usize = 4;

/// Whether a text speaks of the citizen, as those do that retell what he says or in which somebody else writes: "Borgeren fortæller,
/// at det gik godt. Jeg anbefaler mentor."
#[cold]
fn is_retold(text: &str) -> bool {
    let mut words = Words::default();
    words.read(text);
    let all = words.all();
    let is_third = |token: &Token| matches!(token.role, Role::Citizen | Role::He);
    // "Kenneth drømmer om".
    let is_somebody = |pair: &[Token]| {
        matches!(pair, [first, verb, ..] if first.role == Role::Plain
            && matches!(verb.role, Role::Wish | Role::Say | Role::Think) && verb.form != Form::Passive)
    };
    // "Min læge mener, at hun", "jeg havde en mentor, ham": in the citizen's own words somebody else may be spoken of.
    let is_own =
        |pair: &[Token]| pair.first().is_some_and(|one| one.role == Role::My || one.word == ME) && !is_my_advice(pair);
    let is_me = matches!(all, [first, next, ..] if first.role == Role::Me && next.role != Role::Recommend);
    all.first().is_some_and(is_third)
        || is_somebody(all)
        || labels::is_writers(all)
        || all.iter().any(is_third) && !is_me && !all.windows(2).any(is_own)
}

/// "Mig".
const ME: u32 = words::hash(b"mig");

/// "Kommunen bør", "skal kommunen": what the municipality is asked to do.
fn asks_of_own(words: &Words) -> bool {
    let is_asking = |word: &Token| matches!(word.role, Role::Ought | Role::Shall | Role::Must);
    let is_pair = |pair: &[Token]| matches!(pair, [one, next] if one.role == Role::Own && is_asking(next) || next.role == Role::Own && is_asking(one));
    words.all().windows(2).any(is_pair)
}

/// The words of a sentence that weigh most.
#[cold]
fn named(text: &str, sentence: Range<usize>, voice: Voice) -> [Range<usize>; NAMED] {
    let mut words = Words::default();
    words.read(text.get(sentence.clone()).unwrap_or(""));
    model::heaviest(&words, voice).map(|at| match at.and_then(|at| words.all().get(at)) {
        // No mark is a word.
        Some(word) if !(word.is_mark || matches!(word.role, Role::Colon | Role::Question | Role::Quote)) => {
            word.place(sentence.start)
        }
        _ => sentence.start..sentence.start,
    })
}

/// The quotation marks of a text: how many there are, and how many of them stand before a place that only goes forward.
struct Quotes {
    all: usize,
    place: usize,
    before: usize,
}

impl Quotes {
    #[cold]
    fn of(text: &str) -> Self {
        Self { all: Self::count(text), place: 0, before: 0 }
    }

    fn count(text: &str) -> usize {
        text.chars().filter(|letter| words::is_quote(*letter)).count()
    }

    /// Whether a sentence stands in a quotation that began in one before it and ends in it or later.
    fn hold(&mut self, text: &str, sentence: &Range<usize>) -> bool {
        self.before += Self::count(text.get(self.place..sentence.start).unwrap_or(""));
        self.place = sentence.start;
        self.before % 2 == 1 && self.before < self.all && !is_copied(text.get(..sentence.start).unwrap_or(""))
    }
}

/// Whether the quotation that begins last in a text is of the municipality's own papers: "Fra dagsordenen: »…".
#[cold]
fn is_copied(text: &str) -> bool {
    /// A longer line is no label, in bytes.
    const LABEL: usize = 96;
    let head = text.rfind(words::is_quote).and_then(|at| text.get(..at)).unwrap_or("").trim_ascii_end();
    let line = head.rsplit('\n').next().and_then(|line| line.strip_suffix(':'));
    let mut words = Words::default();
    line.filter(|line| line.len() < LABEL).is_some_and(|line| {
        words.read(line);
        labels::is_copied(words.all())
    })
}

/// Gives a sentence, or the pieces of a very long one, without the blanks around it.
fn pieces(text: &str, sentence: Range<usize>, words: &mut Words, mut give: impl FnMut(Range<usize>, &Words)) {
    let mut from = sentence.start;
    while let Some(rest) = text.get(from..sentence.end).filter(|rest| !rest.is_empty()) {
        let read = words.read(rest);
        let piece = rest.get(..read).unwrap_or("");
        let is_blank = |letter: char| letter.is_ascii_whitespace() || letter == '\u{a0}';
        let start = from + (piece.len() - piece.trim_start_matches(is_blank).len());
        if !words.all().is_empty() {
            give(start..start + piece.trim_matches(is_blank).len(), words);
        }
        from += read;
    }
}

/// The weights, and what they make of a sentence.
mod model {
    use std::ops::Range;

    use super::{NAMED, Voice};
    use crate::features::{PLAIN, most_of_voices, voices, wording};
    use crate::words::{LONGEST, Words};

    pub(crate) const GATE: usize = 1 << 12;
    pub(crate) const SLOTS: usize = 1 << 13;
    const HEAD: usize = 8;
    const SURE: usize = 64;
    const SURE_BYTES: usize = SURE * size_of::<u32>();
    /// Where the byte of a hash stands that tells a feature from others in the same slot.
    const TAG: u32 = u32::BITS - SLOTS.ilog2() - u8::BITS;
    /// From so many sentences on, a text is a long one.
    pub(crate) const LONG: usize = 4;

    /// What the trainer writes.
    pub(crate) struct Weights {
        /// The sum that the best sentence of a text needs, and of a long text, where one of many sentences is easily taken
        /// for what it is not.
        threshold: [i16; 2],
        /// The sum that the beginnings of the words of a sentence need, likewise, and their weights.
        gate_threshold: [i16; 2],
        pub(crate) gate: [i8; GATE],
        /// The beginnings that open it whatever stands beside them; zeros where there are fewer.
        pub(crate) sure: [u32; SURE],
        /// A byte of the hash of each feature, and its weight.
        features: [(u8, i8); SLOTS],
    }

    pub(crate) static WEIGHTS: Weights = read(include_bytes!("weights.bin"));

    #[allow(clippy::indexing_slicing, clippy::cast_possible_wrap)]
    const fn read(file: &[u8]) -> Weights {
        let (mut gate, mut sure, mut features) = ([0; GATE], [0; SURE], [(0, 0); SLOTS]);
        let mut at = 0;
        while at < GATE {
            gate[at] = file[HEAD + at] as i8;
            at += 1;
        }
        at = 0;
        while at < SURE {
            let from = HEAD + GATE + at * size_of::<u32>();
            sure[at] = u32::from_le_bytes([file[from], file[from + 1], file[from + 2], file[from + 3]]);
            at += 1;
        }
        at = 0;
        // The bytes that tell them apart, of those that weigh anything.
        let mut tags = HEAD + GATE + SURE_BYTES + SLOTS;
        while at < SLOTS {
            let weight = file[HEAD + GATE + SURE_BYTES + at] as i8;
            if weight != 0 {
                features[at] = (file[tags], weight);
                tags += 1;
            }
            at += 1;
        }
        let threshold = [i16::from_le_bytes([file[0], file[1]]), i16::from_le_bytes([file[2], file[3]])];
        let gate_threshold = [i16::from_le_bytes([file[4], file[5]]), i16::from_le_bytes([file[6], file[7]])];
        Weights { threshold, gate_threshold, gate, sure, features }
    }

    /// The sum that the best of so many sentences needs.
    pub(crate) fn threshold(sentences: usize) -> i32 {
        of_length(WEIGHTS.threshold, sentences)
    }

    /// Whether one of so many sentences may recommend anything, as far as the beginnings of its words tell.
    pub(crate) fn may_recommend((_, beginnings): &(Range<usize>, i64), sentences: usize) -> bool {
        *beginnings >= of_length(WEIGHTS.gate_threshold, sentences).into()
    }

    /// The same of beginnings in a text of whatever length.
    pub(crate) fn may_be_enough(beginnings: i64) -> bool {
        let [short, long] = WEIGHTS.gate_threshold;
        beginnings >= short.min(long).into()
    }

    fn of_length([short, long]: [i16; 2], sentences: usize) -> i32 {
        i32::from(if sentences < LONG { short } else { long })
    }

    fn weight(feature: u32) -> i32 {
        let slot = (feature >> (u32::BITS - SLOTS.ilog2())) as usize;
        let (tag, weight) = WEIGHTS.features.get(slot).copied().unwrap_or_default();
        if u32::from(tag) == feature >> TAG & 0xff { i32::from(weight) } else { 0 }
    }

    /// What features sum up to, and whether one says that the sentence is plain. Each word gets half of what a feature weighs for
    /// each of the feature's ends, where that is asked for.
    struct Sum<'s> {
        all: i32,
        is_plain: bool,
        of_words: Option<&'s mut [i32; LONGEST]>,
    }

    impl Sum<'_> {
        fn add(&mut self, feature: u32, first: usize, last: usize) {
            let weight = weight(feature);
            self.all += weight;
            self.is_plain |= feature == PLAIN;
            if let Some(sums) = &mut self.of_words {
                for at in [first, last] {
                    if let Some(sum) = sums.get_mut(at) {
                        *sum += weight;
                    }
                }
            }
        }
    }

    /// What a sentence sums up to. One that recommends in plain words has as much as any text needs; what cannot come to the least
    /// that is asked for is not summed up to the end.
    #[inline(never)]
    fn weigh(words: &Words, voice: Voice, least: i32, of_words: Option<&mut [i32; LONGEST]>) -> i32 {
        let mut sum = Sum { all: 0, is_plain: false, of_words };
        wording(words, voice, |feature, first, last| sum.add(feature, first, last));
        if most_of_voices(words, weight).is_some_and(|most| sum.all + most < least) {
            return i32::MIN;
        }
        match voices(words, voice, |feature, first, last| sum.add(feature, first, last)) {
            _ if sum.is_plain => sum.all.max(threshold(LONG)),
            true => i32::MIN,
            false => sum.all,
        }
    }

    pub(crate) fn score(words: &Words, voice: Voice, least: i32) -> i32 {
        weigh(words, voice, least, None)
    }

    /// The words that weigh most.
    pub(crate) fn heaviest(words: &Words, voice: Voice) -> [Option<usize>; NAMED] {
        let mut sums = [0; LONGEST];
        weigh(words, voice, i32::MIN, Some(&mut sums));
        let mut named = [None; NAMED];
        for place in &mut named {
            let heavy = sums.iter().enumerate().filter(|(_, sum)| **sum > 0);
            let Some((at, _)) = heavy.max_by_key(|(at, sum)| (**sum, LONGEST - at)) else { break };
            *place = Some(at);
            if let Some(sum) = sums.get_mut(at) {
                *sum = 0;
            }
        }
        named
    }
}

/// What the trainer reads of a sentence.
#[cfg(feature = "training")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Learned {
    /// Its features.
    pub features: Vec<u32>,
    /// The hashes of its beginnings of words: the slot in the gate, and a byte that tells them from others in it.
    pub gate: Vec<u32>,
    /// Those of the words by which it recommends in plain words.
    pub plain: Vec<u32>,
}

/// What the trainer reads of a text, for each of its sentences.
#[cfg(feature = "training")]
#[must_use]
pub fn training(text: &str, voice: Voice) -> Vec<Learned> {
    let (mut sentences, mut words, mut speakers) = (Vec::new(), Words::default(), Speakers::default());
    for (sentence, _) in Sentences::new(text) {
        let mut places = Vec::new();
        pieces(text, sentence, &mut words, |piece, _| places.push(piece));
        // What is somebody else's by what stands before it is not looked at.
        places.retain(|place| !speakers.hold(text, place));
        for piece in places.into_iter().filter_map(|place| text.get(place)) {
            words.read(piece);
            let mut learned = Learned { features: Vec::new(), gate: gate::hashes(piece), plain: Vec::new() };
            let mut give = |feature, first, _| {
                learned.features.push(feature);
                if feature == features::PLAIN {
                    let word = words.all().get(first).and_then(|word: &Token| piece.get(word.place(0)));
                    learned.plain.extend(word.map(gate::hashes).unwrap_or_default());
                }
            };
            let voice = whose(&words, voice, || is_retold(text));
            features::wording(&words, voice, &mut give);
            features::voices(&words, voice, give);
            sentences.push(learned);
        }
    }
    sentences
}
