//! `rehabplan check`, from the outside.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod run;

use std::fs::{self, File};
use std::process::Stdio;

use rehabplan::{Checker, Lang};
use run::{Run, folder, rehabplan, rehabplan_with_input};
use serde_json::{Value, json};

/// Not covered by the regulation, so there is nothing to find.
const OUTSIDE: &str = r#"{"sag": {"sagstype": "anden"}}"#;

/// Covered, and empty.
const DEFICIENT: &str = r#"{"sag": {"sagstype": "revalidering"}}"#;

/// A value that cannot be read, in a case that is not covered.
const LOST_VALUE: &str = "{\"sag\": {\"sagstype\": \"anden\"},\n \"moede\": {\"dato\": \"31-02-2020\"}}";

/// A plan in order, from the corpus.
fn base(variant: &str) -> Value {
    let path = format!("{}/../../tests/corpus/base/{variant}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

fn json(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}", run.stdout))
}

#[test]
fn the_exit_status_tells_how_it_went() {
    let folder = folder("exit_status");
    let [outside, deficient, lost, broken] = [
        ("outside.json", OUTSIDE),
        ("deficient.json", DEFICIENT),
        ("lost.json", LOST_VALUE),
        ("broken.json", "{\"sag\": "),
    ]
    .map(|(name, text)| folder.file(name, text));
    for (paths, status) in [
        (vec![&outside], 0),
        (vec![&deficient], 1),
        (vec![&lost], 1),
        (vec![&outside, &deficient], 1),
        (vec![&broken], 2),
        (vec![&outside, &broken, &deficient], 2),
    ] {
        let mut arguments = vec!["check"];
        arguments.extend(paths.iter().map(|path| path.as_str()));
        assert_eq!(rehabplan(&arguments).status, status, "{paths:?}");
    }
}

#[test]
fn a_wrong_command_is_refused() {
    for arguments in [
        vec!["check"],
        vec!["check", "--phase", "later", "-"],
        vec!["check", "--as-of", "31-02-2020", "-"],
        vec!["check", "--as-of", "2020-02-30", "-"],
        vec!["check", "--lang", "sv", "-"],
        vec!["check", "--threads", "257", "-"],
        vec!["check", "--only-rule", "P99.1", "-"],
        vec!["check", "--only-rule", "P1.1", "-"],
        vec!["check", "--only-path", "/forberedendeDel/onsker", "-"],
        vec!["check", "--only-path", "forberedendeDel", "-"],
        vec!["explain", "P99.1"],
        vec!["nonsense"],
    ] {
        let run = rehabplan_with_input(&arguments, OUTSIDE);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(!run.stderr.is_empty(), "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let folder = folder("unreadable");
    let a = folder.file("a.json", OUTSIDE);
    let b = folder.file("b.json", "{\n\"sag\": }");
    let c = folder.path("c.json");
    let d = folder.file("d.json", "[]");
    let e = folder.file("e.json", DEFICIENT);
    let run = rehabplan(&["check", "--format", "json", &a, &b, &c, &d, &e]);
    assert_eq!(run.status, 2);
    let told: Vec<&str> = run.stderr.lines().collect();
    assert_eq!(told.len(), 3);
    assert_eq!(told[0], format!("rehabplan: {b}: ikke JSON: her står noget, der ikke hører til, linje 2, kolonne 8"));
    assert_eq!(told[1], format!("rehabplan: {c}: findes ikke"));
    assert!(told[2].starts_with(&format!("rehabplan: {d}: ikke en plan")));

    let result = json(&run);
    let plans = result["plans"].as_array().unwrap();
    let files: Vec<&str> = plans.iter().map(|plan| plan["file"].as_str().unwrap()).collect();
    assert_eq!(files, [&a, &b, &c, &d, &e]);
    let codes: Vec<&Value> = plans.iter().map(|plan| &plan["error"]["code"]).collect();
    assert_eq!(codes, [&Value::Null, &"notJson".into(), &"notFound".into(), &"notAnObject".into(), &Value::Null]);
    assert_eq!(
        result["summary"],
        serde_json::json!({
            "plans": 2, "fulfilled": 0, "deficient": 1, "undetermined": 0, "outOfScope": 1, "outsideValidity": 0,
            "unreadable": 3, "review": 0,
        })
    );

    let run = rehabplan(&["check", "--lang", "en", &c]);
    assert_eq!(run.stderr, format!("rehabplan: {c}: not found\n"));
}

#[test]
fn the_report_is_the_librarys_own() {
    let folder = folder("report");
    for (name, text) in [("a.json", OUTSIDE), ("b.json", DEFICIENT), ("c.json", LOST_VALUE)] {
        let path = folder.file(name, text);
        for (lang, tag) in [(Lang::Da, "da"), (Lang::En, "en")] {
            let report = Checker::new().check_str(text).unwrap().to_json(lang);
            for format in ["json", "ndjson"] {
                let run = rehabplan(&["check", "--format", format, "--lang", tag, &path]);
                assert!(run.stdout.contains(&format!("\"report\":{report},\"positions\":")), "{}", run.stdout);
            }
        }
    }
}

#[test]
fn every_path_has_a_line_and_a_column() {
    let folder = folder("positions");
    let path = folder.file("plan.json", &format!("\u{feff}\n{LOST_VALUE}"));
    let result = json(&rehabplan(&["check", "--format", "json", &path]));
    assert_eq!(result["plans"][0]["positions"], serde_json::json!({"/moede/dato": {"line": 3, "column": 20}}));
    let run = rehabplan(&["check", &path]);
    assert!(
        run.stdout.contains(&format!("{path}:3:20  Møde i rehabiliteringsteamet › Mødedato  /moede/dato\n")),
        "{}",
        run.stdout
    );
}

#[test]
fn ndjson_is_told_by_lines() {
    let folder = folder("ndjson");
    let one_line = LOST_VALUE.replace('\n', "");
    let text = format!("\u{feff}{OUTSIDE}\r\n\n{one_line}\n{{\"sag\": }}\n   \n{DEFICIENT}");
    let path = folder.file("plans.ndjson", &text);
    let run = rehabplan(&["check", "--format", "json", &path]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.starts_with(&format!("rehabplan: {path}:4: ")), "{}", run.stderr);
    assert!(run.stderr.contains("linje 4, kolonne 9"), "{}", run.stderr);
    let result = json(&run);
    let plans = result["plans"].as_array().unwrap();
    let lines: Vec<u64> = plans.iter().map(|plan| plan["line"].as_u64().unwrap()).collect();
    assert_eq!(lines, [1, 3, 4, 6]);
    assert_eq!(plans[1]["positions"]["/moede/dato"], serde_json::json!({"line": 3, "column": 50}));

    // The same under another name, and as JSON.
    let other = folder.file("plans.txt", &text);
    let same = rehabplan(&["check", "--ndjson", "--format", "json", &other]);
    assert_eq!(same.stdout, run.stdout.replace("plans.ndjson", "plans.txt"));
    assert_eq!(rehabplan(&["check", &other]).status, 2);
}

#[test]
fn standard_input_is_a_path_like_any_other() {
    let run = rehabplan_with_input(&["check", "--format", "ndjson", "-"], DEFICIENT);
    assert_eq!(run.status, 1);
    assert_eq!(json(&run)["file"], "-");
    let run =
        rehabplan_with_input(&["check", "--format", "ndjson", "--ndjson", "-"], &format!("{OUTSIDE}\n{OUTSIDE}\n"));
    assert_eq!((run.status, run.stdout.lines().count()), (0, 2));
    for empty in ["", "\n\n"] {
        assert_eq!(rehabplan_with_input(&["check", "--ndjson", "-"], empty).status, 2);
        assert_eq!(rehabplan_with_input(&["check", "-"], empty).status, 2);
    }
}

#[test]
fn a_folder_is_searched_in_order() {
    let folder = folder("folder");
    for name in ["b.json", "a/z.JSON", "a/b/c.json", "c.jsonl", "d.ndjson", "E.json"] {
        folder.file(name, OUTSIDE);
    }
    for name in [".hidden.json", ".hidden/a.json", "notes.txt", "json", "a.json.bak"] {
        folder.file(name, "{");
    }
    let files = |run: &Run| -> Vec<String> {
        let plans = json(run);
        let plans = plans["plans"].as_array().unwrap();
        let within = |plan: &Value| plan["file"].as_str().unwrap().replace(&folder.path(""), "");
        plans.iter().map(|plan| within(plan).replace(std::path::MAIN_SEPARATOR, "/")).collect()
    };
    let expected = ["E.json", "a/b/c.json", "a/z.JSON", "b.json", "c.jsonl", "d.ndjson"];
    let run = rehabplan(&["check", "--format", "json", folder.root()]);
    // What is neither read nor hidden is named.
    assert_eq!((run.status, files(&run)), (2, expected.map(str::to_owned).to_vec()));
    let named: Vec<bool> = ["a.json.bak", "json", "notes.txt"]
        .map(|name| run.stderr.contains(&format!("{}: ikke læst", folder.path(name))))
        .to_vec();
    assert_eq!((named, run.stderr.lines().count()), (vec![true; 3], 3), "{}", run.stderr);
    for name in ["a.json.bak", "json", "notes.txt"] {
        fs::remove_file(folder.path(name)).unwrap();
    }
    assert_eq!(rehabplan(&["check", folder.root()]).status, 0);

    // A link that leads back is followed once and no further; one that leads nowhere is told.
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("..", folder.path("a/b/back")).unwrap();
        std::os::unix::fs::symlink(folder.root(), folder.path("a/home")).unwrap();
        let run = rehabplan(&["check", "--format", "json", folder.root()]);
        assert_eq!((run.status, files(&run)), (0, expected.map(str::to_owned).to_vec()));
        // Nor is one followed that leads out to what is around the folder, which nobody named; and it is told.
        let inner = folder.path("a");
        std::os::unix::fs::symlink(folder.path(".."), folder.path("a/b/out")).unwrap();
        let run = rehabplan(&["check", "--format", "json", &inner]);
        assert!(files(&run).iter().all(|file| file.starts_with("a/")), "{run:?}");
        let named: Vec<&str> =
            run.stderr.lines().filter(|line| line.contains(": ikke læst, for det er en henvisning")).collect();
        assert_eq!((run.status, named.len()), (2, 2), "{}", run.stderr);
        fs::remove_file(folder.path("a/b/out")).unwrap();
        std::os::unix::fs::symlink("nowhere", folder.path("x.json")).unwrap();
        let run = rehabplan(&["check", "--format", "json", folder.root()]);
        assert_eq!((run.status, files(&run).len()), (2, 7));
        assert!(run.stderr.contains("x.json: findes ikke"));
    }
}

#[test]
fn a_file_of_several_names_counts_once_and_is_told() {
    let folder = folder("again");
    let plan = folder.file("a.json", OUTSIDE);
    folder.file("b.json", OUTSIDE);
    let of = |args: &[&str]| {
        let run = rehabplan(&[&["check", "--format", "json"], args].concat());
        let told = run.stderr.lines().filter(|line| line.contains("tæller én gang")).count();
        (run.status, json(&run)["plans"].as_array().map_or(0, Vec::len), told)
    };
    assert_eq!(of(&[&plan, &plan]), (0, 1, 1));
    assert_eq!(of(&[folder.root(), &plan]), (0, 2, 1));
    // Two files that say the same are two.
    assert_eq!(of(&[folder.root()]), (0, 2, 0));
    // Elsewhere a link may be made by an administrator alone, and nothing stable tells two names of one file.
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&plan, folder.path("link.json")).unwrap();
        fs::hard_link(&plan, folder.path("other.json")).unwrap();
        assert_eq!(of(&[folder.root()]), (0, 2, 2));
    }
}

#[test]
fn nothing_to_check_is_no_success() {
    let folder = folder("empty");
    folder.file(".notes.txt", "{}");
    let run = rehabplan(&["check", folder.root()]);
    assert_eq!(run.status, 2);
    assert_eq!(run.stderr, format!("rehabplan: {}: ingen planer at kontrollere\n", folder.root()));
    // Also beside others.
    let plan = folder.file("other/a.json", OUTSIDE);
    let lines = folder.file("other/b.ndjson", "\n");
    assert_eq!(rehabplan(&["check", &plan]).status, 0);
    assert_eq!(rehabplan(&["check", &plan, &lines]).status, 2);
}

#[test]
fn what_is_too_large_is_refused_unread() {
    let folder = folder("large");
    let path = folder.file("large.json", "{");
    File::options().write(true).open(&path).unwrap().set_len(1 << 40).unwrap();
    let run = rehabplan(&["check", "--format", "json", &path]);
    assert_eq!((run.status, &json(&run)["plans"][0]["error"]["code"]), (2, &"tooLarge".into()));
    assert!(run.stderr.contains("1099511627776"), "{}", run.stderr);

    let long = " ".repeat(9 << 20);
    let run = rehabplan_with_input(&["check", "--format", "json", "-"], &long);
    assert_eq!((run.status, &json(&run)["plans"][0]["error"]["code"]), (2, &"tooLarge".into()));

    let path = folder.file("large.ndjson", &format!("{OUTSIDE}\n{{{long}}}\n{DEFICIENT}\n"));
    let run = rehabplan(&["check", "--format", "ndjson", &path]);
    assert_eq!((run.status, run.stdout.lines().count()), (2, 3));
    assert!(run.stderr.starts_with(&format!("rehabplan: {path}:2: for stort")), "{}", run.stderr);
}

#[test]
fn the_order_is_the_same_on_any_number_of_threads() {
    let folder = folder("threads");
    let mut lines = String::new();
    for number in 0..700 {
        let text = match number % 5 {
            0 => OUTSIDE.to_owned(),
            1 => DEFICIENT.to_owned(),
            2 => LOST_VALUE.replace('\n', ""),
            3 => format!("{{\"sag\": {{\"sagstype\": \"ressourceforloeb\", \"x{number}\": 1}}}}"),
            _ => "{".to_owned(),
        };
        lines.push_str(&text);
        lines.push('\n');
        if number % 10 == 0 {
            folder.file(&format!("{number}.json"), &text);
        }
    }
    folder.file("lines.ndjson", &lines);
    for format in ["text", "json", "ndjson", "csv"] {
        let run = |threads| rehabplan(&["check", "--format", format, "--threads", threads, folder.root()]);
        let one = run("1");
        // Each plan is named, so that another order is other output.
        let named = one.stdout.matches("lines.ndjson").count();
        assert!(named >= 420 && one.stderr.lines().count() >= 140, "{format}: {named}");
        for threads in ["2", "7", "0"] {
            let more = run(threads);
            assert_eq!(more.status, one.status);
            assert!(more.stdout == one.stdout && more.stderr == one.stderr, "{format} on {threads} threads");
        }
    }
}

#[test]
fn a_table_has_its_columns_and_a_row_for_every_plan() {
    let folder = folder("csv");
    for (name, text) in [("a.json", OUTSIDE), ("b.json", DEFICIENT), ("c.json", LOST_VALUE), ("d.json", "{")] {
        folder.file(name, text);
    }
    let run = rehabplan(&["check", "--format", "csv", folder.root()]);
    let mut lines = run.stdout.lines();
    assert_eq!(
        lines.next().unwrap(),
        "file,line,variant,phase,conclusion,rule,citation,outcome,severity,path,message,remedy,sameAs,dependsOn,exemption,key,review,id,at,origin"
    );
    let rows: Vec<&str> = lines.map(|line| line.strip_prefix(&folder.path("")).unwrap()).collect();
    assert_eq!(
        rows[0],
        "a.json,,,forelaeggelse,outOfScope,,,,,,\"Uden for anvendelsesområdet, fordi intet siger, at kommunen har valgt at anvende bekendtgørelsen (/sag/anvendBekendtgoerelsen); det gælder også, når planens kilde ikke har plads til at sige det\",,,,,,0,,,"
    );
    assert!(rows[1].starts_with(
        "b.json,,REV,forelaeggelse,deficient,P2.1.pkt2,\"§ 2, stk. 1, 2. pkt.\",notMet,error,/forberedendeDel,"
    ));
    assert!(rows[rows.len() - 3].ends_with(",,,,notADate!/moede/dato,0,,,"), "{}", rows[rows.len() - 3]);
    // Why nothing was tried stands beside what is wrong with the document.
    assert_eq!(rows[rows.len() - 2].replacen('c', "a", 1), rows[0]);
    assert!(rows[rows.len() - 1].starts_with("d.json,,,,,,,unreadable,error,,"));
    assert!(rows[rows.len() - 1].ends_with(",notJson,,,,"));
    for line in run.stdout.lines() {
        // Quoted cells hold commas, but never quotes.
        let commas = line.split('"').step_by(2).map(|outside| outside.matches(',').count()).sum::<usize>();
        assert_eq!(commas, 19, "{line}");
    }
}

#[test]
fn a_check_can_be_limited() {
    let run = |arguments: &[&str]| {
        let all = [&["check", "--format", "json", "-"], arguments].concat();
        let run = rehabplan_with_input(&all, DEFICIENT);
        let plan = json(&run)["plans"][0]["report"].take();
        let rules: Vec<String> = plan["results"]
            .as_array()
            .unwrap()
            .iter()
            .map(|result| result["rule"].as_str().unwrap().to_owned())
            .collect();
        (rules, plan["limitedTo"].clone())
    };
    let (rules, limits) = run(&["--only-rule", "p2.1.PKT2"]);
    assert_eq!(
        (rules, limits),
        (vec!["P2.1.pkt2".to_owned()], serde_json::json!({"rules": ["P2.1.pkt2"], "paths": []}))
    );
    let (rules, limits) = run(&["--only-path", "/moede", "--all"]);
    assert!(!rules.contains(&"P2.1.pkt2".to_owned()));
    assert_eq!(limits, serde_json::json!({"rules": [], "paths": ["/moede"]}));
}

#[test]
fn a_misspelt_rule_or_path_is_answered_with_what_is_near() {
    let run = rehabplan_with_input(&["check", "--only-rule", "P2.1.pkt", "-"], OUTSIDE);
    assert_eq!(run.stderr.lines().count(), 1);
    assert!(
        run.stderr.starts_with("rehabplan: P2.1.pkt: krav nr. 1 i udvalget findes ikke; mente du P2.1.pkt2?"),
        "{}",
        run.stderr
    );
    let run = rehabplan_with_input(&["check", "--only-path", "/forberedendDel", "-"], OUTSIDE);
    assert!(run.stderr.contains("/forberedendeDel"), "{}", run.stderr);
}

#[test]
fn colours_are_for_those_who_see_them() {
    let folder = folder("colours");
    let path = folder.file("plan.json", DEFICIENT);
    assert!(!rehabplan(&["check", &path]).stdout.contains('\u{1b}'));
    let run =
        |variables: &[(&str, &str)]| run::finish(run::command(&["check", &path]).envs(variables.iter().copied()), "");
    assert!(run(&[("CLICOLOR_FORCE", "1")]).stdout.contains('\u{1b}'));
    assert!(!run(&[("NO_COLOR", "1")]).stdout.contains('\u{1b}'));
}

#[cfg(unix)]
#[test]
fn a_file_name_gives_the_terminal_no_command() {
    let folder = folder("names");
    folder.file("a\u{1b}[31m\n.json", DEFICIENT);
    let run = rehabplan(&["check", folder.root()]);
    assert!(!run.stdout.contains('\u{1b}') && run.stdout.contains("a\\u{1b}[31m\\n.json"), "{}", run.stdout);
}

/// A table is opened in programs that take a control character for a command, and a name may hold one.
#[cfg(unix)]
#[test]
fn a_file_name_gives_a_table_no_command_either() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = folder("names_csv");
    folder.file("a\u{1b}[31m\n.json", DEFICIENT);
    let other = std::path::Path::new(folder.root()).join(std::ffi::OsStr::from_bytes(b"pl\xe6n.json"));
    fs::write(other, DEFICIENT).unwrap();
    for format in ["text", "json", "ndjson", "csv"] {
        let run = rehabplan(&["check", "--format", format, folder.root()]);
        assert_eq!(run.status, 1, "{format}");
        assert!(!run.stdout.replace(['\n', '\r'], "").contains(char::is_control), "{format}: {}", run.stdout);
        // Told apart from a file whose name has another letter in that place.
        assert!(run.stdout.contains("pl\\xE6n.json") || run.stdout.contains("pl\\\\xE6n.json"), "{format}");
    }
    let run = rehabplan(&["check", "--format", "csv", folder.root()]);
    assert!(run.stdout.contains("a\\u{1b}[31m\\n.json,"), "{}", run.stdout);
}

#[cfg(unix)]
#[test]
fn a_closed_output_is_told() {
    let folder = folder("closed");
    let path = folder.file("plan.json", OUTSIDE);
    let shell = |redirection: &str, arguments: &str| {
        let line = format!("\"$0\" {arguments} {redirection}");
        let mut command = std::process::Command::new("sh");
        run::finish(command.args(["-c", &line, env!("CARGO_BIN_EXE_rehabplan"), &path]).env_remove("LANG"), "")
    };
    for arguments in
        ["check \"$1\"", "check --format csv \"$1\"", "rules", "explain P3.1.4", "--help", "check -h", "-V"]
    {
        let run = shell(">&-", arguments);
        assert_eq!(
            (run.status, run.stderr.as_str()),
            (2, "rehabplan: resultatet kan ikke skrives: standardoutput er lukket\n")
        );
        // Whoever throws the result away has said so.
        assert_eq!(shell(">/dev/null", arguments).status, 0);
        assert_eq!(shell("<>/dev/null >&0", arguments).status, 0);
    }
}

#[test]
fn of_two_plans_under_one_key_neither_is_checked_and_that_is_told() {
    let folder = folder("twice");
    let plan = OUTSIDE.replace('\n', "");
    let lines = [
        format!(r#"{{"nr": 1, "plan": {plan}}}"#),
        format!(r#"{{"nr": 2, "plan": {{"borger": "Jens Hansen"}}, "plan": {plan}}}"#),
        format!(r#"{{"nr": 3, "nr": "Jens Hansen", "plan": {plan}}}"#),
        format!(r#"{{"nr": 4, "plan": {plan}, "Plan": {{"borger": "Jens Hansen"}}}}"#),
        format!(r#"{{"nr": {{"navn": "Jens Hansen"}}, "plan": {plan}}}"#),
    ];
    let ndjson = folder.file("a.ndjson", &lines.join("\n"));
    let run = rehabplan(&["check", "--plan", "plan", "--id", "nr", "--format", "json", &ndjson]);
    assert_eq!(run.status, 2);
    let codes: Vec<Value> =
        json(&run)["plans"].as_array().unwrap().iter().map(|plan| plan["error"]["code"].clone()).collect();
    assert_eq!(codes[0], Value::Null);
    assert_eq!(codes[1..], ["keyTwice", "keyTwice", "keyTwice", "noId"]);
    let rest =
        "står to gange, eventuelt i to stavemåder, og ingen kan vide, hvilken af dem der gælder; intet er kontrolleret";
    let told: Vec<_> = run.stderr.lines().collect();
    assert_eq!(told[0], format!("rehabplan: {ndjson}:2 (2): »/plan« {rest}"));
    assert_eq!(told[1], format!("rehabplan: {ndjson}:3: »/nr« {rest}"));
    assert_eq!(told[2], format!("rehabplan: {ndjson}:4 (4): »/plan« {rest}"));
    assert!(told[3].starts_with(&format!("rehabplan: {ndjson}:5: på »/nr«")) && told.len() == 4, "{told:?}");
    assert!(!run.stdout.contains("Jens"));
}

#[test]
fn a_plan_is_taken_out_of_what_stands_around_it() {
    let folder = folder("wrapped");
    let line = |id: &str, plan: &str| format!("{{\"sagsnummer\": {id}, \"x\": {{\"plan\": {plan}}}}}");
    let lost = LOST_VALUE.replace('\n', "");
    let lines = [
        line("4711", OUTSIDE),
        line("\"b\\u001b[31m\"", &lost),
        line("null", "null"),
        "{\"sagsnummer\": 5}".to_owned(),
    ];
    let ndjson = folder.file("a.ndjson", &lines.join("\n"));
    let list = folder.file("b.json", &format!("[{},\n {}]", lines[0], lines[1]));
    let written = folder
        .file("c.json", &format!("{{\n\"sagsnummer\": \"c\", \"x\": {{\"plan\": {}}}}}", Value::from(LOST_VALUE)));
    let options = ["check", "--plan", "/x/plan", "--id", "sagsnummer", "--format"];

    let run = rehabplan(&[&options[..], &["json", &ndjson, &list, &written]].concat());
    assert_eq!(run.status, 2);
    let result = json(&run);
    let told = |key: &str| -> Vec<Value> {
        result["plans"].as_array().unwrap().iter().map(|plan| plan[key].clone()).collect()
    };
    let (null, id) = (Value::Null, "b\u{1b}[31m");
    assert_eq!(told("id"), ["4711".into(), id.into(), null.clone(), "5".into(), "4711".into(), id.into(), "c".into()]);
    assert_eq!(told("line"), [1.into(), 2.into(), 3.into(), 4.into(), null.clone(), null.clone(), null.clone()]);
    assert_eq!(told("at")[3..], [null.clone(), "/0/x/plan".into(), "/1/x/plan".into(), null.clone()]);
    let codes: Vec<Value> = told("error").iter().map(|error| error["code"].clone()).collect();
    assert_eq!(codes[..5], [null.clone(), null.clone(), "notAnObject".into(), "noPlan".into(), null]);
    // Places are those in the file; what is written into a text stands at one place.
    let places: Vec<Value> = told("positions").iter().map(|positions| positions["/moede/dato"].clone()).collect();
    let place = |line: u64, column: usize| serde_json::json!({"line": line, "column": column});
    let column = lines[1].find("\"31-02").unwrap() + 1;
    assert_eq!(places[1], place(2, column));
    assert_eq!(places[5], place(2, column + 1));
    assert_eq!(places[6], place(2, 34));
    assert_eq!(run.stderr.lines().count(), 2);
    assert!(
        run.stderr.contains(&format!("{ndjson}:4 (5): her er ingen plan: der står intet på »/x/plan«\n")),
        "{}",
        run.stderr
    );

    // The report is the one that the plan alone has.
    let alone = rehabplan_with_input(&["check", "--format", "json", "-"], OUTSIDE);
    assert_eq!(told("report")[0], json(&alone)["plans"][0]["report"]);

    let run = rehabplan(&[&options[..], &["text", &ndjson]].concat());
    assert!(
        run.stdout.contains(&format!("{ndjson}:1 (4711)  ")) && run.stdout.contains("(b\\u{1b}[31m)  "),
        "{}",
        run.stdout
    );
    let run = rehabplan(&[&options[..], &["csv", &list]].concat());
    assert!(run.stdout.lines().nth(1).unwrap().ends_with(",4711,/0/x/plan,"), "{}", run.stdout);
    assert!(run.stdout.contains(",b\\u{1b}[31m,/1/x/plan,"), "{}", run.stdout);
}

#[test]
fn a_key_that_no_document_has_is_an_error() {
    let wrapped = format!("{{\"nr\": 1, \"plan\": {OUTSIDE}}}");
    let run = rehabplan_with_input(&["check", "--plan", "plna", "-"], &wrapped);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.ends_with("rehabplan: intet dokument har noget på »plna« (--plan); er det stavet rigtigt?\n"),
        "{}",
        run.stderr
    );
    let run = rehabplan_with_input(&["check", "--plan", "plan", "--id", "n", "-"], &wrapped);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.ends_with("rehabplan: intet dokument har noget på »n« (--id); er det stavet rigtigt?\n"),
        "{}",
        run.stderr
    );
    assert_eq!(rehabplan_with_input(&["check", "--plan", "plan", "--id", "nr", "-"], &wrapped).status, 0);
    // One of them has it.
    let two = format!("{wrapped}\n{OUTSIDE}\n");
    let run = rehabplan_with_input(&["check", "--ndjson", "--id", "nr", "--plan", "plan", "-"], &two);
    assert!(run.status == 2 && !run.stderr.contains("stavet"), "{}", run.stderr);
    assert_eq!(rehabplan_with_input(&["check", "--id", "nr", "--plan", "plan", "-"], "[]").status, 2);
}

/// What an export has no id for is checked all the same, and its line stands for it.
#[test]
fn the_line_stands_for_a_plan_without_an_id() {
    let plan: Value = serde_json::from_str(OUTSIDE).unwrap();
    let lines = [serde_json::json!({ "nr": 1, "plan": plan }), serde_json::json!({ "plan": plan })];
    let text = lines.map(|line| line.to_string()).join("\n");
    let options = ["check", "--ndjson", "--id", "nr", "--plan", "plan", "--format", "json", "-"];
    let result = json(&rehabplan_with_input(&options, &text));
    let told = |key: &str| [0, 1].map(|place: usize| result["plans"][place][key].clone());
    assert_eq!(told("id"), [Value::from("1"), Value::Null]);
    assert_eq!(told("line"), [1, 2].map(Value::from));
    assert_eq!(told("report").map(|report| report["conclusion"].clone()), ["outOfScope", "outOfScope"]);
}

/// Somebody who writes one plan and waits for the answer gets it before the next is written.
#[test]
fn lines_from_a_pipe_are_answered_one_by_one() {
    use std::io::{BufRead as _, BufReader, Write as _};
    use std::sync::mpsc;
    use std::time::Duration;
    for format in ["ndjson", "csv", "text"] {
        let mut child = run::command(&["check", "--ndjson", "--format", format, "-"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut input = child.stdin.take().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (told, heard) = mpsc::channel();
        let reader =
            std::thread::spawn(move || output.lines().map_while(Result::ok).for_each(|line| told.send(line).unwrap()));
        for number in 1..=3 {
            // The second half of a line comes later, and the answer only then.
            let (first, second) = OUTSIDE.split_at(10);
            input.write_all(first.as_bytes()).unwrap();
            input.flush().unwrap();
            writeln!(input, "{second}").unwrap();
            let answer = std::iter::from_fn(|| heard.recv_timeout(Duration::from_secs(60)).ok()).find(|line| {
                line.contains(&format!("-:{number}"))
                    || line.contains(&format!("\"line\":{number},"))
                    || line.starts_with(&format!("-,{number},"))
            });
            if answer.is_none() {
                let _ = child.kill();
                panic!("{format}: no answer to line {number}");
            }
        }
        drop(input);
        reader.join().unwrap();
        assert_eq!(child.wait().unwrap().code(), Some(0));
    }
}

#[test]
fn a_file_of_another_kind_is_named_once() {
    let folder = folder("foreign");
    let utf16: Vec<u8> = format!("{OUTSIDE}\n{OUTSIDE}\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let utf32: Vec<u8> = format!("{OUTSIDE}\n").chars().flat_map(|letter| u32::from(letter).to_le_bytes()).collect();
    for (name, bytes, code, word) in [
        ("a.xlsx", b"PK\x03\x04                          xl/workbook.xml\n\n\n".to_vec(), "workbook", "regneark"),
        ("b.csv", b"sagsnummer;plan\n1;{}\n2;{}\n".to_vec(), "csv", "CSV"),
        ("c.parquet", b"PAR1\n1\n2\n".to_vec(), "parquet", "Parquet"),
        ("d.gz", b"\x1f\x8b\x08\n\n".to_vec(), "gzip", "gzip"),
        ("e.txt", utf16, "utf16", "UTF-16"),
        ("g.txt", utf32, "utf32", "UTF-32"),
        ("f.txt", b"{\"sag\": \"l\xf8n\"}\n{\"sag\": \"\xe6\"}\n".to_vec(), "windows1252", "Windows-1252"),
    ] {
        let path = folder.path(name);
        fs::write(&path, bytes).unwrap();
        for options in [&["--ndjson"][..], &[], &["--plan", "plan", "--id", "id"]] {
            let run = rehabplan(&[&["check", "--format", "json", &path], options].concat());
            let errors: Vec<Value> =
                json(&run)["plans"].as_array().unwrap().iter().map(|plan| plan["error"]["code"].clone()).collect();
            assert_eq!((run.status, errors), (2, vec![code.into()]), "{name} {options:?}");
            assert!(run.stderr.lines().count() == 1 && run.stderr.contains(word), "{}", run.stderr);
        }
    }
    // What is called JSON is told by its encoding too, for the place of a byte helps nobody there.
    let latin1 = folder.path("latin1.json");
    fs::write(&latin1, b"{\"sag\": {\"sagstype\": \"l\xf8n\"}}").unwrap();
    assert!(rehabplan(&["check", &latin1]).stderr.contains("Windows-1252"));
    fs::write(&latin1, b"{\"sag\": \"\xff\"}").unwrap();
    assert!(rehabplan(&["check", &latin1]).stderr.contains("linje 1, kolonne 10"));
    // Too large to be read, and still no plan.
    let large = folder.path("large.json");
    fs::write(&large, b"PAR1\n").unwrap();
    File::options().write(true).open(&large).unwrap().set_len(1 << 30).unwrap();
    assert!(rehabplan(&["check", &large]).stderr.contains("Parquet"));
}

/// Whether the case is older than the regulation is told in every form, whatever else there is to tell.
#[test]
fn a_case_of_unknown_age_has_a_row_that_says_so() {
    let folder = folder("age_unknown");
    let mut plan = base("RF");
    plan["moede"]["dato"] = json!("snart");
    plan["indstilling"]["indstillingsdato"] = json!("snart");
    plan["afgoerelse"]["dato"] = json!("snart");
    let path = folder.file("plan.json", &plan.to_string());
    let notes = &json(&rehabplan(&["check", "--format", "json", &path]))["plans"][0]["report"]["notes"];
    assert!(notes.as_array().unwrap().iter().any(|note| note["code"] == "ageUnknown"), "{notes}");
    let table = rehabplan(&["check", "--format", "csv", &path, "--lang", "en"]).stdout;
    assert_eq!(table.matches("it is not known whether the case is from before 1 January 2020").count(), 1, "{table}");
}

#[test]
fn what_is_to_be_written_to_a_folder_is_told_so() {
    let folder = folder("output_folder");
    let path = folder.file("plan.json", OUTSIDE);
    let run = rehabplan(&["check", &path, "--output", folder.root(), "--format", "csv"]);
    let told = format!("rehabplan: {}: er en mappe; nævn en fil i den\n", folder.root());
    assert_eq!((run.status, run.stderr.as_str()), (2, told.as_str()));
}

/// *Fulfilled* says nothing of the points that a machine cannot judge, so that they are counted, and shown when asked for.
#[test]
fn what_is_for_a_person_is_never_passed_over() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/plans/jobafklaring-22-uger-i-orden.json");
    let report = json(&rehabplan(&["check", "--format", "json", path]));
    assert_eq!(report["summary"]["fulfilled"], 1);
    let points = report["summary"]["review"].as_u64().unwrap();
    assert!(points > 1, "{report}");
    assert_eq!(report["plans"][0]["report"]["counts"]["review"], points);

    let run = rehabplan(&["check", path]);
    assert!(run.stdout.contains(&format!("{points} til skøn")), "{}", run.stdout);
    assert!(
        run.stdout.contains(&format!("\n{points} punkter skal et menneske tage stilling til; se dem med --review\n"))
    );
    let run = rehabplan(&["check", "--lang", "en", path]);
    assert!(run.stdout.contains(&format!("\n{points} points are for a person to judge; see them with --review\n")));

    let review = rehabplan(&["check", "--review", path]);
    assert_eq!(review.status, 0);
    assert_eq!(review.stdout.matches("\nskøn[").count() as u64, points);
    assert!(!review.stdout.contains("se dem med --review"));
    for rule in rehabplan::law::rules().filter(|rule| review.stdout.contains(&format!("\nskøn[{}]", rule.id))) {
        let question = rule.texts.judgement.map_or(rule.texts.demand.da, |judgement| judgement.da);
        assert!(
            review.stdout.contains(&format!("skøn[{}]  {question}\n  sted   {path}:", rule.id)),
            "{}",
            review.stdout
        );
    }

    let rows = |arguments: &[&str]| -> Vec<String> {
        let run = rehabplan(&[&["check", "--format", "csv", path], arguments].concat());
        run.stdout.lines().skip(1).map(str::to_owned).collect()
    };
    assert!(rows(&[]).iter().all(|row| row.ends_with(&format!(",{points},,,"))));
    let shown = rows(&["--review"]);
    assert_eq!((shown.len() as u64, shown.iter().all(|row| row.contains(",review,"))), (points, true), "{shown:?}");
}

#[test]
fn a_wrapped_document_is_no_plan_and_the_way_out_is_named() {
    let wrapped = format!("{{\"sagsnummer\": 4711, \"plan\": {OUTSIDE}}}\n");
    for format in ["text", "json", "ndjson", "csv"] {
        let run = rehabplan_with_input(&["check", "--ndjson", "--format", format, "-"], &wrapped.repeat(3));
        assert_eq!(run.stderr.matches("--plan plan").count(), 1, "{}", run.stderr);
        assert_eq!(run.status, 1, "{}", run.stdout);
    }
    let run = rehabplan_with_input(&["check", "--plan", "plan", "-"], &wrapped);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let run = rehabplan_with_input(&["check", "-"], &format!("{{\"Jens Jensen\": {OUTSIDE}}}"));
    assert_eq!(run.status, 1);
    assert!(run.stderr.contains("--plan NØGLE") && !run.stderr.contains("Jensen"), "{}", run.stderr);
}

#[test]
fn a_document_that_says_no_case_type_is_no_success() {
    for text in ["{}", r#"{"sag": {"sagstype": null}}"#, r#"{"sag": null}"#, r#"{"Sag": {"sagstype": "anden"}}"#] {
        let run = rehabplan_with_input(&["check", "--format", "json", "-"], text);
        let report = &json(&run)["plans"][0]["report"];
        assert_eq!((run.status, report["conclusion"].as_str()), (1, Some("undetermined")), "{text}");
        assert_eq!(report["complete"], false, "{text}");
    }
}

#[test]
fn a_reader_who_has_seen_enough_is_no_disaster() {
    let folder = folder("pipe");
    let path = folder.file("plans.ndjson", &format!("{DEFICIENT}\n").repeat(20_000));
    for format in ["text", "json", "ndjson", "csv"] {
        let mut child = run::command(&["check", "--format", format, &path])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(2), b"".as_slice()), "{format}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_told() {
    let folder = folder("full");
    let path = folder.file("plan.json", DEFICIENT);
    for arguments in [vec!["check", &path], vec!["rules"], vec!["schema"], vec!["matrix", "--format", "csv"]] {
        let full = File::options().write(true).open("/dev/full").unwrap();
        let output = run::command(&arguments).stdout(full).stderr(Stdio::piped()).spawn().unwrap().wait_with_output();
        let output = output.unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "rehabplan: resultatet kan ikke skrives\n");
    }
}

/// Plans are health data about named people: nothing of them may come out, whatever is wrong with them.
#[test]
fn nothing_from_a_plan_comes_out() {
    let folder = folder("canary");
    let canary = "CANARY";
    let schema = rehabplan::schema::json_schema(Lang::Da);
    let whole = run::plan_of(&schema, &schema, canary);
    folder.file("whole.json", &whole.to_string());
    folder.file("pretty.json", &serde_json::to_string_pretty(&whole).unwrap());
    for variant in ["ressourceforloeb", "revalidering", "fleksjob", "foertidspension", "jobafklaringsforloeb"] {
        let mut plan = whole.clone();
        plan["sag"]["sagstype"] = variant.into();
        folder.file(&format!("{variant}.json"), &plan.to_string());
    }
    let text = whole.to_string();
    for (number, (place, _)) in text.char_indices().enumerate().filter(|(number, _)| number % 97 == 0) {
        folder.file(&format!("cut/{number}.json"), &text[..place]);
        folder.file(&format!("odd/{number}.json"), &format!("{} CANARY {}", &text[..place], &text[place..]));
    }
    fs::write(folder.path("bytes.json"), [b"{\"CANARY\": \"CANARY \xff CANARY\"}".as_slice(), b"\0CANARY"].concat())
        .unwrap();
    for (name, text) in [
        ("keys.json", r#"{"CANARY Jensen": "CANARY", "sag": {"CANARY-010170-1234": {"CANARY CANARY": ["CANARY"]}}}"#),
        ("list.json", r#"["CANARY"]"#),
        ("string.json", r#""CANARY""#),
        ("bare.json", "CANARY"),
        ("deep.json", &format!("{}\"CANARY\"{}", "{\"CANARY \":[".repeat(100), "]}".repeat(100))),
        ("lines.ndjson", &format!("{text}\nCANARY\n{{\"sag\": CANARY\n")),
    ] {
        folder.file(name, text);
    }
    for format in ["text", "json", "ndjson", "csv"] {
        for lang in ["da", "en"] {
            let run = rehabplan(&["check", "--all", "--format", format, "--lang", lang, folder.root()]);
            assert_eq!(run.status, 2);
            for output in [&run.stdout, &run.stderr] {
                let shown = output.lines().find(|line| line.contains(canary));
                assert_eq!(shown, None, "--format {format} --lang {lang}");
            }
            assert!(run.stdout.contains("whole.json"));
        }
    }
}

/// What the source has no place for makes no plan deficient, and is counted apart in every form (A38).
#[test]
fn a_source_with_fewer_fields() {
    let folder = folder("horizon");
    let mut plan = base("RF");
    plan["forberedendeDel"]["oensker"] = Value::Null;
    let file = folder.file("plan.json", &plan.to_string());
    let check = |fields: &str, more: &[&str]| {
        let fields = folder.file("fields.txt", fields);
        rehabplan(&[&["check", &file, "--as-of", "2020-06-01", "--horizon", &fields], more].concat())
    };
    let all_but = "!/forberedendeDel/oensker\r\n\r\n  !/forberedendeDel/oensker\n";
    let plain = rehabplan(&["check", &file, "--as-of", "2020-06-01"]);
    assert!(plain.stdout.contains("Mangelfuld") && plain.stdout.contains("[P3.1.4]"), "{}", plain.stdout);
    assert!(!plain.stdout.contains("kilden"), "{}", plain.stdout);

    let run = check(all_but, &[]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stdout.contains("Kan ikke afgøres  (1 findes ikke i kilden"), "{}", run.stdout);
    assert!(!run.stdout.contains("[P3.1.4]"), "{}", run.stdout);
    let named = "\nAfhænger af noget, kilden ikke har: § 3, stk. 1, nr. 4 (P3.1.4)\n";
    assert!(run.stdout.contains(named), "{}", run.stdout);
    // Each count has its own list: the regulation's first, and that of the profiles where they are.
    let both = check("!/forberedendeDel/oensker\n!/indstilling/dokumentation\n", &["--profile", "vejledning"]);
    assert!(both.stdout.contains("Kan ikke afgøres  (1 findes ikke i kilden"), "{}", both.stdout);
    assert!(both.stdout.contains(named), "{}", both.stdout);
    assert!(both.stdout.contains(", findes ikke i kilden 1"), "{}", both.stdout);
    assert!(both.stdout.contains("\n  Afhænger af noget, kilden ikke har: vejledning/V13\n"), "{}", both.stdout);
    let few = check("/sag\n", &[]);
    assert!(few.stdout.contains(" til (se dem alle med --all)\n"), "{}", few.stdout);
    let all = rehabplan::law::rules().count();
    let judged = rehabplan::law::rules().filter(|rule| rule.kind.code() == "judgement").count();
    let line =
        format!("\n{all} krav: {} kan kontrolleres ud fra kilden (heraf {judged} til skøn), 1 kan det ikke\n", all - 1);
    assert!(run.stdout.contains(&line), "{}", run.stdout);
    let english = check(r#"["!/forberedendeDel/oensker"]"#, &["--lang", "en", "--all"]);
    let line = format!(
        "\n{all} requirements: {} can be checked on the source ({judged} of them for a person to judge), 1 cannot\n",
        all - 1
    );
    assert!(english.stdout.contains(&line), "{}", english.stdout);
    assert!(english.stdout.contains("\nnot in the source (1)\n  P3.1.4 "), "{}", english.stdout);

    let json: Value = serde_json::from_str(&check(all_but, &["--format", "json"]).stdout).unwrap();
    let horizon = json!({"checkable": all - 1, "partlyCheckable": 0, "notCheckable": 1});
    assert_eq!((&json["summary"]["horizon"], &json["summary"]["notInSource"]), (&horizon, &json!(1)));
    let counts = &json["plans"][0]["report"]["counts"];
    assert_eq!((&counts["notInSource"], &counts["undetermined"]), (&json!(1), &json!(0)));

    let table = check(all_but, &["--format", "csv"]).stdout;
    let rows: Vec<Vec<String>> = csv::Reader::from_reader(table.as_bytes())
        .records()
        .map(|row| row.unwrap().iter().map(str::to_owned).collect())
        .collect();
    assert!(table.lines().next().unwrap().ends_with(",at,origin,notInSource,rulesNotInSource"), "{table}");
    assert!(rows.iter().all(|row| row[5] != "P3.1.4" && row[row.len() - 2..] == ["1", "P3.1.4"]), "{table}");
    // What is counted is what is named; rules of profiles are counted apart.
    let beside = check("!/indstilling/dokumentation", &["--format", "csv", "--profile", "vejledning"]).stdout;
    let mut table = csv::Reader::from_reader(beside.as_bytes());
    let places = ["notInSource", "rulesNotInSource", "profileRulesNotInSource"];
    let places = places.map(|name| table.headers().unwrap().iter().position(|known| known == name).unwrap());
    let mut open = table.records().map(|row| places.map(|place| row.as_ref().unwrap()[place].to_owned()));
    assert!(open.all(|cells| cells == ["0", "", "vejledning/V13"]), "{beside}");
    let every = check(all_but, &["--format", "csv", "--all"]).stdout;
    assert!(every.contains(",P3.1.4,\"§ 3, stk. 1, nr. 4\",notInSource,,"), "{every}");
}

#[test]
fn a_horizon_that_is_wrong() {
    let folder = folder("horizon-wrong");
    let file = folder.file("plan.json", &base("RF").to_string());
    for (fields, place, words) in [
        ("/sag\n\n!/forberedendeDel/onsker\n", ":3: ", "/forberedendeDel/oensker"),
        (r#"["/sag", "/forberedendeDel/onsker"]"#, ": ", "sted nr. 2"),
        ("[\"/sag\",\n 17]", ":2: ", "ikke en JSON-liste af tekster"),
        ("\n", ": ", "kilden rummer intet af en plan"),
        ("{\"forberedendeDel\": {\"oensker\": \"Hemmelig\"}}", ":1: ", "ikke en JSON-liste af tekster"),
    ] {
        let fields = folder.file("fields", fields);
        let run = rehabplan(&["check", &file, "--horizon", &fields]);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{}", run.stderr);
        assert!(run.stderr.contains(&format!("{fields}{place}")) && run.stderr.contains(words), "{}", run.stderr);
        assert!(!run.stderr.contains("Hemmelig"), "{}", run.stderr);
    }
    assert_eq!(rehabplan(&["check", &file, "--horizon", "/no/such/file"]).status, 2);
}

/// A text that stands in many fields is one finding, and each of its places is shown.
#[test]
fn a_finding_about_several_places_shows_all_of_them() {
    let folder = folder("several-places");
    let mut plan = base("RF");
    for field in ["oensker", "borgerensEgenVurdering", "erfaringerRessourcer"] {
        plan["forberedendeDel"][field] = "Borgeren er omtalt andre steder i sagen.".into();
    }
    let file = folder.file("plan.json", &plan.to_string());
    let input: Value = serde_json::from_str(&rehabplan(&["check", &file, "--format", "json"]).stdout).unwrap();
    let entry = &input["plans"][0];
    let found = entry["report"]["input"].as_array().unwrap().iter().find(|one| one["code"] == "repeatedText").unwrap();
    let paths: Vec<&str> = found["paths"].as_array().unwrap().iter().map(|path| path.as_str().unwrap()).collect();
    assert!(paths.len() > 1, "{found}");
    let text = rehabplan(&["check", &file]).stdout;
    let table = rehabplan(&["check", &file, "--format", "csv"]).stdout;
    assert!(table.contains(&paths.join(" ")), "{table}");
    for path in paths {
        assert!(text.contains(&format!("  {path}\n")), "{path}: {text}");
        assert!(entry["positions"].get(path).is_some(), "{path}");
    }
}

/// Before the phase after the decision § 1, stk. 2, leaves nothing to be demanded of such a case, and whoever reads the result has
/// to see that "fulfilled" means no more than that (A54).
#[test]
fn that_nothing_is_demanded_yet_is_said_in_every_form() {
    let plan =
        r#"{"sag":{"sagstype":"jobafklaringsforloeb","foersteForloeb":true,"indsats13d":true,"ophoer24Stk1":true}}"#;
    for phase in ["forelaeggelse", "indstilling"] {
        for format in ["text", "json", "ndjson", "csv", "html"] {
            let run = rehabplan_with_input(&["check", "-", "--phase", phase, "--format", format], plan);
            assert_eq!(run.status, 0, "{format}");
            assert!(
                run.stdout.to_lowercase().contains("opfyldt") || run.stdout.contains("fulfilled"),
                "{}",
                run.stdout
            );
            assert!(run.stdout.contains("efter § 1, stk. 2"), "{phase} {format}: {}", run.stdout);
        }
    }
}

#[test]
fn plans_on_lines_that_are_not_said_to_be_so_are_told() {
    let lines = "{\"id\": \"1\", \"plan\": {}}\n{\"id\": \"2\", \"plan\": {}}\n";
    let arguments = ["--lang", "en", "check", "-", "--plan", "plan", "--id", "id"];
    let run = rehabplan_with_input(&arguments, lines);
    assert_eq!(run.status, 2, "{}", run.stderr);
    assert!(run.stderr.contains("say so with --ndjson"), "{}", run.stderr);
    let run = rehabplan_with_input(&[&arguments[..], &["--ndjson"]].concat(), lines);
    assert!(run.stdout.contains("Plans: 2"), "{}{}", run.stdout, run.stderr);
    // What is no JSON from its beginning on is no line of plans, wherever the mistake stands.
    for text in
        ["{\"sag\": \n nothing", "{\"sag\":\n{},}", "{\n\"sag\": {}\nx}", "{}\nx", "{}\n]", "[]\n{}", "{,}\n{}\n"]
    {
        let run = rehabplan_with_input(&["--lang", "en", "check", "-"], text);
        assert_eq!(run.status, 2, "{text}");
        assert!(!run.stderr.contains("--ndjson"), "{text}: {}", run.stderr);
    }
    // Nor is one that was said to be so.
    let run = rehabplan_with_input(&["--lang", "en", "check", "-", "--ndjson"], "{}\n{}\nx\n{}");
    assert!(run.stderr.contains("line 3, column 1") && !run.stderr.contains("--ndjson"), "{}", run.stderr);
}
