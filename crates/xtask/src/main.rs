//! `cargo xtask`: the developer's commands.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode, Stdio};

use clap::{Parser, Subcommand};

mod dist;
mod fuzz;
mod give;
mod native;
mod parity;
mod windows;

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
    /// Accept what the library says of the whole plans as what the tests expect (tests/plans/reports/).
    Bless,
    /// Give the plans of the tests and the examples what a new requirement demands, where they do not say it.
    Give {
        /// As in '{"forberedendeDel": {"oensker": "..."}}'.
        given: String,
    },
    /// Hold what the product is made of against the rules for licences, versions, sources and reasons.
    Licences,
    /// Train the language check on the sentences in tests/language, and write its weights. Needs Python with scikit-learn.
    Language,
    /// Run the benchmarks: criterion's of the library, and the product beside its peers.
    Bench {
        /// What to run, of criterion, rust, cli, python, node, memory and browser; all when left out.
        parts: Vec<String>,
        /// Fewer plans and rounds.
        #[arg(long)]
        quick: bool,
        /// Write the result to docs/: a full run of all peers.
        #[arg(long, conflicts_with = "quick")]
        record: bool,
        /// Arguments for criterion.
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Build the form of examples/formular as one file, target/formular.html.
    Form,
    /// Compare the report bytes of the command line and of both packages, as they were built last, with the core's.
    Parity,
    /// Build the C, Java and .NET libraries, and test them.
    Native {
        /// Build them for release, put them together in target/packages, and test nothing.
        #[arg(long)]
        package: bool,
    },
    /// Build everything that is handed out into target/dist, with licences, SBOM and sums.
    Dist {
        /// What to make; all when left out.
        #[arg(value_parser = dist::NAMES)]
        parts: Vec<String>,
        /// Make it twice, in two folders, and say what comes out otherwise.
        #[arg(long)]
        twice: bool,
    },
    /// Measure the server under load, on a machine that does nothing else; arguments after `--`: --record, --minutes N.
    Load {
        /// Arguments for the measurement.
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Hold the server's answers against what /openapi.json says of them, with schemathesis.
    Openapi,
    /// Build the command line and the C library for Windows and run their tests under Wine; arguments after `--` go to cargo test.
    Windows {
        /// Arguments for cargo test, such as `--test check`.
        #[arg(last = true)]
        args: Vec<String>,
    },
    /// Search for input that breaks something, with cargo-fuzz and a nightly compiler.
    Fuzz {
        /// Where to search; everywhere, if none is named.
        #[arg(value_parser = fuzz::TARGETS)]
        targets: Vec<String>,
        /// How long to search in each.
        #[arg(long, default_value_t = 60)]
        seconds: u32,
    },
    /// Run the mutation tests; arguments after `--` go to cargo mutants.
    Mutants {
        /// Arguments for cargo mutants, such as `--shard 1/8` or `--re p8_1_a`.
        #[arg(last = true)]
        args: Vec<String>,
    },
}

/// A command of a task, as one would type it in the repository's root.
type Step = &'static [&'static str];

const TEST: &[Step] = &[
    &["cargo", "test", "--all-features", "--quiet"],
    // The library as most will use it: without its optional features.
    &["cargo", "test", "--package", "rehabplan", "--quiet", "--lib"],
    &["python3", "bindings/python/run_tests.py"],
    &["node", "bindings/wasm/run-tests.mjs"],
    &["cargo", "xtask", "native"],
    // With the packages that the steps before have built.
    &["cargo", "xtask", "parity"],
];

const CHECK: &[Step] = &[
    &["cargo", "fmt", "--all", "--check"],
    &["cargo", "clippy", "--workspace", "--all-targets", "--all-features", "--quiet", "--", "-D", "warnings"],
    &["cargo", "clippy", "--package", "rehabplan", "--quiet", "--", "-D", "warnings"],
    // As a browser has it.
    &["cargo", "clippy", "--package", "rehabplan", "--no-default-features", "--quiet", "--", "-D", "warnings"],
    // As the pages are made with it: without documents.
    &[
        "cargo",
        "clippy",
        "--package",
        "rehabplan-import",
        "--no-default-features",
        "--features",
        "csv,schema",
        "--quiet",
        "--",
        "-D",
        "warnings",
    ],
    // The harness of the peers is a workspace of its own.
    &["cargo", "fmt", "--manifest-path", "benches/rust/Cargo.toml", "--check"],
    &["cargo", "clippy", "--manifest-path=benches/rust/Cargo.toml", "--target-dir=target", "--", "-D", "warnings"],
    &["cargo", "doc", "--workspace", "--no-deps", "--all-features", "--quiet"],
    // Together, because each needs those before it, which no registry has yet.
    &[
        "cargo",
        "package",
        "--package",
        "rehabplan-language",
        "--package",
        "rehabplan",
        "--package",
        "rehabplan-batch",
        "--package",
        "rehabplan-render",
        "--package",
        "rehabplan-cli",
        "--allow-dirty",
        "--quiet",
    ],
];

/// The exit code of a step that could not run all of its tests because something is not installed.
const NOT_RUN: u8 = 3;

/// What became of a step.
enum Outcome {
    Passed,
    Failed,
    /// Something that it needs is not installed; it has said what.
    NotRun,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match args.task {
        Task::Test => run_and_fetch(TEST, fetch),
        Task::Ci => run_and_fetch(&[CHECK, TEST].concat(), fetch),
        Task::Gen { check } => generate(check),
        Task::Bless => told(xtask::blessed().and_then(|made| made.write(root())).map(|()| Vec::new())),
        Task::Give { given } => told(give::give(root(), &given).map(|changed| {
            changed.iter().for_each(|file| println!("{file}"));
            Vec::new()
        })),
        Task::Licences => told(xtask::dependencies::audit(root())),
        Task::Language => told(xtask::language::train(root(), &target()).map(|()| Vec::new())),
        Task::Bench { parts, quick, record, args } => bench(&parts, quick, record, &args),
        Task::Form => run(&[&["node", "examples/formular/build.mjs"]]),
        Task::Parity => match parity::run(root(), &target()) {
            Ok(parity::Parity::Same) => ExitCode::SUCCESS,
            Ok(parity::Parity::NotAllCompared) => ExitCode::from(NOT_RUN),
            Ok(parity::Parity::Different) => ExitCode::FAILURE,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        Task::Native { package } => match native::run(root(), &target(), package) {
            Ok(code) => ExitCode::from(code),
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        Task::Dist { parts, twice } => match dist::run(root(), &target(), &parts, twice) {
            Ok(code) => ExitCode::from(code),
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        Task::Load { args } => {
            let build = run(&[&["cargo", "build", "--release", "--package", "rehabplan-cli"]]);
            let program = target().join("release/rehabplan").display().to_string();
            let words = ["python3", "crates/rehabplan-server/tests/load/run.py", &program];
            match run_one(words.into_iter().chain(args.iter().map(String::as_str))) {
                Outcome::Passed => build,
                Outcome::Failed => ExitCode::FAILURE,
                Outcome::NotRun => ExitCode::from(NOT_RUN),
            }
        }
        Task::Openapi => run(&[&["python3", "crates/rehabplan-server/tests/openapi/run.py"]]),
        Task::Windows { args } => match windows::run(root(), &target(), &args) {
            Ok(windows::Windows::Passed) => ExitCode::SUCCESS,
            Ok(windows::Windows::Failed) => ExitCode::FAILURE,
            Ok(windows::Windows::NotRun) => ExitCode::from(NOT_RUN),
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
        Task::Fuzz { mut targets, seconds } => {
            if targets.is_empty() {
                targets = fuzz::TARGETS.map(str::to_owned).into();
            }
            match fuzz::run(root(), &target(), &targets, seconds) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => {
                    eprintln!("{error}");
                    ExitCode::FAILURE
                }
            }
        }
        Task::Mutants { args } => mutants(&args),
    }
}

/// Runs the mutants that were not caught before. An interrupted run goes on where it stopped; `target/mutants/mutants.out`
/// holds what came of each.
fn mutants(args: &[String]) -> ExitCode {
    let folder = root().join("target/mutants");
    let copy = folder.join("copy");
    if let Err(error) = xtask::mutants::copy(root(), &copy) {
        eprintln!("{error}");
        return ExitCode::FAILURE;
    }
    let mut command = Command::new("cargo");
    command.args(["mutants", "--in-place", "--iterate", "--output"]).arg(&folder).args(args);
    match command.current_dir(copy).env("CARGO_TARGET_DIR", folder.join("build")).status() {
        Ok(status) if status.success() => ExitCode::SUCCESS,
        // What it has to say, it has said itself.
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("cargo could not be started ({error})");
            ExitCode::FAILURE
        }
    }
}

fn bench(parts: &[String], quick: bool, record: bool, args: &[String]) -> ExitCode {
    const CRITERION: &str = "criterion";
    let peers: Vec<_> = parts.iter().map(String::as_str).filter(|part| *part != CRITERION).collect();
    let mut passed = true;
    if parts.is_empty() || peers.len() < parts.len() {
        let words = ["cargo", "bench", "--package", "rehabplan", "--bench", "validate", "--"];
        let words = words.into_iter().chain(quick.then_some("--quick")).chain(args.iter().map(String::as_str));
        passed = matches!(run_one(words), Outcome::Passed);
    }
    if parts.is_empty() || !peers.is_empty() {
        let words = ["python3", "benches/run.py"].into_iter().chain(peers);
        let words = words.chain(quick.then_some("--quick")).chain(record.then_some("--record"));
        passed = matches!(run_one(words), Outcome::Passed) && passed;
    }
    match passed {
        true if record => generate(false),
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

/// Fetches what the bindings' tests need, which takes more waiting than work. What goes wrong here goes wrong again in the step that
/// needs it, and is told there.
fn fetch() {
    const FETCH: &[Step] = &[
        &["python3", "bindings/python/run_tests.py", "--only", "environment"],
        &["node", "bindings/wasm/run-tests.mjs", "--fetch"],
    ];
    native::install().ok();
    for (program, arguments) in FETCH.iter().filter_map(|words| words.split_first()) {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(root()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().ok();
    }
}

/// Runs the steps of a task; all of them, so that one failure does not hide another.
///
/// A step that was not run has not passed. It is named at the end, and in the continuous integration (`CI` is set)
/// it is a failure.
fn run(steps: &[Step]) -> ExitCode {
    run_and_fetch(steps, || {})
}

/// The same, and fetches what they need while the first of them, cargo's own, compile.
fn run_and_fetch(steps: &[Step], fetch: fn()) -> ExitCode {
    let (mut failed, mut not_run) = (Vec::new(), Vec::new());
    let mut fetching = Some(std::thread::spawn(fetch));
    for step in steps {
        if step.first() != Some(&"cargo") {
            // Nothing comes of it but that the step finds what it needs, or not.
            fetching.take().map(std::thread::JoinHandle::join);
        }
        match run_one(step.iter().copied()) {
            Outcome::Passed => {}
            Outcome::Failed => failed.push(step.join(" ")),
            Outcome::NotRun => not_run.push(step.join(" ")),
        }
    }
    for step in &not_run {
        eprintln!("not run, or not all of it (see above): {step}");
    }
    for step in &failed {
        eprintln!("failed: {step}");
    }
    let is_complete = not_run.is_empty() || std::env::var_os("CI").is_none();
    if failed.is_empty() && is_complete { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn run_one<'a>(words: impl IntoIterator<Item = &'a str>) -> Outcome {
    let words: Vec<_> = words.into_iter().collect();
    let Some((program, arguments)) = words.split_first() else { return Outcome::Passed };
    eprintln!("$ {}", words.join(" "));
    let mut command = Command::new(program);
    command.args(arguments).current_dir(root()).env("RUSTDOCFLAGS", "-D warnings");
    match command.status() {
        Ok(status) if status.success() => Outcome::Passed,
        Ok(status) if status.code() == Some(NOT_RUN.into()) => Outcome::NotRun,
        Ok(_) => Outcome::Failed,
        Err(error) => {
            eprintln!("{program} could not be started ({error}); install it to run this step");
            Outcome::NotRun
        }
    }
}

fn generate(check: bool) -> ExitCode {
    let stale = xtask::generated(root()).and_then(|made| {
        if !check {
            return made.write(root()).map(|()| Vec::new());
        }
        let mut stale = made.stale(root())?;
        stale.iter_mut().for_each(|file| file.insert_str(0, "out of date: "));
        if !stale.is_empty() {
            stale.push("run `cargo xtask gen`, read what changed, and commit it".to_owned());
        }
        Ok(stale)
    });
    told(stale)
}

/// Tells what is wrong, if anything is.
fn told(wrong: std::io::Result<Vec<String>>) -> ExitCode {
    let wrong = wrong.unwrap_or_else(|error| vec![error.to_string()]);
    wrong.iter().for_each(|what| eprintln!("{what}"));
    if wrong.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// The folder that cargo builds in.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), |folder| root().join(folder))
}

/// The repository's root.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}
