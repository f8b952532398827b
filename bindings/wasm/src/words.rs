//! The words for every code of a report, and everything there is to say about the rules.

use std::collections::{BTreeMap, BTreeSet};

use rehabplan::catalogue::{Entry, all_notes, entries};
use rehabplan::law::{Cell, Rule, RuleKind, exempting, grounds, rules};
use rehabplan::report::InputCode;
use rehabplan::text::Wording;
use rehabplan::{RULE_SET, RuleSet, Variant};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Words {
    rule_set: &'static RuleSet,
    /// As `rehabplan rules --format json` writes them.
    rules: Vec<Entry>,
    /// The cells of the matrix by which the kind of case asks for a requirement.
    required: BTreeSet<String>,
    /// The ids of what decides whether a provision exempts, by the provision.
    exempting: BTreeMap<String, Vec<&'static str>>,
    /// The ids of the rules that look at a field which none of them names, by the field.
    beside: BTreeMap<&'static str, Vec<&'static str>>,
    notes: BTreeMap<&'static str, Said>,
    /// By the code, with a `?` behind it where the name that was most likely meant is to be filled in.
    input: BTreeMap<String, Found>,
}

/// What a note says.
#[derive(Serialize)]
struct Said {
    text: Wording,
    remedy: Option<Wording>,
}

/// What a finding about the document itself says.
#[derive(Serialize)]
struct Found {
    message: Wording,
    remedy: Wording,
}

/// Every cell of the matrix.
fn cells() -> impl Iterator<Item = Cell> {
    rules().flat_map(|rule| Variant::ALL.iter().copied().map(|variant| rule.cells.get(variant)))
}

/// The requirements that look at a field without naming it. Where others name it, those alone that may mind that it is blank.
fn beside() -> BTreeMap<&'static str, Vec<&'static str>> {
    let named: BTreeSet<_> = rules().flat_map(Rule::paths).collect();
    let mut beside = BTreeMap::<_, Vec<_>>::new();
    for rule in rules() {
        let (own, minds) = (rule.paths(), matches!(rule.kind, RuleKind::Requirement | RuleKind::Advice));
        let besides = rule.looks_at().into_iter().filter(|field| !own.contains(field));
        for field in besides.filter(|field| minds || !named.contains(field)) {
            beside.entry(field).or_default().push(rule.id);
        }
    }
    beside
}

/// All of them, in JSON.
pub(crate) fn json() -> Vec<u8> {
    let said = |note: &'static rehabplan::text::Note| {
        (note.code, Said { text: *note.text, remedy: note.remedy.map(|remedy| *remedy) })
    };
    let found = |code: &InputCode| {
        let (message, remedy) = code.texts();
        let mark = code.nearest().map_or("", |_| "?");
        ([code.code(), mark].concat(), Found { message, remedy })
    };
    let words = Words {
        rule_set: &RULE_SET,
        rules: entries().collect(),
        required: cells().filter(|cell| cell.is_required()).map(|cell| cell.to_string()).collect(),
        exempting: exempting().iter().map(|by| (by.to_string(), grounds(*by).collect())).collect(),
        beside: beside(),
        notes: all_notes().map(said).collect(),
        input: InputCode::KINDS.iter().map(found).collect(),
    };
    // Writing plain data to a string cannot fail.
    serde_json::to_vec(&words).unwrap_or_default()
}
