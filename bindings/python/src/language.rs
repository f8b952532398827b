//! Why the language check points out a text (§ 3, stk. 3).

use std::ops::Range;

use pyo3::prelude::*;
use rehabplan::law::voice_at;
use rehabplan::{Lang, Selection, language};

use crate::failure::{OptionError, guarded};

/// Where in a text, in characters as Python counts them.
type Place = (usize, usize);

/// The sentence of a text that recommends or assesses what is to happen, and the words in it that weighed most, the heaviest
/// first: `((start, end), [(start, end), ...])`, for slices of the text. `None` where the language check finds nothing, which does
/// not say that the text is in order.
///
/// `path` is the place of the text as a finding of P3.3.b names it; in the citizen's own fields "jeg" is the citizen. Raises
/// `OptionError` where no plan has such a place.
#[pyfunction]
#[pyo3(signature = (text, path=""))]
pub(crate) fn recommendation(text: &str, path: &str) -> PyResult<Option<(Place, Vec<Place>)>> {
    let place = |bytes: &Range<usize>| {
        let characters = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
        (characters(bytes.start), characters(bytes.end))
    };
    // A place that no plan has would be taken for one whose words are the municipality's.
    if !path.is_empty() {
        Selection::new(&[], &[path]).map_err(|error| {
            // Whoever exchanges the two would have the text in it.
            let message = format!("path: {}", error.message(Lang::En));
            OptionError::new_err((message, error.code(), "/path"))
        })?;
    }
    guarded(|| {
        let hit = language::recommendation(text, voice_at(path))?;
        Some((place(&hit.sentence), hit.words().map(place).collect()))
    })
}
