//! "Vores forslag er", "indstilling:", "med indstilling om": nouns that recommend, and what stands behind them.

use super::{Here, Manner, PENDING, READING, has, is_measure, is_new_outcome};
use crate::labels::{is_note, is_number};
use crate::roles::{Form, Role, is_other, is_source, is_subject};
use crate::walk::ADVISER;
use crate::words::{HEADED, Token, hash};

/// "Stiller forslag om", "fremsættes forslag om".
const MAKING: [u32; 6] = [
    hash(b"stiller"),
    hash(b"stilles"),
    hash(b"frems\xe6tter"),
    hash(b"frems\xe6ttes"),
    hash(b"kommer"),
    hash(b"fastholder"),
];
/// "Anbefalingen er vedlagt": told is where it is, and not what it says.
const ENCLOSED: [u32; 7] = [
    hash(b"lagt"),
    hash(b"vedlagt"),
    hash(b"vedh\xe6ftet"),
    hash(b"sendt"),
    hash(b"fremsendt"),
    hash(b"afgivet"),
    hash(b"vejledende"),
];
/// "Mulige".
const POSSIBLE: u32 = hash(b"mulige");
/// "Følgende".
const FOLLOWING: u32 = hash(b"f\xf8lgende");
/// "Sag", "sagen".
const CASE: [u32; 2] = [hash(b"sag"), hash(b"sagen")];
/// A word for what is recommended, in the singular.
/// Or what is asked for: "hvad bør der ske?"
const ONE_ADVICE: [u32; 4] = [hash(b"indstilling"), hash(b"anbefaling"), hash(b"forslag"), hash(b"hvad")];

impl Here<'_> {
    pub(super) fn advice(&self) -> Option<Manner> {
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
        let clause = self.clause(8);
        let is_then = has(clause, |role| matches!(role, Role::Past | Role::Got))
            || self.follows(1..9, |role| role == Colon) && has(clause, |role| role == Role::Year);
        // "Indstilling fra teamet (2020):".
        if (before(1) == Role::Team || after(1) == By && after(2) == Role::Team) && is_then {
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
        let is_before = (1..3).any(|by| self.is_own(before(by)) || before(by) == My && !self.walk.is_citizens);
        // "Indstillingen fra familiehuset er": nobody but the municipality's own has one.
        let is_unit = |by: usize| {
            // "Indstillingen fra dette team".
            let by = by + usize::from(after(by) == Role::There && after(by + 1) == Role::Team);
            self.is_own(after(by)) || self.sets() && matches!(after(by), Plain | Name | Adviser)
        };
        let is_after = self.is_own(after(1))
            || after(1) == By
                && (is_unit(2) || matches!(after(2), Plain | Name) && matches!(after(3), Adviser | Role::Own));
        let word = |by: usize| self.token(Some(self.at + by)).map_or(0, |token| token.word);
        // What stands under the municipality's own label is recommended, whatever it is; but a "rådgiver" is also a bank's.
        let is_label = (self.at < 3 || before(2) == Stop)
            && before(1) == Role::Own
            && self.walk.first == Role::Own
            && after(1) != By
            || before(1) == My && after(1) == Colon && !self.walk.is_citizens
            || is_after && after(2) != Plain;
        // But his "forslag til indsats" is the municipality's.
        let is_adviser = self.tokens.iter().take(self.at).any(|token| token.stem == ADVISER) && after(1) != To;
        let is_filled = |end: usize| is_named(end) || is_label && !is_adviser && !self.is_unfilled(end);
        let clause = clause.len();
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let is_said = (1..5.min(clause + 1)).any(|by| {
            // "Teamets indstilling er ikke bindende", "skal være skriftlig"; but "min anbefaling er ikke til at tage fejl af, revalidering".
            let is_denied = after(by + 1) == Role::Not && !is_named(by) && !(before(1) == My && has(rest, is_measure));
            let is_law = is_denied || after(by - 1) == Role::Shall && after(by + 1) != Comma;
            matches!(after(by), Is | Role::Be) && !is_law && !ENCLOSED.contains(&word(by + 1))
                || READING.contains(&word(by)) && (is_named(by) || before(1) == Role::Own && after(by + 1) == Role::In)
        }) || (1..10).find(|by| after(*by) == Colon).is_some_and(is_filled);
        // "Vores forslag om, at", "vores forslag til teamet, at".
        let past = match after(1) {
            About => 1,
            To if after(2) == Role::Team => 2,
            _ => 0,
        };
        let leads_on = after(past + 1) == That || after(past + 1) == Comma && after(past + 2) == That;
        // "Fleksjob. Det er vores indstilling."
        // "Det er på den baggrund jobcentrets anbefaling – drøftet med borgeren – at".
        let points_back = matches!(after(1), Stop | Comma)
            && (2..8).any(|by| {
                before(by) == Is
                    && before(by + 1) == Role::There
                    && (self.is_own(before(by - 1)) || before(1) == Role::Own)
            });
        let is_said = is_said
            || points_back
            || leads_on && (self.precedes(2..9, |role| role == Is) || matches!(before(1), My | Role::Own));
        // "Vi stiller forslag om", "der fremsættes forslag om", "jeg kommer med det forslag, at".
        let makes = |by: &usize| self.token(self.at.checked_sub(*by)).is_some_and(|token| MAKING.contains(&token.word));
        let is_made = (1..7).find(makes).is_some_and(|by| {
            let is_unit = self.walk.subject == Adviser && (leads_on || is_named(0));
            // "Kommunen fastholder sit forslag".
            let is_theirs = self.is_own(self.walk.subject) || self.is_own(before(by + 1)) || is_unit;
            let is_impersonal = before(by + 1) == Role::There || before(by - 1) == Role::There;
            (is_theirs || is_impersonal && self.writes())
                && (leads_on || after(1) == About || after(1) == By && is_named(1))
        });
        // "Anbefalingen er, at", where nobody else was spoken of.
        let is_here = self.is_first() || self.is_described();
        // "Indstillingen lyder på fleksjob".
        let is_bare = is_here
            && (after(1) == Is && (after(2) == Comma && after(3) == That || is_named(1))
                || READING.contains(&word(1)) && is_named(1));
        // "Teamet lander på følgende anbefaling: mentor".
        let is_following = self.token(self.at.checked_sub(1)).is_some_and(|token| token.word == FOLLOWING)
            && after(1) == Colon
            && self.writes()
            && !self.walk.is_others(self.walk.subject);
        if is_made || is_bare || is_following || self.is_hereby() {
            return Some(Manner::Advice);
        }
        // "Med en indstilling om".
        let by = if before(1) == Plain && before(2) == For { 2 } else { 1 };
        // "Vi retter henvendelse til teamet med anbefaling af".
        let before_it = self.tokens.get(..self.at).unwrap_or(&[]);
        let is_handed_on = self.is_own(self.walk.first) && !has(before_it, |role| role == Role::Has || is_source(role));
        // "Borgers sag forelægges", "jobcentret forelægger sagen".
        let is_case = self.tokens.iter().take(3).any(|token| CASE.contains(&token.word));
        let is_sent = before(by) == For
            && matches!(after(1), About | By | To | Outcome)
            && (is_case || !self.walk.is_others(self.walk.subject))
            && (self.was_asked(2..9) || is_handed_on);
        // "Hun får vores varmeste anbefaling til et fleksjob": what it is, is said in the same sentence.
        let is_what = |role| is_measure(role) || matches!(role, More | Support);
        let is_teams = matches!(before(1), Role::Team | Role::Has)
            || before(2) == Role::Team
            || self.follows(1..4, |role| role == Role::Team);
        // "Det bedste forslag, jeg har til teamet, er": whoever has it recommends it, but not "vi har fra lægen".
        let who = 1 + usize::from(after(1) == Comma);
        let is_had = self.is_own(after(who))
            && after(who + 1) == Role::Has
            && !self.follows(who + 2..who + 5, |role| role == By);
        let is_told = (leads_on || has(self.tokens, is_what))
            && !(has(self.tokens, is_of_then) || has(before_it, |role| role == Role::Not) || is_teams)
            && self.writes();
        match is_before || is_after || is_had {
            true if is_said || is_told => Some(Manner::Advice),
            _ if self.is_of_what_alone() => Some(Manner::Advice),
            _ if is_sent => Some(Manner::Sent),
            _ => self.label().map(|end| self.labelled(end)),
        }
    }

    /// "Derfor indstilling om pension", "indstillingen bliver fleksjob": told is what, and nobody is named.
    pub(super) fn is_of_what_alone(&self) -> bool {
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        // "Praktikværtens forslag", "anbefaling fra kursusstedet".
        let before = self.token(self.at.checked_sub(1)).unwrap_or_default();
        let is_anothers = before.form == Form::Passive || before.role == Role::Measure || self.after(1) == Role::By;
        let is_other = |role| {
            is_of_then(role)
                || is_subject(role) && role != Role::Own
                || matches!(role, Role::Not | Role::If | Role::Open | Role::Need)
        };
        // "Forslag til indsats" tells nothing.
        let is_verb = self.token(Some(self.at)).is_some_and(|token| token.role == Role::Recommend);
        let is_what = |token: &Token| is_new_outcome(token) || is_verb && is_measure(token.role);
        rest.iter().any(is_what)
            && self.is_unnamed()
            && !is_anothers
            && !self.tokens.iter().any(|token| is_other(token.role))
    }

    /// What stands behind the colon of a label: something that is recommended, nothing yet, or what the grammar cannot tell.
    pub(super) fn labelled(&self, end: usize) -> Manner {
        use Role::{By, Colon, Comma, More, Support, To};
        if self.is_pending(end) {
            return Manner::Usual;
        }
        // "Anbefalinger: to, fra Netto", "skriftlig anbefaling: Netto", "anbefaling fra hjerneskadecentret: ro".
        let token = self.token(Some(self.at)).unwrap_or_default();
        let is_ours = token.role != Role::Advice
            || ONE_ADVICE.contains(&token.word) && !(self.is_described() && self.after(1) != To) && self.after(1) != By;
        // Under "Indstilling" in a line of its own there may be anything.
        let is_headed =
            self.after(1) != To && self.token(Some(self.at + end)).is_some_and(|colon| colon.stem == HEADED);
        let is_one = |role| is_measure(role) || matches!(role, Support | More);
        // "Forslag | ⏎Dato |", "(teamet)", "vedlagt", "skrives senere".
        let first = self.token(Some(self.at + end + 1)).unwrap_or_default();
        let is_elsewhere = self.after(end + 2) == Colon
            || matches!(first.role, Comma | Colon)
            || ENCLOSED.contains(&first.word)
            || (first.role, first.form) == (Role::Plain, Form::Passive);
        let is_filled = is_ours && !is_headed && !is_elsewhere && !self.is_unfilled(end) && !self.is_booking();
        if is_filled || self.follows(end + 1..end + 5, is_one) { Manner::Short } else { Manner::Label }
    }

    /// "Indstilling: afventer undersøgelse", "(udfyldes efter mødet)".
    fn is_pending(&self, end: usize) -> bool {
        let by = end + 1 + usize::from(self.after(end + 1) == Role::Comma);
        self.token(Some(self.at + by)).is_some_and(|first| PENDING.contains(&first.word))
    }

    /// Whether nothing is said behind a label.
    fn is_unfilled(&self, end: usize) -> bool {
        matches!(self.after(end + 1), Role::Stop | Role::Not | Role::In | Role::There)
            || self.after(end + 2) == Role::Not
            || self.is_pending(end)
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
        let is_end = |token: &Token| token.role == Role::Stop;
        let mut rows = rest.get(from..end).unwrap_or(&[]).split(is_end);
        let recommends = |row: &[Token]| {
            let end = row.iter().rposition(|token| !is_colon(token)).map_or(0, |last| last + 1);
            let row = row.get(..end).unwrap_or(&[]);
            let cell = row.iter().rposition(is_colon).and_then(|at| row.get(at + 1..)).unwrap_or(&[]);
            !has(cell, |role| role == Role::Not) && has(cell, |role| is_measure(role) || role == Role::More)
        };
        is_head && rows.any(recommends)
    }

    /// "Samlet indstilling", "herværende indstilling", but not "lægens", "tidligere" or "mulige".
    pub(super) fn is_described(&self) -> bool {
        self.at == 1
            && !self.walk.is_citizens
            && self.token(Some(1)).is_some_and(|said| said.role == Role::Assess || ONE_ADVICE.contains(&said.word))
            && self.token(Some(0)).is_some_and(|first| first.role == Role::Plain && first.form != Form::Passive)
    }

    /// Where the colon of a label stands: "Indstilling:", "Forslag til teamet:", "Konklusion og anbefaling:".
    pub(super) fn label(&self) -> Option<usize> {
        use Role::{And, Colon, Comma, Future, Measure, Stop, Team, To};
        let is_described = self.is_described();
        // "Ad 7) Indstilling:", "4.2 Forslag:".
        // "Journal 3/4: Indstilling:".
        // "Vedr. indstilling:".
        let is_before = |token: &Token| is_number(token) || is_note(token) || matches!(token.role, Colon | Role::About);
        // "Netværk: mor. Forslag herfra:".
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let is_unnamed = self.is_unnamed() && !has(before, |role| role == Role::Past);
        let ends = |token: &Token| token.role == Stop && is_unnamed;
        let is_numbered = before.rsplit(ends).next().unwrap_or(before).iter().all(is_before);
        let is_first = is_numbered || self.is_titled() || is_described;
        let end = (1..10).find(|by| self.after(*by) == Colon)?;
        let is_label = match end {
            1 => true,
            // "Indst.:", "indstilling/anbefaling:".
            2 => matches!(self.after(1), Stop | Role::Advice),
            _ => match self.after(1) {
                // "Forslag til, hvad der skal ske:".
                To if self.after(2) == Role::Open || self.after(2) == Comma && self.after(3) == Role::Open => true,
                To => (2..end).all(|by| matches!(self.after(by), Team | Future | Measure)),
                // "Anbefaling vedr. mentor: ☒ ja ☐ nej".
                Role::About => self.says_yes() == Some(true) && !self.follows(2..end, |role| role == Role::By),
                // "Forslag på den baggrund:".
                Role::In => (2..end).all(|by| matches!(self.after(by), Role::There | Role::The | Role::Plain)),
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

/// It is of then, or of the law.
fn is_of_then(role: Role) -> bool {
    matches!(role, Role::Past | Role::Got | Role::Year | Role::Law)
}
