//! What simulations of asynchronous invocations stand on: virtual time, a queue that fails, functions that misbehave.

use async_trait::async_trait;
use bytes::Bytes;
use dispatch::events::{
    Answer, EventParts, EventPolicy, EventSettings, Events, Functions, Inbox, MayNot, Outbound, Outgoing,
    Ran, SendError,
};
use domain::{AccountId, Clock, FunctionArn, FunctionName, Region, Scope, Timestamp};
use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;
use store::conformance::MemoryEvents;
use store::{
    Claim, ClaimedEvent, EventCounts, EventNumber, EventQueue, Lease, QueuedEvent, Settlement, StoreError,
};
use tokio::sync::Notify;
use tokio::time::Instant;

/// Small random numbers from a seed (SplitMix64).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }
}

/// Tokio's clock, which a test with paused time moves, and somebody who sets it.
pub(crate) struct Virtual {
    since: Instant,
    /// How far it is off, ms.
    pub(crate) off: AtomicI64,
}

impl Clock for Virtual {
    fn now(&self) -> Timestamp {
        let elapsed = i64::try_from(self.since.elapsed().as_millis()).unwrap();
        Timestamp(1_795_544_521_123 + elapsed + self.off.load(Ordering::Relaxed))
    }
}

/// Counts what the process does.
#[derive(Default)]
pub(crate) struct Steps {
    /// Steps until the process is killed: each call of the queue and of another service has one before it happens and
    /// one after it. 0: it is not.
    pub(crate) kill_after: AtomicU64,
    pub(crate) kill: Notify,
}

impl Steps {
    async fn step(&self) {
        let left = self.kill_after.load(Ordering::Relaxed);
        self.kill_after.store(left.saturating_sub(1), Ordering::Relaxed);
        if left == 1 {
            self.kill.notify_one();
            std::future::pending::<()>().await;
        }
    }
}

/// A call to settle.
type Settled = (Lease, Vec<(EventNumber, Settlement)>);

/// A queue whose calls take time and, in one of `fails_in` cases, fail: half of them before they did anything, half of
/// them after.
pub(crate) struct Faulty {
    pub(crate) inner: MemoryEvents,
    pub(crate) dice: Mutex<Dice>,
    pub(crate) fails_in: AtomicU64,
    /// Nothing can be written.
    pub(crate) full: AtomicBool,
    /// Leases that were given.
    pub(crate) leases: AtomicU64,
    /// What was settled, to be settled once more: as a network does that answers late, or twice.
    pub(crate) echoes: Mutex<Vec<Settled>>,
    pub(crate) steps: Arc<Steps>,
}

impl Faulty {
    /// A call that writes.
    async fn write<T>(&self, work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
        self.call(async {
            match self.full.load(Ordering::Relaxed) {
                true => Err(StoreError::Unavailable("the disk is full".to_owned())),
                false => work.await,
            }
        })
        .await
    }

    /// Settles again what owners settled that are none any more, and ends again what has ended.
    pub(crate) async fn echo(&self) {
        let echoes = std::mem::take(&mut *self.echoes.lock().unwrap());
        for (lease, mut settlements) in echoes {
            if self.inner.renew(lease, Timestamp(i64::MAX)).await.is_ok() {
                settlements.retain(|(_, how)| *how == Settlement::Done);
                self.inner.settle(lease, settlements).await.unwrap();
            } else {
                assert_eq!(self.inner.settle(lease, settlements).await, Err(StoreError::Fenced));
            }
        }
    }

    async fn call<T>(&self, work: impl Future<Output = Result<T, StoreError>>) -> Result<T, StoreError> {
        self.steps.step().await;
        let roll = |sides| self.dice.lock().unwrap().roll(sides);
        tokio::time::sleep(Duration::from_millis(roll(8))).await;
        let failure = || Err(StoreError::Unavailable("simulated".to_owned()));
        let fails_in = self.fails_in.load(Ordering::Relaxed);
        match if fails_in == 0 { 2 } else { roll(fails_in * 2) } {
            0 => failure(),
            1 => {
                let _ = work.await;
                failure()
            }
            _ => {
                let answer = work.await;
                self.steps.step().await;
                tokio::time::sleep(Duration::from_millis(roll(8))).await;
                answer
            }
        }
    }
}

#[async_trait]
impl EventQueue for Faulty {
    fn partitions(&self) -> u32 {
        self.inner.partitions()
    }

    async fn enqueue(&self, events: Vec<QueuedEvent<Bytes>>) -> Result<(), StoreError> {
        self.write(self.inner.enqueue(events)).await
    }

    async fn admit(&self, events: Vec<QueuedEvent<Bytes>>) -> Result<(), StoreError> {
        self.write(self.inner.admit(events)).await
    }

    async fn lease(
        &self,
        p: u32,
        o: &str,
        now: Timestamp,
        until: Timestamp,
    ) -> Result<Option<Lease>, StoreError> {
        let lease = self.write(self.inner.lease(p, o, now, until)).await;
        self.leases.fetch_add(u64::from(!matches!(lease, Ok(None))), Ordering::Relaxed);
        lease
    }

    async fn renew(&self, lease: Lease, until: Timestamp) -> Result<(), StoreError> {
        self.write(self.inner.renew(lease, until)).await
    }

    async fn release(&self, lease: Lease) -> Result<(), StoreError> {
        self.write(self.inner.release(lease)).await
    }

    async fn claim(
        &self,
        lease: Lease,
        now: Timestamp,
        claim: Claim,
    ) -> Result<Vec<ClaimedEvent>, StoreError> {
        self.write(self.inner.claim(lease, now, claim)).await
    }

    async fn event(&self, number: EventNumber) -> Result<Option<QueuedEvent<Bytes>>, StoreError> {
        self.call(self.inner.event(number)).await
    }

    async fn settle(&self, lease: Lease, all: Vec<(EventNumber, Settlement)>) -> Result<(), StoreError> {
        self.echoes.lock().unwrap().push((lease, all.clone()));
        self.write(self.inner.settle(lease, all)).await
    }

    async fn event_counts(&self, now: Timestamp) -> Result<EventCounts, StoreError> {
        self.call(self.inner.event_counts(now)).await
    }
}

/// What a function does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Does {
    Succeeds,
    Fails,
    /// Fails, then succeeds.
    FailsAtFirst,
    IsThrottled,
    HasNoConcurrency,
    IsGone,
    /// Ends the process whenever it runs.
    Kills,
    Panics,
    /// Succeeds where none other runs, and is throttled otherwise.
    RunsAlone,
    /// Any of the first four.
    Anything,
}

pub(crate) struct World {
    pub(crate) dice: Mutex<Dice>,
    pub(crate) does: Mutex<HashMap<FunctionName, (Does, EventPolicy)>>,
    /// Begun runs by request id.
    pub(crate) runs: Mutex<BTreeMap<String, u32>>,
    /// When each run began, by function.
    pub(crate) begun: Mutex<Vec<(Timestamp, FunctionName)>>,
    /// All payloads that ran, by function.
    pub(crate) payloads: Mutex<Vec<(FunctionName, Bytes)>>,
    /// Request ids with an end that was seen: a success, a record's subject, a dead letter.
    pub(crate) ends: Mutex<BTreeMap<String, Vec<String>>>,
    /// What the other services took.
    pub(crate) sent: Mutex<Vec<Outgoing>>,
    /// What becomes of a message, by the service in its ARN.
    pub(crate) services: Mutex<HashMap<&'static str, Service>>,
    /// What is said of the right to tell a target, question by question; then that there is one.
    pub(crate) rights: Mutex<HashMap<String, VecDeque<Result<(), MayNot>>>>,
    pub(crate) sending: AtomicU64,
    pub(crate) most_sending: AtomicU64,
    pub(crate) steps: Arc<Steps>,
    pub(crate) next: AtomicU64,
    pub(crate) running: AtomicU64,
    pub(crate) most_running: AtomicU64,
    clock: Arc<Virtual>,
}

impl World {
    pub(crate) fn end(&self, id: &str, how: &str) {
        self.ends.lock().unwrap().entry(id.to_owned()).or_default().push(how.to_owned());
    }

    fn roll(&self, sides: u64) -> u64 {
        self.dice.lock().unwrap().roll(sides)
    }
}

pub(crate) fn arn(name: &str) -> FunctionArn {
    let scope = Scope::new(AccountId::new("111111111111").unwrap(), Region::new("us-east-1").unwrap());
    FunctionArn::unqualified(scope, FunctionName::new(name).unwrap())
}

#[async_trait]
impl Functions for World {
    async fn policy(&self, target: &FunctionArn) -> Result<Option<Arc<EventPolicy>>, String> {
        let does = self.does.lock().unwrap();
        let found = does.get(&target.name).filter(|(does, _)| *does != Does::IsGone);
        Ok(found.map(|(_, policy)| Arc::new(policy.clone())))
    }

    async fn run(&self, event: QueuedEvent<Bytes>, _: u32) -> Ran {
        let name = event.target.name.clone();
        // What there is no more may still have been found a moment ago.
        let does = self.does.lock().unwrap().get(&name).map_or(Does::IsGone, |(does, _)| *does);
        let does = match does {
            Does::Anything => match self.roll(6) {
                0 => Does::Fails,
                1 => Does::IsThrottled,
                _ => Does::Succeeds,
            },
            does => does,
        };
        let answer =
            |text: &str| Answer { payload: Bytes::from(text.to_owned()), executed_version: "$LATEST".into() };
        match does {
            Does::IsThrottled => return Ran::Throttled,
            Does::RunsAlone if self.running.load(Ordering::SeqCst) > 0 => return Ran::Throttled,
            Does::HasNoConcurrency => return Ran::NoConcurrency,
            Does::IsGone => return Ran::Gone,
            _ => {}
        }
        let id = event.request_id.to_string();
        let runs = {
            let mut runs = self.runs.lock().unwrap();
            let count = runs.entry(id.clone()).or_default();
            *count += 1;
            *count
        };
        self.begun.lock().unwrap().push((self.clock.now(), name.clone()));
        self.payloads.lock().unwrap().push((name, event.payload.clone()));
        let running = self.running.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_running.fetch_max(running, Ordering::SeqCst);
        let _guard = Guard(&self.running);
        if does == Does::Kills {
            self.steps.kill.notify_one();
            std::future::pending::<()>().await;
        }
        assert_ne!(does, Does::Panics, "simulated");
        let time = self.roll(300);
        tokio::time::sleep(Duration::from_millis(time)).await;
        if does == Does::Fails || (does == Does::FailsAtFirst && runs == 1) {
            return Ran::FunctionError(answer("{\"errorMessage\":\"m\"}"));
        }
        self.end(&id, "ran");
        Ran::Success(answer("{\"ok\":true}"))
    }

    async fn may_tell(&self, _: &FunctionArn, target: &str) -> Result<(), MayNot> {
        match self.rights.lock().unwrap().get_mut(target).and_then(VecDeque::pop_front) {
            Some(said) => said,
            None => Ok(()),
        }
    }

    fn caused_by(&self, _: &QueuedEvent<Bytes>) -> u64 {
        7
    }

    fn request_id(&self) -> Arc<str> {
        format!("new-{}", self.next.fetch_add(1, Ordering::Relaxed)).into()
    }
}

struct Guard<'a>(&'a AtomicU64);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// What another service does with a message; without one it takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    IsDown,
    Refuses,
    Hangs,
    /// Any of these, taking it and not saying so, or taking it.
    IsFlaky,
}

#[async_trait]
impl Outbound for World {
    async fn send(&self, message: &Outgoing) -> Result<(), SendError> {
        self.steps.step().await;
        let sending = self.sending.fetch_add(1, Ordering::SeqCst) + 1;
        self.most_sending.fetch_max(sending, Ordering::SeqCst);
        let _guard = Guard(&self.sending);
        let service = message.target.split(':').nth(2).unwrap();
        let does = self.services.lock().unwrap().get(service).copied();
        let down = Err(SendError::Unavailable("down".to_owned()));
        let mut silent = false;
        let does = match does {
            Some(Service::IsFlaky) => match self.roll(8) {
                0 => Some(Service::Hangs),
                1 | 2 => Some(Service::IsDown),
                3 => {
                    silent = true;
                    None
                }
                _ => None,
            },
            does => does,
        };
        tokio::time::sleep(Duration::from_millis(self.roll(50))).await;
        match does {
            Some(Service::IsDown | Service::IsFlaky) => return down,
            Some(Service::Refuses) => return Err(SendError::Refused("no".to_owned())),
            Some(Service::Hangs) => return std::future::pending().await,
            None => {}
        }
        self.end(&message.request_id, &format!("{:?}", message.purpose));
        self.sent.lock().unwrap().push(message.clone());
        self.steps.step().await;
        if silent { down } else { Ok(()) }
    }
}

/// A world with its queue.
pub(crate) struct Simulation {
    pub(crate) world: Arc<World>,
    pub(crate) queue: Arc<Faulty>,
    pub(crate) clock: Arc<Virtual>,
    pub(crate) settings: EventSettings,
}

impl Simulation {
    pub(crate) fn new(seed: u64) -> Self {
        let clock = Arc::new(Virtual { since: Instant::now(), off: AtomicI64::new(0) });
        let steps = Arc::new(Steps::default());
        let world = World {
            dice: Mutex::new(Dice(seed)),
            does: Mutex::default(),
            runs: Mutex::default(),
            begun: Mutex::default(),
            payloads: Mutex::default(),
            ends: Mutex::default(),
            sent: Mutex::default(),
            services: Mutex::default(),
            rights: Mutex::default(),
            sending: AtomicU64::new(0),
            most_sending: AtomicU64::new(0),
            steps: Arc::clone(&steps),
            next: AtomicU64::new(0),
            running: AtomicU64::new(0),
            most_running: AtomicU64::new(0),
            clock: Arc::clone(&clock),
        };
        let queue = Faulty {
            inner: MemoryEvents::new(2),
            dice: Mutex::new(Dice(seed ^ 1)),
            fails_in: AtomicU64::new(0),
            full: AtomicBool::new(false),
            leases: AtomicU64::new(0),
            echoes: Mutex::default(),
            steps,
        };
        Self { world: Arc::new(world), queue: Arc::new(queue), clock, settings: EventSettings::default() }
    }

    pub(crate) fn function(&self, name: &str, does: Does, policy: EventPolicy) {
        self.world.does.lock().unwrap().insert(FunctionName::new(name).unwrap(), (does, policy));
    }

    pub(crate) fn deleted(&self, name: &str) {
        self.world.does.lock().unwrap().remove(&FunctionName::new(name).unwrap());
    }

    pub(crate) fn service(&self, name: &'static str, does: Option<Service>) {
        let mut services = self.world.services.lock().unwrap();
        match does {
            Some(does) => services.insert(name, does),
            None => services.remove(name),
        };
    }

    /// Until the process is killed.
    pub(crate) async fn killed(&self) {
        self.world.steps.kill.notified().await;
    }

    /// A process that runs events, and its door.
    pub(crate) fn start(&self) -> (Events, Arc<Inbox>) {
        self.start_as("one")
    }

    pub(crate) fn start_as(&self, owner: &str) -> (Events, Arc<Inbox>) {
        let inbox = Inbox::new(Arc::clone(&self.queue) as _, Arc::default());
        let parts = EventParts {
            inbox: Arc::clone(&inbox),
            functions: Arc::clone(&self.world) as _,
            outbound: Arc::clone(&self.world) as _,
            clock: Arc::clone(&self.clock) as _,
            owner: owner.to_owned(),
        };
        (Events::start(parts, self.settings.clone()), inbox)
    }

    pub(crate) fn event(&self, id: &str, name: &str) -> QueuedEvent<Bytes> {
        QueuedEvent {
            request_id: id.into(),
            target: arn(name),
            accepted: self.clock.now(),
            trace_id: "Root=1".into(),
            payload: Bytes::from(format!("{{\"id\":\"{id}\"}}")),
            version: None,
            delivery: None,
        }
    }

    /// How often an event ran so far.
    pub(crate) fn runs(&self, id: &str) -> u32 {
        self.world.runs.lock().unwrap().get(id).copied().unwrap_or(0)
    }

    /// Until nothing is queued; at most a virtual day.
    pub(crate) async fn settled(&self) {
        for _ in 0..86_400 {
            if self.queue.inner.request_ids().is_empty() {
                return;
            }
            tokio::time::sleep(Duration::from_secs(1)).await;
        }
        panic!("still queued: {:?}", self.queue.inner.request_ids());
    }
}
