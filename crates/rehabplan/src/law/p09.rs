//! § 9: recommendation of fleksjob.

use super::check::{answered, answered_or_nothing, decided, described, either, joint_after, own_or_joint};
use super::p08::recommends;
use super::{BY_OUTCOME, Cells, Kind, Part, Provision, Rule, Texts, text};
use crate::answer::Answer;
use crate::case::{Case, Condition, Phase};
use crate::plan::{Field, Text as PlanText, Udfald};

/// Where the outcome decides.
const ON_OUTCOME: Cells = Cells::NONE.conditional(BY_OUTCOME);

const JOINT: &str = "/indstilling/forhold/samlet";

/// Whether the team recommends a fleksjob; support for the self-employed is another outcome (T35).
fn fleksjob(case: &Case<'_>) -> Condition {
    recommends(case, Udfald::Fleksjob)
}

/// § 9, stk. 1, 1. pkt.: the employment matters that the team has given weight to in recommending a fleksjob.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P9_1_PKT1_A: Rule = Rule {
    id: "P9.1.pkt1.a",
    provision: Provision::p(9).stk(1).pkt(1),
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
        fleksjob(case).then(|| {
            let forhold = &case.indstilling().forhold;
            own_or_joint(answered_or_nothing(&forhold.beskaeftigelse), &forhold.samlet, JOINT)
        })
    },
};

/// § 9, stk. 1, 1. pkt.: the social matters that the team has given weight to in recommending a fleksjob.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P9_1_PKT1_B: Rule = Rule {
    id: "P9.1.pkt1.b",
    provision: Provision::p(9).stk(1).pkt(1),
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
        fleksjob(case).then(|| {
            let forhold = &case.indstilling().forhold;
            joint_after(
                case,
                &[&P9_1_PKT1_A],
                own_or_joint(answered_or_nothing(&forhold.sociale), &forhold.samlet, JOINT),
            )
        })
    },
};

/// § 9, stk. 1, 1. pkt.: the health matters that the team has given weight to in recommending a fleksjob.
///
/// Checked where that is the outcome: there is an answer, and "no importance" is one. One text for all three is accepted,
/// with a warning (T51).
pub(super) static P9_1_PKT1_C: Rule = Rule {
    id: "P9.1.pkt1.c",
    provision: Provision::p(9).stk(1).pkt(1),
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
        fleksjob(case).then(|| {
            let forhold = &case.indstilling().forhold;
            joint_after(
                case,
                &[&P9_1_PKT1_A, &P9_1_PKT1_B],
                own_or_joint(answered_or_nothing(&forhold.helbred), &forhold.samlet, JOINT),
            )
        })
    },
};

/// § 9, stk. 1, nr. 1: why the citizen is clarified in relation to education and employment.
///
/// Checked where fleksjob is the outcome: there are reasons in words.
pub(super) static P9_1_1_A: Rule = Rule {
    id: "P9.1.1.a",
    provision: Provision::p(9).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/fleksjob/afklaret"],
    texts: Texts {
        demand: text(
            "Teamet begrunder, at borgeren er afklaret i forhold til uddannelse og beskæftigelse",
            "The team gives reasons why the citizen is clarified in relation to education and employment",
        ),
        finding: text(
            "Teamet begrunder ikke, at borgeren er afklaret i forhold til uddannelse og beskæftigelse",
            "The team gives no reasons why the citizen is clarified in relation to education and employment",
        ),
        remedy: text("Skriv begrundelsen", "Write the reasons"),
        judgement: Some(text("Er begrundelsen god nok?", "Are the reasons good enough?")),
    },
    check: |case| fleksjob(case).then(|| answered(&case.indstilling().fleksjob.afklaret)),
};

/// § 9, stk. 1, nr. 1: why the citizen cannot work on ordinary terms.
///
/// Checked where fleksjob is the outcome: there are reasons in words.
pub(super) static P9_1_1_B: Rule = Rule {
    id: "P9.1.1.b",
    provision: Provision::p(9).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/fleksjob/ikkeOrdinaert"],
    texts: Texts {
        demand: text(
            "Teamet begrunder, at borgeren ikke kan arbejde på ordinære vilkår",
            "The team gives reasons why the citizen cannot work on ordinary terms",
        ),
        finding: text(
            "Teamet begrunder ikke, at borgeren ikke kan arbejde på ordinære vilkår",
            "The team gives no reasons why the citizen cannot work on ordinary terms",
        ),
        remedy: text("Skriv begrundelsen", "Write the reasons"),
        judgement: Some(text("Er begrundelsen god nok?", "Are the reasons good enough?")),
    },
    check: |case| fleksjob(case).then(|| answered(&case.indstilling().fleksjob.ikke_ordinaert)),
};

/// § 9, stk. 1, nr. 2: types of fleksjob or work functions.
///
/// Checked where fleksjob is the outcome: at least one of either.
pub(super) static P9_1_2_A: Rule = Rule {
    id: "P9.1.2.a",
    provision: Provision::p(9).stk(1).nr(2),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/fleksjob/typer", "/indstilling/fleksjob/arbejdsfunktioner"],
    texts: Texts {
        demand: text(
            "Teamet angiver typer af fleksjob eller arbejdsfunktioner",
            "The team states types of fleksjob or work functions",
        ),
        finding: text(
            "Teamet angiver hverken typer af fleksjob eller arbejdsfunktioner",
            "The team states neither types of fleksjob nor work functions",
        ),
        remedy: text("Skriv mindst én type eller én arbejdsfunktion", "Write at least one type or one work function"),
        judgement: Some(text("Er typerne eller funktionerne relevante?", "Are the types or functions relevant?")),
    },
    check: |case| {
        fleksjob(case).then(|| {
            let fleksjob = &case.indstilling().fleksjob;
            let types = described(&fleksjob.typer, "/indstilling/fleksjob/typer", "", |text| text);
            let functions =
                described(&fleksjob.arbejdsfunktioner, "/indstilling/fleksjob/arbejdsfunktioner", "", |text| text);
            either(types, functions)
        })
    },
};

/// A yes or a no, and with a yes the text that goes with it.
fn decided_with_text(
    decision: &Field<bool>,
    path: &'static str,
    text: &Field<PlanText<'_>>,
    its: &'static str,
) -> Answer {
    match decision {
        Field::Present(true) => at(answered(text), its),
        _ => at(decided(decision), path),
    }
}

fn at(answer: Answer, path: &'static str) -> Answer {
    if answer.is_met() { answer } else { answer.at(path) }
}

/// § 9, stk. 1, nr. 2: whether special considerations should be taken, and whether support is needed for a transitional
/// period.
///
/// Checked where fleksjob is the outcome: yes or no to both, and with a yes a text. No is an answer (T56).
pub(super) static P9_1_2_B: Rule = Rule {
    id: "P9.1.2.b",
    provision: Provision::p(9).stk(1).nr(2),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &[
        "/indstilling/fleksjob/saerligeHensyn",
        "/indstilling/fleksjob/saerligeHensynTekst",
        "/indstilling/fleksjob/overgangsstoette",
        "/indstilling/fleksjob/overgangsstoetteTekst",
    ],
    texts: Texts {
        demand: text(
            "Teamet tager stilling til særlige hensyn og til støtte i en overgangsperiode",
            "The team decides on special considerations and on support for a transitional period",
        ),
        finding: text(
            "Teamet tager ikke stilling til særlige hensyn og til støtte i en overgangsperiode, eller skriver ikke hvilke",
            "The team does not decide on special considerations and on support for a transitional period, or does not write which",
        ),
        remedy: text(
            "Svar ja eller nej til begge; ved ja skrives hvilke",
            "Answer yes or no to both; with a yes, write which",
        ),
        judgement: Some(text("Er stillingtagen god nok?", "Is the decision good enough?")),
    },
    check: |case| {
        fleksjob(case).then(|| {
            let fleksjob = &case.indstilling().fleksjob;
            decided_with_text(
                &fleksjob.saerlige_hensyn,
                "/indstilling/fleksjob/saerligeHensyn",
                &fleksjob.saerlige_hensyn_tekst,
                "/indstilling/fleksjob/saerligeHensynTekst",
            )
            .and(decided_with_text(
                &fleksjob.overgangsstoette,
                "/indstilling/fleksjob/overgangsstoette",
                &fleksjob.overgangsstoette_tekst,
                "/indstilling/fleksjob/overgangsstoetteTekst",
            ))
        })
    },
};

/// § 9, stk. 2: with a very limited ability to work, why it can be developed within a reasonable period.
///
/// Checked where fleksjob is the outcome and the team says that the ability is very limited: there are reasons in words. It
/// is the team's own statement that counts; the hours say nothing (T55).
pub(super) static P9_2: Rule = Rule {
    id: "P9.2",
    provision: Provision::p(9).stk(2),
    kind: Kind::Requirement,
    phase: Phase::Indstilling,
    part: Part::Indstilling,
    cells: ON_OUTCOME,
    paths: &["/indstilling/fleksjob/udvikling"],
    texts: Texts {
        demand: text(
            "Er arbejdsevnen meget begrænset, begrunder teamet, at den kan udvikles inden for en rimelig periode",
            "Where the ability to work is very limited, the team gives reasons why it can be developed within a reasonable period",
        ),
        finding: text(
            "Teamet begrunder ikke, at en meget begrænset arbejdsevne kan udvikles inden for en rimelig periode",
            "The team gives no reasons why a very limited ability to work can be developed within a reasonable period",
        ),
        remedy: text(
            "Skriv, hvordan arbejdsevnen kan udvikles, og hvornår",
            "Write how and when the ability to work can be developed",
        ),
        judgement: Some(text(
            "Er arbejdsevnen meget begrænset, og er perioden rimelig?",
            "Is the ability to work very limited, and is the period reasonable?",
        )),
    },
    check: |case| {
        const VERY_LIMITED: &str = "/indstilling/fleksjob/megetBegraenset";
        fleksjob(case).then(|| {
            let fleksjob = &case.indstilling().fleksjob;
            match fleksjob.meget_begraenset {
                Field::Present(true) => answered(&fleksjob.udvikling),
                Field::Present(false) => Answer::not_relevant(),
                Field::Absent => Answer::lacks(VERY_LIMITED),
                Field::Unreadable => Answer::unreadable().depends_on_fact(VERY_LIMITED),
            }
        })
    },
};

pub(super) static RULES: &[&Rule] =
    &[&P9_1_PKT1_A, &P9_1_PKT1_B, &P9_1_PKT1_C, &P9_1_1_A, &P9_1_1_B, &P9_1_2_A, &P9_1_2_B, &P9_2];
