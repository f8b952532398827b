//! Running the binary, and folders to run it on.

#![allow(dead_code)]

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a run came to.
#[derive(Debug)]
pub(crate) struct Run {
    pub(crate) status: i32,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The binary with arguments, in an environment that says nothing of colours and languages.
pub(crate) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rehabplan"));
    command.args(arguments);
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(variable);
    }
    command
}

pub(crate) fn rehabplan(arguments: &[&str]) -> Run {
    rehabplan_with_input(arguments, "")
}

pub(crate) fn rehabplan_with_input(arguments: &[&str], input: &str) -> Run {
    finish(&mut command(arguments), input)
}

pub(crate) fn rehabplan_with_bytes(arguments: &[&str], input: &[u8]) -> Run {
    finish_with_bytes(&mut command(arguments), input)
}

pub(crate) fn finish(command: &mut Command, input: &str) -> Run {
    finish_with_bytes(command, input.as_bytes())
}

fn finish_with_bytes(command: &mut Command, input: &[u8]) -> Run {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the binary runs");
    // A run that is refused does not read its input.
    let _ = child.stdin.take().expect("a pipe").write_all(input);
    let output = child.wait_with_output().expect("the binary ends");
    Run {
        status: output.status.code().expect("an exit status"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    }
}

/// A folder of its own for a test.
pub(crate) struct Folder(PathBuf);

pub(crate) fn folder(name: &str) -> Folder {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    fs::create_dir_all(&path).expect("a folder");
    Folder(path)
}

impl Folder {
    pub(crate) fn root(&self) -> &str {
        self.0.to_str().expect("a readable name")
    }

    /// The path of what is in it, with the separators of the system; without a name, what every such path begins with.
    pub(crate) fn path(&self, name: &str) -> String {
        let mut path = self.0.clone();
        path.extend(name.split('/'));
        path.to_str().expect("a readable name").to_owned()
    }

    /// Writes a file and returns its path.
    pub(crate) fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, text).expect("a file");
        self.path(name)
    }
}

/// A plan with every field of the schema: texts hold `text`, and everything else something that can be read.
pub(crate) fn plan_of(schema: &Value, root: &Value, text: &str) -> Value {
    if let Some(name) = schema["$ref"].as_str() {
        return plan_of(root.pointer(name.trim_start_matches('#')).expect("a definition"), root, text);
    }
    if let Some(first) = schema["anyOf"].get(0) {
        return plan_of(first, root, text);
    }
    if let Some(first) = schema["oneOf"].get(0) {
        return first["const"].clone();
    }
    let kind = if schema["type"].is_array() { &schema["type"][0] } else { &schema["type"] };
    match kind.as_str() {
        Some("object") => {
            let properties = schema["properties"].as_object().expect("properties");
            properties.iter().map(|(key, field)| (key.clone(), plan_of(field, root, text))).collect()
        }
        Some("array") => vec![plan_of(&schema["items"], root, text)].into(),
        Some("boolean") => true.into(),
        Some("number" | "integer") => schema["minimum"].as_u64().unwrap_or(1).into(),
        Some("string") if schema["format"] == "date" => "2020-06-01".into(),
        _ => text.into(),
    }
}
