//! What stands before a reply and is none: dates, numbers of items, and labels of a form.

use super::lists::NOTHINGS;
use super::words::{IS_SMALL, is_month, is_same, words};
use crate::letters::{is_blank, is_letter, split};

/// No label has more bytes.
const LONGEST: usize = 40;

/// So many bytes of a text are looked at for a label or markup; a letter may be two.
pub(super) const HEAD: usize = 2 * LONGEST;

/// Whether a text may begin with a label or a number. Never wrong when it says no.
pub(super) fn may_begin(text: &str) -> bool {
    // What nobody sees, and markup, may stand between the letters.
    let text = text.as_bytes();
    // (Of so many bytes as are known beforehand, many are asked at once.)
    let is_mark = |byte: &u8| u8::from(*byte == b':') | u8::from(*byte == b'&') | u8::from(*byte == b'<');
    let marks = match text.first_chunk::<HEAD>() {
        Some(head) => head.iter().fold(0, |any, byte| any | is_mark(byte)),
        None => text.iter().fold(0, |any, byte| any | is_mark(byte)),
    };
    marks != 0 || text.first().is_some_and(u8::is_ascii_digit)
}

/// What stands behind dates, the number of an item and a short label; `None` where there are none.
pub(super) fn behind_marks(text: &str) -> Option<&str> {
    let rest = behind_numbers(text);
    let rest = match split(rest, ":") {
        Some((label, behind)) if is_short_label(label) => behind_numbers(behind),
        _ => rest,
    };
    // (What is shorter has lost more than the blanks before it.)
    if rest.len() < text.trim_start_matches(is_blank).len() {
        Some(rest.trim_start_matches(|sign| !is_letter(sign)))
    } else {
        None
    }
}

/// What stands behind dates and the numbers of items. A number that only stands there may be the answer: »37, se bilag 3«.
fn behind_numbers(text: &str) -> &str {
    let (mut rest, mut is_date) = (text.trim_start_matches(is_blank), false);
    while let Some((word, behind)) = rest.split_once(is_blank) {
        let within = word.trim_matches(|sign| !is_letter(sign));
        let is_mark = word.ends_with([':', '.', ')']);
        let pieces = within.split(['.', '-', '/']).count();
        let is_number = within.split(['.', '-', '/']).all(is_digits);
        let is_full = is_number && (pieces > 2 || pieces == 2 && within.contains('/'));
        let is_of_date = is_date && (is_month(within) || is_digits(within) && within.len() == 4);
        if !(is_full || is_of_date || is_mark && (is_number || within.chars().count() == 1)) {
            break;
        }
        is_date = is_number && !is_full || is_month(within);
        rest = behind.trim_start_matches(is_blank);
    }
    rest
}

/// Whether a text is a label that may stand before a reference: one or two words, perhaps with a number or a date. More of them may
/// be the answer: »Arbejde som smed: se bilag 3«.
fn is_short_label(text: &str) -> bool {
    let mut numbers = words(text).skip_while(|word| is_word(word));
    let of_letters = words(text).take_while(|word| is_word(word)).count();
    (1..=2).contains(&of_letters)
        && text.len() <= LONGEST
        && !text.contains('\n')
        && numbers.all(|word| is_digits(word.get(..1).unwrap_or_default()) || is_month(word))
        && goes_on_small(text)
        && !is_reply(text)
}

/// Whether no word but the first is written with a capital: where it is, a line may have ended before it, which markup does not
/// tell.
fn goes_on_small(text: &str) -> bool {
    !words(text).skip(1).any(|word| word.starts_with(char::is_uppercase))
}

/// Whether a text is made of labels and nothing else, as a form is that nobody has filled in: one to four words to a line, or one to
/// each label where there are several of them in a line.
pub(super) fn is_of_labels(text: &str) -> bool {
    let is_line = |line: &str| {
        let Some(labels) = line.trim_matches(is_blank).strip_suffix(':') else { return false };
        let most = if labels.contains(':') { 1 } else { 4 };
        labels.split(':').all(|label| is_label(label, most) && !is_reply(label))
    };
    let mut lines = text.lines().filter(|line| !line.trim_matches(is_blank).is_empty()).peekable();
    lines.peek().is_some() && lines.all(is_line)
}

/// Whether a text is made of boxes that nobody has ticked, each with a label behind it, and perhaps one for all of them before: none of
/// them is chosen, so nothing is said. A square without a tick may be the mark of a list, and is none of them.
pub(super) fn is_of_empty_boxes(text: &str) -> bool {
    const EMPTY: char = '☐';
    // (Dashes begin with the byte that the box begins with, and hardly another sign does. Small before fast in a browser.)
    let may_hold = || IS_SMALL || memchr::memchr2(b'[', 0xe2, text.as_bytes()).is_some();
    if !may_hold() || !text.contains(['[', EMPTY]) {
        return false;
    }
    let text = text.replace("[ ]", "☐");
    let mut labels =
        text.split(EMPTY).map(|label| label.trim_matches(|sign| is_blank(sign) || matches!(sign, ',' | ';')));
    let before = labels.next().unwrap_or_default();
    let is_headed = before.is_empty() || before.strip_suffix(':').is_some_and(|label| is_label(label, 4));
    // A letter by itself may be the cross.
    let is_of_a_box = |label: &str| is_label(label, 3) && words(label).all(|word| word.chars().nth(1).is_some());
    text.contains(EMPTY) && is_headed && labels.all(is_of_a_box)
}

/// Whether a text may be the label of a field: so many words, of which the first alone is written with a capital.
fn is_label(text: &str, most: usize) -> bool {
    let begins_large = text.trim_start_matches(is_blank).starts_with(char::is_uppercase);
    let is_short = (1..=most).contains(&words(text).count()) && text.chars().count() <= LONGEST;
    begins_large && is_short && words(text).all(is_word) && goes_on_small(text)
}

/// Whether a text says yes, no or nothing by itself.
fn is_reply(text: &str) -> bool {
    let first = words(text).next().unwrap_or_default();
    is_same(first, "ja")
        || NOTHINGS.iter().any(|nothing| words(nothing).next().is_some_and(|word| is_same(first, word)))
}

fn is_word(word: &str) -> bool {
    word.starts_with(is_letter)
        && word.chars().all(|letter| is_letter(letter) && !letter.is_ascii_digit() || matches!(letter, '-' | '/'))
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
