//! Writes what stands between a wasm file and JavaScript: `rehabplan-wasm-bindgen <file.wasm> <folder>` puts `core.js` and
//! `core_bg.wasm` there.
//!
//! It is what wasm-bindgen's own command does, in the version of the workspace and without its servers for tests: to install
//! that command takes longer than to build the package.

use std::error::Error;

use wasm_bindgen_cli_support::Bindgen;

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args_os().skip(1);
    let (Some(file), Some(folder), None) = (words.next(), words.next(), words.next()) else {
        return Err("rehabplan-wasm-bindgen <file.wasm> <folder>".into());
    };
    Bindgen::new().web(true)?.typescript(false).out_name("core").input_path(file).generate(folder)?;
    Ok(())
}
