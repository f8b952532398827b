//! New inputs from old ones, the same for the same seed.

use rehabplan::plan::{FieldKind, Plan};

use crate::sound::CANARY;

/// No input grows beyond this.
const LONGEST: usize = 64 * 1024;

/// Makes inputs from seeds.
pub struct Mutator {
    random: fastrand::Rng,
    words: Vec<String>,
}

impl Mutator {
    /// A source of inputs that are the same each time.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        Self { random: fastrand::Rng::with_seed(seed), words: words() }
    }

    /// One of the seeds, changed in a few places.
    pub fn input(&mut self, seeds: &[Vec<u8>]) -> Vec<u8> {
        let mut input = seeds[self.random.usize(..seeds.len())].clone();
        for _ in 0..self.random.usize(1..6) {
            self.change(&mut input, seeds);
            input.truncate(LONGEST);
        }
        input
    }

    fn change(&mut self, input: &mut Vec<u8>, seeds: &[Vec<u8>]) {
        let start = self.random.usize(..=input.len());
        let end = (start + self.random.usize(..64)).min(input.len());
        let replacement: Vec<u8> = match self.random.u8(..8) {
            0 => Vec::new(),
            1 => input[start..end].repeat(2),
            2 => vec![self.random.u8(..); self.random.usize(1..4)],
            3 if start < end => vec![input[start] ^ (1 << self.random.u8(..8))],
            4 => {
                let other = &seeds[self.random.usize(..seeds.len())];
                let from = self.random.usize(..=other.len());
                other[from..].iter().copied().take(self.random.usize(..400)).collect()
            }
            5 => return input.truncate(start),
            _ => self.words[self.random.usize(..self.words.len())].clone().into_bytes(),
        };
        let end = if self.random.bool() { end } else { start };
        input.splice(start..end, replacement);
    }
}

/// What the reader and the rules know: keys and codes of the model, and pieces of JSON that are odd.
#[must_use]
pub fn words() -> Vec<String> {
    let mut words = Vec::new();
    Plan::each_place(&mut |_, field, kind| {
        words.push(format!("\"{}\":", field.key));
        if let FieldKind::Code { codes } = kind {
            words.extend(codes.iter().map(|code| format!("\"{code}\"")));
        }
    });
    words.sort();
    words.dedup();
    let odd = [
        "null,",
        "true,",
        "{}",
        "[]",
        "[[[[[[[[",
        "]]]]",
        "{\"a\":",
        "\\ud800",
        "\\udc00",
        "\\u0000",
        "\\\"",
        "1e400",
        "-0",
        "0.1",
        "\"2020-02-30\"",
        "\"2020-02-29\"",
        "\"0001-01-01\"",
        "\"9999-12-31\"",
        "\"\"",
        "\"-\"",
        "\"ingen\"",
        "\"se bilag\"",
        "\"ikke oplyst\"",
        "\u{feff}",
        "\u{200b}",
        "\u{a0}",
        "\u{2028}",
        "\r\n",
        "\n",
        "Det indstilles, at ",
        "borgeren ønsker ",
        " ikke ",
        "»",
        "P4.1",
        "P",
        "exempt",
        "accept",
        "suppress",
    ];
    words.extend(odd.map(str::to_owned));
    words.push(CANARY.to_owned());
    words
}
