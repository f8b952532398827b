//! The header of the C library, from its Rust code.

use std::io;
use std::path::Path;

use cbindgen::{Builder, Config};

use crate::Files;

/// Adds the header.
///
/// # Errors
///
/// When the code or the configuration in `bindings/c` cannot be read.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    let crate_folder = root.join("bindings/c");
    let config = Config::from_file(crate_folder.join("cbindgen.toml")).map_err(io::Error::other)?;
    let source = Builder::new().with_src(crate_folder.join("src/lib.rs")).with_config(config);
    let mut header = Vec::new();
    source.generate().map_err(io::Error::other)?.write(&mut header);
    // The heading is a habit of Rust's.
    let header = String::from_utf8(header).map_err(io::Error::other)?.replace("# Safety", "What the caller promises:");
    files.insert("bindings/c/include/rehabplan.h".to_owned(), header);
    Ok(())
}
