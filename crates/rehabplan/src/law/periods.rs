//! The periods of § 5, stk. 2: six calendar months, both days included.

use chrono::{Datelike as _, Days, Months, NaiveDate};

use super::evidence::Listed;
use super::{JA13D, JA22, JANY, JAX, Provision, SDP3};
use crate::answer::Answer;
use crate::case::{Case, Condition};
use crate::plan::place::{At, Day, FieldOf, ListOf, at, key};
use crate::plan::{Afgoerelsesudfald, Count, Date, Field, Forloeb, Periode};
use crate::text::notes;

/// § 5, stk. 2 (in force 1 January 2020): measures and follow-up are laid down for at least this many months at a time.
pub const PERIOD_MONTHS: u32 = 6;

/// The earliest last day, included, of a period of six months that begins on `start` (§ 5, stk. 2).
///
/// Six calendar months are added. If the month that is reached has the same day, the period ends on the day before it;
/// otherwise on the month's last day. `None` only beyond the year 262142.
///
/// ```
/// use rehabplan::law::earliest_end;
/// use rehabplan::plan::Date;
///
/// let day = |text: &str| Date::parse(text).unwrap();
/// assert_eq!(earliest_end(day("2020-01-15")), Some(day("2020-07-14")));
/// assert_eq!(earliest_end(day("2020-08-31")), Some(day("2021-02-28")));
/// ```
#[must_use]
pub fn earliest_end(start: Date) -> Option<Date> {
    last_day(start, PERIOD_MONTHS)
}

/// The last day, included, of a period of so many calendar months that begins on `start`, counted as in § 5, stk. 2: the
/// day before the same day, or the last day of a month that has no such day. `None` only beyond the year 262142.
///
/// ```
/// use rehabplan::law::last_day;
/// use rehabplan::plan::Date;
///
/// let day = |text: &str| Date::parse(text).unwrap();
/// assert_eq!(last_day(day("2020-01-15"), 12), Some(day("2021-01-14")));
/// assert_eq!(last_day(day("2020-01-31"), 1), Some(day("2020-02-29")));
/// ```
#[must_use]
pub fn last_day(start: Date, months: u32) -> Option<Date> {
    // chrono goes no further than the last day of a shorter month, so a changed day tells that it was cut short.
    let same_day = start.0.checked_add_months(Months::new(months))?;
    let last = if same_day.day() == start.day() { same_day.checked_sub_days(Days::new(1))? } else { same_day };
    Some(Date(last))
}

/// How many calendar months are begun in a period, both days included: the least number whose [last day](last_day) is not
/// before `end`. None are when it ends before it begins.
///
/// ```
/// use rehabplan::law::months_begun;
/// use rehabplan::plan::Date;
///
/// let day = |text: &str| Date::parse(text).unwrap();
/// assert_eq!(months_begun(day("2020-03-31"), day("2020-09-30")), 6);
/// assert_eq!(months_begun(day("2020-03-31"), day("2020-10-01")), 7);
/// ```
#[must_use]
pub fn months_begun(start: Date, end: Date) -> u32 {
    let is_enough = |months: &u32| last_day(start, *months).is_none_or(|last| end <= last);
    // So many ends of months lie between the two days. A period that long ends in the month of `end`; the next does not
    // end before it.
    let apart = (end.year() - start.year()) * 12 + end.month().cast_signed() - start.month().cast_signed();
    u32::try_from(apart).map_or(0, |apart| if is_enough(&apart) { apart } else { apart + 1 })
}

/// The first and the last day of the course, and else how many months it is expected to last.
pub(super) const FOERSTE_DAG: At<Day> = at!(forloeb.startdato);
pub(super) const SIDSTE_DAG: At<Day> = at!(forloeb.slutdato);
pub(super) const VARIGHED: At<FieldOf<Count<1, 600>>> = at!(forloeb.varighed_maaneder);

/// Whether a course is shorter than six months. Where dates and months are both given, the dates count; a course of
/// unknown length is not short (T24).
fn is_shorter_than_six_months(case: &Case<'_>) -> Condition {
    if let Some(day) = [FOERSTE_DAG, SIDSTE_DAG].into_iter().find(|day| day.of(case).is_unreadable()) {
        return Condition::Unreadable(day.pointer);
    }
    match (FOERSTE_DAG.of(case).value(), SIDSTE_DAG.of(case).value()) {
        (Some(start), Some(end)) => {
            let is_short = earliest_end(start).is_some_and(|earliest| end < earliest);
            (is_short && start <= end).into()
        }
        _ => match VARIGHED.of(case) {
            Field::Unreadable => Condition::Unreadable(VARIGHED.pointer),
            months => months.value().is_some_and(|months| months.get() < PERIOD_MONTHS).into(),
        },
    }
}

/// Whether a course ends before it begins (A6).
pub(crate) fn runs_backwards(forloeb: &Forloeb) -> bool {
    matches!((forloeb.startdato.value(), forloeb.slutdato.value()), (Some(start), Some(end)) if end < start)
}

/// Whether the months that a course is said to last are other than those between its days, which count (A28): those that are full, or
/// with the last one that is begun.
pub(crate) fn is_of_two_lengths(forloeb: &Forloeb) -> bool {
    let days = forloeb.startdato.value().zip(forloeb.slutdato.value()).filter(|(start, end)| start <= end);
    days.zip(forloeb.varighed_maaneder.value()).is_some_and(|((start, end), months)| {
        let begun = months_begun(start, end);
        let full = if last_day(start, begun) == Some(end) { begun } else { begun - 1 };
        !(full..=begun).contains(&months.get())
    })
}

/// The periods of the plan.
pub(super) const PERIODER: At<ListOf<Periode>> = at!(indsatsdel.perioder);

/// Whether the periods of the plan, both days included, together leave no day of the course open. One of which a day is not
/// known covers nothing, or as much as it might.
fn cover(case: &Case<'_>, as_they_might: bool, from: NaiveDate, to: NaiveDate) -> bool {
    let day = |field: &Field<Date>| field.value().map(|date| date.0);
    let days = |period: Listed<'_, Periode>| {
        let (start, end) = (day(&period.value.startdato), day(&period.value.slutdato));
        if as_they_might { Some((start.unwrap_or(from), end.unwrap_or(to))) } else { start.zip(end) }
    };
    let mut periods: Vec<_> = PERIODER.entries(case).filter_map(days).collect();
    periods.sort_unstable();
    let mut open = Some(from);
    for (start, end) in periods {
        if open.is_some_and(|day| start <= day && day <= end) {
            open = end.succ_opt();
        }
    }
    open.is_none_or(|day| day > to)
}

/// Whether § 5, stk. 2, exempts the course: a jobafklaring or sygedagpenge course of less than six months. The kind
/// follows the decision, and without one the kind of case; a ressourceforløb is never short (A12).
pub(super) fn short_course(case: &Case<'_>) -> Condition {
    const DECIDED: At<FieldOf<Afgoerelsesudfald>> = at!(afgoerelse.udfald);
    let may_be_short = match DECIDED.of(case) {
        Field::Present(decided) => {
            matches!(decided, Afgoerelsesudfald::Jobafklaringsforloeb | Afgoerelsesudfald::Sygedagpengeindsats).into()
        }
        Field::Absent => case.is_any(&[JA22, JAX, JA13D, JANY, SDP3]).into(),
        Field::Unreadable => Condition::Unreadable(DECIDED.pointer),
    };
    match (may_be_short, is_shorter_than_six_months(case)) {
        // A course that is not known to be short is not, whatever the decision says (A48).
        (Condition::Fails, _) | (_, Condition::Fails) => Condition::Fails,
        (Condition::Holds, is_short) => is_short,
        (unknown, _) => unknown,
    }
}

/// The periods of a short course: exempt when they cover every day of it (A28). One whose first or last day is open or
/// cannot be read may cover what the others leave, and then nobody knows (A48).
pub(super) fn periods_of_a_short_course(case: &Case<'_>, own: Answer, each: &[Answer]) -> Answer {
    let (Some(Date(from)), Some(Date(to))) = (FOERSTE_DAG.of(case).value(), SIDSTE_DAG.of(case).value()) else {
        // Its length is known in months only, with a first day or without: the months are expected, and no last day (A28).
        return Answer::exempt(Provision::p(5).stk(2));
    };
    if cover(case, false, from, to) {
        return Answer::exempt(Provision::p(5).stk(2));
    }
    // Each is of six months, or it is not known of one whether it is.
    if !own.is_not_met() {
        return own;
    }
    let unknown = each.iter().filter(|answer| answer.is_undetermined()).cloned();
    match Answer::gravest(unknown) {
        Some(unknown) if cover(case, true, from, to) => unknown,
        _ => PERIODER.tell(case, Answer::warning(&notes::SHORT_COURSE_NOT_COVERED)),
    }
}

/// One period: at least six months, both days included.
pub(super) fn six_months(case: &Case<'_>, first_start: Option<Date>, period: &Listed<'_, Periode>) -> Answer {
    let (start_path, end_path) = (period.path(key!(Periode.startdato)), period.path(key!(Periode.slutdato)));
    match (&period.value.startdato, &period.value.slutdato) {
        (Field::Unreadable, _) => Answer::unreadable().at(start_path),
        (_, Field::Unreadable) => Answer::unreadable().at(end_path),
        (Field::Absent, _) => Answer::lacks(start_path.clone()).at(start_path),
        (_, Field::Absent) => Answer::lacks(end_path.clone()).at(end_path),
        (Field::Present(start), Field::Present(end)) if end < start => {
            Answer::missing().with_note(&notes::END_BEFORE_START).at(start_path).at(end_path)
        }
        (Field::Present(start), Field::Present(end)) => {
            if earliest_end(*start).is_some_and(|earliest| *end >= earliest) {
                Answer::met()
            } else {
                match is_remainder(case, first_start, *start, *end) {
                    Condition::Holds => Answer::warning(&notes::REMAINDER).at(end_path),
                    Condition::Fails => Answer::missing().with_note(&notes::SHORTER_THAN_SIX_MONTHS).at(end_path),
                    unknown => unknown.then(Answer::met).at(SIDSTE_DAG.pointer),
                }
            }
        }
    }
}

/// Whether a short period is what remains of the course after an earlier one (T23). A course that ends before it begins has no
/// end that excuses it (A6).
fn is_remainder(case: &Case<'_>, first_start: Option<Date>, start: Date, end: Date) -> Condition {
    let has_earlier = first_start.is_some_and(|earliest| earliest < start);
    match SIDSTE_DAG.of(case) {
        Field::Unreadable if has_earlier => Condition::Unreadable(SIDSTE_DAG.pointer),
        last => {
            let course_ends = last.value().is_some_and(|last| last <= end);
            (course_ends && has_earlier && !runs_backwards(&case.plan.forloeb)).into()
        }
    }
}
