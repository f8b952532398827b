//! Options and errors as every other language sees them.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeSet;

use rehabplan::needs::Needs;
use rehabplan::plan::Date;
use rehabplan::{Detail, Lang, Phase};
use rehabplan_json::{Checker, Failure, MAX_OPTIONS_BYTES, check, explain, guarded, handle, rules, schema};
use serde_json::{Value, json};

const PLAN: &[u8] = br#"{"sag": {"sagstype": "revalidering"}}"#;
/// A name and a number that nobody may hear of again.
const SECRET: &str = "Kirsten Jensen 010203-1234";

fn failure(options: &str) -> Failure {
    check(PLAN, options.as_bytes()).expect_err(options)
}

fn report(options: &str) -> Value {
    let report = check(PLAN, options.as_bytes()).unwrap_or_else(|failure| panic!("{options}: {failure:?}"));
    serde_json::from_str(&report).expect("JSON")
}

#[test]
fn a_check_without_options_is_that_of_the_core() {
    let core = rehabplan::Checker::new().check_slice(PLAN).expect("a plan").to_json(Lang::Da);
    for options in ["", "{}", "\u{feff}{}", " { } ", r#"{"phase": null, "only": null, "suppress": []}"#] {
        assert_eq!(check(PLAN, options.as_bytes()).as_ref(), Ok(&core), "{options}");
    }
}

#[test]
fn every_option_reaches_the_core() {
    let core = rehabplan::Checker::new()
        .phase(Phase::Indstilling)
        .as_of(Date::parse("2020-06-01"))
        .detail(Detail::All)
        .language(rehabplan::language::Language::off());
    let core = core.check_slice(PLAN).expect("a plan").to_json(Lang::En);
    let options = br#"{"phase":"indstilling","asOf":"2020-06-01","detail":"all","lang":"en","language":false}"#;
    assert_eq!(check(PLAN, options).expect("a report"), core);

    let only = report(r#"{"only": {"rules": ["P2.1.pkt2"], "paths": ["/moede"]}}"#);
    assert_eq!(only["limitedTo"], json!({"rules": ["P2.1.pkt2"], "paths": ["/moede"]}));
    assert!(report(r#"{"horizon": ["/sag"]}"#)["horizon"]["checkable"].is_number());

    let own = json!({"id": "kommune/x", "title": "x", "source": "x", "force": "local", "effects": [{"add": {"rules": ["proces/PR2"]}}]});
    let profiles = report(&json!({"profiles": ["vejledning", own]}).to_string());
    let ids: BTreeSet<_> =
        profiles["profiles"].as_array().expect("profiles").iter().map(|one| one["id"].as_str()).collect();
    assert_eq!(ids, BTreeSet::from([Some("vejledning"), Some("kommune/x")]));
}

/// What the case requires stands beside the report, whose bytes stay as they are.
#[test]
fn what_the_case_requires_is_told_when_it_is_asked_for() {
    let core = rehabplan::Checker::new().detail(Detail::All).check_slice(PLAN).expect("a plan");
    let (report, needs) = (core.to_json(Lang::Da), Needs::of(&core).expect("every answer").to_json());
    let said = |needs: bool| check(PLAN, format!(r#"{{"detail": "all", "needs": {needs}}}"#).as_bytes());
    assert_eq!(said(true), Ok(format!(r#"{{"report":{report},"needs":{needs}}}"#)));
    assert_eq!(said(false), Ok(report));
    for options in
        [r#"{"needs": true}"#, r#"{"needs": true, "detail": "all", "only": {"paths": ["/moede"]}}"#, r#"{"needs": 1}"#]
    {
        let failure = failure(options);
        assert_eq!((failure.code, failure.path.as_deref()), ("badOptions", Some("/needs")), "{options}");
    }
}

#[test]
fn a_suppression_holds_for_its_case() {
    let entry = |case: Option<&str>| {
        let mut entry = json!({"key": "P2.1.pkt2!/forberedendeDel", "reason": "Ligger i det gamle system", "author": "A. Jensen", "date": "2020-03-02"});
        if let Some(case) = case {
            entry["case"] = case.into();
        }
        json!([entry])
    };
    let options = json!({"suppress": entry(Some("4711")), "only": {"rules": ["P2.1.pkt2"]}}).to_string();
    let checker = Checker::new(options.as_bytes()).expect("options");
    for (case, errors) in [(Some("4711"), 0), (Some("4712"), 1), (None, 1)] {
        let report: Value = serde_json::from_str(&checker.check(PLAN, case).expect("a report")).expect("JSON");
        assert_eq!(report["errors"], errors, "{case:?}");
    }
    // One plan may be meant without a name, any number may not.
    let without = json!({"suppress": entry(None)}).to_string();
    assert_eq!(report(&without)["suppressed"], 1);
    assert_eq!(Checker::new(without.as_bytes()).expect_err("no case").code, "badProfile");
    // With a single check the case is an option; a checker is told with each plan.
    let named = json!({"suppress": entry(Some("4711")), "case": "4711"}).to_string();
    assert_eq!(report(&named)["suppressed"], 1);
    let refused = Checker::new(named.as_bytes()).expect_err("a case");
    assert_eq!(refused.code, "badOptions");
}

#[test]
fn what_is_wrong_with_an_option_is_said_with_its_place() {
    for (options, path) in [
        (r#"{"phase": "x"}"#, "/phase"),
        (r#"{"phase": 1}"#, "/phase"),
        (r#"{"asOf": "2020-02-30"}"#, "/asOf"),
        (r#"{"lang": "sv"}"#, "/lang"),
        (r#"{"detail": "x"}"#, "/detail"),
        (r#"{"language": "x"}"#, "/language"),
        (r#"{"only": "x"}"#, "/only"),
        (r#"{"only": {"rule": []}}"#, "/only"),
        (r#"{"only": {"rules": "x"}}"#, "/only/rules"),
        (r#"{"only": {"paths": ["/moede", 1]}}"#, "/only/paths/1"),
        (r#"{"horizon": "x"}"#, "/horizon"),
        (r#"{"horizon": ["/sag", 1]}"#, "/horizon/1"),
        (r#"{"profiles": "x"}"#, "/profiles"),
        (r#"{"profiles": ["vejledning", 1]}"#, "/profiles/1"),
        (r#"{"suppress": {}}"#, "/suppress"),
        (r#"{"case": 4711}"#, "/case"),
    ] {
        let failure = failure(options);
        assert_eq!((failure.code, failure.path.as_deref()), ("badOptions", Some(path)), "{options}");
    }
    // Of what is no option, and of what cannot be read at all, there is no place.
    for options in ["[]", r#"{"pahse": 1}"#, r#"{"lang": "da", "lang": "en"}"#] {
        assert_eq!(failure(options).path, None, "{options}");
    }
}

#[test]
fn what_is_wrong_with_options_is_said_without_repeating_it() {
    let wrong = [
        ("[]", "the options are not a JSON object"),
        ("\"x\"", "the options are not a JSON object"),
        ("null", "the options are not a JSON object"),
        ("{\"phase\":", "the options are not JSON: line 1, column 9"),
        ("{} {}", "the options are not JSON: line 1, column 4"),
        (r#"{"phase": "SECRET"}"#, "phase is forelaeggelse, indstilling or indsats"),
        (r#"{"phase": 1}"#, "phase is forelaeggelse, indstilling or indsats"),
        (r#"{"asOf": "2020-02-30"}"#, "asOf is a date, YYYY-MM-DD"),
        (r#"{"lang": "SECRET"}"#, "lang is da or en"),
        (r#"{"detail": "SECRET"}"#, "detail is findings or all"),
        (r#"{"language": "SECRET"}"#, "language is true or false"),
        (r#"{"only": "SECRET"}"#, "only is an object with rules and paths"),
        (r#"{"only": {"rules": "SECRET"}}"#, "only.rules is a list of ids"),
        (r#"{"only": {"paths": [1]}}"#, "only.paths is a list of JSON Pointers"),
        (r#"{"only": {"rule": []}}"#, "only has rules, paths; did you mean rules?"),
        (r#"{"horizon": "SECRET"}"#, "horizon is a list of JSON Pointers"),
        (r#"{"profiles": "SECRET"}"#, "profiles is a list of names and of profiles"),
        (r#"{"suppress": {}}"#, "suppress is a list of suppressions"),
        (r#"{"case": 4711}"#, "case is a text"),
        (r#"{"lang": "da", "lang": "en"}"#, "lang is given twice"),
        (r#"{"only": {"rules": [], "paths": [], "rules": []}}"#, "only.rules is given twice"),
        (r#"{"only": ["rules"]}"#, "only is an object with rules and paths"),
        (
            r#"{"pahse": "SECRET"}"#,
            "the options are phase, asOf, detail, lang, language, only, horizon, profiles, suppress, needs, case; did you mean phase?",
        ),
    ];
    for (options, message) in wrong {
        let failure = failure(&options.replace("SECRET", SECRET));
        assert_eq!((failure.code, failure.message.as_str()), ("badOptions", message), "{options}");
        assert!(!failure.to_json().contains("Kirsten"), "{options}");
    }
    // A plan in the place of the options.
    let plan = json!({ "sag": {}, SECRET: SECRET }).to_string();
    assert!(!failure(&plan).to_json().contains("Kirsten"));
    assert_eq!(check(PLAN, b"{\"lang\": \"\xff\"}").expect_err("bytes").message, "the options are not UTF-8");
    let large = " ".repeat(MAX_OPTIONS_BYTES + 1);
    assert_eq!(failure(&large).message, "the options are larger than 8388608 bytes");
    let deep = format!("{{\"suppress\": {}1{}}}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(failure(&deep).code, "badProfile");
}

#[test]
fn a_place_is_given_where_one_is_known() {
    let place = |options: &str| {
        let Failure { code, reason, path, .. } = failure(options);
        (code, reason, path)
    };
    assert_eq!(
        place(r#"{"only": {"rules": ["P2.1.pkt2", "P99"]}}"#),
        ("badOptions", Some("unknownRule"), Some("/only/rules/1".to_owned()))
    );
    let (code, _, path) = place(r#"{"horizon": ["/sag", "/nowhere"]}"#);
    assert_eq!((code, path), ("badOptions", Some("/horizon/1".to_owned())));
    assert_eq!(place(r#"{"profiles": ["vejledn"]}"#), ("badProfile", Some("unknownProfile"), None));
    let (code, reason, path) = place(r#"{"profiles": [{"id": "x", "effekter": []}]}"#);
    assert_eq!((code, reason, path.is_some()), ("badProfile", Some("shape"), true));
    assert_eq!(place(r#"{"profiles": ["proces", 3]}"#), ("badOptions", None, Some("/profiles/1".to_owned())));
}

#[test]
fn a_document_that_is_no_plan_has_the_code_and_the_words_of_the_core() {
    let large = " ".repeat(rehabplan::limits::MAX_BYTES + 1);
    let documents: [(&[u8], &str); 5] = [
        (b"", "notJson"),
        (b"\xff", "notUtf8"),
        (b"[]", "notAnObject"),
        (large.as_bytes(), "tooLarge"),
        (b"{\"sag\": [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}", "tooDeep"),
    ];
    for (document, code) in documents {
        for (lang, tag) in [(Lang::Da, "da"), (Lang::En, "en")] {
            let core = rehabplan::Checker::new().check_slice(document).expect_err(code);
            let failure = check(document, format!(r#"{{"lang": "{tag}"}}"#).as_bytes()).expect_err(code);
            assert_eq!(failure, Failure::new(code, core.message(lang)));
        }
    }
}

#[test]
fn a_document_of_another_kind_is_named() {
    for (document, code, name) in [
        (&b"PK\x03\x04"[..], "notJson", "zip"),
        (b"%PDF-1.7\n", "notJson", "PDF"),
        (b"\x1f\x8b\x08", "notUtf8", "gzip"),
        (b"{\0\"\0s\0", "notJson", "UTF-16"),
    ] {
        let failure = check(document, b"{}").expect_err(code);
        assert!(failure.code == code && failure.message.contains(name), "{failure:?}");
    }
    // What only looks like a table may be JSON with a mistake, whose place says more.
    assert!(check(b"a;b\n1;2\n", b"{}").expect_err("no JSON").message.contains("linje 1, kolonne 1"));
}

#[test]
fn a_failure_has_four_members() {
    let failure: Value = serde_json::from_str(&failure("[]").to_json()).expect("JSON");
    let message = "the options are not a JSON object";
    assert_eq!(failure, json!({"code": "badOptions", "message": message, "reason": null, "path": null}));
}

#[test]
fn the_catalogue_answers() {
    let all: Vec<Value> = serde_json::from_str(&rules(b"").expect("rules")).expect("JSON");
    let with: Vec<Value> = serde_json::from_str(&rules(br#"{"profiles": ["proces"]}"#).expect("rules")).expect("JSON");
    assert_eq!(all.len(), rehabplan::law::rules().count() + rehabplan::law::SCOPE.len());
    assert!(with.len() > all.len());
    assert_eq!(rules(br#"{"phase": "indsats"}"#).expect_err("no option").code, "badOptions");

    let rule: Value = serde_json::from_str(&explain(b"p3.1.4").expect("a rule")).expect("JSON");
    assert_eq!(rule["id"], "P3.1.4");
    assert!(explain(b"proces/PR1").is_ok());
    for id in [&b"P99"[..], b"", b"\xff"] {
        assert_eq!(explain(id).expect_err("no rule").code, "unknownRule");
    }

    let title = |options: &[u8]| serde_json::from_str::<Value>(&schema(options).expect("a schema")).expect("JSON");
    assert_eq!(title(b""), rehabplan::schema::json_schema(Lang::Da));
    assert_eq!(title(br#"{"lang": "en"}"#), rehabplan::schema::json_schema(Lang::En));
    assert_eq!(title(br#"{"schema": "report", "lang": "en"}"#), rehabplan::schema::report_schema(Lang::En));
    assert_eq!(title(br#"{"schema": "profile"}"#), rehabplan::schema::profile_schema());
    assert_eq!(title(br#"{"schema": "suppressions"}"#), rehabplan::schema::suppression_schema());
    assert_eq!(
        schema(br#"{"schema": "x"}"#).expect_err("no schema").message,
        "schema is plan, report, profile or suppressions"
    );
}

#[test]
fn a_number_stands_for_a_checker_until_it_is_closed() {
    let one = handle::open(b"").expect("a checker");
    let other = handle::open(br#"{"lang": "en"}"#).expect("a checker");
    assert_ne!(one, other);
    assert_eq!(handle::check(one, PLAN, None), check(PLAN, b""));
    assert!(handle::close(one));
    assert!(!handle::close(one));
    assert_eq!(handle::check(one, PLAN, None).expect_err("closed").code, "noChecker");
    assert_eq!(handle::check(0, PLAN, None).expect_err("none").code, "noChecker");
    assert!(handle::check(other, PLAN, None).is_ok());
    assert!(handle::close(other));
    assert_eq!(handle::open(b"[]").expect_err("options").code, "badOptions");
}

#[test]
fn closing_while_others_check_leaves_each_with_an_answer_or_without_a_checker() {
    let number = handle::open(b"").expect("a checker");
    let whole = check(PLAN, b"").expect("a report");
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                for _ in 0..50 {
                    match handle::check(number, PLAN, None) {
                        Ok(report) => assert_eq!(report, whole),
                        Err(failure) => assert_eq!(failure.code, "noChecker"),
                    }
                }
            });
        }
        scope.spawn(|| handle::close(number));
    });
}

#[test]
fn a_panic_becomes_a_failure() {
    let failure = guarded(|| -> Result<(), Failure> { panic!("{SECRET}") }).expect_err("a panic");
    assert_eq!(failure.code, "failed");
    assert!(!failure.to_json().contains("Kirsten"));
}
