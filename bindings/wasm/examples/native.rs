//! What the core itself says, for comparison with the wasm module: each line of the input is `[plan, options]`, the plan in
//! a string and the options as the JavaScript side writes them, and each line of the output is the report, or after a `!`
//! the code and the message of the error.

use std::io::{self, BufRead as _, BufWriter, Write as _};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let (plan, options): (String, String) = serde_json::from_str(&line?)?;
        match rehabplan_wasm::validate(plan.as_bytes(), &options) {
            Ok(report) => writeln!(out, "{report}")?,
            Err(error) => writeln!(out, "!{}", error.replace('\n', " "))?,
        }
    }
    out.flush()
}
