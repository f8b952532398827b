//! Codes whose meaning stands in a table of its own: in another sheet, say.

use std::collections::{BTreeMap, BTreeSet};

use super::{Found, GRANTED, Proposal, Read, places};
use crate::convert::{Conversion, Converted};
use crate::mapping::SAGSTYPE;
use crate::model;

/// The columns of the codes and of what they mean.
type Pair = (usize, usize);

impl Read {
    /// Takes the only column of the cases whose values another table says to be types of cases, where there is none for these yet, with what
    /// each of them means. The columns of that table are not told as unused.
    pub(super) fn take_legend(&mut self, others: &mut [Self], conversion: &Conversion) {
        let is_it = |found: &Found| found.place == SAGSTYPE && found.refused == 0;
        let is_known =
            self.columns.iter().any(|own| matches!(&own.is_for, Some(Proposal::Place(found)) if is_it(found)));
        let Some(place) = places::outside_lists().iter().find(|place| place.pointer == SAGSTYPE) else { return };
        if is_known {
            return;
        }
        let type_of = |text: &str| -> Option<String> {
            let mut json = Vec::new();
            let converted = conversion.write(&text.into(), place.kind, &mut json);
            let is_type = converted == Converted::Done && model::refuses(SAGSTYPE, &json).is_none();
            is_type.then(|| serde_json::from_slice(&json).ok())?
        };
        let is_free = |column: usize| {
            self.columns.get(column).is_some_and(|own| {
                let is_types = matches!(&own.is_for, Some(Proposal::Place(found)) if found.place == SAGSTYPE);
                let is_another = GRANTED.iter().any(|word| own.letters.contains(word));
                (own.is_for.is_none() && !is_another || is_types) && !own.is_nested
            })
        };
        let mut found = None;
        for column in (0..self.columns.len()).filter(|column| is_free(*column)) {
            let codes: BTreeSet<String> = self.filled(column).map(|(_, text)| text).collect();
            for (table, other) in others.iter().enumerate() {
                let Some((pair, meant)) = other.meaning(&codes, type_of) else { continue };
                if found.replace((column, table, pair, meant)).is_some() {
                    return;
                }
            }
        }
        let Some((column, table, pair, codes)) = found else { return };
        let refused = self.filled(column).filter(|(_, text)| codes.iter().all(|(code, _)| code != text)).count();
        for own in &mut self.columns {
            if matches!(&own.is_for, Some(Proposal::Place(found)) if found.place == SAGSTYPE) {
                own.is_for = None;
            }
        }
        if let Some(own) = self.columns.get_mut(column) {
            let (place, title) = (SAGSTYPE.to_owned(), place.title);
            own.is_for = Some(Proposal::Place(Found { codes, refused, ..Found::guessed(place, title) }));
        }
        let columns = others.get_mut(table).map(|other| &mut other.columns);
        for (place, own) in columns.into_iter().flatten().enumerate() {
            if place == pair.0 || place == pair.1 {
                own.is_for = Some(Proposal::Elsewhere);
            }
        }
    }

    /// The two columns of which one has all of some codes, and the other says what each means; and that.
    fn meaning(
        &self,
        codes: &BTreeSet<String>,
        type_of: impl Fn(&str) -> Option<String>,
    ) -> Option<(Pair, Vec<(String, String)>)> {
        /// A legend is no table of cases.
        const WIDEST: usize = 8;
        let width = self.columns.len();
        if codes.is_empty() || width > WIDEST {
            return None;
        }
        let pairs =
            (0..width).flat_map(|code| (0..width).filter(move |means| *means != code).map(move |means| (code, means)));
        // A code that means something else is one that the mapping does not know, and is told as such.
        let is_most = |meant: &Vec<(String, String)>| meant.len() * 2 > codes.len();
        let found = pairs.filter_map(|(code, means)| {
            let texts: BTreeMap<String, String> = self
                .filled(code)
                .filter_map(|(row, text)| Some((text, self.value(row, means).text()?.trim().to_owned())))
                .collect();
            if codes.iter().any(|code| !texts.contains_key(code)) {
                return None;
            }
            let meant = codes.iter().filter_map(|code| Some((code.clone(), type_of(texts.get(code)?)?)));
            Some(((code, means), meant.collect::<Vec<_>>()))
        });
        // The first of those that tell most.
        found.filter(|(_, meant)| is_most(meant)).min_by_key(|(_, meant)| codes.len() - meant.len())
    }
}
