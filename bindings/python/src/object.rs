//! A Python object as JSON text.
//!
//! What a plan can hold is written as what it is; what has no like in JSON is written as a value that is unreadable in
//! every place of a plan, so that the core says so, with the right code and at the right pointer.

use std::io::Write as _;

use pyo3::exceptions::PyException;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyString, PyTuple};
use rehabplan::limits::MAX_DEPTH;
use rehabplan_batch::Problem;

use crate::failure::cyclic;

/// Half a surrogate pair: no text, number, date, flag, code, list or object, and as a key no field.
const UNREADABLE: &[u8] = br#""\ud800""#;

/// The JSON text of an object.
///
/// # Errors
///
/// `cyclic` for what holds itself. What is nested too deep is cut off where it is, and the core says so.
/// `PyErr` for what is no fault of the object: Ctrl-C.
pub(crate) fn json(object: &Bound<'_, PyAny>) -> PyResult<Result<Vec<u8>, Problem>> {
    let mut writer = Writer { text: Vec::new(), within: Vec::new() };
    match writer.value(object) {
        Ok(()) => Ok(Ok(writer.text)),
        Err(Stop::Holds) => Ok(Err(cyclic())),
        Err(Stop::Raised(error)) => Err(error),
    }
}

struct Writer<'py> {
    text: Vec<u8>,
    /// The dicts and lists around the place.
    within: Vec<Bound<'py, PyAny>>,
}

enum Stop {
    /// An object that holds itself.
    Holds,
    Raised(PyErr),
}

impl<'py> Writer<'py> {
    fn value(&mut self, value: &Bound<'py, PyAny>) -> Result<(), Stop> {
        if let Ok(text) = value.cast::<PyString>() {
            self.string(text);
        } else if value.is_none() {
            self.text.extend(b"null");
        } else if let Ok(flag) = value.cast::<PyBool>() {
            self.text.extend(if flag.is_true() { b"true".as_slice() } else { b"false" });
        } else if value.is_instance_of::<PyInt>() {
            match value.extract::<i64>() {
                Ok(number) => drop(write!(self.text, "{number}")),
                // Beyond the bounds of every number of a plan, so its last digits do not matter.
                Err(_) => self.number(value.extract().unwrap_or(f64::INFINITY)),
            }
        } else if let Ok(number) = value.cast::<PyFloat>() {
            self.number(number.value());
        } else if let Ok(dict) = value.cast::<PyDict>() {
            // The items are looked at as they are now: code that is called on the way may change the dict.
            let items = dict.items();
            self.nested(value, *b"{}", |writer| {
                writer.each(items.iter(), |writer, item| {
                    let (key, value) =
                        item.extract::<(Bound<'py, PyAny>, Bound<'py, PyAny>)>().map_err(Stop::Raised)?;
                    match key.cast::<PyString>() {
                        Ok(key) if key.to_str().is_ok() => writer.string(key),
                        _ => writer.unknown(),
                    }
                    writer.text.push(b':');
                    writer.value(&value)
                })
            })?;
        } else if let Ok(list) = value.cast::<PyList>() {
            self.nested(value, *b"[]", |writer| writer.each(list.iter(), |writer, entry| writer.value(&entry)))?;
        } else if let Ok(tuple) = value.cast::<PyTuple>() {
            self.nested(value, *b"[]", |writer| writer.each(tuple.iter(), |writer, entry| writer.value(&entry)))?;
        } else {
            self.other(value)?;
        }
        Ok(())
    }

    /// Writes a key that is no text, unlike any other such key.
    fn unknown(&mut self) {
        let place = self.text.len();
        drop(write!(self.text, "\"\\ud800{place}\""));
    }

    fn string(&mut self, text: &Bound<'_, PyString>) {
        let written = self.text.len();
        // Half a surrogate pair in it makes the whole text unreadable, as it does in JSON.
        let is_text = text.to_str().is_ok_and(|text| serde_json::to_writer(&mut self.text, text).is_ok());
        if !is_text {
            self.text.truncate(written);
            self.text.extend(UNREADABLE);
        }
    }

    fn number(&mut self, number: f64) {
        if number.is_nan() {
            self.text.extend(b"null");
        } else if number.is_finite() {
            drop(write!(self.text, "{number:e}"));
        } else {
            self.text.extend(UNREADABLE);
        }
    }

    fn each<T>(
        &mut self,
        things: impl Iterator<Item = T>,
        write: impl Fn(&mut Self, T) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        for (index, thing) in things.enumerate() {
            if index > 0 {
                self.text.push(b',');
            }
            write(self, thing)?;
        }
        Ok(())
    }

    /// Writes a dict or a list, with what is in it.
    fn nested(
        &mut self,
        value: &Bound<'py, PyAny>,
        [open, close]: [u8; 2],
        inner: impl FnOnce(&mut Self) -> Result<(), Stop>,
    ) -> Result<(), Stop> {
        if self.within.iter().any(|around| around.is(value)) {
            return Err(Stop::Holds);
        }
        self.text.push(open);
        // One level too many is enough for the core to refuse it.
        if self.within.len() < MAX_DEPTH {
            self.within.push(value.clone());
            inner(self)?;
            self.within.pop();
        }
        self.text.push(close);
        Ok(())
    }

    /// Writes a value of a type that JSON does not have; see `rehabplan._json.plain`.
    #[cold]
    fn other(&mut self, value: &Bound<'py, PyAny>) -> Result<(), Stop> {
        static PLAIN: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
        let py = value.py();
        let plain = PLAIN.import(py, "rehabplan._json", "plain").map_err(Stop::Raised)?.call1((value,));
        match plain {
            Ok(plain) if plain.is(py.NotImplemented()) => self.text.extend(UNREADABLE),
            Ok(plain) => self.value(&plain)?,
            // What the value's own code raises may show the value.
            Err(error) if error.is_instance_of::<PyException>(py) => self.text.extend(UNREADABLE),
            Err(error) => return Err(Stop::Raised(error)),
        }
        Ok(())
    }
}
