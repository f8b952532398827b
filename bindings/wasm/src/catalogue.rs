//! What the product knows of the regulation, as it stands in `rehabplan rules --format json`.

use rehabplan::law::{self, Rule, ScopeRule};
use rehabplan::text::Text;
use rehabplan::{Lang, Phase, Severity, Variant};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};

/// Every requirement in the order of the law, then the scope rules.
pub(crate) fn to_json() -> String {
    let entries = law::rules().map(Entry::Rule).chain(law::SCOPE.iter().map(Entry::Scope));
    // Writing plain data to a string cannot fail.
    serde_json::to_string(&entries.collect::<Vec<_>>()).unwrap_or_default()
}

enum Entry {
    Rule(&'static Rule),
    Scope(&'static ScopeRule),
}

impl Serialize for Entry {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const NONE: Option<Text> = None;
        let in_every_language = |page: &dyn Fn(Lang) -> String| Lang::ALL.map(|lang| (lang.tag(), page(lang)));
        let mut map = serializer.serialize_map(None)?;
        match *self {
            Self::Rule(rule) => {
                let phases = Phase::ALL.into_iter().filter(|phase| *phase >= rule.phase).map(Phase::code);
                map.serialize_entry("id", rule.id)?;
                map.serialize_entry("unit", rule.unit())?;
                map.serialize_entry("citation", &rule.provision.to_string())?;
                map.serialize_entry("provision", &rule.provision)?;
                map.serialize_entry("kind", rule.kind.code())?;
                map.serialize_entry("severity", &rule.severity().map(Severity::code))?;
                map.serialize_entry("phases", &phases.collect::<Vec<_>>())?;
                map.serialize_entry("paths", rule.paths)?;
                map.serialize_entry("summary", &rule.texts.demand)?;
                map.serialize_entry("finding", &rule.texts.finding)?;
                map.serialize_entry("remedy", &rule.texts.remedy)?;
                map.serialize_entry("judgement", &rule.texts.judgement)?;
                map.serialize_entry("matrix", &Row(rule))?;
                map.serialize_entry("page", &Map(&in_every_language(&|lang| rule.page(lang))))?;
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
                map.serialize_entry("page", &Map(&in_every_language(&|lang| scope.page(lang))))?;
            }
        }
        map.end()
    }
}

struct Map<'m>(&'m [(&'static str, String)]);

impl Serialize for Map<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// A row of the matrix.
struct Row(&'static Rule);

impl Serialize for Row {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(Variant::ALL.map(|variant| (variant.code(), self.0.cells.get(variant).to_string())))
    }
}
