//! What a sentence says where a day, a yes or a code is asked for: `Samtale på jobcentret den 28. februar 2023.`
//!
//! A sentence says a fact where it names exactly one, and nothing in it denies it, doubts it or puts it off. What names several, or one in
//! part, is left as it is: it stands in the report as what cannot be read, or the heading has no place.

use rehabplan::plan::FieldKind;
use rehabplan::pointer;

use crate::dates;
use crate::labels;

/// What denies a fact, by the whole word.
const DENIED: [&str; 9] = ["aldrig", "hverken", "ikke", "ingen", "ingenting", "intet", "manglende", "næppe", "uden"];
/// What doubts it or puts it off, by the whole word.
const DOUBTED: [&str; 38] = [
    "bør",
    "ca",
    "cirka",
    "delvis",
    "delvist",
    "dog",
    "efter",
    "endnu",
    "enten",
    "evt",
    "frem",
    "fremover",
    "førend",
    "før",
    "hidtil",
    "hvis",
    "inden",
    "kan",
    "kun",
    "kunne",
    "men",
    "mindst",
    "måske",
    "næste",
    "når",
    "omkring",
    "primo",
    "senest",
    "senere",
    "siden",
    "skal",
    "skulle",
    "såfremt",
    "tidligere",
    "tidligst",
    "ultimo",
    "undtagen",
    "vil",
];
/// The same, by how a word begins.
const UNCERTAIN: [&str; 28] = [
    "afbud",
    "aflys",
    "afsl",
    "afvent",
    "afvis",
    "ansøg",
    "eventuel",
    "foreslå",
    "forment",
    "forsøg",
    "forvent",
    "frafald",
    "fravær",
    "indkald",
    "inviter",
    "meldt",
    "mindretal",
    "mulig",
    "overvej",
    "planlag",
    "planlæg",
    "sandsynlig",
    "udeble",
    "udsat",
    "uenig",
    "usikker",
    "uklar",
    "ønsk",
];
/// A sentence that is longer tells more than the fact.
const MOST_WORDS: usize = 16;
const OR: &str = "eller";

/// The fact that a text of more words says at a place of some kind, as it is written there; nothing where it says none for certain.
pub(super) fn of(place: &str, kind: FieldKind, text: &str) -> Option<String> {
    let text = text.trim();
    let is_one = !text.contains(['\n', '?']) && text.split_whitespace().count() <= MOST_WORDS;
    if !is_one {
        return None;
    }
    match kind {
        FieldKind::Date => day(text),
        FieldKind::Boolean => reply(text),
        FieldKind::Code { codes } => code(place, codes, text),
        _ => None,
    }
}

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase)
}

fn is_doubted(word: &str) -> bool {
    DOUBTED.contains(&word) || UNCERTAIN.iter().any(|beginning| word.starts_with(beginning))
}

fn is_uncertain(word: &str) -> bool {
    DENIED.contains(&word) || is_doubted(word)
}

/// The one day that a sentence names. Another number, or a month without its day, may be of another.
fn day(text: &str) -> Option<String> {
    const LONGEST: usize = 3;
    /// What has a day that is none of the case, by how a word begins: a person, a law, and the paper itself.
    const OTHERS: [&str; 14] = [
        "bekendtgør",
        "cpr",
        "død",
        "fød",
        "gyldig",
        "gæld",
        "ikraft",
        "lov",
        "print",
        "revider",
        "skabelon",
        "trykt",
        "udskr",
        "version",
    ];
    // When on the day is no other day.
    let is_clock = |word: &str| ["kl", "kl.", "klokken"].contains(&word.to_lowercase().as_str());
    let mut is_after_clock = false;
    let mut is_of_clock = |word: &&str| {
        let is_time = std::mem::replace(&mut is_after_clock, is_clock(word));
        is_after_clock || is_time && word.starts_with(|first: char| first.is_ascii_digit())
    };
    let all: Vec<&str> = text.split_whitespace().filter(|word| !is_of_clock(word)).collect();
    let bare = |word: &str| word.trim_matches([',', ';', '(', ')', ':', '"', '»', '«']).to_owned();
    let at = |from: usize, length: usize| {
        let written = all.get(from..from + length)?.iter().map(|word| bare(word)).collect::<Vec<_>>().join(" ");
        let is_day =
            |day: &str| day.starts_with(|first: char| first.is_ascii_digit()) && dates::read(day, None).is_some();
        [written.as_str(), written.trim_end_matches('.')].into_iter().find(|day| is_day(day)).map(str::to_owned)
    };
    let found =
        (0..all.len()).find_map(|from| (1..=LONGEST).rev().find_map(|length| Some((from, length, at(from, length)?))));
    let (from, length, day) = found?;
    let rest =
        all.iter().enumerate().filter(|(place, _)| !(from..from + length).contains(place)).map(|(_, word)| *word);
    let is_other = |word: String| {
        is_uncertain(&word)
            || word == OR
            || OTHERS.iter().any(|other| word.starts_with(other))
            || word.contains(|letter: char| letter.is_ascii_digit())
            || dates::is_month(&word)
    };
    (!rest.flat_map(words).any(is_other)).then_some(day)
}

/// The yes or no that a sentence begins with, and does not take back.
fn reply(text: &str) -> Option<String> {
    let mut words = words(text);
    let first = words.next()?;
    // What is wished for stands behind the answer, and may be just what is asked.
    let is_harmless = |word: &str| ["efter", "siden", "skal"].contains(&word) || word.starts_with("ønsk");
    let is_taken_back = |word: String| match first.as_str() {
        _ if word == OR || !is_harmless(&word) && is_doubted(&word) => true,
        "ja" => word == "nej" || DENIED.contains(&word.as_str()),
        // A no has its `ikke`.
        _ => word == "ja" || word == "længere",
    };
    let is_whole = text.trim_end_matches(['.', '!']).split(['.', '!', ';']).nth(1).is_none();
    (["ja", "nej"].contains(&first.as_str()) && is_whole && !words.any(is_taken_back)).then_some(first)
}

/// The one code that a sentence names by what it is called. Whoever weighs an outcome has not chosen it; the group of a case says what is
/// to be weighed.
fn code(place: &str, codes: &[&'static str], text: &str) -> Option<String> {
    const WEIGHED: [&str; 2] = ["vurder", "tage"];
    let (name, code) = labels::only_in(codes, text)?;
    let is_group = place == pointer!(forberedende_del.sagsgruppe);
    let is_weighed = |word: &str| !is_group && WEIGHED.iter().any(|beginning| word.starts_with(beginning));
    // A name of several words may be one of a choice.
    let is_chosen = |word: &str| name.contains(' ') || word != OR;
    words(text).all(|word| is_chosen(&word) && !is_uncertain(&word) && !is_weighed(&word)).then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use rehabplan::Plan;
    use rehabplan::plan::FieldKind;
    use rehabplan::pointer;

    use super::of;
    use crate::model;

    fn said(place: &str, text: &str) -> Option<String> {
        let (_, kind) =
            model::find(model::plan(), place).unwrap_or((Vec::new(), FieldKind::Part { fields: Plan::fields() }));
        of(place, kind, text)
    }

    #[test]
    fn a_sentence_says_the_one_day_that_it_names() {
        let place = pointer!(forberedende_del.samarbejde.samtaledato);
        for text in [
            "Samtale på jobcentret den 28. februar 2023.",
            "Planen er gennemgået med borger og ægtefælle den 28. februar 2023",
            "Den 28.02.2023, på jobcentret",
            "Den 28. februar 2023 kl. 10.30 på jobcentret",
        ] {
            assert!(said(place, text).is_some(), "{text}");
        }
        for text in [
            "To samtaler, den 6. og den 20. september 2023.",
            "Samtaler den 6. marts 2023 og den 7. marts 2023",
            "Samtalen den 28. februar 2023 blev aflyst.",
            "Der er ikke holdt samtale den 28. februar 2023",
            "Planlagt til den 28. februar 2023",
            "Inden den 28. februar 2023",
            "I februar 2023",
            "Den 28. februar 2023 kl. 10 og 7. marts",
            "Skal holdes den 28. februar 2023",
            "Den 28. februar 2023?",
            "Skabelon version 28. februar 2023",
            "Født 28. februar 1970",
            "Udskrevet den 28. februar 2023",
            "Revideret 28. februar 2023",
            "Gælder fra den 28. februar 2023",
        ] {
            assert_eq!(said(place, text), None, "{text}");
        }
    }

    #[test]
    fn a_sentence_says_the_yes_or_no_that_it_begins_with() {
        let place = pointer!(indstilling.genforelaeggelse);
        for (text, reply) in [
            ("Nej, teamet ønsker ikke at se sagen igen.", Some("nej")),
            ("Nej, det er der ikke brug for.", Some("nej")),
            ("Ja, efter seks måneder.", Some("ja")),
            ("Ja tak.", Some("ja")),
            ("Ja/nej", None),
            ("Ja, måske.", None),
            ("Ja, men ikke før sommer.", None),
            ("Nej, ikke længere.", None),
            ("Ja. Borgeren skal støttes.", None),
            ("Teamet siger ja.", None),
        ] {
            assert_eq!(said(place, text).as_deref(), reply, "{text}");
        }
    }

    #[test]
    fn a_sentence_says_the_one_code_that_it_names() {
        let outcome = pointer!(indstilling.udfald);
        for (text, code) in [
            ("Rehabiliteringsteamet indstiller til ressourceforløb.", Some("ressourceforloeb")),
            ("Teamet indstiller, at NN tilkendes fleksjob", Some("fleksjob")),
            ("Teamet indstiller fleksjob eller førtidspension", None),
            ("Fleksjob eller noget andet", None),
            ("Der er ikke grundlag for fleksjob", None),
            ("NN ønsker fleksjob", None),
            ("Teamet er uenigt: fleksjob", None),
            ("Fleksjobbet ophører, og NN får førtidspension", None),
            ("Fleksjob vurderes senere", None),
        ] {
            assert_eq!(said(outcome, text).as_deref(), code, "{text}");
        }
        let group = pointer!(forberedende_del.sagsgruppe);
        let of_three = Some("ressourceforloebFleksjobFoertidspension");
        for (text, code) in [
            (
                "Sagen behandles med henblik på en vurdering af ressourceforløb, fleksjob eller førtidspension.",
                of_three,
            ),
            ("Ressourceforløb / fleksjob / førtidspension", of_three),
            ("Jobafklaringsforløb", Some("jobafklaring")),
            ("Jobafklaring, første forløb.", Some("jobafklaring")),
            ("Fleksjob", None),
            ("Ressourceforløb, fleksjob, førtidspension eller jobafklaring", None),
        ] {
            assert_eq!(said(group, text).as_deref(), code, "{text}");
        }
    }
}
