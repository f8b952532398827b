//! What stands in the place of profiles in a build without them: types that have no values.

// Named like the real ones, which are public.
#![allow(unreachable_pub)]

use serde::ser::SerializeMap;

use crate::text::Lang;

/// What profiles did to an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum Changes {}

/// What profiles made of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum ProfileReport {}

impl Changes {
    pub(crate) fn is_suppressed(&self) -> bool {
        match *self {}
    }

    pub(crate) fn serialize_into<M: SerializeMap>(&self, _: &mut M, _: Lang) -> Result<(), M::Error> {
        match *self {}
    }
}

impl ProfileReport {
    pub(crate) fn serialize_into<M: SerializeMap>(&self, _: &mut M, _: Lang) -> Result<(), M::Error> {
        match *self {}
    }
}
