//! The answers of `rehabplan` as people use them: a page to print and bring to a meeting, a workbook, and the list to
//! write a plan by before there is one.
//!
//! Everything here is made of the core's reports, in Danish or English. No requirement is said again, nothing that stands
//! in a plan is shown, and of what lies beside a plan in its source only the columns that the user asked for.
//!
//! - [`html`] makes a page: of one report, of a whole run, or of a checklist.
//! - [`Workbook`] makes a workbook for a spreadsheet, row by row.
//! - [`Overview`] counts what a run comes to, for both of them.
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod blind;
mod blocks;
mod by;
pub mod checklist;
mod groups;
pub mod html;
mod names;
mod overview;
mod place;
mod words;
mod xlsx;

pub use blocks::{Block, Subject, blocks, list};
pub use by::{By, NoDate};
pub use groups::{Breakdown, Group, Groups, MIN_GROUP, Numbers, TooMany};
pub use names::{answers_beside, percent};
pub use overview::{Defect, Overview};
pub use place::title;
pub use words::{NO_VALUE, OPEN_UNTIL_THEN, PLANS_MANY, PLANS_ONE, SAME_FINDING, SAME_FINDING_AS, TOP, date, fill};
pub use xlsx::{Workbook, WorkbookError};

/// The address of a page of the documentation.
fn address(page: &str) -> String {
    format!("{}/blob/main/docs/{page}", env!("CARGO_PKG_REPOSITORY"))
}
