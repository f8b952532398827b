//! Times the product beside its peers in Rust, one pass at a time, as `benches/run.py` asks for it.

use std::hint::black_box;
use std::io::{self, BufRead as _};
use std::sync::LazyLock;
use std::time::Instant;
use std::{env, fs};

use jsonschema::Validator;
use rehabplan::language::Language;
use rehabplan::plan::Date;
use rehabplan::{Checker, Conclusion, Detail, Plan};
use rustix::time::{ClockId, clock_gettime};
use serde::de::IgnoredAny;
use serde_json::Value;

mod model;

/// The same passes in every language: how many of the plans a contender finds something wrong with.
type Pass = fn(&[&[u8]]) -> usize;

const CONTENDERS: &[(&str, Pass)] = &[
    ("tokenise", |plans| count(plans, |plan| serde_json::from_slice::<IgnoredAny>(plan).is_err())),
    ("typed parse", |plans| {
        count(plans, |plan| {
            let text = simdutf8::basic::from_utf8(plan).expect("the plans are UTF-8");
            black_box(serde_json::from_str::<model::Plan<'_>>(text)).is_err()
        })
    }),
    ("reading", |plans| {
        count(plans, |plan| {
            let text = simdutf8::basic::from_utf8(plan).expect("the plans are UTF-8");
            black_box(Plan::from_json(text)).is_err()
        })
    }),
    ("jsonschema", |plans| {
        count(plans, |plan| match serde_json::from_slice::<Value>(plan) {
            Ok(plan) => !black_box(SCHEMA.iter_errors(&plan).collect::<Vec<_>>()).is_empty(),
            Err(_) => true,
        })
    }),
    ("findings", |plans| report(plans, &checker())),
    ("same work", |plans| report(plans, &checker().language(Language::off()))),
    ("all results", |plans| report(plans, &checker().detail(Detail::All))),
];

/// The product's own schema, with dates checked as the product checks them.
static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
    let schema = serde_json::from_str(include_str!("../../../docs/plan.schema.json")).expect("it is generated");
    jsonschema::options().should_validate_formats(true).build(&schema).expect("it is tested")
});

fn checker() -> Checker {
    Checker::new().as_of(Date::new(2020, 6, 1))
}

fn report(plans: &[&[u8]], checker: &Checker) -> usize {
    count(plans, |plan| match black_box(checker.check_slice(plan)) {
        Ok(report) => report.conclusion == Conclusion::Deficient,
        Err(_) => true,
    })
}

fn count(plans: &[&[u8]], is_flagged: impl Fn(&[u8]) -> bool) -> usize {
    plans.iter().filter(|plan| is_flagged(black_box(plan))).count()
}

fn main() {
    let files: Vec<_> = env::args_os().skip(1).map(|path| fs::read(path).expect("the plans")).collect();
    let lines = |file: &'static [u8]| file.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()).collect();
    let plans: Vec<Vec<&[u8]>> = files.into_iter().map(|file| lines(file.leak())).collect();
    for line in io::stdin().lock().lines() {
        let line = line.expect("run.py asks");
        let (file, name) = line.split_once(' ').expect("run.py asks for a file and a contender");
        let plans = &plans[file.parse::<usize>().expect("run.py asks for a file by its number")];
        let (_, pass) = CONTENDERS.iter().find(|(known, _)| *known == name).expect("run.py knows the contenders");
        let (begun, used) = (Instant::now(), processor());
        let flagged = pass(plans);
        println!("{} {} {flagged}", begun.elapsed().as_secs_f64(), processor() - used);
    }
}

/// The seconds that the processor has worked for this process.
fn processor() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 + time.tv_nsec as f64 / 1e9
}
