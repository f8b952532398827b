//! The check of one of many documents, away from the interpreter.

use std::collections::BTreeMap;
use std::sync::Arc;

use rehabplan::compare::Comparison;
use rehabplan::{Detail, Report};
use rehabplan_batch::{Checked, Item, Keys, Name, Plan, Problem};
use rehabplan_render::{By, Groups, MIN_GROUP, Overview, TooMany};

use crate::failure::in_python;
use crate::options::Options;

/// What the documents of a run come to.
pub(crate) struct Counted {
    pub(crate) overview: Overview,
    /// The plans by everything that they can be grouped by. That there are too many groups is told to who asks for them.
    pub(crate) groups: Result<Groups, TooMany>,
    /// What the chosen profiles change; without any, nothing but what could not be read is counted.
    pub(crate) comparison: Comparison,
}

impl Counted {
    pub(crate) fn new(options: &Options, by: &[By]) -> Self {
        Self {
            overview: Overview::new(options.summary.clone(), None),
            groups: Ok(Groups::new(by.iter().map(By::name).collect(), MIN_GROUP)),
            comparison: Comparison::default(),
        }
    }

    fn add(&mut self, name: &Name, result: Result<&Report, &Problem>) {
        // No groups are counted here that there could be too many of.
        let _ = self.overview.add(name, result);
        self.group(|groups| groups.add(name, result.ok()));
        match result {
            Err(_) => self.comparison.unreadable += 1,
            Ok(report) if report.profiles.is_some() => {
                let name = name.id.clone().unwrap_or_else(|| name.row.to_string());
                self.comparison.add(&name, report);
            }
            Ok(_) => {}
        }
    }

    fn group(&mut self, work: impl FnOnce(&mut Groups) -> Result<(), TooMany>) {
        let done = match &mut self.groups {
            Ok(groups) if !groups.columns().is_empty() => work(groups),
            _ => return,
        };
        if let Err(error) = done {
            self.groups = Err(error);
        }
    }

    /// Takes in what comes after.
    pub(crate) fn merge(&mut self, other: Self) {
        self.overview.merge(other.overview);
        self.group(|groups| groups.merge(other.groups?));
        self.comparison.merge(other.comparison);
    }
}

/// Checks the plans of some documents, and counts what came of them.
pub(crate) fn check(items: Vec<Item>, keys: &Keys, by: &[By], options: &Options) -> (Vec<Checked>, Counted) {
    let mut counted = Counted::new(options, by);
    let mut one = |name: &Name, plan: Result<Plan<'_>, Problem>| {
        let mut name = name.clone();
        for by in by.iter().filter(|by| !by.is_column()) {
            let value = plan.as_ref().ok().and_then(|plan| by.value(plan.text));
            name.carried.push((by.name().into(), value));
        }
        let mut places = BTreeMap::new();
        let result = plan.and_then(|plan| {
            // The tally wants every answer, whatever the report is to keep.
            let report = plan.check(&options.checker.clone().detail(Detail::All), &name)?;
            // Of a table the row is known, and what is said for each of a million plans is kept for each of them.
            if plan.origins().is_some_and(|origins| origins.horizon().is_some()) {
                places = plan.places(&report, options.lang);
            }
            Ok(report)
        });
        counted.add(&name, result.as_ref());
        let result = result.map(|mut report| {
            report.shorten(options.detail);
            report.results.shrink_to_fit();
            Arc::new(report)
        });
        Checked::new(name, result.map_err(in_python), places)
    };
    let checked = items.into_iter().flat_map(|item| item.each_plan(keys, &mut one)).collect();
    (checked, counted)
}
