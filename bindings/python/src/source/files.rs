//! The plans of a folder: a file each, or NDJSON.

use std::collections::{HashSet, VecDeque};
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use pyo3::prelude::*;

use super::lines::RawLines;
use super::{MAX_WAITING, Source, call_for_id};
use crate::check::{Content, Item};
use crate::failure::Problem;

/// The files of a folder and the folders in it, sorted by name.
pub(crate) struct Files {
    folder: PathBuf,
    files: VecDeque<(PathBuf, Result<Kind, Problem>)>,
    /// The NDJSON file that is being read, by its name.
    open: Option<(String, RawLines)>,
    row: u64,
    taken: u64,
    total: u64,
    id: Option<Py<PyAny>>,
}

#[derive(Clone, Copy)]
enum Kind {
    Json,
    Ndjson,
}

fn kind(path: &Path) -> Option<Kind> {
    match path.extension()?.to_ascii_lowercase().to_str()? {
        "json" => Some(Kind::Json),
        "ndjson" | "jsonl" => Some(Kind::Ndjson),
        _ => None,
    }
}

impl Files {
    /// The plans of a folder, or one file.
    pub(crate) fn open(path: &Path, id: Option<Py<PyAny>>) -> io::Result<Self> {
        let mut files = VecDeque::new();
        let folder = if fs::metadata(path)?.is_dir() {
            find(path, &mut HashSet::new(), &mut files)?;
            path
        } else {
            files.push_back((path.to_owned(), Ok(Kind::Json)));
            path.parent().unwrap_or(path)
        };
        let total = files.len() as u64;
        Ok(Self { folder: folder.to_owned(), files, open: None, row: 0, taken: 0, total, id })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// The name of a file in its folder, with `/` between folders on every system. A control character in it, which could
    /// break a line or command a terminal, is written as an escape.
    fn name(&self, path: &Path) -> String {
        let parts = path.strip_prefix(&self.folder).unwrap_or(path).iter();
        let name = parts.map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
        name.chars().fold(String::with_capacity(name.len()), |mut name, letter| {
            if letter.is_control() {
                name.extend(letter.escape_default())
            } else {
                name.push(letter)
            }
            name
        })
    }

    fn id(&self, py: Python<'_>, path: &Path, name: String) -> PyResult<Result<Option<String>, Problem>> {
        match &self.id {
            None => Ok(Ok(Some(name))),
            callable => call_for_id(callable.as_ref(), path.into_pyobject(py)?.as_any()),
        }
    }

    fn item(&mut self, id: Option<String>, line: Option<usize>, content: Content) -> Item {
        let row = self.row;
        self.row += 1;
        Item { row, line, id, content, opened: None }
    }

    /// The next document.
    fn take(&mut self, py: Python<'_>) -> PyResult<Option<Item>> {
        loop {
            if let Some((name, lines)) = &mut self.open {
                match py.detach(|| lines.next()) {
                    Some((number, content)) => {
                        let id = Some(format!("{name}:{number}"));
                        return Ok(Some(self.item(id, Some(number), content)));
                    }
                    None => self.open = None,
                }
            }
            let Some((path, kind)) = self.files.pop_front() else { return Ok(None) };
            self.taken += 1;
            let name = self.name(&path);
            let content = match kind {
                Ok(Kind::Json) => Content::File(path.clone()),
                Ok(Kind::Ndjson) => match File::open(&path).map_err(Problem::from).and_then(RawLines::new) {
                    Ok(lines) => {
                        self.open = Some((name, lines));
                        continue;
                    }
                    Err(problem) => Content::Nowhere(problem),
                },
                Err(problem) => Content::Nowhere(problem),
            };
            let (id, content) = match self.id(py, &path, name)? {
                Ok(id) => (id, content),
                Err(problem) => (None, Content::Nowhere(problem)),
            };
            return Ok(Some(self.item(id, None, content)));
        }
    }
}

impl Source for Files {
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>> {
        let mut items = Vec::new();
        let mut held = 0;
        while items.len() < count && held <= MAX_WAITING {
            let Some(item) = self.take(py)? else { break };
            held += item.content.held();
            items.push(item);
        }
        Ok(items)
    }

    fn progress(&self) -> (u64, Option<u64>) {
        (self.taken, Some(self.total))
    }
}

/// Finds the plans of a folder. `seen` holds the folders on the way, so that a link that leads back ends there.
fn find(
    path: &Path,
    seen: &mut HashSet<PathBuf>,
    files: &mut VecDeque<(PathBuf, Result<Kind, Problem>)>,
) -> io::Result<()> {
    if !seen.insert(path.canonicalize()?) {
        return Ok(());
    }
    let mut names: Vec<_> = fs::read_dir(path)?.filter_map(|entry| Some(entry.ok()?.file_name())).collect();
    names.sort_unstable();
    for name in names {
        if name.to_string_lossy().starts_with('.') {
            continue;
        }
        let entry = path.join(name);
        match (fs::metadata(&entry), kind(&entry)) {
            (Ok(metadata), _) if metadata.is_dir() => {
                if let Err(error) = find(&entry, seen, files) {
                    files.push_back((entry, Err(error.into())));
                }
            }
            // Reading a pipe that nobody writes to would wait for ever.
            (Ok(metadata), Some(kind)) if metadata.is_file() => files.push_back((entry, Ok(kind))),
            (Ok(_), _) | (Err(_), None) => {}
            // A link that leads nowhere, if it is called a plan.
            (Err(error), Some(_)) => files.push_back((entry, Err(error.into()))),
        }
    }
    Ok(())
}
