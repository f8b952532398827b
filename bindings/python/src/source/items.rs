//! The items of a Python iterable.

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyTuple};

use super::{MAX_WAITING, Source, call_for_id, named};
use crate::check::{Content, HadKeys, Item};
use crate::envelope::Keys;
use crate::failure::Problem;
use crate::plan;

/// Plans as `dict`, `str` or `bytes`, or pairs of an id and a plan.
pub(crate) struct Items {
    items: Py<PyIterator>,
    taken: u64,
    total: Option<u64>,
    id: Option<Py<PyAny>>,
    keys: Keys,
    /// What the caller's own iterator raised, until everything before it has been handed over.
    raised: Option<PyErr>,
}

impl Items {
    pub(crate) fn new(items: &Bound<'_, PyAny>, id: Option<Py<PyAny>>, keys: Keys) -> PyResult<Self> {
        let total = items.len().ok().map(|length| length as u64);
        Ok(Self { items: items.try_iter()?.unbind(), taken: 0, total, id, keys, raised: None })
    }

    /// An item on its way to the check. Whatever is wrong with it is its own matter, and never ends the run.
    fn item(&self, given: &Bound<'_, PyAny>) -> PyResult<Item> {
        let py = given.py();
        let row = self.taken;
        let pair = given.cast::<PyTuple>().ok().filter(|pair| pair.len() == 2);
        let (id, mut plan) = match pair {
            Some(pair) => (named(&pair.get_item(0)?), pair.get_item(1)?),
            None => (call_for_id(self.id.as_ref(), given), given.clone()),
        };
        let unnamed = |problem| Item { row, line: None, id: None, content: Content::Nowhere(problem), opened: None };
        let mut id = match id? {
            Ok(id) => id,
            Err(problem) => return Ok(unnamed(problem)),
        };
        let mut opened = None;
        if let Ok(document) = plan.clone().cast::<PyDict>() {
            let mut had = HadKeys::default();
            if let Some(key) = &self.keys.id
                && let Some(value) = document.get_item(key)?
            {
                had.id = true;
                id = match named(&value)? {
                    Ok(id) => id,
                    Err(problem) => return Ok(unnamed(problem)),
                };
            }
            if let Some(key) = &self.keys.plan {
                let inner = document.get_item(key)?;
                had.plan = inner.is_some();
                plan = inner.unwrap_or_else(|| py.None().into_bound(py));
            }
            opened = Some(had);
        }
        let content = match plan::any(&plan) {
            Ok(json) => json.map_or_else(Content::Nowhere, Content::Python),
            // A view of memory that is gone, and the like.
            Err(error) if error.is_instance_of::<PyException>(py) => {
                Content::Nowhere(Problem::File(std::io::ErrorKind::Other))
            }
            Err(error) => return Err(error),
        };
        Ok(Item { row, line: None, id, content, opened })
    }
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
                    held += item.content.held();
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
