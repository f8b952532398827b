//! Suppressions: findings of one case that somebody has decided on, each with a reason.
//!
//! A reason speaks of one citizen's case, so an entry names its case, and it names an entry of a list by the identifier
//! that stands in it: a place in a list may be another's tomorrow.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::error::{LIST, ProfileError, ProfilePlace, SuppressionFault};
use super::given::{MAX_NAME, MAX_TEXT, RuleRef, position};
use crate::json_pointer::key_of;
use crate::letters;
use crate::limits::{MAX_PROFILE_BYTES, MAX_PROFILE_ENTRIES};
use crate::plan::value::{Value as PlanValue, View};
use crate::plan::{Date, FieldKind, Plan};
use crate::positions::{Position, Positions};

/// A finding that is known, and why it does not stand in the way.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Suppression {
    /// The case that the finding belongs to, by the caller's own id of the plan. May be left out only where exactly one
    /// plan is checked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<String>,
    /// The finding's key as it stands in the report, `RULE!/path`. An entry of a list is named by its own identifier in
    /// the place of its number, `/indsatsdel/tilbud/aktivitetIdentifier=...` or, for a document, `henvisning=...`.
    pub key: String,
    /// Why it does not stand in the way. It is shown.
    pub reason: String,
    /// Who decided so. It is shown.
    pub author: String,
    /// The day on which it was decided.
    pub date: Date,
    /// Whether the key may name an entry of a list by its number, where it has no identifier. It then means whichever
    /// entry has that number.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub position: bool,
}

/// The fields that identify an entry of a list.
const IDENTIFIERS: [&str; 2] = ["aktivitetIdentifier", "henvisning"];

/// A suppression, and where it was read.
#[derive(Debug, Clone)]
pub(super) struct Placed {
    pub(super) at: ProfilePlace,
    pub(super) position: Option<Position>,
    pub(super) suppression: Suppression,
}

/// The error of a suppression.
pub(super) fn refused(at: ProfilePlace, position: Option<Position>, fault: SuppressionFault) -> ProfileError {
    ProfileError::Suppression { at, position, fault: Box::new(fault) }
}

impl Placed {
    pub(super) fn refused(&self, fault: SuppressionFault) -> ProfileError {
        refused(self.at.clone(), self.position, fault)
    }
}

/// Reads a list of suppressions.
pub(super) fn list(json: &str) -> Result<Vec<Placed>, ProfileError> {
    let at = ProfilePlace::new(LIST);
    let whole = |position, fault| refused(at.clone(), position, fault);
    if json.len() > MAX_PROFILE_BYTES {
        return Err(whole(None, SuppressionFault::TooLarge { bytes: json.len() }));
    }
    let json = json.strip_prefix('\u{feff}').unwrap_or(json);
    if json.trim().is_empty() {
        return Err(whole(None, SuppressionFault::EmptyFile));
    }
    let not_json = |error: &serde_json::Error| whole(Some(position(json, error)), SuppressionFault::NotJson);
    let mut positions = Positions::new(json);
    let mut placed = |(at, fault): (ProfilePlace, SuppressionFault)| {
        let position = Some(positions.of(&at.path));
        refused(at.of_fields(), position, fault)
    };
    let list: Vec<Suppression> = match serde_json::from_str(json) {
        Ok(list) => list,
        Err(error) if error.is_data() => {
            // What serde says of data is English only. A second look tells it in both languages, and where.
            let value = serde_json::from_str(json).map_err(|error| not_json(&error))?;
            return Err(placed(misshapen(&value, &at)));
        }
        Err(error) => return Err(not_json(&error)),
    };
    if list.len() > MAX_PROFILE_ENTRIES {
        return Err(whole(None, SuppressionFault::TooMany));
    }
    for (index, suppression) in list.iter().enumerate() {
        check(suppression, &at.below(index)).map_err(&mut placed)?;
    }
    let entry = |(index, suppression)| {
        let at = at.below(index);
        Placed { position: Some(positions.of(&at.path)), at, suppression }
    };
    Ok(list.into_iter().enumerate().map(entry).collect())
}

/// What keeps JSON from being a list of suppressions.
fn misshapen(value: &Value, at: &ProfilePlace) -> (ProfilePlace, SuppressionFault) {
    use SuppressionFault as Fault;
    const TEXTS: [&str; 5] = ["case", "key", "reason", "author", "date"];
    const MAY_BE_MISSING: &str = "case";
    const POSITION: &str = "position";
    let Some(list) = value.as_array() else { return (at.clone(), Fault::NotAList) };
    for (index, entry) in list.iter().enumerate() {
        let at = at.below(index);
        let Some(entry) = entry.as_object() else { return (at, Fault::NotAnObject) };
        for (key, value) in entry {
            let at = at.below(key);
            let may_be_null = value.is_null() && key == MAY_BE_MISSING;
            match (TEXTS.contains(&key.as_str()), value) {
                (true, Value::String(date)) if key == "date" && Date::parse(date).is_none() => {
                    return (at, Fault::NotADate);
                }
                (true, Value::String(_)) => {}
                (true, _) if may_be_null => {}
                (true, _) => return (at, Fault::NotText),
                (false, Value::Bool(_)) if key == POSITION => {}
                (false, _) if key == POSITION => return (at, Fault::NotABoolean),
                (false, _) => {
                    let nearest = letters::nearest(key, TEXTS.into_iter().chain([POSITION])).map(str::to_owned);
                    let key = letters::looks_like_a_field(key).then(|| key.clone());
                    return (at, Fault::UnknownKey { key, nearest });
                }
            }
        }
        if let Some(key) = TEXTS.into_iter().find(|key| *key != MAY_BE_MISSING && !entry.contains_key(*key)) {
            return (at, Fault::MissingKey { key });
        }
    }
    // All that is left is a key that stands twice, of which only the last is to be seen here.
    (at.clone(), Fault::DuplicateKey)
}

/// Checks what a suppression says.
pub(super) fn check(suppression: &Suppression, at: &ProfilePlace) -> Result<(), (ProfilePlace, SuppressionFault)> {
    use SuppressionFault as Fault;
    let Suppression { case, key, reason, author, position, .. } = suppression;
    let is_blank = |text: &str| crate::reply::is_blank(text);
    // An id may be anything, be it a letter.
    if case.as_deref().is_some_and(|case| case.trim().is_empty()) {
        return Err((at.below("case"), Fault::NoCase));
    }
    for (text, name) in
        [(Some(key), "key"), (Some(reason), "reason"), (Some(author), "author"), (case.as_ref(), "case")]
    {
        if text.is_some_and(|text| text.len() > MAX_TEXT) {
            return Err((at.below(name), Fault::TooLong));
        }
    }
    let key_at = || at.below("key");
    let Some((rule, places)) = parts(key) else { return Err((key_at(), Fault::Key)) };
    if !RuleRef::all().any(|known| known.id() == rule) {
        let nearest = letters::nearest(rule, RuleRef::all().map(RuleRef::id)).map(str::to_owned);
        return Err((key_at(), Fault::UnknownRule { rule: rule.chars().take(MAX_NAME).collect(), nearest }));
    }
    if !places.iter().all(|place| names_entries(place)) {
        return Err((key_at(), Fault::Identifier));
    }
    let is_number = |segment: &str| !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit());
    if !position && places.iter().any(|place| place.split('/').any(is_number)) {
        return Err((key_at(), Fault::Position));
    }
    for (text, name) in [(reason, "reason"), (author, "author")] {
        if is_blank(text) {
            return Err((at.below(name), Fault::NoReason));
        }
    }
    Ok(())
}

/// The rule and the places of a key. A comma parts two places only before a slash, so that an identifier may hold one.
fn parts(key: &str) -> Option<(&str, Vec<String>)> {
    let (rule, places) = key.split_once('!')?;
    Some((rule, places.strip_prefix('/')?.split(",/").map(|place| format!("/{place}")).collect()))
}

/// Whether every identifier in a place stands where there is a list, whose entries have it.
fn names_entries(place: &str) -> bool {
    let mut kind = Some(FieldKind::Part { fields: Plan::fields() });
    place.split('/').skip(1).all(|segment| {
        let entry = match kind {
            Some(FieldKind::List { entry }) => Some(*entry),
            _ => None,
        };
        if let Some((name, _)) = segment.split_once('=') {
            kind = entry;
            let has_it = |fields: &[crate::plan::FieldInfo]| fields.iter().any(|field| field.key == name);
            return IDENTIFIERS.contains(&name) && matches!(entry, Some(FieldKind::Part { fields }) if has_it(fields));
        }
        kind = match kind {
            Some(FieldKind::Part { fields }) => {
                fields.iter().find(|field| field.key == segment).map(|field| field.kind)
            }
            _ => entry,
        };
        true
    })
}

impl Suppression {
    /// The rule and the places of the finding in one plan; `None` when an entry that it names is not there, or stands there
    /// twice.
    pub(crate) fn finding(&self, plan: &Plan<'_>) -> Option<(&str, Vec<String>)> {
        let (rule, places) = parts(&self.key)?;
        let mut places = places.iter().map(|place| located(place, plan)).collect::<Option<Vec<_>>>()?;
        places.sort_unstable();
        Some((rule, places))
    }
}

/// A place whose entries have their numbers. A place that names no entry is taken as it is.
fn located(place: &str, plan: &Plan<'_>) -> Option<String> {
    let mut found = String::new();
    let mut value: Option<&dyn PlanValue<'_>> = Some(plan);
    for segment in place.split('/').skip(1) {
        found.push('/');
        let Some((name, identifier)) = segment.split_once('=') else {
            value = value.and_then(|value| below(value, segment));
            found.push_str(segment);
            continue;
        };
        let identifier = key_of(identifier);
        let View::List(entries) = value?.view() else { return None };
        let is_named = |entry: &&dyn PlanValue<'_>| match below(*entry, name).map(PlanValue::view) {
            Some(View::Text(own)) => own.as_str().trim() == identifier.trim(),
            _ => false,
        };
        let mut named = entries.all().enumerate().filter(|(_, entry)| is_named(entry));
        let (index, entry) = named.next()?;
        if named.next().is_some() {
            return None;
        }
        value = Some(entry);
        found.push_str(&index.to_string());
    }
    Some(found)
}

/// What stands right below a value of the plan: under a key, or at a number.
fn below<'v, 'a>(value: &'v (dyn PlanValue<'a> + 'v), segment: &str) -> Option<&'v dyn PlanValue<'a>> {
    match value.view() {
        View::Part(part) => part.field(part.place(segment)?),
        View::List(entries) => entries.entry(usize::try_from(letters::number(segment, 10)?).ok()?),
        View::Text(_) | View::Other(_) => None,
    }
}
