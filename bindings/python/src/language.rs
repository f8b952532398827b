//! Why the language check points out a text (§ 3, stk. 3).

use std::borrow::Cow;
use std::ops::Range;

use pyo3::prelude::*;
use pyo3::types::PyString;
use rehabplan::law::voice_at;
use rehabplan::text::Wording;
use rehabplan::{Lang, Selection, language};

use crate::failure::{OptionError, guarded};
use crate::options::{Spoken, read_text};

/// Where in a text, in characters as Python counts them.
type Span = (usize, usize);

/// The sentence of a text that recommends or assesses what is to happen, and the words in it that weighed most, the heaviest
/// first: `((start, end), [(start, end), ...])`, for slices of the text. `None` where the language check finds nothing, which does
/// not say that the text is in order.
///
/// `path` is the place of the text as a finding of P3.3.b names it; in the citizen's own fields "jeg" is the citizen. A place that is
/// no text of the citizen's, a part of the plan too, is the municipality's. `lang` is the language of errors. Raises `OptionError`
/// where no plan has such a place, where half of a surrogate pair stands in either, and for a language that there is not.
#[pyfunction]
#[pyo3(signature = (text, path=None, *, lang=Spoken::default()), text_signature = "(text, path='', *, lang='da')")]
pub(crate) fn recommendation(
    text: &Bound<'_, PyAny>,
    path: Option<&Bound<'_, PyAny>>,
    lang: Spoken,
) -> PyResult<Option<(Span, Vec<Span>)>> {
    let lang = lang.read()?;
    let path = path.map(|path| characters(path, "path", lang)).transpose()?;
    let text = characters(text, "text", lang)?;
    let (text, path) = (text.as_ref(), path.as_deref().unwrap_or_default());
    let place = |bytes: &Range<usize>| {
        let characters = |end: usize| text.get(..end).map_or(0, |before| before.chars().count());
        (characters(bytes.start), characters(bytes.end))
    };
    // A place that no plan has would be taken for one whose words are the municipality's.
    if !path.is_empty() {
        Selection::new(&[], &[path]).map_err(|error| {
            // Whoever exchanges the two would have the text in it.
            let message = format!("path: {}", error.message(lang));
            OptionError::new_err((message, error.code(), "/path"))
        })?;
    }
    guarded(lang, || {
        let hit = language::recommendation(text, voice_at(path))?;
        Some((place(&hit.sentence), hit.words().map(place).collect()))
    })
}

/// What a text of Python says in characters. Python's own error would hold the whole text.
fn characters<'a>(given: &'a Bound<'_, PyAny>, name: &str, lang: Lang) -> PyResult<Cow<'a, str>> {
    const HALF: Wording = Wording::new(
        "argumentet {name}: et halvt surrogatpar står i det, og det er intet tegn; \
         ret det med {name}.encode(\"utf-16\", \"surrogatepass\").decode(\"utf-16\", \"replace\")",
        "{name}: half of a surrogate pair stands in it, which is no character; \
         mend it with {name}.encode(\"utf-16\", \"surrogatepass\").decode(\"utf-16\", \"replace\")",
    );
    let Ok(text) = given.cast::<PyString>() else { return read_text(given, name, lang) };
    text.to_cow().map_err(|_| {
        let message = HALF.get(lang).replace("{name}", name);
        OptionError::new_err((message, None::<&str>, format!("/{name}")))
    })
}
