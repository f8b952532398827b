//! A mapping that is held against a source: every name looked up once, ready to turn records into plans.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rehabplan::Horizon;
use rehabplan::plan::FieldKind;
use serde_json::Value as Json;

use crate::blank::is_blank;
use crate::convert::{Conversion, Converted, is_error, is_same, write_cut_off, write_unreadable};
use crate::ids::{self, Form};
use crate::mapping::{Constant, MappingError};
use crate::nothing;
use crate::record::{Field, NameKind, Origin, Record, Unread};
use crate::value::Value;
use crate::wholes::PREPARATORY;
use crate::words::{Sought, Words};

/// A mapping that is bound to a source. It turns one record after the other into a plan as JSON.
#[derive(Debug, Clone)]
pub struct Bound {
    pub(crate) id: Option<Giver>,
    pub(crate) carry: Vec<Giver>,
    pub(crate) skip: Vec<Test>,
    /// Rows that look like no case are left out.
    pub(crate) skips_notes: bool,
    /// What the rows of each other table are known by.
    pub(crate) keys: Vec<Giver>,
    /// What joins each other table to the cases, where that is so.
    pub(crate) joins: Vec<Option<Giver>>,
    /// Whether something is taken from each other table.
    pub(crate) is_joined: Vec<bool>,
    pub(crate) plan: Object,
    pub(crate) horizon: Horizon,
    /// For each value that is given, where in the plan: a JSON Pointer, `*` for the entries of a list.
    pub(crate) places: Vec<String>,
    /// For each of them the columns that give it.
    pub(crate) columns: Vec<Vec<String>>,
    /// The fields of the cases that something is taken from.
    pub(crate) used: Vec<bool>,
    /// The same for the fields of each other table.
    pub(crate) used_in_tables: Vec<Vec<bool>>,
    /// The ways further into the fields of the cases that something is taken from.
    pub(crate) ways: Vec<Vec<String>>,
    /// What the mapping names and no case has, as far as they were looked at.
    pub(crate) missing: Vec<MappingError>,
    pub(crate) of_either_order: Vec<String>,
    /// The columns in which some days can only have the month first, and none says its form.
    pub(crate) with_months_first: Vec<String>,
    /// The columns of days with years of two digits, of which none tells whether they stand first or last.
    pub(crate) with_years_in_doubt: Vec<String>,
    /// The conditions that ask for words.
    pub(crate) asked: Vec<Asked>,
    /// The words that values are held against.
    pub(crate) sought: Vec<Sought>,
    /// How many plans have a word for nothing that was taken for an answer, since the mapping does not name it.
    pub(crate) for_nothing: Arc<AtomicUsize>,
    /// How many plans have nested lists with entries of a kind that nobody knows.
    pub(crate) of_no_kind: Arc<AtomicUsize>,
    /// How many plans have a place for which rows of another table say different things.
    pub(crate) divided: Arc<AtomicUsize>,
    /// What tells the kinds of the entries of lists.
    #[cfg_attr(not(feature = "batch"), allow(dead_code))]
    pub(crate) kinds: Vec<Giver>,
    pub(crate) notes: Vec<MappingError>,
    /// The source holds some of the preparatory part, and not all of it.
    pub(crate) is_part_held: bool,
}

/// The rows of other tables, by the case or the entry that they belong to.
pub trait Tables {
    /// Shows the rows of a table, by its place in the mapping, that have a key, in the order of the table. Whoever is
    /// shown a row says whether it is for them.
    ///
    /// # Errors
    ///
    /// None is shown where there are more of them than a case can have, or where nobody knows which they are.
    fn each(&self, table: usize, key: &str, show: &mut dyn FnMut(&dyn Record) -> bool) -> Result<(), TooManyRows>;

    /// Of the rows of a table whose key is blank or cannot be read, so that they may be anybody's, the first that may be for
    /// whoever asks. That is the same for every case, so it is looked for once: who asks has a number.
    fn unkeyed(&self, table: usize, asker: usize, may_be: &dyn Fn(&dyn Record) -> bool) -> Option<&dyn Record> {
        let _ = (table, asker, may_be);
        None
    }
}

/// More rows have a key than one case, or all cases with that key together, can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManyRows;

/// There are no other tables.
#[derive(Debug, Clone, Copy, Default)]
pub struct NoTables;

impl Tables for NoTables {
    fn each(&self, _: usize, _: &str, _: &mut dyn FnMut(&dyn Record) -> bool) -> Result<(), TooManyRows> {
        Ok(())
    }
}

/// Fields of an object of the plan.
#[derive(Debug, Clone, Default)]
pub(crate) struct Object {
    /// In the order of the model.
    pub(crate) fields: Vec<Member>,
    /// The mapping itself says something in it.
    pub(crate) has_constants: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Member {
    pub(crate) key: &'static str,
    pub(crate) order: usize,
    pub(crate) node: Node,
}

#[derive(Debug, Clone)]
pub(crate) enum Node {
    Leaf(Leaf),
    Object(Object),
    List(Vec<Entries>),
}

/// A value of the plan.
#[derive(Debug, Clone)]
pub(crate) struct Leaf {
    pub(crate) giver: Giver,
    pub(crate) kind: FieldKind,
    /// Its place among [`Bound::places`].
    pub(crate) place: usize,
    /// It takes words: a number or a truth value alone answers nothing.
    pub(crate) is_prose: bool,
    /// It is no part of a plan, but of what the case is.
    pub(crate) is_of_case: bool,
}

/// Where entries of a list come from.
#[derive(Debug, Clone)]
pub(crate) struct Entries {
    pub(crate) from: From,
    pub(crate) tests: Vec<Test>,
    pub(crate) entry: Shape,
}

#[derive(Debug, Clone)]
pub(crate) enum From {
    /// The rows of a table that have this key. Where they are those of the cases, a row in which nothing of an entry stands is the case
    /// alone.
    Table { table: usize, key: Box<Key> },
    /// A nested list.
    Nested { list: Box<Giver> },
    /// The record itself, once for each of these entries, and not where an entry holds nothing.
    Numbered,
    /// One text, in pieces.
    Split { giver: Box<Giver>, sign: String },
}

#[derive(Debug, Clone)]
pub(crate) enum Shape {
    /// An object, or for numbered columns one for each number.
    Objects(Vec<Object>),
    /// A value, or one for each number.
    Leaves(Vec<Leaf>),
}

/// What gives a value: where it is taken from, on which conditions, and how it is read.
#[derive(Debug, Clone)]
pub(crate) struct Giver {
    pub(crate) get: Get,
    pub(crate) tests: Vec<Test>,
    pub(crate) conversion: Arc<Conversion>,
    /// It gives ids, which are written so.
    pub(crate) ids: Option<Form>,
}

#[derive(Debug, Clone)]
pub(crate) enum Get {
    /// A field of the record, and what stands further in; and whether the source can hold that.
    Field { field: usize, steps: Vec<String>, from: Named, is_held: bool },
    /// The source has no such field. Where it need not, nobody knows what would have stood there; in a document nothing
    /// does.
    Nothing { from: Named, is_known: bool },
    /// The same always.
    Constant(Constant),
    /// The first that is filled in.
    First(Vec<Giver>),
    /// All that are filled in.
    Join { pieces: Vec<Giver>, with: String },
    /// A value of the first row of another table.
    Elsewhere { table: usize, key: Box<Key>, inner: Box<Giver> },
}

/// What joins a record to the rows of another table.
#[derive(Debug, Clone)]
pub(crate) struct Key {
    pub(crate) giver: Giver,
    /// Whether it is the id of the case, which every case has: without it, nobody knows which rows are its own.
    pub(crate) is_id: bool,
    /// What the rows of the table are known by.
    pub(crate) own: Giver,
    /// The rows are those of the cases, of which several are one.
    pub(crate) is_of_cases: bool,
    /// The number of whoever asks for rows by it.
    pub(crate) asker: usize,
}

/// What to call a field, for the origin of a value.
#[derive(Debug, Clone)]
pub(crate) struct Named {
    pub(crate) kind: NameKind,
    pub(crate) name: Arc<str>,
    pub(crate) table: Option<Arc<str>>,
}

/// A condition on a record.
#[derive(Debug, Clone)]
pub(crate) struct Test {
    pub(crate) value: Box<Giver>,
    pub(crate) is: Option<Words>,
    pub(crate) not: Option<Words>,
    pub(crate) blank: Option<bool>,
    /// Whether it held for any record, where it is told that it does not.
    pub(crate) has_held: Option<Arc<AtomicBool>>,
    /// The words that are known of what tells the entries of a list; what has another may be an entry all the same.
    pub(crate) known: Option<Arc<BTreeSet<String>>>,
}

/// A condition that asks for words: the column that it looks at, and whether a record had one of them.
#[derive(Debug, Clone)]
pub struct Asked {
    pub(crate) column: Arc<str>,
    pub(crate) has_held: Arc<AtomicBool>,
}

impl Asked {
    /// The column.
    #[must_use]
    pub fn column(&self) -> &str {
        &self.column
    }

    /// Whether any of the records that were read so far had one of the words.
    #[must_use]
    pub fn has_held(&self) -> bool {
        self.has_held.load(Ordering::Relaxed)
    }
}

/// How often values of one place of the plan were met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[non_exhaustive]
pub struct Counts {
    /// Values that were converted.
    pub converted: u64,
    /// Places that nothing stood in.
    pub empty: u64,
    /// Values that could not be read.
    pub refused: u64,
}

/// What is at hand while a record is read.
struct Context<'c> {
    tables: &'c dyn Tables,
    counts: Option<&'c mut [Counts]>,
    /// A word for nothing was taken for an answer.
    has_for_nothing: bool,
    /// A nested list has an entry of a kind that nobody knows.
    has_no_kind: bool,
    /// Rows of another table say different things where one is wanted.
    has_differing: bool,
    /// It matters whether what is written is an answer, because something is written that the mapping itself says.
    is_weighed: bool,
    /// Nothing is written that the mapping itself says of every case.
    is_without_constants: bool,
}

impl<'c> Context<'c> {
    fn of(tables: &'c dyn Tables, counts: Option<&'c mut [Counts]>) -> Self {
        Self {
            tables,
            counts,
            has_for_nothing: false,
            has_no_kind: false,
            has_differing: false,
            is_weighed: false,
            is_without_constants: false,
        }
    }
}

impl Bound {
    /// What the source can hold of a plan.
    #[must_use]
    pub fn horizon(&self) -> &Horizon {
        &self.horizon
    }

    /// The places of a plan that are given, in the order of the counts; `*` stands for the entries of a list.
    pub fn places(&self) -> impl ExactSizeIterator<Item = &str> {
        self.places.iter().map(String::as_str)
    }

    /// The columns that give each of the places, as the mapping names them.
    pub fn columns(&self) -> impl ExactSizeIterator<Item = &[String]> {
        self.columns.iter().map(Vec::as_slice)
    }

    /// Whether the mapping says what a case is known by.
    #[must_use]
    pub fn has_id(&self) -> bool {
        self.id.is_some()
    }

    /// Whether something is taken from a field of the cases, by its place.
    #[must_use]
    pub fn uses(&self, field: usize) -> bool {
        self.used.get(field).copied().unwrap_or_default()
    }

    /// What stands further in, in a field of the cases, that something is taken from, and is itself taken nowhere: the ways
    /// to it, `*` for the entries of a list.
    pub(crate) fn left_inside(&self, field: &Field) -> Vec<Vec<String>> {
        let way = vec![field.name.to_string()];
        let mut left = Vec::new();
        // A field that is taken as a whole has no ways.
        if self.ways.iter().any(|taken| taken.starts_with(&way)) {
            field.inside.left(&way, &self.ways, &mut left);
        }
        left
    }

    /// Whether something is taken from a field of another table, by the places of both.
    pub(crate) fn uses_in_table(&self, table: usize, field: usize) -> bool {
        self.used_in_tables.get(table).and_then(|used| used.get(field)).copied().unwrap_or_default()
    }

    /// What the mapping names further in, and none of the cases has that were looked at before they were read. It is taken for
    /// something that the source does not hold.
    #[must_use]
    pub fn missing(&self) -> &[MappingError] {
        &self.missing
    }

    /// The columns of days of which none tells whether the day or the month stands first, as far as they were looked at before
    /// they were read, and whose form the mapping does not say. They are read with the day first.
    #[must_use]
    pub fn of_either_order(&self) -> &[String] {
        &self.of_either_order
    }

    /// The conditions (`where`) that ask for words, in the order of the mapping.
    #[must_use]
    pub fn asked(&self) -> &[Asked] {
        &self.asked
    }

    /// What is odd in the mapping beside the source, and may be meant: a column that may be missing and is, where another is called
    /// much the same, and one that gives several places that take words.
    #[must_use]
    pub fn notes(&self) -> &[MappingError] {
        &self.notes
    }

    /// Whether a record is a case, and none of those that the mapping leaves out.
    #[must_use]
    pub fn is_case(&self, record: &dyn Record) -> bool {
        !self.skip.iter().any(|test| test.holds(record, &NoTables) == Some(true))
    }

    /// Whether a plan that was written has nothing of the preparatory part, and it may stand in what the source does not hold.
    pub(crate) fn lacks_part(&self, plan: &[u8]) -> bool {
        self.is_part_held && is_blank(plan, PREPARATORY)
    }

    /// The caller's own id of a case as it may be shown; none, where what stands there may be a text of the plan.
    #[must_use]
    pub fn id(&self, record: &dyn Record) -> Option<String> {
        self.in_place_of_id(record).filter(|text| self.id.as_ref().is_some_and(|giver| giver.is_sure_of(text)))
    }

    /// Whether something stands in the place of the id of a case that cannot be read.
    pub(crate) fn is_id_lost(&self, record: &dyn Record) -> bool {
        self.id.as_ref().is_some_and(|id| text_of(id, record, &NoTables).is_err())
    }

    /// What stands in the place of the id, be it one or not. Rows are joined by it.
    pub(crate) fn in_place_of_id(&self, record: &dyn Record) -> Option<String> {
        text_of(self.id.as_ref()?, record, &NoTables).ok().flatten()
    }

    /// The other tables that are joined by the id of the case.
    pub(crate) fn joined_by_id(&self) -> impl Iterator<Item = usize> {
        let is_by_id = |(table, join): (usize, &Option<Giver>)| join.as_ref()?.ids.as_ref().map(|_| table);
        self.joins.iter().enumerate().filter_map(is_by_id)
    }

    /// Whether the type of a case or a day can be read in a record, as in no note, no sum and no part of a text: what stands in it
    /// stands where it belongs.
    pub(crate) fn is_read(&self, record: &dyn Record) -> bool {
        let mut plan = Vec::new();
        self.plan.write_whole(record, &mut Context::of(&NoTables, None), &mut plan);
        let Ok(text) = std::str::from_utf8(&plan) else { return false };
        let Ok(read) = rehabplan::Plan::from_json(text) else { return false };
        let mut telling = Vec::new();
        self.plan.telling(record, &mut telling);
        let is_refused = |place: &str| read.input.iter().any(|finding| finding.path == place);
        telling.into_iter().filter_map(|place| self.places.get(place)).any(|place| !is_refused(place))
    }

    /// Whether most of what is taken from the cases, but for their id, is filled in in a record.
    pub(crate) fn is_mostly_filled(&self, record: &dyn Record) -> bool {
        let id = match self.id.as_ref().map(|giver| &giver.get) {
            Some(Get::Field { field, .. }) => Some(*field),
            _ => None,
        };
        let taken = || (0..self.used.len()).filter(|field| self.uses(*field) && Some(*field) != id);
        let is_filled = |field: &usize| {
            let value = record.value(*field);
            !value.is_nothing() && value != Value::Unreadable
        };
        taken().filter(is_filled).count() * 2 > taken().count()
    }

    /// Where the id of a case stands.
    #[cfg(feature = "batch")]
    pub(crate) fn id_origin(&self, record: &dyn Record) -> Option<Origin> {
        self.id.as_ref()?.origin(record, &NoTables)
    }

    /// Where that stands by which the rows of another table are those of a case.
    #[cfg(feature = "batch")]
    pub(crate) fn join_origin(&self, table: usize, record: &dyn Record) -> Option<Origin> {
        self.joins.get(table)?.as_ref()?.origin(record, &NoTables)
    }

    /// Whether what another table is known by stands at a place of it.
    #[cfg(feature = "batch")]
    pub(crate) fn is_key(&self, origin: &Origin) -> bool {
        are_at(&self.keys, origin)
    }

    /// Whether what tells the kinds of the entries of a list stands at a place.
    #[cfg(feature = "batch")]
    pub(crate) fn tells_kinds(&self, origin: &Origin) -> bool {
        are_at(&self.kinds, origin)
    }

    /// What a row of another table is known by.
    ///
    /// # Errors
    ///
    /// Where something stands there that cannot be read.
    pub(crate) fn key_of(&self, table: usize, row: &dyn Record) -> Result<Option<String>, ()> {
        let Some(key) = self.keys.get(table) else { return Ok(None) };
        text_of(key, row, &NoTables)
    }

    /// The columns that go along untouched.
    #[must_use]
    pub fn carried<'r>(&'r self, record: &'r dyn Record) -> Vec<Value<'r>> {
        self.carry.iter().map(|giver| giver.value(record, &NoTables).0).collect()
    }

    /// Writes the plan of a record as JSON.
    pub fn write(&self, record: &dyn Record, tables: &dyn Tables, out: &mut Vec<u8>) {
        self.write_with(Context::of(tables, None), record, out);
    }

    /// Writes the plan of a record as JSON, and counts what becomes of each value.
    pub fn count(&self, record: &dyn Record, tables: &dyn Tables, out: &mut Vec<u8>, counts: &mut [Counts]) {
        self.write_with(Context::of(tables, Some(counts)), record, out);
    }

    fn write_with(&self, mut context: Context<'_>, record: &dyn Record, out: &mut Vec<u8>) {
        self.plan.write_whole(record, &mut context, out);
        self.for_nothing.fetch_add(usize::from(context.has_for_nothing), Ordering::Relaxed);
        self.of_no_kind.fetch_add(usize::from(context.has_no_kind), Ordering::Relaxed);
        self.divided.fetch_add(usize::from(context.has_differing), Ordering::Relaxed);
    }

    /// How many of some records say something else of their case than all of them together.
    pub(crate) fn differing<R: Record>(&self, records: &[R], whole: &dyn Record, tables: &dyn Tables) -> usize {
        let own = |record: &dyn Record| {
            let mut own = Vec::new();
            self.plan.answers(record, tables, &|_| true, &mut own);
            own
        };
        let whole = own(whole);
        let differs = |record: &&R| {
            let pairs = own(*record).into_iter().zip(&whole);
            pairs.into_iter().any(|(own, whole)| own.is_some() && own != *whole)
        };
        records.iter().filter(differs).count()
    }

    /// Those of some rows of one number that are of one case, and the others: a case has one type and one day of each kind, so a row
    /// with another is that of another case.
    pub(crate) fn of_one_case<R: Record + Clone>(&self, rows: &[R], tables: &dyn Tables) -> (Vec<R>, Vec<R>) {
        let is_wanted_once =
            |node: &Node| matches!(node, Node::Leaf(leaf) if leaf.is_of_case || matches!(leaf.kind, FieldKind::Date));
        let mut known: Vec<Option<Vec<u8>>> = Vec::new();
        rows.iter().cloned().partition(|row| {
            let mut own = Vec::new();
            self.plan.answers(row, tables, &is_wanted_once, &mut own);
            known.resize(own.len(), None);
            let is_of_it = known.iter().zip(&own).all(|(known, own)| known.is_none() || own.is_none() || known == own);
            if is_of_it {
                known.iter_mut().zip(own).for_each(|(known, own)| *known = known.take().or(own));
            }
            is_of_it
        })
    }

    /// The fields in which rows of another case, which has the same number, say something else than a case does.
    pub(crate) fn divided<R: Record>(&self, others: &[R], case: &dyn Record) -> Vec<usize> {
        let mut fields = Vec::new();
        if !others.is_empty() {
            self.plan.fields(&mut fields);
        }
        let mut of_id = Vec::new();
        self.id.iter().for_each(|id| id.fields(&mut of_id));
        let says_else = |giver: &Giver, field: usize| {
            let own = giver.giving(field, &[], case).value(field);
            others
                .iter()
                .map(|row| row.value(field))
                .any(|value| !giver.conversion.is_blank(&value) && !is_same(&own, &value))
        };
        let is_id = |field: usize| of_id.iter().any(|(_, id)| *id == field);
        let mut divided: Vec<usize> = fields
            .into_iter()
            .filter(|(giver, field)| !is_id(*field) && says_else(giver, *field))
            .map(|(_, field)| field)
            .collect();
        divided.sort_unstable();
        divided.dedup();
        divided
    }

    /// The keys by which the rows of other tables are those of a case, each with its table.
    pub(crate) fn keys_of_case(&self, record: &dyn Record) -> impl Iterator<Item = (usize, String)> {
        let of = |(table, key): (usize, &Option<Giver>)| {
            let key = text_of(key.as_ref()?, record, &NoTables).ok().flatten()?;
            Some((table, key))
        };
        self.joins.iter().enumerate().filter_map(of)
    }

    /// Where a value of the plan of a record came from, or would have come from; by a JSON Pointer into the plan. `None`
    /// for a place that is not given, or by the mapping itself. Also says which of the [places](Self::places) it is.
    #[must_use]
    pub fn origin(&self, record: &dyn Record, tables: &dyn Tables, pointer: &str) -> Option<(Origin, usize)> {
        let steps: Vec<&str> = pointer.strip_prefix('/')?.split('/').collect();
        self.plan.origin(&steps, record, tables)
    }
}

/// Whether one of some values stands at a place.
#[cfg(feature = "batch")]
fn are_at(givers: &[Giver], origin: &Origin) -> bool {
    let is_it = |from: &Named| from.table.as_deref() == origin.table.as_deref() && *from.name == *origin.name;
    givers.iter().any(|giver| matches!(&giver.get, Get::Field { from, .. } if is_it(from)))
}

/// What was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Wrote {
    Nothing,
    /// What is no answer to whoever reads the plan, such as "-".
    Blank,
    /// What the mapping itself says of every case, beside nothing else or what is no answer. The source does not say that there is such a part of the plan.
    Constants,
    Something,
}

impl Wrote {
    fn of(is_there: bool) -> Self {
        if is_there { Self::Something } else { Self::Nothing }
    }
}

impl Object {
    /// Writes the object of a plan, be there anything in it or not.
    fn write_whole(&self, record: &dyn Record, context: &mut Context<'_>, out: &mut Vec<u8>) {
        if self.write(record, context, out) == Wrote::Nothing {
            out.extend_from_slice(b"{}");
        }
    }

    /// Writes an object; nothing at all where nothing is in it.
    fn write(&self, record: &dyn Record, context: &mut Context<'_>, out: &mut Vec<u8>) -> Wrote {
        let start = out.len();
        let mut wrote = Wrote::Nothing;
        for Member { key, node, .. } in &self.fields {
            let before = out.len();
            out.push(if before == start { b'{' } else { b',' });
            // A key of the model is plain letters.
            out.push(b'"');
            out.extend_from_slice(key.as_bytes());
            out.extend_from_slice(b"\":");
            let own = match node {
                Node::Leaf(leaf) => leaf.write(record, context, out),
                Node::Object(part) => part.write_without_its_constants(record, context, out),
                Node::List(lists) => Wrote::of(write_list(lists.iter(), record, context, out)),
            };
            if own == Wrote::Nothing {
                out.truncate(before);
            }
            wrote = wrote.max(own);
        }
        if wrote > Wrote::Nothing {
            out.push(b'}');
        }
        wrote
    }

    /// The same; what the mapping itself says is left out where the record has nothing beside it that is an answer.
    fn write_without_its_constants(&self, record: &dyn Record, context: &mut Context<'_>, out: &mut Vec<u8>) -> Wrote {
        if !self.has_constants {
            return self.write(record, context, out);
        }
        let start = out.len();
        let is_within = std::mem::replace(&mut context.is_weighed, true);
        let wrote = self.write(record, context, out);
        context.is_weighed = is_within;
        if wrote != Wrote::Constants {
            return wrote;
        }
        out.truncate(start);
        // Every value has been counted.
        self.write(
            record,
            &mut Context { is_weighed: true, is_without_constants: true, ..Context::of(context.tables, None) },
            out,
        )
    }

    /// Whether the record itself says anything of it.
    fn is_filled(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        self.fields.iter().any(|member| match &member.node {
            Node::Leaf(leaf) => leaf.is_filled(record, tables),
            Node::Object(part) => part.is_filled(record, tables),
            Node::List(lists) => {
                let (mut context, mut is_there) = (Context::of(tables, None), false);
                lists.iter().for_each(|list| list.each(record, &mut context, &mut |_, _, _| is_there = true));
                is_there
            }
        })
    }

    /// Whether the record itself has all that is given of it.
    fn is_whole(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        self.fields.iter().all(|member| match &member.node {
            Node::Leaf(leaf) => leaf.is_filled(record, tables) || matches!(leaf.giver.get, Get::Constant(_)),
            Node::Object(part) => part.is_whole(record, tables),
            Node::List(_) => true,
        })
    }

    /// What a record itself says at each place, in their order. What stands in other tables by the id of the case is the same
    /// for all of its records.
    fn answers(
        &self,
        record: &dyn Record,
        tables: &dyn Tables,
        is_asked: &dyn Fn(&Node) -> bool,
        own: &mut Vec<Option<Vec<u8>>>,
    ) {
        let (mut out, mut context) = (Vec::new(), Context::of(tables, None));
        for Member { node, .. } in &self.fields {
            let is_there = match node {
                Node::Object(part) => {
                    part.answers(record, tables, is_asked, own);
                    continue;
                }
                node if !is_asked(node) => continue,
                Node::Leaf(Leaf { giver: Giver { get: Get::Elsewhere { key, .. }, .. }, .. }) if key.is_id => continue,
                Node::Leaf(leaf) => {
                    leaf.is_filled(record, tables) && leaf.write(record, &mut context, &mut out) == Wrote::Something
                }
                Node::List(lists) => {
                    let is_of_id = |list: &&Entries| matches!(&list.from, From::Table { key, .. } if key.is_id);
                    write_list(lists.iter().filter(|list| !is_of_id(list)), record, &mut context, &mut out)
                }
            };
            let written = std::mem::take(&mut out);
            own.push(is_there.then_some(written));
        }
    }

    /// The fields of the record itself that give its values and the entries of its lists, each with what reads it.
    fn fields<'o>(&'o self, found: &mut Vec<(&'o Giver, usize)>) {
        for Member { node, .. } in &self.fields {
            match node {
                Node::Object(part) => part.fields(found),
                Node::Leaf(leaf) => leaf.giver.fields(found),
                Node::List(lists) => lists.iter().for_each(|list| list.fields(found)),
            }
        }
    }

    /// The places of the type of the case and of days that a record itself has something at. A short number may count cases.
    fn telling(&self, record: &dyn Record, places: &mut Vec<usize>) {
        const SHORTEST: usize = 6;
        for Member { node, .. } in &self.fields {
            match node {
                Node::Object(part) => part.telling(record, places),
                Node::Leaf(leaf) if leaf.is_of_case || matches!(leaf.kind, FieldKind::Date) => {
                    let (value, giver) = leaf.giver.value(record, &NoTables);
                    let is_constant = matches!(giver.get, Get::Constant(_));
                    let is_long = || value.text().is_some_and(|text| text.trim().len() >= SHORTEST);
                    let tells = !is_constant && !giver.conversion.is_blank(&value) && value != Value::Unreadable;
                    if tells && (leaf.is_of_case || is_long()) {
                        places.push(leaf.place);
                    }
                }
                Node::Leaf(_) | Node::List(_) => {}
            }
        }
    }

    fn first_place(&self) -> Option<usize> {
        self.fields.iter().find_map(|member| match &member.node {
            Node::Leaf(leaf) => Some(leaf.place),
            Node::Object(part) => part.first_place(),
            Node::List(lists) => lists.first().map(Entries::first_place),
        })
    }

    fn origin(&self, steps: &[&str], record: &dyn Record, tables: &dyn Tables) -> Option<(Origin, usize)> {
        let (key, rest) = steps.split_first()?;
        let member = self.fields.iter().find(|member| member.key == *key)?;
        match &member.node {
            Node::Leaf(leaf) => leaf.origin(record, tables),
            // A part as a whole is where its first field is.
            Node::Object(part) if rest.is_empty() => {
                part.fields.iter().find_map(|field| part.origin(&[field.key], record, tables))
            }
            Node::Object(part) => part.origin(rest, record, tables),
            Node::List(lists) => {
                let wanted = rest.first().and_then(|step| step.parse().ok());
                let mut index = 0_usize;
                let mut found = None;
                let mut look = |entry: Written<'_>, record: &dyn Record, _: &mut Context<'_>| {
                    if Some(index) == wanted || wanted.is_none() && found.is_none() {
                        found = match entry {
                            Written::Object(part) => match rest.split_first() {
                                Some((_, rest)) if !rest.is_empty() => part.origin(rest, record, tables),
                                _ => part.fields.iter().find_map(|field| part.origin(&[field.key], record, tables)),
                            },
                            Written::Leaf(leaf, _) => leaf.origin(record, tables),
                            Written::Unreadable(giver, place) => {
                                giver.origin(record, tables).map(|origin| (origin, place))
                            }
                        };
                    }
                    index += 1;
                };
                let mut context = Context::of(tables, None);
                lists.iter().for_each(|list| list.each(record, &mut context, &mut look));
                found
            }
        }
    }
}

/// An entry of a list as it is written.
#[derive(Clone)]
enum Written<'m> {
    Object(&'m Object),
    /// A value, and the piece of a text that it is.
    Leaf(&'m Leaf, Option<Value<'m>>),
    /// Nobody can say what the entry is, or whether it is one, because of this value; and the place of the first thing that
    /// would stand in it.
    Unreadable(&'m Giver, usize),
}

impl Written<'_> {
    /// Whether a record has anything of it.
    fn is_filled(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        match self {
            Self::Object(part) => part.is_filled(record, tables),
            Self::Leaf(leaf, _) => leaf.is_filled(record, tables),
            Self::Unreadable(..) => true,
        }
    }
}

fn write_list<'m>(
    lists: impl Iterator<Item = &'m Entries>,
    record: &dyn Record,
    context: &mut Context<'_>,
    out: &mut Vec<u8>,
) -> bool {
    let start = out.len();
    for list in lists {
        list.each(record, context, &mut |entry, record, context| {
            out.push(if out.len() == start { b'[' } else { b',' });
            match entry {
                Written::Object(part) => part.write_whole(record, context, out),
                Written::Leaf(leaf, piece) => {
                    let is_there = match piece {
                        Some(piece) => leaf.write_value(&piece, &leaf.giver, record, context, out),
                        None => leaf.write(record, context, out) > Wrote::Nothing,
                    };
                    if !is_there {
                        out.extend_from_slice(b"null");
                    }
                }
                Written::Unreadable(giver, place) => {
                    // No list stands in a list.
                    let kind = FieldKind::Anything;
                    note(place, giver.write_unreadable(kind, record, context.tables, out), context);
                }
            }
        });
    }
    let is_there = out.len() > start;
    if is_there {
        out.push(b']');
    }
    is_there
}

impl Entries {
    /// Shows each entry that the record has.
    fn each(
        &self,
        record: &dyn Record,
        context: &mut Context<'_>,
        show: &mut dyn FnMut(Written<'_>, &dyn Record, &mut Context<'_>),
    ) {
        let tables = context.tables;
        match &self.from {
            From::Table { table, key } => match key.of(record, tables) {
                Ok(None) => {}
                Ok(Some(text)) => {
                    let (mut has_row, mut is_sure) = (false, key.giver.is_sure_of(&text));
                    let shown = tables.each(*table, &text, &mut |row| {
                        is_sure = true;
                        let is_taken = match all(&self.tests, row, tables) {
                            Ok(true) if key.is_of_cases && !self.entry.is_filled(row, tables) => return true,
                            // Whose the entry is nobody knows.
                            Ok(true) if key.is_others(record, row) => {
                                show(self.unreadable(&key.own), row, context);
                                true
                            }
                            Ok(true) => {
                                self.entry.each(|entry| show(entry, row, context));
                                true
                            }
                            Ok(false) => false,
                            Err(test) => {
                                show(self.unreadable(&test.value), row, context);
                                true
                            }
                        };
                        has_row |= is_taken;
                        is_taken
                    });
                    // What no row is known by, and may be a text, does not say that there are no rows.
                    if shown.is_err() || !is_sure {
                        return show(self.unreadable(&key.giver), record, context);
                    }
                    let may_be = |row: &dyn Record| !matches!(all(&self.tests, row, tables), Ok(false));
                    if let Some(row) = tables.unkeyed(*table, key.asker, &may_be).filter(|_| !has_row) {
                        return show(self.unreadable(&key.own), row, context);
                    }
                    if self.tests.iter().all(|test| test.known.is_none()) {
                        return;
                    }
                    let mut is_told = false;
                    let _ = tables.each(*table, &text, &mut |row| {
                        let Some(test) = self.in_doubt(row, tables) else { return false };
                        context.has_no_kind = true;
                        if !is_told && (!has_row || !self.entry.is_whole(row, tables)) {
                            is_told = true;
                            show(self.unreadable(&test.value), row, context);
                        }
                        false
                    });
                }
                Err(()) => show(self.unreadable(&key.giver), record, context),
            },
            From::Nested { list } => {
                let (value, giver) = list.value(record, tables);
                if giver.conversion.is_nothing(&value) {
                    return;
                }
                let Value::Nested(json) = &value.opened() else {
                    return show(self.unreadable(list), record, context);
                };
                let entries = match json.as_ref() {
                    Json::Array(entries) => entries.as_slice(),
                    // One that was not put into a list.
                    one => std::slice::from_ref(one),
                };
                let (mut has_entry, mut doubtful) = (false, None);
                for entry in entries {
                    let row = Inner { json: entry, row: record.row() };
                    match all(&self.tests, &row, tables) {
                        Ok(true) => self.entry.each(|entry| show(entry, &row, context)),
                        Ok(false) => {
                            let test = self.in_doubt(&row, tables);
                            context.has_no_kind |= test.is_some();
                            let is_whole = self.entry.is_whole(&row, tables);
                            // One that lacks something says more than one that has all.
                            let is_less = doubtful.is_none_or(|(_, _, was_whole)| was_whole && !is_whole);
                            doubtful = test.map(|test| (test, entry, is_whole)).filter(|_| is_less).or(doubtful);
                            continue;
                        }
                        Err(test) => show(self.unreadable(&test.value), &row, context),
                    }
                    has_entry = true;
                }
                if let Some((test, entry, _)) = doubtful.filter(|(.., is_whole)| !has_entry || !is_whole) {
                    let row = Inner { json: entry, row: record.row() };
                    show(self.unreadable(&test.value), &row, context);
                }
            }
            From::Numbered => match all(&self.tests, record, tables) {
                Ok(true) => self.entry.each(|entry| {
                    if entry.is_filled(record, tables) {
                        show(entry, record, context);
                    }
                }),
                Ok(false) => {}
                Err(test) => show(self.unreadable(&test.value), record, context),
            },
            From::Split { giver, sign } => {
                let (value, own) = giver.value(record, tables);
                let Shape::Leaves(leaves) = &self.entry else { return };
                let Some(leaf) = leaves.first() else { return };
                if own.conversion.is_nothing(&value) {
                    return;
                }
                match all(&self.tests, record, tables) {
                    Ok(true) => {}
                    Ok(false) => return,
                    Err(test) => return show(self.unreadable(&test.value), record, context),
                }
                match &value {
                    Value::Text(text) => {
                        let pieces = text.split(sign.as_str()).map(|piece| Value::Text(Cow::Borrowed(piece.trim())));
                        for piece in pieces.filter(|piece| !own.conversion.is_blank(piece)) {
                            show(Written::Leaf(leaf, Some(piece)), record, context);
                        }
                    }
                    value => show(Written::Leaf(leaf, Some(value.clone())), record, context),
                }
            }
        }
    }
}

impl Entries {
    /// An entry of which nobody can say what it is, because of a value.
    fn unreadable<'m>(&self, because: &'m Giver) -> Written<'m> {
        Written::Unreadable(because, self.first_place())
    }

    /// The first of the conditions that does not hold for a record, where all of these ask for other words than it has, and nobody knows
    /// its own: if anything stands in it, it may be an entry all the same.
    fn in_doubt(&self, record: &dyn Record, tables: &dyn Tables) -> Option<&Test> {
        let mut first = None;
        for test in self.tests.iter().filter(|test| test.holds(record, tables) == Some(false)) {
            if !test.has_unknown_word(record, tables) {
                return None;
            }
            first = first.or(Some(test));
        }
        first.filter(|_| self.entry.is_filled(record, tables))
    }

    fn fields<'e>(&'e self, found: &mut Vec<(&'e Giver, usize)>) {
        match (&self.from, &self.entry) {
            (From::Nested { list: giver } | From::Split { giver, .. }, _) => giver.fields(found),
            (From::Numbered, Shape::Objects(parts)) => parts.iter().for_each(|part| part.fields(found)),
            (From::Numbered, Shape::Leaves(leaves)) => leaves.iter().for_each(|leaf| leaf.giver.fields(found)),
            (From::Table { .. }, _) => {}
        }
    }

    fn first_place(&self) -> usize {
        match &self.entry {
            Shape::Objects(parts) => parts.iter().find_map(Object::first_place),
            Shape::Leaves(leaves) => leaves.first().map(|leaf| leaf.place),
        }
        .unwrap_or_default()
    }
}

impl Shape {
    fn each<'m>(&'m self, mut show: impl FnMut(Written<'m>)) {
        match self {
            Self::Objects(parts) => parts.iter().for_each(|part| show(Written::Object(part))),
            Self::Leaves(leaves) => leaves.iter().for_each(|leaf| show(Written::Leaf(leaf, None))),
        }
    }

    /// Whether a record has anything of it.
    fn is_filled(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        let mut is_filled = false;
        self.each(|entry| is_filled |= entry.is_filled(record, tables));
        is_filled
    }

    /// Whether a record has all of it: be it an entry or not, nothing is missing by it.
    fn is_whole(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        match self {
            Self::Objects(parts) => parts.iter().all(|part| part.is_whole(record, tables)),
            Self::Leaves(leaves) => leaves.iter().all(|leaf| leaf.is_filled(record, tables)),
        }
    }
}

impl Leaf {
    fn write(&self, record: &dyn Record, context: &mut Context<'_>, out: &mut Vec<u8>) -> Wrote {
        let (value, giver) = self.giver.value(record, context.tables);
        context.has_differing |= value == Value::Unreadable && self.giver.is_divided(record, context.tables);
        // What the mapping itself says was checked against the model, and is what it is.
        if let Get::Constant(constant) = &giver.get
            && !matches!(value, Value::Nothing)
        {
            let says = self.says(giver);
            if context.is_without_constants && !says {
                return Wrote::Nothing;
            }
            constant.write(out);
            note(self.place, Converted::Done, context);
            return if says { Wrote::Something } else { Wrote::Constants };
        }
        // In the place of a day or a code, what systems write in a blank cell is nothing that anybody said.
        let is_a_systems = || !self.is_prose && matches!(&value, Value::Text(text) if nothing::word(text).is_some());
        match self.write_value(&value, giver, record, context, out) {
            false => Wrote::Nothing,
            true if context.is_weighed && (giver.conversion.is_blank(&value) || is_a_systems()) => Wrote::Blank,
            true => Wrote::Something,
        }
    }

    /// Whether what a constant is given for says something of the case: it hangs on a condition, or is the caller's word for what
    /// the cases are.
    fn says(&self, constant: &Giver) -> bool {
        self.is_of_case || !self.giver.tests.is_empty() || !constant.tests.is_empty()
    }

    /// Whether the record itself has something there that is not blank.
    fn is_filled(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        let (value, giver) = self.giver.value(record, tables);
        match &giver.get {
            Get::Constant(_) => !matches!(value, Value::Nothing) && self.says(giver),
            _ => !giver.conversion.is_blank(&value),
        }
    }

    fn write_value(
        &self,
        value: &Value<'_>,
        giver: &Giver,
        record: &dyn Record,
        context: &mut Context<'_>,
        out: &mut Vec<u8>,
    ) -> bool {
        let converted = match value {
            Value::Unreadable => giver.write_unreadable(self.kind, record, context.tables, out),
            value if self.is_prose => {
                context.has_for_nothing |= giver.conversion.is_word_for_nothing(value);
                giver.conversion.write_words(value, self.kind, out)
            }
            value => giver.conversion.write(value, self.kind, out),
        };
        // What is no answer to the check is none here either.
        let is_blank = || context.counts.is_some() && giver.conversion.is_blank(value);
        let became = if converted == Converted::Done && is_blank() { Converted::Nothing } else { converted };
        note(self.place, became, context);
        converted != Converted::Nothing
    }

    fn origin(&self, record: &dyn Record, tables: &dyn Tables) -> Option<(Origin, usize)> {
        Some((self.giver.origin(record, tables)?, self.place))
    }
}

/// Counts what became of a value.
fn note(place: usize, converted: Converted, context: &mut Context<'_>) {
    if let Some(counts) = context.counts.as_deref_mut().and_then(|counts| counts.get_mut(place)) {
        match converted {
            Converted::Nothing => counts.empty += 1,
            Converted::Done => counts.converted += 1,
            Converted::Refused => counts.refused += 1,
        }
    }
}

impl Giver {
    /// The value, and what gave it: how it is read is that one's matter.
    fn value<'r>(&'r self, record: &'r dyn Record, tables: &'r dyn Tables) -> (Value<'r>, &'r Self) {
        match all(&self.tests, record, tables) {
            Ok(true) => {}
            Ok(false) => return (Value::Nothing, self),
            Err(_) => return (Value::Unreadable, self),
        }
        let value = match &self.get {
            Get::Field { field, steps, .. } => self.giving(*field, steps, record).value(*field).at(steps),
            Get::Nothing { .. } => Value::Nothing,
            Get::Constant(Constant::Flag(flag)) => Value::Flag(*flag),
            Get::Constant(Constant::Number(number)) => Value::Number(*number),
            Get::Constant(Constant::Text(text)) => Value::Text(Cow::Borrowed(text)),
            Get::First(several) => {
                let found = || several.iter().map(|giver| giver.value(record, tables));
                let filled = found().find(|(value, giver)| !giver.conversion.is_blank(value));
                // Where none is filled in, what stands there is told as it is.
                let written = || found().find(|(value, giver)| !giver.conversion.is_nothing(value));
                return filled.or_else(written).unwrap_or((Value::Nothing, self));
            }
            Get::Join { pieces, with } => {
                let mut text = String::new();
                for piece in pieces {
                    let (value, giver) = piece.value(record, tables);
                    if giver.conversion.is_blank(&value) {
                        continue;
                    }
                    // What cannot be read makes the whole unreadable.
                    let Some(piece) = value.text().filter(|_| !is_error(&value)) else {
                        return (Value::Unreadable, self);
                    };
                    if !text.is_empty() {
                        text.push_str(with);
                    }
                    text.push_str(&piece);
                }
                text.into()
            }
            Get::Elsewhere { table, key, inner } => {
                // What is filled in, and the first that something stands in.
                let (mut found, mut written) = (None, None);
                match key.of(record, tables) {
                    Ok(None) => {}
                    Ok(Some(text)) => {
                        let mut is_sure = key.giver.is_sure_of(&text);
                        let shown = tables.each(*table, &text, &mut |row| {
                            is_sure = true;
                            let (value, giver) = inner.value(row, tables);
                            let is_blank = giver.conversion.is_blank(&value);
                            let place = if is_blank { &mut written } else { &mut found };
                            match place {
                                _ if !is_blank && key.is_others(record, row) => *place = Some(Value::Unreadable),
                                // Of two answers nobody knows which counts.
                                Some(known) if !is_blank && !is_same(known, &value) => *known = Value::Unreadable,
                                None if !giver.conversion.is_nothing(&value) => *place = Some(value.into_owned()),
                                _ => {}
                            }
                            inner.may_be_of(row, tables)
                        });
                        if shown.is_err() || !is_sure {
                            return (Value::Unreadable, self);
                        }
                    }
                    Err(()) => return (Value::Unreadable, self),
                }
                if found.is_none() && tables.unkeyed(*table, key.asker, &|row| inner.is_filled(row, tables)).is_some() {
                    found = Some(Value::Unreadable);
                }
                return (found.or(written).unwrap_or_default(), inner);
            }
        };
        (value, self)
    }

    /// Whether rows of another table that have it say different things of the case.
    fn is_divided(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        match &self.get {
            Get::Elsewhere { table, key, inner } => {
                let Ok(Some(text)) = key.of(record, tables) else { return false };
                let (mut first, mut is_divided) = (None, false);
                let _ = tables.each(*table, &text, &mut |row| {
                    let (value, giver) = inner.value(row, tables);
                    match &first {
                        _ if giver.conversion.is_blank(&value) => {}
                        _ if key.is_others(record, row) => is_divided = true,
                        Some(known) => is_divided |= !is_same(known, &value),
                        None => first = Some(value.into_owned()),
                    }
                    false
                });
                is_divided
            }
            Get::First(several) | Get::Join { pieces: several, .. } => {
                several.iter().any(|giver| giver.is_divided(record, tables))
            }
            Get::Field { .. } | Get::Nothing { .. } | Get::Constant(_) => false,
        }
    }

    /// Writes what stands for a value that nobody can read. All that a row of the cases lacks has one cause, which is to be seen.
    fn write_unreadable(
        &self,
        kind: FieldKind,
        record: &dyn Record,
        tables: &dyn Tables,
        out: &mut Vec<u8>,
    ) -> Converted {
        let origin = self.origin(record, tables).filter(|_| !matches!(kind, FieldKind::List { .. }));
        match origin.and_then(|origin| origin.cut_off()) {
            Some(row) => write_cut_off(row, out),
            None => write_unreadable(kind, out),
        }
    }

    /// The fields of the record itself that give it, each with what reads it.
    fn fields<'g>(&'g self, found: &mut Vec<(&'g Self, usize)>) {
        match &self.get {
            Get::Field { field, .. } => found.push((self, *field)),
            Get::First(several) | Get::Join { pieces: several, .. } => {
                several.iter().for_each(|giver| giver.fields(found));
            }
            Get::Nothing { .. } | Get::Constant(_) | Get::Elsewhere { .. } => {}
        }
    }

    /// Whether what it gives is no id that may be a text of the plan.
    fn is_sure_of(&self, text: &str) -> bool {
        self.ids.as_ref().is_none_or(|form| form.has(text))
    }

    /// Whether something stands there in a record.
    fn is_filled(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        let (value, giver) = self.value(record, tables);
        !giver.conversion.is_blank(&value)
    }

    /// Whether the conditions hold for a record, as far as anybody can say.
    fn may_be_of(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        !matches!(all(&self.tests, record, tables), Ok(false))
    }

    /// The record that gives a field, where several are one case.
    fn giving<'r>(&self, field: usize, steps: &[String], record: &'r dyn Record) -> &'r dyn Record {
        let is_filled = |value: Value<'_>| !self.conversion.is_blank(&value.at(steps));
        record.giving(field, &is_filled).unwrap_or(record)
    }

    fn origin(&self, record: &dyn Record, tables: &dyn Tables) -> Option<Origin> {
        let of = |record: &dyn Record, named: &Named, field: Option<usize>| Origin {
            table: named.table.as_deref().map(str::to_owned),
            row: record.row(),
            page: field.and_then(|field| record.page(field)),
            is_missing: field.is_none() && named.kind != NameKind::Column,
            unread: field.and_then(|field| record.unread(field)),
            kind: named.kind,
            name: named.name.as_ref().to_owned(),
        };
        // Where nobody can say whether a value counts, it is the condition that is to be corrected.
        if let Err(test) = all(&self.tests, record, tables) {
            return test.value.origin(record, tables);
        }
        match &self.get {
            Get::Field { field, steps, from, .. } => Some(of(self.giving(*field, steps, record), from, Some(*field))),
            Get::Nothing { from, .. } => Some(of(record, from, None)),
            Get::Constant(_) => None,
            Get::First(several) | Get::Join { pieces: several, .. } => {
                let is_filled = |giver: &&Self| giver.is_filled(record, tables);
                // Of places where nothing stands, one that is there.
                let is_there = |giver: &&Self| matches!(giver.get, Get::Field { .. });
                let giver = several.iter().find(is_filled).or_else(|| several.iter().find(is_there));
                giver.or(several.first())?.origin(record, tables)
            }
            Get::Elsewhere { table, key, inner } => {
                let (mut found, mut is_given) = (None, false);
                match key.of(record, tables) {
                    Ok(None) => {}
                    Ok(Some(text)) => {
                        let mut is_sure = key.giver.is_sure_of(&text);
                        let shown = tables.each(*table, &text, &mut |row| {
                            is_sure = true;
                            // The row that gives the value, or else the first that might have.
                            let gives = inner.is_filled(row, tables);
                            let may_be = inner.may_be_of(row, tables);
                            if may_be && (found.is_none() || gives && !is_given) {
                                found = inner.origin(row, tables);
                                is_given = gives;
                            }
                            may_be
                        });
                        if shown.is_err() || !is_sure {
                            return key.giver.origin(record, tables);
                        }
                    }
                    Err(()) => return key.giver.origin(record, tables),
                }
                let unread = self.is_divided(record, tables).then_some(Unread::Differing);
                let found = found.map(|origin| Origin { unread: unread.or(origin.unread), ..origin });
                found.or_else(|| {
                    let row = tables.unkeyed(*table, key.asker, &|row| inner.is_filled(row, tables))?;
                    key.own.origin(row, tables)
                })
            }
        }
    }
}

impl Key {
    /// Whether a row may be that of another case, which has the same number: whose it is nobody knows.
    fn is_others(&self, record: &dyn Record, row: &dyn Record) -> bool {
        self.is_of_cases && record.is_of_another(row.row())
    }

    /// What joins rows to the record; nothing joins nothing. An error where nobody can know which rows are its own.
    fn of(&self, record: &dyn Record, tables: &dyn Tables) -> Result<Option<String>, ()> {
        match text_of(&self.giver, record, tables) {
            Ok(None) if self.is_id => Err(()),
            text => text,
        }
    }
}

/// An id or a key without blanks around it; an error for what cannot be read.
fn text_of(giver: &Giver, record: &dyn Record, tables: &dyn Tables) -> Result<Option<String>, ()> {
    let (value, giver) = giver.value(record, tables);
    if giver.conversion.is_nothing(&value) {
        return Ok(None);
    }
    let text = value.text().filter(|text| !is_error(&value) && !ids::is_rounded(text.trim()));
    text.map(|text| Some(text.trim().to_owned())).ok_or(())
}

impl Test {
    /// Whether the condition holds; `None` when what it looks at cannot be read.
    fn holds(&self, record: &dyn Record, tables: &dyn Tables) -> Option<bool> {
        let (value, giver) = self.value.value(record, tables);
        let is_blank = giver.conversion.is_nothing(&value);
        if self.blank.is_some_and(|blank| blank != is_blank) {
            return Some(false);
        }
        if self.is.is_none() && self.not.is_none() {
            return Some(true);
        }
        let text = if value.is_nothing() { String::new() } else { value.text()?.trim().to_lowercase() };
        let is_it = |words: &Words| words.has(&text);
        // What stands there in the place of a value is nothing that is asked for, but where it is asked for itself.
        if is_error(&value) && !self.is.iter().chain(&self.not).any(is_it) {
            return None;
        }
        let is_ruled_out = self.not.as_ref().is_some_and(is_it);
        let holds = self.is.as_ref().is_none_or(is_it) && !is_ruled_out;
        if let Some(has_held) = self.has_held.as_ref().filter(|has_held| holds && !has_held.load(Ordering::Relaxed)) {
            has_held.store(true, Ordering::Relaxed);
        }
        Some(holds)
    }

    /// Whether what it looks at is a word that nobody knows, or blank.
    fn has_unknown_word(&self, record: &dyn Record, tables: &dyn Tables) -> bool {
        let text = self.value.value(record, tables).0.text().map(|text| text.trim().to_lowercase());
        self.known.as_ref().is_some_and(|known| !known.contains(text.as_deref().unwrap_or_default()))
    }
}

/// Whether all of some conditions hold; the one that cannot be read, where it depends on that.
fn all<'m>(tests: &'m [Test], record: &dyn Record, tables: &dyn Tables) -> Result<bool, &'m Test> {
    let mut unread = None;
    for test in tests {
        match test.holds(record, tables) {
            Some(true) => {}
            Some(false) => return Ok(false),
            None => unread = unread.or(Some(test)),
        }
    }
    unread.map_or(Ok(true), Err)
}

/// An entry of a nested list, as a record of its own with one field: the whole of it.
struct Inner<'j> {
    json: &'j Json,
    row: Option<u64>,
}

impl Record for Inner<'_> {
    fn value(&self, _: usize) -> Value<'_> {
        match self.json {
            Json::Array(_) | Json::Object(_) => Value::Nested(Cow::Borrowed(self.json)),
            json => Value::of_json(json),
        }
    }

    fn row(&self) -> Option<u64> {
        self.row
    }
}
