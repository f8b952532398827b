//! What the pages show of the corpus: how each rule is tried.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use rehabplan::Lang;
use serde::Deserialize;

/// The cases of each rule.
pub(crate) type Corpus = BTreeMap<String, Vec<Case>>;

#[derive(Deserialize)]
struct File {
    rule: String,
    cases: Vec<Case>,
}

/// One case, as far as a page shows it.
#[derive(Deserialize)]
pub(crate) struct Case {
    title: Title,
    pub(crate) base: String,
    pub(crate) phase: String,
    expect: Expect,
}

#[derive(Deserialize)]
struct Title {
    da: String,
    en: String,
}

#[derive(Deserialize)]
struct Expect {
    results: BTreeMap<String, Expected>,
}

#[derive(Deserialize)]
struct Expected {
    outcome: String,
    severity: Option<String>,
}

impl Case {
    pub(crate) fn title(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.title.en,
            _ => &self.title.da,
        }
    }

    /// The outcome that the case expects of a rule, and the severity of a finding.
    pub(crate) fn expects(&self, rule: &str) -> Option<(&str, Option<&str>)> {
        let expected = self.expect.results.get(rule)?;
        Some((&expected.outcome, expected.severity.as_deref()))
    }
}

/// Reads the corpus files of the rules.
pub(crate) fn read(folder: &Path) -> io::Result<Corpus> {
    let mut corpus = Corpus::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let file: File = serde_json::from_slice(&fs::read(&path)?)
            .map_err(|error| io::Error::other(format!("{}: {error}", path.display())))?;
        corpus.insert(file.rule, file.cases);
    }
    Ok(corpus)
}
