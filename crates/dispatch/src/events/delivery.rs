//! A message for a service that is not Lambda, on its way there: kept in the queue until it is taken or given up, so that
//! it survives what its function, this process and the other service go through. It may arrive more than once.
//!
//! Never here: protocols of other services, endpoints, credentials.

use super::decide::{Condition, Schedule};
use super::lanes::Turn;
use super::{MayNot, Shared, after};
use async_trait::async_trait;
use bytes::Bytes;
use domain::{FunctionArn, Timestamp};
use metrics::What;
use serde::{Deserialize, Serialize};
use std::fmt::Display;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;
use store::{Delivery, Progress, QueuedEvent, Settlement};
use tokio::sync::{Semaphore, SemaphorePermit};

/// What the smallest message takes of the room, so that there are never many connections, KiB.
const LEAST_KIB: u32 = 256;
/// What a message that is being sent may still take when the process stops; the next one sends it again otherwise.
const LAST_WORDS: Duration = Duration::from_secs(5);

/// Why a message is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    /// A destination is to hear what became of an event.
    Record,
    /// A dead-letter target gets an event that failed.
    DeadLetter,
}

/// The value of an attribute.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum AttributeValue {
    /// Text, not empty.
    Text(String),
    /// A number.
    Number(u32),
}

/// A message for a service that is not Lambda.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// A UUID of its own, the same at each try.
    pub id: Arc<str>,
    /// The ARN of the queue, topic, event bus or bucket.
    pub target: Arc<str>,
    /// The function that was invoked, as it was.
    pub function: FunctionArn,
    /// The request id of the event.
    pub request_id: String,
    /// Why it is sent.
    pub purpose: Purpose,
    /// What ended the event.
    pub condition: Condition,
    /// When.
    pub at: Timestamp,
    /// For a destination the record; for a dead-letter target the event itself.
    pub body: Bytes,
    /// Attributes of a message for a dead-letter target; empty for a destination.
    pub attributes: Vec<(String, AttributeValue)>,
}

/// Why a message was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendError {
    /// Trying again may help.
    #[error("{0}")]
    Unavailable(String),
    /// It never will be.
    #[error("{0}")]
    Refused(String),
}

/// Queues, topics, event buses and buckets.
#[async_trait]
pub trait Outbound: Send + Sync {
    /// Hands a message over; `Ok` when it is as safe there as that service makes it. May be dropped at any time, and then
    /// be asked again.
    async fn send(&self, message: &Outgoing) -> Result<(), SendError>;
}

/// Where there are no such services: every message is refused, so that it is logged and counted.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoOutbound;

#[async_trait]
impl Outbound for NoOutbound {
    async fn send(&self, message: &Outgoing) -> Result<(), SendError> {
        Err(SendError::Refused(format!("there is no endpoint of the service {}", service(&message.target))))
    }
}

fn service(arn: &str) -> &str {
    arn.split(':').nth(2).unwrap_or_default()
}

/// What is kept with a message besides its destination and its body.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Note {
    pub(super) purpose: Purpose,
    pub(super) condition: Condition,
    pub(super) request_id: String,
    pub(super) attributes: Vec<(String, AttributeValue)>,
}

impl Note {
    pub(super) fn to_text(&self) -> String {
        // Of text and names alone; nothing that JSON cannot say.
        serde_json::to_string(self).unwrap_or_default()
    }
}

/// What may be on its way to each service at a time: one that hangs has neither the memory nor the turns of others.
pub(super) struct Rooms {
    most: u32,
    services: [(&'static str, Semaphore); 4],
    others: Semaphore,
}

impl Rooms {
    pub(super) fn new(kib: u32) -> Self {
        let most = kib.max(LEAST_KIB);
        let room = || Semaphore::new(most as usize);
        let services = ["sqs", "sns", "events", "s3"].map(|name| (name, room()));
        Self { most, services, others: room() }
    }

    /// Room for a message, if there is any now.
    fn enter(&self, service: &str, bytes: usize) -> Option<SemaphorePermit<'_>> {
        let kib = u32::try_from(bytes.div_ceil(1_024)).unwrap_or(self.most).clamp(LEAST_KIB, self.most);
        let room = self.services.iter().find(|(name, _)| *name == service);
        room.map_or(&self.others, |(_, room)| room).try_acquire_many(kib).ok()
    }
}

/// Takes a message one try further. What it says is to be written to the queue.
pub(super) async fn attempt(
    shared: &Shared,
    event: QueuedEvent<Bytes>,
    delivery: &Delivery,
    progress: Progress,
) -> (Settlement, Turn) {
    let destination = &*delivery.destination;
    let note = match serde_json::from_str::<Note>(&delivery.note) {
        Ok(note) => note,
        Err(error) => {
            undelivered(shared, destination, Purpose::Record, &event.target, &event.request_id, &error);
            return (Settlement::Done, Turn::Neither);
        }
    };
    let message = Outgoing {
        id: event.request_id,
        target: Arc::clone(&delivery.destination),
        function: event.target,
        request_id: note.request_id,
        purpose: note.purpose,
        condition: note.condition,
        at: event.accepted,
        body: event.payload,
        attributes: note.attributes,
    };
    let give_up = |why: &dyn Display| {
        let Outgoing { function, request_id, purpose, .. } = &message;
        undelivered(shared, destination, *purpose, function, request_id, why);
        Settlement::Done
    };
    let (tries, schedule) = (Tries { accepted: message.at, progress }, &shared.settings.schedule);
    if progress.takeovers > schedule.takeovers {
        return (give_up(&"each time that it was sent the server ended"), Turn::Neither);
    }
    let Some(_room) = shared.rooms.enter(service(destination), message.body.len()) else {
        let put_off = tries.put_off(schedule, shared.now());
        return (put_off.unwrap_or_else(|| give_up(&"its service was busy all the time")), Turn::NotRun);
    };
    match send(shared, &message).await {
        None => (Settlement::Unclaimed, Turn::Neither),
        Some(Ok(())) => {
            shared.totals.delivered.fetch_add(1, Ordering::Relaxed);
            (Settlement::Done, Turn::Ran)
        }
        Some(Err(SendError::Refused(why))) => (give_up(&why), Turn::Ran),
        Some(Err(SendError::Unavailable(why))) => {
            tracing::warn!(destination, why, "a message waits for its service");
            let failed = tries.failed(schedule, shared.now());
            (failed.unwrap_or_else(|| give_up(&why)), Turn::NotRun)
        }
    }
}

/// One try within its time; `None` where the process stops meanwhile. The right to it may have been taken away since the last.
async fn send(shared: &Shared, message: &Outgoing) -> Option<Result<(), SendError>> {
    match shared.parts.functions.may_tell(&message.function, &message.target).await {
        Ok(()) => {}
        Err(MayNot::Denied(why)) => return Some(Err(SendError::Refused(why))),
        Err(MayNot::Unknown(why)) => return Some(Err(SendError::Unavailable(why))),
    }
    let mut stop = shared.stop.subscribe();
    let stopped = async {
        // The sender lives as long as `shared`.
        let _ = stop.wait_for(|stop| *stop).await;
        tokio::time::sleep(LAST_WORDS).await;
    };
    tokio::select! {
        sent = tokio::time::timeout(shared.settings.delivery_time, shared.parts.outbound.send(message)) => {
            Some(sent.unwrap_or_else(|_| Err(SendError::Unavailable("it was not taken in time".to_owned()))))
        }
        () = stopped => None,
    }
}

/// What was tried so far.
#[derive(Clone, Copy)]
struct Tries {
    accepted: Timestamp,
    progress: Progress,
}

impl Tries {
    /// After its service failed to take it. `None`: it was tried often enough.
    fn failed(self, schedule: &Schedule, now: Timestamp) -> Option<Settlement> {
        let errors = self.progress.errors.saturating_add(1);
        // Nobody's end was its doing.
        let progress = Progress { errors, backoffs: 0, takeovers: 0 };
        let due = self.in_time(schedule, after(now, schedule.backoff(errors)))?;
        (errors < schedule.deliveries).then_some(Settlement::Later { due, progress })
    }

    /// Where it was not sent at all.
    fn put_off(self, schedule: &Schedule, now: Timestamp) -> Option<Settlement> {
        let backoffs = self.progress.backoffs.saturating_add(1);
        let progress = Progress { backoffs, ..self.progress };
        let due = self.in_time(schedule, after(now, schedule.backoff(backoffs)))?;
        Some(Settlement::Later { due, progress })
    }

    fn in_time(self, schedule: &Schedule, due: Timestamp) -> Option<Timestamp> {
        (due < after(self.accepted, schedule.delivery_age)).then_some(due)
    }
}

/// For the operator: the log and the count are all that is left of it.
pub(super) fn undelivered(
    shared: &Shared,
    destination: &str,
    purpose: Purpose,
    function: &FunctionArn,
    request_id: &str,
    why: &dyn Display,
) {
    let totals = &shared.totals;
    let (count, what) = match purpose {
        Purpose::Record => (&totals.destination_failures, What::DestinationDeliveryFailures),
        Purpose::DeadLetter => (&totals.dead_letter_errors, What::DeadLetterErrors),
    };
    count.fetch_add(1, Ordering::Relaxed);
    shared.metrics().count_of(function, what);
    tracing::warn!(%function, request_id, destination, %why, "what became of an event was not delivered");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tries(errors: u32, backoffs: u32) -> Tries {
        Tries { accepted: Timestamp(0), progress: Progress { errors, backoffs, takeovers: 2 } }
    }

    fn later(s: i64, errors: u32, backoffs: u32, takeovers: u32) -> Option<Settlement> {
        let progress = Progress { errors, backoffs, takeovers };
        Some(Settlement::Later { due: Timestamp(s * 1_000), progress })
    }

    #[test]
    fn a_message_is_tried_again_ever_later_and_given_up() {
        let schedule = Schedule::default();
        for (errors, wait) in [(0, 1), (1, 2), (8, 256), (9, 300), (14, 300)] {
            let found = tries(errors, 3).failed(&schedule, Timestamp(10_000));
            assert_eq!(found, later(10 + wait, errors + 1, 0, 0));
        }
        assert_eq!(tries(15, 0).failed(&schedule, Timestamp(10_000)), None);
        let last_hour = Timestamp(21_599_000);
        assert_eq!(tries(0, 0).failed(&schedule, last_hour), None, "too old");
        assert_eq!(tries(7, 3).put_off(&schedule, Timestamp(0)), later(8, 7, 4, 2));
        assert_eq!(tries(0, 0).put_off(&schedule, last_hour), None, "too old");
    }

    #[test]
    fn there_is_room_for_so_much_of_each_service() {
        let rooms = Rooms::new(1_024);
        let held: Vec<_> = (0..4).map(|_| rooms.enter("sqs", 10).unwrap()).collect();
        assert!(rooms.enter("sqs", 10).is_none());
        let other = rooms.enter("sns", 1 << 30).unwrap();
        assert!(rooms.enter("sns", 0).is_none());
        assert!(rooms.enter("events", 600 << 10).is_some() && rooms.enter("none", 0).is_some());
        drop((held, other));
        assert!(rooms.enter("sqs", 1 << 20).is_some() && rooms.enter("sns", 0).is_some());
    }
}
