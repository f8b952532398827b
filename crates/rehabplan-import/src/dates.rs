//! Days in the forms that exports and documents write them in.

use chrono::{DateTime, Datelike as _, Days, NaiveDate, NaiveDateTime, TimeDelta, Weekday};
use rehabplan::plan::Date;
use rehabplan::reply::MONTHS;

/// A form that dates have, as a mapping names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum DateForm {
    /// The number of days that Excel counts.
    Excel,
    /// Pieces in order.
    Pieces(Vec<Piece>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    Day {
        two: bool,
    },
    Month {
        two: bool,
    },
    /// The name of a month, or how it begins.
    Name,
    Year {
        four: bool,
    },
    Sign(char),
}

impl Piece {
    /// Whether it has four digits.
    fn is_long(self) -> bool {
        matches!(self, Self::Year { four: true })
    }
}

impl DateForm {
    /// Reads a form such as `dd-mm-yyyy`; `å` may stand for `y`, as in Danish. `None` for one that is none.
    pub(crate) fn parse(form: &str) -> Option<Self> {
        let form = form.trim().to_lowercase().replace('å', "y");
        if form == "excel" {
            return Some(Self::Excel);
        }
        let mut pieces = Vec::new();
        let mut rest = form.as_str();
        while let Some(first) = rest.chars().next() {
            let run = rest.len() - rest.trim_start_matches(first).len();
            let length = if first.is_alphabetic() { run } else { first.len_utf8() };
            pieces.push(match (first, length) {
                ('d', 1 | 2) => Piece::Day { two: length == 2 },
                ('m', 1 | 2) => Piece::Month { two: length == 2 },
                ('m', 3 | 4) => Piece::Name,
                ('y', 2 | 4) => Piece::Year { four: length == 4 },
                (sign, _) if !sign.is_alphanumeric() => Piece::Sign(sign),
                _ => return None,
            });
            rest = rest.get(length..)?;
        }
        let count = |is_it: fn(&Piece) -> bool| pieces.iter().filter(|piece| is_it(piece)).count();
        let is_whole = count(|piece| matches!(piece, Piece::Day { .. })) == 1
            && count(|piece| matches!(piece, Piece::Month { .. } | Piece::Name)) == 1
            && count(|piece| matches!(piece, Piece::Year { .. })) == 1;
        // Two runs of digits beside each other can only be told apart by their length.
        let is_clear = !pieces.windows(2).any(|pair| {
            matches!(pair, [Piece::Day { two: false } | Piece::Month { two: false }, after] if !matches!(after, Piece::Sign(_) | Piece::Name))
        });
        (is_whole && is_clear).then_some(Self::Pieces(pieces))
    }

    fn read(&self, text: &str) -> Option<Date> {
        match self {
            Self::Excel => of_excel(text.parse().ok()?),
            Self::Pieces(pieces) => Self::digits(pieces, text).and_then(|(year, month, day)| date(year?, month, day)),
        }
    }

    /// Whether a text may be a day in this form and another in the other.
    pub(crate) fn contradicts(&self, other: &Self) -> bool {
        let (Self::Pieces(own), Self::Pieces(others)) = (self, other) else { return false };
        let alike = |(own, other): (&Piece, &Piece)| match (own, other) {
            (Piece::Sign(own), Piece::Sign(other)) => own == other,
            (Piece::Sign(_) | Piece::Name, _) | (_, Piece::Sign(_) | Piece::Name) => false,
            (own, other) => own.is_long() == other.is_long(),
        };
        let is_other = |(own, other)| std::mem::discriminant::<Piece>(own) != std::mem::discriminant(other);
        let pairs = || own.iter().zip(others);
        own.len() == others.len() && pairs().all(alike) && pairs().any(is_other)
    }

    /// Whether a text is written in this form, be there such a day or not.
    fn fits(&self, text: &str) -> bool {
        matches!(self, Self::Pieces(pieces) if Self::digits(pieces, text).is_some())
    }

    /// The year, the month and the day that a text has, each as a number; no year where two digits may mean several.
    fn digits(pieces: &[Piece], text: &str) -> Option<(Option<u32>, u32, u32)> {
        let (mut day, mut month, mut year) = (0, 0, None);
        let mut rest = text;
        for piece in pieces {
            if *piece == Piece::Name {
                let end = rest.find(|letter: char| !letter.is_alphabetic()).unwrap_or(rest.len());
                let (name, after) = rest.split_at_checked(end)?;
                (month, rest) = (named_month(name)?, after.strip_prefix('.').unwrap_or(after));
                continue;
            }
            let mut digits = |least: usize, most: usize| {
                let length = rest.bytes().take(most).take_while(u8::is_ascii_digit).count();
                let (number, after) = rest.split_at_checked(length)?;
                rest = after;
                (length >= least).then(|| number.parse::<u32>().ok())?
            };
            match piece {
                // "1-3-2020" is clear where "01-03-2020" is asked for.
                Piece::Day { .. } => day = digits(1, 2)?,
                Piece::Month { .. } => month = digits(1, 2)?,
                Piece::Year { four: true } => year = Some(digits(4, 4)?),
                Piece::Year { four: false } => year = century(digits(2, 2)?),
                Piece::Sign(sign) => rest = rest.strip_prefix(*sign)?,
                Piece::Name => {}
            }
        }
        rest.is_empty().then_some((year, month, day))
    }
}

/// The day that a text says; without forms in any that means one day alone in Danish.
pub(crate) fn read(text: &str, forms: Option<&[DateForm]>) -> Option<Date> {
    let text = if forms.is_some() { text.trim() } else { day_alone(text.trim()) };
    if let Some(date) = one(text, forms).or_else(|| of_machine(text, forms)) {
        return Some(date);
    }
    if let Some(date) = named_first(text, forms) {
        return Some(date);
    }
    let (day, time) = text.split_once(':').filter(|(day, _)| month_within(day).is_some()).or_else(|| {
        let (day, time) = text.split_once(['T', ' '])?;
        // Who writes so may have the month first.
        let is_doubtful = forms.is_none() && without_half(time) != time && order(day) == Some(Order::Either);
        (!is_doubtful).then_some((day, time))
    })?;
    if let Some((time, zone)) = zoned(time) {
        // A day that is written in another way than databases do is one of a person, who writes no zone.
        let day = one(day, forms).filter(|_| Date::parse(day).is_some() || month_between(day))?;
        let time = clock(&time)?;
        let moment = DateTime::parse_from_rfc3339(&format!("{day}T{time}{zone}")).ok()?;
        return in_denmark(moment.naive_utc());
    }
    if is_time(time) { one(day, forms) } else { None }
}

/// The day of a moment as programs write it without any blank: `20240301T000000`, `2024-03-01-00.00.00.000000`.
fn of_machine(text: &str, forms: Option<&[DateForm]>) -> Option<Date> {
    const COMPACT: usize = 8;
    const WITH_HYPHENS: usize = 10;
    const ZONE: usize = "+01:00".len();
    let is_clock = |time: &str| matches!(time.len(), 4 | 6) && time.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((day, time)) = text.split_at_checked(COMPACT)
        && is_clock(time.strip_prefix('T').unwrap_or(time))
        && (time.starts_with('T') || time.len() == 6)
    {
        return one(day, forms);
    }
    let (day, rest) = text.split_at_checked(WITH_HYPHENS).filter(|(day, _)| Date::parse(day).is_some())?;
    // XML writes a day with its zone, and the day is what it says.
    if rest == "Z" || rest.len() == ZONE && rest.contains(':') && zoned(rest).is_some() {
        return one(day, forms);
    }
    rest.strip_prefix('-').filter(|time| time.contains('.') && is_time(time)).and_then(|_| one(day, forms))
}

/// The day of a moment whose month is a name, with a time behind it: `Mar  1 2024 12:00AM`.
fn named_first(text: &str, forms: Option<&[DateForm]>) -> Option<Date> {
    let (day, time) = without_half(text).rsplit_once(' ')?;
    let has_month = day.split(BETWEEN).any(|word| named_month(word).is_some());
    if has_month && time.contains([':', '.']) && is_time(time) { one(day.trim_end(), forms) } else { None }
}

/// Whether a day has its month as a name between two numbers, as Oracle writes it.
fn month_between(day: &str) -> bool {
    let mut groups = day.split('-');
    let is_number = |group: Option<&str>| group.is_some_and(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let are_so = is_number(groups.next()) && groups.next().is_some_and(|month| named_month(month).is_some());
    are_so && is_number(groups.next()) && groups.next().is_none()
}

/// A time of day as RFC 3339 has it, of one with points or with half a day of a clock.
fn clock(time: &str) -> Option<String> {
    let (plain, is_after_noon) = match without_half(time) {
        plain if plain.len() == time.trim_end().len() => return Some(time.replacen('.', ":", points_of(time))),
        plain => (plain, time.trim_end().to_lowercase().ends_with("pm")),
    };
    let plain = plain.replacen('.', ":", points_of(plain));
    let (hour, rest) = plain.split_once(':')?;
    let hour = hour.parse::<u32>().ok().filter(|hour| (1..=12).contains(hour))?;
    Some(format!("{:02}:{rest}", hour % 12 + if is_after_noon { 12 } else { 0 }))
}

/// How many points stand between the hours, the minutes and the seconds of a time: behind a colon there is none but before parts of a second.
fn points_of(time: &str) -> usize {
    if time.contains(':') { 0 } else { 2 }
}

/// A time of day and the zone behind it, each as RFC 3339 has it: databases write `+01`, `+0100` and ` +01:00`, and leave out seconds.
fn zoned(text: &str) -> Option<(String, String)> {
    let zone = text.rfind(['Z', 'z', '+', '-'])?;
    let (time, zone) = text.split_at_checked(zone)?;
    let time = time.trim_end();
    let seconds = if time.matches(':').count() == 1 { ":00" } else { "" };
    let digits: String = zone.chars().skip(1).filter(|sign| *sign != ':').collect();
    let zone = match (zone.chars().next()?, digits.as_str()) {
        ('Z' | 'z', "") => "Z".to_owned(),
        (sign @ ('+' | '-'), hours) if hours.len() == 2 => format!("{sign}{hours}:00"),
        (sign @ ('+' | '-'), both) if both.len() == 4 => format!("{sign}{}:{}", both.get(..2)?, both.get(2..)?),
        _ => return None,
    };
    Some((format!("{time}{seconds}"), zone))
}

/// A form that is named goes before the model's own: what is written in it is a day of that form, or none.
fn one(text: &str, forms: Option<&[DateForm]>) -> Option<Date> {
    let Some(forms) = forms else { return Date::parse(text).or_else(|| usual(text)) };
    let named = forms.iter().find_map(|form| form.read(text));
    named.or_else(|| Date::parse(text).filter(|_| !forms.iter().any(|form| form.fits(text))))
}

/// A day without the words that Danes put before it, and before the time behind it: `fredag den 3. maj 2024 kl. 10.00`.
fn day_alone(text: &str) -> &str {
    const WORDS: [&str; 9] = ["den", "d", "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"];
    let mut rest = text;
    while let Some((word, more)) = rest.split_once([' ', '\u{a0}'])
        && WORDS.contains(&word.trim_end_matches(['.', ',']).to_lowercase().as_str())
    {
        rest = more.trim_start();
    }
    let rest = rest.strip_prefix("d.").unwrap_or(rest);
    match rest.split_once(" kl") {
        Some((day, time)) if is_time(time.trim_start_matches('.')) => day.trim_end_matches([',', ' ']),
        _ => rest,
    }
}

/// A time of day without what says which half of the day it is in: `12:00:00 AM`.
fn without_half(time: &str) -> &str {
    let time = time.trim_end();
    let (rest, half) = time.split_at_checked(time.len().saturating_sub(2)).unwrap_or((time, ""));
    if ["am", "pm"].iter().any(|known| half.eq_ignore_ascii_case(known)) { rest.trim_end() } else { time }
}

/// A time of day without a zone.
fn is_time(text: &str) -> bool {
    let text = without_half(text.trim());
    let is_pair = |pair: &str| pair.len() <= 2 && pair.parse::<u8>().is_ok_and(|number| number < 60);
    let mut parts = text.splitn(3, [':', '.']);
    let (hour, minute, second) = (parts.next(), parts.next(), parts.next());
    hour.is_some_and(|hour| is_pair(hour) && hour.parse::<u8>().is_ok_and(|hour| hour <= 24))
        && minute.is_some_and(is_pair)
        && second.is_none_or(|second| {
            let whole = second.split(['.', ',', ':']).next().unwrap_or_default();
            is_pair(whole) && second.bytes().all(|byte| byte.is_ascii_digit() || b".,:".contains(&byte))
        })
}

/// What stands between a day, a month and a year: hyphens of whichever make, as Word puts them in, among it.
const BETWEEN: [char; 8] = ['-', '.', '/', ' ', '\u{a0}', '\u{2010}', '\u{2011}', '\u{2013}'];

/// The forms that say one day alone to a Danish reader: the day before the month.
fn usual(text: &str) -> Option<Date> {
    let mut groups = text.split(BETWEEN).filter(|group| !group.is_empty());
    let found = [groups.next()?, groups.next().unwrap_or_default(), groups.next().unwrap_or_default()];
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    match found {
        _ if groups.next().is_some() => None,
        [one, "", ""] if one.len() == text.len() && is_digits(one) => match one.len() {
            8 => {
                let number: u32 = one.parse().ok()?;
                plausible(date(number / 10_000, number / 100 % 100, number % 100)?)
            }
            5 => of_excel(one.parse().ok()?),
            _ => None,
        },
        [one, "", ""] if one.len() == text.len() => {
            let (day, month, year) = month_within(one)?;
            day_and_month_named(day, month, year)
        }
        [_, _, ""] => None,
        // "March 2, 2020"
        [month, day, year] if named_month(month).is_some() && year.len() == 4 => {
            day_and_month_named(day.trim_end_matches(','), month, year)
        }
        [year, month, day] if year.len() == 4 && is_digits(year) => {
            date(year.parse().ok()?, short(month)?, short(day)?)
        }
        [day, month, year] => {
            let month = short(month).or_else(|| named_month(month))?;
            let year = match year.len() {
                2 if is_year_first(day, year) && !is_danish(text) => return None,
                2 if is_digits(year) => century(year.parse().ok()?)?,
                4 if is_digits(year) => year.parse().ok()?,
                _ => return None,
            };
            date(year, month, short(day)?)
        }
    }
}

/// The day, the month and the year of a text that has its month in letters between them: `02MAY2020`.
fn month_within(text: &str) -> Option<(&str, &str, &str)> {
    let start = text.find(|letter: char| !letter.is_ascii_digit())?;
    let end = text.rfind(|letter: char| !letter.is_ascii_digit()).and_then(|last| {
        let length = text.get(last..)?.chars().next()?.len_utf8();
        Some(last + length)
    })?;
    let (day, month, year) = (text.get(..start)?, text.get(start..end)?, text.get(end..)?);
    (short(day).is_some() && matches!(year.len(), 2 | 4) && named_month(month).is_some()).then_some((day, month, year))
}

fn day_and_month_named(day: &str, month: &str, year: &str) -> Option<Date> {
    let number = year.parse().ok()?;
    let year = if year.len() == 4 { number } else { century(number).filter(|_| !is_year_first(day, year))? };
    date(year, named_month(month)?, short(day)?)
}

/// Which of the day and the month a text has first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Order {
    DayFirst,
    MonthFirst,
    /// It may be either, and which it is makes another day of it.
    Either,
}

/// Which of the day and the month comes first, where a text is both in digits with the year behind them, and perhaps a time.
pub(crate) fn order(text: &str) -> Option<Order> {
    let day = text.trim().split(['T', ' ']).next()?;
    let mut groups = day.split(BETWEEN);
    let (first, second, year) = (short(groups.next()?)?, short(groups.next()?)?, groups.next()?);
    let is_year = matches!(year.len(), 2 | 4) && year.bytes().all(|byte| byte.is_ascii_digit());
    if !is_year || groups.next().is_some() {
        return None;
    }
    match (first, second) {
        (1..=12, 1..=12) if first != second => Some(Order::Either),
        (13..=31, 1..=12) => Some(Order::DayFirst),
        (1..=12, 13..=31) => Some(Order::MonthFirst),
        _ => None,
    }
}

/// Where a day has its year of two digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Years {
    Last,
    First,
    /// It may be either, and which it is makes another day of it.
    InDoubt,
}

/// Where a text that is a day and a year of two digits, with the month between them, most likely has the year. Plans are of the
/// years from 2013 on, and hardly one speaks of a day after 2026: what is more than that is the other thing.
pub(crate) fn years(text: &str) -> Option<Years> {
    let day = text.trim().split(['T']).next()?;
    let mut groups = day.split(BETWEEN);
    let (first, month, last) = (groups.next()?, short(groups.next()?)?, groups.next()?);
    let are_pairs = [first, last].iter().all(|group| group.len() == 2);
    if !are_pairs || groups.next().is_some() || !(1..=12).contains(&month) {
        return None;
    }
    let (first, last) = (short(first)?, short(last)?);
    match (first, last) {
        (0 | 32.., 1..=31) => Some(Years::First),
        (1..=31, 0 | 32..) => Some(Years::Last),
        (1..=31, _) if is_danish(day) => Some(Years::Last),
        (13..=26, 27..=31) => Some(Years::First),
        (27..=31, 13..=26) | (1..=12, 13..=26) => Some(Years::Last),
        (1..=31, 1..=31) if first != last => Some(Years::InDoubt),
        _ => None,
    }
}

/// Whether a day is written as Danes do, with the year last: `31/12-20`.
fn is_danish(day: &str) -> bool {
    day.split_once('/').is_some_and(|(_, rest)| rest.contains('-') && !rest.contains('/'))
}

/// The day that a text says whose year of two digits stands last, where that of a single one would be in doubt.
pub(crate) fn with_year_last(text: &str) -> Option<Date> {
    let mut groups = text.trim().split(BETWEEN);
    let (day, month, year) = (short(groups.next()?)?, short(groups.next()?)?, short(groups.next()?)?);
    date(century(year)?, month, day).filter(|_| groups.next().is_none())
}

/// The form of a day that has a year of two digits first, as a mapping names it.
pub(crate) fn form_with_year_first(text: &str) -> Option<String> {
    let day = Some(text.trim()).filter(|_| years(text) == Some(Years::First))?;
    let mut signs = day.matches(BETWEEN);
    let (one, other) = (signs.next()?, signs.next()?);
    Some(format!("yy{one}mm{other}dd"))
}

/// The form of a day that has the month first, as a mapping names it.
pub(crate) fn form_with_month_first(text: &str) -> Option<String> {
    let day = text.trim().split(['T', ' ']).next().filter(|_| order(text) == Some(Order::MonthFirst))?;
    let mut signs = day.matches(BETWEEN);
    let (one, other) = (signs.next()?, signs.next()?);
    let is_long = day.rsplit(BETWEEN).next().is_some_and(|year| year.len() == 4);
    Some(format!("mm{one}dd{other}{}", if is_long { "yyyy" } else { "yy" }))
}

fn short(digits: &str) -> Option<u32> {
    let fits = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}

/// The months in English, as systems of other makes write them.
const ENGLISH: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Whether a word is the Danish name of a month.
#[cfg(feature = "document")]
pub(crate) fn is_month(name: &str) -> bool {
    let name = name.to_lowercase();
    MONTHS.contains(&name.as_str())
}

fn named_month(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let is_it = |month: &str| name.len() >= 3 && month.starts_with(&name);
    // "ma", "ju": of two beginnings alike, three letters tell.
    let place = MONTHS.iter().position(|month| is_it(month));
    let place = place.or_else(|| ENGLISH.iter().position(|month| is_it(month)))?;
    u32::try_from(place + 1).ok()
}

/// The year that two digits stand for. No plan is older than 2013 and none looks further than to 2040, and what it tells of began
/// in the lifetime of a citizen, who is of working age. Between them nobody knows.
fn century(two: u32) -> Option<u32> {
    match two {
        0..=40 => Some(2000 + two),
        50..=99 => Some(1900 + two),
        _ => None,
    }
}

/// Whether what would be a day in front of a year of two digits may just as well be the year of a plan in front of a day: `20-12-31`
/// would be in 2031, which hardly any plan speaks of.
fn is_year_first(first: &str, last: &str) -> bool {
    let is_among =
        |text: &str, numbers: std::ops::RangeInclusive<u32>| short(text).is_some_and(|it| numbers.contains(&it));
    first.len() == 2 && is_among(first, 13..=26) && is_among(last, 27..=31)
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i32::try_from(year).ok()?, month, day)
}

/// A number is taken for a day only when it is one that a plan can speak of.
fn plausible(date: Date) -> Option<Date> {
    (1900..2100).contains(&date.year()).then_some(date)
}

/// The day that Excel counts with a number; what stands behind the decimal point is the time of day. A number is a day only from
/// 1950 to 2099: 2020 is a year, and 311220 is digits.
pub(crate) fn of_excel(serial: f64) -> Option<Date> {
    const FIRST: f64 = 18_264.0;
    const LAST: f64 = 73_050.0;
    if !(FIRST..LAST + 1.0).contains(&serial) {
        return None;
    }
    // Excel has a 29 February 1900, so days behind it are counted from 30 December 1899.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let days = Days::new(serial as u64);
    NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(days).map(Date::from)
}

/// The day that a number says which the source itself knows as one: a day of Excel's, or a moment in milliseconds, as data
/// frames write them in JSON.
pub(crate) fn of_number(number: f64, counts_from_1904: bool) -> Option<Date> {
    // From 30 December 1899 to 1 January 1904.
    const BETWEEN: f64 = 1462.0;
    // From the end of 1973 to that of 2099: no number of a day is as large.
    if (1.25e11..4.1e12).contains(&number) {
        #[allow(clippy::cast_possible_truncation)]
        let moment = DateTime::from_timestamp_millis(number as i64)?;
        return in_denmark(moment.naive_utc());
    }
    of_excel(if counts_from_1904 { number + BETWEEN } else { number })
}

/// The day in Denmark at a moment. An export in universal time writes midnight as 22 or 23 on the day before.
pub(crate) fn in_denmark(moment: NaiveDateTime) -> Option<Date> {
    // Summer time begins and ends at 1 o'clock, universal time, on the last Sunday of March and of October.
    let last_sunday = |month| {
        let last = NaiveDate::from_ymd_opt(moment.year(), month, 31)?;
        let back = last.weekday().days_since(Weekday::Sun);
        last.checked_sub_days(Days::new(back.into()))?.and_hms_opt(1, 0, 0)
    };
    let is_summer = (last_sunday(3)?..last_sunday(10)?).contains(&moment);
    let local = moment.checked_add_signed(TimeDelta::hours(if is_summer { 2 } else { 1 }))?;
    date(u32::try_from(local.year()).ok()?, local.month(), local.day())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::{
        DateForm, Order, Years, form_with_month_first, form_with_year_first, in_denmark, order, read, with_year_last,
        years,
    };
    use rehabplan::plan::Date;

    fn day(text: &str) -> Option<Date> {
        Some(Date::parse(text).unwrap())
    }

    #[test]
    fn a_day_tells_where_its_year_of_two_digits_stands() {
        for (text, expected) in [
            ("31-12-20", Some(Years::Last)),
            ("02-03-20", Some(Years::Last)),
            ("31/12-20", Some(Years::Last)),
            ("20/12-31", Some(Years::Last)),
            ("02-03-98", Some(Years::Last)),
            ("20-12-31", Some(Years::First)),
            ("98-12-31", Some(Years::First)),
            ("20-12-05", Some(Years::InDoubt)),
            ("20-12-19", Some(Years::InDoubt)),
            ("05-12-06", Some(Years::InDoubt)),
            ("05-12-05", None),
            ("2-3-20", None),
            ("02-13-20", None),
            ("02-03-2020", None),
        ] {
            assert_eq!(years(text), expected, "{text}");
        }
        assert_eq!(with_year_last("20-12-31"), Date::new(2031, 12, 20));
        assert_eq!(form_with_year_first("20-12-31").as_deref(), Some("yy-mm-dd"));
        assert_eq!(form_with_year_first("31-12-20"), None);
    }

    #[test]
    fn months_in_letters_are_read_in_english_too() {
        for text in [
            "02MAY2020",
            "2may2020",
            "02MAJ2020",
            "02-MAY-2020",
            "2 May 2020",
            "May 2, 2020",
            "02MAY2020:13:45:00",
            "02MAY2020:13:45:00.000",
            "02MAY20",
        ] {
            assert_eq!(read(text, None), day("2020-05-02"), "{text}");
        }
        for (text, expected) in
            [("02OKT2020", "2020-10-02"), ("2 Oct 2020", "2020-10-02"), ("2 March 2020", "2020-03-02")]
        {
            assert_eq!(read(text, None), day(expected), "{text}");
        }
        for text in ["31FEB2020", "02XXX2020", "MAY2020", "02MAY", "20MAY31", "02MAY2020x", "May 2"] {
            assert_eq!(read(text, None), None, "{text}");
        }
        let named = [DateForm::parse("ddmmmyyyy").unwrap()];
        assert_eq!(read("02MAY2020", Some(&named)), day("2020-05-02"));
        assert_eq!(read("02OKT2020:10:00:00", Some(&named)), day("2020-10-02"));
        assert_eq!(read("02052020", Some(&named)), None);
    }

    #[test]
    fn moments_as_databases_and_programs_write_them_are_read() {
        for text in ["2020-12-31Z", "2020-12-31+01:00", "2020-12-31-05:00"] {
            assert_eq!(read(text, None), day("2020-12-31"), "{text}");
        }
        for text in [
            "Mar  1 2024 12:00AM",
            "Mar 1 2024  1:05PM",
            "Mar 01 2024 12:00:00:000AM",
            "01 Mar 2024 00:00:00:000",
            "Mar 1, 2024 12:00:00 AM",
            "2024-03-01 12:00:00 AM",
            "01-MAR-24 12.00.00.000000 AM",
            "01-MAR-24 12.00.00.000000000 AM +01:00",
            "01-MAR-2024 11.30.00 PM +01:00",
            "29-FEB-24 11.30.00 PM +00:00",
            "01-MAR-24 12.00.00,000000",
            "20240301T000000",
            "20240301000000",
            "2024-03-01-00.00.00.000000",
        ] {
            assert_eq!(read(text, None), day("2024-03-01"), "{text}");
        }
        assert_eq!(read("01-MAJ-24", None), day("2024-05-01"));
        assert_eq!(read("Okt  1 2024 12:00AM", None), day("2024-10-01"));
        for text in [
            "Mar  1 2024 25:00AM",
            "Mar 32 2024 12:00AM",
            "01-MAR-24 13.00.00 PM +01:00",
            "3/1/2024 12:00AM",
            "20240301T99",
            "202403010",
            "2024-03-01-1",
            "1 2024 12:00AM",
            "Mar 1 2024 tolv",
        ] {
            assert_eq!(read(text, None), None, "{text}");
        }
        // A form that is named is the only one.
        assert_eq!(read("Mar  1 2024 12:00AM", Some(&[DateForm::parse("dd-mm-yyyy").unwrap()])), None);
    }

    #[test]
    fn half_a_day_of_a_clock_may_stand_behind_a_month_that_comes_first() {
        let american = [DateForm::parse("mm/dd/yyyy").unwrap()];
        assert_eq!(read("5/2/2020 12:00:00 AM", Some(&american)), day("2020-05-02"));
        assert_eq!(read("5/2/2020 1:30 pm", Some(&american)), day("2020-05-02"));
        // Without a form nobody knows.
        assert_eq!(read("5/2/2020 12:00:00 AM", None), None);
        assert_eq!(read("13/2/2020 12:00:00 AM", None), day("2020-02-13"));
    }

    #[test]
    fn what_danish_exports_write_is_read() {
        for text in [
            "2020-12-31",
            "31-12-2020",
            "31.12.2020",
            "31/12-20",
            "31/12 2020",
            "31. december 2020",
            "31. dec. 2020",
            "den 31. december 2020",
            "d. 31/12 2020",
            "d.31.12.20",
            "Torsdag d. 31. december 2020",
            "torsdag, den 31.12.2020 kl. 10.30",
            "20201231",
            "2020/12/31",
            "44196",
            "2020-12-31T00:00:00",
            "2020-12-31 10:30:00.000",
            "31-12-2020 10.30",
            " 31-12-2020\u{a0}",
            "2020-12-30T23:00:00Z",
            "2020-12-31T23:30:00+01:00",
            "2020-12-31T00:00:00+0100",
            "2020-12-31 00:00:00+01",
            "2020-12-31 00:00:00.0000000 +01:00",
            "2020-12-31 00:00+01",
            "2020-12-30 23:30:00.000-00:00",
            "31\u{2011}12\u{2011}2020",
            "31\u{2013}12\u{2013}2020",
        ] {
            assert_eq!(read(text, None), day("2020-12-31"), "{text}");
        }
        assert_eq!(read("1/3-98", None), day("1998-03-01"));
        assert_eq!(read("31/12-68", None), day("1968-12-31"));
        assert_eq!(read("1/3-40", None), day("2040-03-01"));
        assert_eq!(read("20-12-20", None), day("2020-12-20"));
        assert_eq!(read("18264", None), day("1950-01-01"));
        assert_eq!(read("73050", None), day("2099-12-31"));
        assert_eq!(read("2020-06-30T22:00:00Z", None), day("2020-07-01"));
    }

    #[test]
    fn what_says_no_day_is_not_read() {
        for text in [
            "",
            "12/31/2020",
            "31-02-2020",
            "32-01-2020",
            "primo 2020",
            "2020",
            "marts 2020",
            "12345678",
            "1.234",
            "00000",
            "31-12",
            "31-12-2020 ca.",
            "den 31-02-2020",
            "den torsdag",
            "31-12-2020 kl. 25",
            "31-12-202",
            "5",
            "ju 2020",
            "1. ju 2020",
            "1-1-1-2020",
            "99999",
            "10120",
            "18263",
            "73051",
            "20-12-31",
            "20.12.31",
            "1/3-41",
            "1/3-49",
            "2020-12-31+1",
            "2020-12-31 +01",
            "2020-02-30Z",
            "2020-12-31 10:00 CET",
            "2020-12-31 10:00:00+1",
            "2020-12-31 10:00:00+25:00",
            "2020-12-31 25:00:00Z",
            "31-12-2020 10:00:00+01:00",
            "2020-02-30T00:00:00Z",
        ] {
            assert_eq!(read(text, None), None, "{text}");
        }
    }

    #[test]
    fn a_form_that_is_named_is_the_only_one_besides_the_models_own() {
        let forms = |forms: &[&str]| forms.iter().map(|form| DateForm::parse(form).unwrap()).collect::<Vec<_>>();
        let american = forms(&["mm/dd/yyyy"]);
        assert_eq!(read("12/31/2020", Some(&american)), day("2020-12-31"));
        assert_eq!(read("2020-12-31", Some(&american)), day("2020-12-31"));
        assert_eq!(read("31/12/2020", Some(&american)), None);
        assert_eq!(read("31122020", Some(&forms(&["ddmmåååå"]))), day("2020-12-31"));
        // It goes before the model's own, which is no way out where there is no such day.
        let turned = forms(&["yyyy-dd-mm"]);
        assert_eq!(read("2020-03-04", Some(&turned)), day("2020-04-03"));
        assert_eq!(read("2020-03-04T10:00:00", Some(&turned)), day("2020-04-03"));
        assert_eq!(read("2020-03-04 00:30:00+01:00", Some(&turned)), day("2020-04-03"));
        assert_eq!(read("2020-03-14", Some(&turned)), None);
        assert_eq!(read("2020/03/04", Some(&turned)), None);
        assert_eq!(read("20-12-31", Some(&forms(&["yy-mm-dd"]))), day("2020-12-31"));
        assert_eq!(read("20-12-31", Some(&forms(&["dd-mm-yy"]))), day("2031-12-20"));
        assert_eq!(read("2020", Some(&forms(&["excel"]))), None);
        assert_eq!(read("1-3-20", Some(&forms(&["excel", "d-m-yy"]))), day("2020-03-01"));
        assert_eq!(read("44196,5", Some(&forms(&["excel"]))), None);
        assert_eq!(read("44196.5", Some(&forms(&["excel"]))), day("2020-12-31"));
        for none in ["", "dd-mm", "dd-mm-yyy", "ddd-mm-yyyy", "d m", "dmyyyy", "dd-mm-yyyy-dd", "hh"] {
            assert_eq!(DateForm::parse(none), None, "{none}");
        }
    }

    #[test]
    fn a_day_in_digits_tells_whether_the_month_is_first() {
        for (text, told) in [
            ("12/31/2020", Some(Order::MonthFirst)),
            ("1-13-20", Some(Order::MonthFirst)),
            ("12/31/2020 00:00:00", Some(Order::MonthFirst)),
            ("31/12/2020", Some(Order::DayFirst)),
            ("03/04/2020", Some(Order::Either)),
            ("03/03/2020", None),
            ("2020-12-31", None),
            ("13/13/2020", None),
            ("12/31", None),
            ("12/31/2020/1", None),
            ("december 31 2020", None),
        ] {
            assert_eq!(order(text), told, "{text}");
        }
        assert_eq!(form_with_month_first("12/31/2020 10:00").as_deref(), Some("mm/dd/yyyy"));
        assert_eq!(form_with_month_first("12-31-20").as_deref(), Some("mm-dd-yy"));
        assert_eq!(form_with_month_first("31/12/2020"), None);
    }

    #[test]
    fn the_clock_in_denmark_changes_in_march_and_october() {
        let at = |text: &str| in_denmark(text.parse().unwrap());
        assert_eq!(at("2020-03-28T22:59:59"), day("2020-03-28"));
        assert_eq!(at("2020-03-28T23:00:00"), day("2020-03-29"));
        assert_eq!(at("2020-03-29T22:00:00"), day("2020-03-30"));
        assert_eq!(at("2020-10-24T22:00:00"), day("2020-10-25"));
        assert_eq!(at("2020-10-25T22:00:00"), day("2020-10-25"));
        assert_eq!(at("2020-10-25T23:00:00"), day("2020-10-26"));
    }
}
