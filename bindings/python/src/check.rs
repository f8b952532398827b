//! The check of one of many documents, away from the interpreter.

use std::sync::Arc;

use rehabplan::profile::Comparison;
use rehabplan::{Detail, Outcome, Report};
use rehabplan_batch::{Checked, Item, Keys, Name, Plan, Problem, Summary, Tally};

use crate::failure::in_python;
use crate::options::Options;

/// What the documents of a run come to.
#[derive(Default)]
pub(crate) struct Counted {
    pub(crate) summary: Summary,
    pub(crate) tally: Tally,
    /// What the chosen profiles change; without any, nothing but what could not be read is counted.
    pub(crate) comparison: Comparison,
}

impl Counted {
    fn add(&mut self, name: &Name, result: Result<&Report, &Problem>) {
        self.summary.add(result);
        self.tally.add(result.ok());
        match result {
            Err(_) => self.comparison.unreadable += 1,
            Ok(report) if report.profiles.is_some() => {
                let name = name.id.clone().unwrap_or_else(|| name.row.to_string());
                self.comparison.add(&name, report);
            }
            Ok(_) => {}
        }
    }

    /// Takes in what comes after.
    pub(crate) fn merge(&mut self, other: Self) {
        self.summary.merge(other.summary);
        self.tally.merge(other.tally);
        self.comparison.merge(other.comparison);
    }
}

/// Checks the plans of some documents, and counts what came of them.
pub(crate) fn check(items: Vec<Item>, keys: &Keys, options: &Options) -> (Vec<Checked>, Counted) {
    let mut counted = Counted::default();
    let mut one = |name: &Name, plan: Result<Plan<'_>, Problem>| {
        let result = plan.and_then(|plan| {
            // The tally wants every answer, whatever the report is to keep.
            let all = options.checker.clone().detail(Detail::All);
            let all = if let Some(case) = name.case() { all.of_case(case) } else { all };
            all.check_slice(plan.text).map_err(|error| plan.problem(error))
        });
        counted.add(name, result.as_ref());
        let result = result.map(|report| Arc::new(shortened(report, options.detail)));
        Checked { name: name.clone(), result: result.map_err(in_python) }
    };
    let checked = items.into_iter().flat_map(|item| item.each_plan(keys, &mut one)).collect();
    (checked, counted)
}

/// Leaves the answers that the report is to keep.
fn shortened(mut report: Report, detail: Detail) -> Report {
    if detail == Detail::Findings {
        let stays = |outcome| matches!(outcome, Outcome::NotMet | Outcome::Undetermined);
        report.results.retain(|result| stays(result.outcome()));
        report.results.shrink_to_fit();
        if let Some(beside) = &mut report.profiles {
            beside.results.retain(|result| stays(result.outcome()));
            beside.results.shrink_to_fit();
        }
    }
    report
}
