//! Log events in SQLite: appending, reading a stream, searching a group, expiry.

use super::log_groups::{GroupKey, create_stream, stream_id};
use super::signed;
use crate::{
    EVENT_OVERHEAD, EventPosition, EventQuery, Expired, FilterPage, FilterQuery, FilteredEvent, IfMissing,
    LogBatch, ReadFrom, StoreError, StoredEvent, StreamSelection,
};
use domain::Timestamp;
use domain::log::LogEvent;
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, OptionalExtension, Row, params};
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock};

const DAY_MS: i64 = 86_400_000;
const FIRST: EventPosition = EventPosition { timestamp: Timestamp(i64::MIN), sequence: i64::MIN };
const LAST: EventPosition = EventPosition { timestamp: Timestamp(i64::MAX), sequence: i64::MAX };

fn size(message_bytes: usize) -> u64 {
    message_bytes as u64 + EVENT_OVERHEAD
}

/// Adds events; see [`crate::LogStore::append`].
pub(super) fn append(
    db: &Connection,
    batches: &[LogBatch],
    missing: IfMissing,
    now: Timestamp,
) -> Result<(), StoreError> {
    for LogBatch { stream, events } in batches {
        let key = GroupKey::new(&stream.scope, &stream.group);
        let create = missing == IfMissing::Create;
        let group = match key.id(db) {
            Err(StoreError::NotFound(_)) if create => key.create(db, now)?,
            found => found?,
        };
        let id = match stream_id(db, group, &stream.stream) {
            Err(StoreError::NotFound(_)) if create => create_stream(db, group, &stream.stream, now)?,
            found => found?,
        };
        insert(db, group, id, events, now)?;
    }
    Ok(())
}

/// Events that one statement inserts, where there are so many: each statement looks up the highest number anew.
const ROWS: usize = 16;
const COLUMNS: usize = 5;

static INSERT_ONE: LazyLock<String> = LazyLock::new(|| insertion(1));
static INSERT_MANY: LazyLock<String> = LazyLock::new(|| insertion(ROWS));

fn insertion(rows: usize) -> String {
    let values = vec!["(?, ?, ?, ?, ?)"; rows].join(", ");
    format!("INSERT INTO log_event (log_group, log_stream, at, ingestion, message) VALUES {values}")
}

fn row(group: i64, stream: i64, event: &LogEvent, now: Timestamp) -> [ToSqlOutput<'_>; COLUMNS] {
    let message = ToSqlOutput::Borrowed(ValueRef::Text(event.message.as_bytes()));
    [group.into(), stream.into(), event.timestamp.0.into(), now.0.into(), message]
}

fn insert(
    db: &Connection,
    group: i64,
    stream: i64,
    events: &[LogEvent],
    now: Timestamp,
) -> Result<(), StoreError> {
    let times = || events.iter().map(|event| event.timestamp.0);
    let (Some(first), Some(last)) = (times().min(), times().max()) else { return Ok(()) };
    let (many, rest) = events.as_chunks::<ROWS>();
    for events in many {
        let mut statement = db.prepare_cached(&INSERT_MANY)?;
        let mut columns = 1..;
        for event in events {
            for (at, value) in columns.by_ref().take(COLUMNS).zip(row(group, stream, event, now)) {
                statement.raw_bind_parameter(at, value)?;
            }
        }
        statement.raw_execute()?;
    }
    let mut statement = db.prepare_cached(&INSERT_ONE)?;
    for event in rest {
        statement.execute(row(group, stream, event, now))?;
    }
    let bytes: u64 = events.iter().map(|event| size(event.message.len())).sum();
    let sql = "UPDATE log_stream SET first_event = min(ifnull(first_event, ?1), ?1),
        last_event = max(ifnull(last_event, ?2), ?2), last_ingestion = ?3, stored_bytes = stored_bytes + ?4
        WHERE id = ?5";
    db.prepare_cached(sql)?.execute(params![first, last, now.0, signed(bytes), stream])?;
    Ok(())
}

/// Reads events of a stream; see [`crate::LogStore::get_events`].
pub(super) fn get(db: &Connection, stream: i64, query: EventQuery) -> Result<Vec<StoredEvent>, StoreError> {
    let (after, before) = match query.from {
        ReadFrom::Head | ReadFrom::Tail => (FIRST, LAST),
        ReadFrom::After(position) => (position, LAST),
        ReadFrom::Before(position) => (FIRST, position),
    };
    let backward = matches!(query.from, ReadFrom::Tail | ReadFrom::Before(_));
    let direction = if backward { "DESC" } else { "ASC" };
    let sql = format!(
        "SELECT at, id, ingestion, message FROM log_event
        WHERE log_stream = ? AND at BETWEEN ? AND ? AND (at, id) > (?, ?) AND (at, id) < (?, ?)
        ORDER BY at {direction}, id {direction} LIMIT ?"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(params![
        stream,
        earliest(query.start, after),
        latest(query.end, before),
        after.timestamp.0,
        after.sequence,
        before.timestamp.0,
        before.sequence,
        i64::try_from(query.limit).unwrap_or(i64::MAX),
    ])?;
    let mut events: Vec<StoredEvent> = Vec::new();
    let mut bytes = 0;
    while let Some(row) = rows.next()? {
        let event = StoredEvent {
            position: position(row)?,
            ingestion: Timestamp(row.get(2)?),
            message: text(row, 3)?.to_owned(),
        };
        bytes += size(event.message.len());
        if bytes > query.max_bytes as u64 && !events.is_empty() {
            break;
        }
        events.push(event);
    }
    if backward {
        events.reverse();
    }
    Ok(events)
}

/// The first time to look at. SQLite seeks to it in an index, which it does not do for a pair of time and number.
fn earliest(start: Option<Timestamp>, after: EventPosition) -> i64 {
    start.map_or(i64::MIN, |at| at.0).max(after.timestamp.0)
}

/// The last time to look at.
fn latest(end: Option<Timestamp>, before: EventPosition) -> i64 {
    end.map_or(i64::MAX, |at| at.0.saturating_sub(1)).min(before.timestamp.0)
}

fn position(row: &Row<'_>) -> rusqlite::Result<EventPosition> {
    Ok(EventPosition { timestamp: Timestamp(row.get(0)?), sequence: row.get(1)? })
}

fn text<'r>(row: &'r Row<'_>, column: usize) -> Result<&'r str, StoreError> {
    row.get_ref(column)?.as_str().map_err(|e| StoreError::Corrupt(format!("a log event: {e}")))
}

/// The streams that a search looks at, by row. Deleted ones are not among them, whose events are still there.
fn selected(
    db: &Connection,
    group: i64,
    streams: &StreamSelection,
) -> Result<HashMap<i64, Arc<str>>, StoreError> {
    if let StreamSelection::Names(names) = streams {
        let mut found = HashMap::new();
        for name in names {
            match stream_id(db, group, name) {
                Ok(id) => found.insert(id, Arc::from(name.as_str())),
                Err(StoreError::NotFound(_)) => continue,
                Err(error) => return Err(error),
            };
        }
        return Ok(found);
    }
    let prefix = if let StreamSelection::Prefix(prefix) = streams { prefix.as_str() } else { "" };
    let sql = "SELECT id, name FROM log_stream WHERE log_group = ?1 AND substr(name, 1, length(?2)) = ?2";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![group, prefix], |row| {
        Ok((row.get(0)?, row.get_ref(1)?.as_str().map(Arc::from).unwrap_or_default()))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// Searches a group; see [`crate::LogStore::filter_events`].
pub(super) fn filter(db: &Connection, group: i64, query: &FilterQuery) -> Result<FilterPage, StoreError> {
    let streams = selected(db, group, &query.streams)?;
    // One stream has an index of its own; several are picked out of the group's.
    let only = if streams.len() == 1 { streams.keys().next().copied() } else { None };
    let (column, id) = only.map_or(("log_group", group), |stream| ("log_stream", stream));
    let sql = format!(
        "SELECT at, id, ingestion, message, log_stream FROM log_event
        WHERE {column} = ? AND at BETWEEN ? AND ? AND (at, id) > (?, ?) ORDER BY at, id"
    );
    let after = query.after.unwrap_or(FIRST);
    let mut statement = db.prepare_cached(&sql)?;
    let mut rows = statement.query(params![
        id,
        earliest(query.start, after),
        latest(query.end, LAST),
        after.timestamp.0,
        after.sequence,
    ])?;
    let mut page = FilterPage { events: Vec::new(), next: None };
    let (mut bytes, mut scanned, mut reached) = (0, 0, after);
    while !streams.is_empty()
        && let Some(row) = rows.next()?
    {
        if scanned == query.max_scanned.max(1) || page.events.len() == query.limit {
            page.next = Some(reached);
            break;
        }
        let here = position(row)?;
        let message = text(row, 3)?;
        if let Some(stream) = streams.get(&row.get(4)?)
            && query.terms.iter().all(|term| message.contains(term.as_str()))
        {
            bytes += size(message.len());
            if bytes > query.max_bytes as u64 && !page.events.is_empty() {
                page.next = Some(reached);
                break;
            }
            let event = StoredEvent {
                position: here,
                ingestion: Timestamp(row.get(2)?),
                message: message.to_owned(),
            };
            page.events.push(FilteredEvent { stream: Arc::clone(stream), event });
        }
        scanned += 1;
        reached = here;
    }
    Ok(page)
}

/// Deletes what is too old or in a deleted stream; see [`crate::LogStore::expire`].
pub(super) fn expire(db: &Connection, now: Timestamp, max_events: usize) -> Result<Expired, StoreError> {
    let mut left = max_events;
    let mut done = Expired::default();
    let sql = "SELECT id, retention_days FROM log_group WHERE retention_days IS NOT NULL";
    let groups: Vec<(i64, u32)> = db
        .prepare_cached(sql)?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (group, days) in groups {
        let before = now.0.saturating_sub(i64::from(days).saturating_mul(DAY_MS));
        let old = "SELECT id, log_stream, message FROM log_event
            WHERE log_group = ?1 AND at < ?2 ORDER BY at, id LIMIT ?3";
        left -= delete_events(db, old, group, before, left)?;
    }
    while left > 0 {
        let sql = "SELECT id FROM doomed_stream LIMIT 1";
        let Some(stream) = db.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()? else { break };
        let all = "SELECT id, log_stream, message FROM log_event WHERE log_stream = ?1 AND at <= ?2 LIMIT ?3";
        let deleted = delete_events(db, all, stream, i64::MAX, left)?;
        if deleted < left {
            db.prepare_cached("DELETE FROM doomed_stream WHERE id = ?")?.execute([stream])?;
        }
        left -= deleted;
    }
    done.events = (max_events - left) as u64;
    done.more = left == 0;
    Ok(done)
}

/// Deletes the events that a statement selects, and says how many. What they took is subtracted from their streams.
fn delete_events(
    db: &Connection,
    select: &str,
    owner: i64,
    before: i64,
    limit: usize,
) -> Result<usize, StoreError> {
    let mut events: Vec<i64> = Vec::new();
    let mut freed: BTreeMap<i64, u64> = BTreeMap::new();
    let mut statement = db.prepare_cached(select)?;
    let mut rows = statement.query(params![owner, before, i64::try_from(limit).unwrap_or(i64::MAX)])?;
    while let Some(row) = rows.next()? {
        events.push(row.get(0)?);
        let bytes = if let ValueRef::Text(message) = row.get_ref(2)? { message.len() } else { 0 };
        *freed.entry(row.get(1)?).or_default() += size(bytes);
    }
    let mut delete = db.prepare_cached("DELETE FROM log_event WHERE id = ?")?;
    for event in &events {
        delete.execute([event])?;
    }
    for (stream, bytes) in freed {
        let sql = "UPDATE log_stream SET stored_bytes = max(0, stored_bytes - ?) WHERE id = ?";
        db.prepare_cached(sql)?.execute(params![signed(bytes), stream])?;
    }
    Ok(events.len())
}
