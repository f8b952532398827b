//! Blank cells that mean what stands above them, and rows of which nobody knows that.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan::Lang;
use rehabplan_import::account::remarks;
use rehabplan_import::import::Import;
use rehabplan_import::mapping::{Mapping, Source};
use rehabplan_import::record::Unread;
use rehabplan_import::source::open_bytes;
use serde_json::Value;

/// For each case the row that it begins in, and its measures; `?` for what cannot be read.
fn read(import: Import) -> Vec<(u64, Vec<String>)> {
    let of = |case: rehabplan_import::import::Case| {
        let plan: Value = serde_json::from_slice(&case.plan()).unwrap();
        let list = plan["indsatsdel"]["tilbud"].as_array().cloned().unwrap_or_default();
        let measures = list.iter().map(|one| one["beskrivelse"].as_str().unwrap_or("?").to_owned());
        (case.row().unwrap(), measures.collect())
    };
    import.map(|case| of(case.unwrap())).collect()
}

fn owned((row, measures): (u64, Vec<&str>)) -> (u64, Vec<String>) {
    (row, measures.into_iter().map(str::to_owned).collect())
}

#[test]
fn a_blank_cell_means_what_stands_above_it_where_the_mapping_says_so() {
    let map = |column: &str| {
        format!(
            r#"id = "Sag"
            once = true
            source = {{ fill = ["{column}"] }}
            [plan]
            "/sag/sagstype" = "Type"
            [tables.raekker]
            key = "Sag"
            [[lists]]
            place = "/indsatsdel/tilbud"
            table = "raekker"
            [lists.fields]
            beskrivelse = "Indsats""#
        )
    };
    let text = "Sag;Type;Indsats\n1;Fleksjob;Praktik\n;;Mentor\n2;Revalidering;Kursus\n  ;;Samtale\n";
    let open = || open_bytes(text.into(), &Source::default()).unwrap();
    let import = |column: &str| {
        let mapping = Mapping::read(map(column).as_bytes()).unwrap();
        Import::with(&mapping, open(), None, Vec::new())
    };
    assert_eq!(
        read(import("Sag").unwrap()),
        [(2, vec!["Praktik", "Mentor"]), (4, vec!["Kursus", "Samtale"])].map(owned)
    );
    // What stands above is a number or a name, and each row has a copy: of a long text nobody can say whose the rows are.
    let long = format!("Sag;Type;Indsats\n{};Fleksjob;Praktik\n;;Mentor\n", "1".repeat(2000));
    let mapping = Mapping::read(map("Sag").as_bytes()).unwrap();
    let import_long = Import::with(&mapping, open_bytes(long.into(), &Source::default()).unwrap(), None, Vec::new());
    assert!(read(import_long.unwrap()).iter().all(|(_, measures)| !measures.contains(&"Mentor".to_owned())));
    let told = import("Sg").unwrap_err().message(Lang::Da);
    assert!(told.contains("»Sg«") && told.contains("»Sag«"), "{told}");
}

const MAP: &str = r#"
    id = "Sag"
    once = true
    carry = ["Distrikt"]
    [source]
    fill = ["Sag", "Distrikt"]
    [plan]
    "/sag/sagstype" = "Type"
    "/forberedendeDel/oensker" = { first = ["Ønsker, ny", "Ønsker"] }
    [tables.raekker]
    key = "Sag"
    [[lists]]
    place = "/indsatsdel/tilbud"
    table = "raekker"
    [lists.fields]
    beskrivelse = "Indsats"
    startdato = "Fra"
"#;

fn open(rows: &str) -> Import {
    let text = format!("Sag;Distrikt;Navn;Type;Ønsker, ny;Ønsker;Indsats;Fra\n{rows}");
    let cases = open_bytes(text.into(), &Source::default()).unwrap();
    Import::with(&Mapping::read(MAP.as_bytes()).unwrap(), cases, None, Vec::new()).unwrap()
}

#[test]
fn a_row_without_an_id_that_says_something_else_of_the_case_is_not_that_of_the_case_above() {
    // The same again, in other letters, or a word for nothing, says nothing else; what is of the entries never does.
    let same =
        "1;Nord;Anna;Fleksjob;;Bus;Praktik;2-2-2021\n;;anna;;;bus;Mentor;3-2-2021\n;;;fleksjob;;-;Kursus;4-2-2021\n";
    assert_eq!(read(open(same)), [(2, vec!["Praktik", "Mentor", "Kursus"])].map(owned));
    for other in [
        ";;Bent;;;;Mentor;3-2-2021",
        ";Syd;;;;;Mentor;3-2-2021",
        ";;;Revalidering;;;Mentor;3-2-2021",
        ";;;;;Tog;Mentor;3-2-2021",
        ";;;;;#I/T;Mentor;3-2-2021",
    ] {
        // Nor is the next one without an id; the one that has an id is known again.
        let rows = format!(
            "1;Nord;Anna;Fleksjob;;Bus;Praktik;2-2-2021\n{other}\n;;;;;;Kursus;4-2-2021\n2;;;Fleksjob;;;Skole;\n;;;;;;Prøve;\n"
        );
        let mut import = open(&rows);
        let joined = import.joined();
        let cases: Vec<_> = import.by_ref().map(Result::unwrap).collect();
        let known: Vec<_> = cases.iter().map(|case| (case.row().unwrap(), case.id())).collect();
        let some = |id: &str| Some(id.to_owned());
        assert_eq!(known, [(2, some("1")), (3, None), (4, None), (5, some("2"))], "{other}");
        assert_eq!(
            read(open(&rows)),
            [(2, vec!["Praktik"]), (3, vec!["?"]), (4, vec!["?"]), (5, vec!["Skole", "Prøve"])].map(owned)
        );
        let origin = cases[2].origin("/indsatsdel/tilbud/0").unwrap();
        assert_eq!((origin.row, origin.name.as_str(), origin.unread), (Some(4), "Sag", Some(Unread::Above)));
        let noticed = joined.noticed();
        assert_eq!((noticed.lost_ids, noticed.lost_rows.numbers().collect::<Vec<_>>()), (2, vec![3, 4]));
        let told = remarks(&[], noticed, Lang::Da).concat();
        assert!(told.contains("(række 3, 4)") && told.contains("skriv id'et i rækken"), "{told}");
    }
    // What one row of the case says first, all the next ones are held against.
    let rows = "1;Nord;;Fleksjob;;;Praktik;\n;;Anna;;;;Mentor;\n;;Bent;;;;Kursus;\n";
    assert_eq!(read(open(rows)), [(2, vec!["Praktik", "Mentor"]), (4, vec!["?"])].map(owned));
}

#[test]
fn a_row_without_an_id_below_a_gap_or_a_sum_or_what_cannot_be_read_is_of_nobody_that_is_known() {
    let first = "1;Nord;Anna;Fleksjob;;Bus;Praktik;2-2-2021\n";
    for gap in ["\n", ";;;;;;;\n", ";;;I alt: 1;;;;\n", "I alt;;1;;;;;\n"] {
        let found: Vec<_> = open(&format!("{first}{gap};;;;;;Mentor;3-2-2021\n")).filter_map(Result::ok).collect();
        let last = found.last().unwrap();
        assert_eq!((last.row(), last.id()), (Some(4), None), "{gap}");
        assert!(last.origin("/indsatsdel/tilbud/0").is_some_and(|origin| origin.unread == Some(Unread::Above)));
        let plan: Value = serde_json::from_slice(&found[0].plan()).unwrap();
        assert_eq!(plan["indsatsdel"]["tilbud"].as_array().unwrap().len(), 1, "{gap}");
        assert_eq!(last.carried(), [None], "whose district it is nobody knows either");
    }
    // A row that cannot be read may be the first of another case.
    let map = "id = \"Sag\"\nonce = true\nsource.fill = [\"Sag\"]\n[plan]\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n";
    let cases = open_bytes("Sag;Ønsker;CV\n1;Bus;\n2;a;b;c\n;;Kok\n".into(), &Source::default()).unwrap();
    let import = Import::with(&Mapping::read(map.as_bytes()).unwrap(), cases, None, Vec::new()).unwrap();
    let known: Vec<_> = import.filter_map(Result::ok).map(|case| (case.row().unwrap(), case.id())).collect();
    assert_eq!(known, [(2, Some("1".to_owned())), (4, None)]);
}
