//! Results that people use: the page, the workbook, tables for Excel, groups, and the list to write a plan by.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod run;

use std::fs;

use rehabplan_corpus::base;
use run::{Folder, Run, command, folder, rehabplan};
use serde_json::Value;

const OUTSIDE: &str = r#"{"sag": {"sagstype": "anden"}}"#;
const CANARY: &str = "Kanariefugl";

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap()
}

/// An export of twelve plans from two districts: in one of them nobody has the reasons for what is recommended.
fn export(name: &str) -> (Folder, String) {
    let folder = folder(name);
    let mut lines = String::new();
    for number in 0..12 {
        let mut plan = base("FJ");
        let district = if number < 8 { "Nord" } else { "Syd" };
        plan["moede"]["dato"] = format!("2021-0{}-10", 1 + number % 4).into();
        if district == "Syd" {
            plan["indstilling"]["begrundelse"] = "".into();
        }
        plan["forberedendeDel"]["oensker"] = format!("{CANARY} vil køre bus igen").into();
        let line = serde_json::json!({"nr": number, "distrikt": district, "cpr": "0102031234", "plan": plan});
        lines.push_str(&format!("{line}\n"));
    }
    let path = folder.file("export.ndjson", &lines);
    (folder, path)
}

const WRAPPED: [&str; 4] = ["--plan", "plan", "--id", "nr"];

#[test]
fn a_page_holds_the_run_and_what_is_missing() {
    let (folder, path) = export("people_page");
    let page = folder.path("side.html");
    let arguments = [
        &["check", "--format", "html", "--output", &page, "--group", "distrikt", "--min-group", "4"][..],
        &WRAPPED,
        &[&path],
    ];
    let run = rehabplan(&arguments.concat());
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (1, "", ""));
    let page = fs::read_to_string(page).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("default-src 'none'"));
    // § 7, stk. 4, in the four plans of Syd, and the field by its name.
    assert!(page.contains("Indstillingen er ikke begrundet") && page.contains("Begrundelse"));
    assert!(page.contains("Syd") && page.contains("Nord") && page.contains("100 %"));
    assert!(!page.contains(CANARY) && !page.contains("0102031234"));
}

#[test]
fn a_workbook_goes_to_a_file_or_a_pipe() {
    let (folder, path) = export("people_book");
    let book = folder.path("bog.xlsx");
    let run = rehabplan(&[&["check", "--format", "xlsx", "--output", &book][..], &WRAPPED, &[&path]].concat());
    assert_eq!((run.status, run.stdout.as_str(), run.stderr.as_str()), (1, "", ""));
    let written = fs::read(book).unwrap();
    assert!(written.starts_with(b"PK"));
    let piped = command(&[&["check", "--format", "xlsx"][..], &WRAPPED, &[&path]].concat()).output().unwrap();
    // The same plans give the same bytes: no clock is read.
    assert_eq!(piped.stdout, written);
}

#[test]
fn a_table_for_excel_has_its_marks_and_nothing_to_reckon_out() {
    let folder = folder("people_excel");
    let path = folder.file(
        "plan.ndjson",
        "{\"nr\": \"=1+1\", \"omr\": \"@SUM(A1)\", \"plan\": {\"sag\": {\"sagstype\": \"anden\"}}}\n",
    );
    let run = rehabplan(&["check", "--excel", "--plan", "plan", "--id", "nr", "--group", "omr", &path]);
    let mut lines = run.stdout.lines();
    let head = lines.next().unwrap();
    assert!(head.starts_with("\u{feff}file;line;variant;") && head.ends_with(";at;origin;omr"), "{head}");
    let row = lines.next().unwrap();
    assert!(row.contains(";'=1+1;") && row.ends_with(";'@SUM(A1)"), "{row}");
    // The plain table stays as it is.
    let plain = rehabplan(&["check", "--format", "csv", "--plan", "plan", "--id", "nr", &path]).stdout;
    assert!(plain.starts_with("file,line,variant,") && plain.contains(",=1+1,"), "{plain}");
    // It is a way of writing csv, and of no other form.
    let wrapped = ["--excel", "--plan", "plan", "--id", "nr", "--group", "omr", &path];
    assert_eq!(rehabplan(&[&["check", "--format", "csv"][..], &wrapped].concat()).stdout, run.stdout);
    for other in ["text", "json", "html"] {
        let both = rehabplan(&["check", "--excel", "--format", other, &path]);
        assert_eq!((both.status, both.stdout.as_str()), (2, ""), "{other}");
        assert!(both.stderr.contains("--format csv"), "{}", both.stderr);
    }
}

#[test]
fn groups_are_counted_and_small_ones_are_not_shown() {
    let (_folder, path) = export("people_groups");
    let text = rehabplan(&[&["check", "--group", "distrikt"][..], &WRAPPED, &[&path]].concat()).stdout;
    // Syd has four plans, below five; and Nord would give it away.
    assert!(text.contains("Grupper, der ikke er vist: 2."), "{text}");
    let text =
        rehabplan(&[&["check", "--group", "distrikt", "--min-group", "4"][..], &WRAPPED, &[&path]].concat()).stdout;
    let line = |name: &str| {
        text.lines()
            .find(|line| line.trim_start().starts_with(name))
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(line("distrikt "), "distrikt planer kontrolleret mangelfulde andel");
    assert_eq!(line("Syd"), "Syd 4 4 4 100 %");

    let arguments =
        [&["check", "--format", "json", "--group", "quarter:/moede/dato", "--min-group", "1"][..], &WRAPPED, &[&path]];
    let groups = &json(&rehabplan(&arguments.concat()))["summary"]["groups"];
    assert_eq!(groups[0]["by"], serde_json::json!({"quarter:/moede/dato": "2021-Q1"}));
    // Three of four plans met in January, February and March.
    assert_eq!((&groups[0]["plans"], &groups[1]["plans"]), (&9.into(), &3.into()));
}

#[test]
fn what_cannot_be_grouped_by_is_said() {
    let (_folder, path) = export("people_wrong");
    for (arguments, said) in [
        (["--group", "month:/moede/deltagere"], "»month:/moede/deltagere« er ingen dato i planen"),
        (["--group", "nr"], "rehabplan: "),
        (["--group", "distrkt"], "intet dokument har noget på »distrkt« (--group)"),
    ] {
        let run = rehabplan(&[&["check"][..], &arguments, &WRAPPED, &[&path]].concat());
        assert!(run.stderr.contains(said) || arguments[1] == "nr", "{}", run.stderr);
        assert_eq!(run.status, if arguments[1] == "nr" { 1 } else { 2 });
    }
    let run = rehabplan(&["check", "--format", "ndjson", "--group", "distrikt", &path]);
    assert!(run.stderr.contains("--group har ingen plads i ndjson"), "{}", run.stderr);
}

#[test]
fn a_long_run_ends_with_what_is_most_often_missing() {
    let folder = folder("people_long");
    for number in 0..20 {
        let text = if number < 12 { r#"{"sag": {"sagstype": "revalidering"}}"# } else { OUTSIDE };
        folder.file(&format!("{number}.json"), text);
    }
    let text = rehabplan(&["check", folder.root()]).stdout;
    let (_, end) = text.split_once("De hyppigste mangler\n").unwrap();
    // § 2, stk. 1: all else hangs on the preparatory part.
    assert!(end.starts_with("  12 planer  ") && end.contains("(P2.1.pkt2)"), "{end}");
    assert!(end.lines().count() <= 5);
    let _ = fs::remove_file(folder.path("0.json"));
    assert!(!rehabplan(&["check", folder.root()]).stdout.contains("De hyppigste mangler"));
}

#[test]
fn a_checklist_is_for_the_kind_of_case_and_the_phase() {
    let text = rehabplan(&["checklist", "fleksjob", "--phase", "forelaeggelse"]).stdout;
    assert!(text.starts_with("Krav til en rehabiliteringsplan: Fleksjob\n"), "{text}");
    assert!(text.contains("§ 3, stk. 1, nr. 4 (P3.1.4)") && !text.contains("§ 9"));
    // The phase is that of `check` where none is said.
    assert_eq!(rehabplan(&["checklist", "fleksjob"]).stdout, text);
    assert!(rehabplan(&["checklist", "FJ", "--phase", "indstilling"]).stdout.contains("§ 9"));
    assert!(rehabplan(&["checklist", "fleksjob", "--format", "html"]).stdout.starts_with("<!DOCTYPE html>"));
    let list = json(&rehabplan(&["checklist", "fleksjob", "--format", "json", "--lang", "en"]));
    assert_eq!((&list["variant"], &list["phase"]), (&"FJ".into(), &"forelaeggelse".into()));
    let unknown = rehabplan(&["checklist", "kontanthjælp"]);
    assert_eq!(unknown.status, 2);
    assert!(unknown.stderr.contains("der er ingen sagstype »kontanthjælp«; mulige: ressourceforloeb, "));
    for (case, meant) in [("RF+fj", "mente du RF eller FJ?"), ("flexjob", "mente du fleksjob?")] {
        let unknown = rehabplan(&["checklist", case]).stderr;
        assert!(unknown.contains(&format!("der er ingen sagstype »{case}«; {meant}; mulige: ")), "{unknown}");
    }
    // What a report calls a case of two types.
    for (case, lang, why) in [
        ("FJ+SELV", "da", "tag både listen til FJ og listen til SELV, for kravene i begge gælder"),
        ("FJ+SELV", "en", "take both the list for FJ and the list for SELV, for the requirements of both apply"),
        ("fp13+FP12", "da", "tag både listen til FP12 og listen til FP13, for et krav, som den ene fritager for,"),
        (
            "FP12+FP13",
            "en",
            "take both the list for FP12 and the list for FP13, for a requirement that either exempts from",
        ),
    ] {
        let two = rehabplan(&["checklist", case, "--lang", lang]);
        assert_eq!((two.status, two.stdout.as_str()), (2, ""));
        assert!(two.stderr.starts_with(&format!("rehabplan: {case}: ")) && two.stderr.contains(why), "{}", two.stderr);
    }
}
