//! The files that paths lead to, and the documents in them.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rehabplan::limits::MAX_BYTES;
use rehabplan::text::Wording;
use rehabplan::{ReadError, foreign};

use crate::item::{Bytes, Item, Made};
use crate::keys;
use crate::lines::Lines;
use crate::problem::Problem;

/// The name of standard input among the paths.
pub const STDIN: &str = "-";

/// How many bytes are looked at to see whether a file is a list.
const FIRST: u64 = 256;

/// How many bytes may wait for their turn; one document more is always taken.
pub const MAX_WAITING: usize = 16 << 20;

/// A format other than JSON that plans can be taken out of.
pub trait Format: fmt::Debug + Send + Sync {
    /// Whether a file is of this format, told by its name.
    fn is_called_so(&self, path: &Path) -> bool;

    /// The documents of a file, in their order, each with its line or its place in the file where it has one. What waits should
    /// take no memory: see [`Item::made`].
    fn items(&self, path: &Path) -> Box<dyn Iterator<Item = Item> + Send>;

    /// How many bytes of the file whose documents are being taken have been read, where that is known.
    fn taken(&self) -> u64 {
        0
    }

    /// What reads a file that begins like this, whatever it is called, and what comes from standard input; nothing, where
    /// the format is not told by that.
    fn by_content(&self, first: &[u8]) -> Option<Reader<'_>> {
        let _ = first;
        None
    }
}

/// What else than JSON a file may turn out to be.
type Formats = Arc<[Arc<dyn Format>]>;

/// Makes a plan out of the whole of a file.
pub struct Reader<'f> {
    /// So many bytes are read, and one more of a file that has more.
    pub max_bytes: u64,
    /// Makes the plan.
    pub read: Make<'f>,
}

/// What makes a plan out of bytes.
pub type Make<'f> = Box<dyn FnOnce(&[u8]) -> Result<Made, Problem> + 'f>;

impl fmt::Debug for Reader<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Reader").field("max_bytes", &self.max_bytes).finish_non_exhaustive()
    }
}

/// One file to read, standard input, or a path that leads nowhere.
#[derive(Debug)]
pub struct Source {
    /// What its documents are known by: the path, as it was given or found.
    pub file: Arc<str>,
    /// The size in bytes, where there is one.
    pub size: u64,
    path: PathBuf,
    read_as: ReadAs,
    /// Its other names among the paths, under which it is not read again.
    also: Vec<PathBuf>,
}

#[derive(Debug)]
enum ReadAs {
    /// One document: JSON, or what it turns out to be when it is read.
    Whole(Formats),
    Ndjson,
    Stdin(Formats),
    StdinLines,
    Other(Arc<dyn Format>),
    Nothing(Problem),
}

impl Source {
    fn new(path: &Path, read_as: ReadAs, size: u64) -> Self {
        Self { file: text_of(path).into(), size, path: path.to_owned(), read_as, also: Vec::new() }
    }

    /// A file that is read as one of a format, whatever it is called.
    #[must_use]
    pub fn of(path: &Path, format: Arc<dyn Format>) -> Self {
        let size = fs::metadata(path).map_or(0, |metadata| metadata.len());
        Self::new(path, ReadAs::Other(format), size)
    }

    /// Where it is.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The other names that the file was given or found by. It is read once.
    #[must_use]
    pub fn also(&self) -> &[PathBuf] {
        &self.also
    }

    /// Whether it is one document and no more, whatever is in that. A file that is a list holds several.
    #[must_use]
    pub fn is_one_document(&self) -> bool {
        let is_list = || {
            let mut first = Vec::new();
            let read = File::open(&self.path).and_then(|file| file.take(FIRST).read_to_end(&mut first));
            read.is_ok() && keys::is_list(&first)
        };
        match self.read_as {
            ReadAs::Whole(_) => !is_list(),
            ReadAs::Nothing(_) | ReadAs::Stdin(_) => true,
            ReadAs::Ndjson | ReadAs::StdinLines | ReadAs::Other(_) => false,
        }
    }

    /// Whether it is read as what another format knows by its name.
    #[must_use]
    pub fn is_of_a_format(&self) -> bool {
        matches!(self.read_as, ReadAs::Other(_))
    }

    /// Why there is nothing to read.
    #[must_use]
    pub fn problem(&self) -> Option<&Problem> {
        match &self.read_as {
            ReadAs::Nothing(problem) => Some(problem),
            _ => None,
        }
    }

    fn named(&self, mut item: Item) -> Item {
        item.name.file = Arc::clone(&self.file);
        item
    }
}

/// The files that the paths lead to, in the order of the paths; those of a folder and the folders in it sorted by name.
///
/// `-` is standard input. In a folder `.json`, `.ndjson` and `.jsonl` are taken, and what one of the formats knows by its name;
/// the others are passed over: see [`passed_over`]. A file that was given by its own name is taken in any case, as NDJSON if
/// `ndjson` says so or its name does, and otherwise as what it begins like. A file that is met again, by the same name or another, is
/// that of the first: see [`Source::also`].
#[must_use]
pub fn sources(paths: &[PathBuf], ndjson: bool, formats: &[Arc<dyn Format>]) -> Vec<Source> {
    let mut sources = Vec::new();
    let by_content: Formats = formats.into();
    let whole = || ReadAs::Whole(Arc::clone(&by_content));
    for path in paths {
        if path == Path::new(STDIN) {
            let read_as = if ndjson { ReadAs::StdinLines } else { ReadAs::Stdin(Arc::clone(&by_content)) };
            sources.push(Source::new(path, read_as, 0));
            continue;
        }
        match fs::metadata(path) {
            Err(error) => sources.push(Source::new(path, ReadAs::Nothing(error.into()), 0)),
            Ok(metadata) if metadata.is_dir() => {
                let found = Folder::read(path, formats).sources;
                let nothing = found.is_empty().then(|| Source::new(path, ReadAs::Nothing(Problem::NothingToCheck), 0));
                sources.extend(found.into_iter().chain(nothing));
            }
            // A pipe may be named, but only a file has a size to speak of.
            Ok(metadata) => {
                let read_as = if ndjson { Some(ReadAs::Ndjson) } else { read_as(path, formats) };
                let read_as = match read_as {
                    None | Some(ReadAs::Whole(_)) => whole(),
                    Some(read_as) => read_as,
                };
                sources.push(Source::new(path, read_as, metadata.len()));
            }
        }
    }
    once(sources)
}

/// What is said of a file by another of its names.
pub const AGAIN: Wording = Wording::new(
    "er den samme fil som en anden, der er læst, og tæller én gang",
    "is the same file as another that was read, and counts once",
);

/// Each file once, by the first of its names.
fn once(sources: Vec<Source>) -> Vec<Source> {
    let mut places = HashMap::new();
    let mut found: Vec<Source> = Vec::with_capacity(sources.len());
    for source in sources {
        let first = known(&source.path).and_then(|known| match places.entry(known) {
            Entry::Occupied(place) => found.get_mut(*place.get()),
            Entry::Vacant(place) => {
                place.insert(found.len());
                None
            }
        });
        match first {
            Some(first) => first.also.push(source.path),
            None => found.push(source),
        }
    }
    found
}

/// What a file is known by, whatever it is called; nothing for what is none.
#[cfg(unix)]
fn known(path: &Path) -> Option<(u64, u64)> {
    use std::os::unix::fs::MetadataExt as _;

    fs::metadata(path).ok().filter(fs::Metadata::is_file).map(|file| (file.dev(), file.ino()))
}

/// The other names of a file are not told there, but links are.
#[cfg(not(unix))]
fn known(path: &Path) -> Option<PathBuf> {
    path.is_file().then(|| path.canonicalize().ok()).flatten()
}

/// What a file is by its name; `None` for one that nobody knows.
fn read_as(path: &Path, formats: &[Arc<dyn Format>]) -> Option<ReadAs> {
    match path.extension().map(|extension| extension.to_ascii_lowercase()).as_deref().and_then(|name| name.to_str()) {
        Some("json") => Some(ReadAs::Whole([].into())),
        Some("ndjson" | "jsonl") => Some(ReadAs::Ndjson),
        _ => formats.iter().find(|format| format.is_called_so(path)).map(|format| ReadAs::Other(Arc::clone(format))),
    }
}

/// Whether a file is said to hold JSON by its name.
fn is_called_json(path: &Path) -> bool {
    matches!(read_as(path, &[]), Some(ReadAs::Whole(_)))
}

/// The files that [`sources`] passes over in the folders among the paths and in the folders in them, sorted by name, without
/// those that programs leave behind: names that begin with a dot or with `~$`, `Thumbs.db`, `desktop.ini`, and a `README`.
/// A link to a folder that the named one stands in is passed over too.
#[must_use]
pub fn passed_over(paths: &[PathBuf], formats: &[Arc<dyn Format>]) -> Vec<PathBuf> {
    let folders = paths.iter().filter(|path| path.is_dir());
    folders.flat_map(|path| Folder::read(path, formats).passed_over).collect()
}

/// Whether a file in a folder is nobody's plan, whatever is in it.
fn is_left_behind(name: &str) -> bool {
    const NAMES: [&str; 2] = ["thumbs.db", "desktop.ini"];
    let lower = name.to_lowercase();
    let stem = lower.split('.').next().unwrap_or_default();
    name.starts_with("~$") || NAMES.contains(&lower.as_str()) || stem == "readme"
}

/// What was found in a folder and the folders in it.
#[derive(Default)]
struct Folder {
    sources: Vec<Source>,
    passed_over: Vec<PathBuf>,
    /// The folder that was named, by its own path.
    root: Option<PathBuf>,
    /// The folders on the way, so that a link that leads back ends there.
    seen: HashSet<PathBuf>,
}

impl Folder {
    fn read(path: &Path, formats: &[Arc<dyn Format>]) -> Self {
        let mut found = Self::default();
        found.folder(path, formats);
        found
    }

    fn folder(&mut self, path: &Path, formats: &[Arc<dyn Format>]) {
        let listing = path.canonicalize().and_then(|place| Ok((place, fs::read_dir(path)?)));
        let (place, listing) = match listing {
            Ok(found) => found,
            Err(error) => return self.sources.push(Source::new(path, ReadAs::Nothing(error.into()), 0)),
        };
        if !self.seen.insert(place.clone()) {
            return;
        }
        // A link may lead to what is around the folder that was named: nobody has asked for the rest of that.
        let root = self.root.get_or_insert(place).clone();
        let leads_out =
            |entry: &Path| entry.canonicalize().is_ok_and(|target| root != target && root.starts_with(target));
        let mut names: Vec<_> = listing.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
        names.sort_unstable();
        for name in names {
            let shown = name.to_string_lossy();
            if shown.starts_with('.') {
                continue;
            }
            let entry = path.join(&name);
            match (fs::metadata(&entry), read_as(&entry, formats)) {
                (Ok(metadata), _) if metadata.is_dir() && leads_out(&entry) => self.passed_over.push(entry),
                (Ok(metadata), _) if metadata.is_dir() => self.folder(&entry, formats),
                // Reading a pipe that nobody writes to would wait for ever.
                (Ok(metadata), Some(read_as)) if metadata.is_file() => {
                    self.sources.push(Source::new(&entry, read_as, metadata.len()));
                }
                // A link that leads nowhere, if it is called a plan.
                (Err(error), Some(_)) => self.sources.push(Source::new(&entry, ReadAs::Nothing(error.into()), 0)),
                _ if is_left_behind(&shown) => {}
                _ => self.passed_over.push(entry),
            }
        }
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

/// The documents of the sources, one after the other. Lines are read when it is their turn.
pub struct Items {
    sources: std::vec::IntoIter<Source>,
    open: Option<(Source, Open)>,
    row: u64,
    taken: u64,
    total: u64,
}

enum Open {
    Lines(Lines<'static>),
    Other(Box<dyn Iterator<Item = Item> + Send>),
}

impl Items {
    /// The documents of some sources.
    #[must_use]
    pub fn of(sources: Vec<Source>) -> Self {
        let total = sources.iter().map(|source| source.size).sum();
        Self { sources: sources.into_iter(), open: None, row: 0, taken: 0, total }
    }

    /// The documents that come in lines, from wherever.
    #[must_use]
    pub fn of_lines(lines: Lines<'static>) -> Self {
        let source = Source::new(Path::new(STDIN), ReadAs::StdinLines, 0);
        Self { open: Some((source, Open::Lines(lines))), ..Self::of(Vec::new()) }
    }

    /// How many bytes of the sources have been taken.
    #[must_use]
    pub fn taken(&self) -> u64 {
        let within = match &self.open {
            Some((_, Open::Lines(lines))) => lines.taken(),
            Some((Source { read_as: ReadAs::Other(format), size, .. }, _)) => format.taken().min(*size),
            _ => 0,
        };
        self.taken + within
    }

    /// How many bytes there are in all; 0 when nobody knows.
    #[must_use]
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The next documents to be worked on together, at most `count` of them: those that are there, so that whoever writes a
    /// plan to a pipe and waits for the answer gets it. Empty at the end.
    pub fn take_some(&mut self, count: usize) -> Vec<Item> {
        let mut held = 0;
        let mut items = Vec::new();
        while items.is_empty() || items.len() < count && held <= MAX_WAITING && !self.may_wait() {
            let Some(item) = self.next() else { break };
            held += item.held();
            items.push(item);
        }
        items
    }

    /// Whether the next document may be long in coming: somebody writes it to a pipe, and may first want to hear about the
    /// last one.
    fn may_wait(&self) -> bool {
        matches!(&self.open, Some((_, Open::Lines(lines))) if lines.may_wait())
    }

    fn next_named(&mut self) -> Option<Item> {
        loop {
            if let Some((source, open)) = &mut self.open {
                let item = match open {
                    Open::Lines(lines) => lines.next(),
                    Open::Other(items) => items.next().map(|item| source.named(item)),
                };
                if item.is_some() {
                    return item;
                }
            }
            if let Some((source, _)) = self.open.take() {
                self.taken += source.size;
            }
            let source = self.sources.next()?;
            let opened = match &source.read_as {
                ReadAs::Ndjson => open(&source),
                ReadAs::StdinLines => Lines::open(Arc::clone(&source.file), io::stdin(), true).map(Open::Lines),
                ReadAs::Other(format) => Ok(Open::Other(format.items(&source.path))),
                read_as => {
                    self.taken += source.size;
                    return Some(source.named(match read_as {
                        ReadAs::Stdin(formats) => stdin(Arc::clone(formats)),
                        ReadAs::Whole(formats) => file(&source.path, Arc::clone(formats)),
                        ReadAs::Nothing(problem) => Item::nowhere(problem.clone()).at_path(&source.path),
                        ReadAs::Ndjson | ReadAs::StdinLines | ReadAs::Other(_) => continue,
                    }));
                }
            };
            match opened {
                Ok(open) => self.open = Some((source, open)),
                Err(problem) => {
                    self.taken += source.size;
                    return Some(source.named(Item::nowhere(problem).at_path(&source.path)));
                }
            }
        }
    }
}

/// A file that is one document.
fn file(path: &Path, formats: Formats) -> Item {
    let (owned, is_json) = (path.to_owned(), is_called_json(path));
    let read = move || {
        let file = File::open(owned)?;
        let size = file.metadata()?.len();
        read_whole(file, Some(size), &formats, is_json)
    };
    Item::whole(is_json, read).at_path(path)
}

fn stdin(formats: Formats) -> Item {
    Item::whole(false, move || read_whole(io::stdin().lock(), None, &formats, false))
}

/// Reads a file or a pipe, which has no size to look at first: as what it begins like, or as JSON.
fn read_whole(
    mut source: impl Read,
    size: Option<u64>,
    formats: &[Arc<dyn Format>],
    is_called_json: bool,
) -> Result<Bytes, Problem> {
    let mut bytes = Vec::new();
    source.by_ref().take(foreign::FIRST_BYTES as u64).read_to_end(&mut bytes)?;
    if let Some(reader) = formats.iter().find_map(|format| format.by_content(&bytes)) {
        read_rest(source, reader.max_bytes, &mut bytes)?;
        return (reader.read)(&bytes).map(Bytes::Made);
    }
    if let Some(size) = size.filter(|size| *size > MAX_BYTES as u64) {
        let too_large = ReadError::TooLarge { bytes: usize::try_from(size).unwrap_or(usize::MAX) };
        return Err(Problem::Read(too_large).or_foreign(&bytes, is_called_json));
    }
    read_rest(source, MAX_BYTES as u64, &mut bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(Problem::TooLarge.or_foreign(&bytes, is_called_json));
    }
    Ok(Bytes::Read(bytes))
}

/// Reads on to the end, or one byte beyond the limit.
fn read_rest(source: impl Read, most: u64, bytes: &mut Vec<u8>) -> io::Result<()> {
    let left = (most + 1).saturating_sub(bytes.len() as u64);
    source.take(left).read_to_end(bytes).map(drop)
}

/// Opens a file of lines.
fn open(source: &Source) -> Result<Open, Problem> {
    let file = File::open(&source.path)?;
    let is_file = file.metadata()?.is_file();
    Lines::open(Arc::clone(&source.file), file, !is_file).map(Open::Lines)
}

impl Iterator for Items {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        let mut item = self.next_named()?;
        item.name.row = self.row;
        self.row += 1;
        Some(item)
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};
    use std::sync::Arc;

    use crate::{Format, Item, Items, Keys, Name, sources};

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

    /// One plan for each letter of the file's name.
    #[derive(Debug)]
    struct Letters;

    impl Format for Letters {
        fn is_called_so(&self, path: &Path) -> bool {
            path.extension().is_some_and(|extension| extension == "toml")
        }

        fn items(&self, path: &Path) -> Box<dyn Iterator<Item = Item> + Send> {
            let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
            let item = |(index, letter): (usize, char)| {
                let name = Name { id: Some(letter.to_string()), line: Some(index + 1), ..Name::default() };
                Item::later(|| Ok(b"{}".to_vec())).named(name)
            };
            Box::new(name.chars().enumerate().map(item).collect::<Vec<_>>().into_iter())
        }
    }

    #[test]
    fn another_format_gives_its_items_under_the_name_of_the_file() {
        let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
        let found = |formats: &[Arc<dyn Format>]| -> Vec<(String, u64)> {
            let items = Items::of(sources(std::slice::from_ref(&path), false, formats));
            items.flat_map(|item| item.each_plan(&Keys::default(), |name, _| (name.to_string(), name.row))).collect()
        };
        let file = path.join("Cargo.toml").display().to_string();
        let letters = "Cargo".chars().zip(0..).map(|(letter, row)| (format!("{file}:{} ({letter})", row + 1), row));
        assert_eq!(found(&[Arc::new(Letters)]), letters.collect::<Vec<_>>());
        assert_eq!(found(&[]), [(path.display().to_string(), 0)]);
    }
}
