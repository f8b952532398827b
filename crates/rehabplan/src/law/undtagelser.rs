//! What exempts from requirements, and when: § 4, stk. 2, and §§ 12-13 on their facts, the others by the kind of case.

use super::{Cell, FJ, FP12, FP13, FPU17, FPU18, JA22, Provision, Rule, SDP3, SELV};
use crate::case::Case;
use crate::plan::place::{At, Flag, at};

/// The cells of a rule for the variants of the case. In a mixed case of fleksjob and support the demands of both
/// apply (T53); in a pension case with two reliefs the reliefs add up.
fn cells(case: &Case<'_>, rule: &Rule) -> impl Iterator<Item = Cell> {
    case.each_variant().map(|variant| rule.cells.get(variant))
}

/// The provision that exempts the case from a rule, if one does.
pub(super) fn exemption(case: &Case<'_>, rule: &Rule) -> Option<Provision> {
    // A mixed case has the demands of both, so support for the self-employed displaces nothing (T53).
    if case.is(FJ) && case.is(SELV) {
        return None;
    }
    cells(case, rule).find_map(|cell| match cell {
        Cell::Exempt(provision) if exempts(case, provision, rule) => Some(provision),
        _ => None,
    })
}

/// Whether the conditions of an exemption are there, so that it exempts the case from a rule.
fn exempts(case: &Case<'_>, provision: Provision, rule: &Rule) -> bool {
    match (provision.paragraf, provision.stk) {
        (4, Some(2)) => opfoelgningsattesten_raekker(case),
        // § 12 lifts the requirement of the GP's assessment on a further condition.
        (12, _) if rule.provision.paragraf == 4 => laegens_vurdering_kan_udelades(case),
        (12, _) => lempelsen_virker(case),
        (13, _) => foreliggende_grundlag(case),
        // The other exemptions follow from what kind of case it is.
        _ => true,
    }
}

/// Whether a requirement is left to a person in this case: cooperation in a § 13 case (A16), as long as § 13 is
/// supported by the facts (A9).
pub(super) fn is_for_judgement(case: &Case<'_>, rule: &Rule) -> bool {
    cells(case, rule).any(|cell| cell == Cell::Judgement) && foreliggende_grundlag(case)
}

/// § 4, stk. 2: the certificate may stand in for the assessment in these two kinds of case when the municipality finds
/// that it is enough (T9).
pub(super) fn opfoelgningsattesten_raekker(case: &Case<'_>) -> bool {
    case.is_any(&[JA22, SDP3]) && case.is_opfoelgningsattest() && case.laege().kommunens_vurdering.value() == Some(true)
}

/// Whether § 12, stk. 1, or through stk. 2 without the team, relaxes the requirements, on its two conditions as the municipality
/// states them; whether they are right is for a person (T14). Without the facts the main rules apply (A9).
pub(super) fn lempelsen_virker(case: &Case<'_>) -> bool {
    case.has_relief(FP12, FPU18)
}

/// § 12, stk. 1, 2. pkt.: the case may go without the GP's assessment if the municipality finds the health information
/// sufficient.
pub(super) fn laegens_vurdering_kan_udelades(case: &Case<'_>) -> bool {
    lempelsen_virker(case) && WORD.of(case).value() == Some(true)
}

pub(super) const WORD: At<Flag> = at!(forberedende_del.laege_fritagelse.kommunens_vurdering);

/// Where the municipality's word that would lift § 4 stands, when it cannot be read: it lifts nothing, but nor can anybody
/// say that it does not (A45).
pub(super) fn unreadable_word(case: &Case<'_>) -> Option<&'static str> {
    let hangs_on_it = lempelsen_virker(case) && !foreliggende_grundlag(case);
    (hangs_on_it && WORD.of(case).is_unreadable()).then_some(WORD.pointer)
}

/// The provision that relaxes: stk. 1 with the team, stk. 2 without.
pub(super) fn lempelse(case: &Case<'_>) -> Provision {
    Provision::p(12).stk(if case.is(FPU18) { 2 } else { 1 })
}

/// Whether the case is handled on what there is, under § 13, stk. 1, or through stk. 2 without the team. Without the
/// application the main rules apply (A9).
pub(super) fn foreliggende_grundlag(case: &Case<'_>) -> bool {
    case.has_relief(FP13, FPU17)
}
