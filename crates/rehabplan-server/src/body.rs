//! Requests as they arrive.

use std::io::{self, Read};
use std::sync::Arc;
use std::time::Duration;

use bytes::{Buf as _, Bytes};
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};
use rehabplan::{Lang, ReadError};
use rehabplan_json::Failure;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::config::Limits;
use crate::problem::Problem;

/// How many bytes one place in memory is.
const PLACE: usize = 1 << 10;

/// The memory that all requests together may have.
pub(crate) struct Memory(Arc<Semaphore>);

/// A request that has arrived, and its part of the memory for as long as it is there.
pub(crate) struct Arrived {
    pub(crate) bytes: Vec<u8>,
    _held: Option<OwnedSemaphorePermit>,
}

impl Memory {
    pub(crate) fn new(bytes: usize) -> Self {
        Self(Arc::new(Semaphore::new((bytes / PLACE).min(Semaphore::MAX_PERMITS))))
    }

    /// Receives a request. It takes up memory as it comes, so that a slow one is in nobody's way.
    pub(crate) async fn receive(&self, body: Incoming, limits: &Limits, lang: Lang) -> Result<Arrived, Problem> {
        // When the size is told beforehand, nothing of what is too large is received.
        if body.size_hint().lower() > limits.body as u64 {
            return Err(too_large(body.size_hint().lower(), limits, lang));
        }
        let arrived = timeout(limits.arrival, self.collect(body, limits, lang)).await;
        arrived.unwrap_or_else(|_| {
            let seconds = limits.arrival.as_secs_f32();
            Err(Problem::new(
                "bodyTooSlow",
                format!("the request was not here within {seconds} seconds; send it again"),
            ))
        })
    }

    async fn collect(&self, mut body: Incoming, limits: &Limits, lang: Lang) -> Result<Arrived, Problem> {
        let (mut bytes, mut held) = (Vec::new(), None::<OwnedSemaphorePermit>);
        while let Some(frame) = body.frame().await {
            let frame = frame.map_err(|_| {
                let what = "the request ended early, or its parts are not as long as they say; send it again";
                Problem::new("bodyCutShort", what)
            })?;
            let Ok(data) = frame.into_data() else { continue };
            let length = bytes.len() + data.len();
            if length > limits.body {
                return Err(too_large(length as u64, limits, lang));
            }
            let wanted = length.div_ceil(PLACE) - held.as_ref().map_or(0, OwnedSemaphorePermit::num_permits);
            let wanted = u32::try_from(wanted).unwrap_or(u32::MAX);
            let Ok(more) = Arc::clone(&self.0).try_acquire_many_owned(wanted) else {
                return Err(Problem::for_now(
                    "memoryFull",
                    "too many large requests are being received; send it again soon",
                ));
            };
            match &mut held {
                Some(held) => held.merge(more),
                None => held = Some(more),
            }
            bytes.extend_from_slice(&data);
        }
        Ok(Arrived { bytes, _held: held })
    }
}

/// A request that is larger than the limit; `bytes` of it are known of. Where a plan could not be as large, the words are those
/// that the core has for one.
fn too_large(bytes: u64, limits: &Limits, lang: Lang) -> Problem {
    let error = ReadError::TooLarge { bytes: usize::try_from(bytes).unwrap_or(usize::MAX) };
    if limits.body >= rehabplan::limits::MAX_BYTES {
        return Failure::unreadable(&error, lang).into();
    }
    Problem::new(error.code(), format!("the request is larger than {} bytes, which is the limit here", limits.body))
}

/// What arrives, for a thread that reads it as it would a file.
pub(crate) struct Stream {
    body: Incoming,
    here: Bytes,
    patience: Duration,
    runtime: Handle,
}

impl Stream {
    /// The body of a request, of which the next may be as long in coming as the patience lasts.
    pub(crate) fn new(body: Incoming, patience: Duration) -> Self {
        Self { body, here: Bytes::new(), patience, runtime: Handle::current() }
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.here.is_empty() {
            let next = self.runtime.block_on(timeout(self.patience, self.body.frame()));
            match next.map_err(io::Error::from)? {
                None => return Ok(0),
                Some(frame) => self.here = frame.map_err(io::Error::other)?.into_data().unwrap_or_default(),
            }
        }
        let count = self.here.len().min(buffer.len());
        self.here.split_to(count).copy_to_slice(buffer.split_at_mut(count).0);
        Ok(count)
    }
}
