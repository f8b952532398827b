//! Any bytes as lines of plans.

use rehabplan::foreign;
use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Lang};
use serde_json::Value;

use crate::sound::holds_no_canary;

/// The command line answers each line as the library does, in the order of the lines and with their numbers.
pub fn ndjson(bytes: &[u8]) {
    let checker = Checker::new().as_of(Date::new(2020, 6, 1)).detail(Detail::Findings);
    let written = rehabplan_cli::check_lines(bytes, &checker);
    let written = String::from_utf8(written).expect("UTF-8");
    holds_no_canary(&written);

    // A file of another kind is named as one, and not answered line by line.
    if let Some(kind) = foreign::recognise(bytes.get(..foreign::FIRST_BYTES).unwrap_or(bytes)) {
        assert!(written.lines().count() == 1 && written.contains(kind.code()), "the kind of the file is not told");
        return;
    }
    let mut answers = written.lines();
    let mut any = false;
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii().is_empty() {
            continue;
        }
        any = true;
        let answer = answers.next().expect("an answer for each line");
        let expected = match checker.check_slice(line) {
            Ok(report) => format!(
                r#"{{"file":"-","line":{},"at":null,"id":null,"report":{},"#,
                index + 1,
                report.to_json(Lang::Da)
            ),
            Err(error) => {
                // The place is told in the file and not in the line.
                let error = error.at_line(index + 1);
                let message = Value::from(error.message(Lang::Da));
                let code = error.code();
                format!(
                    r#"{{"file":"-","line":{},"at":null,"id":null,"error":{{"code":"{code}","message":{message}}}}}"#,
                    index + 1
                )
            }
        };
        assert!(answer.starts_with(&expected), "line {}: another answer than the library's", index + 1);
        assert!(serde_json::from_str::<Value>(answer).is_ok(), "line {}: no JSON", index + 1);
    }
    if !any {
        assert!(answers.next().is_some_and(|answer| answer.contains("nothingToCheck")), "nothing is told");
    }
    assert_eq!(answers.next(), None, "more answers than lines");
}
