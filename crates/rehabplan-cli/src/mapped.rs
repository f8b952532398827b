//! Plans out of exports, by a mapping: what `--map` and `--table` open.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

#[cfg(feature = "document")]
use rehabplan::plan::Sagstype;
use rehabplan::{Horizon, Lang};
use rehabplan_batch::{Format, Item, Problem, Source, shown, sources};
#[cfg(feature = "document")]
use rehabplan_import::document::{self, Documents};
use rehabplan_import::import::{Import, ImportError, Joined};
use rehabplan_import::limits::MAX_MAPPING_BYTES;
use rehabplan_import::mapping::{Kind, Mapping};

use crate::texts::{self, fill};
use crate::{PlanArgs, Stop, note};

/// What is to be checked, and what is known of it before.
pub(crate) struct Opened {
    pub(crate) sources: Vec<Source>,
    /// What a mapping says that its sources can hold.
    pub(crate) horizon: Option<Horizon>,
    /// The names of what goes along.
    pub(crate) carried: Vec<Arc<str>>,
    tables: Option<(Vec<String>, Arc<Joined>)>,
}

/// Reads a mapping.
pub(crate) fn mapping(path: &Path, lang: Lang) -> Result<Mapping, Stop> {
    let wrong = |what: &str| Stop::Usage(format!("{}{what}", shown(&path.to_string_lossy())));
    let file =
        std::fs::File::open(path).map_err(|error| wrong(&format!(": {}", Problem::from(error).message(lang))))?;
    let mut bytes = Vec::new();
    let read = std::io::Read::read_to_end(&mut std::io::Read::take(file, MAX_MAPPING_BYTES as u64 + 1), &mut bytes);
    read.map_err(|error| wrong(&format!(": {}", Problem::from(error).message(lang))))?;
    Mapping::read(&bytes).map_err(|error| in_mapping(path, &error, lang))
}

/// An error in a mapping, with its place as every place is told.
fn in_mapping(path: &Path, error: &rehabplan_import::mapping::MappingError, lang: Lang) -> Stop {
    let place = error.position.map(|place| format!(":{}:{}", place.line, place.column)).unwrap_or_default();
    Stop::Usage(format!("{}{place}: {}", shown(&path.to_string_lossy()), error.fault.message(lang)))
}

/// Opens the sources of a mapping.
pub(crate) fn import(
    map: &Path,
    mapping: &Mapping,
    cases: &Path,
    tables: &[(String, PathBuf)],
    lang: Lang,
) -> Result<Import, Stop> {
    let import = Import::open(mapping, cases, tables).map_err(|error| match &error {
        ImportError::Mapping(error) => in_mapping(map, error, lang),
        _ => Stop::Usage(format!("{}: {}", shown(&cases.to_string_lossy()), error.message(lang))),
    })?;
    note(&format!("{}: {}", shown(&cases.to_string_lossy()), import.found().text(lang)));
    Ok(import)
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
        files.open(lang)
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
    /// Opens a file of cases by a mapping; or plans and documents, wherever they lie.
    pub(crate) fn open(&self, lang: Lang) -> Result<Opened, Stop> {
        let Some(map) = self.map else {
            return Ok(Opened::plain(sources(self.paths, self.ndjson, &self.formats(None))));
        };
        let mapping = mapping(map, lang)?;
        if mapping.file().source.kind == Some(Kind::Document) {
            return Ok(Opened::plain(sources(self.paths, false, &self.formats(Some(mapping)))));
        }
        let [cases] = self.paths else { return Err(Stop::Usage(texts::ONE_FILE_OF_CASES.get(lang).to_owned())) };
        let import = import(map, &mapping, cases, self.tables, lang)?;
        let names = mapping.file().tables.0.iter().map(|(name, _)| name.clone()).collect();
        Ok(Opened {
            horizon: Some(import.horizon().clone()),
            carried: import.carried().to_vec(),
            tables: Some((names, import.joined())),
            sources: vec![Source::of(cases, Arc::new(Mapped(Mutex::new(Some(import)))))],
        })
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

impl Opened {
    fn plain(sources: Vec<Source>) -> Self {
        Self { sources, horizon: None, carried: Vec::new(), tables: None }
    }

    /// Whether a column goes along with each plan by the mapping.
    pub(crate) fn carries(&self, column: &str) -> bool {
        self.carried.iter().any(|name| **name == *column)
    }

    /// Says after the last case which rows of other tables belong to none.
    pub(crate) fn tell_left_over(&self, lang: Lang) {
        let Some((names, joined)) = &self.tables else { return };
        for (name, count) in names.iter().zip(joined.left_over()).filter(|(_, count)| *count > 0) {
            note(&fill(texts::ROWS_LEFT_OVER.get(lang), &[("table", &shown(name)), ("n", &count)]));
        }
    }
}

/// The cases of a source that is open. They can be had once.
#[derive(Debug)]
struct Mapped(Mutex<Option<Import>>);

impl Format for Mapped {
    fn is_called_so(&self, _: &Path) -> bool {
        true
    }

    fn items(&self, _: &Path) -> Box<dyn Iterator<Item = Item> + Send> {
        let import = self.0.lock().ok().and_then(|mut import| import.take());
        Box::new(import.into_iter().flat_map(rehabplan_import::items))
    }
}
