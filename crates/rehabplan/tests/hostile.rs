//! Documents made to cost as much as they can: what they cost grows as they do, and no faster.
//!
//! Cost is counted in allocations and bytes, never in time, so work that takes no memory is not seen here.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use allocation_counter::{AllocationInfo, measure};
use rehabplan::limits::{MAX_BYTES, MAX_LIST_LENGTH};
use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Lang, ReadError};

fn checker() -> Checker {
    Checker::new().as_of(Date::new(2020, 6, 1)).detail(Detail::All)
}

/// What reading, checking and writing the report costs.
fn cost(text: &str) -> AllocationInfo {
    measure(|| {
        let _ = checker().check_str(text).map(|report| report.to_json(Lang::Da));
    })
}

/// Makes a document of about so many bytes.
type Shape = fn(usize) -> String;

/// `filler` again and again between two ends.
fn filled(before: &str, filler: &str, after: &str, bytes: usize) -> String {
    let times = bytes.saturating_sub(before.len() + after.len()) / filler.len();
    format!("{before}{}{after}", filler.repeat(times))
}

/// A list with as many entries as there is room for and a list may have.
fn list(entry: &str, bytes: usize) -> String {
    format!("[{}]", vec![entry; (bytes / (entry.len() + 1)).min(MAX_LIST_LENGTH)].join(","))
}

/// A ressourceforløb with a member more.
fn case(member: &str) -> String {
    format!(r#"{{"sag":{{"sagstype":"ressourceforloeb"}},"afgoerelse":{{"udfald":"ressourceforloeb"}},{member}}}"#)
}

const TEXT: &str = r#"{"sag":{"sagstype":"ressourceforloeb"},"forberedendeDel":{"oensker":""#;
const ASSESSED: &str = r#"{"sag":{"sagstype":"ressourceforloeb"},"forberedendeDel":{"arbejdsevne":{"beskrivelse":""#;

const SHAPES: &[(&str, Shape)] = &[
    ("brackets", |n| "[".repeat(n)),
    ("brackets in a value", |n| format!("{{\"sag\":{}{}}}", "[".repeat(n / 2), "]".repeat(n / 2))),
    ("braces in a value", |n| filled(r#"{"sag":"#, r#"{"a":"#, "", n)),
    ("many values in one", |n| filled(r#"{"sag":["#, "[[]],", "0]}", n)),
    ("lines", |n| filled("{", "\n", "x}", n)),
    ("one key", |n| filled(r#"{"sag":{""#, "x", r#"":0}}"#, n)),
    ("one number", |n| filled(r#"{"sag":{"kategori":"#, "1", "}}", n)),
    ("one code", |n| filled(r#"{"sag":{"sagstype":""#, "x", r#""}}"#, n)),
    ("one text", |n| filled(TEXT, "x", r#""}}"#, n)),
    ("blanks", |n| filled(TEXT, "\u{200b}- ", r#""}}"#, n)),
    ("escapes", |n| filled(TEXT, r"\u00e6", r#""}}"#, n)),
    ("halves of surrogate pairs", |n| filled(TEXT, r"\ud800", r#""}}"#, n)),
    ("a sentence without an end", |n| filled(ASSESSED, "indstilles at ", r#""}}}"#, n)),
    ("sentences", |n| filled(ASSESSED, "Det indstilles ikke. ", r#""}}}"#, n)),
    ("short words", |n| filled(ASSESSED, "at i å ", r#""}}}"#, n)),
    ("subgoals", |n| case(&format!(r#""indsatsdel":{{"delmaal":{}}}"#, list(r#"{"omraade":"social"}"#, n)))),
    ("measures and those in Min Plan", |n| {
        let (planned, shown) = (r#"{"aktivitetIdentifier":"A1"}"#, r#"{"aktivitetIdentifier":"A2"}"#);
        let (planned, shown) = (list(planned, n / 2), list(shown, n / 2));
        case(&format!(r#""indsatsdel":{{"tilbud":{planned}}},"minPlan":{{"indgaar":true,"indsatser":{shown}}}"#))
    }),
    ("periods at the end of a course", |n| {
        let periods = list(r#"{"startdato":"2020-02-01","slutdato":"2020-04-01"}"#, n);
        case(&format!(r#""forloeb":{{"slutdato":"2020-03-01"}},"indsatsdel":{{"perioder":{periods}}}"#))
    }),
    ("periods of a short course", |n| {
        let periods = list(r#"{"startdato":"2020-02-01","slutdato":"2020-02-01"}"#, n);
        let course = r#""forloeb":{"startdato":"2020-02-01","slutdato":"2020-03-01"}"#;
        let sag = r#""sag":{"sagstype":"jobafklaringsforloeb","foersteForloeb":true,"revurdering22Uger":true}"#;
        format!(r#"{{{sag},{course},"indsatsdel":{{"perioder":{periods}}}}}"#)
    }),
    ("follow-ups", |n| case(&format!(r#""indsatsdel":{{"opfoelgninger":{}}}"#, list(r#"{"dato":"2020-02-01"}"#, n)))),
    ("participants", |n| case(&format!(r#""moede":{{"deltagere":{}}}"#, list(r#""borger""#, n)))),
    ("marks", |n| case(&format!(r#""forberedendeDel":{{"ikkeRelevantEllerMuligt":{}}}"#, list(r#""oensker""#, n)))),
    ("recommended measures", |n| {
        let measures = list(r#"{"omraade":"social"}"#, n);
        case(&format!(r#""indstilling":{{"udfald":"ressourceforloeb","indsatser":{measures}}}"#))
    }),
    ("earlier measures", |n| {
        let measures = list(r#"{"indhold":"x"}"#, n);
        case(&format!(r#""forberedendeDel":{{"hidtidigIndsats":{{"beskaeftigelse":{measures}}}}}"#))
    }),
];

/// Documents in which nearly every byte is a finding of its own.
const SHAPES_OF_FINDINGS: &[(&str, Shape)] = &[
    ("unknown keys", |n| filled("{", r#""a":0,"#, r#""b":0}"#, n)),
    ("repeated keys", |n| filled("{", r#""sag":0,"#, r#""sag":0}"#, n)),
    ("unreadable entries", |n| {
        let entry = format!(r#"{{"dokumentation":[{}]}},"#, vec!["0"; 999].join(","));
        filled(r#"{"forberedendeDel":{"hidtidigIndsats":{"beskaeftigelse":["#, &entry, "0]}}}", n)
    }),
];

const SIZE: usize = 64 * 1024;

/// Vectors and strings take up to double the room they need, so that four times the length is not seldom six times the
/// memory. What grows with the square of the length would be sixteen times as much.
#[test]
fn four_times_as_long_costs_at_most_eight_times_as_much() {
    /// What does not depend on the length.
    const SLACK: u64 = 64 * 1024;
    for (name, shape) in SHAPES.iter().chain(SHAPES_OF_FINDINGS) {
        let (short, long) = (cost(&shape(SIZE)), cost(&shape(4 * SIZE)));
        for (what, short, long) in [
            ("allocations", short.count_total, long.count_total),
            ("bytes", short.bytes_total, long.bytes_total),
            ("bytes at a time", short.bytes_max, long.bytes_max),
        ] {
            assert!(long <= 8 * short + SLACK, "{name}: {short} and then {long} {what}");
        }
    }
}

/// At most so many bytes are held for each byte of a document, report and all. A dozen bytes of an entry that lacks
/// everything are answered by several rules, each with a path of fifty bytes for every field.
const HELD: u64 = 160;

#[test]
fn memory_is_bounded_by_the_length() {
    for (name, shape) in SHAPES {
        let text = shape(8 * SIZE);
        let held = cost(&text).bytes_max;
        assert!(held <= HELD * text.len() as u64, "{name}: {held} bytes for {}", text.len());
    }
}

#[test]
fn memory_is_bounded_when_everything_is_a_finding() {
    for (name, shape) in SHAPES_OF_FINDINGS {
        let text = shape(8 * SIZE);
        let held = cost(&text).bytes_max;
        assert!(held <= HELD * text.len() as u64, "{name}: {held} bytes for {}", text.len());
    }
}

/// The longest document that is read, in each of the shapes of one long text or one deep value.
#[test]
fn the_largest_document_gets_an_answer() {
    for (name, shape) in SHAPES.iter().take(10) {
        let text = shape(MAX_BYTES);
        let held = cost(&text).bytes_max;
        assert!(held <= 4 * MAX_BYTES as u64, "{name}: {held} bytes");
    }
}

/// Fifty megabytes are refused by their length alone: they are not read, and they cost nothing.
#[test]
fn what_is_too_large_is_refused_unread() {
    for bytes in [MAX_BYTES + 1, 50_000_000] {
        for filler in ["[", "{\"sag\":", "\u{0}"] {
            let text = filler.repeat(bytes.div_ceil(filler.len()));
            let expected = Err(ReadError::TooLarge { bytes: text.len() });
            let cost = measure(|| {
                assert_eq!(Checker::new().check_str(&text), expected);
                assert_eq!(Checker::new().check_slice(text.as_bytes()), expected);
            });
            assert_eq!(cost.count_total, 0);
        }
    }
}
