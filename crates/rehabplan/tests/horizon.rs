//! What a source cannot hold makes no plan deficient (A38).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::cell::Cell;

use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use rehabplan::plan::{Date, FieldKind, Plan};
use rehabplan::{
    Checker, Conclusion, Detail, Horizon, HorizonError, Lang, Outcome, Phase, Report, Selection, Severity, law,
};
use rehabplan_corpus::{base, bases, every_plan, whole_plans};
use serde_json::{Value, json};

/// Runs a property a fixed number of times from a fixed seed.
fn hold<S: Strategy>(cases: u32, strategy: S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[11; 32]);
    TestRunner::new_with_rng(config, rng).run(&strategy, property).unwrap_or_else(|failure| panic!("{failure}"));
}

/// The whole plans and the base plans of the corpus.
fn plans() -> impl Iterator<Item = Value> {
    let whole = whole_plans().unwrap().into_iter().map(|plan| serde_json::from_str(&plan.text).unwrap());
    whole.chain(bases().into_iter().map(|(_, plan)| plan))
}

fn checked(plan: &Value, phase: Phase, horizon: Option<Horizon>) -> Report {
    let as_of = Date::new(2020, 6, 1);
    let checker = Checker::new().phase(phase).as_of(as_of).detail(Detail::All).horizon(horizon);
    checker.check_str(&plan.to_string()).unwrap()
}

fn every_field() -> Vec<String> {
    all_but(&[]).unwrap().fields().map(str::to_owned).collect()
}

/// The document with nothing in it but the fields of a horizon, and what is no field of a plan: a key in another spelling may be
/// one that the source has.
fn cut(value: &Value, pointer: &str, horizon: &Horizon) -> Value {
    let is_part = |place: &str| horizon.fields().any(|field| field.starts_with(&format!("{place}/")));
    let is_known = |place: &str| {
        let below = format!("{place}/");
        every_field().iter().any(|field| field == place || field.starts_with(&below))
    };
    match value {
        Value::Object(members) => {
            let below = members.iter().map(|(key, value)| (key, format!("{pointer}/{key}"), value));
            let is_kept = |place: &str| is_part(place) || horizon.fields().any(|field| field == place);
            let kept = below.filter(|(_, place, _)| is_kept(place) || !is_known(place));
            Value::Object(kept.map(|(key, place, value)| (key.clone(), cut(value, &place, horizon))).collect())
        }
        Value::Array(items) if is_part(pointer) => {
            Value::Array(items.iter().map(|item| cut(item, &format!("{pointer}/*"), horizon)).collect())
        }
        other => other.clone(),
    }
}

fn note(report: &Report, rule: &str) -> Option<&'static str> {
    report.result(rule).unwrap().note().map(|note| note.code)
}

/// All of a plan but these places.
fn all_but(places: &[&str]) -> Result<Horizon, HorizonError> {
    let taken = places.iter().map(|place| format!("!{place}"));
    let places: Vec<_> = std::iter::once(String::new()).chain(taken).collect();
    Horizon::of(&places.iter().map(String::as_str).collect::<Vec<_>>())
}

#[test]
fn a_horizon_is_checked_when_it_is_made() {
    for (places, code, index, words) in [
        (&[][..], "emptyHorizon", None, "nothing of a plan"),
        (&["/sag", "/forberedendeDel/onsker"], "unknownPlace", Some(1), "did you mean /forberedendeDel/oensker?"),
        (&["/qqqqqqq"], "unknownPlace", Some(0), "JSON Pointer"),
        (&["/indsatsdel/delmaal/omraade"], "unknownPlace", Some(0), "/indsatsdel/delmaal/*/omraade"),
    ] {
        let error = Horizon::of(places).unwrap_err();
        assert_eq!((error.code(), error.index()), (code, index));
        assert!(error.message(Lang::En).contains(words), "{error}");
        assert_ne!(error.message(Lang::Da), error.message(Lang::En));
    }
    assert_eq!(all_but(&[""]).unwrap_err().code(), "emptyHorizon");
    assert_eq!(Horizon::of(&["/sag", "!/sagen"]).unwrap_err().index(), Some(1));
    assert_eq!(Horizon::of(&["/sag", "!/sag"]).unwrap_err().code(), "emptyHorizon");
    // What is taken away is taken from the whole plan, or from what is named beside it, in any order.
    assert_eq!(Horizon::of(&["!/afgoerelse"]), all_but(&["/afgoerelse"]));
    let meeting = Horizon::of(&["!/moede/deltagere", "/moede"]).unwrap();
    assert!(meeting.fields().all(|field| field.starts_with("/moede/") && !field.starts_with("/moede/deltagere")));
    assert!(meeting.fields().any(|field| field == "/moede/dato"));

    let entries = Horizon::of(&["/indsatsdel/delmaal/0/omraade", "/moede/deltagere"]).unwrap();
    assert_eq!(entries.fields().collect::<Vec<_>>(), ["/moede/deltagere/*", "/indsatsdel/delmaal/*/omraade"]);
}

#[test]
fn a_horizon_says_what_can_be_checked() {
    let everything = all_but(&[]).unwrap();
    let all = everything.coverage();
    let count = law::rules().count();
    assert_eq!((all.checkable.len(), all.partly_checkable.len(), all.not_checkable.len()), (count, 0, 0));
    let two_less = all_but(&["/forberedendeDel/oensker", "/forberedendeDel/cv"]).unwrap();
    let none = two_less.coverage();
    let ids: Vec<_> = none.not_checkable.iter().map(|rule| rule.id).collect();
    // Of the two places of the CV, the documents are left.
    let partly: Vec<_> = none.partly_checkable.iter().map(|rule| rule.id).collect();
    assert_eq!((none.checkable.len(), partly, ids), (count - 2, vec!["P3.1.1.b"], vec!["P3.1.4"]));
    let cv = law::rule("P3.1.1.b").unwrap();
    assert_eq!(two_less.outside(cv).collect::<Vec<_>>(), ["/forberedendeDel/cv"]);
    // Without a day the end of a period is no end, which nobody can tell from the list of the periods.
    let no_ends = all_but(&["/indsatsdel/perioder/*/slutdato"]).unwrap();
    let partly: Vec<_> = no_ends.coverage().partly_checkable.iter().map(|rule| rule.id).collect();
    assert_eq!((partly, no_ends.coverage().not_checkable.len()), (vec!["P5.2.a"], 0));
    // What the certificate may hold that is attached hangs on whether the source can say that one is.
    let no_certificate = all_but(&["/forberedendeDel/laege/vedlagtAttest"]).unwrap();
    let partly: Vec<_> = no_certificate.coverage().partly_checkable.iter().map(|rule| rule.id).collect();
    assert!(["P4.3.a", "P4.3.1", "P4.3.2", "P4.3.3", "P4.3.4"].iter().all(|id| partly.contains(id)), "{partly:?}");
    // A case of an unknown type is asked for nothing, whatever else the source holds; its other facts decide case by case.
    let of_a_type = |places: &[&str]| all_but(places).unwrap().coverage().not_checkable.len();
    assert_eq!((of_a_type(&["/sag/sagstype"]), of_a_type(&["/sag/indsats13d"])), (count, 0));
    let report = checked(&base("RF"), Phase::Indsats, all_but(&["/sag/sagstype"]).ok());
    assert_eq!((report.conclusion, report.results.len()), (Conclusion::Undetermined, 0));

    let written = |horizon| -> Value {
        serde_json::from_str(&checked(&base("RF"), Phase::Indsats, horizon).to_json(Lang::Da)).unwrap()
    };
    let plain = written(None);
    assert_eq!((plain.get("horizon"), plain["counts"].get("notInSource")), (None, None));
    let limited = written(all_but(&["/forberedendeDel/oensker"]).ok());
    assert_eq!(limited["horizon"], json!({"checkable": count - 1, "partlyCheckable": 0, "notCheckable": 1}));
    assert_eq!((&limited["counts"]["notInSource"], &limited["counts"]["undetermined"]), (&json!(1), &json!(0)));
    assert_eq!(limited["conclusion"], "undetermined");
}

/// With everything in the source, the report says what it says without a horizon.
#[test]
fn a_source_that_holds_everything_changes_nothing() {
    for plan in plans() {
        for &phase in Phase::ALL {
            let plain = checked(&plan, phase, None);
            let mut with = checked(&plan, phase, all_but(&[]).ok());
            with.horizon = None;
            if !with.results.is_empty() {
                assert_eq!(with.counts.not_in_source.take(), Some(0));
            }
            assert_eq!(with, plain);
        }
    }
}

/// The place is in the source, but not the fact that lets it be left out.
#[test]
fn what_could_exempt_counts_where_it_has_no_place() {
    // § 4, stk. 2: the certificate will do if the municipality finds so.
    let mut plan = base("JA22");
    plan["forberedendeDel"]["laege"]["kommunensVurdering"] = Value::Null;
    assert_eq!(
        checked(&plan, Phase::Forelaeggelse, None).result("P4.1.pkt1").unwrap().severity(),
        Some(Severity::Error)
    );
    let horizon = all_but(&["/forberedendeDel/laege/kommunensVurdering"]).unwrap();
    let report = checked(&plan, Phase::Forelaeggelse, Some(horizon.clone()));
    assert_eq!(note(&report, "P4.1.pkt1"), Some("notInSource"));
    assert_eq!(note(&report, "P4.2.pkt2"), Some("notInSource"));
    assert_ne!(report.conclusion, Conclusion::Deficient);
    // In a ressourceforløb nothing lets it be left out.
    let mut plan = base("RF");
    plan["forberedendeDel"]["laege"] = Value::Null;
    let report = checked(&plan, Phase::Forelaeggelse, Some(horizon));
    assert_eq!(report.result("P4.1.pkt1").unwrap().severity(), Some(Severity::Error));

    // § 12: the reliefs of førtidspension, of which the source says nothing.
    let mut plan = base("FP");
    plan["forberedendeDel"]["oensker"] = Value::Null;
    let horizon = || all_but(&["/sag/heltAabenbart", "/sag/vaesentligtNedsat"]).ok();
    let report = checked(&plan, Phase::Forelaeggelse, horizon());
    let plain = checked(&plan, Phase::Forelaeggelse, None);
    assert_eq!(plain.result("P3.1.4").unwrap().severity(), Some(Severity::Error));
    assert_eq!(report.result("P3.1.4").unwrap().outcome(), Outcome::Undetermined);
}

/// Which variant the case is hangs on a fact that the source has no place for; whether § 1 applies does not.
#[test]
fn what_could_make_the_case_another_variant_counts() {
    let mut plan = base("JAX");
    plan["sag"] = json!({"sagstype": "jobafklaringsforloeb"});
    plan["forberedendeDel"]["laege"] = Value::Null;
    plan["forberedendeDel"]["helbred"] = Value::Null;
    let facts =
        ["foersteForloeb", "revurdering22Uger", "indsats13d", "ophoer24Stk1"].map(|fact| format!("/sag/{fact}"));
    let facts: Vec<_> = facts.iter().map(String::as_str).collect();
    let report = checked(&plan, Phase::Indstilling, all_but(&facts).ok());
    // After measures under § 13 d there would be no preparatory part at all.
    for rule in ["P4.1.pkt1", "P3.1.5.a", "P3.4.pkt2.a"] {
        assert_eq!(note(&report, rule), Some("notInSource"), "{rule}");
    }
    // If only 22 weeks are unknown, health is required all the same, and so is the assessment: there is no certificate.
    let report = checked(&plan, Phase::Indstilling, all_but(&["/sag/revurdering22Uger"]).ok());
    for rule in ["P4.1.pkt1", "P3.1.5.a"] {
        assert_eq!(report.result(rule).unwrap().severity(), Some(Severity::Error), "{rule}");
    }
    // Whether the citizen will be well within 8 weeks is a question of § 1.
    let report = checked(&plan, Phase::Indstilling, all_but(&["/sag/forventetRaskmelding8Uger"]).ok());
    assert_eq!(report.result("P3.1.5.a").unwrap().severity(), Some(Severity::Error));
}

/// That a place which must be empty is empty says nothing where the source has no such place.
#[test]
fn what_was_not_looked_at_is_not_met() {
    let places = ["/forberedendeDel/indstilling", "/forberedendeDel/anbefaling"];
    let report = checked(&base("RF"), Phase::Forelaeggelse, all_but(&places).ok());
    assert_eq!(note(&report, "P3.3.a"), Some("notInSource"));
    assert_eq!(report.conclusion, Conclusion::Undetermined);
    // What stands outside all the same is not read.
    let mut plan = base("RF");
    plan["forberedendeDel"]["anbefaling"] = "Fleksjob anbefales.".into();
    assert_eq!(note(&checked(&plan, Phase::Forelaeggelse, all_but(&places).ok()), "P3.3.a"), Some("notInSource"));
}

/// A selection and a horizon together.
#[test]
fn a_no_that_has_no_place_may_outweigh_what_has_one() {
    // Whether there is a certificate at all may be no, whatever kind is stated (§ 4, stk. 4).
    let plan = base("RF");
    let report = checked(&plan, Phase::Forelaeggelse, Some(all_but(&["/forberedendeDel/laege/attest"]).unwrap()));
    let result = report.result("P4.4.pkt1").unwrap();
    assert_eq!(result.outcome(), Outcome::Undetermined);
    assert_eq!(result.paths().collect::<Vec<_>>(), ["/forberedendeDel/laege/attest"]);
    assert_eq!(note(&report, "P4.4.pkt1"), Some("notInSource"));
}

/// A short period may be what remains of a course whose end has no place in the source (A38, T23).
#[test]
fn the_end_of_a_course_that_has_no_place_may_excuse_a_short_period() {
    let mut plan = base("RF");
    plan["indsatsdel"]["perioder"] = json!([
        {"startdato": "2020-03-01", "slutdato": "2020-08-31"},
        {"startdato": "2020-09-01", "slutdato": "2020-10-31"},
    ]);
    let answer = |horizon| {
        let report = checked(&plan, Phase::Indsats, horizon);
        (report.result("P5.2.a").unwrap().outcome(), note(&report, "P5.2.a"))
    };
    assert_eq!(answer(None), (Outcome::NotMet, Some("shorterThanSixMonths")));
    let no_course = all_but(&["/forloeb"]).ok();
    assert_eq!(answer(no_course), (Outcome::Undetermined, Some("notInSource")));
}

/// Every place of the model that holds no text, with what may stand there: what exempts or decides is one of these.
fn facts() -> Vec<(String, Vec<Value>)> {
    fn below(kind: FieldKind, place: String, facts: &mut Vec<(String, Vec<Value>)>) {
        let values = match kind {
            FieldKind::Part { fields } => {
                return fields.iter().for_each(|field| below(field.kind, format!("{place}/{}", field.key), facts));
            }
            FieldKind::List { entry } => return below(*entry, format!("{place}/*"), facts),
            FieldKind::Boolean => vec![json!(true), json!(false)],
            FieldKind::Code { codes } => codes.iter().map(|code| json!(code)).collect(),
            FieldKind::Number => vec![json!(1), json!(3), json!(12)],
            FieldKind::Date => vec![json!("2020-01-01"), json!("2020-03-01"), json!("2021-06-30")],
            _ => return,
        };
        facts.push((place, std::iter::once(Value::Null).chain(values).collect()));
    }
    let mut facts = Vec::new();
    below(FieldKind::Part { fields: Plan::fields() }, String::new(), &mut facts);
    // Whether § 1 applies is not part of a horizon.
    facts.retain(|(place, _)| {
        !["sagstype", "kategori", "anvendBekendtgoerelsen", "forventetRaskmelding8Uger"]
            .iter()
            .any(|scope| place.strip_prefix("/sag/") == Some(scope))
    });
    facts
}

/// Puts a value at a place, in each entry of a list; `false` where there is no such place.
fn put(plan: &mut Value, steps: &[&str], value: &Value) -> bool {
    match (steps, plan) {
        ([], plan) => {
            *plan = value.clone();
            true
        }
        (["*", rest @ ..], Value::Array(entries)) => {
            entries.iter_mut().map(|entry| put(entry, rest, value)).filter(|is_put| *is_put).count() > 0
        }
        ([key, rest @ ..], plan) if *key != "*" => {
            if plan.is_null() {
                *plan = json!({});
            }
            plan.as_object_mut().is_some_and(|plan| put(plan.entry(*key).or_insert(Value::Null), rest, value))
        }
        _ => false,
    }
}

/// Holds the answers to a plan whose source has no place for a fact against those to the plans with each value that the fact may
/// have; gives how many answers are open because of it.
fn hold_against_every_value(plan: &Value, phase: Phase, (place, values): &(String, Vec<Value>)) -> usize {
    use Outcome::{Exempt, Met, NotApplicable, Review, Undetermined};
    let part = checked(plan, phase, all_but(&[place]).ok());
    let steps: Vec<_> = place.split('/').skip(1).collect();
    for value in values {
        let mut whole = plan.clone();
        if !put(&mut whole, &steps, value) {
            continue;
        }
        // A day from before the regulation leaves no answers.
        for (answer, other) in part.results.iter().zip(&checked(&whole, phase, None).results) {
            let is_exemption = answer.rule.kind == law::RuleKind::Exemption;
            let is_so = match (answer.outcome(), other.outcome()) {
                (one, other) if one == other => true,
                // Open it is; and what is met, or for a person to judge, is so where it would not be asked.
                (Undetermined, _) | (Met | Review, NotApplicable | Exempt) => true,
                (NotApplicable, Exempt) | (Exempt, NotApplicable) => !is_exemption,
                _ => false,
            };
            let (is, would) = (answer.outcome(), other.outcome());
            let id = answer.rule.id;
            assert!(is_so, "{id} is {is:?} without {place}, and would be {would:?} with {value}, {phase:?}: {plan}");
        }
    }
    part.results.iter().filter(|answer| answer.is_not_in_source()).count()
}

/// Nothing is met, exempt or not asked because the source has no place for a fact that would have it otherwise: every fact of the
/// model, with every value, in every kind of case. The last phase has the requirements of all.
#[test]
fn a_fact_that_has_no_place_decides_nothing() {
    let facts = facts();
    for (variant, plan) in bases() {
        let open: usize = facts.iter().map(|fact| hold_against_every_value(&plan, Phase::Indsats, fact)).sum();
        assert!(open > 0, "{variant}: nothing hangs on any fact");
    }
}

/// The same for plans of the corpus, which lack this and that, and for the facts that exempt, or on which it hangs what kind of
/// case it is, or what is required of it.
fn hold_for_every_plan(step: usize) {
    const DECIDE: [&str; 19] = [
        "/sag/blandetFleksjobTilskud",
        "/sag/foersteForloeb",
        "/sag/revurdering22Uger",
        "/sag/indsats13d",
        "/sag/ophoer24Stk1",
        "/sag/vaesentligtNedsat",
        "/sag/heltAabenbart",
        "/sag/ansoegning17Stk2",
        "/sag/udenTeam",
        "/forberedendeDel/laege/art",
        "/forberedendeDel/laege/kommunensVurdering",
        "/forberedendeDel/laegeFritagelse/kommunensVurdering",
        "/indstilling/udfald",
        "/indstilling/nytForloeb",
        "/afgoerelse/udfald",
        "/forloeb/slutdato",
        "/forloeb/varighedMaaneder",
        "/minPlan/indeholderAlt",
        "/indsatsdel/mentor/behov",
    ];
    let facts: Vec<_> = facts().into_iter().filter(|(place, _)| DECIDE.contains(&place.as_str())).collect();
    assert_eq!(facts.len(), DECIDE.len(), "a fact is no place of the model");
    let mut plans = 0;
    for one in every_plan().unwrap().iter().step_by(step) {
        let plan: Value = serde_json::from_str(&one.plan).unwrap();
        let phase = one.phase.as_deref().and_then(Phase::from_code).unwrap_or(Phase::Indsats);
        let plain = checked(&plan, phase, None);
        // A fact that cannot be read leaves other answers open (A6).
        if !plain.results.is_empty() && plain.input.is_empty() {
            plans += 1;
            facts.iter().for_each(|fact| _ = hold_against_every_value(&plan, phase, fact));
        }
    }
    assert!(plans > 1_500 / step, "{plans}");
}

#[test]
fn a_fact_that_decides_and_has_no_place_decides_nothing_in_any_plan() {
    hold_for_every_plan(20);
}

/// The same for every plan and not for one in twenty: `cargo test --package rehabplan --test horizon -- --ignored`.
#[test]
#[ignore = "each of some 2,000 plans is held against every value of 19 facts, twenty times the work of the sample above"]
fn a_fact_that_decides_and_has_no_place_decides_nothing_in_every_plan() {
    hold_for_every_plan(1);
}

/// Both kinds of support are to be considered, or one: without a place for that, nobody can say which requirements there are.
#[test]
fn which_list_a_mixed_case_has_is_open_without_its_fact() {
    let horizon = || all_but(&["/sag/blandetFleksjobTilskud"]).ok();
    for (variant, rule) in [("FJ+SELV", "P15.1.1.a"), ("FJ", "P15.1.1.a"), ("SELV", "P3.1.4")] {
        let report = checked(&base(variant), Phase::Forelaeggelse, horizon());
        assert_eq!(note(&report, rule), Some("notInSource"), "{variant}");
        assert_eq!(report.conclusion, Conclusion::Undetermined, "{variant}");
    }
    // What either list asks for is asked for, and answered.
    let report = checked(&base("FJ"), Phase::Forelaeggelse, horizon());
    assert_eq!(report.result("P3.4.pkt1").unwrap().outcome(), Outcome::Met);
}

/// That a fact is missing is said where the source has a place for it, and where it would be asked for whatever lies outside.
#[test]
fn a_fact_is_missing_only_where_it_may_stand_and_is_asked_for() {
    // Without the team there is no meeting that the preparatory part has to come before.
    let plan = base("FPU17");
    let open = |horizon| note(&checked(&plan, Phase::Forelaeggelse, horizon), "P3.1.pkt1.a");
    assert_eq!(open(None), Some("otherVariant"));
    assert_eq!(open(all_but(&["/sag/udenTeam"]).ok()), Some("notInSource"));
    // What stands in Min Plan is shown there (A44).
    let mut plan = base("RF");
    plan["minPlan"] = json!({"indgaar": true});
    let shown = |horizon| note(&checked(&plan, Phase::Indsats, horizon), "P5.3.pkt1");
    assert_eq!(shown(None), Some("factMissing"));
    for place in ["/minPlan", "/minPlan/indsatsdel", "/minPlan/indsatsdel/dato"] {
        assert_eq!(shown(all_but(&[place]).ok()), Some("notInSource"), "{place}");
    }
}

/// Whether an exemption is in use is what its own rule answers.
#[test]
fn whether_an_exemption_is_in_use_is_open_without_its_facts() {
    for (variant, rule, places) in [
        ("JAX", "P5.2.b", &["/forloeb"][..]),
        ("JAX", "P5.2.b", &["/forloeb/slutdato"]),
        ("RF", "P5.2.b", &["/afgoerelse/udfald", "/forloeb"]),
        ("JAX", "P5.3.pkt2", &["/minPlan", "/indsatsdel"]),
        ("FP", "P7.1.b", &["/sag/udenTeam", "/sag/udenTeamHjemmel"]),
        ("FP12", "P12.1.pkt2.a", &["/forberedendeDel/laegeFritagelse"]),
    ] {
        let report = checked(&base(variant), Phase::Indsats, all_but(places).ok());
        assert_eq!(note(&report, rule), Some("notInSource"), "{rule} of {variant} without {places:?}");
    }
    // A ressourceforløb is never short, however long it may be (A12).
    let report = checked(&base("RF"), Phase::Indsats, all_but(&["/forloeb"]).ok());
    assert_eq!(note(&report, "P5.2.b"), Some("exemptionNotUsed"));
}

#[test]
fn a_limited_check_knows_the_horizon() {
    let only = Selection::new(&["P3.1.4", "P3.1.1.a"], &[]).ok();
    let horizon = all_but(&["/forberedendeDel/oensker"]).ok();
    let checker = Checker::new().only(only).horizon(horizon);
    let mut plan = base("RF");
    plan["forberedendeDel"]["oensker"] = Value::Null;
    let report = checker.check_str(&plan.to_string()).unwrap();
    assert_eq!((report.counts.met, report.counts.not_in_source, report.errors), (1, Some(1), 0));
    assert_eq!(report.conclusion, Conclusion::Undetermined);
}

fn any_horizon() -> impl Strategy<Value = Horizon> {
    let fields = every_field();
    let some = prop::collection::vec(any::<Index>(), 1..40);
    let parts = [
        "/forberedendeDel",
        "/indstilling",
        "/indsatsdel",
        "/minPlan",
        "/afgoerelse",
        "/moede",
        "/forberedendeDel/laege",
        "/sag",
    ];
    (some, any::<bool>(), prop::collection::vec(select(parts.to_vec()), 0..3)).prop_map(move |(some, only, parts)| {
        let mut places: Vec<_> = some.iter().map(|place| place.get(&fields).as_str()).collect();
        places.extend(parts);
        if only {
            places.push("/sag/sagstype");
            Horizon::of(&places).unwrap()
        } else {
            // The case type has to be known.
            places.retain(|place| !matches!(*place, "/sag" | "/sag/sagstype"));
            all_but(&places).unwrap()
        }
    })
}

/// A whole plan with some of its values taken away.
fn any_plan() -> impl Strategy<Value = Value> {
    let plans: Vec<_> = plans().collect();
    let fields = every_field();
    (select(plans), prop::collection::vec(any::<Index>(), 0..12)).prop_map(move |(plan, gaps)| {
        let gaps: Vec<_> =
            gaps.iter().map(|gap| gap.get(&fields).as_str()).filter(|gap| *gap != "/sag/sagstype").collect();
        if gaps.is_empty() { plan } else { cut(&plan, "", &all_but(&gaps).unwrap()) }
    })
}

fn is_error(report: &Report, rule: &str) -> bool {
    report.result(rule).is_some_and(|result| result.severity() == Some(Severity::Error))
}

/// For any plan and any horizon: no rule is an error whose places all lie outside; and what is an error on the part of a
/// plan that the source holds is one in the whole plan, whatever it holds beside.
#[test]
fn no_plan_is_deficient_for_what_its_source_cannot_hold() {
    let errors = Cell::new(0);
    hold(1_000, (any_plan(), any_horizon(), select(Phase::ALL.to_vec())), |(plan, horizon, phase)| {
        let outside = &horizon.coverage().not_checkable;
        let part = checked(&cut(&plan, "", &horizon), phase, Some(horizon.clone()));
        let marked = checked(&plan, phase, Some(horizon.clone()));
        let whole = checked(&plan, phase, None);
        prop_assert_eq!(&marked.results, &part.results, "what lies outside is not read");
        for rule in law::rules().filter(|rule| is_error(&part, rule.id)) {
            errors.set(errors.get() + 1);
            prop_assert!(!outside.contains(&rule), "{} is an error outside", rule.id);
            // A case that lies before the regulation has no answers, and the source may not hold the date that says so.
            prop_assert!(whole.results.is_empty() || is_error(&whole, rule.id), "{} is no error in the plan", rule.id);
        }
        let counts = part.counts;
        let open = part.results.iter().filter(|result| result.note().is_some_and(|note| note.code == "notInSource"));
        if !part.results.is_empty() {
            prop_assert_eq!(counts.not_in_source, Some(open.count() as u32));
        }
        prop_assert!(part.conclusion != Conclusion::Fulfilled || counts.not_in_source == Some(0));
        Ok(())
    });
    assert!(errors.get() > 300, "{}", errors.get());
}
