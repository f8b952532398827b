//! How forms are filled in: boxes that are ticked or not, and what stands under a heading.

/// A longer line is no heading, in bytes.
const LONGEST: usize = 48;
/// As many words may stand before the one that makes a line the heading of a recommendation, and behind it.
const AROUND: usize = 3;
/// What such a heading is, in the singular: "Mulige indstillinger" heads a list of what there is to choose among.
const HEADS: [&str; 3] = ["indstilling", "anbefaling", "forslag"];
/// "Indstilles til", alone in its line.
const VERBS: [&str; 3] = ["indstilles", "anbefales", "foreslås"];

/// Whether a line without a colon is the heading of a recommendation, whosoever it is: "Kommunens indstilling", "## Forslag",
/// "Anbefaling fra jobcentret".
pub(crate) fn is_heading(line: &str) -> bool {
    // With the blanks behind it, since it is asked for at each of many blank lines.
    if line.len() > LONGEST || line.trim().contains('\n') {
        return false;
    }
    let line =
        line.trim_matches(|letter: char| !letter.is_alphabetic() && !matches!(letter, '.' | '!' | '?' | ':' | ';'));
    if !line.chars().all(|letter| letter.is_alphabetic() || letter == ' ') {
        return false;
    }
    let is_one = |word: &str, of: &[&str]| of.iter().any(|head| is_same(word, head));
    let mut words = line.split_whitespace();
    if words.clone().next().is_some_and(|word| is_one(word, &VERBS)) {
        return words.nth(1).is_none_or(|word| is_one(word, &["til"])) && words.next().is_none();
    }
    let Some(before) = words.position(|word| is_one(word, &HEADS)) else { return false };
    let sender = words.next().is_none_or(|word| is_one(word, &["fra", "til", "herfra"]));
    before <= AROUND && sender && words.count() <= AROUND
}

fn is_same(word: &str, other: &str) -> bool {
    word.chars().flat_map(char::to_lowercase).eq(other.chars())
}

/// A box at the beginning of a text, whether it is ticked, and how many bytes it takes: "☐", "☒", "[ ]", "[x]", "( )", "(x)".
pub(crate) fn tick_box(text: &[u8]) -> Option<(bool, usize)> {
    match text {
        [0xe2, 0x98, 0x90, ..] => Some((false, 3)),
        [0xe2, 0x98, 0x91 | 0x92, ..] | [0xe2, 0x9c, 0x93..=0x98, ..] => Some((true, 3)),
        [b'[', b']', ..] | [b'(', b')', ..] => Some((false, 2)),
        [b'[', b' ' | b'_', b']', ..] | [b'(', b' ' | b'_', b')', ..] => Some((false, 3)),
        [b'[', b'x' | b'X', b']', ..] | [b'(', b'x' | b'X', b')', ..] => Some((true, 3)),
        _ => None,
    }
}
