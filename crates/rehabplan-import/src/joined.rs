//! Rows of other tables that are joined to the cases by what both are known by.

use std::collections::HashMap;
use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash as _, Hasher as _};
use std::sync::atomic::{AtomicBool, AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, OnceLock, RwLock};

use crate::bound::{Bound, Tables, TooManyRows};
use crate::ids::is_code;
use crate::limits::{FEW_ROWS, MAX_JOINED_ROWS, MAX_ROWS_OF_KEY, MAX_SHARED_ROWS};
use crate::noticed::{NAMED_ROWS, Noticed, Unused};
use crate::record::{Field, Record};
use crate::source::{Row, Rows, SourceError, SourceFault};
use crate::spelt::Spelt;
use crate::sums;
use crate::together::OfCase;

/// The rows of other tables, in memory, and what became of them and of the cases.
#[derive(Debug, Default)]
pub struct Joined {
    pub(crate) fields: Vec<Vec<Field>>,
    pub(crate) tables: Vec<JoinedTable>,
    /// What was noticed so far.
    noticed: Mutex<Noticed>,
}

#[derive(Debug, Default)]
pub(crate) struct JoinedTable {
    rows: Vec<(Row, AtomicBool)>,
    by_key: HashMap<Box<str>, Group>,
    /// The rows that say something, and whose key is blank or cannot be read.
    unkeyed: Vec<u32>,
    /// The first of these that may be for whoever asks, by the number of who asks.
    first_unkeyed: RwLock<HashMap<usize, Option<u32>>>,
    /// Some key has so many rows that it matters how many cases get them.
    is_crowded: bool,
    /// Its rows are those of the cases, and their ids no other word for it.
    pub(crate) stands_with_cases: bool,
    /// The mapping takes something from it.
    pub(crate) is_joined: bool,
    /// For the numbers that begin with zeros: how they are written here, where it is in one way alone.
    by_number: HashMap<Box<str>, Option<Box<str>>>,
    /// For the keys with letters: how they are written here.
    by_spelling: HashMap<Box<str>, Spelling>,
    /// Made for the first case without a row.
    spelt: OnceLock<Spelt>,
}

/// How keys are written that are the same in small letters and without blanks.
#[derive(Debug)]
struct Spelling {
    written: Box<str>,
    /// Another is written otherwise, and which of them a third means nobody knows.
    is_shared: bool,
    /// One was met that is written like none of them.
    was_met: AtomicBool,
}

#[derive(Debug, Default)]
struct Group {
    rows: Vec<u32>,
    /// The cases that have the key.
    cases: AtomicUsize,
    /// The key by which it was asked for first, as a hash; 0 as long as it was not.
    met_by: AtomicU64,
    /// Another key led to it too: the same number with other zeros before it, or the same in other letters or blanks.
    is_shared: AtomicBool,
}

impl Group {
    /// Takes down that a key led here, and says whether it is the first other than the one before.
    fn meet(&self, key: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        let own = hasher.finish() | 1;
        let known = self.met_by.compare_exchange(0, own, Ordering::Relaxed, Ordering::Relaxed);
        known.is_err_and(|known| known != own) && !self.is_shared.swap(true, Ordering::Relaxed)
    }

    fn was_met(&self) -> bool {
        self.met_by.load(Ordering::Relaxed) != 0
    }

    /// Takes down that one more case has the key, and says whether that is one too many for its rows.
    fn is_too_much(&self) -> bool {
        let (rows, cases) = (self.rows.len(), self.cases.fetch_add(1, Ordering::Relaxed) + 1);
        rows > MAX_ROWS_OF_KEY || rows > FEW_ROWS && rows.saturating_mul(cases) > MAX_SHARED_ROWS
    }
}

/// A key as it is held against others: data frames make `7.0` of a 7.
fn key(text: &str) -> &str {
    let is_number = |text: &&str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.strip_suffix(".0").filter(is_number).unwrap_or(text)
}

/// A number without the zeros before it, which spreadsheets take away.
fn number(key: &str) -> Option<&str> {
    let is_number = !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| key.trim_start_matches('0')).filter(|number| !number.is_empty())
}

/// A key in small letters and without blanks, where it has letters.
fn spelling(key: &str) -> Option<String> {
    let plain = || key.chars().filter(|letter| !letter.is_whitespace()).flat_map(char::to_lowercase).collect();
    key.contains(char::is_alphabetic).then(plain)
}

impl JoinedTable {
    pub(crate) fn read(
        rows: Rows,
        cells: usize,
        is_case: impl Fn(&Row) -> bool,
        key_of: impl Fn(&Row) -> Result<Option<String>, ()>,
    ) -> Result<Self, SourceError> {
        let mut table = Self::default();
        for row in rows {
            // One that cannot be read may be anybody's, like one without a key; the others are read all the same.
            let row = match row {
                Err(SourceError { row: Some(number), .. }) => Row::lost(number),
                row => row?,
            };
            if !is_case(&row) {
                continue;
            }
            let place = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
            if table.rows.len() >= MAX_JOINED_ROWS {
                return Err(SourceFault::TooManyRows.into());
            }
            let key_of = key_of(&row);
            // Without a key a row of sums is nobody's, and any other may be anybody's.
            if key_of.is_err() || key_of == Ok(None) && !sums::is_sum(&row, cells) {
                table.unkeyed.push(place);
            }
            if let Ok(Some(text)) = key_of {
                let key = key(&text);
                if let Some(number) = number(key).filter(|number| *number != key) {
                    let known = table.by_number.entry(number.into()).or_insert_with(|| Some(key.into()));
                    if known.as_deref() != Some(key) {
                        *known = None;
                    }
                }
                if let Some(spelling) = spelling(key) {
                    let spelt = || Spelling { written: key.into(), is_shared: false, was_met: AtomicBool::new(false) };
                    let known = table.by_spelling.entry(spelling.into()).or_insert_with(spelt);
                    known.is_shared |= *known.written != *key;
                }
                table.by_key.entry(key.into()).or_default().rows.push(place);
            }
            table.rows.push((row, AtomicBool::new(false)));
        }
        table.is_crowded = table.by_key.values().any(|group| group.rows.len() > FEW_ROWS);
        Ok(table)
    }

    /// The rows of a key; where none is written so, of the same number with other zeros before it, or of the only one that is the same in
    /// other letters or blanks.
    fn group(&self, key: &str) -> Option<&Group> {
        self.by_key.get(key).or_else(|| match number(key) {
            Some(number) => {
                let written = self.by_number.get(number).and_then(Option::as_deref);
                self.by_key.get(number).or_else(|| self.by_key.get(written?))
            }
            None => self.spelt(key).filter(|spelt| !spelt.is_shared).and_then(|spelt| self.by_key.get(&spelt.written)),
        })
    }

    /// How a key is written here that is the same in small letters and without blanks.
    fn spelt(&self, key: &str) -> Option<&Spelling> {
        self.by_spelling.get(spelling(key)?.as_str())
    }

    /// Whether the rows of a key that has none may stand under it in other words.
    fn may_be_written_otherwise(&self, key: &str) -> bool {
        !self.stands_with_cases
            && self.spelt.get_or_init(|| Spelt::of(self.by_key.keys().map(AsRef::as_ref))).may_have(key)
    }
}

impl Joined {
    /// Whether a word in the place of the id is what rows of another table are known by.
    pub(crate) fn is_key(&self, bound: &Bound, text: &str) -> bool {
        let tables = bound.joined_by_id().filter_map(|table| self.tables.get(table));
        let mut others = tables.filter(|table| !table.stands_with_cases);
        is_code(text) && others.any(|table| table.group(key(text)).is_some())
    }

    /// The tables of which the next case gets no rows, since too many have its key.
    pub(crate) fn crowded(&self, bound: &Bound, case: &OfCase) -> Vec<usize> {
        if !self.tables.iter().any(|table| table.is_crowded) {
            return Vec::new();
        }
        let is_too_much = |(table, text): &(usize, String)| {
            let table = self.tables.get(*table).filter(|table| table.is_crowded);
            let group = table.and_then(|table| table.group(key(text)));
            group.is_some_and(|group| {
                let is_too_much = group.is_too_much();
                // Its rows belong to a case all the same.
                is_too_much.then(|| group.meet(key(text)));
                is_too_much
            })
        };
        let crowded: Vec<usize> = bound.keys_of_case(case).filter(is_too_much).map(|(table, _)| table).collect();
        if !crowded.is_empty() {
            self.note(|noticed| noticed.crowded += 1);
        }
        crowded
    }

    /// What of each table was not used by the cases whose plans were made.
    #[must_use]
    pub fn unused(&self) -> Vec<Unused> {
        let of = |table: &JoinedTable| {
            let groups = table.by_key.values().filter(|group| group.was_met());
            let met: usize = groups.map(|group| group.rows.len()).sum();
            let taken = table.rows.iter().filter(|(_, was_taken)| was_taken.load(Ordering::Relaxed)).count();
            let rows = table.rows.len();
            if !table.is_joined {
                return Unused { rows, unasked: rows, ..Unused::default() };
            }
            let unkeyed = table.unkeyed.len();
            let row = |place: &u32| table.rows.get(*place as usize).and_then(|(row, _)| row.row());
            let unkeyed_rows = table.unkeyed.iter().filter_map(row).take(NAMED_ROWS).collect();
            Unused { rows, unmatched: rows - met - unkeyed, untaken: met - taken, unkeyed, unkeyed_rows, unasked: 0 }
        };
        self.tables.iter().map(of).collect()
    }

    /// What was noticed of the cases so far.
    #[must_use]
    pub fn noticed(&self) -> Noticed {
        self.noticed.lock().map(|noticed| *noticed).unwrap_or_default()
    }

    /// Notices something more.
    pub(crate) fn note(&self, notice: impl FnOnce(&mut Noticed)) {
        if let Ok(mut noticed) = self.noticed.lock() {
            notice(&mut noticed);
        }
    }
}

impl Tables for Joined {
    fn each(&self, table: usize, text: &str, show: &mut dyn FnMut(&dyn Record) -> bool) -> Result<(), TooManyRows> {
        let Some(table) = self.tables.get(table) else { return Ok(()) };
        let key = key(text);
        let Some(group) = table.group(key) else {
            let Some(spelt) = table.spelt(key).filter(|spelt| spelt.is_shared) else {
                if table.may_be_written_otherwise(key) {
                    self.note(|noticed| noticed.other_keys += 1);
                    return Err(TooManyRows);
                }
                return Ok(());
            };
            if !spelt.was_met.swap(true, Ordering::Relaxed) {
                self.note(|noticed| noticed.alike_keys += 1);
            }
            return Err(TooManyRows);
        };
        if group.meet(key) {
            self.note(|noticed| noticed.alike_keys += 1);
        }
        if group.rows.len() > MAX_ROWS_OF_KEY {
            return Err(TooManyRows);
        }
        for place in &group.rows {
            if let Some((row, was_taken)) = table.rows.get(*place as usize)
                && show(row)
                && !was_taken.load(Ordering::Relaxed)
            {
                was_taken.store(true, Ordering::Relaxed);
            }
        }
        Ok(())
    }

    fn unkeyed(&self, table: usize, asker: usize, may_be: &dyn Fn(&dyn Record) -> bool) -> Option<&dyn Record> {
        let table = self.tables.get(table).filter(|table| !table.unkeyed.is_empty())?;
        let row = |place: u32| table.rows.get(place as usize).map(|(row, _)| row as &dyn Record);
        let known = table.first_unkeyed.read().ok().and_then(|known| known.get(&asker).copied());
        let first = known.unwrap_or_else(|| {
            let first = table.unkeyed.iter().copied().find(|place| row(*place).is_some_and(may_be));
            if let Ok(mut known) = table.first_unkeyed.write() {
                known.insert(asker, first);
            }
            first
        });
        row(first?)
    }
}
