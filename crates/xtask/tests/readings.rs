//! Readings of the regulation that comments cite by a code can be looked up.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A reading, as a row of a page has it: its code, and the file that chose it, if it is one.
type Reading = (String, Option<String>);

/// The rows of a page's tables whose first cell is a code.
fn listed(page: &str) -> Vec<Reading> {
    let text = fs::read_to_string(root().join(page)).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| ")?.strip_suffix('|'));
    let cells = rows.map(|row| row.split(" |").map(str::trim).collect::<Vec<_>>());
    let readings = cells.filter(|cells| is_code(cells[0]));
    readings.map(|cells| (cells[0].to_owned(), cells[3].split('`').nth(1).map(str::to_owned))).collect()
}

/// `A35`, `T49`.
fn is_code(word: &str) -> bool {
    let number = word.strip_prefix(['A', 'T']).unwrap_or_default();
    !number.starts_with('0') && !number.is_empty() && number.bytes().all(|digit| digit.is_ascii_digit())
}

/// The codes in a file's comments. (What a string holds of the kind is a cell of a table.)
fn cited(file: &Path) -> BTreeSet<String> {
    let text = fs::read_to_string(file).unwrap();
    let comments = text.lines().filter_map(|line| line.split_once("//"));
    let words = comments.flat_map(|(_, comment)| comment.split(|c: char| !c.is_alphanumeric()));
    words.filter(|word| is_code(word)).map(str::to_owned).collect()
}

fn cited_below(folder: &Path, all: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            cited_below(&path, all);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            all.extend(cited(&path));
        }
    }
}

#[test]
fn every_reading_that_is_cited_stands_once_on_either_page() {
    let (danish, english) = (listed("docs/da/laesninger.md"), listed("docs/en/readings.md"));
    assert_eq!(danish, english, "the pages list other readings, or in another order");
    let listed: BTreeSet<_> = english.iter().map(|(code, _)| code.clone()).collect();
    assert_eq!(listed.len(), english.len(), "a reading stands twice");
    let mut cited = BTreeSet::new();
    cited_below(&root().join("crates"), &mut cited);
    assert!(!cited.is_empty(), "no comment is read");
    let (unknown, idle) = (cited.difference(&listed), listed.difference(&cited));
    let (unknown, idle): (Vec<_>, Vec<_>) = (unknown.collect(), idle.collect());
    assert!(unknown.is_empty(), "cited, but not in crates/xtask/src/readings.*.md: {unknown:?}");
    assert!(idle.is_empty(), "on the pages, but cited nowhere: {idle:?}");
}

#[test]
fn the_file_of_a_reading_cites_it() {
    for (code, file) in listed("docs/en/readings.md") {
        let Some(file) = file else { continue };
        assert!(cited(&root().join("crates/rehabplan/src").join(&file)).contains(&code), "{code}: {file}");
    }
}
