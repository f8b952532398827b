//! Reading: bytes become a [`Plan`] and a list of what could not be read.
//!
//! A form is half empty and an export is dirty, so reading does not stop at a bad value. Only a document that is not
//! JSON, is not an object or breaks one of the [limits](crate::limits) is an error.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize as _, DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use crate::error::ReadError;
use crate::input::{InputCode, InputFinding};
use crate::letters::{is_same_name, nearest};
use crate::plan::value::{Entries, Key, Part, Scalar, Shape, Value, View};
use crate::plan::{Field, Plan, State, Text};
use crate::raw::Raw;
use crate::repeated::Tally;
use crate::{limits, places, plain};

/// Where the reader is, and what it has noticed.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    path: Vec<Step>,
    findings: Vec<InputFinding>,
    /// Set when a limit is broken. Reading goes on, since stopping it would be an error of serde's, with all the texts of
    /// serde's errors behind it, but what is too much is passed over.
    broken: Option<ReadError>,
    /// Whether everything is taken as raw JSON first, which is slower. The parser gives up on a string with half a surrogate
    /// pair in it; taken as raw JSON, such a string is one unreadable value, wherever it stands, or an unknown key.
    careful: bool,
    /// Whether the document has a key of the plan.
    is_plan: bool,
    /// Whether the document is what stands under a key of another one: then what is below that is not asked.
    is_inner: bool,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

impl Reader {
    /// Holds a value some levels below the path against the depth limit. Only objects and lists in places where none
    /// belong come here with any depth: the plan itself is never deeper than its own model.
    fn check_depth(&mut self, raw: &str, levels: usize) {
        if raw.starts_with(['{', '[']) && self.path.len() + levels + depth(raw) > limits::MAX_DEPTH {
            self.break_off(|path| ReadError::TooDeep { path });
        }
    }

    /// A limit is broken here. The first one counts.
    fn break_off(&mut self, error: impl FnOnce(String) -> ReadError) {
        if self.broken.is_none() {
            self.broken = Some(error(self.pointer()));
        }
    }

    fn note(&mut self, code: InputCode) {
        if self.has_room() {
            self.findings.push(InputFinding::new(self.pointer(), code));
        }
    }

    /// Whether one more finding may be noted.
    fn has_room(&mut self) -> bool {
        let has_room = self.findings.len() < limits::MAX_INPUT_FINDINGS;
        if !has_room {
            self.break_off(|path| ReadError::TooManyFindings { path });
        }
        has_room
    }

    fn note_key(&mut self, key: &str, code: InputCode) {
        if !self.has_room() {
            return;
        }
        let mut path = self.pointer();
        // A key is a name, but somebody may have put a person's into it: only what looks like the name of a field
        // is repeated, and anything else is reported at the object that holds it.
        if looks_like_a_field(key) {
            path.push('/');
            path.push_str(key);
        }
        self.findings.push(InputFinding::new(path, code));
    }

    /// The document has none of the plan's keys. Perhaps a key of it holds the plan.
    #[cold]
    fn note_other_document(&mut self, unknown: &[(String, &str)]) {
        self.note(InputCode::NotAPlan);
        let is_plan = |raw: &str| {
            let mut inner = Self { careful: true, is_inner: true, ..Self::default() };
            let mut plan = Plan::empty();
            let fill = Fill { value: &mut plan, reader: &mut inner };
            // Whether it can be read to its end is another question.
            let _ = fill.deserialize(&mut serde_json::Deserializer::from_str(raw));
            raw.starts_with('{') && inner.is_plan
        };
        for (key, _) in unknown.iter().filter(|(_, raw)| is_plan(raw)) {
            self.note_key(key, InputCode::PlanBelow);
        }
    }

    fn pointer(&self) -> String {
        use std::fmt::Write as _;
        self.path.iter().fold(String::new(), |mut pointer, step| {
            let _ = match step {
                Step::Key(key) => write!(pointer, "/{key}"),
                Step::Index(index) => write!(pointer, "/{index}"),
            };
            pointer
        })
    }
}

fn looks_like_a_field(key: &str) -> bool {
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    key.len() <= 40
        && digits <= 4
        && key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// How deep objects and lists are nested in a JSON text that is known to be well formed.
fn depth(raw: &str) -> usize {
    let (mut depth, mut deepest, mut in_string, mut escaped) = (0_usize, 0, false, false);
    for byte in raw.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_string => escaped = true,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => {
                depth += 1;
                deepest = deepest.max(depth);
            }
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    deepest
}

/// Fills a value from what the parser finds in its place. An error is a document that is not JSON or that breaks a limit,
/// never a bad value.
struct Fill<'x, 'a> {
    value: &'x mut dyn Value<'a>,
    reader: &'x mut Reader,
}

impl<'a> Fill<'_, 'a> {
    fn take(self, scalar: Scalar<'a>) {
        if let Err(code) = self.value.take(scalar) {
            self.reader.note(code);
        }
    }

    /// Takes a value as raw JSON first.
    #[cold]
    fn deserialize_carefully<D: Deserializer<'a>>(self, source: D) -> Result<(), D::Error> {
        let raw = Raw::deserialize(source)?.0;
        let Self { value, reader } = self;
        if raw.starts_with(['{', '[']) && !matches!(value.shape(), Shape::Leaf) {
            // It is well formed, and what is in it is taken as carefully, so this does not fail. (Nor is an error made of
            // it: what makes the parser's errors is much code for a browser.)
            let fill = Fill { value: &mut *value, reader: &mut *reader };
            if serde_json::Deserializer::from_str(raw).deserialize_any(fill).is_err() {
                Fill { value, reader }.take(Scalar::NoText);
            }
            return Ok(());
        }
        reader.check_depth(raw, 0);
        Fill { value, reader }.take_raw(raw);
        Ok(())
    }

    fn take_raw(self, raw: &'a str) {
        let unreadable = match raw.as_bytes() {
            [b'{' | b'[', inner @ .., _] => {
                return self.take(Scalar::Composite { empty: inner.iter().all(u8::is_ascii_whitespace) });
            }
            [b'"', ..] => Scalar::NoText,
            _ => Scalar::NoNumber,
        };
        let Self { value, reader } = self;
        let mut source = serde_json::Deserializer::from_str(raw);
        if source.deserialize_any(Fill { value: &mut *value, reader: &mut *reader }).is_err() {
            Fill { value, reader }.take(unreadable);
        }
    }
}

impl<'a> DeserializeSeed<'a> for Fill<'_, 'a> {
    type Value = ();

    #[inline]
    fn deserialize<D: Deserializer<'a>>(self, source: D) -> Result<(), D::Error> {
        if self.reader.careful { self.deserialize_carefully(source) } else { source.deserialize_any(self) }
    }
}

impl<'a> Visitor<'a> for Fill<'_, 'a> {
    type Value = ();

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("any JSON value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        self.take(Scalar::Null);
        Ok(())
    }

    fn visit_borrowed_str<E>(self, text: &'a str) -> Result<(), E> {
        self.take(Scalar::Text(Cow::Borrowed(text)));
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        self.take(Scalar::Text(Cow::Owned(text.to_owned())));
        Ok(())
    }

    fn visit_bool<E>(self, value: bool) -> Result<(), E> {
        self.take(Scalar::Boolean(value));
        Ok(())
    }

    // A whole number beyond 2^53 loses its last digits; every bound of the model is far below.
    #[allow(clippy::cast_precision_loss)]
    fn visit_i64<E>(self, value: i64) -> Result<(), E> {
        self.take(Scalar::Number(value as f64));
        Ok(())
    }

    #[allow(clippy::cast_precision_loss)]
    fn visit_u64<E>(self, value: u64) -> Result<(), E> {
        self.take(Scalar::Number(value as f64));
        Ok(())
    }

    fn visit_f64<E>(self, value: f64) -> Result<(), E> {
        self.take(Scalar::Number(value));
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut seq: A) -> Result<(), A::Error> {
        let Self { value, reader } = self;
        if let Shape::List(entries) = value.shape() {
            let mut index = 0;
            while seq.next_element_seed(FillEntry { entries: &mut *entries, index, reader: &mut *reader })?.is_some() {
                index += 1;
            }
            return Ok(());
        }
        let mut empty = true;
        while let Some(Raw(raw)) = seq.next_element()? {
            reader.check_depth(raw, 1);
            empty = false;
        }
        Fill { value, reader }.take(Scalar::Composite { empty });
        Ok(())
    }

    fn visit_map<A: MapAccess<'a>>(self, mut map: A) -> Result<(), A::Error> {
        let Self { value, reader } = self;
        if let Shape::Part(part) = value.shape() {
            let keys = part.keys();
            let (mut seen, mut repeated) = (0_u64, 0_u64);
            // Places whose key stands here in another spelling: something stands there, and nobody has read it.
            let mut misspelt = 0_u64;
            let mut unknown = UnknownKeys::default();
            while let Some(key) = map.next_key_seed(KeySeed { part: &*part, careful: reader.careful })? {
                match key {
                    Met::Known(place) => {
                        let bit = 1 << place;
                        let key = keys.get(place).map_or("", |key| key.name);
                        let before = match (seen & bit, repeated & bit) {
                            (0, _) => Before::Never,
                            (_, 0) => Before::Once,
                            _ => Before::Often,
                        };
                        repeated |= seen & bit;
                        seen |= bit;
                        reader.is_plan |= reader.path.is_empty();
                        map.next_value_seed(FillField { part: &mut *part, place, key, before, reader: &mut *reader })?;
                    }
                    Met::Unknown(key) => {
                        let raw = map.next_value::<Raw<'a>>()?.0;
                        reader.check_depth(raw, 1);
                        if let Some(place) = keys.iter().position(|known| is_same_name(&key, known.name))
                            && !matches!(raw, "null" | r#""""#)
                        {
                            misspelt |= 1 << place;
                        }
                        unknown.meet(key, raw, keys, reader);
                    }
                }
            }
            for (place, key) in keys.iter().enumerate().filter(|(place, _)| misspelt & !seen & 1 << place != 0) {
                if let Some(value) = part.field_mut(place) {
                    value.set_unreadable();
                }
                reader.path.push(Step::Key(key.name));
                reader.note(InputCode::OtherSpelling);
                reader.path.pop();
            }
            if !reader.is_plan && !unknown.at_root.is_empty() {
                reader.note_other_document(&unknown.at_root);
            }
            return Ok(());
        }
        let mut empty = true;
        while map.next_key::<Raw<'a>>()?.is_some() {
            reader.check_depth(map.next_value::<Raw<'a>>()?.0, 1);
            empty = false;
        }
        Fill { value, reader }.take(Scalar::Composite { empty });
        Ok(())
    }
}

/// Keys of one object that the plan does not have.
#[derive(Default)]
struct UnknownKeys<'a> {
    /// Each with whether it has been met again, in order. (A tree is much code for a browser, and there are no more keys
    /// here than findings may be noted.)
    met: Vec<(String, bool)>,
    /// Those of the document itself, with what they hold.
    at_root: Vec<(String, &'a str)>,
}

impl<'a> UnknownKeys<'a> {
    /// Notes that a key is unknown, and that it stands more than once, each one time.
    #[cold]
    fn meet(&mut self, key: String, raw: &'a str, known: &'static [Key], reader: &mut Reader) {
        if reader.broken.is_some() {
            return;
        }
        match self.met.binary_search_by(|(met, _)| met.cmp(&key)) {
            Err(place) => {
                reader.note_key(
                    &key,
                    InputCode::UnknownKey { nearest: nearest(&key, known.iter().map(|known| known.name)) },
                );
                self.met.insert(place, (key.clone(), false));
            }
            Ok(place) => {
                if let Some((_, is_again @ false)) = self.met.get_mut(place) {
                    *is_again = true;
                    reader.note_key(&key, InputCode::DuplicateKey);
                }
            }
        }
        if reader.path.is_empty() && !reader.is_inner {
            self.at_root.push((key, raw));
        }
    }
}

/// Fills the next entry of a list.
struct FillEntry<'x, 'a> {
    entries: &'x mut dyn Entries<'a>,
    index: usize,
    reader: &'x mut Reader,
}

impl<'a> DeserializeSeed<'a> for FillEntry<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, source: D) -> Result<(), D::Error> {
        let Self { entries, index, reader } = self;
        if index >= limits::MAX_LIST_LENGTH {
            reader.break_off(|path| ReadError::ListTooLong { path });
            return IgnoredAny::deserialize(source).map(drop);
        }
        let Some(value) = entries.add() else { return IgnoredAny::deserialize(source).map(drop) };
        reader.path.push(Step::Index(index));
        Fill { value, reader: &mut *reader }.deserialize(source)?;
        reader.path.pop();
        Ok(())
    }
}

/// Fills a field of a part.
struct FillField<'x, 'a> {
    part: &'x mut dyn Part<'a>,
    place: usize,
    key: &'static str,
    before: Before,
    reader: &'x mut Reader,
}

/// How often a key has stood in an object before.
enum Before {
    Never,
    Once,
    Often,
}

impl<'a> DeserializeSeed<'a> for FillField<'_, 'a> {
    type Value = ();

    fn deserialize<D: Deserializer<'a>>(self, source: D) -> Result<(), D::Error> {
        let Self { part, place, key, before, reader } = self;
        let Some(value) = part.field_mut(place) else { return IgnoredAny::deserialize(source).map(drop) };
        reader.path.push(Step::Key(key));
        if !matches!(before, Before::Never) {
            // The last one counts, whole.
            value.clear();
        }
        if matches!(before, Before::Once) {
            reader.note(InputCode::DuplicateKey);
        }
        Fill { value, reader: &mut *reader }.deserialize(source)?;
        reader.path.pop();
        Ok(())
    }
}

enum Met {
    /// The place among the part's keys.
    Known(usize),
    Unknown(String),
}

/// Looks a key up.
#[derive(Clone, Copy)]
struct KeySeed<'x, 'a> {
    part: &'x dyn Part<'a>,
    careful: bool,
}

impl KeySeed<'_, '_> {
    fn named(&self, key: &str) -> Met {
        self.part.place(key).map_or_else(|| Met::Unknown(key.to_owned()), Met::Known)
    }
}

impl<'a> DeserializeSeed<'a> for KeySeed<'_, '_> {
    type Value = Met;

    fn deserialize<D: Deserializer<'a>>(self, source: D) -> Result<Met, D::Error> {
        if !self.careful {
            return source.deserialize_str(self);
        }
        let raw = Raw::deserialize(source)?.0;
        let mut key = Field::<Text<'_>>::Absent;
        let fill = Fill { value: &mut key, reader: &mut Reader::default() };
        let is_text = serde_json::Deserializer::from_str(raw).deserialize_any(fill).is_ok();
        Ok(match key {
            Field::Present(key) if is_text => self.named(key.as_str()),
            // As it is written: two such keys are two.
            _ => Met::Unknown(raw.to_owned()),
        })
    }
}

impl<'de> Visitor<'de> for KeySeed<'_, '_> {
    type Value = Met;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a key")
    }

    fn visit_str<E>(self, key: &str) -> Result<Met, E> {
        Ok(self.named(key))
    }
}

/// Reads a plan from UTF-8 bytes; a byte order mark is tolerated.
impl<'a> Plan<'a> {
    /// Reads a plan from JSON text. What could not be read is in its [`input`](Plan::input), and so in the report.
    ///
    /// # Errors
    ///
    /// As [`Checker::check_str`](crate::Checker::check_str).
    pub fn from_json(text: &'a str) -> Result<Self, ReadError> {
        from_str(text).map(|read| read.plan)
    }

    /// The same by the slower reader alone, which the quick one is held against.
    #[doc(hidden)]
    pub fn from_json_exactly(text: &'a str) -> Result<Self, ReadError> {
        exactly(text)
    }
}

/// A plan as it was read, and whether some of its texts may be the same: whoever reads it has seen each of them.
pub(crate) struct Read<'a> {
    pub(crate) plan: Plan<'a>,
    pub(crate) may_repeat: bool,
}

pub(crate) fn from_slice(bytes: &[u8]) -> Result<Read<'_>, ReadError> {
    check_size(bytes.len())?;
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => {
            let (line, column) = place(bytes, error.valid_up_to());
            Err(ReadError::NotUtf8 { line, column: column + 1 })
        }
    }
}

/// Reads a plan from text; a byte order mark is tolerated.
pub(crate) fn from_str(text: &str) -> Result<Read<'_>, ReadError> {
    check_size(text.len())?;
    let text = text.strip_prefix(MARK).unwrap_or(text);
    match plain::read(text) {
        Some((plan, may_repeat)) => Ok(Read { plan, may_repeat }),
        None => exactly(text).map(|plan| Read { may_repeat: Tally::of(&plan).may_repeat(), plan }),
    }
}

/// Reads a plan with the parser that can say what is wrong, and where.
fn exactly(text: &str) -> Result<Plan<'_>, ReadError> {
    match read(text, Reader::default()) {
        Err(ReadError::NotJson { .. }) => read(text, Reader { careful: true, ..Reader::default() }),
        result => result,
    }
}

/// What stands in the text of one value, which is to stand at a path.
pub(crate) fn scalar(text: &str, path: &str) -> Result<Scalar<'static>, ReadError> {
    /// Takes whatever stands there.
    struct Any<'a>(Scalar<'a>);

    impl<'a> Value<'a> for Any<'a> {
        fn shape(&mut self) -> Shape<'_, 'a> {
            Shape::Leaf
        }

        fn take(&mut self, scalar: Scalar<'a>) -> Result<(), InputCode> {
            self.0 = scalar;
            Ok(())
        }

        fn set_unreadable(&mut self) {}

        fn view(&self) -> View<'_, 'a> {
            View::Other(State::Missing)
        }

        #[cfg(feature = "profiles")]
        fn forget(&mut self, _: &dyn Fn(&str) -> bool) {}
    }

    check_size(text.len())?;
    let read = |careful: bool| {
        let mut reader = Reader { careful, ..Reader::default() };
        // So deep does it stand in its document.
        reader.path = vec![Step::Index(0); path.split('/').count() - 1];
        let mut any = Any(Scalar::Null);
        parse(text, &mut any, &mut reader).map(|()| any.0.into_owned()).map_err(|error| match error {
            ReadError::TooDeep { .. } => ReadError::TooDeep { path: path.to_owned() },
            error => error,
        })
    };
    match read(false) {
        Err(ReadError::NotJson { .. }) => read(true),
        result => result,
    }
}

/// The byte order mark.
const MARK: char = '\u{feff}';

fn read(text: &str, mut reader: Reader) -> Result<Plan<'_>, ReadError> {
    let mut plan = Plan::empty();
    parse(text, &mut plan, &mut reader)?;
    // The document's own brackets decide: an array is one wrong value, not a plan without fields.
    if !text.trim_start().starts_with('{') {
        return Err(ReadError::NotAnObject);
    }
    places::sort(&mut reader.findings);
    plan.input = reader.findings;
    Ok(plan)
}

/// Fills a value from a document that holds nothing else.
fn parse<'a>(text: &'a str, value: &mut dyn Value<'a>, reader: &mut Reader) -> Result<(), ReadError> {
    let mut source = serde_json::Deserializer::from_str(text);
    let fill = Fill { value, reader: &mut *reader };
    let result = fill.deserialize(&mut source).and_then(|()| source.end());
    if let Some(broken) = reader.broken.take() {
        return Err(broken);
    }
    result.map_err(|error| {
        let (line, column) = mistake(text, &error);
        ReadError::NotJson { line, column, ends_early: error.is_eof() }
    })
}

/// The line and the column of a mistake in JSON, both counted from 1, the column in characters.
pub(crate) fn mistake(text: &str, error: &serde_json::Error) -> (usize, usize) {
    // The parser counts bytes, and none after the last line feed.
    let line = text.split_inclusive('\n').nth(error.line().saturating_sub(1)).unwrap_or_default();
    let (_, column) = place(line.as_bytes(), error.column());
    (error.line(), column.max(1))
}

/// The line, counted from 1, that some bytes lead to, and how many characters of it they are. A byte order mark is none.
fn place(text: &[u8], bytes: usize) -> (usize, usize) {
    let mut mark = [0; 3];
    let mark = MARK.encode_utf8(&mut mark).as_bytes();
    let before = text.get(..bytes).unwrap_or(text);
    let mut lines = before.strip_prefix(mark).unwrap_or(before).rsplit(|byte| *byte == b'\n');
    // Every byte of a character but the first is one of these.
    let column = lines.next().unwrap_or_default().iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count();
    (lines.count() + 1, column)
}

fn check_size(bytes: usize) -> Result<(), ReadError> {
    if bytes > limits::MAX_BYTES { Err(ReadError::TooLarge { bytes }) } else { Ok(()) }
}
