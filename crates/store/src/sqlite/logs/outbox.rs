//! Events that wait to be sent, in the form of chunks.

use super::chunk::{EventRef, Events, Form};
use super::settings::scope;
use crate::sqlite::{Sqlite, signed, unsigned};
use crate::{EventPosition, LogBatch, LogOutbox, Parcel, Selected, StoreError};
use async_trait::async_trait;
use domain::Timestamp;
use domain::log::LogStreamName;
use rusqlite::{Connection, params};

/// Keeps what filters selected; `firsts` has the number of each batch's first event.
pub(super) fn keep(
    db: &Connection,
    batches: &[LogBatch],
    selected: &[Selected],
    firsts: &[i64],
    now: Timestamp,
) -> Result<(), StoreError> {
    for Selected { batch, filter, events } in selected {
        let (Some(LogBatch { stream, events: all }), Some(first)) = (batches.get(*batch), firsts.get(*batch))
        else {
            continue;
        };
        let mut parcel = Events::default();
        for place in events {
            let Some(event) = all.get(*place) else { continue };
            let sequence = first.saturating_add(signed(*place as u64));
            let position = EventPosition { timestamp: event.timestamp, sequence };
            parcel.push(EventRef { position, ingestion: now, message: &event.message });
        }
        for piece in parcel.pieces() {
            insert(db, stream, filter, &piece)?;
        }
    }
    Ok(())
}

fn insert(db: &Connection, stream: &LogStreamName, filter: &str, events: &Events) -> Result<(), StoreError> {
    let (form, data) = events.encode(true);
    let sql = "INSERT INTO log_outbox
        (account, region, log_group, log_stream, filter, events, bytes, deflated, data)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    db.prepare_cached(sql)?.execute(params![
        stream.scope.account.as_str(),
        stream.scope.region.as_str(),
        &*stream.group,
        &*stream.stream,
        filter,
        signed(events.len() as u64),
        signed(events.bytes()),
        form == Form::Deflate,
        data,
    ])?;
    Ok(())
}

fn parcels(db: &Connection, after: i64, most: usize, bytes: u64) -> Result<Vec<Parcel>, StoreError> {
    let sql = "SELECT id, log_group, log_stream, filter, events, bytes, deflated, data, account, region
        FROM log_outbox WHERE id > ? ORDER BY id LIMIT ?";
    let mut statement = db.prepare_cached(sql)?;
    let mut rows = statement.query(params![after, signed(most as u64)])?;
    let (mut found, mut taken) = (Vec::new(), 0_u64);
    while let Some(row) = rows.next()? {
        let (events, size) = (unsigned(row.get(4)?), unsigned(row.get(5)?));
        taken = taken.saturating_add(size);
        if !found.is_empty() && taken > bytes {
            break;
        }
        let form = if row.get(6)? { Form::Deflate } else { Form::Plain };
        let data = row.get_ref(7)?.as_blob().map_err(|e| StoreError::Corrupt(e.to_string()))?;
        let read = Events::decode(form, data, usize::try_from(events).unwrap_or(0), size)?;
        let (group, stream): (String, String) = (row.get(1)?, row.get(2)?);
        found.push(Parcel {
            number: row.get(0)?,
            stream: LogStreamName { scope: scope(row, 8)?, group: group.into(), stream: stream.into() },
            filter: row.get(3)?,
            events: read.iter().map(Into::into).collect(),
        });
    }
    Ok(found)
}

/// Removes parcels by their numbers.
fn forget(db: &Connection, numbers: &[i64]) -> Result<(), StoreError> {
    let mut statement = db.prepare_cached("DELETE FROM log_outbox WHERE id = ?")?;
    numbers.iter().try_for_each(|number| statement.execute([number]).map(|_| ()))?;
    Ok(())
}

/// Bytes of messages that wait.
fn waiting(db: &Connection) -> Result<u64, StoreError> {
    let sql = "SELECT ifnull(sum(bytes), 0) FROM log_outbox";
    Ok(unsigned(db.prepare_cached(sql)?.query_row([], |row| row.get(0))?))
}

#[async_trait]
impl LogOutbox for Sqlite {
    async fn parcels(&self, after: i64, most: usize, bytes: u64) -> Result<Vec<Parcel>, StoreError> {
        self.logs.read(move |db| parcels(db, after, most, bytes)).await
    }

    async fn forget_parcels(&self, numbers: Vec<i64>) -> Result<(), StoreError> {
        self.logs.write(move |db| forget(db, &numbers)).await
    }

    async fn waiting_bytes(&self) -> Result<u64, StoreError> {
        self.logs.read(waiting).await
    }
}
