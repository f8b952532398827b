//! What stands further in, in the values of a field, as far as that is known before they are read.

use std::collections::BTreeMap;
use std::sync::Arc;

use rehabplan::text::nearest;
use serde_json::Value as Json;

use crate::dates::{self, Order, Years};
use crate::ids::Form;
use crate::value::json_of;

/// Stands for each entry of a list in a way further in.
pub(crate) const ENTRY: &str = "*";

/// What the values of a field have inside. Not all need be alike: where one record has a text or a list and the others have
/// objects, what these have is known all the same.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Inside {
    /// The keys of the objects, and what stands under each.
    keys: BTreeMap<Arc<str>, Inside>,
    /// What the entries of the lists are.
    entry: Option<Box<Inside>>,
    /// Values that have nothing inside.
    has_values: bool,
    /// How many days were met that can only be one with the day before the month, only one with the month before the day, and
    /// either.
    days: (u32, u32, u32),
    /// How many days with a year of two digits were met that most likely have it last, that have it first, and that may be either.
    years: (u32, u32, u32),
    /// How the values that have nothing inside are written.
    form: Form,
    /// Days that are numbers are counted from 1904.
    is_of_1904: bool,
    /// None of the records that were looked at has the field; one behind them may.
    is_late: bool,
    /// Whether there can be nothing else, as in a schema, and not only was nothing else where it was looked for.
    is_all: bool,
}

/// That a way further in leads nowhere.
pub(crate) struct Lack {
    /// What stands in the way.
    pub(crate) why: Why,
    /// Whether there can be no such way, and not only was none where it was looked for.
    pub(crate) is_certain: bool,
}

pub(crate) enum Why {
    /// There is no such key; the way that was most likely meant. A key that may be a value is never shown.
    Missing(Option<Vec<String>>),
    /// So many steps lead to a list, and the next is none of its entries.
    List(usize),
    /// So many steps lead to a value that has nothing inside.
    Value(usize),
}

impl Inside {
    /// Nothing was met yet.
    pub(crate) const UNKNOWN: Self = Self {
        keys: BTreeMap::new(),
        entry: None,
        has_values: false,
        days: (0, 0, 0),
        years: (0, 0, 0),
        form: Form::UNKNOWN,
        is_of_1904: false,
        is_late: false,
        is_all: false,
    };

    /// Objects of these keys and no others.
    #[cfg(feature = "arrow")]
    pub(crate) fn object(keys: impl IntoIterator<Item = (Arc<str>, Self)>) -> Self {
        Self { keys: keys.into_iter().collect(), is_all: true, ..Self::default() }
    }

    /// Lists, and nothing else.
    #[cfg(feature = "arrow")]
    pub(crate) fn list(entry: Self) -> Self {
        Self { entry: Some(Box::new(entry)), is_all: true, ..Self::default() }
    }

    /// Values that cannot have anything inside.
    #[cfg(feature = "arrow")]
    pub(crate) fn value() -> Self {
        Self { has_values: true, is_all: true, ..Self::default() }
    }

    /// Takes down what a value has inside. A text that is JSON is what it says.
    pub(crate) fn add(&mut self, json: &Json) {
        match json {
            Json::Null => {}
            Json::String(text) => self.add_text(text),
            Json::Array(entries) if entries.is_empty() => {}
            Json::Object(members) if members.is_empty() => {}
            Json::Array(entries) => {
                let entry = self.entry.get_or_insert_default();
                entries.iter().for_each(|json| entry.add(json));
            }
            Json::Object(members) => members.iter().for_each(|(key, json)| match self.keys.get_mut(key.as_str()) {
                Some(known) => known.add(json),
                None => self.keys.entry(key.as_str().into()).or_default().add(json),
            }),
            Json::Bool(_) | Json::Number(_) => self.has_values = true,
        }
    }

    /// Takes down what a text has inside.
    pub(crate) fn add_text(&mut self, text: &str) {
        match json_of(text) {
            Some(json) => self.add(&json),
            None => {
                self.has_values |= !text.trim().is_empty();
                self.form.add(text);
                match dates::order(text) {
                    Some(Order::DayFirst) => self.days.0 += 1,
                    Some(Order::MonthFirst) => self.days.1 += 1,
                    Some(Order::Either) => self.days.2 += 1,
                    None => {}
                }
                match dates::years(text) {
                    Some(Years::Last) => self.years.0 += 1,
                    Some(Years::First) => self.years.1 += 1,
                    Some(Years::InDoubt) => self.years.2 += 1,
                    None => {}
                }
            }
        }
    }

    /// Whether the days further in were written with the month first, as far as they were met and tell.
    pub(crate) fn are_months_first(&self, steps: &[String]) -> bool {
        let inside = steps.iter().try_fold(self, |inside, step| inside.step(step));
        inside.is_some_and(|inside| inside.days.1 > inside.days.0)
    }

    /// Whether some of the days further in can only have the month first, and more of them than anybody misspells: then no day that may
    /// be either tells itself.
    pub(crate) fn has_months_first(&self, steps: &[String]) -> bool {
        const OF_ONE_SLIP: u32 = 10;
        let inside = steps.iter().try_fold(self, |inside, step| inside.step(step));
        inside.is_some_and(|inside| inside.days.1 > 0 && inside.days.1.saturating_mul(OF_ONE_SLIP) >= inside.days.0)
    }

    /// Whether there were days further in that may have the day or the month first, and none that tells.
    pub(crate) fn has_days_of_either_order(&self, steps: &[String]) -> bool {
        let inside = steps.iter().try_fold(self, |inside, step| inside.step(step));
        inside.is_some_and(|inside| matches!(inside.days, (0, 0, 1..)))
    }

    /// Where the years of two digits stand in the days further in, as far as they were met and tell.
    pub(crate) fn years(&self, steps: &[String]) -> Option<Years> {
        let inside = steps.iter().try_fold(self, |inside, step| inside.step(step))?;
        match inside.years {
            (0, 0, 0) => None,
            (last, first, _) if last > first => Some(Years::Last),
            (last, first, _) if last < first => Some(Years::First),
            _ => Some(Years::InDoubt),
        }
    }

    /// Whether years of two digits may stand where they are not read.
    pub(crate) fn has_years_in_doubt(&self, steps: &[String]) -> bool {
        let inside = steps.iter().try_fold(self, |inside, step| inside.step(step));
        inside.is_some_and(|inside| inside.years.1 > 0 || matches!(inside.years, (0, 0, 1..)))
    }

    /// How what stands further in is written.
    pub(crate) fn form(&self, steps: &[String]) -> Form {
        let inside = steps.iter().try_fold(self, |inside, step| inside.step(step));
        inside.map_or(Form::UNKNOWN, |inside| inside.form.clone())
    }

    /// Takes down that days which are numbers are counted from 1904, as older Macs do.
    #[cfg(feature = "workbook")]
    pub(crate) fn count_from_1904(&mut self) {
        self.is_of_1904 = true;
    }

    /// Whether days that are numbers are counted from 1904.
    pub(crate) fn counts_from_1904(&self) -> bool {
        self.is_of_1904
    }

    /// Takes down that none of the records that were looked at has the field.
    pub(crate) fn come_late(&mut self) {
        self.is_late = true;
    }

    pub(crate) fn is_late(&self) -> bool {
        self.is_late
    }

    /// Whether anything is known.
    fn is_known(&self) -> bool {
        self.is_all || self.has_values || self.entry.is_some() || !self.keys.is_empty()
    }

    /// What stands further in, where that is known.
    fn step(&self, step: &str) -> Option<&Self> {
        let entry = || step.parse::<usize>().ok().and(self.entry.as_deref());
        self.keys.get(step).or_else(entry)
    }

    /// What the entries are of a list that stands further in; one that was not put into a list is an entry.
    pub(crate) fn entry(&self, steps: &[String]) -> Option<&Self> {
        let list = steps.iter().try_fold(self, |inside, step| inside.step(step))?;
        Some(list.entry.as_deref().unwrap_or(list))
    }

    /// Whether nothing was met further in that is a list or an object, and something was.
    pub(crate) fn is_value(&self, steps: &[String]) -> bool {
        let inside = steps.iter().try_fold(self, |inside, step| inside.step(step));
        inside.is_some_and(|inside| inside.has_values && inside.entry.is_none() && inside.keys.is_empty())
    }

    /// The ways from here that are not taken, each as far as nothing of it is.
    pub(crate) fn left(&self, way: &[String], taken: &[Vec<String>], left: &mut Vec<Vec<String>>) {
        if taken.iter().any(|taken| taken == way) {
            return;
        }
        if !taken.iter().any(|taken| taken.starts_with(way)) {
            left.push(way.to_vec());
            return;
        }
        let mut step = |step: &str, inside: &Self| inside.left(&[way, &[step.to_owned()]].concat(), taken, left);
        self.keys.iter().for_each(|(key, inside)| step(key, inside));
        if let Some(entry) = &self.entry {
            step(ENTRY, entry);
        }
    }

    /// Whether a way further in leads nowhere; whoever asks says which keys may be shown.
    pub(crate) fn lack(&self, steps: &[String], is_shown: fn(&str) -> bool) -> Option<Lack> {
        let mut inside = self;
        for (place, step) in steps.iter().enumerate() {
            if let Some(further) = inside.step(step) {
                inside = further;
                continue;
            }
            if !inside.is_known() {
                return None;
            }
            let why = match &inside.entry {
                _ if !inside.keys.is_empty() => {
                    let known = inside.keys.keys().map(AsRef::as_ref).filter(|key| is_shown(key));
                    Why::Missing(nearest(step, known).map(|meant| {
                        let mut steps = steps.to_vec();
                        steps.iter_mut().skip(place).take(1).for_each(|step| meant.clone_into(step));
                        steps
                    }))
                }
                Some(_) => Why::List(place),
                None if inside.has_values => Why::Value(place),
                None => Why::Missing(None),
            };
            return Some(Lack { why, is_certain: inside.is_all });
        }
        None
    }
}
