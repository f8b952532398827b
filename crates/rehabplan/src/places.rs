//! Places of the model, as a JSON Pointer from outside names them.

use crate::plan::{FieldKind, Plan};
use crate::read::nearest;

/// One step on the way to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Key(&'static str),
    /// Any entry of a list.
    Each,
}

/// The place that a JSON Pointer leads to: the way there, and what stands there. `*` and an index are any entry of a list.
///
/// # Errors
///
/// The place that was most likely meant, when there is none.
pub(crate) fn find(pointer: &str) -> Result<(Vec<Step>, FieldKind), Option<String>> {
    // No place of the model is as long.
    if pointer.len() > 400 {
        return Err(None);
    }
    let mut kind = FieldKind::Part { fields: Plan::fields() };
    let mut steps = Vec::new();
    let mut is_exact = pointer.is_empty() || pointer.starts_with('/');
    let segments =
        if pointer.is_empty() { None } else { Some(pointer.strip_prefix('/').unwrap_or(pointer).split('/')) };
    for segment in segments.into_iter().flatten() {
        while let FieldKind::List { entry } = kind
            && !is_index(segment)
        {
            // An entry was left out on the way.
            is_exact = false;
            steps.push(Step::Each);
            kind = *entry;
        }
        kind = match kind {
            FieldKind::List { entry } => {
                steps.push(Step::Each);
                *entry
            }
            FieldKind::Part { fields } => {
                let key = match fields.iter().find(|field| field.key == segment) {
                    Some(field) => Some(field.key),
                    None => {
                        is_exact = false;
                        nearest(segment, fields.iter().map(|field| field.key))
                    }
                };
                let Some(field) = fields.iter().find(|field| Some(field.key) == key) else {
                    return Err(named(&steps));
                };
                steps.push(Step::Key(field.key));
                field.kind
            }
            _ => return Err(named(&steps)),
        };
    }
    if is_exact { Ok((steps, kind)) } else { Err(named(&steps)) }
}

fn is_index(segment: &str) -> bool {
    segment == "*" || !segment.is_empty() && segment.bytes().all(|byte| byte.is_ascii_digit())
}

/// The pointer to a place, if it is not the whole plan.
fn named(steps: &[Step]) -> Option<String> {
    (!steps.is_empty()).then(|| pointer(steps))
}

/// The pointer to a place, with `*` for any entry of a list.
pub(crate) fn pointer(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |mut pointer, step| {
        pointer.push('/');
        pointer.push_str(match step {
            Step::Key(key) => key,
            Step::Each => "*",
        });
        pointer
    })
}

/// The place that a pointer into a document is at, with `*` for any entry of a list.
pub(crate) fn general(pointer: &str) -> String {
    let step = |step| if is_index(step) { "*" } else { step };
    pointer.split('/').map(step).collect::<Vec<_>>().join("/")
}

/// Whether a place is another one or lies below it.
pub(crate) fn is_at_or_below(place: &str, above: &str) -> bool {
    place.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}
