//! Chunks as rows of `log_chunk`.

use super::chunk::{Events, FULL, Form};
use crate::sqlite::{signed, unsigned};
use crate::{EventPosition, StoreError};
use domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};

/// The level of chunks that are never merged. Those of lower levels are, with as many others of theirs.
pub(super) const DONE: i64 = 3;

/// Whose chunks: the rows of a group and of a stream.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Owner {
    pub(super) group: i64,
    pub(super) stream: i64,
}

/// Adds sorted events of at most a chunk's bounds. Nothing is added for none.
pub(super) fn insert(db: &Connection, owner: Owner, level: i64, events: &Events) -> Result<(), StoreError> {
    let Some((first, last)) = events.ends() else { return Ok(()) };
    let bytes = events.bytes();
    let level = if bytes * 2 >= FULL { DONE } else { level };
    // What is merged soon is compressed then.
    let (form, data) = events.encode(level > 0);
    let sql = "INSERT INTO log_chunk (log_group, log_stream, level, first_at, first_sequence, last_at, last_sequence,
        events, bytes, deflated, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    db.prepare_cached(sql)?.execute(params![
        owner.group,
        owner.stream,
        level,
        first.timestamp.0,
        first.sequence,
        last.timestamp.0,
        last.sequence,
        signed(events.len() as u64),
        signed(bytes),
        form == Form::Deflate,
        data,
    ])?;
    Ok(())
}

/// The events of a chunk; none where there is no such chunk.
pub(super) fn load(db: &Connection, chunk: i64) -> Result<Events, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT deflated, events, bytes, data FROM log_chunk WHERE id = ?")?;
    let found = statement.query_row([chunk], |row| {
        let form = if row.get(0)? { Form::Deflate } else { Form::Plain };
        let (events, bytes) = (unsigned(row.get(1)?), unsigned(row.get(2)?));
        Ok(Events::decode(form, row.get_ref(3)?.as_blob()?, usize::try_from(events).unwrap_or(0), bytes))
    });
    found.optional()?.unwrap_or_else(|| Ok(Events::default()))
}

/// Removes a chunk.
pub(super) fn delete(db: &Connection, chunk: i64) -> Result<(), StoreError> {
    db.prepare_cached("DELETE FROM log_chunk WHERE id = ?")?.execute([chunk])?;
    Ok(())
}

/// A position in two columns, the first of which is at `column`.
pub(super) fn position(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<EventPosition> {
    Ok(EventPosition { timestamp: Timestamp(row.get(column)?), sequence: row.get(column + 1)? })
}
