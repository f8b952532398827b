//! Names where there is little room, and numbers as they are written.

use rehabplan::text::Wording;
use rehabplan::{Lang, Variants};

use crate::words::{self, fill};

/// What a paragraph is about.
pub(crate) fn paragraph(number: u8, lang: Lang) -> &'static str {
    rehabplan::names::paragraph(number).map_or("", |title| title.get(lang))
}

/// The variants of a case in a few words.
pub(crate) fn variants(variants: Variants, lang: Lang) -> String {
    variants.iter().map(|variant| variant.short_title().get(lang)).collect::<Vec<_>>().join(" + ")
}

/// A number of things, in words.
pub(crate) fn count(n: u64, one: Wording, many: Wording, lang: Lang) -> String {
    if n == 1 { one.get(lang).to_owned() } else { fill(many.get(lang), &[("n", &number(n, lang))]) }
}

/// A number as it is written in a language: `10.000` and `10,000`.
pub(crate) fn number(n: u64, lang: Lang) -> String {
    let digits = n.to_string();
    let separator = if lang == Lang::Da { '.' } else { ',' };
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(separator);
        }
        text.push(digit);
    }
    text
}

/// A share in whole per cent, rounded down, so that nothing is `0 %` that is some and nothing `100 %` that is not all.
#[must_use]
pub fn percent(part: u64, of: u64, lang: Lang) -> String {
    let whole = if of == 0 { return String::new() } else { u128::from(part) * 100 / u128::from(of) };
    let text = if part > 0 && whole == 0 { "<1".to_owned() } else { whole.to_string() };
    fill(words::PERCENT.get(lang), &[("n", &text)])
}
