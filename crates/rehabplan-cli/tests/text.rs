//! What a person sees, word for word. After a change, read the new snapshot before it replaces the old one.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod run;

use run::{Folder, command, finish, folder, rehabplan};

/// The output of `rehabplan` on a folder, as if it had been called from there.
fn output(folder: &Folder, arguments: &[&str]) -> String {
    let run = rehabplan(&[arguments, &[folder.root()]].concat());
    format!("{}--- exit status {}\n{}", run.stdout, run.status, run.stderr).replace(&folder.path(""), "")
}

/// Findings of every kind: one that another repeats, one that leaves others open, values that cannot be read, a key
/// that is misspelt.
fn plans(name: &str) -> Folder {
    let folder = folder(name);
    folder.file("a-uden-for.json", r#"{"sag": {"sagstype": "anden"}}"#);
    folder.file("b-revalidering.json", r#"{"sag": {"sagstype": "revalidering"}}"#);
    folder.file(
        "c-fleksjob.json",
        r#"{
  "sag": {"sagstype": "fleksjob"},
  "forberedendeDel": {"dato": "2020-02-30", "oensker": "Kontorarbejde"},
  "moede": {"dato": "2020-03-01"},
  "indstilling": {
    "indstillingsdato": "2022-03-01",
    "begrundlse": "Fordi"
  }
}
"#,
    );
    folder.file("d.ndjson", "{\"sag\": {\"sagstype\": \"anden\"}}\n\n{\"sag\": 1}\n{\"sag\":\n");
    folder
}

/// The sample of the README is what its first command prints.
#[test]
fn the_readme_shows_what_is_printed() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../..");
    let readme = std::fs::read_to_string(format!("{root}/README.md")).unwrap();
    let (_, sample) = readme.split_once("The first prints, among others:\n\n```text\n").unwrap();
    let (sample, _) = sample.split_once("```").unwrap();
    let run = finish(command(&["check", "examples/plans"]).current_dir(root), "");
    for piece in sample.split("\n\n") {
        assert!(run.stdout.contains(piece), "{piece}\n--- is not in\n{}", run.stdout);
    }
}

#[test]
fn findings_in_danish() {
    let folder = plans("text_da");
    insta::assert_snapshot!(output(
        &folder,
        &["check", "--only-path", "/indstilling", "--only-path", "/forberedendeDel/dato"]
    ));
}

#[test]
fn findings_in_english() {
    let folder = plans("text_en");
    let rules = ["P2.1.pkt2", "P14.1.pkt1", "P9.1.1.a", "P9.1.1.b", "P10.1.pkt1.a"].map(|id| ["--only-rule", id]);
    let arguments = [&["check", "--lang", "en"], rules.as_flattened()].concat();
    insta::assert_snapshot!(output(&folder, &arguments));
}

#[test]
fn every_answer() {
    let folder = plans("text_all");
    insta::assert_snapshot!(output(&folder, &["check", "--all", "--only-rule", "P2.1.pkt2", "--only-path", "/moede"]));
}

#[test]
fn a_table() {
    let folder = plans("text_csv");
    insta::assert_snapshot!(output(&folder, &["check", "--format", "csv", "--only-path", "/moede"]));
}

#[test]
fn an_explanation() {
    insta::assert_snapshot!("explain_da", rehabplan(&["explain", "P3.1.4"]).stdout);
    insta::assert_snapshot!("explain_en", rehabplan(&["explain", "P12.1.pkt1.c", "--lang", "en"]).stdout);
    insta::assert_snapshot!("explain_scope", rehabplan(&["explain", "P1.1.2"]).stdout);
}

#[test]
fn the_sentence_that_recommends_is_told_by_its_number() {
    let folder = folder("text_sentence");
    folder.file(
        "plan.json",
        r#"{"sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"oensker": "Hun vil gerne køre bus. Vi anbefaler fleksjob."}}"#,
    );
    let text = output(&folder, &["check", "plan.json", "--only-rule", "P3.3.b"]);
    let place = text.lines().find(|line| line.contains("/forberedendeDel/oensker")).unwrap();
    assert!(place.ends_with("/forberedendeDel/oensker  2. sætning"), "{place}");
    assert!(!text.contains("bus"), "{text}");
}
