//! What there is to say about the rules, in the shape that every language gives it in.

use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

use super::{Cells, Rule, SCOPE, ScopeRule, rules};
use crate::answer::Severity;
use crate::case::{Phase, Variant};
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
        const NONE: Option<Text> = None;
        let mut map = serializer.serialize_map(None)?;
        match *self {
            Self::Rule(rule) => {
                map.serialize_entry("id", rule.id)?;
                map.serialize_entry("unit", rule.unit())?;
                map.serialize_entry("citation", &rule.provision.to_string())?;
                map.serialize_entry("provision", &rule.provision)?;
                map.serialize_entry("kind", rule.kind.code())?;
                map.serialize_entry("severity", &rule.severity().map(Severity::code))?;
                map.serialize_entry("phases", &phases(rule.phase))?;
                map.serialize_entry("paths", rule.paths)?;
                map.serialize_entry("summary", &rule.texts.demand)?;
                map.serialize_entry("finding", &rule.texts.finding)?;
                map.serialize_entry("remedy", &rule.texts.remedy)?;
                map.serialize_entry("judgement", &rule.texts.judgement)?;
                map.serialize_entry("matrix", &Row(rule.cells))?;
                map.serialize_entry("page", &InEveryLanguage(|lang| rule.page(lang)))?;
            }
            Self::Scope(scope) => {
                map.serialize_entry("id", scope.id)?;
                map.serialize_entry("unit", scope.id)?;
                map.serialize_entry("citation", &scope.provision.to_string())?;
                map.serialize_entry("provision", &scope.provision)?;
                map.serialize_entry("kind", "scope")?;
                map.serialize_entry("severity", &NONE)?;
                map.serialize_entry("phases", &Phase::ALL.map(Phase::code))?;
                map.serialize_entry("paths", &[""; 0])?;
                map.serialize_entry("summary", &scope.effect)?;
                map.serialize_entry("finding", &NONE)?;
                map.serialize_entry("remedy", &NONE)?;
                map.serialize_entry("judgement", &NONE)?;
                map.serialize_entry("matrix", &NONE)?;
                map.serialize_entry("page", &InEveryLanguage(|lang| scope.page(lang)))?;
            }
            #[cfg(feature = "profiles")]
            Self::Added(rule) => {
                map.serialize_entry("id", rule.id)?;
                map.serialize_entry("unit", &NONE)?;
                map.serialize_entry("citation", &rule.citation)?;
                map.serialize_entry("provision", &NONE)?;
                map.serialize_entry("kind", rule.kind())?;
                map.serialize_entry("severity", &rule.severity.map(Severity::code))?;
                map.serialize_entry("phases", &phases(rule.phase))?;
                map.serialize_entry("paths", rule.paths)?;
                map.serialize_entry("summary", &rule.texts.demand)?;
                // What only measures gives no findings.
                let of_a_finding = |text: Text| rule.severity.map(|_| text);
                map.serialize_entry("finding", &of_a_finding(rule.texts.finding))?;
                map.serialize_entry("remedy", &of_a_finding(rule.texts.remedy))?;
                map.serialize_entry("judgement", &rule.texts.judgement)?;
                map.serialize_entry("matrix", &Row(rule.cells))?;
                map.serialize_entry("page", &InEveryLanguage(|lang| rule.page(lang)))?;
            }
        }
        map.end()
    }
}

/// The phases in which a rule applies that first does so in one.
fn phases(first: Phase) -> Vec<&'static str> {
    Phase::ALL.into_iter().filter(|phase| *phase >= first).map(Phase::code).collect()
}

/// A text in every language, made as it is written.
struct InEveryLanguage<F>(F);

impl<F: Fn(Lang) -> String> Serialize for InEveryLanguage<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Lang::ALL.map(|lang| (lang.tag(), (self.0)(lang))))
    }
}

/// Which requirement applies in which variant.
///
/// Written as `{"variants": ["JA22", ...], "rules": {"P3.1.4": {"JA22": "K", ...}, ...}}`, in the order of the law.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matrix;

impl Serialize for Matrix {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("variants", &Variant::ALL.map(Variant::code))?;
        map.serialize_entry("rules", &Rows)?;
        map.end()
    }
}

struct Rows;

impl Serialize for Rows {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(rules().map(|rule| (rule.id, Row(rule.cells))))
    }
}

/// A row of the matrix.
struct Row(Cells);

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Variant::ALL.map(|variant| (variant.code(), self.0.get(variant).to_string())))
    }
}
