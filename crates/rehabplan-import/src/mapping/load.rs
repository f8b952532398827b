//! Loading: TOML or JSON becomes a mapping, or an error that says where it is not one.

use rehabplan::plan::FieldKind;
use rehabplan::positions::{Position, Positions};
use rehabplan::text::{looks_like_a_field, nearest};
use serde::Deserialize;
use serde::de::Deserializer;
use serde_path_to_error::Segment;
use toml::de::{DeTable, DeValue};

use super::error::{Expected, MappingError, MappingFault};
use super::file::{self, GIVEN, ONE_OR_MORE, SAME_NAME};
use crate::limits::MAX_MAPPING_BYTES;
use crate::model;

/// Every key that stands somewhere in a mapping.
const KEYS: [&str; 41] = [
    "at",
    "blank",
    "carry",
    "cell",
    "codes",
    "column",
    "constant",
    "control",
    "dates",
    "decimal",
    "delimiter",
    "encoding",
    "fields",
    "file",
    "first",
    "form",
    "header",
    "heading",
    "id",
    "is",
    "join",
    "key",
    "kind",
    "lists",
    "no",
    "not",
    "nothing",
    "once",
    "optional",
    "place",
    "plan",
    "read",
    "sheet",
    "skip",
    "skip_notes",
    "source",
    "split",
    "table",
    "tables",
    "value",
    "yes",
];

/// The text that a mapping was read from, for the places of what is wrong with it.
#[derive(Debug, Clone)]
pub(crate) enum Origin {
    Toml(String),
    Json(String),
}

/// Reads a mapping. JSON begins with a brace, which no TOML does.
pub(crate) fn parse(bytes: &[u8]) -> Result<(file::Mapping, Origin), MappingError> {
    if bytes.len() > MAX_MAPPING_BYTES {
        return Err(MappingError::new("", MappingFault::TooLarge));
    }
    let Ok(text) = std::str::from_utf8(bytes) else { return Err(MappingError::new("", MappingFault::NotUtf8)) };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim_start().starts_with('{') {
        let broken = |error: &serde_json::Error| {
            let mut wrong = MappingError::new("", MappingFault::NotJson);
            wrong.position = Some(Position { line: error.line(), column: error.column().max(1) });
            wrong
        };
        let mut source = serde_json::Deserializer::from_str(text);
        let is_syntax = |error: &serde_json::Error| {
            // Where a key stands again is told by nothing else.
            let is_twice = is_same_key(&error.to_string());
            let wrong = (is_twice || !error.is_data()).then(|| broken(error))?;
            Some(if is_twice { MappingError { fault: Box::new(MappingFault::SameKey), ..wrong } } else { wrong })
        };
        let mapping = read(&mut source, is_syntax);
        let mapping = mapping.and_then(|mapping| source.end().map_err(|error| broken(&error)).map(|()| mapping));
        let origin = Origin::Json(text.to_owned());
        return mapping.map_err(|error| origin.place(error)).map(|mapping| (mapping, origin));
    }
    let broken = |error: &toml::de::Error| {
        // The parser gives no other sign of what it is.
        let is_twice = error.message().starts_with("duplicate key");
        let mut wrong = MappingError::new("", if is_twice { MappingFault::SameKey } else { MappingFault::NotToml });
        wrong.position = Some(position(text, error.span().map_or(0, |span| span.start)));
        wrong
    };
    let source = toml::Deserializer::parse(text).map_err(|error| broken(&error))?;
    let origin = Origin::Toml(text.to_owned());
    read(source, |_| None).map_err(|error| origin.place(error)).map(|mapping| (mapping, origin))
}

/// Reads what a parser gives. What no mapping has is an error, and so is what is of another kind than belongs there.
fn read<'de, D: Deserializer<'de>>(
    source: D,
    syntax: impl Fn(&D::Error) -> Option<MappingError>,
) -> Result<file::Mapping, MappingError> {
    let mut unknown: Option<(String, String)> = None;
    let mut meet = |path: serde_ignored::Path<'_>| {
        unknown.get_or_insert_with(|| ignored(&path));
    };
    let source = serde_ignored::Deserializer::new(source, &mut meet);
    let mut track = serde_path_to_error::Track::new();
    let source = serde_path_to_error::Deserializer::new(source, &mut track);
    let mapping = file::Mapping::deserialize(source).map_err(|error| {
        syntax(&error).unwrap_or_else(|| {
            let path = track.path().iter().fold(String::new(), |path, segment| match segment {
                Segment::Seq { index } => below(&path, &index.to_string()),
                Segment::Map { key } | Segment::Enum { variant: key } => below(&path, key),
                Segment::Unknown => path,
            });
            let what = error.to_string();
            // Parsers tell the place in the file before it or behind it.
            let what = what.lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default();
            let what = what.rsplit_once(" at line ").map_or(what, |(what, _)| what);
            MappingError::new(path, no_such_word(what).unwrap_or_else(|| of_another_kind(what)))
        })
    })?;
    match unknown {
        None => Ok(mapping),
        Some((path, key)) => {
            if let Some(part) = part_at(&path) {
                let table = path.split('/').take(3).collect::<Vec<_>>().join("/");
                return Err(MappingError::new(table, MappingFault::IsAPart(part)));
            }
            let keys = || KEYS.into_iter().chain(["where", "with"]);
            if keys().any(|known| known == key) {
                return Err(MappingError::new(path, MappingFault::KeyElsewhere(key)));
            }
            let nearest = nearest(&key, keys()).map(str::to_owned);
            let key = looks_like_a_field(&key).then_some(key);
            Err(MappingError::new(path, MappingFault::UnknownKey { key, nearest }))
        }
    }
}

/// A word that is none of those that belong there, by what the reader says of it, which gives no other sign: the word and the others
/// stand between accents.
fn no_such_word(what: &str) -> Option<MappingFault> {
    let (word, expected) = what.strip_prefix("unknown variant `")?.rsplit_once("`, expected ")?;
    let allowed = expected.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some(MappingFault::NoSuchWord { word: looks_like_a_field(word).then(|| word.to_owned()), allowed })
}

/// What belongs where the reader says that something else stands: it gives no other sign of that than its words.
fn of_another_kind(what: &str) -> MappingFault {
    if is_same_key(what) {
        return MappingFault::SameKey;
    }
    let expected = what.rsplit_once("expected ").map_or(what, |(_, expected)| expected);
    MappingFault::Shape(match expected {
        _ if expected.starts_with(GIVEN) => Expected::Given,
        _ if expected.starts_with(ONE_OR_MORE) => Expected::OneOrMore,
        _ if expected.starts_with("a string") => Expected::Text,
        _ if expected.starts_with("a boolean") => Expected::Flag,
        _ if expected.starts_with("a sequence") => Expected::List,
        _ if expected.starts_with('u') => Expected::Number,
        _ if expected.contains("untagged enum") => Expected::Constant,
        // Names with values, and the tables of the mapping.
        _ => Expected::Named,
    })
}

/// Whether a reader says that a key stands there twice.
fn is_same_key(what: &str) -> bool {
    what.starts_with(SAME_NAME) || what.starts_with("duplicate field")
}

/// The part of the plan that a table under `plan` was written for, as if each of its keys were a field.
fn part_at(path: &str) -> Option<String> {
    let step = path.strip_prefix("/plan/")?.split('/').next()?.replace("~1", "/");
    let part = format!("/{}", step.trim_start_matches('/'));
    let is_part = model::find(model::plan(), &part).is_ok_and(|(_, kind)| matches!(kind, FieldKind::Part { .. }));
    is_part.then_some(part)
}

/// The place of a key that was passed over, and the key.
fn ignored(path: &serde_ignored::Path<'_>) -> (String, String) {
    use serde_ignored::Path;
    match path {
        Path::Root => (String::new(), String::new()),
        Path::Seq { parent, index } => (below(&ignored(parent).0, &index.to_string()), index.to_string()),
        Path::Map { parent, key } => (below(&ignored(parent).0, key), key.clone()),
        Path::Some { parent } | Path::NewtypeStruct { parent } | Path::NewtypeVariant { parent } => ignored(parent),
    }
}

/// A place one step further in.
pub(crate) fn below(path: &str, step: &str) -> String {
    format!("{path}/{}", step.replace('~', "~0").replace('/', "~1"))
}

impl Origin {
    /// Adds the line and the column to an error. A key that is not repeated stands in no path either.
    pub(crate) fn place(&self, mut error: MappingError) -> MappingError {
        if error.position.is_none() && !error.path.is_empty() {
            error.position = match self {
                Self::Json(text) => Some(Positions::new(text).of(&error.path)),
                Self::Toml(text) => in_toml(text, &error.path),
            };
        }
        if let MappingFault::UnknownKey { key: None, .. } | MappingFault::UnknownPlace { place: None, .. } =
            *error.fault
        {
            error.path.truncate(error.path.rfind('/').unwrap_or_default());
        }
        error
    }
}

/// The place of a value in TOML, or of the last table on the way to it that is there; a key stands for its value.
fn in_toml(text: &str, path: &str) -> Option<Position> {
    let document = DeTable::parse(text).ok()?;
    let mut value: Option<&DeValue<'_>> = None;
    let mut offset = None;
    for step in path.split('/').skip(1) {
        let step = step.replace("~1", "/").replace("~0", "~");
        let table = value.map_or(Some(document.get_ref()), DeValue::as_table);
        if let Some((key, inner)) = table.and_then(|table| table.iter().find(|(key, _)| key.get_ref() == &step)) {
            offset = Some(key.span().start);
            value = Some(inner.get_ref());
            continue;
        }
        let entry = value.and_then(DeValue::as_array).zip(step.parse::<usize>().ok());
        let Some(entry) = entry.and_then(|(entries, index)| entries.get(index)) else { break };
        offset = Some(entry.span().start);
        value = Some(entry.get_ref());
    }
    offset.map(|offset| position(text, offset))
}

/// The line and the column, in characters, of a byte.
fn position(text: &str, offset: usize) -> Position {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Position { line, column }
}
