//! Events of asynchronous invocations: a durable queue.
//!
//! The queue is divided into partitions. Whoever runs events leases partitions; a lease has an epoch, and what is asked
//! with an older epoch is refused as [`StoreError::Fenced`]: an owner that lost its partition changes nothing any more.
//! An owner claims events in batches and settles them in batches. What was claimed and not settled when a partition
//! gets a new epoch is counted as a takeover of the event, so that an event that kills its owner reaches its end.
//!
//! Within a partition the events of one function are a lane: claims go round the lanes, so that no function waits for
//! another one's events. What is to be delivered elsewhere when an event has ended is kept in the same way; its lane is
//! that of the destination.

use crate::StoreError;
use async_trait::async_trait;
use domain::fnv::fnv1a;
use domain::{FunctionArn, FunctionName, Qualifier, Scope, Timestamp};
use std::collections::HashMap;
use std::sync::Arc;

/// Names a queued event; never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventNumber(pub u64);

/// The events of one function, a number made of its account, region and name, or the deliveries to one destination, a
/// number made of its ARN. Those whose numbers meet share their turns and nothing else.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Lane(pub u64);

impl Lane {
    /// The lane of a function: its hash, without the highest bit, since databases have signed numbers. It is kept, so it
    /// never changes.
    pub fn of(scope: &Scope, name: &FunctionName) -> Self {
        Self::hash(&[scope.account.as_str(), "/", scope.region.as_str(), "/", name.as_str()])
    }

    /// The lane of what goes to a destination.
    pub fn to(destination: &str) -> Self {
        Self::hash(&["to ", destination])
    }

    fn hash(parts: &[&str]) -> Self {
        Self(fnv1a(parts) & (u64::MAX >> 1))
    }

    /// The partition of a lane.
    pub fn partition(self, partitions: u32) -> u32 {
        u32::try_from(self.0 % u64::from(partitions.max(1))).unwrap_or(0)
    }
}

/// What has become of an event so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Runs that ended in an error of the function.
    pub errors: u32,
    /// Times that it could not be run, since the last run.
    pub backoffs: u32,
    /// Owners that ended while they had it claimed.
    pub takeovers: u32,
}

/// Where something is to be delivered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Delivery {
    /// The ARN of the destination.
    pub destination: Arc<str>,
    /// What else whoever delivers it wants to know then.
    pub note: Arc<str>,
}

/// All that is needed to run an event, or to deliver what became of one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueuedEvent<P> {
    /// The request id: unique among the events that are queued.
    pub request_id: Arc<str>,
    /// What was invoked, with the qualifier that the caller gave.
    pub target: FunctionArn,
    /// When it was accepted.
    pub accepted: Timestamp,
    /// The trace header of all its runs.
    pub trace_id: Arc<str>,
    /// JSON.
    pub payload: P,
    /// The version that the meter counts it for, which is what the qualifier meant when it was accepted. It is not kept with the event.
    pub version: Option<Qualifier>,
    /// The payload is not run but delivered; the target is the function that it tells of.
    pub delivery: Option<Delivery>,
}

impl<P> QueuedEvent<P> {
    /// Whose turns it takes.
    pub fn lane(&self) -> Lane {
        match &self.delivery {
            None => Lane::of(&self.target.scope, &self.target.name),
            Some(delivery) => Lane::to(&delivery.destination),
        }
    }
}

/// A claimed event. One that cannot be read keeps no other from being claimed: that it cannot is seen when it is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedEvent {
    /// Names it.
    pub number: EventNumber,
    /// Whose turn it took.
    pub lane: Lane,
    /// The size of its payload, bytes.
    pub payload_bytes: u64,
    /// What has become of it so far.
    pub progress: Progress,
    /// The event itself where it came with the claim: its payload is of [`SMALL_PAYLOAD`] bytes at most, and it can be
    /// read. Any other is asked for by its number.
    pub event: Option<QueuedEvent<bytes::Bytes>>,
}

/// The largest payload that comes with a claim, bytes.
pub const SMALL_PAYLOAD: u64 = 16 << 10;

/// The right to run the events of a partition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lease {
    /// From 0.
    pub partition: u32,
    /// The fencing token: greater than that of any earlier lease of the partition.
    pub epoch: u64,
}

/// What an owner asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Claim {
    /// Events at most.
    pub limit: usize,
    /// Events at most of each lane that is not in `lanes`.
    pub per_lane: usize,
    /// Events at most of these lanes.
    pub lanes: HashMap<Lane, usize>,
    /// The lane that had the last turn; the next one begins.
    pub after: Option<Lane>,
    /// Nothing is put off for longer than to here: what is due later was accepted or put off by a clock that has been
    /// set back since, and is due now.
    pub latest: Option<Timestamp>,
    /// Events with at least this many takeovers are suspects: at most `suspects` of them.
    pub suspicion: u32,
    /// How many suspects.
    pub suspects: usize,
}

/// What becomes of a claimed event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// It is over, and forgotten.
    Done,
    /// It is due again later.
    Later {
        /// When.
        due: Timestamp,
        /// What has become of it.
        progress: Progress,
    },
    /// It was not begun: as if it had not been claimed.
    Unclaimed,
    /// It cannot be read: it is claimed no more. Its record is kept for the operator; of many, the newest.
    SetAside,
}

/// How many events are queued.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventCounts {
    /// Due and not claimed.
    pub ready: u64,
    /// Not due yet.
    pub delayed: u64,
    /// Claimed.
    pub claimed: u64,
}

/// The queue. What returned `Ok` survives a crash of the process. Events that are kept, and leases, survive one of the
/// machine too; it may undo the last claims and settlements, so that an event runs that has run.
#[async_trait]
pub trait EventQueue: Send + Sync {
    /// How many partitions there are, 1 or more; it does not change while the queue is open.
    fn partitions(&self) -> u32;

    /// Keeps events, all or none; they are due at once. One that this has queued already, known by its request id and the
    /// time when it was accepted, is not kept twice.
    async fn enqueue(&self, events: Vec<QueuedEvent<bytes::Bytes>>) -> Result<(), StoreError>;

    /// The same for events from outside, with request ids that were drawn for them: whether they are queued already need not
    /// be looked at. They are refused (`Unavailable`) while there is so little room that it is needed for the events that
    /// are queued already.
    async fn admit(&self, events: Vec<QueuedEvent<bytes::Bytes>>) -> Result<(), StoreError> {
        self.enqueue(events).await
    }

    /// Leases a partition until `until`, if nobody else has it at `now`; an owner of the same name is the same owner
    /// after a restart. One that would last for longer than twice what is asked for was made by a clock that has been set
    /// back, and is over. Every lease has a new epoch. `None`: somebody else has it.
    async fn lease(
        &self,
        partition: u32,
        owner: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Lease>, StoreError>;

    /// Keeps a lease until `until`. Errors: `Fenced`.
    async fn renew(&self, lease: Lease, until: Timestamp) -> Result<(), StoreError>;

    /// Gives a lease back. What is still claimed counts as taken over by the next owner. Errors: `Fenced`.
    async fn release(&self, lease: Lease) -> Result<(), StoreError>;

    /// Claims events that are due and not claimed, those of a lane by when they are due. Errors: `Fenced`.
    async fn claim(
        &self,
        lease: Lease,
        now: Timestamp,
        claim: Claim,
    ) -> Result<Vec<ClaimedEvent>, StoreError>;

    /// An event with its payload; `None` where it is over. Errors: `Corrupt` where it is there and cannot be read.
    async fn event(&self, number: EventNumber) -> Result<Option<QueuedEvent<bytes::Bytes>>, StoreError>;

    /// Settles claimed events, all or none; those that are settled or unknown are left alone. Errors: `Fenced`.
    async fn settle(
        &self,
        lease: Lease,
        settlements: Vec<(EventNumber, Settlement)>,
    ) -> Result<(), StoreError>;

    /// How many events are queued.
    async fn event_counts(&self, now: Timestamp) -> Result<EventCounts, StoreError>;
}
