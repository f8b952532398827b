//! Proposals: what would be asked if they were law. They are not, and are for analyses of many plans, never for a case.

use chrono::Months;

use super::proces::{PERMANENT, is_yes, recommends_fleksjob, took_part};
use super::vejledning::where_required;
use super::{Decision, ProfileRule, decision};
use crate::answer::Answer;
use crate::case::{Phase, Variant};
use crate::law::check::{Given, answered, answered_as, entries, given};
use crate::law::{ALL_BUT_13D, ALL_TEAM, BUT_13D, BY_OUTCOME, Cells, INDSATSDEL, Part, Texts, text};
use crate::outcome::Severity;
use crate::plan::value::Value as _;
use crate::plan::{Date, Deltager, Field, State};
use crate::pointer;
use crate::text::Text;
use Variant::{FP12, FP13, SELV};

const fn source(da: &'static str, en: &'static str) -> Text {
    text(da, en)
}

/// A proposal's own severity: what it would demand.
const ERROR: Option<Severity> = Some(Severity::Error);
const WARNING: Option<Severity> = Some(Severity::Warning);

/// The law would ask for current and relevant medical documentation instead of the GP's assessment.
///
/// Checked: at least one dated health document; the GP's assessment is one. Whether it is current is for a person.
static LAEGE_VALGFRI: ProfileRule = ProfileRule {
    id: "forslag/2018-laege-valgfri.a",
    citation: source("Temperaturmålingen, afsnit 4.1, forslag 5", "The temperature reading, section 4.1, proposal 5"),
    severity: WARNING,
    phase: Phase::Forelaeggelse,
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[pointer!(forberedende_del.helbred.dokumentation), pointer!(forberedende_del.laege.dato)],
    texts: Texts {
        demand: text(
            "Der foreligger aktuel og relevant lægedokumentation",
            "There is current and relevant medical documentation",
        ),
        finding: text("Der er intet dateret helbredsdokument", "There is no dated health document"),
        remedy: text("Henvis til et dateret helbredsdokument", "Refer to a dated health document"),
        judgement: Some(text("Er dokumentationen aktuel og relevant?", "Is the documentation current and relevant?")),
    },
    parameters: &[],
    needs: None,
    part: Part::ForberedendeDel,
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
    measure: None,
};

/// A business consultant would always take part in the meeting.
///
/// Checked: one is among those who took part.
static VIRKSOMHEDSKONSULENT: ProfileRule = ProfileRule {
    id: "forslag/2018-virksomhedskonsulent.a",
    citation: source("Temperaturmålingen, afsnit 4.2, forslag 2", "The temperature reading, section 4.2, proposal 2"),
    severity: WARNING,
    phase: Phase::Indstilling,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(moede.deltagere)],
    texts: Texts {
        demand: text("En virksomhedskonsulent deltager i mødet", "A business consultant takes part in the meeting"),
        finding: text(
            "Det fremgår ikke, at en virksomhedskonsulent deltog i mødet",
            "The plan does not say that a business consultant took part in the meeting",
        ),
        remedy: text("Angiv, hvem der deltog", "State who took part"),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::Any,
    check: Some(|case, _| took_part(case, &[Deltager::Virksomhedskonsulent])),
    measure: None,
};

const KOMPETENCE: Text = source(
    "Temperaturmålingen, afsnit 4.2, forslag 3, og afsnit 4.3, forslag 1; Dansk Socialrådgiverforening 2019",
    "The temperature reading, section 4.2, proposal 3, and section 4.3, proposal 1; Dansk Socialrådgiverforening 2019",
);

/// The team would decide, so the decision would be what it recommends.
///
/// Checked: the decision follows the recommendation.
static KOMPETENCE_SAMME: ProfileRule = ProfileRule {
    id: "forslag/2018-kompetence-i-teamet.a",
    citation: KOMPETENCE,
    severity: WARNING,
    phase: Phase::Indsats,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(afgoerelse.udfald), pointer!(indstilling.udfald)],
    texts: Texts {
        demand: text("Afgørelsen er den, teamet indstiller", "The decision is what the team recommends"),
        finding: text(
            "Afgørelsen er en anden end den, teamet indstiller",
            "The decision is another than what the team recommends",
        ),
        remedy: text("Lad teamets indstilling være afgørelsen", "Let the team's recommendation be the decision"),
        judgement: Some(text(
            "Er afgørelsen i strid med indstillingen?",
            "Does the decision go against the recommendation?",
        )),
    },
    parameters: &[],
    needs: None,
    part: Part::Any,
    check: Some(|case, _| match decision(case) {
        Err(answer) => answer,
        Ok(Decision::Follows) => Answer::met(),
        Ok(Decision::Unclear) => Answer::review(),
        Ok(Decision::Departs) => Answer::missing(),
    }),
    measure: None,
};

/// The team would decide at the meeting.
///
/// Checked: the decision falls on the day of the meeting.
static KOMPETENCE_DAG: ProfileRule = ProfileRule {
    id: "forslag/2018-kompetence-i-teamet.b",
    citation: KOMPETENCE,
    severity: WARNING,
    phase: Phase::Indsats,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(afgoerelse.dato), pointer!(moede.dato)],
    texts: Texts {
        demand: text("Afgørelsen træffes på mødet", "The decision is taken at the meeting"),
        finding: text(
            "Afgørelsen er ikke truffet på mødets dag",
            "The decision was not taken on the day of the meeting",
        ),
        remedy: text("Træf afgørelsen på mødet", "Take the decision at the meeting"),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::Any,
    check: Some(|case, _| {
        let dates =
            [(&case.plan.afgoerelse.dato, pointer!(afgoerelse.dato)), (&case.plan.moede.dato, pointer!(moede.dato))];
        for (date, path) in dates {
            if date.is_unreadable() {
                return Answer::unreadable().depends_on_fact(path).at(path);
            }
            if date.is_absent() {
                return Answer::lacks(path).at(path);
            }
        }
        if case.plan.afgoerelse.dato == case.plan.moede.dato { Answer::met() } else { Answer::missing() }
    }),
    measure: None,
};

/// The citizen would have one plan only: the indsatsdel would stand in Min Plan and nowhere else.
///
/// Checked where an indsatsdel is required: Min Plan holds everything, and there is no separate one.
static EN_PLAN: ProfileRule = ProfileRule {
    id: "forslag/2018-en-plan.a",
    citation: source("Temperaturmålingen, afsnit 4.4, forslag 1", "The temperature reading, section 4.4, proposal 1"),
    severity: WARNING,
    phase: Phase::Indsats,
    cells: INDSATSDEL,
    paths: &[pointer!(min_plan.indeholder_alt), pointer!(indsatsdel)],
    texts: Texts {
        demand: text("Indsatsdelen står i Min Plan og kun dér", "The indsatsdel stands in Min Plan and nowhere else"),
        finding: text("Indsatsdelen står ikke i Min Plan alene", "The indsatsdel does not stand in Min Plan alone"),
        remedy: text(
            "Skriv indsatsdelens oplysninger i Min Plan, og undlad en særskilt indsatsdel",
            "Write what the indsatsdel holds in Min Plan, and make no separate one",
        ),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::Any,
    check: Some(|case, _| {
        where_required(case, || {
            let all = is_yes(&case.plan.min_plan.indeholder_alt);
            let all = if all.is_met() { all } else { all.at(pointer!(min_plan.indeholder_alt)) };
            let separate = match case.plan.indsatsdel.state() {
                State::Missing => Answer::met(),
                _ => Answer::missing().at(pointer!(indsatsdel)),
            };
            all.and(separate)
        })
    }),
    measure: None,
};

/// A CV would be asked for in the cases that need none today.
///
/// Checked in support for the self-employed and in the relaxed pension cases: a CV in words or as a document.
static CV_FOR_ALLE: ProfileRule = ProfileRule {
    id: "forslag/2018-cv-for-alle.a",
    citation: source("Temperaturmålingen, afsnit 4.4, forslag 3", "The temperature reading, section 4.4, proposal 3"),
    severity: WARNING,
    phase: Phase::Forelaeggelse,
    cells: Cells::NONE.required(&[SELV, FP12, FP13]),
    paths: &[pointer!(forberedende_del.cv), pointer!(forberedende_del.cv_dokumenter)],
    texts: Texts {
        demand: text("Borgerens CV er med i alle sager", "The citizen's CV is there in every case"),
        finding: text("Borgerens CV er ikke med", "The citizen's CV is not there"),
        remedy: text("Skriv CV'et, eller henvis til det som dokument", "Write the CV or refer to it as a document"),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::ForberedendeDel,
    check: Some(|case, _| {
        let fd = case.fd();
        match (given(&fd.cv), fd.cv_dokumenter.state()) {
            (Given::Answer | Given::Reference, _) | (_, State::Reference | State::Present) => Answer::met(),
            (Given::Unreadable, _) | (_, State::Unreadable) => Answer::unreadable(),
            (words, _) => answered_as(words),
        }
    }),
    measure: None,
};

/// The caseworker's own assessment and recommendation would stand in the preparatory part.
///
/// Checked: the fields for one, which § 3, stk. 3, wants empty today, hold something. The proposal turns § 3, stk. 3, off.
static FAGLIG_INDSTILLING: ProfileRule = ProfileRule {
    id: "forslag/2019-faglig-indstilling.a",
    citation: source(
        "Dansk Socialrådgiverforening 2019, »Styrket team«, forslag til § 44, pkt. 2",
        "Dansk Socialrådgiverforening 2019, \"Styrket team\", proposal for § 44, pkt. 2",
    ),
    severity: WARNING,
    phase: Phase::Forelaeggelse,
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[pointer!(forberedende_del.indstilling), pointer!(forberedende_del.anbefaling)],
    texts: Texts {
        demand: text(
            "Sagsbehandlerens vurdering og indstilling står i den forberedende del",
            "The caseworker's assessment and recommendation stand in the preparatory part",
        ),
        finding: text(
            "Sagsbehandlerens vurdering og indstilling står ikke i den forberedende del",
            "The caseworker's assessment and recommendation do not stand in the preparatory part",
        ),
        remedy: text("Skriv vurderingen og indstillingen", "Write the assessment and the recommendation"),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::ForberedendeDel,
    check: Some(|case, _| {
        let fields = [&case.fd().indstilling, &case.fd().anbefaling];
        if fields.iter().any(|field| matches!(field, Field::Present(_))) {
            Answer::met()
        } else if fields.iter().any(|field| field.is_unreadable()) {
            Answer::unreadable()
        } else {
            Answer::missing()
        }
    }),
    measure: None,
};

/// Below so many hours a week a fleksjob would need a plan for more.
const FEW_HOURS: f64 = 5.0;

/// A fleksjob of less than 5 hours a week would need a plan for more hours within a year, unless the citizen wants the few.
///
/// Checked where fleksjob is the outcome: from 5 hours on nothing is asked. Below, there is a plan in words and a day by which
/// the hours have gone up, at most a year after the recommendation.
static UNDER_5_TIMER: ProfileRule = ProfileRule {
    id: "forslag/2019-fleksjob-under-5-timer.a",
    citation: source(
        "Dansk Socialrådgiverforening 2019, »Fleksjob der giver mening«",
        "Dansk Socialrådgiverforening 2019, \"Fleksjob der giver mening\"",
    ),
    severity: WARNING,
    phase: Phase::Indstilling,
    cells: Cells::NONE.conditional(BY_OUTCOME),
    paths: &[
        pointer!(indstilling.fleksjob.timer_pr_uge),
        pointer!(indstilling.fleksjob.plan_flere_timer),
        pointer!(indstilling.fleksjob.plan_flere_timer_senest),
    ],
    texts: Texts {
        demand: text(
            "Et fleksjob på under 5 timer om ugen har en plan for flere timer inden for et år",
            "A fleksjob of less than 5 hours a week has a plan for more hours within a year",
        ),
        finding: text(
            "Fleksjobbet er på under 5 timer om ugen, og der er ingen plan for flere timer inden for et år",
            "The fleksjob is of less than 5 hours a week, and there is no plan for more hours within a year",
        ),
        remedy: text(
            "Skriv planen og hvornår timetallet er steget, eller angiv, at borgeren selv ønsker timetallet",
            "Write the plan and when the hours have gone up, or state that the citizen wants the few hours",
        ),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::Indstilling,
    check: Some(|case, _| {
        super::only(recommends_fleksjob(case), || {
            const HOURS: &str = pointer!(indstilling.fleksjob.timer_pr_uge);
            const PLAN: &str = pointer!(indstilling.fleksjob.plan_flere_timer);
            const BY: &str = pointer!(indstilling.fleksjob.plan_flere_timer_senest);
            let fleksjob = &case.indstilling().fleksjob;
            let hours = match &fleksjob.timer_pr_uge {
                Field::Absent => return Answer::lacks(HOURS).at(HOURS),
                Field::Unreadable => return Answer::unreadable().depends_on_fact(HOURS).at(HOURS),
                Field::Present(hours) => hours.get(),
            };
            if hours >= FEW_HOURS || fleksjob.borgeren_oensker_timetallet.value() == Some(true) {
                return Answer::not_relevant();
            }
            let plan = answered(&fleksjob.plan_flere_timer);
            let plan = if plan.is_met() { plan } else { plan.at(PLAN) };
            let from = &case.indstilling().dato;
            let by = match (&fleksjob.plan_flere_timer_senest, from) {
                (Field::Absent, _) => Answer::missing().at(BY),
                (Field::Unreadable, _) => Answer::unreadable().at(BY),
                (Field::Present(by), Field::Present(from)) => {
                    if a_year_after(*from).is_some_and(|limit| *by <= limit) {
                        Answer::met()
                    } else {
                        Answer::missing().at(BY)
                    }
                }
                (_, Field::Unreadable) => Answer::unreadable().at(pointer!(indstilling.dato)),
                (_, Field::Absent) => Answer::lacks(pointer!(indstilling.dato)).at(BY),
            };
            plan.and(by)
        })
    }),
    measure: None,
};

/// The same day a year later; 28 February for 29 February.
fn a_year_after(date: Date) -> Option<Date> {
    date.0.checked_add_months(Months::new(12)).map(Date)
}

/// A fleksjob would point to a concrete labour market or job.
///
/// Checked where fleksjob is the outcome: one is named in words. Whether it is concrete is for a person.
static KONKRET_ARBEJDSMARKED: ProfileRule = ProfileRule {
    id: "forslag/2019-konkret-arbejdsmarked.a",
    citation: source(
        "Dansk Socialrådgiverforening 2019, »Fleksjob der giver mening«",
        "Dansk Socialrådgiverforening 2019, \"Fleksjob der giver mening\"",
    ),
    severity: WARNING,
    phase: Phase::Indstilling,
    cells: Cells::NONE.conditional(BY_OUTCOME),
    paths: &[pointer!(indstilling.fleksjob.konkret_arbejdsmarked)],
    texts: Texts {
        demand: text(
            "En indstilling om fleksjob peger på et konkret arbejdsmarked eller job",
            "A recommendation of fleksjob points to a concrete labour market or job",
        ),
        finding: text(
            "Indstillingen om fleksjob peger ikke på et konkret arbejdsmarked eller job",
            "The recommendation of fleksjob points to no concrete labour market or job",
        ),
        remedy: text("Skriv, hvor borgeren kan arbejde", "Write where the citizen can work"),
        judgement: Some(text("Er arbejdsmarkedet konkret?", "Is the labour market concrete?")),
    },
    parameters: &[],
    needs: None,
    part: Part::Indstilling,
    check: Some(|case, _| {
        super::only(recommends_fleksjob(case), || answered(&case.indstilling().fleksjob.konkret_arbejdsmarked))
    }),
    measure: None,
};

/// The team would always be made up of employment, health, social matters and the health coordinator.
///
/// Checked as `proces/PR2`, but the proposal would make it a demand.
static FAST_TEAM: ProfileRule = ProfileRule {
    id: "forslag/2019-fast-team.a",
    citation: source(
        "Dansk Socialrådgiverforening 2019, »Sammensætning«",
        "Dansk Socialrådgiverforening 2019, \"Sammensætning\"",
    ),
    severity: ERROR,
    phase: Phase::Indstilling,
    cells: BUT_13D.required(ALL_TEAM),
    paths: &[pointer!(moede.deltagere)],
    texts: Texts {
        demand: text(
            "Beskæftigelse, sundhed, det sociale område og sundhedskoordinatoren deltager fast i teamet",
            "Employment, health, social matters and the health coordinator always take part in the team",
        ),
        finding: text(
            "Det fremgår ikke, at alle fire faste medlemmer deltog i mødet",
            "The plan does not say that all four permanent members took part in the meeting",
        ),
        remedy: text("Angiv, hvem der deltog", "State who took part"),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::Any,
    check: Some(|case, _| took_part(case, &PERMANENT)),
    measure: None,
};

/// A guarantee: the ability to work and the support would be assessed within a year of the first kontanthjælp, and every year
/// from then on.
///
/// Checked against the periods of support: no more than a year from the first kontanthjælp, and from each assessment to the
/// next, up to the meeting or else today. The anniversary itself is in time.
static AFKLARINGSGARANTI: ProfileRule = ProfileRule {
    id: "forslag/2019-afklaringsgaranti.a",
    citation: source(
        "Dansk Socialrådgiverforening 2019, »Afklaringsgaranti på et år«",
        "Dansk Socialrådgiverforening 2019, \"Afklaringsgaranti på et år\"",
    ),
    severity: WARNING,
    phase: Phase::Forelaeggelse,
    cells: BUT_13D.required(ALL_BUT_13D),
    paths: &[pointer!(forberedende_del.forsoergelsesperioder), pointer!(forberedende_del.afklaringer)],
    texts: Texts {
        demand: text(
            "Arbejdsevne og forsørgelse er vurderet senest et år efter første kontanthjælp og derefter hvert år",
            "The ability to work and the support are assessed within a year of the first kontanthjælp and every year from then on",
        ),
        finding: text(
            "Der er gået mere end et år, uden at arbejdsevne og forsørgelse er vurderet",
            "More than a year has passed without an assessment of the ability to work and the support",
        ),
        remedy: text("Angiv datoerne for vurderingerne", "State the days of the assessments"),
        judgement: None,
    },
    parameters: &[],
    needs: None,
    part: Part::ForberedendeDel,
    check: Some(|case, _| {
        const PERIODS: &str = pointer!(forberedende_del.forsoergelsesperioder);
        const ASSESSED: &str = pointer!(forberedende_del.afklaringer);
        let periods = &case.fd().forsoergelsesperioder;
        if periods.is_unreadable() {
            return Answer::unreadable().at(PERIODS);
        }
        if periods.state() == State::Missing {
            return Answer::lacks(PERIODS).at(PERIODS);
        }
        let is_kontanthjaelp = |text: &str| text.to_lowercase().replace('æ', "ae").contains("kontanthjaelp");
        let on_it = || {
            entries(periods)
                .filter(|(_, period)| period.ydelse.get().is_some_and(|benefit| is_kontanthjaelp(benefit.as_str())))
        };
        if let Some((index, _)) = on_it().find(|(_, period)| period.startdato.value().is_none()) {
            return Answer::lacks(format!("{PERIODS}/{index}/startdato")).at(PERIODS);
        }
        let Some(first) = on_it().filter_map(|(_, period)| period.startdato.value()).min() else {
            return Answer::not_relevant();
        };
        let Some(today) = case.plan.moede.dato.value().or(case.as_of) else {
            return Answer::lacks(pointer!(moede.dato)).at(ASSESSED);
        };
        let list = &case.fd().afklaringer;
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
            Answer::unreadable().at(ASSESSED)
        } else {
            Answer::missing().at(ASSESSED)
        }
    }),
    measure: None,
};

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
