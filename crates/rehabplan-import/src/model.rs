//! The plan as a mapping sees it: which places there are, and what each holds.

use rehabplan::plan::FieldKind;
use rehabplan::report::InputCode;
use rehabplan::{Horizon, HorizonError, Plan};

use crate::value::json_to;

/// The whole plan.
pub(crate) fn plan() -> FieldKind {
    FieldKind::Part { fields: Plan::fields() }
}

/// A step to a place: a key with its place among those of its object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) key: &'static str,
    pub(crate) order: usize,
}

/// What is wrong with a pointer.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum NoPlace {
    /// There is no such place.
    Unknown,
    /// It leads through a list.
    InAList,
}

/// The way from a part of the plan to a place in it, and what the place holds.
pub(crate) fn find(from: FieldKind, pointer: &str) -> Result<(Vec<Step>, FieldKind), NoPlace> {
    let mut kind = from;
    let mut steps = Vec::new();
    for key in pointer.strip_prefix('/').unwrap_or(pointer).split('/') {
        let fields = match kind {
            FieldKind::Part { fields } => fields,
            FieldKind::List { .. } => return Err(NoPlace::InAList),
            _ => return Err(NoPlace::Unknown),
        };
        let (order, field) = fields.iter().enumerate().find(|(_, field)| field.key == key).ok_or(NoPlace::Unknown)?;
        steps.push(Step { key: field.key, order });
        kind = field.kind;
    }
    Ok((steps, kind))
}

/// The place that was most likely meant.
pub(crate) fn nearest(pointer: &str) -> Option<String> {
    match Horizon::of(&[pointer]) {
        Err(HorizonError::UnknownPlace { nearest, .. }) => nearest,
        _ => None,
    }
}

/// What the plan's own reader says against a value at a place; `*` in the pointer is the first entry of a list.
pub(crate) fn refuses(pointer: &str, json: &[u8]) -> Option<InputCode> {
    let mut text = Vec::new();
    let steps = || pointer.split('/').skip(1);
    for step in steps() {
        match step {
            "*" => text.push(b'['),
            key => {
                text.push(b'{');
                json_to(&mut text, key);
                text.push(b':');
            }
        }
    }
    text.extend_from_slice(json);
    for step in steps().collect::<Vec<_>>().into_iter().rev() {
        text.push(if step == "*" { b']' } else { b'}' });
    }
    let plan = Plan::from_json(std::str::from_utf8(&text).ok()?).ok()?;
    let at = pointer.replace("/*", "/0");
    plan.input.into_iter().find(|finding| finding.path == at).map(|finding| finding.code)
}
