//! What stands in the place of profiles in a build without them: types that have no values.

// Named like the real ones, which are public.
#![allow(unreachable_pub)]

use crate::json::Members;
use crate::outcome::Severity;
use crate::text::Lang;

/// What profiles did to an answer.
#[derive(Debug, Clone, PartialEq)]
pub enum ProfileChanges {}

/// What profiles made of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum ProfileReport {}

/// One rule beside the regulation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProfileRule {}

impl ProfileChanges {
    pub(crate) fn base_severity(&self) -> Option<Severity> {
        match *self {}
    }

    pub(crate) fn is_suppressed(&self) -> bool {
        match *self {}
    }

    pub(crate) fn write(&self, _: &mut Members<'_>, _: Lang) {
        match *self {}
    }
}

impl ProfileReport {
    pub(crate) fn write(&self, _: &mut Members<'_>, _: Lang) {
        match *self {}
    }
}
