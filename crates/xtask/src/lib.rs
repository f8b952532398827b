//! What is made from the rules themselves: everything about them that is written for people, and the golden reports.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use rehabplan::Lang;

pub mod dependencies;
mod functions;
mod header;
pub mod language;
pub mod mutants;
mod pages;
mod performance;
mod plot;
mod profiles;
mod reports;
mod stubs;
mod tables;
mod told;
mod typed;
mod typescript;
mod words;

/// Files by their path in the repository.
type Files = BTreeMap<String, String>;

/// Files that the repository holds and a command makes.
#[derive(Debug)]
pub struct Made {
    files: Files,
    /// Folders in which every file is made, so that one too many is out of date too.
    folders: &'static [&'static str],
}

/// Makes every file that is generated from the rules, the model and the benchmarks: documentation, schemas, and the types of other
/// languages.
///
/// # Errors
///
/// When a corpus file or the result of the benchmarks cannot be read, or cargo cannot be asked.
pub fn generated(root: &Path) -> io::Result<Made> {
    let (corpus, beside) = (rehabplan_corpus::files("rules")?, rehabplan_corpus::files("profiles")?);
    let mut files = Files::new();
    for &lang in Lang::ALL {
        pages::add(&mut files, &corpus, lang)?;
        tables::add(&mut files, lang);
        profiles::add(&mut files, &beside, lang);
    }
    told::add(&mut files, root)?;
    performance::add(&mut files, root)?;
    dependencies::add(&mut files, root)?;
    language::add(&mut files, root)?;
    header::add(&mut files, root)?;
    stubs::add(&mut files, root)?;
    functions::add(&mut files, root)?;
    typed::add(&mut files);
    typescript::add(&mut files);
    for (lang, path) in [(Lang::Da, "docs/plan.schema.json"), (Lang::En, "docs/en/plan.schema.json")] {
        files.insert(path.to_owned(), format!("{:#}\n", rehabplan::schema::json_schema(lang)));
    }
    for (lang, path) in [(Lang::Da, "docs/report.schema.json"), (Lang::En, "docs/en/report.schema.json")] {
        files.insert(path.to_owned(), format!("{:#}\n", rehabplan::schema::report_schema(lang)));
    }
    let schema = rehabplan::schema::profile_schema();
    files.insert("docs/profile.schema.json".to_owned(), format!("{schema:#}\n"));
    files.insert("docs/map.schema.json".to_owned(), format!("{:#}\n", rehabplan_import::mapping::schema()));
    // Written by hand; here because everything in these folders is made.
    files.insert("docs/da/import.md".to_owned(), include_str!("import.da.md").to_owned());
    files.insert("docs/en/import.md".to_owned(), include_str!("import.en.md").to_owned());
    files.insert("docs/da/laesninger.md".to_owned(), include_str!("readings.da.md").to_owned());
    files.insert("docs/en/readings.md".to_owned(), include_str!("readings.en.md").to_owned());
    let schema = rehabplan::schema::suppression_schema();
    files.insert("docs/suppressions.schema.json".to_owned(), format!("{schema:#}\n"));
    files.insert("docs/names.json".to_owned(), format!("{:#}\n", serde_json::json!(rehabplan::names::Names)));
    Ok(Made { files, folders: &["docs/da", "docs/en", typed::JAVA] })
}

/// Makes the golden reports: what the library says of the whole plans and what they require, which the tests of every language
/// expect.
///
/// # Errors
///
/// When a whole plan cannot be read.
pub fn blessed() -> io::Result<Made> {
    Ok(Made { files: reports::all()?, folders: &["tests/plans/reports", "tests/plans/needs"] })
}

impl Made {
    /// The files that are missing, differ, or should not be there.
    ///
    /// # Errors
    ///
    /// When a folder cannot be read.
    pub fn stale(&self, root: &Path) -> io::Result<Vec<String>> {
        let differs = |path: &str, content: &str| fs::read_to_string(root.join(path)).ok().as_deref() != Some(content);
        let differing = self.files.iter().filter(|(path, content)| differs(path, content));
        Ok(differing.map(|(path, _)| path.clone()).chain(self.too_many(root)?).collect())
    }

    /// Writes the files and removes those that are no longer made.
    ///
    /// # Errors
    ///
    /// When a file cannot be written or removed.
    pub fn write(&self, root: &Path) -> io::Result<()> {
        for path in self.too_many(root)? {
            fs::remove_file(root.join(path))?;
        }
        for (path, content) in &self.files {
            let path = root.join(path);
            if let Some(folder) = path.parent() {
                fs::create_dir_all(folder)?;
            }
            fs::write(path, content)?;
        }
        Ok(())
    }

    fn too_many(&self, root: &Path) -> io::Result<Vec<String>> {
        let mut paths = Vec::new();
        for folder in self.folders {
            paths.extend(present(root, folder)?);
        }
        paths.retain(|path| !self.files.contains_key(path));
        Ok(paths)
    }
}

fn present(root: &Path, folder: &str) -> io::Result<Vec<String>> {
    let mut files = Vec::new();
    if root.join(folder).is_dir() {
        for entry in fs::read_dir(root.join(folder))? {
            let entry = entry?;
            let path = format!("{folder}/{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() { files.extend(present(root, &path)?) } else { files.push(path) }
        }
    }
    Ok(files)
}
