//! The report and what it is made of, with texts looked up when they are asked for.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::exceptions::{PyRuntimeError, PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyDate;
use rehabplan::needs::Needs;
use rehabplan::plan::Date;
use rehabplan::positions::{Position, Positions};
use rehabplan::profile::{ProfileReport, ProfileResult};
use rehabplan::report::InputFinding as CoreInput;
use rehabplan::text::Wording;
use rehabplan::{Conclusion, Lang, Outcome, RuleResult as CoreResult, Severity};
use rehabplan_batch::Problem;

use crate::failure::{guarded, not_pickled, raised};
use crate::options::{Given, Spoken, read_text};
use crate::plan;

/// Checks one plan. See `rehabplan.validate`.
#[pyfunction]
pub(crate) fn validate(
    py: Python<'_>,
    plan: &Bound<'_, PyAny>,
    options: Given<'_>,
    case: Option<String>,
) -> PyResult<Report> {
    let options = options.read(py, true)?;
    let checker = options.checker.detail(options.detail);
    let checker = if let Some(case) = case { checker.of_case(case) } else { checker };
    let json = plan::json(plan, options.lang)?.map_err(|problem| raised(py, &problem, options.lang))?;
    let report = py.detach(|| guarded(options.lang, || checker.check_slice(json.as_ref())))?;
    match report {
        Ok(report) => Ok(Report::new(Arc::new(report), options.lang)),
        Err(error) => Err(raised(py, &Problem::Read(error).or_foreign(json.as_ref(), true), options.lang)),
    }
}

/// What a plan amounts to under the regulation.
///
/// It holds no text from the plan: only rules, paths and the product's own words.
#[pyclass(frozen, eq, module = "rehabplan")]
#[derive(PartialEq)]
pub(crate) struct Report {
    report: Arc<rehabplan::Report>,
    lang: Lang,
}

impl Report {
    pub(crate) fn new(report: Arc<rehabplan::Report>, lang: Lang) -> Self {
        Self { report, lang }
    }

    fn results(&self, keep: impl Fn(Outcome) -> bool) -> Vec<RuleResult> {
        let results = self.report.results.iter().enumerate();
        let kept = results.filter(|(_, result)| keep(result.outcome()));
        kept.map(|(index, _)| self.result(Index::Law(index))).collect()
    }

    fn added(&self, keep: impl Fn(Outcome) -> bool) -> Vec<RuleResult> {
        let results = self.beside().into_iter().flat_map(|beside| beside.results.iter().enumerate());
        let kept = results.filter(|(_, result)| keep(result.outcome()));
        kept.map(|(index, _)| self.result(Index::Added(index))).collect()
    }

    fn result(&self, place: Index) -> RuleResult {
        RuleResult { report: Arc::clone(&self.report), place, lang: self.lang }
    }

    fn beside(&self) -> Option<&ProfileReport> {
        self.report.profiles.as_deref()
    }
}

/// Whether a plan is in order, as far as a machine can tell.
pub(crate) fn is_ok(report: &rehabplan::Report) -> bool {
    let is_error = |found: &rehabplan::report::InputFinding| found.code.severity() == Severity::Error;
    report.conclusion == Conclusion::Fulfilled && !report.input.iter().any(is_error)
}

#[pymethods]
impl Report {
    /// Whether the conclusion is `fulfilled` and all of the document could be read: nothing is missing, nothing was left
    /// undetermined, at least one requirement was seen to be met, and no finding in `input` is an error.
    ///
    /// Warnings do not stand in the way, and neither does what a person must judge: `counts.review` says how many points
    /// wait for that, and with `detail="all"` they are among the `results`.
    #[getter]
    fn ok(&self) -> bool {
        is_ok(&self.report)
    }

    /// `fulfilled`, `deficient`, `undetermined`, `outOfScope` or `outsideValidity`.
    #[getter]
    fn conclusion(&self) -> &'static str {
        self.report.conclusion.code()
    }

    /// The conclusion in words, in the report's language.
    #[getter]
    fn conclusion_text(&self) -> &'static str {
        self.report.conclusion.text().get(self.lang)
    }

    /// The case variant, such as `RF`, or `FJ+SELV` in a mixed case; `None` when the case is out of scope.
    #[getter]
    fn variant(&self) -> Option<String> {
        (!self.report.variants.is_empty()).then(|| self.report.variants.to_string())
    }

    /// `forelaeggelse`, `indstilling` or `indsats`: the phase that was given, or that the plan speaks for itself.
    #[getter]
    fn phase(&self) -> &'static str {
        self.report.phase.code()
    }

    /// The day that counts as today, if one was given.
    #[getter]
    fn as_of<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyDate>>> {
        let day = |date: Date| {
            PyDate::new(py, date.year(), date.month().try_into().unwrap_or(1), date.day().try_into().unwrap_or(1))
        };
        self.report.as_of.map(day).transpose()
    }

    /// Whether every check ran to its end. A report that is not complete is never `ok`.
    #[getter]
    fn complete(&self) -> bool {
        self.report.complete
    }

    /// How many requirements had each outcome. A finding that repeats another is not counted.
    #[getter]
    fn counts(&self) -> Counts {
        Counts { counts: self.report.counts }
    }

    /// How many points are for a person to judge, in words, and how to see them; `None` when none is. A report without
    /// findings does not say that all is well.
    #[getter]
    fn review_line(&self) -> Option<String> {
        self.report.review_line(self.lang, Some("detail=\"all\""))
    }

    /// How many of the requirements can be checked on the source, in words; `None` when `horizon` was not given.
    #[getter]
    fn horizon_line(&self) -> Option<String> {
        self.report.horizon.as_ref().map(|horizon| horizon.coverage().line(self.lang))
    }

    /// How many findings are errors.
    #[getter]
    fn errors(&self) -> u32 {
        self.report.errors
    }

    /// How many findings are warnings.
    #[getter]
    fn warnings(&self) -> u32 {
        self.report.warnings
    }

    /// The requirements that are not met, errors and warnings, in the order of the law.
    #[getter]
    fn findings(&self) -> Vec<RuleResult> {
        self.results(|outcome| outcome == Outcome::NotMet)
    }

    /// Every answer that the report keeps, in the order of the law: with `detail="all"` one for each requirement,
    /// otherwise the findings and what could not be determined.
    #[getter]
    #[pyo3(name = "results")]
    fn all_results(&self) -> Vec<RuleResult> {
        self.results(|_| true)
    }

    /// The conclusion without the chosen profiles; `None` when none was chosen.
    #[getter]
    fn base_conclusion(&self) -> Option<&'static str> {
        self.beside().map(|beside| beside.base_conclusion.code())
    }

    /// The same in words, in the report's language.
    #[getter]
    fn base_conclusion_text(&self) -> Option<&'static str> {
        self.beside().map(|beside| beside.base_conclusion.text().get(self.lang))
    }

    /// What the rules that profiles add found. It makes no case deficient, and is not among the `findings`.
    #[getter]
    fn profile_findings(&self) -> Vec<RuleResult> {
        self.added(|outcome| outcome == Outcome::NotMet)
    }

    /// Every answer that the report keeps to the rules that profiles add; see `results`.
    #[getter]
    fn profile_results(&self) -> Vec<RuleResult> {
        self.added(|_| true)
    }

    /// Keys of the suppressions that match no finding of this plan.
    #[getter]
    fn unused_suppressions(&self) -> Vec<String> {
        let unused = self.beside().into_iter().flat_map(ProfileReport::unused_suppressions);
        unused.map(|suppression| suppression.key.clone()).collect()
    }

    /// The rules that the plan was held against.
    #[getter]
    fn rule_set<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "ruleSet")
    }

    /// What the check was limited to; `None` when it was not. The report then says nothing of the rest.
    #[getter]
    fn limited_to<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "limitedTo")
    }

    /// What can be checked on the source; `None` when `horizon` was not given.
    #[getter]
    fn horizon<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "horizon")
    }

    /// The profiles that were chosen; `None` without any, as for all that profiles and suppressions add.
    #[getter]
    fn profiles<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "profiles")
    }

    /// How many of the profiles' rules had each outcome.
    #[getter]
    fn profile_counts<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "profileCounts")
    }

    /// What the profiles measure.
    #[getter]
    fn measures<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "measures")
    }

    /// How many findings are suppressed.
    #[getter]
    fn suppressed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "suppressed")
    }

    /// How many sentences the language check would have pointed to, but has left alone under the profiles.
    #[getter]
    fn left_alone<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        member(&self.to_dict(py, None)?, "leftAlone")
    }

    /// What is wrong with the document itself: unreadable values, unknown and duplicate keys.
    #[getter]
    fn input(&self) -> Vec<InputFinding> {
        self.report.input.iter().map(|finding| InputFinding { finding: finding.clone(), lang: self.lang }).collect()
    }

    /// What there is to say about the report as a whole.
    #[getter]
    fn notes(&self) -> Vec<Note> {
        self.report.notes.iter().map(|note| Note::new(note, self.lang)).collect()
    }

    /// The language of the texts: `da` or `en`.
    #[getter]
    fn lang(&self) -> &'static str {
        self.lang.tag()
    }

    /// The report as one line of JSON: the same bytes as from Rust, the command line and JavaScript.
    ///
    /// Raises `OptionError` for a language that there is not.
    #[pyo3(signature = (lang=None))]
    fn to_json(&self, lang: Option<Spoken>) -> PyResult<String> {
        let lang = lang.map_or(Ok(self.lang), Spoken::read)?;
        guarded(lang, || self.report.to_json(lang))
    }

    /// The report as a `dict`, with the keys of the JSON.
    ///
    /// Raises `OptionError` for a language that there is not.
    #[pyo3(signature = (lang=None))]
    fn to_dict<'py>(&self, py: Python<'py>, lang: Option<Spoken>) -> PyResult<Bound<'py, PyAny>> {
        loads(py, &self.to_json(lang)?)
    }

    /// What the case requires now, for a form or a count of how far a plan has come: `requirements` has for each rule its `status`
    /// (`met`, `missing`, `later` and so on), whether it `isRequired`, and by which rules it is exempt (`exemptedBy`); `fields` has
    /// for each field, in Min Plan too, its `need` (`required`, `optional`, `exempt`, `later` or `irrelevant`, or `unknown` where
    /// the kind of case is), the `exemption` that has lifted a requirement, and the `rules` that are about it. A field that is not
    /// there is asked for by no requirement.
    ///
    /// Raises `ValueError` when the report does not have every answer: it wants `detail="all"`, and no `only`.
    fn needs<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let Some(needs) = Needs::of(&self.report) else {
            const ADVICE: Wording = Wording::new(
                "rapporten har ikke alle svar; kontroller med detail=\"all\" og uden only",
                "the report does not have every answer; check with detail=\"all\", and without only",
            );
            return Err(PyValueError::new_err(ADVICE.get(self.lang)));
        };
        loads(py, &guarded(self.lang, || needs.to_json())?)
    }

    /// Line and column, from 1, of every place that the report speaks of, by its JSON Pointer. A field that is missing is shown at
    /// the object that it is missing from. Columns are characters.
    ///
    /// `plan` is the text, or the UTF-8 bytes, that was checked.
    ///
    /// Raises `TypeError` when it is neither, and `ValueError` when the bytes are not UTF-8.
    fn positions(&self, plan: &Bound<'_, PyAny>) -> PyResult<BTreeMap<String, (usize, usize)>> {
        let json = plan::text_of(plan, self.lang)?;
        let Ok(text) = str::from_utf8(json.as_ref()) else {
            const OTHER: Wording = Wording::new(
                "disse byte er ikke UTF-8, så det er ikke dem, der blev kontrolleret",
                "these bytes are not UTF-8, so they are not those that were checked",
            );
            return Err(PyValueError::new_err(OTHER.get(self.lang)));
        };
        guarded(self.lang, || {
            let mut positions = Positions::new(text);
            let place = |pointer: &str| {
                let Position { line, column } = positions.of(pointer);
                (pointer.to_owned(), (line, column))
            };
            self.report.pointers().map(place).collect()
        })
    }

    /// The report as a page to print and bring to a meeting: one file that needs nothing from anywhere. What is missing, in
    /// the order of the law; what is for a person to judge, each point with a box to tick; what is exempt and under what. The
    /// last two are listed with `detail="all"`, and otherwise told as a number.
    ///
    /// `name` is what you call the plan, and the heading of the page.
    ///
    /// Raises `OptionError` for a language that there is not.
    #[pyo3(signature = (name=None, lang=None))]
    fn to_html(&self, name: Option<&Bound<'_, PyAny>>, lang: Option<Spoken>) -> PyResult<String> {
        let lang = lang.map_or(Ok(self.lang), Spoken::read)?;
        let name = name.map(|name| read_text(name, "name", lang)).transpose()?;
        guarded(lang, || rehabplan_render::html::report(&self.report, name.as_deref(), lang))
    }

    /// A report is neither true nor false: taken for a yes or a no, it would say "fulfilled" of whatever was checked.
    fn __bool__(&self) -> PyResult<bool> {
        const NEITHER: Wording = Wording::new(
            "en rapport er hverken sand eller falsk: report.ok siger, om planen er i orden, og `report is not None`, om der er \
             en rapport",
            "a report is neither true nor false: report.ok says whether the plan is fulfilled, `report is not None` whether \
             there is a report",
        );
        Err(PyTypeError::new_err(NEITHER.get(self.lang)))
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    /// It points to the rules that this process holds, so what is sent to another one is what it says.
    fn __reduce__(&self) -> PyResult<()> {
        const WRITTEN: Wording = Wording::new(
            "en rapport kan ikke gemmes med pickle; send report.to_dict() eller report.to_json()",
            "a report cannot be pickled; send report.to_dict() or report.to_json()",
        );
        Err(PyTypeError::new_err(WRITTEN.get(self.lang)))
    }

    fn __repr__(&self) -> String {
        let report = &self.report;
        let variant = self.variant().unwrap_or_else(|| "-".to_owned());
        let outside = report.counts.not_in_source.map(|count| format!(", {count} not in source")).unwrap_or_default();
        format!(
            "<rehabplan.Report {variant} {}: {}, {} errors, {} warnings, {} undetermined, {} for review{outside}>",
            report.phase.code(),
            report.conclusion.code(),
            report.errors,
            report.warnings,
            report.counts.undetermined,
            report.counts.review,
        )
    }

    fn _repr_html_<'py>(slf: &Bound<'py, Self>) -> PyResult<Bound<'py, PyAny>> {
        static RENDER: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        RENDER.import(slf.py(), "rehabplan._html", "report")?.call1((slf,))
    }
}

/// Parses JSON in Python.
pub(crate) fn loads<'py>(py: Python<'py>, json: &str) -> PyResult<Bound<'py, PyAny>> {
    static LOADS: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    LOADS.import(py, "json", "loads")?.call1((json,))
}

/// A member of what is written; `None` where it is not there.
fn member<'py>(written: &Bound<'py, PyAny>, key: &str) -> PyResult<Bound<'py, PyAny>> {
    written.call_method1("get", (key,))
}

/// How many requirements had each outcome.
#[pyclass(frozen, eq, module = "rehabplan")]
#[derive(PartialEq)]
pub(crate) struct Counts {
    counts: rehabplan::report::Counts,
}

#[pymethods]
impl Counts {
    /// Met.
    #[getter]
    fn met(&self) -> u32 {
        self.counts.met
    }

    /// Not met, errors and warnings together.
    #[getter]
    fn not_met(&self) -> u32 {
        self.counts.not_met
    }

    /// Exempt.
    #[getter]
    fn exempt(&self) -> u32 {
        self.counts.exempt
    }

    /// Not relevant in this case or phase.
    #[getter]
    fn not_applicable(&self) -> u32 {
        self.counts.not_applicable
    }

    /// For a person to judge.
    #[getter]
    fn review(&self) -> u32 {
        self.counts.review
    }

    /// Could not be determined, for another reason than the `horizon`.
    #[getter]
    fn undetermined(&self) -> u32 {
        self.counts.undetermined
    }

    /// Could not be determined because what decides has no place in the source; `None` when `horizon` was not given. It
    /// belongs in no denominator.
    #[getter]
    fn not_in_source(&self) -> Option<u32> {
        self.counts.not_in_source
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Counts", "report.to_dict()", Lang::default()))
    }

    fn __repr__(&self) -> String {
        let rehabplan::report::Counts {
            met, not_met, exempt, not_applicable, review, undetermined, not_in_source, ..
        } = self.counts;
        let outside = not_in_source.map(|count| format!(" not_in_source={count}")).unwrap_or_default();
        format!(
            "<rehabplan.Counts met={met} not_met={not_met} exempt={exempt} not_applicable={not_applicable} \
             review={review} undetermined={undetermined}{outside}>"
        )
    }
}

/// The answer to one requirement, or to one rule that a profile adds.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct RuleResult {
    report: Arc<rehabplan::Report>,
    place: Index,
    lang: Lang,
}

/// Where in the report an answer stands.
#[derive(Clone, Copy)]
enum Index {
    Law(usize),
    Added(usize),
}

enum Either<'r> {
    Law(&'r CoreResult),
    Added(&'r ProfileResult),
}

/// What both kinds of answers have in common.
macro_rules! of_either {
    ($of:expr, $result:ident => $value:expr) => {
        match $of.answer()? {
            Either::Law($result) => $value,
            Either::Added($result) => $value,
        }
    };
}

impl RuleResult {
    fn answer(&self) -> PyResult<Either<'_>> {
        let beside = self.report.profiles.as_ref();
        let answer = match self.place {
            Index::Law(index) => self.report.results.get(index).map(Either::Law),
            Index::Added(index) => beside.and_then(|beside| beside.results.get(index)).map(Either::Added),
        };
        const NONE: Wording = Wording::new("rapporten har ikke det svar", "the report has no such answer");
        answer.ok_or_else(|| PyRuntimeError::new_err(NONE.get(self.lang)))
    }

    /// A member of the answer as it stands in the report that is written.
    fn member<'py>(&self, py: Python<'py>, key: &str) -> PyResult<Bound<'py, PyAny>> {
        let written =
            |answer: &dyn Fn() -> serde_json::Result<String>| guarded(self.lang, || answer().unwrap_or_default());
        // Writing plain data to a string cannot fail.
        let json = of_either!(self, result => written(&|| serde_json::to_string(&result.rendered(self.lang)))?);
        member(&loads(py, &json)?, key)
    }
}

#[pymethods]
impl RuleResult {
    /// The id of the rule, such as `P3.1.4` or `proces/PR1`.
    #[getter]
    fn rule(&self) -> PyResult<&'static str> {
        Ok(of_either!(self, result => result.rule.id))
    }

    /// The provision, such as `§ 3, stk. 1, nr. 4`; for a rule that a profile adds, where its source says it.
    #[getter]
    fn citation(&self) -> PyResult<String> {
        Ok(match self.answer()? {
            Either::Law(result) => result.rule.provision.to_string(),
            Either::Added(result) => result.rule.citation.get(self.lang).to_owned(),
        })
    }

    /// The paragraph of the provision, 2 to 16; `None` for a rule that a profile adds.
    #[getter]
    fn paragraph(&self) -> PyResult<Option<u8>> {
        Ok(match self.answer()? {
            Either::Law(result) => Some(result.rule.provision.paragraf),
            Either::Added(_) => None,
        })
    }

    /// `met`, `notMet`, `exempt`, `notApplicable`, `review` or `undetermined`.
    #[getter]
    fn outcome(&self) -> PyResult<&'static str> {
        Ok(of_either!(self, result => result.outcome()).code())
    }

    /// `error` or `warning`; `None` for every outcome but `notMet`.
    #[getter]
    fn severity(&self) -> PyResult<Option<&'static str>> {
        Ok(of_either!(self, result => result.severity()).map(Severity::code))
    }

    /// Whether the finding stands in the way: an error under the regulation that repeats no other finding and is not
    /// suppressed.
    #[getter]
    fn blocking(&self) -> PyResult<bool> {
        Ok(match self.answer()? {
            Either::Law(result) => result.is_blocking(),
            Either::Added(_) => false,
        })
    }

    /// JSON Pointers to the places in the plan that the answer is about.
    #[getter]
    fn paths(&self) -> PyResult<Vec<String>> {
        Ok(of_either!(self, result => result.paths().map(str::to_owned).collect()))
    }

    /// What the answer says to a person.
    #[getter]
    fn message(&self) -> PyResult<&'static str> {
        Ok(of_either!(self, result => result.message()).get(self.lang))
    }

    /// What to do about it; `None` where there is nothing to do.
    #[getter]
    fn remedy(&self) -> PyResult<Option<&'static str>> {
        Ok(of_either!(self, result => result.remedy()).map(|text| text.get(self.lang)))
    }

    /// The provision that exempts; `None` for every outcome but `exempt`, and where a profile exempts.
    #[getter]
    fn exemption(&self) -> PyResult<Option<String>> {
        Ok(match self.answer()? {
            Either::Law(result) => result.exemption().map(|provision| provision.to_string()),
            Either::Added(_) => None,
        })
    }

    /// The id of the leading rule that the same defect breaks too.
    #[getter]
    fn same_as(&self) -> PyResult<Option<&'static str>> {
        Ok(of_either!(self, result => result.same_as()).map(|rule| rule.id))
    }

    /// JSON Pointer to the missing fact that leaves the answer undetermined.
    #[getter]
    fn depends_on(&self) -> PyResult<Option<String>> {
        Ok(of_either!(self, result => result.depends_on().map(str::to_owned)))
    }

    /// Why the answer is what it is, where the rule's own texts do not say it.
    #[getter]
    fn note(&self) -> PyResult<Option<Note>> {
        Ok(of_either!(self, result => result.note()).map(|note| Note::new(note, self.lang)))
    }

    /// `rule!path`: the same from run to run as long as the answer is about the same places.
    #[getter]
    fn key(&self) -> PyResult<String> {
        Ok(of_either!(self, result => result.key()))
    }

    /// The address of the rule's page, relative to the documentation.
    #[getter]
    fn page(&self) -> PyResult<String> {
        Ok(of_either!(self, result => result.rule.page(self.lang)))
    }

    /// The ids of the profiles that add the rule, and of those that changed the answer.
    #[getter]
    fn profiles(&self) -> PyResult<Vec<String>> {
        let mut profiles = match self.answer()? {
            Either::Law(_) => Vec::new(),
            Either::Added(result) => result.profiles().map(|profile| profile.id.clone()).collect(),
        };
        if let Some(changes) = of_either!(self, result => result.changes()) {
            profiles.extend(changes.by.iter().map(|change| change.profile().id.clone()));
        }
        Ok(profiles)
    }

    /// The outcome without the chosen profiles, where they or a suppression changed the answer.
    #[getter]
    fn base_outcome(&self) -> PyResult<Option<&'static str>> {
        Ok(of_either!(self, result => result.changes()).map(|changes| changes.base_outcome.code()))
    }

    /// The severity without them, likewise.
    #[getter]
    fn base_severity(&self) -> PyResult<Option<&'static str>> {
        let changes = of_either!(self, result => result.changes());
        Ok(changes.and_then(|changes| changes.base_severity).map(Severity::code))
    }

    /// The provision, piece by piece; `None` for a rule that a profile adds.
    #[getter]
    fn provision<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "provision")
    }

    /// What force a rule that a profile adds has; `None` for a requirement.
    #[getter]
    fn force<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "force")
    }

    /// The same in words.
    #[getter]
    fn force_text<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "forceText")
    }

    /// The profiles that have changed the answer; `None` when none has.
    #[getter]
    fn changed_by<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "changedBy")
    }

    /// Why the finding is suppressed, who decided so and when; `None` when it is not.
    #[getter]
    fn suppressed<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.member(py, "suppressed")
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("RuleResult", "report.to_dict()", self.lang))
    }

    fn __repr__(&self) -> PyResult<String> {
        let (key, outcome) = (self.key()?, self.outcome()?);
        let severity = self.severity()?.map(|severity| format!(" {severity}")).unwrap_or_default();
        Ok(format!("<rehabplan.RuleResult {key} {outcome}{severity}>"))
    }
}

/// Something that is wrong with the document itself.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct InputFinding {
    finding: CoreInput,
    lang: Lang,
}

#[pymethods]
impl InputFinding {
    /// JSON Pointer to the place; to the first one, where the finding is about several.
    #[getter]
    fn path(&self) -> &str {
        &self.finding.path
    }

    /// JSON Pointers to all the places that the finding is about.
    #[getter]
    fn paths(&self) -> Vec<String> {
        self.finding.paths().map(str::to_owned).collect()
    }

    /// What is wrong: `notText`, `notADate`, `unknownKey` and so on.
    #[getter]
    fn code(&self) -> &'static str {
        self.finding.code.code()
    }

    /// `error` when the value is lost to the rules, otherwise `warning`.
    #[getter]
    fn severity(&self) -> &'static str {
        self.finding.code.severity().code()
    }

    /// What is wrong, in words.
    #[getter]
    fn message(&self) -> String {
        self.finding.message(self.lang).into_owned()
    }

    /// What to do about it.
    #[getter]
    fn remedy(&self) -> String {
        self.finding.remedy(self.lang).into_owned()
    }

    /// The name that was most likely meant.
    #[getter]
    fn nearest(&self) -> Option<&'static str> {
        self.finding.code.nearest()
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("InputFinding", "report.to_dict()", self.lang))
    }

    fn __repr__(&self) -> String {
        format!("<rehabplan.InputFinding {} {}>", self.code(), self.path())
    }
}

/// A text with a stable code.
#[pyclass(frozen, module = "rehabplan")]
pub(crate) struct Note {
    note: &'static rehabplan::text::Note,
    lang: Lang,
}

impl Note {
    pub(crate) fn new(note: &'static rehabplan::text::Note, lang: Lang) -> Self {
        Self { note, lang }
    }
}

#[pymethods]
impl Note {
    /// The code, the same in every language.
    #[getter]
    fn code(&self) -> &'static str {
        self.note.code
    }

    /// The text.
    #[getter]
    fn text(&self) -> &'static str {
        self.note.text.get(self.lang)
    }

    fn __str__(&self) -> &'static str {
        self.text()
    }

    /// Nothing in it can be changed, so a copy of it is the same.
    fn __copy__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __deepcopy__(slf: Py<Self>, _memo: &Bound<'_, PyAny>) -> Py<Self> {
        slf
    }

    fn __reduce__(&self) -> PyResult<()> {
        Err(not_pickled("Note", "report.to_dict()", self.lang))
    }

    fn __repr__(&self) -> String {
        format!("<rehabplan.Note {}>", self.note.code)
    }
}
