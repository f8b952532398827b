//! How forms are filled in: boxes that are ticked or not, and what stands under a heading.

/// A longer line is no heading, and a longer question does not head its answer, in bytes.
const LONGEST: usize = 48;
/// As many words may stand before the one that makes a line the heading of a recommendation, and behind it.
const AROUND: usize = 3;
/// What such a heading is: "Mulige indstillinger" heads a list of what there is to choose among.
const HEADS: [&[u8]; 4] = [b"indstilling", b"anbefaling", b"forslag", b"anbefalinger"];
/// "Anbefalet indsats", "foreslåede tiltag".
const PARTICIPLES: [&[u8]; 5] =
    [b"anbefalet", b"anbefalede", b"indstillet", "foreslået".as_bytes(), "foreslåede".as_bytes()];
/// More letters have the words behind those than "af" and "fra".
const SHORT: usize = 4;
/// Before whoever has it, is to have it, or what it is about: "Anbefaling fra jobcentret", "Forslag til teamet".
const SENDERS: [&[u8]; 6] = [b"fra", b"til", b"herfra", b"for", b"vedr", b"fordelt"];

/// Whether a line without a colon is the heading of a recommendation, whosoever it is: "Kommunens indstilling", "## Forslag",
/// "Anbefaling fra jobcentret".
pub(crate) fn is_heading(line: &[u8]) -> bool {
    // The end of a longer one, which may be a row; with the blanks behind it, since it is asked for at each of many blank lines.
    let mut line = line.get(line.len().saturating_sub(2 * LONGEST)..).unwrap_or(line);
    while let [mark, rest @ ..] = line
        && !is_letter(*mark)
    {
        line = rest;
    }
    while let [rest @ .., b' ' | b'\r' | b'\n' | b'\t' | b'*' | b'#' | b'_' | b'|' | b'-' | b'='] = line {
        line = rest;
    }
    // "| Emne | Kommunens forslag |", "Tiltag / Kommunens anbefaling", "Skema 3b – Indstilling", "Afsnit 5.2 Kommunens forslag": the
    // last part says what is recommended. (The bytes past ASCII are the last ones of dashes.)
    let is_apart = |byte: &u8| matches!(byte, b'|' | b'/' | 0x93 | 0x94) || byte.is_ascii_digit();
    if let Some((place, part)) = line.iter().rposition(is_apart).and_then(|at| line.get(at..)?.split_first()) {
        let is_title = || part.iter().find(|byte| is_letter(**byte)).is_some_and(u8::is_ascii_uppercase);
        return (!place.is_ascii_digit() || is_title()) && is_heading(part);
    }
    if line.len() > LONGEST || !line.iter().all(|byte| is_letter(*byte) || *byte == b' ') {
        return false;
    }
    let mut words = line.split(|byte| *byte == b' ').filter(|word| !word.is_empty());
    let mut before = 0;
    loop {
        let Some(word) = words.next() else { return false };
        if before == 0 && is_one(word, &PARTICIPLES) {
            return words.next().is_some_and(|what| what.len() > SHORT) && words.next().is_none();
        }
        if is_one(word, &HEADS) {
            break;
        }
        before += 1;
        if before > AROUND {
            return false;
        }
    }
    match words.next() {
        None => true,
        Some(next) => is_one(next, &SENDERS) && words.count() <= AROUND,
    }
}

/// What is asked with.
const VERBS: [&[u8]; 8] = [
    OUGHT,
    b"indstiller",
    b"anbefaler",
    "foreslår".as_bytes(),
    b"peger",
    b"indstilles",
    b"anbefales",
    "foreslås".as_bytes(),
];
const OUGHT: &[u8] = "bør".as_bytes();

/// "Indstilles borgeren til fleksjob?", "anbefaling herfra?", which "ja" or "nej" stands behind.
pub(crate) fn is_answered(question: &[u8], answer: &[u8]) -> bool {
    if question.len() > LONGEST {
        return false;
    }
    let first = question.split(|byte| !is_letter(*byte)).find(|word| !word.is_empty());
    let answer = answer.get(..SHORT + 1).unwrap_or(answer).trim_ascii_start();
    let answer = answer.split(|byte| !is_letter(*byte)).next();
    let asks = first.is_some_and(|first| is_one(first, &VERBS)) || is_heading(question);
    asks && answer.is_some_and(|answer| is_one(answer, &[b"ja", b"nej"]))
}

/// "Hvad indstiller vi?", "Hvad vi foreslår:", "Hvilken indsats indstilles?", "Hvad indstilles borgeren til?", "hvad er kommunens forslag?", "hvad bør der ske nu?", which heads its answer.
pub(crate) fn asks_for_advice(sentence: &[u8]) -> bool {
    // It is asked for at each of many marks.
    if sentence.len() > LONGEST {
        return false;
    }
    const OTHERS: [&[u8]; 11] = [
        b"ske",
        b"nu",
        b"have",
        b"kommunens",
        b"jobcentrets",
        b"vores",
        b"sagsbehandlers",
        b"der",
        b"er",
        b"til",
        "på".as_bytes(),
    ];
    // "Hvad anbefaler vi i ungeindsatsen?"
    const OURS: [&[u8]; 5] = [b"vi", b"kommunen", b"jobcentret", b"teamet", b"sagsbehandler"];
    // "Hvad foreslår borgeren?" is asked of him.
    const WHOM: [&[u8]; 2] = [b"borger", b"borgeren"];
    let mut words = sentence.split(|byte| !is_letter(*byte)).filter(|word| !word.is_empty());
    let begins = match words.next() {
        Some(what) if is_one(what, &[b"hvilken", b"hvilket", b"hvilke"]) => words.next().is_some(),
        what => what.is_some_and(|what| is_one(what, &[b"hvad"])),
    };
    let (mut recommends, mut is_ours, mut is_passive, mut ought) = (false, false, false, false);
    begins
        && words.all(|word| {
            let is_verb = is_one(word, &VERBS);
            is_ours |= is_one(word, &OURS);
            recommends |= is_verb || is_one(word, &HEADS);
            is_passive |= is_verb && word.ends_with(b"s");
            ought |= is_one(word, &[OUGHT]);
            is_verb
                || is_one(word, &HEADS)
                || is_ours
                || is_one(word, &OTHERS)
                || (is_passive || ought) && is_one(word, &WHOM)
        })
        && recommends
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte >= 0x80
}

fn is_one(word: &[u8], of: &[&[u8]]) -> bool {
    of.iter().any(|one| one.eq_ignore_ascii_case(word))
}

/// An "x" by itself at the end of a line, with which what stands before it is ticked.
pub(crate) fn is_cross(text: &[u8], at: usize) -> bool {
    matches!(text.get(at), Some(b'x' | b'X'))
        && text.get(..at).is_some_and(|before| before.ends_with(b" "))
        && matches!(text.get(at + 1), None | Some(b'\n' | b' '))
        && text.iter().skip(at + 1).find(|byte| **byte != b' ').is_none_or(|next| *next == b'\n')
}

/// A box at the beginning of a text, whether it is ticked, and how many bytes it takes: "☐", "□", "☒", "✅", "[ ]", "[x]", "[v]",
/// "( )", "(x)", and what the boxes of Wingdings come out as.
pub(crate) fn tick_box(text: &[u8]) -> Option<(bool, usize)> {
    match text {
        [0xe2, 0x98, 0x90, ..]
        | [0xe2, 0x96, 0xa1 | 0xa2, ..]
        | [0xe2, 0x97, 0xbb, ..]
        | [0xe2, 0x9d, 0x8f..=0x92, ..]
        | [0xe2, 0xac, 0x9c, ..]
        | [0xef, 0x81, 0xaf, ..]
        | [0xef, 0x82, 0xa3 | 0xa8, ..] => Some((false, 3)),
        [0xe2, 0x98, 0x91 | 0x92, ..] | [0xe2, 0x9c, 0x85 | 0x93..=0x98, ..] | [0xef, 0x83, 0xbc..=0xbe, ..] => {
            Some((true, 3))
        }
        [0xf0, 0x9f, 0x97, 0xb9, ..] => Some((true, 4)),
        [b'[', b' ', b' ', b']', ..] => Some((false, 4)),
        [b'[', b']', ..] | [b'(', b')', ..] => Some((false, 2)),
        [b'[', b' ', b'x' | b'X', b' ', b']', ..] => Some((true, 5)),
        [b'[', 0xc2, 0xa0, b']', ..] | [b'(', 0xc2, 0xa0, b')', ..] => Some((false, 4)),
        [b'[', b' ' | b'_', b']', ..] | [b'(', b' ' | b'_', b')', ..] => Some((false, 3)),
        [b'[', b'x' | b'X' | b'v' | b'V', b']', ..] | [b'(', b'x' | b'X', b')', ..] => Some((true, 3)),
        _ => None,
    }
}

/// How many boxes are ticked in a text, whatever they look like.
#[must_use]
pub fn ticks(text: &str) -> usize {
    let is_ticked =
        |(at, _): &(usize, char)| text.as_bytes().get(*at..).and_then(tick_box).is_some_and(|(is_ticked, _)| is_ticked);
    text.char_indices().filter(is_ticked).count()
}
