//! Reading a body up to the limit.

use crate::rate::Bucket;
use crate::session::ReplyGuard;
use crate::stream::{Part, ResponseSink};
use bytes::{Bytes, BytesMut};
use domain::limits::MAX_RESPONSE;
use http::HeaderMap;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use std::time::Duration;
use tokio::time::{Instant, sleep};

/// How a body ended.
pub(crate) enum Read {
    /// Whole, with the trailers that followed.
    Whole(Bytes, Option<HeaderMap>),
    /// Longer than the limit.
    TooLarge,
    /// The connection broke, or the framing did.
    Broken,
}

/// Memory reserved on the word of a `Content-Length`, bytes: a whole response, once. Whoever grows step by step copies what
/// there is, and has twice as much in the end; what does not come is never touched, and a session reads one body at a time.
const RESERVE: u64 = MAX_RESPONSE as u64;
/// What is read and thrown away of a body over the limit so that a client which writes before it reads gets its
/// answer: bytes and time.
const DISCARD: usize = 64 << 20;
const DISCARD_TIME: Duration = Duration::from_secs(5);

/// Reads a body of at most `limit` bytes. A body over the limit is left where the limit was passed.
pub(crate) async fn read(body: &mut Incoming, limit: usize) -> Read {
    let hint = body.size_hint();
    if hint.lower() > limit as u64 {
        return Read::TooLarge;
    }
    let reserve = usize::try_from(hint.lower().min(RESERVE)).unwrap_or(0);
    let mut gathered: Option<BytesMut> = None;
    let mut first = Bytes::new();
    let mut trailers = None;
    while let Some(frame) = body.frame().await {
        let Ok(frame) = frame else { return Read::Broken };
        let data = match frame.into_data() {
            Ok(data) => data,
            Err(frame) => {
                trailers = frame.into_trailers().ok();
                continue;
            }
        };
        let length = gathered.as_ref().map_or(first.len(), BytesMut::len);
        if length + data.len() > limit {
            return Read::TooLarge;
        }
        // Most responses are one frame: that one is passed on without a copy.
        match &mut gathered {
            Some(gathered) => gathered.extend_from_slice(&data),
            None if first.is_empty() => first = data,
            None => {
                let mut all = BytesMut::with_capacity(reserve.max(first.len() + data.len()));
                all.extend_from_slice(&first);
                all.extend_from_slice(&data);
                gathered = Some(all);
            }
        }
    }
    Read::Whole(gathered.map_or(first, BytesMut::freeze), trailers)
}

/// Passes a body of at most `limit` bytes on, piece by piece, as fast as it is taken at the other end and as the
/// sink's rate lets it; nothing of it is kept. Where nobody is at the other end it is read all the same, unless nobody
/// waits for `reply` either: then it is as good as broken.
pub(crate) async fn pass_on(
    body: &mut Incoming,
    limit: usize,
    content_type: Option<String>,
    sink: ResponseSink,
    reply: &mut ReplyGuard,
) -> Read {
    let mut bucket = Bucket::new(sink.rate(), Instant::now());
    let mut sink = Some(sink);
    let mut part = Part::Head { content_type };
    let mut left = limit;
    let mut trailers = None;
    loop {
        if let Some(open) = &sink {
            let wait = match &part {
                Part::Head { .. } => Duration::ZERO,
                Part::Chunk(bytes) => bucket.take(bytes.len(), Instant::now()),
            };
            let bytes = match &part {
                Part::Head { .. } => 0,
                Part::Chunk(bytes) => bytes.len(),
            };
            let send = async {
                if !wait.is_zero() {
                    sleep(wait).await;
                }
                open.send(part).await
            };
            let taken = tokio::select! {
                biased;
                sent = send => sent,
                () = reply.abandoned() => return Read::Broken,
            };
            match taken {
                true => reply.went_out(bytes),
                false => sink = None,
            }
        }
        part = loop {
            let frame = match body.frame().await {
                None => return Read::Whole(Bytes::new(), trailers),
                Some(Err(_)) => return Read::Broken,
                Some(Ok(frame)) => frame,
            };
            match frame.into_data() {
                Ok(data) if data.is_empty() => {}
                Ok(data) => match left.checked_sub(data.len()) {
                    Some(rest) => {
                        left = rest;
                        reply.came(data.len());
                        break Part::Chunk(data);
                    }
                    None => return Read::TooLarge,
                },
                Err(frame) => trailers = frame.into_trailers().ok(),
            }
        };
    }
}

/// Reads and throws away the rest of a body, within bounds.
pub(crate) async fn discard(body: &mut Incoming) {
    let drain = async {
        let mut left = DISCARD;
        while let Some(Ok(frame)) = body.frame().await {
            let length = frame.data_ref().map_or(0, Bytes::len);
            let Some(rest) = left.checked_sub(length) else { return };
            left = rest;
        }
    };
    let _ = tokio::time::timeout(DISCARD_TIME, drain).await;
}
