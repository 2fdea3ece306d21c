//! Whether the queue of events takes more: not for ever, and not the last of the disk, which settling what is queued
//! needs too.

use crate::StoreError;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// Bytes of the file that queued events may take up.
const MOST: u64 = 16 << 30;
/// Bytes of the file system that are left for the rest, where that is not more than a sixteenth of it.
const RESERVE: u64 = 256 << 20;
const RESERVED_SHARE: u64 = 16;

/// The bounds of one file.
#[derive(Clone, Debug)]
pub(super) struct Room {
    /// Where the file is; `None` in memory.
    directory: Option<PathBuf>,
    most: u64,
}

impl Room {
    pub(super) fn of(directory: Option<&Path>) -> Self {
        Self { directory: directory.map(Path::to_owned), most: MOST }
    }

    #[cfg(test)]
    pub(super) fn at_most(most: u64) -> Self {
        Self { directory: None, most }
    }

    /// Errors: `Unavailable` where there is none. Within a transaction, what it has written counts.
    pub(super) fn check(&self, db: &Connection) -> Result<(), StoreError> {
        let pragma = |sql: &str| db.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0));
        let pages = pragma("PRAGMA page_count")?.saturating_sub(pragma("PRAGMA freelist_count")?);
        let used = super::unsigned(pages.saturating_mul(pragma("PRAGMA page_size")?));
        if used >= self.most {
            return Err(full(format!("queued events take up {used} bytes, and may take up {}", self.most)));
        }
        let Some(directory) = &self.directory else { return Ok(()) };
        // Where the system does not say, writing will show.
        let Ok(found) = rustix::fs::statvfs(directory) else { return Ok(()) };
        let bytes = |blocks: u64| blocks.saturating_mul(found.f_frsize);
        let (free, reserve) = (bytes(found.f_bavail), RESERVE.min(bytes(found.f_blocks) / RESERVED_SHARE));
        if free < reserve {
            return Err(full(format!("{free} bytes of the disk are free, and {reserve} are kept free")));
        }
        Ok(())
    }
}

fn full(why: String) -> StoreError {
    StoreError::Unavailable(format!("the queue of events takes no more: {why}"))
}
