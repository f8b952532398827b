//! The row of the headings of a table: where it is, and what its columns are called.

use std::collections::BTreeMap;

use super::error::SourceFault;
use crate::dates;
use crate::names::tidy;
use crate::record::Field;

/// How many rows are looked at to find the headings.
pub(super) const SAMPLE: usize = 50;

/// Finds the row of the headings among the first rows, from 0: the first that is about as full as rows here are. Above it
/// there may be a title, or what the export says of itself.
pub(super) fn find(rows: &[Vec<String>]) -> Result<usize, SourceFault> {
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let fullest = rows.iter().map(filled).max().unwrap_or_default();
    let found = rows.iter().position(|row| filled(row) > 0 && filled(row) * 2 >= fullest);
    let found = found.ok_or(SourceFault::Empty)?;
    let looks_like_a_case = rows.get(found).is_some_and(|row| row.iter().any(|cell| is_value(cell)));
    if looks_like_a_case { Err(SourceFault::NoHeadings) } else { Ok(found) }
}

/// Whether a cell holds what no column is called: a date, or a long number.
fn is_value(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    dates::read(cell, None).is_some()
        || digits > 4 && cell.bytes().all(|byte| byte.is_ascii_digit() || b" -.,".contains(&byte))
}

/// What the columns are called. One without a heading is called by its number, and columns of the same name are told apart
/// by theirs: `Dato (1)`, `Dato (2)`.
pub(super) fn fields<'c>(cells: impl IntoIterator<Item = &'c str>) -> Vec<Field> {
    let mut names: Vec<String> =
        cells.into_iter().map(|cell| tidy(cell.trim_matches('\u{feff}')).into_owned()).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let mut often: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for name in &names {
        often.entry(name.clone()).or_default().0 += 1;
    }
    for (name, number) in names.iter_mut().zip(1_usize..) {
        if name.is_empty() {
            *name = number.to_string();
        } else if let Some((count, before)) = often.get_mut(name)
            && *count > 1
        {
            *before += 1;
            *name = format!("{name} ({before})");
        }
    }
    names.iter().map(|name| Field::column(name)).collect()
}

/// Columns without headings.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(super) fn numbered(count: usize) -> Vec<Field> {
    (1..=count).map(|number| Field::column(&number.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::{SourceFault, fields, find};

    fn rows(rows: &[&str]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.split(';').map(str::to_owned).collect()).collect()
    }

    #[test]
    fn headings_stand_below_titles_and_above_cases() {
        assert_eq!(find(&rows(&["Sag;Dato;Ønsker", "1;2-3-2020;Bus"])), Ok(0));
        assert_eq!(find(&rows(&["sep=;", "Udtræk pr. 1. marts;;", ";;", "Sag;Dato;Ønsker", "1;2-3-2020;Bus"])), Ok(3));
        assert_eq!(find(&rows(&["Navn", "x"])), Ok(0));
        for case in ["1;2-3-2020;Bus", "010203-1234;a;b", "47110815;a;b"] {
            assert_eq!(find(&rows(&[case])), Err(SourceFault::NoHeadings), "{case}");
        }
        assert_eq!(find(&rows(&["", ";"])), Err(SourceFault::Empty));
    }

    #[test]
    fn columns_have_names_of_their_own() {
        let names = |cells: &[&str]| -> Vec<String> {
            fields(cells.iter().copied()).iter().map(|field| field.name.to_string()).collect()
        };
        assert_eq!(
            names(&["\u{feff}Sag", " Dato ", "", "Dato", "A\r\nB", ""]),
            ["Sag", "Dato (1)", "3", "Dato (2)", "A B"]
        );
    }
}
