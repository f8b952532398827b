//! Tables of measures in which a column says of which kind each is: a kind is called as a heading is, and is none.

use super::flow::{Cell, TableRow};
use crate::kinds::is_called_so;
use crate::names::letters;

/// What else a row of such a table has, and a table of headings and answers has not.
const BESIDE: [&str; 18] = [
    "aktivitet",
    "aktiviteter",
    "foranstaltning",
    "formål",
    "fra",
    "fraogmed",
    "indsats",
    "indsatser",
    "periode",
    "slut",
    "slutdato",
    "start",
    "startdato",
    "tidligereindsats",
    "til",
    "tilbud",
    "tilogmed",
    "varighed",
];

/// Whether the first row names the columns of measures, and one of them tells the kind.
pub(super) fn are_rows_of_measures(rows: &[TableRow]) -> bool {
    let Some((head, [_, ..])) = rows.split_first() else { return false };
    let names: Vec<String> = head.iter().map(Cell::text).filter(|name| !name.is_empty()).collect();
    let has_kind = names.iter().any(|name| is_called_so(name));
    let beside = names.iter().filter(|name| BESIDE.contains(&letters(name).as_str())).count();
    has_kind && beside > 0 && (beside > 1 || names.len() > 2)
}
