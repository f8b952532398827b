//! `cargo xtask`: the developer's commands.

use std::path::Path;
use std::process::{Command, ExitCode};

use clap::{Parser, Subcommand};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The developer's commands")]
struct Args {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run every test.
    Test,
    /// Run what the continuous integration runs: formatting, lints, documentation, packaging and every test.
    Ci,
    /// Write the generated files (docs/), or with --check say which are out of date.
    Gen {
        /// Change nothing; fail if a generated file is out of date.
        #[arg(long)]
        check: bool,
    },
    /// Run the benchmarks; arguments after `--` go to criterion.
    Bench {
        /// Arguments for criterion.
        #[arg(last = true)]
        args: Vec<String>,
    },
}

/// A command of a task, as one would type it in the repository's root.
type Step = &'static [&'static str];

const TEST: &[Step] = &[
    &["cargo", "test", "--workspace", "--all-features", "--quiet"],
    // The library as most will use it: without its optional features.
    &["cargo", "test", "--package", "rehabplan", "--quiet", "--lib"],
];

const CHECK: &[Step] = &[
    &["cargo", "fmt", "--all", "--check"],
    &["cargo", "clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "-D", "warnings"],
    &["cargo", "clippy", "--package", "rehabplan", "--quiet", "--", "-D", "warnings"],
    &["cargo", "doc", "--workspace", "--no-deps", "--all-features", "--quiet"],
    &["cargo", "package", "--package", "rehabplan", "--allow-dirty", "--quiet"],
];

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match args.task {
        Task::Test => run(TEST),
        Task::Ci => run(CHECK) && run(TEST),
        Task::Gen { check } => return generate(check),
        Task::Bench { args } => {
            let bench = ["cargo", "bench", "--package", "rehabplan", "--bench", "validate", "--"];
            run_one(bench.into_iter().chain(args.iter().map(String::as_str)))
        }
    };
    if done { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs the steps of a task; all of them, so that one failure does not hide another.
fn run(steps: &[Step]) -> bool {
    let failed: Vec<_> = steps.iter().filter(|step| !run_one(step.iter().copied())).collect();
    for step in &failed {
        eprintln!("failed: {}", step.join(" "));
    }
    failed.is_empty()
}

fn run_one<'a>(words: impl IntoIterator<Item = &'a str>) -> bool {
    let words: Vec<_> = words.into_iter().collect();
    let Some((program, arguments)) = words.split_first() else { return true };
    eprintln!("$ {}", words.join(" "));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).env("RUSTDOCFLAGS", "-D warnings");
    match command.status() {
        Ok(status) => status.success(),
        Err(error) => {
            eprintln!("{program} could not be started: {error}");
            false
        }
    }
}

fn generate(check: bool) -> ExitCode {
    let files = xtask::generated(root());
    let stale = match files {
        Ok(files) if check => xtask::stale(root(), &files),
        Ok(files) => xtask::write(root(), &files).map(|()| Vec::new()),
        Err(error) => Err(error),
    };
    match stale {
        Ok(stale) if stale.is_empty() => ExitCode::SUCCESS,
        Ok(stale) => {
            for file in stale {
                eprintln!("out of date: {file}");
            }
            eprintln!("run `cargo xtask gen`, read what changed, and commit it");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// The repository's root.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
