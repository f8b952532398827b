//! "Det indstilles, at", "fleksjob anbefales", "der peges på": what is recommended without saying by whom.

use super::{Here, Manner, behind, has, is_measure, is_outcome};
use crate::grounds::AFTER;
use crate::labels::{FROM, names};
use crate::roles::{Form, Role, is_other, is_source, is_subject, speaks};
use crate::walk::Speaking;
use crate::words::{Token, hash};

/// "Ville", with which nothing is recommended yet.
const WOULD: u32 = hash(b"ville");

impl Here<'_> {
    pub(super) fn passive(&self) -> Option<Manner> {
        use Role::{
            Award, By, Can, Citizen, Comma, Grant, He, More, Name, Ought, Plain, Shall, The, There, To, Will, Wish,
        };
        let (before, after) = (|by| self.before(by), |by| self.after(by));
        let subject = self.walk.subject;
        let is_citizen = matches!(subject, Citizen | He);
        // "Borgeren indstilles efter samråd med jobcentret til fleksjob".
        let to_measure = || has(behind(self.own_clause(9), |role| role == To), is_measure);
        let of_citizen = is_citizen && after(1) == To;
        // "På lægens anbefaling indstilles hun til pension": nobody but the municipality does.
        let is_municipal = self.sets()
            && !self.precedes(1..3, |role| role == Ought)
            && self.is_unsaid()
            && has(behind(self.clause(9), |role| role == To), is_outcome);
        // "Borgeren anbefales mentor".
        // "Hvorfor hun foreslås afprøvet".
        let of_citizen = of_citizen
            || is_citizen
                && self.writes()
                && (self.follows(1..4, is_measure) || matches!(after(1), Award | Grant | Role::Exhaust));
        let is_free = matches!(subject, Plain | There | The)
            || self.is_own(subject)
            || of_citizen
            || self.is_of_what_stands_before();
        let of_measure = self.precedes(1..8, |role| is_measure(role) || role == More) || self.follows(1..6, is_measure);
        // "Sengen kan indstilles", "hun vil gerne anbefales"; but "det kan anbefales", "fleksjob kan anbefales".
        // "Et forløb ville kunne foreslås, hvis".
        let would = (1..4).any(|by| self.token(self.at.checked_sub(by)).is_some_and(|token| token.word == WOULD));
        // "Anbefales kan det ikke kaldes".
        let is_bound = would
            || after(1) == Can
            || (matches!(before(1), Can | Shall | Will) || before(1) == Wish && self.precedes(2..4, |role| role == Will))
                && (before(2) != There || before(3) == Comma)
                && !(before(1) == Can && (subject == Plain || self.is_of_what_stands_before()) && of_measure)
                // "Hun skal indstilles til fleksjob", "vurderer jeg, at borger skal indstilles til".
                && !(before(1) == Shall
                    && (of_citizen || self.is_own(self.walk.speaker))
                    && self.sets()
                    && to_measure());
        // "Trods borgerens ønske anbefales fleksjob", "til drift af virksomheden foreslås hjælpemidler".
        let is_despite = self.walk.speaking != Speaking::Other
            && self.token(Some(0)).is_some_and(|first| match first.role {
                Plain | Role::In => matches!(subject, Citizen | He | Role::Their),
                role => role == To,
            })
            && !has(self.tokens.get(..self.at).unwrap_or(&[]), |role| role == Comma)
            && self.follows(1..4, is_measure);
        // "Anbefales af jobcentret", "indstilles fra vores enhed".
        let is_ours =
            after(1) == By && (self.is_own(after(2)) || matches!(after(2), Plain | Role::My) && self.is_own(after(3)));
        let opens = is_despite || is_ours || after(1) == There && self.begins;
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
        let is_by_source = source.is_some_and(|token| {
            if is_after { is_them(&token) } else { !self.is_own(token.role) && token.role != Role::Law }
        }) || after(1) == Role::In
            && (after(2) == Role::Paper || is_other(after(2)) && after(3) == Role::Paper);
        let is_theirs = is_by_source || sender.iter().take(4).any(is_them);
        let is_dated = matches!(after(2), Role::Number | Role::Year);
        // "Praktikken indstilles i uge 12": it comes to an end.
        let is_there = |by: usize| {
            let what = self.token(self.at.checked_sub(by));
            what.is_some_and(|one| one.role == Role::Measure && one.form == Form::Definite)
        };
        let ends = self.sets() && (is_there(1) || is_there(2)) && !self.follows(1..4, |role| role == To);
        let leads_on = self.follows(1..3, |role| role == Role::That) || self.leads_on(1..12);
        // "På baggrund af scanningen anbefales ro": the hospital's word, unless it is of the case.
        let is_of_source =
            self.is_led() && has(self.tokens.get(..self.at).unwrap_or(&[]), is_source) && !(of_measure || leads_on);
        // "Borgers ønske om fleksjob anbefales imødekommet".
        let of_wish = after(1) == Award
            && self.walk.first == Citizen
            && !has(self.tokens.get(..self.at).unwrap_or(&[]), |role| matches!(role, Role::That | Comma));
        if after(1) == By && !(is_ours || is_dated)
            || is_theirs
            || ends
            || is_of_source
            || is_bound
            || !(opens || is_free && self.writes() || is_municipal || of_wish || !self.is_of_somebody())
        {
            return None;
        }
        // "Den hidtidige indsats foreslås fortsat", "indstilles der til støtte".
        let goes_on = has(self.clause(3), |role| matches!(role, Award | Grant | More | Role::Support));
        // "Sengen indstilles til 50 cm": a thing, unless something of the case is named.
        let is_set =
            self.sets() && self.at > 0 && !(of_measure || of_citizen || leads_on || goes_on || subject == There);
        let is_plain = is_municipal
            || matches!(after(1), There | To) && !is_set
            || is_subject(after(1)) && after(2) == To
            // But not "der indstilles maskiner".
            || self.precedes(1..4, |role| role == There) && (!self.sets() || of_measure || leads_on);
        Some(match is_plain {
            true => Manner::Passive,
            false if of_measure || goes_on => Manner::Measure,
            // "Følgende indstilles:".
            false if self.is_first() || after(1) == Role::Colon => Manner::Short,
            false if self.sets() => Manner::Set,
            false => Manner::Bare,
        })
    }

    /// "I attesten anbefales", "fra borgerens side anbefales": in the same clause somebody else is named as whoever says it.
    fn is_of_somebody(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let ends = |token: &Token| matches!(token.role, Role::Comma | Role::Colon | Role::Stop);
        let clause = before.rsplit(ends).next().unwrap_or(before);
        let is_named = clause.iter().enumerate().any(|(at, token)| {
            let mut near = clause.iter().skip(at + 1).take(4);
            matches!(token.role, Role::In | Role::By | Role::According)
                && near.any(|who| is_source(who.role) || who.role == Role::Citizen)
        });
        !self.writes() || is_source(self.before(1)) || is_named && !self.is_led()
    }

    /// No verb before it says what somebody says.
    fn is_unsaid(&self) -> bool {
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        !before.iter().any(|token| token.role == Role::That || speaks(token.role) && token.form == Form::Present)
    }

    /// "Opfølgning hos lægen anbefales": whoever is named in what is recommended does not say it.
    fn is_of_what_stands_before(&self) -> bool {
        use Role::{
            And, As, Award, By, Colon, Comma, Doctor, Fitting, For, Grant, Measure, More, Not, Number, Outcome, Place,
            Plain, Stop, Support, To,
        };
        let before = self.tokens.get(..self.at).unwrap_or(&[]);
        let from = before.iter().rposition(|token| matches!(token.role, Comma | Stop | Colon)).map_or(0, |at| at + 1);
        let first = self.token(Some(from)).unwrap_or_default();
        let is_thing = matches!(first.role, Plain | And | Measure | Outcome | More | Number | Fitting | Support | Place)
                && from < self.at
            // "Smerteklinik anbefales".
            || first.role == Doctor && first.form == Form::Other && from + 1 == self.at;
        // "Egen læge: støttende samtaler anbefales"; but "sundhed: smerteklinik anbefales".
        let colon = before.iter().position(|token| token.role == Colon);
        let is_label = colon.and_then(|colon| before.get(..colon)).is_some_and(names);
        is_thing
            && !is_label
            && matches!(self.after(1), Stop | Comma | And | As | More | For | To | By | Not | Award | Grant)
    }

    /// "Der peges på fleksjob", "på den baggrund peges der på fleksjob".
    pub(super) fn passive_of_pleading(&self) -> Option<Manner> {
        let is_free = matches!(self.walk.subject, Role::Plain | Role::There)
            // "…, hvor han pakkede varer, kan der alene peges på".
            || self.precedes(1..4, |role| role == Role::There);
        let of_measure = has(behind(self.own_clause(8), |role| role == Role::In), is_measure);
        (is_free && self.writes() && of_measure).then_some(Manner::Plead)
    }
}
