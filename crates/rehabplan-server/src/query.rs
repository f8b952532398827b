//! Options in an address: `?phase=indstilling&profiles=proces&profiles=vejledning`.

use rehabplan::Lang;
use rehabplan::text::nearest;
use rehabplan_json::Failure;
use serde_json::{Map, Value};

/// Options that are lists: each time the name stands there, it adds an entry.
const LISTS: [&str; 2] = ["profiles", "horizon"];

/// What limits a check.
const ONLY: [&str; 2] = ["rules", "paths"];

/// What an address takes, of the options of a check: those that a line of text can hold.
const OF_A_CHECK: &[&str] =
    &["phase", "asOf", "detail", "lang", "language", "rules", "paths", "horizon", "profiles", "needs"];

/// Those that are true or false.
const FLAGS: [&str; 2] = ["language", "needs"];

/// What belongs in an envelope, since no line of text can hold it, or since it comes with a plan.
const OF_AN_ENVELOPE: [&str; 3] = ["suppress", "id", "case"];

/// Whether a query names only what a check can be told in an address. What it says is read where all options are.
///
/// # Errors
///
/// `badOptions`. It names nothing that came but an option.
pub(crate) fn of_a_check(query: Option<&str>) -> Result<(), Failure> {
    for (name, _) in form_urlencoded::parse(query.unwrap_or_default().as_bytes()) {
        let bad = |what: String| Err(Failure::new("badOptions", what));
        match &*name {
            known if OF_A_CHECK.contains(&known) => {}
            "only" => return bad("in an address, write what \"only\" holds as rules=... and paths=...".to_owned()),
            known if OF_AN_ENVELOPE.contains(&known) => {
                return bad(format!("{known} belongs in an envelope around the plan, and not in the address"));
            }
            other => {
                let meant = nearest(other, OF_A_CHECK.iter().copied()).map(|name| format!("; did you mean {name}?"));
                let known = OF_A_CHECK.join(", ");
                return bad(format!("in the address, the options are {known}{}", meant.unwrap_or_default()));
            }
        }
    }
    Ok(())
}

/// The options of a query as JSON, empty when there are none. What is wrong with them is said where all options are read; a
/// name that stands twice is kept twice.
pub(crate) fn options(query: Option<&str>) -> Vec<u8> {
    written(members(query))
}

/// The same, in a language where none is named.
pub(crate) fn options_in(query: Option<&str>, lang: Lang) -> Vec<u8> {
    let mut members = members(query);
    if !members.iter().any(|member| member.starts_with("\"lang\":")) {
        members.push(format!("\"lang\":\"{}\"", lang.tag()));
    }
    written(members)
}

fn written(members: Vec<String>) -> Vec<u8> {
    if members.is_empty() { Vec::new() } else { format!("{{{}}}", members.join(",")).into_bytes() }
}

fn members(query: Option<&str>) -> Vec<String> {
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
            "true" | "false" if FLAGS.contains(&&*name) => value.into_owned(),
            _ => Value::from(value).to_string(),
        };
        members.push(format!("{}:{value}", Value::from(name)));
    }
    members.extend(lists.iter().map(|(name, list)| format!("\"{name}\":{list}")));
    if !only.is_empty() {
        members.push(format!("\"only\":{}", Value::Object(only)));
    }
    members
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
            ("detail=all&needs=true", r#"{"detail":"all","needs":true}"#),
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
