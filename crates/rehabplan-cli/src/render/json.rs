//! JSON, as one object or as one object per line. The report in it is, byte for byte, the library's own.

use std::collections::BTreeMap;

use rehabplan::positions::Position;
use rehabplan::{Lang, RULE_SET};
use rehabplan_batch::{Name, Origins, Problem};
use rehabplan_render::{Group, Overview};
use serde::ser::SerializeMap as _;
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::Render;
use crate::checked::Checked;

/// One object with the rule set, the plans and a summary.
pub(super) struct Json {
    pub(super) lang: Lang,
}

/// One object per plan and line.
pub(super) struct Ndjson {
    pub(super) lang: Lang,
}

impl Render for Json {
    fn begin(&self) -> Vec<u8> {
        [b"{\"ruleSet\":".as_slice(), &bytes(&RULE_SET), b",\"plans\":["].concat()
    }

    fn between(&self, _: &[u8], _: &[u8]) -> &'static [u8] {
        b","
    }

    fn plan(&self, checked: &Checked<'_>) -> Vec<u8> {
        bytes(&plan(checked, self.lang))
    }

    fn problem(&self, name: &Name, problem: &Problem) -> Vec<u8> {
        bytes(&entry(name, problem, self.lang))
    }

    fn end(&self, overview: &Overview) -> Vec<u8> {
        [b"],\"summary\":".as_slice(), &bytes(&Counts(overview)), b"}\n"].concat()
    }
}

impl Render for Ndjson {
    fn plan(&self, checked: &Checked<'_>) -> Vec<u8> {
        let mut line = bytes(&plan(checked, self.lang));
        line.push(b'\n');
        line
    }

    fn problem(&self, name: &Name, problem: &Problem) -> Vec<u8> {
        let mut line = bytes(&entry(name, problem, self.lang));
        line.push(b'\n');
        line
    }
}

fn bytes(value: &impl Serialize) -> Vec<u8> {
    // Writing plain data to a vector cannot fail.
    serde_json::to_vec(value).unwrap_or_default()
}

#[derive(Serialize)]
struct Plan<'d> {
    #[serde(flatten)]
    name: &'d Name,
    report: Option<Box<RawValue>>,
    positions: BTreeMap<&'d str, Position>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    origins: BTreeMap<&'d str, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    absent: Vec<String>,
    /// By place, the heading that asks for it together with other things.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    shared: BTreeMap<String, String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unread: Vec<&'static str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    carried: BTreeMap<&'d str, Option<&'d str>>,
}

fn plan<'d>(checked: &Checked<'d>, lang: Lang) -> Plan<'d> {
    let mut places = checked.places();
    let pointers = || checked.report.pointers();
    let shared = checked.origins().map(Origins::shared).unwrap_or_default();
    Plan {
        name: checked.name,
        report: RawValue::from_string(checked.report.to_json(lang)).ok(),
        positions: pointers()
            .filter(|_| checked.origins().is_none())
            .map(|pointer| (pointer, places.of(pointer)))
            .collect(),
        origins: pointers().filter_map(|pointer| Some((pointer, checked.origin(pointer, lang)?))).collect(),
        absent: checked.origins().map(Origins::absent).unwrap_or_default(),
        shared: shared.into_iter().map(|(heading, place)| (place, heading)).collect(),
        unread: checked.origins().map(|origins| origins.unread(lang)).unwrap_or_default(),
        carried: checked.name.carried.iter().map(|(name, value)| (&**name, value.as_deref())).collect(),
    }
}

#[derive(Serialize)]
struct Unreadable<'d> {
    #[serde(flatten)]
    name: &'d Name,
    error: Error,
}

#[derive(Serialize)]
struct Error {
    code: &'static str,
    message: String,
}

fn entry<'d>(name: &'d Name, problem: &Problem, lang: Lang) -> Unreadable<'d> {
    let error = Error { code: problem.code(), message: problem.message(lang) };
    Unreadable { name, error }
}

struct Counts<'s>(&'s Overview);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(overview) = self;
        let summary = &overview.summary;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("plans", &summary.plans())?;
        for (conclusion, count) in summary.conclusions() {
            map.serialize_entry(conclusion.code(), &count)?;
        }
        map.serialize_entry("unreadable", &summary.unreadable)?;
        map.serialize_entry("review", &summary.review)?;
        if let Some(horizon) = &summary.horizon {
            map.serialize_entry("horizon", horizon)?;
            map.serialize_entry("notInSource", &summary.not_in_source)?;
        }
        if let Some(groups) = overview.groups() {
            let rows: Vec<_> = groups.iter().map(|group| row(groups.columns(), group)).collect();
            map.serialize_entry("groups", &rows)?;
        }
        map.end()
    }
}

/// A group; one that is not shown has no numbers.
#[derive(Serialize)]
struct GroupRow<'g> {
    by: BTreeMap<&'g str, &'g str>,
    plans: Option<u64>,
    checked: Option<u64>,
    deficient: Option<u64>,
}

fn row<'g>(columns: &'g [String], group: Group<'g>) -> GroupRow<'g> {
    GroupRow {
        by: columns.iter().zip(group.values).map(|(column, value)| (column.as_str(), value.as_str())).collect(),
        plans: group.numbers.map(|numbers| numbers.plans),
        checked: group.numbers.map(|numbers| numbers.checked),
        deficient: group.numbers.map(|numbers| numbers.deficient),
    }
}
