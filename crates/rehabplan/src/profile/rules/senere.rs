//! What regulations that came after this one demand beside it.

use chrono::{Days, NaiveDate};

use super::proces::MEASURES;
use super::vejledning::COURSES;
use super::{ADVARSEL, MEETINGS, ProfileRule};
use crate::answer::Answer;
use crate::case::{Case, Phase};
use crate::law::answering::{unknown, unknown_at};
use crate::law::evidence::Listed;
use crate::law::{AS_OF_MISSING, PERIOD_MONTHS, indsatsdel_content, last_day, text, texts};
use crate::plan::place::{At, Day, FieldOf, ListOf, at, key};
use crate::plan::{Afgoerelsesudfald, Date, Genforelaeggelse, Indsatshjemmel, Number, Periode, Tilbud};
use crate::pointer;
use crate::text::notes;

const START: At<Day> = at!(forloeb.startdato);
const PERIODS: At<ListOf<Periode>> = at!(forloeb.ikke_medregnede_perioder);
const HOURS: At<FieldOf<Number<0, 5000>>> = at!(forloeb.ordinaere_timer);

/// The last day of the first six months of a course, without the periods that are left out of them (stk. 3): it lies
/// later by each of their days.
fn six_months(case: &Case<'_>, start: NaiveDate) -> NaiveDate {
    let mut periods: Vec<_> = PERIODS
        .of(case)
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
fn unknown_period(case: &Case<'_>, start: NaiveDate, last: NaiveDate) -> Option<Answer> {
    if PERIODS.of(case).is_unreadable() {
        return Some(unknown(case, PERIODS));
    }
    let open = PERIODS.entries(case).filter_map(|period| {
        let (from, to) = (&period.value.startdato, &period.value.slutdato);
        let matters = from.value().is_none_or(|from| from.0 <= last) && to.value().is_none_or(|to| to.0 >= start);
        match (from.value(), to.value()) {
            (Some(from), Some(to)) if to < from => {
                let at = period.path(key!(Periode.slutdato));
                Some(Answer::undetermined(&notes::END_BEFORE_START).depends_on_fact(at.clone()).at(at))
            }
            _ if !matters => None,
            (None, _) => Some(unknown_at(from, period.path(key!(Periode.startdato)))),
            (_, None) => Some(unknown_at(to, period.path(key!(Periode.slutdato)))),
            _ => None,
        }
    });
    Answer::gravest(open)
}

/// Whether a measure counts (stk. 1-2): met when it does, an answer of its own when nobody knows, otherwise none.
fn counts(measure: &Listed<'_, Tilbud<'_>>, start: NaiveDate, last: NaiveDate) -> Option<Answer> {
    let tilbud = measure.value;
    let is_in_time = tilbud.startdato.value().map(|Date(day)| start <= day && day <= last);
    let is_of_the_kind = tilbud.hjemmel.value().map(|hjemmel| hjemmel != Indsatshjemmel::Anden);
    if is_in_time == Some(false) || is_of_the_kind == Some(false) {
        return None;
    }
    let missing = [
        is_in_time.is_none().then(|| unknown_at(&tilbud.startdato, measure.path(key!(Tilbud.startdato)))),
        is_of_the_kind.is_none().then(|| unknown_at(&tilbud.hjemmel, measure.path(key!(Tilbud.hjemmel)))),
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
    phase: Phase::Indsats,
    cells: COURSES,
    paths: &[
        START.pointer,
        MEASURES.pointer,
        pointer!(indsatsdel.tilbud[].startdato),
        pointer!(indsatsdel.tilbud[].hjemmel),
        PERIODS.pointer,
        HOURS.pointer,
        MEETINGS.pointer,
    ],
    texts: texts! {
        demand: "Er ingen indsats begyndt inden 6 måneder, behandler teamet ressourceforløbet igen",
            "Where no measure has begun within 6 months, the team handles the ressourceforløb again";
        finding: "Ingen indsats, der tæller, er begyndt inden 6 måneder, og teamet har ikke behandlet sagen igen",
            "No measure that counts has begun within 6 months, and the team has not handled the case again";
        remedy: "Forelæg sagen for teamet på ny, eller angiv det, der ændrer det: indsatser, perioder, der ikke tæller med, eller ordinære timer",
            "Put the case to the team again, or state what changes this: measures, periods that are left out, or ordinary hours";
        judgement: "Er borgeren ansat med løntilskud efter kompensationslovens § 15 (stk. 5), eller gælder stk. 6?",
            "Is the citizen employed with a wage subsidy under § 15 of the compensation act (stk. 5), or does stk. 6 apply?";
    },
    check: Some(|case, _| {
        super::only(case.afgjort(&[Afgoerelsesudfald::Ressourceforloeb]), || {
            if HOURS.of(case).value().is_some_and(|hours| hours.get() > 0.0) {
                return Answer::not_relevant();
            }
            match START.of(case).value() {
                None => unknown(case, START),
                Some(Date(start)) => treated_again(case, start),
            }
        })
    }),
    ..ADVARSEL
};

fn treated_again(case: &Case<'_>, start: NaiveDate) -> Answer {
    let last = six_months(case, start);
    indsatsdel_content(case, |part| {
        let has_begun = |tilbud: &Tilbud<'_>| {
            tilbud.startdato.value().is_none_or(|day| case.as_of.is_none_or(|today| day <= today))
        };
        let begun = MEASURES.entries(case).filter(|measure| has_begun(measure.value));
        let measures: Vec<Answer> = begun.filter_map(|measure| counts(&measure, start, last)).collect();
        if measures.iter().any(Answer::is_met) {
            return Answer::met();
        }
        if case.as_of.is_some_and(|today| today.0 <= last) {
            return Answer::not_relevant();
        }
        let again = put_again(case, last);
        let period = unknown_period(case, start, last);
        if period.is_none() && again.as_ref().is_some_and(Answer::is_met) {
            return Answer::met();
        }
        let unreadable_list = part.tilbud.is_unreadable().then(|| unknown_at(&part.tilbud, MEASURES.path(case)));
        let unreadable_hours = HOURS.of(case).is_unreadable().then(|| unknown(case, HOURS));
        let unmet = again.filter(|again| !again.is_met());
        let open = measures.into_iter().chain([unreadable_list, unreadable_hours, period, unmet].into_iter().flatten());
        Answer::gravest(open).unwrap_or_else(|| match case.as_of {
            None => Answer::undetermined(&AS_OF_MISSING),
            Some(_) => MEETINGS.tell(case, MEASURES.tell(case, START.tell(case, Answer::missing()))),
        })
    })
}

/// Whether the case was put to the team again after a day; nothing when it was not.
fn put_again(case: &Case<'_>, last: NaiveDate) -> Option<Answer> {
    if MEETINGS.of(case).is_unreadable() {
        return Some(unknown(case, MEETINGS));
    }
    let after = |meeting: Listed<'_, Genforelaeggelse>| match meeting.value.dato.value() {
        Some(Date(day)) => (day > last).then(Answer::met),
        None => Some(unknown_at(&meeting.value.dato, meeting.path(key!(Genforelaeggelse.dato)))),
    };
    let answers: Vec<Answer> = MEETINGS.entries(case).filter_map(after).collect();
    if answers.iter().any(Answer::is_met) { Some(Answer::met()) } else { Answer::gravest(answers) }
}

pub(super) static RULES: &[&ProfileRule] = &[&GENBEHANDLING_A];
