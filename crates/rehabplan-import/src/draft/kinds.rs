//! Earlier measures of several kinds in one table, and the column that tells them.

use std::collections::HashSet;

use rehabplan::pointer;

use super::kind_words::{KINDS, kind_of, time_of};
use super::{Column, Condition, List, Proposal, Read, places};
use crate::aliases;
use crate::convert::Conversion;
use crate::kinds::is_called_so;
use crate::names::{folded, normal};
use crate::nothing;

/// The list of measures that are planned, and that of earlier ones that stands for all of them, which are alike: the first that the law names.
const PLANNED: &str = pointer!(indsatsdel.tilbud);
const FIRST: &str = pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse);

/// Whether a place is a list of measures, earlier or planned.
pub(super) fn are_measures(place: &str) -> bool {
    is_earlier(place) || place == PLANNED
}

/// Whether a place is a list of earlier measures.
pub(super) fn is_earlier(place: &str) -> bool {
    KINDS.iter().any(|(list, _)| *list == place)
}

/// Whether a column or a table is called as something of measures that were taken before.
pub(super) fn is_of_earlier(name: &str) -> bool {
    const BEFORE: [&str; 12] = [
        "afslutted",
        "completed",
        "earlier",
        "foregaaende",
        "forudgaaende",
        "gennemfoert",
        "hidtidig",
        "histori",
        "past",
        "previous",
        "prior",
        "tidl",
    ];
    let own = folded(name);
    BEFORE.iter().any(|word| own.contains(word)) && is_of_measures(&own)
}

/// Whether a name in plain letters has a word for measures.
fn is_of_measures(own: &str) -> bool {
    const MEASURES: [&str; 7] =
        ["activit", "aktivitet", "foranstaltning", "indsats", "intervention", "measure", "tilbud"];
    MEASURES.iter().any(|word| own.contains(word))
}

/// Whether a column is called as one that says of a measure that it is over.
pub(super) fn is_called_over(name: &str) -> bool {
    const OVER: [&str; 9] =
        ["afbrudt", "afsluttet", "completed", "done", "ended", "finished", "gennemfoert", "ophoert", "stoppet"];
    OVER.contains(&folded(name).as_str())
}

/// Whether a column says what somebody's experience with a measure is: it was taken before.
pub(super) fn is_of_experience(name: &str) -> bool {
    let words: Vec<String> = name.split(|letter: char| !letter.is_alphanumeric()).map(folded).collect();
    words.iter().any(|word| word == "erf" || word.starts_with("erfaring") || word.ends_with("erfaring"))
}

/// Whether something stands in the part that comes before the meeting, or under what is called as earlier: by the way to it.
pub(super) fn is_within_earlier(way: &str) -> bool {
    const PARTS: [&str; 2] = ["forbered", "prepar"];
    let (above, own) = way.rsplit_once('/').unwrap_or_default();
    let is_part = |step: &str| PARTS.iter().any(|part| folded(step).starts_with(part));
    is_of_earlier(way) || is_of_measures(&folded(own)) && above.split('/').any(is_part)
}

/// The list of earlier measures of the kind that a table is called as.
pub(super) fn named_kind(name: &str) -> Option<&'static str> {
    let own = folded(name);
    let kind = kind_of(name).filter(|_| is_of_measures(&own) || own.contains("stoette"));
    kind.and_then(|kind| KINDS.get(kind)).map(|(place, _)| *place)
}

/// Whether a table is called as one of measures that are planned.
pub(super) fn is_of_planned(name: &str) -> bool {
    const LATER: [&str; 7] = ["foreslaaed", "fremtidig", "kommende", "paataenkt", "planlagt", "planned", "upcoming"];
    let own = folded(name);
    LATER.iter().any(|word| own.contains(word)) && is_of_measures(&own)
}

/// Whether a place is the list of earlier measures that stands for all of them.
pub(super) fn is_first(place: &str) -> bool {
    place == FIRST
}

/// What a column says of the rows.
struct Told<const N: usize> {
    /// The words of each kind, as they are written.
    words: [Vec<String>; N],
    known: usize,
    unknown: usize,
}

impl Read {
    /// Takes the column that says which kind of earlier measure each row is. One that is called so tells it although some of its
    /// words are not known; of one that may be a field of a measure, or is called anything else, most or all have to be.
    pub(super) fn take_kind(&mut self, list: &places::ListPlace) {
        if !is_earlier(&list.pointer) {
            return;
        }
        let tells = |column: &usize| {
            let Some(own) = self.columns.get(*column) else { return false };
            let Told { words, known, unknown } = self.kinds_in(*column);
            let is_field =
                places::most_alike(list.fields.iter().flat_map(|field| &field.names), &own.letters) >= super::SURE;
            let is_free = matches!(own.is_for, None | Some(Proposal::Carry)) && !own.is_nested;
            is_free
                && known > 0
                && match (is_called_so(own.own_name()), is_field) {
                    (true, false) => true,
                    (true, true) | (false, false) => known >= unknown,
                    // Kinds of one sort alone may be the name of the measure.
                    (false, true) => unknown == 0 && words.iter().filter(|words| !words.is_empty()).count() > 1,
                }
        };
        let found = (0..self.columns.len()).find(tells);
        if let Some(column) = found.and_then(|column| self.columns.get_mut(column)) {
            column.is_for = Some(Proposal::Kind);
        }
    }

    /// The column that says of each measure whether it was taken before or is planned, and whether there are both: most of its words
    /// have to be known or some of them are over, and where it is not called as such a column is, all of them, and both have to come.
    pub(super) fn time(&self) -> Option<(usize, bool)> {
        (0..self.columns.len()).find_map(|place| {
            let is_free = |column: &&Column| matches!(column.is_for, None | Some(Proposal::Carry)) && !column.is_nested;
            let own = self.columns.get(place).filter(is_free)?;
            let Told { words: [earlier, planned], known, unknown } = self.told(place, time_of);
            let are_both = !earlier.is_empty() && !planned.is_empty();
            let is_called = is_called_as_time(own.own_name());
            // Where some are over, not all of them are planned, whatever the other words say.
            let is_told = is_called && (known >= unknown || !earlier.is_empty())
                || are_both && is_called_so(own.own_name()) && known >= unknown;
            (known > 0 && (unknown == 0 && are_both || is_told)).then_some((place, are_both))
        })
    }

    /// Whether a column says yes or no to whether a measure is over, and yes to some: then not all of them are planned.
    pub(super) fn tells_over(&self, conversion: &Conversion) -> bool {
        let is_free = |own: &Column| own.is_for.is_none() && !own.is_nested && is_called_over(own.own_name());
        let mut columns = self.columns.iter().enumerate().filter(|(_, own)| is_free(own));
        columns.any(|(column, _)| self.says_yes(column, conversion))
    }

    /// Whether a column that is used for nothing may say of which kind a measure is: it is called so, or as who gives measures or by
    /// which act, or sorts the rows by a few words.
    pub(super) fn may_tell_kind(&self, column: usize) -> bool {
        const ACTS: [&str; 12] = [
            "afdeling",
            "enhed",
            "fagomraade",
            "forvaltning",
            "instans",
            "lov",
            "lovgivning",
            "lovgrundlag",
            "lovomraade",
            "myndighed",
            "paragraf",
            "sektor",
        ];
        let Some(own) = self.columns.get(column).filter(|own| own.is_for.is_none() && !own.is_nested) else {
            return false;
        };
        let is_group = || aliases::GROUPS.iter().any(|group| normal(group) == *own.letters);
        is_called_so(own.own_name())
            || ACTS.contains(&folded(own.own_name()).as_str()) && self.filled(column).next().is_some()
            || !is_group() && self.are_classes(column) && !self.are_all_alike(column)
    }

    fn are_all_alike(&self, column: usize) -> bool {
        let mut texts = self.filled(column).map(|(_, text)| text);
        let first = texts.next();
        texts.all(|text| Some(text) == first)
    }

    /// Whether the rows are sorted by what stands in a column: few short words, each of which comes again and again.
    pub(super) fn are_classes(&self, column: usize) -> bool {
        const FEWEST: usize = 6;
        const MOST: usize = 6;
        const AGAIN: usize = 3;
        const LONGEST: usize = 30;
        const WORDS: usize = 3;
        let (mut known, mut count) = (HashSet::new(), 0);
        for (_, text) in self.filled(column).filter(|(_, text)| nothing::word(text).is_none()) {
            let is_short = text.chars().count() <= LONGEST && text.split_whitespace().count() <= WORDS;
            known.insert(text.to_lowercase());
            count += 1;
            if !is_short || known.len() > MOST {
                return false;
            }
        }
        count >= FEWEST && known.len() * AGAIN <= count
    }

    /// Whether a numbered column says of which kind each entry is.
    pub(super) fn has_numbered_kinds(&self) -> bool {
        (0..self.columns.len()).any(|column| {
            self.columns.get(column).is_some_and(|column| column.numbered.is_some()) && self.tells_kinds(column)
        })
    }

    /// Whether all that stands in a column are kinds of measures.
    pub(super) fn tells_kinds(&self, column: usize) -> bool {
        let Told { known, unknown, .. } = self.kinds_in(column);
        known > 0 && unknown == 0
    }

    fn kinds_in(&self, column: usize) -> Told<{ KINDS.len() }> {
        self.told(column, kind_of)
    }

    /// What a column says by some words.
    fn told<const N: usize>(&self, column: usize, which: fn(&str) -> Option<usize>) -> Told<N> {
        let mut told = Told { words: std::array::from_fn(|_| Vec::new()), known: 0, unknown: 0 };
        for row in &self.rows {
            let value = self.value(row, column);
            if value.is_nothing() {
                continue;
            }
            let text = value.text().map(|text| text.trim().to_owned()).unwrap_or_default();
            match which(&text).and_then(|one| told.words.get_mut(one)) {
                Some(words) => {
                    told.known += 1;
                    if !words.contains(&text) {
                        words.push(text);
                    }
                }
                None => told.unknown += 1,
            }
        }
        told
    }

    /// The list, or several where columns say of which of them each row is an entry.
    pub(super) fn split(&mut self, list: List, conversion: &Conversion) -> Vec<List> {
        let lists = self.by_time(list, conversion);
        lists.into_iter().flat_map(|list| self.by_kind(list)).collect()
    }

    /// The list, or that of earlier measures and that of planned ones, where a column says of each row whether it is one or the other.
    fn by_time(&mut self, list: List, conversion: &Conversion) -> Vec<List> {
        let is_time = |column: &Column| column.is_for == Some(Proposal::Time);
        let Some(place) = self.columns.iter().position(is_time) else { return vec![list] };
        let Some(name) = self.columns.get(place).map(|column| column.name.clone()) else { return vec![list] };
        let Told { words, unknown, .. } = self.told::<2>(place, time_of);
        // Each list has names of its own for the same columns.
        let places: Vec<Option<Proposal>> = self.columns.iter().map(|column| column.is_for.clone()).collect();
        let mut lists = Vec::new();
        for (words, place) in words.into_iter().zip([FIRST, PLANNED]) {
            let known = places::lists().iter().find(|list| list.pointer == place).filter(|_| !words.is_empty());
            let Some(known) = known else { continue };
            let is_placed = |column: &&mut Column| matches!(column.is_for, Some(Proposal::Place(_)));
            self.columns.iter_mut().filter(is_placed).for_each(|column| column.is_for = None);
            self.take_kind(known);
            let fields = self.fields_of(known, conversion);
            let conditions =
                list.conditions.iter().cloned().chain([Condition { column: name.clone(), is: words }]).collect();
            let (place, title, from) = (place.to_owned(), known.title, list.from.clone());
            lists.push(List { place, title, is_sure: false, from, conditions, others: Vec::new(), fields });
        }
        for (column, before) in self.columns.iter_mut().zip(places) {
            column.is_for = column.is_for.take().or(before);
        }
        lists
            .iter_mut()
            .last()
            .into_iter()
            .for_each(|last| last.others.extend((unknown > 0).then(|| (name.clone(), unknown))));
        lists
    }

    /// The list, or one for each kind where a column says which kind each row is. Nothing but known words is taken from it; how
    /// many rows have others stands with the last.
    fn by_kind(&mut self, list: List) -> Vec<List> {
        // What is planned is one list, whatever the kind.
        if !is_earlier(&list.place) {
            return vec![list];
        }
        let is_kind = |column: &Column| column.is_for == Some(Proposal::Kind);
        let Some(place) = self.columns.iter().position(is_kind) else {
            // A column that may say it and has no known word says it all the same, and nobody knows what.
            if !(0..self.columns.len()).any(|column| self.may_tell_kind(column)) {
                return vec![list];
            }
            self.has_unknown_kinds = true;
            let is_placed = |column: &&mut Column| matches!(column.is_for, Some(Proposal::Place(_)));
            self.columns.iter_mut().filter(is_placed).for_each(|column| column.is_for = None);
            return Vec::new();
        };
        let Some(column) = self.columns.get(place) else { return vec![list] };
        let Told { words, unknown, .. } = self.kinds_in(place);
        let known = places::lists();
        let of = |((place, _), words): (&(&str, _), Vec<String>)| {
            let title = known.iter().find(|list| list.pointer == *place)?.title;
            let conditions = list.conditions.iter().cloned();
            let conditions = conditions.chain([Condition { column: column.name.clone(), is: words.clone() }]).collect();
            let (fields, from) = (list.fields.clone(), list.from.clone());
            let (place, others) = ((*place).to_owned(), list.others.clone());
            (!words.is_empty()).then_some(List { place, title, is_sure: false, from, conditions, others, fields })
        };
        let mut lists: Vec<List> = KINDS.iter().zip(words).filter_map(of).collect();
        if let Some(last) = lists.last_mut() {
            last.others.extend((unknown > 0).then(|| (column.name.clone(), unknown)));
        }
        lists
    }
}

/// Whether a column is called as one that says when something is or was.
fn is_called_as_time(name: &str) -> bool {
    const CALLED: [&str; 4] = ["fase", "hvornaar", "periode", "tidspunkt"];
    let own = folded(name);
    CALLED.contains(&own.as_str()) || own.ends_with("status") && !own.starts_with("sag")
}
