//! Plans out of exports, by a mapping: what `--map` and `--table` open.

use std::fs::File;
use std::io::{self, BufRead as _, Read as _, Seek as _};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

#[cfg(feature = "document")]
use rehabplan::plan::Sagstype;
use rehabplan::{Horizon, Lang};
use rehabplan_batch::{
    AGAIN, Format, Item, Name, Problem, STDIN, Source, is_read, passed_over, shown, sources, text_of,
};
use rehabplan_import::account::{never_held, of_either_order, remarks, unmatched, without_rows};
use rehabplan_import::bound::Asked;
#[cfg(feature = "document")]
use rehabplan_import::document::{self, Documents};
use rehabplan_import::import::{Ids, Import, ImportError, Joined, Noticed, Unused};
use rehabplan_import::limits::{MAX_HELD_BYTES, MAX_MAPPING_BYTES};
use rehabplan_import::mapping::{Mapping, MappingError, SourceKind};
use rehabplan_import::source::{self, Found, SourceFault};

use crate::texts::{self, fill};
use crate::{PlanArgs, Status, Stop, complain, horizon, note};

/// What is to be checked, and what is known of it before.
pub(crate) struct Opened {
    pub(crate) sources: Vec<Source>,
    /// What a mapping says that its sources can hold.
    pub(crate) horizon: Option<Horizon>,
    /// The names of what goes along.
    pub(crate) carried: Vec<Arc<str>>,
    /// The names of the other tables, and what knows of them.
    tables: Option<(Vec<String>, Arc<Mapped>)>,
    /// What lies in the folders and was not read.
    passed_over: Vec<PathBuf>,
    /// Other names of files that are read.
    again: Vec<PathBuf>,
    /// What is read beside JSON.
    formats: Vec<Arc<dyn Format>>,
}

/// Reads a mapping.
pub(crate) fn mapping(path: &Path, lang: Lang) -> Result<Mapping, Stop> {
    let wrong = |what: &str| Stop::Usage(format!("{}{what}", shown(&path.to_string_lossy())));
    let file = File::open(path).map_err(|error| wrong(&format!(": {}", Problem::from(error).message(lang))))?;
    let mut bytes = Vec::new();
    let read = file.take(MAX_MAPPING_BYTES as u64 + 1).read_to_end(&mut bytes);
    let text = read.map_err(Problem::from).and_then(|_| text_of(bytes));
    let text = text.map_err(|problem| wrong(&format!(": {}", problem.message(lang))))?;
    Mapping::read(text.as_bytes()).map_err(|error| in_mapping(path, &error, lang))
}

fn in_mapping(path: &Path, error: &MappingError, lang: Lang) -> Stop {
    Stop::Usage(told(path, error, lang))
}

/// What is wrong in a mapping, with its place as every place is told.
pub(crate) fn told(path: &Path, error: &MappingError, lang: Lang) -> String {
    let place = error.position.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    format!("{}{place}: {}", shown(&path.to_string_lossy()), error.fault.message(lang))
}

/// Opens the sources of a mapping: the file of the cases, or standard input.
pub(crate) fn import(
    map: &Path,
    mapping: &Mapping,
    cases: &Path,
    tables: &[(String, PathBuf)],
    lang: Lang,
) -> Result<Import, Stop> {
    let import =
        if cases == Path::new(STDIN) { of_stdin(mapping, tables) } else { Import::open(mapping, cases, tables) };
    let tell = |found: &Found| note(&format!("{}: {}", shown(&cases.to_string_lossy()), found.text(lang)));
    let import = import.map_err(|error| {
        // A column may be missed because the source was read in another way than was meant: on another sheet, from another row.
        if matches!(error, ImportError::Mapping(_))
            && cases != Path::new(STDIN)
            && let Ok(opened) = source::open(cases, &mapping.file().source)
        {
            tell(&opened.found);
        }
        stop(map, cases, &error, lang)
    })?;
    tell(import.found());
    of_either_order(import.bound(), lang).iter().for_each(|line| note(line));
    import.bound().notes().iter().for_each(|error| note(&told(map, error, lang)));
    Ok(import)
}

/// What comes through a pipe has to be looked at more than once, and is held in memory.
fn of_stdin(mapping: &Mapping, tables: &[(String, PathBuf)]) -> Result<Import, ImportError> {
    let failed = |table: Option<&String>, error| ImportError::Source { table: table.cloned(), error };
    let mut bytes = Vec::new();
    let read = io::stdin().lock().take(MAX_HELD_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| failed(None, error.into()))?;
    if bytes.len() as u64 > MAX_HELD_BYTES {
        return Err(failed(None, SourceFault::TooLarge(MAX_HELD_BYTES).into()));
    }
    let cases = source::open_bytes(bytes, &mapping.file().source).map_err(|error| failed(None, error))?;
    let mut given = Vec::new();
    for (name, path) in tables {
        let table = source::open(path, &mapping.source_of(name)).map_err(|error| failed(Some(name), error))?;
        given.push((name.clone(), table));
    }
    // What the mapping names lies where the command was given.
    Import::with(mapping, cases, Some(Path::new("")), given)
}

/// Why sources cannot be read, with the place as every place is told.
fn stop(map: &Path, cases: &Path, error: &ImportError, lang: Lang) -> Stop {
    match error {
        ImportError::Mapping(error) => in_mapping(map, error, lang),
        _ => Stop::Usage(format!("{}: {}", shown(&cases.to_string_lossy()), error.message(lang))),
    }
}

impl PlanArgs {
    /// Opens what the paths lead to.
    pub(crate) fn open(&self, lang: Lang) -> Result<Opened, Stop> {
        let files = Files {
            paths: &self.paths,
            map: self.map.as_deref(),
            tables: &self.tables,
            ndjson: self.ndjson,
            #[cfg(feature = "document")]
            sagstype: self.sagstype,
        };
        let opened = files.open(lang)?;
        let said = self.horizon.as_deref().map(|file| self.said(file, lang)).transpose()?;
        Ok(Opened { horizon: said.or(opened.horizon), ..opened })
    }

    /// Reads the file of a horizon: where the plans come through a pipe, not before the first of them does, for who sends
    /// them may be the one who writes it.
    fn said(&self, file: &Path, lang: Lang) -> Result<Horizon, Stop> {
        let is_piped = self.paths.iter().any(|path| path == Path::new(STDIN));
        if is_piped {
            // What cannot be read is told where it is read.
            let _ = io::stdin().lock().fill_buf();
        }
        if is_piped && !file.exists() {
            let name = shown(&file.to_string_lossy());
            let why = texts::NOT_READABLE.get(lang);
            return Err(Stop::Usage(format!("{name}: {why}; {}", texts::HORIZON_LATER.get(lang))));
        }
        horizon::read(file, lang)
    }
}

/// What is to be read, and how.
pub(crate) struct Files<'a> {
    pub(crate) paths: &'a [PathBuf],
    pub(crate) map: Option<&'a Path>,
    pub(crate) tables: &'a [(String, PathBuf)],
    pub(crate) ndjson: bool,
    #[cfg(feature = "document")]
    pub(crate) sagstype: Option<Sagstype>,
}

impl Files<'_> {
    /// Opens files of cases by a mapping; or plans and documents, wherever they lie.
    pub(crate) fn open(&self, lang: Lang) -> Result<Opened, Stop> {
        let mut opened = self.opened(lang)?;
        let formats = if opened.tables.is_some() { vec![Arc::new(Tables) as _] } else { self.formats(None) };
        opened.passed_over = passed_over(self.paths, &formats);
        opened.formats = formats;
        opened.knows(self.map.into_iter().chain(self.tables.iter().map(|(_, path)| path.as_path())));
        Ok(opened)
    }

    fn opened(&self, lang: Lang) -> Result<Opened, Stop> {
        let Some(map) = self.map else {
            return Ok(Opened::plain(sources(self.paths, self.ndjson, &self.formats(None))));
        };
        let mapping = mapping(map, lang)?;
        if mapping.file().source.kind == Some(SourceKind::Document) {
            return Ok(Opened::plain(sources(self.paths, false, &self.formats(Some(mapping)))));
        }
        let mapping = self.of_case_type(mapping, lang)?;
        open(map, mapping, self.paths, self.tables, lang)
    }

    /// The mapping of cases that the caller says the type of.
    #[cfg(feature = "document")]
    fn of_case_type(&self, mapping: Mapping, lang: Lang) -> Result<Mapping, Stop> {
        let Some(sagstype) = self.sagstype else { return Ok(mapping) };
        mapping.of_case_type(sagstype).ok_or_else(|| Stop::Usage(texts::MAP_SAYS_CASE_TYPE.get(lang).to_owned()))
    }

    #[cfg(not(feature = "document"))]
    #[allow(clippy::unused_self)]
    fn of_case_type(&self, mapping: Mapping, _: Lang) -> Result<Mapping, Stop> {
        Ok(mapping)
    }

    /// What is read beside JSON: documents, by their own mapping or by the built-in one.
    #[cfg(feature = "document")]
    fn formats(&self, mapping: Option<Mapping>) -> Vec<Arc<dyn Format>> {
        let documents = mapping.map_or_else(document::dokument, Ok).map(Documents::new);
        documents.into_iter().map(|documents| Arc::new(documents.sagstype(self.sagstype)) as Arc<dyn Format>).collect()
    }

    #[cfg(not(feature = "document"))]
    #[allow(clippy::unused_self)]
    fn formats(&self, _: Option<Mapping>) -> Vec<Arc<dyn Format>> {
        Vec::new()
    }
}

/// Opens files of cases by a mapping.
fn open(
    map: &Path,
    mapping: Mapping,
    paths: &[PathBuf],
    tables: &[(String, PathBuf)],
    lang: Lang,
) -> Result<Opened, Stop> {
    let names = mapping.file().tables.0.iter().map(|(name, _)| name.clone()).collect();
    let mut mapped = Mapped::new(map, mapping, tables);
    if let [one] = paths
        && !one.is_dir()
    {
        let import = import(map, &mapped.mapping, one, tables, lang)?;
        let (horizon, carried) = (import.horizon().clone(), import.carried().to_vec());
        mapped.joined = Mutex::new(vec![import.joined()]);
        mapped.first = Mutex::new(Some(import));
        let mapped = Arc::new(mapped);
        return Ok(Opened {
            sources: vec![Source::of(one, Arc::clone(&mapped) as Arc<dyn Format>)],
            horizon: Some(horizon),
            carried,
            tables: Some((names, mapped)),
            passed_over: Vec::new(),
            again: Vec::new(),
            formats: Vec::new(),
        });
    }
    if paths.iter().any(|path| path == Path::new(STDIN)) {
        return Err(Stop::Usage(texts::STDIN_ALONE.get(lang).to_owned()));
    }
    several(map, mapped, names, paths, lang)
}

/// Opens several files of cases. What not all of them can hold lies outside; one that cannot be read is told when it is its turn.
fn several(map: &Path, mut mapped: Mapped, names: Vec<String>, paths: &[PathBuf], lang: Lang) -> Result<Opened, Stop> {
    let is_table = |path: &Path| mapped.is_table(path);
    let known: [Arc<dyn Format>; 1] = [Arc::new(Tables)];
    let mut found = sources(paths, false, &known);
    found.retain(|source| !is_table(source.path()));
    let again = again(&found);
    let (mut fields, mut carried, mut why): (Option<Vec<String>>, _, _) = (None, Vec::new(), None);
    for source in found.iter().filter(|source| source.problem().is_none()) {
        match mapped.next(source.path()) {
            Err(error) => why = why.or_else(|| Some(stop(map, source.path(), &error, lang))),
            Ok(import) => {
                note(&format!("{}: {}", shown(&source.path().to_string_lossy()), import.found().text(lang)));
                carried = import.carried().to_vec();
                let own: Vec<String> = import.horizon().fields().map(str::to_owned).collect();
                fields = Some(match fields {
                    None => own,
                    Some(fields) => fields.into_iter().filter(|field| own.contains(field)).collect(),
                });
                if mapped.shares_tables() && mapped.shared.is_none() {
                    mapped.shared = Some(import.joined());
                }
            }
        }
    }
    let fields = match (fields, why) {
        (Some(fields), _) => fields,
        (None, Some(why)) => return Err(why),
        (None, None) => return Err(Stop::Usage(texts::NO_FILES_OF_CASES.get(lang).to_owned())),
    };
    let fields: Vec<&str> = fields.iter().map(String::as_str).collect();
    let horizon = Horizon::of(&fields).map_err(|error| Stop::Usage(error.message(lang)))?;
    mapped.joined = Mutex::new(mapped.shared.iter().cloned().collect());
    let mapped = Arc::new(mapped);
    let of = |source: Source| match source.problem() {
        Some(_) => source,
        None => Source::of(source.path(), Arc::clone(&mapped) as Arc<dyn Format>),
    };
    let sources = found.into_iter().map(of).collect();
    Ok(Opened {
        sources,
        horizon: Some(horizon),
        carried,
        tables: Some((names, mapped)),
        passed_over: Vec::new(),
        again,
        formats: Vec::new(),
    })
}

/// The other names of some files.
pub(crate) fn again(sources: &[Source]) -> Vec<PathBuf> {
    sources.iter().flat_map(Source::also).cloned().collect()
}

/// Says which files were met again, and are read once.
pub(crate) fn tell_again(files: &[PathBuf], lang: Lang) {
    files.iter().for_each(|path| note(&format!("{}: {}", shown(&path.to_string_lossy()), AGAIN.get(lang))));
}

impl Opened {
    fn plain(sources: Vec<Source>) -> Self {
        let again = again(&sources);
        let (carried, passed_over, formats) = (Vec::new(), Vec::new(), Vec::new());
        Self { sources, horizon: None, carried, tables: None, passed_over, again, formats }
    }

    /// Says which files of a folder the run has some other use for.
    pub(crate) fn knows<'p>(&mut self, files: impl Iterator<Item = &'p Path>) {
        forget(&mut self.passed_over, files);
    }

    /// Whether a column goes along with each plan by the mapping.
    pub(crate) fn carries(&self, column: &str) -> bool {
        self.carried.iter().any(|name| **name == *column)
    }

    /// Refuses a file to write that is read in the same run: one of those that the command was given, or a table that the mapping
    /// names and that lies beside the source.
    pub(crate) fn refuse<'p>(
        &self,
        output: &Path,
        given: impl Iterator<Item = &'p PathBuf>,
        lang: Lang,
    ) -> Result<(), Stop> {
        let mut read: Vec<PathBuf> = given.cloned().collect();
        read.extend(self.tables.iter().flat_map(|(_, mapped)| mapped.beside(&self.sources)));
        if is_read(output, read.iter().map(PathBuf::as_path), &self.formats) {
            let file = shown(&output.to_string_lossy());
            return Err(Stop::Usage(fill(texts::OVER_WHAT_IS_READ.get(lang), &[("file", &file)])));
        }
        Ok(())
    }

    /// Whether the plans are made of rows that have no such column to count by.
    pub(crate) fn lacks(&self, column: &str) -> bool {
        self.tables.is_some() && !self.carries(column)
    }

    /// The files of the folders that were not read, each with the reason.
    pub(crate) fn passed_over(&self) -> impl Iterator<Item = (Name, Problem)> {
        let are_tables_read = self.tables.is_some();
        self.passed_over.iter().map(move |path| {
            let [danish, english] = [Lang::Da, Lang::En].map(|lang| why_passed_over(path, are_tables_read, lang));
            let name = Name { file: Arc::from(path.to_string_lossy()), ..Name::default() };
            (name, Problem::Other { code: "passedOver", danish, english })
        })
    }

    /// Says after the last case what in the folders was not read, what of the other tables was not used, and which ids several cases have. A table that
    /// belongs to no case at all was joined by the wrong thing, and what was found without it is worth nothing; and what no
    /// case has is most likely misspelt.
    pub(crate) fn tell_unused(&self, status: Status, lang: Lang) -> Status {
        tell_again(&self.again, lang);
        let status = tell_passed_over(&self.passed_over, self.tables.is_some(), status, lang);
        let Some((names, mapped)) = &self.tables else { return status };
        let (unused, noticed) = mapped.told();
        let tables: Vec<_> = names.iter().cloned().zip(unused).collect();
        let asked = mapped.asked.lock().map(|asked| asked.clone()).unwrap_or_default();
        let never_held = never_held(asked.iter().map(Vec::as_slice));
        let without_rows = without_rows(&never_held, &tables, lang);
        remarks(&tables, noticed, lang).iter().chain(&without_rows).for_each(|line| note(line));
        let missing = mapped.missing.lock().map(|missing| missing.clone()).unwrap_or_default();
        let missing = missing.iter().map(|error| told(&mapped.map, error, lang));
        unmatched(&tables, noticed, lang).into_iter().chain(missing).fold(status, |_, line| complain(&line))
    }
}

/// Takes what the run has some other use for out of the files that were not read.
pub(crate) fn forget<'p>(passed_over: &mut Vec<PathBuf>, files: impl Iterator<Item = &'p Path>) {
    let known: Vec<PathBuf> = files.filter_map(|path| path.canonicalize().ok()).collect();
    passed_over.retain(|path| path.canonicalize().map_or(true, |path| !known.contains(&path)));
}

/// Names each file of a folder that was not read, with why and what to do.
pub(crate) fn tell_passed_over(files: &[PathBuf], are_tables_read: bool, status: Status, lang: Lang) -> Status {
    let told = |path: &PathBuf| {
        let why = why_passed_over(path, are_tables_read, lang);
        complain(&format!("{}: {why}", shown(&path.to_string_lossy())))
    };
    files.iter().fold(status, |_, path| told(path))
}

/// Why a file of a folder is not read, by its name, and what to do.
fn why_passed_over(path: &Path, are_tables_read: bool, lang: Lang) -> String {
    const PICTURES: [&str; 10] = ["png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "heic", "webp", "svg"];
    const DOCUMENTS: [&str; 10] = ["docx", "docm", "dotx", "dotm", "odt", "ott", "pdf", "doc", "dot", "rtf"];
    let ending = path.extension().map(|name| name.to_string_lossy().to_ascii_lowercase()).unwrap_or_default();
    let why = match ending.as_str() {
        _ if path.is_dir() => texts::PASSED_OVER_LINK,
        // A text beside plans is more often a note than a table.
        "txt" => texts::PASSED_OVER,
        _ if !are_tables_read && Tables.is_called_so(path) => texts::PASSED_OVER_TABLE,
        ending if are_tables_read && DOCUMENTS.contains(&ending) => texts::PASSED_OVER_DOCUMENT,
        ending if PICTURES.contains(&ending) => texts::PASSED_OVER_PICTURE,
        "msg" | "eml" => texts::PASSED_OVER_MAIL,
        "zip" | "7z" | "rar" | "gz" => texts::PASSED_OVER_PACKED,
        _ => texts::PASSED_OVER,
    };
    let kinds = if are_tables_read { texts::KINDS_OF_TABLES } else { texts::KINDS_OF_PLANS };
    fill(why.get(lang), &[("kinds", &kinds.get(lang))])
}

/// The files of cases of a mapping, each opened when it is its turn.
#[derive(Debug)]
pub(crate) struct Mapped {
    /// Where the mapping was read from.
    map: PathBuf,
    mapping: Mapping,
    tables: Vec<(String, PathBuf)>,
    /// The only one, which is open.
    first: Mutex<Option<Import>>,
    /// The other tables, where they are the same for every file.
    shared: Option<Arc<Joined>>,
    /// All of them.
    joined: Mutex<Vec<Arc<Joined>>>,
    /// What the mapping names and no case of a file has.
    missing: Mutex<Vec<MappingError>>,
    /// The conditions of each file that ask for words.
    asked: Mutex<Vec<Vec<Asked>>>,
    /// The file that is being read.
    reading: Mutex<Option<File>>,
    /// The ids of all of them.
    ids: Ids,
}

impl Mapped {
    fn new(map: &Path, mapping: Mapping, tables: &[(String, PathBuf)]) -> Self {
        let tables = tables.to_vec();
        Self {
            map: map.to_owned(),
            mapping,
            tables,
            first: Mutex::default(),
            shared: None,
            joined: Mutex::default(),
            missing: Mutex::default(),
            asked: Mutex::default(),
            reading: Mutex::default(),
            ids: Ids::default(),
        }
    }

    /// Whether another table is in the file that the command was given for it.
    fn is_given(&self, table: &str) -> bool {
        self.tables.iter().any(|(given, _)| given == table)
    }

    /// Whether the other tables stand in files of their own, and in the same ones for every file of cases.
    fn shares_tables(&self) -> bool {
        self.mapping.file().tables.0.iter().all(|(name, _)| self.is_given(name))
    }

    /// The files of the other tables that are read beside those of the cases.
    fn beside<'m>(&'m self, cases: &'m [Source]) -> impl Iterator<Item = PathBuf> + 'm {
        let named = cases.iter().flat_map(|source| self.mapping.beside(source.path()));
        named.filter(|(name, _)| !self.is_given(name)).map(|(_, path)| path)
    }

    /// Whether a file holds another table than that of the cases.
    fn is_table(&self, path: &Path) -> bool {
        let beside = self.mapping.beside(path).map(|(_, path)| path);
        let mut tables = self.tables.iter().map(|(_, table)| table.clone()).chain(beside);
        tables.any(|table| table.canonicalize().is_ok_and(|table| path.canonicalize().is_ok_and(|path| path == table)))
    }

    fn next(&self, path: &Path) -> Result<Import, ImportError> {
        let import = match &self.shared {
            Some(joined) => Import::beside(&self.mapping, path, Arc::clone(joined)),
            None => Import::open(&self.mapping, path, &self.tables),
        };
        Ok(import?.with_ids(&self.ids))
    }

    /// What was not used of each table, and what was noticed of the cases.
    fn told(&self) -> (Vec<Unused>, Noticed) {
        let mut noticed = Noticed::default();
        let Ok(joined) = self.joined.lock() else { return (Vec::new(), noticed) };
        let mut sums = vec![Unused::default(); self.mapping.file().tables.0.len()];
        for joined in joined.iter() {
            sums.iter_mut().zip(joined.unused()).for_each(|(sum, more)| *sum += more);
            noticed += joined.noticed();
        }
        (sums, noticed)
    }
}

impl Format for Mapped {
    fn is_called_so(&self, path: &Path) -> bool {
        Tables.is_called_so(path)
    }

    fn items(&self, path: &Path) -> Box<dyn Iterator<Item = Item> + Send> {
        let first = self.first.lock().ok().and_then(|mut import| import.take());
        let import = match first.map_or_else(|| self.next(path), Ok) {
            Ok(import) => import,
            Err(error) => {
                // A place in the mapping is none in the file.
                let message = |lang| match &error {
                    ImportError::Mapping(error) => told(&self.map, error, lang),
                    error => error.message(lang),
                };
                let [danish, english] = [Lang::Da, Lang::En].map(message);
                let problem = Problem::Other { code: error.code(), danish, english };
                return Box::new(std::iter::once(Item::nowhere(problem)));
            }
        };
        if let Ok(mut reading) = self.reading.lock() {
            *reading = import.file().and_then(|file| file.try_clone().ok());
        }
        if let Ok(mut asked) = self.asked.lock() {
            asked.push(import.bound().asked().to_vec());
        }
        if let Ok(mut missing) = self.missing.lock() {
            let more = import.bound().missing().iter().filter(|error| !missing.contains(error));
            let more: Vec<_> = more.cloned().collect();
            missing.extend(more);
        }
        if let Ok(mut joined) = self.joined.lock()
            && !joined.iter().any(|known| Arc::ptr_eq(known, &import.joined()))
        {
            joined.push(import.joined());
        }
        let mut items = rehabplan_import::items(import).peekable();
        // A file of headings alone was not checked.
        let nothing = items.peek().is_none().then(|| Item::nowhere(Problem::NothingToCheck));
        Box::new(items.chain(nothing))
    }

    fn taken(&self) -> u64 {
        let Ok(mut reading) = self.reading.lock() else { return 0 };
        reading.as_mut().and_then(|file| file.stream_position().ok()).unwrap_or_default()
    }
}

/// Files that may hold tables, by their names.
#[derive(Debug)]
struct Tables;

impl Format for Tables {
    fn is_called_so(&self, path: &Path) -> bool {
        // Those of older workbooks too: of them is said what to do.
        const NAMES: [&str; 12] =
            ["csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xlsb", "xls", "ods", "parquet", "arrow", "feather"];
        let is_lock = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"));
        let extension = path.extension().map(|name| name.to_string_lossy().to_ascii_lowercase());
        !is_lock && extension.is_some_and(|name| NAMES.contains(&name.as_str()))
    }

    fn items(&self, _: &Path) -> Box<dyn Iterator<Item = Item> + Send> {
        Box::new(std::iter::empty())
    }
}
