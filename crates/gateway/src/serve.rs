//! Listeners: taking connections, limiting them, and ending them in good order.

use crate::budget::Source;
use crate::config::{Gateway, Mode};
use crate::connection::Stalling;
use crate::peers::{Peers, Place};
use crate::request::Peer;
use crate::tls::{Agreed, Tls};
use crate::{http1, http2};
use domain::promptly;
use std::any::Any;
use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::os::fd::{AsFd as _, BorrowedFd};
use std::pin::pin;
use std::sync::{Arc, PoisonError, Weak};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

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

/// A listener for clients.
pub struct Listening {
    /// Where they connect to.
    pub listener: TcpListener,
    /// Its name in logs.
    pub label: Arc<str>,
    /// With TLS there is HTTP/2 besides HTTP/1.1.
    pub tls: Option<Tls>,
    /// Whether there are hardly any descriptors left.
    pub is_scarce: IsScarce,
    /// Whether it is for operators: metrics and health, and nothing else.
    pub inspects: bool,
}

/// Serves a listener until `shutdown` is done; then takes no more connections and waits for the requests under way,
/// at most [`crate::Limits::drain`]. Where connections or descriptors run out, those that were idle for a second are
/// closed. Of a peer that has as many as it may, further ones are closed at once.
pub async fn serve(
    gateway: Arc<Gateway>,
    listening: Listening,
    shutdown: impl Future<Output = ()> + Send,
) -> Result<(), ServeError> {
    let Listening { listener, label, tls, is_scarce, inspects } = listening;
    let limits = gateway.parts.limits;
    let peers = Peers::new(limits.connections_of_a_peer);
    let tls = tls.map(|tls| (tls, Peers::new(limits.handshakes_of_a_peer)));
    let of = Of::Clients { is_scarce, peers, tls, inspects };
    Door { gateway, label, connections: limits.connections, of }.serve(listener, shutdown).await
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
    Clients { is_scarce: IsScarce, peers: Arc<Peers>, tls: Option<(Tls, Arc<Peers>)>, inspects: bool },
    Function { reserve: Reserve },
}

impl Door {
    async fn serve(
        self,
        listener: TcpListener,
        shutdown: impl Future<Output = ()> + Send,
    ) -> Result<(), ServeError> {
        let address = listener.local_addr()?;
        let inspects = matches!(self.of, Of::Clients { inspects: true, .. });
        if self.gateway.mode() == Mode::Dev && !address.ip().is_loopback() && !inspects {
            return Err(ServeError::NotLoopback(address));
        }
        let places = Arc::new(Semaphore::new(self.connections));
        let open =
            matches!(self.of, Of::Clients { inspects: false, .. }).then(|| Open::new(&self.gateway, &places));
        let (stop, stopped) = watch::channel(false);
        let mut shutdown = pin!(shutdown);
        loop {
            let (stream, from, place) = tokio::select! {
                biased;
                () = &mut shutdown => break,
                accepted = accept(&listener, &places, &stop) => accepted,
            };
            let mut holds = Holds { _place: place, ..Holds::default() };
            let (source, handshake) = match &self.of {
                Of::Clients { is_scarce, peers, tls, .. } => {
                    if is_scarce(stream.as_fd()) {
                        close_idle(&stop);
                    }
                    let source = Source::peer(from.ip());
                    holds._of_peer = peers.admit(&source);
                    let handshake = tls.as_ref().map(|(tls, shaking)| (tls, shaking.admit(&source)));
                    if holds._of_peer.is_none() || handshake.as_ref().is_some_and(|(_, hand)| hand.is_none())
                    {
                        tracing::debug!(peer = %from, "a peer has too many connections, or too many handshakes");
                        continue;
                    }
                    (source, handshake)
                }
                Of::Function { reserve } => match reserve() {
                    None => {
                        drop((stream, holds));
                        tokio::time::sleep(ACCEPT_BACKOFF).await;
                        continue;
                    }
                    reserved => {
                        holds._reserved = reserved;
                        (Source::Function(Arc::clone(&self.label)), None)
                    }
                },
            };
            let peer =
                Peer { label: Arc::clone(&self.label), source, address: from.ip(), tls: None, inspects };
            let (gateway, stopped) = (Arc::clone(&self.gateway), stopped.clone());
            match handshake {
                None => tokio::spawn(promptly(serve_plain(gateway, peer, stream, holds, stopped))),
                Some((tls, hand)) => {
                    let served = serve_tls(gateway, peer, stream, (tls.clone(), hand), holds, stopped);
                    tokio::spawn(promptly(served))
                }
            };
        }
        drop((listener, stopped, open));
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

/// The gateway knows the listener's places as long as this is there.
struct Open(Arc<Gateway>);

impl Open {
    fn new(gateway: &Arc<Gateway>, places: &Arc<Semaphore>) -> Self {
        *gateway.places.lock().unwrap_or_else(PoisonError::into_inner) = Arc::downgrade(places);
        Self(Arc::clone(gateway))
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        *self.0.places.lock().unwrap_or_else(PoisonError::into_inner) = Weak::new();
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

/// What a connection holds while it is open: its place, that of its peer, and the descriptor that was set aside.
#[derive(Default)]
struct Holds {
    _place: Option<OwnedSemaphorePermit>,
    _of_peer: Option<Place>,
    _reserved: Option<Box<dyn Any + Send>>,
}

async fn serve_plain(
    gateway: Arc<Gateway>,
    peer: Peer,
    stream: TcpStream,
    holds: Holds,
    stopped: watch::Receiver<bool>,
) {
    let stream = bare(&gateway, stream);
    let ended = http1::drive(&gateway, &peer, stream, stopped).await;
    note_end(&peer.label, ended);
    drop(holds);
}

async fn serve_tls(
    gateway: Arc<Gateway>,
    mut peer: Peer,
    stream: TcpStream,
    (tls, hand): (Tls, Option<Place>),
    holds: Holds,
    mut stopped: watch::Receiver<bool>,
) {
    let stream = bare(&gateway, stream);
    let shaken = tokio::select! {
        shaken = tls.accept(stream, gateway.parts.limits.handshake) => shaken,
        _ = stopped.wait_for(|stop| *stop) => return,
    };
    drop(hand);
    let stream = match shaken {
        Ok(stream) => stream,
        Err(error) => {
            tracing::debug!(listener = &*peer.label, %error, "a handshake failed");
            return;
        }
    };
    let agreed = Agreed::of(&stream);
    let (label, http2) = (Arc::clone(&peer.label), agreed.http2);
    peer.tls = Some(agreed);
    let ended = if http2 {
        http2::drive(gateway, peer, stream, stopped).await
    } else {
        http1::drive(&gateway, &peer, stream, stopped).await
    };
    note_end(&label, ended);
    drop(holds);
}

fn bare(gateway: &Gateway, stream: TcpStream) -> Stalling {
    // Answers are written whole; waiting for more to send only costs the client time.
    let _ = stream.set_nodelay(true);
    Stalling::new(stream, gateway.parts.limits.write_stall)
}

fn note_end(label: &str, ended: hyper::Result<()>) {
    if let Err(error) = ended {
        tracing::debug!(listener = label, %error, "a connection ended early");
    }
}
