//! The JSON Schemas of the report and of a rule against reports and rules.
#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::fs;
use std::path::{Path, PathBuf};

use rehabplan::catalogue::AnyRule;
use rehabplan::plan::Date;
use rehabplan::profile::{Builder, ProfileSet, rules as added};
use rehabplan::schema::{report_schema, rule_schema};
use rehabplan::{Checker, Detail, Horizon, Lang, Phase, RULE_SET, Selection};
use serde_json::{Value, json};

/// The same schema, by which no object may have a member that it does not name.
fn strict(mut schema: Value) -> Value {
    let definitions = schema["$defs"].as_object_mut().expect("definitions").values_mut();
    definitions.for_each(|one| one["additionalProperties"] = (one["type"] != "object").into());
    schema["additionalProperties"] = false.into();
    schema
}

fn hold(reports: &[Value]) {
    keep_to(report_schema, reports);
}

fn keep_to(schema_in: fn(Lang) -> Value, all: &[Value]) {
    let schema =
        jsonschema::options().should_validate_formats(true).build(&strict(schema_in(Lang::Da))).expect("a schema");
    assert!(jsonschema::meta::is_valid(&schema_in(Lang::En)));
    for report in all {
        let wrong: Vec<_> =
            schema.iter_errors(report).map(|error| (error.instance_path().to_string(), error.to_string())).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }
}

#[test]
fn every_expected_report_keeps_to_the_schema() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/plans/reports");
    let reports: Vec<Value> = fs::read_dir(folder)
        .expect("tests/plans/reports")
        .map(|entry| fs::read(entry.expect("an entry").path()).expect("a report"))
        .map(|report| serde_json::from_slice(&report).expect("JSON"))
        .collect();
    assert!(reports.len() > 20, "{}", reports.len());
    hold(&reports);
}

#[test]
fn every_rule_keeps_to_the_schema_and_has_all_that_it_names() {
    let rules: Vec<Value> = AnyRule::all().map(|entry| json!(entry)).collect();
    keep_to(rule_schema, &rules);
    let schema = rule_schema(Lang::Da);
    let members = schema["properties"].as_object().expect("members");
    assert_eq!(schema["required"].as_array().map(Vec::len), Some(members.len()));
    let codes = schema["$defs"]["RuleKind"]["enum"].as_array().expect("codes");
    for code in codes {
        assert!(rules.iter().any(|rule| rule["kind"] == *code), "{code}");
    }
}

#[test]
fn so_do_reports_that_hold_everything_and_nothing_is_said_that_none_holds() {
    let reports = reports();
    hold(&reports);
    let schema = report_schema(Lang::En);
    let definition = |schema: &Value| schema["$defs"].as_object().expect("definitions").clone();
    let definitions = definition(&schema);
    for member in schema["properties"].as_object().expect("members").keys() {
        assert!(reports.iter().any(|report| report.get(member).is_some()), "{member}");
    }
    for (name, list) in [("RuleResult", "results"), ("ProfileResult", "profileResults"), ("InputFinding", "input")] {
        let entries: Vec<&Value> = reports.iter().filter_map(|report| report[list].as_array()).flatten().collect();
        for member in definitions[name]["properties"].as_object().expect("members").keys() {
            assert!(entries.iter().any(|entry| entry.get(member).is_some()), "{name}: {member}");
        }
    }
}

#[test]
fn a_report_that_is_none_is_refused() {
    let schema = jsonschema::validator_for(&report_schema(Lang::Da)).expect("a schema");
    let report = made(b"{}", &Checker::new());
    assert!(schema.is_valid(&report));
    for (member, value) in
        [("conclusion", json!("fine")), ("results", json!([{}])), ("asOf", json!(1)), ("counts", json!({}))]
    {
        let mut other = report.clone();
        other[member] = value;
        assert!(!schema.is_valid(&other), "{member}");
    }
    let mut later = report;
    later["somethingNew"] = json!(1);
    assert!(schema.is_valid(&later), "a later version may add a member");
}

/// Reports that between them show everything a report can hold: those of the whole plans, and of some documents made for
/// it.
fn reports() -> Vec<Value> {
    let plans = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/plans");
    let mut names: Vec<PathBuf> = fs::read_dir(plans.join("expected"))
        .expect("tests/plans/expected")
        .map(|entry| PathBuf::from(entry.expect("an entry").file_name()))
        .collect();
    names.sort();
    let read = |path: PathBuf| fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut reports: Vec<Value> = names
        .iter()
        .map(|name| {
            let stated: Value = serde_json::from_slice(&read(plans.join("expected").join(name))).expect("JSON");
            let phase = Phase::from_code(stated["phase"].as_str().expect("a phase"));
            let as_of = Date::parse(stated["asOf"].as_str().expect("a day"));
            made(&read(plans.join(name)), &Checker::new().phase(phase).as_of(as_of).detail(Detail::All))
        })
        .collect();
    let only = Selection::new(&["P2.1.pkt2"], &["/moede"]).expect("a rule and a place");
    reports.push(made(b"{}", &Checker::new().only(only)));
    let horizon = Horizon::of(&["!/forberedendeDel/oensker"]).ok();
    reports.push(made(br#"{"sag": {"sagstype": "fleksjob"}}"#, &Checker::new().horizon(horizon)));
    let later = RULE_SET.superseded_from.to_string();
    let document = json!({
        "sag": { "sagstype": "fleksjob", "sagstpe": "x", "kategori": "x", "qqqqqqqq": 1 },
        "moede": { "dato": later, "deltagere": 1 },
        "afgoerelse": { "udfald": "x" },
        "forloeb": [],
        "forberedendeDel": { "cv": "tre ens ord", "oensker": "tre ens ord", "maal": "tre ens ord" },
    });
    reports.push(made(document.to_string().as_bytes(), &Checker::new()));
    reports.extend(beside(&plans, &names));
    reports
}

/// Reports with profiles and suppressions, which add to what a report can hold.
fn beside(plans: &Path, names: &[PathBuf]) -> Vec<Value> {
    let own = json!({
        "id": "kommune/eksempel", "title": "x", "source": "x", "force": "local", "validFrom": "2100-01-01",
        "effects": [{ "add": { "rules": ["proces/PR2"] } }],
    });
    let graver = |id: &str| json!({ "severity": { "rule": id, "to": "error" } });
    let graver: Vec<Value> = ["P6.1.pkt1.b"].into_iter().chain(added().map(|rule| rule.id)).map(graver).collect();
    let graver = json!({ "id": "kommune/strengere", "title": "x", "source": "x", "force": "local", "effects": graver });
    let mut reports = Vec::new();
    for name in names {
        let bytes = fs::read(plans.join(name)).expect("a plan");
        let plan = Checker::new().check_slice(&bytes).expect("a plan that can be read");
        let because = |key: String| json!({ "key": key, "reason": "known", "author": "a team leader", "date": "2020-01-01", "position": true });
        let keys: Vec<Value> = plan.findings().take(1).map(|finding| because(finding.key())).collect();
        let unused = because("P3.1.4!/nowhere".to_owned());
        let set = ProfileSet::builder()
            .built_in("proces", &[])
            .and_then(|set| set.built_in("vejledning", &[]))
            .and_then(|set| set.built_in("forslag/2018-laege-valgfri", &[]))
            .and_then(|set| set.built_in("forsoeg/nordjylland-2017", &["1A", "1C", "2"]))
            .and_then(|set| set.load(&own.to_string()))
            .and_then(|set| set.load(&graver.to_string()))
            .and_then(|set| set.suppress(&Value::from([keys, vec![unused]].concat()).to_string()))
            .map(Builder::for_one_plan)
            .and_then(Builder::build)
            .expect("profiles that exist");
        let options = Checker::new().detail(Detail::All);
        let report = options.clone().profiles(set.clone()).check_slice(&bytes).expect("a plan that can be read");
        reports.push(serde_json::from_str(&report.to_json(Lang::En)).expect("JSON"));
    }
    reports
}

fn made(plan: &[u8], options: &Checker) -> Value {
    let report = options.check_slice(plan).expect("a plan that can be read");
    serde_json::from_str(&report.to_json(Lang::En)).expect("JSON")
}
