//! Log groups, streams and events.

use crate::{Page, Selected, StoreError};
use async_trait::async_trait;
use domain::log::{LogEvent, LogStreamName};
use domain::meter::{Allocated, Metered};
use domain::{Scope, Timestamp};
use std::sync::Arc;

/// What CloudWatch Logs counts for each event beside its message, bytes (PutLogEvents, API reference).
pub const EVENT_OVERHEAD: u64 = 26;

/// A log group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogGroup {
    /// Its name.
    pub name: String,
    /// When it was created.
    pub created: Timestamp,
    /// Days that events are kept; `None` for ever.
    pub retention_days: Option<u32>,
    /// Bytes of messages, with [`EVENT_OVERHEAD`] for each event.
    pub stored_bytes: u64,
}

/// A log stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogStream {
    /// Its name.
    pub name: String,
    /// When it was created.
    pub created: Timestamp,
    /// The earliest time of an event that was ever written.
    pub first_event: Option<Timestamp>,
    /// The latest time of an event that was ever written.
    pub last_event: Option<Timestamp>,
    /// When events were last written.
    pub last_ingestion: Option<Timestamp>,
    /// Bytes of messages, with [`EVENT_OVERHEAD`] for each event.
    pub stored_bytes: u64,
}

impl LogStream {
    /// Where a list goes on after this stream, in either order.
    pub fn cursor(&self) -> StreamCursor {
        StreamCursor { last_event: self.last_event, name: self.name.clone() }
    }
}

/// Which groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum GroupMatch {
    /// All.
    Any,
    /// The name starts with it.
    Prefix(String),
    /// The name contains it, in any case (`logGroupNamePattern`).
    Contains(String),
}

/// How streams are sorted. Streams without events are older than all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum StreamOrder {
    /// By name in byte order.
    #[default]
    Name,
    /// By the time of the last event, then by name.
    LastEventTime,
}

/// A place in a list of streams.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StreamCursor {
    /// Of the stream there; only [`StreamOrder::LastEventTime`] looks at it.
    pub last_event: Option<Timestamp>,
    /// The stream there.
    pub name: String,
}

/// A place among events: they are sorted by time, then in the order of arrival.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventPosition {
    /// The event's time.
    pub timestamp: Timestamp,
    /// Grows with every event that arrives, unique in the store; 0 is before all, `i64::MAX` after all.
    pub sequence: i64,
}

/// An event as it was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its time and its unique number.
    pub position: EventPosition,
    /// When it arrived.
    pub ingestion: Timestamp,
    /// The text.
    pub message: String,
}

/// Events to add to one stream.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogBatch {
    /// The stream.
    pub stream: LogStreamName,
    /// In order.
    pub events: Vec<LogEvent>,
}

/// What becomes of events for a group or a stream that is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IfMissing {
    /// Make group and stream: functions' own logs.
    Create,
    /// `NotFound`: PutLogEvents.
    Refuse,
}

/// What is added in one transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appended {
    /// Events.
    pub batches: Vec<LogBatch>,
    /// What becomes of those for a group or a stream that is not there.
    pub missing: IfMissing,
    /// Which of them wait to be sent from now on; see [`crate::LogOutbox`].
    pub selected: Vec<Selected>,
    /// What was used.
    pub metered: Vec<Metered>,
}

/// From where a stream is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadFrom {
    /// The earliest events.
    Head,
    /// The latest events.
    Tail,
    /// The next ones after a position.
    After(EventPosition),
    /// The last ones before a position.
    Before(EventPosition),
}

/// Which events of one stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventQuery {
    /// Not earlier than this.
    pub start: Option<Timestamp>,
    /// Earlier than this.
    pub end: Option<Timestamp>,
    /// From where, and so in which direction.
    pub from: ReadFrom,
    /// At most so many events.
    pub limit: usize,
    /// At most so many bytes of messages, each with [`EVENT_OVERHEAD`]; one event is always given.
    pub max_bytes: usize,
}

/// Which streams of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StreamSelection {
    /// All.
    All,
    /// These; names without a stream select nothing.
    Names(Vec<String>),
    /// Those whose name starts with it.
    Prefix(String),
}

/// Which events of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterQuery {
    /// In which streams.
    pub streams: StreamSelection,
    /// Not earlier than this.
    pub start: Option<Timestamp>,
    /// Earlier than this.
    pub end: Option<Timestamp>,
    /// Every one of them is part of the message, in this case. Empty for all events.
    pub terms: Vec<String>,
    /// From the latest event on, backward.
    pub descending: bool,
    /// Only events after it; when descending, before it.
    pub after: Option<EventPosition>,
    /// At most so many events.
    pub limit: usize,
    /// At most so many bytes of messages, each with [`EVENT_OVERHEAD`]; one event is always given.
    pub max_bytes: usize,
    /// At most so many events are looked at.
    pub max_scanned: usize,
}

/// An event and the stream that it is in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilteredEvent {
    /// The stream's name.
    pub stream: Arc<str>,
    /// The event.
    pub event: StoredEvent,
}

/// A part of a search.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilterPage {
    /// By position, over all streams, in the order of the search.
    pub events: Vec<FilteredEvent>,
    /// Where to go on; `None` where everything was looked at. There may be none left when one goes on.
    pub next: Option<EventPosition>,
    /// Events that were looked at.
    pub scanned: usize,
    /// Their messages, bytes, with [`EVENT_OVERHEAD`] for each.
    pub scanned_bytes: u64,
}

/// What a round of expiry did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Expired {
    /// Events that were deleted.
    pub events: u64,
    /// Whether there are more.
    pub more: bool,
}

/// Logs. A call that returned `Ok` is readable and survives a crash of the process; at a power cut the last
/// moments of logs may be lost (functions and roles never are).
#[async_trait]
pub trait LogStore: Send + Sync {
    /// Adds a group. Errors: `AlreadyExists(LogGroup)`.
    async fn create_group(&self, scope: &Scope, group: &str, now: Timestamp) -> Result<(), StoreError>;

    /// Removes a group with its streams and events. Errors: `NotFound(LogGroup)`.
    async fn delete_group(&self, scope: &Scope, group: &str) -> Result<(), StoreError>;

    /// Up to `limit` groups by name in byte order, from the first name greater than `after`.
    async fn describe_groups(
        &self,
        scope: &Scope,
        matching: &GroupMatch,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<LogGroup>, StoreError>;

    /// Sets for how many days events are kept, `None` for ever. Errors: `NotFound(LogGroup)`.
    async fn put_retention(&self, scope: &Scope, group: &str, days: Option<u32>) -> Result<(), StoreError>;

    /// For how many days events are kept, `None` for ever. Errors: `NotFound(LogGroup)`.
    async fn retention(&self, scope: &Scope, group: &str) -> Result<Option<u32>, StoreError>;

    /// Adds a stream. Errors: `NotFound(LogGroup)`, `AlreadyExists(LogStream)`.
    async fn create_stream(
        &self,
        scope: &Scope,
        group: &str,
        stream: &str,
        now: Timestamp,
    ) -> Result<(), StoreError>;

    /// Removes a stream with its events. Errors: `NotFound(LogGroup)`, `NotFound(LogStream)`.
    async fn delete_stream(&self, scope: &Scope, group: &str, stream: &str) -> Result<(), StoreError>;

    /// Up to `limit` streams whose name starts with `prefix`, sorted. With [`StreamOrder::LastEventTime`] a
    /// stream that is written to between two pages may be on both or on neither. Errors: `NotFound(LogGroup)`.
    #[expect(clippy::too_many_arguments, reason = "each is one parameter of the operation")]
    async fn describe_streams(
        &self,
        scope: &Scope,
        group: &str,
        prefix: &str,
        order: StreamOrder,
        descending: bool,
        after: Option<&StreamCursor>,
        limit: usize,
    ) -> Result<Page<LogStream>, StoreError>;

    /// Adds all of it or nothing. Errors, with [`IfMissing::Refuse`]: `NotFound(LogGroup)`, `NotFound(LogStream)`.
    async fn append_all(&self, appended: Appended, now: Timestamp) -> Result<(), StoreError>;

    /// Adds events alone.
    async fn append(
        &self,
        batches: Vec<LogBatch>,
        missing: IfMissing,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (selected, metered) = (Vec::new(), Vec::new());
        self.append_all(Appended { batches, missing, selected, metered }, now).await
    }

    /// Counts what is provisioned during a block of time, unless that was counted: of the last block that was named for a
    /// version, the most that was said.
    async fn allocate(&self, allocated: Allocated) -> Result<(), StoreError>;

    /// What was used from one day to another, both included, by key and sorted so; after that, in the same way, the events
    /// that were accepted.
    async fn metered(&self, first_day: i64, last_day: i64) -> Result<Vec<Metered>, StoreError>;

    /// Events of a stream, ascending whatever the direction of reading. Errors: `NotFound(LogGroup)`,
    /// `NotFound(LogStream)`.
    async fn get_events(
        &self,
        scope: &Scope,
        group: &str,
        stream: &str,
        query: EventQuery,
    ) -> Result<Vec<StoredEvent>, StoreError>;

    /// Events of a group, in the order of the search. Errors: `NotFound(LogGroup)`.
    async fn filter_events(
        &self,
        scope: &Scope,
        group: &str,
        query: FilterQuery,
    ) -> Result<FilterPage, StoreError>;

    /// Bytes of all messages of all scopes, with [`EVENT_OVERHEAD`] for each event.
    async fn stored_bytes(&self) -> Result<u64, StoreError>;

    /// Deletes up to `max_events` events that are older than their group's retention, and the oldest of groups that have more
    /// than `max_bytes` of messages (with [`EVENT_OVERHEAD`] for each event).
    async fn expire(
        &self,
        now: Timestamp,
        max_bytes: Option<u64>,
        max_events: usize,
    ) -> Result<Expired, StoreError>;
}

/// Where functions' own log lines are kept: the store itself, or what looks at them on their way to it.
#[async_trait]
pub trait LogIntake: Send + Sync {
    /// Keeps events, whose groups and streams are made where they are missing, and what was used, both or neither.
    async fn take_in(
        &self,
        batches: Vec<LogBatch>,
        metered: Vec<Metered>,
        now: Timestamp,
    ) -> Result<(), StoreError>;
}

#[async_trait]
impl<S: LogStore> LogIntake for S {
    async fn take_in(
        &self,
        batches: Vec<LogBatch>,
        metered: Vec<Metered>,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (missing, selected) = (IfMissing::Create, Vec::new());
        self.append_all(Appended { batches, missing, selected, metered }, now).await
    }
}
