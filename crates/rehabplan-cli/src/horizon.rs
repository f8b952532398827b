//! What the source of the plans can hold, as a file says it (`--horizon`).

use std::path::Path;

use rehabplan::limits::MAX_PROFILE_BYTES;
use rehabplan::{Horizon, Lang};
use rehabplan_batch::shown;

use crate::texts::{self, fill};
use crate::{Stop, profiles};

/// Reads JSON Pointers: one on each line, or the texts of a JSON array. Nothing of the file is repeated, for it may be
/// another one than was meant, and hold a plan.
pub(crate) fn read(path: &Path, lang: Lang) -> Result<Horizon, Stop> {
    let text = profiles::read(path, lang)?;
    let path = shown(&path.to_string_lossy());
    if text.len() > MAX_PROFILE_BYTES {
        let why = fill(texts::TOO_LARGE.get(lang), &[("limit", &MAX_PROFILE_BYTES)]);
        return Err(Stop::Usage(format!("{path}: {why}")));
    }
    let text = text.trim_start_matches('\u{feff}');
    // An object is JSON too, and no list.
    if text.trim_start().starts_with(['[', '{']) {
        let places: Vec<String> = serde_json::from_str(text)
            .map_err(|error| Stop::Usage(format!("{path}:{}: {}", error.line(), texts::NO_LIST_OF_PLACES.get(lang))))?;
        let places: Vec<&str> = places.iter().map(String::as_str).collect();
        return Horizon::of(&places).map_err(|error| Stop::Usage(format!("{path}: {}", error.message(lang))));
    }
    let lines = text.lines().map(str::trim).enumerate().filter(|(_, place)| !place.is_empty());
    let (lines, places): (Vec<usize>, Vec<&str>) = lines.map(|(line, place)| (line + 1, place)).unzip();
    Horizon::of(&places).map_err(|error| {
        let line = error.index().and_then(|index| lines.get(index)).map(|line| format!(":{line}")).unwrap_or_default();
        Stop::Usage(format!("{path}{line}: {}", error.message(lang)))
    })
}
