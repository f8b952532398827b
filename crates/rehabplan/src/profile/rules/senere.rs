//! What regulations that came after this one demand beside it.

use chrono::{Days, NaiveDate};

use super::ProfileRule;
use super::vejledning::COURSES;
use crate::answer::{Answer, Path};
use crate::case::{Case, Phase};
use crate::law::check::{below, entries};
use crate::law::{AS_OF_MISSING, PERIOD_MONTHS, Part, Texts, indsatsdel_content, last_day, text};
use crate::outcome::Severity;
use crate::plan::{Afgoerelsesudfald, Date, Field, Forloeb, Indsatshjemmel, Tilbud};
use crate::pointer;
use crate::text::notes;

const START: &str = pointer!(forloeb.startdato);
const PERIODS: &str = pointer!(forloeb.ikke_medregnede_perioder);
const HOURS: &str = pointer!(forloeb.ordinaere_timer);
const MEETINGS: &str = pointer!(moede.genforelaeggelser);

/// What is not known of a fact, at the place where it should stand.
fn unknown<T>(field: &Field<T>, path: impl Into<Path>) -> Answer {
    let path = path.into();
    if field.is_unreadable() {
        Answer::unreadable().depends_on_fact(path.clone()).at(path)
    } else {
        Answer::lacks(path.clone()).at(path)
    }
}

/// The last day of the first six months of a course, without the periods that are left out of them (stk. 3): it lies
/// later by each of their days.
fn six_months(start: NaiveDate, forloeb: &Forloeb) -> NaiveDate {
    let mut periods: Vec<_> = forloeb
        .ikke_medregnede_perioder
        .entries()
        .iter()
        .filter_map(|period| Some((period.startdato.value()?.0, period.slutdato.value()?.0)))
        .collect();
    periods.sort_unstable();
    let mut last = last_day(Date(start), PERIOD_MONTHS).map_or(NaiveDate::MAX, |day| day.0);
    // Periods may overlap, and a day is left out once.
    let mut next = start;
    for (from, to) in periods {
        let from = from.max(next);
        if from > last {
            break;
        }
        if from <= to {
            let days = to.signed_duration_since(from).num_days().unsigned_abs();
            last = last.checked_add_days(Days::new(days + 1)).unwrap_or(NaiveDate::MAX);
            next = to.succ_opt().unwrap_or(NaiveDate::MAX);
        }
    }
    last
}

/// What is not known of the periods that are left out, if it may move the last day.
fn unknown_period(start: NaiveDate, last: NaiveDate, forloeb: &Forloeb) -> Option<Answer> {
    let periods = &forloeb.ikke_medregnede_perioder;
    if periods.is_unreadable() {
        return Some(Answer::unreadable().depends_on_fact(PERIODS).at(PERIODS));
    }
    let open = entries(periods).filter_map(|(index, period)| {
        let path = |key: &str| Path::from(format!("{PERIODS}/{index}/{key}"));
        let (from, to) = (&period.startdato, &period.slutdato);
        let matters = from.value().is_none_or(|from| from.0 <= last) && to.value().is_none_or(|to| to.0 >= start);
        match (from.value(), to.value()) {
            (Some(from), Some(to)) if to < from => {
                let at = path("slutdato");
                Some(Answer::undetermined(&notes::END_BEFORE_START).depends_on_fact(at.clone()).at(at))
            }
            _ if !matters => None,
            (None, _) => Some(unknown(from, path("startdato"))),
            (_, None) => Some(unknown(to, path("slutdato"))),
            _ => None,
        }
    });
    Answer::gravest(open)
}

/// Whether a measure counts (stk. 1-2): met when it does, an answer of its own when nobody knows, otherwise none.
fn counts(tilbud: &Tilbud<'_>, at: &str, start: NaiveDate, last: NaiveDate) -> Option<Answer> {
    let is_in_time = tilbud.startdato.value().map(|Date(day)| start <= day && day <= last);
    let is_of_the_kind = tilbud.hjemmel.value().map(|hjemmel| hjemmel != Indsatshjemmel::Anden);
    if is_in_time == Some(false) || is_of_the_kind == Some(false) {
        return None;
    }
    let missing = [
        is_in_time.is_none().then(|| unknown(&tilbud.startdato, below(at, "startdato"))),
        is_of_the_kind.is_none().then(|| unknown(&tilbud.hjemmel, below(at, "hjemmel"))),
    ];
    Some(Answer::all(missing.into_iter().flatten()))
}

/// Nr. 2408 of 2021, § 17, stk. 1-4: the team treats a ressourceforløb again when nothing has begun within six months.
///
/// What counts is an offer under chapter 11, 12 or 14 of the employment act, a measure under the social services act or a
/// municipal one under the health act, when it is in the indsatsdel and began with the course or later (stk. 1-2). The six
/// months are counted as in § 5, stk. 2, both days included; periods of exemption from availability and periods without
/// contact are left out of them, day by day (stk. 3). With hours of ordinary work in the six months the case is not put to
/// the team (stk. 4); hours that nobody states lift nothing.
///
/// Checked once the six months have passed: a measure that counts has begun by their last day, or the case was put to the
/// team again after it.
static GENBEHANDLING_A: ProfileRule = ProfileRule {
    id: "senere/2022-genbehandling.a",
    citation: text(
        "Bekendtgørelse nr. 2408 af 13. december 2021, § 17, stk. 1-4",
        "Regulation no. 2408 of 13 December 2021, § 17, stk. 1-4",
    ),
    severity: Some(Severity::Warning),
    phase: Phase::Indsats,
    cells: COURSES,
    paths: &[
        START,
        pointer!(indsatsdel.tilbud),
        pointer!(indsatsdel.tilbud[].startdato),
        pointer!(indsatsdel.tilbud[].hjemmel),
        PERIODS,
        HOURS,
        MEETINGS,
    ],
    texts: Texts {
        demand: text(
            "Er ingen indsats begyndt inden 6 måneder, behandler teamet ressourceforløbet igen",
            "Where no measure has begun within 6 months, the team treats the ressourceforløb again",
        ),
        finding: text(
            "Ingen indsats, der tæller, er begyndt inden 6 måneder, og teamet har ikke behandlet sagen igen",
            "No measure that counts has begun within 6 months, and the team has not treated the case again",
        ),
        remedy: text(
            "Forelæg sagen for teamet på ny, eller angiv det, der ændrer det: indsatser, perioder, der ikke tæller med, eller ordinære timer",
            "Put the case to the team again, or state what changes this: measures, periods that are left out, or ordinary hours",
        ),
        judgement: Some(text(
            "Er borgeren ansat med løntilskud efter kompensationslovens § 15 (stk. 5), eller gælder stk. 6?",
            "Is the citizen employed with a wage subsidy under § 15 of the compensation act (stk. 5), or does stk. 6 apply?",
        )),
    },
    parameters: &[],
    needs: None,
    part: Part::Any,
    check: Some(|case, _| {
        super::only(case.afgjort(&[Afgoerelsesudfald::Ressourceforloeb]), || {
            let forloeb = &case.plan.forloeb;
            if forloeb.ordinaere_timer.value().is_some_and(|hours| hours.get() > 0.0) {
                return Answer::not_relevant();
            }
            match forloeb.startdato.value() {
                None => unknown(&forloeb.startdato, START),
                Some(Date(start)) => treated_again(case, start),
            }
        })
    }),
    measure: None,
};

fn treated_again(case: &Case<'_>, start: NaiveDate) -> Answer {
    let forloeb = &case.plan.forloeb;
    let last = six_months(start, forloeb);
    indsatsdel_content(case, |part, pointer| {
        let list = below(pointer, "tilbud");
        let has_begun = |tilbud: &Tilbud<'_>| {
            tilbud.startdato.value().is_none_or(|day| case.as_of.is_none_or(|today| day <= today))
        };
        let measures: Vec<Answer> = entries(&part.tilbud)
            .filter(|(_, tilbud)| has_begun(tilbud))
            .filter_map(|(index, tilbud)| counts(tilbud, &format!("{list}/{index}"), start, last))
            .collect();
        if measures.iter().any(Answer::is_met) {
            return Answer::met();
        }
        if case.as_of.is_some_and(|today| today.0 <= last) {
            return Answer::not_relevant();
        }
        let again = put_again(case, last);
        let period = unknown_period(start, last, forloeb);
        if period.is_none() && again.as_ref().is_some_and(Answer::is_met) {
            return Answer::met();
        }
        let unreadable_list = part.tilbud.is_unreadable().then(|| unknown(&part.tilbud, list.clone()));
        let unreadable_hours =
            forloeb.ordinaere_timer.is_unreadable().then(|| unknown(&forloeb.ordinaere_timer, HOURS));
        let unmet = again.filter(|again| !again.is_met());
        let open = measures.into_iter().chain([unreadable_list, unreadable_hours, period, unmet].into_iter().flatten());
        Answer::gravest(open).unwrap_or_else(|| match case.as_of {
            None => Answer::undetermined(&AS_OF_MISSING),
            Some(_) => Answer::missing().at(START).at(list).at(MEETINGS),
        })
    })
}

/// Whether the case was put to the team again after a day; nothing when it was not.
fn put_again(case: &Case<'_>, last: NaiveDate) -> Option<Answer> {
    let meetings = &case.plan.moede.genforelaeggelser;
    if meetings.is_unreadable() {
        return Some(unknown(meetings, MEETINGS));
    }
    let after = |(index, meeting): (usize, &crate::plan::Genforelaeggelse)| match meeting.dato.value() {
        Some(Date(day)) => (day > last).then(Answer::met),
        None => Some(unknown(&meeting.dato, format!("{MEETINGS}/{index}/dato"))),
    };
    let answers: Vec<Answer> = entries(meetings).filter_map(after).collect();
    if answers.iter().any(Answer::is_met) { Some(Answer::met()) } else { Answer::gravest(answers) }
}

pub(super) static RULES: &[&ProfileRule] = &[&GENBEHANDLING_A];
