//! The reader beside a parser of JSON: what that one takes, it takes too, and what there is in it is the same.

use rehabplan::language::Language;
use rehabplan::limits::MAX_BYTES;
use rehabplan::{Checker, Plan, ReadError};
use serde::de::IgnoredAny;
use serde_json::Value;

/// Both take the text, or neither does; and the plan is that of the same document as the parser writes it.
pub fn readers(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    if text.len() > MAX_BYTES || text.starts_with('\u{feff}') {
        return;
    }
    let read = Plan::from_json(text);
    // A check puts letters that are escaped in their place before it reads.
    let checker = Checker::new().language(Language::off());
    let checked = read.as_ref().map(|plan| checker.check(plan)).map_err(Clone::clone);
    assert!(checker.check_str(text) == checked, "a document is checked as another plan than it is read as");
    let is_json = serde_json::from_str::<IgnoredAny>(text).is_ok();
    match &read {
        Err(ReadError::NotJson { .. }) => assert!(!is_json, "what is JSON is not read"),
        // A limit may be broken before a mistake.
        Err(ReadError::NotAnObject) | Ok(_) => assert!(is_json, "what is no JSON is read"),
        Err(_) => {}
    }
    // With so many digits the last ones may be others.
    let is_exact = |digits: &[u8]| digits.len() <= 15;
    if !bytes.split(|byte| !byte.is_ascii_digit() && *byte != b'.').all(is_exact) {
        return;
    }
    // Of a key that stands twice the parser keeps one value, and of a plan it is unreadable.
    let is_twice = |plan: &Plan<'_>| plan.input.iter().any(|finding| finding.code.code() == "duplicateKey");
    if read.as_ref().is_ok_and(is_twice) {
        return;
    }
    // Half a surrogate pair and numbers that nothing holds are no values for the parser.
    let (Ok(plan), Ok(value)) = (read, serde_json::from_str::<Value>(text)) else { return };
    let rewritten = value.to_string();
    let again = Plan::from_json(&rewritten).expect("the same document");
    let written = |plan: &Plan<'_>| serde_json::to_string(plan).expect("a plan can be written");
    assert!(written(&plan) == written(&again), "another plan in the same document");
}
