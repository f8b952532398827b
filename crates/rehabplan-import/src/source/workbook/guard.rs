//! A look at a workbook before it is read: what it unpacks to, and whether its XML is sound.
//!
//! Whoever reads it trusts what it says of itself: how many texts there are, how often a cell repeats. Here it is held
//! against what is there.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::{HashMap, HashSet};
use std::io::{BufReader, Cursor, Read};

use calamine::Dimensions;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::ZipArchive;

use super::super::{SourceError, SourceFault};
use crate::limits::{MAX_CELLS, MAX_ROW_ELEMENTS, MAX_XML_DEPTH};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Ods,
}

/// What is known of a workbook before it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Looked {
    pub(super) format: Format,
    /// Days are counted from 1904, as older Macs do.
    pub(super) is_of_1904: bool,
    /// The merged cells of each sheet of an OpenDocument.
    pub(super) merged: HashMap<String, Vec<Dimensions>>,
}

/// Parts in one workbook.
const MAX_PARTS: usize = 10_000;

/// Bytes in one text or one tag: 16 MiB. A cell holds 32,767 characters at most.
const MAX_EVENT_BYTES: u64 = 16 * 1024 * 1024;

/// What kind of workbook it is, when it is sound and unpacks to no more than `left` bytes.
pub(super) fn look(bytes: &[u8], mut left: u64) -> Result<Looked, SourceError> {
    let broken = |_| SourceError::from(SourceFault::Broken);
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if archive.len() > MAX_PARTS {
        return Err(SourceFault::TooMuchUnpacked.into());
    }
    let names: Vec<String> = archive.file_names().flatten().map(Cow::into_owned).collect();
    let has = |wanted: &str| names.iter().any(|name| name.eq_ignore_ascii_case(wanted));
    let format = match (has("xl/workbook.xml"), has("content.xml")) {
        (true, _) => Format::Xlsx,
        (false, true) => Format::Ods,
        (false, false) => return Err(SourceFault::Broken.into()),
    };
    // How many shared texts the cells need, and how many there are.
    let (mut shared, mut there) = (0, 0);
    let mut looked = Looked { format, is_of_1904: false, merged: HashMap::new() };
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(broken)?;
        let name = part.name().map_err(broken)?.to_lowercase();
        if !(name.ends_with(".xml") || name.ends_with(".rels")) {
            continue;
        }
        let since = Cell::new(0);
        let mut counted = Counted { part, read: 0, most: left, since: &since };
        let whole = sound(BufReader::new(&mut counted), &since);
        if matches!(&whole, Err(error) if *error.fault == SourceFault::Broken) {
            drain(&mut counted);
        }
        let (read, is_too_much) = (counted.read, counted.read > left);
        if is_too_much {
            return Err(SourceFault::TooMuchUnpacked.into());
        }
        let claims = whole?;
        // Each text takes some bytes, and each repetition of a cell as many as the cell.
        if claims.texts > read {
            return Err(SourceFault::Broken.into());
        }
        looked.is_of_1904 |= claims.is_of_1904;
        looked.merged.extend(claims.merged);
        shared = shared.max(claims.shared);
        there += claims.there;
        left -= read;
        left = left.checked_sub(claims.repeated).ok_or(SourceFault::TooMuchUnpacked)?;
    }
    if format == Format::Xlsx && shared > there {
        return Err(SourceFault::Broken.into());
    }
    Ok(looked)
}

/// Reads on to the end: what is not sound may be too much as well, and then that is what is wrong with it.
fn drain<R: Read>(counted: &mut Counted<'_, R>) {
    let mut buffer = [0; 1 << 16];
    loop {
        counted.since.set(0);
        if !matches!(counted.read(&mut buffer), Ok(1..)) {
            return;
        }
    }
}

/// What a part claims of itself.
#[derive(Default)]
struct Claims {
    /// How many shared texts there are said to be.
    texts: u64,
    /// How many there are, and how many the cells need.
    there: u64,
    shared: u64,
    /// How many bytes come of cells that repeat.
    repeated: u64,
    is_of_1904: bool,
    merged: HashMap<String, Vec<Dimensions>>,
    /// How many rows and cells are written in it, be they blank.
    rows: usize,
    cells: usize,
    /// The numbers of the rows of a sheet so far, and that of the last one: a row without one comes next.
    numbers: HashSet<u64>,
    last: u64,
    /// Whether that has a cell yet.
    is_begun: bool,
}

/// Goes through a part. `since` is what has been read of it since the last event.
fn sound(input: impl std::io::BufRead, since: &Cell<u64>) -> Result<Claims, SourceError> {
    let broken = || SourceError::from(SourceFault::Broken);
    let mut reader = Reader::from_reader(input);
    let mut claims = Claims::default();
    let mut depth = 0_usize;
    let mut cells = Cells::default();
    let mut index = Index::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        since.set(0);
        let position = reader.buffer_position();
        match reader.read_event_into(&mut buffer).map_err(|_| broken())? {
            Event::Eof if depth == 0 => break,
            // Entities can be made to unfold without end, and no workbook needs any.
            Event::Eof | Event::DocType(_) => return Err(broken()),
            Event::Start(start) => {
                depth += 1;
                if depth > MAX_XML_DEPTH {
                    return Err(broken());
                }
                claims.meet(&start)?;
                cells.begin(&start, position)?;
                index.begin(&start)?;
            }
            Event::Empty(start) => {
                claims.meet(&start)?;
                cells.begin(&start, position)?;
                cells.end(start.name().as_ref(), reader.buffer_position());
                // A blank cell has no text, and sheets have many.
                if start.local_name().as_ref() != "c" {
                    index.begin(&start)?;
                    index.end(start.local_name().as_ref(), &mut claims.shared)?;
                }
            }
            Event::End(end) => {
                depth = depth.checked_sub(1).ok_or_else(broken)?;
                cells.end(end.name().as_ref(), reader.buffer_position());
                index.end(end.local_name().as_ref(), &mut claims.shared)?;
            }
            Event::Text(text) => index.text(&text),
            Event::CData(text) => index.text(&text),
            Event::GeneralRef(_) => index.text("&"),
            _ => {}
        }
    }
    claims.repeated = claims.repeated.saturating_add(cells.repeated);
    claims.merged = cells.merged;
    Ok(claims)
}

/// What an element says of itself.
fn said<'s>(start: &'s BytesStart<'_>, key: &str) -> Result<Option<Cow<'s, str>>, SourceError> {
    let broken = |_| SourceError::from(SourceFault::Broken);
    let Some(attribute) = start.try_get_attribute(key).map_err(|_| SourceFault::Broken)? else { return Ok(None) };
    attribute.normalized_value(XmlVersion::default()).map(Some).map_err(broken)
}

/// A number that an element gives.
fn number(start: &BytesStart<'_>, key: &str) -> Result<Option<u64>, SourceError> {
    let parsed = said(start, key)?.map(|value| value.trim().parse());
    parsed.transpose().map_err(|_| SourceFault::Broken.into())
}

impl Claims {
    fn meet(&mut self, start: &BytesStart<'_>) -> Result<(), SourceError> {
        match start.local_name().as_ref() {
            "workbookPr" => self.is_of_1904 = said(start, "date1904")?.is_some_and(|it| matches!(&*it, "1" | "true")),
            "null-date" => self.is_of_1904 = said(start, "table:date-value")?.is_some_and(|it| it.starts_with("1904")),
            "si" => self.there += 1,
            "sheetData" => {
                self.numbers.clear();
                self.last = 0;
            }
            "row" | "table-row" => {
                self.rows += 1;
                if start.local_name().as_ref() == "row" {
                    self.last = number(start, "r")?.unwrap_or(self.last.saturating_add(1));
                    self.is_begun = false;
                }
            }
            "c" | "table-cell" => {
                self.cells += 1;
                // Two rows in one place: of what stands in them, nobody knows what belongs together. One without a cell, as programs
                // write it for its height, has nothing.
                if start.local_name().as_ref() == "c" && !std::mem::replace(&mut self.is_begun, true) {
                    self.numbers.insert(self.last).then_some(()).ok_or(SourceFault::Broken)?;
                }
            }
            "sst" => self.texts = number(start, "uniqueCount")?.unwrap_or_default(),
            // Blanks in a row.
            "s" => self.repeated = self.repeated.saturating_add(number(start, "text:c")?.unwrap_or_default()),
            _ => {}
        }
        match self.rows > MAX_ROW_ELEMENTS || self.cells > MAX_CELLS {
            true => Err(SourceFault::TooManyElements.into()),
            false => Ok(()),
        }
    }
}

/// Which of the shared texts a cell has. What is no number is read as the first of them by others.
#[derive(Default)]
struct Index {
    is_shared: bool,
    written: Option<String>,
}

impl Index {
    fn begin(&mut self, start: &BytesStart<'_>) -> Result<(), SourceError> {
        match start.local_name().as_ref() {
            "c" => self.is_shared = said(start, "t")?.is_some_and(|kind| kind == "s"),
            "v" if self.is_shared => self.written = Some(String::new()),
            _ => {}
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if let Some(written) = &mut self.written {
            written.push_str(text);
        }
    }

    fn end(&mut self, name: &str, shared: &mut u64) -> Result<(), SourceError> {
        match name {
            "c" => self.is_shared = false,
            "v" => {
                if let Some(written) = self.written.take() {
                    let is_index = written.bytes().all(|byte| byte.is_ascii_digit());
                    let index: Option<u64> = written.parse().ok().filter(|_| is_index);
                    *shared = (*shared).max(index.ok_or(SourceFault::Broken)?.saturating_add(1));
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// The cells of an OpenDocument sheet, and how often each is to repeat.
#[derive(Default)]
struct Cells {
    rows: u64,
    row: u64,
    columns: u64,
    from: u64,
    repeated: u64,
    sheet: String,
    /// The place at which the next row begins, and the next cell.
    next: (u64, u64),
    merged: HashMap<String, Vec<Dimensions>>,
}

impl Cells {
    fn begin(&mut self, start: &BytesStart<'_>, position: u64) -> Result<(), SourceError> {
        match start.name().as_ref() {
            "table:table" => {
                self.sheet = said(start, "table:name")?.unwrap_or_default().into_owned();
                self.next = (0, 0);
            }
            "table:table-row" => {
                self.rows = number(start, "table:number-rows-repeated")?.unwrap_or(1);
                self.row = 0;
                self.next = (self.next.0.saturating_add(self.rows), 0);
            }
            "table:table-cell" | "table:covered-table-cell" => {
                self.columns = number(start, "table:number-columns-repeated")?.unwrap_or(1);
                self.from = position;
                self.merge(start)?;
                self.next.1 = self.next.1.saturating_add(self.columns);
                // An empty cell repeats to the end of the sheet, and nobody keeps it.
                let holds = start.attributes().flatten().any(|attribute| {
                    attribute.key.as_ref().starts_with("office:") || attribute.key.as_ref() == "table:formula"
                });
                if !holds {
                    self.columns = 0;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Takes down a cell that others were merged into.
    fn merge(&mut self, start: &BytesStart<'_>) -> Result<(), SourceError> {
        let down = number(start, "table:number-rows-spanned")?.unwrap_or(1).max(1);
        let across = number(start, "table:number-columns-spanned")?.unwrap_or(1).max(1);
        if (down, across) != (1, 1) {
            let own = (self.next.0.saturating_sub(self.rows), self.next.1);
            let last = (own.0.saturating_add(down - 1), own.1.saturating_add(across - 1));
            let place = |(row, column): (u64, u64)| {
                (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX))
            };
            self.merged.entry(self.sheet.clone()).or_default().push(Dimensions::new(place(own), place(last)));
        }
        Ok(())
    }

    fn end(&mut self, name: &str, position: u64) {
        match name {
            "table:table-cell" | "table:covered-table-cell" => {
                let bytes = position.saturating_sub(self.from);
                self.row = self.row.saturating_add(bytes.saturating_mul(self.columns));
            }
            "table:table-row" => {
                self.repeated = self.repeated.saturating_add(self.row.saturating_mul(self.rows));
                self.row = 0;
            }
            _ => {}
        }
    }
}

/// A part that tells how much of it was read, and ends one byte beyond what is allowed.
struct Counted<'s, R> {
    part: R,
    read: u64,
    most: u64,
    since: &'s Cell<u64>,
}

impl<R: Read> Read for Counted<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if self.read > self.most {
            return Ok(0);
        }
        // What is one thing is held as a whole.
        if self.since.get() > MAX_EVENT_BYTES {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        let length = self.part.read(buffer)?;
        self.read += length as u64;
        self.since.set(self.since.get() + length as u64);
        Ok(length)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::io::{Cursor, Write as _};

    use super::{Format, SourceFault, look};

    #[test]
    fn what_unpacks_to_too_much_is_told() {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for name in ["xl/workbook.xml", "xl/a.xml", "xl/b.xml"] {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(format!("<a>{}</a>", " ".repeat(100_000)).as_bytes()).unwrap();
        }
        let bytes = writer.finish().unwrap().into_inner();
        assert!(bytes.len() < 2_000);
        assert_eq!(look(&bytes, 300_021).map(|looked| looked.format), Ok(Format::Xlsx));
        for most in [0, 100_006, 250_000, 300_020] {
            assert_eq!(look(&bytes, most), Err(SourceFault::TooMuchUnpacked.into()), "{most}");
        }
        // One text without end is that, and no damage.
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer.start_file("xl/workbook.xml", zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(format!("<a>{}</a>", "x".repeat(18 << 20)).as_bytes()).unwrap();
        let bytes = writer.finish().unwrap().into_inner();
        assert_eq!(look(&bytes, 17 << 20), Err(SourceFault::TooMuchUnpacked.into()));
        assert_eq!(look(&bytes, 20 << 20), Err(SourceFault::Broken.into()));
    }
}
