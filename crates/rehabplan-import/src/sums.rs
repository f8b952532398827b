//! Rows that stand among the cases of an export and are none: the sums and the notes below a table.

use std::borrow::Cow;

use crate::record::Record;
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

/// So many columns has a table in which a row with one of them filled in says something else than the others.
const WIDE: usize = 4;

/// Whether a text is what a row of sums is called.
pub(crate) fn is_word(text: &str) -> bool {
    let text = text.trim().trim_end_matches(':').trim_end();
    WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// Whether a row with so many cells says nothing, or holds sums.
pub(crate) fn is_sum(row: &dyn Record, cells: usize) -> bool {
    let mut filled = (0..cells).map(|cell| row.value(cell)).filter(|value| !value.is_nothing()).peekable();
    let is_called_so = filled.peek().and_then(Value::text).is_some_and(|text| is_word(&text));
    is_called_so || filled.all(|value| is_number(&value))
}

/// Whether a row with so many cells looks as if it were no case.
pub(crate) fn is_one(row: &dyn Record, cells: usize, id: Option<&str>) -> bool {
    let mut filled = (0..cells).map(|cell| row.value(cell)).filter(is_filled).peekable();
    let Some(first) = filled.peek() else { return false };
    if first.text().is_some_and(|text| is_word(&text)) {
        return true;
    }
    match id {
        Some(id) => is_word(id) || id.contains(' ') && is_alone(row, cells),
        None => filled.all(|value| is_number(&value)) || is_alone(row, cells),
    }
}

/// Whether one cell alone has something in it, and it is a text.
fn is_alone(row: &dyn Record, cells: usize) -> bool {
    let mut filled = (0..cells).map(|cell| row.value(cell)).filter(is_filled);
    cells >= WIDE && matches!((filled.next(), filled.next()), (Some(Value::Text(_)), None))
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
