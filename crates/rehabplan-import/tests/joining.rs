//! Tables that are joined to the cases, and what can go wrong with that.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan::{Checker, Lang};
use rehabplan_import::account::{Account, remarks, unmatched, without_rows, without_values};
use rehabplan_import::bound::Tables as _;
use rehabplan_import::draft::{Table, draft};
use rehabplan_import::import::{Import, Unused};
use rehabplan_import::mapping::{Mapping, Source};
use rehabplan_import::record::{Record, Unread};
use rehabplan_import::source::open_bytes;
use serde_json::{Value, json};

const MAP: &str = r#"
    id = "Sag"
    [plan]
    "/sag/sagstype" = { constant = "fleksjob" }
    [tables.indsatser]
    key = "Nr"
    [[lists]]
    place = "/indsatsdel/tilbud"
    table = "indsatser"
    where = { column = "Art", not = "aflyst" }
    [lists.fields]
    beskrivelse = "Indsats"
"#;

fn import(map: &str, cases: &str, measures: &str) -> Import {
    let open = |text: &str| open_bytes(text.into(), &Source::default()).unwrap();
    let tables = vec![("indsatser".to_owned(), open(measures))];
    Import::with(&Mapping::read(map.as_bytes()).unwrap(), open(cases), None, tables).unwrap()
}

/// The cases of a mapping that has no other table.
fn alone(map: &str, cases: &str) -> Import {
    let cases = open_bytes(cases.into(), &Source::default()).unwrap();
    Import::with(&Mapping::read(map.as_bytes()).unwrap(), cases, None, Vec::new()).unwrap()
}

/// The measures of each case: what they are called, `?` for what cannot be read, and the place that is told for that.
fn measures(import: Import) -> Vec<Vec<String>> {
    let of = |case: rehabplan_import::import::Case| {
        let plan = case.plan();
        let report = Checker::new().check_slice(&plan).unwrap();
        let mut found = Vec::new();
        let unreadable = report.input.iter().filter(|finding| finding.path.starts_with("/indsatsdel"));
        found.extend(unreadable.map(|finding| format!("? {}", case.origin(&finding.path).unwrap())));
        let plan: Value = serde_json::from_slice(&plan).unwrap();
        let list = plan["indsatsdel"]["tilbud"].as_array().cloned().unwrap_or_default();
        let read = list.iter().filter(|one| one.is_object());
        found.extend(read.map(|one| one["beskrivelse"].as_str().unwrap_or("-").to_owned()));
        found
    };
    import.map(|case| of(case.unwrap())).collect()
}

/// The rows, those that belong to no case, that nothing takes and that have no key; and where these stand.
fn counts(unused: &Unused) -> ([usize; 4], &[u64]) {
    ([unused.rows, unused.unmatched, unused.untaken, unused.unkeyed], &unused.unkeyed_rows)
}

#[test]
fn a_number_is_the_same_however_it_is_written() {
    let told = |cases: &str, table: &str| measures(import(MAP, cases, table));
    let table = "Nr;Art;Indsats\n7;a;Praktik\n7.0;a;Mentor\n12;a;Kursus\n00034;a;Test\nS-1;a;Samtale\n";
    let expected = [vec!["Praktik", "Mentor"], vec!["Kursus"], vec!["Test"], vec!["Samtale"], vec![]];
    assert_eq!(told("Sag;x\n007;\n12.0;\n34;\nS-1;\n1;\n", table), expected);
    // Where the zeros tell two cases apart, they count.
    let table = "Nr;Art;Indsats\n007;a;A\n7;a;B\n0008;a;C\n08;a;D\n";
    assert_eq!(told("Sag;x\n007;\n7;\n8;\n08;\n", table), [vec!["A"], vec!["B"], vec![], vec!["D"]]);
}

#[test]
fn cases_that_got_the_same_rows_are_told() {
    let shared = |cases: &str, table: &str| {
        let import = import(MAP, cases, table);
        let joined = import.joined();
        import.for_each(|case| drop(case.unwrap().plan()));
        joined.noticed().alike_keys
    };
    let table = "Nr;Art;Indsats\n7;a;Praktik\n8;a;Mentor\n";
    assert_eq!(shared("Sag;x\n007;\n7;\n8;\n", table), 1, "the row of 7 is that of 007 too");
    assert_eq!(shared("Sag;x\n007;\n08;\n", table), 0, "a spreadsheet took the zeros away");
    assert_eq!(shared("Sag;x\n7.0;\n7;\n", table), 0, "the same case twice");
    assert_eq!(shared("Sag;x\n007;\n7;\n", "Nr;Art;Indsats\n007;a;A\n7;a;B\n"), 0, "the table tells them apart");
    let table = "Nr;Art;Indsats\nRP-1;a;Praktik\n";
    assert_eq!(shared("Sag;x\nRP-1;\nrp-1;\n", table), 1, "the row of the one is that of the other too");
    assert_eq!(shared("Sag;x\nrp-1;\n", table), 0);
    assert_eq!(shared("Sag;x\nRp-1;\n", "Nr;Art;Indsats\nRP-1;a;A\nrp-1;a;B\n"), 1, "it may be either");
}

#[test]
fn an_id_is_the_same_in_other_letters_and_blanks_where_that_leaves_no_doubt() {
    let told = |cases: &str, table: &str| measures(import(MAP, cases, table));
    let table = "Nr;Art;Indsats\nRP-101;a;Praktik\nS7;a;Mentor\ns 8;a;Kursus\n";
    let expected = [vec!["Praktik"], vec!["Mentor"], vec!["Kursus"], vec![]];
    assert_eq!(told("Sag;x\nrp-101;\nS 7;\nS8;\nS-8;\n", table), expected);
    // Where the table has two that are written so, the case has that of its own letters, and any other has one of them.
    let table = "Nr;Art;Indsats\nRP-1;a;A\nrp-1;a;B\n";
    let found = told("Sag;x\nRP-1;\nrp-1;\nRp-1;\n", table);
    assert_eq!(found[..2], [vec!["A"], vec!["B"]]);
    assert!(matches!(&found[2][..], [one] if one.starts_with("? ")), "{:?}", found[2]);
}

#[test]
fn a_case_whose_number_the_table_may_have_in_other_words_has_measures_that_nobody_knows() {
    let map = MAP.replace("key = \"Nr\"", "file = \"i.csv\"\nkey = \"Nr\"");
    let told = |cases: &str, table: &str| {
        let import = import(&map, cases, table);
        let joined = import.joined();
        (measures(import), unmatched(&[], joined.noticed(), Lang::Da).len())
    };
    let unknown = |row: u32| vec![format!("? row {row}, column \"Sag\"")];
    for other in ["2021/S-101", "Sag S-101", "S101"] {
        let (found, lines) =
            told("Sag;x\nS-100;\nS-101;\n", &format!("Nr;Art;Indsats\nS-100;a;Praktik\n{other};a;Mentor\n"));
        assert_eq!((found, lines), (vec![vec!["Praktik".to_owned()], unknown(3)], 1), "{other}");
    }
    // No row is written as the ids of the cases are.
    assert_eq!(told("Sag;x\nS-100;\n", "Nr;Art;Indsats\n4711;a;Mentor\n"), (vec![unknown(2)], 1));
    // Rows of other cases are none of its own.
    let (found, lines) = told("Sag;x\nS-100;\nS-102;\n", "Nr;Art;Indsats\nS-100;a;Praktik\nS-1022;a;Mentor\n");
    assert_eq!((found, lines), (vec![vec!["Praktik".to_owned()], vec![]], 0));
}

#[test]
fn a_case_without_an_id_has_measures_that_nobody_knows() {
    let found = measures(import(MAP, "Sag;x\n;a\n1;\n", "Nr;Art;Indsats\n1;;Praktik\n"));
    assert_eq!(found, [vec!["? row 2, column \"Sag\""], vec!["Praktik"]]);
}

#[test]
fn a_condition_that_cannot_be_read_does_not_leave_a_row_out() {
    // The third row ends early: it may be one that counts.
    let found = measures(import(MAP, "Sag;x\n1;\n", "Nr;Indsats;Art\n1;Praktik;a\n1;Mentor;aflyst\n1;Kursus\n"));
    assert_eq!(found, [vec!["? table \"indsatser\", row 4, column \"Art\"", "Praktik"]]);
}

#[test]
fn what_was_not_used_is_counted() {
    let mut import =
        import(MAP, "Sag;x\n1;\n2;\n1;\n", "Nr;Art;Indsats\n1;a;Praktik\n1;aflyst;Mentor\n3;a;Kursus\n;a;Test\n");
    let joined = import.joined();
    import.by_ref().for_each(|case| drop(case.unwrap().plan()));
    assert_eq!(joined.unused().iter().map(counts).collect::<Vec<_>>(), [([4, 1, 1, 1], &[5][..])]);
    assert!(!joined.unused()[0].is_all_unmatched());
    assert_eq!(joined.noticed().repeated_ids, 1);
}

#[test]
fn several_rows_may_be_one_case() {
    let map = r#"
        id = "Sag"
        once = true
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/forberedendeDel/oensker" = "Ønsker"
        [tables.indsatser]
        key = "Sag"
        [[lists]]
        place = "/indsatsdel/tilbud"
        table = "indsatser"
        where = { column = "Indsats", blank = false }
        [lists.fields]
        beskrivelse = "Indsats"
    "#;
    let rows = "Sag;Ønsker;Indsats\n1;Bus;Praktik\n1;Bus;Mentor\n2;Tog;\n;Fly;\n;Fly;\n1;Cykel;Kursus\n";
    let import = import(map, rows, rows);
    let joined = import.joined();
    let found = measures(import);
    // Without an id, nobody knows whether two rows are one case.
    let unknown = |row| vec![format!("? row {row}, column \"Sag\"")];
    assert_eq!(found, [vec!["Praktik".to_owned(), "Mentor".into(), "Kursus".into()], vec![], unknown(5), unknown(6)]);
    assert_eq!((joined.noticed().differing, joined.noticed().repeated_ids), (1, 0));
    let error = Mapping::read(map.replace("id = \"Sag\"", "").as_bytes()).map(|_| ()).unwrap_err();
    assert_eq!(error.fault.code(), "noId");
}

#[test]
fn what_is_drafted_for_rows_that_are_one_case_is_a_mapping_of_the_same_rows_without_a_file() {
    let rows = "Sagsnr;Sagstype;Indsats;Startdato\n1;Fleksjob;Praktik;1-2-2020\n1;Fleksjob;Mentor;1-3-2020\n\
        2;Fleksjob;Kursus;1-4-2020\n";
    let opened = || open_bytes(rows.as_bytes().to_vec(), &Source::default()).unwrap();
    let drafted = draft(vec![Table { name: "sager".to_owned(), file: None, opened: opened() }], Lang::Da);
    let mapping = drafted.mapping.unwrap();
    let import = Import::with(&mapping, opened(), None, Vec::new()).unwrap();
    let plans = import.map(|case| serde_json::from_slice::<Value>(&case.unwrap().plan()).unwrap().to_string());
    let plans: Vec<String> = plans.collect();
    assert_eq!(plans.len(), 2, "{}", drafted.toml);
    assert!(["Praktik", "Mentor"].iter().all(|measure| plans[0].contains(measure)), "{}", drafted.toml);
    assert!(plans[1].contains("Kursus"), "{}", drafted.toml);
    // Where the rows are not said to be those of a case, a table that is missing is missing.
    let other = drafted.toml.replace("once = true", "once = false");
    let wrong = Import::with(&Mapping::read(other.as_bytes()).unwrap(), opened(), None, Vec::new()).unwrap_err();
    assert_eq!(wrong.code(), "missingTable");
}

#[test]
fn what_should_have_an_inside_and_has_none_cannot_be_read() {
    let map = r#"
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/forberedendeDel/oensker" = "/felter/oensker"
        [[lists]]
        place = "/indsatsdel/tilbud"
        at = "/indsatser"
        fields = { beskrivelse = "navn" }
    "#;
    let cases = json!([
        {"felter": {"oensker": "Bus"}, "indsatser": [{"navn": "Praktik"}]},
        {"felter": "ingen", "indsatser": "ingen"},
        // As text, as databases write it.
        {"felter": "{\"oensker\": \"Bus\"}", "indsatser": "[{\"navn\": \"Praktik\"}]"},
        {"felter": [], "indsatser": null},
        {"felter": {"oensker": null}, "indsatser": ""},
    ]);
    let cases = open_bytes(cases.to_string().into(), &Source::default()).unwrap();
    let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), cases, None, Vec::new()).unwrap();
    let input = |case: rehabplan_import::import::Case| {
        let report = Checker::new().check_slice(&case.plan()).unwrap();
        let found = report.input.iter().map(|finding| (finding.path.clone(), case.origin(&finding.path).unwrap().name));
        (report.input.len(), found.collect::<Vec<_>>(), String::from_utf8(case.plan()).unwrap().contains("Bus"))
    };
    let found: Vec<_> = import.map(|case| input(case.unwrap())).collect();
    let told = |path: &str, name: &str| (path.to_owned(), name.to_owned());
    let both = vec![told("/forberedendeDel/oensker", "/felter/oensker"), told("/indsatsdel/tilbud/0", "/indsatser")];
    assert_eq!(found, [(0, vec![], true), (2, both, false), (0, vec![], true), (0, vec![], false), (0, vec![], false)]);
}

#[test]
fn a_row_whose_key_cannot_be_read_may_be_that_of_any_case_without_rows() {
    let map =
        MAP.replace("[tables", "\"/sag/heltAabenbart\" = { table = \"indsatser\", column = \"Team\" }\n    [tables");
    // In the third row the key ends early; the fourth would be one, were it not called off.
    let table = "Indsats;Art;Team;Nr\nPraktik;a;ja;1\nMentor;a;ja\nKursus;aflyst;ja;3\n";
    let mut import = import(&map, "Sag;x\n1;\n2;\n3;\n", table);
    let joined = import.joined();
    let cases: Vec<_> = import.by_ref().map(|case| case.unwrap()).collect();
    let told = |case: &rehabplan_import::import::Case| {
        let report = Checker::new().check_slice(&case.plan()).unwrap();
        let place = |path: &str| case.origin(path).unwrap().to_string();
        report.input.iter().map(|finding| (finding.path.clone(), place(&finding.path))).collect::<Vec<_>>()
    };
    let at = |path: &str| (path.to_owned(), "table \"indsatser\", row 3, column \"Nr\"".to_owned());
    assert_eq!(told(&cases[0]), []);
    assert_eq!(told(&cases[1]), [at("/sag/heltAabenbart"), at("/indsatsdel/tilbud/0")]);
    assert_eq!(told(&cases[2]), [at("/indsatsdel/tilbud/0")], "its only row is called off");
    assert_eq!(joined.unused().iter().map(counts).collect::<Vec<_>>(), [([3, 0, 0, 1], &[3][..])]);
}

#[test]
fn a_row_without_a_key_may_be_that_of_any_case_without_rows() {
    let map = r#"
        id = "Sag"
        [plan]
        "/sag/sagstype" = { constant = "ressourceforloeb" }
        "/forberedendeDel/hidtidigIndsats/ingenBeskaeftigelse" = "Ingen"
        [tables.indsatser]
        key = "Nr"
        [[lists]]
        place = "/forberedendeDel/hidtidigIndsats/beskaeftigelse"
        table = "indsatser"
        fields = { indhold = "Indsats" }
    "#;
    let told = |table: &str| {
        let mut import = import(map, "Sag;Ingen\n1;nej\n2;nej\n", table);
        let (joined, checker) = (import.joined(), Checker::new().horizon(import.horizon().clone()));
        let missing = |case: rehabplan_import::import::Case| {
            let report = checker.check_slice(&case.plan()).unwrap();
            let found = report.findings().any(|found| found.paths().any(|path| path.ends_with("/beskaeftigelse")));
            (found, report.input.first().map(|finding| case.origin(&finding.path).unwrap().to_string()))
        };
        let found: Vec<_> = import.by_ref().map(|case| missing(case.unwrap())).collect();
        (found, joined.unused().remove(0))
    };
    let place = Some("table \"indsatser\", row 3, column \"Nr\"".to_owned());
    let (found, unused) = told("Nr;Indsats\n1;Praktik\n;Mentor\n");
    assert_eq!(found, [(false, None), (false, place)], "the second case may have had a mentor");
    assert_eq!(counts(&unused), ([2, 0, 0, 1], &[3][..]));
    // What is a sum, or blank but for blanks, is nobody's.
    for sum in [";12\n", ";I alt\n", "I alt;2\n"] {
        let (found, unused) = told(&format!("Nr;Indsats\n1;Praktik\n{sum}"));
        assert_eq!(found, [(false, None), (true, None)], "{sum}");
        assert_eq!((unused.unmatched, unused.unkeyed), (1, 0), "{sum}");
    }
    let lines = |table: &str| {
        let tables = [("indsatser".to_owned(), told(table).1)];
        unmatched(&tables, rehabplan_import::import::Noticed::default(), Lang::En)
    };
    let many = format!("Nr;Indsats\n1;Praktik\n{}", ";Hemmelig\n".repeat(11));
    for (table, rows) in [
        ("Nr;Indsats\n1;Praktik\n;Hemmelig\n", "1 (row 3)"),
        (many.as_str(), "11 (row 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, ...)"),
    ] {
        let told = format!("table indsatser: rows whose key is blank or cannot be read: {rows}; ");
        assert!(lines(table).iter().any(|line| line.starts_with(&told)), "{:?}", lines(table));
        assert!(lines(table).iter().all(|line| !line.contains("Hemmelig")));
    }
}

#[test]
fn a_row_of_another_table_that_cannot_be_read_ends_nothing_and_may_be_anybodys() {
    let import = import(MAP, "Sag;x\n1;\n2;\n", "Nr;Art;Indsats\n1;a;Praktik\n2;a;Mentor; og mere;her\n");
    let joined = import.joined();
    let found = measures(import);
    assert_eq!(found, [vec!["Praktik".to_owned()], vec!["? table \"indsatser\", row 3, column \"Nr\"".to_owned()]]);
    let unused = joined.unused();
    assert_eq!((unused[0].unkeyed, &unused[0].unkeyed_rows[..]), (1, &[3][..]));
}

#[test]
fn a_key_that_a_spreadsheet_could_not_compute_is_no_key() {
    let found = measures(import(MAP, "Sag;x\n1;\n2;\n#REF!;\n", "Nr;Art;Indsats\n1;a;Praktik\n#I/T;a;Mentor\n"));
    let key = || vec!["? table \"indsatser\", row 3, column \"Nr\"".to_owned()];
    assert_eq!(found, [vec!["Praktik".to_owned()], key(), vec!["? row 4, column \"Sag\"".into()]]);
}

#[test]
fn of_rows_that_are_one_case_the_first_counts_that_says_something() {
    let map = r#"
        id = "Sag"
        once = true
        carry = ["Hold"]
        [read]
        nothing = ["-"]
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/forberedendeDel/oensker" = "Ønsker"
        "/forberedendeDel/dato" = { column = "Dato", read.nothing = ["?"] }
        "/forberedendeDel/cv" = { first = ["CV", "CV ny"] }
    "#;
    let rows = "Sag;Hold;Ønsker;Dato;CV;CV ny\n1;;;?;;\n2;;Tog;;;\n1;Nord;-;2-3-2020;;Ja\n1;;Bus;;;\n\
        2;;Cykel;;;\n2;;Tog;31-2-2020;;\n1;Syd;Bus;2-3-2020;Nej;\n";
    let import = Import::with(
        &Mapping::read(map.as_bytes()).unwrap(),
        open_bytes(rows.into(), &Source::default()).unwrap(),
        None,
        Vec::new(),
    );
    let import = import.unwrap();
    let joined = import.joined();
    let cases: Vec<_> = import.map(|case| case.unwrap()).collect();
    let plan = |case: &rehabplan_import::import::Case| serde_json::from_slice::<Value>(&case.plan()).unwrap();
    assert_eq!(
        cases.iter().map(|case| (case.id().unwrap(), case.row())).collect::<Vec<_>>(),
        [("1".into(), Some(2)), ("2".into(), Some(3))]
    );
    assert_eq!(
        plan(&cases[0])["forberedendeDel"],
        json!({"dato": "2020-03-02", "oensker": "Bus", "cv": "Nej"}),
        "each place from the first row that fills it; of several columns the first"
    );
    assert_eq!(cases[0].carried(), [Some("Nord".to_owned())]);
    assert_eq!(plan(&cases[1])["forberedendeDel"], json!({"dato": "31-2-2020", "oensker": "Tog"}));
    let origin = |case: usize, place: &str| cases[case].origin(place).unwrap().to_string();
    assert_eq!(origin(0, "/forberedendeDel/oensker"), "row 5, column \"Ønsker\"");
    assert_eq!(origin(1, "/forberedendeDel/dato"), "row 7, column \"Dato\"");
    // A cycle instead of a train, and another CV than the row before it.
    assert_eq!((joined.noticed().differing, joined.noticed().repeated_ids), (2, 0));
}

#[test]
fn of_a_value_in_another_table_the_condition_is_about_the_row() {
    let map = r#"
        id = "Sag"
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/forberedendeDel/oensker" = { table = "indsatser", column = "Svar", where = { column = "Felt", is = "Ønsker" } }
        "/forberedendeDel/cv" = { table = "indsatser", column = "Svar", where = { column = "Felt", is = "CV" } }
        [tables.indsatser]
        key = "Nr"
    "#;
    let answers = "Nr;Felt;Svar\n1;CV;Kok\n1;Ønsker;Bus\n2;Ønsker;\n2;Ønsker;Tog\n2;Andet;x\n3;#N/A;Skib\n4;CV;\n";
    let mut import = import(map, "Sag;x\n1;\n2;\n3;\n4;\n5;\n", answers);
    let joined = import.joined();
    let told = |case: rehabplan_import::import::Case| {
        let origin = |place| case.origin(place).map(|origin| origin.to_string()).unwrap_or_default();
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        let part = plan["forberedendeDel"].clone();
        (part["oensker"].clone(), part["cv"].clone(), origin("/forberedendeDel/oensker"), origin("/forberedendeDel/cv"))
    };
    let mut next = || told(import.next().unwrap().unwrap());
    let at = |row: u32, column: &str| format!("table \"indsatser\", row {row}, column \"{column}\"");
    assert_eq!(next(), (json!("Bus"), json!("Kok"), at(3, "Svar"), at(2, "Svar")));
    // The first that is filled in; no row for the other.
    assert_eq!(next(), (json!("Tog"), Value::Null, at(5, "Svar"), String::new()));
    // Nobody can say which of the two it answers.
    let unreadable = json!(["unreadable"]);
    assert_eq!(next(), (unreadable.clone(), unreadable, at(7, "Felt"), at(7, "Felt")));
    assert_eq!(next(), (Value::Null, Value::Null, String::new(), at(8, "Svar")));
    assert_eq!(next(), (Value::Null, Value::Null, String::new(), String::new()));
    assert_eq!(joined.unused().iter().map(counts).collect::<Vec<_>>(), [([7, 0, 1, 0], &[][..])]);
    // A condition is held against the columns of the table.
    let wrong = Mapping::read(map.replace("\"Felt\", is = \"CV\"", "\"x\", is = \"CV\"").as_bytes()).unwrap();
    let open = |text: &str| open_bytes(text.into(), &Source::default()).unwrap();
    let tables = vec![("indsatser".to_owned(), open(answers))];
    let error = Import::with(&wrong, open("Sag;x\n1;\n"), None, tables).unwrap_err();
    assert!(error.message(Lang::En).contains("the table \"indsatser\" has no column \"x\""), "{error}");
}

#[test]
fn a_condition_that_no_row_meets_and_a_table_without_rows_are_told() {
    let map = |words: &str| {
        format!(
            "id = \"Sag\"\nplan = {{ \"/sag/sagstype\" = {{ constant = \"fleksjob\" }} }}\nskip = [{{ column = \"Sag\", is = \"I alt\" }}]\n\
            [tables.indsatser]\nkey = \"Sag\"\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"indsatser\"\n\
            where = {{ column = \"Art\", {words} }}\nfields = {{ beskrivelse = \"Navn\" }}\n"
        )
    };
    let told = |words: &str, table: &str| {
        let import = import(&map(words), "Sag;x\n1;\n2;\n", table);
        let account = Account::of(import, &["indsatser".to_owned()], |_| {});
        let lines = without_rows(&account.never_held, &account.tables, Lang::En);
        (account.never_held.clone(), lines.len(), lines.concat())
    };
    let rows = "Sag;Art;Navn\n1;tilbud;A\n2;mentor;B\n";
    let (columns, _, text) = told(r#"is = ["tilbod", "andet"]"#, rows);
    assert_eq!(columns, ["Art"]);
    assert!(text.contains("\"Art\"") && !text.contains("tilbud"), "{text}");
    for words in [r#"is = ["tilbod", "Mentor"]"#, r#"not = "tilbod""#, "blank = false"] {
        assert_eq!(told(words, rows).1, 0, "{words}: and nobody is told that no row is left out");
    }
    // Of a table without rows no condition is to blame.
    let (_, count, text) = told(r#"is = "tilbud""#, "Sag;Art;Navn\n");
    assert!(count == 1 && text.contains("no rows below the headings"), "{text}");
    // What is asked for and ruled out is an error.
    let map = map(r#"is = ["Tilbud", "mentor"], not = ["tilbud ", "mentor"]"#);
    let error = Mapping::read(map.as_bytes()).unwrap_err();
    assert_eq!(error.fault.code(), "neverHolds");
}

#[test]
fn rows_without_a_key_are_looked_through_once_for_all_cases() {
    let cases = "Sag;x\n1;\n2;\n3;\n";
    let table = format!("Nr;Art;Indsats\n{}", ";aflyst;Mentor\n".repeat(100));
    let joined = import(MAP, cases, &table).joined();
    let looks = std::cell::Cell::new(0);
    let none = |asker| {
        let may_be = |_: &dyn Record| {
            looks.set(looks.get() + 1);
            false
        };
        joined.unkeyed(0, asker, &may_be).is_none()
    };
    assert!(none(7) && none(7) && none(7));
    assert_eq!(looks.get(), 100, "the first who asks looks for all");
    assert!(none(8));
    assert_eq!(looks.get(), 200, "another list may ask for other rows");
    assert_eq!(measures_as_they_come(import(MAP, cases, &table)), (3, 0));
    // The last one counts, so that it may be that of each.
    assert_eq!(measures_as_they_come(import(MAP, cases, &format!("{table};a;Mentor\n"))), (3, 3));
}

/// The cases, and the entries of their lists.
fn measures_as_they_come(import: Import) -> (usize, usize) {
    let of = |plan: Vec<u8>| {
        let plan: Value = serde_json::from_slice(&plan).unwrap();
        plan["indsatsdel"]["tilbud"].as_array().map_or(0, Vec::len)
    };
    import.fold((0, 0), |(cases, entries), case| (cases + 1, entries + of(case.unwrap().plan())))
}

#[test]
fn no_case_has_more_rows_than_a_list_has_entries() {
    let rows = |count: usize| format!("Nr;Art;Indsats\n{}", "1;a;Mentor\n".repeat(count));
    let map = MAP.replace("key = \"Nr\"", "file = \"i.csv\"\nkey = \"Nr\"");
    let told = |cases: &str, table: &str| {
        let import = import(&map, cases, table);
        let joined = import.joined();
        (measures_as_they_come(import), joined.noticed().crowded, joined.unused()[0].unmatched)
    };
    assert_eq!(told("Sag;x\n1;\n", &rows(10_000)), ((1, 10_000), 0, 0));
    assert_eq!(told("Sag;x\n1;\n", &rows(10_001)), ((1, 1), 1, 0), "one entry, which cannot be read");
    let mut import = import(MAP, "Sag;x\n1;\n2;\n", &rows(10_001));
    let case = import.next().unwrap().unwrap();
    let report = Checker::new().check_slice(&case.plan()).unwrap();
    assert_eq!(report.input.iter().map(|found| &*found.path).collect::<Vec<_>>(), ["/indsatsdel/tilbud/0"]);
    assert_eq!(case.origin("/indsatsdel/tilbud/0").unwrap().to_string(), "row 2, column \"Sag\"");
}

#[test]
fn cases_that_share_a_key_get_its_rows_up_to_a_limit() {
    let cases = |count: usize| format!("Sag;x\n{}", "1;\n".repeat(count));
    let rows = |count: usize| format!("Nr;Art;Indsats\n{}", "1;a;Mentor\n".repeat(count));
    let map = MAP.replace("key = \"Nr\"", "file = \"i.csv\"\nkey = \"Nr\"");
    let told = |cases: &str, table: &str| {
        let import = import(&map, cases, table);
        let joined = import.joined();
        let found = measures_as_they_come(import);
        let noticed = joined.noticed();
        (found, noticed.crowded, unmatched(&[], noticed, Lang::Da).len())
    };
    assert_eq!(told(&cases(100), &rows(1_000)), ((100, 100_000), 0, 0));
    // The one after that has a list that cannot be read, and so have all others.
    assert_eq!(told(&cases(102), &rows(1_000)), ((102, 100_002), 2, 1));
    // A few rows are those of a common table, as a team is.
    assert_eq!(told(&cases(3_000), &rows(50)), ((3_000, 150_000), 0, 0));
}

#[test]
fn many_rows_that_are_one_case_are_compared_once_each() {
    let map = r#"
        id = "Sag"
        once = true
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/forberedendeDel/oensker" = "Ønsker"
        [tables.indsatser]
        key = "Sag"
        [[lists]]
        place = "/indsatsdel/tilbud"
        table = "indsatser"
        fields = { beskrivelse = "Indsats" }
    "#;
    let rows = format!("Sag;Ønsker;Indsats\n{}1;Tog;Mentor\n", "1;Bus;Praktik\n".repeat(20_000));
    let import = import(map, &rows, &rows);
    let joined = import.joined();
    assert_eq!(measures_as_they_come(import), (1, 1));
    assert_eq!((joined.noticed().differing, joined.noticed().crowded), (1, 1));
}

#[test]
fn words_of_the_mapping_that_no_row_has_are_told() {
    let map = r#"
        id = "Sag"
        skip = [{ column = "Sag", is = ["i alt", "sum"] }]
        [read]
        codes = { RF = "ressourceforloeb", FX = "fleksjob" }
        [plan]
        "/sag/sagstype" = "Type"
        "/indstilling/udfald" = { column = "Forslag", read.codes = { F = "fleksjob", G = "tilskud" } }
        [tables.indsatser]
        key = "Nr"
        [[lists]]
        place = "/indsatsdel/tilbud"
        table = "indsatser"
        where = { column = "Art", is = ["tilbud", "tilbod"], not = ["aflyst", "010203-1234"] }
        fields = { beskrivelse = "Indsats" }
    "#;
    let cases = "Sag;Type;Forslag\n1;FX;f\nI alt;;\n";
    let import = import(map, cases, "Nr;Art;Indsats\n1;Tilbud;A\n");
    let account = Account::of(import, &["indsatser".to_owned()], |_| {});
    let told: Vec<String> = without_values(&account.unmet, Lang::En);
    let expected = [
        ("column \"Forslag\" (codes)", "has: \"g\";"),
        ("column \"Art\" (where)", "has: \"tilbod\", \"aflyst\", 1 that are not shown;"),
        ("column \"Sag\" (skip)", "has: \"sum\";"),
        ("[read] (codes)", "has: \"rf\";"),
    ];
    assert_eq!(told.len(), expected.len(), "{told:?}");
    for (line, (place, words)) in told.iter().zip(expected) {
        assert!(line.starts_with(place) && line.contains(words), "{line}");
    }
    assert!(account.never_held.is_empty());
}

#[test]
fn a_joined_file_that_is_not_there_is_named() {
    let folder = std::env::temp_dir().join(format!("rehabplan-joining-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let cases = folder.join("sager.csv");
    std::fs::write(&cases, "Sag\n7\n").unwrap();
    let map = MAP.replace("key = \"Nr\"", "key = \"Nr\"\nfile = \"tilbud.csv\"");
    let error = Import::open(&Mapping::read(map.as_bytes()).unwrap(), &cases, &[]).unwrap_err();
    std::fs::remove_dir_all(&folder).unwrap();
    assert_eq!(error.code(), "notFound");
    assert_eq!(
        error.message(Lang::Da),
        "tabel »indsatser«: filen »tilbud.csv« findes ikke ved siden af sagernes fil; læg den der, eller ret navnet i kortet (file)"
    );
}

#[test]
fn a_word_for_nothing_that_the_mapping_does_not_name_is_told_and_is_an_answer() {
    let map = |read: &str| {
        let plan = r#""/sag/sagstype" = { constant = "fleksjob" }
            "/forberedendeDel/oensker" = "Ønsker"
            "/forberedendeDel/cv" = "CV""#;
        Mapping::read(format!("{read}\n[plan]\n{plan}").as_bytes()).unwrap()
    };
    let told = |read: &str| {
        let text = "Ønsker;CV\nBus;(blank)\nUkendt;UKENDT\nUkendt med byen;Ja\n";
        let cases = open_bytes(text.into(), &Source::default()).unwrap();
        let mut import = Import::new(&map(read), cases, Vec::new()).unwrap();
        let plans: Vec<Value> =
            import.by_ref().map(|case| serde_json::from_slice(&case.unwrap().plan()).unwrap()).collect();
        let noticed = import.joined().noticed();
        let is_told = remarks(&[], noticed, Lang::Da).iter().any(|line| line.contains("[read], nothing = "));
        (plans[1]["forberedendeDel"]["oensker"].clone(), noticed.for_nothing, is_told)
    };
    assert_eq!(told(""), (json!("Ukendt"), 2, true));
    assert_eq!(told("[read]\nnothing = [\"(blank)\", \"Ukendt\"]"), (Value::Null, 0, false));
}

#[test]
fn what_is_left_out_as_a_note_has_no_id_like_those_of_the_others() {
    let map = "id = \"Sag\"\nskip_notes = true\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n";
    let cases = "Sag;Type;Dato;Ønsker\n1;fleksjob;;Bus\n2;;;\n3;fleksjob;;Bil\n4;fleksjob;;Bil\n5;fleksjob;;Bil\nUdtrukket af fagsystemet;;;\nI alt;2;;\n;Fleksjob;;Tog\n\
        Sag;Type;Dato;Ønsker\nØst;1;1;\n";
    let mut left = alone(map, cases);
    let rows: Vec<_> = left.by_ref().map(|case| case.unwrap().row().unwrap()).collect();
    assert_eq!((rows, left.joined().noticed().notes), (vec![2, 3, 4, 5, 6, 9], 4));
    let noticed = left.joined().noticed();
    assert_eq!((noticed.left_out, noticed.note_rows.numbers().collect::<Vec<_>>()), (0, vec![7, 8, 10, 11]));
    // Without it they are cases, and told.
    let mut told = alone(&map.replace("skip_notes = true\n", ""), cases);
    assert_eq!((told.by_ref().count(), told.joined().noticed().sums), (10, 4));
}

#[test]
fn a_text_of_the_plan_is_never_shown_as_an_id() {
    let map = "id = \"Sag\"\ncarry = [\"Distrikt\"]\n[tables.indsatser]\nkey = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\
        \"/forberedendeDel/oensker\" = \"Ønsker\"\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"indsatser\"\nfields = { beskrivelse = \"Indsats\" }\n";
    // A line break that was not quoted, and a row that has the right number of cells by chance.
    let cases = "Sag;Distrikt;Type;Ønsker\n1;Nord;fleksjob;Bus\n2;Nord;fleksjob;Vil gerne\nhar fået konstateret kræft; og vil; hjem\n\
        Bor på Nørregade 7;han vil; hjem;igen\nbrystkræft;a;b;c\n3;Syd;fleksjob;Tog\n4;Syd\n";
    let mut import = import(map, cases, "Sag;Indsats\n1;Praktik\n3;Kursus\n");
    let cases: Vec<_> = import.by_ref().map(Result::unwrap).collect();
    let known: Vec<_> = cases.iter().map(|case| (case.row().unwrap(), case.id(), case.carried()[0].clone())).collect();
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        known,
        [
            (2, some("1"), some("Nord")),
            (3, some("2"), some("Nord")),
            (4, None, None),
            (5, None, None),
            (6, None, None),
            (7, some("3"), some("Syd")),
            // A row that lacks its last cells begins as the others do.
            (8, some("4"), some("Syd")),
        ]
    );
    let noticed = import.joined().noticed();
    assert_eq!((noticed.odd_ids, noticed.odd_rows.numbers().collect::<Vec<_>>()), (3, vec![4, 5, 6]));
    // Nobody knows which measures are theirs.
    for case in &cases[2..5] {
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        assert!(plan["indsatsdel"]["tilbud"][0].is_array(), "{plan}");
    }
}

#[test]
fn what_is_not_shown_of_an_id_joins_all_the_same() {
    let map = "id = \"Sag\"\ncarry = [\"Distrikt\"]\n[tables.indsatser]\nfile = \"i.csv\"\nkey = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\
        \"/forberedendeDel/oensker\" = \"Ønsker\"\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"indsatser\"\nfields = { beskrivelse = \"Indsats\" }\n";
    let cases = "Sag;Distrikt;Type;Ønsker\n40001;Nord;fleksjob;Bus\nKMD 40001;Syd;fleksjob;Tog\nHos Petersen 7;Vest;fleksjob;Bil\n\
        Hos Hansen 7;Vest;fleksjob;Bil\nALF;Øst;fleksjob;Bil\nBeta;Øst;fleksjob;Bil\nKaren;Øst;fleksjob;Bil\n";
    let rows = "Sag;Indsats\nKMD 40001;Kursus\nHos Petersen 7;Praktik\nALF;Mentor\nKaren;Praktik\n";
    let mut import = import(map, cases, rows);
    let cases: Vec<_> = import.by_ref().map(Result::unwrap).collect();
    let shown: Vec<_> = cases.iter().map(|case| case.id().unwrap_or_default()).collect();
    // A code that another table knows its rows by is one; a name is not, whoever knows it.
    assert_eq!(shown, ["40001", "KMD 40001", "", "", "ALF", "", ""]);
    assert_eq!(import.joined().noticed().odd_ids, 4);
    let districts: Vec<_> = cases.iter().map(|case| case.carried()[0].clone().unwrap_or_default()).collect();
    assert_eq!(districts, ["Nord", "Syd", "Vest", "Vest", "Øst", "Øst", "Øst"]);
    let measures = |case: &rehabplan_import::import::Case| {
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        plan["indsatsdel"]["tilbud"][0].clone()
    };
    assert_eq!(measures(&cases[1])["beskrivelse"], "Kursus");
    assert_eq!(measures(&cases[2])["beskrivelse"], "Praktik");
    assert_eq!(measures(&cases[4])["beskrivelse"], "Mentor");
    assert_eq!(measures(&cases[6])["beskrivelse"], "Praktik");
    // "KMD 40001" may be it, and of the others, which no row has, nobody knows whether they are ids.
    assert!([0, 3, 5].iter().all(|case| measures(&cases[*case]).is_array()));
}

#[test]
fn a_row_with_a_type_or_a_day_is_no_sum_and_no_note() {
    let map = "id = \"Sag\"\nskip_notes = true\n[plan]\n\"/sag/sagstype\" = { column = \"Type\", read = { codes = { 5 = \"fleksjob\" } } }\n\
        \"/moede/dato\" = \"Dato\"\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n\"/forberedendeDel/maal\" = \"Mål\"\n";
    let cases = "Sag;Type;Dato;Ønsker;Mål\n1;5;13-03-2020;Bus;Job\nSUM;fleksjob;13-03-2020;;Job\n;5;;;\n;;15-03-2020;;\nAlfa;5;;;\n\
        Total;;;Bus;Job\nBeta;7;8;9;\nSUM;2;17;;\nSamlet;7;8;9;10\n;2;;1;\nUdtrukket i dag;;;;\n";
    let mut left = alone(map, cases);
    let rows: Vec<_> = left.by_ref().map(|case| case.unwrap().row().unwrap()).collect();
    assert_eq!(rows, [2, 3, 4, 5, 6, 7, 8]);
    assert_eq!(left.joined().noticed().note_rows.numbers().collect::<Vec<_>>(), [9, 10, 11, 12]);
}

/// The plans of some cases.
fn plans(import: Import) -> Vec<Value> {
    import.map(|case| serde_json::from_slice(&case.unwrap().plan()).unwrap()).collect()
}

#[test]
fn what_is_blank_to_the_check_is_not_filled_in() {
    let blanks = ["-", "NULL", "ikke oplyst", "mangler", "[indsæt tekst]", ".", " "];
    let oensker = |plan: &Value| plan["forberedendeDel"]["oensker"].as_str().unwrap_or_default().to_owned();
    // The first of several, and all of them as one text.
    let place = |given: &str| {
        format!("id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/oensker\" = {given}\n")
    };
    let rows: String = blanks.iter().map(|blank| format!("1;fleksjob;{blank};vil gerne\n")).collect();
    for given in ["{ first = [\"Ny\", \"Gl\"] }", "{ join = [\"Ny\", \"Gl\"] }"] {
        let plans = plans(alone(&place(given), &format!("Sag;Type;Ny;Gl\n{rows}")));
        assert_eq!(plans.len(), blanks.len());
        assert!(plans.iter().all(|plan| oensker(plan) == "vil gerne"), "{given}: {plans:?}");
    }
    // The first of the rows of a case, there and in another table.
    for blank in blanks {
        let once = format!("once = true\n{}", place("\"Ny\""));
        let cases = format!("Sag;Type;Ny\n1;fleksjob;{blank}\n1;fleksjob;vil gerne\n");
        let mut one = alone(&once, &cases);
        let joined = one.joined();
        let plan: Value = serde_json::from_slice(&one.next().unwrap().unwrap().plan()).unwrap();
        assert_eq!((oensker(&plan).as_str(), joined.noticed().differing), ("vil gerne", 0), "{blank}");
        let map = place("{ table = \"indsatser\", column = \"Indsats\" }")
            .replace("[plan]", "[tables.indsatser]\nkey = \"Sag\"\n[plan]");
        let other = format!("Sag;Indsats\n1;{blank}\n1;vil gerne\n");
        assert_eq!(oensker(&plans(import(&map, "Sag;Type\n1;fleksjob\n", &other))[0]), "vil gerne", "{blank}");
        // Numbered columns, and values in one cell.
        let map = "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/moede/deltagere\" = { column = \"Ny\", split = \",\" }\n\
            [[lists]]\nplace = \"/indsatsdel/tilbud\"\nfields = { beskrivelse = \"Indsats {n}\", indsatstype = { constant = \"anden\" } }\n";
        let cases = format!("Sag;Type;Ny;Indsats 1;Indsats 2\n1;fleksjob;borger,{blank};{blank};Praktik\n");
        let plan = &plans(alone(map, &cases))[0];
        assert_eq!(plan["indsatsdel"]["tilbud"].as_array().map(Vec::len), Some(1), "{blank}: {plan}");
        assert_eq!(plan["moede"]["deltagere"].as_array().map(Vec::len), Some(1), "{blank}: {plan}");
    }
    // A letter may be a code, and an error of a spreadsheet is a value that cannot be read.
    let plans = plans(alone(&place("{ first = [\"Ny\", \"Gl\"] }"), "Sag;Type;Ny;Gl\n1;fleksjob;#N/A;vil gerne\n"));
    assert!(plans[0]["forberedendeDel"]["oensker"].is_array(), "{plans:?}");
}

#[test]
fn a_constant_alone_is_no_part_of_a_plan() {
    let map = "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n\
        \"/forberedendeDel/sagsgruppe\" = { constant = \"ressourceforloebFleksjobFoertidspension\" }\n\
        \"/forberedendeDel/laege/rolle\" = { constant = \"praktiserendeLaege\" }\n\"/forberedendeDel/laege/dato\" = \"Attest\"\n\
        \"/indstilling/udfald\" = { constant = \"fleksjob\", where = { column = \"Indstillet\", is = \"ja\" } }\n";
    let cases = "Sag;Ønsker;Attest;Indstillet\n1;;;nej\n2;vil gerne;;ja\n3;;02-03-2020;\n4;-;NULL;nej\n";
    let plans = plans(alone(map, cases));
    assert_eq!(plans[0], json!({ "sag": { "sagstype": "fleksjob" } }));
    // What says nothing is no answer either.
    assert_eq!(plans[3]["forberedendeDel"], json!({ "oensker": "-", "laege": { "dato": "NULL" } }));
    assert_eq!(plans[1]["forberedendeDel"]["sagsgruppe"], "ressourceforloebFleksjobFoertidspension");
    assert!(plans[1]["forberedendeDel"]["laege"].is_null(), "{}", plans[1]);
    // What hangs on a column is said of the case.
    assert_eq!(plans[1]["indstilling"]["udfald"], "fleksjob");
    assert_eq!(plans[2]["forberedendeDel"]["laege"]["rolle"], "praktiserendeLaege");
}

#[test]
fn rows_that_are_left_out_belong_to_no_table_and_columns_of_either_are_used() {
    let map = "id = \"Sag\"\nonce = true\nskip = [{ column = \"Type\", is = \"lukket\" }]\n[tables.raekker]\nkey = \"Sag\"\n[plan]\n\
        \"/sag/sagstype\" = \"Type\"\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"raekker\"\nfields = { beskrivelse = \"Indsats\" }\n";
    let cases = "Sag;Type;Indsats\n1;fleksjob;Praktik\n1;fleksjob;Kursus\n2;lukket;Praktik\n3;lukket;Kursus\n";
    let mut import = alone(map, cases);
    let plans: Vec<_> = import.by_ref().map(|case| case.unwrap().plan()).collect();
    assert_eq!((plans.len(), counts(&import.joined().unused()[0]).0), (1, [2, 0, 0, 0]));
    let account = Account::of(alone(map, cases), &["raekker".to_owned()], |_| {});
    assert!(account.left_over.is_empty(), "{:?}", account.left_over);
}

#[test]
fn what_stands_further_in_goes_along_too() {
    let map = "id = \"/case/no\"\ncarry = [\"/case/district\"]\n[plan]\n\"/sag/sagstype\" = \"type\"\n";
    let mut import = alone(map, r#"{"case":{"no":"1","district":"Vest"},"type":"fleksjob"}"#);
    assert_eq!(import.next().unwrap().unwrap().carried(), [Some("Vest".to_owned())]);
}

#[test]
fn an_id_that_another_file_has_too_is_told() {
    let map = "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n";
    for once in ["", "once = true\n"] {
        let ids = rehabplan_import::import::Ids::default();
        let told = |cases: &str| {
            let mut import = alone(&format!("{once}{map}"), cases).with_ids(&ids);
            import.by_ref().for_each(drop);
            import.joined().noticed().repeated_ids
        };
        let counted = ["Sag;Type\n1;fleksjob\n2;fleksjob\n", "Sag;Type\n2;fleksjob\n3;fleksjob\n"].map(told);
        assert_eq!(counted, [0, 1], "{once}");
    }
}

/// A mapping that has one list for each of two kinds, and how the cases of `indsatser` and the two lists end up.
fn of_kinds(source: &str, more: &str) -> String {
    let list = |place: &str, word: &str| {
        format!(
            "[[lists]]\nplace = \"/forberedendeDel/hidtidigIndsats/{place}\"\n{source}\nwhere = {{ column = \"{column}\", is = \"{word}\"{more} }}\n\
             fields = {{ indhold = \"{text}\" }}\n",
            column = if source.starts_with("at") { "/Art" } else { "Art" },
            text = if source.starts_with("at") { "/Indsats" } else { "Indsats" },
        )
    };
    let table = if source.starts_with("at") { "" } else { "[tables.indsatser]\nkey = \"Nr\"\n" };
    format!(
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = {{ constant = \"fleksjob\" }}\n{table}{}{}",
        list("beskaeftigelse", "job"),
        list("sundhed", "helbred")
    )
}

/// How the two lists of that are in each plan: what is in them, or that they cannot be read, and where.
fn kinds(import: Import) -> (Vec<[String; 2]>, String) {
    let joined = import.joined();
    let of = |case: rehabplan_import::import::Case| {
        let plan = case.plan();
        let report = Checker::new().check_slice(&plan).unwrap();
        let plan: Value = serde_json::from_slice(&plan).unwrap();
        ["beskaeftigelse", "sundhed"].map(|list| {
            let path = format!("/forberedendeDel/hidtidigIndsats/{list}");
            let unread = report.input.iter().find(|finding| finding.path.starts_with(&path));
            let own = plan["forberedendeDel"]["hidtidigIndsats"][list].as_array().cloned().unwrap_or_default();
            let texts: Vec<&str> = own.iter().filter_map(|entry| entry["indhold"].as_str()).collect();
            unread.map_or(texts.join("+"), |finding| format!("? {}", case.origin(&finding.path).unwrap()))
        })
    };
    let kinds = import.map(|case| of(case.unwrap())).collect();
    let told = joined.unused().into_iter().map(|unused| ("indsatser".to_owned(), unused)).collect::<Vec<_>>();
    (kinds, remarks(&told, joined.noticed(), Lang::En).join("\n"))
}

#[test]
fn a_row_of_a_kind_that_nobody_knows_leaves_no_list_undescribed() {
    let cases = "Sag;x\n1;\n2;\n3;\n";
    let rows = "Nr;Art;Indsats\n1;job;Praktik\n1;VIRK;Kursus\n2;VIRK;Kursus\n2;;Samtale\n3;helbred;Ryghold\n";
    let (found, told) = kinds(import(&of_kinds("table = \"indsatser\"", ""), cases, rows));
    let of_row = |row: u32| format!("? table \"indsatser\", row {row}, column \"Art\"");
    assert_eq!(
        found[0],
        ["Praktik".to_owned(), of_row(3)],
        "the one row is known, and the other may be of the other kind"
    );
    assert_eq!(found[1], [of_row(4), of_row(4)]);
    assert_eq!(found[2], ["", "Ryghold"], "each of its rows is known");
    assert!(told.contains("rows that belong to a case, and that the mapping takes nothing from: 3"), "{told}");
    // Whoever says so rules them out.
    for more in [", only = true", ", not = [\"VIRK\", \"\"]"] {
        let (found, _) = kinds(import(&of_kinds("table = \"indsatser\"", more), cases, rows));
        assert_eq!(found, [["Praktik", ""], ["", ""], ["", "Ryghold"]], "{more}");
    }
    // Of yes and no, whoever names one knows the other.
    let flag = of_kinds("table = \"indsatser\"", "").replace("\"job\"", "\"ja\"").replace("\"helbred\"", "\"ja\"");
    let (found, _) = kinds(import(&flag, "Sag;x\n1;\n", "Nr;Art;Indsats\n1;nej;Praktik\n"));
    assert_eq!(found, [["", ""]]);
    // Kinds in numbers are neither.
    let numbers = of_kinds("table = \"indsatser\"", "").replace("\"job\"", "\"1\"").replace("\"helbred\"", "\"2\"");
    let (found, _) = kinds(import(&numbers, "Sag;x\n1;\n", "Nr;Art;Indsats\n1;0;Praktik\n"));
    assert_eq!(found, [[of_row(2), of_row(2)]]);
}

#[test]
fn an_entry_of_a_kind_that_nobody_knows_leaves_no_nested_list_undescribed_and_is_told() {
    let case = |number: u32, kinds: &[&str]| {
        let entries: Vec<Value> = kinds.iter().map(|kind| json!({ "Art": kind, "Indsats": "Kursus" })).collect();
        format!("{}\n", json!({ "Sag": number, "indsatser": entries }))
    };
    let cases = [case(1, &["job", "VIRK"]), case(2, &["VIRK", ""]), case(3, &["helbred"])].concat();
    let (found, told) = kinds(alone(&of_kinds("at = \"/indsatser\"", ""), &cases));
    let of_row = |row: u32| format!("? row {row}, column \"/Art\"");
    assert_eq!(found[0], ["Kursus".to_owned(), of_row(1)]);
    assert_eq!(found[1], [of_row(2), of_row(2)]);
    assert_eq!(found[2], ["", "Kursus"]);
    assert!(
        told.contains("cases with entries that the mapping takes nothing from, since no list knows the word"),
        "{told}"
    );
    assert!(told.contains("(where): 2;"), "{told}");
    let (found, told) = kinds(alone(&of_kinds("at = \"/indsatser\"", ", only = true"), &cases));
    assert_eq!(found, [["Kursus", ""], ["", ""], ["", "Kursus"]]);
    assert!(!told.contains("no list knows"), "{told}");
}

#[test]
fn a_row_of_the_cases_is_an_entry_where_anything_of_one_stands_in_it() {
    let map = "id = \"Sag\"\nonce = true\n[tables.raekker]\nkey = \"Sag\"\n[plan]\n\"/sag/sagstype\" = { constant = \"fleksjob\" }\n\
        [[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"raekker\"\nfields = { beskrivelse = \"Indsats\", ansvarligMyndighed = \"Ansvar\" }\n";
    let cases = "Sag;Indsats;Ansvar\n1;Praktik;Jobcenter\n1;;Center\n2;;\n3;Kursus;\n3;-;\n";
    let of = |plan: &Value| plan["indsatsdel"]["tilbud"].as_array().map_or(0, Vec::len);
    assert_eq!(plans(alone(map, cases)).iter().map(of).collect::<Vec<_>>(), [2, 0, 1]);
}

#[test]
fn two_answers_where_one_is_wanted_cannot_be_read() {
    const MAP: &str = r#"
        id = "Sag"
        [tables.indsatser]
        key = "Nr"
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/moede/dato" = { table = "indsatser", column = "Svar", where = { column = "Om", is = "Mødedato" } }
    "#;
    let cases = "Sag;x\n1;\n2;\n3;\n";
    let answers = "Nr;Om;Svar\n1;Mødedato;01-04-2021\n1;Mødedato;14-05-2021\n\
        2;Mødedato;01-04-2021\n2;Mødedato;2021-04-01\n2;Mødedato;\n2;Andet;14-05-2021\n3;Mødedato;\n3;Mødedato;14-05-2021\n";
    let mut import = import(MAP, cases, answers);
    let mut read = Vec::new();
    for case in import.by_ref().map(Result::unwrap) {
        let plan = case.plan();
        let report = Checker::new().check_slice(&plan).unwrap();
        let unread = report.input.iter().filter_map(|finding| case.origin(&finding.path)?.unread).next();
        let plan: Value = serde_json::from_slice(&plan).unwrap();
        read.push((plan["moede"]["dato"].as_str().map(str::to_owned), unread));
    }
    let day = |day: &str| (Some(day.to_owned()), None);
    assert_eq!(read, [(None, Some(Unread::Differing)), day("2021-04-01"), day("2021-05-14")]);
    let noticed = import.joined().noticed();
    assert_eq!(noticed.divided, 1);
    let told = remarks(&[], noticed, Lang::En);
    assert!(
        told.iter()
            .any(|line| line.starts_with("cases in which rows of another table have an answer each to the same: 1;"))
    );
}

#[test]
fn a_row_of_an_unknown_kind_that_lacks_something_leaves_the_list_in_doubt() {
    const MAP: &str = r#"
        id = "Sag"
        [tables.indsatser]
        key = "Nr"
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        [[lists]]
        place = "/indsatsdel/tilbud"
        table = "indsatser"
        where = { column = "Art", is = "tilbud" }
        [lists.fields]
        beskrivelse = "Indsats"
        startdato = "Fra"
    "#;
    let told = |rows: &str| {
        let mut import = import(MAP, "Sag;x\n1;\n", &format!("Nr;Art;Indsats;Fra\n{rows}"));
        let cases: Vec<_> = import.by_ref().map(Result::unwrap).collect();
        let plan: Value = serde_json::from_slice(&cases[0].plan()).unwrap();
        let list = plan["indsatsdel"]["tilbud"].as_array().cloned().unwrap_or_default();
        (list.iter().filter(|one| one.is_object()).count(), list.len(), import.joined().noticed().of_no_kind)
    };
    let own = "1;tilbud;Praktik;1-2-2021\n";
    assert_eq!(told(own), (1, 1, 0));
    assert_eq!(told(&format!("{own}1;andet;Mentor;1-2-2021\n")), (1, 1, 1), "be it one or not, it lacks nothing");
    assert_eq!(told(&format!("{own}1;andet;Mentor;\n")), (1, 2, 1), "if it is one, it lacks its day");
    assert_eq!(told("1;andet;Mentor;1-2-2021\n"), (0, 1, 1));
}

#[test]
fn what_is_blank_to_the_check_is_counted_as_blank() {
    const MAP: &str = r#"
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/forberedendeDel/oensker" = "Ønsker"
    "#;
    let account = Account::of(alone(MAP, "Ønsker;x\n.;\n-;\nKok;\n"), &[], |_| {});
    let counts = account.places.iter().find(|place| place.place == "/forberedendeDel/oensker").unwrap().counts;
    assert_eq!((counts.converted, counts.empty, counts.refused), (1, 2, 0));
}

#[test]
fn an_id_that_a_spreadsheet_has_rounded_joins_nothing() {
    const MAP: &str = r#"
        id = "Sag"
        [tables.indsatser]
        key = "Nr"
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/moede/dato" = "Dato"
        [[lists]]
        place = "/indsatsdel/tilbud"
        table = "indsatser"
        [lists.fields]
        beskrivelse = "Indsats"
    "#;
    let cases = "Sag;Dato\n1,23E+11;1-1-2021\n1.23E+11;2-1-2021\n1,23456789012E+11;3-1-2021\n7;3-1-2021\n";
    let mut import = import(MAP, cases, "Nr;Indsats\n1,23E+11;Mentor\n7;Praktik\n");
    let plans: Vec<Value> =
        import.by_ref().map(|case| serde_json::from_slice(&case.unwrap().plan()).unwrap()).collect();
    // Nobody knows whose the row is, so no list of the others is known to be empty.
    for plan in &plans[..3] {
        assert_eq!(plan["indsatsdel"]["tilbud"], serde_json::json!([["unreadable"]]), "{plan}");
    }
    assert_eq!(plans[3]["indsatsdel"]["tilbud"], serde_json::json!([{ "beskrivelse": "Praktik" }]));
    let noticed = import.joined().noticed();
    assert_eq!((noticed.lost_ids, noticed.lost_rows.numbers().collect::<Vec<_>>()), (2, vec![2, 3]));
    assert_eq!(import.joined().unused()[0].unkeyed, 1);
}

#[test]
fn a_table_that_nothing_is_taken_from_was_not_joined_by_the_wrong_thing() {
    const MAP: &str = r#"
        id = "Sag"
        [tables.indsatser]
        key = "Nr"
        [plan]
        "/sag/sagstype" = { constant = "fleksjob" }
        "/moede/dato" = "Dato"
    "#;
    let mut import = import(MAP, "Sag;Dato\n1;1-1-2021\n", "Nr;Tekst\n1;a\n;b\n");
    assert_eq!(import.by_ref().count(), 1);
    let unused = import.joined().unused().remove(0);
    assert_eq!((unused.rows, unused.unasked, unused.unmatched, unused.unkeyed), (2, 2, 0, 0));
    let tables = [("indsatser".to_owned(), unused)];
    assert!(unmatched(&tables, import.joined().noticed(), Lang::Da).is_empty());
    let told = remarks(&tables, import.joined().noticed(), Lang::Da);
    assert_eq!(told, ["tabel indsatser: kortet tager intet fra den; rækker: 2"]);
}

#[test]
fn a_row_of_the_same_number_with_another_type_or_day_is_of_another_case_and_fills_nothing() {
    const MAP: &str = r#"
        id = "Sag"
        once = true
        [plan]
        "/sag/sagstype" = "Type"
        "/moede/dato" = "Møde"
        "/forberedendeDel/oensker" = "Ønsker"
        "/forberedendeDel/cv" = "CV"
    "#;
    // Two types and two days, of which the wishes may be of either; the same day written in two ways; a day that one row lacks.
    let rows = "Sag;Type;Møde;Ønsker;CV\n1;fleksjob;13-05-2021;;Smed\n1;førtidspension;20-09-2021;Lager;Smed\n\
        2;fleksjob;13-05-2021;;\n2;fleksjob;2021-05-13;Lager;Smed\n3;fleksjob;;;\n3;;13-05-2021;Lager;Smed\n";
    let mut import = alone(MAP, rows);
    let mut read = Vec::new();
    for case in import.by_ref().map(Result::unwrap) {
        let places = ["/sag/sagstype", "/moede/dato", "/forberedendeDel/oensker", "/forberedendeDel/cv"];
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        let of = |place: &str| {
            let text = plan.pointer(place).and_then(Value::as_str).map(str::to_owned);
            text.ok_or(case.origin(place).unwrap().unread)
        };
        read.push(places.map(of));
    }
    let differing = Err(Some(Unread::Differing));
    let whole = ["fleksjob", "2021-05-13", "Lager", "Smed"].map(|text| Ok(text.to_owned()));
    let mixed = [differing.clone(), differing.clone(), differing, Ok("Smed".to_owned())];
    assert_eq!(read, [mixed, whole.clone(), whole]);
    assert_eq!(import.joined().noticed().differing, 1);
}

#[test]
fn what_a_row_of_another_case_has_in_a_list_is_no_entry_of_this_one() {
    const MAP: &str = r#"
        id = "Sag"
        once = true
        [plan]
        "/sag/sagstype" = "Type"
        "/forberedendeDel/oensker" = { table = "raekker", column = "Ønsker" }
        [tables.raekker]
        key = "Sag"
        [[lists]]
        place = "/indsatsdel/tilbud"
        table = "raekker"
        fields = { beskrivelse = "Indsats" }
        [[lists]]
        place = "/forberedendeDel/hidtidigIndsats/sundhed"
        table = "raekker"
        fields = { indhold = "Før" }
        [[lists]]
        place = "/forberedendeDel/hidtidigIndsats/socialBorger"
        fields = { indhold = "Støtte {n}" }
    "#;
    let rows = "Sag;Type;Indsats;Før;Støtte 1;Ønsker\n1;fleksjob;Praktik;;;\n1;;Mentor;;;\n1;førtidspension;Kursus;;Bo;Bus\n\
        2;fleksjob;;Klinik;Bo;\n2;fleksjob;Kursus;;;Bus\n";
    let cases: Vec<_> = alone(MAP, rows).map(Result::unwrap).collect();
    let lists = |case: &rehabplan_import::import::Case| {
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        ["/indsatsdel/tilbud", "/forberedendeDel/hidtidigIndsats/sundhed"]
            .map(|place| plan.pointer(place).cloned().unwrap_or_default())
    };
    let planned = json!([{ "beskrivelse": "Praktik" }, { "beskrivelse": "Mentor" }, ["unreadable"]]);
    assert_eq!(lists(&cases[0]), [planned, Value::Null], "the third row has nothing of the other list");
    let origin = cases[0].origin("/indsatsdel/tilbud/2").unwrap();
    assert_eq!(origin.to_string(), "table \"raekker\", row 4, column \"Sag\"");
    let whole = [json!([{ "beskrivelse": "Kursus" }]), json!([{ "indhold": "Klinik" }])];
    assert_eq!(lists(&cases[1]), whole);
    // The same of a value in that table, and of columns with numbers.
    let said = |case: &rehabplan_import::import::Case| {
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        ["/forberedendeDel/oensker", "/forberedendeDel/hidtidigIndsats/socialBorger/0/indhold"]
            .map(|place| plan.pointer(place).cloned().unwrap_or_default())
    };
    assert_eq!(said(&cases[0]), [json!(["unreadable"]), json!(["unreadable"])]);
    assert_eq!(cases[0].origin("/forberedendeDel/oensker").unwrap().unread, Some(Unread::Differing));
    assert_eq!(said(&cases[1]), ["Bus", "Bo"]);
}
