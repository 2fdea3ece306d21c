//! One connection of HTTP/2, which is spoken over TLS only. A request becomes one of HTTP/1.1 before anything looks at it,
//! so that all that follows knows one form.
//!
//! What a client may make us do is limited here, and in `h2` by what it is told: streams at a time, heads, windows. Of
//! floods of CONTINUATION, `h2` allows as much as a head may have; it answers PING and SETTINGS one by one, and reads no
//! more while its answers are not taken.

use crate::answer_body::AnswerBody;
use crate::config::Gateway;
use crate::connection::Idle;
use crate::framing::{Framing, framing};
use crate::http1::{MAX_HEAD, MAX_HEADERS};
use crate::request::{Peer, serve_request};
use aws_wire::flow::BrokenOff;
use bytes::Bytes;
use http::request::Parts;
use http::{HeaderValue, Request, Response, Uri, header};
use hyper::body::{Body, Frame, Incoming, SizeHint};
use hyper::rt::Executor;
use hyper::server::conn::http2;
use hyper::service::service_fn;
use hyper_util::rt::{TokioIo, TokioTimer};
use std::convert::Infallible;
use std::future::Future;
use std::pin::{Pin, pin};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::sync::{Notify, watch};
use tokio::time::{Instant, sleep};

/// Bytes of a body that a client may send before we take them, a stream and a connection. Strangers may fill them.
const STREAM_WINDOW: u32 = 256 << 10;
const CONNECTION_WINDOW: u32 = 512 << 10;
/// The largest frame that we take: HTTP/2's least.
const MAX_FRAME: u32 = 16 << 10;
/// Bytes of an answer that wait for the client's window; the rest waits in its body.
const MAX_SEND_BUFFER: usize = 64 << 10;
/// Answers are handed over in pieces of this, so that it is seen whether a client takes them.
const PIECE: usize = 32 << 10;
/// Compression of headers remembers this much: HTTP/2's default.
const HEADER_TABLE: u32 = 4 << 10;
/// Streams that the client ended before we knew of them, and such as we ended for a mistake of its: more are a flood
/// (CVE-2023-44487, CVE-2025-8671).
const MAX_PENDING_RESETS: usize = 20;
const MAX_OWN_RESETS: usize = 100;
/// Requests that a client may cancel, where they are more than half of all.
const MAX_CANCELLED: u64 = 100;
/// A client that does not answer a PING is gone.
const PING_EVERY: Duration = Duration::from_secs(60);
const PING_PATIENCE: Duration = Duration::from_secs(20);
/// What a client gets to end an idle connection by itself, once it was told.
const GOODBYE: Duration = Duration::from_secs(1);

tokio::task_local! {
    /// What a stream's client was handed and has not taken yet.
    static HANDED: Arc<Handed>;
}

/// Serves it until it ends, or is told to.
pub(crate) async fn drive<S>(
    gateway: Arc<Gateway>,
    peer: Peer,
    stream: S,
    mut stopped: watch::Receiver<bool>,
) -> hyper::Result<()>
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let limits = gateway.parts.limits;
    let streams = Arc::new(Streams::new());
    let executor = OfStreams { streams: Arc::clone(&streams), stall: limits.write_stall };
    let peer = Arc::new(peer);
    let service = service_fn(move |request| answer(Arc::clone(&gateway), Arc::clone(&peer), request));
    let connection = http2::Builder::new(executor)
        .timer(TokioTimer::new())
        .initial_stream_window_size(STREAM_WINDOW)
        .initial_connection_window_size(CONNECTION_WINDOW)
        .max_frame_size(MAX_FRAME)
        .max_concurrent_streams(limits.streams)
        .max_header_list_size(MAX_HEAD as u32)
        .header_table_size(HEADER_TABLE)
        .max_pending_accept_reset_streams(MAX_PENDING_RESETS)
        .max_local_error_reset_streams(MAX_OWN_RESETS)
        .max_send_buf_size(MAX_SEND_BUFFER)
        .keep_alive_interval(PING_EVERY)
        .keep_alive_timeout(PING_PATIENCE)
        .serve_connection(TokioIo::new(stream), service);
    let mut connection = pin!(connection);
    tokio::select! {
        ended = &mut connection => return ended,
        () = streams.abused.notified() => return Ok(()),
        () = streams.idle_for(limits.head) => {}
        _ = stopped.wait_for(|stop| *stop || streams.idle.is_long()) => {}
    }
    connection.as_mut().graceful_shutdown();
    // A client that does not answer would otherwise keep the connection.
    tokio::select! {
        ended = &mut connection => ended,
        () = streams.abused.notified() => Ok(()),
        () = streams.idle_for(GOODBYE) => Ok(()),
    }
}

async fn answer(
    gateway: Arc<Gateway>,
    peer: Arc<Peer>,
    request: Request<Incoming>,
) -> Result<Response<Piecewise>, Infallible> {
    let (mut parts, incoming) = request.into_parts();
    let framing = as_http1(&mut parts).map_or_else(Framing::Refused, |()| framing(&parts));
    let answer = serve_request(&gateway, &peer, parts, incoming, framing).await;
    let handed = HANDED.try_with(Arc::clone).unwrap_or_default();
    Ok(answer.map(|body| Piecewise::new(body, handed)))
}

/// Gives a request the form that it has in HTTP/1.1 (RFC 9113, 8.3.1 and 8.2.3): a target in origin form, a `Host` and
/// one `Cookie`. The version stays, and what does not fit together is refused.
fn as_http1(parts: &mut Parts) -> Result<(), &'static str> {
    // By size it is limited already.
    if parts.headers.len() > MAX_HEADERS {
        return Err("Too many headers.");
    }
    let uri = std::mem::take(&mut parts.uri).into_parts();
    let target = uri.path_and_query.map_or_else(|| "/".to_owned(), |target| target.as_str().to_owned());
    parts.uri = Uri::try_from(target).map_err(|_| "The path is malformed.")?;
    if let Some(authority) = uri.authority {
        let named = HeaderValue::try_from(authority.as_str()).map_err(|_| "The authority is malformed.")?;
        let mut hosts = parts.headers.get_all(header::HOST).iter();
        let same = |host: &HeaderValue| host.as_bytes().eq_ignore_ascii_case(named.as_bytes());
        if authority.as_str().contains('@') || !hosts.all(same) {
            return Err("A request has exactly one Host.");
        }
        parts.headers.insert(header::HOST, named);
    }
    let mut cookies = parts.headers.get_all(header::COOKIE).iter();
    if let (Some(first), Some(_)) = (cookies.next(), cookies.next()) {
        let mut joined = first.as_bytes().to_vec();
        for cookie in parts.headers.get_all(header::COOKIE).iter().skip(1) {
            joined.extend_from_slice(b"; ");
            joined.extend_from_slice(cookie.as_bytes());
        }
        let joined = HeaderValue::try_from(joined).map_err(|_| "The cookies are malformed.")?;
        parts.headers.insert(header::COOKIE, joined);
    }
    Ok(())
}

/// The streams of one connection.
struct Streams {
    open: Mutex<u32>,
    idle: Idle,
    requests: AtomicU64,
    cancelled: AtomicU64,
    /// The client does nothing but cancel.
    abused: Notify,
}

impl Streams {
    fn new() -> Self {
        Self {
            open: Mutex::new(0),
            idle: Idle::new(),
            requests: AtomicU64::new(0),
            cancelled: AtomicU64::new(0),
            abused: Notify::new(),
        }
    }

    fn count(&self, change: impl FnOnce(u32) -> u32) {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        *open = change(*open);
        match *open {
            0 => self.idle.begins(),
            _ => self.idle.ends(),
        }
    }

    /// Waits until there was no stream for a while.
    async fn idle_for(&self, limit: Duration) {
        loop {
            match limit.checked_sub(self.idle.time().unwrap_or_default()) {
                None | Some(Duration::ZERO) => return,
                Some(left) => sleep(left).await,
            }
        }
    }
}

/// One open stream. One that ends without its whole answer was cancelled.
struct Open {
    streams: Arc<Streams>,
    handed: Arc<Handed>,
}

impl Open {
    fn new(streams: &Arc<Streams>, handed: &Arc<Handed>) -> Self {
        streams.count(|open| open.saturating_add(1));
        streams.requests.fetch_add(1, Ordering::Relaxed);
        Self { streams: Arc::clone(streams), handed: Arc::clone(handed) }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        let Self { streams, handed } = self;
        streams.count(|open| open.saturating_sub(1));
        if handed.whole.load(Ordering::Relaxed) {
            return;
        }
        let cancelled = streams.cancelled.fetch_add(1, Ordering::Relaxed) + 1;
        if cancelled > MAX_CANCELLED && cancelled > streams.requests.load(Ordering::Relaxed) / 2 {
            streams.abused.notify_one();
        }
    }
}

/// Runs the streams of a connection.
#[derive(Clone)]
struct OfStreams {
    streams: Arc<Streams>,
    stall: Duration,
}

impl<F: Future<Output = ()> + Send + 'static> Executor<F> for OfStreams {
    fn execute(&self, stream: F) {
        let (stall, handed) = (self.stall, Arc::new(Handed::default()));
        let open = Open::new(&self.streams, &handed);
        tokio::spawn(HANDED.scope(Arc::clone(&handed), async move {
            let _open = open;
            tokio::select! {
                () = stream => {}
                // Dropped, it is reset.
                () = handed.stays_untaken(stall) => tracing::debug!("an answer was not read and is given up"),
            }
        }));
    }
}

/// How far a client is with its answer: since when it could take a piece of its answer and did not.
struct Handed {
    begun: Instant,
    /// Microseconds after that, and one; zero where nothing is there to be taken.
    since: AtomicU64,
    /// There is nothing more to come.
    whole: AtomicBool,
}

impl Default for Handed {
    fn default() -> Self {
        Self { begun: Instant::now(), since: AtomicU64::new(0), whole: AtomicBool::new(false) }
    }
}

impl Handed {
    fn over(&self) {
        let now = u64::try_from(self.begun.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.since.store(now.saturating_add(1), Ordering::Relaxed);
    }

    fn taken(&self) {
        self.since.store(0, Ordering::Relaxed);
    }

    async fn stays_untaken(&self, limit: Duration) {
        loop {
            let waited = match self.since.load(Ordering::Relaxed) {
                0 => Duration::ZERO,
                since => self.begun.elapsed().saturating_sub(Duration::from_micros(since)),
            };
            match limit.checked_sub(waited) {
                None | Some(Duration::ZERO) => return,
                Some(left) => sleep(left).await,
            }
        }
    }
}

/// An answer in pieces. hyper asks for the next one when the client has room for it.
struct Piecewise {
    body: AnswerBody,
    held: Bytes,
    handed: Arc<Handed>,
}

impl Piecewise {
    fn new(body: AnswerBody, handed: Arc<Handed>) -> Self {
        let new = Self { body, held: Bytes::new(), handed };
        new.note_end();
        new
    }

    fn note_end(&self) {
        if self.is_end_stream() {
            self.handed.whole.store(true, Ordering::Relaxed);
        }
    }
}

impl Body for Piecewise {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        self.handed.taken();
        if self.held.is_empty() {
            match ready!(Pin::new(&mut self.body).poll_frame(cx)) {
                Some(Ok(frame)) => self.held = frame.into_data().unwrap_or_default(),
                other => {
                    self.note_end();
                    return Poll::Ready(other);
                }
            }
        }
        let piece = self.held.len().min(PIECE);
        let piece = self.held.split_to(piece);
        self.handed.over();
        self.note_end();
        Poll::Ready(Some(Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.held.is_empty() && self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        let (rest, held) = (self.body.size_hint(), self.held.len() as u64);
        let mut hint = SizeHint::new();
        hint.set_lower(rest.lower().saturating_add(held));
        if let Some(upper) = rest.upper() {
            hint.set_upper(upper.saturating_add(held));
        }
        hint
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt;

    fn changed(target: &str, headers: &[(&str, &str)]) -> Result<Parts, &'static str> {
        let mut request = Request::builder().uri(target).version(http::Version::HTTP_2);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut parts = request.body(()).unwrap().into_parts().0;
        as_http1(&mut parts).map(|()| parts)
    }

    #[test]
    fn a_request_looks_as_in_http_1() {
        let parts = changed("https://a.test:1/p%2F?q=1", &[("cookie", "a=1"), ("cookie", "b=2"), ("x", "y")])
            .unwrap();
        assert_eq!(parts.uri, "/p%2F?q=1");
        assert_eq!(parts.headers["host"], "a.test:1");
        assert_eq!(parts.headers["cookie"], "a=1; b=2");
        assert_eq!(framing(&parts), Framing::Plain);
        assert_eq!(changed("https://A.test/", &[("host", "a.test")]).unwrap().uri, "/");
        assert!(changed("https://a.test/", &[("host", "b.test")]).is_err());
        assert!(changed("https://a.test/", &[("host", "a.test"), ("host", "b.test")]).is_err());
        assert!(changed("https://u@a.test/", &[]).is_err());
        let without = changed("/", &[]).unwrap();
        assert!(matches!(framing(&without), Framing::Refused(_)));
        let many: Vec<(String, &str)> = (0..200).map(|n| (format!("x-{n}"), "y")).collect();
        let many: Vec<(&str, &str)> = many.iter().map(|(name, value)| (name.as_str(), *value)).collect();
        assert!(changed("https://a.test/", &many).is_err());
    }

    #[tokio::test]
    async fn an_answer_comes_in_pieces_and_whole() {
        let whole: Bytes = (0..100_000_u32).flat_map(u32::to_le_bytes).collect();
        let body = AnswerBody::from(whole.clone());
        let mut body = Piecewise::new(body, Arc::default());
        assert_eq!(body.size_hint().exact(), Some(400_000));
        let first = body.frame().await.unwrap().unwrap().into_data().unwrap();
        assert_eq!((first.len(), body.size_hint().exact()), (PIECE, Some(400_000 - PIECE as u64)));
        let rest = body.collect().await.unwrap().to_bytes();
        assert_eq!([first, rest].concat(), whole);
    }

    #[tokio::test(start_paused = true)]
    async fn what_is_handed_over_must_be_taken() {
        let limit = Duration::from_secs(60);
        let handed = Arc::new(Handed::default());
        let later = |time: u64| tokio::time::timeout(Duration::from_secs(time), handed.stays_untaken(limit));
        assert!(later(600).await.is_err(), "nothing was handed over");
        handed.over();
        assert!(later(50).await.is_err());
        handed.taken();
        handed.over();
        assert!(later(50).await.is_err(), "the first piece was taken");
        assert!(later(20).await.is_ok());
    }
}
