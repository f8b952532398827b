//! Help and what is said of a wrong command line, in both languages.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod run;

use run::{Run, command, finish, rehabplan};

const COMMANDS: [&str; 12] = [
    "check",
    "rules",
    "explain",
    "checklist",
    "matrix",
    "coverage",
    "schema",
    "profiles",
    "compare",
    "map",
    "convert",
    "serve",
];

/// Every way to be helped, and every mistake that a command line can have.
fn told(lang: &[&str]) -> Vec<(String, Run)> {
    let mut lines: Vec<Vec<&str>> = vec![vec![], vec!["--help"], vec!["-h"], vec!["help"], vec!["help", "help"]];
    for name in COMMANDS {
        lines.extend([vec![name, "--help"], vec![name, "-h"], vec!["help", name], vec![name, "--x"]]);
    }
    lines.extend([
        vec!["chek"],
        vec!["x"],
        vec!["help", "x"],
        vec!["help", "--help"],
        vec!["help", "check", "-h"],
        vec!["help", "--lang", "da"],
        vec!["rules", "x"],
        vec!["checklist", "FP12", "FJ"],
        vec!["check"],
        vec!["check", "-", "--phse", "indsats"],
        vec!["check", "-", "-y"],
        vec!["check", "-", "--phase"],
        vec!["check", "-", "--phase", "indsat"],
        vec!["check", "-", "--as-of", "2020-02-30"],
        vec!["check", "-", "--as-of"],
        vec!["check", "-", "--threads", "x"],
        vec!["check", "-", "--threads", "257"],
        vec!["check", "-", "--all=1"],
        vec!["check", "-", "--all", "--all"],
        vec!["check", "-", "--format", "xml"],
        vec!["profiles", "--schema"],
        vec!["profiles", "proces", "x"],
        vec!["schema", "x"],
        vec!["schema", "report", "x"],
        vec!["explain"],
        vec!["serve", "--listen", "x"],
        vec!["serve", "--queue", "-1"],
        vec!["serve", "--seconds", "0"],
        vec!["serve", "--connections", "0"],
        vec!["serve", "--max-bytes", "0"],
        vec!["serve", "--stdio", "--listen", "127.0.0.1:0"],
        vec!["--lang"],
    ]);
    lines.into_iter().map(|line| (line.join(" "), rehabplan(&[lang, &line[..]].concat()))).collect()
}

/// The words of clap's own templates.
const ENGLISH: [&str; 37] = [
    "usage",
    "options",
    "commands",
    "arguments",
    "possible",
    "values",
    "default",
    "print",
    "help for",
    "version\n",
    "error",
    "tip",
    "similar",
    "exists",
    "found",
    "unexpected",
    "unrecognized",
    "subcommand",
    "invalid",
    "required",
    "provided",
    "supplied",
    "cannot",
    "used with",
    "multiple",
    "times",
    "information",
    "try",
    "more",
    "see",
    "value is",
    "the ",
    " for '",
    "with '",
    "none",
    "expected",
    "a value",
];

/// A text without what the wrapping of lines makes of it.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The exit statuses of a command that only shows what there is.
const SHOWN: (&str, &str) =
    ("Afslutningskode: 0, eller 2, når kommandoen er forkert", "Exit status: 0, or 2 when the command was wrong");

#[test]
fn the_long_help_says_more_than_the_short_one() {
    for name in COMMANDS {
        for lang in ["da", "en"] {
            let help = |how: &str| on_one_line(&rehabplan(&[name, how, "--lang", lang]).stdout);
            let (short, long) = (help("-h"), help("--help"));
            assert!(long.len() > short.len(), "{name} {lang}: {long}");
            assert_eq!(long, on_one_line(&rehabplan(&["--lang", lang, "help", name]).stdout), "{name} {lang}");
        }
    }
    for (command, danish, english) in [
        (
            &["check"][..],
            "Afslutningskode: 0, når ingen plan er mangelfuld",
            "Exit status: 0 when no plan is deficient or undetermined",
        ),
        (&["check"], "(--suppress), tæller ikke med her", "suppressed finding (--suppress) does not count here"),
        (&["check"], "(case): det, --id siger; uden --id filens sti", "(case): what --id says; without --id the path"),
        (&["compare"], "Afslutningskode: 0, eller 2", "Exit status: 0, or 2"),
        (
            &["convert"],
            "Afslutningskode: 0; 1, når værdier ikke kan læses, eller et dokument siger noget, der ikke er plads til",
            "Exit status: 0; 1 when values cannot be read, or a document says something that a plan has no place for",
        ),
        (&["rules"], SHOWN.0, SHOWN.1),
        (&["explain"], SHOWN.0, SHOWN.1),
        (&["checklist"], SHOWN.0, SHOWN.1),
        (&["matrix"], SHOWN.0, SHOWN.1),
        (&["coverage"], SHOWN.0, SHOWN.1),
        (&["schema"], SHOWN.0, SHOWN.1),
        (&["profiles"], SHOWN.0, SHOWN.1),
        (&["map", "schema"], SHOWN.0, SHOWN.1),
        (&["map", "draft"], "Afslutningskode: 0; 1, når intet blev genkendt", "Exit status: 0; 1 when nothing was"),
        (&["map", "check"], "Afslutningskode: 0; 1, når værdier ikke", "Exit status: 0; 1 when values cannot be read"),
        (&["serve"], "SIGTERM eller Ctrl-C stopper", "SIGTERM or Ctrl-C stops"),
    ] {
        for (lang, said) in [("da", danish), ("en", english)] {
            let help = |how: &str| on_one_line(&rehabplan(&[command, &[how, "--lang", lang]].concat()).stdout);
            assert!(help("--help").contains(said), "{command:?} {lang}: {}", help("--help"));
            assert!(!help("-h").contains(said), "{command:?} {lang}");
        }
    }
}

#[test]
fn no_english_word_is_left_in_danish() {
    for (line, run) in told(&[]) {
        let said = format!("{}{}", run.stdout, run.stderr).to_lowercase();
        assert!(!said.trim().is_empty(), "{line}");
        // Commands and options are called the same in both.
        for word in ENGLISH {
            let found = said.match_indices(word).any(|(at, _)| {
                let before = said[..at].chars().next_back();
                let after = said[at + word.len()..].chars().next();
                let is_edge =
                    |letter: Option<char>| !letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '-');
                (is_edge(before) || word.starts_with(' ')) && (is_edge(after) || word.ends_with(' '))
            });
            assert!(!found, "{line}: {word:?} in\n{said}");
        }
    }
}

#[test]
fn the_exit_status_is_the_same_in_both_languages() {
    for ((line, danish), (_, english)) in told(&["--lang=da"]).into_iter().zip(told(&["--lang", "en"])) {
        assert_eq!(danish.status, english.status, "{line}");
        let is_help = line.contains("help") && line != "help x" || line.contains("-h");
        assert_eq!(danish.status, if is_help { 0 } else { 2 }, "{line}: {danish:?}");
        // What was asked for is a result; what was not is a complaint.
        let (of_danish, of_english) =
            if is_help { (&danish.stdout, &english.stdout) } else { (&danish.stderr, &english.stderr) };
        assert!(of_danish != of_english && !of_danish.is_empty(), "{line}");
        // Nothing is left to be filled in; the example of an export has braces of its own.
        let filled = on_one_line(of_danish).replace(r#"{"sagsnummer": 4711, "plan": {...}}"#, "");
        assert!(of_danish.ends_with('\n') && !filled.contains('{'), "{line}: {of_danish}");
    }
}

#[test]
fn a_mistake_is_answered_with_what_was_meant() {
    for (arguments, danish, english) in [
        (
            &["chek"][..],
            "der er ingen kommando »chek«; mente du »check«",
            "there is no command \"chek\"; did you mean \"check\"",
        ),
        (&["checklist", "FP12", "FJ"], "»FJ« er der ikke plads til her", "there is no room for \"FJ\" here"),
        (
            &["check", "-", "--phse", "x"],
            "»--phse« kendes ikke; mente du »--phase«?",
            "\"--phse\" is not known; did you mean \"--phase\"?",
        ),
        (
            &["check", "-", "--phase", "indsat"],
            "»indsat« kan ikke være værdi for »--phase <FASE>«; mente du »indsats«?; mulige værdier: forelaeggelse, indstilling, indsats",
            "\"indsat\" cannot be the value of \"--phase <PHASE>\"; did you mean \"indsats\"?; possible values: forelaeggelse, indstilling, indsats",
        ),
        // Not far enough from "forelaeggelse" for clap, and far from all that there is.
        (
            &["check", "-", "--phase", "afgoerelse"],
            "»afgoerelse« kan ikke være værdi for »--phase <FASE>«; mulige værdier: forelaeggelse, indstilling, indsats",
            "\"afgoerelse\" cannot be the value of \"--phase <PHASE>\"; possible values: forelaeggelse, indstilling, indsats",
        ),
        (
            &["check", "-", "--format"],
            "»--format <FORM>« mangler sin værdi; mulige værdier: text, json, ndjson, csv",
            "\"--format <FORMAT>\" lacks its value; possible values: text, json, ndjson, csv",
        ),
        (
            &["check", "-", "--as-of", "2020-02-30"],
            "skriv en dato, der findes, som ÅÅÅÅ-MM-DD",
            "write a date that exists, as YYYY-MM-DD",
        ),
        (
            &["check", "-", "--threads", "10000"],
            "skriv et helt tal fra 0 til 256",
            "write a whole number from 0 to 256",
        ),
        (&["check", "-", "--all", "--all"], "»--all« kan kun stå én gang", "\"--all\" can stand only once"),
        (&["check"], "her mangler <STI>...", "<PATH>... is missing here"),
        (&["check", "-", "--all=1"], "»--all« tager ingen værdi", "\"--all\" takes no value"),
    ] {
        for (lang, said) in [("da", danish), ("en", english)] {
            let run = rehabplan(&[arguments, &["--lang", lang]].concat());
            assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
            assert!(run.stderr.starts_with("rehabplan: ") && run.stderr.contains(said), "{}", run.stderr);
        }
    }
}

#[test]
fn help_follows_the_option_and_then_the_locale() {
    let usage = |arguments: &[&str], variables: &[(&str, &str)]| {
        let run = finish(command(arguments).envs(variables.iter().copied()), "");
        if run.stdout.contains("Brug:") || run.stderr.contains("Brug:") { "da" } else { "en" }
    };
    for (variables, lang) in [
        (&[][..], "da"),
        (&[("LANG", "C")], "da"),
        (&[("LANG", "POSIX")], "da"),
        (&[("LANG", "C.UTF-8")], "da"),
        (&[("LANG", "sv_SE.UTF-8")], "da"),
        (&[("LANG", "en_US.UTF-8")], "en"),
        (&[("LANG", "en")], "en"),
        (&[("LANG", "en-GB")], "en"),
        (&[("LANG", "da_DK.UTF-8"), ("LC_MESSAGES", "en_DK.UTF-8")], "en"),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "da_DK")], "da"),
        (&[("LANG", "en_US.UTF-8"), ("LC_ALL", "")], "en"),
    ] {
        assert_eq!(usage(&["--help"], variables), lang, "{variables:?}");
        assert_eq!(usage(&["check"], variables), lang, "{variables:?}");
    }
    let english = [("LANG", "en_US.UTF-8")];
    assert_eq!(usage(&["check", "--help", "--lang", "da"], &english), "da");
    assert_eq!(usage(&["--lang=da", "--help"], &english), "da");
    assert_eq!(usage(&["--lang=en", "check"], &[]), "en");
    // What stands after the dashes is no option.
    assert_eq!(usage(&["check", "--x", "--", "--lang=en"], &[]), "da");
    // A result is the same on every machine.
    let result = finish(command(&["explain", "P3.1.4"]).envs(english), "").stdout;
    assert_eq!(result, rehabplan(&["explain", "P3.1.4"]).stdout);
}
