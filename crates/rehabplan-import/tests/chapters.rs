//! Where a chapter begins and ends: what stands under one of somebody else is nobody's here, and no answer takes in what asks for something
//! else.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use rehabplan::Lang;
use serde_json::Value;

mod support;
use support::{bold, document, plain, styled};

/// What is written of somebody else; it has to be placed nowhere.
const THEIRS: &str = "Har astma.";

/// The plan of a document of these paragraphs and tables, and what has no place.
fn read(body: &str) -> (Value, Vec<String>) {
    let document = document(body);
    let unplaced = document.unplaced().iter().map(|unplaced| unplaced.text(Lang::Da)).collect();
    (serde_json::from_slice(&document.plan()).unwrap(), unplaced)
}

fn coloured(text: &str) -> String {
    format!(r#"<p><r><rPr><color w:val="0000FF"/></rPr><t>{text}</t></r></p>"#)
}

fn row(cells: &[String]) -> String {
    format!("<tr>{}</tr>", cells.iter().map(|cell| format!("<tc>{cell}</tc>")).collect::<String>())
}

/// The citizen's answers, each under its heading, written in one way, and behind them a chapter with nothing right under it.
fn with_chapter(heading: &dyn Fn(&str) -> String, chapter: &str) -> String {
    let of = |name: &str, text: &str| heading(name) + &plain(text);
    [
        of("Ønsker", "At køre bus."),
        of("Netværk", "En bror."),
        of("Sociale udfordringer", "Isolerer sig."),
        heading(chapter),
        of("Sociale udfordringer", THEIRS),
        of("Helbredssituation", THEIRS),
        of("Netværk", THEIRS),
    ]
    .concat()
}

/// What a way to write headings is called, and how it writes one.
type Way<'w> = (&'w str, &'w dyn Fn(&str) -> String);

const CHAPTERS: [&str; 9] = [
    "Ægtefællens forhold",
    "Partneren",
    "Barnets forhold",
    "Samlever: Bodil",
    "Bilag",
    "Bilag 2: Journal",
    "LÆ 265",
    "Rehabiliteringsplan 2018",
    "Forrige rehabiliteringsplan",
];

#[test]
fn a_chapter_of_somebody_else_that_looks_as_every_heading_does_is_over_those_that_come() {
    let colon = |text: &str| plain(&format!("{text}:"));
    let sibling = |text: &str| styled(1, text);
    let ways: [Way<'_>; 3] = [("bold", &bold), ("colon", &colon), ("styled", &sibling)];
    for (way, heading) in ways {
        for chapter in CHAPTERS {
            let (plan, unplaced) = read(&with_chapter(heading, chapter));
            let part = &plan["forberedendeDel"];
            assert!(!plan.to_string().contains(THEIRS), "{way}, {chapter}: {plan}");
            assert_eq!(part["udfordringer"]["sociale"], "Isolerer sig.", "{way}, {chapter}");
            assert_eq!(
                (&part["oensker"], &part["helbred"]),
                (&"At køre bus.".into(), &Value::Null),
                "{way}, {chapter}"
            );
            for name in ["Sociale udfordringer", "Helbredssituation", "Netværk"] {
                assert!(unplaced.iter().any(|unplaced| unplaced.contains(name)), "{way}, {chapter}: {unplaced:?}");
            }
        }
    }
}

#[test]
fn a_chapter_of_somebody_else_ends_with_the_next_of_its_rank() {
    let more = |heading: &str, text: &str| styled(1, heading) + &plain(text);
    let body = styled(0, "Borgeren")
        + &more("Ønsker", "At køre bus.")
        + &styled(0, "Ægtefælle")
        + &more("Helbredssituation", THEIRS)
        + &styled(0, "Mere om borgeren")
        + &more("Netværk", "En bror.");
    let (plan, unplaced) = read(&body);
    let part = &plan["forberedendeDel"];
    assert_eq!(
        (&part["helbred"], &part["personligeRessourcer"]["netvaerk"]),
        (&Value::Null, &"En bror.".into()),
        "{plan}"
    );
    assert!(unplaced.iter().any(|unplaced| unplaced.contains("Helbredssituation")), "{unplaced:?}");
    // With a word of its own it is a heading among others, and the next one is the citizen's.
    let body = [
        bold("Ønsker"),
        plain("At køre bus."),
        bold("Ægtefælle"),
        plain("Er kok."),
        bold("Netværk"),
        plain("En bror."),
    ];
    assert_eq!(read(&body.concat()).0["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror.");
    // What was asked of the citizen already is asked of somebody else there.
    let again = [bold("Ønsker"), plain(THEIRS), bold("Helbredssituation"), plain(THEIRS)];
    let (plan, _) = read(&(body.concat() + &bold("Børnene") + &plain("Tre.") + &again.concat()));
    assert!(!plan.to_string().contains(THEIRS), "{plan}");
}

#[test]
fn who_has_a_part_in_the_case_may_be_asked_for_in_a_line_that_is_blank() {
    for asked in ["Bisidder", "Mentor", "Arbejdsgiver", "Virksomhedskonsulent", "Opfølgning 2024"] {
        let body = [bold("Ønsker"), plain("At køre bus."), bold(asked), bold("Netværk"), plain("En bror.")];
        let (plan, _) = read(&body.concat());
        assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror.", "{asked}");
        // What was asked already is asked of them.
        let again = [bold("Ønsker"), plain(THEIRS), bold("Helbredssituation"), plain(THEIRS)];
        let (plan, _) = read(&(body[..2].concat() + &bold(asked) + &again.concat()));
        assert!(!plan.to_string().contains(THEIRS), "{asked}: {plan}");
    }
}

#[test]
fn what_is_numbered_below_a_chapter_of_somebody_else_is_none_of_the_citizens() {
    for (chapter, is_doctors) in [("Ægtefælle", false), ("Bilag", false), ("LÆ 265", true)] {
        let lines = [
            "1. Ønsker",
            "At køre bus.",
            "2. Sociale udfordringer",
            "Isolerer sig.",
            &format!("3. {chapter}"),
            "3.1 Helbredssituation",
            THEIRS,
            "3.2 Sociale udfordringer",
            THEIRS,
            "4. Netværk",
            "En bror.",
        ];
        let (plan, unplaced) = read(&lines.map(plain).concat());
        let part = &plan["forberedendeDel"];
        // What the doctor writes of the health is the doctor's.
        let their_health = if is_doctors { THEIRS.into() } else { Value::Null };
        assert_eq!((&part["helbred"], &part["laege"]["helbredsforhold"]), (&Value::Null, &their_health), "{chapter}");
        assert_eq!(part["udfordringer"]["sociale"], "Isolerer sig.", "{chapter}");
        assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.", "{chapter}");
        assert!(!unplaced.is_empty(), "{chapter}");
    }
}

#[test]
fn the_parts_of_an_earlier_plan_are_none_of_this_one() {
    let body = styled(0, "Rehabiliteringsplanens forberedende del")
        + &styled(1, "Ønsker")
        + &plain("At køre bus.")
        + &styled(0, "Rehabiliteringsplan 2018")
        + &styled(1, "Forberedende del")
        + &styled(2, "Helbredssituation")
        + &plain(THEIRS);
    let (plan, unplaced) = read(&body);
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
    assert!(!plan.to_string().contains(THEIRS) && !unplaced.is_empty(), "{plan}");
}

#[test]
fn a_table_whose_head_is_somebody_else_is_theirs() {
    let pair = |label: &str, text: &str| row(&[plain(label), plain(text)]);
    let own = ["Ønsker", "Netværk"].map(|label| pair(label, "Noget.")).concat();
    let theirs = ["Helbredssituation", "Sociale udfordringer"].map(|label| pair(label, THEIRS)).concat();
    for head in [
        row(&[plain("Ægtefælle"), plain("Oplysninger")]),
        row(&[bold("Barnet"), bold("Hvad er aftalt")]),
        row(&[plain("LÆ 265"), plain("Beskrivelse")]),
    ] {
        let (plan, unplaced) = read(&format!("<tbl>{own}</tbl>{}<tbl>{head}{theirs}</tbl>", plain("")));
        assert_eq!(plan["forberedendeDel"]["oensker"], "Noget.");
        assert!(!plan.to_string().contains(THEIRS) && unplaced.len() == 2, "{plan} {unplaced:?}");
    }
    // Beside an answer it is a label as any other.
    let head = pair("Ægtefælle", "Bodil, som er kok.");
    let (plan, _) = read(&format!("<tbl>{own}{head}{}</tbl>", pair("Helbredssituation", "Slidgigt.")));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Slidgigt.");
}

#[test]
fn a_question_that_nobody_knows_ends_the_answer_above_it() {
    let own = styled(0, "Sociale udfordringer") + &plain("Isolerer sig.");
    let next = styled(0, "Netværk") + &plain("En bror.");
    let led = format!(
        r#"<p><r><rPr><b/></rPr><t xml:space="preserve">Har borgeren kørekort? </t></r><r><t>{THEIRS}</t></r></p>"#
    );
    let asked = [
        bold("Har borgeren kørekort?") + &plain(THEIRS),
        bold("Kørekort") + &plain(THEIRS),
        styled(1, "Har borgeren kørekort?") + &plain(THEIRS),
        led,
    ];
    for asked in asked {
        let (plan, unplaced) = read(&(own.clone() + &asked + &next));
        let part = &plan["forberedendeDel"];
        assert_eq!(part["udfordringer"]["sociale"], "Isolerer sig.", "{asked}");
        assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.", "{asked}");
        assert_eq!(unplaced.len(), 1, "{asked}: {unplaced:?}");
    }
    // Right below the heading it may begin its answer.
    let (plan, _) = read(&(styled(0, "Helbredssituation") + &bold("Ryggen") + &plain("Gør ondt.") + &next));
    assert!(plan["forberedendeDel"]["helbred"]["situation"].as_str().unwrap().contains("Gør ondt."), "{plan}");
}

#[test]
fn boxes_behind_an_answer_are_none_of_it() {
    let own = styled(0, "Sociale udfordringer") + &plain("Isolerer sig.");
    for boxes in ["☐ Førtidspension ☒ Fleksjob", "Har borgeren deltaget? ☒ Ja ☐ Nej", "Hjælper er med: ☐ Ja ☒ Nej"]
    {
        let (plan, unplaced) = read(&(own.clone() + &plain(boxes)));
        assert_eq!(plan["forberedendeDel"]["udfordringer"]["sociale"], "Isolerer sig.", "{boxes}");
        assert_eq!(unplaced.len(), 1, "{boxes}");
    }
    // Where nothing but boxes stands under a heading, they are its answer.
    let (plan, _) = read(&(styled(0, "Sociale udfordringer") + &plain("☒ Misbrug ☐ Gæld")));
    assert_eq!(plan["forberedendeDel"]["udfordringer"]["sociale"], "☒ Misbrug");
}

#[test]
fn where_answers_have_a_colour_what_is_black_is_a_heading() {
    let pair = |label: &str, text: &str| plain(label) + &coloured(text);
    let body = pair("Ønsker", "At køre bus, når ryggen igen kan holde til det.")
        + &pair("Sociale udfordringer", "Isolerer sig hjemme det meste af dagen.")
        + &pair("Kørekort", THEIRS)
        + &pair("Netværk", "En bror, som kommer hver søndag.");
    let (plan, unplaced) = read(&body);
    assert_eq!(plan["forberedendeDel"]["udfordringer"]["sociale"], "Isolerer sig hjemme det meste af dagen.");
    assert!(!plan.to_string().contains(THEIRS) && unplaced.len() == 1, "{plan} {unplaced:?}");
}

#[test]
fn what_a_template_says_of_how_to_fill_it_in_is_no_answer() {
    for help in [
        "Se vejledning",
        "Se vejledningen, afsnit 3.",
        "Her beskriver du borgerens situation.",
        "Skal udfyldes",
        "Oplysningerne hentes fra sagen.",
        "Afsnittet udfyldes sammen med borgeren.",
        "Sagsbehandleren beskriver borgerens ressourcer.",
        "Her indsættes oplysninger fra CV",
        "Medtag kun relevante oplysninger.",
        "Kopiér fra Min Plan",
    ] {
        let body = styled(0, "Ønsker") + &plain("At køre bus.") + &styled(0, "Netværk") + &plain(help);
        let (plan, _) = read(&body);
        assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], Value::Null, "{help}: {plan}");
    }
    for answer in ["Ser vejledningen som for svær.", "Skal udfylde en ansøgning om støtte.", "Medtager sin bror."] {
        let body = styled(0, "Ønsker") + &plain("At køre bus.") + &styled(0, "Netværk") + &plain(answer);
        assert_eq!(read(&body).0["forberedendeDel"]["personligeRessourcer"]["netvaerk"], answer);
    }
}

#[test]
fn a_heading_on_the_citizen_as_a_whole_asks_for_no_single_place() {
    let body = styled(0, "Borgerens situation")
        + &plain("Bor i lejlighed og har ondt i ryggen.")
        + &styled(0, "Ønsker")
        + &plain("At køre bus.");
    let (plan, unplaced) = read(&body);
    assert_eq!(plan["forberedendeDel"].as_object().unwrap().len(), 1, "{plan}");
    assert!(unplaced.iter().any(|unplaced| unplaced.contains("Borgerens situation")), "{unplaced:?}");
    let (plan, _) = read(&(styled(0, "Borgerens situation") + &styled(1, "Ønsker") + &plain("At køre bus.")));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
}

#[test]
fn a_day_belongs_to_the_chapter_that_it_stands_in() {
    let day = |text: &str| plain(&format!("Udarbejdet den: {text}"));
    let body = styled(0, "Forberedende del")
        + &styled(1, "Ønsker")
        + &plain("At køre bus.")
        + &styled(0, "Indsatsdel")
        + &day("9. juni 2021");
    let (plan, unplaced) = read(&body);
    assert_eq!(plan["forberedendeDel"]["dato"], Value::Null);
    assert!(plan["indsatsdel"]["dato"] == "2021-06-09" || !unplaced.is_empty(), "{plan}");
}

#[test]
fn a_spouse_with_a_name_and_a_number_makes_no_second_plan() {
    let body = plain("Navn: Jens Hansen")
        + &plain("CPR-nr.: 020270-1235")
        + &styled(0, "Ønsker")
        + &plain("At køre bus.")
        + &styled(0, "Ægtefælle")
        + &plain("Navn: Bodil Jensen")
        + &plain("CPR-nr.: 010170-1234")
        + &styled(1, "Ønsker")
        + &plain(THEIRS);
    let (plan, _) = read(&body);
    assert!(!plan.to_string().contains(THEIRS), "{plan}");
}

#[test]
fn a_finding_is_at_the_heading_that_the_document_has() {
    let own = styled(0, "Ønsker") + &plain("At køre bus.");
    // Both kinds of challenges in one field, which is blank.
    let both = document(&(own.clone() + &styled(0, "Udfordringer")));
    for place in ["/forberedendeDel/udfordringer/beskaeftigelse", "/forberedendeDel/udfordringer/sociale"] {
        let origin = both.origin(place).unwrap();
        assert!(!origin.is_missing && origin.text(Lang::Da).contains("»Udfordringer«"), "{origin:?}");
    }
    // A heading that only its words tell.
    let meant = document(&(own + &styled(0, "Hvad har du levet af?") + &plain("Dagpenge.")));
    let origin = meant.origin("/forberedendeDel/forsoergelseshistorik").unwrap();
    assert!(origin.text(Lang::Da).contains("»Hvad har du levet af«"), "{}", origin.text(Lang::Da));
}

#[test]
fn a_table_of_answers_in_the_column_of_somebody_else_is_theirs() {
    let head = row(&[plain("Emne"), plain("Ægtefælle")]);
    let theirs = row(&[plain("Helbredssituation"), plain(THEIRS)]);
    let body = styled(0, "Ønsker") + &plain("At køre bus.") + &format!("<tbl>{head}{theirs}</tbl>");
    let (plan, unplaced) = read(&body);
    assert!(!plan.to_string().contains(THEIRS) && !unplaced.is_empty(), "{plan} {unplaced:?}");
}

/// A table of labels and answers; a row with a single text is a title across it.
fn table(rows: &[&[&str]]) -> String {
    let rows = rows.iter().map(|cells| row(&cells.iter().map(|text| plain(text)).collect::<Vec<_>>()));
    format!("<tbl>{}</tbl>", rows.collect::<String>())
}

#[test]
fn under_a_title_across_a_table_that_nobody_knows_nobody_can_say_whose_it_is() {
    let health = |plan: &Value| plan["forberedendeDel"]["helbred"]["situation"].clone();
    for title in ["Nabo", "Ekskone", "Plejefamilien", "Sønnens forhold", "Forrige husstand"] {
        let own = [&["Ønsker", "At køre bus."][..], &["Netværk", "En bror."]];
        let theirs = [&[title][..], &["Helbredssituation", THEIRS], &["Ønsker", THEIRS]];
        let after = [&["Ressourcer"][..], &["Sociale udfordringer", "Isolerer sig."]];
        let (plan, unplaced) = read(&table(&[&own[..], &theirs, &after].concat()));
        let part = &plan["forberedendeDel"];
        assert!(!plan.to_string().contains(THEIRS), "{title}: {plan}");
        assert_eq!(
            (&part["oensker"], &part["personligeRessourcer"]["netvaerk"]),
            (&own[0][1].into(), &own[1][1].into())
        );
        assert_eq!(part["udfordringer"]["sociale"], "Isolerer sig.", "{title}");
        for name in ["Helbredssituation", "Ønsker"] {
            assert!(unplaced.iter().any(|unplaced| unplaced.contains(name)), "{title}: {unplaced:?}");
        }
    }
    // What nobody can say whose it is stands there unread, and a blank beside it is no defect.
    let rows = [&["Ønsker", "At køre bus."][..], &["Helbredssituation", ""], &["Nabo"], &["Helbredssituation", THEIRS]];
    let (plan, unplaced) = read(&table(&rows));
    assert!(health(&plan).is_array() && unplaced.len() == 2, "{plan} {unplaced:?}");
    // An answer that goes on in a row of its own is no title, and neither is what the table begins with.
    let rows = [&["Ønsker"][..], &["At køre bus"], &["Gerne Odense"], &["Helbredssituation", "Slidgigt."]];
    assert_eq!(health(&read(&table(&rows)).0), "Slidgigt.");
    let rows = [&["Zealand"][..], &["Ønsker", "At køre bus."], &["Helbredssituation", "Slidgigt."]];
    assert_eq!(health(&read(&table(&rows)).0), "Slidgigt.");
}

#[test]
fn a_table_below_the_name_of_somebody_else_or_in_a_cell_under_one_is_theirs() {
    let own = [&["Ønsker", "At køre bus."][..], &["Netværk", "En bror."]];
    let theirs = table(&[&["Navn", "Peter"], &["Helbredssituation", THEIRS]]);
    for name in ["Ægtefælle", "Sønnens forhold"] {
        for between in ["", "<p/>"] {
            let (plan, unplaced) = read(&(table(&own) + &plain(name) + between + &theirs));
            assert!(!plan.to_string().contains(THEIRS) && !unplaced.is_empty(), "{name}: {plan}");
            assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
        }
    }
    let (plan, _) = read(&(table(&own) + &plain("Udfyldt af begge") + &table(&[&["Helbredssituation", "Slidgigt."]])));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Slidgigt.");
    // In the cell of an answer, whether it is that answer nobody can say.
    let inner = table(&[&["Ægtefælle", "Peter"], &["Helbredssituation", THEIRS]]);
    let rows = row(&[plain("Ønsker"), plain("At køre bus.")]) + &row(&[plain("Netværk"), inner]);
    let (plan, unplaced) = read(&format!("<tbl>{rows}</tbl>"));
    assert!(!plan.to_string().contains(THEIRS) && !unplaced.is_empty(), "{plan}");
    assert!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"].is_array(), "{plan}");
}

#[test]
fn a_chapter_of_the_template_of_another_time_or_of_others_at_home_is_none_of_the_citizens() {
    for chapter in [
        "Vejledning",
        "Sådan udfyldes skemaet",
        "Skabelon",
        "Forrige forløb",
        "Sidste møde",
        "Opfølgning på sidste plan",
        "Sagsbehandlerens noter",
        "Eksempel på besvarelse",
        "Andre i hjemmet",
        "Husstanden i øvrigt",
    ] {
        let own = styled(0, "Ønsker") + &plain("At køre bus.");
        let (plan, unplaced) = read(&(own + &styled(0, chapter) + &styled(1, "Helbredssituation") + &plain(THEIRS)));
        assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.", "{chapter}");
        assert!(!plan.to_string().contains(THEIRS), "{chapter}: {plan}");
        assert!(unplaced.iter().any(|unplaced| unplaced.contains("Helbredssituation")), "{chapter}: {unplaced:?}");
    }
}

#[test]
fn a_heading_that_says_itself_whose_or_when_it_is_is_placed_nowhere() {
    let with = |heading: &str| {
        let own = styled(0, "Ønsker") + &plain("At køre bus.");
        let (plan, unplaced) = read(&(own + &styled(0, heading) + &plain(THEIRS)));
        assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.", "{heading}");
        (plan["forberedendeDel"]["helbred"]["situation"].clone(), unplaced.len())
    };
    for heading in [
        "Helbredssituation (Peter)",
        "Helbredssituation (2017)",
        "Helbredssituation jf. plan 2017",
        "Helbredssituation for nabo",
        "Tidl. helbredssituation",
        "Helbredssituation ifølge lægen",
        "Helbredssituation eksempel",
    ] {
        assert_eq!(with(heading), (Value::Null, 1), "{heading}");
    }
    for heading in
        ["Helbredssituation (obligatorisk)", "Helbredssituation (Borgeren)", "Helbredssituation (§ 3, stk. 1)"]
    {
        assert_eq!(with(heading), (THEIRS.into(), 0), "{heading}");
    }
}

#[test]
fn the_day_of_a_signature_is_that_of_no_part() {
    let answer = styled(0, "Ønsker") + &plain("At køre bus.");
    for end in [
        plain("Dato: 1. april 2021          Underskrift: Lone Vad"),
        styled(0, "Underskrift") + &plain("Dato: 1. april 2021") + &plain("Lone Vad"),
        styled(0, "Borgerens underskrift") + &plain("Dato: 1. april 2021"),
    ] {
        let (plan, _) = read(&(answer.clone() + &end));
        assert_eq!(plan["forberedendeDel"], serde_json::json!({ "oensker": "At køre bus." }), "{end}");
    }
    // Asked for as such, it is the day of the signature.
    let asked = plain("Dato for borgerens underskrift: 1. april 2021") + &answer;
    let (plan, _) = read(&asked);
    assert_eq!(plan["forberedendeDel"]["underskriftsdato"], "2021-04-01");
}

#[test]
fn in_a_table_of_one_column_somebody_else_is_the_next_label() {
    let table = |rows: &[&str]| {
        let rows: String = rows.iter().map(|text| row(&[plain(text)])).collect();
        read(&(bold("Udfordringer") + &format!("<tbl>{rows}</tbl>")))
    };
    for label in ["Ægtefællens forhold", "Sønnens skole", "Tidligere plan"] {
        let (plan, unplaced) = table(&["Sociale udfordringer", "Har gæld.", label, THEIRS]);
        assert!(!plan.to_string().contains(THEIRS) && !unplaced.is_empty(), "{label}: {plan}");
        assert_eq!(plan["forberedendeDel"]["udfordringer"]["sociale"], "Har gæld.", "{label}");
    }
    // Whom the citizen has around her is answered by them.
    let (plan, _) = table(&["Familie", "Gift.", "Datteren Ida"]);
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["familie"], "Gift.\nDatteren Ida");
}

#[test]
fn plain_lines_under_a_heading_are_labels_where_it_begins_with_one_and_has_more() {
    let under = |heading: &str, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| plain(line)).collect();
        read(&(styled(0, "Ønsker") + &plain("Bus.") + &styled(0, heading) + &lines + &styled(0, "CV") + &plain("Kok.")))
    };
    let theirs = ["Ægtefællens forhold", THEIRS];
    let with_theirs = |lines: &[&'static str]| [lines, &theirs].concat();
    let (plan, unplaced) =
        under("Personlige ressourcer", &with_theirs(&["Netværk", "En bror.", "Ser ham tit.", "Familie", "To børn."]));
    let resources = &plan["forberedendeDel"]["personligeRessourcer"];
    assert_eq!(resources["netvaerk"], "En bror.\nSer ham tit.");
    assert_eq!((&resources["familie"], unplaced.len()), (&"To børn.".into(), 1));
    let (plan, unplaced) = under(
        "Udfordringer",
        &with_theirs(&["Sociale udfordringer", "Gæld.", "Beskæftigelsesmæssige udfordringer", "Ingen erfaring."]),
    );
    let challenges = &plan["forberedendeDel"]["udfordringer"];
    assert_eq!((&challenges["sociale"], unplaced.len()), (&"Gæld.".into(), 1));
    assert_eq!((&challenges["beskaeftigelse"], challenges.get("samlet")), (&"Ingen erfaring.".into(), None));
    // By itself, somebody else's is none of the answer above it, and a name is a word of it.
    for (lines, answer) in [
        (with_theirs(&["Isolerer sig."]), "Isolerer sig."),
        (vec!["Isolerer sig.", "Netværk", "Kun en bror."], "Isolerer sig.\nNetværk\nKun en bror."),
    ] {
        let (plan, unplaced) = under("Sociale udfordringer", &lines);
        assert_eq!(plan["forberedendeDel"]["udfordringer"]["sociale"], answer, "{lines:?}");
        assert_eq!(unplaced.len(), usize::from(lines.contains(&THEIRS)), "{lines:?}");
    }
    // Where people are asked for, they are named.
    let (plan, _) = under("Familieforhold", &["Bor med sin mand.", "Ægtefællens forhold", "Han er syg."]);
    let family = &plan["forberedendeDel"]["personligeRessourcer"]["familie"];
    assert_eq!(family, "Bor med sin mand.\nÆgtefællens forhold\nHan er syg.");
}

#[test]
fn an_answer_in_the_words_of_a_label_is_one_where_the_other_rows_have_theirs() {
    let table = |rows: &[&[&str]]| {
        let cells = |cells: &&[&str]| row(&cells.iter().map(|text| plain(text)).collect::<Vec<_>>());
        format!("<tbl>{}</tbl>", rows.iter().map(cells).collect::<String>())
    };
    for title in ["Plan for Karen Jensen", "Rehabiliteringsplan for Karen Jensen"] {
        let rows: [&[&str]; 4] =
            [&[title], &["Ønsker", "Bus"], &["Netværk", "Bror"], &["Overordnet mål", "Job i skole"]];
        let (plan, unplaced) = read(&table(&rows));
        assert_eq!(plan["indsatsdel"]["maal"]["overordnet"], "Job i skole");
        assert_eq!((&plan["forberedendeDel"]["oensker"], unplaced), (&"Bus".into(), Vec::new()), "{title}");
    }
    let doubtful = serde_json::json!(["unreadable"]);
    // A label with values below it, and a label as it is written.
    let rows: [&[&str]; 4] =
        [&["Ønsker", "Bus"], &["Netværk", "Bror"], &["Overordnet mål", "Job i skole"], &["Kok", "Ja"]];
    assert_eq!(read(&table(&rows)).0["indsatsdel"]["maal"]["overordnet"], doubtful);
    let rows: [&[&str]; 3] = [&["Ønsker", "Bus"], &["CV", "Kok"], &["Netværk", "Familieforhold"]];
    assert_eq!(read(&table(&rows)).0["forberedendeDel"]["personligeRessourcer"]["netvaerk"], doubtful);
}
