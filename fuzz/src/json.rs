//! Any bytes as a plan.

use chrono::NaiveDate;
use rehabplan::{Detail, Options, Phase, validate_slice, validate_str};

use crate::sound;

/// Any bytes get an answer: the same one each time, with nothing of the document in it, and with places that are right.
pub fn json(bytes: &[u8]) {
    // The options follow from the input, so that a finding is found again.
    let choice = bytes.len();
    let options = Options {
        phase: [None, Some(Phase::Forelaeggelse), Some(Phase::Indstilling), Some(Phase::Indsats)][choice % 4],
        as_of: NaiveDate::from_ymd_opt(2020, 6, 1).filter(|_| !choice.is_multiple_of(3)),
        detail: if choice.is_multiple_of(2) { Detail::All } else { Detail::Findings },
        ..Options::default()
    };
    let answer = validate_slice(bytes, &options);
    assert!(answer == validate_slice(bytes, &options), "another answer the second time");
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert!(answer == validate_str(text, &options), "another answer for text than for bytes");
    }
    match &answer {
        Err(error) => sound::error(error),
        Ok(report) => {
            sound::report(report, &options);
            sound::positions(std::str::from_utf8(bytes).expect("what is read is UTF-8"), report);
        }
    }
}
