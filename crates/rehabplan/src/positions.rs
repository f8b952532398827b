//! Line and column for the paths of a report, where the plan came as text.
//!
//! The text has been read already, so nothing is checked here: whatever the reader accepts (half a surrogate pair, a
//! key that stands twice) has a place, and a text that is no JSON gives a place too, only not a useful one.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::Serialize;

use crate::json_pointer::key_of;

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Position {
    /// The line, counted from 1. Lines end at a line feed.
    pub line: usize,
    /// The column in characters (Unicode scalar values, neither bytes nor UTF-16 units), counted from 1. A byte order
    /// mark has no column.
    pub column: usize,
}

/// Finds the places of JSON Pointers in the text of a plan.
///
/// Only the objects and lists that a pointer leads through are looked into, each of them once.
///
/// # Example
///
/// ```
/// use rehabplan::positions::{Position, Positions};
///
/// let mut positions = Positions::new("{\n  \"sag\": {\"sagstype\": \"fleksjob\"}\n}");
/// assert_eq!(positions.of("/sag/sagstype"), Position { line: 2, column: 23 });
/// // A field that is missing is shown at the object it is missing from.
/// assert_eq!(positions.of("/sag/kategori"), Position { line: 2, column: 10 });
/// ```
#[derive(Debug)]
pub struct Positions<'t> {
    text: &'t str,
    /// The position of every [`STRIDE`]th byte, so that finding a column on a long line stays cheap.
    landmarks: Vec<Position>,
    /// What stands in the objects and lists looked into so far, by the offset of their opening bracket.
    containers: HashMap<usize, Container<'t>>,
}

/// Where the members of an object or the entries of a list begin.
#[derive(Debug)]
enum Container<'t> {
    Object(HashMap<Cow<'t, str>, usize>),
    List(Vec<usize>),
}

const STRIDE: usize = 4096;

impl<'t> Positions<'t> {
    /// Prepares to find places in a text.
    #[must_use]
    pub fn new(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut landmarks = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut position = Position { line: 1, column: 1 };
        for stretch in text.as_bytes().chunks(STRIDE) {
            landmarks.push(position);
            position = position.after(stretch);
        }
        Self { text, landmarks, containers: HashMap::new() }
    }

    /// The place where the value at a JSON Pointer begins. Where there is no such value, the place of the nearest
    /// object or list above it that is there; `*`, which stands for any entry, is the list itself.
    ///
    /// A key that stands twice is the last one, as it is for the reader.
    #[must_use]
    pub fn of(&mut self, pointer: &str) -> Position {
        let mut at = Scan { text: self.text, at: 0 }.next_token();
        for token in pointer.split('/').skip(1) {
            match self.member(at, token) {
                Some(member) => at = member,
                None => break,
            }
        }
        self.position(at)
    }

    fn member(&mut self, container: usize, token: &str) -> Option<usize> {
        let text = self.text;
        let members = self.containers.entry(container).or_insert_with(|| Container::read(text, container));
        match members {
            Container::Object(members) if token.contains('~') => members.get(&*key_of(token)).copied(),
            Container::Object(members) => members.get(token).copied(),
            // RFC 6901 has no leading zeros and no signs, which `parse` would let through.
            Container::List(_) if token.starts_with('+') || (token.starts_with('0') && token != "0") => None,
            Container::List(entries) => entries.get(token.parse::<usize>().ok()?).copied(),
        }
    }

    fn position(&self, offset: usize) -> Position {
        let landmark = self.landmarks.get(offset / STRIDE).copied();
        let stretch = self.text.as_bytes().get(offset / STRIDE * STRIDE..offset).unwrap_or_default();
        landmark.unwrap_or(Position { line: 1, column: 1 }).after(stretch)
    }
}

impl Position {
    /// The position behind some more bytes.
    fn after(self, bytes: &[u8]) -> Self {
        bytes.iter().fold(self, |Self { line, column }, byte| match byte {
            b'\n' => Self { line: line + 1, column: 1 },
            // Every byte of a character but the first.
            0x80..=0xbf => Self { line, column },
            _ => Self { line, column: column + 1 },
        })
    }
}

impl<'t> Container<'t> {
    /// What stands in the object or list that begins at an offset; nothing when something else stands there.
    fn read(text: &'t str, offset: usize) -> Self {
        let mut scan = Scan { text, at: offset };
        let is_object = scan.byte() == Some(b'{');
        let (mut members, mut entries) = (HashMap::new(), Vec::new());
        if !is_object && scan.byte() != Some(b'[') {
            return Self::List(entries);
        }
        scan.at += 1;
        loop {
            let start = scan.next_token();
            match scan.byte() {
                None | Some(b'}' | b']') => break,
                Some(b'"') if is_object => {
                    scan.skip_string();
                    let key = text.get(start..scan.at).unwrap_or_default();
                    members.insert(unescaped(key), scan.next_token());
                }
                Some(_) if is_object => break,
                Some(_) => entries.push(start),
            }
            scan.skip_value();
        }
        if is_object { Self::Object(members) } else { Self::List(entries) }
    }
}

/// The key that a JSON string stands for. One with half a surrogate pair is no key of the plan; as it was written, it is
/// found by nobody.
fn unescaped(key: &str) -> Cow<'_, str> {
    match key.strip_prefix('"').and_then(|key| key.strip_suffix('"')) {
        Some(plain) if !plain.contains('\\') => Cow::Borrowed(plain),
        _ => serde_json::from_str(key).map_or(Cow::Borrowed(key), Cow::Owned),
    }
}

/// A walk over JSON text that is known to be well formed. It takes no turn on the stack for what is nested, and every
/// step goes forward, so that a text that is not well formed only leads to the wrong place.
struct Scan<'t> {
    text: &'t str,
    at: usize,
}

impl Scan<'_> {
    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes to the next value, key or closing bracket.
    fn next_token(&mut self) -> usize {
        while matches!(self.byte(), Some(b' ' | b'\t' | b'\r' | b'\n' | b',' | b':')) {
            self.at += 1;
        }
        self.at
    }

    /// Goes behind the string that begins here.
    fn skip_string(&mut self) {
        self.at += 1;
        while let Some(byte) = self.byte() {
            self.at += 1;
            match byte {
                b'"' => break,
                b'\\' => self.at += 1,
                _ => {}
            }
        }
    }

    /// Goes behind the value that begins here.
    fn skip_value(&mut self) {
        let mut depth = 0_usize;
        while let Some(byte) = self.byte() {
            match byte {
                b'"' => self.skip_string(),
                b'{' | b'[' => {
                    depth += 1;
                    self.at += 1;
                }
                b'}' | b']' if depth > 0 => {
                    depth -= 1;
                    self.at += 1;
                }
                b'}' | b']' => break,
                // White space, commas and colons between what is nested, and the letters of a number or a word.
                _ => {
                    self.at += 1;
                    if depth > 0 || !self.byte().is_some_and(ends_a_word) {
                        continue;
                    }
                }
            }
            if depth == 0 {
                break;
            }
        }
    }
}

fn ends_a_word(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b',' | b']' | b'}')
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use serde_json::Value;

    use super::{Position, Positions};
    use crate::json_pointer::step_of;

    fn place(text: &str, pointer: &str) -> (usize, usize) {
        let Position { line, column } = Positions::new(text).of(pointer);
        (line, column)
    }

    #[test]
    fn a_value_is_found_where_it_begins() {
        let text = "{\n  \"a\": {\"b\" : [1, \"to\", {\"c\": null}]},\n  \"d\": -1.5e3\n}\n";
        assert_eq!(place(text, ""), (1, 1));
        assert_eq!(place(text, "/a"), (2, 8));
        assert_eq!(place(text, "/a/b"), (2, 15));
        assert_eq!(place(text, "/a/b/0"), (2, 16));
        assert_eq!(place(text, "/a/b/1"), (2, 19));
        assert_eq!(place(text, "/a/b/2/c"), (2, 31));
        assert_eq!(place(text, "/d"), (3, 8));
    }

    #[test]
    fn what_is_missing_is_shown_at_the_nearest_ancestor() {
        let text = "{\"a\": {\"b\": [1, 2]},\n\"c\": \"tekst\"}";
        assert_eq!(place(text, "/x/y/z"), (1, 1));
        assert_eq!(place(text, "/a/x"), (1, 7));
        assert_eq!(place(text, "/a/b/2"), (1, 13));
        assert_eq!(place(text, "/a/b/*/c"), (1, 13));
        for no_index in ["-", "01", "+1", "-1", "", "99999999999999999999999"] {
            assert_eq!(place(text, &format!("/a/b/{no_index}")), (1, 13), "{no_index:?}");
        }
        assert_eq!(place(text, "/c/d"), (2, 6));
        assert_eq!(place(text, "no pointer"), (1, 1));
    }

    #[test]
    fn a_byte_order_mark_moves_nothing() {
        assert_eq!(place("\u{feff}{\"a\": 1}", "/a"), (1, 7));
        assert_eq!(place("\u{feff} \n {}", ""), (2, 2));
    }

    #[test]
    fn columns_are_characters() {
        assert_eq!(place("{\"ø\": \"æøå😀\", \"a\": 1}", "/a"), (1, 20));
        assert_eq!(place("{\r\n\t\"a\": 1\r\n}", "/a"), (2, 7));
    }

    #[test]
    fn keys_are_compared_by_what_they_mean() {
        let text = r#"{"a/b": 1, "m~n": 2, "\u00f8\"": 3, "\\": 4, "": 5, "ø": {"~1": 6}}"#;
        let value: Value = serde_json::from_str(text).unwrap();
        for (pointer, number) in [("/a~1b", 1), ("/m~0n", 2), ("/ø\"", 3), ("/\\", 4), ("/", 5), ("/ø/~01", 6)] {
            assert_eq!(value.pointer(pointer), Some(&number.into()));
            let (_, column) = place(text, pointer);
            assert_eq!(text.chars().nth(column - 1), char::from_digit(number, 10), "{pointer}");
        }
    }

    #[test]
    fn the_last_of_two_keys_counts() {
        let text = "{\"a\": {\"b\": 1},\n \"a\": {\"c\": 2}}";
        assert_eq!(place(text, "/a"), (2, 7));
        assert_eq!(place(text, "/a/c"), (2, 13));
        assert_eq!(place(text, "/a/b"), (2, 7));
    }

    #[test]
    fn half_a_surrogate_pair_hides_nothing() {
        let text = "{\"a\": \"\\ud800\", \"\\udc00\": 1,\n \"b\": 2}";
        assert_eq!(place(text, "/a"), (1, 7));
        assert_eq!(place(text, "/b"), (2, 7));
    }

    #[test]
    fn brackets_and_quotes_in_strings_are_text() {
        let text = r#"{"a": "}]\"{[", "b": ["\\", "]"], "c": 1}"#;
        assert_eq!(place(text, "/b/1"), (1, 29));
        assert_eq!(place(text, "/c"), (1, 40));
    }

    #[test]
    fn long_lines_have_columns_too() {
        let text = format!("{{\"a\": \"{}\",\n\"b\": \"{}\", \"c\": 1}}", "å".repeat(9_000), "x".repeat(20_000));
        assert_eq!(place(&text, "/a"), (1, 7));
        assert_eq!(place(&text, "/b"), (2, 6));
        assert_eq!(place(&text, "/c"), (2, 6 + 20_002 + 7));
    }

    #[test]
    fn nesting_takes_no_stack() {
        let deep = format!("{{\"a\": {}{}, \"b\": 1}}", "[".repeat(500_000), "]".repeat(500_000));
        assert_eq!(place(&deep, "/b"), (1, 1_000_007 + 7));
        let open = "[{\"a\":".repeat(200_000);
        assert_eq!(place(&open, "/0/a/0"), (1, 8));
    }

    /// Every value of a document is found: what begins at its place reads as that value.
    #[test]
    fn every_value_is_found() {
        fn check(text: &str, positions: &mut Positions<'_>, pointer: &str, value: &Value) {
            let Position { line, column } = positions.of(pointer);
            let start = text.split_inclusive('\n').take(line - 1).map(str::len).sum::<usize>();
            let rest: String = text[start..].chars().skip(column - 1).collect();
            let found = serde_json::Deserializer::from_str(&rest).into_iter::<Value>().next();
            assert_eq!(&found.unwrap().unwrap(), value, "{pointer}");
            let members: Vec<(String, &Value)> = match value {
                Value::Object(members) => members.iter().map(|(key, value)| (key.clone(), value)).collect(),
                Value::Array(entries) => {
                    entries.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect()
                }
                _ => Vec::new(),
            };
            for (token, member) in members {
                check(text, positions, &format!("{pointer}/{}", step_of(&token)), member);
            }
        }
        let text = concat!(
            " \n{ \"a\" : [ ] , \"b\":{},\"c\":[[[1,2],[ \"[\" ]],{\"d\":{\"e~/\":\"\\\\\\\"\"}}],\n",
            "\"f\":true,\"g\":false ,\"h\":null,\"i\":0,\"j\":-0.5E+7\n,\"k\":\"\\u0041 æ\t\"\n, \"l\" : [\n{\"m\":[{}]}\n]}",
        )
        .replace('\t', " ");
        let value: Value = serde_json::from_str(&text).unwrap();
        check(&text, &mut Positions::new(&text), "", &value);
        let one_line = value.to_string();
        check(&one_line, &mut Positions::new(&one_line), "", &value);
    }

    #[test]
    fn no_text_is_too_broken() {
        let text = "\u{feff}{\"a\": [1, {\"b\": \"æ\\u00f8\\\"\"}], \"c\": {\"d\": tru}}";
        for (start, _) in text.char_indices() {
            for (end, _) in text.char_indices().filter(|(end, _)| *end >= start) {
                let mut positions = Positions::new(&text[start..end]);
                for pointer in ["", "/a", "/a/0", "/a/1/b", "/c/d", "/0", "/c/d/e", "~"] {
                    let _ = positions.of(pointer);
                }
            }
        }
        for odd in ["", "\\", "\"\\", "{:::", "[}", "{]}", "{\"a\"}", "{\"a\":}", "[,,]", "{1:2}", "}", "]["] {
            for pointer in ["", "/a", "/0", "/0/0"] {
                let _ = Positions::new(odd).of(pointer);
            }
        }
    }
}
