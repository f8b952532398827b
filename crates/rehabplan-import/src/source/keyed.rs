//! Cases of a JSON document that stand each under a key of its own, and in no list.

use std::collections::HashSet;
use std::sync::LazyLock;

use serde_json::{Map, Value as Json};

use crate::aliases::{is_id, names_of};
use crate::mapping::SAGSTYPE;
use crate::names::{normal, normals};

/// How far into a document cases are looked for, and how far into each of them fields are.
const DEPTH: usize = 4;

/// So many fields of a case are looked at.
const FIELDS: usize = 1_000;

/// Whether an object holds cases, each under its number.
pub(super) fn are_numbered(object: &Map<String, Json>) -> bool {
    let is_number = |key: &String| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    !object.is_empty() && object.iter().all(|(key, value)| is_number(key) && value.is_object())
}

/// Whether an object holds cases, each under a key of its own, there or further in: objects that are alike, with nothing beside them
/// on the whole way, or objects of which each says what type of case it is. Parts of one case are neither.
pub(super) fn holds_keyed(object: &Map<String, Json>) -> bool {
    holds_at(object, true, 0)
}

fn holds_at(object: &Map<String, Json>, is_alone: bool, depth: usize) -> bool {
    let members: Vec<&Map<String, Json>> = object.values().filter_map(Json::as_object).collect();
    let is_all = members.len() == object.len();
    let are_cases = members.len() > 1 && {
        let fields: Vec<HashSet<String>> = members.iter().map(|member| fields(member)).collect();
        let are_numbers = || depth > 0 && are_numbered(object);
        fields.iter().all(tells_type) || is_all && is_alone && (are_numbers() || are_alike(&fields))
    };
    let is_alone = is_alone && object.len() == 1;
    are_cases || depth < DEPTH && members.into_iter().any(|member| holds_at(member, is_alone, depth + 1))
}

/// The ways to all that stands in an object.
fn fields(object: &Map<String, Json>) -> HashSet<String> {
    let (mut found, mut left) = (HashSet::new(), vec![(String::new(), object, 0)]);
    while let Some((way, object, depth)) = left.pop() {
        for (key, value) in object.iter().take(FIELDS.saturating_sub(found.len())) {
            let way = format!("{way}/{key}");
            match value {
                Json::Object(inner) if !inner.is_empty() && depth < DEPTH => left.push((way, inner, depth + 1)),
                _ => drop(found.insert(way)),
            }
        }
    }
    found
}

fn own_name(way: &str) -> &str {
    way.rsplit('/').next().unwrap_or_default()
}

/// Whether a field is called as the type of a case, and not as that of anything.
fn tells_type(fields: &HashSet<String>) -> bool {
    static CALLED: LazyLock<HashSet<String>> = LazyLock::new(|| {
        /// What many a thing in a case may be called too.
        const ANY: [&str; 2] = ["sag", "type"];
        let names = names_of(SAGSTYPE).chain([own_name(SAGSTYPE)]);
        normals(names).into_iter().filter(|name| !ANY.contains(&&**name)).collect()
    });
    fields.iter().any(|way| CALLED.contains(&normal(own_name(way))))
}

/// Whether most fields of some objects are the same.
fn are_alike(members: &[HashSet<String>]) -> bool {
    /// So many that are the same in all of them tell cases from parts of a case.
    const ALIKE: usize = 3;
    let most = members.iter().map(HashSet::len).max().unwrap_or_default();
    let Some((first, more)) = members.split_first() else { return false };
    let shared: Vec<&String> = first.iter().filter(|way| more.iter().all(|member| member.contains(*way))).collect();
    // Two are enough where there is no other, or one of them is called as an id is.
    let is_enough = || shared.len() > 1 && (shared.len() == most || shared.iter().any(|way| is_id(own_name(way))));
    (shared.len() >= ALIKE || is_enough()) && shared.len() * 4 >= most * 3
}
