//! The language check behind § 3, stk. 3, on the texts in `tests/language` at the root of the repository, and on input
//! that nobody would write.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::string_slice)]

use std::fmt::Write as _;

use rehabplan::language::{first_recommendation, recommends};

const RECOMMENDING: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/language/anbefaler.txt"));
const DESCRIBING: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/language/beskriver.txt"));

/// The texts of a file, one a line; a `\n` in a line is a line break.
fn texts(file: &str) -> Vec<String> {
    let lines = file.lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    lines.map(|line| line.replace("\\n", "\n")).collect()
}

/// Holds every text of a file against the check and lists all that it gets wrong.
fn assert_all(file: &str, expected: bool) {
    let texts = texts(file);
    assert!(texts.len() >= 150, "only {} texts", texts.len());
    let mut wrong = String::new();
    for text in &texts {
        let found = first_recommendation(text);
        if found.is_some() != expected {
            let clause = found.map_or("", |range| &text[range]);
            writeln!(wrong, "  {text}\n    found: {clause:?}").unwrap();
        }
    }
    assert!(wrong.is_empty(), "must {}be pointed out:\n{wrong}", if expected { "" } else { "not " });
}

#[test]
fn recommendations_are_pointed_out() {
    assert_all(RECOMMENDING, true);
}

#[test]
fn descriptions_stay_silent() {
    assert_all(DESCRIBING, false);
}

/// The municipality's own sentence is found wherever it stands among those of others.
#[test]
fn a_recommendation_is_found_in_any_company() {
    for text in texts(DESCRIBING) {
        let mixed = format!("{text}\n\nBorgeren bør tilkendes førtidspension.\n\n{text}");
        let found = first_recommendation(&mixed).map(|range| &mixed[range]);
        assert_eq!(found, Some("Borgeren bør tilkendes førtidspension"), "{mixed}");
    }
}

/// Letters in capitals, without Danish letters or in decomposed form say the same.
#[test]
fn spelling_makes_no_difference() {
    let ascii = |text: &str| text.replace('æ', "ae").replace('ø', "oe").replace('å', "aa");
    let decomposed = |text: &str| text.replace('å', "a\u{30a}");
    for (file, expected) in [(RECOMMENDING, true), (DESCRIBING, false)] {
        for text in texts(file) {
            for variant in [ascii(&text), decomposed(&text), text.replace(' ', "\u{a0}"), text.replace("\n", "\r\n")] {
                assert_eq!(recommends(&variant), expected, "{variant}");
            }
        }
        // Names and line ends are seen by their capitals, so only single sentences can do without them.
        for text in texts(file).iter().filter(|text| text.matches('.').count() == 1 && !text.contains('\n')) {
            assert_eq!(recommends(&text.to_uppercase()), expected, "{}", text.to_uppercase());
        }
    }
}

#[test]
fn text_without_words_says_nothing() {
    for text in ["", " ", "\n\n", ".", "?", "»", "«»", "...", "-", "\u{feff}", "\u{30a}", "1.", "§ 3, stk. 3."] {
        assert_eq!(first_recommendation(text), None, "{text:?}");
    }
}

/// Every place found lies on character boundaries, whatever stands around the words and however they are cut off.
#[test]
fn places_are_of_whole_characters() {
    let odd = [
        "İ bør İ",
        "İİİ Borgeren İ bør İ have fleksjob İ",
        "Borgeren bo\u{308}r have fleksjob",
        "Borgeren b\u{f8}\u{301}r have fleksjob",
        "Borgeren b\u{ad}ør have fleksjob",
        "\u{200b}bør\u{200b}",
        "ß bør ﬁ",
        "🙂Borgeren bør🙂have fleksjob🙂",
        "»Borgeren« bør “have” 'fleksjob",
    ];
    assert!(recommends(odd[1]) && recommends(odd[2]) && recommends(odd[4]) && recommends(odd[7]));
    let written = texts(RECOMMENDING).into_iter().chain(texts(DESCRIBING));
    for text in odd.into_iter().map(str::to_owned).chain(written) {
        for (end, _) in text.char_indices() {
            let text = &text[..end];
            assert!(first_recommendation(text).is_none_or(|range| text.get(range).is_some()), "{text}");
        }
    }
}

/// The time grows with the text and no faster, whatever the text is made of.
#[test]
fn huge_texts_are_read_to_the_end() {
    let parts =
        ["bør", "»", "\" ", "'a ", ". ", "\n ", ", ", "f.eks. ", "»„", "vurderes, at ", "kommunens ", "İ", "1. "];
    for part in parts {
        let mut text = part.repeat(400_000 / part.len());
        assert_eq!(first_recommendation(&text), None, "{part:?}");
        text.push_str("\n\nBorgeren bør have fleksjob.");
        assert!(recommends(&text), "{part:?}");
    }
    assert_eq!(first_recommendation(&"indstilles ".repeat(10_000_000 / 11)), None);
}
