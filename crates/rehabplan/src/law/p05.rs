//! § 5: the indsatsdel, with goals, measures and follow-up.

use chrono::NaiveDate;

use super::check::{
    Given, answered, answered_as, below, decided, described, each, entries, given, given_entry, text_or_list,
};
use super::periods::{cover, earliest_end, is_shorter_than_six_months};
use super::{BY_OUTCOME, Cells, JA13D, JA22, JANY, JAX, Kind, Part, Provision, Rule, SDP3, Texts, text};
use crate::answer::{Answer, Outcome, Path, Severity};
use crate::case::{Case, Condition, Phase, Place};
use crate::plan::value::Value;
use crate::plan::{
    Afgoerelsesudfald, Date, Field, Indsatsdel, List, MinPlanIndsats, Opfoelgning, State, Text as PlanText,
};
use crate::reply;
use crate::text::{Note, notes};

/// The cases in which the indsatsdel is required from the outset.
const FROM_THE_OUTSET: &[crate::case::Variant] = &[JA22, JAX, JA13D, SDP3];

/// Where § 5 applies: from the outset in jobafklaring and category 3, elsewhere when the decision calls for it (T49).
pub(crate) const INDSATSDEL: Cells = Cells::NONE.required(FROM_THE_OUTSET).conditional(BY_OUTCOME);

/// The same for a requirement that has a condition of its own in every case.
const INDSATSDEL_ON_CONDITION: Cells = INDSATSDEL.conditional(FROM_THE_OUTSET);

/// Whether the case calls for an indsatsdel.
///
/// In jobafklaring and category 3 it does, unless the decision is expressly another one; an unknown or unreadable
/// decision does not lift the requirement (A13). Elsewhere the decision must be ressourceforløb or jobafklaring.
pub(crate) fn required(case: &Case<'_>) -> Condition {
    use Afgoerelsesudfald::{Jobafklaringsforloeb, Ressourceforloeb, Sygedagpengeindsats};
    if case.is_any(FROM_THE_OUTSET) {
        match case.afgjort(&[Jobafklaringsforloeb, Ressourceforloeb, Sygedagpengeindsats]) {
            Condition::Fails => Condition::Fails,
            _ => Condition::Holds,
        }
    } else {
        case.afgjort(&[Ressourceforloeb, Jobafklaringsforloeb])
    }
}

static MIN_PLAN_NOT_SENT: Note = Note::new(
    "minPlanNotSent",
    "Kan ikke afgøres: alt står i Min Plan, men indholdet er ikke sendt med",
    "Cannot be determined: everything is in Min Plan, but its content was not sent along",
)
.remedy("Send indholdet af Min Plan med", "Send the content of Min Plan along");

/// A requirement for the content of the indsatsdel, wherever it stands: in a separate part or in Min Plan (T25).
pub(crate) fn content(case: &Case<'_>, check: impl FnOnce(&Indsatsdel<'_>, &'static str) -> Answer) -> Answer {
    of_the_part(case, || match case.indsatsdel() {
        (Place::NotSent, _) => Answer::undetermined(&MIN_PLAN_NOT_SENT).depends_on_fact("/minPlan/indsatsdel"),
        (place, part) => check(part, place.pointer()),
    })
}

/// A requirement that is about the indsatsdel. Where the whole part is missing, nothing is said of it: that is one finding
/// on the requirement for the part, or, as long as the decision is unknown, one answer that cannot be determined (A4, A43).
fn of_the_part(case: &Case<'_>, answer: impl FnOnce() -> Answer) -> Answer {
    match (required(case), case.indsatsdel()) {
        (Condition::Fails, _) => Answer::not_relevant(),
        (_, (Place::Nowhere, _)) => Answer::not_applicable(&notes::PART_MISSING),
        (condition, _) => condition.then(answer),
    }
}

/// There is an indsatsdel, or Min Plan holds everything.
fn there_is_one(case: &Case<'_>) -> Answer {
    required(case).then(|| match case.indsatsdel() {
        (Place::Nowhere, _) if case.plan.min_plan.indeholder_alt.is_unreadable() => Answer::unreadable(),
        (Place::Nowhere, _) => Answer::missing(),
        (_, part) if part.state() == State::Unreadable => Answer::unreadable(),
        _ => Answer::met(),
    })
}

/// Tells where in the indsatsdel an answer that is not "met" is about.
fn at(answer: Answer, part: &str, key: &str) -> Answer {
    if answer.is_met() { answer } else { answer.at(below(part, key)) }
}

/// An answer in every entry, or one for all of them. A common text answers for the entries that have none of their own; an
/// entry that says "ingen" has one, and it is worth a look unless the common text makes up for it (A46).
fn each_or_common<'l, 'a: 'l, T: Value<'a>>(
    (list, list_path): (&'l List<T>, &'l str),
    (key, text): (&str, impl Fn(&'l T) -> &'l Field<PlanText<'a>>),
    (common, common_path): (&Field<PlanText<'_>>, Path),
) -> Answer {
    let common = given(common);
    let each = each(list, list_path, |entry| match (given(text(entry.value)), common) {
        (Given::Blank, Given::Nothing | Given::Unreadable | Given::Reference) => {
            answered_as(common).at(common_path.clone())
        }
        (own, _) => entry.at(key, answered_as(own)),
    });
    let may_do_without = matches!(each.outcome(), Outcome::NotMet | Outcome::Undetermined);
    if common == Given::Answer && may_do_without { Answer::met() } else { each }
}

/// § 5, stk. 1, 1. pkt. (and § 2, stk. 1, 3. pkt.): an indsatsdel for everyone who is to have a ressourceforløb or a
/// jobafklaringsforløb.
///
/// Checked: at least one field of it is filled in, or Min Plan holds everything (§ 5, stk. 3, 2. pkt.). What counts is the
/// decision, not what the case began as (T49); as long as it is unknown, so is whether the part is missing (A43).
pub(super) static P5_1_PKT1: Rule = Rule {
    id: "P5.1.pkt1",
    provision: Provision::p(5).stk(1).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: Cells::NONE.required(&[JA22, JAX, JA13D]).conditional(BY_OUTCOME),
    paths: &["/indsatsdel", "/minPlan/indeholderAlt"],
    texts: Texts {
        demand: text(
            "Der er en indsatsdel i sager om ressourceforløb og jobafklaringsforløb",
            "There is an indsatsdel in cases of ressourceforløb and jobafklaringsforløb",
        ),
        finding: text("Der er ingen indsatsdel", "There is no indsatsdel"),
        remedy: text(
            "Udarbejd indsatsdelen, eller angiv, at alle dens oplysninger står i Min Plan",
            "Make the indsatsdel, or state that Min Plan holds all of it",
        ),
        judgement: None,
    },
    check: there_is_one,
};

/// § 5, stk. 1, 2. pkt.: an indsatsdel in sygedagpenge in category 3.
///
/// Checked: as the first sentence.
pub(super) static P5_1_PKT2: Rule = Rule {
    id: "P5.1.pkt2",
    provision: Provision::p(5).stk(1).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: Cells::NONE.required(&[SDP3]),
    paths: &["/indsatsdel", "/minPlan/indeholderAlt"],
    texts: Texts {
        demand: text(
            "Der er en indsatsdel i sygedagpengesager i kategori 3",
            "There is an indsatsdel in category 3 sickness benefit cases",
        ),
        finding: text("Der er ingen indsatsdel", "There is no indsatsdel"),
        remedy: text(
            "Udarbejd indsatsdelen, eller angiv, at alle dens oplysninger står i Min Plan",
            "Make the indsatsdel, or state that Min Plan holds all of it",
        ),
        judgement: None,
    },
    check: there_is_one,
};

static CONCRETE_GOAL_NOT_RULED_OUT: Note = Note::new(
    "concreteGoalNotRuledOut",
    "Der er kun et overordnet mål, og planen siger ikke, at et konkret mål ikke er muligt",
    "There is only an overall goal, and the plan does not say that a concrete one is not possible",
);

/// § 5, stk. 1, nr. 1, 1. pkt.: the citizen's concrete goal of job or education.
///
/// Checked: there is one, or an overall goal takes its place under the second sentence. An overall goal where the plan says
/// that a concrete one was possible is an error (A19). Whether the goal is concrete is for a person.
pub(super) static P5_1_1_PKT1: Rule = Rule {
    id: "P5.1.1.pkt1",
    provision: Provision::p(5).stk(1).nr(1).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/maal/konkret", "/indsatsdel/maal/overordnet", "/indsatsdel/maal/konkretIkkeMuligt"],
    texts: Texts {
        demand: text(
            "Indsatsdelen fastsætter et konkret mål om job eller uddannelse",
            "The indsatsdel sets a concrete job or education goal",
        ),
        finding: text(
            "Indsatsdelen fastsætter ikke et konkret mål om job eller uddannelse",
            "The indsatsdel sets no concrete job or education goal",
        ),
        remedy: text(
            "Skriv et konkret mål; er det ikke muligt, så skriv et overordnet og angiv, at et konkret ikke er muligt",
            "Write a concrete goal; if that is not possible, write an overall one and say so",
        ),
        judgement: Some(text("Er målet konkret?", "Is the goal concrete?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            let maal = &part.maal;
            match (given(&maal.konkret), given(&maal.overordnet)) {
                (Given::Answer, _) => Answer::met(),
                (Given::Reference | Given::Unreadable, _) => at(answered(&maal.konkret), pointer, "maal/konkret"),
                (_, Given::Answer) => match maal.konkret_ikke_muligt {
                    // A concrete goal was possible, so an overall one will not do (A19).
                    Field::Present(false) => Answer::missing().at(below(pointer, "maal/konkret")),
                    Field::Unreadable => Answer::unreadable().at(below(pointer, "maal/konkretIkkeMuligt")),
                    _ => Answer::met(),
                },
                (_, Given::Reference | Given::Unreadable) => at(answered(&maal.overordnet), pointer, "maal/overordnet"),
                // Neither: what is said of the overall goal is no better than what is said of the concrete one.
                (Given::Nothing, _) => at(answered(&maal.konkret), pointer, "maal/konkret"),
                _ => at(answered(&maal.overordnet), pointer, "maal/konkret"),
            }
        })
    },
};

/// § 5, stk. 1, nr. 1, 2. pkt.: an overall goal, such as a trade or a function, where a concrete one is not possible.
///
/// Checked only where there is no concrete goal: there is an overall one. The plan not saying that a concrete one is
/// impossible is worth a look (T26). Neither goal is one finding, on the first sentence (A2).
pub(super) static P5_1_1_PKT2: Rule = Rule {
    id: "P5.1.1.pkt2",
    provision: Provision::p(5).stk(1).nr(1).pkt(2),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL_ON_CONDITION,
    paths: &["/indsatsdel/maal/overordnet", "/indsatsdel/maal/konkretIkkeMuligt"],
    texts: Texts {
        demand: text(
            "Er et konkret mål ikke muligt, fastsætter indsatsdelen et overordnet mål",
            "Where a concrete goal is not possible, the indsatsdel sets an overall one",
        ),
        finding: text(
            "Indsatsdelen fastsætter hverken et konkret eller et overordnet mål",
            "The indsatsdel sets neither a concrete nor an overall goal",
        ),
        remedy: text(
            "Skriv et overordnet mål, og angiv, at et konkret mål ikke er muligt",
            "Write an overall goal and say that a concrete one is not possible",
        ),
        judgement: Some(text("Var et konkret mål virkelig umuligt?", "Was a concrete goal really impossible?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            let maal = &part.maal;
            match (given(&maal.konkret), given(&maal.overordnet)) {
                (Given::Answer | Given::Reference, _) => Answer::not_relevant(),
                (Given::Unreadable, _) => Answer::unreadable().at(below(pointer, "maal/konkret")),
                (_, Given::Answer) => match maal.konkret_ikke_muligt {
                    Field::Present(true) => Answer::met(),
                    Field::Present(false) => Answer::not_relevant(),
                    Field::Unreadable => Answer::unreadable().at(below(pointer, "maal/konkretIkkeMuligt")),
                    Field::Absent => {
                        Answer::warning(&CONCRETE_GOAL_NOT_RULED_OUT).at(below(pointer, "maal/konkretIkkeMuligt"))
                    }
                },
                (_, Given::Reference | Given::Unreadable) => at(answered(&maal.overordnet), pointer, "maal/overordnet"),
                // "None" in place of a concrete goal is the first sentence's finding alone.
                (Given::Nothing, _) => Answer::not_relevant(),
                _ => at(answered(&maal.overordnet), pointer, "maal/overordnet").same_as_rule(&P5_1_1_PKT1),
            }
        })
    },
};

/// § 5, stk. 1, nr. 2: objectives that lead to the goal.
///
/// Checked: at least one, in words.
pub(super) static P5_1_2_A: Rule = Rule {
    id: "P5.1.2.a",
    provision: Provision::p(5).stk(1).nr(2),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/delmaal"],
    texts: Texts {
        demand: text("Indsatsdelen fastsætter mindst ét delmål", "The indsatsdel sets at least one objective"),
        finding: text("Indsatsdelen fastsætter ingen delmål", "The indsatsdel sets no objectives"),
        remedy: text("Skriv de delmål, der skal føre til målet", "Write the objectives that are to lead to the goal"),
        judgement: Some(text("Er delmålene relevante?", "Are the objectives relevant?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            described(&part.delmaal, &below(pointer, "delmaal"), "beskrivelse", |delmaal| &delmaal.beskrivelse)
        })
    },
};

/// § 5, stk. 1, nr. 2: the objectives lie within four areas.
///
/// Checked: each objective names its area. One in each area is not required (T27).
pub(super) static P5_1_2_B: Rule = Rule {
    id: "P5.1.2.b",
    provision: Provision::p(5).stk(1).nr(2),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/delmaal/*/omraade"],
    texts: Texts {
        demand: text(
            "Hvert delmål hører til et af de fire områder",
            "Every objective belongs to one of the four areas",
        ),
        finding: text(
            "Et delmål er ikke henført til et af de fire områder",
            "An objective is not referred to one of the four areas",
        ),
        remedy: text(
            "Angiv området: beskæftigelse, sundhed, uddannelse eller det sociale",
            "State the area: employment, health, education or social matters",
        ),
        judgement: Some(text("Burde et område mere være med?", "Should another area be included?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            each(&part.delmaal, &below(pointer, "delmaal"), |entry| entry.at("omraade", decided(&entry.value.omraade)))
        })
    },
};

/// § 5, stk. 1, nr. 2: reasons for the objectives.
///
/// Checked: reasons for each, or one text for all. "Ingen" is worth a look in either place (A46).
pub(super) static P5_1_2_C: Rule = Rule {
    id: "P5.1.2.c",
    provision: Provision::p(5).stk(1).nr(2),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/delmaal/*/begrundelse", "/indsatsdel/delmaalBegrundelse"],
    texts: Texts {
        demand: text("Delmålene er begrundet", "The objectives are reasoned"),
        finding: text("Et delmål er ikke begrundet", "An objective has no reasons"),
        remedy: text(
            "Begrund hvert delmål, eller skriv én fælles begrundelse",
            "Give reasons for each objective, or for all of them together",
        ),
        judgement: Some(text("Er begrundelsen god nok?", "Are the reasons good enough?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            each_or_common(
                (&part.delmaal, &below(pointer, "delmaal")),
                ("begrundelse", |delmaal| &delmaal.begrundelse),
                (&part.delmaal_begrundelse, below(pointer, "delmaalBegrundelse")),
            )
        })
    },
};

/// § 5, stk. 1, nr. 3: concrete measures or other activities.
///
/// Checked: at least one, in words. Whether they are concrete is for a person, and nothing but "to be clarified later" is
/// left to one altogether. An entry that says "ingen", or has no text of its own, does not change that (A49); one that
/// cannot be read, or stands in another document, may be the concrete one.
pub(super) static P5_1_3_A: Rule = Rule {
    id: "P5.1.3.a",
    provision: Provision::p(5).stk(1).nr(3),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/tilbud"],
    texts: Texts {
        demand: text(
            "Indsatsdelen fastsætter konkrete tilbud eller aktiviteter",
            "The indsatsdel sets concrete measures or activities",
        ),
        finding: text(
            "Indsatsdelen fastsætter ingen tilbud eller aktiviteter",
            "The indsatsdel sets no measures or activities",
        ),
        remedy: text(
            "Skriv de tilbud eller aktiviteter, der skal indgå",
            "Write the measures or activities that are to be part of it",
        ),
        judgement: Some(text(
            "Er tilbuddene eller aktiviteterne konkrete?",
            "Are the measures or activities concrete?",
        )),
    },
    check: |case| {
        content(case, |part, pointer| {
            let is_later = |text: &&Field<PlanText<'_>>| text.get().is_some_and(|text| reply::is_later(text.as_str()));
            let (later, other): (Vec<_>, Vec<_>) =
                part.tilbud.entries().iter().map(|tilbud| &tilbud.beskrivelse).partition(is_later);
            if later.is_empty() {
                return described(&part.tilbud, &below(pointer, "tilbud"), "beskrivelse", |tilbud| &tilbud.beskrivelse);
            }
            match other.into_iter().map(given).max().unwrap_or(Given::Blank) {
                // Only a promise that something will be found: whether that is concrete is for a person.
                Given::Blank | Given::Nothing => Answer::review(),
                best => at(answered_as(best), pointer, "tilbud"),
            }
        })
    },
};

/// § 5, stk. 1, nr. 3: the goal of the measures in the short term.
///
/// Checked: for each measure, or in one text for all (T29). "Ingen" is worth a look in either place (A46).
pub(super) static P5_1_3_B: Rule = Rule {
    id: "P5.1.3.b",
    provision: Provision::p(5).stk(1).nr(3),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/tilbud/*/kortsigtetMaal", "/indsatsdel/kortsigtetMaal"],
    texts: Texts {
        demand: text(
            "Målet med indsatsen på kort sigt er beskrevet",
            "What the measures are to achieve in the short term is described",
        ),
        finding: text(
            "Målet med indsatsen på kort sigt er ikke beskrevet",
            "What the measures are to achieve in the short term is not described",
        ),
        remedy: text(
            "Skriv målet på kort sigt for hvert tilbud, eller ét fælles",
            "Write the short-term goal of each measure, or one for all",
        ),
        judgement: Some(text("Er målet beskrevet godt nok?", "Is the goal described well enough?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            each_or_common(
                (&part.tilbud, &below(pointer, "tilbud")),
                ("kortsigtetMaal", |tilbud| &tilbud.kortsigtet_maal),
                (&part.kortsigtet_maal, below(pointer, "kortsigtetMaal")),
            )
        })
    },
};

/// § 5, stk. 1, nr. 4: the follow-up.
///
/// Checked: a text, or at least one follow-up. A date alone is one; "ingen" is worth a look, in the text and in an entry, and
/// an entry that only refers to a document, a machine cannot read (A46). The provision sets no frequency. It applies to
/// jobafklaring and sygedagpenge too.
pub(super) static P5_1_4_A: Rule = Rule {
    id: "P5.1.4.a",
    provision: Provision::p(5).stk(1).nr(4),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/opfoelgning", "/indsatsdel/opfoelgninger"],
    texts: Texts {
        demand: text("Den løbende opfølgning er fastsat", "The follow-up is laid down"),
        finding: text("Den løbende opfølgning er ikke fastsat", "The follow-up is not laid down"),
        remedy: text("Skriv, hvordan og hvor ofte der følges op", "Write how and how often there is follow-up"),
        judgement: Some(text("Er opfølgningen hyppig nok?", "Is the follow-up frequent enough?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            let follow_up = |entry: &Opfoelgning<'_>| match (given_entry(entry), given(&entry.beskrivelse)) {
                (Given::Answer, Given::Nothing) => Given::Nothing,
                (entry, _) => entry,
            };
            let list = &part.opfoelgninger;
            let best = list.entries().iter().map(follow_up).max();
            let listed = best.unwrap_or(if list.is_unreadable() { Given::Unreadable } else { Given::Blank });
            text_or_list((&part.opfoelgning, below(pointer, "opfoelgning")), (listed, below(pointer, "opfoelgninger")))
        })
    },
};

/// § 5, stk. 1, nr. 4: the need for a mentor.
///
/// Checked: yes or no. No is an answer (T28).
pub(super) static P5_1_4_B: Rule = Rule {
    id: "P5.1.4.b",
    provision: Provision::p(5).stk(1).nr(4),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/mentor/behov"],
    texts: Texts {
        demand: text("Der er taget stilling til behovet for mentor", "The need for a mentor has been decided"),
        finding: text(
            "Der er ikke taget stilling til behovet for mentor",
            "The need for a mentor has not been decided",
        ),
        remedy: text("Svar ja eller nej til behovet for mentor", "Answer yes or no to the need for a mentor"),
        judgement: None,
    },
    check: |case| content(case, |part, pointer| at(decided(&part.mentor.behov), pointer, "mentor/behov")),
};

/// § 5, stk. 1, nr. 4: the mentor's role and tasks.
///
/// Checked where a mentor is needed: an answer in words.
pub(super) static P5_1_4_C: Rule = Rule {
    id: "P5.1.4.c",
    provision: Provision::p(5).stk(1).nr(4),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL_ON_CONDITION,
    paths: &["/indsatsdel/mentor/rolleOgOpgaver"],
    texts: Texts {
        demand: text(
            "Mentorens rolle og opgaver er beskrevet, når der er behov for mentor",
            "The mentor's role and tasks are described where a mentor is needed",
        ),
        finding: text("Mentorens rolle og opgaver er ikke beskrevet", "The mentor's role and tasks are not described"),
        remedy: text("Beskriv, hvad mentoren skal gøre", "Describe what the mentor is to do"),
        judgement: Some(text("Er rolle og opgaver beskrevet godt nok?", "Are role and tasks described well enough?")),
    },
    check: |case| {
        content(case, |part, pointer| match part.mentor.behov {
            Field::Present(true) => at(answered(&part.mentor.rolle_og_opgaver), pointer, "mentor/rolleOgOpgaver"),
            Field::Present(false) => Answer::not_relevant(),
            Field::Absent => Answer::lacks(below(pointer, "mentor/behov")),
            Field::Unreadable => Answer::unreadable().depends_on_fact(below(pointer, "mentor/behov")),
        })
    },
};

/// Whether § 5, stk. 2, exempts the course: a jobafklaring or sygedagpenge course of less than six months. The kind
/// follows the decision, and without one the kind of case; a ressourceforløb is never short (A12).
fn short_course(case: &Case<'_>) -> Condition {
    let may_be_short = match case.plan.afgoerelse.udfald {
        Field::Present(decided) => {
            matches!(decided, Afgoerelsesudfald::Jobafklaringsforloeb | Afgoerelsesudfald::Sygedagpengeindsats).into()
        }
        Field::Absent => case.is_any(&[JA22, JAX, JA13D, JANY, SDP3]).into(),
        Field::Unreadable => Condition::Unreadable("/afgoerelse/udfald"),
    };
    match (may_be_short, is_shorter_than_six_months(&case.plan.forloeb)) {
        // A course that is not known to be short is not, whatever the decision says (A48).
        (Condition::Fails, _) | (_, Condition::Fails) => Condition::Fails,
        (Condition::Holds, is_short) => is_short,
        (unknown, _) => unknown,
    }
}

/// The periods of a short course: exempt when they cover every day of it (A28). One whose first or last day is open or
/// cannot be read may cover what the others leave, and then nobody knows (A48).
fn periods_of_a_short_course(
    case: &Case<'_>,
    part: &Indsatsdel<'_>,
    pointer: &str,
    own: Answer,
    each: &[Answer],
) -> Answer {
    let forloeb = &case.plan.forloeb;
    let (Some(Date(from)), Some(Date(to))) = (forloeb.startdato.value(), forloeb.slutdato.value()) else {
        // Known in months only: there are no days to hold the periods against.
        return Answer::exempt(Provision::p(5).stk(2));
    };
    let day = |field: &Field<Date>| field.value().map(|date| date.0);
    let periods = entries(&part.perioder).map(|(_, period)| (day(&period.startdato), day(&period.slutdato)));
    if cover(periods.clone().filter_map(|(start, end)| start.zip(end)), from, to) {
        return Answer::exempt(Provision::p(5).stk(2));
    }
    if own.severity() != Some(Severity::Error) {
        return own;
    }
    let at_most = periods.map(|(start, end)| (start.unwrap_or(from), end.unwrap_or(to)));
    let unknown = each.iter().filter(|answer| answer.is_undetermined()).cloned();
    match Answer::gravest(unknown) {
        Some(unknown) if cover(at_most, from, to) => unknown,
        _ => Answer::warning(&notes::SHORT_COURSE_NOT_COVERED).at(pointer.to_owned()),
    }
}

/// § 5, stk. 2: measures, activities and follow-up are laid down for at least 6 months at a time.
///
/// Checked in every period: its last day is not before the day that [`earliest_end`] gives for its first. No period, or one
/// that ends before it begins, is an error; an open one cannot be determined. A short course exempts when the periods cover
/// it, and a remaining period at the end of a course is worth a look (T23, A28). Without a course there is nothing to exempt,
/// even if the decision cannot be read (A48).
pub(super) static P5_2_A: Rule = Rule {
    id: "P5.2.a",
    provision: Provision::p(5).stk(2).led("1. led"),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/perioder"],
    texts: Texts {
        demand: text(
            "Tilbud, aktiviteter og opfølgning er fastlagt for mindst 6 måneder ad gangen",
            "Measures, activities and follow-up are laid down for at least 6 months at a time",
        ),
        finding: text(
            "Tilbud, aktiviteter og opfølgning er ikke fastlagt for mindst 6 måneder ad gangen",
            "Measures, activities and follow-up are not laid down for at least 6 months at a time",
        ),
        remedy: text(
            "Fastlæg en periode på mindst 6 kalendermåneder, begge dage medregnet",
            "Lay down a period of at least 6 calendar months, both days included",
        ),
        judgement: Some(text(
            "Er en kortere restperiode ved forløbets slutning begrundet?",
            "Is a shorter remaining period at the end of the course justified?",
        )),
    },
    check: |case| {
        content(case, |part, pointer| {
            let pointer = below(pointer, "perioder");
            if part.perioder.is_unreadable() {
                return Answer::unreadable().at(pointer);
            }
            if entries(&part.perioder).next().is_none() {
                return Answer::missing().at(pointer);
            }
            let backwards = entries(&part.perioder)
                .any(|(_, period)| period.startdato.get().zip(period.slutdato.get()).is_some_and(|(s, e)| e < s));
            let first_start = entries(&part.perioder).filter_map(|(_, period)| period.startdato.value()).min();
            let each: Vec<_> = entries(&part.perioder)
                .map(|(index, period)| {
                    six_months(case, first_start, &period.startdato, &period.slutdato, &format!("{pointer}/{index}"))
                })
                .collect();
            let own = Answer::all(each.iter().cloned());
            match short_course(case) {
                Condition::Holds if !backwards => periods_of_a_short_course(case, part, &pointer, own, &each),
                // The exemption is not in use, but nor is it known that the period is too short.
                Condition::Unreadable(fact) if own.severity() == Some(Severity::Error) && !backwards => {
                    Answer::unreadable().at(fact).depends_on_fact(fact)
                }
                _ => own,
            }
        })
    },
};

/// One period: at least six months, both days included.
fn six_months(
    case: &Case<'_>,
    first_start: Option<Date>,
    start: &Field<Date>,
    end: &Field<Date>,
    pointer: &str,
) -> Answer {
    let (start_path, end_path) = (below(pointer, "startdato"), below(pointer, "slutdato"));
    match (start, end) {
        (Field::Unreadable, _) => Answer::unreadable().at(start_path),
        (_, Field::Unreadable) => Answer::unreadable().at(end_path),
        (Field::Absent, _) => Answer::lacks(start_path.clone()).at(start_path),
        (_, Field::Absent) => Answer::lacks(end_path.clone()).at(end_path),
        (Field::Present(start), Field::Present(end)) if end < start => {
            Answer::missing().with_note(&notes::END_BEFORE_START).at(start_path).at(end_path)
        }
        (Field::Present(start), Field::Present(end)) => {
            if earliest_end(start.0).is_some_and(|earliest| end.0 >= earliest) {
                Answer::met()
            } else if is_remainder(case, first_start, *start, *end) {
                Answer::warning(&notes::REMAINDER).at(end_path)
            } else {
                Answer::missing().with_note(&notes::SHORTER_THAN_SIX_MONTHS).at(end_path)
            }
        }
    }
}

/// Whether a short period is what remains of the course after an earlier one (T23).
fn is_remainder(case: &Case<'_>, first_start: Option<Date>, start: Date, end: Date) -> bool {
    let course_ends = case.plan.forloeb.slutdato.value().is_some_and(|last| last <= end);
    let has_earlier = first_start.is_some_and(|earliest| earliest < start);
    course_ends && has_earlier
}

/// § 5, stk. 2: not in a jobafklaring or sygedagpenge course of less than 6 months.
///
/// Exempts when the whole course is shorter than six calendar months; exactly six is not (T24), and a course of unknown
/// length is not either. An unreadable or backward course exempts from nothing (A6).
pub(super) static P5_2_B: Rule = Rule {
    id: "P5.2.b",
    provision: Provision::p(5).stk(2).led("2. led"),
    kind: Kind::Exemption,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: Cells::NONE.exempt(Provision::p(5).stk(2), FROM_THE_OUTSET).exempt(Provision::p(5).stk(2), BY_OUTCOME),
    paths: &["/forloeb/startdato", "/forloeb/slutdato", "/forloeb/varighedMaaneder"],
    texts: Texts {
        demand: text(
            "Et jobafklarings- eller sygedagpengeforløb på under 6 måneder er fritaget for kravet om 6 måneder",
            "A jobafklaring or sygedagpenge course of less than 6 months is exempt from the requirement of 6 months",
        ),
        finding: text("Forløbet er ikke fritaget", "The course is not exempt"),
        remedy: text("Angiv forløbets første og sidste dag", "State the first and last day of the course"),
        judgement: Some(text("Er den forventede varighed realistisk?", "Is the expected length realistic?")),
    },
    check: |case| {
        let in_use = required(case) == Condition::Holds && case.indsatsdel().0 != Place::Nowhere;
        if in_use && short_course(case) == Condition::Holds {
            Answer::exempt(Provision::p(5).stk(2))
        } else {
            Answer::not_applicable(&notes::EXEMPTION_NOT_USED)
        }
    },
};

pub(crate) static AS_OF_MISSING: Note =
    Note::new("asOfMissing", "Kan ikke afgøres uden dagen i dag", "Cannot be determined without today's date").remedy(
        "Angiv dagen i dag: »asOf«, eller --as-of på kommandolinjen",
        "Give today's date: \"asOf\", or --as-of on the command line",
    );

static PERIOD_HAS_RUN_OUT: Note = Note::new(
    "periodHasRunOut",
    "Den seneste planperiode er udløbet, og forløbet er stadig i gang",
    "The latest plan period has run out, and the course is still running",
);

/// § 5, stk. 2: the plan is kept up to date. That is the indsatsdel (T62).
///
/// Checked on the day given as today: the date of the latest update is there, and the latest period has not run out while
/// the course is still running. The provision sets no interval.
pub(super) static P5_2_C: Rule = Rule {
    id: "P5.2.c",
    provision: Provision::p(5).stk(2).led("3. led"),
    kind: Kind::Advice,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/indsatsdel/senestOpdateret", "/indsatsdel/perioder"],
    texts: Texts {
        demand: text("Indsatsdelen opdateres løbende", "The indsatsdel is kept up to date"),
        finding: text(
            "Det fremgår ikke, hvornår indsatsdelen sidst er opdateret",
            "The plan does not say when the indsatsdel was last updated",
        ),
        remedy: text("Opdater indsatsdelen, og skriv datoen", "Update the indsatsdel and write the date"),
        judgement: Some(text("Opdateres planen ofte nok?", "Is the plan updated often enough?")),
    },
    check: |case| {
        content(case, |part, pointer| {
            let Some(today) = case.as_of else {
                return Answer::undetermined(&AS_OF_MISSING);
            };
            let updated = match part.senest_opdateret {
                Field::Present(_) => Answer::met(),
                Field::Absent => Answer::advice().at(below(pointer, "senestOpdateret")),
                Field::Unreadable => Answer::unreadable().at(below(pointer, "senestOpdateret")),
            };
            updated.and(at(not_run_out(case, part, today), pointer, "perioder"))
        })
    },
};

/// The latest period reaches today, or the course has ended.
fn not_run_out(case: &Case<'_>, part: &Indsatsdel<'_>, today: NaiveDate) -> Answer {
    const COURSE_ENDS: &str = "/forloeb/slutdato";
    let mut ends = entries(&part.perioder).map(|(_, period)| &period.slutdato);
    if part.perioder.is_unreadable() || ends.clone().any(Field::is_unreadable) {
        return Answer::unreadable();
    }
    // An open period has not run out; no period at all is a finding of its own (P5.2.a).
    let has_run_out = ends.clone().next().is_some() && ends.all(|end| end.value().is_some_and(|end| end.0 < today));
    match &case.plan.forloeb.slutdato {
        _ if !has_run_out => Answer::met(),
        Field::Present(last) if last.0 < today => Answer::met(),
        Field::Present(_) => Answer::warning(&PERIOD_HAS_RUN_OUT),
        Field::Unreadable => Answer::unreadable().depends_on_fact(COURSE_ENDS),
        // Whether the course is still running is not known (A4).
        Field::Absent => Answer::lacks(COURSE_ENDS),
    }
}

static NOT_SHOWN_IN_MIN_PLAN: Note = Note::new(
    "notShownInMinPlan",
    "En af indsatserne i indsatsdelen vises ikke i Min Plan",
    "One of the measures in the indsatsdel is not shown in Min Plan",
);

/// § 5, stk. 3, 1. pkt.: the indsatsdel is part of Min Plan, so that all measures are shown there.
///
/// Checked: the plan says so, and every measure with a key is in Min Plan's list. Measures without a key are not compared
/// (A23). Without that list it cannot be determined, unless the indsatsdel itself stands in Min Plan (A44); nor where one
/// that seems to be left out may be the one that cannot be read.
pub(super) static P5_3_PKT1: Rule = Rule {
    id: "P5.3.pkt1",
    provision: Provision::p(5).stk(3).pkt(1),
    kind: Kind::Requirement,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: INDSATSDEL,
    paths: &["/minPlan/indgaar", "/minPlan/indsatser"],
    texts: Texts {
        demand: text(
            "Indsatsdelen indgår i Min Plan, og alle indsatser vises dér",
            "The indsatsdel is part of Min Plan, and all measures are shown there",
        ),
        finding: text(
            "Det fremgår ikke, at indsatsdelen indgår i Min Plan, så alle indsatser vises dér",
            "The plan does not say that the indsatsdel is part of Min Plan, so that all measures are shown there",
        ),
        remedy: text(
            "Lad indsatsdelen indgå i Min Plan, og vis alle indsatser dér",
            "Make the indsatsdel part of Min Plan and show all measures there",
        ),
        judgement: Some(text("Er visningen i Min Plan dækkende?", "Does Min Plan show all of it?")),
    },
    check: |case| {
        of_the_part(case, || {
            let min_plan = &case.plan.min_plan;
            let (place, part) = case.indsatsdel();
            let is_part = match min_plan.indgaar {
                Field::Present(true) => Answer::met(),
                Field::Unreadable => Answer::unreadable().at("/minPlan/indgaar"),
                _ => Answer::missing().at("/minPlan/indgaar"),
            };
            is_part.and(all_shown(case, place, part))
        })
    },
};

/// Every measure with a key is among those that Min Plan shows.
fn all_shown(case: &Case<'_>, place: Place, part: &Indsatsdel<'_>) -> Answer {
    const SHOWN: &str = "/minPlan/indsatser";
    fn key<'t>(id: &'t Field<PlanText<'_>>) -> Option<&'t str> {
        id.get().map(|id| id.as_str().trim()).filter(|id| !reply::is_no_value(id))
    }
    let shown = &case.plan.min_plan.indsatser;
    if shown.is_unreadable() || part.tilbud.is_unreadable() {
        return Answer::unreadable().at(SHOWN);
    }
    if entries(shown).next().is_none() {
        let is_shown = matches!(place, Place::MinPlan | Place::NotSent);
        return if is_shown { Answer::met() } else { Answer::lacks(SHOWN).at(SHOWN) };
    }
    let is_unclear = |(_, indsats): (usize, &MinPlanIndsats<'_>)| {
        indsats.id.is_unreadable() || key(&indsats.id).is_none() && given(&indsats.beskrivelse) == Given::Reference
    };
    let has_unclear = entries(shown).any(is_unclear);
    let mut keys: Vec<&str> = entries(shown).filter_map(|(_, indsats)| key(&indsats.id)).collect();
    keys.sort_unstable();
    Answer::all(entries(&part.tilbud).map(|(_, tilbud)| match key(&tilbud.id) {
        _ if tilbud.id.is_unreadable() => Answer::unreadable().at(below(place.pointer(), "tilbud")),
        Some(id) if keys.binary_search(&id).is_ok() => Answer::met(),
        Some(_) if has_unclear => Answer::unreadable().at(SHOWN),
        Some(_) => Answer::missing().with_note(&NOT_SHOWN_IN_MIN_PLAN).at(SHOWN),
        None => Answer::met(),
    }))
}

/// § 5, stk. 3, 2. pkt.: no separate indsatsdel when Min Plan holds all relevant information.
///
/// Exempts from the document, not from its content: the requirements of stk. 1-2 are then held against what Min Plan holds,
/// and cannot be determined when only the statement was sent (T25).
pub(super) static P5_3_PKT2: Rule = Rule {
    id: "P5.3.pkt2",
    provision: Provision::p(5).stk(3).pkt(2),
    kind: Kind::Exemption,
    phase: Phase::Indsats,
    part: Part::Any,
    cells: Cells::NONE.exempt(Provision::p(5).stk(3), FROM_THE_OUTSET).exempt(Provision::p(5).stk(3), BY_OUTCOME),
    paths: &["/minPlan/indeholderAlt", "/minPlan/indsatsdel"],
    texts: Texts {
        demand: text(
            "En særskilt indsatsdel kan udelades, når alle relevante oplysninger står i Min Plan",
            "A separate indsatsdel may be left out when Min Plan holds all relevant information",
        ),
        finding: text("Undtagelsen er ikke i brug", "The exemption is not in use"),
        remedy: text(
            "Angiv, at alt står i Min Plan, og send indholdet med",
            "State that everything is in Min Plan, and send its content along",
        ),
        judgement: Some(text(
            "Er alle relevante oplysninger med i Min Plan?",
            "Does Min Plan hold all relevant information?",
        )),
    },
    check: |case| {
        if required(case) == Condition::Holds && matches!(case.indsatsdel().0, Place::MinPlan | Place::NotSent) {
            Answer::exempt(Provision::p(5).stk(3))
        } else {
            Answer::not_applicable(&notes::EXEMPTION_NOT_USED)
        }
    },
};

pub(super) static RULES: &[&Rule] = &[
    &P5_1_PKT1,
    &P5_1_PKT2,
    &P5_1_1_PKT1,
    &P5_1_1_PKT2,
    &P5_1_2_A,
    &P5_1_2_B,
    &P5_1_2_C,
    &P5_1_3_A,
    &P5_1_3_B,
    &P5_1_4_A,
    &P5_1_4_B,
    &P5_1_4_C,
    &P5_2_A,
    &P5_2_B,
    &P5_2_C,
    &P5_3_PKT1,
    &P5_3_PKT2,
];
