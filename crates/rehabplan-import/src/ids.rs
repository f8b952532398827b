//! How the ids of an export are written. Where a row was cut off or shifted, or is a note, a text stands in the column of the id,
//! and is shown nowhere as one.

use std::collections::BTreeMap;

use crate::dates;

/// More signs than an id that is shown has.
const LONGEST: usize = 40;
/// More letters than the one word of an id has, where nothing else tells that it is one.
const LONGEST_WORD: usize = 5;
/// So many rows have the same words, one and three others, where these are a part of each id: "Sag 40001".
const ALIKE: usize = 4;
/// As many kinds of words and of looks are remembered.
const MOST_WORDS: usize = 256;
/// What stands before a number that is an id, with a blank between.
const BEFORE_A_NUMBER: [&str; 10] =
    ["case", "forløb", "id", "journal", "journalnr", "no", "nr", "plan", "sag", "sagsnr"];
/// So many digits behind any other word in capitals are no year, no age and no part of a diagnosis.
const DIGITS_OF_A_NUMBER: usize = 5;
/// What stands between the letters and the digits of an id.
const SIGNS: &str = "-_/.:#{}";
/// So many letters and digits among each other are a key that a program made.
const SHORTEST_KEY: usize = 12;

/// How the texts of a column are written, as far as its first rows tell.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Form {
    /// The words of those that are no ids by themselves, and a few texts that have them.
    words: BTreeMap<Box<str>, Vec<Box<str>>>,
    /// What those look like that are, and how many look so.
    looks: BTreeMap<Box<str>, u32>,
}

impl Form {
    /// Nothing was met yet.
    pub(crate) const UNKNOWN: Self = Self { words: BTreeMap::new(), looks: BTreeMap::new() };

    /// Takes down how a text is written.
    pub(crate) fn add(&mut self, text: &str) {
        let text = text.trim();
        if !may_be_one(text) {
            return;
        }
        if is_one(text) {
            let look = look(text).into_boxed_str();
            if self.looks.len() < MOST_WORDS || self.looks.contains_key(&look) {
                *self.looks.entry(look).or_default() += 1;
            }
            return;
        }
        let words = words(text).into_boxed_str();
        if self.words.len() < MOST_WORDS || self.words.contains_key(&words) {
            let texts = self.words.entry(words).or_default();
            // A text that comes again says no more than once.
            if texts.len() < ALIKE && !texts.iter().any(|known| **known == *text) {
                texts.push(text.into());
            }
        }
    }

    /// Whether a text can only be an id: it is one by itself and not the only one that looks so where others look alike, or has the words
    /// of others in the column.
    pub(crate) fn has(&self, text: &str) -> bool {
        let text = text.trim();
        let is_alike = || self.words.get(words(text).as_str()).is_some_and(|texts| texts.len() >= ALIKE);
        may_be_one(text) && (is_one(text) && !self.is_stray(text) || is_alike())
    }

    /// Whether no other text looks like one that is an id by itself, and others look like each other: a diagnosis among numbers.
    fn is_stray(&self, text: &str) -> bool {
        let is_number = text.bytes().all(|byte| byte.is_ascii_digit()) && !is_of_person(text);
        let own = self.looks.get(look(text).as_str()).copied().unwrap_or_default();
        !is_number && own < 2 && self.looks.values().any(|others| *others > 1)
    }
}

/// Whether a text is a number that a spreadsheet has rounded to show it: `1,23E+11` is every number from 122,500,000,000, and nobody
/// can say which.
pub(crate) fn is_rounded(text: &str) -> bool {
    let Some((shown, power)) = text.split_once("E+") else { return false };
    let Some((whole, places)) = shown.split_once([',', '.']) else { return false };
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    whole.len() == 1
        && [whole, places, power].into_iter().all(are_digits)
        && power.parse().is_ok_and(|power: usize| places.len() < power)
}

/// Whether a text may be an id.
fn may_be_one(text: &str) -> bool {
    text.len() <= LONGEST && text.bytes().any(|byte| byte.is_ascii_digit()) || is_guid(text)
}

/// Whether a word that other tables know their rows by is written as a code is, and as no word of a text.
pub(crate) fn is_code(text: &str) -> bool {
    const LONGEST: usize = 8;
    let is_of_it = |letter: char| letter.is_uppercase() || letter.is_ascii_digit() || SIGNS.contains(letter);
    !text.is_empty() && text.len() <= LONGEST && text.chars().all(is_of_it)
}

/// Whether a text that may be an id is one whatever the others are.
fn is_one(text: &str) -> bool {
    let is_sign = |letter: char| letter.is_alphanumeric() || SIGNS.contains(letter);
    let is_day = || dates::read(text, None).is_some() && !text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once(char::is_whitespace) {
        None => {
            let ends = text.ends_with(['.', ':']);
            is_guid(text)
                || text.chars().all(is_sign) && !ends && !is_day() && (has_a_word_at_most(text) || is_key(text))
        }
        Some((word, number)) => {
            let number = number.trim_start();
            let are_digits = number.bytes().all(|byte| byte.is_ascii_digit() || b"-/.".contains(&byte));
            let is_known = BEFORE_A_NUMBER.contains(&word.to_lowercase().as_str());
            let is_name = word.chars().all(char::is_uppercase) && word.chars().count() <= LONGEST_WORD;
            are_digits && !number.is_empty() && (is_known || is_name && digits(number) >= DIGITS_OF_A_NUMBER)
        }
    }
}

/// Whether a text has no more than a short word of letters.
fn has_a_word_at_most(text: &str) -> bool {
    let mut words = text.split(|sign: char| !sign.is_alphanumeric()).map(letters).filter(|letters| *letters > 0);
    words.next().is_none_or(|letters| letters <= LONGEST_WORD) && words.next().is_none()
}

/// Whether a text is letters and digits among each other, as programs make keys: `507f1f77bcf86cd799439011`.
fn is_key(text: &str) -> bool {
    const OF_LETTERS: usize = 4;
    let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let are_mixed = text.trim_start_matches(|sign: char| !sign.is_ascii_digit()).contains(char::is_alphabetic);
    text.len() >= SHORTEST_KEY && is_plain && are_mixed && digits(text) * OF_LETTERS >= text.len()
}

/// Whether a text is written as the number of a person is.
pub(crate) fn is_of_person(text: &str) -> bool {
    let plain = text.replace(['-', ' '], "");
    let is_day = plain.get(..2).is_some_and(|day| ("01"..="31").contains(&day));
    let is_month = plain.get(2..4).is_some_and(|month| ("01"..="12").contains(&month));
    plain.len() == 10 && plain.bytes().all(|byte| byte.is_ascii_digit()) && is_day && is_month
}

/// What an id looks like: a sign for each run of letters and of digits, and what stands between them.
fn look(text: &str) -> String {
    if is_guid(text) || is_key(text) {
        return "key".to_owned();
    }
    if is_of_person(text) {
        return "person".to_owned();
    }
    let mut look = String::new();
    for sign in text.chars() {
        let kind = match sign {
            sign if sign.is_alphabetic() => 'a',
            sign if sign.is_numeric() => '9',
            sign => sign,
        };
        if !kind.is_alphanumeric() || !look.ends_with(kind) {
            look.push(kind);
        }
    }
    look
}

fn digits(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

fn letters(word: &str) -> usize {
    word.chars().filter(|sign| sign.is_alphabetic()).count()
}

/// The words of letters of a text, in lower case.
fn words(text: &str) -> String {
    let words = text.split(|sign: char| !sign.is_alphabetic()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(" ").to_lowercase()
}

fn is_guid(text: &str) -> bool {
    const PARTS: [usize; 5] = [8, 4, 4, 4, 12];
    let text = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    let is_hex = |part: &str| part.bytes().all(|byte| byte.is_ascii_hexdigit());
    text.split('-').map(str::len).eq(PARTS) && text.split('-').all(is_hex)
}

#[cfg(test)]
mod tests {
    use super::Form;

    fn form(texts: &[&str]) -> Form {
        let mut form = Form::default();
        texts.iter().for_each(|text| form.add(text));
        form
    }

    #[test]
    fn an_id_is_known_by_itself() {
        for id in [
            "17",
            " 7 ",
            "a-1",
            "S-2020/18",
            "Sag 17",
            "KMD 40001",
            "15.20.00-G01-1-20",
            "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            "{3F2504E0-4F89-11D3-9A0C-0305E82C3301}",
            "507f1f77bcf86cd799439011",
            "01ARZ3NDEKTSV4RRFFQ69G5FAV",
        ] {
            assert!(Form::UNKNOWN.has(id), "{id}");
        }
        for text in [
            "Karen",
            "Karen Lund i alt",
            "brystkræft",
            "Nørregade 7",
            "Bor nr 7",
            "Vil hjem",
            "7, og vil hjem",
            "Nr. 7",
            "Kl: 7",
            "Knæ 2",
            "2 børn",
            "fra 2019",
            "ADHD 2019",
            "50%",
            "02-03-2020",
            "(7)",
            "covidcovid19",
            &"1".repeat(41),
        ] {
            assert!(!Form::UNKNOWN.has(text), "{text}");
        }
    }

    #[test]
    fn what_looks_like_no_other_id_is_none() {
        let numbers = form(&["1", "2", "S-7", "S-8", "S-9"]);
        for (text, is_shown) in [
            ("3", true),
            ("S-10", true),
            ("F32.1", false),
            ("010203-1234", false),
            ("0102031234", false),
            ("L4-5", false),
        ] {
            assert_eq!(numbers.has(text), is_shown, "{text}");
        }
        // Where each looks otherwise, nobody can tell, and keys that programs made look alike.
        assert!(form(&["40001", "KMD 40001", "S-2020/18"]).has("S-2020/18"));
        let keys = form(&["507f1f77bcf86cd799439011", "5f1a9c3e7d8b2a4c6e0f1b3d"]);
        assert!(keys.has("e07f1f77bcf86cd799439011") && !keys.has("F32.1"));
        // The numbers of persons are shown to whoever has no others.
        assert!(form(&["010203-1234", "020304-1234"]).has("030405-1234"));
    }

    #[test]
    fn an_id_has_the_words_of_the_others() {
        let journals =
            form(&["Journal nr. 17", "Journal nr. 18", "Journal nr. 19", "Journal nr. 20", "Bor Nørregade 7"]);
        assert!(journals.has("Journal nr. 21"));
        for text in ["Bor Nørregade 7", "Journal nr.", "Journal", "Bor Nørregade 8"] {
            assert!(!journals.has(text), "{text}");
        }
        // One text that comes again is not that of others.
        assert!(!form(&["Bor Nørregade 7"; 9]).has("Bor Nørregade 7"));
        assert!(!form(&["Sag 17", "Sag 18", "Sag 19", "Sag 20"]).has("Bor Nørregade 7"));
    }
}
