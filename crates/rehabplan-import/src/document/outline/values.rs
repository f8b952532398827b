//! What lines say of the entries of a list: who took part, one after the other, and periods.

use std::sync::Arc;

use rehabplan::plan::FieldKind;
use serde_json::{Map, Value as Json};

use crate::document::fact;
use crate::names::letters;
use crate::{dates, labels, model};

/// The key of an entry that is a text and no row.
pub(super) const TEXT: &str = "Tekst";

/// The keys of the two days of a period that stands in one column.
pub(super) const FROM: &str = "Periode fra";

pub(super) const TO: &str = "Periode til";

/// What may stand between several in one line.
const BETWEEN: [&str; 3] = ["; ", " samt ", " og "];
const COMMA: &str = ", ";

fn entry_kind(place: &str) -> Option<FieldKind> {
    match model::find(model::plan(), place) {
        Ok((_, FieldKind::List { entry })) => Some(*entry),
        _ => None,
    }
}

/// The entries that texts under the heading of a list are, by the columns that are known of it; nothing where nobody can make any of them.
pub(super) fn entries(place: &str, known: &[Arc<str>], texts: &[String]) -> Option<Vec<Map<String, Json>>> {
    let kind = entry_kind(place);
    if known.iter().any(|column| **column == *TEXT) {
        let all = texts.iter().flat_map(|text| match kind {
            Some(kind) if !matches!(kind, FieldKind::Part { .. }) => {
                text.lines().flat_map(|line| in_line(place, kind, line)).collect()
            }
            _ => vec![text.clone()],
        });
        return Some(all.map(|text| Map::from_iter([(TEXT.to_owned(), Json::String(text))])).collect());
    }
    let Some(FieldKind::Part { fields }) = kind else { return None };
    if fields.iter().any(|field| field.kind != FieldKind::Date) {
        return None;
    }
    let lines = texts.iter().flat_map(|text| text.lines()).map(str::trim).filter(|line| !line.is_empty());
    let days = |line| period(line).map(|(from, to)| [(FROM, Some(from)), (TO, to)]);
    let entry = |days: [(&str, Option<String>); 2]| {
        days.into_iter().filter_map(|(name, day)| Some((name.to_owned(), Json::String(day?)))).collect()
    };
    lines.map(|line| days(line).map(entry)).collect()
}

/// What one line of a list of texts, days or codes is: the one that it says, or several with a sign between them.
fn in_line(place: &str, kind: FieldKind, line: &str) -> Vec<String> {
    let line = line.trim();
    if line.is_empty() {
        return Vec::new();
    }
    let told = |text: &str| -> Option<String> {
        let is_it = match kind {
            FieldKind::Date => dates::read(text, None).is_some(),
            FieldKind::Code { codes } => codes.contains(&text) || labels::code_of(codes, text).is_some(),
            _ => true,
        };
        if is_it { Some(text.to_owned()) } else { fact::of(place, kind, text) }
    };
    let split = |text: &str, between: &str| -> Vec<String> {
        text.split(between).map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
    };
    if let Some(one) = told(line).filter(|one| one == line) {
        return vec![one];
    }
    let pieces = BETWEEN
        .iter()
        .fold(vec![line.to_owned()], |pieces, between| pieces.iter().flat_map(|piece| split(piece, between)).collect());
    // Behind somebody's name stands who that is: `Karen Lund, sagsbehandler`.
    let with_name = |piece: &String| match piece.split_once(COMMA) {
        Some((first, _)) if told(first).is_none() => told(piece).map(|one| vec![one]),
        _ => None,
    };
    let pieces = pieces.iter().flat_map(|piece| with_name(piece).unwrap_or_else(|| split(piece, COMMA)));
    // What says none of them stands in its place and cannot be read.
    pieces.map(|piece| told(&piece).unwrap_or(piece)).collect()
}

/// The two days of a period, `1. marts 2020 - 31. august 2020`, or the first of one that goes on: `fra 1. marts 2020`.
pub(super) fn period(text: &str) -> Option<(String, Option<String>)> {
    const BETWEEN: [&str; 6] = [" - ", " – ", " til og med ", " til ", "–", " -"];
    const BEFORE: [&str; 6] = ["fra og med ", "fra den ", "fra ", "siden ", "Fra ", "Siden "];
    const ON: [&str; 10] =
        ["", "nu", "dd", "dagsdato", "idag", "fortsat", "løbende", "videre", "ogfremefter", "ogfrem"];
    let text = text.trim();
    let (text, is_led) =
        BEFORE.iter().find_map(|before| text.strip_prefix(before)).map_or((text, false), |rest| (rest.trim(), true));
    let between = BETWEEN.iter().find_map(|sign| {
        let (from, to) = text.split_once(sign)?;
        let from = dates::read(from, None)?.to_string();
        if ON.contains(&letters(to).as_str()) {
            return Some((from, None));
        }
        Some((from, Some(dates::read(to.trim(), None)?.to_string())))
    });
    let goes_on = || {
        let day = [" og frem", " og fremefter", " ->", " →"].iter().find_map(|end| text.strip_suffix(end));
        let day = day.or(is_led.then_some(text))?;
        Some((dates::read(day, None)?.to_string(), None))
    };
    between.or_else(goes_on)
}
