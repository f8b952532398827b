//! Any bytes as lines of plans.

use rehabplan::foreign;
use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Lang};
use rehabplan_batch::{Keys, Lines, Name, Problem};

use crate::sound::holds_no_canary;

/// What is told of a line: its number, and its report or what is wrong with it.
type Told = (Option<usize>, Result<String, (&'static str, String)>);

/// The lines of a file are answered each as the library answers it, in their order and with their numbers.
pub fn ndjson(bytes: &[u8]) {
    let checker = Checker::new().as_of(Date::new(2020, 6, 1)).detail(Detail::Findings);
    let kind = foreign::recognise(bytes.get(..foreign::FIRST_BYTES).unwrap_or(bytes));
    let lines = match Lines::new("-", bytes) {
        Ok(lines) => lines,
        // A file of another kind is named as one, and not answered line by line.
        Err(problem) => {
            return assert_eq!(Some(problem), kind.map(Problem::Foreign), "the kind of the file is not told");
        }
    };
    assert_eq!(kind, None, "the kind of the file is not told");
    let keys = Keys::default();
    let told = |name: &Name, result: Result<String, Problem>| -> Told {
        (name.line, result.map_err(|problem| (problem.code(), problem.message(Lang::Da))))
    };
    let mut answers = lines.flat_map(|item| {
        item.each_plan(&keys, |name, plan| {
            let report = plan.and_then(|plan| plan.check(&checker, name));
            told(name, report.map(|report| report.to_json(Lang::Da)))
        })
    });
    let mut any = false;
    for (index, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line).trim_ascii().is_empty() {
            continue;
        }
        any = true;
        let number = index + 1;
        let expected = match checker.check_slice(line) {
            Ok(report) => Ok(report.to_json(Lang::Da)),
            // The place is told in the file and not in the line.
            Err(error) => Err((error.code(), error.at_line(number).message(Lang::Da))),
        };
        let answer = answers.next().expect("an answer for each line");
        holds_no_canary(answer.1.as_ref().unwrap_or_else(|(_, message)| message));
        assert_eq!(answer, (Some(number), expected), "line {number}: another answer than the library's");
    }
    if !any {
        let code = answers.next().map(|(line, told)| (line, told.map_err(|(code, _)| code)));
        assert_eq!(code, Some((None, Err("nothingToCheck"))), "nothing is told");
    }
    assert_eq!(answers.next(), None, "more answers than lines");
}
