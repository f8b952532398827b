//! What the core knows of the regulation, in the shape of the command line's `--format json`.

use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use rehabplan::law::{self, Rule, ScopeRule};
use rehabplan::{Phase, RULE_SET, Severity, Variant};
use serde_json::{Map, Value, json};

use crate::failure::guarded;
use crate::options::read_lang;
use crate::report::loads;

/// Hands a value to Python as dicts and lists.
fn python<'py>(py: Python<'py>, make: impl FnOnce() -> Value) -> PyResult<Bound<'py, PyAny>> {
    loads(py, &guarded(|| make().to_string())?)
}

fn cells(rule: &Rule) -> Value {
    let cell = |variant: Variant| (variant.code().to_owned(), rule.cells.get(variant).to_string().into());
    Value::Object(Variant::ALL.into_iter().map(cell).collect())
}

fn rule(rule: &Rule) -> Value {
    let phases: Vec<_> = Phase::ALL.into_iter().filter(|phase| *phase >= rule.phase).map(Phase::code).collect();
    json!({
        "id": rule.id,
        "unit": rule.unit(),
        "citation": rule.provision.to_string(),
        "provision": rule.provision,
        "kind": rule.kind.code(),
        "severity": rule.severity().map(Severity::code),
        "phases": phases,
        "paths": rule.paths,
        "summary": rule.texts.demand,
        "finding": rule.texts.finding,
        "remedy": rule.texts.remedy,
        "judgement": rule.texts.judgement,
        "matrix": cells(rule),
        "page": pages(|lang| rule.page(lang)),
    })
}

fn scope(scope: &ScopeRule) -> Value {
    json!({
        "id": scope.id,
        "unit": scope.id,
        "citation": scope.provision.to_string(),
        "provision": scope.provision,
        "kind": "scope",
        "severity": null,
        "phases": Phase::ALL.map(Phase::code),
        "paths": [],
        "summary": scope.effect,
        "finding": null,
        "remedy": null,
        "judgement": null,
        "matrix": null,
        "page": pages(|lang| scope.page(lang)),
    })
}

fn pages(page: impl Fn(rehabplan::Lang) -> String) -> Value {
    Value::Object(rehabplan::Lang::ALL.into_iter().map(|lang| (lang.tag().to_owned(), page(lang).into())).collect())
}

/// Every rule: the requirements in the order of the law, then the scope rules of § 1.
///
/// Each is a dict with `id`, `unit`, `citation`, `provision`, `kind`, `severity`, `phases`, `paths`, `summary`,
/// `finding`, `remedy`, `judgement`, `matrix` and `page`; texts are dicts with `da` and `en`.
#[pyfunction]
pub(crate) fn rules(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, || law::rules().map(rule).chain(law::SCOPE.iter().map(scope)).collect())
}

/// Everything there is to say about one rule: its entry in `rules()`.
///
/// Raises `KeyError` when there is no rule with the id.
#[pyfunction]
pub(crate) fn explain<'py>(py: Python<'py>, rule_id: &str) -> PyResult<Bound<'py, PyAny>> {
    let entry = law::rules().find(|entry| entry.id.eq_ignore_ascii_case(rule_id)).map(rule);
    let scope_entry = || law::SCOPE.iter().find(|entry| entry.id.eq_ignore_ascii_case(rule_id)).map(scope);
    match entry.or_else(scope_entry) {
        Some(entry) => python(py, || entry),
        None => Err(PyKeyError::new_err(format!("there is no rule {rule_id:?}; rehabplan.rules() has them all"))),
    }
}

/// Which requirement applies in which case variant: `{"variants": [...], "rules": {"P3.1.4": {"JA22": "K", ...}}}`.
///
/// `K` is required, `K°` required under a condition of the rule's own, `U §x,y` exempt under that provision, `S` for a
/// person to judge, and `-` not relevant.
#[pyfunction]
pub(crate) fn matrix(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, || {
        let rules: Map<String, Value> = law::rules().map(|rule| (rule.id.to_owned(), cells(rule))).collect();
        json!({ "variants": Variant::ALL.map(Variant::code), "rules": rules })
    })
}

/// What becomes of each of the 121 legal units of §§ 1-16: dicts with `unit`, `citation`, `status`, `rules` and
/// `reason`.
#[pyfunction]
#[pyo3(signature = (lang="da"))]
pub(crate) fn coverage<'py>(py: Python<'py>, lang: &str) -> PyResult<Bound<'py, PyAny>> {
    let lang = read_lang(lang)?;
    python(py, || law::coverage(lang).map(|row| json!(row)).collect())
}

/// The JSON Schema (2020-12) of a plan.
#[pyfunction]
pub(crate) fn json_schema(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, rehabplan::schema::json_schema)
}

/// The regulation that plans are checked against: `id`, `validFrom`, `supersededFrom` and `version`.
#[pyfunction]
pub(crate) fn rule_set(py: Python<'_>) -> PyResult<Bound<'_, PyAny>> {
    python(py, || json!(RULE_SET))
}
