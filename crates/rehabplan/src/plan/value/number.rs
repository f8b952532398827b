//! Numbers between two bounds.

use serde::{Serialize, Serializer};

/// A number between two bounds, both included; decimals are allowed.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
pub struct Number<const MIN: u32, const MAX: u32>(f64);

/// A whole number between two bounds, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Count<const MIN: u32, const MAX: u32>(u32);

impl<const MIN: u32, const MAX: u32> Number<MIN, MAX> {
    /// The number; `None` outside the bounds.
    #[must_use]
    pub fn new(value: f64) -> Option<Self> {
        (f64::from(MIN)..=f64::from(MAX)).contains(&value).then_some(Self(value))
    }

    /// The number as given.
    #[must_use]
    pub fn get(self) -> f64 {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Count<MIN, MAX> {
    /// The number; `None` outside the bounds.
    #[must_use]
    pub fn new(value: u32) -> Option<Self> {
        (MIN..=MAX).contains(&value).then_some(Self(value))
    }

    /// The number as given.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Serialize for Number<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0)
    }
}

impl<const MIN: u32, const MAX: u32> Serialize for Count<MIN, MAX> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u32(self.0)
    }
}
