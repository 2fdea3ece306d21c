//! A connection's bytes, with a limit on how long a peer may leave an answer unread, and since when it is idle.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicU64, Ordering};
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::net::TcpStream;
use tokio::time::{Instant, Sleep, sleep};

/// A connection that was idle this long may be closed where others need the room. Shorter, and a client that works
/// through a list would find it closed under its hands.
const LONG: Duration = Duration::from_secs(1);

/// Since when a connection has no request.
pub(crate) struct Idle {
    opened: Instant,
    /// Microseconds after the opening; [`Self::BUSY`] during a request.
    since: AtomicU64,
}

impl Idle {
    const BUSY: u64 = u64::MAX;

    /// From now on.
    pub(crate) fn new() -> Self {
        Self { opened: Instant::now(), since: AtomicU64::new(0) }
    }

    /// A request has come.
    pub(crate) fn ends(&self) {
        self.since.store(Self::BUSY, Ordering::Relaxed);
    }

    /// It has its answer.
    pub(crate) fn begins(&self) {
        self.since.store(self.now(), Ordering::Relaxed);
    }

    /// Whether it may be closed.
    pub(crate) fn is_long(&self) -> bool {
        self.time().is_some_and(|time| time >= LONG)
    }

    /// For how long it has had no request; `None` during one.
    pub(crate) fn time(&self) -> Option<Duration> {
        let since = self.since.load(Ordering::Relaxed);
        (since != Self::BUSY).then(|| Duration::from_micros(self.now().saturating_sub(since)))
    }

    fn now(&self) -> u64 {
        u64::try_from(self.opened.elapsed().as_micros()).unwrap_or(Self::BUSY)
    }
}

/// A stream whose writes fail once none of them has made progress for a while.
pub(crate) struct Stalling {
    stream: TcpStream,
    limit: Duration,
    timer: Option<Pin<Box<Sleep>>>,
}

impl Stalling {
    pub(crate) fn new(stream: TcpStream, limit: Duration) -> Self {
        Self { stream, limit, timer: None }
    }

    /// Lets a result through; while it is pending, the time runs.
    fn watch<T>(&mut self, cx: &mut Context<'_>, result: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if result.is_ready() {
            // Dropping a timer that never ran is cheap, and none exists on the usual path.
            self.timer = None;
            return result;
        }
        let limit = self.limit;
        let timer = self.timer.get_or_insert_with(|| Box::pin(sleep(limit)));
        match timer.as_mut().poll(cx) {
            Poll::Ready(()) => {
                timer.as_mut().reset(Instant::now() + limit);
                Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
            }
            Poll::Pending => Poll::Pending,
        }
    }
}

impl AsyncRead for Stalling {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buf)
    }
}

impl AsyncWrite for Stalling {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.watch(cx, result)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let result = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.watch(cx, result)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let result = Pin::new(&mut self.stream).poll_flush(cx);
        self.watch(cx, result)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let result = Pin::new(&mut self.stream).poll_shutdown(cx);
        self.watch(cx, result)
    }
}
