//! Values that have something inside: JSON, and JSON in the cells of a table.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan::{Checker, Conclusion, Lang};
use rehabplan_import::import::Import;
use rehabplan_import::mapping::{Mapping, Source};
use rehabplan_import::source::open_bytes;
use serde_json::{Value, json};

/// What there is to say of a mapping for some text, and what a check comes to case by case.
fn told(map: &str, text: String) -> (Vec<String>, Vec<Conclusion>) {
    let cases = open_bytes(text.into(), &Source::default()).unwrap();
    let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), cases, None, Vec::new()).unwrap();
    let missing = import.bound().missing().iter().map(|error| error.message(Lang::En)).collect();
    let checker = Checker::new().horizon(import.horizon().clone());
    let conclusion = |case: rehabplan_import::import::Case| checker.check_slice(&case.plan()).unwrap().conclusion;
    (missing, import.map(|case| conclusion(case.unwrap())).collect())
}

const MAP: &str = "[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\"/forberedendeDel/dato\" = \"/Felter/dato\"\n\
    \"/forberedendeDel/oensker\" = \"/Felter/oensker\"\n";

fn lines(cases: &[Value]) -> String {
    cases.iter().map(|case| format!("{}\n", json!({ "Felter": case }))).collect()
}

/// The same in the cells of a table.
fn cells(cases: &[Value]) -> String {
    let cell = |case: &Value| match case {
        Value::String(text) => text.clone(),
        case => case.to_string(),
    };
    let rows =
        cases.iter().enumerate().map(|(number, case)| format!("{number};\"{}\"\n", cell(case).replace('"', "\"\"")));
    std::iter::once("Sag;Felter\n".to_owned()).chain(rows).collect()
}

#[test]
fn a_misspelt_way_makes_no_plan_deficient_wherever_the_json_stands() {
    let case = json!({ "dato": "2020-03-02", "oensker": "Bus" });
    // One record that is odd says nothing of the others.
    for odd in [json!("ingen"), json!([]), json!(["Bus", "Tog"]), json!(7), json!(null), case.clone()] {
        let cases = [case.clone(), odd.clone(), case.clone()];
        for text in [lines(&cases), cells(&cases)] {
            let (missing, right) = told(MAP, text.clone());
            assert_eq!(missing, [""; 0], "{text}");
            assert_eq!(right.len(), 3);
            let (missing, found) = told(&MAP.replace("/Felter/oensker", "/Felter/onsker"), text.clone());
            assert_eq!(
                missing,
                [
                    "line 4, column 1: none of the cases has \"/Felter/onsker\" (the first 1,000 were looked at), so the place is taken for something that the source does not have; did you mean \"/Felter/oensker\"?"
                ],
                "{text}"
            );
            assert!(found.iter().all(|conclusion| *conclusion == Conclusion::Undetermined), "{text}: {found:?}");
        }
    }
}

#[test]
fn a_key_that_one_case_has_is_one_that_the_source_can_hold() {
    let cases =
        [json!({ "dato": "2020-03-02" }), json!("ingen"), json!({ "oensker": "Bus" }), json!({ "oensker": "" })];
    for text in [lines(&cases), cells(&cases)] {
        assert_eq!(told(MAP, text.clone()).0, [""; 0], "{text}");
    }
    // Where somebody says that it may not be there, nothing is told.
    let optional = MAP.replace("\"/Felter/oensker\"\n", "{ at = \"/Felter/onsker\", optional = true }\n");
    assert_eq!(told(&optional, cells(&cases)).0, [""; 0]);
}

#[test]
fn a_list_or_a_value_on_the_way_is_told_and_makes_no_plan_deficient() {
    for felter in
        [json!([{ "oensker": "Bus", "dato": "2020-03-02" }]), json!({ "oensker": { "tekst": "Bus" }, "dato": 1 })]
    {
        let map = MAP.replace("/Felter/oensker", "/Felter/dato/tekst");
        for text in [lines(&[felter.clone(), json!([])]), cells(&[felter.clone(), json!([])])] {
            let (missing, found) = told(&map, text.clone());
            assert!(missing.last().is_some_and(|line| line.contains("\"/Felter/dato/tekst\"")), "{text}: {missing:?}");
            assert!(found.iter().all(|conclusion| *conclusion == Conclusion::Undetermined), "{text}: {found:?}");
        }
    }
}

#[test]
fn a_list_in_a_cell_has_entries_whose_keys_are_known() {
    let map = "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\n\
        at = \"/Felter\"\nfields = { beskrivelse = \"/navn\" }\n";
    let text = cells(&[json!([]), json!([{ "navn": "Praktik" }])]);
    assert_eq!(told(map, text.clone()).0, [""; 0]);
    let (missing, _) = told(&map.replace("/navn", "/navm"), text);
    assert!(missing.len() == 1 && missing[0].contains("did you mean \"/navn\"?"), "{missing:?}");
}

#[test]
fn a_key_that_comes_late_is_read_and_makes_no_plan_without_it_deficient() {
    let case = |number: usize| match number {
        1_200.. => json!({ "nr": number, "oensker": "Bus", "plan": { "cv": "Kok" } }),
        _ => json!({ "nr": number, "timer": 1 }),
    };
    let text: String = (0..1_300).map(|number| format!("{}\n", case(number))).collect();
    let map = "id = \"nr\"\n[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\
        \"/forberedendeDel/oensker\" = { column = \"oensker\", optional = true }\n\
        \"/forberedendeDel/cv\" = { at = \"/plan/cv\", optional = true }\n";
    let opened = open_bytes(text.into_bytes(), &Source::default()).unwrap();
    let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), opened, None, Vec::new()).unwrap();
    assert!(!import.horizon().fields().any(|field| field.starts_with("/forberedendeDel")));
    let plans: Vec<Value> = import.map(|case| serde_json::from_slice(&case.unwrap().plan()).unwrap()).collect();
    let has = |plan: &Value| plan["forberedendeDel"] == json!({ "oensker": "Bus", "cv": "Kok" });
    assert_eq!((plans.len(), plans.iter().filter(|plan| has(plan)).count()), (1_300, 100));
}

#[test]
fn ids_that_are_wrapped_or_longer_than_a_number_are_what_they_are() {
    let case = |oid: &str, number: &str| {
        format!(
            r#"{{"_id":{{"$oid":"{oid}"}},"nr":{number},"oensker":"se 12345678901234567890123 \" 1","dato":{{"$date":{{"$numberLong":"1583107200000"}}}}}}"#
        ) + "\n"
    };
    let text = case("507f1f77bcf86cd799439011", "12345678901234567890123")
        + &case("5f1a9c3e7d8b2a4c6e0f1b3d", "12345678901234567890124");
    let list = format!("[{}]", text.trim_end().replace('\n', ","));
    for (id, expected) in [
        ("_id", ["507f1f77bcf86cd799439011", "5f1a9c3e7d8b2a4c6e0f1b3d"]),
        ("nr", ["12345678901234567890123", "12345678901234567890124"]),
    ] {
        let map = format!(
            "id = \"{id}\"\n[plan]\n\"/sag/sagstype\" = {{ constant = \"fleksjob\" }}\n\"/forberedendeDel/oensker\" = \"oensker\"\n\"/moede/dato\" = \"dato\"\n"
        );
        for text in [&text, &list] {
            let opened = open_bytes(text.as_bytes().to_vec(), &Source::default()).unwrap();
            let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), opened, None, Vec::new()).unwrap();
            let cases: Vec<_> = import.map(Result::unwrap).collect();
            let ids: Vec<_> = cases.iter().filter_map(rehabplan_import::import::Case::id).collect();
            assert_eq!(ids, expected);
            let plan: Value = serde_json::from_slice(&cases[0].plan()).unwrap();
            assert_eq!(plan["forberedendeDel"]["oensker"], "se 12345678901234567890123 \" 1");
            assert_eq!(plan["moede"]["dato"], "2020-03-02");
        }
    }
    let drafted = rehabplan_import::draft::draft(
        vec![rehabplan_import::draft::Table {
            name: "x".to_owned(),
            file: None,
            opened: open_bytes(text.into_bytes(), &Source::default()).unwrap(),
        }],
        Lang::Da,
    );
    assert!(drafted.toml.contains("id = \"_id\"") && !drafted.toml.contains("once"), "{}", drafted.toml);
}

#[test]
fn what_is_written_for_a_value_or_a_list_that_it_is_not_is_told_with_what_it_would_be() {
    let told = |map: &str, cases: &str| -> Vec<String> {
        let mapping = match Mapping::read(map.as_bytes()) {
            Ok(mapping) => mapping,
            Err(error) => return vec![error.message(Lang::Da)],
        };
        let opened = open_bytes(cases.into(), &Source::default()).unwrap();
        match Import::with(&mapping, opened, None, Vec::new()) {
            Err(error) => vec![error.message(Lang::Da)],
            Ok(import) => {
                let bound = import.bound();
                bound.missing().iter().chain(bound.notes()).map(|error| error.message(Lang::Da)).collect()
            }
        }
    };
    let cases = "Sag;Type;Med\n1;fleksjob;J\n";
    for codes in ["", "[read]\ncodes = { J = \"ja\" }\n"] {
        let own = if codes.is_empty() { ", read.codes = { J = \"ja\" }" } else { "" };
        let map = format!(
            "{codes}[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/samarbejde/medBorger\" = {{ column = \"Med\"{own} }}\n\"/indstilling/udfald\" = \"Type\"\n"
        );
        let told = told(&map, cases);
        assert!(told.len() == 1 && told[0].contains("skriv true eller false uden anførselstegn"), "{told:?}");
    }
    let constants = "[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n";
    assert!(told(constants, cases)[0].contains("kortet tager ingen værdi fra kilden"));
    assert!(told(&constants.replace("{ constant = \"fleksjob\" }", "\"Type\""), cases).is_empty());
    // What a plan does not have is not meant for what it would lie in.
    let place = "[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/sag/org/navn\" = \"Med\"\n";
    assert!(!told(place, cases)[0].contains("mente du"), "{:?}", told(place, cases));
    let list = "[plan]\n\"/sag/sagstype\" = \"/sag/type\"\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\nat = \"/sag/org/navn\"\nfields = { beskrivelse = \"/a\" }\n";
    let told = told(list, "{\"sag\":{\"type\":\"fleksjob\",\"org\":{\"navn\":\"x\"}}}\n");
    assert!(told.len() == 1 && told[0].contains("»/sag/org/navn« er en værdi"), "{told:?}");
}
