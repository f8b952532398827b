//! The rule set that is in force in this version, and the dates that bound it.

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::json::{Json, Members};
use crate::plan::Date;

/// A rule set: one version of the regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleSet {
    /// Opaque and stable.
    pub id: &'static str,
    /// The first day on which it applies (§ 17, stk. 1).
    pub valid_from: Date,
    /// The first day on which a later regulation applies; from that day on a report carries a note.
    pub superseded_from: Date,
    /// The version of this library.
    pub version: &'static str,
}

impl Serialize for RuleSet {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.write(members)).serialize(serializer)
    }
}

impl RuleSet {
    pub(crate) fn write(&self, members: &mut Members<'_>) {
        members.text("id", self.id);
        members.text("validFrom", &self.valid_from.0.to_string());
        members.text("supersededFrom", &self.superseded_from.0.to_string());
        members.text("version", self.version);
    }
}

const fn day(year: i32, month: u32, day: u32) -> Date {
    match NaiveDate::from_ymd_opt(year, month, day) {
        Some(date) => Date(date),
        None => Date(NaiveDate::MIN),
    }
}

/// The regulation of 27 December 2019, in force from 1 January 2020. It was replaced at the latest by regulation
/// nr. 2408 of 13 December 2021, which was in force from 1 January 2022.
pub static RULE_SET: RuleSet = RuleSet {
    id: "rehabiliteringsplan-2020",
    valid_from: day(2020, 1, 1),
    superseded_from: day(2022, 1, 1),
    version: env!("CARGO_PKG_VERSION"),
};
