//! Connections: taken, held to their limits, and ended.

use std::io;
use std::net::{SocketAddr, TcpListener};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use socket2::SockRef;
use tokio::net::TcpStream;
use tokio::runtime::Builder;
use tokio::sync::Semaphore;
use tokio::time::{sleep, timeout};
use tokio_io_timeout::TimeoutStream;

use crate::answer::{Service, too_many_connections};
use crate::config::{Config, Refused};

/// How much of an answer the system holds for a caller who has not taken it, in bytes. It would let megabytes pile up, and take
/// the next only when a good part of them is gone; a slow caller who takes some all the time would be silent for that long.
const UNDERWAY: usize = 64 << 10;

/// How large the head of a request may be.
const HEAD: usize = 16 << 10;

/// A server that has its address, and does not answer yet.
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
    service: Service,
}

impl Server {
    /// Takes the address.
    ///
    /// # Errors
    ///
    /// [`Refused`]: the address cannot be had, or others than this machine could ask and there is no token.
    pub fn bind(config: Config) -> Result<Self, Refused> {
        if !config.listen.ip().is_loopback() && config.token.is_none() {
            return Err(Refused::NeedsToken);
        }
        let listener = TcpListener::bind(config.listen).map_err(Refused::Address)?;
        listener.set_nonblocking(true).map_err(Refused::Address)?;
        let address = listener.local_addr().map_err(Refused::Address)?;
        Ok(Self { listener, address, service: Service::new(config)? })
    }

    /// Where it listens; with port 0 in the configuration, the port that it was given.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers until `stop` is done. What was begun by then is finished, as far as the limit for that reaches.
    ///
    /// # Errors
    ///
    /// The system has no threads to give, or takes the address away.
    pub fn run(self, stop: impl Future<Output = ()>) -> io::Result<()> {
        // Checking has threads of its own, and what these do is soon done.
        let runtime = Builder::new_multi_thread()
            .worker_threads(2)
            .max_blocking_threads(self.service.config.limits.batches.max(1))
            .enable_all()
            .build()?;
        let result = runtime.block_on(self.serve(stop));
        // Batches that are not finished by now have lost their callers.
        runtime.shutdown_background();
        result
    }

    /// The same in a runtime that is there already; by its clock the limits are kept. Batches that are not finished when this is
    /// done still have threads of it.
    ///
    /// # Errors
    ///
    /// The system takes the address away.
    pub async fn serve(self, stop: impl Future<Output = ()>) -> io::Result<()> {
        serve(self.listener, Arc::new(self.service), stop).await
    }
}

async fn serve(listener: TcpListener, service: Arc<Service>, stop: impl Future<Output = ()>) -> io::Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let limits = service.config.limits.clone();
    let places = Arc::new(Semaphore::new(limits.connections.min(Semaphore::MAX_PERMITS)));
    let too_many = too_many_connections();
    let open = GracefulShutdown::new();
    let mut stop = pin!(stop);
    loop {
        let accepted = tokio::select! {
            () = &mut stop => break,
            accepted = listener.accept() => accepted,
        };
        let Ok((stream, _)) = accepted else {
            // The system has no more to give: others must end first.
            sleep(Duration::from_millis(50)).await;
            continue;
        };
        let Ok(place) = Arc::clone(&places).try_acquire_owned() else {
            service.figures.refused.inc();
            // If it cannot be told at once, it is told by the end of the connection.
            let _ = stream.try_write(&too_many);
            continue;
        };
        let connection = open.watch(connection(stream, &service));
        let service = Arc::clone(&service);
        tokio::spawn(async move {
            let _place = place;
            service.figures.connections.inc();
            // What goes wrong with a connection, its caller knows.
            let _ = connection.await;
            service.figures.connections.dec();
        });
    }
    drop(listener);
    let _ = timeout(limits.stop, open.shutdown()).await;
    Ok(())
}

type Io = TokioIo<std::pin::Pin<Box<TimeoutStream<TcpStream>>>>;

fn connection(
    stream: TcpStream,
    service: &Arc<Service>,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = hyper::Error> + use<> {
    // Answers are written whole; waiting for more to send with them only takes time.
    let _ = stream.set_nodelay(true);
    let _ = SockRef::from(&stream).set_send_buffer_size(UNDERWAY);
    let limits = &service.config.limits;
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.departure));
    let stream: Io = TokioIo::new(Box::pin(stream));
    let service = Arc::clone(service);
    let answer = service_fn(move |request| {
        let service = Arc::clone(&service);
        async move { Ok::<_, std::convert::Infallible>(service.answer(request).await) }
    });
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(HEAD)
        .serve_connection(stream, answer)
}

/// Is done when the system asks the program to stop: SIGTERM or SIGINT, or Ctrl-C in a console.
pub async fn stop_signal() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = terminate.recv() => {}
                _ = tokio::signal::ctrl_c() => {}
            }
            return;
        }
    }
    // A signal that cannot be waited for ends the program as it always does.
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}
