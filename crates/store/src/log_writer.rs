//! The functions' own log lines on their way to the log store.
//!
//! Handing lines over never blocks and never fails: they wait in a bounded queue, from which one task writes
//! them in batches. What finds the queue full is counted, and the stream itself says later how many lines it
//! lost.
//!
//! A stream may fill as much of the queue as it leaves free: one that floods it has half, two a third each, and so on, so
//! that there is always room for the lines of the others.
//!
//! What was used is handed over together with the lines that say so, and is never dropped: where it cannot be written, it is
//! added up, by function and day, until it can.
//!
//! Never here: a write in the caller's thread, a queue without a bound, a loss that nobody hears of.

use crate::{EVENT_OVERHEAD, LogBatch, LogIntake};
use domain::Clock;
use domain::log::{LogEvent, LogSink, LogStreamName};
use domain::meter::{Amounts, MeterKey, Metered};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, watch};

/// How much may wait.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LogWriterLimits {
    /// Events in the queue and in the batch that is being written, each.
    pub events: usize,
    /// Bytes of messages in the queue and in the batch that is being written, each; an event counts for
    /// [`EVENT_OVERHEAD`] more.
    pub bytes: usize,
    /// How long a batch gathers, so that lines that come close together share a transaction.
    pub linger: Duration,
}

impl Default for LogWriterLimits {
    fn default() -> Self {
        Self { events: 65_536, bytes: 16 * 1024 * 1024, linger: Duration::from_millis(20) }
    }
}

/// Streams whose losses are counted one by one; losses of further ones are only counted together.
const MAX_LOSERS: usize = 10_000;

/// A [`LogSink`] that writes to a [`LogIntake`]. When the last reference goes, what waits is still written as long
/// as the async runtime lives; call [`LogWriter::flush`] before it ends.
pub struct LogWriter {
    shared: Arc<Shared>,
}

struct Shared {
    limits: LogWriterLimits,
    queue: Mutex<Queue>,
    /// There is something to write, or the writer was dropped.
    work: Notify,
    /// Somebody waits: do not linger.
    hurry: Notify,
    /// How many hand-overs are written or given up.
    settled: watch::Sender<u64>,
}

#[derive(Default)]
struct Queue {
    batches: Vec<LogBatch>,
    used: Room,
    /// By whom.
    users: HashMap<LogStreamName, User>,
    /// Hand-overs so far.
    taken: u64,
    losses: HashMap<LogStreamName, u64>,
    metered: HashMap<MeterKey, Amounts>,
    /// Of all streams, since the start.
    lost: u64,
    closed: bool,
}

/// What a stream has in the queue: one batch, however its events and others' took turns.
struct User {
    room: Room,
    batch: usize,
}

/// A part of the queue.
#[derive(Clone, Copy, Default)]
struct Room {
    events: usize,
    bytes: usize,
}

impl Room {
    fn add(&mut self, message: &str) {
        self.events += 1;
        self.bytes += cost(message);
    }
}

fn cost(message: &str) -> usize {
    message.len() + EVENT_OVERHEAD as usize
}

impl LogWriter {
    /// Starts the task that writes, on the async runtime of the caller.
    pub fn start(store: Arc<dyn LogIntake>, clock: Arc<dyn Clock>, limits: LogWriterLimits) -> Self {
        let shared = Arc::new(Shared {
            limits,
            queue: Mutex::default(),
            work: Notify::new(),
            hurry: Notify::new(),
            settled: watch::Sender::new(0),
        });
        tokio::spawn(write_all(Arc::clone(&shared), store, clock));
        Self { shared }
    }

    /// Waits until all that was handed over before is readable, or has been given up and counted.
    pub async fn flush(&self) {
        let target = self.shared.with(|queue| queue.taken);
        self.shared.hurry.notify_one();
        let mut settled = self.shared.settled.subscribe();
        // It cannot fail: the sender is in `shared`, which outlives this call.
        let _ = settled.wait_for(|done| *done >= target).await;
    }

    /// Events that were dropped since the start, because the queue was full or the store failed.
    pub fn lost(&self) -> u64 {
        self.shared.with(|queue| queue.lost)
    }
}

impl LogSink for LogWriter {
    fn append(&self, stream: &LogStreamName, events: Vec<LogEvent>) {
        if events.is_empty() {
            return;
        }
        let limits = self.shared.limits;
        self.shared.with(|queue| queue.take(stream, events, limits));
        self.shared.work.notify_one();
    }

    fn append_metered(&self, stream: &LogStreamName, events: Vec<LogEvent>, metered: Metered) {
        let limits = self.shared.limits;
        self.shared.with(|queue| {
            queue.take(stream, events, limits);
            queue.meter(metered);
        });
        self.shared.work.notify_one();
    }
}

impl Drop for LogWriter {
    fn drop(&mut self) {
        self.shared.with(|queue| queue.closed = true);
        self.shared.work.notify_one();
        self.shared.hurry.notify_one();
    }
}

impl Shared {
    fn with<T>(&self, work: impl FnOnce(&mut Queue) -> T) -> T {
        work(&mut self.queue.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Waits, unless somebody is in a hurry.
    async fn pause(&self, time: Duration) {
        tokio::select! {
            () = tokio::time::sleep(time) => {}
            () = self.hurry.notified() => {}
        }
    }
}

impl Queue {
    /// Takes as many of the events, from the first on, as there is room for, and counts the others.
    fn take(&mut self, stream: &LogStreamName, mut events: Vec<LogEvent>, limits: LogWriterLimits) {
        self.taken += 1;
        let mut own = self.users.get(stream).map(|user| user.room).unwrap_or_default();
        let mut fitting = 0;
        for event in &events {
            let (used, message) = (self.used, &event.message);
            let fits = own.events + used.events < limits.events
                && own.bytes + used.bytes + cost(message) <= limits.bytes;
            if !fits {
                break;
            }
            own.add(message);
            self.used.add(message);
            fitting += 1;
        }
        let left_over = (events.len() - fitting) as u64;
        if left_over > 0 {
            self.lost += left_over;
            self.owe_notice(stream, left_over);
            events.truncate(fitting);
        }
        if events.is_empty() {
            return;
        }
        match self.users.get_mut(stream) {
            Some(user) => {
                user.room = own;
                if let Some(batch) = self.batches.get_mut(user.batch) {
                    batch.events.extend(events);
                }
            }
            None => {
                self.users.insert(stream.clone(), User { room: own, batch: self.batches.len() });
                self.batches.push(LogBatch { stream: stream.clone(), events });
            }
        }
    }

    fn meter(&mut self, Metered { key, amounts }: Metered) {
        *self.metered.entry(key).or_default() += amounts;
    }

    /// The stream is to say that it lost so many events.
    fn owe_notice(&mut self, stream: &LogStreamName, events: u64) {
        if let Some(count) = self.losses.get_mut(stream) {
            *count += events;
        } else if self.losses.len() < MAX_LOSERS {
            self.losses.insert(stream.clone(), events);
        }
    }

    fn is_idle(&self) -> bool {
        self.batches.is_empty() && self.losses.is_empty() && self.metered.is_empty()
    }
}

/// How long the task waits after the store failed; lines go on gathering up to the limits.
const AFTER_FAILURE: Duration = Duration::from_millis(500);

async fn write_all(shared: Arc<Shared>, store: Arc<dyn LogIntake>, clock: Arc<dyn Clock>) {
    loop {
        let (idle, closed) = shared.with(|queue| (queue.is_idle(), queue.closed));
        if idle && closed {
            return;
        }
        if idle {
            shared.work.notified().await;
            continue;
        }
        if !closed {
            shared.pause(shared.limits.linger).await;
        }
        if !write_round(&shared, store.as_ref(), clock.as_ref()).await {
            if closed {
                return;
            }
            shared.pause(AFTER_FAILURE).await;
        }
    }
}

/// Writes all that waits, and says whether the store took it.
async fn write_round(shared: &Shared, store: &dyn LogIntake, clock: &dyn Clock) -> bool {
    let now = clock.now();
    let (mut batches, losses, metered, events, taken) = shared.with(|queue| {
        queue.users.clear();
        let events = std::mem::take(&mut queue.used).events;
        let (batches, losses) = (std::mem::take(&mut queue.batches), std::mem::take(&mut queue.losses));
        (batches, losses, std::mem::take(&mut queue.metered), events, queue.taken)
    });
    let metered: Vec<_> = metered.into_iter().map(|(key, amounts)| Metered { key, amounts }).collect();
    let counts: Vec<_> = batches.iter().map(|b| (b.stream.clone(), b.events.len() as u64)).collect();
    for (stream, count) in &losses {
        let message = format!("{count} log events were dropped: they came faster than they could be kept");
        batches.push(LogBatch { stream: stream.clone(), events: vec![LogEvent { timestamp: now, message }] });
    }
    let written = store.take_in(batches, metered.clone(), now).await;
    if let Err(error) = &written {
        tracing::error!(%error, events, "log events are lost");
        shared.with(|queue| {
            queue.lost += events as u64;
            metered.into_iter().for_each(|metered| queue.meter(metered));
            counts.iter().for_each(|(stream, count)| queue.owe_notice(stream, *count));
            losses.iter().for_each(|(stream, count)| queue.owe_notice(stream, *count));
        });
    }
    shared.settled.send_replace(taken);
    written.is_ok()
}
