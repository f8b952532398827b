//! Demands of other law on how a case goes, as the sources render them. The sources are the applications from North
//! Jutland of 1 May 2017, the temperature reading in 10 municipalities and the paper of Dansk Socialrådgiverforening of
//! 6 January 2019; the law itself may have changed since.

use super::vejledning::{COORDINATOR, COURSES, LAEGENS_VURDERING, where_required};
use super::{ADVARSEL, Decision, MAALING, MEETINGS, ProfileRule, days_between, decision, put_again, within};
use crate::answer::Answer;
use crate::case::{Case, Phase, Variant};
use crate::law::answering::{entries, repeats, unknown, unknown_at};
use crate::law::words::Check::{Answered, In};
use crate::law::{
    ALL_TEAM, About, BUT_13D, Cells, INDSATSDEL, INDSATSDELEN, P6_1_PKT1_B, indsatsdel_content, months_begun, text,
    texts,
};
use crate::plan::place::{At, Day, FieldOf, Flag, Measures, Recommended, at, key};
use crate::plan::value::Value as _;
use crate::plan::{
    Afgoerelsesudfald, Count, Date, Deltager, Field, Forloeb, Indsatstype, IndstilletIndsats, Omraade, State, Tilbud,
    Udfald,
};
use crate::pointer;
use crate::profile::measure::{Measure, MeasureUnit};
use crate::text::{Note, Wording};
use Variant::{JA22, JAX};

/// Jobafklaring: the team handles the case at the latest so many days after the transition (4 weeks).
pub(super) const WEEKS_TO_MEETING: i64 = 4;

/// Fleksjob: the first conversation is held at the latest so many weeks after the decision.
pub(super) const WEEKS_TO_CONVERSATION: i64 = 3;

/// Ressourceforløb: at least so many follow-up conversations in 12 months.
pub(super) const CONVERSATIONS_A_YEAR: u32 = 6;

const DAYS_A_WEEK: i64 = 7;

const TRANSITION: At<Day> = at!(sag.overgangsdato);
pub(super) const MEETING: At<Day> = at!(moede.dato);

/// Jobafklaring: the team handles the case at the latest 4 weeks after the transition.
///
/// Checked: the meeting falls on the 28th day or before. Without a day for the meeting it is a finding once the 28 days have
/// passed. A case in which the citizen is expected to be fit for work within 8 weeks is not put to the team at all, and the
/// regulation does not apply to it.
static PR1: ProfileRule = ProfileRule {
    id: "proces/PR1",
    citation: text("De nordjyske ansøgninger 2017, tema 1.A", "The North Jutland applications 2017, theme 1.A"),
    cells: Cells::NONE.required(&[JA22, JAX]),
    paths: &[TRANSITION.pointer, MEETING.pointer],
    texts: texts! {
        demand: "I jobafklaring behandles sagen i teamet senest 4 uger efter overgangen",
            "In jobafklaring the team handles the case at the latest 4 weeks after the transition";
        finding: "Sagen er ikke behandlet i teamet senest 4 uger efter overgangen til jobafklaring",
            "The team has not handled the case within 4 weeks of the transition to jobafklaring";
        remedy: "Hold mødet senest på 28. dag, eller angiv, at raskmelding ventes inden 8 uger",
            "Hold the meeting on the 28th day at the latest, or state that the citizen is expected to be fit within 8 weeks";
    },
    check: Some(|case, _| within(case, TRANSITION, MEETING, WEEKS_TO_MEETING * DAYS_A_WEEK)),
    ..ADVARSEL
};

/// The four members that the team always has.
pub(super) const PERMANENT: [Deltager; 4] =
    [Deltager::Beskaeftigelse, Deltager::Sundhed, Deltager::Social, Deltager::Sundhedskoordinator];

/// All of some people took part in the meeting.
pub(super) fn took_part(case: &Case<'_>, who: &[Deltager]) -> Answer {
    let list = &case.plan.moede.deltagere;
    let present = list.get().map_or(&[][..], Vec::as_slice);
    let is_there = |one: &Deltager| present.iter().any(|field| field.value() == Some(*one));
    if who.iter().all(is_there) {
        Answer::met()
    } else if list.is_unreadable() || present.iter().any(Field::is_unreadable) {
        Answer::unreadable()
    } else {
        Answer::missing()
    }
}

/// The team is made up of employment, health, social matters and the region's health coordinator.
///
/// Checked: all four are among those who took part in the meeting.
static PR2: ProfileRule = ProfileRule {
    id: "proces/PR2",
    citation: text(
        "Temperaturmålingen, afsnit 3.2; de nordjyske ansøgninger 2017, tema 4",
        "The temperature reading, section 3.2; the North Jutland applications 2017, theme 4",
    ),
    phase: Phase::Indstilling,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(moede.deltagere)],
    texts: texts! {
        demand: "Teamet er sammensat af beskæftigelse, sundhed, det sociale område og regionens sundhedskoordinator",
            "The team is made up of employment, health, social matters and the region's health coordinator";
        finding: "Det fremgår ikke, at alle teamets faste faggrupper deltog i mødet",
            "The plan does not say that all permanent members of the team took part in the meeting";
        remedy: "Angiv, hvem der deltog; manglede nogen, så overvej et nyt møde",
            "State who took part; if somebody was absent, consider a new meeting";
    },
    check: Some(|case, _| took_part(case, &PERMANENT)),
    ..ADVARSEL
};

/// The citizen and the citizen's caseworker take part.
///
/// Checked: as § 6; the finding is its.
static PR3: ProfileRule = ProfileRule {
    id: "proces/PR3",
    citation: text(
        "Temperaturmålingen, afsnit 3.2.1; de nordjyske ansøgninger 2017",
        "The temperature reading, section 3.2.1; the North Jutland applications 2017",
    ),
    phase: Phase::Indstilling,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(moede.deltagere)],
    texts: texts! {
        demand: "Borgeren og borgerens sagsbehandler deltager, når teamet behandler sagen",
            "The citizen and the citizen's caseworker take part when the team handles the case";
        finding: "Det fremgår ikke, at borgeren og borgerens sagsbehandler deltog, da teamet behandlede sagen",
            "The plan does not say that the citizen and the citizen's caseworker took part when the team handled the case";
        remedy: "Angiv, hvem der deltog i mødet", "State who took part in the meeting";
    },
    check: Some(|case, _| repeats(case, &[&P6_1_PKT1_B])),
    ..ADVARSEL
};

/// A municipality that does not agree puts the case to the team again, and the citizen takes part.
///
/// Checked where the decision departs from the recommendation: a new meeting after the recommendation and no later than the
/// decision, with the citizen among those who took part.
static PR4: ProfileRule = ProfileRule {
    id: "proces/PR4",
    citation: text(
        "Temperaturmålingen, afsnit 3.3.1; Dansk Socialrådgiverforening 2019",
        "The temperature reading, section 3.3.1; Dansk Socialrådgiverforening 2019",
    ),
    phase: Phase::Indsats,
    cells: BUT_13D.conditional(ALL_TEAM),
    paths: &[MEETINGS.pointer, pointer!(moede.genforelaeggelser[].deltagere)],
    texts: texts! {
        demand: "Er kommunen uenig i indstillingen, er sagen forelagt på ny med borgeren til stede før afgørelsen",
            "Where the municipality disagrees with the recommendation, the case is put to the team again with the citizen present before the decision";
        finding: "Afgørelsen følger ikke indstillingen, og der er intet nyt møde med borgeren før afgørelsen",
            "The decision does not follow the recommendation, and there was no new meeting with the citizen before it";
        remedy: "Forelæg sagen for teamet på ny med borgeren, eller angiv, at borgeren deltog",
            "Put the case to the team again with the citizen, or state that the citizen took part";
        judgement: "Er afgørelsen i strid med indstillingen?", "Does the decision go against the recommendation?";
    },
    check: Some(|case, _| match decision(case) {
        Err(answer) => answer,
        Ok(Decision::Follows) => Answer::not_relevant(),
        Ok(Decision::Unclear) => Answer::review(),
        Ok(Decision::Departs) => put_again(case, |meeting| {
            meeting.deltagere.get().into_iter().flatten().any(|who| who.value() == Some(Deltager::Borger))
        }),
    }),
    ..ADVARSEL
};

/// Ressourceforløb: a coordinating caseworker is appointed.
///
/// Checked: a name or a role.
static PR5: ProfileRule = ProfileRule {
    id: "proces/PR5",
    citation: text("Temperaturmålingen, afsnit 3.4.1", "The temperature reading, section 3.4.1"),
    phase: Phase::Indsats,
    cells: COURSES,
    paths: &[COORDINATOR.pointer],
    texts: texts! {
        demand: "I et ressourceforløb er der udpeget en koordinerende sagsbehandler",
            "In a ressourceforløb a coordinating caseworker is appointed";
        finding: "Det fremgår ikke, at der er udpeget en koordinerende sagsbehandler",
            "The plan does not say that a coordinating caseworker is appointed";
        remedy: "Angiv navn eller rolle", "State the name or the role";
    },
    check: Some(|case, _| {
        super::only(case.afgjort(&[Afgoerelsesudfald::Ressourceforloeb]), || {
            In(&INDSATSDELEN, &Answered(COORDINATOR)).answer(case)
        })
    }),
    ..ADVARSEL
};

/// How many months a course lasts, counted as in § 5, a part of a month as a whole one; `None` when nobody knows.
fn months(forloeb: &Forloeb) -> Option<u32> {
    match (forloeb.startdato.value(), forloeb.slutdato.value()) {
        (Some(start), Some(end)) if start <= end => Some(months_begun(start, end)),
        (Some(_), Some(_)) => None,
        _ => forloeb.varighed_maaneder.value().map(Count::get),
    }
}

const CONVERSATIONS: At<FieldOf<Count<0, 366>>> = at!(indsatsdel.samtaler_pr_12_maaneder);
const FOLLOW_UPS: At = at!(indsatsdel.opfoelgninger);

/// Ressourceforløb: at least 6 follow-up conversations a year, planned or held.
///
/// Checked: the number in 12 months, in a shorter course in proportion and rounded up. Where the number is not stated, the
/// follow-ups that are listed are counted against the whole course; in words alone they cannot be counted.
static PR6: ProfileRule = ProfileRule {
    id: "proces/PR6",
    citation: text("Temperaturmålingen, afsnit 3.4.1", "The temperature reading, section 3.4.1"),
    phase: Phase::Indsats,
    cells: COURSES,
    paths: &[CONVERSATIONS.pointer, FOLLOW_UPS.pointer],
    texts: texts! {
        demand: "I et ressourceforløb er der planlagt eller holdt mindst 6 opfølgningssamtaler om året",
            "In a ressourceforløb at least 6 follow-up conversations a year are planned or held";
        finding: "Der er planlagt eller holdt færre end 6 opfølgningssamtaler om året",
            "Fewer than 6 follow-up conversations a year are planned or held";
        remedy: "Planlæg flere samtaler, eller angiv antallet", "Plan more conversations, or state their number";
    },
    check: Some(|case, _| {
        super::only(case.afgjort(&[Afgoerelsesudfald::Ressourceforloeb]), || {
            let length = months(&case.plan.forloeb);
            let in_proportion = |months: u32| CONVERSATIONS_A_YEAR.saturating_mul(months).div_ceil(12);
            let enough = |is_enough: bool| if is_enough { Answer::met() } else { Answer::missing() };
            indsatsdel_content(case, |part| match CONVERSATIONS.of(case) {
                Field::Unreadable => CONVERSATIONS.tell(case, Answer::unreadable()),
                Field::Present(number) => {
                    let months = length.map_or(12, |months| months.min(12));
                    CONVERSATIONS.tell(case, enough(number.get() >= in_proportion(months)))
                }
                Field::Absent => match entries(&part.opfoelgninger).count() {
                    0 => unknown(case, CONVERSATIONS),
                    listed => {
                        let listed = u32::try_from(listed).unwrap_or(u32::MAX);
                        FOLLOW_UPS.tell(case, enough(listed >= in_proportion(length.unwrap_or(12))))
                    }
                },
            })
        })
    }),
    ..ADVARSEL
};

const NEW_ONE: At<Flag> = at!(sag.nyt_ressourceforloeb);
const OLD_ONE_ENDS: At<Day> = at!(sag.forrige_forloeb_slutdato);

/// A new ressourceforløb: the team has seen the case again before the old one ends.
///
/// Checked where the case says that it is a new one: the meeting falls on the old one's last day or before.
static PR7: ProfileRule = ProfileRule {
    id: "proces/PR7",
    citation: text("Temperaturmålingen, afsnit 3.4.1", "The temperature reading, section 3.4.1"),
    cells: COURSES,
    paths: &[OLD_ONE_ENDS.pointer, MEETING.pointer],
    texts: texts! {
        demand: "Før et nyt ressourceforløb har sagen været i teamet igen, inden det gamle slutter",
            "Before a new ressourceforløb the team has seen the case again before the old one ends";
        finding: "Sagen har ikke været i teamet igen, inden det gamle ressourceforløb sluttede",
            "The team has not seen the case again before the old ressourceforløb ended";
        remedy: "Hold mødet, inden det gamle forløb slutter", "Hold the meeting before the old course ends";
    },
    check: Some(|case, _| match NEW_ONE.of(case) {
        Field::Unreadable => NEW_ONE.tell(case, Answer::unreadable()),
        Field::Present(true) => within(case, OLD_ONE_ENDS, MEETING, 0),
        _ => Answer::not_relevant(),
    }),
    ..ADVARSEL
};

pub(super) const DECISION: At<Day> = at!(afgoerelse.dato);
const CONVERSATION: At<Day> = at!(afgoerelse.foerste_samtaledato);

/// Fleksjob: the first conversation at the latest 3 weeks after the decision.
///
/// Checked: it falls on the 21st day or before. Without a day it is a finding once the 21 days have passed.
static PR8: ProfileRule = ProfileRule {
    id: "proces/PR8",
    citation: text("Temperaturmålingen, afsnit 3.5.1", "The temperature reading, section 3.5.1"),
    phase: Phase::Indsats,
    cells: COURSES,
    paths: &[DECISION.pointer, CONVERSATION.pointer],
    texts: texts! {
        demand: "I fleksjob holdes den første samtale senest 3 uger efter visitationen",
            "In fleksjob the first conversation is held at the latest 3 weeks after the decision";
        finding: "Den første samtale er ikke holdt senest 3 uger efter visitationen til fleksjob",
            "The first conversation was not held within 3 weeks of the decision on fleksjob";
        remedy: "Hold samtalen, eller angiv dens dato", "Hold the conversation, or state its date";
    },
    check: Some(|case, _| {
        super::only(case.afgjort(&[Afgoerelsesudfald::Fleksjob]), || {
            within(case, DECISION, CONVERSATION, WEEKS_TO_CONVERSATION * DAYS_A_WEEK)
        })
    }),
    ..ADVARSEL
};

const MAX_AGE: &str = "maksAlderDage";

const CERTIFICATE: At<Day> = at!(forberedende_del.laege.dato);

/// The day of the GP's assessment, or of the certificate that it stands on.
fn certificate<'c>(case: &Case<'c>) -> &'c Field<Date> {
    let assessed = CERTIFICATE.of(case);
    if assessed.is_absent() { &case.laege().vedlagt_attest.dato } else { assessed }
}

pub(in crate::profile) static AGE_FOR_A_PERSON: Note = Note::new(
    "certificateAge",
    "Om lægens vurdering er aktuel på mødet, er et skøn; dens alder i dage står blandt måltallene",
    "Whether the GP's assessment is current at the meeting is for a person; its age in days is among the figures",
);

/// The GP's assessment is current at the meeting; otherwise there is a legal defect, whose effect is weighed case by case.
///
/// Without a local limit a person must judge, with the age in days at hand. With `maksAlderDage` an older one is a finding,
/// and so is one from after the meeting.
static PR9: ProfileRule = ProfileRule {
    id: "proces/PR9",
    citation: text("De nordjyske ansøgninger 2017, tema 2", "The North Jutland applications 2017, theme 2"),
    cells: LAEGENS_VURDERING,
    paths: &[CERTIFICATE.pointer, MEETING.pointer],
    texts: texts! {
        demand: "Lægens vurdering er aktuel på mødet", "The GP's assessment is current at the meeting";
        finding: "Lægens vurdering er på mødet ældre, end kommunen tillader, eller dateret efter mødet; er den ikke aktuel, er det en retlig mangel",
            "The GP's assessment is older at the meeting than the municipality allows, or dated after it; not being current is a legal defect";
        remedy: "Indhent en ny vurdering før mødet", "Obtain a new assessment before the meeting";
        judgement: "Er lægens vurdering aktuel på mødet?", "Is the GP's assessment current at the meeting?";
    },
    parameters: &[MAX_AGE],
    about: About::Laege,
    check: Some(|case, parameters| {
        let Some(made) = certificate(case).value() else {
            return unknown_at(certificate(case), CERTIFICATE.path(case));
        };
        let Some(meeting) = MEETING.of(case).value() else { return unknown(case, MEETING) };
        let age = days_between(made, meeting);
        match parameters.get(MAX_AGE) {
            // A day is far below where a float is no longer exact.
            #[allow(clippy::cast_precision_loss)]
            Some(most) if age as f64 > *most || age < 0 => Answer::missing(),
            Some(_) => Answer::met(),
            None => Answer::review().with_note(&AGE_FOR_A_PERSON),
        }
    }),
    measure: Some(|case| {
        let dates = certificate(case).value().zip(case.plan.moede.dato.value());
        vec![Measure {
            rule: "proces/PR9",
            code: "certificateAge",
            title: text("Lægeattestens alder på mødet", "Age of the GP's certificate at the meeting"),
            unit: MeasureUnit::Days,
            value: dates.map(|(made, meeting)| days_between(made, meeting)),
            national: None,
        }]
    }),
    ..ADVARSEL
};

const MAX_PAGES: &str = "maksSider";
const PAGES: At<FieldOf<Count<0, 100_000>>> = at!(sag.sideantal);

/// A local frame for the extent of a case.
///
/// Checked with `maksSider` only: the number of pages is not above it.
static PR10: ProfileRule = ProfileRule {
    id: "proces/PR10",
    citation: text("Temperaturmålingen, afsnit 3.1.2", "The temperature reading, section 3.1.2"),
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[PAGES.pointer],
    texts: texts! {
        demand: "Sagen holder sig inden for den lokale ramme for sider",
            "The case keeps within the local frame for pages";
        finding: "Sagen er på flere sider end den lokale ramme", "The case has more pages than the local frame";
        remedy: "Vælg de dokumenter ud, som teamet har brug for", "Choose the documents that the team needs";
    },
    parameters: &[MAX_PAGES],
    needs: Some(MAX_PAGES),
    check: Some(|case, parameters| match PAGES.of(case) {
        Field::Absent => Answer::lacks(PAGES.pointer),
        Field::Unreadable => Answer::unreadable(),
        Field::Present(pages) => match parameters.get(MAX_PAGES) {
            Some(most) if f64::from(pages.get()) > *most => Answer::missing(),
            _ => Answer::met(),
        },
    }),
    ..ADVARSEL
};

/// What the waiting times were in the whole country (Dansk Socialrådgiverforening 2019, after the evaluation of 2018).
const DAYS_TO_MEETING: u32 = 81;
const DAYS_TO_MEASURE: u32 = 92;

/// Waiting times: from the signed preparatory part to the meeting, and from the meeting to the first measure.
///
/// Two measures and no finding. The first measure is the one that begins first, on the day of the meeting or later.
static PR11: ProfileRule = ProfileRule {
    id: "proces/PR11",
    citation: text(
        "Dansk Socialrådgiverforening 2019, »Kortere ventetid«",
        "Dansk Socialrådgiverforening 2019, \"Kortere ventetid\"",
    ),
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[
        pointer!(forberedende_del.underskriftsdato),
        pointer!(moede.dato),
        pointer!(indsatsdel.tilbud[].startdato),
    ],
    texts: texts! {
        demand: "Ventetiderne måles: fra underskrevet forberedende del til møde, og fra møde til første indsats",
            "The waiting times are measured: from the signed preparatory part to the meeting, and from there to the first measure";
        finding: "Måltal giver ingen fund", "A figure gives no finding";
        remedy: "Angiv datoerne, så ventetiden kan måles", "State the dates, so that the wait can be measured";
    },
    measure: Some(|case| {
        let meeting = case.plan.moede.dato.value();
        let signed = case.fd().underskriftsdato.value();
        let (_, part) = case.indsatsdel();
        let starts = entries(&part.tilbud).filter_map(|(_, measure)| measure.startdato.value());
        let first = starts.filter(|start| meeting.is_some_and(|meeting| *start >= meeting)).min();
        let days = |from: Option<Date>, to: Option<Date>| from.zip(to).map(|(from, to)| days_between(from, to));
        let measure = |code, title, value, national| Measure {
            rule: "proces/PR11",
            code,
            title,
            unit: MeasureUnit::Days,
            value,
            national: Some(national),
        };
        vec![
            measure(
                "daysToMeeting",
                text("Fra underskrift til møde", "From signature to meeting"),
                days(signed, meeting),
                DAYS_TO_MEETING,
            ),
            measure(
                "daysToMeasure",
                text("Fra møde til første indsats", "From meeting to first measure"),
                days(meeting, first),
                DAYS_TO_MEASURE,
            ),
        ]
    }),
    ..MAALING
};

/// A kind of measure, with what the source says of the whole country: the shares in percent of cases in which it was
/// recommended and in which it stood in the plan.
struct Comparison {
    kind: Indsatstype,
    recommended: (&'static str, Wording, Option<u32>),
    planned: (&'static str, Wording, Option<u32>),
}

const COMPARED: [Comparison; 5] = [
    Comparison {
        kind: Indsatstype::Virksomhedsrettet,
        recommended: (
            "recommended.virksomhedsrettet",
            text("Virksomhedsrettet indsats indstillet", "Measure at a workplace recommended"),
            Some(80),
        ),
        planned: (
            "planned.virksomhedsrettet",
            text("Virksomhedsrettet indsats i planen", "Measure at a workplace in the plan"),
            Some(33),
        ),
    },
    Comparison {
        kind: Indsatstype::Mentor,
        recommended: ("recommended.mentor", text("Mentor indstillet", "Mentor recommended"), Some(73)),
        planned: ("planned.mentor", text("Mentor i planen", "Mentor in the plan"), Some(31)),
    },
    Comparison {
        kind: Indsatstype::Social,
        recommended: ("recommended.social", text("Social indsats indstillet", "Social measure recommended"), Some(50)),
        planned: ("planned.social", text("Social indsats i planen", "Social measure in the plan"), Some(21)),
    },
    Comparison {
        kind: Indsatstype::Sundhed,
        recommended: ("recommended.sundhed", text("Sundhedsindsats indstillet", "Health measure recommended"), None),
        planned: ("planned.sundhed", text("Sundhedsindsats i planen", "Health measure in the plan"), None),
    },
    Comparison {
        kind: Indsatstype::Uddannelse,
        recommended: ("recommended.uddannelse", text("Uddannelse indstillet", "Education recommended"), None),
        planned: ("planned.uddannelse", text("Uddannelse i planen", "Education in the plan"), None),
    },
];

/// The kind of a recommended measure. Its area tells where the kind is not stated, but for employment, which is more than
/// what goes on at a workplace.
fn kind_of(measure: &IndstilletIndsats<'_>) -> Option<Indsatstype> {
    let by_area = match measure.omraade.value() {
        Some(Omraade::Social) => Some(Indsatstype::Social),
        Some(Omraade::Sundhed) => Some(Indsatstype::Sundhed),
        Some(Omraade::Uddannelse) => Some(Indsatstype::Uddannelse),
        Some(Omraade::Beskaeftigelse) | None => None,
    };
    measure.indsatstype.value().or(by_area)
}

fn is_recommended(case: &Case<'_>, kind: Indsatstype) -> bool {
    let indstilling = case.indstilling();
    entries(&indstilling.indsatser).any(|(_, measure)| kind_of(measure) == Some(kind))
        || (kind == Indsatstype::Mentor && indstilling.mentor_behov.value() == Some(true))
}

fn is_planned(case: &Case<'_>, kind: Indsatstype) -> bool {
    let (_, part) = case.indsatsdel();
    entries(&part.tilbud).any(|(_, measure): (_, &Tilbud<'_>)| measure.indsatstype.value() == Some(kind))
        || (kind == Indsatstype::Mentor && part.mentor.behov.value() == Some(true))
}

/// Whether every measure, of those recommended and of those in the plan, states its kind. As long as one does not, a
/// share would count what is not known as not there.
fn all_kinds_are_known(case: &Case<'_>) -> bool {
    let (recommendation, (_, plan)) = (case.indstilling(), case.indsatsdel());
    case.indstilling_state().is_present()
        && plan.state().is_present()
        && !recommendation.indsatser.is_unreadable()
        && !plan.tilbud.is_unreadable()
        && plan.tilbud.state() != State::Unreadable
        && entries(&recommendation.indsatser).all(|(_, measure)| kind_of(measure).is_some())
        && entries(&plan.tilbud).all(|(_, measure)| measure.indsatstype.value().is_some())
}

pub(super) const MEASURES: At<Measures> = at!(indsatsdel.tilbud);
const RECOMMENDED: At<Recommended> = at!(indstilling.indsatser);

/// Every kind of measure that the team recommends is found again in the indsatsdel.
///
/// Checked kind by kind. As long as a measure of the plan does not state its kind, nobody knows whether one is missing.
static PR12: ProfileRule = ProfileRule {
    id: "proces/PR12",
    citation: text(
        "Dansk Socialrådgiverforening 2019, »Sammensætning« og »Beslutning«",
        "Dansk Socialrådgiverforening 2019, \"Sammensætning\" and \"Beslutning\"",
    ),
    phase: Phase::Indsats,
    cells: INDSATSDEL,
    paths: &[MEASURES.pointer, RECOMMENDED.pointer],
    texts: texts! {
        demand: "Hver indsatstype, som teamet indstiller, går igen i indsatsdelen",
            "Every kind of measure that the team recommends is found again in the indsatsdel";
        finding: "Mindst én indsatstype, som teamet indstiller, er ikke i indsatsdelen",
            "At least one kind of measure that the team recommends is not in the indsatsdel";
        remedy: "Tag indsatsen med i indsatsdelen, eller skriv, hvorfor den er udeladt",
            "Include the measure in the indsatsdel, or write why it is left out";
    },
    check: Some(|case, _| {
        where_required(case, || {
            if RECOMMENDED.of(case).is_unreadable() {
                return RECOMMENDED.tell(case, Answer::unreadable());
            }
            let recommended: Vec<_> = COMPARED.iter().filter(|one| is_recommended(case, one.kind)).collect();
            if recommended.is_empty() {
                return Answer::not_relevant();
            }
            indsatsdel_content(case, |part| {
                if recommended.iter().all(|one| is_planned(case, one.kind)) {
                    return Answer::met();
                }
                if part.tilbud.state() == State::Unreadable {
                    return MEASURES.tell(case, Answer::unreadable());
                }
                match MEASURES.entries(case).find(|measure| measure.value.indsatstype.value().is_none()) {
                    Some(one) => unknown_at(&one.value.indsatstype, one.path(key!(Tilbud.indsatstype))),
                    None => MEASURES.tell(case, Answer::missing()),
                }
            })
        })
    }),
    measure: Some(|case| {
        let is_known = all_kinds_are_known(case);
        let measure = |(code, title, national): (_, _, _), holds: bool| Measure {
            rule: "proces/PR12",
            code,
            title,
            unit: MeasureUnit::Share,
            value: is_known.then_some(i64::from(holds)),
            national,
        };
        let both = |one: Comparison| {
            let recommended = measure(one.recommended, is_recommended(case, one.kind));
            [recommended, measure(one.planned, is_planned(case, one.kind))]
        };
        COMPARED.into_iter().flat_map(both).collect()
    }),
    ..ADVARSEL
};

pub(super) static RULES: &[&ProfileRule] = &[&PR1, &PR2, &PR3, &PR4, &PR5, &PR6, &PR7, &PR8, &PR9, &PR10, &PR11, &PR12];

/// Whether a fleksjob is what the team recommends.
pub(super) fn recommends_fleksjob(case: &Case<'_>) -> crate::case::Condition {
    case.indstillet(&[Udfald::Fleksjob])
}
