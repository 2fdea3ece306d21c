//! All stores in one directory, on SQLite.
//!
//! Three databases: `tenfold.db` with functions and roles and `events.db` with queued events (`synchronous=FULL`: an
//! acknowledged write survives a power cut), and `logs.db` (`synchronous=NORMAL`: it survives `kill -9`; a power cut may
//! take the last moments of logs). Events have a file of their own so that accepting them and changing functions do not
//! wait for each other. One server at a time: `tenfold.lock` is held as long as the store is open.
//!
//! Never here: a database call on an async thread, a write outside the writer's transactions.

mod aliases;
mod attachments;
mod code_signing;
mod database;
mod event_sources;
mod events;
mod functions;
mod identity;
mod key;
mod layers;
mod log_events;
mod log_groups;
mod record;
mod room;
mod schema;
mod tags;
mod versions;

#[cfg(test)]
mod tests;

use crate::{OpenError, StoreError};
use database::{Database, Durability};
use room::Room;
use std::fs::{DirBuilder, File, OpenOptions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

/// Functions, roles, logs and queued events in a data directory, or in memory for tests.
pub struct Sqlite {
    main: Database,
    logs: Database,
    events: Database,
    /// What `events` may take up.
    room: Room,
    /// Last, so that it is released after the databases are closed.
    _lock: Option<File>,
}

impl Sqlite {
    /// Opens the stores in a directory, which is made where it is missing (mode 0700). Blocks for a few ms.
    pub fn open(directory: &Path) -> Result<Self, OpenError> {
        let io =
            |reason: std::io::Error| OpenError::Io { path: directory.to_owned(), reason: reason.to_string() };
        DirBuilder::new().recursive(true).mode(0o700).create(directory).map_err(io)?;
        let lock = lock(directory)?;
        let used = directory.join("tenfold.db").exists();
        let main = Database::open(&directory.join("tenfold.db"), &schema::MAIN, Durability::PowerCut)?;
        let logs = Database::open(&directory.join("logs.db"), &schema::LOGS, Durability::Crash)?;
        let events = directory.join("events.db");
        if used && !events.exists() {
            tracing::warn!(path = %events.display(), "the queue of events is missing; an empty one is made");
        }
        let events = Database::open(&events, &schema::EVENTS, Durability::PowerCut)?;
        Ok(Self { main, logs, events, room: Room::of(Some(directory)), _lock: Some(lock) })
    }

    /// Stores that vanish when they are dropped.
    pub fn in_memory() -> Result<Self, OpenError> {
        Ok(Self {
            main: Database::in_memory(&schema::MAIN)?,
            logs: Database::in_memory(&schema::LOGS)?,
            events: Database::in_memory(&schema::EVENTS)?,
            room: Room::of(None),
            _lock: None,
        })
    }
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
