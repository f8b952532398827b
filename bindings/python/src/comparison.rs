//! What profiles change, over many plans.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use rehabplan::Lang;
use rehabplan::compare;

use crate::failure::{guarded, not_pickled};
use crate::options::Spoken;
use crate::report::{Note, loads};
use crate::table::Table;

/// What profiles change: the same plans without them and with them.
#[pyclass(frozen, eq, module = "rehabplan")]
#[derive(PartialEq)]
pub(crate) struct Comparison {
    comparison: compare::Comparison,
    lang: Lang,
}

impl Comparison {
    pub(crate) fn new(comparison: compare::Comparison, lang: Lang) -> Self {
        Self { comparison, lang }
    }
}

#[pymethods]
impl Comparison {
    /// How many plans were compared.
    #[getter]
    fn plans(&self) -> usize {
        self.comparison.plans
    }

    /// How many documents could not be read as a plan, and so are in none of the tables.
    #[getter]
    fn unreadable(&self) -> usize {
        self.comparison.unreadable
    }

    /// A row for each conclusion: how many plans came to it, `before` and `after`.
    #[getter]
    fn conclusions(&self) -> PyResult<Table> {
        Table::conclusions(&self.comparison, self.lang)
    }

    /// A row for each plan whose conclusion changes: `plan` (its id; without one, its row), `before` and `after`.
    #[getter]
    fn changed(&self) -> PyResult<Table> {
        Table::changed(&self.comparison, self.lang)
    }

    /// A row for each rule and case variant in which findings `fall_away` or `appear`, with how many there are `before`
    /// and `after`. What falls away from one rule may appear under another.
    #[getter]
    fn rules(&self) -> PyResult<Table> {
        Table::differences(&self.comparison, self.lang)
    }

    /// A row for each measure of the profiles: the median of days, or the share of plans in percent, as `value`; how many
    /// `plans` say enough for it; and the source's own figure for the whole country, `national`.
    #[getter]
    fn measures(&self) -> PyResult<Table> {
        Table::measures(&self.comparison, self.lang)
    }

    /// What there is to say about the comparison as a whole: that a proposal is no law in force.
    #[getter]
    fn notes(&self) -> Vec<Note> {
        self.comparison.notes().map(|note| Note::new(note, self.lang)).collect()
    }

    /// The language of the texts: `da` or `en`.
    #[getter]
    fn lang(&self) -> &'static str {
        self.lang.tag()
    }

    /// The comparison as one line of JSON, with the members of `rehabplan compare --format json`.
    ///
    /// Raises `OptionError` for a language that there is not.
    #[pyo3(signature = (lang=None))]
    fn to_json(&self, lang: Option<Spoken>) -> PyResult<String> {
        let lang = lang.map_or(Ok(self.lang), Spoken::read)?;
        // Writing plain data to a string cannot fail.
        guarded(lang, || serde_json::to_string(&self.comparison.rendered(lang)).unwrap_or_default())
    }

    /// The comparison as a `dict`, with the keys of the JSON.
    ///
    /// Raises `OptionError` for a language that there is not.
    #[pyo3(signature = (lang=None))]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Option<Spoken>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.to_json(lang)?)
    }

    /// Draws what falls away and what appears: a heat map of `rules`, the rules with most of it first.
    ///
    /// Needs matplotlib (`pip install rehabplan[plot]`). Draws on `ax`; left out, a new figure of a fitting size is made.
    ///
    /// Raises `ImportError` without matplotlib.
    #[pyo3(signature = (ax=None))]
    fn plot<'py>(slf: &Bound<'py, Self>, ax: Option<Bound<'py, PyAny>>) -> PyResult<Bound<'py, PyAny>> {
        static DRAW: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        DRAW.import(slf.py(), "rehabplan._plot", "difference")?.call1((slf, ax))
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Comparison", "to_dict()", self.lang))
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __repr__(&self) -> String {
        let compare::Comparison { plans, changed, .. } = &self.comparison;
        format!("<rehabplan.Comparison: {plans} plans, {} with another conclusion>", changed.len())
    }
}
