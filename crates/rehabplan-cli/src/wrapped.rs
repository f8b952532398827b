//! Plans that stand inside another document, as exports write them: `{"sagsnummer": 4711, "plan": {...}}`.
//!
//! `--plan KEY` says where a plan stands and `--id KEY` where the caller's own name for it stands; a KEY is a key, or a JSON
//! Pointer. A list stands for its entries, both where the document is one and where KEY leads to one.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use rehabplan::positions::Position;
use rehabplan::report::InputCode;
use rehabplan::{Lang, Report};
use serde_json::value::RawValue;

use crate::select::shown;
use crate::texts::{self, fill};

/// Where the plan and its id stand in a document.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    plan: Option<Key>,
    id: Option<Key>,
    /// Whether any document could be looked into.
    looked: AtomicBool,
}

/// A place that the user named.
#[derive(Debug)]
struct Key {
    named: String,
    /// The tokens of the JSON Pointer.
    tokens: Vec<String>,
    /// Whether any document has something there.
    found: AtomicBool,
}

impl Key {
    fn new(named: &str) -> Self {
        let token = |token: &str| token.replace("~1", "/").replace("~0", "~");
        let tokens = match named.strip_prefix('/') {
            Some(pointer) => pointer.split('/').map(token).collect(),
            None => vec![named.to_owned()],
        };
        Self { named: named.to_owned(), tokens, found: AtomicBool::new(false) }
    }

    /// The value at the place, if there is one.
    fn find<'t>(&self, document: &'t RawValue) -> Option<&'t RawValue> {
        let mut value = document;
        for token in &self.tokens {
            value = match entries(value) {
                Some(entries) => *entries.get(token.parse::<usize>().ok()?)?,
                None => members(value)?.remove(token.as_str())?,
            };
        }
        self.found.store(true, Ordering::Relaxed);
        Some(value)
    }

    /// The same place as a JSON Pointer.
    fn pointer(&self) -> String {
        self.tokens.iter().map(|token| format!("/{}", token.replace('~', "~0").replace('/', "~1"))).collect()
    }
}

fn members(value: &RawValue) -> Option<HashMap<Cow<'_, str>, &RawValue>> {
    serde_json::from_str(value.get()).ok()
}

/// The entries of a list; `None` for what is no list.
fn entries(value: &RawValue) -> Option<Vec<&RawValue>> {
    value.get().starts_with('[').then(|| serde_json::from_str(value.get()).ok())?
}

/// A plan in a document.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Opened<'t> {
    /// The caller's own name for it.
    pub(crate) id: Option<String>,
    /// Where it stands in the document, as a JSON Pointer, when the document holds a list of plans.
    pub(crate) at: Option<String>,
    /// Its text; `None` when the document has nothing at the place.
    pub(crate) text: Option<Cow<'t, [u8]>>,
    /// Where its text begins in the document.
    pub(crate) start: Position,
}

/// The first place of a document.
pub(crate) const START: Position = Position { line: 1, column: 1 };

impl Keys {
    pub(crate) fn new(plan: Option<&str>, id: Option<&str>) -> Self {
        Self { plan: plan.map(Key::new), id: id.map(Key::new), looked: AtomicBool::new(false) }
    }

    /// The plans of a document. What is no JSON is one plan, so that whoever reads it says what is wrong.
    pub(crate) fn open<'t>(&self, bytes: &'t [u8]) -> Vec<Opened<'t>> {
        let whole = || vec![Opened { id: None, at: None, text: Some(Cow::Borrowed(bytes)), start: START }];
        if self.plan.is_none() && self.id.is_none() {
            return whole();
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return whole() };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let Ok(document) = serde_json::from_str::<&RawValue>(text) else { return whole() };
        self.looked.store(true, Ordering::Relaxed);
        let mut walk = Walk { text, offset: 0, position: START };
        let items = match entries(document) {
            Some(items) => items.into_iter().zip(0_usize..).map(|(item, index)| (item, Some(index))).collect(),
            None => vec![(document, None)],
        };
        let mut opened = Vec::new();
        for (item, index) in items {
            let id = self.id.as_ref().and_then(|key| key.find(item)).and_then(name);
            let at = index.map(|index| format!("/{index}"));
            let Some(key) = &self.plan else {
                opened.push(walk.open(id, at, item));
                continue;
            };
            match key.find(item) {
                None => opened.push(Opened { id, at, text: None, start: walk.to(item) }),
                Some(value) => match entries(value) {
                    Some(plans) => {
                        let before = format!("{}{}", at.unwrap_or_default(), key.pointer());
                        for (index, plan) in plans.into_iter().enumerate() {
                            opened.push(walk.open(id.clone(), Some(format!("{before}/{index}")), plan));
                        }
                    }
                    None => {
                        let at = at.map(|at| format!("{at}{}", key.pointer()));
                        opened.push(walk.open(id, at, value));
                    }
                },
            }
        }
        opened
    }

    /// The place that `--plan` names.
    pub(crate) fn plan(&self) -> &str {
        self.plan.as_ref().map_or("", |key| &key.named)
    }

    /// What to say when a key was named that no document has: most likely it is misspelt.
    pub(crate) fn unfound(&self, lang: Lang) -> Option<String> {
        let named = [("--plan", &self.plan), ("--id", &self.id)];
        let unfound = |key: &&Key| self.looked.load(Ordering::Relaxed) && !key.found.load(Ordering::Relaxed);
        let (option, key) = named.iter().find_map(|(option, key)| Some((option, key.as_ref().filter(unfound)?)))?;
        Some(fill(texts::KEY_UNFOUND.get(lang), &[("option", option), ("key", &shown(&key.named))]))
    }
}

/// An id as text. Only text and numbers name anything.
fn name(value: &RawValue) -> Option<String> {
    match value.get().as_bytes().first() {
        Some(b'"') => serde_json::from_str(value.get()).ok(),
        Some(b'-' | b'0'..=b'9') => Some(value.get().to_owned()),
        _ => None,
    }
}

/// Goes through a document from one plan to the next.
struct Walk<'t> {
    text: &'t str,
    offset: usize,
    position: Position,
}

impl<'t> Walk<'t> {
    fn open(&mut self, id: Option<String>, at: Option<String>, value: &'t RawValue) -> Opened<'t> {
        let start = self.to(value);
        // A plan that was written into a text.
        let text = match serde_json::from_str::<String>(value.get()) {
            Ok(text) => Cow::Owned(text.into_bytes()),
            Err(_) => Cow::Borrowed(value.get().as_bytes()),
        };
        Opened { id, at, text: Some(text), start }
    }

    /// Where a value of the document begins, which stands no earlier than the last one.
    fn to(&mut self, value: &RawValue) -> Position {
        let offset = value.get().as_ptr().addr().saturating_sub(self.text.as_ptr().addr());
        for character in self.text.get(self.offset..offset).unwrap_or_default().chars() {
            match character {
                '\n' => self.position = Position { line: self.position.line + 1, column: 1 },
                _ => self.position.column += 1,
            }
        }
        self.offset = offset.max(self.offset);
        self.position
    }
}

/// The key under which the plan seems to stand in a document that is none itself; empty when it may not be repeated.
pub(crate) fn seems_to_stand_under(report: &Report) -> Option<String> {
    let below = report.input.iter().find(|finding| finding.code == InputCode::PlanBelow)?;
    Some(below.path.trim_start_matches('/').to_owned())
}

#[cfg(test)]
mod tests {
    use super::Keys;
    use rehabplan::Lang;

    fn opened(plan: Option<&str>, id: Option<&str>, text: &str) -> Vec<(String, String, String, usize, usize)> {
        let opened = Keys::new(plan, id).open(text.as_bytes()).into_iter().map(|one| {
            let text = one.text.map_or_else(|| "-".to_owned(), |text| String::from_utf8_lossy(&text).into_owned());
            (one.id.unwrap_or_default(), one.at.unwrap_or_default(), text, one.start.line, one.start.column)
        });
        opened.collect()
    }

    fn one(id: &str, at: &str, text: &str, line: usize, column: usize) -> (String, String, String, usize, usize) {
        (id.to_owned(), at.to_owned(), text.to_owned(), line, column)
    }

    #[test]
    fn a_plan_is_found_by_its_key_or_pointer() {
        let text = "\u{feff}{\"nr\": 47,\n \"ø\": {\"a/b\": {\"sag\": 1}}}";
        assert_eq!(opened(Some("/ø/a~1b"), Some("nr"), text), [one("47", "", "{\"sag\": 1}", 2, 15)]);
        assert_eq!(opened(Some("ø"), None, text), [one("", "", "{\"a/b\": {\"sag\": 1}}", 2, 7)]);
        assert_eq!(opened(Some("plan"), Some("nr"), text), [one("47", "", "-", 1, 1)]);
        assert_eq!(opened(Some("a"), None, r#"{"a": "{\"sag\": 1}"}"#), [one("", "", "{\"sag\": 1}", 1, 7)]);
        assert_eq!(opened(None, Some("nr"), r#" {"nr": "x"}"#), [one("x", "", "{\"nr\": \"x\"}", 1, 2)]);
    }

    #[test]
    fn a_list_stands_for_its_entries() {
        let text = "[{\"n\": 1, \"p\": {}},\n{\"n\": true, \"p\": [{}, 2]}, {\"n\": \"c\"}]";
        assert_eq!(
            opened(Some("p"), Some("n"), text),
            [
                one("1", "/0/p", "{}", 1, 16),
                one("", "/1/p/0", "{}", 2, 19),
                one("", "/1/p/1", "2", 2, 23),
                one("c", "/2", "-", 2, 28)
            ]
        );
        assert_eq!(
            opened(None, Some("n"), "[{}, {\"n\": 3}]"),
            [one("", "/0", "{}", 1, 2), one("3", "/1", "{\"n\": 3}", 1, 6)]
        );
        assert_eq!(opened(Some("/p/1"), None, r#"{"p": [1, {}]}"#), [one("", "", "{}", 1, 11)]);
        assert_eq!(opened(Some("p"), None, "[]"), []);
    }

    #[test]
    fn what_is_no_json_stays_whole() {
        for text in ["", "{", "{\"p\": }"] {
            assert_eq!(opened(Some("p"), Some("n"), text), [one("", "", text, 1, 1)]);
        }
    }

    #[test]
    fn a_key_that_nobody_has_is_told() {
        let keys = Keys::new(Some("plan"), Some("nr"));
        assert_eq!(keys.unfound(Lang::Da), None);
        keys.open(b"{");
        assert_eq!(keys.unfound(Lang::Da), None);
        keys.open(b"{\"plan\": {}}");
        assert!(keys.unfound(Lang::Da).is_some_and(|text| text.contains("»nr«") && text.contains("--id")));
        keys.open(b"{\"nr\": 1}");
        assert_eq!(keys.unfound(Lang::Da), None);
    }
}
