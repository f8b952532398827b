//! A plan as Python holds it: `dict`, `str` or `bytes`.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::pybacked::{PyBackedBytes, PyBackedStr};
use pyo3::types::{PyByteArray, PyBytes, PyDict, PyMemoryView, PyString};
use rehabplan::Lang;
use rehabplan::text::Wording;
use rehabplan_batch::Problem;

use crate::object;

/// The JSON text of a plan. Text and bytes belong to a Python object that stays alive with them, so nothing is copied.
pub(crate) enum Json {
    Text(PyBackedStr),
    Bytes(PyBackedBytes),
    Written(Vec<u8>),
}

impl AsRef<[u8]> for Json {
    fn as_ref(&self) -> &[u8] {
        match self {
            Self::Text(text) => text.as_bytes(),
            Self::Bytes(bytes) => bytes,
            Self::Written(bytes) => bytes,
        }
    }
}

/// The JSON text of a plan given as `dict`, `str` or `bytes`.
///
/// # Errors
///
/// `TypeError` for anything else.
pub(crate) fn json(plan: &Bound<'_, PyAny>, lang: Lang) -> PyResult<Result<Json, Problem>> {
    const NO_PLAN: Wording = Wording::new(
        "en plan er en dict, eller JSON som str eller bytes; ikke {kind}",
        "a plan is a dict, or JSON as str or bytes; not {kind}",
    );
    if plan.is_instance_of::<PyDict>() || is_text(plan) { any(plan) } else { Err(no_kind(plan, NO_PLAN, lang)?) }
}

/// The JSON text of an object of any type. What is no plan is written all the same: the core says that it is none.
pub(crate) fn any(plan: &Bound<'_, PyAny>) -> PyResult<Result<Json, Problem>> {
    if is_text(plan) { text(plan).map(Ok) } else { Ok(object::json(plan)?.map(Json::Written)) }
}

/// Whether an object is JSON text already.
fn is_text(plan: &Bound<'_, PyAny>) -> bool {
    plan.is_instance_of::<PyString>()
        || plan.is_instance_of::<PyBytes>()
        || plan.is_instance_of::<PyByteArray>()
        || plan.is_instance_of::<PyMemoryView>()
}

/// The JSON text of a plan that is given as text.
///
/// # Errors
///
/// `TypeError` for anything else.
pub(crate) fn text_of(plan: &Bound<'_, PyAny>, lang: Lang) -> PyResult<Json> {
    const NO_TEXT: Wording = Wording::new(
        "steder er i en tekst: planen som str eller bytes, som den blev kontrolleret; ikke {kind}",
        "positions are in a text: the plan as str or bytes, as it was checked; not {kind}",
    );
    if is_text(plan) { text(plan) } else { Err(no_kind(plan, NO_TEXT, lang)?) }
}

/// What is of another type than a plan may be.
fn no_kind(plan: &Bound<'_, PyAny>, text: Wording, lang: Lang) -> PyResult<PyErr> {
    Ok(PyTypeError::new_err(text.get(lang).replace("{kind}", &plan.get_type().name()?.to_string())))
}

/// JSON text given as `str` or as `bytes` of some kind.
fn text(plan: &Bound<'_, PyAny>) -> PyResult<Json> {
    if let Ok(text) = plan.cast::<PyString>() {
        utf8(text.clone())
    } else if let Ok(bytes) = plan.cast::<PyBytes>() {
        Ok(Json::Bytes(bytes.clone().into()))
    } else {
        // What another object shows of its memory may change under way, so it is copied.
        Ok(Json::Bytes(plan.py().get_type::<PyBytes>().call1((plan,))?.cast_into::<PyBytes>()?.into()))
    }
}

fn utf8(text: Bound<'_, PyString>) -> PyResult<Json> {
    if let Ok(backed) = PyBackedStr::try_from(text.clone()) {
        return Ok(Json::Text(backed));
    }
    // Half of a surrogate pair is no character, and JSON has an escape for it. The core says what it thinks of that.
    let bytes = text.call_method1("encode", ("utf-8", "surrogatepass"))?;
    let bytes = with_escapes(bytes.cast::<PyBytes>()?.as_bytes());
    Ok(Json::Bytes(PyBytes::new(text.py(), &bytes).into()))
}

/// UTF-8 in which every half of a surrogate pair, written as if it were a character, is the escape of JSON. Behind a backslash it
/// is no JSON in any case, and stays, since the escape would have another meaning there.
fn with_escapes(bytes: &[u8]) -> Vec<u8> {
    let mut escaped = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    loop {
        rest = match rest {
            [b'\\', next, rest @ ..] => {
                escaped.extend([b'\\', *next]);
                rest
            }
            [0xed, second @ 0xa0..=0xbf, third, rest @ ..] => {
                let half = 0xd000 | u16::from(second & 0x3f) << 6 | u16::from(third & 0x3f);
                escaped.extend(format!("\\u{half:04x}").into_bytes());
                rest
            }
            [byte, rest @ ..] => {
                escaped.push(*byte);
                rest
            }
            [] => return escaped,
        };
    }
}
