//! What cannot be read stays in the plan as something that no place takes, in JSON that every reader takes.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan::plan::{FieldInfo, FieldKind};
use rehabplan::report::InputFinding;
use rehabplan::{Checker, Plan};
use rehabplan_import::import::{Case, Import};
use rehabplan_import::mapping::{Mapping, Source};
use rehabplan_import::record::Unread;
use rehabplan_import::source::open_bytes;
use serde_json::Value;

fn cases(map: &str, text: &str) -> Vec<Case> {
    let source = Source { delimiter: Some(";".to_owned()), header: Some(1), ..Source::default() };
    let opened = open_bytes(text.into(), &source).unwrap();
    let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), opened, None, Vec::new()).unwrap();
    import.map(Result::unwrap).collect()
}

/// Every place of a plan that a value or a list of values can be given at.
fn places(fields: &[FieldInfo], above: &str, found: &mut Vec<(String, FieldKind)>) {
    for field in fields {
        let place = format!("{above}/{}", field.key);
        match field.kind {
            FieldKind::Part { fields } => {
                places(fields, &place, found);
                found.push((place, field.kind));
            }
            kind => found.push((place, kind)),
        }
    }
}

#[test]
fn it_is_refused_at_every_place_as_half_a_letter_is_there() {
    let mut all = Vec::new();
    places(Plan::fields(), "", &mut all);
    assert!(all.len() > 150);
    for (place, kind) in all {
        // A row that ends early: nobody knows what would have stood there.
        let map = format!("[plan]\n\"{place}\" = \"/Felter\"\n");
        let plan = cases(&map, "Sag;Felter\n1\n")[0].plan();
        let strict: Value = serde_json::from_slice(&plan).unwrap();
        assert!(strict.pointer(&place).is_some(), "{place}");
        let steps: Vec<&str> = place.split('/').skip(1).collect();
        let other = steps.iter().map(|step| format!("{{\"{step}\":")).collect::<String>()
            + "\"\\ud800\""
            + &"}".repeat(steps.len());
        let input = |plan: &str| Plan::from_json(plan).unwrap().input;
        let known: Vec<InputFinding> = input(&other);
        assert_eq!(input(std::str::from_utf8(&plan).unwrap()), known, "{place}");
        assert!(!known.is_empty() || matches!(kind, FieldKind::Anything), "{place}");
    }
}

#[test]
fn what_a_spreadsheet_shows_in_the_place_of_a_value_is_unreadable_in_text_as_in_a_workbook() {
    let map = "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n\
        \"/forberedendeDel/helbred/situation\" = { join = [\"Ønsker\", \"Andet\"] }\n";
    for error in [
        "#N/A",
        "#I/T",
        "#REF!",
        "#REFERENCE!",
        "#VÆRDI!",
        "#VALUE!",
        "#DIVISION/0!",
        "#DIV/0!",
        "#NAVN?",
        "#NAME?",
        "#NULL!",
        "#NUL!",
        "#NUM!",
        " #N/A ",
        "########",
    ] {
        let text = format!("Sag;Ønsker;Andet\n1;{error};Hemmelig\n2;Bus;\n");
        let cases = cases(map, &text);
        let report = Checker::new().check_slice(&cases[0].plan()).unwrap();
        let found: Vec<&str> = report.input.iter().map(|finding| finding.path.as_str()).collect();
        assert_eq!(found, ["/forberedendeDel/oensker", "/forberedendeDel/helbred/situation"], "{error}");
        let origin = cases[0].origin("/forberedendeDel/oensker").unwrap();
        assert_eq!((origin.row, origin.unread), (Some(2), Some(Unread::NoValue)), "{error}");
        assert!(Checker::new().check_slice(&cases[1].plan()).unwrap().input.is_empty());
        // Who says that it stands for nothing means that.
        let nothing = format!("read.nothing = [\"{}\"]\n{map}", error.trim());
        let plan: Value = serde_json::from_slice(&self::cases(&nothing, &text)[0].plan()).unwrap();
        assert_eq!(plan["forberedendeDel"], serde_json::json!({"helbred": {"situation": "Hemmelig"}}), "{error}");
    }
    for other in ["#1", "# Mål", "##", "#N/A er ikke et svar"] {
        let plan = cases(map, &format!("Sag;Ønsker;Andet\n1;{other};\n"))[0].plan();
        assert!(Plan::from_json(std::str::from_utf8(&plan).unwrap()).unwrap().input.is_empty(), "{other}");
    }
}

#[test]
fn a_number_or_a_truth_value_is_no_answer_in_words() {
    let map = "[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\"/sag/kommunekode\" = \"Kommune\"\n\
        \"/forberedendeDel/oensker\" = \"Tekst\"\n";
    let told = |map: &str, bytes: &str, source: &Source| {
        let opened = open_bytes(bytes.into(), source).unwrap();
        let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), opened, None, Vec::new()).unwrap();
        let all = import.map(|case| {
            let plan = case.unwrap().plan();
            let report = Checker::new().check_slice(&plan).unwrap();
            let plan: Value = serde_json::from_slice(&plan).unwrap();
            assert_eq!(plan["sag"]["kommunekode"], "751", "a number by nature");
            (plan["forberedendeDel"]["oensker"].as_str().map(str::to_owned), report.input.len())
        });
        all.collect::<Vec<_>>()
    };
    let json = |text: &str| told(map, &format!("{{\"Kommune\":751,\"Tekst\":{text}}}\n"), &Source::default());
    for text in ["true", "false", "5", "44197.5", "\"TRUE\"", "\"5\""] {
        assert_eq!(json(text), [(None, 1)], "{text}");
    }
    let csv = |map: &str, text: &str| {
        let source = Source { delimiter: Some(";".to_owned()), header: Some(1), ..Source::default() };
        told(map, &format!("Kommune;Tekst\n751;{text}\n"), &source)
    };
    for text in ["TRUE", "Falsk", "SAND", "0", "2", "10", "1,5", "7 500"] {
        assert_eq!(csv(map, text), [(None, 1)], "{text}");
    }
    for text in ["Sandt at sige ved hun det ikke", "Nej", "2 dage", "1-2"] {
        assert_eq!(csv(map, text), [(Some(text.to_owned()), 0)], "{text}");
    }
    // Who says what a word stands for means that.
    assert_eq!(csv(&format!("read.nothing = [\"FALSK\"]\n{map}"), "FALSK"), [(None, 0)]);
}

#[test]
fn a_condition_on_what_could_not_be_computed_is_not_known() {
    let map = "skip = [{ column = \"Status\", is = [\"lukket\", \"#NUM!\"] }]\n[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\
        \"/forberedendeDel/oensker\" = { column = \"Ønsker\", where = { column = \"Art\", is = \"a\" } }\n";
    let found = cases(map, "Ønsker;Art;Status\nBus;a;\nBus;b;\nBus;#REF!;\nBus;a;#REF!\nBus;a;#NUM!\n");
    let plan =
        |case: &Case| serde_json::from_slice::<Value>(&case.plan()).unwrap()["forberedendeDel"]["oensker"].clone();
    let plans: Vec<Value> = found.iter().map(plan).collect();
    // The last is left out by what it says itself.
    assert_eq!((plans.len(), &plans[0], &plans[1], &plans[3]), (4, &"Bus".into(), &Value::Null, &"Bus".into()));
    assert!(plans[2].is_array(), "nobody knows whether it counts");
}

#[test]
fn where_a_condition_cannot_be_read_it_is_the_condition_that_is_told() {
    let map = "[plan]\n\"/forberedendeDel/cv\" = { column = \"Tekst\", where = { column = \"Art\", is = \"CV\" } }\n\
        \"/forberedendeDel/oensker\" = { first = [{ column = \"Tekst\", where = { column = \"Art\", not = \"CV\" } }, \"Tekst\"] }\n";
    let all = cases(map, "Sag;Art;Tekst\n1;#N/A;Kok\n2;cv;Kok\n3;#REF!;\n");
    let told = |case: usize, place: &str| all[case].origin(place).unwrap().to_string();
    for place in ["/forberedendeDel/cv", "/forberedendeDel/oensker"] {
        assert_eq!(told(0, place), "row 2, column \"Art\"", "{place}");
        assert_eq!(told(1, place), "row 3, column \"Tekst\"", "{place}");
    }
    assert_eq!(all[0].origin("/forberedendeDel/cv").unwrap().unread, Some(Unread::NoValue));
    // Nobody knows what would have counted, also where nothing stands.
    assert_eq!(String::from_utf8(all[2].plan()).unwrap().matches("unreadable").count(), 2);
}

#[test]
fn a_day_that_may_be_two_is_none_where_others_have_the_month_first() {
    let map = "[plan]\n\"/moede/dato\" = \"Møde\"\n\"/forberedendeDel/dato\" = \"Indstillet\"\n";
    let text = "Møde;Indstillet\n12/31/2020;31/12/2020\n03/04/2020;03/04/2020\n05/05/2020;\n";
    let day = |case: &Case, place: &str| {
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        plan.pointer(place).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let told = |map: &str| {
        let cases = cases(map, text);
        let days =
            cases.iter().map(|case| format!("{} {}", day(case, "/moede/dato"), day(case, "/forberedendeDel/dato")));
        days.collect::<Vec<_>>()
    };
    // What the plan's reader is given as it was written, it refuses.
    assert_eq!(told(map), ["12/31/2020 2020-12-31", "03/04/2020 2020-04-03", "2020-05-05 "]);
    let plan = cases(map, text)[1].plan();
    let input = Plan::from_json(std::str::from_utf8(&plan).unwrap()).unwrap().input;
    assert!(input.iter().any(|finding| finding.path == "/moede/dato"), "{input:?}");
    let said = map.replace("\"Møde\"", "{ column = \"Møde\", read = { dates = \"mm/dd/yyyy\" } }");
    assert_eq!(told(&said), ["2020-12-31 2020-12-31", "2020-03-04 2020-04-03", "2020-05-05 "]);
}

#[test]
fn that_something_was_spoken_of_is_no_answer_in_an_export_and_told_as_that() {
    let map = "[plan]\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n";
    let of = |text: &str| {
        let case = &cases(map, &format!("Sag;Ønsker\n1;{text}\n"))[0];
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        let unread = case.origin("/forberedendeDel/oensker").unwrap().unread;
        (plan["forberedendeDel"]["oensker"].as_str().map(str::to_owned), unread)
    };
    for text in ["Drøftet med borgeren.", "Er talt igennem med borgeren", "Borgeren har læst og godkendt"] {
        assert_eq!(of(text), (None, Some(Unread::Hollow)), "{text}");
    }
    for text in ["Drøftet med borgeren, at hun vil køre bus", "Vil gerne godkendes som dagplejer", "Ingen"] {
        assert_eq!(of(text), (Some(text.to_owned()), None), "{text}");
    }
}

#[test]
fn what_has_no_words_is_unreadable_where_words_are_asked_for() {
    let map = "id = \"Sag\"\n[plan]\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n";
    let wish = |cell: &str| -> Value {
        let plan = cases(map, &format!("Sag;Ønsker\n1;{cell}\n"))[0].plan();
        serde_json::from_slice::<Value>(&plan).unwrap()["forberedendeDel"]["oensker"].take()
    };
    for cell in [
        // What a formula would have computed, nobody knows.
        "=HENT(A2)",
        "=\"\"Vil \"\"&B7",
        "=A1",
        "=+$B$7",
        "=Ark1!B2",
        "='Ark 1'!B2",
        "=[1]Ark1!A1",
        // A day and the number of a person say nothing of wishes.
        "13-05-2021",
        " 2021-05-13",
        "13. maj 2021",
        "010190-1234",
        "010190 1234",
    ] {
        let cell = if cell.contains('"') { format!("\"{cell}\"") } else { cell.to_owned() };
        assert!(wish(&cell).is_array(), "{cell}");
    }
    for text in ["= bus", "=> bus", "=bus", "Siden 13-05-2021 bus", "13-05-2021: bus", "Sag 010190-1234"] {
        assert_eq!(wish(text), text);
    }
    assert_eq!(wish("=\"Bus\""), "Bus");
}
