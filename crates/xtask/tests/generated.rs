//! Generated files are current.

use std::path::Path;

#[test]
fn generated_files_are_current() {
    let root = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."));
    let files = xtask::generated(root).expect("the corpus can be read");
    let stale = xtask::stale(root, &files).expect("docs/ can be read");
    assert!(stale.is_empty(), "out of date; run `cargo xtask gen` and read what changed: {stale:#?}");
}
