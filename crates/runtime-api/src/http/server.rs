//! The listener, the connections, and their bounds.

use super::routes;
use crate::extensions::MAX_EXTENSIONS;
use crate::session::Session;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::any::Any;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::watch;
use tokio::task::{AbortHandle, JoinSet};

/// Connections that one sandbox may have at the same time, external extensions apart; more wait in the listener's
/// backlog. Together with the one body that a session lets in at a time, this bounds what a sandbox can make us hold: 16
/// buffers of 64 KiB, and one body of [`domain::limits::MAX_RESPONSE`]. Ten internal extensions can still poll beside
/// the runtime.
pub const MAX_CONNECTIONS: usize = 16;
/// Connections for each external extension: one waits for events, one or two are what its client keeps beside it.
const CONNECTIONS_EACH: usize = 3;
/// Connections that a sandbox has in any case, and one more for each external extension: neither it nor the process was
/// made without descriptors for them.
const FEW: usize = 2;
/// Headers of one request.
const MAX_HEADERS: usize = 64;
/// The head of one request, bytes.
const MAX_HEAD: usize = 32 << 10;
/// The buffer of one connection, bytes.
const MAX_BUFFER: usize = 64 << 10;
/// Pause after an accept that failed, such as for want of file descriptors.
const ACCEPT_PAUSE: Duration = Duration::from_millis(50);

/// A served listener. Dropping it closes the listener and every connection.
#[derive(Debug)]
pub struct Server {
    task: AbortHandle,
    open: watch::Sender<usize>,
}

impl Server {
    /// Waits until no connection is open: after the end of a process, everything that it sent has arrived then.
    pub async fn disconnected(&self) {
        let _ = self.open.subscribe().wait_for(|open| *open == 0).await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Counts one connection while it lives.
struct Open(watch::Sender<usize>);

impl Open {
    fn new(open: &watch::Sender<usize>) -> Self {
        open.send_modify(|open| *open += 1);
        Self(open.clone())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.send_modify(|open| *open -= 1);
    }
}

/// Sets a descriptor aside for a connection, until what it gives is dropped; `None` where sandboxes should get no more.
pub type Reserve = fn() -> Option<Box<dyn Any + Send>>;

/// Serves a session on a listener, which must be non-blocking. Needs a tokio runtime.
pub fn serve(listener: TcpListener, session: Arc<Session>, reserve: Reserve) -> std::io::Result<Server> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    let open = watch::Sender::new(0);
    let external = session.extensions().function().extensions.len().min(MAX_EXTENSIONS);
    let bounds =
        Bounds { limit: MAX_CONNECTIONS + CONNECTIONS_EACH * external, few: FEW + external, reserve };
    let task = tokio::spawn(accept(listener, session, open.clone(), bounds)).abort_handle();
    Ok(Server { task, open })
}

/// How many connections there may be: `limit`, of which all but `few` need a descriptor set aside.
struct Bounds {
    limit: usize,
    few: usize,
    reserve: Reserve,
}

fn protocol() -> http1::Builder {
    let mut http = http1::Builder::new();
    http.max_headers(MAX_HEADERS).max_header_size(MAX_HEAD).max_buf_size(MAX_BUFFER).auto_date_header(false);
    http
}

/// Serves one connection, whatever it is: a part of [`serve`] for tests.
pub(crate) async fn serve_stream(session: Arc<Session>, stream: impl AsyncRead + AsyncWrite + Unpin) {
    let answer = service_fn(|request| async {
        Ok::<_, std::convert::Infallible>(routes::answer(&session, request).await)
    });
    let _ = protocol().serve_connection(TokioIo::new(stream), answer).await;
}

async fn accept(
    listener: tokio::net::TcpListener,
    session: Arc<Session>,
    open: watch::Sender<usize>,
    bounds: Bounds,
) {
    let Bounds { limit, few, reserve } = bounds;
    let http = protocol();
    let mut connections = JoinSet::new();
    loop {
        while connections.len() >= limit {
            connections.join_next().await;
        }
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            Some(_) = connections.join_next() => continue,
        };
        let Ok((stream, _)) = accepted else {
            tokio::time::sleep(ACCEPT_PAUSE).await;
            continue;
        };
        let reserved = if connections.len() < few { None } else { reserve() };
        if connections.len() >= few && reserved.is_none() {
            drop(stream);
            tokio::time::sleep(ACCEPT_PAUSE).await;
            continue;
        }
        let _ = stream.set_nodelay(true);
        let session = Arc::clone(&session);
        let service = service_fn(move |request| {
            let session = Arc::clone(&session);
            async move { Ok::<_, std::convert::Infallible>(routes::answer(&session, request).await) }
        });
        let connection = http.serve_connection(TokioIo::new(stream), service);
        let open = Open::new(&open);
        connections.spawn(async move {
            let _held = (open, reserved);
            // A connection that breaks is the runtime's affair; what depends on it ends by the session's guards.
            let _ = domain::promptly(connection).await;
        });
    }
}
