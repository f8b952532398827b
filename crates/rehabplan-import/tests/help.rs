//! What a template says of how to fill it in, beside an answer or in its place: it is no answer, and hides none.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan_import::document::Document;
use serde_json::{Value, json};

mod support;
use support::{plain, styled};

/// The title, and what stands below it.
fn document(body: &str) -> Document {
    support::document(&(styled(0, "Rehabiliteringsplan") + body))
}

fn table(rows: &[[&str; 3]]) -> String {
    let row =
        |cells: &[&str; 3]| format!("<tr>{}</tr>", cells.map(|text| format!("<tc>{}</tc>", plain(text))).concat());
    format!("<tbl>{}</tbl>", rows.iter().map(row).collect::<String>())
}

/// What stands in the plan at the wishes, the network and the family, and what is blank.
fn read(body: &str) -> ([Value; 3], Vec<String>) {
    let document = document(body);
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    let part = &plan["forberedendeDel"];
    let [network, family] = ["netvaerk", "familie"].map(|key| part["personligeRessourcer"][key].clone());
    ([part["oensker"].clone(), network, family], document.blank().to_vec())
}

const NETWORK: &str = "/forberedendeDel/personligeRessourcer/netvaerk";

#[test]
fn help_behind_a_blank_answer_is_no_answer() {
    for help in ["Husk også venner", "Beskriv netværket.", "Max 10 linjer", "Udfyldes af koordinator"] {
        let rows = table(&[["Ønsker", "Bus.", "Egne ord"], ["Netværk", "", help], ["Familieforhold", "Gift.", ""]]);
        let (_, blank) = read(&rows);
        assert_eq!(blank, [NETWORK], "{help}");
    }
    for head in [["Emne", "", "Vejledning"], ["Emne", "Om borgeren", "Hjælp"], ["Emne", "Svar", "Note"]] {
        let rows = [
            head,
            ["Ønsker", "Bus.", "Egne ord"],
            ["Netværk", "", "Venner og naboer"],
            ["Familieforhold", "Gift.", "Børn"],
        ];
        let (found, blank) = read(&table(&rows));
        assert_eq!(
            (found, blank),
            ([json!("Bus."), Value::Null, json!("Gift.")], vec![NETWORK.to_owned()]),
            "{head:?}"
        );
        let unplaced = document(&table(&rows)).unplaced().len();
        assert_eq!(unplaced, 3, "each note is listed: {head:?}");
    }
}

#[test]
fn what_stands_alone_where_other_rows_have_no_answers_may_be_a_note() {
    let rows = [["Ønsker", "Bus.", ""], ["Netværk", "", "Venner og naboer"], ["Familieforhold", "Gift.", ""]];
    let (found, blank) = read(&table(&rows));
    assert_eq!((found, blank), ([json!("Bus."), json!(["unreadable"]), json!("Gift.")], vec![]));
    // Where the answers of all rows stand there, they are.
    let rows = [["Ønsker", "", "Bus."], ["Netværk", "§ 3", "Naboer."], ["Familieforhold", "", "Gift."]];
    assert_eq!(read(&table(&rows)).0, ["Bus.", "Naboer.", "Gift."].map(Value::from));
}

#[test]
fn what_only_says_what_to_write_or_that_it_is_as_before_answers_nothing() {
    let under = |text: &str| read(&(styled(0, "Netværk") + &plain(text) + &styled(0, "Ønsker") + &plain("Bus.")));
    for text in [
        "Husk også venner.",
        "Her beskrives netværket.",
        "Skriv kort om familie og venner",
        "Max 10 linjer",
        "Her skriver borgeren selv. Hjælp gerne med at formulere.",
        "Vær opmærksom på, at borgerens egne ord skal fremgå.",
        "Nævn både familie og venner",
        "Sagsbehandleren spørger ind til venner og naboer.",
        "Feltet er obligatorisk.",
        "Oplysninger hentes fra Min Plan.",
    ] {
        assert_eq!(under(text).1, [NETWORK], "{text}");
    }
    for text in [
        "F.eks. venner, naboer og foreninger",
        "Fx venner",
        "Eksempel: Ser sine naboer.",
        "Relevante oplysninger om venner og familie",
        "Ditto",
        "Samme som sidst",
        "Uændret",
        "Som ovenfor",
        "Se forrige plan",
    ] {
        let (found, blank) = under(text);
        assert_eq!((&found[1], blank.len()), (&json!(["unreadable"]), 0), "{text}");
    }
    for text in [
        "Ser f.eks. sine naboer",
        "Husker ikke sine venner",
        "Vær opmærksom på, at hun er bange for fremmede.",
        "Sagsbehandleren har spurgt ind til venner: ingen.",
        "Husk, at jeg har en bror",
        "Uændret få venner",
        "F.eks. min bror",
        "Samme venner som i skolen",
        "Relevante venner er flyttet",
    ] {
        assert_eq!(under(text).0[1], text, "{text}");
    }
}
