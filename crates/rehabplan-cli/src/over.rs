//! What is written does not take the place of what is read.

use std::path::{Path, PathBuf};

use rehabplan::Lang;
use rehabplan_batch::shown;

use crate::Stop;
use crate::texts::{self, fill};

/// Refuses a file to write that is read in the same run, or lies among plans that are: it would be empty before anybody had seen
/// what stood in it. A page is no plan, so one of an earlier run may be written anew. Tables that a mapping names lie beside the
/// source.
pub(crate) fn refuse<'p>(
    output: &Path,
    read: impl IntoIterator<Item = &'p PathBuf>,
    tables: &[String],
    lang: Lang,
) -> Result<(), Stop> {
    // What is not there yet takes no place.
    let Ok(to) = output.canonicalize() else { return Ok(()) };
    let is_page = to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("html"));
    let is_table = to.file_stem().is_some_and(|stem| tables.iter().any(|table| stem == table.as_str()));
    let is_taken = read.into_iter().filter_map(|path| path.canonicalize().ok()).any(|read| {
        read == to
            || read.is_dir() && to.starts_with(&read) && !is_page
            || is_table && read.is_file() && read.parent() == to.parent()
    });
    if is_taken {
        let file = shown(&output.to_string_lossy());
        return Err(Stop::Usage(fill(texts::OVER_WHAT_IS_READ.get(lang), &[("file", &file)])));
    }
    Ok(())
}
