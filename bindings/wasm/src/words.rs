//! The words for every code of a report, and everything there is to say about the rules.

use std::collections::BTreeMap;

use rehabplan::catalogue::{self, AnyRule, all_notes};
use rehabplan::report::InputCode;
use rehabplan::text::Wording;
use rehabplan::{RULE_SET, RuleSet};
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Words {
    rule_set: &'static RuleSet,
    /// As `rehabplan rules --format json` writes them.
    rules: Vec<AnyRule>,
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
        rules: catalogue::rules().collect(),
        notes: all_notes().map(said).collect(),
        input: InputCode::KINDS.iter().map(found).collect(),
    };
    // Writing plain data to a string cannot fail.
    serde_json::to_vec(&words).unwrap_or_default()
}
