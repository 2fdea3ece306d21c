//! Live sessions: what StartLiveTail shows.

use crate::pattern::Pattern;
use aws_wire::generated::logs::LiveTailSessionLogEvent;
use domain::log::{LogEvent, LogStreamName};
use domain::{Scope, Timestamp};
use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock};
use store::LogBatch;

/// Sessions of an account at once (quotas of CloudWatch Logs).
const MOST: usize = 15;
/// Events that a session shows in a second; of more it shows a sample (API reference of StartLiveTail).
pub(crate) const SHOWN: usize = 500;
/// Bytes of messages that wait for a session's next second, at most; further ones are left out as in a sample.
const MOST_BYTES: usize = 8 * 1024 * 1024;

/// What a session is about.
#[derive(Debug)]
pub(crate) struct Wanted {
    pub(crate) scope: Scope,
    /// The groups, by name, with what each is called in what is shown.
    pub(crate) groups: HashMap<String, String>,
    /// Streams with these names, or whose names begin so; all where there are none.
    pub(crate) names: Vec<String>,
    pub(crate) prefixes: Vec<String>,
    pub(crate) pattern: Pattern,
}

impl Wanted {
    fn group(&self, stream: &LogStreamName) -> Option<&String> {
        let group = self.groups.get(&*stream.group).filter(|_| self.scope == stream.scope)?;
        let all = self.names.is_empty() && self.prefixes.is_empty();
        let named = self.names.iter().any(|name| **name == *stream.stream);
        (all || named || self.prefixes.iter().any(|prefix| stream.stream.starts_with(prefix)))
            .then_some(group)
    }
}

/// One session.
#[derive(Debug)]
pub(crate) struct Session {
    wanted: Wanted,
    waiting: Mutex<Waiting>,
    closed: AtomicBool,
}

#[derive(Debug, Default)]
struct Waiting {
    events: Vec<LiveTailSessionLogEvent>,
    bytes: usize,
    /// All that came, also what is not in the sample.
    came: u64,
}

impl Session {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Each of those that came has the same chance to be in the sample.
    fn take(&self, events: Vec<LiveTailSessionLogEvent>) {
        let mut waiting = self.lock();
        for event in events {
            waiting.came += 1;
            let size = event.message.as_ref().map_or(0, String::len);
            if waiting.events.len() < SHOWN && waiting.bytes + size <= MOST_BYTES {
                waiting.bytes += size;
                waiting.events.push(event);
                continue;
            }
            let place = u64::from_le_bytes(aws_wire::random()) % waiting.came;
            let place = usize::try_from(place).unwrap_or(usize::MAX);
            if let Some(shown) = waiting.events.get_mut(place) {
                let before = shown.message.as_ref().map_or(0, String::len);
                *shown = event;
                waiting.bytes = (waiting.bytes + size).saturating_sub(before);
            }
        }
    }

    /// What came since the last time, by time, and whether it is a sample.
    pub(crate) fn shown(&self) -> (Vec<LiveTailSessionLogEvent>, bool) {
        let Waiting { mut events, came, .. } = std::mem::take(&mut *self.lock());
        let sampled = came > events.len() as u64;
        events.sort_by_key(|event| event.timestamp);
        (events, sampled)
    }

    /// The server stops.
    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Relaxed)
    }
}

/// All sessions.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    /// `None` once the server stops.
    open: Arc<RwLock<Open>>,
}

#[derive(Debug, Default)]
struct Open {
    sessions: Vec<Arc<Session>>,
    closed: bool,
}

/// A session that is listened to; it is over when this is dropped.
#[derive(Debug)]
pub(crate) struct Listener {
    pub(crate) session: Arc<Session>,
    open: Arc<RwLock<Open>>,
}

impl Drop for Listener {
    fn drop(&mut self) {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        open.sessions.retain(|session| !Arc::ptr_eq(session, &self.session));
    }
}

impl Sessions {
    /// A new session; `None` where the account has as many as it may.
    pub(crate) fn begin(&self, wanted: Wanted) -> Option<Listener> {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        let account = &wanted.scope.account;
        let others = open.sessions.iter().filter(|session| session.wanted.scope.account == *account).count();
        if others >= MOST {
            return None;
        }
        let (waiting, closed) = (Mutex::default(), AtomicBool::new(open.closed));
        let session = Arc::new(Session { wanted, waiting, closed });
        open.sessions.push(Arc::clone(&session));
        Some(Listener { session, open: Arc::clone(&self.open) })
    }

    /// Those that are open now.
    pub(crate) fn watching(&self) -> Watching {
        Watching(self.open.read().unwrap_or_else(PoisonError::into_inner).sessions.clone())
    }

    pub(crate) fn close(&self) {
        let mut open = self.open.write().unwrap_or_else(PoisonError::into_inner);
        open.closed = true;
        open.sessions.iter().for_each(|session| session.closed.store(true, Ordering::Relaxed));
    }
}

/// Sessions to which events that come now may be shown.
#[derive(Debug)]
pub(crate) struct Watching(Vec<Arc<Session>>);

impl Watching {
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What of these batches is to be shown to whom.
    pub(crate) fn look(&self, batches: &[LogBatch], now: Timestamp) -> Shown {
        let mut shown = Shown::default();
        for session in &self.0 {
            let mut events = Vec::new();
            for LogBatch { stream, events: all } in batches {
                let Some(group) = session.wanted.group(stream) else { continue };
                let matching = all.iter().filter(|event| session.wanted.pattern.matches(&event.message));
                events.extend(matching.map(|event| describe(stream, group, event, now)));
            }
            if !events.is_empty() {
                shown.0.push((Arc::clone(session), events));
            }
        }
        shown
    }
}

fn describe(
    stream: &LogStreamName,
    group: &str,
    event: &LogEvent,
    now: Timestamp,
) -> LiveTailSessionLogEvent {
    LiveTailSessionLogEvent {
        log_stream_name: Some(stream.stream.to_string()),
        log_group_identifier: Some(group.to_owned()),
        message: Some(event.message.clone()),
        timestamp: Some(event.timestamp.0),
        ingestion_time: Some(now.0),
    }
}

/// Events, and the sessions that they are for.
#[derive(Debug, Default)]
pub(crate) struct Shown(Vec<(Arc<Session>, Vec<LiveTailSessionLogEvent>)>);

impl Shown {
    /// Hands them over.
    pub(crate) fn show(self) {
        self.0.into_iter().for_each(|(session, events)| session.take(events));
    }
}
