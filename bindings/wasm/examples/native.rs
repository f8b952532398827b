//! What the core itself says, for comparison with the wasm module: each line of the input is `[plan, options]`, both JSON
//! in a string, and each line of the output is the report, or the error after a `!`.

use std::io::{self, BufRead as _, BufWriter, Write as _};

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let (plan, options): (String, String) = serde_json::from_str(&line?)?;
        match rehabplan_wasm::validate_text(&plan, &options) {
            Ok(report) => writeln!(out, "{report}")?,
            Err(error) => writeln!(out, "!{error}")?,
        }
    }
    out.flush()
}
