//! Two tables that stand side by side in one sheet.

use std::collections::HashSet;

use super::column::plain;
use super::ids::unpadded;
use super::{Proposal, Read};
use crate::aliases;
use crate::source::Row;

impl Read {
    /// Leaves out what stands behind a second column of ids: nothing says that its rows are those of the cases that they stand beside.
    pub(super) fn leave_out_beside(&mut self) {
        let Some(id) = self.named_id() else { return };
        let Some(first) = (id + 1..self.columns.len()).find(|column| self.is_second(*column, id)) else { return };
        for column in self.columns.iter_mut().skip(first) {
            column.is_for = Some(Proposal::Beside);
            column.numbered = None;
        }
    }

    /// Whether a column is called as an id is and holds ids of the cases, and not those of the rows that they stand in.
    fn is_second(&self, column: usize, id: usize) -> bool {
        let is_called =
            self.columns.get(column).is_some_and(|own| own.steps.is_empty() && aliases::is_id(plain(&own.name)));
        let ids: HashSet<String> = self.filled(id).map(|(_, text)| unpadded(&text).to_owned()).collect();
        let mut others = self.filled(column).peekable();
        let is_own = |(row, text): (&Row, String)| {
            let own = self.value(row, id);
            own.text().is_some_and(|own| unpadded(own.trim()) == unpadded(&text))
        };
        is_called
            && others.peek().is_some()
            && others.all(|(_, text)| ids.contains(unpadded(&text)))
            && !self.filled(column).all(is_own)
    }

    /// How many rows have something of the table beside, and nothing of this one.
    pub(super) fn only_beside(&self) -> usize {
        let has = |row: &Row, is_beside: bool| {
            let columns = self.columns.iter().enumerate();
            columns
                .filter(|(_, column)| (column.is_for == Some(Proposal::Beside)) == is_beside)
                .any(|(place, _)| !self.value(row, place).is_nothing())
        };
        self.rows.iter().filter(|row| has(row, true) && !has(row, false)).count()
    }
}
