//! § 15: support for the self-employed: what the preparatory part holds about the business.

use super::check::{
    answered, answered_as, answered_or_nothing, decided, given_text, joint_after, own_or_joint, repeats, with_a_yes,
};
use super::p04::{P4_1_PKT1, P4_3_1, P4_3_2, P4_3_3, P4_3_4, P4_3_A, P4_4_PKT1};
use super::{Cells, Kind, Part, Provision, Rule, SELV, Texts, text};
use crate::case::Phase;
use crate::plan::{Field, TextOrNumber};
use crate::text::Note;

/// Where § 15 applies: in support for the self-employed, and beside fleksjob where both are to be considered (T53).
const TILSKUD: Cells = Cells::NONE.required(&[SELV]);

const JOINT: &str = "/forberedendeDel/selvstaendig/helbredsperspektivOgBetydning";

/// § 15, stk. 1, nr. 1: the citizen's tasks in the business.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_1_A: Rule = Rule {
    id: "P15.1.1.a",
    provision: Provision::p(15).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/opgaver"],
    texts: Texts {
        demand: text(
            "Borgerens opgaver i virksomheden er beskrevet",
            "The citizen's tasks in the business are described",
        ),
        finding: text(
            "Borgerens opgaver i virksomheden er ikke beskrevet",
            "The citizen's tasks in the business are not described",
        ),
        remedy: text("Beskriv opgaverne", "Describe the tasks"),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| answered(&case.fd().selvstaendig.opgaver),
};

/// § 15, stk. 1, nr. 1: the tasks that are difficult.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_1_B: Rule = Rule {
    id: "P15.1.1.b",
    provision: Provision::p(15).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/svaereOpgaver"],
    texts: Texts {
        demand: text(
            "De opgaver, borgeren har svært ved, er beskrevet",
            "The tasks that are difficult for the citizen are described",
        ),
        finding: text(
            "De opgaver, borgeren har svært ved, er ikke beskrevet",
            "The tasks that are difficult for the citizen are not described",
        ),
        remedy: text("Beskriv, hvilke opgaver der er svære", "Describe which tasks are difficult"),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| answered(&case.fd().selvstaendig.svaere_opgaver),
};

/// § 15, stk. 1, nr. 1: what the citizen does to make up for the difficulties.
///
/// Checked: there is an answer; that the citizen does nothing is one.
pub(super) static P15_1_1_C: Rule = Rule {
    id: "P15.1.1.c",
    provision: Provision::p(15).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/kompensation"],
    texts: Texts {
        demand: text(
            "Det er beskrevet, hvad borgeren gør for at kompensere",
            "What the citizen does to make up for it is described",
        ),
        finding: text(
            "Det er ikke beskrevet, hvad borgeren gør for at kompensere",
            "What the citizen does to make up for it is not described",
        ),
        remedy: text(
            "Beskriv kompensationen; »kompenserer ikke« er et svar",
            "Describe how the citizen makes up for it; \"does not\" is an answer",
        ),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| answered_or_nothing(&case.fd().selvstaendig.kompensation),
};

/// § 15, stk. 1, nr. 1: how many hours a week the citizen can work in the business.
///
/// Checked: a number from 0 to 168, the hours of a week; decimals are allowed. Another number cannot be read, so the answer
/// cannot be determined.
pub(super) static P15_1_1_D: Rule = Rule {
    id: "P15.1.1.d",
    provision: Provision::p(15).stk(1).nr(1),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/timerPrUge"],
    texts: Texts {
        demand: text(
            "Det fremgår, hvor mange timer om ugen borgeren kan arbejde i virksomheden",
            "The plan says how many hours a week the citizen can work in the business",
        ),
        finding: text(
            "Det fremgår ikke, hvor mange timer om ugen borgeren kan arbejde i virksomheden",
            "The plan does not say how many hours a week the citizen can work in the business",
        ),
        remedy: text("Skriv timetallet, 0-168; 0 er et svar", "Write the number of hours, 0-168; 0 is an answer"),
        judgement: Some(text("Er timetallet realistisk?", "Is the number of hours realistic?")),
    },
    check: |case| decided(&case.fd().selvstaendig.timer_pr_uge),
};

/// § 15, stk. 1, nr. 2: to what extent the citizen has worked in the business in the last 24 months.
///
/// Checked: an answer in words or a number.
pub(super) static P15_1_2: Rule = Rule {
    id: "P15.1.2",
    provision: Provision::p(15).stk(1).nr(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/omfang24Mdr"],
    texts: Texts {
        demand: text(
            "Det fremgår, i hvilket omfang borgeren har arbejdet i virksomheden de sidste 24 måneder",
            "The plan says to what extent the citizen has worked in the business in the last 24 months",
        ),
        finding: text(
            "Det fremgår ikke, i hvilket omfang borgeren har arbejdet i virksomheden de sidste 24 måneder",
            "The plan does not say to what extent the citizen has worked in the business in the last 24 months",
        ),
        remedy: text(
            "Skriv omfanget; er virksomheden yngre end 24 måneder, så skriv det",
            "Write the extent; if the business is younger than 24 months, say so",
        ),
        judgement: Some(text("Er hele perioden dækket?", "Is the whole period covered?")),
    },
    check: |case| match &case.fd().selvstaendig.omfang_24_mdr {
        Field::Present(TextOrNumber::Text(text)) => answered_as(given_text(text)),
        extent => decided(extent),
    },
};

static OTHER_WORK_WITHOUT_TEXT: Note = Note::new(
    "otherWorkWithoutText",
    "Planen siger, at borgeren arbejder med andet end virksomheden, men ikke hvad",
    "The plan says that the citizen has other work than the business, but not what",
);

/// § 15, stk. 1, nr. 3: whether the citizen has other work than the business.
///
/// Checked: yes or no. A yes without saying what is worth a look; what cannot be read, or stands in another document, cannot
/// be determined (A47).
pub(super) static P15_1_3: Rule = Rule {
    id: "P15.1.3",
    provision: Provision::p(15).stk(1).nr(3),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/andetArbejde"],
    texts: Texts {
        demand: text(
            "Det fremgår, om borgeren arbejder med andet end virksomheden",
            "The plan says whether the citizen has other work than the business",
        ),
        finding: text(
            "Det fremgår ikke, om borgeren arbejder med andet end virksomheden",
            "The plan does not say whether the citizen has other work than the business",
        ),
        remedy: text("Svar ja eller nej, og skriv ved ja hvad", "Answer yes or no, and with a yes write what"),
        judgement: None,
    },
    check: |case| {
        let selv = &case.fd().selvstaendig;
        match selv.andet_arbejde {
            Field::Present(true) => with_a_yes(
                &selv.andet_arbejde_tekst,
                "/forberedendeDel/selvstaendig/andetArbejdeTekst",
                &OTHER_WORK_WITHOUT_TEXT,
            ),
            ref decision => decided(decision),
        }
    },
};

/// § 15, stk. 1, nr. 4: personal resources and network in relation to keeping the business.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_4_A: Rule = Rule {
    id: "P15.1.4.a",
    provision: Provision::p(15).stk(1).nr(4),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/ressourcer"],
    texts: Texts {
        demand: text(
            "Borgerens personlige ressourcer og netværk er beskrevet",
            "The citizen's personal resources and network are described",
        ),
        finding: text(
            "Borgerens personlige ressourcer og netværk er ikke beskrevet",
            "The citizen's personal resources and network are not described",
        ),
        remedy: text(
            "Beskriv ressourcer og netværk i forhold til at fortsætte virksomheden",
            "Describe resources and network in relation to keeping the business",
        ),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| answered(&case.fd().selvstaendig.ressourcer),
};

/// § 15, stk. 1, nr. 4: social challenges in relation to keeping the business.
///
/// Checked: there is an answer; "none" is one.
pub(super) static P15_1_4_B: Rule = Rule {
    id: "P15.1.4.b",
    provision: Provision::p(15).stk(1).nr(4),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/socialeUdfordringer"],
    texts: Texts {
        demand: text("Borgerens sociale udfordringer er beskrevet", "The citizen's social challenges are described"),
        finding: text(
            "Borgerens sociale udfordringer er ikke beskrevet",
            "The citizen's social challenges are not described",
        ),
        remedy: text("Beskriv udfordringerne; »ingen« er et svar", "Describe the challenges; \"none\" is an answer"),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| answered_or_nothing(&case.fd().selvstaendig.sociale_udfordringer),
};

/// § 15, stk. 1, nr. 5: health.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_5_A: Rule = Rule {
    id: "P15.1.5.a",
    provision: Provision::p(15).stk(1).nr(5),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/helbred"],
    texts: Texts {
        demand: text("Borgerens helbred er beskrevet", "The citizen's health is described"),
        finding: text("Borgerens helbred er ikke beskrevet", "The citizen's health is not described"),
        remedy: text("Beskriv helbredet", "Describe the health"),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| answered(&case.fd().selvstaendig.helbred),
};

/// § 15, stk. 1, nr. 5: the citizen's own view of health.
///
/// Checked: there is an answer in words. One text for view and assessment is accepted, with a warning.
pub(super) static P15_1_5_B: Rule = Rule {
    id: "P15.1.5.b",
    provision: Provision::p(15).stk(1).nr(5),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/helbredsperspektiv"],
    texts: Texts {
        demand: text("Borgerens eget helbredsperspektiv er beskrevet", "The citizen's own view of health is described"),
        finding: text(
            "Borgerens eget helbredsperspektiv er ikke beskrevet",
            "The citizen's own view of health is not described",
        ),
        remedy: text("Skriv, hvordan borgeren selv ser på sit helbred", "Write how the citizen sees their own health"),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| {
        let selv = &case.fd().selvstaendig;
        own_or_joint(answered(&selv.helbredsperspektiv), &selv.helbredsperspektiv_og_betydning, JOINT)
    },
};

/// § 15, stk. 1, nr. 5: the citizen's assessment of what health means for keeping the business.
///
/// Checked: there is an answer in words. One text for view and assessment is accepted, with a warning.
pub(super) static P15_1_5_C: Rule = Rule {
    id: "P15.1.5.c",
    provision: Provision::p(15).stk(1).nr(5),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/helbredetsBetydning"],
    texts: Texts {
        demand: text(
            "Borgerens vurdering af helbredets betydning for at fortsætte virksomheden er beskrevet",
            "The citizen's assessment of what health means for keeping the business is described",
        ),
        finding: text(
            "Borgerens vurdering af helbredets betydning for at fortsætte virksomheden er ikke beskrevet",
            "The citizen's assessment of what health means for keeping the business is not described",
        ),
        remedy: text("Skriv borgerens egen vurdering", "Write the citizen's own assessment"),
        judgement: Some(text("Er beskrivelsen god nok?", "Is the description good enough?")),
    },
    check: |case| {
        let selv = &case.fd().selvstaendig;
        joint_after(
            case,
            &[&P15_1_5_B],
            own_or_joint(answered(&selv.helbredets_betydning), &selv.helbredsperspektiv_og_betydning, JOINT),
        )
    },
};

/// § 15, stk. 1, nr. 6: ongoing examination or treatment, as the citizen tells it.
///
/// Checked: there is an answer. "None" is one; a field left out is not.
pub(super) static P15_1_6: Rule = Rule {
    id: "P15.1.6",
    provision: Provision::p(15).stk(1).nr(6),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::ForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/selvstaendig/igangvaerende"],
    texts: Texts {
        demand: text(
            "Borgerens oplysninger om igangværende undersøgelse eller behandling er med",
            "The citizen's information on ongoing examination or treatment is there",
        ),
        finding: text(
            "Borgerens oplysninger om igangværende undersøgelse eller behandling mangler",
            "The citizen's information on ongoing examination or treatment is missing",
        ),
        remedy: text(
            "Skriv, hvad borgeren oplyser; er der ingen, så skriv »ingen«",
            "Write what the citizen says; if there is none, write \"ingen\"",
        ),
        judgement: None,
    },
    check: |case| answered_or_nothing(&case.fd().selvstaendig.igangvaerende),
};

/// § 15, stk. 2: the GP's assessment of health in relation to work in the business, under § 4.
///
/// Checked by § 4, which has the finding (A2). Whether it is about the business is for a person.
pub(super) static P15_2: Rule = Rule {
    id: "P15.2",
    provision: Provision::p(15).stk(2),
    kind: Kind::Requirement,
    phase: Phase::Forelaeggelse,
    part: Part::HeleForberedendeDel,
    cells: TILSKUD,
    paths: &["/forberedendeDel/laege"],
    texts: Texts {
        demand: text(
            "Den praktiserende læges vurdering af helbredet i forhold til arbejdet i virksomheden er med",
            "The GP's assessment of health in relation to work in the business is there",
        ),
        finding: text(
            "Den praktiserende læges vurdering i forhold til virksomheden mangler eller er ufuldstændig",
            "The GP's assessment in relation to the business is missing or incomplete",
        ),
        remedy: text("Indhent eller fuldstændiggør lægens vurdering", "Obtain or complete the GP's assessment"),
        judgement: Some(text(
            "Angår lægens vurdering arbejdet i virksomheden?",
            "Is the GP's assessment about the work in the business?",
        )),
    },
    check: |case| repeats(case, &[&P4_1_PKT1, &P4_3_A, &P4_3_1, &P4_3_2, &P4_3_3, &P4_3_4, &P4_4_PKT1]),
};

pub(super) static RULES: &[&Rule] = &[
    &P15_1_1_A, &P15_1_1_B, &P15_1_1_C, &P15_1_1_D, &P15_1_2, &P15_1_3, &P15_1_4_A, &P15_1_4_B, &P15_1_5_A, &P15_1_5_B,
    &P15_1_5_C, &P15_1_6, &P15_2,
];
