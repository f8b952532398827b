//! Letters that a document writes as escapes (`\u00e6`), as many programs do with all that are not of ASCII.
//!
//! A letter is the same either way, so a document that has many of them is read as if it had none: its texts then stand where
//! they are, and are not put together piece by piece.

/// A document with its letters as they are. `None` where it has none that are escaped, and where half of a surrogate pair is, which is
/// no letter.
///
/// What ASCII holds stays escaped, since marks of JSON are among it. A document that is no JSON is none afterwards either, but where
/// it goes wrong only the document itself can tell.
pub(crate) fn without_escapes(text: &str) -> Option<String> {
    let (mut plain, mut at) = (Plain { text, letters: String::new(), copied: 0 }, 0);
    while let Some(mark) = memchr::memchr(b'\\', text.as_bytes().get(at..)?) {
        let begin = at + mark;
        if let Some(letter) = danish(text, begin) {
            at = begin + LENGTH;
            plain.put(letter, begin, at)?;
            continue;
        }
        // Behind what else is escaped: of two marks, the second is what the first one escapes.
        at = begin + 2;
        let Some(mut unit) = unit(text, begin).filter(|unit| *unit >= 0x80) else { continue };
        at = begin + LENGTH;
        if let 0xd800..=0xdbff = unit {
            let second = self::unit(text, at).filter(|second| matches!(second, 0xdc00..=0xdfff))?;
            unit = of_pair(unit, second);
            at += LENGTH;
        }
        plain.put(char::from_u32(unit)?.encode_utf8(&mut [0; 4]), begin, at)?;
    }
    plain.whole()
}

/// A document, as far as its letters have been put in their place.
struct Plain<'t> {
    text: &'t str,
    letters: String,
    /// So much of the text is among them.
    copied: usize,
}

impl Plain<'_> {
    /// Puts a letter in the place of its escape. (In line, where it is known beforehand how long a letter is.)
    #[inline(always)]
    fn put(&mut self, letter: &str, begin: usize, end: usize) -> Option<()> {
        if self.letters.is_empty() {
            self.letters.reserve(self.text.len());
        }
        self.letters.push_str(self.text.get(self.copied..begin)?);
        self.letters.push_str(letter);
        self.copied = end;
        Some(())
    }

    /// The whole of it; `None` where no letter was put anywhere.
    fn whole(mut self) -> Option<String> {
        if self.letters.is_empty() {
            return None;
        }
        self.letters.push_str(self.text.get(self.copied..)?);
        Some(self.letters)
    }
}

/// As long is an escape of a number.
const LENGTH: usize = br"\u0000".len();

/// The letter whose escape stands at a place, if it is one of those that Danish has beside ASCII, as nearly all are.
#[inline]
fn danish(text: &str, at: usize) -> Option<&'static str> {
    match text.as_bytes().get(at..)?.first_chunk::<LENGTH>()? {
        br"\u00e6" | br"\u00E6" => Some("æ"),
        br"\u00f8" | br"\u00F8" => Some("ø"),
        br"\u00e5" | br"\u00E5" => Some("å"),
        br"\u00c6" | br"\u00C6" => Some("Æ"),
        br"\u00d8" | br"\u00D8" => Some("Ø"),
        br"\u00c5" | br"\u00C5" => Some("Å"),
        _ => None,
    }
}

/// The number of the escape at a place, if one stands there.
fn unit(text: &str, at: usize) -> Option<u32> {
    four_digits(text.as_bytes().get(at..)?.strip_prefix(br"\u")?)
}

/// The number that four hexadecimal digits make, if so many stand there.
pub(crate) fn four_digits(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.first_chunk::<4>()?;
    digits.iter().try_fold(0, |number, digit| Some(number << 4 | char::from(*digit).to_digit(16)?))
}

/// The number of the letter that two halves make.
pub(crate) fn of_pair(first: u32, second: u32) -> u32 {
    0x1_0000 + ((first & 0x3ff) << 10 | second & 0x3ff)
}

#[cfg(test)]
mod tests {
    use super::without_escapes;

    #[test]
    fn letters_are_put_in_their_place_and_nothing_else_is_touched() {
        for (text, plain) in [
            (r#"{"a": "s\u00e6r og \u00C5"}"#, Some(r#"{"a": "sær og Å"}"#)),
            (r#"["\ud83d\ude00", "\n\u00f8\""]"#, Some(r#"["😀", "\nø\""]"#)),
            (r#"["\u00e6\u00f8\u00e5\u00c6\u00d8\u00c5"]"#, Some(r#"["æøåÆØÅ"]"#)),
            (r#"["\u00E6\u00F8\u00E5\u00C6\u00D8\u00C5", "\u00e9\u20ac"]"#, Some(r#"["æøåÆØÅ", "é€"]"#)),
            // The mark itself is what is escaped.
            (r#"["\\u00e6", "\\\u00e6"]"#, Some(r#"["\\u00e6", "\\æ"]"#)),
            // Marks of JSON, and what has to be escaped.
            (r#"["\u0022\u005c\u000a\u007f"]"#, None),
            (r#"["\u0022\u00e6"]"#, Some(r#"["\u0022æ"]"#)),
            // Half a pair, whatever stands around it.
            (r#"["\u00e6\ud800"]"#, None),
            (r#"["\u00e6\ud800\u00e6"]"#, None),
            (r#"["\udc00\u00e6"]"#, None),
            // No escape of four digits.
            (r#"["\u00e", "\u+0e6", "\u"#, None),
            // It ends within an escape.
            (r#"["\u00e6\"#, None),
            (r#"["sær"]"#, None),
            ("", None),
        ] {
            assert_eq!(without_escapes(text).as_deref(), plain, "{text}");
        }
    }
}
