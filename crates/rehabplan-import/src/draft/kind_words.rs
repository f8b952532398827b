//! The words for kinds of measures, and for whether a measure was taken before or is planned.

use std::collections::HashMap;
use std::sync::LazyLock;

use rehabplan::pointer;

use crate::names::{folded, normal};

/// What the kinds of earlier measures are called, each with the list that they belong to.
pub(super) const KINDS: [(&str, &[&str]); 4] = [
    (
        pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse),
        &[
            "Beskæftigelse",
            "Beskæftigelsesindsats",
            "Beskæftigelsesmæssig",
            "Beskæftigelsesmæssig indsats",
            "Beskæftigelsesrettet",
            "Beskæftigelsesrettet indsats",
            "Beskæftigelsesområdet",
            "Arbejdsmarked",
            "Job",
            "Employment",
        ],
    ),
    (
        pointer!(forberedende_del.hidtidig_indsats.social_borger),
        &[
            "Social",
            "Socialt",
            "Sociale",
            "Social indsats",
            "Socialområdet",
            "Social indsats for borgeren",
            "Social borger",
            "Social citizen",
        ],
    ),
    (
        pointer!(forberedende_del.hidtidig_indsats.social_familie),
        &[
            "Familie",
            "Familieindsats",
            "Social indsats for familien",
            "Social familie",
            "Børn og familie",
            "Social family",
        ],
    ),
    (
        pointer!(forberedende_del.hidtidig_indsats.sundhed),
        &[
            "Sundhed",
            "Sundhedsindsats",
            "Sundhedsmæssig",
            "Sundhedsmæssig indsats",
            "Sundhedsområdet",
            "Sundhedsfaglig",
            "Sundhedsfaglig indsats",
            "Helbred",
            "Helbredsmæssig",
            "Health",
        ],
    ),
];

/// Whether a word says that a measure was taken before, or that it is planned. What goes on is neither.
pub(super) fn time_of(text: &str) -> Option<usize> {
    const WORDS: [&[&str]; 2] = [
        &[
            "afsluttet",
            "afsluttede",
            "afbrudt",
            "forudgaaende",
            "gennemfoert",
            "gennemfoerte",
            "hidtidig",
            "hidtidige",
            "historik",
            "historisk",
            "ophoert",
            "stoppet",
            "tidligere",
            "tidligereindsats",
            "hidtidigindsats",
            "afsluttetindsats",
            "completed",
            "earlier",
            "ended",
            "finished",
            "past",
            "previous",
        ],
        &[
            "foreslaaet",
            "fremtidig",
            "fremtidige",
            "kommende",
            "ny",
            "nye",
            "planlagt",
            "planlagte",
            "paataenkt",
            "planlagtindsats",
            "fremtidigindsats",
            "nyindsats",
            "future",
            "planned",
            "proposed",
            "upcoming",
        ],
    ];
    let own = folded(text);
    WORDS.iter().position(|words| words.contains(&own.as_str()))
}

/// Which of the kinds a word is.
pub(super) fn kind_of(text: &str) -> Option<usize> {
    known_kind(text).or_else(|| kind_by_words(text))
}

/// Which of the kinds some words name, where they name one alone and say nothing else: "Social indsats familie", "Socialforvaltningen".
/// What is for the family is so, be it called social or not.
fn kind_by_words(text: &str) -> Option<usize> {
    const MOST: usize = 6;
    /// How the names of kinds begin, each with the place of the kind; what is joined to them; and what stands beside them.
    const STEMS: [(&str, usize); 8] = [
        ("beskaeftigelse", 0),
        ("arbejdsmarked", 0),
        ("jobcenter", 0),
        ("social", 1),
        ("famili", 2),
        ("sundhed", 3),
        ("helbred", 3),
        ("bostoette", 1),
    ];
    const JOINED: [&str; 27] = [
        "",
        "e",
        "en",
        "er",
        "et",
        "t",
        "es",
        "afdeling",
        "afdelingen",
        "enhed",
        "enheden",
        "faglig",
        "faglige",
        "forvaltning",
        "forvaltningen",
        "indsats",
        "indsatsen",
        "indsatser",
        "maessig",
        "maessige",
        "omraade",
        "omraadet",
        "rettet",
        "rettede",
        "tilbud",
        "center",
        "centeret",
    ];
    const BESIDE: [&str; 14] = [
        "afdeling",
        "borger",
        "borgeren",
        "for",
        "foranstaltning",
        "foranstaltninger",
        "forvaltning",
        "hidtidig",
        "indsats",
        "indsatser",
        "omraade",
        "rettet",
        "tilbud",
        "til",
    ];
    let words = text.split(|letter: char| !letter.is_alphanumeric()).map(folded).filter(|word| !word.is_empty());
    let words: Vec<String> =
        words.filter(|word| word.len() > 2 || !word.bytes().all(|byte| byte.is_ascii_digit())).collect();
    let stem = |word: &str| {
        STEMS.iter().find_map(|(stem, kind)| {
            let rest = word.strip_prefix(stem)?;
            // "Beskæftigelsesindsats", "familieindsats".
            let ends = [Some(rest), rest.strip_prefix('s'), rest.strip_prefix('e')];
            ends.into_iter().flatten().any(|rest| JOINED.contains(&rest)).then_some(*kind)
        })
    };
    let mut found: Vec<usize> = Vec::new();
    for word in &words {
        match stem(word) {
            Some(kind) if !found.contains(&kind) => found.push(kind),
            Some(_) => {}
            None if BESIDE.contains(&&**word) => {}
            None => return None,
        }
    }
    found.sort_unstable();
    match found.as_slice() {
        _ if words.len() > MOST => None,
        [one] => Some(*one),
        [1, 2] => Some(2),
        _ => None,
    }
}

/// Which of the kinds a word is that is one of those that are known.
fn known_kind(text: &str) -> Option<usize> {
    // Every value of every column is asked about.
    static KNOWN: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
        let of =
            |(kind, (_, words)): (usize, &(&str, &'static [&str]))| words.iter().map(move |word| (normal(word), kind));
        KINDS.iter().enumerate().flat_map(of).collect()
    });
    const LONGEST: usize = 60;
    if text.len() > LONGEST { None } else { KNOWN.get(&normal(text)).copied() }
}
