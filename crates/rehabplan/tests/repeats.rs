//! A requirement that repeats another points to its finding, and only to one that is as grave (A2, A39).
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use rehabplan::plan::Date;
use rehabplan::{Checker, Conclusion, Detail, Phase, Report, Severity};
use rehabplan_corpus::bases;
use serde_json::{Value, json};

/// Fields that the leading and the repeating rules have in common, and plans in which both apply.
const TOGETHER: &[(&[&str], &[&str])] = &[
    (
        &["REV", "SELV", "JANY", "JA22", "FP12"],
        &[
            "/forberedendeDel/laege/dato",
            "/forberedendeDel/laege/rolle",
            "/forberedendeDel/laege/art",
            "/forberedendeDel/laege/konsultation",
            "/forberedendeDel/laege/andreForhold",
            "/forberedendeDel/laege/attesttype",
            "/forberedendeDel/laege/vedlagtAttest/titel",
        ],
    ),
    (&["REV"], &["/forberedendeDel", "/forberedendeDel/dato", "/afgoerelse/dato"]),
    (&["FP12", "FP13", "FPU17"], &["/forberedendeDel", "/forberedendeDel/dato"]),
    (
        &["RF"],
        &[
            "/forberedendeDel/udfordringer/beskaeftigelse",
            "/forberedendeDel/udfordringer/sociale",
            "/forberedendeDel/udfordringer/samlet",
        ],
    ),
    (
        &["JAX", "SDP3", "JANY"],
        &["/indstilling/indsatser", "/indstilling/indsatserTekst", "/indstilling/indsatser/0/beskrivelse"],
    ),
    (
        &["RF", "FJ", "FP", "JANY"],
        &[
            "/indstilling/forhold/beskaeftigelse",
            "/indstilling/forhold/sociale",
            "/indstilling/forhold/helbred",
            "/indstilling/forhold/samlet",
        ],
    ),
    (
        &["RF", "JA13D"],
        &["/indsatsdel/maal/konkret", "/indsatsdel/maal/overordnet", "/indsatsdel/maal/konkretIkkeMuligt"],
    ),
    (
        &["FP"],
        &[
            "/indstilling/foertidspension/nedsat",
            "/indstilling/foertidspension/selvforsoergelse",
            "/indstilling/foertidspension/samletForklaring",
        ],
    ),
    (
        &["SELV"],
        &[
            "/forberedendeDel/selvstaendig/helbredsperspektiv",
            "/forberedendeDel/selvstaendig/helbredetsBetydning",
            "/forberedendeDel/selvstaendig/helbredsperspektivOgBetydning",
        ],
    ),
];

/// Which rule repeats which, as the law says some things twice. Each pair must come up below, or the test tries nothing.
const PAIRS: [(&str, &str); 21] = [
    ("P3.1.3.b", "P3.1.3.a"),
    ("P4.1.pkt1", "P4.2.pkt1"),
    ("P5.1.1.pkt2", "P5.1.1.pkt1"),
    ("P8.1.b", "P8.1.a"),
    ("P8.1.c", "P8.1.a"),
    ("P8.4.c", "P8.2"),
    ("P8.5.2", "P7.2.pkt1"),
    ("P8.5.2", "P7.3.a"),
    ("P9.1.pkt1.b", "P9.1.pkt1.a"),
    ("P10.1.pkt1.b", "P10.1.pkt1.a"),
    ("P10.1.pkt2.b", "P10.1.pkt2.a"),
    ("P12.1.pkt1.c", "P2.1.pkt2"),
    ("P13.1.pkt2", "P2.1.pkt2"),
    ("P14.1.pkt1", "P2.1.pkt2"),
    ("P14.1.pkt1", "P2.3.3"),
    ("P14.1.pkt3.b", "P4.1.pkt1"),
    ("P14.1.pkt3.b", "P4.2.pkt1"),
    ("P15.1.5.c", "P15.1.5.b"),
    ("P15.2", "P4.1.pkt1"),
    ("P15.2", "P4.2.pkt1"),
    ("P15.2", "P4.4.pkt1"),
];

/// What may stand in a field: nothing, a placeholder, that there is nothing, a reference, what no field can hold, an answer.
fn states() -> [Value; 8] {
    [
        Value::Null,
        json!(" - "),
        json!("ingen"),
        json!("se bilag"),
        json!({"x": [1]}),
        json!("opfoelgningsattest"),
        json!("En beskrivelse i ord"),
        json!([]),
    ]
}

/// Puts a value at a place, making the objects on the way.
fn put(plan: &mut Value, pointer: &str, value: &Value) {
    let mut here = plan;
    for key in pointer.split('/').skip(1) {
        if !here.is_object() && !here.is_array() {
            *here = json!({});
        }
        here = match here {
            Value::Array(items) => match items.get_mut(key.parse::<usize>().unwrap_or(usize::MAX)) {
                Some(item) => item,
                None => return,
            },
            other => &mut other[key],
        };
    }
    *here = value.clone();
}

/// The places of all scalars and lists of a plan.
fn fields(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, member)| {
            fields(member, &format!("{pointer}/{key}"), found);
        }),
        Value::Array(items) => {
            found.push(pointer.to_owned());
            items.iter().enumerate().for_each(|(index, item)| fields(item, &format!("{pointer}/{index}"), found));
        }
        _ => found.push(pointer.to_owned()),
    }
}

/// Checks a plan; every pair of a repeating and a leading rule is noted.
fn hold(plan: &Value, phase: Phase, seen: &mut BTreeSet<(&'static str, &'static str)>) {
    let checker = Checker::new().phase(phase).as_of(Date::new(2020, 6, 1)).detail(Detail::All);
    let report: Report = checker.check_str(&plan.to_string()).unwrap();
    for result in &report.results {
        let Some(leading) = result.same_as() else { continue };
        seen.insert((result.rule.id, leading.id));
        let leading = report.result(leading.id).expect("the leading rule is in the report");
        let pair = format!("{} repeats {}", result.rule.id, leading.rule.id);
        assert_eq!(leading.outcome(), result.outcome(), "{pair}: {plan}");
        assert!(leading.severity() >= result.severity(), "{pair}, which is less grave: {plan}");
        assert!(leading.same_as().is_none(), "{pair}, which repeats another: {plan}");
    }
    let is_error = report.results.iter().any(|result| result.severity() == Some(Severity::Error));
    assert_eq!(is_error, report.errors > 0, "an error is counted nowhere: {plan}");
    assert_eq!(is_error, report.conclusion == Conclusion::Deficient, "{plan}");
}

#[test]
fn a_repetition_is_led_by_a_finding_that_is_as_grave() {
    let mut seen = BTreeSet::new();
    let states = states();
    for (name, base) in bases() {
        let mut places = Vec::new();
        fields(&base, "", &mut places);
        for place in places {
            for state in &states[..5] {
                let mut plan = base.clone();
                put(&mut plan, &place, state);
                hold(&plan, Phase::Indsats, &mut seen);
            }
        }
        let together = TOGETHER.iter().filter(|(bases, _)| bases.contains(&name.as_str()));
        for fields in together.map(|(_, fields)| *fields) {
            // The last field may answer for the others, where it is a joint one.
            let joint = fields[fields.len() - 1];
            for (index, first) in fields.iter().enumerate() {
                for second in &fields[index + 1..] {
                    for (one, other) in states.iter().flat_map(|one| states.iter().map(move |other| (one, other))) {
                        let mut plan = base.clone();
                        put(&mut plan, first, one);
                        put(&mut plan, second, other);
                        hold(&plan, Phase::Indsats, &mut seen);
                        if *second != joint {
                            put(&mut plan, joint, &json!("En beskrivelse i ord"));
                            hold(&plan, Phase::Indsats, &mut seen);
                        }
                    }
                }
            }
        }
    }
    let untried: Vec<_> = PAIRS.iter().filter(|pair| !seen.contains(*pair)).collect();
    assert!(untried.is_empty(), "never came up: {untried:?}");
}

/// The decision's own example: the leading rule is a warning, the repeating one an error.
#[test]
fn a_graver_repetition_counts_itself() {
    let (_, mut plan) = bases().into_iter().find(|(name, _)| name == "JAX").unwrap();
    put(&mut plan, "/indstilling/indsatser", &json!([]));
    put(&mut plan, "/indstilling/indsatserTekst", &json!("ingen"));
    let checker = Checker::new().phase(Phase::Indstilling);
    let report = checker.check_str(&plan.to_string()).unwrap();
    assert_eq!((report.conclusion, report.errors, report.warnings), (Conclusion::Deficient, 1, 1));
    assert_eq!(report.result("P7.2.pkt1").unwrap().severity(), Some(Severity::Warning));
    let repeating = report.result("P8.5.2").unwrap();
    assert_eq!((repeating.severity(), repeating.same_as()), (Some(Severity::Error), None));
}
