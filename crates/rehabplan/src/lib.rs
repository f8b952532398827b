//! Checks a Danish *rehabiliteringsplan* against the regulation that governs it.
//!
//! The regulation of 27 December 2019 (in force 1 January 2020) says, paragraph by paragraph, what a plan must hold. This
//! library reads a plan from JSON, finds out which of the 15 case variants it is, and answers for each
//! requirement of §§ 2-16 whether it is met, missing, exempt, not relevant, for a person to judge, or impossible to
//! determine.
//!
//! - A [`Checker`] reads and checks. It says for which phase, for which day, for which rules ([`Selection`]), what the
//!   source of the plan can hold at all ([`Horizon`]), and what is heeded beside the regulation ([`profile`]).
//! - A [`Plan`] is read from JSON, or built in Rust.
//! - A [`Report`] holds the answers. It is rendered in Danish or English with [`Report::to_json`], or read piece by piece.
//! - [`law`] holds the rules: [`law::rules`] lists them, with their citations, their row of the matrix and their texts; the
//!   [`catalogue`] says everything there is to say about rules and profiles.
//! - [`profile`] holds what lies beside the regulation: guidance, the demands of other law, trials, proposals and an
//!   authority's own choices.
//! - [`plan`] holds the document as the municipality writes it. Names that the law knows are Danish there; the engine is
//!   English.
//!
//! ```
//! use rehabplan::{Checker, Lang, Phase};
//!
//! let plan = r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"oensker": "Han vil gerne køre bus igen."}}"#;
//! let checker = Checker::new().phase(Phase::Forelaeggelse);
//! let report = checker.check_str(plan)?;
//!
//! let missing = report.result("P4.1.pkt1").expect("a finding");
//! assert_eq!(missing.rule.provision.to_string(), "§ 4, stk. 1, 1. pkt.");
//! assert_eq!(missing.paths().collect::<Vec<_>>(), ["/forberedendeDel/laege"]);
//! assert_eq!(missing.remedy().map(|text| text.get(Lang::En)), Some(
//!     "Obtain the assessment from the citizen's GP and state its date and the doctor's role"
//! ));
//! # Ok::<(), rehabplan::ReadError>(())
//! ```
//!
//! # What it never does
//!
//! It reads no clock and no file, it does not panic, and nothing that stands in a plan leaves it: not in a report, not in an
//! error, not in debug output. Plans are health data about named people.
//!
//! # Features
//!
//! - `texts` (in `english`): what rules, notes and reports say, in Danish. Without it a report is outcomes and places, for a program
//!   that has the words elsewhere.
//! - `english` (on by default): the texts in English.
//! - `language` (on by default): the language check of § 3, stk. 3 ([`language`]).
//! - `profiles` (on by default): `profile`, for what lies beside the regulation; the [`Horizon`] of a source.
//! - `schema`: the JSON Schema of the plan (`schema::json_schema`).
//! - `chrono`: [`plan::Date`] from and to a `chrono::NaiveDate`.
//! - `positions`: line and column for every path (`positions::Positions`).
//! - `sources`: findings of plans that were made of something else, in the words of that (`report::Told`).
#![forbid(unsafe_code)]
#![deny(missing_docs)]
// Profiles change answers and ask for facts in ways that nothing else does.
#![cfg_attr(not(feature = "profiles"), allow(dead_code))]

pub mod catalogue;
#[cfg(feature = "profiles")]
pub mod compare;
pub mod error;
pub mod foreign;
pub mod json_pointer;
pub mod language;
pub mod law;
pub mod limits;
pub mod names;
pub mod needs;
pub mod plan;
#[cfg(feature = "positions")]
pub mod positions;
#[cfg(feature = "profiles")]
pub mod profile;
#[cfg(not(feature = "profiles"))]
#[path = "no_profile.rs"]
mod profile;
pub mod reply;
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod text;

mod answer;
mod case;
mod checker;
mod conclude;
mod counts;
mod draft;
mod engine;
mod escapes;
#[cfg(feature = "profiles")]
mod heed;
#[cfg(feature = "profiles")]
mod horizon;
#[cfg(not(feature = "profiles"))]
#[path = "no_horizon.rs"]
mod horizon;
mod input;
mod json;
mod letters;
mod markup;
mod options;
mod outcome;
mod places;
mod read;
mod repeated;
mod rule_set;
mod scan;
mod select;
mod selection;

pub use case::{Phase, Variant, Variants};
pub use checker::Checker;
pub use draft::{Change, Draft, DraftError};
pub use error::ReadError;
pub use horizon::Horizon;
#[cfg(feature = "profiles")]
pub use horizon::{HorizonCoverage, HorizonError};
pub use options::Detail;
pub use outcome::{Outcome, Severity};
pub use places::is_at_or_below;
pub use plan::Plan;
#[cfg(feature = "profiles")]
pub use profile::{ProfileError, ProfileSet};
pub use report::{Conclusion, Report, RuleResult};
pub use rule_set::{LATER, LaterLaw, RULE_SET, RuleSet};
pub use select::SelectionError;
pub use selection::Selection;
pub use text::Lang;

/// The README, so that its examples are compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;
