//! Every plan that the repository has, with the options to check it with.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Map, Value};

/// A plan to check.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// Where it comes from: a file, and in the corpus the name of the case.
    pub name: String,
    /// The plan in JSON.
    pub plan: String,
    /// The code of the phase.
    pub phase: Option<String>,
    /// The day that counts as today.
    pub as_of: Option<String>,
    /// Choices of profiles, as on the command line.
    pub profiles: Vec<String>,
}

#[derive(Deserialize)]
struct File {
    cases: Vec<Changed>,
}

/// A case of the corpus; see `tests/corpus/README.md`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Changed {
    name: String,
    base: String,
    patch: Value,
    phase: String,
    as_of: Option<String>,
    #[serde(default)]
    profiles: Vec<String>,
}

/// What a person has stated for a whole plan.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stated {
    phase: String,
    as_of: String,
}

/// The cases of the corpus, those for profiles among them, and the whole plans.
///
/// # Errors
///
/// When a file cannot be read.
pub fn cases(root: &Path) -> io::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for folder in ["rules", "boundary", "scope", "profiles"] {
        for path in json_files(&root.join("tests/corpus").join(folder))? {
            let file: File = parse(&path)?;
            for Changed { name, base, patch, phase, as_of, profiles } in file.cases {
                let mut plan: Value = parse(&root.join(format!("tests/corpus/base/{base}.json")))?;
                merge(&mut plan, &patch);
                let name = format!("{folder}/{} / {name}", path.file_stem().unwrap_or_default().display());
                cases.push(Case { name, plan: plan.to_string(), phase: Some(phase), as_of, profiles });
            }
        }
    }
    for path in json_files(&root.join("tests/plans"))? {
        let name = path.file_name().unwrap_or_default();
        let Stated { phase, as_of } = parse(&path.with_file_name("expected").join(name))?;
        let (name, plan) = (format!("plans/{}", name.display()), fs::read_to_string(&path)?);
        cases.push(Case { name, plan, phase: Some(phase), as_of: Some(as_of), profiles: Vec::new() });
    }
    Ok(cases)
}

/// The JSON files of a folder, sorted by name.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut files: Vec<_> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    Ok(files)
}

fn parse<T: for<'de> Deserialize<'de>>(path: &Path) -> io::Result<T> {
    serde_json::from_slice(&fs::read(path)?).map_err(|error| io::Error::other(format!("{}: {error}", path.display())))
}

/// RFC 7396: objects are merged, `null` deletes, and everything else is replaced whole.
fn merge(target: &mut Value, patch: &Value) {
    let Value::Object(patch) = patch else {
        *target = patch.clone();
        return;
    };
    if !target.is_object() {
        *target = Value::Object(Map::new());
    }
    let Some(target) = target.as_object_mut() else { return };
    for (key, value) in patch {
        if value.is_null() {
            target.remove(key);
        } else {
            merge(target.entry(key.clone()).or_insert(Value::Null), value);
        }
    }
}
