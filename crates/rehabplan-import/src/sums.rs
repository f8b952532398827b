//! Rows that stand among the cases of an export and are none: sums and notes, and the headings again.

use std::borrow::Cow;

use crate::record::{Field, Record};
use crate::value::Value;

/// What a row of sums is called.
const WORDS: [&str; 14] = [
    "i alt",
    "ialt",
    "alle i alt",
    "antal i alt",
    "total",
    "totalt",
    "hovedtotal",
    "grand total",
    "subtotal",
    "sum",
    "samlet",
    "antal",
    "antal sager",
    "gennemsnit",
];

/// What stands behind the name of a group, where a row has its sums: "Øst i alt"; and before a number: "I alt: 2".
const OF_GROUPS: [&str; 3] = [" i alt", " ialt", " total"];
const BEFORE: [&str; 4] = ["i alt ", "i alt:", "total ", "total:"];

/// So many columns has a table in which a row with one of them filled in says something else than the others.
const WIDE: usize = 4;

/// So many cells that are the heading of their column make a row that of the headings.
const HEADINGS: usize = 2;

/// Whether a text is what a row of sums is called.
pub(crate) fn is_word(text: &str) -> bool {
    const LONGEST: usize = 80;
    if text.len() > LONGEST {
        return false;
    }
    let text = text.trim().trim_end_matches(':').trim_end().to_lowercase();
    WORDS.contains(&text.as_str())
        || OF_GROUPS.iter().any(|end| text.ends_with(end))
        || BEFORE.iter().any(|begin| text.starts_with(begin))
}

/// Whether a row with so many cells says nothing, or holds sums.
pub(crate) fn is_sum(row: &dyn Record, cells: usize) -> bool {
    is_called_so(row, cells) || filled(row, cells).all(|value| is_number(&value))
}

/// Whether a row with so many cells begins as a row of sums does.
pub(crate) fn is_called_so(row: &dyn Record, cells: usize) -> bool {
    filled(row, cells).next().as_ref().and_then(Value::text).is_some_and(|text| is_word(&text))
}

fn filled(row: &dyn Record, cells: usize) -> impl Iterator<Item = Value<'_>> {
    (0..cells).map(|cell| row.value(cell)).filter(|value| !value.is_nothing())
}

/// What stands in a row in the place of its id.
#[derive(Clone, Copy)]
pub(crate) enum Id {
    /// The mapping does not say where it stands.
    Unknown,
    /// Nothing.
    Blank,
    /// What can only be an id.
    Is,
    /// What may be a text.
    Odd,
}

/// Whether a row looks as if it were no case. One with an id is a case, whatever it lacks, and so is one of which something else says
/// that it is, be it written as a sum or not.
pub(crate) fn is_no_case(row: &dyn Record, fields: &[Field], id: Id, is_case: impl FnOnce(bool) -> bool) -> bool {
    let mut filled = (0..fields.len()).map(|cell| row.value(cell)).filter(is_filled).peekable();
    let is_after_a_number = filled.peek().is_some_and(is_number);
    let mut texts = filled.filter(|value| !is_number(value));
    let text = texts.next();
    let are_rest_numbers = texts.next().is_none();
    let is_sum = are_rest_numbers && text.as_ref().and_then(Value::text).is_some_and(|text| is_word(&text));
    let is_none = is_sum
        || match id {
            Id::Is => false,
            // The sums of a group, or nothing but a note.
            Id::Odd => are_rest_numbers && is_wide_or_summed(row, fields),
            Id::Blank => is_after_a_number && text.is_none() || is_note(row, fields) || are_counts(row, fields),
            // Numbers may be the id, and what the case is coded with.
            Id::Unknown => is_note(row, fields),
        };
    are_headings(row, fields) || is_rule(row, fields) || is_none && !is_case(is_sum)
}

/// Whether the first cell alone has something in it, and it is a text of several words.
fn is_note(row: &dyn Record, fields: &[Field]) -> bool {
    let is_text = matches!(row.value(0), Value::Text(text) if text.trim().contains(char::is_whitespace));
    fields.len() >= WIDE && is_text && !(1..fields.len()).any(|cell| is_filled(&row.value(cell)))
}

/// Whether more than one cell has something in it, or one has in a table that is wide.
fn is_wide_or_summed(row: &dyn Record, fields: &[Field]) -> bool {
    fields.len() >= WIDE || (0..fields.len()).map(|cell| row.value(cell)).filter(is_filled).nth(1).is_some()
}

/// Whether nothing but numbers and texts that count something stands in a row: "Antal udfyldt: 20".
fn are_counts(row: &dyn Record, fields: &[Field]) -> bool {
    const COUNTS: [&str; 5] = ["antal", "gennemsnit", "i alt", "sum", "total"];
    let is_count = |value: &Value<'_>| {
        let text = value.text().unwrap_or_default().trim().to_lowercase();
        let number = text.rsplit([':', ' ']).next().unwrap_or_default();
        COUNTS.iter().any(|word| text.starts_with(word)) && number.starts_with(|letter: char| letter.is_ascii_digit())
    };
    let mut filled =
        (0..fields.len()).map(|cell| row.value(cell)).filter(is_filled).filter(|value| !is_number(value)).peekable();
    filled.peek().is_some() && filled.all(|value| is_count(&value))
}

/// Whether nothing but lines of dashes stands in a row, as some systems draw them below the headings. One dash or two are a word for
/// nothing.
fn is_rule(row: &dyn Record, fields: &[Field]) -> bool {
    const FEWEST: usize = 3;
    let is_line = |value: Value<'_>| {
        let text = value.text().unwrap_or_default();
        let text = text.trim();
        text.len() >= FEWEST && text.bytes().all(|byte| matches!(byte, b'-' | b'=' | b'_' | b':' | b' '))
    };
    let mut filled = (0..fields.len()).map(|cell| row.value(cell)).filter(is_filled).peekable();
    filled.peek().is_some() && filled.all(is_line)
}

/// Whether most of what stands in a row is the heading of its column: files with headings that were joined.
fn are_headings(row: &dyn Record, fields: &[Field]) -> bool {
    let (mut headings, mut others) = (0_usize, 0_usize);
    for (cell, field) in fields.iter().enumerate() {
        match row.value(cell) {
            Value::Text(text) if text.trim() == &*field.name => headings += 1,
            value => others += usize::from(is_filled(&value)),
        }
    }
    headings >= HEADINGS && headings > others
}

/// Where a row ends early, nothing is filled in.
fn is_filled(value: &Value<'_>) -> bool {
    !value.is_nothing() && *value != Value::Unreadable
}

fn is_number(value: &Value<'_>) -> bool {
    let is_digits =
        |text: &Cow<'_, str>| text.trim().bytes().all(|byte| byte.is_ascii_digit() || b" .,%-".contains(&byte));
    match value {
        Value::Number(_) => true,
        Value::Text(text) => is_digits(text),
        _ => false,
    }
}
