//! What files that are otherwise written by hand tell of the rules: how many there are, and what can be checked on an export.

use std::io;
use std::path::Path;

use rehabplan::Lang;
use rehabplan_import::draft::{Table, draft};
use rehabplan_import::mapping::Source;
use rehabplan_import::source::open;

use crate::Files;

pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    readme(files, root)?;
    example(files, root)
}

/// The number of requirements, where the README says what the rules are.
fn readme(files: &mut Files, root: &Path) -> io::Result<()> {
    const README: &str = "README.md";
    const BEHIND: &str = " requirements, ";
    let text = std::fs::read_to_string(root.join(README))?;
    let number = text.find(BEHIND).map(|end| {
        let before = text[..end].trim_end_matches(|digit: char| digit.is_ascii_digit());
        before.len()..end
    });
    let number = number.filter(|number| !number.is_empty());
    let number = number.ok_or_else(|| io::Error::other("README.md does not say how many requirements there are"))?;
    let mut told = text;
    told.replace_range(number, &rehabplan::law::rules().count().to_string());
    files.insert(README.to_owned(), told);
    Ok(())
}

/// The draft of a mapping of the example's export, as `rehabplan map draft` writes it: its account names requirements.
fn example(files: &mut Files, root: &Path) -> io::Result<()> {
    const FOLDER: &str = "examples/udtraek";
    let table = |(index, name): (usize, &str)| {
        let file = format!("{name}.csv");
        let opened = open(&root.join(FOLDER).join(&file), &Source::default());
        let opened = opened.map_err(|error| io::Error::other(error.message(Lang::Da)))?;
        Ok(Table { name: name.to_owned(), file: (index > 0).then_some(file), opened })
    };
    let tables = ["sager", "indsatser"].into_iter().enumerate().map(table).collect::<io::Result<_>>()?;
    files.insert(format!("{FOLDER}/kort.toml"), draft(tables, Lang::Da).toml);
    Ok(())
}
