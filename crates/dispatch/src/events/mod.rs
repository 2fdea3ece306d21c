//! Asynchronous invocations: from the queue, through their runs, to their end.
//!
//! An event that was accepted ends in success, at a destination or a dead-letter target, or in a discard that is
//! logged and counted; never silently. It may run more than once. `decide` says what becomes of an event, `lanes` how
//! many of each function run, `owner` reads the queue of one partition, `attempt` takes one event through one run,
//! `record` writes what destinations are told, and `delivery` takes one message one try further towards another service:
//! until it is there, it is kept in the queue like an event.
//!
//! Never here: what a function is, AWS's services that are not functions, the system clock.

mod attempt;
mod decide;
mod delivery;
mod lanes;
mod news;
mod owner;
mod record;

pub use decide::{Condition, Discard, Schedule};
pub use delivery::{AttributeValue, NoOutbound, Outbound, Outgoing, Purpose, SendError};

use async_trait::async_trait;
use bytes::Bytes;
use delivery::Rooms;
use domain::{Clock, FunctionArn, Timestamp};
use metrics::{FunctionMetrics, What};
use news::News;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use store::{EventQueue, Lane, QueuedEvent, StoreError};
use tokio::sync::{Mutex, Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::Instant;

/// What is configured for the asynchronous invocations of a version or an alias.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventPolicy {
    /// Runs after the first one, if that ends in an error of the function: 0 to 2.
    pub retries: u32,
    /// An event that is older is not run any more: 60 s to 6 h.
    pub max_age: Duration,
    /// The ARN that records of successes go to.
    pub on_success: Option<String>,
    /// The ARN that records of failures go to.
    pub on_failure: Option<String>,
    /// The ARN of the queue or topic that failed events go to.
    pub dead_letter: Option<String>,
}

impl Default for EventPolicy {
    /// Lambda's defaults (API reference, PutFunctionEventInvokeConfig).
    fn default() -> Self {
        let max_age = Duration::from_secs(u64::from(*domain::limits::EVENT_AGE_S.end()));
        Self { retries: 2, max_age, on_success: None, on_failure: None, dead_letter: None }
    }
}

/// What a function answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// JSON, as far as the function keeps to the contract.
    pub payload: Bytes,
    /// Which version ran.
    pub executed_version: Arc<str>,
}

/// How one run of an event ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ran {
    /// The handler answered.
    Success(Answer),
    /// The function failed.
    FunctionError(Answer),
    /// There was no concurrency for it now.
    Throttled,
    /// The function's concurrency is reserved to be 0.
    NoConcurrency,
    /// It would be one run too many in a recursive loop.
    Recursive,
    /// It could not be run for another reason, which may pass; for the operator.
    Broken(String),
    /// The function, version or alias does not exist any more.
    Gone,
    /// The host shut down before it ended.
    Interrupted,
}

/// Why a function's execution role may not tell a target.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MayNot {
    /// No policy allows it, or one denies it.
    #[error("{0}")]
    Denied(String),
    /// What decides cannot be read now; for the operator.
    #[error("{0}")]
    Unknown(String),
}

/// The functions, as asynchronous invocations see them.
#[async_trait]
pub trait Functions: Send + Sync {
    /// What is configured now for what was invoked, at best from memory; `None` where it does not exist any more.
    async fn policy(&self, target: &FunctionArn) -> Result<Option<Arc<EventPolicy>>, String>;

    /// Runs an event to its end, or says at once why it does not run. `attempt` counts from 1 on.
    async fn run(&self, event: QueuedEvent<Bytes>, attempt: u32) -> Ran;

    /// A new request id.
    fn request_id(&self) -> Arc<str>;

    /// Whether a function's execution role may tell a target what became of an event; where the function is gone meanwhile,
    /// nobody says no any more.
    async fn may_tell(&self, function: &FunctionArn, target: &str) -> Result<(), MayNot>;

    /// The segment, in its trace, that what comes of an event is called from.
    fn caused_by(&self, event: &QueuedEvent<Bytes>) -> u64;
}

/// How asynchronous invocations are run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventSettings {
    /// Events that run, or are about to, at the same time.
    pub running: usize,
    /// Events of one function at the same time, at first; it grows as they succeed.
    pub lane_first: usize,
    /// The most that it grows to.
    pub lane_most: usize,
    /// Payloads in memory, KiB.
    pub payload_kib: u32,
    /// Messages on their way to one other service, KiB; each counts as 256 at least.
    pub delivery_kib: u32,
    /// How long one try to deliver a message may take.
    pub delivery_time: Duration,
    /// Events claimed at once.
    pub batch: usize,
    /// How often the queue is looked at without a reason.
    pub poll: Duration,
    /// How long a partition is leased; half-way it is renewed.
    pub lease: Duration,
    /// From so many takeovers on, events run one after the other.
    pub suspicion: u32,
    /// When things are tried again.
    pub schedule: Schedule,
}

impl Default for EventSettings {
    fn default() -> Self {
        Self {
            running: 1_000,
            lane_first: 32,
            lane_most: 500,
            payload_kib: 128 * 1_024,
            delivery_kib: 16 * 1_024,
            delivery_time: Duration::from_secs(60),
            batch: 256,
            poll: Duration::from_secs(1),
            lease: Duration::from_secs(30),
            suspicion: 2,
            schedule: Schedule::default(),
        }
    }
}

/// The door to the queue: what is accepted here is durable, and whoever runs it in this process hears of it.
pub struct Inbox {
    queue: Arc<dyn EventQueue>,
    news: Vec<News>,
    metrics: Arc<FunctionMetrics>,
}

impl Inbox {
    /// A door to a queue. What becomes of events is measured.
    pub fn new(queue: Arc<dyn EventQueue>, metrics: Arc<FunctionMetrics>) -> Arc<Self> {
        let news = (0..queue.partitions()).map(|_| News::default()).collect();
        Arc::new(Self { queue, news, metrics })
    }

    /// What is measured of functions.
    pub fn metrics(&self) -> &FunctionMetrics {
        &self.metrics
    }

    /// Keeps an event from outside; `Ok` when it survives a crash of the process and of the machine. Errors:
    /// `Unavailable` also where the queue has no room for more.
    pub async fn accept(&self, event: QueuedEvent<Bytes>) -> Result<(), StoreError> {
        let lane = event.lane();
        let target = event.target.clone();
        self.queue.admit(vec![event]).await?;
        self.metrics.count_of(&target, What::AsyncEventsReceived);
        self.tell(lane);
        Ok(())
    }

    /// Keeps what came of an event, whose place it takes: all of it or nothing.
    pub(crate) async fn forward(&self, events: Vec<QueuedEvent<Bytes>>) -> Result<(), StoreError> {
        let lanes: BTreeSet<Lane> = events.iter().map(QueuedEvent::lane).collect();
        // What goes to another service is no event of a function.
        let of_functions = events.iter().filter(|event| event.delivery.is_none());
        let targets: Vec<_> = of_functions.map(|event| event.target.clone()).collect();
        self.queue.enqueue(events).await?;
        targets.iter().for_each(|target| self.metrics.count_of(target, What::AsyncEventsReceived));
        lanes.into_iter().for_each(|lane| self.tell(lane));
        Ok(())
    }

    fn tell(&self, lane: Lane) {
        if let Some(news) = self.news.get(lane.partition(self.queue.partitions()) as usize) {
            news.tell(lane);
        }
    }
}

/// What the runner stands on.
pub struct EventParts {
    /// Where events come from, and where records for functions go.
    pub inbox: Arc<Inbox>,
    /// The functions.
    pub functions: Arc<dyn Functions>,
    /// The other services.
    pub outbound: Arc<dyn Outbound>,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Who this is, for leases; the same after a restart.
    pub owner: String,
}

/// Events that ended, since the start of the process.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct EventTotals {
    /// The function succeeded.
    pub succeeded: u64,
    /// They failed for good, and somebody is told.
    pub failed: u64,
    /// They failed for good, or their function is gone, and nobody was told but the log.
    pub discarded: u64,
    /// Those of either kind that were stopped as part of a recursive loop.
    pub recursive: u64,
    /// Messages that another service took.
    pub delivered: u64,
    /// Records that could not be delivered: CloudWatch's `DestinationDeliveryFailures`.
    pub destination_failures: u64,
    /// Dead letters that could not be delivered: CloudWatch's `DeadLetterErrors`.
    pub dead_letter_errors: u64,
}

/// Runs the events of all partitions that it gets hold of, on the async runtime of whoever starts it.
pub struct Events {
    shared: Arc<Shared>,
    owners: Mutex<JoinSet<()>>,
}

struct Shared {
    parts: EventParts,
    settings: EventSettings,
    slots: Arc<Semaphore>,
    /// Has the one permit to run a suspect.
    suspects: Arc<Semaphore>,
    payloads: Semaphore,
    rooms: Rooms,
    stop: watch::Sender<bool>,
    started: Instant,
    totals: Totals,
}

#[derive(Default)]
struct Totals {
    succeeded: AtomicU64,
    failed: AtomicU64,
    discarded: AtomicU64,
    recursive: AtomicU64,
    delivered: AtomicU64,
    destination_failures: AtomicU64,
    dead_letter_errors: AtomicU64,
}

impl Shared {
    fn queue(&self) -> &dyn EventQueue {
        &*self.parts.inbox.queue
    }

    fn metrics(&self) -> &FunctionMetrics {
        self.parts.inbox.metrics()
    }

    fn now(&self) -> Timestamp {
        self.parts.clock.now()
    }

    /// The time since the start, which nobody sets.
    fn elapsed(&self) -> Timestamp {
        Timestamp(ms(self.started.elapsed()))
    }

    fn stopping(&self) -> bool {
        *self.stop.borrow()
    }

    /// Waits; whether nobody asked to stop meanwhile.
    async fn pause(&self, time: Duration) -> bool {
        let mut stop = self.stop.subscribe();
        tokio::select! {
            () = tokio::time::sleep(time) => true,
            _ = stop.wait_for(|stop| *stop) => false,
        }
    }
}

impl Events {
    /// Starts. What is queued already is taken up.
    pub fn start(parts: EventParts, settings: EventSettings) -> Self {
        let partitions = parts.inbox.queue.partitions();
        let shared = Arc::new(Shared {
            slots: Arc::new(Semaphore::new(settings.running)),
            suspects: Arc::new(Semaphore::new(1)),
            payloads: Semaphore::new(settings.payload_kib as usize),
            rooms: Rooms::new(settings.delivery_kib),
            stop: watch::Sender::new(false),
            started: Instant::now(),
            totals: Totals::default(),
            parts,
            settings,
        });
        let mut owners = JoinSet::new();
        for partition in 0..partitions {
            owners.spawn(owner::own(Arc::clone(&shared), partition));
        }
        Self { shared, owners: Mutex::new(owners) }
    }

    /// Begins no more events, from now on.
    pub fn begin_stop(&self) {
        self.shared.stop.send_replace(true);
    }

    /// Begins no more events and waits until those that run have ended. What did not begin stays queued.
    pub async fn stop(&self) {
        self.begin_stop();
        self.stopped().await;
    }

    /// Waits for what [`Self::begin_stop`] began; giving up waiting ends nothing.
    pub async fn stopped(&self) {
        let mut owners = self.owners.lock().await;
        while owners.join_next().await.is_some() {}
    }

    /// How many events ended, and how.
    pub fn totals(&self) -> EventTotals {
        let of = |count: &AtomicU64| count.load(Ordering::Relaxed);
        let totals = &self.shared.totals;
        EventTotals {
            succeeded: of(&totals.succeeded),
            failed: of(&totals.failed),
            discarded: of(&totals.discarded),
            recursive: of(&totals.recursive),
            delivered: of(&totals.delivered),
            destination_failures: of(&totals.destination_failures),
            dead_letter_errors: of(&totals.dead_letter_errors),
        }
    }
}

/// A duration in the milliseconds of timestamps.
fn ms(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX)
}

/// A moment after another.
fn after(now: Timestamp, duration: Duration) -> Timestamp {
    Timestamp(now.0.saturating_add(ms(duration)))
}
