//! What a check is limited to. How one is chosen stands in `select.rs`.

use serde::{Serialize, Serializer};

use crate::json::{Json, Members};
use crate::places::is_at_or_below;
use crate::pointer;

/// A set of requirements and places that a check is limited to. A rule belongs to it when its id is named, or when any
/// of its places lies at or under one of the paths. Whoever names a text that is searched for recommendations
/// ([`searched`](crate::law::searched)) gets P3.3.b; its answer is on all of these texts, as every answer is whole.
///
/// A selection that selects nothing would come out as a plan without findings, so there is none: each entry selects at
/// least one rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection {
    pub(crate) rules: Vec<&'static str>,
    pub(crate) paths: Vec<String>,
}

impl Selection {
    /// The ids of the rules that are named.
    pub fn rules(&self) -> impl Iterator<Item = &'static str> + Clone {
        self.rules.iter().copied()
    }

    /// The places that are named, with `*` for any entry of a list.
    pub fn paths(&self) -> impl Iterator<Item = &str> + Clone {
        self.paths.iter().map(String::as_str)
    }

    /// Whether a rule with these places belongs to the selection.
    pub(crate) fn holds(&self, id: &str, places: &[&str]) -> bool {
        self.rules().any(|named| named == id)
            || self.paths().any(|path| places.iter().any(|place| is_looked_at(place, path)))
    }

    pub(crate) fn write(&self, members: &mut Members<'_>) {
        members.texts("rules", &self.rules);
        members.texts("paths", &self.paths().collect::<Vec<_>>());
    }
}

/// Whether a place that a rule looks at is one, or lies under one. The indsatsdel is looked at in Min Plan too, where that holds
/// everything (§ 5, stk. 3).
pub(crate) fn is_looked_at(place: &str, path: &str) -> bool {
    let in_min_plan = |rest: &str| rest.is_empty() || is_at_or_below(place, rest);
    let may_be_there = is_at_or_below(place, pointer!(indsatsdel));
    is_at_or_below(place, path) || may_be_there && path.strip_prefix(pointer!(min_plan)).is_some_and(in_min_plan)
}

impl Serialize for Selection {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Json::Object(&|members: &mut Members<'_>| self.write(members)).serialize(serializer)
    }
}
