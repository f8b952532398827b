//! `check` with profiles and suppressions, `profiles` and `compare`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod run;

use run::{folder, rehabplan, rehabplan_with_input};
use serde_json::{Value, json};

/// A plan from the corpus with changes.
fn plan(base: &str, change: impl FnOnce(&mut Value)) -> String {
    let mut plan = rehabplan_corpus::base(base);
    change(&mut plan);
    plan.to_string()
}

fn late() -> String {
    plan("JAX", |plan| plan["sag"]["overgangsdato"] = "2020-01-05".into())
}

fn no_certificate() -> String {
    plan("FJ", |plan| {
        plan["forberedendeDel"]["laege"] = Value::Null;
        plan["forsoeg"] = json!({"helbredsoplysningerRaekker": "Speciallægens akter er nye."});
    })
}

const DAY: [&str; 2] = ["--as-of", "2020-06-01"];

fn check(arguments: &[&str]) -> run::Run {
    rehabplan(&[&["check"], arguments, &DAY].concat())
}

#[test]
fn a_finding_of_a_profile_is_shown_and_stands_in_nobodys_way() {
    let folder = folder("profile-finding");
    let file = folder.file("plan.json", &late());
    let run = check(&[&file, "--profile", "proces", "--phase", "forelaeggelse"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert!(run.stdout.contains("profil[proces/PR1]"), "{}", run.stdout);
    assert!(run.stdout.contains("krav efter anden lov"), "{}", run.stdout);
    assert!(run.stdout.contains("uden profiler: Opfyldt"), "{}", run.stdout);
    let plain = check(&[&file, "--phase", "forelaeggelse"]);
    assert!(!plain.stdout.contains("profil[") && !plain.stdout.contains("Profiler"), "{}", plain.stdout);
}

#[test]
fn an_exemption_names_its_profile_and_theme() {
    let folder = folder("profile-exemption");
    let file = folder.file("plan.json", &no_certificate());
    assert_eq!(check(&[&file]).status, 1);
    let trial = "forsoeg/nordjylland-2017:2";
    let run = check(&[&file, "--profile", trial, "--format", "json", "--all"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let report = &report["plans"][0]["report"];
    assert_eq!((&report["conclusion"], &report["baseConclusion"]), (&json!("fulfilled"), &json!("deficient")));
    let results = report["results"].as_array().unwrap();
    let exempt = results.iter().find(|result| result["rule"] == "P4.1.pkt1").unwrap();
    assert_eq!(exempt["changedBy"][0]["profile"], "forsoeg/nordjylland-2017");
    assert_eq!(exempt["changedBy"][0]["theme"], "2");
    let text = check(&[&file, "--profile", trial, "--all"]).stdout;
    assert!(text.contains("tema 2; overført fra bek. nr. 996"), "{text}");
    let csv = check(&[&file, "--profile", trial, "--all", "--format", "csv"]).stdout;
    assert!(
        csv.lines().next().unwrap().ends_with(",key,review,id,at,origin,profile,baseOutcome,baseSeverity,suppressed"),
        "{csv}"
    );
    assert!(csv.lines().any(|line| line.contains("P4.1.pkt1") && line.ends_with(",notMet,error,")), "{csv}");
    assert!(
        check(&[&file, "--format", "csv"])
            .stdout
            .lines()
            .next()
            .unwrap()
            .ends_with(",exemption,key,review,id,at,origin")
    );
}

#[test]
fn suppressions_are_told_and_so_are_those_that_match_nothing() {
    let folder = folder("profile-suppression");
    let file = folder.file("plan.json", &no_certificate());
    let key = "P4.1.pkt1!/forberedendeDel/laege";
    let list = json!([
        {"key": key, "reason": "Attesten er bestilt", "author": "A. Jensen", "date": "2020-03-01"},
        {"key": "P3.1.4!/forberedendeDel/oensker", "reason": "Hørt", "author": "A. Jensen", "date": "2020-03-01"}
    ]);
    let list = folder.file("known/list.json", &list.to_string());
    let run = check(&[&file, "--suppress", &list]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert!(
        run.stdout.contains("set bort fra efter beslutning af A. Jensen 1. marts 2020: Attesten er bestilt"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("Intet fund at se bort fra: P3.1.4!/forberedendeDel/oensker"), "{}", run.stdout);
    assert!(!run.stdout.contains(&format!("uden fund: {key}")), "{}", run.stdout);
    let without = "[\n  {\"key\": \"P4.1.pkt1\", \"reason\": \"x\", \"author\": \"x\", \"date\": \"2020-03-01\"}\n]";
    let without = folder.file("known/without.json", without);
    let refused = check(&[&file, "--suppress", &without]);
    assert_eq!((refused.status, refused.stdout.as_str()), (2, ""));
    let words =
        format!("{without}: fund, der ses bort fra, /0/key (linje 2, kolonne 11): nøglen er ikke nøglen til et fund");
    assert!(refused.stderr.contains(&words), "{}", refused.stderr);
    let refused = check(&[&file, "--suppress", &without, "--lang", "en"]);
    assert!(refused.stderr.contains("suppressions /0/key (line 2, column 11): the key"), "{}", refused.stderr);
}

/// A list that cannot be read ends the command before any plan is checked, and says what the file is and what to do.
#[test]
fn a_list_of_suppressions_that_cannot_be_read_says_what_it_is() {
    let folder = folder("profile-suppression-unread");
    let file = folder.file("plan.json", &no_certificate());
    let list =
        r#"[{"key": "P3.1.4!/forberedendeDel/oensker", "reason": "Hørt", "author": "Søs", "date": "2020-03-01"}]"#;
    let named = |name: &str, bytes: &[u8]| {
        let path = folder.file(name, "");
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let latin1: Vec<u8> = list.chars().map(|letter| u32::from(letter) as u8).collect();
    let utf16: Vec<u8> =
        "\u{feff}".chars().chain(list.chars()).flat_map(|letter| (letter as u16).to_le_bytes()).collect();
    for (path, danish, english) in [
        (format!("{}/nix.json", folder.root()), "findes ikke", "not found"),
        (folder.root().to_owned(), "er en mappe; nævn en fil i den", "is a folder; name a file in it"),
        (named("empty.json", b" \n"), "listen er tom: skriv []", "the list is empty: write []"),
        (named("latin1.json", &latin1), "Windows-1252 (\"ANSI\"); gem den som UTF-8", "save it as UTF-8"),
        (
            named("utf16.json", &utf16),
            "UTF-16 (\"Unicode\"); gem den som UTF-8",
            "UTF-16 (\"Unicode\"); save it as UTF-8",
        ),
        (
            named("broken.json", b"[\xff]"),
            "ikke UTF-8: byten på linje 1, kolonne 2",
            "not UTF-8: the byte at line 1, column 2",
        ),
        (named("text.json", b"hej"), "(linje 1, kolonne 1): ikke JSON", "(line 1, column 1): not JSON"),
        (named("object.json", b"{}"), "skal være en liste af poster", "must be a list of entries"),
        (named("entry.json", b"[5]"), "/0 (linje 1, kolonne 2): en post er et objekt", "an entry is an object"),
    ] {
        for (lang, words) in [("da", danish), ("en", english)] {
            let refused = check(&[&file, "--suppress", &path, "--lang", lang]);
            assert_eq!((refused.status, refused.stdout.as_str()), (2, ""), "{path}");
            assert!(refused.stderr.starts_with(&format!("rehabplan: {path}: ")), "{}", refused.stderr);
            assert!(refused.stderr.contains(words), "{}", refused.stderr);
            assert_eq!(refused.stderr.lines().count(), 1, "{}", refused.stderr);
        }
    }
}

/// A reason speaks of one citizen's case: in an export it must not turn the others.
#[test]
fn a_suppression_turns_no_other_case() {
    let folder = folder("profile-suppression-cases");
    let plan = no_certificate();
    let (one, other) = (folder.file("plans/one.json", &plan), folder.file("plans/other.json", &plan));
    let lines = folder.file("lines/plans.ndjson", &format!("{plan}\n\n{plan}\n"));
    let known = |case: Option<&str>| {
        let mut entry = json!({"key": "P4.1.pkt1!/forberedendeDel/laege", "reason": "Attesten er bestilt", "author": "A. Jensen", "date": "2020-03-01"});
        if let Some(case) = case {
            entry["case"] = case.into();
        }
        json!([entry]).to_string()
    };
    // Without a case, whatever there is more than one of is refused before anything is checked.
    let nobodys = folder.file("known/nobodys.json", &known(None));
    for paths in [vec![&one, &other], vec![&folder.path("plans")], vec![&lines]] {
        let paths = paths.iter().map(|path| path.as_str()).chain(["--suppress", &nobodys]).collect::<Vec<_>>();
        let run = check(&paths);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{paths:?}");
        let words = format!("{nobodys}: fund, der ses bort fra, /0 (linje 1, kolonne 2): posten nævner ingen sag");
        assert!(run.stderr.contains(&words), "{}", run.stderr);
    }
    assert_eq!(check(&[&one, "--suppress", &nobodys]).status, 0);
    // The same file given twice is one plan.
    assert_eq!(check(&[&one, &one, "--suppress", &nobodys]).status, 0);

    let statuses = |paths: &[&str], case: &str| {
        let list = folder.file("known/list.json", &known(Some(case)));
        let run = check(&[paths, &["--suppress", &list, "--format", "ndjson"]].concat());
        let reports = run.stdout.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        let of = |report: &Value, key: &str| report["report"].get(key).or(report.get(key)).cloned().unwrap_or_default();
        reports
            .map(|report| {
                assert_eq!(of(&report, "conclusion"), "deficient");
                assert_eq!(of(&report, "unusedSuppressions"), json!([]));
                of(&report, "errors").as_u64().unwrap()
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(statuses(&[&one, &other], &one), [0, 1]);
    assert_eq!(statuses(&[&folder.path("plans")], &other), [1, 0]);
    assert_eq!(statuses(&[&lines], &format!("{lines}:3")), [1, 0]);
    assert_eq!(statuses(&[&one, &other], "4711"), [1, 1]);
    let list = folder.file("known/list.json", &known(Some("4711")));
    let text = check(&[&one, &other, "--suppress", &list]).stdout;
    assert!(text.contains("4711: P4.1.pkt1!/forberedendeDel/laege"), "{text}");
}

#[test]
fn what_cannot_be_chosen_is_refused_by_name() {
    let folder = folder("profile-refused");
    let file = folder.file("plan.json", &late());
    for (arguments, words) in [
        (["--profile", "proce"], "mente du »proces«?"),
        (["--profile", "forsoeg/nordjylland-2017"], "temaerne for sig; den har: 1A, 1B"),
        (
            ["--profile", "proces:x"],
            "har ingen temaer, heller ikke »x«; det, der kan sættes, er tal: maksAlderDage=50, maksSider=50\n",
        ),
        (
            ["--profile", "proces:maksSider"],
            "»maksSider« i profilen »proces« er et tal: skriv det med, som i »proces:maksSider=50«\n",
        ),
        (
            ["--profile", "proces:maxSider=5"],
            "»maxSider«; det, der kan sættes, er tal: maksAlderDage=50, maksSider=50\n",
        ),
        (["--profile", "forsoeg/nordjylland-2017:7"], "intet tema »7«"),
        (["--profile", "proces:maksSider=mange"], "tal på mindst 0"),
        (["--profile-file", "/findes/ikke.json"], "ikke.json: findes ikke"),
    ] {
        let run = check(&[&[file.as_str()], arguments.as_slice()].concat());
        assert_eq!(run.status, 2, "{arguments:?}");
        assert!(run.stderr.contains(words), "{}", run.stderr);
        assert!(run.stdout.is_empty());
    }
    let own = json!({"id": "mit", "title": "Mit", "source": "Byrådet", "force": "local", "effects": [{"severity": {"rule": "P9999", "to": "error"}}]});
    let own = folder.file("own/profile.json", &own.to_string());
    let run = check(&[&file, "--profile-file", &own]);
    assert!(run.stderr.contains("mit /effects/0/severity/rule"), "{}", run.stderr);
}

#[test]
fn profiles_are_listed_and_explained() {
    let list = rehabplan(&["profiles"]);
    assert_eq!((list.status, list.stdout.lines().count()), (0, 16));
    assert!(list.stdout.contains("forslag, ikke gældende ret"));
    let json: Value = serde_json::from_str(&rehabplan(&["profiles", "--format", "json"]).stdout).unwrap();
    assert_eq!(json.as_array().unwrap().len(), 16);
    assert_eq!(json[1]["rules"].as_array().unwrap().len(), 12);
    let one = rehabplan(&["profiles", "forsoeg/nordjylland-2017", "--lang", "en"]).stdout;
    assert!(one.contains(":1C  Senior førtidspension without the team"), "{one}");
    assert!(one.contains("up to and including 31 December 2019"), "{one}");
    assert_eq!(rehabplan(&["profiles", "vejleding"]).status, 2);
    let schema: Value = serde_json::from_str(&rehabplan(&["schema", "profile"]).stdout).unwrap();
    assert_eq!(schema["$id"], "urn:rehabplan:profile:1");
    let validator = jsonschema::validator_for(&schema).unwrap();
    let folder = format!("{}/../rehabplan/profiles", env!("CARGO_MANIFEST_DIR"));
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let profile: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        assert!(validator.is_valid(&profile), "{}", path.display());
    }
    assert!(!validator.is_valid(&json!({"id": "mit"})));
}

#[test]
fn a_comparison_tells_what_changes() {
    let folder = folder("profile-compare");
    folder.file("plans/a.json", &no_certificate());
    folder.file("plans/b.json", &late());
    folder.file(
        "plans/c.json",
        &plan("RF", |plan| {
            plan["forberedendeDel"]["underskriftsdato"] = "2020-01-04".into();
        }),
    );
    let plans = folder.path("plans");
    let arguments =
        ["compare", &plans, "--profile", "forslag/2018-laege-valgfri", "--profile", "proces", "--as-of", "2020-06-01"];
    let json = rehabplan(&[arguments.as_slice(), &["--format", "json"]].concat());
    assert_eq!(json.status, 0, "{}", json.stderr);
    let json: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["plans"], 3);
    let changed = json["changed"].as_array().unwrap();
    assert_eq!(
        (changed.len(), &changed[0]["before"], &changed[0]["after"]),
        (1, &json!("deficient"), &json!("fulfilled"))
    );
    let rule = |id: &str| json["rules"].as_array().unwrap().iter().find(|rule| rule["rule"] == id).unwrap().clone();
    assert_eq!((&rule("P4.1.pkt1")["variant"], &rule("P4.1.pkt1")["fallAway"]), (&json!("FJ"), &json!(1)));
    assert_eq!((&rule("proces/PR1")["variant"], &rule("proces/PR1")["appear"]), (&json!("JAX"), &json!(1)));
    let measure =
        json["measures"].as_array().unwrap().iter().find(|one| one["code"] == "daysToMeeting").unwrap().clone();
    assert_eq!((&measure["value"], &measure["plans"], &measure["national"]), (&json!(30.0), &json!(1), &json!(81)));
    let text = rehabplan(&arguments).stdout;
    assert!(
        text.contains("Fra underskrift til møde: 30 dage (planer: 1); hele landet efter kilden: 81 dage"),
        "{text}"
    );
    assert!(text.contains("ikke er gældende ret"), "{text}");
    let csv = rehabplan(&[arguments.as_slice(), &["--format", "csv"]].concat()).stdout;
    assert!(csv.contains("rule,P4.1.pkt1,FJ,1,0,1,0,,"), "{csv}");
    assert_eq!(rehabplan(&["compare", &plans]).status, 2);
}

#[test]
fn a_rule_that_a_profile_adds_can_be_explained() {
    let of_the_law: Value =
        serde_json::from_str(&rehabplan(&["explain", "P3.1.4", "--format", "json"]).stdout).unwrap();
    let members = |entry: &Value| entry.as_object().unwrap().keys().cloned().collect::<Vec<_>>();
    for rule in rehabplan::profile::rules() {
        let run = rehabplan(&["explain", &rule.id.to_uppercase(), "--lang", "en"]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", rule.id);
        let texts = &rule.texts;
        for text in [&rule.citation, &texts.demand].into_iter().chain(texts.judgement.as_deref()) {
            assert!(run.stdout.contains(text.en), "{}: {}", rule.id, text.en);
        }
        // What only measures must not look as if it could be found wanting.
        assert_eq!(run.stdout.contains(texts.finding.en), rule.severity.is_some(), "{}", rule.id);
        let profile = rule.id.rsplit_once(['/', '.']).unwrap().0;
        assert!(run.stdout.contains(&format!("--profile {profile}")), "{}", run.stdout);
        assert!(rule.paths.iter().all(|path| run.stdout.contains(path)), "{}", rule.id);
        assert!(!run.stdout.contains('{'), "{}", run.stdout);
    }
    let pages = rehabplan(&["explain", "proces/PR10"]).stdout;
    assert!(pages.contains("--profile proces:maksSider=N (krav efter anden lov)"), "{pages}");
    let measure: Value =
        serde_json::from_str(&rehabplan(&["explain", "proces/pr11", "--format", "json"]).stdout).unwrap();
    assert_eq!(members(&measure), members(&of_the_law));
    assert_eq!(
        (&measure["kind"], &measure["finding"], &measure["provision"]),
        (&json!("measure"), &Value::Null, &Value::Null)
    );
    let run = rehabplan(&["explain", "pr12", "--lang", "en"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("did you mean proces/PR12"), "{}", run.stderr);
}

#[test]
fn rules_lists_what_the_chosen_profiles_add() {
    let list = |arguments: &[&str]| -> Vec<Value> {
        serde_json::from_str(&rehabplan(&[&["rules", "--format", "json"], arguments].concat()).stdout).unwrap()
    };
    let (plain, with) = (list(&[]), list(&["--profile", "proces", "--profile", "forsoeg/nordjylland-2017:2"]));
    assert_eq!(plain.len(), rehabplan::law::rules().count() + rehabplan::law::SCOPE.len());
    assert_eq!((&with[..plain.len()], with.len()), (&plain[..], plain.len() + 12));
    let explained = rehabplan(&["explain", "proces/PR1", "--format", "json"]).stdout;
    assert_eq!(with[plain.len()], serde_json::from_str::<Value>(&explained).unwrap());
    let listed: Value = serde_json::from_str(&rehabplan(&["profiles", "proces", "--format", "json"]).stdout).unwrap();
    assert_eq!(listed["rules"].as_array().unwrap()[..], with[plain.len()..]);
    let text = rehabplan(&["rules", "--profile", "vejledning"]).stdout;
    assert!(text.contains("\nProfiler\n  vejledning/V1 "), "{text}");
    assert_eq!(rehabplan(&["rules", "--profile", "vejleding"]).status, 2);
}

#[test]
fn a_check_can_be_limited_to_a_rule_that_a_profile_adds() {
    let folder = folder("profile-rule");
    let file = folder.file("plan.json", &late());
    let run = check(&[&file, "--profile", "proces", "--only-rule", "PROCES/pr1", "--format", "json", "--all"]);
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let report = &report["plans"][0]["report"];
    assert_eq!(
        (report["results"].as_array().unwrap().len(), report["profileResults"].as_array().unwrap().len()),
        (0, 1)
    );
    assert_eq!(report["profileResults"][0]["outcome"], "notMet");
    assert_eq!(run.status, 1);
    // It is tried, and where it is met nothing stands in the way.
    let run = check(&[&file, "--profile", "vejledning", "--only-rule", "vejledning/V2"]);
    assert_eq!(run.status, 0, "{}", run.stdout);
    assert!(run.stdout.contains("[kun krav fra profiler er prøvet]"), "{}", run.stdout);
    assert!(run.stdout.contains("\n  Profilernes krav: opfyldt 1\n"), "{}", run.stdout);
    let all = check(&[&file, "--profile", "vejledning", "--only-rule", "vejledning/V2", "--all", "--lang", "en"]);
    assert!(all.stdout.contains("\nRules of the profiles, met (1)\n  vejledning/V2  "), "{}", all.stdout);
    // Without a number of pages nothing is tried, and a measure is no answer.
    for rule in ["proces/PR10", "proces/PR11"] {
        let run = check(&[&file, "--profile", "proces", "--only-rule", rule]);
        assert_eq!(run.status, 1, "{}", run.stdout);
        assert!(run.stdout.contains("[intet er fundet opfyldt]"), "{}", run.stdout);
        let page = check(&[&file, "--profile", "proces", "--only-rule", rule, "--format", "html"]);
        assert!(page.stdout.contains("<p>Intet krav er kontrolleret.</p>"), "{}", page.stdout);
    }
    // The page says what the text says.
    let both =
        ["--profile", "proces", "--profile", "vejledning", "--only-rule", "proces/PR1", "--only-rule", "vejledning/V2"];
    let both = |format| check(&[&[file.as_str()], &both[..], &["--format", format]].concat()).stdout;
    let answers = "Profilernes krav: opfyldt 1, ikke opfyldt 1";
    assert!(both("text").contains(answers), "{}", both("text"));
    assert!(both("html").contains(&format!("<p>{answers}.</p>")), "{}", both("html"));
    assert!(!both("html").contains("Ingen mangler"), "{}", both("html"));
    let run = check(&[&file, "--only-rule", "proces/PR1"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    assert!(run.stderr.contains("profilen proces,"), "{}", run.stderr);
    // A place that only the profile's rule looks at.
    assert_eq!(check(&[&file, "--only-path", "/sag/sideantal"]).status, 2);
    assert_ne!(check(&[&file, "--only-path", "/sag/sideantal", "--profile", "proces:maksSider=50"]).status, 2);
}

/// The same inputs as `check`, and the same bytes however many threads there are.
#[test]
fn a_comparison_reads_what_a_check_reads_on_any_number_of_threads() {
    let folder = folder("profile-compare-many");
    let (exempt, late) = (no_certificate(), late());
    let lines: String = (0..200)
        .map(|number| match number {
            70 | 150 => "{\n".to_owned(),
            _ if number % 3 == 0 => format!("{exempt}\n"),
            _ => format!("{late}\n\n"),
        })
        .collect();
    let file = folder.file("plans/many.ndjson", &lines);
    folder.file("plans/one.json", &exempt);
    let chosen = ["--profile", "forslag/2018-laege-valgfri", "--profile", "proces", "--as-of", "2020-06-01"];
    let compare = |arguments: &[&str]| rehabplan(&[&["compare"], arguments, &chosen].concat());
    let json = |run: &run::Run| serde_json::from_str::<Value>(&run.stdout).unwrap();

    let plans = folder.path("plans");
    let one = compare(&[&plans, "--threads", "1", "--format", "json"]);
    let three = compare(&[&plans, "--threads", "3", "--format", "json"]);
    assert_eq!((&one.stdout, &one.stderr, one.status), (&three.stdout, &three.stderr, 2));
    let told = json(&one);
    // 67 lines and the file have no assessment; 2 lines cannot be read.
    assert_eq!((&told["plans"], &told["unreadable"]), (&json!(199), &json!(2)));
    let changed: Vec<&str> =
        told["changed"].as_array().unwrap().iter().map(|one| one["plan"].as_str().unwrap()).collect();
    assert_eq!(changed.len(), 67 + 1 - usize::from(150 % 3 == 0));
    assert_eq!(changed.last(), Some(&folder.path("plans/one.json").as_str()));
    let line = |name: &str| name.rsplit_once(':').and_then(|(_, line)| line.parse::<usize>().ok());
    assert!(changed.iter().filter_map(|name| line(name)).is_sorted(), "{changed:?}");
    assert_eq!(one.stderr.lines().count(), 2, "{}", one.stderr);

    let named = json(&compare(&[&file, "--format", "json"]));
    let arguments = [&["compare", "-", "--ndjson", "--format", "json"], chosen.as_slice()].concat();
    let piped = json(&rehabplan_with_input(&arguments, &lines));
    assert_eq!((&named["rules"], &named["measures"]), (&piped["rules"], &piped["measures"]));
    assert_eq!((&piped["plans"], &piped["unreadable"]), (&json!(198), &json!(2)));
    let text = compare(&[&file]).stdout;
    assert!(text.contains("Ulæselige: 2"), "{text}");
    // What a user has decided about a finding is no matter of what-if.
    assert_eq!(rehabplan(&["compare", &file, "--profile", "proces", "--suppress", &file]).status, 2);
}

/// Two profiles are chosen together, as for `check`: without either of them and with both.
#[test]
fn profiles_are_compared_together() {
    let folder = folder("profile-compare-together");
    let file = folder.file("plan.json", &no_certificate());
    let compare = |arguments: &[&str]| -> Value {
        let all = [&["compare", &file, "--as-of", "2020-06-01", "--format", "json"], arguments].concat();
        serde_json::from_str(&rehabplan(&all).stdout).unwrap()
    };
    let (one, other) = (["--profile", "forslag/2018-laege-valgfri"], ["--profile", "vejledning"]);
    let together = compare(&[one, other].concat());
    assert_eq!(together, compare(&[other, one].concat()));
    assert_eq!(together["changed"], compare(&one)["changed"]);
    assert_eq!(compare(&other)["changed"], json!([]));
}

/// How plans are checked is said as for `check`.
#[test]
fn a_comparison_heeds_what_the_source_has_room_for() {
    let folder = folder("profile-compare-horizon");
    let file = folder.file("plan.json", &no_certificate());
    let fields = folder.file("fields", "/sag");
    let chosen = ["compare", &file, "--profile", "forslag/2018-laege-valgfri", "--no-language", "--format", "json"];
    let run = rehabplan(&[chosen.as_slice(), &["--horizon", &fields]].concat());
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    // With room for the facts of the case alone nothing can be found missing.
    assert_eq!(told["conclusions"], json!([{"conclusion": "undetermined", "before": 1, "after": 1}]));
    assert_eq!(rehabplan(&[chosen.as_slice(), &["--horizon", "/no/such/file"]].concat()).status, 2);
}
