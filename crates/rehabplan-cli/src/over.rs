//! What is written does not take the place of what is read.

use std::path::{Path, PathBuf};

use rehabplan::Lang;
use rehabplan_batch::{STDIN, passed_over, shown, sources};
use same_file::Handle;

use crate::Stop;
use crate::texts::{self, fill};

/// Refuses a file to write that is read in the same run, under whatever name and from standard input too, or lies among plans that
/// are: it would be empty before anybody had seen what stood in it. A page is no plan, so one of an earlier run may be written anew.
/// Tables that a mapping names lie beside the source.
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
    let handle = of_file(&to);
    let is_taken = read.into_iter().any(|path| {
        if path == Path::new(STDIN) {
            return handle.is_some() && Handle::stdin().ok() == handle;
        }
        let Ok(read) = path.canonicalize() else { return false };
        read == to
            || handle.is_some() && of_file(&read) == handle
            || read.is_dir() && (to.starts_with(&read) && !is_page || handle.is_some() && is_linked(&to, &read))
            || is_table && read.is_file() && read.parent() == to.parent()
    });
    if is_taken {
        let file = shown(&output.to_string_lossy());
        return Err(Stop::Usage(fill(texts::OVER_WHAT_IS_READ.get(lang), &[("file", &file)])));
    }
    Ok(())
}

/// What a file is known by beside its name. (A pipe would be waited for.)
fn of_file(path: &Path) -> Option<Handle> {
    if path.is_file() { Handle::from_path(path).ok() } else { None }
}

/// Whether a file that has several names has one of them in a folder.
#[cfg(unix)]
fn is_linked(file: &Path, folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let Ok(file) = file.metadata().map(|file| (file.nlink(), file.dev(), file.ino())) else { return false };
    let is_it = |path: &Path| path.metadata().is_ok_and(|other| (other.dev(), other.ino()) == (file.1, file.2));
    let folders = [folder.to_owned()];
    // Nearly every file has one name, and no folder need be gone through for it.
    file.0 > 1
        && (sources(&folders, false, &[]).iter().any(|source| is_it(source.path()))
            || passed_over(&folders, &[]).iter().any(|path| is_it(path)))
}

/// How many names a file has is not told there.
#[cfg(not(unix))]
fn is_linked(_: &Path, _: &Path) -> bool {
    false
}
