//! Listeners: taking connections, limiting them, and ending them in good order.

use crate::budget::Source;
use crate::config::{Gateway, Mode};
use crate::connection::{Idle, Stalling};
use crate::request::{Peer, serve_request};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::any::Any;
use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::os::fd::{AsFd as _, BorrowedFd};
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// Largest head of a request: SigV4 tokens, presigned URLs and `ClientContext` fit several times over.
const MAX_HEAD: usize = 64 * 1_024;
/// Headers of a request at most.
const MAX_HEADERS: usize = 128;
/// Wait after an error of the listener itself (no file descriptors left, mostly).
const ACCEPT_BACKOFF: Duration = Duration::from_millis(50);

/// Whether the process has hardly any descriptors left after this newest one.
pub type IsScarce = fn(BorrowedFd<'_>) -> bool;

/// Sets a descriptor aside for a connection, until what it gives is dropped; `None` where sandboxes should get no more.
pub type Reserve = fn() -> Option<Box<dyn Any + Send>>;

/// Why a listener is not served.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// Development mode asks for no credentials, so nobody but this machine may reach it.
    #[error("development mode is served on loopback only, not on {0}")]
    NotLoopback(std::net::SocketAddr),
    /// The listener has no address or cannot be used.
    #[error("the listener cannot be used")]
    Listener(#[from] io::Error),
}

/// Serves a listener until `shutdown` is done; then takes no more connections and waits for the requests under way,
/// at most [`crate::Limits::drain`]. `label` names the listener in logs. Where connections or descriptors run out, those
/// that were idle for a second are closed.
pub async fn serve(
    gateway: Arc<Gateway>,
    listener: TcpListener,
    label: Arc<str>,
    is_scarce: IsScarce,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    let connections = gateway.parts.limits.connections;
    let door = Door { gateway, label, connections, of: Of::Clients { is_scarce } };
    door.serve(listener, shutdown).await
}

/// Serves a listener in a sandbox's network namespace. Whoever connects is the function and what it loads: it gets few
/// connections, and memory for bodies only with all the others of its name.
pub async fn serve_sandbox(
    gateway: Arc<Gateway>,
    listener: std::net::TcpListener,
    function: Arc<str>,
    reserve: Reserve,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    listener.set_nonblocking(true)?;
    let connections = gateway.parts.limits.sandbox_connections;
    let door = Door { gateway, label: function, connections, of: Of::Function { reserve } };
    door.serve(TcpListener::from_std(listener)?, shutdown).await
}

/// What is the same for all connections of a listener.
struct Door {
    gateway: Arc<Gateway>,
    label: Arc<str>,
    connections: usize,
    of: Of,
}

/// Whose connections, and what they do where descriptors are few.
enum Of {
    Clients { is_scarce: IsScarce },
    Function { reserve: Reserve },
}

impl Door {
    async fn serve(
        self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send,
    ) -> Result<(), ServeError> {
        let address = listener.local_addr()?;
        if self.gateway.mode() == Mode::Dev && !address.ip().is_loopback() {
            return Err(ServeError::NotLoopback(address));
        }
        let places = Arc::new(Semaphore::new(self.connections));
        let (stop, stopped) = watch::channel(false);
        let mut shutdown = pin!(shutdown);
        loop {
            let (stream, from, place) = tokio::select! {
                biased;
                () = &mut shutdown => break,
                accepted = accept(&listener, &places, &stop) => accepted,
            };
            let (source, reserved) = match self.of {
                Of::Clients { is_scarce } => {
                    if is_scarce(stream.as_fd()) {
                        close_idle(&stop);
                    }
                    (Source::peer(from.ip()), None)
                }
                Of::Function { reserve } => match reserve() {
                    None => {
                        drop((stream, place));
                        tokio::time::sleep(ACCEPT_BACKOFF).await;
                        continue;
                    }
                    reserved => (Source::Function(Arc::clone(&self.label)), reserved),
                },
            };
            let peer = Peer { label: Arc::clone(&self.label), source, address: from.ip() };
            tokio::spawn(serve_connection(
                Arc::clone(&self.gateway),
                peer,
                stream,
                (place, reserved),
                stopped.clone(),
            ));
        }
        drop((listener, stopped));
        // Fails only where no connection is left to be told.
        let _ = stop.send(true);
        self.wait_for_connections(&places, &stop).await;
        Ok(())
    }

    async fn wait_for_connections(&self, places: &Semaphore, stop: &watch::Sender<bool>) {
        let all = u32::try_from(self.connections).unwrap_or(u32::MAX);
        let drain = self.gateway.parts.limits.drain;
        if tokio::time::timeout(drain, places.acquire_many(all)).await.is_err() {
            tracing::warn!(connections = stop.receiver_count(), "requests were still running at the end");
        }
    }
}

/// A place first, a connection then: above the limit the kernel's queue holds them.
async fn accept(
    listener: &TcpListener,
    places: &Arc<Semaphore>,
    stop: &watch::Sender<bool>,
) -> (TcpStream, SocketAddr, Option<OwnedSemaphorePermit>) {
    if places.available_permits() == 0 {
        close_idle(stop);
    }
    let place = Arc::clone(places).acquire_owned().await.ok();
    loop {
        match listener.accept().await {
            Ok((stream, from)) => return (stream, from, place),
            Err(error) => {
                tracing::warn!(%error, "a connection could not be taken");
                close_idle(stop);
                tokio::time::sleep(ACCEPT_BACKOFF).await;
            }
        }
    }
}

/// Has the connections look whether they are idle, and end if so.
fn close_idle(stop: &watch::Sender<bool>) {
    stop.send_modify(|_| {});
}

/// What a connection holds while it is open: its place, and the descriptor that was set aside.
type Holds = (Option<OwnedSemaphorePermit>, Option<Box<dyn Any + Send>>);

async fn serve_connection(
    gateway: Arc<Gateway>,
    peer: Peer,
    stream: TcpStream,
    holds: Holds,
    mut stopped: watch::Receiver<bool>,
) {
    let limits = gateway.parts.limits;
    // Answers are written whole; waiting for more to send only costs the client time.
    let _ = stream.set_nodelay(true);
    let idle = Idle::new();
    let service = service_fn(|request| {
        let (gateway, peer, idle) = (&gateway, &peer, &idle);
        async move {
            idle.ends();
            let answer = serve_request(gateway, peer, request).await;
            idle.begins();
            Ok::<_, Infallible>(answer)
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(MAX_HEAD)
        .max_headers(MAX_HEADERS)
        .serve_connection(TokioIo::new(Stalling::new(stream, limits.write_stall)), service);
    let mut connection = pin!(connection);
    let told_to_stop = async { drop(stopped.wait_for(|stop| *stop || idle.is_long()).await) };
    let ended = tokio::select! {
        ended = &mut connection => ended,
        () = told_to_stop => {
            connection.as_mut().graceful_shutdown();
            connection.await
        }
    };
    if let Err(error) = ended {
        tracing::debug!(listener = &*peer.label, %error, "a connection ended early");
    }
    drop(holds);
}
