//! The language check: what it is trained on, whether its weights are of today's sentences, and how good it is on hands that it
//! has not seen.

use std::collections::{BTreeMap, BTreeSet};
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
    /// Sentences of other hands that nobody has read who wrote a rule, and no model was trained on.
    strangers: Vec<Sentence>,
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
        let mut sentences = tables(&folder.join("hands"))?;
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
        let strangers = tables(&folder.join("strangers"))?;
        Ok(Self { sentences, paragraphs, strange, strangers, held_out })
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

/// The sentences of a folder, of which each file is a hand.
fn tables(folder: &Path) -> io::Result<Vec<Sentence>> {
    let tables = files(folder)?.into_iter().map(|(hand, path)| table(&hand, &path));
    Ok(tables.collect::<io::Result<Vec<_>>>()?.into_iter().flatten().collect())
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
        if self.whole == 0 {
            return String::new();
        }
        let percent = decimal(format!("{:.1}", 100.0 * self.value()), lang);
        format!("{percent} % ({}/{})", self.part, self.whole)
    }
}

/// A number as a language writes it.
fn decimal(number: String, lang: Lang) -> String {
    if lang == Lang::Da { number.replace('.', ",") } else { number }
}

/// Of what does something: `true` for what recommends, and the reason or the field.
type By = BTreeMap<(bool, String), Share>;

/// What was pointed out of some sentences.
#[derive(Default)]
pub struct Tried {
    /// Right among those that were pointed out.
    pub precision: Share,
    /// Pointed out among those that recommend.
    pub recall: Share,
    /// Pointed out among those that recommend in plain words.
    pub plain: Share,
    /// Pointed out among those that describe.
    pub wrong: Share,
    by_reason: By,
    by_field: By,
}

impl Tried {
    fn new<'s>(sentences: impl IntoIterator<Item = &'s Sentence>) -> Self {
        let mut all = Self::default();
        for sentence in sentences {
            let (recommends, is_found) = (sentence.recommends, sentence.is_found());
            if is_found {
                all.precision.add(recommends);
            }
            (if recommends { &mut all.recall } else { &mut all.wrong }).add(is_found);
            if recommends && sentence.reason == "plain" {
                all.plain.add(is_found);
            }
            all.by_reason.entry((recommends, sentence.reason.clone())).or_default().add(is_found);
            all.by_field.entry((recommends, sentence.field.clone())).or_default().add(is_found);
        }
        all
    }
}

/// How good the check is on what no model was trained on.
#[derive(Default)]
pub struct Measured {
    /// The hands that were held out.
    pub held: Tried,
    /// Those that nobody has read.
    pub strangers: Tried,
    /// Manners that no hand has.
    pub strange: Tried,
    /// Paragraphs that only describe, and were pointed out.
    pub paragraphs: Share,
    /// Sentences that recommend, put into such a paragraph, and pointed out.
    pub among_others: Share,
    missed: Vec<String>,
    wrong: Vec<String>,
}

impl Measured {
    /// Runs the check over what no model was trained on.
    #[must_use]
    pub fn new(data: &Data) -> Self {
        let [held, strangers, strange] =
            [Tried::new(data.unseen()), Tried::new(&data.strangers), Tried::new(&data.strange)];
        let mut all = Self { held, strangers, strange, ..Self::default() };
        let paragraphs: Vec<_> = data.unseen_paragraphs().collect();
        for (sentence, paragraph) in data.unseen().zip(paragraphs.iter().cycle()) {
            if sentence.recommends {
                let mixed = format!("{paragraph} {} {paragraph}", sentence.text);
                all.among_others.add(check(&mixed, sentence.voice()).is_some());
            }
            if sentence.is_found() != sentence.recommends {
                (if sentence.recommends { &mut all.missed } else { &mut all.wrong }).push(sentence.text.clone());
            }
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
    let hands: BTreeSet<_> = data.sentences.iter().map(|one| &one.hand).collect();
    let strangers: BTreeSet<_> = data.strangers.iter().map(|one| &one.hand).collect();
    let tried = data.unseen().count();
    let counts = [
        hands.len() - data.held_out.len(),
        data.sentences.len() - tried,
        data.paragraphs.len() - measured.paragraphs.whole,
        data.held_out.len(),
        tried,
        measured.paragraphs.whole,
        strangers.len(),
        data.strangers.len(),
    ];
    let intro = counts
        .iter()
        .fold(w::LANGUAGE_TRAINED.get(lang).to_owned(), |text, count| text.replacen("{}", &count.to_string(), 1));
    let _ = writeln!(page, "{intro}\n\n| {} |\n|---|---|---|", w::LANGUAGE_TRIED.get(lang));
    let (held, strangers) = (&measured.held, &measured.strangers);
    let none = Share::default();
    for (name, shares) in w::LANGUAGE_MEASURES.iter().zip([
        [held.precision, strangers.precision],
        [held.recall, strangers.recall],
        [held.plain, strangers.plain],
        [held.wrong, strangers.wrong],
        [measured.among_others, none],
        [measured.paragraphs, none],
    ]) {
        let _ = writeln!(page, "| {} | {} |", name.get(lang), shares.map(|share| share.show(lang)).join(" | "));
    }
    let per_plan = decimal(format!("{:.2}", 20.0 * measured.paragraphs.value()), lang);
    let _ = writeln!(page, "| {} | {per_plan} | |", w::LANGUAGE_PER_PLAN.get(lang));
    let by_reason = [&held.by_reason, &strangers.by_reason];
    let by_field = [&held.by_field, &strangers.by_field];
    for (title, shares) in [(w::BY_REASON, by_reason), (w::BY_FIELD, by_field)] {
        for (recommends, column) in [(true, w::FOUND), (false, w::FALSELY_FOUND)] {
            let _ = writeln!(page, "\n| {} | {} |\n|---|---|---|", title.get(lang), column.get(lang));
            let names: BTreeSet<_> =
                shares.iter().flat_map(|all| all.keys()).filter(|key| key.0 == recommends).collect();
            for name in names {
                let shown = shares.map(|all| all.get(name).copied().unwrap_or_default().show(lang));
                let _ = writeln!(page, "| `{}` | {} |", name.1, shown.join(" | "));
            }
        }
    }
    let _ = writeln!(page, "\n{}", w::FIRST_TRIALS.get(lang));
    let strange = [measured.strange.recall, measured.strange.wrong].map(|share| share.show(lang));
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
