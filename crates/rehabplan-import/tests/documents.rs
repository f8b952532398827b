//! Documents in several layouts, made by `tools/documents/make.py`, each with what it holds.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use rehabplan::plan::Sagstype;
use rehabplan::{Checker, Lang};
use rehabplan_import::document::{Beside, DocumentError, Documents, dokument};
use rehabplan_import::mapping::Mapping;
use serde::Deserialize;
use serde_json::Value;

mod layouts;
mod support;
use support::zipped;

#[derive(Deserialize)]
struct Told {
    file: String,
    placed: BTreeMap<String, Value>,
    unplaced: bool,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/import/documents")
}

fn documents() -> Documents {
    static DOCUMENTS: LazyLock<Documents> = LazyLock::new(|| Documents::new(dokument().unwrap()));
    DOCUMENTS.clone()
}

fn told() -> Vec<Told> {
    serde_json::from_slice(&fs::read(folder().join("contents.json")).unwrap()).unwrap()
}

/// Every value of a plan that is none of the case's facts, by its pointer.
fn leaves(value: &Value, at: &str, found: &mut BTreeMap<String, Value>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| leaves(value, &format!("{at}/{key}"), found)),
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(index, value)| leaves(value, &format!("{at}/{index}"), found));
        }
        value => drop(found.insert(at.to_owned(), value.clone())),
    }
}

fn same(one: &Value, other: &Value) -> bool {
    let words = |value: &Value| value.as_str().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    one == other || words(one).is_some() && words(one) == words(other)
}

#[test]
fn what_stands_in_a_document_is_placed_and_nothing_is_misplaced() {
    let documents = documents();
    let told = told();
    assert!(told.len() >= 12);
    let (mut all, mut right, mut wrong, mut missing) = (0, 0, Vec::new(), Vec::new());
    for Told { file, placed, .. } in &told {
        let document = documents.open(&folder().join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut found = BTreeMap::new();
        leaves(&serde_json::from_slice(&document.plan()).unwrap(), "", &mut found);
        all += placed.len();
        for (place, value) in placed {
            match found.remove(place) {
                Some(there) if same(&there, value) => right += 1,
                Some(_) => wrong.push(format!("{file} {place}")),
                None => missing.push(format!("{file} {place}")),
            }
        }
        wrong.extend(found.into_keys().map(|place| format!("{file} {place}")));
    }
    assert_eq!(wrong, Vec::<String>::new(), "misplaced; {right} of {all}: {missing:#?}");
    assert!(right * 100 >= all * 95, "{right} of {all}: {missing:#?}");
}

#[test]
fn what_has_no_place_is_listed_without_its_words() {
    let documents = documents();
    for Told { file, unplaced, .. } in told() {
        let document = documents.open(&folder().join(&file)).unwrap();
        let listed = document.unplaced().len();
        assert_eq!(listed > 0, unplaced, "{file}");
        for unplaced in document.unplaced() {
            assert!(!unplaced.text(Lang::Da).contains("lån"), "{file}");
        }
    }
}

#[test]
fn a_heading_without_an_answer_is_found_and_a_fact_that_no_document_says_is_not() {
    let documents = documents().sagstype(Sagstype::Fleksjob);
    // The second case has nothing under its heading for the network, and a heading of its own for each of the others.
    let document = documents.open(&folder().join("kontroller-2.docx")).unwrap();
    let checker = Checker::new().horizon(document.horizon().clone());
    let report = checker.check_slice(&document.plan()).unwrap();
    assert!(report.findings().all(|finding| finding.rule.id != "P3.1.4"), "the wishes are there");
    assert!(report.findings().all(|finding| finding.rule.id != "P2.2"), "no document says who made it");
}

/// A docx of nothing but the text part.
fn docx(document: &str) -> Vec<u8> {
    zipped(&[("word/document.xml", document)])
}

/// A docx of paragraphs.
fn paragraphs(lines: &[&str]) -> Vec<u8> {
    let lines: String = lines.iter().map(|line| format!("<p><r><t>{line}</t></r></p>")).collect();
    docx(&format!("<document><body>{lines}</body></document>"))
}

/// A PDF of these objects, from the first, which is the catalogue.
fn pdf(objects: &[&str], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(bytes.len());
        bytes.extend(format!("{number} 0 obj\n{object}\nendobj\n").into_bytes());
    }
    let start = bytes.len();
    bytes.extend(format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1).into_bytes());
    places.iter().for_each(|place| bytes.extend(format!("{place:010} 00000 n \n").into_bytes()));
    let trailer = format!("trailer\n<< /Size {} /Root 1 0 R {trailer} >>\n", places.len() + 1);
    bytes.extend(format!("{trailer}startxref\n{start}\n%%EOF\n").into_bytes());
    bytes
}

const PAGES: &str = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &str = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>";

#[test]
fn what_cannot_be_read_is_told_each_in_its_own_words() {
    let documents = documents();
    let read = |bytes: &[u8]| documents.read(bytes).map(|_| ()).unwrap_err();
    let deep = format!("<document><body>{}{}</body></document>", "<p>".repeat(10_000), "</p>".repeat(10_000));
    let many = format!("<document><body>{}</body></document>", "<p/>".repeat(1_000_001));
    let bomb = format!("<document><body><p><r><t>{}</t></r></p></body></document>", " ".repeat(130 * 1024 * 1024));
    let entities = r#"<!DOCTYPE a [<!ENTITY b "x">]><document><body><p><r><t>&b;</t></r></p></body></document>"#;
    let of_office = |stream: &str| -> Vec<u8> {
        let name = stream.encode_utf16().flat_map(u16::to_le_bytes);
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".iter().copied().chain(name).collect()
    };
    let manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>";
    let scanned = pdf(&["<< /Type /Catalog /Pages 2 0 R >>", PAGES, PAGE], "");
    let encrypted = pdf(
        &[
            "<< /Type /Catalog /Pages 2 0 R >>",
            PAGES,
            PAGE,
            "<< /Filter /Standard /V 1 /R 2 /P -4 /O (abcdefghijklmnopqrstuvwxyzabcdef) /U (abcdefghijklmnopqrstuvwxyzabcdef) >>",
        ],
        "/Encrypt 4 0 R /ID [(a) (b)]",
    );
    let names: Vec<String> = (0..10_001).map(|number| format!("word/{number}.xml")).collect();
    let files: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "")).collect();
    // Each file says so of itself, where it stands and in the table at the end.
    let mut locked = paragraphs(&["Ønsker", "At køre bus."]);
    for (mark, flags) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let at = locked.windows(mark.len()).position(|bytes| bytes == mark).unwrap();
        locked[at + flags] |= 1;
    }
    let with_two = |second: &str| {
        let parts = [("word/document.xml", "<document/>"), ("word/documenX.xml", "<document/>")];
        let mut bytes = zipped(&parts);
        while let Some(at) = bytes.windows(17).position(|name| name == b"word/documenX.xml") {
            bytes[at..at + 17].copy_from_slice(second.as_bytes());
        }
        bytes
    };
    let cases: Vec<(&str, Vec<u8>, DocumentError)> = vec![
        ("two parts with one name", with_two("word/document.xml"), DocumentError::Broken),
        ("two parts with one name, in capitals", with_two("word/Document.xml"), DocumentError::Broken),
        ("two parts with one name, with the other stroke", with_two("word\\document.xml"), DocumentError::Broken),
        ("nothing", Vec::new(), DocumentError::Empty),
        ("a zip archive that is cut short", b"PK\x03\x04 cut short".to_vec(), DocumentError::Broken),
        ("a PDF that is cut short", b"%PDF-1.7\n1 0 obj".to_vec(), DocumentError::Broken),
        ("an old document", of_office("WordDocument"), DocumentError::OldDocument),
        ("an old workbook", of_office("Workbook"), DocumentError::OldOffice),
        ("a password", of_office("EncryptedPackage"), DocumentError::Locked),
        (
            "two types of case",
            paragraphs(&["Rehabiliteringsplan – fleksjob", "Sagstype: Ressourceforløb", "Netværk", "En bror."]),
            DocumentError::TwoCaseTypes,
        ),
        (
            "a password of odt",
            zipped(&[("content.xml", "x"), ("META-INF/manifest.xml", manifest)]),
            DocumentError::Locked,
        ),
        ("a password of a PDF", encrypted, DocumentError::Locked),
        ("a scanned PDF", scanned, DocumentError::NoText),
        ("a workbook", zipped(&[("xl/workbook.xml", "<workbook/>")]), DocumentError::Workbook),
        ("another zip archive", zipped(&[("a.txt", "a")]), DocumentError::NoDocument),
        ("entities", docx(entities), DocumentError::Entities),
        ("deep XML", docx(&deep), DocumentError::TooDeep),
        ("a million elements", docx(&many), DocumentError::TooManyElements),
        ("a zip bomb", docx(&bomb), DocumentError::TooMuchUnpacked),
        ("a word without end", paragraphs(&["Ønsker", &"a".repeat(4_000_001)]), DocumentError::TooManyLetters),
        ("ten thousand files", zipped(&files), DocumentError::TooManyParts),
        ("a password of a part", locked, DocumentError::Locked),
        ("XML that is cut short", docx("<document><body><p>"), DocumentError::Broken),
        ("no text", docx("<document><body></body></document>"), DocumentError::NoText),
        ("another text", paragraphs(&["Kære Jens", "Tak for kaffe."]), DocumentError::NoPlan),
        (
            "a template",
            paragraphs(&["Ønsker", "Beskriv ønskerne.", "Familieforhold", "Netværk"]),
            DocumentError::NotFilledIn,
        ),
    ];
    let mut told = std::collections::BTreeSet::new();
    for (what, bytes, expected) in cases {
        assert_eq!(read(&bytes), expected, "{what}");
        told.insert(expected.message(Lang::Da));
    }
    assert_eq!(told.len(), 17, "each has its own words");
    for bytes in [b"{}".as_slice(), b"just words", b"{\\rtf1 words}"] {
        assert!(matches!(read(bytes), DocumentError::NoDocument | DocumentError::Foreign(_)));
    }
    let open = [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", "<document-content><body/></document-content>"),
    ];
    assert_eq!(read(&zipped(&open)), DocumentError::Workbook);
}

#[test]
fn every_document_cut_short_is_told_or_read() {
    let documents = documents();
    for Told { file, .. } in told() {
        let bytes = fs::read(folder().join(&file)).unwrap();
        for tenth in 0..10 {
            // No panic, and no plan out of half a zip archive.
            let cut = documents.read(&bytes[..bytes.len() * tenth / 10]);
            assert!(cut.is_err() || file.ends_with(".pdf"), "{file} {tenth}");
        }
    }
}

#[test]
fn the_fields_of_a_pdf_form_are_read_by_their_names() {
    let catalogue = "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R 5 0 R 6 0 R 7 0 R] >> >>";
    let field = |name: &str, kind: &str, value: &str| format!("<< /T ({name}) /FT /{kind} /V {value} >>");
    let fields = [
        field("Hidtidig fors\\370rgelseshistorik", "Tx", "(Sygedagpenge siden 2019.)"),
        field("Udarbejdet sammen med borgeren", "Btn", "/Off"),
        field("Dato for m\\370de", "Tx", "(12. marts 2020)"),
        field("Felt17", "Tx", "(Noget andet.)"),
    ];
    let objects: Vec<&str> = [catalogue, PAGES, PAGE].into_iter().chain(fields.iter().map(String::as_str)).collect();
    let document = documents().read(&pdf(&objects, "")).unwrap();
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    assert_eq!(plan["forberedendeDel"]["forsoergelseshistorik"], "Sygedagpenge siden 2019.");
    assert_eq!(plan["forberedendeDel"]["samarbejde"]["medBorger"], false);
    assert_eq!(plan["moede"]["dato"], "2020-03-12");
    let unplaced: Vec<String> = document.unplaced().iter().map(|unplaced| unplaced.text(Lang::Da)).collect();
    assert_eq!(unplaced, ["formularfelt nr. 1"]);
}

#[test]
fn a_field_that_has_no_name_of_its_own_may_be_the_answer_to_a_label_beside_it() {
    let read = |value: &str| {
        let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
        let lines = [("\\330nsker", 700), ("Bus.", 680), ("Netv\\346rk", 640), ("Familieforhold", 600), ("Gift.", 580)];
        let size = |text: &str| if text.ends_with('.') { 11 } else { 16 };
        let text: String =
            lines.map(|(text, base)| format!("BT /F {} Tf 60 {base} Td ({text}) Tj ET\n", size(text))).concat();
        let objects = [
            "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [6 0 R] >> >>".to_owned(),
            PAGES.to_owned(),
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>".to_owned(),
            format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
            font.to_owned(),
            format!("<< /T (Felt17) /FT /Tx /V ({value}) >>"),
        ];
        let document = documents().read(&pdf(&objects.each_ref().map(String::as_str), "")).unwrap();
        let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
        (plan["forberedendeDel"].clone(), document.blank().to_vec(), document.unplaced().len())
    };
    let (part, blank, unplaced) = read("En bror.");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], serde_json::json!(["unreadable"]));
    assert_eq!((part["oensker"].as_str(), blank.len(), unplaced), (Some("Bus."), 0, 1));
    assert_eq!(read("").1, ["/forberedendeDel/personligeRessourcer/netvaerk"]);
}

/// The plan out of paragraphs.
fn plan_of(lines: &[&str]) -> Value {
    serde_json::from_slice(&documents().read(&paragraphs(lines)).unwrap().plan()).unwrap()
}

#[test]
fn what_stands_under_several_headings_of_one_text_is_all_there() {
    let lines = [
        "Joberfaring",
        "Chauffør i ti år.",
        "Uddannelse",
        "Hf-eksamen.",
        "Netværk",
        "En bror.",
        "Netværk",
        "Og naboer.",
    ];
    let part = &plan_of(&lines)["forberedendeDel"];
    assert_eq!(part["erfaringerRessourcer"], "Chauffør i ti år.\nHf-eksamen.");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.\nOg naboer.");
}

#[test]
fn a_document_says_what_the_case_is_about_or_the_caller_does() {
    let sagstype = |lines: &[&str], given: Option<Sagstype>| -> Value {
        let document = documents().sagstype(given).read(&paragraphs(lines)).unwrap();
        serde_json::from_slice::<Value>(&document.plan()).unwrap()["sag"]["sagstype"].clone()
    };
    let rest = ["Ønsker", "At køre bus.", "Netværk", "En bror."];
    let with = |first: &'static str| [&[first], rest.as_slice()].concat();
    assert_eq!(sagstype(&with("Rehabiliteringsplan – fleksjob"), Some(Sagstype::Revalidering)), "fleksjob");
    assert_eq!(sagstype(&with("Sagstype: Ressourceforløb"), Some(Sagstype::Revalidering)), "ressourceforloeb");
    assert_eq!(sagstype(&with("Rehabiliteringsplan"), Some(Sagstype::Revalidering)), "revalidering");
    assert_eq!(sagstype(&with("Sagstype: et eller andet"), Some(Sagstype::Revalidering)), "revalidering");
    assert_eq!(sagstype(&with("Rehabiliteringsplan"), None), Value::Null);
}

#[test]
fn a_heading_that_is_not_there_is_missed_only_where_nothing_else_may_hold_its_text() {
    let report = |lines: &[&str]| {
        let document = documents().sagstype(Sagstype::Fleksjob).read(&paragraphs(lines)).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let missed = report.findings().any(|finding| finding.rule.id == "P3.1.4");
        (missed, document.absent().iter().any(|place| place == "/forberedendeDel/oensker"))
    };
    let known = ["Forberedende del:", "Helbredssituation:", "Ondt i ryggen.", "Netværk:", "En bror."];
    assert_eq!(report(&known), (true, false), "no heading for the wishes (§ 3, stk. 1, nr. 4), and all else is known");
    let with_another = [known.as_slice(), &["Drømme og håb:", "At køre bus."]].concat();
    assert_eq!(report(&with_another), (false, true), "they may stand under the heading that nobody knows");
    assert_eq!(report(&[known.as_slice(), &["Ønsker:"]].concat()), (true, false), "a heading without an answer");
}

/// A docx of headings in bold, each with what stands under it.
fn headings(sections: &[(&str, &str)]) -> Vec<u8> {
    let heading = |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>");
    let text = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let body =
        |(name, under): &(&str, &str)| heading(name) + &if under.is_empty() { String::new() } else { text(under) };
    docx(&format!("<document><body>{}</body></document>", sections.iter().map(body).collect::<String>()))
}

fn read(bytes: &[u8]) -> (Value, Vec<String>) {
    let document = documents().read(bytes).unwrap();
    let unplaced = document.unplaced().iter().map(|unplaced| unplaced.text(Lang::Da)).collect();
    (serde_json::from_slice(&document.plan()).unwrap(), unplaced)
}

#[test]
fn a_heading_is_known_with_its_number_its_provision_and_whose_it_is() {
    let ways = [
        "IV. Ønsker",
        "3a. Ønsker",
        "B. Ønsker",
        "Punkt 3: Ønsker",
        "Spørgsmål 4: Ønsker",
        "10.Ønsker",
        "§ 3, stk. 1, nr. 4 – Ønsker",
        "Ønsker, jf. § 3, stk. 1, nr. 4",
        "Ønsker (jf. bekendtgørelsens § 3)",
        "Ønsker *",
        "Beskrivelse af borgerens ønsker",
        "Dine ønsker",
    ];
    for way in ways {
        let (plan, unplaced) = read(&headings(&[(way, "At køre bus."), ("Netværk", "En bror.")]));
        assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.", "{way}");
        assert_eq!(unplaced, Vec::<String>::new(), "{way}");
    }
    // What the citizen thinks of the recommendation is none of the team's reasons.
    let (plan, unplaced) = read(&headings(&[
        ("Indstilling", ""),
        ("Borgerens begrundelse", "Er uenig."),
        ("Begrundelse", "Er afklaret."),
    ]));
    assert_eq!(plan["indstilling"]["begrundelse"], "Er afklaret.");
    assert_eq!(unplaced.len(), 1);
}

#[test]
fn boxes_are_read_however_they_are_drawn_and_none_that_is_open_is_an_answer() {
    let ways = [
        ("☒ Ja ☐ Nej", Some(true)),
        ("Ja ☒ Nej ☐", Some(true)),
        ("Ja: ☐  Nej: ☒", Some(false)),
        ("[x] Ja [ ] Nej", Some(true)),
        ("( ) Ja (x) Nej", Some(false)),
        ("□ Ja ■ Nej", Some(false)),
        ("☐ Ja ☐ Nej", None),
        ("Ja [ ] Nej [ ]", None),
        ("Ja: X   Nej:", Some(true)),
        ("Ja: Nej: x", Some(false)),
        ("Ja ___ Nej _x_", Some(false)),
    ];
    for (way, ticked) in ways {
        let name = "Udarbejdet sammen med borgeren";
        let (plan, _) = read(&headings(&[("Ønsker", "At køre bus."), ("Netværk", way), (name, way)]));
        let part = &plan["forberedendeDel"];
        assert_eq!(part["samarbejde"]["medBorger"].as_bool(), ticked, "{way}");
        let word = ticked.map(|ticked| if ticked { "Ja" } else { "Nej" });
        assert_eq!(part["personligeRessourcer"]["netvaerk"].as_str(), word, "{way}");
    }
    // In a text, what is ticked keeps its tick: "fleksjob" by itself says nothing, and ticked it is recommended (§ 3, stk. 3).
    let boxes = "☐ Ressourceforløb ☒ Fleksjob";
    let (plan, _) = read(&headings(&[("Ønsker", "At køre bus."), ("Netværk", boxes), ("Forsørgelseshistorik", boxes)]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "☒ Fleksjob");
    assert_eq!(part["forsoergelseshistorik"], "Fleksjob");
    // The same in the letters of a font that draws signs.
    let font = r#"<rPr><rFonts ascii="Wingdings"/></rPr>"#;
    let boxes = format!("<r>{font}<t>þ</t></r><r><t> Ja </t></r><r>{font}<t>¨</t></r><r><t> Nej</t></r>");
    let label = "<r><t>Udarbejdet sammen med borgeren: </t></r>";
    let body = format!("<p><r><t>Ønsker</t></r></p><p><r><t>Bus.</t></r></p><p>{label}{boxes}</p>");
    let (plan, _) = read(&docx(&format!("<document><body>{body}</body></document>")));
    assert_eq!(plan["forberedendeDel"]["samarbejde"]["medBorger"], true);
}

#[test]
fn what_a_template_asks_is_no_answer() {
    let asked = [
        "Hvilket netværk har borgeren? Hvem kan hjælpe?",
        "Skriv kort. Husk kun det nødvendige.",
        "Netværket beskrives her.",
        "Feltet skal altid udfyldes.",
        "Max. 10 linjer.",
        "Oplys, hvem borgeren ser.",
        "____________",
        "……………",
        "(tekst)",
        "Indtast tekst her",
        "Klik for at redigere",
        "0 / 2.500 tegn",
    ];
    for asked in asked {
        let (plan, _) = read(&headings(&[("Ønsker", "At køre bus."), ("Netværk", asked)]));
        assert_eq!(plan["forberedendeDel"]["personligeRessourcer"], Value::Null, "{asked}");
    }
    let answers = ["»Hvem skal jeg spørge?« siger hun.", "Ser sin bror, når han har tid. Hvor ofte, ved han ikke."];
    for answer in answers {
        let (plan, _) = read(&headings(&[("Ønsker", "At køre bus."), ("Netværk", answer)]));
        assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], answer);
    }
}

#[test]
fn a_bold_name_in_a_line_is_a_label_whatever_sets_it_apart() {
    let lines = [
        r"<r><rPr><b/></rPr><t>Ønsker</t></r><r><tab/><t>At køre bus.</t></r>",
        r"<r><rPr><b/></rPr><t>Ønsker</t></r><r><br/><t>At køre bus.</t></r>",
        r"<r><rPr><b/></rPr><t>Ønsker</t></r><r><t>: At køre bus.</t></r>",
        r"<r><rPr><b/></rPr><t>Ønsker</t></r><r><t>:</t></r></p><p><r><t>At køre bus.</t></r>",
    ];
    let netvaerk = r"<p><r><rPr><b/></rPr><t>Netværk</t></r></p><p><r><t>En bror.</t></r></p>";
    for line in lines {
        let (plan, _) = read(&docx(&format!("<document><body>{netvaerk}<p>{line}</p></body></document>")));
        assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.", "{line}");
        assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror.", "{line}");
    }
    // All of it in one paragraph.
    let line = |name: &str, text: &str| format!("<r><rPr><b/></rPr><t>{name}</t></r><r><br/><t>{text}</t><br/></r>");
    let body = line("Ønsker", "At køre bus.") + &line("Netværk", "En bror.");
    let (plan, _) = read(&docx(&format!("<document><body><p>{body}</p></body></document>")));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror.");
}

#[test]
fn a_label_in_an_answer_belongs_to_the_answer_where_its_place_has_a_heading_of_its_own() {
    let sections = [
        ("Erfaringer og ressourcer", "Udlært maler."),
        ("Familie", "Uddannelse: Hustruen er lærer."),
        ("Helbredssituation", "Netværk: En bror."),
    ];
    let (plan, _) = read(&headings(&sections));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["erfaringerRessourcer"], "Udlært maler.");
    assert_eq!(part["personligeRessourcer"]["familie"], "Uddannelse: Hustruen er lærer.");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.", "it has no heading of its own");
}

#[test]
fn two_plans_in_one_document_are_told_and_not_made_one() {
    let title = ("Rehabiliteringsplan – fleksjob", "");
    let first = [title, ("Ønsker", "Bus."), ("Familie", "Gift."), ("Netværk", "En bror."), ("Helbredssituation", "")];
    let second = [title, ("Ønsker", ""), ("Familie", ""), ("Netværk", ""), ("Helbredssituation", "Rask.")];
    let several = headings(&[first, second].concat());
    assert_eq!(documents().read(&several).map(|_| ()), Err(DocumentError::SeveralPlans));
    // A list of contents has nothing under its names.
    let contents = headings(&[second.map(|(name, _)| (name, "")), first].concat());
    assert!(documents().read(&contents).is_ok());
}

#[test]
fn a_heading_that_every_part_has_means_the_one_that_the_document_is_of() {
    let preparatory = [("Ønsker", "Bus."), ("Familie", "Gift."), ("Helbred", "Ondt i ryggen.")];
    let (plan, unplaced) = read(&headings(&preparatory));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Ondt i ryggen.");
    assert_eq!(unplaced, Vec::<String>::new());
    let mixed = [("Ønsker", "Bus."), ("Teamets begrundelse", "Er afklaret."), ("Helbred", "Ondt i ryggen.")];
    let (plan, unplaced) = read(&headings(&mixed));
    assert_eq!(plan["forberedendeDel"]["helbred"], Value::Null);
    assert_eq!(unplaced.len(), 1, "it may be of the one or of the other");
}

#[test]
fn a_text_for_several_things_at_once_is_listed_and_makes_none_of_them_missing() {
    let sections = [("Ønsker", "Bus."), ("Familie", "Gift."), ("Kommunens hidtidige indsats", "Mentor i et år.")];
    let document = documents().sagstype(Sagstype::Fleksjob).read(&headings(&sections)).unwrap();
    assert_eq!(document.unplaced().len(), 1);
    let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
    let found: Vec<&str> = report.findings().map(|finding| finding.rule.id).collect();
    assert!(found.iter().all(|id| !id.starts_with("P3.2")), "{found:?}");
    assert!(found.contains(&"P3.1.5.a"), "nothing else may stand there: {found:?}");
}

/// A docx of content controls, each with its title and its text.
fn controls(all: &[(&str, &str)]) -> Vec<u8> {
    let control = |(title, text): &(&str, &str)| {
        format!(
            r#"<sdt><sdtPr><alias val="{title}"/></sdtPr><sdtContent><p><r><t>{text}</t></r></p></sdtContent></sdt>"#
        )
    };
    docx(&format!("<document><body>{}</body></document>", all.iter().map(control).collect::<String>()))
}

#[test]
fn a_control_for_several_things_at_once_or_for_a_list_is_read_as_a_heading_is() {
    let all = [
        ("Ønsker", "Bus."),
        ("Familie", "Gift."),
        ("Kommunens hidtidige indsats", "Mentor i et år."),
        ("Delmål", "At køre bus igen."),
    ];
    let mut told = Vec::new();
    for bytes in [controls(&all), headings(&all)] {
        let document = documents().sagstype(Sagstype::Fleksjob).read(&bytes).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let found: Vec<&str> = report.findings().map(|finding| finding.rule.id).collect();
        let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
        assert_eq!(plan["forberedendeDel"]["oensker"], "Bus.");
        told.push((plan, found, document.unplaced().len()));
    }
    assert_eq!(told[0].2, 1, "what the municipality has done is of several places");
    assert_eq!(told[0], told[1]);
}

#[test]
fn a_preparatory_part_that_is_blank_as_a_whole_is_missing() {
    let sections = [("Forberedende del", ""), ("Ønsker", ""), ("Familie", ""), ("Konkret mål", "Buschauffør.")];
    let document = documents().sagstype(Sagstype::Fleksjob).read(&headings(&sections)).unwrap();
    let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
    let found: Vec<&str> = report.findings().map(|finding| finding.rule.id).collect();
    assert!(!found.is_empty(), "its headings are there, and nothing stands under any of them");
    // A document that has none of it says nothing of it.
    let document = documents().sagstype(Sagstype::Fleksjob).read(&headings(&sections[3..])).unwrap();
    let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
    assert_eq!(report.findings().count(), 0);
}

/// A page of a PDF whose text is drawn by these operators.
fn page(content: &str, more: &[String]) -> Vec<u8> {
    let resources = "<< /Font << /F 4 0 R /B 5 0 R >> /XObject << /X 7 0 R >> >>";
    let page =
        format!("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 6 0 R /Resources {resources} >>");
    let font = |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
    let stream = format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len());
    let mut objects = vec!["<< /Type /Catalog /Pages 2 0 R >>".to_owned(), PAGES.to_owned(), page];
    objects.extend([font("Helvetica"), font("Helvetica-Bold"), stream]);
    objects.extend_from_slice(more);
    pdf(&objects.iter().map(String::as_str).collect::<Vec<_>>(), "")
}

const DRAWN: &str = "BT /B 12 Tf 50 700 Td (Familieforhold) Tj /F 10 Tf 0 -16 Td (Bor alene.) Tj \
    /B 12 Tf 0 -40 Td (Socialt netv\\346rk) Tj /F 10 Tf 0 -16 Td (En bror.) Tj ET";

#[test]
fn text_of_a_pdf_is_read_within_parts_of_the_page_and_on_pages_that_are_turned() {
    let part = format!(
        "<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Length {} >>\nstream\n{DRAWN}\nendstream",
        DRAWN.len()
    );
    let ways = [
        ("on the page", page(DRAWN, &[])),
        ("in a part of it", page("q 1 0 0 1 10 10 cm /X Do Q", &[part])),
        ("turned", page(&format!("0 1 -1 0 595 0 cm {DRAWN}"), &[])),
    ];
    for (way, bytes) in ways {
        let (plan, _) = read(&bytes);
        let part = &plan["forberedendeDel"]["personligeRessourcer"];
        assert_eq!(part["familie"], "Bor alene.", "{way}");
        assert_eq!(part["netvaerk"], "En bror.", "{way}");
    }
    // One that draws itself comes to an end.
    let itself = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream";
    assert!(documents().read(&page("/X Do", &[itself.to_owned()])).is_err());
}

#[test]
fn headings_of_a_pdf_are_known_by_the_lines_under_them() {
    // Each heading with its width.
    let lines = [
        ("Forberedende del", 87),
        ("Familieforhold", 69),
        ("Bor alene.", 0),
        ("Det skal vi huske", 83),
        ("Ring.", 0),
        ("Socialt netv\\346rk", 76),
        ("En bror.", 0),
    ];
    let network = |beyond: u16| {
        let line = |(at, (text, width)): (u16, &(&str, u16))| {
            let base = 760 - 24 * at;
            let line = format!("50 {} {} .7 re f", base - 2, width + beyond);
            format!("BT /F 11 Tf 50 {base} Td ({text}) Tj ET {} ", if *width > 0 { line.as_str() } else { "" })
        };
        let (plan, unplaced) = read(&page(&(0..).zip(&lines).map(line).collect::<String>(), &[]));
        let own = &plan["forberedendeDel"]["personligeRessourcer"];
        assert_eq!(own["netvaerk"], "En bror.");
        (own["familie"].clone(), unplaced.len())
    };
    assert_eq!(network(0), (serde_json::json!("Bor alene."), 1), "a heading that nobody knows");
    let beyond = network(200);
    assert_ne!(beyond.0, "Bor alene.", "a line to write on says nothing: {beyond:?}");
}

#[test]
fn headings_without_end_cost_no_more_than_their_number() {
    // Each is as long as a name, and near to none; one of the first is near to one, and one of the last is one.
    let heading = |number: usize| format!("Overskrift nr. {number:05} om noget helt andet");
    let mut sections: Vec<String> = (0..6_000).map(heading).collect();
    sections[3] = "Hidtidig forsørgelseshistorrik".to_owned();
    sections[5_000] = "Helbredssituation".to_owned();
    let sections: Vec<(&str, &str)> = sections.iter().map(|heading| (heading.as_str(), "Noget.")).collect();
    let (plan, unplaced) = read(&headings(&sections));
    assert_eq!(plan["forberedendeDel"]["forsoergelseshistorik"], "Noget.");
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Noget.");
    assert_eq!(unplaced.len(), 5_998);
}

#[test]
fn text_that_stands_on_end_is_told_and_a_word_in_the_margin_is_not() {
    let beside = |turned: &str| {
        let content = format!("{DRAWN} BT /F 10 Tf 0 1 -1 0 500 300 Tm ({turned}) Tj ET");
        documents().read(&page(&content, &[])).unwrap().beside().to_vec()
    };
    assert_eq!(beside("En nabo hj\\346lper med at k\\370be ind."), [Beside::Turned]);
    assert_eq!(beside("UDKAST"), []);
}

#[test]
fn a_pdf_that_is_cut_short_is_told() {
    let whole = page(DRAWN, &[]);
    let place = |word: &[u8]| whole.windows(word.len()).rposition(|window| window == word).unwrap();
    let (start, end) = (place(b"startxref"), place(b"%%EOF"));
    // Without its last line, all of it is still there.
    assert_eq!(read(&whole[..end]), read(&whole));
    assert_eq!(read(whole[..end].trim_ascii_end()), read(&whole));
    for end in [start + 10, start + 9, start, start / 2] {
        assert_eq!(documents().read(&whole[..end]).map(|_| ()), Err(DocumentError::Broken), "{end}");
    }
}

#[test]
fn lines_whose_label_cannot_be_told_are_listed_and_placed_nowhere() {
    // Labels at the bottom of their cells, without lines around these.
    let content = "BT /F 10 Tf 250 712 Td (Bor alene i et hus) Tj -200 -12 Td (Familieforhold) Tj 200 0 Td (ved en skov.) Tj \
        0 -12 Td (Har en bror, som) Tj -200 -12 Td (Socialt netv\\346rk) Tj 200 0 Td (kommer om s\\370ndagen.) Tj \
        /B 12 Tf -200 -60 Td (Helbredssituation) Tj /F 10 Tf 0 -16 Td (Rask.) Tj \
        /B 12 Tf 0 -40 Td (\\330nsker) Tj /F 10 Tf 0 -16 Td (Bus.) Tj ET";
    let (plan, unplaced) = read(&page(content, &[]));
    // Something stands there, and nobody knows whose it is.
    let unreadable = serde_json::json!(["unreadable"]);
    let part = &plan["forberedendeDel"]["personligeRessourcer"];
    assert_eq!((&part["familie"], &part["netvaerk"]), (&unreadable, &unreadable));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Rask.");
    assert_eq!(unplaced.len(), 1);
}

/// Lines of text on a page, one below the other.
fn set(from: f64, top: f64, lines: &[&str]) -> String {
    let lines: String = lines.iter().map(|line| format!("({line}) Tj 0 -12 Td ")).collect();
    format!("BT /F 10 Tf {from} {top} Td {lines} ET ")
}

#[test]
fn labels_of_several_lines_in_a_table_without_lines_are_one_however_near_the_answers_come() {
    // The first line of a label ends where the answer begins, and each part of it is a name too.
    let table = [
        set(50.0, 700.0, &["Borgerens egen", "vurdering af sin", "samlede situation"]),
        set(162.0, 700.0, &["Det g\\345r bedre."]),
        set(50.0, 658.0, &["Erfaringer og ressourcer", "i forhold til job og", "uddannelse"]),
        set(162.0, 658.0, &["Har k\\370rt bus i mange", "\\345r."]),
        set(50.0, 616.0, &["CV"]),
        set(162.0, 616.0, &["Busser 2001-2010."]),
    ];
    let (plan, unplaced) = read(&page(&table.concat(), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["borgerensEgenVurdering"], "Det går bedre.");
    assert_eq!(part["erfaringerRessourcer"], "Har kørt bus i mange år.");
    assert_eq!((part["cv"].as_str(), unplaced), (Some("Busser 2001-2010."), Vec::new()));
}

#[test]
fn labels_over_the_middle_of_their_column_are_those_of_a_table_without_lines() {
    // The lines of each label with where they begin, and those of its answer.
    let rows = [
        (
            vec![(85.0, "Borgerens egen"), (100.0, "vurdering")],
            vec!["Det g\\345r bedre nu", "end f\\370r.", "Men langsomt."],
        ),
        (vec![(108.0, "\\330nsker")], vec!["Hun vil k\\370re bus", "p\\345 halv tid."]),
        (vec![(84.0, "Helbredssituation")], vec!["Slidgigt."]),
        (vec![(91.0, "Familieforhold")], vec!["Gift, to b\\370rn,", "som bor hjemme."]),
    ];
    for is_in_the_middle in [false, true] {
        let mut top = 700.0;
        let mut content = String::new();
        for (labels, answer) in &rows {
            let down = if is_in_the_middle { 6.0 * (answer.len() - labels.len()) as f64 } else { 0.0 };
            for (at, (from, label)) in labels.iter().enumerate() {
                content += &set(*from, top - down - 12.0 * at as f64, &[label]);
            }
            content += &set(230.0, top, answer);
            top -= 12.0 * answer.len() as f64 + 10.0;
        }
        let (plan, unplaced) = read(&page(&content, &[]));
        let part = &plan["forberedendeDel"];
        let told = [
            (&part["borgerensEgenVurdering"], "Det går bedre nu end før. Men langsomt."),
            (&part["oensker"], "Hun vil køre bus på halv tid."),
            (&part["helbred"]["situation"], "Slidgigt."),
            (&part["personligeRessourcer"]["familie"], "Gift, to børn, som bor hjemme."),
        ];
        for (found, told) in told {
            assert_eq!(found, told, "{is_in_the_middle}");
        }
        assert_eq!(unplaced, Vec::<String>::new());
    }
}

#[test]
fn a_label_that_is_merged_over_two_rows_has_both_answers_or_none_that_can_be_read() {
    // With lines around the cells, and none between the two of the label.
    let rows =
        "50 600 400 120 re S 150 600 m 150 720 l S 150 690 m 450 690 l S 50 660 m 450 660 l S 150 630 m 450 630 l S ";
    let texts = |middle: f64| {
        [
            set(55.0, 705.0 - middle, &["Familieforhold"]),
            set(155.0, 705.0, &["Bor alene i et hus."]),
            set(155.0, 675.0, &["To voksne s\\370nner."]),
            set(55.0, 645.0 - middle, &["Socialt netv\\346rk"]),
            set(155.0, 645.0, &["En bror."]),
            set(155.0, 615.0, &["En nabo."]),
        ]
        .concat()
    };
    for middle in [0.0, 15.0] {
        let (plan, unplaced) = read(&page(&(rows.to_owned() + &texts(middle)), &[]));
        let part = &plan["forberedendeDel"]["personligeRessourcer"];
        assert_eq!(part["familie"], "Bor alene i et hus.\nTo voksne sønner.", "{middle}");
        assert_eq!(part["netvaerk"], "En bror.\nEn nabo.", "{middle}");
        assert_eq!(unplaced, Vec::<String>::new());
    }
    // Without lines it is plain where the label is nearest to both. At the bottom of its cell it is in neither row for sure.
    let (plan, _) = read(&page(&texts(15.0), &[]));
    let answer = plan["forberedendeDel"]["personligeRessourcer"]["familie"].as_str().unwrap().replace('\n', " ");
    assert_eq!(answer, "Bor alene i et hus. To voksne sønner.");
    let (plan, unplaced) = read(&page(&texts(30.0), &[]));
    let part = &plan["forberedendeDel"]["personligeRessourcer"];
    for answer in [&part["familie"], &part["netvaerk"]] {
        assert!(!answer.is_string(), "{answer}");
    }
    assert!(!unplaced.is_empty());
}

#[test]
fn a_row_without_lines_around_it_goes_on_upon_the_next_page() {
    let first = set(50.0, 120.0, &["Familieforhold"])
        + &set(230.0, 120.0, &["Bor alene."])
        + &set(50.0, 96.0, &["Erfaringer og ressourcer i"])
        + &set(230.0, 96.0, &["Har k\\370rt bus i"]);
    let second = set(50.0, 780.0, &["forhold til job og uddannelse"])
        + &set(230.0, 780.0, &["mange \\345r."])
        + &set(50.0, 756.0, &["Socialt netv\\346rk"])
        + &set(230.0, 756.0, &["En bror."]);
    let (plan, unplaced) = read(&pages(&[first, second]));
    let part = &plan["forberedendeDel"];
    let answer = part["erfaringerRessourcer"].as_str().unwrap().replace('\n', " ");
    assert_eq!(answer, "Har kørt bus i mange år.");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.");
    assert_eq!(unplaced, Vec::<String>::new());
}

/// A docx of paragraphs, each with the name of its style, if it has one.
fn styled(lines: &[(&str, &str)]) -> Vec<u8> {
    let line = |(style, text): &(&str, &str)| {
        let style = if style.is_empty() { String::new() } else { format!(r#"<pPr><pStyle val="{style}"/></pPr>"#) };
        format!("<p>{style}<r><t>{text}</t></r></p>")
    };
    let body: String = lines.iter().map(line).collect();
    let style = |level| format!(r#"<style styleId="H{level}"><name val="heading {level}"/></style>"#);
    let styles = &format!("<styles>{}{}</styles>", style(1), style(2));
    zipped(&[("word/document.xml", &format!("<document><body>{body}</body></document>")), ("word/styles.xml", styles)])
}

#[test]
fn a_word_in_the_text_of_a_document_with_headings_is_none() {
    let (plan, unplaced) = read(&styled(&[
        ("H1", "Helbredssituation"),
        ("", "Ondt i ryggen."),
        ("", "Opfølgning"),
        ("", "Hos egen læge."),
    ]));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Ondt i ryggen.\nOpfølgning\nHos egen læge.");
    assert_eq!((&plan["indsatsdel"], unplaced), (&Value::Null, Vec::<String>::new()));
    // Where all others are told by their words alone, it is the one that was given a style.
    let (plan, _) = read(&styled(&[
        ("H1", "Netværk"),
        ("", "En bror."),
        ("", "Ønsker"),
        ("", "Bus."),
        ("", "CV"),
        ("", "Chauffør."),
    ]));
    assert_eq!(plan["forberedendeDel"]["oensker"], "Bus.");
    assert_eq!(plan["forberedendeDel"]["cv"], "Chauffør.");
}

#[test]
fn a_table_in_a_cell_has_labels_of_its_own_or_is_text() {
    let cell = |inner: &str| format!("<tc>{inner}</tc>");
    let text = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let row = |cells: &[String]| format!("<tr>{}</tr>", cells.iter().map(|inner| cell(inner)).collect::<String>());
    let nested = |one: &str, other: &str| format!("<tbl>{}</tbl>", row(&[text(one), text(other)]));
    let document = |nested: &str| {
        let outer = row(&[text("Helbredssituation"), text("Ondt i ryggen.") + nested + &text("")]);
        docx(&format!("<document><body><tbl>{outer}</tbl></body></document>"))
    };
    let (plan, unplaced) = read(&document(&nested("Borgerens CV", "Smed i tyve år.")));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Ondt i ryggen.");
    assert_eq!(plan["forberedendeDel"]["cv"], "Smed i tyve år.");
    assert_eq!(unplaced, Vec::<String>::new());
    let (plan, _) = read(&document(&nested("2019", "Fysioterapi.")));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Ondt i ryggen.\n2019\nFysioterapi.");
}

#[test]
fn a_note_belongs_to_the_text_that_it_is_set_in() {
    let noted = |body: &str, notes: &str| zipped(&[("word/document.xml", body), ("word/footnotes.xml", notes)]);
    let body = r#"<document><body><p><r><rPr><b/></rPr><t>Ønsker</t></r></p><p><r><t>At køre bus.</t><footnoteReference id="2"/></r></p>
        <p><r><rPr><b/></rPr><t>Netværk</t></r></p><p><r><t>En bror.</t></r></p></body></document>"#;
    let notes = r#"<footnotes><footnote id="0"><p/></footnote><footnote id="2"><p><r><t>På halv tid.</t></r></p></footnote></footnotes>"#;
    let (plan, _) = read(&noted(body, notes));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.\nPå halv tid.");
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror.");
    // Under a heading that nobody knows it is listed with the text.
    let (plan, unplaced) = read(&noted(&body.replace("Ønsker", "Drømmesyn"), notes));
    assert_eq!((&plan["forberedendeDel"]["oensker"], unplaced.len()), (&Value::Null, 1));
    let odt = r#"<document-content xmlns="x"><body><text><h outline-level="1">Ønsker</h><p>At køre bus.<note note-class="footnote"><note-citation>1</note-citation><note-body><p>På halv tid.</p></note-body></note></p>
        <h outline-level="1">Netværk</h><p>En bror.</p></text></body></document-content>"#;
    let (plan, _) = read(&zipped(&[("content.xml", odt)]));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.\nPå halv tid.");
}

#[test]
fn a_document_with_macros_is_read_and_they_are_told() {
    let body = "<document><body><p><r><rPr><b/></rPr><t>Ønsker</t></r></p><p><r><t>Bus.</t></r></p></body></document>";
    let bytes = zipped(&[("word/document.xml", body), ("word/vbaProject.bin", "Sub AutoOpen()")]);
    let document = documents().read(&bytes).unwrap();
    assert_eq!(document.beside(), [Beside::Macros]);
    assert_eq!(document.unplaced().len(), 0);
}

#[test]
fn the_headings_of_a_document_of_which_none_is_known_are_listed() {
    let folder = std::env::temp_dir().join("rehabplan-unknown-headings");
    fs::create_dir_all(&folder).unwrap();
    let path = folder.join("egen.docx");
    fs::write(&path, headings(&[("Økonomiske forhold", "Gæld."), ("Jens Hansen", "Bor alene.")])).unwrap();
    assert_eq!(documents().open(&path).map(|_| ()).unwrap_err(), DocumentError::NoPlan);
    let unknown: Vec<String> = documents().unknown(&path).iter().map(|one| one.text(Lang::Da)).collect();
    // What may be somebody's name is told by its number.
    assert_eq!(unknown, ["overskrift »Økonomiske forhold«", "overskrift nr. 2"]);
    fs::write(&path, headings(&[("Ønsker", "Bus."), ("Jens Hansen", "Bor alene.")])).unwrap();
    assert_eq!(documents().unknown(&path).len(), 0, "a document that is read says it itself");
    fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_box_that_is_turned_over_a_heading_makes_it_no_defect() {
    // A label in a box on end, as a watermark of a template that covers the heading of the wishes.
    let content = format!(
        "{DRAWN} BT /F 10 Tf 0 1 -1 0 60 600 Tm (\\330nsker: at k\\370re bus igen, helst p\\345 halv tid.) Tj ET"
    );
    let document = documents().sagstype(Sagstype::Fleksjob).read(&page(&content, &[])).unwrap();
    assert_eq!(document.beside(), [Beside::Turned]);
    let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
    assert_eq!(report.findings().count(), 0, "the wishes may stand in it");
}

#[test]
fn a_picture_or_hidden_text_alone_is_an_answer_that_cannot_be_read() {
    const PICTURE: &str = "<r><drawing><inline><graphic><pic><blip/></pic></graphic></inline></drawing></r>";
    const HIDDEN: &str = "<r><rPr><vanish/></rPr><t>Hemmelig</t></r>";
    let told = |body: &str| {
        let document = docx(&format!("<document><body>{body}</body></document>"));
        let document = documents().sagstype(Sagstype::Fleksjob).read(&document).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let is_missed = report.findings().any(|finding| finding.rule.id == "P3.1.4");
        (is_missed, report.input.iter().map(|finding| finding.path.clone()).collect::<Vec<_>>())
    };
    let heading = |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>");
    let with = |under: &str| {
        let rest = [("Helbredssituation", "Rask."), ("Netværk", "En bror.")];
        let rest = rest.map(|(name, text)| format!("{}<p><r><t>{text}</t></r></p>", heading(name))).concat();
        told(&format!("{}{under}{rest}", heading("Ønsker")))
    };
    let unreadable = (false, vec!["/forberedendeDel/oensker".to_owned()]);
    let text = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    for what in [PICTURE, HIDDEN] {
        let alone = format!("<p>{what}</p>");
        assert_eq!(with(&alone), unreadable, "{what}");
        // With words beside it, they are the answer.
        assert_eq!(with(&format!("{alone}{}", text("At køre bus."))), (false, vec![]), "{what}");
        assert_eq!(with(&format!("<p>{what}<r><t>At køre bus.</t></r></p>")), (false, vec![]), "{what}");
        let cell = |inner: &str| format!("<tc>{inner}</tc>");
        let row = |label: &str, value: &str| format!("<tr>{}{}</tr>", cell(&text(label)), cell(value));
        let rows = [row("Ønsker", &alone), row("Helbredssituation", &text("Rask.")), row("Netværk", &text("En bror."))];
        assert_eq!(told(&format!("<tbl>{}</tbl>", rows.concat())), unreadable, "{what}");
        // A picture in the letterhead is no answer to anything.
        assert_eq!(told(&format!("{alone}{}{}", heading("Ønsker"), text("At køre bus."))), (false, vec![]), "{what}");
    }
    assert_eq!(with(""), (true, vec![]), "nothing stands there");
    let drawn = r#"<p><r><drawing><inline><wsp/></inline></drawing></r></p>"#;
    assert_eq!(with(drawn), (true, vec![]), "a line that is drawn says nothing");
    // What is struck through holds no more than what is deleted.
    for mark in ["strike", "dstrike"] {
        assert_eq!(with(&format!("<p><r><rPr><{mark}/></rPr><t>At køre bus.</t></r></p>")), (true, vec![]), "{mark}");
    }
    let not = r#"<p><r><rPr><strike val="0"/></rPr><t>At køre bus.</t></r></p>"#;
    assert_eq!(with(not), (false, vec![]));
}

#[test]
fn in_an_open_document_a_picture_hidden_text_and_text_that_is_struck_through_are_the_same() {
    let read = |under: &str| {
        let style = |name: &str, says: &str| format!(r#"<style name="{name}"><text-properties {says}/></style>"#);
        let styles = style("S", r#"text-line-through-style="solid""#) + &style("V", r#"display="none""#);
        let rest = r#"<h outline-level="1">Netværk</h><p>En bror.</p>"#;
        let content = format!(
            r#"<document-content><automatic-styles>{styles}</automatic-styles><body><text><h outline-level="1">Ønsker</h>{under}{rest}</text></body></document-content>"#
        );
        let document = documents().read(&zipped(&[("content.xml", &content)])).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        report.input.iter().any(|finding| finding.path == "/forberedendeDel/oensker")
    };
    assert!(read("<p><frame><image/></frame></p>"));
    assert!(read(r#"<p><span style-name="V">Hemmelig</span></p>"#));
    assert!(!read(r#"<p><span style-name="S">At køre bus.</span></p>"#));
}

#[test]
fn all_headings_twice_are_two_plans_with_a_title_between_them_or_not() {
    let names = ["Ønsker", "Familie", "Netværk", "Helbredssituation"];
    let title = [("Rehabiliteringsplan – fleksjob", "")];
    let plan = |texts: [&'static str; 4]| names.into_iter().zip(texts).collect::<Vec<_>>();
    let (one, other) = (plan(["Bus.", "Gift.", "En bror.", ""]), plan(["", "Enke.", "Naboer.", "Rask."]));
    let read = |sections: &[&[(&str, &str)]]| documents().read(&headings(&sections.concat())).map(|_| ());
    assert_eq!(read(&[&title, &one, &other]), Err(DocumentError::SeveralPlans));
    assert_eq!(read(&[&one, &other, &one]), Err(DocumentError::SeveralPlans));
    // A list of contents has nothing under its names, and who comes back to a matter does not come back to all.
    assert_eq!(read(&[&title, &plan([""; 4]), &one]), Ok(()));
    assert_eq!(read(&[&title, &one, &other[..2]]), Ok(()));
}

#[test]
fn where_headings_are_known_by_their_words_alone_a_line_may_be_one() {
    let read = |lines: &[&str]| {
        let document = documents().sagstype(Sagstype::Fleksjob).read(&paragraphs(lines)).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let missed = report.findings().any(|finding| finding.rule.id == "P3.1.4");
        let told: Vec<String> = document.unplaced().iter().map(|one| one.text(Lang::Da)).collect();
        (missed, document.absent().iter().any(|place| place == "/forberedendeDel/oensker"), told)
    };
    let known = ["Forberedende del", "Helbredssituation", "Ondt i ryggen.", "Netværk", "En bror."];
    // Every line is a known heading or a sentence: there is no heading for the wishes (§ 3, stk. 1, nr. 4).
    assert_eq!(read(&known), (true, false, vec![]));
    let with_another = [known.as_slice(), &["Det, hun drømmer om", "At køre bus.", "Hvad der driller"]].concat();
    assert_eq!(
        read(&with_another),
        (false, true, vec!["nr. 1 af de linjer, der kan være overskrifter, efter »Netværk«".to_owned()]),
        "the last line has nothing under it, and none of the words is told"
    );
    // Where the headings have colons, one that nobody knows is told by its own.
    let colons = ["Forberedende del:", "Helbredssituation:", "Ondt i ryggen.", "Netværk:", "En bror", "bor i byen."];
    assert_eq!(read(&colons), (true, false, vec![]));
}

#[test]
fn a_heading_that_is_missing_is_no_place() {
    let document = documents().sagstype(Sagstype::Fleksjob);
    let document = document.read(&paragraphs(&["Forberedende del", "Helbredssituation", "Ondt i ryggen."])).unwrap();
    let origin = |place: &str| document.origin(place).unwrap();
    let wishes = origin("/forberedendeDel/oensker");
    assert!(wishes.text(Lang::Da).starts_with("ingen overskrift »Ønsker"), "{}", wishes.text(Lang::Da));
    assert!(wishes.text(Lang::Da).ends_with("« i dokumentet"));
    assert!(
        wishes.text(Lang::En).starts_with("no heading \"Ønsker")
            && wishes.text(Lang::En).ends_with("\" in the document")
    );
    assert_eq!(origin("/forberedendeDel/helbred/situation").text(Lang::Da), "overskrift »Helbredssituation«");
}

#[test]
fn fields_of_older_forms_are_known_by_their_names() {
    let field = |name: &str, text: &str| {
        format!(
            "<p><r><fldChar fldCharType=\"begin\"><ffData><name val=\"{name}\"/></ffData></fldChar></r>\
             <r><instrText> FORMTEXT </instrText></r><r><fldChar fldCharType=\"separate\"/></r>\
             <r><t>{text}</t></r><r><fldChar fldCharType=\"end\"/></r></p>"
        )
    };
    let fields = [
        ("Helbredssituation", "Diskusprolaps"),
        ("Oensker", "At køre bus"),
        ("Tekst7", "Hemmelig"),
        ("Tekst8", "\u{2002}"),
    ];
    let body: String = fields.iter().map(|(name, text)| field(name, text)).collect();
    let bytes = docx(&format!("<document><body>{body}</body></document>"));
    let document = documents().sagstype(Sagstype::Fleksjob).read(&bytes).unwrap();
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Diskusprolaps");
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus");
    let told: Vec<String> = document.unplaced().iter().map(|one| one.text(Lang::Da)).collect();
    assert_eq!(told, ["formularfelt nr. 1"], "a blank one is nothing that has no place");
}

#[test]
fn the_full_stop_of_an_abbreviation_ends_no_heading() {
    let ways = [
        "Personlige ressourcer m.v.",
        "Personlige ressourcer mv.",
        "Personlige ressourcer, m.m.",
        "PERSONLIGE RESSOURCER MM.",
        "Personlige ressourcer o.lign.",
        "Personlige ressourcer.",
        "Personlige ressourcer, herunder familie, netværk m.v.",
    ];
    for way in ways {
        let sections = [("Ønsker", "Bus."), (way, "Er stædig."), ("Helbredssituation", "Rask.")];
        let told = |(plan, unplaced): (Value, Vec<String>)| {
            let part = &plan["forberedendeDel"];
            assert_eq!(part["oensker"], "Bus.", "{way}");
            assert_eq!(part["personligeRessourcer"]["beskrivelse"], "Er stædig.", "{way}");
            assert_eq!(unplaced, Vec::<String>::new(), "{way}");
        };
        told(read(&headings(&sections)));
        // All of it in one paragraph.
        let line =
            |(name, text): &(&str, &str)| format!("<r><rPr><b/></rPr><t>{name}</t></r><r><br/><t>{text}</t><br/></r>");
        let lines: String = sections.iter().map(line).collect();
        told(read(&docx(&format!("<document><body><p>{lines}</p></body></document>"))));
        let drawn = |(name, text): &(&str, &str)| {
            let [name, text] =
                [name, text].map(|text| text.replace('æ', "\\346").replace('Æ', "\\306").replace('Ø', "\\330"));
            format!("/B 12 Tf 0 -40 Td ({name}) Tj /F 10 Tf 0 -16 Td ({text}) Tj ")
        };
        let drawn: String = sections.iter().map(drawn).collect();
        told(read(&page(&format!("BT 50 800 Td {drawn}ET"), &[])));
    }
    // Broken before its end, it is one heading still.
    let broken = [("Ønsker", "Bus."), ("Personlige ressourcer", ""), ("m.v.", "Er stædig."), ("Netværk", "En bror.")];
    let (plan, _) = read(&headings(&broken));
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["beskrivelse"], "Er stædig.");
    // A sentence in bold is text.
    let (plan, _) =
        read(&headings(&[("Ønsker", "Bus."), ("Har en bror, venner m.v.", "Og en hund."), ("Familie", "Gift.")]));
    assert_eq!(plan["forberedendeDel"]["oensker"], "Bus.\nHar en bror, venner m.v.\nOg en hund.");
}

#[test]
fn what_a_joint_heading_asks_for_is_told_with_it() {
    const JOINT: &str = "Personlige ressourcer, herunder familie og netværk";
    const OWN: [&str; 2] =
        ["/forberedendeDel/personligeRessourcer/familie", "/forberedendeDel/personligeRessourcer/netvaerk"];
    let told = |sections: &[(&str, &str)]| {
        let document = documents().read(&headings(&[&[("Ønsker", "Bus.")], sections].concat())).unwrap();
        let of = |joint: &str| {
            let of_it = document.shared().iter().filter(|(heading, _)| heading == joint);
            of_it.map(|(_, place)| place.clone()).collect::<Vec<_>>()
        };
        let absent: Vec<String> =
            document.absent().iter().filter(|place| OWN.contains(&place.as_str())).cloned().collect();
        (of(JOINT), of("Kommunens hidtidige indsats"), absent)
    };
    let none = Vec::<String>::new;
    assert_eq!(told(&[(JOINT, "Er stædig, er gift.")]), (OWN.map(str::to_owned).to_vec(), none(), none()));
    // What has a heading of its own is answered there, and a joint one with nothing under it answers nothing.
    assert_eq!(told(&[(JOINT, "Er stædig."), ("Familie", "Gift.")]), (vec![OWN[1].to_owned()], none(), none()));
    assert_eq!(told(&[(JOINT, "")]), (none(), none(), none()));
    // The lists of a part are among what such a heading asks for.
    let (_, lists, _) = told(&[("Kommunens hidtidige indsats", "Praktik i 2020.")]);
    let list = "/forberedendeDel/hidtidigIndsats/beskaeftigelse";
    assert!(lists.iter().any(|place| place == list), "{lists:?}");
}

#[test]
fn two_plans_with_partly_other_headings_are_two_plans() {
    let is_read = |sections: &[(&str, &str)]| documents().read(&headings(sections)).map(|_| ());
    let one = [("Ønsker", "Bus."), ("Familie", "Gift."), ("Netværk", "En bror."), ("CV", "Smed.")];
    let other = [("Helbredssituation", "Rask."), ("Netværk", "Naboer."), ("Forsørgelse", "Løn."), ("Ønsker", "Tog.")];
    let apart = [("Helbredssituation", "Rask."), ("Forsørgelse", "Løn.")];
    let title = |title: &'static str, rest: &[(&'static str, &'static str)]| [&[(title, "")], rest].concat();
    // Two answers are others, whatever stands between them and in whatever order.
    assert_eq!(is_read(&[one, other].concat()), Err(DocumentError::SeveralPlans));
    // One, behind the title that comes again.
    let again = title("Rehabiliteringsplan", &other[..2]);
    assert_eq!(is_read(&[title("Rehabiliteringsplan", &one), again].concat()), Err(DocumentError::SeveralPlans));
    // None, and the plans are of two people.
    let named = [title("Rehabiliteringsplan for Jens Hansen", &one), title("Rehabiliteringsplan for Mette Bo", &apart)];
    assert_eq!(is_read(&named.concat()), Err(DocumentError::SeveralPlans));
    let numbered = |first: &'static str, second: &'static str| {
        [("Stamdata", first)]
            .iter()
            .chain(&one)
            .chain(&[("Stamdata", second)])
            .chain(&apart)
            .copied()
            .collect::<Vec<_>>()
    };
    let (jens, mette) = ("CPR-nr.: 010170-1234", "CPR-nr.: 020280-4321");
    assert_eq!(is_read(&numbered(jens, mette)), Err(DocumentError::SeveralPlans));
    let row = |label: &str, value: &str| {
        format!("<tr><tc><p><r><t>{label}</t></r></p></tc><tc><p><r><t>{value}</t></r></p></tc></tr>")
    };
    let rows = [
        row("Personnummer", "0101701234"),
        row("Ønsker", "Bus."),
        row("Personnummer", "0202804321"),
        row("Familie", "Gift."),
    ];
    let table = docx(&format!("<document><body><tbl>{}</tbl></body></document>", rows.concat()));
    assert_eq!(documents().read(&table).map(|_| ()), Err(DocumentError::SeveralPlans));

    // One plan: the same citizen again, a heading that goes on upon the next page, measure after measure, the same text twice.
    assert_eq!(is_read(&numbered(jens, jens)), Ok(()));
    assert_eq!(is_read(&title("Rehabiliteringsplan for Jens Hansen", &named[0])), Ok(()));
    assert_eq!(is_read(&[one[0], ("Ønsker (fortsat)", "Tog."), one[1], ("Familie (fortsat)", "Enke.")]), Ok(()));
    let measures =
        [("Indsatsdel", ""), ("Mål på kort sigt", "Op."), ("Opfølgning", "I maj."), ("Mål på kort sigt", "Ud.")];
    assert_eq!(is_read(&[measures.as_slice(), &[("Opfølgning", "I juni.")]].concat()), Ok(()));
    assert_eq!(is_read(&[one.as_slice(), &one[..2]].concat()), Ok(()), "what is said before");
    assert_eq!(
        is_read(&[one, one].concat()),
        Err(DocumentError::SeveralPlans),
        "one of them may lack what the other has"
    );
    // Who gives each heading a place of its own says that it is one.
    let line = |(level, text): (u8, &str)| {
        let level = if level > 8 { String::new() } else { format!(r#"<pPr><outlineLvl val="{level}"/></pPr>"#) };
        format!("<p>{level}<r><t>{text}</t></r></p>")
    };
    let under = |above, answers: [&'static str; 2]| {
        [(0, above), (1, "Ønsker"), (9, answers[0]), (1, "Netværk"), (9, answers[1])].map(line).concat()
    };
    let body = under("Borgeren", ["Bus.", "En bror."]) + &under("Bemærkninger", ["Tog.", "Naboer."]);
    let two = docx(&format!("<document><body>{body}</body></document>"));
    assert_eq!(documents().read(&two).map(|_| ()), Err(DocumentError::SeveralPlans));
    let map = r#"
        source.kind = "document"
        [plan]
        "/forberedendeDel/oensker" = { first = ["Ønsker", "Bemærkninger > Ønsker"] }
        "/forberedendeDel/personligeRessourcer/netvaerk" = { first = ["Netværk", "Bemærkninger > Netværk"] }
    "#;
    let document = Documents::new(Mapping::read(map.as_bytes()).unwrap()).read(&two).unwrap();
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    assert_eq!(plan["forberedendeDel"]["oensker"], "Bus.\nTog.");
}

/// A PDF of pages whose text is drawn by these operators; each may draw the pictures `X` and `Y`.
fn pages(contents: &[String]) -> Vec<u8> {
    let picture = "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\nstream\na\nendstream";
    let font = |name: &str| format!("<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>");
    let of = |place: usize| 7 + 2 * place;
    let kids: String = (0..contents.len()).map(|place| format!("{} 0 R ", of(place))).collect();
    let mut objects = vec![
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {} >>", contents.len()),
        font("Helvetica"),
        font("Helvetica-Bold"),
        picture.to_owned(),
        picture.to_owned(),
    ];
    let resources = "<< /Font << /F 3 0 R /B 4 0 R >> /XObject << /X 5 0 R /Y 6 0 R >> >>";
    for (place, content) in contents.iter().enumerate() {
        let content_at = of(place) + 1;
        objects.push(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {content_at} 0 R /Resources {resources} >>"
        ));
        objects.push(format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len()));
    }
    pdf(&objects.iter().map(String::as_str).collect::<Vec<_>>(), "")
}

/// Whether the wishes are said to be missing, and what of the plan cannot be read.
fn wishes(bytes: &[u8]) -> (bool, Vec<String>) {
    let document = documents().sagstype(Sagstype::Fleksjob).read(bytes).unwrap();
    let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
    let is_missed = report.findings().any(|finding| finding.rule.id == "P3.1.4");
    (is_missed, report.input.iter().map(|finding| finding.path.clone()).collect())
}

#[test]
fn what_is_embedded_or_drawn_under_a_heading_is_there_and_cannot_be_read() {
    let unreadable = (false, vec!["/forberedendeDel/oensker".to_owned()]);
    let (heading, text) = (
        |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>"),
        |text: &str| format!("<p><r><t>{text}</t></r></p>"),
    );
    let with = |under: &str| {
        let rest = heading("Helbredssituation") + &text("Rask.") + &heading("Netværk") + &text("En bror.");
        wishes(&docx(&format!("<document><body>{}{under}{rest}</body></document>", heading("Ønsker"))))
    };
    let ways = [
        r#"<p><r><object><OLEObject ProgID="Word.Document.12"/></object></r></p>"#,
        "<p><r><object/></r></p>",
        r#"<altChunk id="rId9"/>"#,
        "<p><oMath><r><t>x</t></r></oMath></p>",
        "<p><oMathPara><oMath><r><t>At køre bus</t></r></oMath></oMathPara></p>",
        "<p><r><drawing><inline><graphic><graphicData><chart/></graphicData></graphic></inline></drawing></r></p>",
    ];
    for way in ways {
        assert_eq!(with(way), unreadable, "{way}");
        assert_eq!(with(&format!("{way}{}", text("At køre bus."))), (false, vec![]), "{way}");
    }
    let words = "<p><r><t>Vil køre bus i </t></r><oMath><r><t>3 h</t></r></oMath></p>";
    assert_eq!(with(words), (false, vec![]), "the words around a formula are the answer");
    let odt = |inner: &str| {
        let content = format!(
            r#"<document-content><body><text><h outline-level="1">Ønsker</h><p>{inner}</p><h outline-level="1">Netværk</h><p>En bror.</p></text></body></document-content>"#
        );
        wishes(&zipped(&[("content.xml", &content)]))
    };
    assert_eq!(odt("<frame><object/></frame>"), unreadable);
    assert!(odt("").0);
}

#[test]
fn a_picture_in_a_pdf_is_there_and_cannot_be_read_where_it_stands() {
    let unreadable = (false, vec!["/forberedendeDel/oensker".to_owned()]);
    let first = "BT /B 12 Tf 50 700 Td (Socialt netv\\346rk) Tj /F 10 Tf 0 -16 Td (En bror.) Tj \
        /B 12 Tf 0 -40 Td (\\330nsker) Tj ET";
    let rest = "BT /B 12 Tf 50 500 Td (Helbredssituation) Tj /F 10 Tf 0 -16 Td (Rask.) Tj ET";
    let picture = |name: &str, y: u32, size: u32| format!("q {size} 0 0 {size} 60 {y} cm /{name} Do Q");
    // Under the heading, and upon a page of its own.
    assert_eq!(wishes(&pages(&[format!("{first} {} {rest}", picture("X", 550, 80))])), unreadable);
    let scanned = [first.to_owned(), "q 595 0 0 842 0 0 cm /X Do Q".to_owned(), rest.to_owned()];
    let (is_missed, told) = wishes(&pages(&scanned));
    assert!(!is_missed && told.contains(&unreadable.1[0]), "{told:?}");
    // What stands elsewhere, on more than one page, or is too small to say anything, is no answer.
    for elsewhere in [
        format!("{} {first} {rest}", picture("X", 760, 60)),
        format!("{first} {rest} {}", picture("X", 300, 80)),
        format!("{first} {} {rest}", picture("X", 570, 8)),
    ] {
        assert_eq!(wishes(&pages(&[elsewhere])), (true, vec![]));
    }
    let letterhead = |text: &str| format!("{} {text}", picture("X", 760, 60));
    assert_eq!(wishes(&pages(&[letterhead(first), letterhead(rest)])), (true, vec![]));
    let words = format!("{first} {} BT /F 10 Tf 50 530 Td (At k\\370re bus.) Tj ET {rest}", picture("X", 550, 60));
    assert_eq!(wishes(&pages(&[words])), (false, vec![]));
}

#[test]
fn a_table_of_measures_is_read_with_its_merged_cells() {
    let cell = |properties: &str, text: &str| format!("<tc><tcPr>{properties}</tcPr><p><r><t>{text}</t></r></p></tc>");
    let row = |texts: [&str; 4]| format!("<tr>{}</tr>", texts.map(|text| cell("", text)).concat());
    let head = row(["Tilbud", "Mål på kort sigt", "Fra og med", "Til og med"]);
    let merged = |properties: &str, text: &str, rest: [&str; 3]| {
        format!("<tr>{}{}</tr>", cell(properties, text), rest.map(|text| cell("", text)).concat())
    };
    let rows = [
        head.clone(),
        format!("<tr>{}</tr>", cell(r#"<gridSpan val="4"/>"#, "Afklaring")),
        merged(r#"<vMerge val="restart"/>"#, "Mentor", ["Op om morgenen", "den 3. maj 2024", "3/8 2024"]),
        merged("<vMerge/>", "", ["Ud ad døren", "03.09.24", "fredag den 4. oktober 2024"]),
        head,
        row(["", "", "", ""]),
    ];
    let body = format!(
        "<p><r><rPr><b/></rPr><t>Ønsker</t></r></p><p><r><t>Bus.</t></r></p>\
        <p><r><rPr><b/></rPr><t>Indsatsdel</t></r></p><p><r><rPr><b/></rPr><t>Tilbud og aktiviteter</t></r></p><tbl>{}</tbl>",
        rows.concat()
    );
    let (plan, unplaced) = read(&docx(&format!("<document><body>{body}</body></document>")));
    let expected = serde_json::json!([
        { "beskrivelse": "Mentor", "kortsigtetMaal": "Op om morgenen", "startdato": "2024-05-03", "slutdato": "2024-08-03" },
        { "beskrivelse": "Mentor", "kortsigtetMaal": "Ud ad døren", "startdato": "2024-09-03", "slutdato": "2024-10-04" },
    ]);
    assert_eq!(plan["indsatsdel"]["tilbud"], expected);
    assert_eq!(unplaced.len(), 1, "the heading among the rows is told: {unplaced:?}");
}

#[test]
fn a_question_is_the_heading_of_what_it_asks_for() {
    let sections = [
        ("Hvilken uddannelse og erhvervserfaring har borgeren?", "Smed."),
        ("Hvilke sociale udfordringer har borgeren?", "Gæld."),
        ("Hvordan er borgerens helbredssituation?", "Rask."),
        ("Hvilken behandling er i gang?", "Ingen."),
        ("Hvordan vurderer borgeren selv helbredets betydning?", "Som lille."),
        ("Hvilke ressourcer har borgeren?", "Mange."),
    ];
    let (plan, unplaced) = read(&headings(&sections));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["erfaringerRessourcer"], "Smed.");
    assert_eq!(part["udfordringer"]["sociale"], "Gæld.");
    assert_eq!(part["helbred"]["situation"], "Rask.");
    assert_eq!(part["helbred"]["igangvaerende"], "Ingen.");
    assert_eq!(part["helbred"]["borgerensVurdering"], "Som lille.");
    assert_eq!(unplaced.len(), 1, "resources of which kind, it does not say");
}

#[test]
fn a_heading_in_other_words_for_the_same_is_known_and_an_answer_is_none() {
    let ways = [
        ("Erhvervserfaring samt uddannelse", "/forberedendeDel/erfaringerRessourcer"),
        ("Ønsker til fremtidigt arbejde", "/forberedendeDel/oensker"),
        ("Sociale vanskeligheder", "/forberedendeDel/udfordringer/sociale"),
        ("Barrierer ift. arbejdsmarkedet", "/forberedendeDel/udfordringer/samlet"),
        ("Borgerens egen oplevelse af situationen", "/forberedendeDel/borgerensEgenVurdering"),
        ("Igangværende udredning og behandling", "/forberedendeDel/helbred/igangvaerende"),
        ("Familie- og boligforhold", "/forberedendeDel/personligeRessourcer/familie"),
    ];
    for (way, place) in ways {
        let (plan, unplaced) = read(&headings(&[("CV", "Smed."), (way, "Noget."), ("Netværk", "En bror.")]));
        assert_eq!(plan.pointer(place), Some(&Value::from("Noget.")), "{way}");
        assert_eq!(unplaced, Vec::<String>::new(), "{way}");
    }
    // What could be an answer is one, and what the municipality thinks is not what the citizen does.
    let (plan, _) = read(&paragraphs(&["Ønsker", "Ønsker arbejde", "Netværk", "En bror."]));
    assert_eq!(plan["forberedendeDel"]["oensker"], "Ønsker arbejde");
    let (plan, _) = read(&headings(&[("CV", "Smed."), ("Lægens oplevelse af helbredets betydning", "Stor.")]));
    assert_eq!(plan["forberedendeDel"]["helbred"], Value::Null);
    let (plan, unplaced) =
        read(&headings(&[("CV", "Smed."), ("Kommunens oplevelse af helbredets betydning", "Stor.")]));
    assert_eq!((&plan["forberedendeDel"]["helbred"], unplaced.len()), (&Value::Null, 1));
}

#[test]
fn what_stands_at_the_foot_of_a_page_answers_nothing() {
    let first = "BT /B 12 Tf 50 700 Td (Socialt netv\\346rk) Tj /F 10 Tf 0 -16 Td (En bror.) Tj \
        /B 12 Tf 0 -40 Td (\\330nsker) Tj ET BT /F 9 Tf 50 30 Td (Fortroligt) Tj ET";
    assert_eq!(wishes(&pages(&[first.to_owned()])), (true, vec![]));
    assert_eq!(documents().read(&pages(&[first.to_owned()])).unwrap().beside(), [Beside::HeaderFooter]);
    let second = "BT /F 10 Tf 50 700 Td (Bus.) Tj ET BT /F 9 Tf 50 30 Td (Fortroligt) Tj ET";
    assert_eq!(wishes(&pages(&[first.to_owned(), second.to_owned()])), (false, vec![]));
    // Headings that stand at the same height of each page are no header: here are two plans of one template.
    let plan = |answers: [&str; 2]| {
        format!(
            "BT /B 12 Tf 50 700 Td (Socialt netv\\346rk) Tj /F 10 Tf 0 -16 Td ({}) Tj \
            /B 12 Tf 0 -40 Td (\\330nsker) Tj /F 10 Tf 0 -16 Td ({}) Tj ET",
            answers[0], answers[1]
        )
    };
    let two = pages(&[plan(["En bror.", "Bus."]), plan(["Naboer.", "Tog."])]);
    assert_eq!(documents().read(&two).map(|_| ()), Err(DocumentError::SeveralPlans));
}

#[test]
fn a_question_that_nobody_knows_among_those_that_are_known_takes_no_answer_to_another() {
    let cell = |text: &str| format!("<tr><tc><p><r><t>{text}</t></r></p></tc></tr>");
    let rows = [
        "Hvilken uddannelse og erhvervserfaring har du?",
        "Smed.",
        "Hvilken drivkraft har du?",
        "Stor.",
        "Hvordan er dit helbred?",
        "Rask.",
    ];
    let body: String = rows.iter().map(|text| cell(text)).collect();
    let (plan, unplaced) = read(&docx(&format!("<document><body><tbl>{body}</tbl></body></document>")));
    assert_eq!(plan["forberedendeDel"]["erfaringerRessourcer"], "Smed.");
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Rask.");
    assert_eq!(unplaced.len(), 1);
}

#[test]
fn a_line_that_looks_like_a_heading_and_has_nothing_under_it_is_not_lost() {
    let heading = |text: &str| format!(r#"<p><pPr><outlineLvl val="0"/></pPr><r><t>{text}</t></r></p>"#);
    let bold = |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>");
    let plain = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let whole = |lines: &[String]| docx(&format!("<document><body>{}</body></document>", lines.concat()));
    let told = |bytes: &[u8]| {
        let document = documents().sagstype(Sagstype::Fleksjob).read(bytes).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let wishes = report.findings().any(|finding| finding.rule.id == "P3.1.4");
        let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
        let unplaced: Vec<String> = document.unplaced().iter().map(|one| one.text(Lang::Da)).collect();
        (plan["forberedendeDel"].clone(), wishes, unplaced)
    };
    // Headings with a style: it is text of the one above.
    let answers = [plain("PTSD, ADHD, KOL"), plain("PTSD OG ANGST"), bold("Vil gerne være pædagog")];
    for answer in &answers {
        let around = |name: &str| {
            let (first, last) = ([heading("Familie"), plain("Gift.")], [heading("Netværk"), plain("En bror.")]);
            whole(&[first.as_slice(), &[heading(name), answer.clone()], &last].concat())
        };
        let (part, wishes, unplaced) = told(&around("Ønsker"));
        assert!(!wishes && answer.contains(part["oensker"].as_str().unwrap()), "{answer}");
        assert_eq!(unplaced.len(), 0, "{answer}");
        let (part, wishes, unplaced) = told(&around("Fremtidsplaner"));
        assert_eq!((wishes, unplaced), (false, vec!["overskrift nr. 1, efter »Familie«".to_owned()]), "{answer}");
        assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.", "{answer}");
        // The last line of a document, and one after the other.
        let last =
            whole(&[heading("Familie"), plain("Gift."), heading("Fremtidsplaner"), answer.clone(), bold("Snart")]);
        assert_eq!(told(&last).2, ["overskrift nr. 1, efter »Familie«"], "{answer}");
    }
    // Something stands under it: it is a heading, and told alone.
    let (_, _, unplaced) =
        told(&whole(&[heading("Familie"), plain("Gift."), heading("Noter"), bold("Snart"), plain("Tog.")]));
    assert_eq!(unplaced, ["overskrift nr. 1, efter »Familie«"]);

    // Headings by their look: it is a line of the answer, or a heading without one, and nobody knows which.
    let by_look = [("Familie", "Gift."), ("Ønsker", ""), ("Pædagog", ""), ("Netværk", "En bror.")];
    let (part, wishes, unplaced) = told(&headings(&by_look));
    assert_eq!((wishes, unplaced.len()), (false, 1), "{unplaced:?}");
    assert!(unplaced[0].contains("nr. 1 af de linjer, der kan være overskrifter"), "{unplaced:?}");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.");
    // What is made of the words of templates is a heading without an answer, and the wishes are missing.
    let of_template = [("Familie", "Gift."), ("Ønsker", ""), ("Øvrige forhold", ""), ("Netværk", "En bror.")];
    let (_, wishes, unplaced) = told(&headings(&of_template));
    assert_eq!((wishes, unplaced), (true, Vec::<String>::new()));
}

#[test]
fn who_is_named_between_two_plans_tells_them_apart_and_a_child_or_a_doctor_does_not() {
    let read = |first: &str, second: &str, rest: &[(&str, &str)]| {
        let one = [("H1", "Familie"), ("", "Gift."), ("H1", "CV"), ("", "Smed."), ("H1", "Ønsker"), ("H1", "Netværk")];
        let named = [("", "En bror."), ("", second)];
        let lines = [&[("H1", "Rehabiliteringsplan"), ("", first)], one.as_slice(), &named, rest].concat();
        documents().read(&styled(&lines)).map(|_| ())
    };
    // The wishes come again, which were blank.
    let again = [("H1", "Ønsker til fremtidigt job og uddannelse"), ("", "At være kok.")];
    let other = [("H1", "Helbredssituation"), ("", "Rask.")];
    let two = [
        ("Borger: Anna Hansen", "Borger: Bent Jensen"),
        ("Navn: Anna Hansen", "Navn: Bent Jensen"),
        ("Anna Hansen, 010190-1234", "Bent Jensen, 020290-4321"),
        ("Anna Hansen 0101901234", "Bent Jensen 0202904321"),
        ("Sagsnr.: 4711", "Sagsnr.: 4712"),
        ("Sag: 4711", "Sag: 4712"),
        ("Borger: Anna Hansen, CPR 010190-1234", "Borger: Bent Jensen, CPR 020290-4321"),
        ("Borger: Anna Hansen, CPR-nr. 010190-1234", "CPR: 020290-4321"),
    ];
    for (first, second) in two {
        assert_eq!(read(first, second, &again), Err(DocumentError::SeveralPlans), "{second}");
        assert_eq!(read(first, first, &again), Ok(()), "{first}: the same citizen");
    }
    // With a label that is the citizen's alone, whatever comes after.
    for (first, second) in [two[0], two[6], two[7]] {
        assert_eq!(read(first, second, &other), Err(DocumentError::SeveralPlans), "{second}");
    }
    // A child, a doctor, another case, what the citizen says, and a number that is none of a citizen.
    for (first, second) in two[1..6].iter().copied().chain([
        ("Borger: Anna Hansen", "Borger: Jeg vil gerne i job igen."),
        ("Borger: Anna Hansen", "Læge: Bent Jensen"),
    ]) {
        assert_eq!(read(first, second, &other), Ok(()), "{second}");
    }
    for (first, second) in [
        ("Borger: Anna Hansen", "Borger: Jeg vil gerne i job igen."),
        ("Borger: Anna Hansen", "Navn: Bent Jensen"),
        ("Anna Hansen, 010190-1234", "Bent Jensen, 999999-4321"),
        ("Anna Hansen, 010190-1234", "Bent Jensen, 12345678"),
    ] {
        assert_eq!(read(first, second, &again), Ok(()), "{second}");
    }
}

#[test]
fn columns_of_a_page_are_read_one_after_the_other() {
    let text = |from: u32, top: u32, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td ")).collect();
        format!("BT /F 10 Tf {from} {top} Td {lines} ET ")
    };
    let left = text(50, 700, &["Familieforhold", "Bor alene.", "Socialt netv\\346rk", "En bror, der kommer om"]);
    let right = text(310, 700, &["s\\370ndagen, og tre naboer.", "\\330nsker", "Bus."]);
    let below = text(50, 500, &["Helbredssituation", "Rask."]);
    let (plan, unplaced) = read(&page(&format!("{left}{right}{below}"), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["personligeRessourcer"]["familie"], "Bor alene.");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror, der kommer om søndagen, og tre naboer.");
    assert_eq!((&part["oensker"], &part["helbred"]["situation"]), (&"Bus.".into(), &"Rask.".into()));
    assert_eq!(unplaced, Vec::<String>::new());
    // Labels alone are those of a table without lines, also where they go on over several lines.
    let labels = text(50, 700, &["Behandling", "og", "udredning"]) + &text(310, 700, &["Gips."]);
    let more = text(50, 640, &["Familieforhold"]) + &text(310, 640, &["Bor alene."]);
    let (plan, _) = read(&page(&format!("{labels}{more}"), &[]));
    assert_eq!(plan["forberedendeDel"]["helbred"]["igangvaerende"], "Gips.");
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["familie"], "Bor alene.");
}

#[test]
fn a_line_in_the_middle_of_every_page_is_no_header() {
    let of = |heading: &str, last: &str| {
        format!(
            "BT /F 9 Tf 50 800 Td (Fortroligt) Tj ET BT /B 12 Tf 50 700 Td ({heading}) Tj /F 10 Tf 0 -14 Td (Det ved vi ikke endnu.) Tj 0 -14 Td ({last}) Tj ET"
        )
    };
    let bytes = pages(&[of("Familieforhold", "Bor alene."), of("Socialt netv\\346rk", "En bror.")]);
    let (plan, _) = read(&bytes);
    let network = "Det ved vi ikke endnu. En bror.".into();
    assert!(same(&plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], &network));
    assert_eq!(documents().read(&bytes).unwrap().beside(), [Beside::HeaderFooter]);
}

#[test]
fn a_label_may_stand_in_the_cell_of_its_answer() {
    let cell = |text: &str| format!("<tc><p><r><t>{}</t></r></p></tc>", text.replace('\n', "</t><br/><t>"));
    let table = |rows: &[&[&str]]| {
        let rows: String = rows
            .iter()
            .map(|row| format!("<tr>{}</tr>", row.iter().map(|text| cell(text)).collect::<String>()))
            .collect();
        read(&docx(&format!("<document><body><tbl>{rows}</tbl></body></document>")))
    };
    let (family, network, unknown) =
        ("Familieforhold\nBor alene.", "Socialt netværk", "Bolig\nEt hus.\nTæt på en skov.");
    for rows in [
        &[&[family][..], &[network], &["Ønsker\nBus."], &[unknown], &["Helbredssituation\nRask."]][..],
        &[&[family, network], &["Ønsker\nBus.", unknown], &["Helbredssituation\nRask.", ""]],
    ] {
        let (plan, unplaced) = table(rows);
        let part = &plan["forberedendeDel"];
        assert_eq!(part["personligeRessourcer"], serde_json::json!({"familie": "Bor alene."}));
        assert_eq!((&part["oensker"], &part["helbred"]["situation"]), (&"Bus.".into(), &"Rask.".into()));
        assert_eq!(unplaced.len(), 1, "nobody knows what it is called");
    }
    // Beside its label, an answer may begin with a word that is a label elsewhere.
    let (plan, _) = table(&[&["Socialt netværk", "Familie\nog naboer."], &["Ønsker", "Bus."]]);
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"], serde_json::json!({"netvaerk": "Familie\nog naboer."}));
}

#[test]
fn of_several_cells_beside_a_label_the_answer_is_the_one_that_is_called_so_or_none_is_in_doubt() {
    let table = |rows: &[[&str; 3]]| {
        let cell = |text: &&str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        let row = |row: &[&str; 3]| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
        let bytes =
            docx(&format!("<document><body><tbl>{}</tbl></body></document>", rows.iter().map(row).collect::<String>()));
        let document = documents().sagstype(Sagstype::Fleksjob).read(&bytes).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
        let text = |pointer: &str| plan.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
        let missed = report.findings().any(|finding| finding.rule.id == "P3.1.4");
        let unreadable: Vec<String> = report.input.iter().map(|finding| finding.path.clone()).collect();
        (text("/forberedendeDel/helbred/situation"), missed, unreadable, document.unplaced().len())
    };
    let ill = "/forberedendeDel/helbred/situation".to_owned();
    let said = Some("Slidgigt.".to_owned());
    // What stands between is no answer, and beside a blank it hides no defect.
    for (between, named) in [
        ("§ 3, stk. 1, nr. 4", "Lovgrundlag"),
        ("Sagsbehandler", "Udfyldt af"),
        ("03-05-2021", "Dato"),
        ("Ja", "Udfyldt"),
    ] {
        let rows =
            [["Punkt", named, "Beskrivelse"], ["Ønsker", between, ""], ["Helbredssituation", between, "Slidgigt."]];
        assert_eq!(table(&rows), (said.clone(), true, vec![], 0), "{named}");
        // Without names of the columns only the provision is known for what it is where nothing else stands there.
        let (text, missed, unreadable, _) = table(&rows[1..]);
        assert_eq!((text, missed), (said.clone(), named == "Lovgrundlag"), "{named}");
        assert_eq!(unreadable.is_empty(), named == "Lovgrundlag", "{named}");
    }
    // Words that may be the answer and are not in its column are listed.
    let rows = [["Punkt", "Kilde", "Tekst"], ["Ønsker", "Samtale i maj", ""], ["Helbredssituation", "", "Slidgigt."]];
    assert_eq!(table(&rows), (said, true, vec![], 1));
    // One's words are not the other's, and of two texts nobody can say which is meant.
    for head in [["Emne", "Kommunen", "Borgeren"], ["Emne", "Kommunens ord", "Borgerens ord"]] {
        let rows = [head, ["Ønsker", "", ""], ["Helbredssituation", "Slidgigt.", ""]];
        assert_eq!(table(&rows), (None, true, vec![ill.clone()], 0), "{head:?}");
    }
    let rows = [["Helbredssituation", "Slidgigt.", "Ondt i ryggen."], ["Ønsker", "", ""], ["Netværk", "En bror.", ""]];
    assert_eq!(table(&rows), (None, true, vec![ill], 0));
}

#[test]
fn what_the_doctor_says_of_the_health_is_the_doctors() {
    for above in
        ["Lægens vurdering", "Lægens vurdering (LÆ 265)", "§ 4 Den praktiserende læges vurdering", "Lægeattest LÆ 265"]
    {
        for name in ["Helbredsforhold", "Helbredsmæssige forhold", "Relevante helbredsforhold"] {
            let (plan, unplaced) = read(&styled(&[
                ("H1", "Helbredssituation"),
                ("", "Har ondt."),
                ("H1", above),
                ("H2", name),
                ("", "KOL."),
                ("H1", "Ønsker"),
                ("", "Bus."),
            ]));
            let part = &plan["forberedendeDel"];
            assert_eq!(part["helbred"]["situation"], "Har ondt.", "{above}: {name}");
            assert_eq!(part["laege"]["helbredsforhold"], "KOL.", "{above}: {name}");
            assert_eq!((&part["oensker"], unplaced.len()), (&"Bus.".into(), 0));
        }
    }
}

#[test]
fn under_a_heading_of_another_person_time_or_document_nothing_is_of_the_plan() {
    let at = |above: &str, blank: &[(&str, &str)]| {
        let rest = [("H1", "Netværk"), ("", "En bror."), ("H1", above), ("H2", "Ønsker"), ("", "At køre bus.")];
        let document = documents().sagstype(Sagstype::Fleksjob).read(&styled(&[blank, &rest[..]].concat())).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
        let missed = report.findings().any(|finding| finding.rule.id == "P3.1.4");
        (plan["forberedendeDel"]["oensker"].as_str().map(str::to_owned), missed, report.input.len())
    };
    let blank = [("H1", "Ønsker til job og uddannelse")];
    for above in [
        "Mentors vurdering",
        "Ægtefællens forhold",
        "Opfølgning 2022",
        "Uddrag af tidligere rehabiliteringsplan",
        "Bilag 2",
    ] {
        assert_eq!(at(above, &blank), (None, true, 0), "{above}");
        assert_eq!(at(above, &[]), (None, false, 0), "{above}: it may be there");
    }
    for above in ["Kapitel 2", "Sagens oplysninger", "Beskrivelse af borgeren"] {
        assert_eq!(at(above, &[]), (Some("At køre bus.".to_owned()), false, 0), "{above}");
        // One of them is blank, and nobody can say whether the other is meant.
        assert_eq!(at(above, &blank), (None, false, 1), "{above}");
    }
}

#[test]
fn a_title_of_the_whole_that_comes_again_begins_another_plan() {
    let read = |title: &str, between: &[(&str, &str)]| {
        let one = [("H1", title), ("", "Navn: Anna Berg"), ("H2", "Ønsker"), ("", "Bus."), ("H2", "Helbredssituation")];
        let again = [("H1", title), ("", "Navn: Bo Lund")];
        let two = [("H2", "CV"), ("", "Smed."), ("H2", "Familie"), ("", "Gift.")];
        documents().read(&styled(&[&one[..], &again, between, &two].concat())).map(|_| ())
    };
    for title in ["Rehabiliteringsplan", "Rehabiliteringsplan – fleksjob"] {
        assert_eq!(read(title, &[]), Err(DocumentError::SeveralPlans), "{title}");
        assert_eq!(read(title, &[("H2", "Forberedende del")]), Err(DocumentError::SeveralPlans), "{title}");
        assert_eq!(read(title, &[("H2", "Indstilling")]), Ok(()), "{title}: the next part of the same plan");
    }
    // Who somebody is answers nothing.
    let lines = [
        ("H1", "Ønsker"),
        ("", "Bus."),
        ("H1", "Helbredssituation"),
        ("", "Bo Lund, 020280-2222"),
        ("H1", "CV"),
        ("", "Smed."),
    ];
    let (plan, unplaced) = self::read(&styled(&lines));
    assert_eq!((&plan["forberedendeDel"]["helbred"]["situation"], unplaced.len()), (&Value::Null, 1));
}

#[test]
fn who_sends_a_document_answers_nothing_and_hides_no_missing_heading() {
    let body = ["Rehabiliteringsplan", "Familieforhold", "Bor alene.", "Helbredssituation", "Rask."];
    let sender = ["Sønderby Kommune", "Havnegade 3, 6400 Sønderborg", "Tlf. 12 34 56 78", "Sagsbehandler: Mette Holm"];
    let with = paragraphs(&[&sender[..], &body].concat());
    assert_eq!(wishes(&with), (true, vec![]));
    assert_eq!(documents().read(&with).unwrap().beside(), [Beside::Letterhead]);
    // What may be an answer is listed, and the wishes may stand in it.
    let (missed, told) = wishes(&paragraphs(&[&sender[..], &["Borgeren vil gerne køre bus igen."], &body].concat()));
    assert_eq!((missed, told.len()), (false, 0));
    assert_eq!(read(&paragraphs(&[&sender[..], &["Borgeren vil gerne køre bus."], &body].concat())).1.len(), 1);
}

#[test]
fn support_and_the_cv_are_defects_where_their_headings_have_nothing_under_them() {
    // What is missed of the two, and what cannot be read.
    let headed = |name: &str, below: &str| format!("<p><r><rPr><b/></rPr><t>{name}</t></r></p>{below}");
    let text = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let body = headed("Familieforhold", &text("Bor alene."));
    let told = |more: &str| {
        let bytes = docx(&format!("<document><body>{body}{more}</body></document>"));
        let document = documents().sagstype(Sagstype::Fleksjob).read(&bytes).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        let missed: Vec<&str> =
            report.findings().map(|finding| finding.rule.id).filter(|id| ["P3.1.1.b", "P3.1.7"].contains(id)).collect();
        (missed, report.input.iter().map(|finding| finding.path.clone()).collect::<Vec<_>>())
    };
    let table = |rows: &[&[&str]]| {
        let cell = |text: &&str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        let row = |row: &&[&str]| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
        format!("<tbl>{}</tbl>", rows.iter().map(row).collect::<String>())
    };
    let history = headed("Forsørgelseshistorik", &text("Løn til 2018."));
    let periods = &[&["Ydelse", "Periode"][..], &["Løn", "1.1.2015 - 31.12.2018"]];
    let cases: Vec<(String, &[&str], &[&str])> = vec![
        (history.clone(), &[], &[]),
        (headed("Forsørgelseshistorik", ""), &["P3.1.7"], &[]),
        (headed("Forsørgelsesperioder", ""), &["P3.1.7"], &[]),
        (headed("Forsørgelsesperioder", &table(periods)), &[], &[]),
        (headed("Forsørgelsesperioder", &table(&[&["Ydelse", "Fra", "Til"], &["", "", ""]])), &["P3.1.7"], &[]),
        // Text that nobody can make rows of is no blank.
        (
            headed("Forsørgelsesperioder", &text("Løn til 2018, så sygedagpenge.")),
            &[],
            &["/forberedendeDel/forsoergelsesperioder/0"],
        ),
        // Without a heading for it, the CV may be attached.
        (format!("{history}{}", headed("CV", "")), &["P3.1.1.b"], &[]),
        (format!("{history}{}", headed("CV-dokumenter", "")), &["P3.1.1.b"], &[]),
        (format!("{history}{}", headed("CV-dokumenter", &text("CV fra Jobnet."))), &[], &[]),
        (format!("{history}{}{}", headed("CV", ""), headed("CV-dokumenter", &text("Fra Jobnet."))), &[], &[]),
    ];
    for (more, missed, unreadable) in cases {
        assert_eq!(
            told(&more),
            (missed.to_vec(), unreadable.iter().map(|path| (*path).to_owned()).collect()),
            "{more}"
        );
    }
}

/// A docx of paragraphs that begin in bold.
fn led_in(lines: &[(&str, &str)]) -> Vec<u8> {
    let run = |text: &str| format!(r#"<t xml:space="preserve">{text}</t>"#);
    let line = |(lead, rest): &(&str, &str)| {
        let lead = if lead.is_empty() { String::new() } else { format!("<r><rPr><b/></rPr>{}</r>", run(lead)) };
        format!("<p>{lead}<r>{}</r></p>", run(rest))
    };
    docx(&format!("<document><body>{}</body></document>", lines.iter().map(line).collect::<String>()))
}

#[test]
fn headings_may_be_led_in_however_they_are_set_apart() {
    let part = |bytes: &[u8]| {
        let (plan, unplaced) = read(bytes);
        (plan["forberedendeDel"].clone(), unplaced.len())
    };
    for (ends, begins) in [(":", " "), ("", ": "), (".", " "), ("?", " "), ("", " – "), (" –", " "), ("", " ")] {
        let (wishes, family) = (format!("Ønsker{ends}"), format!("Familieforhold{ends}"));
        let (bus, married) = (format!("{begins}Han vil køre bus."), format!("{begins}Gift."));
        let (part, unplaced) = part(&led_in(&[(&wishes, &bus), ("", "Og mere."), (&family, &married)]));
        assert_eq!(part["oensker"], "Han vil køre bus.\nOg mere.", "{ends}{begins}");
        assert_eq!((&part["personligeRessourcer"]["familie"], unplaced), (&"Gift.".into(), 0), "{ends}{begins}");
    }
    // What nobody knows is none of the answer above it.
    let (part, unplaced) = part(&led_in(&[
        ("Ønsker:", " At køre bus."),
        ("Gæld:", " Et lån."),
        ("", "Og et til."),
        ("Familieforhold:", " Gift."),
    ]));
    assert_eq!((&part["oensker"], unplaced), (&"At køre bus.".into(), 1));
    // A bold word in a sentence leads nothing in.
    let sections = [("Ønsker:", " At køre bus."), ("Familieforhold:", " Gift."), ("Netværk", " er der kun lidt af.")];
    let (plan, _) = read(&led_in(&sections));
    let family = &plan["forberedendeDel"]["personligeRessourcer"];
    assert_eq!(family, &serde_json::json!({"familie": "Gift.\nNetværk er der kun lidt af."}));
}

#[test]
fn what_stands_in_brackets_may_tell_two_headings_apart() {
    let sections =
        [("Barrierer (job)", "Har ikke været i job."), ("Barrierer (sociale)", "Har gæld."), ("Fors.historik", "SU.")];
    let (plan, unplaced) = read(&headings(&sections));
    let part = &plan["forberedendeDel"];
    assert_eq!(
        part["udfordringer"],
        serde_json::json!({"beskaeftigelse": "Har ikke været i job.", "sociale": "Har gæld."})
    );
    assert_eq!((&part["forsoergelseshistorik"], unplaced.len()), (&"SU.".into(), 0));
}

#[test]
fn a_yes_and_a_no_without_a_cross_answer_nothing() {
    for way in ["Ja: Nej:", "Ja: X Nej: X"] {
        let name = "Udarbejdet sammen med borgeren";
        let (plan, _) = read(&headings(&[("Ønsker", "At køre bus."), (name, way)]));
        assert!(!plan["forberedendeDel"]["samarbejde"]["medBorger"].is_boolean(), "{way}");
    }
}

#[test]
fn a_question_may_be_answered_by_a_tick_behind_it() {
    for (line, answer) in [
        ("Er planen udarbejdet sammen med borgeren? ☒ Ja ☐ Nej", Value::Bool(true)),
        ("Er planen udarbejdet sammen med borgeren? Ja [ ] Nej [x]", Value::Bool(false)),
        ("Er planen udarbejdet sammen med borgeren? ☐ Ja ☐ Nej", Value::Null),
    ] {
        let plan = plan_of(&["Ønsker", "At køre bus.", "Netværk", "En bror.", line]);
        assert_eq!(plan["forberedendeDel"]["samarbejde"]["medBorger"], answer, "{line}");
    }
    let plan = plan_of(&["Hvordan vurderer du selv din situation?", "Den er god.", "Netværk", "En bror."]);
    assert_eq!(plan["forberedendeDel"]["borgerensEgenVurdering"], "Den er god.");
}

#[test]
fn the_greeting_of_a_letter_is_no_answer() {
    let lines = ["Ønsker", "At køre bus.", "Netværk", "En bror.", "Med venlig hilsen", "Karen Lund", "Sagsbehandler"];
    let document = documents().read(&paragraphs(&lines)).unwrap();
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror.");
    assert_eq!((document.beside(), document.unplaced().len()), (&[Beside::Letterhead][..], 0));
}

#[test]
fn the_first_day_of_a_period_that_goes_on_is_read() {
    let row = |ydelse: &str, periode: &str| {
        let cell = |text: &str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        format!("<tr>{}{}</tr>", cell(ydelse), cell(periode))
    };
    let open = [
        "1.1.2019 -",
        "1.1.2019 –",
        "1.1.2019 - nu",
        "1.1.2019 til d.d.",
        "fra 1.1.2019",
        "Fra den 1.1.2019",
        "siden 1. januar 2019",
        "1.1.2019 og frem",
        "fra 1.1.2019 - fortsat",
    ];
    for (period, to) in open
        .iter()
        .map(|period| (*period, Value::Null))
        .chain([("fra 1.1.2019 til 3.2.2020", "2020-02-03".into()), ("1.1.2019–3.2.2020", "2020-02-03".into())])
    {
        let rows = row("Ydelse", "Periode") + &row("Løn", period);
        let heading = "<p><r><rPr><b/></rPr><t>Forsørgelsesperioder</t></r></p>";
        let (plan, unplaced) = read(&docx(&format!("<document><body>{heading}<tbl>{rows}</tbl></body></document>")));
        let entry = &plan["forberedendeDel"]["forsoergelsesperioder"][0];
        assert_eq!((&entry["startdato"], &entry["slutdato"]), (&"2019-01-01".into(), &to), "{period}");
        assert_eq!(unplaced, Vec::<String>::new(), "{period}");
    }
}

#[test]
fn another_name_where_an_answer_names_nobody_begins_another_form() {
    let read = |before: &str, second: &str| {
        let lines = [
            ("", "Navn: Anna Hansen"),
            ("H1", "Familie"),
            ("", "Gift."),
            ("H1", before),
            ("", "Det er talt igennem."),
            ("", second),
            ("H1", "Helbredssituation"),
            ("", "Rask."),
        ];
        documents().read(&styled(&lines)).map(|_| ())
    };
    assert_eq!(read("Ønsker", "Navn: Bent Jensen"), Err(DocumentError::SeveralPlans));
    // The same, a child, a reference of an employer, and a word that is no name.
    assert_eq!(read("Ønsker", "Navn: Anna Hansen"), Ok(()));
    for before in ["Netværk", "Erfaringer og ressourcer"] {
        assert_eq!(read(before, "Navn: Bent Jensen"), Ok(()), "{before}");
    }
    assert_eq!(read("Ønsker", "Navn: ukendt"), Ok(()));
    // The name below its label.
    let form = |name: &'static str, wishes: &'static str| {
        [("H1", "Navn"), ("", name), ("H1", "Ønsker"), ("", wishes), ("H1", "Familie"), ("", "Gift.")]
    };
    let lines = [form("Anna Hansen", "Bus."), form("Bent Jensen", "Tog.")].concat();
    assert_eq!(documents().read(&styled(&lines)).map(|_| ()), Err(DocumentError::SeveralPlans));
    // Who wrote it, at the end.
    let lines = [("", "Navn: Anna Hansen"), ("H1", "Ønsker"), ("", "Bus."), ("", "Navn: Karen Lund")];
    assert!(documents().read(&styled(&lines)).is_ok());
}

#[test]
fn labels_of_a_pdf_may_stand_below_each_other_in_a_cell() {
    let text = |from: u32, top: u32, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td ")).collect();
        format!("BT /F 10 Tf {from} {top} Td {lines} ET ")
    };
    let grid = "50 600 250 120 re S 300 600 250 120 re S ";
    let left = text(55, 705, &["Familieforhold:", "Bor alene.", "Socialt netv\\346rk:", "En bror og", "naboer."]);
    let right = text(
        305,
        705,
        &["\\330nsker:", "At k\\370re bus.", "Igangv\\346rende", "unders\\370gelser eller behandling:", "Gips."],
    );
    let (plan, unplaced) = read(&page(&format!("{grid}{left}{right}"), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(
        part["personligeRessourcer"],
        serde_json::json!({"familie": "Bor alene.", "netvaerk": "En bror og naboer."})
    );
    assert_eq!((&part["oensker"], &part["helbred"]["igangvaerende"]), (&"At køre bus.".into(), &"Gips.".into()));
    assert_eq!(unplaced, Vec::<String>::new());
}

#[test]
fn a_label_over_three_lines_is_no_column_with_its_answer_below() {
    let text = |from: u32, top: u32, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td ")).collect();
        format!("BT /F 10 Tf {from} {top} Td {lines} ET ")
    };
    let row = [
        text(50, 700, &["Erfaringer og ressourcer", "i forhold til job og", "uddannelse"]),
        text(200, 700, &["Har v\\346ret ansat i et", "varehus i femten \\345r og", "har l\\346rt fra sig."]),
        text(350, 700, &["\\330nsker til fremtidigt job", "og uddannelse"]),
    ];
    let next = [
        text(50, 640, &["Familieforhold"]),
        text(200, 640, &["Bor alene."]),
        text(350, 640, &["Helbredssituation"]),
        text(480, 640, &["Rask."]),
    ];
    let (plan, _) = read(&page(&(row.concat() + &next.concat()), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["erfaringerRessourcer"], "Har været ansat i et varehus i femten år og har lært fra sig.");
    assert_eq!(part["oensker"], Value::Null, "nothing stands beside it");
    assert_eq!(part["personligeRessourcer"]["familie"], "Bor alene.");
    assert_eq!(part["helbred"]["situation"], "Rask.");
}

#[test]
fn a_type_of_case_that_the_document_says_otherwise_is_told() {
    let beside = |given: Option<Sagstype>, first: &str| {
        let bytes = paragraphs(&[first, "Ønsker", "At køre bus.", "Netværk", "En bror."]);
        documents().sagstype(given).read(&bytes).unwrap().beside().to_vec()
    };
    for first in ["Rehabiliteringsplan – fleksjob", "Sagstype: Fleksjob"] {
        assert_eq!(beside(Some(Sagstype::Revalidering), first), [Beside::CaseType], "{first}");
        assert_eq!(beside(Some(Sagstype::Fleksjob), first), [], "{first}");
        assert_eq!(beside(None, first), [], "{first}");
    }
    assert_eq!(beside(Some(Sagstype::Revalidering), "Rehabiliteringsplan"), []);
}

#[test]
fn labels_with_their_answers_may_stand_in_one_paragraph() {
    let line = "Ønsker: At køre bus. Og tog! Familieforhold: Gift. Bor i: et hus. Netværk: En bror.";
    for bytes in [paragraphs(&[line, "Helbredssituation: Rask."]), {
        let content = "BT /F 10 Tf 50 700 Td (\\330nsker: At k\\370re bus. Og tog! Familieforhold: Gift.) Tj 0 -14 Td (Bor i: et hus. Netv\\346rk: En bror.) Tj 0 -30 Td (Helbredssituation: Rask.) Tj ET";
        page(content, &[])
    }] {
        let (plan, unplaced) = read(&bytes);
        let part = &plan["forberedendeDel"];
        assert_eq!(
            (&part["oensker"], &part["helbred"]["situation"]),
            (&"At køre bus. Og tog!".into(), &"Rask.".into())
        );
        let family = serde_json::json!({"familie": "Gift. Bor i: et hus.", "netvaerk": "En bror."});
        assert_eq!((&part["personligeRessourcer"], unplaced.len()), (&family, 0));
    }
    // Where it has a heading of its own, it is a word in the answer.
    let (plan, _) = read(&headings(&[
        ("Netværk", "En bror."),
        ("Helbredssituation", "Rask."),
        ("Gæld", "Ønsker: Bus. Netværk: Ingen."),
    ]));
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror.");
}

#[test]
fn a_row_over_a_table_of_labels_is_its_heading() {
    let cell = |text: &str| format!("<tc>{text}</tc>");
    let text = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let row = |cells: &str| format!("<tr>{cells}</tr>");
    let inner = |label: &str, answer: &str| {
        let cells = cell(&text(label)) + &cell(&text(answer));
        row(&cell(&format!("<tbl>{}</tbl><p/>", row(&cells))))
    };
    let rows = row(&cell(&text("Udfordringer")))
        + &inner("Sociale udfordringer", "Gæld.")
        + &row(&cell(&text("Mål og helbred")))
        + &inner("Helbredssituation", "Rask.");
    let (plan, unplaced) = read(&docx(&format!("<document><body><tbl>{rows}</tbl></body></document>")));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["udfordringer"], serde_json::json!({"sociale": "Gæld."}));
    assert_eq!((&part["helbred"]["situation"], unplaced.len()), (&"Rask.".into(), 0));
}

#[test]
fn a_frame_around_a_table_without_lines_is_no_cell() {
    let text = |from: u32, top: u32, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("({line}) Tj 0 -14 Td ")).collect();
        format!("BT /F 10 Tf {from} {top} Td {lines} ET ")
    };
    let labels = text(60, 700, &["Familieforhold", "Socialt netv\\346rk", "Helbredssituation"]);
    let answers = text(250, 700, &["Bor alene.", "En bror.", "Rask."]);
    let (plan, unplaced) = read(&page(&format!("50 600 450 120 re S {labels}{answers}"), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["personligeRessourcer"], serde_json::json!({"familie": "Bor alene.", "netvaerk": "En bror."}));
    assert_eq!((&part["helbred"]["situation"], unplaced.len()), (&"Rask.".into(), 0));
}

#[test]
fn a_bold_heading_leads_its_answer_in_on_a_page_too() {
    let line = |at: u32, lead: &str, rest: &str| format!("BT /B 10 Tf 50 {at} Td ({lead}) Tj /F 10 Tf ({rest}) Tj ET ");
    let content = [
        line(700, "\\330nsker.", " Han vil k\\370re bus."),
        line(680, "Familieforhold.", " Gift. Netv\\346rk ser han ikke."),
        line(660, "Helbredssituation", " er der ikke noget i vejen med."),
    ];
    let (plan, _) = read(&page(&content.concat(), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["oensker"], "Han vil køre bus.");
    assert_eq!(part["helbred"], Value::Null, "a bold word in a sentence leads nothing in");
    assert!(part["personligeRessourcer"]["familie"].as_str().unwrap().starts_with("Gift."));
}

#[test]
fn notes_in_the_margin_are_told_and_not_mixed_into_the_answers() {
    let text = |size: u32, from: u32, at: u32, text: &str| format!("BT /F {size} Tf {from} {at} Td ({text}) Tj ET ");
    let body = [
        text(11, 120, 700, "\\330nsker:"),
        text(11, 120, 680, "Han vil k\\370re bus i byen og p\\345 landet, og ellers"),
        text(11, 120, 666, "vil han v\\346re vagtmester p\\345 skolen."),
        text(11, 120, 640, "Helbredssituation:"),
        text(11, 120, 620, "Ondt i ryggen, og det er blevet v\\346rre af at sidde stille."),
    ]
    .concat();
    let of = |note: &str| {
        let document = documents().read(&page(&(body.clone() + note), &[])).unwrap();
        let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
        (plan["forberedendeDel"].clone(), document.beside().contains(&Beside::Comments), document.unplaced().len())
    };
    let (plain, is_told, _) = of("");
    assert!(!is_told && plain["oensker"].as_str().unwrap().ends_with("skolen."), "{plain}");
    for note in [text(7, 20, 680, "Ring til ham"), text(7, 480, 620, "Se attest")] {
        assert_eq!(of(&note), (plain.clone(), true, 0), "{note}");
    }
    // What is called as a label is one, however small it is.
    let (part, is_told, _) = of(&text(7, 20, 600, "Netv\\346rk"));
    assert!(!is_told && part["helbred"]["situation"] == plain["helbred"]["situation"], "{part}");
}

/// A form whose second question is blank and followed by one that nobody knows: each label by one way to write it.
fn form(write: &dyn Fn(&str, &str) -> String) -> Vec<u8> {
    let lines = [
        ("Helbredssituation", "Slidte knæ."),
        ("Ønsker", ""),
        ("Kæledyr", "To marsvin."),
        ("Netværk", "En nabo."),
        ("Fritid", "Lodder radioer."),
        ("CV", "Ti år på et lager."),
    ];
    let body: String = lines.iter().map(|(label, text)| write(label, text)).collect();
    docx(&format!("<document><body>{body}</body></document>"))
}

#[test]
fn a_label_that_nobody_knows_answers_no_other_however_the_form_writes_its_labels() {
    type Way = fn(&str, &str) -> String;
    let run = |look: &str, text: &str| format!(r#"<r><rPr>{look}</rPr><t xml:space="preserve">{text}</t></r>"#);
    let ways: [(&str, Way); 7] = [
        ("bold", |label, text| format!("<p><r><rPr><b/></rPr><t>{label}:</t></r><r><t> {text}</t></r></p>")),
        ("bold without a colon", |label, text| {
            format!("<p><r><rPr><b/></rPr><t>{label} </t></r><r><t>{text}</t></r></p>")
        }),
        ("underlined", |label, text| {
            format!(r#"<p><r><rPr><u val="single"/></rPr><t>{label}:</t></r><r><t> {text}</t></r></p>"#)
        }),
        ("plain", |label, text| format!("<p><r><t>{label}: {text}</t></r></p>")),
        ("a tab", |label, text| format!("<p><r><t>{label}</t><tab/><t>{text}</t></r></p>")),
        ("a dash", |label, text| format!("<p><r><t>{label} – {text}</t></r></p>")),
        ("a cell", |label, text| format!("<tbl><tr><tc><p><r><t>{label}: {text}</t></r></p></tc></tr></tbl>")),
    ];
    for (way, write) in ways {
        let (plan, unplaced) = read(&form(&write));
        let part = &plan["forberedendeDel"];
        assert!(wishes(&form(&write)).0, "{way}");
        assert_eq!(part["helbred"]["situation"], "Slidte knæ.", "{way}");
        assert_eq!(part["personligeRessourcer"]["netvaerk"], "En nabo.", "{way}");
        assert_eq!(part["cv"], "Ti år på et lager.", "{way}");
        assert_eq!(unplaced.len(), 2, "{way}: {unplaced:?}");
    }
    // A blank of which somebody writes on below is answered there, and a label in the answer of a heading is a part of it.
    let below = |label: &str, text: &str| match label {
        "Ønsker" => format!("<p>{}</p><p>{}</p>", run("<b/>", "Ønsker:"), run("", "At køre bus.")),
        _ => format!("<p>{}{}</p>", run("<b/>", &format!("{label}:")), run("", &format!(" {text}"))),
    };
    assert_eq!(read(&form(&below)).0["forberedendeDel"]["oensker"], "At køre bus.");
    let answer = "Ryg: Slidt. Knæ: Nyt.";
    let (plan, unplaced) =
        read(&headings(&[("Ønsker", "Ja."), ("Helbredssituation", answer), ("Møde", "Dato: 1. maj 2020")]));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], answer);
    assert_eq!(unplaced, Vec::<String>::new());
}

#[test]
fn a_control_that_nobody_knows_is_listed_and_answers_nothing_before_it() {
    let control = |name: &str, text: &str| {
        format!("<sdt><sdtPr><alias val=\"{name}\"/></sdtPr><sdtContent><p><r><t>{text}</t></r></p></sdtContent></sdt>")
    };
    let field = |name: &str, text: &str| format!("<p><r><t>{name}</t></r></p>{}", control(name, text));
    let rest = field("Netværk", "En nabo.") + &field("CV", "Ti år på et lager.");
    for unknown in [field("Kæledyr", "To marsvin."), control("Kæledyr", "To marsvin.")] {
        let body = field("Ønsker", "At køre bus.") + &unknown + &rest;
        let (plan, unplaced) = read(&docx(&format!("<document><body>{body}</body></document>")));
        assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.", "{unknown}");
        assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En nabo.");
        assert_eq!(unplaced.len(), 1, "{unplaced:?}");
    }
    // In the control of a template that calls all of them the same, and under a heading, stands the answer to that.
    let under =
        |name: &str, text: &str| format!("<p><r><rPr><b/></rPr><t>{name}</t></r></p>{}", control("Fritekst", text));
    let body = under("Ønsker", "At køre bus.") + &under("Netværk", "En nabo.");
    let (plan, unplaced) = read(&docx(&format!("<document><body>{body}</body></document>")));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
    assert_eq!(unplaced, Vec::<String>::new());
}

#[test]
fn a_page_number_and_who_signs_answer_nothing_under_a_last_heading() {
    for line in
        ["Side 2", "Side 2 af 7", "2/7", "Borgerens underskrift:", "Ribe, den 3. maj 2021", "Kopi til: egen læge"]
    {
        assert!(wishes(&headings(&[("Netværk", "En nabo."), ("Ønsker", line)])).0, "{line}");
    }
    for answer in ["På side 2 i lægens brev.", "At få 2/7 af sin tid fri."] {
        assert!(!wishes(&headings(&[("Netværk", "En nabo."), ("Ønsker", answer)])).0, "{answer}");
    }
}

#[test]
fn whose_case_it_is_hides_no_missing_heading() {
    let rows = |cells: &[&str]| {
        let cell = |text: &&str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
    };
    let line = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let table = |all: &[&[&str]]| format!("<tbl>{}</tbl>", all.iter().map(|cells| rows(cells)).collect::<String>());
    let heading = |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>");
    let rest = heading("Forberedende del") + &heading("Netværk") + &line("En nabo.") + &heading("CV") + &line("Maler.");
    let missed = |head: &str| wishes(&docx(&format!("<document><body>{head}{rest}</body></document>"))).0;
    for head in [
        table(&[&["Navn", "Karen Lund"], &["CPR-nr.", "010170-1234"], &["Adresse", "Havnegade 3, 2. tv."]]),
        table(&[&["Sagsnr.", "4711", "Sagsbehandler", "Jens Bo Dam"], &["Kommune", "Ribe", "Telefon", "66 13 13 13"]]),
        table(&[&["Navn: Karen Lund", "Jobcenter: Ribe"]]),
        heading("Rehabiliteringsplan") + &line("Navn: Karen Lund") + &line("CPR: 010170-1234"),
    ] {
        assert!(missed(&head), "{head}");
    }
    assert!(!missed(&table(&[&["Navn", "Karen Lund"], &["Kæledyr", "To marsvin"]])));
    assert!(!missed(&table(&[&["Borger", "Jeg vil gerne køre bus igen."]])));
}

#[test]
fn a_heading_without_an_answer_is_told_whatever_else_has_no_place() {
    let missed = |lines: &[(&str, &str)]| {
        let document = documents().sagstype(Sagstype::Fleksjob).read(&headings(lines)).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        report.findings().map(|finding| finding.rule.id.to_string()).collect::<Vec<_>>()
    };
    let found = missed(&[
        ("Netværk", "En nabo."),
        ("Sociale udfordringer", ""),
        ("Forsørgelseshistorik", ""),
        ("Kæledyr", "To marsvin."),
        ("CV", "Maler."),
    ]);
    for rule in ["P3.1.3.b", "P3.1.7"] {
        assert!(found.iter().any(|found| found == rule), "{rule}: {found:?}");
    }
}

/// A docx of runs, each line with the properties of its runs beside their texts.
fn runs(lines: &[&[(&str, &str)]]) -> Vec<u8> {
    let run = |(look, text): &(&str, &str)| format!(r#"<r><rPr>{look}</rPr><t xml:space="preserve">{text}</t></r>"#);
    let line = |line: &&[(&str, &str)]| format!("<p>{}</p>", line.iter().map(run).collect::<String>());
    docx(&format!("<document><body>{}</body></document>", lines.iter().map(line).collect::<String>()))
}

const ITALIC: &str = "<i/>";
const GREEN: &str = r#"<color val="2E7D32"/>"#;
const GREY: &str = r#"<color val="8A8A8A"/>"#;

#[test]
fn headings_may_be_told_by_their_slant_or_colour() {
    for look in [ITALIC, GREEN, r#"<smallCaps/>"#] {
        let (plan, unplaced) = read(&runs(&[
            &[(look, "Ønsker")],
            &[("", "At køre bus")],
            &[(look, "Sociale udfordringer")],
            &[(look, "Kæledyr")],
            &[("", "To marsvin")],
            &[(look, "Netværk")],
            &[("", "En nabo")],
            &[("", "og en søster.")],
        ]));
        let part = &plan["forberedendeDel"];
        assert_eq!((&part["oensker"], unplaced.len()), (&"At køre bus".into(), 1), "{look}");
        assert_eq!(part["udfordringer"].get("sociale").and_then(Value::as_str), None, "{look}: {part}");
        assert_eq!(part["personligeRessourcer"]["netvaerk"], "En nabo\nog en søster.", "{look}");
    }
}

#[test]
fn a_label_before_its_answer_may_be_told_by_its_slant_or_colour() {
    for (look, sign) in [(ITALIC, ":"), (ITALIC, ""), (GREEN, ":"), (GREEN, "")] {
        let [wishes, social, pets, network] =
            ["Ønsker", "Sociale udfordringer", "Kæledyr", "Netværk"].map(|label| format!("{label}{sign}"));
        let (plan, unplaced) = read(&runs(&[
            &[(look, &wishes), ("", " At køre bus.")],
            &[(look, &social)],
            &[(look, &pets), ("", " To marsvin.")],
            &[(look, &network), ("", " En nabo.")],
        ]));
        let part = &plan["forberedendeDel"];
        assert_eq!((&part["oensker"], unplaced.len()), (&"At køre bus.".into(), 1), "{look}{sign}");
        assert_eq!(part["udfordringer"].get("sociale").and_then(Value::as_str), None, "{look}{sign}: {part}");
        assert_eq!(part["personligeRessourcer"]["netvaerk"], "En nabo.", "{look}{sign}");
    }
}

#[test]
fn what_a_template_says_in_grey_is_no_answer() {
    let bold = "<b/>";
    let document = runs(&[
        &[(bold, "Ønsker")],
        &[(GREY, "Borgerens drømme, på kort og lang sigt.")],
        &[("", "At køre bus.")],
        &[(bold, "Netværk")],
        &[(GREY, "Familie, venner og fritid.")],
        &[("", "En nabo.")],
        &[(bold, "Familieforhold")],
        &[(GREY, "Beskriv familien.")],
        &[(bold, "Sociale udfordringer")],
        &[(GREY, "Gæld og bolig.")],
    ]);
    let read_one = documents().read(&document).unwrap();
    assert_eq!(read_one.beside(), [Beside::Instructions]);
    let (plan, _) = read(&document);
    let part = &plan["forberedendeDel"];
    assert_eq!(
        (&part["oensker"], &part["personligeRessourcer"]["netvaerk"]),
        (&"At køre bus.".into(), &"En nabo.".into())
    );
    assert_eq!(part["personligeRessourcer"].get("familie").and_then(Value::as_str), None);
    // Nobody knows whether somebody wrote that.
    assert!(part["udfordringer"]["sociale"].is_array(), "{part}");
    // Who writes in grey throughout says nothing of templates.
    let (plan, _) =
        read(&runs(&[&[(bold, "Ønsker")], &[(GREY, "At køre bus.")], &[(bold, "Netværk")], &[(GREY, "En nabo.")]]));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
}

#[test]
fn a_first_line_that_may_be_a_heading_leaves_the_answer_open() {
    let social = |lines: &[&str]| {
        let plan = documents().read(&paragraphs(lines)).unwrap().plan();
        serde_json::from_slice::<Value>(&plan).unwrap()["forberedendeDel"]["udfordringer"]["sociale"].clone()
    };
    let before = ["Ønsker", "At køre bus.", "Netværk", "En nabo.", "Sociale udfordringer"];
    assert!(social(&[before.as_slice(), &["Kæledyr", "To marsvin."]].concat()).is_array());
    assert_eq!(social(&[before.as_slice(), &["Har to marsvin.", "Og gæld."]].concat()), "Har to marsvin.\nOg gæld.");
    assert_eq!(social(&[before.as_slice(), &["To marsvin"]].concat()), "To marsvin");
}

#[test]
fn labels_may_be_the_entries_of_a_list() {
    let entry = |text: &str| format!("<p><pPr><numPr><numId val=\"1\"/></numPr></pPr><r><t>{text}</t></r></p>");
    let line = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let body = [
        entry("Ønsker"),
        line("At køre bus."),
        entry("Kæledyr"),
        line("To marsvin."),
        entry("Netværk"),
        line("En nabo."),
    ];
    let (plan, unplaced) = read(&docx(&format!("<document><body>{}</body></document>", body.concat())));
    let part = &plan["forberedendeDel"];
    assert_eq!(
        (&part["oensker"], &part["personligeRessourcer"]["netvaerk"]),
        (&"At køre bus.".into(), &"En nabo.".into())
    );
    assert_eq!(unplaced.len(), 1);
}

#[test]
fn a_heading_of_two_parts_ends_the_one_before() {
    let (plan, unplaced) = read(&headings(&[
        ("Forberedende del", ""),
        ("Ønsker", "At køre bus."),
        ("Indstilling og indsatsdel", ""),
        ("Konkret mål", "Buschauffør."),
    ]));
    assert_eq!((&plan["indsatsdel"]["maal"]["konkret"], unplaced.len()), (&"Buschauffør.".into(), 0));
}

#[test]
fn what_became_of_the_paper_answers_nothing() {
    for line in ["Planen er godkendt af borgeren den 2. juni 2020.", "Status: Kladde", "Journalnotat"] {
        assert!(wishes(&headings(&[("Netværk", "En nabo."), ("Ønsker", line)])).0, "{line}");
    }
    assert!(!wishes(&headings(&[("Netværk", "En nabo."), ("Ønsker", "Planen er at køre bus.")])).0);
}

#[test]
fn answers_that_do_not_stand_at_the_height_of_their_labels_are_of_none_of_them() {
    let text = |from: u32, top: u32, lines: &[&str]| {
        let lines: String = lines.iter().map(|line| format!("({line}) Tj 0 -12 Td ")).collect();
        format!("BT /F 10 Tf {from} {top} Td {lines} ET ")
    };
    let healthy = "BT /B 12 Tf 50 480 Td (Helbredssituation) Tj /F 10 Tf 0 -16 Td (Rask.) Tj ET ";
    // Labels in the middle of their cells, over one line or two, and no more room between two rows than between two lines.
    let close = [
        text(50, 700, &["Familieforhold"]),
        text(230, 706, &["Bor alene i et lille hus ved", "en skov uden for byen."]),
        text(50, 676, &["Socialt netv\\346rk"]),
        text(230, 682, &["En bror, som kommer om", "s\\370ndagen."]),
        text(50, 658, &["\\330nsker til fremtidigt", "job og uddannelse"]),
        text(230, 652, &["Vil gerne k\\370re bus."]),
        healthy.to_owned(),
    ];
    let (plan, told) = read(&page(&close.concat(), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["helbred"]["situation"], "Rask.");
    let report = Checker::new().check_slice(plan.to_string().as_bytes()).unwrap();
    for (place, value) in [
        ("/forberedendeDel/personligeRessourcer/familie", &part["personligeRessourcer"]["familie"]),
        ("/forberedendeDel/personligeRessourcer/netvaerk", &part["personligeRessourcer"]["netvaerk"]),
        ("/forberedendeDel/oensker", &part["oensker"]),
    ] {
        assert!(!value.is_string() && report.input.iter().any(|finding| finding.path == place), "{place}: {value}");
    }
    assert_eq!(told.len(), 1, "{told:?}");
    // With room between them, what stands together is a row, and one without an answer is a heading without one.
    let apart = [
        text(50, 700, &["Familieforhold"]),
        text(230, 706, &["Bor alene i et lille hus ved", "en skov uden for byen."]),
        text(50, 670, &["Socialt netv\\346rk"]),
        text(50, 646, &["\\330nsker til fremtidigt", "job og uddannelse"]),
        text(230, 640, &["Vil gerne k\\370re bus."]),
        healthy.to_owned(),
    ];
    let (plan, told) = read(&page(&apart.concat(), &[]));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["personligeRessourcer"]["familie"], "Bor alene i et lille hus ved en skov uden for byen.");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], Value::Null);
    assert_eq!(part["oensker"], "Vil gerne køre bus.");
    assert_eq!((part["helbred"]["situation"].as_str(), told), (Some("Rask."), Vec::new()));
    // At the same height they are read.
    let (plan, told) = read(&page(
        &(text(50, 700, &["Familieforhold"]) + &text(230, 700, &["Bor alene i et hus", "ved en skov."])),
        &[],
    ));
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["familie"], "Bor alene i et hus ved en skov.");
    assert_eq!(told, Vec::<String>::new());
}

#[test]
fn an_answer_that_begins_with_a_digit_is_no_heading_where_those_are_numbered() {
    let all = |numbers: [&str; 4]| -> Vec<String> {
        [
            ("CV", "1994-2003 kantinemedhjælper"),
            ("Familieforhold", "3 børn på 2, 5 og 9 år"),
            ("Ønsker til job", "15 timer om ugen i en kantine"),
            ("Forsørgelseshistorik", "2003-2014 sygedagpenge"),
        ]
        .into_iter()
        .zip(numbers)
        .flat_map(|((heading, answer), number)| [format!("{number} {heading}"), answer.to_owned()])
        .collect()
    };
    for numbers in
        [["1.", "2.", "3.", "4."], ["1.1", "1.2", "2.1", "2.2"], ["1)", "2)", "3)", "4)"], ["1", "2", "3", "4"]]
    {
        let lines = all(numbers);
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let (plan, told) = read(&paragraphs(&lines));
        let part = &plan["forberedendeDel"];
        assert_eq!(part["cv"], "1994-2003 kantinemedhjælper", "{numbers:?}");
        assert_eq!(part["personligeRessourcer"]["familie"], "3 børn på 2, 5 og 9 år", "{numbers:?}");
        assert_eq!(part["oensker"], "15 timer om ugen i en kantine", "{numbers:?}");
        assert_eq!(part["forsoergelseshistorik"], "2003-2014 sygedagpenge", "{numbers:?}");
        assert_eq!(told, Vec::<String>::new(), "{numbers:?}");
    }
    // The entries of a list go on from one, and what may be the next heading is listed, and its place no defect.
    let (plan, told) =
        read(&paragraphs(&["3. CV", "1. Kantine", "2. Lager", "4. Netværk", "En bror.", "5. Ønsker", "6. Kørekort"]));
    assert_eq!(plan["forberedendeDel"]["cv"], "1. Kantine\n2. Lager");
    assert_eq!(told, ["overskrift nr. 1, efter »Ønsker«"]);
    let report = Checker::new().check_slice(plan.to_string().as_bytes()).unwrap();
    assert!(report.findings().all(|finding| finding.rule.id != "P3.1.4"), "it may be the answer (§ 3, stk. 1, nr. 4)");
}

#[test]
fn a_day_alone_on_a_line_is_the_answer_of_the_heading_above_it() {
    for (meeting, proposal) in
        [("02.06.2021", "03.06.2021"), ("2.6.21", "3.6.21"), ("2/6-2021", "3/6-2021"), ("2. juni 2021", "3. juni 2021")]
    {
        for heading in [
            ["CV", "Mødedato", "Indstillingsdato", "Netværk"],
            ["1. CV", "2. Mødedato", "3. Indstillingsdato", "4. Netværk"],
        ] {
            let [cv, met, proposed, network] = heading;
            let (plan, told) =
                read(&paragraphs(&[cv, "Kantinemedhjælper.", met, meeting, proposed, proposal, network, "En bror."]));
            assert_eq!(plan["moede"]["dato"], "2021-06-02", "{meeting} {heading:?}");
            assert_eq!(plan["indstilling"]["indstillingsdato"], "2021-06-03", "{meeting} {heading:?}");
            assert_eq!(told, Vec::<String>::new(), "{meeting} {heading:?}");
        }
    }
    let (plan, _) = read(&paragraphs(&["CV", "Kok.", "Forventet varighed i måneder", "18", "Netværk", "En bror."]));
    assert_eq!(plan["forloeb"]["varighedMaaneder"], 18);
}

#[test]
fn the_words_of_the_rules_are_headings() {
    for (who, place) in [("Kommunens", "aarsagKommune"), ("Borgerens", "aarsagBorger")] {
        for words in ["opfattelse", "vurdering"] {
            let heading = format!("{who} {words} af, hvorfor indsatsen ikke har ført til job eller uddannelse");
            let (plan, told) = read(&headings(&[("Netværk", "En bror."), (&heading, "Der var for langt.")]));
            assert_eq!(plan["forberedendeDel"]["hidtidigIndsats"][place], "Der var for langt.", "{heading}");
            assert_eq!(told, Vec::<String>::new(), "{heading}");
        }
    }
    let (plan, _) = read(&headings(&[("Netværk", "En bror."), ("Igangværende undersøgelser", "Skal skannes i maj.")]));
    assert_eq!(plan["forberedendeDel"]["helbred"]["igangvaerende"], "Skal skannes i maj.");
    // What asks of the measures as a whole is listed, and none of them is a defect.
    let (_, told) =
        read(&headings(&[("Netværk", "En bror."), ("Kommunens erfaringer med indsatsen", "Der var fravær.")]));
    assert_eq!(told.len(), 1, "{told:?}");
}

#[test]
fn a_heading_that_is_numbered_below_another_stands_under_it_where_they_look_alike() {
    let bold = |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>");
    let plain = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let sections = [
        ("1. Ønsker til job", "Et lager."),
        ("2. Praktiserende læges vurdering", ""),
        ("2.1 Relevante helbredsforhold", "Artrose."),
        ("2.2 Særlige hensyn", "Ingen løft."),
        ("2.3 Andre forhold", "Ingen."),
        ("3. Forsørgelseshistorik", "Løn."),
    ];
    let body: String = sections
        .iter()
        .map(|(heading, text)| bold(heading) + &if text.is_empty() { String::new() } else { plain(text) })
        .collect();
    let (plan, unplaced) = read(&docx(&format!("<document><body>{body}</body></document>")));
    let part = &plan["forberedendeDel"];
    assert_eq!(
        part["laege"],
        serde_json::json!({ "helbredsforhold": "Artrose.", "saerligeHensyn": "Ingen løft.", "andreForhold": "Ingen." })
    );
    assert_eq!((part["oensker"].as_str(), part["forsoergelseshistorik"].as_str()), (Some("Et lager."), Some("Løn.")));
    assert_eq!(unplaced, Vec::<String>::new());
}

/// A table of one column, bold where a row begins with a star.
fn column(rows: &[&str]) -> Vec<u8> {
    let row = |text: &&str| {
        let (style, text) = text.strip_prefix('*').map_or(("", *text), |text| ("<rPr><b/></rPr>", text));
        format!("<tr><tc><p><r>{style}<t>{text}</t></r></p></tc></tr>")
    };
    docx(&format!("<document><body><tbl>{}</tbl></body></document>", rows.iter().map(row).collect::<String>()))
}

#[test]
fn the_title_of_the_next_labels_is_no_answer_to_the_label_above_it() {
    let head = ["Helbredssituation", "Diskusprolaps.", "Ønsker til job og uddannelse"];
    let of = |rows: &[&str]| read(&column(&[&head[..], rows].concat()));
    let (plan, unplaced) = of(&["", "Personlige forhold", "Familie", "Mand.", "CV", "2004 børnehave"]);
    let part = &plan["forberedendeDel"];
    assert_eq!((part.get("oensker"), part["helbred"]["situation"].as_str()), (None, Some("Diskusprolaps.")));
    assert_eq!(
        (part["personligeRessourcer"]["familie"].as_str(), part["cv"].as_str()),
        (Some("Mand."), Some("2004 børnehave"))
    );
    assert_eq!(unplaced.len(), 1, "{unplaced:?}");
    // After an answer, it is no part of it.
    let (plan, _) = of(&["Vil køre bus.", "Personlige forhold", "Familie", "Mand."]);
    assert_eq!(plan["forberedendeDel"]["oensker"], "Vil køre bus.");
    // By its number, whatever its words are; and bold as the labels are.
    let (plan, _) =
        read(&column(&["5. Helbredssituation", "Rask.", "5.4 Ønsker", "", "6. Sagens folk", "6.1 Familie", "Mand."]));
    assert_eq!(plan["forberedendeDel"].get("oensker"), None, "{plan}");
    let (plan, _) =
        read(&column(&["*Helbredssituation", "Rask.", "*Ønsker", "", "*Personlige forhold", "*Familie", "Mand."]));
    assert_eq!(plan["forberedendeDel"].get("oensker"), None, "{plan}");
    // Nobody can tell these from answers.
    for rows in [&["", "Kontorarbejde", "Familie", "Mand."][..], &["Personlige forhold", "Familie", "Mand."]] {
        let (plan, unplaced) = of(rows);
        assert!(plan["forberedendeDel"]["oensker"].is_array() && unplaced.len() == 1, "{plan} {unplaced:?}");
    }
    // A word that replies is the answer, and so is, right below its label, what has words of its own.
    let (plan, _) = of(&["Ingen", "Familie", "Mand."]);
    assert_eq!(plan["forberedendeDel"]["oensker"], "Ingen");
    let (plan, unplaced) = of(&["Kontorarbejde", "Familie", "Mand."]);
    assert_eq!((plan["forberedendeDel"]["oensker"].as_str(), unplaced.len()), (Some("Kontorarbejde"), 0));
}

#[test]
fn what_is_a_name_below_the_doctor_alone_ends_an_answer_in_a_column_too() {
    let rows =
        ["8. Lægens vurdering", "8.1 Relevante helbredsforhold", "Smerter.", "8.2 Særlige hensyn", "Ingen løft."];
    let more = ["8.3 Kommentarer til borgerens perspektiv", "Enig.", "8.4 Andre forhold af betydning", "Ordblind."];
    let (plan, unplaced) = read(&column(&[&rows[..], &more[..]].concat()));
    let doctor = serde_json::json!({
        "helbredsforhold": "Smerter.", "saerligeHensyn": "Ingen løft.", "kommentarTilBorger": "Enig.",
        "andreForhold": "Ordblind."
    });
    assert_eq!((&plan["forberedendeDel"]["laege"], unplaced.len()), (&doctor, 0));
    // Without the heading of the doctor nobody knows whose it is.
    let (plan, unplaced) =
        read(&column(&["Helbred", "Helbredssituation", "", "Særlige hensyn", "Ingen løft.", "Familie", "Mand."]));
    assert_eq!(plan["forberedendeDel"].get("helbred"), None, "{plan}");
    assert_eq!(
        (plan["forberedendeDel"]["personligeRessourcer"]["familie"].as_str(), unplaced.len()),
        (Some("Mand."), 1)
    );
}

#[test]
fn what_a_template_says_in_grey_in_a_table_is_no_answer() {
    let paragraph = |style: &str, text: &str| format!("<p><r><rPr>{style}</rPr><t>{text}</t></r></p>");
    let cell = |merged: &str, text: &str| format!("<tc><tcPr>{merged}</tcPr>{text}</tc>");
    let of = |row: &dyn Fn(&str, &str, &str) -> String| {
        let rows = row("Ønsker", "Job, timetal og branche", "At køre bus.")
            + &row("Familie", "Civilstand, børn og andre nære", "")
            + &row("Netværk", "Venner, naboer, foreninger", "En nabo.");
        docx(&format!("<document><body><tbl>{rows}</tbl></body></document>"))
    };
    // In a row of its own above the answer, and under the label.
    let above = |label: &str, guide: &str, answer: &str| {
        let first = cell("<vMerge val=\"restart\"/>", &paragraph("", label)) + &cell("", &paragraph(GREY, guide));
        let second = cell("<vMerge/>", "<p/>") + &cell("", &paragraph("", answer));
        format!("<tr>{first}</tr><tr>{second}</tr>")
    };
    let under = |label: &str, guide: &str, answer: &str| {
        let label = cell("", &(paragraph("", label) + &paragraph(GREY, guide)));
        format!("<tr>{label}{}</tr>", cell("", &paragraph("", answer)))
    };
    for document in [of(&above), of(&under)] {
        let read_one = documents().read(&document).unwrap();
        assert_eq!(read_one.beside(), [Beside::Instructions]);
        let (plan, unplaced) = read(&document);
        let part = serde_json::json!({"oensker": "At køre bus.", "personligeRessourcer": {"netvaerk": "En nabo."}});
        assert_eq!((&plan["forberedendeDel"], unplaced.len()), (&part, 0));
    }
    // In the place of the answer, nothing says that it is the template's.
    let beside = |label: &str, answer: &str, _: &str| {
        format!("<tr>{}{}</tr>", cell("", &paragraph("", label)), cell("", &paragraph(GREY, answer)))
    };
    let (plan, _) = read(&of(&beside));
    assert_eq!(plan["forberedendeDel"]["oensker"], "Job, timetal og branche");
}

#[test]
fn what_became_of_the_paper_answers_nothing_under_a_last_heading_and_is_told() {
    for line in [
        "Planen er gennemgået med borgeren den 3. maj 2021.",
        "Rehabiliteringsplanen blev udleveret til borgeren.",
        "Du kan klage til Ankestyrelsen. Klagen skal være her inden fire uger.",
        "Bilag: to lægebreve",
        "Udarbejdet af Karen Lund, rådgiver",
        "Kopi sendt til egen læge.",
        "Jeg giver samtykke til, at planen sendes til teamet.",
    ] {
        let bytes = headings(&[("Netværk", "En nabo."), ("Ønsker", line)]);
        assert!(wishes(&bytes).0, "{line}");
        assert_eq!(read(&bytes).1.len(), 1, "{line}");
    }
    for answer in ["Planen er at blive pedel igen.", "Planen er drøftet med hende. Hun vil køre bus."] {
        assert!(!wishes(&headings(&[("Netværk", "En nabo."), ("Ønsker", answer)])).0, "{answer}");
    }
}

#[test]
fn the_letter_that_a_plan_goes_with_answers_nothing_in_it() {
    let letter = [("Kære Jens", ""), ("Ønsker", "Tænk over dem."), ("Netværk", "Tag en ven med.\nVenlig hilsen Karen")];
    let plan = [("Rehabiliteringsplan – fleksjob", ""), ("Ønsker", ""), ("Netværk", "En nabo.")];
    let bytes = headings(&[&letter[..], &plan].concat());
    let (plan, unplaced) = read(&bytes);
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En nabo.");
    assert_eq!(plan["forberedendeDel"].get("oensker"), None);
    assert_eq!((&plan["sag"]["sagstype"], unplaced.len()), (&"fleksjob".into(), 1));
    assert!(wishes(&bytes).0, "the heading is there, and nothing under it");
}

#[test]
fn an_older_answer_is_none_where_that_of_now_is_blank() {
    let row = |cells: &[&str]| {
        let cell = |text: &&str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
    };
    let of = |head: &[&str], wishes: &[&str]| {
        let rows = [row(head), row(wishes), row(&["Netværk", "", "En nabo."])].concat();
        docx(&format!("<document><body><tbl>{rows}</tbl></body></document>"))
    };
    let unreadable = (false, vec!["/forberedendeDel/oensker".to_owned()]);
    for head in [
        ["Emne", "Forrige plan", "Denne plan"],
        ["", "Tidligere", "Aktuelt"],
        ["Emne", "2018", "2020"],
        ["Emne", "Ved sidste samtale", "Nu"],
        ["Emne", "Internt notat", "Til planen"],
    ] {
        assert_eq!(wishes(&of(&head, &["Ønsker", "At køre bus.", ""])), unreadable, "{head:?}");
        assert_eq!(wishes(&of(&head, &["Ønsker", "At køre bus.", "At køre tog."])), unreadable, "{head:?}");
        assert!(wishes(&of(&head, &["Ønsker", "", ""])).0, "{head:?}");
        let (plan, _) = read(&of(&head, &["Ønsker", "", "At køre tog."]));
        assert_eq!(plan["forberedendeDel"]["oensker"], "At køre tog.", "{head:?}");
        assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En nabo.", "{head:?}");
    }
}

/// A docx of headings with a style, each with the lines under it.
fn chapters(sections: &[(&str, &[&str])]) -> Vec<u8> {
    let line = |text: &&str| format!("<p><r><t>{text}</t></r></p>");
    let body = |(heading, lines): &(&str, &[&str])| {
        let heading = format!(r#"<p><pPr><outlineLvl val="0"/></pPr><r><t>{heading}</t></r></p>"#);
        heading + &lines.iter().map(line).collect::<String>()
    };
    docx(&format!("<document><body>{}</body></document>", sections.iter().map(body).collect::<String>()))
}

#[test]
fn who_signs_in_the_middle_of_a_document_answers_nothing() {
    for lines in [
        &["Med venlig hilsen", "Karen Lund", "Sagsbehandler"][..],
        &["Venlig hilsen Karen Lund"],
        &["Mvh. Karen Lund, socialrådgiver"],
        &["Sagsbehandler: Karen Lund", "Tlf. 66 13 13 13"],
        &["Underskrift: ________", "Jens Bo Dam"],
        &["Jobcenter Syd, Havnegade 3, 5000 Odense C"],
        &["Jobcenter Syd · Sagsnr. 4711 · Side 1 af 3"],
    ] {
        let (plan, unplaced) = read(&chapters(&[("Ønsker", lines), ("Netværk", &["En nabo."])]));
        assert_eq!(plan["forberedendeDel"].get("oensker"), None, "{lines:?}");
        assert!(unplaced.is_empty(), "{unplaced:?}");
        let answered: Vec<&str> = std::iter::once("At køre bus.").chain(lines.iter().copied()).collect();
        for answered in [answered.clone(), vec![&*answered.join("<br/>").replace("<br/>", "</t><br/><t>")]] {
            let (plan, _) = read(&chapters(&[("Ønsker", &answered), ("Netværk", &["En nabo."])]));
            assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.", "{lines:?}");
        }
    }
    // The day on which it is signed is none of the plan.
    let signed = ["Dato: 3. maj 2021", "Underskrift: ________"];
    let (plan, _) = read(&chapters(&[("Forberedende del", &[]), ("Ønsker", &signed), ("Netværk", &["En nabo."])]));
    assert_eq!(plan["forberedendeDel"].get("dato"), None, "{plan}");
    let (plan, _) = read(&chapters(&[("Forberedende del", &["Dato: 3. maj 2021"]), ("Ønsker", &["At køre bus."])]));
    assert_eq!(plan["forberedendeDel"]["dato"], "2021-05-03");
    // What somebody answered may have the same words.
    for answer in [
        "Hun skrev: Med venlig hilsen",
        "Min sagsbehandler: hun er god til at lytte, og det vil jeg gerne blive ved med.",
        "Jobcenter Syd, hvor hun har været i praktik",
        "Hun mangler kun en underskrift",
    ] {
        let (plan, _) = read(&chapters(&[("Ønsker", &[answer]), ("Netværk", &["En nabo."])]));
        assert_eq!(plan["forberedendeDel"]["oensker"], answer);
    }
}

#[test]
fn what_is_said_to_whoever_gets_the_plan_is_no_answer_that_anybody_can_read() {
    for lines in [
        &["Vi sender hermed planen til dig, som aftalt.", "Ring til os, hvis du har spørgsmål."][..],
        &["Hej Jens", "Her er det, som vi talte om.", "Karen"],
        &["Du har ret til at få aktindsigt i din sag."],
        &["Planen er gennemgået med borgeren den 3. maj 2021."],
    ] {
        let first = chapters(&[("Ønsker", lines), ("Netværk", &["En nabo."])]);
        assert_eq!(wishes(&first), (false, vec!["/forberedendeDel/oensker".to_owned()]), "{lines:?}");
        assert!(!read(&first).1.is_empty(), "{lines:?}");
        let after: Vec<&str> = std::iter::once("At køre bus.").chain(lines.iter().copied()).collect();
        let (plan, unplaced) = read(&chapters(&[("Ønsker", &after), ("Netværk", &["En nabo."])]));
        assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.", "{lines:?}");
        assert!(!unplaced.is_empty(), "{lines:?}");
    }
    let answer = "Hun har ret til løntilskud, og det vil hun bruge.";
    let (plan, unplaced) = read(&chapters(&[("Ønsker", &[answer])]));
    assert_eq!((&plan["forberedendeDel"]["oensker"], unplaced.len()), (&answer.into(), 0));
}

#[test]
fn a_title_or_a_label_says_which_case_of_its_type_it_is() {
    let sag = |title: &str, lines: &[&str]| {
        let bytes = chapters(&[(title, lines), ("Ønsker", &["At køre bus."])]);
        serde_json::from_slice::<Value>(&documents().read(&bytes).unwrap().plan()).unwrap()["sag"].clone()
    };
    let sygedagpenge = serde_json::json!({"sagstype": "sygedagpenge", "kategori": 3});
    assert_eq!(sag("Rehabiliteringsplan – sygedagpenge, kategori 3", &[]), sygedagpenge);
    assert_eq!(sag("Rehabiliteringsplan", &["Sagstype: Sygedagpenge (kat. 3)"]), sygedagpenge);
    // The group of § 3, stk. 4, names the category too, and makes no other case one of sygedagpenge.
    assert_eq!(sag("Rehabiliteringsplan", &["Sagsgruppe: Sygedagpenge, kategori 3"]), sygedagpenge);
    let both = sag("Rehabiliteringsplan", &["Sagstype: Fleksjob", "Sagsgruppe: Sygedagpenge, kategori 3"]);
    assert_eq!(both, serde_json::json!({"sagstype": "fleksjob"}));
    let first = serde_json::json!({"sagstype": "jobafklaringsforloeb", "foersteForloeb": true});
    assert_eq!(sag("Rehabiliteringsplan – 1. jobafklaringsforløb", &[]), first);
    let alone = serde_json::json!({"sagstype": "jobafklaringsforloeb"});
    assert_eq!(sag("Rehabiliteringsplan – jobafklaringsforløb", &[]), alone);
}

#[test]
fn beside_answers_in_a_colour_black_is_what_the_template_says() {
    let (bold, blue) = ("<b/>", r#"<color val="0040C0"/>"#);
    let of = |asks: &str| {
        read(&runs(&[
            &[(bold, "Ønsker")],
            &[("", asks)],
            &[(blue, "At køre bus.")],
            &[(bold, "Netværk")],
            &[("", "Familie, venner og fritid.")],
            &[(blue, "En nabo.")],
            &[(bold, "Sociale udfordringer")],
            &[("", "Gæld og bolig.")],
        ]))
        .0["forberedendeDel"]
            .clone()
    };
    let part = of("Hvad drømmer borgeren om?");
    assert_eq!(part["oensker"], "At køre bus.");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En nabo.");
    assert!(part["udfordringer"]["sociale"].is_array(), "{part}");
    // Where nothing asks, the coloured may be what somebody added.
    assert_eq!(of("At køre tog.")["oensker"], "At køre tog.\nAt køre bus.");
}

#[test]
fn the_kind_of_a_measure_in_a_table_is_no_label() {
    let row = |cells: &[&str]| {
        let cell = |text: &&str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
    };
    for heading in ["Tidligere indsatser", "Kæledyr"] {
        let rows = [
            row(&["Indsats", "Type", "Periode"]),
            row(&["Mentor", "Social indsats for borgeren", "1.2.2018 - 1.5.2018"]),
            row(&["Praktik", "Beskæftigelsesindsats", "1.2.2019 - 1.5.2019"]),
        ];
        let head = |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>");
        let text = "<p><r><t>At køre bus.</t></r></p>";
        let body = [head("Ønsker"), text.to_owned(), head("Netværk"), text.to_owned(), head(heading)].concat();
        let (plan, unplaced) =
            read(&docx(&format!("<document><body>{body}<tbl>{}</tbl></body></document>", rows.concat())));
        assert_eq!(plan["forberedendeDel"].get("hidtidigIndsats"), None, "{plan}");
        assert_eq!(plan.get("indsatsdel"), None, "{plan}");
        assert!(!unplaced.is_empty(), "{heading}");
    }
}

#[test]
fn a_table_of_headings_and_answers_is_none_of_measures_whatever_its_first_column_is_called() {
    let row = |cells: &[&str]| {
        let cell = |text: &&str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        format!("<tr>{}</tr>", cells.iter().map(cell).collect::<String>())
    };
    let rows = [
        row(&["Område", "Beskrivelse", "Bilag"]),
        row(&["Ønsker", "At køre bus.", ""]),
        row(&["Netværk", "En nabo.", ""]),
    ];
    let (plan, _) = read(&docx(&format!("<document><body><tbl>{}</tbl></body></document>", rows.concat())));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
}

#[test]
fn a_heading_with_nothing_under_it_is_told_whether_it_is_a_defect_or_not() {
    let document = documents().read(&chapters(&[("Ønsker", &[]), ("Netværk", &["En nabo."])])).unwrap();
    assert_eq!(document.blank(), ["/forberedendeDel/oensker"]);
}

#[test]
fn what_is_said_in_brackets_to_be_of_somebody_else_is_none_of_the_citizens() {
    let (plan, unplaced) = read(&chapters(&[
        ("Ønsker (pårørende)", &["At han får ro."]),
        ("Ønsker (borgerens egne)", &["At køre bus."]),
        ("Helbredssituation (barn)", &["Astma."]),
        ("Familieforhold (børn, ægtefælle)", &["Gift."]),
    ]));
    let part = serde_json::json!({"oensker": "At køre bus.", "personligeRessourcer": {"familie": "Gift."}});
    assert_eq!((&plan["forberedendeDel"], unplaced.len()), (&part, 2));
}

#[test]
fn a_paragraph_of_nothing_but_who_has_the_case_costs_no_more_than_its_lines() {
    // As many as would not end if each of them looked at all the others.
    let lines = "Sagsbehandler: Karen Lund</t><br/><t>".repeat(20_000);
    let (plan, _) = read(&chapters(&[("Ønsker", &["At køre bus.", &format!("{lines}Hun vil hjem igen.")])]));
    assert!(plan["forberedendeDel"]["oensker"].is_string());
}

#[test]
fn what_is_recommended_is_the_outcome_and_no_title() {
    let read = |lines: &[&str]| {
        let before = [("H1", "Forberedende del"), ("H2", "Ønsker"), ("", "Kok")];
        let part = [("", "Rehabiliteringsplan – fleksjob")].into_iter().chain(before);
        let of_team = [("H1", "Rehabiliteringsteamets indstilling")].into_iter();
        let lines = part.chain(of_team).chain(lines.iter().map(|line| ("", *line))).collect::<Vec<_>>();
        read(&styled(&lines))
    };
    let (day, ground) = ("Dato for møde: 20.02.2021", "Begrundelse: Kan ikke arbejde.");
    for (recommended, outcome) in [
        ("Indstilling: Førtidspension", "foertidspension"),
        ("Teamets indstilling: Fleksjob", "fleksjob"),
        ("Indstilling: Indsats i jobafklaringsforløb", "jobafklaringsindsats"),
    ] {
        for lines in [&[day, recommended, ground][..], &[recommended, ground], &[recommended]] {
            let (plan, unplaced) = read(lines);
            assert_eq!(plan["indstilling"]["udfald"], outcome, "{lines:?}");
            assert_eq!((&plan["sag"]["sagstype"], unplaced), (&"fleksjob".into(), vec![]), "{lines:?}");
        }
    }
    for other in ["Indstilling: Sygedagpenge", "Indstilling: Fleksjob eller førtidspension", "Sag: Førtidspension"] {
        let (plan, unplaced) = read(&[day, other, ground]);
        assert_eq!((plan["indstilling"].get("udfald"), unplaced.len()), (None, 1), "{other}");
    }
    // Outside of that part it is listed, and says nothing of the case.
    let lines = ["Rehabiliteringsplan", "Indstilling: Førtidspension", "Netværk", "En bror."];
    let (plan, unplaced) = self::read(&paragraphs(&lines));
    assert_eq!((plan["sag"].get("sagstype"), plan.get("indstilling"), unplaced.len()), (None, None, 1));
}

#[test]
fn a_cross_in_a_cell_of_its_own_chooses_what_it_stands_at() {
    let table = |rows: &[&[&str]]| {
        let cell = |text: &&str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        let row = |row: &&[&str]| format!("<tr>{}</tr>", row.iter().map(cell).collect::<String>());
        let rest: &[&[&str]] = &[&["Ønsker", "Bus."], &["Netværk", "En bror."]];
        let rows: String = rows.iter().chain(rest).map(row).collect();
        let document =
            documents().read(&docx(&format!("<document><body><tbl>{rows}</tbl></body></document>"))).unwrap();
        let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
        assert_eq!(plan["forberedendeDel"]["oensker"], "Bus.");
        (plan, document.unplaced().len())
    };
    for mark in ["x", "X", "☒", "[x]"] {
        let side: &[&str] = &["Sagstype", "Fleksjob", "Ressourceforløb"];
        let rows: [&[&[&str]]; 5] = [
            &[side, &["", "", mark]],
            &[side, &["", "☐", mark]],
            &[&["Sagstype", "Fleksjob", ""], &["", "Ressourceforløb", mark]],
            &[&["Sagstype", "", "Fleksjob"], &["", mark, "Ressourceforløb"]],
            &[&["Sagstype", "Fleksjob", "Ressourceforløb", "Revalidering"], &["", "", mark, ""]],
        ];
        for rows in rows {
            let (plan, unplaced) = table(rows);
            assert_eq!((&plan["sag"]["sagstype"], unplaced), (&"ressourceforloeb".into(), 0), "{rows:?}");
        }
        let (plan, _) = table(&[&["Udarbejdet sammen med borgeren", "Ja", "Nej"], &["", "", mark]]);
        assert_eq!(plan["forberedendeDel"]["samarbejde"]["medBorger"], false, "{mark}");
        let (plan, _) = table(&[&["Sagstype", "Sygedagpenge, kategori 3", "Fleksjob"], &["", mark, ""]]);
        assert_eq!(plan["sag"], serde_json::json!({"sagstype": "sygedagpenge", "kategori": 3}), "{mark}");
    }
    // Nobody can say which, and it is never the first.
    let open: [&[&[&str]]; 5] = [
        &[&["Sagstype", "Fleksjob", "Ressourceforløb"]],
        &[&["Sagstype", "Fleksjob", "Ressourceforløb"], &["", "", ""]],
        &[&["Sagstype", "Fleksjob", "Ressourceforløb"], &["", "x", "x"]],
        &[&["Sagstype", "Fleksjob", "", "Ressourceforløb"], &["", "", "x", ""]],
        &[&["Sagstype", "Fleksjob", "x", "Ressourceforløb", ""]],
    ];
    for rows in open {
        let (plan, _) = table(rows);
        let sagstype = plan.pointer("/sag/sagstype");
        assert!(
            sagstype.is_none_or(|told| Sagstype::from_code(told.as_str().unwrap_or_default()).is_none()),
            "{rows:?}"
        );
    }
    let (plan, unplaced) = table(&[&["Sagstype", "Fleksjob", "Aftalt i maj"]]);
    assert_eq!((&plan["sag"]["sagstype"], unplaced), (&"fleksjob".into(), 1), "a remark is nothing to choose");
}

#[test]
fn what_stands_behind_a_greeting_at_the_end_and_is_no_sender_is_not_lost() {
    let oensker = |plan: &Value| plan.pointer("/forberedendeDel/oensker").cloned();
    let greeting = ["Venlig hilsen", "", "Karen Jensen", "Jobcenter Aarhus"];
    for answer in [
        "Vil gerne være kok",
        "At køre bus",
        "Kok eller tjener",
        "Vil gerne arbejde på et plejecenter",
        "Jobcentret skal hjælpe mig",
        "- At køre bus",
    ] {
        let lines = [&greeting[..], &[answer]].concat();
        for lines in [lines.clone(), vec!["Venlig hilsen", answer], vec![&*lines.join("</t><br/><t>")]] {
            let paragraphs = [("H2", "Ønsker")].into_iter().chain(lines.iter().map(|line| ("", *line)));
            let paragraphs: Vec<_> = paragraphs.collect();
            let document = documents().sagstype(Sagstype::Fleksjob).read(&styled(&paragraphs)).unwrap();
            let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
            let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
            let unplaced: Vec<String> = document.unplaced().iter().map(|unplaced| unplaced.text(Lang::Da)).collect();
            let is_missed = report.findings().any(|finding| finding.rule.id == "P3.1.4");
            let is_there = oensker(&plan).is_some_and(|told| told == answer) || unplaced.len() == 1;
            assert!(is_there && !is_missed, "{lines:?} {plan} {unplaced:?}");
            // Behind an answer it is listed.
            let answered = [("H2", "Ønsker"), ("", "At læse.")].into_iter().chain(paragraphs.iter().skip(1).copied());
            let (plan, unplaced) = read(&styled(&answered.collect::<Vec<_>>()));
            let text = oensker(&plan).unwrap().as_str().unwrap().to_owned();
            assert!(text.starts_with("At læse.") && (text.contains(answer) || unplaced.len() == 1), "{text}");
        }
    }
    // Who sends it is none of that, however they are told.
    for more in [
        &["Karen"][..],
        &["Karen Lund", "Sagsbehandler", "Team Syd", "Tlf. 66 13 13 13", "kl@syd.dk"],
        &["Karen Lund, sagsbehandler", "Center for Job og Uddannelse", "Havnegade 3", "5000 Odense C", "Side 2 af 2"],
    ] {
        let answer = [("H2", "Ønsker"), ("", "At læse."), ("", "Med venlig hilsen")];
        let lines: Vec<_> = answer.into_iter().chain(more.iter().map(|line| ("", *line))).collect();
        let (plan, unplaced) = read(&styled(&lines));
        assert_eq!((oensker(&plan), unplaced), (Some("At læse.".into()), vec![]), "{more:?}");
    }
    // A heading in bold ends what is behind a greeting, as one with a style does.
    let (plan, _) = read(&headings(&[("Ønsker", "Venlig hilsen"), ("Netværk", "En bror")]));
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En bror");
}

#[test]
fn a_paragraph_without_end_costs_no_more_than_its_letters() {
    const BYTES: usize = 400_000;
    let many = |piece: &str| piece.repeat(BYTES / piece.len());
    let heading = |text: &str| format!("<p><pPr><outlineLvl val=\"1\"/></pPr><r><t>{text}</t></r></p>");
    let read = |inner: &str| {
        let (before, after) = (heading("Ønsker"), heading("Netværk"));
        read(&docx(&format!(
            "<document><body>{before}<p>{inner}</p>{after}<p><r><t>En nabo.</t></r></p></body></document>"
        )))
        .0
    };
    let run = |text: &str| format!("<r><t>{text}</t></r>");
    // Words without a sentence, sentences that each may begin a label, and a run for each of them.
    let (words, sentences) = (many("hest og ko "), many("Navn: x. "));
    let in_runs = run("Navn: x. ").repeat(sentences.len() / "Navn: x. ".len());
    for (inner, text) in [(run(&words), &words), (run(&sentences), &sentences), (in_runs, &sentences)] {
        assert_eq!(read(&inner)["forberedendeDel"]["oensker"], text.trim());
    }
    // Each sentence may end before the next label, and that one stands at the end.
    let answer = format!("Ønsker: {}", many("Han er glad. "));
    let (plan, _) = self::read(&paragraphs(&[&format!("{answer}Netværk: En nabo.")]));
    assert_eq!(plan["forberedendeDel"]["oensker"], answer.trim_start_matches("Ønsker: ").trim());
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "En nabo.");
}

#[test]
fn a_heading_that_no_name_is_like_is_placed_by_its_words_and_said_to_be() {
    let sections = [
        ("Ønsker", "Bus."),
        ("Hvilke tilbud har du fået fra jobcentret? [spørg Karen]", "Praktik i en børnehave."),
        ("Karens tilbud fra jobcentret", "Kursus."),
    ];
    let document = documents().read(&headings(&sections)).unwrap();
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    let measures = &plan["forberedendeDel"]["hidtidigIndsats"]["beskaeftigelse"];
    assert_eq!(measures[0]["indhold"], "Praktik i en børnehave.");
    assert_eq!(measures[1], Value::Null, "a name is a word that nobody knows");
    let meant = [(
        "Hvilke tilbud har du fået fra jobcentret".to_owned(),
        "/forberedendeDel/hidtidigIndsats/beskaeftigelse".to_owned(),
    )];
    assert_eq!(document.meant(), meant);
    assert_eq!(document.unplaced().len(), 1);
}

#[test]
fn a_sentence_says_the_one_fact_that_is_asked_for_or_none() {
    let read = |heading: &str, text: &str| {
        let document = documents().read(&headings(&[("Ønsker", "Bus."), (heading, text)])).unwrap();
        serde_json::from_slice::<Value>(&document.plan()).unwrap()
    };
    let outcome = |text: &str| read("Teamet indstiller til", text)["indstilling"]["udfald"].clone();
    assert_eq!(outcome("Teamet indstiller, at NN tilkendes fleksjob."), "fleksjob");
    assert_eq!(outcome("Fleksjob eller førtidspension"), "Fleksjob eller førtidspension", "it is told");
    let day = |text: &str| read("Dato for samtale", text)["forberedendeDel"]["samarbejde"]["samtaledato"].clone();
    assert_eq!(day("Samtale på jobcentret den 28. februar 2023."), "2023-02-28");
    assert_ne!(day("Samtalen den 28. februar 2023 blev aflyst."), "2023-02-28");
    let again = |text: &str| read("Teamet ønsker at se sagen igen", text)["indstilling"]["genforelaeggelse"].clone();
    assert_eq!(again("Nej, det er der ikke brug for."), false);
    assert_ne!(again("Ja, måske."), true);
    // A no that a heading asks for in other words stands where it belongs.
    let first = read("Er det første jobafklaringsforløb?", "Ja, det er det første.");
    assert_eq!(first["forberedendeDel"]["foersteForloeb"], true);
}

#[test]
fn beside_a_label_a_sentence_says_the_fact_and_a_label_below_the_title_is_none_of_it() {
    let plan = |answer: &str| {
        let cell = |text: &str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
        let row = |cells: [&str; 2]| format!("<tr>{}</tr>", cells.map(cell).concat());
        let prepared =
            [["Første jobafklaringsforløb", answer], ["Udarbejdet sammen med borgeren", "Ja, ved to samtaler"]];
        let outcome = row(["Teamet indstiller til", "Teamet indstiller til ressourceforløb i 2 år"]);
        let chapter = |title: &str, rows: String| {
            format!(r#"<p><pPr><outlineLvl val="0"/></pPr><r><t>{title}</t></r></p><tbl>{rows}</tbl>"#)
        };
        let body = chapter("Forberedende del", prepared.map(row).concat()) + &chapter("Indstilling", outcome);
        let document = documents().sagstype(Sagstype::Ressourceforloeb);
        let document = document.read(&docx(&format!("<document><body>{body}</body></document>"))).unwrap();
        serde_json::from_slice::<Value>(&document.plan()).unwrap()
    };
    for (answer, is_first) in [("Nej", false), ("Ja, det er borgerens første forløb", true)] {
        let plan = plan(answer);
        assert_eq!(plan["sag"], serde_json::json!({"sagstype": "ressourceforloeb"}), "{answer}");
        assert_eq!(plan["forberedendeDel"]["foersteForloeb"], is_first, "{answer}");
        assert_eq!(plan["forberedendeDel"]["samarbejde"]["medBorger"], true, "{answer}");
        assert_eq!(plan["indstilling"]["udfald"], "ressourceforloeb", "{answer}");
    }
}

#[test]
fn who_took_part_is_read_one_by_one_and_nobody_who_did_not() {
    let took_part = |bytes: &[u8]| {
        let plan: Value = serde_json::from_slice(&documents().read(bytes).unwrap().plan()).unwrap();
        plan["moede"]["deltagere"].clone()
    };
    let of = |text: &str| took_part(&headings(&[("Ønsker", "Bus."), ("Teammøde", ""), ("Deltagere", text)]));
    let three = serde_json::json!(["borger", "sagsbehandler", "sundhedskoordinator"]);
    let codes = |value: Value| {
        let known =
            ["borger", "sagsbehandler", "sundhedskoordinator", "Borgeren", "Sagsbehandler", "Sundhedskoordinator"];
        let list = value.as_array().unwrap().clone();
        list.into_iter().filter(|one| one.as_str().is_some_and(|one| known.contains(&one))).count()
    };
    assert_eq!(of("Borgeren, sagsbehandler og sundhedskoordinator"), three);
    assert_eq!(
        of("Borgeren\n</t></r></p><p><r><t>Karen Lund, sagsbehandler</t></r></p><p><r><t>Sundhedskoordinator"),
        three
    );
    for text in ["Borgeren meldte afbud", "Sagsbehandler deltog ikke", "Borgerens ægtefælle", "Borgeren (indkaldt)"] {
        assert_eq!(codes(of(text)), 0, "{text}");
    }
    // Nor in another meeting.
    let other =
        headings(&[("Ønsker", "Bus."), ("Rundbordssamtale", "Om praktik."), ("Deltagere", "Borgeren, sagsbehandler")]);
    assert!(took_part(&other).is_null());
    // What nobody can read stands in its place.
    for text in ["Borgeren og Karen Lund", "Borgeren, Karen Lund"] {
        assert_eq!(of(text).as_array().unwrap().len(), 2, "{text}");
    }
    let cell = |text: &str| format!("<tc><p><r><t>{text}</t></r></p></tc>");
    let row = |cells: &[&str]| format!("<tr>{}</tr>", cells.iter().map(|text| cell(text)).collect::<String>());
    let rows = row(&["Navn", "Funktion"]) + &row(&["Karen Lund", "Sagsbehandler"]) + &row(&["NN", "Borgeren"]);
    let bold = |text: &str| format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>");
    let body =
        bold("Ønsker") + "<p><r><t>Bus.</t></r></p>" + &bold("Deltagere i teammødet") + &format!("<tbl>{rows}</tbl>");
    let table = took_part(&docx(&format!("<document><body>{body}</body></document>")));
    assert_eq!(table, serde_json::json!(["sagsbehandler", "borger"]));
}

#[test]
fn what_has_a_heading_or_a_label_of_its_own_is_reached_outside_the_parts_too() {
    let plan = |sections: &[(&str, &str)]| {
        let sections: Vec<_> = [("Ønsker", "Bus.")].iter().chain(sections).copied().collect();
        let lines = |(name, text): &(&str, &str)| format!("{name}: {text}");
        let labels: Vec<String> = sections.iter().map(lines).collect();
        let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
        let of = |bytes: &[u8]| serde_json::from_slice::<Value>(&documents().read(bytes).unwrap().plan()).unwrap();
        [of(&headings(&sections)), of(&paragraphs(&labels))]
    };
    for plan in plan(&[
        ("Kommunens afgørelse", "Ressourceforløb"),
        ("Indsatsdelen indgår i Min Plan", "Ja"),
        ("Behov for øvrig støtte", "Nej"),
        ("Mentorens rolle og opgaver", "Ringer hver morgen."),
        ("Planperioder", "1. marts 2023 - 31. august 2023"),
        ("Bilagsliste", "Udskrift fra hospitalet"),
        ("Dokumentation bag indstillingen", "Praktikrapport"),
    ]) {
        assert_eq!(plan["afgoerelse"]["udfald"], "ressourceforloeb", "{plan}");
        assert_eq!(plan["minPlan"]["indgaar"], true, "{plan}");
        assert_eq!(plan["indstilling"]["andenIndsats"]["oevrigStoette"], false, "{plan}");
        assert_eq!(plan["indsatsdel"]["mentor"]["rolleOgOpgaver"], "Ringer hver morgen.", "{plan}");
        let period = serde_json::json!([{"startdato": "2023-03-01", "slutdato": "2023-08-31"}]);
        assert_eq!(plan["indsatsdel"]["perioder"], period, "{plan}");
        assert_eq!(plan["forberedendeDel"]["bilag"][0]["titel"], "Udskrift fra hospitalet", "{plan}");
        assert_eq!(plan["indstilling"]["dokumentation"][0]["titel"], "Praktikrapport", "{plan}");
    }
    // A period without its days is none, and is told.
    let [plan, _] = plan(&[("Planperioder", "Fra foråret og et halvt år frem")]);
    assert!(plan["indsatsdel"]["perioder"].get(0).is_none_or(|period| period.get("startdato").is_none()), "{plan}");
    assert!(plan["indsatsdel"].get("perioder").is_some(), "{plan}");
}

#[test]
fn a_heading_that_only_groups_others_is_no_blank() {
    let styled =
        |level: u8, text: &str| format!(r#"<p><pPr><outlineLvl val="{level}"/></pPr><r><t>{text}</t></r></p>"#);
    let plain = |text: &str| format!("<p><r><t>{text}</t></r></p>");
    let lacks = |under: &str| {
        let before = styled(0, "Ønsker") + &plain("Bus.") + &styled(0, "Helbredssituation") + &plain("Rask.");
        let body = before + &styled(0, "Sociale udfordringer") + under;
        let bytes = docx(&format!("<document><body>{body}</body></document>"));
        let document = documents().sagstype(Sagstype::Fleksjob).read(&bytes).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        report.findings().any(|finding| finding.rule.id == "P3.1.3.b")
    };
    assert!(!lacks(&(styled(1, "Familie") + &plain("To børn, som er syge."))));
    assert!(lacks(&(styled(0, "Familie") + &plain("To børn, som er syge."))), "it stands beside it");
    assert!(lacks(""));
}

#[test]
fn what_says_only_that_something_was_spoken_of_or_who_wrote_it_is_listed_and_no_answer() {
    let oensker = || vec!["/forberedendeDel/oensker".to_owned()];
    let table = |text: &str| {
        let row = |label: &str, text: &str| {
            format!("<tr><tc><p><r><t>{label}</t></r></p></tc><tc><p><r><t>{text}</t></r></p></tc></tr>")
        };
        let rows = row("Ønsker", text) + &row("Netværk", "En nabo.");
        docx(&format!("<document><body><tbl>{rows}</tbl></body></document>"))
    };
    for line in [
        "Drøftet med borgeren.",
        "Er drøftet på mødet den 3. maj 2021",
        "Ikke drøftet",
        "Endnu ikke taget stilling",
        "Beskrevet.",
        "Karen Jensen, sagsbehandler",
        "Karen Jensen (socialrådgiver)",
    ] {
        for bytes in [chapters(&[("Ønsker", &[line]), ("Netværk", &["En nabo."])]), table(line)] {
            assert_eq!(wishes(&bytes), (false, oensker()), "{line}");
            assert_eq!(read(&bytes).1.len(), 1, "{line}");
        }
        // Beside an answer it is in nobody's way.
        let (plan, _) = read(&chapters(&[("Ønsker", &[line, "At køre bus."]), ("Netværk", &["En nabo."])]));
        assert!(plan["forberedendeDel"]["oensker"].as_str().unwrap().contains("At køre bus."), "{line}");
    }
    for line in ["Samtykke: givet den 3. maj 2021", "Underskrift borger", "Underskrift af borger og sagsbehandler"] {
        for bytes in [chapters(&[("Ønsker", &[line]), ("Netværk", &["En nabo."])]), table(line)] {
            let (plan, unplaced) = read(&bytes);
            assert_eq!((plan["forberedendeDel"].get("oensker"), unplaced.len()), (None, 0), "{line}");
        }
    }
    // Who is asked for is answered by a name, and what was said is an answer.
    let (plan, _) = read(&chapters(&[("Ønsker", &["Bus."]), ("Netværk", &["Karen Jensen, sagsbehandler"])]));
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "Karen Jensen, sagsbehandler");
    for line in [
        "Drøftet med borgeren, at hun vil køre bus",
        "Danske Bank, kunderådgiver",
        "Samtykke: Hun vil gerne. Men kun til en læge.",
    ] {
        let (plan, _) = read(&chapters(&[("Ønsker", &[line]), ("Netværk", &["En nabo."])]));
        assert_eq!(plan["forberedendeDel"]["oensker"], line);
    }
}

#[test]
fn whose_words_a_text_is_said_to_be_puts_it_where_these_belong_or_nowhere() {
    let place = |heading: &str| {
        let (plan, unplaced) = read(&chapters(&[(heading, &["Noget."]), ("CV", &["Kok."])]));
        let mut found = BTreeMap::new();
        leaves(&plan["forberedendeDel"], "", &mut found);
        found.remove("/cv");
        assert_eq!(unplaced.len(), usize::from(found.is_empty()), "{heading}");
        found.into_keys().next()
    };
    for heading in [
        "Personlige ressourcer (pårørende)",
        "Personlige ressourcer (lægen)",
        "Helbredssituation (lægens ord)",
        "Ønsker (lægen)",
        "Ønsker (kommunen)",
        "Ønsker (værge)",
        "Ønsker (ifølge bisidder)",
        "Beskæftigelsesmæssige udfordringer (lægen)",
        "Relevante helbredsforhold (borgerens ord)",
    ] {
        assert_eq!(place(heading), None, "{heading}");
    }
    for (heading, at) in [
        ("Ønsker (borgerens ord)", "/oensker"),
        ("Helbredssituation (borgeren)", "/helbred/situation"),
        ("Relevante helbredsforhold (lægen)", "/laege/helbredsforhold"),
        ("Familieforhold (børn, ægtefælle)", "/personligeRessourcer/familie"),
        ("Ønsker (udfyldes af kommunen)", "/oensker"),
        ("Kommunens opfattelse af årsagen (kommunen)", "/hidtidigIndsats/aarsagKommune"),
    ] {
        assert_eq!(place(heading).as_deref(), Some(at), "{heading}");
    }
}

#[test]
fn the_outcome_alone_under_the_name_of_its_part_is_placed() {
    let table = |text: &str| {
        let row = format!("<tr><tc><p><r><t>Indstilling</t></r></p></tc><tc><p><r><t>{text}</t></r></p></tc></tr>");
        docx(&format!("<document><body><p><r><t>Rehabiliteringsplan</t></r></p><tbl>{row}</tbl></body></document>"))
    };
    for text in ["Førtidspension", "Førtidspension.", "førtidspension"] {
        for bytes in [
            table(text),
            chapters(&[("Indstilling", &[text])]),
            chapters(&[("Ønsker", &["Bus."]), ("Indstilling", &[text])]),
        ] {
            let (plan, unplaced) = read(&bytes);
            assert_eq!((&plan["indstilling"]["udfald"], unplaced.len()), (&"foertidspension".into(), 0), "{text}");
            assert_eq!(plan["sag"].get("sagstype"), None, "what is recommended is not what the case is about");
        }
    }
    for text in ["Fleksjob eller førtidspension", "Sygedagpenge"] {
        let (plan, unplaced) = read(&chapters(&[("Ønsker", &["Bus."]), ("Indstilling", &[text])]));
        assert_eq!((plan.get("indstilling"), unplaced.len()), (None, 1), "{text}");
    }
}

#[test]
fn a_type_at_the_top_is_that_of_the_case() {
    let read = |given: Option<Sagstype>, lines: &[&str]| {
        let all: Vec<&str> = lines.iter().copied().chain(["Ønsker", "At køre bus.", "Netværk", "En bror."]).collect();
        documents().sagstype(given).read(&paragraphs(&all))
    };
    let document = read(Some(Sagstype::Fleksjob), &["Rehabiliteringsplan", "Type: ressourceforløb"]).unwrap();
    let plan: Value = serde_json::from_slice(&document.plan()).unwrap();
    assert_eq!(plan["sag"]["sagstype"], "ressourceforloeb");
    assert_eq!(document.beside(), [Beside::CaseType]);
    let two = read(None, &["Rehabiliteringsplan – fleksjob", "Type: ressourceforløb"]).unwrap_err();
    assert_eq!(two, DocumentError::TwoCaseTypes);
    let other = read(Some(Sagstype::Fleksjob), &["Rehabiliteringsplan", "Type: kladde"]).unwrap();
    assert!(!other.beside().contains(&Beside::CaseType));
}

#[test]
fn labels_that_are_known_by_their_words_are_no_answers_of_others() {
    let row = |(label, text): &(&str, &str)| {
        format!("<tr><tc><p><r><t>{label}</t></r></p></tc><tc><p><r><t>{text}</t></r></p></tc></tr>")
    };
    let table = |rows: &[(&str, &str)]| {
        let rows: String = rows.iter().map(row).collect();
        read(&docx(&format!("<document><body><tbl>{rows}</tbl></body></document>"))).0["forberedendeDel"].clone()
    };
    // Below a label that is beside a label stands a label, and not its answer.
    let part = table(&[("Ønsker", "Uddannelse"), ("Sygdomme", "Psykiske lidelser"), ("Netværk", "En bror.")]);
    assert_eq!((&part["oensker"], &part["erfaringerRessourcer"]).1, &Value::Null);
    assert_ne!(part["oensker"], "Sygdomme");
    let part = table(&[("Dine sygdomme", "Behandling lige nu"), ("Gigt", "Fys"), ("Netværk", "En bror.")]);
    assert_ne!(part["helbred"]["situation"], "Behandling lige nu");
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.");
    // What stands below the label of somebody else is theirs.
    for other in ["Ægtefællens forhold", "Lægens vurdering", "Arbejdsgiverens oplysninger"] {
        let part = table(&[("Jobønsker", "Bager"), (other, ""), ("Sygdomme", "KOL"), ("Kompetencer", "Dygtig")]);
        assert_eq!((&part["oensker"], &part["helbred"]["situation"]), (&Value::from("Bager"), &Value::Null), "{other}");
        let is_of_other = part["erfaringerRessourcer"].is_null();
        assert!(is_of_other || other == "Lægens vurdering", "{other}");
    }
}

#[test]
fn a_label_that_only_its_words_tell_ends_the_answer_above_it() {
    let network = |part: &Value| part["personligeRessourcer"]["netvaerk"].as_str().map(str::to_owned);
    let labels = [("Netværk", "En bror."), ("Dine sygdomme", "Gigt."), ("Ønsker", "At køre bus.")];
    let lines = labels.map(|(label, answer)| format!("{label}: {answer}"));
    let leads = labels.map(|(label, answer)| (format!("{label}:"), format!(" {answer}")));
    let leads: Vec<(&str, &str)> = leads.iter().map(|(label, answer)| (label.as_str(), answer.as_str())).collect();
    for (manner, bytes) in [
        ("a column", column(&["Netværk", "En bror.", "Dine sygdomme", "Gigt.", "Ønsker", "At køre bus."])),
        ("a question", column(&["Netværk", "En bror.", "Hvad fejler du?", "Gigt.", "", "Ønsker", "At køre bus."])),
        ("before a colon", paragraphs(&lines.each_ref().map(String::as_str))),
        ("in bold", led_in(&leads)),
        ("bold alone", headings(&labels)),
    ] {
        let (plan, unplaced) = read(&bytes);
        let part = &plan["forberedendeDel"];
        assert_eq!(network(part).as_deref(), Some("En bror."), "{manner}");
        assert_eq!(
            (&part["helbred"]["situation"], &part["oensker"]),
            (&"Gigt.".into(), &"At køre bus.".into()),
            "{manner}"
        );
        assert_eq!(unplaced, Vec::<String>::new(), "{manner}");
    }
    // Right below a label without an answer it may be the answer.
    let (plan, unplaced) = read(&column(&["Netværk", "Dine sygdomme", "Gigt.", "", "Ønsker", "At køre bus."]));
    assert!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"].is_array() && unplaced.len() == 1, "{plan}");
}

#[test]
fn a_label_that_nobody_knows_ends_the_answer_above_it_where_others_look_so() {
    let network = |bytes: &[u8]| {
        let (plan, unplaced) = read(bytes);
        (plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"].as_str().map(str::to_owned), unplaced.len())
    };
    let alone = (Some("En bror.".to_owned()), 1);
    let labels = ["Netværk", "En bror.", "Kæledyr", "To marsvin.", "Ønsker", "At køre bus."];
    assert_eq!(network(&column(&labels)), alone);
    let bold = |look: &'static str| {
        let styled = |text: &str| format!(r#"<p><pPr><outlineLvl val="0"/></pPr><r><t>{text}</t></r></p>"#);
        let line = |look: &str, text: &str| format!("<p><r><rPr>{look}</rPr><t>{text}</t></r></p>");
        let body = styled("Personlige forhold")
            + &line("<b/>", "Ønsker")
            + &line("", "At køre bus.")
            + &styled("Netværk")
            + &line("", "En bror.")
            + &line(look, "Kæledyr")
            + &line("", "To marsvin.");
        docx(&format!("<document><body>{body}</body></document>"))
    };
    assert_eq!(network(&bold("<b/>")), alone);
    assert_eq!(network(&bold("")), (Some("En bror.\nKæledyr\nTo marsvin.".to_owned()), 0));
    // What is told by no look of others is a part of the answer, whatever stands before a colon in it.
    let answer = ["En bror.", "Bemærk: Han er syg.", "Mandag: Træning.", "Dine sygdomme: Gigt."];
    let whole = (Some(answer.join("\n")), 0);
    assert_eq!(network(&chapters(&[("Ønsker", &["At køre bus."]), ("Netværk", &answer)])), whole);
}

#[test]
fn a_heading_in_capitals_may_end_with_a_word_that_is_cut_short() {
    let (plan, unplaced) =
        read(&headings(&[("NETVÆRK", "En bror."), ("KÆLEDYR M. FL. DYR.", "To marsvin."), ("ØNSKER", "Bus.")]));
    let part = &plan["forberedendeDel"];
    assert_eq!((&part["personligeRessourcer"]["netvaerk"], &part["oensker"]), (&"En bror.".into(), &"Bus.".into()));
    assert_eq!(unplaced.len(), 1);
}

#[test]
fn the_chapters_of_others_hold_nothing_of_the_citizens() {
    for above in ["LÆ 265", "LÆ 285", "Ægtefælle", "Handleplan", "Psykolog", "Lægens vurdering", "Tidligere plan"]
    {
        let rest = [("H1", "Netværk"), ("", "En bror."), ("H1", above), ("H2", "Helbredssituation"), ("", "Gigt.")];
        let (plan, unplaced) = read(&styled(&rest));
        let health = &plan["forberedendeDel"]["helbred"];
        assert!(health.is_null(), "{above}: {plan}");
        let is_the_doctors = plan["forberedendeDel"]["laege"]["helbredsforhold"] == "Gigt.";
        assert_eq!(unplaced.len(), usize::from(!is_the_doctors), "{above}: {plan}");
    }
}

#[test]
fn every_label_of_a_column_with_answers_behind_a_colon_ends_the_one_above_it() {
    let rows = ["Ønsker:", "Bolig: Lejer et kammer.", "Netværk:", "Gæld: Skylder banken.", "Helbred: Slidgigt."];
    let (plan, unplaced) = read(&column(&[&rows[..], &["Medicin: Panodil.", "Uddannelse: Bager."]].concat()));
    let part = &plan["forberedendeDel"];
    assert_eq!((&part["oensker"], &part["personligeRessourcer"]), (&Value::Null, &Value::Null), "{plan}");
    assert_eq!(
        part["helbred"]["situation"].as_str().map(|text| text.lines().next()),
        Some(Some("Slidgigt.")),
        "{plan}"
    );
    assert_eq!(part["erfaringerRessourcer"], "Bager.", "{plan}");
    let is_with_health = plan.to_string().contains("Panodil.");
    assert_eq!(unplaced.len(), 3 - usize::from(is_with_health), "{unplaced:?}");
}

#[test]
fn what_stands_under_two_names_of_one_place_is_joined_there() {
    let all = [
        ("Ønsker", "Bus."),
        ("Helbred og sygdom", "Slidgigt."),
        ("Netværk", "En bror."),
        ("Helbredssituation", "KOL."),
    ];
    let (plan, _) = read(&chapters(&all.each_ref().map(|(heading, text)| (*heading, std::slice::from_ref(text)))));
    assert_eq!(plan["forberedendeDel"]["helbred"]["situation"], "Slidgigt.\nKOL.");
}

#[test]
fn a_chapter_with_words_that_no_plan_has_in_its_headings_is_of_others() {
    let of = |above: &str| {
        let lines = [("H1", "Netværk"), ("", "En bror."), ("H1", above), ("H2", "Ønsker"), ("", "At køre bus.")];
        let (plan, unplaced) = read(&styled(&lines));
        (plan["forberedendeDel"]["oensker"].clone(), unplaced.len())
    };
    for above in [
        "Neuropsykologisk undersøgelse",
        "Ergoterapeut",
        "Kiropraktor",
        "Arbejdsmedicinsk klinik",
        "Socialpædagog",
        "Bostøtte",
        "Hjemmevejlederens beskrivelse",
        "Misbrugsbehandling",
        "Sundhedskoordinator",
        "Moderen",
        "Værge",
        "Kontaktperson",
        "Partsrepræsentant",
        "Jobkonsulent",
        "Anden aktør",
        "Virksomheden",
        "Praktiksted",
        "Kriminalforsorgen",
        "Jobplan",
        "Fra Min Plan",
        "Underretning",
        "Notat fra lægen",
        "Journalnotat",
        "Handleplan efter serviceloven",
        "Rehabiliteringsplan 2017",
        "Lægen",
        "Osteopati",
        "Hjemmesygeplejen",
    ] {
        assert_eq!(of(above), (Value::Null, 1), "{above}");
    }
    for above in [
        "Borgerens situation",
        "Blok 2 – Helbred og sygdom",
        "Opfølgning og mentor",
        "Indsats i jobafklaringsforløbet",
        "Beskæftigelse",
        "Baggrund",
        "§ 3, stk. 1",
        "3",
        "Kapitel 2",
        "Din situation",
        "Livssituation",
        "XIV. Sportsfaglig beskrivelse [kortfattet]",
        "Plan",
        "Jobcentrets oplysninger",
    ] {
        assert_eq!(of(above), ("At køre bus.".into(), 0), "{above}");
    }
    // What a document begins with may be called anything, and what a self-employed person does is their own.
    let wishes = |first: &str| {
        let lines = [("H1", first), ("H2", "Netværk"), ("", "En bror."), ("H2", "Ønsker"), ("", "At køre bus.")];
        read(&styled(&lines)).0["forberedendeDel"]["oensker"].clone()
    };
    assert_eq!(wishes("Skibby Sogns skabelon"), "At køre bus.");
}

#[test]
fn labels_in_the_text_of_a_chapter_of_others_are_none_of_the_citizens() {
    for above in ["Lægen", "Fysioterapeut", "Ægtefælle", "LÆ 265"] {
        let lines = ["Ønsker: Ro og hvile.", "Uddannelse: Bager."];
        let (plan, unplaced) = read(&chapters(&[("Netværk", &["En bror."]), (above, &lines)]));
        let part = &plan["forberedendeDel"];
        assert_eq!((&part["oensker"], &part["erfaringerRessourcer"]), (&Value::Null, &Value::Null), "{above}: {plan}");
        assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.");
        assert_eq!(unplaced.len(), 1, "{above}");
    }
    let (plan, unplaced) = read(&column(&["Netværk: En bror.", "*LÆ 265", "Ønsker: Ro.", "Uddannelse: Bager."]));
    let part = &plan["forberedendeDel"];
    assert_eq!((&part["oensker"], &part["erfaringerRessourcer"]), (&Value::Null, &Value::Null), "{plan}");
    assert!(!unplaced.is_empty());
}

#[test]
fn without_styles_the_chapter_of_somebody_else_and_the_title_are_lines_of_no_answer() {
    let labels =
        ["Helbredssituation: Gigt.", "Netværk: En bror.", "Ægtefælle", "Ønsker: At køre bus.", "Uddannelse: Kok."];
    let (plan, unplaced) = read(&paragraphs(&labels));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["personligeRessourcer"]["netvaerk"], "En bror.");
    assert_eq!((&part["oensker"], &part["erfaringerRessourcer"]), (&Value::Null, &Value::Null), "{plan}");
    assert_eq!(unplaced.len(), 1);
    // Where the label has nothing beside it, that may be the answer.
    let (plan, _) = read(&paragraphs(&["Helbredssituation: Gigt.", "Netværk:", "Ægtefælle", "Ønsker: At køre bus."]));
    assert_eq!(plan["forberedendeDel"]["personligeRessourcer"]["netvaerk"], "Ægtefælle");
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
    let lines = ["Ønsker", "At køre bus.", "Rehabiliteringsplan – ressourceforløb", "Netværk", "En bror."];
    assert_eq!(read(&paragraphs(&lines)).0["forberedendeDel"]["oensker"], "At køre bus.");
}

#[test]
fn a_blank_label_has_no_other_label_for_its_answer() {
    let rows = ["Ønsker", "Ægtefælles job", "Konen er kok.", "Forsørgelse", "Dagpenge."];
    let (plan, unplaced) = read(&column(&rows));
    let part = &plan["forberedendeDel"];
    assert!(part["oensker"].is_array() && unplaced.len() == 1, "{plan}");
    assert_eq!(part["forsoergelseshistorik"], "Dagpenge.");
    let (plan, _) = read(&led_in(&[
        ("Hvad drømmer du om at lave?", ""),
        ("Hvad har du levet af?", " Dagpenge."),
        ("Hvad fejler du?", " Gigt."),
    ]));
    let part = &plan["forberedendeDel"];
    assert_eq!((&part["oensker"], &part["forsoergelseshistorik"]), (&Value::Null, &"Dagpenge.".into()), "{plan}");
    assert_eq!(part["helbred"]["situation"], "Gigt.");
}

#[test]
fn a_chapter_that_only_its_words_tell_holds_no_labels_in_bold() {
    let styled = r#"<p><pPr><outlineLvl val="0"/></pPr><r><t>Din situation</t></r></p>"#;
    let line = |label: &str, text: &str| {
        format!(r#"<p><r><rPr><b/></rPr><t xml:space="preserve">{label}: </t></r><r><t>{text}</t></r></p>"#)
    };
    let body = styled.to_owned() + &line("Ønsker", "Bus.") + &line("Netværk", "En bror.") + &line("Hobby", "Fisk.");
    let (plan, unplaced) = read(&docx(&format!("<document><body>{body}</body></document>")));
    let part = &plan["forberedendeDel"];
    assert_eq!((&part["oensker"], &part["personligeRessourcer"]["netvaerk"]), (&"Bus.".into(), &"En bror.".into()));
    assert!(!plan.to_string().contains("Fisk.") && unplaced.len() == 1, "{plan}");
}

/// A docx of a table, of which a row with one cell takes up the whole width.
fn table(rows: &[&[&str]]) -> String {
    let row = |cells: &&[&str]| {
        let span = if cells.len() == 1 { r#"<tcPr><gridSpan val="2"/></tcPr>"# } else { "" };
        let cells = cells.iter().map(|cell| format!("<tc>{span}<p><r><t>{cell}</t></r></p></tc>"));
        format!("<tr>{}</tr>", cells.collect::<String>())
    };
    format!("<tbl>{}</tbl>", rows.iter().map(row).collect::<String>())
}

#[test]
fn rows_below_the_title_of_somebody_else_in_a_table_are_none_of_the_citizens() {
    for above in ["Ægtefælle", "Bilag", "LÆ 265 og bilag"] {
        let rows: [&[&str]; 5] = [
            &["Ønsker", "At køre bus."],
            &[above],
            &["Helbredssituation", "Slidgigt."],
            &["Borgerens forhold"],
            &["Forsørgelse", "Dagpenge."],
        ];
        let (plan, unplaced) = read(&docx(&format!("<document><body>{}</body></document>", table(&rows))));
        let part = &plan["forberedendeDel"];
        assert_eq!((&part["oensker"], &part["helbred"]), (&"At køre bus.".into(), &Value::Null), "{above}: {plan}");
        assert_eq!(part["forsoergelseshistorik"], "Dagpenge.", "{above}");
        assert!(unplaced.iter().any(|unplaced| unplaced.contains("Helbredssituation")), "{unplaced:?}");
    }
    // An answer that takes up the whole width is none.
    for rows in [
        [&["Ønsker"][..], &["At køre bus"], &["Helbredssituation", "Slidgigt."]],
        [&["Ønsker", "At køre bus"][..], &["Helst i Xyzzy"], &["Helbredssituation", "Slidgigt."]],
    ] {
        let (plan, _) = read(&docx(&format!("<document><body>{}</body></document>", table(&rows))));
        let part = &plan["forberedendeDel"];
        assert_eq!((&part["oensker"], &part["helbred"]["situation"]), (&"At køre bus".into(), &"Slidgigt.".into()));
    }
}

#[test]
fn a_question_in_bold_type_under_another_heading_is_none_of_its_answer() {
    let line = |label: &str, text: &str| {
        format!(r#"<p><r><rPr><b/></rPr><t>{label}</t></r><r><t xml:space="preserve"> {text}</t></r></p>"#)
    };
    let heading = |text: &str| format!(r#"<p><pPr><outlineLvl val="0"/></pPr><r><t>{text}</t></r></p>"#);
    let of = |above: &str, label: &str, text: &str| {
        let body = heading(above) + "<p><r><t>Det første.</t></r></p>" + &line(label, text);
        let (plan, unplaced) = read(&docx(&format!("<document><body>{body}</body></document>")));
        (plan["forberedendeDel"].clone(), unplaced.len())
    };
    let (part, _) = of("Helbredssituation", "Hvad vil du gerne arbejde med?", "Busser.");
    assert_eq!((&part["oensker"], &part["helbred"]["situation"]), (&"Busser.".into(), &"Det første.".into()));
    let (part, _) = of("Ønsker", "Hvilke sygdomme har du?", "Slidgigt.");
    assert_eq!((&part["oensker"], &part["helbred"]["situation"]), (&"Det første.".into(), &"Slidgigt.".into()));
    // One of what the heading asks for is a part of the answer.
    let (part, _) = of("Helbredssituation", "Hvilke sygdomme har du?", "Slidgigt.");
    assert!(part["helbred"]["situation"].as_str().unwrap().contains("Slidgigt."), "{part}");
}

#[test]
fn several_texts_of_one_list_are_its_entries() {
    let rows: [&[&str]; 2] = [&["Delmål – beskæftigelse", "Praktik."], &["Delmål – uddannelse", "Dansk."]];
    let title = "<p><r><rPr><b/></rPr><t>Indsatsdel</t></r></p>";
    let (plan, _) = read(&docx(&format!("<document><body>{title}{}</body></document>", table(&rows))));
    let aims: Vec<&Value> =
        plan["indsatsdel"]["delmaal"].as_array().unwrap().iter().map(|entry| &entry["beskrivelse"]).collect();
    assert_eq!(aims, ["Praktik.", "Dansk."]);
}

#[test]
fn labels_in_a_table_below_a_heading_that_only_its_words_tell_are_labels() {
    let rows: [&[&str]; 3] =
        [&["Skolegang og uddannelse", "Folkeskole."], &["Personlige egenskaber", "Glad."], &["Familie", "Gift."]];
    let title = r#"<p><pPr><outlineLvl val="0"/></pPr><r><t>A. Job, uddannelse, ressourcer</t></r></p>"#;
    let (plan, unplaced) = read(&docx(&format!("<document><body>{title}{}</body></document>", table(&rows))));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["personligeRessourcer"]["familie"], "Gift.", "{plan}");
    assert_eq!(part["personligeRessourcer"]["beskrivelse"], "Glad.");
    assert_eq!(unplaced, Vec::<String>::new());
}

#[test]
fn a_heading_with_nothing_but_headings_after_it_is_over_those_that_look_as_it_does() {
    let of = |above: &[(&str, &str)]| {
        let all = [("Ønsker", "At køre bus.")];
        let below = [("Gæld", "Ingen."), ("Indsats for familien [børn, samlever]", "Hjælp i hjemmet.")];
        let (plan, _) = read(&headings(&[&all[..], above, &below].concat()));
        plan["forberedendeDel"]["hidtidigIndsats"]["socialFamilie"][0]["indhold"].clone()
    };
    assert_eq!(of(&[("Del C – Socialfaglig beskrivelse", "")]), "Hjælp i hjemmet.");
    // Something stands under it: then it is over nothing else.
    assert_eq!(of(&[("Del C – Socialfaglig beskrivelse", "Bor alene.")]), Value::Null);
}

#[test]
fn a_heading_in_the_laws_own_words_ends_the_answer_above_it_however_long_it_is() {
    let long = "5) Helbredssituation, herunder oplysninger om igangværende undersøgelse eller behandling samt alle relevante \
        helbredsmæssige oplysninger med dokumentation i form af lægeattester m.v.";
    let (plan, _) = read(&styled(&[("H1", "Ønsker"), ("", "At køre bus."), ("H1", long), ("", "Slidgigt.")]));
    assert_eq!(plan["forberedendeDel"]["oensker"], "At køre bus.");
}

#[test]
fn a_plan_for_somebody_who_is_self_employed_has_places_of_its_own() {
    let lines = [
        ("H1", "Tilskud til selvstændigt erhvervsdrivende, § 15"),
        ("H2", "Borgerens helbred"),
        ("", "Slidgigt."),
        ("H2", "Igangværende undersøgelse eller behandling"),
        ("", "Ingen."),
    ];
    let (plan, _) = read(&styled(&lines));
    let part = &plan["forberedendeDel"];
    assert_eq!(part["helbred"], Value::Null, "{plan}");
    assert_eq!(part["selvstaendig"]["helbred"], "Slidgigt.");
    assert_eq!(part["selvstaendig"]["igangvaerende"], "Ingen.");
}

#[test]
fn what_has_no_place_is_told_by_the_heading_of_the_document_before_it() {
    let (_, unplaced) = read(&styled(&[
        ("H1", "Forberedende del"),
        ("H2", "Helbredsmæssige forhold"),
        ("", "Slidgigt."),
        ("H2", "Xyzzy"),
        ("", "Noget."),
    ]));
    assert!(unplaced.iter().all(|unplaced| unplaced.contains("efter »Helbredsmæssige forhold«")), "{unplaced:?}");
    assert_eq!(unplaced.len(), 1);
}

#[test]
fn a_document_of_too_many_words_is_told() {
    let line = "ord ".repeat(1_000);
    let lines = vec![line.as_str(); rehabplan_import::limits::MAX_DOCUMENT_WORDS / 1_000 + 1];
    assert_eq!(documents().read(&paragraphs(&lines)).unwrap_err(), DocumentError::TooManyWords);
}

#[test]
fn a_preparatory_part_is_not_missing_where_its_answers_may_be_what_has_no_place() {
    let of = |unknown: &[(&str, &str)]| {
        let all = [("Forberedende del", ""), ("Ønsker", ""), ("Familie", "")];
        let after = [("Indsatsdel", ""), ("Konkret mål", "Buschauffør.")];
        let bytes = headings(&[&all[..], unknown, &after].concat());
        let document = documents().sagstype(Sagstype::Fleksjob).read(&bytes).unwrap();
        let report = Checker::new().horizon(document.horizon().clone()).check_slice(&document.plan()).unwrap();
        report.findings().filter(|finding| finding.rule.id == "P2.1.pkt2").count()
    };
    assert_eq!((of(&[]), of(&[("Xyzzy", "At køre bus.")])), (1, 0));
}
