//! What was noticed of the cases and of other tables while they were read.

use crate::record::Record as _;
use crate::source::Row;

/// The numbers of the first rows of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct FirstRows([Option<u64>; FIRST_ROWS]);

const FIRST_ROWS: usize = 5;

impl serde::Serialize for FirstRows {
    fn serialize<S: serde::Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        out.collect_seq(self.numbers())
    }
}

impl FirstRows {
    /// The numbers.
    pub fn numbers(&self) -> impl Iterator<Item = u64> {
        self.0.iter().copied().flatten()
    }

    fn add(&mut self, row: u64) {
        if let Some(room) = self.0.iter_mut().find(|room| room.is_none()) {
            *room = Some(row);
        }
    }

    pub(crate) fn note(&mut self, row: &Row) {
        row.row().into_iter().for_each(|row| self.add(row));
    }
}

impl std::ops::AddAssign for FirstRows {
    fn add_assign(&mut self, other: Self) {
        other.numbers().for_each(|row| self.add(row));
    }
}

/// What was noticed of the cases while they were read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Noticed {
    /// Cases with an id that one before them has. Of more than [`MAX_REMEMBERED_IDS`](crate::limits::MAX_REMEMBERED_IDS) ids only as many are remembered.
    pub repeated_ids: usize,
    /// Rows that say something else of their case than one before them with the same id (`once`).
    pub differing: usize,
    /// Rows that the mapping leaves out (`skip`).
    pub left_out: usize,
    /// Cases that look as if they were none: sums and notes, and the headings again.
    pub sums: usize,
    /// Rows that look as if they were no cases, and that the mapping leaves out for it (`skip_notes`).
    pub notes: usize,
    /// The first of them.
    pub note_rows: FirstRows,
    /// Other cases whose id is not shown, for it may be a text of the plan.
    pub odd_ids: usize,
    /// The first of their rows.
    pub odd_rows: FirstRows,
    /// Cases whose id cannot be read: a number that a spreadsheet has rounded, or an error of one.
    pub lost_ids: usize,
    /// The first of their rows.
    pub lost_rows: FirstRows,
    /// Plans in which Danish letters were encoded twice.
    pub encoded_twice: usize,
    /// Keys whose rows of other tables belong to cases of different ids, which are the same number with other zeros before it or the
    /// same in other letters or blanks, or of which such a case may have several.
    pub alike_keys: usize,
    /// How often another table was asked for the rows of a key that it has none of, where its own keys may be the same in other words
    /// ("2021/S-101" for "S-101"): nobody knows whether there are any.
    pub other_keys: usize,
    /// Cases that are not given the rows of another table, because too many have their key ([`MAX_ROWS_OF_KEY`](crate::limits::MAX_ROWS_OF_KEY),
    /// [`MAX_SHARED_ROWS`](crate::limits::MAX_SHARED_ROWS)).
    pub crowded: usize,
    /// Plans without anything of the preparatory part, of which the source holds only some: nobody can say whether it is missing.
    pub without_part: usize,
    /// Plans with an answer that is what systems write in a blank cell, such as "(blank)": the mapping does not say that it stands for
    /// nothing.
    pub for_nothing: usize,
    /// Plans of cases with entries in nested lists that no list of the mapping takes, since no condition knows their word.
    pub of_no_kind: usize,
    /// Plans with a place for which rows of another table say different things, where one is wanted: it cannot be read.
    pub divided: usize,
}

impl std::ops::AddAssign for Noticed {
    fn add_assign(&mut self, other: Self) {
        self.repeated_ids += other.repeated_ids;
        self.differing += other.differing;
        self.left_out += other.left_out;
        self.sums += other.sums;
        self.notes += other.notes;
        self.note_rows += other.note_rows;
        self.odd_ids += other.odd_ids;
        self.odd_rows += other.odd_rows;
        self.lost_ids += other.lost_ids;
        self.lost_rows += other.lost_rows;
        self.encoded_twice += other.encoded_twice;
        self.alike_keys += other.alike_keys;
        self.other_keys += other.other_keys;
        self.crowded += other.crowded;
        self.without_part += other.without_part;
        self.for_nothing += other.for_nothing;
        self.of_no_kind += other.of_no_kind;
        self.divided += other.divided;
    }
}

/// What of another table was not used.
#[derive(Debug, Clone, PartialEq, Eq, Default, serde::Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Unused {
    /// Its rows.
    pub rows: usize,
    /// All of these, where the mapping takes nothing from the table: whose they are was not asked.
    pub unasked: usize,
    /// Those that belong to none of the cases.
    pub unmatched: usize,
    /// Those that belong to a case, and that no list or value of the mapping takes.
    pub untaken: usize,
    /// Those whose key is blank or cannot be read: nobody knows whose they are.
    pub unkeyed: usize,
    /// The rows that the first of these stand in.
    pub unkeyed_rows: Vec<u64>,
}

/// How many rows are named where there are many.
pub(crate) const NAMED_ROWS: usize = 10;

impl std::ops::AddAssign for Unused {
    fn add_assign(&mut self, other: Self) {
        self.rows += other.rows;
        self.unasked += other.unasked;
        self.unmatched += other.unmatched;
        self.untaken += other.untaken;
        self.unkeyed += other.unkeyed;
        let room = NAMED_ROWS.saturating_sub(self.unkeyed_rows.len());
        self.unkeyed_rows.extend(other.unkeyed_rows.into_iter().take(room));
    }
}

impl Unused {
    /// Whether not one row that says whose it is belongs to a case: then the two are most likely not known by the same.
    #[must_use]
    pub fn is_all_unmatched(&self) -> bool {
        self.unmatched > 0 && self.unmatched + self.unkeyed == self.rows
    }
}
