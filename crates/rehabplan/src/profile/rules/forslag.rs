//! Proposals: what would be asked if they were law. They are not, and are for analyses of many plans, never for a case.

use chrono::Months;

use super::proces::{DECISION, MEETING, PERMANENT, recommends_fleksjob, took_part};
use super::vejledning::where_required;
use super::{ADVARSEL, Decision, ProfileRule, decision, is_yes};
use crate::answer::Answer;
use crate::case::{Phase, Variant};
use crate::law::answering::{Given, answered_as, entries, given, unknown};
use crate::law::{ALL_BUT_13D, ALL_TEAM, About, BUT_13D, BY_OUTCOME, Cells, INDSATSDEL, text, texts};
use crate::outcome::Severity;
use crate::plan::place::{At, Day, FieldOf, Flag, ListOf, Support, at, key};
use crate::plan::value::Value as _;
use crate::plan::{Anything, Date, Deltager, Field, Forsoergelsesperiode, Number, State};
use crate::pointer;
use crate::text::Wording;
use Variant::{FP12, FP13, SELV};

/// A proposal's own severity, where it would be a demand.
const ERROR: Option<Severity> = Some(Severity::Error);

/// The law would ask for current and relevant medical documentation instead of the GP's assessment.
///
/// Checked: at least one dated health document; the GP's assessment is one. Whether it is current is for a person.
static LAEGE_VALGFRI: ProfileRule = ProfileRule {
    id: "forslag/2018-laege-valgfri.a",
    citation: text("Temperaturmålingen, afsnit 4.1, forslag 5", "The temperature reading, section 4.1, proposal 5"),
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[pointer!(forberedende_del.helbred.dokumentation), pointer!(forberedende_del.laege.dato)],
    texts: texts! {
        demand: "Der foreligger aktuel og relevant lægedokumentation",
            "There is current and relevant medical documentation";
        finding: "Der er intet dateret helbredsdokument", "There is no dated health document";
        remedy: "Henvis til et dateret helbredsdokument", "Refer to a dated health document";
        judgement: "Er dokumentationen aktuel og relevant?", "Is the documentation current and relevant?";
    },
    about: About::ForberedendeDel,
    check: Some(|case, _| {
        let (documents, laege) = (&case.fd().helbred.dokumentation, case.laege());
        let is_dated = entries(documents).any(|(_, document)| document.dato.value().is_some())
            || laege.dato.value().is_some()
            || laege.vedlagt_attest.dato.value().is_some();
        if is_dated {
            return Answer::met();
        }
        let is_lost = documents.is_unreadable()
            || entries(documents).any(|(_, document)| document.dato.is_unreadable())
            || laege.dato.is_unreadable()
            || laege.vedlagt_attest.dato.is_unreadable();
        if is_lost { Answer::unreadable() } else { Answer::missing() }
    }),
    ..ADVARSEL
};

/// A business consultant would always take part in the meeting.
///
/// Checked: one is among those who took part.
static VIRKSOMHEDSKONSULENT: ProfileRule = ProfileRule {
    id: "forslag/2018-virksomhedskonsulent.a",
    citation: text("Temperaturmålingen, afsnit 4.2, forslag 2", "The temperature reading, section 4.2, proposal 2"),
    phase: Phase::Indstilling,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(moede.deltagere)],
    texts: texts! {
        demand: "En virksomhedskonsulent deltager i mødet", "A business consultant takes part in the meeting";
        finding: "Det fremgår ikke, at en virksomhedskonsulent deltog i mødet",
            "The plan does not say that a business consultant took part in the meeting";
        remedy: "Angiv, hvem der deltog", "State who took part";
    },
    check: Some(|case, _| took_part(case, &[Deltager::Virksomhedskonsulent])),
    ..ADVARSEL
};

const KOMPETENCE: Wording = text(
    "Temperaturmålingen, afsnit 4.2, forslag 3, og afsnit 4.3, forslag 1; Dansk Socialrådgiverforening 2019",
    "The temperature reading, section 4.2, proposal 3, and section 4.3, proposal 1; Dansk Socialrådgiverforening 2019",
);

/// The team would decide, so the decision would be what it recommends.
///
/// Checked: the decision follows the recommendation.
static KOMPETENCE_SAMME: ProfileRule = ProfileRule {
    id: "forslag/2018-kompetence-i-teamet.a",
    citation: KOMPETENCE,
    phase: Phase::Indsats,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(afgoerelse.udfald), pointer!(indstilling.udfald)],
    texts: texts! {
        demand: "Afgørelsen er den, teamet indstiller", "The decision is what the team recommends";
        finding: "Afgørelsen er en anden end den, teamet indstiller",
            "The decision is another than what the team recommends";
        remedy: "Lad teamets indstilling være afgørelsen", "Let the team's recommendation be the decision";
        judgement: "Er afgørelsen i strid med indstillingen?", "Does the decision go against the recommendation?";
    },
    check: Some(|case, _| match decision(case) {
        Err(answer) => answer,
        Ok(Decision::Follows) => Answer::met(),
        Ok(Decision::Unclear) => Answer::review(),
        Ok(Decision::Departs) => Answer::missing(),
    }),
    ..ADVARSEL
};

/// The team would decide at the meeting.
///
/// Checked: the decision falls on the day of the meeting.
static KOMPETENCE_DAG: ProfileRule = ProfileRule {
    id: "forslag/2018-kompetence-i-teamet.b",
    citation: KOMPETENCE,
    phase: Phase::Indsats,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[DECISION.pointer, MEETING.pointer],
    texts: texts! {
        demand: "Afgørelsen træffes på mødet", "The decision is taken at the meeting";
        finding: "Afgørelsen er ikke truffet på mødets dag", "The decision was not taken on the day of the meeting";
        remedy: "Træf afgørelsen på mødet", "Take the decision at the meeting";
    },
    check: Some(|case, _| {
        if let Some(open) = [DECISION, MEETING].into_iter().find(|day| day.of(case).value().is_none()) {
            return unknown(case, open);
        }
        if DECISION.of(case) == MEETING.of(case) { Answer::met() } else { Answer::missing() }
    }),
    ..ADVARSEL
};

const HOLDS_ALL: At<Flag> = at!(min_plan.indeholder_alt);

/// The citizen would have one plan only: the indsatsdel would stand in Min Plan and nowhere else.
///
/// Checked where an indsatsdel is required: Min Plan holds everything, and there is no separate one.
static EN_PLAN: ProfileRule = ProfileRule {
    id: "forslag/2018-en-plan.a",
    citation: text("Temperaturmålingen, afsnit 4.4, forslag 1", "The temperature reading, section 4.4, proposal 1"),
    phase: Phase::Indsats,
    cells: INDSATSDEL,
    paths: &[HOLDS_ALL.pointer, pointer!(indsatsdel)],
    texts: texts! {
        demand: "Indsatsdelen står i Min Plan og kun dér", "The indsatsdel stands in Min Plan and nowhere else";
        finding: "Indsatsdelen står ikke i Min Plan alene", "The indsatsdel does not stand in Min Plan alone";
        remedy: "Skriv indsatsdelens oplysninger i Min Plan, og undlad en særskilt indsatsdel",
            "Write what the indsatsdel holds in Min Plan, and make no separate one";
    },
    check: Some(|case, _| {
        where_required(case, || {
            let all = HOLDS_ALL.tell(case, is_yes(HOLDS_ALL.of(case)));
            let separate = match case.plan.indsatsdel.state() {
                State::Missing => Answer::met(),
                _ => Answer::missing().at(pointer!(indsatsdel)),
            };
            all.and(separate)
        })
    }),
    ..ADVARSEL
};

/// A CV would be asked for in the cases that need none today.
///
/// Checked in support for the self-employed and in the relaxed pension cases: a CV in words or as a document.
static CV_FOR_ALLE: ProfileRule = ProfileRule {
    id: "forslag/2018-cv-for-alle.a",
    citation: text("Temperaturmålingen, afsnit 4.4, forslag 3", "The temperature reading, section 4.4, proposal 3"),
    cells: Cells::NONE.required(&[SELV, FP12, FP13]),
    paths: &[pointer!(forberedende_del.cv), pointer!(forberedende_del.cv_dokumenter)],
    texts: texts! {
        demand: "Borgerens CV er med i alle sager", "The citizen's CV is there in every case";
        finding: "Borgerens CV er ikke med", "The citizen's CV is not there";
        remedy: "Skriv CV'et, eller henvis til det som dokument", "Write the CV or refer to it as a document";
    },
    about: About::ForberedendeDel,
    check: Some(|case, _| {
        let fd = case.fd();
        match (given(&fd.cv), fd.cv_dokumenter.state()) {
            (Given::Answer | Given::Reference, _) => Answer::met(),
            (_, State::Reference | State::Present) => Answer::met().at(pointer!(forberedende_del.cv_dokumenter)),
            (Given::Unreadable, _) | (_, State::Unreadable) => Answer::unreadable(),
            (words, _) => answered_as(words),
        }
    }),
    ..ADVARSEL
};

const RECOMMENDATION: At<FieldOf<Anything>> = at!(forberedende_del.indstilling);
const ASSESSMENT: At<FieldOf<Anything>> = at!(forberedende_del.anbefaling);

/// The caseworker's own assessment and recommendation would stand in the preparatory part.
///
/// Checked: the fields for one, which § 3, stk. 3, wants empty today, hold something. The proposal turns § 3, stk. 3, off.
static FAGLIG_INDSTILLING: ProfileRule = ProfileRule {
    id: "forslag/2019-faglig-indstilling.a",
    citation: text(
        "Dansk Socialrådgiverforening 2019, »Styrket team«, forslag til § 44, pkt. 2",
        "Dansk Socialrådgiverforening 2019, \"Styrket team\", proposal for § 44, pkt. 2",
    ),
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[RECOMMENDATION.pointer, ASSESSMENT.pointer],
    texts: texts! {
        demand: "Sagsbehandlerens vurdering og indstilling står i den forberedende del",
            "The caseworker's assessment and recommendation stand in the preparatory part";
        finding: "Sagsbehandlerens vurdering og indstilling står ikke i den forberedende del",
            "The caseworker's assessment and recommendation do not stand in the preparatory part";
        remedy: "Skriv vurderingen og indstillingen", "Write the assessment and the recommendation";
    },
    about: About::ForberedendeDel,
    check: Some(|case, _| {
        let fields = [RECOMMENDATION.of(case), ASSESSMENT.of(case)];
        if matches!(fields, [Field::Present(_), _]) {
            Answer::met()
        } else if matches!(fields, [_, Field::Present(_)]) {
            ASSESSMENT.found(case)
        } else if fields.iter().any(|field| field.is_unreadable()) {
            Answer::unreadable()
        } else {
            Answer::missing()
        }
    }),
    ..ADVARSEL
};

/// Below so many hours a week a fleksjob would need a plan for more.
const FEW_HOURS: f64 = 5.0;

const HOURS: At<FieldOf<Number<0, 168>>> = at!(indstilling.fleksjob.timer_pr_uge);
const PLAN: At = at!(indstilling.fleksjob.plan_flere_timer);
const BY: At<Day> = at!(indstilling.fleksjob.plan_flere_timer_senest);
const RECOMMENDED: At<Day> = at!(indstilling.dato);

/// A fleksjob of less than 5 hours a week would need a plan for more hours within a year, unless the citizen wants the few.
///
/// Checked where fleksjob is the outcome: from 5 hours on nothing is asked. Below, there is a plan in words and a day by which
/// the hours have gone up, at most a year after the recommendation.
static UNDER_5_TIMER: ProfileRule = ProfileRule {
    id: "forslag/2019-fleksjob-under-5-timer.a",
    citation: text(
        "Dansk Socialrådgiverforening 2019, »Fleksjob der giver mening«",
        "Dansk Socialrådgiverforening 2019, \"Fleksjob der giver mening\"",
    ),
    phase: Phase::Indstilling,
    cells: Cells::NONE.conditional(BY_OUTCOME),
    paths: &[HOURS.pointer, PLAN.pointer, BY.pointer],
    texts: texts! {
        demand: "Et fleksjob på under 5 timer om ugen har en plan for flere timer inden for et år",
            "A fleksjob of less than 5 hours a week has a plan for more hours within a year";
        finding: "Fleksjobbet er på under 5 timer om ugen, og der er ingen plan for flere timer inden for et år",
            "The fleksjob is of less than 5 hours a week, and there is no plan for more hours within a year";
        remedy: "Skriv planen og, hvornår timetallet skal være steget, eller angiv, at borgeren selv ønsker timetallet",
            "Write the plan and when the hours are to have gone up, or state that the citizen wants the few hours";
    },
    about: About::Indstilling,
    check: Some(|case, _| {
        super::only(recommends_fleksjob(case), || {
            let Some(hours) = HOURS.of(case).value() else { return unknown(case, HOURS) };
            let is_wished_for = case.indstilling().fleksjob.borgeren_oensker_timetallet.value() == Some(true);
            if hours.get() >= FEW_HOURS || is_wished_for {
                return Answer::not_relevant();
            }
            let by = match (BY.of(case), RECOMMENDED.of(case)) {
                (Field::Absent, _) => BY.tell(case, Answer::missing()),
                (Field::Unreadable, _) => BY.tell(case, Answer::unreadable()),
                (Field::Present(by), Field::Present(from)) => {
                    let is_in_time = a_year_after(*from).is_some_and(|limit| *by <= limit);
                    if is_in_time { Answer::met() } else { BY.tell(case, Answer::missing()) }
                }
                (_, Field::Unreadable) => RECOMMENDED.tell(case, Answer::unreadable()),
                (_, Field::Absent) => BY.tell(case, Answer::lacks(RECOMMENDED.pointer)),
            };
            PLAN.tell(case, answered_as(PLAN.given(case))).and(by)
        })
    }),
    ..ADVARSEL
};

/// The same day a year later; 28 February for 29 February.
fn a_year_after(date: Date) -> Option<Date> {
    date.0.checked_add_months(Months::new(12)).map(Date)
}

const WHERE_TO_WORK: At = at!(indstilling.fleksjob.konkret_arbejdsmarked);

/// A fleksjob would point to a concrete labour market or job.
///
/// Checked where fleksjob is the outcome: one is named in words. Whether it is concrete is for a person.
static KONKRET_ARBEJDSMARKED: ProfileRule = ProfileRule {
    id: "forslag/2019-konkret-arbejdsmarked.a",
    citation: text(
        "Dansk Socialrådgiverforening 2019, »Fleksjob der giver mening«",
        "Dansk Socialrådgiverforening 2019, \"Fleksjob der giver mening\"",
    ),
    phase: Phase::Indstilling,
    cells: Cells::NONE.conditional(BY_OUTCOME),
    paths: &[WHERE_TO_WORK.pointer],
    texts: texts! {
        demand: "En indstilling om fleksjob peger på et konkret arbejdsmarked eller job",
            "A recommendation of fleksjob points to a concrete labour market or job";
        finding: "Indstillingen om fleksjob peger ikke på et konkret arbejdsmarked eller job",
            "The recommendation of fleksjob points to no concrete labour market or job";
        remedy: "Skriv, hvor borgeren kan arbejde", "Write where the citizen can work";
        judgement: "Er arbejdsmarkedet konkret?", "Is the labour market concrete?";
    },
    about: About::Indstilling,
    check: Some(|case, _| super::only(recommends_fleksjob(case), || answered_as(WHERE_TO_WORK.given(case)))),
    ..ADVARSEL
};

/// The team would always be made up of employment, health, social matters and the health coordinator.
///
/// Checked as `proces/PR2`, but the proposal would make it a demand.
static FAST_TEAM: ProfileRule = ProfileRule {
    id: "forslag/2019-fast-team.a",
    citation: text(
        "Dansk Socialrådgiverforening 2019, »Sammensætning«",
        "Dansk Socialrådgiverforening 2019, \"Sammensætning\"",
    ),
    severity: ERROR,
    phase: Phase::Indstilling,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(moede.deltagere)],
    texts: texts! {
        demand: "Beskæftigelse, sundhed, det sociale område og sundhedskoordinatoren deltager fast i teamet",
            "Employment, health, social matters and the health coordinator always take part in the team";
        finding: "Det fremgår ikke, at alle fire faste medlemmer deltog i mødet",
            "The plan does not say that all four permanent members took part in the meeting";
        remedy: "Angiv, hvem der deltog", "State who took part";
    },
    check: Some(|case, _| took_part(case, &PERMANENT)),
    ..ADVARSEL
};

const PERIODS: At<Support> = at!(forberedende_del.forsoergelsesperioder);
const ASSESSED: At<ListOf<Field<Date>>> = at!(forberedende_del.afklaringer);

/// A guarantee: the ability to work and the support would be assessed within a year of the first kontanthjælp, and every year
/// from then on.
///
/// Checked against the periods of support: no more than a year from the first kontanthjælp, and from each assessment to the
/// next, up to the meeting or else today. The anniversary itself is in time.
static AFKLARINGSGARANTI: ProfileRule = ProfileRule {
    id: "forslag/2019-afklaringsgaranti.a",
    citation: text(
        "Dansk Socialrådgiverforening 2019, »Afklaringsgaranti på et år«",
        "Dansk Socialrådgiverforening 2019, \"Afklaringsgaranti på et år\"",
    ),
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[PERIODS.pointer, ASSESSED.pointer],
    texts: texts! {
        demand: "Arbejdsevne og forsørgelse er vurderet senest et år efter første kontanthjælp og derefter hvert år",
            "The ability to work and the support are assessed within a year of the first kontanthjælp and every year from then on";
        finding: "Der er gået mere end et år, uden at arbejdsevne og forsørgelse er vurderet",
            "More than a year has passed without an assessment of the ability to work and the support";
        remedy: "Angiv datoerne for vurderingerne", "State the days of the assessments";
    },
    about: About::ForberedendeDel,
    check: Some(|case, _| {
        let periods = PERIODS.of(case);
        if periods.is_unreadable() {
            return PERIODS.tell(case, Answer::unreadable());
        }
        if periods.state() == State::Missing {
            return PERIODS.tell(case, Answer::lacks(PERIODS.pointer));
        }
        let on_it = || PERIODS.entries(case).filter(|period| is_kontanthjaelp(period.value));
        if let Some(open) = on_it().find(|period| period.value.startdato.value().is_none()) {
            return PERIODS.tell(case, Answer::lacks(open.path(key!(Forsoergelsesperiode.startdato))));
        }
        let Some(first) = on_it().filter_map(|period| period.value.startdato.value()).min() else {
            return Answer::not_relevant();
        };
        let Some(today) = MEETING.of(case).value().or(case.as_of) else {
            return ASSESSED.tell(case, Answer::lacks(MEETING.pointer));
        };
        let list = ASSESSED.of(case);
        let mut assessed: Vec<Date> = list.get().into_iter().flatten().filter_map(Field::value).collect();
        assessed.sort_unstable();
        let mut due = a_year_after(first);
        for day in assessed.into_iter().filter(|day| *day >= first && *day <= today) {
            if due.is_some_and(|due| day > due) {
                break;
            }
            due = a_year_after(day);
        }
        if due.is_none_or(|due| today <= due) {
            Answer::met()
        } else if list.is_unreadable() || list.get().into_iter().flatten().any(Field::is_unreadable) {
            ASSESSED.tell(case, Answer::unreadable())
        } else {
            ASSESSED.tell(case, Answer::missing())
        }
    }),
    ..ADVARSEL
};

/// Whether the benefit of a period is kontanthjælp.
fn is_kontanthjaelp(period: &Forsoergelsesperiode<'_>) -> bool {
    let named = |benefit: &str| benefit.to_lowercase().replace('æ', "ae").contains("kontanthjaelp");
    period.ydelse.get().is_some_and(|benefit| named(benefit.as_str()))
}

pub(super) static RULES: &[&ProfileRule] = &[
    &LAEGE_VALGFRI,
    &VIRKSOMHEDSKONSULENT,
    &KOMPETENCE_SAMME,
    &KOMPETENCE_DAG,
    &EN_PLAN,
    &CV_FOR_ALLE,
    &FAGLIG_INDSTILLING,
    &UNDER_5_TIMER,
    &KONKRET_ARBEJDSMARKED,
    &FAST_TEAM,
    &AFKLARINGSGARANTI,
];
