//! Every target with its seeds and a fixed number of inputs made from them: the same ones each time.

use std::fs;
use std::panic;
use std::path::PathBuf;

use rehabplan_fuzz::{Mutator, TARGETS};

fn hold(name: &str) {
    let target = TARGETS.iter().find(|target| target.name == name).expect("a target");
    let seeds = (target.seeds)();
    assert!(!seeds.is_empty());
    let mut mutator = Mutator::new(1);
    let inputs = seeds.iter().cloned().chain((0..target.bounded).map(|_| mutator.input(&seeds)));
    for (number, input) in inputs.enumerate() {
        if let Err(panic) = panic::catch_unwind(|| (target.run)(&input)) {
            let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{number}"));
            fs::write(&file, &input).expect("a file");
            eprintln!("try it alone: cargo run --package rehabplan-fuzz --bin {name} -- {}", file.display());
            panic::resume_unwind(panic);
        }
    }
}

#[test]
fn json() {
    hold("json");
}

#[test]
fn plan() {
    hold("plan");
}

#[test]
fn language() {
    hold("language");
}

#[test]
fn ndjson() {
    hold("ndjson");
}

#[test]
fn profile() {
    hold("profile");
}

#[test]
fn options() {
    hold("options");
}

#[test]
fn envelope() {
    hold("envelope");
}

#[test]
fn mapping() {
    hold("mapping");
}

#[test]
fn table_of_text() {
    hold("table_of_text");
}

#[test]
fn workbook() {
    hold("workbook");
}

#[test]
fn docx() {
    hold("docx");
}

#[test]
fn odt() {
    hold("odt");
}

#[test]
fn pdf() {
    hold("pdf");
}

#[test]
fn readers() {
    hold("readers");
}
