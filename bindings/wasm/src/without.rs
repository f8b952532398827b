//! The small module has no profiles, no horizon and no English texts, and says where they are.

use rehabplan::{Report, Selection};

use crate::options::{Given, thrown};

/// Nothing lies beside the regulation here.
#[derive(Default)]
pub(crate) struct Beside;

impl Beside {
    /// Refuses an option that only the full module has.
    pub(crate) fn set(&mut self, name: &str, value: &str) -> Result<bool, String> {
        match (name, value) {
            ("profile" | "profileFile" | "suppress" | "case" | "horizon", _) | ("lang", "en") => Err(needs_full()),
            _ => Ok(false),
        }
    }
}

fn needs_full() -> String {
    thrown("needsFull", "profiles, a horizon and texts in English are not in this module; import from 'rehabplan/full'")
}

/// Checks a plan as the options say.
pub(crate) fn check(plan: &[u8], given: &mut Given) -> Result<Report, String> {
    given.checker(Selection::new)?.check_slice(plan).map_err(|error| given.unreadable(&error))
}

/// There are none here.
pub(crate) fn profiles() -> Result<String, String> {
    Err(needs_full())
}
