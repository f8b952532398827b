//! § 15: support for the self-employed: what the preparatory part holds about the business.

use super::p04::{P4_1_PKT1, P4_3_1, P4_3_2, P4_3_3, P4_3_4, P4_3_A, P4_4_PKT1};
use super::words::Check::{Answered, AnsweredOrNone, Decided, DecidedWith, OwnOrJoint, Repeats};
use super::{Cells, FORBEREDELSE, HELE_FORBEREDELSEN, Provision, Rule, SELV, in_order, texts};
use crate::plan::place::{At, at};
use crate::text::Note;

/// Where § 15 applies: in support for the self-employed, and beside fleksjob where both are to be considered (T53).
const SELVSTAENDIG: Rule = Rule { cells: Cells::NONE.required(&[SELV]), ..FORBEREDELSE };

/// One text for the citizen's view of health and assessment of what it means.
const HELBRED_SAMLET: At = at!(forberedende_del.selvstaendig.helbredsperspektiv_og_betydning);

/// § 15, stk. 1, nr. 1: the citizen's tasks in the business.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_1_A: Rule = Rule {
    id: "P15.1.1.a",
    provision: Provision::p(15).stk(1).nr(1),
    texts: texts! {
        described: "Borgerens opgaver i virksomheden", "The citizen's tasks in the business are";
        remedy: "Beskriv opgaverne", "Describe the tasks";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: Answered(at!(forberedende_del.selvstaendig.opgaver)),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 1: the tasks that are difficult.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_1_B: Rule = Rule {
    id: "P15.1.1.b",
    provision: Provision::p(15).stk(1).nr(1),
    texts: texts! {
        described: "De opgaver, borgeren har svært ved,", "The tasks that are difficult for the citizen are";
        remedy: "Beskriv, hvilke opgaver der er svære", "Describe which tasks are difficult";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: Answered(at!(forberedende_del.selvstaendig.svaere_opgaver)),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 1: what the citizen does to make up for the difficulties.
///
/// Checked: there is an answer; that the citizen does nothing is one.
pub(super) static P15_1_1_C: Rule = Rule {
    id: "P15.1.1.c",
    provision: Provision::p(15).stk(1).nr(1),
    texts: texts! {
        demand: "Det er beskrevet, hvad borgeren gør for at kompensere for udfordringerne",
            "What the citizen does to make up for the difficulties is described";
        finding: "Det er ikke beskrevet, hvad borgeren gør for at kompensere for udfordringerne",
            "What the citizen does to make up for the difficulties is not described";
        remedy: "Beskriv kompensationen; »kompenserer ikke« er et svar",
            "Describe how the citizen makes up for them; \"does not\" is an answer";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: AnsweredOrNone(at!(forberedende_del.selvstaendig.kompensation)),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 1: how many hours a week the citizen can work in the business.
///
/// Checked: a number from 0 to 168, the hours of a week; decimals are allowed. Another number cannot be read, so the answer
/// cannot be determined.
pub(super) static P15_1_1_D: Rule = Rule {
    id: "P15.1.1.d",
    provision: Provision::p(15).stk(1).nr(1),
    texts: texts! {
        says: "hvor mange timer om ugen borgeren kan arbejde i virksomheden",
            "how many hours a week the citizen can work in the business";
        remedy: "Skriv timetallet, 0-168; 0 er et svar", "Write the number of hours, 0-168; 0 is an answer";
        judgement: "Er timetallet realistisk?", "Is the number of hours realistic?";
    },
    check: Decided(at!(forberedende_del.selvstaendig.timer_pr_uge)),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 2: to what extent the citizen has worked in the business in the last 24 months.
///
/// Checked: an answer in words or a number.
pub(super) static P15_1_2: Rule = Rule {
    id: "P15.1.2",
    provision: Provision::p(15).stk(1).nr(2),
    texts: texts! {
        says: "i hvilket omfang borgeren har arbejdet i virksomheden de sidste 24 måneder",
            "to what extent the citizen has worked in the business in the last 24 months";
        remedy: "Skriv omfanget; er virksomheden yngre end 24 måneder, så skriv det",
            "Write the extent; if the business is younger than 24 months, say so";
        judgement: "Er hele perioden dækket?", "Is the whole period covered?";
    },
    check: Answered(at!(forberedende_del.selvstaendig.omfang_24_mdr)),
    ..SELVSTAENDIG
};

pub(super) static OTHER_WORK_WITHOUT_TEXT: Note = Note::new(
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
    texts: texts! {
        says: "om borgeren arbejder med andet end virksomheden", "whether the citizen has other work than the business";
        remedy: "Svar ja eller nej; er svaret ja, så skriv hvad", "Answer yes or no; if the answer is yes, write what";
    },
    check: DecidedWith(
        at!(forberedende_del.selvstaendig.andet_arbejde),
        at!(forberedende_del.selvstaendig.andet_arbejde_tekst),
        Some(&OTHER_WORK_WITHOUT_TEXT),
    ),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 4: personal resources and network in relation to continuing the business.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_4_A: Rule = Rule {
    id: "P15.1.4.a",
    provision: Provision::p(15).stk(1).nr(4),
    texts: texts! {
        described: "Borgerens personlige ressourcer og netværk i forhold til at kunne fortsætte virksomheden", "The citizen's personal resources and network in relation to being able to continue the business are";
        remedy: "Beskriv ressourcer og netværk", "Describe resources and network";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: Answered(at!(forberedende_del.selvstaendig.ressourcer)),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 4: social challenges in relation to continuing the business.
///
/// Checked: there is an answer; "ingen" is one.
pub(super) static P15_1_4_B: Rule = Rule {
    id: "P15.1.4.b",
    provision: Provision::p(15).stk(1).nr(4),
    texts: texts! {
        described: "Borgerens sociale udfordringer i forhold til at kunne fortsætte virksomheden", "The citizen's social challenges in relation to being able to continue the business are";
        remedy: "Beskriv udfordringerne; »ingen« er et svar", "Describe the challenges; \"ingen\" is an answer";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: AnsweredOrNone(at!(forberedende_del.selvstaendig.sociale_udfordringer)),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 5: health.
///
/// Checked: there is an answer in words.
pub(super) static P15_1_5_A: Rule = Rule {
    id: "P15.1.5.a",
    provision: Provision::p(15).stk(1).nr(5),
    texts: texts! {
        described: "Borgerens helbred", "The citizen's health is";
        remedy: "Beskriv helbredet", "Describe the health";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: Answered(at!(forberedende_del.selvstaendig.helbred)),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 5: the citizen's own view of health.
///
/// Checked: there is an answer in words. One text for view and assessment is accepted, with a warning.
pub(super) static P15_1_5_B: Rule = Rule {
    id: "P15.1.5.b",
    provision: Provision::p(15).stk(1).nr(5),
    texts: texts! {
        described: "Borgerens eget helbredsperspektiv", "The citizen's own view of health is";
        remedy: "Skriv, hvordan borgeren selv ser på sit helbred", "Write how the citizen sees their own health";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: OwnOrJoint(&Answered(at!(forberedende_del.selvstaendig.helbredsperspektiv)), HELBRED_SAMLET, &[]),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 5: the citizen's assessment of what health means for continuing the business.
///
/// Checked: there is an answer in words. One text for view and assessment is accepted, with a warning.
pub(super) static P15_1_5_C: Rule = Rule {
    id: "P15.1.5.c",
    provision: Provision::p(15).stk(1).nr(5),
    texts: texts! {
        described: "Borgerens vurdering af helbredets betydning for at fortsætte virksomheden",
            "The citizen's assessment of what health means for continuing the business is";
        remedy: "Skriv borgerens egen vurdering", "Write the citizen's own assessment";
        judgement: "Er beskrivelsen god nok?", "Is the description good enough?";
    },
    check: OwnOrJoint(
        &Answered(at!(forberedende_del.selvstaendig.helbredets_betydning)),
        HELBRED_SAMLET,
        &[&P15_1_5_B],
    ),
    ..SELVSTAENDIG
};

/// § 15, stk. 1, nr. 6: ongoing examination or treatment, as the citizen tells it.
///
/// Checked: there is an answer. "Ingen" is one; a field left out is not.
pub(super) static P15_1_6: Rule = Rule {
    id: "P15.1.6",
    provision: Provision::p(15).stk(1).nr(6),
    texts: texts! {
        demand: "Borgerens oplysninger om igangværende undersøgelse eller behandling er med",
            "The citizen's information on ongoing examination or treatment is there";
        finding: "Borgerens oplysninger om igangværende undersøgelse eller behandling mangler",
            "The citizen's information on ongoing examination or treatment is missing";
        remedy: "Skriv, hvad borgeren oplyser; er der ingen, så skriv »ingen«",
            "Write what the citizen says; if there is none, write \"ingen\"";
    },
    check: AnsweredOrNone(at!(forberedende_del.selvstaendig.igangvaerende)),
    ..SELVSTAENDIG
};

/// § 15, stk. 2: the GP's assessment of health in relation to work in the business, under § 4.
///
/// Checked by § 4, which has the finding (A2). Whether it is about the business is for a person.
pub(super) static P15_2: Rule = Rule {
    id: "P15.2",
    provision: Provision::p(15).stk(2),
    texts: texts! {
        demand: "Den praktiserende læges vurdering af helbredet i forhold til arbejdet i virksomheden er med",
            "The GP's assessment of health in relation to work in the business is there";
        finding: "Den praktiserende læges vurdering i forhold til virksomheden mangler eller er ufuldstændig",
            "The GP's assessment in relation to the business is missing or incomplete";
        remedy: "Indhent lægens vurdering, og få den gjort færdig, hvis den er ufuldstændig",
            "Obtain the GP's assessment, and have it completed if it is incomplete";
        judgement: "Angår lægens vurdering arbejdet i virksomheden?",
            "Is the GP's assessment about the work in the business?";
    },
    check: Repeats(&[&P4_1_PKT1, &P4_3_A, &P4_3_1, &P4_3_2, &P4_3_3, &P4_3_4, &P4_4_PKT1]),
    cells: SELVSTAENDIG.cells,
    ..HELE_FORBEREDELSEN
};

in_order! {
    P15_1_1_A P15_1_1_B P15_1_1_C P15_1_1_D P15_1_2 P15_1_3 P15_1_4_A P15_1_4_B P15_1_5_A P15_1_5_B P15_1_5_C
    P15_1_6 P15_2
}
