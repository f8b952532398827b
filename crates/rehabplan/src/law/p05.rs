//! § 5: the indsatsdel, with goals, measures and follow-up.

use super::answering::{Given, answered_as, entries, given};
use super::indsatsdel::{FROM_THE_OUTSET, INDSATSDEL, INDSATSDEL_KRAEVES, INDSATSDELEN, PART, required};
use super::min_plan::{Home, VISES, all_shown, stands_there};
use super::periods::{
    FOERSTE_DAG, PERIODER, SIDSTE_DAG, VARIGHED, periods_of_a_short_course, runs_backwards, short_course, six_months,
};
use super::words::Check::{Answered, Decided, Described, Each, EachOrOne, In, Own, When};
use super::words::If::Yes;
use super::words::better;
use super::{
    BY_OUTCOME, Beside, Cells, EFTER_AFGOERELSEN, JA13D, JA22, JAX, Provision, Rule, RuleKind, SDP3, in_order, texts,
};
use crate::answer::{Answer, Severity};
use crate::case::{Case, Condition};
use crate::plan::place::{At, Day, Flag, at};
use crate::plan::value::Value as _;
use crate::plan::{Date, Field, Indsatsdel, Opfoelgning, State, Text as PlanText};
use crate::pointer;
use crate::reply;
use crate::text::{Note, Said, notes, said};

/// The same for a requirement that has a condition of its own in every case.
const INDSATSDEL_ON_CONDITION: Cells = INDSATSDEL.conditional(FROM_THE_OUTSET);

/// A requirement for the content of the indsatsdel.
const INDHOLD: Rule = Rule { cells: INDSATSDEL, ..EFTER_AFGOERELSEN };

/// There is an indsatsdel, or Min Plan holds everything.
fn there_is_one(case: &Case<'_>) -> Answer {
    match case.indsatsdel() {
        (Home::Nowhere, _) if case.plan.min_plan.indeholder_alt.is_unreadable() => {
            Answer::unreadable().at(pointer!(min_plan.indeholder_alt))
        }
        (Home::Nowhere, _) => Answer::missing(),
        (place, part) if part.state() == State::Unreadable => Answer::unreadable().at(place.pointer()),
        (Home::NotSent, _) => Answer::met().at(pointer!(min_plan.indeholder_alt)),
        _ => Answer::met(),
    }
}

const DER_ER_EN: Said = said(
    "mindst ét felt i indsatsdelen er udfyldt, eller planen siger, at Min Plan indeholder alle oplysninger",
    "at least one field of the indsatsdel is filled in, or the plan says that Min Plan holds all of the information",
);

/// § 5, stk. 1, 1. pkt. (and § 2, stk. 1, 3. pkt.): an indsatsdel for everyone who is to have a ressourceforløb or a
/// jobafklaringsforløb.
///
/// Checked: at least one field of it is filled in, or Min Plan holds everything (§ 5, stk. 3, 2. pkt.), and the plan says so: what
/// exempts is invoked, and not guessed from what stands in Min Plan. What counts is the
/// decision, not what the case began as (T49); as long as it is unknown, so is whether the part is missing (A43). Nobody is
/// asked who made it, or whether the citizen took part: the provision does not say (T58).
pub(super) static P5_1_PKT1: Rule = Rule {
    id: "P5.1.pkt1",
    provision: Provision::p(5).stk(1).pkt(1),
    cells: Cells::NONE.required(&[JA22, JAX, JA13D]).conditional(BY_OUTCOME),
    places: &[pointer!(indsatsdel), pointer!(min_plan.indeholder_alt)],
    texts: texts! {
        demand: "Der er en indsatsdel i sager om ressourceforløb og jobafklaringsforløb",
            "There is an indsatsdel in cases of ressourceforløb and jobafklaringsforløb";
        finding: "Der er ingen indsatsdel", "There is no indsatsdel";
        remedy: "Udarbejd indsatsdelen, eller angiv, at alle dens oplysninger står i Min Plan",
            "Make the indsatsdel, or state that Min Plan holds all of it";
    },
    own: DER_ER_EN,
    check: When(INDSATSDEL_KRAEVES, &Own(there_is_one)),
    ..EFTER_AFGOERELSEN
};

/// § 5, stk. 1, 2. pkt.: an indsatsdel in sygedagpenge in category 3.
///
/// Checked: as the first sentence.
pub(super) static P5_1_PKT2: Rule = Rule {
    id: "P5.1.pkt2",
    provision: Provision::p(5).stk(1).pkt(2),
    cells: Cells::NONE.required(&[SDP3]),
    places: &[pointer!(indsatsdel), pointer!(min_plan.indeholder_alt)],
    texts: texts! {
        demand: "Der er en indsatsdel i sygedagpengesager i kategori 3",
            "There is an indsatsdel in sygedagpenge cases in category 3";
        finding: "Der er ingen indsatsdel", "There is no indsatsdel";
        remedy: "Udarbejd indsatsdelen, eller angiv, at alle dens oplysninger står i Min Plan",
            "Make the indsatsdel, or state that Min Plan holds all of it";
    },
    own: DER_ER_EN,
    check: When(INDSATSDEL_KRAEVES, &Own(there_is_one)),
    ..EFTER_AFGOERELSEN
};

pub(super) static CONCRETE_GOAL_NOT_RULED_OUT: Note = Note::new(
    "concreteGoalNotRuledOut",
    "Der er kun et overordnet mål, og planen siger ikke, at et konkret mål ikke er muligt",
    "There is only an overall goal, and the plan does not say that a concrete one is not possible",
);

const KONKRET: At = at!(indsatsdel.maal.konkret);
const OVERORDNET: At = at!(indsatsdel.maal.overordnet);
const IKKE_MULIGT: At<Flag> = at!(indsatsdel.maal.konkret_ikke_muligt);

/// § 5, stk. 1, nr. 1, 1. pkt.: the citizen's concrete goal of job or education.
///
/// Checked: there is one, or an overall goal takes its place under the second sentence. Where the plan says that a concrete one
/// was possible, nothing takes its place, and an overall goal is an error (A19); so is "ingen" as the overall goal where the
/// concrete one is blank. Whether the goal is concrete is for a person.
pub(super) static P5_1_1_PKT1: Rule = Rule {
    id: "P5.1.1.pkt1",
    provision: Provision::p(5).stk(1).nr(1).pkt(1),
    places: &[KONKRET.pointer, OVERORDNET.pointer, IKKE_MULIGT.pointer],
    texts: texts! {
        demand: "Indsatsdelen fastsætter et konkret mål om job eller uddannelse",
            "The indsatsdel sets a concrete job or education goal";
        finding: "Indsatsdelen fastsætter ikke et konkret mål om job eller uddannelse",
            "The indsatsdel sets no concrete job or education goal";
        remedy: "Skriv et konkret mål; er det ikke muligt, så skriv et overordnet, og angiv, at et konkret ikke er muligt",
            "Write a concrete goal; if that is not possible, write an overall one and say so";
        judgement: "Er målet konkret?", "Is the goal concrete?";
    },
    own: said(
        "der er et konkret mål, eller et overordnet i stedet; siger planen, at et konkret mål var muligt, er et overordnet ikke nok; »ingen« giver en advarsel",
        "there is a concrete goal, or an overall one in its place; where the plan says that a concrete one was possible, an overall one will not do; \"ingen\" is worth a warning",
    ),
    check: In(
        &INDSATSDELEN,
        &Own(|case| {
            match (KONKRET.given(case), OVERORDNET.given(case)) {
                (Given::Answer, _) => Answer::met(),
                (konkret @ (Given::Reference | Given::Unreadable), _) => KONKRET.tell(case, answered_as(konkret)),
                (_, overordnet) => match (IKKE_MULIGT.of(case), overordnet) {
                    // A concrete goal was possible, so an overall one will not do, in words or elsewhere (A19).
                    (Field::Present(false), Given::Answer | Given::Reference | Given::Unreadable) => {
                        KONKRET.tell(case, Answer::missing())
                    }
                    (Field::Unreadable, Given::Answer) => IKKE_MULIGT.tell(case, Answer::unreadable()),
                    (_, Given::Answer) => OVERORDNET.found(case),
                    (_, Given::Reference | Given::Unreadable) => OVERORDNET.tell(case, answered_as(overordnet)),
                    // Neither: "ingen" is worth a look where it stands.
                    _ if KONKRET.given(case) == Given::Nothing => KONKRET.tell(case, answered_as(Given::Nothing)),
                    (Field::Unreadable, Given::Nothing) => IKKE_MULIGT.tell(case, Answer::unreadable()),
                    (Field::Present(true) | Field::Absent, Given::Nothing) => {
                        OVERORDNET.tell(case, answered_as(overordnet))
                    }
                    _ => KONKRET.tell(case, Answer::missing()),
                },
            }
        }),
    ),
    ..INDHOLD
};

/// § 5, stk. 1, nr. 1, 2. pkt.: an overall goal, such as a trade or a function, where a concrete one is not possible.
///
/// Checked only where there is no concrete goal: there is an overall one. The plan not saying that a concrete one is
/// impossible is worth a look (T26). Neither goal is one finding, on the first sentence (A2). Beside the answer that a concrete
/// goal is not possible, "ingen" in its place is what one writes there, and an overall one is required all the same: a blank one
/// is then an error of its own, since the first sentence has only a warning (A8, A39). A concrete goal that stands in another document
/// is one; but where the plan says that none is possible, nobody can tell from a reference whether it is a goal that stands there.
pub(super) static P5_1_1_PKT2: Rule = Rule {
    id: "P5.1.1.pkt2",
    provision: Provision::p(5).stk(1).nr(1).pkt(2),
    cells: INDSATSDEL_ON_CONDITION,
    places: &[OVERORDNET.pointer, IKKE_MULIGT.pointer],
    beside: Beside::Places(&[KONKRET.pointer]),
    texts: texts! {
        demand: "Er et konkret mål ikke muligt, fastsætter indsatsdelen et overordnet mål",
            "Where a concrete goal is not possible, the indsatsdel sets an overall one";
        finding: "Indsatsdelen fastsætter hverken et konkret eller et overordnet mål",
            "The indsatsdel sets neither a concrete nor an overall goal";
        remedy: "Skriv et overordnet mål, og angiv, at et konkret mål ikke er muligt",
            "Write an overall goal and say that a concrete one is not possible";
        judgement: "Var et konkret mål virkelig umuligt?", "Was a concrete goal really impossible?";
    },
    own: said(
        "der er et overordnet mål, når der intet konkret er; siger planen intet om, hvorvidt et konkret er muligt, giver det en advarsel; mangler begge, meldes det under P5.1.1.pkt1; siger planen, at et konkret mål ikke er muligt, kræves det overordnede også, når der står »ingen« i stedet for det konkrete; ikke relevant, når der er et konkret mål, og heller ikke, når der er henvist til det; siger planen samtidig, at et konkret mål ikke er muligt, kan det ikke afgøres",
        "there is an overall goal where there is no concrete one; the plan saying nothing of whether a concrete one is possible is worth a warning; where both are missing, that is reported under P5.1.1.pkt1; where the plan says that a concrete goal is not possible, an overall one is required also when \"ingen\" stands in the place of the concrete one; not relevant when there is a concrete goal, nor when a document is referred to for it; where the plan says at the same time that a concrete goal is not possible, it cannot be determined",
    ),
    check: In(
        &INDSATSDELEN,
        &Own(|case| {
            match (KONKRET.given(case), OVERORDNET.given(case)) {
                (Given::Answer, _) => Answer::not_relevant(),
                (konkret @ Given::Reference, _) => match IKKE_MULIGT.of(case) {
                    Field::Present(true) => KONKRET.tell(case, answered_as(konkret)),
                    Field::Unreadable => IKKE_MULIGT.tell(case, Answer::unreadable()),
                    Field::Present(false) | Field::Absent => Answer::not_relevant(),
                },
                (Given::Unreadable, _) => KONKRET.tell(case, Answer::unreadable()),
                (_, Given::Answer) => match IKKE_MULIGT.of(case) {
                    Field::Present(true) => Answer::met(),
                    Field::Present(false) => Answer::not_relevant(),
                    Field::Unreadable => IKKE_MULIGT.tell(case, Answer::unreadable()),
                    Field::Absent => IKKE_MULIGT.tell(case, Answer::warning(&CONCRETE_GOAL_NOT_RULED_OUT)),
                },
                (_, overordnet @ (Given::Reference | Given::Unreadable)) => {
                    OVERORDNET.tell(case, answered_as(overordnet))
                }
                (Given::Nothing, _) if IKKE_MULIGT.of(case).is_unreadable() => {
                    IKKE_MULIGT.tell(case, Answer::unreadable())
                }
                // "Ingen" in place of a concrete goal is the first sentence's finding alone, unless none is possible.
                (Given::Nothing, _) if IKKE_MULIGT.of(case).value() != Some(true) => Answer::not_relevant(),
                (_, overordnet) => OVERORDNET.tell(case, answered_as(overordnet)).same_as_rule(&P5_1_1_PKT1),
            }
        }),
    ),
    ..EFTER_AFGOERELSEN
};

/// § 5, stk. 1, nr. 2: objectives that lead to the goal.
///
/// Checked: at least one, in words.
pub(super) static P5_1_2_A: Rule = Rule {
    id: "P5.1.2.a",
    provision: Provision::p(5).stk(1).nr(2),
    texts: texts! {
        demand: "Indsatsdelen fastsætter mindst ét delmål", "The indsatsdel sets at least one objective";
        finding: "Indsatsdelen fastsætter ingen delmål", "The indsatsdel sets no objectives";
        remedy: "Skriv de delmål, der skal føre til målet", "Write the objectives that are to lead to the goal";
        judgement: "Er delmålene relevante?", "Are the objectives relevant?";
    },
    check: In(&INDSATSDELEN, &Described(at!(indsatsdel.delmaal[].beskrivelse))),
    ..INDHOLD
};

/// § 5, stk. 1, nr. 2: the objectives lie within four areas.
///
/// Checked: each objective names its area. One in each area is not required (T27).
pub(super) static P5_1_2_B: Rule = Rule {
    id: "P5.1.2.b",
    provision: Provision::p(5).stk(1).nr(2),
    texts: texts! {
        demand: "Hvert delmål hører til et af de fire områder", "Every objective belongs to one of the four areas";
        finding: "Et delmål er ikke henført til et af de fire områder",
            "An objective is not placed in one of the four areas";
        remedy: "Angiv området: beskæftigelse, sundhed, uddannelse eller det sociale",
            "State the area: employment, health, education or social matters";
        judgement: "Burde et område mere være med?", "Should another area be included?";
    },
    check: In(&INDSATSDELEN, &Each(&[at!(indsatsdel.delmaal[].omraade)])),
    ..INDHOLD
};

/// § 5, stk. 1, nr. 2: reasons for the objectives.
///
/// Checked: reasons for each, or one text for all, which also serves an objective that says "ingen"; without it, "ingen" is
/// worth a look in either place (A46). Not relevant where there are no objectives.
pub(super) static P5_1_2_C: Rule = Rule {
    id: "P5.1.2.c",
    provision: Provision::p(5).stk(1).nr(2),
    texts: texts! {
        demand: "Delmålene er begrundet", "Reasons are given for the objectives";
        finding: "Et delmål er ikke begrundet", "No reasons are given for an objective";
        remedy: "Begrund hvert delmål, eller skriv én fælles begrundelse",
            "Give reasons for each objective, or for all of them together";
        judgement: "Er begrundelsen god nok?", "Are the reasons good enough?";
    },
    check: In(&INDSATSDELEN, &EachOrOne(at!(indsatsdel.delmaal[].begrundelse), at!(indsatsdel.delmaal_begrundelse))),
    ..INDHOLD
};

const TILBUD: At = at!(indsatsdel.tilbud);

/// § 5, stk. 1, nr. 3: concrete measures or other activities.
///
/// Checked: at least one, in words. Whether they are concrete is for a person, and nothing but a promise ("to be clarified
/// later", "is agreed at the meeting") is left to one altogether. An entry that says "ingen", or has no text of its own, does
/// not change that (A49); one that cannot be read, or stands in another document, may be the concrete one.
pub(super) static P5_1_3_A: Rule = Rule {
    id: "P5.1.3.a",
    provision: Provision::p(5).stk(1).nr(3),
    places: &[TILBUD.pointer],
    beside: Beside::Places(&[pointer!(indsatsdel.tilbud[].beskrivelse)]),
    texts: texts! {
        demand: "Indsatsdelen fastsætter konkrete tilbud eller aktiviteter",
            "The indsatsdel sets concrete measures or activities";
        finding: "Indsatsdelen fastsætter ingen tilbud eller aktiviteter",
            "The indsatsdel sets no measures or activities";
        remedy: "Skriv de tilbud eller aktiviteter, der skal indgå",
            "Write the measures or activities that are to be part of it";
        judgement: "Er tilbuddene eller aktiviteterne konkrete?", "Are the measures or activities concrete?";
    },
    own: said(
        "mindst ét tilbud eller én aktivitet er beskrevet i ord; »ingen« giver en advarsel; er der kun et løfte om at finde noget senere, vurderer et menneske det",
        "at least one measure or activity is described in words; \"ingen\" is worth a warning; nothing but a promise to find something later is for a person",
    ),
    check: In(
        &INDSATSDELEN,
        &Own(|case| {
            let part = case.indsatsdel().1;
            let is_later = |text: &&Field<PlanText<'_>>| {
                given(text) == Given::Answer && text.get().is_some_and(|text| reply::is_later(text.as_str()))
            };
            let (later, other): (Vec<_>, Vec<_>) =
                part.tilbud.entries().iter().map(|tilbud| &tilbud.beskrivelse).partition(is_later);
            if later.is_empty() {
                return Described(at!(indsatsdel.tilbud[].beskrivelse)).answer(case);
            }
            match other.into_iter().map(given).max().unwrap_or(Given::Blank) {
                // Only a promise that something will be found: whether that is concrete is for a person.
                Given::Blank | Given::Nothing => Answer::review(),
                best => TILBUD.tell(case, answered_as(best)),
            }
        }),
    ),
    ..INDHOLD
};

/// § 5, stk. 1, nr. 3: the goal of the measures in the short term.
///
/// Checked: for each measure, or in one text for all (T29), which also serves a measure that says "ingen"; without it, "ingen" is
/// worth a look in either place (A46). Not relevant where there are no measures.
pub(super) static P5_1_3_B: Rule = Rule {
    id: "P5.1.3.b",
    provision: Provision::p(5).stk(1).nr(3),
    texts: texts! {
        described: "Målet med indsatsen på kort sigt", "What the measures are to achieve in the short term is";
        remedy: "Skriv målet på kort sigt for hvert tilbud, eller ét fælles",
            "Write the short-term goal of each measure, or one for all";
        judgement: "Er målet beskrevet godt nok?", "Is the goal described well enough?";
    },
    check: In(&INDSATSDELEN, &EachOrOne(at!(indsatsdel.tilbud[].kortsigtet_maal), at!(indsatsdel.kortsigtet_maal))),
    ..INDHOLD
};

const OPFOELGNING: At = at!(indsatsdel.opfoelgning);
const OPFOELGNINGER: At = at!(indsatsdel.opfoelgninger);

/// § 5, stk. 1, nr. 4: the follow-up.
///
/// Checked: a text, or at least one follow-up. A date alone is one; "ingen" is worth a look, in the text and in an entry, and
/// an entry that only refers to a document, a machine cannot read (A46). The provision sets no frequency. It applies to
/// jobafklaring and sygedagpenge too.
pub(super) static P5_1_4_A: Rule = Rule {
    id: "P5.1.4.a",
    provision: Provision::p(5).stk(1).nr(4),
    places: &[OPFOELGNING.pointer, OPFOELGNINGER.pointer],
    texts: texts! {
        demand: "Den løbende opfølgning er fastsat", "The follow-up is laid down";
        finding: "Den løbende opfølgning er ikke fastsat", "The follow-up is not laid down";
        remedy: "Skriv, hvordan og hvor ofte der følges op", "Write how and how often there is follow-up";
        judgement: "Er opfølgningen hyppig nok?", "Is the follow-up frequent enough?";
    },
    own: said(
        "opfølgningen er beskrevet i ord, eller der er mindst én opfølgning i listen, om så kun en dato; »ingen« giver en advarsel",
        "the follow-up is described in words, or there is at least one in the list, if only a date; \"ingen\" is worth a warning",
    ),
    check: In(
        &INDSATSDELEN,
        &Own(|case| {
            let part = case.indsatsdel().1;
            // A date is enough, so it is one beside a reference too.
            let follow_up = |entry: &Opfoelgning<'_>| match (entry.given(), &entry.dato) {
                (Given::Reference, Field::Present(_)) => Given::Answer,
                (entry, _) => entry,
            };
            let list = &part.opfoelgninger;
            let best = list.entries().iter().map(follow_up).max();
            let listed = best.unwrap_or(if list.is_unreadable() { Given::Unreadable } else { Given::Blank });
            better(case, OPFOELGNING, listed, OPFOELGNINGER.path(case))
        }),
    ),
    ..INDHOLD
};

/// § 5, stk. 1, nr. 4: the need for a mentor.
///
/// Checked: yes or no. No is an answer (T28).
pub(super) static P5_1_4_B: Rule = Rule {
    id: "P5.1.4.b",
    provision: Provision::p(5).stk(1).nr(4),
    texts: texts! {
        demand: "Der er taget stilling til behovet for mentor", "The need for a mentor has been decided";
        finding: "Der er ikke taget stilling til behovet for mentor", "The need for a mentor has not been decided";
        remedy: "Svar ja eller nej til behovet for mentor", "Answer yes or no to the need for a mentor";
    },
    check: In(&INDSATSDELEN, &Decided(at!(indsatsdel.mentor.behov))),
    ..INDHOLD
};

/// § 5, stk. 1, nr. 4: the mentor's role and tasks.
///
/// Checked where a mentor is needed: an answer in words.
pub(super) static P5_1_4_C: Rule = Rule {
    id: "P5.1.4.c",
    provision: Provision::p(5).stk(1).nr(4),
    cells: INDSATSDEL_ON_CONDITION,
    texts: texts! {
        demand: "Mentorens rolle og opgaver er beskrevet, når der er behov for mentor",
            "The mentor's role and tasks are described where a mentor is needed";
        finding: "Mentorens rolle og opgaver er ikke beskrevet", "The mentor's role and tasks are not described";
        remedy: "Beskriv, hvad mentoren skal gøre", "Describe what the mentor is to do";
        judgement: "Er rolle og opgaver beskrevet godt nok?", "Are role and tasks described well enough?";
    },
    check: In(
        &INDSATSDELEN,
        &When(Yes(at!(indsatsdel.mentor.behov)), &Answered(at!(indsatsdel.mentor.rolle_og_opgaver))),
    ),
    ..EFTER_AFGOERELSEN
};

/// § 5, stk. 2: measures, activities and follow-up are laid down for at least 6 months at a time.
///
/// Checked in every period: its last day is not before the day that [`earliest_end`](super::earliest_end) gives for its first:
/// six calendar months later, less a day, since both days are in the period (T23). One that begins on 15 January ends on 14 July
/// or later; where the month has no such day, on its last: from 31 August to 28 or 29 February. Neither 26 weeks nor 180 days
/// are six months. Each period is counted from its own first day.
///
/// No period, or one that ends before it begins, is an error; an open one cannot be determined. A short course exempts when the
/// periods cover it, and always when its length is known in months only (A28). A remaining period at the end of a course is
/// worth a look (T23); whether one is such a period cannot be determined where the last day of the course cannot be read, and a
/// backward course has none (A6). Without a course there is nothing to exempt, even if the decision cannot be read (A48).
pub(super) static P5_2_A: Rule = Rule {
    id: "P5.2.a",
    provision: Provision::p(5).stk(2).led("1. led"),
    places: &[PERIODER.pointer],
    beside: Beside::Places(&[pointer!(indsatsdel.perioder[].startdato), pointer!(indsatsdel.perioder[].slutdato)]),
    texts: texts! {
        demand: "Tilbud, aktiviteter og opfølgning er fastlagt for mindst 6 måneder ad gangen",
            "Measures, activities and follow-up are laid down for at least 6 months at a time";
        finding: "Tilbud, aktiviteter og opfølgning er ikke fastlagt for mindst 6 måneder ad gangen",
            "Measures, activities and follow-up are not laid down for at least 6 months at a time";
        remedy: "Fastlæg en periode på mindst 6 kalendermåneder, begge dage medregnet",
            "Lay down a period of at least 6 calendar months, both days included";
        judgement: "Er en kortere restperiode ved forløbets slutning begrundet?",
            "Is a shorter remaining period at the end of the course justified?";
    },
    own: said(
        "hver periode er på mindst 6 kalendermåneder, begge dage medregnet; ingen periode er en fejl, og det er en, der slutter, før den begynder; mangler en periode en af dagene, kan det ikke afgøres; en kortere restperiode ved forløbets slutning giver en advarsel; et forløb på under 6 måneder er fritaget (P5.2.b), og dækker perioderne det ikke, giver det en advarsel",
        "every period is of at least 6 calendar months, both days included; no period is an error, and so is one that ends before it begins; for a period that lacks one of its days it cannot be determined; a shorter remaining period at the end of the course is worth a warning; a course of less than 6 months is exempt (P5.2.b), and periods that do not cover it are worth a warning",
    ),
    check: In(
        &INDSATSDELEN,
        &Own(|case| {
            let part = case.indsatsdel().1;
            if part.perioder.is_unreadable() {
                return PERIODER.tell(case, Answer::unreadable());
            }
            let periods = PERIODER.entries(case);
            if periods.clone().next().is_none() {
                let is_short = short_course(case) == Condition::Holds;
                let none = if is_short { Answer::error(&notes::SHORT_COURSE_NOT_COVERED) } else { Answer::missing() };
                return PERIODER.tell(case, none);
            }
            let days = periods.clone().map(|period| (period.value.startdato.value(), period.value.slutdato.value()));
            let backwards = days.clone().any(|(start, end)| start.zip(end).is_some_and(|(start, end)| end < start));
            let first_start = days.filter_map(|(start, _)| start).min();
            let each: Vec<_> = periods.map(|period| six_months(case, first_start, &period)).collect();
            let own = Answer::all(each.iter().cloned());
            match short_course(case) {
                Condition::Holds if !backwards => periods_of_a_short_course(case, own, &each),
                // The exemption is not in use, but nor is it known that the period is too short.
                Condition::Unreadable(fact) if own.severity() == Some(Severity::Error) && !backwards => {
                    Answer::unreadable().at(fact).depends_on_fact(fact)
                }
                _ => own,
            }
        }),
    ),
    ..INDHOLD
};

/// § 5, stk. 2: not in a jobafklaring or sygedagpenge course of less than 6 months.
///
/// Exempts when the whole course is shorter than six calendar months, which goes for jobafklaring as for sygedagpenge (T22);
/// exactly six is not (T24), and a course of unknown length is not either. One whose length is known in months only is exempt
/// (A28). The kind of course follows the decision, and a ressourceforløb is never short (A12). An unreadable or backward
/// course exempts from nothing (A6).
pub(super) static P5_2_B: Rule = Rule {
    id: "P5.2.b",
    provision: Provision::p(5).stk(2).led("2. led"),
    kind: RuleKind::Exemption,
    cells: Cells::NONE.exempt(Provision::p(5).stk(2), FROM_THE_OUTSET).exempt(Provision::p(5).stk(2), BY_OUTCOME),
    places: &[FOERSTE_DAG.pointer, SIDSTE_DAG.pointer, VARIGHED.pointer],
    texts: texts! {
        demand: "Et jobafklarings- eller sygedagpengeforløb på under 6 måneder er fritaget for kravet om 6 måneder",
            "A jobafklaring or sygedagpenge course of less than 6 months is exempt from the requirement of 6 months";
        finding: "Forløbet er ikke fritaget", "The course is not exempt";
        remedy: "Angiv forløbets første og sidste dag", "State the first and last day of the course";
        judgement: "Er den forventede varighed realistisk?", "Is the expected length realistic?";
    },
    own: said(
        "afgørelsen er et jobafklaringsforløb eller sygedagpenge, eller der er ingen endnu, og forløbets første og sidste dag, eller dets varighed i måneder, viser, at det er på under 6 kalendermåneder; så fritager undtagelsen fra de 6 måneder i P5.2.a, og ellers er den ikke i brug",
        "the decision is a jobafklaringsforløb or sygedagpenge, or there is none yet, and the first and last day of the course, or its length in months, show that it is of less than 6 calendar months; it then exempts from the 6 months of P5.2.a, and otherwise it is not in use",
    ),
    check: Own(|case| {
        let in_use = required(case) == Condition::Holds && case.indsatsdel().0 != Home::Nowhere;
        if in_use && short_course(case) == Condition::Holds {
            Answer::exempt(Provision::p(5).stk(2))
        } else {
            Answer::not_applicable(&notes::EXEMPTION_NOT_USED)
        }
    }),
    ..EFTER_AFGOERELSEN
};

pub(crate) static AS_OF_MISSING: Note =
    Note::new("asOfMissing", "Kan ikke afgøres uden dagen i dag", "Cannot be determined without today's date").remedy(
        "Angiv dagen i dag: »asOf«, eller --as-of på kommandolinjen",
        "Give today's date: \"asOf\", or --as-of on the command line",
    );

pub(super) static PERIOD_HAS_RUN_OUT: Note = Note::new(
    "periodHasRunOut",
    "Den seneste planperiode er udløbet, og forløbet er stadig i gang",
    "The latest plan period has run out, and the course is still running",
);

const SENEST_OPDATERET: At<Day> = at!(indsatsdel.senest_opdateret);

/// § 5, stk. 2: the plan is kept up to date. That is the indsatsdel (T62).
///
/// Checked on the day given as today: the date of the latest update is there, and the latest period has not run out while
/// the course is still running. Without that day it cannot be determined, and the update is not held against the start (A24).
/// The provision sets no interval.
pub(super) static P5_2_C: Rule = Rule {
    id: "P5.2.c",
    provision: Provision::p(5).stk(2).led("3. led"),
    kind: RuleKind::Advice,
    places: &[SENEST_OPDATERET.pointer, PERIODER.pointer],
    texts: texts! {
        demand: "Indsatsdelen opdateres løbende", "The indsatsdel is kept up to date";
        finding: "Det fremgår ikke, hvornår indsatsdelen sidst er opdateret",
            "The plan does not say when the indsatsdel was last updated";
        remedy: "Opdater indsatsdelen, og skriv datoen", "Update the indsatsdel and write the date";
        judgement: "Opdateres planen ofte nok?", "Is the plan updated often enough?";
    },
    own: said(
        "datoen for den seneste opdatering er der, og den seneste periode er ikke udløbet, mens forløbet er i gang; ellers en advarsel; er dagen i dag ikke oplyst, kan det ikke afgøres",
        "the date of the latest update is there, and the latest period has not run out while the course is still running; otherwise a warning; where today's date is not given, it cannot be determined",
    ),
    check: In(
        &INDSATSDELEN,
        &Own(|case| {
            let part = case.indsatsdel().1;
            let Some(today) = case.as_of else {
                return Answer::undetermined(&AS_OF_MISSING);
            };
            let updated = match SENEST_OPDATERET.of(case) {
                Field::Present(_) => Answer::met(),
                Field::Absent => Answer::advice(),
                Field::Unreadable => Answer::unreadable(),
            };
            SENEST_OPDATERET.tell(case, updated).and(PERIODER.tell(case, not_run_out(case, part, today)))
        }),
    ),
    ..INDHOLD
};

/// The latest period reaches today, or the course is not running: it has ended, or has not begun.
fn not_run_out(case: &Case<'_>, part: &Indsatsdel<'_>, today: Date) -> Answer {
    let mut ends = entries(&part.perioder).map(|(_, period)| &period.slutdato);
    if part.perioder.is_unreadable() || ends.clone().any(Field::is_unreadable) {
        return Answer::unreadable();
    }
    // An open period has not run out; no period at all is a finding of its own (P5.2.a).
    let has_run_out = ends.clone().next().is_some() && ends.all(|end| end.value().is_some_and(|end| end < today));
    match SIDSTE_DAG.of(case) {
        _ if !has_run_out => Answer::met(),
        // A course that ends before it begins tells nothing (A6).
        Field::Present(_) if runs_backwards(&case.plan.forloeb) => {
            Answer::unreadable().depends_on_fact(SIDSTE_DAG.pointer)
        }
        Field::Present(last) if *last < today => Answer::met(),
        _ if FOERSTE_DAG.of(case).value().is_some_and(|first| today < first) => Answer::met(),
        Field::Present(_) if FOERSTE_DAG.of(case).is_unreadable() => {
            Answer::unreadable().depends_on_fact(FOERSTE_DAG.pointer)
        }
        Field::Present(_) => Answer::warning(&PERIOD_HAS_RUN_OUT),
        Field::Unreadable => Answer::unreadable().depends_on_fact(SIDSTE_DAG.pointer),
        // Whether the course is still running is not known (A4).
        Field::Absent => Answer::lacks(SIDSTE_DAG.pointer),
    }
}

const INDGAAR: At<Flag> = at!(min_plan.indgaar);

/// § 5, stk. 3, 1. pkt.: the indsatsdel is part of Min Plan, so that all measures are shown there.
///
/// Checked: the plan says so, and every measure with a key is in Min Plan's list. Measures without a key are not compared
/// (A23), on either side: the provision wants them shown and says nothing of keys, so one that seems to be left out may be the
/// one that Min Plan shows without a key, or that cannot be read there, and then it cannot be determined; nor can it without
/// that list, or where no measure has a key, so that nothing is compared. Where the indsatsdel itself stands in Min Plan, alone
/// or beside a separate one, that says that it is part of it, and what it holds is shown there (A44); an express no is an error all
/// the same. Where only some of it stands there, nothing says that all of it does.
pub(super) static P5_3_PKT1: Rule = Rule {
    id: "P5.3.pkt1",
    provision: Provision::p(5).stk(3).pkt(1),
    places: &[INDGAAR.pointer, VISES.pointer],
    texts: texts! {
        demand: "Indsatsdelen indgår i Min Plan, og alle indsatser vises dér",
            "The indsatsdel is part of Min Plan, and all measures are shown there";
        finding: "Det fremgår ikke, at indsatsdelen indgår i Min Plan, så alle indsatser vises dér",
            "The plan does not say that the indsatsdel is part of Min Plan, so that all measures are shown there";
        remedy: "Lad indsatsdelen indgå i Min Plan, og vis alle indsatser dér",
            "Make the indsatsdel part of Min Plan and show all measures there";
        judgement: "Er visningen i Min Plan dækkende?", "Does Min Plan show all of it?";
    },
    own: said(
        "planen siger ja til, at indsatsdelen indgår i Min Plan, og hvert tilbud, der har et id, er blandt dem, Min Plan viser; tilbud uden id sammenlignes ikke; har en indsats i Min Plan intet id, kan den være den, der synes at mangle, og så kan det ikke afgøres; er der intet at sammenligne, fordi Min Plans liste mangler, eller intet tilbud har et id, kan det heller ikke afgøres; står indsatsdelen selv i Min Plan, alene eller ved siden af en særskilt med de samme tilbud, indgår den og vises dér, medmindre planen siger nej",
        "the plan says yes to the indsatsdel being part of Min Plan, and every measure that has an id is among those that Min Plan shows; measures without an id are not compared; where a measure in Min Plan has no id, it may be the one that seems to be left out, and then it cannot be determined; with nothing to compare, because Min Plan's list is missing or no measure has an id, it cannot be determined either; where the indsatsdel itself stands in Min Plan, alone or beside a separate one with the same measures, it is part of it and shown there, unless the plan says no",
    ),
    check: In(
        &PART,
        &Own(|case| {
            let is_part = match INDGAAR.of(case) {
                Field::Present(true) => Answer::met(),
                Field::Present(false) => Answer::missing(),
                Field::Unreadable => Answer::unreadable(),
                Field::Absent => match case.plan.min_plan.indsatsdel.state() {
                    _ if stands_there(case) => Answer::met().at(pointer!(min_plan.indsatsdel)),
                    State::Missing => Answer::missing(),
                    State::Unreadable => Answer::unreadable().depends_on_fact(pointer!(min_plan.indsatsdel)),
                    // Something of it stands there, and whether that is the whole is not said.
                    _ => Answer::lacks(INDGAAR.pointer),
                },
            };
            INDGAAR.tell(case, is_part).and(all_shown(case, case.indsatsdel().1))
        }),
    ),
    ..INDHOLD
};

/// § 5, stk. 3, 2. pkt.: no separate indsatsdel when Min Plan holds all relevant information.
///
/// Exempts from the document, not from its content: the requirements of stk. 1-2 are then held against what Min Plan holds,
/// and cannot be determined when only the statement was sent (T25).
pub(super) static P5_3_PKT2: Rule = Rule {
    id: "P5.3.pkt2",
    provision: Provision::p(5).stk(3).pkt(2),
    kind: RuleKind::Exemption,
    cells: Cells::NONE.exempt(Provision::p(5).stk(3), FROM_THE_OUTSET).exempt(Provision::p(5).stk(3), BY_OUTCOME),
    places: &[pointer!(min_plan.indeholder_alt), pointer!(min_plan.indsatsdel)],
    texts: texts! {
        demand: "En særskilt indsatsdel kan udelades, når alle relevante oplysninger står i Min Plan",
            "A separate indsatsdel may be left out when Min Plan holds all relevant information";
        finding: "Undtagelsen er ikke i brug", "The exemption is not in use";
        remedy: "Angiv, at alt står i Min Plan, og send indholdet med",
            "State that everything is in Min Plan, and send its content along";
        judgement: "Er alle relevante oplysninger med i Min Plan?", "Does Min Plan hold all relevant information?";
    },
    own: said(
        "planen siger, at Min Plan indeholder alle oplysninger, og der er ingen særskilt indsatsdel; så fritager undtagelsen fra den, men ikke fra kravene til dens indhold, og ellers er den ikke i brug",
        "the plan says that Min Plan holds all of the information, and there is no separate indsatsdel; it then exempts from that, but not from the requirements for its content, and otherwise it is not in use",
    ),
    check: Own(|case| {
        if required(case) == Condition::Holds && matches!(case.indsatsdel().0, Home::MinPlan | Home::NotSent) {
            Answer::exempt(Provision::p(5).stk(3))
        } else {
            Answer::not_applicable(&notes::EXEMPTION_NOT_USED)
        }
    }),
    ..EFTER_AFGOERELSEN
};

in_order! {
    P5_1_PKT1 P5_1_PKT2 P5_1_1_PKT1 P5_1_1_PKT2 P5_1_2_A P5_1_2_B P5_1_2_C P5_1_3_A P5_1_3_B P5_1_4_A P5_1_4_B
    P5_1_4_C P5_2_A P5_2_B P5_2_C P5_3_PKT1 P5_3_PKT2
}
