//! What is settled before a rule is asked, and after.

use super::undtagelser::{exemption, is_for_judgement, unreadable_word};
use super::vedlagt::only_attached;
use super::{Cell, JA13D, Kind, Part, Provision, Rule};
use crate::answer::Answer;
use crate::case::Case;
use crate::plan::State;
use crate::text::notes;

/// The answer of a case to a rule.
pub(crate) fn answer(case: &Case<'_>, rule: &Rule) -> Answer {
    let settled = SETTLED.iter().find_map(|settled| settled(case, rule));
    settled.unwrap_or_else(|| with_reservation(case, rule, rule.check.answer(case)))
}

/// What settles a rule without asking it.
type Settled = fn(&Case<'_>, &Rule) -> Option<Answer>;

/// In this order: the first one that has an answer gives it.
const SETTLED: [Settled; 9] = [
    other_variant,       // the matrix
    later_phase,         // the phases of the catalogue, section 1
    after_13d,           // § 1, stk. 2
    no_preparatory_part, // § 2, stk. 1, 2. pkt. (A17)
    exempt,              // § 4, stk. 2, §§ 5, 7 and 12-15 (A3)
    for_judgement,       // § 13, stk. 1 (A16)
    word_unreadable,     // § 12, stk. 1, 2. pkt. (A45)
    attached,            // § 2, stk. 1, 2. pkt. (A42)
    part_missing,        // § 4, stk. 1, and § 7 (catalogue section 3, nr. 8, and A14)
];

/// The rule does not apply in this kind of case.
fn other_variant(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    let is_other = case.cells(rule).all(|cell| cell == Cell::NotRelevant);
    is_other.then(|| Answer::not_applicable(&notes::OTHER_VARIANT))
}

/// The rule applies later.
fn later_phase(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    (case.phase < rule.phase).then(|| Answer::not_applicable(&notes::LATER_PHASE))
}

/// No preparatory part and no recommendation, so their absence is nothing to speak of.
fn after_13d(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    const BY: Provision = Provision::p(1).stk(2);
    let is_exempt = case.is(JA13D) && case.cells(rule).any(|cell| cell == Cell::Exempt(BY));
    is_exempt.then(|| Answer::exempt(BY))
}

/// The whole part is missing, which is the finding of one rule.
fn no_preparatory_part(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    let is_in_it = matches!(rule.part, Part::ForberedendeDel | Part::HeleForberedendeDel | Part::Laege);
    (is_in_it && case.fd_state() == State::Missing).then(|| Answer::not_applicable(&notes::PART_MISSING))
}

/// A provision exempts. The rules that are themselves exemptions, or the limits of one, look at its conditions in their own
/// checks.
fn exempt(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    let is_exemption = matches!(rule.kind, Kind::Advice | Kind::Exemption);
    if is_exemption { None } else { exemption(case, rule).map(Answer::exempt) }
}

/// Cooperation in a case that is handled on what there is.
fn for_judgement(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    (rule.kind == Kind::Requirement && is_for_judgement(case, rule)).then(Answer::review)
}

/// § 12 lifts the whole of § 4 on the municipality's word, so where that cannot be read, nobody knows.
fn word_unreadable(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    let by_section_12 = |cell| matches!(cell, Cell::Exempt(Provision { paragraf: 12, .. }));
    let hangs_on_it = rule.provision.paragraf == 4 && case.cells(rule).any(by_section_12);
    let fact = unreadable_word(case).filter(|_| hangs_on_it)?;
    Some(Answer::unreadable().at(fact).depends_on_fact(fact))
}

/// The whole part is only attached, and a machine cannot read it.
fn attached(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    let is_content = matches!(rule.part, Part::ForberedendeDel | Part::Laege) && rule.kind == Kind::Requirement;
    if is_content { only_attached(case) } else { None }
}

/// The assessment or the recommendation is missing, which is the finding of one rule.
fn part_missing(case: &Case<'_>, rule: &Rule) -> Option<Answer> {
    let is_missing = match rule.part {
        Part::Laege => case.laege_state() == State::Missing || case.is_opfoelgningsattest(),
        Part::Indstilling => case.indstilling_state() == State::Missing,
        Part::Any | Part::ForberedendeDel | Part::HeleForberedendeDel => false,
    };
    is_missing.then(|| Answer::not_applicable(&notes::PART_MISSING))
}

/// After measures under § 13 d the case is not one that must be put to the team (§ 1, stk. 2), so a finding of § 5 carries a
/// reservation (A11).
fn with_reservation(case: &Case<'_>, rule: &Rule, answer: Answer) -> Answer {
    if case.is(JA13D) && answer.is_not_met() && rule.provision.paragraf == 5 {
        answer.at_most_warning().with_note(&notes::RESERVATION_13D)
    } else {
        answer
    }
}
