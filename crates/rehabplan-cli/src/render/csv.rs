//! A table: one row per finding, or with `--all` per requirement.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rehabplan::text::{Note, notes};
use rehabplan::{Lang, Outcome, Report};
use rehabplan_batch::table::{self, Cell, FINDINGS, Finding, Row};
use rehabplan_batch::{Name, Problem, shown};

use super::Render;
use crate::checked::{Checked, Show};

/// Comma-separated values.
pub(super) struct Csv {
    lang: Lang,
    show: Show,
    /// The places of the columns among those of the findings.
    places: Vec<usize>,
    /// The columns that are carried along.
    carried: Vec<String>,
    /// As a Danish Excel opens it.
    excel: bool,
}

/// The columns, in their order.
const COLUMNS: [&str; 20] = [
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
    "origin",
];

/// The columns that profiles and suppressions add.
const BESIDE: [&str; 4] = ["profile", "baseOutcome", "baseSeverity", "suppressed"];

/// The columns that a horizon adds: how many answers hang on what the source has no place for, and which rules
/// those are, since they have rows of their own only with `--all`. Rules of profiles are counted nowhere else, and stand apart.
const NOT_IN_SOURCE: &str = "notInSource";
const RULES_NOT_IN_SOURCE: &str = "rulesNotInSource";
const PROFILE_RULES_NOT_IN_SOURCE: &str = "profileRulesNotInSource";

/// What comes from outside as it is.
const OUTER: [&str; 3] = ["file", "id", "at"];

impl Csv {
    pub(super) fn new(lang: Lang, show: Show, carried: Vec<String>, excel: bool) -> Self {
        let beside = BESIDE.iter().filter(|_| show.beside);
        let names: Vec<_> =
            COLUMNS.iter().chain(beside).chain(show.horizon.then_some(&NOT_IN_SOURCE)).copied().collect();
        Self { lang, show, places: table::places(FINDINGS, &names), carried, excel }
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
    fn rows<'r>(
        &self,
        name: &'r Name,
        report: Result<&'r Report, &'r Problem>,
        places: &'r BTreeMap<String, String>,
    ) -> Vec<u8> {
        let row = |finding| table::finding(name, report, finding, places, self.lang);
        let findings: Vec<_> =
            report.into_iter().flat_map(Finding::all).filter(|finding| self.shows(*finding)).collect();
        let mut rows: Vec<Row<'_>> = findings.iter().map(|finding| row(Some(*finding))).collect();
        // Why nothing was tried, or why much is open, is to be had beside what is wrong with the document.
        let tells = |report: &&Report| {
            let of_requirements = findings.iter().any(|finding| finding.outcome().is_some());
            let is_a_reason = |note: &&&Note| **note != &notes::LIMITED && **note != &notes::NOT_SEARCHED;
            !of_requirements && report.notes.iter().find(is_a_reason).is_some()
                || [&notes::KIND_UNREADABLE, &notes::AGE_UNKNOWN].iter().any(|note| report.notes.contains(note))
        };
        if rows.is_empty() || report.ok().as_ref().is_some_and(tells) {
            rows.push(row(None));
        }
        let open = self.open(report.ok());
        self.written(|table| rows.iter().for_each(|row| self.write(table, name, row, &open)))
    }

    /// The rules whose answers hang on what the source has no place for: the cells of the columns that say so.
    fn open(&self, report: Option<&Report>) -> Vec<String> {
        let findings = || report.into_iter().flat_map(Finding::all).filter(|finding| finding.is_not_in_source());
        let ids = |is_added: bool| {
            let of_kind = findings().filter(|finding| matches!(finding, Finding::Added(_)) == is_added);
            of_kind.filter_map(Finding::rule).collect::<Vec<_>>().join(", ")
        };
        self.names_of_open().map(|name| ids(name == PROFILE_RULES_NOT_IN_SOURCE)).collect()
    }

    fn names_of_open(&self) -> impl Iterator<Item = &'static str> {
        let beside = self.show.beside.then_some(PROFILE_RULES_NOT_IN_SOURCE);
        [Some(RULES_NOT_IN_SOURCE), beside].into_iter().flatten().filter(|_| self.show.horizon)
    }

    fn written(&self, rows: impl FnOnce(&mut csv::Writer<Vec<u8>>)) -> Vec<u8> {
        let delimiter = if self.excel { b';' } else { b',' };
        let mut table = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        rows(&mut table);
        table.into_inner().unwrap_or_default()
    }

    fn write(&self, table: &mut csv::Writer<Vec<u8>>, name: &Name, row: &Row<'_>, open: &[String]) {
        let cells = self.places.iter().filter_map(|place| Some((FINDINGS.get(*place)?, row.get(*place)?)));
        let cells = cells.map(|(column, cell)| match cell {
            Cell::Text(text) if OUTER.contains(&column.name) => Cow::Owned(shown(text)),
            Cell::Text(text) => Cow::Borrowed(&**text),
            Cell::Number(number) => Cow::Owned(number.to_string()),
            Cell::Share(share) if self.excel => Cow::Owned(share.to_string().replace('.', ",")),
            Cell::Share(share) => Cow::Owned(share.to_string()),
            Cell::Flag(flag) => Cow::Owned(flag.to_string()),
            Cell::Null => Cow::Borrowed(""),
        });
        let carried = self.carried.iter().map(|column| {
            let value = name.carried.iter().find(|(known, _)| **known == **column);
            Cow::Owned(value.and_then(|(_, value)| value.as_deref()).map(shown).unwrap_or_default())
        });
        let cells = cells
            .chain(open.iter().map(|rules| Cow::Borrowed(rules.as_str())))
            .chain(carried)
            .map(|cell| if self.excel { harmless(cell) } else { cell });
        // Writing to a vector cannot fail, and every row has as many cells as the first.
        let _ = table.write_record(cells.map(Cow::into_owned));
    }
}

impl Render for Csv {
    fn begin(&self) -> Vec<u8> {
        let names = self.places.iter().filter_map(|place| Some(FINDINGS.get(*place)?.name));
        let carried = self.carried.iter().map(|column| shown(column));
        let names: Vec<String> = names.chain(self.names_of_open()).map(str::to_owned).chain(carried).collect();
        let mut head = if self.excel { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        head.extend(self.written(|table| {
            drop(table.write_record(names.iter().map(|name| {
                let name = Cow::Borrowed(name.as_str());
                if self.excel { harmless(name) } else { name }.into_owned()
            })))
        }));
        head
    }

    fn plan(&self, checked: &Checked<'_>) -> Vec<u8> {
        self.rows(checked.name, Ok(checked.report), &checked.plan.places(checked.report, self.lang))
    }

    fn problem(&self, name: &Name, problem: &Problem) -> Vec<u8> {
        self.rows(name, Err(problem), &BTreeMap::new())
    }
}

/// Text that a spreadsheet would take for a formula, with a mark before it that says that it is text.
fn harmless(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { Cow::Owned(format!("'{text}")) } else { text }
}
