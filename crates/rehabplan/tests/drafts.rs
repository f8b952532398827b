//! A plan that is being written: what is said after each change is what a check of the whole document says.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use rehabplan::plan::{Date, FieldInfo, FieldKind, Plan};
use rehabplan::{Checker, Detail, Draft, DraftError, Lang, ReadError, Report, pointer};
use rehabplan_corpus::every_plan;
use serde_json::{Value, json};

/// The same numbers each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % bound
    }

    fn of<'c, T>(&mut self, choices: &'c [T]) -> &'c T {
        &choices[self.below(choices.len())]
    }
}

/// A value of the model to be set, and something for it: right, wrong, or none.
fn edit(random: &mut Random, document: &Value) -> (String, Value) {
    let (mut fields, mut pointer) = (Plan::fields(), String::new());
    let mut kind = loop {
        let field: &FieldInfo = random.of(fields);
        pointer = format!("{pointer}/{}", field.key);
        let mut kind = field.kind;
        if let FieldKind::List { entry } = kind {
            let entries = document.pointer(&pointer).and_then(Value::as_array).map_or(0, Vec::len);
            pointer = format!("{pointer}/{}", random.below(entries + 1));
            kind = *entry;
        }
        match kind {
            FieldKind::Part { fields: below } => fields = below,
            kind => break kind,
        }
    };
    if random.below(5) == 0 {
        kind = FieldKind::Anything;
    }
    let texts =
        ["", "-", "ingen", "Se bilag 3", "Kursus i regnskab.", "Det indstilles, at borgeren får fleksjob.", "3"];
    let days = ["2020-03-01", "2020-09-01", "2021-03-02", "1019-01-01", "2020-02-30", "ikke oplyst"];
    let value = match kind {
        FieldKind::Date => json!(random.of(&days)),
        FieldKind::Boolean => json!(random.below(2) == 0),
        FieldKind::Number => json!(random.below(200)),
        FieldKind::Code { codes } => json!(random.of(codes)),
        FieldKind::Text => json!(random.of(&texts)),
        _ => random.of(&[json!(null), json!(1.5), json!({}), json!([1]), json!("nej"), json!(false)]).clone(),
    };
    (pointer, value)
}

/// The same in a document.
fn set(document: &mut Value, pointer: &str, value: Value) {
    let mut place = document;
    for step in pointer.split('/').skip(1) {
        place = match step.parse::<usize>() {
            Ok(index) => {
                if !place.is_array() {
                    *place = json!([]);
                }
                let entries = place.as_array_mut().unwrap();
                if index == entries.len() {
                    entries.push(Value::Null);
                }
                &mut entries[index]
            }
            Err(_) => {
                if !place.is_object() {
                    *place = json!({});
                }
                place.as_object_mut().unwrap().entry(step).or_insert(Value::Null)
            }
        };
    }
    *place = value;
}

/// The answers of a report, in order of their keys.
fn answers(report: &Report) -> Vec<String> {
    let mut answers: Vec<_> = report.results.iter().map(|result| format!("{result:?}")).collect();
    answers.sort();
    answers
}

fn hold(mut draft: Draft, checker: &Checker, mut document: Value, random: &mut Random) {
    assert!(*draft.report() == checker.check_str(&document.to_string()).unwrap());
    for _ in 0..12 {
        let (pointer, value) = edit(random, &document);
        let before = draft.report().clone();
        match draft.set(&pointer, &value.to_string()) {
            Ok(change) => {
                set(&mut document, &pointer, value);
                let whole = checker.check_str(&document.to_string()).unwrap();
                assert!(*draft.report() == whole, "another report when {pointer} is set");
                let mut changed = answers(&before);
                for went in &change.went {
                    let went = format!("{went:?}");
                    changed.remove(changed.iter().position(|answer| *answer == went).expect("it was there"));
                }
                changed.extend(change.came.iter().map(|came| format!("{came:?}")));
                changed.sort();
                assert_eq!(changed, answers(&whole), "{pointer}");
            }
            Err(error) => {
                assert!(matches!(error, DraftError::Unreadable { .. }), "{pointer}: {error}");
                assert!(*draft.report() == before, "{pointer}");
            }
        }
    }
}

#[test]
fn a_draft_says_what_a_check_of_the_whole_says() {
    let mut random = Random(1);
    let checkers = [
        Checker::new(),
        Checker::new().detail(Detail::All).as_of(Date::new(2020, 6, 1)),
        Checker::new().phase(rehabplan::Phase::Forelaeggelse),
    ];
    let plans: Vec<_> = every_plan().unwrap().into_iter().map(|case| case.plan).collect();
    for _ in 0..200 {
        let plan: &String = random.of(&plans);
        let document: Value = serde_json::from_str(plan).unwrap();
        let checker = random.of(&checkers);
        hold(checker.draft(&document.to_string()).unwrap(), checker, document, &mut random);
    }
    for text in ["{}", r#"{"plan": {}}"#, r#"{"Sag": {"sagstype": "fleksjob"}, "moede": 7}"#] {
        for _ in 0..10 {
            let checker = &checkers[1];
            hold(checker.draft(text).unwrap(), checker, serde_json::from_str(text).unwrap(), &mut random);
        }
    }
}

#[test]
fn what_cannot_be_set_says_why_and_changes_nothing() {
    let text = r#"{"sag": 7, "indsatsdel": {"tilbud": [{}]}}"#;
    let mut draft = Checker::new().draft(text).unwrap();
    let (plan, report) = (draft.plan().clone(), draft.report().clone());
    let nearest = |place: &str| DraftError::UnknownPlace { nearest: Some(place.to_owned()) };
    let unreadable = DraftError::Unreadable { path: pointer!(sag).to_owned() };
    let not_json = DraftError::Value(ReadError::NotJson { line: 1, column: 2, ends_early: false });
    for (place, value, expected) in [
        ("/forberedendeDel/oensker2", "1", nearest(pointer!(forberedende_del.oensker))),
        ("/indsatsdel/tilbud/*/beskrivelse", "1", DraftError::UnknownPlace { nearest: None }),
        ("/indsatsdel/tilbud/99999/beskrivelse", "1", DraftError::UnknownPlace { nearest: None }),
        ("/indsatsdel/tilbud/2/beskrivelse", "1", DraftError::EntryMissing),
        ("/indsatsdel/delmaal/1/beskrivelse", "1", DraftError::EntryMissing),
        ("/indsatsdel/tilbud", "[]", DraftError::NotOneValue),
        ("/indsatsdel/tilbud/1", "{}", DraftError::NotOneValue),
        ("", "{}", DraftError::NotOneValue),
        ("/sag/sagstype", r#""fleksjob""#, unreadable),
        ("/forberedendeDel/maal", "1x", not_json),
    ] {
        let error = draft.set(place, value).unwrap_err();
        assert_eq!(error, expected, "{place}");
        assert_ne!(error.message(Lang::Da), error.message(Lang::En), "{place}");
        assert_eq!((draft.plan(), draft.report()), (&plan, &report), "{place}");
    }
}
