//! What lines say of the entries of a list: who took part, one after the other, and periods.

use std::sync::Arc;

use rehabplan::plan::FieldKind;
use serde_json::{Map, Value as Json};

use super::entries::{FROM, TEXT, TO, period};
use crate::document::fact;
use crate::{dates, labels, model};

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
