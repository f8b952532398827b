//! What is recommended as a rule, elsewhere or by law, and what is arranged for a meeting: nothing of this case.

use crate::plain::{Here, has, is_measure};
use crate::roles::Role;
use crate::words::{Token, hash};

/// The beginnings of what tells that something is so as a rule: "normalt", "generelt", "typisk", "sædvanligvis", "som regel", "i reglen",
/// "oftest", "altid", "i almindelighed", "plejer at", "vores praksis", "har for vane at", "sjældent".
const USUALLY: [u32; 16] = [
    hash(b"polit"),
    hash(b"norma"),
    hash(b"gener"),
    hash(b"typis"),
    hash(b"s\xe6dva"),
    hash(b"regel"),
    hash(b"regle"),
    hash(b"ofte"),
    hash(b"oftes"),
    hash(b"altid"),
    hash(b"almin"),
    hash(b"pleje"),
    hash(b"praks"),
    hash(b"vane"),
    hash(b"skik"),
    hash(b"sj\xe6ld"),
];
/// What is agreed on for a meeting: "vi foreslår, at mødet flyttes", "vi foreslår tirsdag kl. 9".
const BOOKED: [u32; 10] = [
    hash(b"bilag"),
    hash(b"bilagene"),
    hash(b"samtale"),
    hash(b"m\xf8de"),
    hash(b"m\xf8det"),
    hash(b"samtalen"),
    hash(b"m\xf8detidspunkt"),
    hash(b"tidspunkt"),
    CLOCK,
    hash(b"rykkes"),
];
/// The beginning of "opfølgning".
const FOLLOW_UP: u32 = hash(b"opf\xf8l");
/// The beginning of "indsats".
const MEASURE: u32 = hash(b"indsa");
/// "Kun".
const ONLY: u32 = hash(b"kun");
/// "Alle".
const ALL: u32 = hash(b"alle");
/// "Kl."
const CLOCK: u32 = hash(b"kl");
/// "I andre kommuner", "i alle sager".
const ELSEWHERE: [u32; 2] = [hash(b"kommuner"), hash(b"sager")];
/// So soon behind the verb stands what is arranged, and so late an hour.
const SOON: usize = 4;
const LATE: usize = 12;

impl Here<'_> {
    /// It is said of what is done as a rule, or elsewhere.
    pub(crate) fn is_usual(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        // "Plejer ikke at anbefale", "det er praksis, at der indstilles".
        let is_between = |token: &Token| {
            matches!(token.role, Role::That | Role::Not | Role::Man | Role::Own | Role::There | Role::Comma)
        };
        let last = before.iter().rposition(|token| !is_between(token)).unwrap_or_default();
        let between = before.get(last..).unwrap_or(&[]);
        let is_near =
            !has(between, |role| matches!(role, Role::There | Role::Comma)) || has(between, |role| role == Role::That);
        let near = between.first().filter(|_| is_near).into_iter().chain(self.tokens.iter().skip(self.at).take(3));
        // "Vejledningen anbefaler", "anbefales i retningslinjerne".
        // But not "med det udgangspunkt anbefales".
        let is_of_rules = self.before(1) == Role::Law && self.before(2) != Role::There && !self.is_own(self.after(1))
            || self.after(1) == Role::In && self.after(2) == Role::Law;
        // "Efter lovens § 118 kan kommunen indstille".
        // "Kommunen skal ifølge loven foreslå".
        let may = before.iter().zip(before.iter().skip(1)).any(|(one, next)| match one.role {
            Role::Can | Role::Shall => self.is_own(next.role),
            one => next.role == Role::Shall && self.is_own(one),
        });
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        // "Det er almindeligt i afdelingen, at vi foreslår".
        let is_custom = matches!(self.tokens, [there, is, what, ..]
            if [there.role, is.role] == [Role::There, Role::Is] && USUALLY.contains(&what.stem));
        // "Anbefales alle sygemeldte".
        // "Alle sygemeldte får oplyst, at det kan anbefales".
        let is_all = |token: Option<&Token>| token.is_some_and(|token| token.word == ALL);
        let is_told = has(before, |role| matches!(role, Role::Say | Role::Told));
        let is_for_all = is_all(rest.first()) || is_all(self.tokens.first()) && is_told;
        // "Teamet kan anbefale fleksjob efter loven", "teamet har mulighed for at anbefale".
        let of_team = self.walk.subject == Role::Team;
        let is_power = self.before(1) == Role::That && self.before(2) == Role::For && self.before(3) == Role::Way;
        let is_task = self.before(1) == Role::That && self.before(2) == Role::Is;
        let is_general = of_team
            && (matches!(self.before(1), Role::Can | Role::Shall) && has(rest, |role| role == Role::Law)
                || is_power
                || is_task
                || self.is_of_no_case(rest));
        // "Teamet indstiller, om borger skal have fleksjob".
        let is_open = of_team
            && matches!(rest, [comma, next, ..] if comma.role == Role::Comma && matches!(next.role, Role::About | Role::Open));
        // "Efter loven indstiller teamet".
        let is_lawful = (may || self.after(1) == Role::Team) && has(before, |role| role == Role::Law);
        // "Fleksjob kan kun anbefales, hvis".
        let is_bound = self.before(2) == Role::Can
            && self.tokens.get(self.at - 1).is_some_and(|only| only.word == ONLY)
            && has(rest, |role| role == Role::If);
        let is_likewise = self.tokens.first().is_some_and(|first| first.role == Role::As);
        is_lawful
            || is_bound
            || is_general
            || is_open
            || is_of_rules
            || is_for_all
            || is_custom
            || near.into_iter().any(|token| USUALLY.contains(&token.stem))
            // But not "ligesom i andre sager foreslår vi".
            || self.tokens.iter().any(|token| ELSEWHERE.contains(&token.word)) && !is_likewise
    }

    /// "Teamet anbefaler derefter en indsats": which, and to whom, is not said.
    fn is_of_no_case(&self, rest: &[Token]) -> bool {
        let mut measures = rest.iter().filter(|token| is_measure(token.role)).peekable();
        let is_any = measures.peek().is_some() && measures.all(|token| token.stem == MEASURE);
        is_any
            && !rest.iter().any(|token| {
                matches!(token.role, Role::Citizen | Role::He | Role::Name | Role::Their | Role::More | Role::Number)
            })
    }

    /// "Kommunen indstiller til teamet, når planen er færdig", "kommunen skal indstille, når": told is that it does so, and not what.
    pub(crate) fn is_handing_over(&self) -> bool {
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let says_what = |role| is_measure(role) || matches!(role, Role::That | Role::Colon | Role::Award);
        let is_under_condition =
            matches!(self.before(1), Role::Shall | Role::Can) && has(rest, |role| role == Role::If);
        let is_of_somebody = |role| matches!(role, Role::Citizen | Role::He | Role::Name | Role::Their);
        // "Kommunen kan anbefale mentor, når det skønnes nødvendigt".
        let is_general = is_under_condition && self.is_own(self.before(2)) && !has(self.tokens, is_of_somebody);
        let is_handed = is_under_condition || self.after(1) == Role::To && self.after(2) == Role::Team;
        is_general || is_handed && !has(rest, says_what)
    }

    /// "Vi foreslår, at mødet flyttes": nothing of the case.
    pub(crate) fn is_booking(&self) -> bool {
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let is_of_case =
            |token: &Token| is_measure(token.role) && !BOOKED.contains(&token.word) && token.stem != FOLLOW_UP;
        let is_time = |(at, token): (usize, &Token)| BOOKED.contains(&token.word) && (at < SOON || token.word == CLOCK);
        // "Mentor foreslås fortsat efter mødet", but "næste samtale foreslås flyttet til torsdag kl. 9".
        let before = self.tokens.get(self.at.saturating_sub(2)..self.at).unwrap_or(&[]);
        !before.iter().any(is_of_case)
            && rest.iter().take(LATE).enumerate().any(is_time)
            && !rest.iter().any(is_of_case)
    }
}
