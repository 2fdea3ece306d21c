//! Whether the queue of events takes more: not for ever, and not the last of the disk, which settling what is queued
//! needs too.

use crate::StoreError;
use rusqlite::Connection;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

/// Bytes of the file that queued events may take up.
const MOST: u64 = 16 << 30;
/// Bytes of the file system that are left for the rest, where that is not more than a sixteenth of it.
const RESERVE: u64 = 256 << 20;
const RESERVED_SHARE: u64 = 16;
/// Of the room that a look finds, what may be taken before the next one: this part, and not more than so many bytes.
const GRANT_SHARE: u64 = 16;
const GRANT: u64 = 1 << 20;
/// How long a look is good for.
const GOOD_FOR: Duration = Duration::from_millis(50);
/// What an event takes up beside its payload, bytes.
const OVERHEAD: u64 = 512;

/// The bounds of one file.
#[derive(Clone, Debug)]
pub(super) struct Room {
    /// Where the file is; `None` in memory.
    directory: Option<PathBuf>,
    most: u64,
    granted: Arc<Mutex<Grant>>,
}

/// What may be taken without another look.
#[derive(Debug, Default)]
struct Grant {
    bytes: u64,
    until: Option<Instant>,
}

impl Room {
    pub(super) fn of(directory: Option<&Path>) -> Self {
        Self { directory: directory.map(Path::to_owned), most: MOST, granted: Arc::default() }
    }

    #[cfg(test)]
    pub(super) fn at_most(most: u64) -> Self {
        Self { directory: None, most, granted: Arc::default() }
    }

    /// Takes room for a payload of so many bytes. Errors: `Unavailable` where there is none.
    pub(super) fn check(&self, db: &Connection, payload: u64) -> Result<(), StoreError> {
        let wanted = payload.saturating_add(OVERHEAD);
        let mut granted = self.granted.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        if granted.until.is_none_or(|until| until <= now) || granted.bytes < wanted {
            *granted = Grant::default();
            let bytes = (self.look(db)? / GRANT_SHARE).min(GRANT);
            *granted = Grant { bytes, until: Some(now + GOOD_FOR) };
        }
        granted.bytes = granted.bytes.saturating_sub(wanted);
        Ok(())
    }

    /// How many bytes there are room for. Errors: `Unavailable` where there are none. Within a transaction, what it has
    /// written counts.
    fn look(&self, db: &Connection) -> Result<u64, StoreError> {
        let pragma = |sql: &str| db.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0));
        let pages = pragma("PRAGMA page_count")?.saturating_sub(pragma("PRAGMA freelist_count")?);
        let used = super::unsigned(pages.saturating_mul(pragma("PRAGMA page_size")?));
        if used >= self.most {
            return Err(full(format!("queued events take up {used} bytes, and may take up {}", self.most)));
        }
        let room = self.most - used;
        let Some(directory) = &self.directory else { return Ok(room) };
        // Where the system does not say, writing will show.
        let Ok(found) = rustix::fs::statvfs(directory) else { return Ok(room) };
        let bytes = |blocks: u64| blocks.saturating_mul(found.f_frsize);
        let (free, reserve) = (bytes(found.f_bavail), RESERVE.min(bytes(found.f_blocks) / RESERVED_SHARE));
        if free < reserve {
            return Err(full(format!("{free} bytes of the disk are free, and {reserve} are kept free")));
        }
        Ok(room.min(free - reserve))
    }
}

fn full(why: String) -> StoreError {
    StoreError::Unavailable(format!("the queue of events takes no more: {why}"))
}
