//! The test corpus of the law, shared with every language: `tests/corpus` at the root of the repository.
//!
//! A case is a whole plan, a small patch of it and what the report must say. The format is described in
//! `tests/corpus/README.md`. Reports are compared as the JSON that every language gets, so nothing here depends on how
//! the library holds them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::num::NonZeroUsize;
use std::thread;

use rehabplan::law::RuleKind;
use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Lang, Outcome, Phase, Report, Selection};
use rehabplan_corpus::{Row, Stated, bases, cases_of};
use serde::Deserialize;
use serde_json::Value;

type CaseFile = rehabplan_corpus::CaseFile<Expect>;
type TestCase = rehabplan_corpus::TestCase<Expect>;

/// The number of boundary cases, G1 to G52.
const BOUNDARY_CASES: u32 = 52;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    variant: Option<String>,
    conclusion: Option<String>,
    results: BTreeMap<String, Expected>,
    findings: Option<Vec<String>>,
    input: Option<Vec<Input>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Expected {
    outcome: String,
    severity: Option<String>,
    paths: Option<Vec<String>>,
    same_as: Option<String>,
    depends_on: Option<String>,
    exemption: Option<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Input {
    path: String,
    code: String,
}

fn load(folder: &str) -> Vec<CaseFile> {
    rehabplan_corpus::files(folder).unwrap_or_else(|error| panic!("{error}"))
}

/// The row of each rule.
fn rows(files: &[CaseFile]) -> impl Iterator<Item = (&str, &Row)> {
    files.iter().map(|file| (&*file.about, file.row.as_ref().unwrap()))
}

fn rule_ids() -> Vec<&'static str> {
    rehabplan::law::rules().map(|rule| rule.id).collect()
}

fn phase(code: &str) -> Option<Phase> {
    [Phase::Forelaeggelse, Phase::Indstilling, Phase::Indsats].into_iter().find(|phase| phase.code() == code)
}

fn validate(plan: &str, detail: Detail, phase: Phase, as_of: Option<Date>) -> Report {
    Checker::new().detail(detail).phase(phase).as_of(as_of).check_str(plan).unwrap()
}

fn text(value: &Value) -> Option<&str> {
    value.as_str()
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

/// Runs one case and says everything that differs from what it expects.
fn run(case: &TestCase, ids: &[&str]) -> Vec<String> {
    let Some(phase) = phase(&case.phase) else { return vec![format!("there is no phase {}", case.phase)] };
    let as_of = match &case.as_of {
        None => None,
        Some(day) => match Date::parse(day) {
            Some(day) => Some(day),
            None => return vec![format!("{day} is not a day")],
        },
    };
    let plan = case.plan.to_string();

    let report = validate(&plan, Detail::All, phase, as_of);
    let json = report.to_json(Lang::Da);
    let actual: Value = serde_json::from_str(&json).unwrap();
    let mut wrong = compare(&case.expect, &actual, ids);

    if validate(&plan, Detail::All, phase, as_of).to_json(Lang::Da) != json {
        wrong.push("the same plan gives other bytes the second time".to_owned());
    }
    for result in &report.results {
        let paths: Vec<_> = result.paths().collect();
        if paths.iter().collect::<BTreeSet<_>>().len() != paths.len() {
            wrong.push(format!("{} names a place twice: {paths:?}", result.rule.id));
        }
    }
    let short = validate(&plan, Detail::Findings, phase, as_of);
    let mut kept = report;
    kept.results.retain(|result| matches!(result.outcome(), Outcome::NotMet | Outcome::Undetermined));
    if short != kept {
        wrong.push("the report of findings differs from the full one in more than what it leaves out".to_owned());
    }
    wrong
}

fn run_all(cases: &[(&str, &TestCase)], ids: &[&str]) -> Vec<String> {
    let mut faults = Vec::new();
    for (file, case) in cases {
        faults.extend(run(case, ids).iter().map(|wrong| format!("{file} / {}: {wrong}", case.name)));
    }
    faults
}

fn compare(expect: &Expect, actual: &Value, ids: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    let results: BTreeMap<&str, &Value> =
        actual["results"].as_array().unwrap().iter().map(|result| (text(&result["rule"]).unwrap(), result)).collect();

    if expect.variant.is_some() && expect.variant.as_deref() != text(&actual["variant"]) {
        wrong.push(format!("variant: expected {:?}, got {}", expect.variant, actual["variant"]));
    }
    if expect.conclusion.is_some() && expect.conclusion.as_deref() != text(&actual["conclusion"]) {
        wrong.push(format!("conclusion: expected {:?}, got {}", expect.conclusion, actual["conclusion"]));
    }
    // Without a variant, and before the regulation was in force, there are no requirements to answer.
    let none = actual["variant"].is_null() || actual["conclusion"] == "outsideValidity";
    let answers = if none { 0 } else { ids.len() };
    if results.len() != answers {
        wrong.push(format!("the full report answers {} rules and not {answers}", results.len()));
    }
    for (rule, expected) in &expect.results {
        if !ids.contains(&rule.as_str()) {
            wrong.push(format!("{rule}: there is no such rule"));
            continue;
        }
        let Some(result) = results.get(rule.as_str()) else {
            wrong.push(format!("{rule}: expected {}, got no answer", expected.outcome));
            continue;
        };
        let mut differ = |what: &str, expected: Option<&str>| {
            if expected != text(&result[what]) {
                wrong.push(format!("{rule}: expected {what} {expected:?}, got {}", result[what]));
            }
        };
        differ("outcome", Some(&expected.outcome));
        if expected.severity.is_some() {
            differ("severity", expected.severity.as_deref());
        }
        if expected.same_as.is_some() || expected.outcome == "notMet" {
            differ("sameAs", expected.same_as.as_deref());
        }
        if expected.depends_on.is_some() {
            differ("dependsOn", expected.depends_on.as_deref());
        }
        if expected.exemption.is_some() {
            differ("exemption", expected.exemption.as_deref());
        }
        if expected.paths.as_ref().is_some_and(|paths| *paths != list(&result["paths"])) {
            wrong.push(format!("{rule}: expected paths {:?}, got {}", expected.paths, result["paths"]));
        }
    }
    if let Some(findings) = &expect.findings {
        let found: Vec<&str> = ids
            .iter()
            .copied()
            .filter(|id| results.get(id).is_some_and(|result| result["outcome"] == "notMet"))
            .collect();
        if *findings != found {
            wrong.push(format!("findings: expected {findings:?}, got {found:?}"));
        }
    }
    if let Some(input) = &expect.input {
        let expected: Vec<(&str, &str)> = input.iter().map(|input| (&*input.path, &*input.code)).collect();
        let found: Vec<(&str, &str)> = actual["input"]
            .as_array()
            .unwrap()
            .iter()
            .map(|input| (text(&input["path"]).unwrap(), text(&input["code"]).unwrap()))
            .collect();
        if expected != found {
            wrong.push(format!("input: expected {expected:?}, got {found:?}"));
        }
    }
    wrong
}

fn fail_if_any(faults: &[String], what: &str) {
    let mut message = String::new();
    for fault in faults {
        writeln!(message, "  {fault}").unwrap();
    }
    assert!(faults.is_empty(), "{} {what}:\n{message}", faults.len());
}

#[test]
fn every_case_gives_the_report_that_the_law_demands() {
    let ids = &rule_ids();
    let mut faults = Vec::new();
    let files: Vec<CaseFile> = ["rules", "boundary", "scope"].into_iter().flat_map(load).collect();
    let cases: Vec<(&str, &TestCase)> =
        files.iter().flat_map(|file| file.cases.iter().map(|case| (&*file.name, case))).collect();
    let workers = thread::available_parallelism().map_or(1, NonZeroUsize::get);
    let size = cases.len().div_ceil(workers).max(1);
    thread::scope(|scope| {
        let parts: Vec<_> = cases.chunks(size).map(|part| scope.spawn(move || run_all(part, ids))).collect();
        faults.extend(parts.into_iter().flat_map(|part| part.join().unwrap()));
    });
    fail_if_any(&faults, "mismatches");
}

/// A plan that lacks nothing answers in every phase as the matrix says, wherever that leaves nothing to a condition.
#[test]
fn whole_plans_answer_as_the_matrix_says() {
    let (files, as_of) = (load("rules"), Date::new(2020, 6, 1));
    let mut faults = Vec::new();
    let mut held = 0;
    for ((name, plan), phase) in bases().iter().flat_map(|base| Phase::ALL.iter().map(move |phase| (base, *phase))) {
        let report = validate(&plan.to_string(), Detail::All, phase, as_of);
        if report.conclusion.code() != "fulfilled" {
            faults.push(format!("{name}, {}: the conclusion is {}", phase.code(), report.conclusion.code()));
        }
        for (rule, row) in rows(&files) {
            let Some(stated) = row.of_whole(name, phase.code()) else { continue };
            let result = report.result(rule).unwrap();
            let found =
                Stated { outcome: result.outcome().code(), exemption: result.exemption().map(|by| by.to_string()) };
            if found != stated {
                faults.push(format!("{name}, {}: {rule} is {found:?} and not {stated:?}", phase.code()));
            }
            held += 1;
        }
    }
    fail_if_any(&faults, "answers that are not the matrix's");
    assert!(held > files.len() * 30, "{held}");
}

#[test]
fn every_rule_has_the_cases_it_needs() {
    let mut faults = Vec::new();
    let files = load("rules");
    let ids = rule_ids();
    let about = files.iter().map(|file| &*file.about);
    faults.extend(about.filter(|id| !ids.contains(id)).map(|id| format!("{id}: there is no such rule")));
    for rule in rehabplan::law::rules() {
        let Some((_, row)) = rows(&files).find(|(about, _)| *about == rule.id) else {
            faults.push(format!("{}: no file", rule.id));
            continue;
        };
        let of_whole = row.cells().filter_map(|(variant, _)| row.of_whole(variant, rule.phase.code()));
        let outcomes: Vec<&str> = cases_of(&files, rule.id)
            .into_iter()
            .filter_map(|case| case.expect.results.get(rule.id))
            .map(|expected| expected.outcome.as_str())
            .chain(of_whole.map(|stated| stated.outcome))
            .collect();
        let mut needs = |what: &str, there: bool| {
            if !there {
                faults.push(format!("{}: no case where the rule is {what}", rule.id));
            }
        };
        if rule.kind == RuleKind::Exemption {
            needs("exempt", outcomes.contains(&"exempt"));
            needs("not exempt", outcomes.iter().any(|outcome| *outcome != "exempt"));
            continue;
        }
        needs(row.in_order(), outcomes.contains(&row.in_order()));
        needs("notMet", rule.severity().is_none() || outcomes.contains(&"notMet"));
    }
    fail_if_any(&faults, "faults in the coverage of the rules");
}

#[test]
fn every_boundary_case_has_a_file() {
    let files = load("boundary");
    let there: BTreeSet<&str> = files.iter().map(|file| &*file.about).collect();
    let missing: Vec<String> =
        (1..=BOUNDARY_CASES).map(|number| format!("G{number}")).filter(|name| !there.contains(&**name)).collect();
    fail_if_any(&missing, "boundary cases are missing");
}

#[test]
fn every_base_is_a_plan_that_lacks_nothing() {
    let as_of = Date::new(2020, 6, 1);
    let mut faults = Vec::new();
    for (name, plan) in &bases() {
        let report = validate(&plan.to_string(), Detail::All, Phase::Indsats, as_of);
        if report.variants.to_string() != *name {
            faults.push(format!("{name}: the variant is {}", report.variants));
        }
        for result in &report.results {
            if matches!(result.outcome(), Outcome::NotMet | Outcome::Undetermined) {
                faults.push(format!("{name}: {} is {}", result.rule.id, result.outcome().code()));
            }
        }
        for finding in &report.input {
            faults.push(format!("{name}: {} {}", finding.path, finding.code.code()));
        }
        if report.conclusion.code() != "fulfilled" {
            faults.push(format!("{name}: the conclusion is {}", report.conclusion.code()));
        }
    }
    fail_if_any(&faults, "faults in the base plans");
}

/// Whoever limits a check to the very place that a finding names gets that finding.
#[test]
fn every_finding_stands_where_its_rule_looks() {
    let mut tried = BTreeSet::new();
    for case in load("rules").into_iter().flat_map(|file| file.cases) {
        let Some(phase) = phase(&case.phase) else { continue };
        let (plan, as_of) = (case.plan.to_string(), case.as_of.as_deref().and_then(Date::parse));
        let report = validate(&plan, Detail::Findings, phase, as_of);
        for result in report.results.iter().filter(|result| result.outcome() == Outcome::NotMet) {
            for path in result.paths() {
                let steps = path.split('/').map(|step| if step.parse::<u32>().is_ok() { "*" } else { step });
                if !tried.insert((result.rule.id, steps.collect::<Vec<_>>().join("/"))) {
                    continue;
                }
                let only = Selection::new(&[], &[path]);
                let only = only.unwrap_or_else(|error| panic!("{} at {path}: {error}", result.rule.id));
                let limited = Checker::new().phase(phase).as_of(as_of).only(only).check_str(&plan).unwrap();
                let same = limited.result(result.rule.id).map(|limited| limited.outcome());
                assert_eq!(same, Some(Outcome::NotMet), "{} at {path}: {}", result.rule.id, case.name);
            }
        }
    }
    assert!(tried.len() > 150, "{}", tried.len());
}
