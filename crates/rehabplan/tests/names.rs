//! What codes are called: a name for each, in both languages, and no two alike.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::collections::BTreeSet;

use rehabplan::catalogue::AnyRule;
use rehabplan::law::{Cell, Provision, RuleKind, coverage, rule, rules};
use rehabplan::names::{Names, paragraph};
use rehabplan::plan::Sagstype;
use rehabplan::text::Wording;
use rehabplan::{Conclusion, Lang, Outcome, Phase, Plan, Variant};
use serde_json::json;

fn all_differ(titles: impl IntoIterator<Item = Wording>) {
    let titles: Vec<_> = titles.into_iter().collect();
    for &lang in Lang::ALL {
        let different: BTreeSet<_> = titles.iter().map(|title| title.get(lang)).collect();
        assert_eq!(different.len(), titles.len(), "{different:?}");
        for title in different {
            assert!(!title.is_empty() && !title.ends_with('.') && title.trim() == title, "{title}");
        }
    }
}

/// A variant that is added does not compile here before it has its place, nor pass before it is listed.
#[test]
fn what_is_said_to_be_every_one_is() {
    let phase = |phase: &Phase| match phase {
        Phase::Forelaeggelse => 0,
        Phase::Indstilling => 1,
        Phase::Indsats => 2,
    };
    assert!(Phase::ALL.iter().map(phase).eq(0..3));
    let outcome = |outcome: &Outcome| match outcome {
        Outcome::Met => 0,
        Outcome::NotMet => 1,
        Outcome::Exempt => 2,
        Outcome::NotApplicable => 3,
        Outcome::Review => 4,
        Outcome::Undetermined => 5,
    };
    assert!(Outcome::ALL.iter().map(outcome).eq(0..6));
    let conclusion = |conclusion: &Conclusion| match conclusion {
        Conclusion::Fulfilled => 0,
        Conclusion::Deficient => 1,
        Conclusion::Undetermined => 2,
        Conclusion::OutOfScope => 3,
        Conclusion::OutsideValidity => 4,
    };
    assert!(Conclusion::ALL.iter().map(conclusion).eq(0..5));
    assert_eq!((Variant::ALL.len(), Lang::ALL.len()), (15, 2));
}

#[test]
fn every_code_has_a_name_of_its_own() {
    all_differ(Variant::ALL.iter().copied().map(Variant::title));
    all_differ(Variant::ALL.iter().copied().map(Variant::short_title));
    all_differ(Phase::ALL.iter().copied().map(Phase::title));
    all_differ(Phase::ALL.iter().copied().map(Phase::meaning));
    all_differ(Outcome::ALL.iter().copied().map(Outcome::title));
    all_differ((1..=16).map(|number| paragraph(number).unwrap()));
    use RuleKind::{Advice, Exemption, Judgement, Requirement, SupportedJudgement};
    all_differ([Requirement, Advice, Judgement, SupportedJudgement, Exemption].map(RuleKind::meaning));
    let statuses: BTreeSet<_> = coverage(Lang::Da).map(|row| (row.status.code(), row.title().da)).collect();
    assert_eq!(statuses.len(), 4, "{statuses:?}");
    assert_eq!((paragraph(0), paragraph(17)), (None, None));
}

#[test]
fn rules_belong_to_paragraphs_that_have_names() {
    assert!(rules().all(|rule| paragraph(rule.provision.paragraf).is_some()));
    assert!(AnyRule::all().all(|entry| !entry.meaning().da.is_empty()));
}

#[test]
fn a_cell_that_exempts_names_its_provision() {
    let cell = Cell::Exempt(Provision::p(4).stk(2));
    assert_eq!(
        [Lang::Da, Lang::En].map(|lang| cell.meaning(RuleKind::Requirement, lang)),
        [
            "fritaget efter § 4, stk. 2, når betingelserne dér er opfyldt; ellers kræves det",
            "exempt under § 4, stk. 2 when the conditions there are met; otherwise required"
        ]
    );
}

/// The kind of case alone exempts under § 1, stk. 2, § 7, stk. 1, and § 14; and where the rule is itself the exemption, nothing is
/// required when it is not used.
#[test]
fn a_cell_says_that_something_is_required_otherwise_only_where_it_is() {
    let said = |id: &str, variant| {
        let rule = rule(id).unwrap();
        rule.cells.get(variant).meaning(rule.kind, Lang::En).into_owned()
    };
    assert_eq!(said("P3.1.4", Variant::JA13D), "exempt under § 1, stk. 2");
    assert_eq!(said("P3.4.pkt2.b", Variant::JA13D), "exempt under § 1, stk. 2", "advice too");
    assert_eq!(said("P7.1.a", Variant::REV), "exempt under § 14");
    assert_eq!(said("P7.1.b", Variant::FPU18), "exempt under § 7, stk. 1");
    // A meeting in a case of revalidering is worth a look all the same (T17).
    assert_eq!(said("P14.1.pkt2", Variant::REV), "at most a warning, where § 14 applies");
    // § 12 lets what is not relevant be left blank, and no more than a warning comes of it where nothing says so.
    assert_eq!(said("P12.1.pkt1.b", Variant::FP12), "at most a warning, where § 12, stk. 1 applies");
    assert!(said("P3.1.pkt2", Variant::FP13).ends_with("otherwise for a person to judge"));
    // Cooperation is for a person to judge in § 13 cases alone, and required as long as nothing says that it is one (A9, A16).
    for variant in [Variant::FP13, Variant::FPU17] {
        let condition =
            "for a person to judge where the case is handled on the existing basis under § 13; otherwise required";
        assert_eq!(said("P2.2.a", variant), condition);
        assert_eq!(said("P2.2.b", variant), "for a person to judge");
    }
    for rule in rules() {
        for &variant in Variant::ALL {
            let may_be_required = rule.kind == RuleKind::Requirement;
            assert!(may_be_required || !said(rule.id, variant).ends_with("otherwise required"), "{}", rule.id);
        }
    }
}

/// After measures under § 13 d what is missing in the indsatsdel is worth a warning and no more (A11), which is not said twice where a
/// rule never gives more.
#[test]
fn where_a_finding_is_at_most_a_warning_it_is_said() {
    let said = |id: &str, variant| rule(id).unwrap().applies(variant, Lang::En).into_owned();
    assert_eq!(said("P5.1.2.c", Variant::JA13D), "required; a finding is at most a warning");
    assert_eq!(said("P5.1.2.c", Variant::JAX), "required");
    assert_eq!(said("P5.2.c", Variant::JA13D), "required");
    for rule in rules().filter(|rule| rule.provision.paragraf != 5) {
        assert!(!said(rule.id, Variant::JA13D).contains("warning"), "{}", rule.id);
    }
}

#[test]
fn every_field_has_a_title_in_both_languages() {
    let mut titles = Vec::new();
    Plan::each_place(&mut |_, field, _| titles.push(field.title));
    assert!(titles.len() > 200, "{}", titles.len());
    assert!(titles.iter().all(|title| !title.da.is_empty() && !title.en.is_empty()));
    // What is called one thing in Danish is not called two in English.
    let pairs: BTreeSet<_> = titles.iter().map(|title| (title.da, title.en)).collect();
    let danish: BTreeSet<_> = titles.iter().map(|title| title.da).collect();
    assert_eq!(pairs.len(), danish.len());
    all_differ(Sagstype::ALL.iter().map(|code| code.title()).collect::<Vec<_>>());
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
