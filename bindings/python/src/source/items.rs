//! The items of a Python iterable.

use std::sync::Arc;

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyIterator, PyList, PyString, PyTuple};
use rehabplan_batch::{Item, Key, Keys, MAX_WAITING, Name, Problem};

use super::{Source, call_for_id, named};
use crate::plan;

/// Plans as `dict`, `str` or `bytes`, or pairs of an id and a plan.
pub(crate) struct Items {
    items: Py<PyIterator>,
    taken: u64,
    total: Option<u64>,
    id: Option<Py<PyAny>>,
    keys: Arc<Keys>,
    /// What the caller's own iterator raised, until everything before it has been handed over.
    raised: Option<PyErr>,
}

impl Items {
    pub(crate) fn new(items: &Bound<'_, PyAny>, id: Option<Py<PyAny>>, keys: Arc<Keys>) -> PyResult<Self> {
        let total = items.len().ok().map(|length| length as u64);
        Ok(Self { items: items.try_iter()?.unbind(), taken: 0, total, id, keys, raised: None })
    }

    /// An item on its way to the check. Whatever is wrong with it is its own matter, and never ends the run.
    fn item(&self, given: &Bound<'_, PyAny>) -> PyResult<Item> {
        let mut name = Name { row: self.taken, ..Name::default() };
        match self.content(given, &mut name)? {
            Ok(item) => Ok(item.named(name)),
            Err(problem) => Ok(Item::nowhere(problem).named(name)),
        }
    }

    /// What an item holds, and its id.
    fn content(&self, given: &Bound<'_, PyAny>, name: &mut Name) -> PyResult<Result<Item, Problem>> {
        let py = given.py();
        let pair = given.cast::<PyTuple>().ok().filter(|pair| pair.len() == 2);
        let (id, mut plan) = match pair {
            Some(pair) => (named(&pair.get_item(0)?), pair.get_item(1)?),
            None => (call_for_id(self.id.as_ref(), given), given.clone()),
        };
        match id? {
            Ok(id) => name.id = id,
            Err(problem) => return Ok(Err(problem)),
        }
        // A dict is opened here, where an id may be any object.
        let is_dict = plan.is_instance_of::<PyDict>();
        if is_dict {
            let has_id = self.keys.id().map(|key| find(key, &plan)).transpose()?.flatten();
            if let Some(key) = self.keys.id() {
                if has_id.is_some() || name.id.is_none() {
                    key.note(has_id.is_some());
                }
                match has_id.map(|id| named(&id)).transpose()? {
                    Some(Ok(id)) => name.id = id,
                    Some(Err(problem)) => return Ok(Err(problem)),
                    // Its row stands for it.
                    None => {}
                }
            }
            for key in self.keys.carried() {
                let value = find(key, &plan)?;
                key.note(value.is_some());
                // As in JSON, only texts and numbers; the text of anything else may hold a plan.
                let is_plain = |value: &Bound<'_, PyAny>| {
                    let is_number = value.is_instance_of::<PyInt>() || value.is_instance_of::<PyFloat>();
                    value.is_instance_of::<PyString>() || is_number && !value.is_instance_of::<PyBool>()
                };
                let value = value.filter(is_plain).map(|value| named(&value)).transpose()?;
                name.carried.push((key.named().into(), value.and_then(Result::ok).flatten()));
            }
            if let Some(key) = self.keys.plan() {
                let inner = find(key, &plan)?;
                key.note(inner.is_some());
                match inner {
                    Some(inner) => plan = inner,
                    None => return Ok(Err(Problem::NoPlan(key.named().to_owned()))),
                }
            }
        }
        match plan::any(&plan) {
            Ok(json) => Ok(json.map(|json| {
                let item = Item::new(json);
                if is_dict { item.already_opened() } else { item }
            })),
            // A view of memory that is gone, and the like.
            Err(error) if error.is_instance_of::<PyException>(py) => Ok(Err(Problem::NotReadable)),
            Err(error) => Err(error),
        }
    }
}

/// What stands at a place of a dict.
fn find<'py>(key: &Key, document: &Bound<'py, PyAny>) -> PyResult<Option<Bound<'py, PyAny>>> {
    let mut value = document.clone();
    for token in key.tokens() {
        let inner = if let Ok(members) = value.cast::<PyDict>() {
            members.get_item(token)?
        } else if let (Ok(entries), Ok(place)) = (value.cast::<PyList>(), token.parse()) {
            entries.get_item(place).ok()
        } else {
            None
        };
        let Some(inner) = inner else { return Ok(None) };
        value = inner;
    }
    Ok(Some(value))
}

impl Source for Items {
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>> {
        let mut items = Vec::new();
        let mut held = 0;
        let mut iterator = self.items.bind(py).clone();
        while items.len() < count && held <= MAX_WAITING && self.raised.is_none() {
            let Some(given) = iterator.next() else { break };
            match given.and_then(|given| self.item(&given)) {
                Ok(item) => {
                    held += item.bytes().map_or(0, <[u8]>::len);
                    items.push(item);
                    self.taken += 1;
                }
                Err(error) => self.raised = Some(error),
            }
        }
        match self.raised.take_if(|_| items.is_empty()) {
            Some(error) => Err(error),
            None => Ok(items),
        }
    }

    fn progress(&self) -> (u64, Option<u64>) {
        (self.taken, self.total)
    }
}
