//! JSON text, from its beginning to its end: what stands there, and where it is no JSON.
//!
//! Nothing is built of a value that nobody asked for, and nothing is recursive: a document may be as deep as it is long.

use std::borrow::Cow;

use crate::error::ReadError;
use crate::escapes::{four_digits, of_pair};
use crate::plan::value::Key;
use crate::reply::IS_SMALL;

/// How far a text has been read. Whatever cannot go on gives `None`, and why stands in `stopped`.
pub(crate) struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// Whether no sign stands anywhere that a string may not hold, as in most documents that a program wrote: then no string is
    /// searched for one.
    is_clean: bool,
    pub(crate) stopped: Option<ReadError>,
}

impl<'a> Scan<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Self { text, at: 0, is_clean: !has_control(text), stopped: None }
    }

    fn rest(&self) -> &'a [u8] {
        self.text.as_bytes().get(self.at..).unwrap_or(&[])
    }

    /// What stands at once, if it is a byte that is asked for, and it is passed.
    #[inline]
    fn takes(&mut self, is_one: impl Fn(u8) -> bool) -> Option<u8> {
        let byte = self.rest().first().copied().filter(|byte| is_one(*byte))?;
        self.at += 1;
        Some(byte)
    }

    /// The next byte that is no white space. Programs write none or one blank, and people lines and margins. (Small before fast in a
    /// browser.)
    #[inline]
    pub(crate) fn peek(&mut self) -> Option<u8> {
        if !IS_SMALL {
            let bytes = self.text.as_bytes();
            let mut byte = *bytes.get(self.at)?;
            if byte == b' ' {
                self.at += 1;
                byte = *bytes.get(self.at)?;
            }
            if byte > b' ' {
                return Some(byte);
            }
        }
        self.peek_behind_blanks()
    }

    #[inline(never)]
    fn peek_behind_blanks(&mut self) -> Option<u8> {
        loop {
            match *self.text.as_bytes().get(self.at)? {
                b' ' | b'\n' | b'\t' | b'\r' => self.at += 1,
                byte => return Some(byte),
            }
        }
    }

    /// Whether this byte comes next; then it is passed.
    #[inline]
    pub(crate) fn passes(&mut self, byte: u8) -> bool {
        let is_there = self.peek() == Some(byte);
        if is_there {
            self.at += 1;
        }
        is_there
    }

    /// Passes a byte without which this is no JSON.
    #[inline]
    pub(crate) fn wants(&mut self, byte: u8) -> Option<()> {
        if self.passes(byte) { Some(()) } else { self.wrong() }
    }

    /// Passes what stands behind an entry, and says whether another one follows.
    #[inline]
    pub(crate) fn goes_on(&mut self, close: u8) -> Option<bool> {
        match self.peek() {
            Some(byte) if byte == b',' || byte == close => {
                self.at += 1;
                Some(byte == b',')
            }
            _ => self.wrong(),
        }
    }

    /// Passes the name of a key behind its opening quotation mark, with the closing one, if it is one of these, and gives it with its
    /// place. Most documents have them in order, so it is looked for from the one that is next.
    #[inline]
    pub(crate) fn passes_one_of<'k>(&mut self, keys: &'k [Key], next: usize) -> Option<(usize, &'k Key)> {
        let rest = self.rest();
        let head = rest.first_chunk()?;
        let is_it = |key: &Key| key.stands_at(head, rest);
        let ahead = keys.get(next..)?.iter().position(is_it).map(|place| next + place);
        let place = ahead.or_else(|| keys.iter().position(is_it))?;
        let key = keys.get(place)?;
        self.at += key.name.len() + 1;
        Some((place, key))
    }

    /// A string behind its opening quotation mark, as it is meant; nothing where half a surrogate pair is in it, which is no letter.
    #[cfg_attr(not(target_arch = "wasm32"), inline(always))]
    pub(crate) fn string(&mut self) -> Option<Option<Cow<'a, str>>> {
        let (piece, mark) = self.piece()?;
        if mark == b'"' {
            self.at += 1;
            return Some(Some(Cow::Borrowed(piece)));
        }
        self.escaped(piece)
    }

    /// Passes what stands before the next quotation mark or escape of a string, and says which of them it is.
    #[inline]
    fn piece(&mut self) -> Option<(&'a str, u8)> {
        let rest = self.rest();
        let Some(length) = memchr::memchr2(b'"', b'\\', rest) else { return self.no_piece(rest.len()) };
        let piece = self.text.get(self.at..self.at + length)?;
        if !self.is_clean && has_control(piece) {
            return self.no_piece(length);
        }
        self.at += length;
        Some((piece, *rest.get(length)?))
    }

    /// A sign that has to be escaped, or no end.
    #[cold]
    fn no_piece<T>(&mut self, length: usize) -> Option<T> {
        self.at += self.rest().iter().take(length).position(|byte| *byte < b' ').unwrap_or(length);
        self.wrong()
    }

    /// A string in which something is escaped, behind its first piece.
    #[inline(never)]
    fn escaped(&mut self, first: &str) -> Option<Option<Cow<'a, str>>> {
        let mut string = String::with_capacity(2 * first.len() + 64);
        string.push_str(first);
        let mut is_whole = true;
        loop {
            match self.escape()? {
                Some(letter) => string.push(letter),
                None => is_whole = false,
            }
            let (piece, mark) = self.piece()?;
            string.push_str(piece);
            if mark == b'"' {
                self.at += 1;
                return Some(is_whole.then_some(Cow::Owned(string)));
            }
        }
    }

    /// The letter that an escape stands for.
    fn escape(&mut self) -> Option<Option<char>> {
        let letter = match self.rest() {
            [_, b'u', ..] => return self.letter(),
            [_, b'n', ..] => '\n',
            [_, b'r', ..] => '\r',
            [_, b't', ..] => '\t',
            [_, b'b', ..] => '\u{8}',
            [_, b'f', ..] => '\u{c}',
            [_, letter @ (b'"' | b'\\' | b'/'), ..] => char::from(*letter),
            _ => {
                self.at += 1;
                return self.wrong();
            }
        };
        self.at += 2;
        Some(Some(letter))
    }

    /// The same for an escape of a number; for one beyond sixteen bits, of two.
    fn letter(&mut self) -> Option<Option<char>> {
        let mut unit = self.unit()?;
        if let 0xd800..=0xdbff = unit
            && self.rest().starts_with(br"\u")
        {
            let second = self.unit()?;
            if let 0xdc00..=0xdfff = second {
                unit = of_pair(unit, second);
            }
        }
        Some(char::from_u32(unit))
    }

    /// The number of an escape: four digits.
    fn unit(&mut self) -> Option<u32> {
        self.at += 2;
        let Some(unit) = four_digits(self.rest()) else {
            while self.takes(|byte| byte.is_ascii_hexdigit()).is_some() {}
            return self.wrong();
        };
        self.at += 4;
        Some(unit)
    }

    /// A number; nothing for one that is too large for a `f64`. With more than fifteen digits, or twenty-two powers of ten, the last
    /// digits may be others.
    pub(crate) fn number(&mut self) -> Option<Option<f64>> {
        /// So large a number has no room for one more digit.
        const FULL: u64 = 1_000_000_000_000_000_000;
        let is_negative = self.takes(|byte| byte == b'-').is_some();
        let (mut number, mut exponent) = (0_u64, 0_i32);
        let from = self.at;
        self.digits(|digit| {
            if number < FULL {
                number = number * 10 + u64::from(digit);
            } else {
                exponent = exponent.saturating_add(1);
            }
        })?;
        if self.text.as_bytes().get(from) == Some(&b'0') && self.at > from + 1 {
            self.at = from + 1;
            return self.wrong();
        }
        if self.takes(|byte| byte == b'.').is_some() {
            self.digits(|digit| {
                if number < FULL {
                    number = number * 10 + u64::from(digit);
                    exponent = exponent.saturating_sub(1);
                }
            })?;
        }
        if self.takes(|byte| matches!(byte, b'e' | b'E')).is_some() {
            let is_below = self.takes(|byte| matches!(byte, b'+' | b'-')) == Some(b'-');
            let mut power = 0_i32;
            self.digits(|digit| power = power.saturating_mul(10).saturating_add(i32::from(digit)))?;
            exponent = if is_below { exponent.saturating_sub(power) } else { exponent.saturating_add(power) };
        }
        Some(scaled(number, exponent).map(|number| if is_negative { -number } else { number }))
    }

    /// One digit or more.
    #[inline]
    fn digits(&mut self, mut give: impl FnMut(u8)) -> Option<()> {
        let from = self.at;
        while let Some(digit) = self.takes(|byte| byte.is_ascii_digit()) {
            give(digit - b'0');
        }
        if self.at == from { self.wrong() } else { Some(()) }
    }

    /// Passes a word that is not a string.
    pub(crate) fn word(&mut self, word: &str) -> Option<()> {
        for byte in word.bytes() {
            if self.takes(|met| met == byte).is_none() {
                return self.wrong();
            }
        }
        Some(())
    }

    /// Passes a value, whatever it is, and gives it as it is written, with how deep objects and lists are nested in it.
    pub(crate) fn skip(&mut self) -> Option<(&'a str, usize)> {
        self.peek();
        let from = self.at;
        // What closes each of them that is open.
        let (mut open, mut deepest) = (Vec::new(), 0);
        'value: loop {
            match self.peek() {
                Some(begin @ (b'{' | b'[')) => {
                    self.at += 1;
                    // In both alphabets of ASCII the one that closes stands two places behind.
                    let close = begin + 2;
                    open.push(close);
                    deepest = deepest.max(open.len());
                    if !self.passes(close) {
                        if close == b'}' {
                            self.skip_key()?;
                        }
                        continue;
                    }
                    open.pop();
                }
                Some(b'"') => {
                    self.at += 1;
                    self.string()?;
                }
                Some(b't') => self.word("true")?,
                Some(b'f') => self.word("false")?,
                Some(b'n') => self.word("null")?,
                Some(b'-' | b'0'..=b'9') => self.number().map(drop)?,
                _ => return self.wrong(),
            }
            while let Some(close) = open.last().copied() {
                if self.goes_on(close)? {
                    if close == b'}' {
                        self.skip_key()?;
                    }
                    continue 'value;
                }
                open.pop();
            }
            return self.text.get(from..self.at).map(|raw| (raw, deepest));
        }
    }

    fn skip_key(&mut self) -> Option<()> {
        self.wants(b'"')?;
        self.string()?;
        self.wants(b':')
    }

    /// What was passed since a place that was [`before`](Self::at) here.
    pub(crate) fn since(&self, at: usize) -> &'a str {
        self.text.get(at..self.at).unwrap_or_default()
    }

    pub(crate) fn at(&self) -> usize {
        self.at
    }

    /// Passes the byte that was peeked at.
    #[inline]
    pub(crate) fn pass(&mut self) {
        self.at += 1;
    }

    /// What comes next is wrong, or nothing does.
    #[cold]
    pub(crate) fn wrong<T>(&mut self) -> Option<T> {
        let ends_early = self.at >= self.text.len();
        let (line, before) = place(self.text.as_bytes(), self.at);
        // Where the text ends, its last character.
        let column = if ends_early { before.max(1) } else { before + 1 };
        self.stop(ReadError::NotJson { line, column, ends_early })
    }

    #[cold]
    pub(crate) fn stop<T>(&mut self, why: ReadError) -> Option<T> {
        self.stopped = Some(why);
        None
    }
}

/// Whether a sign stands in a text that a string has to escape. (Without a branch in it, many bytes are looked at at once.)
#[inline]
fn has_control(text: &str) -> bool {
    text.bytes().fold(u8::MAX, u8::min) < b' '
}

/// A number times a power of ten, if a `f64` holds it.
#[allow(clippy::cast_precision_loss)]
fn scaled(number: u64, exponent: i32) -> Option<f64> {
    /// Beyond this power nothing is left of any number, or nothing holds it.
    const MOST: u32 = 400;
    if number == 0 {
        return Some(0.0);
    }
    let power = (0..exponent.unsigned_abs().min(MOST)).fold(1.0, |power, _| power * 10.0);
    let number = number as f64;
    let number = if exponent < 0 { number / power } else { number * power };
    number.is_finite().then_some(number)
}

/// The byte order mark.
pub(crate) const MARK: char = '\u{feff}';

/// The line, counted from 1, that some bytes lead to, and how many characters of it they are. A byte order mark is none.
pub(crate) fn place(text: &[u8], bytes: usize) -> (usize, usize) {
    let mut mark = [0; 3];
    let mark = MARK.encode_utf8(&mut mark).as_bytes();
    let before = text.get(..bytes).unwrap_or(text);
    let mut lines = before.strip_prefix(mark).unwrap_or(before).rsplit(|byte| *byte == b'\n');
    // Every byte of a character but the first is one of these.
    let column = lines.next().unwrap_or_default().iter().filter(|byte| !matches!(byte, 0x80..=0xbf)).count();
    (lines.count() + 1, column)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::float_cmp)]
    use super::Scan;
    use crate::error::ReadError;
    use serde::de::IgnoredAny;

    fn skipped(text: &str) -> Result<usize, ReadError> {
        let mut scan = Scan::new(text);
        let depth =
            scan.skip().map(|(_, depth)| depth).filter(|_| scan.peek().is_none() || scan.wrong::<()>().is_some());
        depth.ok_or_else(|| scan.stopped.unwrap())
    }

    #[test]
    fn json_is_passed_over_however_deep_it_is() {
        for (text, depth) in [
            ("0", 0),
            (" \"a\\\"]\" ", 0),
            ("[]", 1),
            ("{ }", 1),
            ("[[], {\"a\": [{}]}, true, false, null, -1.5e+3, \"\\ud800\"]", 4),
            (&format!("{}{}", "[".repeat(300_000), "]".repeat(300_000)), 300_000),
        ] {
            assert_eq!(skipped(text), Ok(depth), "{}", text.len());
        }
    }

    #[test]
    fn a_mistake_is_told_where_it_is() {
        for (text, line, column, ends_early) in [
            ("", 1, 1, true),
            ("[1, 2", 1, 5, true),
            ("{\"a\": 1.", 1, 8, true),
            ("{\"a\"", 1, 4, true),
            ("\"abc", 1, 4, true),
            ("\"abc\\u00", 1, 8, true),
            ("[\"\\u1\"]", 1, 6, false),
            ("[1,]", 1, 4, false),
            ("{\"a\": 1,}", 1, 9, false),
            ("{a: 1}", 1, 2, false),
            ("{\"a\" 1}", 1, 6, false),
            ("[1 2]", 1, 4, false),
            ("[1}", 1, 3, false),
            ("[] []", 1, 4, false),
            ("tru", 1, 3, true),
            ("trux", 1, 4, false),
            ("01", 1, 2, false),
            ("-", 1, 1, true),
            ("-x", 1, 2, false),
            (".5", 1, 1, false),
            ("1.x", 1, 3, false),
            ("1e+x", 1, 4, false),
            ("\"\\x\"", 1, 3, false),
            ("\"\\u12å4\"", 1, 6, false),
            ("[\n\"æøå\tb\"]", 2, 5, false),
            ("[\n\"ab\ncd\"]", 2, 4, false),
        ] {
            let mistake = ReadError::NotJson { line, column, ends_early };
            assert_eq!(skipped(text), Err(mistake), "{text}");
            assert!(serde_json::from_str::<IgnoredAny>(text).is_err(), "{text}");
        }
    }

    #[test]
    fn numbers_are_held_as_far_as_a_number_can() {
        for (text, number) in [
            ("0", Some(0.0)),
            ("12.50", Some(12.5)),
            ("-3", Some(-3.0)),
            ("1e2", Some(100.0)),
            ("2500E-2", Some(25.0)),
            ("0e999999999999", Some(0.0)),
            ("1e-999999999999", Some(0.0)),
            ("9007199254740993", Some(9_007_199_254_740_992.0)),
            ("100000000000000000000000", Some(1e23)),
            ("1e22", Some(1e22)),
            ("1e400", None),
            ("-1e999999999999", None),
        ] {
            assert_eq!(Scan::new(text).number(), Some(number), "{text}");
        }
        // The last digits of what has many, or of what is very large, may be others; no bound of the model is near.
        assert!(Scan::new("1e308").number().unwrap().is_some_and(|number| number > 9.99e307));
    }

    #[test]
    fn strings_are_as_they_are_meant() {
        for (text, meant) in [
            (r#"\u00e6\"\\\/\b\f\n\r\t\ud83d\ude00\u0000""#, Some("æ\"\\/\u{8}\u{c}\n\r\t😀\0")),
            ("æøå\u{7f}\"", Some("æøå\u{7f}")),
            (r#"a\ud800b""#, None),
            (r#"a\udc00""#, None),
            (r#"\ud800\u0041""#, None),
            (r#"\ude00\ud83d""#, None),
        ] {
            assert_eq!(Scan::new(text).string().unwrap().as_deref(), meant, "{text}");
        }
    }
}
