//! What subscription filters selected, on its way to functions.

use crate::intake::Intake;
use crate::service::group_arn;
use crate::token::event_id;
use async_trait::async_trait;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use bytes::Bytes;
use domain::limits::MAX_ASYNC_PAYLOAD;
use domain::{Clock, Scope};
use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;
use std::collections::HashMap;
use std::io::Write as _;
use std::sync::Arc;
use std::time::Duration;
use store::{EVENT_OVERHEAD, Parcel, StoreError, StoredEvent};
use tokio::time::Instant;

/// Events gather so long, so that those that come close together are one invocation.
const LINGER: Duration = Duration::from_millis(200);
/// After the store failed.
const AFTER_FAILURE: Duration = Duration::from_secs(1);
/// How long a filter waits whose destination did not take an invocation, which doubles up to the last.
const FIRST_RETRY: Duration = Duration::from_secs(1);
const LAST_RETRY: Duration = Duration::from_secs(60);
/// What cannot be delivered for so long is given up (user guide, "Log group-level subscription filters").
const GIVE_UP_MS: i64 = 86_400_000;
/// Parcels, and bytes of messages, that are taken from the store at once.
const PARCELS: usize = 256;
const BYTES: u64 = 8 * 1024 * 1024;
/// Bytes of messages in one record, where it has more than one event.
const RECORD: u64 = 512 * 1024;

/// Why a function is not invoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Undelivered {
    /// There is none, its policy does not allow it, or it writes to the group itself.
    Refused(String),
    /// Not now.
    Unavailable(String),
}

/// Functions, as filters see them.
#[async_trait]
pub trait Functions: Send + Sync {
    /// Whether CloudWatch Logs may invoke a function for a group.
    async fn check(&self, function: &str, source: &Source<'_>) -> Result<(), Undelivered>;

    /// Checks that again, and keeps an invocation to be run later; `Ok` when it survives a crash.
    async fn invoke(&self, function: &str, source: &Source<'_>, payload: Bytes) -> Result<(), Undelivered>;
}

/// For which group a function is invoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source<'a> {
    /// Account and region.
    pub scope: &'a Scope,
    /// Its name.
    pub group: &'a str,
    /// `arn:aws:logs:<region>:<account>:log-group:<name>:*`
    pub arn: String,
}

impl<'a> Source<'a> {
    /// A group as a source.
    pub(crate) fn new(scope: &'a Scope, group: &'a str) -> Self {
        Self { scope, group, arn: format!("{}:*", group_arn(scope, group)) }
    }
}

/// A filter of a group: what it sends goes to one destination.
type Filter = (Scope, Arc<str>, String);

/// What a filter that cannot send now has kept back.
#[derive(Debug)]
struct Stuck {
    /// Its first parcel that was not sent.
    first: i64,
    /// Failures in a row.
    failures: u32,
    /// When it is tried again.
    due: Instant,
}

/// How far delivery has come. A filter that is stuck is in nobody's way: what others have goes on behind it, and it is taken up
/// again from its first parcel on.
#[derive(Debug, Default)]
struct Progress {
    /// All parcels up to this one were looked at.
    seen: i64,
    stuck: HashMap<Filter, Stuck>,
}

impl Progress {
    /// The filter whose turn it is to be tried again.
    fn due(&self, now: Instant) -> Option<Filter> {
        let due = self.stuck.iter().filter(|(_, stuck)| stuck.due <= now);
        due.min_by_key(|(_, stuck)| stuck.due).map(|(filter, _)| filter.clone())
    }

    /// When one is to be tried again.
    fn next(&self) -> Option<Instant> {
        self.stuck.values().map(|stuck| stuck.due).min()
    }

    /// A filter cannot send what begins with this parcel.
    fn stuck(&mut self, filter: Filter, first: i64, now: Instant) {
        let failures = self.stuck.get(&filter).map_or(0, |stuck| stuck.failures);
        let wait = FIRST_RETRY.saturating_mul(1 << failures.min(8)).min(LAST_RETRY);
        self.stuck.insert(filter, Stuck { first, failures: failures + 1, due: now + wait });
    }
}

/// Delivers what waits and what comes, for ever.
pub async fn deliver(intake: Arc<Intake>, functions: Arc<dyn Functions>, clock: Arc<dyn Clock>) {
    let mut progress = Progress::default();
    loop {
        let retried = match progress.due(Instant::now()) {
            Some(filter) => retry(&intake, functions.as_ref(), clock.as_ref(), &mut progress, &filter).await,
            None => Ok(false),
        };
        let went_on = go_on(&intake, functions.as_ref(), clock.as_ref(), &mut progress).await;
        match (retried, went_on) {
            (Err(error), _) | (_, Err(error)) => {
                tracing::error!(%error, "log events that wait to be sent cannot be read or forgotten");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
            (Ok(false), Ok(false)) => {
                let next = progress.next();
                tokio::select! {
                    () = intake.work.notified() => tokio::time::sleep(LINGER).await,
                    () = tokio::time::sleep_until(next.unwrap_or_else(Instant::now)), if next.is_some() => {}
                }
            }
            _ => {}
        }
    }
}

/// Sends what nobody looked at yet, but for filters that are stuck; whether there was any.
async fn go_on(
    intake: &Intake,
    functions: &dyn Functions,
    clock: &dyn Clock,
    progress: &mut Progress,
) -> Result<bool, StoreError> {
    let parcels = intake.store.parcels(progress.seen, PARCELS, BYTES).await?;
    let Some(last) = parcels.last().map(|parcel| parcel.number) else { return Ok(false) };
    for record in gather(parcels) {
        let filter = record.filter();
        if progress.stuck.contains_key(&filter) {
            continue;
        }
        if !deliver_one(intake, functions, clock, &record).await? {
            progress.stuck(filter, record.first(), Instant::now());
        }
    }
    progress.seen = last;
    Ok(true)
}

/// Tries a filter again, from its first parcel on; whether all that it kept back is sent. What is sent is in the store no more.
async fn retry(
    intake: &Intake,
    functions: &dyn Functions,
    clock: &dyn Clock,
    progress: &mut Progress,
    filter: &Filter,
) -> Result<bool, StoreError> {
    let Some(mut after) = progress.stuck.get(filter).map(|stuck| stuck.first - 1) else { return Ok(true) };
    while after < progress.seen {
        let parcels = intake.store.parcels(after, PARCELS, BYTES).await?;
        let Some(last) = parcels.last().map(|parcel| parcel.number) else { break };
        for record in gather(parcels).into_iter().filter(|record| record.filter() == *filter) {
            if !deliver_one(intake, functions, clock, &record).await? {
                progress.stuck(filter.clone(), record.first(), Instant::now());
                return Ok(false);
            }
        }
        after = last;
    }
    progress.stuck.remove(filter);
    Ok(true)
}

/// Sends one record and forgets it, also where it cannot be sent ever; false where it is to be tried again.
async fn deliver_one(
    intake: &Intake,
    functions: &dyn Functions,
    clock: &dyn Clock,
    record: &Record,
) -> Result<bool, StoreError> {
    let (filter, group) = (&record.filter, &record.stream.group);
    let age = record.events.first().map_or(0, |event| clock.now().0 - event.ingestion.0);
    match send(intake, functions, record).await {
        Ok(()) => {}
        Err(Undelivered::Unavailable(why)) if age < GIVE_UP_MS => {
            tracing::warn!(why, filter, %group, "log events are not sent on yet");
            return Ok(false);
        }
        Err(Undelivered::Unavailable(why) | Undelivered::Refused(why)) => {
            tracing::warn!(why, filter, %group, events = record.events.len(), "log events are not sent on");
            intake.dropped(&record.stream.scope, group, filter, record.events.len(), clock.now());
        }
    }
    let bytes = record.events.iter().map(|event| event.message.len() as u64 + EVENT_OVERHEAD).sum();
    intake.store.forget_parcels(record.numbers.clone()).await?;
    intake.sent(bytes);
    Ok(true)
}

impl Record {
    fn filter(&self) -> Filter {
        (self.stream.scope.clone(), Arc::clone(&self.stream.group), self.filter.clone())
    }

    fn first(&self) -> i64 {
        self.numbers.iter().min().copied().unwrap_or_default()
    }
}

/// Parcels of one stream and filter.
struct Record {
    numbers: Vec<i64>,
    stream: domain::log::LogStreamName,
    filter: String,
    events: Vec<StoredEvent>,
    bytes: u64,
}

/// Puts parcels of one stream and filter together, in their order.
fn gather(parcels: Vec<Parcel>) -> Vec<Record> {
    let mut records: Vec<Record> = Vec::new();
    for Parcel { number, stream, filter, events } in parcels {
        let size: u64 = events.iter().map(|event| event.message.len() as u64 + EVENT_OVERHEAD).sum();
        // Only the last of them may be added to, so that what came first is sent first.
        let last = records.iter_mut().rev().find(|record| record.stream == stream && record.filter == filter);
        match last.filter(|record| record.bytes + size <= RECORD) {
            Some(record) => {
                record.numbers.push(number);
                record.events.extend(events);
                record.bytes += size;
            }
            None => records.push(Record { numbers: vec![number], stream, filter, events, bytes: size }),
        }
    }
    records
}

async fn send(intake: &Intake, functions: &dyn Functions, record: &Record) -> Result<(), Undelivered> {
    let (scope, group) = (&record.stream.scope, &record.stream.group);
    let Some(destination) = intake.destination(scope, group, &record.filter) else {
        return Err(Undelivered::Refused("the filter is gone".to_owned()));
    };
    let source = Source::new(scope, group);
    let mut parts = vec![record.events.as_slice()];
    while let Some(part) = parts.pop() {
        let payload = payload(record, part);
        if payload.len() <= MAX_ASYNC_PAYLOAD {
            functions.invoke(&destination, &source, payload).await?;
        } else if part.len() > 1 {
            let (first, second) = part.split_at(part.len() / 2);
            parts.extend([second, first]);
        } else {
            tracing::warn!(filter = record.filter, %group, "a log event is too large to be sent on");
        }
    }
    Ok(())
}

/// The event that the function gets.
fn payload(record: &Record, events: &[StoredEvent]) -> Bytes {
    let events: Vec<_> = events
        .iter()
        .map(|event| {
            let position = event.position;
            json!({ "id": event_id(position), "timestamp": position.timestamp.0, "message": event.message })
        })
        .collect();
    let record = json!({
        "messageType": "DATA_MESSAGE",
        "owner": record.stream.scope.account.as_str(),
        "logGroup": &*record.stream.group,
        "logStream": &*record.stream.stream,
        "subscriptionFilters": [record.filter],
        "logEvents": events,
    });
    let mut zipped = GzEncoder::new(Vec::new(), Compression::default());
    // From memory to memory nothing fails.
    let _ = zipped.write_all(record.to_string().as_bytes());
    let zipped = zipped.finish().unwrap_or_default();
    Bytes::from(json!({ "awslogs": { "data": BASE64.encode(zipped) } }).to_string())
}
