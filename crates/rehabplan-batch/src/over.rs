//! What is written does not take the place of what is read.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use same_file::Handle;

use crate::source::{Format, STDIN, passed_over, sources};

/// What results are called that no plan is read out of.
const RESULTS: [&str; 2] = ["html", "xlsx"];

/// Whether a file that is to be written is one that is read in the same run, under whatever name and from standard input too, or
/// lies in a folder that is: it would be empty before anybody had seen what stood in it. A page or a workbook in such a folder is
/// the result of an earlier run, and may be written anew, unless the run reads such files by one of its formats.
pub fn is_read<'p>(file: &Path, read: impl IntoIterator<Item = &'p Path>, formats: &[Arc<dyn Format>]) -> bool {
    // What is not there yet takes no place.
    let Ok(to) = file.canonicalize() else { return false };
    let is_called = |name: &str| to.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(name));
    let is_result = RESULTS.into_iter().any(is_called) && !formats.iter().any(|format| format.is_called_so(&to));
    let handle = of_file(&to);
    read.into_iter().any(|path| {
        if path == Path::new(STDIN) {
            return handle.is_some() && Handle::stdin().ok() == handle;
        }
        let Ok(read) = path.canonicalize() else { return false };
        read == to
            || handle.is_some() && of_file(&read) == handle
            || read.is_dir() && (to.starts_with(&read) && !is_result || handle.is_some() && is_linked(&to, read))
    })
}

/// What a file is known by beside its name. (A pipe would be waited for.)
fn of_file(path: &Path) -> Option<Handle> {
    if path.is_file() { Handle::from_path(path).ok() } else { None }
}

/// Whether a file that has several names has another of them in a folder.
#[cfg(unix)]
fn is_linked(file: &Path, folder: PathBuf) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let Ok(file) = file.metadata().map(|file| (file.nlink(), file.dev(), file.ino())) else { return false };
    let is_it = |path: &Path| path.metadata().is_ok_and(|other| (other.dev(), other.ino()) == (file.1, file.2));
    let folders = [folder];
    // Nearly every file has one name, and no folder need be gone through for it.
    file.0 > 1
        && (sources(&folders, false, &[]).iter().any(|source| is_it(source.path()))
            || passed_over(&folders, &[]).iter().any(|path| is_it(path)))
}

/// How many names a file has is not told there.
#[cfg(not(unix))]
fn is_linked(_: &Path, _: PathBuf) -> bool {
    false
}
