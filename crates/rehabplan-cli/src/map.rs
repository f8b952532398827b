//! `rehabplan map`: a mapping is proposed, held against a source, and described; `rehabplan convert`: what it makes.

use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};

use rehabplan::Lang;
use rehabplan_batch::{Item, Keys, Name, Problem, shown};
use rehabplan_import::account::{Account, coverage, remarks, unmatched};
use rehabplan_import::draft::{self, Table};
use rehabplan_import::mapping::Source;
use rehabplan_import::source;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::args::ConvertArgs;
use crate::catalogue::{json, print};
use crate::check::told;
use crate::texts::{self, fill};
use crate::{MapCommand, Status, Stop, TextOrJson, complain, many, mapped};

pub(crate) fn run(command: &MapCommand, lang: Lang) -> Result<Status, Stop> {
    match command {
        MapCommand::Draft { files } => draft(files, lang),
        MapCommand::Check { map, file, tables, format } => account(map, file, tables, *format, lang),
        MapCommand::Schema => print(|out| json(out, &rehabplan_import::mapping::schema())),
    }
}

/// `rehabplan map draft FILE...`
fn draft(files: &[PathBuf], lang: Lang) -> Result<Status, Stop> {
    let mut tables = Vec::new();
    for (index, path) in files.iter().enumerate() {
        let wrong = |error: source::SourceError| {
            Stop::Usage(format!("{}: {}", shown(&path.to_string_lossy()), error.message(lang)))
        };
        let name = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).filter(|_| index > 0);
        let opened = source::open(path, &Source::default()).map_err(wrong)?;
        let sheet = opened.found.sheet.clone();
        tables.push(Table { name, file, opened });
        // The other sheets of a workbook are other tables.
        for other in source::sheets(path).map_err(wrong)?.into_iter().filter(|_| index == 0) {
            if Some(&other) != sheet.as_ref() {
                let said = Source { sheet: Some(other.clone()), ..Source::default() };
                // A sheet that is no table is nothing to speak of.
                tables.extend(source::open(path, &said).ok().map(|opened| Table { name: other, file: None, opened }));
            }
        }
    }
    let draft = draft::draft(tables, lang);
    print(|out| Ok(write!(out, "{}", draft.toml)?))?;
    Ok(if draft.mapping.is_ok() { Status::Fine } else { Status::Findings })
}

#[derive(Serialize)]
struct Told<'a> {
    source: String,
    #[serde(flatten)]
    account: &'a Account,
    coverage: rehabplan::HorizonCoverage,
}

/// `rehabplan map check MAP FILE`
fn account(
    map: &Path,
    file: &Path,
    tables: &[(String, PathBuf)],
    format: TextOrJson,
    lang: Lang,
) -> Result<Status, Stop> {
    let mapping = mapped::mapping(map, lang)?;
    let import = mapped::import(map, &mapping, file, tables, lang)?;
    let horizon = import.horizon().clone();
    let source = import.found().text(lang);
    let names: Vec<String> = mapping.file().tables.0.iter().map(|(name, _)| name.clone()).collect();
    let file = shown(&file.to_string_lossy());
    let account = Account::of(import, &names, |error| {
        complain(&format!("{file}: {}", error.message(lang)));
    });
    print(|out| {
        if format == TextOrJson::Json {
            return json(out, &Told { source, account: &account, coverage: horizon.coverage() });
        }
        let counts: [(_, &dyn std::fmt::Display); 2] = [("cases", &account.cases), ("unreadable", &account.unreadable)];
        writeln!(out, "{}", fill(texts::MAP_CASES.get(lang), &counts))?;
        if account.without_id > 0 {
            writeln!(out, "{}", fill(texts::MAP_WITHOUT_ID.get(lang), &[("n", &account.without_id)]))?;
        }
        let [converted, empty, refused, from] =
            [texts::MAP_CONVERTED, texts::MAP_EMPTY, texts::MAP_REFUSED, texts::MAP_FROM].map(|text| text.get(lang));
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
            writeln!(out, "\n{}", fill(texts::MAP_LEFT_OVER.get(lang), &[("columns", &names)]))?;
        }
        remarks(&account.tables, account.repeated_ids, lang).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        writeln!(out)?;
        coverage(&horizon, lang).iter().try_for_each(|line| writeln!(out, "{line}"))?;
        Ok(())
    })?;
    let is_refused = account.places.iter().any(|place| place.counts.refused > 0);
    if account.cases == 0 && account.unreadable == 0 {
        return Ok(complain(&format!("{file}: {}", Problem::NothingToCheck.message(lang))));
    }
    let unmatched = unmatched(&account.tables, lang);
    for line in &unmatched {
        let _ = complain(line);
    }
    Ok(match (account.unreadable == 0 && unmatched.is_empty(), is_refused) {
        (true, false) => Status::Fine,
        (true, true) => Status::Findings,
        _ => Status::Failed,
    })
}

/// A plan with what is known of it, on a line of its own.
#[derive(Serialize)]
struct Line<'d> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'d str>,
    row: Option<usize>,
    #[serde(skip_serializing_if = "serde_json::Map::is_empty")]
    carried: serde_json::Map<String, serde_json::Value>,
    plan: &'d RawValue,
}

/// `rehabplan convert FILE --map MAP`
pub(crate) fn convert(args: &ConvertArgs, lang: Lang) -> Result<Status, Stop> {
    let mut opened = mapped::open(&args.map, std::slice::from_ref(&args.file), &args.tables, lang)?;
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut status = Status::Fine;
    let keys = Keys::default();
    let work = |item: Item| {
        item.each_plan(&keys, |name, plan| {
            plan.map(|plan| line(name, plan.text)).map_err(|problem| Box::new((name.clone(), problem)))
        })
    };
    let sources = std::mem::take(&mut opened.sources);
    many::each(args.threads, sources, lang, work, |done, progress| {
        for one in done.into_iter().flatten() {
            match one {
                Ok(line) => out.write_all(&line)?,
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
    Ok(opened.tell_unused(status, lang))
}

fn line(name: &Name, plan: &[u8]) -> Vec<u8> {
    let carried = name.carried.iter().map(|(name, value)| (name.to_string(), value.clone().into())).collect();
    let plan = std::str::from_utf8(plan).ok().and_then(|plan| serde_json::from_str::<&RawValue>(plan).ok());
    let plan = plan.unwrap_or(RawValue::NULL);
    let mut line =
        serde_json::to_vec(&Line { id: name.id.as_deref(), row: name.line, carried, plan }).unwrap_or_default();
    line.push(b'\n');
    line
}
