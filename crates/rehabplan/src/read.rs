//! Reading: bytes become a [`Plan`] and a list of what could not be read.
//!
//! A form is half empty and an export is dirty, so reading does not stop at a bad value. Only a document that is not
//! JSON, is not an object or breaks one of the [limits](crate::limits) is an error.

use crate::error::ReadError;
use crate::limits;
use crate::plan::value::Value as _;
use crate::plan::{FieldInfo, Plan};
use crate::report::{InputCode, InputFinding};

/// Where the reader is, and what it has noticed.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    path: Vec<Step>,
    findings: Vec<InputFinding>,
    /// Set when a limit is broken. Serde's own error then only carries the news upwards.
    broken: Option<ReadError>,
    /// Whether scalars are taken as raw JSON first, which is slower.
    careful: bool,
}

#[derive(Debug, Clone, Copy)]
enum Step {
    Key(&'static str),
    Index(usize),
}

impl Reader {
    /// Whether scalars are taken as raw JSON first. The parser gives up on a string with half a surrogate pair in it;
    /// taken as raw JSON, such a string is one unreadable value.
    pub(crate) fn is_careful(&self) -> bool {
        self.careful
    }

    pub(crate) fn enter_key(&mut self, key: &'static str) {
        self.path.push(Step::Key(key));
    }

    pub(crate) fn enter_index<E: serde::de::Error>(&mut self, index: usize) -> Result<(), E> {
        // The entry may turn out to be the end of the list, so the limit is broken by the one after the last.
        if index > limits::MAX_LIST_LENGTH {
            self.broken = Some(ReadError::ListTooLong { path: self.pointer() });
            return Err(E::custom("list too long"));
        }
        self.path.push(Step::Index(index));
        Ok(())
    }

    pub(crate) fn leave(&mut self) {
        self.path.pop();
    }

    /// Holds the value at the path against the depth limit. Only objects and lists in places where none belong come
    /// here with any depth: the plan itself is never deeper than its own model.
    pub(crate) fn check_depth<E: serde::de::Error>(&mut self, raw: &str) -> Result<(), E> {
        self.check_depth_below(raw, 0)
    }

    /// The same for a value that stands some levels below the path.
    pub(crate) fn check_depth_below<E: serde::de::Error>(&mut self, raw: &str, levels: usize) -> Result<(), E> {
        if raw.starts_with(['{', '[']) && self.path.len() + levels + depth(raw) > limits::MAX_DEPTH {
            self.broken = Some(ReadError::TooDeep { path: self.pointer() });
            return Err(E::custom("too deep"));
        }
        Ok(())
    }

    pub(crate) fn unreadable(&mut self, code: InputCode) {
        self.findings.push(InputFinding { path: self.pointer(), code });
    }

    pub(crate) fn duplicate_key(&mut self) {
        self.findings.push(InputFinding { path: self.pointer(), code: InputCode::DuplicateKey });
    }

    pub(crate) fn unknown_key(&mut self, key: &str, fields: &'static [FieldInfo]) {
        let mut path = self.pointer();
        // A key is a name, but somebody may have put a person's into it: only what looks like the name of a field
        // is repeated, and anything else is reported at the object that holds it.
        if looks_like_a_field(key) {
            path.push('/');
            path.push_str(key);
        }
        let nearest = nearest(key, fields.iter().map(|field| field.key));
        self.findings.push(InputFinding { path, code: InputCode::UnknownKey { nearest } });
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

/// The known name that a misspelt one most likely stands for.
pub(crate) fn nearest(name: &str, known: impl Iterator<Item = &'static str>) -> Option<&'static str> {
    // Edit distance is quadratic, and no field name comes near this length.
    if name.len() > 64 {
        return None;
    }
    let folded = fold(name);
    known
        .map(|candidate| (strsim::damerau_levenshtein(&folded, &fold(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.len() / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// `Ønsker`, `borgerens_vurdering` and `borgerensVurdering` are spelt like the model's own names before they are held
/// against them.
fn fold(name: &str) -> String {
    name.to_lowercase().replace('æ', "ae").replace('ø', "oe").replace('å', "aa").replace(['_', '-', ' '], "")
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

/// Reads a plan from UTF-8 bytes; a byte order mark is tolerated.
pub(crate) fn from_slice(bytes: &[u8]) -> Result<(Plan<'_>, Vec<InputFinding>), ReadError> {
    check_size(bytes.len())?;
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => from_str(text),
        Err(error) => Err(ReadError::NotUtf8 { offset: error.valid_up_to() }),
    }
}

/// Reads a plan from text; a byte order mark is tolerated.
pub(crate) fn from_str(text: &str) -> Result<(Plan<'_>, Vec<InputFinding>), ReadError> {
    check_size(text.len())?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    match read(text, Reader::default()) {
        Err(ReadError::NotJson { .. }) => read(text, Reader { careful: true, ..Reader::default() }),
        result => result,
    }
}

fn read(text: &str, mut reader: Reader) -> Result<(Plan<'_>, Vec<InputFinding>), ReadError> {
    let mut plan = Plan::default();
    let mut source = serde_json::Deserializer::from_str(text);
    let result = plan.read(&mut source, &mut reader).and_then(|()| source.end());
    if let Some(broken) = reader.broken {
        return Err(broken);
    }
    if let Err(error) = result {
        return Err(ReadError::NotJson { line: error.line(), column: error.column(), ends_early: error.is_eof() });
    }
    // The document's own brackets decide: an array is one wrong value, not a plan without fields.
    if !text.trim_start().starts_with('{') {
        return Err(ReadError::NotAnObject);
    }
    Ok((plan, reader.findings))
}

fn check_size(bytes: usize) -> Result<(), ReadError> {
    if bytes > limits::MAX_BYTES { Err(ReadError::TooLarge { bytes }) } else { Ok(()) }
}
