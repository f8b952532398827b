//! A mapping and its sources together: one case after the other.

use std::collections::hash_map::RandomState;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::fs::File;
use std::hash::BuildHasher as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex};

use rehabplan::text::Wording;
use rehabplan::{Horizon, Lang};

use crate::bound::{Bound, Counts, Tables, TooManyRows};
use crate::inside::ENTRY;
pub use crate::joined::Joined;
use crate::joined::JoinedTable;
use crate::limits::{MAX_JOINED_ROWS, MAX_REMEMBERED_IDS};
use crate::mapping::{Fields, Mapping, MappingError, MappingFault, Table};
use crate::names::shown;
pub use crate::noticed::{FirstRows, Noticed, Unused};
use crate::record::{Field, Origin, Record};
use crate::source::{self, Found, Opened, Row, Rows, SourceError, SourceFault};
use crate::sums::{self, Id};
use crate::together::{Divided, OfCase};
use crate::twice::is_twice;
use crate::value::Value;

/// A mapping that is held against its sources, which are open and about to be read.
pub struct Import {
    bound: Arc<Bound>,
    joined: Arc<Joined>,
    fields: Vec<Field>,
    found: Found,
    carried: Vec<Arc<str>>,
    tables: Vec<String>,
    /// Which of them stand in the file of the cases.
    stand_with_cases: Vec<bool>,
    rows: Rows,
    ids: Ids,
    is_once: bool,
    /// Where rows with the same id are one case: the cases, once all rows were read.
    together: Option<std::vec::IntoIter<Result<OfCase, SourceError>>>,
    file: Option<File>,
}

/// The ids that were met, as hashes. Files that are read in one run have them in common.
#[derive(Debug, Clone, Default)]
pub struct Ids {
    met: Arc<Mutex<HashSet<u64>>>,
    hasher: RandomState,
}

impl Ids {
    /// Whether an id was met before. Beyond the limit nothing is remembered.
    fn has_met(&self, id: &str) -> bool {
        let hash = self.hasher.hash_one(id);
        let Ok(mut met) = self.met.lock() else { return false };
        if met.len() < MAX_REMEMBERED_IDS { !met.insert(hash) } else { met.contains(&hash) }
    }
}

impl fmt::Debug for Import {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_struct("Import").field("found", &self.found).finish_non_exhaustive()
    }
}

/// Why sources cannot be read by a mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ImportError {
    /// The mapping cannot be used for these sources.
    Mapping(MappingError),
    /// A source cannot be read.
    Source {
        /// The table, by its name in the mapping; `None` for the one that the cases stand in.
        table: Option<String>,
        /// Why.
        error: SourceError,
    },
    /// No source is given for a table of the mapping, and it says of none.
    MissingTable(String),
    /// A table that is named is none of the mapping's.
    UnknownTable {
        /// The name.
        table: String,
        /// The one that was most likely meant.
        nearest: Option<String>,
    },
}

impl ImportError {
    /// A stable code for what is wrong.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Mapping(error) => error.fault.code(),
            Self::Source { error, .. } => error.fault.code(),
            Self::UnknownTable { .. } => "unknownTable",
            Self::MissingTable(_) => "missingTable",
        }
    }

    /// The error in words. It never holds a value of a source.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        const TABLE: Wording = Wording::new("tabel »{it}«: ", "table \"{it}\": ");
        const UNKNOWN: Wording = Wording::new("kortet har ingen tabel »{it}«", "the mapping has no table \"{it}\"");
        const MISSING: Wording = Wording::new("tabellen »{it}« mangler", "the table \"{it}\" is missing");
        const MEANT: Wording = Wording::new("; mente du »{it}«?", "; did you mean \"{it}\"?");
        let fill = |text: &Wording, it: &str| text.get(lang).replace("{it}", it);
        match self {
            Self::Mapping(error) => error.message(lang),
            Self::Source { table, error } => {
                let table = table.as_ref().map(|table| fill(&TABLE, table)).unwrap_or_default();
                format!("{table}{}", error.message(lang))
            }
            Self::MissingTable(table) => fill(&MISSING, table),
            Self::UnknownTable { table, nearest } => {
                let meant = nearest.as_ref().map(|nearest| fill(&MEANT, nearest)).unwrap_or_default();
                format!("{}{meant}", fill(&UNKNOWN, table))
            }
        }
    }
}

impl fmt::Display for ImportError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.message(Lang::En))
    }
}

impl std::error::Error for ImportError {}

impl From<MappingError> for ImportError {
    fn from(error: MappingError) -> Self {
        Self::Mapping(error)
    }
}

impl Import {
    /// Opens the file of the cases and those of the other tables. A table that is not given a file stands where the mapping
    /// says: in a file beside that of the cases, or in the same file.
    ///
    /// # Errors
    ///
    /// An [`ImportError`] when a file cannot be read, or does not have what the mapping names.
    pub fn open(mapping: &Mapping, cases: &Path, tables: &[(String, PathBuf)]) -> Result<Self, ImportError> {
        let (opened, reading) = open(mapping, cases)?;
        let mut given = Vec::new();
        for (name, path) in tables {
            let table = source::open(path, &mapping.source_of(name));
            given
                .push((name.clone(), table.map_err(|error| ImportError::Source { table: Some(name.clone()), error })?));
        }
        Ok(Self { file: reading, ..Self::with(mapping, opened, Some(cases), given)? })
    }

    /// Opens another file of cases beside tables that are open and in memory already.
    ///
    /// # Errors
    ///
    /// See [`Import::open`].
    pub fn beside(mapping: &Mapping, cases: &Path, joined: Arc<Joined>) -> Result<Self, ImportError> {
        let (opened, reading) = open(mapping, cases)?;
        let opened = opened.filled(&mapping.fill_of_cases());
        let opened = opened.looked_into().with_late(mapping.optional_names());
        let bound = bind(mapping, &opened, &joined.fields)?;
        Ok(Self { file: reading, ..Self::of(mapping, opened, bound, joined) })
    }

    /// The same with sources that are open, each by the name of its table. Where the cases come from a file, a table that is
    /// not given stands beside it or in it; where they do not, and several rows are one case (`once`), it has the rows of the cases.
    ///
    /// # Errors
    ///
    /// See [`Import::open`].
    pub fn with(
        mapping: &Mapping,
        mut cases: Opened,
        file: Option<&Path>,
        mut given: Vec<(String, Opened)>,
    ) -> Result<Self, ImportError> {
        let declared = &mapping.file().tables.0;
        if let Some((name, _)) = given.iter().find(|(name, _)| !declared.iter().any(|(known, _)| known == name)) {
            let nearest = rehabplan::text::nearest(name, declared.iter().map(|(known, _)| known.as_str()));
            return Err(ImportError::UnknownTable { table: name.clone(), nearest: nearest.map(str::to_owned) });
        }
        let fill = mapping.fill_of_cases();
        let mut others = Vec::new();
        for (name, table) in declared {
            if let Some(place) = given.iter().position(|(given, _)| given == name) {
                others.push(given.swap_remove(place).1);
                continue;
            }
            if file.is_none() && mapping.file().once && table.is_of_the_cases(&mapping.file().source) {
                let (one, other) = cases.twice();
                cases = one;
                others.push(other.filled(&fill));
                continue;
            }
            let Some(cases) = file else { return Err(ImportError::MissingTable(name.clone())) };
            let beside = mapping.beside(cases).find(|(known, _)| known == name).map(|(_, path)| path);
            let of_cases = Some(&mapping.file().source).filter(|source| table.is_of_the_cases(source));
            let other = source::open(beside.as_deref().unwrap_or(cases), of_cases.unwrap_or(&table.source));
            let other = if of_cases.is_some() { other.map(|other| other.filled(&fill)) } else { other };
            others.push(other.map_err(|mut error| {
                if let (Some(file), SourceFault::NotFound) = (&table.file, &*error.fault) {
                    *error.fault = SourceFault::NotBeside(file.clone());
                }
                ImportError::Source { table: Some(name.clone()), error }
            })?);
        }
        Self::new(mapping, cases, others)
    }

    /// Holds a mapping against sources that are open: that of the cases, and the other tables in the order of the mapping,
    /// whose rows are read into memory.
    ///
    /// # Errors
    ///
    /// An [`ImportError`] when a source does not have what the mapping names, or another table cannot be read.
    pub fn new(mapping: &Mapping, cases: Opened, tables: Vec<Opened>) -> Result<Self, ImportError> {
        let (mut fields, mut rows) = (Vec::new(), Vec::new());
        let cases = cases.filled(&mapping.fill_of_cases());
        let cases = cases.looked_into().with_late(mapping.optional_names());
        let filled =
            |(table, (_, said)): (Opened, &(String, Table))| table.filled(&mapping.fill_of(said)).looked_into();
        for table in tables.into_iter().zip(&mapping.file().tables.0).map(filled) {
            fields.push(table.fields);
            rows.push(table.rows);
        }
        let bound = bind(mapping, &cases, &fields)?;
        let mut joined = Joined::default();
        joined.fields = fields;
        for (index, (rows, (name, _))) in rows.into_iter().zip(&mapping.file().tables.0).enumerate() {
            let cells = joined.fields.get(index).map_or(0, Vec::len);
            let table = mapping.file().tables.0.get(index);
            let stands = table.is_some_and(|(_, table)| table.is_of_the_cases(&mapping.file().source));
            // What is no case belongs to none.
            let is_case = |row: &Row| {
                let id = if stands { bound.in_place_of_id(row) } else { None };
                let is_left_out = |kind| matches!(kind, RowKind::LeftOut | RowKind::NoteLeftOut);
                !stands || !is_left_out(RowKind::of(&bound, &cases.fields, row, id.as_deref()))
            };
            let table = JoinedTable::read(rows, cells, is_case, |row| bound.key_of(index, row));
            let mut table = table.map_err(|error| ImportError::Source { table: Some(name.clone()), error })?;
            table.stands_with_cases = stands;
            table.is_joined = bound.is_joined.get(index).copied().unwrap_or_default();
            joined.tables.push(table);
        }
        Ok(Self::of(mapping, cases, bound, Arc::new(joined)))
    }

    fn of(mapping: &Mapping, mut cases: Opened, bound: Bound, joined: Arc<Joined>) -> Self {
        // What another table of the mapping is read from was not left out.
        let is_read = |sheet: &String| {
            mapping.file().tables.0.iter().any(|(_, table)| table.source.sheet.as_ref() == Some(sheet))
        };
        cases.found.unread_sheets.retain(|(sheet, _)| !is_read(sheet));
        let carried = mapping.file().carry.iter().map(|name| Arc::from(name.as_str())).collect();
        Self {
            bound: Arc::new(bound),
            joined,
            fields: cases.fields,
            found: cases.found,
            carried,
            tables: mapping.file().tables.0.iter().map(|(name, _)| name.clone()).collect(),
            stand_with_cases: mapping
                .file()
                .tables
                .0
                .iter()
                .map(|(_, table)| table.is_of_the_cases(&mapping.file().source))
                .collect(),
            rows: cases.rows,
            ids: Ids::default(),
            is_once: mapping.file().once,
            together: None,
            file: None,
        }
    }

    /// The same, where cases of other files have ids too: one that comes again is told.
    #[must_use]
    pub fn with_ids(self, ids: &Ids) -> Self {
        Self { ids: ids.clone(), ..self }
    }

    /// The file that the cases come from, whose position tells how much of it has been read.
    #[must_use]
    pub fn file(&self) -> Option<&File> {
        self.file.as_ref()
    }

    /// What the source of the cases was found to be.
    #[must_use]
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// What the sources can hold of a plan.
    #[must_use]
    pub fn horizon(&self) -> &Horizon {
        self.bound.horizon()
    }

    /// The mapping, bound to the sources.
    #[must_use]
    pub fn bound(&self) -> &Bound {
        &self.bound
    }

    /// What nothing is taken from, in words that hold no value: columns of the cases, what stands further in in those that
    /// something is taken from, and columns of the other tables.
    pub(crate) fn untaken(&self) -> Vec<String> {
        let name =
            |place: usize, name: &str| shown(name).map_or_else(|| (place + 1).to_string(), |name| name.into_owned());
        let step = |step: &String| match step.as_str() {
            ENTRY => Some(ENTRY.to_owned()),
            step => shown(step).map(|step| step.into_owned()),
        };
        let mut untaken = Vec::new();
        // A table that stands with the cases has the same columns.
        let is_used_beside = |name: &str| {
            let tables = self.joined.fields.iter().enumerate().zip(&self.stand_with_cases);
            let is_it = |fields: &[Field], table| {
                let mut places = fields.iter().enumerate().filter(|(_, field)| *field.name == *name);
                places.any(|(place, _)| self.bound.uses_in_table(table, place))
            };
            tables.filter(|(_, stands)| **stands).any(|((table, fields), _)| is_it(fields, table))
        };
        for (place, field) in self.fields.iter().enumerate() {
            if !self.bound.uses(place) && is_used_beside(&field.name) {
                continue;
            }
            if !self.bound.uses(place) {
                untaken.push(name(place, &field.name));
                continue;
            }
            // A key that may be a value is not told, but what it stands in.
            let ways = self.bound.left_inside(field).into_iter();
            let ways = ways.map(|way| way.iter().map_while(step).fold(String::new(), |way, step| way + "/" + &step));
            for way in ways {
                if !untaken.contains(&way) {
                    untaken.push(way);
                }
            }
        }
        for ((table, fields), known) in self.joined.fields.iter().enumerate().zip(&self.tables) {
            let stands = self.stand_with_cases.get(table).copied().unwrap_or_default();
            let is_used_by_cases = |name: &str| {
                self.fields.iter().position(|own| *own.name == *name).is_some_and(|own| self.bound.uses(own))
            };
            let left = fields.iter().enumerate().filter(|(place, field)| {
                !self.bound.uses_in_table(table, *place)
                    && !(stands && (is_used_by_cases(&field.name) || is_used_beside(&field.name)))
            });
            untaken.extend(left.map(|(place, field)| format!("{known}: {}", name(place, &field.name))));
        }
        untaken
    }

    /// The names of the columns that go along.
    #[must_use]
    pub fn carried(&self) -> &[Arc<str>] {
        &self.carried
    }

    /// The names of the other tables, in the order of the mapping.
    #[must_use]
    pub fn tables(&self) -> &[String] {
        &self.tables
    }

    /// The other tables, to be asked after the last case what of them was not used.
    #[must_use]
    pub fn joined(&self) -> Arc<Joined> {
        Arc::clone(&self.joined)
    }
}

/// Holds a mapping against sources. What most likely holds no cases is told as what it is, unless the mapping knows it better.
fn bind(mapping: &Mapping, cases: &Opened, tables: &[Vec<Field>]) -> Result<Bound, ImportError> {
    let bound = mapping.bind(Fields { cases: &cases.fields, tables, is_complete: true });
    let is_strange = match &bound {
        Ok(bound) => !(0..cases.fields.len()).any(|field| bound.uses(field)),
        Err(error) => matches!(*error.fault, MappingFault::UnknownColumn { nearest: None, table: None, .. }),
    };
    match cases.doubt.clone().filter(|_| is_strange) {
        Some(doubt) => Err(ImportError::Source { table: None, error: doubt.into() }),
        None => Ok(bound?),
    }
}

/// Opens the file of the cases, and gives another handle of the same position.
fn open(mapping: &Mapping, cases: &Path) -> Result<(Opened, Option<File>), ImportError> {
    let wrong = |error| ImportError::Source { table: None, error };
    let file = source::file(cases).map_err(wrong)?;
    let reading = file.try_clone().ok();
    Ok((source::of_file(file, &mapping.file().source).map_err(wrong)?, reading))
}

/// What a row among the cases is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum RowKind {
    Case,
    /// A case, with what may be a text in the place of its id.
    OddId,
    /// It looks as if it were no case.
    Note,
    /// It looks so, and the mapping leaves such rows out.
    NoteLeftOut,
    /// The mapping leaves it out.
    LeftOut,
}

impl RowKind {
    /// What a row is, with what stands in the place of its id.
    fn of(bound: &Bound, fields: &[Field], row: &Row, id: Option<&str>) -> Self {
        if !bound.is_case(row) {
            return Self::LeftOut;
        }
        let id = match id {
            None if bound.has_id() => Id::Blank,
            None => Id::Unknown,
            Some(_) if bound.id(row).is_some() => Id::Is,
            Some(_) => Id::Odd,
        };
        let is_case =
            |is_sum: bool| bound.is_read(row) || !is_sum && matches!(id, Id::Odd) && bound.is_mostly_filled(row);
        match sums::is_no_case(row, fields, id, is_case) {
            true if bound.skips_notes => Self::NoteLeftOut,
            true => Self::Note,
            false if matches!(id, Id::Odd) => Self::OddId,
            false => Self::Case,
        }
    }
}

impl Import {
    /// The next row that the mapping does not leave out, and what stands in the place of its id.
    fn next_row(&mut self) -> Option<Result<(Row, Option<String>), SourceError>> {
        loop {
            match self.rows.next()? {
                Err(error) => return Some(Err(error)),
                Ok(row) => {
                    let id = self.bound.in_place_of_id(&row);
                    match RowKind::of(&self.bound, &self.fields, &row, id.as_deref()) {
                        RowKind::LeftOut => {
                            self.joined.note(|noticed| noticed.left_out += 1);
                            continue;
                        }
                        RowKind::NoteLeftOut => {
                            self.joined.note(|noticed| {
                                noticed.notes += 1;
                                noticed.note_rows.note(&row);
                            });
                            continue;
                        }
                        RowKind::Note => self.joined.note(|noticed| noticed.sums += 1),
                        RowKind::OddId if id.as_ref().is_some_and(|id| self.joined.is_key(&self.bound, id)) => {}
                        RowKind::OddId => {
                            self.joined.note(|noticed| {
                                noticed.odd_ids += 1;
                                noticed.odd_rows.note(&row);
                            });
                        }
                        RowKind::Case if self.bound.is_id_lost(&row) => {
                            self.joined.note(|noticed| {
                                noticed.lost_ids += 1;
                                noticed.lost_rows.note(&row);
                            });
                        }
                        RowKind::Case => {}
                    }
                    return Some(Ok((row, id)));
                }
            }
        }
    }

    /// All rows, those of one case together, in the order in which the cases are met. One without an id is a case of its own.
    fn together(&mut self) -> Vec<Result<OfCase, SourceError>> {
        let mut cases: Vec<Result<Vec<Row>, SourceError>> = Vec::new();
        let mut places: HashMap<String, usize> = HashMap::new();
        for count in 0.. {
            let (row, id) = match self.next_row() {
                None => break,
                Some(_) if count == MAX_JOINED_ROWS => return vec![Err(SourceFault::TooManyRows.into())],
                Some(Err(error)) => {
                    cases.push(Err(error));
                    continue;
                }
                Some(Ok(row)) => row,
            };
            let place = id.map_or(cases.len(), |id| *places.entry(id).or_insert(cases.len()));
            match cases.get_mut(place) {
                Some(Ok(rows)) => rows.push(row),
                _ => cases.push(Ok(vec![row])),
            }
        }
        let one = |rows: Result<Vec<Row>, SourceError>| {
            let rows = rows?;
            if rows.len() < 2 {
                return Ok(OfCase::of(rows));
            }
            let (own, others) = self.bound.of_one_case(&rows, &*self.joined);
            let case = OfCase::of(own);
            let differing = self.bound.differing(&rows, &case, &*self.joined);
            self.joined.note(|noticed| noticed.differing += differing);
            let fields = self.bound.divided(&others, &case);
            Ok(case.divided(Divided { fields, rows: others.iter().map(Record::row).collect() }))
        };
        cases.into_iter().map(one).collect()
    }

    fn next_case(&mut self) -> Option<Result<OfCase, SourceError>> {
        if self.is_once {
            if self.together.is_none() {
                self.together = Some(self.together().into_iter());
            }
            let case = self.together.as_mut()?.next();
            // Within the file they are one case; another file may have it too.
            let id = case.as_ref().and_then(|case| self.bound.in_place_of_id(case.as_ref().ok()?));
            if id.is_some_and(|id| self.ids.has_met(&id)) {
                self.joined.note(|noticed| noticed.repeated_ids += 1);
            }
            return case;
        }
        Some(self.next_row()?.map(|(row, id)| {
            if id.is_some_and(|id| self.ids.has_met(&id)) {
                self.joined.note(|noticed| noticed.repeated_ids += 1);
            }
            OfCase::One(row)
        }))
    }
}

impl Iterator for Import {
    type Item = Result<Case, SourceError>;

    fn next(&mut self) -> Option<Self::Item> {
        let case = self.next_case()?;
        Some(case.map(|row| {
            let crowded = self.joined.crowded(&self.bound, &row);
            Case { row, crowded, bound: Arc::clone(&self.bound), joined: Arc::clone(&self.joined) }
        }))
    }
}

/// More bytes than most plans of a table have.
const USUAL: usize = 1 << 11;

/// A case of a source, on its way to becoming a plan.
#[derive(Debug, Clone)]
pub struct Case {
    row: OfCase,
    /// The tables of which so many cases want so many rows that this one gets none.
    crowded: Vec<usize>,
    bound: Arc<Bound>,
    joined: Arc<Joined>,
}

impl Case {
    /// The plan as JSON.
    #[must_use]
    pub fn plan(&self) -> Vec<u8> {
        let mut plan = Vec::with_capacity(USUAL);
        self.bound.write(&self.row, self, &mut plan);
        self.look(&plan);
        plan
    }

    fn look(&self, plan: &[u8]) {
        if is_twice(plan) {
            self.joined.note(|noticed| noticed.encoded_twice += 1);
        }
        if self.bound.lacks_part(plan) {
            self.joined.note(|noticed| noticed.without_part += 1);
        }
        let own = [&self.bound.for_nothing, &self.bound.of_no_kind, &self.bound.divided];
        let own = own.map(|count| count.swap(0, Ordering::Relaxed));
        // Hardly a plan has any, and other threads are not to wait for that.
        if own != [0; 3] {
            let [for_nothing, of_no_kind, divided] = own;
            self.joined.note(|noticed| {
                noticed.for_nothing += for_nothing;
                noticed.of_no_kind += of_no_kind;
                noticed.divided += divided;
            });
        }
    }

    /// The same, counting what becomes of each value.
    pub fn count(&self, counts: &mut [Counts]) -> Vec<u8> {
        let mut plan = Vec::new();
        self.bound.count(&self.row, self, &mut plan, counts);
        self.look(&plan);
        plan
    }

    /// The row that the case stands in.
    #[must_use]
    pub fn row(&self) -> Option<u64> {
        self.row.row()
    }

    /// The caller's own id as it may be shown; none, where what stands there may be a text of the plan. That no other table can have:
    /// a word that its rows are known by is one.
    #[must_use]
    pub fn id(&self) -> Option<String> {
        let shown = self.bound.id(&self.row);
        shown.or_else(|| self.bound.in_place_of_id(&self.row).filter(|text| self.joined.is_key(&self.bound, text)))
    }

    /// Whether nothing stands in the place of the id.
    pub(crate) fn is_without_id(&self) -> bool {
        self.bound.in_place_of_id(&self.row).is_none()
    }

    /// What goes along, as text. Where the id may be a text, the row may be a part of one; what else stands in it tells.
    #[must_use]
    pub fn carried(&self) -> Vec<Option<String>> {
        let is_odd = !self.is_without_id() && self.id().is_none() && !self.bound.is_read(&self.row);
        let text = |value: Value<'_>| match &value {
            _ if is_odd => None,
            Value::Nested(json) => Some(json.to_string()),
            value if value.is_nothing() => None,
            value => value.text().map(std::borrow::Cow::into_owned),
        };
        self.bound.carried(&self.row).into_iter().map(text).collect()
    }

    /// Where a value of the plan came from, by a JSON Pointer into the plan.
    #[must_use]
    pub fn origin(&self, pointer: &str) -> Option<Origin> {
        self.bound.origin(&self.row, self, pointer).map(|(origin, _)| origin)
    }

    /// Whether a place of the plan cannot be read because the case has no id, or one that may be a text.
    #[cfg(feature = "batch")]
    pub(crate) fn lacks_id_at(&self, pointer: &str) -> bool {
        let of_id = || self.bound.id_origin(&self.row);
        self.id().is_none() && of_id().is_some_and(|of_id| self.origin(pointer) == Some(of_id))
    }

    /// Whether a place of the plan cannot be read because too many rows have the key of the case.
    #[cfg(feature = "batch")]
    pub(crate) fn is_crowded_at(&self, pointer: &str) -> bool {
        let origin = self.origin(pointer);
        let is_key = |table: &usize| self.bound.join_origin(*table, &self.row).is_some_and(|key| Some(key) == origin);
        self.crowded.iter().any(is_key)
    }

    /// Whether a place of the plan cannot be read because a row of another table does not say whose it is.
    #[cfg(feature = "batch")]
    pub(crate) fn lacks_key_at(&self, pointer: &str) -> bool {
        self.origin(pointer).is_some_and(|origin| self.bound.is_key(&origin))
    }

    /// Whether a place of the plan cannot be read because nobody knows the word of what may be an entry of a list.
    #[cfg(feature = "batch")]
    pub(crate) fn lacks_kind_at(&self, pointer: &str) -> bool {
        self.origin(pointer).is_some_and(|origin| origin.unread.is_none() && self.bound.tells_kinds(&origin))
    }

    /// Which of the [places](Bound::places) of the mapping a place of the plan is.
    pub(crate) fn place(&self, pointer: &str) -> Option<usize> {
        self.bound.origin(&self.row, self, pointer).map(|(_, place)| place)
    }
}

impl Tables for Case {
    fn each(&self, table: usize, key: &str, show: &mut dyn FnMut(&dyn Record) -> bool) -> Result<(), TooManyRows> {
        if self.crowded.contains(&table) { Err(TooManyRows) } else { self.joined.each(table, key, show) }
    }

    fn unkeyed(&self, table: usize, asker: usize, may_be: &dyn Fn(&dyn Record) -> bool) -> Option<&dyn Record> {
        self.joined.unkeyed(table, asker, may_be)
    }
}
