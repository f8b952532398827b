//! Exports in which a case has several rows.

use std::collections::HashMap;

use super::letters::Letters;
use super::{COMPARED, Column, LIKE, Proposal, Read, SURE, places};
use crate::aliases;
use crate::convert::Conversion;
use crate::names::normals;
use crate::source::Row;

/// What the rows of the cases are called as a table.
pub(super) const REPEATED: &str = "raekker";

impl Read {
    /// Where each case has several rows, as in an export with one for each measure: the same rows as a table of their own, with
    /// the columns in which those of a case are not the same.
    pub(super) fn repeated(&mut self, conversion: &Conversion) -> Option<Self> {
        let id = self.named_id()?;
        if self.is_unique(id) || self.tells_who(id) {
            return None;
        }
        let mut cases: HashMap<String, Vec<&Row>> = HashMap::new();
        self.filled(id).for_each(|(row, key)| cases.entry(key).or_default().push(row));
        let (mut differs, mut is_partly_blank) = (vec![false; self.columns.len()], vec![false; self.columns.len()]);
        for rows in cases.values() {
            for (place, (differs, is_partly_blank)) in differs.iter_mut().zip(&mut is_partly_blank).enumerate() {
                let values = || rows.iter().map(|row| self.value(row, place));
                let mut filled = values().filter(|value| !conversion.is_nothing(value));
                let first = filled.next();
                let count = filled.clone().count();
                *differs |= filled.any(|value| Some(&value) != first.as_ref());
                *is_partly_blank |= first.is_some() && count + 1 < rows.len();
            }
        }
        // Where the id stands on the first row alone, so does what is the same for all of them.
        if self.fill.is_none() {
            self.with_blanks(&mut differs, &is_partly_blank);
        }
        self.with_their_list(id, &mut differs, &is_partly_blank);
        let others: Vec<&Column> =
            self.columns.iter().zip(&differs).filter(|(_, differs)| **differs).map(|(column, _)| column).collect();
        // Where most of a case is not the same, the rows are its own, or its number is none.
        if others.is_empty() || others.len() * 2 > self.columns.len() && !are_of_a_list(&others) {
            return None;
        }
        let mut columns = self.columns.clone();
        for (place, (own, other)) in self.columns.iter_mut().zip(&mut columns).enumerate() {
            let is_other = differs.get(place).copied().unwrap_or_default();
            if own.is_for == Some(Proposal::Beside) {
                continue;
            }
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
            holds_other_cases: false,
            has_unknown_kinds: false,
        })
    }

    /// Says of the columns that are blank in some of the rows of a case, and never two things there, that they differ, unless they are
    /// called as something of the case itself: that is blank in a row by chance.
    fn with_blanks(&self, differs: &mut [bool], is_partly_blank: &[bool]) {
        let groups = normals(aliases::GROUPS.iter().chain(aliases::PERSONAL).copied());
        let is_of_case = |column: &Column| {
            let alike = places::outside_lists().iter().map(|place| places::most_alike(&place.names, &column.letters));
            groups.contains(&*column.letters) || alike.fold(0.0, f64::max) >= LIKE
        };
        for ((column, differs), is_blank) in self.columns.iter().zip(differs).zip(is_partly_blank) {
            *differs |= *is_blank && !is_of_case(column);
        }
    }

    /// Says of the columns that are called as fields of the list that others are of that they differ too: what is blank below the first
    /// row of a case may be blank there by chance, and what is the same in all of them too, where it is nothing else in a plan.
    fn with_their_list(&self, id: usize, differs: &mut [bool], is_partly_blank: &[bool]) {
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
        let field_of = |column: &Column| {
            list.fields.iter().position(|field| places::most_alike(&field.names, &column.letters) >= SURE)
        };
        // Two for the same, of which one is the same in all rows: that and what stands with it is of something else, such as the whole
        // course.
        let own: Vec<usize> = self
            .columns
            .iter()
            .zip(differs.iter())
            .filter(|(_, differs)| **differs)
            .filter_map(|(own, _)| field_of(own))
            .collect();
        let is_rival = |column: &Column| field_of(column).is_some_and(|field| own.contains(&field));
        let is_other =
            |((column, differs), is_blank): ((&Column, &bool), &bool)| !differs && !is_blank && is_rival(column);
        if self.columns.iter().zip(differs.iter()).zip(is_partly_blank).any(is_other) {
            return;
        }
        for (place, ((column, differs), is_blank)) in self.columns.iter().zip(differs).zip(is_partly_blank).enumerate()
        {
            *differs |= place != id && of_list(list, column) && (self.fill.is_some() || *is_blank || !is_else(column));
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
