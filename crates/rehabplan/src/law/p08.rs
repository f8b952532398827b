//! § 8: recommendations of ressourceforløb, jobafklaring and measures in category 3.
//!
//! The provisions of another act that it refers to are no requirements to the plan (T47).

use super::answering::{Given, answered_as, answered_or_nothing, decided, entries};
use super::evidence::Listed;
use super::forhold::{self, SAMLET};
use super::p07::{MEASURES, P7_2_PKT1, P7_3_A, said_to_be_none};
use super::udfald::{JOBAFKLARING, NYT_JOBAFKLARINGSFORLOEB, RESSOURCEFORLOEB, VED_UDFALD, jobafklaring};
use super::words::Check::{Answered, AnsweredOrNone, Decided, Described, Own, OwnOrJoint, Review, When};
use super::words::{Circumstance, If};
use super::{
    BUT_13D, BY_OUTCOME, Beside, Cells, INDSTILLING, JA22, JANY, JAX, Provision, Rule, RuleKind, SDP3, in_order, texts,
};
use crate::answer::Answer;
use crate::case::{Case, Condition};
use crate::plan::place::{At, Flag, at, key};
use crate::plan::value::Value as _;
use crate::plan::{Field, IndstilletIndsats, Udfald};
use crate::pointer;
use crate::text::{Note, said};

/// Whether § 8, stk. 5-6, applies: the team recommends one of the courses that a plan is made for. In a case on a new
/// jobafklaringsforløb it is enough that one of the two facts points to one (A31).
fn a_course(case: &Case<'_>) -> Condition {
    use Udfald::{Jobafklaringsindsats, NytForloeb, Ressourceforloeb, Sygedagpengeindsats};
    if case.is_any(&[JA22, JAX, SDP3]) {
        return Condition::Holds;
    }
    let by_outcome = case.indstillet(&[Ressourceforloeb, Jobafklaringsindsats, NytForloeb, Sygedagpengeindsats]);
    if !case.is(JANY) || by_outcome == Condition::Holds {
        return by_outcome;
    }
    match (jobafklaring(case), by_outcome) {
        (Condition::Holds, _) => Condition::Holds,
        (by_answer @ (Condition::Unknown(_) | Condition::Unreadable(_)), _) => by_answer,
        (_, by_outcome) => by_outcome,
    }
}

/// The team recommends one of the courses that a plan is made for.
const ET_FORLOEB: If = If::Is(&Circumstance {
    holds: a_course,
    words: said(
        "teamet indstiller et forløb, eller sagen angår et første jobafklaringsforløb eller sygedagpenge i kategori 3",
        "the team recommends a course, or the case concerns a first jobafklaringsforløb or sygedagpenge in category 3",
    ),
});

/// Where the course of the case decides: always in a first jobafklaringsforløb and in category 3.
const VED_FORLOEB: Rule = Rule { cells: BUT_13D.required(&[JA22, JAX, SDP3]).conditional(BY_OUTCOME), ..INDSTILLING };

/// Where the measures of a jobafklaringsforløb are recommended.
const VED_JOBAFKLARING: Rule = Rule { cells: BUT_13D.required(&[JA22, JAX]).conditional(&[JANY]), ..INDSTILLING };

/// In category 3.
const KATEGORI_3: Rule = Rule { cells: Cells::NONE.required(&[SDP3]), ..INDSTILLING };

/// § 8, stk. 1: the employment matters that the team has given weight to in recommending a ressourceforløb.
///
/// Checked where that is the outcome, but not in a first jobafklaringsforløb or category 3, which are put to the team for the
/// measures alone (T32, T33): there is an answer, and "no importance" is one. One text for all three is accepted, with a
/// warning (T51).
pub(super) static P8_1_A: Rule = Rule {
    id: "P8.1.a",
    provision: Provision::p(8).stk(1),
    texts: forhold::BESKAEFTIGELSE,
    check: When(RESSOURCEFORLOEB, &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.beskaeftigelse)), SAMLET, &[])),
    ..VED_UDFALD
};

/// § 8, stk. 1: the social matters that the team has given weight to in recommending a ressourceforløb.
///
/// Checked where that is the outcome, but not in a first jobafklaringsforløb or category 3, which are put to the team for the
/// measures alone (T32, T33): there is an answer, and "no importance" is one. One text for all three is accepted, with a
/// warning (T51).
pub(super) static P8_1_B: Rule = Rule {
    id: "P8.1.b",
    provision: Provision::p(8).stk(1),
    texts: forhold::SOCIALE,
    check: When(RESSOURCEFORLOEB, &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.sociale)), SAMLET, &[&P8_1_A])),
    ..VED_UDFALD
};

/// § 8, stk. 1: the health matters that the team has given weight to in recommending a ressourceforløb.
///
/// Checked where that is the outcome, but not in a first jobafklaringsforløb or category 3, which are put to the team for the
/// measures alone (T32, T33): there is an answer, and "no importance" is one. One text for all three is accepted, with a
/// warning (T51).
pub(super) static P8_1_C: Rule = Rule {
    id: "P8.1.c",
    provision: Provision::p(8).stk(1),
    texts: forhold::HELBRED,
    check: When(
        RESSOURCEFORLOEB,
        &OwnOrJoint(&AnsweredOrNone(at!(indstilling.forhold.helbred)), SAMLET, &[&P8_1_A, &P8_1_B]),
    ),
    ..VED_UDFALD
};

/// § 8, stk. 1: the need for a comprehensive course with a combination of measures under different laws.
///
/// For a person to judge, where a ressourceforløb is recommended in such a case.
pub(super) static P8_1_D: Rule = Rule {
    id: "P8.1.d",
    provision: Provision::p(8).stk(1),
    kind: RuleKind::Judgement,
    cells: Cells::NONE.judgement(BY_OUTCOME),
    places: &[pointer!(indstilling.begrundelse)],
    texts: texts! {
        demand: "Indstillingen begrunder behovet for et helhedsorienteret forløb med en kombineret indsats",
            "The recommendation gives reasons for the need for a comprehensive course with combined measures";
        finding: "Indstillingen begrunder ikke behovet for et helhedsorienteret forløb",
            "The recommendation gives no reasons for the need for a comprehensive course";
        remedy: "Begrund behovet for en kombination af indsatser efter forskellige lovgivninger",
            "Give reasons for the need for a combination of measures under different laws";
        judgement: "Viser forholdene, at borgeren har behov for et helhedsorienteret forløb med en kombination af indsatser?",
            "Do the matters show that the citizen needs a comprehensive course with a combination of measures?";
    },
    check: When(RESSOURCEFORLOEB, &Review),
    ..INDSTILLING
};

/// § 8, stk. 2: the health matters that the team has given weight to in finding the citizen still unfit for work because of their
/// own illness.
///
/// Checked where a new jobafklaringsforløb is recommended: there is an answer in words. Stk. 4-6 apply besides (T30).
pub(super) static P8_2: Rule = Rule {
    id: "P8.2",
    provision: Provision::p(8).stk(2),
    cells: Cells::NONE.conditional(&[JANY]),
    texts: texts! {
        demand: "Indstillingen siger, hvilke helbredsmæssige forhold teamet har lagt vægt på i vurderingen af, at borgeren fortsat er uarbejdsdygtig på grund af egen sygdom",
            "The recommendation says which health matters the team has given weight to in finding the citizen still unfit for work because of their own illness";
        finding: "Indstillingen siger ikke, hvilke helbredsmæssige forhold teamet har lagt vægt på i vurderingen af, at borgeren fortsat er uarbejdsdygtig på grund af egen sygdom",
            "The recommendation does not say which health matters the team has given weight to in finding the citizen still unfit for work because of their own illness";
        remedy: "Beskriv de helbredsmæssige forhold bag den fortsatte uarbejdsdygtighed",
            "Describe the health matters behind the continued unfitness for work";
        judgement: "Er årsagssammenhængen beskrevet?", "Is the causal connection described?";
    },
    check: When(NYT_JOBAFKLARINGSFORLOEB, &Answered(at!(indstilling.forhold.helbred))),
    ..INDSTILLING
};

/// § 8, stk. 3: the abilities and circumstances that the team has given weight to in choosing the measures in category 3.
///
/// Checked: there is an answer; "no importance" is one. Stk. 3 names abilities and circumstances, needs and health, and not the
/// employment and social matters of stk. 1: those are not asked for, and the one text for all three of stk. 1 does not answer
/// these (A32).
pub(super) static P8_3_A: Rule = Rule {
    id: "P8.3.a",
    provision: Provision::p(8).stk(3),
    texts: forhold::FORUDSAETNINGER,
    check: AnsweredOrNone(at!(indstilling.forhold.forudsaetninger)),
    ..KATEGORI_3
};

/// § 8, stk. 3: the needs that the team has given weight to in choosing the measures in category 3.
///
/// Checked: there is an answer; "no importance" is one. Stk. 3 names abilities and circumstances, needs and health, and not the
/// employment and social matters of stk. 1: those are not asked for, and the one text for all three of stk. 1 does not answer
/// these (A32).
pub(super) static P8_3_B: Rule = Rule {
    id: "P8.3.b",
    provision: Provision::p(8).stk(3),
    texts: forhold::BEHOV,
    check: AnsweredOrNone(at!(indstilling.forhold.behov)),
    ..KATEGORI_3
};

/// § 8, stk. 3: the health matters that the team has given weight to in choosing the measures in category 3.
///
/// Checked: there is an answer; "no importance" is one. Stk. 3 names abilities and circumstances, needs and health, and not the
/// employment and social matters of stk. 1: those are not asked for, and the one text for all three of stk. 1 does not answer
/// these (A32).
pub(super) static P8_3_C: Rule = Rule {
    id: "P8.3.c",
    provision: Provision::p(8).stk(3),
    texts: forhold::HELBRED,
    check: AnsweredOrNone(at!(indstilling.forhold.helbred)),
    ..KATEGORI_3
};

/// § 8, stk. 4: the abilities and circumstances that the team has given weight to in choosing the measures of a
/// jobafklaringsforløb.
///
/// Checked, after a jobafklaringsforløb only where a new one is recommended: there is an answer; "no importance" is one.
pub(super) static P8_4_A: Rule = Rule {
    id: "P8.4.a",
    provision: Provision::p(8).stk(4),
    texts: forhold::FORUDSAETNINGER,
    check: When(JOBAFKLARING, &AnsweredOrNone(at!(indstilling.forhold.forudsaetninger))),
    ..VED_JOBAFKLARING
};

/// § 8, stk. 4: the needs that the team has given weight to in choosing the measures of a jobafklaringsforløb.
///
/// Checked, after a jobafklaringsforløb only where a new one is recommended: there is an answer; "no importance" is one.
pub(super) static P8_4_B: Rule = Rule {
    id: "P8.4.b",
    provision: Provision::p(8).stk(4),
    texts: forhold::BEHOV,
    check: When(JOBAFKLARING, &AnsweredOrNone(at!(indstilling.forhold.behov))),
    ..VED_JOBAFKLARING
};

/// § 8, stk. 4: the health matters that the team has given weight to in choosing the measures of a jobafklaringsforløb.
///
/// Checked as the other two; the field may be the one of stk. 2, and a blank one is then one finding, there (T30).
pub(super) static P8_4_C: Rule = Rule {
    id: "P8.4.c",
    provision: Provision::p(8).stk(4),
    places: &[pointer!(indstilling.forhold.helbred)],
    texts: forhold::HELBRED,
    own: said(
        "de helbredsmæssige forhold er beskrevet; »ingen« er et svar; mangler de også efter § 8, stk. 2, meldes det kun under P8.2",
        "the health matters are described; \"ingen\" is an answer; where they are missing under § 8, stk. 2, too, that is reported under P8.2 only",
    ),
    check: When(
        JOBAFKLARING,
        &Own(|case| {
            let answer = answered_or_nothing(&case.indstilling().forhold.helbred);
            let is_repeated = answer.is_not_met() && case.answer_to(&P8_2).is_some_and(Answer::is_not_met);
            if is_repeated { answer.same_as_rule(&P8_2) } else { answer }
        }),
    ),
    ..VED_JOBAFKLARING
};

/// § 8, stk. 5, nr. 1: the overall job or education goal.
///
/// Checked where a course is recommended: there is an answer in words.
pub(super) static P8_5_1: Rule = Rule {
    id: "P8.5.1",
    provision: Provision::p(8).stk(5).nr(1),
    texts: texts! {
        demand: "Teamet vurderer, hvilket overordnet job- eller uddannelsesmål der er relevant",
            "The team assesses which overall job or education goal is relevant";
        finding: "Indstillingen angiver ikke et overordnet job- eller uddannelsesmål",
            "The recommendation states no overall job or education goal";
        remedy: "Skriv det overordnede mål", "Write the overall goal";
        judgement: "Er målet relevant?", "Is the goal relevant?";
    },
    check: When(ET_FORLOEB, &Answered(at!(indstilling.maal))),
    ..VED_FORLOEB
};

/// § 8, stk. 5, nr. 2: the employment, education, social or health measures that are needed.
///
/// Checked where a course is recommended: at least one measure, each with its area. Concrete offers are voluntary, so an area
/// alone will do (A52). No measures at all is the finding of § 7, if it is as grave there (A39).
pub(super) static P8_5_2: Rule = Rule {
    id: "P8.5.2",
    provision: Provision::p(8).stk(5).nr(2),
    places: &[MEASURES.pointer, pointer!(indstilling.indsatser[].omraade)],
    beside: Beside::Places(&[pointer!(indstilling.indsatser[].beskrivelse)]),
    texts: texts! {
        demand: "Teamet vurderer, hvilke indsatser der er behov for", "The team assesses which measures are needed";
        finding: "Indstillingen angiver ikke de indsatser, der er behov for, med deres område",
            "The recommendation does not state the measures that are needed with their area";
        remedy: "Skriv hver indsats, og angiv, om den er beskæftigelsesrettet, uddannelsesrettet, social eller sundhedsmæssig",
            "Write each measure and say whether it is employment, education, social or health related";
        judgement: "Er indsatserne relevante?", "Are the measures relevant?";
    },
    own: said(
        "der er mindst én indsats i listen, og hver har sit område; en tekst alene er ikke nok, »ingen« giver en advarsel, og et konkret tilbud kræves ikke; er der ingen indsatser, og mangler de også efter § 7, meldes det kun dér",
        "there is at least one measure in the list, and each has its area; a text alone will not do, \"ingen\" is worth a warning, and no concrete offer is asked for; where there are none, and § 7 misses them too, that is reported there only",
    ),
    check: When(
        ET_FORLOEB,
        &Own(|case| {
            let indsatser = MEASURES.of(case);
            if indsatser.given() == Given::Unreadable {
                return MEASURES.tell(case, Answer::unreadable());
            }
            let answer = if entries(indsatser).next().is_some() {
                let areas = MEASURES.each(case, area);
                match said_to_be_none(case).filter(|_| areas.is_met()) {
                    Some(none) => none,
                    None => return areas,
                }
            } else {
                Described(at!(indstilling.indsatser[].beskrivelse)).answer(case)
            };
            // No measures at all is the finding of § 7 where it asks for them (A2).
            let asked_for = [&P7_2_PKT1, &P7_3_A];
            match asked_for.into_iter().find(|rule| case.answer_to(rule).is_some_and(Answer::is_not_met)) {
                Some(leading) => answer.same_as_rule(leading),
                None => answer,
            }
        }),
    ),
    ..VED_FORLOEB
};

/// The area of a measure. One that cannot be read itself may have named it (A53).
pub(super) fn area(entry: &Listed<'_, IndstilletIndsats<'_>>) -> Answer {
    let IndstilletIndsats { omraade, beskrivelse, .. } = entry.value;
    if omraade.is_absent() && beskrivelse.is_unreadable() {
        entry.at(key!(IndstilletIndsats.beskrivelse), Answer::unreadable())
    } else {
        entry.at(key!(IndstilletIndsats.omraade), decided(omraade))
    }
}

/// § 8, stk. 5, nr. 3: how follow-up is to be arranged.
///
/// Checked where a course is recommended: there is an answer in words.
pub(super) static P8_5_3_A: Rule = Rule {
    id: "P8.5.3.a",
    provision: Provision::p(8).stk(5).nr(3),
    texts: texts! {
        demand: "Teamet vurderer, hvordan den løbende opfølgning skal tilrettelægges",
            "The team assesses how follow-up is to be arranged";
        finding: "Indstillingen siger ikke, hvordan opfølgningen skal tilrettelægges",
            "The recommendation does not say how follow-up is to be arranged";
        remedy: "Beskriv opfølgningen under forløbet", "Describe the follow-up during the course";
        judgement: "Er opfølgningen beskrevet godt nok?", "Is the follow-up described well enough?";
    },
    check: When(ET_FORLOEB, &Answered(at!(indstilling.opfoelgning))),
    ..VED_FORLOEB
};

/// § 8, stk. 5, nr. 3: the need for a mentor.
///
/// Checked where a course is recommended: yes or no. The mentor's role is not asked for here (T28).
pub(super) static P8_5_3_B: Rule = Rule {
    id: "P8.5.3.b",
    provision: Provision::p(8).stk(5).nr(3),
    texts: texts! {
        demand: "Teamet vurderer behovet for mentor", "The team assesses the need for a mentor";
        finding: "Indstillingen tager ikke stilling til behovet for mentor",
            "The recommendation does not say whether a mentor is needed";
        remedy: "Svar ja eller nej til behovet for mentor", "Answer yes or no to the need for a mentor";
    },
    check: When(ET_FORLOEB, &Decided(at!(indstilling.mentor_behov))),
    ..VED_FORLOEB
};

/// § 8, stk. 5, nr. 4: whether the team wants to see the case again.
///
/// Checked where a course is recommended: yes or no.
pub(super) static P8_5_4: Rule = Rule {
    id: "P8.5.4",
    provision: Provision::p(8).stk(5).nr(4),
    texts: texts! {
        demand: "Teamet siger, om det ønsker at se sagen igen", "The team says whether it wants to see the case again";
        finding: "Indstillingen siger ikke, om teamet ønsker at se sagen igen",
            "The recommendation does not say whether the team wants to see the case again";
        remedy: "Svar ja eller nej til, om teamet vil se sagen igen",
            "Answer yes or no to whether the team wants to see the case again";
    },
    check: When(ET_FORLOEB, &Decided(at!(indstilling.genforelaeggelse))),
    ..VED_FORLOEB
};

pub(super) static IN_PARALLEL_BUT_ORDERED: Note = Note::new(
    "inParallelButOrdered",
    "Indstillingen siger, at indsatserne kan iværksættes parallelt, men angiver en rækkefølge",
    "The recommendation says that the measures can run in parallel, but gives an order",
)
.remedy("Ret svaret til nej, eller fjern rækkefølgen", "Change the answer to no, or take the order away");

const PARALLEL: At<Flag> = at!(indstilling.parallel);
const SPOKEN_OF: At = at!(indstilling.parallel_tekst);
const ORDER: At = at!(indstilling.raekkefoelge);

/// § 8, stk. 6, 1. pkt.: where the measures cannot run in parallel, that is said.
///
/// Checked: a no that is not spoken of, or a yes with an order, is worth a look. The team's assessment is to say it, and a no
/// in a field is an answer to a question, not a word of the team's; so a no alone meets nothing, and a no with a text, or with
/// the order that the team proposes, does (A25). Silence says nothing: the duty arises only where the team finds it impossible
/// (T54). A text or an order that cannot be read, or stands in another document, cannot be determined.
pub(super) static P8_6_PKT1: Rule = Rule {
    id: "P8.6.pkt1",
    provision: Provision::p(8).stk(6).pkt(1),
    kind: RuleKind::Advice,
    cells: BUT_13D.conditional(&[JA22, JAX, SDP3]).conditional(BY_OUTCOME),
    places: &[PARALLEL.pointer, SPOKEN_OF.pointer, ORDER.pointer],
    texts: texts! {
        demand: "Kan indsatserne ikke iværksættes parallelt, fremgår det af indstillingen",
            "Where the measures cannot run in parallel, the recommendation says so";
        finding: "Indstillingen svarer nej til, at indsatserne kan iværksættes parallelt, men omtaler det ikke",
            "The recommendation answers no to the measures running in parallel, but does not speak of it";
        remedy: "Skriv, at indsatserne ikke kan iværksættes parallelt; kan de det, så svar ja",
            "Write that the measures cannot run in parallel; if they can, answer yes";
        judgement: "Burde det fremgå, at indsatserne ikke kan iværksættes parallelt?",
            "Should it be said that the measures cannot run in parallel?";
    },
    own: said(
        "siger indstillingen nej til, at indsatserne kan iværksættes parallelt, omtaler den det i ord eller har en rækkefølge, ellers en advarsel; et ja ved siden af en rækkefølge giver også en; uden et svar er kravet ikke relevant",
        "where the recommendation says no to the measures running in parallel, it speaks of that in words or has an order, otherwise a warning; a yes beside an order is worth one too; without an answer the requirement is not relevant",
    ),
    check: When(
        ET_FORLOEB,
        &Own(|case| {
            let order = || ORDER.given(case);
            match PARALLEL.of(case) {
                Field::Absent => Answer::not_relevant(),
                Field::Unreadable => PARALLEL.tell(case, Answer::unreadable()),
                Field::Present(true) => match order() {
                    Given::Answer => ORDER.tell(case, PARALLEL.tell(case, Answer::warning(&IN_PARALLEL_BUT_ORDERED))),
                    Given::Blank | Given::Nothing => Answer::met(),
                    unclear => ORDER.tell(case, answered_as(unclear)),
                },
                // The order that the team proposes speaks of it as well as a text of its own.
                Field::Present(false) => match (SPOKEN_OF.given(case), order()) {
                    (Given::Answer, _) => SPOKEN_OF.found(case),
                    (_, Given::Answer) => ORDER.found(case),
                    (Given::Blank | Given::Nothing, Given::Blank | Given::Nothing) => {
                        SPOKEN_OF.tell(case, Answer::advice())
                    }
                    (text, order) if order > text => ORDER.tell(case, answered_as(order)),
                    (text, _) => SPOKEN_OF.tell(case, answered_as(text)),
                },
            }
        }),
    ),
    ..INDSTILLING
};

in_order! {
    P8_1_A P8_1_B P8_1_C P8_1_D P8_2 P8_3_A P8_3_B P8_3_C P8_4_A P8_4_B P8_4_C P8_5_1 P8_5_2 P8_5_3_A P8_5_3_B
    P8_5_4 P8_6_PKT1
}
