//! The one rendezvous between invocations and a runtime.
//!
//! The worker offers an invocation and waits for the reply; the HTTP side takes it and brings the reply. A session
//! outlives the runtime's process: [`Session::start`] begins a new generation, and what comes late from an
//! earlier one changes nothing.
//!
//! Never here: IO, timers, processes.

mod guards;

pub(crate) use guards::{InitErrorGuard, ReplyGuard};

use crate::extensions::{Extensions, Function};
use crate::machine::{Answering, Event, Machine, Phase, Verdict};
use crate::refusal::Refusal;
use crate::stream::ResponseSink;
use crate::telemetry::Subscriptions;
use crate::times::{ReplyTimes, Times};
use bytes::Bytes;
use domain::{Clock, Invocation};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{oneshot, watch};

/// An invocation for a runtime.
#[derive(Clone, Debug)]
pub struct Handover {
    /// The event and its ids.
    pub invocation: Invocation<Bytes>,
    /// The time the function has from delivery on: `Lambda-Runtime-Deadline-Ms` is computed from it.
    pub timeout: Duration,
    /// Where a response goes that the runtime streams; without it such a one is gathered like any other.
    pub sink: Option<ResponseSink>,
}

/// What the runtime is given: the invocation and its deadline.
#[derive(Clone, Debug)]
pub(crate) struct Delivery {
    pub(crate) invocation: Arc<Invocation<Bytes>>,
    /// Milliseconds since the epoch.
    pub(crate) deadline_ms: i64,
}

/// What a runtime answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reply {
    /// The handler's response, as it came. Empty where it was streamed to the invocation's sink.
    Response(Bytes),
    /// The runtime reports an error of the handler.
    Error {
        /// From `Lambda-Runtime-Function-Error-Type`, else from the body's `errorType`.
        error_type: Option<String>,
        /// The body, as it came.
        payload: Bytes,
    },
    /// The body passed this many bytes.
    TooLarge(usize),
    /// The body broke off.
    Truncated,
}

impl Reply {
    fn bytes(&self) -> u64 {
        match self {
            Self::Response(payload) | Self::Error { payload, .. } => payload.len() as u64,
            Self::TooLarge(_) | Self::Truncated => 0,
        }
    }
}

/// What a runtime reported in place of its first `next`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InitError {
    /// As in [`Reply::Error`].
    pub error_type: Option<String>,
    /// The body, as it came.
    pub payload: Bytes,
}

/// See the module's documentation.
pub struct Session {
    clock: Arc<dyn Clock>,
    extensions: Extensions,
    subscriptions: OnceLock<Arc<dyn Subscriptions>>,
    state: Mutex<State>,
    phase: watch::Sender<Phase>,
    restoring: watch::Sender<Restoring>,
    credentials: OnceLock<Bytes>,
}

/// How far a runtime is that asks to be restored before it asks for events.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Restoring {
    /// It is not to.
    #[default]
    Never,
    /// It will.
    Expected,
    /// It asked, and waits.
    Asked,
    /// It goes on with this.
    Restored(Bytes),
}

#[derive(Default)]
struct State {
    generation: u64,
    machine: Machine,
    parked: Vec<(u64, oneshot::Sender<Delivery>)>,
    next_token: u64,
    current: Option<Current>,
    init_error: Option<InitError>,
    /// To be called when the runtime waits for an event.
    when_ready: Option<Hook>,
}

type Hook = Box<dyn FnOnce() + Send>;

impl State {
    /// What is to be called now, without the lock.
    fn ready(&mut self) -> Option<Hook> {
        self.when_ready.take_if(|_| self.machine.is_waiting())
    }
}

struct Current {
    invocation: Arc<Invocation<Bytes>>,
    timeout: Duration,
    delivery: Option<Delivery>,
    delivered: Option<oneshot::Sender<()>>,
    reply: Option<oneshot::Sender<Reply>>,
    sink: Option<ResponseSink>,
    times: Times,
    /// Bytes of a streamed response that were taken so far.
    sent: Arc<AtomicU64>,
    /// Bytes of a reply that did not come as a stream.
    whole: u64,
}

impl Current {
    /// The first delivery sets the deadline; a repeated one repeats it.
    fn deliver(&mut self, clock: &dyn Clock) -> Delivery {
        if let Some(delivered) = self.delivered.take() {
            let _ = delivered.send(());
            self.times.delivered = Some((clock.now(), Instant::now()));
        }
        let delivery = self.delivery.get_or_insert_with(|| {
            let timeout = i64::try_from(self.timeout.as_millis()).unwrap_or(i64::MAX);
            let deadline_ms = clock.now().0.saturating_add(timeout);
            Delivery { invocation: Arc::clone(&self.invocation), deadline_ms }
        });
        delivery.clone()
    }
}

impl Session {
    /// A session whose runtime has not started.
    pub fn new(clock: Arc<dyn Clock>, function: Function) -> Arc<Self> {
        let extensions = Extensions::new(Arc::clone(&clock), function);
        Arc::new(Self {
            clock,
            extensions,
            subscriptions: OnceLock::new(),
            state: Mutex::default(),
            phase: watch::Sender::new(Phase::Starting),
            restoring: watch::Sender::new(Restoring::Never),
            credentials: OnceLock::new(),
        })
    }

    /// The extensions beside the runtime.
    pub fn extensions(&self) -> &Extensions {
        &self.extensions
    }

    /// Says who takes the extensions' subscriptions to telemetry; the first word counts. Without, they are answered that
    /// there is none, as by AWS's emulator.
    pub fn take_subscriptions(&self, subscriptions: Arc<dyn Subscriptions>) {
        let _ = self.subscriptions.set(subscriptions);
    }

    pub(crate) fn subscriptions(&self) -> Option<&dyn Subscriptions> {
        self.subscriptions.get().map(|subscriptions| &**subscriptions)
    }

    /// New processes of the runtime and of the extensions start; everything of the earlier ones is forgotten.
    pub fn start(&self) {
        self.extensions.start();
        self.restoring.send_replace(Restoring::Never);
        let mut state = self.lock();
        *state = State { generation: state.generation + 1, next_token: state.next_token, ..State::default() };
        self.publish(&state);
    }

    /// The runtime is to ask for its restoring (`GET …/restore/next`) when it is initialised. To be said after
    /// [`Self::start`]; without it there is no such path.
    pub fn expect_restoring(&self) {
        self.restoring.send_replace(Restoring::Expected);
    }

    /// Says what whoever asks for credentials in the sandbox is answered: the JSON of AWS's container credentials.
    pub fn give_credentials(&self, json: Bytes) {
        let _ = self.credentials.set(json);
    }

    /// `GET /2021-04-23/credentials`.
    pub(crate) fn credentials(&self) -> Option<Bytes> {
        self.credentials.get().cloned()
    }

    /// Waits until the runtime asks for its restoring: it is as it is to be kept.
    pub async fn asked_for_restoring(&self) {
        let mut restoring = self.restoring.subscribe();
        let _ = restoring.wait_for(|now| matches!(now, Restoring::Asked | Restoring::Restored(_))).await;
    }

    /// The runtime is restored, or goes on as it is: its request, now or when it comes again, is answered with this.
    pub fn restore(&self, answer: Bytes) {
        self.restoring.send_replace(Restoring::Restored(answer));
    }

    /// `GET …/restore/next`. `None` where there is nothing to restore.
    pub(crate) async fn restore_next(&self) -> Option<Bytes> {
        self.restoring.send_if_modified(|now| {
            let expected = *now == Restoring::Expected;
            if expected {
                *now = Restoring::Asked;
            }
            expected
        });
        let mut restoring = self.restoring.subscribe();
        let now =
            restoring.wait_for(|now| *now != Restoring::Asked && *now != Restoring::Expected).await.ok()?;
        match &*now {
            Restoring::Restored(answer) => Some(answer.clone()),
            _ => None,
        }
    }

    /// Waits for the end of the runtime's initialisation: its first `next`, or its `init/error`.
    pub async fn initialized(&self) -> Result<(), InitError> {
        let mut phase = self.phase.subscribe();
        // The sender is ours, so that waiting cannot fail.
        let _ = phase.wait_for(|phase| !matches!(phase, Phase::Starting | Phase::InitFailing)).await;
        self.lock().init_error.take().map_or(Ok(()), Err)
    }

    /// Waits until the runtime waits for an event.
    pub async fn ready(&self) {
        let mut phase = self.phase.subscribe();
        let _ = phase.wait_for(|phase| *phase == Phase::Ready).await;
    }

    /// Calls `then` once the runtime waits for an event: at once if it does, else from within its request. A new start
    /// and another call forget it. It costs less than a task that waits.
    pub fn when_ready(&self, then: impl FnOnce() + Send + 'static) {
        let mut state = self.lock();
        state.when_ready = Some(Box::new(then));
        let ready = state.ready();
        drop(state);
        if let Some(ready) = ready {
            ready();
        }
    }

    /// Whether the runtime waits for an event now.
    pub fn is_ready(&self) -> bool {
        self.lock().machine.is_waiting()
    }

    /// How the reply to the last invocation came; `None` before its end.
    pub fn reply_times(&self) -> Option<ReplyTimes> {
        self.lock().current.as_ref()?.times.of_reply()
    }

    /// Bytes of the reply to the last invocation that were taken until now, also where the reply breaks off.
    pub fn bytes_out(&self) -> u64 {
        let state = self.lock();
        state.current.as_ref().map_or(0, |current| current.sent.load(Ordering::Relaxed) + current.whole)
    }

    /// Offers an invocation. It is handed over at once where the runtime waits, else at its next `next`; extensions are
    /// told of it before. A runtime has one invocation at a time: a second one is dropped, and its exchange ends with
    /// `None`.
    pub fn exchange(self: &Arc<Self>, handover: Handover) -> Exchange {
        let (delivered_sender, delivered) = oneshot::channel();
        let (reply_sender, reply) = oneshot::channel();
        let mut state = self.lock();
        let generation = state.generation;
        let verdict = state.machine.step(Event::Offer(&handover.invocation.id));
        let accepted = !matches!(verdict, Verdict::Refuse(_));
        if accepted {
            self.extensions.invoke(&handover.invocation, handover.timeout);
            let mut current = Current {
                invocation: Arc::new(handover.invocation),
                timeout: handover.timeout,
                delivery: None,
                delivered: Some(delivered_sender),
                reply: Some(reply_sender),
                sink: handover.sink,
                times: Times::default(),
                sent: Arc::default(),
                whole: 0,
            };
            if verdict == Verdict::Deliver
                && let Some((_, request)) = state.parked.pop()
            {
                // A receiver that is just being dropped asks again: the event is then delivered once more.
                let _ = request.send(current.deliver(&*self.clock));
            }
            state.current = Some(current);
            self.publish(&state);
        }
        drop(state);
        Exchange { session: Arc::clone(self), generation, accepted, delivered, reply }
    }

    /// `GET …/invocation/next`: the event, at once or when there is one. `Err(None)` where the session started anew, also where
    /// it did since it was of this `generation`.
    pub(crate) async fn next(self: &Arc<Self>, generation: Option<u64>) -> Result<Delivery, Option<Refusal>> {
        let (parked, receiver, ready) = {
            let mut state = self.lock();
            if generation.is_some_and(|generation| generation != state.generation) {
                return Err(None);
            }
            if state.machine.phase() == Phase::Starting {
                self.extensions.close();
            }
            match state.machine.step(Event::Next) {
                Verdict::Refuse(refusal) => return Err(Some(refusal)),
                Verdict::Deliver => {
                    let delivery = state.current.as_mut().map(|current| current.deliver(&*self.clock));
                    self.publish(&state);
                    return delivery.ok_or(None);
                }
                Verdict::Park | Verdict::Accept => {
                    let (sender, receiver) = oneshot::channel();
                    let token = state.next_token;
                    state.next_token += 1;
                    state.parked.push((token, sender));
                    self.publish(&state);
                    (Parked { session: self, token }, receiver, state.ready())
                }
            }
        };
        if let Some(ready) = ready {
            ready();
        }
        let delivery = receiver.await.map_err(|_| None);
        drop(parked);
        delivery
    }

    /// The head of an answer came. The guard must be given the reply; dropped without, the answer was broken off.
    pub(crate) fn begin_reply(
        self: &Arc<Self>,
        id: &str,
        answering: Answering,
    ) -> Result<ReplyGuard, Refusal> {
        let mut state = self.lock();
        match state.machine.step(Event::BeginReply(id, answering)) {
            Verdict::Refuse(refusal) => Err(refusal),
            _ => {
                let mut current = state.current.as_mut();
                if let Some(current) = &mut current {
                    current.times.began = Some(Instant::now());
                }
                let sent = current.as_ref().map(|current| Arc::clone(&current.sent)).unwrap_or_default();
                let stream = current.and_then(|current| Some((current.sink.take()?, current.reply.take()?)));
                Ok(ReplyGuard::new(Arc::clone(self), state.generation, stream, sent))
            }
        }
    }

    /// The head of an init error came: until the guard is gone there can be no other, so that a sandbox has one body
    /// in our memory at most. Dropped without the error, it was broken off, and the runtime may try again.
    pub(crate) fn begin_init_error(self: &Arc<Self>) -> Result<InitErrorGuard, Refusal> {
        let mut state = self.lock();
        match state.machine.step(Event::BeginInitError) {
            Verdict::Refuse(refusal) => Err(refusal),
            _ => {
                self.publish(&state);
                Ok(InitErrorGuard::new(Arc::clone(self), state.generation))
            }
        }
    }

    fn end_init_error(&self, generation: u64, error: Option<InitError>) {
        let mut state = self.lock();
        if state.generation != generation {
            return;
        }
        state.machine.step(Event::EndInitError(error.is_some()));
        state.init_error = error;
        self.publish(&state);
    }

    fn finish_reply(
        &self,
        generation: u64,
        reply: Reply,
        streamed: u64,
        sender: Option<oneshot::Sender<Reply>>,
    ) {
        let mut state = self.lock();
        if state.generation != generation {
            return;
        }
        state.machine.step(Event::EndReply);
        if let Some(current) = &mut state.current {
            current.whole = reply.bytes();
            let bytes = streamed + current.whole;
            current.times.ended = Some((Instant::now(), bytes));
        }
        let sender = sender.or_else(|| state.current.as_mut().and_then(|current| current.reply.take()));
        if let Some(sender) = sender {
            let _ = sender.send(reply);
        }
        self.publish(&state);
        let ready = state.ready();
        drop(state);
        if let Some(ready) = ready {
            ready();
        }
    }

    fn publish(&self, state: &State) {
        let phase = state.machine.phase();
        self.phase.send_if_modified(|old| std::mem::replace(old, phase) != phase);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A waiting `next`; dropped when it is served or its connection is gone.
struct Parked<'a> {
    session: &'a Session,
    token: u64,
}

impl Drop for Parked<'_> {
    fn drop(&mut self) {
        let mut state = self.session.lock();
        // Served, or of an earlier generation, where it is not in the list any more.
        if let Some(at) = state.parked.iter().position(|(token, _)| *token == self.token) {
            state.parked.remove(at);
            state.machine.step(Event::Unpark);
        }
    }
}

/// One invocation at the runtime. Dropped before delivery, it is taken back.
pub struct Exchange {
    session: Arc<Session>,
    generation: u64,
    /// Refused, it has nothing to take back.
    accepted: bool,
    delivered: oneshot::Receiver<()>,
    reply: oneshot::Receiver<Reply>,
}

impl Exchange {
    /// Waits for the delivery; false where the runtime was refused the invocation or started anew. To be awaited to
    /// its end once.
    pub async fn delivered(&mut self) -> bool {
        (&mut self.delivered).await.is_ok()
    }

    /// Waits for the reply; `None` where the runtime started anew. Cancelling the wait loses nothing. To be awaited to
    /// its end once.
    pub async fn reply(&mut self) -> Option<Reply> {
        (&mut self.reply).await.ok()
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        let mut state = self.session.lock();
        if self.accepted
            && state.generation == self.generation
            && state.current.as_ref().is_some_and(|current| current.delivered.is_some())
        {
            state.machine.step(Event::Withdraw);
            state.current = None;
        }
    }
}
