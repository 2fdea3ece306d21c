//! What SQLite commits by itself: one thread, one file, write-ahead log, `synchronous=FULL`, as the server's queue has it.

use crate::Result;
use rusqlite::Connection;
use std::path::Path;
use std::time::{Duration, Instant};

/// Bytes of a row beside its key: the event, and what is kept with it.
const ROW: usize = 256;

/// A database of one table.
pub(crate) struct Commits {
    db: Connection,
}

impl Commits {
    /// A new one in a directory, which should be on the file system that the server uses.
    pub(crate) fn open(directory: &Path) -> Result<Self> {
        let failed = |e: rusqlite::Error| format!("SQLite: {e}");
        let db = Connection::open(directory.join("commits.db")).map_err(failed)?;
        db.pragma_update(None, "journal_mode", "WAL").map_err(failed)?;
        db.pragma_update(None, "synchronous", "FULL").map_err(failed)?;
        db.execute_batch("CREATE TABLE row (number INTEGER PRIMARY KEY, content BLOB NOT NULL)")
            .map_err(failed)?;
        Ok(Self { db })
    }

    /// Rows a second where each commit has so many, and how long each commit took.
    pub(crate) fn rate(&mut self, rows: usize, time: Duration) -> Result<(f64, Vec<Duration>)> {
        let failed = |e: rusqlite::Error| format!("SQLite: {e}");
        let (begun, mut took) = (Instant::now(), Vec::new());
        while begun.elapsed() < time {
            let commit = Instant::now();
            let transaction = self.db.transaction().map_err(failed)?;
            for _ in 0..rows {
                let sql = "INSERT INTO row (content) VALUES (?)";
                let mut statement = transaction.prepare_cached(sql).map_err(failed)?;
                statement.execute([[7_u8; ROW]]).map_err(failed)?;
            }
            transaction.commit().map_err(failed)?;
            took.push(commit.elapsed());
        }
        #[expect(clippy::cast_precision_loss, reason = "a few hundred thousand")]
        let written = (took.len() * rows) as f64;
        Ok((written / begun.elapsed().as_secs_f64(), took))
    }
}
