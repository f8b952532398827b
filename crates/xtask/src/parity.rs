//! `cargo xtask parity`: the report bytes of every front are those of the core.
//!
//! The core checks every plan of the repository and some documents that are none. What was asked, with the digest of the
//! answer, goes to `parity.ndjson` in the target folder, and each front is held against it: the command line here, the
//! Python and the npm package by a small program of their own beside their tests. The C, Java and .NET libraries have such a program
//! too, which answers what it is asked, and is judged here: C has no JSON.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use rehabplan::plan::Date;
use rehabplan::profile::ProfileChoice;
use rehabplan::{Checker, Detail, Lang, Phase, ProfileSet};
use rehabplan_corpus::{ToCheck, every_plan};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest as _, Sha256};

/// What is asked of every front, and what it must answer.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Asked {
    name: String,
    plan: String,
    options: Given,
    /// The SHA-256 digest of the report; of `!CODE MESSAGE` for a document that cannot be read.
    digest: String,
}

/// The options of a check. A report of every answer is asked for in Danish, one of the findings in English.
#[derive(Serialize, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "camelCase")]
struct Given {
    phase: Option<String>,
    as_of: Option<String>,
    lang: &'static str,
    detail: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    profiles: Vec<String>,
}

/// What became of it.
pub(crate) enum Parity {
    /// Every front gives the same bytes.
    Same,
    /// A front gives others; which, and for what, was said.
    Different,
    /// As far as it was compared. What was not compared was said.
    NotAllCompared,
}

/// Holds every front against the core.
///
/// # Errors
///
/// When a file cannot be read or written, or a program not be started.
pub(crate) fn run(root: &Path, target: &Path) -> io::Result<Parity> {
    let asked = asked()?;
    let with_profiles = asked.iter().filter(|asked| !asked.options.profiles.is_empty()).count();
    println!("{} reports, {with_profiles} of them with profiles", asked.len());

    let file = target.join("parity.ndjson");
    fs::create_dir_all(target)?;
    let mut out = BufWriter::new(fs::File::create(&file)?);
    for one in &asked {
        serde_json::to_writer(&mut out, one)?;
        out.write_all(b"\n")?;
    }
    out.flush()?;

    let mut same = command_line(root, target, &asked)?;
    let mut all = true;
    let python = target.join("python/venv").join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    let npm = root.join("target/npm/rehabplan/node.js");
    let fronts: [(_, PathBuf, _, &Path); 2] = [
        ("Python: run bindings/python/run_tests.py first", python.clone(), "bindings/python/tests/parity.py", &python),
        ("npm: run bindings/wasm/run-tests.mjs first", "node".into(), "bindings/wasm/tests/parity.mjs", &npm),
    ];
    for (otherwise, program, script, built) in fronts {
        if built.exists() {
            same &= Command::new(program).arg(root.join(script)).arg(&file).current_dir(root).status()?.success();
        } else {
            eprintln!("not compared with {otherwise}");
            all = false;
        }
    }
    for (name, command) in native(target)? {
        match command {
            // Cargo names its own folder there, and the library in it may be another.
            Some(mut command) => same &= framed(name, command.env_remove("LD_LIBRARY_PATH"), &asked)?,
            None => {
                eprintln!("not compared with {name}: run cargo xtask native first");
                all = false;
            }
        }
    }
    Ok(if !same {
        Parity::Different
    } else if all {
        Parity::Same
    } else {
        Parity::NotAllCompared
    })
}

/// One level deeper than is read.
const DEEP: &str = concat!(
    r#"{"sag":"#,
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    "]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
    "}"
);

/// Documents that are no plans, or odd ones.
const ODD: &[&str] = &[
    "",
    "[]",
    "{\"sag\":",
    "{\n\"sag\": {},\n}",
    "\u{feff}{}",
    "{\"sag\":{\"sagstype\":\"fleksjob\",\"sagstype\":\"revalidering\"},\"moede\":{\"dato\":\"2020-02-30\"}}",
    "{\"sag\":{\"sagstype\":\"ressourceforloeb\"},\"forberedendeDel\":{\"onsker\":1,\"oensker\":\"\\ud800\"}}",
    DEEP,
];

fn asked() -> io::Result<Vec<Asked>> {
    let mut plans = every_plan()?;
    plans.extend(ODD.iter().enumerate().map(|(number, text)| ToCheck {
        name: format!("odd/{number}"),
        plan: (*text).to_owned(),
        phase: None,
        as_of: None,
        profiles: Vec::new(),
    }));
    let each = [("da", "all"), ("en", "findings")];
    plans
        .into_iter()
        .flat_map(|plan| each.map(|(lang, detail)| (plan.clone(), lang, detail)))
        .map(|(ToCheck { name, plan, phase, as_of, profiles }, lang, detail)| {
            let options = Given { phase, as_of, lang, detail, profiles };
            let digest = answer(&plan, &options).map(|answer| digest(&answer));
            let digest = digest.ok_or_else(|| io::Error::other(format!("{name}: its options cannot be read")))?;
            Ok(Asked { name, plan, options, digest })
        })
        .collect()
}

/// What the core answers; `None` when the options make no sense.
fn answer(plan: &str, given: &Given) -> Option<String> {
    let options = Checker::new()
        .phase(given.phase.as_deref().map(Phase::from_code).map_or(Some(None), |phase| phase.map(Some))?)
        .as_of(given.as_of.as_deref().map(Date::parse).map_or(Some(None), |date| date.map(Some))?)
        .detail(if given.detail == "all" { Detail::All } else { Detail::Findings });
    let lang = Lang::from_tag(given.lang)?;
    let choose = |builder: rehabplan::profile::Builder, choice: &String| builder.choose(&ProfileChoice::parse(choice)?);
    let profiles = given.profiles.iter().try_fold(ProfileSet::builder(), choose).ok()?.build().ok()?;
    Some(match options.clone().profiles(profiles.clone()).check_str(plan) {
        Ok(report) => report.to_json(lang),
        Err(error) => format!("!{} {}", error.code(), error.message(lang)),
    })
}

fn digest(answer: &str) -> String {
    Sha256::digest(answer).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Holds the command line against the core: plans with the same options as lines of one run, and what is no plan alone,
/// because an error tells its place in the file.
fn command_line(root: &Path, target: &Path, asked: &[Asked]) -> io::Result<bool> {
    #[derive(Deserialize)]
    struct Line<'l> {
        #[serde(borrow)]
        report: Option<&'l RawValue>,
        error: Option<Unreadable>,
    }

    #[derive(Deserialize)]
    struct Unreadable {
        code: String,
        message: String,
    }

    let built =
        Command::new("cargo").args(["build", "--quiet", "--package", "rehabplan-cli"]).current_dir(root).status()?;
    if !built.success() {
        return Err(io::Error::other("the command line does not build"));
    }
    let mut runs: BTreeMap<(&Given, &str), Vec<&Asked>> = BTreeMap::new();
    for one in asked {
        let alone = if one.name.starts_with("odd/") { one.name.as_str() } else { "" };
        runs.entry((&one.options, alone)).or_default().push(one);
    }
    let mut same = true;
    for ((options, alone), asked) in runs {
        let mut command = Command::new(target.join("debug").join(format!("rehabplan{}", std::env::consts::EXE_SUFFIX)));
        command.args(["check", "--format", "ndjson", "--lang", options.lang, "-"]);
        command.args((options.detail == "all").then_some("--all"));
        command.args(alone.is_empty().then_some("--ndjson"));
        let named = |name: &'static str| move |value: &String| [name.to_owned(), value.clone()];
        command.args(options.phase.iter().flat_map(named("--phase")));
        command.args(options.as_of.iter().flat_map(named("--as-of")));
        command.args(options.profiles.iter().flat_map(named("--profile")));
        // Between values a line break is white space, and nowhere else may one stand.
        let line = |one: &&Asked| if alone.is_empty() { one.plan.replace('\n', " ") } else { one.plan.clone() };
        let input = asked.iter().map(line).collect::<Vec<_>>().join("\n");
        let output = String::from_utf8(output(&mut command, input.into_bytes())?).map_err(io::Error::other)?;
        let mut lines = output.lines();
        for one in asked {
            let line = serde_json::from_str::<Line<'_>>(lines.next().unwrap_or_default())?;
            let answer = match (line.report, line.error) {
                (Some(report), _) => report.get().to_owned(),
                (None, error) => {
                    error.map(|Unreadable { code, message }| format!("!{code} {message}")).unwrap_or_default()
                }
            };
            if digest(&answer) != one.digest {
                println!("command line: another report: {} ({})", one.name, options.lang);
                same = false;
            }
        }
        same &= lines.next().is_none();
    }
    println!("command line: {}", if same { "the same bytes" } else { "other bytes" });
    Ok(same)
}

/// The programs of the native libraries, as far as they have been built.
fn native(target: &Path) -> io::Result<[(&'static str, Option<Command>); 3]> {
    let folder = target.join("native");
    let (c, java) = (folder.join("c-tests/parity"), folder.join("java"));
    let dotnet = folder.join("dotnet-tests/Parity.exe");
    let of_java = || {
        let mut command = Command::new("java");
        command.arg("-cp").arg(std::env::join_paths([java.join("rehabplan.jar"), java.join("tests")]).ok()?);
        command.arg("dk.rehabplan.Parity");
        Some(command)
    };
    let of_dotnet = || {
        let mut command = Command::new("mono");
        command.arg(&dotnet);
        command
    };
    Ok([
        ("C", c.exists().then(|| Command::new(&c))),
        ("Java", java.join("tests/dk/rehabplan/Parity.class").exists().then(of_java).flatten()),
        (".NET", dotnet.exists().then(of_dotnet)),
    ])
}

/// Holds a program against the core that reads questions and writes answers, each text behind its length.
fn framed(name: &str, command: &mut Command, asked: &[Asked]) -> io::Result<bool> {
    let mut input = Vec::new();
    for one in asked {
        for text in [one.plan.clone(), serde_json::to_string(&one.options)?] {
            input.extend(u32::try_from(text.len()).map_err(io::Error::other)?.to_be_bytes());
            input.extend(text.as_bytes());
        }
    }
    let output = output(command, input)?;
    let mut rest = output.as_slice();
    let mut different = 0;
    for one in asked {
        if answered(&mut rest).map(|answer| digest(&answer)).as_ref() != Some(&one.digest) {
            different += 1;
            println!("{name}: another report: {} ({})", one.name, one.options.lang);
        }
    }
    println!("{name}: {} compared, {different} different", asked.len());
    Ok(different == 0 && rest.is_empty())
}

/// Takes the next answer: a status, and a text behind its length.
fn answered(rest: &mut &[u8]) -> Option<String> {
    #[derive(Deserialize)]
    struct Error {
        code: String,
        message: String,
    }
    let (status, after) = rest.split_first()?;
    let (length, after) = after.split_first_chunk::<4>()?;
    let (text, after) = after.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)?;
    *rest = after;
    let text = str::from_utf8(text).ok()?;
    if *status == 0 {
        return Some(text.to_owned());
    }
    let Error { code, message } = serde_json::from_str(text).ok()?;
    Some(format!("!{code} {message}"))
}

/// What a program writes when it is given some input.
fn output(command: &mut Command, input: Vec<u8>) -> io::Result<Vec<u8>> {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let stdin = child.stdin.take();
    // Written beside the reading, so that neither waits for the other.
    let writer = std::thread::spawn(move || stdin.map_or(Ok(()), |mut stdin| stdin.write_all(&input)));
    let output = child.wait_with_output()?;
    writer.join().map_err(|_| io::Error::other("the input was not written"))??;
    Ok(output.stdout)
}
