//! Letters that were encoded twice: UTF-8 that a program took for Windows-1252, and wrote as UTF-8 once more.

/// The Danish letters, and what becomes of each.
const LETTERS: [(&str, &str); 6] = [("æ", "Ã¦"), ("ø", "Ã¸"), ("å", "Ã¥"), ("Æ", "Ã†"), ("Ø", "Ã˜"), ("Å", "Ã…")];

/// Whether there is a Danish letter in it that was encoded twice.
pub(crate) fn is_twice(text: &[u8]) -> bool {
    // The second byte of what they all begin with is in hardly any other text.
    const FIRST: [u8; 2] = [0xc3, 0x83];
    let begins = |place: usize| place.checked_sub(1).and_then(|start| text.get(start..));
    let is_one = |rest: &[u8]| LETTERS.iter().any(|(_, twice)| rest.starts_with(twice.as_bytes()));
    let [_, second] = FIRST;
    memchr::memchr_iter(second, text).filter_map(begins).any(is_one)
}

/// Whether all Danish letters in it were encoded twice, and there are some.
#[cfg(feature = "csv")]
pub(crate) fn is_twice_throughout(text: &[u8]) -> bool {
    let has = |letter: &str| memchr::memmem::find(text, letter.as_bytes()).is_some();
    is_twice(text) && !LETTERS.iter().any(|(once, _)| has(once))
}

/// The text as it was before it was encoded again; the same text, where that cannot be.
#[cfg(feature = "csv")]
pub(crate) fn once(text: &str) -> std::borrow::Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let (bytes, _, has_others) = encoding_rs::WINDOWS_1252.encode(text);
    match String::from_utf8(bytes.into_owned()) {
        Ok(text) if !has_others => text.into(),
        _ => text.into(),
    }
}

#[cfg(all(test, feature = "csv"))]
mod tests {
    use super::{LETTERS, is_twice, is_twice_throughout, once};

    #[test]
    fn letters_that_were_encoded_twice_are_told_from_others() {
        for (letter, twice) in LETTERS {
            assert!(is_twice(format!("a{twice}").as_bytes()) && is_twice_throughout(twice.as_bytes()));
            assert!(!is_twice(letter.as_bytes()));
            assert!(!is_twice_throughout(format!("{twice}{letter}").as_bytes()));
            assert_eq!(once(&format!("a{twice}b")), format!("a{letter}b"));
            assert_eq!(once(letter), letter, "it was encoded once");
        }
        for other in ["", "Ã", "à la carte", "ÃO", "São"] {
            assert!(!is_twice(other.as_bytes()), "{other}");
        }
        assert_eq!(once("Â§ 3 â€“ cafÃ©"), "§ 3 – café");
        assert_eq!(once("Ã¦ og 漢"), "Ã¦ og 漢", "nobody wrote that in Windows-1252");
    }
}
