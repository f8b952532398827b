//! How the ids of an export are written. Where a row was cut off or shifted, or is a note, a text stands in the column of the id,
//! and is shown nowhere as one.

use std::collections::BTreeMap;

/// More signs than an id that is shown has.
const LONGEST: usize = 40;
/// More letters than the one word of an id has, where nothing else tells that it is one.
const LONGEST_WORD: usize = 5;
/// So many rows have the same words, one and three others, where these are a part of each id: "Sag 40001".
const ALIKE: usize = 4;
/// As many kinds of words are remembered.
const MOST_WORDS: usize = 256;

/// How the texts of a column are written, as far as its first rows tell: the words of those that are no ids by themselves, and a few
/// texts that have them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub(crate) struct Form(BTreeMap<Box<str>, Vec<Box<str>>>);

impl Form {
    /// Nothing was met yet.
    pub(crate) const UNKNOWN: Self = Self(BTreeMap::new());

    /// Takes down how a text is written.
    pub(crate) fn add(&mut self, text: &str) {
        let text = text.trim();
        if !may_be_one(text) || is_one(text) {
            return;
        }
        let words = words(text).into_boxed_str();
        if self.0.len() < MOST_WORDS || self.0.contains_key(&words) {
            let texts = self.0.entry(words).or_default();
            // A text that comes again says no more than once.
            if texts.len() < ALIKE && !texts.iter().any(|known| **known == *text) {
                texts.push(text.into());
            }
        }
    }

    /// Whether a text can only be an id: it is one by itself, or has the words of others in the column.
    pub(crate) fn has(&self, text: &str) -> bool {
        let text = text.trim();
        let is_alike = || self.0.get(words(text).as_str()).is_some_and(|texts| texts.len() >= ALIKE);
        may_be_one(text) && (is_one(text) || is_alike())
    }
}

/// Whether a text may be an id.
fn may_be_one(text: &str) -> bool {
    text.len() <= LONGEST && text.bytes().any(|byte| byte.is_ascii_digit()) || is_guid(text)
}

/// Whether a text that may be an id is one whatever the others are: no sentence, and with no more than a short word of letters.
fn is_one(text: &str) -> bool {
    let is_stop = |(at, sign): (usize, char)| match sign {
        ',' | ';' | '!' | '?' => true,
        '.' | ':' => text.get(at + 1..).is_none_or(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace)),
        _ => false,
    };
    let mut words = text.split(|sign: char| !sign.is_alphanumeric()).map(letters).filter(|letters| *letters > 0);
    let has_a_word_at_most = words.next().is_none_or(|letters| letters <= LONGEST_WORD) && words.next().is_none();
    is_guid(text) || !text.char_indices().any(is_stop) && has_a_word_at_most
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
            &"1".repeat(41),
        ] {
            assert!(!Form::UNKNOWN.has(text), "{text}");
        }
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
