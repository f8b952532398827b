//! Names where there is little room, and numbers as they are written.

use rehabplan::report::Counts;
use rehabplan::text::Wording;
use rehabplan::{Lang, Outcome, Variants};

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

/// How many rules of profiles came to what, in words: those that are met say nothing else. `None` where there are none.
#[must_use]
pub fn answers_beside(counts: Counts, lang: Lang) -> Option<String> {
    let Counts { met, not_met, exempt, not_applicable, review, undetermined, not_in_source, .. } = counts;
    let counted = [
        (Outcome::Met.title(), met),
        (Outcome::NotMet.title(), not_met),
        (Outcome::Undetermined.title(), undetermined),
        (words::NOT_IN_SOURCE, not_in_source.unwrap_or_default()),
        (Outcome::Review.title(), review),
        (Outcome::Exempt.title(), exempt),
        (Outcome::NotApplicable.title(), not_applicable),
    ];
    let counted = counted.into_iter().filter(|(_, count)| *count > 0);
    let counted: Vec<String> =
        counted.map(|(outcome, count)| format!("{} {count}", outcome.get(lang).to_lowercase())).collect();
    (!counted.is_empty()).then(|| fill(words::PROFILE_ANSWERS.get(lang), &[("counts", &counted.join(", "))]))
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
