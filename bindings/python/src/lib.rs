//! The Python package `rehabplan`: the core, seen from Python.
//!
//! Nothing here knows a rule or says what one says. What a plan amounts to is the core's report; this crate hands it
//! over, many at a time where there are many, and as Arrow tables where a table is wanted.

mod catalogue;
mod check;
mod comparison;
mod failure;
mod language;
mod mapped;
mod object;
mod options;
mod plan;
mod report;
mod run;
mod source;
mod table;

/// The compiled part of `rehabplan`. Import `rehabplan` instead: what is public is there.
#[pyo3::pymodule]
mod _native {
    #[pymodule_export]
    use crate::catalogue::{
        Checklist, checklist, coverage, explain, json_schema, matrix, names, profile_schema, profiles, report_schema,
        rule_set, rules, suppression_schema,
    };
    #[pymodule_export]
    use crate::comparison::Comparison;
    #[pymodule_export]
    use crate::failure::text_of;
    #[pymodule_export]
    use crate::language::recommendation;
    #[pymodule_export]
    use crate::mapped::{Plans, draft_map, shown_name};
    #[pymodule_export]
    use crate::report::{Counts, InputFinding, Note, Report, RuleResult, validate};
    #[pymodule_export]
    use crate::run::{Checked, Run, diff};
    #[pymodule_export]
    use crate::table::Table;

    /// Groups of fewer plans than this are masked unless something else is asked for.
    #[pymodule_export]
    const MIN_GROUP: u64 = rehabplan_render::MIN_GROUP;

    /// The version of the package.
    #[pymodule_export]
    #[allow(non_upper_case_globals)]
    const __version__: &str = env!("CARGO_PKG_VERSION");

    /// How large a profile or a list of suppressions may be, in bytes.
    #[pymodule_export]
    const MAX_PROFILE_BYTES: usize = rehabplan::limits::MAX_PROFILE_BYTES;

    /// How many threads may be asked for.
    #[pymodule_export]
    const MAX_THREADS: u16 = rehabplan_batch::MAX_THREADS;

    #[pymodule_init]
    fn init() {
        crate::failure::say_only_where();
    }
}
