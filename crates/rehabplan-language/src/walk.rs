//! Who speaks in a sentence: a walk over its words, one after the other.

use crate::Voice;
use crate::grounds::{AFTER, led};
use crate::labels::is_copied;
use crate::roles::{Form, Role, is_other, is_source, is_subject, speaks};
use crate::words::{Token, hash};

/// Who speaks, as far as the walk over a sentence can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaking {
    Writer,
    Other,
    /// A consultant or a team, of the municipality or of others.
    Adviser,
    Then,
    /// Whoever writes, behind "efter barslen" or "efter § 118"; the weights take that for another, as much of it is.
    After,
}

/// Words that are nobody's subject.
pub(crate) const OBJECTS: [u32; 6] =
    [hash(b"sig"), hash(b"ham"), hash(b"hende"), hash(b"dem"), hash(b"mig"), hash(b"dig")];
/// The beginning of "rådgiver".
pub(crate) const ADVISER: u32 = hash(b"r\xe5dgi");
/// The beginnings of "forelægge", "fremlægge", "sende", "oversende", "fremsende", "præsentere".
const HANDING: [u32; 6] =
    [hash(b"forel"), hash(b"freml"), hash(b"sende"), hash(b"overs"), hash(b"frems"), hash(b"pr\xe6se")];
/// The beginning of "konsulent".
const CONSULTANT: u32 = hash(b"konsu");
/// "For ryggens vedkommende", which is nobody.
const CONCERNED: u32 = hash(b"vedkommende");
/// "Så".
const SO: u32 = hash(b"s\xe5");
/// "Hvorfor".
const WHY: u32 = hash(b"hvorfor");
/// "§".
pub(crate) const SECTION: u32 = hash(b"\xa7");
/// What somebody has: "efter deres mening".
pub(crate) const MEANING: [u32; 3] = [hash(b"mening"), hash(b"opfattelse"), hash(b"udsagn")];
/// "I følge", "i flg."
const FOLLOWING: u32 = hash(b"f\xf8lge");
const FLG: u32 = hash(b"flg");
/// "Hvad angår".
const CONCERNS: u32 = hash(b"ang\xe5r");

/// Whether a sentence is a question, or begins as one does and is not led to what is recommended in any case: then it is either that
/// or a condition.
fn asks(tokens: &[Token], led: Option<usize>) -> bool {
    use Role::*;
    match tokens {
        [first, second, ..]
            if led.is_none()
                && matches!(first.role, Is | Has | Ought | Shall | Must | Can | Will)
                && (is_subject(second.role) || second.role == There) =>
        {
            true
        }
        // "Indstilles hun til fleksjob, kan butikken ansætte hende".
        [first, second, ..]
            if matches!(first.role, Recommend | Assess)
                && matches!(first.form, Form::Passive | Form::Present)
                && is_subject(second.role)
                && tokens.windows(2).any(|pair| {
                    matches!(pair, [comma, next] if comma.role == Comma && matches!(next.role, Can | Will | Shall))
                }) =>
        {
            true
        }
        _ => tokens.last().is_some_and(|last| last.role == Question),
    }
}

/// "Fra dagsordenen: »Kommunen indstiller …«".
fn begins_copied(tokens: &[Token]) -> bool {
    let opens =
        |pair: &[Token]| matches!(pair, [colon, quote] if [colon.role, quote.role] == [Role::Colon, Role::Quote]);
    let label = tokens.windows(2).position(opens).and_then(|at| tokens.get(..at));
    label.is_some_and(is_copied)
}

fn is_person(role: Role) -> bool {
    is_source(role) && role != Role::Paper
}

/// Whether what stands behind "efter" says something: "efter lægens opfattelse", "efter reglerne".
fn is_voice(next: Token) -> bool {
    is_other(next.role) || next.role == Role::Law && next.word != SECTION
}

/// "Efter vikarens opfattelse", "efter Pouls mening": whoever that is, and no word for the municipality.
pub(crate) fn is_opinion(tokens: &[Token]) -> bool {
    matches!(tokens, [after, who, meaning, ..] if after.word == AFTER && (who.role == Role::Name || who.role == Role::Plain && who.form == Form::Passive)
        && MEANING.contains(&meaning.word))
}

/// Follows who speaks.
pub(crate) struct Walk {
    /// "Jeg" is the citizen, and not whoever writes for the municipality.
    pub(crate) is_citizens: bool,
    pub(crate) subject: Role,
    /// Whoever the sentence began with.
    pub(crate) first: Role,
    /// So many words ago somebody was said to speak, and who that was.
    pub(crate) since_speech: u8,
    pub(crate) speaker: Role,
    /// As many numbers as it began with, as long as it is a date: "12.03.2024 Det indstilles".
    numbers: Option<u8>,
    /// So many words ago stood "fra" or "af".
    since_from: u8,
    pub(crate) speaking: Speaking,
    pub(crate) quoted: bool,
    /// What is quoted is of the municipality's own papers.
    is_copied: bool,
    /// The clause is of what was, of a year or of then.
    pub(crate) is_past: bool,
    /// Under a condition, or in a question.
    pub(crate) is_open: bool,
    /// So is the whole sentence.
    is_asked: bool,
    /// In what somebody else says, wishes or fears.
    pub(crate) is_under: bool,
    /// So many words are left of the ground that the sentence begins with, and where the verb stands behind it.
    ground: usize,
    pub(crate) led: Option<usize>,
    /// "Vi" is the citizen and those at home: "vi håber på fleksjob, så jeg kan hente børnene".
    is_we: bool,
    /// Just now somebody was said to think, wish or say something.
    is_thought: bool,
    /// At the beginning, and after a comma or a colon.
    pub(crate) opens: bool,
    /// The municipality was named just before, and what goes on may be its name: "Jobcenter Syd", "rådgiver Hanne Holm".
    is_named: bool,
    /// "Kommunen, der har fulgt borgeren, anbefaler": whoever the sentence began with goes on behind the clause.
    is_parted: bool,
    /// Whose the sentence was before a clause that stands in it: "på dette grundlag, som lægen er enig i, anbefales".
    outer: Option<(Role, Speaking, bool)>,
    /// The word before is one that says where: "i teamet".
    is_where: bool,
    /// The word before is one that says what for: "forslag til afgørelse".
    is_for: bool,
    /// The word before is "det", which what is said may be: "det anførte".
    is_what: bool,
    /// The sentence begins with what it is about.
    is_topic: bool,
    /// The word before says whose: "boligforeningens rådgiver".
    is_whose: bool,
    /// It says that it is the municipality's.
    is_ours: bool,
    /// "Så godt, at": what follows from it is no words of whoever it is so with.
    is_so: bool,
}

impl Walk {
    pub(crate) fn new(voice: Voice, tokens: &[Token]) -> Self {
        let led = led(tokens);
        let asks = asks(tokens, led);
        let concerns = || tokens.iter().take(4).any(|token| token.word == CONCERNS);
        let is_topic = match tokens.first().map(|first| first.role) {
            Some(Role::About) => true,
            Some(Role::Open) => concerns(),
            _ => false,
        };
        Self {
            is_citizens: voice == Voice::Citizen,
            subject: Role::Plain,
            first: Role::Plain,
            since_speech: u8::MAX,
            speaker: Role::Plain,
            numbers: Some(0),
            since_from: u8::MAX,
            speaking: Speaking::Writer,
            quoted: false,
            is_copied: begins_copied(tokens),
            is_past: false,
            is_open: asks,
            is_asked: asks
                || led.is_none()
                    && !is_topic
                    && tokens.first().is_some_and(|first| matches!(first.role, Role::If | Role::Open)),
            is_under: false,
            ground: led.unwrap_or_default(),
            led,
            is_we: voice == Voice::Citizen && tokens.iter().any(|token| matches!(token.role, Role::Me | Role::My)),
            is_thought: false,
            opens: true,
            is_named: false,
            is_parted: matches!(tokens, [first, second, ..] if first.role != Role::Plain && second.role == Role::Comma),
            outer: None,
            is_where: false,
            is_topic,
            is_whose: false,
            is_ours: false,
            is_so: false,
            is_for: false,
            is_what: false,
        }
    }

    pub(crate) fn is_own(&self, role: Role) -> bool {
        matches!(role, Role::Own | Role::Us | Role::Team) || role == Role::Me && !self.is_citizens
    }

    /// Whether somebody is another than the municipality.
    pub(crate) fn is_others(&self, role: Role) -> bool {
        is_other(role) && (self.is_citizens || !matches!(role, Role::Me | Role::My))
    }

    pub(crate) fn step(&mut self, token: Token, next: Token) {
        let Token { role, form, .. } = token;
        // Somebody else's, and not the municipality's.
        let is_others = match role {
            Role::Team => self.is_whose || is_source(self.subject),
            // "Landboforeningens konsulent".
            _ => self.is_whose && matches!(token.stem, ADVISER | CONSULTANT),
        };
        let role = match role {
            _ if is_others => Role::Place,
            // "Kommunens socialrådgiver".
            Role::Adviser | Role::Place if self.is_ours => Role::Own,
            role => role,
        };
        if self.ground > 0 {
            self.ground -= 1;
            return;
        }
        self.numbers = match role {
            Role::Number => self.numbers.map(|numbers| numbers.saturating_add(1)),
            Role::Stop | Role::Year => self.numbers,
            _ => None,
        };
        // "Planen fra 2019, hvor der peges på": a clause that hangs on what was is of then too.
        if self.opens && role != Role::As {
            self.is_past = false;
        }
        match role {
            Role::As if self.opens => self.outer = Some((self.subject, self.speaking, self.is_under)),
            Role::Quote if self.is_copied => {}
            Role::Quote => self.quoted = !self.quoted,
            // "Fra 1. marts 2021", "jf. afgørelse af 3.2.2019": a date, and not when it is said; but "planen fra 2019".
            Role::Year if (2..7).contains(&self.since_from) => {}
            Role::Year if self.numbers.is_some_and(|numbers| numbers > 0 || next.role == Role::Number) => {}
            // "Tilbage til ordinær indsats".
            Role::Past if next.role == Role::To => {}
            Role::Got | Role::Year | Role::Past => self.is_past = true,
            // "Lægen: Det anbefales", "notat fra psykolog: vi anbefaler".
            // But not "vedr. angsten, som psykiatrien behandler: det anbefales".
            // Whose a paper is, its label tells.
            // "Lægen har ikke udtalt sig, men det kan vi: fleksjob anbefales".
            Role::Colon
                if !self.is_topic
                    && (is_person(self.subject) || is_person(self.first) && !self.is_own(self.subject)) =>
            {
                self.is_under = true;
            }
            // "Notat: teamet anbefaler": the paper says nothing itself. (Whose it is, its label tells.)
            // "Skrevet af KST: jeg har talt med Bent og anbefaler".
            Role::Colon
                if !self.is_topic
                    && (self.subject == Role::Paper || self.subject == Role::Name && next.role == Role::Me) =>
            {
                self.begin();
                self.first = Role::Plain;
            }
            // "Om arbejdet: kommunen indstiller".
            Role::Colon if self.is_topic => self.is_open = false,
            // "Borger: jeg bør have fleksjob".
            Role::Colon if matches!(self.subject, Role::Citizen | Role::He) && next.role == Role::Me => {
                self.is_under = true
            }
            // "Hvad angår praktikken", "hvad praktikken angår" ask nothing.
            Role::Open if next.word == CONCERNS => {}
            // "Vedr. indstilling: fleksjob".
            Role::Open | Role::About if self.is_topic && self.first == Role::Plain => {}
            Role::If | Role::Open | Role::Question => self.is_open = true,
            // What stands behind a box is said where it is ticked.
            Role::Box | Role::Ticked => self.is_open = role == Role::Box,
            // "…, om hun bør have", "spørger om vi indstiller": what is asked.
            Role::About if self.opens || self.is_own(next.role) || matches!(next.role, Role::He | Role::Man) => {
                self.is_open = true;
            }
            // "Hun klarer det så godt, at vi anbefaler"; but not "hun siger, det går så godt, at".
            Role::That if self.is_so && self.since_speech == u8::MAX => {
                self.subject = if is_source(self.subject) { self.subject } else { Role::Plain };
            }
            // But not "har svært ved at".
            Role::That if self.is_others(self.subject) && (self.opens || self.since_speech < 3) => self.is_under = true,
            // "… at der fra kommunens side anbefales".
            Role::By if self.is_own(next.role) => self.is_under = false,
            // "…, må forvaltningen tilråde": the main clause.
            Role::Can | Role::Shall | Role::Must | Role::Will | Role::Ought if self.opens && self.is_own(next.role) => {
                self.go_on();
                // "…, hvis hjælp ophørte, skal jobcentret hermed anbefale".
                self.is_open &= self.is_asked;
            }
            // "At sende hende tilbage kan vi ikke anbefale".
            Role::Can | Role::Shall | Role::Must | Role::Will if self.is_own(next.role) => self.is_past = false,
            // "…, og at" goes on in the same voice.
            // Whoever the sentence began with goes on; where that is nobody, whoever writes.
            Role::And if speaks(next.role) && next.form == Form::Present => {
                self.subject = self.first;
                // "Vi har haft hende inde og anbefaler".
                self.is_past &= self.first != Role::Plain && !self.is_own(self.first);
                self.is_open &= self.is_asked;
            }
            Role::And if self.opens && next.role != Role::That => {
                self.begin();
                // "Han går i stå, når telefonen ringer, og jeg anbefaler".
                self.is_open &= self.is_asked || !self.is_own(next.role);
            }
            // "Hun håber, kommunen foreslår".
            Role::Comma if self.is_thought && self.is_others(self.subject) && is_subject(next.role) => {
                self.is_under = true;
            }
            // "Undertegnede, der har fulgt familien siden 2016, kan kun anbefale".
            Role::Comma
                if self.is_parted
                    && self.is_own(self.first)
                    && matches!(next.role, Role::Can | Role::Shall | Role::Will | Role::Must) =>
            {
                (self.subject, self.is_past, self.is_under) = (self.first, false, false);
            }
            // "Da hun bliver svimmel, når hun går, anbefales": the main clause.
            Role::Comma if next.role == Role::Recommend && matches!(next.form, Form::Present | Form::Passive) => {
                self.is_open &= self.is_asked;
                if self.is_parted && next.form == Form::Present {
                    (self.subject, self.is_past, self.is_under) = (self.first, false, false);
                } else if let Some(outer) = self.outer.filter(|_| next.form == Form::Passive) {
                    (self.subject, self.speaking, self.is_under) = outer;
                }
            }
            // "Hun spørger, hvorfor vi anbefaler".
            Role::Therefore if token.word == WHY && self.since_speech < 3 => self.is_open = true,
            // "… det var svært og derfor fraråder vi", without a comma.
            Role::And if self.is_own(next.role) || matches!(next.role, Role::Therefore | Role::There) => self.go_on(),
            // "Det gør ondt, når hun sidder, og derfor anbefales".
            // But "lægen skriver, at fleksjob derfor anbefales".
            Role::Therefore if next.role == Role::Recommend && !self.is_under => {
                self.go_on();
                self.is_open &= self.is_asked;
            }
            Role::Therefore if self.opens => {
                self.begin();
                // "…, hvis der er ro, så vi anbefaler".
                self.is_open &= self.is_asked || !self.is_own(next.role);
            }
            _ => {}
        }
        // Whoever stands before a verb of speech is somebody, also one who is not known.
        // "Ole synes, vi skal".
        let thinks = self.opens && next.role == Role::Think;
        let acts = speaks(next.role) && matches!(next.form, Form::Present | Form::Past) || thinks;
        let is_its_name = self.is_named && role == Role::Name;
        // "Ungeenheden i Varde".
        // "Teamet på Ydelse og Job".
        let goes_on = matches!(role, Role::In | Role::And | Role::Outcome);
        self.is_named = is_its_name || matches!(role, Role::Own | Role::Team) || self.is_named && goes_on;
        let is_thing = self.is_where && role == Role::Team || self.is_for && role == Role::Paper;
        let is_concerned = self.is_whose && token.word == CONCERNED;
        let is_somebody = is_subject(role)
            && !is_its_name
            && !is_thing
            && !is_concerned
            && role != Role::The
            && !OBJECTS.contains(&token.word);
        if is_somebody || role == Role::There && self.opens {
            if self.first == Role::Plain && is_somebody {
                self.first = role;
            }
            self.subject = role;
        } else if role == Role::Plain && acts && !matches!(self.subject, Role::Own | Role::Me) {
            self.subject = Role::Name;
        }
        match role {
            _ if self.is_own(role) => self.speaking = Speaking::Writer,
            Role::According if token.word == AFTER && !is_voice(next) => self.speaking = Speaking::After,
            // "Efter testlederens mening".
            _ if self.speaking == Speaking::After && MEANING.contains(&token.word) => self.speaking = Speaking::Other,
            Role::According => self.speaking = Speaking::Other,
            Role::In if matches!(next.word, FOLLOWING | FLG) => self.speaking = Speaking::Other,
            _ if !speaks(role) => {}
            // "I modsætning til kommunen anbefaler lægen".
            _ if self.led.is_some() && self.subject == Role::Plain && form == Form::Present && is_source(next.role) => {
                self.speaking = Speaking::Other;
            }
            Role::Think | Role::Wish if self.is_we && self.subject == Role::Own => self.speaking = Speaking::Other,
            // "Bgr. indst. til FØP": nobody does so with himself.
            _ if token.is_short && role == Role::Recommend && matches!(self.subject, Role::Citizen | Role::He) => {}
            _ if self.is_others(self.subject) && form != Form::Passive => self.speaking = Speaking::Other,
            // "Henset til det anførte bør".
            Role::Say if form == Form::Past && self.is_what && !is_subject(next.role) => {}
            _ if form == Form::Past => self.speaking = Speaking::Then,
            _ if self.is_own(self.subject) => self.speaking = Speaking::Writer,
            // "Det anføres, at": whoever writes does not say it.
            Role::Say => self.speaking = Speaking::Other,
            _ if self.subject == Role::Adviser => self.speaking = Speaking::Adviser,
            _ => {}
        }
        // "Faren synes vi skal".
        if self.speaking == Speaking::Other && speaks(role) && self.is_own(next.role) && form != Form::Passive {
            self.is_under = true;
        }
        self.since_from = if role == Role::By { 1 } else { self.since_from.saturating_add(1) };
        if speaks(role) {
            (self.since_speech, self.speaker) = (0, self.subject);
        } else {
            self.since_speech = self.since_speech.saturating_add(1);
        }
        self.is_where = role == Role::In;
        // "Rygcentrets tværfaglige team".
        let is_still = self.is_whose && role == Role::Plain && next.role == Role::Team;
        // But not "forelægges teamet".
        let is_genitive = role == Role::Plain && form == Form::Passive && !HANDING.contains(&token.stem);
        self.is_whose = is_genitive || role == Role::Name && !is_its_name || is_still;
        self.is_ours = role == Role::Own;
        self.is_for = role == Role::To;
        self.is_what = role == Role::There;
        self.is_so = match role {
            Role::Therefore => token.word == SO && !self.opens,
            Role::Comma => self.is_so && next.role == Role::That,
            role => self.is_so && role != Role::That,
        };
        self.opens = matches!(role, Role::Comma | Role::Colon);
        self.is_thought = matches!(role, Role::Think | Role::Wish | Role::Say);
    }

    /// A clause of the writer's begins.
    fn begin(&mut self) {
        (self.speaking, self.subject, self.is_under) = (Speaking::Writer, Role::Plain, false);
    }

    /// The same, and what is said there is no longer of then.
    fn go_on(&mut self) {
        self.begin();
        self.is_past = false;
    }

    /// A sentence begins.
    pub(crate) fn restart(&mut self) {
        self.go_on();
        (self.is_open, self.first, self.led) = (false, Role::Plain, None);
    }

    /// In somebody's words, of what was, in a question or a condition: there nothing is plain.
    pub(crate) fn is_silent(&self, says_now: bool, is_inverted: bool) -> bool {
        self.quoted || self.is_past && !says_now || self.is_open || self.is_under && !is_inverted
    }

    /// So many answers there are to how it is seen.
    pub(crate) const SEEN: u32 = 8;

    /// Whose voice it is, and whether it is quoted, as one number.
    pub(crate) fn seen_as(&self) -> u32 {
        let voice = if self.speaking == Speaking::After { Speaking::Other } else { self.speaking };
        (voice as u32) << 1 | u32::from(self.quoted)
    }
}
