//! What of a heading is its name: without its number, the provision that it serves, and what stands in brackets.

/// A heading without its number, the colon behind it, and the provision that it names at its end.
pub(super) fn strip(heading: &str) -> &str {
    let mut rest = without_provision(heading.trim());
    rest = rest.trim_end_matches([':', '.', '?', '*', ' ', '\u{a0}']);
    while let Some((first, more)) = rest.split_once([' ', '\t', '\u{a0}']) {
        if !is_number(first) || more.trim().is_empty() {
            break;
        }
        rest = more.trim_start();
    }
    // A number may stand at the first letter: `10.Helbred`.
    let close = rest.trim_start_matches(|first: char| first.is_ascii_digit() || first == '.');
    let is_numbered = close.len() + 1 < rest.len()
        && rest.get(..rest.len() - close.len()).is_some_and(|number| number.ends_with('.'));
    if is_numbered && !close.is_empty() { close } else { rest }
}

/// Whether a word does nothing but count: `3.1.`, `IV)`, `§`, `nr.`, `(b)`, `3/13`.
fn is_number(word: &str) -> bool {
    const WORDS: [&str; 13] =
        ["§", "§§", "stk", "nr", "–", "-", "—", "punkt", "pkt", "afsnit", "spørgsmål", "ad", "felt"];
    let plain = word.trim_matches(['.', ')', '(', ':', ',', '#', '•', '/']);
    // A year is none.
    let is_short = plain.split(|letter: char| !letter.is_ascii_digit()).all(|digits| digits.len() < 4);
    let is_numeral = is_short
        && plain.starts_with(|first: char| first.is_ascii_digit())
        && plain.trim_end_matches(|last: char| last.is_ascii_lowercase()).len() + 1 >= plain.len()
        && plain.chars().all(|letter| letter.is_ascii_alphanumeric() || ['.', '/', '-'].contains(&letter));
    let is_roman = plain.len() > 1 && plain.chars().all(|letter| ['I', 'V', 'X'].contains(&letter));
    let is_letter = plain.chars().count() == 1 && word.len() > plain.len() && plain.chars().all(char::is_alphabetic);
    plain.is_empty() || is_numeral || is_roman || is_letter || WORDS.contains(&plain.to_lowercase().as_str())
}

/// A heading without the provision that it is said to serve: `Ønsker, jf. § 3, stk. 1, nr. 4`.
fn without_provision(heading: &str) -> &str {
    const OPENINGS: [&str; 7] = [", jf.", " jf.", ", jfr.", " efter §", ", §", " – §", " - §"];
    let end = OPENINGS.iter().filter_map(|opening| heading.find(opening)).min();
    end.filter(|end| *end > 0).and_then(|end| heading.get(..end)).unwrap_or(heading)
}

/// What stands in brackets behind a heading.
pub(super) fn in_brackets(heading: &str) -> Option<&str> {
    heading.find(['(', '[']).and_then(|at| heading.get(at..))
}
