//! Findings that have one cause, such as a row that ends early: plans that were made of one say so themselves, as they were kept.

use std::collections::HashMap;

use rehabplan::report::{InputFinding, Told, UNREADABLE};
use rehabplan::text::Wording;
use serde_json::Value as Json;

/// Makes one finding of those that have one cause.
pub(crate) fn join(input: &mut Vec<InputFinding>, cause: impl Fn(&InputFinding) -> Option<u64>) {
    let mut causes: HashMap<u64, usize> = HashMap::new();
    let mut found: Vec<InputFinding> = Vec::new();
    for finding in std::mem::take(input) {
        let known = cause(&finding).map(|cause| *causes.entry(cause).or_insert(found.len()));
        match known.and_then(|place| found.get_mut(place)) {
            Some(known) => known.take_in(finding),
            None => found.push(finding),
        }
    }
    *input = found;
}

const MESSAGE: Wording = Wording::new(
    "Rækken, som planen er lavet af, ender før cellen",
    "The row that the plan was made of ends before the cell",
);
const REMEDY: Wording = Wording::new(
    "Rækken i kilden har færre celler, end der er overskrifter: sæt de skilletegn, der mangler, og lav planen igen",
    "The row of the source has fewer cells than there are headings: put in the separators that are missing, and make the plan again",
);

/// A plan in which something stands for cells that its row does not have.
pub(crate) struct CutOff(Json);

impl CutOff {
    /// Says of all that the row does not have that it has one cause.
    pub(crate) fn tell(plan: &[u8], input: &mut Vec<InputFinding>) {
        let mark = UNREADABLE.as_bytes();
        if input.is_empty() || !plan.windows(mark.len()).any(|window| window == mark) {
            return;
        }
        let Ok(plan) = serde_json::from_slice(plan).map(Self) else { return };
        join(input, |finding| plan.row(&finding.path));
        for finding in input.iter_mut().filter(|finding| plan.row(&finding.path).is_some()) {
            let mut told = Told::default();
            told.message = Some(MESSAGE);
            told.remedy = Some(REMEDY);
            finding.tell(told);
        }
    }

    /// The row that ends before what stands at a place.
    fn row(&self, path: &str) -> Option<u64> {
        match self.0.pointer(path)?.as_array()?.as_slice() {
            [Json::String(mark), row] if mark == UNREADABLE => row.as_u64(),
            _ => None,
        }
    }
}
