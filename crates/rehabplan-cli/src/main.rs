//! `rehabplan`: checks Danish rehabiliteringsplaner against the regulation, from the command line.

mod args;
mod catalogue;
mod check;
mod checked;
mod checklist;
mod closed;
mod compare;
mod explain;
mod help;
mod horizon;
mod many;
mod map;
mod mapped;
mod out;
mod profiles;
mod render;
mod select;
#[cfg(feature = "server")]
mod serve;
mod texts;

use std::io::{self, Write as _};
use std::process::ExitCode;

use rehabplan::Lang;
use rehabplan_render::date as in_words;

use args::{
    CheckArgs, CheckFormat, ChecklistFormat, Cli, Command, CompareArgs, CoverageFormat, MapCommand, MatrixFormat,
    PlanArgs, ProfileArgs, SchemaOf, TextOrJson,
};

/// What a command came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
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

fn main() -> ExitCode {
    let (done, lang) = match help::parse(std::env::args_os().collect()) {
        Ok(Cli { command, lang }) if !closed::output_is_closed() => (run(command, lang), lang),
        Ok(Cli { lang, .. }) => (Ok(Status::Fine), lang),
        Err(done) => (done, Lang::default()),
    };
    // Whatever was to be read, help too, nobody reads it.
    let done = match done {
        Ok(Status::Fine) if closed::output_is_closed() => Err(Stop::Usage(texts::OUTPUT_CLOSED.get(lang).to_owned())),
        done => done,
    };
    let status = done.unwrap_or_else(|stop| match stop {
        // Whoever reads the result has seen enough, as in `rehabplan check plans | head`. That is nothing to complain
        // of, but not everything was seen either.
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

fn run(command: Command, lang: Lang) -> Result<Status, Stop> {
    match command {
        Command::Check(args) => check::run(&args, lang),
        Command::Rules { format, profiles } => catalogue::rules(format, &profiles, lang),
        Command::Explain { rule, format } => explain::run(&rule.join(" "), format, lang),
        Command::Checklist { case, phase, format } => checklist::run(&case, phase, format, lang),
        Command::Matrix { format } => catalogue::matrix(format, lang),
        Command::Coverage { format } => catalogue::coverage(format, lang),
        Command::Schema { of } => catalogue::schema(of, lang),
        Command::Names => catalogue::names(),
        Command::Profiles { name, format, .. } => profiles::run(name.as_deref(), format, lang),
        Command::Compare(args) => compare::run(&args, lang),
        Command::Map { command } => map::run(&command, lang),
        Command::Convert(args) => map::convert(&args, lang),
        #[cfg(feature = "server")]
        Command::Serve(args) => serve::run(&args, lang),
    }
}

/// Says on standard error what went wrong.
fn complain(message: &str) -> Status {
    // When standard error is closed too, the exit status still tells.
    let _ = writeln!(anstream::stderr(), "rehabplan: {message}");
    Status::Failed
}

/// Says on standard error what is worth knowing.
fn note(message: &str) {
    let _ = writeln!(anstream::stderr(), "{message}");
}
