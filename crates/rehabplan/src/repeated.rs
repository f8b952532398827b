//! Texts that were copied from field to field (A37).

use crate::input::{InputCode, InputFinding};
use crate::plan::value::{Value, View};
use crate::plan::{Plan, Text};
use crate::reply::Reply;

/// As many fields with the same text are worth a look.
const FIELDS: usize = 3;

/// As many words, at the least, for fewer are soon the same. (They take four bytes and more.)
const WORDS: usize = 3;

/// Fields that need no answer of their own: they hold names, references and measures, which may well be the same.
const NAMES: [&str; 14] = [
    "aktivitetIdentifier",
    "ansvarligMyndighed",
    "arbejdsfunktioner",
    "attesttype",
    "henvisning",
    "hjemmel",
    "kommunekode",
    "koordinerendeSagsbehandler",
    "titel",
    "typer",
    "udenTeamHjemmel",
    "varighed",
    "ydelse",
    // What stands in Min Plan stands elsewhere too, as § 5, stk. 3, wants it.
    "minPlan",
];

/// A finding for each text of at least three words that stands word for word in three or more fields that each need an
/// answer of their own.
pub(crate) fn texts(plan: &Plan<'_>) -> Vec<InputFinding> {
    if !may_be_repeated(plan) {
        return Vec::new();
    }
    let mut texts = Vec::new();
    walk(plan, &mut Vec::new(), &mut |steps, text| {
        let is_blank = text.reply() == Reply::Blank;
        let text = text.as_str().trim();
        let is_name = steps.iter().any(|step| matches!(step, Step::Key(key) if NAMES.contains(key)));
        if !is_name && text.split_whitespace().nth(WORDS - 1).is_some() && !is_blank {
            let path = steps.iter().map(|step| match step {
                Step::Key(key) => format!("/{key}"),
                Step::Index(index) => format!("/{index}"),
            });
            texts.push((text, texts.len(), path.collect::<String>()));
        }
    });
    texts.sort_unstable();
    let same = texts.chunk_by(|one, next| one.0 == next.0).filter(|same| same.len() >= FIELDS);
    same.filter_map(|same| {
        let mut paths = same.iter().map(|(_, _, path)| path.clone());
        let first = InputFinding::new(paths.next()?, InputCode::RepeatedText);
        Some(InputFinding { others: paths.collect(), ..first })
    })
    .collect()
}

/// Whether three texts may be the same. Nearly always they are not, and then this is all that is done.
fn may_be_repeated(plan: &Plan<'_>) -> bool {
    let mut counts = [0_u8; 1024];
    let mut is_repeated = false;
    each_text(plan, &mut |text| {
        // Their lengths, beginnings and ends nearly always tell texts apart.
        let text = text.as_str().trim().as_bytes();
        let (Some(head), Some(tail)) = (text.first_chunk(), text.last_chunk()) else { return };
        let [head, tail] = [head, tail].map(|four| u32::from_le_bytes(*four) as usize);
        let mixed = (head ^ tail.rotate_left(9) ^ text.len() << 20).wrapping_mul(0x9e37_79b1);
        if let Some(count) = counts.get_mut(mixed >> 16 & 1023) {
            *count = count.saturating_add(1);
            is_repeated |= usize::from(*count) >= FIELDS;
        }
    });
    is_repeated
}

fn each_text<'v>(value: &'v dyn Value<'v>, visit: &mut dyn FnMut(&'v Text<'v>)) {
    match value.view() {
        View::Other(_) => {}
        View::Text(text) => visit(text),
        View::List(entries) => entries.all().for_each(|entry| each_text(entry, visit)),
        View::Part(part) => part.fields().for_each(|field| each_text(field, visit)),
    }
}

enum Step {
    Key(&'static str),
    Index(usize),
}

/// Goes through the texts of a plan.
fn walk<'v>(value: &'v dyn Value<'v>, steps: &mut Vec<Step>, visit: &mut dyn FnMut(&[Step], &'v Text<'v>)) {
    match value.view() {
        View::Other(_) => {}
        View::Text(text) => visit(steps, text),
        View::List(entries) => {
            for (index, entry) in (0..).map_while(|index| Some((index, entries.entry(index)?))) {
                steps.push(Step::Index(index));
                walk(entry, steps, visit);
                steps.pop();
            }
        }
        View::Part(part) => {
            for (place, key) in part.keys().iter().enumerate() {
                let Some(field) = part.field(place) else { continue };
                steps.push(Step::Key(key.name));
                walk(field, steps, visit);
                steps.pop();
            }
        }
    }
}
