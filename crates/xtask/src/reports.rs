//! The full report of every whole plan, for every language to be held against.

use std::io;

use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Lang, Phase};
use rehabplan_corpus::whole_plans;

use crate::Files;

/// The report of each plan.
pub(crate) fn all() -> io::Result<Files> {
    let mut files = Files::new();
    for plan in whole_plans()? {
        let options =
            Checker::new().phase(Phase::from_code(&plan.phase)).as_of(Date::parse(&plan.as_of)).detail(Detail::All);
        let report =
            options.check_str(&plan.text).map_err(|error| io::Error::other(format!("{}: {error}", plan.name)))?;
        files.insert(format!("tests/plans/reports/{}", plan.name), by_line(&report.to_json(Lang::Da)));
    }
    Ok(files)
}

/// One line for each answer, so that a difference can be read. Without the line breaks these are the report's bytes.
fn by_line(report: &str) -> String {
    report.replace("{\"rule\":", "\n{\"rule\":").replace("],\"input\":", "\n],\"input\":") + "\n"
}
