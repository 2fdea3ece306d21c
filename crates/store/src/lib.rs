//! What must outlive the process, in the words of the product: functions, logs, roles, queued events.
//!
//! The traits speak of functions, streams and roles, never of tables; every call is one transaction, and one
//! that returned `Ok` is durable to the degree that its trait promises. `sqlite` keeps them in one
//! directory; `conformance` is the suite that any implementation passes.
//!
//! Never here: rules of an AWS API (who may call, what is a valid name, which error a client sees), the system
//! clock (times are arguments), blobs.

mod alias;
mod attachment;
mod code_signing;
mod error;
mod event;
mod event_source;
mod function;
mod identity;
mod layer;
mod log;
mod log_writer;
pub mod sqlite;
mod tag;

#[cfg(any(test, feature = "conformance"))]
pub mod conformance;

pub use alias::AliasStore;
pub use attachment::{Attachment, AttachmentKind, AttachmentStore, Expected};
pub use code_signing::CodeSigningStore;
pub use error::{Conflict, OpenError, StoreError, Thing};
pub use event::{
    Claim, ClaimedEvent, Delivery, EventCounts, EventNumber, EventQueue, Lane, Lease, Progress, QueuedEvent,
    SMALL_PAYLOAD, Settlement,
};
pub use event_source::{EventSourceMappingStore, MappingFilter, Placed};
pub use function::{FunctionStore, Publication, Published, Usage};
pub use identity::{IdentityStore, Role, RoleChange};
pub use layer::{LayerFilter, LayerPolicy, LayerStore};
pub use log::{
    EVENT_OVERHEAD, EventPosition, EventQuery, Expired, FilterPage, FilterQuery, FilteredEvent, GroupMatch,
    IfMissing, LogBatch, LogGroup, LogStore, LogStream, ReadFrom, StoredEvent, StreamCursor, StreamOrder,
    StreamSelection,
};
pub use log_writer::{LogWriter, LogWriterLimits};
pub use sqlite::Sqlite;
pub use tag::{TagStore, Tagged};

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
