//! Reading: what is absent, present and unreadable, and what no report can be given for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use rehabplan::limits::{MAX_BYTES, MAX_DEPTH, MAX_INPUT_FINDINGS, MAX_LIST_LENGTH};
use rehabplan::plan::{Date, Field, Plan, Sagstype};
use rehabplan::{Conclusion, Lang, Options, Outcome, ReadError, Report, Severity, validate_slice, validate_str};

fn read(text: &str) -> (Plan<'_>, Vec<(String, &'static str)>) {
    let (plan, input) = Plan::from_json(text).unwrap();
    (plan, input.into_iter().map(|finding| (finding.path, finding.code.code())).collect())
}

fn input(text: &str) -> Vec<(String, &'static str)> {
    read(text).1
}

fn found(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

fn error(text: &str) -> ReadError {
    validate_str(text, &Options::default()).unwrap_err()
}

fn report(text: &str) -> Report {
    validate_str(text, &Options::default()).unwrap()
}

#[test]
fn absent_null_and_placeholder_are_told_from_unreadable() {
    for (value, expected) in [
        ("null", Field::Absent),
        ("\"\"", Field::Absent),
        ("\"ikke oplyst\"", Field::Absent),
        ("\" - \"", Field::Absent),
        ("true", Field::Present(true)),
        ("false", Field::Present(false)),
        ("\"ja\"", Field::Unreadable),
        ("\"nej\"", Field::Unreadable),
        ("1", Field::Unreadable),
        ("[]", Field::Unreadable),
        ("{}", Field::Unreadable),
    ] {
        let text = format!(r#"{{"sag":{{"udenTeam":{value}}}}}"#);
        let (plan, input) = read(&text);
        assert_eq!(plan.sag.uden_team, expected, "{value}");
        assert_eq!(input.is_empty(), expected != Field::Unreadable, "{value}");
    }
    assert_eq!(read("{}").0, Plan::default());
}

#[test]
fn dates_are_iso_and_possible() {
    for (value, possible) in [
        ("2020-02-29", true),
        ("2019-02-29", false),
        ("2020-12-31", true),
        ("2020-13-01", false),
        ("2020-00-10", false),
        ("2020-04-31", false),
        ("0001-01-01", true),
        ("0000-01-01", false),
        ("9999-12-31", true),
        ("31-02-2020", false),
        ("31-01-2020", false),
        ("2020-1-5", false),
        ("2020-01-05T00:00:00", false),
        ("+2020-01-05", false),
        ("20200105", false),
        ("2020-01-0५", false),
    ] {
        assert_eq!(Date::parse(value).is_some(), possible, "{value}");
        let text = format!(r#"{{"moede":{{"dato":"{value}"}}}}"#);
        let expected = if possible { Vec::new() } else { found("/moede/dato", "notADate") };
        assert_eq!(input(&text), expected, "{value}");
    }
    assert_eq!(input(r#"{"moede":{"dato":20200105}}"#), found("/moede/dato", "notADate"));
    assert_eq!(input(r#"{"moede":{"dato":" 2020-01-05 "}}"#), []);
}

#[test]
fn numbers_have_bounds() {
    for (value, code) in [
        ("0", None),
        ("168", None),
        ("12.5", None),
        ("1e2", None),
        ("168.5", Some("outOfRange")),
        ("169", Some("outOfRange")),
        ("-1", Some("outOfRange")),
        ("1e400", Some("notANumber")),
        ("\"12\"", Some("notANumber")),
        ("true", Some("notANumber")),
        ("\"kommer\"", None),
    ] {
        let text = format!(r#"{{"forberedendeDel":{{"selvstaendig":{{"timerPrUge":{value}}}}}}}"#);
        let expected = code.map_or_else(Vec::new, |code| found("/forberedendeDel/selvstaendig/timerPrUge", code));
        assert_eq!(input(&text), expected, "{value}");
    }
    for (value, code) in
        [("3", None), ("0", Some("outOfRange")), ("4", Some("outOfRange")), ("2.5", Some("notANumber"))]
    {
        let expected = code.map_or_else(Vec::new, |code| found("/sag/kategori", code));
        assert_eq!(input(&format!(r#"{{"sag":{{"kategori":{value}}}}}"#)), expected, "{value}");
    }
}

#[test]
fn an_unknown_code_names_the_nearest() {
    let report = report(r#"{"sag":{"sagstype":"Ressourceforløb"}}"#);
    assert_eq!(report.input.len(), 1);
    assert_eq!(report.input[0].code.nearest(), Some("ressourceforloeb"));
    assert_eq!(report.input[0].path, "/sag/sagstype");
    assert!(report.input[0].message(Lang::Da).contains("»ressourceforloeb«"));
    assert!(report.input[0].message(Lang::En).contains("\"ressourceforloeb\""));
    assert_eq!(report.conclusion, Conclusion::OutOfScope, "an unknown type of case is out of scope");
    assert_eq!(input(r#"{"sag":{"sagstype":7}}"#), found("/sag/sagstype", "notText"));
    assert_eq!(report_conclusion(r#"{"sag":{"sagstype":7}}"#), (Conclusion::Undetermined, false));
    let (plan, findings) = read(r#"{"sag":{"sagstype":"jobafklaring"}}"#);
    assert_eq!((plan.sag.sagstype, findings.len()), (Field::Present(Sagstype::Jobafklaringsforloeb), 0));
}

fn report_conclusion(text: &str) -> (Conclusion, bool) {
    let report = report(text);
    (report.conclusion, report.complete)
}

#[test]
fn unknown_keys_are_found_with_the_nearest_known_one() {
    let report = report(r#"{"forberedendeDel":{"onsker":"x","borgerens_egen_vurdering":"y","zzz":[1,{"a":2}]}}"#);
    let found: Vec<_> = report.input.iter().map(|finding| (finding.path.as_str(), finding.code.nearest())).collect();
    assert_eq!(
        found,
        [
            ("/forberedendeDel/onsker", Some("oensker")),
            ("/forberedendeDel/borgerens_egen_vurdering", Some("borgerensEgenVurdering")),
            ("/forberedendeDel/zzz", None),
        ]
    );
    assert!(report.input.iter().all(|finding| finding.code.severity() == Severity::Warning));
}

#[test]
fn a_key_that_looks_like_no_field_is_not_repeated() {
    for key in ["0101701234", "Hanne Jensen", "cpr-0101701234", "", "æøå", "a.b", &"x".repeat(41)] {
        assert_eq!(input(&format!(r#"{{"moede":{{"{key}":1}}}}"#)), found("/moede", "unknownKey"), "{key}");
    }
}

#[test]
fn the_last_of_two_equal_keys_counts() {
    let (plan, findings) = read(r#"{"moede":{"dato":"2020-01-01","dato":"2020-02-02"}}"#);
    assert_eq!(plan.moede.dato.value(), Date::parse("2020-02-02"));
    assert_eq!(findings, found("/moede/dato", "duplicateKey"));
    // The second object takes the place of the first one whole.
    let (plan, findings) = read(r#"{"moede":{"dato":"2020-01-01"},"moede":{"deltagere":[]}}"#);
    assert_eq!(plan.moede.dato, Field::Absent);
    assert_eq!(findings, found("/moede", "duplicateKey"));
    assert_eq!(input(r#"{"moede":{"\u0064ato":"2020-01-01","dato":null}}"#), found("/moede/dato", "duplicateKey"));
}

#[test]
fn a_part_of_the_wrong_kind_makes_its_fields_unreadable() {
    for value in ["7", "true", "[]", "[{}]", "\"tekst\"", "1.5", "-3"] {
        let text = format!(r#"{{"sag":{{"sagstype":"ressourceforloeb"}},"forberedendeDel":{value}}}"#);
        assert_eq!(input(&text), found("/forberedendeDel", "notAnObject"), "{value}");
        let report = report(&text);
        assert_eq!(report.conclusion, Conclusion::Undetermined, "{value}");
        let part = report.result("P2.1.pkt2").unwrap();
        assert_eq!(part.outcome(), Outcome::Undetermined);
        assert_eq!(report.result("P3.1.4").unwrap().outcome(), Outcome::Undetermined);
    }
    assert_eq!(input(r#"{"moede":null,"indsatsdel":"","minPlan":"ikke oplyst"}"#), []);
}

#[test]
fn a_list_of_the_wrong_kind_and_a_bad_entry_are_found() {
    let list = |value: &str| format!(r#"{{"indsatsdel":{{"delmaal":{value}}}}}"#);
    for value in ["{}", "\"tekst\"", "7", "{\"a\":[1]}"] {
        assert_eq!(input(&list(value)), found("/indsatsdel/delmaal", "notAList"), "{value}");
    }
    assert_eq!(
        input(&list(r#"[{},null,"x",{"omraade":"her"}]"#)),
        [("/indsatsdel/delmaal/2".to_owned(), "notAnObject"), ("/indsatsdel/delmaal/3/omraade".to_owned(), "notACode"),]
    );
    assert_eq!(input(r#"{"moede":{"deltagere":["borger",3]}}"#), found("/moede/deltagere/1", "notText"));
}

#[test]
fn a_lone_surrogate_is_unreadable_and_no_crash() {
    assert_eq!(input(r#"{"forberedendeDel":{"oensker":"a\ud800b"}}"#), found("/forberedendeDel/oensker", "notText"));
    let (plan, findings) = read(r#"{"forberedendeDel":{"oensker":"\ud83d\ude00 \u00e6"}}"#);
    assert_eq!(findings, []);
    assert_eq!(plan.forberedende_del.oensker.get().unwrap().as_str(), "😀 æ");
}

#[test]
fn a_byte_order_mark_is_tolerated() {
    let text = "\u{feff}{\"sag\":{\"sagstype\":\"fleksjob\"}}";
    let plain = text.trim_start_matches('\u{feff}');
    assert_eq!(report(text), report(plain));
    assert_eq!(validate_slice(text.as_bytes(), &Options::default()).unwrap(), report(plain));
    let twice = format!("\u{feff}{text}");
    assert!(matches!(error(&twice), ReadError::NotJson { .. }));
}

#[test]
fn what_is_no_plan_is_an_error_that_says_why() {
    let not_json = |line, column, ends_early| ReadError::NotJson { line, column, ends_early };
    assert_eq!(error(""), not_json(1, 0, true));
    assert_eq!(error("{\"sag\":"), not_json(1, 7, true));
    assert_eq!(error("{\n  \"sag\": {},\n}"), not_json(3, 1, false));
    assert_eq!(error("{} {}"), not_json(1, 4, false));
    assert_eq!(error("{'sag':1}"), not_json(1, 2, false));
    assert_eq!(error("{\"sag\":{\"x\":01}}"), not_json(1, 14, false));
    for text in ["[]", "[1,2]", "null", "7", "\"tekst\"", "true", " \n[]"] {
        assert_eq!(error(text), ReadError::NotAnObject, "{text}");
    }
    let bytes = validate_slice(b"{\"a\":\"\xe6\"}", &Options::default()).unwrap_err();
    assert_eq!(bytes, ReadError::NotUtf8 { offset: 6 });
}

#[test]
fn limits_are_named_and_placed() {
    let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    // The value stands two levels down, in the plan and in one of its parts.
    let text = |levels| format!(r#"{{"sag":{{"sagstype":{}}}}}"#, deep(levels));
    assert_eq!(input(&text(MAX_DEPTH - 2)), found("/sag/sagstype", "notText"));
    assert_eq!(error(&text(MAX_DEPTH - 1)), ReadError::TooDeep { path: "/sag/sagstype".to_owned() });
    let unknown = |levels| format!(r#"{{"ukendt":{}}}"#, deep(levels));
    assert_eq!(input(&unknown(MAX_DEPTH - 1)), found("/ukendt", "unknownKey"));
    assert!(matches!(error(&unknown(MAX_DEPTH)), ReadError::TooDeep { .. }));
    assert!(matches!(error(&unknown(200_000)), ReadError::TooDeep { .. }));

    let list = |length: usize| format!(r#"{{"moede":{{"deltagere":[{}]}}}}"#, vec!["null"; length].join(","));
    assert_eq!(input(&list(MAX_LIST_LENGTH)), []);
    assert_eq!(error(&list(MAX_LIST_LENGTH + 1)), ReadError::ListTooLong { path: "/moede/deltagere".to_owned() });

    let unknown = |count: usize| format!(r#"{{"sag":{{{}}}}}"#, vec![r#""ukendt":0"#; count].join(","));
    assert_eq!(input(&unknown(MAX_INPUT_FINDINGS)).len(), MAX_INPUT_FINDINGS);
    let too_many = ReadError::TooManyFindings { path: "/sag".to_owned() };
    assert_eq!(error(&unknown(MAX_INPUT_FINDINGS + 1)), too_many);
    // As many unreadable values as a list may have entries, and one more elsewhere.
    let unreadable =
        |also: &str| format!(r#"{{"moede":{{"deltagere":[{}]{also}}}}}"#, vec!["7"; MAX_LIST_LENGTH].join(","));
    assert_eq!(input(&unreadable("")).len(), MAX_INPUT_FINDINGS);
    let too_many = ReadError::TooManyFindings { path: "/moede/dato".to_owned() };
    assert_eq!(error(&unreadable(r#","dato":"x""#)), too_many);

    let mut large = format!("{{\"a\":\"{}\"}}", "x".repeat(MAX_BYTES - 8));
    assert_eq!(large.len(), MAX_BYTES);
    assert_eq!(input(&large), found("/a", "unknownKey"));
    large.push(' ');
    assert_eq!(error(&large), ReadError::TooLarge { bytes: MAX_BYTES + 1 });
    assert_eq!(
        validate_slice(large.as_bytes(), &Options::default()).unwrap_err(),
        ReadError::TooLarge { bytes: MAX_BYTES + 1 }
    );
}

#[test]
fn errors_speak_both_languages() {
    let errors = [
        ReadError::NotUtf8 { offset: 3 },
        ReadError::NotJson { line: 2, column: 5, ends_early: true },
        ReadError::NotJson { line: 2, column: 5, ends_early: false },
        ReadError::NotAnObject,
        ReadError::TooLarge { bytes: 9 },
        ReadError::TooDeep { path: "/sag".to_owned() },
        ReadError::ListTooLong { path: "/sag".to_owned() },
        ReadError::TooManyFindings { path: "/sag".to_owned() },
    ];
    for error in errors {
        assert_eq!(error.message(Lang::En), error.to_string());
        assert_ne!(error.message(Lang::Da), error.message(Lang::En));
    }
}

#[test]
fn a_plan_built_in_rust_is_the_plan_that_was_read() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/plans");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "json") {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        let (plan, input) = Plan::from_json(&text).unwrap();
        if input.is_empty() {
            let written = serde_json::to_string(&plan).unwrap();
            assert_eq!(Plan::from_json(&written).unwrap(), (plan, Vec::new()), "{path:?}");
        }
    }
}
