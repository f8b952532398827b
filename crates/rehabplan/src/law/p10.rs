//! § 10: recommendation of førtidspension.

use super::check::{answered, answered_or_nothing, joint_after, own_or_joint};
use super::p08::recommends;
use super::{BY_OUTCOME, Cells, Kind, Part, Provision, Rule, Texts, text};
use crate::case::{Case, Condition, Phase};
use crate::plan::Udfald;

/// Where the outcome decides. Not without the team: § 1, stk. 3, does not refer to chapter 3 (T16).
const ON_OUTCOME: Cells = Cells::NONE.conditional(BY_OUTCOME);

const JOINT: &str = "/indstilling/forhold/samlet";
const JOINT_EXPLANATION: &str = "/indstilling/foertidspension/samletForklaring";

/// Whether the team recommends that the case goes on as one of førtidspension.
fn foertidspension(case: &Case<'_>) -> Condition {
    recommends(case, Udfald::Foertidspension)
}

/// § 10, 1. pkt.: the employment matters that the team has given weight to in recommending førtidspension.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P10_1_PKT1_A: Rule = Rule {
    id: "P10.1.pkt1.a",
    provision: Provision::p(10).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/forhold/beskaeftigelse"],
    texts: Texts {
        demand: text(
            "Indstillingen siger, hvilke beskæftigelsesmæssige forhold teamet har lagt vægt på",
            "The recommendation says which employment matters the team has given weight to",
        ),
        finding: text(
            "Indstillingen siger ikke, hvilke beskæftigelsesmæssige forhold teamet har lagt vægt på",
            "The recommendation does not say which employment matters the team has given weight to",
        ),
        remedy: text(
            "Beskriv de beskæftigelsesmæssige forhold, teamet har lagt vægt på; »ingen betydning« er et svar",
            "Describe the employment matters that the team has given weight to; \"no importance\" is an answer",
        ),
        judgement: Some(text(
            "Er forholdene vægtet og sat i sammenhæng?",
            "Are the matters weighed and put in context?",
        )),
    },
    check: |case| {
        foertidspension(case).then(|| {
            let forhold = &case.indstilling().forhold;
            own_or_joint(answered_or_nothing(&forhold.beskaeftigelse), &forhold.samlet, JOINT)
        })
    },
};

/// § 10, 1. pkt.: the social matters that the team has given weight to in recommending førtidspension.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P10_1_PKT1_B: Rule = Rule {
    id: "P10.1.pkt1.b",
    provision: Provision::p(10).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/forhold/sociale"],
    texts: Texts {
        demand: text(
            "Indstillingen siger, hvilke sociale forhold teamet har lagt vægt på",
            "The recommendation says which social matters the team has given weight to",
        ),
        finding: text(
            "Indstillingen siger ikke, hvilke sociale forhold teamet har lagt vægt på",
            "The recommendation does not say which social matters the team has given weight to",
        ),
        remedy: text(
            "Beskriv de sociale forhold, teamet har lagt vægt på; »ingen betydning« er et svar",
            "Describe the social matters that the team has given weight to; \"no importance\" is an answer",
        ),
        judgement: Some(text(
            "Er forholdene vægtet og sat i sammenhæng?",
            "Are the matters weighed and put in context?",
        )),
    },
    check: |case| {
        foertidspension(case).then(|| {
            let forhold = &case.indstilling().forhold;
            joint_after(
                case,
                &[&P10_1_PKT1_A],
                own_or_joint(answered_or_nothing(&forhold.sociale), &forhold.samlet, JOINT),
            )
        })
    },
};

/// § 10, 1. pkt.: the health matters that the team has given weight to in recommending førtidspension.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P10_1_PKT1_C: Rule = Rule {
    id: "P10.1.pkt1.c",
    provision: Provision::p(10).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/forhold/helbred"],
    texts: Texts {
        demand: text(
            "Indstillingen siger, hvilke helbredsmæssige forhold teamet har lagt vægt på",
            "The recommendation says which health matters the team has given weight to",
        ),
        finding: text(
            "Indstillingen siger ikke, hvilke helbredsmæssige forhold teamet har lagt vægt på",
            "The recommendation does not say which health matters the team has given weight to",
        ),
        remedy: text(
            "Beskriv de helbredsmæssige forhold, teamet har lagt vægt på; »ingen betydning« er et svar",
            "Describe the health matters that the team has given weight to; \"no importance\" is an answer",
        ),
        judgement: Some(text(
            "Er forholdene vægtet og sat i sammenhæng?",
            "Are the matters weighed and put in context?",
        )),
    },
    check: |case| {
        foertidspension(case).then(|| {
            let forhold = &case.indstilling().forhold;
            joint_after(
                case,
                &[&P10_1_PKT1_A, &P10_1_PKT1_B],
                own_or_joint(answered_or_nothing(&forhold.helbred), &forhold.samlet, JOINT),
            )
        })
    },
};

/// § 10, 2. pkt.: why the ability to work is regarded as substantially and permanently reduced.
///
/// Checked where førtidspension is the outcome: there is an explanation in words. One text for both is accepted, with a
/// warning.
pub(super) static P10_1_PKT2_A: Rule = Rule {
    id: "P10.1.pkt2.a",
    provision: Provision::p(10).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/foertidspension/nedsat"],
    texts: Texts {
        demand: text(
            "Teamets faglige forklaring begrunder, at arbejdsevnen er væsentligt og varigt nedsat",
            "The team's professional explanation gives reasons why the ability to work is substantially and permanently reduced",
        ),
        finding: text(
            "Den faglige forklaring på, at arbejdsevnen er væsentligt og varigt nedsat, mangler",
            "The professional explanation of why the ability to work is substantially and permanently reduced is missing",
        ),
        remedy: text("Skriv den faglige forklaring", "Write the professional explanation"),
        judgement: Some(text("Er forklaringen god nok?", "Is the explanation good enough?")),
    },
    check: |case| {
        foertidspension(case).then(|| {
            let pension = &case.indstilling().foertidspension;
            own_or_joint(answered(&pension.nedsat), &pension.samlet_forklaring, JOINT_EXPLANATION)
        })
    },
};

/// § 10, 2. pkt.: why what ability to work there is cannot provide a living, whatever support there is.
///
/// Checked where førtidspension is the outcome: there is an explanation in words. One text for both is accepted, with a
/// warning.
pub(super) static P10_1_PKT2_B: Rule = Rule {
    id: "P10.1.pkt2.b",
    provision: Provision::p(10).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/foertidspension/selvforsoergelse"],
    texts: Texts {
        demand: text(
            "Teamets faglige forklaring begrunder, at en eventuel arbejdsevne ikke kan bruges til selvforsørgelse, uanset støttemulighederne",
            "The team's professional explanation gives reasons why what ability to work there is cannot provide a living, whatever support there is",
        ),
        finding: text(
            "Den faglige forklaring på, at en eventuel arbejdsevne ikke kan bruges til selvforsørgelse, mangler",
            "The professional explanation of why what ability to work there is cannot provide a living is missing",
        ),
        remedy: text(
            "Skriv den faglige forklaring, også på støttemulighederne",
            "Write the professional explanation, of the possibilities of support too",
        ),
        judgement: Some(text("Er forklaringen god nok?", "Is the explanation good enough?")),
    },
    check: |case| {
        foertidspension(case).then(|| {
            let pension = &case.indstilling().foertidspension;
            joint_after(
                case,
                &[&P10_1_PKT2_A],
                own_or_joint(answered(&pension.selvforsoergelse), &pension.samlet_forklaring, JOINT_EXPLANATION),
            )
        })
    },
};

pub(super) static RULES: &[&Rule] = &[&P10_1_PKT1_A, &P10_1_PKT1_B, &P10_1_PKT1_C, &P10_1_PKT2_A, &P10_1_PKT2_B];
