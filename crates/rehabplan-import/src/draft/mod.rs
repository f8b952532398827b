//! A proposal for a mapping, from the headings of a source and a look at its first rows.

mod answers;
mod beside;
mod column;
mod ids;
mod kind_words;
mod kinds;
mod legend;
mod letters;
mod lists;
mod numbered;
mod places;
mod placing;
mod read;
mod repeated;
mod ruled_out;
mod turned;
mod write;

use std::collections::HashSet;

use rehabplan::Lang;
use rehabplan::text::Wording;

use crate::aliases;
use crate::convert::Conversion;
use crate::mapping::{Mapping, MappingError};
use crate::record::Field;
use crate::source::{Opened, Row, Rows, SourceError};

use ids::unpadded;
use letters::Letters;
use numbered::numbered;

/// How many rows are looked at.
const SAMPLE: usize = 200;

/// How many columns are compared with names that are only like theirs: nobody goes through more.
const COMPARED: usize = 1_000;

/// What columns are called that say what a citizen gets or is granted, by the same words as the types of cases.
const GRANTED: [&str; 5] = ["ydelse", "forsoerg", "indstil", "afgoer", "bevil"];

/// What lists of measures are called, whether they are planned or were taken before.
const MEASURES: [&str; 6] = ["Indsats", "Indsatser", "Aktivitet", "Aktiviteter", "Foranstaltninger", "Tilbud"];

/// How alike two names are at least, for one to be proposed for the other.
const LIKE: f64 = 0.72;

/// How alike two names are to be sure.
const SURE: f64 = 0.97;

/// A source to make a draft for.
#[derive(Debug)]
pub struct Table {
    /// What the table is to be called in the mapping: the name of its file, say. The first is that of the cases.
    pub name: String,
    /// The file, as the mapping is to name it; `None` where it is that of the cases.
    pub file: Option<String>,
    /// The source.
    pub opened: Opened,
}

/// A proposal.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct MappingDraft {
    /// The mapping, to be saved and gone through.
    pub toml: String,
    /// The same, as a mapping. It has no places when nothing was recognised.
    pub mapping: Result<Mapping, MappingError>,
    /// The rows that could not be read, each with the place of its table among those that were given; of tables that are used.
    pub unreadable: Vec<(usize, SourceError)>,
    /// How many places and lists are proposed.
    pub proposed: usize,
}

/// What was found out about a table.
struct Read {
    name: String,
    file: Option<String>,
    sheet: Option<String>,
    /// The columns that the source itself has.
    fields: Vec<Field>,
    /// Where in a JSON document its list was found.
    at: Option<String>,
    /// The column whose blank cells mean what stands above.
    fill: Option<String>,
    columns: Vec<Column>,
    rows: Vec<Row>,
    /// Those after them.
    rest: Rows,
    /// Those that could not be read.
    unreadable: Vec<SourceError>,
    is_encoded_twice: bool,
    /// What stands in the entries of its nested lists and is used for nothing, as it may be shown, and whether it says of which kind they
    /// are.
    left_inside: Vec<(String, bool)>,
    /// What joins it to the cases, or of these what they are known by, is told by its values and not by its name, or may count the rows.
    is_key_a_guess: bool,
    /// It holds cases as the first table does, other ones: what it says is said of none of these.
    holds_other_cases: bool,
    /// Nobody knows of which kind its measures are, so that they are in no list.
    has_unknown_kinds: bool,
}

/// A column, or a place further in where a column has something inside, and what it is proposed for.
#[derive(Clone)]
struct Column {
    /// As a mapping names it: a place further in by its pointer.
    name: String,
    /// The column of the source, and the way further in.
    cell: usize,
    steps: Vec<String>,
    /// Its values have something inside that is not looked at as columns of its own: they are lists, most likely.
    is_nested: bool,
    /// What stands over it in the rows above that of the headings, the nearest first.
    over: Vec<String>,
    /// Its letters and digits, and those of it without what stands in brackets behind it.
    letters: Letters,
    bare: Letters,
    /// The name with `{n}` instead of a number in it, and the number.
    numbered: Option<(String, u32)>,
    is_for: Option<Proposal>,
}

/// What a column is proposed for.
#[derive(Debug, Clone, PartialEq)]
enum Proposal {
    /// The rows are those of another table too, and it is read there.
    Elsewhere,
    /// It is of another table, which stands beside this one in the same rows.
    Beside,
    /// It is a case: the fields stand in the rows.
    Turned,
    Id,
    Carry,
    /// What joins the table to the cases.
    Key,
    /// A place of the plan, or of an entry of a list.
    Place(Found),
    /// One of several numbered columns; their list is proposed once.
    Numbered,
    /// It says which list a row is an entry of, by its kind, or by whether it was or is planned.
    Kind,
    Time,
    /// Something that no plan holds, and that is not shown either.
    Personal,
}

#[derive(Debug, Clone, PartialEq)]
struct Found {
    place: String,
    title: Wording,
    is_sure: bool,
    /// How many values of the sample could not be read there.
    refused: usize,
    /// The form of its days, where that is not the usual one.
    dates: Option<String>,
    /// What stands between the values of a list in one cell.
    split: Option<&'static str>,
    /// It asks for a yes or a no, and nothing but ticks stands there: a blank cell may be a no.
    has_ticks: bool,
    /// What each code of the source means, where a table says it.
    codes: Vec<(String, String)>,
}

impl Found {
    /// What is no more than a guess, and can be read as it stands.
    fn guessed(place: String, title: Wording) -> Self {
        Self { place, title, is_sure: false, refused: 0, dates: None, split: None, has_ticks: false, codes: Vec::new() }
    }
}

/// What the entries of a list come from.
#[derive(Clone, PartialEq)]
enum From {
    Numbered,
    /// Another table, by its place among them.
    Table(usize),
    /// A nested list, by its pointer.
    Nested(String),
}

/// A list, and what its entries come from.
struct List {
    place: String,
    title: Wording,
    is_sure: bool,
    from: From,
    /// What tells the rows that are entries of it.
    conditions: Vec<Condition>,
    /// How many rows of the sample have words in a column that are not known, and so are in no list.
    others: Vec<(String, usize)>,
    /// What gives each field of an entry; without a place, the entry itself.
    fields: Vec<(String, String, Found)>,
}

/// What tells the rows that are entries of a list: the words that a column has.
#[derive(Clone)]
struct Condition {
    column: String,
    is: Vec<String>,
}

/// Proposes a mapping. The first table is that of the cases.
#[must_use]
pub fn draft(tables: Vec<Table>, lang: Lang) -> MappingDraft {
    let mut tables: Vec<Read> = tables.into_iter().map(Read::of).collect();
    let mut lists = Vec::new();
    let (mut id, mut skips_notes, mut repeated, mut answers) = (None, false, None, None);
    let mut nothing: Vec<&str> = tables.iter().flat_map(Read::words_for_nothing).collect();
    nothing.sort_unstable();
    nothing.dedup();
    let conversion = Conversion::with_nothing(&nothing);
    let is_turned = tables.first_mut().is_some_and(Read::take_turned);
    if let Some((cases, others)) = tables.split_first_mut().filter(|_| !is_turned) {
        cases.leave_out_beside();
        cases.fill(true);
        id = cases.take_id(others);
        answers = if id.is_none() { cases.answers(&conversion) } else { None };
        id = id.or_else(|| answers.as_ref().map(|answers| answers.key.clone()));
        repeated = if answers.is_none() { cases.repeated(&conversion) } else { None };
        if let Some(rows) = &mut repeated {
            id = rows
                .columns
                .iter()
                .find(|column| column.is_for == Some(Proposal::Id))
                .map(|column| column.name.clone());
            let list = rows.as_list(id.as_deref(), &HashSet::new(), others.len(), &conversion);
            lists.extend(list.into_iter().flat_map(|list| rows.split(list, &conversion)));
            if lists.is_empty() {
                cases
                    .columns
                    .iter_mut()
                    .filter(|column| column.is_for == Some(Proposal::Elsewhere))
                    .for_each(|column| column.is_for = None);
            }
        }
        cases.take_persons();
        cases.take_groups();
        skips_notes = cases.read_on(id.as_deref());
        lists.extend(numbered(cases, &conversion));
        lists.extend(cases.nested(&conversion));
        cases.take_places(places::outside_lists(), "", &conversion);
        cases.doubt_days();
        cases.take_legend(others, &conversion);
        cases.take_case_type(&conversion);
        let column = id.as_ref().and_then(|id| cases.columns.iter().position(|column| column.name == *id));
        let ids: HashSet<String> =
            column.into_iter().flat_map(|id| cases.filled(id)).map(|(_, text)| unpadded(&text).to_owned()).collect();
        for (index, table) in others.iter_mut().enumerate() {
            if cases.is_of_same(table) {
                table.holds_other_cases = true;
                continue;
            }
            if table.take_turned() {
                continue;
            }
            table.leave_out_beside();
            table.fill(false);
            if let Some(list) = table.as_list(id.as_deref(), &ids, index, &conversion) {
                lists.extend(table.split(list, &conversion));
            }
        }
    }
    let is_once = repeated.is_some() || answers.is_some();
    let is_used = |(place, table): &(usize, &mut Read)| {
        *place == 0 || table.columns.iter().any(|column| column.is_for == Some(Proposal::Key))
    };
    let unreadable: Vec<(usize, SourceError)> = tables
        .iter_mut()
        .enumerate()
        .filter(is_used)
        .flat_map(|(place, table)| std::mem::take(&mut table.unreadable).into_iter().map(move |error| (place, error)))
        .collect();
    // The other sheets of the workbook of the cases stand in no other file.
    let is_alike =
        |cases: &Read, table: &Read| table.file.is_none() && aliases::are_alike(&cases.headings(), &table.headings());
    // As long as no sheet is named, a run says that another of the same headings is not read.
    let is_one_of_several = tables.iter().skip(1).any(|table| table.file.is_none())
        && tables.split_first().is_some_and(|(cases, others)| !others.iter().any(|table| is_alike(cases, table)));
    tables.extend(repeated.filter(|_| lists.iter().any(|list| list.from == From::Table(tables.len() - 1))));
    let toml = write::write(
        &tables,
        &lists,
        &write::Head {
            id: id.as_deref(),
            is_once,
            answers: answers.as_ref(),
            skips_notes,
            nothing: &nothing,
            unreadable: &unreadable,
            is_one_of_several,
        },
        lang,
    );
    let of_cases = tables.iter().take(1).flat_map(|cases| &cases.columns);
    let places = of_cases.filter(|column| matches!(column.is_for, Some(Proposal::Place(_)))).count();
    let proposed = places + lists.len() + answers.as_ref().map_or(0, |answers| answers.found.len());
    let mapping = Mapping::read(toml.as_bytes());
    MappingDraft { toml, mapping, unreadable, proposed }
}
