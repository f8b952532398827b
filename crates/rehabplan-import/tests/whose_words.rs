//! What of a document is shown: no value and no name of anybody stands in a place.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::LazyLock;

use rehabplan::Lang;
use rehabplan_import::document::{Document, Documents, dokument};
use serde_json::{Value, json};

mod support;
use support::zipped;

fn document(body: &str) -> Document {
    static DOCUMENTS: LazyLock<Documents> = LazyLock::new(|| Documents::new(dokument().unwrap()));
    DOCUMENTS.read(&zipped(&[("word/document.xml", &format!("<document><body>{body}</body></document>"))])).unwrap()
}

fn plan(document: &Document) -> Value {
    serde_json::from_slice(&document.plan()).unwrap()
}

/// All that is shown of a document: what has no place, and what was placed by its meaning.
fn shown(document: &Document) -> String {
    let unplaced = document.unplaced().iter().map(|unplaced| unplaced.text(Lang::Da));
    let after = document.unplaced().iter().filter_map(|unplaced| unplaced.after.clone());
    let meant = document.meant().iter().map(|(heading, _)| heading.clone());
    unplaced.chain(after).chain(meant).collect::<Vec<_>>().join("\n")
}

fn line(text: &str) -> String {
    format!("<p><r><t xml:space=\"preserve\">{text}</t></r></p>")
}

fn bold(text: &str) -> String {
    format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>")
}

fn styled(text: &str, level: u8) -> String {
    format!(r#"<p><pPr><outlineLvl val="{level}"/></pPr><r><t>{text}</t></r></p>"#)
}

fn table(rows: &[&[&str]]) -> String {
    let cell = |text: &&str| format!("<tc>{}</tc>", line(text));
    let row = |cells: &&[&str]| format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>());
    format!("<tbl>{}</tbl>", rows.iter().map(row).collect::<String>())
}

const TITLE: &str = "Rehabiliteringsplan";

#[test]
fn a_word_of_an_entry_is_no_label_and_is_not_shown() {
    let labels = table(&[&["Helbredssituation", "Slidgigt."], &["Ønsker", "Kontor."], &["Netværk", "En bror."]]);
    for word in ["Psykiatrisk behandling", "Misbrug", "Mentor", "Støtte til familien", "Virksomhedspraktik"] {
        for table in [
            table(&[
                &["Indsats", "Formål", "Varighed", "Borgerens erfaring", "Kommunens erfaring"],
                &[word, "Afklaring", "8 uger", "Fint", "Kom hver dag"],
            ]),
            table(&[&["Indsats", "Formål"], &["Bostøtte", "Ro"], &[word, "Afklaring"]]),
            table(&[&["Tilbud", "Hvornår"], &[word, "2019"]]),
        ] {
            for head in [bold("F. Indsatser indtil i dag"), styled("Andet", 1)] {
                let document = document(&(bold(TITLE) + &labels + &head + &table));
                assert!(!shown(&document).contains(word), "{word}: {}", shown(&document));
                assert!(!String::from_utf8(document.plan()).unwrap().contains("Afklaring"), "{word}");
                assert!(!document.unplaced().is_empty(), "{word}");
                assert_eq!(plan(&document)["forberedendeDel"]["helbred"]["situation"], "Slidgigt.");
            }
        }
    }
}

#[test]
fn what_stands_behind_the_colon_of_a_heading_is_not_shown() {
    for (heading, value) in [
        ("Helbred: misbrug", "misbrug"),
        ("Helbred: psykisk sygdom og misbrug", "misbrug"),
        ("Sociale problemer: vold i hjemmet", "vold"),
        ("Forsørgelse: kontanthjælp siden 2012", "kontanthjælp"),
        ("Ønsker: førtidspension", "førtidspension"),
        ("Behandling: psykiatrien", "psykiatri"),
        ("Økonomi (førtidspension)", "førtidspension"),
    ] {
        for of in [|text: &str| styled(text, 1), bold] {
            let body = of(TITLE) + &of("CV") + &line("Kok.") + &of("Netværk") + &line("En bror.");
            let shown = shown(&document(&(body + &of(heading) + &line("Det fortalte hun."))));
            assert!(!shown.to_lowercase().contains(value), "{heading}: {shown}");
        }
    }
}

#[test]
fn a_first_name_that_is_a_word_as_well_is_not_shown() {
    for (heading, name) in [
        ("Anders’ personlige ressourcer", "anders"),
        ("Hans’ personlige ressourcer", "hans"),
        ("Hans helbred", "hans"),
        ("Det har Liv levet af", "liv"),
        ("Det har Dag levet af", "dag"),
        ("Det har Per levet af", "per"),
        ("Pers udfordringer på arbejdsmarkedet", "pers"),
        ("Hvad drømmer Rose om?", "rose"),
        ("Oplysninger om Dag", "dag"),
    ] {
        let body =
            styled(TITLE, 0) + &styled("CV", 1) + &line("Kok.") + &styled(heading, 1) + &line("Det fortalte hun.");
        let shown = shown(&document(&body)).to_lowercase();
        let mut words = shown.split(|letter: char| !letter.is_alphabetic());
        assert!(!words.any(|word| word == name), "{heading}: {shown}");
    }
    // What templates write with a capital is no name.
    let body =
        styled(TITLE, 0) + &styled("CV", 1) + &line("Kok.") + &styled("Oplysninger fra Jobcentret", 1) + &line("Ja.");
    assert!(shown(&document(&body)).contains("Oplysninger fra Jobcentret"));
}
