//! How a report says what lies beside the regulation.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{Change, Changes, Force, Measure, ProfileReport, ProfileResult, ProfileStatus, Reason, Suppression};
use crate::answer::Severity;
use crate::report::{List, RenderedNote, RuleResult};
use crate::text::Lang;

impl RuleResult {
    /// What profiles and suppressions did to the answer, if they did anything.
    #[must_use]
    pub fn changes(&self) -> Option<&Changes> {
        self.changes.as_deref()
    }

    /// Why a finding is suppressed, who decided so, and when.
    #[must_use]
    pub fn suppressed(&self) -> Option<&Suppression> {
        self.changes()?.suppressed()
    }
}

impl ProfileReport {
    /// Adds to the report what the profiles made of it.
    pub(crate) fn serialize_into<M: SerializeMap>(&self, map: &mut M, lang: Lang) -> Result<(), M::Error> {
        let statuses = self.profiles.iter().map(|status| RenderedStatus { status, lang });
        let results = self.results.iter().map(|result| RenderedProfileResult { result, lang });
        let measures = self.measures.iter().map(|measure| RenderedMeasure { measure, lang });
        let unused = self.unused_suppressions().map(|suppression| &suppression.key);
        map.serialize_entry("baseConclusion", self.base_conclusion.code())?;
        map.serialize_entry("profiles", &List(statuses))?;
        map.serialize_entry("profileCounts", &self.counts)?;
        map.serialize_entry("profileResults", &List(results))?;
        map.serialize_entry("measures", &List(measures))?;
        map.serialize_entry("suppressed", &self.suppressed)?;
        map.serialize_entry("unusedSuppressions", &List(unused))
    }
}

impl Changes {
    pub(crate) fn is_suppressed(&self) -> bool {
        self.suppressed().is_some()
    }

    /// Adds to a result what profiles and suppressions did to its answer.
    pub(crate) fn serialize_into<M: SerializeMap>(&self, map: &mut M, lang: Lang) -> Result<(), M::Error> {
        map.serialize_entry("baseOutcome", self.base_outcome.code())?;
        map.serialize_entry("baseSeverity", &self.base_severity.map(Severity::code))?;
        map.serialize_entry("changedBy", &List(self.by.iter().map(|change| RenderedChange { change, lang })))?;
        map.serialize_entry("suppressed", &self.suppressed().map(RenderedSuppression))
    }
}

#[derive(Clone, Copy)]
struct RenderedChange<'r> {
    change: &'r Change,
    lang: Lang,
}

impl Serialize for RenderedChange<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { change, lang } = *self;
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("profile", &change.profile().id)?;
        map.serialize_entry("theme", &change.theme())?;
        map.serialize_entry("force", change.profile().force.code())?;
        map.serialize_entry("effect", change.kind.code())?;
        map.serialize_entry("basis", &change.basis(lang))?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedSuppression<'r>(&'r Suppression);

impl Serialize for RenderedSuppression<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(3))?;
        map.serialize_entry("reason", &self.0.reason)?;
        map.serialize_entry("author", &self.0.author)?;
        map.serialize_entry("date", &self.0.date)?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedStatus<'r> {
    status: &'r ProfileStatus,
    lang: Lang,
}

impl Serialize for RenderedStatus<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { status, lang } = *self;
        let profile = status.profile();
        let reason = |reason: Option<Reason>| reason.map(|reason| RenderedReason { reason, lang });
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &profile.id)?;
        map.serialize_entry("title", profile.title.get(lang))?;
        map.serialize_entry("source", profile.source.get(lang))?;
        map.serialize_entry("force", profile.force.code())?;
        map.serialize_entry("forceText", profile.force.text().get(lang))?;
        map.serialize_entry("inForce", &status.is_in_force())?;
        map.serialize_entry("reason", &reason(status.reason))?;
        let themes = status.themes().map(|(theme, why)| RenderedTheme {
            id: &theme.id,
            title: theme.title.get(lang),
            reason: reason(why),
            without_effect: theme.without_effect.as_ref().map(|words| words.get(lang)),
        });
        map.serialize_entry("themes", &List(themes))?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedReason {
    reason: Reason,
    lang: Lang,
}

impl Serialize for RenderedReason {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("code", self.reason.code())?;
        map.serialize_entry("text", self.reason.text().get(self.lang))?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedTheme<'r> {
    id: &'r str,
    title: &'r str,
    reason: Option<RenderedReason>,
    without_effect: Option<&'r str>,
}

impl Serialize for RenderedTheme<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(5))?;
        map.serialize_entry("id", self.id)?;
        map.serialize_entry("title", self.title)?;
        map.serialize_entry("inForce", &self.reason.is_none())?;
        map.serialize_entry("reason", &self.reason)?;
        map.serialize_entry("withoutEffect", &self.without_effect)?;
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedProfileResult<'r> {
    result: &'r ProfileResult,
    lang: Lang,
}

impl Serialize for RenderedProfileResult<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { result, lang } = *self;
        let paths: Vec<&str> = result.paths().collect();
        let force = result.profiles().map(|profile| profile.force).min();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("rule", result.rule.id)?;
        map.serialize_entry("key", &result.key())?;
        map.serialize_entry("profiles", &List(result.profiles().map(|profile| &profile.id)))?;
        map.serialize_entry("force", &force.map(Force::code))?;
        map.serialize_entry("forceText", &force.map(|force| force.text().get(lang)))?;
        map.serialize_entry("citation", result.rule.citation.get(lang))?;
        map.serialize_entry("page", &result.rule.page(lang))?;
        map.serialize_entry("outcome", result.outcome().code())?;
        map.serialize_entry("severity", &result.severity().map(Severity::code))?;
        map.serialize_entry("paths", &paths)?;
        map.serialize_entry("message", result.message().get(lang))?;
        map.serialize_entry("remedy", &result.remedy().map(|text| text.get(lang)))?;
        map.serialize_entry("sameAs", &result.same_as().map(|rule| rule.id))?;
        map.serialize_entry("dependsOn", &result.depends_on())?;
        map.serialize_entry("note", &result.note().map(|note| RenderedNote { note, lang }))?;
        if let Some(changes) = result.changes() {
            changes.serialize_into(&mut map, lang)?;
        }
        map.end()
    }
}

#[derive(Clone, Copy)]
struct RenderedMeasure<'r> {
    measure: &'r Measure,
    lang: Lang,
}

impl Serialize for RenderedMeasure<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { measure, lang } = *self;
        let mut map = serializer.serialize_map(Some(6))?;
        map.serialize_entry("rule", measure.rule)?;
        map.serialize_entry("code", measure.code)?;
        map.serialize_entry("title", measure.title.get(lang))?;
        map.serialize_entry("unit", measure.unit.code())?;
        map.serialize_entry("value", &measure.value)?;
        map.serialize_entry("national", &measure.national)?;
        map.end()
    }
}
