//! What there is to say about the rules, in the shape that every language gives it in.

use serde::{Serialize, Serializer};

use super::{Cells, Provision, Rule, SCOPE, ScopeRule, rules};
use crate::answer::Severity;
use crate::case::{Phase, Variant};
use crate::json::{Json, Members};
#[cfg(feature = "profiles")]
use crate::profile::{self, ProfileRule};
use crate::text::{Lang, Text};

/// A requirement, a scope rule or a rule that a profile adds, with everything there is to say about it.
///
/// Written as an object with `id`, `unit`, `citation`, `provision`, `kind`, `severity`, `phases`, `paths`, `summary`,
/// `finding`, `remedy`, `judgement`, `matrix` and `page`; texts and pages are objects with a member for each language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A requirement.
    Rule(&'static Rule),
    /// A rule on where the regulation applies. It gives no findings, so what belongs to one is `null`.
    Scope(&'static ScopeRule),
    /// A rule beside the regulation. It is no provision: `unit` and `provision` are `null`, and `citation` is a text.
    #[cfg(feature = "profiles")]
    Added(&'static ProfileRule),
}

/// Every entry: the requirements in the order of the law, then the scope rules.
pub fn catalogue() -> impl Iterator<Item = Entry> + Clone {
    rules().map(Entry::Rule).chain(SCOPE.iter().map(Entry::Scope))
}

impl Entry {
    /// The id.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.id,
            Self::Scope(scope) => scope.id,
            #[cfg(feature = "profiles")]
            Self::Added(rule) => rule.id,
        }
    }

    /// Every entry that there is: those of the [`catalogue`], then the rules that profiles add.
    pub fn all() -> impl Iterator<Item = Self> + Clone {
        #[cfg(feature = "profiles")]
        let added = profile::rules().map(Self::Added);
        #[cfg(not(feature = "profiles"))]
        let added = std::iter::empty();
        catalogue().chain(added)
    }

    /// The entry with an id, among [all](Entry::all); case does not matter.
    #[must_use]
    pub fn find(id: &str) -> Option<Self> {
        Self::all().find(|entry| entry.id().eq_ignore_ascii_case(id))
    }
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.facts().write(members)).serialize(serializer)
    }
}

/// What there is to say about an entry of any kind.
struct Facts {
    id: &'static str,
    unit: Option<&'static str>,
    provision: Option<Provision>,
    /// What is cited where there is no provision.
    source: Option<Text>,
    kind: &'static str,
    severity: Option<Severity>,
    /// The first phase in which it applies.
    phase: Phase,
    paths: Vec<&'static str>,
    summary: Text,
    finding: Option<Text>,
    remedy: Option<Text>,
    judgement: Option<Text>,
    cells: Option<Cells>,
    page: fn(&str, Lang) -> String,
}

impl Entry {
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
                page: super::page,
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
                page: super::page,
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
        }
    }
}

impl Facts {
    fn write(&self, members: &mut Members<'_>) {
        let phases: Vec<&str> = Phase::ALL.into_iter().filter(|phase| *phase >= self.phase).map(Phase::code).collect();
        members.text("id", self.id);
        members.text_or_null("unit", self.unit);
        match self.provision {
            Some(provision) => members.text("citation", &provision.to_string()),
            None => members.object_or_null("citation", self.source.as_ref(), Text::write),
        }
        members.object_or_null("provision", self.provision.as_ref(), Provision::write);
        members.text("kind", self.kind);
        members.text_or_null("severity", self.severity.map(Severity::code));
        members.texts("phases", &phases);
        members.texts("paths", &self.paths);
        members.object("summary", &|members| self.summary.write(members));
        members.object_or_null("finding", self.finding.as_ref(), Text::write);
        members.object_or_null("remedy", self.remedy.as_ref(), Text::write);
        members.object_or_null("judgement", self.judgement.as_ref(), Text::write);
        members.object_or_null("matrix", self.cells.as_ref(), Cells::write);
        members.object("page", &|members| {
            Lang::ALL.into_iter().for_each(|lang| members.text(lang.tag(), &(self.page)(self.id, lang)));
        });
    }
}

impl Cells {
    fn write(&self, members: &mut Members<'_>) {
        Variant::ALL.into_iter().for_each(|variant| members.text(variant.code(), &self.get(variant).to_string()));
    }
}

/// Which requirement applies in which variant.
///
/// Written as `{"variants": ["JA22", ...], "rules": {"P3.1.4": {"JA22": "K", ...}, ...}}`, in the order of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matrix;

impl Serialize for Matrix {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| {
            members.texts("variants", &Variant::ALL.map(Variant::code));
            members.object("rules", &|members| {
                rules().for_each(|rule| members.object(rule.id, &|members| rule.cells.write(members)));
            });
        })
        .serialize(serializer)
    }
}
