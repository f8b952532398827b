//! Documents on the command line: a secretary's folder before a meeting.
#![cfg(feature = "document")]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod run;

use std::fs;
use std::path::PathBuf;

use run::{Run, folder, rehabplan, rehabplan_with_bytes, rehabplan_with_input};
use serde_json::Value;

fn documents() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/import/documents"))
}

fn document(name: &str) -> String {
    documents().join(name).to_str().unwrap().to_owned()
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap()
}

/// What stands in the documents, and must stand in nothing that is said of them.
const SECRETS: [&str; 3] = ["lån i huset", "Slidgigt", "stillads"];

#[test]
fn a_document_is_checked_by_its_headings() {
    let file = document("overskrifter-1.docx");
    let run = rehabplan(&["check", &file, "--sagstype", "fleksjob"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""), "{run:?}");
    assert!(run.stdout.contains("overskrifter-1.docx  FJ · "), "{}", run.stdout);
    // What the document has under a heading that nobody knows is listed, without a word of it.
    assert!(run.stdout.contains("Her står noget, som ikke har nogen plads i planen"), "{}", run.stdout);
    assert!(run.stdout.contains("overskrift »Økonomiske forhold i øvrigt«, efter »"), "{}", run.stdout);
    assert!(SECRETS.iter().all(|secret| !run.stdout.contains(secret)), "{}", run.stdout);
    let plan = &json(&rehabplan(&["check", &file, "--sagstype", "fj", "--format", "json"]))["plans"][0];
    assert_eq!(
        plan["origins"]["/overskrift/1"].as_str().unwrap().split(',').next().unwrap(),
        "overskrift »Økonomiske forhold i øvrigt«"
    );
    assert!(plan["report"]["counts"]["notInSource"].as_u64().unwrap() > 0);
    // The table says it too, and the page in the same words.
    let csv = rehabplan(&["check", &file, "--sagstype", "fj", "--format", "csv"]).stdout;
    assert!(csv.contains("det er ikke kontrolleret: overskrift »Økonomiske forhold i øvrigt«, efter »"), "{csv}");
    assert!(SECRETS.iter().all(|secret| !csv.contains(secret)));
    // Where it stands has a column of its own, as in JSON and in Python.
    assert!(csv.lines().next().unwrap().ends_with(",id,at,origin"), "{csv}");
    assert!(
        csv.lines().any(|line| line.contains(",unplaced!")
            && line.contains("overskrift »Økonomiske forhold i øvrigt«, efter »")
            && line.ends_with('"')),
        "{csv}"
    );
    let page = rehabplan(&["check", &file, "--sagstype", "fj", "--format", "html"]).stdout;
    assert!(page.contains("overskrift »Økonomiske forhold i øvrigt«, efter »"), "{page}");
    assert!(SECRETS.iter().all(|secret| !page.contains(secret)));
    assert!(plan["positions"].as_object().unwrap().is_empty(), "a document has no lines and columns");
}

#[test]
fn a_heading_without_an_answer_is_a_defect_at_its_heading() {
    let file = document("vejledning-2.docx");
    let run = rehabplan(&["check", &file, "--phase", "indsats", "--only-rule", "P3.1.2", "--only-rule", "P3.1.4"]);
    // The title says what the case is about, and nothing stands under "Netværk" but what the template says to write.
    assert!(run.stdout.contains("FJ · Indsats"), "{}", run.stdout);
    assert!(run.stdout.contains("advarsel[P3.1.2]"), "{}", run.stdout);
    assert!(run.stdout.contains("overskrift »Netværk«"), "{}", run.stdout);
    assert!(!run.stdout.contains("P3.1.4"), "{}", run.stdout);
    assert!(run.stdout.contains("ikke læst: skabelonens vejledning"), "{}", run.stdout);
}

#[test]
fn a_heading_without_an_answer_is_named_where_something_may_exempt_from_it() {
    let blank = |sagstype: &str| {
        let run = rehabplan(&["check", &document("brevhoved-2.docx"), "--sagstype", sagstype]);
        let line = run.stdout.lines().find(|line| line.contains("overskrifter uden svar: ")).unwrap_or_default();
        (line.contains("Personlige ressourcer › Netværk"), run.stdout.contains("advarsel[P3.1.2]"))
    };
    // Of a pension case nobody knows here whether it is one of those in which § 12 or § 13 lets the field be left out.
    assert_eq!((blank("fp"), blank("fj")), ((true, false), (false, true)));
}

#[test]
fn a_folder_of_documents_and_plans_is_checked_together() {
    let folder = folder("documents-folder");
    for name in ["tabel-1.docx", "uden-typografi-1.odt", "overskrifter-1.pdf"] {
        fs::copy(documents().join(name), folder.path(name)).unwrap();
    }
    folder.file("plan.json", r#"{"sag": {"sagstype": "anden"}}"#);
    // Word's own file beside a document that somebody has open.
    folder.file("~$bel-1.docx", "x");
    let run = rehabplan(&["check", &folder.path(""), "--sagstype", "jaf", "--format", "ndjson"]);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    let variants: Vec<Value> = run
        .stdout
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["report"]["variant"].clone())
        .collect();
    assert_eq!(variants, ["JAX".into(), Value::Null, "JAX".into(), "JAX".into()]);
    // The page for the meeting has all of them.
    let page = folder.path("side.html");
    rehabplan(&["check", &folder.path(""), "--sagstype", "jaf", "--format", "html", "--output", &page]);
    let page = fs::read_to_string(page).unwrap();
    assert!(["tabel-1.docx", "uden-typografi-1.odt", "overskrifter-1.pdf"].iter().all(|name| page.contains(name)));
    assert!(SECRETS.iter().all(|secret| !page.contains(secret)));
}

#[test]
fn without_a_type_of_case_nothing_is_said_to_be_checked() {
    let run = rehabplan(&["check", &document("tabel-1.docx")]);
    assert_eq!(run.status, 1);
    assert!(run.stdout.contains("Kan ikke afgøres"), "{}", run.stdout);
    assert!(run.stderr.contains("giv den med --sagstype"), "{}", run.stderr);
    let run = rehabplan(&["check", &document("tabel-1.docx"), "--sagstype", "flexjob"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("fleksjob"), "{}", run.stderr);
}

#[test]
fn a_document_is_known_by_what_is_in_it() {
    let folder = folder("documents-content");
    for name in ["plan", "plan.json", "plan.txt"] {
        fs::copy(documents().join("formular-1.docx"), folder.path(name)).unwrap();
        let run = rehabplan(&["check", &folder.path(name), "--sagstype", "fleksjob"]);
        assert!(run.stdout.contains("  FJ · "), "{name}: {run:?}");
    }
    let bytes = fs::read(documents().join("overskrifter-2.pdf")).unwrap();
    let run = rehabplan_with_bytes(&["check", "-", "--sagstype", "fleksjob"], &bytes);
    assert!(run.stdout.contains("-  FJ · "), "{run:?}");
}

#[test]
fn what_cannot_be_read_is_told_and_the_rest_is_checked() {
    let folder = folder("documents-broken");
    fs::copy(documents().join("formular-1.docx"), folder.path("god.docx")).unwrap();
    folder.file("brev.rtf", "{\\rtf1 Hemmelig}");
    folder.file("gammel.doc", "Hemmelig");
    folder.file("tom.pdf", "");
    let whole = fs::read(documents().join("tabel-1.docx")).unwrap();
    fs::write(folder.path("halv.docx"), &whole[..whole.len() / 2]).unwrap();
    let run = rehabplan(&["check", &folder.path(""), "--sagstype", "fleksjob"]);
    assert_eq!(run.status, 2);
    assert!(run.stdout.contains("god.docx  FJ · "), "{}", run.stdout);
    for (name, told) in [
        ("brev.rtf", "hverken .docx, .odt eller PDF"),
        ("gammel.doc", "hverken .docx, .odt eller PDF"),
        ("tom.pdf", "der er intet i filen"),
        ("halv.docx", "filen er beskadiget"),
    ] {
        assert!(run.stderr.lines().any(|line| line.contains(name) && line.contains(told)), "{name}: {}", run.stderr);
    }
    assert!(!run.stderr.contains("Hemmelig"));
}

#[test]
fn a_municipality_reads_its_own_template() {
    let folder = folder("documents-map");
    let file = document("overskrifter-1.docx");
    let draft = rehabplan(&["map", "draft", &file]);
    assert_eq!(draft.status, 0, "{}", draft.stderr);
    assert!(draft.stdout.contains("# Har ingen plads i planen:\n#   overskrift »Økonomiske forhold i øvrigt«"));
    // The heading that nobody knew gets a place: here, among the social challenges.
    let social = "[\"Sociale udfordringer\", ";
    let map = folder
        .file("skabelon.toml", &draft.stdout.replace(social, &format!("{social}\"Økonomiske forhold i øvrigt\", ")));
    let run = rehabplan(&["check", &file, "--map", &map, "--sagstype", "fleksjob"]);
    assert!(run.stdout.contains("FJ · ") && !run.stdout.contains("ingen plads i planen"), "{}", run.stdout);
    let account = rehabplan(&["map", "check", &map, &file, "--format", "json"]);
    assert_eq!(account.status, 0, "{account:?}");
    let account = json(&account);
    assert_eq!((account["cases"].as_u64(), account["leftOver"].as_array().unwrap().len()), (Some(1), 0));
    let converted = rehabplan(&["convert", &file, "--map", &map]);
    let line = json(&converted);
    assert_eq!(line["plan"]["forberedendeDel"]["udfordringer"]["sociale"], "Økonomien er stram.\nHar et lån i huset.");
    assert!(line["file"].as_str().unwrap().ends_with("overskrifter-1.docx"));
}

#[test]
fn only_documents_become_plans_without_a_mapping() {
    let folder = folder("documents-convert");
    let csv = folder.file("sager.csv", "Sag;Type\n1;fleksjob\n");
    let run = rehabplan(&["convert", &csv, &document("tabel-1.docx")]);
    assert_eq!((run.status, run.stdout.lines().count()), (2, 1));
    assert!(run.stderr.contains("uden et kort (--map)"), "{}", run.stderr);
}

#[test]
fn the_example_says_what_its_readme_says() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/dokumenter/sager");
    let run = rehabplan(&["check", folder]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(run.stdout.contains("Planer: 3 · Mangelfuld: 2 · Kan ikke afgøres: 1"), "{}", run.stdout);
}

#[test]
fn each_file_of_a_folder_is_read_or_named() {
    let folder = folder("documents-every-file");
    fs::copy(documents().join("tabel-1.docx"), folder.path("tabel-1.docx")).unwrap();
    fs::create_dir(folder.path("under")).unwrap();
    fs::copy(documents().join("formular-1.docx"), folder.path("under/formular-1.docx")).unwrap();
    let named = [
        ("scan.png", "et billede"),
        ("brev.msg", "en mail"),
        ("noter.txt", "læses kun docx, odt, PDF og planer som JSON"),
        ("plan.xml", "læses kun docx, odt, PDF og planer som JSON"),
        ("sager.zip", "en pakket fil"),
        ("sager.csv", "en tabel"),
        ("under/plan", "læses kun docx, odt, PDF og planer som JSON"),
    ];
    for (name, _) in named {
        folder.file(name, "Hemmelig");
    }
    // What programs leave behind is nobody's plan.
    for name in ["~$bel-1.docx", ".DS_Store", "Thumbs.db", "desktop.ini", "README.md", ".~lock.tabel-1.docx#"] {
        folder.file(name, "x");
    }
    let run = rehabplan(&["check", &folder.path(""), "--sagstype", "fleksjob"]);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stdout.contains("tabel-1.docx  FJ · ") && run.stdout.contains("formular-1.docx  FJ · "));
    assert_eq!(run.stderr.lines().count(), named.len(), "{}", run.stderr);
    for (name, told) in named {
        assert!(run.stderr.lines().any(|line| line.contains(name) && line.contains(told)), "{name}: {}", run.stderr);
    }
    assert!(!run.stderr.contains("Hemmelig"));
    // The same for a mapping of one's own, and where the plans are to be kept.
    let map = folder.file("skabelon.toml", &rehabplan(&["map", "draft", &document("tabel-1.docx")]).stdout);
    for arguments in [
        ["map", "check", &map, &folder.path("")].as_slice(),
        &["check", &folder.path(""), "--map", &map],
        &["convert", &folder.path(""), "--map", &map],
    ] {
        let run = rehabplan(arguments);
        assert_eq!(run.status, 2, "{run:?}");
        for (name, told) in named {
            assert!(
                run.stderr.lines().any(|line| line.contains(name) && line.contains(told)),
                "{name}: {}",
                run.stderr
            );
        }
        assert!(!run.stderr.contains("skabelon.toml: "), "the mapping is read: {}", run.stderr);
    }
}

#[test]
fn what_a_plan_loses_on_its_way_out_of_a_document_is_told() {
    let folder = folder("documents-lost");
    let horizon = folder.path("horisont.txt");
    let convert = |files: &[&str]| {
        rehabplan(&[["convert", "--sagstype", "fleksjob", "--horizon", &horizon].as_slice(), files].concat())
    };
    let whole = document("tre-kolonner-1.docx");
    let check = |files: &[&str]| {
        json(&rehabplan(&[["check", "--format", "json", "--sagstype", "fj"].as_slice(), files].concat()))
    };
    // All of it has a place: the plan comes to what the document comes to.
    let run = convert(&[&whole]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{run:?}");
    let plans = folder.file("planer.ndjson", &run.stdout);
    let again = rehabplan(&["check", &plans, "--plan", "plan", "--horizon", &horizon, "--format", "json"]);
    let rules = |checked: &Value| -> Vec<String> {
        let findings = checked["plans"][0]["report"]["results"].to_string();
        vec![findings, checked["plans"][0]["report"]["conclusion"].to_string()]
    };
    assert_eq!(rules(&json(&again)), rules(&check(&[&whole])));
    // What has no place does not go along.
    let lossy = document("overskrifter-1.docx");
    let run = convert(&[&lossy]);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(
        run.stderr.contains("overskrifter-1.docx: har ingen plads i planen og følger ikke med: overskrift »"),
        "{}",
        run.stderr
    );
    assert!(SECRETS.iter().all(|secret| !run.stderr.contains(secret)));
}

#[test]
fn a_plan_out_of_a_document_has_the_horizon_of_its_own_document_beside_it() {
    let folder = folder("documents-horizon");
    let horizon = folder.file("horisont.txt", "/sag/sagstype\n");
    let (whole, other) = (document("tre-kolonner-1.docx"), document("formular-1.docx"));
    let run = rehabplan(&["convert", "--sagstype", "fleksjob", "--horizon", &horizon, &whole, &other]);
    assert!(run.stderr.contains("filen har det, som de alle har"), "{}", run.stderr);
    let plans = folder.file("planer.ndjson", &run.stdout);
    let reports = |arguments: &[&str]| -> Vec<String> {
        let checked = json(&rehabplan(&[&["check", "--format", "json"][..], arguments].concat()));
        let plans = checked["plans"].as_array().unwrap().iter();
        plans.map(|plan| plan["report"]["results"].to_string()).collect()
    };
    let of_documents = reports(&["--sagstype", "fj", &whole, &other]);
    assert_eq!(reports(&[&plans, "--plan", "plan"]), of_documents);
    assert_eq!(
        reports(&[&plans, "--plan", "plan", "--horizon", &horizon]),
        of_documents,
        "its own goes before the file"
    );
    assert_ne!(of_documents[0], of_documents[1]);
    // Something else of that name is none, and without one the plans lack what the documents have no room for.
    let line = run.stdout.lines().next().unwrap();
    let (before, after) = line.split_once("\"horizon\":[").unwrap();
    let (_, after) = after.split_once(']').unwrap();
    let without = folder.file("uden.ndjson", &format!("{before}\"x\":0{after}"));
    let another = folder.file("andet.ndjson", &format!("{before}\"horizon\":[\"2020\",\"/a\"]{after}"));
    assert_eq!(reports(&[&another, "--plan", "plan"]), reports(&[&without, "--plan", "plan"]));
    assert_ne!(reports(&[&without, "--plan", "plan"])[0], of_documents[0]);
    // The file of an earlier run is not that of this one, also where nothing is written in the end.
    let run = rehabplan(&["convert", "--horizon", &horizon, &folder.file("tom.docx", "")]);
    assert_eq!((run.status, fs::exists(&horizon).unwrap()), (2, false), "{run:?}");
    let run = rehabplan_with_input(&["check", "-", "--ndjson", "--plan", "plan", "--horizon", &horizon], line);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("lad --horizon være her"), "{}", run.stderr);
}
