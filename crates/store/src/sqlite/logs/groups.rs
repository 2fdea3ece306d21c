//! Groups and streams, and the trait.

use super::{append, expire, meter, outbox, read, settings};
use crate::sqlite::{Sqlite, one_more, unsigned};
use crate::{
    Appended, EventQuery, Expired, FilterPage, FilterQuery, GroupMatch, LogGroup, LogStore, LogStream, Page,
    StoreError, StoredEvent, StreamCursor, StreamOrder, Thing,
};
use async_trait::async_trait;
use domain::meter::{Allocated, Metered};
use domain::{Scope, Timestamp};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A group's name and scope, owned, so that it may travel to the thread that works.
pub(super) struct GroupKey {
    account: String,
    region: String,
    name: String,
}

impl GroupKey {
    pub(super) fn new(scope: &Scope, name: &str) -> Self {
        let Scope { account, region } = scope;
        Self { account: account.to_string(), region: region.to_string(), name: name.to_owned() }
    }

    /// Account and region.
    pub(super) fn scope(&self) -> (&str, &str) {
        (&self.account, &self.region)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The group's row, or `NotFound`.
    pub(super) fn id(&self, db: &Connection) -> Result<i64, StoreError> {
        let sql = "SELECT id FROM log_group WHERE account = ? AND region = ? AND name = ?";
        let key = params![self.account, self.region, self.name];
        let id = db.prepare_cached(sql)?.query_row(key, |row| row.get(0)).optional()?;
        id.ok_or(StoreError::NotFound(Thing::LogGroup))
    }

    /// Adds the group, or fails with `AlreadyExists`.
    pub(super) fn create(&self, db: &Connection, now: Timestamp) -> Result<i64, StoreError> {
        let sql = "INSERT INTO log_group (account, region, name, created) VALUES (?, ?, ?, ?)
            ON CONFLICT DO NOTHING";
        let added = db.prepare_cached(sql)?.execute(params![self.account, self.region, self.name, now.0])?;
        if added == 0 { Err(StoreError::AlreadyExists(Thing::LogGroup)) } else { Ok(db.last_insert_rowid()) }
    }
}

/// The stream's row, or `NotFound`.
pub(super) fn stream_id(db: &Connection, group: i64, stream: &str) -> Result<i64, StoreError> {
    let sql = "SELECT id FROM log_stream WHERE log_group = ? AND name = ?";
    let id = db.prepare_cached(sql)?.query_row(params![group, stream], |row| row.get(0)).optional()?;
    id.ok_or(StoreError::NotFound(Thing::LogStream))
}

/// Adds a stream, or fails with `AlreadyExists`.
pub(super) fn create_stream(
    db: &Connection,
    group: i64,
    stream: &str,
    now: Timestamp,
) -> Result<i64, StoreError> {
    let sql = "INSERT INTO log_stream (log_group, name, created, stored_bytes) VALUES (?, ?, ?, 0)
        ON CONFLICT DO NOTHING";
    let added = db.prepare_cached(sql)?.execute(params![group, stream, now.0])?;
    if added == 0 { Err(StoreError::AlreadyExists(Thing::LogStream)) } else { Ok(db.last_insert_rowid()) }
}

fn delete_group(db: &Connection, key: &GroupKey) -> Result<(), StoreError> {
    let group = key.id(db)?;
    settings::delete_all(db, key)?;
    let doom = "INSERT INTO doomed_stream (id) SELECT id FROM log_stream WHERE log_group = ?";
    for sql in [doom, "DELETE FROM log_stream WHERE log_group = ?", "DELETE FROM log_group WHERE id = ?"] {
        db.prepare_cached(sql)?.execute([group])?;
    }
    Ok(())
}

fn groups(
    db: &Connection,
    key: &GroupKey,
    matching: &GroupMatch,
    limit: usize,
) -> Result<Vec<LogGroup>, StoreError> {
    // Both are data: LIKE and GLOB would give characters of a name a meaning.
    let (condition, text) = match matching {
        GroupMatch::Any => ("?4 = ''", ""),
        GroupMatch::Prefix(prefix) => ("substr(name, 1, length(?4)) = ?4", prefix.as_str()),
        GroupMatch::Contains(part) => ("instr(lower(name), lower(?4)) > 0", part.as_str()),
    };
    let sql = format!(
        "SELECT name, created, retention_days,
            (SELECT ifnull(sum(stored_bytes), 0) FROM log_stream WHERE log_group = log_group.id)
        FROM log_group WHERE account = ?1 AND region = ?2 AND name > ?3 AND {condition}
        ORDER BY name LIMIT ?5"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let values = params![key.account, key.region, key.name, text, one_more(limit)];
    let rows = statement.query_map(values, |row| {
        Ok(LogGroup {
            name: row.get(0)?,
            created: Timestamp(row.get(1)?),
            retention_days: row.get(2)?,
            stored_bytes: unsigned(row.get(3)?),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn stream_from_row(row: &Row<'_>) -> rusqlite::Result<LogStream> {
    let time = |column: usize| row.get::<_, Option<i64>>(column).map(|at| at.map(Timestamp));
    Ok(LogStream {
        name: row.get(0)?,
        created: Timestamp(row.get(1)?),
        first_event: time(2)?,
        last_event: time(3)?,
        last_ingestion: time(4)?,
        stored_bytes: unsigned(row.get(5)?),
    })
}

fn streams(
    db: &Connection,
    group: i64,
    prefix: &str,
    (order, descending): (StreamOrder, bool),
    after: Option<&StreamCursor>,
    limit: usize,
) -> Result<Vec<LogStream>, StoreError> {
    let (beyond, direction) = if descending { ("<", "DESC") } else { (">", "ASC") };
    let (place, sorted) = match order {
        StreamOrder::Name => ("name", format!("name {direction}")),
        StreamOrder::LastEventTime => (
            "(ifnull(last_event, -1), name)",
            format!("ifnull(last_event, -1) {direction}, name {direction}"),
        ),
    };
    let (at, name) = match after {
        Some(cursor) => (cursor.last_event.map_or(-1, |at| at.0), cursor.name.as_str()),
        None => (-1, ""),
    };
    let from = match (after, order) {
        (None, _) => "?3 IS NOT NULL AND ?4 IS NOT NULL".to_owned(),
        (Some(_), StreamOrder::Name) => format!("?3 IS NOT NULL AND {place} {beyond} ?4"),
        (Some(_), StreamOrder::LastEventTime) => format!("{place} {beyond} (?3, ?4)"),
    };
    let sql = format!(
        "SELECT name, created, first_event, last_event, last_ingestion, stored_bytes FROM log_stream
        WHERE log_group = ?1 AND substr(name, 1, length(?2)) = ?2 AND {from} ORDER BY {sorted} LIMIT ?5"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let rows = statement.query_map(params![group, prefix, at, name, one_more(limit)], stream_from_row)?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

#[async_trait]
impl LogStore for Sqlite {
    async fn create_group(&self, scope: &Scope, group: &str, now: Timestamp) -> Result<(), StoreError> {
        let key = GroupKey::new(scope, group);
        self.logs.write(move |db| key.create(db, now).map(|_| ())).await
    }

    async fn delete_group(&self, scope: &Scope, group: &str) -> Result<(), StoreError> {
        let key = GroupKey::new(scope, group);
        self.logs.write(move |db| delete_group(db, &key)).await
    }

    async fn describe_groups(
        &self,
        scope: &Scope,
        matching: &GroupMatch,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Page<LogGroup>, StoreError> {
        let (after, matching) = (GroupKey::new(scope, after.unwrap_or_default()), matching.clone());
        let found = self.logs.read(move |db| groups(db, &after, &matching, limit)).await?;
        Ok(Page::cut(found, limit))
    }

    async fn put_retention(&self, scope: &Scope, group: &str, days: Option<u32>) -> Result<(), StoreError> {
        let key = GroupKey::new(scope, group);
        let work = move |db: &Connection| {
            let id = key.id(db)?;
            let sql = "UPDATE log_group SET retention_days = ? WHERE id = ?";
            db.prepare_cached(sql)?.execute(params![days, id])?;
            Ok(())
        };
        self.logs.write(work).await
    }

    async fn retention(&self, scope: &Scope, group: &str) -> Result<Option<u32>, StoreError> {
        let key = GroupKey::new(scope, group);
        let work = move |db: &Connection| {
            let sql = "SELECT retention_days FROM log_group WHERE id = ?";
            Ok(db.prepare_cached(sql)?.query_row([key.id(db)?], |row| row.get(0))?)
        };
        self.logs.read(work).await
    }

    async fn create_stream(
        &self,
        scope: &Scope,
        group: &str,
        stream: &str,
        now: Timestamp,
    ) -> Result<(), StoreError> {
        let (key, stream) = (GroupKey::new(scope, group), stream.to_owned());
        self.logs.write(move |db| create_stream(db, key.id(db)?, &stream, now).map(|_| ())).await
    }

    async fn delete_stream(&self, scope: &Scope, group: &str, stream: &str) -> Result<(), StoreError> {
        let (key, stream) = (GroupKey::new(scope, group), stream.to_owned());
        let work = move |db: &Connection| {
            let id = stream_id(db, key.id(db)?, &stream)?;
            db.prepare_cached("INSERT INTO doomed_stream (id) VALUES (?)")?.execute([id])?;
            db.prepare_cached("DELETE FROM log_stream WHERE id = ?")?.execute([id])?;
            Ok(())
        };
        self.logs.write(work).await
    }

    async fn describe_streams(
        &self,
        scope: &Scope,
        group: &str,
        prefix: &str,
        order: StreamOrder,
        descending: bool,
        after: Option<&StreamCursor>,
        limit: usize,
    ) -> Result<Page<LogStream>, StoreError> {
        let (key, prefix, after) = (GroupKey::new(scope, group), prefix.to_owned(), after.cloned());
        let work = move |db: &Connection| {
            streams(db, key.id(db)?, &prefix, (order, descending), after.as_ref(), limit)
        };
        Ok(Page::cut(self.logs.read(work).await?, limit))
    }

    async fn append_all(&self, appended: Appended, now: Timestamp) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            let Appended { batches, missing, selected, metered } = &appended;
            let firsts = append::append(db, batches, *missing, now)?;
            outbox::keep(db, batches, selected, &firsts, now)?;
            meter::add(db, metered)
        };
        self.logs.write(work).await
    }

    async fn metered(&self, first_day: i64, last_day: i64) -> Result<Vec<Metered>, StoreError> {
        let mut all = self.logs.read(move |db| meter::read(db, first_day, last_day)).await?;
        all.extend(self.events.read(move |db| meter::accepted(db, first_day, last_day)).await?);
        Ok(all)
    }

    async fn allocate(&self, allocated: Allocated) -> Result<(), StoreError> {
        self.logs.write(move |db| meter::allocate(db, &allocated)).await
    }

    async fn get_events(
        &self,
        scope: &Scope,
        group: &str,
        stream: &str,
        query: EventQuery,
    ) -> Result<Vec<StoredEvent>, StoreError> {
        let (key, stream) = (GroupKey::new(scope, group), stream.to_owned());
        let work = move |db: &Connection| read::get(db, stream_id(db, key.id(db)?, &stream)?, query);
        self.logs.read(work).await
    }

    async fn filter_events(
        &self,
        scope: &Scope,
        group: &str,
        query: FilterQuery,
    ) -> Result<FilterPage, StoreError> {
        let key = GroupKey::new(scope, group);
        self.logs.read(move |db| read::filter(db, key.id(db)?, &query)).await
    }

    async fn stored_bytes(&self) -> Result<u64, StoreError> {
        let sql = "SELECT ifnull(sum(stored_bytes), 0) FROM log_stream";
        self.logs.read(move |db| Ok(unsigned(db.prepare_cached(sql)?.query_row([], |row| row.get(0))?))).await
    }

    async fn expire(
        &self,
        now: Timestamp,
        max_bytes: Option<u64>,
        max_events: usize,
    ) -> Result<Expired, StoreError> {
        self.logs.write(move |db| expire::expire(db, now, max_bytes, max_events)).await
    }
}
