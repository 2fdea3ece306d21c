//! Log events on their way from a function to where they are kept.

use crate::clock::Timestamp;
use crate::meter::Metered;
use crate::scope::Scope;
use std::sync::Arc;

/// One log event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogEvent {
    /// When it happened.
    pub timestamp: Timestamp,
    /// The text, without a trailing newline.
    pub message: String,
}

/// The stream that an environment writes to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct LogStreamName {
    /// Account and region.
    pub scope: Scope,
    /// The group, `/aws/lambda/<function>` where none was configured.
    pub group: Arc<str>,
    /// The stream, `YYYY/MM/DD/[version]<32 hex>`.
    pub stream: Arc<str>,
}

/// Where log events go. Taking them never blocks: what cannot be kept is counted and said in the log itself.
pub trait LogSink: Send + Sync {
    /// Hands over events of one stream, in order. A full sink drops and counts.
    fn append(&self, stream: &LogStreamName, events: Vec<LogEvent>);

    /// The same with what was used when they came about. That is never dropped, and is kept together with them: whoever adds
    /// up the REPORT lines comes to what is metered, also after the process was killed.
    fn append_metered(&self, stream: &LogStreamName, events: Vec<LogEvent>, metered: Metered);
}
