//! The quick reader beside the exact one: whatever it does not give up on, it reads as that does.

use rehabplan::Plan;
use rehabplan::limits::MAX_BYTES;

/// Both read the same, or find the same mistake.
pub fn readers(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else { return };
    if text.len() > MAX_BYTES || text.starts_with('\u{feff}') {
        return;
    }
    let (quick, exact) = (Plan::from_json(text), Plan::from_json_exactly(text));
    assert!(quick == exact, "the readers differ");
}
