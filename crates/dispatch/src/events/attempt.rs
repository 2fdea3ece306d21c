//! One claimed event: through one run, or to its end without one.

use super::decide::{Condition, Effect, Happened, State, decide};
use super::lanes::Turn;
use super::record::{self, Last, Told};
use super::{EventPolicy, Outgoing, Ran, SendError, Shared};
use bytes::Bytes;
use domain::{FunctionArn, FunctionRef, Scope};
use std::sync::atomic::Ordering;
use std::time::Duration;
use store::{ClaimedEvent, Progress, QueuedEvent, Settlement};

/// Takes an event as far as it gets now. What it says is to be written to the queue.
pub(super) async fn attempt(shared: &Shared, claimed: &ClaimedEvent) -> (Settlement, Turn) {
    let budget = shared.settings.payload_kib;
    let room = u32::try_from(claimed.event.payload.div_ceil(1_024)).unwrap_or(budget).clamp(1, budget);
    let room = shared.payloads.acquire_many(room).await;
    if room.is_err() || shared.stopping() {
        return (Settlement::Unclaimed, Turn::Neither);
    }
    let state = State { accepted: claimed.event.accepted, progress: claimed.progress };
    match load(shared, claimed).await {
        Ok(Some((policy, event))) => Attempt { shared, policy, event, state, last: None }.go().await,
        Ok(None) => (Settlement::Done, Turn::Neither),
        Err(happened) => {
            not_loaded(shared, state, happened, &claimed.event.target, &claimed.event.request_id)
        }
    }
}

/// What is configured, and the event itself; `None` where it is settled.
async fn load(
    shared: &Shared,
    claimed: &ClaimedEvent,
) -> Result<Option<(EventPolicy, QueuedEvent<Bytes>)>, Happened> {
    let target = &claimed.event.target;
    let policy = shared.parts.functions.policy(target).await.map_err(|why| {
        tracing::warn!(function = %target, why, "an event waits: what is configured cannot be read");
        Happened::NotRun
    })?;
    let policy = policy.ok_or(Happened::Gone)?;
    let event = shared.queue().event(claimed.number).await.map_err(|error| {
        tracing::warn!(function = %target, %error, "an event waits: it cannot be read");
        Happened::NotRun
    })?;
    Ok(event.map(|event| (policy, event)))
}

/// Without knowing who is to hear of its end, no event ends, however old it is.
fn not_loaded(
    shared: &Shared,
    state: State,
    happened: Happened,
    target: &FunctionArn,
    request_id: &str,
) -> (Settlement, Turn) {
    let ageless = EventPolicy { max_age: Duration::MAX, ..EventPolicy::default() };
    let (_, effects) = decide(state, happened, &ageless, &shared.settings.schedule, shared.now());
    let mut settlement = Settlement::Unclaimed;
    for effect in effects {
        match effect {
            Effect::Discard(why) => discard(shared, target, request_id, &why),
            Effect::Settle(how) => settlement = how,
            Effect::Run | Effect::Record(_) | Effect::DeadLetter(_) => {}
        }
    }
    (settlement, if happened == Happened::NotRun { Turn::NotRun } else { Turn::Neither })
}

fn discard(shared: &Shared, target: &FunctionArn, request_id: &str, why: &dyn std::fmt::Display) {
    shared.totals.discarded.fetch_add(1, Ordering::Relaxed);
    tracing::warn!(function = %target, request_id, %why, "an event was discarded");
}

struct Attempt<'a> {
    shared: &'a Shared,
    policy: EventPolicy,
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
        match self.shared.parts.functions.run(self.event.clone()).await {
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
        for effect in effects {
            match effect {
                Effect::Run => {}
                Effect::Record(condition) => {
                    self.record(*condition).await?;
                    if *condition != Condition::Success {
                        totals.failed.fetch_add(1, Ordering::Relaxed);
                    }
                }
                Effect::DeadLetter(condition) => self.dead_letter(*condition).await?,
                Effect::Discard(why) => {
                    discard(self.shared, &self.event.target, &self.event.request_id, why);
                }
                Effect::Settle(how) => {
                    if *how == Settlement::Done && self.last.as_ref().is_some_and(|last| !last.failed) {
                        totals.succeeded.fetch_add(1, Ordering::Relaxed);
                    }
                    return Ok(*how);
                }
            }
        }
        Ok(Settlement::Unclaimed)
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

    async fn record(&self, condition: Condition) -> Result<(), Stopped> {
        let target = match condition {
            Condition::Success => &self.policy.on_success,
            _ => &self.policy.on_failure,
        };
        let Some(target) = target else { return Ok(()) };
        match record::record(&self.told(condition)) {
            Err(error) => self.undelivered(target, &error),
            Ok(body) => match function(target) {
                Some(function) => self.to_function(function, body).await?,
                None => self.send(target, condition, body, Vec::new()).await?,
            },
        }
        Ok(())
    }

    async fn dead_letter(&self, condition: Condition) -> Result<(), Stopped> {
        let Some(target) = &self.policy.dead_letter else { return Ok(()) };
        let attributes = record::attributes(&self.told(condition));
        self.send(target, condition, self.event.payload.clone(), attributes).await
    }

    /// A record for a function is an event like any other, and as durable; whether the function exists is seen when it
    /// runs.
    async fn to_function(&self, target: FunctionArn, payload: Bytes) -> Result<(), Stopped> {
        let parts = &self.shared.parts;
        let event = QueuedEvent {
            request_id: parts.functions.request_id(),
            target,
            accepted: self.shared.now(),
            trace_id: self.event.trace_id.clone(),
            payload,
        };
        let mut tries = 0;
        while let Err(error) = parts.inbox.accept(event.clone()).await {
            tries += 1;
            tracing::warn!(function = %event.target, %error, "a record waits for the queue");
            self.wait(tries).await?;
        }
        Ok(())
    }

    async fn send(
        &self,
        target: &str,
        condition: Condition,
        body: Bytes,
        attributes: Vec<(&'static str, String)>,
    ) -> Result<(), Stopped> {
        let message = Outgoing {
            target: target.to_owned(),
            function: self.event.target.clone(),
            request_id: self.event.request_id.clone(),
            condition,
            at: self.shared.now(),
            body,
            attributes,
        };
        let mut tries = 0;
        loop {
            tries += 1;
            match self.shared.parts.outbound.send(&message).await {
                Ok(()) => return Ok(()),
                Err(SendError::Unavailable(why)) if tries < self.shared.settings.schedule.deliveries => {
                    tracing::warn!(target, why, "a message waits for its service");
                    self.wait(tries).await?;
                }
                Err(error) => {
                    self.undelivered(target, &error);
                    return Ok(());
                }
            }
        }
    }

    fn undelivered(&self, target: &str, why: &dyn std::fmt::Display) {
        self.shared.totals.undelivered.fetch_add(1, Ordering::Relaxed);
        let QueuedEvent { target: function, request_id, .. } = &self.event;
        tracing::warn!(%function, %request_id, destination = target, %why, "what became of an event was not delivered");
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
