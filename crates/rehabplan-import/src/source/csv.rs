//! Tables of text, in whatever encoding and with whatever separator.

use std::io::{self, Read, Seek as _};

use ::csv::{ByteRecord, Reader, ReaderBuilder, Terminator};
use encoding_rs::{Encoding, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

use super::headings::{self, SAMPLE};
use super::{Found, Input, Opened, Row, SourceError, SourceFault};
use crate::aliases;
use crate::limits::{MAX_FIELDS, MAX_ROW_BYTES};
use crate::mapping::{Source, SourceKind};
use crate::twice;

/// How much of a file is looked at to find the separator and the headings.
const SAMPLE_BYTES: u64 = 256 * 1024;

/// What stands between cells, the likelier ones first.
const DELIMITERS: [u8; 6] = [b';', b'\t', b',', b'|', b'~', b'^'];

pub(super) fn open(mut input: Input, said: &Source) -> Result<Opened, SourceError> {
    let encoding = match &said.encoding {
        Some(name) => Encoding::for_label(name.as_bytes()).ok_or(SourceFault::UnknownEncoding)?,
        None => encoding_of(&mut input)?,
    };
    let mut sample = Vec::new();
    let length = decoded(&mut input, encoding).take(SAMPLE_BYTES).read_to_end(&mut sample)?;
    input.rewind()?;
    if length as u64 == SAMPLE_BYTES {
        // The last line may be one in part.
        let end = sample.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(sample.len(), |end| end + 1);
        sample.truncate(end);
    }
    // Lines of older Macs, and of Excel's "CSV (Macintosh)".
    let is_cr = !sample.contains(&b'\n') && sample.contains(&b'\r');
    if is_cr {
        feed(&mut sample);
    }
    // Who says how the file is encoded means that.
    let is_twice = said.encoding.is_none() && twice::is_twice_throughout(&sample);
    let sign = match said.delimiter.as_deref().map(str::as_bytes) {
        Some([sign, ..]) => *sign,
        _ => delimiter_of(&sample),
    };
    let (numbers, mut rows) = first_rows(&sample, sign);
    if is_twice {
        rows.iter_mut().flatten().for_each(|cell| *cell = twice::once(cell).into_owned());
    }
    if rows.iter().any(|row| row.len() > MAX_FIELDS) {
        return Err(SourceFault::TooManySeparated.into());
    }
    let ((mut fields, mut groups), header) = match said.header {
        Some(0) => ((headings::numbered(rows.iter().map(Vec::len).max().unwrap_or_default()), Vec::new()), 0),
        said => {
            let place = match said {
                None => {
                    let found = headings::find(&rows);
                    let columns = found.as_ref().ok().and_then(|place| rows.get(*place)).map_or(0, Vec::len);
                    if columns < 2
                        && let Some(row) = open_quote(&sample, sign)
                    {
                        return Err(SourceError::at(row, SourceFault::OpenQuote));
                    }
                    found?
                }
                Some(said) => {
                    let is_it = |number: &u64| *number == u64::from(said);
                    numbers.iter().position(is_it).ok_or(SourceFault::NoSuchRow)?
                }
            };
            let (Some(number), Some(row)) = (numbers.get(place), rows.get(place)) else {
                return Err(SourceFault::NoSuchRow.into());
            };
            (headings::fields(row, rows.get(..place).unwrap_or_default()), *number)
        }
    };
    if fields.is_empty() {
        return Err(SourceFault::Empty.into());
    }
    let more = headings::numbered(without_heading(&numbers, &rows, header, fields.len())).split_off(fields.len());
    fields.extend(more);
    if !groups.is_empty() {
        groups.resize(fields.len(), Vec::new());
    }
    let blank_beyond = blank_beyond(&numbers, &rows, header, fields.len());
    let found = Found {
        encoding: Some(encoding.name()),
        is_encoded_twice: is_twice,
        delimiter: Some(char::from(sign)),
        header: Some(header),
        groups,
        ..Found::new(SourceKind::Csv)
    };
    let rows = Records {
        reader: reader(decoded(input, encoding), sign, is_cr),
        columns: fields.len(),
        blank_beyond,
        sign,
        is_twice,
        header,
        extra: 0,
        started: 1,
        last: 0,
        record: ByteRecord::new(),
        is_over: false,
    };
    Ok(Opened { fields, found, rows: Box::new(rows), doubt: None })
}

/// Puts line feeds in the place of carriage returns.
fn feed(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte == b'\r').for_each(|byte| *byte = b'\n');
}

/// A reader of cells. Lines end where a line feed does, so that each is counted when its row has been read; or a carriage return,
/// where there is nothing else.
fn reader<R: Read>(input: R, sign: u8, is_cr: bool) -> Reader<Bounded<R>> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(sign).has_headers(false).flexible(true).terminator(Terminator::Any(b'\n'));
    let input = Bounded { input, is_cr, read: 0, most: MAX_ROW_BYTES + BUFFER as u64, last: b'\n' };
    builder.buffer_capacity(BUFFER).from_reader(input)
}

const BUFFER: usize = 64 * 1024;

/// What the bytes are in UTF-8, without a mark at the beginning.
fn decoded<R: Read>(input: R, encoding: &'static Encoding) -> DecodeReaderBytes<R, Vec<u8>> {
    let mut builder = DecodeReaderBytesBuilder::new();
    builder.strip_bom(true);
    // UTF-8 goes through as it is, so that a cell that is none can be told from one that is.
    builder.bom_sniffing(false).encoding((encoding != UTF_8).then_some(encoding)).build(input)
}

/// The encoding of a file: by its mark, else UTF-8 where all of it is, UTF-16 where every other byte is zero, and for the rest
/// that in which its bytes are Danish letters.
fn encoding_of(input: &mut Input) -> Result<&'static Encoding, SourceError> {
    let mut buffer = vec![0; 1 << 20];
    let mut held = 0;
    let mut is_first = true;
    let encoding = loop {
        let length = input.read(buffer.get_mut(held..).unwrap_or_default())?;
        let bytes = buffer.get(..held + length).unwrap_or_default();
        if is_first {
            if let Some((encoding, _)) = Encoding::for_bom(bytes) {
                break encoding;
            }
            let zeros = |from: usize| bytes.iter().skip(from).step_by(2).take(512).filter(|byte| **byte == 0).count();
            let most = bytes.len().min(1024) / 4;
            match (zeros(0), zeros(1)) {
                (even, odd) if odd > even && odd > most => break UTF_16LE,
                (even, _) if even > most => break UTF_16BE,
                _ => {}
            }
            is_first = false;
        }
        match simdutf8::compat::from_utf8(bytes) {
            Ok(_) => held = 0,
            // A letter that the next bytes belong to.
            Err(error) if error.error_len().is_none() && length > 0 => {
                let rest = bytes.get(error.valid_up_to()..).unwrap_or_default().to_vec();
                held = rest.len();
                buffer.get_mut(..held).unwrap_or_default().copy_from_slice(&rest);
            }
            Err(_) => break of_one_byte(bytes)?,
        }
        if length == 0 {
            break UTF_8;
        }
    };
    input.rewind()?;
    Ok(encoding)
}

/// Which encoding with a byte for each letter it is: the one in which bytes between letters are `æ`, `ø` and `å`. Windows-1252,
/// unless there are none of its and some of another's.
fn of_one_byte(bytes: &[u8]) -> Result<&'static Encoding, SourceError> {
    const WINDOWS: [u8; 3] = [0xe6, 0xf8, 0xe5];
    const MAC: [u8; 3] = [0xbe, 0xbf, 0x8c];
    const DOS: [u8; 3] = [0x91, 0x9b, 0x86];
    // Several of them may stand on end: `også på øen`.
    let is_letter = |byte: u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let between = |letters: [u8; 3]| {
        let is_one = |window: &&[u8]| {
            matches!(window, [before, own, after] if letters.contains(own)
                && is_letter(*before) && is_letter(*after) && (before.is_ascii() || after.is_ascii()))
        };
        bytes.windows(3).filter(is_one).count()
    };
    let (windows, mac, dos) = (between(WINDOWS), between(MAC), between(DOS));
    match windows {
        0 if mac > dos => Ok(MACINTOSH),
        0 if dos > mac => Err(SourceFault::OfDos.into()),
        _ => Ok(WINDOWS_1252),
    }
}

/// What stands between the cells: the sign by which the row of the headings has most names that are known, then that by which it has as
/// many cells as most rows, and else that by which most rows have the same number of them. Commas in the texts are in no heading.
fn delimiter_of(sample: &[u8]) -> u8 {
    let score = |sign: &u8| {
        let (_, rows) = first_rows(sample, *sign);
        let head = headings::find(&rows).ok().and_then(|place| rows.get(place)).filter(|head| head.len() > 1);
        let known = head.map_or(0, |head| head.iter().filter(|cell| aliases::knows(cell)).count());
        let mut widths: Vec<usize> = rows.iter().map(Vec::len).filter(|width| *width > 1).collect();
        widths.sort_unstable();
        let alike = widths.chunk_by(|one, other| one == other).max_by_key(|alike| alike.len())?;
        let width = alike.first().copied()?;
        let is_as_wide = head.is_some_and(|head| head.len() == width);
        // The number of rows that are alike counts for more than how wide they are.
        Some((known, is_as_wide, alike.len(), width))
    };
    let best = DELIMITERS.iter().rev().filter_map(|sign| Some((score(sign)?, *sign))).max_by_key(|(score, _)| *score);
    best.map_or(b';', |(_, sign)| sign)
}

/// The first rows, with their numbers.
fn first_rows(sample: &[u8], sign: u8) -> (Vec<u64>, Vec<Vec<String>>) {
    let mut reader = reader(sample, sign, false);
    let mut record = ByteRecord::new();
    let (mut numbers, mut rows) = (Vec::new(), Vec::new());
    let mut extra = 0;
    while rows.len() < SAMPLE && reader.read_byte_record(&mut record).unwrap_or_default() {
        numbers.push(number(&reader, &record, &mut extra));
        let cell = |cell| super::row::plain(&String::from_utf8_lossy(cell)).to_owned();
        rows.push(record.iter().take(MAX_FIELDS + 1).map(cell).collect());
    }
    (numbers, rows)
}

/// The first row that has a cell with whole rows in it, where no headings were found, or one that says nothing of columns: what
/// looked most like the separator may be a comma in the texts.
fn open_quote(sample: &[u8], found: u8) -> Option<u64> {
    let first_open = |sign: u8| {
        let (numbers, rows) = first_rows(sample, sign);
        let columns = rows.iter().map(Vec::len).find(|cells| *cells > 1).unwrap_or(3);
        let signs = |line: &str| line.bytes().filter(|byte| *byte == sign).count();
        let is_open = |cell: &String| cell.contains('\n') && cell.lines().any(|line| signs(line) + 1 >= columns);
        let open = rows.iter().position(|row| row.iter().any(is_open));
        // The last row may be ended by nothing but the end of the file, and is counted with the one before it.
        let before = open.and_then(|open| numbers.get(open.checked_sub(1)?)).copied().unwrap_or_default();
        let open = open.and_then(|open| numbers.get(open)).map(|number| (*number).max(before + 1));
        open.filter(|_| sign == found || columns > 2 && headings::find(&rows).is_ok())
    };
    std::iter::once(found).chain(DELIMITERS).find_map(first_open)
}

/// How many cells the rows have that end with separators behind which nothing ever stands: as many as that of the headings,
/// where it ends so, and else as many as each of the first rows. In any other row a separator in a text has shifted the
/// cells, and a blank one at its end says nothing else.
fn blank_beyond(numbers: &[u64], rows: &[Vec<String>], header: u64, columns: usize) -> Option<usize> {
    let are_blank = |row: &[String], from: usize| is_blank(row.iter().skip(from).map(String::as_bytes));
    let rows = || numbers.iter().zip(rows);
    let cases = || rows().filter(|(number, row)| **number > header && !are_blank(row, 0)).map(|(_, row)| row);
    let of_header = || rows().find(|(number, _)| **number == header).map(|(_, row)| row.len());
    let of_all = || {
        let mut lengths = cases().map(Vec::len).filter(|length| *length >= columns);
        let (first, second) = (lengths.next()?, lengths.next()?);
        // One row alone may be one that was shifted.
        (first == second && lengths.all(|length| length == first)).then_some(first)
    };
    let length = of_header().filter(|length| *length > columns).or_else(of_all)?;
    cases().filter(|row| row.len() == length).all(|row| are_blank(row, columns)).then_some(length)
}

/// How many columns there are with those behind the last heading: the row of the headings ends with separators, each of several rows has
/// as many cells as it, and something stands there.
fn without_heading(numbers: &[u64], rows: &[Vec<String>], header: u64, columns: usize) -> usize {
    let rows = || numbers.iter().zip(rows);
    let Some(length) = rows().find(|(number, _)| **number == header).map(|(_, row)| row.len()) else { return columns };
    let cases = || rows().filter(|(number, row)| **number > header && row.len() >= columns).map(|(_, row)| row);
    let is_filled = |row: &Vec<String>| !is_blank(row.iter().skip(columns).map(String::as_bytes));
    // One row alone may be one that was shifted.
    let are_columns = cases().nth(1).is_some() && cases().all(|row| row.len() == length) && cases().any(is_filled);
    if are_columns { length.max(columns) } else { columns }
}

fn is_blank<'c>(cells: impl IntoIterator<Item = &'c [u8]>) -> bool {
    cells.into_iter().all(|cell| cell.trim_ascii().is_empty())
}

/// The number of the row that was just read, as a spreadsheet counts: lines, less those that end inside of a cell.
fn number<R: Read>(reader: &Reader<R>, record: &ByteRecord, extra: &mut u64) -> u64 {
    *extra += memchr::memchr_iter(b'\n', record.as_slice()).count() as u64;
    (reader.position().line() - 1).saturating_sub(*extra)
}

/// A reader that stops where one row would grow without bounds, and ends the last line.
struct Bounded<R> {
    input: R,
    /// Lines end with carriage returns.
    is_cr: bool,
    read: u64,
    /// How much may be read before the row must have ended.
    most: u64,
    last: u8,
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.read > self.most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut length = self.input.read(buffer)?;
        if self.is_cr {
            feed(buffer.get_mut(..length).unwrap_or_default());
        }
        if let (0, true, Some(first)) = (length, self.last != b'\n', buffer.first_mut()) {
            *first = b'\n';
            length = 1;
        }
        self.last = length.checked_sub(1).and_then(|last| buffer.get(last)).copied().unwrap_or(self.last);
        self.read += length as u64;
        Ok(length)
    }
}

struct Records {
    reader: Reader<Bounded<DecodeReaderBytes<Input, Vec<u8>>>>,
    columns: usize,
    /// How many cells a row may have when those without a heading are blank.
    blank_beyond: Option<usize>,
    sign: u8,
    /// Letters were encoded twice.
    is_twice: bool,
    /// Rows up to this are no cases.
    header: u64,
    /// Line breaks inside of cells so far.
    extra: u64,
    /// The line in which the row begins that is being read.
    started: u64,
    /// The number of the row before.
    last: u64,
    /// The row that is being read.
    record: ByteRecord,
    is_over: bool,
}

impl Iterator for Records {
    type Item = Result<Row, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            let start = self.reader.position().byte();
            self.started = self.reader.position().line();
            self.reader.get_mut().most = start + MAX_ROW_BYTES + BUFFER as u64;
            match self.reader.read_byte_record(&mut self.record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    self.is_over = true;
                    return Some(Err(match error.into_kind() {
                        ::csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                            let line = self.started;
                            SourceError::at(line.saturating_sub(self.extra), SourceFault::RowTooLarge)
                        }
                        ::csv::ErrorKind::Io(error) => error.into(),
                        _ => SourceFault::Broken.into(),
                    }));
                }
            }
            let record = &self.record;
            let mut number = number(&self.reader, record, &mut self.extra);
            // Every line ends, so that a row which the end of the file ended is one whose last cell did not.
            let is_open = number <= self.last;
            number = number.max(self.last + 1);
            self.last = number;
            if number <= self.header || is_blank(record) {
                continue;
            }
            let is_whole = record.len() <= self.columns
                || self.blank_beyond == Some(record.len()) && is_blank(record.iter().skip(self.columns));
            return Some(if !is_whole {
                Err(SourceError::at(number, SourceFault::TooManyCells))
            } else if is_open
                || record.len() < self.columns && self.holds_rows(record)
                || are_rows(record, self.columns.max(record.len()), self.sign)
            {
                Err(SourceError::at(number, SourceFault::OpenQuote))
            } else {
                Ok(Row::of_text(number, record, self.columns, self.is_twice))
            });
        }
        None
    }
}

impl Records {
    /// Whether a cell holds what look like whole rows.
    fn holds_rows(&self, record: &ByteRecord) -> bool {
        let signs = |line: &[u8]| line.iter().filter(|byte| **byte == self.sign).count();
        let is_row = |line: &&[u8]| self.columns > 1 && signs(line) + 1 >= self.columns;
        record.iter().any(|cell| cell.split(|byte| *byte == b'\n').any(|line| is_row(&line)))
    }
}

/// Whether the lines of one row are rows themselves: a quotation mark that was opened in one row and closed in a later one makes
/// one of them that may be as wide as any. What is written in lines has a blank behind such signs; behind a comma it need
/// not, and then it is like no other row.
fn are_rows(record: &ByteRecord, columns: usize, sign: u8) -> bool {
    if columns < 2 || !record.as_slice().contains(&b'\n') {
        return false;
    }
    let whole = record.iter().collect::<Vec<_>>().join(&sign);
    let is_row = |cells: &Vec<&[u8]>| cells.len() == columns;
    let mut lines = whole.split(|byte| *byte == b'\n').map(|line| line.split(|byte| *byte == sign).collect());
    let Some(first) = lines.next().filter(is_row) else { return false };
    let is_tight = |cells: &Vec<&[u8]>| cells.iter().skip(1).all(|cell| !cell.starts_with(b" "));
    let is_alike = |cells: &Vec<&[u8]>| {
        let alike = |(one, other)| shape(one).is_some_and(|shape_of_one| Some(shape_of_one) == shape(other));
        first.iter().copied().zip(cells.iter().copied()).any(alike)
    };
    lines.filter(is_row).any(|cells| is_tight(&cells) && (sign != b',' || is_alike(&cells)))
}

/// What an id, a number or a day looks like, however long it is. `None` for what has no digit.
fn shape(cell: &[u8]) -> Option<Vec<u8>> {
    let sign = |byte: &u8| match byte {
        byte if byte.is_ascii_digit() => b'9',
        byte if byte.is_ascii_alphabetic() || !byte.is_ascii() => b'a',
        byte => *byte,
    };
    let mut shape: Vec<u8> = cell.trim_ascii().iter().map(sign).collect();
    shape.dedup();
    shape.contains(&b'9').then_some(shape)
}
