//! Any bytes as a mapping, as a table, and as a workbook.

use std::io::{Cursor, Write as _};

use rehabplan::{Checker, Lang};
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
