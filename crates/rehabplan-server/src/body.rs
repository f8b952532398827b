//! Requests as they arrive.

use std::io::{self, Read};
use std::sync::Arc;

use bytes::{Buf as _, Bytes};
use http_body_util::BodyExt as _;
use hyper::body::{Body as _, Incoming};
use hyper::{Request, header};
use rehabplan::Lang;
use rehabplan::text::Wording;
use tokio::runtime::Handle;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::timeout;

use crate::config::Limits;
use crate::problem::Problem;

/// How many bytes one place in memory is.
const PLACE: usize = 1 << 10;

/// What a caller sends with a request. Whoever sends it all before he reads would never see an answer that comes before its
/// end: a connection that is closed while it still comes is broken for him. So what nobody wants is read and thrown away when
/// this goes, for as long and as much as the limits say, and the answer is underway meanwhile.
pub(crate) struct Sent {
    body: Option<Incoming>,
    /// The caller waits to be asked for it, and will not be.
    is_held_back: bool,
    limits: Limits,
    runtime: Handle,
}

impl Sent {
    /// Takes it out of a request.
    pub(crate) fn of(request: Request<Incoming>, limits: &Limits) -> (Request<()>, Self) {
        let (head, body) = request.into_parts();
        let is_held_back = head.headers.contains_key(header::EXPECT);
        let sent = Self { body: Some(body), is_held_back, limits: limits.clone(), runtime: Handle::current() };
        (Request::from_parts(head, ()), sent)
    }

    /// The size of it, where it was told beforehand.
    fn told(&self) -> u64 {
        self.body.as_ref().map_or(0, |body| body.size_hint().lower())
    }

    /// The next of it; `None` at its end.
    async fn next(&mut self) -> Option<Result<Bytes, hyper::Error>> {
        self.is_held_back = false;
        loop {
            match self.body.as_mut()?.frame().await? {
                Ok(frame) => match frame.into_data() {
                    Ok(data) => return Some(Ok(data)),
                    Err(_) => continue,
                },
                Err(error) => return Some(Err(error)),
            }
        }
    }
}

impl Drop for Sent {
    fn drop(&mut self) {
        let rest = self.body.take().filter(|body| !self.is_held_back && !body.is_end_stream());
        let Some(mut rest) = rest else { return };
        let (most, patience) = (self.limits.discard, self.limits.arrival);
        self.runtime.spawn(timeout(patience, async move {
            let mut passed = 0;
            while let Some(Ok(frame)) = rest.frame().await {
                passed += frame.data_ref().map_or(0, Bytes::len);
                if passed > most {
                    break;
                }
            }
        }));
    }
}

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
    pub(crate) async fn receive(&self, sent: Sent, limits: &Limits, lang: Lang) -> Result<Arrived, Problem> {
        // When the size is told beforehand, nothing of what is too large is kept.
        if sent.told() > limits.body as u64 {
            return Err(too_large(Some(sent.told()), limits, lang));
        }
        let arrived = timeout(limits.arrival, self.collect(sent, limits, lang)).await;
        arrived.unwrap_or_else(|_| {
            let seconds = limits.arrival.as_secs_f32();
            Err(Problem::new(
                "bodyTooSlow",
                format!("the request was not here within {seconds} seconds; send it again"),
            ))
        })
    }

    async fn collect(&self, mut sent: Sent, limits: &Limits, lang: Lang) -> Result<Arrived, Problem> {
        let (mut bytes, mut held) = (Vec::new(), None::<OwnedSemaphorePermit>);
        while let Some(data) = sent.next().await {
            let data = data.map_err(|_| {
                let what = "the request ended early, or its parts are not as long as they say; send it again";
                Problem::new("bodyCutShort", what)
            })?;
            let length = bytes.len() + data.len();
            if length > limits.body {
                return Err(too_large(None, limits, lang));
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

/// A request that is larger than the limit, and how large, where that is known. What came by then says nothing of it.
fn too_large(bytes: Option<u64>, limits: &Limits, lang: Lang) -> Problem {
    const TOLD: Wording = Wording::new(
        "forespørgslen er på {bytes} byte, og grænsen er {limit}; en plan kan højst være på {plan}",
        "the request is of {bytes} bytes, and the limit is {limit}; a plan is of {plan} at most",
    );
    const UNTOLD: Wording = Wording::new(
        "forespørgslen er på mere end {limit} byte, som er grænsen; en plan kan højst være på {plan}",
        "the request is of more than {limit} bytes, which is the limit; a plan is of {plan} at most",
    );
    let text = if bytes.is_some() { TOLD } else { UNTOLD };
    let text = text.get(lang).replace("{limit}", &limits.body.to_string());
    let text = text.replace("{plan}", &rehabplan::limits::MAX_BYTES.min(limits.body).to_string());
    Problem::new("tooLarge", text.replace("{bytes}", &bytes.unwrap_or_default().to_string()))
}

/// What arrives, for a thread that reads it as it would a file.
pub(crate) struct Stream {
    sent: Sent,
    here: Bytes,
}

impl Stream {
    /// The body of a request, of which the next may be as long in coming as the limits say.
    pub(crate) fn new(sent: Sent) -> Self {
        Self { sent, here: Bytes::new() }
    }
}

impl Read for Stream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        while self.here.is_empty() {
            let (runtime, patience) = (self.sent.runtime.clone(), self.sent.limits.arrival);
            let next = runtime.block_on(async { timeout(patience, self.sent.next()).await });
            match next.map_err(io::Error::from)? {
                None => return Ok(0),
                Some(data) => self.here = data.map_err(io::Error::other)?,
            }
        }
        let count = self.here.len().min(buffer.len());
        self.here.split_to(count).copy_to_slice(buffer.split_at_mut(count).0);
        Ok(count)
    }
}
