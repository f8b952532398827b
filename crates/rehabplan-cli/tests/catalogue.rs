//! `rehabplan rules`, `explain`, `matrix`, `coverage` and `schema`, from the outside.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic, clippy::expect_used)]

mod run;

use std::path::Path;

use rehabplan::law::{self, SCOPE, UNITS};
use rehabplan::{Lang, Severity, Variant};
use run::rehabplan;
use serde_json::Value;

fn json(arguments: &[&str]) -> Value {
    let run = rehabplan(&[arguments, &["--format", "json"]].concat());
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    serde_json::from_str(&run.stdout).unwrap()
}

#[test]
fn every_rule_is_listed_in_the_order_of_the_law() {
    let rules = json(&["rules"]);
    let rules = rules.as_array().unwrap();
    let ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    let expected: Vec<&str> = law::rules().map(|rule| rule.id).chain(SCOPE.iter().map(|scope| scope.id)).collect();
    assert_eq!(ids, expected);
    let (scope, requirements): (Vec<&Value>, Vec<&Value>) = rules.iter().partition(|rule| rule["kind"] == "scope");
    assert_eq!(scope.len(), 13);
    for rule in rules {
        for key in ["unit", "citation"] {
            assert!(rule[key].is_string(), "{rule}");
        }
        for lang in Lang::ALL.iter().copied().map(Lang::tag) {
            assert!(rule["summary"][lang].is_string() && rule["page"][lang].is_string(), "{rule}");
        }
        assert!(rule["provision"]["paragraf"].is_number() && rule["paths"].is_array(), "{rule}");
    }
    for rule in requirements {
        let phases: Vec<&str> =
            rule["phases"].as_array().unwrap().iter().map(|phase| phase.as_str().unwrap()).collect();
        assert!(["forelaeggelse", "indstilling", "indsats"].ends_with(&phases) && !phases.is_empty(), "{rule}");
        assert_eq!(rule["matrix"].as_object().unwrap().len(), 15, "{rule}");
        let can_be_found_wanting = ["requirement", "advice"].contains(&rule["kind"].as_str().unwrap());
        assert!(rule["severity"].is_string() || !can_be_found_wanting, "{rule}");
    }
    for rule in scope {
        assert!(rule["severity"].is_null() && rule["matrix"].is_null(), "{rule}");
    }
}

#[test]
fn the_list_for_people_names_every_rule_too() {
    for &lang in Lang::ALL {
        let run = rehabplan(&["rules", "--lang", lang.tag()]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        for rule in law::rules() {
            assert!(run.stdout.contains(&format!("  {} ", rule.id)), "{}", rule.id);
            assert!(run.stdout.contains(rule.texts.demand.get(lang)), "{}", rule.id);
        }
        for scope in SCOPE {
            assert!(run.stdout.contains(scope.effect.get(lang)), "{}", scope.id);
        }
    }
}

#[test]
fn the_matrix_has_one_shape_in_every_format() {
    let text = rehabplan(&["matrix", "--format", "json"]).stdout;
    let matrix: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(matrix.as_object().unwrap().len(), 2);
    assert_eq!(
        matrix["variants"],
        serde_json::json!(Variant::ALL.iter().copied().map(Variant::code).collect::<Vec<_>>())
    );
    let rows = matrix["rules"].as_object().unwrap();
    assert_eq!(rows.len(), law::rules().count());
    // In the order of the law, and of the variants.
    let places: Vec<usize> = law::rules().map(|rule| text.find(&format!("\"{}\": {{", rule.id)).unwrap()).collect();
    assert!(places.is_sorted());
    let first = &text[places[0]..];
    assert!(Variant::ALL.iter().map(|variant| first.find(&format!("\"{}\":", variant.code())).unwrap()).is_sorted());

    let csv = rehabplan(&["matrix", "--format", "csv"]).stdout;
    let markdown = rehabplan(&["matrix", "--format", "markdown"]).stdout;
    let plain = rehabplan(&["matrix"]).stdout;
    assert!(csv.starts_with("rule,JA22,JAX,JA13D,JANY,RF,FJ,FP,FP12,FP13,FPU18,FPU17,REV,SELV,SDP3,AND\n"));
    assert!(markdown.starts_with("| Regel | JA22 | JAX |"));
    for rule in law::rules() {
        let cells: Vec<_> = Variant::ALL.iter().map(|variant| rule.cells.get(*variant).to_string()).collect();
        for (variant, cell) in Variant::ALL.iter().zip(&cells) {
            assert_eq!(matrix["rules"][rule.id][variant.code()], cell.as_str());
        }
        let quote = |cell: &String| if cell.contains(',') { format!("\"{cell}\"") } else { cell.clone() };
        let quoted: Vec<_> = cells.iter().map(quote).collect();
        assert!(csv.contains(&format!("\n{},{}\n", rule.id, quoted.join(","))), "{}", rule.id);
        assert!(markdown.contains(&format!("\n| `{}` | {} |\n", rule.id, cells.join(" | "))), "{}", rule.id);
        let row = plain.lines().find(|line| line.split_whitespace().next() == Some(rule.id)).unwrap();
        assert_eq!(row.split_whitespace().skip(1).collect::<String>(), cells.concat().replace(' ', ""), "{}", rule.id);
    }
}

#[test]
fn every_unit_is_accounted_for() {
    let rows = json(&["coverage"]);
    let rows = rows.as_array().unwrap();
    assert_eq!(rows.len(), 121);
    for (row, unit) in rows.iter().zip(UNITS) {
        assert_eq!(
            (row["unit"].as_str(), row["citation"].as_str()),
            (Some(unit.id), Some(&*unit.provision.to_string()))
        );
        assert_eq!(row["reason"].is_null(), matches!(row["status"].as_str(), Some("rule" | "scope")), "{row}");
        assert!(row["rules"].is_array());
    }
    assert_eq!(rehabplan(&["coverage", "--format", "csv"]).stdout.lines().count(), 122);
    assert_eq!(rehabplan(&["coverage", "--lang", "en"]).stdout.lines().count(), 121);
}

#[test]
fn every_rule_can_be_explained() {
    for (index, rule) in law::rules().enumerate() {
        let lang = Lang::ALL[index % Lang::ALL.len()];
        let run = rehabplan(&["explain", &rule.id.to_lowercase(), "--lang", lang.tag()]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", rule.id);
        let texts = &rule.texts;
        for text in [texts.demand, texts.remedy].into_iter().chain(texts.judgement) {
            assert!(run.stdout.contains(text.get(lang)), "{}: {}", rule.id, text.get(lang));
        }
        assert_eq!(run.stdout.contains(texts.finding.get(lang)), rule.severity().is_some(), "{}", rule.id);
        assert!(run.stdout.contains(&rule.provision.to_string()), "{}", rule.id);
        assert!(rule.paths().iter().all(|path| run.stdout.contains(path)), "{}", rule.id);
        assert!(Variant::ALL.iter().all(|variant| run.stdout.contains(&format!("\n  {:5}  ", variant.code()))));
        assert!(!run.stdout.contains('{'), "{}", run.stdout);
    }
    for scope in SCOPE {
        let run = rehabplan(&["explain", scope.id]);
        assert!(run.status == 0 && run.stdout.contains(scope.effect.da), "{}", scope.id);
    }
    let rules = json(&["rules"]);
    for rule in rules.as_array().unwrap().iter().step_by(40) {
        assert_eq!(&json(&["explain", rule["id"].as_str().unwrap()]), rule);
    }
}

#[test]
fn an_unknown_rule_is_answered_with_what_is_near() {
    let run = rehabplan(&["explain", "P1.4.pkt", "--lang", "en"]);
    assert_eq!((run.status, run.stdout.as_str()), (2, ""));
    let told = "rehabplan: there is no requirement \"P1.4.pkt\"; did you mean P1.4.pkt1 or P1.4.pkt2";
    assert!(run.stderr.starts_with(told), "{}", run.stderr);
    for nothing in ["", " "] {
        let run = rehabplan(&["explain", nothing]);
        let told =
            "rehabplan: skriv et krav eller en bestemmelse, som P7.2.2 eller »§ 7«; rehabplan rules viser dem alle\n";
        assert_eq!((run.status, run.stderr.as_str()), (2, told));
    }
}

#[test]
fn a_paragraph_is_explained_by_its_rules() {
    let seven = rehabplan(&["explain", "§ 7"]);
    assert_eq!((seven.status, seven.stderr.as_str()), (0, ""));
    for rule in law::rules() {
        let row = format!("  {} ", rule.id);
        assert_eq!(seven.stdout.contains(&row), rule.provision.paragraf == 7, "{}", rule.id);
        assert!(rule.provision.paragraf != 7 || seven.stdout.contains(rule.texts.demand.da), "{}", rule.id);
    }
    for spelling in [&["7"][..], &["§7"], &["§", "7"], &["P7"], &["p7."], &["Paragraf", "7"]] {
        assert_eq!(rehabplan(&[&["explain"], spelling].concat()).stdout, seven.stdout, "{spelling:?}");
    }
    let second = rehabplan(&["explain", "§7, stk. 2"]);
    assert_eq!(second.stdout, rehabplan(&["explain", "§", "7,", "stk.", "2"]).stdout);
    assert!(second.stdout.contains("P7.2.") && !second.stdout.contains("P7.1.") && !second.stdout.contains("P7.3."));
    // Several at once: what belongs to either.
    let of = |named: &[&str]| json(&[&["explain"], named].concat()).as_array().unwrap().len();
    let both = of(&["§ 7"]) + of(&["§ 8"]);
    for named in [&["§§ 7-8"][..], &["7-8"], &["§§", "7", "og", "8"], &["§", "7", "and", "§", "8"]] {
        assert_eq!(of(named), both, "{named:?}");
    }
    for named in [&["P3.1.4", "p3.1.7"][..], &["P3.1.4,", "P3.1.7"], &["P3.1.4 P3.1.7"]] {
        let ids = json(&[&["explain"], named].concat());
        assert_eq!((&ids[0]["id"], &ids[1]["id"]), (&"P3.1.4".into(), &"P3.1.7".into()), "{named:?}");
    }
    assert_eq!(rehabplan(&["explain", "P3.1.4", "P3.99"]).status, 2);

    let json = json(&["explain", "7"]);
    let ids: Vec<&str> = json.as_array().unwrap().iter().map(|entry| entry["id"].as_str().unwrap()).collect();
    assert_eq!(ids, law::rules().filter(|rule| rule.provision.paragraf == 7).map(|rule| rule.id).collect::<Vec<_>>());
    for (lang, place, told) in [
        ("da", "§ 3, stk. 9", "§ 3, stk. 9 findes ikke; § 3 har stk. 1-4"),
        ("en", "§ 3, stk. 1, nr. 9", "there is no § 3, stk. 1, nr. 9; § 3, stk. 1 has nr. 1-7"),
        ("da", "§ 16, stk. 2", "§ 16, stk. 2 findes ikke; § 16 er ikke delt sådan"),
        (
            "en",
            "§ 6, 2. pkt.",
            "no requirement belongs to § 6, 2. pkt. by itself; \"rehabplan coverage\" shows how each sentence is covered",
        ),
    ] {
        let none = rehabplan(&["--lang", lang, "explain", place]);
        assert_eq!((none.status, none.stderr.as_str()), (2, format!("rehabplan: {told}\n").as_str()));
    }
    // As findings cite it, and with blanks around it.
    for (named, id) in [
        ("§ 5, stk. 2 (2. led)", "P5.2.b"),
        ("§ 6, 1. pkt. (2. led)", "P6.1.pkt1.b"),
        ("§ 12, stk. 1, 1. pkt. (lempelse)", "P12.1.pkt1.b"),
        (" P3.1.4 ", "P3.1.4"),
    ] {
        let run = rehabplan(&["explain", named]);
        assert!(run.status == 0 && run.stdout.contains(id), "{named}: {}{}", run.stdout, run.stderr);
    }
    let none = rehabplan(&["explain", "§ 17"]);
    assert_eq!((none.status, none.stderr.as_str()), (2, "rehabplan: ingen krav hører til § 17; de står i §§ 1-16\n"));
}

#[test]
fn the_matrix_says_what_its_signs_mean() {
    for (lang, conditional, variant) in [
        ("da", "kræves, når betingelsen i kravet selv er opfyldt", "Sygedagpenge, kategori 3"),
        ("en", "required when the condition in the requirement itself is met", "Sygedagpenge, category 3"),
    ] {
        let plain = rehabplan(&["matrix", "--lang", lang]).stdout;
        let markdown = rehabplan(&["matrix", "--lang", lang, "--format", "markdown"]).stdout;
        assert!(plain.contains(&format!("\nK°       {conditional}\n")), "{plain}");
        assert!(plain.contains(&format!("\nSDP3     {variant}\n")), "{plain}");
        assert!(markdown.contains(&format!("\n- `K°`: {conditional}\n")), "{markdown}");
        let signs: Vec<String> = law::rules()
            .flat_map(|rule| Variant::ALL.iter().copied().map(|variant| rule.cells.get(variant).to_string()))
            .collect();
        for sign in signs {
            let sign = if sign.starts_with("U §") { "U §" } else { &sign };
            assert!(markdown.contains(&format!("\n- `{sign}`: ")), "{sign}");
        }
    }
}

#[test]
fn help_is_there_for_every_command() {
    for command in [&["--help"][..], &["check", "--help"], &["rules", "--help"], &["explain", "--help"]] {
        let run = rehabplan(command);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    }
    assert_eq!(rehabplan(&["--version"]).stdout, concat!("rehabplan ", env!("CARGO_PKG_VERSION"), "\n"));
}

#[test]
fn what_codes_are_called_is_what_the_library_calls_them() {
    let run = rehabplan(&["names"]);
    let names: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.status, &names), (0, &serde_json::to_value(rehabplan::names::Names).unwrap()));
    assert_eq!(names["variants"]["FJ"]["title"]["da"], Variant::FJ.title().get(Lang::Da));
}

#[test]
fn the_schema_is_a_schema() {
    let run = rehabplan(&["schema"]);
    assert_eq!(run.status, 0);
    let schema: Value = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!(schema, rehabplan::schema::json_schema(Lang::Da));
    let english: Value = serde_json::from_str(&rehabplan(&["schema", "--lang", "en"]).stdout).unwrap();
    assert_eq!(english, rehabplan::schema::json_schema(Lang::En));
    assert_eq!(english["properties"]["moede"]["title"], "Meeting of the rehabilitation team");
    assert_eq!(schema["properties"]["moede"]["title"], "Møde i rehabiliteringsteamet");
    assert!(jsonschema::meta::is_valid(&schema));
}

#[test]
fn the_schema_accepts_plans_and_refuses_what_is_none() {
    let schema = rehabplan::schema::json_schema(Lang::Da);
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let accepts = |plan: &Value| validator.iter_errors(plan).map(|error| error.to_string()).collect::<Vec<_>>();

    let whole = run::plan_of(&schema, &schema, "Tekst");
    assert_eq!(accepts(&whole), [""; 0]);
    assert_eq!(accepts(&serde_json::json!({})), [""; 0]);
    let mut bare = whole.clone();
    for part in bare.as_object_mut().unwrap().values_mut() {
        if let Some(fields) = part.as_object_mut() {
            fields.values_mut().for_each(|field| *field = Value::Null);
        }
    }
    assert_eq!(accepts(&bare), [""; 0]);
    bare.as_object_mut().unwrap().values_mut().for_each(|part| *part = Value::Null);
    assert_eq!(accepts(&bare), [""; 0]);
    // What the schema allows is what the reader reads.
    let input = rehabplan::Plan::from_json(&whole.to_string()).map(|plan| plan.input).unwrap();
    assert_eq!(input, []);
    for wrong in [r#"[]"#, r#"{"sag": 1}"#, r#"{"sag": {"sagstype": "x"}}"#, r#"{"moede": {"dato": "31-02-2020"}}"#] {
        assert_ne!(accepts(&serde_json::from_str(wrong).unwrap()), [""; 0], "{wrong}");
    }
}

#[test]
fn the_schema_and_the_reader_agree_on_every_whole_plan() {
    let schema = rehabplan::schema::json_schema(Lang::Da);
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    for folder in ["examples/plans", "tests/plans"] {
        let Ok(listing) = std::fs::read_dir(root.join(folder)) else { continue };
        for entry in listing {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let text = std::fs::read_to_string(&path).unwrap();
                let plan: Value = serde_json::from_str(&text).unwrap();
                let errors: Vec<String> =
                    validator.iter_errors(&plan).map(|error| error.instance_path().to_string()).collect();
                // What the reader cannot read, the schema refuses, and nothing else.
                let input = rehabplan::Plan::from_json(&text).map(|plan| plan.input).unwrap();
                let is_readable = input.iter().all(|finding| finding.code.severity() == Severity::Warning);
                assert_eq!(errors.is_empty(), is_readable, "{}: {errors:?} {input:?}", path.display());
            }
        }
    }
}
