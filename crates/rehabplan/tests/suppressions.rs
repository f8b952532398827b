//! Findings that somebody has decided on: each belongs to one case, and none changes what the plan is under the law.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use rehabplan::plan::Date;
use rehabplan::plan::Plan;
use rehabplan::positions::Position;
use rehabplan::profile::{self, Builder, ProfileSet};
use rehabplan::{Checker, Conclusion, Detail, Lang, Outcome, Phase, ProfileError, Report};
use rehabplan_corpus::{base, merge};
use serde_json::{Value, json};

fn plan(name: &str, patch: &Value) -> Value {
    let mut plan = base(name);
    merge(&mut plan, patch);
    plan
}

fn checker() -> Checker {
    let as_of = Date::new(2020, 6, 1);
    Checker::new().phase(Phase::Indsats).as_of(as_of).detail(Detail::All)
}

fn check(plan: &Value, profiles: &ProfileSet) -> Report {
    checker().profiles(profiles.clone()).check_str(&plan.to_string()).unwrap()
}

fn entry(more: &Value) -> Value {
    let mut entry = json!({"reason": "Borgeren er hørt mundtligt", "author": "A. Jensen", "date": "2020-03-01"});
    merge(&mut entry, more);
    entry
}

fn builder(list: &Value) -> Builder {
    ProfileSet::builder().suppress(&list.to_string()).unwrap()
}

fn suppressed(report: &Report) -> Vec<&str> {
    report.results.iter().filter(|result| result.suppressed().is_some()).map(|result| result.rule.id).collect()
}

const WISHES: &str = "P3.1.4!/forberedendeDel/oensker";

#[test]
fn a_suppressed_finding_stays_and_one_that_matches_nothing_is_told() {
    let plan = plan("RF", &json!({"forberedendeDel": {"oensker": null}}));
    let list = json!([
        entry(&json!({"key": WISHES})),
        entry(&json!({"key": "P3.1.1.a!/forberedendeDel/erfaringerRessourcer"})),
        entry(&json!({"key": "vejledning/V13!/indstilling/dokumentation"})),
    ]);
    let profiles = builder(&list).built_in("vejledning", &[]).unwrap().for_one_plan().build().unwrap();
    let report = check(&plan, &profiles);
    let finding = report.result("P3.1.4").unwrap();
    assert_eq!(finding.outcome(), Outcome::NotMet);
    assert_eq!(finding.suppressed().unwrap().reason, "Borgeren er hørt mundtligt");
    assert!(!finding.is_blocking());
    assert_eq!((report.errors, report.conclusion), (0, Conclusion::Deficient));
    let json: Value = serde_json::from_str(&report.to_json(Lang::Da)).unwrap();
    assert_eq!(json["suppressed"], 1);
    assert_eq!(json["unusedSuppressions"], json!(["P3.1.1.a!/forberedendeDel/erfaringerRessourcer"]));
    let guidance = json["profileResults"].as_array().unwrap().iter().find(|result| result["rule"] == "vejledning/V13");
    assert_eq!(guidance.unwrap()["suppressed"]["author"], "A. Jensen");
}

#[test]
fn a_suppression_holds_for_its_case_and_for_no_other() {
    let plan = plan("RF", &json!({"forberedendeDel": {"oensker": null}}));
    let named = builder(&json!([entry(&json!({"case": "4711", "key": WISHES}))])).build().unwrap();
    let of = |profiles: &ProfileSet, case: Option<&str>| {
        let checker = checker().profiles(profiles.clone());
        let checker = if let Some(case) = case { checker.of_case(case) } else { checker };
        let report = checker.check_str(&plan.to_string()).unwrap();
        let beside = report.profiles.as_ref().unwrap();
        (report.errors, beside.used_suppressions().count(), beside.unused_suppressions().count())
    };
    assert_eq!(of(&named, Some("4711")), (0, 1, 0));
    // Not told as unused: it is about another case.
    assert_eq!(of(&named, Some("4712")), (1, 0, 0));
    assert_eq!(of(&named, Some("")), (1, 0, 0));
    // Nobody says which case it is.
    assert_eq!(of(&named, None), (1, 0, 1));

    // Without a case it is refused, unless one plan is all that is checked.
    let list = json!([entry(&json!({"case": "4711", "key": WISHES})), entry(&json!({"key": "P3.1.2!/x"}))]);
    let refused = builder(&list).build().unwrap_err();
    assert_eq!((refused.code(), refused.place().unwrap().path.as_str()), ("noCase", "/1"));
    let one = builder(&json!([entry(&json!({"key": WISHES}))])).for_one_plan().build().unwrap();
    assert_eq!(of(&one, None), (0, 1, 0));
    assert_eq!(of(&one, Some("4711")), (0, 1, 0));
    // An id is the caller's own, whatever it would be as a reply.
    for id in ["a", "-", "xx", "planer/æ.json:17", "null"] {
        let named = builder(&json!([entry(&json!({"case": id, "key": WISHES}))])).build().unwrap();
        assert_eq!((of(&named, Some(id)).0, of(&named, Some(&format!("{id} "))).0), (0, 1), "{id}");
    }

    // The same of a profile that holds one.
    let own = |case: Value| {
        let mut entry = entry(&json!({"key": WISHES}));
        entry["case"] = case;
        json!({"id": "mit", "title": "Mit", "source": "Byrådet", "force": "local", "effects": [{"suppress": entry}]})
    };
    let load = |case| ProfileSet::builder().load(&own(case).to_string()).unwrap();
    let refused = load(Value::Null).build().unwrap_err();
    assert_eq!((refused.code(), refused.place().unwrap().path.as_str()), ("noCase", "/effects/0/suppress"));
    assert_eq!(of(&load(json!("4711")).build().unwrap(), Some("4711")).0, 0);
    let mut elsewhere = own(json!("4711"));
    elsewhere["authorities"] = json!(["751"]);
    let elsewhere = ProfileSet::builder().load(&elsewhere.to_string()).unwrap().build().unwrap();
    assert_eq!(of(&elsewhere, Some("4711")), (1, 0, 1), "the profile has no effect here");
}

/// Whatever is suppressed, the law's conclusion is the same, and so is every outcome.
#[test]
fn no_suppression_changes_the_conclusion() {
    let mut some = 0;
    for name in ["RF", "JA22", "JAX", "FJ", "FP", "REV", "SDP3"] {
        let patches = [
            json!({"forberedendeDel": null}),
            json!({"forberedendeDel": {"oensker": null, "laege": null}, "indstilling": {"begrundelse": "-"}}),
            json!({"indsatsdel": {"delmaal": [{"beskrivelse": "Et delmål"}], "tilbud": []}}),
            json!({"moede": {"dato": 17}, "indstilling": null}),
        ];
        for patch in patches {
            let text = plan(name, &patch).to_string();
            let plain = checker().check_str(&text).unwrap();
            let keys = plain.findings().map(|finding| entry(&json!({"key": finding.key(), "position": true})));
            let list: Vec<_> = keys.collect();
            some += list.len();
            let profiles = builder(&json!(list)).for_one_plan().build().unwrap();
            let report = checker().profiles(profiles.clone()).check_str(&text).unwrap();
            assert_eq!((report.conclusion, report.counts), (plain.conclusion, plain.counts), "{name} {patch}");
            assert_eq!((report.errors, report.warnings), (0, 0), "{name} {patch}");
            assert_eq!(suppressed(&report).len(), list.len(), "{name} {patch}");
            for (result, base) in report.results.iter().zip(&plain.results) {
                assert_eq!((result.outcome(), result.key()), (base.outcome(), base.key()));
            }
        }
    }
    assert!(some > 50, "only {some} findings");
}

/// The measures of a plan; those without a goal break § 5, stk. 1, nr. 3.
fn measures(list: &[(&str, bool)]) -> Value {
    let measure = |(id, has_goal): &(&str, bool)| json!({"aktivitetIdentifier": id, "beskrivelse": "Et tilbud", "kortsigtetMaal": has_goal.then_some("Et mål")});
    json!({"indsatsdel": {"tilbud": list.iter().map(measure).collect::<Vec<_>>()}, "minPlan": {"indsatser": null}})
}

#[test]
fn a_key_into_a_list_stays_with_its_entry() {
    let key = |id: &str| format!("P5.1.3.b!/indsatsdel/tilbud/aktivitetIdentifier={id}/kortsigtetMaal");
    let is_suppressed = |key: &str, list: &[(&str, bool)]| {
        let profiles = builder(&json!([entry(&json!({"key": key}))])).for_one_plan().build().unwrap();
        let report = check(&plan("RF", &measures(list)), &profiles);
        assert_eq!(report.result("P5.1.3.b").unwrap().outcome(), Outcome::NotMet);
        let beside = report.profiles.as_ref().unwrap();
        let is_suppressed = suppressed(&report) == ["P5.1.3.b"];
        assert_eq!(beside.unused_suppressions().count(), usize::from(!is_suppressed));
        // The identifier stands in the plan, and in the report only where the user's own entry is told as unused.
        assert!(!is_suppressed || !report.to_json(Lang::Da).contains("a-1"));
        is_suppressed
    };
    assert!(is_suppressed(&key("a-1"), &[("a-0", true), ("a-1", false)]));
    assert!(is_suppressed(&key("a-1"), &[(" a-1 ", false), ("a-0", true)]));
    // Put before it, behind it, or in its place: the decision is about another entry.
    assert!(is_suppressed(&key("a-1"), &[("b", true), ("a-0", true), ("a-1", false)]));
    assert!(!is_suppressed(&key("a-1"), &[("b", false), ("a-0", true), ("a-1", true)]));
    assert!(!is_suppressed(&key("a-1"), &[("a-0", true), ("b", false)]));
    // A second entry with the same defect is another finding.
    assert!(!is_suppressed(&key("a-1"), &[("a-0", false), ("a-1", false)]));
    let both = format!("{},/indsatsdel/tilbud/aktivitetIdentifier=a-0/kortsigtetMaal", key("a-1"));
    assert!(is_suppressed(&both, &[("a-0", false), ("a-1", false)]));
    assert!(is_suppressed(&both, &[("a-1", false), ("b", true), ("a-0", false)]));
    // Nobody knows which one is meant.
    assert!(!is_suppressed(&key("a-1"), &[("a-1", false), ("a-1", true)]));
    // What JSON Pointer escapes is escaped here, and a comma is no end.
    assert!(is_suppressed(&key("17~1a,b~0"), &[("17/a,b~", false)]));

    // By its number, only when the entry says so.
    let by_number = "P5.1.3.b!/indsatsdel/tilbud/1/kortsigtetMaal";
    let refused = ProfileSet::builder().suppress(&json!([entry(&json!({"key": by_number}))]).to_string()).unwrap_err();
    assert_eq!((refused.code(), refused.place().unwrap().path.as_str()), ("position", "/0/key"));
    let list = json!([entry(&json!({"key": by_number, "position": true}))]);
    let profiles = builder(&list).for_one_plan().build().unwrap();
    assert_eq!(suppressed(&check(&plan("RF", &measures(&[("a", true), ("b", false)])), &profiles)), ["P5.1.3.b"]);

    // A document is named by its reference, and a plan may have been built in Rust.
    let document = "P3.1.5.b!/forberedendeDel/helbred/dokumentation/henvisning=J-2/dato";
    assert!(builder(&json!([entry(&json!({"case": "1", "key": document}))])).build().is_ok());
    let text = plan("RF", &measures(&[("a-0", true), ("a-1", false)])).to_string();
    let read = Plan::from_json(&text).unwrap();
    let profiles = builder(&json!([entry(&json!({"key": key("a-1")}))])).for_one_plan().build().unwrap();
    assert_eq!(suppressed(&checker().profiles(profiles.clone()).check(&read)), ["P5.1.3.b"]);
}

fn refused(text: &str) -> ProfileError {
    match ProfileSet::builder().suppress(text).and_then(Builder::build) {
        Err(error) => error,
        Ok(_) => panic!("accepted: {text}"),
    }
}

#[test]
fn what_is_wrong_with_a_list_is_said_with_its_place_in_both_languages() {
    let with = |more: Value| json!([entry(&json!({"case": "1", "key": WISHES})), entry(&more)]);
    let key = |key: &str| with(json!({"case": "1", "key": key}));
    let cases = [
        (json!({}), "notAList", ""),
        (json!([7]), "notAnObject", "/0"),
        (with(json!({"case": "1", "keys": "x"})), "unknownKey", "/1/keys"),
        (with(json!({"case": "1"})), "missingKey", "/1"),
        (with(json!({"case": "1", "key": WISHES, "author": null})), "missingKey", "/1"),
        (with(json!({"case": 1, "key": WISHES})), "notText", "/1/case"),
        (with(json!({"case": "1", "key": WISHES, "position": 1})), "notABoolean", "/1/position"),
        (with(json!({"case": "1", "key": WISHES, "date": "2020-02-30"})), "notADate", "/1/date"),
        (with(json!({"case": "1", "key": WISHES, "reason": " "})), "noReason", "/1/reason"),
        (with(json!({"case": "1", "key": WISHES, "author": "-"})), "noReason", "/1/author"),
        (with(json!({"case": "1", "key": WISHES, "reason": "x".repeat(10_001)})), "tooLong", "/1/reason"),
        (with(json!({"case": " ", "key": WISHES})), "noCase", "/1/case"),
        (with(json!({"key": "P3.1.2!/x"})), "noCase", "/1"),
        (key("P3.1.4"), "badKey", "/1/key"),
        (key("P3.1.4!"), "badKey", "/1/key"),
        (key("P3.1.4!forberedendeDel"), "badKey", "/1/key"),
        (key("P3.1.44!/x"), "unknownRule", "/1/key"),
        (key("P3.1.4!/indsatsdel/tilbud/0"), "position", "/1/key"),
        (key("P3.1.4!/x,/indsatsdel/tilbud/12/beskrivelse"), "position", "/1/key"),
        (key("P3.1.4!/indsatsdel/tilbud/beskrivelse=x"), "unknownIdentifier", "/1/key"),
        (key("P3.1.4!/indsatsdel/delmaal/aktivitetIdentifier=x"), "unknownIdentifier", "/1/key"),
        (key("P3.1.4!/indsatsdel/aktivitetIdentifier=x"), "unknownIdentifier", "/1/key"),
        (with(json!({"case": "1", "key": WISHES, "reason": "Noget andet"})), "conflict", "/1"),
    ];
    for (list, code, path) in cases {
        let list = format!("{list:#}");
        let error = refused(&list);
        assert_eq!((error.code(), error.place().unwrap().path.as_str()), (code, path), "{error}");
        assert_eq!(error.position(), Some(rehabplan::positions::Positions::new(&list).of(path)), "{error}");
        let line = error.position().unwrap().line;
        assert!(error.message(Lang::En).starts_with("suppressions"), "{error}");
        assert!(error.message(Lang::En).contains(&format!("(line {line}, column")), "{error}");
        let danish = error.message(Lang::Da);
        assert!(
            danish.starts_with("fund, der ses bort fra") && danish.contains(&format!("(linje {line}, ")),
            "{danish}"
        );
        assert!(Lang::ALL.iter().all(|lang| !error.message(*lang).contains("profil")), "{error}");
    }
    // A key that may be a person's name is told by its place.
    let person = refused(r#"[{"Jens Hansen": 1}]"#);
    assert_eq!(
        person.message(Lang::Da),
        "fund, der ses bort fra, /0 (linje 1, kolonne 18): her står en nøgle, som en post ikke har"
    );
    assert_eq!(
        person.to_string(),
        "suppressions /0 (line 1, column 18): a key stands here that an entry does not have"
    );
    let twice = r#"[{"case": "1", "key": "P3.1.4!/x", "key": "P3.1.2!/x", "reason": "x", "author": "x", "date": "2020-01-01"}]"#;
    assert_eq!(refused(twice).code(), "duplicateKey");
    let broken = refused("[\n  \u{e6}\u{f8}\u{e5}]");
    assert_eq!((broken.code(), broken.position()), ("notJson", Some(Position { line: 2, column: 3 })));
    assert!(!broken.message(Lang::Da).contains("profil"), "{broken}");
    let broken = refused("[{\"case\": \"\u{e6}\u{f8}\u{e5}\" !}]");
    assert_eq!(broken.position(), Some(Position { line: 1, column: 17 }), "columns count characters");
    assert_eq!(refused("[{\"key\": 1}, !").code(), "notJson");
    assert_eq!(refused(&" ".repeat(rehabplan::limits::MAX_PROFILE_BYTES + 1)).code(), "tooLarge");
    let one = entry(&json!({"case": "1", "key": WISHES}));
    assert_eq!(refused(&json!(vec![one.clone(); 1_001]).to_string()).code(), "tooMany");
    // The same thing twice is said once.
    assert_eq!(builder(&json!([one, one])).build().unwrap().suppressions().count(), 1);
    assert_eq!(
        refused(r#"[{"key": "P3.1.4", "reason": "x", "author": "x", "date": "2020-01-01"}]"#).message(Lang::En),
        "suppressions /0/key (line 1, column 10): the key is not that of a finding; it is written RULE!/path, as it \
         stands in the report"
    );
    assert!(profile::rule("proces/PR1").is_some() && builder(&key("proces/PR1!/moede/dato")).build().is_ok());
}
