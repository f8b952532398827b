//! The full report of every whole plan, for every language to be held against.

use std::fs;
use std::io;
use std::path::Path;

use rehabplan::plan::Date;
use rehabplan::{Detail, Lang, Options, Phase, validate_slice};
use serde::Deserialize;

use crate::Files;

/// What a person has stated for a plan, as far as the report needs it.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Stated {
    phase: String,
    as_of: String,
}

/// Adds the report of each plan that a person has stated something for.
pub(crate) fn add(files: &mut Files, folder: &Path) -> io::Result<()> {
    for entry in fs::read_dir(folder.join("expected"))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let wrong = |what: String| io::Error::other(format!("{}: {what}", path.display()));
        let stated: Stated = serde_json::from_slice(&fs::read(&path)?).map_err(|error| wrong(error.to_string()))?;
        let options = Options {
            phase: Phase::from_code(&stated.phase),
            as_of: Date::parse(&stated.as_of).map(|date| date.0),
            detail: Detail::All,
            ..Options::default()
        };
        let plan = fs::read(folder.join(&name))?;
        let report = validate_slice(&plan, &options).map_err(|error| wrong(error.to_string()))?;
        files.insert(format!("tests/plans/reports/{name}"), by_line(&report.to_json(Lang::Da)));
    }
    Ok(())
}

/// One line for each answer, so that a difference can be read. Without the line breaks these are the report's bytes.
fn by_line(report: &str) -> String {
    report.replace("{\"rule\":", "\n{\"rule\":").replace("],\"input\":", "\n],\"input\":") + "\n"
}
