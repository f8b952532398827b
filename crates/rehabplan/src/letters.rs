//! Letters as they are written, for holding what somebody wrote against words of the Danish language, codes and keys of
//! the plan.

use std::str::Chars;

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

/// A small letter with its mark behind it, as some systems write those of Danish: "a" and the ring of "å".
#[cfg(feature = "language")]
pub(crate) fn apart(letter: char) -> impl Iterator<Item = char> {
    let (letter, mark) = match letter {
        'å' => ('a', Some('\u{30a}')),
        'ä' => ('a', Some('\u{308}')),
        'ö' => ('o', Some('\u{308}')),
        'ü' => ('u', Some('\u{308}')),
        'é' => ('e', Some('\u{301}')),
        'è' => ('e', Some('\u{300}')),
        'á' => ('a', Some('\u{301}')),
        'ó' => ('o', Some('\u{301}')),
        letter => (letter, None),
    };
    std::iter::once(letter).chain(mark)
}

/// The known name that a misspelt one most likely stands for; `None` when no name is near.
pub fn nearest<'n>(name: &str, known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    // Edit distance is quadratic, and no field name comes near this length.
    if name.len() > 64 {
        return None;
    }
    let name = folded(name);
    let is_near = |candidate: &&str, distance: usize| distance <= candidate.len() / 3;
    known
        // Each letter more or less is a step, so most names are out by their length.
        .filter(|candidate| is_near(candidate, candidate.len().abs_diff(name.len())))
        .map(|candidate| (strsim::osa_distance(&name, &folded(candidate)), candidate))
        .filter(|(distance, candidate)| is_near(candidate, *distance))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// The known name that a key begins or ends with: "teamets_indstilling", "afgoerelseKommune". A short name stands in other words.
pub(crate) fn within<'n>(key: &str, mut known: impl Iterator<Item = &'n str>) -> Option<&'n str> {
    const SHORT: usize = 5;
    let key = folded(key);
    known.find(|name| {
        let name = folded(name);
        name.len() > SHORT && (key.starts_with(name.as_str()) || key.ends_with(name.as_str()))
    })
}

/// Whether a key looks like the name of a field. Any other one is not repeated in a message: somebody may have put a person's
/// name or number into it.
#[must_use]
pub fn looks_like_a_field(key: &str) -> bool {
    let digits = key.bytes().filter(u8::is_ascii_digit).count();
    key.len() <= 40
        && digits <= 4
        && key.starts_with(|first: char| first.is_ascii_alphabetic())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}

/// What stands before a part of a text, and behind it. (The search of the standard library is much code for a browser.)
pub(crate) fn split<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let place = text.as_bytes().windows(part.len()).position(|bytes| bytes == part.as_bytes())?;
    Some((text.get(..place)?, text.get(place + part.len()..)?))
}

/// Whether a text holds another.
pub(crate) fn holds(text: &str, part: &str) -> bool {
    split(text, part).is_some()
}

/// A number in digits and nothing else, however large. (The standard library has a function for each kind of number.)
pub(crate) fn number(digits: &str, radix: u32) -> Option<u32> {
    let add = |sum: u32, digit: char| Some(sum.saturating_mul(radix).saturating_add(digit.to_digit(radix)?));
    if digits.is_empty() { None } else { digits.chars().try_fold(0, add) }
}

/// A text in lower case.
pub(crate) fn lowered(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// A text as the model spells its own names: in lower case, with `ae`, `oe` and `aa` for `æ`, `ø` and `å`, whether the
/// ring of an `å` is part of it or a character by itself.
pub(crate) fn spelt(text: &str) -> Spelt<'_> {
    Spelt { rest: text.chars(), second: None }
}

/// See [`spelt`].
#[derive(Debug, Clone)]
pub(crate) struct Spelt<'t> {
    rest: Chars<'t>,
    /// The second of two letters that stand for one.
    second: Option<char>,
}

impl<'t> Spelt<'t> {
    /// What has not been spelt yet; `None` within a letter.
    pub(crate) fn rest(&self) -> Option<&'t str> {
        self.second.is_none().then_some(self.rest.as_str())
    }
}

impl Iterator for Spelt<'_> {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        const RING: char = '\u{30a}';
        if let Some(second) = self.second.take() {
            return Some(second);
        }
        let letter = lower(self.rest.next()?);
        let (first, second) = match letter {
            'æ' => ('a', 'e'),
            'ø' => ('o', 'e'),
            'å' => ('a', 'a'),
            'a' if self.rest.as_str().starts_with(RING) => {
                self.rest.next();
                ('a', 'a')
            }
            _ => return Some(letter),
        };
        self.second = Some(second);
        Some(first)
    }
}

/// The letters of a name without what only tells its words apart or ends them: `Ønsker:`, `borgerens_vurdering` and
/// `borgerensVurdering` differ in nothing from the model's own here.
fn of_a_name(name: &str) -> impl Iterator<Item = char> + '_ {
    spelt(name).filter(|letter| !matches!(letter, '_' | '-' | ':' | '.' | '*' | '?') && !is_blank(*letter))
}

/// The same as text.
pub(crate) fn folded(name: &str) -> String {
    of_a_name(name).collect()
}

/// Whether two names differ in nothing but case, how Danish letters are written, and what only tells their words apart or ends
/// them, as the keys `borgerensVurdering`, `Borgerens_vurdering` and `borgerens vurdering:` do.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    of_a_name(one).eq(of_a_name(other))
}

/// Whether two codes differ in nothing but case, blanks and how Danish letters are written (A33).
pub(crate) fn is_same_code(written: &str, code: &str) -> bool {
    let letters = |text| spelt(text).filter(|letter| !is_blank(*letter));
    letters(written).eq(letters(code))
}

/// Whether a character is a letter or a digit of some script, and no mark, sign or blank. (The tables of all there are would be
/// 2 KB in a browser; what lies between the alphabets is marks and signs.)
pub(crate) fn is_letter(character: char) -> bool {
    match character {
        '\0'..='\u{7f}' => character.is_ascii_alphanumeric(),
        'ª' | '²' | '³' | 'µ' | '¹' | 'º' | '¼'..='¾' => true,
        '\u{80}'..='¿' | '×' | '÷' => false,
        '\u{1680}'
        | '\u{180e}'
        | '\u{2c2}'..='\u{2df}'
        | '\u{300}'..='\u{36f}'
        | '\u{2000}'..='\u{206f}'
        | '\u{20a0}'..='\u{20ff}' => false,
        '\u{2190}'..='\u{245f}' | '\u{2500}'..='\u{2775}' | '\u{2794}'..='\u{2bff}' | '\u{3000}'..='\u{3004}' => false,
        '\u{3008}'..='\u{3020}' | '\u{d7fc}'..='\u{f8ff}' | '\u{fe00}'..='\u{fe6f}' | '\u{feff}'..='\u{ff0f}' => false,
        '\u{ff1a}'..='\u{ff20}' | '\u{ffe0}'..='\u{ffff}' | '\u{1f000}'..='\u{1f0ff}' | '\u{1f300}'..='\u{1fbef}' => {
            false
        }
        _ => character < '\u{e0000}',
    }
}

/// White space, and characters without width, which Unicode does not count as such.
pub(crate) fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_without_width(character)
}

/// Characters that nobody sees, such as a soft hyphen: between the letters of a word they are no part of it.
pub(crate) fn is_without_width(character: char) -> bool {
    matches!(character, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::{is_letter, is_same_code, lower, spelt};

    /// Up to the end of the Latin letters it is what Unicode says, and where marks and signs have blocks of their own.
    #[test]
    fn letters_and_digits_are_told_from_marks() {
        for letter in '\0'..='\u{2c1}' {
            assert_eq!(is_letter(letter), letter.is_alphanumeric(), "U+{:04X}", u32::from(letter));
        }
        for mark in "\u{301}…–•€→☐☒✓✔ \u{ad}\u{200b}\u{feff}\u{fffd}🙂".chars() {
            assert!(!is_letter(mark) && !mark.is_alphanumeric() || mark == ' ', "U+{:04X}", u32::from(mark));
        }
        assert!("жλ語アﬁ５".chars().all(is_letter));
    }

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

    #[test]
    fn danish_letters_are_spelt_out() {
        for (text, expected) in [
            ("Førtidspension", "foertidspension"),
            ("Å", "aa"),
            ("A\u{30a}", "aa"),
            ("a\u{30a}a", "aaa"),
            ("\u{212b}", "aa"),
            ("ÆØÅæøå", "aeoeaaaeoeaa"),
            ("u\u{30a}", "u\u{30a}"),
            ("", ""),
        ] {
            assert_eq!(spelt(text).collect::<String>(), expected, "{text:?}");
        }
    }

    #[test]
    fn codes_differ_in_more_than_case_and_blanks() {
        for written in
            ["praktiserendeLaege", " Praktiserende\u{a0}Læge\n", "PRAKTISERENDELAEGE", "praktiserende\u{200b}læge"]
        {
            assert!(is_same_code(written, "praktiserendeLaege"), "{written:?}");
        }
        for written in ["praktiserende-laege", "praktiserende_laege", "praktiserendeLæger", "praktiserendLaege", ""] {
            assert!(!is_same_code(written, "praktiserendeLaege"), "{written:?}");
        }
    }
}
