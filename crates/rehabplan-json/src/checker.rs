//! Plans, checked as options say.

use rehabplan::needs::Needs;
use rehabplan::profile::Builder;
use rehabplan::{Lang, ReadError, Report};

use crate::failure::Failure;
use crate::options::{Given, OF_A_CHECK};

/// A check, as options asked for it. One checks any number of plans, on any number of threads.
#[derive(Debug, Clone)]
pub struct Checker {
    checker: rehabplan::Checker,
    lang: Lang,
    has_needs: bool,
}

impl Checker {
    /// Reads the [options](crate#options). `case` is none of them: it is given with each plan.
    ///
    /// # Errors
    ///
    /// `badOptions` and `badProfile`. A suppression must name its case, since there may be more than one plan.
    pub fn new(options: &[u8]) -> Result<Self, Failure> {
        Self::in_lang(options, Lang::default())
    }

    /// The same, in a language where the options name none.
    ///
    /// # Errors
    ///
    /// As [`Checker::new`].
    pub fn in_lang(options: &[u8], lang: Lang) -> Result<Self, Failure> {
        let known: Vec<&'static str> = OF_A_CHECK.iter().copied().filter(|name| *name != "case").collect();
        Self::of(Given::read_in(options, &known, lang)?, |builder| builder)
    }

    fn of(given: Given<'_>, finish: impl FnOnce(Builder) -> Builder) -> Result<Self, Failure> {
        let profiles = given.profile_set(finish)?;
        let (lang, has_needs) = (given.lang, given.wants_needs()?);
        Ok(Self { checker: given.checker(profiles)?, lang, has_needs })
    }

    /// Checks a plan, and gives the report as one line of JSON: the bytes of [`rehabplan::Report::to_json`]. Where [what the case
    /// requires](Self::needs) was asked for, they are `{"report": ..., "needs": ...}`. `case` is the caller's own id of the plan,
    /// for suppressions.
    ///
    /// # Errors
    ///
    /// The document is no plan that can be read.
    pub fn check(&self, plan: &[u8], case: Option<&str>) -> Result<String, Failure> {
        let report = self.report(plan, case);
        report.map(|report| self.written(&report)).map_err(|error| Failure::no_plan(plan, &error, self.lang))
    }

    /// A report as [`check`](Self::check) gives it.
    #[must_use]
    pub fn written(&self, report: &Report) -> String {
        let json = report.to_json(self.lang);
        match self.needs(report) {
            Some(needs) => format!("{{\"report\":{json},\"needs\":{needs}}}"),
            None => json,
        }
    }

    /// What the case requires, in the JSON of [`Needs::to_json`], where it was asked for (`"needs": true`).
    #[must_use]
    pub fn needs(&self, report: &Report) -> Option<String> {
        self.has_needs.then(|| Needs::of(report))?.map(|needs| needs.to_json())
    }

    /// The same, for a caller that has Rust values: the report is not written yet.
    ///
    /// # Errors
    ///
    /// As [`Checker::check`].
    pub fn report(&self, plan: &[u8], case: Option<&str>) -> Result<Report, ReadError> {
        match case {
            Some(case) => self.checker.of_case(case).check_slice(plan),
            None => self.checker.check_slice(plan),
        }
    }

    /// The language that was asked for.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang
    }
}

/// Checks one plan with [options](crate#options), and gives the report as one line of JSON. Since there is one plan, a
/// suppression may leave out its case.
///
/// # Errors
///
/// `badOptions`, `badProfile`, and those of [`Checker::check`].
pub fn check(plan: &[u8], options: &[u8]) -> Result<String, Failure> {
    let mut given = Given::read(options, OF_A_CHECK)?;
    let case = given.case.take();
    Checker::of(given, Builder::for_one_plan)?.check(plan, case.as_deref())
}
