//! What the program takes on its command line. What it says of that, in both languages, stands in `help/words.rs`.

use std::path::PathBuf;

#[cfg(feature = "document")]
use clap::builder::PossibleValue;
use clap::builder::{ArgPredicate, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use rehabplan::language::Language;
use rehabplan::plan::Date;
#[cfg(feature = "document")]
use rehabplan::plan::Sagstype;
use rehabplan::{Lang, Phase};
use rehabplan_batch::{Keys, MAX_THREADS};
use rehabplan_render::MIN_GROUP;

#[derive(Debug, Parser)]
#[command(name = "rehabplan", version, max_term_width = 100)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[arg(long, global = true, default_value = "da", value_parser = lang_parser())]
    pub(crate) lang: Lang,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Check(CheckArgs),
    Rules {
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
        #[command(flatten)]
        profiles: ProfileArgs,
    },
    Explain {
        // Several, so that § 7, stk. 2 needs no quotes.
        #[arg(required = true)]
        rule: Vec<String>,
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
    Checklist {
        case: String,
        #[arg(long, default_value = "forelaeggelse", value_parser = phase_parser())]
        phase: Phase,
        #[arg(long, value_enum, default_value_t)]
        format: ChecklistFormat,
    },
    Matrix {
        #[arg(long, value_enum, default_value_t)]
        format: MatrixFormat,
    },
    Coverage {
        #[arg(long, value_enum, default_value_t)]
        format: CoverageFormat,
    },
    Schema {
        #[arg(value_enum, default_value_t)]
        of: SchemaOf,
    },
    Names,
    Profiles {
        name: Option<String>,
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
    Compare(CompareArgs),
    Map {
        #[command(subcommand)]
        command: MapCommand,
    },
    Convert(ConvertArgs),
    #[cfg(feature = "server")]
    Serve(ServeArgs),
}

/// What a schema is of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    #[default]
    Plan,
    Report,
    Profile,
    Suppressions,
}

#[derive(Debug, Subcommand)]
pub(crate) enum MapCommand {
    Draft {
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    Check {
        map: PathBuf,
        #[arg(required = true)]
        paths: Vec<PathBuf>,
        #[arg(long = "table", value_parser = table)]
        tables: Vec<(String, PathBuf)>,
        #[arg(long, value_enum, default_value_t)]
        format: TextOrJson,
    },
    Schema,
}

/// What is to be turned into plans, and how.
#[derive(Debug, Args)]
pub(crate) struct ConvertArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long)]
    pub(crate) map: Option<PathBuf>,
    #[arg(long = "table", requires = "map", value_parser = table)]
    pub(crate) tables: Vec<(String, PathBuf)>,
    #[cfg(feature = "document")]
    #[arg(long, value_parser = sagstype_parser())]
    pub(crate) sagstype: Option<Sagstype>,
    #[arg(long)]
    pub(crate) horizon: Option<PathBuf>,
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=i64::from(MAX_THREADS)))]
    pub(crate) threads: u16,
}

/// Which plans, and how they are to be checked.
#[derive(Debug, Args)]
pub(crate) struct PlanArgs {
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    #[arg(long, value_parser = phase_parser())]
    pub(crate) phase: Option<Phase>,
    #[arg(long, value_parser = date)]
    pub(crate) as_of: Option<Date>,
    #[arg(long)]
    pub(crate) no_language: bool,
    #[arg(long, conflicts_with = "map")]
    pub(crate) horizon: Option<PathBuf>,
    #[arg(long)]
    pub(crate) ndjson: bool,
    #[arg(long, conflicts_with_all = ["plan", "id", "ndjson"])]
    pub(crate) map: Option<PathBuf>,
    #[arg(long = "table", requires = "map", value_parser = table)]
    pub(crate) tables: Vec<(String, PathBuf)>,
    #[cfg(feature = "document")]
    #[arg(long, value_parser = sagstype_parser())]
    pub(crate) sagstype: Option<Sagstype>,
    #[arg(long)]
    plan: Option<String>,
    #[arg(long)]
    id: Option<String>,
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=i64::from(MAX_THREADS)))]
    pub(crate) threads: u16,
}

impl PlanArgs {
    /// Whether documents may hold several plans.
    pub(crate) fn takes_apart(&self) -> bool {
        self.plan.is_some() || self.id.is_some()
    }

    /// Whether texts are searched for recommendations.
    pub(crate) fn language(&self) -> Language {
        if self.no_language { Language::off() } else { Language::default() }
    }

    /// Where plans and their ids stand in the documents.
    pub(crate) fn keys(&self) -> Keys {
        Keys::new(self.plan.as_deref(), self.id.as_deref())
    }
}

#[derive(Debug, Args)]
pub(crate) struct CheckArgs {
    #[command(flatten)]
    pub(crate) plans: PlanArgs,
    #[arg(long, value_enum, default_value_t, default_value_if("excel", ArgPredicate::IsPresent, "csv"))]
    pub(crate) format: CheckFormat,
    #[arg(long)]
    pub(crate) excel: bool,
    #[arg(long, short)]
    pub(crate) output: Option<PathBuf>,
    #[arg(long = "group")]
    pub(crate) groups: Vec<String>,
    #[arg(long, default_value_t = MIN_GROUP)]
    pub(crate) min_group: u64,
    #[arg(long)]
    pub(crate) review: bool,
    #[arg(long)]
    pub(crate) all: bool,
    #[arg(long = "only-rule")]
    pub(crate) only_rules: Vec<String>,
    #[arg(long = "only-path")]
    pub(crate) only_paths: Vec<String>,
    #[command(flatten)]
    pub(crate) profiles: ProfileArgs,
    #[arg(long = "suppress")]
    pub(crate) suppressions: Vec<PathBuf>,
}

/// What lies beside the regulation and is to be heeded.
#[derive(Debug, Args)]
pub(crate) struct ProfileArgs {
    #[arg(long = "profile")]
    pub(crate) profiles: Vec<String>,
    #[arg(long = "profile-file")]
    pub(crate) profile_files: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct CompareArgs {
    #[command(flatten)]
    pub(crate) plans: PlanArgs,
    #[arg(long, value_enum, default_value_t)]
    pub(crate) format: CoverageFormat,
    #[command(flatten)]
    pub(crate) profiles: ProfileArgs,
}

/// A server that takes no byte answers nothing.
#[cfg(feature = "server")]
fn at_least_one_byte() -> clap::builder::RangedU64ValueParser<usize> {
    clap::builder::RangedU64ValueParser::new().range(1..)
}

#[cfg(feature = "server")]
#[derive(Debug, Args)]
pub(crate) struct ServeArgs {
    #[arg(long, conflicts_with_all = ["listen", "token_file", "queue", "connections", "max_bytes", "seconds"])]
    pub(crate) stdio: bool,
    #[arg(long, default_value = "127.0.0.1:8731")]
    pub(crate) listen: std::net::SocketAddr,
    #[arg(long)]
    pub(crate) token_file: Option<PathBuf>,
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=i64::from(MAX_THREADS)))]
    pub(crate) threads: u16,
    #[arg(long, default_value_t = 256)]
    pub(crate) queue: u16,
    #[arg(long, default_value_t = 1024, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) connections: u16,
    #[arg(long, default_value_t = rehabplan_server::Limits::default().body, value_parser = at_least_one_byte())]
    pub(crate) max_bytes: usize,
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..))]
    pub(crate) seconds: u16,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum CheckFormat {
    #[default]
    Text,
    Json,
    Ndjson,
    Csv,
    Html,
    Xlsx,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum ChecklistFormat {
    #[default]
    Text,
    Json,
    Html,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum TextOrJson {
    #[default]
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum MatrixFormat {
    #[default]
    Text,
    Json,
    Csv,
    Markdown,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum CoverageFormat {
    #[default]
    Text,
    Json,
    Csv,
}

fn lang_parser() -> impl TypedValueParser<Value = Lang> {
    PossibleValuesParser::new(Lang::ALL.iter().copied().map(Lang::tag))
        .map(|tag| Lang::from_tag(&tag).unwrap_or_default())
}

/// What people call a type of case beside its code.
#[cfg(feature = "document")]
fn short(sagstype: Sagstype) -> &'static [&'static str] {
    match sagstype {
        Sagstype::Ressourceforloeb => &["rf", "ressourceforløb"],
        Sagstype::Jobafklaringsforloeb => &["ja", "jaf", "jobafklaring", "jobafklaringsforløb"],
        Sagstype::Sygedagpenge => &["sdp"],
        Sagstype::Fleksjob => &["fj"],
        Sagstype::Tilskud => &["selv"],
        Sagstype::Foertidspension => &["fp", "førtidspension"],
        Sagstype::Revalidering => &["rev"],
        _ => &[],
    }
}

#[cfg(feature = "document")]
fn sagstype_parser() -> impl TypedValueParser<Value = Sagstype> {
    let value = |sagstype: &Sagstype| PossibleValue::new(sagstype.code()).aliases(short(*sagstype));
    PossibleValuesParser::new(Sagstype::ALL.iter().map(value)).try_map(|name| {
        let is_called = |one: &&Sagstype| one.code() == name || short(**one).contains(&&*name);
        Sagstype::ALL.iter().find(is_called).copied().ok_or("no type of case")
    })
}

fn phase_parser() -> impl TypedValueParser<Value = Phase> {
    PossibleValuesParser::new(Phase::ALL.iter().copied().map(Phase::code))
        .map(|code| Phase::from_code(&code).unwrap_or(Phase::Forelaeggelse))
}

// What to write instead is told in the language of the help.
fn date(text: &str) -> Result<Date, &'static str> {
    Date::parse(text).ok_or("no date")
}

// As `indsatser=indsatser.csv`.
fn table(text: &str) -> Result<(String, PathBuf), &'static str> {
    match text.split_once('=') {
        Some((name, file)) if !name.is_empty() && !file.is_empty() => Ok((name.to_owned(), file.into())),
        _ => Err("no table"),
    }
}
