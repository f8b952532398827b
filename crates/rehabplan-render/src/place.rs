//! The places of a plan in words.

use rehabplan::plan::FieldKind;
use rehabplan::{Lang, Plan};

use crate::words::{self, fill};

/// The names of the fields that a JSON Pointer leads through, as a person says them:
/// `Indsatsdel › Tilbud eller aktiviteter, nr. 2 › Kortsigtet mål`.
///
/// `None` for the whole plan and for a place that a plan does not have: such a key may hold anything.
///
/// ```
/// use rehabplan::Lang;
///
/// let title = rehabplan_render::title("/forberedendeDel/oensker", Lang::Da);
/// assert_eq!(title.as_deref(), Some("Forberedende del › Ønsker til job og uddannelse"));
/// assert_eq!(rehabplan_render::title("/forberedendeDel/0102031234", Lang::Da), None);
/// ```
#[must_use]
pub fn title(pointer: &str, lang: Lang) -> Option<String> {
    let mut titles: Vec<String> = Vec::new();
    let mut is_list = false;
    for (end, step) in ends(pointer.strip_prefix('/')?) {
        match (Plan::field(pointer.get(..=end)?), titles.last_mut()) {
            (Some(field), _) => {
                titles.push(field.title.get(lang).to_owned());
                is_list = matches!(field.kind, FieldKind::List { .. });
            }
            // An entry has no name of its own but its number, as a person counts.
            (None, Some(list)) if is_list => {
                is_list = false;
                match step.parse::<u32>() {
                    Ok(index) => {
                        *list = fill(words::ENTRY.get(lang), &[("list", list), ("n", &(u64::from(index) + 1))])
                    }
                    Err(_) if step == "*" => {}
                    Err(_) => return None,
                }
            }
            _ => return None,
        }
    }
    Some(titles.join(" › "))
}

/// A place with `*` for any entry of a list, to count by.
pub(crate) fn general(pointer: &str) -> String {
    let is_index = |step: &str| !step.is_empty() && step.bytes().all(|byte| byte.is_ascii_digit());
    pointer.split('/').map(|step| if is_index(step) { "*" } else { step }).collect::<Vec<_>>().join("/")
}

/// The steps of a path, each with the place at which it ends.
fn ends(path: &str) -> impl Iterator<Item = (usize, &str)> {
    path.split('/').scan(0, |end, step| {
        *end += step.len() + usize::from(*end > 0);
        Some((*end, step))
    })
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used)]
    use super::title;
    use rehabplan::Lang;

    #[test]
    fn every_step_has_its_name() {
        let of = |pointer| title(pointer, Lang::Da);
        assert_eq!(of("/sag").as_deref(), Some("Sagen"));
        assert_eq!(of("/sag/sagstype").as_deref(), Some("Sagen › Sagstype"));
        let entry = of("/indsatsdel/tilbud/1/beskrivelse").expect("a place of the model");
        assert!(entry.contains(", nr. 2 › "), "{entry}");
        let every = of("/indsatsdel/tilbud/*/beskrivelse").expect("a place of the model");
        assert!(!every.contains("nr."), "{every}");
        assert!(title("/indsatsdel/tilbud/1", Lang::En).is_some_and(|title| title.ends_with(", no. 2")));
    }

    #[test]
    fn what_is_no_place_has_no_name() {
        for pointer in [
            "",
            "/",
            "sag",
            "/sagg",
            "/sag/sagstype/x",
            "/indsatsdel/tilbud/x",
            "/sag/",
            "//",
            "/æ/ø",
            "/sag/0",
            "/indsatsdel/tilbud/1/2",
        ] {
            assert_eq!(title(pointer, Lang::Da), None, "{pointer}");
        }
    }
}
