//! The bodies of events, and random identifiers.

use crate::refusal::Refusal;
use bytes::Bytes;
use domain::{Clock, Invocation};
use serde_json::json;
use std::sync::Arc;
use std::time::Duration;

/// Why an environment is shut down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ShutdownReason {
    /// It is not needed any more.
    #[default]
    Spindown,
    /// An invocation passed its time limit.
    Timeout,
    /// The runtime or an extension ended or broke the contract.
    Failure,
}

impl ShutdownReason {
    fn name(self) -> &'static str {
        match self {
            Self::Spindown => "spindown",
            Self::Timeout => "timeout",
            Self::Failure => "failure",
        }
    }
}

/// Milliseconds since the epoch.
pub(super) fn deadline(clock: &dyn Clock, left: Duration) -> i64 {
    clock.now().0.saturating_add(i64::try_from(left.as_millis()).unwrap_or(i64::MAX))
}

pub(super) fn invoke(invocation: &Invocation<Bytes>, deadline_ms: i64) -> Bytes {
    let event = json!({
        "eventType": "INVOKE",
        "deadlineMs": deadline_ms,
        "requestId": &*invocation.id.0,
        "invokedFunctionArn": &*invocation.invoked_arn,
        "tracing": {"type": "X-Amzn-Trace-Id", "value": &*invocation.trace_id},
    });
    event.to_string().into()
}

pub(super) fn shutdown(reason: ShutdownReason, deadline_ms: i64) -> Bytes {
    let event = json!({"eventType": "SHUTDOWN", "deadlineMs": deadline_ms, "shutdownReason": reason.name()});
    event.to_string().into()
}

/// A random UUID. Whoever knows an extension's can act as it, within its own environment.
pub(crate) fn uuid() -> Result<Arc<str>, Refusal> {
    let mut random = [0; 16];
    getrandom::fill(&mut random).map_err(|_| Refusal::Internal)?;
    Ok(domain::hex::uuid_v4(random).into())
}
