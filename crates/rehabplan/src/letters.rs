//! Letters in lower case, for holding what somebody wrote against words of the Danish language and keys of the plan.

/// The letter in lower case, as far as a letter of a Danish word can come of it; any other character as it is.
///
/// The words that the product knows are written in the Latin letters of Danish, so an alphabet that shares none of them
/// needs no lower case here, and the tables for it would be a tenth of what a browser loads.
pub(crate) fn lower(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        // The capitals of Latin-1 stand 32 places before the small letters.
        'À'..='Ö' | 'Ø'..='Þ' => char::from_u32(u32::from(letter) + 32).unwrap_or(letter),
        // Signs that are letters: Turkish i with a dot, kelvin, ångström.
        '\u{130}' => 'i',
        '\u{212a}' => 'k',
        '\u{212b}' => 'å',
        _ => letter,
    }
}

/// Whether a text holds another. (The search of the standard library is much code for a browser.)
pub(crate) fn holds(text: &str, part: &str) -> bool {
    text.as_bytes().windows(part.len()).any(|bytes| bytes == part.as_bytes())
}

/// A text in lower case.
pub(crate) fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A name as the model spells its own: `Ønsker`, `borgerens_vurdering` and `borgerensVurdering` differ in nothing here.
pub(crate) fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for letter in name.chars().map(lower) {
        match letter {
            'æ' => folded.push_str("ae"),
            'ø' => folded.push_str("oe"),
            'å' => folded.push_str("aa"),
            '_' | '-' | ' ' => {}
            _ => folded.push(letter),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::lower;

    /// Every character that Unicode's lower case turns into a Danish word's letter does so here, and no other one.
    #[test]
    fn danish_letters_are_lowered_as_unicode_does() {
        let is_danish = |letter: char| letter.is_ascii() || ('à'..='þ').contains(&letter);
        for letter in '\0'..=char::MAX {
            let first = letter.to_lowercase().next().unwrap_or(letter);
            let expected = if is_danish(first) { first } else { letter };
            assert_eq!(lower(letter), expected, "U+{:04X}", u32::from(letter));
        }
    }
}
