//! Sources: files and data frames, whatever they are, as rows.
//!
//! What a source is, and how it is written, is found out where a mapping does not say it, and said in [`Found`].

#[cfg(feature = "arrow")]
mod arrow;
#[cfg(feature = "arrow")]
mod arrow_value;
#[cfg(feature = "csv")]
mod csv;
mod error;
mod fill;
#[cfg(any(feature = "csv", feature = "workbook"))]
mod headings;
mod json;
mod keyed;
mod row;
#[cfg(feature = "workbook")]
mod workbook;

use std::fs::File;
use std::io::{Cursor, Read, Seek, SeekFrom};
use std::path::Path;

use rehabplan::Lang;
use rehabplan::foreign::{self, Foreign};
use rehabplan::text::Wording;

use crate::limits::{MAX_FIELDS, MAX_HELD_BYTES};
use crate::mapping::{Fill, Source, SourceKind};
use crate::record::{Field, Record as _};
use crate::value::Value;

#[cfg(feature = "arrow")]
pub use arrow::of_batches;
#[cfg(feature = "document")]
pub(crate) use error::LOCKED;
pub(crate) use error::name_of_sheet;
pub use error::{SourceError, SourceFault};
pub(crate) use fill::{Places, filled};
pub use row::Row;

/// A source that has been opened.
#[non_exhaustive]
pub struct Opened {
    /// The places that its rows have.
    pub fields: Vec<Field>,
    /// What it is.
    pub found: Found,
    /// Its rows, or for each that cannot be read the reason. After an error without a row there is nothing more.
    pub rows: Rows,
    /// What it most likely is instead, where that cannot be known before a mapping says what it looks for in it.
    pub doubt: Option<SourceFault>,
}

/// The rows of a source.
pub type Rows = Box<dyn Iterator<Item = Result<Row, SourceError>> + Send>;

impl std::fmt::Debug for Opened {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Opened").field("found", &self.found).finish_non_exhaustive()
    }
}

/// How many rows are looked at for what their texts have inside, and so many bytes of them.
const SAMPLE: usize = 1000;
const SAMPLE_BYTES: usize = 64 * 1024 * 1024;

impl Opened {
    /// The same source twice, from memory: what comes without a file can be read once.
    pub(crate) fn twice(self) -> (Self, Self) {
        let rows: Vec<_> = self.rows.collect();
        let again: Rows = Box::new(rows.clone().into_iter());
        let one = Self { rows: Box::new(rows.into_iter()), ..self };
        let other =
            Self { fields: one.fields.clone(), found: one.found.clone(), rows: again, doubt: one.doubt.clone() };
        (one, other)
    }

    /// The same, where a blank cell of some columns means what stands above it.
    pub(crate) fn filled(mut self, fill: &Fill) -> Self {
        let places = Places::of(fill, &self.fields);
        if !places.columns.is_empty() {
            self.rows = filled(self.rows, places, self.found.is_part);
        }
        self
    }

    /// The same, where nothing says what is looked for in it.
    ///
    /// # Errors
    ///
    /// What it most likely is instead.
    pub fn certain(self) -> Result<Self, SourceError> {
        self.doubt.clone().map_or(Ok(self), |doubt| Err(doubt.into()))
    }

    /// The same with fields of these names, which a case that was not looked at yet may have.
    pub(crate) fn with_late(mut self, names: impl IntoIterator<Item = String>) -> Self {
        if !self.found.has_more {
            return self;
        }
        for name in names {
            if !self.fields.iter().any(|field| *field.name == *name) {
                let mut field = Field::column(&name);
                field.inside.come_late();
                self.fields.push(field);
            }
        }
        let fields: std::sync::Arc<[Field]> = self.fields.clone().into();
        self.rows = Box::new(self.rows.map(move |row| Ok(row?.with_fields(&fields))));
        self
    }

    /// The same, having taken down what the texts of the first rows have inside: a cell may hold JSON. Of JSON itself that is known.
    pub(crate) fn looked_into(mut self) -> Self {
        // What a part of a table does not have, another may: each is to be read as the whole would be.
        if self.found.kind == SourceKind::Json || self.found.is_part {
            return self;
        }
        let (mut sample, mut bytes) = (Vec::new(), 0);
        while sample.len() < SAMPLE && bytes < SAMPLE_BYTES {
            let Some(row) = self.rows.next() else { break };
            for (place, field) in self.fields.iter_mut().enumerate() {
                match row.as_ref().map_or(Value::Nothing, |row| row.value(place)) {
                    Value::Text(text) => {
                        bytes += text.len();
                        field.inside.add_text(&text);
                    }
                    Value::Nested(json) => field.inside.add(&json),
                    _ => {}
                }
            }
            sample.push(row);
        }
        self.rows = Box::new(sample.into_iter().chain(self.rows));
        self
    }
}

/// What a source was found to be, or was said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Found {
    /// What kind of source.
    pub kind: SourceKind,
    /// The encoding of a text file.
    pub encoding: Option<&'static str>,
    /// Whether the letters of a text file were encoded twice. They are read as they were before.
    pub is_encoded_twice: bool,
    /// What stands between the cells of a line.
    pub delimiter: Option<char>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// Its number among the sheets, from 1.
    pub sheet_number: Option<usize>,
    /// How many sheets are hidden, and not looked at, because the mapping names none.
    pub hidden_sheets: usize,
    /// The other sheets with the same headings or most of them, where the mapping names the one that is read, each with its number.
    pub unread_sheets: Vec<(String, usize)>,
    /// The mapping names a sheet, and the source has none.
    pub has_no_sheets: bool,
    /// The row of the headings, counted from 1; 0 where there is none.
    pub header: Option<u64>,
    /// What stands over each column in the rows above that of the headings, the nearest first.
    pub groups: Vec<Vec<String>>,
    /// The table is a part of one that nobody has seen as a whole.
    pub is_part: bool,
    /// There are more cases than those that were looked at for their keys, and they may have others.
    pub has_more: bool,
}

impl Found {
    fn new(kind: SourceKind) -> Self {
        Self {
            kind,
            encoding: None,
            is_encoded_twice: false,
            delimiter: None,
            sheet: None,
            sheet_number: None,
            hidden_sheets: 0,
            unread_sheets: Vec::new(),
            has_no_sheets: false,
            header: None,
            groups: Vec::new(),
            is_part: false,
            has_more: false,
        }
    }

    /// The same in words: `CSV, windows-1252, skilletegn »;«, overskrifter i række 1`.
    #[must_use]
    pub fn text(&self, lang: Lang) -> String {
        const TWICE: Wording =
            Wording::new("æ, ø og å kodet to gange og rettet", "æ, ø and å encoded twice and put right");
        const DELIMITER: Wording = Wording::new("skilletegn »{it}«", "separator \"{it}\"");
        const HEADER: Wording = Wording::new("overskrifter i række {it}", "headings in row {it}");
        const HIDDEN: Wording =
            Wording::new("skjulte ark, der ikke er læst: {it}", "hidden sheets that were not read: {it}");
        const UNREAD: Wording = Wording::new(
            "{it} har de samme overskrifter eller de fleste af dem og er ikke læst",
            "{it} has the same headings or most of them and was not read",
        );
        const NO_SHEETS: Wording = Wording::new(
            "»sheet« i kortet har ingen virkning, for kilden har ingen ark",
            "\"sheet\" in the mapping has no effect, for the source has no sheets",
        );
        const NO_HEADER: Wording = Wording::new("ingen overskrifter", "no headings");
        let fill = |text: Wording, it: &str| text.get(lang).replace("{it}", it);
        let mut parts = vec![self.kind.text().get(lang).to_owned()];
        parts.extend(self.encoding.map(str::to_lowercase));
        parts.extend(self.is_encoded_twice.then(|| TWICE.get(lang).to_owned()));
        parts.extend(self.delimiter.map(|sign| fill(DELIMITER, &sign.escape_default().to_string())));
        let number = self.sheet_number.unwrap_or(1);
        parts.extend(self.sheet.as_ref().map(|sheet| error::sheet_text(sheet, number, lang)));
        parts.extend((self.hidden_sheets > 0).then(|| fill(HIDDEN, &self.hidden_sheets.to_string())));
        let unread = self.unread_sheets.iter().map(|(sheet, number)| error::sheet_text(sheet, *number, lang));
        parts.extend(unread.map(|sheet| fill(UNREAD, &sheet)));
        parts.extend(self.has_no_sheets.then(|| NO_SHEETS.get(lang).to_owned()));
        parts.extend(self.header.map(|row| match row {
            0 => NO_HEADER.get(lang).to_owned(),
            row => fill(HEADER, &row.to_string()),
        }));
        parts.join(", ")
    }
}

impl SourceKind {
    /// The kind in words.
    #[must_use]
    pub fn text(self) -> Wording {
        match self {
            Self::Csv => Wording::new("CSV", "CSV"),
            Self::Workbook => Wording::new("regneark", "workbook"),
            Self::Parquet => Wording::new("Parquet", "Parquet"),
            Self::Arrow => Wording::new("Arrow", "Arrow"),
            Self::Json => Wording::new("JSON", "JSON"),
            Self::Document => Wording::new("dokument", "document"),
        }
    }
}

/// Bytes that can be read from anywhere.
pub(crate) enum Input {
    File(File),
    Bytes(Cursor<Vec<u8>>),
}

impl Read for Input {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        match self {
            Self::File(file) => file.read(buffer),
            Self::Bytes(bytes) => bytes.read(buffer),
        }
    }
}

impl Seek for Input {
    fn seek(&mut self, to: SeekFrom) -> std::io::Result<u64> {
        match self {
            Self::File(file) => file.seek(to),
            Self::Bytes(bytes) => bytes.seek(to),
        }
    }
}

/// Opens a file, as a mapping says it is read; what that leaves open is found out.
///
/// # Errors
///
/// A [`SourceError`] for a file that is not there, is of another kind, or cannot be read as what it is.
pub fn open(path: &Path, said: &Source) -> Result<Opened, SourceError> {
    of_file(file(path)?, said)
}

pub(crate) fn file(path: &Path) -> Result<File, SourceError> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() { Err(SourceFault::NotReadable.into()) } else { Ok(file) }
}

pub(crate) fn of_file(file: File, said: &Source) -> Result<Opened, SourceError> {
    of_input(Input::File(file), said)
}

/// Opens what is in memory.
///
/// # Errors
///
/// See [`open`].
pub fn open_bytes(bytes: Vec<u8>, said: &Source) -> Result<Opened, SourceError> {
    of_input(Input::Bytes(Cursor::new(bytes)), said)
}

/// The sheets of a file, if it is a workbook.
///
/// # Errors
///
/// See [`open`].
pub fn sheets(path: &Path) -> Result<Vec<String>, SourceError> {
    let mut first = Vec::new();
    let mut file = File::open(path)?;
    file.by_ref().take(foreign::FIRST_BYTES as u64).read_to_end(&mut first)?;
    file.rewind()?;
    #[cfg(feature = "workbook")]
    if kind_of(&first) == Ok(SourceKind::Workbook) {
        return workbook::sheets(Input::File(file));
    }
    Ok(Vec::new())
}

fn of_input(mut input: Input, said: &Source) -> Result<Opened, SourceError> {
    let mut first = Vec::new();
    input.by_ref().take(foreign::FIRST_BYTES as u64).read_to_end(&mut first)?;
    input.rewind()?;
    if first.is_empty() {
        return Err(SourceFault::Empty.into());
    }
    let kind = match said.kind {
        Some(kind) => kind,
        None => match kind_of(&first) {
            Ok(kind) => kind,
            Err(Foreign::OldOffice) if is_locked(&mut input)? => return Err(SourceFault::Locked.into()),
            Err(other) => return Err(SourceFault::Foreign(other).into()),
        },
    };
    let mut opened = match kind {
        #[cfg(feature = "csv")]
        SourceKind::Csv => csv::open(input, said),
        #[cfg(feature = "workbook")]
        SourceKind::Workbook => workbook::open(input, said),
        #[cfg(feature = "arrow")]
        SourceKind::Parquet => arrow::parquet(input),
        #[cfg(feature = "arrow")]
        SourceKind::Arrow => arrow::ipc(input, &first),
        SourceKind::Json => json::open(input, &first, said),
        kind => Err(SourceFault::NotBuilt(kind).into()),
    }?;
    opened.found.has_no_sheets = said.sheet.is_some() && kind != SourceKind::Workbook;
    if opened.fields.len() > MAX_FIELDS { Err(SourceFault::TooManyColumns.into()) } else { Ok(opened) }
}

/// Whether a file in the manner of older programs is one of a newer that is locked.
fn is_locked(input: &mut Input) -> Result<bool, SourceError> {
    let mut bytes = Vec::new();
    input.take(MAX_HELD_BYTES).read_to_end(&mut bytes)?;
    Ok(holds_utf16(&bytes, ENCRYPTED))
}

/// What locked files have inside by name.
pub(crate) const ENCRYPTED: &str = "EncryptedPackage";

pub(crate) fn holds_utf16(bytes: &[u8], text: &str) -> bool {
    let wanted: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

/// What kind of source it is, by its first bytes.
fn kind_of(first: &[u8]) -> Result<SourceKind, Foreign> {
    if first.starts_with(b"ARROW1") || first.starts_with(&[0xff, 0xff, 0xff, 0xff]) {
        return Ok(SourceKind::Arrow);
    }
    match foreign::recognise(first) {
        Some(Foreign::Workbook | Foreign::Zip) => Ok(SourceKind::Workbook),
        Some(Foreign::Parquet) => Ok(SourceKind::Parquet),
        Some(encoding) if encoding.is_encoding() && is_json(first) => Err(encoding),
        Some(Foreign::Csv) if is_json(first) => Ok(SourceKind::Json),
        Some(Foreign::Csv | Foreign::Utf16 | Foreign::Windows1252) => Ok(SourceKind::Csv),
        Some(Foreign::Document | Foreign::Pdf) => Ok(SourceKind::Document),
        Some(other) => Err(other),
        None => {
            let text = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
            let is_json = text.starts_with(b"{") || text.starts_with(b"[") || is_json(first);
            Ok(if is_json { SourceKind::Json } else { SourceKind::Csv })
        }
    }
}

/// Whether a file begins as an object of JSON does or a list of such, in whatever encoding and behind whatever comments.
fn is_json(first: &[u8]) -> bool {
    let is_sign = |byte: &u8| byte.is_ascii_graphic() || *byte == b'\n';
    let mut text: Vec<u8> = first.iter().copied().filter(is_sign).collect();
    loop {
        let own = text.trim_ascii_start();
        let end: &[u8] = match own.get(..2) {
            Some(b"//") => b"\n",
            Some(b"/*") => b"*/",
            _ => break,
        };
        let Some(place) = own.windows(end.len()).position(|part| part == end) else { return false };
        text = own.get(place + end.len()..).unwrap_or_default().to_vec();
    }
    text.retain(|byte| *byte != b'\n');
    [&b"{\""[..], b"[{"].iter().any(|begin| text.starts_with(begin))
}

/// Readers of other makes are asked for what they promise; should one panic on a hostile file, the file is broken. What it
/// would have said of that may hold something of the file, and is not said.
#[cfg(any(feature = "arrow", feature = "workbook"))]
fn guarded<T>(work: impl FnOnce() -> Result<T, SourceError>) -> Result<T, SourceError> {
    use std::cell::Cell;
    use std::panic;

    thread_local!(static IS_GUARDED: Cell<bool> = const { Cell::new(false) });
    static HUSH: std::sync::Once = std::sync::Once::new();
    HUSH.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |told| {
            if !IS_GUARDED.get() {
                before(told);
            }
        }));
    });
    let outer = IS_GUARDED.replace(true);
    let done = panic::catch_unwind(panic::AssertUnwindSafe(work));
    IS_GUARDED.set(outer);
    done.unwrap_or_else(|_| Err(SourceFault::Broken.into()))
}
