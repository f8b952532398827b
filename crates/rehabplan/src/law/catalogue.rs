//! What there is to say about the rules, in the shape that every language gives it in.

use serde::{Serialize, Serializer};

use super::{Cells, EXEMPTING, Provision, Rule, SCOPE, ScopeRule, rules};
use crate::case::Variant;
use crate::json::{Json, Members};
#[cfg(feature = "profiles")]
use crate::profile::{self, ProfileRule};

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

/// The provisions that exempt from requirements.
#[must_use]
pub fn exempting() -> &'static [Provision] {
    &EXEMPTING
}

/// The ids of the requirements and rules of scope that a provision holds, in the order of the [`catalogue`]. For one that
/// exempts, these are what decides whether it does.
pub fn grounds(provision: Provision) -> impl Iterator<Item = &'static str> {
    let requirements = rules().map(|rule| (rule.id, rule.provision));
    let scope = SCOPE.iter().map(|scope| (scope.id, scope.provision));
    requirements.chain(scope).filter(move |(_, own)| provision.holds(*own)).map(|(id, _)| id)
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

impl Cells {
    pub(super) fn write(&self, members: &mut Members<'_>) {
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
