//! Reading a request's body: how much an operation may carry, and in which time. A body is refused by its declared
//! length before a byte is read (with `Expect: 100-continue` it is then never sent), and by what arrives otherwise.

use crate::budget::{BodyBudget, SMALL, Share, Source};
use crate::config::Limits;
use aws_wire::ApiError;
use bytes::{Bytes, BytesMut};
use domain::limits::{MAX_CREATE_BODY, MAX_SYNC_PAYLOAD};
use http::HeaderMap;
use http_body_util::BodyExt;
use hyper::body::{Body, Incoming};
use std::time::Duration;
use tokio::time::Instant;

/// The most that somebody may send who will be told that he may not: only what it is about is read of it.
const MAX_OF_THE_HOPELESS: u64 = 64 << 10;
/// What a client with a known key may still send of a body that is too large, so that it gets to read why: as much as
/// any operation takes, and some more.
const DISCARD: u64 = 96 << 20;
/// The same for everyone else.
const DISCARD_OF_STRANGERS: u64 = 1 << 20;
/// Between two looks whether somebody waits for the room that a body holds.
const LOOK: Duration = Duration::from_millis(250);

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
            "Invoke" | "InvokeAsync" | "InvokeWithResponseStream" => MAX_SYNC_PAYLOAD as u64 + SMALL,
            // A batch of 1 MiB in which JSON escapes every character.
            "PutLogEvents" => 8 << 20,
            _ => SMALL,
        };
        Self { max, operation }
    }

    /// The limit for somebody whom no policy lets do such a thing with anything.
    pub(crate) fn of_the_hopeless(self) -> Self {
        Self { max: self.max.min(MAX_OF_THE_HOPELESS), ..self }
    }

    pub(crate) fn refusal(self, declared: Option<u64>) -> ApiError {
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

/// A body in memory.
#[derive(Debug)]
pub(crate) struct Buffered {
    /// The bytes.
    pub(crate) bytes: Bytes,
    /// Its share of the memory, where it needs one.
    pub(crate) share: Option<Share>,
}

/// On which terms a body is taken.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms<'a> {
    pub(crate) limit: BodyLimit,
    pub(crate) limits: &'a Limits,
    pub(crate) budget: &'a BodyBudget,
    pub(crate) source: &'a Source,
    /// The signature was verified already.
    pub(crate) proven: bool,
}

/// Reads a whole body. Errors are AWS's answers; a broken transfer answers too, though nobody may be left to read.
pub(crate) async fn read(
    mut body: Incoming,
    headers: &HeaderMap,
    terms: Terms<'_>,
) -> Result<Buffered, ApiError> {
    let Terms { limit, limits, .. } = terms;
    let declared = body.size_hint().exact();
    if declared.is_some_and(|n| n > limit.max) {
        if !headers.contains_key(http::header::EXPECT) {
            discard(body, &mut Pace::hurried(limits), DISCARD).await;
        }
        return Err(limit.refusal(declared));
    }
    let mut pace = Pace::new(limits);
    let Some(first) = pace.next(&mut body, None).await? else {
        return Ok(Buffered { bytes: Bytes::new(), share: None });
    };
    // Most bodies arrive in one piece. That is in the connection's own buffer, whose size is limited: it is used as it
    // is and needs no share.
    if declared == Some(first.len() as u64) {
        return Ok(Buffered { bytes: first, share: None });
    }
    let wanted = terms.budget.take(terms.source, declared.unwrap_or(limit.max), terms.proven);
    let share = tokio::time::timeout(limits.body, wanted).await.map_err(|_| slow_down())?;
    pace.restart();
    // All at once: whoever grows step by step copies what there is, and has twice as much in the end. What does not come
    // is never touched, and it has its share.
    let hint = usize::try_from(declared.unwrap_or(0)).unwrap_or(0);
    let mut whole = BytesMut::with_capacity(hint.max(first.len()));
    whole.extend_from_slice(&first);
    drop(first);
    while (whole.len() as u64) <= limit.max {
        match pace.next(&mut body, Some(&share)).await? {
            Some(chunk) => whole.extend_from_slice(&chunk),
            None => return Ok(Buffered { bytes: whole.freeze(), share: Some(share) }),
        }
    }
    drop((whole, share));
    discard(body, &mut Pace::hurried(limits), DISCARD).await;
    Err(limit.refusal(None))
}

fn slow_down() -> ApiError {
    ApiError::new(503, "ServiceUnavailableException", "Slow down. Please retry.")
}

/// Lets a client that is refused already send its body, of which nothing is kept: with a connection that is cut while
/// it writes it might never read why. One that waits for `100 Continue` is simply not asked. It is a stranger, so there
/// is little patience: who goes on sending is cut.
pub(crate) async fn turn_away(body: Incoming, headers: &HeaderMap, limits: &Limits) {
    if !headers.contains_key(http::header::EXPECT) {
        let mut pace = Pace::new(limits);
        // Whether the time or the body ended first does not matter.
        let _ = tokio::time::timeout(limits.turn_away, discard(body, &mut pace, DISCARD_OF_STRANGERS)).await;
    }
}

/// Takes in and forgets what a client goes on sending, within reason.
async fn discard(mut body: Incoming, pace: &mut Pace, mut left: u64) {
    while let Ok(Some(chunk)) = pace.next(&mut body, None).await {
        match left.checked_sub(chunk.len() as u64) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

/// How fast a body must come: a fixed time plus what the minimal rate grants for the bytes that have come. One that is
/// wanted to hurry may not pause for that time either, however much has come before.
struct Pace {
    usual: (Duration, u64),
    /// While somebody waits for the room that it holds.
    hurried: (Duration, u64),
    start: Instant,
    latest: Instant,
    received: u64,
}

impl Pace {
    fn new(limits: &Limits) -> Self {
        let hurried = (limits.hurried_body.min(limits.body), limits.hurried_body_rate.max(1));
        let usual = (limits.body, limits.min_body_rate.max(1));
        let now = Instant::now();
        Self { usual, hurried, start: now, latest: now, received: 0 }
    }

    fn hurried(limits: &Limits) -> Self {
        let pace = Self::new(limits);
        Self { usual: pace.hurried, ..pace }
    }

    fn restart(&mut self) {
        self.start = Instant::now();
        self.latest = self.start;
    }

    fn deadline(&self, hurried: bool) -> Instant {
        let (grace, rate) = if hurried { self.hurried } else { self.usual };
        let in_all = self.start + grace + Duration::from_millis(self.received.saturating_mul(1_000) / rate);
        if hurried { in_all.min(self.latest + grace) } else { in_all }
    }

    async fn next(&mut self, body: &mut Incoming, share: Option<&Share>) -> Result<Option<Bytes>, ApiError> {
        loop {
            let hurried = share.is_some_and(Share::is_wanted);
            let deadline = self.deadline(hurried);
            let until = share.map_or(deadline, |_| deadline.min(Instant::now() + LOOK));
            let frame = match tokio::time::timeout_at(until, body.frame()).await {
                Err(_) if until < deadline => continue,
                Err(_) if hurried => return Err(slow_down()),
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
                self.latest = Instant::now();
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
