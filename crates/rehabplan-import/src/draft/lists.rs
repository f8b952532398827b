//! Which list the rows of a table or the entries of a nested list are.

use std::collections::HashSet;

use serde_json::Value as Json;

use super::letters::Letters;
use super::read::{inside, table_of};
use super::{COMPARED, Column, Found, From, LIKE, List, MEASURES, Proposal, Read, SAMPLE, SURE, kinds, places};
use crate::aliases;
use crate::convert::{Conversion, Converted};
use crate::names::{normal, shown};
use crate::value::Value;

impl Read {
    /// The list that the rows of another table most likely are.
    pub(super) fn as_list(
        &mut self,
        id: Option<&str>,
        ids: &HashSet<String>,
        index: usize,
        conversion: &Conversion,
    ) -> Option<List> {
        self.take_key(id, ids)?;
        self.take_persons();
        self.list_of(From::Table(index), conversion)
    }

    /// The list that the rows most likely are.
    fn list_of(&mut self, from: From, conversion: &Conversion) -> Option<List> {
        let are_called_measures = self.take_measures_off();
        // Of whose columns more are recognised; the name of the table decides between lists that are alike.
        let own = Letters::of(&self.name);
        // "health/documentation" is called as the two are together.
        let with_above = match &from {
            From::Nested(way) => way
                .rsplit_once('/')
                .map(|(above, own)| Letters::of(&format!("{} {own}", above.rsplit('/').next().unwrap_or_default()))),
            _ => None,
        };
        let columns = self.columns.iter().take(COMPARED).filter(|column| column.is_for.is_none());
        let columns: Vec<Letters> = columns.map(|column| column.letters.clone()).collect();
        let score = |list: &places::ListPlace| {
            let fields = columns.iter().filter_map(|column| {
                let names = list.fields.iter().flat_map(|field| &field.names);
                Some(places::most_alike(names, column)).filter(|like| *like >= LIKE)
            });
            let named = places::most_alike(&list.names, &own);
            let with_above = with_above.as_ref().map(|own| places::most_alike(&list.names, own));
            let named = with_above.filter(|like| *like >= SURE).unwrap_or(named);
            // Between lists that have a column for the same, the one that is called as a column is.
            let called = columns.iter().map(|column| places::most_alike(&list.names, column));
            let called = called.filter(|like| *like >= SURE).fold(0.0, f64::max);
            let score = fields.sum::<f64>() + 2.0 * if named >= LIKE { named } else { 0.0 };
            (score, called, named)
        };
        let lists = places::lists();
        let scored = lists.iter().map(|list| (score(list), list));
        // What is told of earlier measures is none of those that are planned.
        let is_earlier = || self.columns.iter().any(|column| kinds::is_of_earlier(column.own_name()));
        let is_within = || matches!(&from, From::Nested(way) if kinds::is_within_earlier(way));
        let is_named_earlier = kinds::is_of_earlier(&self.name) || is_within();
        let is_told_earlier = is_named_earlier || is_earlier();
        let has_experience = self.columns.iter().any(|column| kinds::is_of_experience(column.own_name()));
        let is_named_planned = kinds::is_of_planned(&self.name);
        let named_kind = kinds::named_kind(&self.name);
        let is_unlike = |list: &places::ListPlace| {
            let is_later = ["/indstilling/", "/indsatsdel/"].iter().any(|part| list.pointer.starts_with(part));
            if part_of_way(&from).is_some_and(|part| list.pointer.split('/').nth(1) != Some(part)) {
                return true;
            }
            is_later && (is_named_earlier || has_experience && kinds::are_measures(&list.pointer))
                || is_named_planned && kinds::is_earlier(&list.pointer)
                // Of earlier measures of one kind, those of the kind that the table is called as.
                || kinds::is_earlier(&list.pointer) && named_kind.is_some_and(|kind| kind != list.pointer)
        };
        let scored = scored.filter(|(_, list)| !is_unlike(list));
        let scored = scored.filter(|(_, list)| !are_called_measures || kinds::are_measures(&list.pointer));
        let is_another = |list: &places::ListPlace| {
            kinds::is_earlier(&list.pointer) && !kinds::is_first(&list.pointer) && named_kind.is_none()
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
        let mut scored: Vec<_> = scored.collect();
        scored.sort_by(best);
        // What is as much of one list as of another, and is called as neither, is of none; earlier measures of all kinds are alike.
        if let [.., (second, other), (first, list)] = scored.as_slice()
            && best(&(*second, *other), &(*first, *list)).is_eq()
            && first.2 < LIKE
            && !(kinds::are_measures(&list.pointer) && kinds::are_measures(&other.pointer))
        {
            return None;
        }
        // Documents are of many things, and none but their name says of which.
        let way = match &from {
            From::Nested(way) => Letters::of(way),
            _ => own.clone(),
        };
        if let [.., ((_, called, named), list)] = scored.as_slice()
            && list.fields.iter().any(|field| field.pointer == "/henvisning")
            && called.max(*named).max(places::most_alike(&list.names, &way)) < SURE
        {
            return None;
        }
        // Of measures, whether they are planned or were taken before is told by what their columns are called, and not by their name.
        let is_measures = scored.last().is_some_and(|(_, list)| kinds::are_measures(&list.pointer));
        if is_measures && self.tells_over(conversion) {
            self.has_unknown_kinds = true;
            return None;
        }
        let alike = scored.into_iter().rev().enumerate();
        let alike = alike.filter(|(place, (_, list))| *place == 0 || is_measures && kinds::are_measures(&list.pointer));
        let alike: Vec<_> = alike.map(|(_, ((.., named), list))| (named, list)).collect();
        let of = |(named, list): (f64, &'static places::ListPlace)| {
            let fields = self.take_list(list, time.map(|(column, _)| column), conversion);
            (!fields.is_empty()).then_some((named, list, fields))
        };
        let (named, list, fields) = alike.into_iter().find_map(of)?;
        // Measures that are told within a case may be earlier ones as well as those that are planned.
        let is_either = matches!(from, From::Nested(_)) && MEASURES.iter().any(|name| normal(name) == *own);
        let is_told = |column: usize| self.may_tell_kind(column);
        let is_of_kinds = kinds::is_earlier(&list.pointer) && (0..self.columns.len()).any(is_told);
        let is_sure = named >= SURE && !is_either && !is_of_kinds && self.are_planned(&list.pointer);
        let (place, title) = (list.pointer.clone(), list.title);
        Some(List { place, title, is_sure, from, conditions: Vec::new(), others: Vec::new(), fields })
    }

    /// Whether nothing speaks against it that measures are those that are planned: letters and meetings are called activities as well, and
    /// measures have days that they begin or end on, or something else besides the one that anything has.
    fn are_planned(&self, list: &str) -> bool {
        let is_placed = |column: &Column| matches!(column.is_for, Some(Proposal::Place(_)));
        let is_any_day = |column: &Column| column.is_for.is_none() && matches!(&*column.letters, "dato" | "date");
        !kinds::are_measures(list)
            || self.columns.iter().filter(|column| is_placed(column)).count() > 1
            || !self.columns.iter().any(is_any_day)
    }

    /// Compares columns without the word for a measure that they begin with, where several do: "Aktivitet - start". Then they are those of
    /// measures.
    fn take_measures_off(&mut self) -> bool {
        let rest = |column: &Column| {
            let (word, rest) = column.own_name().split_once(|letter: char| !letter.is_alphanumeric())?;
            let is_measure = MEASURES.iter().any(|name| normal(name) == normal(word));
            let letters = Letters::of(rest);
            let is_free = column.is_for.is_none() && !aliases::knows(column.own_name());
            (is_measure && is_free && !letters.is_empty()).then_some(letters)
        };
        let found: Vec<Option<Letters>> = self.columns.iter().map(rest).collect();
        if found.iter().flatten().count() < 2 {
            return false;
        }
        for (column, letters) in self.columns.iter_mut().zip(found) {
            column.letters = letters.unwrap_or_else(|| column.letters.clone());
        }
        true
    }

    /// The columns of a list as they are proposed: what tells the time and the kind of each entry, and its fields. Without fields nothing is
    /// proposed.
    fn take_list(
        &mut self,
        list: &places::ListPlace,
        time: Option<usize>,
        conversion: &Conversion,
    ) -> Vec<(String, String, Found)> {
        let before: Vec<Option<Proposal>> = self.columns.iter().map(|column| column.is_for.clone()).collect();
        if let Some(column) = time.filter(|_| kinds::are_measures(&list.pointer))
            && let Some(column) = self.columns.get_mut(column)
        {
            column.is_for = Some(Proposal::Time);
        }
        self.take_kind(list);
        let fields = self.fields_of(list, conversion);
        if fields.is_empty() {
            self.columns.iter_mut().zip(before).for_each(|(column, before)| column.is_for = before);
        }
        fields
    }

    /// The columns of the fields of a list, as they are proposed.
    pub(super) fn fields_of(
        &mut self,
        list: &places::ListPlace,
        conversion: &Conversion,
    ) -> Vec<(String, String, Found)> {
        let found = self.take_places(&list.fields, &format!("{}/*", list.pointer), conversion);
        let named = found
            .into_iter()
            .filter_map(|(column, found)| Some((found.place.clone(), self.columns.get(column)?.name.clone(), found)));
        named.collect()
    }

    /// The lists that the nested lists of the cases most likely are: one place is proposed once.
    pub(super) fn nested(&mut self, conversion: &Conversion) -> Vec<List> {
        let mut lists: Vec<List> = Vec::new();
        for index in 0..self.columns.len() {
            // A way that may be a name or a number of somebody's is told nobody.
            let may_be_list =
                |column: &&Column| column.is_nested && column.is_for.is_none() && column.shown().is_some();
            let Some(column) = self.columns.get(index).filter(may_be_list) else { continue };
            let pointer = column.pointer();
            if let Some(list) = self.list_of_values(index, conversion) {
                if lists.iter().all(|known| known.place != list.place) {
                    lists.push(list);
                    self.columns.iter_mut().skip(index).take(1).for_each(|own| own.is_for = Some(Proposal::Numbered));
                }
                continue;
            }
            let mut entries = self.entries(index);
            let list = entries.list_of(From::Nested(pointer), conversion);
            if list.is_none() && entries.has_unknown_kinds {
                let over = entries.columns.iter().filter(|own| kinds::is_called_over(own.own_name()));
                self.left_inside.extend(over.map(|own| (format!("{}: {}", column.name, own.name), true)));
            }
            if let Some(list) = list.filter(|list| lists.iter().all(|known| known.place != list.place)) {
                let of_list = entries.split(list, conversion);
                let is_left = |column: &Column| matches!(column.is_for, None | Some(Proposal::Personal));
                let left = entries.columns.iter().enumerate().filter(|(_, column)| is_left(column));
                let within = self.columns.get(index).and_then(Column::shown).unwrap_or_default();
                let shown = left.filter_map(|(place, column)| {
                    let name = column.name.trim_start_matches('/');
                    let is_kind = entries.has_unknown_kinds
                        && (kinds::is_called_over(column.own_name()) || entries.may_tell_kind(place));
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

    /// The list of texts, days or codes that a nested list of values is called as, where all of these can be read there.
    fn list_of_values(&self, column: usize, conversion: &Conversion) -> Option<List> {
        let own = self.columns.get(column)?;
        let mut entries = Vec::new();
        for row in &self.rows {
            let value = self.value(row, column).opened();
            if let Some(Json::Array(list)) = inside(&value) {
                entries.extend(list.iter().take(SAMPLE).cloned());
            }
        }
        let is_value = |entry: &Json| !entry.is_object() && !entry.is_array();
        let like = |place: &places::NamedPlace| places::most_alike(&place.names, &own.letters);
        let is_of_part =
            |place: &places::NamedPlace| own.part().is_none_or(|part| place.pointer.split('/').nth(1) == Some(part));
        let lists = places::outside_lists().iter().filter(|place| place.is_list && is_of_part(place));
        let place = lists.max_by(|one, other| like(one).total_cmp(&like(other))).filter(|place| like(place) >= LIKE)?;
        let is_read = |entry: &Json| {
            let mut json = Vec::new();
            match conversion.write(&Value::of_json(entry), place.kind, &mut json) {
                Converted::Nothing => true,
                Converted::Done => crate::model::refuses(&format!("{}/*", place.pointer), &json).is_none(),
                Converted::Refused => false,
            }
        };
        if entries.is_empty() || !entries.iter().all(|entry| is_value(entry) && is_read(entry)) {
            return None;
        }
        let is_sure = like(place) >= SURE;
        let found = Found { is_sure, ..Found::guessed(place.pointer.clone(), place.title) };
        Some(List {
            place: place.pointer.clone(),
            title: place.title,
            is_sure,
            from: From::Nested(own.pointer()),
            conditions: Vec::new(),
            others: Vec::new(),
            fields: vec![(String::new(), "/".to_owned(), found)],
        })
    }

    /// The entries of a nested list as a table of their own.
    pub(super) fn entries(&self, column: usize) -> Self {
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
}

/// The part of the plan that the way to nested entries names.
fn part_of_way(from: &From) -> Option<&'static str> {
    let From::Nested(way) = from else { return None };
    let (above, _) = way.rsplit_once('/')?;
    above.split('/').rev().find_map(|step| places::part_named(step, LIKE))
}
