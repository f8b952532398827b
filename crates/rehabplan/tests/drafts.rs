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
    let days = ["2020-03-01", "2020-09-01", "2021-03-02", "1019-01-01", "1950-03-01", "2020-02-30", "ikke oplyst"];
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

/// The places of a document where words stand.
fn texts(value: &Value, pointer: &str, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(pointer.to_owned()),
        Value::Array(entries) => {
            entries.iter().enumerate().for_each(|(index, entry)| texts(entry, &format!("{pointer}/{index}"), found));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(key, field)| texts(field, &format!("{pointer}/{key}"), found));
        }
        _ => {}
    }
}

/// Most of them are answers in words, so that a draft may think that nothing can come of one in the place of another; but in some
/// fields rules look at the words, some recommend, and some come to stand in several fields.
#[test]
fn words_in_the_place_of_words_are_heeded_where_they_matter() {
    let words = [
        "LÆ 265",
        "Telefonnotat fra lægen",
        "Statusattest",
        "12, stk. 1",
        "§ 13, stk. 1",
        "18,2",
        "A1",
        "A2",
        "0851",
        "Afklares senere",
        "Kontanthjælp",
        "Kursus i regnskab.",
        "Kursus i regnskab og it.",
        "Borgeren skal have fleksjob, og det indstilles hermed.",
        "Jeg anbefaler fleksjob.",
        "Ingen.",
        "Se bilag 3",
        " ",
    ];
    let mut random = Random(3);
    let mut unchecked = 0;
    let checkers =
        [Checker::new().detail(Detail::All), Checker::new().detail(Detail::All).phase(rehabplan::Phase::Indsats)];
    let plans: Vec<_> = every_plan().unwrap().into_iter().map(|case| case.plan).collect();
    for _ in 0..150 {
        let plan: &String = random.of(&plans);
        let mut document: Value = serde_json::from_str(plan).unwrap();
        let mut places = Vec::new();
        texts(&document, "", &mut places);
        let checker = random.of(&checkers);
        let mut draft = checker.draft(&document.to_string()).unwrap();
        for _ in 0..if places.is_empty() { 0 } else { 24 } {
            let pointer: &String = random.of(&places);
            let word = json!(random.of(&words));
            let before = draft.report().clone();
            let Ok(change) = draft.set(pointer, &word.to_string()) else { continue };
            set(&mut document, pointer, word);
            let whole = checker.check_str(&document.to_string()).unwrap();
            assert!(*draft.report() == whole, "another report when {pointer} is set");
            assert_eq!(change.came.is_empty() && change.went.is_empty(), before.results == whole.results, "{pointer}");
            assert!(change.is_checked || before == whole, "{pointer}");
            unchecked += usize::from(!change.is_checked);
        }
    }
    assert!(unchecked > 300, "only {unchecked}");
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
