//! Numbers that are no findings: they say how a case went, and are worth something when many cases are seen together.

use crate::text::Wording;

/// What a measure counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MeasureUnit {
    /// Days; many cases are seen together by their median.
    Days,
    /// 1 for yes and 0 for no; many cases are seen together by the share of yes.
    Share,
}

impl MeasureUnit {
    /// The code as it stands in the report.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Days => "days",
            Self::Share => "share",
        }
    }
}

/// One number of one case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Measure {
    /// The rule that it belongs to.
    pub rule: &'static str,
    /// Its code, the same in every language and every version.
    pub code: &'static str,
    /// What it is.
    pub title: Wording,
    /// What it counts.
    pub unit: MeasureUnit,
    /// The number; `None` when the plan does not say enough.
    pub value: Option<i64>,
    /// The source's own figure for the whole country, where it has one: days, or percent.
    pub national: Option<u32>,
}
