//! When an invocation was delivered and its reply came, for who measures. Pure.

use domain::Timestamp;
use std::time::{Duration, Instant};

/// How the reply to an invocation came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReplyTimes {
    /// When the runtime was given the event.
    pub delivered: Timestamp,
    /// From then to the reply's first byte.
    pub latency: Duration,
    /// From there to its end.
    pub duration: Duration,
    /// Its bytes.
    pub bytes: u64,
}

/// When what happened.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Times {
    pub(crate) delivered: Option<(Timestamp, Instant)>,
    pub(crate) began: Option<Instant>,
    pub(crate) ended: Option<(Instant, u64)>,
}

impl Times {
    pub(crate) fn of_reply(&self) -> Option<ReplyTimes> {
        let ((delivered, at), began, (ended, bytes)) = (self.delivered?, self.began?, self.ended?);
        let (latency, duration) = (began.duration_since(at), ended.duration_since(began));
        Some(ReplyTimes { delivered, latency, duration, bytes })
    }
}
