//! The listener, the connections, and their bounds.

use super::routes;
use crate::session::Session;
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use std::net::TcpListener;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::{AbortHandle, JoinSet};

/// Connections that one sandbox may have at the same time; more wait in the listener's backlog.
pub const MAX_CONNECTIONS: usize = 64;
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
pub struct Server(AbortHandle);

impl Drop for Server {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Serves a session on a listener, which must be non-blocking. Needs a tokio runtime.
pub fn serve(listener: TcpListener, session: Arc<Session>) -> std::io::Result<Server> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    Ok(Server(tokio::spawn(accept(listener, session)).abort_handle()))
}

async fn accept(listener: tokio::net::TcpListener, session: Arc<Session>) {
    let mut http = http1::Builder::new();
    http.max_headers(MAX_HEADERS).max_header_size(MAX_HEAD).max_buf_size(MAX_BUFFER).auto_date_header(false);
    let mut connections = JoinSet::new();
    loop {
        while connections.len() >= MAX_CONNECTIONS {
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
        let _ = stream.set_nodelay(true);
        let session = Arc::clone(&session);
        let service = service_fn(move |request| {
            let session = Arc::clone(&session);
            async move { Ok::<_, std::convert::Infallible>(routes::answer(&session, request).await) }
        });
        let connection = http.serve_connection(TokioIo::new(stream), service);
        connections.spawn(async move {
            // A connection that breaks is the runtime's affair; what depends on it ends by the session's guards.
            let _ = connection.await;
        });
    }
}
