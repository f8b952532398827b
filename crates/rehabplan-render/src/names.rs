//! What paragraphs and case variants are called where there is little room.

use rehabplan::text::Text;
use rehabplan::{Lang, Phase, Variant, Variants};

use crate::words::{self, fill};

/// What a paragraph is about.
pub(crate) fn paragraph(number: u8) -> Text {
    match number {
        2 => Text::new("Planens dele", "Parts of the plan"),
        3 => Text::new("Forberedende del", "Preparatory part"),
        4 => Text::new("Lægens vurdering", "GP's assessment"),
        5 => Text::new("Indsatsdel", "Indsatsdel"),
        6 => Text::new("Teamets møde", "The team's meeting"),
        7 => Text::new("Indstilling", "Recommendation"),
        8 => Text::new("– ressourceforløb m.m.", "– ressourceforløb etc."),
        9 => Text::new("– fleksjob", "– fleksjob"),
        10 => Text::new("– førtidspension", "– førtidspension"),
        11 => Text::new("– anden indsats", "– another measure"),
        12 => Text::new("Åbenbar førtidspension", "Obvious førtidspension"),
        13 => Text::new("Borgerens ansøgning", "The citizen's application"),
        14 => Text::new("Revalidering", "Revalidering"),
        15 => Text::new("Selvstændiges virksomhed", "The self-employed"),
        16 => Text::new("– tilskud til selvstændige", "– support for the self-employed"),
        _ => Text::new("", ""),
    }
}

/// A case variant in as few words as an axis has room for.
pub(crate) fn short(variant: Variant) -> &'static str {
    match variant {
        Variant::JA22 => "Jobafklaring, 22 uger",
        Variant::JAX => "Jobafklaring, anden overgang",
        Variant::JA13D => "Jobafklaring, efter § 13 d",
        Variant::JANY => "Jobafklaring, nyt forløb",
        Variant::RF => "Ressourceforløb",
        Variant::FJ => "Fleksjob",
        Variant::FP => "Førtidspension",
        Variant::FP12 => "Førtidspension, § 12",
        Variant::FP13 => "Førtidspension, § 13",
        Variant::FPU18 => "Førtidspension uden team, § 18",
        Variant::FPU17 => "Førtidspension uden team, § 17",
        Variant::REV => "Revalidering",
        Variant::SELV => "Selvstændige",
        Variant::SDP3 => "Sygedagpenge, kategori 3",
        Variant::AND => "Anden sag",
    }
}

/// The variants of a case in a few words.
pub(crate) fn variants(variants: Variants) -> String {
    variants.iter().map(short).collect::<Vec<_>>().join(" + ")
}

/// A phase in words.
pub(crate) fn phase(phase: Phase, lang: Lang) -> &'static str {
    match phase {
        Phase::Forelaeggelse => words::PHASE_1,
        Phase::Indstilling => words::PHASE_2,
        Phase::Indsats => words::PHASE_3,
    }
    .get(lang)
}

/// A number of things, in words.
pub(crate) fn count(n: u64, one: Text, many: Text, lang: Lang) -> String {
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
