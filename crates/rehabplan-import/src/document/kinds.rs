//! Tables of measures in which a column says of which kind each is: a kind is called as a heading is, and is none.

use super::flow::{Cell, TableRow};
use super::template::is_name_of_column;
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

/// What else columns are called that say the same of each entry.
const OF_ENTRIES: [&str; 24] = [
    "ansvarlig",
    "antal",
    "dato",
    "datoer",
    "effekt",
    "erfaring",
    "erfaringer",
    "hvornår",
    "hyppighed",
    "leverandør",
    "omfang",
    "resultat",
    "resultater",
    "sted",
    "tid",
    "tidspunkt",
    "tidsrum",
    "timer",
    "udbytte",
    "udfald",
    "uger",
    "virkning",
    "år",
    "årstal",
];

/// Whether the first row names the columns of entries, so that what stands below is an entry in each row, and none of it a label. What the
/// first column is called may be a name by itself.
pub(super) fn are_entries(rows: &[TableRow]) -> bool {
    const LONGEST: usize = 40;
    let Some((head, [_, ..])) = rows.split_first() else { return false };
    let names: Vec<String> = head.iter().map(Cell::text).collect();
    let Some((first, others)) = names.split_first() else { return false };
    let is_name = |name: &String| {
        name.len() <= LONGEST && !name.contains('\n') && !name.ends_with(['.', ',', ';', '!']) && !name.is_empty()
    };
    let is_of_entries = |name: &String| {
        BESIDE.contains(&letters(name).as_str())
            || name.split_whitespace().any(|word| OF_ENTRIES.contains(&letters(word).as_str()))
    };
    (first.is_empty() || is_name(first) && !is_name_of_column(first))
        && others.iter().all(is_name)
        && others.iter().any(is_of_entries)
}

/// Whether the first row names the columns of measures, and one of them tells the kind.
pub(super) fn are_rows_of_measures(rows: &[TableRow]) -> bool {
    let Some((head, [_, ..])) = rows.split_first() else { return false };
    let names: Vec<String> = head.iter().map(Cell::text).filter(|name| !name.is_empty()).collect();
    let has_kind = names.iter().any(|name| is_called_so(name));
    let beside = names.iter().filter(|name| BESIDE.contains(&letters(name).as_str())).count();
    has_kind && beside > 0 && (beside > 1 || names.len() > 2)
}
