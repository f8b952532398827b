//! A table: one row per finding, or with `--all` per requirement.

use std::borrow::Cow;

use rehabplan::{Lang, Outcome, Report};
use rehabplan_batch::table::{self, Cell, FINDINGS, Finding, Row};
use rehabplan_batch::{Name, Problem, shown};

use super::Render;
use crate::check::{Checked, Show};

/// Comma-separated values.
pub(super) struct Csv {
    lang: Lang,
    show: Show,
    /// The places of the columns among those of the findings.
    places: Vec<usize>,
}

/// The columns, in their order.
const COLUMNS: [&str; 19] = [
    "file",
    "line",
    "variant",
    "phase",
    "conclusion",
    "rule",
    "citation",
    "outcome",
    "severity",
    "path",
    "message",
    "remedy",
    "sameAs",
    "dependsOn",
    "exemption",
    "key",
    "review",
    "id",
    "at",
];

/// The columns that profiles and suppressions add.
const BESIDE: [&str; 4] = ["profile", "baseOutcome", "baseSeverity", "suppressed"];

/// The column that a horizon adds: how many answers hang on what the source has no place for.
const NOT_IN_SOURCE: &str = "notInSource";

/// What comes from outside as it is.
const OUTER: [&str; 3] = ["file", "id", "at"];

impl Csv {
    pub(super) fn new(lang: Lang, show: Show) -> Self {
        let beside = BESIDE.iter().filter(|_| show.beside);
        let names: Vec<_> =
            COLUMNS.iter().chain(beside).chain(show.horizon.then_some(&NOT_IN_SOURCE)).copied().collect();
        Self { lang, show, places: table::places(FINDINGS, &names) }
    }

    fn shows(&self, finding: Finding<'_>) -> bool {
        match finding.outcome() {
            None => true,
            Some(_) if self.show.all => true,
            Some(Outcome::NotMet | Outcome::Undetermined) => !finding.is_not_in_source(),
            Some(Outcome::Review) => self.show.review,
            Some(Outcome::Met | Outcome::Exempt | Outcome::NotApplicable) => false,
        }
    }

    /// The rows of one plan. One with nothing to tell has a row too, so that every plan can be counted.
    fn rows<'r>(&self, name: &'r Name, report: Result<&'r Report, &'r Problem>) -> Vec<u8> {
        let row = |finding| table::finding(name, report, finding, self.lang);
        let findings = report.into_iter().flat_map(Finding::all).filter(|finding| self.shows(*finding));
        let mut rows: Vec<Row<'_>> = findings.map(|finding| row(Some(finding))).collect();
        if rows.is_empty() {
            rows.push(row(None));
        }
        written(|table| rows.iter().for_each(|row| self.write(table, row, name)))
    }

    fn write(&self, table: &mut csv::Writer<Vec<u8>>, row: &Row<'_>, name: &Name) {
        let cells = self.places.iter().filter_map(|place| Some((FINDINGS.get(*place)?, row.get(*place)?)));
        let cells = cells.map(|(column, cell)| match cell {
            Cell::Text(text) if OUTER.contains(&column.name) => Cow::Owned(shown(text)),
            Cell::Text(text) => Cow::Borrowed(&**text),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Share(share) => Cow::Owned(share.to_string()),
            Cell::Flag(flag) => Cow::Owned(flag.to_string()),
            Cell::Null => Cow::Borrowed(""),
        });
        let carried = self.show.carried.iter().map(|column| {
            let found = name.carried.iter().find(|(name, _)| name == column);
            found.and_then(|(_, value)| value.clone()).unwrap_or_default()
        });
        // Writing to a vector cannot fail, and every row has as many cells as the first.
        let _ = table.write_record(cells.map(Cow::into_owned).chain(carried));
    }
}

impl Render for Csv {
    fn begin(&self) -> Vec<u8> {
        let names = self.places.iter().filter_map(|place| Some(FINDINGS.get(*place)?.name));
        let names = names.chain(self.show.carried.iter().map(|name| &**name));
        written(|table| drop(table.write_record(names)))
    }

    fn plan(&self, checked: &Checked<'_>) -> Vec<u8> {
        self.rows(checked.name, Ok(checked.report))
    }

    fn problem(&self, name: &Name, problem: &Problem) -> Vec<u8> {
        self.rows(name, Err(problem))
    }
}

fn written(rows: impl FnOnce(&mut csv::Writer<Vec<u8>>)) -> Vec<u8> {
    let mut table = csv::Writer::from_writer(Vec::new());
    rows(&mut table);
    table.into_inner().unwrap_or_default()
}
