//! Which requirements the user means: by id, by place, and by what was most likely meant.

use rehabplan::profile::ProfileSet;
use rehabplan::{Lang, Selection};
use rehabplan_batch::shown;

use crate::Stop;
use crate::texts::{self, fill};

/// How many names a suggestion holds.
const SUGGESTIONS: usize = 3;

/// What a check is to be limited to.
pub(crate) fn selection(
    ids: &[String],
    pointers: &[String],
    profiles: &ProfileSet,
    lang: Lang,
) -> Result<Option<Selection>, Stop> {
    if ids.is_empty() && pointers.is_empty() {
        return Ok(None);
    }
    let [rules, paths] = [ids, pointers].map(|names| names.iter().map(String::as_str).collect::<Vec<_>>());
    Selection::with_profiles(&rules, &paths, profiles).map(Some).map_err(|error| {
        let given =
            error.entry().and_then(|(list, index)| if list == "rules" { rules.get(index) } else { paths.get(index) });
        let given = given.map(|given| format!("{}: ", shown(given))).unwrap_or_default();
        Stop::Usage(format!("{given}{}", error.message(lang)))
    })
}

/// What to say of an id that is none.
pub(crate) fn unknown_rule(id: &str, ids: impl Iterator<Item = &'static str>, lang: Lang) -> Stop {
    let nearest = nearest(id, ids, lang);
    Stop::Usage(fill(texts::UNKNOWN_RULE.get(lang), &[("id", &shown(id)), ("nearest", &nearest)]))
}

/// The names that were most likely meant: those that go on where the user stopped, else those spelt alike. The name of
/// the profile that a rule's id begins with may be left out.
fn nearest(name: &str, known: impl Iterator<Item = &'static str>, lang: Lang) -> String {
    // Edit distance is quadratic, and no name comes near this length.
    let name: String = name.chars().take(100).flat_map(char::to_lowercase).collect();
    let mut ranked: Vec<(usize, &str)> = known
        .map(|candidate| {
            let lower = candidate.to_ascii_lowercase();
            // A pointer has no profile before it.
            let short = lower.rsplit_once('/').filter(|(profile, _)| !profile.is_empty() && !lower.starts_with('/'));
            let ways = [Some(lower.as_str()), short.map(|(_, short)| short)];
            let distance = |way: &str| match way.starts_with(&name) && !name.is_empty() {
                true => 0,
                false => strsim::damerau_levenshtein(&name, way),
            };
            (ways.into_iter().flatten().map(distance).min().unwrap_or(usize::MAX), candidate)
        })
        .collect();
    // The sort is stable, so that equals stay in the order of the law.
    ranked.sort_by_key(|(distance, _)| *distance);
    let mut names: Vec<&str> = Vec::new();
    for (_, candidate) in ranked {
        if !names.contains(&candidate) {
            names.push(candidate);
        }
        if names.len() == SUGGESTIONS {
            break;
        }
    }
    names.join(texts::OR.get(lang))
}

#[cfg(test)]
mod tests {
    use super::nearest;
    use rehabplan::Lang;

    #[test]
    fn what_goes_on_comes_before_what_is_spelt_alike() {
        let known = || ["P2.1", "P3.1.1", "P3.1.2", "P3.1.3", "P13.1"].into_iter();
        assert_eq!(nearest("p3.1", known(), Lang::Da), "P3.1.1 eller P3.1.2 eller P3.1.3");
        assert_eq!(nearest("P21", known(), Lang::En), "P2.1 or P13.1 or P3.1.1");
        assert_eq!(nearest("", std::iter::empty(), Lang::Da), "");
        let known = || ["P3.1.1", "proces/PR1", "proces/PR10", "vejledning/V1"].into_iter();
        assert_eq!(nearest("pr1", known(), Lang::Da), "proces/PR1 eller proces/PR10 eller vejledning/V1");
    }
}
