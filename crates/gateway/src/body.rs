//! Reading a request's body: how much an operation may carry, in which time, and how much of all of them may be in
//! memory at once. A body is refused by its declared length before a byte is read (with `Expect: 100-continue` it
//! is then never sent), and by what arrives otherwise.

use crate::config::Limits;
use aws_wire::ApiError;
use bytes::{Bytes, BytesMut};
use domain::limits::{MAX_CREATE_BODY, MAX_SYNC_PAYLOAD};
use http::HeaderMap;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Instant;

/// Bodies up to this size need no share of the budget.
const FREE: u64 = 1 << 20;
/// What a refused client may still send before the connection is cut, so that it gets to read the answer: as much as
/// any operation takes, and some more.
const DISCARD: u64 = 96 << 20;

/// How large a body an operation takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct BodyLimit {
    /// Bytes that are read at most.
    pub(crate) max: u64,
    /// The operation's name in refusals.
    pub(crate) operation: &'static str,
}

impl BodyLimit {
    /// The limit of an operation; `operation` is empty where none was recognised.
    pub(crate) fn of(operation: &'static str) -> Self {
        let max = match operation {
            "CreateFunction" | "UpdateFunctionCode" | "PublishLayerVersion" => MAX_CREATE_BODY,
            // A little more than the payload's own limit, so that the operation can name the exact size.
            "Invoke" | "InvokeAsync" | "InvokeWithResponseStream" => MAX_SYNC_PAYLOAD as u64 + FREE,
            // A batch of 1 MiB in which JSON escapes every character.
            "PutLogEvents" => 8 << 20,
            _ => FREE,
        };
        Self { max, operation }
    }

    fn refusal(self, declared: Option<u64>) -> ApiError {
        let Self { max, operation } = self;
        match operation {
            "Invoke" | "InvokeAsync" | "InvokeWithResponseStream" => match declared {
                Some(size) => payload_too_large(size),
                None => ApiError::new(
                    413,
                    "RequestTooLargeException",
                    format!(
                        "Request must be smaller than {MAX_SYNC_PAYLOAD} bytes for the InvokeFunction operation"
                    ),
                ),
            },
            "" => ApiError::new(
                413,
                "RequestEntityTooLargeException",
                format!("Request must be smaller than {max} bytes"),
            ),
            _ => ApiError::new(
                413,
                "RequestEntityTooLargeException",
                format!("Request must be smaller than {max} bytes for the {operation} operation"),
            ),
        }
    }
}

/// Lambda's words for a payload that is too large.
fn payload_too_large(size: u64) -> ApiError {
    ApiError::new(
        413,
        "RequestTooLargeException",
        format!(
            "{size} byte payload is too large for the RequestResponse invocation type (limit {MAX_SYNC_PAYLOAD} bytes)"
        ),
    )
}

/// The memory that large bodies share.
#[derive(Debug)]
pub(crate) struct BodyBudget {
    kib: Arc<Semaphore>,
    all: u32,
}

impl BodyBudget {
    /// A budget of that many bytes.
    pub(crate) fn new(bytes: usize) -> Self {
        let all = u32::try_from(bytes / 1_024).unwrap_or(u32::MAX >> 3).max(1);
        Self { kib: Arc::new(Semaphore::new(all as usize)), all }
    }

    async fn take(&self, bytes: u64) -> Option<OwnedSemaphorePermit> {
        if bytes <= FREE {
            return None;
        }
        let kib = u32::try_from(bytes.div_ceil(1_024)).unwrap_or(u32::MAX).min(self.all);
        Arc::clone(&self.kib).acquire_many_owned(kib).await.ok()
    }
}

/// A body in memory, with its share of the budget.
#[derive(Debug)]
pub(crate) struct Buffered {
    /// The bytes.
    pub(crate) bytes: Bytes,
    /// Given back when the request is done.
    pub(crate) share: Option<OwnedSemaphorePermit>,
}

/// Reads a whole body. Errors are AWS's answers; a broken transfer answers too, though nobody may be left to read.
pub(crate) async fn read(
    mut body: Incoming,
    headers: &HeaderMap,
    limit: BodyLimit,
    limits: &Limits,
    budget: &BodyBudget,
) -> Result<Buffered, ApiError> {
    let declared = body.size_hint().exact();
    if declared == Some(0) {
        return Ok(Buffered { bytes: Bytes::new(), share: None });
    }
    let mut pace = Pace::new(limits);
    if declared.is_some_and(|n| n > limit.max) {
        turn_away(body, headers, limits).await;
        return Err(limit.refusal(declared));
    }
    let share = match tokio::time::timeout(limits.body, budget.take(declared.unwrap_or(limit.max))).await {
        Ok(share) => share,
        Err(_) => return Err(ApiError::new(503, "ServiceUnavailableException", "Slow down. Please retry.")),
    };
    pace.restart();
    let mut first: Option<Bytes> = None;
    let mut whole: Option<BytesMut> = None;
    let mut length = 0_u64;
    while let Some(chunk) = pace.next(&mut body).await? {
        length += chunk.len() as u64;
        if length > limit.max {
            (first, whole) = (None, None);
            drop((first, whole));
            discard(body, &mut pace).await;
            return Err(limit.refusal(None));
        }
        // Most bodies arrive in one piece, which is then used as it is.
        match (&mut first, &mut whole) {
            (None, None) => first = Some(chunk),
            (Some(start), None) => {
                let hint = usize::try_from(declared.unwrap_or(0).min(FREE)).unwrap_or(0);
                let mut all = BytesMut::with_capacity(hint.max(start.len() + chunk.len()));
                all.extend_from_slice(start);
                all.extend_from_slice(&chunk);
                (first, whole) = (None, Some(all));
            }
            (_, Some(all)) => all.extend_from_slice(&chunk),
        }
    }
    let bytes = whole.map(BytesMut::freeze).or(first).unwrap_or_default();
    Ok(Buffered { bytes, share })
}

/// Lets a client that is refused already send its body, of which nothing is kept: with a connection that is cut while
/// it writes it would never read why. One that waits for `100 Continue` is simply not asked.
pub(crate) async fn turn_away(body: Incoming, headers: &HeaderMap, limits: &Limits) {
    if !headers.contains_key(http::header::EXPECT) {
        discard(body, &mut Pace::new(limits)).await;
    }
}

/// Takes in and forgets what a client goes on sending, within reason.
async fn discard(mut body: Incoming, pace: &mut Pace) {
    let mut left = DISCARD;
    while let Ok(Some(chunk)) = pace.next(&mut body).await {
        match left.checked_sub(chunk.len() as u64) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// How fast a body must come: a fixed time plus what the minimal rate grants for the bytes that have come.
struct Pace {
    grace: Duration,
    rate: u64,
    start: Instant,
    received: u64,
}

impl Pace {
    fn new(limits: &Limits) -> Self {
        Self { grace: limits.body, rate: limits.min_body_rate.max(1), start: Instant::now(), received: 0 }
    }

    fn restart(&mut self) {
        self.start = Instant::now();
    }

    async fn next(&mut self, body: &mut Incoming) -> Result<Option<Bytes>, ApiError> {
        loop {
            let earned = Duration::from_millis(self.received.saturating_mul(1_000) / self.rate);
            let frame = match tokio::time::timeout_at(self.start + self.grace + earned, body.frame()).await {
                Err(_) => {
                    return Err(ApiError::new(408, "RequestTimeoutException", "The body came too slowly."));
                }
                Ok(None) => return Ok(None),
                Ok(Some(Err(_))) => {
                    return Err(ApiError::new(
                        400,
                        "IncompleteBody",
                        "The body ended early or is malformed.",
                    ));
                }
                Ok(Some(Ok(frame))) => frame,
            };
            if let Ok(data) = frame.into_data() {
                self.received = self.received.saturating_add(data.len() as u64);
                return Ok(Some(data));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_speak_as_aws() {
        let create = BodyLimit::of("CreateFunction").refusal(Some(80_000_000));
        assert_eq!((create.status, create.code.as_str()), (413, "RequestEntityTooLargeException"));
        assert_eq!(
            create.message,
            "Request must be smaller than 70167211 bytes for the CreateFunction operation"
        );
        let invoke = BodyLimit::of("Invoke").refusal(Some(9_000_000));
        assert_eq!(invoke.code, "RequestTooLargeException");
        assert_eq!(
            invoke.message,
            "9000000 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)"
        );
    }
}
