//! A proposal for a mapping, from the headings of a source and a look at its first rows.

mod answers;
mod kinds;
mod letters;
mod places;
mod ruled_out;
mod write;

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap, HashSet};

use std::sync::Arc;

use rehabplan::Lang;
use rehabplan::plan::FieldKind;
use rehabplan::pointer;
use rehabplan::text::Wording;
use serde_json::Value as Json;

use crate::aliases;
use crate::convert::{Conversion, Converted};
use crate::dates;
use crate::ids::Form;
use crate::inside::Inside;
use crate::kinds::is_called_so;
use crate::mapping::{Mapping, MappingError, SAGSTYPE, SourceKind};
use crate::names::{normal, normals, shown, unnumbered};
use crate::nothing;
use crate::people::{self, is_of_other};
use crate::record::{Field, Record as _};
use crate::source::{self, Opened, Row, Rows, SourceError, SourceFault};
use crate::sums;
use crate::twice::is_twice;
use crate::value::Value;
use crate::wholes::is_whole;

use letters::Letters;
use places::{Name, NamedPlace, likeness};

/// How many rows are looked at.
const SAMPLE: usize = 200;

/// What the rows of the cases are called as a table.
const REPEATED: &str = "raekker";

/// How many columns are compared with names that are only like theirs, and how many names with a number in them: nobody goes
/// through more.
const COMPARED: usize = 1_000;
const BASES: usize = 100;

/// What columns are called that say what a citizen gets or is granted, by the same words as the types of cases.
const GRANTED: [&str; 5] = ["ydelse", "forsoerg", "indstil", "afgoer", "bevil"];

/// What the field of an earlier measure holds that a planned one cannot have.
const EXPERIENCES: [&str; 2] = ["/kommunensErfaring", "/borgerensErfaring"];

/// What lists of measures are called, whether they are planned or were taken before.
const MEASURES: [&str; 6] = ["Indsats", "Indsatser", "Aktivitet", "Aktiviteter", "Foranstaltninger", "Tilbud"];

/// How far into values that have something inside names are looked for.
const DEPTH: usize = 4;

/// How many rows that cannot be read are told, of those that are looked at first and of the others.
const TOLD: usize = 20;

/// How alike two names are at least, for one to be proposed for the other.
const LIKE: f64 = 0.72;

/// How alike a name is to one that it is cut short for: no guess is better, and it is one.
const ABBREVIATED: f64 = 0.95;
/// And how alike one is that has words cut short which all names have.
const NEARLY: f64 = 0.94;

/// A way that is that of the place itself goes before all that is like it, and so does one that ends as that does, as a guess.
const OWN: f64 = 2.0;
const PARENTS: f64 = 1.5;
/// How alike they are to be sure.
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
pub struct Draft {
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
    /// What joins it to the cases is told by its values, and not by its name.
    is_key_a_guess: bool,
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
    fields: Vec<(String, String, Found)>,
}

/// What tells the rows that are entries of a list.
#[derive(Clone)]
enum Condition {
    /// Something stands in a column; others are a case alone.
    Filled(String),
    /// A column holds one of these.
    Is(String, Vec<String>),
}

/// Proposes a mapping. The first table is that of the cases.
#[must_use]
pub fn draft(tables: Vec<Table>, lang: Lang) -> Draft {
    let mut tables: Vec<Read> = tables.into_iter().map(Read::of).collect();
    let mut lists = Vec::new();
    let (mut id, mut skips_notes, mut repeated, mut answers) = (None, false, None, None);
    let mut nothing: Vec<&str> = tables.iter().flat_map(Read::words_for_nothing).collect();
    nothing.sort_unstable();
    nothing.dedup();
    let conversion = Conversion::with_nothing(&nothing);
    if let Some((cases, others)) = tables.split_first_mut() {
        cases.fill(true);
        id = cases.take_id();
        answers = if id.is_none() { cases.answers(&conversion) } else { None };
        id = id.or_else(|| answers.as_ref().map(|answers| answers.key.clone()));
        repeated = if answers.is_none() { cases.repeated() } else { None };
        if let Some(rows) = &mut repeated {
            id = rows
                .columns
                .iter()
                .find(|column| column.is_for == Some(Proposal::Id))
                .map(|column| column.name.clone());
            let list = rows.as_list(id.as_deref(), &HashSet::new(), others.len(), &conversion);
            let list = list.into_iter().flat_map(|list| rows.split(list, &conversion));
            lists.extend(list.map(|mut list| {
                let filled = list.fields.first().map(|(_, column, _)| Condition::Filled(column.clone()));
                if list.conditions.is_empty() {
                    list.conditions.extend(filled);
                }
                list
            }));
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
        cases.take_case_type(&conversion);
        let column = id.as_ref().and_then(|id| cases.columns.iter().position(|column| column.name == *id));
        let ids: HashSet<String> =
            column.into_iter().flat_map(|id| cases.filled(id)).map(|(_, text)| unpadded(&text).to_owned()).collect();
        for (index, table) in others.iter_mut().enumerate() {
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
    let is_alike = |cases: &Read, table: &Read| {
        let names = |table: &Read| table.fields.iter().map(|field| field.name.clone()).collect::<Vec<_>>();
        table.file.is_none() && names(cases) == names(table)
    };
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
    Draft { toml, mapping, unreadable, proposed }
}

impl Read {
    fn of(table: Table) -> Self {
        let Table { name, file, opened } = table;
        let mut rest = opened.rows;
        let mut unreadable = Vec::new();
        let rows = readable(rest.by_ref().take(SAMPLE), &mut unreadable).collect();
        let mut read =
            Self { file, sheet: opened.found.sheet, rest, unreadable, ..Self::new(name, &opened.fields, rows) };
        for column in &mut read.columns {
            column.stand_under(opened.found.groups.get(column.cell).map_or(&[], Vec::as_slice));
        }
        if opened.found.kind == SourceKind::Json { read.wrapped().unwrap_or(read) } else { read }
    }

    /// The list of cases that a document of one object holds further in: the one of which more is recognised than of the
    /// object itself.
    fn wrapped(&self) -> Option<Self> {
        let [whole] = self.rows.as_slice() else { return None };
        let mut lists = Vec::new();
        for column in self.columns.iter().filter(|column| column.is_nested) {
            if let Value::Nested(json) = whole.value(column.cell).at(&column.steps)
                && let Json::Array(entries) = json.as_ref()
            {
                let objects: Vec<Json> = entries.iter().filter(|entry| entry.is_object()).cloned().collect();
                lists.extend(column.shown().map(|_| (column.pointer(), objects)));
            }
        }
        let own = Self::new(String::new(), &self.fields, self.rows.clone()).recognised();
        let of = |(at, objects): (String, Vec<Json>)| {
            let (fields, rows) = table_of(&objects);
            let (is_all, sample) = (rows.len() <= SAMPLE, rows.iter().take(SAMPLE).cloned().collect::<Vec<_>>());
            let score = Self::new(String::new(), &fields, sample.clone()).recognised();
            let rest: Rows =
                if is_all { Box::new(std::iter::empty()) } else { Box::new(rows.into_iter().skip(SAMPLE).map(Ok)) };
            let read =
                Self { file: self.file.clone(), at: Some(at), rest, ..Self::new(self.name.clone(), &fields, sample) };
            (score > own).then_some((score, read))
        };
        let mut lists: Vec<(usize, Self)> = lists.into_iter().filter_map(of).collect();
        // The first of those of which most is recognised.
        lists.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        let mut lists = lists.into_iter().map(|(_, read)| read);
        let mut found = lists.next()?;
        let names = |read: &Self| read.fields.iter().map(|field| field.name.to_string()).collect::<BTreeSet<_>>();
        let own = names(&found);
        let are_alike = |other: &BTreeSet<String>| own.intersection(other).count() * 2 > own.len().max(other.len());
        let others = lists.filter(|other| are_alike(&names(other)));
        found.unreadable.extend(others.map(|other| SourceFault::OtherList(other.at).into()));
        Some(found)
    }

    /// How many of the columns are known.
    fn recognised(mut self) -> usize {
        let has_id = usize::from(self.take_id().is_some());
        has_id + self.take_places(places::outside_lists(), "", &Conversion::default()).len()
    }

    fn new(name: String, fields: &[Field], rows: Vec<Row>) -> Self {
        let is_encoded_twice = fields.iter().any(|field| is_twice(field.name.as_bytes()))
            || rows.iter().any(|row| {
                (0..fields.len()).any(|place| row.value(place).text().is_some_and(|text| is_twice(text.as_bytes())))
            });
        let mut columns = Vec::new();
        for (cell, field) in fields.iter().enumerate() {
            let values: Vec<Value<'_>> = rows.iter().map(|row| row.value(cell).opened()).collect();
            let others = values.iter().filter(|value| !value.is_nothing() && inside(value).is_none()).count();
            let values: Vec<&Json> = values.iter().filter_map(inside).collect();
            Column {
                name: field.name.to_string(),
                cell,
                steps: Vec::new(),
                over: Vec::new(),
                is_nested: are_lists(&values),
                letters: Letters::of(unnumbered(&field.name)),
                bare: Letters::of(plain(unnumbered(&field.name))),
                numbered: number(&field.name),
                is_for: None,
            }
            .opened(&values, others, &mut columns);
        }
        let rest = Box::new(std::iter::empty());
        let fields = fields.to_vec();
        let unreadable = Vec::new();
        Self {
            name,
            file: None,
            sheet: None,
            at: None,
            fill: None,
            fields,
            columns,
            rows,
            rest,
            unreadable,
            is_encoded_twice,
            left_inside: Vec::new(),
            is_key_a_guess: false,
            has_unknown_kinds: false,
        }
    }

    /// What stands in a row, by the place of a column among those that are looked at.
    fn value<'r>(&self, row: &'r Row, column: usize) -> Value<'r> {
        self.columns.get(column).map_or(Value::Nothing, |column| row.value(column.cell).at(&column.steps))
    }

    /// Takes the id of a case for that of the rows below it which have none, where they are rows of that case: what every row with an
    /// id has beside it, and what tells the cases apart, is blank in all of them or comes again. Rows of another table have nothing
    /// else of a case.
    fn fill(&mut self, is_cases: bool) {
        let Some(id) = best_named(&self.columns, aliases::IDS) else { return };
        let Some(Column { cell, steps, name, .. }) = self.columns.get(id) else { return };
        let (cell, is_further_in, name) = (*cell, !steps.is_empty(), name.clone());
        let is_blank = |row: &&Row, place: usize| self.value(row, place).is_nothing();
        // Sums and notes may end the table.
        let is_sum = |row: &&Row| is_blank(row, id) && self.is_no_case(row, sums::Id::Blank);
        let sums = self.rows.iter().rev().take_while(is_sum).count();
        let rows = || self.rows.iter().take(self.rows.len() - sums);
        let (without, with): (Vec<&Row>, Vec<&Row>) = rows().partition(|row| is_blank(row, id));
        let is_of_case = |place: usize| {
            let (mut above, mut comes_again) = (Value::Nothing, false);
            let is_so = rows().all(|row| {
                let value = self.value(row, place);
                if !is_blank(&row, id) {
                    above = value;
                    return !above.is_nothing();
                }
                comes_again |= !value.is_nothing();
                value.is_nothing() || value == above
            });
            is_so && (!comes_again || self.tells_apart(&with, place))
        };
        let others = || (0..self.columns.len()).filter(|place| *place != id);
        let is_filled = others().any(|place| without.iter().all(|row| !is_blank(row, place)));
        let begins = rows().next().is_some_and(|row| !is_blank(&row, id));
        // Where an id comes again, it does not stand in the first of its rows alone, and a row without one is of nobody's case.
        if is_further_in || !begins || without.is_empty() || !self.is_unique(id) {
            return;
        }
        if is_filled && (!is_cases || others().any(is_of_case)) {
            let (rows, rest) =
                (std::mem::take(&mut self.rows), std::mem::replace(&mut self.rest, Box::new(std::iter::empty())));
            let count = rows.len();
            let mut rows = source::filled(Box::new(rows.into_iter().map(Ok).chain(rest)), vec![cell], false);
            self.rows = rows.by_ref().take(count).filter_map(Result::ok).collect();
            (self.rest, self.fill) = (rows, Some(name));
        }
    }

    /// Whether most of some rows have something of their own in a column.
    fn tells_apart(&self, rows: &[&Row], column: usize) -> bool {
        let text = |row: &&Row| self.value(row, column).text().map(Cow::into_owned);
        let texts: HashSet<String> = rows.iter().filter_map(text).collect();
        rows.len() > 1 && texts.len() * 2 > rows.len()
    }

    /// The column by which the cases are known.
    fn take_id(&mut self) -> Option<String> {
        let best = best_named(&self.columns, aliases::IDS)
            .filter(|place| self.is_unique(*place) && !self.tells_who(*place))?;
        let column = self.columns.get_mut(best)?;
        column.is_for = Some(Proposal::Id);
        Some(column.name.clone())
    }

    /// What a column has in the rows where something stands there.
    fn filled(&self, column: usize) -> impl Iterator<Item = (&Row, String)> {
        let text = move |row| self.value(row, column).text().map(|text| text.trim().to_owned());
        self.rows.iter().filter_map(move |row| Some((row, text(row).filter(|text| !text.is_empty())?)))
    }

    fn is_unique(&self, column: usize) -> bool {
        let mut known = HashSet::new();
        self.filled(column).all(|(_, text)| known.insert(text))
    }

    /// The column that is called as an id is and was not taken for one, and whether it tells persons; otherwise its values come
    /// again in rows that are no more alike.
    fn no_id(&self) -> Option<(&Column, bool)> {
        let column = best_named(&self.columns, aliases::IDS)?;
        Some((self.columns.get(column)?, self.tells_who(column)))
    }

    /// How many rows have nothing where the others have their id.
    fn without_id(&self) -> usize {
        let id = self.columns.iter().position(|column| column.is_for == Some(Proposal::Id));
        id.map_or(0, |id| self.rows.len() - self.filled(id).count())
    }

    /// Where each case has several rows, as in an export with one for each measure: the same rows as a table of their own, with
    /// the columns in which those of a case are not the same.
    fn repeated(&mut self) -> Option<Self> {
        let id = best_named(&self.columns, aliases::IDS)?;
        if self.is_unique(id) || self.tells_who(id) {
            return None;
        }
        let mut first: HashMap<String, &Row> = HashMap::new();
        let mut differs = vec![false; self.columns.len()];
        for (row, key) in self.filled(id) {
            let first = *first.entry(key).or_insert(row);
            for (place, differs) in differs.iter_mut().enumerate() {
                let value = self.value(row, place);
                // Where the id stands on the first row alone, so does what is the same for all of them.
                *differs |= value != self.value(first, place) && !(self.fill.is_some() && value.is_nothing());
            }
        }
        self.with_their_list(id, &mut differs);
        let others: Vec<&Column> =
            self.columns.iter().zip(&differs).filter(|(_, differs)| **differs).map(|(column, _)| column).collect();
        // Where most of a case is not the same, the rows are its own, or its number is none.
        if others.is_empty() || others.len() * 2 > self.columns.len() && !are_of_a_list(&others) {
            return None;
        }
        let mut columns = self.columns.clone();
        for (place, (own, other)) in self.columns.iter_mut().zip(&mut columns).enumerate() {
            let is_other = differs.get(place).copied().unwrap_or_default();
            own.is_for = is_other.then_some(Proposal::Elsewhere);
            other.is_for = (!is_other).then_some(Proposal::Elsewhere);
            if place == id {
                (own.is_for, other.is_for) = (Some(Proposal::Id), Some(Proposal::Id));
            }
        }
        let rows = self.rows.clone();
        let name = REPEATED.to_owned();
        let (file, sheet, rest) = (None, self.sheet.clone(), Box::new(std::iter::empty()));
        let (fields, at) = (self.fields.clone(), self.at.clone());
        let unreadable = Vec::new();
        Some(Self {
            name,
            file,
            sheet,
            at,
            fill: self.fill.clone(),
            fields,
            columns,
            rows,
            rest,
            unreadable,
            is_encoded_twice: false,
            left_inside: Vec::new(),
            is_key_a_guess: false,
            has_unknown_kinds: false,
        })
    }

    /// Says of the columns that are called as fields of the list that others are of that they differ too: what is blank below the first
    /// row of a case may be blank there by chance, and what is the same in all of them too, where it is nothing else in a plan.
    fn with_their_list(&self, id: usize, differs: &mut [bool]) {
        let of_list = |list: &places::ListPlace, column: &Column| {
            places::most_alike(list.fields.iter().flat_map(|field| &field.names), &column.letters) >= SURE
        };
        let count = |list: &&places::ListPlace| {
            let differing = self.columns.iter().zip(differs.iter()).filter(|(_, differs)| **differs);
            differing.filter(|(column, _)| of_list(list, column)).count()
        };
        let least = if self.fill.is_some() { 2 } else { 1 };
        // Of lists that have as many of those, the one that has most of all.
        let all = |list: &places::ListPlace| self.columns.iter().filter(|column| of_list(list, column)).count();
        let best = places::lists().iter().max_by_key(|list| (count(list), all(list)));
        let Some(list) = best.filter(|list| count(list) >= least) else { return };
        let is_else = |column: &Column| {
            places::outside_lists().iter().any(|place| places::most_alike(&place.names, &column.letters) >= SURE)
        };
        for (place, (column, differs)) in self.columns.iter().zip(differs).enumerate() {
            *differs |= place != id && of_list(list, column) && (self.fill.is_some() || !is_else(column));
        }
    }

    /// Whether a column holds numbers by which persons are known.
    fn tells_who(&self, column: usize) -> bool {
        let is_number = |text: &str| {
            let digits: String = text.chars().filter(|letter| !matches!(letter, '-' | ' ')).collect();
            let is_day = |day: Option<&str>| day.is_some_and(|day| ("01"..="31").contains(&day));
            let is_month = |month: Option<&str>| month.is_some_and(|month| ("01"..="12").contains(&month));
            let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.len() == 10 && are_digits && is_day(digits.get(..2)) && is_month(digits.get(2..4))
        };
        let mut texts =
            self.rows.iter().filter_map(|row| self.value(row, column).text().map(|text| is_number(text.trim())));
        texts.next().is_some_and(|first| first && texts.all(|is_number| is_number))
    }

    /// Whether a row looks as if it were no case. A day says that it is one.
    fn is_no_case(&self, row: &Row, id: sums::Id) -> bool {
        let is_day = |value: Value<'_>| match value {
            Value::Date(_) => true,
            Value::Text(text) => text.contains(['-', '.', '/']) && dates::read(&text, None).is_some(),
            _ => false,
        };
        sums::is_no_case(row, &self.fields, id, |_| (0..self.fields.len()).any(|cell| is_day(row.value(cell))))
    }

    /// Reads the rest of the source, takes the rows that are no cases away from those that are looked at, and says whether there are
    /// any.
    fn read_on(&mut self, id: Option<&str>) -> bool {
        let mut rest: Rows = std::mem::replace(&mut self.rest, Box::new(std::iter::empty()));
        let id = id.and_then(|id| self.columns.iter().position(|column| column.name == id));
        let mut form = Form::UNKNOWN;
        id.into_iter().for_each(|id| self.filled(id).for_each(|(_, text)| form.add(&text)));
        let is_none = |row: &Row| {
            let text = id.map(|id| self.value(row, id).text().map(|text| text.trim().to_owned()).unwrap_or_default());
            let id = match &text {
                None => sums::Id::Unknown,
                Some(text) if text.is_empty() => sums::Id::Blank,
                Some(text) if form.has(text) => sums::Id::Is,
                Some(_) => sums::Id::Odd,
            };
            self.is_no_case(row, id)
        };
        let mut unreadable = Vec::new();
        let none: Vec<bool> = self.rows.iter().map(is_none).collect();
        let beyond = readable(&mut rest, &mut unreadable).filter(is_none).count();
        self.unreadable.extend(unreadable);
        let before = self.rows.len();
        let mut none = none.into_iter();
        self.rows.retain(|_| !none.next().unwrap_or_default());
        beyond > 0 || self.rows.len() < before
    }

    /// The words for nothing that stand in cells.
    fn words_for_nothing(&self) -> impl Iterator<Item = &'static str> {
        let cells = self.rows.iter().flat_map(|row| (0..self.columns.len()).map(|place| self.value(row, place)));
        cells.filter_map(|value| if let Value::Text(text) = value { nothing::word(&text) } else { None })
    }

    fn take_persons(&mut self) {
        let personal = normals(aliases::PERSONAL.iter().copied());
        let columns = self.columns.iter_mut().filter(|column| column.is_for.is_none());
        columns.filter(|column| personal.contains(&*column.letters)).for_each(|column| {
            column.is_for = Some(Proposal::Personal);
        });
    }

    /// What goes along untouched stands beside the cases.
    fn take_groups(&mut self) {
        let groups = normals(aliases::GROUPS.iter().copied());
        let columns = self.columns.iter_mut().filter(|column| column.is_for.is_none() && column.steps.is_empty());
        columns.filter(|column| groups.contains(&*column.letters)).for_each(|column| {
            column.is_for = Some(Proposal::Carry);
        });
    }

    /// Gives each place the column that is most like it, the surest first.
    fn take_places(&mut self, places: &[NamedPlace], list: &str, conversion: &Conversion) -> Vec<(usize, Found)> {
        let mut pairs = Vec::new();
        let has_doctor = self.has_doctor();
        let is_free = |column: &Column| column.is_for.is_none() && !column.is_nested;
        for (index, column) in self.columns.iter().enumerate().filter(|(_, column)| is_free(column)) {
            // What several parts have is like a name of each, and what asks for several things is like that of each of them:
            // neither says which.
            let name = column.own_name();
            let least = match places::is_shared(name) || places::is_anybodys(name) || list.is_empty() && is_whole(name)
            {
                true => SURE,
                false => LIKE,
            };
            let part = column.part().filter(|_| list.is_empty());
            // A part with days in it is the day of that part.
            let dated = self.day_of_part(column, index, conversion).filter(|_| list.is_empty());
            let least = if dated.is_some() { LIKE } else { least };
            let is_of_other = is_of_other(&column.name);
            let has_way = !column.steps.is_empty() || !column.over.is_empty();
            let is_cut_short = unnumbered(column.own_name()).contains('.');
            for (order, place) in places.iter().enumerate() {
                // What the way to a value says of its part counts for more than its name.
                if part.is_some_and(|part| place.pointer.split('/').nth(1) != Some(part)) {
                    continue;
                }
                let like = |own: &Letters| match index < COMPARED {
                    true => {
                        let like = |Name { written, letters }: &Name| match letters.like(own) {
                            // What is cut short may be short for something else.
                            same if same >= SURE && is_cut_short && !written.contains('.') => NEARLY,
                            same if same >= SURE => same,
                            _ if places::is_short_for(column.own_name(), written) => ABBREVIATED,
                            unlike if unlike < LIKE => 0.0,
                            _ if !places::are_words_of(column.own_name(), written) => 0.0,
                            // What both have on their way is no likeness of the two.
                            _ if has_way && !places::has_in_it(written, column.own_name()) => 0.0,
                            like => like,
                        };
                        place.names.iter().map(like).fold(0.0, f64::max)
                    }
                    false if place.names.iter().any(|name| *name.letters == **own) => 1.0,
                    false => 0.0,
                };
                // What stands in brackets is a unit, or tells it from another; what stands around it is a part of its name.
                let is_alone = column.steps.is_empty() && part.is_none();
                let most = if is_alone { SURE - 0.01 } else { 1.0 };
                let whole = like(&column.letters);
                // The wishes of relatives are none of the citizen's.
                if is_of_other && whole < SURE && !people::are_at(&place.pointer) {
                    continue;
                }
                let is_doctors = list.is_empty() && part.is_none() && ruled_out::is_doctors(column, &place.pointer);
                if whole < SURE && ruled_out::is_of_another(&column.name, &place.pointer) || is_doctors && !has_doctor {
                    continue;
                }
                let like = whole.max(like(dated.as_ref().unwrap_or(&column.bare)).min(most));
                let like = match same_end(&column.name, &place.pointer) {
                    _ if !list.is_empty() || column.steps.is_empty() => like,
                    usize::MAX => OWN,
                    2.. => PARENTS,
                    _ => like,
                };
                if like >= least {
                    pairs.push((like, order, index));
                }
            }
        }
        pairs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
        let mut taken = Vec::new();
        for (like, order, index) in pairs {
            let Some(place) = places.get(order) else { continue };
            // What stands beside others is of the same part as they are.
            if like < SURE && self.is_apart(index, &place.pointer, &taken) {
                continue;
            }
            let is_free = self.columns.get(index).is_some_and(|column| column.is_for.is_none());
            if !is_free || taken.iter().any(|(_, found): &(usize, Found)| found.place == place.pointer) {
                continue;
            }
            // Beside codes of the system's own may stand what they mean.
            if place.pointer == SAGSTYPE && self.is_told_elsewhere(index, place, conversion) {
                continue;
            }
            let dates = matches!(place.kind, FieldKind::Date).then(|| self.odd_form(index)).flatten();
            let own = dates.as_ref().map(|form| conversion.with_dates(form));
            let conversion = own.as_ref().unwrap_or(conversion);
            let at = format!("{list}{}", place.pointer);
            let (split, (read, refused)) = match place.is_list {
                true => self.try_split(index, &format!("{at}/*"), place.kind, conversion),
                false => (None, self.try_out(index, &at, place.kind, conversion)),
            };
            // What holds something else is another thing. The type of case may be in codes of the system's own.
            let is_other = match place.kind {
                FieldKind::Text if place.is_list => like < SURE,
                FieldKind::Text => like < SURE && self.is_no_text(index, conversion),
                _ => refused > 0 && (read == 0 || refused > read && like < SURE),
            };
            let is_id = || best_named(self.columns.get(index..=index).unwrap_or_default(), aliases::IDS).is_some();
            if is_other && (place.pointer != SAGSTYPE || is_id()) {
                continue;
            }
            let is_like = (SURE..PARENTS).contains(&like) || like >= OWN;
            let is_in_doubt = list.is_empty()
                && self.columns.get(index).is_some_and(|column| {
                    column.is_under_another()
                        || column.part().is_none() && ruled_out::is_doctors(column, &place.pointer)
                });
            let is_sure = is_like && refused == 0 && dates.is_none() && !is_in_doubt;
            let found = Found { place: place.pointer.clone(), title: place.title, is_sure, refused, dates, split };
            if let Some(column) = self.columns.get_mut(index) {
                column.is_for = Some(Proposal::Place(found.clone()));
            }
            taken.push((index, found));
        }
        taken
    }

    /// What a column is called as a day, where it is called as a part of the plan alone and all that stands in it are days.
    fn day_of_part(&self, column: &Column, index: usize, conversion: &Conversion) -> Option<Letters> {
        places::part_named(column.own_name(), SURE).filter(|_| column.steps.is_empty())?;
        let tried = self.try_out(index, pointer!(moede.dato), FieldKind::Date, conversion);
        matches!(tried, (1.., 0)).then(|| Letters::of(&format!("{} Dato", column.own_name())))
    }

    /// Whether none of what stands in a column is a type of case, and all of what stands in another free one is.
    fn is_told_elsewhere(&self, index: usize, place: &NamedPlace, conversion: &Conversion) -> bool {
        let read = |column: usize| self.try_out(column, SAGSTYPE, place.kind, conversion);
        let is_free = |column: &usize| {
            *column != index
                && self.columns.get(*column).is_some_and(|own| {
                    own.is_for.is_none() && !own.is_nested && !GRANTED.iter().any(|word| own.letters.contains(word))
                })
        };
        matches!(read(index), (0, 1..))
            && (0..self.columns.len()).filter(is_free).any(|column| matches!(read(column), (1.., 0)))
    }

    /// Whether a column stands in an object beside others that all have places in one object of the plan, and would be in another.
    fn is_apart(&self, index: usize, place: &str, taken: &[(usize, Found)]) -> bool {
        let way =
            |index: usize| self.columns.get(index).and_then(|column| Some((column.cell, column.steps.split_last()?.1)));
        let object = |place: &str| place.rsplit_once('/').map(|(object, _)| object.to_owned()).unwrap_or_default();
        let beside = |(other, _): &&(usize, Found)| way(index).is_some() && way(*other) == way(index);
        let mut objects = taken.iter().filter(beside).map(|(_, found)| object(&found.place));
        let Some(first) = objects.next() else { return false };
        first.matches('/').count() > 1 && object(place) != first && objects.all(|other| other == first)
    }

    /// A day of which nothing says that it is of the whole course may be one of a measure, or of anything else.
    fn doubt_days(&mut self) {
        const DAYS: [&str; 2] = [pointer!(forloeb.startdato), pointer!(forloeb.slutdato)];
        const OF_COURSE: [&str; 2] = ["forloeb", "indsatsdel"];
        let is_of = |column: &Column, words: &[&str]| words.iter().any(|word| column.letters.contains(&*normal(word)));
        for column in self.columns.iter_mut().filter(|column| !is_of(column, &OF_COURSE)) {
            if let Some(Proposal::Place(found)) = &mut column.is_for {
                found.is_sure &= !DAYS.contains(&found.place.as_str());
            }
        }
    }

    /// The form of the days in a column, where more of them have the month first, or a year of two digits, than the day.
    fn odd_form(&self, column: usize) -> Option<String> {
        let mut inside = Inside::default();
        let texts = || self.rows.iter().filter_map(|row| self.value(row, column).text().map(Cow::into_owned));
        texts().for_each(|text| inside.add_text(&text));
        if inside.years(&[]) == Some(dates::Years::First) {
            return texts().find_map(|text| dates::form_with_year_first(&text));
        }
        inside.are_months_first(&[]).then(|| texts().find_map(|text| dates::form_with_month_first(&text)))?
    }

    /// Whether most of what stands in a column is a number, a day, a yes or a no, or a code.
    fn is_no_text(&self, column: usize, conversion: &Conversion) -> bool {
        let (mut texts, mut others) = (0_usize, 0_usize);
        for row in &self.rows {
            let value = self.value(row, column);
            let is = |kind| conversion.write(&value, kind, &mut Vec::new()) == Converted::Done;
            match conversion.is_nothing(&value) {
                true => {}
                false if is(FieldKind::Number) || is(FieldKind::Date) || is(FieldKind::Boolean) => others += 1,
                false if value.text().is_some_and(|text| is_code(&text)) => others += 1,
                false => texts += 1,
            }
        }
        others > texts
    }

    /// How many values of a column could be read at a place, and how many could not.
    fn try_out(&self, column: usize, pointer: &str, kind: FieldKind, conversion: &Conversion) -> (usize, usize) {
        let (mut read, mut refused) = (0, 0);
        for row in &self.rows {
            let mut json = Vec::new();
            match conversion.write(&self.value(row, column), kind, &mut json) {
                Converted::Nothing => {}
                Converted::Done if crate::model::refuses(pointer, &json).is_none() => read += 1,
                _ => refused += 1,
            }
        }
        (read, refused)
    }

    /// Whether most of what stands in numbered columns cannot be read at a place.
    fn refuses(&self, base: &str, pointer: &str, kind: FieldKind, conversion: &Conversion) -> bool {
        let is_of_it = |column: &Column| column.numbered.as_ref().is_some_and(|(own, _)| own == base);
        let own = self.columns.iter().enumerate().filter(|(_, column)| is_of_it(column));
        let tried = own.map(|(place, _)| self.try_out(place, pointer, kind, conversion));
        let (read, refused) = tried.fold((0, 0), |(read, refused), (more, worse)| (read + more, refused + worse));
        refused > read
    }

    /// What most likely stands between the values of a list in one cell, and how many of them could be read so, and how many not.
    fn try_split(
        &self,
        column: usize,
        pointer: &str,
        kind: FieldKind,
        conversion: &Conversion,
    ) -> (Option<&'static str>, (usize, usize)) {
        const SIGNS: [&str; 4] = [",", ";", "/", "\n"];
        /// Of one cell.
        const LOOKED_AT: usize = 20;
        let with = |sign: &'static str| {
            let (mut read, mut refused) = (0, 0);
            for row in &self.rows {
                let value = self.value(row, column);
                let text = value.text().filter(|_| !conversion.is_nothing(&value)).unwrap_or_default();
                for piece in text.split(sign).map(str::trim).filter(|piece| !piece.is_empty()).take(LOOKED_AT) {
                    let mut json = Vec::new();
                    match conversion.write(&Value::from(piece), kind, &mut json) {
                        Converted::Nothing => {}
                        Converted::Done if crate::model::refuses(pointer, &json).is_none() => read += 1,
                        _ => refused += 1,
                    }
                }
            }
            (Some(sign), (read, refused))
        };
        // The first of those that leave the least unread and find the most.
        let best = |(_, (read, refused)): &(Option<&str>, (usize, usize))| (std::cmp::Reverse(*refused), *read);
        SIGNS.into_iter().rev().map(with).max_by_key(best).unwrap_or_default()
    }

    /// The list that the rows of another table most likely are.
    fn as_list(
        &mut self,
        id: Option<&str>,
        ids: &HashSet<String>,
        index: usize,
        conversion: &Conversion,
    ) -> Option<List> {
        let key = id.and_then(|id| self.columns.iter().position(|column| likeness(&column.name, id) >= SURE));
        let key = key.or_else(|| best_named(&self.columns, aliases::IDS));
        // Another may have the ids, whatever it is called.
        let key = match key.filter(|key| ids.is_empty() || self.has_ids(*key, ids) != Some(0)) {
            Some(key) => key,
            None => {
                let held = self.with_ids(ids);
                self.is_key_a_guess = held.is_some();
                held.or(key)?
            }
        };
        if let Some(column) = self.columns.get_mut(key) {
            column.is_for = Some(Proposal::Key);
        }
        self.take_persons();
        self.list_of(From::Table(index), conversion)
    }

    /// How many of the values of a column are ids of the cases, whatever zeros stand before them; nothing, where it has no values.
    fn has_ids(&self, column: usize, ids: &HashSet<String>) -> Option<usize> {
        let texts: Vec<String> = self.filled(column).map(|(_, text)| text).collect();
        (!texts.is_empty()).then(|| texts.iter().filter(|text| ids.contains(unpadded(text))).count())
    }

    /// The only column of which nearly all values are ids of the cases, and not always the same.
    fn with_ids(&self, ids: &HashSet<String>) -> Option<usize> {
        let holds = |column: &usize| {
            let all: HashSet<String> = self.filled(*column).map(|(_, text)| text).collect();
            let held = all.iter().filter(|text| ids.contains(unpadded(text))).count();
            held > 1 && held * 10 >= all.len() * 9
        };
        let mut found = (0..self.columns.len()).filter(holds);
        found.next().filter(|_| found.next().is_none())
    }

    /// The list that the rows most likely are.
    fn list_of(&mut self, from: From, conversion: &Conversion) -> Option<List> {
        // Of whose columns more are recognised; the name of the table decides between lists that are alike.
        let own = Letters::of(&self.name);
        let columns = self.columns.iter().take(COMPARED).filter(|column| column.is_for.is_none());
        let columns: Vec<Letters> = columns.map(|column| Letters::of(&column.name)).collect();
        let score = |list: &places::ListPlace| {
            let fields = columns.iter().filter_map(|column| {
                let names = list.fields.iter().flat_map(|field| &field.names);
                Some(places::most_alike(names, column)).filter(|like| *like >= LIKE)
            });
            let named = places::most_alike(&list.names, &own);
            // Between lists that have a column for the same, the one that is called as a column is.
            let called = columns.iter().map(|column| places::most_alike(&list.names, column)).fold(0.0, f64::max);
            let score = fields.sum::<f64>() + 2.0 * if named >= LIKE { named } else { 0.0 };
            (score, called, named)
        };
        let lists = places::lists();
        let scored = lists.iter().map(|list| (score(list), list));
        // What is told of earlier measures is none of those that are planned.
        let is_earlier = || self.columns.iter().any(|column| kinds::is_of_earlier(column.own_name()));
        let is_told_earlier = kinds::is_of_earlier(&self.name) || is_earlier();
        let is_another = |list: &places::ListPlace| {
            kinds::is_earlier(&list.pointer) && !kinds::is_first(&list.pointer)
                || is_told_earlier && !kinds::is_earlier(&list.pointer)
        };
        let scored = scored.filter(|((.., named), list)| *named >= LIKE || !is_another(list));
        // What stands over the columns says of which part it is.
        let free = self.columns.iter().filter(|column| column.is_for.is_none() && !column.over.is_empty());
        let mut parts: Vec<&str> = free.filter_map(Column::part).collect();
        parts.sort_unstable();
        parts.dedup();
        let scored = scored.filter(|(_, list)| match parts.as_slice() {
            [part] => list.pointer.split('/').nth(1) == Some(*part),
            _ => true,
        });
        // What is said to be earlier or planned are measures of either kind, and none that are recommended.
        let time = self.time();
        let are_of_both = time.is_some_and(|(_, are_of_both)| are_of_both);
        let scored = scored.filter(|(_, list)| !are_of_both || kinds::are_measures(&list.pointer));
        let best = |((one, first, _), _): &((f64, f64, f64), _), ((other, second, _), _): &((f64, f64, f64), _)| {
            one.total_cmp(other).then(first.total_cmp(second))
        };
        let ((.., named), list) = scored.max_by(best)?;
        if let Some(column) = time.filter(|_| kinds::are_measures(&list.pointer)).map(|(column, _)| column)
            && let Some(column) = self.columns.get_mut(column)
        {
            column.is_for = Some(Proposal::Time);
        }
        self.take_kind(list);
        let fields = self.fields_of(list, conversion);
        if fields.is_empty() {
            return None;
        }
        // Measures that are told within a case may be earlier ones as well as those that are planned.
        let is_either = matches!(from, From::Nested(_)) && MEASURES.iter().any(|name| normal(name) == *own);
        let is_told = |column: &Column| column.is_for.is_none() && is_called_so(column.own_name());
        let is_of_kinds = kinds::is_earlier(&list.pointer) && self.columns.iter().any(is_told);
        let is_sure = named >= SURE && !is_either && !is_of_kinds;
        let (place, title) = (list.pointer.clone(), list.title);
        Some(List { place, title, is_sure, from, conditions: Vec::new(), others: Vec::new(), fields })
    }

    /// The columns of the fields of a list, as they are proposed.
    fn fields_of(&mut self, list: &places::ListPlace, conversion: &Conversion) -> Vec<(String, String, Found)> {
        let found = self.take_places(&list.fields, &format!("{}/*", list.pointer), conversion);
        let named = found
            .into_iter()
            .filter_map(|(column, found)| Some((found.place.clone(), self.columns.get(column)?.name.clone(), found)));
        named.collect()
    }

    /// The lists that the nested lists of the cases most likely are: one place is proposed once.
    fn nested(&mut self, conversion: &Conversion) -> Vec<List> {
        let mut lists: Vec<List> = Vec::new();
        for index in 0..self.columns.len() {
            let Some(column) = self.columns.get(index).filter(|column| column.is_nested && column.is_for.is_none())
            else {
                continue;
            };
            let pointer = column.pointer();
            let mut entries = self.entries(index);
            let list = entries.list_of(From::Nested(pointer), conversion);
            if let Some(list) = list.filter(|list| lists.iter().all(|known| known.place != list.place)) {
                let of_list = entries.split(list, conversion);
                let left =
                    entries.columns.iter().filter(|column| matches!(column.is_for, None | Some(Proposal::Personal)));
                let within = self.columns.get(index).and_then(Column::shown).unwrap_or_default();
                let shown = left.filter_map(|column| {
                    let name = column.name.trim_start_matches('/');
                    let is_kind = entries.has_unknown_kinds && is_called_so(column.own_name());
                    let is_shown = name.split('/').all(|step| shown(step).is_some());
                    is_shown.then(|| (format!("{within}: {}", column.name), is_kind))
                });
                self.left_inside.extend(shown);
                let is_taken = !of_list.is_empty();
                lists.extend(of_list);
                if let Some(column) = self.columns.get_mut(index).filter(|_| is_taken) {
                    column.is_for = Some(Proposal::Numbered);
                }
            }
        }
        lists
    }

    /// The entries of a nested list as a table of their own.
    fn entries(&self, column: usize) -> Self {
        let mut objects = Vec::new();
        for row in &self.rows {
            let Value::Nested(json) = self.value(row, column).opened() else { continue };
            match json.as_ref() {
                Json::Array(entries) => {
                    objects.extend(entries.iter().filter(|entry| entry.is_object()).take(SAMPLE).cloned());
                }
                // One that was not put into a list.
                one => objects.push(one.clone()),
            }
        }
        let (fields, rows) = table_of(&objects);
        let name = self.columns.get(column).map(|column| column.own_name().to_owned()).unwrap_or_default();
        let mut read = Self::new(name, &fields, rows);
        // Within an entry everything is named by its pointer.
        read.columns.iter_mut().for_each(|column| column.name = column.pointer());
        read
    }

    /// The column whose values are types of cases, where none is called so and there is no other.
    fn take_case_type(&mut self, conversion: &Conversion) {
        let is_it = |column: &Column| matches!(&column.is_for, Some(Proposal::Place(found)) if found.place == SAGSTYPE);
        let places = places::outside_lists();
        let Some(place) = places.iter().find(|place| place.pointer == SAGSTYPE) else { return };
        if self.columns.iter().any(is_it) {
            return;
        }
        let is_of_types = |index: &usize| {
            let is_another = |column: &Column| GRANTED.iter().any(|word| column.letters.contains(word));
            let is_free = |column: &Column| column.is_for.is_none() && !column.is_nested && !is_another(column);
            let (read, refused) = self.try_out(*index, SAGSTYPE, place.kind, conversion);
            self.columns.get(*index).is_some_and(is_free) && read > 0 && refused == 0
        };
        let mut found = (0..self.columns.len()).filter(is_of_types);
        let (Some(index), None) = (found.next(), found.next()) else { return };
        if let Some(column) = self.columns.get_mut(index) {
            let (place, title) = (SAGSTYPE.to_owned(), place.title);
            column.is_for =
                Some(Proposal::Place(Found { place, title, is_sure: false, refused: 0, dates: None, split: None }));
        }
    }
}

/// The rows that can be read; what is wrong with the others is kept, of so many.
fn readable(
    rows: impl Iterator<Item = Result<Row, SourceError>>,
    unreadable: &mut Vec<SourceError>,
) -> impl Iterator<Item = Row> {
    rows.filter_map(|row| match row {
        Ok(row) => Some(row),
        Err(error) => {
            if unreadable.len() < TOLD {
                unreadable.push(error);
            }
            None
        }
    })
}

/// Objects as a table: a column for each key, in the order in which it is met.
fn table_of(objects: &[Json]) -> (Arc<[Field]>, Vec<Row>) {
    let mut keys: Vec<&str> = Vec::new();
    for key in objects.iter().filter_map(Json::as_object).flat_map(serde_json::Map::keys) {
        if !keys.contains(&key.as_str()) && keys.len() < COMPARED {
            keys.push(key);
        }
    }
    let fields: Arc<[Field]> = keys.iter().map(|key| Field::column(key)).collect();
    let rows = objects.iter().map(|object| Row::of_json(0, object.clone(), Arc::clone(&fields)));
    (Arc::clone(&fields), rows.collect())
}

/// Whether most of some values are lists: one record that is odd hides nothing of the others.
fn are_lists(values: &[&Json]) -> bool {
    let lists = values.iter().filter(|value| value.as_array().is_some_and(|list| !list.is_empty())).count();
    let objects = values.iter().filter(|value| value.as_object().is_some_and(|object| !object.is_empty())).count();
    if lists == objects { lists == 0 && values.iter().any(|value| value.is_array()) } else { lists > objects }
}

/// What a value has inside.
fn inside<'v>(value: &'v Value<'_>) -> Option<&'v Json> {
    if let Value::Nested(json) = value { Some(json.as_ref()) } else { None }
}

impl Column {
    /// What it is called itself, without the way to it.
    fn own_name(&self) -> &str {
        self.steps.last().unwrap_or(&self.name)
    }

    /// The part of the plan that the way to it names, the nearest first.
    fn part(&self) -> Option<&'static str> {
        if let Some(part) = self.over.iter().find_map(|over| places::part_named(over, LIKE)) {
            return Some(part);
        }
        let way: Vec<&str> = match self.steps.split_last() {
            Some((_, steps)) => {
                // The name of a column that has something inside is the first step of the way.
                let first = self.name.trim_start_matches('/').split('/').next().unwrap_or_default();
                std::iter::once(first).chain(steps.iter().map(String::as_str)).collect()
            }
            None => Vec::new(),
        };
        way.into_iter().rev().find_map(|step| places::part_named(step, LIKE))
    }

    /// Takes down what stands over it, and what its name is with that.
    fn stand_under(&mut self, over: &[String]) {
        self.over = over.iter().filter(|over| !over.is_empty()).cloned().collect();
        if let Some(over) = self.over.first().filter(|over| self.steps.is_empty() && !self.name.starts_with(*over)) {
            self.bare = Letters::of(&format!("{over} {}", self.name));
        }
    }

    /// Whether it stands under something that is no part of a plan, so that it may be about that.
    fn is_under_another(&self) -> bool {
        !self.over.is_empty() && self.part().is_none()
    }

    /// The name as it may be shown: a pointer, where each step of it is a name.
    fn shown(&self) -> Option<String> {
        match self.steps.is_empty() {
            true => shown(&self.name).map(|name| name.into_owned()),
            false => self.steps.iter().all(|step| shown(step).is_some()).then(|| self.name.clone()),
        }
    }

    /// The way to it, as a pointer.
    fn pointer(&self) -> String {
        if self.steps.is_empty() { format!("/{}", escaped(&self.name)) } else { self.name.clone() }
    }

    /// What is looked at of a column: itself, or where objects stand in it what these have, in the order in which it is met.
    /// Of some values that have something inside, and a number of others.
    fn opened(self, values: &[&Json], plain: usize, found: &mut Vec<Self>) {
        // Where most have nothing inside, the others are odd.
        if plain > values.len() {
            return found.push(Self { is_nested: false, ..self });
        }
        let mut keys: Vec<&String> = Vec::new();
        for key in values.iter().filter_map(|value| value.as_object()).flat_map(serde_json::Map::keys) {
            if !keys.contains(&key) && keys.len() < COMPARED {
                keys.push(key);
            }
        }
        // A key that does not look like a name may be a value, and so may what stands under it.
        let is_name = shown(self.own_name()).is_some();
        if keys.is_empty() || self.is_nested || self.steps.len() >= DEPTH || !is_name {
            found.push(Self { is_nested: self.is_nested || !keys.is_empty(), ..self });
            return;
        }
        for key in keys {
            let own =
                values.iter().filter_map(|value| value.get(key)).filter(|value| !Value::of_json(value).is_nothing());
            let (own, plain): (Vec<&Json>, Vec<&Json>) = own.partition(|value| value.is_object() || value.is_array());
            Self {
                name: format!("{}/{}", self.pointer(), escaped(key)),
                cell: self.cell,
                over: self.over.clone(),
                is_nested: are_lists(&own),
                letters: Letters::of(key),
                bare: Letters::of(&format!("{} {key}", self.own_name())),
                numbered: None,
                is_for: None,
                steps: self.steps.iter().chain([key]).cloned().collect(),
            }
            .opened(&own, plain.len(), found);
        }
    }
}

/// Whether most of some columns are those of one list, and more than one is.
fn are_of_a_list(columns: &[&Column]) -> bool {
    const FEWEST: usize = 2;
    let names: Vec<Letters> = columns.iter().map(|column| Letters::of(&column.name)).collect();
    let count = |list: &places::ListPlace| {
        let is_of =
            |name: &&Letters| places::most_alike(list.fields.iter().flat_map(|field| &field.names), name) >= SURE;
        names.iter().filter(is_of).count()
    };
    let most = places::lists().iter().map(count).max().unwrap_or_default();
    columns.len() <= COMPARED && most >= FEWEST && most * 2 >= columns.len()
}

/// Whether a text is written as codes are: one short word of capitals and digits.
fn is_code(text: &str) -> bool {
    const LONGEST: usize = 8;
    let text = text.trim();
    text.len() <= LONGEST
        && text.contains(char::is_uppercase)
        && text.chars().all(|letter| letter.is_uppercase() || letter.is_ascii_digit() || "_-.".contains(letter))
}

/// An id without the zeros before it, which spreadsheets take away.
fn unpadded(id: &str) -> &str {
    let rest = id.trim_start_matches('0');
    if rest.is_empty() { id } else { rest }
}

/// A step of a pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The column whose name is most like one of some names, where it is the same but for its look.
fn best_named(columns: &[Column], names: &[&str]) -> Option<usize> {
    // "Sagsnummer (nr.)" is called so too.
    let is_it =
        |name: &String, column: &Column| !column.is_nested && (*column.letters == **name || *column.bare == **name);
    names.iter().map(|name| normal(name)).find_map(|name| columns.iter().position(|column| is_it(&name, column)))
}

/// A name without its unit and other remarks in brackets behind it.
fn plain(name: &str) -> &str {
    name.split(['(', '[']).next().unwrap_or(name)
}

/// A name with one number in it, `Indsats 2` or `Indsats 2 start`, and the number: the name has `{n}` instead.
fn number(name: &str) -> Option<(String, u32)> {
    let start = name.find(|letter: char| letter.is_ascii_digit())?;
    let (before, rest) = name.split_at_checked(start)?;
    let after = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let number = rest.strip_suffix(after)?.parse().ok().filter(|number| *number <= 99)?;
    let is_one = !after.contains(|letter: char| letter.is_ascii_digit());
    // "1. tilbud fra" has its number first.
    let is_name = !before.trim().is_empty() || unnumbered(name) != name;
    (is_one && is_name).then(|| (format!("{before}{{n}}{after}"), number))
}

/// Lists whose entries stand in numbered columns.
fn numbered(cases: &mut Read, conversion: &Conversion) -> Vec<List> {
    let mut bases: Vec<String> = Vec::new();
    for column in &cases.columns {
        if let Some((base, _)) = &column.numbered
            && bases.len() < BASES
            && !bases.contains(base)
        {
            bases.push(base.clone());
        }
    }
    // One column with a number is a name; two are a list.
    bases.retain(|base| {
        let alike = |column: &&Column| column.numbered.as_ref().is_some_and(|(other, _)| other == base);
        cases.columns.iter().filter(alike).count() > 1
    });
    if bases.is_empty() {
        return Vec::new();
    }
    let mut lists = Vec::new();
    while let Some(list) = of_numbers(cases, &bases, &lists, conversion) {
        bases.retain(|base| list.fields.iter().all(|(_, name, _)| name != base));
        lists.push(list);
    }
    lists
}

/// The list that takes most of some numbered columns; after the first, only one that they are called as.
fn of_numbers(cases: &mut Read, bases: &[String], before: &[List], conversion: &Conversion) -> Option<List> {
    let both = |of: &Name, own: &Name| Name::from(format!("{} {}", of.written, own.written));
    let is_called = |list: &places::ListPlace, plain: &Letters| list.names.iter().any(|name| *name.letters == **plain);
    // What is called as another list is of that; which measures are meant, their name alone does not say.
    let is_anothers = |list: &places::ListPlace, plain: &Letters| {
        let others = places::lists()
            .iter()
            .filter(|other| !(kinds::are_measures(&list.pointer) && kinds::are_measures(&other.pointer)));
        !is_called(list, plain) && others.into_iter().any(|other| is_called(other, plain))
    };
    let mut found: Vec<List> = Vec::new();
    let plain: Vec<Letters> = bases.iter().map(|base| Letters::of(&base.replace("{n}", ""))).collect();
    for list in places::lists().iter().filter(|list| before.iter().all(|known| known.place != list.pointer)) {
        let mut pairs = Vec::new();
        for (order, field) in list.fields.iter().enumerate() {
            // "Indsats 1 start" names the list too.
            let of_list = |of| field.names.iter().map(move |own| both(of, own));
            let of_list: Vec<Name> = list.names.iter().flat_map(of_list).collect();
            for (base, plain) in bases.iter().zip(&plain) {
                let like = places::most_alike(field.names.iter().chain(&of_list), plain);
                if like >= LIKE
                    && !is_anothers(list, plain)
                    && !cases.refuses(base, &format!("{}/*{}", list.pointer, field.pointer), field.kind, conversion)
                {
                    pairs.push((like, order, base));
                }
            }
        }
        pairs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
        let mut fields: Vec<(String, String, Found)> = Vec::new();
        for (like, order, base) in pairs {
            let Some(field) = list.fields.get(order) else { continue };
            if fields.iter().all(|(place, name, _)| name != base && *place != field.pointer) {
                let found = Found {
                    place: field.pointer.clone(),
                    title: field.title,
                    is_sure: like >= SURE,
                    refused: 0,
                    dates: None,
                    split: None,
                };
                fields.push((field.pointer.clone(), base.clone(), found));
            }
        }
        let named = plain.iter().map(|plain| places::most_alike(&list.names, plain)).fold(0.0, f64::max);
        // Who has had experiences with a measure has had the measure, whatever it is called.
        let experienced = fields.iter().any(|(place, _, found)| found.is_sure && EXPERIENCES.contains(&place.as_str()));
        // Which list each entry is of may stand beside it, and then nobody can say it of all.
        let are_of_kinds = kinds::is_earlier(&list.pointer) && cases.has_numbered_kinds();
        let is_named = named >= if before.is_empty() { LIKE } else { SURE };
        let is_experienced = before.is_empty() && experienced && kinds::is_first(&list.pointer);
        if are_of_kinds || fields.is_empty() || !is_named && !is_experienced {
            continue;
        }
        found.push(List {
            place: list.pointer.clone(),
            title: list.title,
            is_sure: named >= SURE,
            from: From::Numbered,
            conditions: Vec::new(),
            others: Vec::new(),
            fields,
        });
    }
    // The list that takes most of them.
    let is_experienced = |list: &List| list.fields.iter().any(|(place, ..)| EXPERIENCES.contains(&place.as_str()));
    found.sort_by_key(|list| std::cmp::Reverse((is_experienced(list), list.is_sure, list.fields.len())));
    let list = found.into_iter().next()?;
    for (_, name, _) in &list.fields {
        for column in &mut cases.columns {
            if column.numbered.as_ref().is_some_and(|(other, _)| other == name) {
                column.is_for = Some(Proposal::Numbered);
            }
        }
    }
    Some(list)
}

/// How many steps at the end of two ways are the same; all that there are, where the ways are.
fn same_end(way: &str, other: &str) -> usize {
    if way == other {
        return usize::MAX;
    }
    way.rsplit('/')
        .zip(other.rsplit('/'))
        .take_while(|(one, other)| !one.is_empty() && normal(one) == normal(other))
        .count()
}
