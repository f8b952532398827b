//! What systems write in a cell where there is nothing. Nobody but the mapping says that it is so: a person may have written it.

use rehabplan::reply::is_blank;

/// The words, each for any way of writing it in capitals.
pub(crate) const WORDS: [&str; 24] = [
    "\\N",
    "NULL",
    "(null)",
    "None",
    "NaN",
    "N/A",
    "(blank)",
    "(blanks)",
    "(empty)",
    "(tom)",
    "(tomme)",
    "(tomt)",
    "(ukendt)",
    "Ukendt",
    "Unknown",
    "Ikke oplyst",
    "Ikke udfyldt",
    "Ikke registreret",
    "Ej registreret",
    "Uoplyst",
    "-",
    "--",
    "00000000",
    "00-00-0000",
];
const LONGEST: usize = 16;

/// The word for nothing that a text is.
pub(crate) fn word(text: &str) -> Option<&'static str> {
    let text = text.trim();
    // Every text of an export is looked at, and most are longer.
    if text.len() > LONGEST {
        return None;
    }
    // "none" is what somebody says; a program writes it with a capital.
    let is_it = |word: &&str| word.eq_ignore_ascii_case(text) && (*word != "None" || text == *word);
    WORDS.into_iter().find(is_it)
}

/// Whether a text is one that is an answer all the same where the mapping does not name it: others are no answer to anybody.
pub(crate) fn is_an_answer(text: &str) -> bool {
    word(text).is_some_and(|word| !is_blank(word))
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, WORDS, is_an_answer, word};

    #[test]
    fn a_word_for_nothing_is_known_in_capitals_and_without() {
        assert!(WORDS.iter().all(|word| word.len() <= LONGEST));
        assert_eq!(word(" (BLANK) "), Some("(blank)"));
        assert_eq!(word("ukendt"), Some("Ukendt"));
        assert_eq!((word("None"), word("none")), (Some("None"), None));
        for other in ["", "Ja", "(ingen)", "Ukendt med job", "tom", "blank", "2020-03-02"] {
            assert_eq!(word(other), None, "{other}");
        }
        assert!(is_an_answer("(tom)") && is_an_answer("UKENDT"));
        assert!(!is_an_answer("NULL") && !is_an_answer("Ikke udfyldt") && !is_an_answer("-"));
    }
}
