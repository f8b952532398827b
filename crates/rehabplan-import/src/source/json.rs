//! JSON: a list of cases, or one on each line.

use std::borrow::Cow;
use std::cell::Cell;
use std::collections::HashMap;
use std::fmt;
use std::io::{BufRead, BufReader, Read as _};
use std::sync::Arc;

use serde::de::{self, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value as Json;
use serde_json::value::RawValue;

use super::keyed::{are_numbered, holds_keyed};
use super::{Found, Input, Opened, Row, SourceError, SourceFault};
use crate::limits::{MAX_FIELDS, MAX_HELD_BYTES, MAX_JSON_VALUES, MAX_ROW_BYTES};
use crate::mapping::{Source, SourceKind};
use crate::record::Field;

/// How many cases are looked at for the keys that there are.
const SAMPLE: usize = 1000;

pub(super) fn open(input: Input, first: &[u8], said: &Source) -> Result<Opened, SourceError> {
    let begin = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
    if begin.starts_with(b"//") || begin.starts_with(b"/*") {
        return Err(SourceFault::Commented.into());
    }
    let cases: Box<dyn Iterator<Item = Numbered> + Send> = match &said.at {
        None if is_lines(first) => Box::new(lines(BufReader::new(input))),
        at => Box::new(list(input, at.as_deref())?),
    };
    let mut cases = cases;
    let (mut sample, mut values) = (Vec::new(), 0);
    while sample.len() < SAMPLE && values < MAX_JSON_VALUES {
        let Some(case) = cases.next() else { break };
        values += case.as_ref().map_or(0, |(_, case)| count(case));
        sample.push(case);
    }
    let has_more = sample.len() == SAMPLE || values >= MAX_JSON_VALUES;
    if let [Ok((_, Json::Object(whole)))] = sample.as_mut_slice()
        && let Some(entries) = described(whole)
    {
        sample = (1..).zip(entries).map(Ok).collect();
    }
    if !sample.iter().any(|case| matches!(case, Ok((_, Json::Object(_))))) {
        // Nothing can be said of the columns, but of the first case.
        return Err(match sample.into_iter().next() {
            None => SourceFault::Empty.into(),
            Some(Err(error)) => error,
            Some(Ok((number, _))) => SourceError::at(number, SourceFault::NoObject),
        });
    }
    let doubt = match sample.as_slice() {
        [Ok((_, Json::Object(case)))] if is_columns(case) => return Err(SourceFault::Columns.into()),
        [Ok((_, Json::Object(case)))] if are_numbered(case) => return Err(SourceFault::Keyed.into()),
        [Ok((_, Json::Object(case)))] if holds_keyed(case) => Some(SourceFault::Keyed),
        _ => None,
    };
    let mut fields: Vec<Field> = Vec::new();
    let mut known: HashMap<&str, usize> = HashMap::new();
    for (key, value) in sample.iter().flatten().filter_map(|(_, case)| case.as_object()).flatten() {
        let place = *known.entry(key).or_insert(fields.len());
        if place == MAX_FIELDS {
            return Err(doubt.unwrap_or(SourceFault::TooManyColumns).into());
        }
        if place == fields.len() {
            fields.push(Field::column(key));
        }
        if let Some(field) = fields.get_mut(place) {
            field.inside.add(value);
        }
    }
    let fields: Arc<[Field]> = fields.into();
    let of_rows = Arc::clone(&fields);
    let row = move |case: Result<(u64, Json), SourceError>| {
        let (number, case) = case?;
        if case.is_object() {
            Ok(Row::of_json(number, case, Arc::clone(&of_rows)))
        } else {
            Err(SourceError::at(number, SourceFault::NoObject))
        }
    };
    let rows = Box::new(sample.into_iter().chain(cases).map(row));
    Ok(Opened { fields: fields.to_vec(), found: Found { has_more, ..Found::new(SourceKind::Json) }, rows, doubt })
}

/// The cases of a table that stands beside a description of its columns, as pandas writes it (`orient="table"`).
fn described(whole: &mut serde_json::Map<String, Json>) -> Option<Vec<Json>> {
    whole.get("schema")?.get("fields")?.as_array()?;
    match whole.get_mut("data").map(Json::take) {
        Some(Json::Array(entries)) if whole.len() == 2 => Some(entries),
        _ => None,
    }
}

/// Whether an object is a whole table, as programs write one that is asked for no list: columns of numbered values, or the names
/// of the columns beside their values.
fn is_columns(object: &serde_json::Map<String, Json>) -> bool {
    let is_number = |key: &String| !key.is_empty() && key.bytes().all(|byte| byte.is_ascii_digit());
    let is_numbered = |value: &Json| {
        value
            .as_object()
            .is_some_and(|it| !it.is_empty() && it.iter().all(|(key, value)| is_number(key) && !value.is_object()))
    };
    let is_split = ["columns", "data"].iter().all(|key| object.get(*key).is_some_and(Json::is_array));
    !object.is_empty() && (is_split || object.values().all(is_numbered))
}

/// Whether the first line holds a whole value, and is not all there is.
fn is_lines(first: &[u8]) -> bool {
    let first = first.strip_prefix(b"\xef\xbb\xbf").unwrap_or(first).trim_ascii_start();
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    // A first line that is longer than what was looked at is one of many, where it is no list.
    first.starts_with(b"{") && (serde_json::from_slice::<IgnoredAny>(line).is_ok() || !first.contains(&b'\n'))
}

fn lines(mut input: BufReader<Input>) -> impl Iterator<Item = Numbered> + Send {
    let mut number = 0;
    let mut is_over = false;
    std::iter::from_fn(move || {
        while !is_over {
            let mut line = Vec::new();
            let read = input.by_ref().take(MAX_ROW_BYTES + 1).read_until(b'\n', &mut line);
            number += 1;
            match read {
                Err(error) => {
                    is_over = true;
                    return Some(Err(error.into()));
                }
                Ok(0) => is_over = true,
                Ok(length) if length as u64 > MAX_ROW_BYTES => {
                    is_over = true;
                    return Some(Err(SourceError::at(number, SourceFault::RowTooLarge)));
                }
                Ok(_) => {
                    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
                    if line.is_empty() {
                        continue;
                    }
                    let case = plain(line).map(|case| (number, case));
                    return Some(case.map_err(|fault| SourceError::at(number, fault)));
                }
            }
        }
        None
    })
}

/// A case and the number of its line or entry, or why it cannot be read.
type Numbered = Result<(u64, Json), SourceError>;

/// The entries of a list in a whole document; what is no list is one case. Each is read when its turn comes.
fn list(input: Input, at: Option<&str>) -> Result<Entries, SourceError> {
    let mut bytes = Vec::new();
    input.take(MAX_HELD_BYTES + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > MAX_HELD_BYTES {
        return Err(SourceFault::TooLarge(MAX_HELD_BYTES).into());
    }
    let text = String::from_utf8(bytes).map_err(|_| SourceFault::NotJson)?;
    let wrong = |error| SourceError::from(fault(&error));
    let whole: &RawValue = serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(&text)).map_err(wrong)?;
    let mut found = whole;
    for step in at.into_iter().flat_map(|at| at.split('/').skip(1)) {
        let step = step.replace("~1", "/").replace("~0", "~");
        found = further(found, &step)?.ok_or(SourceFault::NoList)?;
    }
    // What was found is a part of the text.
    let start = (found.get().as_ptr() as usize).saturating_sub(text.as_ptr() as usize);
    let end = start + found.get().len();
    match found.get().as_bytes().first() {
        Some(b'[') => Ok(Entries { next: start + 1, end: end - 1, text, number: 0 }),
        Some(b'{') => Ok(Entries { next: start, end, text, number: 0 }),
        _ if at.is_some() => Err(SourceFault::NoList.into()),
        _ => Ok(Entries { next: start, end, text, number: 0 }),
    }
}

/// Values with commas between them, in a text that is JSON.
struct Entries {
    text: String,
    next: usize,
    end: usize,
    number: u64,
}

impl Iterator for Entries {
    type Item = Numbered;

    /// Each is read by itself, so that what is wrong in one is told of that one, and the others are read.
    fn next(&mut self) -> Option<Numbered> {
        let rest = self.text.get(self.next..self.end)?;
        let begun = rest.trim_start_matches([' ', '\t', '\r', '\n', ',']);
        let mut values = serde_json::Deserializer::from_str(begun).into_iter::<&RawValue>();
        let entry = values.next()?;
        self.next = self.end - begun.len() + values.byte_offset();
        self.number += 1;
        let number = self.number;
        Some(match entry {
            Ok(entry) => plain(entry.get().as_bytes()).map(|case| (number, case)),
            Err(error) => Err(fault(&error)),
        })
        .map(|case| case.map_err(|fault| SourceError::at(number, fault)))
    }
}

/// How many values there are in one, itself among them.
fn count(json: &Json) -> usize {
    1 + match json {
        Json::Array(entries) => entries.iter().map(count).sum(),
        Json::Object(members) => members.values().map(count).sum(),
        _ => 0,
    }
}

/// What stands in a value under a key, or in a list at a place; nothing where there is none.
fn further<'d>(value: &'d RawValue, step: &str) -> Result<Option<&'d RawValue>, SourceFault> {
    let mut reader = serde_json::Deserializer::from_str(value.get());
    let found = match value.get().as_bytes().first() {
        Some(b'{') => reader.deserialize_map(Step(step)),
        Some(b'[') => reader.deserialize_seq(Step(step)),
        _ => return Ok(None),
    };
    found.map_err(|error| fault(&error))
}

fn fault(error: &serde_json::Error) -> SourceFault {
    // The reader tells it in words alone.
    const TOO_DEEP: &str = "recursion limit exceeded";
    match error.is_data() {
        true => SourceFault::SameKey,
        false if error.to_string().starts_with(TOO_DEEP) => SourceFault::TooDeep,
        false => SourceFault::NotJson,
    }
}

/// What stands one step further in, and nothing else. Under a key that stands there twice nobody knows what counts.
struct Step<'s>(&'s str);

impl<'de> Visitor<'de> for Step<'_> {
    type Value = Option<&'de RawValue>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("an object or a list")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Self::Value, A::Error> {
        let mut found = None;
        while let Some(key) = members.next_key::<Cow<'de, str>>()? {
            if key != self.0 {
                members.next_value::<IgnoredAny>()?;
            } else if found.replace(members.next_value()?).is_some() {
                return Err(de::Error::custom("the same key twice"));
            }
        }
        Ok(found)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let Ok(mut left) = self.0.parse::<usize>() else {
            while entries.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(None);
        };
        let mut found = None;
        while let Some(entry) = entries.next_element::<&RawValue>()? {
            if left == 0 && found.is_none() {
                found = Some(entry);
            }
            left = left.saturating_sub(1);
        }
        Ok(found)
    }
}

/// A value as it is written. A number of more digits than a computer's is an id, and stays what it is as text.
fn plain(json: &[u8]) -> Result<Json, SourceFault> {
    // So long a run of digits has one at such a place.
    let may_have_long = json.chunks(MOST_DIGITS).any(|chunk| chunk.last().is_some_and(u8::is_ascii_digit));
    let quoted = if may_have_long { with_long_numbers_as_text(json) } else { None };
    let left = Cell::new(MAX_JSON_VALUES);
    let mut reader = serde_json::Deserializer::from_slice(quoted.as_deref().unwrap_or(json));
    let read = Plain(&left).deserialize(&mut reader).and_then(|json| reader.end().map(|()| json));
    read.map_err(|error| if left.get() == 0 { SourceFault::TooManyValues } else { fault(&error) })
}

/// As many digits as any number has that is held exactly.
const MOST_DIGITS: usize = 19;

/// The same with whole numbers of more digits in quotation marks; nothing, where there are none.
fn with_long_numbers_as_text(json: &[u8]) -> Option<Vec<u8>> {
    let (mut out, mut rest, mut is_text) = (Vec::new(), json, false);
    while let Some((&byte, after)) = rest.split_first() {
        let length = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
        let (number, behind) = rest.split_at(length.max(1));
        match byte {
            b'\\' if is_text => {
                let (escaped, after) = rest.split_at(rest.len().min(2));
                out.extend_from_slice(escaped);
                rest = after;
                continue;
            }
            b'"' => is_text = !is_text,
            b'0'..=b'9' if !is_text => {
                let is_whole = !behind.first().is_some_and(|byte| b".eE".contains(byte));
                let stands_alone = !out.last().is_some_and(|byte| b".-+eE".contains(byte));
                if length > MOST_DIGITS && is_whole && stands_alone {
                    out.extend([b"\"", number, b"\""].concat());
                } else {
                    out.extend_from_slice(number);
                }
                rest = behind;
                continue;
            }
            _ => {}
        }
        out.push(byte);
        rest = after;
    }
    (out.len() > json.len()).then_some(out)
}

/// What MongoDB wraps into an object with one key, `{"$oid": "..."}`.
fn unwrapped(mut object: serde_json::Map<String, Json>) -> Json {
    const TEXTS: [&str; 3] = ["$oid", "$uuid", "$date"];
    const NUMBERS: [&str; 4] = ["$numberInt", "$numberLong", "$numberDouble", "$numberDecimal"];
    let key = object.keys().next().filter(|key| object.len() == 1 && key.starts_with('$'));
    let (is_text, is_number) =
        key.map_or((false, false), |key| (TEXTS.contains(&key.as_str()), NUMBERS.contains(&key.as_str())));
    let inner =
        object.values_mut().next().filter(|inner| (is_text || is_number) && !inner.is_object() && !inner.is_array());
    match inner.map(Json::take) {
        Some(Json::String(text)) if is_number => {
            let number = serde_json::from_str::<serde_json::Number>(&text);
            number.map_or(Json::String(text), Json::Number)
        }
        Some(inner) => inner,
        None => object.into(),
    }
}

/// A value in whose objects each key stands once: of two values of one key, nobody knows which counts. It says how many values there may
/// be yet.
#[derive(Clone, Copy)]
struct Plain<'l>(&'l Cell<usize>);

impl<'de> DeserializeSeed<'de> for Plain<'_> {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, source: D) -> Result<Json, D::Error> {
        // The last one is never given: then there are none left, and that is what is wrong.
        self.0.set(self.0.get().saturating_sub(1));
        if self.0.get() == 0 { Err(de::Error::custom("too many values")) } else { source.deserialize_any(self) }
    }
}

impl<'de> Visitor<'de> for Plain<'_> {
    type Value = Json;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, flag: bool) -> Result<Json, E> {
        Ok(flag.into())
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_f64<E>(self, number: f64) -> Result<Json, E> {
        Ok(number.into())
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(text.into())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(entry) = entries.next_element_seed(self)? {
            list.push(entry);
        }
        Ok(list.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Json, A::Error> {
        let mut object = serde_json::Map::new();
        while let Some(key) = members.next_key::<String>()? {
            if object.insert(key, members.next_value_seed(self)?).is_some() {
                return Err(de::Error::custom("the same key twice"));
            }
        }
        Ok(unwrapped(object))
    }
}
