//! What must hold for any input, however hostile. A target takes bytes and panics when something does not hold.
//!
//! `tests/bounded.rs` tries every target a fixed number of times with a stable compiler; `cargo xtask fuzz` lets
//! cargo-fuzz search with a nightly one.

mod import;
mod json;
mod language;
mod mutate;
mod ndjson;
mod options;
mod plan;
mod profile;
mod readers;
pub mod seeds;
mod sound;

pub use import::{docx, mapping, odt, pdf, table_of_text, workbook};
pub use json::json;
pub use language::language;
pub use mutate::{Mutator, words};
pub use ndjson::ndjson;
pub use options::{envelope, options};
pub use plan::plan;
pub use profile::profile;
pub use readers::readers;

/// Something to try with any bytes.
pub struct Target {
    /// Its name, which is also that of the program in `fuzz_targets/`.
    pub name: &'static str,
    /// Tries it. A panic is a finding.
    pub run: fn(&[u8]),
    /// Inputs to begin with.
    pub seeds: fn() -> Vec<Vec<u8>>,
    /// How many inputs the bounded test makes of them.
    pub bounded: u32,
}

/// Every target.
pub const TARGETS: [Target; 14] = [
    Target { name: "json", run: json, seeds: seeds::documents, bounded: 2_500 },
    Target { name: "plan", run: plan, seeds: seeds::noise, bounded: 2_500 },
    Target { name: "language", run: language, seeds: seeds::texts, bounded: 15_000 },
    Target { name: "ndjson", run: ndjson, seeds: seeds::lines, bounded: 1_000 },
    Target { name: "profile", run: profile, seeds: seeds::profiles, bounded: 2_000 },
    Target { name: "options", run: options, seeds: seeds::options, bounded: 1_500 },
    Target { name: "envelope", run: envelope, seeds: seeds::envelopes, bounded: 1_500 },
    Target { name: "mapping", run: mapping, seeds: seeds::mappings, bounded: 2_000 },
    Target { name: "table_of_text", run: table_of_text, seeds: seeds::tables, bounded: 2_000 },
    Target { name: "workbook", run: workbook, seeds: seeds::workbooks, bounded: 1_000 },
    Target { name: "docx", run: docx, seeds: seeds::docx, bounded: 150 },
    Target { name: "odt", run: odt, seeds: seeds::odt, bounded: 150 },
    Target { name: "pdf", run: pdf, seeds: seeds::pdfs, bounded: 150 },
    Target { name: "readers", run: readers, seeds: seeds::documents, bounded: 20_000 },
];

/// The program of a target: libFuzzer's under cargo-fuzz, and otherwise one that tries the files that it is given.
#[macro_export]
macro_rules! target {
    ($name:ident) => {
        #[cfg(fuzzing)]
        libfuzzer_sys::fuzz_target!(|bytes: &[u8]| $crate::$name(bytes));

        #[cfg(not(fuzzing))]
        fn main() -> std::io::Result<()> {
            for file in std::env::args_os().skip(1) {
                $crate::$name(&std::fs::read(file)?);
            }
            Ok(())
        }
    };
}
