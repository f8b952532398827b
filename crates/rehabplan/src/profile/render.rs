//! How a report says what lies beside the regulation.

use serde::Serialize;

use super::{
    ChangeKind, Force, Measure, ProfileChange, ProfileChanges, ProfileReport, ProfileResult, ProfileStatus, Reason,
    Suppression,
};
use crate::json::{Json, Members, Written};
use crate::outcome::Severity;
use crate::text::{Lang, Wording, filled, text};

impl ProfileChanges {
    /// What profiles did to the answer, in words: which profile and theme, and on what ground. It may show the profile's own words.
    pub fn said(&self, lang: Lang) -> impl Iterator<Item = String> {
        const LEFT_ALONE: Wording = text(
            "undtager de sætninger, som sprogkontrollen ville have peget på",
            "leaves alone the sentences that the language check would have pointed to",
        );
        const BASE_SEVERITY: Wording = text(
            "alvorsgraden er ændret; efter grundregelsættet er den »{severity}«",
            "the severity was changed; by the rule set it is \"{severity}\"",
        );
        self.by.iter().map(move |change| {
            let id = &change.profile().id;
            let by = change.theme().map_or_else(|| id.clone(), |theme| format!("{id}:{theme}"));
            match (change.kind, self.base_severity) {
                (ChangeKind::Severity, Some(severity)) => {
                    let severity = severity.title().get(lang).to_lowercase();
                    format!("{by}: {}", filled(BASE_SEVERITY.get(lang), &|_| severity.clone().into()))
                }
                (ChangeKind::LeaveAlone, _) => format!("{by} {}", LEFT_ALONE.get(lang)),
                _ => format!("{by}: {}", change.basis(lang).unwrap_or_default()),
            }
        })
    }
}

impl ProfileReport {
    /// Adds to the report what the profiles made of it.
    pub(crate) fn write(&self, members: &mut Members<'_>, lang: Lang) {
        let unused: Vec<&str> = self.unused_suppressions().map(|suppression| suppression.key.as_str()).collect();
        members.text("baseConclusion", self.base_conclusion.code());
        members.list("profiles", &self.profiles, |status, members| status.write(members, lang));
        members.object("profileCounts", &|members| self.counts.write(members));
        members.list("profileResults", &self.results, |result, members| result.write(members, lang));
        members.list("measures", &self.measures, |measure, members| measure.write(members, lang));
        members.number("suppressed", self.suppressed);
        members.number("leftAlone", self.left_alone);
        members.texts("unusedSuppressions", &unused);
    }
}

impl ProfileChanges {
    pub(crate) fn is_suppressed(&self) -> bool {
        self.suppressed().is_some()
    }

    /// Adds to a result what profiles and suppressions did to its answer.
    pub(crate) fn write(&self, members: &mut Members<'_>, lang: Lang) {
        members.text("baseOutcome", self.base_outcome.code());
        members.text_or_null("baseSeverity", self.base_severity.map(Severity::code));
        members.list("changedBy", &self.by, |change, members| change.write(members, lang));
        members.object_or_null("suppressed", self.suppressed(), Suppression::write);
    }
}

impl ProfileChange {
    fn write(&self, members: &mut Members<'_>, lang: Lang) {
        members.text("profile", &self.profile().id);
        members.text_or_null("theme", self.theme());
        members.text("force", self.profile().force.code());
        members.text("effect", self.kind.code());
        members.text_or_null("basis", self.basis(lang));
    }
}

impl Suppression {
    fn write(&self, members: &mut Members<'_>) {
        members.text("reason", &self.reason);
        members.text("author", &self.author);
        members.text("date", &self.date.to_string());
    }
}

impl ProfileStatus {
    fn write(&self, members: &mut Members<'_>, lang: Lang) {
        let profile = self.profile();
        let themes: Vec<_> = self.themes().collect();
        members.text("id", &profile.id);
        members.text("title", profile.title.get(lang));
        members.text("source", profile.source.get(lang));
        members.text("force", profile.force.code());
        members.text("forceText", profile.force.text().get(lang));
        members.flag("inForce", self.is_in_force());
        members.object_or_null("reason", self.reason.as_ref(), |reason, members| reason.write(members, lang));
        members.list("themes", &themes, |(theme, why), members| {
            members.text("id", &theme.id);
            members.text("title", theme.title.get(lang));
            members.flag("inForce", why.is_none());
            members.object_or_null("reason", why.as_ref(), |reason, members| reason.write(members, lang));
            members.text_or_null("withoutEffect", theme.without_effect.as_ref().map(|words| words.get(lang)));
        });
    }
}

impl Reason {
    fn write(self, members: &mut Members<'_>, lang: Lang) {
        members.text("code", self.code());
        members.text("text", self.text().get(lang));
    }
}

impl ProfileResult {
    /// The answer as it stands in the report that is [written](crate::Report::rendered), ready for any serde format.
    #[must_use]
    pub fn rendered(&self, lang: Lang) -> impl Serialize + '_ {
        Written(move |members: &mut Members<'_>| self.write(members, lang.spoken()))
    }

    fn write(&self, members: &mut Members<'_>, lang: Lang) {
        let force = self.profiles().map(|profile| profile.force).min();
        members.text("rule", self.rule.id);
        members.text("key", &self.key());
        members.texts("profiles", &self.profiles().map(|profile| profile.id.as_str()).collect::<Vec<_>>());
        members.text_or_null("force", force.map(Force::code));
        members.text_or_null("forceText", force.map(|force| force.text().get(lang)));
        members.text("citation", self.rule.citation.get(lang));
        members.text("page", &self.rule.page(lang));
        members.text("outcome", self.outcome().code());
        members.text_or_null("severity", self.severity().map(Severity::code));
        members.texts("paths", &self.paths().collect::<Vec<_>>());
        members.text("message", self.message().get(lang));
        members.text_or_null("remedy", self.remedy().map(|text| text.get(lang)));
        members.text_or_null("sameAs", self.same_as().map(|rule| rule.id));
        members.text_or_null("dependsOn", self.depends_on());
        members.object_or_null("note", self.note(), |note, members| note.write(members, lang));
        if let Some(changes) = self.changes() {
            changes.write(members, lang);
        }
    }
}

impl Measure {
    fn write(&self, members: &mut Members<'_>, lang: Lang) {
        members.text("rule", self.rule);
        members.text("code", self.code);
        members.text("title", self.title.get(lang));
        members.text("unit", self.unit.code());
        members.put("value", self.value.map_or(Json::Null, Json::Whole));
        members.put("national", self.national.map_or(Json::Null, Json::Number));
    }
}
