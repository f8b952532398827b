//! The row of the headings of a table: where it is, and what its columns are called.

use std::collections::BTreeMap;

use super::error::SourceFault;
use crate::aliases;
use crate::dates;
use crate::labels;
use crate::names::{shown, tidy};
use crate::record::Field;

/// How many rows are looked at to find the headings.
pub(super) const SAMPLE: usize = 50;

/// How many rows of headings over several columns are looked at.
pub(super) const GROUPS: usize = 3;

/// Finds the row of the headings among the first rows, from 0: the first that is about as full as rows here are. Above it
/// there may be a title, or what the export says of itself, or headings over several columns each.
pub(super) fn find(rows: &[Vec<String>]) -> Result<usize, SourceFault> {
    let filled = |row: &Vec<String>| row.iter().filter(|cell| !cell.trim().is_empty()).count();
    let fullest = rows.iter().map(filled).max().unwrap_or_default();
    let found = rows.iter().position(|row| filled(row) > 0 && filled(row) * 2 >= fullest);
    let mut found = found.ok_or(SourceFault::Empty)?;
    // Headings over several columns may stand in more than one row.
    let is_below = |found: usize, row: usize| {
        rows.get(found).zip(rows.get(row)).is_some_and(|(above, row)| are_groups(above, row))
    };
    while let Some(below) = (found + 1..=found + GROUPS).find(|row| is_below(found, *row)) {
        found = below;
    }
    match rows.get(found..).and_then(<[_]>::split_first) {
        Some((row, cases)) if is_case(row, cases) => Err(SourceFault::NoHeadings),
        _ => Ok(found),
    }
}

/// Whether a row looks like one of the cases below it, by what stands in one of its cells, or because most of them are no
/// names: then nothing of it may be shown as one.
fn is_case(row: &[String], cases: &[Vec<String>]) -> bool {
    let filled: Vec<&String> = row.iter().filter(|cell| !cell.trim().is_empty()).collect();
    let nameless = filled.iter().filter(|cell| shown(cell.trim_matches('\u{feff}')).is_none()).count();
    let is_like_those_below = |(place, cell): (usize, &String)| {
        let below = || cases.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.trim().is_empty());
        // A type of case is the heading of a column of ticks too.
        let is_type =
            labels::is_case_type(cell) && (cases.is_empty() || below().any(|cell| labels::is_case_type(cell)));
        let own = shape(cell);
        is_type || own.is_some() && below().next().is_some() && below().all(|cell| shape(cell) == own)
    };
    // Plain words of which none is the name of anything, and one stands below it again: a heading is no value of its column.
    let is_again = |(place, cell): (usize, &String)| {
        let own = cell.trim();
        let mut below = cases.iter().filter(|case| case.as_slice() != row).filter_map(|case| case.get(place));
        own.chars().nth(1).is_some() && below.any(|cell| cell.trim() == own)
    };
    // A name of somebody over names of others, or a number alone.
    let is_somebody_or_number = |(place, cell): (usize, &String)| {
        let mut below = cases.iter().filter_map(|row| row.get(place)).filter(|cell| !cell.trim().is_empty());
        let is_number = !cell.trim().is_empty() && cell.trim().bytes().all(|byte| byte.is_ascii_digit());
        is_number && below.clone().all(|cell| !cell.contains(char::is_alphabetic))
            || is_full_name(cell) && below.all(|cell| is_full_name(cell))
    };
    let is_unknown = !row.iter().any(|cell| aliases::knows(cell));
    let are_words =
        is_unknown && (row.iter().enumerate().any(is_again) || row.iter().enumerate().any(is_somebody_or_number));
    are_words
        || row.iter().any(|cell| is_value(cell))
        || nameless * 2 > filled.len()
        || row.iter().enumerate().any(is_like_those_below)
}

/// Whether a cell looks like the whole name of somebody: a few words that begin with a capital each, and go on in small letters.
fn is_full_name(cell: &str) -> bool {
    let is_part = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase)
            && letters.all(|letter| letter.is_lowercase() || ['-', '.', '\''].contains(&letter))
    };
    (2..=4).contains(&cell.split_whitespace().count()) && cell.split_whitespace().all(is_part)
}

/// What a number of a case or the like looks like, whichever digits and letters it has: `S-017` is like `K-318`. `None` for
/// what is too short to tell, or has no digit.
fn shape(cell: &str) -> Option<String> {
    let sign = |letter: char| match letter {
        letter if letter.is_ascii_digit() => '9',
        letter if letter.is_uppercase() => 'A',
        letter if letter.is_alphabetic() => 'a',
        letter => letter,
    };
    let shape: String = cell.trim().chars().map(sign).collect();
    (shape.contains('9') && shape.chars().nth(2).is_some()).then_some(shape)
}

/// Whether a row has headings over those of the row below it: most have several columns, so that there are gaps, and below
/// are names of columns that are known, and no two alike.
fn are_groups(above: &[String], row: &[String]) -> bool {
    let cell = |row: &[String], place: usize| row.get(place).map_or("", |cell| cell.trim()).to_owned();
    let places = || 0..row.len().max(above.len());
    let filled = |row: &[String]| places().filter(|place| !cell(row, *place).is_empty()).count();
    let gaps = places().filter(|place| cell(above, *place).is_empty() && !cell(row, *place).is_empty()).count();
    let are_known = row.iter().filter(|cell| aliases::knows(cell)).count() >= 2;
    let are_names = row.iter().all(|cell| is_name(cell));
    filled(above) >= 2 && gaps > 0 && filled(row) > filled(above) && are_names && are_known
}

/// Whether a cell may be a heading: nothing stands there, or words.
fn is_name(cell: &str) -> bool {
    cell.trim().is_empty() || cell.contains(char::is_alphabetic) && !is_value(cell)
}

/// Whether a row above the headings has headings too. What an export says of itself there, such as who made it and when, is the name of
/// no column, and would be shown as a part of one.
fn are_headings(above: &[String]) -> bool {
    above.iter().all(|cell| is_name(cell) && (!is_full_name(cell) || is_of_plans(cell)))
}

/// Whether a text in capitals that may be the name of somebody has a word of what plans are about.
fn is_of_plans(cell: &str) -> bool {
    const WORDS: [&str; 14] = [
        "afgørelse",
        "borger",
        "del",
        "dokument",
        "forløb",
        "helbred",
        "indsats",
        "indstilling",
        "læge",
        "møde",
        "oplysning",
        "plan",
        "sag",
        "team",
    ];
    let own = cell.to_lowercase();
    own.split_whitespace().any(|word| WORDS.iter().any(|known| word.starts_with(known)))
}

/// Whether a cell holds what no column is called: a date, or a long number.
fn is_value(cell: &str) -> bool {
    let cell = cell.trim();
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    dates::read(cell, None).is_some()
        || digits > 4 && cell.bytes().all(|byte| byte.is_ascii_digit() || b" -.,".contains(&byte))
}

/// What the columns are called, and what stands over each in the rows above, the nearest first. One without a heading is called by
/// its number, and columns of the same name are told apart by what stands over them, else by their order: `Møde Dato`, `Dato (1)`,
/// `Dato (2)`.
pub(super) fn fields(row: &[String], above: &[Vec<String>]) -> (Vec<Field>, Vec<Vec<String>>) {
    let mut names: Vec<String> = row.iter().map(|cell| tidied(cell)).collect();
    while names.last().is_some_and(String::is_empty) {
        names.pop();
    }
    let groups = groups(row, above, names.len());
    let own = names.clone();
    let is_told_by = |place: usize, group: &str, depth: usize| {
        let others = (0..own.len()).filter(|other| *other != place && own.get(*other) == own.get(place));
        let of = |other: usize| groups.get(other).and_then(|groups| groups.get(depth)).map(String::as_str);
        others.into_iter().all(|other| of(other) != Some(group))
    };
    for (place, name) in names.iter_mut().enumerate() {
        let is_shared = own.iter().filter(|other| *other == name).nth(1).is_some();
        let over = || groups.get(place).into_iter().flatten().enumerate().filter(|(_, group)| !group.is_empty());
        let told = over().find(|(depth, group)| is_told_by(place, group, *depth)).or_else(|| over().next());
        if let Some((_, group)) = told.filter(|_| is_shared && !name.is_empty()) {
            *name = format!("{group} {name}");
        }
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
    (names.iter().map(|name| Field::column(name)).collect(), groups)
}

fn tidied(cell: &str) -> String {
    tidy(cell.trim_matches('\u{feff}')).into_owned()
}

/// What stands over each of so many columns in the rows above that of their headings, the nearest first; a blank text, where a row
/// says nothing of it.
fn groups(row: &[String], above: &[Vec<String>], columns: usize) -> Vec<Vec<String>> {
    let rows: Vec<&Vec<String>> =
        above.iter().rev().take(GROUPS).take_while(|above| are_groups(above, row) && are_headings(above)).collect();
    let mut found: Vec<Vec<String>> = vec![Vec::new(); columns];
    // From the top on: where a heading ends, so do those below it.
    for above in rows.into_iter().rev() {
        let cell = |place: usize| above.get(place).map(|cell| tidied(cell)).unwrap_or_default();
        // Where it is said of each column anew, a blank cell says nothing; else it means what stands before it.
        let is_said_anew = (1..columns).any(|place| !cell(place).is_empty() && cell(place) == cell(place - 1));
        let mut group = String::new();
        let mut over: Option<Vec<String>> = None;
        for (place, groups) in found.iter_mut().enumerate() {
            let own = cell(place);
            if !own.is_empty() || is_said_anew || over.as_ref().is_some_and(|over| over != groups) {
                group = own;
            }
            over = Some(groups.clone());
            groups.insert(0, group.clone());
        }
    }
    found
}

/// Columns without headings.
#[cfg(any(feature = "csv", feature = "workbook"))]
pub(super) fn numbered(count: usize) -> Vec<Field> {
    (1..=count).map(|number| Field::column(&number.to_string())).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
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
        for case in ["1;2-3-2020;Bus", "010203-1234;a;b", "47110815;a;b", "1;Fleksjob;Bus", "1;foertidspension;Bus"] {
            assert_eq!(find(&rows(&[case])), Err(SourceFault::NoHeadings), "{case}");
        }
        for (case, next) in [
            ("A;fleksjob;ondt i ryggen", "B;Ressourceforløb;depression"),
            ("S-017;Bus;Tog", "K-318;;"),
            ("Anders Andersen;Vil gerne", "Bente Bentsen;Vil ikke"),
            ("Vil gerne;42;Bus", "Vil ikke;43;Tog"),
            ("4711;Bus;Tog", "4712;Tog;"),
            ("Hun siger: \"ja\"!;Hun vil gerne tilbage til børnehaven på halv tid, når hun kan;Bus", "Nej!;;"),
        ] {
            assert_eq!(find(&rows(&[case, next])), Err(SourceFault::NoHeadings), "{case}");
        }
        // A column of ticks for each type, and columns with numbers.
        assert_eq!(find(&rows(&["Sag;Fleksjob;Førtidspension", "17;x;", "18;;x"])), Ok(0));
        assert_eq!(find(&rows(&["Sag;Uge 1;Uge 2", "17;20 timer;5 timer"])), Ok(0));
        // Names of columns over names of persons, and years over words.
        assert_eq!(find(&rows(&["Ansvarlig Medarbejder;Sagsnr", "Anders Andersen;7"])), Ok(0));
        assert_eq!(find(&rows(&["Egne Ord;Ønske;2019", "vil gerne;bus;tog"])), Ok(0));
        assert_eq!(find(&rows(&["", ";"])), Err(SourceFault::Empty));
    }

    #[test]
    fn headings_may_stand_over_headings() {
        let told = |text: &[&str]| {
            let rows = rows(text);
            let place = find(&rows).unwrap();
            let (fields, _) = fields(&rows[place], &rows[..place]);
            (place, fields.iter().map(|field| field.name.to_string()).collect::<Vec<_>>().join("|"))
        };
        let case = "17;2-3-2020;Bus;3-3-2020";
        assert_eq!(
            told(&["Sag;Plan;;Møde", "Sagsnr;Dato;Ønsker;Dato", case]),
            (1, "Sagsnr|Plan Dato|Ønsker|Møde Dato".into())
        );
        assert_eq!(told(&["Team;;;", "Sag;;;Møde", "Sagsnr;Dato;Ønsker;Dato", case]).0, 2);
        // Several rows of them, said of each column anew; what a blank cell means then, nobody says.
        assert_eq!(
            told(&[
                ";;Møde;Plan;Plan;Plan;Afgørelse",
                ";;;;§ 3, stk. 1;§ 3, stk. 1;",
                "Sagsnr;Sagstype;Dato;Dato;CV;Ønsker;Dato",
                "17;fleksjob;2-3-2020;3-3-2020;Kok;Bus;4-3-2020",
            ]),
            (2, "Sagsnr|Sagstype|Møde Dato|Plan Dato|CV|Ønsker|Afgørelse Dato".into())
        );
        // Who made the export and when is over no column.
        for above in ["Karen Hansen;Nord;;", "Udtræk;31-12-2020;;", "Udtræk;12345678;;"] {
            let told = told(&[above, "Sagsnr;Dato;Ønsker;Dato", case]);
            assert_eq!(told, (1, "Sagsnr|Dato (1)|Ønsker|Dato (2)".into()), "{above}");
        }
        assert_eq!(
            told(&["Sag;Forberedende Del;;Møde", "Sagsnr;Dato;Ønsker;Dato", case]).1,
            "Sagsnr|Forberedende Del Dato|Ønsker|Møde Dato"
        );
        // A heading ends where that above it ends.
        let rows = rows(&["Sag;Plan;;;Møde;", ";;Helbred;;Sted;", "Sagsnr;Dato;CV;Ønsker;Dato;Kl."]);
        let (_, groups) = fields(&rows[2], &rows[..2]);
        let over: Vec<_> = groups.iter().map(|over| over.join("<")).collect();
        assert_eq!(over, ["<Sag", "<Plan", "Helbred<Plan", "Helbred<Plan", "Sted<Møde", "Sted<Møde"]);
        // Columns without a heading, and a case of words.
        assert_eq!(told(&["Sagsnr;;;Ønsker", "A17;b;c;Bus", case]).0, 0);
        // A heading over all of them says nothing of one.
        assert_eq!(told(&["Plan;;;", "Sagsnr;Dato;Ønsker;Dato", case]), (1, "Sagsnr|Dato (1)|Ønsker|Dato (2)".into()));
    }

    #[test]
    fn columns_have_names_of_their_own() {
        let names = |cells: &[&str]| -> Vec<String> {
            let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
            fields(&cells, &[]).0.iter().map(|field| field.name.to_string()).collect()
        };
        assert_eq!(
            names(&["\u{feff}Sag", " Dato ", "", "Dato", "A\r\nB", ""]),
            ["Sag", "Dato (1)", "3", "Dato (2)", "A B"]
        );
    }
}
