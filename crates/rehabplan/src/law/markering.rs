//! § 12, stk. 1, 1. pkt.: fields that are marked as not relevant or not possible to fill in.
//!
//! A requirement that is relaxed is not asked, so it is asked here what it would have answered.

use super::p03::{self, FAMILY_OR_NETWORK_BLANK};
use super::{Cell, FP12, Provision, Rule};
use crate::answer::{Answer, Path, Severity};
use crate::case::Case;
use crate::places::is_at_or_below;
use crate::plan::Field;
use crate::pointer;
use crate::text::notes;

/// The requirements of § 3 that § 12 relaxes, those of stk. 1, nr. 1-7, and stk. 2 (T13): a field that is blank is no error then.
pub(super) fn relaxed() -> impl Iterator<Item = &'static Rule> {
    let is_relaxed = |rule: &&Rule| rule.cells.get(FP12) == Cell::Exempt(Provision::p(12).stk(1));
    p03::RULES.iter().copied().filter(is_relaxed)
}

/// Whether a field of the preparatory part is marked as not relevant or not possible.
fn is_marked(case: &Case<'_>, path: &str) -> bool {
    let field = path.strip_prefix(pointer!(forberedende_del)).and_then(|rest| rest.strip_prefix('/')).unwrap_or(path);
    let marks = case.fd().ikke_relevant_eller_muligt.entries();
    marks.iter().any(|mark| mark.value().is_some_and(|mark| is_at_or_below(field, mark.code())))
}

/// The places of requirements whose fields are blank and not marked as not relevant or not possible. `None` when a mark
/// cannot be read and might be the one.
pub(super) fn unmarked_blanks(case: &Case<'_>, rules: &mut dyn Iterator<Item = &'static Rule>) -> Option<Vec<Path>> {
    let marks = &case.fd().ikke_relevant_eller_muligt;
    // The other warnings are about what stands there.
    let is_blank = |_: &Rule, answer: &Answer| {
        answer.severity() == Some(Severity::Error) || answer.says() == Some(&FAMILY_OR_NETWORK_BLANK)
    };
    let blanks = unmarked(case, rules, &is_blank);
    let has_unreadable_mark = marks.is_unreadable() || marks.entries().iter().any(Field::is_unreadable);
    (blanks.is_empty() || !has_unreadable_mark).then_some(blanks)
}

/// The places of requirements whose fields cannot be read, and none of whose fields is marked.
pub(super) fn unmarked_unreadable(case: &Case<'_>, rules: &mut dyn Iterator<Item = &'static Rule>) -> Vec<Path> {
    unmarked(case, rules, &|rule, answer| answer.says() == Some(&notes::UNREADABLE) && !has_mark(case, rule))
}

/// Whether any place of a rule is marked.
fn has_mark(case: &Case<'_>, rule: &Rule) -> bool {
    rule.paths().iter().any(|path| is_marked(case, path))
}

/// The places of the requirements that have such an answer on their own, without those that are marked.
fn unmarked(
    case: &Case<'_>,
    rules: &mut dyn Iterator<Item = &'static Rule>,
    is_such: &dyn Fn(&Rule, &Answer) -> bool,
) -> Vec<Path> {
    let mut places: Vec<Path> = Vec::new();
    for rule in rules {
        let answer = rule.check.answer(case);
        if !is_such(rule, &answer) {
            continue;
        }
        if answer.paths().is_empty() {
            // Any one of the rule's own places would have done; the first is where to begin.
            if !has_mark(case, rule) {
                places.extend(rule.first_path().map(Path::from));
            }
        }
        for path in answer.paths() {
            // Several requirements may be about one place.
            if !is_marked(case, path) && !places.contains(path) {
                places.push(path.clone());
            }
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use crate::places;
    use crate::plan::Markering;
    use crate::pointer;

    #[test]
    fn each_mark_is_a_place_of_the_preparatory_part() {
        for mark in Markering::ALL {
            let place = format!("{}/{}", pointer!(forberedende_del), mark.code());
            assert!(places::find(&place).is_ok(), "{place}");
        }
    }
}
