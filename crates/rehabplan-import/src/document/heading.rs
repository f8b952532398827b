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

/// A heading without what stands behind a colon or in brackets, which may be an answer or say whose it is: `Helbred: …`.
pub(super) fn asked(heading: &str) -> &str {
    let name = strip(heading);
    let start = heading.find(name).unwrap_or_default();
    let end = name.find([':', '(', '[']).filter(|end| *end > 0).map_or(heading.len(), |end| start + end);
    heading.get(..end).unwrap_or(heading).trim()
}

/// Whether a heading may have somebody's name in it, though its words are common ones: a capital inside, or a genitive that begins it and
/// is that of a name.
pub(super) fn may_name(heading: &str) -> bool {
    /// What is written with a capital, whoever writes.
    const PROPER: [&str; 14] = [
        "Borger",
        "Borgeren",
        "Borgerens",
        "Borgers",
        "Danmark",
        "Jobcenter",
        "Jobcentret",
        "Jobcentrets",
        "Jobnet",
        "Kommune",
        "Kommunen",
        "Kommunens",
        "Min",
        "Plan",
    ];
    /// Names that are other words in the genitive, or as they stand.
    const NAMES: [&str; 16] = [
        "anders", "bents", "bos", "dags", "evas", "hans", "idas", "jens", "kims", "livs", "majs", "mads", "pers",
        "roses", "sols", "storms",
    ];
    let name = strip(heading);
    let mut words = name.split_whitespace();
    let first = words.next().unwrap_or_default();
    let is_possessive = |word: &str| word.ends_with(['\'', '’']);
    if is_possessive(first) || NAMES.contains(&first.to_lowercase().as_str()) {
        return true;
    }
    // A sentence, or what stands behind a sign, begins anew.
    let begins_anew = |before: &str| before.ends_with(['.', ':', '?', '!', '–', '—', '-', '/', '|', '·', '+', '&']);
    let mut before = first;
    words.any(|word| {
        let is_inside = !begins_anew(std::mem::replace(&mut before, word));
        let plain = word.trim_matches(|letter: char| !letter.is_alphabetic());
        let mut letters = plain.chars();
        let is_capital =
            letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        is_inside && is_capital && word.starts_with(char::is_alphabetic) && !PROPER.contains(&plain)
    })
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
