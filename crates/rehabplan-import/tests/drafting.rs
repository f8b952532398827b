//! Proposals for mappings.
#![cfg(feature = "csv")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use rehabplan::Lang;
use rehabplan_import::draft::{Table, draft};
use rehabplan_import::mapping::{MappingFile, Source};
use rehabplan_import::source::open_bytes;

fn table(name: &str, file: Option<&str>, text: &str) -> Table {
    let opened = open_bytes(text.as_bytes().to_vec(), &Source::default()).unwrap();
    Table { name: name.to_owned(), file: file.map(str::to_owned), opened }
}

/// What a mapping says of places, as pairs of place and column, in the order of the alphabet.
fn places(mapping: &MappingFile) -> Vec<(&str, &str)> {
    mapping.plan.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap_or(""))).collect()
}

#[test]
fn two_files_are_recognised() {
    let cases = "Sagsnr;Distrikt;CPR-nr;Sagstype;Forberedende del afsluttet;Ønsker til fremtidigt job og uddannelse;Bemærkning;Mødedato\n\
        1;Nord;010203-1234;Fleksjob;02-03-2020;Bus;x;\n2;Syd;010203-1234;Ressourceforløb;3.3.2020;Tog;y;12-03-2020\n";
    let measures = "Sagsnr;Aktivitet;Startdato;Slutdato;Pris\n1;Praktik;1-2-2020;1-3-2020;12,5\n";
    let tables = vec![table("sager", None, cases), table("indsatser", Some("indsatser.csv"), measures)];
    let draft = draft(tables, Lang::Da);
    let mapping = draft.mapping.unwrap();
    let file = mapping.file();
    assert_eq!(file.id.as_ref().unwrap().name.as_deref(), Some("Sagsnr"));
    assert_eq!(file.carry, ["Distrikt"]);
    assert_eq!(
        places(file),
        [
            ("/forberedendeDel/dato", "Forberedende del afsluttet"),
            ("/forberedendeDel/oensker", "Ønsker til fremtidigt job og uddannelse"),
            ("/moede/dato", "Mødedato"),
            ("/sag/sagstype", "Sagstype"),
        ]
    );
    let [list] = file.lists.as_slice() else { panic!("one list") };
    assert_eq!((list.place.as_str(), list.table.as_deref()), ("/indsatsdel/tilbud", Some("indsatser")));
    let fields: Vec<_> =
        list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap())).collect();
    assert_eq!(fields, [("/beskrivelse", "Aktivitet"), ("/slutdato", "Slutdato"), ("/startdato", "Startdato")]);
    assert_eq!(file.tables.0[0].1.file.as_deref(), Some("indsatser.csv"));
    // What is left is listed, and why a name of a person is.
    assert!(draft.toml.contains("#   Bemærkning\n"));
    assert!(draft.toml.contains("#   CPR-nr: siger, hvem borgeren er"));
    assert!(draft.toml.contains("#   Pris\n"));
    assert!(draft.toml.contains("# § 3: "));
    // Nothing that stands in the rows.
    for value in ["010203", "Nord", "Praktik", "12,5", "Bus"] {
        assert!(!draft.toml.contains(value), "{value}");
    }
}

#[test]
fn numbered_columns_are_a_list() {
    let cases = "Journalnummer;Sagstype;Indsats 1;Indsats 1 startdato;Indsats 2;Indsats 2 startdato\n1;Fleksjob;Praktik;1-2-2020;;\n";
    let draft = draft(vec![table("sager", None, cases)], Lang::Da);
    let mapping = draft.mapping.unwrap();
    let [list] = mapping.file().lists.as_slice() else { panic!("one list: {}", draft.toml) };
    assert_eq!(list.place, "/indsatsdel/tilbud");
    let fields: Vec<_> =
        list.fields.0.iter().map(|(place, given)| (place.as_str(), given.name.as_deref().unwrap())).collect();
    assert_eq!(fields, [("/beskrivelse", "Indsats {n}"), ("/startdato", "Indsats {n} startdato")]);
}

#[test]
fn what_is_not_recognised_is_said() {
    let draft = draft(vec![table("x", None, "Alfa;Beta\n1;2\n1;3\n")], Lang::En);
    assert!(draft.mapping.is_err());
    assert!(
        draft.toml.contains("none was found") && draft.toml.contains("without the type of case nothing is checked")
    );
    assert!(draft.toml.contains("#   Alfa\n#   Beta\n"));
}

#[test]
fn a_name_that_may_be_a_value_is_not_shown() {
    let text = "Sagsnr;Sagstype;Hun bor på Åvej 14 2. th. 4711 Ørby\n1;Fleksjob;x\n";
    let draft = draft(vec![table("x", None, text)], Lang::Da);
    assert!(!draft.toml.contains("Åvej"), "{}", draft.toml);
    assert!(draft.toml.contains("#   kolonne 3, hvis navn ikke vises"));
}
