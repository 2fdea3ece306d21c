//! From files that have a row for each event.

use super::chunk::{EventRef, Events, FULL};
use super::rows::{self, DONE, Owner};
use crate::StoreError;
use rusqlite::Connection;

/// Makes chunks of all rows of `log_event`; the next number is the one that would have been given next.
pub(in crate::sqlite) fn convert(db: &Connection) -> Result<(), StoreError> {
    db.execute(
        "UPDATE log_sequence SET next = 1 + max(
            (SELECT ifnull(max(seq), 0) FROM sqlite_sequence WHERE name = 'log_event'),
            (SELECT ifnull(max(id), 0) FROM log_event))",
        [],
    )?;
    let sql =
        "SELECT log_group, log_stream, at, id, ingestion, message FROM log_event ORDER BY log_stream, at, id";
    let mut statement = db.prepare(sql)?;
    let mut found = statement.query([])?;
    let (mut owner, mut gathered, mut bytes) = (None, Events::default(), 0);
    while let Some(row) = found.next()? {
        let here = Owner { group: row.get(0)?, stream: row.get(1)? };
        let message =
            row.get_ref(5)?.as_str().map_err(|e| StoreError::Corrupt(format!("a log event: {e}")))?;
        if let Some(before) = owner.filter(|before| *before != here || bytes >= FULL) {
            write(db, before, &std::mem::take(&mut gathered))?;
            bytes = 0;
        }
        let event = EventRef {
            position: rows::position(row, 2)?,
            ingestion: domain::Timestamp(row.get(4)?),
            message,
        };
        bytes += event.size();
        gathered.push(event);
        owner = Some(here);
    }
    if let Some(owner) = owner {
        write(db, owner, &gathered)?;
    }
    Ok(())
}

fn write(db: &Connection, owner: Owner, events: &Events) -> Result<(), StoreError> {
    events.pieces().iter().try_for_each(|piece| rows::insert(db, owner, DONE, piece))
}
