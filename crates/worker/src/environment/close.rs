//! The end of an invocation whose extensions are not done with it when the runtime has answered: the caller has its
//! answer, the environment stays in use, and the time limit goes on.

use super::Environment;
use super::invoke::seconds;
use super::report::{billed_ms, megabytes};
use crate::logs::{Event, Span, Status};
use crate::payloads::Failure;
use domain::invocation::Report;
use domain::{InvocationId, Timestamp};
use runtime_api::ShutdownReason;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::{Instant, sleep_until};

/// What the report needs, once the extensions are done.
#[derive(Debug)]
pub(crate) struct Closing {
    pub(super) id: InvocationId,
    pub(super) tracing: Option<Arc<str>>,
    /// When the invocation began.
    pub(super) began: Instant,
    /// When the runtime had answered.
    pub(super) replied: Instant,
    /// The same by the wall clock.
    pub(super) replied_at: Timestamp,
    /// The time limit.
    pub(super) limit: Duration,
    pub(super) memory_mb: u32,
    pub(super) init: Option<Duration>,
    pub(super) restore: Option<Duration>,
    pub(super) streamed_bytes: u64,
    /// How it ended so far.
    pub(super) status: Status,
    pub(super) error: Option<String>,
    /// Until when the runtime must have asked for the next event.
    pub(super) settle: Instant,
}

impl Environment {
    /// Waits until the extensions are done, and says what there is to say. False where the environment cannot be used
    /// any more; `abandoned` ends the wait.
    pub(crate) async fn close(&self, closing: Closing, abandoned: impl Future<Output = ()>) -> bool {
        let Some(processes) = self.processes().clone() else { return false };
        tokio::pin!(abandoned);
        let failed = tokio::select! {
            biased;
            () = self.session.extensions().settled() => None,
            ended = processes.ended() => Some((ShutdownReason::Failure, Some(self.failure(ended)))),
            () = sleep_until(closing.began + closing.limit) => Some((ShutdownReason::Timeout, None)),
            () = &mut abandoned => Some((ShutdownReason::Spindown, None)),
        };
        processes.drain();
        let settle = closing.settle;
        let reason = failed.as_ref().map(|(reason, _)| *reason);
        self.report(closing, failed);
        match reason {
            None => tokio::select! {
                settled = self.settle(settle) => settled,
                () = abandoned => false,
            },
            Some(ShutdownReason::Spindown) => false,
            Some(reason) if self.initialization.is_replaced() => {
                self.end(reason);
                false
            }
            Some(reason) => self.reset(reason).await,
        }
    }

    fn report(&self, closing: Closing, failed: Option<(ShutdownReason, Option<Failure>)>) {
        let Closing { id, tracing, init, restore, streamed_bytes, limit, memory_mb, error, .. } = closing;
        let duration = closing.began.elapsed().min(limit);
        let report = Report {
            duration,
            init,
            restore,
            billed_ms: billed_ms(duration, init),
            max_memory_mb: self.memory_peak_mb(),
            streamed_bytes,
        };
        let overhead = Span {
            name: "extensionOverhead",
            start: closing.replied_at,
            duration: closing.replied.elapsed(),
        };
        let mut events = Vec::with_capacity(2);
        let status = match failed {
            Some((ShutdownReason::Timeout, _)) => {
                events.push(Event::TimedOut { id: id.clone(), seconds: seconds(limit) });
                Status::Timeout
            }
            Some((_, Some(Failure { text, error_type, .. }))) => {
                events.push(Event::Fault { id: id.clone(), text, error_type });
                Status::Error { error_type: error_type.to_owned() }
            }
            _ => closing.status,
        };
        let spans = vec![overhead];
        events.push(Event::Report { id, report, memory_mb, status, error, spans, tracing });
        self.log.say(&events);
        self.telemetry.flush();
    }

    /// The highest memory use so far, MB.
    pub(super) fn memory_peak_mb(&self) -> u32 {
        self.sandbox.as_ref().and_then(|sandbox| sandbox.memory_peak()).map_or(0, megabytes)
    }
}
