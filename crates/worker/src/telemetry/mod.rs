//! Telemetry for extensions: what happens in an environment, to those of its extensions that subscribed.
//!
//! Where nobody subscribed, an event costs one look at an atomic. Whoever says something here never waits: events are
//! rendered into a bounded buffer for each subscriber, which a task of its own empties. A subscriber that is slow or gone
//! loses events, and is told how many.
//!
//! Never here: what the events mean; the log itself.

mod budget;
mod buffer;
mod client;
mod delivery;
mod history;
mod message;
mod subscriber;

pub(crate) use budget::Budget;

use crate::logs::{Api, Event, Origin};
use domain::function::LogFormat;
use domain::{Clock, FunctionConfig, Timestamp};
use history::History;
use message::Message;
use runtime_api::{NotSubscribed, Subscription, TelemetryApi};
use sandbox::Connector;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;
use subscriber::Subscriber;
use tokio::sync::watch;
use tokio::time::{Instant, timeout_at};

/// See the module's documentation.
pub(crate) struct Telemetry {
    /// Whether anybody may want to know what happens.
    listens: AtomicBool,
    /// Whether JSON that the function writes may be passed on as objects.
    json: bool,
    connector: Arc<dyn Connector>,
    budget: Budget,
    clock: Arc<dyn Clock>,
    /// False while the environment is frozen: then nothing is sent.
    running: watch::Sender<bool>,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// What happened in the init phase that is under way, for those who subscribe in it.
    history: Option<History>,
    subscribers: Vec<Subscriber>,
}

impl Telemetry {
    /// For an environment whose processes `connector` reaches. `budget` is shared by all environments.
    pub(crate) fn new(
        function: &FunctionConfig,
        connector: Arc<dyn Connector>,
        budget: Budget,
        clock: Arc<dyn Clock>,
    ) -> Arc<Self> {
        Arc::new(Self {
            listens: AtomicBool::new(false),
            json: function.logging.format == LogFormat::Json,
            connector,
            budget,
            clock,
            running: watch::Sender::new(true),
            state: Mutex::default(),
        })
    }

    /// Whether anybody may want to know what happens.
    pub(crate) fn listens(&self) -> bool {
        self.listens.load(Ordering::Acquire)
    }

    /// An init phase begins: extensions may subscribe. Earlier subscriptions stay, as on AWS: their extensions start again.
    pub(crate) fn begin_init(&self) {
        self.lock().history = Some(History::default());
        self.listens.store(true, Ordering::Release);
    }

    /// It is over.
    pub(crate) fn end_init(&self) {
        let mut state = self.lock();
        state.history = None;
        self.listens.store(!state.subscribers.is_empty(), Ordering::Release);
    }

    /// Something that the platform says.
    pub(crate) fn event(&self, event: &Event, at: Timestamp) {
        self.tell(&Message::Platform { event: event.clone(), at });
    }

    /// A line that a process wrote.
    pub(crate) fn log(&self, origin: Origin, at: Timestamp, text: &str) {
        self.tell(&Message::Line { origin, at, text: text.to_owned() });
    }

    fn tell(&self, message: &Message) {
        let mut state = self.lock();
        for subscriber in &state.subscribers {
            subscriber.take(message, self.json);
        }
        if let Some(history) = &mut state.history {
            history.add(message);
        }
    }

    /// Takes a subscription of the extension with this name, in place of an earlier one. What happened since the init
    /// phase began is its first. The event is to be said by the caller.
    pub(crate) fn subscribe(&self, name: &str, wanted: Subscription) -> Result<Event, NotSubscribed> {
        let mut state = self.lock();
        let State { history, subscribers } = &mut *state;
        let Some(history) = history else { return Err(NotSubscribed::Closed) };
        let api = wanted.version.api();
        let earlier = subscribers.iter().position(|subscriber| &*subscriber.name == name);
        if earlier.is_some_and(|at| subscribers[at].api() != api) {
            return Err(NotSubscribed::OtherApi);
        }
        let event = Event::Subscription {
            api: match api {
                TelemetryApi::Telemetry => Api::Telemetry,
                TelemetryApi::Logs => Api::Logs,
            },
            name: name.into(),
            state: if earlier.is_some() { "Already subscribed" } else { "Subscribed" },
            types: wanted.types.names(),
        };
        if earlier.is_some_and(|at| subscribers[at].change(&wanted)) {
            return Ok(event);
        }
        let subscriber = Subscriber::start(
            name.into(),
            wanted,
            self.budget.clone(),
            Arc::clone(&self.clock),
            delivery::Line { connector: Arc::clone(&self.connector), running: self.running.subscribe() },
        );
        history.replay(|message| subscriber.take(message, self.json));
        match earlier {
            Some(at) => subscribers[at] = subscriber,
            None => subscribers.push(subscriber),
        }
        Ok(event)
    }

    /// Sends what is buffered without waiting for more.
    pub(crate) fn flush(&self) {
        if self.listens() {
            self.lock().subscribers.iter().for_each(Subscriber::flush);
        }
    }

    /// The same, and waits until it has been sent or given up, for `patience` at most.
    pub(crate) async fn flushed(&self, patience: Duration) {
        if !self.listens() {
            return;
        }
        let idle: Vec<watch::Receiver<bool>> = {
            let state = self.lock();
            state.subscribers.iter().map(Subscriber::flush_and_watch).collect()
        };
        let deadline = Instant::now() + patience;
        for mut idle in idle {
            let _ = timeout_at(deadline, idle.wait_for(|idle| *idle)).await;
        }
    }

    /// The environment is frozen, or runs again: meanwhile nothing is sent, and no patience ends.
    pub(crate) fn set_running(&self, running: bool) {
        if self.listens() {
            self.running.send_replace(running);
        }
    }

    /// Sends no more.
    pub(crate) fn close(&self) {
        let mut state = self.lock();
        state.history = None;
        state.subscribers.clear();
        self.listens.store(false, Ordering::Release);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
