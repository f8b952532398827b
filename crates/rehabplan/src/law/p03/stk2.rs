//! § 3, stk. 2: the measures so far, and what came of them.

use crate::answer::Answer;
use crate::case::Case;
use crate::law::answering::{Given, answered, given};
use crate::law::evidence::Listed;
use crate::law::words::Check::{Answered, Each, Own, ThereOrNone};
use crate::law::{
    AND, BUT_13D, Beside, FJ, FORBEREDELSE, FP, FP12, FP13, FPU17, FPU18, JA22, JANY, JAX, Provision, REV, RF, Rule,
    SDP3, SELV, texts,
};
use crate::plan::place::{At, Earlier, at, key};
use crate::plan::value::Value as _;
use crate::plan::{Field, Indsats};
use crate::pointer;
use crate::text::{notes, said};

/// Where § 3, stk. 2, applies: relaxed in §§ 12-13 cases, also without the team (T2, T13).
pub(super) const DEN_HIDTIDIGE_INDSATS: Rule = Rule {
    cells: BUT_13D
        .required(&[JA22, JAX, JANY, RF, FJ, FP, REV, SELV, SDP3, AND])
        .exempt(Provision::p(12).stk(1), &[FP12])
        .exempt(Provision::p(13).stk(1), &[FP13])
        .exempt(Provision::p(12).stk(2), &[FPU18])
        .exempt(Provision::p(13).stk(2), &[FPU17]),
    ..FORBEREDELSE
};

/// The lists of earlier measures that § 3, stk. 2, names.
pub(crate) const HIDTIL: [At<Earlier>; 3] = [
    at!(forberedende_del.hidtidig_indsats.beskaeftigelse),
    at!(forberedende_del.hidtidig_indsats.social_borger),
    at!(forberedende_del.hidtidig_indsats.social_familie),
];

/// Every measure of each of these lists.
const HVER_HIDTIL: [&str; 3] = [
    pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse[]),
    pointer!(forberedende_del.hidtidig_indsats.social_borger[]),
    pointer!(forberedende_del.hidtidig_indsats.social_familie[]),
];

/// The same place in every measure of these lists.
macro_rules! i_hver_indsats {
    ($field:ident) => {
        [
            at!(forberedende_del.hidtidig_indsats.beskaeftigelse[].$field),
            at!(forberedende_del.hidtidig_indsats.social_borger[].$field),
            at!(forberedende_del.hidtidig_indsats.social_familie[].$field),
        ]
    };
}

/// The JSON Pointers to several places in every measure of these lists.
macro_rules! steder_i_hver_indsats {
    ($($field:ident),*) => {
        &[$(
            pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse[].$field),
            pointer!(forberedende_del.hidtidig_indsats.social_borger[].$field),
            pointer!(forberedende_del.hidtidig_indsats.social_familie[].$field),
        )*]
    };
}

/// What is said of each of these lists.
macro_rules! hidtil {
    ($da:literal, $en:literal) => {
        texts! {
            described: $da, $en;
            remedy: "Beskriv indsatserne, eller angiv udtrykkeligt, at der ingen har været",
                "Describe the measures, or state expressly that there have been none";
            judgement: "Er oplysningerne fuldstændige?", "Is the information complete?";
        }
    };
}

/// § 3, stk. 2, 1. pkt.: the municipality's employment measures so far.
///
/// Checked: at least one measure, or the express statement that there have been none. A newly sick citizen without earlier
/// measures is served by the flag (T38).
pub(crate) static P3_2_PKT1_A: Rule = Rule {
    id: "P3.2.pkt1.a",
    provision: Provision::p(3).stk(2).pkt(1),
    texts: hidtil!("Kommunens hidtidige beskæftigelsesindsats", "The municipality's employment measures so far are"),
    check: ThereOrNone(
        at!(forberedende_del.hidtidig_indsats.beskaeftigelse),
        at!(forberedende_del.hidtidig_indsats.ingen_beskaeftigelse),
    ),
    ..DEN_HIDTIDIGE_INDSATS
};

/// § 3, stk. 2, 1. pkt.: the municipality's social measures for the citizen so far.
///
/// Checked: at least one measure, or the express statement that there have been none. An empty list cannot be told from one
/// that was forgotten.
pub(crate) static P3_2_PKT1_B: Rule = Rule {
    id: "P3.2.pkt1.b",
    provision: Provision::p(3).stk(2).pkt(1),
    texts: hidtil!(
        "Kommunens hidtidige sociale indsats for borgeren",
        "The municipality's social measures for the citizen so far are"
    ),
    check: ThereOrNone(
        at!(forberedende_del.hidtidig_indsats.social_borger),
        at!(forberedende_del.hidtidig_indsats.ingen_social_borger),
    ),
    ..DEN_HIDTIDIGE_INDSATS
};

/// § 3, stk. 2, 1. pkt.: the municipality's social measures for the citizen's family so far.
///
/// Checked: at least one measure, or the express statement that there have been none. A citizen without a family is served
/// by the flag.
pub(crate) static P3_2_PKT1_C: Rule = Rule {
    id: "P3.2.pkt1.c",
    provision: Provision::p(3).stk(2).pkt(1),
    texts: hidtil!(
        "Kommunens hidtidige sociale indsats for borgerens familie",
        "The municipality's social measures for the citizen's family so far are"
    ),
    check: ThereOrNone(
        at!(forberedende_del.hidtidig_indsats.social_familie),
        at!(forberedende_del.hidtidig_indsats.ingen_social_familie),
    ),
    ..DEN_HIDTIDIGE_INDSATS
};

/// § 3, stk. 2, 1. pkt.: content, purpose and duration of every measure.
///
/// Checked in each measure: content and purpose in words, and duration in words or as dates. For a measure that is still
/// running the start date is enough. An end before the start is an error (A6), and so is neither a start nor a duration,
/// whatever the end may say (A53). "Ingen" with nothing but dates is no measure, but worth a look. Not relevant when there are
/// no measures.
pub(crate) static P3_2_PKT1_D: Rule = Rule {
    id: "P3.2.pkt1.d",
    provision: Provision::p(3).stk(2).pkt(1),
    places: &HVER_HIDTIL,
    beside: Beside::Places(steder_i_hver_indsats!(indhold, formaal, varighed, startdato, slutdato)),
    texts: texts! {
        demand: "Hver hidtidig indsats er beskrevet med indhold, formål og varighed",
            "Every measure so far is described with content, purpose and duration";
        finding: "En hidtidig indsats er ikke beskrevet med indhold, formål og varighed",
            "A measure so far is not described with content, purpose and duration";
        remedy: "Skriv indhold, formål og varighed for hver indsats; er den i gang, er startdatoen nok",
            "Write content, purpose and duration of each measure; if it is running, the start date is enough";
        judgement: "Er beskrivelserne gode nok?", "Are the descriptions good enough?";
    },
    own: said(
        "i hver hidtidig indsats er indhold og formål besvaret i ord og varigheden i ord eller som datoer; er indsatsen i gang, er startdatoen nok; en slutdato før startdatoen er en fejl; »ingen« giver en advarsel, også når det kun står sammen med datoer; ikke relevant, når der ingen indsatser er",
        "in every measure so far content and purpose are answered in words, and the duration in words or as dates; for a measure that is still running the start date is enough; an end before the start is an error; \"ingen\" is worth a warning, even with nothing but dates beside it; not relevant when there are no measures",
    ),
    check: Own(|case| {
        in_every_measure(case, |entry| {
            entry
                .at(key!(Indsats.indhold), answered(&entry.value.indhold))
                .and(entry.at(key!(Indsats.formaal), answered(&entry.value.formaal)))
                .and(duration(entry))
        })
        .and(none_with_a_day(case))
    }),
    ..DEN_HIDTIDIGE_INDSATS
};

/// § 3, stk. 2, 2. pkt.: the municipality's experience with every measure.
///
/// Checked: an answer in words in each measure. Not relevant when there are no measures.
pub(crate) static P3_2_PKT2_A: Rule = Rule {
    id: "P3.2.pkt2.a",
    provision: Provision::p(3).stk(2).pkt(2),
    texts: texts! {
        demand: "Kommunens erfaringer med hver indsats fremgår",
            "The municipality's experience with every measure is there";
        finding: "Kommunens erfaringer med en indsats fremgår ikke",
            "The municipality's experience with a measure is not there";
        remedy: "Skriv, hvad der kom ud af indsatsen set fra kommunen",
            "Write what came of the measure as the municipality sees it";
        judgement: "Er erfaringerne beskrevet godt nok?", "Is the experience described well enough?";
    },
    check: Each(&i_hver_indsats!(kommunens_erfaring)),
    ..DEN_HIDTIDIGE_INDSATS
};

/// § 3, stk. 2, 2. pkt.: the citizen's experience with every measure.
///
/// Checked: an answer in words in each measure. Not relevant when there are no measures.
pub(crate) static P3_2_PKT2_B: Rule = Rule {
    id: "P3.2.pkt2.b",
    provision: Provision::p(3).stk(2).pkt(2),
    texts: texts! {
        demand: "Borgerens erfaringer med hver indsats fremgår", "The citizen's experience with every measure is there";
        finding: "Borgerens erfaringer med en indsats fremgår ikke",
            "The citizen's experience with a measure is not there";
        remedy: "Skriv, hvordan borgeren oplevede indsatsen; ønsker borgeren ikke at udtale sig, så skriv det",
            "Write how the citizen experienced the measure; if the citizen does not wish to comment, say so";
        judgement: "Er erfaringerne beskrevet godt nok?", "Is the experience described well enough?";
    },
    check: Each(&i_hver_indsats!(borgerens_erfaring)),
    ..DEN_HIDTIDIGE_INDSATS
};

/// § 3, stk. 2, 2. pkt.: the municipality's view of why the measures have not led to work or education.
///
/// Checked: there is an answer in words. "Not relevant" needs a reason, otherwise it is worth a look (A8, T38).
pub(crate) static P3_2_PKT2_C: Rule = Rule {
    id: "P3.2.pkt2.c",
    provision: Provision::p(3).stk(2).pkt(2),
    texts: texts! {
        demand: "Kommunens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår",
            "The municipality's view of why the measures have not led to work or education is there";
        finding: "Kommunens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår ikke",
            "The municipality's view of why the measures have not led to work or education is not there";
        remedy: "Skriv kommunens opfattelse af årsagen; er det ikke relevant, så skriv hvorfor",
            "Write the municipality's view of the reason; if that is not relevant, say why";
        judgement: "Er opfattelsen beskrevet godt nok?", "Is the view described well enough?";
    },
    check: Answered(at!(forberedende_del.hidtidig_indsats.aarsag_kommune)),
    ..DEN_HIDTIDIGE_INDSATS
};

/// § 3, stk. 2, 2. pkt.: the citizen's view of why the measures have not led to work or education.
///
/// Checked: there is an answer in words. "Not relevant" needs a reason, otherwise it is worth a look (A8, T38).
pub(crate) static P3_2_PKT2_D: Rule = Rule {
    id: "P3.2.pkt2.d",
    provision: Provision::p(3).stk(2).pkt(2),
    texts: texts! {
        demand: "Borgerens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår",
            "The citizen's view of why the measures have not led to work or education is there";
        finding: "Borgerens opfattelse af, hvorfor indsatsen ikke har ført til job eller uddannelse, fremgår ikke",
            "The citizen's view of why the measures have not led to work or education is not there";
        remedy: "Skriv borgerens opfattelse af årsagen; er det ikke relevant, så skriv hvorfor",
            "Write the citizen's view of the reason; if that is not relevant, say why";
        judgement: "Er opfattelsen beskrevet godt nok?", "Is the view described well enough?";
    },
    check: Answered(at!(forberedende_del.hidtidig_indsats.aarsag_borger)),
    ..DEN_HIDTIDIGE_INDSATS
};

/// A check of every earlier measure; where it is met, in the lists that have some. Not relevant when there are none.
fn in_every_measure(case: &Case<'_>, check: impl Fn(&Listed<'_, Indsats<'_>>) -> Answer) -> Answer {
    let answers = HIDTIL.iter().zip(HVER_HIDTIL).map(|(list, every)| {
        let answer = list.each(case, &check);
        if answer.is_met() && !case.counts_met() { answer.at(every) } else { answer }
    });
    Answer::gravest(answers).unwrap_or_else(Answer::not_relevant)
}

/// "Ingen" beside a day: there has been none, and yet it has a day, which is worth a look.
fn none_with_a_day(case: &Case<'_>) -> Answer {
    let is_one = |measure: &Indsats<'_>| {
        measure.given() == Given::Nothing && measure.startdato.value().or(measure.slutdato.value()).is_some()
    };
    let places = HIDTIL.iter().flat_map(|list| {
        let measures = list.of(case).entries().iter().enumerate().filter(move |(_, measure)| is_one(measure));
        measures.map(|(place, _)| format!("{}/{place}/{}", list.pointer, key!(Indsats.indhold)))
    });
    let found = places.map(|place| Answer::warning(&notes::NOTHING_IS_NO_ANSWER).at(place));
    Answer::gravest(found).unwrap_or_else(Answer::not_relevant)
}

/// How long a measure lasted: in words, or as dates that do not run backwards.
fn duration(entry: &Listed<'_, Indsats<'_>>) -> Answer {
    let Indsats { varighed, startdato, slutdato, .. } = entry.value;
    match (startdato, slutdato) {
        (Field::Present(start), Field::Present(end)) if end < start => Answer::missing()
            .with_note(&notes::END_BEFORE_START)
            .at(entry.path(key!(Indsats.startdato)))
            .at(entry.path(key!(Indsats.slutdato))),
        (Field::Unreadable, _) => Answer::unreadable().at(entry.path(key!(Indsats.startdato))),
        // With neither a start nor a duration, the end says nothing of how long it lasted (A53).
        (Field::Absent, Field::Unreadable) if given(varighed) == Given::Blank => {
            Answer::missing().at(entry.path(key!(Indsats.varighed)))
        }
        (_, Field::Unreadable) => Answer::unreadable().at(entry.path(key!(Indsats.slutdato))),
        // A measure that is still running has no end.
        (Field::Present(_), _) => Answer::met(),
        _ => entry.at(key!(Indsats.varighed), answered(varighed)),
    }
}
