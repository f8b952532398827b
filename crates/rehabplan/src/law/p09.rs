//! § 9: recommendation of fleksjob.

use super::forhold::{self, SAMLET};
use super::udfald::{FLEKSJOB, VED_UDFALD};
use super::words::Check::{All, Answered, AnsweredOrNone, DecidedWith, Described, Either, OwnOrJoint, When};
use super::words::If::Yes;
use super::{Provision, Rule, in_order, texts};
use crate::plan::place::at;

/// § 9, stk. 1, 1. pkt.: the employment matters that the team has given weight to in recommending a fleksjob.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P9_1_PKT1_A: Rule = Rule {
    id: "P9.1.pkt1.a",
    provision: Provision::p(9).stk(1).pkt(1),
    texts: forhold::BESKAEFTIGELSE,
    check: When(FLEKSJOB, &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.beskaeftigelse)), SAMLET, &[])),
    ..VED_UDFALD
};

/// § 9, stk. 1, 1. pkt.: the social matters that the team has given weight to in recommending a fleksjob.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P9_1_PKT1_B: Rule = Rule {
    id: "P9.1.pkt1.b",
    provision: Provision::p(9).stk(1).pkt(1),
    texts: forhold::SOCIALE,
    check: When(FLEKSJOB, &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.sociale)), SAMLET, &[&P9_1_PKT1_A])),
    ..VED_UDFALD
};

/// § 9, stk. 1, 1. pkt.: the health matters that the team has given weight to in recommending a fleksjob.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P9_1_PKT1_C: Rule = Rule {
    id: "P9.1.pkt1.c",
    provision: Provision::p(9).stk(1).pkt(1),
    texts: forhold::HELBRED,
    check: When(
        FLEKSJOB,
        &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.helbred)), SAMLET, &[&P9_1_PKT1_A, &P9_1_PKT1_B]),
    ),
    ..VED_UDFALD
};

/// § 9, stk. 1, nr. 1: why it is clear what the citizen can do in education and employment.
///
/// Checked where fleksjob is the outcome: there are reasons in words.
pub(super) static P9_1_1_A: Rule = Rule {
    id: "P9.1.1.a",
    provision: Provision::p(9).stk(1).nr(1),
    texts: texts! {
        demand: "Teamet begrunder, at borgeren er afklaret i forhold til uddannelse og beskæftigelse",
            "The team gives reasons why it is clear what the citizen can do in education and employment";
        finding: "Teamet begrunder ikke, at borgeren er afklaret i forhold til uddannelse og beskæftigelse",
            "The team gives no reasons why it is clear what the citizen can do in education and employment";
        remedy: "Skriv begrundelsen", "Write the reasons";
        judgement: "Er begrundelsen god nok?", "Are the reasons good enough?";
    },
    check: When(FLEKSJOB, &Answered(at!(indstilling.fleksjob.afklaret))),
    ..VED_UDFALD
};

/// § 9, stk. 1, nr. 1: why the citizen cannot work on ordinary terms.
///
/// Checked where fleksjob is the outcome: there are reasons in words.
pub(super) static P9_1_1_B: Rule = Rule {
    id: "P9.1.1.b",
    provision: Provision::p(9).stk(1).nr(1),
    texts: texts! {
        demand: "Teamet begrunder, at borgeren ikke kan arbejde på ordinære vilkår",
            "The team gives reasons why the citizen cannot work on ordinary terms";
        finding: "Teamet begrunder ikke, at borgeren ikke kan arbejde på ordinære vilkår",
            "The team gives no reasons why the citizen cannot work on ordinary terms";
        remedy: "Skriv begrundelsen", "Write the reasons";
        judgement: "Er begrundelsen god nok?", "Are the reasons good enough?";
    },
    check: When(FLEKSJOB, &Answered(at!(indstilling.fleksjob.ikke_ordinaert))),
    ..VED_UDFALD
};

/// § 9, stk. 1, nr. 2: types of fleksjob or work functions.
///
/// Checked where fleksjob is the outcome: at least one of either.
pub(super) static P9_1_2_A: Rule = Rule {
    id: "P9.1.2.a",
    provision: Provision::p(9).stk(1).nr(2),
    texts: texts! {
        demand: "Teamet angiver typer af fleksjob eller arbejdsfunktioner",
            "The team states types of fleksjob or work functions";
        finding: "Teamet angiver hverken typer af fleksjob eller arbejdsfunktioner",
            "The team states neither types of fleksjob nor work functions";
        remedy: "Skriv mindst én type eller én arbejdsfunktion", "Write at least one type or one work function";
        judgement: "Er typerne eller funktionerne relevante?", "Are the types or functions relevant?";
    },
    check: When(
        FLEKSJOB,
        &Either(
            &Described(at!(indstilling.fleksjob.typer[])),
            &Described(at!(indstilling.fleksjob.arbejdsfunktioner[])),
        ),
    ),
    ..VED_UDFALD
};

/// § 9, stk. 1, nr. 2: whether special considerations should be taken, and whether support is needed for a transitional
/// period.
///
/// Checked where fleksjob is the outcome: yes or no to both, and with a yes a text. No is an answer (T56).
pub(super) static P9_1_2_B: Rule = Rule {
    id: "P9.1.2.b",
    provision: Provision::p(9).stk(1).nr(2),
    texts: texts! {
        demand: "Teamet tager stilling til særlige hensyn og til støtte i en overgangsperiode",
            "The team decides on special considerations and on support for a transitional period";
        finding: "Teamet tager ikke stilling til særlige hensyn og til støtte i en overgangsperiode, eller skriver ikke, hvad de består i",
            "The team does not decide on special considerations and on support for a transitional period, or does not write what they are";
        remedy: "Svar ja eller nej til begge dele, og skriv ved ja, hvad de består i",
            "Answer yes or no to both; with a yes, write what they are";
        judgement: "Er der taget tilstrækkeligt stilling?", "Is the decision good enough?";
    },
    check: When(
        FLEKSJOB,
        &All(&[
            DecidedWith(
                at!(indstilling.fleksjob.saerlige_hensyn),
                at!(indstilling.fleksjob.saerlige_hensyn_tekst),
                None,
            ),
            DecidedWith(
                at!(indstilling.fleksjob.overgangsstoette),
                at!(indstilling.fleksjob.overgangsstoette_tekst),
                None,
            ),
        ]),
    ),
    ..VED_UDFALD
};

/// § 9, stk. 2: with a very limited ability to work, why it can be developed within a reasonable period.
///
/// Checked where fleksjob is the outcome and the team says that the ability is very limited: there are reasons in words. It
/// is the team's own statement that counts; the hours say nothing (T55).
pub(super) static P9_2: Rule = Rule {
    id: "P9.2",
    provision: Provision::p(9).stk(2),
    texts: texts! {
        demand: "Er arbejdsevnen meget begrænset, begrunder teamet, at den kan udvikles inden for en rimelig periode",
            "Where the ability to work is very limited, the team gives reasons why it can be developed within a reasonable period";
        finding: "Teamet begrunder ikke, at en meget begrænset arbejdsevne kan udvikles inden for en rimelig periode",
            "The team gives no reasons why a very limited ability to work can be developed within a reasonable period";
        remedy: "Skriv, hvordan arbejdsevnen kan udvikles, og hvornår",
            "Write how and when the ability to work can be developed";
        judgement: "Er arbejdsevnen meget begrænset, og er perioden rimelig?",
            "Is the ability to work very limited, and is the period reasonable?";
    },
    check: When(
        FLEKSJOB,
        &When(Yes(at!(indstilling.fleksjob.meget_begraenset)), &Answered(at!(indstilling.fleksjob.udvikling))),
    ),
    ..VED_UDFALD
};

in_order! {
    P9_1_PKT1_A P9_1_PKT1_B P9_1_PKT1_C P9_1_1_A P9_1_1_B P9_1_2_A P9_1_2_B P9_2
}
