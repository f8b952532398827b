//! What codes are called: a name for each, in both languages, and no two alike.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use rehabplan::catalogue::Entry;
use rehabplan::law::{Cell, Kind, Provision, coverage, rules};
use rehabplan::names::{Names, paragraph};
use rehabplan::plan::{FieldInfo, FieldKind, Sagstype};
use rehabplan::text::Text;
use rehabplan::{Lang, Outcome, Phase, Plan, Variant};
use serde_json::json;

fn all_differ(titles: &[Text]) {
    for lang in Lang::ALL {
        let different: BTreeSet<_> = titles.iter().map(|title| title.get(lang)).collect();
        assert_eq!(different.len(), titles.len(), "{different:?}");
        for title in different {
            assert!(!title.is_empty() && !title.ends_with('.') && title.trim() == title, "{title}");
        }
    }
}

#[test]
fn every_code_has_a_name_of_its_own() {
    all_differ(&Variant::ALL.map(Variant::title));
    all_differ(&Variant::ALL.map(Variant::short_title));
    all_differ(&Phase::ALL.map(Phase::title));
    all_differ(&Phase::ALL.map(Phase::meaning));
    all_differ(&Outcome::ALL.map(Outcome::title));
    all_differ(&(1..=16).map(|number| paragraph(number).unwrap()).collect::<Vec<_>>());
    use Kind::{Advice, Exemption, Judgement, Requirement, SupportedJudgement};
    all_differ(&[Requirement, Advice, Judgement, SupportedJudgement, Exemption].map(Kind::meaning));
    let statuses: BTreeSet<_> = coverage(Lang::Da).map(|row| (row.status, row.title().da)).collect();
    assert_eq!(statuses.len(), 4, "{statuses:?}");
    assert_eq!((paragraph(0), paragraph(17)), (None, None));
}

#[test]
fn rules_belong_to_paragraphs_that_have_names() {
    assert!(rules().all(|rule| paragraph(rule.provision.paragraf).is_some()));
    assert!(Entry::all().all(|entry| !entry.meaning().da.is_empty()));
}

#[test]
fn a_cell_that_exempts_names_its_provision() {
    let cell = Cell::Exempt(Provision::p(4).stk(2));
    assert_eq!(
        Lang::ALL.map(|lang| cell.meaning(lang)),
        [
            "fritaget efter § 4, stk. 2, når betingelserne dér er opfyldt; ellers kræves det",
            "exempt under § 4, stk. 2 when the conditions there are met; otherwise required"
        ]
    );
}

#[test]
fn every_field_has_a_title_in_both_languages() {
    fn each(fields: &[FieldInfo], seen: &mut Vec<Text>) {
        for field in fields {
            seen.push(field.title);
            match field.kind {
                FieldKind::Part { fields } | FieldKind::List { entry: &FieldKind::Part { fields } } => {
                    each(fields, seen)
                }
                _ => {}
            }
        }
    }
    let mut titles = Vec::new();
    each(Plan::fields(), &mut titles);
    assert!(titles.len() > 200, "{}", titles.len());
    assert!(titles.iter().all(|title| !title.da.is_empty() && !title.en.is_empty()));
    // What is called one thing in Danish is not called two in English.
    let pairs: BTreeSet<_> = titles.iter().map(|title| (title.da, title.en)).collect();
    let danish: BTreeSet<_> = titles.iter().map(|title| title.da).collect();
    assert_eq!(pairs.len(), danish.len());
    all_differ(&Sagstype::ALL.iter().map(|code| code.title()).collect::<Vec<_>>());
}

#[test]
fn names_are_written_by_their_codes() {
    let names = json!(Names);
    assert_eq!(names["variants"]["RF"]["title"], json!({"da": "Ressourceforløb", "en": "Ressourceforløb"}));
    assert_eq!(names["phases"]["indstilling"]["meaning"]["en"], "after the meeting");
    assert_eq!(names["paragraphs"]["14"]["da"], "Revalidering");
    assert_eq!(names["outcomes"]["notMet"]["da"], "Ikke opfyldt");
    assert_eq!(names["conclusions"]["deficient"]["da"], "Mangelfuld");
    assert_eq!(names["variants"].as_object().unwrap().len(), Variant::ALL.len());
}
