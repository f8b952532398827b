//! Profiles: what lies beside the regulation, chosen by name.
//!
//! Guidance, the demands of other law, trial exemptions, reform proposals and an authority's own choices are profiles.
//! A profile adds rules, exempts from rules under conditions, accepts other evidence, makes findings graver or less
//! grave, or suppresses a known finding with a reason. It is data with a schema; only the rules that it adds are code.
//! The regulation's own rules know nothing of it: their answers are found first, and what a profile changed stays
//! visible.
//!
//! A finding of a profile never makes a case deficient under the regulation, and a proposal is marked as no law in
//! force.
//!
//! ```
//! use rehabplan::profile::{ProfileSet, validate_str_with};
//! use rehabplan::Options;
//!
//! let plan = r#"{
//!     "sag": {"sagstype": "jobafklaringsforloeb", "foersteForloeb": true, "overgangsdato": "2020-03-01"},
//!     "moede": {"dato": "2020-03-30"}
//! }"#;
//! let profiles = ProfileSet::builder().built_in("proces", &[])?.build()?;
//! let report = validate_str_with(plan, &Options::default(), &profiles)?;
//!
//! let beside = report.profiles.expect("a profile was chosen");
//! let late = beside.results.iter().find(|result| result.rule.id == "proces/PR1").expect("29 days");
//! assert_eq!(late.paths().collect::<Vec<_>>(), ["/sag/overgangsdato", "/moede/dato"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::engine::Options;
use crate::error::ReadError;
use crate::plan::Plan;
use crate::read;
use crate::report::Report;
use crate::text::Lang;

mod apply;
mod built_in;
mod catalogue;
mod compare;
mod data;
mod error;
mod fact;
mod load;
mod measure;
mod render;
mod rules;
mod set;
mod suppression;

pub use apply::{Change, ChangeKind, Changes, ProfileReport, ProfileResult, ProfileStatus, Reason};
pub use built_in::{built_in, names};
pub use catalogue::{ProfileEntry, catalogue};
pub use compare::{Comparison, MeasureSummary, RuleDifference};
pub use data::{
    Add, Effect, Exempt, Fact, Force, Gravity, Is, Parameter, Profile, ProfileChoice, SeverityChange, Theme,
    WithoutEffect, Words,
};
pub use error::{Place, ProfileError, SuppressionFault};
pub use measure::{Measure, Unit};
pub use rules::{ProfileRule, rule, rules};
pub use set::{Builder, ProfileSet};
pub use suppression::Suppression;

/// Reads a plan from UTF-8 JSON and checks it as the profiles say.
///
/// # Errors
///
/// As [`validate_slice`](crate::validate_slice).
pub fn validate_slice_with(bytes: &[u8], options: &Options, profiles: &ProfileSet) -> Result<Report, ReadError> {
    Ok(validate_with(&read::from_slice(bytes)?, options, profiles))
}

/// Reads a plan from JSON text and checks it as the profiles say.
///
/// # Errors
///
/// As [`validate_str`](crate::validate_str).
pub fn validate_str_with(text: &str, options: &Options, profiles: &ProfileSet) -> Result<Report, ReadError> {
    validate_slice_with(text.as_bytes(), options, profiles)
}

/// Checks a plan that was built in Rust as the profiles say. Without any profile or suppression it is the same as
/// [`validate`](crate::validate).
#[must_use]
pub fn validate_with(plan: &Plan<'_>, options: &Options, profiles: &ProfileSet) -> Report {
    if profiles.is_empty() {
        return crate::validate(plan, options);
    }
    apply::check(plan, options, profiles)
}

/// The address of the page of a profile or of a rule that one adds, relative to the documentation.
#[must_use]
pub fn page(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("da/profiler/{id}.md"),
        Lang::En => format!("en/profiles/{id}.md"),
    }
}
