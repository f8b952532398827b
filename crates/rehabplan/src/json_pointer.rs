//! The steps of a JSON Pointer (RFC 6901), in which `~` and `/` of a key are written `~0` and `~1`.

use std::borrow::Cow;

/// A key as it is written as a step of a pointer.
///
/// ```
/// use rehabplan::json_pointer::{key_of, step_of};
///
/// assert_eq!(step_of("a/b~c"), "a~1b~0c");
/// assert_eq!(key_of("a~1b~0c"), "a/b~c");
/// assert_eq!(key_of(&step_of("~1")), "~1");
/// ```
#[must_use]
pub fn step_of(key: &str) -> Cow<'_, str> {
    if key.contains(['~', '/']) { key.replace('~', "~0").replace('/', "~1").into() } else { key.into() }
}

/// The key that a step of a pointer stands for.
#[must_use]
pub fn key_of(step: &str) -> Cow<'_, str> {
    if step.contains('~') { step.replace("~1", "/").replace("~0", "~").into() } else { step.into() }
}
