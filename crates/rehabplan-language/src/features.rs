//! What the model looks at in a sentence: words, their neighbours, the order of roles, and who speaks.

use crate::Field;
use crate::roles::Role;
use crate::words::Words;

/// Who speaks, as far as the walk over a sentence can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    Writer,
    Other,
    Then,
}

fn speaks(role: Role) -> bool {
    use Role::*;
    matches!(role, Think | Say | Wish | Assess | Recommend | Plead | Support)
}

fn is_subject(role: Role) -> bool {
    role == Role::Own || role == Role::Man || is_other(role)
}

fn is_other(role: Role) -> bool {
    use Role::*;
    matches!(role, Me | My | Citizen | He | Their | Doctor | Paper | Boss | Place | Kin | Name)
}

/// Roles whose weight depends on who speaks.
fn is_key(role: Role) -> bool {
    use Role::*;
    speaks(role)
        || matches!(role, Ought | Shall | Must | Can | Will | Award | Grant | Suits | Need | Way | Fitting | Ground)
        || matches!(role, Exhaust | Spare | More | Future | Outcome | Measure | Not | Got | Is)
}

/// How far apart two roles are seen together.
const REACH: usize = 5;

/// Gives every feature of a sentence, as a hash with the first and the last of the words that it is about.
pub(crate) fn features(words: &Words, field: Field, mut give: impl FnMut(u32, usize, usize)) {
    if field == Field::Citizen {
        give(mix(1, 0, 0, 0), 0, 0);
    }
    let tokens = words.all();
    // The words without commas and stops, with the beginning before them and the end after.
    let mut seen = [EDGE; 3];
    // The roles that are known, and where.
    let mut roles = [(EDGE_ROLE, 0); REACH + 1];
    let mut count = 0;
    let mut walk = Walk::new(field);
    for (at, token) in tokens.iter().enumerate() {
        let kind = token.kind();
        walk.step(token.role, token.form as u8, |code, other| give(mix(code, other, kind, 0), at, at));
        if token.is_mark {
            continue;
        }
        give(mix(2, token.word, 0, 0), at, at);
        if token.ending != 0 {
            give(mix(3, token.ending, 0, 0), at, at);
        }
        let known = token.role != Role::Plain;
        let one = Seen { at, word: token.word, stem: if known { kind | 1 << 31 } else { token.stem }, kind };
        if !known && token.stem != token.word {
            give(mix(4, token.stem, 0, 0), at, at);
        }
        neighbours(&mut seen, one, &mut give);
        if known || token.form as u8 != 0 {
            together(&mut roles, &mut count, (kind, at), &mut give);
        }
    }
    // What is said of nobody is often said of the law in general.
    if !tokens.iter().any(|token| is_subject(token.role)) {
        for (at, token) in tokens.iter().enumerate().filter(|(_, token)| is_key(token.role)) {
            give(mix(23, token.kind(), 0, 0), at, at);
        }
    }
    let last = tokens.len().saturating_sub(1);
    neighbours(&mut seen, Seen { at: last, ..EDGE }, &mut give);
    together(&mut roles, &mut count, (EDGE_ROLE, last), &mut give);
}

#[derive(Clone, Copy)]
struct Seen {
    at: usize,
    word: u32,
    /// The role, or the first letters of a word without one.
    stem: u32,
    kind: u32,
}

const EDGE_ROLE: u32 = 0xffff;
const EDGE: Seen = Seen { at: 0, word: EDGE_ROLE, stem: EDGE_ROLE, kind: EDGE_ROLE };

/// Two and three that stand side by side.
fn neighbours(seen: &mut [Seen; 3], one: Seen, give: &mut impl FnMut(u32, usize, usize)) {
    let [_, a, b] = *seen;
    *seen = [a, b, one];
    give(mix(5, b.word, one.word, 0), b.at, one.at);
    give(mix(6, b.stem, one.stem, 0), b.at, one.at);
    give(mix(7, b.kind, one.kind, 0), b.at, one.at);
    give(mix(8, a.stem, b.stem, one.stem), a.at, one.at);
    give(mix(9, a.kind, b.kind, one.kind), a.at, one.at);
    give(mix(10, a.stem, one.stem, 0), a.at, one.at);
}

/// A role with those before it, whatever stands between.
fn together(
    roles: &mut [(u32, usize); REACH + 1],
    count: &mut usize,
    one: (u32, usize),
    give: &mut impl FnMut(u32, usize, usize),
) {
    give(mix(11, one.0, 0, 0), one.1, one.1);
    let [.., a, b] = *roles;
    give(mix(12, b.0, one.0, 0), b.1, one.1);
    give(mix(13, a.0, b.0, one.0), a.1, one.1);
    for (kind, at) in roles.iter().rev().take(*count).copied() {
        give(mix(14, kind, one.0, 0), at, one.1);
    }
    roles.rotate_left(1);
    if let Some(last) = roles.last_mut() {
        *last = one;
    }
    *count = (*count + 1).min(REACH);
}

/// Follows who speaks.
struct Walk {
    /// "Jeg" is the citizen, and not whoever writes for the municipality.
    is_citizens: bool,
    subject: Role,
    voice: Voice,
    quoted: bool,
    is_past: bool,
    /// After a comma or a colon.
    opens: bool,
}

impl Walk {
    fn new(field: Field) -> Self {
        Self {
            is_citizens: field == Field::Citizen,
            subject: Role::Plain,
            voice: Voice::Writer,
            quoted: false,
            is_past: false,
            opens: false,
        }
    }

    /// Whether the subject is somebody else than the municipality.
    fn is_others(&self) -> bool {
        is_other(self.subject) && (self.is_citizens || !matches!(self.subject, Role::Me | Role::My))
    }

    fn step(&mut self, role: Role, form: u8, mut give: impl FnMut(u32, u32)) {
        const PASSIVE: u8 = crate::roles::Form::Passive as u8;
        const PAST: u8 = crate::roles::Form::Past as u8;
        match role {
            Role::Quote => self.quoted = !self.quoted,
            Role::Comma | Role::Colon => self.opens = true,
            _ => {}
        }
        if self.opens && matches!(role, Role::And | Role::Therefore) {
            (self.voice, self.subject) = (Voice::Writer, Role::Plain);
        }
        if is_subject(role) || role == Role::There && self.opens {
            self.subject = role;
        }
        match role {
            Role::Own => self.voice = Voice::Writer,
            Role::Me if !self.is_citizens => self.voice = Voice::Writer,
            Role::According => self.voice = Voice::Other,
            Role::Got => self.is_past = true,
            _ if !speaks(role) => {}
            _ if self.is_others() && form != PASSIVE => self.voice = Voice::Other,
            _ if form == PAST => self.voice = Voice::Then,
            _ if matches!(self.subject, Role::Own | Role::Me) => self.voice = Voice::Writer,
            _ => {}
        }
        if is_key(role) {
            give(20, self.subject as u32);
            give(21, (self.voice as u32) << 1 | u32::from(self.quoted));
            if self.is_past {
                give(22, 0);
            }
        }
        if !matches!(role, Role::Comma | Role::Colon) {
            self.opens = false;
        }
    }
}

/// The hash of a feature: its kind and what it is made of.
fn mix(kind: u32, a: u32, b: u32, c: u32) -> u32 {
    let add = |hash: u32, part: u32| (hash.rotate_left(5) ^ part).wrapping_mul(0x9e37_79b9);
    let hash = add(add(add(kind.wrapping_mul(0x85eb_ca6b), a), b), c);
    (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d)
}
