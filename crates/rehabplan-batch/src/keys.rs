//! Plans that stand inside another document, as exports write them: `{"sagsnummer": 4711, "plan": {...}}`.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rehabplan::json_pointer::{key_of, step_of};
use rehabplan::positions::Position;
use rehabplan::text::is_same_name;
use serde::de::{Deserializer as _, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::problem::Problem;

/// Where the plan stands in a document, what the caller knows it by, and what is carried along with it.
///
/// A place is named by a key, or by a JSON Pointer. A list stands for its entries, both where the document is one and where
/// the plan's key leads to one. Where [`HORIZON`] stands beside the plan, a list of places that are those of a plan, it is the
/// horizon of that plan and no other's.
#[derive(Debug, Default)]
pub struct Keys {
    plan: Option<Key>,
    id: Option<Key>,
    carried: Vec<Key>,
}

/// A place that the caller named.
#[derive(Debug)]
pub struct Key {
    named: Arc<str>,
    /// The tokens of the JSON Pointer.
    tokens: Vec<String>,
    /// Whether any document has something there, and whether any has not.
    found: AtomicBool,
    missed: AtomicBool,
}

/// A place that no document has: most likely it is misspelt.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Missing {
    /// Where the plan was said to stand.
    Plan(String),
    /// Where the caller's own id was said to stand.
    Id(String),
    /// What was to be carried along.
    Carried(String),
}

/// The key beside a plan under which the places stand that its source can hold.
pub const HORIZON: &str = "horizon";
const HORIZON_IN_QUOTES: &str = "\"horizon\"";

impl Key {
    fn new(named: &str) -> Self {
        let token = |token: &str| key_of(token).into_owned();
        let tokens = match named.strip_prefix('/') {
            Some(pointer) => pointer.split('/').map(token).collect(),
            None => vec![named.to_owned()],
        };
        Self { named: named.into(), tokens, found: AtomicBool::new(false), missed: AtomicBool::new(false) }
    }

    /// The place as the caller named it.
    #[must_use]
    pub fn named(&self) -> &str {
        &self.named
    }

    /// The keys that lead to the place, from the outermost.
    #[must_use]
    pub fn tokens(&self) -> &[String] {
        &self.tokens
    }

    /// Notes that one more document has something at the place, or has not; for those that [`Keys`] do not open.
    pub fn note(&self, is_found: bool) {
        let seen = if is_found { &self.found } else { &self.missed };
        // Written once, so that the threads need not wait for each other.
        if !seen.load(Ordering::Relaxed) {
            seen.store(true, Ordering::Relaxed);
        }
    }

    fn is_in_none(&self) -> bool {
        self.missed.load(Ordering::Relaxed) && !self.found.load(Ordering::Relaxed)
    }

    /// The value at the place, if there is one.
    ///
    /// # Errors
    ///
    /// A key on the way stands twice, so that nobody can tell which of the values was meant.
    fn find<'t>(&self, document: &'t RawValue) -> Result<Option<&'t RawValue>, Problem> {
        self.walk(document, |written, key| written == key)
    }

    /// The value at the place, as [`Self::find`] finds it, for the plan: the key in another spelling beside it is the same key
    /// twice, as it is within a plan.
    fn find_plan<'t>(&self, document: &'t RawValue) -> Result<Option<&'t RawValue>, Problem> {
        self.walk(document, is_same_name)
    }

    fn walk<'t>(&self, document: &'t RawValue, is_same: IsSame) -> Result<Option<&'t RawValue>, Problem> {
        let mut value = document;
        for (depth, token) in self.tokens.iter().enumerate() {
            let inner = match entries(value) {
                Some(entries) => token.parse().ok().and_then(|place: usize| entries.get(place).copied()),
                None => match member(value, token, is_same) {
                    Member::None => None,
                    Member::One(inner) => Some(inner),
                    Member::Twice => return Err(Problem::KeyTwice(pointer(self.tokens.iter().take(depth + 1)))),
                },
            };
            let Some(inner) = inner else { return Ok(None) };
            value = inner;
        }
        Ok(Some(value))
    }

    /// What was found, noted.
    fn noted<'t>(&self, found: Result<Option<&'t RawValue>, Problem>) -> Result<Option<&'t RawValue>, Problem> {
        self.note(!matches!(found, Ok(None)));
        found
    }

    /// The same place as a JSON Pointer.
    fn pointer(&self) -> String {
        pointer(&self.tokens)
    }
}

fn pointer<'t>(tokens: impl IntoIterator<Item = &'t String>) -> String {
    tokens.into_iter().map(|token| format!("/{}", step_of(token))).collect()
}

/// What an object has under a key.
enum Member<'t> {
    None,
    One(&'t RawValue),
    Twice,
}

/// Whether a key that is written is the one that was named.
type IsSame = fn(&str, &str) -> bool;

/// What stands under a key; nothing in what is no object. A key that only is the same one in another spelling makes it stand
/// there twice, unless nothing stands under it.
fn member<'t>(object: &'t RawValue, key: &str, is_same: IsSame) -> Member<'t> {
    struct Under<'k>(&'k str, IsSame);

    impl<'de> Visitor<'de> for Under<'_> {
        type Value = Member<'de>;

        fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
            formatter.write_str("an object")
        }

        fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
            let (mut found, mut is_spelt_otherwise) = (Member::None, false);
            while let Some(key) = map.next_key::<Cow<'de, str>>()? {
                if key == self.0 {
                    let value = map.next_value()?;
                    found = if matches!(found, Member::None) { Member::One(value) } else { Member::Twice };
                } else if (self.1)(&key, self.0) {
                    is_spelt_otherwise |= !matches!(map.next_value::<&RawValue>()?.get(), "null" | r#""""#);
                } else {
                    map.next_value::<IgnoredAny>()?;
                }
            }
            Ok(if is_spelt_otherwise && matches!(found, Member::One(_)) { Member::Twice } else { found })
        }
    }

    let visitor = Under(key, is_same);
    serde_json::Deserializer::from_str(object.get()).deserialize_map(visitor).unwrap_or(Member::None)
}

/// Whether a file begins as a list does.
pub(crate) fn is_list(bytes: &[u8]) -> bool {
    bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start().starts_with(b"[")
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
    /// What is carried along.
    pub(crate) carried: Vec<(Arc<str>, Option<String>)>,
    /// The places that its source can hold, where the document says it of this plan.
    pub(crate) horizon: Vec<String>,
    /// Where it stands in the document, as a JSON Pointer, when the document holds a list of plans.
    pub(crate) at: Option<String>,
    /// Its text, or why there is none.
    pub(crate) text: Result<Cow<'t, [u8]>, Problem>,
    /// Where its text begins in the document.
    pub(crate) start: Position,
}

impl<'t> Opened<'t> {
    fn whole(bytes: &'t [u8]) -> Self {
        let text = Ok(Cow::Borrowed(bytes));
        Self { id: None, carried: Vec::new(), horizon: Vec::new(), at: None, text, start: START }
    }
}

/// The first place of a document.
pub(crate) const START: Position = Position { line: 1, column: 1 };

impl Keys {
    /// Where the plan and the caller's own id stand; a document without one or the other is the plan itself, and has none.
    #[must_use]
    pub fn new(plan: Option<&str>, id: Option<&str>) -> Self {
        Self { plan: plan.map(Key::new), id: id.map(Key::new), ..Self::default() }
    }

    /// Takes along what stands at other places of the document: the district, the month, whatever results are to be grouped
    /// by. Only texts and numbers are taken.
    #[must_use]
    pub fn carrying(mut self, named: &[&str]) -> Self {
        self.carried = named.iter().map(|named| Key::new(named)).collect();
        self
    }

    /// Where the plan stands.
    #[must_use]
    pub fn plan(&self) -> Option<&Key> {
        self.plan.as_ref()
    }

    /// Where the caller's own id stands.
    #[must_use]
    pub fn id(&self) -> Option<&Key> {
        self.id.as_ref()
    }

    /// What is taken along.
    #[must_use]
    pub fn carried(&self) -> &[Key] {
        &self.carried
    }

    /// A place that was named and that no document has had so far, though some were looked into.
    #[must_use]
    pub fn unfound(&self) -> Option<Missing> {
        let unfound = |key: &&Key| key.is_in_none();
        let name = |key: &Key| key.named.as_ref().to_owned();
        let plan = self.plan.as_ref().filter(unfound).map(|key| Missing::Plan(name(key)));
        let id = self.id.as_ref().filter(unfound).map(|key| Missing::Id(name(key)));
        plan.or(id).or_else(|| self.carried.iter().find(unfound).map(|key| Missing::Carried(name(key))))
    }

    /// The plans of a document. What is no JSON is one plan, so that whoever reads it says what is wrong. `is_plan` says that
    /// nothing stands around the plan any more, `is_file` that it is a whole file, which may be a list of plans, and `is_named` that the document has an id already.
    pub(crate) fn open<'t>(&self, bytes: &'t [u8], is_file: bool, is_plan: bool, is_named: bool) -> Vec<Opened<'t>> {
        let whole = || vec![Opened::whole(bytes)];
        let is_plain = self.plan.is_none() && self.id.is_none() && self.carried.is_empty();
        if is_plain && !(is_file && is_list(bytes)) {
            return whole();
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return whole() };
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let Ok(document) = serde_json::from_str::<&RawValue>(text) else { return whole() };
        let are_objects = |document: &RawValue| {
            let is_object = |entry: &&RawValue| entry.get().starts_with('{');
            entries(document).is_some_and(|entries| !entries.is_empty() && entries.iter().all(is_object))
        };
        if is_plain && !are_objects(document) {
            return whole();
        }
        let mut walk = Walk { text, offset: 0, position: START };
        let items = match entries(document) {
            Some(items) => items.into_iter().zip(0_usize..).map(|(item, index)| (item, Some(index))).collect(),
            None => vec![(document, None)],
        };
        let mut opened = Vec::new();
        for (item, index) in items {
            let at = index.map(|index| format!("/{index}"));
            if is_plan {
                opened.push(walk.open(at, item));
                continue;
            }
            let beside = match self.beside(item, is_named) {
                Ok(beside) => beside,
                Err(problem) => {
                    opened.push(walk.without(at, item, problem));
                    continue;
                }
            };
            let one = |opened| Opened {
                id: beside.id.clone(),
                carried: beside.carried.clone(),
                horizon: beside.horizon.clone(),
                ..opened
            };
            let Some(key) = &self.plan else {
                opened.push(one(walk.open(at, item)));
                continue;
            };
            match key.noted(key.find_plan(item)) {
                Err(problem) => opened.push(one(walk.without(at, item, problem))),
                Ok(None) => opened.push(one(walk.without(at, item, Problem::NoPlan(key.named().to_owned())))),
                Ok(Some(value)) => match entries(value) {
                    Some(plans) => {
                        let before = format!("{}{}", at.unwrap_or_default(), key.pointer());
                        for (index, plan) in plans.into_iter().enumerate() {
                            opened.push(one(walk.open(Some(format!("{before}/{index}")), plan)));
                        }
                    }
                    None => {
                        let at = at.map(|at| format!("{at}{}", key.pointer()));
                        opened.push(one(walk.open(at, value)));
                    }
                },
            }
        }
        opened
    }

    /// What stands beside the plan of a document.
    ///
    /// # Errors
    ///
    /// Some of it stands there twice.
    fn beside(&self, document: &RawValue, is_named: bool) -> Result<Beside, Problem> {
        let value_of = |key: &Key| -> Result<_, Problem> {
            let found = key.noted(key.find(document))?;
            Ok((Arc::clone(&key.named), found.and_then(name)))
        };
        Ok(Beside {
            id: self.id_of(document, is_named)?,
            carried: self.carried.iter().map(value_of).collect::<Result<_, _>>()?,
            horizon: if self.plan.is_some() { horizon(document)? } else { Vec::new() },
        })
    }

    /// The id of a document; where it has none, its place stands for it.
    ///
    /// # Errors
    ///
    /// It stands there twice, or an object or a list does, which names nothing.
    fn id_of(&self, document: &RawValue, is_named: bool) -> Result<Option<String>, Problem> {
        let Some(key) = &self.id else { return Ok(None) };
        let found = key.find(document);
        let is_found = !matches!(found, Ok(None));
        if is_found || !is_named {
            key.note(is_found);
        }
        // The name that it has already goes before.
        if is_named {
            return Ok(None);
        }
        match found? {
            Some(part) if part.get().starts_with(['{', '[']) => Err(Problem::NoId(key.pointer())),
            found => Ok(found.and_then(name)),
        }
    }
}

/// What stands beside a plan.
struct Beside {
    id: Option<String>,
    carried: Vec<(Arc<str>, Option<String>)>,
    horizon: Vec<String>,
}

/// What the source of a plan can hold, as it stands beside the plan where each has a source of its own; nothing, where it does
/// not stand there.
fn horizon(document: &RawValue) -> Result<Vec<String>, Problem> {
    if !document.get().contains(HORIZON_IN_QUOTES) {
        return Ok(Vec::new());
    }
    let found = Key::new(HORIZON).find(document)?;
    Ok(found.and_then(|found| serde_json::from_str(found.get()).ok()).unwrap_or_default())
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
    fn open(&mut self, at: Option<String>, value: &'t RawValue) -> Opened<'t> {
        // A plan that was written into a text.
        let text = match serde_json::from_str::<String>(value.get()) {
            Ok(text) => Cow::Owned(text.into_bytes()),
            Err(_) => Cow::Borrowed(value.get().as_bytes()),
        };
        self.opened(at, value, Ok(text))
    }

    /// A value of the document that is no plan, or has none.
    fn without(&mut self, at: Option<String>, value: &RawValue, problem: Problem) -> Opened<'t> {
        self.opened(at, value, Err(problem))
    }

    fn opened(&mut self, at: Option<String>, value: &RawValue, text: Result<Cow<'t, [u8]>, Problem>) -> Opened<'t> {
        Opened { id: None, carried: Vec::new(), horizon: Vec::new(), at, text, start: self.to(value) }
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

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use rehabplan::Lang;

    use super::{Keys, Missing};

    fn opened(plan: Option<&str>, id: Option<&str>, text: &str) -> Vec<(String, String, String, usize, usize)> {
        let opened = Keys::new(plan, id).open(text.as_bytes(), false, false, false).into_iter().map(|one| {
            let text = one
                .text
                .map_or_else(|problem| problem.code().to_owned(), |text| String::from_utf8_lossy(&text).into_owned());
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
        assert_eq!(opened(Some("plan"), Some("nr"), text), [one("47", "", "noPlan", 1, 1)]);
        assert_eq!(opened(Some("a"), None, r#"{"a": "{\"sag\": 1}"}"#), [one("", "", "{\"sag\": 1}", 1, 7)]);
        assert_eq!(opened(None, Some("nr"), r#" {"nr": "x"}"#), [one("x", "", "{\"nr\": \"x\"}", 1, 2)]);
    }

    #[test]
    fn of_two_values_under_one_key_nobody_knows_which_was_meant() {
        let twice = |plan: Option<&str>, id: Option<&str>, carried: &[&str], text: &str| -> Vec<_> {
            let keys = Keys::new(plan, id).carrying(carried);
            let opened = keys.open(text.as_bytes(), false, false, false).into_iter();
            let told =
                opened.map(|one| (one.id, one.text.map_err(|problem| problem.message(Lang::En)).err())).collect();
            assert_eq!(keys.unfound(), None);
            told
        };
        let told = |id: Option<&str>, place: &str| {
            let message = format!(
                "\"{place}\" stands twice, perhaps in two spellings, and nobody can tell which of them counts; nothing was checked"
            );
            (id.map(str::to_owned), Some(message))
        };
        let text = r#"{"nr": 1, "plan": {}, "plan": {}}"#;
        assert_eq!(twice(Some("plan"), Some("nr"), &[], text), [told(Some("1"), "/plan")]);
        // Written otherwise, it is the same key.
        assert_eq!(twice(Some("p"), None, &[], r#"{"p": {}, "\u0070": {}}"#), [told(None, "/p")]);
        assert_eq!(twice(Some("/x/p"), None, &[], r#"{"x": {"p": {}}, "x": 1}"#), [told(None, "/x")]);
        assert_eq!(twice(Some("/x/p"), None, &[], r#"{"x": {"p": {}, "p": null}}"#), [told(None, "/x/p")]);
        assert_eq!(twice(Some("p"), Some("nr"), &[], r#"{"nr": 1, "p": {}, "nr": 1}"#), [told(None, "/nr")]);
        assert_eq!(twice(None, Some("nr"), &[], r#"{"nr": 1, "nr": 2}"#), [told(None, "/nr")]);
        assert_eq!(twice(Some("p"), None, &["d"], r#"{"d": 1, "p": {}, "d": 2}"#), [told(None, "/d")]);
        let horizons = r#"{"horizon": ["/sag"], "p": {}, "horizon": []}"#;
        assert_eq!(twice(Some("p"), None, &[], horizons), [told(None, "/horizon")]);
        // In another spelling it is the same key, unless nothing stands there; what is carried along is named as it is written.
        assert_eq!(twice(Some("plan"), None, &[], r#"{"plan": {}, "Plan": {}}"#), [told(None, "/plan")]);
        assert_eq!(
            twice(Some("/sager/plan"), None, &[], r#"{"sager": {"plan": {}, "plan:": 1}}"#),
            [told(None, "/sager/plan")]
        );
        assert_eq!(twice(Some("plan"), None, &[], r#"{"Plan": null, "plan": {}}"#), [(None, None)]);
        assert_eq!(twice(Some("p"), None, &["d"], r#"{"d": 1, "p": {}, "D": 2}"#), [(None, None)]);
        // One of several documents, and a key that nobody looks for.
        let text = r#"[{"p": {}, "p": {}}, {"q": 1, "p": {}, "q": 2}]"#;
        assert_eq!(twice(Some("p"), None, &[], text), [told(None, "/p"), (None, None)]);
    }

    #[test]
    fn a_part_of_the_document_is_no_id() {
        for part in ["{}", r#"{"nr": 47}"#, "[47]"] {
            let text = format!(r#"{{"p": {{}}, "sag": {{"nr": {part}}}}}"#);
            let keys = Keys::new(Some("p"), Some("/sag/nr"));
            let opened = keys.open(text.as_bytes(), false, false, false).remove(0);
            let Err(problem) = opened.text else { unreachable!("{part}") };
            assert_eq!((problem.code(), opened.id, keys.unfound()), ("noId", None, None));
            assert!(problem.message(Lang::Da).contains("»/sag/nr«") && !problem.message(Lang::Da).contains("47"));
            assert_ne!(problem.message(Lang::Da), problem.message(Lang::En));
            // A name that it has already goes before.
            assert!(keys.open(text.as_bytes(), false, false, true).remove(0).text.is_ok());
        }
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
                one("c", "/2", "noPlan", 2, 28)
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
    fn a_file_that_is_a_list_of_objects_is_one_of_plans() {
        let opened = |text: &'static str, is_file: bool| -> Vec<_> {
            let opened = Keys::default().open(text.as_bytes(), is_file, false, false).into_iter();
            opened.map(|one| (one.at, one.text.map(Cow::into_owned).unwrap_or_default())).collect()
        };
        let each = [(Some("/0".to_owned()), b"{\"a\": 1}".to_vec()), (Some("/1".to_owned()), b"{}".to_vec())];
        let text = "\u{feff} [{\"a\": 1}, {}]";
        assert_eq!(opened(text, true), each);
        // What comes otherwise, and a list of other things, is one document that is no plan.
        assert_eq!(opened(text, false), [(None, text.as_bytes().to_vec())]);
        assert_eq!(opened("[1, {}]", true), [(None, b"[1, {}]".to_vec())]);
        assert_eq!(opened("[]", true), [(None, b"[]".to_vec())]);
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
        assert_eq!(keys.unfound(), None);
        keys.open(b"{", false, false, false);
        assert_eq!(keys.unfound(), None);
        // A document that is named already needs no id of its own.
        keys.open(b"{\"plan\": {}}", false, false, true);
        assert_eq!(keys.unfound(), None);
        keys.open(b"{\"plan\": {}}", false, false, false);
        assert_eq!(keys.unfound(), Some(Missing::Id("nr".to_owned())));
        keys.open(b"{\"nr\": 1}", false, false, false);
        assert_eq!(keys.unfound(), None);
    }

    #[test]
    fn what_stands_beside_a_plan_is_carried_along() {
        let keys = Keys::new(Some("p"), None).carrying(&["distrikt", "/m/0", "x"]);
        let text = r#"{"distrikt": "Nord", "m": [7], "p": [{}, {}]}"#;
        let opened = keys.open(text.as_bytes(), false, false, false);
        let carried: Vec<_> = opened.iter().map(|one| &one.carried).collect();
        let expected = [("distrikt", Some("Nord")), ("/m/0", Some("7")), ("x", None)];
        let expected = expected.map(|(named, value)| (named.into(), value.map(str::to_owned)));
        assert_eq!(carried, [&expected, &expected]);
        assert_eq!(keys.unfound(), Some(Missing::Carried("x".to_owned())));
    }

    #[test]
    fn a_plan_that_was_taken_out_already_may_still_be_a_list() {
        let keys = Keys::new(Some("p"), Some("n"));
        let texts = |text: &'static str| -> Vec<_> {
            let opened = keys.open(text.as_bytes(), false, true, true).into_iter();
            opened.map(|one| (one.at, one.text.map(Cow::into_owned).unwrap_or_default())).collect()
        };
        assert_eq!(texts("{\"p\": 1}"), [(None, b"{\"p\": 1}".to_vec())]);
        assert_eq!(texts("[1, {}]"), [(Some("/0".to_owned()), b"1".to_vec()), (Some("/1".to_owned()), b"{}".to_vec())]);
        assert_eq!(keys.unfound(), None);
    }
}
