//! The generated files: everything about the rules that is written for people, made from the rules themselves.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;

use rehabplan::Lang;

pub mod cases;
mod corpus;
mod dependencies;
pub mod language;
pub mod mutants;
mod pages;
mod performance;
mod plot;
mod profiles;
mod reports;
mod tables;
mod words;

/// Generated files by their path in the repository.
pub type Files = BTreeMap<String, String>;

/// Folders in which every file is generated, so that one too many is out of date too.
const FOLDERS: [&str; 3] = ["docs/da", "docs/en", "tests/plans/reports"];

/// Makes every generated file.
///
/// # Errors
///
/// When a corpus file, a whole plan or the result of the benchmarks cannot be read.
pub fn generated(root: &Path) -> io::Result<Files> {
    let corpus = corpus::read(&root.join("tests/corpus/rules"))?;
    let beside = profiles::read(&root.join("tests/corpus/profiles"))?;
    let mut files = Files::new();
    for lang in Lang::ALL {
        pages::add(&mut files, &corpus, lang);
        tables::add(&mut files, lang);
        profiles::add(&mut files, &beside, lang);
    }
    reports::add(&mut files, &root.join("tests/plans"))?;
    performance::add(&mut files, root)?;
    dependencies::add(&mut files, root)?;
    language::add(&mut files, root)?;
    for (lang, path) in [(Lang::Da, "docs/plan.schema.json"), (Lang::En, "docs/en/plan.schema.json")] {
        files.insert(path.to_owned(), format!("{:#}\n", rehabplan::schema::json_schema(lang)));
    }
    let schema = rehabplan::schema::profile_schema();
    files.insert("docs/profile.schema.json".to_owned(), format!("{schema:#}\n"));
    let schema = rehabplan::schema::suppression_schema();
    files.insert("docs/suppressions.schema.json".to_owned(), format!("{schema:#}\n"));
    Ok(files)
}

/// The generated files that are missing, differ, or should not be there.
///
/// # Errors
///
/// When a folder cannot be read.
pub fn stale(root: &Path, files: &Files) -> io::Result<Vec<String>> {
    let mut stale: Vec<String> = files
        .iter()
        .filter(|(path, content)| fs::read_to_string(root.join(path)).ok().as_ref() != Some(content))
        .map(|(path, _)| path.clone())
        .collect();
    for folder in FOLDERS {
        stale.extend(present(root, folder)?.into_iter().filter(|path| !files.contains_key(path)));
    }
    Ok(stale)
}

/// Writes the generated files and removes those that are no longer generated.
///
/// # Errors
///
/// When a file cannot be written or removed.
pub fn write(root: &Path, files: &Files) -> io::Result<()> {
    for folder in FOLDERS {
        for path in present(root, folder)? {
            if !files.contains_key(&path) {
                fs::remove_file(root.join(path))?;
            }
        }
    }
    for (path, content) in files {
        let path = root.join(path);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        fs::write(path, content)?;
    }
    Ok(())
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
