//! Many documents: taken in turn, worked on by all threads, and handed over in the order they came.

use std::io::{self, IsTerminal as _};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use rehabplan::Lang;
use rehabplan_batch::{Item, Items, Source, Threads};

use crate::{Stop, texts};

/// How many documents are worked on at a time for each thread: enough to keep all of them busy, and few enough for the
/// first results to come soon.
const DOCUMENTS_PER_THREAD: usize = 32;

/// How long a run may take before it shows its progress.
const PATIENCE: Duration = Duration::from_millis(800);

/// Does a piece of work on each document, and hands over the results, some at a time and in order.
pub(crate) fn each<T: Send>(
    threads: u16,
    sources: Vec<Source>,
    lang: Lang,
    work: impl Fn(Item) -> T + Send + Sync,
    mut take: impl FnMut(Vec<T>, &ProgressBar) -> Result<(), Stop>,
) -> Result<(), Stop> {
    let threads = Threads::new(threads).map_err(|_| Stop::Usage(texts::NO_THREADS.get(lang).to_owned()))?;
    let mut items = Items::of(sources);
    let progress = progress(items.total());
    let (count, taken) = (threads.count() * DOCUMENTS_PER_THREAD, AtomicU64::new(0));
    let next = || {
        let some = items.take_some(count);
        taken.store(items.taken(), Ordering::Relaxed);
        some
    };
    threads.in_turn(next, work, |done| -> Result<(), Stop> {
        take(done, &progress)?;
        progress.set_position(taken.load(Ordering::Relaxed));
        if progress.is_hidden() && progress.elapsed() > PATIENCE {
            show(&progress);
        }
        Ok(())
    })?;
    progress.finish_and_clear();
    Ok(())
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
