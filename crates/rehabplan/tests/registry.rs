//! The rules as a whole: complete, in order, in both languages.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use rehabplan::catalogue::{self, AnyRule, all_notes};
use rehabplan::law::{
    Cell, Matrix, Provision, Rule, RuleKind, SCOPE, UNITS, Unit, UnitStatus, VOCABULARY, coverage, rule, rules,
};
use rehabplan::plan::{FieldKind, Markering};
use rehabplan::text::{Wording, notes};
use rehabplan::{Checker, Detail, Lang, Outcome, Phase, Plan, Severity, Variant, is_at_or_below, pointer};
use serde_json::{Value, json, to_value};

/// The place of a rule in the law: paragraph, stykke, number, sentence, and what follows in the id.
///
/// The regulation puts a list after the sentence that introduces it, so a sentence with a letter (`pkt1.a`) comes
/// before the numbers, and the plain sentence of a list's entry after its number.
fn parts(id: &str) -> Vec<&str> {
    id.split('.').collect()
}

#[test]
fn there_are_13_scope_rules() {
    assert_eq!(SCOPE.len(), 13);
}

#[test]
fn ids_are_unique_and_found() {
    let ids: BTreeSet<_> = rules().map(|rule| rule.id).chain(SCOPE.iter().map(|rule| rule.id)).collect();
    assert_eq!(ids.len(), rules().count() + SCOPE.len());
    for each in rules() {
        assert!(std::ptr::eq(rule(each.id).unwrap(), each), "{}", each.id);
    }
    assert_eq!(rule("P1.1"), None, "a scope rule is no requirement");
    assert_ne!(rule("P3.1.4"), rule("P3.1.5.a"));
}

/// One sentence has no full stop, as in the texts of the rules; more than one have it.
#[test]
fn notes_end_as_the_texts_of_the_rules_do() {
    let is_many = |text: &str| {
        let sentences = text.split(". ").skip(1);
        sentences.filter(|next| next.starts_with(|letter: char| letter.is_uppercase() || letter == '§')).count() > 0
    };
    for note in all_notes() {
        for text in [Some(note.text), note.remedy].into_iter().flatten() {
            for text in Lang::ALL.iter().copied().map(|lang| text.get(lang)) {
                assert_eq!(text.ends_with('.'), is_many(text), "{}: {text}", note.code);
            }
        }
    }
}

#[test]
fn rules_stand_in_the_order_of_the_law() {
    let units: Vec<_> = UNITS.iter().map(|unit| unit.id).collect();
    let place = |rule: &Rule| units.iter().position(|unit| *unit == rule.unit()).unwrap();
    let all: Vec<_> = rules().collect();
    for pair in all.windows(2) {
        let [first, second] = pair else { unreachable!() };
        assert!(place(first) <= place(second), "{} stands before {}", first.id, second.id);
        if place(first) == place(second) {
            assert!(parts(first.id) < parts(second.id), "{} stands before {}", first.id, second.id);
        }
    }
}

#[test]
fn the_citation_agrees_with_the_id() {
    for rule in rules() {
        let mut expected = Provision::p(0);
        for (place, part) in parts(rule.id).into_iter().enumerate() {
            match (place, part) {
                (0, paragraf) => expected.paragraf = paragraf.trim_start_matches('P').parse().unwrap(),
                (1, stk) => expected.stk = Some(stk.parse().unwrap()),
                (_, part) if part.starts_with("pkt") => expected.pkt = Some(part[3..].parse().unwrap()),
                (_, part) if part.len() == 1 && part.chars().all(|c| c.is_ascii_lowercase()) => {}
                (_, nr) => expected.nr = Some(nr.parse().unwrap()),
            }
        }
        // A paragraph without stykker gets stk. 1 in the id, but not in the citation.
        if [6, 10, 11, 14, 16].contains(&expected.paragraf) {
            expected.stk = None;
        }
        let mut provision = rule.provision;
        provision.led = None;
        assert_eq!(provision, expected, "{}", rule.id);
    }
}

#[test]
fn every_unit_is_accounted_for() {
    assert_eq!(UNITS.len(), 121);
    let ids: BTreeSet<_> = UNITS.iter().map(|unit| unit.id).collect();
    assert_eq!(ids.len(), 121);
    for unit in UNITS {
        let rules_of = rules().filter(|rule| rule.unit() == unit.id).count();
        match unit.status {
            UnitStatus::Rule => assert!(rules_of > 0, "{} has no rule", unit.id),
            UnitStatus::Scope => assert!(SCOPE.iter().any(|scope| scope.id == unit.id), "{}", unit.id),
            UnitStatus::Via { rules, .. } => {
                assert_eq!(rules_of, 0, "{}", unit.id);
                assert!(!rules.is_empty(), "{}", unit.id);
                assert!(rules.iter().all(|id| rule(id).is_some()), "{}", unit.id);
            }
            UnitStatus::Introduces { .. } => assert!(rules_of == 0 && unit.rules().len() > 1, "{}", unit.id),
            UnitStatus::Out { .. } => assert_eq!(rules_of, 0, "{}", unit.id),
        }
    }
    for scope in SCOPE {
        let unit = UNITS.iter().find(|unit| unit.id == scope.id).unwrap();
        assert_eq!(unit.provision, scope.provision, "{}", scope.id);
    }
    for rule in rules() {
        assert!(ids.contains(rule.unit()), "{} belongs to no unit", rule.id);
    }
    for &lang in Lang::ALL {
        assert!(coverage(lang).map(|row| row.unit).eq(UNITS.iter().map(|unit| unit.id)));
        for row in coverage(lang).filter(|row| row.status == UnitStatus::Rule) {
            assert!(row.rules.iter().all(|id| rule(id).unwrap().unit() == row.unit), "{row:?}");
        }
        assert!(coverage(lang).all(|row| row.rules.is_empty() == matches!(row.status, UnitStatus::Out { .. })));
        assert!(
            coverage(lang)
                .all(|row| row.reason.is_none() == matches!(row.status, UnitStatus::Rule | UnitStatus::Scope))
        );
    }
}

/// What introduces a list is covered by the requirements of the whole list, and of no other stykke.
#[test]
fn a_unit_that_introduces_a_list_is_covered_by_every_requirement_of_it() {
    let introduces = |unit: &&Unit| matches!(unit.status, UnitStatus::Introduces { .. });
    let ids: Vec<_> = UNITS.iter().filter(introduces).map(|unit| unit.id).collect();
    let of_the_law =
        ["P2.3", "P3.1.pkt3", "P4.3.b", "P5.1.pkt3", "P8.5.pkt1", "P8.5.pkt2", "P9.1.pkt2", "P11.1", "P15.1"];
    assert_eq!(ids, of_the_law);
    let rules_of = |id: &str| UNITS.iter().find(|unit| unit.id == id).unwrap().rules();
    assert_eq!(rules_of("P11.1"), ["P11.1.1", "P11.1.2"]);
    assert_eq!(rules_of("P8.5.pkt2"), ["P8.5.1", "P8.5.2", "P8.5.3.a", "P8.5.3.b", "P8.5.4"]);
    assert_eq!(rules_of("P4.3.b"), ["P4.3.1", "P4.3.2", "P4.3.3", "P4.3.4"], "and not the sentence before them");
    // What other requirements cover is named, one by one.
    assert_eq!(rules_of("P2.1.pkt1"), ["P2.1.pkt2", "P5.1.pkt1", "P5.1.pkt2"]);
}

#[test]
fn the_letters_of_a_unit_have_no_gap() {
    for unit in UNITS {
        let letters: Vec<_> = rules()
            .filter(|rule| rule.unit() == unit.id)
            .filter_map(|rule| rule.id.strip_prefix(unit.id)?.strip_prefix('.')?.chars().next())
            .collect();
        let expected: Vec<_> = ('a'..='z').take(letters.len()).collect();
        assert_eq!(letters, expected, "{}", unit.id);
    }
}

#[test]
fn the_vocabulary_holds_the_words_that_rules_are_said_in() {
    let used: BTreeSet<_> = rules().flat_map(Rule::words).collect();
    let words: BTreeSet<_> = VOCABULARY.iter().map(|word| word.name).collect();
    assert_eq!(used, words);
    assert_eq!(words.len(), VOCABULARY.len(), "each word once");
    for word in VOCABULARY {
        check_text(&word.meaning, word.name);
    }
    for rule in rules() {
        for &lang in Lang::ALL {
            let checked = rule.checked(lang);
            let is_whole = checked.len() > 20 && !checked.ends_with(['.', ':']) && !checked.contains("  ");
            assert!(is_whole, "{}: {checked}", rule.id);
        }
    }
}

#[test]
fn places_follow_from_the_check() {
    for rule in rules() {
        let paths = rule.paths();
        assert!(!paths.is_empty(), "{}", rule.id);
        assert_eq!(paths.iter().collect::<BTreeSet<_>>().len(), paths.len(), "{} names a place twice", rule.id);
        // A field, a part or a list of the plan, or the entries of one.
        let is_known = |path: &&str| Plan::field(path.strip_suffix("/*").unwrap_or(path)).is_some();
        assert!(paths.iter().all(is_known), "{}: {paths:?}", rule.id);
    }
    let paths = |id| rule(id).unwrap().paths();
    // A field and the joint one; a list and the statement that it is empty; every entry of three lists.
    assert_eq!(paths("P9.1.pkt1.b"), [pointer!(indstilling.forhold.sociale), pointer!(indstilling.forhold.samlet)]);
    assert_eq!(
        paths("P3.2.pkt1.b"),
        ["/forberedendeDel/hidtidigIndsats/socialBorger", "/forberedendeDel/hidtidigIndsats/ingenSocialBorger"]
    );
    assert_eq!(paths("P3.2.pkt2.a").len(), 3);
    // What a condition asks for is no evidence.
    assert_eq!(paths("P9.2"), ["/indstilling/fleksjob/udvikling"]);
    // A requirement that repeats others is about their places.
    assert_eq!(paths("P15.2").first(), Some(&"/forberedendeDel/laege"));
}

/// Sentences for people: both languages, no placeholder, and Danish that is not English.
fn check_text(text: &Wording, whose: &str) {
    for &lang in Lang::ALL {
        let text = text.get(lang);
        assert!(text.len() > 5, "{whose}: {text:?}");
        assert_eq!(text.trim(), text, "{whose}");
        assert!(!text.contains("  "), "{whose}: {text:?}");
    }
    assert_ne!(text.da, text.en, "{whose}");
    assert!(text.en.chars().all(|c| c != 'æ' && c != 'å'), "{whose}: {:?} is Danish", text.en);
    let english = [" the ", " is not ", " of the ", " citizen"];
    assert!(english.iter().all(|word| !text.da.contains(word)), "{whose}: {:?} is English", text.da);
}

#[test]
fn every_text_is_there_in_both_languages() {
    for rule in rules() {
        check_text(&rule.texts.demand, rule.id);
        check_text(&rule.texts.finding, rule.id);
        check_text(&rule.texts.remedy, rule.id);
        if let Some(judgement) = rule.texts.judgement {
            check_text(&judgement, rule.id);
            assert!(judgement.da.contains('?') && judgement.en.contains('?'), "{} asks no question", rule.id);
        }
        for sentence in [rule.texts.demand, rule.texts.finding, rule.texts.remedy] {
            assert!(!sentence.da.ends_with('.') && !sentence.en.ends_with('.'), "{} ends with a full stop", rule.id);
        }
        assert!(
            rule.kind.code() != "judgement" || rule.texts.judgement.is_some(),
            "{} says not what to judge",
            rule.id
        );
    }
    for scope in SCOPE {
        check_text(&scope.effect, scope.id);
    }
    for note in all_notes() {
        check_text(&note.text, note.code);
    }
}

#[test]
fn a_rule_that_cannot_fail_is_marked_so() {
    for rule in rules() {
        let cells: Vec<_> = Variant::ALL.iter().map(|variant| rule.cells.get(*variant)).collect();
        assert!(cells.iter().any(|cell| *cell != Cell::NotRelevant), "{} applies nowhere", rule.id);
        match rule.kind {
            RuleKind::Requirement => {
                assert_eq!(rule.severity(), Some(Severity::Error), "{}", rule.id);
                assert!(
                    cells.iter().any(|cell| matches!(cell, Cell::Required | Cell::Conditional)),
                    "{} is required nowhere",
                    rule.id
                );
            }
            RuleKind::Judgement | RuleKind::SupportedJudgement => {
                assert!(cells.iter().all(|cell| !matches!(cell, Cell::Required)), "{}", rule.id)
            }
            RuleKind::Exemption => {
                assert!(cells.iter().all(|cell| matches!(cell, Cell::Exempt(_) | Cell::NotRelevant)), "{}", rule.id);
            }
            RuleKind::Advice => {}
        }
    }
}

#[test]
fn what_a_paragraph_is_about_decides_its_phase() {
    for rule in rules() {
        let phases = match rule.provision.paragraf {
            3 | 4 | 12 | 13 | 15 => &[Phase::Forelaeggelse, Phase::Indstilling][..],
            5 => &[Phase::Indsats],
            6..=11 | 16 => &[Phase::Indstilling],
            _ => Phase::ALL,
        };
        assert!(phases.contains(&rule.phase), "{}", rule.id);
    }
}

/// The source of a paragraph names each of its rules once, under a comment that says what the provision demands.
#[test]
fn every_rule_is_documented_where_it_stands() {
    let law = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src/law"));
    for rule in rules() {
        let (paragraf, stk) = (rule.provision.paragraf, rule.provision.stk.unwrap_or_default());
        let of_stk = format!("p{paragraf:02}/stk{stk}.rs");
        let file = if law.join(&of_stk).exists() { of_stk } else { format!("p{paragraf:02}.rs") };
        let source = fs::read_to_string(law.join(&file)).unwrap();
        let declaration = format!("    id: \"{}\",\n", rule.id);
        let (before, _) = source.split_once(&declaration).unwrap_or_else(|| panic!("{} is not in {file}", rule.id));
        let comment: Vec<_> = before.lines().rev().skip(1).take_while(|line| line.starts_with("///")).collect();
        let first = comment.last().unwrap_or_else(|| panic!("{} has no comment", rule.id));
        assert!(first.starts_with(&format!("/// § {paragraf}")), "{}: {first}", rule.id);
        assert!(comment.len() >= 3, "{} says too little", rule.id);
    }
}

fn entry(id: &str) -> Value {
    to_value(AnyRule::find(id).unwrap()).unwrap()
}

#[test]
fn an_entry_says_what_a_rule_is() {
    const ALL: &[&str] = &["forelaeggelse", "indstilling", "indsats"];
    for (id, unit, kind, severity, phases) in [
        ("P3.1.4", "P3.1.4", "requirement", Some("error"), ALL),
        ("P3.4.pkt2.b", "P3.4.pkt2", "advice", Some("warning"), &ALL[1..]),
        ("P2.2.b", "P2.2.b", "judgement", None, ALL),
        ("P3.1.pkt1.c", "P3.1.pkt1.c", "judgement", Some("warning"), ALL),
        ("P5.2.b", "P5.2.b", "exemption", None, &ALL[2..]),
        ("P1.2", "P1.2", "scope", None, ALL),
    ] {
        let entry = entry(id);
        assert_eq!((&entry["id"], &entry["unit"]), (&json!(id), &json!(unit)));
        assert_eq!(entry["kind"], kind, "{id}");
        assert_eq!(entry["severity"], json!(severity), "{id}");
        assert_eq!(entry["phases"], json!(phases), "{id}");
        assert_eq!(entry["page"], json!({"da": format!("da/regler/{id}.md"), "en": format!("en/rules/{id}.md")}));
    }
    let entry = entry("p3.1.4");
    assert_eq!(entry["citation"], "§ 3, stk. 1, nr. 4");
    assert_eq!(entry["provision"], json!({"paragraf": 3, "stk": 1, "nr": 4, "pkt": null, "led": null}));
    assert_eq!(entry["paths"], json!(["/forberedendeDel/oensker"]));
    let texts = &rule("P3.1.4").unwrap().texts;
    for (key, text) in [("summary", texts.demand), ("finding", texts.finding), ("remedy", texts.remedy)] {
        assert_eq!(entry[key], json!({"da": text.da, "en": text.en}));
    }
    assert_eq!(AnyRule::find("P3.1"), None);
    assert!(
        catalogue::rules().map(AnyRule::id).eq(rules().map(|rule| rule.id).chain(SCOPE.iter().map(|scope| scope.id)))
    );
}

/// Kind, first phase and all 15 cells of every rule, as a person read them out of the regulation.
#[test]
fn every_rule_applies_where_the_law_says() {
    let files = rehabplan_corpus::files::<Value>("rules").unwrap();
    let mut wrong = Vec::new();
    for rule in rules() {
        let file = files.iter().find(|file| file.about == rule.id).unwrap_or_else(|| panic!("{}: no file", rule.id));
        let row = file.row.as_ref().unwrap();
        assert_eq!(row.cells().count(), Variant::ALL.len(), "{}", rule.id);
        let mut same = |what: &str, stated: Option<&str>, found: &str| {
            if stated != Some(found) {
                wrong.push(format!("{}, {what}: {found} and not {stated:?}", rule.id));
            }
        };
        same("kind", Some(&row.kind), rule.kind.code());
        same("phase", Some(&row.phase), rule.phase.code());
        for variant in Variant::ALL {
            same(variant.code(), row.cell(variant.code()), &rule.cells.get(*variant).to_string());
        }
    }
    assert!(wrong.is_empty(), "the code and not the law: {wrong:#?}");
}

/// One cell of each kind, as the matrix of the law has them.
#[test]
fn the_matrix_shows_what_applies() {
    let matrix = to_value(Matrix).unwrap();
    assert_eq!(matrix["variants"].as_array().unwrap().len(), 15);
    let rows = matrix["rules"].as_object().unwrap();
    assert!(rows.len() == rules().count() && rows.values().all(|row| row.as_object().unwrap().len() == 15));
    for (rule, variant, cell) in [
        ("P4.1.pkt1", "JA22", "U §4,2"),
        ("P4.1.pkt1", "JAX", "K"),
        ("P4.1.pkt2", "JAX", "K°"),
        ("P2.2.a", "FP13", "S"),
        ("P2.3.1", "REV", "-"),
        ("P7.1.a", "REV", "U §14"),
    ] {
        assert_eq!(rows[rule][variant], cell, "{rule}, {variant}");
        assert_eq!(entry(rule)["matrix"], rows[rule]);
    }
}

/// The places of the requirements that § 12, stk. 1, relaxes.
fn relaxed() -> BTreeSet<&'static str> {
    let is_relaxed = |rule: &&Rule| {
        rule.provision.paragraf == 3 && rule.cells.get(Variant::FP12) == Cell::Exempt(Provision::p(12).stk(1))
    };
    rules().filter(is_relaxed).flat_map(Rule::paths).collect()
}

/// § 12, stk. 1: a field that is blank is marked as not relevant or not possible, so each has a mark of its own. That of an object
/// whose fields have marks is none of a field.
#[test]
fn each_place_that_section_12_relaxes_can_be_marked() {
    const FORBEREDENDE_DEL: &str = pointer!(forberedende_del);
    // Places that are marked with another, and which, since the two are one answer.
    const WITH: &[(&str, &str)] = &[
        (pointer!(forberedende_del.cv_dokumenter), pointer!(forberedende_del.cv)),
        (pointer!(forberedende_del.udfordringer.samlet), pointer!(forberedende_del.udfordringer)),
        (pointer!(forberedende_del.helbred.ingen_foreliggende), pointer!(forberedende_del.helbred.dokumentation)),
        (pointer!(forberedende_del.forsoergelsesperioder), pointer!(forberedende_del.forsoergelseshistorik)),
        (
            pointer!(forberedende_del.hidtidig_indsats.ingen_beskaeftigelse),
            pointer!(forberedende_del.hidtidig_indsats.beskaeftigelse),
        ),
        (
            pointer!(forberedende_del.hidtidig_indsats.ingen_social_borger),
            pointer!(forberedende_del.hidtidig_indsats.social_borger),
        ),
        (
            pointer!(forberedende_del.hidtidig_indsats.ingen_social_familie),
            pointer!(forberedende_del.hidtidig_indsats.social_familie),
        ),
    ];
    let marks: Vec<_> = Markering::ALL.iter().map(|mark| format!("{FORBEREDENDE_DEL}/{}", mark.code())).collect();
    let of_fields =
        marks.iter().filter(|mark| !marks.iter().any(|other| other != *mark && is_at_or_below(other, mark)));
    let can_be_marked = |place: &str| of_fields.clone().any(|mark| is_at_or_below(place, mark));
    let relaxed = relaxed();
    let without: Vec<_> = relaxed.iter().copied().filter(|place| !can_be_marked(place)).collect();
    let with: BTreeSet<_> = WITH.iter().map(|(place, _)| *place).collect();
    assert!(without.iter().copied().eq(with), "these have no mark: {without:?}");
    assert!(WITH.iter().all(|(_, other)| marks.iter().any(|mark| mark == other)));
    for mark in of_fields {
        assert!(relaxed.iter().any(|place| is_at_or_below(place, mark)), "{mark} is not relaxed");
    }
}

/// Something at a place, and nothing else: a text, a list of one entry, a yes.
fn only(place: &str, kind: FieldKind) -> Value {
    let filled = |key: &str| if key.ends_with("dato") { "2020-01-20" } else { "Det er beskrevet." };
    let value = match kind {
        FieldKind::Boolean => json!(true),
        FieldKind::List { entry: FieldKind::Part { fields } } => json!([{ fields[0].key: filled(fields[0].key) }]),
        _ => json!(filled(place)),
    };
    place.rsplit('/').filter(|key| !key.is_empty()).fold(value, |below, key| json!({ key: below }))
}

/// § 13, stk. 1, 2. pkt.: the part is made from the information of the case, whichever field of § 3, stk. 1-2, it is in. The
/// fields are those that say that they serve these provisions, whether a requirement asks for them or not.
#[test]
fn each_field_of_section_3_alone_is_information_of_the_case() {
    // What is attached can only be read by a person, and a document of the doctor's is § 4's.
    const NONE: [&str; 2] = [pointer!(forberedende_del.bilag), pointer!(forberedende_del.laege)];
    let checker = Checker::new().phase(Phase::Forelaeggelse).detail(Detail::All);
    let answer = |part: Option<(&str, FieldKind)>| {
        let mut plan = rehabplan_corpus::base("FPU17");
        plan["forberedendeDel"] = json!({ "samarbejde": { "medBorger": true } });
        if let Some((place, kind)) = part {
            plan["forberedendeDel"] = only(place, kind)["forberedendeDel"].take();
        }
        let report = checker.check_str(&plan.to_string()).unwrap();
        let result = report.result("P13.1.pkt2").unwrap();
        (result.outcome(), result.severity())
    };
    let none = (Outcome::NotMet, Some(Severity::Error));
    assert_eq!(answer(None), none);
    let mut asked_for = BTreeSet::new();
    Plan::each_place(&mut |place, field, kind| {
        let is_of_section_3 = ["§ 3, stk. 1, 1. pkt.", "§ 3, stk. 1, nr.", "§ 3, stk. 2"].iter().any(|provision| {
            is_at_or_below(place, pointer!(forberedende_del)) && field.provision.starts_with(provision)
        });
        let is_whole = !matches!(kind, FieldKind::Part { .. }) && !place.contains('*');
        if !is_of_section_3 || !is_whole || NONE.iter().any(|none| is_at_or_below(place, none)) {
            return;
        }
        asked_for.insert(place.to_owned());
        assert_ne!(answer(Some((place, kind))), none, "{place}");
    });
    let relaxed: BTreeSet<_> = relaxed().into_iter().filter(|place| !place.contains('*')).map(str::to_owned).collect();
    let own: Vec<_> = asked_for.difference(&relaxed).collect();
    assert_eq!(own, [pointer!(forberedende_del.borgerens_egen_vurdering)], "it alone is left to a person");
    assert!(relaxed.is_subset(&asked_for), "{:?}", relaxed.difference(&asked_for));
}

#[test]
fn every_note_is_in_the_list_and_has_a_code_of_its_own() {
    fn declared(folder: &Path) -> usize {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        let notes =
            |file: String| file.lines().filter(|line| line.contains("static ") && line.contains(": Note =")).count();
        entries.map(|path| if path.is_dir() { declared(&path) } else { notes(fs::read_to_string(path).unwrap()) }).sum()
    }
    let declared = declared(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    // One of them is the macro, which declares those that many may have.
    assert_eq!(all_notes().count(), declared - 1 + notes::SHARED.len());
    assert_eq!(all_notes().map(|note| note.code).collect::<BTreeSet<_>>().len(), all_notes().count());
}
