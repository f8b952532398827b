//! `rehabplan serve`: answers other programs, over HTTP or line by line.

use std::io::{self, Write as _};
use std::path::Path;
use std::time::Duration;

use rehabplan::Lang;
use rehabplan_server::{Config, Refused, Server, Token, stdio, stop_signal};

use crate::args::ServeArgs;
use crate::{Status, Stop, profiles};
use rehabplan_batch::shown;

pub(crate) fn run(args: &ServeArgs, lang: Lang) -> Result<Status, Stop> {
    // What a panic says could be a piece of a plan, and here it would go into a log.
    rehabplan_json::say_only_where();
    if args.stdio {
        // What the answers say of the plans is in them; only that nothing was checked is not to look like success.
        let is_any = stdio(io::stdin(), io::stdout().lock(), args.threads, lang)?;
        return Ok(if is_any { Status::Fine } else { Status::Failed });
    }
    let refused = |what: &str, refused: &Refused| Stop::Usage(format!("{what}: {}", refused.text().get(lang)));
    let mut config = Config::default();
    config.listen = args.listen;
    config.token = args.token_file.as_deref().map(|file| token(file, lang)).transpose()?;
    config.lang = lang;
    config.limits.threads = args.threads;
    config.limits.queue = args.queue.into();
    config.limits.connections = args.connections.into();
    config.limits.body = args.max_bytes;
    config.limits.work = Duration::from_secs(args.seconds.into());
    let server = Server::bind(config).map_err(|error| refused(&args.listen.to_string(), &error))?;
    // With port 0, whoever began the program reads here which one it was given.
    let mut out = io::stdout().lock();
    writeln!(out, "http://{}", server.address())?;
    out.flush()?;
    drop(out);
    server.run(stop_signal()).map_err(|error| refused(&args.listen.to_string(), &Refused::Address(error)))?;
    Ok(Status::Fine)
}

/// The token in a file. It is not given on the command line, which everybody on a machine may read.
fn token(file: &Path, lang: Lang) -> Result<Token, Stop> {
    let text = profiles::read(file, lang)?;
    let name = shown(&file.to_string_lossy());
    Token::new(&text).map_err(|refused| Stop::Usage(format!("{name}: {}", refused.text().get(lang))))
}
