//! What the product is made of besides its own code: the page `docs/dependencies.md`, and the audit by the rules that hold
//! for it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

use crate::Files;

/// The platforms that something is handed out for, by the compiler's names.
pub const LINUX: &str = "x86_64-unknown-linux-gnu";
/// The same.
pub const WINDOWS: &str = "x86_64-pc-windows-gnu";

/// What is handed out, with the crate that it is built from and the platform that it is listed for.
const FRONTS: [(&str, &str, &str); 6] = [
    ("library", "rehabplan", LINUX),
    ("command line", "rehabplan-cli", LINUX),
    ("Python", "rehabplan-python", LINUX),
    ("npm", "rehabplan-wasm", "wasm32-unknown-unknown"),
    ("C and .NET", "rehabplan-c", LINUX),
    ("Java", "rehabplan-java", LINUX),
];

/// Why the product's own crates use what they use.
const REASONS: &[(&str, &str)] = &[
    ("anstream", "colours that vanish where nobody can see them"),
    ("anstyle", "names of colours"),
    ("arrayvec", "the words of a sentence, without memory of their own and without zeros first"),
    ("arrow-array", "result tables that pandas and Polars take without copying"),
    ("arrow-cast", "text columns of every kind as one"),
    ("arrow-ipc", "files of Arrow"),
    ("arrow-schema", "the columns of a table"),
    ("bytes", "bodies of requests and answers, and a Parquet file that is in memory"),
    ("calamine", "workbooks"),
    ("chrono", "the calendar: months, leap days, differences"),
    ("clap", "arguments and help"),
    ("csv", "tables that spreadsheets read"),
    ("ctor", "whether standard output was closed, which can only be seen before the program begins"),
    ("encoding_rs", "encodings by their names, and Windows-1252"),
    ("encoding_rs_io", "files of another encoding, read as they come"),
    ("form_urlencoded", "options in an address"),
    ("http-body-util", "bodies that come and go bit by bit"),
    ("hyper", "HTTP"),
    ("hyper-util", "HTTP on connections, and their end"),
    ("indicatif", "progress of a long run"),
    ("jni", "Java"),
    ("lopdf", "documents as PDF"),
    ("maud", "pages, with everything escaped that has to be"),
    ("memchr", "the end of a string, many bytes at once"),
    ("parquet", "Parquet files"),
    ("percent-encoding", "ids in an address"),
    ("prometheus-client", "the server's figures in the format of OpenMetrics"),
    ("pyo3", "Python"),
    ("pyo3-arrow", "data frames in and tables out without copying"),
    ("quick-xml", "documents, and a look at a workbook before it is read: whether its XML is sound"),
    ("rayon", "all processors"),
    ("rust_xlsxwriter", "workbooks"),
    ("rustix", "whether standard output was closed, without unsafe code"),
    ("same-file", "whether a result would lie over its own input"),
    ("schemars", "the JSON Schema from the model (feature `schema`)"),
    ("serde", "reading and writing"),
    ("serde_ignored", "keys of a mapping that nobody knows"),
    ("serde_json", "JSON"),
    ("serde_path_to_error", "where a profile is wrong"),
    ("simdutf8", "the check of UTF-8, which every byte goes through"),
    ("socket2", "how much of an answer the system holds for a slow caller"),
    ("strsim", "the name that was most likely meant"),
    ("subtle", "a comparison of tokens that does not tell how much is right"),
    ("talc", "memory in browsers"),
    ("tempfile", "where a workbook waits until it is whole"),
    ("thiserror", "errors"),
    ("tokio", "many connections on few threads, signals, time"),
    ("tokio-io-timeout", "callers that do not take their answer"),
    ("toml", "mappings, with the place of what is wrong"),
    ("wasm-bindgen", "JavaScript"),
    ("zip", "documents, and what a workbook unpacks to"),
];

/// Licences of which one must be offered: nothing is asked for but the notice.
const LICENCES: &[&str] = &[
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    workspace_members: BTreeSet<String>,
}

#[derive(Deserialize)]
struct Package {
    id: String,
    name: String,
    version: String,
    license: Option<String>,
    authors: Vec<String>,
    rust_version: Option<String>,
    source: Option<String>,
    manifest_path: PathBuf,
}

/// One crate, and where it is used.
#[derive(Default)]
struct Used {
    fronts: BTreeSet<usize>,
    /// The crates that use it.
    by: BTreeSet<String>,
}

/// Crates by name and version.
type Crates = BTreeMap<(String, String), Used>;

/// Adds the page of the dependencies.
///
/// # Errors
///
/// When cargo cannot be asked.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    files.insert("docs/dependencies.md".to_owned(), look(root)?.page);
    Ok(())
}

/// Everything in which a dependency breaks one of the rules: a licence that is not on the list, two versions of one crate in
/// a front, a crate from elsewhere than crates.io, one that needs a newer compiler than the product, or one of the product's
/// own choice without a reason.
///
/// # Errors
///
/// When cargo cannot be asked.
pub fn audit(root: &Path) -> io::Result<Vec<String>> {
    Ok(look(root)?.wrong)
}

/// What is seen of the dependencies.
struct Seen {
    page: String,
    wrong: Vec<String>,
}

fn look(root: &Path) -> io::Result<Seen> {
    let metadata = metadata(root)?;
    let own = |package: &&Package| metadata.workspace_members.contains(&package.id);
    let own: BTreeMap<_, _> =
        metadata.packages.iter().filter(own).map(|package| (package.name.as_str(), package)).collect();
    let compiler = own.get("rehabplan").and_then(|package| package.rust_version.clone()).unwrap_or_default();

    let mut crates = crates(root)?;
    crates.retain(|(name, _), _| !own.contains_key(name.as_str()));
    let (mut wrong, mut rows, mut totals) = (two_versions(&crates), String::new(), [(0, 0); FRONTS.len()]);
    for ((name, version), used) in &crates {
        let package = metadata.packages.iter().find(|package| &package.name == name && &package.version == version);
        let package = package.ok_or_else(|| io::Error::other(format!("cargo knows no {name} {version}")))?;
        let licence = package.license.as_deref().unwrap_or("none");
        if !is_allowed(licence) {
            wrong.push(format!("the licence of {name}, {licence}, is not on the list"));
        }
        if package.source.as_deref() != Some(REGISTRY) {
            wrong.push(format!("{name} is not from crates.io"));
        }
        if package.rust_version.as_deref().is_some_and(|needed| numbers(needed) > numbers(&compiler)) {
            wrong.push(format!("{name} needs a newer compiler than Rust {compiler}"));
        }
        let why = if used.by.iter().any(|by| own.contains_key(by.as_str())) {
            match REASONS.iter().find(|(reasoned, _)| reasoned == name) {
                Some((_, reason)) => (*reason).to_owned(),
                None => {
                    wrong.push(format!("{name} has no reason; give it one in crates/xtask/src/dependencies.rs"));
                    "no reason given".to_owned()
                }
            }
        } else {
            format!("of {}", used.by.iter().map(|by| format!("`{by}`")).collect::<Vec<_>>().join(", "))
        };
        let kilobytes = size(&package.manifest_path.with_file_name("src"))?.div_ceil(1024);
        let marks = (0..FRONTS.len()).map(|front| if used.fronts.contains(&front) { "●" } else { "" });
        let marks = marks.collect::<Vec<_>>().join(" | ");
        for front in &used.fronts {
            totals[*front].0 += 1;
            totals[*front].1 += kilobytes;
        }
        let _ = writeln!(rows, "| `{name}` {version} | {why} | {marks} | {kilobytes} | {licence} |");
    }
    let names: BTreeSet<&str> = crates.keys().map(|(name, _)| name.as_str()).collect();
    wrong.extend(
        REASONS.iter().filter(|(name, _)| !names.contains(name)).map(|(name, _)| format!("{name} is used by nobody")),
    );
    Ok(Seen { page: page(&rows, &totals, &compiler), wrong })
}

/// The product's own packages, each with its manifest.
///
/// # Errors
///
/// When cargo cannot be asked.
pub fn own(root: &Path) -> io::Result<Vec<(String, PathBuf)>> {
    let Metadata { packages, workspace_members } = metadata(root)?;
    let own = packages.into_iter().filter(|package| workspace_members.contains(&package.id));
    Ok(own.map(|package| (package.name, package.manifest_path)).collect())
}

/// What a file with the licences of all that is compiled into something is called, wherever that is handed out.
pub const NOTICES: &str = "LICENCES-OF-DEPENDENCIES.txt";

/// What every program and library holds besides crates, and what is in those for a platform whose name ends so. Nobody but the
/// compiler puts it there.
const BESIDES: [(&str, &str); 3] = [
    ("", "the standard library of Rust (MIT OR Apache-2.0)\n\nCopyright (c) The Rust Project Contributors"),
    ("-musl", "musl (MIT)\n\nCopyright (c) 2005-2020 Rich Felker, et al."),
    (
        "-windows-gnu",
        "the runtime of mingw-w64 (public domain, and ZPL-2.1)\n\n\
         # the runtime of GCC (GPL-3.0 WITH GCC-exception-3.1, which asks nothing of what is compiled with it)",
    ),
];

/// The licences of all that is compiled into packages, each of them for a platform: each crate with the texts that it brings.
///
/// # Errors
///
/// When cargo cannot be asked, or a text not be read.
pub fn notices(root: &Path, built: &[(&str, &str)]) -> io::Result<String> {
    let mut crates = BTreeSet::new();
    for (package, platform) in built {
        tree(root, package, platform, |used, _| {
            crates.insert(used);
        })?;
    }
    let mut notices = String::from(
        "What lies here holds these crates, each under the licences that stand with it. Where a choice is offered, any of them \
         may be chosen.\n",
    );
    for package in metadata(root)?.packages {
        if package.source.is_none() || !crates.contains(&(package.name.clone(), package.version.clone())) {
            continue;
        }
        let licence = package.license.as_deref().unwrap_or("none");
        let _ = write!(notices, "\n# {} {} ({licence})\n", package.name, package.version);
        let folder = package.manifest_path.parent().unwrap_or(root);
        let mut texts: Vec<PathBuf> =
            fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        texts.retain(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_uppercase();
            path.is_file()
                && ["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"]
                    .iter()
                    .any(|known| name.starts_with(known))
        });
        if texts.is_empty() {
            // What the crate says of itself is all there is.
            let _ = write!(notices, "\n{}\n", package.authors.join(", "));
        }
        texts.sort();
        for path in texts {
            let _ = write!(notices, "\n{}\n", String::from_utf8_lossy(&fs::read(path)?).trim());
        }
    }
    for (platform, what) in BESIDES {
        if built.iter().any(|(_, built)| built.ends_with(platform)) {
            let _ = write!(notices, "\n# {what}\n");
        }
    }
    Ok(notices)
}

/// Puts the licences into a folder: the product's own, and those of all that is compiled into packages for platforms.
///
/// # Errors
///
/// As for [`notices`], and when a file cannot be written.
pub fn put_licences(root: &Path, built: &[(&str, &str)], folder: &Path) -> io::Result<()> {
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(root.join(licence), folder.join(licence))?;
    }
    fs::write(folder.join(NOTICES), notices(root, built)?)
}

/// The packages that what is handed out is built from, each with the platform that it is listed for.
pub fn handed_out() -> impl Iterator<Item = (&'static str, &'static str)> {
    FRONTS.iter().map(|(_, package, platform)| (*package, *platform))
}

fn page(rows: &str, totals: &[(u32, u64)], compiler: &str) -> String {
    let of_fronts: String = FRONTS
        .iter()
        .zip(totals)
        .map(|((front, _, _), (count, kilobytes))| format!("| {front} | {count} | {kilobytes} |\n"))
        .collect();
    let fronts = FRONTS.map(|(front, _, _)| front).join(" | ");
    let licences = LICENCES.join(", ");
    let two = IN_TWO_VERSIONS.map(|(name, reason)| format!("{name}: {reason}")).join("; ");
    format!(
        "# Dependencies\n\n\
         Every crate that is compiled into what is handed out, on Linux (npm: WebAssembly). Size is that of the crate's Rust \
         source in KB: what there is to read, not what is left of it in a binary. Crates that only run while something is \
         built (procedural macros, build scripts) are not in the table, and neither is what only tests use.\n\n\
         This page is made by `cargo xtask gen`. `cargo xtask licences` fails when a licence is not one of {licences}, when a front holds two \
         versions of a crate (but for {two}), when a crate is not from crates.io or says that it needs a newer compiler than Rust {compiler}, \
         and when one of our own choice has no reason.\n\n\
         | front | crates | KB |\n| --- | --: | --: |\n{of_fronts}\n\
         | crate | why | {fronts} | KB | licence |\n| --- | --- | :-: | :-: | :-: | :-: | :-: | :-: | --: | --- |\n{rows}"
    )
}

/// What each front is made of.
fn crates(root: &Path) -> io::Result<Crates> {
    let mut crates = Crates::new();
    for (front, (package, platform)) in handed_out().enumerate() {
        tree(root, package, platform, |used, by| {
            let used = crates.entry(used).or_default();
            used.fronts.insert(front);
            used.by.extend(by.map(str::to_owned));
        })?;
    }
    Ok(crates)
}

/// Tells of each crate that is compiled into a package for a platform, by name and version, and which one uses it.
fn tree(
    root: &Path,
    package: &str,
    platform: &str,
    mut each: impl FnMut((String, String), Option<&str>),
) -> io::Result<()> {
    let edges = ["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", " {p}"];
    let tree = cargo(root, &[&["tree", "--package", package, "--target", platform], &edges[..]].concat())?;
    let mut above: Vec<&str> = Vec::new();
    for line in tree.lines() {
        // `2 serde_core v1.0.229 (*)`
        let mut words = line.split(' ');
        let mut word = || words.next().ok_or_else(|| io::Error::other(format!("cargo tree says: {line}")));
        let (depth, name, version) = (word()?, word()?, word()?.trim_start_matches('v'));
        above.truncate(depth.parse().map_err(io::Error::other)?);
        each((name.to_owned(), version.to_owned()), above.last().copied());
        above.push(name);
    }
    Ok(())
}

/// The crates that a front may hold in two versions, and why it must.
const IN_TWO_VERSIONS: [(&str, &str); 1] =
    [("getrandom", "the hash tables of arrow and the temporary files of the workbook's writer ask for different ones")];

/// The crates that a front holds in more than one version, but for those that must be.
fn two_versions(crates: &Crates) -> Vec<String> {
    let mut versions: BTreeMap<(usize, &str), Vec<&str>> = BTreeMap::new();
    for ((name, version), used) in crates {
        for front in &used.fronts {
            versions.entry((*front, name)).or_default().push(version);
        }
    }
    let is_known = |name: &str| IN_TWO_VERSIONS.iter().any(|(known, _)| *known == name);
    let two = versions.into_iter().filter(|((_, name), versions)| versions.len() > 1 && !is_known(name));
    two.map(|((front, name), versions)| format!("{}: {name} {}", FRONTS[front].0, versions.join(" and "))).collect()
}

/// Whether a licence expression offers one that is on the list. All parts of an `AND` must; one of an `OR` is enough.
fn is_allowed(expression: &str) -> bool {
    let plain = expression.replace(['(', ')'], "").replace('/', " OR ");
    // No crate mixes the two in a way that brackets would have to decide, except that all that is offered is fine.
    if plain.contains(" AND ") && plain.contains(" OR ") {
        return plain.split(" AND ").flat_map(|part| part.split(" OR ")).all(|one| LICENCES.contains(&one.trim()));
    }
    if plain.contains(" AND ") {
        plain.split(" AND ").all(|one| LICENCES.contains(&one.trim()))
    } else {
        plain.split(" OR ").any(|one| LICENCES.contains(&one.trim()))
    }
}

/// A version as numbers, so that 1.9 comes before 1.10.
fn numbers(version: &str) -> Vec<u32> {
    let mut numbers: Vec<u32> = version.split('.').map_while(|part| part.parse().ok()).collect();
    while numbers.last() == Some(&0) {
        numbers.pop();
    }
    numbers
}

/// The bytes of Rust source in a folder.
fn size(folder: &Path) -> io::Result<u64> {
    let mut bytes = 0;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        bytes += match entry.path() {
            path if path.is_dir() => size(&path)?,
            path if path.extension().is_some_and(|extension| extension == "rs") => entry.metadata()?.len(),
            _ => 0,
        };
    }
    Ok(bytes)
}

fn metadata(root: &Path) -> io::Result<Metadata> {
    Ok(serde_json::from_str(&cargo(root, &["metadata", "--format-version", "1"])?)?)
}

fn cargo(root: &Path, arguments: &[&str]) -> io::Result<String> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo).args(arguments).current_dir(root).output()?;
    if output.status.success() {
        String::from_utf8(output.stdout).map_err(io::Error::other)
    } else {
        Err(io::Error::other(format!("cargo {}: {}", arguments.join(" "), String::from_utf8_lossy(&output.stderr))))
    }
}

#[cfg(test)]
mod tests {
    use super::{LICENCES, is_allowed, numbers};

    #[test]
    fn cargo_deny_has_the_same_list_of_licences() {
        let config = include_str!("../../../deny.toml");
        let (_, list) = config.split_once("\nallow = [").expect("a list");
        let (list, _) = list.split_once(']').expect("its end");
        let listed: Vec<_> =
            list.split(',').map(|one| one.trim().trim_matches('"')).filter(|one| !one.is_empty()).collect();
        assert_eq!(listed, LICENCES);
    }

    #[test]
    fn a_licence_is_allowed_when_enough_is_offered() {
        for fine in ["MIT", "MIT OR Apache-2.0", "MIT/Apache-2.0", "Apache-2.0 AND MIT", "GPL-3.0 OR MIT"] {
            assert!(is_allowed(fine), "{fine}");
        }
        assert!(is_allowed("(MIT OR Apache-2.0) AND Unicode-3.0"));
        for bad in ["none", "", "GPL-3.0", "MIT AND GPL-3.0", "(MIT OR Apache-2.0) AND GPL-3.0"] {
            assert!(!is_allowed(bad), "{bad}");
        }
    }

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert!(numbers("1.9") < numbers("1.10"));
        assert_eq!(numbers("1.88"), numbers("1.88.0"));
        assert!(numbers("1.88.1") > numbers("1.88"));
    }
}
