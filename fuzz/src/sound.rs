//! What must hold for every report and every error.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use rehabplan::plan::Plan;
use rehabplan::positions::Positions;
use rehabplan::{Conclusion, Lang, Outcome, ReadError, Report, Severity};
use serde_json::Value;

/// A text that must never leave the library.
pub(crate) const CANARY: &str = "KANARIE-0101701234";

/// What is searched for: no rule and no message holds it.
const TRACES: [&str; 2] = ["KANARIE", "0101701234"];

pub(crate) fn has_canary(shown: &str) -> bool {
    TRACES.iter().any(|trace| shown.contains(trace))
}

pub(crate) fn holds_no_canary(shown: &str) {
    assert!(!has_canary(shown), "a text of the plan came out");
}

/// Every key of the model.
static KEYS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| {
    let mut keys = BTreeSet::new();
    Plan::each_place(&mut |_, field, _| {
        keys.insert(field.key);
    });
    keys
});

/// Whether a path leads through the model's own keys and indexes alone.
fn is_known(path: &str) -> bool {
    let is_index = |token: &str| token == "*" || token.bytes().all(|byte| byte.is_ascii_digit());
    path.is_empty()
        || path.starts_with('/') && path.split('/').skip(1).all(|token| KEYS.contains(token) || is_index(token))
}

/// An error's words are its own; only a path could carry something, and it may not.
pub(crate) fn error(error: &ReadError) {
    match error {
        ReadError::TooDeep { path } | ReadError::ListTooLong { path } | ReadError::TooManyFindings { path } => {
            assert!(is_known(path), "a path of no plan")
        }
        ReadError::NotJson { line, column, .. } | ReadError::NotUtf8 { line, column } => {
            assert!(*line >= 1 && *column >= 1)
        }
        _ => {}
    }
    for &lang in Lang::ALL {
        holds_no_canary(&error.message(lang));
    }
    holds_no_canary(&format!("{error} {error:?}"));
}

/// What must hold for a report, whatever it is of.
/// `is_full` when it is to hold every answer.
pub(crate) fn report(report: &Report, is_full: bool) {
    let counts = report.counts;
    let is_checked =
        report.complete && !matches!(report.conclusion, Conclusion::OutOfScope | Conclusion::OutsideValidity);
    if is_full && is_checked {
        let open = counts.undetermined + counts.not_in_source.unwrap_or_default();
        let counted = counts.met + counts.not_met + counts.exempt + counts.not_applicable + counts.review + open;
        let repeats = report.results.iter().filter(|result| result.same_as().is_some()).count();
        assert_eq!(counted as usize + repeats, report.results.len());
    }
    assert_eq!(report.errors + report.warnings, counts.not_met);
    assert_eq!(report.conclusion == Conclusion::Deficient, report.errors > 0);
    // Where the type of case is known, only dates that decide and cannot be read leave it open.
    let may_be_too_old = || {
        let parts = ["/moede", "/indstilling", "/afgoerelse"];
        report.input.iter().any(|finding| parts.iter().any(|part| finding.path.starts_with(part)))
    };
    assert!(report.variants.is_empty() || report.complete || may_be_too_old());
    if !report.complete {
        assert!(report.input.iter().any(|finding| finding.code.severity() == Severity::Error), "nothing says why");
    }
    honest(report);
    // No plan is deficient in what its source cannot hold (A38).
    if let Some(horizon) = &report.horizon {
        let outside = &horizon.coverage().not_checkable;
        assert!(!report.results.iter().any(|result| result.is_blocking() && outside.contains(&result.rule)));
    }
    for result in &report.results {
        assert_eq!(result.severity().is_some(), result.outcome() == Outcome::NotMet, "{}", result.rule.id);
        assert!(result.paths().chain(result.depends_on()).all(is_known), "{}", result.rule.id);
    }
    for finding in &report.input {
        // An unknown key is repeated where it looks like the name of a field, and counted where its object comes twice.
        let parent = finding.path.rsplit_once('/').map_or("", |(parent, _)| parent);
        let is_of_a_key = matches!(finding.code.code(), "unknownKey" | "unknownKeys" | "duplicateKey" | "planBelow");
        let is_of_the_plan = finding.paths().all(is_known) || is_of_a_key && is_known(parent);
        assert!(is_of_the_plan, "a path of no plan");
    }
    for &lang in Lang::ALL {
        let json = report.to_json(lang);
        holds_no_canary(&json);
        assert!(serde_json::from_str::<Value>(&json).is_ok(), "the report is no JSON");
    }
    holds_no_canary(&format!("{report:?}"));
}

/// No report concludes more than was looked at, and what stands in the way is what is counted. Profiles or none, limited
/// or not.
pub(crate) fn honest(report: &Report) {
    let counts = report.counts;
    let blocking = report.results.iter().filter(|result| result.is_blocking()).count();
    assert_eq!(blocking, report.errors as usize, "what stands in the way is not what is counted");
    let is_open = counts.undetermined > 0 || counts.not_in_source.unwrap_or_default() > 0;
    let says = |code| report.notes.iter().any(|note| note.code == code);
    let is_of_no_case = report.conclusion == Conclusion::Undetermined && report.variants.is_empty();
    assert_eq!(is_of_no_case, says("nothingTried"), "whether anything was tried is not what is said");
    match report.conclusion {
        Conclusion::Fulfilled => {
            assert!(report.complete && !report.variants.is_empty() && !is_open && blocking == 0);
            // § 1, stk. 2 (A54): the one case in which nothing has to be met yet.
            assert!(counts.met > 0 || report.limited_to.is_none() && says("noRequirementYet"), "nothing was met");
        }
        // Nothing of the regulation was asked for.
        Conclusion::Undetermined if says("onlyBeside") => {
            let answers = report.profiles.as_ref().map_or(0, |beside| beside.counts.asked());
            assert!(report.results.is_empty() && says("limited") && answers > 0);
        }
        Conclusion::Undetermined => assert!(!report.complete || is_open || says("nothingMet")),
        Conclusion::Deficient => assert!(!report.variants.is_empty()),
        Conclusion::OutOfScope | Conclusion::OutsideValidity => {
            assert!(report.results.is_empty() && report.complete);
            assert_eq!(report.variants.is_empty(), report.conclusion == Conclusion::OutOfScope);
        }
    }
}

/// What stands at the place that is told for a path is the value that the path leads to.
pub(crate) fn positions(text: &str, report: &Report) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    // Half a surrogate pair and a number beyond `f64` are values to the reader and errors to serde_json.
    let Ok(document) = serde_json::from_str::<Value>(text) else { return };
    let mut positions = Positions::new(text);
    let paths = report.input.iter().map(|finding| finding.path.as_str());
    for path in paths.chain(report.results.iter().flat_map(|result| result.paths())) {
        let place = positions.of(path);
        let start = offset(text, place.line, place.column).expect("the place is in the text");
        let Some(value) = document.pointer(path) else { continue };
        let found = serde_json::Deserializer::from_str(&text[start..]).into_iter::<Value>().next();
        assert_eq!(found.expect("a value").as_ref().ok(), Some(value), "another value stands there");
    }
}

/// The byte at a line and a column.
fn offset(text: &str, line: usize, column: usize) -> Option<usize> {
    let start: usize = text.split_inclusive('\n').take(line - 1).map(str::len).sum();
    let mut places = text[start..].char_indices().map(|(place, _)| place).chain([text.len() - start]);
    places.nth(column - 1).map(|place| start + place)
}
