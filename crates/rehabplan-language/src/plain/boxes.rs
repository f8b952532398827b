//! What is ticked, and what there is to choose among.

use super::{Here, has, is_measure};
use crate::roles::Role;
use crate::words::{Token, hash};

/// What somebody lives on is called as an outcome is.
const BENEFITS: [u32; 2] = [hash(b"ressourceforl\xf8bsydelse"), hash(b"ledighedsydelse")];
/// "Ja/nej", of which nobody has crossed out either.
const YES: u32 = hash(b"ja");
const NO: u32 = hash(b"nej");
/// What tells to choose: "sæt kryds", "vælg én", "understreg".
const CHOOSING: [u32; 3] = [hash(b"kryds"), hash(b"v\xe6lg"), hash(b"understreg")];
/// As many outcomes in a row are there to be chosen among.
const CHOICE: usize = 3;

impl Here<'_> {
    /// "Fleksjob ☐ Førtidspension ☒": each box stands behind what it is for.
    pub(super) fn has_boxes_behind(&self) -> bool {
        let last = self.tokens.iter().rfind(|token| token.role != Role::Stop);
        let begins = self.at == 0 || matches!(self.before(1), Role::Colon | Role::Box | Role::Ticked | Role::Comma);
        begins && last.is_some_and(|last| matches!(last.role, Role::Box | Role::Ticked))
    }

    /// "☒ Fleksjob", and not what the citizen has, wishes or had.
    pub(super) fn is_chosen(&self) -> bool {
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
        // "Jobcentret indstiller til:".
        let is_headed = has(label, |role| matches!(role, Advice | Role::Suits))
            || label.iter().take(2).any(|first| first.role == Role::Recommend)
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

    /// Behind a label there is what may be chosen, and nobody has: "Indstilling: [ ] fleksjob [ ] pension".
    pub(super) fn is_choice(&self) -> bool {
        use Role::{And, Box, Colon, Comma, Outcome, Stop};
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let is_in_list =
            |token: &&Token| matches!(token.role, And | Colon | Comma | Outcome | Stop | Role::To | Role::In);
        let outcomes = rest.iter().take_while(is_in_list).filter(|token| token.role == Outcome).count();
        let is_asked = rest.iter().zip(rest.iter().skip(1)).any(|(one, next)| one.word == YES && next.word == NO);
        // "Kommunen foreslår: [x] mentor [ ] praktik".
        let is_ticked = rest
            .windows(2)
            .any(|pair| matches!(pair, [box_, what] if box_.role == Role::Ticked && is_measure(what.role)));
        let is_box = has(rest, |role| role == Box) && self.says_yes() != Some(true) && !is_ticked;
        // "Indstilles til (sæt kryds):", "kan vælge mellem:".
        let is_told = || {
            self.tokens.iter().any(|token| CHOOSING.contains(&token.word))
                && !has(self.tokens, |role| role == Role::Ticked)
        };
        is_box || outcomes >= CHOICE || is_asked || is_told()
    }

    /// Whether "ja" is ticked behind it, where that or "nej" is to be: "Indstilles til fleksjob: ☐ Nej ☒ Ja".
    /// Or is said: "Indstilles borgeren til fleksjob? Ja".
    pub(super) fn says_yes(&self) -> Option<bool> {
        let rest = self.tokens.get(self.at + 1..).unwrap_or(&[]);
        let end = self.clause(8).len();
        // But "nej, til ressourceforløb", and "ja ☐ nej ☐".
        let goes_on = |token: &Token| matches!(token.role, Role::Comma | Role::Box | Role::Ticked);
        if let Some([colon, answer, rest @ ..]) = rest.get(end..)
            && colon.role == Role::Colon
            && (answer.word == YES && !has(rest, |role| matches!(role, Role::Box | Role::Ticked))
                || answer.word == NO && !rest.iter().any(goes_on))
        {
            return Some(answer.word == YES);
        }
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
}
