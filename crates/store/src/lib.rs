//! What must outlive the process, in the words of the product: functions, logs, identities, queued events.
//!
//! The traits speak of functions, streams and roles, never of tables; every call is one transaction, and one
//! that returned `Ok` is durable to the degree that its trait promises. `sqlite` keeps them in one
//! directory; `conformance` is the suite that any implementation passes.
//!
//! Never here: rules of an AWS API (who may call, what is a valid name, which error a client sees), the system
//! clock (times are arguments), blobs.

mod access_key;
mod account;
mod alias;
mod attachment;
mod aws_policies;
mod code_signing;
mod embedded_metrics;
mod error;
mod event;
mod event_source;
mod function;
mod iam_item;
mod identity;
mod layer;
mod log;
mod log_outbox;
mod log_setting;
mod log_writer;
mod managed_policy;
pub mod metric;
mod metric_writer;
mod probe;
mod segment_writer;
pub mod sqlite;
mod tag;
mod traces;

#[cfg(any(test, feature = "conformance"))]
pub mod conformance;

pub use access_key::{AccessKey, KeyUse, UserStore};
pub use account::{
    AccountCounts, AccountStore, IdentityProvider, InstanceProfile, ProviderChange, TagChange,
};
pub use alias::AliasStore;
pub use attachment::{Attachment, AttachmentKind, AttachmentStore, Expected};
pub use aws_policies::{AwsPolicy, aws_policies, aws_policy};
pub use code_signing::CodeSigningStore;
pub use embedded_metrics::EmbeddedMetrics;
pub use error::{Conflict, OpenError, StoreError, Thing};
pub use event::{
    Claim, ClaimedEvent, Delivery, EventCounts, EventNumber, EventQueue, Lane, Lease, Progress, QueuedEvent,
    SMALL_PAYLOAD, Settlement,
};
pub use event_source::{EventSourceMappingStore, MappingFilter, Placed};
pub use function::{FunctionStore, Publication, Published, Usage};
pub use iam_item::{IamItem, IamItemStore, ItemKind};
pub use identity::{
    Identity, IdentityKind, IdentityName, IdentityStore, PolicySource, PrincipalPolicies, Role, RoleChange,
};
pub use layer::{LayerFilter, LayerPolicy, LayerStore};
pub use log::{
    Appended, EVENT_OVERHEAD, EventPosition, EventQuery, Expired, FilterPage, FilterQuery, FilteredEvent,
    GroupMatch, IfMissing, LogBatch, LogGroup, LogIntake, LogStore, LogStream, ReadFrom, StoredEvent,
    StreamCursor, StreamOrder, StreamSelection,
};
pub use log_outbox::{LogOutbox, Parcel, Selected};
pub use log_setting::{LogSetting, LogSettingKind, LogSettings};
pub use log_writer::{LogWriter, LogWriterLimits};
pub use managed_policy::{
    HolderFilter, ManagedPolicy, PolicyFilter, PolicyHolder, PolicyStore, PolicyUse, PolicyVersion,
};
pub use metric::{
    Alarm, AlarmEvent, AlarmStore, Dashboard, MetricCursor, MetricFilter, MetricPoint, MetricQuery,
    MetricStore,
};
pub use metric_writer::{EVERY as METRICS_WRITTEN_EVERY, MetricWriter};
pub use probe::WriteProbe;
pub use segment_writer::SegmentWriter;
pub use sqlite::{RowKey, Sqlite, SqliteTraces, metered_in};
pub use tag::{TagStore, Tagged};
pub use traces::{
    MAX_TRACE, Setting, SettingKind, StoredTrace, TracePlace, TraceQuery, TraceStore, TraceTime,
};

/// All that Lambda's control plane keeps, as one.
pub trait LambdaStore:
    FunctionStore
    + AliasStore
    + AttachmentStore
    + LayerStore
    + TagStore
    + EventSourceMappingStore
    + CodeSigningStore
{
}

impl<T> LambdaStore for T where
    T: FunctionStore
        + AliasStore
        + AttachmentStore
        + LayerStore
        + TagStore
        + EventSourceMappingStore
        + CodeSigningStore
{
}

/// All that CloudWatch Logs keeps, as one.
pub trait LogsStore: LogStore + LogSettings + LogOutbox {}

impl<T: LogStore + LogSettings + LogOutbox> LogsStore for T {}
/// All that IAM keeps, as one.
pub trait IamStore: IdentityStore + UserStore + AccountStore + IamItemStore {}

impl<T> IamStore for T where T: IdentityStore + UserStore + AccountStore + IamItemStore {}

/// Part of a sorted list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// At most as many as were asked for.
    pub items: Vec<T>,
    /// Whether the list goes on after the last of them.
    pub more: bool,
}

impl<T> Page<T> {
    /// Cuts a list that was read with one item more than `limit`, which is how its continuation is noticed.
    pub(crate) fn cut(mut items: Vec<T>, limit: usize) -> Self {
        let more = items.len() > limit;
        items.truncate(limit);
        Self { items, more }
    }
}
