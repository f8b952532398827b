//! Any bytes as a mapping, as a table, as a workbook, and as a document.

use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use rehabplan::plan::Sagstype;
use rehabplan::{Checker, Lang};
use rehabplan_import::document::{Documents, dokument};
use rehabplan_import::import::Import;
use rehabplan_import::mapping::{Mapping, Source};
use rehabplan_import::record::Record as _;
use rehabplan_import::source::{Opened, SourceError, open_bytes};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::sound::{self, CANARY};

/// A table with the columns that the seeds of mappings name, and the canary in every text.
fn table() -> Opened {
    let text = format!(
        "Sag;Type;Dato;Ønsker;Indsats 1;Indsats 2;Start 1\n17;fleksjob;{CANARY};{CANARY};a;{CANARY};1-2-2020\n18;{CANARY};31-02-2020;x;;b;\n"
    );
    open_bytes(text.into_bytes(), &Source::default()).expect("a table")
}

/// No mapping can panic, make a plan that is no JSON, or show what stands in a source.
pub fn mapping(bytes: &[u8]) {
    let mapping = match Mapping::read(bytes) {
        Ok(mapping) => mapping,
        Err(error) => return Lang::ALL.iter().for_each(|lang| assert!(!error.message(*lang).is_empty())),
    };
    let others = mapping.file().tables.0.iter().map(|_| table()).collect();
    let import = match Import::new(&mapping, table(), others) {
        Ok(import) => import,
        Err(error) => {
            // What stands in a mapping is the user's own text, and it is shown.
            if !sound::has_canary(&String::from_utf8_lossy(bytes)) {
                Lang::ALL.iter().for_each(|lang| sound::holds_no_canary(&error.message(*lang)));
            }
            return;
        }
    };
    let checker = Checker::new().horizon(import.horizon().clone());
    for case in import.flatten() {
        let plan = case.plan();
        serde_json::from_slice::<serde_json::Value>(&plan).expect("JSON that every reader takes");
        let report = checker.check_slice(&plan).expect("what a mapping makes is a plan");
        sound::honest(&report);
        if sound::has_canary(&String::from_utf8_lossy(bytes)) {
            continue;
        }
        Lang::ALL.iter().for_each(|lang| sound::holds_no_canary(&report.to_json(*lang)));
        for finding in &report.input {
            if let Some(origin) = case.origin(&finding.path) {
                sound::holds_no_canary(&origin.text(Lang::Da));
            }
        }
    }
}

/// No table can panic, or show what stands in it.
pub fn table_of_text(bytes: &[u8]) {
    rows(open_bytes(bytes.to_vec(), &Source::default()));
}

/// No workbook can panic: neither one of any bytes, nor one whose sheet or content they are.
pub fn workbook(bytes: &[u8]) {
    rows(open_bytes(bytes.to_vec(), &Source::default()));
    const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
    );
    let book = format!(
        r#"<workbook xmlns:r="{RELATION}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships><Relationship Id="rId1" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
    );
    for strings in [b"<sst><si><t>Sag</t></si></sst>".as_slice(), bytes] {
        rows(open_bytes(
            zipped(&[
                ("_rels/.rels", package.as_bytes()),
                ("xl/workbook.xml", book.as_bytes()),
                ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
                ("xl/sharedStrings.xml", strings),
                ("xl/worksheets/sheet1.xml", bytes),
            ]),
            &Source::default(),
        ));
    }
    rows(open_bytes(
        zipped(&[
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", b"<manifest:manifest/>"),
            ("content.xml", bytes),
        ]),
        &Source::default(),
    ));
}

/// No docx can panic, or show what stands in it: neither one of any bytes, nor one whose text they are.
pub fn docx(bytes: &[u8]) {
    const STYLES: &str = r#"<styles><style styleId="A"><name val="heading 1"/></style></styles>"#;
    document(bytes);
    document(&zipped(&[("word/document.xml", bytes), ("word/styles.xml", STYLES.as_bytes())]));
    document(&zipped(&[("word/document.xml", bytes), ("word/styles.xml", bytes), ("word/footnotes.xml", bytes)]));
}

/// No odt can panic, or show what stands in it: neither one of any bytes, nor one whose content they are.
pub fn odt(bytes: &[u8]) {
    document(bytes);
    document(&zipped(&[("content.xml", bytes), ("styles.xml", bytes)]));
}

/// No PDF can panic, or show what stands in it: neither one of any bytes, nor one whose page they are.
pub fn pdf(bytes: &[u8]) {
    document(bytes);
    let mut whole = b"%PDF-1.7\n".to_vec();
    let length = bytes.len();
    let objects: [Vec<u8>; 5] = [
        b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [4 0 R] >> >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        b"<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> >> >>".to_vec(),
        b"<< /T (Netv\\346rk) /FT /Tx /V (En bror.) >>".to_vec(),
        [format!("<< /Length {length} >>\nstream\n").as_bytes(), bytes, b"\nendstream"].concat(),
    ];
    let mut places = Vec::new();
    for (number, object) in (1..).zip(objects) {
        places.push(whole.len());
        whole.extend([format!("{number} 0 obj\n").as_bytes(), &object, b"\nendobj\n"].concat());
    }
    let start = whole.len();
    whole.extend(b"xref\n0 6\n0000000000 65535 f \n");
    places.iter().for_each(|place| whole.extend(format!("{place:010} 00000 n \n").bytes()));
    whole.extend(format!("trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n").bytes());
    document(&whole);
}

/// Reads a document and checks what came of it. Nothing that is said of it holds what stands in it.
fn document(bytes: &[u8]) {
    static DOCUMENTS: LazyLock<Documents> = LazyLock::new(|| {
        Documents::new(dokument().expect("the mapping that comes along")).sagstype(Sagstype::Fleksjob)
    });
    let document = match DOCUMENTS.read(bytes) {
        Ok(document) => document,
        Err(error) => return Lang::ALL.iter().for_each(|lang| sound::holds_no_canary(&error.message(*lang))),
    };
    let checker = Checker::new().horizon(document.horizon().clone());
    let report = checker.check_slice(&document.plan()).expect("what is made of a document is a plan");
    sound::honest(&report);
    for &lang in Lang::ALL {
        sound::holds_no_canary(&report.to_json(lang));
        document.unplaced().iter().for_each(|unplaced| sound::holds_no_canary(&unplaced.text(lang)));
    }
    for finding in &report.input {
        if let Some(origin) = document.origin(&finding.path) {
            sound::holds_no_canary(&origin.text(Lang::Da));
        }
    }
}

fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(*name, options).expect("memory");
        writer.write_all(part).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// Goes through every cell. Errors hold nothing of the source.
fn rows(opened: Result<Opened, SourceError>) {
    let told = |error: &SourceError| Lang::ALL.iter().for_each(|lang| sound::holds_no_canary(&error.message(*lang)));
    match opened {
        Err(error) => told(&error),
        Ok(opened) => {
            let mut last = 0;
            for row in opened.rows {
                match row {
                    Err(error) => told(&error),
                    Ok(row) => {
                        let number = row.row().expect("a row has a number");
                        assert!(number > last, "rows are counted");
                        last = number;
                        (0..=opened.fields.len()).for_each(|field| drop(row.value(field)));
                    }
                }
            }
        }
    }
}
