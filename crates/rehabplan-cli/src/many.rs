//! Many documents: taken in turn, worked on by all threads, and handed over in the order they came.

use std::io::{self, IsTerminal as _};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rayon::prelude::*;
use rehabplan::Lang;

use crate::input::{self, Document, Documents};
use crate::{PlanArgs, Stop, texts};

/// How many documents are worked on at a time for each thread: enough to keep all of them busy, and few enough for the
/// first results to come soon.
const DOCUMENTS_PER_THREAD: usize = 32;

/// How many bytes of NDJSON may wait for their turn. One line more is always read.
const MAX_WAITING: usize = 16 << 20;

/// The most threads that may be asked for. More would only wait for each other.
pub(crate) const MAX_THREADS: u16 = 256;

/// How long a run may take before it shows its progress.
const PATIENCE: Duration = Duration::from_millis(800);

/// Does a piece of work on each document, which also says how many bytes it had, and hands over the results, some at a
/// time and in order.
pub(crate) fn each<T: Send>(
    args: &PlanArgs,
    lang: Lang,
    work: impl Fn(Document) -> (T, u64) + Sync,
    mut take: impl FnMut(Vec<T>, &ProgressBar) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let threads = rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads.into())
        .build()
        .map_err(|_| Stop::Usage(texts::NO_THREADS.get(lang).to_owned()))?;
    let sources = input::sources(&args.paths, args.ndjson);
    let progress = progress(sources.iter().map(|source| source.size).sum());
    let mut documents = Documents::of(&sources);
    loop {
        let chunk = chunk(&mut documents, threads.current_num_threads() * DOCUMENTS_PER_THREAD);
        if chunk.is_empty() {
            break;
        }
        let (done, bytes): (Vec<T>, Vec<u64>) =
            threads.install(|| chunk.into_par_iter().map(&work).collect::<Vec<_>>()).into_iter().unzip();
        take(done, &progress)?;
        progress.inc(bytes.iter().sum());
        if progress.is_hidden() && progress.elapsed() > PATIENCE {
            show(&progress);
        }
    }
    progress.finish_and_clear();
    Ok(())
}

/// The next documents to be worked on together: those that are there, so that whoever writes a plan to a pipe and waits
/// for the answer gets it. Empty at the end.
fn chunk(documents: &mut Documents<'_>, count: usize) -> Vec<Document> {
    let mut held = 0;
    let mut chunk = Vec::with_capacity(count);
    while chunk.is_empty() || chunk.len() < count && held <= MAX_WAITING && !documents.may_wait() {
        let Some(document) = documents.next() else { break };
        held += document.held();
        chunk.push(document);
    }
    chunk
}

/// A progress bar that is hidden until the run has taken a while. `bytes` is 0 when nobody knows how much there is.
fn progress(bytes: u64) -> ProgressBar {
    let bar = if bytes > 0 { ProgressBar::new(bytes) } else { ProgressBar::new_spinner() };
    bar.set_draw_target(ProgressDrawTarget::hidden());
    bar
}

fn show(bar: &ProgressBar) {
    // Results that scroll past on the same terminal show the progress well enough.
    if !io::stderr().is_terminal() || io::stdout().is_terminal() {
        return;
    }
    let template = if bar.length().is_some() {
        "{bar:40} {bytes}/{total_bytes} {elapsed} (-{eta})"
    } else {
        "{spinner} {bytes} {elapsed}"
    };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_draw_target(ProgressDrawTarget::stderr());
}
