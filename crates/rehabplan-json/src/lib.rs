//! The checker for languages that have no Rust types: options come in as JSON, reports and errors go out as JSON.
//!
//! What is written here is what every such front has in common: how options are read and what is said of bad ones
//! ([`check`], [`Checker::new`]), which errors there are ([`Failure`]), checkers that are known by a number
//! ([`handle`]), and that a fault of the checker itself stays in it ([`guarded`]). It holds no rule, and the report's bytes are
//! the core's.
//!
//! ```
//! let report = rehabplan_json::check(br#"{"sag": {"sagstype": "fleksjob"}}"#, br#"{"phase": "forelaeggelse"}"#)?;
//! assert!(report.starts_with(r#"{"ruleSet":"#));
//!
//! let failure = rehabplan_json::check(b"{}", br#"{"fase": "forelaeggelse"}"#).unwrap_err();
//! assert_eq!(failure.code, "badOptions");
//! # Ok::<(), rehabplan_json::Failure>(())
//! ```
//!
//! # Options
//!
//! A JSON object; empty bytes are `{}`, and what is `null` is left out. All are the words of the npm package.
//!
//! | option | is | left out |
//! | --- | --- | --- |
//! | `phase` | `forelaeggelse`, `indstilling` or `indsats` | derived from the plan |
//! | `asOf` | the day that counts as today, `YYYY-MM-DD` | what depends on today is undetermined |
//! | `detail` | `findings` or `all` | `findings` |
//! | `lang` | `da` or `en` | `da` |
//! | `language` | whether texts are searched for recommendations (§ 3, stk. 3) | `true` |
//! | `only` | `{"rules": [...], "paths": [...]}`, for a draft | everything |
//! | `horizon` | a list of the places that the plan's source has room for | everything |
//! | `profiles` | a list of names, such as `"proces:maksSider=50"`, and of profiles of one's own (objects) | none |
//! | `suppress` | a list of suppressions | none |
//! | `needs` | whether what the case requires stands beside the report: `{"report": ..., "needs": ...}`. It is told of every answer: with `detail` `all`, and without `only` | `false` |
//! | `case` | the caller's own id of the plan, which suppressions name | none |
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod catalogue;
mod checker;
mod failure;
pub mod handle;
mod options;

pub use catalogue::{coverage, explain, profiles, rules, schema};
pub use checker::{Checker, check};
pub use failure::{Failure, guarded, say_only_where};

/// How large the options may be, in bytes: 8 MiB, as a plan.
pub const MAX_OPTIONS_BYTES: usize = rehabplan::limits::MAX_BYTES;
