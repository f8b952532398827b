//! What there is to say in words: everything about a rule, as it is written, and the notes.

use serde::{Serialize, Serializer};

use super::AnyRule;
use crate::case::Phase;
use crate::json::{Json, Members};
use crate::law::{self, Cells, Provision};
use crate::outcome::Severity;
#[cfg(feature = "profiles")]
use crate::profile;
use crate::text::{Lang, Note, Said, Wording, notes};

/// Every note that an answer or a report may have: those that many may have, those that belong to one requirement each, in the order
/// of the law, and those of profiles.
pub fn all_notes() -> impl Iterator<Item = &'static Note> {
    #[cfg(feature = "profiles")]
    let of_profiles = profile::NOTES;
    #[cfg(not(feature = "profiles"))]
    let of_profiles: &[&Note] = &[];
    notes::SHARED.iter().chain(law::OWN_NOTES).chain(of_profiles).copied()
}

impl Serialize for AnyRule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.facts().write(members)).serialize(serializer)
    }
}

/// What there is to say about a rule of any kind.
struct Facts {
    id: &'static str,
    unit: Option<&'static str>,
    provision: Option<Provision>,
    /// What is cited where there is no provision.
    source: Option<Wording>,
    kind: &'static str,
    severity: Option<Severity>,
    /// The first phase in which it applies.
    phase: Phase,
    paths: Vec<&'static str>,
    summary: Said,
    finding: Option<Said>,
    remedy: Option<Said>,
    judgement: Option<Said>,
    cells: Option<Cells>,
    page: fn(&str, Lang) -> String,
}

impl AnyRule {
    fn facts(self) -> Facts {
        match self {
            Self::Rule(rule) => Facts {
                id: rule.id,
                unit: Some(rule.unit()),
                provision: Some(rule.provision),
                source: None,
                kind: rule.kind.code(),
                severity: rule.severity(),
                phase: rule.phase,
                paths: rule.paths(),
                summary: rule.texts.demand,
                finding: Some(rule.texts.finding),
                remedy: Some(rule.texts.remedy),
                judgement: rule.texts.judgement,
                cells: Some(rule.cells),
                page: law::page,
            },
            Self::Scope(scope) => Facts {
                id: scope.id,
                unit: Some(scope.id),
                provision: Some(scope.provision),
                source: None,
                kind: "scope",
                severity: None,
                phase: Phase::Forelaeggelse,
                paths: Vec::new(),
                summary: scope.effect,
                finding: None,
                remedy: None,
                judgement: None,
                cells: None,
                page: law::page,
            },
            #[cfg(feature = "profiles")]
            Self::Added(rule) => Facts {
                id: rule.id,
                unit: None,
                provision: None,
                source: Some(rule.citation),
                kind: rule.kind(),
                severity: rule.severity,
                phase: rule.phase,
                paths: rule.paths.to_vec(),
                summary: rule.texts.demand,
                // What only measures gives no findings.
                finding: rule.severity.map(|_| rule.texts.finding),
                remedy: rule.severity.map(|_| rule.texts.remedy),
                judgement: rule.texts.judgement,
                cells: Some(rule.cells),
                page: profile::page,
            },
            #[cfg(not(feature = "profiles"))]
            Self::Added(rule) => match *rule {},
        }
    }
}

impl Facts {
    fn write(&self, members: &mut Members<'_>) {
        let phases: Vec<&str> =
            Phase::ALL.iter().copied().filter(|phase| *phase >= self.phase).map(Phase::code).collect();
        members.text("id", self.id);
        members.text_or_null("unit", self.unit);
        match self.provision {
            Some(provision) => members.text("citation", &provision.to_string()),
            None => members.object_or_null("citation", self.source.as_ref(), Wording::write),
        }
        members.object_or_null("provision", self.provision.as_ref(), Provision::write);
        members.text("kind", self.kind);
        members.text_or_null("severity", self.severity.map(Severity::code));
        members.texts("phases", &phases);
        members.texts("paths", &self.paths);
        members.object("summary", &|members| self.summary.write(members));
        members.object_or_null("finding", self.finding.as_deref(), Wording::write);
        members.object_or_null("remedy", self.remedy.as_deref(), Wording::write);
        members.object_or_null("judgement", self.judgement.as_deref(), Wording::write);
        members.object_or_null("matrix", self.cells.as_ref(), Cells::write);
        members.object("page", &|members| {
            Lang::ALL.iter().for_each(|lang| members.text(lang.tag(), &(self.page)(self.id, *lang)));
        });
    }
}
