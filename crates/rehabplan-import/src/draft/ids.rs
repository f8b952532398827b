//! What the cases are known by, and what joins other tables to them.

use std::borrow::Cow;
use std::collections::HashSet;

use super::column::best_named;
use super::places::likeness;
use super::{Column, Proposal, Read, SURE};
use crate::aliases;
use crate::ids::is_rounded;
use crate::names::normal;
use crate::source::{self, Places, Row};
use crate::sums;
use crate::value::Value;

/// So many cases make a table in which rows of one case alone are odd.
const LONG: usize = 5;

impl Read {
    /// Takes the id of a case for that of the rows below it which have none, where they are rows of that case: what every row with an
    /// id has beside it, and what tells the cases apart, is blank in all of them or comes again. Rows of another table have nothing
    /// else of a case.
    pub(super) fn fill(&mut self, is_cases: bool) {
        let Some(id) = self.named_id() else { return };
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
        let is_own = |place: &usize| {
            *place != id && self.columns.get(*place).is_some_and(|own| own.is_for != Some(Proposal::Beside))
        };
        // A row or two of them in a long table are notes or sums, and none of a case.
        if with.len() >= LONG && cases_with_more(rows().map(|row| !is_blank(&row, id))) < 2 {
            return;
        }
        let others = || (0..self.columns.len()).filter(is_own);
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
            let mut rows =
                source::filled(Box::new(rows.into_iter().map(Ok).chain(rest)), Places::of_column(cell), false);
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

    /// The column that is called as the id of a case is, whatever stands in it. What may count rows is the last that is looked for, and a
    /// column that may tell the types of cases has to hold something of its own in each row, or numbers.
    pub(super) fn named_id(&self) -> Option<usize> {
        let has_digits = |text: &str| text.contains(|letter: char| letter.is_ascii_digit());
        let tells = |column: &usize| self.is_unique(*column) || self.filled(*column).all(|(_, text)| has_digits(&text));
        let is_counter = || (0..self.columns.len()).find(|column| self.is_counter(*column));
        let case = || best_named(&self.columns, &[aliases::CASE]).filter(tells);
        best_named(&self.columns, aliases::IDS).or_else(case).or_else(is_counter)
    }

    /// Whether a column is called as one that may count the rows of the table: "Nr", "#".
    pub(super) fn is_counter(&self, column: usize) -> bool {
        self.columns.get(column).is_some_and(|own| {
            let is_it = |name: &&'static str| [&own.letters, &own.bare].iter().any(|own| normal(name) == ***own);
            let is_id = || best_named(std::slice::from_ref(own), aliases::IDS).is_some();
            !own.is_nested && !is_id() && (own.name.trim() == "#" || aliases::COUNTERS.iter().any(is_it))
        })
    }

    /// Whether a column is called as what counts rows, or is the id of a row, whatever the rows are.
    pub(super) fn is_of_row(&self, column: usize) -> bool {
        self.is_counter(column) || best_named(&self.columns, &[aliases::ROW_ID]) == Some(column)
    }

    /// The column by which the cases are known. One that may count the rows is a guess, and so is what is not called as an id is and comes
    /// again in other tables.
    pub(super) fn take_id(&mut self, others: &[Self]) -> Option<String> {
        let may_be_id = |place: &usize| self.is_unique(*place) && !self.tells_who(*place);
        let named = self.named_id();
        let is_doubtful = named.is_none_or(|column| self.is_counter(column));
        let found = if is_doubtful { self.in_others(others) } else { None };
        let best = found.or(named.filter(may_be_id))?;
        self.is_key_a_guess = is_doubtful;
        let column = self.columns.get_mut(best)?;
        column.is_for = Some(Proposal::Id);
        Some(column.name.clone())
    }

    /// The first column whose values tell the cases apart, and nearly all that stands in a column of another table: there some of them
    /// come again.
    fn in_others(&self, others: &[Self]) -> Option<usize> {
        const FEWEST: usize = 2;
        let is_plain = |column: &usize| self.columns.get(*column).is_some_and(|own| !own.is_nested);
        let may_be_id =
            |column: &usize| !self.is_counter(*column) && self.is_unique(*column) && !self.tells_who(*column);
        let is_in = |ids: &HashSet<String>, other: &Self, column: usize| {
            let texts: Vec<String> = other.filled(column).map(|(_, text)| unpadded(&text).to_owned()).collect();
            let own: HashSet<&String> = texts.iter().collect();
            let held = own.iter().filter(|text| ids.contains(**text)).count();
            held >= FEWEST && held * 10 >= own.len() * 9 && own.len() < texts.len() && !other.is_counter(column)
        };
        (0..self.columns.len()).filter(is_plain).filter(may_be_id).find(|column| {
            let ids = self.filled(*column).map(|(_, text)| unpadded(&text).to_owned()).collect();
            others.iter().any(|other| (0..other.columns.len()).any(|column| is_in(&ids, other, column)))
        })
    }

    pub(super) fn is_unique(&self, column: usize) -> bool {
        let mut known = HashSet::new();
        // Of numbers that a spreadsheet has rounded nobody knows whether they are the same.
        self.filled(column).all(|(_, text)| is_rounded(&text) || known.insert(text))
    }

    /// The column that is called as an id is and was not taken for one, and whether it tells persons; otherwise its values come
    /// again in rows that are no more alike.
    pub(super) fn no_id(&self) -> Option<(&Column, bool)> {
        let column = self.named_id()?;
        Some((self.columns.get(column)?, self.tells_who(column)))
    }

    /// How many rows have nothing where the others have their id, and something elsewhere.
    pub(super) fn without_id(&self) -> usize {
        let id = self.columns.iter().position(|column| column.is_for == Some(Proposal::Id));
        id.map_or(0, |id| self.rows.len() - self.filled(id).count() - self.only_beside())
    }

    /// Whether most of what stands in a column is what persons are known by: numbers, addresses of mail, or names.
    pub(super) fn tells_who(&self, column: usize) -> bool {
        let is_number = |text: &str| {
            let digits: String = text.chars().filter(|letter| !matches!(letter, '-' | ' ')).collect();
            let is_day =
                |day: Option<&str>| day.is_some_and(|day| ("01"..="31").contains(&day) || ("61"..="91").contains(&day));
            let is_month = |month: Option<&str>| month.is_some_and(|month| ("01"..="12").contains(&month));
            let are_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
            digits.len() == 10 && are_digits && is_day(digits.get(..2)) && is_month(digits.get(2..4))
        };
        let is_address = |text: &str| {
            text.split_once('@').is_some_and(|(own, at)| !own.is_empty() && at.contains('.') && !at.contains('@'))
        };
        let is_name = |text: &str| {
            let is_word = |word: &str| {
                let mut letters = word.chars();
                letters.next().is_some_and(char::is_uppercase)
                    && letters.next().is_some()
                    && letters.all(|letter| letter.is_lowercase() || matches!(letter, '\'' | '.'))
            };
            // A number behind it may tell two of the same name from one another.
            let text = text.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter.is_whitespace());
            text.contains(char::is_whitespace)
                && text
                    .split([' ', '-'])
                    .filter(|word| !word.is_empty())
                    .all(|word| is_word(word.trim_end_matches(',')))
        };
        let (mut of_persons, mut others) = (0_usize, 0_usize);
        for (_, text) in self.filled(column) {
            match is_number(&text) || is_address(&text) || is_name(&text) {
                true => of_persons += 1,
                false => others += 1,
            }
        }
        of_persons > others
    }

    /// The column that joins the rows of another table to the cases. What counts the rows, or is their own id, is taken for it only where
    /// no other column has the ids of the cases.
    pub(super) fn take_key(&mut self, id: Option<&str>, ids: &HashSet<String>) -> Option<()> {
        let named = id.and_then(|id| self.columns.iter().position(|column| likeness(&column.name, id) >= SURE));
        let key = named.or_else(|| self.named_id());
        let is_sure = |key: &usize| (ids.is_empty() || self.has_ids(*key, ids) != Some(0)) && !self.is_of_row(*key);
        let (key, is_a_guess) = match key.filter(is_sure) {
            Some(key) => (key, false),
            None => {
                let held = self.with_ids(ids);
                let key = held.or(key)?;
                // Where the cases are known by that very name, so most likely are these.
                (key, held.is_some() || self.is_counter(key) || named.is_none() && self.is_of_row(key))
            }
        };
        self.is_key_a_guess = is_a_guess;
        self.columns.get_mut(key)?.is_for = Some(Proposal::Key);
        Some(())
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
        let mut found = (0..self.columns.len()).filter(|column| !self.is_of_row(*column)).filter(holds);
        found.next().filter(|_| found.next().is_none())
    }
}

/// In how many cases a row that begins one is followed by rows that do not.
fn cases_with_more(begins: impl Iterator<Item = bool>) -> usize {
    let (mut count, mut began) = (0, false);
    for begin in begins {
        count += usize::from(began && !begin);
        began = begin;
    }
    count
}

/// An id without the zeros before it, which spreadsheets take away.
pub(super) fn unpadded(id: &str) -> &str {
    let rest = id.trim_start_matches('0');
    if rest.is_empty() { id } else { rest }
}
