//! One invocation and what became of it.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// `x-amzn-RequestId`: a UUID in text form.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct InvocationId(pub Arc<str>);

impl fmt::Display for InvocationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// How an invocation was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvocationType {
    /// The caller waits for the answer.
    RequestResponse,
    /// It was kept and is run later.
    Event,
}

/// An event for a function. `P` is the payload's buffer type: bytes are passed through, never parsed.
#[derive(Clone, Debug)]
pub struct Invocation<P> {
    /// The request id, new for each invocation.
    pub id: InvocationId,
    /// The ARN as invoked, with its qualifier if the caller gave one.
    pub invoked_arn: Arc<str>,
    /// The event.
    pub payload: P,
    /// `ClientContext`, decoded from base64: JSON text.
    pub client_context: Option<Arc<str>>,
    /// The value of the `X-Amzn-Trace-Id` header, made where the caller sent none.
    pub trace_id: Arc<str>,
}

/// What the platform measured about one invocation, for the REPORT line, metrics and billing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Report {
    /// From handing over the event to the response.
    pub duration: Duration,
    /// The init phase, where this invocation waited for one.
    pub init: Option<Duration>,
    /// The restoring from a snapshot, where this invocation waited for one.
    pub restore: Option<Duration>,
    /// `ceil(duration + init)` in whole milliseconds (AWS bills the init phase since August 2025).
    pub billed_ms: u64,
    /// Peak memory of the environment, MB.
    pub max_memory_mb: u32,
    /// Bytes of the response, where it was streamed to the caller.
    pub streamed_bytes: u64,
}

/// How the function ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ended<P> {
    /// The handler answered.
    Success(P),
    /// `X-Amz-Function-Error: Unhandled` with AWS's error payload: the handler raised, or the process exited,
    /// timed out or broke the contract.
    Error {
        /// Such as `Sandbox.Timedout` or the language's own error type.
        error_type: String,
        /// The JSON payload for the caller.
        payload: P,
    },
}

/// What an invocation brings back.
#[derive(Clone, Debug)]
pub struct Outcome<P> {
    /// How the function ended.
    pub ended: Ended<P>,
    /// `X-Amz-Executed-Version`.
    pub executed_version: Arc<str>,
    /// Measurements.
    pub report: Report,
    /// The last 4 KB of the log, with START, END and REPORT.
    pub log_tail: Vec<u8>,
}
