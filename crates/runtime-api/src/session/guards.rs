//! What the HTTP side holds while a runtime's answer or init error is on its way: however it ends, the session is told.

use super::{InitError, Reply, Session};
use crate::stream::ResponseSink;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tokio::sync::oneshot;

/// An answer that is on its way.
pub(crate) struct ReplyGuard {
    session: Arc<Session>,
    generation: u64,
    /// Where the response may be streamed to, and who waits for its end.
    stream: Option<(ResponseSink, oneshot::Sender<Reply>)>,
    /// Bytes that the runtime has streamed.
    streamed: u64,
    /// Those of them that somebody took.
    sent: Arc<AtomicU64>,
    done: bool,
}

impl ReplyGuard {
    pub(super) fn new(
        session: Arc<Session>,
        generation: u64,
        stream: Option<(ResponseSink, oneshot::Sender<Reply>)>,
        sent: Arc<AtomicU64>,
    ) -> Self {
        Self { session, generation, stream, streamed: 0, sent, done: false }
    }

    /// That of the session when the answer began.
    pub(crate) fn generation(&self) -> u64 {
        self.generation
    }

    /// Where the response may be streamed to, if it may.
    pub(crate) fn sink(&self) -> Option<ResponseSink> {
        self.stream.as_ref().map(|(sink, _)| sink.clone())
    }

    /// Waits until nobody waits any more for the end of a response that may be streamed.
    pub(crate) async fn abandoned(&mut self) {
        match &mut self.stream {
            Some((_, reply)) => reply.closed().await,
            None => std::future::pending().await,
        }
    }

    /// So many bytes of it came.
    pub(crate) fn came(&mut self, bytes: usize) {
        self.streamed += bytes as u64;
    }

    /// So many bytes of it were taken by who invoked the function.
    pub(crate) fn went_out(&self, bytes: usize) {
        self.sent.fetch_add(bytes as u64, Ordering::Relaxed);
    }

    /// The answer is known.
    pub(crate) fn finish(mut self, reply: Reply) {
        self.end(reply);
    }

    fn end(&mut self, reply: Reply) {
        self.done = true;
        let sender = self.stream.take().map(|(_, sender)| sender);
        self.session.finish_reply(self.generation, reply, self.streamed, sender);
    }
}

impl Drop for ReplyGuard {
    fn drop(&mut self) {
        if !self.done {
            self.end(Reply::Truncated);
        }
    }
}

/// An init error that is on its way.
pub(crate) struct InitErrorGuard {
    session: Arc<Session>,
    generation: u64,
    error: Option<InitError>,
}

impl InitErrorGuard {
    pub(super) fn new(session: Arc<Session>, generation: u64) -> Self {
        Self { session, generation, error: None }
    }

    /// The error is known.
    pub(crate) fn finish(mut self, error: InitError) {
        self.error = Some(error);
    }
}

impl Drop for InitErrorGuard {
    fn drop(&mut self) {
        self.session.end_init_error(self.generation, self.error.take());
    }
}
