//! How the ids of an export are written. Where a row was cut off or shifted, or is a note, a text stands in the column of the id,
//! and is shown nowhere as one.

/// More letters than an id has, and more words.
const LONGEST: usize = 64;
const MOST_WORDS: usize = 3;

/// How the texts of a column are written, as far as its first rows tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Form {
    texts: u32,
    with_digits: u32,
    with_blanks: u32,
}

impl Form {
    /// Nothing was met yet.
    pub(crate) const UNKNOWN: Self = Self { texts: 0, with_digits: 0, with_blanks: 0 };

    /// Takes down how a text is written.
    pub(crate) fn add(&mut self, text: &str) {
        let text = text.trim();
        if !text.is_empty() {
            self.texts += 1;
            self.with_digits += u32::from(has_digit(text));
            self.with_blanks += u32::from(has_blank(text));
        }
    }

    /// Takes down a number that the source itself knows as one.
    pub(crate) fn add_number(&mut self) {
        self.texts += 1;
        self.with_digits += 1;
    }

    /// Whether a text may be an id of the same column: it is short, and has digits and no blanks where most have.
    pub(crate) fn has(&self, text: &str) -> bool {
        let text = text.trim();
        let have_digits = self.with_digits * 2 > self.texts;
        let have_blanks = self.texts == 0 || self.with_blanks * 2 > self.texts;
        text.len() <= LONGEST
            && text.split_whitespace().nth(MOST_WORDS).is_none()
            && (has_digit(text) || !have_digits)
            && (have_blanks || !has_blank(text))
    }
}

fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

fn has_blank(text: &str) -> bool {
    text.contains(char::is_whitespace)
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
    fn an_id_is_written_as_the_others_are() {
        let numbers = form(&["17", "", "S-2020/18", "19"]);
        for id in ["20", " 7 ", "a-1"] {
            assert!(numbers.has(id), "{id}");
        }
        for text in ["Karen Lund i alt", "brystkræft", "Nørregade 7", "Vil hjem"] {
            assert!(!numbers.has(text), "{text}");
        }
        let words = form(&["Sag 17", "Sag 18", "19"]);
        assert!(words.has("Sag 20") && words.has("21"));
        assert!(!words.has("Bor på Nørregade 7") && !words.has("Karen Lund"));
        let letters = form(&["a", "b", "c1"]);
        assert!(letters.has("d") && !letters.has("Karen Lund"));
    }

    #[test]
    fn where_nothing_is_known_an_id_is_short() {
        for id in ["17", "Sag 17", "a", "Karen"] {
            assert!(Form::UNKNOWN.has(id), "{id}");
        }
        assert!(!Form::UNKNOWN.has("Bor på Nørregade 7"));
        assert!(!Form::UNKNOWN.has(&"1".repeat(65)));
    }
}
