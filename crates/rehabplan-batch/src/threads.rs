use std::sync::mpsc;
use std::{fmt, thread};

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};

/// The most threads that may be asked for. A thread costs its stack and its start, and beyond the cores it gains nothing.
pub const MAX_THREADS: u16 = 256;

/// Threads that work side by side and hand over what they did in the order in which they were given it.
#[derive(Debug)]
pub struct Threads(ThreadPool);

impl Threads {
    /// As many threads as are asked for, at most [`MAX_THREADS`]; 0 is one for each core.
    ///
    /// # Errors
    ///
    /// [`NoThreads`] when the system has none to give.
    pub fn new(count: u16) -> Result<Self, NoThreads> {
        let pool = ThreadPoolBuilder::new().num_threads(count.min(MAX_THREADS).into()).build();
        pool.map(Self).map_err(|_| NoThreads)
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.current_num_threads()
    }

    /// Does a piece of work on each thing, and gives the results in the order of the things.
    ///
    /// ```
    /// let threads = rehabplan_batch::Threads::new(2)?;
    /// assert_eq!(threads.map(vec![1, 2, 3], |number| number * 2), [2, 4, 6]);
    /// # Ok::<(), rehabplan_batch::NoThreads>(())
    /// ```
    pub fn map<T: Send, R: Send>(&self, things: Vec<T>, work: impl Fn(T) -> R + Send + Sync) -> Vec<R> {
        if self.count() == 1 {
            // One alone would only be woken for each piece.
            return things.into_iter().map(work).collect();
        }
        self.0.install(|| things.into_par_iter().map(work).collect())
    }

    /// The same for things that come some at a time, until none come, and hands over what was done, in order. Meanwhile the next ones are
    /// waited for and worked on, so that no thread stands idle while somebody reads or writes; and what is done is not kept back until
    /// more comes. An error of whoever takes it ends the work.
    ///
    /// # Errors
    ///
    /// Those of `take`.
    ///
    /// ```
    /// let (mut count, mut all) = (0, Vec::new());
    /// let next = || {
    ///     count += 1;
    ///     if count < 4 { vec![count; 2] } else { Vec::new() }
    /// };
    /// let take = |done: Vec<i32>| {
    ///     all.extend(done);
    ///     Ok::<(), String>(())
    /// };
    /// rehabplan_batch::Threads::new(2)?.in_turn(next, |number| number * 10, take)?;
    /// assert_eq!(all, [10, 10, 20, 20, 30, 30]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn in_turn<T: Send, R: Send, E>(
        &self,
        mut next: impl FnMut() -> Vec<T> + Send,
        work: impl Fn(T) -> R + Send + Sync,
        mut take: impl FnMut(Vec<R>) -> Result<(), E>,
    ) -> Result<(), E> {
        let mut next = move || Some(next()).filter(|some| !some.is_empty());
        if self.count() == 1 {
            // One alone would only wait for the others.
            while let Some(some) = next() {
                take(some.into_iter().map(&work).collect())?;
            }
            return Ok(());
        }
        let work = &work;
        self.0.in_place_scope(|pool| {
            thread::scope(|beside| {
                // Few wait to be handed over, so that memory is bounded.
                let (promise, promised) = mpsc::sync_channel(1);
                beside.spawn(move || {
                    while let Some(some) = next() {
                        let (send, done) = mpsc::channel();
                        pool.spawn(move |_| {
                            // Nobody waits any more after an error.
                            let _ = send.send(some.into_par_iter().map(work).collect());
                        });
                        if promise.send(done).is_err() {
                            break;
                        }
                    }
                });
                // (A piece of work that panics promises nothing more, and the pool goes on with the panic.)
                promised.into_iter().map_while(|done| done.recv().ok()).try_for_each(&mut take)
            })
        })
    }
}

/// The system has no threads to give.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoThreads;

impl fmt::Display for NoThreads {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("the threads cannot be started")
    }
}

impl std::error::Error for NoThreads {}
