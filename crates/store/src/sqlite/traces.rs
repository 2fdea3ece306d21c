//! Traces in SQLite, in a file of their own that is opened when it is first needed: a server that traces nothing has neither the
//! file nor the thread that writes to it.

use super::database::{Database, Durability};
use super::probe::{named, rewrite};
use super::schema::TRACES;
use super::{RowKey, one_more, signed};
use crate::traces::{MAX_TRACE, Setting, SettingKind, StoredTrace, TracePlace, TraceQuery, TraceTime};
use crate::{Page, StoreError, TraceStore, WriteProbe};
use async_trait::async_trait;
use domain::{Scope, Segment, Timestamp, TraceId};
use rusqlite::{Connection, OptionalExtension, params};
use std::collections::{BinaryHeap, VecDeque};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use tokio::sync::OnceCell;

/// Traces in a data directory, or in memory for tests. Whoever opens one holds the directory's lock: see [`super::Sqlite`].
pub struct SqliteTraces {
    path: Option<PathBuf>,
    key: RowKey,
    database: OnceCell<Arc<Database>>,
}

impl SqliteTraces {
    /// In a directory that is there. Nothing is opened yet.
    pub fn in_directory(directory: &Path, key: &RowKey) -> Self {
        Self { path: Some(directory.join("traces.db")), key: key.clone(), database: OnceCell::new() }
    }

    /// Traces that vanish when this is dropped.
    pub fn in_memory() -> Self {
        Self { path: None, key: RowKey::new([0; 32]), database: OnceCell::new() }
    }

    async fn database(&self) -> Result<&Arc<Database>, StoreError> {
        let open = || async {
            let (path, key) = (self.path.clone(), self.key.clone());
            let opened = tokio::task::spawn_blocking(move || match path {
                Some(path) => Database::open(&path, &TRACES, Durability::Crash, &key),
                None => Database::in_memory(&TRACES, &key),
            });
            let opened = opened.await.map_err(|error| StoreError::Unavailable(error.to_string()))?;
            opened.map(Arc::new).map_err(|error| StoreError::Unavailable(error.to_string()))
        };
        self.database.get_or_try_init(open).await
    }

    /// Where there never was a trace there is nothing to read, and no file to be made for it.
    async fn to_read(&self) -> Result<Option<&Arc<Database>>, StoreError> {
        let is_there = self.database.initialized() || self.path.as_ref().is_some_and(|path| path.exists());
        if is_there { self.database().await.map(Some) } else { Ok(None) }
    }
}

/// The 96 bits, as they are kept.
fn rest(id: TraceId) -> [u8; 12] {
    let [_, _, _, _, rest @ ..] = id.unique.to_be_bytes();
    rest
}

/// 64 bits in a column; SQLite's numbers are signed.
fn bits(id: u64) -> i64 {
    i64::from_be_bytes(id.to_be_bytes())
}

fn write_segment(
    db: &Connection,
    scope: &Scope,
    segment: &Segment,
    now: Timestamp,
) -> Result<(), StoreError> {
    let (account, region) = (scope.account.as_str(), scope.region.as_str());
    let (seconds, rest) = (segment.trace.seconds, rest(segment.trace));
    let sql = "INSERT INTO trace (account, region, seconds, rest, begins, updated, bytes, revision, is_cut)
        VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0)
        ON CONFLICT DO UPDATE SET begins = min(begins, excluded.begins), updated = excluded.updated
        RETURNING number, bytes";
    let values = params![account, region, seconds, rest, segment.start.0, now.0];
    let found = db.prepare_cached(sql)?.query_row(values, |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (number, kept): (i64, i64) = found;
    let sql = "SELECT in_progress, length(CAST(document AS BLOB)) FROM segment WHERE trace = ? AND id = ?";
    let there = db.prepare_cached(sql)?.query_row(params![number, bits(segment.id)], |row| {
        Ok((row.get::<_, bool>(0)?, row.get::<_, i64>(1)?))
    });
    let there = there.optional()?;
    if segment.in_progress && there.is_some_and(|(in_progress, _)| !in_progress) {
        return Ok(());
    }
    let more = signed(segment.document.len() as u64) - there.map_or(0, |(_, bytes)| bytes);
    if kept + more > signed(MAX_TRACE) {
        db.prepare_cached("UPDATE trace SET is_cut = 1 WHERE number = ?")?.execute([number])?;
        return Ok(());
    }
    let sql =
        "INSERT OR REPLACE INTO segment (trace, id, begins, in_progress, document) VALUES (?, ?, ?, ?, ?)";
    db.prepare_cached(sql)?.execute(params![
        number,
        bits(segment.id),
        segment.start.0,
        segment.in_progress,
        &*segment.document
    ])?;
    db.prepare_cached("UPDATE trace SET bytes = bytes + ?, revision = revision + 1 WHERE number = ?")?
        .execute(params![more, number])?;
    Ok(())
}

/// A row of `trace`: its number, and all but the documents.
fn from_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<(i64, StoredTrace, u64)> {
    let rest: [u8; 12] = row.get(2)?;
    let unique = rest.iter().fold(0, |bits, byte| bits << 8 | u128::from(*byte));
    let id = TraceId { seconds: row.get(1)?, unique };
    let trace = StoredTrace { id, documents: Vec::new(), is_cut: row.get(3)?, revision: row.get(4)? };
    let bytes: i64 = row.get(5)?;
    Ok((row.get(0)?, trace, u64::try_from(bytes).unwrap_or(0)))
}

fn documents(db: &Connection, number: i64) -> Result<Vec<Arc<str>>, StoreError> {
    let mut statement =
        db.prepare_cached("SELECT document FROM segment WHERE trace = ? ORDER BY begins, id")?;
    let rows = statement.query_map([number], |row| row.get::<_, Arc<str>>(0))?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn list(
    db: &Connection,
    query: &TraceQuery,
    after: Option<TracePlace>,
    limit: usize,
    most_bytes: u64,
) -> Result<Page<(TracePlace, StoredTrace)>, StoreError> {
    let time = match query.by {
        TraceTime::Start => "begins",
        TraceTime::Update => "updated",
    };
    let after = after.unwrap_or(TracePlace { at: Timestamp(i64::MIN), number: 0 });
    let sql = format!(
        "SELECT number, seconds, rest, is_cut, revision, bytes, {time} FROM trace
         WHERE account = ? AND region = ? AND {time} >= ? AND {time} <= ? AND ({time}, number) > (?, ?)
         ORDER BY {time}, number LIMIT ?"
    );
    let mut statement = db.prepare_cached(&sql)?;
    let (account, region) = (query.scope.account.as_str(), query.scope.region.as_str());
    let values =
        params![account, region, query.from.0, query.to.0, after.at.0, after.number, one_more(limit)];
    let mut rows = statement.query(values)?;
    let (mut found, mut bytes) = (Vec::new(), 0_u64);
    while let Some(row) = rows.next()? {
        let (number, mut trace, size) = from_row(row)?;
        bytes = bytes.saturating_add(size);
        if found.len() >= limit || bytes > most_bytes && !found.is_empty() {
            return Ok(Page { items: found, more: true });
        }
        trace.documents = documents(db, number)?;
        found.push((TracePlace { at: Timestamp(row.get(6)?), number }, trace));
    }
    Ok(Page { items: found, more: false })
}

/// The number, the last change and the bytes of a trace.
type Aged = (i64, i64, i64);

/// The oldest traces of an account.
fn oldest(db: &Connection, account: &str, limit: usize) -> Result<VecDeque<Aged>, StoreError> {
    let sql = "SELECT number, updated, bytes FROM trace WHERE account = ? ORDER BY updated LIMIT ?";
    let mut statement = db.prepare_cached(sql)?;
    let rows = statement.query_map(params![account, signed(limit as u64)], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?))
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

/// What is too old goes first. Then, while there is more than may be, the oldest of the account that has most: one that has less
/// than its part of the room loses nothing to one that has more.
fn expire(db: &Connection, before: Timestamp, most_bytes: u64, limit: usize) -> Result<usize, StoreError> {
    let rooms: Vec<(String, i64)> = {
        let mut statement = db.prepare_cached("SELECT account, bytes FROM room ORDER BY account")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
        rows.collect::<rusqlite::Result<_>>()?
    };
    let mut doomed: Vec<i64> = Vec::new();
    let mut kept = BinaryHeap::new();
    let mut over = -signed(most_bytes);
    for (account, mut bytes) in rooms {
        let mut aged = oldest(db, &account, limit)?;
        if aged.is_empty() {
            db.prepare_cached("DELETE FROM room WHERE account = ?")?.execute([&account])?;
        }
        while doomed.len() < limit
            && let Some((number, _, size)) = aged.pop_front_if(|(_, updated, _)| *updated < before.0)
        {
            doomed.push(number);
            bytes -= size;
        }
        over = over.saturating_add(bytes);
        kept.push((bytes, account, aged));
    }
    while doomed.len() < limit
        && over > 0
        && let Some((bytes, account, mut aged)) = kept.pop()
    {
        // One that has none left here has as many as may go at once.
        let Some((number, _, size)) = aged.pop_front() else { continue };
        doomed.push(number);
        over -= size;
        kept.push((bytes - size, account, aged));
    }
    for number in &doomed {
        db.prepare_cached("DELETE FROM segment WHERE trace = ?")?.execute([number])?;
        db.prepare_cached("DELETE FROM trace WHERE number = ?")?.execute([number])?;
    }
    Ok(doomed.len())
}

fn kind_name(kind: SettingKind) -> &'static str {
    match kind {
        SettingKind::Group => "group",
        SettingKind::SamplingRule => "sampling-rule",
        SettingKind::Encryption => "encryption",
    }
}

fn put_setting(
    db: &Connection,
    scope: &Scope,
    setting: &Setting,
    is_new: bool,
    most: usize,
) -> Result<bool, StoreError> {
    let (account, region, kind) = (scope.account.as_str(), scope.region.as_str(), kind_name(setting.kind));
    if is_new {
        let sql = "SELECT count(*) FROM setting WHERE account = ? AND region = ? AND kind = ?";
        let there: i64 =
            db.prepare_cached(sql)?.query_row(params![account, region, kind], |row| row.get(0))?;
        if there >= signed(most as u64) {
            return Ok(false);
        }
    }
    let sql = if is_new {
        "INSERT INTO setting (value, account, region, kind, name) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING"
    } else {
        "UPDATE setting SET value = ? WHERE account = ? AND region = ? AND kind = ? AND name = ?"
    };
    let values = params![setting.value, account, region, kind, setting.name];
    Ok(db.prepare_cached(sql)?.execute(values)? == 1)
}

#[async_trait]
impl WriteProbe for SqliteTraces {
    async fn probe_write(&self) -> Result<(), StoreError> {
        let probe = async {
            let Some(database) = self.to_read().await? else { return Ok(()) };
            database.write(rewrite).await
        };
        probe.await.map_err(|error| named("traces.db", error))
    }
}

#[async_trait]
impl TraceStore for SqliteTraces {
    async fn put_segments(&self, segments: Vec<(Scope, Segment)>, now: Timestamp) -> Result<(), StoreError> {
        let work = move |db: &Connection| {
            segments.iter().try_for_each(|(scope, segment)| write_segment(db, scope, segment, now))
        };
        self.database().await?.write(work).await
    }

    async fn trace(&self, scope: &Scope, id: TraceId) -> Result<Option<StoredTrace>, StoreError> {
        let Some(database) = self.to_read().await? else { return Ok(None) };
        let scope = scope.clone();
        let work = move |db: &Connection| {
            let sql = "SELECT number, seconds, rest, is_cut, revision, bytes FROM trace
                WHERE account = ? AND region = ? AND seconds = ? AND rest = ?";
            let values = params![scope.account.as_str(), scope.region.as_str(), id.seconds, rest(id)];
            let found = db.prepare_cached(sql)?.query_row(values, from_row).optional()?;
            let Some((number, trace, _)) = found else { return Ok(None) };
            Ok(Some(StoredTrace { documents: documents(db, number)?, ..trace }))
        };
        database.read(work).await
    }

    async fn traces(
        &self,
        query: TraceQuery,
        after: Option<TracePlace>,
        limit: usize,
        most_bytes: u64,
    ) -> Result<Page<(TracePlace, StoredTrace)>, StoreError> {
        let Some(database) = self.to_read().await? else {
            return Ok(Page { items: Vec::new(), more: false });
        };
        database.read(move |db| list(db, &query, after, limit, most_bytes)).await
    }

    async fn expire_traces(
        &self,
        before: Timestamp,
        most_bytes: u64,
        limit: usize,
    ) -> Result<usize, StoreError> {
        let Some(database) = self.to_read().await? else { return Ok(0) };
        database.write(move |db| expire(db, before, most_bytes, limit)).await
    }

    async fn put_setting(
        &self,
        scope: &Scope,
        setting: Setting,
        is_new: bool,
        most: usize,
    ) -> Result<bool, StoreError> {
        let scope = scope.clone();
        self.database().await?.write(move |db| put_setting(db, &scope, &setting, is_new, most)).await
    }

    async fn settings(&self, scope: &Scope, kind: SettingKind) -> Result<Vec<Setting>, StoreError> {
        let Some(database) = self.to_read().await? else { return Ok(Vec::new()) };
        let scope = scope.clone();
        let work = move |db: &Connection| {
            let sql = "SELECT name, value FROM setting
                WHERE account = ? AND region = ? AND kind = ? ORDER BY name";
            let mut statement = db.prepare_cached(sql)?;
            let values = params![scope.account.as_str(), scope.region.as_str(), kind_name(kind)];
            let rows = statement
                .query_map(values, |row| Ok(Setting { kind, name: row.get(0)?, value: row.get(1)? }))?;
            Ok(rows.collect::<rusqlite::Result<_>>()?)
        };
        database.read(work).await
    }

    async fn delete_setting(&self, scope: &Scope, kind: SettingKind, name: &str) -> Result<bool, StoreError> {
        let Some(database) = self.to_read().await? else { return Ok(false) };
        let (scope, name) = (scope.clone(), name.to_owned());
        let work = move |db: &Connection| {
            let sql = "DELETE FROM setting WHERE account = ? AND region = ? AND kind = ? AND name = ?";
            let values = params![scope.account.as_str(), scope.region.as_str(), kind_name(kind), name];
            Ok(db.prepare_cached(sql)?.execute(values)? == 1)
        };
        database.write(work).await
    }
}
