//! How a command writes its whole result.

use std::io::{BufWriter, Write};

use serde::Serialize;

use crate::{Status, Stop};

/// Writes it to standard output.
pub(crate) fn print(write: impl FnOnce(&mut dyn Write) -> Result<(), Stop>) -> Result<Status, Stop> {
    let mut out = BufWriter::new(anstream::stdout().lock());
    write(&mut out)?;
    out.flush()?;
    Ok(Status::Fine)
}

pub(crate) fn json(out: &mut dyn Write, value: &impl Serialize) -> Result<(), Stop> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    Ok(writeln!(out)?)
}
