//! What stands further in, in the values of a field, as far as that is known before they are read.

use std::collections::BTreeMap;
use std::sync::Arc;

use rehabplan::text::nearest;
use serde_json::Value as Json;

/// Stands for each entry of a list in a way further in.
pub(crate) const ENTRY: &str = "*";

/// What the values of a field have inside.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Inside {
    /// Nobody knows: nothing was met yet.
    #[default]
    Unknown,
    /// Values, which may be anything: a text may hold JSON.
    Value,
    /// Objects.
    Object {
        /// The keys that they have, and what stands under each.
        keys: BTreeMap<Arc<str>, Inside>,
        /// Whether they can have no others, as in a schema, and not only had none where they were looked at.
        is_all: bool,
    },
    /// Lists, and what their entries are.
    List(Box<Inside>),
}

/// That a way further in leads nowhere.
pub(crate) struct Lack {
    /// The way that was most likely meant. A key that may be a value is never shown.
    pub(crate) nearest: Option<Vec<String>>,
    /// Whether there can be no such way, and not only was none where it was looked for.
    pub(crate) is_certain: bool,
}

impl Inside {
    /// Takes down what a value has inside.
    pub(crate) fn add(&mut self, json: &Json) {
        match json {
            Json::Null => {}
            Json::String(text) if text.trim().is_empty() => {}
            Json::Array(entries) if entries.is_empty() => {}
            Json::Object(members) if members.is_empty() => {}
            Json::Array(entries) => {
                if *self == Self::Unknown {
                    *self = Self::List(Box::default());
                }
                match self {
                    Self::List(entry) => entries.iter().for_each(|json| entry.add(json)),
                    _ => *self = Self::Value,
                }
            }
            Json::Object(members) => {
                if *self == Self::Unknown {
                    *self = Self::Object { keys: BTreeMap::new(), is_all: false };
                }
                match self {
                    Self::Object { keys, .. } => {
                        members.iter().for_each(|(key, json)| match keys.get_mut(key.as_str()) {
                            Some(known) => known.add(json),
                            None => keys.entry(key.as_str().into()).or_default().add(json),
                        })
                    }
                    _ => *self = Self::Value,
                }
            }
            _ => *self = Self::Value,
        }
    }

    /// What stands further in, where that is known.
    fn step(&self, step: &str) -> Option<&Self> {
        match self {
            Self::Object { keys, .. } => keys.get(step),
            Self::List(entry) => step.parse::<usize>().ok().map(|_| &**entry),
            Self::Unknown | Self::Value => None,
        }
    }

    /// What the entries are of a list that stands further in; one that was not put into a list is an entry.
    pub(crate) fn entry(&self, steps: &[String]) -> Option<&Self> {
        match steps.iter().try_fold(self, |inside, step| inside.step(step))? {
            Self::List(entry) => Some(entry),
            one => Some(one),
        }
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
        match self {
            Self::Object { keys, .. } => keys.iter().for_each(|(key, inside)| step(key, inside)),
            Self::List(entry) => step(ENTRY, entry),
            Self::Unknown | Self::Value => {}
        }
    }

    /// Whether a way further in leads nowhere; whoever asks says which keys may be shown.
    pub(crate) fn lack(&self, steps: &[String], is_shown: fn(&str) -> bool) -> Option<Lack> {
        let mut inside = self;
        for (place, step) in steps.iter().enumerate() {
            match inside {
                Self::Object { keys, is_all } if !keys.contains_key(step.as_str()) => {
                    let known = keys.keys().map(AsRef::as_ref).filter(|key| is_shown(key));
                    let meant = nearest(step, known).map(|meant| {
                        let mut steps = steps.to_vec();
                        steps.iter_mut().skip(place).take(1).for_each(|step| meant.clone_into(step));
                        steps
                    });
                    return Some(Lack { nearest: meant, is_certain: *is_all });
                }
                // What should be an object and is a list is told where it is read.
                _ => inside = inside.step(step)?,
            }
        }
        None
    }
}
