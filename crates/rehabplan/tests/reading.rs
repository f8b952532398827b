//! Reading: what is absent, present and unreadable, and what no report can be given for.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use rehabplan::limits::{MAX_BYTES, MAX_DEPTH, MAX_INPUT_FINDINGS, MAX_LIST_LENGTH};
use rehabplan::plan::{Date, Field, Plan, Sagstype};
use rehabplan::report::InputFinding;
use rehabplan::{Checker, Conclusion, Lang, Outcome, Phase, ReadError, Report, Severity};

fn read(text: &str) -> (Plan<'_>, Vec<(String, &'static str)>) {
    let mut plan = Plan::from_json(text).unwrap();
    let input = std::mem::take(&mut plan.input);
    (plan, input.into_iter().map(|finding| (finding.path, finding.code.code())).collect())
}

fn input(text: &str) -> Vec<(String, &'static str)> {
    read(text).1
}

fn found(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

fn error(text: &str) -> ReadError {
    Checker::new().check_str(text).unwrap_err()
}

fn report(text: &str) -> Report {
    Checker::new().check_str(text).unwrap()
}

#[test]
fn a_key_is_read_however_it_is_written() {
    let expected = read(r#"{"sag":{"sagstype":"fleksjob"},"forberedendeDel":{"cv":"Kok"}}"#);
    assert_eq!((expected.0.sag.sagstype.value(), &*expected.1), (Some(Sagstype::Fleksjob), &[][..]));
    for text in [
        r#"{ "sag" : { "sagstype" : "fleksjob" } , "forberedendeDel" : { "cv" : "Kok" } }"#,
        "{\n\t\"sag\"\r\n:\n{\"sagstype\"\t:\"fleksjob\"},\"forberedendeDel\":{\"cv\" :\"Kok\"}}",
        r#"{"s\u0061g":{"sagstyp\u0065":"fleksjob"},"forberedendeDel":{"\u0063v":"Kok"}}"#,
        r#"{"forberedendeDel":{"cv":"Kok"},"sag":{"sagstype":"fleksjob"}}"#,
    ] {
        assert_eq!(read(text), expected, "{text}");
    }
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
        ("1901-01-01", true),
        ("9998-12-31", true),
        ("0000-01-01", false),
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
    // Days, but what programs write for no date: no date of a case (A6).
    for value in ["0001-01-01", "1753-01-01", "1899-12-30", "1900-01-01", "9999-12-31"] {
        assert!(Date::parse(value).is_some(), "{value}");
        for at in ["/moede/dato", "/forberedendeDel/dato", "/forloeb/slutdato"] {
            let (part, key) = at[1..].split_once('/').unwrap();
            assert_eq!(input(&format!(r#"{{"{part}":{{"{key}":"{value}"}}}}"#)), found(at, "notADate"), "{value}");
        }
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
        [("3", None), ("3.0", None), ("0", Some("outOfRange")), ("4", Some("outOfRange")), ("2.5", Some("notWhole"))]
    {
        let expected = code.map_or_else(Vec::new, |code| found("/sag/kategori", code));
        assert_eq!(input(&format!(r#"{{"sag":{{"kategori":{value}}}}}"#)), expected, "{value}");
    }
}

#[test]
fn an_unknown_code_names_the_nearest() {
    let report = report(r#"{"sag":{"sagstype":"Resourceforløb"}}"#);
    assert_eq!(report.input.len(), 1);
    assert_eq!(report.input[0].code.nearest(), Some("ressourceforloeb"));
    assert_eq!(report.input[0].path, "/sag/sagstype");
    assert!(report.input[0].message(Lang::Da).contains("»ressourceforloeb«"));
    assert!(report.input[0].message(Lang::En).contains("\"ressourceforloeb\""));
    assert!(report.input[0].remedy(Lang::Da).ends_with(
        ": ressourceforloeb, jobafklaringsforloeb, sygedagpenge, fleksjob, tilskud, foertidspension, revalidering, anden"
    ));
    assert_eq!(input(r#"{"sag":{"sagstype":7}}"#), found("/sag/sagstype", "notACode"));
    let (plan, findings) = read(r#"{"sag":{"sagstype":"jobafklaring"}}"#);
    assert_eq!((plan.sag.sagstype, findings.len()), (Field::Present(Sagstype::Jobafklaringsforloeb), 0));
}

/// A33: only a known type of case can be out of scope. Of everything else nobody can tell, and the report says what is
/// missing, where, and what may stand there.
#[test]
fn a_case_of_no_known_type_is_undetermined() {
    const SAGSTYPE: &str = "/sag/sagstype";
    for (document, place, codes) in [
        ("{}", SAGSTYPE, vec!["scopeUnknown"]),
        (r#"{"sag":{}}"#, SAGSTYPE, vec!["scopeUnknown"]),
        (r#"{"sag":null}"#, SAGSTYPE, vec!["scopeUnknown"]),
        (r#"{"sag":{"sagstype":null}}"#, SAGSTYPE, vec!["scopeUnknown"]),
        (r#"{"sag":{"sagstype":""}}"#, SAGSTYPE, vec!["scopeUnknown"]),
        (r#"{"sag":{"sagstype":"ikke oplyst"}}"#, SAGSTYPE, vec!["scopeUnknown"]),
        (r#"{"sag":{"sagstype":"mangler"}}"#, SAGSTYPE, vec!["scopeUnknown"]),
        (r#"{"sag":{"sagstype":"dagpenge"}}"#, SAGSTYPE, vec!["notACode"]),
        (r#"{"sag":{"sagstype":"x"}}"#, SAGSTYPE, vec!["notACode"]),
        (r#"{"sag":{"sagstype":7}}"#, SAGSTYPE, vec!["notACode"]),
        (r#"{"sag":{"sagstype":["fleksjob"]}}"#, SAGSTYPE, vec!["notACode"]),
        (r#"{"sag":"fleksjob"}"#, SAGSTYPE, vec!["notAnObject", "scopeUnknown"]),
        (r#"{"sag":{"sagstype":"fleksjob","sagstype":null}}"#, SAGSTYPE, vec!["duplicateKey", "scopeUnknown"]),
        (
            r#"{"Sag":{"sagstype":"fleksjob"}}"#,
            SAGSTYPE,
            vec!["notAPlan", "otherSpelling", "scopeUnknown", "unknownKey"],
        ),
        (r#"{"sag":{"sagstype":"sygedagpenge"}}"#, "/sag/kategori", vec!["scopeUnknown"]),
        (r#"{"sag":{"sagstype":"sygedagpenge","kategori":null}}"#, "/sag/kategori", vec!["scopeUnknown"]),
        (r#"{"sag":{"sagstype":"sygedagpenge","kategori":"3"}}"#, "/sag/kategori", vec!["notANumber"]),
        (r#"{"sag":{"sagstype":"sygedagpenge","kategori":4}}"#, "/sag/kategori", vec!["outOfRange"]),
        (r#"{"sag":{"sagstype":"sygedagpenge","kategori":0}}"#, "/sag/kategori", vec!["outOfRange"]),
        (r#"{"sag":{"sagstype":"sygedagpenge","kategori":2.5}}"#, "/sag/kategori", vec!["notWhole"]),
        (
            r#"{"sag":{"sagstype":"anden","anvendBekendtgoerelsen":"ja"}}"#,
            "/sag/anvendBekendtgoerelsen",
            vec!["notABoolean"],
        ),
    ] {
        for phase in [None, Some(Phase::Indsats)] {
            let report = Checker::new().phase(phase).check_str(document).unwrap();
            assert_eq!((report.conclusion, report.complete), (Conclusion::Undetermined, false), "{document}");
            assert!(report.results.is_empty(), "{document}");
            assert!(report.notes.iter().any(|note| note.code == "nothingTried"), "{document}");
            let found: Vec<_> = report.input.iter().map(|finding| finding.code.code()).collect();
            assert_eq!(found, codes, "{document}");
            // That a key stands twice does not say what is missing.
            let says_why = |finding: &&InputFinding| {
                let code = finding.code;
                finding.path == place && code.severity() == Severity::Error && code.code() != "duplicateKey"
            };
            let told = report.input.iter().find(says_why).expect(document);
            if !matches!(told.code.code(), "outOfRange" | "notWhole" | "notANumber" | "notABoolean") {
                let allowed = if place == SAGSTYPE { "revalidering, anden" } else { "1, 2, 3" };
                assert!(told.remedy(Lang::Da).ends_with(allowed), "{document}");
                assert!(told.remedy(Lang::En).ends_with(allowed), "{document}");
            }
        }
    }
}

#[test]
fn a_known_case_outside_the_law_is_out_of_scope() {
    for sag in [
        r#"{"sagstype":"sygedagpenge","kategori":1}"#,
        r#"{"sagstype":"Sygedagpenge","kategori":2}"#,
        r#"{"sagstype":"anden"}"#,
        r#"{"sagstype":"anden","anvendBekendtgoerelsen":false}"#,
        r#"{"sagstype":"jobafklaringsforloeb","foersteForloeb":true,"forventetRaskmelding8Uger":true}"#,
    ] {
        let report = report(&format!(r#"{{"sag":{sag}}}"#));
        assert_eq!(
            (report.conclusion, report.complete, report.input.len()),
            (Conclusion::OutOfScope, true, 0),
            "{sag}"
        );
    }
}

#[test]
fn a_code_is_read_however_it_is_spelt() {
    for (written, sagstype) in [
        ("Fleksjob", Sagstype::Fleksjob),
        ("FLEKS JOB", Sagstype::Fleksjob),
        ("ressourceforløb", Sagstype::Ressourceforloeb),
        ("RESSOURCEFORLØB", Sagstype::Ressourceforloeb),
        ("Førtidspension", Sagstype::Foertidspension),
        ("\u{a0}førtids-pension", Sagstype::Anden),
        ("Jobafklaring", Sagstype::Jobafklaringsforloeb),
        ("Jobafklarings forløb\u{200b}", Sagstype::Jobafklaringsforloeb),
    ] {
        let read = Sagstype::from_code(written);
        let expected = (sagstype != Sagstype::Anden).then_some(sagstype);
        assert_eq!(read, expected, "{written}");
        let document = serde_json::json!({"sag": {"sagstype": written}}).to_string();
        let plan = Plan::from_json(&document).unwrap();
        assert_eq!(plan.sag.sagstype.value(), expected, "{written}");
    }
}

#[test]
fn unknown_keys_are_found_with_the_nearest_known_one() {
    let text = r#"{"forberedendeDel":{"zzz":[1,{"a":2}],"onsker":"x","borgerensEgenVurderng":"y"}}"#;
    let plan = Plan::from_json(text).unwrap();
    let found: Vec<_> = plan.input.iter().map(|finding| (finding.path.as_str(), finding.code.nearest())).collect();
    assert_eq!(
        found,
        [
            // What was most likely meant is not absent: something stands there that nobody has read.
            ("/forberedendeDel/borgerensEgenVurdering", None),
            ("/forberedendeDel/oensker", None),
            ("/forberedendeDel/borgerensEgenVurderng", Some("borgerensEgenVurdering")),
            ("/forberedendeDel/onsker", Some("oensker")),
            ("/forberedendeDel/zzz", None),
        ]
    );
    assert_eq!(plan.forberedende_del.oensker, Field::Unreadable);
    let unknown = plan.input.iter().filter(|finding| finding.code.code() == "unknownKey");
    assert!(unknown.map(|finding| finding.code.severity()).eq([Severity::Warning; 3]));
}

#[test]
fn what_stands_under_a_key_in_another_spelling_is_not_read_and_not_absent() {
    // The value is lost to the rules: not absent, so that no part passes for one that has not come yet.
    let text = r#"{"sag":{"sagstype":"ressourceforloeb"},"Indstilling":{"udfald":"ressourceforloeb"}}"#;
    assert_eq!(input(text), [found("/indstilling", "otherSpelling"), found("/Indstilling", "unknownKey")].concat());
    let report = report(text);
    assert_eq!(report.phase, Phase::Indstilling);
    assert_ne!(report.conclusion, Conclusion::Fulfilled);

    for (text, places) in [
        // The same field twice: nobody knows which of the texts counts, nor whether the other one recommends.
        (r#"{"forberedendeDel":{"Ønsker":"Ro","oensker":"At køre bus"}}"#, vec!["duplicateKey", "unknownKey"]),
        (r#"{"forberedendeDel":{"oensker":"At køre bus","onsker":"Ro"}}"#, vec!["unknownKey"]),
        // Exports write what they do not have as null: it is the text under the other name that is there.
        (r#"{"forberedendeDel":{"Ønsker":"Ro","oensker":null}}"#, vec!["otherSpelling", "unknownKey"]),
        (r#"{"forberedendeDel":{"oensker":"","Ønsker":"Ro"}}"#, vec!["otherSpelling", "unknownKey"]),
        (r#"{"forberedendeDel":{"ønsker":"Ro"}}"#, vec!["otherSpelling", "unknownKey"]),
        (r#"{"forberedendeDel":{"personlige_ressourcer":{}}}"#, vec!["otherSpelling", "unknownKey"]),
        (r#"{"forberedendeDel":{"ØNSKER":null}}"#, vec!["unknownKey"]),
        (r#"{"forberedendeDel":{"oensker:":"Ro"}}"#, vec!["otherSpelling", "unknownKey"]),
        (r#"{"forberedendeDel":{"oensker:":"Ro","oensker":"At køre bus"}}"#, vec!["duplicateKey", "unknownKey"]),
        (r#"{"forberedendeDel":{"cv:":"Smed"}}"#, vec!["otherSpelling", "unknownKey"]),
        (r#"{"sag:":{}, "moede":{}}"#, vec!["otherSpelling", "unknownKey"]),
        (r#"{"forberedendeDel":{"OENSKER":"a","Oensker":"b"}}"#, vec!["otherSpelling", "unknownKey", "unknownKey"]),
    ] {
        assert_eq!(input(text).iter().map(|(_, code)| *code).collect::<Vec<_>>(), places, "{text}");
    }
}

/// A whole part under a name of the vendor's own is not read, and what it may say is not "nothing": no answer rests on its absence.
#[test]
fn a_part_under_a_name_that_holds_its_own_is_unreadable() {
    for key in ["teamets_indstilling", "Teamets indstilling", "indstillingFraTeam"] {
        let text = format!(r#"{{"sag":{{"sagstype":"fleksjob"}},"{key}":{{"fleksjob":{{}}}}}}"#);
        let codes = input(&text);
        assert!(codes.contains(&("/indstilling".to_owned(), "otherSpelling")), "{key}: {codes:?}");
        assert_eq!(report(&text).phase, Phase::Indstilling, "{key}");
    }
    // What is no part, and what stands beside the part itself, stays what it is: a key of the vendor's own.
    for text in [
        r#"{"sag":{"sagstype":"fleksjob"},"indstillingens_journalnummer":7}"#,
        r#"{"sag":{"sagstype":"fleksjob"},"indstilling":{"udfald":"fleksjob"},"indstilling_metadata":{"kilde":"x"}}"#,
    ] {
        assert!(input(text).iter().all(|(_, code)| *code == "unknownKey"), "{text}");
    }
}

/// Other capitals, blanks, hyphens and underscores make no other key, nor do Danish letters: nobody knows which of the two counts.
#[test]
fn a_key_in_two_cases_is_the_same_key_twice() {
    let whole = include_str!("../../../examples/plans/ressourceforloeb-i-orden.json");
    assert_eq!(report(whole).conclusion, Conclusion::Fulfilled);
    for (key, other) in [
        ("sag", "Sag"),
        ("moede", "MOEDE"),
        ("moede", "Møde"),
        ("indstilling", "Indstilling "),
        ("forberedendeDel", "forberedende-del"),
        ("forberedendeDel", "forberedende\u{a0}del"),
        ("sag", "s_a_g"),
        ("oensker", "Ønsker"),
        ("oensker", "oensker:"),
        ("oensker", "Ønsker :"),
        ("sag", "sag:"),
        ("sag", "Sag *"),
    ] {
        let quoted = format!("\"{key}\":");
        assert!(whole.contains(&quoted), "{key}");
        for twice in [format!("\"{other}\": {{}}, {quoted}"), format!("{quoted} {{}}, \"{other}\":")] {
            let text = whole.replacen(&quoted, &twice, 1);
            let codes: Vec<_> = input(&text).into_iter().filter(|(_, code)| *code != "unknownKey").collect();
            let place = format!("/{key}");
            let expected = if twice.starts_with(&quoted) { None } else { Some("duplicateKey") };
            // What is left of the right one is empty where the other one has it all.
            assert!(
                codes.iter().any(|(path, code)| path.ends_with(&place) && expected.is_none_or(|one| one == *code)),
                "{codes:?}"
            );
            assert_ne!(report(&text).conclusion, Conclusion::Fulfilled, "{other}");
        }
    }
    let (plan, findings) = read(r#"{"moede":{"dato":"2020-01-01"},"Moede":{"dato":"2020-02-02"}}"#);
    assert_eq!(plan.moede.dato, Field::Unreadable);
    assert_eq!(findings, [found("/moede", "duplicateKey"), found("/Moede", "unknownKey")].concat());
    let (plan, findings) = read(r#"{"forberedendeDel":{"oensker":"At køre bus","Ønsker":"Ro"}}"#);
    assert_eq!(plan.forberedende_del.oensker, Field::Unreadable);
    // A key with other letters than a field's name is told by the object that holds it.
    let told = [found("/forberedendeDel/oensker", "duplicateKey"), found("/forberedendeDel", "unknownKey")];
    assert_eq!(findings, told.concat());
}

#[test]
fn a_key_that_looks_like_no_field_is_not_repeated() {
    for key in ["0101701234", "Hanne Jensen", "cpr-0101701234", "", "æøå", "a.b", &"x".repeat(41)] {
        assert_eq!(input(&format!(r#"{{"moede":{{"{key}":1}}}}"#)), found("/moede", "unknownKey"), "{key}");
    }
}

/// Nothing but their number tells such keys apart, and those of another object are others.
#[test]
fn keys_that_are_not_repeated_are_counted() {
    let text = r#"{"sag":{"a b":1,"":2,"nøgle":3,"x":4,"Hanne Jensen":5},"moede":{"c d":1,"e f":2},"Ønsker":1}"#;
    let found: Vec<_> =
        report(text).input.into_iter().map(|one| (one.path.clone(), one.code.count(), one.message(Lang::En))).collect();
    let of = |path: &str| found.iter().filter(|(at, ..)| at == path).map(|(_, count, _)| *count).collect::<Vec<_>>();
    assert_eq!((of("/sag"), of("/sag/x"), of("/moede")), (vec![Some(4)], vec![None], vec![Some(2)]), "{found:?}");
    assert!(found.iter().any(|(_, _, message)| message.starts_with("4 keys stand here")), "{found:?}");
}

#[test]
fn what_stands_under_one_of_two_equal_keys_is_unreadable() {
    let (plan, findings) = read(r#"{"moede":{"dato":"2020-01-01","dato":"2020-02-02"}}"#);
    assert_eq!(plan.moede.dato, Field::Unreadable);
    assert_eq!(findings, found("/moede/dato", "duplicateKey"));
    // Of two objects too, whatever the second one leaves out.
    let (plan, findings) = read(r#"{"moede":{"dato":"2020-01-01"},"moede":{"deltagere":[]}}"#);
    assert_eq!(plan.moede.dato, Field::Unreadable);
    assert_eq!(findings, found("/moede", "duplicateKey"));
    assert_eq!(input(r#"{"moede":{"\u0064ato":"2020-01-01","dato":null}}"#), found("/moede/dato", "duplicateKey"));
    let thrice = r#"{"moede":{"dato":"2020-01-01","dato":"2020-02-02","dato":"2020-03-03"}}"#;
    assert_eq!(input(thrice), found("/moede/dato", "duplicateKey"));
    assert_eq!(read(thrice).0.moede.dato, Field::Unreadable);
}

/// What stood under the first of two equal keys is lost to the rules, so it is an error: the text that recommends was not searched.
#[test]
fn a_value_that_another_took_the_place_of_is_lost() {
    let plan = r#"{"sag":{"sagstype":"fleksjob"},"forberedendeDel":{"udfordringer":
        {"samlet":"Det indstilles, at hun får fleksjob.","samlet":"Hun bor alene."}}}"#;
    let report = Checker::new().check_str(plan).unwrap();
    let lost = report.input.iter().find(|finding| finding.code.code() == "duplicateKey").unwrap();
    assert_eq!((lost.path.as_str(), lost.code.severity()), ("/forberedendeDel/udfordringer/samlet", Severity::Error));
}

#[test]
fn an_unknown_key_that_stands_twice_is_one_finding_of_each_kind() {
    let of_sag = |text: &str| input(&format!(r#"{{"sag":{{{text}}}}}"#));
    let at = |path: &str, codes: [&'static str; 2]| codes.map(|code| (path.to_owned(), code)).to_vec();
    for text in [r#""xx":1,"xx":2"#, r#""xx":1,"xx":2,"xx":{"a":[]}"#] {
        assert_eq!(of_sag(text), at("/sag/xx", ["duplicateKey", "unknownKey"]), "{text}");
    }
    // A key that is not repeated is counted all the same.
    assert_eq!(of_sag(r#""Hanne Jensen":1,"Hanne Jensen":2"#), at("/sag", ["duplicateKey", "unknownKey"]));
    assert_eq!(of_sag(r#""Hanne Jensen":1,"Per Jensen":2"#), found("/sag", "unknownKeys"));
}

/// A34: a document without a single key of the plan does not look like one, and where the plan lies is said.
#[test]
fn a_document_of_another_kind_is_told_apart() {
    let root = |code| (String::new(), code);
    let key = |path: &str, code| (path.to_owned(), code);
    for (text, expected) in [
        ("{}", vec![]),
        (r#"{"sag":null,"navn":1}"#, vec![key("/navn", "unknownKey")]),
        (r#"{"navn":1}"#, vec![root("notAPlan"), key("/navn", "unknownKey")]),
        (r#"{"navn":{"alder":1}}"#, vec![root("notAPlan"), key("/navn", "unknownKey")]),
        (r#"{"plan":{"sag":{}}}"#, vec![root("notAPlan"), key("/plan", "planBelow"), key("/plan", "unknownKey")]),
        (
            r#"{"sagsnummer":"17","plan":{"x":1,"minPlan":7}}"#,
            vec![
                root("notAPlan"),
                key("/plan", "planBelow"),
                key("/plan", "unknownKey"),
                key("/sagsnummer", "unknownKey"),
            ],
        ),
        // The key is not repeated when it may be a name.
        (r#"{"Hanne Jensen":{"sag":{}}}"#, vec![root("notAPlan"), root("planBelow"), root("unknownKey")]),
        // A plan under a key of a plan is an unknown key.
        (r#"{"sag":{},"plan":{"sag":{}}}"#, vec![key("/plan", "unknownKey")]),
        // Nor is it looked for deeper, or in a list.
        (r#"{"data":{"plan":{"sag":{}}}}"#, vec![root("notAPlan"), key("/data", "unknownKey")]),
        (r#"{"planer":[{"sag":{}}]}"#, vec![root("notAPlan"), key("/planer", "unknownKey")]),
        (r#"{"plan":{"sag":"\ud800"}}"#, vec![root("notAPlan"), key("/plan", "planBelow"), key("/plan", "unknownKey")]),
    ] {
        assert_eq!(input(text), expected, "{text}");
    }
    let report = report(r#"{"sagsnummer":"17","plan":{"sag":{"sagstype":"fleksjob"}}}"#);
    assert_eq!((report.conclusion, report.complete), (Conclusion::Undetermined, false));
}

/// The order of the findings is that of the model, and unknown keys come last.
#[test]
fn findings_are_in_the_order_of_the_model() {
    let text =
        r#"{"zz":1,"indsatsdel":{"delmaal":[{"omraade":"her"},3],"bb":1,"bb":1},"aa":1,"moede":{"dato":1},"sag":7}"#;
    let expected = [
        ("/sag", "notAnObject"),
        ("/moede/dato", "notADate"),
        ("/indsatsdel/delmaal/0/omraade", "notACode"),
        ("/indsatsdel/delmaal/1", "notAnObject"),
        ("/aa", "unknownKey"),
        ("/indsatsdel/bb", "duplicateKey"),
        ("/indsatsdel/bb", "unknownKey"),
        ("/zz", "unknownKey"),
    ];
    let expected = expected.map(|(path, code)| (path.to_owned(), code));
    assert_eq!(input(text), expected);
    let entries = ["{\"omraade\":1}"; 11].join(",");
    let many = input(&format!(r#"{{"indsatsdel":{{"delmaal":[{entries}]}}}}"#));
    assert_eq!(many[10].0, "/indsatsdel/delmaal/10/omraade", "entries are in the order of their numbers");
}

/// A37: the same text in three fields that each need their own answer is one finding with all places.
#[test]
fn a_text_that_was_copied_is_found_once() {
    let copied = |text: &str| {
        let document = serde_json::json!({
            "forberedendeDel": {"cv": text, "oensker": text, "hidtidigIndsats": {"beskaeftigelse": [{"varighed": text}]}},
            "minPlan": {"indsatser": [{"beskrivelse": text}]},
            "indsatsdel": {"maal": {"konkret": format!(" {text}\n")}},
            "sag": {"sagstype": "fleksjob"},
        });
        report(&document.to_string())
    };
    let report = copied("som vi talte om");
    let [finding] = &report.input[..] else { panic!("{:?}", report.input) };
    assert_eq!((finding.code.code(), finding.code.severity()), ("repeatedText", Severity::Warning));
    let paths = ["/forberedendeDel/oensker", "/forberedendeDel/cv", "/indsatsdel/maal/konkret"];
    let mut found: Vec<_> = finding.paths().collect();
    found.sort_unstable();
    let mut expected = paths.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
    let json: serde_json::Value = serde_json::from_str(&report.to_json(Lang::Da)).unwrap();
    assert_eq!(json["input"][0]["paths"].as_array().unwrap().len(), 3);
    assert_eq!(json["input"][0]["path"], json["input"][0]["paths"][0]);

    // The reference is one that may well be the same, but a person should look.
    assert_eq!(copied("se bilag 3").input.len(), 1);
    // Two words, and no answer at all.
    assert!(copied("ikke relevant").input.is_empty());
    assert!(copied("[indsæt tekst her]").input.is_empty());
    // Two fields.
    let two = r#"{"sag":{"sagstype":"fleksjob"},"forberedendeDel":{"cv":"den er god nok","oensker":"den er god nok"}}"#;
    assert!(self::report(two).input.is_empty());
    // Names may be the same, and other findings have no list of places.
    let names =
        r#"{"sag":{"sagstype":"fleksjob"},"indstilling":{"fleksjob":{"typer":["a b c","a b c","a b c"]},"x":1}}"#;
    let names = self::report(names);
    assert_eq!(names.input.len(), 1);
    assert!(!names.to_json(Lang::Da).contains("\"paths\":[\"/indstilling/x"));
}

/// What could not be read goes with the plan.
#[test]
fn a_plan_that_was_read_gets_the_report_of_its_text() {
    for text in [
        "{}",
        r#"{"sag":{"sagstype":"rehabilitering"}}"#,
        r#"{"sag":{"sagstype":"fleksjob","x":1},"moede":{"dato":"i går"}}"#,
        r#"{"sag":{"sagstype":"fleksjob"},"forloeb":{"startdato":"2020-03-01","slutdato":"2020-02-01"},"x":1}"#,
        r#"{"Sag":{}}"#,
    ] {
        let plan = Plan::from_json(text).unwrap();
        assert_eq!(Checker::new().check(&plan), report(text), "{text}");
        assert_eq!(Checker::new().check(&plan.clone()), report(text), "{text}");
    }
    // A plan is still built as any other struct.
    let plan = Plan {
        sag: rehabplan::plan::Sag { sagstype: Sagstype::Fleksjob.into(), ..Default::default() },
        ..Plan::default()
    };
    assert_eq!(plan, Plan::from_json(r#"{"sag":{"sagstype":"fleksjob"}}"#).unwrap());
    assert_ne!(plan, Plan::from_json(r#"{"sag":{"sagstype":"fleksjob","x":1}}"#).unwrap());
    let unreadable =
        Plan { sag: rehabplan::plan::Sag { sagstype: Field::Unreadable, ..Default::default() }, ..Plan::default() };
    let report = Checker::new().check(&unreadable);
    assert_eq!(report.conclusion, Conclusion::Undetermined);
    assert_eq!(report.input[0].code.code(), "scopeUnknown");
}

/// A plan outlives its document, and is built from what a case system has at hand.
#[test]
fn a_plan_can_own_what_it_holds() {
    let text = r#"{"sag":{"sagstype":"fleksjob","kommunekode":"101"},"x":1,
        "forberedendeDel":{"dato":"2020-03-02","oensker":"At k\u00f8re bus","helbred":{"situation":"Slidgigt"}},
        "indsatsdel":{"delmaal":[{"omraade":"social","beskrivelse":"Et netværk"},{"omraade":7}]}}"#;
    let document = text.to_owned();
    let owned: Plan<'static> = Plan::from_json(&document).unwrap().into_owned();
    drop(document);
    assert_eq!(owned, Plan::from_json(text).unwrap());
    assert_eq!(Checker::new().check(&owned), report(text));

    let mut built = Plan::default();
    built.forberedende_del.oensker = "At køre bus".into();
    built.forberedende_del.helbred.situation = String::from("Slidgigt").into();
    built.forberedende_del.dato = Date::new(2020, 3, 2).into();
    built.forberedende_del.anbefaling = None.into();
    let read =
        r#"{"forberedendeDel":{"oensker":"At køre bus","dato":"2020-03-02","helbred":{"situation":"Slidgigt"}}}"#;
    assert_eq!(built, Plan::from_json(read).unwrap());
    assert_eq!(Field::<Date>::from(Date::new(2020, 2, 30)), Field::Absent);
}

#[test]
fn places_in_a_text_are_lines_and_characters() {
    assert_eq!(error("{\"ø\":\"æøå😀\",'}"), ReadError::NotJson { line: 1, column: 13, ends_early: false });
    assert_eq!(error("{\n\"æøå\" 1}"), ReadError::NotJson { line: 2, column: 7, ends_early: false });
    assert_eq!(error("\u{feff}{\"æ\" 1}"), ReadError::NotJson { line: 1, column: 6, ends_early: false });
    let bytes = |bytes: &[u8]| Checker::new().check_slice(bytes).unwrap_err();
    assert_eq!(bytes(b"\xff"), ReadError::NotUtf8 { line: 1, column: 1 });
    assert_eq!(bytes(b"\xef\xbb\xbf{\"\xff"), ReadError::NotUtf8 { line: 1, column: 3 });
    assert_eq!(bytes("{\"æø\":\n\"å".as_bytes().split_last().unwrap().1), ReadError::NotUtf8 { line: 2, column: 2 });
    let far = ReadError::NotUtf8 { line: 2, column: 2 }.at_line(17);
    assert_eq!(far, ReadError::NotUtf8 { line: 18, column: 2 });
    let far = ReadError::NotJson { line: 1, column: 2, ends_early: true }.at_line(17);
    assert_eq!(far, ReadError::NotJson { line: 17, column: 2, ends_early: true });
    assert_eq!(ReadError::NotAnObject.at_line(17), ReadError::NotAnObject);
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
fn marks_make_no_part_present_even_where_they_cannot_be_read() {
    let text = r#"{"sag":{"sagstype":"ressourceforloeb"},"forberedendeDel":{"ikkeRelevantEllerMuligt":7}}"#;
    let missing = |text| report(text).result("P2.1.pkt2").map(|result| result.outcome());
    assert_eq!(missing(text), Some(Outcome::NotMet));
    // Another list that cannot be read may hold anything.
    assert_eq!(missing(&text.replace("ikkeRelevantEllerMuligt", "cvDokumenter")), Some(Outcome::Undetermined));
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
    assert_eq!(input(r#"{"moede":{"deltagere":["borger",3]}}"#), found("/moede/deltagere/1", "notACode"));
}

#[test]
fn a_lone_surrogate_is_unreadable_and_no_crash() {
    assert_eq!(input(r#"{"forberedendeDel":{"oensker":"a\ud800b"}}"#), found("/forberedendeDel/oensker", "notText"));
    // Where an object or a list belongs, in a key, and as a number that is too large, likewise.
    assert_eq!(input(r#"{"moede":"\ud800"}"#), found("/moede", "notAnObject"));
    assert_eq!(input(r#"{"moede":{"deltagere":"\ud800"}}"#), found("/moede/deltagere", "notAList"));
    assert_eq!(input(r#"{"moede":{"deltagere":["borger","\ud800"]}}"#), found("/moede/deltagere/1", "notACode"));
    assert_eq!(input(r#"{"moede":1e400}"#), found("/moede", "notAnObject"));
    assert_eq!(input(r#"{"moede":{"\ud800":1,"dato":"x"}}"#).len(), 2);
    assert_eq!(input(r#"{"moede":{"\ud800":1}}"#), found("/moede", "unknownKey"));
    let twice = input(r#"{"moede":{"\ud800":1,"\udc00":2}}"#);
    assert_eq!(twice, found("/moede", "unknownKeys"));
    assert_eq!(input(r#"{"moede":{"dato":{"\ud800":1}}}"#), found("/moede/dato", "notADate"));
    assert_eq!(error(r#""\ud800""#), ReadError::NotAnObject);
    assert_eq!(
        error("{\"moede\":{\"x\":\"\\ud800\",\n,}}"),
        ReadError::NotJson { line: 2, column: 1, ends_early: false }
    );
    let (plan, findings) = read(r#"{"forberedendeDel":{"oensker":"\ud83d\ude00 \u00e6"}}"#);
    assert_eq!(findings, []);
    assert_eq!(plan.forberedende_del.oensker.get().unwrap().as_str(), "😀 æ");
}

#[test]
fn a_byte_order_mark_is_tolerated() {
    let text = "\u{feff}{\"sag\":{\"sagstype\":\"fleksjob\"}}";
    let plain = text.trim_start_matches('\u{feff}');
    assert_eq!(report(text), report(plain));
    assert_eq!(Checker::new().check_slice(text.as_bytes()).unwrap(), report(plain));
    let twice = format!("\u{feff}{text}");
    assert!(matches!(error(&twice), ReadError::NotJson { .. }));
}

#[test]
fn what_is_no_plan_is_an_error_that_says_why() {
    let not_json = |line, column, ends_early| ReadError::NotJson { line, column, ends_early };
    assert_eq!(error(""), not_json(1, 1, true));
    assert_eq!(error("\u{feff}"), not_json(1, 1, true));
    assert_eq!(error("{\"sag\":"), not_json(1, 7, true));
    assert_eq!(error("{\"sag\":\n"), not_json(2, 1, true));
    assert_eq!(error("{\n  \"sag\": {},\n}"), not_json(3, 1, false));
    assert_eq!(error("{} {}"), not_json(1, 4, false));
    assert_eq!(error("{'sag':1}"), not_json(1, 2, false));
    assert_eq!(error("{\"sag\":{\"x\":01}}"), not_json(1, 14, false));
    for text in ["[]", "[1,2]", "null", "7", "\"tekst\"", "true", " \n[]"] {
        assert_eq!(error(text), ReadError::NotAnObject, "{text}");
    }
    let bytes = Checker::new().check_slice(b"{\"a\":\"\xe6\"}").unwrap_err();
    assert_eq!(bytes, ReadError::NotUtf8 { line: 1, column: 7 });
}

#[test]
fn limits_are_named_and_placed() {
    let deep = |levels: usize| format!("{}1{}", "[".repeat(levels), "]".repeat(levels));
    // The value stands two levels down, in the plan and in one of its parts.
    let text = |levels| format!(r#"{{"sag":{{"sagstype":{}}}}}"#, deep(levels));
    assert_eq!(input(&text(MAX_DEPTH - 2)), found("/sag/sagstype", "notACode"));
    assert_eq!(error(&text(MAX_DEPTH - 1)), ReadError::TooDeep { path: "/sag/sagstype".to_owned() });
    let unknown = |levels| format!(r#"{{"sag":{{}},"ukendt":{}}}"#, deep(levels));
    assert_eq!(input(&unknown(MAX_DEPTH - 1)), found("/ukendt", "unknownKey"));
    assert!(matches!(error(&unknown(MAX_DEPTH)), ReadError::TooDeep { .. }));
    assert!(matches!(error(&unknown(200_000)), ReadError::TooDeep { .. }));
    // What has no pointer of its own is named in words.
    let of_the_root = format!(r#"{{"ukendt":{}}}"#, deep(MAX_DEPTH));
    let said = error(&of_the_root);
    assert_eq!(said, ReadError::TooDeep { path: String::new() });
    assert!(said.message(Lang::Da).starts_with("for dybt: værdien i dokumentets rod er indlejret dybere"), "{said}");
    assert!(said.message(Lang::En).starts_with("too deep: the value at the root of the document is nested"), "{said}");
    let keys: Vec<_> = (0..=MAX_INPUT_FINDINGS).map(|number| format!(r#""ukendt {number}":0"#)).collect();
    let said = error(&format!("{{{}}}", keys.join(",")));
    assert_eq!(said, ReadError::TooManyFindings { path: String::new() });
    assert!(said.message(Lang::Da).ends_with("den sidste i dokumentets rod; er det en plan?"), "{said}");
    assert!(said.message(Lang::En).ends_with("the last at the root of the document; is it a plan?"), "{said}");

    let list = |length: usize| format!(r#"{{"moede":{{"deltagere":[{}]}}}}"#, vec!["null"; length].join(","));
    assert_eq!(input(&list(MAX_LIST_LENGTH)), []);
    assert_eq!(error(&list(MAX_LIST_LENGTH + 1)), ReadError::ListTooLong { path: "/moede/deltagere".to_owned() });

    let unknown = |count: usize| {
        let keys: Vec<_> = (0..count).map(|number| format!(r#""ukendt {number}":0"#)).collect();
        format!(r#"{{"sag":{{{}}}}}"#, keys.join(","))
    };
    // Keys that are not repeated are one finding, and count as many.
    assert_eq!(input(&unknown(MAX_INPUT_FINDINGS)), found("/sag", "unknownKeys"));
    let too_many = ReadError::TooManyFindings { path: "/sag".to_owned() };
    assert_eq!(error(&unknown(MAX_INPUT_FINDINGS + 1)), too_many);
    // As many unreadable values as a list may have entries, and one more elsewhere.
    let unreadable =
        |also: &str| format!(r#"{{"moede":{{"deltagere":[{}]{also}}}}}"#, vec!["7"; MAX_LIST_LENGTH].join(","));
    assert_eq!(input(&unreadable("")).len(), MAX_INPUT_FINDINGS);
    let too_many = ReadError::TooManyFindings { path: "/moede/dato".to_owned() };
    assert_eq!(error(&unreadable(r#","dato":"x""#)), too_many);

    let mut large = format!("{{\"sag\":{{}},\"a\":\"{}\"}}", "x".repeat(MAX_BYTES - 17));
    assert_eq!(large.len(), MAX_BYTES);
    assert_eq!(input(&large), found("/a", "unknownKey"));
    large.push(' ');
    assert_eq!(error(&large), ReadError::TooLarge { bytes: MAX_BYTES + 1 });
    assert_eq!(Checker::new().check_slice(large.as_bytes()).unwrap_err(), ReadError::TooLarge { bytes: MAX_BYTES + 1 });
}

#[test]
fn errors_speak_both_languages() {
    let errors = [
        ReadError::NotUtf8 { line: 1, column: 3 },
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
        let plan = Plan::from_json(&text).unwrap();
        if plan.input.is_empty() {
            let written = serde_json::to_string(&plan).unwrap();
            assert_eq!(Plan::from_json(&written).unwrap(), plan, "{path:?}");
        }
    }
}

/// Nobody knows which of two values counts, so neither puts a case outside the regulation or exempts it (A6).
#[test]
fn a_fact_that_stands_twice_decides_nothing() {
    let conclusion = |sag: &str| report(&format!(r#"{{"sag":{{{sag}}}}}"#)).conclusion;
    assert_eq!(conclusion(r#""sagstype":"anden""#), Conclusion::OutOfScope);
    assert_eq!(conclusion(r#""sagstype":"fleksjob","sagstype":"anden""#), Conclusion::Undetermined);
    let stated = r#""sagstype":"anden","anvendBekendtgoerelsen":true,"anvendBekendtgoerelsen":false"#;
    assert_eq!(conclusion(stated), Conclusion::Undetermined);
    assert_eq!(conclusion(r#""sagstype":"anden","anvendBekendtgorelsen":true"#), Conclusion::Undetermined);
    assert_eq!(conclusion(r#""sagstype":"anden","anvendBekendtgorelsen":null"#), Conclusion::OutOfScope);
}

/// A fact of the case under two spellings stands twice, unless what stands under the other could only be a field of its own.
#[test]
fn a_fact_that_stands_under_two_spellings_decides_nothing() {
    for (sag, fact, unknown) in [
        (r#""sagstype":"fleksjob","sagstyp":"anden""#, "/sag/sagstype", "/sag/sagstyp"),
        (r#""Kategori":1,"sagstype":"sygedagpenge","kategori":3"#, "/sag/kategori", "/sag/Kategori"),
    ] {
        let text = format!(r#"{{"sag":{{{sag}}}}}"#);
        assert_eq!(input(&text), [found(fact, "duplicateKey"), found(unknown, "unknownKey")].concat(), "{sag}");
        let report = report(&text);
        assert_eq!((report.conclusion, report.results.len()), (Conclusion::Undetermined, 0), "{sag}");
        assert!(report.notes.iter().any(|note| note.code == "nothingTried"), "{sag}");
    }
    // Where the regulation applies whichever counts, what the fact makes a difference for is open (A6, A33).
    for (sag, fact, unknown) in [
        (
            r#""sagstype":"foertidspension","vaesentligtNedsat":true,"heltAabenbart":false,"heltAabenbar":true"#,
            "/sag/heltAabenbart",
            "/sag/heltAabenbar",
        ),
        (
            r#""sagstype":"fleksjob","blandetFleksjobTilskud":false,"blandetFleksjobTilskudd":true"#,
            "/sag/blandetFleksjobTilskud",
            "/sag/blandetFleksjobTilskudd",
        ),
    ] {
        let text = format!(r#"{{"sag":{{{sag}}},"forberedendeDel":{{"dato":"2020-01-02","maal":"Et job"}}}}"#);
        assert_eq!(input(&text), [found(fact, "duplicateKey"), found(unknown, "unknownKey")].concat());
        assert!(report(&text).results.iter().any(|result| result.depends_on() == Some(fact)), "{fact}");
    }

    for sag in [
        r#""sagstype":"ressourceforloeb","foersteForloeb":true,"foersteForloebDato":"2020-01-01""#,
        r#""sagstype":"ressourceforloeb","sagstypeId":4"#,
        r#""sagstype":"ressourceforloeb","sagstyp":null"#,
    ] {
        let report = report(&format!(r#"{{"sag":{{{sag}}}}}"#));
        assert!(report.input.iter().all(|one| one.code.code() == "unknownKey"), "{sag}");
        assert!(!report.results.is_empty(), "{sag}");
    }
}

/// One date from before the regulation puts a case outside of it (A30), so a date that cannot be read leaves that open, whatever the
/// others are.
#[test]
fn a_case_of_unknown_age_says_so() {
    let notes = |dates: &str| {
        let report = report(&format!(r#"{{"sag":{{"sagstype":"ressourceforloeb"}},{dates}}}"#));
        assert!(!report.results.is_empty(), "{dates}");
        (report.complete, report.notes.iter().map(|note| note.code).collect::<Vec<_>>())
    };
    assert_eq!(notes(r#""moede":{"dato":"snart"}"#), (false, vec!["ageUnknown"]));
    let beside_another = r#""moede":{"dato":"snart"},"indstilling":{"indstillingsdato":"2020-05-01"}"#;
    assert_eq!(notes(beside_another), (false, vec!["ageUnknown"]));
    assert_eq!(
        notes(r#""moede":{"dato":"2020-04-01"},"indstilling":{"indstillingsdato":"2020-05-01"}"#),
        (true, vec![])
    );
    assert_eq!(notes(r#""moede":{}"#), (true, vec![]));
    // Only the days of the meeting, the recommendation and the decision count.
    assert_eq!(notes(r#""forberedendeDel":{"dato":"snart"}"#), (true, vec![]));
}

/// A date from before there were teams is none that the case can have, and the finding says why: it would put the case before the
/// regulation, and nothing would be looked at (A6).
#[test]
fn a_date_from_before_there_were_teams_is_told() {
    for path in ["/moede/dato", "/indstilling/indstillingsdato", "/afgoerelse/dato"] {
        let (part, key) = path[1..].split_once('/').unwrap();
        let told = |day: &str| {
            let plan = format!(r#"{{"sag":{{"sagstype":"ressourceforloeb"}},"{part}":{{"{key}":"{day}"}}}}"#);
            let report = report(&plan);
            (report.input.iter().map(|one| (one.path.clone(), one.code.code())).collect::<Vec<_>>(), report.conclusion)
        };
        assert_eq!(told("2012-12-31").0, [(path.to_owned(), "tooEarly")]);
        assert_ne!(told("2012-12-31").1, Conclusion::OutsideValidity, "{path}");
        assert_eq!(told("2013-01-01"), (vec![], Conclusion::OutsideValidity), "{path}");
    }
}
