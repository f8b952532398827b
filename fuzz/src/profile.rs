//! Any text as a profile or a list of suppressions.

use std::sync::LazyLock;

use rehabplan::plan::Date;
use rehabplan::profile::Builder;
use rehabplan::{Checker, Conclusion, Detail, Lang, ProfileSet, Report};
use serde_json::Value;

use crate::sound::{self, CANARY};

/// Plans of several variants, in order and not, with what the regulation alone says of them.
static PLANS: LazyLock<Vec<(Vec<u8>, Report)>> = LazyLock::new(|| {
    let names = ["RF", "JA22", "FJ", "SDP3"];
    let plan = |mut plan: Value| {
        plan["forberedendeDel"]["oensker"] = CANARY.into();
        plan["forberedendeDel"]["laege"] = Value::Null;
        let bytes = plan.to_string().into_bytes();
        let report = checker().check_slice(&bytes).expect("a plan of the corpus");
        (bytes, report)
    };
    names.map(|name| plan(rehabplan_corpus::base(name))).into()
});

fn checker() -> Checker {
    Checker::new().as_of(Date::new(2020, 6, 1)).detail(Detail::All)
}

/// No profile can panic, change a rule that it does not name, or make a case deficient under the regulation.
pub fn profile(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let read: [fn(Builder, &str) -> _; 2] = [Builder::load, Builder::suppress];
    for read in read {
        match read(ProfileSet::builder(), text).map(Builder::for_one_plan).and_then(Builder::build) {
            Ok(profiles) => apply(text, &profiles),
            Err(error) => {
                for &lang in Lang::ALL {
                    assert!(!error.message(lang).is_empty());
                }
            }
        }
    }
}

fn apply(text: &str, profiles: &ProfileSet) {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut named = Vec::new();
    strings(&serde_json::from_str(text).expect("what is loaded is JSON"), &mut named);
    for (plan, plain) in PLANS.iter() {
        let report = checker().profiles(profiles.clone()).check_slice(plan).expect("a plan of the corpus");
        sound::honest(&report);
        assert!(Ok(&report) == checker().profiles(profiles.clone()).check_slice(plan).as_ref(), "another answer");
        // What stands in a profile is the user's own text, and it is shown.
        if !sound::has_canary(text) {
            Lang::ALL.iter().for_each(|lang| sound::holds_no_canary(&report.to_json(*lang)));
        }
        assert_eq!(report.results.len(), plain.results.len());
        for (result, base) in report.results.iter().zip(&plain.results) {
            let id = result.rule.id;
            assert_eq!(id, base.rule.id);
            let is_named = named.iter().any(|name| {
                // A suppression names the key of a finding, `rule!path`.
                let name = name.split('!').next().unwrap_or_default();
                id.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
            });
            if !is_named {
                let answer = (result.outcome(), result.severity(), result.suppressed().is_some());
                assert_eq!(answer, (base.outcome(), base.severity(), false), "{id} was not named");
            }
        }
        // Exempting and accepting can take the last defect away; nothing can make one.
        assert!(plain.conclusion == Conclusion::Deficient || report.conclusion != Conclusion::Deficient);
        if let Some(beside) = &report.profiles {
            assert_eq!(beside.base_conclusion, plain.conclusion);
        }
    }
}

/// Every string of a document that is a value.
fn strings(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::String(text) => found.push(text.trim().to_owned()),
        Value::Array(items) => items.iter().for_each(|item| strings(item, found)),
        Value::Object(members) => members.values().for_each(|member| strings(member, found)),
        _ => {}
    }
}
