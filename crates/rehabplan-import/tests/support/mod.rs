//! What several tests of documents are made with.
#![allow(clippy::unwrap_used)]

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
