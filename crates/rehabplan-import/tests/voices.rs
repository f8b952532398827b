//! Tables with the words of different people side by side: what the citizen says and what the municipality says are never one text.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan::Lang;
use rehabplan_import::document::Document;
use serde_json::{Value, json};

mod support;
use support::styled;

/// The title, and what stands below it.
fn document(body: &str) -> Document {
    support::document(&(styled(0, "Rehabiliteringsplan") + body))
}

/// The preparatory part of a document of these paragraphs and tables, and what has no place.
fn read(body: &str) -> (Value, Vec<String>) {
    let document = document(body);
    let unplaced = document.unplaced().iter().map(|unplaced| unplaced.text(Lang::Da)).collect();
    assert!(document.blank().is_empty(), "something stands there: {:?}", document.blank());
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    (plan["forberedendeDel"].clone(), unplaced)
}

/// A table of these rows of cells of lines; a cell alone takes up both columns.
fn table(rows: &[&[&str]]) -> String {
    let line = |line: &str| format!("<p><r><t>{line}</t></r></p>");
    let row = |cells: &&[&str]| {
        let span = if cells.len() == 1 { r#"<tcPr><gridSpan val="2"/></tcPr>"# } else { "" };
        let cell = |text: &&str| format!("<tc>{span}{}</tc>", text.lines().map(line).collect::<String>());
        format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
    };
    format!("<tbl>{}</tbl>", rows.iter().map(row).collect::<String>())
}

/// The same two answers of either, in the ways in which templates write them.
fn ways() -> Vec<String> {
    let heads = [
        ["Borgeren", "Kommunen"],
        ["Borgers vurdering", "Kommunens vurdering"],
        ["Borgerens bemærkninger:", "Jobcentrets bemærkninger:"],
    ];
    let with = |[citizen, municipality]: [&str; 2]| {
        let head = [citizen, municipality];
        vec![
            table(&[
                &head,
                &["Ønsker\nAt køre bus.", "Ønsker\nUrealistisk."],
                &["Netværk\nEn bror.", "Netværk\nStort."],
            ]),
            table(&[
                &head,
                &["Ønsker: At køre bus.", "Ønsker: Urealistisk."],
                &["Netværk: En bror.", "Netværk: Stort."],
            ]),
            table(&[&head, &["Ønsker"], &["At køre bus.", "Urealistisk."], &["Netværk"], &["En bror.", "Stort."]]),
            table(&[
                &head,
                &["Ønsker", ""],
                &["At køre bus.", "Urealistisk."],
                &["Netværk", ""],
                &["En bror.", "Stort."],
            ]),
            table(&[
                &head,
                &["Ønsker", "Ønsker"],
                &["At køre bus.", "Urealistisk."],
                &["Netværk", "Netværk"],
                &["En bror.", "Stort."],
            ]),
            table(&[&head, &["Ønsker\nAt køre bus.\nNetværk\nEn bror.", "Ønsker\nUrealistisk.\nNetværk\nStort."]]),
            table(&[
                &["Ønsker"],
                &head,
                &["At køre bus.", "Urealistisk."],
                &["Netværk"],
                &head,
                &["En bror.", "Stort."],
            ]),
            table(&[&[
                &format!("{citizen}\nØnsker\nAt køre bus.\nNetværk\nEn bror."),
                &format!("{municipality}\nØnsker\nUrealistisk.\nNetværk\nStort."),
            ]]),
            styled(0, "Ønsker")
                + &table(&[&head, &["At køre bus.", "Urealistisk."]])
                + &styled(0, "Netværk")
                + &table(&[&head, &["En bror.", "Stort."]]),
        ]
    };
    heads.into_iter().flat_map(with).collect()
}

#[test]
fn what_the_citizen_says_is_placed_and_what_the_municipality_says_beside_it_is_listed() {
    for way in ways() {
        let (part, unplaced) = read(&way);
        assert_eq!(part["oensker"], "At køre bus.", "{way}");
        assert_eq!(part["personligeRessourcer"], json!({ "netvaerk": "En bror." }), "{way}");
        assert_eq!(unplaced.len(), 2, "{way}: {unplaced:?}");
    }
}

#[test]
fn each_is_placed_where_the_plan_has_their_words() {
    let cell = |whose: &str| {
        format!("Beskrivelse af arbejdsevnen\n{whose} tal.\n{whose} opfattelse af årsagen\n{whose} grund.")
    };
    let (part, _) = read(&table(&[&["Borgeren", "Kommunen"], &[&cell("Borgerens"), &cell("Kommunens")]]));
    let found = part["hidtidigIndsats"].as_object().cloned().unwrap_or_default();
    assert_eq!(found["aarsagBorger"], "Borgerens grund.");
    assert_eq!(found["aarsagKommune"], "Kommunens grund.");
    assert_eq!(
        part["arbejdsevne"]["beskrivelse"],
        json!(["unreadable"]),
        "both are heard there, and these are two answers"
    );
}

#[test]
fn where_only_the_municipality_says_something_nobody_can_say_that_it_is_missing() {
    for way in [
        table(&[&["Borgeren", "Kommunen"], &["Netværk\n", "Netværk\nStort."], &["Ønsker\nBus.", "Ønsker\n"]]),
        styled(0, "Netværk") + &table(&[&["Borgeren", "Kommunen"], &["", "Stort."]]) + &table(&[&["Ønsker", "Bus."]]),
    ] {
        let (part, unplaced) = read(&way);
        assert_eq!(part["personligeRessourcer"]["netvaerk"], json!(["unreadable"]), "{way}");
        assert_eq!((&part["oensker"], unplaced.len()), (&json!("Bus."), 1), "{way}");
    }
}

#[test]
fn nothing_in_either_column_is_a_blank() {
    let table = table(&[&["Borgeren", "Kommunen"], &["", ""]]);
    let body = styled(0, "Netværk") + &table + &styled(0, "Ønsker") + "<p><r><t>Bus.</t></r></p>";
    assert_eq!(document(&body).blank(), ["/forberedendeDel/personligeRessourcer/netvaerk"]);
}

#[test]
fn who_signs_under_what_they_are_is_no_answer() {
    let table = table(&[&["Borger", "Sagsbehandler"], &["Jens Hansen", "Karen Lund"]]);
    let (part, unplaced) = read(&(styled(0, "Ønsker") + "<p><r><t>Bus.</t></r></p>" + &styled(0, "Netværk") + &table));
    assert_eq!((part.get("personligeRessourcer"), unplaced.len()), (None, 2));
}

#[test]
fn one_label_twice_in_a_row_is_two_answers_and_no_single_text() {
    for rows in [
        [["Mit syn", "Vores syn"], ["Netværk\nEn bror.", "Netværk\nStort."], ["Ønsker\nBus.", "CV\nKok."]],
        [["Mit syn", "Vores syn"], ["Netværk: En bror.", "Netværk: Stort."], ["Ønsker: Bus.", "CV: Kok."]],
    ] {
        let (part, _) = read(&table(&rows.each_ref().map(<[&str; 2]>::as_slice)));
        assert_eq!(part["personligeRessourcer"]["netvaerk"], json!(["unreadable"]), "{rows:?}");
        assert_eq!((&part["oensker"], &part["cv"]), (&json!("Bus."), &json!("Kok.")), "{rows:?}");
    }
}

#[test]
fn rows_of_labels_and_answers_below_are_read_as_such() {
    let head = ["Borgeren", "Kommunen"];
    let (part, _) =
        read(&table(&[&head, &["Ønsker\nBus.", "Ønsker\nUrealistisk."], &["Netværk", "En bror."], &["CV", "Kok."]]));
    assert_eq!((&part["personligeRessourcer"]["netvaerk"], &part["cv"]), (&json!("En bror."), &json!("Kok.")));
    // Who takes part is a list of people, and nobody's words.
    let body =
        styled(0, "Netværk") + "<p><r><t>En bror.</t></r></p>" + &table(&[&["Borger", "Sagsbehandler"], &["Ja", "Ja"]]);
    assert_eq!(read(&body).0["personligeRessourcer"]["netvaerk"], "En bror.");
}
