//! What the platform says about an environment: one description of each event, from which the text log, the JSON log and
//! the messages for extensions are made. Pure.

mod record;
#[cfg(test)]
mod tests;
mod text;

pub(crate) use record::Schema;

use domain::invocation::Report;
use domain::{InvocationId, Timestamp, Version};
use std::sync::Arc;
use std::time::Duration;

/// How an init phase or an invocation ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Status {
    /// Well, or with an error that the handler raised and the runtime reported.
    Success,
    /// By the time limit.
    Timeout,
    /// The process or the contract broke.
    Error {
        /// Such as `Runtime.ExitError`.
        error_type: String,
    },
}

/// When an initialisation happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InitPhase {
    /// Before the invocation.
    Init,
    /// Within it, because the first one failed or the environment was reset.
    Invoke,
}

/// Which init phase: AWS's name of why the environment was made, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Init {
    pub(crate) initialization: &'static str,
    pub(crate) phase: InitPhase,
}

/// What starts in an environment, and how large that may become.
#[derive(Clone, Debug)]
pub(crate) struct Starting {
    pub(crate) runtime: String,
    pub(crate) runtime_arn: String,
    pub(crate) function: String,
    pub(crate) version: Version,
    /// The log stream.
    pub(crate) instance: Arc<str>,
    /// Bytes.
    pub(crate) max_memory: u64,
}

/// A stretch of time with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) name: &'static str,
    pub(crate) start: Timestamp,
    pub(crate) duration: Duration,
}

/// The API by which an extension subscribed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Api {
    Telemetry,
    Logs,
}

/// One of the platform's events.
#[derive(Clone, Debug)]
pub(crate) enum Event {
    /// A runtime process starts.
    InitStart { init: Init, what: Starting },
    /// The runtime is ready, or will not be.
    InitRuntimeDone { init: Init, status: Status },
    /// An init phase ended.
    InitReport { init: Init, duration: Duration, status: Status },
    /// A process is made from a snapshot.
    RestoreStart(Starting),
    /// It is there, and the function's hooks have run; or not.
    RestoreRuntimeDone { status: Status },
    /// How long that took.
    RestoreReport { duration: Duration, status: Status },
    /// An invocation begins. With the trace header, where it is traced.
    Start { id: InvocationId, version: Version, tracing: Option<Arc<str>> },
    /// What went wrong with the process, in a sentence.
    Fault { id: InvocationId, text: String, error_type: &'static str },
    /// The time limit.
    TimedOut { id: InvocationId, seconds: String },
    /// The runtime is done with an invocation.
    RuntimeDone {
        id: InvocationId,
        status: Status,
        duration: Duration,
        /// Bytes of the response.
        produced: u64,
        spans: Vec<Span>,
        tracing: Option<Arc<str>>,
    },
    /// An invocation ended.
    End { id: InvocationId },
    /// Its measurements. `error` is the type of an error that the runtime reported.
    Report {
        id: InvocationId,
        report: Report,
        memory_mb: u32,
        status: Status,
        error: Option<String>,
        spans: Vec<Span>,
        tracing: Option<Arc<str>>,
    },
    /// Output was thrown away.
    Dropped { lines: u64, bytes: u64, reason: &'static str },
    /// What became of an extension in the init phase.
    Extension { name: Arc<str>, state: &'static str, events: Vec<&'static str>, error_type: Option<String> },
    /// An extension subscribed.
    Subscription { api: Api, name: Arc<str>, state: &'static str, types: Vec<&'static str> },
}

/// System log levels, from the least severe.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Level {
    /// Everything.
    Debug,
    /// The default.
    Info,
    /// Failures only.
    Warn,
}

impl Level {
    /// `SystemLogLevel`; INFO where it is absent.
    pub(crate) fn parse(text: Option<&str>) -> Self {
        match text {
            Some("DEBUG") => Self::Debug,
            Some("WARN") => Self::Warn,
            _ => Self::Info,
        }
    }
}

impl Event {
    /// The text form; `None` where it has none.
    pub(crate) fn text(&self, now: Timestamp) -> Option<String> {
        text::text(self, now)
    }

    /// The form of the JSON log; `None` where it has none or the level hides it.
    pub(crate) fn json(&self, now: Timestamp, level: Level) -> Option<String> {
        (self.level() >= level).then(|| self.message(now, Schema::Telemetry)).flatten()
    }

    /// `{"time": …, "type": …, "record": …}`; `None` where the schema does not have it.
    pub(crate) fn message(&self, now: Timestamp, schema: Schema) -> Option<String> {
        record::message(self, now, schema)
    }

    /// From the table of AWS's guide to system log levels.
    fn level(&self) -> Level {
        let ended = |status: &Status, well| if *status == Status::Success { well } else { Level::Warn };
        match self {
            Self::InitReport { init, status, .. } if init.initialization != "on-demand" => {
                ended(status, Level::Info)
            }
            Self::RestoreReport { status, .. } => ended(status, Level::Info),
            Self::RestoreRuntimeDone { status }
            | Self::InitRuntimeDone { status, .. }
            | Self::InitReport { status, .. }
            | Self::RuntimeDone { status, .. } => ended(status, Level::Debug),
            Self::Report { status, error: None, .. } => ended(status, Level::Info),
            Self::Extension { error_type: Some(_), .. } => Level::Warn,
            Self::InitStart { .. }
            | Self::RestoreStart(_)
            | Self::Start { .. }
            | Self::End { .. }
            | Self::Extension { .. }
            | Self::Subscription { .. } => Level::Info,
            Self::Report { .. } | Self::Fault { .. } | Self::TimedOut { .. } | Self::Dropped { .. } => {
                Level::Warn
            }
        }
    }
}

impl InitPhase {
    fn name(self) -> &'static str {
        match self {
            Self::Init => "init",
            Self::Invoke => "invoke",
        }
    }
}
