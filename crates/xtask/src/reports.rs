//! The full report of every whole plan, and what it requires now, for every language to be held against.

use std::io;

use rehabplan::needs::Needs;
use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Lang, Phase};
use rehabplan_corpus::whole_plans;

use crate::Files;

/// The report of each plan, and what the case requires.
pub(crate) fn all() -> io::Result<Files> {
    let mut files = Files::new();
    for plan in whole_plans()? {
        let options =
            Checker::new().phase(Phase::from_code(&plan.phase)).as_of(Date::parse(&plan.as_of)).detail(Detail::All);
        let report =
            options.check_str(&plan.text).map_err(|error| io::Error::other(format!("{}: {error}", plan.name)))?;
        files.insert(format!("tests/plans/reports/{}", plan.name), by_line(&report.to_json(Lang::Da)));
        let needs =
            Needs::of(&report).ok_or_else(|| io::Error::other(format!("{}: answers are missing", plan.name)))?;
        let needs = needs_by_line(&needs.to_json());
        files.insert(format!("tests/plans/needs/{}", plan.name), needs);
    }
    Ok(files)
}

/// One line for each answer, so that a difference can be read. Without the line breaks these are the report's bytes.
fn by_line(report: &str) -> String {
    report.replace("{\"rule\":", "\n{\"rule\":").replace("],\"input\":", "\n],\"input\":") + "\n"
}

/// One line for each requirement and each field.
fn needs_by_line(needs: &str) -> String {
    needs.replace("},\"", "},\n\"").replace(",\"/", ",\n\"/") + "\n"
}
