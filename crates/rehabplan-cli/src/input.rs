//! What there is to check: files, folders, lines of NDJSON and standard input, one document at a time.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rehabplan::foreign::{self, Foreign};
use rehabplan::limits::MAX_BYTES;
use rehabplan::positions::Position;
use rehabplan::{Lang, ReadError};
use serde::{Serialize, Serializer};

use crate::select::shown;
use crate::texts::{self, fill};
use crate::wrapped::{Keys, Opened};

/// The name of standard input among the paths.
pub(crate) const STDIN: &str = "-";

/// Where a document stands: the name that the user knows it by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Name {
    /// The file, as it was given or found.
    #[serde(serialize_with = "plain")]
    pub(crate) file: Arc<str>,
    /// The line, counted from 1 with every line of the file, in NDJSON.
    pub(crate) line: Option<usize>,
    /// Where the plan stands in a document that holds several, as a JSON Pointer.
    pub(crate) at: Option<String>,
    /// The caller's own name for the plan.
    pub(crate) id: Option<String>,
}

fn plain<S: Serializer>(text: &str, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(text)
}

impl fmt::Display for Name {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(formatter, ":{line}")?;
        }
        match (&self.id, &self.at) {
            (Some(id), _) => write!(formatter, " ({id})"),
            (None, Some(at)) => write!(formatter, "#{at}"),
            (None, None) => Ok(()),
        }
    }
}

impl Name {
    /// The id of the case that the plan belongs to, for suppressions: the caller's own, else where the plan stands.
    pub(crate) fn case(&self) -> String {
        self.id.clone().unwrap_or_else(|| self.to_string())
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
    /// A file of another kind.
    Foreign(Foreign),
    /// Nothing stands where the plan was said to stand.
    NoPlan(String),
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
            Self::Foreign(kind) => kind.code(),
            Self::NoPlan(_) => "noPlan",
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
            Self::Foreign(kind) => return kind.message(lang).to_owned(),
            Self::NoPlan(key) => return fill(texts::NO_PLAN.get(lang), &[("key", &shown(key))]),
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
        Self { name: Name { file: Arc::clone(file), line, at: None, id: None }, content }
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
                    let mut first = Vec::new();
                    file.take(foreign::FIRST_BYTES as u64).read_to_end(&mut first)?;
                    let too_large = ReadError::TooLarge { bytes: usize::try_from(size).unwrap_or(usize::MAX) };
                    return Err(foreign_or(&first, Problem::Read(too_large)));
                }
                read_at_most(file)
            }
        }
    }

    /// Does something with each plan of the document, or with the reason why there is none. Also says how many bytes the
    /// document had.
    pub(crate) fn each_plan<T>(
        mut self,
        keys: &Keys,
        mut done: impl FnMut(&Name, Result<Plan<'_>, Problem>) -> T,
    ) -> (Vec<T>, u64) {
        let bytes = match self.read() {
            Ok(bytes) => bytes,
            Err(problem) => return (vec![done(&self.name, Err(problem))], 0),
        };
        let opened = keys.open(&bytes);
        if opened.is_empty() {
            return (vec![done(&self.name, Err(Problem::NothingToCheck))], bytes.len() as u64);
        }
        let one = |Opened { id, at, text, start }: Opened<'_>| {
            let name = Name { id, at, ..self.name.clone() };
            let Some(text) = text else { return done(&name, Err(Problem::NoPlan(keys.plan().to_owned()))) };
            let start = Position { line: start.line + self.name.line.unwrap_or(1) - 1, ..start };
            let is_plain = matches!(text, Cow::Borrowed(_));
            done(&name, Ok(Plan { text: &text, start, is_plain, name: &self.name }))
        };
        (opened.into_iter().map(one).collect(), bytes.len() as u64)
    }
}

/// The text of a plan.
pub(crate) struct Plan<'d> {
    pub(crate) text: &'d [u8],
    /// Where the text begins in its file.
    pub(crate) start: Position,
    /// Whether the text stands in the file as it is, and not written into a text itself.
    pub(crate) is_plain: bool,
    name: &'d Name,
}

impl Plan<'_> {
    /// The place of something in the text, as a place in the file.
    pub(crate) fn place(&self, Position { line, column }: Position) -> Position {
        if !self.is_plain {
            return self.start;
        }
        let column = if line == 1 { column + self.start.column - 1 } else { column };
        Position { line: line + self.start.line - 1, column }
    }

    /// What is wrong with the text, told by its place in the file.
    pub(crate) fn problem(&self, error: ReadError) -> Problem {
        let place = |line, column| {
            let Position { line, column } = self.place(Position { line, column });
            (line, column)
        };
        let problem = Problem::Read(match error {
            ReadError::NotJson { line, column, ends_early } => {
                let (line, column) = place(line, column);
                ReadError::NotJson { line, column, ends_early }
            }
            ReadError::NotUtf8 { line, column } => {
                let (line, column) = place(line, column);
                ReadError::NotUtf8 { line, column }
            }
            other => other,
        });
        // The first bytes of a file of lines were looked at before.
        if self.name.line.is_some() { problem } else { foreign_or(self.text, problem) }
    }
}

/// A name as text. Bytes that belong to no character stand as `\xE6`, so that two names stay two.
fn text_of(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    bytes.utf8_chunks().fold(String::with_capacity(bytes.len()), |mut text, chunk| {
        text.push_str(chunk.valid());
        text.extend(chunk.invalid().iter().map(|byte| format!("\\x{byte:02X}")));
        text
    })
}

/// Reads to the end, or one byte beyond the limit. A pipe has no size to look at first.
fn read_at_most(source: impl Read) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    source.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES { Err(foreign_or(&bytes, Problem::TooLarge)) } else { Ok(bytes) }
}

/// What a file is that holds no JSON by its first bytes, or else the problem with it.
fn foreign_or(bytes: &[u8], problem: Problem) -> Problem {
    let first = bytes.get(..foreign::FIRST_BYTES).unwrap_or(bytes);
    foreign::recognise(first).map_or(problem, Problem::Foreign)
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

/// Whether the paths lead to one plan and no more, whatever is in it.
pub(crate) fn is_one_plan(paths: &[PathBuf], ndjson: bool) -> bool {
    use SourceKind::{Json, Nothing, Stdin};
    matches!(sources(paths, ndjson)[..], [Source { kind: Json(_) | Nothing(_) | Stdin { ndjson: false }, .. }])
}

fn source(path: &Path, kind: SourceKind, size: u64) -> Source {
    Source { file: text_of(path).into(), kind, size }
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
pub(crate) struct Documents<'s> {
    sources: std::slice::Iter<'s, Source>,
    lines: Option<Lines<'s>>,
}

impl<'s> Documents<'s> {
    pub(crate) fn of(sources: &'s [Source]) -> Self {
        Self { sources: sources.iter(), lines: None }
    }

    /// Whether the next document may be long in coming: somebody writes it to a pipe, and may first want to hear about the
    /// last one.
    pub(crate) fn may_wait(&self) -> bool {
        self.lines.as_ref().is_some_and(Lines::may_wait)
    }
}

impl Iterator for Documents<'_> {
    type Item = Document;

    fn next(&mut self) -> Option<Document> {
        loop {
            if let Some(document) = self.lines.as_mut().and_then(Iterator::next) {
                return Some(document);
            }
            self.lines = None;
            let Source { file, kind, .. } = self.sources.next()?;
            match kind {
                SourceKind::Json(path) => return Some(Document::new(file, None, Ok(Content::File(path.clone())))),
                SourceKind::Stdin { ndjson: false } => return Some(Document::new(file, None, Ok(Content::Stdin))),
                SourceKind::Nothing(problem) => return Some(Document::new(file, None, Err(problem.clone()))),
                SourceKind::Stdin { ndjson: true } => self.lines = Some(Lines::new(file, io::stdin(), true)),
                SourceKind::Ndjson(path) => match File::open(path) {
                    Ok(opened) => {
                        let is_file = opened.metadata().is_ok_and(|metadata| metadata.is_file());
                        self.lines = Some(Lines::new(file, opened, !is_file));
                    }
                    Err(error) => return Some(Document::new(file, None, Err(error.into()))),
                },
            }
        }
    }
}

/// The documents of NDJSON that a reader gives, under the name of a file.
pub(crate) fn lines<'r>(file: &str, reader: impl Read + 'r) -> impl Iterator<Item = Document> + 'r {
    Lines::new(&file.into(), reader, false)
}

/// How much is read at a time.
const STRETCH: usize = 1 << 16;

/// The lines of an NDJSON file. No line is held beyond the limit.
struct Lines<'r> {
    file: Arc<str>,
    reader: BufReader<Box<dyn Read + 'r>>,
    /// Whether what is read may come bit by bit.
    is_slow: bool,
    /// How many lines and bytes have been read.
    lines: usize,
    /// Whether any line held something.
    any: bool,
    ended: bool,
}

impl<'r> Lines<'r> {
    fn new(file: &Arc<str>, reader: impl Read + 'r, is_slow: bool) -> Self {
        let reader = BufReader::with_capacity(STRETCH, Box::new(reader) as Box<dyn Read + 'r>);
        Self { file: Arc::clone(file), reader, is_slow, lines: 0, any: false, ended: false }
    }

    /// Whether no whole line has come yet.
    fn may_wait(&self) -> bool {
        self.is_slow && !self.reader.buffer().contains(&b'\n')
    }

    /// What kind of file it is, if it holds no lines of JSON at all.
    fn foreign(&mut self) -> Result<Option<Foreign>, Problem> {
        let first = self.reader.fill_buf()?;
        Ok(foreign::recognise(first.get(..foreign::FIRST_BYTES).unwrap_or(first)))
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

impl Iterator for Lines<'_> {
    type Item = Document;

    fn next(&mut self) -> Option<Document> {
        if self.lines == 0 && !self.ended {
            let problem = match self.foreign() {
                Ok(None) => None,
                Ok(Some(kind)) => Some(Problem::Foreign(kind)),
                Err(problem) => Some(problem),
            };
            if let Some(problem) = problem {
                self.ended = true;
                return Some(Document::new(&self.file, None, Err(problem)));
            }
        }
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
    use super::{Document, Lines, MAX_BYTES, Plan, Problem};
    use crate::wrapped::Keys;
    use rehabplan::ReadError;

    type Line = (Option<usize>, Result<Vec<u8>, Problem>);

    fn lines(text: &[u8]) -> Vec<Line> {
        let read = |mut document: Document| (document.name.line, document.read());
        Lines::new(&"plans.ndjson".into(), text, false).map(read).collect()
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
        let told = |file: &'static [u8], keys: &Keys, error: &ReadError| -> Vec<Problem> {
            let documents = Lines::new(&"plans.ndjson".into(), file, false);
            let problem = |_: &_, plan: Result<Plan<'_>, Problem>| {
                plan.map_or_else(|none| none, |plan| plan.problem(error.clone()))
            };
            documents.skip(1).flat_map(|document| document.each_plan(keys, problem).0).collect()
        };
        let at = |line, column| ReadError::NotJson { line, column, ends_early: false };
        let (whole, wrapped) = (Keys::default(), Keys::new(Some("p"), None));
        assert_eq!(told(b"{}\n\n{,}\n", &whole, &at(1, 2)), [Problem::Read(at(3, 2))]);
        assert_eq!(
            told(b"{}\n\n{,}\n", &whole, &ReadError::NotUtf8 { line: 1, column: 2 }),
            [Problem::Read(ReadError::NotUtf8 { line: 3, column: 2 })]
        );
        assert_eq!(told(b"{}\n{\"p\": {}}\n", &wrapped, &at(1, 2)), [Problem::Read(at(2, 8))]);
        assert_eq!(told(b"{}\n{\"q\": {}}\n", &wrapped, &at(1, 2)), [Problem::NoPlan("p".to_owned())]);
    }

    #[test]
    fn a_name_that_is_no_text_stays_a_name_of_its_own() {
        #[cfg(unix)]
        {
            use std::os::unix::ffi::OsStrExt as _;
            let name = |bytes| super::text_of(std::ffi::OsStr::from_bytes(bytes).as_ref());
            assert_eq!(name(b"pl\xe6n/\xff\xfe.json"), "pl\\xE6n/\\xFF\\xFE.json");
            assert_eq!(name("plæn.json".as_bytes()), "plæn.json");
        }
    }
}
