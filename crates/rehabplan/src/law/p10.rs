//! § 10: recommendation of førtidspension.

use super::forhold::{self, SAMLET};
use super::udfald::{FOERTIDSPENSION, VED_UDFALD};
use super::words::Check::{Answered, AnsweredOrNone, OwnOrJoint, When};
use super::{Provision, Rule, in_order, texts};
use crate::plan::place::{At, at};

/// One text for both explanations.
const FORKLARING: At = at!(indstilling.foertidspension.samlet_forklaring);

/// § 10, 1. pkt.: the employment matters that the team has given weight to in recommending førtidspension.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P10_1_PKT1_A: Rule = Rule {
    id: "P10.1.pkt1.a",
    provision: Provision::p(10).pkt(1),
    texts: forhold::BESKAEFTIGELSE,
    check: When(FOERTIDSPENSION, &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.beskaeftigelse)), SAMLET, &[])),
    ..VED_UDFALD
};

/// § 10, 1. pkt.: the social matters that the team has given weight to in recommending førtidspension.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P10_1_PKT1_B: Rule = Rule {
    id: "P10.1.pkt1.b",
    provision: Provision::p(10).pkt(1),
    texts: forhold::SOCIALE,
    check: When(
        FOERTIDSPENSION,
        &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.sociale)), SAMLET, &[&P10_1_PKT1_A]),
    ),
    ..VED_UDFALD
};

/// § 10, 1. pkt.: the health matters that the team has given weight to in recommending førtidspension.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P10_1_PKT1_C: Rule = Rule {
    id: "P10.1.pkt1.c",
    provision: Provision::p(10).pkt(1),
    texts: forhold::HELBRED,
    check: When(
        FOERTIDSPENSION,
        &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.helbred)), SAMLET, &[&P10_1_PKT1_A, &P10_1_PKT1_B]),
    ),
    ..VED_UDFALD
};

/// § 10, 2. pkt.: why the ability to work is regarded as substantially and permanently reduced.
///
/// Checked where førtidspension is the outcome: there is an explanation in words. One text for both is accepted, with a
/// warning.
pub(super) static P10_1_PKT2_A: Rule = Rule {
    id: "P10.1.pkt2.a",
    provision: Provision::p(10).pkt(2),
    texts: texts! {
        demand: "Teamets faglige forklaring begrunder, at arbejdsevnen er væsentligt og varigt nedsat",
            "The team's professional explanation gives reasons why the ability to work is substantially and permanently reduced";
        finding: "Den faglige forklaring på, at arbejdsevnen er væsentligt og varigt nedsat, mangler",
            "The professional explanation of why the ability to work is substantially and permanently reduced is missing";
        remedy: "Skriv den faglige forklaring", "Write the professional explanation";
        judgement: "Er forklaringen god nok?", "Is the explanation good enough?";
    },
    check: When(FOERTIDSPENSION, &OwnOrJoint(&Answered(at!(indstilling.foertidspension.nedsat)), FORKLARING, &[])),
    ..VED_UDFALD
};

/// § 10, 2. pkt.: why any remaining ability to work cannot provide a living, whatever support there is.
///
/// Checked where førtidspension is the outcome: there is an explanation in words. One text for both is accepted, with a
/// warning.
pub(super) static P10_1_PKT2_B: Rule = Rule {
    id: "P10.1.pkt2.b",
    provision: Provision::p(10).pkt(2),
    texts: texts! {
        demand: "Teamets faglige forklaring begrunder, at en eventuel arbejdsevne ikke kan bruges til selvforsørgelse, uanset støttemulighederne",
            "The team's professional explanation gives reasons why any remaining ability to work cannot provide a living, whatever support there is";
        finding: "Den faglige forklaring på, at en eventuel arbejdsevne ikke kan bruges til selvforsørgelse, mangler",
            "The professional explanation of why any remaining ability to work cannot provide a living is missing";
        remedy: "Skriv den faglige forklaring, også på støttemulighederne",
            "Write the professional explanation, of the possibilities of support too";
        judgement: "Er forklaringen god nok?", "Is the explanation good enough?";
    },
    check: When(
        FOERTIDSPENSION,
        &OwnOrJoint(&Answered(at!(indstilling.foertidspension.selvforsoergelse)), FORKLARING, &[&P10_1_PKT2_A]),
    ),
    ..VED_UDFALD
};

in_order! {
    P10_1_PKT1_A P10_1_PKT1_B P10_1_PKT1_C P10_1_PKT2_A P10_1_PKT2_B
}
