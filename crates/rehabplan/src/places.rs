//! Places of the model, as a JSON Pointer from outside names them.

use crate::input::{InputCode, InputFinding};
use crate::letters::{self, nearest};
#[cfg(feature = "profiles")]
use crate::plan::FieldKind;
use crate::plan::Plan;
use crate::plan::place::is_index;
use crate::plan::value::{Shape, Step, Value};

/// The way to the place that a JSON Pointer leads to. `*` and an index are any entry of a list.
///
/// An empty plan is walked through, and not the table of its fields, which the smallest build does not have.
///
/// # Errors
///
/// The place that was most likely meant, when there is none.
pub(crate) fn find(pointer: &str) -> Result<Vec<Step>, Option<String>> {
    // No place of the model is as long.
    if pointer.len() > 400 {
        return Err(None);
    }
    let mut plan = Plan::empty();
    let mut shape = Shape::Part(&mut plan);
    let mut steps = Vec::new();
    let mut is_exact = pointer.is_empty() || pointer.starts_with('/');
    let segments =
        if pointer.is_empty() { None } else { Some(pointer.strip_prefix('/').unwrap_or(pointer).split('/')) };
    for segment in segments.into_iter().flatten() {
        if let Shape::List(entries) = shape {
            steps.push(Step::Each);
            shape = entries.add().map_or(Shape::Leaf, Value::shape);
            if is_entry(segment) {
                continue;
            }
            // An entry was left out on the way.
            is_exact = false;
        }
        let Shape::Part(part) = shape else { return Err(named(&steps)) };
        let keys = part.keys();
        let place = part.place(segment).or_else(|| {
            is_exact = false;
            let meant = nearest(segment, keys.iter().map(|key| key.name))?;
            part.place(meant)
        });
        let Some((key, field)) = place.and_then(|place| keys.get(place).zip(part.field_mut(place))) else {
            return Err(named(&steps));
        };
        steps.push(Step::Key(key.name));
        shape = field.shape();
    }
    if is_exact { Ok(steps) } else { Err(named(&steps)) }
}

/// What stands at a place of the model.
#[cfg(feature = "profiles")]
pub(crate) fn kind(steps: &[Step]) -> Option<FieldKind> {
    steps.iter().try_fold(FieldKind::Part { fields: Plan::fields() }, |kind, step| match (kind, step) {
        (FieldKind::Part { fields }, Step::Key(key)) => {
            fields.iter().find(|field| field.key == *key).map(|field| field.kind)
        }
        (FieldKind::List { entry }, Step::Each) => Some(*entry),
        _ => None,
    })
}

fn is_entry(segment: &str) -> bool {
    segment == "*" || is_index(segment)
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
    let step = |step| if is_entry(step) { "*" } else { step };
    pointer.split('/').map(step).collect::<Vec<_>>().join("/")
}

/// Whether a place of a plan, as a JSON Pointer, is another one or lies below it: `/sag/sagstype` lies below `/sag`, and
/// `/sagen` does not.
#[must_use]
pub fn is_at_or_below(place: &str, above: &str) -> bool {
    place.strip_prefix(above).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Puts findings in the order of the model, whatever order the keys of the document have; what is about keys that the
/// model does not have comes last, in the order of the pointers.
pub(crate) fn sort(findings: &mut [InputFinding]) {
    if findings.len() < 2 {
        return;
    }
    let mut model = Plan::empty();
    findings.sort_by_cached_key(|finding| {
        let place = match finding.code {
            InputCode::UnknownKey { .. } | InputCode::UnknownKeys { .. } => None,
            _ => place(&mut model, &finding.path),
        };
        // What is no place of the model is greater than all that are.
        let place = place.map_or((true, Vec::new()), |place| (false, place));
        (place, finding.path.clone(), finding.code.code(), finding.code.nearest())
    });
}

/// Where the model, which is an empty plan, has a path: the places of its keys and the indexes of its entries.
fn place(model: &mut Plan<'_>, path: &str) -> Option<Vec<usize>> {
    let mut shape = model.shape();
    let mut places = Vec::new();
    for token in path.split('/').skip(1) {
        let (place, value) = match shape {
            Shape::Part(part) => {
                let place = part.place(token)?;
                (place, part.field_mut(place)?)
            }
            Shape::List(entries) => (usize::try_from(letters::number(token, 10)?).ok()?, entries.add()?),
            Shape::Leaf => return None,
        };
        places.push(place);
        shape = value.shape();
    }
    Some(places)
}
