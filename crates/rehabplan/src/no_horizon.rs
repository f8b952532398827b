//! What stands in the place of the horizon in the smallest build: a type that has no values. A form has room for the whole
//! plan, so nothing lies outside of it.

// Named like the real one, which is public.
#![allow(unreachable_pub)]

use crate::answer::Answer;
use crate::case::{Answers, CaseKind};
use crate::json::Members;
use crate::law::Rule;
use crate::plan::Plan;

/// The fields that a source of plans has room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Horizon {}

impl Horizon {
    pub(crate) fn seen<'p>(&self, _: &Plan<'p>) -> Plan<'p> {
        match *self {}
    }

    pub(crate) fn settle(
        &self,
        _: &Plan<'_>,
        _: &mut [(&'static Rule, Answer)],
        _: &dyn Fn(&Plan<'_>, CaseKind) -> Answers,
    ) {
        match *self {}
    }

    pub(crate) fn coverage(&self) -> &Self {
        match *self {}
    }

    pub(crate) fn write(&self, _: &mut Members<'_>) {
        match *self {}
    }
}
