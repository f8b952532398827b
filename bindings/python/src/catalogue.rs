//! What the core knows of the regulation, in the shape of the command line's `--format json`.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use rehabplan::catalogue::{self, AnyRule, Cited, going_on};
use rehabplan::law::{self, Matrix};
use rehabplan::names::Names;
use rehabplan::text::Wording;
use rehabplan::{Lang, Phase, RULE_SET};
use rehabplan_render::html;
use serde_json::{Value, json};

use crate::failure::{guarded, not_pickled, wrong};
use crate::options::{Profile, Spoken, not_one_of, profile_set, read_phase, read_text};
use crate::report::loads;

/// Hands a value to Python as dicts and lists. A language that a function does not take is the one that the others take unasked.
fn python<'py>(py: Python<'py>, lang: Lang, make: impl FnOnce() -> Value) -> PyResult<Bound<'py, PyAny>> {
    loads(py, &guarded(lang, || make().to_string())?)
}

/// Every rule. See `rehabplan.rules`.
#[pyfunction]
#[pyo3(signature = (profiles=None, lang=Spoken::default()), text_signature = "(profiles=None, lang='da')")]
pub(crate) fn rules<'py>(py: Python<'py>, profiles: Option<Vec<Profile>>, lang: Spoken) -> PyResult<Bound<'py, PyAny>> {
    let lang = lang.read()?;
    let set = profile_set(py, lang, profiles.unwrap_or_default(), None, true)?;
    python(py, lang, || json!(catalogue::rules().chain(set.rules().map(AnyRule::Added)).collect::<Vec<_>>()))
}

/// The profiles that come with the product: dicts with what a profile file holds (`id`, `title`, `source`, `force`,
/// `themes`, `effects` and so on), and with `rules`, the entries of the rules that it adds.
#[pyfunction]
pub(crate) fn profiles(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, Lang::default(), || json!(catalogue::profiles().collect::<Vec<_>>()))
}

/// The JSON Schema (2020-12) of a profile of one's own.
#[pyfunction]
pub(crate) fn profile_schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, Lang::default(), rehabplan::schema::profile_schema)
}

/// The JSON Schema (2020-12) of a list of suppressions.
#[pyfunction]
pub(crate) fn suppression_schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, Lang::default(), rehabplan::schema::suppression_schema)
}

/// Everything there is to say about one rule: its entry in `rules()`. Those that profiles add are found too, as in
/// `explain("proces/PR1")`; capitals do not matter. A provision, as in `explain("§ 7, stk. 2")`, or the beginning of ids, as in
/// `explain("P7")`, gives a list with the entry of each that belongs to it.
///
/// `lang` is the language of errors.
///
/// Raises `KeyError` when there is no such rule and no requirement that belongs to the provision, `TypeError` when `rule_id` is no
/// `str`, and `OptionError` for a language that there is not.
#[pyfunction]
#[pyo3(signature = (rule_id, *, lang=Spoken::default()), text_signature = "(rule_id, *, lang='da')")]
pub(crate) fn explain<'py>(rule_id: &Bound<'py, PyAny>, lang: Spoken) -> PyResult<Bound<'py, PyAny>> {
    const NONE: Wording = Wording::new(
        "der er ingen regel {id}; rehabplan.rules() har dem alle",
        "there is no rule {id}; rehabplan.rules() has them all",
    );
    const NOTHING_THERE: Wording = Wording::new(
        "ingen krav hører til {place}; de står i §§ 1-16",
        "no requirements belong to {place}; they stand in §§ 1-16",
    );
    let (py, lang) = (rule_id.py(), lang.read()?);
    let id = read_text(rule_id, "rule_id", lang)?;
    if let Some(rule) = AnyRule::find(&id) {
        return python(py, lang, || json!(rule));
    }
    let place = Cited::parse(&id);
    let rules = place.map_or_else(|| going_on(&id), Cited::rules);
    match place {
        _ if !rules.is_empty() => python(py, lang, || json!(rules)),
        Some(place) => Err(PyKeyError::new_err(NOTHING_THERE.get(lang).replace("{place}", &place.to_string()))),
        None => Err(PyKeyError::new_err(NONE.get(lang).replace("{id}", &format!("{id:?}")))),
    }
}

/// Which requirement applies in which case variant: `{"variants": [...], "rules": {"P3.1.4": {"JA22": "K", ...}}}`.
///
/// `K` is required, `K°` required under a condition of the rule's own, `U §x,y` exempt under that provision, `S` for a
/// person to judge, and `-` not relevant.
#[pyfunction]
pub(crate) fn matrix(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, Lang::default(), || json!(Matrix))
}

/// What the codes of a report are called, in both languages: `variants`, `phases`, `paragraphs`, `outcomes` and
/// `conclusions`, each by its code.
#[pyfunction]
pub(crate) fn names(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, Lang::default(), || json!(Names))
}

/// What becomes of each of the 121 legal units of §§ 1-16: dicts with `unit`, `citation`, `status`, `rules` and
/// `reason`.
///
/// Raises `OptionError` for a language that there is not.
#[pyfunction]
#[pyo3(signature = (lang=Spoken::default()), text_signature = "(lang='da')")]
pub(crate) fn coverage<'py>(py: Python<'py>, lang: Spoken) -> PyResult<Bound<'py, PyAny>> {
    let lang = lang.read()?;
    python(py, lang, || law::coverage(lang).map(|row| json!(row)).collect())
}

/// The JSON Schema (2020-12) of a plan, with titles and descriptions in a language.
///
/// Raises `OptionError` for a language that there is not.
#[pyfunction]
#[pyo3(signature = (lang=Spoken::default()), text_signature = "(lang='da')")]
pub(crate) fn json_schema<'py>(py: Python<'py>, lang: Spoken) -> PyResult<Bound<'py, PyAny>> {
    let lang = lang.read()?;
    python(py, lang, || rehabplan::schema::json_schema(lang))
}

/// The JSON Schema (2020-12) of a report, as `Report.to_json()` and `rehabplan check --format json` write it.
///
/// Raises `OptionError` for a language that there is not.
#[pyfunction]
#[pyo3(signature = (lang=Spoken::default()), text_signature = "(lang='da')")]
pub(crate) fn report_schema<'py>(py: Python<'py>, lang: Spoken) -> PyResult<Bound<'py, PyAny>> {
    let lang = lang.read()?;
    python(py, lang, || rehabplan::schema::report_schema(lang))
}

/// The rule set that plans are held against, the `ruleSet` of every report: `id`, `validFrom`, `supersededFrom` and `version`.
#[pyfunction]
pub(crate) fn rule_set(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, Lang::default(), || json!(RULE_SET))
}

/// The requirements to a plan in a kind of case, as a list to write by: its `str` is the list as text.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct Checklist {
    list: law::Checklist,
    lang: Lang,
}

/// The requirements to a plan in a kind of case, up to a phase: a list to write a plan by, before there is one.
///
/// `kind` is a type of case (`"fleksjob"`, `"foertidspension"`) or one of its variants (`"FP12"`); capitals of a variant do not
/// matter.
///
/// Raises `OptionError` when there is no such kind of case, no such phase or no such language, and `TypeError` when the kind or the
/// phase is no `str`.
#[pyfunction]
#[pyo3(signature = (kind, phase=None, *, lang=Spoken::default()), text_signature = "(kind, phase='forelaeggelse', *, lang='da')")]
pub(crate) fn checklist(
    kind: &Bound<'_, PyAny>,
    phase: Option<&Bound<'_, PyAny>>,
    lang: Spoken,
) -> PyResult<Checklist> {
    let lang = lang.read()?;
    let kind = read_text(kind, "kind", lang)?;
    let phase = match phase {
        Some(phase) => read_phase(&read_text(phase, "phase", lang)?, lang)?,
        None => Phase::Forelaeggelse,
    };
    match law::Checklist::variants(&kind) {
        Some(variants) => Ok(Checklist { list: law::Checklist::new(variants, phase), lang }),
        None => Err(match law::Checklist::of_two_types(&kind, lang) {
            Some(why) => wrong("/kind", format!("{kind:?}: {why}")),
            None => not_one_of("kind", &kind, law::Checklist::names(), lang),
        }),
    }
}

#[pymethods]
impl Checklist {
    /// The list as a page to print: one file that needs nothing from anywhere.
    fn to_html(&self) -> PyResult<String> {
        guarded(self.lang, || html::checklist(&self.list, self.lang))
    }

    /// The list as one line of JSON, the same as from the command line.
    fn to_json(&self) -> PyResult<String> {
        guarded(self.lang, || self.list.to_json(self.lang))
    }

    /// The list as a `dict`, with the keys of the JSON: `variant`, `phase`, and the lists `points` and `exempt`.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.to_json()?)
    }

    fn __str__(&self) -> PyResult<String> {
        guarded(self.lang, || rehabplan_render::checklist::text(&self.list, self.lang))
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Checklist", "to_dict()", self.lang))
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __repr__(&self) -> String {
        let law::Checklist { variants, phase, points, exempt, .. } = &self.list;
        format!("<rehabplan.Checklist {variants} {}: {} points, {} exempt>", phase.code(), points.len(), exempt.len())
    }
}
