//! The language check as the report has it (§ 3, stk. 3): where it points, that it can be switched off, and what it leaves
//! alone. What it finds is tested where it lives, in `rehabplan-language`.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use rehabplan::compare::Comparison;
use rehabplan::language::{Language, Voice};
use rehabplan::law::{self, voice_at};
use rehabplan::plan::{FieldInfo, FieldKind};
use rehabplan::profile::{ChangeKind, ProfileSet};
use rehabplan::{Checker, Detail, Outcome, Phase, Plan, Report, Selection, Severity};
use serde_json::{Value, json};

const RECOMMENDS: &str = "Det indstilles, at borgeren tilkendes førtidspension.";

fn plan(text: &str) -> String {
    format!(
        r#"{{"sag": {{"sagstype": "ressourceforloeb"}}, "forberedendeDel": {{"dato": "2020-03-02",
            "udfordringer": {{"samlet": "Hun bor alene. {text}"}}}}}}"#
    )
}

fn options(language: Language) -> Checker {
    Checker::new().phase(Phase::Forelaeggelse).detail(Detail::All).language(language)
}

fn check(text: &str, language: Language) -> Report {
    options(language).check_str(&plan(text)).unwrap()
}

#[test]
fn the_field_that_recommends_is_a_warning() {
    let report = check(RECOMMENDS, Language::default());
    let answer = report.result("P3.3.b").unwrap();
    assert_eq!((answer.outcome(), answer.severity()), (Outcome::NotMet, Some(Severity::Warning)));
    assert_eq!(answer.paths().collect::<Vec<_>>(), ["/forberedendeDel/udfordringer/samlet"]);
    // The question is still a person's.
    assert_eq!(answer.note().map(|note| note.code), Some("allToBeJudged"));
    assert_eq!(check("Hun har to børn.", Language::default()).result("P3.3.b").unwrap().outcome(), Outcome::Review);
}

/// Silence is not "searched": the report says that nobody looked.
#[test]
fn switched_off_it_says_so() {
    for text in [RECOMMENDS, "Hun har to børn."] {
        let report = check(text, Language::off());
        let answer = report.result("P3.3.b").unwrap();
        assert_eq!(answer.outcome(), Outcome::Review);
        assert!(report.to_json(rehabplan::Lang::Da).contains("notSearched"));
    }
    assert!(!check("Hun har to børn.", Language::default()).to_json(rehabplan::Lang::Da).contains("notSearched"));
}

/// A build without the check may ask another one; nothing of the product's own is searched then.
#[test]
fn another_check_may_be_asked() {
    let asking = Language::asking(|text, is_citizens| text.ends_with("to børn.") && !is_citizens);
    assert!(asking.is_on());
    for (text, outcome) in [("Hun har to børn.", Outcome::NotMet), (RECOMMENDS, Outcome::Review)] {
        let report = check(text, asking.clone());
        assert_eq!(report.result("P3.3.b").unwrap().outcome(), outcome);
        assert!(!report.to_json(rehabplan::Lang::Da).contains("notSearched"));
    }
    let wishes = plan("")
        .replace("udfordringer", "oensker")
        .replace(r#"{"samlet": "Hun bor alene. "}"#, r#""Jeg har to børn.""#);
    let report = options(asking).check_str(&wishes).unwrap();
    assert!(report.input.is_empty());
    assert_eq!(report.result("P3.3.b").unwrap().outcome(), Outcome::Review);
}

/// What is no text was not searched, and nobody may take it for a text that says nothing; what another text recommends is a warning
/// all the same.
#[test]
fn a_field_that_cannot_be_read_was_not_searched() {
    let checked = |at: &str, value: Value, text: &str| {
        let mut plan: Value = serde_json::from_str(&plan(text)).unwrap();
        plan["forberedendeDel"]["helbred"] = json!({});
        let (part, key) = at.rsplit_once('/').unwrap();
        plan.pointer_mut(part).unwrap()[key] = value;
        options(Language::default()).check_str(&plan.to_string()).unwrap()
    };
    let said = |report: &Report| {
        let answer = report.result("P3.3.b").unwrap();
        let paths: Vec<_> = answer.paths().map(str::to_owned).collect();
        (answer.outcome(), answer.note().map(|note| note.code), paths)
    };
    let unread = |at: &str| (Outcome::Review, Some("unreadable"), vec![at.to_owned()]);
    for (at, value) in [
        ("/forberedendeDel/oensker", json!(17)),
        ("/forberedendeDel/cv", json!(["Det indstilles, at hun får fleksjob."])),
        ("/forberedendeDel/helbred/situation", json!({ "tekst": 1 })),
        ("/forberedendeDel/forsoergelsesperioder", json!(17)),
    ] {
        let report = checked(at, value.clone(), "");
        assert_eq!(said(&report), unread(at));
        assert_eq!(said(&checked(at, value, RECOMMENDS)).0, Outcome::NotMet, "{at}");
    }
    let entry = checked("/forberedendeDel/forsoergelsesperioder", json!([{ "ydelse": 17 }]), "");
    assert_eq!(said(&entry), unread("/forberedendeDel/forsoergelsesperioder/0/ydelse"));
}

/// Whoever asks about one text has it searched; where no text is asked about, nothing looks as if one had been.
#[test]
fn a_check_that_is_limited_to_a_text_searches_it() {
    let limited = |path: &str, language| {
        let only = Selection::new(&[], &[path]).unwrap();
        options(language).only(Some(only)).check_str(&plan(RECOMMENDS)).unwrap()
    };
    for path in law::searched() {
        let answer = |language| limited(path, language).result("P3.3.b").cloned().unwrap();
        assert_eq!(answer(Language::default()).paths().collect::<Vec<_>>(), ["/forberedendeDel/udfordringer/samlet"]);
        assert_eq!(answer(Language::off()).note().map(|note| note.code), Some("notSearched"), "{path}");
    }
    for path in ["/forberedendeDel/laege", "/moede/dato"] {
        let report = limited(path, Language::default());
        assert!(report.result("P3.3.b").is_none(), "{path}");
        assert!(report.notes.iter().any(|note| note.code == "limited"));
    }
}

#[test]
fn sentences_that_are_known_are_left_alone() {
    let outcome = |language| check(RECOMMENDS, language).result("P3.3.b").unwrap().outcome();
    for known in [
        RECOMMENDS,
        "det  indstilles, at borgeren\ntilkendes førtidspension",
        "- Det indstilles, at borgeren tilkendes førtidspension",
        "Hun bor alene. Det indstilles, at borgeren tilkendes førtidspension.",
        "Det anbefales, at hun får fleksjob.\nDet indstilles, at borgeren tilkendes førtidspension.",
        "(2) Det indstilles, at borgeren tilkendes førtidspension",
        "▪ Det indstilles, at borgeren tilkendes førtidspension",
        "Det ind\u{ad}stilles, at borgeren til\u{ad}kendes førtids\u{ad}pension.",
    ] {
        assert_eq!(outcome(Language::default().leaving_alone([known])), Outcome::Review, "{known}");
    }
    for (empty, filled) in [
        ("☐ Indstilles til fleksjob", "☒ Indstilles til fleksjob"),
        ("[ ] Indstilles til fleksjob", "[x] Indstilles til fleksjob"),
        ("( ) Indstilles til fleksjob", "(x) Indstilles til fleksjob"),
        ("Indstilles til fleksjob", "☑ Indstilles til fleksjob"),
    ] {
        for (known, outcome) in [(empty, Outcome::NotMet), (filled, Outcome::Review)] {
            let report = check(&format!(r"\n{filled}"), Language::default().leaving_alone([known]));
            assert_eq!(report.result("P3.3.b").unwrap().outcome(), outcome, "{known}: {filled}");
        }
    }
    let soft = RECOMMENDS.replace("indstilles", "ind\u{ad}stilles");
    let report = check(&soft, Language::default().leaving_alone([RECOMMENDS]));
    assert_eq!(report.result("P3.3.b").unwrap().outcome(), Outcome::Review);
    // "å" in one piece or as "a" and its ring.
    for (whole, apart) in [("Vi foreslår en café og fleksjob.", "Vi foresla\u{30a}r en cafe\u{301} og fleksjob.")] {
        for (text, known) in [(whole, apart), (apart, whole)] {
            let report = check(text, Language::default().leaving_alone([known]));
            assert_eq!(report.result("P3.3.b").unwrap().outcome(), Outcome::Review, "{text}: {known}");
            let report = check(text, Language::default());
            assert_eq!(report.result("P3.3.b").unwrap().outcome(), Outcome::NotMet, "{text}");
        }
    }
    let listed = check(
        r"\n- Det indstilles, at borgeren tilkendes førtidspension\n",
        Language::default().leaving_alone([RECOMMENDS]),
    );
    assert_eq!(listed.result("P3.3.b").unwrap().outcome(), Outcome::Review);
    for other in
        ["Det indstilles", "Hun bor alene.", "", " ", "-", "Hun bor alene. Det indstilles, at hun får fleksjob."]
    {
        assert_eq!(outcome(Language::default().leaving_alone([other])), Outcome::NotMet, "{other}");
    }
}

#[test]
fn a_profile_names_sentences_to_leave_alone() {
    let profile = |sentence: &str| {
        let json =
            format!(r#"{{"id":"kommune/egne","title":"x","source":"x","force":"local","leaveAlone":["{sentence}"]}}"#);
        ProfileSet::builder().load(&json).and_then(|set| set.build())
    };
    let outcome = |sentence| {
        let set = profile(sentence).unwrap();
        let report = options(Language::default()).profiles(set.clone()).check_str(&plan(RECOMMENDS)).unwrap();
        report.result("P3.3.b").unwrap().outcome()
    };
    assert_eq!(outcome(RECOMMENDS), Outcome::Review);
    assert_eq!(outcome("Hun bor alene."), Outcome::NotMet);
    assert_eq!(outcome(&"x y. ".repeat(2000)), Outcome::NotMet);
    for blank in ["", " ", "-", "1.", "a)", "(2) -"] {
        assert!(profile(blank).unwrap_err().to_string().contains("/leaveAlone/0"), "{blank:?}");
    }
}

/// What a profile takes away stays visible: on the answer, in the number of sentences, and where profiles are compared.
#[test]
fn what_was_left_alone_is_told() {
    let checked = |text: &str| {
        let json =
            json!({"id": "kommune/egne", "title": "x", "source": "x", "force": "local", "leaveAlone": [RECOMMENDS]});
        let set = ProfileSet::builder().load(&json.to_string()).and_then(|set| set.build()).unwrap();
        options(Language::default()).profiles(set).check_str(&plan(text)).unwrap()
    };
    let falls_away = |report: &Report| {
        let mut comparison = Comparison::default();
        comparison.add("plan", report);
        comparison.differences().any(|(rule, _, difference)| rule == "P3.3.b" && difference.fall_away == 1)
    };
    let report = checked(&format!("{RECOMMENDS} Hun har en hund. {RECOMMENDS}"));
    let changes = report.result("P3.3.b").unwrap().changes().unwrap();
    assert_eq!((changes.base_outcome, changes.base_severity), (Outcome::NotMet, Some(Severity::Warning)));
    let by: Vec<_> = changes.by.iter().map(|change| (change.kind, change.profile().id.as_str())).collect();
    assert_eq!(by, [(ChangeKind::LeaveAlone, "kommune/egne")]);
    assert_eq!(report.profiles.as_ref().unwrap().left_alone, 2);
    assert!(falls_away(&report));
    assert!(!report.to_json(rehabplan::Lang::Da).contains("tilkendes"));

    // Another sentence is pointed out all the same.
    let report = checked(&format!("{RECOMMENDS} Vi anbefaler fleksjob."));
    assert_eq!(report.result("P3.3.b").unwrap().outcome(), Outcome::NotMet);
    assert_eq!((report.profiles.as_ref().unwrap().left_alone, falls_away(&report)), (1, false));

    let report = checked("Hun har to børn.");
    assert!(report.result("P3.3.b").unwrap().changes().is_none());
    assert_eq!((report.profiles.as_ref().unwrap().left_alone, falls_away(&report)), (0, false));
}

/// § 15, stk. 1, nr. 5, asks for the citizen's own view of health and of what it means: "jeg" is the citizen there.
#[test]
fn what_a_self_employed_citizen_thinks_is_the_citizens() {
    for own in ["helbredsperspektiv", "helbredetsBetydning", "helbredsperspektivOgBetydning"] {
        assert_eq!(voice_at(&format!("/forberedendeDel/selvstaendig/{own}")), Voice::Citizen, "{own}");
    }
    assert_eq!(voice_at("/forberedendeDel/selvstaendig/helbred"), Voice::Other);
}

/// Where only findings are shown, nothing else would say that the texts were not read.
#[test]
fn a_report_says_that_nothing_was_searched() {
    let codes = |language| -> Vec<&str> {
        let checker = Checker::new().phase(Phase::Forelaeggelse).language(language);
        checker.check_str(&plan(RECOMMENDS)).unwrap().notes.iter().map(|note| note.code).collect()
    };
    assert_eq!(codes(Language::default()), [""; 0]);
    assert_eq!(codes(Language::off()), ["notSearched"]);
}

/// Not searched: what the doctor assesses, and the municipality under § 4, stk. 2, and § 12. Those are assessments by law (T39).
const ASSESSED_BY_LAW: [&str; 2] = ["/forberedendeDel/laege/", "/forberedendeDel/laegeFritagelse/"];

/// Nor what a document is called and where it lies, which is nobody's opinion.
const OF_A_DOCUMENT: [&str; 2] = ["/titel", "/henvisning"];

/// A document in which every text says where it stands, and these places.
fn filled(fields: &[FieldInfo], at: &str, places: &mut Vec<String>) -> Value {
    let members = fields.iter().filter_map(|field| {
        let value = filled_field(&field.kind, &format!("{at}/{}", field.key), places)?;
        Some((field.key.to_owned(), value))
    });
    Value::Object(members.collect())
}

fn filled_field(kind: &FieldKind, at: &str, places: &mut Vec<String>) -> Option<Value> {
    match kind {
        FieldKind::Text => {
            places.push(at.to_owned());
            Some(at.into())
        }
        FieldKind::Part { fields } => Some(filled(fields, at, places)),
        FieldKind::List { entry } => Some(vec![filled_field(entry, &format!("{at}/0"), places)?].into()),
        FieldKind::Date | FieldKind::Boolean | FieldKind::Number | FieldKind::Code { .. } | FieldKind::Anything => None,
    }
}

/// A field that is added to the preparatory part is searched (`TEXTS` in `law/fritekst.rs`), or has its reason above. The two that
/// must be empty take anything at all and are P3.3.a's.
#[test]
fn every_text_of_the_preparatory_part_is_searched_or_has_a_reason_not_to_be() {
    let Some(FieldKind::Part { fields }) = Plan::field("/forberedendeDel").map(|field| field.kind) else {
        panic!("the preparatory part is a part");
    };
    let mut places = Vec::new();
    let part = filled(fields, "/forberedendeDel", &mut places);
    let plan = json!({ "sag": { "sagstype": "ressourceforloeb" }, "forberedendeDel": part });
    let asking = Language::asking(|text, _| text.starts_with("/forberedendeDel"));
    let report = options(asking).check_str(&plan.to_string()).unwrap();
    assert!(report.input.is_empty());
    let searched: BTreeSet<_> = report.result("P3.3.b").unwrap().paths().map(ToString::to_string).collect();
    for place in &places {
        let is_exempt = ASSESSED_BY_LAW.iter().any(|part| place.starts_with(part))
            || OF_A_DOCUMENT.iter().any(|field| place.ends_with(field));
        assert_eq!(searched.contains(place), !is_exempt, "{place}");
    }
    assert!(searched.iter().all(|place| places.contains(place)), "{searched:?}");
    let named: BTreeSet<_> = law::searched().iter().map(|field| field.replace('*', "0")).collect();
    assert_eq!(searched, named);
}
