//! Any bytes as a plan.

use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Phase};

use crate::sound;

/// Any bytes get an answer: the same one each time, with nothing of the document in it, and with places that are right.
pub fn json(bytes: &[u8]) {
    // The options follow from the input, so that a finding is found again.
    let choice = bytes.len();
    let is_full = choice.is_multiple_of(2);
    let checker = Checker::new()
        .phase([None, Some(Phase::Forelaeggelse), Some(Phase::Indstilling), Some(Phase::Indsats)][choice % 4])
        .as_of(Date::new(2020, 6, 1).filter(|_| !choice.is_multiple_of(3)))
        .detail(if is_full { Detail::All } else { Detail::Findings });
    let answer = checker.check_slice(bytes);
    assert!(answer == checker.check_slice(bytes), "another answer the second time");
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert!(answer == checker.check_str(text), "another answer for text than for bytes");
    }
    match &answer {
        Err(error) => sound::error(error),
        Ok(report) => {
            sound::report(report, is_full);
            sound::positions(std::str::from_utf8(bytes).expect("what is read is UTF-8"), report);
        }
    }
}
