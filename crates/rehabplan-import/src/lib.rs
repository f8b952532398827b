//! Turns what case systems really hold (exports, documents, other people's JSON) into plans that can be checked.
//!
//! A source gives [records](record): values by the place of a column or a heading. A [`Mapping`](mapping::Mapping) says
//! where in a plan they belong, and how they are read. [Bound](bound::Bound) to a source, it writes one plan after the
//! other as JSON, knows which [horizon](rehabplan::Horizon) the source has, and says for any place of a plan
//! [where it came from](record::Origin).
//!
//! ```
//! use rehabplan::Checker;
//! use rehabplan_import::bound::NoTables;
//! use rehabplan_import::mapping::{Fields, Mapping};
//! use rehabplan_import::record::{Field, Record};
//! use rehabplan_import::value::Value;
//!
//! struct Row([&'static str; 3]);
//!
//! impl Record for Row {
//!     fn value(&self, field: usize) -> Value<'_> {
//!         self.0.get(field).map_or(Value::Nothing, |text| (*text).into())
//!     }
//!
//!     fn row(&self) -> Option<u64> {
//!         Some(2)
//!     }
//! }
//!
//! let mapping = Mapping::read(r#"
//!     id = "Sag"
//!     [plan]
//!     "/sag/sagstype" = { constant = "revalidering" }
//!     "/forberedendeDel/dato" = "Afsluttet"
//!     "/forberedendeDel/oensker" = "Ønsker"
//! "#.as_bytes())?;
//! let fields = ["Sag", "Afsluttet", "Ønsker"].map(Field::column);
//! let bound = mapping.bind(Fields { cases: &fields, tables: &[], is_complete: true })?;
//!
//! let row = Row(["4711", "31-02-2020", "At køre bus igen."]);
//! let mut plan = Vec::new();
//! bound.write(&row, &NoTables, &mut plan);
//!
//! let report = Checker::new().horizon(bound.horizon().clone()).check_slice(&plan)?;
//! let unreadable = report.input.first().expect("there is no 31 February");
//! let (origin, _) = bound.origin(&row, &NoTables, &unreadable.path).expect("a column");
//! assert_eq!(origin.to_string(), "row 2, column \"Afsluttet\"");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it never does
//!
//! It follows no link, runs no macro and computes no formula. Nothing that stands in a source is in an error or a message:
//! an [origin](record::Origin) names the row and the column.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

pub mod account;
pub mod bound;
#[cfg(feature = "document")]
pub mod document;
pub mod draft;
pub mod import;
pub mod limits;
pub mod mapping;
pub mod names;
pub mod record;
pub mod source;
pub mod value;

mod aliases;
mod blank;
mod compile;
mod convert;
mod dates;
mod ids;
mod inside;
mod instructions;
#[cfg(feature = "batch")]
mod items;
mod joined;
mod kinds;
mod labels;
mod model;
mod nothing;
mod noticed;
mod people;
mod prompts;
mod spelt;
mod sums;
mod talk;
mod together;
mod twice;
mod wholes;
mod words;

#[cfg(feature = "batch")]
pub use items::items;
