//! A day of the calendar.

use std::fmt;

use chrono::{Datelike as _, NaiveDate};
use serde::{Serialize, Serializer};

/// A day of the calendar, written `YYYY-MM-DD`.
///
/// ```
/// use rehabplan::plan::Date;
///
/// let date = Date::new(2020, 2, 29).expect("a leap day");
/// assert_eq!(Date::parse("2020-02-29"), Some(date));
/// assert_eq!(date.to_string(), "2020-02-29");
/// assert_eq!((date.year(), date.month(), date.day()), (2020, 2, 29));
/// assert_eq!(Date::new(2021, 2, 29), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(pub(crate) NaiveDate);

impl Date {
    /// A day of the years 1 to 9999; `None` when there is no such day.
    #[must_use]
    pub const fn new(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < 1 || year > 9999 {
            return None;
        }
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(date) => Some(Self(date)),
            None => None,
        }
    }

    /// Reads `YYYY-MM-DD` and nothing else; `None` for an impossible day, another order or a time of day.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] => {
                let year = i32::try_from(number(&[*y1, *y2, *y3, *y4])?).ok()?;
                Self::new(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
            }
            _ => None,
        }
    }

    /// The year.
    #[must_use]
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    #[must_use]
    pub fn day(self) -> u32 {
        self.0.day()
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

#[cfg(feature = "chrono")]
impl From<NaiveDate> for Date {
    fn from(date: NaiveDate) -> Self {
        Self(date)
    }
}

#[cfg(feature = "chrono")]
impl From<Date> for NaiveDate {
    fn from(date: Date) -> Self {
        date.0
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| digit.is_ascii_digit().then(|| sum * 10 + u32::from(digit - b'0')))
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
