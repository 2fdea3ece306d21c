//! Events on their way into the queue: those that come at the same time are written together.
//!
//! A statement of SQLite costs about as much as the row that it writes, and what is counted of accepted events is one row of a
//! function for all of them. So the events of all callers that wait when the writer comes to the first of them are one write:
//! statements are looked up once, and each function's row is written once.
//!
//! But only as many as are written in about the time that a commit takes: while they are written and synced, those of the other
//! callers are received and answered. Were all of them in one write, the other processors had nothing to do meanwhile. So about
//! half of the writer's time goes into commits, and with a slow disk all that wait share one.

use super::database::{Database, Tell, Transaction, Work, in_savepoint, stopped};
use super::events::{PARTITIONS, payload_place};
use super::logs::meter;
use super::room::Room;
use super::signature::RowKey;
use super::signed;
use crate::StoreError;
use crate::event::QueuedEvent;
use bytes::Bytes;
use domain::{FunctionArn, Qualifier};
use rusqlite::{Connection, params};
use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use tokio::runtime::Handle;
use tokio::sync::oneshot;

/// From so many callers on a task tells them: each that this thread told would be another thread woken, and a task wakes those of
/// its own.
const MANY: usize = 4;
/// So many callers' events are written in one go in any case.
const FEW: u32 = 16;
/// Bytes of payloads of which no more are begun in one go: others wait for the same writer, and payloads are not all alike.
const MUCH: u64 = 8 << 20;

/// An event whose payload is sealed already: not by the one thread that writes.
pub(super) struct Sealed {
    event: QueuedEvent<Bytes>,
    payload: Vec<u8>,
}

impl Sealed {
    pub(super) fn all(events: Vec<QueuedEvent<Bytes>>, key: &RowKey) -> Result<Vec<Self>, StoreError> {
        let seal = |event: QueuedEvent<Bytes>| {
            let payload = key.seal(&payload_place(&event), &event.payload);
            let payload = payload.map_err(|e| StoreError::Unavailable(e.to_string()))?;
            Ok(Self { event, payload })
        };
        events.into_iter().map(seal).collect()
    }
}

/// Those who wait for their events to be kept.
pub(super) struct Admissions {
    desk: Arc<Mutex<Desk>>,
    room: Room,
}

#[derive(Default)]
struct Desk {
    waiting: VecDeque<Waiting>,
    pace: Pace,
}

struct Waiting {
    events: Vec<Sealed>,
    told: oneshot::Sender<Result<(), StoreError>>,
}

impl Waiting {
    /// Of its payloads.
    fn bytes(&self) -> u64 {
        self.events.iter().map(bytes).sum()
    }
}

/// How long writing takes: means in which the last one counts for an eighth.
#[derive(Default)]
struct Pace {
    caller: Duration,
    commit: Duration,
}

impl Pace {
    /// How many callers' events are written in about the time of a commit.
    fn callers(&self) -> usize {
        let callers = self.commit.as_nanos().checked_div(self.caller.as_nanos()).unwrap_or_default();
        usize::try_from(callers).unwrap_or(usize::MAX).max(FEW as usize)
    }

    fn learn(&mut self, callers: usize, writing: Duration, commit: Duration) {
        let mean = |before: Duration, now: Duration| match before {
            Duration::ZERO => now,
            before => (before * 7 + now) / 8,
        };
        self.caller = mean(self.caller, writing / u32::try_from(callers).unwrap_or(u32::MAX).max(1));
        self.commit = mean(self.commit, commit);
    }
}

impl Admissions {
    /// `room`: of the queue.
    pub(super) fn new(room: Room) -> Self {
        Self { desk: Arc::default(), room }
    }

    #[cfg(test)]
    pub(super) fn set_room(&mut self, room: Room) {
        self.room = room;
    }

    /// Keeps events, all or none of them. Errors: `Unavailable` also where the queue has no room for them.
    pub(super) async fn admit(&self, database: &Database, events: Vec<Sealed>) -> Result<(), StoreError> {
        let (told, answer) = oneshot::channel();
        let join = || {
            let mut desk = lock(&self.desk);
            desk.waiting.push_back(Waiting { events, told });
            // Whoever comes before the writer does goes with the first of them.
            let is_first = desk.waiting.len() == 1;
            is_first.then(|| {
                let tasks = Handle::try_current().ok();
                Gathering { desk: Some(Arc::clone(&self.desk)), room: self.room.clone(), tasks }.work()
            })
        };
        database.gather(join).await?;
        answer.await.map_err(|_| stopped())?
    }
}

fn lock(desk: &Mutex<Desk>) -> MutexGuard<'_, Desk> {
    desk.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The right to take those who wait. Where the writer ends without having taken them, nobody waits any longer.
struct Gathering {
    desk: Option<Arc<Mutex<Desk>>>,
    room: Room,
    tasks: Option<Handle>,
}

impl Gathering {
    fn work(self) -> Work {
        Work::new(move |db| self.admit(db))
    }

    fn admit(mut self, db: Transaction<'_>) -> Tell {
        let Some(desk) = self.desk.take() else { return Box::new(|_| None) };
        let (callers, are_left) = {
            let Desk { waiting, pace } = &mut *lock(&desk);
            let callers = first(waiting, pace.callers());
            (callers, !waiting.is_empty())
        };
        let next = Self {
            desk: are_left.then(|| Arc::clone(&desk)),
            room: self.room.clone(),
            tasks: self.tasks.take(),
        };
        let begun = Instant::now();
        let able = db.is_ok();
        let outcomes = match db {
            Err(error) => callers.iter().map(|_| Err(error.clone())).collect(),
            Ok(db) => admit_all(db, &self.room, &callers),
        };
        let written = Instant::now();
        Box::new(move |commit| {
            // How long something takes that fails says nothing.
            if able && commit.is_ok() {
                lock(&desk).pace.learn(callers.len(), written - begun, written.elapsed());
            }
            let many = callers.len() >= MANY;
            let tell = move || {
                for (caller, outcome) in callers.into_iter().zip(outcomes) {
                    // One that went away no longer wants to know.
                    let _ = caller.told.send(commit.clone().and(outcome));
                }
            };
            match next.tasks.as_ref().filter(|_| many) {
                Some(tasks) => drop(tasks.spawn(async { tell() })),
                None => tell(),
            }
            are_left.then(|| next.work())
        })
    }
}

/// Takes at most so many callers, and fewer where their events are large; one at least.
fn first(waiting: &mut VecDeque<Waiting>, most: usize) -> Vec<Waiting> {
    let mut size = 0;
    let fits = |waiting: &&Waiting| {
        let fits = size < MUCH;
        size += waiting.bytes();
        fits
    };
    let count = waiting.iter().take(most).take_while(fits).count();
    waiting.drain(..count).collect()
}

impl Drop for Gathering {
    fn drop(&mut self) {
        if let Some(desk) = self.desk.take() {
            lock(&desk).waiting.clear();
        }
    }
}

/// What became of each.
fn admit_all(db: &Connection, room: &Room, all: &[Waiting]) -> Vec<Result<(), StoreError>> {
    in_savepoint(db, |db| admit_together(db, room, all)).unwrap_or_else(|error| {
        // What keeps one of them from being written is no reason to refuse the others.
        let alone = |one: &Waiting| match db.is_autocommit() {
            // The whole transaction is rolled back, and nothing may be written outside of one.
            true => Err(error.clone()),
            false => in_savepoint(db, |db| admit_one(db, room, one)),
        };
        all.iter().map(alone).collect()
    })
}

/// What became of each; an error where nothing of it can be kept.
fn admit_together(
    db: &Connection,
    room: &Room,
    all: &[Waiting],
) -> Result<Vec<Result<(), StoreError>>, StoreError> {
    let mut outcomes = Vec::with_capacity(all.len());
    // Looked at one by one, since what was written before takes room.
    let fits = |waiting: &&Waiting| {
        let fits = room.check(db, waiting.bytes());
        let is_admitted = fits.is_ok();
        outcomes.push(fits);
        is_admitted
    };
    insert_all(db, all.iter().filter(fits).flat_map(|waiting| &waiting.events), Before::Never)?;
    Ok(outcomes)
}

fn admit_one(db: &Connection, room: &Room, waiting: &Waiting) -> Result<(), StoreError> {
    room.check(db, waiting.bytes())?;
    insert_all(db, &waiting.events, Before::Never)
}

fn bytes(sealed: &Sealed) -> u64 {
    sealed.event.payload.len() as u64
}

/// Whether events may have been written before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Their request ids were drawn for them.
    Never,
    /// Their writing may be tried again.
    Perhaps,
}

/// Writes events, but those that may have been written before and were, and counts the others.
pub(super) fn insert_all<'a>(
    db: &Connection,
    events: impl IntoIterator<Item = &'a Sealed>,
    before: Before,
) -> Result<(), StoreError> {
    let mut keep = db.prepare_cached(
        "INSERT INTO event (request_id, account, region, name, qualifier, accepted, trace, payload_bytes,
            payload, destination, note, sealed, is_new)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
        ON CONFLICT DO NOTHING",
    )?;
    let mut queue = db.prepare_cached(
        "INSERT INTO queued (number, partition, lane, due, claimed, errors, backoffs, takeovers)
        VALUES (?, ?, ?, ?, 0, 0, 0, 0)",
    )?;
    let mut tally = meter::Tally::default();
    for sealed @ Sealed { event, payload } in events {
        let FunctionArn { scope, name, qualifier } = &event.target;
        let added = keep.execute(params![
            event.request_id,
            scope.account.as_str(),
            scope.region.as_str(),
            name.as_str(),
            qualifier.as_ref().map(ToString::to_string),
            event.accepted.0,
            event.trace_id,
            signed(bytes(sealed)),
            payload,
            event.delivery.as_ref().map(|delivery| &*delivery.destination),
            event.delivery.as_ref().map(|delivery| &*delivery.note),
            before == Before::Never,
        ])?;
        if added == 0 {
            continue;
        }
        let lane = event.lane();
        queue.execute(params![
            db.last_insert_rowid(),
            lane.partition(PARTITIONS),
            signed(lane.0),
            event.accepted.0
        ])?;
        // What goes elsewhere is no event of a function.
        if event.delivery.is_none() {
            let qualifier = event.version.as_ref().or(qualifier.as_ref()).unwrap_or(&Qualifier::Latest);
            let key = (domain::meter::day(event.accepted), scope, name, qualifier);
            tally.add(key, bytes(sealed));
        }
    }
    tally.write(db)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_are_taken_at_once_where_their_events_are_large() {
        let key = RowKey::new([0; 32]);
        let mut waiting: VecDeque<Waiting> = VecDeque::new();
        let mut add = |bytes: usize| {
            let event = crate::sqlite::tests::event_files::queued("r", vec![b' '; bytes]);
            let events = Sealed::all(vec![event], &key).unwrap();
            waiting.push_back(Waiting { events, told: oneshot::channel().0 });
        };
        (0..4).for_each(|_| add(1_000));
        add(MUCH as usize);
        add(10);
        add(10);
        let mut taken = |most| first(&mut waiting, most).len();
        assert_eq!([taken(3), taken(9), taken(9), taken(9)], [3, 2, 2, 0]);
    }

    #[test]
    fn writing_takes_about_as_long_as_the_commit() {
        let micros = Duration::from_micros;
        let mut pace = Pace::default();
        assert_eq!(pace.callers(), 16, "nothing is known yet");
        pace.learn(10, micros(100), micros(300));
        assert_eq!(pace.callers(), 30);
        pace.learn(10, micros(100), micros(10_000));
        assert_eq!(pace.callers(), 151, "a slow commit counts for an eighth");
        (0..100).for_each(|_| pace.learn(30, micros(300), micros(20)));
        assert_eq!(pace.callers(), 16, "no fewer, however fast the disk is");
        pace.learn(0, micros(300), Duration::MAX / 8);
        assert!(pace.callers() > 1_000_000, "however slow it is");
    }
}
