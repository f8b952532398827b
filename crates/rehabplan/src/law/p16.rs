//! § 16: recommendation of support for the self-employed.

use super::check::answered;
use super::p08::recommends;
use super::{BY_OUTCOME, Cells, Kind, Part, Provision, Rule, Texts, text};
use crate::case::Phase;
use crate::plan::Udfald;

/// § 16: why the ability to work is permanently and substantially reduced in relation to the citizen's own business.
///
/// Checked where support is the outcome, whatever the case began as: there are reasons in words. The other conditions of the
/// act are not asked for (T52).
pub(super) static P16_1: Rule = Rule {
    id: "P16.1",
    provision: Provision::p(16),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: Cells::NONE.conditional(BY_OUTCOME),
    paths: &["/indstilling/tilskud/begrundelse"],
    texts: Texts {
        demand: text(
            "Teamet begrunder, at borgeren har en varigt og væsentligt nedsat arbejdsevne i sin virksomhed",
            "The team gives reasons why the ability to work in the citizen's business is permanently and substantially reduced",
        ),
        finding: text(
            "Teamet begrunder ikke, at borgeren har en varigt og væsentligt nedsat arbejdsevne i sin virksomhed",
            "The team gives no reasons why the ability to work in the citizen's business is permanently and substantially reduced",
        ),
        remedy: text("Skriv begrundelsen", "Write the reasons"),
        judgement: Some(text(
            "Er nedsættelsen varig og væsentlig og knyttet til virksomheden?",
            "Is the reduction permanent and substantial and tied to the business?",
        )),
    },
    check: |case| recommends(case, Udfald::Tilskud).then(|| answered(&case.indstilling().tilskud.begrundelse)),
};

pub(super) static RULES: &[&Rule] = &[&P16_1];
