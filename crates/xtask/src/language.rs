//! The language check: what it is trained on, whether its weights are of today's sentences, and how good it is on hands that it
//! has not seen.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

use rehabplan::plan::Plan;
use rehabplan::{Lang, law};
use rehabplan_language::{Learned, Voice, check, training};
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
    fn voice(&self) -> Voice {
        if CITIZENS.contains(&self.field.as_str()) { Voice::Citizen } else { Voice::Other }
    }

    /// Whether the check points it out.
    #[must_use]
    pub fn is_found(&self) -> bool {
        check(&self.text, self.voice()).is_some()
    }
}

/// Everything that was written for the check.
pub struct Data {
    sentences: Vec<Sentence>,
    /// Paragraphs that only describe, and their hands.
    paragraphs: Vec<(String, String)>,
    /// Sentences in manners that no hand has, written to break the check.
    strange: Vec<Sentence>,
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
            sentences.extend(table(&hand, &path)?);
        }
        for (file, recommends) in [("anbefaler.txt", true), ("beskriver.txt", false)] {
            for line in lines(&folder.join(file))? {
                let (hand, text) = (LISTS.to_owned(), unescaped(&line));
                sentences.push(Sentence { hand, recommends, field: String::new(), reason: String::new(), text });
            }
        }
        let mut paragraphs = Vec::new();
        for (hand, path) in files(&folder.join("paragraphs"))? {
            paragraphs.extend(lines(&path)?.into_iter().map(|text| (hand.clone(), text)));
        }
        let strange = table("strange", &folder.join("strange.tsv"))?;
        Ok(Self { sentences, paragraphs, strange, held_out })
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
        let sentences =
            self.sentences.iter().map(|one| (&one.hand, one.recommends, one.reason.as_str(), &one.text, one.voice()));
        let paragraphs = self.paragraphs.iter().map(|(hand, text)| (hand, false, "paragraph", text, Voice::Other));
        let mut lines = String::new();
        for (hand, recommends, reason, text, voice) in
            sentences.chain(paragraphs).filter(|(hand, ..)| !self.is_held_out(hand))
        {
            let sentences = training(text, voice).into_iter().map(|Learned { features, gate, plain }| {
                format!("{};{};{}", numbers(&features), numbers(&gate), numbers(&plain))
            });
            let label = if recommends { "A" } else { "B" };
            let _ = writeln!(lines, "{hand}\t{label}\t{reason}\t{}", sentences.collect::<Vec<_>>().join("|"));
        }
        lines
    }
}

fn numbers(all: &[impl ToString]) -> String {
    all.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The sentences of a file that has one on a line, with what somebody has judged.
fn table(hand: &str, path: &Path) -> io::Result<Vec<Sentence>> {
    let sentence = |line: String| {
        let columns: Vec<_> = line.split('\t').collect();
        let &[label @ ("A" | "B"), field, reason, text] = columns.as_slice() else {
            return Err(io::Error::other(format!("{}: not a sentence: {line}", path.display())));
        };
        let [hand, field, reason] = [hand, field, reason].map(str::to_owned);
        Ok(Sentence { hand, recommends: label == "A", field, reason, text: unescaped(text) })
    };
    lines(path)?.into_iter().skip(1).map(sentence).collect()
}

/// The lines of a file, without comments.
fn lines(path: &Path) -> io::Result<Vec<String>> {
    let text = fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    Ok(text.lines().filter(|line| !line.is_empty() && !line.starts_with('#')).map(str::to_owned).collect())
}

/// The text that a line stands for: one of several lines has `\\n` between them.
fn unescaped(line: &str) -> String {
    line.replace("\\n", "\n")
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
        let needed =
            format!("the trainer failed; it needs `pip install -r {REQUIREMENTS}` (PYTHON names the interpreter)");
        return Err(io::Error::other(needed));
    }
    fs::copy(&weights, root.join(WEIGHTS))?;
    fs::write(root.join(RECORD), record(root, &features)?)
}

/// How many of how many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Share {
    /// Of these …
    pub part: usize,
    /// … among those.
    pub whole: usize,
}

impl Share {
    fn add(&mut self, is_part: bool) {
        self.part += usize::from(is_part);
        self.whole += 1;
    }

    /// As a fraction; 0 of none.
    #[must_use]
    #[allow(clippy::cast_precision_loss)]
    pub fn value(self) -> f64 {
        self.part as f64 / self.whole.max(1) as f64
    }

    fn show(self, lang: Lang) -> String {
        let percent = format!("{:.1}", 100.0 * self.value());
        let percent = if lang == Lang::Da { percent.replace('.', ",") } else { percent };
        format!("{percent} % ({}/{})", self.part, self.whole)
    }
}

/// How good the check is on the hands that were held out.
#[derive(Default)]
pub struct Measured {
    /// Right among those that were pointed out.
    pub precision: Share,
    /// Pointed out among those that recommend.
    pub recall: Share,
    /// Pointed out among those that recommend in plain words.
    pub plain: Share,
    /// Paragraphs that only describe, and were pointed out.
    pub paragraphs: Share,
    /// Sentences that recommend, put into such a paragraph, and pointed out.
    pub among_others: Share,
    /// Pointed out among those in manners that no hand has, of which some recommend …
    pub strange: Share,
    /// … and the others describe.
    pub strange_wrong: Share,
    /// Pointed out, by what the sentence does (`true` for those that recommend) and the reason or the field.
    by_reason: BTreeMap<(bool, String), Share>,
    by_field: BTreeMap<(bool, String), Share>,
    missed: Vec<String>,
    wrong: Vec<String>,
}

impl Measured {
    /// Runs the check over what no model was trained on.
    #[must_use]
    pub fn new(data: &Data) -> Self {
        let mut all = Self::default();
        let paragraphs: Vec<_> = data.unseen_paragraphs().collect();
        for (sentence, paragraph) in data.unseen().zip(paragraphs.iter().cycle()) {
            let is_found = sentence.is_found();
            let (recommends, text) = (sentence.recommends, &sentence.text);
            if is_found {
                all.precision.add(recommends);
            }
            if recommends {
                all.recall.add(is_found);
                let mixed = format!("{paragraph} {text} {paragraph}");
                all.among_others.add(check(&mixed, sentence.voice()).is_some());
                if sentence.reason == "plain" {
                    all.plain.add(is_found);
                }
            }
            if is_found != recommends {
                (if recommends { &mut all.missed } else { &mut all.wrong }).push(text.clone());
            }
            all.by_reason.entry((recommends, sentence.reason.clone())).or_default().add(is_found);
            all.by_field.entry((recommends, sentence.field.clone())).or_default().add(is_found);
        }
        for sentence in &data.strange {
            let share = if sentence.recommends { &mut all.strange } else { &mut all.strange_wrong };
            share.add(sentence.is_found());
        }
        for paragraph in paragraphs {
            all.paragraphs.add(check(paragraph, Voice::Other).is_some());
        }
        all
    }
}

/// Adds the page on the language check.
///
/// # Errors
///
/// When the sentences cannot be read, or the weights are of others or of other settings. To notice that takes no Python.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    let data = Data::read(root)?;
    if fs::read_to_string(root.join(RECORD)).ok() != Some(record(root, &data.features())?) {
        let stale = "the weights of the language check are out of date; run `cargo xtask language`, then this again";
        return Err(io::Error::other(stale));
    }
    let measured = Measured::new(&data);
    for &lang in Lang::ALL {
        files.insert(w::file("language-check", lang), page(&data, &measured, lang));
    }
    Ok(())
}

fn page(data: &Data, measured: &Measured, lang: Lang) -> String {
    let mut page = format!("{}\n\n{}\n", w::GENERATED.get(lang), w::LANGUAGE_CHECK.get(lang));
    let _ = writeln!(page, "{}", w::SEARCHED.get(lang));
    for place in law::searched() {
        let title = Plan::field(place).map_or("", |field| field.title.get(lang));
        let is_citizens = law::voice_at(place) == Voice::Citizen;
        let whose = if is_citizens { w::OF_THE_CITIZEN } else { w::OF_THE_MUNICIPALITY };
        let _ = writeln!(page, "| {title} | `{place}` | {} |", whose.get(lang));
    }
    page.push('\n');
    let hands: std::collections::BTreeSet<_> = data.sentences.iter().map(|one| &one.hand).collect();
    let learned = data.sentences.len() - measured.recall.whole - unrecommending(measured);
    let counts = [
        hands.len() - data.held_out.len(),
        learned,
        data.paragraphs.len() - measured.paragraphs.whole,
        data.held_out.len(),
        measured.recall.whole + unrecommending(measured),
        measured.paragraphs.whole,
    ];
    let intro = counts
        .iter()
        .fold(w::LANGUAGE_TRAINED.get(lang).to_owned(), |text, count| text.replacen("{}", &count.to_string(), 1));
    let _ = writeln!(page, "{intro}\n\n| | |\n|---|---|");
    for (name, share) in w::LANGUAGE_MEASURES.iter().zip([
        measured.precision,
        measured.recall,
        measured.plain,
        measured.among_others,
        measured.paragraphs,
    ]) {
        let _ = writeln!(page, "| {} | {} |", name.get(lang), share.show(lang));
    }
    let per_plan = format!("{:.2}", 20.0 * measured.paragraphs.value());
    let per_plan = if lang == Lang::Da { per_plan.replace('.', ",") } else { per_plan };
    let _ = writeln!(page, "| {} | {per_plan} |", w::LANGUAGE_PER_PLAN.get(lang));
    for (title, shares) in [(w::BY_REASON, &measured.by_reason), (w::BY_FIELD, &measured.by_field)] {
        for (recommends, column) in [(true, w::FOUND), (false, w::FALSELY_FOUND)] {
            let _ = writeln!(page, "\n| {} | {} |\n|---|---|", title.get(lang), column.get(lang));
            for ((_, name), share) in shares.iter().filter(|((does, _), _)| *does == recommends) {
                let _ = writeln!(page, "| `{name}` | {} |", share.show(lang));
            }
        }
    }
    let strange = [measured.strange, measured.strange_wrong].map(|share| share.show(lang));
    let strange = strange.iter().fold(w::STRANGE.get(lang).to_owned(), |text, share| text.replacen("{}", share, 1));
    let _ = writeln!(page, "\n{strange}");
    for (title, texts) in [(w::MISSED, &measured.missed), (w::WRONGLY, &measured.wrong)] {
        let _ = writeln!(page, "\n{}\n", title.get(lang));
        for text in texts.iter().step_by((texts.len() / EXAMPLES).max(1)).take(EXAMPLES) {
            let _ = writeln!(page, "- {text}");
        }
    }
    page
}

/// As many examples are shown of each mistake.
const EXAMPLES: usize = 8;

fn unrecommending(measured: &Measured) -> usize {
    measured.by_reason.iter().filter(|((recommends, _), _)| !recommends).map(|(_, share)| share.whole).sum()
}
