//! What of a document is shown, and whose words an answer is: no value and no name of anybody stands in a place, and nobody else speaks for
//! the citizen.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use rehabplan::Lang;
use rehabplan_import::document::Document;
use serde_json::{Value, json};

mod support;
use support::{bold, document, plain as line, styled};

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
            for head in [bold("F. Indsatser indtil i dag"), styled(1, "Andet")] {
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
        for of in [|text: &str| styled(1, text), bold] {
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
            styled(0, TITLE) + &styled(1, "CV") + &line("Kok.") + &styled(1, heading) + &line("Det fortalte hun.");
        let shown = shown(&document(&body)).to_lowercase();
        let mut words = shown.split(|letter: char| !letter.is_alphabetic());
        assert!(!words.any(|word| word == name), "{heading}: {shown}");
    }
    // What templates write with a capital is no name.
    let body =
        styled(0, TITLE) + &styled(1, "CV") + &line("Kok.") + &styled(1, "Oplysninger fra Jobcentret") + &line("Ja.");
    assert!(shown(&document(&body)).contains("Oplysninger fra Jobcentret"));
}

/// The answer to what the citizen wishes, under a heading in one of the ways, and what is shown of the document.
fn wishes(below: &str) -> (Value, Document) {
    let body = styled(0, TITLE) + &styled(1, "Ønsker til fremtidigt job og uddannelse") + below;
    let document = document(&(body + &styled(1, "CV") + &line("Kok.")));
    let plan = plan(&document);
    assert_eq!(plan["forberedendeDel"]["cv"], "Kok.", "{below}");
    (plan["forberedendeDel"]["oensker"].clone(), document)
}

#[test]
fn what_somebody_else_says_of_the_wishes_is_not_what_the_citizen_says() {
    for below in [
        styled(2, "Pårørendes syn") + &line("Han burde blive smed."),
        styled(2, "Mentors vurdering") + &line("Han burde blive smed."),
        styled(2, "Lægens bemærkninger") + &line("Patienten bør skånes."),
        bold("Kommunens bemærkninger:") + &line("Han bør blive smed."),
        bold("Borgerens ord") + &line("") + &bold("Kommunens ord") + &line("Han skal i praktik."),
        line("Borger:") + &line("") + &line("Kommune:") + &line("Han skal i praktik."),
        line("Han vil være kok.") + &line("Lægens bemærkninger") + &line("Patienten bør skånes."),
        "<p><r><rPr><b/></rPr><t>Mentor: </t></r><r><t>Han bør blive smed.</t></r></p>".to_owned(),
        line("Lægen: Patienten bør skånes."),
        line("Kommunens vurdering: Borgeren bør i praktik."),
        line("Sagsbehandlers bemærkning: virker umotiveret."),
        line("Jobkonsulenten skriver: Han passer bedst i et køkken."),
        line("Ægtefællen: Han vil være smed."),
        table(&[&["Kommunens bemærkninger: Han bør blive smed."]]),
        bold("Jobkonsulentens vurdering") + &line("Han bør blive smed."),
        line("Bemærkninger fra sagsbehandler:") + &line("Han bør blive smed."),
        line("Psykologens udtalelse:\n") + &line("Han bør skånes."),
        line("Socialrådgiveren oplyser: Han bør skånes."),
    ] {
        let (answer, document) = wishes(&below);
        assert_eq!(answer, json!(["unreadable"]), "{below}");
        assert!(!document.unplaced().is_empty(), "{below}");
    }
}

#[test]
fn a_label_of_the_citizens_words_is_no_answer_and_ends_those_of_others() {
    for below in [bold("Borgerens ord"), line("Borgerens egne ord:"), line("Borger:") + &line("Kommune:")] {
        let (answer, document) = wishes(&below);
        assert_eq!((answer, document.blank().len()), (Value::Null, 1), "{below}");
    }
    let below = line("Kommunens bemærkninger:") + &line("Borgerens ord:") + &line("Han vil være smed.");
    assert_eq!(wishes(&below).0, "Han vil være smed.");
}

#[test]
fn a_sentence_that_mentions_somebody_is_an_answer() {
    for text in [
        "Lægen siger, at jeg skal skånes.",
        "Lægens vurdering er, at jeg skal skånes.",
        "Jeg vil være smed, og min mor vil det samme.",
        "Mentor",
        "Psykolog",
        "Vil være sagsbehandler i en kommune",
        "At tale med lægen og kommunen",
    ] {
        assert_eq!(wishes(&line(text)).0, text, "{text}");
    }
    // What the plan describes may be told by whoever knows.
    for (heading, part, key, text) in [
        (
            "Beskæftigelsesmæssige udfordringer",
            "udfordringer",
            "beskaeftigelse",
            "Kommunens vurdering: Mangler truckkort.",
        ),
        ("Helbredssituation", "helbred", "situation", "Lægen oplyser: Slidgigt i skulderen."),
    ] {
        let document = document(&(styled(0, TITLE) + &styled(1, heading) + &line(text)));
        assert_eq!(plan(&document)["forberedendeDel"][part][key], text);
    }
    // Of a treatment, who gives it is what is asked for.
    let body =
        styled(0, TITLE) + &styled(1, "Igangværende undersøgelser eller behandling") + &line("Psykolog: hver uge.");
    assert_eq!(plan(&document(&body))["forberedendeDel"]["helbred"]["igangvaerende"], "Psykolog: hver uge.");
}

#[test]
fn headings_that_look_like_any_line_are_read_alike_whatever_the_title_looks_like() {
    let body: String = [
        ("Helbredssituation", "Slidgigt i begge hofter."),
        ("Igangværende undersøgelser eller behandling", "Venter på en operation."),
        ("Borgerens vurdering af helbredets betydning for job og uddannelse", "Kan ikke stå op."),
        ("Hvad hun drømmer om", "Et kontor i Vejle."),
        ("Hidtidig forsørgelseshistorik", "Løn til 2019."),
        ("Sociale udfordringer", "Bor langt fra en bus."),
    ]
    .map(|(heading, answer)| line(heading) + &line(answer))
    .concat();
    let large = format!(r#"<p><r><rPr><sz val="36"/></rPr><t>{TITLE}</t></r></p>"#);
    let plain = document(&(line(TITLE) + &body));
    for title in [bold(TITLE), styled(0, TITLE), large] {
        let document = document(&(title.clone() + &body));
        assert_eq!(plan(&document), plan(&plain), "{title}");
        let health = &plan(&document)["forberedendeDel"]["helbred"];
        assert!(health["borgerensVurdering"].as_str().unwrap().starts_with("Kan ikke stå op."), "{title}");
        assert!(!document.unplaced().is_empty(), "what nobody knows is listed: {title}");
    }
}

#[test]
fn a_heading_that_asks_for_one_of_two_explanations_is_not_answered_for_both() {
    let body = styled(0, TITLE)
        + &styled(1, "Rehabiliteringsteamets indstilling")
        + &styled(2, "Hvorfor arbejdsevnen er væsentligt og varigt nedsat")
        + &line("Alt er afprøvet.");
    let pension = &plan(&document(&body))["indstilling"]["foertidspension"];
    assert_eq!(pension, &json!({ "nedsat": "Alt er afprøvet." }));
}
