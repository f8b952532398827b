//! A server on a port of its own, and callers that speak to it over sockets, byte by byte.

#![allow(dead_code)]

use std::io::{self, Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use rehabplan_server::{Config, Server};
use serde_json::Value;
use tokio::runtime::Builder;
use tokio::sync::oneshot;
use tokio::time::advance;

/// Long enough for whatever must come on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server that runs until it is dropped or stopped.
pub(crate) struct Running {
    pub(crate) address: SocketAddr,
    stop: mpsc::Sender<()>,
    thread: Option<JoinHandle<io::Result<()>>>,
}

/// A server on a port that is free.
fn bound(change: impl FnOnce(&mut Config)) -> Server {
    let mut config = Config::default();
    config.listen.set_port(0);
    config.limits.threads = 2;
    change(&mut config);
    Server::bind(config).expect("a server")
}

/// What is done when it is told, or nobody is left to tell it.
fn told() -> (mpsc::Sender<()>, impl Future<Output = ()> + Send + 'static) {
    let (stop, stopped) = mpsc::channel();
    let stopped = async move {
        // Without a runtime of its own, a test can only wait on a thread.
        let (tell, told) = oneshot::channel();
        std::thread::spawn(move || {
            let _ = stopped.recv();
            let _ = tell.send(());
        });
        let _ = told.await;
    };
    (stop, stopped)
}

/// Begins a server.
pub(crate) fn server(change: impl FnOnce(&mut Config)) -> Running {
    let (server, (stop, stopped)) = (bound(change), told());
    let address = server.address();
    let thread = std::thread::spawn(move || server.run(stopped));
    Running { address, stop, thread: Some(thread) }
}

/// The clock of a server: it stands still, and nothing takes too long for it, until it is told otherwise.
pub(crate) struct Clock {
    tell: tokio::sync::mpsc::UnboundedSender<(Duration, mpsc::Sender<()>)>,
    runs: Arc<AtomicBool>,
}

impl Clock {
    /// Lets some time pass at once.
    pub(crate) fn advance(&self, time: Duration) {
        let (done, is_done) = mpsc::channel();
        self.tell.send((time, done)).expect("a server");
        is_done.recv().expect("a server");
    }

    /// Lets time pass from now on, as fast as it can.
    pub(crate) fn run(&self) {
        self.runs.store(true, Ordering::Relaxed);
        self.advance(Duration::ZERO);
    }
}

/// Begins a server whose clock is the test's: no test waits for time to pass, and none hangs on how busy the machine is.
pub(crate) fn server_with_clock(change: impl FnOnce(&mut Config)) -> (Running, Clock) {
    const STEP: Duration = Duration::from_millis(100);
    let (server, (stop, stopped)) = (bound(change), told());
    let address = server.address();
    let (tell, mut asked) = tokio::sync::mpsc::unbounded_channel::<(Duration, mpsc::Sender<()>)>();
    let runs = Arc::new(AtomicBool::new(false));
    let is_running = Arc::clone(&runs);
    let thread = std::thread::spawn(move || {
        let runtime = Builder::new_current_thread().enable_all().start_paused(true).build()?;
        // A clock that stands still is put forward whenever all wait, unless a thread has work.
        let (_working, until) = mpsc::channel::<()>();
        runtime.spawn_blocking(move || until.recv());
        runtime.spawn(async move {
            while let Some((time, done)) = asked.recv().await {
                advance(time).await;
                let _ = done.send(());
                while is_running.load(Ordering::Relaxed) {
                    advance(STEP).await;
                }
            }
        });
        let result = runtime.block_on(server.serve(stopped));
        runtime.shutdown_background();
        result
    });
    (Running { address, stop, thread: Some(thread) }, Clock { tell, runs })
}

impl Running {
    /// Asks it to stop, and does not wait.
    pub(crate) fn ask_to_stop(&self) {
        let _ = self.stop.send(());
    }

    /// Waits for its end.
    pub(crate) fn ended(mut self) -> io::Result<()> {
        self.thread.take().expect("once").join().expect("no panic")
    }

    pub(crate) fn connect(&self) -> Caller {
        let stream = TcpStream::connect(self.address).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a time");
        stream.set_nodelay(true).expect("no delay");
        Caller { stream, read: Vec::new() }
    }

    pub(crate) fn get(&self, path: &str) -> Answer {
        self.connect().ask("GET", path, &[], b"")
    }

    pub(crate) fn post(&self, path: &str, body: impl AsRef<[u8]>) -> Answer {
        let media_type = if path.starts_with("/v1/check/batch") { "application/x-ndjson" } else { "application/json" };
        self.connect().ask("POST", path, &[("Content-Type", media_type)], body.as_ref())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.ask_to_stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// A connection.
pub(crate) struct Caller {
    pub(crate) stream: TcpStream,
    /// What has been read and not been used.
    read: Vec<u8>,
}

/// A stretch of a body that comes bit by bit.
pub(crate) fn chunk_of(bytes: &[u8]) -> Vec<u8> {
    [format!("{:x}\r\n", bytes.len()).as_bytes(), bytes, b"\r\n"].concat()
}

/// What came back.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Vec<u8>,
}

impl Answer {
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    pub(crate) fn text(&self) -> &str {
        std::str::from_utf8(&self.body).expect("UTF-8")
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).expect("JSON")
    }

    /// The status and the code of a problem.
    pub(crate) fn problem(&self) -> (u16, String) {
        assert_eq!(self.header("content-type"), Some("application/problem+json"), "{}", self.text());
        let problem = self.json();
        assert_eq!(problem["status"], self.status);
        assert_eq!(problem["type"], format!("urn:rehabplan:problem:{}", problem["code"].as_str().expect("a code")));
        for member in ["title", "detail"] {
            assert_ne!(problem[member].as_str().expect("a text"), "", "{problem}");
        }
        (self.status, problem["code"].as_str().expect("a code").to_owned())
    }
}

impl Caller {
    pub(crate) fn send(&mut self, bytes: impl AsRef<[u8]>) {
        self.stream.write_all(bytes.as_ref()).expect("sent");
    }

    /// One stretch of a body that comes bit by bit.
    pub(crate) fn send_chunk(&mut self, bytes: &[u8]) {
        self.send(chunk_of(bytes));
    }

    pub(crate) fn hang_up(&self) {
        self.stream.shutdown(Shutdown::Both).expect("shut");
    }

    pub(crate) fn ask(&mut self, method: &str, path: &str, headers: &[(&str, &str)], body: &[u8]) -> Answer {
        self.begin(method, path, headers, Some(body.len()));
        // A server that refuses may have hung up by then.
        let _ = self.stream.write_all(body);
        self.answer(method == "HEAD")
    }

    /// Sends the head of a request; without a length, the body comes in chunks.
    pub(crate) fn begin(&mut self, method: &str, path: &str, headers: &[(&str, &str)], length: Option<usize>) {
        self.begin_with(method, path, headers, length, b"");
    }

    /// The same, and the first of its body at once, so that nothing can come between them.
    pub(crate) fn begin_with(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        length: Option<usize>,
        first: &[u8],
    ) {
        let mut head = format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n");
        for (name, value) in headers {
            head += &format!("{name}: {value}\r\n");
        }
        head += &match length {
            Some(length) => format!("Content-Length: {length}\r\n\r\n"),
            None => "Transfer-Encoding: chunked\r\n\r\n".to_owned(),
        };
        self.send([head.as_bytes(), first].concat());
    }

    /// A whole answer.
    pub(crate) fn answer(&mut self, is_bare: bool) -> Answer {
        let mut answer = self.head();
        if is_bare {
            return answer;
        }
        if let Some(length) = answer.header("content-length") {
            let length: usize = length.parse().expect("a length");
            self.fill(|read| read.len() >= length);
            answer.body = self.read.drain(..length).collect();
        } else if answer.header("transfer-encoding") == Some("chunked") {
            while let Some(chunk) = self.chunk() {
                answer.body.extend(chunk);
            }
        }
        answer
    }

    /// The head of an answer.
    pub(crate) fn head(&mut self) -> Answer {
        const END: &[u8] = b"\r\n\r\n";
        let ends = |read: &[u8]| read.windows(END.len()).position(|window| window == END);
        self.fill(|read| ends(read).is_some());
        let end = ends(&self.read).expect("an end");
        let head: Vec<u8> = self.read.drain(..end + END.len()).collect();
        let head = String::from_utf8(head).expect("a head");
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers = headers.map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned())).collect();
        Answer { status: status.expect("a status"), headers, body: Vec::new() }
    }

    /// The next stretch of an answer that comes bit by bit; `None` at its proper end.
    pub(crate) fn chunk(&mut self) -> Option<Vec<u8>> {
        let ends = |read: &[u8]| read.windows(2).position(|window| window == b"\r\n");
        self.fill(|read| ends(read).is_some());
        let end = ends(&self.read).expect("an end");
        let size = String::from_utf8(self.read.drain(..end + 2).collect()).expect("a size");
        let size = usize::from_str_radix(size.trim(), 16).expect("a size");
        self.fill(|read| read.len() >= size + 2);
        let chunk: Vec<u8> = self.read.drain(..size + 2).take(size).collect();
        (size > 0).then_some(chunk)
    }

    fn fill(&mut self, is_enough: impl Fn(&[u8]) -> bool) {
        let mut buffer = [0; 1 << 14];
        while !is_enough(&self.read) {
            let count = self.stream.read(&mut buffer).expect("an answer");
            assert_ne!(count, 0, "the server hung up after {:?}", String::from_utf8_lossy(&self.read));
            self.read.extend_from_slice(&buffer[..count]);
        }
    }

    /// Whether the server hangs up without another byte.
    pub(crate) fn is_hung_up(&mut self) -> bool {
        match self.stream.read(&mut [0; 1]) {
            Ok(count) => count == 0,
            Err(error) => error.kind() == io::ErrorKind::ConnectionReset,
        }
    }
}
