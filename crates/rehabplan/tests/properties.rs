//! What holds for every plan, whatever stands in it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rehabplan::plan::Date;
use rehabplan::{Checker, Conclusion, Detail, Lang, Outcome, Phase, Report, Selection, Severity};
use rehabplan_corpus::{bases, whole_plans};
use serde_json::{Map, Value};

/// A text that must never leave the validator.
const CANARY: &str = "KANARIE-0101701234";

/// Runs a property a fixed number of times from a fixed seed.
fn hold<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    TestRunner::new_with_rng(config, rng).run(&strategy, property).unwrap_or_else(|failure| panic!("{failure}"));
}

/// The base plans of the corpus and the whole plans.
fn plans() -> Vec<Value> {
    let whole = whole_plans().unwrap().into_iter().map(|plan| serde_json::from_str(&plan.text).unwrap());
    bases().into_iter().map(|(_, plan)| plan).chain(whole).collect()
}

fn all(phase: Option<Phase>) -> Checker {
    Checker::new().phase(phase).as_of(Date::new(2020, 6, 1)).detail(Detail::All)
}

/// A check, and which answers its reports keep.
fn any_checker() -> impl Strategy<Value = (Checker, Detail)> {
    let phase = prop::option::of(select(Phase::ALL.to_vec()));
    let as_of = prop::option::of(
        (-800_000..3_000_000_i32).prop_map(|day| Date::from(NaiveDate::from_num_days_from_ce_opt(day).unwrap())),
    );
    let detail = select(vec![Detail::Findings, Detail::All]);
    (phase, as_of, detail)
        .prop_map(|(phase, as_of, detail)| (Checker::new().phase(phase).as_of(as_of).detail(detail), detail))
}

/// JSON of any shape, with the names and codes of a plan among its words.
fn any_json() -> impl Strategy<Value = Value> {
    let words = [
        "sag",
        "sagstype",
        "fleksjob",
        "jobafklaringsforloeb",
        "forberedendeDel",
        "laege",
        "dato",
        "2020-02-30",
        "2020-03-01",
        "indstilling",
        "udfald",
        "indsatsdel",
        "perioder",
        "startdato",
        "slutdato",
        "minPlan",
        "ingen",
        "se journal",
        "ikke oplyst",
        "\u{200b}",
        "Det indstilles, at",
        "\u{1F600}",
        CANARY,
    ];
    let word = prop_oneof![select(words.to_vec()).prop_map(str::to_owned), ".{0,12}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        word.clone().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 64, 8, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(word.clone(), inner, 0..8)
                .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The places of all values in a document that are no object, with lists of strings as one place.
fn leaves(value: &Value) -> Vec<String> {
    fn walk(value: &Value, pointer: &str, leaves: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (key, member) in members {
                    let key = key.replace('~', "~0").replace('/', "~1");
                    walk(member, &format!("{pointer}/{key}"), leaves);
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    walk(item, &format!("{pointer}/{index}"), leaves);
                }
            }
            _ => leaves.push(pointer.to_owned()),
        }
    }
    let mut found = Vec::new();
    walk(value, "", &mut found);
    found
}

fn check(text: &str, checker: &Checker) -> Option<Report> {
    checker.check_str(text).ok()
}

/// What must hold for a report, whatever it is of.
fn is_sound(report: &Report, detail: Detail) -> Result<(), TestCaseError> {
    let counted: u32 = {
        let counts = report.counts;
        counts.met + counts.not_met + counts.exempt + counts.not_applicable + counts.review + counts.undetermined
    };
    let is_checked =
        !matches!(report.conclusion, Conclusion::OutOfScope | Conclusion::OutsideValidity) && report.complete;
    let repeats = report.results.iter().filter(|result| result.same_as().is_some()).count();
    if detail == Detail::All && is_checked {
        prop_assert_eq!(report.results.len(), rehabplan::law::rules().count());
        prop_assert_eq!(counted as usize + repeats, rehabplan::law::rules().count());
    }
    prop_assert_eq!(report.errors + report.warnings, report.counts.not_met);
    prop_assert_eq!(report.conclusion == Conclusion::Deficient, report.errors > 0);
    is_honest(report)?;
    for result in &report.results {
        prop_assert_eq!(result.severity().is_some(), result.outcome() == Outcome::NotMet);
        prop_assert_eq!(result.exemption().is_some(), result.outcome() == Outcome::Exempt);
        prop_assert!(result.paths().all(|path| path.starts_with('/')));
        let places = result.paths().collect::<BTreeSet<_>>();
        prop_assert_eq!(places.len(), result.paths().count(), "{} names a place twice", result.rule.id);
        if let Some(leading) = result.same_as() {
            let leading = report.result(leading.id).expect("the leading rule is in the report");
            prop_assert_eq!(leading.outcome(), result.outcome(), "{} repeats {}", result.rule.id, leading.rule.id);
            prop_assert!(leading.severity() >= result.severity(), "{} is graver than its leader", result.rule.id);
            prop_assert!(leading.same_as().is_none(), "{} repeats a repetition", result.rule.id);
        }
    }
    for &lang in Lang::ALL {
        let json = report.to_json(lang);
        prop_assert!(!json.contains("KANARIE"), "a text of the plan is in the report");
        prop_assert!(serde_json::from_str::<Value>(&json).is_ok());
    }
    prop_assert!(!format!("{report:?}").contains("KANARIE"), "a text of the plan is in the debug output");
    Ok(())
}

/// No report concludes more than was looked at, and what stands in the way is what is counted.
fn is_honest(report: &Report) -> Result<(), TestCaseError> {
    let counts = report.counts;
    let blocking = report.results.iter().filter(|result| result.is_blocking()).count();
    prop_assert_eq!(blocking, report.errors as usize, "what stands in the way is not what is counted");
    let is_open = counts.undetermined > 0 || counts.not_in_source.unwrap_or_default() > 0;
    let says = |code| report.notes.iter().any(|note| note.code == code);
    let is_of_no_case = report.conclusion == Conclusion::Undetermined && report.variants.is_empty();
    prop_assert_eq!(is_of_no_case, says("nothingTried"), "whether anything was tried is not what is said");
    match report.conclusion {
        Conclusion::Fulfilled => {
            prop_assert!(report.complete && !report.variants.is_empty() && !is_open && blocking == 0);
            // A54: the one case in which nothing has to be met yet.
            let is_excused = report.variants.to_string() == "JA13D"
                && report.phase < Phase::Indsats
                && report.limited_to.is_none()
                && says("noRequirementYet");
            prop_assert!(counts.met > 0 || is_excused, "nothing was seen to be right");
        }
        Conclusion::Undetermined if says("onlyBeside") => {
            let answers = report.profiles.as_ref().map_or(0, |beside| beside.counts.asked());
            prop_assert!(report.results.is_empty() && says("limited") && answers > 0);
        }
        Conclusion::Undetermined => prop_assert!(!report.complete || is_open || says("nothingMet")),
        Conclusion::Deficient => prop_assert!(!report.variants.is_empty()),
        Conclusion::OutOfScope | Conclusion::OutsideValidity => {
            let mut nothing = rehabplan::report::Counts::default();
            nothing.not_in_source = counts.not_in_source;
            prop_assert_eq!(counts, nothing);
            prop_assert!(report.results.is_empty() && report.complete);
            prop_assert_eq!(report.variants.is_empty(), report.conclusion == Conclusion::OutOfScope);
        }
    }
    Ok(())
}

/// A plan in which values are taken away or give way to others.
fn any_plan() -> impl Strategy<Value = Value> {
    let values = ["ingen", "se journal", "ikke oplyst", "", "2020-02-30", "2020-03-01", "7", "et svar i ord"];
    let values = prop_oneof![
        3 => Just(Value::Null),
        2 => select(values.to_vec()).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => Just(Value::Array(Vec::new())),
    ];
    (select(plans()), prop::collection::vec((any::<Index>(), values), 0..8)).prop_map(|(mut plan, changes)| {
        for (place, value) in changes {
            let leaves = leaves(&plan);
            if !leaves.is_empty() {
                *plan.pointer_mut(place.get::<String>(&leaves)).unwrap() = value;
            }
        }
        plan
    })
}

fn any_selection() -> impl Strategy<Value = Option<Selection>> {
    let rules: Vec<_> = rehabplan::law::rules().collect();
    let chosen = prop::collection::vec(select(rules), 1..5);
    prop::option::of((chosen, any::<bool>()).prop_map(|(rules, by_place)| {
        let ids: Vec<_> = rules.iter().map(|rule| rule.id).collect();
        let places: Vec<_> = rules.iter().filter_map(|rule| rule.paths().last().copied()).collect();
        if by_place { Selection::new(&[], &places).unwrap() } else { Selection::new(&ids, &[]).unwrap() }
    }))
}

/// Whatever the plan, the phase, the selection and the profiles: *fulfilled* means that something was seen to be right,
/// that nothing was left open and that nothing stands in the way.
#[cfg(feature = "profiles")]
#[test]
fn fulfilled_is_never_said_of_nothing() {
    use rehabplan::profile::{ProfileChoice, ProfileSet, names};
    let sets: Vec<_> = [vec![], names().collect::<Vec<_>>()]
        .into_iter()
        .chain(names().map(|name| vec![name]))
        .filter_map(|names| {
            let add = |builder: rehabplan::profile::Builder, name: &str| builder.choose(&ProfileChoice::parse(name)?);
            names.into_iter().try_fold(ProfileSet::builder(), add).and_then(|builder| builder.build()).ok()
        })
        .collect();
    assert!(sets.len() > 10);
    let phase = prop::option::of(select(Phase::ALL.to_vec()));
    let fulfilled = std::cell::Cell::new(0);
    hold(1_500, (any_plan(), phase, any_selection(), any::<Index>()), |(plan, phase, only, set)| {
        let set = set.get(&sets);
        let report = all(phase).only(only).profiles(set.clone()).check_str(&plan.to_string()).unwrap();
        fulfilled.set(fulfilled.get() + u32::from(report.conclusion == Conclusion::Fulfilled));
        is_honest(&report)
    });
    assert!(fulfilled.get() > 50, "{}", fulfilled.get());
}

/// Every selection of one rule, in every variant and phase: a rule that repeats another stands on its own where the other
/// was not asked for (A2, A39).
#[test]
fn a_rule_that_is_asked_for_alone_says_what_it_says_among_all() {
    for (_, mut plan) in bases() {
        // Much is missing, so that much repeats.
        for part in ["/forberedendeDel/laege", "/indstilling/indsatser", "/forberedendeDel/helbred"] {
            if let Some(part) = plan.pointer_mut(part) {
                *part = Value::Null;
            }
        }
        let text = plan.to_string();
        let full = check(&text, &all(Some(Phase::Indsats))).unwrap();
        for result in &full.results {
            let only = Selection::new(&[result.rule.id], &[]).ok();
            let alone = check(&text, &all(Some(Phase::Indsats)).only(only)).unwrap();
            is_honest(&alone).unwrap();
            let one = alone.result(result.rule.id).unwrap();
            assert_eq!((one.outcome(), one.severity(), one.same_as()), (result.outcome(), result.severity(), None));
            assert_eq!(alone.conclusion == Conclusion::Deficient, result.severity() == Some(Severity::Error));
        }
    }
}

#[test]
fn any_json_gets_a_stable_answer() {
    hold(3_000, (any_json(), any_checker()), |(document, (checker, detail))| {
        let text = document.to_string();
        let first = checker.check_str(&text);
        prop_assert_eq!(&first, &checker.check_slice(text.as_bytes()));
        match first {
            Ok(report) => is_sound(&report, detail)?,
            Err(error) => {
                let shown = format!("{error} {error:?}");
                prop_assert!(!shown.contains("KANARIE"));
            }
        }
        Ok(())
    });
}

#[test]
fn any_bytes_get_an_answer() {
    hold(2_000, prop::collection::vec(any::<u8>(), 0..200), |bytes| {
        let _ = Checker::new().check_slice(&bytes);
        Ok(())
    });
}

/// A plan in which one value after the other gives way to any JSON.
#[test]
fn a_mutated_plan_gets_a_stable_answer() {
    let plans = plans();
    let changes = prop::collection::vec((any::<Index>(), any_json()), 1..6);
    hold(2_000, (select(plans), changes, any_checker()), |(mut plan, changes, (checker, detail))| {
        for (place, value) in changes {
            let leaves = leaves(&plan);
            if !leaves.is_empty() {
                *plan.pointer_mut(place.get::<String>(&leaves)).unwrap() = value;
            }
        }
        let text = plan.to_string();
        let first = check(&text, &checker);
        prop_assert_eq!(&first, &check(&text, &checker));
        if let Some(report) = first {
            is_sound(&report, detail)?;
        }
        Ok(())
    });
}

/// The text of a plan with bytes changed, taken out and put in.
#[test]
fn a_damaged_text_gets_an_answer() {
    let texts: Vec<_> = plans().iter().map(|plan| plan.to_string().into_bytes()).collect();
    let damage = prop::collection::vec((any::<Index>(), any::<u8>(), 0..3_u8), 1..8);
    hold(3_000, (select(texts), damage, any_checker()), |(mut text, damage, (checker, detail))| {
        for (place, byte, what) in damage {
            let place = place.index(text.len());
            match what {
                0 => text[place] = byte,
                1 => drop(text.remove(place)),
                _ => text.insert(place, byte),
            }
        }
        if let Ok(report) = checker.check_slice(&text) {
            is_sound(&report, detail)?;
        }
        Ok(())
    });
}

/// Filling a field that is missing creates no error on a rule that had an answer without it: at most its own condition
/// arises.
#[test]
fn filling_a_missing_field_breaks_nothing_else() {
    let plans: Vec<_> = bases().into_iter().map(|(_, plan)| plan).collect();
    let gaps = prop::collection::vec(any::<Index>(), 1..8);
    hold(4_000, (select(plans), gaps, select(Phase::ALL.to_vec())), |(plan, gaps, phase)| {
        // What decides which variant the case is stays, and so does what the medical document is: another variant has
        // other requirements, and a certificate is no assessment.
        let decides = |path: &String| path.starts_with("/sag/") || path == "/forberedendeDel/laege/art";
        let leaves: Vec<_> = leaves(&plan).into_iter().filter(|path| !decides(path)).collect();
        prop_assume!(!leaves.is_empty());
        let mut without = plan.clone();
        for gap in &gaps[1..] {
            *without.pointer_mut(gap.get::<String>(&leaves)).unwrap() = Value::Null;
        }
        let path = gaps[0].get::<String>(&leaves);
        let with = without.clone();
        prop_assume!(!with.pointer(path).unwrap().is_null());
        *without.pointer_mut(path).unwrap() = Value::Null;

        let before = check(&without.to_string(), &all(Some(phase))).unwrap();
        let after = check(&with.to_string(), &all(Some(phase))).unwrap();
        // A field can be the first of an entry, which then counts, and a key can be the first that is compared (A23):
        // that is the condition of the rules about entries, and of the one that compares keys.
        let arises = |rule: &rehabplan::law::Rule| {
            rule.id == "P5.3.pkt1" || rule.paths().iter().any(|place| place.contains('*'))
        };
        let settled = |result: &&rehabplan::RuleResult| {
            matches!(result.outcome(), Outcome::Met | Outcome::Exempt | Outcome::Review) && !arises(result.rule)
        };
        for before in before.results.iter().filter(settled) {
            let after = after.result(before.rule.id).unwrap();
            prop_assert!(
                after.severity() != Some(Severity::Error),
                "filling {} makes {} an error",
                path,
                before.rule.id
            );
        }
        Ok(())
    });
}

/// A canary in every text of a plan is in no way out of the library.
#[test]
fn no_text_of_a_plan_leaves_the_library() {
    fn poison(value: &mut Value) {
        match value {
            Value::String(text) => *text = format!("{CANARY} {text} {CANARY}"),
            Value::Array(items) => items.iter_mut().for_each(poison),
            Value::Object(members) => members.values_mut().for_each(poison),
            _ => {}
        }
    }
    /// Only the texts, so that dates and codes still work.
    fn poison_texts(value: &mut Value) {
        match value {
            Value::String(text) if text.contains(' ') => *text = format!("{text} {CANARY}"),
            Value::Array(items) => items.iter_mut().for_each(poison_texts),
            Value::Object(members) => members.values_mut().for_each(poison_texts),
            _ => {}
        }
    }
    for plan in plans() {
        for poison in [poison, poison_texts] {
            let mut plan = plan.clone();
            poison(&mut plan);
            plan["forberedendeDel"][CANARY] = CANARY.into();
            plan[CANARY] = CANARY.into();
            let text = plan.to_string();
            for &phase in Phase::ALL {
                let report = check(&text, &all(Some(phase))).unwrap();
                is_sound(&report, Detail::All).unwrap();
            }
            for end in (0..text.len()).step_by(97).filter(|end| text.is_char_boundary(*end)) {
                let error = Checker::new().check_str(&text[..end]).unwrap_err();
                assert!(!format!("{error} {error:?} {}", error.message(Lang::Da)).contains("KANARIE"));
            }
        }
    }
}

/// A limited check answers the rules that it was limited to as the full one does, and says that it was limited.
#[test]
fn a_limited_check_agrees_with_the_full_one() {
    let rules: Vec<_> = rehabplan::law::rules().map(|rule| rule.id.to_owned()).collect();
    let chosen = prop::collection::vec(select(rules), 0..6);
    let paths =
        prop::collection::vec(select(vec!["/forberedendeDel", "/indstilling/forhold", "/indsatsdel/maal"]), 0..2);
    hold(500, (select(plans()), chosen, paths), |(plan, rules, paths)| {
        let text = plan.to_string();
        let full = check(&text, &all(None)).unwrap();
        let ids: Vec<_> = rules.iter().map(String::as_str).collect();
        let Ok(only) = Selection::new(&ids, &paths) else {
            prop_assert!(rules.is_empty() && paths.is_empty());
            return Ok(());
        };
        let limited = check(&text, &all(None).only(only.clone())).unwrap();
        prop_assert_eq!(limited.limited_to.as_ref(), Some(&only));
        prop_assert!(limited.notes.iter().any(|note| note.code == "limited"));
        let has_error = limited.results.iter().any(|result| result.severity() == Some(Severity::Error));
        prop_assert_eq!(limited.conclusion == Conclusion::Deficient, has_error);
        let full: BTreeMap<_, _> = full.results.iter().map(|result| (result.rule.id, result)).collect();
        for result in &limited.results {
            // Only what a finding repeats may be another one, where that was not asked for.
            let of_full = full[result.rule.id];
            prop_assert_eq!(
                (result.outcome(), result.severity(), result.note()),
                (of_full.outcome(), of_full.severity(), of_full.note())
            );
            prop_assert!(result.paths().eq(of_full.paths()));
            if let Some(leading) = of_full.same_as().filter(|leading| limited.result(leading.id).is_some()) {
                prop_assert_eq!(result.same_as(), Some(leading));
            }
            let is_chosen = rules.iter().any(|id| id == result.rule.id)
                || result.rule.paths().iter().any(|place| paths.iter().any(|path| place.starts_with(path)));
            prop_assert!(is_chosen, "{} was not asked for", result.rule.id);
        }
        for rule in rules {
            prop_assert!(full.is_empty() || limited.result(&rule).is_some());
        }
        Ok(())
    });
}
