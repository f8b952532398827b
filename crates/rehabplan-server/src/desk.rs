//! The threads that check, and those who wait for them.

use std::sync::Arc;
use std::time::Duration;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use rehabplan_batch::{Item, MAX_THREADS};
use rehabplan_json::{Failure, guarded};
use tokio::sync::{Semaphore, oneshot};
use tokio::time::timeout;

use crate::config::{Limits, Refused};
use crate::problem::Problem;

/// The threads that check, in the order in which they are asked.
pub(crate) struct Desk {
    threads: ThreadPool,
    /// For those that are checked and those that wait.
    places: Arc<Semaphore>,
    room: usize,
    patience: Duration,
}

impl Desk {
    pub(crate) fn new(limits: &Limits) -> Result<Self, Refused> {
        let threads = ThreadPoolBuilder::new().num_threads(limits.threads.min(MAX_THREADS).into()).build();
        let threads = threads.map_err(|_| Refused::Threads)?;
        let room = (threads.current_num_threads() + limits.queue).min(Semaphore::MAX_PERMITS);
        Ok(Self { threads, places: Arc::new(Semaphore::new(room)), room, patience: limits.work })
    }

    /// How many are checked or wait.
    pub(crate) fn taken(&self) -> usize {
        self.room - self.places.available_permits()
    }

    /// Does a piece of work when it is its turn, unless whoever asked has gone by then.
    pub(crate) async fn ask<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Problem> {
        let Ok(place) = Arc::clone(&self.places).try_acquire_owned() else {
            return Err(Problem::for_now("queueFull", "more plans wait than there is room for; send it again soon"));
        };
        let (tell, told) = oneshot::channel();
        self.threads.spawn_fifo(move || {
            let _place = place;
            if !tell.is_closed() {
                // Whoever asked may have gone.
                let _ = tell.send(guarded(work));
            }
        });
        match timeout(self.patience, told).await {
            Ok(Ok(done)) => done.map_err(Problem::from),
            Ok(Err(_)) => {
                Err(Problem::new("failed", "the work was lost, which is a defect of rehabplan: please report it"))
            }
            Err(_) => {
                let seconds = self.patience.as_secs_f32();
                Err(Problem::for_now(
                    "tookTooLong",
                    format!("there was no answer within {seconds} seconds; send it again"),
                ))
            }
        }
    }

    /// Does a piece of work for each of some lines, and keeps their order.
    pub(crate) fn each(&self, lines: Vec<Item>, work: &(dyn Fn(Item) -> Vec<u8> + Sync)) -> Vec<Vec<u8>> {
        self.threads.install(|| lines.into_par_iter().map(work).collect())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::time::Duration;

    use rehabplan_json::Failure;

    use super::Desk;
    use crate::config::Limits;

    #[tokio::test]
    #[allow(clippy::panic)]
    async fn beyond_the_queue_and_beyond_the_time_nobody_waits() {
        let limits = Limits { threads: 1, queue: 1, work: Duration::MAX, ..Limits::default() };
        let desk = Desk::new(&limits).ok().filter(|desk| desk.taken() == 0);
        let Some(mut desk) = desk else { panic!("no desk") };
        let code = |result: Result<(), crate::problem::Problem>| result.err().map(|problem| problem.failure.code);
        let (begin, begun) = mpsc::channel::<()>();
        let (go, gone) = mpsc::channel::<()>();
        // The thread is busy until it is told to go on, also when whoever asked has gone.
        let busy = desk.ask(move || {
            let _ = begin.send(());
            gone.recv().map_err(|_| Failure::new("failed", ""))
        });
        tokio::select! {
            biased;
            _ = busy => panic!("it goes on by itself"),
            is_begun = async { begun.recv() } => assert!(is_begun.is_ok()),
        }
        assert_eq!(desk.taken(), 1);
        // What cannot be had at once takes too long, and keeps its place until it is its turn.
        desk.patience = Duration::ZERO;
        assert_eq!(code(desk.ask(|| Ok(())).await), Some("tookTooLong"));
        assert_eq!(desk.taken(), 2);
        assert_eq!(code(desk.ask(|| Ok(())).await), Some("queueFull"));
        assert!(go.send(()).is_ok());
        // All places are given back, and there is time again for whatever it takes.
        assert!(desk.places.acquire_many(2).await.is_ok());
        desk.patience = Duration::MAX;
        assert_eq!(code(desk.ask(|| Ok(())).await), None);
        assert_eq!(code(desk.ask(|| Err(Failure::new("notJson", ""))).await), Some("notJson"));
    }
}
