//! Whole plans against what a person read out of the law for each of them.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rehabplan::needs::Needs;
use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Lang, Outcome, Phase, Plan, Report, Selection, Variant};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    #[allow(dead_code)]
    title: BTreeMap<String, String>,
    phase: String,
    #[serde(rename = "asOf")]
    as_of: String,
    variant: String,
    conclusion: String,
    #[serde(default)]
    findings: BTreeMap<String, Finding>,
    #[serde(default)]
    undetermined: BTreeMap<String, String>,
    #[serde(default)]
    input: Vec<Input>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Finding {
    severity: String,
    #[serde(rename = "sameAs")]
    same_as: Option<String>,
    #[allow(dead_code)]
    why: String,
}

#[derive(Deserialize, Debug, PartialEq)]
#[serde(deny_unknown_fields)]
struct Input {
    path: String,
    code: String,
}

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/plans");

fn plans() -> Vec<PathBuf> {
    let mut plans: Vec<_> = fs::read_dir(FOLDER)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    plans.sort();
    plans
}

/// The file of the same name in a folder beside the plans.
fn beside(plan: &Path, folder: &str) -> PathBuf {
    plan.with_file_name(folder).join(plan.file_name().unwrap())
}

fn expected(plan: &Path) -> Expected {
    let path = beside(plan, "expected");
    serde_json::from_str(&fs::read_to_string(&path).unwrap()).unwrap_or_else(|error| panic!("{path:?}: {error}"))
}

fn report(plan: &Path, expected: &Expected, phase: Option<Phase>) -> Report {
    let checker = Checker::new().phase(phase).as_of(Date::parse(&expected.as_of).unwrap()).detail(Detail::All);
    checker.check_str(&fs::read_to_string(plan).unwrap()).unwrap()
}

fn outcomes(report: &Report, outcome: Outcome) -> Vec<(&'static str, Option<&'static str>, Option<&'static str>)> {
    let of = report.results.iter().filter(|result| result.outcome() == outcome);
    of.map(|result| {
        let severity = result.severity().map(|severity| severity.code());
        (result.rule.id, severity, result.same_as().map(|rule| rule.id))
    })
    .collect()
}

#[test]
fn every_plan_gets_the_report_that_the_law_demands() {
    let mut wrong = Vec::new();
    for plan in plans() {
        let name = plan.file_name().unwrap().to_str().unwrap();
        let expected = expected(&plan);
        let report = report(&plan, &expected, Phase::from_code(&expected.phase));
        let mut compare = |what: &str, expected: String, got: String| {
            if expected != got {
                wrong.push(format!("{name}: {what}: expected {expected}, got {got}"));
            }
        };
        compare("variant", expected.variant.clone(), report.variants.to_string());
        compare("conclusion", expected.conclusion.clone(), report.conclusion.code().to_owned());
        let mut found = outcomes(&report, Outcome::NotMet);
        found.sort_unstable();
        let mut demanded: Vec<_> = expected
            .findings
            .iter()
            .map(|(rule, finding)| (rule.as_str(), Some(finding.severity.as_str()), finding.same_as.as_deref()))
            .collect();
        demanded.sort_unstable();
        compare("findings", format!("{demanded:?}"), format!("{found:?}"));
        let mut open: Vec<_> = outcomes(&report, Outcome::Undetermined).into_iter().map(|(rule, ..)| rule).collect();
        open.sort_unstable();
        compare("undetermined", format!("{:?}", expected.undetermined.keys().collect::<Vec<_>>()), format!("{open:?}"));
        let input: Vec<_> = report
            .input
            .iter()
            .map(|finding| Input { path: finding.path.clone(), code: finding.code.code().to_owned() })
            .collect();
        compare("input", format!("{:?}", expected.input), format!("{input:?}"));
    }
    assert!(wrong.is_empty(), "{} differences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn there_is_a_plan_of_every_variant() {
    let variants: Vec<_> = plans().iter().map(|plan| expected(plan).variant).collect();
    assert!(variants.len() >= 15);
    for &variant in Variant::ALL {
        assert!(variants.iter().any(|found| found == variant.code()), "no plan is {}", variant.code());
    }
}

#[test]
fn every_expectation_and_report_belongs_to_a_plan() {
    for folder in ["expected", "reports", "needs"] {
        for entry in fs::read_dir(Path::new(FOLDER).join(folder)).unwrap() {
            let name = entry.unwrap().file_name();
            assert!(Path::new(FOLDER).join(&name).is_file(), "{folder}/{name:?} is of no plan");
        }
    }
}

#[test]
fn the_plans_have_the_length_of_real_ones() {
    for plan in plans() {
        let size = fs::metadata(&plan).unwrap().len();
        assert!((5_000..=16_000).contains(&size), "{plan:?} has {size} bytes");
    }
}

/// What a plan speaks for itself is the phase that was stated for it.
#[test]
fn the_phase_can_be_derived() {
    for plan in plans() {
        let expected = expected(&plan);
        assert_eq!(report(&plan, &expected, None).phase.code(), expected.phase, "{plan:?}");
    }
}

/// The report of a whole plan, as it is written, stands in `reports/`: see `cargo xtask bless`.
#[test]
fn the_report_of_a_plan_stands_beside_it() {
    for plan in plans() {
        let expected = expected(&plan);
        let report = report(&plan, &expected, Phase::from_code(&expected.phase));
        let written = fs::read_to_string(beside(&plan, "reports")).unwrap_or_default();
        assert_eq!(
            written.replace('\n', ""),
            report.to_json(Lang::Da),
            "{plan:?}: read what differs, and only if it is right run `cargo xtask bless`"
        );
    }
}

/// What a whole plan requires, of requirements and of fields, stands in `needs/`.
#[test]
fn what_a_plan_requires_stands_beside_it() {
    for plan in plans() {
        let expected = expected(&plan);
        let report = report(&plan, &expected, Phase::from_code(&expected.phase));
        let written = fs::read_to_string(beside(&plan, "needs")).unwrap_or_default();
        let needs = Needs::of(&report).unwrap().to_json();
        assert_eq!(written.replace('\n', ""), needs, "{plan:?}: as for the report");
    }
}

/// Any field of a later part speaks for the phase of that part; the meeting has none of its own.
#[test]
fn the_latest_part_that_holds_anything_decides_the_phase() {
    for (plan, phase) in [
        (r#"{}"#, Phase::Forelaeggelse),
        (r#"{"forberedendeDel": {"dato": "2020-01-20"}, "moede": {"dato": "2020-02-03"}}"#, Phase::Forelaeggelse),
        (r#"{"indstilling": {}, "afgoerelse": {"udfald": null}}"#, Phase::Forelaeggelse),
        (r#"{"indstilling": {"udfald": "fleksjob"}}"#, Phase::Indstilling),
        (r#"{"afgoerelse": {"udfald": "fleksjob"}}"#, Phase::Indsats),
        (r#"{"indstilling": {"udfald": "fleksjob"}, "indsatsdel": {"dato": "2020-03-02"}}"#, Phase::Indsats),
        (r#"{"minPlan": {"indgaar": true}}"#, Phase::Indsats),
    ] {
        assert_eq!(Phase::of(&Plan::from_json(plan).unwrap()), phase, "{plan}");
    }
}

/// A base plan of the corpus with one value changed, checked in the last phase with every answer.
fn changed(base: &str, pointer: &str, value: Value, only: Option<Selection>) -> Report {
    let mut plan = rehabplan_corpus::base(base);
    if let Some(place) = plan.pointer_mut(pointer) {
        *place = value;
    }
    let checker = Checker::new().phase(Phase::Indsats).detail(Detail::All).only(only);
    checker.check_str(&plan.to_string()).unwrap()
}

/// A fact that is missing and one that cannot be read leave the same rule open, for different reasons (A4, A6).
#[test]
fn a_missing_fact_is_told_from_an_unreadable_one() {
    for (fact, rule) in [("/indstilling/udfald", "P8.1.a"), ("/afgoerelse/udfald", "P5.1.pkt1")] {
        for (value, why) in [(Value::Null, "factMissing"), (Value::from(7), "unreadable")] {
            let report = changed("RF", fact, value, None);
            let result = report.result(rule).unwrap();
            assert_eq!(result.outcome(), Outcome::Undetermined, "{rule}");
            assert_eq!(result.depends_on(), Some(fact), "{rule}");
            assert_eq!(result.note().map(|note| note.code), Some(why), "{rule}");
        }
    }
}

/// What repeats an open answer points to it and says so (A2).
#[test]
fn an_open_answer_that_is_repeated_says_so() {
    let report = changed("REV", "/forberedendeDel/laege/dato", Value::from("2020-02-30"), None);
    assert_eq!(report.result("P4.1.pkt1").unwrap().note().unwrap().code, "unreadable");
    let repeated = report.result("P14.1.pkt3.b").unwrap();
    assert_eq!(repeated.outcome(), Outcome::Undetermined);
    assert_eq!(repeated.same_as().map(|rule| rule.id), Some("P4.1.pkt1"));
    assert_eq!(repeated.note().unwrap().code, "leadingUndetermined");
}

/// A rule is named, or one of its places lies at a path or under it. A longer name is another place.
#[test]
fn a_check_is_limited_to_what_is_named() {
    let answered = |rules: &[&str], paths: &[&str]| {
        let only = Selection::new(rules, paths).unwrap();
        let report = changed("RF", "/forberedendeDel/cv", Value::Null, Some(only));
        report.results.iter().map(|result| result.rule.id).collect::<Vec<_>>()
    };
    assert_eq!(answered(&["P3.1.4", "P16.1"], &[]), ["P3.1.4", "P16.1"]);
    // The text is searched for what recommends, too; and where § 12 is used, a blank one is told of.
    assert_eq!(answered(&[], &["/forberedendeDel/oensker"]), ["P3.1.4", "P3.3.b", "P12.1.pkt1.b"]);
    assert_eq!(answered(&["P3.1.4"], &["/indstilling/fleksjob/afklaret"]), ["P3.1.4", "P9.1.1.a"]);
    let of_the_gp = answered(&[], &["/forberedendeDel/laege"]);
    assert!(of_the_gp.contains(&"P4.1.pkt1") && of_the_gp.contains(&"P4.3.1"), "{of_the_gp:?}");
    assert!(!of_the_gp.contains(&"P4.1.pkt2"), "it asks for the ground in laegeFritagelse");

    let only = Selection::new(&["p3.1.4"], &["/moede", "/indsatsdel/delmaal/0"]).unwrap();
    let report = changed("RF", "/forberedendeDel/cv", Value::Null, Some(only));
    let written: Value = serde_json::from_str(&report.to_json(Lang::Da)).unwrap();
    assert_eq!(
        written["limitedTo"],
        serde_json::json!({ "rules": ["P3.1.4"], "paths": ["/moede", "/indsatsdel/delmaal/*"] })
    );
}

/// A selection that would select nothing is none, and the error says which entry is meant and what may have been meant.
#[test]
fn a_selection_is_checked_when_it_is_made() {
    for (rules, paths, code, entry, words) in [
        (&[][..], &[][..], "emptySelection", None, "empty"),
        (&["nope"], &[], "unknownRule", Some(("rules", 0)), "\"rehabplan rules\""),
        (&["P3.1.4", "P3.1.4x"], &[], "unknownRule", Some(("rules", 1)), "did you mean P3.1.4?"),
        (&["pr1"], &[], "unknownRule", Some(("rules", 0)), "did you mean proces/PR1?"),
        (&["P14.1"], &[], "unknownRule", Some(("rules", 0)), "did you mean P14.1.pkt1?"),
        (&["P1.1"], &[], "scopeRule", Some(("rules", 0)), "P1.1"),
        (&["proces/PR1"], &[], "profileNotChosen", Some(("rules", 0)), "the profile proces,"),
        (
            &["P3.1.4"],
            &["/moede", "/forberedendeDel/onsker"],
            "unknownPath",
            Some(("paths", 1)),
            "/forberedendeDel/oensker",
        ),
        (&[], &["forberedendeDel"], "unknownPath", Some(("paths", 0)), "did you mean /forberedendeDel?"),
        (&[], &["/forberedendDel/laege/dato"], "unknownPath", Some(("paths", 0)), "/forberedendeDel/laege/dato"),
        (
            &[],
            &["/indsatsdel/delmaal/begrundelse"],
            "unknownPath",
            Some(("paths", 0)),
            "/indsatsdel/delmaal/*/begrundelse",
        ),
        (&[], &["/indsatsdel/delmaal/-1"], "unknownPath", Some(("paths", 0)), "/indsatsdel/delmaal"),
        (&[], &["/qqqqqqqqq"], "unknownPath", Some(("paths", 0)), "JSON Pointer"),
        (&[], &["/sag/kommunekode"], "noRuleAtPath", Some(("paths", 0)), "place no. 1"),
    ] {
        let error = Selection::new(rules, paths).unwrap_err();
        assert_eq!((error.code(), error.entry()), (code, entry), "{rules:?} {paths:?}");
        assert!(error.message(Lang::En).contains(words), "{rules:?} {paths:?}: {error}");
        assert_ne!(error.message(Lang::Da), error.message(Lang::En));
        assert!(!error.message(Lang::Da).contains(['{', '}']) && !error.message(Lang::En).contains(['{', '}']));
    }
}

/// A finding does not hide behind one that is less grave: the empty list of measures is an error of § 8, though that
/// there are none in words is a mere warning of § 7 (A39).
#[test]
fn a_finding_repeats_none_that_is_less_grave() {
    let mut plan = rehabplan_corpus::base("JAX");
    plan["indstilling"]["indsatser"] = Value::Array(Vec::new());
    plan["indstilling"]["indsatserTekst"] = "ingen".into();
    let checker = Checker::new().phase(Phase::Indstilling);
    let report = checker.check_str(&plan.to_string()).unwrap();
    assert_eq!(report.conclusion.code(), "deficient");
    let finding = report.result("P8.5.2").unwrap();
    assert!(finding.is_blocking() && finding.same_as().is_none());
    assert_eq!((report.errors, report.warnings), (1, 1));
}

/// A check that finds nothing to be right does not call the plan right: the rules asked for are not relevant in the case,
/// or left to a person, or exempt.
#[test]
fn a_check_of_nothing_is_undetermined() {
    let checked = |base: &str, rules: &[&str]| {
        let report = changed(base, "/sag/anvendBekendtgoerelsen", Value::Null, Selection::new(rules, &[]).ok());
        (report.conclusion.code(), report.notes.iter().map(|note| note.code).collect::<Vec<_>>())
    };
    let nothing = ("undetermined", vec!["limited", "nothingMet"]);
    for (base, rule) in [("RF", "P14.1.pkt1"), ("RF", "P2.2.b"), ("JA13D", "P3.1.4"), ("REV", "P14.1.pkt2")] {
        assert_eq!(checked(base, &[rule]), nothing, "{base} {rule}");
    }
    assert_eq!(checked("RF", &["P3.1.4", "P14.1.pkt1"]), ("fulfilled", vec!["limited"]));
}

/// § 1, stk. 2: before the last phase there is nothing to hold against the plan, and the report says so (A54).
#[test]
fn a_case_without_requirements_says_that_there_are_none() {
    let plan = rehabplan_corpus::base("JA13D").to_string();
    for (phase, notes) in [
        (Phase::Forelaeggelse, vec!["noRequirementYet"]),
        (Phase::Indstilling, vec!["noRequirementYet"]),
        (Phase::Indsats, vec![]),
    ] {
        let as_of = Date::new(2020, 6, 1);
        let report = Checker::new().phase(phase).as_of(as_of).check_str(&plan).unwrap();
        assert_eq!((report.conclusion.code(), report.counts.met > 0), ("fulfilled", phase == Phase::Indsats));
        assert_eq!(report.notes.iter().map(|note| note.code).collect::<Vec<_>>(), notes);
    }
}

/// What is known of later law is said of the cases that it concerns, from the day on that it does.
#[test]
fn later_law_is_named_where_it_concerns_the_case() {
    let said = |base: &str, day: &str| -> Vec<_> {
        let mut plan = rehabplan_corpus::base(base);
        plan["afgoerelse"]["dato"] = day.into();
        let report = Checker::new().check_str(&plan.to_string()).unwrap();
        let codes = report.notes.iter().map(|note| note.code);
        codes.filter(|code| rehabplan::LATER.iter().any(|later| later.note.code == *code)).collect()
    };
    assert_eq!(said("RF", "2021-12-31"), [""; 0]);
    assert_eq!(said("RF", "2022-01-01"), ["laterRegulation"]);
    assert_eq!(said("RF", "2024-12-29"), ["laterRegulation"]);
    assert_eq!(said("RF", "2024-12-30"), ["laterRegulation", "teamComposition"]);
    assert_eq!(said("JANY", "2024-12-30"), ["laterRegulation", "teamOptional", "teamComposition"]);
    assert_eq!(said("FPU18", "2024-12-30"), ["laterRegulation"]);
    assert_eq!(said("REV", "2026-01-31"), ["laterRegulation"]);
    assert_eq!(said("REV", "2026-02-01"), ["laterRegulation", "coursesEnding"]);
    assert_eq!(said("REV", "2026-06-30"), ["laterRegulation", "coursesEnding"]);
    assert_eq!(said("REV", "2026-07-01"), ["laterRegulation", "coursesEnded"]);
    assert_eq!(said("FJ", "2026-07-01"), ["laterRegulation", "teamComposition", "teamEnding"]);
    assert_eq!(said("RF", "2026-02-01"), ["laterRegulation", "teamComposition", "coursesEnding", "teamEnding"]);
    assert!(rehabplan::LATER.iter().all(|later| !later.source.is_empty()));
}

/// What is for a person to judge is no finding, so a line says how much there is, in the words of every rendering.
#[test]
fn a_line_says_what_is_for_a_person_to_judge() {
    let judged =
        |rules: &[&str]| changed("RF", "/sag/sagstype", "ressourceforloeb".into(), Selection::new(rules, &[]).ok());
    let (none, one, two) = (judged(&["P3.1.4"]), judged(&["P2.2.b"]), judged(&["P2.2.b", "P3.1.pkt2", "P3.1.4"]));
    assert_eq!((none.counts.review, one.counts.review, two.counts.review), (0, 1, 2));
    assert_eq!(none.review_line(Lang::Da, Some("--all")), None);
    assert_eq!(one.review_line(Lang::Da, None).unwrap(), "1 punkt skal et menneske tage stilling til");
    assert_eq!(
        one.review_line(Lang::En, Some("--all")).unwrap(),
        "1 point is for a person to judge; see it with --all"
    );
    assert_eq!(
        two.review_line(Lang::Da, Some("--all")).unwrap(),
        "2 punkter skal et menneske tage stilling til; se dem med --all"
    );
    assert_eq!(two.review_line(Lang::En, None).unwrap(), "2 points are for a person to judge");
}

/// A type of case that stands twice and says nothing is missing all the same, and the report says so (A33).
#[test]
fn a_repeated_key_does_not_hide_that_the_case_is_unknown() {
    let report = Checker::new().check_str(r#"{"sag": {"sagstype": null, "sagstype": ""}}"#).unwrap();
    assert_eq!((report.conclusion.code(), report.complete), ("undetermined", false));
    let codes: Vec<_> = report.input.iter().map(|finding| finding.code.code()).collect();
    assert!(codes.contains(&"duplicateKey") && codes.contains(&"scopeUnknown"), "{codes:?}");
}
