//! One subscriber: its buffer, and the task that empties it.

use super::budget::Budget;
use super::buffer::{Batch, Buffer, Due, Framing};
use super::delivery::{self, Line};
use super::message::Message;
use crate::logs::Event;
use domain::Clock;
use runtime_api::{Destination, Subscription, TelemetryApi};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, watch};
use tokio::task::AbortHandle;
use tokio::time::{Instant, sleep_until};

/// In the words of AWS's reference.
const FALLEN_BEHIND: &str =
    "Consumer seems to have fallen behind as it has not acknowledged receipt of logs.";

/// See the module's documentation. Dropping it ends the task.
pub(super) struct Subscriber {
    pub(super) name: Arc<str>,
    outbox: Arc<Outbox>,
    task: AbortHandle,
}

/// What those who speak and the task share.
pub(super) struct Outbox {
    clock: Arc<dyn Clock>,
    state: Mutex<State>,
    /// [`Buffer::due`] has changed.
    wake: Notify,
    /// Whether nothing is buffered or on its way.
    idle: watch::Sender<bool>,
}

struct State {
    subscription: Subscription,
    buffer: Buffer,
    sending: bool,
}

impl Subscriber {
    pub(super) fn start(
        name: Arc<str>,
        subscription: Subscription,
        budget: Budget,
        clock: Arc<dyn Clock>,
        line: Line,
    ) -> Self {
        let buffer = Buffer::new(subscription.buffering, framing(&subscription.destination), budget);
        let outbox = Arc::new(Outbox {
            clock,
            state: Mutex::new(State { subscription, buffer, sending: false }),
            wake: Notify::new(),
            idle: watch::Sender::new(true),
        });
        let task = tokio::spawn(delivery::deliver(Arc::clone(&outbox), line)).abort_handle();
        Self { name, outbox, task }
    }

    pub(super) fn api(&self) -> TelemetryApi {
        self.outbox.lock().subscription.version.api()
    }

    /// Subscribes anew: the same events, or others from now on, to somewhere else maybe. False where what is buffered would
    /// not be understood there.
    pub(super) fn change(&self, wanted: &Subscription) -> bool {
        let mut state = self.outbox.lock();
        let fits = state.subscription.version == wanted.version
            && framing(&state.subscription.destination) == framing(&wanted.destination);
        if fits {
            state.buffer.limits = wanted.buffering;
            state.subscription = wanted.clone();
            drop(state);
            self.outbox.wake.notify_one();
        }
        fits
    }

    /// Takes a message, if it is for this subscriber.
    pub(super) fn take(&self, message: &Message, json: bool) {
        let mut state = self.outbox.lock();
        let Subscription { types, version, .. } = state.subscription;
        let Some(text) = message.render(types, version, json) else { return };
        let changed = state.buffer.push(&text, Instant::now());
        self.outbox.publish(&state);
        drop(state);
        if changed {
            self.outbox.wake.notify_one();
        }
    }

    /// Sends what is buffered without waiting for more.
    pub(super) fn flush(&self) {
        self.outbox.lock().buffer.flush();
        self.outbox.wake.notify_one();
    }

    /// The same; tells when nothing is left.
    pub(super) fn flush_and_watch(&self) -> watch::Receiver<bool> {
        self.flush();
        self.outbox.idle.subscribe()
    }
}

impl Drop for Subscriber {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Outbox {
    /// Waits for the next batch that is due.
    pub(super) async fn next(&self) -> Batch {
        loop {
            let due = {
                let mut state = self.lock();
                match state.buffer.due() {
                    Due::Now => match self.take(&mut state) {
                        Some(batch) => return batch,
                        None => Due::Never,
                    },
                    Due::At(time) if time <= Instant::now() => match self.take(&mut state) {
                        Some(batch) => return batch,
                        None => Due::Never,
                    },
                    due => due,
                }
            };
            match due {
                Due::At(time) => tokio::select! {
                    () = sleep_until(time) => {}
                    () = self.wake.notified() => {}
                },
                Due::Now | Due::Never => self.wake.notified().await,
            }
        }
    }

    /// Where batches go now.
    pub(super) fn destination(&self) -> Destination {
        self.lock().subscription.destination.clone()
    }

    /// A batch is delivered, or given up.
    pub(super) fn done(&self, batch: &Batch, delivered: bool) {
        let mut state = self.lock();
        state.sending = false;
        if !delivered {
            state.buffer.count_dropped(batch.items, batch.bytes);
        }
        self.publish(&state);
    }

    /// The next batch. If events were dropped, that is told in the one after it.
    fn take(&self, state: &mut State) -> Option<Batch> {
        let batch = state.buffer.take();
        state.sending = batch.is_some();
        if let Some((lines, bytes)) = state.buffer.take_dropped() {
            let event = Event::Dropped { lines, bytes, reason: FALLEN_BEHIND };
            let message = Message::Platform { event, at: self.clock.now() };
            let Subscription { types, version, .. } = state.subscription;
            if let Some(text) = message.render(types, version, false) {
                state.buffer.push(&text, Instant::now());
            }
        }
        batch
    }

    fn publish(&self, state: &State) {
        let idle = !state.sending && state.buffer.is_empty();
        self.idle.send_if_modified(|old| std::mem::replace(old, idle) != idle);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn framing(destination: &Destination) -> Framing {
    match destination {
        Destination::Http { .. } => Framing::Array,
        Destination::Tcp { .. } => Framing::Lines,
    }
}
