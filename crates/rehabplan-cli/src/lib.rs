//! `rehabplan`: checks Danish rehabiliteringsplaner against the regulation, from the command line.
//!
//! A library only so that its reading of lines can be tried without starting a program; for use in another program there is the
//! crate `rehabplan`.

mod catalogue;
mod check;
mod compare;
mod explain;
mod input;
mod many;
mod profiles;
mod render;
mod select;
mod texts;

use std::io::{self, Write as _};
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::process::ExitCode;

use chrono::NaiveDate;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use rehabplan::plan::Date;
use rehabplan::text::Text;
use rehabplan::{Lang, Phase};

/// Checks a Danish rehabiliteringsplan against the regulation that governs it, with a citation for every finding.
#[derive(Debug, Parser)]
#[command(name = "rehabplan", version, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,

    /// Language of the texts: Danish or English
    #[arg(long, global = true, default_value = "da", value_parser = lang_parser(), value_name = "LANG")]
    lang: Lang,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Check plans
    ///
    /// Exit status: 0 when no plan is deficient or undetermined and no value is unreadable, 1 when one is, 2 when
    /// something could not be read as a plan at all (the rest is still checked) or the command was wrong.
    Check(CheckArgs),
    /// List every requirement, and with profiles the rules that they add
    Rules {
        /// Form of the list
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
        #[command(flatten)]
        profiles: ProfileArgs,
    },
    /// Explain one requirement, or a rule that a profile adds
    Explain {
        /// Id of the rule, such as P3.1.4 or proces/PR1
        rule: String,
        /// Form of the explanation
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
    /// Show which requirement applies in which type of case
    Matrix {
        /// Form of the matrix
        #[arg(long, value_enum, default_value_t)]
        format: MatrixFormat,
    },
    /// Show what becomes of every sentence of the regulation
    Coverage {
        /// Form of the table
        #[arg(long, value_enum, default_value_t)]
        format: CoverageFormat,
    },
    /// Print the JSON Schema of a plan
    Schema,
    /// List the profiles that come with the product, or explain one
    Profiles {
        /// Name of a profile, such as proces
        name: Option<String>,
        /// Form of the list
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
        /// Print the JSON Schema of a profile instead
        #[arg(long, conflicts_with = "name")]
        schema: bool,
    },
    /// Show what profiles change: the same plans without them and with them
    ///
    /// All the profiles are chosen together, as for check: with two of them the plans are compared without either and
    /// with both. To hold one profile against another, compare twice. Exit status: 0, or 2 when something could not be
    /// read as a plan (the rest is still compared) or the command was wrong.
    Compare(CompareArgs),
}

/// Which plans, and how they are to be checked.
#[derive(Debug, Args)]
struct PlanArgs {
    /// Files and folders; - is standard input
    ///
    /// A folder is searched for *.json, *.ndjson and *.jsonl. In NDJSON (newline-delimited JSON) each line is one plan.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,

    /// Phase to check for; without it, the latest one that the plan has a part for
    #[arg(long, value_parser = phase_parser(), value_name = "PHASE")]
    phase: Option<Phase>,

    /// The day that counts as today, YYYY-MM-DD
    #[arg(long, value_parser = date, value_name = "DATE")]
    as_of: Option<NaiveDate>,

    /// Read standard input and every named file as NDJSON, whatever it is called
    #[arg(long)]
    ndjson: bool,

    /// Number of threads; without it, one for each processor
    #[arg(long, value_name = "N")]
    threads: Option<NonZeroUsize>,
}

#[derive(Debug, Args)]
struct CheckArgs {
    #[command(flatten)]
    plans: PlanArgs,

    /// Form of the result
    #[arg(long, value_enum, default_value_t)]
    format: CheckFormat,

    /// Show the answer to every requirement, not only findings and what could not be determined
    #[arg(long)]
    all: bool,

    /// Check only this requirement, or this rule that a chosen profile adds (may be repeated)
    #[arg(long = "rule", value_name = "ID")]
    rules: Vec<String>,

    /// Check only requirements that look at this place of the plan, a JSON Pointer (may be repeated)
    #[arg(long = "path", value_name = "POINTER")]
    pointers: Vec<String>,

    #[command(flatten)]
    profiles: ProfileArgs,

    /// A list of findings that are known, each with a reason, as JSON (may be repeated)
    #[arg(long = "suppress", value_name = "FILE")]
    suppressions: Vec<PathBuf>,
}

/// What lies beside the regulation and is to be heeded.
#[derive(Debug, Args)]
struct ProfileArgs {
    /// A profile that comes with the product, with its themes and settings after a colon (may be repeated)
    ///
    /// As in vejledning, proces:maksSider=50 and forsoeg/nordjylland-2017:1A,2,authority=851,validFrom=2018-01-01. The
    /// command profiles lists them.
    #[arg(long = "profile", value_name = "NAME[:THEME,...]")]
    profiles: Vec<String>,

    /// A profile of your own, as JSON (may be repeated)
    #[arg(long = "profile-file", value_name = "FILE")]
    profile_files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
struct CompareArgs {
    #[command(flatten)]
    plans: PlanArgs,

    /// Form of the result
    #[arg(long, value_enum, default_value_t)]
    format: CoverageFormat,

    #[command(flatten)]
    profiles: ProfileArgs,
}

/// Form of the result of `check`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum CheckFormat {
    /// For people
    #[default]
    Text,
    /// One JSON object, with a summary
    Json,
    /// One JSON object per plan and line
    Ndjson,
    /// One row per finding; a plan without any has one row of its own
    Csv,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum TextOrJson {
    /// For people
    #[default]
    Text,
    /// JSON
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum MatrixFormat {
    /// For people
    #[default]
    Text,
    /// JSON
    Json,
    /// Comma-separated values
    Csv,
    /// A Markdown table
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum CoverageFormat {
    /// For people
    #[default]
    Text,
    /// JSON
    Json,
    /// Comma-separated values
    Csv,
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.map(Lang::tag)).map(|tag| Lang::from_tag(&tag).unwrap_or_default())
}

fn phase_parser() -> impl TypedValueParser<Value = Phase> {
    PossibleValuesParser::new(Phase::ALL.map(Phase::code))
        .map(|code| Phase::from_code(&code).unwrap_or(Phase::Forelaeggelse))
}

fn date(text: &str) -> Result<NaiveDate, &'static str> {
    Date::parse(text).map(|date| date.0).ok_or("expected a date, YYYY-MM-DD")
}

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Status {
    /// All is well.
    Fine,
    /// At least one plan is deficient, undetermined or in part unreadable.
    Findings,
    /// The command could not do all that it was asked to.
    Failed,
}

/// Why a command stopped.
#[derive(Debug)]
enum Stop {
    /// The result cannot be written.
    Write(io::Error),
    /// What was asked for makes no sense; this is what to say.
    Usage(String),
}

impl From<io::Error> for Stop {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<csv::Error> for Stop {
    fn from(error: csv::Error) -> Self {
        Self::Write(error.into())
    }
}

impl From<serde_json::Error> for Stop {
    fn from(error: serde_json::Error) -> Self {
        Self::Write(error.into())
    }
}

/// Runs the command line of the program.
#[must_use]
pub fn main() -> ExitCode {
    let Cli { command, lang } = Cli::parse();
    let done = match command {
        Command::Check(args) => check::run(&args, lang),
        Command::Rules { format, profiles } => catalogue::rules(format, &profiles, lang),
        Command::Explain { rule, format } => explain::run(&rule, format, lang),
        Command::Matrix { format } => catalogue::matrix(format),
        Command::Coverage { format } => catalogue::coverage(format, lang),
        Command::Schema => catalogue::schema(),
        Command::Profiles { schema: true, .. } => profiles::schema(),
        Command::Profiles { name, format, .. } => profiles::run(name.as_deref(), format, lang),
        Command::Compare(args) => compare::run(&args, lang),
    };
    let status = done.unwrap_or_else(|stop| match stop {
        // Whoever reads the result has seen enough, as in `rehabplan check plans | head`. That is nothing to complain
        // of, but not everything was checked either.
        Stop::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => Status::Failed,
        Stop::Write(_) => complain(texts::CANNOT_WRITE.get(lang)),
        Stop::Usage(message) => complain(&message),
    });
    match status {
        Status::Fine => ExitCode::SUCCESS,
        Status::Findings => ExitCode::from(1),
        Status::Failed => ExitCode::from(2),
    }
}

/// Says on standard error what went wrong.
fn complain(message: &str) -> Status {
    // When standard error is closed too, the exit status still tells.
    let _ = writeln!(anstream::stderr(), "rehabplan: {message}");
    Status::Failed
}

/// What `check --format ndjson -` writes for NDJSON from standard input. It is for tests.
#[doc(hidden)]
#[must_use]
pub fn check_lines(lines: &[u8], options: &rehabplan::Options) -> Vec<u8> {
    let (profiles, render) =
        (rehabplan::ProfileSet::default(), render::of(CheckFormat::Ndjson, Lang::Da, false, false));
    let documents = input::lines(input::STDIN, lines);
    documents.flat_map(|document| check::check(document, options, &profiles, &*render).0.rendered).collect()
}

/// A date in words.
fn in_words(date: NaiveDate, lang: Lang) -> String {
    use chrono::Datelike as _;
    let month: Option<&Text> = texts::MONTHS.get(date.month0() as usize);
    let month = month.map_or("", |month| month.get(lang));
    texts::fill(texts::DATE.get(lang), &[("day", &date.day()), ("month", &month), ("year", &date.year())])
}
