//! The rule set that is in force in this version, and the dates that bound it.

use serde::{Serialize, Serializer};

use crate::case::{Variant, Variants};
use crate::input::{InputCode, InputFinding};
use crate::json::{Json, Members};
use crate::law;
use crate::plan::{Date, Field, Plan};
use crate::pointer;
use crate::text::{Note, notes};

/// A rule set: one version of the regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
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
        members.text("validFrom", &self.valid_from.to_string());
        members.text("supersededFrom", &self.superseded_from.to_string());
        members.text("version", self.version);
    }
}

const fn day(year: i32, month: u32, day: u32) -> Date {
    match Date::new(year, month, day) {
        Some(date) => date,
        // The tests hold the days against those of the law.
        None => Date(chrono::NaiveDate::MIN),
    }
}

/// The regulation of 27 December 2019, in force from 1 January 2020. It was replaced at the latest by regulation
/// nr. 2408 of 13 December 2021, which was in force from 1 January 2022. Each report says which rule set it was checked against
/// (T44).
///
/// There is no rule for cases that were under way, so a meeting, a recommendation or a decision of an earlier day lies outside (T45).
/// One from 2022 on gets a note, and the answers stand (A30).
pub static RULE_SET: RuleSet = RuleSet {
    id: "rehabiliteringsplan-2020",
    valid_from: day(2020, 1, 1),
    superseded_from: day(2022, 1, 1),
    version: env!("CARGO_PKG_VERSION"),
};

/// The first day there were rehabiliteringsteams and rehabiliteringsplaner (the reform of førtidspension and fleksjob). No
/// meeting, recommendation or decision in such a case is older.
const TEAMS_SINCE: Date = day(2013, 1, 1);

/// Whether the plan has no date that no such case can have.
pub(crate) fn is_possible(plan: &Plan<'_>) -> bool {
    plan.days().into_iter().all(may_be)
}

/// Takes a date that no such case can have for an impossible one (A6): a mistyped century, or what programs write for no date,
/// would put the whole case before the regulation, and nothing would be looked at.
pub(crate) fn refuse_impossible(plan: &mut Plan<'_>) {
    let Plan { moede, indstilling, afgoerelse, input, .. } = plan;
    for (path, date) in [
        (pointer!(moede.dato), &mut moede.dato),
        (pointer!(indstilling.dato), &mut indstilling.dato),
        (pointer!(afgoerelse.dato), &mut afgoerelse.dato),
    ] {
        if !may_be(date) {
            *date = Field::Unreadable;
            input.push(InputFinding::new(path, InputCode::TooEarly));
        }
    }
}

fn may_be(date: &Field<Date>) -> bool {
    date.value().is_none_or(|date| date >= TEAMS_SINCE)
}

/// What is known of the law after the rule set, and which reports say so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LaterLaw {
    /// The first day of a meeting, a recommendation or a decision for which a report says so.
    pub from: Date,
    /// The first day for which it does no longer, where something else is said from then on.
    pub until: Option<Date>,
    /// The case variants that it concerns.
    pub variants: Variants,
    /// What the report says.
    pub note: &'static Note,
    /// Where it is known from.
    pub source: &'static str,
}

impl LaterLaw {
    /// Whether it is to be said of a case with these dates.
    pub(crate) fn concerns(&self, variants: Variants, dates: impl Iterator<Item = Date>) -> bool {
        let latest = dates.max();
        let is_then = latest.is_some_and(|day| day >= self.from && self.until.is_none_or(|until| day < until));
        // What concerns every case concerns one that is out of scope too: later law may have another scope.
        is_then && (self.variants == EVERY_CASE || variants.iter().any(|variant| self.variants.contains(variant)))
    }
}

const EVERY_CASE: Variants = Variants::of(Variant::ALL);

/// The act that changes the composition of the team, and when it must be put to it. When it took effect was not found,
/// so it counts from the day it was made.
const NR_1657: (Date, &str) = (day(2024, 12, 30), "lov nr. 1657 af 30. december 2024 (lovguiden.dk)");

/// The act that ends ressourceforløb, revalidering and the requirement of a team; in force in two steps.
const NR_1750: (Date, Date, &str) = (
    day(2026, 2, 1),
    day(2026, 7, 1),
    "lov nr. 1750 af 29. december 2025 (lovguiden.dk) og vejledning nr. 9117 af 16. januar 2026 (star.dk)",
);

/// What there is to say of later law, in the order of the dates.
pub static LATER: &[LaterLaw] = &[
    LaterLaw {
        from: RULE_SET.superseded_from,
        until: None,
        variants: EVERY_CASE,
        note: &notes::LATER_REGULATION,
        source: "bekendtgørelse nr. 2408 af 13. december 2021 (elov.dk)",
    },
    LaterLaw {
        from: NR_1657.0,
        until: None,
        variants: Variants::of(&[Variant::JA22, Variant::JAX, Variant::JANY, Variant::SDP3]),
        note: &notes::TEAM_OPTIONAL,
        source: NR_1657.1,
    },
    LaterLaw {
        from: NR_1657.0,
        until: None,
        variants: Variants::of(law::ALL_TEAM),
        note: &notes::TEAM_COMPOSITION,
        source: NR_1657.1,
    },
    LaterLaw {
        from: NR_1750.0,
        until: Some(NR_1750.1),
        variants: Variants::of(&[Variant::RF, Variant::REV]),
        note: &notes::COURSES_ENDING,
        source: NR_1750.2,
    },
    LaterLaw {
        from: NR_1750.1,
        until: None,
        variants: Variants::of(&[Variant::RF, Variant::REV]),
        note: &notes::COURSES_ENDED,
        source: NR_1750.2,
    },
    LaterLaw {
        from: NR_1750.0,
        until: None,
        variants: Variants::of(law::ALL_TEAM),
        note: &notes::TEAM_ENDING,
        source: NR_1750.2,
    },
];
