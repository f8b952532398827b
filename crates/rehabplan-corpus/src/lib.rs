//! The test data of the repository, as every Rust test and command reads it: the corpus of the law (`tests/corpus`, whose
//! README is the format) and the whole plans (`tests/plans`).
#![deny(missing_docs)]

mod matrix;

pub use matrix::{Row, Stated};

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

/// A file of cases, all about one thing.
#[derive(Debug)]
pub struct CaseFile<E> {
    /// Its place in the corpus, such as `rules/P8.1.a`.
    pub name: String,
    /// What it is about: the id of a rule, a boundary case, a provision of the scope or a profile.
    pub about: String,
    /// Where a rule applies; only in `rules/`.
    pub row: Option<Row>,
    /// In the order of the file.
    pub cases: Vec<TestCase<E>>,
}

/// The cases of a rule or a profile: those of its own file, and then those of others that are its cases too.
pub fn cases_of<'f, E>(files: &'f [CaseFile<E>], about: &str) -> Vec<&'f TestCase<E>> {
    let (own, others): (Vec<_>, Vec<_>) = files.iter().partition(|file| file.about == about);
    let is_too = |case: &&TestCase<E>| case.also.iter().any(|also| also == about);
    let others = others.into_iter().flat_map(|file| &file.cases).filter(is_too);
    own.into_iter().flat_map(|file| &file.cases).chain(others).collect()
}

/// A plan and what its report must say; `E` is how the expectation is read.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
pub struct TestCase<E> {
    /// Unique in the file; begins with the kind of case.
    pub name: String,
    /// One line for the rule's page.
    pub title: Title,
    /// The other rules of which it is a case too.
    #[serde(default)]
    pub also: Vec<String>,
    /// The variant of the base plan.
    pub base: String,
    #[serde(default)]
    with: Vec<String>,
    patch: Value,
    /// The code of the phase.
    pub phase: String,
    /// The day that counts as today.
    pub as_of: Option<String>,
    /// Choices of profiles, as on the command line; only in `profiles/`.
    pub profiles: Option<Vec<String>>,
    /// What the report must say.
    pub expect: E,
    /// The base plan with the patches.
    #[serde(skip)]
    pub plan: Value,
}

/// A line in both languages.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Title {
    /// In Danish.
    pub da: String,
    /// In English.
    pub en: String,
}

impl Title {
    /// A title is one line in each language.
    fn is_in_order(&self) -> bool {
        [&self.da, &self.en].into_iter().all(|title| !title.is_empty() && !title.contains('\n'))
    }
}

/// A patch that several cases begin with.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Named {
    title: Title,
    patch: Value,
}

/// A file of cases as it is written: exactly one of the first five says what it is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Written<E> {
    rule: Option<String>,
    boundary: Option<String>,
    scope: Option<String>,
    profile_rule: Option<String>,
    profile: Option<String>,
    row: Option<Row>,
    cases: Vec<TestCase<E>>,
}

impl<E> Written<E> {
    /// What the file is about, when it says so with a key of its folder and with no other.
    fn about(&self, folder: &str) -> Option<&str> {
        let Self { rule, boundary, scope, profile_rule, profile, .. } = self;
        match (folder, rule, boundary, scope, profile_rule, profile) {
            ("rules", Some(about), None, None, None, None)
            | ("boundary", None, Some(about), None, None, None)
            | ("scope", None, None, Some(about), None, None)
            | ("profiles", None, None, None, Some(about), None)
            | ("profiles", None, None, None, None, Some(about)) => Some(about),
            _ => None,
        }
    }
}

const KINDS: [&str; 8] = ["pass-", "fail-", "warn-", "exempt-", "na-", "undetermined-", "review-", "limit-"];

/// The case files of a folder of the corpus (`rules`, `boundary`, `scope` or `profiles`), sorted by name.
///
/// # Errors
///
/// When a file cannot be read, and for everything in which one is not as the README says: all of it, one fault on a line.
pub fn files<E: DeserializeOwned>(folder: &str) -> io::Result<Vec<CaseFile<E>>> {
    let bases: BTreeMap<String, Value> = read_bases()?.into_iter().collect();
    let named: BTreeMap<String, Named> = parse(&corpus("patches.json"))?;
    let mut faults = Vec::new();
    for (name, Named { title, patch }) in &named {
        if !is_kebab(name) || !title.is_in_order() || !patch.is_object() {
            faults.push(format!("patches.json / {name}: a name in kebab case, two titles of one line, and an object"));
        }
    }
    let mut files = Vec::new();
    for path in json_files(&corpus(folder))? {
        let stem = stem(&path);
        let name = format!("{folder}/{stem}");
        match parse::<Written<E>>(&path) {
            Ok(written) => {
                let about = written.about(folder).unwrap_or_default().to_owned();
                if file_name(&about) != stem {
                    faults.push(format!("{name}: must say what it is about, and no more than its own name says"));
                }
                if written.row.as_ref().map(Row::is_in_order) != (folder == "rules").then_some(true) {
                    faults.push(format!(
                        "{name}: a rule has its row, in which each variant stands once, and nothing else has one"
                    ));
                }
                let (row, mut cases) = (written.row, written.cases);
                judge(&name, &cases, &mut faults);
                for case in &mut cases {
                    match plan(case, &bases, &named) {
                        Ok(plan) => case.plan = plan,
                        Err(fault) => faults.push(format!("{name} / {}: {fault}", case.name)),
                    }
                }
                files.push(CaseFile { name, about, row, cases });
            }
            Err(error) => faults.push(error.to_string()),
        }
    }
    if faults.is_empty() { Ok(files) } else { Err(io::Error::other(faults.join("\n"))) }
}

/// What is wrong with the cases of a file, whatever they expect.
fn judge<E>(file: &str, cases: &[TestCase<E>], faults: &mut Vec<String>) {
    if cases.is_empty() {
        faults.push(format!("{file}: no cases"));
    }
    let mut seen = BTreeSet::new();
    for case in cases {
        let mut fault = |what: &str| faults.push(format!("{file} / {}: {what}", case.name));
        if !seen.insert(&case.name) {
            fault("a case of this name stands in the file already");
        }
        if !is_kebab(&case.name) || !KINDS.iter().any(|kind| case.name.starts_with(kind)) {
            fault("the name is not in kebab case, or does not begin with the kind of case");
        }
        if !case.title.is_in_order() {
            fault("a title is one line in each language");
        }
        if !case.patch.is_object() {
            fault("the patch is not an object");
        }
        if case.profiles.is_some() != file.starts_with("profiles/") {
            fault("profiles are chosen in the cases of profiles, and there alone");
        }
    }
}

/// The base plan with the named patches and then the case's own.
fn plan<E>(
    case: &TestCase<E>,
    bases: &BTreeMap<String, Value>,
    named: &BTreeMap<String, Named>,
) -> Result<Value, String> {
    let mut plan = bases.get(&case.base).ok_or_else(|| format!("there is no base {}", case.base))?.clone();
    for name in &case.with {
        let named = named.get(name).ok_or_else(|| format!("there is no patch {name}"))?;
        merge(&mut plan, &named.patch);
    }
    merge(&mut plan, &case.patch);
    Ok(plan)
}

fn is_kebab(name: &str) -> bool {
    name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// What a file is called by what it is about: `G1` becomes `G01`, and `/` becomes `-`.
fn file_name(about: &str) -> String {
    match about.strip_prefix('G').and_then(|number| number.parse::<u32>().ok()) {
        Some(number) => format!("G{number:02}"),
        None => about.replace('/', "-"),
    }
}

/// RFC 7396: objects are merged, `null` deletes, and everything else is replaced whole.
pub fn merge(target: &mut Value, patch: &Value) {
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

/// The base plan of a variant.
///
/// # Panics
///
/// When there is none.
pub fn base(variant: &str) -> Value {
    parse(&corpus("base").join(format!("{variant}.json"))).unwrap_or_else(|error| panic!("{error}"))
}

/// The base plan of every variant, sorted by its name.
///
/// # Panics
///
/// When one cannot be read, or there are none.
pub fn bases() -> Vec<(String, Value)> {
    let bases = read_bases().unwrap_or_else(|error| panic!("{error}"));
    assert!(!bases.is_empty(), "there are no base plans");
    bases
}

fn read_bases() -> io::Result<Vec<(String, Value)>> {
    json_files(&corpus("base"))?.iter().map(|path| Ok((stem(path), parse(path)?))).collect()
}

/// A whole plan, as somebody could have written it, and how it is to be checked.
#[derive(Debug)]
pub struct WholePlan {
    /// The name of its file.
    pub name: String,
    /// The document.
    pub text: String,
    /// The code of the phase.
    pub phase: String,
    /// The day that counts as today.
    pub as_of: String,
}

/// The whole plans, sorted by name.
///
/// # Errors
///
/// When one, or what is stated for it, cannot be read.
pub fn whole_plans() -> io::Result<Vec<WholePlan>> {
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Stated {
        phase: String,
        as_of: String,
    }
    let read = |path: PathBuf| {
        let name = path.file_name().unwrap_or_default();
        let Stated { phase, as_of } = parse(&path.with_file_name("expected").join(name))?;
        Ok(WholePlan { name: name.to_string_lossy().into_owned(), text: fs::read_to_string(&path)?, phase, as_of })
    };
    json_files(&root().join("tests/plans"))?.into_iter().map(read).collect()
}

/// A plan with the options to check it with.
#[derive(Debug, Clone, PartialEq)]
pub struct ToCheck {
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

/// Every plan that the repository has: the cases of the corpus, those for profiles among them, and the whole plans.
///
/// # Errors
///
/// When a file cannot be read.
pub fn every_plan() -> io::Result<Vec<ToCheck>> {
    let mut plans = Vec::new();
    for folder in ["rules", "boundary", "scope", "profiles"] {
        for file in files::<Value>(folder)? {
            plans.extend(file.cases.into_iter().map(|case| ToCheck {
                name: format!("{} / {}", file.name, case.name),
                plan: case.plan.to_string(),
                phase: Some(case.phase),
                as_of: case.as_of,
                profiles: case.profiles.unwrap_or_default(),
            }));
        }
    }
    plans.extend(whole_plans()?.into_iter().map(|plan| ToCheck {
        name: format!("plans/{}", plan.name),
        plan: plan.text,
        phase: Some(plan.phase),
        as_of: Some(plan.as_of),
        profiles: Vec::new(),
    }));
    Ok(plans)
}

/// The JSON files of a folder, sorted by name.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn json_files(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let in_folder = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", folder.display()));
    let entries = fs::read_dir(folder).map_err(in_folder)?;
    let mut files: Vec<_> = entries.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    Ok(files)
}

fn parse<T: DeserializeOwned>(path: &Path) -> io::Result<T> {
    let wrong = |error: &dyn std::fmt::Display| io::Error::other(format!("{}: {error}", path.display()));
    serde_json::from_slice(&fs::read(path).map_err(|error| wrong(&error))?).map_err(|error| wrong(&error))
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

fn corpus(path: &str) -> PathBuf {
    root().join("tests/corpus").join(path)
}

/// The repository's root.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_merge_patch_merges_deletes_and_replaces() {
        let mut plan = json!({"a": {"b": 1, "c": [1, 2]}, "d": "x"});
        merge(&mut plan, &json!({"a": {"b": null, "c": [3]}, "d": {"e": {"f": null, "g": 1}}}));
        assert_eq!(plan, json!({"a": {"c": [3]}, "d": {"e": {"g": 1}}}));
    }

    fn case(case: &Value) -> TestCase<Value> {
        serde_json::from_value(case.clone()).expect("a case")
    }

    #[test]
    fn a_case_begins_with_the_patches_that_it_names() {
        let bases = BTreeMap::from([("RF".to_owned(), json!({"a": 1, "b": 1, "c": 1}))]);
        let title = json!({"da": "En", "en": "One"});
        let named = json!({
            "one": {"title": title, "patch": {"a": 2, "b": 2, "d": {"e": 2}}},
            "two": {"title": title, "patch": {"b": 3, "c": null}},
        });
        let named = serde_json::from_value(named).expect("patches");
        let mut written = json!({
            "name": "pass-x", "title": title, "base": "RF", "with": ["one", "two"], "patch": {"a": 4, "d": {"f": 4}},
            "phase": "indsats", "expect": {},
        });
        let merged = json!({"a": 4, "b": 3, "d": {"e": 2, "f": 4}});
        assert_eq!(plan(&case(&written), &bases, &named), Ok(merged));
        written["with"][1] = "three".into();
        assert_eq!(plan(&case(&written), &bases, &named), Err("there is no patch three".to_owned()));
    }

    #[test]
    fn what_is_wrong_with_a_case_is_said() {
        let written = json!({
            "name": "Pass_x", "title": {"da": "En", "en": ""}, "base": "RF", "patch": [], "phase": "indsats",
            "profiles": [], "expect": {},
        });
        let mut faults = Vec::new();
        judge("rules/P1", &[case(&written), case(&written)], &mut faults);
        assert_eq!(faults.len(), 4 + 5, "{faults:#?}");
    }

    /// Every file of cases.
    fn all() -> Vec<CaseFile<Value>> {
        let read = |folder| files(folder).unwrap_or_else(|error| panic!("{error}"));
        ["rules", "boundary", "scope", "profiles"].into_iter().flat_map(read).collect()
    }

    /// Whether all that one expects is expected by another too.
    fn is_within(one: &Value, other: &Value) -> bool {
        match (one, other) {
            (Value::Object(one), Value::Object(other)) => {
                one.iter().all(|(key, value)| other.get(key).is_some_and(|other| is_within(value, other)))
            }
            _ => one == other,
        }
    }

    #[test]
    fn a_case_that_repeats_a_plan_says_something_of_its_own() {
        let files = all();
        let mut of_plan: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (file, case) in files.iter().flat_map(|file| file.cases.iter().map(move |case| (file, case))) {
            let checked = (case.plan.to_string(), &case.phase, &case.as_of, &case.profiles);
            of_plan.entry(checked).or_default().push((file, case));
        }
        let mut repeats = Vec::new();
        for same in of_plan.values() {
            // A rule has a file, and a file has a case.
            for (place, (file, case)) in same.iter().enumerate().filter(|(_, (file, _))| file.cases.len() > 1) {
                let mut others = same.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, other)| other);
                let says_all = |(_, other): &&(_, &TestCase<Value>)| {
                    is_within(&case.expect, &other.expect) || case.title.da == other.title.da
                };
                if let Some((there, other)) = others.find(says_all) {
                    repeats.push(format!("{} / {}: {} / {}", file.name, case.name, there.name, other.name));
                }
            }
        }
        assert!(repeats.is_empty(), "cases that are one run with another:\n{}", repeats.join("\n"));
    }

    #[test]
    fn a_case_of_several_rules_expects_something_of_each() {
        for (file, case) in all().iter().flat_map(|file| file.cases.iter().map(move |case| (file, case))) {
            for rule in &case.also {
                let expects = ["results", "profileResults"].iter().any(|list| case.expect[list][rule].is_object());
                assert!(*rule != file.about && expects, "{} / {}: nothing of {rule}", file.name, case.name);
            }
        }
    }

    /// The whole plans themselves are held against the matrix, row by row.
    #[test]
    fn no_case_says_what_the_matrix_says() {
        let files = files::<Value>("rules").expect("the cases of the rules");
        let of_whole = |case: &TestCase<Value>, rule: &str| {
            files.iter().find(|file| file.about == rule)?.row.as_ref()?.of_whole(&case.base, &case.phase)
        };
        let mut repeats = Vec::new();
        for (file, case) in files.iter().flat_map(|file| file.cases.iter().map(move |case| (file, case))) {
            let results = case.expect["results"].as_object().expect("results");
            let stated: Option<Map<_, _>> = results
                .keys()
                .map(|rule| {
                    let Stated { outcome, exemption } = of_whole(case, rule)?;
                    Some((rule.clone(), json!({"outcome": outcome, "exemption": exemption})))
                })
                .collect();
            let whole = json!({
                "variant": case.base, "conclusion": "fulfilled", "results": stated, "findings": [], "input": [],
            });
            if case.plan == base(&case.base) && is_within(&case.expect, &whole) {
                repeats.push(format!("{} / {}", file.name, case.name));
            }
        }
        assert!(repeats.is_empty(), "whole plans, of which the matrix says the same:\n{}", repeats.join("\n"));
    }

    #[test]
    fn every_named_patch_is_used_by_several_cases() {
        let named: BTreeMap<String, Named> = parse(&corpus("patches.json")).expect("the named patches");
        let mut used: BTreeMap<String, usize> = named.into_keys().map(|name| (name, 0)).collect();
        for name in all().iter().flat_map(|file| &file.cases).flat_map(|case| &case.with) {
            *used.get_mut(name).expect("a known patch") += 1;
        }
        used.retain(|_, cases| *cases < 2);
        assert!(used.is_empty(), "used by one case or none: {used:?}");
    }
}
