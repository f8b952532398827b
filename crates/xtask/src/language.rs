//! The language check: what it is trained on, whether its weights are of today's sentences, and how good it is on hands that it
//! has not seen.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use rehabplan::Lang;
use rehabplan::text::Text;
use rehabplan_language::{Field, check, training};
use sha2::{Digest as _, Sha256};

use crate::Files;
use crate::words as w;

const DATA: &str = "tests/language";
const TRAINER: &str = "tools/language/train.py";
const REQUIREMENTS: &str = "tools/language/requirements.txt";
const WEIGHTS: &str = "crates/rehabplan-language/src/weights.bin";
/// What the weights were made of, as a hash of it.
const RECORD: &str = "crates/rehabplan-language/src/weights.sha256";
/// The hand of the two lists.
const LISTS: &str = "lists";
/// The fields of the citizen's own words.
const CITIZENS: [&str; 3] = ["oensker", "helbredsvurdering", "erfaring-borger"];

/// A sentence, or a few of them, that somebody has judged.
pub struct Sentence {
    /// Who wrote it.
    pub hand: String,
    /// Whether it recommends or assesses what should happen.
    pub recommends: bool,
    /// For which field it was written.
    pub field: String,
    /// In which way it recommends, or why it does not.
    pub reason: String,
    /// The text.
    pub text: String,
}

impl Sentence {
    fn field(&self) -> Field {
        if CITIZENS.contains(&self.field.as_str()) { Field::Citizen } else { Field::Other }
    }

    /// Whether the check points it out.
    #[must_use]
    pub fn is_found(&self) -> bool {
        check(&self.text, self.field()).is_some()
    }
}

/// Everything that was written for the check.
pub struct Data {
    sentences: Vec<Sentence>,
    /// Paragraphs that only describe, and their hands.
    paragraphs: Vec<(String, String)>,
    held_out: Vec<String>,
}

impl Data {
    /// Reads what was written for the check.
    ///
    /// # Errors
    ///
    /// When a file cannot be read, or a line of it is not one of these.
    pub fn read(root: &Path) -> io::Result<Self> {
        let folder = root.join(DATA);
        let held_out = lines(&folder.join("held-out.txt"))?;
        let mut sentences = Vec::new();
        for (hand, path) in files(&folder.join("hands"))? {
            for line in lines(&path)?.into_iter().skip(1) {
                let columns: Vec<_> = line.split('\t').collect();
                let &[label @ ("A" | "B"), field, reason, text] = columns.as_slice() else {
                    return Err(io::Error::other(format!("{}: not a sentence: {line}", path.display())));
                };
                let [field, reason, text] = [field, reason, text].map(str::to_owned);
                sentences.push(Sentence { hand: hand.clone(), recommends: label == "A", field, reason, text });
            }
        }
        for (file, recommends) in [("anbefaler.txt", true), ("beskriver.txt", false)] {
            for line in lines(&folder.join(file))? {
                let (hand, text) = (LISTS.to_owned(), line.replace("\\n", "\n"));
                sentences.push(Sentence { hand, recommends, field: String::new(), reason: String::new(), text });
            }
        }
        let mut paragraphs = Vec::new();
        for (hand, path) in files(&folder.join("paragraphs"))? {
            paragraphs.extend(lines(&path)?.into_iter().map(|text| (hand.clone(), text)));
        }
        Ok(Self { sentences, paragraphs, held_out })
    }

    fn is_held_out(&self, hand: &str) -> bool {
        self.held_out.iter().any(|held| held == hand)
    }

    /// The sentences that no model was trained on.
    pub fn unseen(&self) -> impl Iterator<Item = &Sentence> {
        self.sentences.iter().filter(|sentence| self.is_held_out(&sentence.hand))
    }

    /// The same of paragraphs.
    pub fn unseen_paragraphs(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().filter(|(hand, _)| self.is_held_out(hand)).map(|(_, text)| text.as_str())
    }

    /// What the trainer reads: a line for each text that it may learn from.
    fn features(&self) -> String {
        let sentences = self.sentences.iter().map(|one| (&one.hand, one.recommends, &one.text, one.field()));
        let paragraphs = self.paragraphs.iter().map(|(hand, text)| (hand, false, text, Field::Other));
        let mut lines = String::new();
        for (hand, recommends, text, field) in sentences.chain(paragraphs).filter(|(hand, ..)| !self.is_held_out(hand)) {
            let numbers = |all: Vec<String>| all.join(" ");
            let sentences = training(text, field).into_iter().map(|(features, gate)| {
                let features = numbers(features.iter().map(u32::to_string).collect());
                format!("{features};{}", numbers(gate.iter().map(usize::to_string).collect()))
            });
            let label = if recommends { "A" } else { "B" };
            let _ = writeln!(lines, "{hand}\t{label}\t{}", sentences.collect::<Vec<_>>().join("|"));
        }
        lines
    }
}

/// The lines of a file, without comments.
fn lines(path: &Path) -> io::Result<Vec<String>> {
    let text = fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}

/// The files of a folder by their names without the ending.
fn files(folder: &Path) -> io::Result<BTreeMap<String, std::path::PathBuf>> {
    let entries = fs::read_dir(folder)?.map(|entry| Ok(entry?.path()));
    let named = |path: std::path::PathBuf| (path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), path);
    entries.map(|path: io::Result<_>| path.map(named)).collect()
}

/// The hash of everything that the weights depend on: what the trainer reads, how it trains and with what.
fn record(root: &Path, features: &str) -> io::Result<String> {
    let mut hash = Sha256::new();
    hash.update(features);
    for file in [TRAINER, REQUIREMENTS] {
        hash.update(fs::read(root.join(file))?);
    }
    Ok(hash.finalize().iter().fold(String::new(), |text, byte| text + &format!("{byte:02x}")) + "\n")
}

/// Whether the weights were trained on today's sentences, features and settings. Needs no Python.
///
/// # Errors
///
/// When the sentences cannot be read.
pub fn is_stale(root: &Path) -> io::Result<bool> {
    let record = record(root, &Data::read(root)?.features())?;
    Ok(fs::read_to_string(root.join(RECORD)).ok() != Some(record))
}

/// Trains the check and writes its weights.
///
/// # Errors
///
/// When the sentences cannot be read, the trainer cannot be started or fails, or the weights cannot be written.
pub fn train(root: &Path, target: &Path) -> io::Result<()> {
    let features = Data::read(root)?.features();
    let folder = target.join("language");
    fs::create_dir_all(&folder)?;
    let (source, weights) = (folder.join("features.tsv"), folder.join("weights.bin"));
    fs::write(&source, &features)?;
    let python = std::env::var_os("PYTHON").unwrap_or("python3".into());
    let status = Command::new(&python).arg(root.join(TRAINER)).arg(&source).arg(&weights).status()?;
    if !status.success() {
        let needed = format!("the trainer failed; it needs `pip install -r {REQUIREMENTS}` (PYTHON names the interpreter)");
        return Err(io::Error::other(needed));
    }
    fs::copy(&weights, root.join(WEIGHTS))?;
    fs::write(root.join(RECORD), record(root, &features)?)
}
