//! What a new requirement demands, given to the plans of the tests and the examples, which have to stay as whole as they were.

use std::path::Path;
use std::{fs, io};

use serde_json::Value;

/// Where plans lie that say what the law demands.
const FOLDERS: [&str; 3] = ["tests/corpus/base", "tests/plans", "examples/plans"];

/// Gives each plan what it does not say of an object like `{"forberedendeDel": {"oensker": "..."}}`, wherever the part that it
/// belongs to is there. What a plan says already stays. The files that were changed.
///
/// # Errors
///
/// When a plan cannot be read or written, is laid out in another way than these are, and when what is given is no object.
pub fn give(root: &Path, given: &str) -> io::Result<Vec<String>> {
    let given: Value = serde_json::from_str(given)?;
    if !given.is_object() {
        return Err(io::Error::other(r#"give an object, as in {"forberedendeDel": {"oensker": "..."}}"#));
    }
    let mut changed = Vec::new();
    for folder in FOLDERS {
        for path in rehabplan_corpus::json_files(&root.join(folder))? {
            let text = fs::read_to_string(&path)?;
            let mut plan: Value = serde_json::from_str(&text)?;
            if laid_out(&plan) != text {
                return Err(io::Error::other(format!(
                    "{}: not laid out with two blanks for each level",
                    path.display()
                )));
            }
            if fill(&mut plan, &given) {
                fs::write(&path, laid_out(&plan))?;
                changed.push(path.strip_prefix(root).unwrap_or(&path).display().to_string());
            }
        }
    }
    Ok(changed)
}

fn laid_out(plan: &Value) -> String {
    format!("{plan:#}\n")
}

/// Puts in what is not there, beside what is; whether there was any.
fn fill(plan: &mut Value, given: &Value) -> bool {
    let (Value::Object(plan), Value::Object(given)) = (plan, given) else { return false };
    let mut is_changed = false;
    for (key, value) in given {
        match plan.get_mut(key) {
            Some(there) => is_changed |= fill(there, value),
            None if value.is_object() => {}
            None => {
                plan.insert(key.clone(), value.clone());
                is_changed = true;
            }
        }
    }
    is_changed
}

#[cfg(test)]
mod tests {
    use super::fill;
    use serde_json::json;

    #[test]
    fn a_part_gets_what_it_lacks_and_keeps_what_it_has() {
        let given = json!({"sag": {"a": 1, "b": 2}, "moede": {"c": 3}});
        let mut plan = json!({"sag": {"b": "there"}});
        assert!(fill(&mut plan, &given));
        assert_eq!(plan, json!({"sag": {"b": "there", "a": 1}}), "no part comes from nowhere");
        assert!(!fill(&mut plan, &given), "once is enough");
        assert!(!fill(&mut json!({"sag": "a text"}), &given));
    }
}
