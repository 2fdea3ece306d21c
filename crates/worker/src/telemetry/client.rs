//! Sending a batch to where a subscriber listens. What answers there is a function's process: all of it is bounded.

use bytes::Bytes;
use http::{Request, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1::{self, SendRequest};
use hyper_util::rt::TokioIo;
use runtime_api::Destination;
use sandbox::{Connection, Connector};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::task::AbortHandle;

/// What is read of an answer; a longer one costs the connection.
const MAX_ANSWER: usize = 64 << 10;
/// What is read of an answer's head, bytes.
const MAX_HEAD: usize = 64 << 10;

/// An open connection, for the next batch.
pub(super) struct Link {
    destination: Destination,
    kind: Kind,
}

enum Kind {
    Http { sender: SendRequest<Full<Bytes>>, _task: Task },
    Tcp(Connection),
}

/// The task that drives an HTTP connection: dropping this ends it.
struct Task(AbortHandle);

impl Drop for Task {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sends a batch, over the connection that is open where there is one. True where it was received (HTTP: with a status
/// below 400) or, over TCP, written.
pub(super) async fn send(
    connector: &dyn Connector,
    link: &mut Option<Link>,
    destination: &Destination,
    body: &Bytes,
) -> bool {
    if let Some(mut open) = link.take()
        && open.destination == *destination
        && open.is_usable().await
    {
        // It may have been closed at the other end just now: then a new one decides.
        if let Some(received) = open.send(body).await {
            *link = Some(open);
            return received;
        }
    }
    let Some(mut open) = Link::open(connector, destination).await else { return false };
    let received = open.send(body).await;
    if received.is_some() {
        *link = Some(open);
    }
    received.unwrap_or(false)
}

impl Link {
    async fn open(connector: &dyn Connector, destination: &Destination) -> Option<Self> {
        let kind = match destination {
            Destination::Http { port, .. } => {
                let connection = TokioIo::new(connector.connect(*port).await.ok()?);
                let mut client = http1::Builder::new();
                client.max_buf_size(MAX_HEAD);
                let (sender, driver) = client.handshake(connection).await.ok()?;
                let task = tokio::spawn(async move {
                    // What goes wrong is seen by who sends.
                    let _ = driver.await;
                });
                Kind::Http { sender, _task: Task(task.abort_handle()) }
            }
            Destination::Tcp { port } => Kind::Tcp(connector.connect(*port).await.ok()?),
        };
        Some(Self { destination: destination.clone(), kind })
    }

    /// Whether the other end is still there, as far as that can be seen.
    async fn is_usable(&mut self) -> bool {
        match &mut self.kind {
            Kind::Http { sender, .. } => sender.ready().await.is_ok(),
            Kind::Tcp(connection) => {
                let mut said = [0; 1024];
                tokio::select! {
                    biased;
                    // Whatever it says: nothing is expected from there.
                    read = connection.read(&mut said) => matches!(read, Ok(1..)),
                    () = std::future::ready(()) => true,
                }
            }
        }
    }

    /// Sends; `None` where the connection broke.
    async fn send(&mut self, body: &Bytes) -> Option<bool> {
        match (&mut self.kind, &self.destination) {
            (Kind::Http { sender, .. }, Destination::Http { authority, path, put, .. }) => {
                let method = if *put { http::Method::PUT } else { http::Method::POST };
                let request = Request::builder()
                    .method(method)
                    .uri(path)
                    .header(header::HOST, authority)
                    .header(header::CONTENT_TYPE, "application/json")
                    .body(Full::new(body.clone()))
                    .ok()?;
                let answer = sender.send_request(request).await.ok()?;
                let received = answer.status().as_u16() < 400;
                let read = Limited::new(answer.into_body(), MAX_ANSWER).collect().await;
                // An answer that did not end in time leaves the connection unusable, not the batch undelivered.
                if read.is_err() && !received { None } else { Some(received) }
            }
            (Kind::Tcp(connection), _) => {
                connection.write_all(body).await.ok()?;
                connection.flush().await.ok().map(|()| true)
            }
            (Kind::Http { .. }, Destination::Tcp { .. }) => None,
        }
    }
}
