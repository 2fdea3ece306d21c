//! Deleting what is too old, and what is left of deleted streams.

use super::chunk::Events;
use super::rows::{self, Owner};
use crate::sqlite::{signed, unsigned};
use crate::{Expired, StoreError};
use domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

const DAY_MS: i64 = 86_400_000;

/// Deletes what is too old or in a deleted stream; see [`crate::LogStore::expire`].
pub(super) fn expire(
    db: &Connection,
    now: Timestamp,
    max_bytes: Option<u64>,
    max_events: usize,
) -> Result<Expired, StoreError> {
    let mut left = max_events;
    let sql = "SELECT id, retention_days FROM log_group WHERE retention_days IS NOT NULL";
    let groups: Vec<(i64, u32)> = db
        .prepare_cached(sql)?
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<_>>()?;
    for (group, days) in groups {
        let before = now.0.saturating_sub(i64::from(days).saturating_mul(DAY_MS));
        left -= delete(db, "log_group", group, before, left, u64::MAX)?;
    }
    if let Some(most) = max_bytes {
        for (group, excess) in too_large(db, most)? {
            left -= delete(db, "log_group", group, i64::MAX, left, excess)?;
        }
    }
    while left > 0 {
        let sql = "SELECT id FROM doomed_stream LIMIT 1";
        let Some(stream) = db.prepare_cached(sql)?.query_row([], |row| row.get(0)).optional()? else { break };
        let deleted = delete(db, "log_stream", stream, i64::MAX, left, u64::MAX)?;
        if deleted < left {
            db.prepare_cached("DELETE FROM doomed_stream WHERE id = ?")?.execute([stream])?;
        }
        left -= deleted;
    }
    Ok(Expired { events: (max_events - left) as u64, more: left == 0 })
}

/// Groups that have more bytes of messages than they may, and how many more.
fn too_large(db: &Connection, most: u64) -> Result<Vec<(i64, u64)>, StoreError> {
    let sql = "SELECT log_group, sum(stored_bytes) - ?1 FROM log_stream GROUP BY log_group
        HAVING sum(stored_bytes) > ?1";
    let mut statement = db.prepare_cached(sql)?;
    let found = statement.query_map([signed(most)], |row| Ok((row.get(0)?, unsigned(row.get(1)?))))?;
    Ok(found.collect::<rusqlite::Result<_>>()?)
}

/// A chunk with events to delete.
struct Old {
    chunk: i64,
    owner: Owner,
    level: i64,
    last_at: i64,
    events: usize,
    bytes: u64,
}

/// Deletes up to `limit` events that are earlier than `before`, the oldest first, until `enough` bytes of messages are gone, and
/// says how many. What they took is subtracted from their streams.
fn delete(
    db: &Connection,
    column: &str,
    owner: i64,
    before: i64,
    limit: usize,
    enough: u64,
) -> Result<usize, StoreError> {
    // A chunk has an event at least.
    let sql = format!(
        "SELECT id, log_group, log_stream, level, last_at, events, bytes FROM log_chunk
        WHERE {column} = ? AND first_at < ? ORDER BY first_at LIMIT ?"
    );
    let olds: Vec<Old> = db
        .prepare_cached(&sql)?
        .query_map(params![owner, before, signed(limit as u64)], |row| {
            Ok(Old {
                chunk: row.get(0)?,
                owner: Owner { group: row.get(1)?, stream: row.get(2)? },
                level: row.get(3)?,
                last_at: row.get(4)?,
                events: usize::try_from(unsigned(row.get(5)?)).unwrap_or(usize::MAX),
                bytes: unsigned(row.get(6)?),
            })
        })?
        .collect::<rusqlite::Result<_>>()?;
    let (mut deleted, mut freed) = (0, 0_u64);
    for old in olds {
        let left = limit - deleted;
        if left == 0 || freed >= enough {
            break;
        }
        let (events, bytes) = if old.last_at < before && old.events <= left {
            rows::delete(db, old.chunk)?;
            (old.events, old.bytes)
        } else {
            cut(db, &old, before, left)?
        };
        let sql = "UPDATE log_stream SET stored_bytes = max(0, stored_bytes - ?) WHERE id = ?";
        db.prepare_cached(sql)?.execute(params![signed(bytes), old.owner.stream])?;
        deleted += events;
        freed = freed.saturating_add(bytes);
    }
    Ok(deleted)
}

/// Deletes the first events of a chunk, and says how many and how much.
fn cut(db: &Connection, old: &Old, before: i64, limit: usize) -> Result<(usize, u64), StoreError> {
    let (mut gone, mut bytes, mut kept) = (0, 0, Events::default());
    for event in rows::load(db, old.chunk)?.iter() {
        if gone < limit && event.position.timestamp.0 < before {
            gone += 1;
            bytes += event.size();
        } else {
            kept.push(event);
        }
    }
    rows::delete(db, old.chunk)?;
    rows::insert(db, old.owner, old.level, &kept)?;
    Ok((gone, bytes))
}
