//! All stores in one directory, on SQLite.
//!
//! Four databases: `tenfold.db` with functions and roles and `events.db` with queued events (`synchronous=FULL`: an
//! acknowledged write survives a power cut; claims and settlements of events only `kill -9`, ADR 21), `logs.db`
//! and `metrics.db` (`synchronous=NORMAL`: they survive `kill -9`; a power cut may take the last moments). Events have a file
//! of their own so that accepting them and changing functions do not wait for each other. Traces have `traces.db`, which is
//! made when the first one comes. One server at a time: `tenfold.lock` is held as long as the store is open.
//!
//! Never here: a database call on an async thread, a write outside the writer's transactions.

mod account;
mod admissions;
mod aliases;
mod attachments;
mod code_signing;
mod database;
mod event_sources;
mod events;
mod functions;
mod iam_items;
mod identity;
mod key;
mod layers;
mod logs;
mod managed_policies;
mod metrics;
mod probe;
mod record;
mod rekey;
mod room;
mod schema;
mod signature;
mod tags;
mod traces;
mod users;
mod varint;
mod versions;

#[cfg(test)]
mod tests;

use crate::{OpenError, StoreError};
use admissions::Admissions;
use database::{Database, Durability};
use domain::meter::Metered;
use room::Room;
use rusqlite::{Connection, OpenFlags};
pub use signature::RowKey;
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;
use std::time::Duration;
pub use traces::SqliteTraces;

/// Functions, roles, logs and queued events in a data directory, or in memory for tests.
pub struct Sqlite {
    main: Database,
    logs: Database,
    events: Database,
    /// Counts the changes of identities.
    identities: Arc<AtomicU64>,
    metrics: Database,
    known_metrics: metrics::Metrics,
    key: RowKey,
    /// Events on their way into `events`.
    admissions: Admissions,
    /// Last, so that it is released after the databases are closed.
    _lock: Option<File>,
}

impl Sqlite {
    /// Opens the stores in a directory, which is made where it is missing (mode 0700). Rows are signed and sealed under
    /// `key`, which has to be the same one each time. Blocks for a few ms.
    pub fn open(directory: &Path, key: &RowKey) -> Result<Self, OpenError> {
        let io =
            |reason: std::io::Error| OpenError::Io { path: directory.to_owned(), reason: reason.to_string() };
        DirBuilder::new().recursive(true).mode(0o700).create(directory).map_err(io)?;
        let lock = lock(directory)?;
        let used = directory.join("tenfold.db").exists();
        let main = Database::open(&directory.join("tenfold.db"), &schema::MAIN, Durability::PowerCut, key)?;
        let logs = Database::open(&directory.join("logs.db"), &schema::LOGS, Durability::Crash, key)?;
        let events = directory.join("events.db");
        if used && !events.exists() {
            tracing::warn!(path = %events.display(), "the queue of events is missing; an empty one is made");
        }
        let events = Database::open(&events, &schema::EVENTS, Durability::PowerCut, key)?;
        let identities = Arc::default();
        let metrics =
            Database::open(&directory.join("metrics.db"), &schema::METRICS, Durability::Crash, key)?;
        let (known_metrics, admissions) =
            (metrics::Metrics::default(), Admissions::new(Room::of(Some(directory))));
        let key = key.clone();
        Ok(Self {
            main,
            logs,
            events,
            identities,
            metrics,
            known_metrics,
            key,
            admissions,
            _lock: Some(lock),
        })
    }

    /// Stores that vanish when they are dropped.
    pub fn in_memory() -> Result<Self, OpenError> {
        let key = RowKey::new([0; 32]);
        Ok(Self {
            main: Database::in_memory(&schema::MAIN, &key)?,
            logs: Database::in_memory(&schema::LOGS, &key)?,
            events: Database::in_memory(&schema::EVENTS, &key)?,
            identities: Arc::default(),
            metrics: Database::in_memory(&schema::METRICS, &key)?,
            known_metrics: metrics::Metrics::default(),
            key,
            admissions: Admissions::new(Room::of(None)),
            _lock: None,
        })
    }

    /// A write that changes identities or what decides about them: it is counted once it is committed.
    async fn write_identities<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        self.main.write_counted(&self.identities, work).await
    }
}

/// What functions used from one day to another, both included, of the stores in a directory. A server may use them
/// meanwhile. Nothing for a directory in which nothing was ever metered. Blocks.
pub fn metered_in(directory: &Path, first_day: i64, last_day: i64) -> Result<Vec<Metered>, StoreError> {
    let mut all = Vec::new();
    if let Some(db) = open_to_read(&directory.join("logs.db"), "meter")? {
        all = logs::meter::read(&db, first_day, last_day)?;
    }
    if let Some(db) = open_to_read(&directory.join("events.db"), "accepted")? {
        all.extend(logs::meter::accepted(&db, first_day, last_day)?);
    }
    Ok(all)
}

/// A database that a server may be using, where it is there and has a table.
fn open_to_read(path: &Path, table: &str) -> Result<Option<Connection>, StoreError> {
    if !path.exists() {
        return Ok(None);
    }
    // A file with a log beside it can only be read by who may write to it.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags)?;
    db.busy_timeout(Duration::from_secs(5))?;
    db.pragma_update(None, "query_only", true)?;
    Ok(db.table_exists(None, table)?.then_some(db))
}

/// Takes the lock that keeps a second server out of the directory. The kernel releases it when the process ends,
/// however it ends.
fn lock(directory: &Path) -> Result<File, OpenError> {
    let path = directory.join("tenfold.lock");
    let opened = OpenOptions::new().create(true).truncate(false).write(true).mode(0o600).open(&path);
    let locked = opened.and_then(|file| match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(TryLockError::WouldBlock) => Ok(None),
        Err(TryLockError::Error(error)) => Err(error),
    });
    match locked {
        Ok(Some(file)) => Ok(file),
        Ok(None) => Err(OpenError::InUse(directory.to_owned())),
        Err(error) => Err(OpenError::Io { path, reason: error.to_string() }),
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode::{DatabaseCorrupt, NotADatabase};
        match error.sqlite_error_code() {
            Some(DatabaseCorrupt | NotADatabase) => Self::Corrupt(error.to_string()),
            _ => Self::Unavailable(error.to_string()),
        }
    }
}

/// A limit for a statement that reads one row more, to see whether the list goes on.
fn one_more(limit: usize) -> i64 {
    i64::try_from(limit.saturating_add(1)).unwrap_or(i64::MAX)
}

/// An unsigned number for a column; SQLite's are signed.
fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// An unsigned number from a column.
fn unsigned(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}
