//! What there is to check: files, folders, lines of NDJSON and standard input, one document at a time.

use std::collections::HashSet;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rehabplan::limits::MAX_BYTES;
use rehabplan::{Lang, ReadError};

use crate::select::shown;
use crate::texts::{self, fill};

/// The name of standard input among the paths.
pub(crate) const STDIN: &str = "-";

/// Where a document stands: the name that the user knows it by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The file, as it was given or found.
    pub(crate) file: Arc<str>,
    /// The line, counted from 1 with every line of the file, in NDJSON.
    pub(crate) line: Option<usize>,
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(formatter, "{}:{line}", self.file),
            None => formatter.write_str(&self.file),
        }
    }
}

/// One document, or the reason why there is none.
#[derive(Debug)]
pub(crate) struct Document {
    pub(crate) name: Name,
    content: Result<Content, Problem>,
}

#[derive(Debug)]
enum Content {
    /// Not read yet, so that documents waiting for their turn take no memory.
    File(PathBuf),
    Stdin,
    Line(Vec<u8>),
}

/// Why a document cannot be checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Problem {
    /// The document cannot be read as a plan.
    Read(ReadError),
    /// There is no such file.
    NotFound,
    /// The file may not be read.
    NoAccess,
    /// Reading failed.
    NotReadable,
    /// A folder without plans, or NDJSON without lines.
    NothingToCheck,
    /// Larger than the limit, and nobody knows how large.
    TooLarge,
}

impl Problem {
    /// A stable code for the kind of problem.
    pub(crate) fn code(&self) -> &'static str {
        match self {
            Self::Read(error) => error.code(),
            Self::NotFound => "notFound",
            Self::NoAccess => "noAccess",
            Self::NotReadable => "notReadable",
            Self::NothingToCheck => "nothingToCheck",
            // The same code as the library's own error of that name.
            Self::TooLarge => "tooLarge",
        }
    }

    /// The problem in words, without anything from the document.
    pub(crate) fn message(&self, lang: Lang) -> String {
        let text = match self {
            Self::Read(error) => return error.message(lang),
            Self::NotFound => texts::NOT_FOUND,
            Self::NoAccess => texts::NO_ACCESS,
            Self::NotReadable => texts::NOT_READABLE,
            Self::NothingToCheck => texts::NOTHING_TO_CHECK,
            Self::TooLarge => return fill(texts::TOO_LARGE.get(lang), &[("limit", &MAX_BYTES)]),
        };
        text.get(lang).to_owned()
    }

    /// The problem with a document, for standard error.
    pub(crate) fn told(&self, name: &Name, lang: Lang) -> String {
        format!("{}: {}", shown(&name.to_string()), self.message(lang))
    }
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::NotFound,
            io::ErrorKind::PermissionDenied => Self::NoAccess,
            _ => Self::NotReadable,
        }
    }
}

impl Document {
    fn new(file: &Arc<str>, line: Option<usize>, content: Result<Content, Problem>) -> Self {
        Self { name: Name { file: Arc::clone(file), line }, content }
    }

    /// How many bytes the document holds in memory while it waits.
    pub(crate) fn held(&self) -> usize {
        match &self.content {
            Ok(Content::Line(bytes)) => bytes.len(),
            _ => 0,
        }
    }

    /// The bytes of the document. What is too large is refused before it is read whole.
    pub(crate) fn read(&mut self) -> Result<Vec<u8>, Problem> {
        match &mut self.content {
            Err(problem) => Err(problem.clone()),
            Ok(Content::Line(bytes)) => Ok(std::mem::take(bytes)),
            Ok(Content::Stdin) => read_at_most(io::stdin().lock()),
            Ok(Content::File(path)) => {
                let file = File::open(path)?;
                let size = file.metadata()?.len();
                if size > MAX_BYTES as u64 {
                    return Err(Problem::Read(ReadError::TooLarge {
                        bytes: usize::try_from(size).unwrap_or(usize::MAX),
                    }));
                }
                read_at_most(file)
            }
        }
    }

    /// The problem with what was read, told by its place in the file.
    pub(crate) fn problem(&self, error: ReadError) -> Problem {
        Problem::Read(match self.name.line {
            Some(line) => error.at_line(line),
            None => error,
        })
    }
}

/// Reads to the end, or one byte beyond the limit. A pipe has no size to look at first.
fn read_at_most(source: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    source.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES { Err(Problem::TooLarge) } else { Ok(bytes) }
}

/// One file to read, or a path that leads nowhere.
#[derive(Debug)]
pub(crate) struct Source {
    file: Arc<str>,
    kind: SourceKind,
    /// The size in bytes, where there is one, for the progress bar.
    pub(crate) size: u64,
}

#[derive(Debug)]
enum SourceKind {
    Json(PathBuf),
    Ndjson(PathBuf),
    Stdin { ndjson: bool },
    Nothing(Problem),
}

/// The files that the paths lead to, in the order of the paths; those of a folder sorted by name.
pub(crate) fn sources(paths: &[PathBuf], ndjson: bool) -> Vec<Source> {
    let mut sources = Vec::new();
    for path in paths {
        let nothing = |problem| source(path, SourceKind::Nothing(problem), 0);
        if path == Path::new(STDIN) {
            sources.push(source(path, SourceKind::Stdin { ndjson }, 0));
            continue;
        }
        match fs::metadata(path) {
            Err(error) => sources.push(nothing(error.into())),
            Ok(metadata) if metadata.is_dir() => {
                let before = sources.len();
                folder(path, &mut HashSet::new(), &mut sources);
                if sources.len() == before {
                    sources.push(nothing(Problem::NothingToCheck));
                }
            }
            // A pipe may be named, but only a file has a size to speak of.
            Ok(metadata) if ndjson || extension(path) == Some(Extension::Ndjson) => {
                sources.push(source(path, SourceKind::Ndjson(path.clone()), metadata.len()));
            }
            Ok(metadata) => sources.push(source(path, SourceKind::Json(path.clone()), metadata.len())),
        }
    }
    sources
}

fn source(path: &Path, kind: SourceKind, size: u64) -> Source {
    Source { file: path.to_string_lossy().into(), kind, size }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Extension {
    Json,
    Ndjson,
}

fn extension(path: &Path) -> Option<Extension> {
    match path.extension()?.to_ascii_lowercase().to_str()? {
        "json" => Some(Extension::Json),
        "ndjson" | "jsonl" => Some(Extension::Ndjson),
        _ => None,
    }
}

/// Finds the plans of a folder and the folders in it. `seen` holds the folders on the way, so that a link that leads
/// back ends there.
fn folder(path: &Path, seen: &mut HashSet<PathBuf>, sources: &mut Vec<Source>) {
    let listing = path.canonicalize().and_then(|place| Ok((place, fs::read_dir(path)?)));
    let (place, listing) = match listing {
        Ok(found) => found,
        Err(error) => return sources.push(source(path, SourceKind::Nothing(error.into()), 0)),
    };
    if !seen.insert(place) {
        return;
    }
    let mut names: Vec<_> = listing.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
    names.sort_unstable();
    for name in names {
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let entry = path.join(name);
        match (fs::metadata(&entry), extension(&entry)) {
            (Ok(metadata), _) if metadata.is_dir() => folder(&entry, seen, sources),
            // Reading a pipe that nobody writes to would wait for ever.
            (Ok(metadata), Some(extension)) if metadata.is_file() => {
                let kind = match extension {
                    Extension::Json => SourceKind::Json(entry.clone()),
                    Extension::Ndjson => SourceKind::Ndjson(entry.clone()),
                };
                sources.push(source(&entry, kind, metadata.len()));
            }
            (Ok(_), _) => {}
            // A link that leads nowhere, if it is called a plan.
            (Err(error), Some(_)) => sources.push(source(&entry, SourceKind::Nothing(error.into()), 0)),
            (Err(_), None) => {}
        }
    }
}

/// The documents of the sources, one after the other. Lines of NDJSON are read when it is their turn.
pub(crate) fn documents(sources: &[Source]) -> impl Iterator<Item = Document> {
    sources.iter().flat_map(|Source { file, kind, .. }| -> Box<dyn Iterator<Item = Document>> {
        let one = |content| Box::new(std::iter::once(Document::new(file, None, content)));
        match kind {
            SourceKind::Json(path) => one(Ok(Content::File(path.clone()))),
            SourceKind::Stdin { ndjson: false } => one(Ok(Content::Stdin)),
            SourceKind::Stdin { ndjson: true } => Box::new(Lines::new(file, io::stdin().lock())),
            SourceKind::Nothing(problem) => one(Err(problem.clone())),
            SourceKind::Ndjson(path) => match File::open(path) {
                Ok(opened) => Box::new(Lines::new(file, BufReader::with_capacity(1 << 16, opened))),
                Err(error) => one(Err(error.into())),
            },
        }
    })
}

/// The documents of NDJSON that a reader gives, under the name of a file.
pub(crate) fn lines(file: &str, reader: impl BufRead) -> impl Iterator<Item = Document> {
    Lines::new(&file.into(), reader)
}

/// The lines of an NDJSON file. No line is held beyond the limit.
struct Lines<R> {
    file: Arc<str>,
    reader: R,
    /// How many lines have been read.
    lines: usize,
    /// Whether any line held something.
    any: bool,
    ended: bool,
}

impl<R: BufRead> Lines<R> {
    fn new(file: &Arc<str>, reader: R) -> Self {
        Self { file: Arc::clone(file), reader, lines: 0, any: false, ended: false }
    }

    /// The next line without its end; `None` at the end of the file.
    fn line(&mut self) -> Result<Option<Vec<u8>>, Problem> {
        // Room for the longest line that can be a plan, and its end.
        const LIMIT: u64 = MAX_BYTES as u64 + 2;
        let mut bytes = Vec::new();
        let read = self.reader.by_ref().take(LIMIT).read_until(b'\n', &mut bytes)?;
        if read == 0 {
            return Ok(None);
        }
        self.lines += 1;
        let mut total = read;
        if bytes.last() != Some(&b'\n') && read as u64 == LIMIT {
            total += self.skip_line()?;
        }
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
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Document;

    fn next(&mut self) -> Option<Document> {
        while !self.ended {
            let content = match self.line() {
                Ok(Some(bytes)) if is_blank(&bytes) => continue,
                Ok(Some(bytes)) => Ok(Content::Line(bytes)),
                Err(problem @ Problem::Read(_)) => Err(problem),
                Ok(None) => {
                    self.ended = true;
                    if self.any {
                        break;
                    }
                    return Some(Document::new(&self.file, None, Err(Problem::NothingToCheck)));
                }
                // The reader itself failed, and would fail again.
                Err(problem) => {
                    self.ended = true;
                    return Some(Document::new(&self.file, None, Err(problem)));
                }
            };
            self.any = true;
            return Some(Document::new(&self.file, Some(self.lines), content));
        }
        None
    }
}

fn is_blank(line: &[u8]) -> bool {
    line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii().is_empty()
}

#[cfg(test)]
mod tests {
    use super::{Document, Lines, MAX_BYTES, Problem};
    use rehabplan::ReadError;

    type Line = (Option<usize>, Result<Vec<u8>, Problem>);

    fn lines(text: &[u8]) -> Vec<Line> {
        let read = |mut document: Document| (document.name.line, document.read());
        Lines::new(&"plans.ndjson".into(), text).map(read).collect()
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

    #[test]
    fn an_error_is_told_by_its_place_in_the_file() {
        let mut documents = Lines::new(&"plans.ndjson".into(), b"{}\n\n{,}\n".as_slice()).skip(1);
        let broken = documents.next();
        let told = broken.map(|document| {
            let at = |line, column| ReadError::NotJson { line, column, ends_early: false };
            assert_eq!(document.problem(at(1, 2)), Problem::Read(at(3, 2)));
            document.problem(ReadError::NotUtf8 { line: 1, column: 2 })
        });
        assert_eq!(told, Some(Problem::Read(ReadError::NotUtf8 { line: 3, column: 2 })));
    }
}
