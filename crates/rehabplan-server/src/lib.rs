//! The checker beside another program: over HTTP on the same machine ([`Server`]), or as a child process that reads and
//! writes lines ([`stdio`]).
//!
//! What is asked is the same in all places: a plan, or an envelope around it, `{"plan": {...}, "options": {...}, "id": "4711"}`,
//! with the options of [`rehabplan_json`] and the caller's own id of the plan, which suppressions name and answers by the line
//! repeat. What is answered is the core's report, byte for byte.
//!
//! It keeps nothing: no plan, no answer, no session. What it writes to a log holds nothing of what it was sent, and neither do
//! its figures.
//!
//! Compiled, and not run as a test, since a server goes on until it is stopped:
//!
//! ```no_run
//! use rehabplan_server::{Config, Server, stop_signal};
//!
//! let server = Server::bind(Config::default())?;
//! println!("http://{}", server.address());
//! server.run(stop_signal())?;
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod answer;
mod asked;
mod body;
mod config;
mod desk;
mod endpoint;
mod figures;
mod lines;
mod openapi;
mod problem;
mod query;
mod server;

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use rehabplan::Lang;

pub use config::{Config, Limits, Refused, Token};
pub use server::{Server, stop_signal};

/// Answers the requests that come in lines, until there are no more, with as many threads as are asked for (0: one for each
/// core): a line for each, in their order, in `lang` where none is named. One that waits for its answer before it sends the next line gets it. Gives whether any
/// plan was checked.
///
/// # Errors
///
/// The answers cannot be written, or the system has no threads to give. What goes wrong with a line is in its answer.
pub fn stdio(
    input: impl io::Read + Send + 'static,
    mut output: impl io::Write,
    threads: u16,
    lang: Lang,
) -> io::Result<bool> {
    let threads = rehabplan_batch::Threads::new(threads).map_err(io::Error::other)?;
    let is_any = Arc::new(AtomicBool::new(false));
    let seen = Arc::clone(&is_any);
    let lines = lines::Lines::with_options(Vec::new(), lang).telling(move |report| {
        seen.fetch_or(report.is_some(), Ordering::Relaxed);
    });
    lines.answer(
        input,
        |some, work| threads.map(some, work),
        |answers| {
            output.write_all(&answers)?;
            output.flush()
        },
    )?;
    Ok(is_any.load(Ordering::Relaxed))
}
