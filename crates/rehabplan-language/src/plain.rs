//! What needs no model, because the words are plain: "det indstilles, at", "vi anbefaler", "vores forslag er".

use std::ops::Range;

use crate::grounds::AFTER;
use crate::labels::{FROM, INDST, is_number};
use crate::roles::{Form, Role, is_other, is_source, is_subject, speaks};
use crate::walk::{ADVISER, HANDING, Voice, Walk};
use crate::words::{Token, hash};

/// "Går efter", "går ind for", "lægger op til", "råder til".
const PLEADING: [u32; 6] =
    [hash(b"g\xe5r"), hash(b"l\xe6gger"), hash(b"l\xe6gges"), hash(b"r\xe5der"), hash(b"r\xe5de"), hash(b"r\xe5des")];
/// "Stiller forslag om", "fremsættes forslag om".
const MAKING: [u32; 6] = [
    hash(b"stiller"),
    hash(b"stilles"),
    hash(b"frems\xe6tter"),
    hash(b"frems\xe6ttes"),
    hash(b"kommer"),
    hash(b"fastholder"),
];
/// "Vores indstilling lyder".
const READING: [u32; 4] = [hash(b"g\xe5r"), hash(b"lyder"), hash(b"hedder"), hash(b"g\xe6lder")];
/// The beginning of "overveje".
const CONSIDERS: u32 = hash(b"overv");
/// "Vi beder teamet om at pege på".
const ASKS: [u32; 2] = [hash(b"beder"), hash(b"bede")];
/// "Anbefalingen er vedlagt": told is where it is, and not what it says.
const ENCLOSED: [u32; 6] =
    [hash(b"lagt"), hash(b"vedlagt"), hash(b"vedh\xe6ftet"), hash(b"sendt"), hash(b"fremsendt"), hash(b"afgivet")];
/// The beginning of "udtømt".
const EXHAUSTED: u32 = hash(b"udt\xf8m");
/// "Ingen anden løsning", "ikke andre veje", "intet alternativ".
const OTHERS: [u32; 5] = [hash(b"anden"), hash(b"andre"), hash(b"andet"), hash(b"alternativ"), hash(b"alternativer")];
/// What somebody lives on is called as an outcome is.
const BENEFITS: [u32; 2] = [hash(b"ressourceforl\xf8bsydelse"), hash(b"ledighedsydelse")];
/// "Kommunens indstilling: udfyldes efter mødet".
const PENDING: [u32; 6] =
    [hash(b"afventer"), hash(b"udfyldes"), hash(b"f\xf8lger"), hash(b"eftersendes"), hash(b"mangler"), hash(b"se")];
/// "Mulige".
const POSSIBLE: u32 = hash(b"mulige");
/// "Følgende".
const FOLLOWING: u32 = hash(b"f\xf8lgende");
/// "Ville", with which nothing is recommended yet.
const WOULD: u32 = hash(b"ville");
/// "Vi har besluttet at", "der er enighed om at".
const DECIDED: [u32; 3] = [hash(b"besluttet"), hash(b"valgt"), hash(b"aftalt")];
const AGREED: u32 = hash(b"enighed");
/// "Sag", "sagen".
const CASE: [u32; 2] = [hash(b"sag"), hash(b"sagen")];
/// "Hermed".
const HEREBY: u32 = hash(b"hermed");
/// "Ja/nej", of which nobody has crossed out either.
const YES: u32 = hash(b"ja");
const NO: u32 = hash(b"nej");
/// As many outcomes in a row are there to be chosen among.
const CHOICE: usize = 3;
/// A word for what is recommended, in the singular.
const ONE_ADVICE: [u32; 3] = [hash(b"indstilling"), hash(b"anbefaling"), hash(b"forslag")];

/// How a word recommends in plain words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// "Det indstilles, at", "Borgeren indstilles til", "Hun indstilles hermed til".
    Passive,
    /// "Genoptræning anbefales", "et fleksjob kan anbefales".
    Measure,
    /// "Længere tid anbefales".
    Bare,
    /// "Pumpen indstilles": that may be done with a thing too.
    Set,
    /// "Kommunen indstiller", "foreslår vi", "vi vil anbefale", "vi indstiller borgeren til".
    Own,
    /// "Fleksjobteamet anbefaler fleksjob".
    Adviser,
    /// "Vi peger på fleksjob", "kommunen taler for pension".
    Plead,
    /// "Støtte i hjemmet bør bevilges".
    Ought,
    /// "Vi støtter op om fleksjob".
    Support,
    /// "Borgeren vurderes berettiget til fleksjob".
    Entitled,
    /// "Teamet bedes indstille til".
    Asked,
    /// "Sagen forelægges med indstilling om".
    Sent,
    /// "Anbefaler fleksjob", "Indst.: fleksjob", "Forslag: mentor".
    Short,
    /// "Vores forslag er", "Mit oplæg:", "Indstillingen herfra er", "det er vores indstilling, at".
    Advice,
    /// "Mulighederne er udtømte, og det må være pension", "der er ikke andre veje end fleksjob".
    NoWay,
    /// "Forslag:".
    Label,
    /// "Anbefales normalt", "i andre kommuner anbefales", "vi foreslår tirsdag kl. 9": not in this case, or not in this alone.
    Usual,
    /// In nobody else's voice, and more the grammar cannot tell.
    Said,
}

impl Manner {
    /// Whether such a sentence needs nothing else to be pointed out.
    pub(crate) fn is_certain(self) -> bool {
        !matches!(self, Manner::Set | Manner::Label | Manner::Usual | Manner::Said)
    }
}

/// A word among the others of its sentence, and who speaks there.
#[derive(Clone, Copy)]
pub(crate) struct Here<'w> {
    pub(crate) walk: &'w Walk,
    pub(crate) tokens: &'w [Token],
    pub(crate) at: usize,
    /// A clause begins with it.
    pub(crate) begins: bool,
}

impl Here<'_> {
    #[inline(never)]
    fn token(&self, at: Option<usize>) -> Option<Token> {
        at.and_then(|at| self.tokens.get(at)).copied()
    }

    pub(crate) fn before(&self, by: usize) -> Role {
        self.token(self.at.checked_sub(by)).map_or(Role::Stop, |token| token.role)
    }

    pub(crate) fn after(&self, by: usize) -> Role {
        self.token(Some(self.at + by)).map_or(Role::Stop, |token| token.role)
    }

    /// Whether there is such a word so many words behind it.
    #[inline(never)]
    fn follows(&self, by: Range<usize>, is_one: fn(Role) -> bool) -> bool {
        by.into_iter().any(|by| is_one(self.after(by)))
    }

    /// The same before it.
    #[inline(never)]
    pub(crate) fn precedes(&self, by: Range<usize>, is_one: fn(Role) -> bool) -> bool {
        by.into_iter().any(|by| is_one(self.before(by)))
    }

    /// "…, at", so many words behind it.
    #[inline(never)]
    fn leads_on(&self, by: Range<usize>) -> bool {
        by.into_iter().any(|by| self.after(by) == Role::Comma && self.after(by + 1) == Role::That)
    }

    /// "Bedes …", so many words before it.
    #[inline(never)]
    fn was_asked(&self, by: Range<usize>) -> bool {
        by.into_iter().any(|by| self.is_asked(by))
    }

    /// What follows in the same clause, so many words at most.
    #[inline(never)]
    fn clause(&self, most: usize) -> &[Token] {
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let goes_on = |token: &&Token| !matches!(token.role, Role::Comma | Role::Colon | Role::That);
        rest.get(..rest.iter().take(most).take_while(goes_on).count()).unwrap_or(rest)
    }

    /// The same, as far as nobody else is behind it and nothing is denied.
    #[inline(never)]
    fn own_clause(&self, most: usize) -> &[Token] {
        let clause = self.clause(most);
        let mut last = Role::Plain;
        let is_ours = |token: &&Token| {
            // "Fra jobafklaring til ressourceforløb" is no sender.
            let is_sender = !self.is_own(token.role)
                && !matches!(token.role, Role::Adviser | Role::Number | Role::Year)
                && !is_measure(token.role);
            let is_by_others = last == Role::By && is_sender;
            last = token.role;
            // The name of a place or of the citizen tells nothing.
            let is_anothers =
                !matches!(token.role, Role::Name | Role::The | Role::Their) && self.walk.is_others(token.role);
            !(is_by_others || is_anothers || token.role == Role::Not)
        };
        clause.get(..clause.iter().take_while(is_ours).count()).unwrap_or(clause)
    }

    #[inline(never)]
    pub(crate) fn is_own(&self, role: Role) -> bool {
        self.walk.is_own(role)
    }

    fn writes(&self) -> bool {
        matches!(self.walk.voice, Voice::Writer | Voice::After)
    }

    /// It begins the sentence, or what stands at a ticked box, where it is not the citizen's: whoever writes is left out.
    fn is_first(&self) -> bool {
        (self.at == 0 || self.before(1) == Role::Ticked || self.is_dated()) && !self.walk.is_citizens
    }

    /// "12.03.2022: indstiller til fleksjob".
    fn is_dated(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        self.before(1) == Role::Colon
            && before.first().is_some_and(|first| first.role == Role::Number)
            && before.iter().all(|token| is_number(token) || token.role == Role::Colon)
    }

    /// Whether something of a case's outcome or of its measures is as near as this behind it.
    #[inline(never)]
    fn leads_to_measure(&self, most: usize) -> bool {
        has(self.own_clause(most), is_measure)
    }

    /// Whether the verb comes before its subject because of what the sentence begins with, and that is not where somebody else
    /// says it.
    fn is_inverted(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let is_of_others = match before {
            [first, second, ..] if matches!(first.role, Role::In | Role::According | Role::By) => {
                is_subject(second.role) || self.walk.voice == Voice::Other
            }
            [first, ..] => is_subject(first.role) || self.walk.voice == Voice::Other,
            [] => false,
        };
        !is_of_others && !before.iter().any(|token| token.role == Role::Comma)
    }

    /// "Leif vil have, at": what somebody wants.
    fn is_wanted(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        before.windows(5).any(|five| {
            let [who, will, _, next, that] = five else { return false };
            let leads_on = next.role == Role::That || next.role == Role::Comma && that.role == Role::That;
            !self.is_own(who.role) && will.role == Role::Will && leads_on
        }) || before.windows(4).any(|four| {
            // "Broderen kræver, at kommunen indstiller".
            let [who, verb, comma, that] = four else { return false };
            !self.is_own(who.role) && [verb.role, comma.role, that.role] == [Role::Need, Role::Comma, Role::That]
        })
    }

    /// How the word recommends, if it does so in plain words.
    pub(crate) fn manner(&self) -> Option<Manner> {
        use Role::{Advice, Assess, Award, Can, Not, Ought, Plead, Recommend, Support, Team, That, To};
        let token = self.token(Some(self.at)).filter(|token| !token.is_mark)?;
        let pleads = PLEADING.contains(&token.word);
        let is_outcome = token.role == Role::Outcome;
        let is_before_tick = is_outcome && self.after(1) == Role::Ticked && self.has_boxes_behind();
        let is_ticked = is_before_tick || is_outcome && self.before(1) == Role::Ticked;
        let is_other = || OTHERS.contains(&token.word) && self.before(1) == Not;
        if token.stem == EXHAUSTED || matches!(token.role, Role::Plain | Role::Way) && is_other() {
            return self.leaves_one().then_some(Manner::NoWay);
        }
        if !pleads && !is_ticked && !matches!(token.role, Recommend | Advice | Plead | Ought | Assess | Support | Award)
        {
            return None;
        }
        // "Praktikken gik godt, og vi anbefaler": who says so now is not of then.
        let is_inverted = token.form == Form::Present && self.is_own(self.after(1)) && self.after(1) != Role::Us;
        let is_ours = self.is_own(self.before(1)) && self.before(2) != Role::Past;
        let says_now = is_inverted || token.form == Form::Present && is_ours;
        // "Afholder sig fra at anbefale", "har undladt at anbefale", "venter med at anbefale", "vil overveje at anbefale".
        let is_kept_from = self.before(1) == That
            && (matches!(self.before(2), Role::By | Not)
                || self.before(3) == Role::Spare
                || self.token(self.at.checked_sub(2)).is_some_and(|verb| verb.stem == CONSIDERS));
        let is_denied = self.before(1) == Not || self.after(1) == Not || is_kept_from;
        // "Indstilles til: [ ] fleksjob [ ] pension"; but not "[x] Kommunen anbefaler fleksjob [ ] Kommunen anbefaler ikke".
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let nearest_box = before.iter().rev().find(|token| matches!(token.role, Role::Box | Role::Ticked));
        let is_at_ticked = nearest_box.is_some_and(|token| token.role == Role::Ticked);
        let is_nothing = || !is_at_ticked && self.is_choice() || self.is_blank();
        if token.role == Recommend && is_nothing() {
            return None;
        }
        if token.role == Recommend && (self.is_usual() || self.is_booking() || self.is_handing_over()) {
            return Some(Manner::Usual);
        }
        // "Når planen er færdig, anbefaler teamet": its work, and not this case.
        let is_work = self.walk.is_when && self.after(1) == Team;
        let is_silent = is_work || self.walk.is_silent(says_now, is_inverted) && !is_before_tick;
        if is_silent || is_denied && !self.rules_out() || self.is_wanted() {
            return None;
        }
        // "Teamet indstiller, kommunen afgør": its work.
        let is_of_team = self.walk.subject == Team || self.after(1) == Team;
        let says_what =
            |role| is_measure(role) || matches!(role, Award | Role::Grant | Role::More | Support | Role::Colon);
        if is_of_team
            && (token.role, token.form) == (Recommend, Form::Present)
            && !(self.leads_on(1..12) || self.follows(1..12, says_what))
        {
            return Some(Manner::Usual);
        }
        let manner = match (token.role, token.form) {
            (Recommend | Advice, _)
                if self.is_first()
                    && self.leads_to_measure(4)
                    && self.says_yes().unwrap_or(self.before(1) == Role::Ticked) =>
            {
                Some(Manner::Short)
            }
            _ if is_ticked => self.is_chosen().then_some(Manner::Short),
            (Recommend | Plead, Form::Infinitive | Form::Other)
                if self.walk.subject == Team && (self.before(1) == That && self.was_asked(2..5) || self.we_ask()) =>
            {
                Some(Manner::Asked)
            }
            (Recommend, Form::Infinitive | Form::Participle | Form::Other)
                if self.walk.subject == Team
                    && (self.is_asked(1) || self.before(1) == Role::Colon && self.is_asked(2)) =>
            {
                Some(Manner::Asked)
            }
            (Recommend, _) if self.is_abbreviated() => Some(Manner::Short),
            // "Herfra anbefalet: mentor".
            (Recommend, Form::Participle)
                if self.at == 1 && self.before(1) == Role::Own && self.after(1) == Role::Colon =>
            {
                Some(Manner::Short)
            }
            // "Foreslået ordning: fleksjob".
            (Recommend, Form::Participle)
                if self.at == 0
                    && !matches!(self.after(1), Role::In | Role::Stop)
                    && self.follows(1..5, |role| role == Role::Colon) =>
            {
                self.follows(2..8, is_measure).then_some(Manner::Short)
            }
            (Recommend, Form::Passive) => self.passive(),
            // "Vi anbefaler", "anbefaler vi"; but not "jeg indstiller mig på".
            (Recommend, Form::Present)
                if self.is_own(self.behind_adjectives())
                    && self.after(1) != Role::Us
                    && self.before(1) != self.after(1)
                    // "Ankestyrelsen har set på sagen og opfordrer kommunen til".
                    && !(self.before(1) == Role::And && self.walk.is_others(self.walk.subject))
                    && (!self.walk.is_others(self.before(1)) || self.is_led() || self.is_likewise()) =>
            {
                Some(Manner::Own)
            }
            (Recommend, Form::Present | Form::Infinitive)
                if (self.is_own(self.walk.subject) || self.walk.subject == Role::Man && self.leads_to_measure(8))
                    && (!is_subject(self.after(1))
                        || self.walk.is_others(self.after(1))
                            && !is_source(self.after(1))
                            && (is_measure(self.after(2)) || self.follows(2..5, |role| role == To))
                        || matches!(self.after(1), Role::The | Team)
                        // "Jeg foreslår psykolog 8 gange".
                        || says_now && self.after(1) == Role::Doctor && self.after(2) == Role::Number) =>
            {
                Some(Manner::Own)
            }
            (Recommend, Form::Infinitive) if self.is_ours_by_modal() || self.is_agreed() => Some(Manner::Own),
            (Recommend | Plead, Form::Present) if self.is_adviser() || self.is_unit() => Some(Manner::Adviser),
            (Recommend, Form::Infinitive)
                if matches!(self.before(1), Can | Role::Shall | Role::Will | Role::Must) && self.is_adviser() =>
            {
                Some(Manner::Adviser)
            }
            // But not "indstiller på en fabrik".
            (Recommend, Form::Present)
                if self.is_first() && !is_subject(self.after(1)) && self.after(1) != Role::In =>
            {
                Some(Manner::Short)
            }
            (Recommend, Form::Present) if self.goes_on() && self.leads_to_measure(4) => Some(Manner::Short),
            // "Indstil til fleksjob", "tilkend pension".
            (Recommend | Award, Form::Other) if self.is_first() && self.leads_to_measure(4) => Some(Manner::Short),
            (Award, Form::Participle) => self.asked_for(),
            (Plead, Form::Passive) => self.passive_of_pleading(),
            (Plead, _) => {
                let is_theirs = self.is_own(self.walk.subject) || self.is_first();
                // "Peger alle tre på".
                let by = (1..4).find(|by| self.after(*by) != Role::Plain).unwrap_or(1);
                // "Vi peger i stedet på".
                let by =
                    if says_now && self.after(by) == Role::In && self.after(by + 2) == Role::In { by + 2 } else { by };
                // "Vi peger på en ordning, hvor Hanne får en mentor".
                let most = if says_now && !self.follows(by + 1..by + 4, is_source) { 16 } else { 5 };
                let of_measure = matches!(self.after(by), Role::In | Role::For)
                    && self.follows(by + 1..by + most, is_measure)
                    && self.after(by + 1) != Role::Comma;
                (is_theirs && of_measure).then_some(Manner::Plead)
            }
            (Ought, _) => self.ought(),
            (Assess, Form::Passive) => self.entitled(),
            // "Konklusion: fleksjob."
            (Assess, _)
                if (self.is_first() || self.is_described())
                    && [self.after(1), self.after(2), self.after(3)] == [Role::Colon, Role::Outcome, Role::Stop]
                    && self.names_outcome(2) =>
            {
                Some(Manner::Short)
            }
            (Support, Form::Present) if self.is_own(self.walk.subject) || self.is_first() => self.supports(),
            // "Kommunen kan støtte op om", "kan støtte".
            (Support, Form::Infinitive) if self.before(1) == Can => {
                let is_theirs = self.is_own(self.walk.subject) || self.at == 1 && !self.walk.is_citizens;
                if is_theirs { self.supports() } else { None }
            }
            (Advice, _) => self.advice(),
            _ if pleads => self.goes_for(),
            _ => None,
        };
        manner.or_else(|| self.is_said(token).then_some(Manner::Said))
    }

    /// Whether the word recommends and nobody else was spoken of, whatever the grammar makes of it.
    fn is_said(&self, token: Token) -> bool {
        let is_one = match token.role {
            Role::Recommend => matches!(token.form, Form::Passive | Form::Present | Form::Infinitive),
            role => role == Role::Advice,
        };
        let is_anothers = || self.walk.is_others(self.walk.subject) || self.walk.subject == Role::Adviser;
        is_one && self.writes() && !is_anothers() && !self.is_choice() && !self.is_blank()
    }

    /// Whoever stands behind the verb: "indstiller et enigt team".
    fn behind_adjectives(&self) -> Role {
        let next = (1..4).map(|by| self.after(by)).find(|role| *role != Role::Plain).unwrap_or_default();
        if next == Role::Team { next } else { self.after(1) }
    }

    /// "Som lægen anbefaler vi", "ligesom lægen indstiller vi".
    fn is_likewise(&self) -> bool {
        self.at == 2 && self.before(2) == Role::As
    }

    /// It follows from the ground that the sentence begins with.
    fn is_led(&self) -> bool {
        self.walk.led == Some(self.at)
    }

    /// "Vi beder teamet om at pege på fleksjob", "derfor beder vi teamet indstille til".
    fn we_ask(&self) -> bool {
        let asks =
            (1..6).find(|by| self.token(self.at.checked_sub(*by)).is_some_and(|token| ASKS.contains(&token.word)));
        asks.is_some_and(|by| {
            (1..3).any(|more| self.is_own(self.before(by + more))) || self.is_own(self.before(by - 1))
        }) && self.leads_to_measure(6)
    }

    /// "Jeg vil på grund af hendes erfaring foreslå et fleksjob": whoever is named in between does not.
    fn is_ours_by_modal(&self) -> bool {
        use Role::{According, Can, Comma, Has, Must, Shall, That, Will};
        let before = self.tokens.get(self.at.saturating_sub(10)..self.at).unwrap_or(&[]);
        let Some(modal) = before.iter().rposition(|token| matches!(token.role, Can | Must | Shall | Will | Has)) else {
            return false;
        };
        let (left, right) = before.split_at(modal);
        let right = right.get(1..).unwrap_or(&[]);
        // "Vi har sammen med borger besluttet at anbefale".
        let right = match (before.get(modal), right) {
            (Some(has), [right @ .., decided, that])
                if has.role == Has && that.role == That && DECIDED.contains(&decided.word) =>
            {
                right
            }
            (Some(has), _) if has.role == Has => return false,
            _ => right,
        };
        let between =
            |token: &Token| !matches!(token.role, Comma | That | According | Role::Stop) && !speaks(token.role);
        let is_ours =
            |token: Option<&Token>| token.is_some_and(|token| self.is_own(token.role) && token.role != Role::Us);
        (is_ours(left.last()) || is_ours(right.first())) && right.iter().all(between) && self.leads_to_measure(8)
    }

    /// "Der er enighed om at indstille til pension".
    fn is_agreed(&self) -> bool {
        let is_agreed = self.token(self.at.checked_sub(3)).is_some_and(|token| token.word == AGREED);
        is_agreed
            && [self.before(2), self.before(1)] == [Role::About, Role::That]
            && !self.walk.is_others(self.walk.subject)
            && self.leads_to_measure(6)
    }

    /// "Fleksjob ☐ Førtidspension ☒": each box stands behind what it is for.
    fn has_boxes_behind(&self) -> bool {
        let last = self.tokens.iter().rfind(|token| token.role != Role::Stop);
        let begins = self.at == 0 || matches!(self.before(1), Role::Colon | Role::Box | Role::Ticked | Role::Comma);
        begins && last.is_some_and(|last| matches!(last.role, Role::Box | Role::Ticked))
    }

    /// "☒ Fleksjob", and not what the citizen has, wishes or had.
    fn is_chosen(&self) -> bool {
        use Role::{Advice, Box, Citizen, Colon, Got, He, Me, Not, Past, Ticked, Told, Wish, Year};
        let is_box = |token: &&Token| matches!(token.role, Box | Ticked);
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let end = before.iter().position(|token| is_box(&token)).unwrap_or(before.len());
        let head = before.get(..end).unwrap_or(&[]);
        // Where the boxes stand behind what they are for, the first of these is no part of the label.
        let end = if self.before(1) == Ticked {
            end
        } else {
            head.iter().rposition(|token| token.role == Colon).map_or(0, |at| at + 1)
        };
        let label = head.get(..end).unwrap_or(&[]);
        // "Kommunens vurdering:".
        // "Indst. fra kommunen:".
        let is_headed = has(label, |role| matches!(role, Advice | Role::Suits))
            || label.first().is_some_and(|first| first.role == Role::Recommend)
            || has(label, |role| role == Role::Own) && has(label, |role| role == Role::Assess);
        let is_ours = label.is_empty() || is_headed && label.last().is_some_and(|last| last.role == Colon);
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let own = rest.iter().take_while(|token| !is_box(token));
        let tells = |token: &Token| matches!(token.role, Got | Past | Year | Wish | Told | Not | Citizen | He | Me);
        let is_benefit = self.token(Some(self.at)).is_some_and(|token| BENEFITS.contains(&token.word));
        is_ours
            && !has(label, |role| role == Past)
            && !is_benefit
            && !own.into_iter().any(tells)
            && !self.walk.is_citizens
    }

    /// Nothing is left but an outcome, in the municipality's own words and not in those of the law.
    fn leaves_one(&self) -> bool {
        use Role::{Authority, Boss, Doctor, Got, Kin, Law, Paper, Place, Shall, Suits, Wish};
        let is_of_others = |role| {
            matches!(
                role,
                Authority
                    | Boss
                    | Doctor
                    | Got
                    | Kin
                    | Law
                    | Paper
                    | Place
                    | Shall
                    | Suits
                    | Wish
                    | Role::Need
                    | Role::Told
            )
        };
        let is_free = !self.walk.is_citizens && !self.walk.is_silent(false, false) && self.writes();
        let is_denied = self.token(Some(self.at)).is_some_and(|token| token.stem == EXHAUSTED)
            && self.precedes(1..4, |role| role == Role::Not);
        is_free && !is_denied && self.tokens.iter().any(is_new_outcome) && !has(self.tokens, is_of_others)
    }

    /// "Borger indstilles til ______", "det indstilles, at [udfyldes]".
    fn is_blank(&self) -> bool {
        use Role::{By, Colon, Comma, Stop, That, The, To};
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let is_empty = |token: &Token| {
            matches!(token.role, To | Colon | Stop | Comma | That | By | The) || PENDING.contains(&token.word)
        };
        has(rest, |role| matches!(role, To | That)) && rest.iter().all(is_empty)
    }

    /// Behind a label there is what may be chosen, and nobody has: "Indstilling: [ ] fleksjob [ ] pension".
    fn is_choice(&self) -> bool {
        use Role::{And, Box, Colon, Comma, Outcome, Stop};
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let is_in_list = |token: &&Token| matches!(token.role, And | Colon | Comma | Outcome | Stop | Role::To);
        let outcomes = rest.iter().take_while(is_in_list).filter(|token| token.role == Outcome).count();
        let is_asked = rest.iter().zip(rest.iter().skip(1)).any(|(one, next)| one.word == YES && next.word == NO);
        let is_box = has(rest, |role| role == Box) && self.says_yes() != Some(true);
        is_box || outcomes >= CHOICE || is_asked
    }

    /// Whether "ja" is ticked behind it, where that or "nej" is to be: "Indstilles til fleksjob: ☐ Nej ☒ Ja".
    fn says_yes(&self) -> Option<bool> {
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let is_box = |token: &Token| matches!(token.role, Role::Box | Role::Ticked);
        let is_answer = |token: &Token| matches!(token.word, YES | NO);
        let first = rest.iter().position(|token| is_box(token) || is_answer(token))?;
        let pairs = rest.get(first..)?.chunks(2);
        pairs.into_iter().find_map(|pair| match pair {
            [one, next] if is_answer(next) && one.role == Role::Ticked => Some(next.word == YES),
            [one, next] if is_answer(one) && next.role == Role::Ticked => Some(one.word == YES),
            _ => None,
        })
    }

    /// "Vi går ind for fleksjob", "der lægges op til et jobafklaringsforløb", "vi råder til, at".
    fn goes_for(&self) -> Option<Manner> {
        use Role::{According, Comma, For, In, That, There, To};
        let is_theirs = self.is_own(self.walk.subject) || self.is_own(self.after(1));
        let is_impersonal = self.before(1) == There || self.after(1) == There;
        // "Går efter", "lægger op til".
        let to = (1..5).find(|by| matches!(self.after(*by), According | For | In | To))?;
        let what = Self { at: self.at + to, ..*self };
        let of_clause = self.after(to) == To && self.after(to + 1) == Comma && self.after(to + 2) == That;
        let is_plain =
            what.of_outcome(6) || of_clause || !self.walks() && self.after(to) == To && what.leads_to_measure(6);
        (is_theirs || is_impersonal && self.writes()).then_some(Manner::Plead).filter(|_| is_plain)
    }

    /// "Går", with which one goes to a mentor too.
    fn walks(&self) -> bool {
        self.token(Some(self.at)).is_some_and(|token| token.word == READING[0])
    }

    /// "Fleksjob bedes bevilget", "mentor søges bevilget".
    fn asked_for(&self) -> Option<Manner> {
        let of_measure = self.precedes(1..9, is_measure);
        let is_by_others = self.after(1) == Role::By && !self.is_own(self.after(2));
        (self.is_asked(1) && of_measure && self.writes() && !is_by_others).then_some(Manner::Asked)
    }

    /// "Pension anbefales ikke", "vi kan ikke anbefale praktik": to rule something out is to assess what should happen too; but
    /// not "der indstilles ikke", and nothing that was not done ("der er ikke indstillet").
    fn rules_out(&self) -> bool {
        use Role::{Can, Not, Recommend, Will};
        let token = self.token(Some(self.at)).unwrap_or_default();
        let could = || self.precedes(2..4, |role| matches!(role, Can | Will));
        let is_now = match token.form {
            Form::Passive => self.before(1) != Not || self.before(2) == Can,
            Form::Present => true,
            Form::Infinitive => could(),
            _ => false,
        };
        let is_one: fn(Role) -> bool = |role| is_measure(role) || role == Role::Support;
        let of_measure = self.precedes(1..8, is_one) || has(self.clause(8), is_one);
        // "Det kan enheden ikke anbefale".
        let of_clause = self.after(1) == Role::That
            || self.leads_on(1..3)
            || self.before(4) == Role::There && self.is_own(self.before(2));
        token.role == Recommend && is_now && (of_measure || of_clause)
    }

    /// "Bedes", "forelægges": what is asked of somebody, or done with the case.
    fn is_asked(&self, by: usize) -> bool {
        let asks = |token: Token| {
            matches!(token.role, Role::Plain | Role::Wish | Role::Recommend | Role::Grant)
                && token.form == Form::Passive
        };
        self.token(self.at.checked_sub(by)).is_some_and(asks)
    }

    /// "Indst.: fleksjob", "…, indst. til RF", "Sagsb. anbef. mentor".
    fn is_abbreviated(&self) -> bool {
        let is_said = match self.after(2) {
            Role::To => self.follows(3..6, is_measure),
            next => is_measure(next) || matches!(next, Role::Colon | Role::More),
        };
        let is_behind = match self.before(1) {
            // "Konkl.: indst. til RF", but not "2018: indst. til RF".
            // But "Hanne, f. 1966: indst. til RF".
            Role::Colon => {
                let before = self.tokens.get(..self.at).unwrap_or(&[]);
                let is_of_year = |by| self.before(by) == Role::Year && self.before(by + 2) != Role::For;
                let is_year = is_of_year(2) || self.before(2) == Role::Comma && is_of_year(3);
                !(has(before, |role| role == Role::Past) || is_year)
            }
            before => matches!(before, Role::Comma | Role::Stop | Role::And),
        };
        let is_free = is_behind && self.writes();
        let is_theirs = self.is_own(self.walk.subject)
            && self.before(1) != Role::Wish
            && self.before(2) != Role::By
            && self.after(2) != Role::Not;
        let is_alone = self.is_first() || is_free && self.walk.subject == Role::Plain && !self.walk.is_citizens;
        let rest = self.tokens.get(self.at + 2..).unwrap_or(&[]);
        // "Indst. til RF i 2020, bev. 2 år".
        let is_told = has(rest, |role| matches!(role, Role::Award | Role::Got | Role::Past | Role::Year));
        // "Indst. herfra: RF", "anbef. fra u.t.: mentor".
        let end = (2..9).find(|by| self.after(*by) == Role::Colon);
        let is_from = |end: usize| {
            self.after(2) == Role::By
                && (self.is_own(self.after(3))
                    || self.after(3) == Role::Plain && self.follows(end + 1..end + 4, is_measure))
        };
        let is_signed = self.is_first() && end.is_some_and(|end| self.is_own(self.after(2)) || is_from(end));
        // "RF anbef. Hun bor alene.": the full stop ends a sentence, too.
        let begins = |next: &Token| matches!(next.role, Role::He | Role::Citizen | Role::There | Role::Own | Role::Me);
        // "RF indst. mhp. afklaring", but not "RF indst. af lægen".
        let goes_on = |next: &Token| {
            // "RF indst. 18 mdr.", but not "RF indst. 12/3".
            let is_length = next.role == Role::Number && self.after(3) == Role::Plain;
            let is_more = is_length || matches!(next.role, Role::Comma | Role::For | Role::Plain);
            self.after(1) == Role::Stop && is_more && !is_told
        };
        // "RF 2 år anbef."
        let is_of_it = |token: &Token| matches!(token.role, Role::Plain | Role::Number);
        let is_what = matches!(self.tokens.get(..self.at), Some([first, more @ ..]) if is_measure(first.role) && more.len() < 4 && more.iter().all(is_of_it));
        if is_what && rest.first().is_none_or(|next| begins(next) || goes_on(next)) {
            return !self.walk.is_citizens;
        }
        // "Min indst. til mødet: fleks".
        let is_mine = self.before(1) == Role::My
            && !self.walk.is_citizens
            && end.is_some_and(|end| self.follows(end + 1..end + 5, is_measure));
        // "Team 14/10-19: anb. RF".
        let is_dated = [self.before(1), self.before(2), self.before(3)] == [Role::Colon, Role::Number, Role::Number];
        let is_short = self.after(1) == Role::Stop && !rest.is_empty() && !is_dated;
        is_short && (is_signed || is_mine || !is_told && (is_theirs || is_said && is_alone || self.is_short_passive()))
    }

    /// "Det anbef., at", "der anbef. RF", "bgr. indst. til FØP".
    fn is_short_passive(&self) -> bool {
        use Role::{Citizen, Comma, He, Name, Stop, That, There, To};
        let (before, after) = (|by| self.before(by), |by| self.after(by));
        let of_measure = || self.follows(2..6, is_measure);
        let is_impersonal = before(1) == There && (after(2) == Comma && after(3) == That || of_measure());
        let of_citizen = matches!(self.walk.subject, Citizen | He)
            && matches!(before(1), Citizen | He | Stop | Name)
            && (after(2) == To && of_measure() || after(2) == Role::Outcome);
        // "Sagen inst. til fleksjob".
        let of_case = self.at == 1 && before(1) == Role::Plain && after(2) == To && has(self.clause(4), is_outcome);
        self.writes() && (is_impersonal || of_citizen || of_case)
    }

    /// "Gælden fylder, foreslår mentor": behind a comma whoever writes goes on, if nobody else was spoken of.
    fn goes_on(&self) -> bool {
        let first = self.token(Some(0)).map_or(Role::Stop, |token| token.role);
        let is_behind = match self.before(1) {
            Role::Comma => !is_measure(first),
            // "Har haft sagen i to uger, men anbefaler", "us. anbefaler".
            before => matches!(before, Role::And | Role::Stop),
        };
        is_behind && self.walk.subject == Role::Plain && self.writes() && !self.walk.is_citizens
    }

    /// A department or a consultant that says what is to follow in the case; not in a paper of somebody's.
    fn is_adviser(&self) -> bool {
        use Role::{Authority, Boss, Citizen, Comma, Doctor, He, Kin, More, Paper, Place, That, To};
        let is_plain = self.walk.subject == Role::Adviser && self.walk.voice == Voice::Adviser;
        // "…, at borgeren tilkendes pension".
        let said = match [self.after(1), self.after(2), self.after(3)] {
            [Comma, That, Citizen | He] => 3,
            [Comma, That, _] => 2,
            _ => 0,
        };
        let what = Self { at: self.at + said, ..*self };
        let most = if self.token(Some(self.at)).is_some_and(|token| token.role == Role::Plead) { 4 } else { 8 };
        let is_of_measure = what.of_outcome(10) || what.leads_to_measure(most) || what.after(1) == More;
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        // "Overlægen på hjertecentret", "fagforeningens konsulent".
        let is_of_others = has(before, |role| matches!(role, Doctor | Kin | Boss | Place | Authority | Paper));
        // Nobody but the municipality's own says "indstiller til".
        let is_ours = self.sets() && self.after(1) == To;
        is_plain && !is_of_others && (is_of_measure || is_ours)
    }

    /// "Sekretariatet indstiller sagen til fleksjob": whatever it is called, nobody but the municipality does.
    fn is_unit(&self) -> bool {
        // "Ydelse og Pension".
        let is_noun = matches!(self.before(1), Role::Plain | Role::Name | Role::Outcome);
        (1..4).contains(&self.at)
            && is_noun
            && self.sets()
            && has(behind(self.own_clause(6), |role| role == Role::To), is_outcome)
    }

    /// "Indstille", which may be done with a thing too.
    fn sets(&self) -> bool {
        self.token(Some(self.at)).is_some_and(|token| token.stem == INDST)
    }

    /// Whether an outcome is named behind it, and none that there is already: "i fleksjobbet".
    #[inline(never)]
    fn of_outcome(&self, most: usize) -> bool {
        self.own_clause(most).iter().any(is_new_outcome)
    }

    /// The same in any clause.
    fn names_outcome(&self, most: usize) -> bool {
        self.tokens.iter().skip(self.at + 1).take(most).any(is_new_outcome)
    }

    fn passive(&self) -> Option<Manner> {
        use Role::{
            Award, By, Can, Citizen, Comma, Grant, He, More, Name, Not, Ought, Plain, Shall, The, There, To, Will, Wish,
        };
        let (before, after) = (|by| self.before(by), |by| self.after(by));
        let subject = self.walk.subject;
        let is_citizen = matches!(subject, Citizen | He);
        // "Borgeren indstilles efter samråd med jobcentret til fleksjob".
        let to_measure = || has(behind(self.own_clause(9), |role| role == To), is_measure);
        let of_citizen = is_citizen && after(1) == To
            || is_citizen && self.writes() && to_measure()
            || subject == Name && self.writes() && after(2) == To && !is_subject(after(1));
        // "På lægens anbefaling indstilles hun til pension": nobody but the municipality does.
        let is_municipal = self.sets()
            && !self.precedes(1..3, |role| role == Ought)
            && self.is_unsaid()
            && has(behind(self.clause(9), |role| role == To), is_outcome);
        // "Borgeren anbefales mentor".
        let of_citizen = of_citizen || is_citizen && self.writes() && self.follows(1..4, is_measure);
        let is_free = matches!(subject, Plain | There | The)
            || self.is_own(subject)
            || of_citizen
            || self.is_of_what_stands_before();
        let of_measure = self.precedes(1..8, |role| is_measure(role) || role == More) || self.follows(1..6, is_measure);
        // "Sengen kan indstilles", "hun vil gerne anbefales"; but "det kan anbefales", "fleksjob kan anbefales".
        // "Et forløb ville kunne foreslås, hvis".
        let would = (1..4).any(|by| self.token(self.at.checked_sub(by)).is_some_and(|token| token.word == WOULD));
        let is_bound = would
            || (matches!(before(1), Can | Shall | Will) || before(1) == Wish && self.is_gladly())
                && (before(2) != There || before(3) == Comma)
                && !(before(1) == Can && subject == Plain && of_measure);
        // "På baggrund af rapporten anbefales det", but "i rapporten anbefales det".
        let is_led = matches!(before(1), Role::Therefore | Role::Future | Role::And);
        // "Trods borgerens ønske anbefales fleksjob", "til drift af virksomheden foreslås hjælpemidler".
        let is_despite = self.walk.voice != Voice::Other
            && self.token(Some(0)).is_some_and(|first| match first.role {
                Plain | Role::In => matches!(subject, Citizen | He | Role::Their),
                role => role == To,
            })
            && !has(self.tokens.get(..self.at).unwrap_or(&[]), |role| role == Comma)
            && self.follows(1..4, is_measure);
        let opens = is_despite || after(1) == There && (self.begins || is_led || self.is_inverted());
        let is_denied = has(self.clause(4), |role| role == Not) && !self.rules_out();
        // "Anbefales af jobcentret", "indstilles fra vores enhed".
        let is_ours =
            after(1) == By && (self.is_own(after(2)) || matches!(after(2), Plain | Role::My) && self.is_own(after(3)));
        // "Tilrådes det af den undersøgende psykolog".
        // "Overgå fra afgørelsesdatoen" is no sender.
        let by = self.clause(8).iter().position(|token| token.role == By).unwrap_or(8);
        let is_date = self.token(Some(self.at + 1 + by)).is_some_and(|token| token.word == FROM)
            && self.after(by + 2) == Role::Paper;
        let sender = if is_date { &[] } else { behind(self.clause(8), |role| role == By) };
        let is_them =
            |token: &Token| is_other(token.role) && !matches!(token.role, Name | The | Role::Their | Citizen | He);
        // "Anbefales ifølge psykologen", "anbefales i attesten".
        let source = self.clause(8).iter().position(|token| token.role == Role::According);
        let (according, source) = source
            .map(|at| (self.token(Some(self.at + 1 + at)), self.token(Some(self.at + 2 + at))))
            .unwrap_or_default();
        let is_after = according.is_some_and(|token| token.word == AFTER);
        let is_source = source.is_some_and(|token| {
            if is_after { is_them(&token) } else { !self.is_own(token.role) && token.role != Role::Law }
        }) || after(1) == Role::In
            && (after(2) == Role::Paper || is_other(after(2)) && after(3) == Role::Paper);
        let is_theirs = is_source || sender.iter().take(4).any(is_them);
        // "Borger oplyser at sove bedre, det anbefales at": that the citizen does not say.
        let is_new = before(1) == There
            && before(2) == Comma
            && matches!(self.walk.speaker, Citizen | He)
            && self.walk.since_speech > 4;
        let is_dated = matches!(after(2), Role::Number | Role::Year);
        // "Praktikken indstilles i uge 12": it comes to an end.
        let is_there = |by: usize| {
            let what = self.token(self.at.checked_sub(by));
            what.is_some_and(|one| one.role == Role::Measure && one.form == Form::Definite)
        };
        let ends = self.sets() && (is_there(1) || is_there(2)) && !self.follows(1..4, |role| role == To);
        let leads_on = self.follows(1..3, |role| role == Role::That) || self.leads_on(1..12);
        // "På baggrund af scanningen anbefales ro": the hospital's word, unless it is of the case.
        let is_of_source = self.is_led()
            && has(self.tokens.get(..self.at).unwrap_or(&[]), crate::roles::is_source)
            && !(of_measure || leads_on);
        // "Af hensyn til Hannes egne børn anbefales, at": whoever is named does not say it.
        let is_of_citizen = matches!(subject, Citizen | He | Name | The | Role::Their)
            && self.writes()
            && self.token(Some(0)).is_some_and(|first| !matches!(first.role, By | Role::According))
            && (leads_on || of_measure || has(self.clause(3), |role| matches!(role, Award | Grant)));
        if after(1) == By && !(is_ours || is_dated)
            || is_theirs
            || ends
            || is_of_source
            || is_bound
            || is_denied
            || !(opens || is_of_citizen || is_free && (self.writes() || is_new) || is_municipal)
        {
            return None;
        }
        if self.is_empty() {
            return None;
        }
        // "Den hidtidige indsats foreslås fortsat", "indstilles der til støtte".
        let goes_on = has(self.clause(3), |role| matches!(role, Award | Grant | More | Role::Support));
        // "Sengen indstilles til 50 cm": a thing, unless something of the case is named.
        let is_set =
            self.sets() && self.at > 0 && !(of_measure || of_citizen || leads_on || goes_on || subject == There);
        let is_plain = matches!(after(1), There | To) && !is_set
            || is_subject(after(1)) && after(2) == To
            // But not "der indstilles maskiner".
            || self.precedes(1..4, |role| role == There) && (!self.sets() || of_measure || leads_on)
            || before(1) == Ought
            || of_citizen;
        Some(match is_plain {
            true => Manner::Passive,
            false if of_measure || goes_on => Manner::Measure,
            false if self.is_first() && !self.is_empty() => Manner::Short,
            false if self.is_first() || self.sets() => Manner::Set,
            false => Manner::Bare,
        })
    }

    /// "Indstilles til: ", the beginning of a form that is not filled in.
    fn is_empty(&self) -> bool {
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        self.at == 0 && rest.iter().all(|token| matches!(token.role, Role::To | Role::Colon | Role::Stop | Role::Comma))
    }

    /// "Vil gerne anbefales", but not "ønsket anbefales imødekommet".
    fn is_gladly(&self) -> bool {
        self.token(self.at.checked_sub(1)).is_some_and(|wish| wish.form != Form::Participle)
    }

    /// No verb before it says what somebody says.
    fn is_unsaid(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        !before.iter().any(|token| token.role == Role::That || speaks(token.role) && token.form == Form::Present)
    }

    /// "Opfølgning hos lægen anbefales": whoever is named in what is recommended does not say it.
    fn is_of_what_stands_before(&self) -> bool {
        use Role::{
            And, As, Award, By, Colon, Comma, Fitting, For, Grant, Measure, More, Not, Number, Outcome, Place, Plain,
            Stop, Support, To,
        };
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let from = before.iter().rposition(|token| matches!(token.role, Comma | Stop)).map_or(0, |at| at + 1);
        // "Egen læge: støttende samtaler anbefales".
        let is_label = has(before, |role| role == Colon);
        let first = self.token(Some(from)).unwrap_or_default();
        let is_thing =
            matches!(first.role, Plain | And | Measure | Outcome | More | Number | Fitting | Support | Place)
                && from < self.at;
        is_thing
            && !is_label
            && matches!(self.after(1), Stop | Comma | And | As | More | For | To | By | Not | Award | Grant)
    }

    /// "Der peges på fleksjob", "på den baggrund peges der på fleksjob".
    fn passive_of_pleading(&self) -> Option<Manner> {
        let is_free = matches!(self.walk.subject, Role::Plain | Role::There)
            || self.is_own(self.walk.subject)
            // "…, hvor han pakkede varer, kan der alene peges på".
            || self.precedes(1..4, |role| role == Role::There);
        let of_measure = has(behind(self.own_clause(8), |role| role == Role::In), is_measure);
        (is_free && self.writes() && of_measure).then_some(Manner::Plead)
    }

    /// "Støtte i hjemmet bør bevilges", "pension bør efter det foreliggende tilkendes".
    fn ought(&self) -> Option<Manner> {
        use Role::{About, Award, Grant, Plain};
        let next = self.token(Some(self.at + 1)).unwrap_or_default();
        let of_measure = self.precedes(1..6, is_measure);
        let given = |token: &Token| matches!(token.role, Award | Grant) && token.form == Form::Passive;
        let is_given = self.own_clause(7).iter().any(given);
        let is_done = next.role == Plain && next.form == Form::Passive && of_measure;
        // "Der er ikke taget stilling til, om borgeren bør tilkendes".
        let is_asked = self.precedes(1..6, |role| role == About);
        // "Kommunen mener, at han bør have fleksjob".
        let is_found = self.is_own(self.walk.first) && !self.is_own(self.walk.subject) && self.of_outcome(5);
        (self.writes() && (is_given || is_done || is_found) && !is_asked).then_some(Manner::Ought)
    }

    /// "Borgeren vurderes berettiget til fleksjob".
    fn entitled(&self) -> Option<Manner> {
        use Role::{About, Can, Citizen, For, He, Name, Open, Plain, Shall, Suits, There, To, Will};
        let is_free =
            matches!(self.walk.subject, Plain | There | Citizen | He | Name) || self.is_own(self.walk.subject);
        let is_asked = has(self.clause(4), |role| matches!(role, About | Open));
        let is_bound = is_asked || matches!(self.before(1), Can | Shall | Will);
        // "Vurderes han berettiget".
        let who = usize::from(matches!(self.after(1), Citizen | He));
        let past = Self { at: self.at + who, ..*self };
        // "Vurderes at være berettiget".
        let to_be = 2 * usize::from([past.after(1), past.after(2)] == [Role::That, Role::Be]);
        let past = Self { at: past.at + to_be, ..*self };
        let suits = behind(past.own_clause(9), |role| role == Suits);
        let to_outcome = has(behind(suits, |role| matches!(role, To | For)), is_outcome);
        (is_free && !is_bound && self.writes() && to_outcome).then_some(Manner::Entitled)
    }

    /// "Vi støtter op om borgerens ønske om fleksjob"; but not what is done for one who has it: "i fleksjobbet".
    fn supports(&self) -> Option<Manner> {
        self.of_outcome(8).then_some(Manner::Support)
    }

    fn advice(&self) -> Option<Manner> {
        use Role::{
            About, Adviser, By, Colon, Comma, For, Is, More, My, Name, Outcome, Plain, Stop, Support, That, To,
        };
        let (before, after) = (|by| self.before(by), |by| self.after(by));
        // "Mulige indstillinger: fleksjob, pension".
        let is_possible = self.token(self.at.checked_sub(1)).is_some_and(|token| token.word == POSSIBLE);
        if is_possible || self.is_choice() {
            return Some(Manner::Usual);
        }
        // "Teamets indstilling fra 2019: fleksjob", "teamets anbefaling var dengang".
        let is_of_year = after(1) == Role::Year;
        let clause = self.clause(8);
        let is_then = has(clause, |role| matches!(role, Role::Past | Role::Got))
            || self.follows(1..9, |role| role == Colon) && (is_of_year || has(clause, |role| role == Role::Year));
        if before(1) == Role::Team && is_then {
            return None;
        }
        if self.heads_table() {
            return Some(Manner::Short);
        }
        // "Vores anbefaling | |": the cell is empty.
        if after(1) == Colon && after(2) == Colon && !self.follows(3..8, is_measure) {
            return Some(Manner::Usual);
        }
        // "Teamets forslag er et fleksjob".
        let is_named =
            |from: usize| self.follows(from + 1..from + 8, |role| is_measure(role) || matches!(role, More | Support));
        let is_before = (1..3).any(|by| self.is_own(before(by)) || before(by) == My && !self.walk.is_citizens)
            || before(1) == Adviser
                && self.sets()
                && self.names_outcome(8)
                && !self.follows(1..8, |role| matches!(role, Role::Year | Role::Past | Role::Got));
        // "Indstillingen fra familiehuset er": nobody but the municipality's own has one.
        let is_unit = |by: usize| {
            // "Indstillingen fra dette team".
            let by = by + usize::from(after(by) == Role::There && after(by + 1) == Role::Team);
            self.is_own(after(by)) || self.sets() && matches!(after(by), Plain | Name | Adviser)
        };
        let is_after = self.is_own(after(1))
            || after(1) == By && (is_unit(2) || after(2) == Plain && matches!(after(3), Adviser | Role::Own));
        let word = |by: usize| self.token(Some(self.at + by)).map_or(0, |token| token.word);
        // What stands under the municipality's own label is recommended, whatever it is; but a "rådgiver" is also a bank's.
        let is_label = self.at < 3 && before(1) == Role::Own && self.walk.first == Role::Own && after(1) != By
            || is_after && after(2) != Plain;
        let is_adviser = self.tokens.iter().take(self.at).any(|token| token.stem == ADVISER);
        let is_filled = |from: usize| {
            let is_empty = matches!(after(from + 1), Stop | Role::Not | Role::In)
                || (1..3).any(|by| PENDING.contains(&word(from + by)));
            is_named(from) || is_label && !is_adviser && !is_empty
        };
        let clause = self.clause(8).len();
        let is_said = (1..5.min(clause + 1)).any(|by| {
            matches!(after(by), Is | Role::Be) && !ENCLOSED.contains(&word(by + 1))
                || READING.contains(&word(by)) && (is_named(by) || before(1) == Role::Own && after(by + 1) == Role::In)
        }) || (1..10).find(|by| after(*by) == Colon).is_some_and(is_filled);
        let leads_on = match after(1) {
            About => after(2) == That || after(2) == Comma && after(3) == That,
            next => next == That || next == Comma && after(2) == That,
        };
        // "Fleksjob. Det er vores indstilling."
        let points_back = after(1) == Stop
            && (2..4).any(|by| before(by) == Is && before(by + 1) == Role::There && self.is_own(before(by - 1)));
        let is_said = is_said
            || points_back
            || leads_on && (self.precedes(2..9, |role| role == Is) || matches!(before(1), My | Role::Own));
        // "Vi stiller forslag om", "der fremsættes forslag om", "jeg kommer med det forslag, at".
        let makes = |by: &usize| self.token(self.at.checked_sub(*by)).is_some_and(|token| MAKING.contains(&token.word));
        let is_made = (1..7).find(makes).is_some_and(|by| {
            let is_unit = self.walk.subject == Adviser && (leads_on || is_named(0));
            let is_theirs = self.is_own(self.walk.subject) || is_unit;
            let is_impersonal = before(by + 1) == Role::There || before(by - 1) == Role::There;
            (is_theirs || is_impersonal && self.writes())
                && (leads_on || after(1) == About || after(1) == By && is_named(1))
        });
        // "… når vi frem til den anbefaling, at".
        let is_reached = self.is_own(self.walk.subject) && leads_on && matches!(before(1), Role::The | Role::There);
        // "Anbefalingen er, at", where nobody else was spoken of.
        let is_here = self.is_first() || self.is_described();
        let is_bare = is_here && after(1) == Is && (after(2) == Comma && after(3) == That || is_named(1));
        // "Teamet lander på følgende anbefaling: mentor".
        let is_following = self.token(self.at.checked_sub(1)).is_some_and(|token| token.word == FOLLOWING)
            && after(1) == Colon
            && self.writes()
            && !self.walk.is_others(self.walk.subject);
        // "Hermed indstilling om tilkendelse af pension".
        let is_handed = self.at == 1
            && self.token(Some(0)).is_some_and(|first| first.word == HEREBY || first.role == Role::Therefore)
            && after(1) == About
            && is_named(1);
        if is_made || is_reached || is_bare || is_handed || is_following {
            return Some(Manner::Advice);
        }
        // "Med en indstilling om".
        let by = if before(1) == Plain && before(2) == For { 2 } else { 1 };
        // "Borgers sag forelægges", "jobcentret forelægger sagen".
        let is_case = self.tokens.iter().take(3).any(|token| CASE.contains(&token.word));
        let is_handed_on =
            self.is_own(self.walk.first) && self.tokens.iter().take(self.at).any(|token| HANDING.contains(&token.stem));
        let is_sent = before(by) == For
            && matches!(after(1), About | By | To | Outcome)
            && (is_case || !self.walk.is_others(self.walk.subject))
            && (self.was_asked(2..9) || is_handed_on);
        // "Det indgår i vores anbefaling af praktik".
        let is_part = before(2) == Role::In && is_before && matches!(after(1), By | About) && is_named(1);
        // "Sagen sendes med vores anbefaling om fleksjob".
        let is_sent = is_sent
            || matches!(before(1), My | Role::Own)
                && before(2) == For
                && matches!(after(1), About | By | To)
                && self.was_asked(3..9);
        match is_before || is_after {
            true if is_said || is_part => Some(Manner::Advice),
            _ if is_sent => Some(Manner::Sent),
            _ => match self.label() {
                // "Indstilling: afventer undersøgelse".
                Some(end) if PENDING.contains(&word(end + 1)) => Some(Manner::Usual),
                // "Forslag: § 56-aftale".
                Some(end) if self.after(end + 1) == Role::Law => Some(Manner::Short),
                Some(end)
                    if self.follows(end + 1..end + 5, |role| is_measure(role) || matches!(role, Support | More))
                        || self.of_label(end) =>
                {
                    Some(Manner::Short)
                }
                // "Forslag til indsats⏎- svømning".
                Some(end)
                    if after(1) == To
                        && after(2) == Role::Measure
                        && matches!(after(end + 1), Plain | Role::Number) =>
                {
                    Some(Manner::Short)
                }
                Some(_) => Some(Manner::Label),
                // "Indstilling – fleksjob".
                None if self.at == 0
                    && after(1) == Comma
                    && (after(2) == Outcome && matches!(after(3), Stop | Role::In | For)
                        || after(2) == Role::Measure && after(3) == Stop) =>
                {
                    Some(Manner::Short)
                }
                None => None,
            },
        }
    }

    /// "| Emne | Kommunens forslag |⏎| Arbejde | fleksjob |".
    fn heads_table(&self) -> bool {
        let is_colon = |token: &Token| token.role == Role::Colon;
        let (head, rest) = self.tokens.split_at_checked(self.at).unwrap_or_default();
        let is_head = head.iter().any(is_colon)
            && !has(head, |role| is_source(role) || role == Role::Past)
            && rest.get(1).is_some_and(is_colon);
        let end =
            rest.iter().rposition(|token| !matches!(token.role, Role::Colon | Role::Stop)).map_or(0, |last| last + 1);
        let from = 1 + rest.iter().skip(1).take_while(|token| is_colon(token)).count();
        let row = rest.get(from..end).unwrap_or(&[]);
        let cell = row.iter().rposition(is_colon).and_then(|at| row.get(at + 1..)).unwrap_or(&[]);
        is_head && !has(cell, |role| role == Role::Not) && has(cell, |role| is_measure(role) || role == Role::More)
    }

    /// "Anbefaling: Borgeren bør have bevilget et fleksjob", "forslag: ro til august, mentor på om morgenen".
    fn of_label(&self, end: usize) -> bool {
        let who = usize::from(matches!(self.after(end + 1), Role::Citizen | Role::He));
        let rest = self.tokens.get(self.at + end + who + 1..).unwrap_or(&[]);
        let goes_on = |token: &&Token| {
            !matches!(token.role, Role::Stop | Role::Colon | Role::Question | Role::Not)
                && (matches!(token.role, Role::Name | Role::The | Role::Their) || !self.walk.is_others(token.role))
        };
        let is_one = |token: &Token| {
            let is_given = matches!(token.role, Role::Award | Role::Grant) && token.form == Form::Passive;
            is_given || is_measure(token.role) || matches!(token.role, Role::Support | Role::More)
        };
        rest.iter().take(12).take_while(goes_on).any(is_one)
    }

    /// "Samlet indstilling", "herværende indstilling", but not "lægens", "tidligere" or "mulige".
    fn is_described(&self) -> bool {
        self.at == 1
            && !self.walk.is_citizens
            && self.token(Some(1)).is_some_and(|said| said.role == Role::Assess || ONE_ADVICE.contains(&said.word))
            && self.token(Some(0)).is_some_and(|first| first.role == Role::Plain && first.form != Form::Passive)
    }

    /// Where the colon of a label stands: "Indstilling:", "Forslag til teamet:", "Konklusion og anbefaling:".
    fn label(&self) -> Option<usize> {
        use Role::{And, Assess, Colon, Comma, Future, Measure, Stop, Team, To};
        let is_described = self.is_described();
        // "Ad 7) Indstilling:", "4.2 Forslag:".
        let is_numbered = self.tokens.iter().take(self.at).all(is_number);
        let is_first = is_numbered
            || self.is_dated()
            || is_described
            || self.at == 2 && self.before(1) == And && self.before(2) == Assess;
        let end = (1..10).find(|by| self.after(*by) == Colon)?;
        let is_label = match end {
            1 => true,
            // "Indst.:", "indstilling/anbefaling:".
            2 => matches!(self.after(1), Stop | Role::Advice),
            _ => match self.after(1) {
                To => (2..end).all(|by| matches!(self.after(by), Team | Future | Measure)),
                // "Indstilling (kommunens):".
                Comma => self.is_own(self.after(2)),
                // "Indstilling fra pensionskontoret:", "anbefaling fra job, social og sundhed:".
                Role::By => {
                    let is_joint = self.follows(2..end, |role| role == And) && !self.follows(2..end, is_other);
                    matches!(self.after(2), Role::Adviser | Team) || is_joint
                }
                _ => false,
            },
        };
        (is_first && is_label).then_some(end)
    }
}

/// Whether there is such a word among these.
#[inline(never)]
pub(crate) fn has(tokens: &[Token], is_one: fn(Role) -> bool) -> bool {
    tokens.iter().any(|token| is_one(token.role))
}

/// What stands behind the first such word.
#[inline(never)]
fn behind(tokens: &[Token], is_one: fn(Role) -> bool) -> &[Token] {
    let at = tokens.iter().position(|token| is_one(token.role)).unwrap_or(tokens.len());
    tokens.get(at + 1..).unwrap_or(&[])
}

pub(crate) fn is_measure(role: Role) -> bool {
    matches!(role, Role::Outcome | Role::Measure)
}

fn is_outcome(role: Role) -> bool {
    role == Role::Outcome
}

fn is_new_outcome(token: &Token) -> bool {
    is_outcome(token.role) && token.form != Form::Definite
}
