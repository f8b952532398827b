//! How fast a plan becomes a report, beside what it costs to tokenise the same bytes.
//!
//! The whole plans of `tests/plans` are checked in turn, written compactly as an export writes them, in plain UTF-8 and
//! with every letter outside ASCII escaped. Compare within one run: the figures of two runs are not comparable.
#![allow(clippy::unwrap_used, clippy::expect_used, missing_docs)]

use std::fs;
use std::hint::black_box;
use std::path::Path;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rehabplan::{Checker, Detail, Lang, Plan};
use serde::de::IgnoredAny;

fn plans() -> Vec<Vec<u8>> {
    let folder = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/plans"));
    let mut paths: Vec<_> = fs::read_dir(folder).expect("the plans").map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let plans = paths.into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    plans
        .map(|path| {
            let plan: serde_json::Value = serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap();
            plan.to_string().into_bytes()
        })
        .collect()
}

fn escaped(plan: &[u8]) -> Vec<u8> {
    let text = std::str::from_utf8(plan).unwrap();
    let mut units = [0; 2];
    text.chars().fold(Vec::new(), |mut escaped, letter| {
        if letter.is_ascii() {
            escaped.push(letter as u8);
        } else {
            for unit in letter.encode_utf16(&mut units) {
                escaped.extend_from_slice(format!("\\u{unit:04x}").as_bytes());
            }
        }
        escaped
    })
}

fn validate(criterion: &mut Criterion) {
    let plain = plans();
    let escaped: Vec<_> = plain.iter().map(|plan| escaped(plan)).collect();
    let findings = Checker::new();
    let all = Checker::new().detail(Detail::All);
    let mut group = criterion.benchmark_group("plans");
    for (encoding, plans) in [("plain", &plain), ("escaped", &escaped)] {
        let bytes: usize = plans.iter().map(Vec::len).sum();
        group.throughput(Throughput::Bytes(bytes as u64));
        let mut bench = |name: &str, run: &dyn Fn(&[u8])| {
            group.bench_with_input(BenchmarkId::new(name, encoding), plans, |bencher, plans| {
                bencher.iter(|| plans.iter().for_each(|plan| run(black_box(plan))));
            });
        };
        bench("tokenise only (serde_json)", &|plan| {
            black_box(serde_json::from_slice::<IgnoredAny>(plan).unwrap());
        });
        bench("read", &|plan| {
            black_box(Plan::from_json(std::str::from_utf8(plan).unwrap()).unwrap());
        });
        bench("findings", &|plan| {
            black_box(findings.check_slice(plan).unwrap());
        });
        bench("all results", &|plan| {
            black_box(all.check_slice(plan).unwrap());
        });
        bench("findings as JSON", &|plan| {
            black_box(findings.check_slice(plan).unwrap().to_json(Lang::Da));
        });
    }
    group.finish();
}

criterion_group!(benches, validate);
criterion_main!(benches);
