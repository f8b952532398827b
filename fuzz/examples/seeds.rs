//! Writes the seeds of every target, and the words that libFuzzer may put in: `seeds FOLDER`.

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use rehabplan_fuzz::{TARGETS, words};

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args_os().nth(1).expect("a folder"));
    for target in TARGETS {
        let folder = folder.join(target.name);
        fs::create_dir_all(&folder)?;
        for (number, seed) in (target.seeds)().iter().enumerate() {
            fs::write(folder.join(number.to_string()), seed)?;
        }
    }
    let words = words().iter().fold(String::new(), |mut out, word| {
        out.push('"');
        for byte in word.bytes() {
            let _ = write!(out, "\\x{byte:02x}");
        }
        out + "\"\n"
    });
    fs::write(folder.join("words"), words)
}
