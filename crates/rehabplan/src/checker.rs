//! The way in: a check that is put together once, and held against any number of plans.

#[cfg(feature = "profiles")]
use std::sync::Arc;

use crate::case::Phase;
use crate::engine::{self, KnownTexts};
use crate::error::ReadError;
use crate::escapes::without_escapes;
use crate::horizon::Horizon;
use crate::language::{Language, Verdicts};
use crate::options::{Detail, Options};
use crate::plan::{Date, Plan};
use crate::read;
use crate::repeated::Tally;
use crate::reply::IS_SMALL;
use crate::report::Report;
use crate::rule_set;
use crate::selection::Selection;
#[cfg(feature = "profiles")]
use crate::{heed, profile::ProfileSet};

/// A check, as it was asked for. One checks any number of plans, on any number of threads.
///
/// As it is [made](Checker::new), it derives the phase from the plan, heeds the regulation alone, and keeps findings and what
/// could not be determined. Each choice takes a value, or an `Option` that leaves things as they are when it is `None`;
/// what can be wrong with one has been said where the value was made ([`Selection`], [`Horizon`], `ProfileSet`).
///
/// ```
/// use rehabplan::{Checker, Phase, Selection};
///
/// let checker = Checker::new().phase(Phase::Forelaeggelse).only(Selection::new(&["P2.1.pkt2"], &[])?);
/// let report = checker.check_slice(br#"{"sag": {"sagstype": "revalidering"}}"#)?;
/// let blocking: Vec<_> = report.findings().filter(|finding| finding.is_blocking()).collect();
/// assert_eq!(blocking.len(), 1);
/// assert_eq!(blocking[0].rule.id, "P2.1.pkt2");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "a checker does nothing until it is given a plan"]
pub struct Checker {
    options: Options,
    #[cfg(feature = "profiles")]
    profiles: ProfileSet,
}

impl Checker {
    /// A check of everything that the regulation demands.
    pub fn new() -> Self {
        Self::default()
    }

    /// Checks for a phase; without one, for the phase that the parts of the plan speak for ([`Phase::of`]).
    pub fn phase(mut self, phase: impl Into<Option<Phase>>) -> Self {
        self.options.phase = phase.into();
        self
    }

    /// The day that counts as today. No clock is read: without it, what depends on today cannot be determined.
    pub fn as_of(mut self, today: impl Into<Option<Date>>) -> Self {
        self.options.as_of = today.into();
        self
    }

    /// Which answers the report keeps.
    pub fn detail(mut self, detail: Detail) -> Self {
        self.options.detail = detail;
        self
    }

    /// How free texts are searched for recommendations (§ 3, stk. 3).
    pub fn language(mut self, language: Language) -> Self {
        self.options.search.language = language;
        self
    }

    /// Limits the check, for a draft; the report then says so.
    pub fn only(mut self, selection: impl Into<Option<Selection>>) -> Self {
        self.options.only = selection.into();
        self
    }

    /// What the source of the plan can hold, where that is not everything.
    pub fn horizon(mut self, horizon: impl Into<Option<Horizon>>) -> Self {
        self.options.horizon = horizon.into();
        self
    }

    /// The profiles and suppressions that are heeded beside the regulation. An empty set is as none.
    #[cfg(feature = "profiles")]
    pub fn profiles(mut self, profiles: ProfileSet) -> Self {
        self.profiles = profiles;
        self
    }

    /// The same for one case, by the caller's own id of it: the suppressions that name the case have effect.
    ///
    /// ```
    /// use rehabplan::{Checker, ProfileSet};
    ///
    /// let known = r#"[{
    ///     "case": "4711", "key": "P2.1.pkt2!/forberedendeDel",
    ///     "reason": "Ligger i det gamle system", "author": "A. Jensen", "date": "2020-03-02"
    /// }]"#;
    /// let checker = Checker::new().profiles(ProfileSet::builder().suppress(known)?.build()?);
    /// let plan = r#"{"sag": {"sagstype": "revalidering"}}"#;
    /// for (case, errors) in [("4711", 0), ("4712", 1)] {
    ///     assert_eq!(checker.of_case(case).check_str(plan)?.errors, errors);
    /// }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[cfg(feature = "profiles")]
    pub fn of_case(&self, id: impl Into<Arc<str>>) -> Self {
        Self { profiles: self.profiles.of_case(id), ..self.clone() }
    }

    /// Reads a plan from UTF-8 JSON and checks it. A byte order mark is tolerated.
    ///
    /// # Errors
    ///
    /// A [`ReadError`] when the bytes are not UTF-8, not JSON, not an object, or beyond one of the
    /// [limits](crate::limits). Nothing else about a document is an error.
    pub fn check_slice(&self, bytes: &[u8]) -> Result<Report, ReadError> {
        self.check_str(read::text(bytes)?)
    }

    /// Reads a plan from JSON text and checks it.
    ///
    /// # Errors
    ///
    /// As [`Checker::check_slice`], but for bytes that are not UTF-8.
    pub fn check_str(&self, text: &str) -> Result<Report, ReadError> {
        // What is too large is so as it was written, and where it goes wrong only the document itself can tell. (Small before fast in a
        // browser.)
        if !IS_SMALL {
            read::check_size(text.len())?;
            if let Some(plain) = without_escapes(text)
                && let Ok(report) = self.check_text(&plain)
            {
                return Ok(report);
            }
        }
        self.check_text(text)
    }

    fn check_text(&self, text: &str) -> Result<Report, ReadError> {
        let mut plan = Plan::empty();
        let may_repeat = read::fill(&mut plan, text)?;
        rule_set::refuse_impossible(&mut plan);
        Ok(self.check_with(&plan, &KnownTexts::unsearched(may_repeat)))
    }

    /// Checks a plan that was built in Rust, or read with [`Plan::from_json`].
    #[must_use]
    pub fn check(&self, plan: &Plan<'_>) -> Report {
        let may_repeat = Tally::of(plan).may_repeat();
        if rule_set::is_possible(plan) {
            return self.check_with(plan, &KnownTexts::unsearched(may_repeat));
        }
        let mut plan = plan.clone();
        rule_set::refuse_impossible(&mut plan);
        self.check_with(&plan, &KnownTexts::unsearched(may_repeat))
    }

    /// The options, where the regulation alone is heeded and everything that the plan holds is seen as it stands.
    pub(crate) fn plainly(&self) -> Option<&Options> {
        #[cfg(feature = "profiles")]
        if !self.profiles.is_empty() {
            return None;
        }
        self.options.horizon.is_none().then_some(&self.options)
    }

    pub(crate) fn check_with(&self, plan: &Plan<'_>, texts: &KnownTexts) -> Report {
        #[cfg(feature = "profiles")]
        if !self.profiles.is_empty() {
            return heed::check(plan, texts.may_repeat, &self.options, &self.profiles);
        }
        engine::check(plan, texts, &self.options)
    }

    /// The same, with what its texts were found to be kept from one check to the next.
    pub(crate) fn keeping_verdicts(&self) -> Self {
        let mut keeping = self.clone();
        keeping.options.search.verdicts = Verdicts::kept();
        keeping
    }
}
