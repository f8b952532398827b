//! The items of a Python iterable.

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyIterator, PyTuple};

use super::{MAX_WAITING, Source, call_for_id, named};
use crate::check::{Content, Item};
use crate::envelope::Keys;
use crate::plan;

/// Plans as `dict`, `str` or `bytes`, or pairs of an id and a plan.
pub(crate) struct Items {
    items: Py<PyIterator>,
    taken: u64,
    total: Option<u64>,
    id: Option<Py<PyAny>>,
    keys: Keys,
}

impl Items {
    pub(crate) fn new(items: &Bound<'_, PyAny>, id: Option<Py<PyAny>>, keys: Keys) -> PyResult<Self> {
        let total = items.len().ok().map(|length| length as u64);
        Ok(Self { items: items.try_iter()?.unbind(), taken: 0, total, id, keys })
    }

    fn item(&self, given: &Bound<'_, PyAny>) -> PyResult<Item> {
        let pair = given.cast::<PyTuple>().ok().filter(|pair| pair.len() == 2);
        let (mut id, mut plan) = match pair {
            Some(pair) => (named(&pair.get_item(0)?)?, pair.get_item(1)?),
            None => (call_for_id(self.id.as_ref(), given)?, given.clone()),
        };
        let is_opened = plan.is_instance_of::<PyDict>();
        if let Ok(document) = plan.clone().cast::<PyDict>() {
            if let Some(key) = &self.keys.id {
                id = document.get_item(key)?.map_or(Ok(id), |value| named(&value))?;
            }
            if let Some(key) = &self.keys.plan {
                plan = document.get_item(key)?.unwrap_or_else(|| given.py().None().into_bound(given.py()));
            }
        }
        // What is no plan at all is written as JSON all the same, and the core says that it is no object.
        let json = if plan::is_text(&plan) { Ok(plan::text(&plan)?) } else { plan::dumped(&plan)? };
        let content = json.map_or_else(Content::Nowhere, Content::Python);
        Ok(Item { row: self.taken, line: None, id, content, is_opened })
    }
}

impl Source for Items {
    fn next(&mut self, py: Python<'_>, count: usize) -> PyResult<Vec<Item>> {
        let mut items = Vec::new();
        let mut held = 0;
        let mut iterator = self.items.bind(py).clone();
        while items.len() < count && held <= MAX_WAITING {
            let Some(given) = iterator.next() else { break };
            let item = self.item(&given?)?;
            held += item.content.held();
            items.push(item);
            self.taken += 1;
        }
        Ok(items)
    }

    fn progress(&self) -> (u64, Option<u64>) {
        (self.taken, self.total)
    }
}
