//! The docstrings of the Python stubs, from the Rust code. The signatures are written by hand.

use std::collections::BTreeMap;
use std::io;
use std::path::Path;
use std::{fs, mem};

use crate::Files;

const STUBS: &str = "bindings/python/python/rehabplan/_native.pyi";

/// Adds the stubs as they stand, with what the compiled module says of each class, member and function.
///
/// # Errors
///
/// When the stubs or the code in `bindings/python` cannot be read.
pub(crate) fn add(files: &mut Files, root: &Path) -> io::Result<()> {
    let mut docs = Docs::new();
    for entry in fs::read_dir(root.join("bindings/python/src"))? {
        let path = entry?.path();
        if path.is_file() {
            collect(&fs::read_to_string(path)?, &mut docs);
        }
    }
    let stubs = fs::read_to_string(root.join(STUBS))?;
    files.insert(STUBS.to_owned(), with_docs(&without_docs(&stubs), &docs));
    Ok(())
}

/// Lines by the class and the name in it; a class has no name, and a function no class.
type Docs = BTreeMap<(String, String), Vec<String>>;

/// Collects what stands above the items that Python sees.
fn collect(code: &str, docs: &mut Docs) {
    let (mut said, mut attributes) = (Vec::new(), String::new());
    let mut class = String::new();
    let mut is_methods = false;
    for line in code.lines() {
        let item = line.trim_start();
        if let Some(doc) = item.strip_prefix("///") {
            said.push(doc.strip_prefix(' ').unwrap_or(doc).to_owned());
            continue;
        }
        if item.starts_with("#[") {
            attributes.push_str(item);
            continue;
        }
        let (said, attributes) = (mem::take(&mut said), mem::take(&mut attributes));
        let item = item.strip_prefix("pub(crate) ").unwrap_or(item);
        if line == "}" {
            is_methods = false;
        } else if let Some(name) = item.strip_prefix("impl ").map(word) {
            is_methods = attributes.contains("#[pymethods]");
            class = name;
        } else if let Some(name) = item.strip_prefix("struct ").map(word) {
            if attributes.contains("#[pyclass") {
                docs.insert((name, String::new()), said);
            }
        } else if let Some(name) = item.strip_prefix("fn ").map(word) {
            let renamed = attributes.split_once("#[pyo3(name = \"").map(|(_, rest)| word(rest));
            let name = renamed.unwrap_or(name);
            if attributes.contains("#[pyfunction]") {
                docs.insert((String::new(), name), said);
            } else if is_methods {
                docs.insert((class.clone(), name), said);
            }
        }
    }
    docs.retain(|_, said| !said.is_empty());
}

/// The name that a piece of code begins with.
fn word(code: &str) -> String {
    code.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
}

const QUOTES: &str = r#"""""#;

/// Takes off the docstrings, but for that of the module.
fn without_docs(stubs: &str) -> String {
    let mut text = String::new();
    let mut lines = stubs.lines().enumerate();
    while let Some((number, line)) = lines.next() {
        let Some(doc) = line.trim_start().strip_prefix(QUOTES).filter(|_| number > 0) else {
            text.push_str(line);
            text.push('\n');
            continue;
        };
        if !doc.contains(QUOTES) {
            lines.by_ref().find(|(_, line)| line.contains(QUOTES));
        }
        // A function that has nothing to say has three dots instead; a class has members.
        if text.ends_with(":\n") && !text.trim_end().lines().next_back().is_some_and(|line| line.starts_with("class "))
        {
            text.truncate(text.len() - 1);
            text.push_str(" ...\n");
        }
    }
    text
}

/// Puts the docstrings in.
fn with_docs(stubs: &str, docs: &Docs) -> String {
    let mut text = String::new();
    let (mut class, mut name) = (String::new(), String::new());
    for line in stubs.lines() {
        let item = line.trim_start();
        let is_member = item.len() < line.len();
        if let Some(of) = item.strip_prefix("class ") {
            (class, name) = (word(of), String::new());
        } else if let Some(of) = item.strip_prefix("def ") {
            name = word(of);
            if !is_member {
                class.clear();
            }
        }
        let is_class = item.starts_with("class ");
        let said = docs.get(&(class.clone(), name.clone())).filter(|_| is_class || line.ends_with(": ..."));
        let Some(said) = said else {
            text.push_str(line);
            text.push('\n');
            continue;
        };
        let indent = if class.is_empty() || is_class { "    " } else { "        " };
        text.push_str(line.strip_suffix(" ...").unwrap_or(line));
        text.push_str(&format!(
            "\n{indent}{QUOTES}{}",
            said.join(&format!("\n{indent}")).replace(&format!("\n{indent}\n"), "\n\n")
        ));
        text.push_str(&if said.len() > 1 { format!("\n{indent}{QUOTES}\n") } else { format!("{QUOTES}\n") });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Docs, collect, with_docs, without_docs};

    const CODE: &str = r#"
/// A thing.
#[pyclass(frozen)]
pub(crate) struct Thing {
    /// Not seen.
    size: u8,
}

impl Thing {
    /// Not seen.
    fn inner(&self) {}
}

#[pymethods]
impl Thing {
    /// How big.
    ///
    /// In metres.
    #[getter]
    #[pyo3(name = "size")]
    fn a_size(&self) -> u8 {}
}

/// Makes one.
#[pyfunction]
pub(crate) fn make() {}
"#;

    #[test]
    fn stubs_say_what_the_code_says() {
        let mut docs = Docs::new();
        collect(CODE, &mut docs);
        let bare = "class Thing:\n    @property\n    def size(self) -> int: ...\n    def inner(self) -> None: ...\n\ndef make(\n    a: int,\n) -> Thing: ...\n";
        let documented = with_docs(bare, &docs);
        assert_eq!(
            documented,
            "class Thing:\n    \"\"\"A thing.\"\"\"\n    @property\n    def size(self) -> int:\n        \"\"\"How big.\n\n        \
             In metres.\n        \"\"\"\n    def inner(self) -> None: ...\n\ndef make(\n    a: int,\n) -> Thing:\n    \"\"\"Makes one.\"\"\"\n"
        );
        assert_eq!(without_docs(&documented), bare);
    }
}
