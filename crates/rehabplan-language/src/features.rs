//! What the model looks at in a sentence: words, their neighbours, the order of roles, and who speaks; and what needs no model,
//! because the words are plain.

use crate::Field;
use crate::roles::{Form, Role};
use crate::words::{Token, Words};

/// Stands for a feature in a sentence that recommends in plain words. It has no weight; such a sentence is pointed out.
pub(crate) const PLAIN: u32 = 0;

/// Who speaks, as far as the walk over a sentence can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Voice {
    Writer,
    Other,
    /// A consultant or a team, of the municipality or of others.
    Adviser,
    Then,
}

fn speaks(role: Role) -> bool {
    use Role::*;
    matches!(role, Think | Say | Wish | Assess | Recommend | Advice | Plead | Support)
}

fn is_subject(role: Role) -> bool {
    matches!(role, Role::Own | Role::Man | Role::Adviser | Role::Team) || is_other(role)
}

fn is_other(role: Role) -> bool {
    use Role::*;
    matches!(role, Me | My | Citizen | He | Their | Doctor | Paper | Boss | Place | Kin | Name | Authority)
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

/// As often a feature counts that rests on a whole clause, so that training gives it the weight which that deserves.
const OFTEN: usize = 8;

/// Gives every feature of a sentence, as a hash with the first and the last of the words that it is about.
pub(crate) fn features(words: &Words, field: Field, mut give: impl FnMut(u32, usize, usize)) {
    if field == Field::Citizen {
        give(mix(1, 0, 0), 0, 0);
    }
    let tokens = words.all();
    let (mut seen, mut roles) = ([EDGE; 2], Roles::default());
    let mut walk = Walk::new(field);
    for (at, token) in tokens.iter().enumerate() {
        let begins = walk.opens;
        walk.step(*token, tokens.get(at + 1).copied().unwrap_or_default());
        if is_key(token.role) {
            give(mix(2, walk.seen_as(), token.kind()), at, at);
        }
        if let Some(manner) = walk.manner(tokens, at, begins) {
            (0..OFTEN).for_each(|_| give(mix(3, manner as u32, 0), at, at));
            if manner.is_certain() {
                give(PLAIN, at, at);
            }
        }
        if token.is_mark {
            continue;
        }
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

/// How a word recommends in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// "Det indstilles, at", "Borgeren indstilles til", "Hun indstilles hermed til".
    Passive,
    /// "Genoptræning anbefales", "et fleksjob kan anbefales".
    Measure,
    /// "… anbefales", of something.
    Bare,
    /// "Kommunen indstiller", "foreslår vi", "vi vil anbefale", "vi indstiller borgeren til".
    Own,
    /// "Vi peger på fleksjob", "kommunen taler for pension".
    Plead,
    /// "Støtte i hjemmet bør bevilges".
    Ought,
    /// "Teamet bedes indstille til".
    Asked,
    /// "Sagen forelægges med indstilling om".
    Sent,
    /// "Anbefaler fleksjob", "Indst.: fleksjob", "Forslag: mentor".
    Short,
    /// "Vores forslag er", "Mit oplæg:", "Indstillingen herfra er", "det er vores indstilling, at".
    Advice,
    /// "Forslag:".
    Label,
}

impl Manner {
    /// Whether such a sentence needs nothing else to be pointed out.
    fn is_certain(self) -> bool {
        !matches!(self, Manner::Bare | Manner::Label)
    }
}

/// Follows who speaks.
struct Walk {
    /// "Jeg" is the citizen, and not whoever writes for the municipality.
    is_citizens: bool,
    subject: Role,
    voice: Voice,
    quoted: bool,
    /// The clause is of what was, of a year or of then.
    is_past: bool,
    /// Under a condition, or in a question.
    is_open: bool,
    /// In what somebody else says, wishes or fears.
    is_under: bool,
    /// At the beginning, and after a comma or a colon.
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
            is_open: false,
            is_under: false,
            opens: true,
        }
    }

    fn is_own(&self, role: Role) -> bool {
        role == Role::Own || role == Role::Me && !self.is_citizens
    }

    /// Whether somebody is another than the municipality.
    fn is_others(&self, role: Role) -> bool {
        is_other(role) && (self.is_citizens || !matches!(role, Role::Me | Role::My))
    }

    fn step(&mut self, token: Token, next: Token) {
        let Token { role, form, .. } = token;
        if self.opens {
            self.is_past = false;
        }
        match role {
            Role::Quote => self.quoted = !self.quoted,
            Role::Got | Role::Year | Role::Past => self.is_past = true,
            Role::If | Role::Open | Role::Question => self.is_open = true,
            Role::That if self.is_others(self.subject) => self.is_under = true,
            // "…, og at" goes on in the same voice.
            Role::And if self.opens && next.role != Role::That => self.begin(),
            Role::Therefore if self.opens => self.begin(),
            _ => {}
        }
        // Whoever stands before a verb of speech is somebody, also one who is not known.
        let acts = speaks(next.role) && matches!(next.form, Form::Present | Form::Past);
        if is_subject(role) || role == Role::There && self.opens {
            self.subject = role;
        } else if role == Role::Plain && acts && !matches!(self.subject, Role::Own | Role::Me) {
            self.subject = Role::Name;
        }
        match role {
            _ if self.is_own(role) => self.voice = Voice::Writer,
            Role::According => self.voice = Voice::Other,
            _ if !speaks(role) => {}
            _ if self.is_others(self.subject) && form != Form::Passive => self.voice = Voice::Other,
            _ if form == Form::Past => self.voice = Voice::Then,
            _ if self.is_own(self.subject) => self.voice = Voice::Writer,
            // "Det anføres, at": whoever writes does not say it.
            Role::Say => self.voice = Voice::Other,
            _ if matches!(self.subject, Role::Adviser | Role::Team) => self.voice = Voice::Adviser,
            _ => {}
        }
        self.opens = matches!(role, Role::Comma | Role::Colon);
    }

    /// A clause of the writer's begins.
    fn begin(&mut self) {
        (self.voice, self.subject, self.is_under) = (Voice::Writer, Role::Plain, false);
    }

    fn seen_as(&self) -> u32 {
        (self.voice as u32) << 1 | u32::from(self.quoted)
    }

    /// Whether the verb at a place comes before its subject because of what the sentence begins with, and that is not where
    /// somebody else says it.
    fn is_inverted(&self, tokens: &[Token], at: usize) -> bool {
        let before = tokens.get(..at).unwrap_or(&[]);
        let is_of_others = match before {
            [first, second, ..] if matches!(first.role, Role::In | Role::According | Role::By) => {
                is_subject(second.role)
            }
            [first, ..] => is_subject(first.role) || self.voice == Voice::Other,
            [] => false,
        };
        !is_of_others && !before.iter().any(|token| token.role == Role::Comma)
    }

    /// How the word at a place recommends, if it does so in plain words; `begins` if a clause begins with it.
    fn manner(&self, tokens: &[Token], at: usize, begins: bool) -> Option<Manner> {
        use Role::{
            About, Advice, Award, By, Can, Citizen, Colon, Comma, For, Grant, He, In, Is, Measure, My, Name, Not,
            Ought, Outcome, Plain, Plead, Recommend, Shall, Stop, Team, That, There, To, Wish,
        };
        let token = tokens.get(at).filter(|token| matches!(token.role, Recommend | Advice | Plead | Ought))?;
        let here = |at: Option<usize>| at.and_then(|at| tokens.get(at)).copied();
        let role = |at: Option<usize>| here(at).map_or(Stop, |token| token.role);
        let before = |by| role(at.checked_sub(by));
        let after = |by: usize| role(Some(at + by));
        if self.quoted || self.is_past || self.is_open || self.is_under || after(1) == Not {
            return None;
        }
        let is_own = |role| self.is_own(role);
        let is_measure = |role| matches!(role, Outcome | Measure);
        let writes = self.voice == Voice::Writer;
        // "Bedes", "forelægges": what is asked of somebody, or done with the case.
        let is_asked = |by: usize| {
            let asks = |token: Token| matches!(token.role, Plain | Wish | Recommend) && token.form == Form::Passive;
            here(at.checked_sub(by)).is_some_and(asks)
        };
        match (token.role, token.form) {
            (Recommend | Plead, Form::Infinitive | Form::Other)
                if self.subject == Team && before(1) == That && (2..5).any(is_asked) =>
            {
                Some(Manner::Asked)
            }
            (Recommend, Form::Passive) => {
                let is_somebody = matches!(self.subject, Citizen | He | Name);
                let of_citizen = matches!(self.subject, Citizen | He) && after(1) == To
                    || is_somebody && writes && after(2) == To && !is_subject(after(1));
                let is_free = matches!(self.subject, Plain | There) || is_own(self.subject) || of_citizen;
                let of_measure = (1..6).any(|by| is_measure(before(by))) || (1..4).any(|by| is_measure(after(by)));
                // "Sengen kan indstilles", "hun vil gerne anbefales"; but "det kan anbefales", "fleksjob kan anbefales".
                let is_bound = matches!(before(1), Can | Shall | Wish)
                    && (before(2) != There || before(3) == Comma)
                    && !(before(1) == Can && self.subject == Plain && of_measure);
                // "På baggrund af rapporten anbefales det", but "i rapporten anbefales det".
                let opens = after(1) == There && (begins || self.is_inverted(tokens, at));
                if after(1) == By || is_bound || !(opens || is_free && writes) {
                    return None;
                }
                let is_plain = matches!(after(1), There | To) || (1..4).any(|by| before(by) == There) || of_citizen;
                Some(match is_plain {
                    true => Manner::Passive,
                    false if of_measure => Manner::Measure,
                    false if at == 0 && !self.is_citizens => Manner::Short,
                    false => Manner::Bare,
                })
            }
            // "Vi anbefaler", "anbefaler vi"; but not "jeg indstiller mig på".
            (Recommend, Form::Present) if is_own(after(1)) && before(1) != after(1) => Some(Manner::Own),
            (Recommend, Form::Present | Form::Infinitive)
                if is_own(self.subject) && (!is_subject(after(1)) || self.is_others(after(1)) && after(2) == To) =>
            {
                Some(Manner::Own)
            }
            (Recommend, Form::Present) if at == 0 && !is_subject(after(1)) && !self.is_citizens => Some(Manner::Short),
            (Recommend, _) if at == 0 && after(1) == Stop && matches!(after(2), Colon | Outcome) => Some(Manner::Short),
            (Plead, _) => {
                let is_theirs = is_own(self.subject) || at == 0 && !self.is_citizens;
                let of_measure = matches!(after(1), In | For) && (2..6).any(|by| is_measure(after(by)));
                (is_theirs && of_measure && after(2) != Comma).then_some(Manner::Plead)
            }
            (Ought, _) => {
                let next = here(Some(at + 1)).unwrap_or_default();
                let of_measure = || (1..6).any(|by| is_measure(before(by)));
                let is_given = matches!(next.role, Award | Grant) || next.role == Plain && of_measure();
                // "Der er ikke taget stilling til, om borgeren bør tilkendes".
                let is_asked = (1..6).any(|by| before(by) == About);
                (writes && is_given && next.form == Form::Passive && !is_asked).then_some(Manner::Ought)
            }
            (Advice, _) => {
                let is_before = (1..3).any(|by| is_own(before(by)) || before(by) == My && !self.is_citizens);
                let is_after = is_own(after(1)) || after(1) == By && is_own(after(2));
                let is_said = (1..5).any(|by| matches!(after(by), Is | Colon))
                    || (2..5).any(|by| before(by) == Is) && matches!(after(1), Comma | That);
                let is_sent = before(1) == For
                    && matches!(after(1), About | By | To | Outcome)
                    && !self.is_others(self.subject)
                    && (2..6).any(is_asked);
                let is_label = at == 0 && (after(1) == Colon || after(1) == Stop && after(2) == Colon);
                match is_before || is_after {
                    true if is_said => Some(Manner::Advice),
                    _ if is_sent => Some(Manner::Sent),
                    _ if is_label && (2..6).any(|by| is_measure(after(by))) => Some(Manner::Short),
                    _ if is_label => Some(Manner::Label),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}

/// The hash of a feature: its kind, and what it is made of. The highest bits are the best.
fn mix(kind: u64, a: u32, b: u32) -> u32 {
    let parts = u64::from(a) << 32 | u64::from(b);
    let hash = (parts ^ parts >> 29).wrapping_add(kind << 40).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    (hash >> 32) as u32 | 1
}
