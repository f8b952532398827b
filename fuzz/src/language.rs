//! Any text for the check of § 3, stk. 3.

use rehabplan::language::{first_recommendation, recommends};

/// Any text gets an answer: the same one each time, and a place that is in the text.
pub fn language(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let found = first_recommendation(&text);
    assert_eq!(found, first_recommendation(&text));
    assert_eq!(found.is_some(), recommends(&text));
    if let Some(place) = found {
        let clause = text.get(place).expect("the place lies between characters of the text");
        assert!(!clause.trim().is_empty(), "the place is empty");
    }
}
