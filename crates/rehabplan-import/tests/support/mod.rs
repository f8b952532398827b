//! What several tests of documents are made with.
#![allow(clippy::unwrap_used)]
// Each of them needs some of it.
#![allow(dead_code)]

use std::sync::LazyLock;

use rehabplan_import::document::{Document, Documents, dokument};

/// A file of these parts, as Word and OpenOffice pack theirs.
pub(crate) fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    use std::io::{Cursor, Write as _};
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// What is read of a Word document of these paragraphs and tables, by the built-in mapping.
pub(crate) fn document(body: &str) -> Document {
    static DOCUMENTS: LazyLock<Documents> = LazyLock::new(|| Documents::new(dokument().unwrap()));
    let document = format!("<document><body>{body}</body></document>");
    DOCUMENTS.read(&zipped(&[("word/document.xml", &document)])).unwrap()
}

pub(crate) fn plain(text: &str) -> String {
    format!("<p><r><t xml:space=\"preserve\">{text}</t></r></p>")
}

pub(crate) fn bold(text: &str) -> String {
    format!("<p><r><rPr><b/></rPr><t>{text}</t></r></p>")
}

/// A heading by its style; 0 is the highest.
pub(crate) fn styled(level: u8, text: &str) -> String {
    format!(r#"<p><pPr><outlineLvl val="{level}"/></pPr><r><t>{text}</t></r></p>"#)
}
