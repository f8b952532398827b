//! A column by its name, by what stands over it, and by the way to it.

use serde_json::Value as Json;

use super::letters::Letters;
use super::{COMPARED, Column, LIKE, places, ruled_out};
use crate::names::{normal, shown, unnumbered};
use crate::value::Value;

/// How far into values that have something inside names are looked for.
const DEPTH: usize = 4;

impl Column {
    /// What it is called itself, without the way to it.
    pub(super) fn own_name(&self) -> &str {
        self.steps.last().unwrap_or(&self.name)
    }

    /// The object of the plan that what stands over it names, the nearest first: a part of it, or what is in one.
    pub(super) fn object(&self) -> Option<&'static str> {
        let part = self.over.iter().find_map(|over| places::part_named(over, LIKE));
        let of_doctor = || self.over.iter().any(|over| ruled_out::names_doctor(over)).then_some(ruled_out::DOCTORS);
        self.over.iter().find_map(|over| places::object_named(over, part)).or_else(of_doctor)
    }

    /// What stands next to it on the way to it, or right over it.
    pub(super) fn parent(&self) -> Option<&str> {
        let first = || self.name.trim_start_matches('/').split('/').next();
        match self.steps.as_slice() {
            [] => self.over.first().map(String::as_str),
            [_] => first(),
            [.., parent, _] => Some(parent),
        }
    }

    /// The part of the plan that the way to it names, the nearest first.
    pub(super) fn part(&self) -> Option<&'static str> {
        let part = || self.over.iter().find_map(|over| places::part_named(over, LIKE));
        if let Some(part) = part().or_else(|| self.object().and_then(|object| object.split('/').nth(1))) {
            return Some(part);
        }
        let way: Vec<&str> = match self.steps.split_last() {
            Some((_, steps)) => {
                // The name of a column that has something inside is the first step of the way.
                let first = self.name.trim_start_matches('/').split('/').next().unwrap_or_default();
                std::iter::once(first).chain(steps.iter().map(String::as_str)).collect()
            }
            None => Vec::new(),
        };
        way.into_iter().rev().find_map(|step| places::part_named(step, LIKE))
    }

    /// Takes down what stands over it, and what its name is with that.
    pub(super) fn stand_under(&mut self, over: &[String]) {
        self.over = over.iter().filter(|over| !over.is_empty()).cloned().collect();
        if let Some(over) = self.over.first().filter(|over| self.steps.is_empty() && !self.name.starts_with(*over)) {
            self.bare = Letters::of(&format!("{over} {}", self.name));
        }
    }

    /// Whether it stands under something that is no part of a plan, so that it may be about that.
    pub(super) fn is_under_another(&self) -> bool {
        !self.over.is_empty() && self.part().is_none()
    }

    /// The name as it may be shown: a pointer, where each step of it is a name.
    pub(super) fn shown(&self) -> Option<String> {
        match self.steps.is_empty() {
            true => shown(&self.name).map(|name| name.into_owned()),
            false => self.steps.iter().all(|step| shown(step).is_some()).then(|| self.name.clone()),
        }
    }

    /// The way to it, as a pointer.
    pub(super) fn pointer(&self) -> String {
        if self.steps.is_empty() { format!("/{}", escaped(&self.name)) } else { self.name.clone() }
    }

    /// What is looked at of a column: itself, or where objects stand in it what these have, in the order in which it is met.
    /// Of some values that have something inside, and a number of others.
    pub(super) fn opened(self, values: &[&Json], plain: usize, found: &mut Vec<Self>) {
        // Where most have nothing inside, the others are odd.
        if plain > values.len() {
            return found.push(Self { is_nested: false, ..self });
        }
        let mut keys: Vec<&String> = Vec::new();
        for key in values.iter().filter_map(|value| value.as_object()).flat_map(serde_json::Map::keys) {
            if !keys.contains(&key) && keys.len() < COMPARED {
                keys.push(key);
            }
        }
        // A key that does not look like a name may be a value, and so may what stands under it.
        let is_name = shown(self.own_name()).is_some();
        if keys.is_empty() || self.is_nested || self.steps.len() >= DEPTH || !is_name {
            found.push(Self { is_nested: self.is_nested || !keys.is_empty(), ..self });
            return;
        }
        for key in keys {
            let own =
                values.iter().filter_map(|value| value.get(key)).filter(|value| !Value::of_json(value).is_nothing());
            let (own, plain): (Vec<&Json>, Vec<&Json>) = own.partition(|value| value.is_object() || value.is_array());
            Self {
                name: format!("{}/{}", self.pointer(), escaped(key)),
                cell: self.cell,
                over: self.over.clone(),
                is_nested: are_lists(&own),
                letters: Letters::of(key),
                bare: Letters::of(&format!("{} {key}", self.own_name())),
                numbered: None,
                is_for: None,
                steps: self.steps.iter().chain([key]).cloned().collect(),
            }
            .opened(&own, plain.len(), found);
        }
    }
}

/// A step of a pointer.
fn escaped(key: &str) -> String {
    key.replace('~', "~0").replace('/', "~1")
}

/// The column whose name is most like one of some names, where it is the same but for its look.
pub(super) fn best_named(columns: &[Column], names: &[&str]) -> Option<usize> {
    // "Sagsnummer (nr.)" is called so too.
    let is_it =
        |name: &String, column: &Column| !column.is_nested && (*column.letters == **name || *column.bare == **name);
    names.iter().map(|name| normal(name)).find_map(|name| columns.iter().position(|column| is_it(&name, column)))
}

/// A name without its unit and other remarks in brackets behind it.
pub(super) fn plain(name: &str) -> &str {
    name.split(['(', '[']).next().unwrap_or(name)
}

/// A name with one number in it, `Indsats 2` or `Indsats 2 start`, and the number: the name has `{n}` instead.
pub(super) fn number(name: &str) -> Option<(String, u32)> {
    let start = name.find(|letter: char| letter.is_ascii_digit())?;
    let (before, rest) = name.split_at_checked(start)?;
    let after = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let number = rest.strip_suffix(after)?.parse().ok().filter(|number| *number <= 99)?;
    let is_one = !after.contains(|letter: char| letter.is_ascii_digit());
    // "1. tilbud fra" has its number first.
    let is_name = !before.trim().is_empty() || unnumbered(name) != name;
    (is_one && is_name).then(|| (format!("{before}{{n}}{after}"), number))
}

/// Whether most of some values are lists: one record that is odd hides nothing of the others.
pub(super) fn are_lists(values: &[&Json]) -> bool {
    let lists = values.iter().filter(|value| value.as_array().is_some_and(|list| !list.is_empty())).count();
    let objects = values.iter().filter(|value| value.as_object().is_some_and(|object| !object.is_empty())).count();
    if lists == objects { lists == 0 && values.iter().any(|value| value.is_array()) } else { lists > objects }
}
