//! Exports by a mapping, from the command line.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::expect_used)]

mod run;

use run::{command, folder, rehabplan};
use serde_json::Value;

const CASES: &str = "Sag;Type;Dato;Ønsker;Distrikt\n\
    17;fleksjob;02-03-2020;;Nord\n\
    18;fleksjob;31-02-2020;Hemmelig-tekst;Syd\n\
    19;fleksjob;02-03-2020;a;b;c\n";
const MAP: &str = "id = \"Sag\"\ncarry = [\"Distrikt\"]\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\
    \"/forberedendeDel/dato\" = \"Dato\"\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n\
    [tables.indsatser]\nfile = \"indsatser.csv\"\nkey = \"Sag\"\n\
    [[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"indsatser\"\n[lists.fields]\nbeskrivelse = \"Indsats\"\n";

#[test]
fn an_export_is_checked_and_told_by_row_and_column() {
    let folder = folder("map-check");
    let cases = folder.file("sager.csv", CASES);
    folder.file("indsatser.csv", "Sag;Indsats\n17;Praktik\n99;Praktik\n");
    let map = folder.file("kort.toml", MAP);
    let run = rehabplan(&["check", &cases, "--map", &map]);
    // A row that cannot be read is a failure; the others are checked all the same.
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stdout.contains("sager.csv:2 (17)"), "{}", run.stdout);
    for place in [
        "sager.csv, række 2, kolonne »Ønsker«  Forberedende del › Ønsker til job og uddannelse  /forberedendeDel/oensker",
        "sager.csv, række 3, kolonne »Dato«  Forberedende del › Færdig den  /forberedendeDel/dato",
    ] {
        assert!(run.stdout.contains(place), "{}", run.stdout);
    }
    assert!(run.stderr.contains("sager.csv: CSV, utf-8, skilletegn »;«, overskrifter i række 1\n"), "{}", run.stderr);
    assert!(run.stderr.contains("sager.csv:4: rækken har flere celler"), "{}", run.stderr);
    assert!(run.stderr.contains("tabel indsatser: rækker, der ikke hører til nogen sag: 1"), "{}", run.stderr);
    assert!(!run.stdout.contains("Hemmelig") && !run.stderr.contains("Hemmelig"));
    // What the export has no column for is no defect.
    let json = rehabplan(&["check", &cases, "--map", &map, "--format", "json"]);
    let json: Value = serde_json::from_str(&json.stdout).unwrap();
    let plan = &json["plans"][0];
    assert_eq!((plan["line"].as_u64(), plan["id"].as_str()), (Some(2), Some("17")));
    assert_eq!(plan["carried"]["Distrikt"], "Nord");
    assert_eq!(plan["origins"]["/forberedendeDel/oensker"], "række 2, kolonne »Ønsker«");
    let found = plan["report"]["results"].as_array().unwrap().iter().filter(|result| result["outcome"] == "notMet");
    let found: Vec<&str> = found.map(|result| result["rule"].as_str().unwrap()).collect();
    assert_eq!(found, ["P3.1.4"]);
    assert!(json["summary"]["notInSource"].as_u64().unwrap() > 0);
    let csv = rehabplan(&["check", &cases, "--map", &map, "--format", "csv"]).stdout;
    assert!(csv.lines().next().unwrap().ends_with(",Distrikt"), "{csv}");
    assert!(csv.lines().nth(1).unwrap().ends_with(",Nord"), "{csv}");
    assert!(csv.contains(": række 3, kolonne »Dato«"), "{csv}");
}

#[test]
fn a_mapping_that_is_wrong_is_told_by_line_and_column() {
    let folder = folder("map-wrong");
    let cases = folder.file("sager.csv", CASES);
    let map = folder.file("kort.toml", "[plan]\n\"/sag/sagstype\" = \"Typ\"\n");
    let run = rehabplan(&["check", &cases, "--map", &map]);
    assert_eq!(run.status, 2);
    // How the source was read may be why.
    assert!(run.stderr.contains("sager.csv: CSV, utf-8, skilletegn »;«, overskrifter i række 1\n"), "{}", run.stderr);
    let told = format!("{map}:2:1: kilden har ingen kolonne eller overskrift »Typ«; mente du »Type«?");
    assert!(run.stderr.contains(&told), "{}", run.stderr);
    for arguments in [
        vec!["check", &cases, "-", "--map", &map],
        vec!["check", &cases, "--map", &map, "--plan", "plan"],
        vec!["check", &cases, "--table", "a=b"],
        vec!["check", &cases, "--map", &map, "--table", "ab"],
        vec!["check", &cases, "--map", &folder.path("ingen.toml")],
        vec!["convert", &folder.path("ingen.csv"), "--map", &map],
    ] {
        assert_eq!(rehabplan(&arguments).status, 2, "{arguments:?}");
    }
}

#[test]
fn a_draft_can_be_used_as_it_is() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/udtraek");
    let [cases, measures, known] = ["sager.csv", "indsatser.csv", "kort.toml"].map(|name| format!("{root}/{name}"));
    let draft = rehabplan(&["map", "draft", &cases, &measures]);
    assert_eq!((draft.status, draft.stdout.as_str()), (0, std::fs::read_to_string(&known).unwrap().as_str()));
    let account = rehabplan(&["map", "check", &known, &cases, "--format", "json"]);
    assert_eq!(account.status, 0, "{}", account.stderr);
    let account: Value = serde_json::from_str(&account.stdout).unwrap();
    assert_eq!((account["cases"].as_u64(), account["unreadable"].as_u64()), (Some(120), Some(0)));
    assert_eq!(account["leftOver"], serde_json::json!([]));
    for place in account["places"].as_array().unwrap() {
        assert_eq!(place["refused"], 0, "{place}");
    }
    let schema: Value = serde_json::from_str(&rehabplan(&["map", "schema"]).stdout).unwrap();
    assert!(schema["properties"]["lists"].is_object());
}

#[test]
fn rows_that_are_no_cases_are_told() {
    let folder = folder("map-sums");
    let cases =
        folder.file("sager.csv", "Sag;Type;Dato;Ønsker;Distrikt\n17;fleksjob;02-03-2020;smÃ¸r på;Nord\nI alt;1;;;\n");
    folder.file("indsatser.csv", "Sag;Indsats\n17;Praktik\n");
    let map = folder.file("kort.toml", MAP);
    let run = rehabplan(&["check", &cases, "--map", &map]);
    let sums = "rækker, der ligner en sum, en note eller overskrifterne igen og er taget som sager: 1;";
    let twice = "sager med æ, ø eller å, der er kodet to gange (»Ã¦«, »Ã¸«, »Ã¥«): 1;";
    assert!(run.stderr.contains(sums) && run.stderr.contains(twice), "{}", run.stderr);
    assert!(!run.stderr.contains("smÃ") && !run.stdout.contains("smÃ"));
    let map = folder.file("kort.toml", &format!("skip_notes = true\n{MAP}"));
    let left_out =
        "rækker, der ligner en sum, en note eller overskrifterne igen og er holdt ude (skip_notes): 1 (række 3);";
    let run = rehabplan(&["check", &cases, "--map", &map]);
    assert!(run.stderr.contains(left_out) && !run.stderr.contains(sums), "{}", run.stderr);
    let account = rehabplan(&["map", "check", &map, &cases]);
    assert!(account.stdout.contains(left_out), "{}", account.stdout);
    let account: Value =
        serde_json::from_str(&rehabplan(&["map", "check", &map, &cases, "--format", "json"]).stdout).unwrap();
    assert_eq!((&account["leftOut"], &account["sums"], &account["encodedTwice"]), (&0.into(), &0.into(), &1.into()));
    assert_eq!((&account["notes"], &account["noteRows"]), (&1.into(), &serde_json::json!([3])));
}

#[test]
fn a_text_that_stands_where_the_id_should_is_never_shown() {
    let folder = folder("map-shifted");
    let cases = folder.file(
        "sager.csv",
        "Sagsnr;Sagstype;Mødedato;Ønsker;Distrikt\n1;fleksjob;02-03-2020;Vil gerne\nKaren på Nørregade 7 har kræft; og vil; hjem\nKaren Lund i alt;;;;\n2;fleksjob;02-03-2020;Bus;Nord\n",
    );
    let map = folder.file(
        "kort.toml",
        "id = \"Sagsnr\"\ncarry = [\"Mødedato\"]\n[plan]\n\"/sag/sagstype\" = \"Sagstype\"\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n",
    );
    for format in ["text", "csv", "ndjson", "json", "html"] {
        let run = rehabplan(&["check", &cases, "--map", &map, "--format", format]);
        for text in ["Karen", "Nørregade", "kræft", "Lund"] {
            assert!(!run.stdout.contains(text) && !run.stderr.contains(text), "{format}: {text}: {}", run.stdout);
        }
        assert!(run.stderr.contains("sager, hvis id ikke vises"), "{format}: {}", run.stderr);
    }
    // Its row is named, and what is wrong with it.
    let run = rehabplan(&["check", &cases, "--map", &map]);
    assert!(run.stdout.contains("sager.csv:3 ") && run.stdout.contains("Rækken ender før cellen"), "{}", run.stdout);
    let converted = rehabplan(&["convert", &cases, "--map", &map]).stdout;
    assert!(!converted.contains("Karen") && converted.contains("\"id\":\"2\""), "{converted}");
}

#[test]
fn what_is_converted_can_be_checked_later() {
    let folder = folder("map-convert");
    let cases = folder.file("sager.csv", CASES);
    folder.file("indsatser.csv", "Sag;Indsats\n17;Praktik\n");
    let map = folder.file("kort.toml", MAP);
    let run = rehabplan(&["convert", &cases, "--map", &map]);
    assert_eq!(run.status, 2, "a row could not be read");
    let lines: Vec<Value> = run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines[0],
        serde_json::json!({"id": "17", "row": 2, "carried": {"Distrikt": "Nord"}, "plan": {
            "sag": {"sagstype": "fleksjob"}, "forberedendeDel": {"dato": "2020-03-02"},
            "indsatsdel": {"tilbud": [{"beskrivelse": "Praktik"}]}}})
    );
    assert_eq!(lines.len(), 2);
    assert!(run.stderr.contains("planerne siger ikke, hvad kilden har plads til"), "{}", run.stderr);
    // Of several files each has a row of that number.
    let more = folder.file("flere.csv", CASES);
    let both = rehabplan(&["convert", &cases, &more, "--map", &map]).stdout;
    let files: Vec<Value> =
        both.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()["file"].clone()).collect();
    assert_eq!(files, [&cases, &cases, &more, &more].map(|file| Value::from(file.as_str())));
    assert!(run.stderr.contains("værdier, der ikke kan læses: 1;"), "31 February: {}", run.stderr);
    let horizon = folder.path("horisont.txt");
    let run = rehabplan(&["convert", &cases, "--map", &map, "--horizon", &horizon]);
    assert!(!run.stderr.contains("planerne siger ikke"), "{}", run.stderr);
    let plans = folder.file("planer.ndjson", &run.stdout);
    let later = ["check", &plans, "--plan", "plan", "--id", "id", "--horizon", &horizon, "--format", "json"];
    let json: Value = serde_json::from_str(&rehabplan(&later).stdout).unwrap();
    let found = json["plans"][0]["report"]["results"].as_array().unwrap().iter();
    let found: Vec<_> = found.filter(|result| result["outcome"] == "notMet").map(|result| &result["rule"]).collect();
    // What the export has no column for is no defect later either.
    assert_eq!(found, ["P3.1.4"]);
    let checked = rehabplan(&later[..6]);
    assert!(checked.stdout.contains("planer.ndjson:1 (17)"), "{}", checked.stdout);
    // A value that cannot be read is told by the code that it has elsewhere.
    let cases = folder.file("sager.csv", CASES.split("19;").next().unwrap());
    let run = rehabplan(&["convert", &cases, "--map", &map, "--horizon", &horizon]);
    assert_eq!(run.status, 1, "{}", run.stderr);
}

/// The file is written by the one and read by the other, both at once.
#[test]
fn the_horizon_of_plans_from_a_pipe_is_read_when_the_first_comes() {
    use std::io::{Read as _, Write as _};
    use std::process::Stdio;
    let folder = folder("map-pipe");
    let (cases, map) = (folder.file("sager.csv", CASES), folder.file("kort.toml", MAP));
    folder.file("indsatser.csv", "Sag;Indsats\n17;Praktik\n");
    let horizon = folder.path("horisont.txt");
    let arguments = ["check", "-", "--ndjson", "--plan", "plan", "--id", "id", "--horizon", &horizon];
    let mut check = command(&[&arguments[..], &["--format", "json"]].concat())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let plans = rehabplan(&["convert", &cases, "--map", &map, "--horizon", &horizon]).stdout;
    check.stdin.take().unwrap().write_all(plans.as_bytes()).unwrap();
    let mut answer = String::new();
    check.stdout.take().unwrap().read_to_string(&mut answer).unwrap();
    check.wait().unwrap();
    let kept = folder.file("planer.ndjson", &plans);
    let later = rehabplan(&["check", &kept, "--plan", "plan", "--id", "id", "--horizon", &horizon, "--format", "json"]);
    let summary = |text: &str| serde_json::from_str::<Value>(text).unwrap()["summary"].clone();
    assert_eq!(summary(&answer), summary(&later.stdout));
    assert_ne!(summary(&answer)["horizon"], Value::Null);
}

#[test]
fn what_cannot_be_read_is_converted_to_json_that_every_reader_takes_and_is_found_again() {
    let folder = folder("map-unreadable");
    // An error of a spreadsheet, a row that ends early, a case without an id, and a row of measures that may be anybody's.
    let cases = folder.file(
        "sager.csv",
        "Sag;Type;Dato;Ønsker;Distrikt\n17;fleksjob;31-02-2020;#N/A;Nord\n18;#I/T\n;fleksjob;02-03-2020;Bus;Syd\n19;fleksjob;;Bus;Syd\n",
    );
    folder.file("indsatser.csv", "Sag;Indsats\n17;#REF!\n;Praktik\n");
    let (map, horizon) = (folder.file("kort.toml", MAP), folder.path("horisont.txt"));
    let converted = rehabplan(&["convert", &cases, "--map", &map, "--horizon", &horizon]);
    let lines: Vec<Value> = converted.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!(lines[0]["plan"]["forberedendeDel"]["oensker"], serde_json::json!(["unreadable"]));
    let plans = folder.file("planer.ndjson", &converted.stdout);
    let found = |arguments: &[&str]| -> Vec<Value> {
        let run = rehabplan(&[arguments, &["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        let of = |plan: &Value| {
            let report = &plan["report"];
            // Of a row that ends early the table has one finding, and the plan made of it one for each cell.
            let is_short = plan["id"] == "18";
            let mut input = Vec::new();
            for finding in report["input"].as_array().unwrap() {
                let places = finding["paths"].as_array().cloned().unwrap_or_else(|| vec![finding["path"].clone()]);
                let code = if is_short { Value::Null } else { finding["code"].clone() };
                input.extend(places.into_iter().map(|place| (code.to_string(), place.to_string())));
            }
            input.sort();
            serde_json::json!([plan["id"], report["conclusion"], report["results"], input])
        };
        json["plans"].as_array().unwrap().iter().map(of).collect()
    };
    let now = found(&["check", &cases, "--map", &map]);
    let later = found(&["check", &plans, "--plan", "plan", "--id", "id", "--horizon", &horizon]);
    assert_eq!(now, later);
    assert!(now.iter().all(|plan| !plan[3].as_array().unwrap().is_empty()), "{now:?}");
    let run = rehabplan(&["check", &cases, "--map", &map]);
    assert!(run.stdout.contains("gør    Rækken siger ikke, hvilken sag den hører til"), "{}", run.stdout);
    let told = "rehabplan: tabel indsatser: rækker, hvis nøgle er tom eller ikke kan læses: 1 (række 3);";
    assert!(run.stderr.contains(told) && run.status == 2, "{}", run.stderr);
}

#[test]
fn what_was_not_looked_at_is_not_checked() {
    let folder = folder("map-nothing");
    let map = folder.file("kort.toml", MAP);
    folder.file("indsatser.csv", "Sag;Indsats\n17;Praktik\n");
    let empty = folder.file("tom.csv", "Sag;Type;Dato;Ønsker;Distrikt\n");
    for arguments in [
        vec!["check", &empty, "--map", &map],
        vec!["convert", &empty, "--map", &map],
        vec!["map", "check", &map, &empty],
    ] {
        let run = rehabplan(&arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.stderr.contains("tom.csv: ingen planer at kontrollere"), "{}", run.stderr);
    }
    // A table that was joined by the wrong thing: without it, nothing that was found is worth anything.
    let cases = folder.file("sager.csv", "Sag;Type;Dato;Ønsker;Distrikt\nA17;fleksjob;02-03-2020;Bus;Nord\n");
    for arguments in [vec!["check", &cases, "--map", &map], vec!["map", "check", &map, &cases]] {
        let run = rehabplan(&arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.stderr.contains("tabel indsatser: ingen række hører til en sag"), "{}", run.stderr);
    }
}

#[test]
fn a_table_of_measures_is_not_taken_for_cases_in_silence() {
    let folder = folder("map-repeated");
    let cases = folder.file("sager.csv", "Sag;Type\n17;fleksjob\n17;fleksjob\n18;fleksjob\n");
    let map = folder.file("kort.toml", "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n");
    let run = rehabplan(&["check", &cases, "--map", &map]);
    assert!(run.stderr.contains("sager med et id, som en sag før dem også har: 1"), "{}", run.stderr);
    assert!(
        rehabplan(&["map", "check", &map, &cases]).stdout.contains("sager med et id, som en sag før dem også har: 1")
    );
}

#[test]
fn exports_come_in_folders_and_through_pipes() {
    let folder = folder("map-many");
    let map = folder
        .file("kort.toml", &MAP.replace("\"Ønsker\"\n[tables", "{ column = \"Ønsker\", optional = true }\n[tables"));
    let [one, two] = ["januar.csv", "februar.csv"].map(|name| folder.path(name));
    let row = |id: &str| format!("Sag;Type;Dato;Distrikt\n{id};fleksjob;02-03-2020;Nord\n");
    folder.file("januar.csv", "Sag;Type;Dato;Ønsker;Distrikt\n17;fleksjob;02-03-2020;;Nord\n");
    folder.file("februar.csv", &row("18"));
    folder.file("indsatser.csv", "Sag;Indsats\n17;Praktik\n18;Praktik\n");
    folder.file("~$januar.csv", "x");
    let all = folder.path("");
    let run = rehabplan(&["check", &all, "--map", &map]);
    assert!(run.stdout.contains("februar.csv:2 (18)") && run.stdout.contains("januar.csv:2 (17)"), "{}", run.stdout);
    assert!(run.stdout.contains("Planer: 2 "), "{}", run.stdout);
    // What not all of them can hold is no defect in any.
    assert!(!run.stdout.contains("[P3.1.4]") && run.stdout.contains("(P3.1.4)"), "{}", run.stdout);
    assert_eq!(run.status, 1, "{}", run.stderr);
    let table = format!("indsatser={}", folder.path("indsatser.csv"));
    let given = rehabplan(&["check", &one, &two, "--map", &map, "--table", &table]);
    assert!(given.stdout.contains("Planer: 2 ") && !given.stderr.contains("hører til ingen sag"), "{}", given.stderr);
    // One that cannot be read does not keep the others from being checked.
    folder.file("marts.csv", "Sag\n1\n");
    let run = rehabplan(&["check", &all, "--map", &map]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("marts.csv: ") && run.stdout.contains("Planer: 2 "), "{}", run.stderr);
    let piped = run::rehabplan_with_input(&["check", "-", "--map", &map, "--table", &table], &row("18"));
    assert!(piped.stdout.contains("-:2 (18)"), "{piped:?}");
}

#[test]
fn a_column_to_count_by_has_to_be_carried_along() {
    let folder = folder("map-group");
    let cases = folder.file("sager.csv", "Sag;Type;Dato;Ønsker;Distrikt\n17;fleksjob;02-03-2020;;Nord\n");
    folder.file("indsatser.csv", "Sag;Indsats\n17;Praktik\n");
    let map = folder.file("kort.toml", MAP);
    let by = |column: &str| rehabplan(&["check", &cases, "--map", &map, "--min-group", "1", "--group", column]);
    assert!(by("Distrikt").stdout.contains("Nord"));
    let run = by("Bydel");
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("»Bydel« med (--group)"), "{}", run.stderr);
}

#[test]
fn what_to_do_is_said_in_the_words_of_tables() {
    let folder = folder("map-advice");
    let map = folder.file(
        "kort.toml",
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/samarbejde/medBorger\" = \"Med\"\n\"/moede/dato\" = \"Dato\"\n",
    );
    let cases =
        folder.file("sager.csv", "Sag;Type;Med;Dato\n1;fleksjob;måske;31-02-2020\n2;flexjob;ja;\n3;fleksjob;ja\n");
    for format in ["text", "csv", "html", "json"] {
        let told = rehabplan(&["check", &cases, "--map", &map, "--format", format]).stdout;
        for advice in [
            "Skriv ja eller nej i cellen",
            "Skriv en mulig dato i cellen",
            "Skriv en af disse i cellen: ressourceforloeb",
            "Rækken har færre celler, end der er overskrifter",
        ] {
            assert!(told.contains(advice), "{format}: {advice}: {told}");
        }
        for json in ["anførselstegn", "ÅÅÅÅ-MM-DD", "måske", "flexjob"] {
            assert!(!told.contains(json), "{format}: {json}");
        }
    }
}

#[test]
fn the_caller_may_say_what_all_cases_are_about() {
    let folder = folder("map-case-type");
    let cases = folder.file("sager.csv", "Sag;Ønsker\n1;\n2;Bus\n");
    let map = folder.file("kort.toml", "id = \"Sag\"\n[plan]\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n");
    let run = rehabplan(&["check", &cases, "--map", &map, "--sagstype", "fleksjob"]);
    assert!(run.stdout.contains("sager.csv:2 (1)  FJ · "), "{run:?}");
    let converted = rehabplan(&["convert", &cases, "--map", &map, "--sagstype", "fleksjob"]).stdout;
    assert!(converted.contains(r#""sag":{"sagstype":"fleksjob"}"#), "{converted}");
    // Where the mapping says it too, one of the two would be passed over.
    let map = folder.file("kort.toml", "[plan]\n\"/sag/sagstype\" = { constant = \"revalidering\" }\n");
    let run = rehabplan(&["check", &cases, "--map", &map, "--sagstype", "fleksjob"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("kortet siger selv sagstypen"), "{}", run.stderr);
}

#[test]
fn a_case_that_the_regulation_does_not_apply_to_is_counted_as_not_tried() {
    let folder = folder("map-scope");
    let map =
        folder.file("kort.toml", "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/moede/dato\" = \"Dato\"\n");
    let cases = folder.file("sager.csv", "Sag;Type;Dato\n1;anden;1-2-2021\n2;anden;1-2-2021\n");
    let run = rehabplan(&["check", &cases, "--map", &map]);
    // By § 1, stk. 5, the municipality chooses, and a choice that nobody states was not made (A33).
    assert_eq!(run.status, 0, "{run:?}");
    assert!(
        run.stdout.contains("Sager, som bekendtgørelsen ikke gælder for (§ 1): 2; intet krav er prøvet i dem"),
        "{}",
        run.stdout
    );
    let account = rehabplan(&["map", "check", &map, &cases]);
    assert!(
        account.stdout.contains("bekendtgørelsen ikke gælder for (§ 1): 2; intet krav prøves i dem"),
        "{}",
        account.stdout
    );
    let json = rehabplan(&["map", "check", &map, &cases, "--format", "json"]);
    assert_eq!(serde_json::from_str::<Value>(&json.stdout).unwrap()["outOfScope"], 2);
}

#[test]
fn a_blank_preparatory_part_of_which_the_source_has_some_is_told() {
    let folder = folder("map-part");
    let map = folder.file(
        "kort.toml",
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/dato\" = \"Dato\"\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n\"/forberedendeDel/cv\" = \"CV\"\n",
    );
    let cases =
        folder.file("sager.csv", "Sag;Type;Dato;Ønsker;CV\n1;fleksjob;;;\n2;fleksjob;1-2-2021;;\n3;fleksjob;;-;x\n");
    let run = rehabplan(&["check", &cases, "--map", &map, "--format", "json"]);
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    let conclusions: Vec<&str> =
        told["plans"].as_array().unwrap().iter().map(|plan| plan["report"]["conclusion"].as_str().unwrap()).collect();
    // Whether all of it is missing (one defect) or it stands in what the export has not (others), nobody knows.
    // What a check takes for no answer fills in nothing.
    assert_eq!(conclusions, ["undetermined", "deficient", "undetermined"]);
    assert!(run.stderr.contains("sager, hvor intet er udfyldt af den forberedende del: 2;"), "{}", run.stderr);
    // Which requirement also looks at what, so that a blank cell is no defect: the CV may be a document.
    let account = rehabplan(&["map", "check", &map, &cases]).stdout;
    assert!(account.contains("§ 3, stk. 1, nr. 1 (P3.1.1.b): /forberedendeDel/cvDokumenter"), "{account}");
    assert!(account.contains("sager, hvor intet er udfyldt af den forberedende del: 2;"), "{account}");
    assert!(!account.contains("(P3.1.4):"), "the wishes stand in one place alone: {account}");
}

#[test]
fn a_file_that_is_a_list_of_plans_is_read_plan_by_plan() {
    let folder = folder("map-list");
    let plans = folder.file("planer.json", r#"[{"sag":{"sagstype":"fleksjob"}},{"sag":{"sagstype":"revalidering"}}]"#);
    let run = rehabplan(&["check", &plans]);
    assert!(run.stdout.contains("planer.json#/0  FJ · ") && run.stdout.contains("planer.json#/1  REV · "), "{run:?}");
    // A decision about one plan is none about several.
    let known = folder.file(
        "kendt.json",
        r#"[{"key": "P2.1.pkt2!/forberedendeDel", "reason": "x", "author": "y", "date": "2020-01-01"}]"#,
    );
    let run = rehabplan(&["check", &plans, "--suppress", &known]);
    assert_eq!(run.status, 2, "{run:?}");
}

#[test]
fn an_older_workbook_is_told_as_one() {
    let folder = folder("map-old");
    let name: Vec<u8> = "Workbook".encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.path("gammel.xls"), [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &name].concat())
        .unwrap();
    for arguments in [vec!["map", "draft"], vec!["check"]] {
        let run = rehabplan(&[arguments, vec![&folder.path("gammel.xls")]].concat());
        assert_eq!(run.status, 2, "{run:?}");
        assert!(run.stderr.contains("gem den som .xlsx") && !run.stderr.contains("Word"), "{}", run.stderr);
    }
}

#[test]
fn what_no_case_has_inside_is_told_and_makes_no_plan_deficient() {
    let folder = folder("map-inside");
    let cases = folder.file(
        "sager.json",
        r#"[{"nr": 1, "sag": {"type": "fleksjob"}, "forb": {"dato": "2020-03-02", "oensker": "Bus"},
             "indsatser": [{"navn": "Praktik"}]},
            {"nr": 2, "sag": {"type": "fleksjob"}, "forb": {"dato": "2020-03-02"}, "indsatser": []}]"#,
    );
    let map = |oensker: &str, navn: &str| {
        folder.file(
            "kort.toml",
            &format!(
                "id = \"nr\"\n[plan]\n\"/sag/sagstype\" = \"/sag/type\"\n\"/forberedendeDel/dato\" = \"/forb/dato\"\n\
                 \"/forberedendeDel/oensker\" = {oensker}\n[[lists]]\nplace = \"/indsatsdel/tilbud\"\n\
                 at = \"/indsatser\"\n[lists.fields]\nbeskrivelse = \"{navn}\"\n"
            ),
        )
    };
    let right = map("\"/forb/oensker\"", "/navn");
    let run = rehabplan(&["check", &cases, "--map", &right]);
    // § 3, stk. 1, nr. 4: the second case has no wishes.
    assert!(run.status == 1 && run.stdout.contains("P3.1.4"), "{run:?}");
    let wrong = map("\"/forb/onsker\"", "/nvn");
    for arguments in [vec!["check", &cases, "--map", &wrong], vec!["map", "check", &wrong, &cases]] {
        let run = rehabplan(&arguments);
        assert_eq!(run.status, 2, "{run:?}");
        for told in [
            format!(
                "{wrong}:5:1: ingen af sagerne har »/forb/onsker« (de første 1.000 er set efter), så stedet regnes for noget, som kilden ikke har; mente du »/forb/oensker«?\n"
            ),
            format!(
                "{wrong}:10:1: ingen af sagerne har »/nvn« (de første 1.000 er set efter), så stedet regnes for noget, som kilden ikke har; mente du »/navn«?\n"
            ),
        ] {
            assert!(run.stderr.contains(&told), "{}", run.stderr);
        }
        assert!(!run.stdout.contains("Mangler: P3.1.4"), "{}", run.stdout);
    }
    let json = rehabplan(&["check", &cases, "--map", &wrong, "--format", "json"]).stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    let found = json["plans"].as_array().unwrap().iter().flat_map(|plan| plan["report"]["results"].as_array().unwrap());
    let found: Vec<&Value> = found.filter(|result| result["outcome"] == "notMet").collect();
    assert!(found.is_empty(), "{found:?}");
    // Who knows that it need not be there says so.
    let said = map("{ at = \"/forb/onsker\", optional = true }", "/navn");
    assert!(rehabplan(&["check", &cases, "--map", &said]).stderr.lines().count() == 1);
}

#[test]
fn what_a_folder_has_beside_what_is_read_is_told() {
    let folder = folder("map-beside");
    let all = folder.path("");
    folder.file("plan.json", r#"{"sag":{"sagstype":"andet"}}"#);
    assert_ne!(rehabplan(&["check", &all]).status, 2);
    folder.file("sager.csv", "Sag;Type\n17;andet\n");
    folder.file("gammel.XLS", "x");
    for arguments in [vec!["check", &all], vec!["convert", &all]] {
        let run = rehabplan(&arguments);
        assert_eq!(run.status, 2, "{run:?}");
        for name in ["sager.csv", "gammel.XLS"] {
            let told = format!("{}: ikke læst, for det er en tabel; ", folder.path(name));
            assert!(run.stderr.contains(&told), "{}", run.stderr);
        }
    }
    // A page for a meeting lists them, also where it is that of one plan.
    let page = rehabplan(&["check", &all, "--format", "html"]).stdout;
    for name in ["sager.csv", "gammel.XLS", "ikke læst, for det er en tabel"] {
        assert!(page.contains(name), "{name}: {page}");
    }
    let book = folder.path("oversigt.xlsx");
    rehabplan(&["check", &all, "--format", "xlsx", "--output", &book]);
    let read = rehabplan_import::source::sheets(std::path::Path::new(&book)).unwrap();
    let names: String = read
        .into_iter()
        .filter_map(|sheet| {
            let said = rehabplan_import::mapping::Source { sheet: Some(sheet), ..Default::default() };
            rehabplan_import::source::open(std::path::Path::new(&book), &said).ok()
        })
        .flat_map(|opened| opened.rows.flatten().collect::<Vec<_>>())
        .flat_map(|row| {
            (0..4)
                .filter_map(|cell| {
                    rehabplan_import::record::Record::value(&row, cell).text().map(|text| text.into_owned())
                })
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(names.contains("sager.csv") && names.contains("gammel.XLS"), "{names}");
    std::fs::remove_file(&book).unwrap();
    let tables = folder.path("tabeller");
    std::fs::create_dir(&tables).unwrap();
    let map = folder.file("kort.toml", "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n");
    let put = |name: &str| std::fs::write(std::path::Path::new(&tables).join(name), "Sag;Type\n17;andet\n").unwrap();
    put("sager.csv");
    assert_ne!(rehabplan(&["check", &tables, "--map", &map]).status, 2);
    put("plan.docx");
    put("plan.pdf");
    put("scan.png");
    let run = rehabplan(&["check", &tables, "--map", &map]);
    assert!(run.status == 2 && run.stdout.contains("Planer: 1 "), "{run:?}");
    let tables_only = "kortet er til tabeller";
    for (name, why) in [("plan.docx", tables_only), ("plan.pdf", tables_only), ("scan.png", "det er et billede")] {
        let told = format!("{name}: ikke læst, for {why}; ");
        assert!(run.stderr.contains(&told), "{}", run.stderr);
    }
}

#[test]
fn a_place_of_a_finding_that_the_source_does_not_have_is_marked() {
    let folder = folder("map-mark");
    let cases = folder.file("sager.csv", "Sag;Type;Dato;Indsats 1;Formål 1\n17;fleksjob;02-03-2020;Praktik;\n");
    let map = folder.file(
        "kort.toml",
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/dato\" = \"Dato\"\n[[lists]]\n\
         place = \"/forberedendeDel/hidtidigIndsats/beskaeftigelse\"\n[lists.fields]\nindhold = \"Indsats {n}\"\n\
         formaal = \"Formål {n}\"\n",
    );
    let run = rehabplan(&["check", &cases, "--map", &map]);
    // § 3, stk. 2, 1. pkt.: contents, purpose and duration, and the export has no column for the last.
    let line = |what: &str| run.stdout.lines().find(|line| line.contains(what)).unwrap_or_default().to_owned();
    let (purpose, duration) = (line("beskaeftigelse/0/formaal"), line("beskaeftigelse/0/varighed"));
    assert!(purpose.ends_with("beskaeftigelse/0/formaal"), "{}", run.stdout);
    assert!(duration.ends_with("beskaeftigelse/0/varighed  (findes ikke i kilden)"), "{}", run.stdout);
}

#[test]
fn what_is_said_of_a_mapping_and_of_what_has_none_is_said_in_one_language() {
    let folder = folder("map-words");
    // A zip archive in which a document is locked begins as those of older programs do.
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let locked = [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &name].concat();
    std::fs::write(folder.path("sager.xlsx"), locked).unwrap();
    let locked = folder.path("sager.xlsx");
    let [draft, check] = [vec!["map", "draft", &locked], vec!["check", &locked]].map(|arguments| rehabplan(&arguments));
    assert!(draft.status == 2 && draft.stdout.is_empty() && check.stderr.contains(draft.stderr.trim()), "{draft:?}");
    let cases = folder.file("sager.csv", "Sag;Type\n;fleksjob\n18;fleksjob\n");
    let wrong = |text: &str| {
        let map = folder.file("kort.toml", &format!("id = \"Sag\"\n{text}"));
        rehabplan(&["check", &cases, "--map", &map]).stderr
    };
    let list = "[[lists]]\nplace = \"/indsatsdel/tilbud\"\n";
    let unknown = wrong(&format!("{list}[lists.fields]\nzzz = \"Type\"\n"));
    assert!(unknown.contains("en plan har ikke stedet »zzz«") && !unknown.contains("»«"), "{unknown}");
    for (encoding, bytes) in [
        ("Windows-1252", b"id = \"L\xf8benr\"\n".to_vec()),
        ("UTF-16", "\u{feff}id = \"Sag\"\n".encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ] {
        let map = folder.file("kort.toml", "");
        std::fs::write(&map, bytes).unwrap();
        let told = rehabplan(&["check", &cases, "--map", &map]);
        assert!(
            told.status == 2 && told.stderr.contains(encoding) && told.stderr.contains("gem den som UTF-8"),
            "{told:?}"
        );
    }
    let kind = wrong("once = 3\n");
    assert!(kind.contains("ikke af den slags") && !kind.contains("expected"), "{kind}");
    // Without an id, nobody knows which measures are those of the case.
    folder.file("indsatser.csv", "Sag;Indsats\n18;Praktik\n");
    let map = format!(
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n[tables.i]\nfile = \"indsatser.csv\"\nkey = \"Sag\"\n\
         {list}table = \"i\"\n[lists.fields]\nbeskrivelse = \"Indsats\"\n"
    );
    let run = rehabplan(&["check", &cases, "--map", &folder.file("kort.toml", &map)]);
    assert!(run.stdout.contains("gør    Sagen har intet id, så ingen kan sige"), "{}", run.stdout);
    let document = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/dokumenter/sager/4711.docx");
    assert!(rehabplan(&["map", "draft", document]).stdout.starts_with("# Hvad dokumenter kalder"));
    assert!(rehabplan(&["--lang", "en", "map", "draft", document]).stdout.starts_with("# What documents call"));
}

#[test]
fn what_nothing_is_taken_from_is_named_in_other_tables_and_further_in_too() {
    let folder = folder("map-left");
    let cases = folder.file(
        "sager.json",
        r#"[{"nr": 1, "x": 1, "sag": {"type": "fleksjob", "note": "a"}, "hele": {"a": 1},
             "forb": {"dato": "2020-03-02", "mere": {"b": 1, "c": 2}},
             "liste": [{"navn": "Praktik", "pris": 1, "erf": {"d": 1, "010203-1234": 2}}]}]"#,
    );
    folder.file("mål.csv", "Nr;Indsats;Pris;Fra\n1;Praktik;2;\n");
    let map = folder.file(
        "kort.toml",
        "id = \"nr\"\ncarry = [\"hele\"]\n[plan]\n\"/sag/sagstype\" = \"/sag/type\"\n\
         \"/forberedendeDel/dato\" = \"/forb/dato\"\n[tables.m]\nfile = \"mål.csv\"\nkey = \"Nr\"\n\
         [[lists]]\nplace = \"/indsatsdel/tilbud\"\nat = \"/liste\"\nfields = { beskrivelse = \"/navn\", startdato = { at = \"/erf/d\" } }\n\
         [[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"m\"\nwhere = { column = \"Fra\", blank = true }\nfields = { beskrivelse = \"Indsats\" }\n",
    );
    let run = rehabplan(&["map", "check", &map, &cases, "--format", "json"]);
    let account: Value = serde_json::from_str(&run.stdout).unwrap();
    // A key that looks like a value is not shown, but where it stands.
    let left = ["x", "/sag/note", "/forb/mere", "/liste/*/erf", "/liste/*/pris", "m: Pris"];
    let mut told: Vec<&str> = account["leftOver"].as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect();
    told.sort_by_key(|one| left.iter().position(|known| known == one));
    assert_eq!(told, left, "{run:?}");
}

#[test]
fn what_is_read_is_not_written_over() {
    let folder = folder("written-over");
    let cases = folder.file("sager.csv", "Sag;Type\n1;fleksjob\n");
    let map = folder.file("kort.toml", "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n");
    let plan = folder.file("plan.json", "{\"sag\": {\"sagstype\": \"anden\"}}");
    let kept = || [&cases, &map, &plan].map(|file| std::fs::read_to_string(file).unwrap());
    let before = kept();
    for arguments in [
        vec!["check", &cases, "--map", &map, "-o", &cases],
        vec!["check", &cases, "--map", &map, "-o", &map],
        vec!["check", &plan, "-o", &plan],
        vec!["check", folder.root(), "-o", &plan],
        vec!["convert", &cases, "--map", &map, "--horizon", &cases],
        vec!["convert", &cases, "--map", &map, "--horizon", &map],
    ] {
        let run = rehabplan(&arguments);
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.stderr.contains("læses i samme kørsel"), "{}", run.stderr);
        assert!(run.stdout.is_empty() && kept() == before, "{arguments:?}");
    }
    // Nor one that has another name in a folder that is read. (Only there is told how many names a file has.)
    if cfg!(unix) {
        let elsewhere = self::folder("written-over-elsewhere");
        let result = elsewhere.path("resultat.csv");
        for file in [&plan, &cases] {
            std::fs::hard_link(file, &result).unwrap();
            let run = rehabplan(&["check", folder.root(), "--format", "csv", "-o", &result]);
            assert_eq!(run.status, 2, "{file}");
            assert!(run.stderr.contains("læses i samme kørsel") && kept() == before, "{}", run.stderr);
            std::fs::remove_file(&result).unwrap();
        }
        // What has one name lies in no folder but its own.
        elsewhere.file("resultat.csv", "");
        assert_ne!(rehabplan(&["check", &plan, "--format", "csv", "-o", &result]).status, 2);
    }
    // Nor under another name, or from standard input.
    let link = folder.path("samme.json");
    std::fs::hard_link(&plan, &link).unwrap();
    for (arguments, stdin) in [
        (vec!["check", &plan, "-o", &link], None),
        (vec!["check", "-", "-o", &plan], Some(&plan)),
        (vec!["check", "-", "-o", &link], Some(&plan)),
        (vec!["check", "-", "--map", &map, "-o", &cases], Some(&cases)),
    ] {
        let stdin = stdin.map_or_else(std::process::Stdio::null, |file| std::fs::File::open(file).unwrap().into());
        let run = command(&arguments).stdin(stdin).output().unwrap();
        assert_eq!(run.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&run.stderr).contains("læses i samme kørsel"), "{arguments:?}");
        assert!(run.stdout.is_empty() && kept() == before, "{arguments:?}");
    }
    // A page or a workbook of an earlier run is no plan.
    for (format, name) in [("html", "resultat.html"), ("xlsx", "resultat.xlsx")] {
        for _ in 0..2 {
            let run = rehabplan(&["check", folder.root(), "--format", format, "-o", &folder.path(name)]);
            assert!(!run.stderr.contains("læses i samme kørsel"), "{}", run.stderr);
        }
    }
}

#[test]
fn a_table_that_the_mapping_names_is_not_written_over() {
    let folder = folder("written-over-table");
    let cases = folder.file("sager.csv", "Sag;Type\n1;fleksjob\n");
    let map = folder.file(
        "kort.toml",
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n[tables.m]\nfile = \"tiltag.csv\"\nkey = \"Nr\"\n\
         [[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"m\"\nfields = { beskrivelse = \"Indsats\" }\n",
    );
    let table = folder.file("tiltag.csv", "Nr;Indsats\n1;Kursus\n");
    let run = rehabplan(&["check", &cases, "--map", &map, "--format", "csv", "-o", &table]);
    assert!(run.status == 2 && run.stderr.contains("læses i samme kørsel"), "{run:?}");
    assert!(std::fs::read_to_string(&table).unwrap().starts_with("Nr;Indsats"));
    // A workbook among the files of cases is one of them.
    let workbook = folder.file("andre.xlsx", "");
    let run = rehabplan(&["check", folder.root(), "--map", &map, "--format", "xlsx", "-o", &workbook]);
    assert!(run.status == 2 && run.stderr.contains("læses i samme kørsel"), "{run:?}");
    // Where the command is given another file for the table, that one is not read.
    let other = folder.file("andre-tiltag.csv", "Nr;Indsats\n1;Kursus\n");
    let given = format!("m={other}");
    let run = rehabplan(&["check", &cases, "--map", &map, "--table", &given, "--format", "csv", "-o", &table]);
    assert!(!run.stderr.contains("læses i samme kørsel"), "{}", run.stderr);
}

#[test]
fn a_row_that_a_separator_has_shifted_is_told_by_every_command() {
    let folder = folder("map-shifted");
    let cases = folder.file("sager.csv", "Sag;Type;Ønsker;Note\n1;fleksjob;Bus;x\n2;fleksjob;Bus; men Hemmelig;\n");
    let map = folder.file(
        "kort.toml",
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/oensker\" = \"Ønsker\"\n",
    );
    for command in [
        &["check", &cases, "--map", &map][..],
        &["map", "check", &map, &cases],
        &["map", "draft", &cases],
        &["convert", &cases, "--map", &map],
    ] {
        let run = rehabplan(command);
        assert_eq!(run.status, 2, "{command:?} {run:?}");
        assert!(run.stderr.contains("rækken har flere celler"), "{command:?} {}", run.stderr);
        assert!(!run.stdout.contains("Hemmelig") && !run.stderr.contains("Hemmelig"), "{command:?}");
    }
}

#[test]
fn a_row_of_another_table_that_a_separator_has_shifted_ends_no_run() {
    let folder = folder("map-shifted-table");
    let cases = folder.file("sager.csv", "Sag;Type\n1;fleksjob\n2;fleksjob\n");
    folder.file("i.csv", "Sag;Indsats\n1;Praktik\n2;Mentor; Hemmelig;x\n");
    let map = folder.file(
        "kort.toml",
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n[tables.i]\nfile = \"i.csv\"\nkey = \"Sag\"\n\
         [[lists]]\nplace = \"/indsatsdel/tilbud\"\ntable = \"i\"\nfields = { beskrivelse = \"Indsats\" }\n",
    );
    let run = rehabplan(&["check", &cases, "--map", &map]);
    assert_eq!(run.status, 2, "{run:?}");
    assert!(run.stdout.contains("sager.csv:2 (1)") && run.stdout.contains("sager.csv:3 (2)"), "{}", run.stdout);
    let told = "tabel i: rækker, hvis nøgle er tom eller ikke kan læses: 1 (række 3)";
    assert!(run.stderr.contains(told), "{}", run.stderr);
    assert!(!run.stdout.contains("Hemmelig") && !run.stderr.contains("Hemmelig"));
}

#[test]
fn a_row_that_ends_early_is_one_finding() {
    let folder = folder("map-short");
    let cases = folder.file("sager.csv", "Sag;Type;CV;Ønsker;Dato\n1;fleksjob;Kok\n2;fleksjob;Kok;Bus;2-3-2020\n");
    let map = folder.file(
        "kort.toml",
        "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n\"/forberedendeDel/cv\" = \"CV\"\n\
         \"/forberedendeDel/oensker\" = \"Ønsker\"\n\"/forberedendeDel/dato\" = \"Dato\"\n",
    );
    // So it is of the plan that is kept.
    let horizon = folder.path("horisont.txt");
    let plans = rehabplan(&["convert", &cases, "--map", &map, "--horizon", &horizon]).stdout;
    let kept = folder.file("planer.ndjson", &plans);
    for (command, message) in [
        (vec!["check", &cases, "--map", &map], "Rækken ender før cellen"),
        (
            vec!["check", &kept, "--plan", "plan", "--id", "id", "--horizon", &horizon],
            "Rækken, som planen er lavet af, ender før cellen",
        ),
    ] {
        let run = rehabplan(&[command, vec!["--format", "json"]].concat());
        let json: Value = serde_json::from_str(&run.stdout).unwrap();
        let plans = json["plans"].as_array().unwrap();
        let short = plans.iter().find(|plan| plan["id"] == "1").unwrap();
        let input = short["report"]["input"].as_array().unwrap();
        assert_eq!(input.len(), 1, "{input:?}");
        assert_eq!(input[0]["message"], message);
        let mut paths: Vec<&str> =
            input[0]["paths"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
        paths.sort_unstable();
        assert_eq!(paths, ["/forberedendeDel/dato", "/forberedendeDel/oensker"]);
        // The wishes are not known to be missing, and of the other case nothing is said.
        assert!(short["report"]["results"].as_array().unwrap().iter().all(|result| result["outcome"] != "notMet"));
        let whole = plans.iter().find(|plan| plan["id"] == "2").unwrap();
        assert!(whole["report"]["input"].as_array().is_none_or(Vec::is_empty), "{whole}");
    }
}

#[test]
fn what_is_wrong_with_a_mapping_is_told_of_the_mapping_and_a_draft_that_proposes_something_is_fine() {
    let folder = folder("map-places");
    let map = folder.file("kort.toml", "id = \"Sag\"\n[plan]\n\"/sag/sagstype\" = \"Type\"\n");
    let [one, two] = [("a.csv", "Sag;Type\n1;fleksjob\n2;fleksjob\n"), ("b.csv", "Sag;Art\n1;fleksjob\n")]
        .map(|(name, text)| folder.file(name, text));
    let run = rehabplan(&["check", &one, &two, "--map", &map]);
    assert!(run.stderr.contains(&format!("b.csv: {map}:3:1: kilden har ingen kolonne")), "{}", run.stderr);
    // The same case in another file is told.
    let again = folder.file("c.csv", "Sag;Type\n2;fleksjob\n");
    let run = rehabplan(&["check", &one, &again, "--map", &map]);
    assert!(run.stderr.contains("sager med et id, som en sag før dem også har: 1"), "{}", run.stderr);
    let run = rehabplan(&["map", "check", &map, &folder.path("")]);
    assert!(run.status == 2 && run.stderr.contains("det er en mappe"), "{}", run.stderr);
    // An id that comes again is proposed as a comment, and the table that it would join is named.
    let cases = folder.file(
        "sager.csv",
        "Sagsnr;Sagstype;Ønsker;Mål;Mødedato\n1;Fleksjob;Bus;a;1-2-2020\n1;Førtidspension;Tog;b;2-2-2020\n",
    );
    let measures = folder.file("indsatser.csv", "Sagsnr;Aktivitet;Startdato\n1;Praktik;1-2-2020\n");
    let run = rehabplan(&["map", "draft", &cases, &measures]);
    assert!(run.status == 0 && run.stdout.contains("# id = \"Sagsnr\""), "{} {}", run.status, run.stdout);
    assert!(!run.stdout.contains("#   Sagsnr: "), "{}", run.stdout);
}

#[test]
fn a_locked_workbook_is_told_alike_with_and_without_a_mapping() {
    let folder = folder("map-locked");
    let mut bytes = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    bytes.resize(2_000, 0);
    bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    bytes.resize(4_096, 0);
    let cases = folder.path("sager.xlsx");
    std::fs::write(&cases, &bytes).unwrap();
    let map = folder.file("kort.toml", MAP);
    let told = |command: &[&str]| rehabplan(command).stderr.lines().next().unwrap().to_owned();
    let without = told(&["check", &cases]);
    assert!(without.ends_with("filen er låst med en adgangskode; gem en kopi uden"), "{without}");
    assert_eq!(told(&["check", &cases, "--map", &map]), without);
    // An older workbook is not.
    std::fs::write(&cases, &bytes[..2_000]).unwrap();
    assert!(told(&["check", &cases, "--map", &map]).contains("ældre Excel"));
}

#[test]
fn plans_without_what_their_source_has_room_for_are_pointed_to_it() {
    let folder = folder("map-wrapped");
    let line = |id: usize| {
        format!(
            "{{\"nr\": \"{id}\", \"plan\": {{\"sag\": {{\"sagstype\": \"fleksjob\"}}, \"forberedendeDel\": {{\"dato\": \"2020-03-02\"}}}}}}\n"
        )
    };
    let few = folder.file("few.ndjson", &(0..4).map(line).collect::<String>());
    let many = folder.file("many.ndjson", &(0..5).map(line).collect::<String>());
    let horizon = folder.file("horisont.txt", "/forberedendeDel/dato\n");
    let check = |file: &str, more: &[&str]| {
        let command = [&["check", file, "--plan", "plan", "--id", "nr"], more].concat();
        rehabplan(&command).stderr.matches("--horizon FIL").count()
    };
    assert_eq!(check(&many, &[]), 1);
    assert_eq!(check(&few, &[]), 0, "too few to tell");
    assert_eq!(check(&many, &["--horizon", &horizon]), 0);
}
