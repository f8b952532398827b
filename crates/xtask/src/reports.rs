//! The full report of every whole plan, for every language to be held against.

use std::io;

use rehabplan::plan::Date;
use rehabplan::{Detail, Lang, Options, Phase, validate_str};
use rehabplan_corpus::whole_plans;

use crate::Files;

/// The report of each plan.
pub(crate) fn all() -> io::Result<Files> {
    let mut files = Files::new();
    for plan in whole_plans()? {
        let options = Options {
            phase: Phase::from_code(&plan.phase),
            as_of: Date::parse(&plan.as_of).map(|date| date.0),
            detail: Detail::All,
            ..Options::default()
        };
        let report =
            validate_str(&plan.text, &options).map_err(|error| io::Error::other(format!("{}: {error}", plan.name)))?;
        files.insert(format!("tests/plans/reports/{}", plan.name), by_line(&report.to_json(Lang::Da)));
    }
    Ok(files)
}

/// One line for each answer, so that a difference can be read. Without the line breaks these are the report's bytes.
fn by_line(report: &str) -> String {
    report.replace("{\"rule\":", "\n{\"rule\":").replace("],\"input\":", "\n],\"input\":") + "\n"
}
