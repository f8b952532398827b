//! Documents in several layouts, made by `tools/documents/make.py`, each with what it holds.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rehabplan::plan::Sagstype;
use rehabplan::{Checker, Lang};
use rehabplan_import::document::{DocumentError, Documents, dokument};
use serde::Deserialize;
use serde_json::Value;

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
    Documents::new(dokument().unwrap())
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

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::{Cursor, Write as _};
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
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
    let locked: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
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
    let cases: Vec<(&str, Vec<u8>, DocumentError)> = vec![
        ("nothing", Vec::new(), DocumentError::Empty),
        ("a zip archive that is cut short", b"PK\x03\x04 cut short".to_vec(), DocumentError::Broken),
        ("a PDF that is cut short", b"%PDF-1.7\n1 0 obj".to_vec(), DocumentError::Broken),
        ("an old document", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old".to_vec(), DocumentError::OldDocument),
        ("a password", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &locked].concat(), DocumentError::Locked),
        (
            "a password of odt",
            zipped(&[("content.xml", "x"), ("META-INF/manifest.xml", manifest)]),
            DocumentError::Locked,
        ),
        ("a password of a PDF", encrypted, DocumentError::Locked),
        ("a scanned PDF", scanned, DocumentError::NoText),
        ("a workbook", zipped(&[("xl/workbook.xml", "<workbook/>")]), DocumentError::NoDocument),
        ("another zip archive", zipped(&[("a.txt", "a")]), DocumentError::NoDocument),
        ("entities", docx(entities), DocumentError::Entities),
        ("deep XML", docx(&deep), DocumentError::TooDeep),
        ("a million elements", docx(&many), DocumentError::TooManyElements),
        ("a zip bomb", docx(&bomb), DocumentError::TooMuchUnpacked),
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
    assert_eq!(told.len(), 12, "each has its own words");
    for bytes in [b"{}".as_slice(), b"just words", b"{\\rtf1 words}"] {
        assert!(matches!(read(bytes), DocumentError::NoDocument | DocumentError::Foreign(_)));
    }
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
