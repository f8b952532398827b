//! How the weights are learned: an averaged perceptron over whole numbers, so that the same headings give the same bytes everywhere.
//!
//! `REHABPLAN_LEARN=1 cargo test -p rehabplan-import --all-features meaning` writes them anew where the headings are others.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::as_conversions,
    clippy::cast_possible_truncation
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use super::{NONE, Seen, Weights, all_seen, placed_by};

/// How often all headings are gone through.
const TIMES: i64 = 10;
/// How far ahead the right place has to be when one is learned from.
const MARGIN: i64 = 20;
/// A weight of one, and the least that is kept.
const ONE: i64 = 10;
const LEAST: i64 = 2;

/// A heading with the headings above it, and the places that a jurist would say its answer belongs to: none where it is of no place, or of
/// several at once.
pub(super) struct Heading {
    places: Vec<String>,
    above: Vec<String>,
    text: String,
}

impl Heading {
    fn above(&self) -> Vec<&str> {
        self.above.iter().map(String::as_str).collect()
    }
}

/// The lots of headings, each by another hand.
pub(super) fn lots() -> Vec<Vec<Heading>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/import/headings");
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .expect("the headings")
        .map(|file| file.expect("a lot").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    files.sort();
    files.iter().map(|file| fs::read_to_string(file).expect("a lot").lines().map(heading).collect()).collect()
}

fn heading(line: &str) -> Heading {
    let [places, above, text] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("no heading: {line}") };
    let places: BTreeSet<&str> = places.split('|').filter(|place| *place != NONE).map(list).collect();
    Heading {
        places: places.into_iter().map(str::to_owned).collect(),
        above: above.split(" > ").filter(|above| !above.is_empty()).map(str::to_owned).collect(),
        text: text.to_owned(),
    }
}

/// What says of an entry of a list what it is, is the text of the list.
fn list(place: &str) -> &str {
    let texts = ["/*/indhold", "/*/titel", "/*/beskrivelse"];
    texts.iter().find_map(|text| place.strip_suffix(text)).unwrap_or(place)
}

/// Numbers in an order that is always the same.
struct Order(u64);

impl Order {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

/// What is learned from some headings, as it is written down.
pub(super) fn learned<'h>(headings: impl Iterator<Item = &'h Heading> + Clone) -> Vec<u8> {
    let places: BTreeSet<&str> =
        headings.clone().flat_map(|heading| &heading.places).map(String::as_str).chain([NONE]).collect();
    let places: Vec<&str> = places.into_iter().collect();
    let number = |place: &str| places.binary_search(&place).expect("a place");
    let examples: Vec<(BTreeSet<Seen>, Vec<usize>)> = headings
        .map(|heading| {
            let right = match heading.places.as_slice() {
                [] => vec![number(NONE)],
                places => places.iter().map(|place| number(place)).collect(),
            };
            (all_seen(&heading.text, &heading.above()), right)
        })
        .collect();
    // By what is seen: the weights now, and the sum of what was added to each, weighted by when.
    let nothing = || (vec![0_i64; places.len()], vec![0_i64; places.len()]);
    let mut all: BTreeMap<Seen, (Vec<i64>, Vec<i64>)> = BTreeMap::new();
    let mut order: Vec<usize> = (0..examples.len()).collect();
    let (mut numbers, mut now) = (Order(12_345), 1_i64);
    for _ in 0..TIMES {
        for at in (1..order.len()).rev() {
            order.swap(at, numbers.below(at + 1));
        }
        for example in &order {
            let (seen, right) = &examples[*example];
            let mut sums = vec![0; places.len()];
            for (weights, _) in seen.iter().filter_map(|seen| all.get(seen)) {
                sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
            }
            let good = *right.iter().max_by_key(|place| sums[**place]).expect("a place");
            let bad = (0..places.len()).filter(|place| !right.contains(place)).max_by_key(|place| sums[*place]);
            let bad = bad.expect("another place");
            if sums[good] - sums[bad] < MARGIN {
                for seen in seen {
                    let (weights, added) = all.entry(*seen).or_insert_with(nothing);
                    for (place, by) in [(good, 1), (bad, -1)] {
                        weights[place] += by;
                        added[place] += by * now;
                    }
                }
            }
            now += 1;
        }
    }
    let mut bytes = places.join("\n").into_bytes();
    bytes.push(0);
    for (seen, (weights, added)) in all {
        let average = |place: usize| (weights[place] * now - added[place]) * ONE / now;
        let kept: Vec<(usize, i64)> = (0..places.len())
            .map(|place| (place, average(place).clamp(i64::from(i8::MIN), i64::from(i8::MAX))))
            .filter(|(_, weight)| weight.abs() >= LEAST)
            .collect();
        bytes.extend(seen.to_le_bytes());
        bytes.push(u8::try_from(kept.len()).expect("so few places"));
        kept.iter().for_each(|(place, weight)| bytes.extend([*place as u8, (*weight as i8).cast_unsigned()]));
    }
    bytes
}

#[test]
fn the_weights_are_those_of_the_headings() {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/document/meaning/weights.bin");
    let learned = learned(lots().iter().flatten());
    if std::env::var_os("REHABPLAN_LEARN").is_some() {
        fs::write(&file, &learned).expect("the weights are written");
    }
    assert!(fs::read(file).expect("the weights") == learned, "learn them anew with REHABPLAN_LEARN=1");
}

/// How many headings of a lot with a place are placed right by what was learned from all others, how many have one place, and what is
/// placed elsewhere.
fn held_out(lots: &[Vec<Heading>], held: usize) -> (usize, usize, Vec<String>) {
    let others = lots.iter().enumerate().filter(|(lot, _)| *lot != held).flat_map(|(_, lot)| lot);
    let weights = Weights::read(Box::leak(learned(others).into_boxed_slice()));
    let (mut right, mut all, mut wrong) = (0, 0, Vec::new());
    for heading in &lots[held] {
        all += usize::from(!heading.places.is_empty());
        match placed_by(&weights, &heading.text, &heading.above()) {
            Some(place) if heading.places.iter().any(|known| known == place) => right += 1,
            Some(place) => {
                wrong.push(format!("{place}: {:?} {} > {}", heading.places, heading.above.join(" > "), heading.text))
            }
            None => {}
        }
    }
    (right, all, wrong)
}

#[test]
fn a_lot_that_nothing_was_learned_from_is_placed_right_or_not_at_all() {
    let lots = lots();
    // Of the answers to two hands' templates; on more, `docs/en/import.md` says it.
    for held in [2, 5] {
        let (right, all, wrong) = held_out(&lots, held);
        assert!(right * 100 > all * 40, "{right} of {all}");
        assert!(wrong.len() * 100 < (right + wrong.len()) * 7, "{}", wrong.join("\n"));
    }
}
