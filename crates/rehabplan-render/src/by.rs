//! What plans are grouped by: what stands beside them, or the month or quarter of a date in them.

use std::fmt;

use rehabplan::Plan;
use rehabplan::plan::{Date, FieldKind};
use serde_json::Value;

/// What plans are grouped by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// What stands beside the plan and is carried along under this name.
    Column(String),
    /// The month of a date of the plan, at a JSON Pointer.
    Month(String),
    /// The quarter of a date of the plan.
    Quarter(String),
}

/// What was to be grouped by is no date of the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoDate;

impl fmt::Display for NoDate {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("no date of the plan stands there")
    }
}

impl std::error::Error for NoDate {}

impl By {
    /// Reads `month:/moede/dato`, `quarter:/moede/dato` or the name of a column.
    ///
    /// # Errors
    ///
    /// When the plan has no date at the place.
    ///
    /// ```
    /// use rehabplan_render::{By, NoDate};
    ///
    /// let by = By::parse("quarter:/moede/dato")?;
    /// assert_eq!(by.value(br#"{"moede": {"dato": "2020-05-06"}}"#).as_deref(), Some("2020-Q2"));
    /// assert_eq!(By::parse("month:/moede/deltagere"), Err(NoDate));
    /// assert_eq!(By::parse("distrikt")?, By::Column("distrikt".to_owned()));
    /// # Ok::<(), NoDate>(())
    /// ```
    pub fn parse(text: &str) -> Result<Self, NoDate> {
        let (by, pointer): (fn(String) -> Self, &str) = match text.split_once(':') {
            Some(("month", pointer)) => (Self::Month, pointer),
            Some(("quarter", pointer)) => (Self::Quarter, pointer),
            _ => return Ok(Self::Column(text.to_owned())),
        };
        let field = Plan::field(pointer).filter(|field| field.kind == FieldKind::Date);
        field.map(|_| by(pointer.to_owned())).ok_or(NoDate)
    }

    /// The name of the column, as [`parse`](Self::parse) reads it.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::Column(name) => name.clone(),
            Self::Month(pointer) => format!("month:{pointer}"),
            Self::Quarter(pointer) => format!("quarter:{pointer}"),
        }
    }

    /// Whether it stands beside the plan, and not in it.
    #[must_use]
    pub fn is_column(&self) -> bool {
        matches!(self, Self::Column(_))
    }

    /// The month or the quarter that the text of a plan says; `None` for a column, and where there is no date.
    #[must_use]
    pub fn value(&self, plan: &[u8]) -> Option<String> {
        let day = |pointer: &str| {
            let plan: Value = serde_json::from_slice(plan).ok()?;
            Date::parse(plan.pointer(pointer)?.as_str()?)
        };
        match self {
            Self::Column(_) => None,
            Self::Month(pointer) => day(pointer).map(|day| format!("{}-{:02}", day.year(), day.month())),
            Self::Quarter(pointer) => day(pointer).map(|day| format!("{}-Q{}", day.year(), day.month().div_ceil(3))),
        }
    }
}
