//! Options in an address: `?phase=indstilling&profiles=proces&profiles=vejledning`.

use serde_json::{Map, Value};

/// Options that are lists: each time the name stands there, it adds an entry.
const LISTS: [&str; 2] = ["profiles", "horizon"];

/// What limits a check.
const ONLY: [&str; 2] = ["rules", "paths"];

/// The options of a query as JSON, empty when there are none. What is wrong with them is said where all options are read; a
/// name that stands twice is kept twice.
pub(crate) fn options(query: Option<&str>) -> Vec<u8> {
    let mut lists: Map<String, Value> = Map::new();
    let mut only: Map<String, Value> = Map::new();
    let mut members = Vec::new();
    for (name, value) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        let lists = if ONLY.contains(&&*name) { &mut only } else { &mut lists };
        if ONLY.contains(&&*name) || LISTS.contains(&&*name) {
            if let Value::Array(list) = lists.entry(name).or_insert_with(|| Value::Array(Vec::new())) {
                list.push(value.into());
            }
            continue;
        }
        let value = match &*value {
            "true" | "false" if name == "language" => value.into_owned(),
            _ => Value::from(value).to_string(),
        };
        members.push(format!("{}:{value}", Value::from(name)));
    }
    members.extend(lists.iter().map(|(name, list)| format!("\"{name}\":{list}")));
    if !only.is_empty() {
        members.push(format!("\"only\":{}", Value::Object(only)));
    }
    if members.is_empty() { Vec::new() } else { format!("{{{}}}", members.join(",")).into_bytes() }
}

#[cfg(test)]
mod tests {
    use super::options;

    #[test]
    fn a_query_says_what_an_object_of_options_says() {
        for (query, expected) in [
            ("", ""),
            ("phase=indsats&lang=en", r#"{"phase":"indsats","lang":"en"}"#),
            ("language=false", r#"{"language":false}"#),
            ("language=no", r#"{"language":"no"}"#),
            (
                "profiles=proces%3AmaksSider%3D50&profiles=vejledning",
                r#"{"profiles":["proces:maksSider=50","vejledning"]}"#,
            ),
            ("paths=%2Fmoede&rules=P2.1&rules=P3.1.1", r#"{"only":{"paths":["/moede"],"rules":["P2.1","P3.1.1"]}}"#),
            ("lang=da&lang=en", r#"{"lang":"da","lang":"en"}"#),
            ("a%22b=%22", r#"{"a\"b":"\""}"#),
        ] {
            assert_eq!(String::from_utf8(options(Some(query))).as_deref(), Ok(expected), "{query}");
        }
        assert_eq!(options(None), b"");
    }
}
