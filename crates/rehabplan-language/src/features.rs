//! What the model looks at in a sentence: words, their neighbours, the order of roles, who speaks, and how plain the words are.

use arrayvec::ArrayVec;

use crate::Voice;
use crate::grounds;
use crate::labels::{self, INDST, leads};
use crate::plain::{Here, Manner, may_be_plain};
use crate::roles::{Form, Role, is_subject, speaks};
use crate::walk::{Walk, is_opinion};
use crate::words::{Token, Words};

/// Stands for a feature in a sentence that recommends in plain words. It has no weight; such a sentence is pointed out.
pub(crate) const PLAIN: u32 = 0;

/// Stands for one in a sentence with plain words that nobody else says, though the grammar cannot tell that they recommend. (No other
/// feature is an even number.)
#[cfg(feature = "training")]
const SAID: u32 = 2;

/// Roles whose weight depends on who speaks.
fn is_key(role: Role) -> bool {
    use Role::*;
    speaks(role)
        || matches!(role, Ought | Shall | Must | Can | Will | Award | Grant | Suits | Need | Way | Fitting | Ground)
        || matches!(role, Exhaust | Spare | More | Future | Outcome | Measure | Not | Got | Is)
}

/// How far apart two roles are seen together.
const REACH: usize = 5;

/// More letters than an abbreviation has, in bytes.
const ABBREVIATED: usize = 9;

/// As often a feature counts that rests on a whole clause, so that training gives it the weight which that deserves.
const OFTEN: usize = 8;

/// Gives every feature that is of who says something, as a hash with the first and the last of the words that it is about. Says
/// whether the sentence is of what is recommended as a rule or stands behind somebody else's label, and is not pointed out whatever
/// they weigh.
pub(crate) fn voices(words: &Words, voice: Voice, mut give: impl FnMut(u32, usize, usize)) -> bool {
    let tokens = words.all();
    let mut walk = Walk::new(voice, tokens);
    let (mut is_short, mut is_somebody) = (false, false);
    let mut left = ArrayVec::new_const();
    let (mut is_usual, mut is_doubted) = (false, labels::is_in_doubt(tokens));
    let mut is_labelled = is_doubted || labels::is_settled(tokens) || labels::is_signed(tokens) || is_opinion(tokens);
    for (at, token) in tokens.iter().enumerate() {
        // A stop that the sentence goes on behind, because whoever writes has no capitals.
        // "Ægtef. anbef. pension": a word by itself is no sentence.
        let is_end = token.role == Role::Stop && !is_short && at > 1 && !is_somebody;
        if is_end {
            walk.restart();
            let is_last = at + 1 == tokens.len();
            (is_labelled, is_doubted) = (is_labelled && is_last, is_doubted && is_last);
        }
        is_short = token.is_short;
        // "Ovl. anbef. pension".
        is_somebody = is_subject(token.role) && token.place(0).len() < ABBREVIATED;
        let begins = walk.opens;
        walk.step(*token, tokens.get(at + 1).copied().unwrap_or_default());
        // "Mentor: fleksjob anbefales".
        if token.role == Role::Colon {
            let (is_anothers, is_all) = leads(tokens, at);
            walk.is_under |= is_anothers;
            is_labelled |= is_all;
        }
        walk.opens |= is_end;
        if is_key(token.role) {
            give(voiced(walk.seen_as(), token), at, at);
        }
        // What is no longer plain may still be usual.
        let may_be_plain = may_be_plain(tokens, at);
        if !(may_be_plain || token.role == Role::Recommend || cfg!(debug_assertions)) {
            continue;
        }
        // Whoever is named in a ground behind the verb does not recommend.
        let is_verb =
            token.role == Role::Recommend && matches!(token.form, Form::Passive | Form::Present | Form::Infinitive);
        let without = if is_verb { grounds::without(tokens, at, &mut left) } else { None };
        let tokens = without.unwrap_or(tokens);
        if let Some(manner) = (Here { walk: &walk, tokens, at, begins }).manner() {
            let feature = match manner {
                #[cfg(feature = "training")]
                Manner::Said => SAID,
                manner => in_manner(manner),
            };
            (0..OFTEN).for_each(|_| give(feature, at, at));
            debug_assert!(may_be_plain || !manner.is_certain(), "the sieve is finer than what is read");
            is_usual |= manner == Manner::Usual;
            // "Mentor: han er klar, og det bør bevilges"; but nobody else writes "indstilles", unless in doubt.
            if manner.is_certain() && !(is_labelled && (is_doubted || token.stem != INDST)) {
                give(PLAIN, at, at);
            }
        }
    }
    is_usual || is_labelled
}

/// What a role weighs in a voice.
fn voiced(voice: u32, token: &Token) -> u32 {
    mix(2, voice, token.kind())
}

fn in_manner(manner: Manner) -> u32 {
    mix(3, manner as u32, 0)
}

/// The most that the features can add which are of who says something, or nothing where one may be that the sentence is plain.
pub(crate) fn most_of_voices(words: &Words, weight: impl Fn(u32) -> i32) -> Option<i32> {
    let tokens = words.all();
    if (0..tokens.len()).any(|at| may_be_plain(tokens, at)) {
        return None;
    }
    let as_a_rule = (OFTEN as i32 * weight(in_manner(Manner::Usual))).max(0);
    let most = tokens.iter().map(|token| {
        let voices = if is_key(token.role) { Walk::SEEN } else { 0 };
        let voiced = (0..voices).map(|voice| weight(voiced(voice, token))).max().unwrap_or_default();
        voiced + if token.role == Role::Recommend { as_a_rule } else { 0 }
    });
    Some(most.sum())
}

/// Gives every feature that is of the words alone, whoever says them.
pub(crate) fn wording(words: &Words, voice: Voice, mut give: impl FnMut(u32, usize, usize)) {
    if voice == Voice::Citizen {
        give(mix(1, 0, 0), 0, 0);
    }
    let tokens = words.all();
    let (mut seen, mut roles) = ([EDGE; 2], Roles::default());
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| !token.is_mark) {
        give(mix(4, token.word, 0), at, at);
        let known = token.role != Role::Plain;
        if !known && token.stem != token.word {
            give(mix(5, token.stem, 0), at, at);
        }
        let stem = if known { token.kind() | 1 << 31 } else { token.stem };
        neighbours(&mut seen, Seen { at, word: token.word, stem }, &mut give);
        if known || token.form != Form::Other {
            roles.together(token.kind(), at, &mut give);
        }
    }
    let last = tokens.len().saturating_sub(1);
    neighbours(&mut seen, Seen { at: last, ..EDGE }, &mut give);
    roles.together(EDGE.stem, last, &mut give);
}

/// A word that is neither a comma nor a stop.
#[derive(Clone, Copy)]
struct Seen {
    at: usize,
    word: u32,
    /// The role, or the first letters of a word without one.
    stem: u32,
}

/// The beginning of a sentence, and its end.
const EDGE: Seen = Seen { at: 0, word: 0xffff, stem: 0xffff };

/// Two that stand side by side, and two with one between.
#[inline(always)]
fn neighbours(seen: &mut [Seen; 2], one: Seen, give: &mut impl FnMut(u32, usize, usize)) {
    let [a, b] = *seen;
    *seen = [b, one];
    give(mix(6, b.word, one.word), b.at, one.at);
    give(mix(7, b.stem, one.stem), b.at, one.at);
    give(mix(8, a.stem, one.stem), a.at, one.at);
}

/// The roles that were seen last, and where.
#[derive(Default)]
struct Roles {
    last: [(u32, usize); REACH],
    count: usize,
}

impl Roles {
    /// A role with those before it, whatever stands between.
    #[inline(always)]
    fn together(&mut self, kind: u32, at: usize, give: &mut impl FnMut(u32, usize, usize)) {
        give(mix(9, kind, 0), at, at);
        for (before, from) in self.last.iter().take(self.count) {
            give(mix(10, *before, kind), *from, at);
        }
        if let Some(oldest) = self.last.get_mut(self.count % REACH) {
            *oldest = (kind, at);
        }
        self.count += 1;
    }
}

/// The hash of a feature: its kind, and what it is made of. The highest bits are the best.
fn mix(kind: u64, a: u32, b: u32) -> u32 {
    let parts = u64::from(a) << 32 | u64::from(b);
    let hash = (parts ^ parts >> 29).wrapping_add(kind << 40).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 32) as u32 | 1
}
