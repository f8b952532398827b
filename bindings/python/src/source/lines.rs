//! The lines of an NDJSON file.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use rehabplan::ReadError;
use rehabplan::foreign::recognise;
use rehabplan::limits::MAX_BYTES;

use super::{MAX_WAITING, Source, call_for_id};
use crate::check::{Content, Item};
use crate::failure::Problem;

/// A document on each line. Blank lines are counted and passed over.
pub(crate) struct Lines {
    lines: RawLines,
    size: u64,
    id: Option<Py<PyAny>>,
}

impl Lines {
    /// # Errors
    ///
    /// `Problem::Foreign` for a file that holds something other than JSON, and `Problem::File`.
    pub(crate) fn new(file: File, id: Option<Py<PyAny>>) -> Result<Self, Problem> {
        let size = file.metadata()?.len();
        Ok(Self { lines: RawLines::new(file)?, size, id })
    }
}

impl Source for Lines {
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>> {
        let lines = &mut self.lines;
        let mut items = py.detach(|| {
            let mut items = Vec::new();
            let mut held = 0;
            while items.len() < count && held <= MAX_WAITING {
                let Some((number, content)) = lines.next() else { break };
                held += content.held();
                items.push(Item { row: number as u64 - 1, line: Some(number), id: None, content, opened: None });
            }
            items
        });
        if self.id.is_some() {
            for item in &mut items {
                if let Content::Line(bytes) = &item.content {
                    match call_for_id(self.id.as_ref(), PyBytes::new(py, bytes).as_any())? {
                        Ok(id) => item.id = id,
                        Err(problem) => item.content = Content::Nowhere(problem),
                    }
                }
            }
        }
        Ok(items)
    }

    fn progress(&self) -> (u64, Option<u64>) {
        (self.lines.offset, Some(self.size))
    }
}

/// Reads lines. None is held beyond the limit.
pub(super) struct RawLines {
    reader: BufReader<File>,
    /// How many lines and bytes have been read.
    number: usize,
    offset: u64,
    /// Whether the rest cannot be read.
    has_failed: bool,
}

impl RawLines {
    /// # Errors
    ///
    /// As `Lines::new`.
    pub(super) fn new(file: File) -> Result<Self, Problem> {
        let mut reader = BufReader::with_capacity(1 << 18, file);
        match recognise(reader.fill_buf()?) {
            Some(kind) => Err(Problem::Foreign(kind)),
            None => Ok(Self { reader, number: 0, offset: 0, has_failed: false }),
        }
    }

    /// The next line that holds something, with its number from 1. A file that cannot be read any further ends in a line
    /// that says so.
    pub(super) fn next(&mut self) -> Option<(usize, Content)> {
        if self.has_failed {
            return None;
        }
        self.read().unwrap_or_else(|error| {
            self.has_failed = true;
            Some((self.number + 1, Content::Nowhere(error.into())))
        })
    }

    fn read(&mut self) -> io::Result<Option<(usize, Content)>> {
        // Room for the longest line that can be a plan, and its end.
        const LIMIT: u64 = MAX_BYTES as u64 + 2;
        loop {
            let mut bytes = Vec::new();
            let mut total = self.reader.by_ref().take(LIMIT).read_until(b'\n', &mut bytes)? as u64;
            if total == 0 {
                return Ok(None);
            }
            self.number += 1;
            if bytes.last() != Some(&b'\n') && total == LIMIT {
                total += self.skip_line()?;
            }
            self.offset += total;
            for end in [b'\n', b'\r'] {
                if bytes.last() == Some(&end) {
                    bytes.pop();
                }
            }
            if bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes).trim_ascii().is_empty() {
                continue;
            }
            let content = if bytes.len() > MAX_BYTES {
                let bytes = usize::try_from(total).unwrap_or(usize::MAX);
                Content::Nowhere(Problem::Read(ReadError::TooLarge { bytes }))
            } else {
                Content::Line(bytes)
            };
            return Ok(Some((self.number, content)));
        }
    }

    /// Passes over the rest of a line, and says how long it was.
    fn skip_line(&mut self) -> io::Result<u64> {
        let mut skipped = 0;
        let mut stretch = Vec::new();
        loop {
            stretch.clear();
            let read = self.reader.by_ref().take(1 << 16).read_until(b'\n', &mut stretch)?;
            skipped += read as u64;
            if read == 0 || stretch.last() == Some(&b'\n') {
                return Ok(skipped);
            }
        }
    }
}
