//! `rehabplan map`: a mapping is proposed, held against a source, and described; `rehabplan convert`: what it makes.

use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rehabplan::report::InputFinding;
use rehabplan::{Horizon, Lang, Severity};
use rehabplan_batch::{Item, Keys, Name, Plan, Problem, shown};
#[cfg(feature = "document")]
use rehabplan_batch::{passed_over, sources};
use rehabplan_import::account::{Account, coverage, remarks, unmatched, without_rows, without_values};
#[cfg(feature = "document")]
use rehabplan_import::document::{self, Documents};
use rehabplan_import::draft::{self, Table};
use rehabplan_import::mapping::Source;
#[cfg(feature = "document")]
use rehabplan_import::mapping::{Mapping, SourceKind};
use rehabplan_import::source;
use serde::Serialize;

use crate::args::ConvertArgs;
use crate::check::told;
use crate::mapped::{self, Files};
use crate::out::{json, print};
use crate::texts::{self, fill};
use crate::{MapCommand, Status, Stop, TextOrJson, complain, many, note};

pub(crate) fn run(command: &MapCommand, lang: Lang) -> Result<Status, Stop> {
    match command {
        MapCommand::Draft { files } => draft(files, lang),
        MapCommand::Check { map, paths, tables, format } => account(map, paths, tables, *format, lang),
        MapCommand::Schema => print(|out| json(out, &rehabplan_import::mapping::schema())),
    }
}

/// `rehabplan map draft FILE...`
fn draft(files: &[PathBuf], lang: Lang) -> Result<Status, Stop> {
    #[cfg(feature = "document")]
    if files.iter().all(|path| document::is_document_file(path) || has_documents(path)) {
        return draft_of_documents(files, lang);
    }
    if let Some(folder) = files.iter().find(|path| path.is_dir()) {
        let folder = shown(&folder.to_string_lossy());
        return Err(Stop::Usage(format!("{folder}: {}", texts::IS_FOLDER.get(lang))));
    }
    let (mut tables, mut named) = (Vec::new(), Vec::new());
    for (index, path) in files.iter().enumerate() {
        let wrong = |error: source::SourceError| {
            Stop::Usage(format!("{}: {}", shown(&path.to_string_lossy()), error.message(lang)))
        };
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).filter(|_| index > 0);
        let opened = source::open(path, &Source::default()).and_then(source::Opened::certain).map_err(wrong)?;
        let sheet = opened.found.sheet.clone();
        tables.push(Table { name, file, opened });
        named.push(path);
        // The other sheets of a workbook are other tables.
        for other in source::sheets(path).map_err(wrong)?.into_iter().filter(|_| index == 0) {
            if Some(&other) != sheet.as_ref() {
                let said = Source { sheet: Some(other.clone()), ..Source::default() };
                // A sheet that is no table is nothing to speak of.
                tables.extend(source::open(path, &said).ok().map(|opened| Table { name: other, file: None, opened }));
                named.resize(tables.len(), path);
            }
        }
    }
    let draft = draft::draft(tables, lang);
    print(|out| Ok(write!(out, "{}", draft.toml)?))?;
    let status = if draft.proposed > 0 { Status::Fine } else { Status::Findings };
    let told = draft.unreadable.iter().filter_map(|(table, error)| Some((named.get(*table)?, error)));
    Ok(told.fold(status, |_, (path, error)| {
        complain(&format!("{}: {}", shown(&path.to_string_lossy()), error.message(lang)))
    }))
}

/// Whether a folder has documents in it.
#[cfg(feature = "document")]
fn has_documents(path: &Path) -> bool {
    let documents = document::dokument().map(Documents::new);
    let found = documents.map(|documents| sources(&[path.to_owned()], false, &[Arc::new(documents)]));
    path.is_dir() && found.is_ok_and(|found| found.iter().any(rehabplan_batch::Source::is_of_a_format))
}

/// The built-in mapping of documents, with what it has no place for in these.
#[cfg(feature = "document")]
fn draft_of_documents(files: &[PathBuf], lang: Lang) -> Result<Status, Stop> {
    let mapping = document::dokument().map_err(|error| Stop::Usage(error.message(lang)))?;
    let (account, _) = documents(mapping, files, lang);
    // Of what cannot be read, there is nothing to say.
    if account.cases == 0 && account.left_over.is_empty() {
        return Ok(Status::Failed);
    }
    print(|out| {
        write!(out, "{}", document::template(lang))?;
        if !account.left_over.is_empty() {
            writeln!(out, "\n# {}", fill(texts::MAP_LEFT_OVER.get(lang), &[("what", &"")]).trim_end())?;
        }
        account.left_over.iter().try_for_each(|what| writeln!(out, "#   {what}"))?;
        Ok(())
    })?;
    Ok(if account.cases > 0 { Status::Fine } else { Status::Findings })
}

#[derive(Serialize)]
struct Told<'a> {
    source: &'a str,
    #[serde(flatten)]
    account: &'a Account,
    /// None, where nothing could be read.
    coverage: Option<&'a rehabplan::HorizonCoverage>,
}

/// `rehabplan map check MAP FILE`
fn account(
    map: &Path,
    paths: &[PathBuf],
    tables: &[(String, PathBuf)],
    format: TextOrJson,
    lang: Lang,
) -> Result<Status, Stop> {
    let mapping = mapped::mapping(map, lang)?;
    #[cfg(feature = "document")]
    if mapping.file().source.kind == Some(SourceKind::Document) {
        let mut passed_over = passed_over(paths, &[Arc::new(Documents::new(mapping.clone()))]);
        mapped::forget(&mut passed_over, std::iter::once(map));
        let (account, horizon) = documents(mapping, paths, lang);
        let source = SourceKind::Document.text().get(lang).to_owned();
        let status = show(&account, horizon.as_ref(), [&source, &source], true, format, lang)?;
        return Ok(mapped::tell_passed_over(&passed_over, false, status, lang));
    }
    let [file] = paths else { return Err(Stop::Usage(texts::ONE_FILE_OF_CASES.get(lang).to_owned())) };
    if file.is_dir() {
        let folder = shown(&file.to_string_lossy());
        return Err(Stop::Usage(format!("{folder}: {}", texts::IS_FOLDER.get(lang))));
    }
    let import = mapped::import(map, &mapping, file, tables, lang)?;
    let (horizon, missing) = (import.horizon().clone(), import.bound().missing().to_vec());
    let source = import.found().text(lang);
    let names: Vec<String> = mapping.file().tables.0.iter().map(|(name, _)| name.clone()).collect();
    let file = shown(&file.to_string_lossy());
    let account = Account::of(import, &names, |error| {
        complain(&format!("{file}: {}", error.message(lang)));
    });
    let status = show(&account, Some(&horizon), [&source, &file], false, format, lang)?;
    Ok(missing.iter().fold(status, |_, error| complain(&mapped::told(map, error, lang))))
}

/// What becomes of documents, and what all of them together can show.
#[cfg(feature = "document")]
fn documents(mapping: Mapping, paths: &[PathBuf], lang: Lang) -> (Account, Option<Horizon>) {
    let documents = Documents::new(mapping);
    let sources = sources(paths, false, &[Arc::new(documents.clone())]);
    mapped::tell_again(&mapped::again(&sources), lang);
    let mut unknown = Vec::new();
    let read = sources.iter().filter_map(|source| match documents.open(source.path()) {
        Ok(document) => Some(document),
        Err(error) => {
            let why = source.problem().map_or_else(|| error.message(lang), |problem| problem.message(lang));
            complain(&format!("{}: {why}", shown(&source.file)));
            unknown.extend(documents.unknown(source.path()).iter().map(|one| one.text(lang)));
            None
        }
    });
    let (mut account, horizon) = Account::of_documents(read, lang);
    account.unreadable = sources.len() as u64 - account.cases;
    // Those of documents of which no heading is known are what a mapping of one's own is to be made of.
    unknown.retain(|one| !account.left_over.contains(one));
    account.left_over.extend(unknown);
    (account, horizon)
}

/// Says what becomes of a source, and, with what `file` is called, that there is nothing in it.
fn show(
    account: &Account,
    horizon: Option<&Horizon>,
    [source, file]: [&str; 2],
    is_of_documents: bool,
    format: TextOrJson,
    lang: Lang,
) -> Result<Status, Stop> {
    print(|out| {
        if format == TextOrJson::Json {
            return json(out, &Told { source, account, coverage: horizon.map(Horizon::coverage) });
        }
        let counts: [(_, &dyn std::fmt::Display); 2] = [("cases", &account.cases), ("unreadable", &account.unreadable)];
        let (head, from) = if is_of_documents {
            (texts::MAP_DOCUMENTS, texts::MAP_FROM_HEADING)
        } else {
            (texts::MAP_CASES, texts::MAP_FROM)
        };
        writeln!(out, "{}", fill(head.get(lang), &counts))?;
        if account.without_id > 0 {
            writeln!(out, "{}", fill(texts::MAP_WITHOUT_ID.get(lang), &[("n", &account.without_id)]))?;
        }
        if account.out_of_scope > 0 {
            writeln!(out, "{}", fill(texts::MAP_OUT_OF_SCOPE.get(lang), &[("n", &account.out_of_scope)]))?;
        }
        let [converted, empty, refused, from] =
            [texts::MAP_CONVERTED, texts::MAP_EMPTY, texts::MAP_REFUSED, from].map(|text| text.get(lang));
        writeln!(out, "\n{converted:>9} {empty:>9} {refused:>9}  {from}")?;
        for place in &account.places {
            let counts = place.counts;
            let columns = if place.columns.is_empty() {
                texts::MAP_CONSTANT.get(lang).to_owned()
            } else {
                place.columns.join(" + ")
            };
            writeln!(
                out,
                "{:>9} {:>9} {:>9}  {}  ->  {}",
                counts.converted,
                counts.empty,
                counts.refused,
                shown(&columns),
                place.place
            )?;
        }
        if !account.left_over.is_empty() {
            let names = account.left_over.join(", ");
            writeln!(out, "\n{}", fill(texts::MAP_LEFT_OVER.get(lang), &[("what", &names)]))?;
        }
        let without_rows = without_rows(&account.never_held, &account.tables, lang);
        let remarks = remarks(&account.tables, account.noticed, lang).into_iter().chain(without_rows);
        let remarks = remarks.chain(without_values(&account.unmet, lang));
        remarks.into_iter().try_for_each(|line| writeln!(out, "{line}"))?;
        writeln!(out)?;
        let lines = horizon.map(|horizon| coverage(horizon, lang)).unwrap_or_default();
        lines.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        Ok(())
    })?;
    let is_refused = account.places.iter().any(|place| place.counts.refused > 0);
    if account.cases == 0 && account.unreadable == 0 {
        return Ok(complain(&format!("{file}: {}", Problem::NothingToCheck.message(lang))));
    }
    let unmatched = unmatched(&account.tables, account.noticed, lang);
    for line in &unmatched {
        let _ = complain(line);
    }
    Ok(match (account.unreadable == 0 && unmatched.is_empty(), is_refused) {
        (true, false) => Status::Fine,
        (true, true) => Status::Findings,
        _ => Status::Failed,
    })
}

/// Why nothing can be made of a file that is no document.
fn no_mapping() -> Problem {
    let [danish, english] = [Lang::Da, Lang::En].map(|lang| texts::MAP_IS_MISSING.get(lang).to_owned());
    Problem::Other { code: "noMapping", danish, english }
}

/// What is known of a plan, which stands before it on its line.
#[derive(Serialize)]
struct Line<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'d str>,
    /// What it was made out of, where it is all of that, or which of several files it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    file: Option<&'d str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<usize>,
    #[serde(skip_serializing_if = "Carried::is_empty")]
    carried: Carried<'d>,
    /// What its source can hold, where that is one of its own.
    #[serde(rename = "horizon", skip_serializing_if = "Option::is_none")]
    held: Option<&'d [String]>,
}

/// What goes along, as an object.
struct Carried<'d>(&'d [(Arc<str>, Option<String>)]);

impl Carried<'_> {
    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Carried<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // A column may be named twice; a key may not.
        let is_first =
            |(place, (name, _)): &(usize, &(Arc<str>, _))| self.0.iter().take(*place).all(|(known, _)| known != name);
        let columns = self.0.iter().enumerate().filter(is_first);
        serializer.collect_map(columns.map(|(_, (name, value))| (&**name, value)))
    }
}

/// `rehabplan convert FILE --map MAP`
pub(crate) fn convert(args: &ConvertArgs, lang: Lang) -> Result<Status, Stop> {
    let files = Files {
        paths: &args.paths,
        map: args.map.as_deref(),
        tables: &args.tables,
        ndjson: false,
        #[cfg(feature = "document")]
        sagstype: args.sagstype,
    };
    let mut opened = files.open(lang)?;
    opened.knows(args.horizon.iter().map(PathBuf::as_path));
    if let Some(file) = &args.horizon {
        let read = args.paths.iter().chain(&args.map).chain(args.tables.iter().map(|(_, path)| path));
        opened.refuse(file, read, lang)?;
    }
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let keys = Keys::default();
    let (mut refused, mut is_narrowed) = (0, false);
    let mut held: Option<Vec<String>> = None;
    // Of tables it is known before the first plan, and whoever reads the plans from a pipe waits for that. Each document has
    // one of its own.
    let mut status = match &opened.horizon {
        Some(horizon) => keep_horizon(args.horizon.as_deref(), &places(horizon), lang)?,
        None => Status::Fine,
    };
    if let (None, Some(file)) = (&opened.horizon, &args.horizon) {
        // What an earlier run left there says nothing of these.
        let _ = std::fs::remove_file(file);
    }
    let are_several = opened.sources.len() > 1;
    let work = |item: Item| {
        item.each_plan(&keys, |name, plan| {
            let plan = plan.and_then(|plan| if plan.origins().is_some() { Ok(plan) } else { Err(no_mapping()) });
            plan.map(|plan| Converted::of(name, &plan, are_several, lang))
                .map_err(|problem| Box::new((name.clone(), problem)))
        })
    };
    let sources = std::mem::take(&mut opened.sources);
    many::each(args.threads, sources, lang, work, |done, progress| {
        for one in done.into_iter().flatten() {
            match one {
                Ok(Converted { line, refused: own, held: more, lost }) => {
                    out.write_all(&line)?;
                    refused += own;
                    if let Some(lost) = lost {
                        out.flush()?;
                        progress.suspend(|| note(&lost));
                        status = status.max(Status::Findings);
                    }
                    held = match (held.take(), more) {
                        (Some(held), Some(more)) => {
                            is_narrowed |= held != more;
                            Some(held.into_iter().filter(|place| more.contains(place)).collect())
                        }
                        (held, more) => held.or(more),
                    };
                }
                Err(wrong) => {
                    let (name, problem) = *wrong;
                    out.flush()?;
                    status = progress.suspend(|| complain(&told(&name, &problem, lang)));
                }
            }
        }
        Ok(())
    })?;
    out.flush()?;
    if refused > 0 {
        note(&fill(texts::CONVERT_REFUSED.get(lang), &[("n", &refused)]));
        status = status.max(Status::Findings);
    }
    if let (Some(held), Some(file)) = (held, &args.horizon) {
        status = status.max(keep_horizon(Some(file), &held, lang)?);
        if is_narrowed && !held.is_empty() {
            note(texts::CONVERT_COMMON_HORIZON.get(lang));
        }
    }
    Ok(opened.tell_unused(status, lang))
}

/// A plan as it is written, and what is to be known of all of them.
struct Converted {
    line: Vec<u8>,
    /// Values that cannot be read.
    refused: usize,
    /// What its source can hold, where it has one of its own.
    held: Option<Vec<String>>,
    /// What stands in the source and has no place in the plan, in words.
    lost: Option<String>,
}

impl Converted {
    fn of(name: &Name, plan: &Plan<'_>, is_one_of_several: bool, lang: Lang) -> Self {
        let read = std::str::from_utf8(plan.text).ok().and_then(|text| rehabplan::Plan::from_json(text).ok());
        let is_error = |finding: &&InputFinding| finding.code.severity() == Severity::Error;
        let refused = read.map_or(0, |plan| plan.input.iter().filter(is_error).count());
        let held = plan.horizon().map(places);
        let lost = plan.origins().map(|origins| {
            origins.unplaced().iter().filter_map(|pointer| origins.origin(pointer, lang)).collect::<Vec<_>>().join("; ")
        });
        let lost = lost.filter(|what| !what.is_empty()).map(|what| {
            let file = shown(&name.to_string());
            fill(texts::CONVERT_LOST.get(lang), &[("file", &file), ("what", &what)])
        });
        Self { line: line(name, held.as_deref(), plan.text, is_one_of_several), refused, held, lost }
    }
}

fn places(horizon: &Horizon) -> Vec<String> {
    horizon.fields().map(str::to_owned).collect()
}

/// Writes what the sources can hold, or says that it is lost.
fn keep_horizon(file: Option<&Path>, held: &[String], lang: Lang) -> Result<Status, Stop> {
    let Some(path) = file else {
        note(texts::CONVERT_HORIZON.get(lang));
        return Ok(Status::Fine);
    };
    if held.is_empty() {
        return Ok(complain(texts::CONVERT_NO_HORIZON.get(lang)));
    }
    let name = shown(&path.to_string_lossy());
    std::fs::write(path, held.join("\n") + "\n")
        .map_err(|_| Stop::Usage(fill(texts::CANNOT_OPEN_OUTPUT.get(lang), &[("file", &name)])))?;
    Ok(Status::Fine)
}

fn line(name: &Name, held: Option<&[String]>, plan: &[u8], is_one_of_several: bool) -> Vec<u8> {
    let file = (is_one_of_several || name.line.is_none()).then_some(&*name.file);
    let known = Line { id: name.id.as_deref(), file, row: name.line, carried: Carried(&name.carried), held };
    let mut line = Vec::with_capacity(plan.len() + 128);
    // Writing JSON to memory does not fail.
    let _ = serde_json::to_writer(&mut line, &known);
    // The plan was written as JSON a moment ago, and is not read again to stand in an object.
    line.pop();
    line.extend_from_slice(if line.len() > 1 { b",\"plan\":" } else { b"\"plan\":" });
    line.extend_from_slice(plan);
    line.extend_from_slice(b"}\n");
    line
}
