//! What a case requires of its requirements and fields, as a form asks for it.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::{BTreeMap, BTreeSet};

use rehabplan::law::{Cell, Provision, exempting, grounds};
use rehabplan::needs::{FieldNeed, Need, Needs, Status};
use rehabplan::plan::Date;
use rehabplan::{Checker, Detail, Outcome, Phase, Report, Selection, Variant};
use serde_json::{Value, json};

const OENSKER: &str = "/forberedendeDel/oensker";

fn checker() -> Checker {
    Checker::new().as_of(Date::parse("2020-06-01").unwrap()).detail(Detail::All)
}

fn report(plan: &Value) -> Report {
    checker().check_str(&plan.to_string()).unwrap()
}

fn need(report: &Report, field: &str) -> Need {
    Needs::of(report).unwrap().field(field).need
}

/// § 3, stk. 1, asks every case for the citizen's wishes, § 7 after the meeting alone, § 15 the self-employed.
#[test]
fn what_the_kind_of_case_will_require_is_required_before_anything_is_written() {
    let of = |sagstype: &str| report(&json!({ "sag": { "sagstype": sagstype } }));
    assert_eq!(need(&of("ressourceforloeb"), OENSKER), Need::Required);
    assert_eq!(need(&of("ressourceforloeb"), "/indstilling/begrundelse"), Need::Later);
    assert_eq!(need(&of("ressourceforloeb"), "/forberedendeDel/selvstaendig/opgaver"), Need::Irrelevant);
    assert_eq!(need(&of("tilskud"), "/forberedendeDel/selvstaendig/opgaver"), Need::Required);
}

#[test]
fn of_an_unknown_case_nothing_is_known_and_outside_the_regulation_nothing_is_asked() {
    for sag in [json!({ "sagstype": "noget" }), json!({}), Value::Null] {
        let report = report(&json!({ "sag": sag }));
        let field = Needs::of(&report).unwrap().field(OENSKER);
        assert_eq!((field.need, field.exemption, field.results.len()), (Need::Unknown, None, 0));
    }
    let outside = report(&json!({ "sag": { "sagstype": "sygedagpenge", "kategori": 1 } }));
    assert_eq!(need(&outside, OENSKER), Need::Free);
    let mut early = rehabplan_corpus::base("RF");
    *early.pointer_mut("/moede/dato").unwrap() = "2019-06-01".into();
    assert_eq!(need(&report(&early), OENSKER), Need::Free);
}

/// § 4, stk. 2: the certificate for the follow-up meeting lifts the GP's assessment; § 3, stk. 1, nr. 3, is met by a CV or by
/// documents in its place.
#[test]
fn a_field_knows_phase_exemption_and_which_of_several_fields_is_meant() {
    let plan = rehabplan_corpus::base("JA22");
    let report = report(&plan);
    let needs = Needs::of(&report).unwrap();
    let lifted = needs.field("/forberedendeDel/laege/helbredsforhold");
    assert_eq!((lifted.need, lifted.exemption), (Need::Exempt, Some(Provision::p(4).stk(2))));
    assert_eq!(needs.field("/forberedendeDel/cv").need, Need::Required);
    assert_eq!(needs.field("/forberedendeDel/cvDokumenter").need, Need::Optional);
    assert_eq!(needs.field("/forberedendeDel/bilag/0/titel").need, Need::Free);
    let erfaring = "/forberedendeDel/hidtidigIndsats/beskaeftigelse/0/kommunensErfaring";
    assert_eq!(needs.field(erfaring).need, Need::Required);
    let early = checker().phase(Phase::Forelaeggelse).check_str(&plan.to_string()).unwrap();
    assert_eq!(need(&early, "/indstilling/begrundelse"), Need::Later);
}

/// P4.2.pkt2 is where § 4, stk. 2, is decided; in such a case no other rule of it has anything to say.
#[test]
fn what_exempts_is_named_by_the_rules_that_decide_it() {
    let report = report(&rehabplan_corpus::base("JA22"));
    let needs = Needs::of(&report).unwrap();
    let lifted = report.result("P4.3.1").unwrap();
    assert_eq!((Status::of(lifted), needs.is_required(lifted)), (Status::Exempt, false));
    assert_eq!(needs.exempted_by(lifted), ["P4.2.pkt2"]);
    for &variant in Variant::ALL {
        let report = self::report(&rehabplan_corpus::base(variant.code()));
        let needs = Needs::of(&report).unwrap();
        for result in &report.results {
            let is_exempt = result.outcome() == Outcome::Exempt;
            assert_eq!(!needs.exempted_by(result).is_empty(), is_exempt, "{variant:?} {}", result.rule.id);
            assert!(result.exemption().is_none_or(|provision| exempting().contains(&provision)), "{}", result.rule.id);
        }
    }
}

#[test]
fn every_provision_that_exempts_has_grounds_and_no_other_stykke_is_among_them() {
    for provision in exempting() {
        assert!(!grounds(*provision).is_empty(), "{provision}");
    }
    let of_5_2 = grounds(Provision::p(5).stk(2));
    assert!(of_5_2.iter().all(|id| id.starts_with("P5.2")), "{of_5_2:?}");
    assert!(grounds(Provision::p(1).stk(2)).iter().all(|id| id.starts_with("P1.2")));
}

#[test]
fn what_may_be_exempt_is_required_until_it_is() {
    let cells = [Cell::Required, Cell::Exempt(Provision::p(14)), Cell::Conditional, Cell::Judgement, Cell::NotRelevant];
    assert_eq!(cells.map(Cell::is_required), [true, true, false, false, false]);
}

#[test]
fn a_report_that_lacks_answers_has_no_needs() {
    let plan = rehabplan_corpus::base("JA22").to_string();
    let only = |rules: &[&str], paths: &[&str]| checker().only(Selection::new(rules, paths).unwrap());
    for checker in [checker().detail(Detail::Findings), only(&["P3.1.4"], &[]), only(&[], &["/moede"])] {
        assert!(Needs::of(&checker.check_str(&plan).unwrap()).is_none());
    }
}

/// The places of all findings in the corpus of the law, whatever is in the plan: none of them is free where they stand, nor
/// before anything is wrong.
#[test]
fn no_field_is_free_where_a_finding_stands_or_may_stand() {
    let mut in_order: BTreeMap<String, Report> = BTreeMap::new();
    let mut places = BTreeSet::new();
    let files = ["rules", "boundary"].into_iter().flat_map(|folder| rehabplan_corpus::files::<Value>(folder).unwrap());
    for case in files.flat_map(|file| file.cases) {
        let phase = Phase::from_code(&case.phase).unwrap();
        let as_of = case.as_of.as_deref().and_then(Date::parse);
        let report =
            Checker::new().phase(phase).as_of(as_of).detail(Detail::All).check_str(&case.plan.to_string()).unwrap();
        let base =
            in_order.entry(case.base.clone()).or_insert_with(|| self::report(&rehabplan_corpus::base(&case.base)));
        for result in report.results.iter().filter(|result| result.outcome() == Outcome::NotMet) {
            for path in result.paths() {
                let name = &case.name;
                assert_ne!(need(&report, path), Need::Free, "{} at {path}: {name}", result.rule.id);
                assert_ne!(need(base, path), Need::Free, "{} at {path} before it: {name}", result.rule.id);
                places.insert((result.rule.id, path.to_owned()));
            }
        }
    }
    assert!(places.len() > 200, "{}", places.len());
}

/// § 5, stk. 2, needs the end of a period to tell how far a plan reaches; § 3, stk. 3, no field, but it finds what recommends in
/// any text, in one that this kind of case does not ask for too.
#[test]
fn what_a_requirement_looks_at_in_passing_is_not_free() {
    let mut plan = rehabplan_corpus::base("RF");
    let before = report(&plan);
    let slutdato = Needs::of(&before).unwrap().field("/indsatsdel/perioder/0/slutdato");
    assert_eq!(slutdato.need, Need::Optional);
    assert_eq!(slutdato.results.iter().map(|result| result.rule.id).collect::<Vec<_>>(), ["P5.2.a"]);
    let opgaver = "/forberedendeDel/selvstaendig/opgaver";
    assert_eq!(need(&before, opgaver), Need::Irrelevant);
    *plan
        .pointer_mut("/forberedendeDel")
        .unwrap()
        .as_object_mut()
        .unwrap()
        .entry("selvstaendig")
        .or_insert(json!({})) = json!({ "opgaver": "Kommunen indstiller borgeren til fleksjob." });
    assert_eq!(need(&report(&plan), opgaver), Need::Optional);
}

/// What is written is what each field is said to need: where the indsatsdel stands in Min Plan (§ 5, stk. 3), its fields there; the
/// fields that an answer stands at, though its rule names others; and every field, where nobody knows the kind of case.
#[test]
fn what_is_written_of_the_fields_is_what_each_is_said_to_need() {
    let written = |report: &Report| -> BTreeMap<String, Value> {
        let needs: Value = serde_json::from_str(&Needs::of(report).unwrap().to_json()).unwrap();
        serde_json::from_value(needs["fields"].clone()).unwrap()
    };
    let mut in_min_plan = rehabplan_corpus::base("RF");
    let mut indsatsdel = in_min_plan["indsatsdel"].take();
    indsatsdel["delmaal"][0]["begrundelse"] = Value::Null;
    in_min_plan["minPlan"]["indsatsdel"] = indsatsdel;
    in_min_plan["minPlan"]["indeholderAlt"] = true.into();
    let sag = json!({ "sagstype": "ressourceforloeb" });
    let attached = json!({ "sag": sag, "forberedendeDel": { "bilag": [{ "titel": "Forberedende del" }] } });
    for (plan, place, need) in [
        (&in_min_plan, "/minPlan/indsatsdel/delmaal/*/begrundelse", "required"),
        (&attached, "/forberedendeDel/bilag", "required"),
        (&json!({}), "/minPlan/indsatsdel/dato", "unknown"),
    ] {
        let report = report(plan);
        let written = written(&report);
        assert_eq!(written.get(place).map(|field| &field["need"]), Some(&need.into()), "{place}");
        for (place, written) in &written {
            let FieldNeed { need, exemption, results, .. } = Needs::of(&report).unwrap().field(place);
            let rules: Vec<_> = results.iter().map(|result| result.rule.id).collect();
            let exemption = exemption.map(|by| by.to_string());
            assert_eq!(*written, json!({ "need": need.code(), "exemption": exemption, "rules": rules }), "{place}");
            assert_ne!(need, Need::Free);
        }
        let looked_at = report.results.iter().flat_map(|result| result.rule.looks_at());
        let stood_at = report.results.iter().flat_map(|result| result.paths());
        for place in looked_at.map(str::to_owned).chain(stood_at.map(in_general)) {
            assert!(written.contains_key(&place), "{place}");
        }
    }
}

/// The place of the model that a place of a plan is.
fn in_general(place: &str) -> String {
    let step = |step: &str| if step.parse::<usize>().is_ok() { "*".to_owned() } else { step.to_owned() };
    place.split('/').map(step).collect::<Vec<_>>().join("/")
}

/// §§ 12-13 lift the requirement of § 3, and ask all the same that a field which is blank is marked, or that what the case has is
/// used: so such a field is not free to be forgotten.
#[test]
fn what_is_lifted_and_yet_missed_is_optional() {
    let need_of = |base: &str, place: &str| need(&report(&rehabplan_corpus::base(base)), place);
    for place in ["/forberedendeDel/oensker", "/forberedendeDel/helbred/igangvaerende"] {
        assert_eq!(need_of("FP12", place), Need::Optional, "{place}");
        assert_eq!(need_of("FP13", place), Need::Exempt, "{place}");
    }
    // The case itself has its history of support.
    for base in ["FP12", "FP13", "FPU17"] {
        assert_eq!(need_of(base, "/forberedendeDel/forsoergelseshistorik"), Need::Optional, "{base}");
    }
    assert_eq!(need_of("FP12", "/forberedendeDel/laege/dato"), Need::Exempt);
    // Where it is missed, it is said there.
    let mut unmarked = rehabplan_corpus::base("FP12");
    unmarked["forberedendeDel"]["ikkeRelevantEllerMuligt"] = Value::Null;
    assert_eq!(need(&report(&unmarked), OENSKER), Need::Optional);
    let report = report(&rehabplan_corpus::base("FP12"));
    assert_eq!(Needs::of(&report).unwrap().field(OENSKER).exemption, Some(Provision::p(12).stk(1)));
}

/// While the decision is unknown, § 5 waits for it.
#[test]
fn a_fact_that_a_requirement_waits_for_is_required() {
    let mut plan = rehabplan_corpus::base("RF");
    plan["afgoerelse"]["udfald"] = Value::Null;
    plan["indsatsdel"] = Value::Null;
    let report = report(&plan);
    assert_eq!(report.result("P5.1.pkt1").unwrap().depends_on(), Some("/afgoerelse/udfald"));
    assert_eq!(need(&report, "/afgoerelse/udfald"), Need::Required);
}
