//! Many plans: where they come from, what goes wrong with them on the way, and what they come to.
//!
//! The command line, Python and whatever else checks plans by the folder have this in common:
//!
//! - [`sources`] are the files that paths lead to, and [`Items`] the documents in them, one at a time: whole files, lines of
//!   NDJSON, standard input, and what a [`Format`] takes out of files of another kind.
//! - An [`Item`] is a document on its way to the check. [`Keys`] say where the plan stands in it, and what the caller knows it
//!   by; what it is known by is its [`Name`], with what is carried along beside the plan.
//! - A [`Problem`] is why there is no report on a document, in words that hold nothing of it.
//! - [`Threads`] work on many items at a time and hand over what comes of them in the order of the input.
//! - A [`Summary`] is what a run comes to, and a [`Tally`] how often each requirement has each outcome.
//! - A file to write [is read](is_read) in the same run, or may be written.
//! - A [`table`](mod@table) is what came of the plans in rows and columns, for whatever writes tables.
//!
//! ```
//! use rehabplan::{Checker, Conclusion};
//! use rehabplan_batch::{Item, Keys, Summary};
//!
//! let keys = Keys::new(Some("plan"), Some("sagsnummer"));
//! let checker = Checker::new();
//! let mut summary = Summary::default();
//! for line in [r#"{"sagsnummer": 4711, "plan": {"sag": {"sagstype": "anden"}}}"#, r#"{"sagsnummer": 4712}"#] {
//!     let item = Item::new(line.as_bytes());
//!     item.each_plan(&keys, |name, plan| {
//!         let report = plan.and_then(|plan| plan.check(&checker, name));
//!         assert_eq!(report.is_ok(), name.id.as_deref() == Some("4711"));
//!         summary.add(report.as_ref());
//!     });
//! }
//! assert_eq!(summary.of(Conclusion::OutOfScope), 1);
//! assert_eq!(summary.unreadable, 1);
//! ```
//!
//! It reads files, but no clock, and it writes nothing.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod causes;
mod changes;
mod item;
mod keys;
mod lines;
mod over;
mod problem;
mod shown;
mod source;
mod summary;
pub mod table;
mod tally;
mod threads;

pub use changes::NotComparable;
pub use item::{Item, Made, Name, Origins, Plan};
pub use keys::{HORIZON, Key, Keys, Missing};
pub use lines::Lines;
pub use over::is_read;
pub use problem::{Problem, text_of};
pub use shown::shown;
pub use source::{AGAIN, Format, Items, MAX_WAITING, Make, Reader, STDIN, Source, passed_over, sources};
pub use summary::{Checked, Summary};
pub use tally::{Answers, Counts, Paragraph, Tally};
pub use threads::{MAX_THREADS, NoThreads, Threads};
