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
    let mut plain = String::new();
    let (mut copied, mut at) = (0, 0);
    while let Some(mark) = memchr::memchr(b'\\', text.as_bytes().get(at..)?) {
        at += mark;
        let begin = at;
        // Behind what else is escaped: of two marks, the second is what the first one escapes.
        at += 2;
        let Some(mut unit) = unit(text, begin).filter(|unit| *unit >= 0x80) else { continue };
        at = begin + LENGTH;
        if let 0xd800..=0xdbff = unit {
            let second = self::unit(text, at).filter(|second| matches!(second, 0xdc00..=0xdfff))?;
            unit = of_pair(unit, second);
            at += LENGTH;
        }
        let letter = char::from_u32(unit)?;
        if plain.is_empty() {
            plain.reserve(text.len());
        }
        plain.push_str(text.get(copied..begin)?);
        plain.push(letter);
        copied = at;
    }
    if plain.is_empty() {
        return None;
    }
    plain.push_str(text.get(copied..)?);
    Some(plain)
}

/// As long is an escape of a number.
const LENGTH: usize = br"\u0000".len();

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
