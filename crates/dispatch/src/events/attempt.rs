//! One claimed event: through one run, or to its end without one.

use super::decide::{Condition, Effect, Happened, State, decide};
use super::delivery::{self, Note, Purpose};
use super::lanes::Turn;
use super::record::{self, Last, Told};
use super::{AttributeValue, EventPolicy, MayNot, Ran, Shared};
use bytes::Bytes;
use domain::limits::{CHAIN_RUNS, MAX_ASYNC_PAYLOAD};
use domain::{FunctionArn, FunctionRef, Scope, Trace};
use metrics::What;
use std::fmt::Display;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use store::{ClaimedEvent, Delivery, Progress, QueuedEvent, Settlement, StoreError};

/// Takes an event as far as it gets now. What it says is to be written to the queue.
pub(super) async fn attempt(shared: &Shared, claimed: &mut ClaimedEvent) -> (Settlement, Turn) {
    let budget = shared.settings.payload_kib;
    let room = u32::try_from(claimed.payload_bytes.div_ceil(1_024)).unwrap_or(budget).clamp(1, budget);
    let room = shared.payloads.acquire_many(room).await;
    if room.is_err() || shared.stopping() {
        return (Settlement::Unclaimed, Turn::Neither);
    }
    let found = match claimed.event.take() {
        Some(event) => Ok(Some(event)),
        None => shared.queue().event(claimed.number).await,
    };
    let mut event = match found {
        Ok(Some(event)) => event,
        Ok(None) => return not_loaded(shared, claimed, Happened::Missing, None),
        Err(error) => {
            tracing::warn!(event = claimed.number.0, %error, "an event cannot be read");
            let unreadable = matches!(error, StoreError::Corrupt(_));
            let happened = if unreadable { Happened::Unreadable } else { Happened::NotRun };
            return not_loaded(shared, claimed, happened, None);
        }
    };
    if let Some(delivery) = event.delivery.take() {
        // Where it is delivered it has room of its own.
        drop(room);
        return delivery::attempt(shared, event, &delivery, claimed.progress).await;
    }
    match shared.parts.functions.policy(&event.target).await {
        Ok(Some(policy)) => {
            let state = State { accepted: event.accepted, progress: claimed.progress };
            Attempt { shared, policy, event, state, last: None }.go().await
        }
        Ok(None) => not_loaded(shared, claimed, Happened::Gone, Some(&event)),
        Err(why) => {
            tracing::warn!(function = %event.target, why, "an event waits: what is configured cannot be read");
            not_loaded(shared, claimed, Happened::NotRun, Some(&event))
        }
    }
}

/// Without knowing who is to hear of its end, no event ends because it is old.
fn not_loaded(
    shared: &Shared,
    claimed: &ClaimedEvent,
    happened: Happened,
    event: Option<&QueuedEvent<Bytes>>,
) -> (Settlement, Turn) {
    let ageless = EventPolicy { max_age: Duration::MAX, ..EventPolicy::default() };
    let state = State { accepted: shared.now(), progress: claimed.progress };
    let (_, effects) = decide(state, happened, &ageless, &shared.settings.schedule, shared.now());
    let mut settlement = Settlement::Unclaimed;
    for effect in effects {
        match effect {
            Effect::Discard(why) => match event {
                Some(event) => discard(shared, &event.target, &event.request_id, &why),
                None => {
                    shared.totals.discarded.fetch_add(1, Ordering::Relaxed);
                    tracing::error!(event = claimed.number.0, %why, "an event was discarded");
                }
            },
            Effect::Settle(how) => settlement = how,
            Effect::Run | Effect::Record(_) | Effect::DeadLetter(_) => {}
        }
    }
    (settlement, if happened == Happened::NotRun { Turn::NotRun } else { Turn::Neither })
}

fn discard(shared: &Shared, target: &FunctionArn, request_id: &str, why: &dyn Display) {
    shared.totals.discarded.fetch_add(1, Ordering::Relaxed);
    shared.metrics().count_of(target, What::AsyncEventsDropped);
    tracing::warn!(function = %target, request_id, %why, "an event was discarded");
}

struct Attempt<'a> {
    shared: &'a Shared,
    policy: Arc<EventPolicy>,
    event: QueuedEvent<Bytes>,
    state: State,
    last: Option<Last>,
}

/// Asked to stop before somebody was told: the event stays as it was.
struct Stopped;

impl Attempt<'_> {
    async fn go(mut self) -> (Settlement, Turn) {
        let mut turn = Turn::Neither;
        let mut effects = self.decide(Happened::Claimed);
        if effects == [Effect::Run] {
            let happened = self.run().await;
            turn = match happened {
                Happened::Succeeded | Happened::Failed => Turn::Ran,
                Happened::NotRun => Turn::NotRun,
                _ => Turn::Neither,
            };
            effects = self.decide(happened);
        }
        let settlement = self.carry_out(&effects).await.unwrap_or(Settlement::Unclaimed);
        (settlement, turn)
    }

    fn decide(&mut self, happened: Happened) -> Vec<Effect> {
        let schedule = &self.shared.settings.schedule;
        let (state, effects) = decide(self.state, happened, &self.policy, schedule, self.shared.now());
        self.state = state;
        effects
    }

    async fn run(&mut self) -> Happened {
        let waited = self.shared.now().0.saturating_sub(self.event.accepted.0);
        let waited = Duration::from_millis(u64::try_from(waited).unwrap_or(0));
        let attempt = self.state.progress.errors.saturating_add(1);
        let ran = self.shared.parts.functions.run(self.event.clone(), attempt).await;
        if matches!(ran, Ran::Success(_) | Ran::FunctionError(_)) {
            self.shared.metrics().time_of(&self.event.target, What::AsyncEventAge, waited);
        }
        match ran {
            Ran::Success(answer) => {
                self.last = Some(Last { answer, failed: false });
                Happened::Succeeded
            }
            Ran::FunctionError(answer) => {
                self.last = Some(Last { answer, failed: true });
                Happened::Failed
            }
            Ran::Throttled => Happened::NotRun,
            Ran::NoConcurrency => Happened::NoConcurrency,
            Ran::Recursive => {
                self.shared.totals.recursive.fetch_add(1, Ordering::Relaxed);
                Happened::Recursive
            }
            Ran::Broken(why) => {
                tracing::warn!(function = %self.event.target, request_id = %self.event.request_id, why, "an event waits");
                Happened::NotRun
            }
            Ran::Gone => Happened::Gone,
            Ran::Interrupted if self.shared.stopping() => Happened::Interrupted,
            // Nobody else may end it: that it runs again at once would never end.
            Ran::Interrupted => Happened::NotRun,
        }
    }

    async fn carry_out(&self, effects: &[Effect]) -> Result<Settlement, Stopped> {
        let totals = &self.shared.totals;
        let (mut messages, mut failed, mut settlement) = (Vec::new(), false, Settlement::Unclaimed);
        for effect in effects {
            match effect {
                Effect::Run => {}
                Effect::Record(condition) => {
                    if let Some(message) = self.record(*condition) {
                        messages.extend(self.permitted(message, *condition).await?);
                    }
                    failed |= *condition != Condition::Success;
                }
                Effect::DeadLetter(condition) => {
                    messages.extend(self.dead_letter(*condition));
                    failed = true;
                }
                Effect::Discard(why) => {
                    discard(self.shared, &self.event.target, &self.event.request_id, why);
                }
                Effect::Settle(how) => settlement = *how,
            }
        }
        self.keep(messages).await?;
        totals.failed.fetch_add(u64::from(failed), Ordering::Relaxed);
        if failed {
            self.shared.metrics().count_of(&self.event.target, What::AsyncEventsDropped);
        }
        if settlement == Settlement::Done && self.last.as_ref().is_some_and(|last| !last.failed) {
            totals.succeeded.fetch_add(1, Ordering::Relaxed);
        }
        Ok(settlement)
    }

    fn told(&self, condition: Condition) -> Told<'_> {
        Told {
            at: self.shared.now(),
            request_id: &self.event.request_id,
            function: &self.event.target,
            condition,
            invokes: self.state.invokes(condition),
            request: &self.event.payload,
            last: self.last.as_ref(),
        }
    }

    fn record(&self, condition: Condition) -> Option<QueuedEvent<Bytes>> {
        let target = self.destination(condition)?;
        let undelivered = |why: &dyn Display| {
            let QueuedEvent { target: function, request_id, .. } = &self.event;
            delivery::undelivered(self.shared, target, Purpose::Record, function, request_id, why);
            None
        };
        match (record::record(&self.told(condition), target), function(target)) {
            (Err(error), _) => undelivered(&error),
            // Its record would be stopped in turn, and the record of that, without an end.
            (Ok(_), Some(function))
                if condition == Condition::RecursiveInvocation
                    && self.trace().visits(&function.scope, &function.name) >= CHAIN_RUNS =>
            {
                undelivered(&"it is for a function of the same loop")
            }
            (Ok(body), Some(_)) if body.len() > MAX_ASYNC_PAYLOAD => {
                undelivered(&"it is larger than an event may be")
            }
            (Ok(body), Some(function)) => Some(self.message(function, None, body)),
            (Ok(body), None) => Some(self.to_elsewhere(target, Purpose::Record, condition, body, Vec::new())),
        }
    }

    /// A record for a function, if the role of the one that ran may invoke it. What goes elsewhere is asked about whenever it is
    /// sent, which is the same for an event of a function that tells another one.
    async fn permitted(
        &self,
        message: QueuedEvent<Bytes>,
        condition: Condition,
    ) -> Result<Option<QueuedEvent<Bytes>>, Stopped> {
        let Some(target) = self.destination(condition).filter(|_| message.delivery.is_none()) else {
            return Ok(Some(message));
        };
        let mut tries = 0;
        loop {
            match self.shared.parts.functions.may_tell(&self.event.target, target).await {
                Ok(()) => return Ok(Some(message)),
                Err(MayNot::Denied(why)) => {
                    let QueuedEvent { target: function, request_id, .. } = &self.event;
                    delivery::undelivered(self.shared, target, Purpose::Record, function, request_id, &why);
                    return Ok(None);
                }
                Err(MayNot::Unknown(why)) => {
                    tries += 1;
                    tracing::warn!(function = %self.event.target, why, "what became of an event waits for what decides about it");
                    self.wait(tries).await?;
                }
            }
        }
    }

    fn destination(&self, condition: Condition) -> Option<&String> {
        match condition {
            Condition::Success => self.policy.on_success.as_ref(),
            _ => self.policy.on_failure.as_ref(),
        }
    }

    /// With the function in its chain, as it ran with it. What is kept is whole, so nothing has to be made up.
    fn trace(&self) -> Trace {
        let QueuedEvent { target, trace_id, accepted, .. } = &self.event;
        let trace = Trace::follow(Some(trace_id), *accepted, [0; 20]).through(&target.scope, &target.name);
        match trace.sampled() {
            Some(true) => trace.within(self.shared.parts.functions.caused_by(&self.event)),
            _ => trace,
        }
    }

    fn dead_letter(&self, condition: Condition) -> Option<QueuedEvent<Bytes>> {
        let target = self.policy.dead_letter.as_ref()?;
        let attributes = record::attributes(&self.told(condition));
        let body = self.event.payload.clone();
        Some(self.to_elsewhere(target, Purpose::DeadLetter, condition, body, attributes))
    }

    fn to_elsewhere(
        &self,
        target: &str,
        purpose: Purpose,
        condition: Condition,
        body: Bytes,
        attributes: Vec<(String, AttributeValue)>,
    ) -> QueuedEvent<Bytes> {
        let request_id = self.event.request_id.to_string();
        let note = Note { purpose, condition, request_id, attributes };
        let delivery = Delivery { destination: target.into(), note: note.to_text().into() };
        self.message(self.event.target.clone(), Some(delivery), body)
    }

    fn message(&self, target: FunctionArn, delivery: Option<Delivery>, payload: Bytes) -> QueuedEvent<Bytes> {
        QueuedEvent {
            request_id: self.shared.parts.functions.request_id(),
            target,
            accepted: self.shared.now(),
            trace_id: self.trace().to_string().into(),
            payload,
            version: None,
            delivery,
        }
    }

    /// A message is an event like any other, and as durable; whether a function that is told exists is seen when it
    /// runs.
    async fn keep(&self, messages: Vec<QueuedEvent<Bytes>>) -> Result<(), Stopped> {
        if messages.is_empty() {
            return Ok(());
        }
        let mut tries = 0;
        while let Err(error) = self.shared.parts.inbox.forward(messages.clone()).await {
            tries += 1;
            tracing::warn!(function = %self.event.target, %error, "what became of an event waits for the queue");
            self.wait(tries).await?;
        }
        Ok(())
    }

    async fn wait(&self, tries: u32) -> Result<(), Stopped> {
        let waited = self.shared.pause(self.shared.settings.schedule.backoff(tries)).await;
        if waited { Ok(()) } else { Err(Stopped) }
    }
}

/// The function that a destination is.
fn function(arn: &str) -> Option<FunctionArn> {
    let found = FunctionRef::parse(arn).ok().filter(|_| arn.starts_with("arn:"))?;
    let scope = Scope::new(found.account?, found.region?);
    Some(FunctionArn { scope, name: found.name, qualifier: found.qualifier })
}

/// For an event whose attempt itself broke.
pub(super) fn broken(shared: &Shared, claimed: Progress) -> (Settlement, Turn) {
    let progress = Progress { backoffs: claimed.backoffs.saturating_add(1), ..claimed };
    let due = super::after(shared.now(), shared.settings.schedule.backoff(progress.backoffs));
    (Settlement::Later { due, progress }, Turn::NotRun)
}
