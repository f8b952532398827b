//! What profiles do: the corpus of `tests/corpus/profiles`, and what holds for every profile.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rehabplan::compare::Comparison;
use rehabplan::plan::Date;
use rehabplan::profile::{self, Force, ProfileChoice, ProfileSet};
use rehabplan::text::Wording;
use rehabplan::{Checker, Conclusion, Detail, Lang, Outcome, Phase, ProfileError, Report, Selection, Severity};
use rehabplan_corpus::{base, bases, cases_of, merge};
use serde::Deserialize;
use serde_json::{Value, json};

type CaseFile = rehabplan_corpus::CaseFile<Expect>;
type TestCase = rehabplan_corpus::TestCase<Expect>;

/// Expected values by key; whatever is not named is not compared.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Expect {
    conclusion: Option<String>,
    base_conclusion: Option<String>,
    #[serde(default)]
    results: BTreeMap<String, BTreeMap<String, Value>>,
    /// `null` means that the rule is not in the report at all.
    #[serde(default)]
    profile_results: BTreeMap<String, Option<BTreeMap<String, Value>>>,
    #[serde(default)]
    measures: BTreeMap<String, Value>,
    /// A profile, or a profile and a theme with a colon between them, and why it has no effect.
    #[serde(default)]
    profiles: BTreeMap<String, Option<String>>,
}

fn set(choices: &[impl AsRef<str>]) -> Result<ProfileSet, ProfileError> {
    let mut builder = ProfileSet::builder();
    for choice in choices {
        builder = builder.choose(&ProfileChoice::parse(choice.as_ref())?)?;
    }
    builder.build()
}

fn full(phase: Phase, as_of: Option<Date>) -> Checker {
    Checker::new().phase(phase).as_of(as_of).detail(Detail::All)
}

fn full_2020(phase: Phase) -> Checker {
    full(phase, Date::new(2020, 6, 1))
}

fn compare(what: &str, expected: &BTreeMap<String, Value>, actual: Option<&Value>, wrong: &mut Vec<String>) {
    let Some(actual) = actual else {
        wrong.push(format!("{what}: no answer"));
        return;
    };
    for (key, value) in expected {
        // A note is told by its code.
        let found = if key == "note" { &actual[key]["code"] } else { &actual[key] };
        if found != value {
            wrong.push(format!("{what}: expected {key} {value}, got {found}"));
        }
    }
    if expected.get("outcome") == Some(&json!("notMet"))
        && !expected.contains_key("sameAs")
        && !actual["sameAs"].is_null()
    {
        wrong.push(format!("{what}: expected no sameAs, got {}", actual["sameAs"]));
    }
}

fn run(case: &TestCase) -> Vec<String> {
    let Some(phase) = Phase::from_code(&case.phase) else { return vec![format!("no phase {}", case.phase)] };
    let profiles = match set(chosen(case)) {
        Ok(profiles) => profiles,
        Err(error) => return vec![error.to_string()],
    };
    let checker = full(phase, day(case));
    let report = checker.clone().profiles(profiles.clone()).check_str(&case.plan.to_string()).unwrap();
    let actual: Value = serde_json::from_str(&report.to_json(Lang::Da)).unwrap();
    let mut wrong = Vec::new();
    for (what, expected) in [("conclusion", &case.expect.conclusion), ("baseConclusion", &case.expect.base_conclusion)]
    {
        if expected.is_some() && expected.as_deref() != actual[what].as_str() {
            wrong.push(format!("{what}: expected {expected:?}, got {}", actual[what]));
        }
    }
    let find =
        |list: &str, rule: &str| actual[list].as_array().unwrap().iter().find(|result| result["rule"] == rule).cloned();
    for (rule, expected) in &case.expect.results {
        compare(rule, expected, find("results", rule).as_ref(), &mut wrong);
    }
    for (rule, expected) in &case.expect.profile_results {
        let found = find("profileResults", rule);
        match expected {
            Some(expected) => compare(rule, expected, found.as_ref(), &mut wrong),
            None if found.is_some() => wrong.push(format!("{rule}: expected not to be there")),
            None => {}
        }
    }
    for (code, expected) in &case.expect.measures {
        let measures = actual["measures"].as_array().unwrap();
        match measures.iter().find(|measure| measure["code"] == code.as_str()) {
            Some(measure) if measure["value"] == *expected => {}
            found => wrong.push(format!("measure {code}: expected {expected}, got {found:?}")),
        }
    }
    for (name, expected) in &case.expect.profiles {
        let (id, theme) = name.split_once(':').unwrap_or((name, ""));
        let profile = actual["profiles"].as_array().unwrap().iter().find(|profile| profile["id"] == id).unwrap();
        let themes = profile["themes"].as_array().unwrap();
        let about = themes.iter().find(|known| known["id"] == theme).unwrap_or(profile);
        if about["reason"]["code"].as_str() != expected.as_deref() || about["inForce"] != expected.is_none() {
            wrong.push(format!("{name}: expected {expected:?}, got {about}"));
        }
    }
    wrong
}

fn corpus() -> Vec<CaseFile> {
    rehabplan_corpus::files("profiles").unwrap_or_else(|error| panic!("{error}"))
}

fn chosen(case: &TestCase) -> &[String] {
    case.profiles.as_deref().unwrap_or_default()
}

fn day(case: &TestCase) -> Option<Date> {
    case.as_of.as_ref().map(|day| Date::parse(day).unwrap_or_else(|| panic!("{}: {day} is not a day", case.name)))
}

#[test]
fn every_case_gives_what_its_source_says() {
    let mut wrong = String::new();
    let mut count = 0;
    for file in corpus() {
        for case in &file.cases {
            count += 1;
            for fault in run(case) {
                writeln!(wrong, "  {} / {}: {fault}", file.name, case.name).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "of {count} cases:\n{wrong}");
}

#[test]
fn every_rule_and_every_profile_has_the_cases_it_needs() {
    let files = corpus();
    let mut faults = String::new();
    for rule in profile::rules() {
        let cases = cases_of(&files, rule.id);
        let expects = |outcome: &str| {
            cases
                .iter()
                .filter_map(|case| case.expect.profile_results.get(rule.id)?.as_ref())
                .any(|expected| expected["outcome"] == outcome)
        };
        // What only measures has no outcome, and what exempts from nothing may be met or not relevant.
        if rule.severity.is_some() && !(expects("notMet") && (expects("met") || expects("notApplicable"))) {
            writeln!(faults, "{}: no pass or no fail", rule.id).unwrap();
        }
        if rule.severity.is_none() && cases.iter().all(|case| case.expect.measures.is_empty()) {
            writeln!(faults, "{}: nothing is measured", rule.id).unwrap();
        }
    }
    let known: BTreeSet<&str> = profile::names().collect();
    for CaseFile { about, cases, .. } in &files {
        assert!(profile::rule(about).is_some() || known.contains(about.as_str()), "{about} is nothing");
        assert!(cases.iter().all(|case| case.title.da != case.title.en), "{about}");
    }
    // Every theme that has an effect is tried both ways.
    for profile in profile::built_in() {
        for theme in profile.themes.iter().filter(|theme| !theme.effects.is_empty()) {
            let name = theme.id.to_lowercase();
            let cases = |outcomes: [&str; 3]| {
                let file = files.iter().find(|file| file.about == profile.id).unwrap();
                file.cases.iter().any(|case| {
                    let about = case.name.split_once('-').unwrap().1;
                    about.starts_with(&format!("{name}-")) && outcomes.iter().any(|kind| case.name.starts_with(kind))
                })
            };
            assert!(cases(["exempt-", "pass-", "limit-"]) && cases(["fail-", "warn-", "limit-"]), "theme {name}");
        }
    }
    assert!(faults.is_empty(), "{faults}");
}

/// A built-in profile with one thing about its exemptions changed, and what that was.
fn mutants(profile: &Value) -> Vec<(String, Value)> {
    fn remove(mutants: &mut Vec<(String, Value)>, profile: &Value, list: &str) {
        let length = profile.pointer(list).and_then(Value::as_array).map_or(0, Vec::len);
        for place in 0..length {
            let mut mutant = profile.clone();
            let removed = mutant.pointer_mut(list).unwrap().as_array_mut().unwrap().remove(place);
            // An empty list of variants means all, and no list of conditions is too short; others may not be empty.
            if length > 1 || list.ends_with("/variants") || list.ends_with("/conditions") {
                mutants.push((format!("{list} without {removed}"), mutant));
            }
        }
    }
    let mut mutants = Vec::new();
    let mut lists = vec!["/effects".to_owned()];
    for (place, theme) in profile["themes"].as_array().into_iter().flatten().enumerate() {
        lists.push(format!("/themes/{place}/effects"));
        for day in theme["validTo"].as_str().map_or(&[][..], |_| &["2019-12-30", "2020-01-01"]) {
            let mut mutant = profile.clone();
            mutant["themes"][place]["validTo"] = (*day).into();
            mutants.push((format!("theme {place} until {day}"), mutant));
        }
    }
    for list in lists {
        for (place, effect) in profile.pointer(&list).and_then(Value::as_array).into_iter().flatten().enumerate() {
            let kind = ["exempt", "accept"].into_iter().find(|kind| effect[*kind].is_object());
            let Some(kind) = kind else { continue };
            let at = format!("{list}/{place}/{kind}");
            for list in ["rules", "variants", "conditions"] {
                remove(&mut mutants, profile, &format!("{at}/{list}"));
            }
            if effect[kind]["variants"].is_array() {
                let mut mutant = profile.clone();
                mutant.pointer_mut(&at).unwrap()["variants"] = json!([]);
                mutants.push((format!("{at} in every variant"), mutant));
            }
            for (condition, fact) in effect[kind]["conditions"].as_array().into_iter().flatten().enumerate() {
                let at = format!("{at}/conditions/{condition}");
                remove(&mut mutants, profile, &format!("{at}/any"));
                for (group, facts) in fact["any"].as_array().into_iter().flatten().enumerate() {
                    remove(&mut mutants, profile, &format!("{at}/any/{group}"));
                    for (number, fact) in facts.as_array().unwrap().iter().enumerate() {
                        for by in fact["atLeast"].as_f64().map_or(&[][..], |_| &[-0.5, 0.5]) {
                            let at = format!("{at}/any/{group}/{number}/atLeast");
                            let mut mutant = profile.clone();
                            let limit = mutant.pointer_mut(&at).unwrap();
                            *limit = json!(limit.as_f64().unwrap() + by);
                            mutants.push((format!("{at} moved by {by}"), mutant));
                        }
                    }
                }
                remove(&mut mutants, profile, &format!("{at}/is"));
            }
        }
    }
    mutants
}

/// Every rule, variant, condition, alternative and limit of every exemption matters to a case of the corpus: without it
/// an answer that the case expects would be another.
#[test]
fn everything_about_an_exemption_is_tried() {
    let files = corpus();
    let mut missed = String::new();
    let mut count = 0;
    for built_in in profile::built_in() {
        let chosen: Vec<(&TestCase, Vec<ProfileChoice>)> = files
            .iter()
            .flat_map(|file| &file.cases)
            .map(|case| (case, chosen(case).iter().map(|choice| ProfileChoice::parse(choice).unwrap()).collect()))
            .filter(|(_, choices): &(_, Vec<ProfileChoice>)| choices.iter().any(|one| one.profile == built_in.id))
            .collect();
        let answers = |case: &TestCase, choices: &[ProfileChoice], mutant: Option<&Value>| -> Vec<Option<Outcome>> {
            let mut builder = ProfileSet::builder();
            for choice in choices {
                let Some(mutant) = mutant.filter(|_| choice.profile == built_in.id) else {
                    builder = builder.choose(choice).unwrap();
                    continue;
                };
                // As a file, since the name is taken; what the choice sets is written into it.
                let mut mutant = mutant.clone();
                mutant["id"] = "mutant".into();
                if let Some(themes) = mutant.get_mut("themes").and_then(Value::as_array_mut) {
                    themes.retain(|theme| choice.themes.iter().any(|name| theme["id"] == name.as_str()));
                }
                let set = serde_json::to_value(choice).unwrap();
                for key in ["validFrom", "validTo", "authorities"] {
                    if let Some(value) = set.get(key) {
                        mutant[key] = value.clone();
                    }
                }
                builder = builder.load(&mutant.to_string()).unwrap();
            }
            let checker = full(Phase::from_code(&case.phase).unwrap(), day(case));
            let report = checker.clone().profiles(builder.build().unwrap()).check_str(&case.plan.to_string()).unwrap();
            let added = &report.profiles.as_ref().unwrap().results;
            let of_the_law = case.expect.results.keys().map(|id| report.result(id).map(|result| result.outcome()));
            let of_profiles = case
                .expect
                .profile_results
                .keys()
                .map(|id| added.iter().find(|result| result.rule.id == id).map(|result| result.outcome()));
            of_the_law.chain(of_profiles).collect()
        };
        let whole: Vec<_> = chosen.iter().map(|(case, choices)| answers(case, choices, None)).collect();
        for (what, mutant) in mutants(&serde_json::to_value(&built_in).unwrap()) {
            count += 1;
            let is_seen = chosen
                .iter()
                .zip(&whole)
                .any(|((case, choices), expected)| answers(case, choices, Some(&mutant)) != *expected);
            if !is_seen {
                writeln!(missed, "  {}: {what}", built_in.id).unwrap();
            }
        }
    }
    assert!(count > 80, "only {count} changes were tried");
    assert!(missed.is_empty(), "of {count} changes no case sees:\n{missed}");
}

#[test]
fn every_row_of_the_sources_is_there() {
    let names: Vec<_> = profile::names().collect();
    assert_eq!(names.len(), 3 + 12 + 1);
    let built_in: Vec<_> = profile::built_in().collect();
    assert_eq!(built_in.len(), names.len(), "every profile that comes with the product can be loaded");
    for (profile, name) in built_in.iter().zip(&names) {
        assert_eq!(profile.id, *name);
        let proposal = name.starts_with("forslag/");
        assert_eq!(profile.force == Force::Proposal, proposal);
    }
    let of = |prefix: &str| profile::rules().filter(|rule| rule.id.starts_with(prefix)).count();
    assert_eq!((of("vejledning/"), of("proces/"), of("forslag/"), of("senere/")), (8, 12, 11, 1));
    // No rule is code that no profile adds.
    let added: BTreeSet<String> = built_in
        .iter()
        .flat_map(|profile| &profile.effects)
        .filter_map(|effect| if let profile::Effect::Add(add) = effect { Some(add.rules.clone()) } else { None })
        .flatten()
        .collect();
    assert_eq!(added, profile::rules().map(|rule| rule.id.to_owned()).collect());
}

#[test]
fn every_text_is_there_in_both_languages() {
    let check = |text: Wording, whose: &str| {
        assert!(text.da.len() > 5 && text.en.len() > 5 && text.da != text.en, "{whose}: {text:?}");
        assert!(!text.da.ends_with('.') && !text.en.ends_with('.'), "{whose}: {text:?}");
    };
    for rule in profile::rules() {
        let texts = rule.texts;
        for text in [*texts.demand, *texts.finding, *texts.remedy, rule.citation] {
            check(text, rule.id);
        }
        assert!(!rule.paths.is_empty(), "{}", rule.id);
    }
    for profile in profile::built_in() {
        assert_ne!(profile.title.da, profile.title.en, "{}", profile.id);
        assert_ne!(profile.source.da, profile.source.en, "{}", profile.id);
    }
}

/// A plan in every phase and every base: without profiles the bytes are the same, whichever way they are asked for.
#[test]
fn without_a_profile_nothing_changes() {
    let empty = ProfileSet::builder().build().unwrap();
    assert!(empty.is_empty());
    for (_, plan) in bases() {
        let text = plan.to_string();
        for &phase in Phase::ALL {
            let plain = full_2020(phase).check_str(&text).unwrap();
            let with = full_2020(phase).profiles(empty.clone()).check_str(&text).unwrap();
            assert_eq!(plain.to_json(Lang::Da), with.to_json(Lang::Da));
            assert!(plain.profiles.is_none());
        }
    }
}

fn error(json: &Value) -> ProfileError {
    match ProfileSet::builder().load(&json.to_string()).and_then(profile::Builder::build) {
        Ok(_) => panic!("accepted: {json}"),
        Err(error) => error,
    }
}

fn mine(effects: Value) -> Value {
    json!({"id": "mit", "title": "Mit", "source": "Byrådet", "force": "local", "effects": effects})
}

fn exempt(rules: Value, conditions: Value) -> Value {
    json!([{"exempt": {"rules": rules, "conditions": conditions, "basis": "Byrådets beslutning"}}])
}

#[test]
fn a_profile_that_names_what_does_not_exist_is_refused_with_its_place() {
    let with = |key: &str, value: Value| {
        let mut profile = mine(json!([]));
        profile[key] = value;
        profile
    };
    let fact = |fact: Value| mine(exempt(json!(["P4"]), json!([fact])));
    let cases = [
        (mine(exempt(json!(["P4.1.pkt9"]), json!([]))), "unknownRule", "/effects/0/exempt/rules/0"),
        (mine(exempt(json!(["P"]), json!([]))), "unknownRule", "/effects/0/exempt/rules/0"),
        (mine(exempt(json!([""]), json!([]))), "unknownRule", "/effects/0/exempt/rules/0"),
        (mine(exempt(json!(["*"]), json!([]))), "unknownRule", "/effects/0/exempt/rules/0"),
        (mine(exempt(json!([]), json!([]))), "empty", "/effects/0/exempt/rules"),
        (mine(json!([{"add": {"rules": ["proces/PR99"]}}])), "unknownRule", "/effects/0/add/rules/0"),
        (mine(json!([{"add": {"rules": ["P4.1.pkt1"]}}])), "unknownRule", "/effects/0/add/rules/0"),
        (mine(json!([{"severity": {"rule": "P3.1.44", "to": "error"}}])), "unknownRule", "/effects/0/severity/rule"),
        (mine(json!([{"severity": {"rule": "P3.1.4", "to": "fatal"}}])), "shape", "/effects/0/severity/to"),
        (mine(json!([{"delete": {}}])), "shape", "/effects/0"),
        (with("validFrom", json!("2020-02-30")), "shape", "/validFrom"),
        (with("authorities", json!(["abc"])), "authority", "/authorities/0"),
        (with("authorities", json!(["85"])), "authority", "/authorities/0"),
        (with("id", json!("Mit Eget")), "name", "/id"),
        (with("title", json!("  ")), "empty", "/title"),
        (with("colour", json!("red")), "shape", "/colour"),
        (with("parameters", json!({"maksSider": {"title": "Sider"}})), "unknownParameter", "/parameters/maksSider"),
        (fact(json!({"path": "/sag/sagstyp", "filled": true})), "unknownFact", "/effects/0/exempt/conditions/0/path"),
        (fact(json!({"path": "", "filled": true})), "unknownFact", "/effects/0/exempt/conditions/0/path"),
        (fact(json!({"path": "/sag/sagstype", "is": "fleksjop"})), "unknownCode", "/effects/0/exempt/conditions/0/is"),
        (fact(json!({"path": "/sag/sagstype", "is": true})), "test", "/effects/0/exempt/conditions/0"),
        (fact(json!({"path": "/sag/sagstype", "filled": false})), "test", "/effects/0/exempt/conditions/0"),
        (fact(json!({"path": "/sag/sagstype"})), "test", "/effects/0/exempt/conditions/0"),
        (fact(json!({})), "test", "/effects/0/exempt/conditions/0"),
        (fact(json!({"path": "/moede/dato", "atLeast": 3})), "test", "/effects/0/exempt/conditions/0"),
        (fact(json!({"path": "/moede/deltagere", "countAtLeast": 0})), "test", "/effects/0/exempt/conditions/0"),
        (fact(json!({"any": []})), "empty", "/effects/0/exempt/conditions/0/any"),
        (fact(json!({"any": [[]]})), "empty", "/effects/0/exempt/conditions/0/any/0"),
        (
            fact(json!({"any": [[{"any": [[{"path": "/sag/sagstype", "filled": true}]]}]]})),
            "test",
            "/effects/0/exempt/conditions/0/any/0/0",
        ),
    ];
    for (profile, code, path) in cases {
        let error = error(&profile);
        assert_eq!((error.code(), error.place().unwrap().path.as_str()), (code, path), "{error}");
        for &lang in Lang::ALL {
            assert!(error.message(lang).contains(path), "{error}");
        }
    }
    let backwards = json!({"validFrom": "2020-02-02", "validTo": "2020-02-01"});
    let mut profile = mine(json!([]));
    merge(&mut profile, &backwards);
    assert_eq!(error(&profile).code(), "period");
    let mut same_day = mine(json!([]));
    merge(&mut same_day, &json!({"validFrom": "2020-02-02", "validTo": "2020-02-02"}));
    assert!(ProfileSet::builder().load(&same_day.to_string()).is_ok(), "one day is a period");
    let nearest = error(&mine(exempt(json!(["P4.1.pkt9"]), json!([]))));
    assert!(nearest.message(Lang::Da).contains("mente du »P4.1.pkt"), "{nearest}");
    assert_eq!(
        set(&["vejledninge"]).unwrap_err().message(Lang::En),
        "there is no profile \"vejledninge\"; did you mean \"vejledning\"?"
    );
    // Nothing is near, so what there is.
    let none = set(&["nix"]).unwrap_err().message(Lang::Da);
    assert!(none.contains("; de, der følger med, er ") && profile::names().all(|name| none.contains(name)), "{none}");
    assert_eq!(set(&["forsoeg/nordjylland-2017"]).unwrap_err().code(), "noTheme");
    assert_eq!(set(&["forsoeg/nordjylland-2017:9Z"]).unwrap_err().code(), "unknownTheme");
    assert_eq!(set(&["proces:maksFejl=3"]).unwrap_err().code(), "unknownParameter");
    assert_eq!(set(&["proces:maksSider=-3"]).unwrap_err().code(), "parameterValue");
    assert_eq!(set(&["proces:maksSider=NaN"]).unwrap_err().code(), "parameterValue");
}

#[test]
fn beyond_the_limits_a_profile_is_refused() {
    let deep = format!("{}{}", "[".repeat(200_000), "]".repeat(200_000));
    assert_eq!(ProfileSet::builder().load(&deep).unwrap_err().code(), "shape");
    let open = r#"{"id": "x", "effects": [{"exempt": {"conditions": ["#;
    let deep = format!("{open}{}", r#"{"any": [["#.repeat(200));
    assert_eq!(ProfileSet::builder().load(&deep).unwrap_err().code(), "notJson");
    for nothing in ["", " \n", "\u{feff}"] {
        let error = ProfileSet::builder().load(nothing).unwrap_err();
        assert_eq!((error.code(), error.place(), error.position()), ("emptyFile", None, None), "{nothing:?}");
        assert!(error.message(Lang::Da).contains("profilen er tom"), "{nothing:?}");
    }
    let large = " ".repeat(rehabplan::limits::MAX_PROFILE_BYTES + 1);
    assert_eq!(ProfileSet::builder().load(&large).unwrap_err().code(), "tooLarge");
    let many: Vec<_> = (0..=rehabplan::limits::MAX_PROFILE_ENTRIES)
        .map(|_| json!({"path": "/sag/sagstype", "filled": true}))
        .collect();
    assert_eq!(error(&mine(exempt(json!(["P4"]), json!(many)))).code(), "tooMany");
}

#[test]
fn contradictions_are_refused_and_both_sides_are_named() {
    let severity = |to: &str| json!({"severity": {"rule": "P3.1.4", "to": to}});
    let within = mine(json!([severity("error"), severity("warning")]));
    let Err(ProfileError::Conflict { about, first, second }) =
        ProfileSet::builder().load(&within.to_string()).unwrap().build()
    else {
        panic!("accepted")
    };
    assert_eq!(
        (about.as_str(), first.path.as_str(), second.path.as_str()),
        ("P3.1.4", "/effects/0/severity", "/effects/1/severity")
    );

    let mut other = mine(json!([severity("warning")]));
    other["id"] = json!("andet");
    let (one, other) = (mine(json!([severity("error")])).to_string(), other.to_string());
    for order in [[&one, &other], [&other, &one]] {
        let builder = order.iter().fold(ProfileSet::builder(), |builder, json| builder.load(json).unwrap());
        let Err(ProfileError::Conflict { first, second, .. }) = builder.build() else { panic!("accepted") };
        assert_eq!((first.profile.as_str(), second.profile.as_str()), ("andet", "mit"));
    }
    // A proposal that turns § 3, stk. 3, off, and a municipality that changes how grave it is.
    let raise = mine(json!([{"severity": {"rule": "P3.3.a", "to": "warning"}}])).to_string();
    let off = ProfileSet::builder().built_in("forslag/2019-faglig-indstilling", &[]).unwrap();
    assert_eq!(off.load(&raise).unwrap().build().unwrap_err().code(), "conflict");
    // One profile with two values of a parameter.
    // One parameter with two values, in two choices or in one.
    for twice in [&["proces:maksSider=50", "proces:maksSider=60"][..], &["proces:maksSider=50,maksSider=60"]] {
        let error = set(twice).unwrap_err();
        assert_eq!(
            error.message(Lang::En),
            "proces /maksSider is chosen twice with different values; choose one of them"
        );
        assert_eq!(error.code(), "conflict");
    }
    assert!(set(&["proces:maksSider=50,maksSider=50"]).is_ok());
    // Adding and turning off in one profile says nothing.
    let nothing = mine(json!([{"add": {"rules": ["proces/PR2"]}}, exempt(json!(["proces/PR2"]), json!([]))[0]]));
    assert_eq!(error(&nothing).code(), "conflict");
    // All that comes with the product can be chosen together.
    let mut all: Vec<String> =
        profile::names().filter(|name| !name.contains("nordjylland")).map(str::to_owned).collect();
    all.push("forsoeg/nordjylland-2017:1A,1B,1C,2,3,4,ansoegning-2,ansoegning-3,ansoegning-4".to_owned());
    assert!(set(&all).is_ok());
}

#[test]
fn a_changed_severity_shows_both_and_changes_what_stands_in_the_way() {
    let mut plan = base("RF");
    merge(&mut plan, &json!({"forberedendeDel": {"oensker": null}, "moede": {"deltagere": []}}));
    let profile = mine(json!([
        {"severity": {"rule": "P3.1.4", "to": "warning"}},
        {"severity": {"rule": "P6.1.pkt1.b", "to": "error"}}
    ]));
    let profiles = ProfileSet::builder().load(&profile.to_string()).unwrap().build().unwrap();
    let report = full_2020(Phase::Indstilling).profiles(profiles.clone()).check_str(&plan.to_string()).unwrap();
    let lowered = report.result("P3.1.4").unwrap();
    assert_eq!(
        (lowered.severity(), lowered.changes().unwrap().base_severity),
        (Some(Severity::Warning), Some(Severity::Error))
    );
    assert!(!lowered.is_blocking());
    let raised = report.result("P6.1.pkt1.b").unwrap();
    assert_eq!(
        (raised.severity(), raised.changes().unwrap().base_severity),
        (Some(Severity::Error), Some(Severity::Warning))
    );
    assert!(raised.is_blocking());
    assert_eq!((report.errors, report.warnings), (1, 1));
    // The law is the same, whatever a municipality wants to be stopped by.
    assert_eq!(report.conclusion, Conclusion::Deficient);
    merge(&mut plan, &json!({"forberedendeDel": {"oensker": "Et job på kontor."}}));
    let report = full_2020(Phase::Indstilling).profiles(profiles.clone()).check_str(&plan.to_string()).unwrap();
    assert_eq!((report.conclusion, report.errors), (Conclusion::Fulfilled, 1));
}

#[test]
fn a_proposal_is_marked_as_no_law_in_force() {
    let profiles = set(&["forslag/2019-fast-team"]).unwrap();
    let mut plan = base("FJ");
    merge(&mut plan, &json!({"moede": {"deltagere": ["borger", "sagsbehandler"]}}));
    let report = full_2020(Phase::Indstilling).profiles(profiles.clone()).check_str(&plan.to_string()).unwrap();
    assert!(report.notes.iter().any(|note| note.code == "proposal"));
    let json: Value = serde_json::from_str(&report.to_json(Lang::Da)).unwrap();
    assert_eq!(json["profiles"][0]["forceText"], "forslag, ikke gældende ret");
    assert_eq!(json["profileResults"][0]["severity"], "error");
    assert_eq!(json["profileResults"][0]["forceText"], "forslag, ikke gældende ret");
    assert_eq!((json["conclusion"].as_str(), json["errors"].as_u64()), (Some("fulfilled"), Some(0)));
    let json: Value = serde_json::from_str(&report.to_json(Lang::En)).unwrap();
    assert_eq!(json["profiles"][0]["forceText"], "proposal, not law in force");
    let mut comparison = Comparison::default();
    comparison.add("plan", &report);
    let mut merged = Comparison::default();
    merged.merge(comparison);
    assert_eq!(serde_json::to_value(merged.rendered(Lang::En)).unwrap()["notes"][0]["code"], "proposal");
}

/// A finding that repeats an exempt one stands on its own again, so that nothing hides behind an exemption.
#[test]
fn what_repeats_an_exempt_finding_is_counted_again() {
    let mut plan = base("RF");
    // P4.1.pkt1 repeats P4.2.pkt1 when the follow-up certificate is used where it must not be.
    merge(&mut plan, &json!({"forberedendeDel": {"laege": {"art": "opfoelgningsattest"}}}));
    let plain = full_2020(Phase::Forelaeggelse).check_str(&plan.to_string()).unwrap();
    assert_eq!(plain.result("P4.1.pkt1").unwrap().same_as().map(|rule| rule.id), Some("P4.2.pkt1"));
    let profile = mine(exempt(json!(["P4.2"]), json!([]))).to_string();
    let profiles = ProfileSet::builder().load(&profile).unwrap().build().unwrap();
    let report = full_2020(Phase::Forelaeggelse).profiles(profiles.clone()).check_str(&plan.to_string()).unwrap();
    let finding = report.result("P4.1.pkt1").unwrap();
    assert_eq!((finding.outcome(), finding.same_as()), (Outcome::NotMet, None));
    assert_eq!((report.errors, report.conclusion), (plain.errors, Conclusion::Deficient));
}

/// The report of a plan under profiles, for a comparison.
fn compared(plan: &Value, profiles: &ProfileSet) -> Report {
    full_2020(Phase::Indsats).profiles(profiles.clone()).check_str(&plan.to_string()).unwrap()
}

/// Parts that were put together apart come to the same as one after the other, wherever they are parted.
#[test]
fn comparisons_can_be_merged() {
    let profiles = set(&["proces", "forslag/2018-laege-valgfri", "forslag/2018-forlaengelse-uden-team"]).unwrap();
    let reports: Vec<(String, Report)> = corpus()
        .iter()
        .flat_map(|file| file.cases.iter().map(|case| (format!("{}/{}", file.name, case.name), &case.plan)))
        .map(|(name, plan)| (name, compared(plan, &profiles)))
        .collect();
    let of = |reports: &[(String, Report)]| {
        let mut comparison = Comparison::default();
        reports.iter().for_each(|(name, report)| comparison.add(name, report));
        comparison
    };
    let json = |comparison: &Comparison| serde_json::to_string(&comparison.rendered(Lang::Da)).unwrap();
    let whole = of(&reports);
    assert!(
        whole.plans == reports.len() && whole.changed.len() > 5 && whole.measures().iter().any(|one| one.plans > 5)
    );
    for size in [1, 7, reports.len() - 1] {
        let mut merged = Comparison::default();
        for part in reports.chunks(size) {
            let mut part = of(part);
            part.unreadable = 1;
            merged.merge(part);
        }
        assert_eq!(std::mem::take(&mut merged.unreadable), reports.len().div_ceil(size));
        assert_eq!((json(&merged), &merged), (json(&whole), &whole));
    }
}

/// The median of an even number of plans lies between two of them, and a plan that does not say enough is not counted.
#[test]
fn measures_over_many_plans() {
    let profiles = set(&["proces"]).unwrap();
    let mut comparison = Comparison::default();
    let mut add = |patch: Value| {
        let mut plan = base("RF");
        merge(&mut plan, &patch);
        comparison.add("plan", &compared(&plan, &profiles));
    };
    for meeting in ["2020-01-11", "2020-01-31", "2020-03-31", "2020-01-31"] {
        add(json!({"forberedendeDel": {"underskriftsdato": "2020-01-01"}, "moede": {"dato": meeting}}));
    }
    add(json!({"forberedendeDel": {"underskriftsdato": "2020-01-01"}, "moede": {"dato": "2020-02-05"}}));
    add(json!({"forberedendeDel": {"underskriftsdato": "2020-01-01"}, "moede": {"dato": null}}));
    let recommends = |kind: &str, planned: Value| {
        json!({
            "indstilling": {"indsatser": [{"omraade": "beskaeftigelse", "beskrivelse": "En indsats.", "indsatstype": kind}]},
            "indsatsdel": {"tilbud": [{"beskrivelse": "En aktivitet.", "indsatstype": planned}]}
        })
    };
    for (kind, planned) in [("mentor", json!("mentor")), ("mentor", json!("social")), ("social", json!("social"))] {
        add(recommends(kind, planned));
    }
    // The plan does not say of what kind it is: nobody knows, so it counts neither as a yes nor as a no.
    add(recommends("mentor", Value::Null));
    let value = |code: &str| {
        let measure = comparison.measures().into_iter().find(|one| one.measure.code == code).unwrap();
        (measure.plans, measure.value.map(|value| value.round()), measure.measure.national)
    };
    // 10, 30, 30, 35 and 90 days.
    assert_eq!(value("daysToMeeting"), (5, Some(30.0), Some(81)));
    assert_eq!(value("recommended.mentor"), (3, Some(67.0), Some(73)));
    assert_eq!(value("planned.mentor"), (3, Some(33.0), Some(31)));
    assert_eq!(value("planned.social"), (3, Some(67.0), Some(21)));
}

/// A finding of a profile that repeats one of the regulation was there before.
#[test]
fn what_repeats_a_finding_does_not_appear() {
    let mut comparison = Comparison::default();
    let mut plan = base("FJ");
    merge(&mut plan, &json!({"moede": {"deltagere": ["sagsbehandler"]}}));
    let report = compared(&plan, &set(&["proces"]).unwrap());
    let repeated = &report.profiles.as_ref().unwrap().results;
    assert!(repeated.iter().any(|one| one.rule.id == "proces/PR3" && one.same_as().is_some()));
    comparison.add("plan", &report);
    assert!(comparison.differences().all(|(rule, ..)| rule != "proces/PR3"));
    assert!(comparison.differences().any(|(rule, ..)| rule == "proces/PR2"));
}

/// Runs a property a fixed number of times from a fixed seed.
fn hold<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    TestRunner::new_with_rng(config, rng).run(&strategy, property).unwrap_or_else(|failure| panic!("{failure}"));
}

fn plans() -> Vec<Value> {
    bases().into_iter().map(|(_, plan)| plan).collect()
}

/// The choices that are tried together.
fn choices() -> Vec<String> {
    let mut choices: Vec<String> =
        profile::names().filter(|name| !name.contains("nordjylland")).map(str::to_owned).collect();
    choices.extend(
        ["1A", "1B", "1C", "2", "3", "4", "ansoegning-3"].map(|theme| format!("forsoeg/nordjylland-2017:{theme}")),
    );
    choices
}

#[test]
fn the_order_of_profiles_does_not_matter() {
    let chosen = prop::sample::subsequence(choices(), 0..8).prop_shuffle();
    hold(300, (select(plans()), chosen, select(Phase::ALL.to_vec())), |(plan, chosen, phase)| {
        let (text, checker) = (plan.to_string(), full_2020(phase));
        let report = |chosen: &[String]| checker.clone().profiles(set(chosen).unwrap()).check_str(&text).unwrap();
        let one = report(&chosen);
        let mut turned = chosen.clone();
        turned.reverse();
        prop_assert_eq!(one.to_json(Lang::Da), report(&turned).to_json(Lang::Da));
        turned.sort();
        prop_assert_eq!(one.to_json(Lang::En), report(&turned).to_json(Lang::En));
        Ok(())
    });
}

/// Whatever a profile holds, it changes only the rules that it names, and its own rules make no case deficient.
fn is_sound(plain: &Report, report: &Report, named: &[String]) -> Result<(), TestCaseError> {
    for result in &report.results {
        let base = plain.result(result.rule.id).unwrap();
        let is_named = named.iter().any(|name| {
            result.rule.id.strip_prefix(name.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        });
        if !is_named {
            prop_assert_eq!(result.outcome(), base.outcome(), "{} was not named", result.rule.id);
            prop_assert_eq!(result.severity(), base.severity(), "{} was not named", result.rule.id);
        }
        match result.changes() {
            Some(changes) => {
                prop_assert_eq!(changes.base_outcome, base.outcome());
                prop_assert_eq!(changes.base_severity, base.severity());
            }
            None => prop_assert_eq!(result.outcome(), base.outcome()),
        }
    }
    if let Some(beside) = &report.profiles {
        prop_assert_eq!(beside.base_conclusion, plain.conclusion);
        // Exempting and accepting can take the last defect away; nothing can make one.
        prop_assert!(plain.conclusion == Conclusion::Deficient || report.conclusion != Conclusion::Deficient);
    }
    Ok(())
}

#[test]
fn a_hostile_profile_cannot_panic_or_exempt_what_it_does_not_name() {
    let ids: Vec<String> = rehabplan::law::rules().map(|rule| rule.id.to_owned()).collect();
    let mut names = ids;
    names.extend(["P3", "P4.1", "P", "", "P3.", ".", "*", "P9999", "proces/PR2", "\u{0}"].map(str::to_owned));
    let paths = [
        "/sag/sagstype",
        "/moede/deltagere/*",
        "/moede",
        "/forberedendeDel/helbred/dokumentation",
        "",
        "/",
        "//",
        "/sag/~1",
    ];
    let test = prop_oneof![
        Just(json!({"filled": true})),
        Just(json!({"is": "fleksjob"})),
        Just(json!({"is": "borger"})),
        Just(json!({"countAtLeast": 1})),
        Just(json!({"atLeast": f64::MAX})),
        Just(json!({"notBefore": "0001-01-01"})),
        Just(json!({})),
    ];
    let fact = (select(paths.to_vec()), test).prop_map(|(path, mut test)| {
        test["path"] = path.into();
        test
    });
    let conditions = prop::collection::vec(fact, 0..2);
    let effect =
        (prop::collection::vec(select(names), 0..3), conditions, 0..4_u8).prop_map(|(rules, conditions, kind)| {
            match kind {
                0 => json!({"severity": {"rule": rules.first().cloned().unwrap_or_default(), "to": "error"}}),
                1 => json!({"accept": {"rules": rules, "conditions": conditions, "basis": "Fordi"}}),
                _ => json!({"exempt": {"rules": rules, "conditions": conditions, "basis": "Fordi"}}),
            }
        });
    let effects = prop::collection::vec(effect, 0..4);
    let accepted = std::cell::Cell::new(0);
    hold(1_500, (select(plans()), effects, select(Phase::ALL.to_vec())), |(plan, effects, phase)| {
        let named: Vec<String> = effects
            .iter()
            .flat_map(|effect| effect.as_object().unwrap().values())
            .flat_map(|effect| match effect["rules"].as_array() {
                Some(rules) => rules.iter().map(|rule| rule.as_str().unwrap().to_owned()).collect(),
                None => vec![effect["rule"].as_str().unwrap().to_owned()],
            })
            .collect();
        let profile = mine(json!(effects)).to_string();
        let Ok(profiles) = ProfileSet::builder().load(&profile).and_then(profile::Builder::build) else {
            return Ok(());
        };
        accepted.set(accepted.get() + 1);
        let text = plan.to_string();
        let plain = full_2020(phase).check_str(&text).unwrap();
        let report = full_2020(phase).profiles(profiles.clone()).check_str(&text).unwrap();
        is_sound(&plain, &report, &named)
    });
    assert!(accepted.get() > 200, "only {} profiles were accepted", accepted.get());
}

/// Any value in the place of any other, with every profile at once: the regulation's answers stay those that they are
/// without profiles, and no rule beside it panics.
#[test]
fn any_plan_gets_an_answer_under_every_profile() {
    fn leaves(value: &Value, pointer: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                members.iter().for_each(|(key, member)| leaves(member, &format!("{pointer}/{key}"), found));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, item)| leaves(item, &format!("{pointer}/{at}"), found));
            }
            _ => found.push(pointer.to_owned()),
        }
    }
    let mut plans = plans();
    plans.extend(corpus().into_iter().flat_map(|file| file.cases).map(|case| case.plan));
    let values = [
        json!(null),
        json!("ingen"),
        json!("x"),
        json!("0001-01-01"),
        json!("9999-12-31"),
        json!(-1),
        json!(1e300),
        json!(true),
        json!([]),
        json!({}),
    ];
    let profiles = set(&choices()).unwrap();
    let changes = prop::collection::vec((any::<prop::sample::Index>(), select(values.to_vec())), 1..5);
    let day = prop::option::of(
        (-800_000..3_000_000_i32).prop_map(|day| chrono::NaiveDate::from_num_days_from_ce_opt(day).unwrap().into()),
    );
    hold(1_500, (select(plans), changes, select(Phase::ALL.to_vec()), day), |(mut plan, changes, phase, day)| {
        for (place, value) in changes {
            let mut found = Vec::new();
            leaves(&plan, "", &mut found);
            *plan.pointer_mut(place.get::<String>(&found)).unwrap() = value;
        }
        let (text, checker) = (plan.to_string(), full(phase, day));
        let plain = checker.check_str(&text).unwrap();
        let report = checker.clone().profiles(profiles.clone()).check_str(&text).unwrap();
        let beside = report.profiles.as_ref().unwrap();
        prop_assert_eq!(beside.base_conclusion, plain.conclusion);
        for result in &report.results {
            let base = plain.result(result.rule.id).unwrap();
            let (outcome, severity) = match result.changes() {
                Some(changes) => (changes.base_outcome, changes.base_severity),
                None => (result.outcome(), result.severity()),
            };
            prop_assert_eq!((outcome, severity), (base.outcome(), base.severity()));
            if let Some(leading) = result.same_as() {
                let leading = report.result(leading.id).unwrap();
                prop_assert_eq!(leading.outcome(), result.outcome());
                prop_assert!(leading.same_as().is_none());
            }
        }
        for result in &beside.results {
            prop_assert!(result.severity().is_none() || result.outcome() == Outcome::NotMet);
            prop_assert!(result.severity() != Some(Severity::Error) || result.rule.severity == Some(Severity::Error));
            prop_assert!(result.paths().all(|path| path.starts_with('/')));
            if let Some(leading) = result.same_as() {
                prop_assert_eq!(report.result(leading.id).unwrap().outcome(), result.outcome());
            }
        }
        Ok(())
    });
}

#[test]
fn no_bytes_of_a_profile_panic() {
    let json = mine(exempt(json!(["P4"]), json!([{"path": "/sag/sagstype", "is": "fleksjob"}]))).to_string();
    let damage = prop::collection::vec((any::<prop::sample::Index>(), any::<char>()), 1..6);
    hold(1_500, damage, |damage| {
        let mut characters: Vec<char> = json.chars().collect();
        for (place, character) in damage {
            let place = place.index(characters.len());
            characters[place] = character;
        }
        let text: String = characters.into_iter().collect();
        if let Err(error) = ProfileSet::builder().load(&text) {
            let _ = (error.message(Lang::Da), error.message(Lang::En));
        }
        let _ = ProfileSet::builder().suppress(&text);
        let _ = ProfileChoice::parse(&text);
        Ok(())
    });
}

/// Nothing of a plan comes out through a profile either.
#[test]
fn no_text_of_a_plan_leaves_through_a_profile() {
    fn poison(value: &mut Value) {
        match value {
            Value::String(text) if text.contains(' ') => *text = format!("{text} KANARIE-0101701234"),
            Value::Array(items) => items.iter_mut().for_each(poison),
            Value::Object(members) => members.values_mut().for_each(poison),
            _ => {}
        }
    }
    let profiles = set(&choices()).unwrap();
    for file in corpus() {
        for TestCase { mut plan, .. } in file.cases {
            poison(&mut plan);
            plan["sag"]["kommunekode"] = "KANARIE".into();
            let report = full_2020(Phase::Indsats).profiles(profiles.clone()).check_str(&plan.to_string()).unwrap();
            assert!(!report.to_json(Lang::Da).contains("KANARIE") && !format!("{report:?}").contains("KANARIE"));
        }
    }
}

fn mine_on(plan: &Value, phase: Phase, profile: &Value) -> Report {
    let profiles = ProfileSet::builder().load(&profile.to_string()).unwrap().build().unwrap();
    full_2020(phase).profiles(profiles.clone()).check_str(&plan.to_string()).unwrap()
}

#[test]
fn an_answer_says_what_was_done_to_it_and_on_what_ground() {
    let mut plan = base("RF");
    merge(&mut plan, &json!({"forberedendeDel": {"oensker": null, "cv": null, "forsoergelseshistorik": null}}));
    let ground = |rule: &str| json!({"rules": [rule], "conditions": [], "basis": "Byrådets beslutning"});
    let effects = json!([
        {"exempt": ground("P3.1.4")},
        {"accept": ground("P3.1.1.b")},
        {"severity": {"rule": "P3.1.7", "to": "warning"}}
    ]);
    let report = mine_on(&plan, Phase::Forelaeggelse, &mine(effects));
    for (rule, kind, basis) in [
        ("P3.1.4", "exempt", Some("Byrådets beslutning")),
        ("P3.1.1.b", "accept", Some("Byrådets beslutning")),
        ("P3.1.7", "severity", None),
    ] {
        let changes = report.result(rule).unwrap().changes().unwrap();
        assert_eq!((changes.base_outcome, changes.base_severity), (Outcome::NotMet, Some(Severity::Error)), "{rule}");
        let [change] = &changes.by[..] else { panic!("{rule}: {changes:?}") };
        assert_eq!((change.kind.code(), change.basis(Lang::Da)), (kind, basis), "{rule}");
        assert_eq!((change.profile().id.as_str(), change.theme()), ("mit", None), "{rule}");
        assert!(changes.suppressed().is_none(), "{rule}");
    }
    let note = |rule: &str| report.result(rule).unwrap().note().map(|note| note.code);
    assert_eq!((note("P3.1.4"), note("P3.1.1.b")), (Some("exemptByProfile"), Some("otherEvidence")));
    // A theme of a profile is named too.
    let file = corpus().into_iter().find(|file| file.about == "forsoeg/nordjylland-2017").unwrap();
    let case = file.cases.iter().find(|case| case.name.starts_with("exempt-2-")).unwrap();
    let checker = full(Phase::from_code(&case.phase).unwrap(), day(case));
    let report = checker.clone().profiles(set(chosen(case)).unwrap()).check_str(&case.plan.to_string()).unwrap();
    let changes = report.result("P4.1.pkt1").unwrap().changes().unwrap();
    assert_eq!(changes.by.iter().map(profile::ProfileChange::theme).collect::<Vec<_>>(), [Some("2")]);
}

/// What the law exempts or has no demand for, a profile has nothing to exempt.
#[test]
fn a_profile_exempts_only_from_what_is_demanded() {
    let report = mine_on(&base("FP12"), Phase::Forelaeggelse, &mine(exempt(json!(["P3.1.4"]), json!([]))));
    let result = report.result("P3.1.4").unwrap();
    assert_eq!(result.exemption().map(|provision| provision.to_string()).as_deref(), Some("§ 12, stk. 1"));
    assert!(result.changes().is_none());
    let report = mine_on(&base("FJ"), Phase::Indstilling, &mine(exempt(json!(["P8.1.a"]), json!([]))));
    let result = report.result("P8.1.a").unwrap();
    assert_eq!((result.outcome(), result.changes()), (Outcome::NotApplicable, None));
}

/// The first and the last day of a profile are days on which it has effect.
#[test]
fn a_period_holds_its_first_and_last_day() {
    // The meeting is on 3 February 2020.
    for (from, to, reason) in [
        ("2020-02-03", "2020-12-31", None),
        ("2020-02-04", "2020-12-31", Some("notYetInForce")),
        ("2019-01-01", "2020-02-03", None),
        ("2019-01-01", "2020-02-02", Some("noLongerInForce")),
    ] {
        let mut profile = mine(exempt(json!(["P3.1.4"]), json!([])));
        merge(&mut profile, &json!({"validFrom": from, "validTo": to}));
        let report = mine_on(&base("RF"), Phase::Forelaeggelse, &profile);
        let json: Value = serde_json::from_str(&report.to_json(Lang::Da)).unwrap();
        assert_eq!(json["profiles"][0]["reason"]["code"].as_str(), reason, "{from} to {to}");
    }
}

/// A short or a limited report says the same as the full one, of less; what is counted does not hang on what is kept.
#[test]
fn what_is_left_out_of_a_report_changes_nothing_in_it() {
    let profiles = set(&["vejledning", "proces", "forslag/2019-fast-team"]).unwrap();
    for (name, mut plan) in bases() {
        // Defects that rules beside the regulation repeat (P3.3.a, P6.1.pkt1.b), and one of the law alone.
        merge(
            &mut plan,
            &json!({"forberedendeDel": {"anbefaling": "Fleksjob.", "dato": null}, "moede": {"deltagere": []}}),
        );
        let check =
            |checker: &Checker| checker.clone().profiles(profiles.clone()).check_str(&plan.to_string()).unwrap();
        let full = full_2020(Phase::Indsats);
        let all = check(&full);
        let stays = |outcome| matches!(outcome, Outcome::NotMet | Outcome::Undetermined);

        let mut short = all.clone();
        short.results.retain(|result| stays(result.outcome()));
        short.profiles.as_mut().unwrap().results.retain(|result| stays(result.outcome()));
        assert_eq!(check(&full.clone().detail(Detail::Findings)), short, "{name}");

        let chosen = ["P3.1.pkt1.a", "P3.3.a", "P6.1.pkt1.b", "vejledning/V12", "proces/PR3"];
        let only = Selection::with_profiles(&chosen, &[], &profiles).unwrap();
        let limited = check(&full.only(only));
        assert_eq!(limited.notes.iter().filter(|note| note.code == "limited").count(), 1);
        let of = |report: &Report| -> (Vec<_>, Vec<_>) {
            let beside = &report.profiles.as_ref().unwrap().results;
            let wanted = |id: &str| chosen.contains(&id);
            (
                report.results.iter().filter(|result| wanted(result.rule.id)).cloned().collect(),
                beside.iter().filter(|result| wanted(result.rule.id)).cloned().collect(),
            )
        };
        assert_eq!((limited.results.clone(), limited.profiles.as_ref().unwrap().results.clone()), of(&all), "{name}");
    }
}

/// A rule beside the regulation measures in its own kinds of case, from its own phase on.
#[test]
fn nothing_is_measured_where_a_rule_does_not_belong() {
    let profiles = set(&["proces"]).unwrap();
    let measured = |plan: &str, phase| {
        let report = full_2020(phase).profiles(profiles.clone()).check_str(&base(plan).to_string()).unwrap();
        let beside = report.profiles.unwrap();
        ["proces/PR11", "proces/PR12"].map(|rule| beside.measures.iter().any(|measure| measure.rule == rule))
    };
    assert_eq!(measured("RF", Phase::Indsats), [true, true]);
    // An indsatsdel belongs to the last phase, and revalidering has neither a meeting nor an indsatsdel.
    assert_eq!(measured("RF", Phase::Forelaeggelse), [true, false]);
    assert_eq!(measured("REV", Phase::Indsats), [false, false]);
}

/// A selection limits what is measured as well, and what rules beside the regulation come to stands by itself.
#[test]
fn a_selection_limits_what_is_beside_the_regulation() {
    let profiles = set(&["proces", "vejledning"]).unwrap();
    let checked = |rules: &[&str]| {
        let only = Selection::with_profiles(rules, &[], &profiles).unwrap();
        let checker = full_2020(Phase::Indsats).profiles(profiles.clone()).only(only);
        checker.check_str(&base("RF").to_string()).unwrap()
    };
    let measured = |report: &Report| -> BTreeSet<&str> {
        report.profiles.as_ref().unwrap().measures.iter().map(|measure| measure.rule).collect()
    };
    let notes = |report: &Report| report.notes.iter().map(|note| note.code).collect::<Vec<_>>();
    let wishes = checked(&["P3.1.4"]);
    assert!(measured(&wishes).is_empty());
    assert_eq!((wishes.conclusion, notes(&wishes)), (Conclusion::Fulfilled, vec!["limited"]));
    assert_eq!(measured(&checked(&["proces/PR11", "P3.1.4"])), BTreeSet::from(["proces/PR11"]));

    let goals = checked(&["vejledning/V2"]);
    let beside = goals.profiles.as_ref().unwrap();
    assert_eq!((beside.results.len(), beside.counts.met), (1, 1));
    // The wishes stand in for the goals, so that is where the answer is.
    let goals_of =
        |report: &Report| report.profiles.as_ref().unwrap().results[0].paths().map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(goals_of(&goals), ["/forberedendeDel/oensker"]);
    assert_eq!((goals.conclusion, notes(&goals)), (Conclusion::Undetermined, vec!["limited", "onlyBeside"]));
    assert!(goals.results.is_empty());

    // Nothing is answered where the rule has no number of pages to go by, is only a measure, or belongs to another phase.
    let alone = |rule: &str, phase| {
        let only = Selection::with_profiles(&[rule], &[], &profiles).unwrap();
        full_2020(phase).profiles(profiles.clone()).only(only).check_str(&base("RF").to_string()).unwrap()
    };
    for (rule, phase) in
        [("proces/PR10", Phase::Indsats), ("proces/PR11", Phase::Indsats), ("proces/PR12", Phase::Forelaeggelse)]
    {
        let report = alone(rule, phase);
        let beside = report.profiles.as_ref().unwrap();
        assert_eq!(beside.counts.asked(), 0, "{rule}");
        assert_eq!(
            (report.conclusion, notes(&report)),
            (Conclusion::Undetermined, vec!["limited", "nothingMet"]),
            "{rule}"
        );
    }
    assert_eq!(measured(&alone("proces/PR11", Phase::Indsats)), BTreeSet::from(["proces/PR11"]));
}

#[test]
fn only_a_proposal_is_marked_as_one() {
    let profiles = set(&["vejledning"]).unwrap();
    let report = full_2020(Phase::Indstilling).profiles(profiles.clone()).check_str(&base("RF").to_string()).unwrap();
    assert!(report.notes.iter().all(|note| note.code != "proposal"));
    // V13 is a finding in this plan: it says what to do, and where it is explained.
    let finding = report.profiles.as_ref().unwrap().results.iter().find(|result| result.rule.id == "vejledning/V13");
    let finding = finding.unwrap();
    assert_eq!(finding.remedy(), Some(finding.rule.texts.remedy));
    assert_eq!(finding.key(), "vejledning/V13!/indstilling/dokumentation");
    assert_eq!(finding.rule.page(Lang::Da), "da/profiler/vejledning/V13.md");
    assert_eq!(finding.rule.page(Lang::En), "en/profiles/vejledning/V13.md");
}

/// One joint text for three matters is one finding (A2); exempt from the first, it is one finding still.
#[test]
fn the_first_that_repeats_an_exempt_finding_leads_the_others() {
    let mut plan = base("RF");
    let joint = json!({"beskaeftigelse": null, "sociale": null, "helbred": null, "samlet": "Rygsmerter begrænser alt arbejde."});
    merge(&mut plan, &json!({"indstilling": {"forhold": joint}}));
    let leading = |report: &Report, rule: &str| report.result(rule).unwrap().same_as().map(|rule| rule.id);
    let plain = full_2020(Phase::Indstilling).check_str(&plan.to_string()).unwrap();
    assert_eq!(["P8.1.b", "P8.1.c"].map(|rule| leading(&plain, rule)), [Some("P8.1.a"); 2]);
    let report = mine_on(&plan, Phase::Indstilling, &mine(exempt(json!(["P8.1.a"]), json!([]))));
    assert_eq!(["P8.1.b", "P8.1.c"].map(|rule| leading(&report, rule)), [None, Some("P8.1.b")]);
    assert_eq!((plain.warnings, report.warnings), (1, 1));
}

/// Nor does an error hide behind a warning that repeated the same finding (P12.1.pkt1.c and P13.1.pkt2 both repeat
/// P2.1.pkt2, and only the second is an error).
#[test]
fn no_error_hides_behind_a_warning() {
    let mut plan = base("FP12+FP13");
    merge(&mut plan, &json!({"forberedendeDel": null}));
    let plain = full_2020(Phase::Forelaeggelse).check_str(&plan.to_string()).unwrap();
    let leading = |report: &Report, rule: &str| report.result(rule).unwrap().same_as().map(|rule| rule.id);
    assert_eq!(leading(&plain, "P12.1.pkt1.c"), Some("P2.1.pkt2"));
    assert_eq!(leading(&plain, "P13.1.pkt2"), Some("P2.1.pkt2"));
    let report = mine_on(&plan, Phase::Forelaeggelse, &mine(exempt(json!(["P2.1.pkt2"]), json!([]))));
    assert_eq!(report.result("P13.1.pkt2").unwrap().severity(), Some(Severity::Error));
    assert_eq!((report.errors, report.conclusion), (1, Conclusion::Deficient));
}

/// A35: an authority may have placeholders of its own. They are held against a text as those of the library are.
#[test]
fn an_authority_has_placeholders_of_its_own() {
    let profile = |more: &str| {
        format!(
            r#"{{"id":"kommune/egne","title":"x","source":"x","force":"local","placeholders":["Afventer partshøring","Økonomi"]{more}}}"#
        )
    };
    let set = |json: &str| ProfileSet::builder().load(json).and_then(|set| set.build()).unwrap();
    let base = base("RF");
    let outcome = |text: &str, set: &ProfileSet| {
        let mut plan = base.clone();
        plan["forberedendeDel"]["oensker"] = text.into();
        let text = plan.to_string();
        let checker = full(Phase::Forelaeggelse, None);
        let report = checker.clone().profiles(set.clone()).check_str(&text).unwrap();
        let read = rehabplan::Plan::from_json(&text).unwrap();
        assert_eq!(checker.clone().profiles(set.clone()).check(&read), report);
        report.result("P3.1.4").unwrap().outcome()
    };
    let own = set(&profile(""));
    for text in ["Afventer partshøring", "<p>afventer  partshoering.</p>", " ØKONOMI", "økonomi"] {
        assert_eq!(outcome(text, &ProfileSet::default()), Outcome::Met, "{text}");
        assert_eq!(outcome(text, &own), Outcome::NotMet, "{text}");
    }
    for text in ["Afventer", "Afventer partshøring om job", "partshøring"] {
        assert_eq!(outcome(text, &own), outcome(text, &ProfileSet::default()), "{text}");
    }
    let later = set(&profile(r#","validFrom":"2100-01-01""#));
    assert_eq!(outcome("Økonomi", &later), Outcome::Met, "a profile that is not in force has no placeholders");
    for wrong in ["\"-\"".to_owned(), format!("\"{}\"", "x".repeat(81))] {
        let json = profile("").replace("\"Økonomi\"", &wrong);
        let error = ProfileSet::builder().load(&json).and_then(|set| set.build()).unwrap_err();
        assert!(error.to_string().contains("/placeholders/1"), "{error}");
    }
}

/// What serde says is English and may repeat a value; what is said is neither.
#[test]
fn what_is_no_profile_is_said_in_one_language_and_without_its_values() {
    let told = |json: &str, lang| ProfileSet::builder().load(json).unwrap_err().message(lang);
    for (json, danish, english) in [
        ("{}", "»id« mangler", "\"id\" is missing"),
        ("null", "her skal stå noget af en anden slags", "something of another kind is to stand here"),
        (r#"{"id": 4711}"#, "her skal stå noget af en anden slags", "something of another kind"),
        (
            r#"{"id": "x", "titel": "x"}"#,
            "»titel« hører ikke til her; her kan stå id, title,",
            "\"titel\" does not belong here",
        ),
        (r#"{"id": "x", "id": "y"}"#, "»id« står to gange", "\"id\" stands twice"),
        // A key that may be a person's name is told by its place.
        (
            r#"{"id": "x", "Jens `x`, expected 4711": 1}"#,
            "x (linje 1, kolonne 40): det, der står her, hører ikke til her; her kan stå id,",
            "x (line 1, column 40): what stands here does not belong here; what may stand here is id,",
        ),
        (
            r#"{"id": "x", "effects": [{"Jens 4711": {}}]}"#,
            "x /effects/0 (linje 1, kolonne 25): det, der står her, hører ikke til her; her kan stå add,",
            "x /effects/0 (line 1, column 25): what stands here does not belong here; what may stand here is add,",
        ),
        (
            r#"{"id": "x", "parameters": {"Jens 4711": {"titel": 1}}}"#,
            "x /parameters (linje 1, kolonne 51): »titel« hører ikke til her",
            "x /parameters (line 1, column 51): \"titel\" does not belong here",
        ),
        (r#"{"id": "x", "validFrom": "30/2"}"#, "en mulig dato, skrevet ÅÅÅÅ-MM-DD", "written YYYY-MM-DD"),
    ] {
        let (da, en) = (told(json, Lang::Da), told(json, Lang::En));
        assert!(da.contains(danish) && en.contains(english), "{da}\n{en}");
        for said in [da, en] {
            assert!(
                !["4711", "Jens", "30/2", "expected", "struct"].iter().any(|of_serde| said.contains(of_serde)),
                "{said}"
            );
        }
    }
}
