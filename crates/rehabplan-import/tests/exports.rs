//! Exports in the manners of several systems, made from known plans by `tests/import/make.py`.
#![cfg(all(feature = "arrow", feature = "csv", feature = "workbook"))]
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use rehabplan::plan::Date;
use rehabplan::{Checker, Lang, Plan};
use rehabplan_corpus::whole_plans;
use rehabplan_import::draft::{Table, draft};
use rehabplan_import::import::Import;
use rehabplan_import::mapping::{Given, Mapping, Source};
use rehabplan_import::source;
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Told {
    cases: String,
    expected: Vec<Expected>,
}

#[derive(Deserialize)]
struct Expected {
    id: String,
    plan: Value,
    /// Places at which something stands that nobody can read.
    unreadable: Vec<String>,
}

fn exports() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/import");
    let mut exports: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.join("expected.json").is_file())
        .collect();
    exports.sort();
    exports
}

fn mapping(export: &Path) -> Mapping {
    let bytes = fs::read(export.join("kort.toml")).or_else(|_| fs::read(export.join("kort.json"))).unwrap();
    Mapping::read(&bytes).unwrap_or_else(|error| panic!("{export:?}: {error}"))
}

fn told(export: &Path) -> Told {
    serde_json::from_slice(&fs::read(export.join("expected.json")).unwrap()).unwrap()
}

#[test]
fn every_export_holds_the_plans_that_it_was_made_of() {
    let exports = exports();
    assert!(exports.len() >= 8);
    for export in &exports {
        let Told { cases, expected } = told(export);
        let import = Import::open(&mapping(export), &export.join(cases), &[]);
        let import = import.unwrap_or_else(|error| panic!("{export:?}: {error}"));
        let joined = import.joined();
        let leaves_out = mapping(export).file().skip_notes;
        let cases: Vec<_> = import.map(Result::unwrap).collect();
        assert_eq!(
            cases.iter().map(|case| case.id().unwrap()).collect::<Vec<_>>(),
            expected.iter().map(|expected| expected.id.clone()).collect::<Vec<_>>(),
            "{export:?}"
        );
        for (case, Expected { id, plan, unreadable }) in cases.iter().zip(&expected) {
            let text = String::from_utf8(case.plan()).unwrap();
            let read = Plan::from_json(&text).unwrap();
            let own = plan.to_string();
            assert_eq!(
                serde_json::to_value(&read).unwrap(),
                serde_json::to_value(Plan::from_json(&own).unwrap()).unwrap(),
                "{export:?} {id}"
            );
            // What cannot be read is told at its place, with its row and its column, and nothing else is.
            let found: Vec<&str> = read.input.iter().map(|finding| finding.path.as_str()).collect();
            assert_eq!(found, unreadable.iter().map(String::as_str).collect::<Vec<_>>(), "{export:?} {id}");
            for place in found {
                assert_eq!(case.origin(place).unwrap().row, case.row(), "{export:?} {id}");
            }
        }
        let noticed = joined.noticed();
        assert_eq!((noticed.repeated_ids, noticed.sums, noticed.encoded_twice), (0, 0, 0), "{export:?}");
        assert_eq!(noticed.notes > 0, leaves_out, "{export:?}");
        assert!(joined.unused().iter().all(|unused| (unused.unmatched, unused.untaken) == (0, 0)), "{export:?}");
    }
}

#[test]
fn what_is_found_is_what_the_plans_themselves_would_show_through_the_same_window() {
    let plans: BTreeMap<String, String> =
        whole_plans().unwrap().into_iter().map(|plan| (plan.name, plan.text)).collect();
    let known: Vec<&String> =
        plans.iter().filter(|(name, _)| !name.contains("datafejl")).map(|(_, text)| text).collect();
    // What cannot be read, and a cross for yes without a sign for no, are not in the plans themselves.
    let is_other = |export: &&PathBuf| ["snavs", "regneark-i-haanden"].iter().any(|name| export.ends_with(name));
    for export in exports().iter().filter(|export| !is_other(export)) {
        let import = Import::open(&mapping(export), &export.join(told(export).cases), &[]).unwrap();
        let checker = Checker::new().as_of(Date::new(2020, 6, 1)).horizon(import.horizon().clone());
        let mut count = 0;
        for (case, text) in import.zip(&known) {
            let findings = |text: &[u8]| -> Vec<(String, Vec<String>)> {
                let report = checker.check_slice(text).unwrap();
                let findings = report.findings();
                findings.map(|found| (found.rule.id.to_owned(), found.paths().map(str::to_owned).collect())).collect()
            };
            let case = case.unwrap();
            assert_eq!(findings(&case.plan()), findings(text.as_bytes()), "{export:?} {:?}", case.id());
            count += 1;
        }
        assert_eq!(count, known.len(), "{export:?}");
    }
}

#[test]
fn a_draft_puts_no_column_where_it_does_not_belong() {
    for export in &exports() {
        let Told { cases, .. } = told(export);
        let path = export.join(cases);
        let Ok(opened) = source::open(&path, &Source::default()) else { continue };
        let draft = draft(vec![Table { name: "sager".to_owned(), file: None, opened }], Lang::Da);
        // Of nested JSON nothing is known by its name.
        let Ok(drafted) = draft.mapping else { continue };
        let known = mapping(export);
        let name = |given: &Given| given.name.clone().or_else(|| given.more.column.clone());
        assert_eq!(drafted.file().id.as_ref().map(name), known.file().id.as_ref().map(name), "{export:?}");
        let own: BTreeMap<_, _> =
            known.file().plan.0.iter().map(|(place, given)| (place.clone(), name(given))).collect();
        let mut found = 0;
        for (place, given) in &drafted.file().plan.0 {
            assert_eq!(own.get(place), Some(&name(given)), "{export:?} {place}");
            found += 1;
        }
        assert!(found * 10 >= own.len() * 9, "{export:?}: {found} of {}", own.len());
        // What stands below the cases, or between them, is left out.
        assert_eq!(drafted.file().skip_notes, known.file().skip_notes, "{export:?}");
    }
}
