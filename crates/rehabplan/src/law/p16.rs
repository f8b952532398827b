//! § 16: recommendation of support for the self-employed.

use super::udfald::{TILSKUD, VED_UDFALD};
use super::words::Check::{Answered, When};
use super::{Provision, Rule, in_order, texts};
use crate::plan::place::at;

/// § 16: why the ability to work is permanently and substantially reduced in relation to the citizen's own business.
///
/// Checked where support is the outcome, in every case that is put to the team for more than the measures (T32, T33): there
/// are reasons in words. The other conditions of the act are not asked for (T52).
pub(super) static P16_1: Rule = Rule {
    id: "P16.1",
    provision: Provision::p(16),
    texts: texts! {
        demand: "Teamet begrunder, at borgeren har en varigt og væsentligt nedsat arbejdsevne i forhold til arbejdet i sin virksomhed",
            "The team gives reasons why the ability to work in the citizen's business is permanently and substantially reduced";
        finding: "Teamet begrunder ikke, at borgeren har en varigt og væsentligt nedsat arbejdsevne i forhold til arbejdet i sin virksomhed",
            "The team gives no reasons why the ability to work in the citizen's business is permanently and substantially reduced";
        remedy: "Skriv begrundelsen", "Write the reasons";
        judgement: "Er nedsættelsen varig og væsentlig og knyttet til virksomheden?",
            "Is the reduction permanent and substantial and tied to the business?";
    },
    check: When(TILSKUD, &Answered(at!(indstilling.tilskud.begrundelse))),
    ..VED_UDFALD
};

in_order! {
    P16_1
}
