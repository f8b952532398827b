//! What needs no model, because the words are plain: "det indstilles, at", "vi anbefaler", "vores forslag er".

use std::ops::Range;

mod advice;
mod boxes;
mod passive;

use crate::labels::{self, INDST, is_number};
use crate::roles::{Form, Role, is_source, is_subject, speaks};
use crate::walk::{MEANING, SECTION, Speaking, Walk};
use crate::words::{Token, hash};

/// "Går efter", "går ind for", "lægger op til", "råder til".
const PLEADING: [u32; 6] =
    [hash(b"g\xe5r"), hash(b"l\xe6gger"), hash(b"l\xe6gges"), hash(b"r\xe5der"), hash(b"r\xe5de"), hash(b"r\xe5des")];
/// "Vores indstilling lyder".
const READING: [u32; 4] = [hash(b"g\xe5r"), hash(b"lyder"), hash(b"hedder"), hash(b"g\xe6lder")];
/// The beginning of "overveje".
const CONSIDERS: u32 = hash(b"overv");
/// The beginning of "udtømt".
const EXHAUSTED: u32 = hash(b"udt\xf8m");
/// "Ingen anden løsning", "ikke andre veje", "intet alternativ".
const OTHERS: [u32; 5] = [hash(b"anden"), hash(b"andre"), hash(b"andet"), hash(b"alternativ"), hash(b"alternativer")];
/// "Kommunens indstilling: udfyldes efter mødet".
const PENDING: [u32; 7] = [
    hash(b"h\xf8rer"),
    hash(b"afventer"),
    hash(b"udfyldes"),
    hash(b"f\xf8lger"),
    hash(b"eftersendes"),
    hash(b"mangler"),
    hash(b"se"),
];
/// "Hertil", "dertil".
const HERETO: u32 = hash(b"hertil");
const THERETO: u32 = hash(b"dertil");
/// "Bør", and not "burde".
const OUGHT: u32 = hash(b"b\xf8r");
/// "Efter aftalen bør hun", "efter planen".
const AGREEMENTS: [u32; 4] = [hash(b"aftale"), hash(b"aftalen"), hash(b"plan"), hash(b"planen")];
/// "Noget".
const ANYTHING: u32 = hash(b"noget");
/// "Hermed", "herved", "herfra": whoever writes does so now.
const HEREBY: [u32; 3] = [hash(b"hermed"), hash(b"herved"), hash(b"herfra")];
/// "Vegne".
const BEHALF: u32 = hash(b"vegne");
/// "Vi har besluttet at", "der er enighed om at".
const DECIDED: [u32; 3] = [hash(b"besluttet"), hash(b"valgt"), hash(b"aftalt")];
const AGREED: u32 = hash(b"enighed");

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
    /// In nobody else's voice, and more the grammar cannot tell. It is for the trainer, which counts such sentences more.
    #[cfg(feature = "training")]
    Said,
}

impl Manner {
    /// Whether such a sentence needs nothing else to be pointed out.
    pub(crate) fn is_certain(self) -> bool {
        #[cfg(feature = "training")]
        if self == Manner::Said {
            return false;
        }
        !matches!(self, Manner::Set | Manner::Label | Manner::Usual)
    }
}

/// Whether a word may be one that recommends in plain words, for all that is seen without asking who speaks.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn may_be_plain(tokens: &[Token], at: usize) -> bool {
    use Form::{Infinitive, Other, Participle, Passive, Past, Present};
    let role_at = |at: Option<usize>| at.and_then(|at| tokens.get(at)).map_or(Role::Stop, |token| token.role);
    let (before, next) = (|| role_at(at.checked_sub(1)), || role_at(Some(at + 1)));
    let Some(token) = tokens.get(at) else { return false };
    match token.role {
        Role::Advice | Role::Ought | Role::Plead | Role::Award => true,
        Role::Must | Role::Shall => has(tokens, is_outcome),
        // Whoever does so is named, or left out.
        Role::Recommend if matches!(token.form, Present | Participle | Infinitive) => {
            use Role::{Adviser, And, Colon, Comma, Man, Me, Not, Own, Stop, Team, That, Ticked, Us};
            let is_left_out = matches!(before(), Ticked | Colon | Comma | And | Stop | That | Not);
            let is_ours = |role| matches!(role, Own | Us | Team | Me | Man | Adviser);
            is_left_out
                || token.stem == INDST
                || matches!(next(), Stop | Colon)
                || has(tokens.get(at.saturating_sub(4)..at).unwrap_or(&[]), is_measure)
                || has(tokens, is_ours)
                || begins_bound(tokens, at)
                || tokens.iter().take(at).any(|token| HEREBY.contains(&token.word))
        }
        Role::Recommend => token.form != Past || at == 0,
        Role::Assess => matches!(token.form, Passive | Other | Present) || next() == Role::Colon,
        Role::Support => token.form == Present,
        Role::Outcome => has(tokens, |role| role == Role::Ticked),
        Role::Plain | Role::Way | Role::Exhaust => {
            token.stem == EXHAUSTED
                || PLEADING.contains(&token.word)
                || before() == Role::Not && OTHERS.contains(&token.word)
        }
        _ => false,
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
    #[cfg_attr(target_family = "wasm", inline(never))]
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
    #[cfg_attr(target_family = "wasm", inline(never))]
    fn follows(&self, by: Range<usize>, is_one: fn(Role) -> bool) -> bool {
        by.into_iter().any(|by| is_one(self.after(by)))
    }

    /// How many words behind it there is one.
    fn find(&self, by: Range<usize>, is_one: fn(Role) -> bool) -> impl Iterator<Item = usize> {
        by.filter(move |by| is_one(self.after(*by)))
    }

    /// The same before it.
    #[cfg_attr(target_family = "wasm", inline(never))]
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
        let is_ours = |token: &&Token| {
            // The name of a place or of the citizen tells nothing.
            let is_anothers =
                !matches!(token.role, Role::Name | Role::The | Role::Their) && self.walk.is_others(token.role);
            !(is_anothers || token.role == Role::Not)
        };
        clause.get(..clause.iter().take_while(is_ours).count()).unwrap_or(clause)
    }

    #[cfg_attr(target_family = "wasm", inline(never))]
    pub(crate) fn is_own(&self, role: Role) -> bool {
        self.walk.is_own(role)
    }

    fn writes(&self) -> bool {
        matches!(self.walk.speaking, Speaking::Writer | Speaking::After)
    }

    /// It begins the sentence, or what stands at a ticked box, where it is not the citizen's: whoever writes is left out.
    fn is_first(&self) -> bool {
        (self.at == 0 || self.before(1) == Role::Ticked || self.is_titled()) && !self.walk.is_citizens
    }

    /// "12.03.2022: indstiller til fleksjob", "Ad job: foreslår løntilskud", "Plan: anbefaler mentor".
    fn is_titled(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let Some((_, label)) = before.split_last().filter(|(last, _)| last.role == Role::Colon) else { return false };
        let is_date = label.first().is_some_and(|first| first.role == Role::Number)
            && label.iter().all(|token| is_number(token) || token.role == Role::Colon);
        is_date || label.split(|token| token.role == Role::Stop).any(labels::is_topical) && !labels::names(label)
    }

    /// Whether something of a case's outcome or of its measures is as near as this behind it.
    #[inline(never)]
    fn leads_to_measure(&self, most: usize) -> bool {
        has(self.own_clause(most), is_measure)
    }

    /// "Leif vil have, at": what somebody wants.
    fn is_wanted(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        before.windows(5).any(|five| {
            let [who, will, _, next, that] = five else { return false };
            let leads_on = next.role == Role::That || next.role == Role::Comma && that.role == Role::That;
            // "Vil meget gerne have, at".
            !self.is_own(who.role) && will.role == Role::Will && leads_on
        }) || before.windows(4).enumerate().any(|(at, four)| {
            let [gladly, _, comma, that] = four else { return false };
            let is_ours = self.tokens.iter().take(at).any(|token| self.is_own(token.role));
            !is_ours && [gladly.role, comma.role, that.role] == [Role::Wish, Role::Comma, Role::That]
        }) || before.windows(4).any(|four| {
            // "Broderen kræver, at kommunen indstiller".
            let [who, verb, comma, that] = four else { return false };
            !self.is_own(who.role) && [verb.role, comma.role, that.role] == [Role::Need, Role::Comma, Role::That]
        })
    }

    /// How the word recommends, if it does so in plain words.
    pub(crate) fn manner(&self) -> Option<Manner> {
        use Role::{Advice, Assess, Award, Can, Not, Ought, Plead, Recommend, Support, Team, That, To};
        let token = self.token(Some(self.at))?;
        let pleads = PLEADING.contains(&token.word);
        let is_outcome = token.role == Role::Outcome;
        // "Førtidspension: x".
        let is_behind = self.after(1) == Role::Ticked || [self.after(1), self.after(2)] == [Role::Colon, Role::Ticked];
        let is_before_tick = is_outcome && is_behind && self.has_boxes_behind();
        let is_ticked = is_before_tick || is_outcome && self.before(1) == Role::Ticked;
        let is_other = || OTHERS.contains(&token.word) && self.before(1) == Not;
        if token.stem == EXHAUSTED || matches!(token.role, Role::Plain | Role::Way) && is_other() {
            return self.leaves_one().then_some(Manner::NoWay);
        }
        // "Praktikken gik godt, og vi anbefaler": who says so now is not of then.
        let is_inverted = token.form == Form::Present && self.is_own(self.after(1)) && self.after(1) != Role::Us;
        let is_former = || self.at.checked_sub(1).is_some_and(|who| labels::is_former(self.tokens, who));
        let is_ours = self.is_own(self.before(1)) && !is_former();
        let says_now = is_inverted || token.form == Form::Present && is_ours || self.is_fronted();
        // "Afholder sig fra at anbefale", "har undladt at anbefale", "venter med at anbefale", "vil overveje at anbefale".
        let is_kept_from = self.before(1) == That
            // But not "skal ikke undlade at".
            && (self.before(2) == Role::By
                || self.before(2) == Not && !self.precedes(3..6, |role| role == Not)
                || self.before(3) == Role::Spare
                || self.token(self.at.checked_sub(2)).is_some_and(|verb| verb.stem == CONSIDERS));
        if is_kept_from && matches!(token.role, Recommend | Plead) {
            return Some(Manner::Usual);
        }
        let is_denied = self.before(1) == Not || self.after(1) == Not;
        // "Indstilles til fleksjob: ☐ Ja ☒ Nej".
        if matches!(token.role, Recommend | Advice) && self.says_yes() == Some(false) {
            return Some(Manner::Usual);
        }
        // "Indstilles til: [ ] fleksjob [ ] pension", "teamet kan pege på fleksjob, pension, revalidering".
        let is_offered = matches!(token.role, Recommend | Plead) && self.before(1) != Role::Ticked && self.is_choice();
        if is_offered || token.role == Recommend && self.is_blank() {
            return None;
        }
        if token.role == Recommend && (self.is_usual() || self.is_booking() || self.is_handing_over()) {
            return Some(Manner::Usual);
        }
        let is_silent = self.walk.is_silent(says_now, is_inverted) && !is_before_tick;
        if is_silent || is_denied && !self.rules_out() {
            return None;
        }
        // "Teamet indstiller, kommunen afgør": its work.
        let is_of_team = self.walk.subject == Team || self.after(1) == Team;
        let says_what =
            |role| is_measure(role) || matches!(role, Award | Role::Grant | Role::More | Support | Role::Colon);
        let is_its_work = is_of_team
            && (token.role, token.form) == (Recommend, Form::Present)
            && !(self.leads_on(1..12) || self.follows(1..12, says_what));
        let manner = match (token.role, token.form) {
            _ if is_its_work => Some(Manner::Usual),
            _ if is_ticked => self.is_chosen().then_some(Manner::Short),
            (Recommend, _) if self.is_abbreviated() => Some(Manner::Short),
            // "Herfra anbefalet: ro".
            (Recommend, Form::Participle)
                if self.at == 1 && self.before(1) == Role::Own && self.after(1) == Role::Colon =>
            {
                Some(Manner::Short)
            }
            (Recommend, Form::Participle) if self.is_hereby() => Some(Manner::Passive),
            // "Søvn dårl. anb: jaf", "Indstillling: fleksjob", misspelt.
            (Recommend, Form::Other | Form::Definite) if self.after(1) == Role::Colon => {
                self.label().map(|end| self.labelled(end))
            }
            // "Foreslåede tiltag (kommunen): mentor".
            (Recommend, Form::Participle | Form::Past)
                if self.at == 0 && !matches!(self.after(1), Role::In | Role::Stop) && !is_subject(self.after(1)) =>
            {
                let end = (1..8).find(|by| self.after(*by) == Role::Colon)?;
                // But not "anbefalet i 2022: gav ro".
                let is_then = self.follows(1..end, |role| matches!(role, Role::Year | Role::Past | Role::Got));
                // Nor "anbefalet af: teamet".
                (!is_then && self.after(end - 1) != Role::By).then(|| self.labelled(end))
            }
            (Recommend, Form::Passive) => self.passive(),
            (Recommend, Form::Other) if self.is_advisable() => Some(Manner::Passive),
            // "Vi anbefaler", "anbefaler vi"; but not "jeg indstiller mig på".
            (Recommend, Form::Present)
                if self.is_own(self.behind_adjectives())
                    && self.after(1) != Role::Us
                    // "Ankestyrelsen har set på sagen og opfordrer kommunen til".
                    && !(self.before(1) == Role::And && self.walk.is_others(self.walk.subject))
                    // "Lægen anbefaler kommunen at".
                    && (!self.walk.is_others(self.before(1)) || self.is_led() || self.is_likewise()) =>
            {
                Some(Manner::Own)
            }
            (Recommend, Form::Present | Form::Infinitive)
                if (self.is_own(self.walk.subject)
                    || self.walk.subject == Role::Man
                        && (self.leads_to_measure(8) || [self.after(1), self.after(2)] == [To, Team]))
                    && (!is_subject(self.after(1))
                        || self.walk.is_others(self.after(1))
                            && !is_source(self.after(1))
                            && (is_measure(self.after(2)) || self.follows(2..5, |role| role == To))
                        || matches!(self.after(1), Role::The | Role::Man | Team)
                        // "Jeg foreslår psykolog", "vi anbefaler familiebehandling"; but not "vi foreslår lægen at".
                        || says_now
                            && is_source(self.after(1))
                            // "Sammen med kommunen anbefaler lægen".
                            && !matches!(self.before(2), Role::For | To)
                            && !self.follows(2..4, |role| role == That)) =>
            {
                Some(Manner::Own)
            }
            // "Socialrådgiveren anbefaler på kommunens vegne".
            (Recommend, Form::Present) if self.is_on_behalf() => Some(Manner::Own),
            // "Vil ikke anbefale mere praktik", "kan kun anbefale pension".
            (Recommend, Form::Infinitive)
                if begins_bound(self.tokens, self.at) && !self.walk.is_citizens && self.leads_to_measure(4) =>
            {
                Some(Manner::Short)
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
            // "Indstil til fleksjob", "tilkend pension", "indst til flx"; but what "indst." is, the rest tells.
            (Recommend | Award, Form::Other)
                if self.is_first() && self.after(1) != Role::Stop && self.leads_to_measure(4) =>
            {
                Some(Manner::Short)
            }
            // "Der er frit spil for at foreslå revalidering"; and nobody else "indstiller".
            (Recommend, form @ (Form::Infinitive | Form::Present))
                if (form == Form::Infinitive || self.sets()) && self.is_of_what_alone() =>
            {
                Some(Manner::Short)
            }
            (Award, Form::Participle) => self.asked_for(),
            (Plead, Form::Passive) => self.passive_of_pleading(),
            (Plead, Form::Other | Form::Present | Form::Infinitive) => {
                let is_theirs = self.is_own(self.walk.subject) || self.is_first();
                // "Peger alle tre på", "vi peger i stedet på".
                let of_measure = self.find(1..5, |role| matches!(role, Role::In | Role::For)).any(|by| {
                    // "Vi peger på en ordning, hvor Hanne får en mentor".
                    let most = if says_now && !self.follows(by + 1..by + 4, is_source) { 16 } else { 5 };
                    self.follows(by + 1..by + most, is_measure) && self.after(by + 1) != Role::Comma
                });
                (is_theirs && of_measure).then_some(Manner::Plead)
            }
            (Ought, _) => self.ought(),
            (Role::Must | Role::Shall, _) => self.must(),
            (Assess, Form::Passive) => self.entitled(),
            // "Jobcentret vurderer hende egnet til fleksjob".
            (Assess, Form::Present) if says_now || self.is_own(self.walk.subject) => self.entitled(),
            (Support, Form::Present) if self.is_own(self.walk.subject) || self.is_first() => self.supports(),
            (Advice, _) => self.advice(),
            _ if pleads => self.goes_for(),
            _ => None,
        };
        #[cfg(feature = "training")]
        let manner = manner.or_else(|| self.is_said(token).then_some(Manner::Said));
        manner.filter(|_| !self.is_wanted())
    }

    /// Whether the word recommends and nobody else was spoken of, whatever the grammar makes of it.
    #[cfg(feature = "training")]
    fn is_said(&self, token: Token) -> bool {
        let is_one = match token.role {
            Role::Recommend => matches!(token.form, Form::Passive | Form::Present | Form::Infinitive),
            role => role == Role::Advice,
        };
        let is_anothers = || self.walk.is_others(self.walk.subject) || self.walk.subject == Role::Adviser;
        is_one && self.writes() && !is_anothers() && !self.is_choice() && !self.is_blank()
    }

    /// "Det er ikke tilrådeligt at".
    fn is_advisable(&self) -> bool {
        let is_so = self.precedes(1..6, |role| matches!(role, Role::Is | Role::Be));
        let is_free = self.walk.subject == Role::There || self.is_own(self.walk.subject);
        is_so && is_free && self.writes() && (self.after(1) == Role::That || self.leads_on(1..2))
    }

    /// Whoever stands behind the verb: "indstiller et enigt team".
    fn behind_adjectives(&self) -> Role {
        let next = (1..4).map(|by| self.after(by)).find(|role| *role != Role::Plain).unwrap_or_default();
        if next == Role::Team { next } else { self.after(1) }
    }

    /// "Hermed indstilling om fleksjob", "det bliver herfra indstillet, at", "herfra lyder anbefalingen på mentor".
    pub(super) fn is_hereby(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let is_here = before.iter().any(|token| HEREBY.contains(&token.word))
            || self.token(Some(self.at + 1)).is_some_and(|next| HEREBY.contains(&next.word));
        is_here
            && self.writes()
            && !before.iter().any(|token| is_source(token.role))
            && (self.leads_on(1..3) || self.leads_to_measure(8))
    }

    /// "Som lægen anbefaler vi", "ligesom lægen indstiller vi".
    fn is_likewise(&self) -> bool {
        self.at == 2 && self.before(2) == Role::As
    }

    /// It follows from the ground that the sentence begins with.
    fn is_led(&self) -> bool {
        self.walk.led == Some(self.at)
    }

    /// "Jeg vil på grund af hendes erfaring foreslå et fleksjob", "skal jobcentret hermed anbefale, at": whoever is named in between
    /// does not.
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
        // "Skal jeg foreslå teamet at".
        let is_asked = self.after(1) == Role::Team && self.after(2) == That;
        (is_ours(left.last()) || is_ours(right.first()))
            && right.iter().all(between)
            && (self.leads_to_measure(8) || self.leads_on(1..3) || is_asked)
    }

    /// "På kommunens vegne", "på vegne af forvaltningen", behind it.
    fn is_on_behalf(&self) -> bool {
        let clause = self.clause(5);
        clause.iter().any(|token| token.word == BEHALF) && clause.iter().any(|token| self.is_own(token.role))
    }

    /// "Der er enighed om at indstille til pension".
    fn is_agreed(&self) -> bool {
        let is_agreed = self.token(self.at.checked_sub(3)).is_some_and(|token| token.word == AGREED);
        is_agreed
            && [self.before(2), self.before(1)] == [Role::About, Role::That]
            && !self.walk.is_others(self.walk.subject)
            && self.leads_to_measure(6)
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
        // "Det, vi indstiller til", "indstiller hertil": what, was said before.
        let is_said = self.precedes(2..5, |role| matches!(role, Role::As | Comma))
            || rest.first().is_some_and(|to| [HERETO, THERETO].contains(&to.word));
        has(rest, |role| matches!(role, To | That)) && rest.iter().all(is_empty) && !is_said
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
        let is_plain = what.of_outcome(6) || of_clause;
        (is_theirs || is_impersonal && self.writes()).then_some(Manner::Plead).filter(|_| is_plain)
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
            // "Det kan dog ikke anbefales".
            Form::Passive => self.before(1) != Not || self.precedes(2..5, |role| role == Can),
            Form::Present => true,
            Form::Infinitive => could(),
            Form::Other => self.is_advisable(),
            _ => false,
        };
        let is_one: fn(Role) -> bool = |role| is_measure(role) || role == Role::Support;
        let of_measure = self.precedes(1..8, is_one) || has(self.clause(8), is_one);
        // "Enheden kan ikke tilråde flytning", but not "kan ikke anbefale noget".
        let of_thing = token.form == Form::Infinitive
            && matches!(self.after(1), Role::Plain | Role::Name)
            && self.is_own(self.walk.subject)
            && self.token(Some(self.at + 1)).is_none_or(|what| what.word != ANYTHING);
        // "Anbefales det ikke at genoptage".
        let is_inverted = [self.after(1), self.after(2), self.after(3)] == [Role::There, Not, Role::That];
        // "Det kan enheden ikke anbefale", "at sende hende tilbage til faget kan vi ikke anbefale".
        let of_clause = self.after(1) == Role::That
            || self.leads_on(1..6)
            || matches!(self.before(3), Can | Will) && self.is_own(self.before(2));
        // "Kommunens bemærkning: anbefales ikke".
        let of_wish = self.before(1) == Role::Colon && labels::is_writers(self.tokens);
        token.role == Recommend && is_now && (of_measure || of_clause || of_thing || is_inverted || of_wish)
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
            && !matches!(self.before(1), Role::Wish | Role::About | Role::By | Role::In)
            && self.before(2) != Role::By
            // "Team (2022) indst. JAF."
            && !self.precedes(2..4, |role| role == Role::Year)
            // "Jf. teamets indst."
            && !(self.before(2) == Role::Stop && self.before(3) == Role::By)
            && self.after(2) != Role::Not;
        let is_alone = self.is_first() || is_free && self.walk.subject == Role::Plain && !self.walk.is_citizens;
        let rest = self.tokens.get(self.at + 2..).unwrap_or(&[]);
        // "Indst. til RF i 2020, bev. 2 år".
        // But "anb. fleks, praktikken gik i stå".
        let clause = rest.split(|token| token.role == Role::Comma).next().unwrap_or(rest);
        let is_told = has(clause, |role| matches!(role, Role::Got | Role::Past | Role::Year))
            || has(rest, |role| role == Role::Award);
        // "Indst. herfra: RF", "anbef. fra u.t.: mentor".
        let end = (2..9).find(|by| self.after(*by) == Role::Colon);
        let is_from = |end: usize| {
            self.after(2) == Role::By
                && (self.is_own(self.after(3))
                    || self.after(3) == Role::Plain && self.follows(end + 1..end + 4, is_measure))
        };
        // But "anb. jc 2017: mentor".
        let is_of_then = self.follows(1..9, |role| role == Role::Year);
        let is_signed =
            self.is_first() && !is_of_then && end.is_some_and(|end| self.is_own(self.after(2)) || is_from(end));
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
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        // "Arb. er væsentligt begrænset, fleks anb."
        let is_free = self.writes() && self.walk.subject == Role::Plain;
        let clause = before.rsplit(|token| is_free && token.role == Role::Comma).next().unwrap_or(before);
        let is_what = clause
            .split_first()
            .is_some_and(|(first, more)| is_measure(first.role) && more.len() < 4 && more.iter().all(is_of_it));
        if is_what && rest.first().is_none_or(|next| begins(next) || goes_on(next)) {
            return !self.walk.is_citizens;
        }
        // "Team 14/10-19: anb. RF".
        let is_dated = [self.before(1), self.before(2), self.before(3)] == [Role::Colon, Role::Number, Role::Number];
        let is_short = self.after(1) == Role::Stop && !rest.is_empty() && !is_dated;
        // "Det anb. at".
        let is_passive = self.before(1) == Role::There && self.after(2) == Role::That && self.writes();
        is_short
            && (is_passive || is_signed || !is_told && (is_theirs || is_said && is_alone || self.is_short_passive()))
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

    /// Nobody has been spoken of, and whoever writes does so.
    fn is_unnamed(&self) -> bool {
        self.walk.subject == Role::Plain && self.writes() && !self.walk.is_citizens
    }

    /// "Gælden fylder, foreslår mentor": behind a comma whoever writes goes on, if nobody else was spoken of.
    fn goes_on(&self) -> bool {
        let first = self.token(Some(0)).map_or(Role::Stop, |token| token.role);
        let is_behind = match self.before(1) {
            Role::Comma => !is_measure(first),
            // "Har haft sagen i to uger, men anbefaler", "us. anbefaler".
            before => matches!(before, Role::And | Role::Stop),
        };
        is_behind && self.is_unnamed()
    }

    /// A department or a consultant that says what is to follow in the case; not in a paper of somebody's.
    fn is_adviser(&self) -> bool {
        use Role::{Authority, Boss, Doctor, Kin, More, Paper, Place, To};
        let is_plain = self.walk.subject == Role::Adviser && self.walk.speaking == Speaking::Adviser;
        let most = if self.token(Some(self.at)).is_some_and(|token| token.role == Role::Plead) { 4 } else { 8 };
        let is_of_measure = self.of_outcome(10) || self.leads_to_measure(most) || self.after(1) == More;
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

    /// "Efter tre praktikker bør han", "i 2025 bør hun": whoever it is about stands behind the verb, which is of now. Nothing in
    /// front of it is a rule, an agreement or somebody's.
    fn is_fronted(&self) -> bool {
        use Role::{Advice, Citizen, He, Law, Name};
        let is_bound = |token: &Token| {
            is_source(token.role)
                || speaks(token.role)
                || matches!(token.role, Law | Advice)
                || AGREEMENTS.contains(&token.word)
        };
        self.token(Some(self.at)).is_some_and(|ought| ought.word == OUGHT)
            && self.at > 0
            && matches!(self.after(1), Citizen | He | Name)
            && !self.tokens.get(..self.at).unwrap_or(&[]).iter().any(is_bound)
    }

    /// "Støtte i hjemmet bør bevilges", "pension bør efter det foreliggende tilkendes".
    fn ought(&self) -> Option<Manner> {
        use Role::{Award, Grant};
        // "Bør bevilges", "bør borgeren have bevilget".
        let given = |token: &Token| {
            matches!(token.role, Award | Grant) && matches!(token.form, Form::Passive | Form::Participle)
        };
        let is_fronted = self.is_fronted();
        let what = Self { at: self.at + usize::from(is_fronted), ..*self };
        let is_given = what.own_clause(7).iter().any(given);
        // "Han har været sygemeldt siden 2019 og bør have fleksjob".
        // "Mette bør have en mentor", where whoever she is begins the sentence.
        let is_named = self.at < 3
            && !has(self.tokens.get(..self.at).unwrap_or(&[]), |role| !matches!(role, Role::Plain | Role::Name));
        let is_somebody = matches!(self.walk.subject, Role::Citizen | Role::He) || is_named || is_fronted;
        let is_new = |token: &Token| is_measure(token.role) && token.form != Form::Definite;
        let is_owed = !self.walk.is_citizens && is_somebody && what.own_clause(8).iter().any(is_new);
        // "Hun bør efter vores opfattelse have fred".
        let is_judged = || {
            self.tokens.windows(3).any(|three| {
                let [after, ours, judgement] = three else { return false };
                after.role == Role::According
                    && (self.is_own(ours.role) || ours.role == Role::My && !self.walk.is_citizens)
                    && (judgement.role == Role::Assess || MEANING.contains(&judgement.word))
            })
        };
        // "Praktik bør være i cykelafstand", "det er vi enige i, og han bør have ro".
        let is_alone = (!self.walk.is_citizens || self.is_own(self.walk.first))
            && self.token(Some(self.at)).is_some_and(|ought| ought.word == OUGHT)
            && self.is_alone(|role| role == Role::According);
        (self.writes() && (is_alone || is_given && !self.is_lawful() || is_owed || is_judged()))
            .then_some(Manner::Ought)
    }

    /// "I vejledningen står, at der bør tilbydes": the law says so.
    fn is_lawful(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let law = before.iter().position(|token| token.role == Role::Law && token.word != SECTION);
        law.and_then(|law| before.get(law..)).is_some_and(|said| has(said, |role| role == Role::That))
            && !before.iter().any(|token| self.is_own(token.role))
    }

    /// "Det må være pension", "hun skal i ressourceforløb".
    fn must(&self) -> Option<Manner> {
        use Role::{Man, Number, Team, Told, Wish};
        let is_alone = self.is_alone(|role| matches!(role, Man | Number | Team | Told | Wish));
        (is_alone && self.writes() && !self.walk.is_citizens && self.of_outcome(6)).then_some(Manner::Ought)
    }

    /// Nobody else is named in the sentence, and it is of now and of this case; but "om pension bør tilkendes, afgøres senere".
    fn is_alone(&self, is_other: fn(Role) -> bool) -> bool {
        use Role::{About, Got, Law, Past, Say};
        let is_anothers = |role| is_source(role) || matches!(role, Got | Law | Past | Say) || is_other(role);
        self.token(Some(0)).is_some_and(|first| first.role != About)
            && !self.tokens.iter().any(|token| is_anothers(token.role))
    }

    /// "Borgeren vurderes berettiget til fleksjob".
    fn entitled(&self) -> Option<Manner> {
        use Role::{Citizen, For, He, Name, Plain, Suits, There, To};
        let is_free =
            matches!(self.walk.subject, Plain | There | Citizen | He | Name) || self.is_own(self.walk.subject);
        let is_asked = has(self.clause(4), |role| matches!(role, Role::About | Role::Open));
        let is_bound = is_asked || matches!(self.before(1), Role::Can | Role::Shall | Role::Will);
        // "Vurderes, at".
        let that = 2 * usize::from(self.leads_on(1..2));
        // "Vurderes han berettiget".
        let who = that + usize::from(matches!(self.after(that + 1), Citizen | He | Name));
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
}

/// "Kan kun anbefale": with the verb that binds it the sentence begins, and whoever writes is left out.
fn begins_bound(tokens: &[Token], at: usize) -> bool {
    let is_bound = |first: &Token| matches!(first.role, Role::Can | Role::Must | Role::Will);
    (1..3).contains(&at)
        && tokens.first().is_some_and(is_bound)
        && !tokens.get(1).is_some_and(|next| is_subject(next.role))
}

/// Whether there is such a word among these.
#[cfg_attr(target_family = "wasm", inline(never))]
pub(crate) fn has(tokens: &[Token], is_one: fn(Role) -> bool) -> bool {
    tokens.iter().any(|token| is_one(token.role))
}

/// What stands behind the first such word.
#[cfg_attr(target_family = "wasm", inline(never))]
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
