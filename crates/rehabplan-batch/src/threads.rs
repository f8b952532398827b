use std::fmt;

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
