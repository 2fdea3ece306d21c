//! Adding events, and merging what gathers.

use super::chunk::{EventRef, Events};
use super::groups::{GroupKey, create_stream, stream_id};
use super::rows::{self, DONE, Owner};
use crate::sqlite::signed;
use crate::{EventPosition, IfMissing, LogBatch, StoreError};
use domain::Timestamp;
use domain::log::LogEvent;
use rusqlite::{Connection, params};

/// So many chunks of one level become one of the next, or more where they are too large for one.
const FANOUT: usize = 16;

/// Adds events, and says which number the first of each batch has; see [`crate::LogStore::append_all`].
pub(super) fn append(
    db: &Connection,
    batches: &[LogBatch],
    missing: IfMissing,
    now: Timestamp,
) -> Result<Vec<i64>, StoreError> {
    let mut firsts = Vec::with_capacity(batches.len());
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
        firsts.push(insert(db, Owner { group, stream: id }, events, now)?);
    }
    Ok(firsts)
}

fn insert(db: &Connection, owner: Owner, events: &[LogEvent], now: Timestamp) -> Result<i64, StoreError> {
    let times = || events.iter().map(|event| event.timestamp.0);
    let (Some(first), Some(last)) = (times().min(), times().max()) else { return Ok(0) };
    let mut added = Events::default();
    let number = next_sequence(db, events.len())?;
    for (sequence, event) in (number..).zip(events) {
        let position = EventPosition { timestamp: event.timestamp, sequence };
        added.push(EventRef { position, ingestion: now, message: &event.message });
    }
    added.sort();
    for piece in added.pieces() {
        rows::insert(db, owner, 0, &piece)?;
    }
    let sql = "UPDATE log_stream SET first_event = min(ifnull(first_event, ?1), ?1),
        last_event = max(ifnull(last_event, ?2), ?2), last_ingestion = ?3, stored_bytes = stored_bytes + ?4
        WHERE id = ?5";
    db.prepare_cached(sql)?.execute(params![first, last, now.0, signed(added.bytes()), owner.stream])?;
    merge(db, owner)?;
    Ok(number)
}

/// The number of the first of so many events; the others have those that follow.
fn next_sequence(db: &Connection, events: usize) -> Result<i64, StoreError> {
    let sql = "UPDATE log_sequence SET next = next + ?1 RETURNING next - ?1";
    Ok(db.prepare_cached(sql)?.query_row([signed(events as u64)], |row| row.get(0))?)
}

/// Merges the stream's chunks of each level of which there are enough.
fn merge(db: &Connection, owner: Owner) -> Result<(), StoreError> {
    for level in 0..DONE {
        // The last condition has the index used that leaves out what is done.
        let sql = "SELECT id FROM log_chunk WHERE log_stream = ? AND level = ? AND level < 3";
        let chunks: Vec<i64> = db
            .prepare_cached(sql)?
            .query_map([owner.stream, level], |row| row.get(0))?
            .collect::<rusqlite::Result<_>>()?;
        if chunks.len() < FANOUT {
            break;
        }
        let mut merged = Events::default();
        for chunk in chunks {
            rows::load(db, chunk)?.iter().for_each(|event| merged.push(event));
            rows::delete(db, chunk)?;
        }
        merged.sort();
        for piece in merged.pieces() {
            rows::insert(db, owner, level + 1, &piece)?;
        }
    }
    Ok(())
}
