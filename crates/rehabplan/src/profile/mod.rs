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
//! use rehabplan::profile::ProfileSet;
//! use rehabplan::Checker;
//!
//! let plan = r#"{
//!     "sag": {"sagstype": "jobafklaringsforloeb", "foersteForloeb": true, "overgangsdato": "2020-03-01"},
//!     "moede": {"dato": "2020-03-30"}
//! }"#;
//! let profiles = ProfileSet::builder().built_in("proces", &[])?.build()?;
//! let report = Checker::new().profiles(profiles).check_str(plan)?;
//!
//! let beside = report.profiles.expect("a profile was chosen");
//! let late = beside.results.iter().find(|result| result.rule.id == "proces/PR1").expect("29 days");
//! assert_eq!(late.paths().collect::<Vec<_>>(), ["/sag/overgangsdato", "/moede/dato"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

use crate::text::{Lang, Note};

mod adds;
mod beside;
mod built_in;
mod data;
mod error;
mod fact;
mod given;
mod load;
mod measure;
mod render;
mod rules;
mod set;
mod suppression;

pub use beside::{ChangeKind, ProfileChange, ProfileChanges, ProfileReport, ProfileResult, ProfileStatus, Reason};
pub(crate) use beside::{EXEMPT_BY_PROFILE, OTHER_EVIDENCE};
pub use built_in::{built_in, names};
pub use data::{
    Add, Effect, Exempt, Fact, Force, Gravity, Is, Parameter, Profile, ProfileChoice, SeverityChange, Theme,
    WithoutEffect, Words,
};
pub use error::{ProfileError, ProfilePlace, SuppressionFault};
pub(crate) use fact::hold;
pub(crate) use given::RuleRef;
pub(crate) use load::{Ground, What, authority};
pub use measure::{Measure, MeasureUnit};
pub(crate) use rules::Parameters;
pub use rules::{ProfileRule, rule, rules};
pub use set::{Builder, ProfileSet};
pub(crate) use set::{Chosen, Effective, Known};
pub use suppression::Suppression;

/// The notes that are the profiles' own.
pub(crate) static NOTES: &[&Note] =
    &[&OTHER_EVIDENCE, &EXEMPT_BY_PROFILE, &rules::proces::AGE_FOR_A_PERSON, &rules::vejledning::WISHES_STAND_IN];

/// The address of the page of a profile or of a rule that one adds, relative to the documentation.
#[must_use]
pub fn page(id: &str, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("da/profiler/{id}.md"),
        Lang::En => format!("en/profiles/{id}.md"),
    }
}
