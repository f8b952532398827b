//! Lines of NDJSON, read one at a time.

use std::io::{self, BufRead, BufReader, Read};
use std::sync::Arc;

use rehabplan::ReadError;
use rehabplan::foreign;
use rehabplan::limits::MAX_BYTES;

use crate::item::{Item, Name};
use crate::problem::Problem;

/// How much is read at a time.
const STRETCH: usize = 1 << 18;

/// The lines of NDJSON. Blank lines are counted and passed over; no line is held beyond the limit. A reader that gives no line
/// at all, or that fails, ends in an item that says so; where it failed in the middle of a line, that is the item's.
pub struct Lines<'r> {
    file: Arc<str>,
    reader: BufReader<Box<dyn Read + Send + 'r>>,
    /// Whether what is read may come bit by bit.
    is_slow: bool,
    /// How many lines and bytes have been read.
    lines: usize,
    taken: u64,
    /// Whether any line held something.
    any: bool,
    ended: bool,
}

impl<'r> Lines<'r> {
    /// The lines that a reader gives, under the name of a file.
    ///
    /// # Errors
    ///
    /// [`Problem::Foreign`] when the first bytes are those of a file that holds no lines of JSON at all, and what goes wrong
    /// when they are read.
    pub fn new(file: &str, reader: impl Read + Send + 'r) -> Result<Self, Problem> {
        Self::open(file.into(), reader, false)
    }

    /// The lines that a reader gives bit by bit, such as a connection or a pipe: whoever writes one and waits for what comes of
    /// it gets it, when they are [taken](crate::Items::of_lines) as they come.
    ///
    /// # Errors
    ///
    /// As [`Lines::new`].
    pub fn as_they_come(file: &str, reader: impl Read + Send + 'r) -> Result<Self, Problem> {
        Self::open(file.into(), reader, true)
    }

    pub(crate) fn open(file: Arc<str>, reader: impl Read + Send + 'r, is_slow: bool) -> Result<Self, Problem> {
        let mut reader = BufReader::with_capacity(STRETCH, Box::new(reader) as Box<dyn Read + Send + 'r>);
        let first = reader.fill_buf()?;
        if let Some(kind) = foreign::recognise(first.get(..foreign::FIRST_BYTES).unwrap_or(first)) {
            return Err(Problem::Foreign(kind));
        }
        Ok(Self { file, reader, is_slow, lines: 0, taken: 0, any: false, ended: false })
    }

    /// Whether no whole line has come yet.
    pub(crate) fn may_wait(&self) -> bool {
        self.is_slow && !self.reader.buffer().contains(&b'\n')
    }

    /// How many bytes have been read.
    pub(crate) fn taken(&self) -> u64 {
        self.taken
    }

    /// The next line without its end; `None` at the end of the file.
    fn line(&mut self) -> Result<Option<Vec<u8>>, Problem> {
        // Room for the longest line that can be a plan, and its end.
        const LIMIT: u64 = MAX_BYTES as u64 + 2;
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(LIMIT).read_until(b'\n', &mut bytes);
        // One that breaks off has begun.
        self.lines += usize::from(!bytes.is_empty());
        let read = read?;
        if read == 0 {
            return Ok(None);
        }
        let mut total = read;
        if bytes.last() != Some(&b'\n') && read as u64 == LIMIT {
            total += self.skip_line()?;
        }
        self.taken += total as u64;
        for end in [b'\n', b'\r'] {
            if bytes.last() == Some(&end) {
                bytes.pop();
            }
        }
        if bytes.len() > MAX_BYTES {
            return Err(Problem::Read(ReadError::TooLarge { bytes: total }));
        }
        Ok(Some(bytes))
    }

    /// Passes over the rest of a line, and says how long it was.
    fn skip_line(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        let mut stretch = Vec::new();
        loop {
            stretch.clear();
            let read = self.reader.by_ref().take(1 << 16).read_until(b'\n', &mut stretch)?;
            skipped += read;
            if read == 0 || stretch.last() == Some(&b'\n') {
                return Ok(skipped);
            }
        }
    }

    fn item(&self, line: Option<usize>, item: Item) -> Item {
        item.named(Name { file: Arc::clone(&self.file), line, ..Name::default() })
    }
}

impl Iterator for Lines<'_> {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while !self.ended {
            let before = self.lines;
            let item = match self.line() {
                Ok(Some(bytes)) if is_blank(&bytes) => continue,
                Ok(Some(bytes)) => Item::new(bytes),
                Ok(None) => {
                    self.ended = true;
                    if self.any {
                        break;
                    }
                    return Some(self.item(None, Item::nowhere(Problem::NothingToCheck)));
                }
                Err(problem) => {
                    // Where the reader itself failed, it would fail again.
                    self.ended = !matches!(problem, Problem::Read(_));
                    Item::nowhere(problem)
                }
            };
            self.any = true;
            // The reader may have failed between two lines.
            return Some(self.item((self.lines > before).then_some(self.lines), item));
        }
        None
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii().is_empty()
}

#[cfg(test)]
mod tests {
    use std::io::{self, Read};

    use rehabplan::ReadError;
    use rehabplan::limits::MAX_BYTES;

    use crate::{Keys, Lines, Problem};

    type Line = (Option<usize>, Result<Vec<u8>, Problem>);

    fn lines(text: &[u8]) -> Vec<Line> {
        let lines = Lines::new("plans.ndjson", text).into_iter().flatten();
        let whole = |item: crate::Item| {
            item.each_plan(&Keys::default(), |name, plan| (name.line, plan.map(|plan| plan.text.to_vec())))
        };
        lines.flat_map(whole).collect()
    }

    #[test]
    fn blank_lines_are_counted_and_passed_over() {
        let found = lines(b"\xef\xbb\xbf\n{}\r\n \t\r\n\n[]");
        assert_eq!(found, [(Some(2), Ok(b"{}".to_vec())), (Some(5), Ok(b"[]".to_vec()))]);
    }

    #[test]
    fn no_line_is_said_to_be_nothing() {
        for text in ["", "\n", " \n\t\n"] {
            assert_eq!(lines(text.as_bytes()), [(None, Err(Problem::NothingToCheck))]);
        }
    }

    /// Gives what it has, and then fails.
    struct BreaksOff<'b>(&'b [u8]);

    impl Read for BreaksOff<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            if self.0.is_empty() { Err(io::ErrorKind::ConnectionReset.into()) } else { self.0.read(buffer) }
        }
    }

    #[test]
    fn a_line_that_breaks_off_is_named() {
        let lines = |text: &str| -> Vec<_> {
            let lines = Lines::new("", BreaksOff(text.as_bytes())).into_iter().flatten();
            lines.map(|item| (item.name.line, item.problem().cloned())).collect()
        };
        let broken = Some(Problem::NotReadable);
        assert_eq!(lines("{}\n\n{\"sag\""), [(Some(1), None), (Some(3), broken.clone())]);
        // Nobody knows whether there was to be another.
        assert_eq!(lines("{}\n"), [(Some(1), None), (None, broken.clone())]);
        let long = format!("{{}}\n{}", "x".repeat(MAX_BYTES + 100));
        assert_eq!(lines(&long), [(Some(1), None), (Some(2), broken)]);
    }

    #[test]
    fn a_line_beyond_the_limit_is_passed_over() {
        for (length, end) in [(MAX_BYTES, "\n"), (MAX_BYTES, "\r\n"), (MAX_BYTES + 1, "\n"), (3 * MAX_BYTES, "\r\n")] {
            let text = format!("{{}}\n{}{end}[]\n", "x".repeat(length));
            let found = lines(text.as_bytes());
            assert_eq!(found.len(), 3);
            assert_eq!(found.last(), Some(&(Some(3), Ok(b"[]".to_vec()))));
            let middle = found.get(1).map(|(_, content)| content.as_ref().map(Vec::len).map_err(Clone::clone));
            let expected = if length > MAX_BYTES {
                Err(Problem::Read(ReadError::TooLarge { bytes: length + end.len() }))
            } else {
                Ok(length)
            };
            assert_eq!(middle, Some(expected));
        }
    }
}
