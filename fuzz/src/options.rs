//! Any bytes as options, and any bytes as lines to a child process.

use rehabplan_json::{Checker, Failure, check};
use serde_json::Value;
use serde_json::value::RawValue;

use crate::sound::{has_canary, holds_no_canary};

/// A plan of which § 2 demands the preparatory part, and one in which little can be read.
const PLANS: [&str; 2] = [
    r#"{"sag":{"sagstype":"revalidering"},"moede":{"dato":"2020-03-02"}}"#,
    r#"{"sag":{"sagstype":"?","sagstype":1},"forberedendeDel":{"dato":"31-02-2020"},"indsatsdel":[]}"#,
];

/// The caller's own id of the plan, which the seeds' suppressions name.
const ID: &str = "4711";

/// Options are read or refused, and mean the same for one plan, for a checker that is kept, and in an envelope.
pub fn options(bytes: &[u8]) {
    for plan in PLANS {
        let told = check(plan.as_bytes(), bytes);
        assert!(told == check(plan.as_bytes(), bytes), "another answer the second time");
        match &told {
            Ok(report) => {
                let report: Value = serde_json::from_str(report).expect("the report is JSON");
                assert!(report["conclusion"].is_string() && report["results"].is_array());
                assert_eq!(report["limitedTo"].is_object(), limits(bytes), "what is limited says so");
            }
            Err(failure) => refused(failure),
        }
        let kept = |case| Checker::new(bytes).and_then(|checker| checker.check(plan.as_bytes(), case));
        if let (Ok(one), Ok(kept)) = (&told, &kept(None)) {
            assert!(one == kept, "a checker that is kept answers otherwise");
        }
        in_an_envelope(plan, bytes, &kept(Some(ID)));
    }
}

/// Whether the options limit the check.
fn limits(options: &[u8]) -> bool {
    let text = options.strip_prefix("\u{feff}".as_bytes()).unwrap_or(options);
    serde_json::from_slice::<Value>(text).is_ok_and(|options| options["only"].is_object())
}

/// A mistake in options is told without any of it: a plan may have been given in their place. What is wrong with a profile or a
/// suppression is named.
fn refused(failure: &Failure) {
    assert!(!failure.message.is_empty());
    match failure.code {
        "badOptions" => holds_no_canary(&failure.to_json()),
        code => assert_eq!(code, "badProfile"),
    }
}

/// The same options around the plan, as a line to a child process.
fn in_an_envelope(plan: &str, options: &[u8], expected: &Result<String, Failure>) {
    let Some(options) = str::from_utf8(options).ok().filter(|options| !options.contains(['\n', '\r'])) else { return };
    let line = format!(r#"{{"options":{options},"id":"{ID}","plan":{plan}}}"#);
    // One value, and in the envelope not nested too deep. Nothing in its place is the same as none.
    let is_one = |text: &str| serde_json::from_str::<&RawValue>(text).is_ok_and(|value| value.get() != "null");
    if !is_one(options) || !is_one(&line) {
        return;
    }
    let [answer] = answers(line.as_bytes()).try_into().expect("an answer");
    let told = match expected {
        Ok(report) => format!(r#"{{"line":1,"id":"{ID}","report":{report}}}"#),
        Err(failure) => format!(r#"{{"line":1,"id":"{ID}","error":{}}}"#, failure.to_json()),
    };
    assert!(answer == told, "an envelope answers otherwise");
}

/// Any bytes as lines: each is answered once, in its order, and nothing of it comes out.
pub fn envelope(bytes: &[u8]) {
    let lines = answers(bytes);
    assert!(!lines.is_empty(), "nothing is told");
    let mut last = 0;
    for line in lines {
        let answer: Value = serde_json::from_str(&line).expect("an answer is JSON");
        assert!(answer["report"].is_object() != answer["error"].is_object(), "a report or an error");
        // An id is the caller's own, and is repeated.
        if !answer["id"].as_str().is_some_and(has_canary) && !is_shown(bytes) {
            holds_no_canary(&line);
        }
        match answer["line"].as_u64() {
            Some(number) => assert!(std::mem::replace(&mut last, number) < number, "out of order"),
            None => assert_eq!(last, 0, "a line without its number"),
        }
    }
}

/// What stands in a profile or a suppression of one's own is shown.
fn is_shown(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains("profiles") || text.contains("suppress") || text.contains('\\')
}

fn answers(lines: &[u8]) -> Vec<String> {
    let mut out = Vec::new();
    rehabplan_server::stdio(std::io::Cursor::new(lines.to_vec()), &mut out, 1, rehabplan::Lang::Da)
        .expect("a vector takes every answer");
    String::from_utf8(out).expect("UTF-8").lines().map(str::to_owned).collect()
}
