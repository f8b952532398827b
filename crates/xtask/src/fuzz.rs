//! `cargo xtask fuzz`: a coverage-guided search with cargo-fuzz, one target after the other.

use std::fs;
use std::path::Path;
use std::process::Command;

/// The targets, as they are called in `fuzz/`.
pub(crate) const TARGETS: [&str; 14] = [
    "json",
    "plan",
    "language",
    "ndjson",
    "profile",
    "readers",
    "options",
    "envelope",
    "mapping",
    "table_of_text",
    "workbook",
    "docx",
    "odt",
    "pdf",
];

/// No input may take longer than this many seconds, nor more memory than this many megabytes.
const LIMITS: [&str; 2] = ["-timeout=10", "-rss_limit_mb=1024"];

/// As the release, but made in a fraction of the time.
const QUICK: [(&str, &str); 2] = [("CARGO_PROFILE_RELEASE_LTO", "off"), ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")];

/// Searches for so many seconds in each of the targets.
///
/// # Errors
///
/// What went wrong, and what to do.
pub(crate) fn run(root: &Path, target: &Path, targets: &[String], seconds: u32) -> Result<(), String> {
    let work = target.join("fuzz");
    let seeds = work.join("seeds");
    let cargo = || {
        let mut cargo = Command::new("cargo");
        cargo.current_dir(root);
        cargo
    };
    status(cargo().args(["run", "--quiet", "--package", "rehabplan-fuzz", "--example", "seeds", "--"]).arg(&seeds))?;
    for name in targets {
        let (corpus, artifacts) = (work.join("corpus").join(name), work.join("artifacts").join(name));
        for folder in [&corpus, &artifacts] {
            fs::create_dir_all(folder).map_err(|error| error.to_string())?;
        }
        // There is no unsafe code in the product, so the search is better off with the speed than with a sanitizer.
        let mut fuzz = cargo();
        fuzz.envs(QUICK);
        fuzz.args(["+nightly", "fuzz", "run", name, "--sanitizer", "none", "--target-dir"]).arg(work.join("build"));
        fuzz.args([&corpus, &seeds.join(name)]).arg("--").args(LIMITS);
        fuzz.arg(format!("-artifact_prefix={}/", artifacts.display()));
        fuzz.arg(format!("-dict={}", seeds.join("words").display()));
        fuzz.args([&format!("-max_total_time={seconds}"), "-max_len=65536", "-len_control=0", "-print_final_stats=1"]);
        status(&mut fuzz).map_err(|error| {
            format!(
                "{error}\nIt needs `rustup toolchain install nightly`, `cargo install cargo-fuzz` and a C++ compiler."
            )
        })?;
    }
    Ok(())
}

fn status(command: &mut Command) -> Result<(), String> {
    eprintln!("$ {command:?}");
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(format!("{status}: {command:?}")),
        Err(error) => Err(format!("{error}: {command:?}")),
    }
}
