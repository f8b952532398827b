//! What only matters by being there.

use serde::{Serialize, Serializer};

/// Anything at all, in a place that the regulation wants empty. Only whether it is empty is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Anything;

impl Serialize for Anything {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bool(true)
    }
}
