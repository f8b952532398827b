//! What is particular to Windows: its paths, its ends of lines, its console, and files that one program keeps from another.

#![cfg(windows)]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod run;

use std::fs::{self, OpenOptions};
use std::os::windows::fs::OpenOptionsExt as _;
use std::path::Path;

use run::{command, finish, folder, rehabplan, rehabplan_with_input};
use serde_json::Value;

/// Not covered by the regulation, so there is nothing to find.
const OUTSIDE: &str = r#"{"sag": {"sagstype": "anden"}}"#;

/// A value that cannot be read, on the second line.
const LOST_VALUE: &str = "{\"sag\": {\"sagstype\": \"anden\"},\r\n \"moede\": {\"dato\": \"31-02-2020\"}}\r\n";

fn files(stdout: &str) -> Vec<String> {
    let result: Value = serde_json::from_str(stdout).unwrap();
    result["plans"].as_array().unwrap().iter().map(|plan| plan["file"].as_str().unwrap().to_owned()).collect()
}

/// The path with its drive, and with backslashes alone.
fn with_drive(path: &str) -> String {
    let whole = std::path::absolute(path).unwrap().to_str().unwrap().replace('/', "\\");
    assert_eq!(&whole[1..3], ":\\", "{whole}");
    whole
}

#[test]
fn paths_may_have_a_drive_and_both_separators() {
    let folder = folder("win-paths");
    let written = folder.file("æ ø å/plan.json", OUTSIDE);
    let whole = with_drive(&written);
    for path in [whole.clone(), whole.replace('\\', "/"), format!("{}{}", whole[..1].to_lowercase(), &whole[1..])] {
        let run = rehabplan(&["check", "--format", "json", &path]);
        assert_eq!((run.status, files(&run.stdout)), (0, vec![path]), "{}", run.stderr);
    }
    // In a folder, what is found is joined on as Windows does it.
    let root = whole.strip_suffix("\\æ ø å\\plan.json").unwrap();
    assert_eq!(files(&rehabplan(&["check", "--format", "json", root]).stdout), [whole.clone()]);
    // From the drive alone, and from the folder above.
    let mut here = command(&["check", "--format", "json", "æ ø å\\plan.json"]);
    assert_eq!(files(&finish(here.current_dir(root), "").stdout), ["æ ø å\\plan.json"]);
    let missing = rehabplan(&["check", "Q:\\findes\\ikke.json"]);
    assert_eq!(missing.status, 2);
    assert!(missing.stderr.contains("Q:\\findes\\ikke.json: findes ikke"), "{}", missing.stderr);
}

#[test]
fn a_path_may_be_longer_than_windows_once_allowed() {
    let folder = folder("win-long");
    // As Windows writes a path that is not to be shortened.
    let mut long = format!("\\\\?\\{}", with_drive(&folder.path("x")));
    while long.len() < 400 {
        long.push_str("\\en-mappe-med-et-langt-navn");
    }
    fs::create_dir_all(&long).unwrap();
    let plan = format!("{long}\\plan.json");
    fs::write(&plan, OUTSIDE).unwrap();
    // A folder of such a length can be searched too, but not under Wine, which does not know its final name.
    let run = rehabplan(&["check", "--format", "json", &plan]);
    assert_eq!((run.status, files(&run.stdout)), (0, vec![plan.clone()]), "{}", run.stderr);
}

#[test]
fn lines_may_end_as_windows_ends_them() {
    let folder = folder("win-crlf");
    let plan = folder.file("plan.json", LOST_VALUE);
    let run = rehabplan(&["check", &plan]);
    assert_eq!(run.status, 1);
    let place = format!("{plan}:2:20  Møde i rehabiliteringsteamet › Mødedato  /moede/dato\n");
    assert!(run.stdout.contains(&place), "{}", run.stdout);
    let lines = folder.file("planer.ndjson", &format!("{OUTSIDE}\r\n\r\n{OUTSIDE}\r\n"));
    let run = rehabplan(&["check", "--format", "ndjson", &lines]);
    assert_eq!((run.status, run.stdout.lines().count()), (0, 2), "{}", run.stderr);
    // What programs read is the same on every system.
    assert!(!run.stdout.contains('\r'));
}

#[test]
fn a_file_that_another_program_holds_is_told_and_the_rest_is_checked() {
    let folder = folder("win-held");
    let (held, free) = (folder.file("a.json", OUTSIDE), folder.file("b.json", OUTSIDE));
    // Open, and shared with nobody.
    let lock = OpenOptions::new().read(true).write(true).share_mode(0).open(&held).unwrap();
    let run = rehabplan(&["check", "--format", "json", &held, &free]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with(&format!("rehabplan: {held}: ")), "{}", run.stderr);
    let result: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(result["plans"][0]["error"]["code"], "notReadable");
    assert_eq!(result["plans"][1]["report"]["conclusion"], "outOfScope");
    drop(lock);
    assert_eq!(rehabplan(&["check", &held, &free]).status, 0);
}

#[test]
fn what_goes_to_files_and_pipes_is_utf_8_whatever_the_console_is() {
    let folder = folder("win-utf8");
    let plan = folder.file("plan.json", r#"{"sag": {"sagstype": "revalidering"}}"#);
    let run = rehabplan(&["check", &plan]);
    // As it stands in the library; `Run` holds that it is UTF-8.
    assert!(run.stdout.contains("Forelæggelse") && run.stdout.contains("§ 2, stk. 1"), "{}", run.stdout);
    let run = rehabplan_with_input(&["check", "--format", "csv", "-"], "\u{feff}{\"sag\": {\"sagstype\": \"anden\"}}");
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn a_child_process_answers_line_by_line() {
    let run = rehabplan_with_input(
        &["serve", "--stdio"],
        &format!("{OUTSIDE}\r\n{{\"plan\": {OUTSIDE}, \"id\": \"æ\"}}\r\n"),
    );
    assert_eq!(run.status, 0, "{}", run.stderr);
    let answers: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), 2);
    assert_eq!((&answers[1]["id"], &answers[1]["report"]["conclusion"]), (&"æ".into(), &"outOfScope".into()));
    assert!(Path::new(env!("CARGO_BIN_EXE_rehabplan")).extension().is_some());
}
